"""Numbers that are known, found in any writing: whole, backwards, with their extensions; in part, as `partial` has it."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from .digits import TO_ASCII, Form, Group, groups_of
from .fold import ALIKE, SEVERAL, Reading, Span
from .kinds import Tag
from .numbers import end_with_extension
from .partial import FEWEST, Parts
from .patterns import HAN_DIGITS, SEAM, digits_of, led, places_of, silent, starts_of


@silent
class Line(NamedTuple):
    """A number as it is dialled in one way.

    Args:
        digits: of it.
        tags: what to call it.
        extension: to dial behind it; it is found only where that stands beside it.
        near: whether nothing but signs may stand among its digits: a number without its area code.
    """

    digits: str
    tags: tuple[Tag, ...]
    extension: str | None = None
    near: bool = False


def ends_of(number: str) -> tuple[str, ...]:
    """What a text holds that holds a number forwards, backwards, masked or in pieces."""
    first, last = number[:FEWEST], number[-FEWEST:]
    return first, last, first[::-1], last[::-1], MASKED


MASKED = "*"
"""Among the digits of a text: so many stand around masks that neither end of a number needs to."""


# Digits of one shape may be there to hide those of another: ①139②1234③5678.
_PLAIN_ONLY = {ord(shape): " " for digit in "0123456789" for shape in ALIKE[digit] if not shape.isascii()}
_PLAIN_ONLY |= {ord(shape): " " for shape, several in SEVERAL.items() if several.isdigit()}
_CIRCLES = re.compile("[○◯⭕]{2}")
"""Circles stand for zeros, or for digits that are left out."""
_PLAIN_ONLY |= dict.fromkeys(map(ord, "○◯⭕"), "*")
_SHAPED_ONLY = dict.fromkeys(map(ord, "0123456789"), " ")


_TURNED = re.compile("\u202e[^\u202c\n]+")


def by_shape(reading: Reading, stream: Reading) -> Iterator[Reading]:
    """A text as it reads with its plain digits alone, and with the others alone, where it holds both; and with what a mark turns as it
    is shown.
    """
    if "\u202e" in reading.text:
        turned = [one.span() for one in _TURNED.finditer(reading.text)]
        yield reading.replaced(
            (start, end, [(char, start, end) for char in reversed(reading.text[start:end])])
            for start, end in turned
        ).folded()
    is_plain = len(digits_of(reading.text.replace(SEAM, ""))) == len(digits_of(stream.text))
    if is_plain and _CIRCLES.search(reading.text) is None:
        return
    for table in (_PLAIN_ONLY, _SHAPED_ONLY):
        text = reading.text.translate(table)
        if text == reading.text:
            return
        yield Reading(text, reading.origins).folded()


def in_digits(stream: str) -> str:
    """A folded text with the Chinese numerals in digits."""
    for numeral, digit in _NUMERALS:
        if numeral in stream:
            stream = stream.replace(numeral, digit)
    return stream


_NUMERALS = tuple(zip(HAN_DIGITS, "00123456789", strict=True))
_FOR_DIGITS = bytes.maketrans(b"123456789ilzsbgq", b"0" * 9 + b"o" * 7)
_LOOK_ALIKE = re.compile("[oilzsbgq](?<![a-z].)[oilzsbgq]*(?![a-z])")
"""Words of nothing but letters that look like digits."""


def letters_for_digits(bare: str) -> list[int]:
    """Where letters that look like digits stand beside one, in a folded text with its numerals in digits."""
    kinds = bare.encode("ascii", "replace").translate(_FOR_DIGITS)
    return [*places_of(b"0o", kinds), *places_of(b"o0", kinds)]


_DIGIT = "zero|oh|one|two|three|four|five|six|seven|eight|nine"
_WORDS = [rf"{word}\W{{0,3}}(?:{_DIGIT}|[0-9])" for word in f"{_DIGIT}|double|triple".split("|")]
_SOUNDS = "[1-5]?\\W?(?:yi|er|san|si|wu|liu|qi|ba|jiu|yao|ling)"
_SPELLED = re.compile(
    led((*_WORDS, *(word + _SOUNDS for word in ("yi", "yao", "san", "wu", "liu", "ba", "jiu"))))
)
_H = HAN_DIGITS
_COUNTS = (f"个(?<=[双两三四].)[0-9{_H}]", f"双[0-9{_H}]", f"百(?<=[{_H}].)", f"千(?<=[{_H}].)")
_BY_SIGN = [(pattern[0], re.compile(pattern)) for pattern in _COUNTS]


def spelled_in(stream: str, written: str) -> list[int]:
    """Where digits are spelled or counted in a folded text, given with what is plain in it: most have no such word."""
    found = starts_of(_SPELLED, stream) if _SPELLED.search(written) else []
    return found + [at for sign, pattern in _BY_SIGN if sign in stream for at in starts_of(pattern, stream)]


WORDS_OF_DIGITS = frozenset(_DIGIT.split("|"))
"""The English words for digits."""
_SHORTEST = 7


def has_digits_in_words(stream: str) -> bool:
    """Whether words for digits, with any words between, and digits are together as many as a number has."""
    if not any(map(stream.__contains__, WORDS_OF_DIGITS)):
        return False
    words = sum([word in WORDS_OF_DIGITS for word in _WORD.findall(stream)])
    return words > 0 and words + len(digits_of(in_digits(stream))) >= _SHORTEST


_WORD = re.compile("[a-z]+")


_HEAD = re.compile(r"\n(?:[^\w\n]|_)*+[0-9]+(?:[^\w\n]|_)++[0-9](?:[^\w\n]|[0-9_])*+")
"""Groups of digits before the first letter of a line: a page that is read from the right shows the last of them first."""
_RUN = re.compile("[0-9]+")


def heads_in(stream: str) -> list[int]:
    """Where lines of a folded text begin that have such groups."""
    return starts_of(_HEAD, f"\n{stream}")


class Digits:
    """The digits of a folded text, worked out once for all numbers that are looked for in it.

    Args:
        stream: a folded text.

    Attributes:
        stream: likewise.
        bare: the same with its numerals in digits.
        held: the digits in each writing: what no text lacks in which any of them are found.
        groups: all of them, in groups; read where a line may stand, like the others.
        chains: those of some forms, and their digits in a row.
        rows: all such rows.
        parts: those of which a number may be shown in part.
    """

    groups: list[Group]
    chains: list[tuple[list[Group], str]]
    rows = ""

    def __init__(self, stream: str) -> None:
        self.stream = stream
        self._places: dict[tuple[str, bool], list[Span]] = {}
        self.bare = in_digits(stream)
        self.parts = Parts(stream, self.bare)
        self.held = digits_of(self.bare)
        if letters_for_digits(self.bare):
            alike = _LOOK_ALIKE.sub(lambda word: word[0].translate(TO_ASCII), self.bare)
            self.held += SEAM + digits_of(alike)
        if spelled_in(stream, stream) or has_digits_in_words(stream):
            self._read()
            self.held += SEAM + self.rows
        for head in _HEAD.finditer(f"\n{stream}"):
            self.held += SEAM + "".join(reversed(_RUN.findall(head[0])))
        if self.parts.has_masks:
            self.held += MASKED

    def lines_of(
        self, known: Iterable[str], ends_of_lines: Iterable[tuple[Line, tuple[str, ...]]]
    ) -> list[Line]:
        """Those of some lines that they may hold.

        Args:
            known: the ends of all of them.
            ends_of_lines: each line with its ends.
        """
        held = {end for end in known if end in self.held}
        masked = MASKED in held
        held.discard(MASKED)
        lines = [
            line
            for line, ends in ends_of_lines
            if not held.isdisjoint(ends) or (masked and self.parts.may_be_of(line.digits))
        ]
        if lines and not self.rows:
            self._read()
        return lines

    def places_of(self, line: Line) -> list[Span]:
        """Where the digits of a line stand, as `number_in` finds them: they are looked for once, whatever extensions they have."""
        key = line.digits, line.near
        if key not in self._places:
            self._places[key] = number_in(self, line.digits, whole=line.near)
        return self._places[key]

    def _read(self) -> None:
        self.groups = self.parts.groups = groups_of(self.stream, counts=True)
        written = {group.form for group in self.groups}
        chosen = [
            [group for group in self.groups if group.form in forms]
            for forms in dict.fromkeys([forms & written for forms in _FORMS])
        ]
        self.chains = [(groups, "".join([group.digits for group in groups])) for groups in chosen]
        self.rows = SEAM.join([row for _, row in self.chains])


def line_in(digits: Digits, line: Line) -> Iterator[Span]:
    """Where a line stands in a folded text, with its extension; with what is called one, where it has none."""
    stream, bare = digits.stream, digits.bare
    for start, end in digits.places_of(line):
        if line.near and not (
            _NEAR_DIGITS.fullmatch(bare, start, end) and len(digits_of(bare[start:end])) == len(line.digits)
        ):
            continue
        if line.extension is None:
            yield start, end_with_extension(stream, end)
        else:
            yield from _with_extension(bare, start, end, line.extension)


_NEAR_DIGITS = re.compile(r"[0-9](?:[\W_]*[0-9])*")
_BESIDE = 12
_TRUNK = "(?:(?:00)?86[^0-9]{0,3})?0?[^0-9]{0,2}"
"""What is dialled before a number of another town or country."""


def _with_extension(bare: str, start: int, end: int, extension: str) -> Iterator[Span]:
    """From where to where a number stands with its extension, on either side."""
    digits = r"[^0-9\n]{0,2}".join(extension)
    behind = re.compile(rf"[^0-9]{{0,{_BESIDE}}}{digits}(?![0-9])").match(bare, end)
    before = re.compile(rf"(?<![0-9]){digits}[^0-9]{{0,{_BESIDE}}}{_TRUNK}$").search(
        bare, max(0, start - 3 * _BESIDE), start
    )
    if behind or before:
        yield before.start() if before else start, behind.end() if behind else end


def number_in(digits: Digits, number: str, *, whole: bool = False) -> list[Span]:
    """Where a number stands in a folded text: whole or backwards; unless it has to be whole, also masked, or its ends, called so."""
    found: list[Span] = []
    for one in dict.fromkeys((number, number[::-1])):
        if one in digits.rows:
            for groups, row in digits.chains:
                found += _whole(groups, row, one)
    if not whole:
        found += digits.parts.in_(number, [*found])
    return found


# A numeral in the words between the pieces of a number must not hide it, nor a numeral that is one of its digits.
_FORMS = (
    frozenset({Form.DIGITS}),
    frozenset({Form.DIGITS, Form.HAN}),
    frozenset({Form.DIGITS, Form.ALIKE}),
    frozenset(Form),
)
# Digits further apart than this are found piece by piece, and the prose between them stays.
_NEAR = 12


def _whole(groups: Sequence[Group], digits: str, number: str) -> Iterator[Span]:
    found = digits.find(number)
    offsets = [0, *accumulate([len(group.digits) for group in groups])] if found >= 0 else []
    while found >= 0:
        first, last = (bisect_right(offsets, at) - 1 for at in (found, found + len(number) - 1))
        begin = _digit(groups[first], found - offsets[first])
        for one, two in zip(groups[first:last], groups[first + 1 : last + 1], strict=True):
            if two.start - one.end > _NEAR:
                yield begin, one.end
                begin = two.start
        yield begin, max(_digit(groups[last], found + len(number) - offsets[last]), begin + 1)
        found = digits.find(number, found + 1)


def _digit(group: Group, digit: int) -> int:
    """Where a digit of a group stands in the stream; within a word or a sum, its bounds."""
    if group.end - group.start == len(group.digits):
        return group.start + digit
    return group.start if digit == 0 else group.end
