"""Contact details that people type where they should not: into a text, or into the name of a file."""

from collections.abc import Mapping

from ...model.sections import Contact
from .drawing import Draw
from .people import Person, mobile, nickname
from .tables import PHONES, PHRASES

_TYPED_SHARE = 0.06
_TWICE_SHARE = 0.2
_WIDE = {ord("0") + i: ord("０") + i for i in range(10)}


def typed_sentence(draw: Draw, person: Person, contact: Contact) -> str | None:
    """The sentence in which somebody gives away how to reach them; None for most people, who type nothing."""
    if not draw.chance(_TYPED_SHARE):
        return None
    phrases = PHRASES[person.language]
    known = details(draw, person, contact)
    ways = draw.some(phrases.typed, 2 if draw.chance(_TWICE_SHARE) else 1)
    return phrases.sentence.join(way(draw, known) for way in ways)


def details(draw: Draw, person: Person, contact: Contact) -> Mapping[str, str]:
    """The details to type: the number, the address, messenger accounts, and somebody else's number."""
    number = spell_number(draw, person.mobile)
    return {
        "phone": number,
        "email": contact.email.address if contact.email is not None else number,
        "wechat": nickname(draw, person),
        "qq": f"{draw.between(1, 9)}{draw.digits(8)}",
        "other": spell_number(draw, mobile(draw)),
    }


def spell_number(draw: Draw, number: str) -> str:
    """A mobile number in one of the ways in which people type it."""
    known = {
        "n": number,
        "a": number[:3],
        "b": number[3:7],
        "c": number[7:],
        "wide": number.translate(_WIDE),
    }
    return draw.one_of(PHONES)(draw, known)
