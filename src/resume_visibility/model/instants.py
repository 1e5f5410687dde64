"""Instants: aware datetimes, exact to the microsecond."""

from datetime import UTC, datetime

from ..errors import InvalidValue, Problem
from .arguments import mistake

FIRST = datetime.min.replace(tzinfo=UTC)
LAST = datetime.max.replace(tzinfo=UTC)


def in_utc(at: datetime) -> datetime:
    """The same instant in UTC, as a plain `datetime`: a subclass could write its own JSON, or hold more than an instant.

    Args:
        at: aware.

    Raises:
        OverflowError: UTC cannot write it.
        ValueError: it has no time zone.
    """
    if type(at) is not datetime:
        # By the methods of `datetime` itself: those of a subclass may give another subclass.
        at = datetime.combine(datetime.date(at), datetime.timetz(at))
    if at.utcoffset() is None:
        raise ValueError("no time zone")
    return at.astimezone(UTC)


def instant(at: datetime | None) -> datetime:
    """The instant meant, in UTC; now for None, which is the library's only look at a clock.

    Args:
        at: aware; one that UTC cannot write becomes the nearest that it can.

    Raises:
        TypeError: not a datetime.
        InvalidValue: it has no time zone.
    """
    if at is None:
        return datetime.now(UTC)
    if not isinstance(at, datetime):
        raise mistake("at", "a datetime", at)
    if type(at) is datetime and at.tzinfo is UTC:
        return at
    try:
        return in_utc(at)
    except OverflowError:
        return FIRST if datetime.date(at).year == 1 else LAST
    except ValueError:
        problem = Problem("at", "expected an instant with its time zone, such as 2026-07-01T08:00:00+08:00")
    raise InvalidValue("instant", [problem])
