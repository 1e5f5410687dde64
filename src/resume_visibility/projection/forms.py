"""The release of campus and company-made forms, and their view. It applies grants and holds no rule."""

from collections.abc import Callable, Iterator
from datetime import datetime
from operator import attrgetter
from typing import Any

import attrs

from ..model.building import Id, fields_of
from ..model.campus import (
    CampusAward,
    CampusBasics,
    CampusCertificate,
    CampusContact,
    CampusEducation,
    CampusForm,
    CampusProfile,
    CampusProject,
    CampusTraining,
    Delivery,
    IntellectualProperty,
    Internship,
    ItSkill,
    LanguageAbility,
    PostalAddress,
    Practice,
    Publication,
    Relative,
    Relatives,
    Remarks,
    SchoolPost,
)
from ..model.instants import instant
from ..model.language import Language
from ..model.values import Email, MobileNumber, PhoneNumber
from ..model.viewers import Action, Viewer
from ..policy.form_cases import form_case_of
from ..policy.forms import FormPart
from ..policy.grants import Refusal
from ..policy.table import Policy
from .contacts import ALL_DETAILS
from .names import RealName
from .text import NAME_MARK, Projector, Redactor, projector_of
from .view import fresh_from


@attrs.frozen(kw_only=True, repr=False)
class ShownForm:
    """The sections of a form that this viewer sees, redacted; a withheld one and a missing one look the same here.

    `FormView.withheld` tells which were withheld, from the grant alone.
    """

    name: str | None = None
    english_name: str | None = None
    profile: CampusProfile | None = None
    email: Email | None = None
    mobile: MobileNumber | None = None
    landline: PhoneNumber | None = None
    postal_address: PostalAddress | None = None
    emergency_name: str | None = None
    emergency_phone: PhoneNumber | None = None
    photo: Id | None = None
    education: tuple[CampusEducation, ...] = ()
    languages: LanguageAbility | None = None
    it_skills: tuple[ItSkill, ...] = ()
    practice: tuple[Practice, ...] = ()
    awards: tuple[CampusAward, ...] = ()
    family: tuple[Relative, ...] = ()
    training: tuple[CampusTraining, ...] = ()
    internships: tuple[Internship, ...] = ()
    certificates: tuple[CampusCertificate, ...] = ()
    publications: tuple[Publication, ...] = ()
    school_posts: tuple[SchoolPost, ...] = ()
    projects: tuple[CampusProject, ...] = ()
    intellectual_property: tuple[IntellectualProperty, ...] = ()
    relatives: Relatives | None = None
    remarks: Remarks | None = None
    delivery: Delivery | None = None


@attrs.frozen(kw_only=True, repr=False)
class FormView:
    """What one viewer sees of one form at one instant. Made by `view_for`; frozen, hashable, no form.

    Args:
        id: the form's id.
        sections: shown, redacted.
        actions: what the viewer may do, under the same facts.
        withheld: the parts not shown, whether or not the form has anything in them.
        fresh_until: aware, in UTC; the view must not be kept longer: two hours (NAME-2).
        policy: the version of the policy it was made under.
    """

    id: Id
    sections: ShownForm
    actions: frozenset[Action]
    withheld: frozenset[FormPart]
    fresh_until: datetime
    policy: str

    def __repr__(self) -> str:
        actions = ", ".join(sorted(action.value for action in self.actions))
        withheld = ", ".join(sorted(part.value for part in self.withheld))
        return f"<FormView, policy {self.policy}, may {actions}; withheld: {withheld or 'nothing'}>"


def form_view_for(viewer: Viewer, form: CampusForm, at: datetime, policy: Policy) -> FormView | None:
    """What `view_for` answers for a form.

    Args:
        viewer: who asks.
        form: asked for.
        at: aware, in UTC.
        policy: that decides.
    """
    decision = form_case_of(viewer, form, at, policy).decision
    if isinstance(decision, Refusal):
        return None
    asked = (decision.parts, viewer.language, policy.accounts)
    sections = form.memo.get((_project, *asked), lambda: _project(*asked, form))
    return FormView(
        id=form.id,
        sections=sections,
        actions=decision.actions,
        withheld=decision.withheld,
        fresh_until=instant(fresh_from(at)),
        policy=policy.version,
    )


def _project(
    parts: frozenset[FormPart], language: Language, accounts: tuple[str, ...], form: CampusForm
) -> ShownForm:
    redactor = _redactor_for(parts, language, accounts, form)
    named = attrs.evolve(redactor, people=())  # 张三丰 keeps his name though his father 张三 is not told
    shown = {}
    for part, (read, projector) in _SECTIONS.items():
        if part in parts:
            value = read(form)
            if value is not None and projector is not None:
                value = projector(value, named if part in _NAMES else redactor)
            shown[part.value] = value
    return ShownForm(**shown)


_NAMES = (FormPart.NAME, FormPart.ENGLISH_NAME)


