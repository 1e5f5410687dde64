"""Policies that the command line is asked about, by their place here."""

from datetime import date
from functools import cache

import attrs

from resume_visibility import Policy
from resume_visibility.model import Action, Document, Part, Words
from resume_visibility.policy import (
    V2023_04,
    Clause,
    ClauseText,
    Confirmation,
    Facts,
    Grant,
    Readings,
    Refusal,
    Statement,
    ViewerKind,
    when,
)
from resume_visibility.policy.decisions import Decision
from resume_visibility.policy.facts import Standing


@cache
def policy_of(readings: Readings) -> Policy:
    """The rules with the platform's readings: one policy for all tests of a process, because its table takes long to make."""
    return Policy("own", readings=readings)


AGAINST_CANDIDATE = frozenset(
    one.changed_by for one in V2023_04.readings() if one.against_candidate and isinstance(one.changed_by, str)
)
"""The fields of readings where the choice of the rules gives more than its other side."""


def _blind(facts: Facts, readings: Readings) -> Decision:
    """The rules, but that a block is overlooked."""
    if facts.standing is Standing.BLOCKED:
        facts = attrs.evolve(facts, standing=Standing.NONE)
    return V2023_04.decide(facts, readings)


def _visitors_by_another_clause(facts: Facts, readings: Readings) -> Decision:
    """The rules, but that visitors are refused by another clause."""
    if facts.kind is ViewerKind.VISITOR:
        return Refusal((Clause.OWNER_1,))
    return V2023_04.decide(facts, readings)


def _in_lists_alone(facts: Facts, readings: Readings) -> Decision:
    """The rules, but that nothing is given for any action but a recommendation."""
    if facts.action is not Action.RECOMMEND:
        return Refusal((Clause.DEFAULT_DENY,))
    return V2023_04.decide(facts, readings)


def _uncited(facts: Facts, _: Readings) -> Decision:
    """Everybody is given the display name and the action, by no clause."""
    parts, actions = frozenset({Part.DISPLAY_NAME}), frozenset({facts.action})
    given = ((Part.DISPLAY_NAME, ()), (facts.action, ()))
    return Grant(facts.document, parts, channels=frozenset(), actions=actions, given=given, refused=())


UNCITED = Policy("uncited", ruleset=attrs.evolve(V2023_04, decide=_uncited))
SILENT = Policy("silent", ruleset=attrs.evolve(V2023_04, decide=lambda *_: Refusal(())))
BLIND = Policy("blind", ruleset=attrs.evolve(V2023_04, decide=_blind))
EXPORTED = Policy("exported", readings=Readings(chat_only_forbids_export=False))
CLOSED = Policy(
    "closed",
    ruleset=attrs.evolve(V2023_04, version="closed", decide=lambda *_: Refusal((Clause.DEFAULT_DENY,))),
)
LENIENT = Policy(
    "lenient", ruleset=attrs.evolve(V2023_04, version="lenient", required=dict.fromkeys(Document, ()))
)
DEMANDING = Policy(
    "demanding",
    ruleset=attrs.evolve(
        V2023_04, version="demanding", required={Document.RESUME: ("work.industry",), Document.FORM: ()}
    ),
)
LISTED = Policy("listed", ruleset=attrs.evolve(V2023_04, version="listed", decide=_in_lists_alone))
NO_POLICY = "a policy"
LATER = Policy(
    "later",
    ruleset=attrs.evolve(
        V2023_04,
        age=18,
        texts=lambda chosen: {
            **V2023_04.texts(chosen),
            Clause.GATE_3: attrs.evolve(
                V2023_04.texts(chosen)[Clause.GATE_3],
                gist=Words(
                    "who is not surely eighteen is shown to nobody", "不能确定已满十八周岁的，任何人都看不到"
                ),
            ),
            Clause.MODE_2: attrs.evolve(
                V2023_04.texts(chosen)[Clause.MODE_2], source="附件 A", quotation="另有附件"
            ),
        },
        uncited=lambda chosen: {
            **V2023_04.uncited(chosen),
            "NEWS-1": ClauseText(Words("something new", "新的规则")),
        },
        statements=lambda chosen: (
            *V2023_04.statements(chosen),
            Statement(
                "new", ("NEWS-1", "GONE-1"), Words("something new holds", "新的断言"), when(lambda _: False)
            ),
        ),
        decide=_visitors_by_another_clause,
    ),
    accounts=("青鸟号",),
)
CONFIRMED = Policy(
    "2026-ours",
    readings=Readings(mailbox_waits=False),
    confirmed=(Confirmation("GATE-3/2", by="隐私办公室", on=date(2026, 1, 31)),),
)
