"""Numbers that are known, found in any writing: whole, backwards, with their extensions; in part, as `partial` has it."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from .digits import TO_ASCII, Form, Group, groups_of
from .fold import ALIKE, SEVERAL, Effort, Reading, Span
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
        yield reading.replaced(
            (*one.span(), [(char, *one.span()) for char in reversed(one[0])])
            for one in _TURNED.finditer(reading.text)
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

    Attributes:
        stream: a folded text.
        bare: the same with its numerals in digits.
        held: the digits in each writing: what no text lacks in which any of them are found.
        parts: those of which a number may be shown in part.
    """

    _chains: tuple[tuple[list[Group], str], ...] = ()
    """Groups of some forms, and their digits in a row; read where a line may stand."""

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
            self.held += SEAM + SEAM.join([row for _, row in self._chains])
        for head in _HEAD.finditer(f"\n{stream}"):
            self.held += SEAM + "".join(reversed(_RUN.findall(head[0])))
        if self.parts.has_masks:
            self.held += MASKED

    def _read(self) -> None:
        groups = self.parts.groups = groups_of(self.stream, counts=True)
        written = {group.form for group in groups}
        chosen = [
            [group for group in groups if group.form in forms]
            for forms in dict.fromkeys([forms & written for forms in _FORMS])
        ]
        self._chains = tuple([(some, "".join([group.digits for group in some])) for some in chosen])

    def places_of(self, line: Line, effort: Effort) -> list[Span]:
        """Where the digits of a line stand, whatever extensions it has: whole or backwards; unless nothing may stand among them, also
        masked, or its ends, called so.
        """
        key = line.digits, line.near
        if key not in self._places:
            if not self._chains:
                self._read()
            found: list[Span] = []
            for number in dict.fromkeys((line.digits, line.digits[::-1])):
                for groups, row in self._chains:
                    found += _whole(groups, row, number) if number in row else ()
            self._places[key] = found if line.near else [*found, *self.parts.in_(line.digits, found, effort)]
        return self._places[key]


def line_in(digits: Digits, line: Line, effort: Effort) -> Iterator[Span]:
    """Where a line stands in a folded text, with its extension on either side; with what is called one, where it has none."""
    bare = digits.bare
    for start, end in digits.places_of(line, effort):
        if line.near and _SIGNS.sub("", bare[start:end]) not in (line.digits, line.digits[::-1]):
            continue
        if line.extension is None:
            yield start, end_with_extension(digits.stream, end)
            continue
        extension = r"[^0-9\n]{0,2}".join(line.extension)
        behind = re.compile(rf"[^0-9]{{0,{_BESIDE}}}{extension}(?![0-9])").match(bare, end)
        before = re.compile(rf"(?<![0-9]){extension}[^0-9]{{0,{_BESIDE}}}{_TRUNK}$").search(
            bare, max(0, start - 3 * _BESIDE), start
        )
        if behind or before:
            yield before.start() if before else start, behind.end() if behind else end


_SIGNS = re.compile(r"[\W_]+")
_BESIDE = 12
_TRUNK = "(?:(?:00)?86[^0-9]{0,3})?0?[^0-9]{0,2}"
"""What is dialled before a number of another town or country."""
# A numeral in the words between the pieces of a number must not hide it, nor a numeral that is one of its digits.
_FORMS = (
    frozenset({Form.DIGITS}),
    frozenset({Form.DIGITS, Form.HAN}),
    frozenset({Form.DIGITS, Form.ALIKE}),
    frozenset(Form),
)
# Digits further apart than this are found piece by piece, and the prose between them stays.
_NEAR = 12


def _whole(groups: Iterable[Group], row: str, number: str) -> Iterator[Span]:
    """Where a number stands, piece by piece, of which the digits stand in a row."""
    places = [*_places(groups)]
    for at in places_of(number, row):
        begin, end = places[at][0], places[at + len(number) - 1][1]
        for one, two in pairwise(places[at : at + len(number)]):
            if two[0] - one[1] > _NEAR:
                yield begin, one[1]
                begin = two[0]
        yield begin, max(end, begin + 1)


def _places(groups: Iterable[Group]) -> Iterator[Span]:
    """Where each digit of some groups stands; within a word or a sum, its bounds."""
    for start, end, digits, *_ in groups:
        if end - start == len(digits):
            yield from zip(range(start, end), range(start + 1, end + 1), strict=True)
        else:
            yield start, end
            yield from [(end, end)] * (len(digits) - 1)
