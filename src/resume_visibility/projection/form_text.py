"""What is withheld of a form, kept out of its text: several people's names, and their numbers."""

from collections.abc import Iterator

from ..model.campus import CampusForm
from ..model.language import Language
from ..model.values import MobileNumber, PhoneNumber
from ..policy.forms import FormPart
from ..text import CONTACTS, Kind, Known, Names, Tag
from .redactor import Findings, Redactor, numbered

_WITHHELD = "withheld"
"""Tags what is known and withheld, whether or not details that somebody typed are."""


def form_redactor_for(
    parts: frozenset[FormPart], language: Language, accounts: tuple[str, ...], form: CampusForm
) -> Redactor:
    """What a grant withholds from the text of a form: also the names of several people, whoever's they are; the
    candidate's own are shown, where they are granted, also where a withheld one is a part of them.
    """
    withheld = frozenset(FormPart) - parts
    email = form.basics.contact.email.address
    known = Known(
        numbers=tuple(numbered(_numbers(withheld, form), Kind.PHONE, _WITHHELD)),
        emails=((email, (Kind.EMAIL, _WITHHELD)),) if FormPart.EMAIL in withheld else (),
        names=Names(_names(withheld, form), _own(parts, form)),
    )
    hidden: frozenset[Tag] = CONTACTS if FormPart.TYPED_DETAILS in withheld else frozenset()
    return Redactor(
        findings=Findings(known, accounts), hidden=hidden | {_WITHHELD, Kind.NAME}, language=language
    )


def _own(parts: frozenset[FormPart], form: CampusForm) -> tuple[str, ...]:
    """The candidate's own names, as far as they are granted."""
    names = ((FormPart.NAME, form.basics.name.full), (FormPart.ENGLISH_NAME, form.basics.english_name))
    return tuple(name for part, name in names if part in parts)


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
