"""Functions for mappings that read texts as others write them: months, periods, numbers, lines."""

import re
from calendar import monthrange
from datetime import date
from math import isfinite

from ..errors import InvalidValue, Problem
from ..model.arguments import expect_kind, is_text, mistake
from ..model.values import Period, YearMonth

_TIME = r"(?:\s*T|\s+)\d{1,2}:[\d:.,]+\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
YEAR_FIRST = re.compile(
    rf"(\d{{4}})\s*([-/.年])\s*(\d{{1,2}})(?:\s*月|\.|\s*(?:\2|月)\s*(\d{{1,2}})(?:\s*[日号.])?(?:{_TIME})?)?"
)
"""A month with the year before it, its sign, and perhaps a day. Nothing else is passed over: two months are a period, and no month.
No two pieces can share the same blanks, or a long text would take long (LAW-6)."""
_MONTH_FIRST = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{4})")
_MONTH_NAME_FIRST = re.compile(r"([A-Za-z]{3,9})\.?,?\s+(\d{4})")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_PRESENT_WORDS = {"", "now", "present", "current", "至今", "现在", "目前"}
_BETWEEN = re.compile(r"[-‐-―−─－~～〜]+|至(?!今)|到|\bto\b|(?=至今)")
"""Whatever stands between two months of a period. The 至 of 至今 does not: without it, nothing says that a job goes on."""
_YEAR = re.compile(r"\d{4}\s*年?")
_LONGEST_PERIOD = 200
"""No period is longer. Each sign parts a text once more, so a long text would take long."""
_Moment = date | YearMonth | str | None


TEXTS = "texts, numbers and lists of them"
"""What `lines` takes."""


def lines(*values: object) -> str | None:
    """Put texts, numbers and lists of them on lines of their own; None if there is none.

    Args:
        values: None for what is missing.

    Raises:
        ValueError: one is of another kind.
    """
    found: list[str] = []
    for value in values:
        for one in value if isinstance(value, (list, tuple)) else (value,):
            if type(one) in (str, int) or (type(one) is float and isfinite(one)):
                found.append(_spelled(one))
            elif one is not None:
                raise ValueError(f"expected {TEXTS}")
    return "\n".join(found) or None


def _spelled(one: str | float) -> str:
    try:
        return str(one)
    except ValueError:  # Python spells no number of thousands of digits
        raise ValueError(f"expected {TEXTS}") from None


def words(*values: str | None) -> str | None:
    """Join texts with a blank between them; None if there is none.

    Args:
        values: None for what is missing.
    """
    for value in values:
        if value is not None:
            expect_kind("each of values", value, str)
    return " ".join(value for value in values if value is not None) or None


def number_in(text: str) -> str:
    """A telephone number without blanks, brackets, dots and dashes. A missing country stays missing.

    Args:
        text: such as "+86 138-0013-8000".
    """
    expect_kind("text", text, str)
    return re.sub(r"[\s().-]", "", text)


def month_in(moment: _Moment) -> YearMonth | None:
    """The month of a date, whatever the order of its parts; None if there is no month in it, or no date.

    Args:
        moment: such as "2019-07", "2019-07-31", "2019/7", "2019年7月", "07/2019", "Jul 2019". A year alone has no month, and of two numbers
            that could both be the month ("07/08/2019"), neither is. Of two months ("2019.07-2020.01"), neither is.

    Raises:
        InvalidValue: it is a month that resumes do not know, such as 2019-13, or a day that there is not, such as 2019-02-31.
    """
    return _month_in("moment", moment)


NO_DAY = "expected a day that the month has"


def is_day(year: int, month: int, day: int) -> bool:
    """Whether a month has a day."""
    return 1 <= day <= monthrange(year, month)[1]


def _month_in(name: str, moment: _Moment) -> YearMonth | None:
    if isinstance(moment, YearMonth) or moment is None:
        return moment
    if isinstance(moment, date):
        return YearMonth(moment.year, moment.month)
    if not is_text(moment):
        raise mistake(name, "a date, a YearMonth, a text or None", moment)
    if found := YEAR_FIRST.fullmatch(moment.strip()):
        month = YearMonth(int(found[1]), int(found[3]))
        if found[4] and not is_day(month.year, month.month, int(found[4])):
            raise InvalidValue("date", [Problem("", NO_DAY)])
        return month
    if found := _MONTH_FIRST.fullmatch(moment.strip()):
        return YearMonth(int(found[2]), int(found[1]))
    if found := _MONTH_NAME_FIRST.fullmatch(moment.strip()):
        for i, name in enumerate(_MONTHS):
            if name.startswith(found[1].casefold()):
                return YearMonth(int(found[2]), i + 1)
    return None


def period_in(start: _Moment, end: _Moment = None) -> Period | None:
    """The period from one month to another; None if one of the two has no month in it.

    Args:
        start: as for `month_in`; without `end`, also both months in one text, such as "2019.07-2021.08" or "2019年7月至今".
        end: likewise a month; open for None and for words such as "Present" and 至今.

    Raises:
        InvalidValue: the end is before the start, or one of the two is a date that there is not.
    """
    first = _month_in("start", start)
    if first is None and end is None and is_text(start):
        return _period_of_one_text(start)
    if is_text(end) and end.strip().casefold() in _PRESENT_WORDS:
        end = None
    last = _month_in("end", end)
    return None if first is None or (end is not None and last is None) else Period(first, last)


def _period_of_one_text(text: str) -> Period | None:
    """The period of a text that can be parted in one way alone into a month and another, or a word for today."""
    if len(text) > _LONGEST_PERIOD:
        return None
    parted = [(text[: sign.start()], text[sign.end() :].strip()) for sign in _BETWEEN.finditer(text)]
    found = [(start, end) for start, end in parted if end and month_in(start) is not None]
    if any(_YEAR.fullmatch(end) for _, end in found):
        return None  # 2019-11-01-2020: until January, or from the first day until a year
    periods = [period_in(start, end) for start, end in found]
    read = [one for one in periods if one is not None]
    return read[0] if len(read) == 1 else None
