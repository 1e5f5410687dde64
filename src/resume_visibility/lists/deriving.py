"""Derives a condition on rows from the policy's table: which resumes a viewer is shown, without a look at any of them (LAW-8).

What the table decides is derived from it. How the facts of a pair (standing, conversing, sharing) are found is stated here
a second time, as conditions on rows; `policy/situation.py` states it for objects. The laws check that the two agree.
"""

from collections.abc import Hashable, Iterator
from datetime import datetime
from functools import cached_property, lru_cache
from typing import TypeAlias

import attrs

from ..model.arguments import expect, mistake
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
)
from ..policy.decisions import Grant
from ..policy.facts import VIEWER_FACTS, CandidateFacts, Concern, Kind, Standing, ViewerFacts
from ..policy.situation import STRONGEST_FIRST, UNIDENTIFIED, Request, company_of, request_of
from ..policy.table import DEFAULT_POLICY, VIEWERS, Policy
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
    looks_elsewhere,
    opposite,
    some,
)
from .minimising import Box, Cover, Point, cover
from .rows import Relation, microseconds

_OF_PAIR = ("standing", "conversing", "nickname", "personalised", "sharing", "concern")
"""The facts of a viewer's half that depend on the resume or form; whether the viewer is its owner does so, too."""

VARIABLES = (*CandidateFacts._fields, "own", *_OF_PAIR)
"""Everything that can differ from one resume to the next. The facts that its one row holds come first."""

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
        `shown(viewer, resume)`.

    Raises:
        TypeError: `viewer` is no viewer, `document` no document, or `policy` no policy.
        InvalidValue: `at` has no time zone.
    """
    if type(viewer) not in VIEWERS:
        raise mistake("viewer", "a Viewer", viewer)
    expect("document", document, Document)
    expect("policy", policy, Policy)
    shown, whole = _cover(policy, request_of(viewer, document, policy.readings))
    said = _Saying(viewer, instant(at), policy)
    boxes = sorted((said.box(box, shown.common) for box in shown.boxes), key=looks_elsewhere)
    return every((said.box(shown.common, whole), some(boxes)))


@lru_cache(maxsize=1024)  # a policy has a few hundred
def _cover(policy: Policy, asking: Request) -> tuple[Cover, Box]:
    """The cases in which viewers of this kind are shown something, and all values that their facts can have."""
    cases = dict(_cases(policy, asking))
    whole = tuple(map(frozenset, zip(*cases, strict=True)))
    return cover([case for case, is_shown in cases.items() if is_shown], len(VARIABLES)), whole


def _cases(policy: Policy, asking: Request) -> Iterator[tuple[Point, bool]]:
    halves = [half for half in VIEWER_FACTS if half[: len(asking)] == asking]
    if asking.kind is Kind.OWNER:  # the owner of one resume is a visitor to all others
        halves.append(ViewerFacts(asking.document, Kind.VISITOR, asking.action))
    for half in halves:
        pair = (half.kind is Kind.OWNER, *half[len(asking) :])
        for candidate, entry in policy.row(half).items():
            yield (*candidate, *pair), isinstance(entry.decision, Grant)


Said: TypeAlias = tuple[frozenset[Hashable], Condition]
"""Values of a fact, and the condition on rows that holds exactly where the fact has one of these values."""


@attrs.frozen
class _Saying:
    """States one viewer's facts as conditions on rows.

    Args:
        viewer: who asks.
        at: the instant, in UTC.
        policy: that decides.
    """

    viewer: Viewer
    at: datetime
    policy: Policy

    def box(self, box: Box, among: Box) -> Condition:
        """The condition that every fact has one of these values.

        Args:
            box: the values of each variable.
            among: the values that each variable can have at all.
        """
        return every(
            self.fact(name, values, known)
            for name, values, known in zip(VARIABLES, box, among, strict=True)
            if values != known
        )

    def fact(self, name: str, values: frozenset[Hashable], among: frozenset[Hashable]) -> Condition:
        """The condition that a fact has one of `values`, if it is known to have one of `among`."""
        if name in _COLUMNS:
            return _column(_COLUMNS[name], values)
        said: list[Said] = []
        for held, condition in self._sayable(name, among):
            if held & among == values:
                return condition
            if among - held == values:
                return opposite(condition)
            said.append((held, condition))
        return some(
            every(condition if value in held else opposite(condition) for held, condition in said)
            for value in values
        )

    def _sayable(self, name: str, among: frozenset[Hashable]) -> Iterator[Said]:
        """The conditions that state a fact. Together they distinguish every value from every other."""
        match name:
            case "own":
                own = self.viewer.candidate if isinstance(self.viewer, Owner) else None
                yield _TRUE, _is("candidate", own)
            case "of_age":
                yield _TRUE, UpTo("born", latest_birth(self.at, self.policy.ruleset.age))
            case "standing" if isinstance(self.viewer, School):
                handed_in = every((_is("school", self.viewer.id), self._counts))
                yield _APPLIED, has(Relation.TALKS, handed_in)
            case "standing" if company_of(self.viewer) is not None:
                yield from self._standing(Standing.BLOCKED in among)
            case "conversing":
                yield _TRUE, self._conversing()
            case "nickname":
                member = _is("in_community", True) if None in among else ALWAYS
                yield frozenset(NameDisplay), member
                yield frozenset({NameDisplay.REAL}), every((member, _is("nickname", NameDisplay.REAL.value)))
            case "sharing" if isinstance(self.viewer, Recipient):
                yield from self._sharing(self.viewer)
            case "concern" if isinstance(self.viewer, SupportAgent):
                yield from self._concern(self.viewer)
            case _:
                raise TypeError(f"no rows say the fact {name} of a {type(self.viewer).__name__}")

    # --- Companies and schools ---------------------------------------------------------------------------------------

    def _standing(self, may_be_blocked: bool) -> Iterator[Said]:
        """BLOCK-1 to BLOCK-4, APPLY-1, APPLY-2, APPLY-6 to APPLY-8, CAMPUS-1."""
        blocked, applied, with_files = self._of_company
        yield frozenset({Standing.BLOCKED}), some((blocked, self._of_clients))
        lifted = opposite(self._of_clients) if may_be_blocked else ALWAYS
        yield _APPLIED, every((lifted, applied))
        yield frozenset({Standing.APPLIED_WITH_ATTACHMENTS}), every((lifted, with_files))

    @cached_property
    def _of_company(self) -> tuple[Condition, Condition, Condition]:
        """Three conditions: the viewer's company is blocked, it was applied to, and it was applied to with attachments."""
        company = company_of(self.viewer)
        assert company is not None
        mailbox = self.viewer.address.address.casefold() if isinstance(self.viewer, Mailbox) else None
        blocks, sent = self._blocks(company), self._sent(company, mailbox)
        with_files = every((sent, _is("carries", True)))
        return self._blocked(blocks, sent), self._applied(blocks, sent), self._applied(blocks, with_files)

    @cached_property
    def _of_clients(self) -> Condition:
        """The condition that a client of a headhunter is blocked (BLOCK-3, BLOCK-4)."""
        readings = self.policy.readings
        if not isinstance(self.viewer, Headhunter) or not readings.client_blocks_headhunter:
            return NEVER_HOLDS
        clients = self.viewer.clients
        if clients is None:
            clients = (UNIDENTIFIED,) if readings.unidentified_company_is_blocked else ()
        return some([self._blocked(self._blocks(one), self._sent(one, None)) for one in clients])

    def _blocked(self, blocks: Condition, sent: Condition) -> Condition:
        """There is a block with no later application (BLOCK-1, APPLY-6)."""
        or_same = not self.policy.readings.block_holds_at_same_instant
        return has(Relation.BLOCKS, blocks, Later(Relation.APPLICATIONS, sent, or_same))

    def _applied(self, blocks: Condition, sent: Condition) -> Condition:
        """There is an application with no later block (APPLY-6)."""
        or_same = self.policy.readings.block_holds_at_same_instant
        return has(Relation.APPLICATIONS, sent, Later(Relation.BLOCKS, blocks, or_same))

    def _blocks(self, company: Company) -> Condition:
        """The blocks of a company, by id, group and names; every block if the company cannot be identified (BLOCK-2, BLOCK-4)."""
        readings = self.policy.readings
        begun = ALWAYS if readings.future_block_holds else UpTo("at", self._now)
        if company.id is None and readings.unidentified_company_is_blocked:
            return begun
        names = tuple(dict.fromkeys(map(folded, (company.name, *company.aliases))))
        by = (_is("company", company.id), _is("group", company.group), PartOf("keyword", names))
        return every((some(by), begun))

    def _sent(self, company: Company, mailbox: str | None) -> Condition:
        """The applications to a company, or to one of its mailboxes, that count (APPLY-4, APPLY-6 to APPLY-8)."""
        if company.id is None:
            return NEVER_HOLDS
        to = _is("company", company.id)
        if mailbox is not None:
            to = every((to, _is("mailbox", mailbox)))
        elif not self.policy.readings.application_stays_with_company:
            to = some((to, _is("group", company.group)))
        return every((to, self._counts))

    @cached_property
    def _now(self) -> int:
        return microseconds(self.at)

    @cached_property
    def _counts(self) -> Condition:
        void = self.policy.readings.withdrawn_application_is_void
        return every((UpTo("at", self._now), After("withdrawn", self._now) if void else ALWAYS))

    def _conversing(self) -> Condition:
        """CHAT-1."""
        company = company_of(self.viewer)
        held = _is("company", None if company is None else company.id)
        return has(Relation.CONVERSATIONS, every((held, UpTo("since", self._now), After("until", self._now))))

    # --- Others ------------------------------------------------------------------------------------------------------

    def _sharing(self, recipient: Recipient) -> Iterator[Said]:
        """SHARE-1 to SHARE-3: the strongest of the consents in force decides the sharing."""
        now = self._now
        to = (_is("recipient", recipient.id), _is("purpose", recipient.purpose))
        in_force = every((*to, UpTo("begins", now), After("void_from", now)))
        yield frozenset(STRONGEST_FIRST), has(Relation.CONSENTS, in_force)
        for number in range(1, len(STRONGEST_FIRST)):
            strong = frozenset(STRONGEST_FIRST[:number])
            which = In("sharing", frozenset(one.value for one in strong))
            yield strong, has(Relation.CONSENTS, every((in_force, which)))

    def _concern(self, agent: SupportAgent) -> Iterator[Said]:
        """SUPPORT-1: the concern comes from a case that is open."""
        case = agent.case
        if case is None or not (case.opened <= self.at and (case.closed is None or self.at < case.closed)):
            yield frozenset(set(Concern) - {Concern.NONE}), NEVER_HOLDS
            return
        complainant = frozenset[str]() if case.complainant is None else frozenset({case.complainant})
        yield frozenset(set(Concern) - {Concern.NONE}), _among("candidate", complainant | case.complained_of)
        yield frozenset({Concern.COMPLAINANT}), _among("candidate", complainant)


_TRUE = frozenset[Hashable]({True})
_APPLIED = frozenset[Hashable]({Standing.APPLIED, Standing.APPLIED_WITH_ATTACHMENTS})


def _plain(value: Hashable) -> Value:
    return str(value.value) if isinstance(value, Choice) else bool(value)


@lru_cache(maxsize=1024)  # as many as there are sets of values of a few facts
def _column(column: str, values: frozenset[Hashable]) -> Condition:
    return In(column, frozenset(map(_plain, values)))


def _is(column: str, value: Value | None) -> Condition:
    return NEVER_HOLDS if value is None else In(column, frozenset({value}))


def _among(column: str, values: frozenset[str]) -> Condition:
    return In(column, frozenset(values)) if values else NEVER_HOLDS
