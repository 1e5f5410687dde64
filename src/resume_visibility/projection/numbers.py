"""How the numbers of a candidate are looked for in texts, and what each is called there (PHONE-1, PHONE-2)."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .. import text as free_text
from ..model.settings import VirtualNumber
from ..model.values import MobileNumber, PhoneNumber
from ..text.kinds import Tag

if TYPE_CHECKING:
    from ..text import Line

MIN_DIGITS = 7
"""No number that can be dialled from everywhere has fewer digits. Fewer digits are found in any text by chance."""


def number_writings(number: MobileNumber | None, *tags: Tag) -> Iterator[tuple[str, tuple[Tag, ...]]]:
    """The writings of a number as `Known` takes them, the longest first; none of a missing one."""
    for digits in sorted(() if number is None else number.writings, key=len, reverse=True):
        if len(digits) >= MIN_DIGITS:
            yield digits, tags


def lines_of(number: PhoneNumber, *tags: Tag, extended: tuple[Tag, ...] | None = None) -> list["Line"]:
    """List the ways to dial a number: from anywhere, inside its country, and without its area code; each with and without extension. The
    tags with the extension are the same, unless others are given.
    """
    national, international = number.writings
    ways = [(international, False)]  # E.164 has at least seven digits
    if len(national) >= MIN_DIGITS:
        ways += (f"0{national}", False), (national, False)
    ways += [(digits, True) for digits in _local_numbers(number)]
    endings: list[tuple[tuple[Tag, ...], str | None]] = [(tags, None)]
    if number.extension is not None:
        endings.append((tags if extended is None else extended, number.extension))
    return [free_text.Line(digits, names, end, is_near) for names, end in endings for digits, is_near in ways]


def _local_numbers(number: PhoneNumber) -> Iterator[str]:
    """A number without its area code. If the area codes of its country are not known here, its last eight digits and its last seven."""
    national, international = number.writings
    if not international.startswith("86"):
        yield from (national[-size:] for size in (8, 7) if size < len(national))
    elif not (national.startswith("1") and len(national) == 11):  # a mobile number has none
        digits = national[2 if national[0] in "12" else 3 :]
        if len(digits) >= MIN_DIGITS:
            yield digits


def line_tag(number: PhoneNumber) -> Tag:
    """The tag of a virtual number that is found in a text. Different viewers are shown different ones."""
    return f"virtual number {number.e164} {number.extension or ''}"


def trunk_tag(number: PhoneNumber) -> Tag:
    """The tag of the number that is dialled before an extension. Several virtual numbers may share it."""
    return f"trunk {number.e164}"


def split_lines(
    lines: tuple[VirtualNumber, ...], shown_id: str | None, *, every: bool
) -> tuple[tuple[VirtualNumber, ...], frozenset[Tag]]:
    """The virtual numbers to show, and the tags of the others, which are hidden in texts (PHONE-2). One is shown by its id, if there is
    one to dial; the owner is shown every one.
    """
    if every:
        return lines, frozenset()
    shown = tuple([line for line in lines if line.id == shown_id])
    return shown, _tags_of(lines) - _tags_of(shown)


def _tags_of(lines: Iterable[VirtualNumber]) -> frozenset[Tag]:
    return frozenset([tag(line.number) for line in lines for tag in (line_tag, trunk_tag)])
