"""What one grant withholds of one resume, kept out of its text (PHONE-1, CONTACT-2, NAME-4)."""

from collections.abc import Collection, Iterator
from functools import lru_cache

import attrs

from ..model.language import Language
from ..model.parts import Part
from ..model.resume import Resume
from ..model.settings import VirtualNumber
from ..model.values import MobileNumber, PhoneNumber, Url
from ..policy.decisions import Grant
from .contacts import (
    HOMEPAGE_MARK,
    MARKS,
    NAME_MARK,
    ROUNDS,
    Detail,
    Line,
    carries,
    detail_spans,
    holds_mark,
    link_gives_contact,
    look_at,
    mark_places,
    merged,
    own_spans,
    redact_own,
    spliced,
    suspects,
)
from .homepage import Homepage
from .names import RealName
from .reading import Reading, readings

_DETAILS = {
    Detail.PHONE: Part.MOBILE,
    Detail.EMAIL: Part.EMAIL,
    Detail.MESSENGER: Part.MESSENGER,
    Detail.NATIONAL_ID: Part.NATIONAL_ID,
}
"""The part that a detail typed into text belongs to (CONTACT-2)."""


@attrs.frozen(eq=False, repr=False, kw_only=True)
class Redactor:
    """Takes out of text what one grant withholds of one resume (PHONE-1, CONTACT-2, NAME-4).

    Args:
        hidden: the kinds of contact detail to take out, whoever's they are.
        numbers: the candidate's own numbers, to take out in any writing; none where they are granted.
        emails: the candidate's own addresses, likewise.
        name: the real name; None where it is granted.
        language: of the marks left behind.
        accounts: further kinds of messenger account, as the policy names them.
        lines: further numbers that are withheld, with their extensions.
        homepage: the candidate's own; None where it is granted, or there is none.
        cleared: texts that were looked at already and hold nothing withheld.
    """

    hidden: frozenset[Detail]
    numbers: tuple[MobileNumber | PhoneNumber, ...]
    emails: tuple[str, ...]
    name: RealName | None
    language: Language
    accounts: tuple[str, ...] = ()
    lines: tuple[Line, ...] = ()
    homepage: Homepage | None = None
    cleared: frozenset[str] = frozenset()

    def __call__(self, text: str) -> str:
        """The text without what is withheld; the same object where there was nothing."""
        if text in self.cleared:
            return text
        # The contacts first: an address made of the name is to be found whole. Then those written around the name.
        typed = holds_mark(text)
        shown = self.contacts(text)
        for _ in range(ROUNDS):
            named = self._unnamed(shown)
            if named == shown:
                return shown
            shown = self._contacts_around(named, typed)
            if shown == named:
                return shown
        return NAME_MARK[self.language]

    def _unnamed(self, text: str) -> str:
        """The text without the name, that too which is written around a mark; the same object where there is none."""
        for _ in range(ROUNDS):
            shown = self.without_names(text)
            if shown == text:
                return text
            text = shown
        return NAME_MARK[self.language]

    def _contacts_around(self, text: str, typed: bool) -> str:
        """The text without the contact details that are written around the name, whose marks stand in it."""
        mark = NAME_MARK[self.language]
        places = [place for place in mark_places(text) if text[slice(*place)] == mark]
        found = self._details(Reading(text).without(places))
        if typed:
            found += self._details(Reading(text).without(mark_places(text)))
        return spliced(text, found, self.language)

    def without_names(self, text: str) -> str:
        """The text with a mark where the real name stands as it is."""
        return text if self.name is None else self.name.redact(text)

    def suspects(self, texts: Collection[str]) -> frozenset[str]:
        """Those of many texts that may hold something withheld: one look at all, which may err on one side."""
        whole = "\n".join(texts)
        carrying = carries(whole)
        # What carries nothing encodes nothing either.
        named = self.name is not None and (carrying or self.name.may_stand_in(whole))
        if not (carrying or named or self.homepage):
            return frozenset()
        found = (
            suspects(texts, self._digits, self.emails, self.accounts, self.lines) if carrying else frozenset()
        )
        if self.homepage is not None:
            found |= set(filter(self.homepage.stands_in, texts))
        if self.name is not None and named and self.name.occurs_in(whole):
            found |= set(filter(self.name.occurs_in, texts))
        return found.union(filter(holds_mark, texts)) if holds_mark(whole) else found

    def clearing(self, texts: frozenset[str]) -> "Redactor":
        """The same redactor, that needs no second look at these texts."""
        return attrs.evolve(self, cleared=texts)

    def contacts(self, text: str) -> str:
        """The text without the contact details withheld; the name stays."""
        if self.homepage is not None:
            text = self.homepage.redact(text, HOMEPAGE_MARK[self.language])
        if not carries(text):
            return text
        # A mark that somebody typed parts nothing: what it would hide is looked for without it.
        found = [one for reading in readings(text) for one in self._details(reading)]
        return spliced(text, found, self.language) if found else text

    def _details(self, reading: Reading) -> list[tuple[int, int, Detail]]:
        """Where the details withheld are written, whose text is read so; those too that open up behind others."""
        found: list[tuple[int, int, Detail]] = []
        look = look_at(reading.text)
        for _ in range(ROUNDS):
            own = list(merged(own_spans(reading.text, self._digits, self.emails, look, self.lines)))
            if not own:
                break
            found += ((*reading.span(start, stop), kind) for start, stop, kind in own)
            marks = MARKS[self.language]
            reading = reading.replaced(
                (start, stop, [(char, start, stop) for char in marks[kind]]) for start, stop, kind in own
            )
            look = look_at(reading.text)
        else:
            found.append((*reading.span(0, len(reading.text)), Detail.PHONE))
        if self.hidden:
            details = detail_spans(reading.text, self.hidden, self.accounts, look)
            found += ((*reading.span(start, stop), kind) for start, stop, kind in details)
        return found

    def withholds(self, url: Url) -> bool:
        """Whether a link's target gives away what is withheld; it cannot be redacted and still lead anywhere."""
        if self.homepage is not None and self.homepage.is_in(url.address):
            return True
        return not self.keeps_own(url.address, self.emails) or link_gives_contact(url.address, self.hidden)

    def keeps_own(self, address: str, emails: tuple[str, ...] = ()) -> bool:
        """Whether an address is free of the numbers withheld, and of those addresses, however it is encoded."""
        texts = (reading.text for reading in readings(address))
        return all(
            redact_own(text, self._digits, emails, self.language, lines=self.lines) == text for text in texts
        )

    @property
    def _digits(self) -> tuple[str, ...]:
        # Anything of fewer digits is found in any text, by chance.
        written = (digits for number in self.numbers for digits in number.writings)
        return tuple(dict.fromkeys(digits for digits in written if len(digits) >= SHORTEST_NUMBER))


