"""Derives a condition on rows from the policy's table: which resumes a viewer is shown, without a look at any of them (LAW-8).

What the table decides is derived from it. How the facts of a pair (standing, conversing, sharing) are found is stated here
a second time, as conditions on rows; `policy/situation.py` states it for objects. The laws check that the two agree.
"""

from collections.abc import Hashable, Iterator
from datetime import datetime
from functools import cached_property, lru_cache
from typing import TypeAlias, cast

import attrs

from ..model.arguments import expect
from ..model.births import latest_birth
from ..model.building import Choice
from ..model.instants import instant
from ..model.names import folded
from ..model.parts import Document
from ..model.settings import NameDisplay
from ..model.viewers import (
    Company,
    Headhunter,
    Mailbox,
    Owner,
    Recipient,
    School,
    SupportAgent,
    Viewer,
    expect_viewer,
)
from ..policy.decisions import Grant
from ..policy.facts import VIEWER_FACTS, CandidateFacts, Concern, Standing, ViewerFacts, ViewerKind
from ..policy.situation import STRONGEST_FIRST, Request, clients_of, company_of, is_unidentified, request_of
from ..policy.table import DEFAULT_POLICY, Policy
from .conditions import (
    ALWAYS,
    NEVER_HOLDS,
    After,
    Condition,
    In,
    Later,
    PartOf,
    UpTo,
    Value,
    every,
    has,
    needs_related_rows,
    negate,
    some,
)
from .minimising import Box, Cover, Point, cover
from .rows import Relation, microseconds

VARIABLES = (*CandidateFacts._fields, "own", *ViewerFacts._fields[len(Request._fields) :])
"""Everything that can differ from one resume to the next. The facts that its one row holds come first; then whether the viewer is its
owner, and the facts of the viewer's half that no request states.
"""

_COLUMNS = {
    "personalised": "personalised_recommendation",
    "visibility": "visibility",
    "name_display": "name_display",
    "resume_permission": "resume_permission",
    "chat_permission": "chat_permission",
    "exists": "exists",
}
"""The facts that a row holds unchanged, with their columns."""


