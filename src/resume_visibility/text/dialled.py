"""Numbers that are known, found in any writing: whole, backwards, masked, in pieces that are called so."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from .digits import TO_ASCII, Form, Gap, Group, groups_of
from .fold import ALIKE, SEVERAL, Reading, Span
from .kinds import Tag
from .numbers import end_with_extension
from .patterns import HAN_DIGITS, SEAM, digits_of, later, led, places_of


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


def ends_of(number: str) -> tuple[str, str, str]:
    """What a text holds that holds a number forwards, backwards, masked or in pieces."""
    first, last = number[:_FEWEST], number[-_FEWEST:]
    return first, last, last[::-1]


# Digits of one shape may be there to hide those of another: ①139②1234③5678.
_PLAIN_ONLY = {ord(shape): " " for digit in "0123456789" for shape in ALIKE[digit] if not shape.isascii()}
_PLAIN_ONLY |= {ord(shape): " " for shape, several in SEVERAL.items() if several.isdigit()}
_SHAPED_ONLY = dict.fromkeys(map(ord, "0123456789"), " ")


def by_shape(reading: Reading, stream: Reading) -> Iterator[Reading]:
    """A text as it reads with its plain digits alone, and with the others alone, where it holds both."""
    if stream.text == reading.text.lower():
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
LETTERS_FOR_DIGITS = re.compile("[oilzsbgq](?:(?=[0-9])|(?<=[0-9].))")
_WORD = re.compile("[a-z]+")
_DIGIT = "zero|oh|one|two|three|four|five|six|seven|eight|nine"
SPELLED = re.compile(
    led(
        (
            *(rf"{word}\W{{0,3}}(?:{_DIGIT}|[0-9])" for word in f"{_DIGIT}|double|triple".split("|")),
            *(
                rf"{word}[1-5]?\W?(?:yi|er|san|si|wu|liu|qi|ba|jiu|yao|ling)"
                for word in ("yi", "yao", "san", "wu", "liu", "ba", "jiu")
            ),
            rf"[双两三四]个[0-9{HAN_DIGITS}]",
            rf"双[0-9{HAN_DIGITS}]",
            f"[{HAN_DIGITS}][百千]",
        )
    )
)


class Digits:
    """The digits of a folded text, worked out once for all numbers that are looked for in it.

    Args:
        stream: a folded text.
    """

    def __init__(self, stream: str) -> None:
        self.stream = stream
        self.bare = in_digits(stream)

    @cached_property
    def _held(self) -> str:
        """The digits in each writing."""
        held = digits_of(self.bare)
        if LETTERS_FOR_DIGITS.search(self.bare):
            alike = _WORD.sub(
                lambda word: "" if word[0].strip("oilzsbgq") else word[0].translate(TO_ASCII), self.bare
            )
            held += SEAM + digits_of(alike)
        if SPELLED.search(self.stream):
            held += "".join(SEAM + row for _, row in self.chains)
        return held

    def lines_of(self, ends_of_lines: Iterable[tuple[Line, tuple[str, str, str]]]) -> list[Line]:
        """Those of some lines that they may hold.

        Args:
            ends_of_lines: each line with its ends.
        """
        return [line for line, ends in ends_of_lines if self.may_hold(ends)]

    def may_hold(self, ends: Iterable[str]) -> bool:
        """Whether they may be those of a number, in whatever writing: what no text lacks in which it is found.

        Args:
            ends: of the numbers that are looked for.
        """
        return any(map(self._held.__contains__, ends))

    @cached_property
    def chains(self) -> list[tuple[list[Group], str]]:
        """Those of some forms, and their digits in a row."""
        every = groups_of(self.stream, counts=True)
        written = {group.form for group in every}
        chosen = (
            [group for group in every if group.form in forms]
            for forms in dict.fromkeys(forms & written for forms in _FORMS)
        )
        return [(groups, "".join(group.digits for group in groups)) for groups in chosen]


def line_in(digits: Digits, line: Line) -> Iterator[Span]:
    """Where a line stands in a folded text, with its extension; with what is called one, where it has none."""
    stream, bare = digits.stream, digits.bare
    for start, end in number_in(digits, line.digits):
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


def number_in(digits: Digits, number: str) -> Iterator[Span]:
    """Where a number stands in a folded text: whole, backwards, masked, or its ends, called so."""
    for groups, row in digits.chains:
        for turned in dict.fromkeys((number, number[::-1])):
            yield from _whole(groups, row, turned)
    if len(number) == MOBILE:
        yield from _masked(digits, number)
        yield from _pieces(digits, number)


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
    offsets = [] if found < 0 else [0, *accumulate(len(group.digits) for group in groups)]
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


_MASK = re.escape("x*□○●•·?×■◆◇☆某口█")
"""What people put for the digits that they leave out."""
_GAP = later(rf"[ .()（）\-]?(?:[{_MASK}]{{1,8}}|[#_~★\-—]{{3,8}})(?: ?[{_MASK}]{{1,8}})?[ .()（）\-]{{0,2}}")
"""What stands for them, with what parts it from the others."""
_HEAD, _TELLING = 3, 7
_TAIL = later(rf"(?<![0-9{_MASK}])[{_MASK}]{{3,8}}(?P<tail>[0-9]{{4,11}})(?![0-9年])")


def _masked(digits: Digits, number: str) -> Iterator[Span]:
    """Where the number is masked with any filler: its first digits or its last, or both."""
    bare = digits.bare
    for start in places_of(number[:_HEAD], bare):
        if bare[start - 1 : start].isdigit() and bare[max(0, start - 2) : start] != "86":
            continue
        head, at = _along(bare, start, number)
        gap = _GAP.match(bare, at)
        if gap is None or head == len(number):
            continue
        stop = gap.end()
        tail, end = _along(bare, stop, number[head:], anywhere=True)
        ends = number.endswith(digits_of(bare[stop:end]))
        if ends and tail and (tail >= _FEWEST or head >= _TELLING):
            yield start, end
        elif head >= _TELLING and not tail:
            yield start, at + len(gap[0].rstrip(" .()（）-"))
    for match in _TAIL.finditer(bare):
        if number.endswith(match["tail"]):
            yield match.span("tail")


def _along(bare: str, start: int, number: str, *, anywhere: bool = False) -> tuple[int, int]:
    """How many digits stand from a place on, with usual signs between, and behind the last; those of a number, or any."""
    count, at, end = 0, start, start
    while at < len(bare) and count < len(number):
        if bare[at].isdigit() and (anywhere or bare[at] == number[count]):
            count += 1
            end = at + 1
        elif not count or bare[at] not in " -" or at > end:
            break
        at += 1
    return count, end


# What calls a few digits a piece of a number: without it they are any year or amount.
_SO_MANY = "(?:[4-8四五六七八]|four|five|six|seven|eight)"
_CALLED = later(
    rf"[前头开打fsb后末尾结收le](?:(?P<first>(?<=[前头])\s?{_SO_MANY}\s?位?|(?P<front>(?<=[开打])头)|(?<=f)irst ?{_SO_MANY}"
    rf"|(?:(?<=s)tarts?|(?<=b)egins?) with)|(?<=尾)[号数]|(?<=[后末尾])\s?{_SO_MANY}\s?位?|(?P<back>(?<=[结收])尾)"
    rf"|(?<=l)ast ?{_SO_MANY}|(?<=e)nd(?:s|ing)? (?:in|with))"
)
_LEADS_ON = re.compile(
    r"[^0-9a-z\n]{0,6}(?:(?:digits?|are|is|of|my|number|phone|mobile)(?![a-z])[^0-9a-z\n]{0,3}){0,5}"
)
_REACH = 40
_FEWEST = 4
MOBILE = 11
"""So many digits has a mobile number."""


def _pieces(digits: Digits, number: str) -> Iterator[Span]:
    """The first digits of a mobile number and the last, four or more, where they are called so."""
    stream = digits.stream
    for call in _CALLED.finditer(stream):
        first = call["first"] is not None
        end = call.end()
        groups = groups_of(stream, end, end + _REACH, counts=True)
        at = 0
        while at < len(groups) and _LEADS_ON.fullmatch(stream, end, groups[at].start):
            behind = _longest(groups, at, number, first=first)
            if behind == at or _is_year(stream, groups[behind - 1].end):
                break
            end = groups[behind - 1].end
            yield groups[at].start, end
            at = behind  # said again right behind, a piece is called so still
        if call["front"] or call["back"]:
            groups = groups_of(stream, max(0, call.start() - _REACH), call.start(), counts=True)
            for at in range(len(groups)):
                near = call.start() - groups[-1].end < _FEWEST and not _is_year(stream, groups[-1].end)
                if near and _longest(groups, at, number, first=first) == len(groups):
                    yield groups[at].start, groups[-1].end
                    break


def _is_year(stream: str, end: int) -> bool:
    """Whether what ends at a place is called a year: a candidate's number may end like one."""
    return stream.startswith("年", end)


def _longest(groups: Sequence[Group], at: int, number: str, *, first: bool) -> int:
    """Behind which group the longest piece ends that starts with one; that one itself where none does."""
    digits, behind = "", at
    for here in range(at, len(groups)):
        if (here > at and groups[here].gap > Gap.SIGNS) or len(digits) > MOBILE:
            break
        digits += groups[here].digits
        goes_on = here + 1 < len(groups) and groups[here + 1].gap is Gap.NONE
        is_piece = number.startswith(digits) if first else number.endswith(digits)
        if len(digits) >= _FEWEST and is_piece and not goes_on:
            behind = here + 1
    return behind
