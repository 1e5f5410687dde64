"""What an error says is expected where JSON has objects and lists of them."""

from typing import Any, cast

from ..model.building import expected_for, fields_of, is_model, members_of
from ..model.values import YearMonth
from .spelling import SPELLED

A_MONTH = "a year and month, such as 2019-07, from 1900 to 2200"
"""What is expected where JSON has a month."""

MISSING = "required, but missing"
"""What is said of a field that is not there."""


def names_of(cls: object) -> tuple[str, ...]:
    """The names of a record's fields."""
    return tuple(name for name, _ in fields_of(cast("type[object]", cls)))


def is_union(annotation: object) -> bool:
    """Whether an annotation is a union of classes."""
    members = members_of(annotation)
    return len(members) > 1 and all(map(is_model, members))


def telling(annotation: object) -> dict[str, type[Any]]:
    """The keys that only one member of a union has, and which member that is.

    Args:
        annotation: a union of classes.
    """
    keys: dict[str, type[Any]] = {}
    for member in cast("tuple[type[Any], ...]", members_of(annotation)):
        others = {name for other in members_of(annotation) if other is not member for name in names_of(other)}
        keys |= {name: member for name in names_of(member) if name not in others}
    return keys


def either(annotation: object) -> str:
    """In words, what JSON of a union of classes looks like.

    Args:
        annotation: the union.
    """
    return f"an object with {' or '.join(telling(annotation))}, and not both"


def item_in_words(annotation: object) -> str:
    """In words, how JSON spells an item of a list.

    Args:
        annotation: of the item.
    """
    if is_union(annotation):
        return either(annotation)
    if annotation in SPELLED:
        return "a string"
    if annotation is YearMonth:
        return A_MONTH
    if is_model(annotation):
        return f"an object with {', '.join(names_of(annotation))}"
    return expected_for(annotation)