SHORTEST_NUMBER = 7
"""No number that is dialled from everywhere has fewer digits."""


def lines_of(number: PhoneNumber, *, shared: bool = False) -> Iterator[Line]:
    """The ways to dial a number that is withheld: from anywhere, and from where it is at home, without its area code.

    Args:
        number: with its extension, if it has one.
        shared: whether the viewer is shown the number with another extension.
    """
    national, international = number.writings
    dialled = (national, f"0{national}") if len(national) >= SHORTEST_NUMBER else ()
    for digits in (*dialled, international):  # E.164 has at least seven digits
        yield Line(digits, number.extension, shared)
    for digits in _local(number):
        yield Line(digits, number.extension, shared, near=True)


def _local(number: PhoneNumber) -> Iterator[str]:
    """A number without its area code; in a country whose area codes are not known here, its last eight digits and seven."""
    national, international = number.writings
    if not international.startswith("86"):
        yield from (national[-size:] for size in (8, 7) if size < len(national))
    elif not (national.startswith("1") and len(national) == 11):  # a mobile number has none
        digits = national[2 if national[0] in "12" else 3 :]
        if len(digits) >= SHORTEST_NUMBER:
            yield digits


def redactor_for(
    grant: Grant,
    resume: Resume,
    language: Language,
    accounts: tuple[str, ...] = (),
    withheld: tuple[VirtualNumber, ...] = (),
) -> Redactor:
    """What a grant withholds from the text of a resume.

    Args:
        grant: applied.
        resume: whose text it is.
        language: of the marks.
        accounts: further kinds of messenger account.
        withheld: the bindings that this viewer is not shown (PHONE-2).
    """
    granted = {binding.number for binding in resume.virtual_numbers if binding not in withheld}
    shared = {number.e164 for number in granted}
    hidden_numbers = dict.fromkeys(binding.number for binding in withheld if binding.number not in granted)
    contact = resume.basics.contact
    shown = grant.parts
    return Redactor(
        hidden=hidden_details(shown),
        numbers=() if Part.MOBILE in shown else (contact.mobile,),
        emails=() if Part.EMAIL in shown or contact.email is None else (contact.email.address,),
        name=None if Part.NAME in shown else RealName(resume.basics.name, NAME_MARK[language]),
        language=language,
        accounts=accounts,
        lines=tuple(line for n in hidden_numbers for line in lines_of(n, shared=n.e164 in shared)),
        homepage=None if Part.HOMEPAGE in shown or contact.homepage is None else Homepage(contact.homepage),
    )


@lru_cache(maxsize=512)  # by what is granted; nothing of a resume is in it
def hidden_details(shown: frozenset[Part]) -> frozenset[Detail]:
    """The kinds of contact detail that are taken out of text where these parts are shown (CONTACT-2)."""
    return frozenset(detail for detail, part in _DETAILS.items() if part not in shown)
