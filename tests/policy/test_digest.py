"""The digest of what a policy decides changes with its decisions, and with nothing else."""

import re
from collections.abc import Callable
from datetime import date

import attrs
import pytest

from cases import decision_on
from resume_visibility.model.parts import Document, Part
from resume_visibility.model.viewers import Action
from resume_visibility.policy import V2023_04, Clause, Confirmation, Facts, Grant, Readings, Refusal
from resume_visibility.policy.decisions import Decision
from resume_visibility.policy.digest import digest_of_decisions, digest_of_policy
from resume_visibility.policy.table import DEFAULT_POLICY, Policy


def digest_with(change: Callable[[Decision], Decision]) -> str:
    """The digest of exports of resumes under the rules, with each decision changed."""

    changed = Policy("changed", ruleset=attrs.evolve(V2023_04, decide=_changing(change)))
    return digest_of_decisions(changed, Document.RESUME, Action.EXPORT)


def refuse_otherwise(decision: Decision) -> Decision:
    """Cite another clause for a refusal."""
    return Refusal((Clause.BLOCK_1,)) if isinstance(decision, Refusal) else decision


def give_less(decision: Decision) -> Decision:
    """Give a part less."""
    return (
        attrs.evolve(decision, parts=decision.parts - {Part.WORK})
        if isinstance(decision, Grant)
        else decision
    )


def cite_otherwise(decision: Decision) -> Decision:
    """Cite another clause for everything that is given."""
    if not isinstance(decision, Grant):
        return decision
    return attrs.evolve(decision, given=tuple((item, (Clause.MODE_4,)) for item, _ in decision.given))


def test_the_same_decisions_have_one_digest() -> None:
    """EXPORT-1: under another name, too."""
    assert digest_with(lambda one: one) == digest_of_decisions(DEFAULT_POLICY, Document.RESUME, Action.EXPORT)


@pytest.mark.parametrize("change", [refuse_otherwise, give_less, cite_otherwise])
def test_EXPORT_1_other_decisions_have_another_digest(change: Callable[[Decision], Decision]) -> None:
    """EXPORT-1: what is given, by which clause, and why it is refused, stands in the rows of an export and in its records."""
    assert digest_with(change) != digest_with(lambda one: one)


def test_the_digest_of_a_policy_changes_with_whatever_decides() -> None:
    """Each choice, each kind of account and each rule changes it; the name of the policy and who confirmed it do not."""
    ours = Policy("ours")
    turned = [
        Policy("ours", readings=attrs.evolve(Readings(), **{name: False}))
        for name in attrs.fields_dict(Readings)
    ]
    others = [
        Policy("ours", accounts=("脉脉号",)),
        Policy("ours", ruleset=attrs.evolve(V2023_04, age=18)),
        *(
            Policy("ours", ruleset=attrs.evolve(V2023_04, decide=_changing(change)))
            for change in (refuse_otherwise, give_less)
        ),
    ]
    digests = [digest_of_policy(policy) for policy in (ours, *turned, *others)]
    assert len({*digests}) == len(digests)
    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in digests)
    confirmed = (Confirmation("MODE-2/1", by="officer", on=date(2026, 1, 31)),)
    same = (DEFAULT_POLICY, Policy("theirs", confirmed=confirmed), Policy("ours", accounts=()))
    assert {digest_of_policy(policy) for policy in same} == {digests[0]}
    two = [
        digest_of_policy(Policy("ours", accounts=some)) for some in (("脉脉号", "脉圈"), ("脉圈", "脉脉号"))
    ]
    assert two[0] == two[1]


def _changing(change: Callable[[Decision], Decision]) -> Callable[[Facts, Readings], Decision]:
    return lambda facts, _: change(decision_on(facts))
