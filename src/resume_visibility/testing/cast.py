"""The people and companies of every case: few companies, recipients and names, so that drawn ones really meet."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from itertools import product
from typing import Any

from hypothesis import strategies as st

from ..model.building import Choice
from ..model.names import PersonName
from ..model.values import MobileNumber, YearMonth
from ..model.viewers import Company

NOW = datetime(2026, 6, 1, 17, 41, 7, 250321, tzinfo=UTC)
"""The instant around which the instants of a case lie: no whole hour or second, and already the next day in Beijing."""

COMPANIES = (
    Company(id="acme", name="阿克米科技有限公司", aliases=("Acme",), group="acme-group"),
    Company(id="acme-cloud", name="阿克米云计算有限公司", group="acme-group"),
    Company(id="globex", name="环球实业股份有限公司", aliases=("Globex", "环球")),
    Company(name="无从识别的公司"),
)
"""The companies of every case: two of one group, one alone, one that cannot be identified."""

MAILBOXES = ("hr@acme.example.com", "jobs@acme.example.com")
CANDIDATES = ("candidate-1", "candidate-2")
RECIPIENTS = ("course-provider", "partner")
SCHOOLS = ("school-1", "school-2")
PURPOSES = ("course-consultation", "maps")
REVISIONS = ("0", "state-2")
PROSE = (
    "负责系统架构设计",
    "Led a team of four",
    "用户数300万，QPS 8000",
    "熟悉 Python 与 Go",
    "2019年获年度优秀员工",
)
FAMILIES = (
    (PersonName("张三丰"), PersonName("张翠山")),
    (PersonName("欧阳明月"), PersonName("欧阳修竹")),
    (
        PersonName("Lena Vasquez", surname="Vasquez", romanised_surname="Vasquez"),
        PersonName("Mónica Vasquez", surname="Vasquez", romanised_surname="Vasquez"),
    ),
    (PersonName("岳帅", romanised_surname="Yue"), PersonName("岳飞", romanised_surname="Yue")),
)
"""Pairs of names with the same honorific: if only the honorific is shown, nothing may distinguish them."""

SIZES = (0, 0, 1, 1, 1, 2, 2)
"""How many items a list has. If it were always one, nobody would find code that says how many there are, or in which order."""
TYPED = 0.5
"""How often a detail that is filled in is typed into texts, too. One that is in no text may be missing without a trace."""

INSTANTS = [NOW + timedelta(days=days) for days in (0, 1, 2, 3, -1, -2, -3)]
instants = st.sampled_from(INSTANTS)
DEEDS = [NOW + timedelta(days=days) for days in (-3, -3, -3, -2, -2, -1, -1, 0, 1, 3)]
"""The instants of acts: most of them are before the instant of a case."""
months = st.builds(YearMonth, st.integers(2010, 2025), st.integers(1, 12))


def number_spellings(number: MobileNumber) -> tuple[str, ...]:
    """Some of the ways in which people type a mobile number."""
    digits = number.e164.removeprefix("+86")
    wide = digits.translate({ord("0") + i: ord("０") + i for i in range(10)})
    return (
        digits,
        f"{digits[:3]}-{digits[3:7]}-{digits[7:]}",
        f"+86 {digits[:3]} {digits[3:7]} {digits[7:]}",
        wide,
        "*".join(digits),
        "\u200b".join(digits),
    )


def any_of(choices: type[Choice]) -> st.SearchStrategy[Any]:
    return st.sampled_from(list(choices))


_MOST_AT_ONCE = 256
"""Hypothesis draws from more with an unequal chance."""


def at_once(*choices: Iterable[Any]) -> st.SearchStrategy[Any]:
    """Make several choices that have nothing to do with one another, as a tuple. One draw is several times quicker than a draw for each."""
    every = list(product(*choices))
    if len(every) > _MOST_AT_ONCE:
        raise ValueError(f"expected at most {_MOST_AT_ONCE} choices at once, got {len(every)}")
    return st.sampled_from(every)
