"""What is withheld of a form, kept out of its text: several people's names, and their numbers."""

from collections.abc import Iterator

import attrs

from ..model.campus import CampusForm
from ..model.language import Language
from ..model.values import PhoneNumber
from ..policy.forms import FormPart
from .contacts import ALL_DETAILS, NAME_MARK
from .names import Names
from .redactor import Redactor, lines_of


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
    parts: frozenset[FormPart], language: Language, accounts: tuple[str, ...], form: CampusForm
) -> FormRedactor:
    """What a grant withholds from the text of a form."""
    withheld = frozenset(FormPart) - parts
    return FormRedactor(
        hidden=ALL_DETAILS if FormPart.TYPED_DETAILS in withheld else frozenset(),
        numbers=(form.basics.contact.mobile,) if FormPart.MOBILE in withheld else (),
        lines=tuple(line for number in _numbers(withheld, form) for line in lines_of(number)),
        emails=(form.basics.contact.email.address,) if FormPart.EMAIL in withheld else (),
        name=None,
        language=language,
        accounts=accounts,
        people=Names(_names(withheld, form), NAME_MARK[language], _own(parts, form)),
    )


def _own(parts: frozenset[FormPart], form: CampusForm) -> tuple[str, ...]:
    """The candidate's own names, as far as they are granted."""
    names = ((FormPart.NAME, form.basics.name.full), (FormPart.ENGLISH_NAME, form.basics.english_name))
    return tuple(name for part, name in names if part in parts)


def _numbers(withheld: frozenset[FormPart], form: CampusForm) -> Iterator[PhoneNumber]:
    """The telephone numbers withheld beside the mobile number, to be taken out of text as well."""
    contact = form.basics.contact
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
