"""The instant in which made-up people live, and the days and months around it."""

from datetime import UTC, datetime, timedelta
from functools import cache

from ...model.values import YearMonth
from .drawing import Draw

CORPUS_NOW = datetime(2026, 6, 1, 4, tzinfo=UTC)
"""The instant at which to ask about a resume of `corpus`: all acts of its candidate are before it."""

THIS_MONTH = CORPUS_NOW.year * 12 + CORPUS_NOW.month - 1
"""By the count of `YearMonth.index`."""


@cache  # there are some hundred months
def month(index: int) -> YearMonth:
    """The month of this number."""
    return YearMonth(index // 12, index % 12 + 1)


def ago(draw: Draw, days: int) -> datetime:
    """An instant before now, at most so many days ago, and more often a short time ago than a long time."""
    share = draw.random()
    return CORPUS_NOW - timedelta(seconds=1 + int(share * share * days * 86_400))


def after(draw: Draw, start: datetime) -> datetime:
    """An instant after the given one, and not after now."""
    passed = int((CORPUS_NOW - start).total_seconds())
    return start + timedelta(seconds=1 + draw.below(max(passed, 1)))
