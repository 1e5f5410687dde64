"""The candidate's own number and address, taken out wherever they occur and whatever surrounds them (PHONE-1).

Here nothing is judged: eleven digits that happen to be the candidate's are so rarely anything else that no context
could make it right to show them.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from resume_visibility.model.language import Language
from resume_visibility.projection.contacts.alphabet import ALIKE, SEVERAL
from resume_visibility.projection.contacts.details import MARKS, ROUNDS, Detail, end_with_extension, spliced
from resume_visibility.projection.contacts.folding import Folded, as_written, fold, may_encode
from resume_visibility.projection.contacts.guard import Look, Signals, carries, look_at, signals
from resume_visibility.projection.contacts.own_pieces import MOBILE, pieces_in
from resume_visibility.projection.contacts.patterns import HAN_DIGITS, digits_of, letters_of
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


def redact_own(
    text: str,
    numbers: tuple[str, ...],
    emails: tuple[str, ...],
    language: Language = Language.ZH,
    look: Look | None = None,
    lines: tuple[Line, ...] = (),
) -> str:
    """Put a mark in the place of the candidate's own numbers (given as digits) and addresses, without any judgement.

    `look` is what `look_at` says of the text, where the caller knows. `lines` are further numbers.
    """
    if not (numbers or emails or lines) or not carries(text):
        return text
    for _ in range(ROUNDS):
        spans = own_spans(text, numbers, emails, look, lines)
        if not spans:
            return text
        text, look = spliced(text, spans, language), None
    return MARKS[language][Detail.PHONE if numbers or lines else Detail.EMAIL]


def own_spans(
    text: str,
    numbers: tuple[str, ...],
    emails: tuple[str, ...],
    look: Look | None = None,
    lines: tuple[Line, ...] = (),
) -> list[tuple[int, int, Detail]]:
    """Where the candidate's own numbers and addresses stand in a text: in what it encodes, and in what is written."""
    looks = [look or look_at(text)]
    if may_encode(text):
        looks.append(look_at(as_written(text)))
    spans = []
    for folded, signalled in looks:
        spans += [
            (*folded.span(text, start, end), kind)
            for start, end, kind in own_in(folded.stream, signalled, numbers, emails, lines)
        ]
    sought = _Sought(numbers, lines)
    for shown in _by_shape(text, looks[0].folded.stream):
        found = sought.spans(shown.stream, _in_digits(shown.stream), signals(shown.stream))
        spans += [(*shown.span(text, start, end), Detail.PHONE) for start, end in found]
    return spans


def own_in(
    stream: str,
    signalled: Signals,
    numbers: tuple[str, ...],
    emails: tuple[str, ...],
    lines: tuple[Line, ...] = (),
) -> list[tuple[int, int, Detail]]:
    """Where the candidate's own numbers and addresses stand in a folded text."""
    digits = _in_digits(stream) if numbers or lines else ""
    mobiles = [number for number in numbers if len(number) == MOBILE]
    return [
        *((*span, Detail.PHONE) for span in _Sought(numbers, lines).spans(stream, digits, signalled)),
        *(
            (*piece, Detail.PHONE)
            for number in mobiles
            for piece in pieces_in(stream, digits_of(digits), number)
        ),
        *((start, end, Detail.EMAIL) for start, end in _addresses(stream, emails)),
    ]


class _Sought:
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


def _in_digits(stream: str) -> str:
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


def is_decoyed(text: str, stream: str) -> bool:
    """Whether a text, folded to this stream, has digits of more than one shape, which only `redact_own` tells apart."""
    return any(True for _ in _by_shape(text, stream))


# Digits of one shape may be there to hide those of another: ①139②1234③5678.
_PLAIN_ONLY = {ord(shape): " " for digit in "0123456789" for shape in ALIKE[digit] if not shape.isascii()}
_PLAIN_ONLY |= {ord(shape): " " for shape, several in SEVERAL.items() if several.isdigit()}
_SHAPED_ONLY = dict.fromkeys(map(ord, "0123456789"), " ")


def _by_shape(text: str, stream: str) -> Iterator[Folded]:
    """The text as it reads with its plain digits alone, and with the others alone, where it holds both."""
    if stream == text.lower():
        return
    plain = text.translate(_PLAIN_ONLY)
    shaped = text.translate(_SHAPED_ONLY)
    if text not in (plain, shaped):
        yield fold(plain)
        yield fold(shaped)


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


def _addresses(stream: str, emails: tuple[str, ...]) -> Iterator[Span]:
    """Where an address stands in any disguise: signs between its letters, words for the at and the dots."""
    letters = letters_of(stream)
    if not any(form in letters for email in filter(None, emails) for form in _forms(email)):
        return
    bare = _SIGNS.sub("", stream)
    wanted = {form for email in filter(None, emails) for form in _forms(email) if form in bare}
    places = [match.start() for match in _NO_SIGN.finditer(stream)]
    for form in wanted:
        at = bare.find(form)
        while at >= 0:
            yield places[at], places[at + len(form) - 1] + 1
            at = bare.find(form, at + 1)


_SIGNS = re.compile(r"[^a-z0-9]+")
_NO_SIGN = re.compile(r"[a-z0-9]")


def _forms(email: str) -> Iterator[str]:
    """The letters and digits of an address, with each word that people write for the at and for the dots."""
    local, _, domain = fold(email).stream.partition("@")
    names, labels = ([_SIGNS.sub("", label) for label in side.split(".")] for side in (local, domain))
    dots = ("", "dot", "d")
    for at, dot, other in product(("", "at", "a"), dots, dots if len(names) > 1 else ("",)):
        yield other.join(names) + at + dot.join(labels)
