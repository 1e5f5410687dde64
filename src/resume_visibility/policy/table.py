"""The policy as a value: rules and readings, run over the facts and kept. What is verified is the very thing that runs."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import assert_never, get_args

import attrs

from ..errors import InvalidValue
from ..model.building import check_of
from ..model.parts import Part
from ..model.resume import Resume
from ..model.viewers import (
    FULLY_VERIFIED,
    CommunityMember,
    Headhunter,
    Mailbox,
    Owner,
    Recipient,
    Recommender,
    Recruiter,
    School,
    Viewer,
    Visitor,
)
from .clauses import Clause
from .facts import VIEWER_FACTS, Facts, Kind, ResumeFacts, Standing, ViewerFacts, halves, row_of
from .forms import FORM_FACTS, FormCase, FormDecision, FormFacts, decide_form
from .grants import Decision, Grant, Refusal
from .index import Governing, governing
from .readings import STRICT, Readings
from .rules import decide
from .standing import consents_for, conversing, named_by, sharing_of, standing_of


@attrs.frozen(eq=False)
class Case:
    """Facts and the decision on them.

    Args:
        facts: decided on.
        decision: on them.
        while_conversing: whether less would be given if no conversation were running (CHAT-1).
    """

    facts: Facts
    decision: Decision
    while_conversing: bool = False


@attrs.frozen(eq=False)
class Policy:
    """A policy: a version, its readings, its rules, and its decisions, each made once and kept.

    Args:
        version: named in every view and record.
        readings: what the platform chose where the rules leave a choice.
        rules: from facts and readings to a decision; those of this library, unless given.
        form_rules: the same for campus and company-made forms.
        accounts: further kinds of account to take out of text, as people write them before one: ("脉脉号",) (CONTACT-2).

    Raises:
        InvalidValue: the version or an account is no text, the accounts are no tuple, or the readings are none.
    """

    version: str
    readings: Readings = STRICT
    rules: Callable[[Facts, Readings], Decision] = decide
    form_rules: Callable[[FormFacts, Readings], FormDecision] = decide_form
    accounts: tuple[str, ...] = ()
    _rows: dict[ViewerFacts, dict[ResumeFacts, Case]] = attrs.field(init=False, repr=False, factory=dict)
    _distinct: dict[object, Decision] = attrs.field(init=False, repr=False, factory=dict)
    _form_cases: dict[FormFacts, FormCase] = attrs.field(init=False, repr=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        checked: tuple[tuple[str, object], ...] = (
            ("version", str),
            ("readings", Readings),
            ("accounts", tuple[str, ...]),
        )
        problems = [p.under(name) for name, kind in checked for p in check_of(kind)(getattr(self, name))]
        if problems:
            raise InvalidValue("Policy", problems)

    def row(self, viewer: ViewerFacts) -> dict[ResumeFacts, Case]:
        """The decisions for one half that a viewer brings, by the half that the resume brings."""
        row = self._rows.get(viewer)
        if row is None:
            row = self._rows[viewer] = {half: self._case(facts) for half, facts in row_of(viewer)}
        return row

    def _case(self, facts: Facts) -> Case:
        decision = self.rules(facts, self.readings)
        # Equal grants are one object, so that projections can be shared by grant.
        told: object = (
            decision.refused_by if isinstance(decision, Refusal) else attrs.astuple(decision, recurse=False)
        )
        return Case(facts, self._distinct.setdefault(told, decision), self._while_conversing(facts, decision))

    def _while_conversing(self, facts: Facts, decision: Decision) -> bool:
        if isinstance(decision, Refusal) or not facts.conversing:
            return False
        silent = self.rules(attrs.evolve(facts, conversing=False), self.readings)
        return isinstance(silent, Refusal) or _items(silent) != _items(decision)

    def decision_on(self, facts: Facts) -> Decision:
        """The decision for these facts."""
        viewer, resume = halves(facts)
        return self.row(viewer)[resume].decision

    def cases(self) -> Iterator[Case]:
        """Every case there is."""
        for viewer in VIEWER_FACTS:
            yield from self.row(viewer).values()

    def form_case(self, facts: FormFacts) -> FormCase:
        """The decision on a form for these facts."""
        case = self._form_cases.get(facts)
        if case is None:
            case = self._form_cases[facts] = FormCase(facts, self.form_rules(facts, self.readings))
        return case

    def form_cases(self) -> Iterator[FormCase]:
        """Every case of a form there is."""
        return map(self.form_case, FORM_FACTS)


def _items(grant: Grant) -> tuple[frozenset[object], ...]:
    return grant.parts, grant.channels, grant.actions


POLICY_2023_04 = Policy("2023-04")
"""2023年4月版, with every reading on the candidate's side."""


