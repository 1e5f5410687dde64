"""Keeps what is withheld of a form out of its text: the names and numbers of several people, and the postal address."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from .. import text as free_text
from ..model.campus import CampusForm
from ..model.language import Language
from ..model.parts import PARTS_OF, Document, Part
from ..model.values import PhoneNumber
from ..text.kinds import Kind, Tag
from .numbers import lines_of, number_writings
from .postal import HomeAddress
from .redactor import Findings, Redactor, hidden_tags

if TYPE_CHECKING:
    from ..text import Known, Names

_WITHHELD_TAG = "withheld"
"""The tag of what is known and withheld. It is hidden, even where typed details of the same kind are shown."""


def form_redactor_for(
    parts: frozenset[Part], language: Language, accounts: tuple[str, ...], form: CampusForm
) -> Redactor:
    """Make the redactor for the texts of a form. It hides what a grant withholds, also the withheld names of other people.

    The candidate's own granted names are shown, even if a withheld name is a part of them.
    """
    withheld = PARTS_OF[Document.FORM] - parts
    both = ((Part.NAME, full_name(form)), (Part.ENGLISH_NAME, form.basics.english_name))
    own_names = [(part, name) for part, name in both if name is not None]
    names = free_text.Names(
        (*(name for part, name in own_names if part in withheld), *_withheld_names(withheld, form)),
        tuple(
            name
            for part, name in own_names
            if part in parts and not _names_somebody_else(name, _hidden(part, withheld, form))
        ),
    )
    return _redactor(parts, language, accounts, form, _collect_known(withheld, form, names))


def own_name_redactor_for(
    part: Part, parts: frozenset[Part], language: Language, accounts: tuple[str, ...], form: CampusForm
) -> Redactor:
    """Make the redactor for one of the candidate's own names. Less of such a name counts as another person's name.

    张三丰 keeps his name though that of his father 张三 is withheld; Joyce, daughter of Lin Guodong, keeps hers alone.
    """
    return _redactor(parts, language, accounts, form, _hidden(part, PARTS_OF[Document.FORM] - parts, form))


def _redactor(
    parts: frozenset[Part], language: Language, accounts: tuple[str, ...], form: CampusForm, known: "Known"
) -> Redactor:
    hidden = hidden_tags(parts) | frozenset[Tag]({_WITHHELD_TAG, Kind.NAME})
    address = None if Part.POSTAL_ADDRESS in parts else form.basics.contact.postal_address
    home = None
    if address is not None:
        home = HomeAddress(filter(None, (address.address, address.postcode)), (Kind.CLAUSE, _WITHHELD_TAG))
        known = attrs.evolve(known, lines=(*known.lines, *home.lines))
    return Redactor(findings=Findings(lambda: known, accounts, home), hidden=hidden, language=language)


def _names_somebody_else(name: str, known: "Known") -> bool:
    return any(Kind.NAME in finding.tags for finding in free_text.find(name, known))


def _hidden(part: Part, withheld: frozenset[Part], form: CampusForm) -> "Known":
    """Collect what is withheld, to find it in one of the candidate's own names."""
    from ..text.names import first_of, letters_of_name  # which no resume needs

    full, english = full_name(form) or "", form.basics.english_name or ""
    folded_name = letters_of_name(full if part is Part.NAME else english)
    words = filter(str.isascii, english.split()) if part is Part.ENGLISH_NAME else ()
    other_names = (name for name in _withheld_names(withheld, form) if letters_of_name(name) != folded_name)
    given_names = (first_of(full),) if full else ()
    return _collect_known(withheld, form, free_text.Names(other_names, (*given_names, *words), whole=True))


def _collect_known(withheld: frozenset[Part], form: CampusForm, names: "Names") -> "Known":
    contact = form.basics.contact
    mobile = contact.mobile if Part.MOBILE in withheld else None
    email = contact.email if Part.EMAIL in withheld else None
    tags = (Kind.PHONE, _WITHHELD_TAG)
    return free_text.Known(
        numbers=tuple(number_writings(mobile, *tags)),
        lines=tuple(line for number in _withheld_numbers(withheld, form) for line in lines_of(number, *tags)),
        emails=() if email is None else ((email.address, (Kind.EMAIL, _WITHHELD_TAG)),),
        names=names,
    )


def full_name(form: CampusForm) -> str | None:
    """The candidate's whole name; None where it is missing."""
    return None if form.basics.name is None else form.basics.name.full


def _withheld_numbers(withheld: frozenset[Part], form: CampusForm) -> Iterator[PhoneNumber]:
    """The withheld telephone numbers other than the mobile number; they are taken out of text, too."""
    contact = form.basics.contact
    if Part.LANDLINE in withheld and contact.landline is not None:
        yield contact.landline
    if Part.EMERGENCY_PHONE in withheld and form.basics.emergency_phone is not None:
        yield form.basics.emergency_phone


def _withheld_names(withheld: frozenset[Part], form: CampusForm) -> Iterator[str]:
    """The withheld names of other people; they are taken out of text, too (NAME-4)."""
    basics = form.basics
    if Part.EMERGENCY_NAME in withheld and basics.emergency_name is not None:
        yield basics.emergency_name
    people = form.family if Part.FAMILY in withheld else ()
    if Part.RELATIVES in withheld and form.relatives is not None:
        people += form.relatives.people
    yield from (person.name for person in people if person.name is not None)
