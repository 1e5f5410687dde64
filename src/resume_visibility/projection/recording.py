"""How the answer to a request is put on record (NOTICE-1), once the view was found to be that answer."""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any, overload

from ..model.campus import CampusForm
from ..model.instants import instant
from ..model.parts import Part
from ..model.resume import Resume
from ..model.viewers import (
    Action,
    Company,
    Headhunter,
    Mailbox,
    Owner,
    Recipient,
    Recommender,
    Viewer,
    Visitor,
)
from ..policy.clauses import Clause
from ..policy.form_cases import form_case_of
from ..policy.forms import FormDecision, FormGrant, FormPart
from ..policy.grants import Decision, Grant, Refusal
from ..policy.standing import company_of
from ..policy.table import POLICY_2023_04, Policy, case_of
from .form_view import FormView
from .records import AccessRecord, FormRecord, RecordedCompany
from .view import MOST_FRESH, ResumeView


@overload
def record_of(
    viewer: Viewer,
    resume: Resume,
    view: ResumeView | None,
    *,
    at: datetime | None = None,
    policy: Policy = POLICY_2023_04,
) -> AccessRecord: ...
@overload
def record_of(
    viewer: Viewer,
    resume: CampusForm,
    view: FormView | None,
    *,
    at: datetime | None = None,
    policy: Policy = POLICY_2023_04,
) -> FormRecord: ...
def record_of(
    viewer: Viewer,
    resume: Resume | CampusForm,
    view: ResumeView | FormView | None,
    *,
    at: datetime | None = None,
    policy: Policy = POLICY_2023_04,
) -> AccessRecord | FormRecord:
    """The record of one answer of `view_for`, of a refusal as well; pure, as `view_for` is.

    Args:
        viewer: who asked.
        resume: asked for, or a form, as it was then.
        view: the answer.
        at: the instant of the answer, or at which a view still fresh was shown again; now, unless given.
        policy: that decided.

    Raises:
        TypeError: `viewer` is no viewer, `resume` neither a resume nor a form, `policy` no policy, or `view` neither its kind
            of view nor None.
        ValueError: the view cannot be what this policy gives this viewer of this resume at that instant.
        InvalidValue: `at` has no time zone.
    """
    moment = instant(at)
    if isinstance(resume, CampusForm):
        form_case = form_case_of(viewer, resume, moment, policy)
        _check(view, FormView, form_case.decision, resume.id, moment, policy)
        shown = (
            form_case.decision.parts if isinstance(form_case.decision, FormGrant) else frozenset[FormPart]()
        )
        return FormRecord(
            **_common(viewer, resume, form_case.decision, moment, policy),
            kind=form_case.facts.kind,
            form=resume.id,
            shown=shown,
            withheld=frozenset(FormPart) - shown,
        )
    case = case_of(viewer, resume, moment, policy)
    _check(view, ResumeView, case.decision, resume.id, moment, policy)
    parts = case.decision.parts if isinstance(case.decision, Grant) else frozenset[Part]()
    return AccessRecord(
        **_common(viewer, resume, case.decision, moment, policy),
        kind=case.facts.kind,
        client=_recorded(viewer.client if isinstance(viewer, Headhunter) else None),
        purpose=viewer.purpose if isinstance(viewer, Recipient) else None,
        resume=resume.id,
        shown=parts,
        withheld=frozenset(Part) - parts,
    )


def _common(
    viewer: Viewer,
    resume: Resume | CampusForm,
    decision: Decision | FormDecision,
    at: datetime,
    policy: Policy,
) -> dict[str, Any]:
    """What the records of resumes and of forms have in common."""
    return {
        "viewer": _id_of(viewer),
        "company": _recorded(company_of(viewer)),
        "action": viewer.action,
        "at": at,
        "granted": not isinstance(decision, Refusal),
        "clauses": _clauses(decision, viewer.action),
        "policy": policy.version,
        "digest": _digest(resume),
    }


def _check(
    view: object,
    kind: type[ResumeView | FormView],
    decision: Decision | FormDecision,
    asked: str,
    at: datetime,
    policy: Policy,
) -> None:
    if view is not None and type(view) is not kind:
        raise TypeError(f"expected view to be a {kind.__name__} or None, got a {type(view).__name__}")
    problem = _mismatch(view, decision, asked, at, policy)
    if problem is not None:
        raise ValueError(f"no view of this viewer: {problem}")


def _mismatch(
    view: ResumeView | FormView | None,
    decision: Decision | FormDecision,
    asked: str,
    at: datetime,
    policy: Policy,
) -> str | None:
    """Why a view cannot be what was decided; None where it can."""
    if isinstance(decision, Refusal):
        return None if view is None else "the resume is not shown, but a view was given"
    if view is None:
        return "the resume is shown, but no view was given"
    if view.id != asked:
        return "it is of another resume"
    if view.policy != policy.version:
        return "it was made under another policy"
    if not timedelta(0) <= view.fresh_until - at <= MOST_FRESH:
        return "it was not fresh at that instant"
    channels = view.contact.channels if isinstance(view, ResumeView) else frozenset()
    granted = decision.channels if isinstance(decision, Grant) else frozenset()
    if (view.withheld, view.actions, channels) != (decision.withheld, decision.actions, granted):
        return "it shows other parts, channels or actions"
    return None


def _digest(resume: Resume | CampusForm) -> str:
    return sha256(f"{resume.id}\n{resume.revision}".encode()).hexdigest()


def _clauses(decision: Decision | FormDecision, action: Action) -> tuple[Clause, ...]:
    """Those of the action, then those of what was shown for it; not those of other actions."""
    if isinstance(decision, Refusal):
        return decision.refused_by
    given: dict[object, tuple[Clause, ...]] = dict(decision.given)
    items = (item for item in given if not isinstance(item, Action))
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
