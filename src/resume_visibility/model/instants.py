"""Instants: aware datetimes, told apart to the microsecond."""

from datetime import UTC, datetime

from ..errors import InvalidValue, Problem

FIRST = datetime.min.replace(tzinfo=UTC)
LAST = datetime.max.replace(tzinfo=UTC)


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
        raise TypeError(f"expected at to be a datetime, got a {type(at).__name__}")
    if at.tzinfo is UTC:
        return at
    if at.utcoffset() is None:
        raise InvalidValue("instant", [Problem("at", "expected an instant with its time zone")])
    try:
        return at.astimezone(UTC)
    except OverflowError:
        return FIRST if at.year == 1 else LAST
