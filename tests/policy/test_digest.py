"""The digests of a policy change with what it decides and states, and with nothing else."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import pytest

from cases import decision_on
from each import each
from policies import policy_of
from resume_visibility.model.language import Words
from resume_visibility.model.parts import Document, Part
from resume_visibility.model.viewers import Action
from resume_visibility.policy import (
    V2023_04,
    Clause,
    ClauseText,
    Confirmation,
    Facts,
    Grant,
    Readings,
    Refusal,
)
from resume_visibility.policy.decisions import Decision
from resume_visibility.policy.digest import digest_of_decisions, digest_of_policy, digest_of_texts
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
    if not isinstance(decision, Grant):
        return decision
    given = tuple(cited for cited in decision.given if cited[0] is not Part.WORK)
    return attrs.evolve(decision, parts=decision.parts - {Part.WORK}, given=given)


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
    turned = [policy_of(Readings(**{name: False})) for name in attrs.fields_dict(Readings)]
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


def with_texts(change: Callable[[ClauseText], ClauseText], rule: str) -> Policy:
    """The policy with the text of one rule changed."""

    def texts(readings: Readings) -> dict[Clause, ClauseText]:
        return {
            one: change(text) if one.value == rule else text for one, text in V2023_04.texts(readings).items()
        }

    def uncited(readings: Readings) -> dict[str, ClauseText]:
        return {
            one: change(text) if one == rule else text for one, text in V2023_04.uncited(readings).items()
        }

    return Policy("ours", ruleset=attrs.evolve(V2023_04, texts=texts, uncited=uncited))


@each("rule", DEFAULT_POLICY.rules)
def test_the_digest_of_texts_changes_with_each_word_of_each_rule(rule: str) -> None:
    """Whoever signed a rule sees that it states or quotes something else, in either language, though nothing is decided otherwise."""
    changes: list[Callable[[ClauseText], ClauseText]] = [
        lambda text: attrs.evolve(text, gist=text.gist._replace(zh=f"{text.gist.zh}。")),
        lambda text: attrs.evolve(text, gist=text.gist._replace(en=f"{text.gist.en}.")),
        lambda text: attrs.evolve(text, source=f"{text.source} ", quotation=text.quotation or "…"),
        lambda text: attrs.evolve(text, source=text.source or "…", quotation=f"{text.quotation} "),
    ]
    digests = [digest_of_texts(with_texts(change, rule)) for change in changes]
    assert len({*digests, digest_of_texts(DEFAULT_POLICY)}) == 5


def test_a_decision_is_not_its_text() -> None:
    """A rule in other words decides as before: whoever signed knows which of the two changed."""
    reworded = with_texts(lambda text: attrs.evolve(text, gist=Words("another", "另一")), "APPLY-1")
    assert digest_of_policy(reworded) == digest_of_policy(DEFAULT_POLICY)


def test_the_digest_of_texts_changes_with_every_other_text() -> None:
    """Each reading with its sides, each statement, the edition, and what is required of a resume; another order says nothing."""
    another, first = Words("another", "另一"), V2023_04.readings()[0]
    readings = [
        (attrs.evolve(first, **change), *V2023_04.readings()[1:])
        for change in (
            {"question": another},
            {"choice": another},
            {"alternative": another},
            {"against_candidate": not first.against_candidate},
        )
    ]
    statements = DEFAULT_POLICY.statements
    changed: list[dict[str, Any]] = [
        *({"readings": lambda new=new: new} for new in readings),
        {"readings": lambda: V2023_04.readings()[1:]},
        {"statements": lambda _: statements[1:]},
        {"statements": lambda _: (attrs.evolve(statements[0], words=another), *statements[1:])},
        {"statements": lambda _: (attrs.evolve(statements[0], rules=("LAW-1",)), *statements[1:])},
        {"edition": attrs.evolve(V2023_04.edition, in_force=date(2030, 1, 1))},
        {"required": {**V2023_04.required, Document.FORM: ()}},
        {"age": 18},
    ]
    digests = [digest_of_texts(Policy("ours", ruleset=attrs.evolve(V2023_04, **one))) for one in changed]
    before = digest_of_texts(DEFAULT_POLICY)
    assert len({*digests, before}) == len(changed) + 1
    same: list[dict[str, Any]] = [
        {"texts": lambda readings: dict(reversed([*V2023_04.texts(readings).items()]))},
        {"uncited": lambda readings: dict(reversed([*V2023_04.uncited(readings).items()]))},
        {"readings": lambda: V2023_04.readings()[::-1]},
        {"statements": lambda readings: V2023_04.statements(readings)[::-1]},
        {"required": {document: V2023_04.required[document][::-1] for document in reversed([*Document])}},
    ]
    for one in same:
        assert digest_of_texts(Policy("theirs", ruleset=attrs.evolve(V2023_04, **one))) == before


def _changing(change: Callable[[Decision], Decision]) -> Callable[[Facts, Readings], Decision]:
    return lambda facts, _: change(decision_on(facts))
