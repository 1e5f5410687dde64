"""Makes the record of an answer to a request (NOTICE-1), after a check that the view is that answer."""

from collections.abc import Iterator
from datetime import datetime
from typing import overload

import attrs

from ..errors import ViewRefused
from ..model.arguments import mistake
from ..model.building import is_model, names_of
from ..model.campus import CampusForm
from ..model.instants import FIRST, LAST, instant
from ..model.parts import PARTS_OF, Channel, Document, Part
from ..model.rechecking import checked
from ..model.resume import Resume
from ..model.shown import S
from ..model.viewers import (
    Action,
    Company,
    Owner,
    Recipient,
    SupportAgent,
    Viewer,
)
from ..policy.clauses import Clause
from ..policy.decisions import Decision, Grant, Refusal
from ..policy.situation import company_of
from ..policy.table import DEFAULT_POLICY, Case, Policy, case_of
from .form_view import FormView
from .records import AccessRecord, RecordedCompany
from .release import view_from, view_of
from .view import ResumeView


@overload
def record_of(
    viewer: Viewer,
    resume: Resume[S],
    view: ResumeView[S] | None,
    *,
    at: datetime | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> AccessRecord: ...
@overload
def record_of(
    viewer: Viewer,
    resume: CampusForm,
    view: FormView | None,
    *,
    at: datetime | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> AccessRecord: ...
def record_of(
    viewer: Viewer,
    resume: Resume | CampusForm,
    view: ResumeView | FormView | None,
    *,
    at: datetime | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> AccessRecord:
    """Make the record of one answer of `view_for` or `views_for`, also of a refusal. It stores nothing.

    Args:
        viewer: who asked.
        resume: asked for, or a form, as it was then.
        view: the answer. Of a row of a list, only what it shows is recorded as shown: its parts, and each further part of which a
            detail stands in one of its texts.
        at: the instant of the answer, or the instant at which a view that is still fresh was shown again; now, unless given. Such a
            view is recorded as it was decided at first, even if more may be shown by now.
        policy: that decided.

    Raises:
        TypeError: `viewer` is no viewer, `resume` neither a resume nor a form, `policy` no policy, or `view` neither its kind of
            view nor None.
        ViewRefused: the view is neither the answer of this policy to this viewer at that instant, nor an earlier answer that is still
            fresh.
        InvalidValue: `at` has no time zone, or a field of the view, which nobody checked as it was built or unpickled, is of a wrong type.
    """
    moment = instant(at)
    case = case_of(viewer, resume, moment, policy)
    kind = ResumeView if isinstance(resume, Resume) else FormView
    if view is not None and type(view) is not kind:
        raise mistake("view", f"a {kind.__name__} or None", view)
    return checked(view, lambda one: _make_record(viewer, resume, one, case, moment, policy))


def _make_record(
    viewer: Viewer,
    resume: Resume | CampusForm,
    view: ResumeView | FormView | None,
    case: Case,
    moment: datetime,
    policy: Policy,
) -> AccessRecord:
    asked = _asked_parts(view, case.facts.document)

    def problem_at(decided: datetime, only: frozenset[Part] | None) -> str | None:
        """Why the view is no answer that was decided at an instant; None if it is one."""
        return _mismatch(view, view_of(viewer, resume, decided, policy, only), moment)

    def is_answer_at(decided: datetime) -> bool:
        return any(problem_at(decided, only) is None for only in asked)

    if not is_answer_at(moment):
        fresh = view is not None and moment < view.fresh_until
        for earlier in _earlier(viewer, resume, moment, policy) if fresh else ():
            if is_answer_at(earlier):
                case = case_of(viewer, resume, earlier, policy)
                break
        else:
            raise ViewRefused(f"this answer is not recorded: {problem_at(moment, asked[0])}")
    from hashlib import sha256  # which no view needs

    facts = case.facts
    shown = case.decision.parts if isinstance(case.decision, Grant) else frozenset[Part]()
    if view is not None and view.omitted and isinstance(case.decision, Grant):
        shown = _shown_in_row(view, case, case.decision, viewer, resume, policy)
    shown &= PARTS_OF[facts.document]  # a ruleset of one's own may give parts that the document does not have
    return AccessRecord(
        document=facts.document,
        document_id=resume.id,
        viewer=viewer.candidate if isinstance(viewer, Owner) else getattr(viewer, "id", None),
        kind=facts.kind,
        company=_recorded_company(company_of(viewer)),
        purpose=viewer.purpose if isinstance(viewer, Recipient) else None,
        support_case=viewer.case.id if isinstance(viewer, SupportAgent) and viewer.case else None,
        action=viewer.action,
        conversing=facts.conversing,
        at=moment,
        granted=isinstance(case.decision, Grant),
        clauses=_cited_clauses(case.decision, viewer.action, shown),
        policy=policy.version,
        digest=sha256(f"{resume.id}\n{resume.revision}".encode()).hexdigest(),
        shown=shown,
        withheld=PARTS_OF[facts.document] - shown,
    )


def _asked_parts(
    view: ResumeView | FormView | None, document: Document
) -> tuple[frozenset[Part] | None, ...]:
    """The parts that may have been asked for, to get such a view; None for a whole view."""
    if view is None:
        return (None,)
    parts = PARTS_OF[document] - view.withheld - view.omitted
    # A row of every granted part omits none, and still is no whole view: it lacks what is for the owner alone.
    return (parts,) if view.omitted else (None, parts)


def _shown_in_row(
    row: ResumeView | FormView,
    case: Case,
    grant: Grant,
    viewer: Viewer,
    asked: Resume | CampusForm,
    policy: Policy,
) -> frozenset[Part]:
    """The parts that a row shows: those that it does not omit, and those of which a detail stands in one of its texts (CONTACT-2). Each
    of the latter is known by this: if it were withheld, the row would be another.
    """
    parts = grant.parts - row.omitted

    def differs_without(lost: frozenset[Part]) -> bool:
        # Kept, because projections are kept by the object of their grant.
        key = _shown_in_row, grant, lost
        less = asked.memo.get(key, lambda: attrs.evolve(grant, parts=grant.parts - lost))
        lines = () if Part.VIRTUAL_NUMBER in lost else case.virtual_numbers
        line = None if Part.VIRTUAL_NUMBER in lost else case.virtual_number
        same_case = case._replace(virtual_number=line, virtual_numbers=lines)
        made = view_from(same_case, less, viewer, asked, policy, parts)
        said = {name: getattr(row, name) for name in ("withheld", "omitted", "fresh_until")}
        return attrs.evolve(made, **said) != row

    if not differs_without(row.omitted):  # as of nearly every row
        return parts
    return parts.union([part for part in row.omitted if differs_without(frozenset({part}))])


def _earlier(viewer: Viewer, resume: Resume | CampusForm, at: datetime, policy: Policy) -> Iterator[datetime]:
    """The instants before this one at which a view that is still fresh may have been different: just before something began or
    ended. The latest comes first.
    """
    longest = policy.ruleset.most_fresh
    changes = {one for one in instants_in(resume, viewer) if FIRST < one <= at and at - one < longest}
    yield from (one - datetime.resolution for one in sorted(changes, reverse=True)[:_MAX_CHANGES])


_MAX_CHANGES = 100
"""At most so many changes are looked at: fewer happen in two hours. After more changes, a view must be made anew for its record."""


def instants_in(*values: object) -> Iterator[datetime]:
    pending = [*values]
    while pending:
        value = pending.pop()
        if isinstance(value, datetime):
            yield value
        elif isinstance(value, (tuple, frozenset)):
            pending += value
        elif is_model(type(value)):
            pending += [getattr(value, name) for name in names_of(type(value))]


def _mismatch(
    view: ResumeView | FormView | None, answer: ResumeView | FormView | None, at: datetime
) -> str | None:
    """Say why a view is not the answer, given now or a while ago; None if it is."""
    if answer is None:
        return None if view is None else "the resume is not shown to this viewer, but a view was given"
    if view is None:
        return "the resume is shown to this viewer, but no view was given"
    fresh = at < view.fresh_until or at == LAST  # nothing comes after that
    if not (fresh and view.fresh_until <= answer.fresh_until):
        return "the view is not fresh at that instant; give the instant of the answer as at, or ask view_for again"
    if view != attrs.evolve(answer, fresh_until=view.fresh_until):
        return "it is another view than view_for gives this viewer; if another policy made the view, give that policy"
    return None


def _cited_clauses(decision: Decision, action: Action, shown: frozenset[Part]) -> tuple[Clause, ...]:
    """The clauses of the action, then those of what was shown for it; not those of other actions and parts."""
    if isinstance(decision, Refusal):
        return decision.refused_by
    given: dict[object, tuple[Clause, ...]] = dict(decision.given)
    items = (item for item in given if isinstance(item, Channel) or item in shown)
    # A ruleset of one's own may give the action without a clause.
    return tuple(dict.fromkeys(clause for item in (action, *items) for clause in given.get(item, ())))


def _recorded_company(company: Company | None) -> RecordedCompany | None:
    return None if company is None else RecordedCompany(name=company.name, id=company.id)
