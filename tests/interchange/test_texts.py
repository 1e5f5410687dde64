"""What mappings make of texts: months in any order, periods that are open only where somebody says so, and nothing that is not there."""

from datetime import UTC, date, datetime
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from each import each
from resume_visibility import InvalidValue
from resume_visibility.interchange import lines, month_in, number_in, period_in, words
from resume_visibility.interchange.partial_dates import date_in
from resume_visibility.model import Period, YearMonth

JULY = YearMonth(2019, 7)


@each(
    "moment",
    [
        *(
            "2019-07",
            "2019-7",
            "2019-07-31",
            "2019-07-31T00:00:00Z",
            "2019/07/01",
            "2019.7",
            " 2019.07 ",
            "2019年7月",
        ),
        *("2019年07月15日", "07/2019", " 7.2019 ", " Jul 2019 ", "july 2019", "Jul. 2019", "July, 2019"),
        *(date(2019, 7, 31), datetime(2019, 7, 31, tzinfo=UTC), JULY),
    ],
)
def test_a_month_is_found_however_it_is_written(moment: str | date) -> None:
    """A month is found in dates of many ways of writing."""
    assert month_in(moment) == JULY


@each(
    "moment",
    ["2019", "2019-", "07/08/2019", "summer 2019", "Jux 2019", "07/19", "", "2019-071", "July", None],
)
def test_no_month_is_made_up(moment: str | None) -> None:
    """Where there is no month, or two numbers may be it, there is none."""
    assert month_in(moment) is None


@each(
    ("moment", "end"),
    [
        *((text, "2021-08") for text in ("2019.07-2021.08", "2019年7月至2021年8月", "2019年7月-2021年8月")),
        *((text, "2021-08") for text in ("2019-07-2021-08", "07/2019 – 08/2021", "Jul 2019 to Aug 2021")),
        *(
            (text, "2021-08")
            for text in ("2019-07-31 - 2021-08-31", "2019.07--2021.08", "2019.07 到 2021.08")
        ),
        *(
            (text, None)
            for text in (
                "2019.07-至今",
                "2019年7月至今",
                "2019年7月 - 至今",
                "2019.07~现在",
                "Jul 2019 – Present",
            )
        ),
        *(
            (text, "2021-08")
            for text in ("2019.07－2021.08", "2019.07−2021.08", "2019.07 〜 2021.08", "2019年7月──2021年8月")
        ),
        ("2019.07-8.2021", "2021-08"),
    ],
)
def test_a_period_is_no_month(moment: str, end: str | None) -> None:
    """Of two months in one text, neither is the month: its end would be lost, and a job that ended would go on. It is a period."""
    assert [month_in(moment), date_in(moment)] == [None, None]
    assert period_in(moment) == Period(JULY, None if end is None else month_in(end))


@each(
    "moment",
    [
        "2019-07/2020-01",
        "2019.07-12",
        "2019-07-",
        "2019-",
        "-至今",
        "2019-至今",
        "2019.07-2020",
        "2019.07-今",
        "2019.07-?",
        "2019-07-01-2020",
        "2019-07-31-2020",
        "2019-07-01-2020年",
        f"2019.07{'-x' * 100}",
    ],
)
def test_no_period_is_made_up(moment: str) -> None:
    """Where a text is not surely a month and another, or a word for today, there is neither a month nor a period in it."""
    assert [month_in(moment), period_in(moment), date_in(moment)] == [None, None, None]


def test_a_long_text_takes_no_long_time() -> None:
    """A text of blanks alone between two months is read at once; one that is longer than any period is not read for one."""
    blanks = " " * 1_000_000
    assert period_in(f"2019.07{blanks}x") is period_in(f"2019.07{blanks}-2021.08") is None


