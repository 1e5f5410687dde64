"""Who confirmed a reading is data of a policy: checked when it is built, and nothing that decides."""

from datetime import UTC, date, datetime
from typing import Any

import attrs
import pytest

from resume_visibility import POLICY_2023_04, InvalidValue, Policy
from resume_visibility.policy import Confirmation, Readings, compare

CONFIRMED = Confirmation("GATE-3/2", by="隐私办公室", on=date(2026, 1, 31))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("reading", 3),
        ("reading", " "),
        ("by", None),
        ("by", ""),
        ("on", "2026-01-31"),
        ("on", datetime(2026, 1, 31, tzinfo=UTC)),
        ("alternative", None),
    ],
)
def test_a_confirmation_is_checked(field: str, value: Any) -> None:
    """A confirmation names a reading, somebody and a day; what is none of these is refused by its path."""
    change: dict[str, Any] = {field: value}
    with pytest.raises(InvalidValue) as error:
        attrs.evolve(CONFIRMED, **change)
    assert [problem.path for problem in error.value.problems] == [field]


@pytest.mark.parametrize(
    ("confirmed", "path"),
    [
        ((CONFIRMED, attrs.evolve(CONFIRMED, reading="GATE-9/1")), "confirmed[1].reading"),
        ((CONFIRMED, attrs.evolve(CONFIRMED, by="另一人")), "confirmed[1].reading"),
        ([CONFIRMED], "confirmed"),
        (("GATE-3/2",), "confirmed[0]"),
    ],
)
def test_only_readings_of_the_ruleset_are_confirmed_and_each_once(confirmed: Any, path: str) -> None:
    """A confirmation of what is no reading, a second one of the same, or something else is refused by its path."""
    with pytest.raises(InvalidValue) as error:
        Policy("ours", confirmed=confirmed)
    assert [problem.path for problem in error.value.problems] == [path]


@pytest.mark.parametrize("waits", [True, False])
@pytest.mark.parametrize("alternative", [True, False])
def test_what_a_policy_chooses_is_confirmed_and_nothing_else(waits: bool, alternative: bool) -> None:
    """A policy whose reading is changed after somebody confirmed it is refused until they confirm the alternative."""

    def build() -> Policy:
        confirmed = attrs.evolve(CONFIRMED, reading="APPLY-4/1", alternative=alternative)
        return Policy("ours", readings=Readings(mailbox_waits=waits), confirmed=(confirmed,))

    if waits is not alternative:
        assert build().confirmed
        return
    with pytest.raises(InvalidValue) as error:
        build()
    assert [problem.path for problem in error.value.problems] == ["confirmed[0].alternative"]


def test_a_confirmation_decides_nothing() -> None:
    """A policy whose readings are confirmed decides as the one that it is made of."""
    comparison = compare(POLICY_2023_04, Policy("ours", confirmed=(CONFIRMED,)))
    assert (comparison.more, comparison.less, comparison.cited, comparison.others) == ((), (), (), ())
