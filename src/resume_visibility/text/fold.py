"""Ways to read a text, and the fold: a canonical stream, each of whose characters knows from where to where it is written.

Digits of every script and shape become ASCII digits, Chinese numerals the plain ones, letters of any width, style,
accent or look-alike script small ASCII letters; what cannot be seen is dropped. A text is read as it is written, as what
its entities, percent signs and escapes stand for, and without the marks that somebody typed. Nothing of this is ever
shown: it only says where to look.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple, TypeAlias
from unicodedata import normalize

from .kinds import EVERY_MARK
from .patterns import FOUND, table

_DATA = table("alphabet")
ALIKE: dict[str, str] = _DATA["alike"]
SEVERAL: dict[str, str] = _DATA["several"]
RADICALS: dict[str, str] = _DATA["radicals"]
_UNSEEN = frozenset(point for first, last in _DATA["unseen"] for point in range(first, last + 1))

# What compatibility alone makes an ideograph of: the radicals of the Kangxi dictionary and their like.
_ALIKE_OF = {shape: letter for letter, shapes in ALIKE.items() for shape in shapes}
_IDEOGRAPHS = {
    point: plain
    for point in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00))
    if (plain := normalize("NFKC", chr(point)))
}
_TABLE: dict[int, str] = {
    **{point: _ALIKE_OF.get(plain, plain) for point, plain in _IDEOGRAPHS.items()},
    **{ord(upper): upper.lower() for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **{ord(radical): plain for radical, plain in RADICALS.items()},
    **{ord(shape): letter for letter, shapes in ALIKE.items() for shape in shapes if shape != letter},
    ord(FOUND): " ",
    0xA0: " ",
    0x3000: " ",
}


def _charset(points: set[int]) -> str:
    """Write code points as the inside of a regular expression's brackets."""
    firsts, lasts = ({point for point in points if point + by not in points} for by in (-1, 1))
    return "".join(map(_range, sorted(firsts), sorted(lasts)))


def _range(first: int, last: int) -> str:
    # A pattern of escapes takes long to compile, but an ASCII sign may mean something else in brackets.
    return "-".join(chr(point) if point > 0x7F else f"\\x{point:02x}" for point in (first, last))