@each(
    "start",
    [
        *("", "2019", "2019-", "2019-07", "2019年7月", "2019-07-31", "2019-07-31日", "2019-07-31T1:"),
        *("07", "07/", "Jul", "Jul.,"),
    ],
)
def test_LAW_6_a_long_text_that_begins_like_a_month_is_read_at_once(start: str) -> None:
    """LAW-6: whichever sign is in it over and over, a text takes time that grows with its length alone: an upload may hold any."""
    for run, end in product((" ", "\n ", "1", ":", ".", "日", "T", "-"), ("x", "1:2x", "1:2 x", "日x")):
        text = f"{start}{run * 100_000}{end.replace(' ', ' ' * 100_000)}"
        assert [month_in(text), period_in("2019-07", text), date_in(text)] == [None, None, None]


@each(
    "text",
    [
        *(
            "2019-07-31",
            "2019-07-31T10:00:00+08:00",
            "2019-07-31 10:00:00 +0800",
            "2019/7/31 8:00",
            "2019.07.31.",
            " 2019-07-31\n",
        ),
        *("2019年7月31日", "2019年7月31号", "2019 年 7 月 31 日", "2019-07-31T00:00:00.000Z"),
    ],
)
def test_no_day_is_lost(text: str) -> None:
    """A date has its day, however it is written."""
    date_ = date_in(text)
    assert date_ is not None
    assert date_.spelled == "2019-07-31"
    assert date_.year_month == month_in(text) == JULY


def test_a_month_that_there_is_not_is_refused() -> None:
    """A thirteenth month is no month that is missing: it is wrong."""
    with pytest.raises(InvalidValue, match="expected a month from 1 to 12"):
        month_in("2019-13")


@each(
    "day", ["2019-02-31", "2019-02-29", "2019年6月31日", "2019-07-00", "2019-07-99", "2019-02-31T10:00:00Z"]
)
def test_a_day_that_there_is_not_is_refused(day: str) -> None:
    """A day that its month does not have is wrong, also where the month alone is asked for."""
    for asked in (month_in, date_in, period_in):
        with pytest.raises(InvalidValue, match=r": expected a day that the month has$"):
            asked(day)
    with pytest.raises(InvalidValue, match=r": expected a day that the month has$"):
        period_in(f"{day} - 2020.01")


@given(
    st.dates(date(1900, 1, 1), date(2200, 12, 31)),
    st.sampled_from(["%Y-%m", "%Y/%m/%d", "%Y年%m月", "%m/%Y", "%d %Y"]),
)
def test_what_was_written_is_read(day: date, pattern: str) -> None:
    """The month of a date is read back, whatever pattern wrote it with a month; without one, there is none."""
    expected = YearMonth(day.year, day.month) if "%m" in pattern else None
    assert month_in(f"{day.year}".join(day.strftime(part) for part in pattern.split("%Y"))) == expected


@each("end", [None, "", "至今", "Present", "now", " current "])
def test_a_period_is_open_where_somebody_says_so(end: str | None) -> None:
    """Without an end, or with a word for today, a period goes on."""
    assert period_in("2019-07", end) == Period(JULY)


def test_half_a_period_is_none() -> None:
    """A period has two months, or is none; it does not go backwards."""
    assert period_in("2019-07", "2020.01") == Period(JULY, YearMonth(2020, 1))
    assert period_in("2019", "2020-01") is period_in("2019-07", "2020") is period_in(None, "2020-01") is None
    with pytest.raises(InvalidValue, match="not before the start"):
        period_in("2019-07", "2019-06")


def test_texts_are_joined() -> None:
    """Texts, numbers and lists of them are lines; texts are words; of nothing there is nothing."""
    assert lines("a", None, ["b", 3], 1.5, ()) == "a\nb\n3\n1.5"
    assert words("Lena", None, "Vasquez") == "Lena Vasquez"
    assert lines(None, []) is words(None) is None
    for wrong in (True, {"a": "b"}, b"a", ["a", ["b"]]):
        with pytest.raises(ValueError, match="expected texts, numbers and lists of them"):
            lines(wrong)


def test_a_number_keeps_its_digits() -> None:
    """A number loses what parts its digits, and gets no country."""
    assert number_in("+86 138-0013-8000") == "+8613800138000"
    assert number_in("(020) 7946.0000") == "02079460000"
