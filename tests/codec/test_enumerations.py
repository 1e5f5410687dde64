"""Enumerations of one's own: members are read and written alike, whether or not each is a string as well."""

import json
from enum import Enum, StrEnum
from typing import Any

import attrs
import pytest

from each import each
from resume_visibility import (
    InvalidResume,
    InvalidValue,
    Owner,
    Part,
    Resume,
    ShownSections,
    dump_resume,
    view_for,
)
from resume_visibility.codec.dumping import view_to_dict
from resume_visibility.codec.loading import explained, load_resume
from resume_visibility.codec.reading import at_once
from resume_visibility.codec.schemas import Subject, schema_of
from resume_visibility.model import Checked, follows

EMPTY: dict[str, Any] = {"id": "r-1", "candidate": "c-1", "settings": {"blocks": []}}


class Plain(Enum):
    """Of which the members are no strings."""

    RED, BLUE = "red", "blue"


class Named(StrEnum):
    RED, BLUE = "red", "blue"


class Mixed(str, Enum):  # noqa: UP042  # as it was written before there was another way
    RED, BLUE = "red", "blue"


def resume_of(kind: Any) -> Any:
    """A class of resumes with an enumeration wherever one may be."""
    how: dict[str, Any] = {"frozen": True, "kw_only": True, "repr": False, "slots": True}
    optional: Any = kind | None
    fields = {
        "one": attrs.field(type=optional, default=None),
        "many": attrs.field(type=tuple[kind, ...], default=()),
    }
    item: Any = attrs.make_class(
        "Item", {**fields, "needed": attrs.field(type=kind)}, bases=(Checked,), **how
    )
    own = {**fields, "item": attrs.field(type=item | None, default=None)}
    shown = {
        name: attrs.field(type=field.type, default=field._default, metadata=follows(Part.WORK))
        for name, field in own.items()
    }
    sections: Any = attrs.make_class("Sections", shown, bases=(ShownSections,), **how)
    named = {"__orig_bases__": (Resume[sections],), "item_of": item}
    return attrs.make_class("Mine", own, bases=(Resume,), class_body=named, **how)


@each("kind", [Plain, Named, Mixed])
def test_members_are_read_and_written_alike(kind: Any) -> None:
    """JSON has their values, both ways of reading give members, and a view as plain values holds strings alone."""
    of = resume_of(kind)
    item = of.item_of(one=kind.BLUE, many=(kind.RED,), needed=kind.RED)
    resume = of(id="r-1", candidate="c-1", one=kind.RED, many=(kind.RED, kind.BLUE), item=item)
    document = dump_resume(resume)
    ways: tuple[Any, ...] = (load_resume(document, of=of), at_once(document, of), explained(document, of))
    for read in ways:
        assert read == resume
        for one in (read.one, *read.many, read.item.one, *read.item.many, read.item.needed):
            assert type(one) is kind
    view = view_for(Owner(candidate="c-1"), resume)
    assert view is not None
    shown = view_to_dict(view)["sections"]
    values = [
        shown["one"],
        *shown["many"],
        shown["item"]["one"],
        *shown["item"]["many"],
        shown["item"]["needed"],
    ]
    assert values == ["red", "red", "blue", "blue", "red", "red"]
    assert {*map(type, values)} == {str}
    assert json.loads(document)["item"] == {"one": "blue", "many": ["red"], "needed": "red"}


@each("kind", [Plain, Named, Mixed])
def test_what_is_no_member_is_refused_in_words(kind: Any) -> None:
    """The error names the values of JSON, or a member where Python values are expected."""
    of = resume_of(kind)
    with pytest.raises(InvalidResume) as caught:
        load_resume({**EMPTY, "one": "green", "many": [5]}, of=of)
    message = "expected one of red, blue"
    assert {*caught.value.problems} == {("one", message), ("many[0]", message)}
    with pytest.raises(InvalidValue) as built:
        of(id="r-1", candidate="c-1", one="red")
    assert built.value.problems == (
        ("one", f"expected a member of {kind.__name__}, such as {kind.__name__}.RED"),
    )


@each(
    ("kind", "described"),
    [(Plain, "Of which the members are no strings."), (Named, "Named"), (Mixed, "Mixed")],
)
def test_a_schema_describes_an_enumeration_as_it_describes_itself(kind: Any, described: str) -> None:
    """It is described by its own docstring, or by its name."""
    definition = schema_of(Subject.RESUME, of=resume_of(kind))["$defs"][kind.__name__]
    assert definition == {"description": described, "enum": ["red", "blue"]}
