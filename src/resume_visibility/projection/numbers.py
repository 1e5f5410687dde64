"""How the numbers of a candidate are looked for in texts, and what each is called there (PHONE-1, PHONE-2)."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .. import text as free_text
from ..model.settings import VirtualNumber
from ..model.values import MobileNumber, PhoneNumber
from ..text.kinds import Tag

if TYPE_CHECKING:
    from ..text import Line

SHORTEST_NUMBER = 7
"""No number that is dialled from everywhere has fewer digits; anything of fewer is found in any text, by chance."""


def numbered(numbers: Iterable[MobileNumber], *tags: Tag) -> Iterable[tuple[str, tuple[Tag, ...]]]:
    """Numbers as `Known` takes them, the longest writing of each first."""
    for number in numbers:
        for digits in sorted(number.writings, key=len, reverse=True):
            if len(digits) >= SHORTEST_NUMBER:
                yield digits, tags


def lines_of(number: PhoneNumber, *tags: Tag, extended: tuple[Tag, ...] | None = None) -> list["Line"]:
    """The ways to dial a number: from anywhere, and from where it is at home, without its area code; with its extension
    and without.

    Args:
        number: with its extension, if it has one.
        tags: what to call the number.
        extended: what to call it together with its extension; the same, unless given.
    """
    national, international = number.writings
    ways = [(international, False)]  # E.164 has at least seven digits
    if len(national) >= SHORTEST_NUMBER:
        ways += (f"0{national}", False), (national, False)
    ways += [(digits, True) for digits in _local(number)]
    called: list[tuple[tuple[Tag, ...], str | None]] = [(tags, None)]
    if number.extension is not None:
        called.append((tags if extended is None else extended, number.extension))
    return [free_text.Line(digits, names, end, near) for names, end in called for digits, near in ways]


def _local(number: PhoneNumber) -> Iterator[str]:
    """A number without its area code; in a country whose area codes are not known here, its last eight digits and seven."""
    national, international = number.writings
    if not international.startswith("86"):
        yield from (national[-size:] for size in (8, 7) if size < len(national))
    elif not (national.startswith("1") and len(national) == 11):  # a mobile number has none
        digits = national[2 if national[0] in "12" else 3 :]
        if len(digits) >= SHORTEST_NUMBER:
            yield digits


def line_tag(number: PhoneNumber) -> Tag:
    """What a virtual number is called where it is found in a text: some viewers are shown the one, and some another."""
    return f"virtual number {number.e164} {number.extension or ''}"


def trunk_tag(number: PhoneNumber) -> Tag:
    """What the number is called that is dialled before an extension: several virtual numbers may share it."""
    return f"trunk {number.e164}"


def hidden_lines(withheld: Iterable[VirtualNumber], shown: Iterable[VirtualNumber]) -> frozenset[Tag]:
    """What is hidden in texts where some virtual numbers are withheld and others are shown (PHONE-2)."""
    hidden = {tag(line.number) for line in withheld for tag in (line_tag, trunk_tag)}
    return frozenset(hidden.difference(tag(line.number) for line in shown for tag in (line_tag, trunk_tag)))
