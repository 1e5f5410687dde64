"""How the answer to a request is put on record (NOTICE-1), once the view was found to be that answer."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import overload

import attrs

from ..model.arguments import expect_each, mistake
from ..model.building import fields_of, is_model
from ..model.campus import CampusForm
from ..model.instants import FIRST, LAST, instant
from ..model.parts import PARTS_OF, Channel, Part
from ..model.resume import Resume
from ..model.shown import S
from ..model.viewers import (
    Action,
    Company,
    Mailbox,
    Owner,
    Recipient,
    Recommender,
    SupportAgent,
    Viewer,
    Visitor,
)
from ..policy.clauses import Clause
from ..policy.decisions import Decision, Grant, Refusal
from ..policy.situation import company_of
from ..policy.table import DEFAULT_POLICY, Policy, case_of
from .form_view import FormView
from .records import AccessRecord, RecordedCompany
from .release import view_of
from .view import ResumeView


@overload
def record_of(
    viewer: Viewer,
    resume: Resume[S],
    view: ResumeView[S] | None,
    *,
    at: datetime | None = None,
    parts: Collection[Part] | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> AccessRecord: ...
@overload
def record_of(
    viewer: Viewer,
    resume: CampusForm,
    view: FormView | None,
    *,
    at: datetime | None = None,
    parts: Collection[Part] | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> AccessRecord: ...
def record_of(
    viewer: Viewer,
    resume: Resume | CampusForm,
    view: ResumeView | FormView | None,
    *,
    at: datetime | None = None,
    parts: Collection[Part] | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> AccessRecord:
    """The record of one answer of `view_for` or `views_for`, of a refusal as well; pure, as these are.

    Args:
        viewer: who asked.
        resume: asked for, or a form, as it was then.
        view: the answer.
        at: the instant of the answer, or at which a view still fresh was shown again; now, unless given. What such a view shows
            is on record as it was decided then, though more may have come to be shown since.
        parts: those that were asked for, where the view is a row of a list: what else is granted was not shown.
        policy: that decided.

    Raises:
        TypeError: `viewer` is no viewer, `resume` neither a resume nor a form, `policy` no policy, one of `parts` no part, or `view`
            neither its kind of view nor None.
        ValueError: the view is not what this policy gives this viewer of this resume or form at that instant, nor what it gave before
            and is still fresh.
        InvalidValue: `at` has no time zone.
    """
    moment = instant(at)
    case = case_of(viewer, resume, moment, policy)
    kind = ResumeView if isinstance(resume, Resume) else FormView
    if view is not None and type(view) is not kind:
        raise mistake("view", f"a {kind.__name__} or None", view)
    only = None if parts is None else frozenset(expect_each("parts", parts, Part))
    problem = _mismatch(view, view_of(viewer, resume, moment, policy, only), moment)
    if problem is not None:
        fresh = view is not None and moment < view.fresh_until
        for before in _before(viewer, resume, moment, policy) if fresh else ():
            if _mismatch(view, view_of(viewer, resume, before, policy, only), moment) is None:
                case = case_of(viewer, resume, before, policy)
                break
        else:
            raise ValueError(f"no view of this viewer: {problem}")
    from hashlib import sha256  # which no view needs

    facts = case.facts
    shown = case.decision.parts if isinstance(case.decision, Grant) else frozenset[Part]()
    if only is not None:
        shown &= only
    return AccessRecord(
        document=facts.document,
        document_id=resume.id,
        viewer=_id_of(viewer),
        kind=facts.kind,
        company=_recorded(company_of(viewer)),
        purpose=viewer.purpose if isinstance(viewer, Recipient) else None,
        support_case=viewer.case.id if isinstance(viewer, SupportAgent) and viewer.case else None,
        action=viewer.action,
        conversing=facts.conversing,
        at=moment,
        granted=isinstance(case.decision, Grant),
        clauses=_clauses(case.decision, viewer.action, shown),
        policy=policy.version,
        digest=sha256(f"{resume.id}\n{resume.revision}".encode()).hexdigest(),
        shown=shown,
        withheld=PARTS_OF[facts.document] - shown,
    )


def _before(viewer: Viewer, resume: Resume | CampusForm, at: datetime, policy: Policy) -> Iterator[datetime]:
    """The instants at which a view that is fresh at this one may have been another: just before something began or ended, the
    latest first.
    """
    most = policy.ruleset.most_fresh
    changes = {one for one in _instants_in(resume, viewer) if FIRST < one <= at and at - one < most}
    yield from (one - datetime.resolution for one in sorted(changes, reverse=True)[:_MOST_CHANGES])


_MOST_CHANGES = 100
"""So many are looked at: in two hours, fewer begin and end. Behind them a view has to be made anew before it is on record."""


def _instants_in(*values: object) -> Iterator[datetime]:
    pending = [*values]
    while pending:
        one = pending.pop()
        if isinstance(one, datetime):
            yield one
        elif isinstance(one, (tuple, frozenset)):
            pending += one
        elif is_model(type(one)):
            pending += [getattr(one, name) for name, _ in fields_of(type(one))]


def _mismatch(
    view: ResumeView | FormView | None, answer: ResumeView | FormView | None, at: datetime
) -> str | None:
    """Why a view is not the answer, which may have been given a while ago; None where it is."""
    if answer is None:
        return None if view is None else "the resume is not shown, but a view was given"
    if view is None:
        return "the resume is shown, but no view was given"
    fresh = at < view.fresh_until or at == LAST  # nothing comes after that
    if not (fresh and view.fresh_until <= answer.fresh_until):
        return "it was not fresh at that instant"
    if view != attrs.evolve(answer, fresh_until=view.fresh_until):
        return "it is another view than the one that this question gives"
    return None


def _clauses(decision: Decision, action: Action, shown: frozenset[Part]) -> tuple[Clause, ...]:
    """Those of the action, then those of what was shown for it; not those of other actions and parts."""
    if isinstance(decision, Refusal):
        return decision.refused_by
    given: dict[object, tuple[Clause, ...]] = dict(decision.given)
    items = (item for item in given if isinstance(item, Channel) or item in shown)
    return tuple(dict.fromkeys(clause for item in (action, *items) for clause in given[item]))


def _id_of(viewer: Viewer) -> str | None:
    match viewer:
        case Owner():
            return viewer.candidate
        case Mailbox() | Recommender() | Visitor():
            return None
        case _:
            return viewer.id


def _recorded(company: Company | None) -> RecordedCompany | None:
    return None if company is None else RecordedCompany(name=company.name, id=company.id)