def condition_for(
    viewer: Viewer,
    document: Document = Document.RESUME,
    *,
    at: datetime | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> Condition:
    """Give the resumes, or forms, that this viewer is shown for their action, as a condition on stored rows (LAW-8).

    Args:
        viewer: who asks, and what for.
        document: whether resumes or forms are asked for.
        at: the instant, aware, to the microsecond; now, unless given.
        policy: that decides.

    Returns:
        The shortest condition; a short one for a table without any order. At that instant, `holds(condition, stored(resume))` equals
        `is_shown(viewer, resume)`.

    Raises:
        TypeError: `viewer` is no viewer, `document` no document, or `policy` no policy.
        InvalidValue: `at` has no time zone.
    """
    expect_viewer(viewer)
    expect("document", document, Document)
    expect("policy", policy, Policy)
    shown, possible = _cover_shown(policy, request_of(viewer, document, policy.readings))
    builder = _ConditionBuilder(viewer, instant(at), policy)
    boxes = sorted((builder.state_box(box, shown.common) for box in shown.boxes), key=needs_related_rows)
    return every((builder.state_box(shown.common, possible), some(boxes)))


@lru_cache(maxsize=1024)  # a policy has a few hundred
def _cover_shown(policy: Policy, request: Request) -> tuple[Cover, Box]:
    """The cases in which viewers of this kind are shown something, and all values that their facts can have."""
    cases = dict(_cases(policy, request))
    possible = tuple(map(frozenset, zip(*cases, strict=True)))
    return cover([case for case, is_shown in cases.items() if is_shown], len(VARIABLES)), possible


def _cases(policy: Policy, request: Request) -> Iterator[tuple[Point, bool]]:
    matching = [viewer_facts for viewer_facts in VIEWER_FACTS if viewer_facts[: len(request)] == request]
    if request.kind is ViewerKind.OWNER:  # the owner of one resume is a visitor to all others
        matching.append(ViewerFacts(request.document, ViewerKind.VISITOR, request.action))
    for viewer_facts in matching:
        pair_facts = (viewer_facts.kind is ViewerKind.OWNER, *viewer_facts[len(request) :])
        for candidate, entry in policy.row(viewer_facts).items():
            yield (*candidate, *pair_facts), isinstance(entry.decision, Grant)


FactCondition: TypeAlias = tuple[frozenset[Hashable], Condition]
"""Values of a fact, and the condition on rows that holds exactly where the fact has one of these values."""


@attrs.frozen
class _ConditionBuilder:
    """States one viewer's facts as conditions on rows.

    Args:
        viewer: who asks.
        at: the instant, in UTC.
        policy: that decides.
    """

    viewer: Viewer
    at: datetime
    policy: Policy

    def state_box(self, box: Box, possible: Box) -> Condition:
        """The condition that every fact has one of these values.

        Args:
            box: the values of each variable.
            possible: the values that each variable can have at all.
        """
        return every(
            self.state_fact(name, values, possible_values)
            for name, values, possible_values in zip(VARIABLES, box, possible, strict=True)
            if values != possible_values
        )

    def state_fact(self, name: str, values: frozenset[Hashable], possible: frozenset[Hashable]) -> Condition:
        """The condition that a fact has one of `values`, if it is known to have one of `possible`."""
        if name in _COLUMNS:
            return _column_in(_COLUMNS[name], values)
        found: list[FactCondition] = []
        for true_for, condition in self._fact_conditions(name, possible):
            if true_for & possible == values:
                return condition
            if possible - true_for == values:
                return negate(condition)
            found.append((true_for, condition))
        return some(
            every(condition if value in true_for else negate(condition) for true_for, condition in found)
            for value in values
        )

    def _fact_conditions(self, name: str, possible: frozenset[Hashable]) -> Iterator[FactCondition]:
        """The conditions that state a fact. Together they distinguish every value from every other."""
        match name:
            case "own":
                candidate = self.viewer.candidate if isinstance(self.viewer, Owner) else None
                yield _TRUE, _equals("candidate", candidate)
            case "of_age":
                yield _TRUE, UpTo("born", latest_birth(self.at, self.policy.ruleset.age))
            case "standing" if isinstance(self.viewer, School):
                handed_in = every((_equals("school", self.viewer.id), self._valid_now))
                yield _APPLIED, has(Relation.TALKS, handed_in)
            case "standing" if company_of(self.viewer) is not None:
                yield from self._standing_conditions(Standing.BLOCKED in possible)
            case "conversing":
                yield _TRUE, self._conversing_condition()
            case "nickname":
                member = _equals("in_community", True) if None in possible else ALWAYS
                yield frozenset(NameDisplay), member
                yield (
                    frozenset({NameDisplay.REAL}),
                    every((member, _equals("nickname", NameDisplay.REAL.value))),
                )
            case "sharing" if isinstance(self.viewer, Recipient):
                yield from self._sharing_conditions(self.viewer)
            case "concern" if isinstance(self.viewer, SupportAgent):
                yield from self._concern_conditions(self.viewer)
            case _:
                raise TypeError(f"no rows say the fact {name} of a {type(self.viewer).__name__}")

    # --- Companies and schools ---------------------------------------------------------------------------------------

    def _standing_conditions(self, may_be_blocked: bool) -> Iterator[FactCondition]:
        """BLOCK-1 to BLOCK-4, APPLY-1, APPLY-2, APPLY-6 to APPLY-8, CAMPUS-1."""
        blocked, applied, with_files = self._company_conditions
        yield frozenset({Standing.BLOCKED}), some((blocked, self._client_blocked))
        not_blocked_for_client = negate(self._client_blocked) if may_be_blocked else ALWAYS
        yield _APPLIED, every((not_blocked_for_client, applied))
        yield frozenset({Standing.APPLIED_WITH_ATTACHMENTS}), every((not_blocked_for_client, with_files))

    @cached_property
    def _company_conditions(self) -> tuple[Condition, Condition, Condition]:
        """Three conditions: the viewer's company is blocked, it was applied to, and it was applied to with attachments."""
        company = cast("Company", company_of(self.viewer))  # for other viewers nothing asks for them
        mailbox = self.viewer.address.folded if isinstance(self.viewer, Mailbox) else None
        blocks, sent = self._blocks_of(company), self._sent_to(company, mailbox)
        with_files = every((sent, _equals("carries", True)))
        return self._blocked(blocks, sent), self._applied(blocks, sent), self._applied(blocks, with_files)

    @cached_property
    def _client_blocked(self) -> Condition:
        """The condition that a client of a headhunter is blocked (BLOCK-3, BLOCK-4)."""
        if not isinstance(self.viewer, Headhunter):
            return NEVER_HOLDS
        clients = clients_of(self.viewer, self.policy.readings)
        return some([self._blocked(self._blocks_of(one), self._sent_to(one, None)) for one in clients])

    def _blocked(self, blocks: Condition, sent: Condition) -> Condition:
        """There is a block with no later application (BLOCK-1, APPLY-6)."""
        or_same = not self.policy.readings.block_holds_at_same_instant
        return has(Relation.BLOCKS, blocks, Later(Relation.APPLICATIONS, sent, or_same))

    def _applied(self, blocks: Condition, sent: Condition) -> Condition:
        """There is an application with no later block (APPLY-6)."""
        or_same = self.policy.readings.block_holds_at_same_instant
        return has(Relation.APPLICATIONS, sent, Later(Relation.BLOCKS, blocks, or_same))

    def _blocks_of(self, company: Company) -> Condition:
        """The blocks of a company, by id, group and names; every block if the company cannot be identified (BLOCK-2, BLOCK-4)."""
        readings = self.policy.readings
        is_begun = ALWAYS if readings.future_block_holds else UpTo("at", self._now)
        if is_unidentified(company, readings):
            return is_begun
        names = tuple(dict.fromkeys(map(folded, (company.name, *company.aliases))))
        matches = (_equals("company", company.id), _equals("group", company.group), PartOf("keyword", names))
        return every((some(matches), is_begun))

    def _sent_to(self, company: Company, mailbox: str | None) -> Condition:
        """The applications to a company, or to one of its mailboxes, that count (APPLY-4, APPLY-6 to APPLY-8)."""
        if company.id is None:
            return NEVER_HOLDS
        is_recipient = _equals("company", company.id)
        if mailbox is not None:
            is_recipient = every((is_recipient, _equals("mailbox", mailbox)))
        elif not self.policy.readings.application_stays_with_company:
            is_recipient = some((is_recipient, _equals("group", company.group)))
        return every((is_recipient, self._valid_now))

    @cached_property
    def _now(self) -> int:
        return microseconds(self.at)

    @cached_property
    def _valid_now(self) -> Condition:
        is_void = self.policy.readings.withdrawn_application_is_void
        return every((UpTo("at", self._now), After("withdrawn", self._now) if is_void else ALWAYS))

    def _conversing_condition(self) -> Condition:
        """CHAT-1."""
        company = company_of(self.viewer)
        held = _equals("company", None if company is None else company.id)
        return has(Relation.CONVERSATIONS, every((held, UpTo("since", self._now), After("until", self._now))))

    # --- Others ------------------------------------------------------------------------------------------------------

    def _sharing_conditions(self, recipient: Recipient) -> Iterator[FactCondition]:
        """SHARE-1 to SHARE-3: the strongest of the consents in force decides the sharing."""
        now = self._now
        is_recipient = (_equals("recipient", recipient.id), _equals("purpose", recipient.purpose))
        in_force = every((*is_recipient, UpTo("begins", now), After("void_from", now)))
        yield frozenset(STRONGEST_FIRST), has(Relation.CONSENTS, in_force)
        for number in range(1, len(STRONGEST_FIRST)):
            strongest = frozenset(STRONGEST_FIRST[:number])
            is_strong = In("sharing", frozenset(one.value for one in strongest))
            yield strongest, has(Relation.CONSENTS, every((in_force, is_strong)))

    def _concern_conditions(self, agent: SupportAgent) -> Iterator[FactCondition]:
        """SUPPORT-1: the concern comes from a case that is open."""
        case = agent.case
        if case is None or not case.is_open(self.at):
            yield frozenset(set(Concern) - {Concern.NONE}), NEVER_HOLDS
            return
        complainant = frozenset[str]() if case.complainant is None else frozenset({case.complainant})
        yield frozenset(set(Concern) - {Concern.NONE}), _is_in("candidate", complainant | case.complained_of)
        yield frozenset({Concern.COMPLAINANT}), _is_in("candidate", complainant)


_TRUE = frozenset[Hashable]({True})
_APPLIED = frozenset[Hashable]({Standing.APPLIED, Standing.APPLIED_WITH_ATTACHMENTS})


def _column_value(value: Hashable) -> Value:
    return str(value.value) if isinstance(value, Choice) else bool(value)


@lru_cache(maxsize=1024)  # as many as there are sets of values of a few facts
def _column_in(column: str, values: frozenset[Hashable]) -> Condition:
    return In(column, frozenset(map(_column_value, values)))


def _equals(column: str, value: Value | None) -> Condition:
    return NEVER_HOLDS if value is None else In(column, frozenset({value}))


def _is_in(column: str, values: frozenset[str]) -> Condition:
    return In(column, values) if values else NEVER_HOLDS
