"""What is withheld of a form, kept out of its text: several people's names, and their numbers."""

from collections.abc import Iterator

from ..model.campus import CampusForm
from ..model.language import Language
from ..model.parts import PARTS_OF, Document, Part
from ..model.values import MobileNumber, PhoneNumber
from ..text import Kind, Known, Names, Tag
from ..text.names import folded
from .redactor import Findings, Redactor, hidden_by, numbered

_WITHHELD = "withheld"
"""Tags what is known and withheld, whether or not details that somebody typed are."""


def form_redactor_for(
    parts: frozenset[Part], language: Language, accounts: tuple[str, ...], form: CampusForm
) -> Redactor:
    """What a grant withholds from the text of a form: also the names of several people, whoever's they are; the
    candidate's own are shown, where they are granted, also where a withheld one is a part of them.
    """
    withheld = PARTS_OF[Document.FORM] - parts
    basics = form.basics
    others = tuple(_others(withheld, form))
    own = ((Part.NAME, basics.name.full), (Part.ENGLISH_NAME, basics.english_name))
    hidden_names = (*(name for part, name in own if part in withheld), *others)
    shown_names = tuple(name for part, name in own if part in parts and not _holds(name, others))
    known = _known(withheld, form, Names(hidden_names, shown_names))
    return Redactor(findings=Findings(known, accounts), hidden=_hidden(parts), language=language)


def own_name_redactor_for(
    parts: frozenset[Part], language: Language, accounts: tuple[str, ...], form: CampusForm
) -> Redactor:
    """The same for the candidate's own names, in which less is another person's: 张三丰 keeps his name though that of his
    father 张三 is withheld.
    """
    withheld = PARTS_OF[Document.FORM] - parts
    basics = form.basics
    itself = {folded(basics.name.full), folded(basics.english_name)}
    others = tuple(name for name in _others(withheld, form) if folded(name) not in itself)
    names = Names(others, (basics.name.full, *filter(str.isascii, basics.english_name.split())))
    known = _known(withheld, form, names)
    return Redactor(findings=Findings(known, accounts), hidden=_hidden(parts), language=language)


def _hidden(parts: frozenset[Part]) -> frozenset[Tag]:
    return hidden_by(parts) | {_WITHHELD, Kind.NAME}


def _holds(name: str, others: tuple[str, ...]) -> bool:
    return any(folded(other) in folded(name) for other in others)


def _known(withheld: frozenset[Part], form: CampusForm, names: Names) -> Known:
    email = form.basics.contact.email.address
    return Known(
        numbers=tuple(numbered(_numbers(withheld, form), Kind.PHONE, _WITHHELD)),
        emails=((email, (Kind.EMAIL, _WITHHELD)),) if Part.EMAIL in withheld else (),
        names=names,
    )


def _numbers(withheld: frozenset[Part], form: CampusForm) -> Iterator[MobileNumber | PhoneNumber]:
    """The telephone numbers withheld, to be taken out of text as well."""
    contact = form.basics.contact
    if Part.MOBILE in withheld:
        yield contact.mobile
    if Part.LANDLINE in withheld and contact.landline is not None:
        yield contact.landline
    if Part.EMERGENCY_PHONE in withheld and form.basics.emergency_phone is not None:
        yield form.basics.emergency_phone


def _others(withheld: frozenset[Part], form: CampusForm) -> Iterator[str]:
    """The names of other people that are withheld, to be taken out of text as well (NAME-4)."""
    basics = form.basics
    if Part.EMERGENCY_NAME in withheld and basics.emergency_name is not None:
        yield basics.emergency_name
    people = form.family if Part.FAMILY in withheld else ()
    if Part.RELATIVES in withheld and form.relatives is not None:
        people += form.relatives.people
    yield from (person.name for person in people if person.name is not None)
