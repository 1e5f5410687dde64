"""The release point: nothing of a resume leaves but through here. It applies grants and holds no rule."""

from collections.abc import Callable
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any, overload

import attrs

from ..model.building import fields_of
from ..model.campus import CampusForm
from ..model.instants import LAST, instant
from ..model.language import Language
from ..model.parts import Part
from ..model.resume import Resume
from ..model.sections import Basics, Contact, Work
from ..model.settings import VirtualNumber
from ..model.values import Email
from ..model.viewers import Recipient, Viewer
from ..policy.grants import Grant, Refusal
from ..policy.index import governing
from ..policy.standing import attachments_for, company_of, consents_for
from ..policy.table import POLICY_2023_04, Policy, case_of
from .forms import FormView, form_view_for
from .names import honorific
from .text import Projector, Redactor, projector_of, redactor_for
from .view import ResumeView, ShownContact, ShownSections, VirtualLine, fresh_from

_SHORTEST_NUMBER = 7
"""No number that is dialled from everywhere has fewer digits."""


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
        TypeError: `viewer` is no viewer or `resume` neither a resume nor a form; a view of either is neither.
        InvalidValue: `at` has no time zone.
    """
    moment = instant(at)
    if isinstance(resume, CampusForm):
        return form_view_for(viewer, resume, moment, policy)
    decision = case_of(viewer, resume, moment, policy).decision
    if isinstance(decision, Refusal):
        return None
    return _project(decision, viewer, resume, moment, policy)


def _project(grant: Grant, viewer: Viewer, resume: Resume, at: datetime, policy: Policy) -> ResumeView:
    parts = grant.parts
    attachments = (
        attachments_for(viewer, resume, at, policy.readings) if Part.ATTACHMENTS in parts else frozenset()
    )
    key = (_prepare, grant, viewer.language, attachments)
    prepared = resume.memo.get(key, lambda: _prepare(grant, viewer.language, attachments, resume, policy))
    contact = prepared.contact
    fresh_until = fresh_from(at)
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


@attrs.frozen(eq=False, repr=False)
class _Prepared:
    """The part of a view that depends on the grant alone, and not on who holds it or when."""

    display_name: str | None
    sections: ShownSections
    contact: ShownContact


def _prepare(
    grant: Grant, language: Language, attachments: frozenset[str], resume: Resume, policy: Policy
) -> _Prepared:
    redactor = redactor_for(grant, resume, language, policy.accounts)
    shown = {}
    for name, (part, read, projector) in _SECTIONS.items():
        if part in grant.parts:
            value = read(resume)
            if part is Part.ATTACHMENTS:
                value = tuple(attachment for attachment in value if attachment.id in attachments)
            if value and projector is not None:
                value = projector(value, redactor)
            shown[name] = value
    return _Prepared(
        display_name=_display_name(grant, resume, redactor),
        sections=ShownSections(**shown),
        contact=_contact(grant, resume, redactor),
    )


def _display_name(grant: Grant, resume: Resume, redactor: Redactor) -> str | None:
    if Part.DISPLAY_NAME not in grant.parts:
        return None
    basics = resume.basics
    if Part.NAME in grant.parts:
        return redactor(basics.name.full)
    return attrs.evolve(redactor, name=None)(honorific(basics.name, basics.profile.gender, redactor.language))


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
    address = email.address
    return sum(map(str.isdigit, address)) >= _SHORTEST_NUMBER and redactor(address) != address


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


def _latest_position(resume: Resume) -> str | None:
    """COMMUNITY-1: of the most recent work experience: what still goes on first, then the latest end, then the start."""

    def recency(work: Work) -> tuple[bool, int, int]:
        end = work.period.end
        return (end is None, 0 if end is None else end.index, work.period.start.index)

    return max(resume.work, key=recency).position if resume.work else None


_GOVERNING = {
    "id",
    "candidate",
    "basics",
    "settings",
    "applications",
    "virtual_numbers",
    "conversations",
    "consents",
    "identity_verified",
    "revision",
    "account",
    "deleted",
}
"""The fields of a resume that decide, and are never shown."""

_ELSEWHERE = {Part.DISPLAY_NAME, Part.VIRTUAL_NUMBER, Part.MESSENGER, Part.NATIONAL_ID}
"""The parts that are no field of the model: made from others, or found in text."""

_DERIVED: dict[str, tuple[Callable[[Resume], Any], object]] = {
    "latest_position": (_latest_position, str),
    "region": (attrgetter("basics.profile.residence"), str),
}


def _sections() -> dict[str, tuple[Part, Callable[[Resume], Any], Projector | None]]:
    """How each section is read and shown; an unclassified field of the model stops the import (LAW-5)."""
    root, basics = dict(fields_of(Resume)), dict(fields_of(Basics))
    shown, contact = dict(fields_of(ShownSections)), dict(fields_of(Contact))
    sources: dict[str, tuple[Callable[[Resume], Any], object]] = {
        **{name: (attrgetter(name), kind) for name, kind in root.items() if name not in _GOVERNING},
        **{
            name: (attrgetter(f"basics.{name}"), basics[name]) for name in basics.keys() - {"name", "contact"}
        },
        **_DERIVED,
    }
    classified = {*shown, "name", *contact, *(part.value for part in _ELSEWHERE)}
    for name in (
        sources.keys() ^ shown.keys() | {part.value for part in Part} ^ classified | _GOVERNING - root.keys()
    ):
        raise TypeError(
            f"{name} is not classified: give it a Part, a field of ShownSections, or a place in _GOVERNING"
        )
    for name, (_, kind) in sources.items():
        if shown[name] not in (kind, kind | None):  # type: ignore[operator]  # an annotation can be made optional
            raise TypeError(f"ShownSections.{name} is declared other than in the model")
    return {name: (Part(name), read, projector_of(kind)) for name, (read, kind) in sources.items()}


_SECTIONS = _sections()
