"""How single values are read at once: text, ids, numbers, instants, months, choices, and what JSON spells as one string."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeAlias, cast

from ..model.building import MOST_CHARACTERS, NOT_TEXT, Checked, Id, is_id
from ..model.instants import in_utc
from ..model.values import YearMonth
from .spelling import INSTANT, SPELLED, month_of

Reader: TypeAlias = Callable[[Any, list[int]], Any]
"""Reads a value, and adds to the list how many keys each object in it has: a key that came twice was lost on the way."""

new = object.__new__


class Unsure(Exception):
    """A value that has to be looked at in the way that explains."""


def plain_text(value: Any, _: list[int]) -> str:
    """A text from a document in which there is neither NUL nor a lone surrogate."""
    if type(value) is str and value and not value.isspace() and len(value) <= MOST_CHARACTERS:
        return value
    raise Unsure


def careful_text(value: Any, keys: list[int]) -> str:
    """A text from anywhere else."""
    if not NOT_TEXT.search(plain_text(value, keys)):
        return cast("str", value)
    raise Unsure


def _id(value: Any, _: list[int]) -> str:
    if type(value) is str and is_id(value):
        return value
    raise Unsure


def _whole(value: Any, _: list[int]) -> int:
    if type(value) is int:
        return value
    raise Unsure


def _truth(value: Any, _: list[int]) -> bool:
    if value is True or value is False:
        return value
    raise Unsure


def _instant(value: Any, _: list[int]) -> datetime:
    if type(value) is str:
        if INSTANT.fullmatch(value):
            at = datetime.fromisoformat(value)
            return at if at.tzinfo is UTC else at.astimezone(UTC)
    elif isinstance(value, datetime):
        return in_utc(value)
    raise Unsure


def _month(value: Any, _: list[int]) -> YearMonth:
    if type(value) is str:
        return month_of(value)
    if type(value) is date:
        return month_of(value.isoformat()[:7])
    if type(value) is YearMonth:
        return value
    raise Unsure


LEAVES: dict[object, Reader] = {
    Id: _id,
    int: _whole,
    bool: _truth,
    datetime: _instant,
    YearMonth: _month,
}


def spelled(cls: type[Checked]) -> Reader:
    """How to read a value that JSON spells as one string."""
    put = getattr(cls, SPELLED[cls]).__set__

    def read(value: Any, keys: list[int]) -> Any:
        if type(value) is cls:
            return value
        built = new(cls)
        put(built, careful_text(value, keys))
        return together(built)

    return read


def together(built: Checked) -> Checked:
    """An object whose fields are right alone, once it was found that they are right together."""
    for _ in built._problems():
        raise Unsure
    return built


def choice(cls: type[Enum]) -> Reader:
    """How to read a member of an enumeration."""
    members: dict[object, Enum] = {spelling: one for one in cls for spelling in (one.value, one)}
    return lambda value, _: members[value]
