"""The instant that made-up people live at, and the days and months around it."""

from datetime import UTC, datetime, timedelta
from functools import cache

from ...model.values import YearMonth
from .drawing import Draw

CORPUS_NOW = datetime(2026, 6, 1, 4, tzinfo=UTC)
"""The instant to ask about a resume of `corpus` at: what its candidate did was done before it."""

THIS_MONTH = CORPUS_NOW.year * 12 + CORPUS_NOW.month - 1
"""As `YearMonth.index` counts."""


@cache  # of some hundred months
def month(index: int) -> YearMonth:
    """The month of this number."""
    return YearMonth(index // 12, index % 12 + 1)


def ago(draw: Draw, days: int) -> datetime:
    """An instant before now, at most so many days, and more often a short time ago than a long one."""
    share = draw.random()
    return CORPUS_NOW - timedelta(seconds=1 + int(share * share * days * 86_400))


def after(draw: Draw, start: datetime) -> datetime:
    """An instant after that one, and not after now."""
    passed = int((CORPUS_NOW - start).total_seconds())
    return start + timedelta(seconds=1 + draw.below(max(passed, 1)))
