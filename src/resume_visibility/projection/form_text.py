"""What is withheld of a form, kept out of its text: several people's names, and their numbers."""

import re
from collections.abc import Iterator

import attrs

from ..model.campus import CampusForm
from ..model.language import Language
from ..model.parts import PARTS_OF, Document, Part
from ..model.values import PhoneNumber
from .contacts import NAME_MARK, Detail, detail_spans
from .names import Names
from .redactor import Redactor, hidden_details, lines_of
from .writings import first_of, folded


@attrs.frozen(eq=False, repr=False, kw_only=True)
class FormRedactor(Redactor):
    """Takes out of text what one grant withholds of one form: the names of several people, too.

    Args:
        people: the names that are withheld, whoever's they are; the candidate's own are shown, where they are
            granted, also where a withheld one is a part of them.
        own: the candidate's own number as it is dialled, where it is granted.
        others: the names withheld of other people.
    """

    people: Names
    own: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def without_names(self, text: str) -> str:
        """The text with a mark where a withheld name stands."""
        return self.people.redact(text)

    def naming(self, part: Part, form: CampusForm) -> "FormRedactor":
        """The same for one of the candidate's own names, in which less is another person's."""
        return attrs.evolve(self, people=own_names(part, form, self.others, NAME_MARK[self.language]))

    def shows_others(self, address: str) -> bool:
        """Whether an address is made of another person's name or number, or of a number that no field asks for."""
        if not self.keeps_own(address) or self.people.redact(address) != address:
            return True
        for number in self.own:
            address = address.replace(number, "")
        # Letters that a number is glued to make it look like a name of something: in an address they are its ornament.
        looked_at = (address, *_DIGITS.findall(address))
        return any(detail_spans(text, self.hidden & _NUMBERS) for text in looked_at)


_DIGITS = re.compile("[0-9]{10,}[xX]?")
_NUMBERS = frozenset({Detail.PHONE, Detail.NATIONAL_ID})


def form_redactor_for(
    parts: frozenset[Part], language: Language, accounts: tuple[str, ...], form: CampusForm
) -> FormRedactor:
    """What a grant withholds from the text of a form."""
    withheld = PARTS_OF[Document.FORM] - parts
    basics = form.basics
    mark = NAME_MARK[language]
    others = tuple(_others(withheld, form))
    own = [
        (part, name)
        for part, name in ((Part.NAME, basics.name.full), (Part.ENGLISH_NAME, basics.english_name))
    ]
    names = (*(name for part, name in own if part in withheld), *others)
    shown = tuple(
        name
        for part, name in own
        if part in parts and own_names(part, form, others, mark).redact(name) == name
    )
    return FormRedactor(
        hidden=hidden_details(parts),
        numbers=() if Part.MOBILE in parts else (basics.contact.mobile,),
        lines=tuple(line for number in _numbers(withheld, form) for line in lines_of(number)),
        emails=(basics.contact.email.address,) if Part.EMAIL in withheld else (),
        name=None,
        language=language,
        accounts=accounts,
        people=Names(names, mark, shown),
        others=others,
        own=basics.contact.mobile.writings if Part.MOBILE in parts else (),
    )


def own_names(part: Part, form: CampusForm, others: tuple[str, ...], mark: str) -> Names:
    """Other people's names as they are looked for in one of the candidate's own names.

    张三丰 keeps his name though that of his father 张三 is withheld; Joyce, daughter of Lin Guodong, keeps hers alone.

    Args:
        part: which of the names.
        form: whose.
        others: the names withheld of other people.
        mark: stands where any of them was.
    """
    full, english = form.basics.name.full, form.basics.english_name
    itself = folded(full if part is Part.NAME else english)
    own = first_of(full)
    words = filter(str.isascii, english.split()) if part is Part.ENGLISH_NAME else ()
    return Names((name for name in others if folded(name) != itself), mark, (own, *words), whole=True)


def _numbers(withheld: frozenset[Part], form: CampusForm) -> Iterator[PhoneNumber]:
    """The telephone numbers withheld beside the mobile number, to be taken out of text as well."""
    contact = form.basics.contact
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
