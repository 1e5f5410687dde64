"""Text folded into a canonical stream, each of whose characters knows where it came from.

Digits of every script and shape become ASCII digits, Chinese numerals the plain ones, letters of any width, style,
accent or look-alike script small ASCII letters; what cannot be seen is dropped; entities, percent signs and
backslash escapes are read as what they stand for; a mark left by redaction becomes a wall that nothing crosses.
"""

import re
from bisect import bisect_right
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from resume_visibility.projection.contacts.alphabet import ALIKE, SEVERAL, UNSEEN
from resume_visibility.projection.contacts.details import EVERY_MARK
from resume_visibility.projection.contacts.patterns import WALL

_UNSEEN = frozenset(point for first, last in UNSEEN for point in range(first, last + 1))

_TABLE: dict[int, str] = {
    **{ord(upper): upper.lower() for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **{ord(shape): letter for letter, shapes in ALIKE.items() for shape in shapes if shape != letter},
    ord(WALL): " ",
    0xA0: " ",
    0x3000: " ",
}


def _charset(points: frozenset[int] | set[int]) -> str:
    """Write code points as the inside of a regular expression's brackets."""
    ranges: list[list[int]] = []
    for point in sorted(points):
        if ranges and point == ranges[-1][1] + 1:
            ranges[-1][1] = point
        else:
            ranges.append([point, point])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


# Whatever is not read as the small letter of itself. All astral characters count: single ones of them would make the
# search twenty times slower, because the engine keeps no table of them.
_ASTRAL = 0x10000
UNUSUAL = (
    _charset(
        {point for point in _TABLE if 0x7F < point < _ASTRAL}
        | {point for point in _UNSEEN if point < _ASTRAL}
        | {ord(several) for several in SEVERAL if ord(several) < _ASTRAL}
    )
    + "\U00010000-\U0010ffff"
)

_MARKS = "|".join(re.escape(mark[1:]) for mark in EVERY_MARK)

_BMP_UNSEEN = _charset({point for point in _UNSEEN if point < _ASTRAL})
_BMP_SEVERAL = _charset({ord(several) for several in SEVERAL if ord(several) < _ASTRAL})
_FAR_UNSEEN = _charset({point for point in _UNSEEN if point >= _ASTRAL})
_FAR_SEVERAL = _charset({ord(several) for several in SEVERAL if ord(several) >= _ASTRAL})

# Every alternative stands behind the one character that has been read, and no text matches it in two ways.
_ODD = re.compile(
    rf"[&%\\\[{_BMP_UNSEEN}{_BMP_SEVERAL}\U00010000-\U0010ffff](?:"
    r"(?P<entity>(?<=&)(?:amp;)*(?:(?:#[xX][0-9a-fA-F]{1,8}|#[0-9]{1,8})(?:;|(?![0-9a-zA-Z]))|[a-zA-Z]{2,8};))"
    r"|(?P<percent>(?<=%)[0-9a-fA-F]{2}(?:%[0-9a-fA-F]{2})+"
    r"|(?<=%)(?:40|2[bBeEdD]|3[0-9]|[46][1-9a-fA-F]|[57][0-9aA])(?![0-9]*%)|(?<=%)3[0-9](?=[0-9]{0,4}%3[0-9]))"
    r"|(?P<escape>(?<=\\)(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}))"
    rf"|(?P<mark>(?<=\[)(?:{_MARKS}))"
    rf"|(?P<unseen>(?<=[{_BMP_UNSEEN}])[{_BMP_UNSEEN}]*|(?<=[{_FAR_UNSEEN}]))"
    rf"|(?P<several>(?<=[{_BMP_SEVERAL}{_FAR_SEVERAL}])))"
)
_PERCENT = re.compile("%[0-9a-fA-F]{2}")
_NEEDS_TABLE = re.compile(rf"[{UNUSUAL}]")

_HIDE = dict.fromkeys(point for point in _UNSEEN if point < 0x80)


# What is drawn over or around the character before it, as in a keycap.
_OVER = frozenset("\ufe0e\ufe0f\u20e3" + "".join(map(chr, range(0x300, 0x370))))


class Folded(NamedTuple):
    """The stream, and the places where it parts from a plain copy of the text.

    From the stream's offset `starts[i]` on, characters stem one by one from the text at `origins[i]`, or, where
    `solid[i]` is not zero, all of them from one piece of the text that long.
    """

    stream: str
    starts: tuple[int, ...] = (0,)
    origins: tuple[int, ...] = (0,)
    solid: tuple[int, ...] = (0,)

    def span(self, text: str, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text that a stretch of the stream stems from, with the marks over its last letter."""
        if len(self.starts) == 1 and not self.solid[0]:
            return start + self.origins[0], end + self.origins[0]
        first = bisect_right(self.starts, start) - 1
        last = bisect_right(self.starts, end - 1) - 1
        begin = self.origins[first] + (0 if self.solid[first] else start - self.starts[first])
        stop = self.origins[last] + (self.solid[last] or end - self.starts[last])
        while stop < len(text) and text[stop] in _OVER:
            stop += 1
        return begin, stop


def _read(match: re.Match[str]) -> str:
    """What a piece that is not one plain character stands for."""
    piece = match[0]
    match match.lastgroup:
        case "unseen":
            return ""
        case "several":
            return SEVERAL[piece]
        case "entity":
            plain = unescape("&" + piece[1:].replace("amp;", "").rstrip(";") + ";")
            return plain if len(plain) <= 2 else piece
        case "percent":
            return unquote(piece, errors="replace")
        case "escape":
            return chr(int(f"0{piece[1:].replace('u', 'x')}", 0))
        case _:
            return WALL


# Alone between plain letters it stands for the sign.
_CIRCLED_AT = re.compile("(?<=[0-9A-Za-z_])[ⓐⒶ](?=[0-9A-Za-z])")


def _letters(text: str) -> str:
    return _CIRCLED_AT.sub("@", text).translate(_TABLE)


def fold(text: str) -> Folded:
    """Fold a text; linear in its length, whatever it holds."""
    unusual = _NEEDS_TABLE.search(text) is not None
    if not unusual and not (
        "&" in text or "\\" in text or "[" in text or ("%" in text and _PERCENT.search(text))
    ):
        return Folded(text.lower())
    pieces: list[str] = []
    starts, origins, solid = [], [], []
    read = written = 0
    for match in _ODD.finditer(text):
        start, end = match.span()
        if start > read:
            plain = _letters(text[read:start])
            pieces.append(plain)
            starts.append(written)
            origins.append(read)
            solid.append(0)
            written += len(plain)
        read = end
        stands_for = _read(match)
        if match.lastgroup != "mark":
            stands_for = _shown(stands_for)
        if stands_for:
            pieces.append(stands_for)
            starts.append(written)
            origins.append(start)
            solid.append(end - start)
            written += len(stands_for)
    if not starts and not read:
        return Folded(_letters(text) if unusual else text.lower())
    if read < len(text):
        pieces.append(_letters(text[read:]))
        starts.append(written)
        origins.append(read)
        solid.append(0)
    if not starts:
        return Folded("")
    return Folded("".join(pieces), tuple(starts), tuple(origins), tuple(solid))


def _shown(text: str) -> str:
    """What a decoded piece looks like, folded itself: `&#65297;` is a full-width digit."""
    if text.isascii():
        return text.lower().translate(_HIDE)
    return "".join(SEVERAL.get(letter, "" if ord(letter) in _UNSEEN else _letters(letter)) for letter in text)


_ENCODED = re.compile(r"%[0-9a-fA-F]{2}|\\[ux][0-9a-fA-F]{2}|&#")
_SIGNS_OF_CODE = re.compile(r"\\[uUx]|%u|&#[xX]?|[%\\&]")


def may_encode(text: str) -> bool:
    """Whether a text holds figures that may be read as what they stand for, or as figures."""
    return ("%" in text or "\\" in text or "&" in text) and _ENCODED.search(text) is not None


def as_written(text: str) -> str:
    """A text as long, in which nothing is read as what it stands for: `C:\\u1380` holds four digits."""
    return _SIGNS_OF_CODE.sub(lambda sign: ";" * len(sign[0]), text)
