"""The reference of the JSON format says of every field what the model says."""

import re
import types
from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin

from each import each
from resume_visibility import (
    AccessRecord,
    Channel,
    FormView,
    Notice,
    Part,
    ResumeView,
    ShownContact,
    ShownForm,
    ShownSections,
)
from resume_visibility.model import Document, Email, IpRegion, MobileNumber, Url, YearMonth
from resume_visibility.model.building import Id, fields_of, members_of
from resume_visibility.model.parts import PARTS_OF
from resume_visibility.model.viewers import KINDS
from resume_visibility.policy import Clause
from resume_visibility.policy.field_words import FIELD_WORDS
from samples import MODEL, SPELLED, attribute, models, needed, optional

TEXT = (Path(__file__).parents[2] / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
TABLED = sorted({*MODEL, *models(AccessRecord)} - SPELLED.keys(), key=lambda cls: cls.__name__)
WORDS: dict[object, str] = {
    str: "text",
    Id: "id",
    int: "whole number",
    bool: "boolean",
    datetime: "instant",
    YearMonth: "month",
    MobileNumber: "mobile number",
    Email: "e-mail address",
    Url: "web address",
    IpRegion: "IP region",
    Part: "part",
    Clause: "rule",
}


def tables() -> Iterator[tuple[str, list[list[str]]]]:
    """The name and the rows of every class: of a table under a heading that names it, or of its rows in a table of several."""
    rows = (cells_of(line) for line in TEXT.splitlines() if re.match(r"\| (`\w+` · .*)?\| ", line))
    several: dict[str, list[list[str]]] = {}
    for of, *row in rows:
        if of:
            several[name := of.split("`")[1]] = []
        if len(row) == 5 and row[0]:
            several[name].append(row)
    yield from several.items()
    for section in re.split(r"^#{2,3} ", TEXT, flags=re.MULTILINE):
        heading = re.match(r"`(\w+)`", section)
        if heading:
            lines = [line for line in section.splitlines() if line.startswith("| `")]
            yield heading[1], [*map(cells_of, lines)]


def cells_of(row: str) -> list[str]:
    """The cells of a row of a table."""
    return [cell.strip() for cell in row.split("|")[1:-1]]


def table_of(cls: type[Any]) -> list[list[str]]:
    """The rows of a class; to those of a viewer belong the rows of every viewer, which stand above all of them."""
    rows = dict(tables())[cls.__name__]
    if cls in KINDS.values():
        shared = [
            line for line in section_of("Viewer").partition("\n###")[0].splitlines() if line.count("|") == 6
        ]
        rows = [*rows, *map(cells_of, shared[2:])]
    return rows


def section_of(heading: str) -> str:
    """What stands under a heading of the second level."""
    return TEXT.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def words(annotation: Any) -> str:
    """A type as the tables write it."""
    if annotation in WORDS:
        return WORDS[annotation]
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return "one of " + ", ".join(f"`{member.value}`" for member in annotation)
    if get_origin(annotation) in (tuple, frozenset):
        kind = "list" if get_origin(annotation) is tuple else "set"
        return f"{kind} of {words(get_args(annotation)[0])}"
    members = [member for member in members_of(annotation) if member is not types.NoneType]
    if len(members) == 1 and isinstance(members[0], type) and members[0] in TABLED:
        return f"`{members[0].__name__}`"
    return " or ".join(map(words, members))


def test_every_class_has_one_table() -> None:
    """Every class that JSON spells as an object has one table, and nothing else has."""
    found = sorted(name for name, _ in tables())
    assert found == [cls.__name__ for cls in TABLED], (
        "write the rows of the new class in docs/reference/json.md"
    )


def test_spellings() -> None:
    """Every type that the tables name is stated once, with its spelling, the parts one by one."""
    section = section_of("How values are spelled")
    stated = re.findall(r"^\| ([^|`]+) \| [^|]+ \|([^|]*)\|$", section, flags=re.MULTILINE)
    assert [kind for kind, _ in stated].count("type") == 1
    rules = dict(stated[1:])
    assert len(rules) == len(stated) - 1
    assert set(WORDS.values()) <= set(rules)
    assert re.findall(r"`(\w+)`", rules["part"]) == [part.value for part in Part], (
        "list them in the row of part, under How values are spelled in docs/reference/json.md"
    )
    codes = re.findall(r"`\"?([A-Z-]+)\"?`", rules["IP region"])
    assert [IpRegion(code).code for code in codes] == ["CN-GD", "CN-HK", "CN-MO", "CN-TW", "SG"]


@each("cls", TABLED, ids=lambda cls: cls.__name__)
def test_fields(cls: type[Any]) -> None:
    """Every field is in the table of its class, in order, with its type, and required just where it is."""
    rows = table_of(cls)
    stated = [(name.strip("`"), kind, when) for name, kind, when, _, _ in rows]
    declared = [(name, words(kind), needed(cls, name)) for name, kind in fields_of(cls)]
    assert stated == declared, (
        f"the rows of {cls.__name__} in docs/reference/json.md have to be those of the class"
    )


@each("cls", TABLED, ids=lambda cls: cls.__name__)
def test_chinese_and_defaults(cls: type[Any]) -> None:
    """Every field has a Chinese term, and a default that is more than empty is stated."""
    for name, _, _, chinese, meaning in table_of(cls):
        assert re.search("[一-鿿]", chinese)
        field = name.strip("`")
        default = attribute(cls, field).default
        if field in optional(cls) and isinstance(default, (bool, str, Enum)):
            value = default.value if isinstance(default, Enum) else str(default).lower()
            assert f"default `{value}`" in meaning
        elif "default" in meaning:
            assert default == frozenset()
            assert "default none" in meaning


@each("cls", [cls for cls in TABLED if cls in FIELD_WORDS], ids=lambda cls: cls.__name__)
def test_a_field_has_one_chinese_word(cls: type[Any]) -> None:
    """It is the same here, in exported tables, and where a required field is missing."""
    stated = {name.strip("`"): chinese for name, _, _, chinese, _ in dict(tables())[cls.__name__]}
    assert stated == FIELD_WORDS[cls]


def test_kinds() -> None:
    """Every kind of viewer is listed with its object."""
    rows = re.findall(r"^\| `(\w+)` \| `(\w+)` \|$", section_of("Viewer"), flags=re.MULTILINE)
    assert rows == [(kind, cls.__name__) for kind, cls in KINDS.items()]


def test_views() -> None:
    """Every key of a view, of its sections and of its contact is named."""
    section = section_of("View")
    assert re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE) == [
        *(name for name, _ in fields_of(ResumeView)),
        "schema",
    ]
    lines = {line.split("`")[1]: line for line in section.splitlines() if line.startswith("| `")}
    for key, cls in (("sections", ShownSections), ("contact", ShownContact)):
        for name, _ in fields_of(cls):
            assert f"`{name}`" in lines[key], (
                f"name it in the row of {key}, under View in docs/reference/json.md"
            )
    channels = lines["contact"].partition("a set of ")[2].partition(";")[0]
    assert channels == ", ".join(f"`{one.value}`" for one in Channel), (
        "list the channels in the row of contact, in docs/reference/json.md"
    )


