"""What a reader makes of a text, with the way back: what is found in it is taken out of the text as it was written.

Nothing that was decoded is ever shown. It is only looked at.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from itertools import pairwise

from .contacts import ROUNDS, mark_places

Span = tuple[int, int]

_ENCODED = re.compile(
    r"(?P<percent>(?:%[0-9a-fA-F]{2})+)"
    r"|(?P<entity>&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?))"
    r"|(?P<escape>(?:\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|U[0-9a-fA-F]{8}|u\{[0-9a-fA-F]{1,6}\}))+)"
)
_ESCAPE = re.compile(r"\\(?:[uxU])\{?([0-9a-fA-F]+)\}?")
_CODE_SIGNS = re.compile(r"\\[A-Za-z]|%u|&#[xX]?")
"""What code begins with, as long as it is."""
_BEYOND_UNICODE = 0x110000


class Reading:
    """A text as it is read, each of whose characters knows from where to where it is written.

    Args:
        text: as it is read.
        origins: of each character; None where the text is read as it is written.
    """

    __slots__ = ("_origins", "text")

    def __init__(self, text: str, origins: list[Span] | None = None) -> None:
        self.text = text
        self._origins = origins

    def span(self, start: int, stop: int) -> Span:
        """Where a stretch of what is read is written; a stretch has at least one character."""
        if self._origins is None:
            return start, stop
        return self._origins[start][0], self._origins[stop - 1][1]

    def replaced(self, pieces: Iterable[tuple[int, int, list[tuple[str, int, int]]]]) -> "Reading":
        """The same with some stretches read otherwise.

        Args:
            pieces: from where to where, in order, and the characters read instead, each with its place in the stretch's
                text.
        """
        text: list[str] = []
        origins: list[Span] = []
        done = 0
        for start, stop, read in pieces:
            text.append(self.text[done:start])
            origins += [self.span(at, at + 1) for at in range(done, start)]
            text += [char for char, _, _ in read]
            origins += [self.span(first, last) for _, first, last in read]
            done = stop
        text.append(self.text[done:])
        origins += [self.span(at, at + 1) for at in range(done, len(self.text))]
        return Reading("".join(text), origins)

    def decoded(self) -> "Reading":
        """The same with percent signs, entities and escapes read as what they stand for, also twice over."""
        reading = self
        for _ in range(ROUNDS):
            pieces = [
                (*match.span(), read)
                for match in _ENCODED.finditer(reading.text)
                if (read := _read(match)) is not None
            ]
            if not pieces:
                return reading
            reading = reading.replaced(pieces)
        return reading

    def without(self, places: Iterable[Span]) -> "Reading":
        """The same without some stretches of it, in order and apart."""
        return self.replaced((start, stop, []) for start, stop in places)


def readings(text: str) -> Iterator[Reading]:
    """The ways to read a text: as it is written, also without what code begins with; what it encodes; and each of them
    without the marks that stand in it.

    Args:
        text: as it is written.
    """
    plain = Reading(text)
    yield plain
    yield from _unmarked(plain)
    if "\\" in text or "%" in text or "&" in text:
        # Of C:\\xada Li the x is part of a code, or of none.
        yield Reading(_CODE_SIGNS.sub(lambda sign: " " * len(sign[0]), text))
    if may_encode(text):
        decoded = plain.decoded()
        yield decoded
        yield from _unmarked(decoded)


def _unmarked(reading: Reading) -> Iterator[Reading]:
    if places := mark_places(reading.text):
        yield reading.without(places)


def may_encode(text: str) -> bool:
    """Whether a text holds anything that looks as if it stood for something else."""
    return ("%" in text or "&" in text or "\\" in text) and _ENCODED.search(text) is not None


def spans_in(text: str, find: Callable[[str], Iterable[Span]]) -> list[Span]:
    """Where something is found in any way to read a text, but within a mark, whose words are nobody's.

    Args:
        text: as it is written.
        find: where it stands in what is read.
    """
    found = [reading.span(*place) for reading in readings(text) for place in find(reading.text)]
    marks = mark_places(text) if found else []
    if not marks:
        return found
    starts = [start for start, _ in marks]
    before = [bisect_right(starts, start) - 1 for start, _ in found]
    return [
        (start, stop) for (start, stop), i in zip(found, before, strict=True) if i < 0 or stop > marks[i][1]
    ]


def _read(match: re.Match[str]) -> list[tuple[str, int, int]] | None:
    """The characters that a piece stands for, with the stretches that spell them; None where it stands for itself."""
    start, written = match.start(), match[0]
    match match.lastgroup:
        case "percent":
            return _bytes(bytes.fromhex(written.replace("%", "")), start)
        case "escape":
            return [
                (chr(code) if code < _BEYOND_UNICODE else "\ufffd", start + one.start(), start + one.end())
                for one in _ESCAPE.finditer(written)
                for code in (int(one[1], 16),)
            ]
        case _:
            plain = unescape(written)
            if plain == written:
                return None
            # Of &ltLena only the beginning stands for something else.
            kept = 0
            while kept < len(plain) - 1 and plain[-1 - kept] == written[-1 - kept]:
                kept += 1
            stop = match.end() - kept
            changed = plain[: len(plain) - kept]
            return [
                *((char, start, stop) for char in changed),
                *((char, stop + i, stop + i + 1) for i, char in enumerate(written[len(written) - kept :])),
            ]


def _bytes(coded: bytes, start: int) -> list[tuple[str, int, int]]:
    """The characters that bytes spell in UTF-8, three characters of the text to a byte."""
    chars = coded.decode(errors="surrogateescape")
    ends = [0]
    for char in chars:
        ends.append(ends[-1] + len(char.encode(errors="surrogateescape")))
    return [
        ("\ufffd" if "\udc80" <= char <= "\udcff" else char, start + 3 * first, start + 3 * last)
        for char, (first, last) in zip(chars, pairwise(ends), strict=True)
    ]
