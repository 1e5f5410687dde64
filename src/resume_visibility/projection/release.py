"""The release point: nothing of a resume leaves but through here. It applies grants and holds no rule."""

from datetime import datetime, timedelta
from typing import overload

import attrs

from ..model.campus import CampusForm
from ..model.instants import LAST, instant
from ..model.language import Language
from ..model.parts import Part
from ..model.resume import Resume
from ..model.settings import VirtualNumber
from ..model.values import Email
from ..model.viewers import Recipient, Viewer
from ..policy.grants import Grant, Refusal
from ..policy.index import governing
from ..policy.standing import attachments_for, company_of, consents_for, running_with
from ..policy.table import POLICY_2023_04, Policy, case_of
from ..text import Kind
from .form_view import FormView
from .forms import form_view_for
from .names import honorific
from .redactor import Redactor, hidden_by
from .sections import shown_sections, survey
from .view import ResumeView, ShownContact, ShownSections, VirtualLine, fresh_from


@overload
def view_for(
    viewer: Viewer, resume: Resume, *, at: datetime | None = None, policy: Policy = POLICY_2023_04
) -> ResumeView | None: ...
@overload
def view_for(
    viewer: Viewer, resume: CampusForm, *, at: datetime | None = None, policy: Policy = POLICY_2023_04
) -> FormView | None: ...
def view_for(
    viewer: Viewer,
    resume: Resume | CampusForm,
    *,
    at: datetime | None = None,
    policy: Policy = POLICY_2023_04,
) -> ResumeView | FormView | None:
    """What this viewer may see of this resume; None where it is not shown, whatever the reason (LAW-3).

    Args:
        viewer: who asks, what for, and in which language.
        resume: asked for: an online resume, or a campus or company-made form, which has a view of its own.
        at: the instant of the view, aware, to the microsecond; now, unless given.
        policy: that decides.

    Returns:
        The redacted projection, or None.

    Raises:
        TypeError: `viewer` is no viewer, `policy` no policy, or `resume` neither a resume nor a form; a view of either is neither.
        InvalidValue: `at` has no time zone.
    """
    moment = instant(at)
    if isinstance(resume, CampusForm):
        return form_view_for(viewer, resume, moment, policy)
    case = case_of(viewer, resume, moment, policy)
    if isinstance(case.decision, Refusal):
        return None
    until = fresh_from(moment)
    if case.while_conversing:
        until = min(until, _last_word(viewer, resume, moment))
    return _project(case.decision, viewer, resume, moment, until, policy)


def _project(
    grant: Grant, viewer: Viewer, resume: Resume, at: datetime, fresh_until: datetime, policy: Policy
) -> ResumeView:
    parts = grant.parts
    attachments = (
        attachments_for(viewer, resume, at, policy.readings) if Part.ATTACHMENTS in parts else frozenset()
    )
    key = (_prepare, grant, viewer.language, attachments, policy.accounts)
    prepared = resume.memo.get(key, lambda: _prepare(*key[1:], resume))
    contact = prepared.contact
    if isinstance(viewer, Recipient):
        fresh_until = min(fresh_until, *(c.void_from for c in consents_for(viewer, governing(resume), at)))
    if Part.VIRTUAL_NUMBER in parts and resume.virtual_numbers:
        line = _fitting(viewer, resume, at)
        if line is not None:
            fresh_until = min(fresh_until, line.valid_until)
            contact = ShownContact(
                channels=contact.channels,
                mobile=contact.mobile,
                email=contact.email,
                homepage=contact.homepage,
                virtual_number=line,
            )
    return ResumeView(
        id=resume.id,
        display_name=prepared.display_name,
        sections=prepared.sections,
        contact=contact,
        actions=grant.actions,
        withheld=grant.withheld,
        fresh_until=instant(fresh_until),
        policy=policy.version,
    )


def _last_word(viewer: Viewer, resume: Resume, at: datetime) -> datetime:
    """When no conversation with the viewer's company will be running, as far as is known (CHAT-1)."""
    company = company_of(viewer)
    running = () if company is None else running_with(company, governing(resume), at)
    return max((LAST if talk.until is None else talk.until for talk in running), default=LAST)


@attrs.frozen(eq=False, repr=False)
class _Prepared:
    """The part of a view that depends on grant and policy alone, and not on who holds it or when."""

    display_name: str | None
    sections: ShownSections
    contact: ShownContact


def _prepare(
    grant: Grant, language: Language, attachments: frozenset[str], accounts: tuple[str, ...], resume: Resume
) -> _Prepared:
    surveyed = resume.memo.get((survey, accounts), lambda: survey(resume, accounts))
    redactor = Redactor(findings=surveyed.findings, hidden=hidden_by(grant.parts), language=language)
    return _Prepared(
        display_name=_display_name(grant, resume, redactor),
        sections=shown_sections(grant.parts, surveyed, attachments, redactor),
        contact=_contact(grant, resume, redactor),
    )


def _display_name(grant: Grant, resume: Resume, redactor: Redactor) -> str | None:
    if Part.DISPLAY_NAME not in grant.parts:
        return None
    basics = resume.basics
    if Part.NAME in grant.parts:
        return redactor(basics.name.full)
    return redactor.showing(Kind.NAME)(honorific(basics.name, basics.profile.gender, redactor.language))


def _contact(grant: Grant, resume: Resume, redactor: Redactor) -> ShownContact:
    contact, parts = resume.basics.contact, grant.parts
    email, homepage = contact.email, contact.homepage
    # An address made of the mobile number, such as those of 139.com, would show it (PHONE-1).
    if Part.EMAIL not in parts or (email is not None and _made_of_number(email, redactor)):
        email = None
    if Part.HOMEPAGE not in parts or (homepage is not None and redactor.withholds(homepage)):
        homepage = None
    mobile = contact.mobile if Part.MOBILE in parts else None
    return ShownContact(channels=grant.channels, mobile=mobile, email=email, homepage=homepage)


def _made_of_number(email: Email, redactor: Redactor) -> bool:
    numbers = redactor.showing(Kind.NAME, Kind.CLAUSE)
    return numbers(email.address) != email.address


def _fitting(viewer: Viewer, resume: Resume, at: datetime) -> VirtualLine | None:
    """PHONE-2: bound to the viewer's company before bound to anyone; then the latest end; then the id."""
    company = company_of(viewer)
    own = None if company is None else company.id

    def preference(binding: VirtualNumber) -> tuple[bool, timedelta, str]:
        return (binding.company is None, LAST - binding.valid_until, binding.id)

    fitting = [
        b for b in resume.virtual_numbers if b.valid_from <= at < b.valid_until and b.company in (None, own)
    ]
    if not fitting:
        return None
    best = min(fitting, key=preference)
    return VirtualLine(number=best.number, valid_until=instant(best.valid_until))
