"""The release of campus and company-made forms. It applies grants and holds no rule."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, NamedTuple

from ..model.building import fields_of
from ..model.campus import CampusForm
from ..model.campus_basics import CampusBasics, CampusContact
from ..model.language import Language
from ..model.own import BESIDE_SECTIONS, FORM_GOVERNING
from ..model.parts import Document, Part, parts_in_row, parts_omitted
from ..model.settings import Delivery
from ..model.values import Email, MobileNumber, PhoneNumber
from ..model.viewers import Viewer
from ..policy.decisions import Grant
from ..policy.table import Case, Policy
from ..text.kinds import Kind
from .confining import check_following
from .form_text import form_redactor_for, full_name, own_name_redactor_for
from .form_view import FormView, ShownForm
from .names import name_of
from .projectors import Projector, check_classified, projector_of
from .redactor import Redactor


def form_view(
    case: Case,
    grant: Grant,
    viewer: Viewer,
    form: CampusForm,
    policy: Policy,
    only: frozenset[Part] | None,
) -> FormView:
    """Make the view of a form that is shown, as `view_of` returns it."""
    key = (grant.parts, only, viewer.language, policy.accounts)
    prepared = form.memo.get((_prepare, *key), lambda: _prepare(*key, form))
    return FormView(
        id=case.id,
        display_name=prepared.display_name,
        sections=prepared.sections,
        action=viewer.action,
        actions=grant.actions,
        withheld=grant.withheld,
        fresh_until=case.fresh_until,
        policy=policy.version,
        omitted=parts_omitted(grant.parts, only, grant.document),
    )


class _Prepared(NamedTuple):
    """The part of a view that depends on grant and policy alone, and not on the viewer or the instant."""

    display_name: str | None
    sections: ShownForm

    def __repr__(self) -> str:
        return "<_Prepared>"


def _prepare(
    granted: frozenset[Part],
    only: frozenset[Part] | None,
    language: Language,
    accounts: tuple[str, ...],
    form: CampusForm,
) -> _Prepared:
    parts = granted if only is None else parts_in_row(granted, only, Document.FORM)
    redactor = form_redactor_for(granted, language, accounts, form)
    by_part = {part: own_name_redactor_for(part, granted, language, accounts, form) for part in _NAME_PARTS}
    shown = {}
    for part, (read, projector) in _SECTIONS.items():
        if part in parts:
            value = read(form)
            if value is not None and projector is not None:
                value = projector(by_part.get(part, redactor), value)
            shown[part.value] = value
    name = _display_name(granted, form, by_part[Part.NAME], language) if Part.DISPLAY_NAME in parts else None
    return _Prepared(name, ShownForm(**shown))


def _display_name(
    granted: frozenset[Part], form: CampusForm, redactor: Redactor, language: Language
) -> str | None:
    is_real = Part.NAME in granted
    name = name_of(form.basics, language, real=is_real)
    return None if name is None else (redactor if is_real else redactor.showing(Kind.NAME))(name)


_NAME_PARTS = (Part.NAME, Part.ENGLISH_NAME)


def _delivery(form: CampusForm) -> Delivery | None:
    return None if form.talk is None else form.talk.delivery


_DERIVED_FIELDS: dict[str, tuple[Callable[[CampusForm], Any], object]] = {
    "name": (full_name, str | None),
    "delivery": (_delivery, Delivery),
}

_PARTS_WITHOUT_FIELD = {Part.DISPLAY_NAME, Part.MESSENGER, Part.NATIONAL_ID}
"""The parts that are no field of the model: they are made from fields, or found in text."""

_UNREDACTED_VALUES = (MobileNumber, PhoneNumber)
"""Values with a part of their own: if the part is granted, nothing is taken out of them."""


def _classify_sections() -> dict[Part, tuple[Callable[[CampusForm], Any], Projector | None]]:
    """How each part is read and shown; an unclassified field of the model stops the import (LAW-5)."""
    root, basics, contact = (dict(fields_of(cls)) for cls in (CampusForm, CampusBasics, CampusContact))
    sources: dict[str, tuple[Callable[[CampusForm], Any], object]] = {
        **{name: (attrgetter(name), kind) for name, kind in root.items() if name not in FORM_GOVERNING},
        **{f: (attrgetter(f"basics.{f}"), kind) for f, kind in basics.items() if f not in BESIDE_SECTIONS},
        **{f: (attrgetter(f"basics.contact.{f}"), kind) for f, kind in contact.items()},
        **_DERIVED_FIELDS,
    }
    check_classified(
        Document.FORM,
        CampusForm,
        ShownForm,
        {name: kind for name, (_, kind) in sources.items()},
        governing=FORM_GOVERNING,
        beside=(part.value for part in _PARTS_WITHOUT_FIELD),
    )
    check_following((), [CampusForm, ShownForm])  # no view of a form asks what a field follows
    return {Part(name): (read, _projector_of_field(kind)) for name, (read, kind) in sources.items()}


def _redact_email(redactor: Redactor, email: Email) -> Email | None:
    """Leave out a mail address that contains a withheld number or name (PHONE-1, CAMPUS-2)."""
    return email if redactor.showing(Kind.EMAIL, Kind.CLAUSE)(email.address) == email.address else None


def _projector_of_field(annotation: Any) -> Projector | None:
    if annotation in (Email, Email | None):
        return _redact_email
    if any(annotation in (kind, kind | None) for kind in _UNREDACTED_VALUES):
        return None
    return projector_of(annotation)


_SECTIONS = _classify_sections()
