"""The reference of the JSON format says of every field of a form what the model says."""

import re
import types
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin

import attrs
import pytest

from resume_visibility import AccessRecord, CampusForm, FormView, Part, ShownForm
from resume_visibility.model import Document, Email, MobileNumber, YearMonth
from resume_visibility.model.building import Id, fields_of, members_of
from resume_visibility.model.parts import PARTS_OF
from samples import MODEL, SPELLED, models, needed

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
TEXT = PAGE.partition("\n## Campus or company-made form\n")[2].partition("\n## ")[0]
SHARED = {*MODEL, *models(AccessRecord)}
CLASSES = sorted(models(CampusForm) - SHARED - SPELLED.keys(), key=lambda cls: cls.__name__)
WORDS: dict[object, str] = {
    str: "text",
    Id: "id",
    int: "whole number",
    bool: "boolean",
    datetime: "instant",
    YearMonth: "month",
    MobileNumber: "mobile number",
    Email: "e-mail address",
}


def words(annotation: Any) -> str:
    """A type as the tables tell it."""
    if annotation in WORDS:
        return WORDS[annotation]
    if isinstance(annotation, type):
        if issubclass(annotation, Enum):
            return "one of " + ", ".join(f"`{member.value}`" for member in annotation)
        return f"`{annotation.__name__}`"
    if get_origin(annotation) in (tuple, frozenset):
        kind = "list" if get_origin(annotation) is tuple else "set"
        return f"{kind} of {words(get_args(annotation)[0])}"
    (member,) = (member for member in members_of(annotation) if member is not types.NoneType)
    return words(member)


def rows(heading: str) -> list[list[str]]:
    """The rows of the table under a heading."""
    section = TEXT.partition(f"\n### {heading}")[2].partition("\n### ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]


def test_every_class_of_forms_has_one_table() -> None:
    """Every class that forms alone have has one table, and nothing else has."""
    headings = re.findall(r"^### `(\w+)`", TEXT, flags=re.MULTILINE)
    assert sorted(headings) == [cls.__name__ for cls in CLASSES]


@pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
def test_fields_of_forms(cls: type[Any]) -> None:
    """Every field is in the table of its class, in order, with its type, required or not, its Chinese term and default."""
    told = rows(f"`{cls.__name__}`")
    assert [(name.strip("`"), kind, when) for name, kind, when, _, _ in told] == [
        (name, words(kind), needed(cls, name)) for name, kind in fields_of(cls)
    ]
    for name, _, _, chinese, meaning in told:
        assert re.search("[一-鿿]", chinese)
        default = attrs.fields_dict(cls)[name.strip("`")].default
        if default is not attrs.NOTHING and isinstance(default, (bool, str, Enum)):
            value = default.value if isinstance(default, Enum) else str(default).lower()
            assert f"default `{value}`" in meaning


def test_the_parts_and_the_view_of_forms() -> None:
    """Every form part is named, in order, and so is every key of a view and of its sections."""
    section = TEXT.partition("\n### Form parts\n")[2].partition("\n### ")[0]
    assert re.findall(r"`(\w+)`", section) == [part.value for part in Part if part in PARTS_OF[Document.FORM]]
    view = {name.strip("`"): meaning for name, _, meaning in rows("View of a form")}
    assert list(view) == [name for name, _ in fields_of(FormView)]
    assert re.findall(r"`(\w+)`", view["sections"]) == [name for name, _ in fields_of(ShownForm)]
