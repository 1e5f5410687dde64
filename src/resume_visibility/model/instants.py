"""Instants: aware datetimes, exact to the microsecond."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

from ..errors import InvalidValue, Problem
from .arguments import mistake

FIRST = datetime.min.replace(tzinfo=UTC)
LAST = datetime.max.replace(tzinfo=UTC)

INSTANT_IN_PYTHON = "an instant with its time zone, such as datetime(2026, 7, 1, tzinfo=UTC)"
"""What a class of the model expects. A document has another example: a program that wrote that one would get the same error again."""


def in_utc(at: datetime) -> datetime:
    """The same instant in UTC, as a plain `datetime`: a subclass could write its own JSON, or hold more than an instant.

    Raises:
        OverflowError: UTC cannot write it.
        ValueError: it has no time zone, or one that gives no offset.
    """
    if type(at) is not datetime:
        # By the methods of `datetime` itself: those of a subclass may give another subclass.
        at = datetime.combine(datetime.date(at), datetime.timetz(at))
    if at.tzinfo is UTC:
        return at
    offset = _offset_of(at)
    if offset is None:
        raise ValueError("no time zone")
    return (at.replace(tzinfo=None) - offset).replace(tzinfo=UTC)


def utc_of(value: object) -> datetime | None:
    """An aware datetime in UTC, as JSON and views write it; None for any other value, or one that cannot be written in UTC."""
    if not isinstance(value, datetime):
        return None
    try:
        return in_utc(value)
    except (OverflowError, ValueError):
        return None


def _offset_of(at: datetime) -> timedelta | None:
    """The offset of a time zone, asked for once; None if there is none. An error that it raises may hold anything (LAW-7)."""
    with suppress(Exception):
        return at.utcoffset()
    return None


def instant(at: datetime | None, name: str = "at") -> datetime:
    """The instant meant, in UTC; now for None, which is the library's only look at a clock.

    Args:
        at: aware; one that UTC cannot write becomes the nearest that it can.
        name: of the argument.

    Raises:
        TypeError: not a datetime.
        InvalidValue: it has no time zone.
    """
    if at is None:
        return datetime.now(UTC)
    if not isinstance(at, datetime):
        raise mistake(name, "a datetime", at)
    if type(at) is datetime and at.tzinfo is UTC:
        return at
    try:
        return in_utc(at)
    except OverflowError:
        return FIRST if datetime.date(at).year == 1 else LAST
    except ValueError:
        problem = Problem(name, f"expected {INSTANT_IN_PYTHON}")
    raise InvalidValue("instant", [problem])
