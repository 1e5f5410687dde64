"""The fields of a view that may be searched, by their path in the view's JSON. No other field may be (SEARCH-1)."""

from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, TypeAlias, get_args, get_origin

from ..codec.spelling import is_string
from ..model.building import Id, fields_of, is_enumeration, is_model, members_of, names_of
from ..model.own import part_followed, placed_alone
from ..model.parts import Part
from ..model.regions import IpRegion
from ..model.values import Url, YearMonth

Scalar: TypeAlias = str | int | bool

SEARCHED_PARTS = frozenset(
    {
        Part.DISPLAY_NAME,
        Part.PROFILE,
        Part.REGION,
        Part.STRENGTHS,
        Part.HIGHLIGHTS,
        Part.INTENTION,
        Part.WORK,
        Part.LATEST_POSITION,
        Part.PROJECTS,
        Part.EDUCATION,
        Part.AWARDS,
        Part.CAMPUS_POSITIONS,
        Part.CERTIFICATES,
        Part.SKILLS,
        Part.TRAINING,
        Part.PORTFOLIO,
        Part.ADDITIONAL,
    }
)
"""The parts that an index may hold. Left out are those that differ from viewer to viewer or from one instant to the next
(contact details, channels, attachments, video, delivery, region of the IP), and those that are no words, such as an avatar."""

_FILTER_ONLY_FIELDS = frozenset({"sections.profile.born"})
"""Shown, but used by the filter alone: it keeps candidates under sixteen out of lists (GATE-3), and is no 职位、行业、工作年限."""


class SearchedField(NamedTuple):
    """One field that may be searched.

    Args:
        section: the section that it is in; None for the display name.
        parts: the parts that it belongs to.
        names: the attributes that lead to it, from the section.
        is_text: whether a person wrote it, so that it has terms.
    """

    section: str | None
    parts: frozenset[Part | None]
    names: tuple[str, ...]
    is_text: bool


Leaf: TypeAlias = tuple[tuple[str, ...], tuple[Part | None, ...], bool]


def leaf_fields(
    annotation: Any, names: tuple[str, ...] = (), parts: tuple[Part | None, ...] = ()
) -> Iterator[Leaf]:
    """The fields in a value of this annotation, the parts that each of them follows, and whether each is text.

    Args:
        annotation: of a section.
        names: the attributes that lead to it.
        parts: the parts that it follows, besides that of its section.

    Raises:
        TypeError: it is not known whether values of this annotation may be searched (LAW-5).
    """
    # Opaque names, links and instants are no words.
    if annotation in (Id, Url, IpRegion, datetime, type(None)):
        return
    if annotation is str:
        yield names, parts, True
    elif annotation in (int, bool, YearMonth) or is_enumeration(annotation):
        yield names, parts, False
    elif get_origin(annotation) is tuple:
        yield from leaf_fields(get_args(annotation)[0], names, parts)
    elif is_model(annotation):
        own_parts = placed_alone(annotation)
        for name, member_type in fields_of(annotation):
            own_part = (own_parts[name],) if name in own_parts else ()
            yield from leaf_fields(member_type, (*names, name), (*parts, *own_part))
    elif len(members := members_of(annotation)) > 1:
        for member in members:
            yield from leaf_fields(member, names, parts)
    else:
        raise TypeError(f"may {annotation} be searched? say so in lists/fields.py")


def _fields(shown: Any) -> Iterator[tuple[str, SearchedField]]:
    yield Part.DISPLAY_NAME.value, SearchedField(None, frozenset({Part.DISPLAY_NAME}), (), True)
    for section, annotation in fields_of(shown):
        part = part_followed(shown, section)
        if part in SEARCHED_PARTS:
            for names, parts, is_text in leaf_fields(annotation):
                if SEARCHED_PARTS.issuperset(parts):
                    path = ".".join(("sections", section, *names))
                    yield path, SearchedField(section, frozenset({part, *parts}), names, is_text)


@cache
def searched_fields(shown: Any) -> dict[str, SearchedField]:
    """Every field that may be searched if its parts are shown, by its path.

    Args:
        shown: the class of the sections: `ShownSections`, or one with sections of its own.
    """
    return {path: searched for path, searched in sorted(_fields(shown)) if path not in _FILTER_ONLY_FIELDS}


def values_in(value: Any, names: tuple[str, ...]) -> Iterator[Scalar]:
    """The values of one field, as they are in JSON.

    Args:
        value: the section; None and empty ones have no values.
        names: the attributes that lead to the field from there; a member of a union may lack it.
    """
    if isinstance(value, tuple):
        for item in value:
            yield from values_in(item, names)
    elif value is None:
        return
    elif names:
        kind: Any = type(value)
        if names[0] in _json_keys(kind):
            yield from values_in(getattr(value, names[0]), names[1:])
    elif isinstance(value, Enum):
        yield value.value
    elif isinstance(value, YearMonth):
        yield f"{value.year}-{value.month:02}"
    elif isinstance(value, (str, int)):  # and not another member of the union, such as one beside a month
        yield value


@cache
def _json_keys(cls: Any) -> frozenset[str]:
    """The JSON keys of an object of a class: its fields; none if the class is written as a string."""
    return frozenset(() if is_string(cls) else names_of(cls))
