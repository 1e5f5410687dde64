"""The release point: nothing of a resume leaves but through here. It applies grants and holds no rule."""

from __future__ import annotations  # so that help names the types, and does not spell the unions out

from datetime import datetime
from typing import NamedTuple, overload

import attrs

from ..model.campus import CampusForm
from ..model.instants import instant
from ..model.language import Language
from ..model.parts import Part
from ..model.resume import Resume
from ..model.settings import Delivery, VirtualNumber
from ..model.values import Email
from ..model.viewers import Viewer
from ..policy.decisions import Grant, Refusal
from ..policy.table import POLICY_2023_04, Case, Policy, case_of
from ..text import Kind
from .form_view import FormView
from .forms import form_view
from .names import honorific
from .redactor import Redactor, hidden_by, hidden_lines
from .sections import shown_sections, survey
from .view import ResumeView, ShownContact, ShownSections, VirtualLine


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
    case = case_of(viewer, resume, instant(at), policy)
    if isinstance(case.decision, Refusal):
        return None
    if isinstance(resume, CampusForm):
        return form_view(case, case.decision, viewer, resume, policy)
    return _project(case, case.decision, viewer, resume, policy)


def _project(case: Case, grant: Grant, viewer: Viewer, resume: Resume, policy: Policy) -> ResumeView:
    asked = _Asked(
        grant,
        viewer.language,
        policy.accounts,
        case.avatar,
        case.in_community,
        case.attachments,
        case.deliveries,
        _withheld(case, resume),
    )
    prepared = resume.memo.get(asked, lambda: _prepare(asked, resume))
    contact = prepared.contact
    line, owned = case.virtual_number, case.virtual_numbers
    if line is not None or owned:
        shown = None
        if line is not None:
            shown = VirtualLine(number=line.number, valid_until=instant(line.valid_until))
        contact = ShownContact(
            channels=contact.channels,
            mobile=contact.mobile,
            email=contact.email,
            homepage=contact.homepage,
            virtual_number=shown,
            virtual_numbers=owned,
        )
    return ResumeView(
        id=case.id,
        display_name=prepared.display_name,
        sections=prepared.sections,
        contact=contact,
        action=viewer.action,
        actions=grant.actions,
        withheld=grant.withheld,
        fresh_until=instant(case.fresh_until),
        policy=policy.version,
    )


@attrs.frozen(eq=False, repr=False)
class _Prepared:
    """The part of a view that depends on grant and policy alone, and not on who holds it or when."""

    display_name: str | None
    sections: ShownSections
    contact: ShownContact


class _Asked(NamedTuple):
    """What that part depends on."""

    grant: Grant
    language: Language
    accounts: tuple[str, ...]
    avatar: str | None
    in_community: bool
    attachments: frozenset[str]
    deliveries: tuple[Delivery, ...]
    withheld: tuple[VirtualNumber, ...]


def _prepare(asked: _Asked, resume: Resume) -> _Prepared:
    parts = asked.grant.parts
    surveyed = resume.memo.get((survey, asked.accounts), lambda: survey(resume, asked.accounts))
    hidden = hidden_by(parts) | hidden_lines(
        asked.withheld, (line for line in resume.virtual_numbers if line not in asked.withheld)
    )
    redactor = Redactor(findings=surveyed.findings, hidden=hidden, language=asked.language)
    return _Prepared(
        display_name=_display_name(asked, resume, redactor),
        sections=shown_sections(parts, surveyed, asked.attachments, asked.avatar, asked.deliveries, redactor),
        contact=_contact(asked.grant, resume, redactor),
    )


def _display_name(asked: _Asked, resume: Resume, redactor: Redactor) -> str | None:
    parts, basics = asked.grant.parts, resume.basics
    if Part.DISPLAY_NAME not in parts:
        return None
    if Part.NAME in parts:
        return redactor(basics.name.full)
    shown = honorific(basics.name, basics.profile.gender, asked.language, in_community=asked.in_community)
    return redactor.showing(Kind.NAME)(shown)


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


def _withheld(case: Case, resume: Resume) -> tuple[VirtualNumber, ...]:
    """The virtual numbers to keep out of the text: the owner's are all shown, and whoever else dials sees the one."""
    if case.virtual_numbers:
        return ()
    return tuple(binding for binding in resume.virtual_numbers if binding is not case.virtual_number)
