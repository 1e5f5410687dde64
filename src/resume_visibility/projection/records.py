"""The record that each request for a view leaves, and the notice that tells the candidate who looked (NOTICE-1).

A record may be kept for years: of the candidate it holds opaque ids, and none of the values shown or withheld.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import attrs

from ..errors import Problem
from ..model.building import Checked, Id
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
from ..policy.grants import Decision, Grant
from ..policy.standing import company_of
from ..policy.table import POLICY_2023_04, Policy, case_of
from .view import MOST_FRESH, ResumeView

_DIGEST = re.compile(r"[0-9a-f]{64}")


@attrs.frozen(kw_only=True, repr=False)
class RecordedCompany(Checked):
    """A company as a record names it: by its name then, and its id where the platform could tell which it is."""

    name: str
    id: Id | None = None


@attrs.frozen(kw_only=True, repr=False)
class AccessRecord(Checked):
    """Who asked for which resume, when, what for, and what came of it. Made by `record_of`; for the platform alone.

    Args:
        kind: of the viewer; somebody else's owner is a visitor.
        viewer: the viewer's own id, where that kind has one.
        company: the one that the viewer acts for; a headhunter's agency.
        client: the company that a headhunter acts for, if any.
        purpose: what a recipient asks for.
        action: what the viewer was about to do.
        at: when, in UTC.
        granted: whether there was a view.
        clauses: that granted the action and what was shown for it, or that refused.
        shown: the parts shown, whether or not the resume had anything in them.
        withheld: the parts not shown, likewise.
        policy: the version of the policy that decided.
        resume: the resume's id.
        digest: SHA-256 of the resume's id and revision, in hexadecimal; of no content, which could be guessed from it.
    """

    kind: Kind
    viewer: Id | None = None
    company: RecordedCompany | None = None
    client: RecordedCompany | None = None
    purpose: Id | None = None
    action: Action
    at: datetime
    granted: bool
    clauses: tuple[Clause, ...]
    shown: frozenset[Part] = frozenset()
    withheld: frozenset[Part] = frozenset()
    policy: str
    resume: Id
    digest: str

    def _problems(self) -> Iterator[Problem]:
        if self.at.tzinfo is not UTC:
            yield Problem("at", "expected an instant in UTC")
        if not self.clauses:
            yield Problem("clauses", "expected at least one")
        if self.shown & self.withheld:
            yield Problem("withheld", "expected no part that was shown")
        if self.shown and not self.granted:
            yield Problem("shown", "expected no part where nothing was granted")
        if not _DIGEST.fullmatch(self.digest):
            yield Problem("digest", "expected 64 hexadecimal digits in lower case")
        if (self.company is not None) is not self.kind.has_company:
            yield Problem(
                "company", "expected one for a recruiter, headhunter or mailbox, and only for these"
            )
        if self.client is not None and self.kind is not Kind.HEADHUNTER:
            yield Problem("client", "expected one for a headhunter only")
        if (self.purpose is not None) is not (self.kind is Kind.RECIPIENT):
            yield Problem("purpose", "expected one for a recipient, and only for one")


@attrs.frozen(kw_only=True, repr=False)
class Notice(Checked):
    """What the candidate is told: who looked, what for, when. Made by `notice_of`.

    Args:
        resume: the id of the candidate's resume.
        company: the name of the company that looked; of a recipient by consent, the id that the consent names.
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
    parts: frozenset[Part]
    text: str


def record_of(
    viewer: Viewer,
    resume: Resume,
    view: ResumeView | None,
    *,
    at: datetime | None = None,
    policy: Policy = POLICY_2023_04,
) -> AccessRecord:
    """The record of one answer of `view_for`, of a refusal as well; pure, as `view_for` is.

    Args:
        viewer: who asked.
        resume: asked for, as it was then.
        view: the answer.
        at: the instant of the answer, or at which a view still fresh was shown again; now, unless given.
        policy: that decided.

    Raises:
        TypeError: `viewer` is no viewer, `resume` no resume, or `view` neither a view nor None.
        ValueError: the view cannot be what this policy gives this viewer of this resume at that instant.
        InvalidValue: `at` has no time zone.
    """
    moment = instant(at)
    case = case_of(viewer, resume, moment, policy)
    if view is not None and type(view) is not ResumeView:
        raise TypeError(f"expected view to be a ResumeView or None, got a {type(view).__name__}")
    problem = _mismatch(view, case.decision, resume, moment, policy)
    if problem is not None:
        raise ValueError(f"no view of this viewer: {problem}")
    client = viewer.client if isinstance(viewer, Headhunter) else None
    granted = isinstance(case.decision, Grant)
    return AccessRecord(
        kind=case.facts.kind,
        viewer=_id_of(viewer),
        company=_recorded(company_of(viewer)),
        client=_recorded(client),
        purpose=viewer.purpose if isinstance(viewer, Recipient) else None,
        action=viewer.action,
        at=moment,
        granted=granted,
        clauses=_clauses(case.decision, viewer.action),
        shown=case.decision.parts if isinstance(case.decision, Grant) else frozenset(),
        withheld=case.decision.withheld if isinstance(case.decision, Grant) else frozenset(Part),
        policy=policy.version,
        resume=resume.id,
        digest=sha256(f"{resume.id}\n{resume.revision}".encode()).hexdigest(),
    )


def notice_of(record: AccessRecord, language: Language) -> Notice | None:
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
    client = None if record.client is None else record.client.name
    subject = who if client is None else _FOR_CLIENT[language].format(who=who, client=client)
    return Notice(
        resume=record.resume,
        company=who,
        client=client,
        action=record.action,
        at=record.at,
        parts=record.shown,
        text=subject + _DID[language][record.action],
    )


def _mismatch(
    view: ResumeView | None, decision: Decision, resume: Resume, at: datetime, policy: Policy
) -> str | None:
    """Why a view cannot be what was decided; None where it can."""
    if not isinstance(decision, Grant):
        return None if view is None else "the resume is not shown, but a view was given"
    if view is None:
        return "the resume is shown, but no view was given"
    if view.id != resume.id:
        return "it is of another resume"
    if view.policy != policy.version:
        return "it was made under another policy"
    if not timedelta(0) <= view.fresh_until - at <= MOST_FRESH:
        return "it was not fresh at that instant"
    if (view.withheld, view.contact.channels, view.actions) != (
        decision.withheld,
        decision.channels,
        decision.actions,
    ):
        return "it shows other parts, channels or actions"
    return None


def _clauses(decision: Decision, action: Action) -> tuple[Clause, ...]:
    """Those of the action, then those of what was shown for it; not those of other actions."""
    if not isinstance(decision, Grant):
        return decision.refused_by
    given = dict(decision.given)
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


def _told(record: AccessRecord, language: Language) -> str | None:
    """Whom to name to the candidate; None for those of whom nothing is told."""
    if record.company is not None:
        return record.company.name
    if record.kind is not Kind.RECIPIENT or record.viewer is None:
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
