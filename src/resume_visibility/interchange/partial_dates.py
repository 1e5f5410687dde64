"""Dates as precise as somebody knows them."""

import re
from collections.abc import Iterator

import attrs

from ..errors import Problem
from ..model.building import Checked, Limits, declared
from ..model.values import MONTHS, YearMonth
from .texts import NO_DAY, YEAR_FIRST, is_day, month_in

_YEAR = re.compile(r"[0-9]{4}")
_YEARS = Limits(least=1000, greatest=2999, expected="a year from 1000 to 2999")
_DAYS = Limits(least=1, greatest=31, expected=NO_DAY.removeprefix("expected "))


@attrs.frozen(repr=False)
class PartialDate(Checked):
    """A date as precise as somebody knows it: a year, a month of it, or a day.

    Args:
        year: 1000 to 2999.
        month: 1 to 12; None where only the year is known.
        day: one that the month has; None where no more than the month is known.
    """

    year: int = attrs.field(metadata=declared(limits=_YEARS))
    month: int | None = attrs.field(default=None, metadata=declared(limits=MONTHS))
    day: int | None = attrs.field(default=None, metadata=declared(limits=_DAYS))

    def _problems(self) -> Iterator[Problem]:
        """A day has its month, and the month has that day."""
        if self.month is None:
            if self.day is not None:
                yield Problem("month", "expected a month where there is a day")
        elif self.day is not None and not is_day(self.year, self.month, self.day):
            yield Problem("day", NO_DAY)

    @property
    def year_month(self) -> YearMonth | None:
        """Its month; None if it is not known, or the year is not one that resumes use."""
        if self.month is None or not 1900 <= self.year <= 2200:
            return None
        return YearMonth(self.year, self.month)

    @property
    def spelled(self) -> str:
        """The spelling of ISO 8601, such as "2019", "2019-07" or "2019-07-31"."""
        rest = [part for part in (self.month, self.day) if part is not None]
        return "-".join((f"{self.year:04}", *(f"{part:02}" for part in rest)))


def date_in(text: str) -> PartialDate | None:
    """The date that a text spells; None where it spells none.

    Args:
        text: such as "2019", "2019-07", "2019-07-31", "2019年7月", and what `month_in` knows beside. No time of day is kept.

    Raises:
        InvalidValue: it is a date that there is not, such as 2019-13 or 2019-02-31.
    """
    if _YEAR.fullmatch(text.strip()):
        return PartialDate(int(text))
    if found := YEAR_FIRST.fullmatch(text.strip()):
        return PartialDate(*(int(part) for part in found.group(1, 3, 4) if part is not None))
    month = month_in(text)
    return None if month is None else PartialDate(month.year, month.month)
