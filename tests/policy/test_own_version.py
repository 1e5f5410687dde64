"""A policy that is changed has a version of its own: a view says by its version what decided."""

from collections.abc import Callable, Mapping
from datetime import date

import attrs
import pytest

from resume_visibility import POLICY_2023_04, InvalidValue, Policy
from resume_visibility.model import Document
from resume_visibility.policy import Clause, ClauseText, Confirmation, Readings, ViewerKind
from resume_visibility.policy.facts import VIEWER_FACTS

OTHER = attrs.evolve(POLICY_2023_04.ruleset, age=18)
LATER = attrs.evolve(POLICY_2023_04.ruleset, version="2030-01")


@pytest.mark.parametrize(
    "change",
    [
        lambda: Policy("2023-04", readings=Readings(mailbox_waits=False)),
        lambda: Policy("2023-04", accounts=("脉脉号",)),
        lambda: Policy("2023-04", ruleset=OTHER),
        lambda: attrs.evolve(POLICY_2023_04, readings=Readings(mailbox_waits=False)),
        lambda: Policy("2030-01", ruleset=LATER, accounts=("脉脉号",)),
    ],
)
def test_a_changed_policy_does_not_bear_the_version_of_another(change: Callable[[], Policy]) -> None:
    """Readings, accounts and rules: whatever decides is said by the version."""
    with pytest.raises(InvalidValue) as caught:
        change()
    [problem] = caught.value.problems
    assert problem.path == "version"
    assert problem.expected.startswith("expected a version of its own, such as 20")


def test_a_policy_as_it_is_has_the_version_of_its_ruleset() -> None:
    """So has one that says who answers for its readings, which decides nothing; one that is changed has another."""
    reading = POLICY_2023_04.ruleset.readings()[0].id
    confirmed = (Confirmation(reading=reading, by="Legal", on=date(2026, 1, 1)),)
    assert Policy("2023-04", confirmed=confirmed).version == "2023-04"
    assert Policy("2030-01", ruleset=LATER).version == "2030-01"
    assert Policy("2023-04-ours", readings=Readings(mailbox_waits=False), ruleset=OTHER).version


def test_equal_decisions_are_one_object_whoever_asks_at_the_same_time() -> None:
    """A decision that another thread keeps while this one looks at its clauses is the one that both have: projections are kept by it."""
    first, second = (
        viewer
        for viewer in VIEWER_FACTS
        if viewer.kind is ViewerKind.OWNER
        and viewer.document is Document.RESUME
        and viewer.action.value in ("view", "export")
    )
    asked_meanwhile: list[object] = []

    def texts(readings: Readings) -> Mapping[Clause, ClauseText]:
        if not asked_meanwhile:
            asked_meanwhile.append(second)
            policy.row(second)
        return POLICY_2023_04.ruleset.texts(readings)

    policy = Policy("ours", ruleset=attrs.evolve(POLICY_2023_04.ruleset, texts=texts))
    row = policy.row(first)
    assert [entry.decision for entry in row.values()] == [
        entry.decision for entry in policy.row(second).values()
    ]
