"""Chance that is the same in every process and every version of Python; the instant in which made-up people live, and days around it."""

from bisect import bisect
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

import attrs

from ...model.values import YearMonth

_T = TypeVar("_T")


@attrs.frozen
class Weighted(Generic[_T]):
    """Items, some of which are drawn more often than others.

    Args:
        items: the items to draw from.
        cumulative: for each item, the sum of the weights up to it.
    """

    items: tuple[_T, ...]
    cumulative: tuple[int, ...]

    @classmethod
    def of(cls, pairs: Iterable[tuple[_T, int]]) -> "Weighted[_T]":
        """Make it of items with their weights."""
        items, weights = zip(*pairs, strict=True)
        return cls(tuple(items), tuple(accumulate(weights)))


@attrs.frozen
class Draw:
    """Chance from a key. It uses `random()` alone: the other methods of `random` may differ between versions.

    Args:
        random: gives a number from 0 to below 1.
    """

    random: Callable[[], float]

    @classmethod
    def from_key(cls, key: str) -> "Draw":
        """The chance of a key."""
        return cls(Random(key).random)

    def below(self, end: int) -> int:
        """A whole number from 0 to below `end`."""
        return int(self.random() * end)

    def between(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`, both included."""
        return low + int(self.random() * (high - low + 1))

    def chance(self, share: float) -> bool:
        """True in this share of cases."""
        return self.random() < share

    def one_of(self, items: Sequence[_T]) -> _T:
        """One of the items, all with the same chance."""
        return items[int(self.random() * len(items))]

    def weighted(self, table: Weighted[_T]) -> _T:
        """One of the items, by their weights."""
        return table.items[bisect(table.cumulative, self.random() * table.cumulative[-1])]

    def some(self, items: Sequence[_T], count: int) -> list[_T]:
        """Some different items, as many as `count`, or all of them if there are fewer; in a random order."""
        remaining = list(items)
        return [remaining.pop(int(self.random() * len(remaining))) for _ in range(min(count, len(remaining)))]

    def digits(self, count: int) -> str:
        """As many digits as `count`."""
        return f"{int(self.random() * 10**count):0{count}}"

    def name(self) -> str:
        """Twelve letters and digits that are connected with nothing else."""
        return f"{int(self.random() * 2**48):012x}"


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
