"""The release point: nothing of a resume leaves but through here. It applies grants and holds no rule."""

from __future__ import annotations  # so that help names the types, and does not spell the unions out

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, overload

import attrs

from ..model.instants import instant
from ..model.language import Language
from ..model.parts import Part
from ..model.resume import Resume
from ..model.sections import Contact
from ..model.settings import Delivery, VirtualNumber
from ..model.shown import S, ShownSections
from ..model.silent import Silent
from ..model.viewers import Viewer
from ..policy.decisions import Grant, Refusal
from ..policy.table import DEFAULT_POLICY, Case, Policy, case_of
from ..text.kinds import Kind, Tag
from .kept import restore
from .names import called
from .numbers import hidden_lines
from .redactor import Findings, Redactor, hidden_by
from .sections import shown_sections, survey
from .view import ResumeView, ShownContact, VirtualLine

if TYPE_CHECKING:
    from ..model.campus import CampusForm
    from .form_view import FormView


@overload
def view_for(
    viewer: Viewer, resume: Resume[S], *, at: datetime | None = None, policy: Policy = DEFAULT_POLICY
) -> ResumeView[S] | None: ...
@overload
def view_for(
    viewer: Viewer, resume: CampusForm, *, at: datetime | None = None, policy: Policy = DEFAULT_POLICY
) -> FormView | None: ...
def view_for(
    viewer: Viewer,
    resume: Resume | CampusForm,
    *,
    at: datetime | None = None,
    policy: Policy = DEFAULT_POLICY,
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
    return view_of(viewer, resume, instant(at), policy)


def view_of(
    viewer: Viewer,
    asked: Resume | CampusForm,
    at: datetime,
    policy: Policy,
    only: frozenset[Part] | None = None,
) -> ResumeView | FormView | None:
    """Make the view that `view_for` returns, or only some parts of it for a row of a list. These parts are as in the whole view.

    Args:
        viewer: who asks, what for, and in which language.
        asked: the resume or form.
        at: the instant, in UTC.
        policy: that decides.
        only: the parts that are wanted; all that are granted, unless given.
    """
    case = case_of(viewer, asked, at, policy)
    decision = case.decision
    return None if isinstance(decision, Refusal) else view_in(case, decision, viewer, asked, policy, only)


def view_in(
    case: Case,
    grant: Grant,
    viewer: Viewer,
    asked: Resume | CampusForm,
    policy: Policy,
    only: frozenset[Part] | None = None,
) -> ResumeView | FormView:
    """Make the view of a case with a grant. The other arguments are those of `view_of`."""
    if not isinstance(asked, Resume):
        from .forms import form_view  # which no resume needs

        return form_view(case, grant, viewer, asked, policy, only)
    key = (  # as `_Asked` has it
        grant,
        only,
        viewer.language,
        policy.accounts,
        case.avatar,
        case.in_community,
        case.attachments,
        case.deliveries,
        case.owned and only is None,
        None if case.virtual_number is None else case.virtual_number.id,
        case.virtual_numbers != (),
    )
    kept: Projected | None = asked.memo.kept(key)
    if kept is None:
        kept = _prepare(_Asked._make(key), asked)
        asked.memo.keep(key, kept)
    return released(case, grant, viewer, policy, kept.display_name, kept.sections, kept.contact)


@attrs.frozen(eq=False, repr=False)
class Projected(Silent):
    """The part of a view that depends on the grant and what it shows, and not on who holds the grant or when."""

    display_name: str | None
    sections: ShownSections
    contact: ShownContact


def projected(grant: Grant, resume: Resume, language: Language, policy: Policy) -> Projected:
    """Make what a grant shows of a resume to everybody who holds it, at any time. An index may be made of it (SEARCH-1).

    What only some holders of the grant are shown is left out: avatar, attachments, deliveries, and every virtual number, also
    one that was typed into a text.

    Args:
        grant: of the policy, on this resume.
        resume: to be shown.
        language: of the display name, and of the marks in redacted texts.
        policy: that gave the grant.
    """
    asked = _Asked(grant, None, language, policy.accounts, None, False, frozenset(), (), False, None, False)
    return resume.memo.get(asked, lambda: _prepare(asked, resume))


def released(
    case: Case,
    grant: Grant,
    viewer: Viewer,
    policy: Policy,
    display_name: str | None,
    sections: ShownSections,
    contact: ShownContact,
) -> ResumeView:
    """Make the view from what is shown.

    Args:
        case: in which it is shown.
        grant: the decision in the case.
        viewer: who asks.
        policy: that decides.
        display_name: the name that the grant shows.
        sections: the sections that the grant shows.
        contact: the contact details that the grant shows.
    """
    return ResumeView(
        id=case.id,
        display_name=display_name,
        sections=sections,
        contact=contact,
        action=viewer.action,
        actions=grant.actions,
        withheld=grant.withheld,
        fresh_until=case.fresh_until,
        policy=policy.version,
    )


class _Asked(NamedTuple):
    """Everything that `Projected` depends on."""

    grant: Grant
    only: frozenset[Part] | None
    language: Language
    accounts: tuple[str, ...]
    avatar: str | None
    in_community: bool
    attachments: frozenset[str]
    deliveries: tuple[Delivery, ...]
    owned: bool
    line: str | None
    every_line: bool


def _prepare(asked: _Asked, resume: Resume) -> Projected:
    granted, memo, accounts = asked.grant.parts, resume.memo, asked.accounts
    parts = granted if asked.only is None else granted & asked.only
    real, nickname = Part.NAME in granted, asked.in_community
    named = Part.DISPLAY_NAME in parts
    name = called(resume.basics, asked.language, real=real, in_community=nickname) if named else None
    findings = memo.get((Findings, accounts), lambda: restore(resume, accounts))
    shown, withheld = _lines(asked, resume)
    hidden = hidden_by(granted) | hidden_lines(withheld, shown)
    redactor = Redactor(findings=findings, hidden=hidden, language=asked.language)
    given_away: dict[str, frozenset[Tag]] = {}
    if hidden:  # an owner's texts are not looked at: nothing is taken out of them
        key = survey, accounts, asked.only
        given_away = memo.get(key, lambda: survey(resume, findings, asked.only, *filter(None, [name])))
    return Projected(
        display_name=None if name is None else redactor.showing(Kind.NAME)(name),
        sections=shown_sections(
            parts,
            resume,
            given_away,
            asked.attachments,
            asked.avatar,
            asked.deliveries,
            redactor,
            owned=asked.owned,
        ),
        contact=_contact(asked, parts, resume.basics.contact, redactor, shown),
    )


_Lines: TypeAlias = tuple[VirtualNumber, ...]


def _contact(
    asked: _Asked, parts: frozenset[Part], contact: Contact, redactor: Redactor, lines: _Lines
) -> ShownContact:
    email, homepage = contact.email, contact.homepage
    # An address made of the mobile number, such as those of 139.com, would show it (PHONE-1).
    if Part.EMAIL not in parts or (email is not None and redactor.withholds(email, Kind.NAME, Kind.CLAUSE)):
        email = None
    if Part.HOMEPAGE not in parts or (homepage is not None and redactor.withholds(homepage)):
        homepage = None
    mobile = contact.mobile if Part.MOBILE in parts else None
    if asked.only is not None and Part.VIRTUAL_NUMBER not in asked.only:
        lines = ()
    dialled = next((line for line in lines if line.id == asked.line), None)
    return ShownContact(
        channels=asked.grant.channels,
        mobile=mobile,
        email=email,
        homepage=homepage,
        virtual_number=None
        if dialled is None
        else VirtualLine(number=dialled.number, valid_until=dialled.valid_until),
        virtual_numbers=lines if asked.every_line else (),
    )


def _lines(asked: _Asked, resume: Resume) -> tuple[_Lines, _Lines]:
    """The virtual numbers to show, and those to keep out of the text. The owner is shown all of them, everybody else the one to dial."""
    lines = resume.virtual_numbers
    if asked.every_line:
        return lines, ()
    shown = tuple([line for line in lines if line.id == asked.line])
    return shown, tuple([line for line in lines if line not in shown])
