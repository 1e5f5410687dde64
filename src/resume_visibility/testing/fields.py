"""How the fields of a class are filled in: its annotations, taken apart once, because thousands of documents are made of them."""

from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

import attrs

from ..model.building import (
    Limits,
    beside_none,
    fields_of,
    limits_of,
    lives_in,
    members_of,
    resolve,
)
from ..model.own import placed_alone
from ..model.parts import Part

DETAILS = frozenset({Part.MOBILE, Part.EMAIL, Part.HOMEPAGE, Part.MESSENGER})
"""The parts whose texts are looked for in all others."""


@attrs.frozen
class Kind:
    """An annotation, taken apart.

    Args:
        annotation: the annotation.
        is_optional: whether a value may be None.
        item: the kind of the items of a list; None if it is no list.
        members: what a value may be, but for None.
    """

    annotation: Any
    is_optional: bool
    item: "Kind | None"
    members: tuple[Any, ...]


def kind_of(annotation: Any) -> Kind:
    """Take an annotation apart."""
    item = kind_of(get_args(annotation)[0]) if get_origin(annotation) is tuple else None
    return Kind(annotation, NoneType in members_of(annotation), item, beside_none(annotation))


@attrs.frozen
class Field:
    """How a field is filled in.

    Args:
        name: its name.
        kind: the kind of its value.
        limits: those of a text or whole number in it.
        is_home: whether it says where the candidate lives.
        is_detail: whether it follows a contact detail by itself.
    """

    name: str
    kind: Kind
    limits: Limits
    is_home: bool
    is_detail: bool


@cache
def made_of(cls: Any) -> tuple[Field, ...]:
    """How each field of a class is filled in."""
    resolve(cls)
    limits, homes, alone = limits_of(cls), lives_in(cls), placed_alone(cls)
    return tuple(
        Field(name, kind_of(kind), limits[name], name in homes, alone.get(name) in DETAILS)
        for name, kind in fields_of(cls)
    )


@cache
def choices_of(cls: type[Enum]) -> tuple[Enum, ...]:
    """The members of an enumeration."""
    return tuple(cls)
