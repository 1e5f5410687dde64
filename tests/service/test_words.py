"""What the example service says, it says in both languages."""

import json
import re
from enum import Enum
from pathlib import Path
from typing import cast, get_args, get_origin

import attrs
import pytest

import service
from resume_visibility import (
    Action,
    Channel,
    Headhunter,
    Language,
    Mailbox,
    Recipient,
    Recruiter,
    School,
    Settings,
    ShownSections,
    Viewer,
)
from resume_visibility.exports.words import CHOICES as EXPORTED
from resume_visibility.model import Education, Intention, NoticeChannel, Profile, Skill, Work
from resume_visibility.model.building import Choice, fields_of, is_model, members_of
from resume_visibility.model.parts import PARTS_OF, Document
from service.words import Words

FOLDER = Path(service.__file__).parent
WORDS: dict[str, list[str]] = json.loads((FOLDER / "words.json").read_text(encoding="utf-8"))
TEXTS = "\n".join(
    path.read_text(encoding="utf-8")
    for path in [*sorted(FOLDER.glob("*.py")), *sorted((FOLDER / "templates").glob("*.html"))]
)
NAMED = {key for key in re.findall(r"\bt\(\s*[\"']([^\"']+)[\"']", TEXTS) if not key.endswith(".")}
BEGINNINGS = set(re.findall(r"[\"']([\w ]+\.)[\"'] ~", TEXTS)) | {
    "part.",
    "may.",
    "reach by.",
    "purpose.",
    "viewer.",
}
"""Of keys that end in a name: a part, a page, a field."""

CHOICES = {
    f"{field.name}.{one.value}"
    for cls in (Profile, Intention, Work, Education, Skill, Settings)
    for field in attrs.fields(cls)
    for kind in (field.type, *get_args(field.type))
    if isinstance(kind, type) and issubclass(kind, Enum)
    for one in kind
}
CHOICES |= {f"notices.{one.value}" for one in NoticeChannel}


def test_every_key_has_two_texts_that_hold_the_same() -> None:
    """Each key has a text in Chinese and one in English, and what is put into one is put into the other."""
    for key, texts in WORDS.items():
        assert len(texts) == 2, key
        assert all(text.strip() for text in texts), key
        zh, en = (sorted(re.findall(r"\{\w+\}", text)) for text in texts)
        assert zh == en, key


def test_every_key_that_is_asked_for_is_there() -> None:
    """No page asks for a text that is missing."""
    assert len(NAMED) > 60
    assert NAMED - {*WORDS} == set()


def test_a_choice_has_one_chinese_word() -> None:
    """The pages call a choice by the word that exported tables have for it."""
    words = {
        f"{field}.{code}": word
        for cls in (Profile, Intention, Work, Education, Skill)
        for field, annotation in fields_of(cls)
        for kind in members_of(annotation)
        for code, word in EXPORTED.get(cast("type[Choice]", kind), {}).items()
    }
    assert len(words) > 40
    assert {key: WORDS[key][0] for key in words} == words


def test_every_choice_has_a_word() -> None:
    """Whatever a candidate chooses from a list is called by a word and not by its code."""
    assert len(CHOICES) > 60
    assert CHOICES - {*WORDS} == set()


def test_every_viewer_has_a_word() -> None:
    """A viewer of each class that brings no company and no name is called by the class."""
    for_companies = {Recruiter, Headhunter, Mailbox}
    said = {f"viewer.{cls.__name__}" for cls in {*get_args(Viewer)} - for_companies - {Recipient, School}}
    lacking = said - {*WORDS}
    assert not lacking, "write them in examples/service/words.json"


def test_every_part_has_a_word() -> None:
    """A page names each part of a resume, shown or withheld."""
    assert {f"part.{part.value}" for part in PARTS_OF[Document.RESUME]} - {*WORDS} == set()


def test_every_field_has_a_word() -> None:
    """A page names each field of a section, but those that it shows without a name."""
    page = (FOLDER / "templates/_view.html").read_text(encoding="utf-8")
    heads, texts, unseen = (
        json.loads(one) for one in re.findall(r"^{% set \w+ = (\[.*\]) %}$", page, re.MULTILINE)
    )
    items: set[str] = set()
    whole: set[str] = set()
    for section, kind in fields_of(ShownSections):
        if section in ("video", "ip_region"):
            continue
        for one in (*members_of(kind), *get_args(kind)):
            for cls in members_of(one):
                if isinstance(cls, type) and is_model(cls):
                    (items if get_origin(kind) is tuple else whole).update(name for name, _ in fields_of(cls))
    named = whole | (items - {*heads, *texts, *unseen})
    assert len(named) > 20
    lacking = {f"field.{name}" for name in named} - {*WORDS}
    assert not lacking, "write them in examples/service/words.json"


def test_no_text_is_left_over() -> None:
    """No text is there that no page asks for."""
    used = {key for key in WORDS if f'"{key}"' in TEXTS or f"'{key}'" in TEXTS}
    named = {key for key in WORDS if any(key.startswith(one) for one in BEGINNINGS)}
    assert {*WORDS} - used - named - CHOICES == set()


@pytest.mark.parametrize("language", Language)
def test_effects_have_words(language: Language) -> None:
    """Every channel and action that a change of settings can give or take has a word of its own."""
    keys = [*(f"reach by.{one.value}" for one in Channel), *(f"may.{one.value}" for one in Action)]
    assert not {*keys} - {*WORDS}, "write them in examples/service/words.json"
    t = Words(language)
    assert len({t(key) for key in keys}) == len(keys)