def test_parts_of_the_documents() -> None:
    """The parts that both documents have, and those that a form alone has, are listed one by one."""
    section = section_of("Campus or company-made form").partition("### Which document has which part\n")[2]
    both, form_alone = (
        set(re.findall(r"`(\w+)`", paragraph)) for paragraph in section.strip().split("\n\n")[:2]
    )
    resume, form = (
        {part.value for part in PARTS_OF[document]} for document in (Document.RESUME, Document.FORM)
    )
    assert (both, form_alone) == (resume & form, form - resume), (
        "list them under Which document has which part, in docs/reference/json.md"
    )


def test_views_of_forms() -> None:
    """Every key of a form's view that is not as that of a resume's is named, and each of its sections."""
    section = section_of("Campus or company-made form").partition("### View of a form\n")[2]
    rows = {line.split("`")[1]: line for line in section.splitlines() if line.startswith("| `")}
    shared = [name for name, _ in fields_of(ResumeView) if name not in {*rows, "contact"}]
    assert [name for name, _ in fields_of(FormView)] == [*rows, *shared]
    listed = re.findall(r"`(\w+)`", rows["sections"].partition("redacted:")[2])
    assert listed == [name for name, _ in fields_of(ShownForm)]


def test_notices() -> None:
    """Every key of a notice is named, in order."""
    section = section_of("Record").partition("\n### Notice\n")[2]
    assert re.findall(r"^\| `(\w+)` \|", section, flags=re.MULTILINE) == [
        name for name, _ in fields_of(Notice)
    ]
