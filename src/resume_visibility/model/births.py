"""The latest day on which somebody can have been born, as far as is known: by day, because ages are reached on days (GATE-3).

Days are numbers, as if every month had 31 days: so an age in years is a number of days, too.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from ..errors import Problem
from .instants import LAST
from .settings import AgeVerified
from .values import YearMonth

BEIJING = timedelta(hours=8)
"""The time by which the platform's day is ahead of UTC (GATE-3). China has one time zone, and no summer time since 1991."""

MONTH = 31
YEAR = 12 * MONTH

_LAST_DAY = LAST - BEIJING

UNKNOWN = 10_000 * YEAR
"""Stands for an unknown birth: it is later than any day."""


def day_of(at: datetime) -> int:
    """The day of an instant in UTC, in Beijing."""
    day = at + BEIJING if at < _LAST_DAY else at
    return day.year * YEAR + (day.month - 1) * MONTH + day.day - 1


def latest_birth(at: datetime, age: int) -> int:
    """The latest day of birth of people who, at an instant in UTC, are surely of an age in years: their birthday is over."""
    return day_of(at) - age * YEAR - 1


def born_by(born: YearMonth | None, verified: AgeVerified | None) -> int:
    """The latest day on which somebody can have been born: of a month, it may be the last one. `UNKNOWN` if nothing is known."""
    of_month = UNKNOWN if born is None else born.index * MONTH + MONTH - 1
    return of_month if verified is None else min(of_month, latest_birth(verified.at, verified.age))


def contradicted(born: YearMonth | None, verified: AgeVerified | None) -> Iterator[Problem]:
    """The problem of an age that nobody with that month of birth had when it was verified: one of the two is wrong."""
    if born is not None and verified is not None and born_by(None, verified) < born.index * MONTH:
        yield Problem("age_verified", "expected an age that the month of birth allows")
