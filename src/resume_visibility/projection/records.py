"""The record that each request for a view leaves, and the notice that tells the candidate who looked (NOTICE-1).

A record may be kept for years: of the candidate it holds opaque ids, and none of the values shown or withheld.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TypeAlias, overload

import attrs

from ..errors import Problem
from ..model.building import Checked, Id
from ..model.campus import CampusForm
from ..model.consents import PUBLIC
from ..model.instants import instant
from ..model.language import Language
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
from ..policy.facts import Kind
from ..policy.form_cases import form_case_of
from ..policy.forms import FormDecision, FormGrant, FormKind, FormPart
from ..policy.grants import Decision, Grant, Refusal
from ..policy.standing import company_of
from ..policy.table import POLICY_2023_04, Policy, case_of
from .form_view import FormView
from .view import MOST_FRESH, ResumeView

Parts: TypeAlias = frozenset[Part] | frozenset[FormPart]
"""The parts of a resume, or of a form."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


@attrs.frozen(kw_only=True, repr=False)
class RecordedCompany(Checked):
    """A company as a record names it: by its name then, and its id where the platform could tell which it is."""

    name: str
    id: Id | None = None


@attrs.frozen(kw_only=True, repr=False)
class _Record(Checked):
    """What the records of resumes and of forms have in common."""

    viewer: Id | None = None
    company: RecordedCompany | None = None
    action: Action
    at: datetime
    granted: bool
    clauses: tuple[Clause, ...]
    policy: str
    digest: str

    def _problems(self) -> Iterator[Problem]:
        if not self.clauses:
            yield Problem("clauses", "expected at least one")
        if not _DIGEST.fullmatch(self.digest):
            yield Problem("digest", "expected 64 hexadecimal digits in lower case")

    def _contradictions(self, shown: Parts, withheld: Parts) -> Iterator[Problem]:
        if shown & withheld:
            yield Problem("withheld", "expected no part that was shown")
        if shown and not self.granted:
            yield Problem("shown", "expected no part where nothing was granted")


@attrs.frozen(kw_only=True, repr=False)
class AccessRecord(_Record):
    """Who asked for which resume, when, what for, and what came of it. Made by `record_of`; for the platform alone.

    Args:
        viewer: the viewer's own id, where that kind has one.
        company: the one that the viewer acts for; a headhunter's agency.
        action: what the viewer was about to do.
        at: when, in UTC.
        granted: whether there was a view.
        clauses: that granted the action and what was shown for it, or that refused.
        policy: the version of the policy that decided.
        digest: SHA-256 of the resume's id and revision, in hexadecimal; of no content, which could be guessed from it.
        kind: of the viewer; somebody else's owner is a visitor.
        client: the company that a headhunter acts for, if any.
        purpose: what a recipient asks for.
        resume: the resume's id.
        shown: the parts shown, whether or not the resume had anything in them.
        withheld: the parts not shown, likewise.
    """

    kind: Kind
    client: RecordedCompany | None = None
    purpose: Id | None = None
    resume: Id
    shown: frozenset[Part] = frozenset()
    withheld: frozenset[Part] = frozenset()

    def _problems(self) -> Iterator[Problem]:
        yield from super()._problems()
        yield from self._contradictions(self.shown, self.withheld)
        if (self.company is not None) is not self.kind.has_company:
            yield Problem(
                "company", "expected one for a recruiter, headhunter or mailbox, and only for these"
            )
        if self.client is not None and self.kind is not Kind.HEADHUNTER:
            yield Problem("client", "expected one for a headhunter only")
        if (self.purpose is not None) is not (self.kind is Kind.RECIPIENT):
            yield Problem("purpose", "expected one for a recipient, and only for one")


@attrs.frozen(kw_only=True, repr=False)
class FormRecord(_Record):
    """The same of a campus or company-made form.

    Args:
        viewer: as in `AccessRecord`, and so are those down to `digest`.
        company: likewise.
        action: likewise.
        at: likewise.
        granted: likewise.
        clauses: likewise.
        policy: likewise.
        digest: likewise, of the form's id and revision.
        kind: of the viewer, as a form tells them apart.
        form: the form's id.
        shown: the parts shown, whether or not the form had anything in them.
        withheld: the parts not shown, likewise.
    """

    kind: FormKind
    form: Id
    shown: frozenset[FormPart] = frozenset()
    withheld: frozenset[FormPart] = frozenset()

    def _problems(self) -> Iterator[Problem]:
        yield from super()._problems()
        yield from self._contradictions(self.shown, self.withheld)
        if self.company is None and self.kind is FormKind.RECRUITER:
            yield Problem("company", "expected one for a recruiter")