@attrs.frozen(eq=False, repr=False)
class _FormRedactor(Redactor):
    """Takes out of text what one grant withholds of one form: the names of several people, too.

    Args:
        people: the names that are withheld, whoever's they are.
        granted: the candidate's own, which are shown, also where a withheld one is a part of them.
    """

    people: tuple[RealName, ...] = attrs.field(kw_only=True)
    granted: tuple[str, ...] = ()

    def __call__(self, text: str) -> str:
        return self._without_people(self.contacts(text), self.granted)

    def _without_people(self, text: str, granted: tuple[str, ...]) -> str:
        if granted:
            own, rest = granted[0], granted[1:]
            return own.join(self._without_people(piece, rest) for piece in text.split(own))
        for name in self.people:
            text = name.redact(text)
        return text


def _redactor_for(
    parts: frozenset[FormPart], language: Language, accounts: tuple[str, ...], form: CampusForm
) -> _FormRedactor:
    withheld = frozenset(FormPart) - parts
    names = sorted(set(_names(withheld, form)), key=lambda name: (-len(name), name))
    return _FormRedactor(
        hidden=ALL_DETAILS if FormPart.TYPED_DETAILS in withheld else frozenset(),
        numbers=tuple(_numbers(withheld, form)),
        emails=(form.basics.contact.email.address,) if FormPart.EMAIL in withheld else (),
        name=None,
        language=language,
        accounts=accounts,
        people=tuple(RealName(name[:_LONGEST], NAME_MARK[language]) for name in names),
        granted=tuple(
            name
            for part, name in (
                (FormPart.NAME, form.basics.name.full),
                (FormPart.ENGLISH_NAME, form.basics.english_name),
            )
            if part in parts
        ),
    )


_LONGEST = 100
"""Of a name longer than that, its beginning is looked for."""


def _numbers(withheld: frozenset[FormPart], form: CampusForm) -> Iterator[MobileNumber | PhoneNumber]:
    """The telephone numbers withheld, to be taken out of text as well."""
    contact = form.basics.contact
    if FormPart.MOBILE in withheld:
        yield contact.mobile
    if FormPart.LANDLINE in withheld and contact.landline is not None:
        yield contact.landline
    if FormPart.EMERGENCY_PHONE in withheld and form.basics.emergency_phone is not None:
        yield form.basics.emergency_phone


def _names(withheld: frozenset[FormPart], form: CampusForm) -> Iterator[str]:
    """The names withheld, to be taken out of text as well (NAME-4)."""
    basics = form.basics
    if FormPart.NAME in withheld:
        yield basics.name.full
    if FormPart.ENGLISH_NAME in withheld:
        yield basics.english_name
    if FormPart.EMERGENCY_NAME in withheld and basics.emergency_name is not None:
        yield basics.emergency_name
    people = form.family if FormPart.FAMILY in withheld else ()
    if FormPart.RELATIVES in withheld and form.relatives is not None:
        people += form.relatives.people
    yield from (person.name for person in people if person.name is not None)


def _delivery(form: CampusForm) -> Delivery | None:
    return None if form.talk is None else form.talk.delivery


_GOVERNING = {
    "id",
    "candidate",
    "company",
    "basics",
    "settings",
    "handed_in",
    "talk",
    "account",
    "deleted",
    "revision",
}
"""The fields of a form that decide, and are never shown."""

_DERIVED: dict[str, tuple[Callable[[CampusForm], Any], object]] = {
    "name": (attrgetter("basics.name.full"), str),
    "delivery": (_delivery, Delivery),
}

_AS_GRANTED = (MobileNumber, PhoneNumber)
"""Values with a part of their own: where the part is granted there is nothing to take out of them."""


def _sections() -> dict[FormPart, tuple[Callable[[CampusForm], Any], Projector | None]]:
    """How each part is read and shown; an unclassified field of the model stops the import (LAW-5)."""
    root, shown = dict(fields_of(CampusForm)), dict(fields_of(ShownForm))
    basics, contact = dict(fields_of(CampusBasics)), dict(fields_of(CampusContact))
    sources: dict[str, tuple[Callable[[CampusForm], Any], object]] = {
        **{name: (attrgetter(name), kind) for name, kind in root.items() if name not in _GOVERNING},
        **{f: (attrgetter(f"basics.{f}"), kind) for f, kind in basics.items() if f not in _NESTED},
        **{f: (attrgetter(f"basics.contact.{f}"), kind) for f, kind in contact.items()},
        **_DERIVED,
    }
    parts = {part.value for part in FormPart} - {FormPart.TYPED_DETAILS.value}
    for name in sources.keys() ^ shown.keys() | parts ^ shown.keys() | _GOVERNING - root.keys():
        raise TypeError(
            f"{name} is not classified: give it a FormPart and a field of ShownForm, or a place in _GOVERNING"
        )
    for name, (_, kind) in sources.items():
        if shown[name] not in (kind, kind | None):  # type: ignore[operator]  # an annotation can be made optional
            raise TypeError(f"ShownForm.{name} is declared other than in the model")
    return {FormPart(name): (read, _projector(kind)) for name, (read, kind) in sources.items()}


_NESTED = ("name", "contact")


def _address(email: Email, redactor: Redactor) -> Email | None:
    """An address made of a number that is withheld would show it (PHONE-1)."""
    return email if redactor.keeps_numbers(email.address) else None


def _projector(annotation: Any) -> Projector | None:
    if annotation in (Email, Email | None):
        return _address
    if any(annotation in (kind, kind | None) for kind in _AS_GRANTED):
        return None
    return projector_of(annotation)


_SECTIONS = _sections()