VIEWERS = frozenset(get_args(Viewer))


def misuse(viewer: object, asked: object, expected: type[object], policy: object) -> TypeError:
    """What to raise where one of three is not what it should be, before anything of a resume is looked at (LAW-7).

    Args:
        viewer: should be one of the closed union.
        asked: the resume or the form.
        expected: what that should be.
        policy: should be a `Policy`.
    """
    wrong, right = asked, expected.__name__
    if type(asked) is expected:
        wrong, right = (policy, "Policy") if type(viewer) in VIEWERS else (viewer, "viewer")
    return TypeError(f"expected a {right}, got a {type(wrong).__name__}")


def case_of(viewer: Viewer, resume: Resume, at: datetime, policy: Policy = POLICY_2023_04) -> Case:
    """The case that a viewer makes of a resume at an instant: the facts, and the decision on them.

    Args:
        viewer: who asks, and what for.
        resume: asked for.
        at: aware.
        policy: that decides.

    Returns:
        A case of the policy: deciding is total (LAW-6).

    Raises:
        TypeError: `viewer` is no viewer, `resume` no resume or `policy` no policy; a view is no resume.
    """
    if type(resume) is not Resume or type(viewer) not in VIEWERS or type(policy) is not Policy:
        raise misuse(viewer, resume, Resume, policy)
    index = governing(resume)
    half = index.grown if at >= index.sixteen_from else index.young
    case = policy.row(_viewer_facts(viewer, resume, index, at, policy.readings))[half]
    if type(viewer) is Recipient and isinstance(case.decision, Grant):
        return _confined(case, case.decision, named_by(consents_for(viewer, index, at)), resume)
    return case


def _confined(case: Case, grant: Grant, parts: frozenset[Part], resume: Resume) -> Case:
    """The same case, of no part that the consent does not name (SHARE-3)."""
    confined = resume.memo.get((_confined, grant, parts), lambda: grant.only(parts, Clause.SHARE_3))
    return Case(case.facts, confined)


def _viewer_facts(
    viewer: Viewer, resume: Resume, index: Governing, at: datetime, readings: Readings
) -> ViewerFacts:
    match viewer:
        case Recruiter():
            return ViewerFacts(
                Kind.RECRUITER,
                viewer.action,
                viewer.signed_in and viewer.verified == FULLY_VERIFIED,
                standing_of(viewer.company, index, at, readings),
                conversing(viewer.company, index, at),
            )
        case Headhunter():
            return ViewerFacts(
                Kind.HEADHUNTER,
                viewer.action,
                viewer.signed_in,
                _headhunter_standing(viewer, index, at, readings),
                conversing(viewer.agency, index, at),
            )
        case Mailbox():
            address = viewer.address.address.casefold()
            standing = standing_of(viewer.company, index, at, readings, address)
            return ViewerFacts(Kind.MAILBOX, viewer.action, standing=standing)
        case Owner():
            if viewer.candidate == resume.candidate:
                return ViewerFacts(Kind.OWNER, viewer.action, qualified=True)
            return ViewerFacts(Kind.VISITOR, viewer.action)
        case CommunityMember():
            nickname = resume.settings.nickname
            return ViewerFacts(Kind.COMMUNITY_MEMBER, viewer.action, viewer.signed_in, nickname=nickname)
        case Recommender():
            personalised = resume.settings.personalised_recommendation
            return ViewerFacts(Kind.RECOMMENDER, viewer.action, qualified=True, personalised=personalised)
        case Recipient():
            sharing = sharing_of(consents_for(viewer, index, at))
            return ViewerFacts(Kind.RECIPIENT, viewer.action, sharing=sharing)
        case School() | Visitor():  # to a resume a school is anybody else
            return ViewerFacts(Kind.VISITOR, viewer.action)
        case _:
            assert_never(viewer)


def _headhunter_standing(viewer: Headhunter, index: Governing, at: datetime, readings: Readings) -> Standing:
    # A client that was applied to opens nothing to its headhunter (APPLY-7), but a blocked one closes (BLOCK-3).
    if (
        viewer.client is not None
        and readings.client_blocks_headhunter
        and standing_of(viewer.client, index, at, readings) is Standing.BLOCKED
    ):
        return Standing.BLOCKED
    return standing_of(viewer.agency, index, at, readings)
