"""Contact details that people type where they should not: into a text, or into the name of a file."""

from collections.abc import Mapping

from ...model.sections import Contact
from .drawing import Draw
from .people import Person, mobile, nickname
from .tables import PHONES, PHRASES

_SHARE = 0.06
_TWICE = 0.2
_WIDE = {ord("0") + i: ord("０") + i for i in range(10)}


def typed(draw: Draw, one: Person, contact: Contact) -> str | None:
    """The sentence in which somebody gives away how to reach them; None for most people, who type nothing."""
    if not draw.chance(_SHARE):
        return None
    said = PHRASES[one.language]
    known = details(draw, one, contact)
    ways = draw.some(said.typed, 2 if draw.chance(_TWICE) else 1)
    return said.sentence.join(way(draw, known) for way in ways)


def details(draw: Draw, one: Person, contact: Contact) -> Mapping[str, str]:
    """The details to type: the number, the address, messenger accounts, and somebody else's number."""
    number = spelled(draw, one.mobile)
    return {
        "phone": number,
        "email": contact.email.address if contact.email is not None else number,
        "wechat": nickname(draw, one),
        "qq": f"{draw.between(1, 9)}{draw.digits(8)}",
        "other": spelled(draw, mobile(draw)),
    }


def spelled(draw: Draw, number: str) -> str:
    """A mobile number in one of the ways in which people type it."""
    known = {
        "n": number,
        "a": number[:3],
        "b": number[3:7],
        "c": number[7:],
        "wide": number.translate(_WIDE),
    }
    return draw.one_of(PHONES)(draw, known)