# Whatever is not read as the small letter of itself. All astral characters count: single ones of them would make the
# search twenty times slower, because the engine keeps no table of them.
_ASTRAL = 0x10000
_POINTS = {*_TABLE, *_UNSEEN, *map(ord, SEVERAL)} - set(map(ord, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
UNUSUAL = _charset({point for point in _POINTS if point < _ASTRAL}) + "\U00010000-\U0010ffff"


def chinese_but(others: str) -> str:
    """The inside of brackets for all Chinese characters that are read as they are, but for some.

    Args:
        others: Chinese characters that are left out.
    """
    unusual = (point for point in _POINTS if _FIRST_HAN <= point <= _LAST_HAN)
    left_out = sorted({_FIRST_HAN - 1, _LAST_HAN + 1, *unusual, *map(ord, others)})
    # By their numbers, so that nobody's name stands in a pattern.
    return "".join(rf"\u{one + 1:04x}-\u{two - 1:04x}" for one, two in pairwise(left_out) if two - one > 1)


_FIRST_HAN, _LAST_HAN = 0x4E00, 0x9FFF

_IS_UNUSUAL = re.compile(rf"[{UNUSUAL}]")
_USUAL_SIGNS = "".join(
    sign for sign in "·—‘’“”…、。《》「」『』【】！（），：；？" if ord(sign) not in _POINTS
)
ODD = re.compile(f"[^\t\n\r -~{_USUAL_SIGNS}{chinese_but('')}]")
"""What may be read otherwise, fold to a letter or be shown in another order: all but plain characters, Chinese ones and usual signs."""
_USUAL_ASCII = b"\t\n\r" + bytes(range(ord(" "), ord("~") + 1))
_CHANGE_LENGTH = frozenset(map(chr, {*_UNSEEN, *map(ord, SEVERAL)}))
_READ = {**_TABLE, **dict.fromkeys(_UNSEEN, ""), **{ord(char): several for char, several in SEVERAL.items()}}
# What is drawn over or around the character before it, as in a keycap.
_OVER = frozenset("\ufe0e\ufe0f\u20e3" + "".join(map(chr, range(0x300, 0x370))))
# Alone between plain letters it stands for the sign.
_CIRCLED_AT = re.compile("[ⓐⒶ](?:(?<=[0-9A-Za-z_].)|(?<=[0-9A-Za-z_] .))(?= ?[0-9A-Za-z])")

Span: TypeAlias = tuple[int, int]
_Piece: TypeAlias = tuple[int, int, list[tuple[str, int, int]]]


class TooMuch(Exception):
    """Looking at a text would take too long; then it is withheld whole."""


class Reading(NamedTuple):
    """A text as it is read, each of whose characters knows from where to where it is written.

    Args:
        text: as it is read.
        origins: of each character; None where the text is read as it is written.
    """

    text: str
    origins: list[Span] | None = None

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def span(self, start: int, stop: int) -> Span:
        """Where a stretch of what is read is written; a stretch has at least one character."""
        if self.origins is None:
            return start, stop
        return self.origins[start][0], self.origins[stop - 1][1]

    def at(self, place: int) -> int:
        """How many of its characters are written before a place."""
        return place if self.origins is None else bisect_left(self.origins, (place, place))

    def replaced(self, pieces: Iterable[_Piece]) -> "Reading":
        """The same with some stretches read otherwise.

        Args:
            pieces: from where to where, in order, and the characters read instead, each with its place in the text.
        """
        text: list[str] = []
        origins: list[Span] = []
        done = 0
        own = self.origins or [(at, at + 1) for at in range(len(self.text))]
        for start, stop, read in pieces:
            text.append(self.text[done:start])
            origins += own[done:start]
            text += [char for char, _, _ in read]
            origins += [(own[first][0], own[last - 1][1]) for _, first, last in read]
            done = stop
        text.append(self.text[done:])
        return Reading("".join(text), origins + own[done:])

    def without(self, places: Iterable[Span]) -> "Reading":
        """The same without some stretches of it, in order and apart."""
        return self.replaced((start, stop, []) for start, stop in places)

    def folded(self) -> "Reading":
        """The same in the canonical stream; linear in its length, whatever it holds."""
        unusual = set() if is_usual(self.text) else set(_IS_UNUSUAL.findall(self.text))
        if not unusual:
            return Reading(self.text.lower(), self.origins)
        plain = _CIRCLED_AT.sub("@", self.text)
        if max(unusual) < chr(_ASTRAL) and unusual.isdisjoint(_CHANGE_LENGTH):
            # A text has few different ones: to replace each costs less than to look each of its characters up.
            for char in unusual:
                plain = plain.replace(char, _TABLE[ord(char)])
            return Reading(plain.lower(), self.origins)
        text: list[str] = []
        origins: list[Span] = []
        own = self.origins or [(at, at + 1) for at in range(len(self.text))]
        for char, origin in zip(plain, own, strict=True):
            read = _READ.get(ord(char), char)
            if read:
                text.append(read)
                origins += [origin] * len(read)
            elif char in _OVER and origins:
                origins[-1] = (origins[-1][0], origin[1])
        return Reading("".join(text), origins)


def readings(text: str) -> Iterator[Reading]:
    """The ways to read a text: as it is written, also without what code begins with; what it encodes; and each of them
    without the marks that stand in it.
    """
    plain = Reading(text)
    yield plain
    yield from _unmarked(plain)
    if not _may_be_code(text):
        return
    # Of C:\\xada Li the x is part of a code, or of none.
    bare = _CODE_SIGNS.sub(lambda sign: " " * len(sign[0]), text)
    if bare != text:
        yield Reading(bare)
    if _MAY_BE_CODED.search(text) is not None:
        decoded = _decoded(plain)
        if decoded is not plain:
            yield decoded
            yield from _unmarked(decoded)


def is_read_once(text: str) -> bool:
    """Whether there is but one way to read a text."""
    return "[" not in text and not _may_be_code(text)


def _may_be_code(text: str) -> bool:
    # A search for one character is several times as fast as one for three.
    return (
        ("%" in text and _PERCENT.search(text) is not None)
        or ("&" in text and _ENTITY.search(text) is not None)
        or ("\\" in text and _BACKSLASH.search(text) is not None)
    )


_MARK = re.compile("|".join(map(re.escape, EVERY_MARK)))


def marks_in(text: str) -> list[Span]:
    """From where to where marks stand in a text."""
    return [match.span() for match in _MARK.finditer(text)] if "[" in text else []


def _unmarked(reading: Reading) -> Iterator[Reading]:
    if places := marks_in(reading.text):
        yield reading.without(places)


_CODED = re.compile(
    r"(?P<percent>(?:%[0-9a-fA-F]{2})+)"
    r"|(?P<entity>&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?))"
    r"|(?P<escape>(?:\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|U[0-9a-fA-F]{8}|u\{[0-9a-fA-F]{1,6}\}))+)"
)
_ESCAPE = re.compile(r"\\(?:[uxU])\{?([0-9a-fA-F]+)\}?")
_MAY_BE_CODED = re.compile(r"%[0-9a-fA-F]|&[#A-Za-z]|\\[uxU]")
_PERCENT, _ENTITY, _BACKSLASH = map(re.compile, ("%[0-9a-fA-Fu]", "&[#A-Za-z]", r"\\[A-Za-z]"))
_CODE_SIGNS = re.compile(r"\\[A-Za-z]|%u|&#[xX]?")
"""What code begins with, as long as it is."""
_BEYOND_UNICODE = 0x110000
_ROUNDS = 8


def _decoded(reading: Reading) -> Reading:
    """The same with percent signs, entities and escapes read as what they stand for, also twice over."""
    for _ in range(_ROUNDS):
        pieces = [
            (*match.span(), read)
            for match in _CODED.finditer(reading.text)
            if (read := _stands_for(match)) is not None
        ]
        if not pieces:
            return reading
        reading = reading.replaced(pieces)
    raise TooMuch


def _stands_for(match: re.Match[str]) -> list[tuple[str, int, int]] | None:
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
            from html import unescape  # which hardly any text needs

            plain = unescape(written)
            if plain == written:
                return None
            # Of &ltLena only the beginning stands for something else.
            kept = 0
            while kept < len(plain) - 1 and plain[-1 - kept] == written[-1 - kept]:
                kept += 1
            stop = match.end() - kept
            rest = enumerate(written[len(written) - kept :])
            return [
                *((char, start, stop) for char in plain[: len(plain) - kept]),
                *((char, stop + i, stop + i + 1) for i, char in rest),
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


def codes_in(text: str, start: int, stop: int) -> int:
    """How many codes, which stand for something else, a stretch of a text holds."""
    return sum(1 for _ in _CODED.finditer(text, start, stop))


def is_usual(text: str) -> bool:
    """Whether a text holds nothing odd, so that only its capitals are folded."""
    # To delete all other signs takes a fraction of the time of a search.
    return not text.encode().translate(None, _USUAL_ASCII) if text.isascii() else ODD.search(text) is None


def fold(text: str) -> str:
    """A text in the canonical stream."""
    return text.lower() if is_usual(text) else Reading(text).folded().text


def apart(spans: Iterable[Span]) -> list[Span]:
    """Stretches in order and apart: those that overlap or touch are one."""
    ordered = sorted(spans)
    joined = ordered[:1]
    for start, stop in ordered[1:]:
        if start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        else:
            joined.append((start, stop))
    return joined


def outside_marks(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Those of some stretches that are not within a mark, whose words are nobody's."""
    marks = marks_in(text)
    starts = [start for start, _ in marks]
    for start, stop in spans:
        at = bisect_right(starts, start) - 1
        if at < 0 or stop > marks[at][1]:
            yield start, stop
