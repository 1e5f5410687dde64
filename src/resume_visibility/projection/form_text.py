"""What is withheld of a form, kept out of its text: several people's names, and their numbers."""

from collections.abc import Iterator

import attrs

from ..model.campus import CampusForm
from ..model.language import Language
from ..model.parts import PARTS_OF, Document, Part
from ..model.values import MobileNumber, PhoneNumber
from .contacts import NAME_MARK
from .names import Names
from .redactor import Redactor, hidden_details


@attrs.frozen(eq=False, repr=False, kw_only=True)
class FormRedactor(Redactor):
    """Takes out of text what one grant withholds of one form: the names of several people, too.

    Args:
        people: the names that are withheld, whoever's they are; the candidate's own are shown, where they are
            granted, also where a withheld one is a part of them.
    """

    people: Names

    def without_names(self, text: str) -> str:
        """The text with a mark where a withheld name stands."""
        return self.people.redact(text)


def form_redactor_for(
    parts: frozenset[Part], language: Language, accounts: tuple[str, ...], form: CampusForm
) -> FormRedactor:
    """What a grant withholds from the text of a form."""
    withheld = PARTS_OF[Document.FORM] - parts
    return FormRedactor(
        hidden=hidden_details(parts),
        numbers=tuple(_numbers(withheld, form)),
        emails=(form.basics.contact.email.address,) if Part.EMAIL in withheld else (),
        name=None,
        language=language,
        accounts=accounts,
        people=Names(_names(withheld, form), NAME_MARK[language], _own(parts, form)),
    )


def _own(parts: frozenset[Part], form: CampusForm) -> tuple[str, ...]:
    """The candidate's own names, as far as they are granted."""
    names = ((Part.NAME, form.basics.name.full), (Part.ENGLISH_NAME, form.basics.english_name))
    return tuple(name for part, name in names if part in parts)


def _numbers(withheld: frozenset[Part], form: CampusForm) -> Iterator[MobileNumber | PhoneNumber]:
    """The telephone numbers withheld, to be taken out of text as well."""
    contact = form.basics.contact
    if Part.MOBILE in withheld:
        yield contact.mobile
    if Part.LANDLINE in withheld and contact.landline is not None:
        yield contact.landline
    if Part.EMERGENCY_PHONE in withheld and form.basics.emergency_phone is not None:
        yield form.basics.emergency_phone


def _names(withheld: frozenset[Part], form: CampusForm) -> Iterator[str]:
    """The names withheld, to be taken out of text as well (NAME-4)."""
    basics = form.basics
    if Part.NAME in withheld:
        yield basics.name.full
    if Part.ENGLISH_NAME in withheld:
        yield basics.english_name
    if Part.EMERGENCY_NAME in withheld and basics.emergency_name is not None:
        yield basics.emergency_name
    people = form.family if Part.FAMILY in withheld else ()
    if Part.RELATIVES in withheld and form.relatives is not None:
        people += form.relatives.people
    yield from (person.name for person in people if person.name is not None)
