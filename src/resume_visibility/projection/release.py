"""The release point: nothing of a resume leaves but through here. It applies grants and holds no rule."""

from __future__ import annotations  # so that help names the types, and does not spell the unions out

from datetime import datetime
from typing import NamedTuple, overload

import attrs

from .. import model, projection  # by which annotations name what no resume needs
from ..model.instants import instant
from ..model.language import Language
from ..model.parts import Part, parts_in_row, parts_omitted
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
from .names import name_of
from .numbers import split_lines
from .redactor import Findings, Redactor, hidden_tags
from .sections import scan_texts, shown_sections
from .view import ResumeView, ShownContact, VirtualLine


@overload
def view_for(
    viewer: Viewer, resume: Resume[S], *, at: datetime | None = None, policy: Policy = DEFAULT_POLICY
) -> ResumeView[S] | None: ...
@overload
def view_for(
    viewer: Viewer, resume: model.CampusForm, *, at: datetime | None = None, policy: Policy = DEFAULT_POLICY
) -> projection.FormView | None: ...
def view_for(
    viewer: Viewer,
    resume: Resume | model.CampusForm,
    *,
    at: datetime | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> ResumeView | projection.FormView | None:
    """What this viewer may see of this resume; None where it is not shown, whatever the reason (LAW-3).

    Args:
        viewer: who asks, what for, and in which language.
        resume: asked for: an online resume, or a campus or company-made form, which has a view of its own.
        at: the instant of the view, aware, to the microsecond; now, unless given.
        policy: that decides.

    Returns:
        The redacted projection, or None.

    Raises:
        TypeError: `viewer` is no viewer, `policy` no policy, or `resume` is a view, or anything else that is no resume and no form.
        InvalidValue: `at` has no time zone.
    """
    return view_of(viewer, resume, instant(at), policy)


def view_of(
    viewer: Viewer,
    asked: Resume | model.CampusForm,
    at: datetime,
    policy: Policy,
    only: frozenset[Part] | None = None,
) -> ResumeView | projection.FormView | None:
    """Make the view that `view_for` returns, or only some parts of it for a row of a list. These parts are as in the whole view."""
    case = case_of(viewer, asked, at, policy)
    decision = case.decision
    return None if isinstance(decision, Refusal) else view_from(case, decision, viewer, asked, policy, only)


def view_from(
    case: Case,
    grant: Grant,
    viewer: Viewer,
    asked: Resume | model.CampusForm,
    policy: Policy,
    only: frozenset[Part] | None = None,
) -> ResumeView | projection.FormView:
    """Make the view of a case with a grant. The other arguments are those of `view_of`."""
    if not isinstance(asked, Resume):
        from .forms import form_view  # which no resume needs

        return form_view(case, grant, viewer, asked, policy, only)
    key = (  # the fields of `_Spec`: a plain tuple takes a tenth less time for a view that is shown again
        grant,
        viewer.language,
        policy.accounts,
        only,
        case.avatar,
        case.in_community,
        case.attachments,
        case.deliveries,
        case.owned and only is None,
        None if case.virtual_number is None else case.virtual_number.id,
        case.virtual_numbers != (),
    )
    cached: Projected | None = asked.memo.kept(key)
    if cached is None:
        cached = _prepare(_Spec._make(key), asked)
        asked.memo.keep(key, cached)
    return make_view(case, grant, viewer, policy, cached, only)


@attrs.frozen(eq=False, repr=False)
class Projected(Silent):
    """What a view shows: the part of it that depends on the grant, and not on who holds the grant or when."""

    display_name: str | None
    sections: ShownSections
    contact: ShownContact


def project_grant(grant: Grant, resume: Resume, language: Language, policy: Policy) -> Projected:
    """Make what a grant shows of a resume to everybody who holds it, at any time. An index may be made of it (SEARCH-1).

    What only some holders of the grant are shown is left out: avatar, attachments, deliveries, and every virtual number, also
    one that was typed into a text.
    """
    spec = _Spec(grant, language, policy.accounts)
    return resume.memo.get(spec, lambda: _prepare(spec, resume))


def make_view(
    case: Case,
    grant: Grant,
    viewer: Viewer,
    policy: Policy,
    shown: Projected,
    only: frozenset[Part] | None,
) -> ResumeView:
    """Make the view from what it shows: all that is granted, or only the parts that are wanted."""
    return ResumeView(
        id=case.id,
        display_name=shown.display_name,
        sections=shown.sections,
        contact=shown.contact,
        action=viewer.action,
        actions=grant.actions,
        withheld=grant.withheld,
        fresh_until=case.fresh_until,
        policy=policy.version,
        omitted=parts_omitted(grant.parts, only, grant.document),
    )


class _Spec(NamedTuple):
    """Everything that `Projected` depends on. By default, what every holder of the grant is shown."""

    grant: Grant
    language: Language
    accounts: tuple[str, ...]
    only: frozenset[Part] | None = None
    avatar: str | None = None
    in_community: bool = False
    attachments: frozenset[str] = frozenset()
    deliveries: tuple[Delivery, ...] = ()
    owned: bool = False
    number_id: str | None = None
    every_number: bool = False


def _prepare(spec: _Spec, resume: Resume) -> Projected:
    granted, memo, accounts = spec.grant.parts, resume.memo, spec.accounts
    parts = granted if spec.only is None else parts_in_row(granted, spec.only, spec.grant.document)
    name = None
    if Part.DISPLAY_NAME in parts:
        is_real = Part.NAME in granted
        name = name_of(resume.basics, spec.language, real=is_real, in_community=spec.in_community)
    findings = memo.get((Findings, accounts), lambda: restore(resume, accounts))
    lines, hidden_lines = split_lines(resume.virtual_numbers, spec.number_id, every=spec.every_number)
    hidden = hidden_tags(granted) | hidden_lines
    redactor = Redactor(findings=findings, hidden=hidden, language=spec.language)
    given_away: dict[str, frozenset[Tag]] = {}
    if hidden:  # an owner's texts are not looked at: nothing is taken out of them
        key = scan_texts, accounts, spec.only
        given_away = memo.get(key, lambda: scan_texts(resume, findings, spec.only, *filter(None, [name])))
    return Projected(
        display_name=None if name is None else redactor.showing(Kind.NAME)(name),
        sections=shown_sections(
            parts,
            resume,
            given_away,
            spec.attachments,
            spec.avatar,
            spec.deliveries,
            redactor,
            owned=spec.owned,
        ),
        contact=_contact(spec, parts, resume.basics.contact, redactor, lines),
    )


def _contact(
    spec: _Spec,
    parts: frozenset[Part],
    contact: Contact,
    redactor: Redactor,
    lines: tuple[VirtualNumber, ...],
) -> ShownContact:
    email, homepage = contact.email, contact.homepage
    # An address made of the mobile number, such as those of 139.com, would show it (PHONE-1). The name in one is shown (NAME-4).
    if Part.EMAIL not in parts or (email is not None and redactor.withholds(email, Kind.NAME, Kind.CLAUSE)):
        email = None
    if Part.HOMEPAGE not in parts or (homepage is not None and redactor.withholds(homepage, Kind.NAME)):
        homepage = None
    mobile = contact.mobile if Part.MOBILE in parts else None
    if spec.only is not None and Part.VIRTUAL_NUMBER not in spec.only:
        lines = ()
    line = next((one for one in lines if one.id == spec.number_id), None)
    return ShownContact(
        channels=spec.grant.channels,
        mobile=mobile,
        email=email,
        homepage=homepage,
        virtual_number=None
        if line is None
        else VirtualLine(number=line.number, valid_until=line.valid_until),
        virtual_numbers=lines if spec.every_number else (),
    )
