"""Numbers that are looked for as they are, with their extensions, however far apart their digits stand (PHONE-1, PHONE-2)."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from resume_visibility.projection.contacts.details import end_with_extension
from resume_visibility.projection.contacts.guard import Signals
from resume_visibility.projection.contacts.patterns import HAN_DIGITS, digits_of
from resume_visibility.projection.contacts.tokens import TO_ASCII, Form, Group, groups_of

# Digits further apart than this are taken out piece by piece, and the prose between them stays.
_NEAR = 12

Span = tuple[int, int]


class Line(NamedTuple):
    """A number of the candidate's, or of somebody else, that is taken out together with its extension.

    Args:
        digits: as it is dialled.
        extension: to dial after it.
        shared: what is dialled before the extension is shown; it goes only where the extension stands beside it.
        near: its digits make it out only where nothing but signs stands among them: a number without its area code.
    """

    digits: str
    extension: str | None = None
    shared: bool = False
    near: bool = False


class Sought:
    """The numbers that are looked for, and what has to stand beside each."""

    __slots__ = ("_lines", "_numbers", "_plain")

    def __init__(self, numbers: tuple[str, ...], lines: tuple[Line, ...]) -> None:
        self._plain = frozenset(numbers)
        self._lines = defaultdict[str, list[Line]](list)
        for line in lines:
            self._lines[line.digits].append(line)
        self._numbers = tuple(dict.fromkeys((*numbers, *self._lines)))

    def spans(self, stream: str, bare: str, signalled: Signals) -> Iterator[Span]:
        """Where they stand in a folded text.

        Args:
            stream: the text.
            bare: the same with the numerals in digits.
            signalled: where numbers may be.
        """
        for start, end, number in _numbers_of(stream, bare, signalled, self._numbers):
            called = end_with_extension(stream, end)
            if number in self._plain:
                yield start, called
            for line in self._lines.get(number, ()):
                if line.near and not _NEAR_DIGITS.fullmatch(bare, start, end):
                    continue
                whole = _with_extension(bare, start, end, line.extension)
                if whole is not None:
                    yield whole
                elif not line.shared:
                    yield start, called


_NEAR_DIGITS = re.compile(r"[0-9](?:[\W_]*[0-9])*")
_BESIDE = 12
_TRUNK = "(?:(?:00)?86[^0-9]{0,3})?0?[^0-9]{0,2}"
"""What is dialled before a number of another town or country."""


def _with_extension(bare: str, start: int, end: int, extension: str | None) -> Span | None:
    """From where to where a number stands with its extension, on either side; None where that is not beside it."""
    if extension is None:
        return None
    digits = r"[^0-9\n]{0,2}".join(extension)
    behind = re.compile(rf"[^0-9]{{0,{_BESIDE}}}{digits}(?![0-9])").match(bare, end)
    if behind:
        return start, behind.end()
    before = re.compile(rf"(?<![0-9]){digits}[^0-9]{{0,{_BESIDE}}}{_TRUNK}$").search(
        bare, max(0, start - 3 * _BESIDE), start
    )
    return (before.start(), end) if before else None


def _numbers_of(
    stream: str, bare: str, signalled: Signals, numbers: tuple[str, ...]
) -> Iterator[tuple[int, int, str]]:
    groups = _groups(stream, bare, signalled, numbers) if any(numbers) else []
    if groups and sum(len(group.digits) for group in groups) >= min(map(len, numbers)):
        for forms in _READINGS:
            yield from _numbers([group for group in groups if group.form in forms], numbers)


def _groups(stream: str, bare: str, signalled: Signals, numbers: tuple[str, ...]) -> list[Group]:
    """The digits among which a number may be: those near others, in any writing; all, where it is told by single
    digits, however far apart.
    """
    if _are_told(bare, numbers):
        return groups_of(stream, counts=True)
    return [group for begin, end in signalled.numbers for group in groups_of(stream, begin, end, counts=True)]


def _are_told(bare: str, numbers: tuple[str, ...]) -> bool:
    """Whether the digits of a number follow each other, however far apart, with letters among them."""
    if _holds(digits_of(bare), numbers):
        return True
    if _ALIKE.search(bare) is None:
        return False
    alike = _WORD.sub(lambda word: "" if word[0].strip("oilzsbgq") else word[0].translate(TO_ASCII), bare)
    return _holds(digits_of(alike), numbers)


def in_digits(stream: str) -> str:
    """A text with the Chinese numerals in digits."""
    for numeral, digit in _NUMERALS:
        if numeral in stream:
            stream = stream.replace(numeral, digit)
    return stream


_NUMERALS = tuple(zip(HAN_DIGITS, "00123456789", strict=True))
_ALIKE = re.compile("[oilzsbgq](?:(?=[0-9])|(?<=[0-9].))")
_WORD = re.compile("[a-z]+")


def _holds(digits: str, numbers: tuple[str, ...]) -> bool:
    return any(number in digits for number in numbers)


# A numeral in the words between the pieces of a number must not hide it, nor a numeral that is one of its digits.
_READINGS = (
    frozenset({Form.DIGITS}),
    frozenset({Form.DIGITS, Form.HAN}),
    frozenset({Form.DIGITS, Form.ALIKE}),
    frozenset(Form),
)


def _numbers(groups: Sequence[Group], numbers: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    digits = "".join(group.digits for group in groups)
    offsets: list[int] = []
    total = 0
    for group in groups:
        offsets.append(total)
        total += len(group.digits)
    for number in numbers:
        found = digits.find(number) if number else -1
        while found >= 0:
            for start, end in _pieces(groups, offsets, found, found + len(number)):
                yield start, end, number
            found = digits.find(number, found + 1)


def _pieces(groups: Sequence[Group], offsets: Sequence[int], start: int, end: int) -> Iterator[Span]:
    first = bisect_right(offsets, start) - 1
    last = bisect_right(offsets, end - 1) - 1
    begin, stop = _place(groups[first], start - offsets[first]), 0
    for index in range(first, last + 1):
        group = groups[index]
        if index > first and group.start - groups[index - 1].end > _NEAR:
            yield begin, groups[index - 1].end
            begin = group.start
    stop = _place(groups[last], end - offsets[last])
    yield begin, max(stop, begin + 1)


def _place(group: Group, digit: int) -> int:
    """Where a digit of a group stands in the stream; within a word or a sum, its bounds."""
    if group.end - group.start == len(group.digits):
        return group.start + digit
    return group.start if digit == 0 else group.end
