"""The policy as a value: a ruleset and readings, applied to the facts, and the results kept. `verify` checks the very thing that runs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from enum import Enum
from typing import Any, NamedTuple

import attrs

from .. import model  # by which annotations name what no resume needs: it is imported when a tool asks for it
from .. import policy as public  # likewise
from ..errors import InvalidValue, Problem, UndecidedCase
from ..model.arguments import is_kind_of, mistake
from ..model.building import check_of
from ..model.instants import LAST, instant
from ..model.parts import Part
from ..model.resume import Resume
from ..model.settings import Delivery, VirtualNumber
from ..model.viewers import VIEWERS, Action, Viewer
from .clauses import Clause
from .decisions import Decision, Entry, Grant, Refusal, cited_clauses, decision_key, find_fault, items_of
from .facts import (
    CANDIDATE_FACTS,
    KNOWN_VIEWER_FACTS,
    VIEWER_FACTS,
    CandidateFacts,
    Facts,
    ViewerFacts,
    ViewerKind,
    row_of,
)
from .index import half_at, index_of
from .readings import STRICT, Confirmation, Readings
from .ruleset import ClauseText, Ruleset
from .situation import (
    Request,
    Situation,
    attachments_in,
    deliveries_in,
    last_conversation_end,
    parts_named,
    sharing_of,
    situation_of,
    virtual_number_in,
)
from .v2023_04 import V2023_04


@attrs.frozen(eq=False, repr=False)
class Policy:
    """A policy: a ruleset with readings, and its decisions, each made once and kept.

    Args:
        version: the name in every view and record. The version of the ruleset names the policy without changes alone: if readings,
            accounts or rules are changed, it is another one.
        ruleset: the clauses; those of April 2023, unless given.
        readings: the platform's choices where the rules leave a choice.
        accounts: further kinds of account to take out of text, as people write them before an account: ("脉脉号",) (CONTACT-2).
        confirmed: who answers for which readings of the ruleset, and since when; it decides nothing.

    Raises:
        InvalidValue: an argument is of a wrong type; an account has no letter or digit; a confirmed reading is not in the ruleset,
            or what is confirmed is not what the policy chooses; the policy is changed, but has the version of the ruleset.
    """

    version: str
    ruleset: Ruleset = V2023_04
    readings: Readings = STRICT
    accounts: tuple[str, ...] = ()
    confirmed: tuple[Confirmation, ...] = ()
    _rows: dict[ViewerFacts, dict[CandidateFacts, Entry]] = attrs.field(init=False, repr=False, factory=dict)
    _distinct: dict[object, Decision] = attrs.field(init=False, repr=False, factory=dict)
    _closed: dict[Request, frozenset[CandidateFacts]] = attrs.field(init=False, repr=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        checked: tuple[tuple[str, object], ...] = (
            ("version", str),
            ("ruleset", Ruleset),
            ("readings", Readings),
            ("accounts", tuple[str, ...]),
            ("confirmed", tuple[Confirmation, ...]),
        )
        problems = [p.under(name) for name, kind in checked for p in check_of(kind)(getattr(self, name))]
        if not problems:
            problems = [
                Problem(f"accounts[{i}]", "expected a name with a letter or digit in it")
                for i, account in enumerate(self.accounts)
                if not any(map(str.isalnum, account))
            ]
        if not problems and self._has_name_of_another():
            problems = [
                Problem(
                    "version",
                    f"expected a version of its own, such as {self.version}-ours: this one names the policy without your changes",
                )
            ]
        if self.confirmed and not problems:  # most policies need no text of any reading
            problems = list(_confirmation_problems(self))
        if problems:
            raise InvalidValue("Policy", problems)

    def _has_name_of_another(self) -> bool:
        """Whether views and records would name the unchanged policy, though this one is changed."""
        if self.version == V2023_04.version and self.ruleset is not V2023_04:
            return True
        return self.version == self.ruleset.version and bool(self.readings != STRICT or self.accounts)

    def __repr__(self) -> str:
        return f"<Policy {self.version}>"

    def __reduce__(self) -> str | tuple[Any, ...]:
        """A pickle and a copy take what the policy was made of, and no decision: the rules are asked anew. The policy of this file is
        the same object again.
        """
        if self is POLICY_2023_04:
            return "POLICY_2023_04"
        return Policy, tuple(getattr(self, field.name) for field in attrs.fields(Policy) if field.init)

    @property
    def texts(self) -> Mapping[Clause, ClauseText]:
        """What each clause states under the readings of the policy."""
        return self.ruleset.stated(self.readings)

    @property
    def uncited(self) -> Mapping[str, ClauseText]:
        """What the rules that no decision cites state under the readings of the policy, by their ids."""
        return self.ruleset.uncited(self.readings)

    @property
    def rules(self) -> Mapping[str, ClauseText]:
        """What every rule states under the readings of the policy, by its id: those that decisions cite, then the others."""
        return {**{clause.value: text for clause, text in self.texts.items()}, **self.uncited}

    @property
    def statements(self) -> "tuple[public.Statement, ...]":
        """The safety statements that the policy has to keep in every case, under its readings."""
        return self.ruleset.statements(self.readings)

    def row(self, viewer: ViewerFacts) -> dict[CandidateFacts, Entry]:
        """The entries for one half that a viewer brings, by the half that the resume or form brings.

        Raises:
            UndecidedCase: the table holds no such half: `verify` did not see it, so it is not decided.
            TypeError: the ruleset returned something else than a decision, or cites a clause without a text.
        """
        row = self._rows.get(viewer)
        if row is None:
            if viewer not in KNOWN_VIEWER_FACTS:
                raise UndecidedCase(f"no case of the policy has these facts of a viewer: {_spell(viewer)}")
            # The decision without a conversation is in another row.
            base_row = self.row(viewer._replace(conversing=False)) if viewer.conversing else None
            row = self._rows[viewer] = {
                half: self._entry(facts, None if base_row is None else base_row[half].decision)
                for half, facts in row_of(viewer).items()
            }
        return row

    def decide(self, facts: Facts) -> Decision:
        """Let the ruleset decide on these facts, and keep nothing.

        Raises:
            TypeError: the ruleset returned something else than a decision.
        """
        decision = self.ruleset.decide(facts, self.readings)
        if type(decision) is not Grant and type(decision) is not Refusal:
            raise self._no_decision_error(decision)
        return decision

    def _no_decision_error(self, decision: object) -> TypeError:
        return TypeError(f"ruleset {self.ruleset.version} returned no decision: {find_fault(decision)}")

    def _entry(self, facts: Facts, base: Decision | None) -> Entry:
        shared = self._shared_decision(self.decide(facts))
        more = base is not None and isinstance(shared, Grant) and items_of(base) != items_of(shared)
        return Entry(facts, shared, more)

    def _shared_decision(self, decision: Decision) -> Decision:
        """The one object for all equal decisions, so that a grant's projections can be shared."""
        try:
            shared = self._distinct.get(decision_key(decision))
        except TypeError:  # something in it has no hash
            shared = None
        if shared is None:
            if find_fault(decision):
                raise self._no_decision_error(decision)
            if unknown := cited_clauses(decision) - self.ruleset.texts(self.readings).keys():
                names = ", ".join(sorted(clause.value for clause in unknown))
                raise TypeError(f"ruleset {self.ruleset.version} cites {names}, and has no text for it")
            # Another thread may have kept an equal one by now.
            shared = self._distinct.setdefault(decision_key(decision), decision)
        return shared

    def closed_to(self, request: Request) -> frozenset[CandidateFacts]:
        """The halves of a resume or form for which such a viewer is refused, however they stand to it.

        Args:
            request: the facts that the viewer brings to each.
        """
        closed_halves = self._closed.get(request)
        if closed_halves is None:
            rows = [self.row(viewer) for viewer in VIEWER_FACTS if viewer[: len(request)] == request]
            closed_halves = self._closed[request] = frozenset(
                half
                for half in CANDIDATE_FACTS[request.document]
                if all(isinstance(row[half].decision, Refusal) for row in rows)
            )
        return closed_halves

    def entries(self) -> Iterator[Entry]:
        """Every case there is, of resumes and of forms."""
        for viewer in VIEWER_FACTS:
            yield from self.row(viewer).values()


