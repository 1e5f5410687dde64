"""The release of campus and company-made forms. It applies grants and holds no rule."""

from collections.abc import Callable
from datetime import datetime
from operator import attrgetter
from typing import Any

from ..model.building import fields_of
from ..model.campus import CampusForm, Delivery
from ..model.campus_basics import CampusBasics, CampusContact
from ..model.instants import instant
from ..model.language import Language
from ..model.values import Email, MobileNumber, PhoneNumber
from ..model.viewers import Viewer
from ..policy.form_cases import form_case_of
from ..policy.forms import FormPart
from ..policy.grants import Refusal
from ..policy.table import Policy
from ..text import Kind
from .form_text import form_redactor_for
from .form_view import FormView, ShownForm
from .projectors import Projector, projector_of
from .redactor import Redactor
from .view import fresh_from


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
    redactor = form_redactor_for(parts, language, accounts, form)
    named = redactor.showing(Kind.NAME)  # 张三丰 keeps his name though his father 张三 is not shown
    shown = {}
    for part, (read, projector) in _SECTIONS.items():
        if part in parts:
            value = read(form)
            if value is not None and projector is not None:
                value = projector(value, named if part in _NAMES else redactor)
            shown[part.value] = value
    return ShownForm(**shown)


_NAMES = (FormPart.NAME, FormPart.ENGLISH_NAME)


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
    return email if redactor.showing(Kind.EMAIL)(email.address) == email.address else None


def _projector(annotation: Any) -> Projector | None:
    if annotation in (Email, Email | None):
        return _address
    if any(annotation in (kind, kind | None) for kind in _AS_GRANTED):
        return None
    return projector_of(annotation)


_SECTIONS = _sections()
