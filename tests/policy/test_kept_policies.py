"""A policy that is pickled or copied takes what it was made of with it, and no decision."""

import copy
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from each import each
from resume_visibility import POLICY_2023_04, Policy
from resume_visibility.policy import V2023_04, Facts, Grant, Readings, Refusal, Ruleset, ViewerKind, verify
from resume_visibility.policy.decisions import Decision, decision_key
from resume_visibility.policy.facts import VIEWER_FACTS

VIEWER = next(one for one in VIEWER_FACTS if one.kind is ViewerKind.RECRUITER and one.qualified)


def again(value: Any) -> Any:
    """Pickled, and unpickled."""
    return pickle.loads(pickle.dumps(value))


WAYS: list[Callable[[Any], Any]] = [again, copy.copy, copy.deepcopy]
QUESTIONS: list[Facts] = []


def _ask(facts: Facts, readings: Readings) -> Decision:
    """The rules, which remember what they were asked."""
    QUESTIONS.append(facts)
    return V2023_04.decide(facts, readings)


ASKED = attrs.evolve(V2023_04, version="asked", decide=_ask)


def own_policy() -> Policy:
    """A policy with readings and accounts of its own, which decided nothing yet."""
    return Policy("ours", readings=Readings(mailbox_waits=False), accounts=("脉脉号",))


def decisions_of(policy: Policy) -> list[Decision]:
    """What a policy decides for a recruiter."""
    return [entry.decision for entry in policy.row(VIEWER).values()]


def test_a_pickle_is_the_same_whatever_was_decided() -> None:
    """A policy that was verified has decided every case: the pickle holds none of them."""
    policy = own_policy()
    before = pickle.dumps(policy)
    assert verify(policy) == ()
    assert pickle.dumps(policy) == before


@each("way", WAYS)
def test_another_object_has_the_same_fields(way: Callable[[Any], Any]) -> None:
    """Version, ruleset, readings, accounts and confirmations are those of the policy."""
    policy = own_policy()
    other = way(policy)
    assert other is not policy
    for field in attrs.fields(Policy):
        if field.init:
            assert getattr(other, field.name) == getattr(policy, field.name), field.name


@each("way", WAYS)
def test_another_object_decides_alike(way: Callable[[Any], Any]) -> None:
    """The rules are the same, and so is what they decide."""
    policy = own_policy()
    decided = decisions_of(policy)
    assert {*map(type, decided)} == {Grant, Refusal}
    assert [*map(decision_key, decisions_of(way(policy)))] == [*map(decision_key, decided)]


@each("way", WAYS)
def test_another_object_asks_the_rules_anew(way: Callable[[Any], Any]) -> None:
    """What was decided before, by rules that may have changed since, decides nothing."""
    policy = Policy("asked", ruleset=ASKED)
    asked = len(decisions_of(policy))
    QUESTIONS.clear()
    decisions_of(way(policy))
    assert len(QUESTIONS) == asked


@each(("way", "known"), [(way, known) for way in WAYS for known in (V2023_04, POLICY_2023_04)])
def test_what_the_library_has_stays_the_same_object(way: Callable[[Any], Any], known: object) -> None:
    """The ruleset and the policy of April 2023 are pickled and copied by their names."""
    assert way(known) is known


@each("way", WAYS)
def test_a_policy_keeps_the_ruleset_of_the_library(way: Callable[[Any], Any]) -> None:
    """It is no other ruleset of the same version, which would be refused."""
    assert way(own_policy()).ruleset is V2023_04


def test_a_policy_by_the_name_of_the_ruleset_can_be_changed_after_it() -> None:
    """It is not taken for a changed one."""
    policy = again(Policy("2023-04"))
    assert attrs.evolve(policy, confirmed=()).version == "2023-04"


@each("way", [again, copy.deepcopy])
def test_a_ruleset_of_ones_own_is_rebuilt_from_its_fields(way: Callable[[Any], Any]) -> None:
    """It has no name by which this library could find it."""
    other = way(ASKED)
    assert other is not ASKED
    assert [getattr(other, field.name) for field in attrs.fields(Ruleset)] == [
        getattr(ASKED, field.name) for field in attrs.fields(Ruleset)
    ]


def test_a_ruleset_with_a_lambda_is_not_pickled() -> None:
    """Python says which function has no name."""
    ruleset = attrs.evolve(V2023_04, version="own", decide=lambda facts, readings: Refusal(()))
    with pytest.raises((pickle.PicklingError, AttributeError), match="lambda"):
        pickle.dumps(Policy("own", ruleset=ruleset))


LOADED = """
import pickle, sys
own, known, ruleset = pickle.load(sys.stdin.buffer)
from resume_visibility import POLICY_2023_04
from resume_visibility.policy import V2023_04
print(own.ruleset is V2023_04, known is POLICY_2023_04, ruleset is V2023_04, own.version, own.accounts)
"""


def test_a_process_that_starts_anew_loads_them() -> None:
    """A process of `spawn` has imported nothing yet."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", LOADED],
        input=pickle.dumps((own_policy(), POLICY_2023_04, V2023_04)),
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().split("\n") == ["True True True ours ('脉脉号',)", ""]