def _confirmation_problems(policy: Policy) -> Iterator[Problem]:
    """The confirmations of what is no reading of the ruleset, second ones of a reading, and those of what the policy does not choose."""
    unconfirmed = {reading.id: reading for reading in policy.ruleset.readings()}
    for place, confirmation in enumerate(policy.confirmed):
        reading = unconfirmed.pop(confirmation.reading, None)
        if reading is None:
            yield Problem(f"confirmed[{place}].reading", "expected a reading of the ruleset, confirmed once")
        elif reading.is_kept(policy.readings) is confirmation.alternative:
            chosen = "what the rules choose" if confirmation.alternative else "the alternative"
            yield Problem(
                f"confirmed[{place}].alternative",
                f"expected {not confirmation.alternative}: the policy chooses {chosen}",
            )


def _spell(half: ViewerFacts) -> str:
    return ", ".join(f"{name} {_spell_fact(fact)}" for name, fact in half._asdict().items())


def _spell_fact(fact: object) -> object:
    """A fact, as a message shows it; only the type of anything else (LAW-7)."""
    if isinstance(fact, Enum):
        return fact.value
    return fact if fact is None or type(fact) is bool else type(fact).__name__


POLICY_2023_04 = Policy("2023-04")
"""2023年4月版, with every reading of the rules."""
POLICIES = (POLICY_2023_04,)
"""Every version of 隐私条款 that this library has; the command line takes each by its version."""
DEFAULT_POLICY = POLICY_2023_04
"""The policy that decides if none is given: every signature takes it from here."""