@attrs.frozen(kw_only=True, repr=False)
class Notice(Checked):
    """What the candidate is told: who looked, what for, when. Made by `notice_of`.

    Args:
        resume: the id of the candidate's resume or form.
        company: the name of the company that looked; of a recipient by consent, the id that the consent names; of a
            school, its id.
        client: the name of the company that a headhunter looked for, if any: a candidate can block it (BLOCK-3).
        action: what was done.
        at: when, in UTC.
        parts: shown.
        text: the same in one sentence, without the time, which is told in the candidate's own zone.
    """

    resume: Id
    company: str
    client: str | None
    action: Action
    at: datetime
    parts: Parts
    text: str


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
        TypeError: `viewer` is no viewer, `resume` neither a resume nor a form, or `view` neither its kind of view nor None.
        ValueError: the view cannot be what this policy gives this viewer of this resume at that instant.
        InvalidValue: `at` has no time zone.
    """
    moment = instant(at)
    if isinstance(resume, CampusForm):
        form_case = form_case_of(viewer, resume, moment, policy)
        _check(view, FormView, form_case.decision, resume.id, moment, policy)
        return FormRecord(
            viewer=_id_of(viewer),
            company=_recorded(company_of(viewer)),
            action=viewer.action,
            at=moment,
            granted=isinstance(form_case.decision, FormGrant),
            clauses=_clauses(form_case.decision, viewer.action),
            policy=policy.version,
            digest=_digest(resume),
            kind=form_case.facts.kind,
            form=resume.id,
            shown=form_case.decision.parts if isinstance(form_case.decision, FormGrant) else frozenset(),
            withheld=form_case.decision.withheld
            if isinstance(form_case.decision, FormGrant)
            else frozenset(FormPart),
        )
    case = case_of(viewer, resume, moment, policy)
    _check(view, ResumeView, case.decision, resume.id, moment, policy)
    return AccessRecord(
        viewer=_id_of(viewer),
        company=_recorded(company_of(viewer)),
        action=viewer.action,
        at=moment,
        granted=isinstance(case.decision, Grant),
        clauses=_clauses(case.decision, viewer.action),
        policy=policy.version,
        digest=_digest(resume),
        kind=case.facts.kind,
        client=_recorded(viewer.client if isinstance(viewer, Headhunter) else None),
        purpose=viewer.purpose if isinstance(viewer, Recipient) else None,
        resume=resume.id,
        shown=case.decision.parts if isinstance(case.decision, Grant) else frozenset(),
        withheld=case.decision.withheld if isinstance(case.decision, Grant) else frozenset(Part),
    )


def notice_of(record: AccessRecord | FormRecord, language: Language) -> Notice | None:
    """What to tell the candidate of a record; None where there is nothing to tell.

    Nothing is told of refusals, of the owner's own views, of the platform's recommender, and of the community, where
    the candidate chose to appear. The person who looked is not named: the company is.

    Args:
        record: of any answer.
        language: of the sentence.
    """
    who = _told(record, language)
    if who is None or not record.granted:
        return None
    client = record.client.name if isinstance(record, AccessRecord) and record.client is not None else None
    subject = who if client is None else _FOR_CLIENT[language].format(who=who, client=client)
    return Notice(
        resume=record.resume if isinstance(record, AccessRecord) else record.form,
        company=who,
        client=client,
        action=record.action,
        at=record.at,
        parts=record.shown,
        text=subject + _DID[language][record.action],
    )


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


def _told(record: AccessRecord | FormRecord, language: Language) -> str | None:
    """Whom to name to the candidate; None for those of whom nothing is told."""
    if record.company is not None:
        return record.company.name
    if record.kind not in (Kind.RECIPIENT, FormKind.SCHOOL) or record.viewer is None:
        return None
    return _EVERYBODY[language] if record.viewer == PUBLIC else record.viewer


_EVERYBODY = {Language.ZH: "公众", Language.EN: "the public"}
_FOR_CLIENT = {Language.ZH: "{who}（受{client}委托）", Language.EN: "{who} (for {client})"}
_DID = {
    Language.ZH: {
        Action.RECOMMEND: "获荐了您的简历",
        Action.SEARCH: "搜索到了您的简历",
        Action.VIEW: "查看了您的简历",
        Action.EXPORT: "导出了您的简历",
        Action.CHAT: "与您在线沟通",
    },
    Language.EN: {
        Action.RECOMMEND: " was recommended your resume",
        Action.SEARCH: " found your resume by search",
        Action.VIEW: " viewed your resume",
        Action.EXPORT: " exported your resume",
        Action.CHAT: " chatted with you",
    },
}
