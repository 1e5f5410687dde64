"""How single values are read at once: text, ids, numbers, instants, months, choices, and what JSON spells as one string."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any, TypeAlias, cast

from ..model.building import (
    GREATEST_WHOLE,
    LEAST_WHOLE,
    MOST_CHARACTERS,
    NOT_TEXT,
    Checked,
    Id,
    is_id,
)
from ..model.instants import in_utc
from ..model.values import YearMonth
from .spelling import INSTANT, SPELLED, month_of

Reader: TypeAlias = Callable[[Any, list[int]], Any]
"""Reads a value, and adds to the list how many keys each object in it has: a key that came twice was lost on the way."""

Look: TypeAlias = Callable[[str, list[int]], None]
"""What else each text is looked at for; None in a document in which there is neither NUL nor a lone surrogate."""

new = object.__new__


class Unsure(Exception):
    """A value that has to be looked at in the way that explains."""


def plain_text(value: Any, _: list[int]) -> str:
    """A text that is not looked at for anything else."""
    if type(value) is str and value and not value.isspace() and len(value) <= MOST_CHARACTERS:
        return value
    raise Unsure


def careful(text: str, _: list[int]) -> None:
    """In a document from anywhere else: for what no text holds."""
    if NOT_TEXT.search(text):
        raise Unsure


def measured(text: str, sizes: list[int]) -> None:
    """In a dict: for the same, and for its length; see `WEIGHT`."""
    careful(text, sizes)
    sizes.append(len(text))


WEIGHT = 100
"""Of a dict, the list gets sizes: the characters of each text, and so much for each value, beside the characters of its key. No value
that is no text has more characters, so that a dict of a small sum is surely not too large.
"""


def text_reader(look: Look | None) -> Reader:
    """How to read a text that is looked at so."""
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
    """How to read a value that JSON spells as one string, which is looked at so."""
    put, text = getattr(cls, SPELLED[cls]).__set__, text_reader(look)

    def read(value: Any, keys: list[int]) -> Any:
        if type(value) is cls:
            return value
        built = new(cls)
        put(built, text(value, keys))
        return together(built)

    return read


def together(built: Checked) -> Checked:
    """An object whose fields are right alone, once it was found that they are right together."""
    for _ in built._problems():
        raise Unsure
    return built


def choice(cls: type[Enum]) -> Reader:
    """How to read a member of an enumeration."""
    members: dict[object, Enum] = {one: one for one in cls}
    members |= {one.value: one for one in cls if len(one.value) < WEIGHT}
    return lambda value, _: members[value]
