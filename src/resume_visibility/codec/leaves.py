"""Fast readers of single values: text, ids, numbers, instants, months, choices, and values that JSON spells as one string."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeAlias, cast

from ..errors import Problem
from ..model.building import (
    GREATEST_WHOLE,
    LEAST_WHOLE,
    MOST_CHARACTERS,
    NOT_TEXT,
    Checked,
    Id,
    checks_beyond_types,
    is_id,
)
from ..model.instants import in_utc
from ..model.values import YearMonth
from .spelling import INSTANT, SPELLED, month_of

Reader: TypeAlias = Callable[[Any, list[int]], Any]
"""Reads a value, and adds to the list how many keys each object in it has: their sum shows whether a repeated key was lost."""

Look: TypeAlias = Callable[[str, list[int]], None]
"""A further check of each text; None for a document that holds neither NUL nor a lone surrogate."""

new = object.__new__


class Unsure(Exception):
    """A value that must be read again in the way that explains errors."""


def plain_text(value: Any, _: list[int]) -> str:
    """Read a text without any further check."""
    if type(value) is str and value and not value.isspace() and len(value) <= MOST_CHARACTERS:
        return value
    raise Unsure


def careful(text: str, _: list[int]) -> None:
    """The check of a text in any other document: it refuses characters that no text holds."""
    if NOT_TEXT.search(text):
        raise Unsure


def measured(text: str, sizes: list[int]) -> None:
    """The check of a text in a dict: the same, and its length is measured; see `WEIGHT`."""
    careful(text, sizes)
    sizes.append(len(text))


WEIGHT = 100
"""For a dict, the list gets sizes: the characters of each text, and this number for each value, in addition to the characters of its
key. No value except a text has more characters: a dict with a small sum is surely not too large.
"""


def text_reader(look: Look | None) -> Reader:
    """Make the reader of a text with this further check."""
    if look is None:
        return plain_text

    def read(value: Any, keys: list[int]) -> str:
        look(plain_text(value, keys), keys)
        return cast("str", value)

    return read


def _id(value: Any, _: list[int]) -> str:
    if type(value) is str and is_id(value):
        return value
    raise Unsure


def _whole(value: Any, _: list[int]) -> int:
    if type(value) is int and LEAST_WHOLE <= value <= GREATEST_WHOLE:
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


def spelled(cls: type[Checked], look: Look | None) -> Reader:
    """Make the reader of a value that JSON spells as one string, with this further check."""
    kind: Any = cls
    put, text, checks = getattr(cls, SPELLED[cls]).__set__, text_reader(look), checks_beyond_types(kind)

    def read(value: Any, keys: list[int]) -> Any:
        if type(value) is cls:
            return value
        built = new(cls)
        put(built, text(value, keys))
        return sound(built, checks)

    return read


def sound(built: Any, checks: tuple[Callable[[Any], Iterable[Problem]], ...]) -> Any:
    """Give an object back if its class, which makes these checks, finds nothing wrong; each field is of the right type."""
    for find in checks:
        for _ in find(built):
            raise Unsure
    return built


def choice(cls: type[Enum]) -> Reader:
    """Make the reader of a member of an enumeration."""
    members: dict[object, Enum] = {one: one for one in cls}
    members |= {one.value: one for one in cls if len(one.value) < WEIGHT}
    return lambda value, _: members[value]