def is_document(asked: object) -> bool:
    """Whether something is a resume, with or without sections of its own, or a form."""
    if is_kind_of(type(asked), Resume):
        return True
    from ..model.campus import CampusForm  # which no resume needs

    return type(asked) is CampusForm


class Case(NamedTuple):
    """The case of one viewer and one resume or form at one instant: the decision, and everything else that was found out for it.

    A projection reads it and decides nothing.

    Args:
        facts: the facts of the case.
        decision: the decision on them.
        id: the id of the resume or form; in the community, the candidate's own id there (LAW-9).
        avatar: the candidate's avatar; in the community, the one there.
        attachments: the ids of the attachments that may be shown, if attachments are shown (APPLY-2).
        virtual_number: the binding to show, if a virtual number is shown (PHONE-2).
        virtual_numbers: every binding, for the owner (OWNER-1).
        deliveries: the records to show, if records are shown (CAMPUS-2).
        fresh_until: aware, in UTC; the end of the time for which a view made now may be kept (NAME-2, PHONE-3, CHAT-1, APPLY-8,
            SHARE-1, SUPPORT-1).
    """

    facts: Facts
    decision: Decision
    id: str
    avatar: str | None = None
    attachments: frozenset[str] = frozenset()
    virtual_number: VirtualNumber | None = None
    virtual_numbers: tuple[VirtualNumber, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    fresh_until: datetime = LAST

    def __repr__(self) -> str:
        return "<Case>"

    @property
    def in_community(self) -> bool:
        """Whether the candidate is shown there, under a nickname (COMMUNITY-1)."""
        return self.facts.kind is ViewerKind.COMMUNITY_MEMBER

    @property
    def owned(self) -> bool:
        """Whether the owner asks. The owner alone is shown what follows no part of the policy (OWNER-1)."""
        return self.facts.kind is ViewerKind.OWNER


def case_of(
    viewer: Viewer, asked: "Resume | model.CampusForm", at: datetime, policy: Policy = DEFAULT_POLICY
) -> Case:
    """The case of one viewer and one resume or form at one instant, in UTC.

    Returns:
        A case of the policy: deciding is total (LAW-6).

    Raises:
        TypeError: `viewer` is no viewer, `asked` neither a resume nor a form, or `policy` no policy; a view is neither.
        UndecidedCase: the table does not have the facts, which is a mistake of whoever changed it.
    """
    situation, entry = _find_entry(viewer, asked, at, policy)
    grant, ruleset = entry.decision, policy.ruleset
    if isinstance(grant, Refusal):
        return Case(entry.facts, grant, asked.id)
    if situation.consents:
        grant = _confine(grant, situation, asked, ruleset)
    return make_case(entry, grant, situation, asked, at, end_of_freshness(at, ruleset.most_fresh), policy)


def given_by_any_action(
    viewer: Viewer, asked: "Resume | model.CampusForm", at: datetime, policy: Policy
) -> tuple[tuple[Grant, ...], frozenset[str]]:
    """The grants of the viewer's cases, one for each action that gives anything, and the ids of the attachments that any of them shows.
    How the viewer stands to the resume or form is found once, as it is the same for each action.

    Args:
        viewer: whatever the viewer is about to do.
        asked: the resume or form.
        at: the instant, in UTC.
        policy: that decides.
    """
    situation, _ = _find_entry(viewer, asked, at, policy)
    half = half_at(index_of(asked), at, policy.ruleset.age)
    rows = (policy.row(situation.facts._replace(action=action)) for action in Action)
    decisions = [row[half].decision for row in rows]
    grants = tuple([decision for decision in decisions if isinstance(decision, Grant)])
    if situation.consents:
        grants = tuple([_confine(grant, situation, asked, policy.ruleset) for grant in grants])
    if not any(Part.ATTACHMENTS in grant.parts for grant in grants):
        return grants, frozenset()
    return grants, attachments_in(situation, index_of(asked), at, policy.readings)


def _find_entry(
    viewer: Viewer, asked: "Resume | model.CampusForm", at: datetime, policy: Policy
) -> tuple[Situation, Entry]:
    # Before anything of a resume is looked at (LAW-7).
    if not is_document(asked):
        raise mistake("resume", "a Resume or a CampusForm", asked)
    if type(viewer) not in VIEWERS:  # not by a call: every view comes here
        raise mistake("viewer", "a Viewer, such as a Recruiter", viewer)
    if type(policy) is not Policy:
        raise mistake("policy", "a Policy", policy)
    index, ruleset = index_of(asked), policy.ruleset
    situation = situation_of(viewer, asked, index, at, policy.readings, ruleset.shareable)
    return situation, policy.row(situation.facts)[half_at(index, at, ruleset.age)]


def is_shown(
    viewer: Viewer,
    resume: "Resume | model.CampusForm",
    *,
    at: datetime | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> bool:
    """Whether this viewer is shown this resume: the answer of `view_for`, without making a view (LAW-8).

    Args:
        viewer: who asks, and what for.
        resume: the resume or form.
        at: the instant, aware, to the microsecond; now, unless given.
        policy: that decides.

    Raises:
        TypeError: `viewer` is no viewer, `policy` no policy, or `resume` neither a resume nor a form.
        InvalidValue: `at` has no time zone.
    """
    _, entry = _find_entry(viewer, resume, instant(at), policy)
    return isinstance(entry.decision, Grant)


def make_case(
    entry: Entry,
    grant: Grant,
    situation: Situation,
    asked: "Resume | model.CampusForm",
    at: datetime,
    until: datetime,
    policy: Policy,
) -> Case:
    """Make the case of a grant, with everything of the resume or form that belongs to it.

    A grant that rests on consents is limited to what they name. The longest time to keep a view is that of `end_of_freshness`.
    """
    parts, kind = grant.parts, entry.facts.kind
    resume = asked if isinstance(asked, Resume) else None
    if situation.until < until:
        until = situation.until
    if entry.while_conversing:
        until = min(until, last_conversation_end(situation))
    number: VirtualNumber | None = None
    numbers: tuple[VirtualNumber, ...] = ()
    if resume is not None and resume.virtual_numbers and Part.VIRTUAL_NUMBER in parts:
        number = virtual_number_in(situation, resume, at)
        numbers = resume.virtual_numbers if kind is ViewerKind.OWNER else ()
        for binding in numbers or (() if number is None else (number,)):
            if at < binding.valid_until < until:
                until = binding.valid_until
    id_, avatar = asked.id, None if resume is None else resume.basics.avatar
    if kind is ViewerKind.COMMUNITY_MEMBER and resume is not None and resume.community is not None:
        id_, avatar = resume.community.id, resume.community.avatar
    return Case(
        entry.facts,
        grant,
        id_,
        avatar,
        attachments_in(situation, index_of(asked), at, policy.readings)
        if Part.ATTACHMENTS in parts
        else frozenset(),
        number,
        numbers,
        deliveries_in(situation, index_of(asked)) if Part.DELIVERY in parts else (),
        until,
    )


def end_of_freshness(at: datetime, most: timedelta) -> datetime:
    """The end of the time for which something made now, in UTC, may be kept at most (NAME-2)."""
    try:
        return at + most
    except OverflowError:
        return LAST


def _confine(
    grant: Grant, situation: Situation, asked: "Resume | model.CampusForm", ruleset: Ruleset
) -> Grant:
    """The same grant without the parts that no consent names; each part is given by the clauses of the consents that name it (SHARE-3)."""
    by_clause: defaultdict[Clause, frozenset[Part]] = defaultdict(frozenset)
    for consent in situation.consents:
        by_clause[ruleset.sharing[sharing_of((consent,))]] |= parts_named((consent,), ruleset.shareable)
    return asked.memo.get(
        (_confine, grant, frozenset(by_clause.items())),
        lambda: grant.confined(_clauses_by_part(by_clause), Clause.SHARE_3),
    )


def _clauses_by_part(by_clause: Mapping[Clause, frozenset[Part]]) -> dict[Part, tuple[Clause, ...]]:
    """The parts that consents name, each with the clauses of the consents that name it, in the order of the rules."""
    clauses = [clause for clause in Clause if clause in by_clause]
    named_parts = frozenset[Part]().union(*by_clause.values())
    return {part: tuple([clause for clause in clauses if part in by_clause[clause]]) for part in named_parts}
