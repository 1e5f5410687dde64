"""The ways to read a text, and the fold, which makes a canonical stream: each character of it knows where in the text it is written.

Digits of every script and shape become ASCII digits. Chinese numerals become the plain ones. Letters of any width, style, accent
or look-alike script become small ASCII letters. Characters that nobody can see are dropped. A text is read as it is written, with
its entities, percent signs, escapes and punycode decoded, and without the marks that somebody typed. No stream is ever shown: it
only says where to look.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple, TypeAlias
from unicodedata import normalize

from .kinds import EVERY_MARK
from .patterns import HAN_DIGITS, PLACEHOLDER, Span, lazy_re, silent, table

_DATA = table("alphabet")
SHAPES: dict[str, str] = _DATA["alike"]
EXPANDED: dict[str, str] = _DATA["several"]
RADICALS: dict[str, str] = _DATA["radicals"]
_INVISIBLE = frozenset(point for first, last in _DATA["unseen"] for point in range(first, last + 1))

# Characters that only Unicode's compatibility forms turn into an ideograph: the radicals of the Kangxi dictionary and similar ones.
_LETTER_OF_SHAPE = {shape: letter for letter, shapes in SHAPES.items() for shape in shapes}
_IDEOGRAPHS = {
    point: plain
    for point in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFB00))
    if (plain := normalize("NFKC", chr(point)))
}
_FOLDING: dict[int, str] = {
    **{point: _LETTER_OF_SHAPE.get(plain, plain) for point, plain in _IDEOGRAPHS.items()},
    **{ord(upper): upper.lower() for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **{ord(radical): plain for radical, plain in RADICALS.items()},
    **{ord(shape): letter for letter, shapes in SHAPES.items() for shape in shapes if shape != letter},
    ord(PLACEHOLDER): " ",
    0xA0: " ",
    0x3000: " ",
}
# Greek is written with accents or without, and sigma has two shapes.
_FOLDING |= {
    point: _FOLDING.get(ord(base), base)
    for point in (*range(0x370, 0x400), *range(0x1F00, 0x2000))
    if point not in _FOLDING
    and len(parts := normalize("NFD", chr(point))) > 1
    and (base := parts[0].lower()).isalpha()
} | dict.fromkeys((0x3A3, 0x3C2), "σ")
# A capital is read as its small letter.
_FOLDING |= {
    ord(capital): letter
    for point, letter in _FOLDING.items()
    if point > 0x7F
    and len(capital := chr(point).upper()) == 1
    and ord(capital) not in _FOLDING
    and not capital.isascii()
}


def _charset(points: set[int]) -> str:
    """Write code points as they stand between the brackets of a pattern."""
    firsts, lasts = ({point for point in points if point + by not in points} for by in (-1, 1))
    return "".join(map(_range, sorted(firsts), sorted(lasts)))


def _range(first: int, last: int) -> str:
    # A pattern of escapes takes long to compile, but an ASCII sign may mean something else in brackets.
    return "-".join(chr(point) if point > 0x7F else f"\\x{point:02x}" for point in (first, last))


# All characters that are not read as themselves in lower case. All astral characters count: to list some of them alone would
# make the search twenty times slower, because the engine keeps no table of them.
_ASTRAL = 0x10000
_FOLDED_POINTS = {*_FOLDING, *_INVISIBLE, *map(ord, EXPANDED)} - set(map(ord, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
UNUSUAL = _charset({point for point in _FOLDED_POINTS if point < _ASTRAL}) + "\U00010000-\U0010ffff"


def chinese_except(others: str) -> str:
    """All Chinese characters that are read as they are, without some, as they stand between the brackets of a pattern.

    Args:
        others: the Chinese characters to leave out.
    """
    unusual = (point for point in _FOLDED_POINTS if _FIRST_HAN <= point <= _LAST_HAN)
    left_out = sorted({_FIRST_HAN - 1, _LAST_HAN + 1, *unusual, *map(ord, others)})
    # Characters are written by their numbers, so that nobody's name stands in a pattern.
    return "".join(rf"\u{one + 1:04x}-\u{two - 1:04x}" for one, two in pairwise(left_out) if two - one > 1)


_FIRST_HAN, _LAST_HAN = 0x4E00, 0x9FFF

_USUAL_SIGNS = "".join(
    sign for sign in "·—‘’“”…、。《》「」『』【】！（），：；？" if ord(sign) not in _FOLDED_POINTS
)
ODD = re.compile(f"[^\t\n\r -~{_USUAL_SIGNS}{chinese_except('')}]")
"""Odd characters: all but plain characters, Chinese ones and usual signs. They may be read otherwise or shown in another order."""
_USUAL_ASCII = b"\t\n\r" + bytes(range(ord(" "), ord("~") + 1))
_IS_FOLDED_FORM = frozenset(_FOLDING.values()).__contains__
_CHANGE_LENGTH = frozenset(map(chr, {*_INVISIBLE, *map(ord, EXPANDED)}))
_READ = {
    **_FOLDING,
    **dict.fromkeys(_INVISIBLE, ""),
    **{ord(char): several for char, several in EXPANDED.items()},
}
# Signs that are drawn over or around the character before them, as in a keycap.
_COMBINING_SIGNS = frozenset("\ufe0e\ufe0f\u20e3" + "".join(map(chr, range(0x300, 0x370))))
# 参 is written for three in contracts. It means much else, unless it stands beside another such numeral.
_FORMAL = "".join(char for digit in HAN_DIGITS for char in SHAPES.get(digit, "") if digit != char < "\uffff")
_THREES = r"[参參](?:[^\w\n]?[参參])*"
_THREE = lazy_re(
    rf"(?:(?<=[{_FORMAL}零])|(?<=[{_FORMAL}零][^\w\n])){_THREES}|{_THREES}(?=[^\w\n]?[{_FORMAL}零])"
)
# A circled a that stands alone between plain letters is read as an at sign.
_CIRCLED_AT = re.compile("[ⓐⒶ](?:(?<=[0-9A-Za-z_].)|(?<=[0-9A-Za-z_] .))(?= ?[0-9A-Za-z])")

_Replacement: TypeAlias = tuple[int, int, list[tuple[str, int, int]]]


class TooMuch(Exception):
    """It would take too long to search a text; the whole text is then withheld."""


class Steps:
    """How much may be done for a text, and what takes how many steps.

    It was measured, of all together: a step is some five microseconds where prose takes two for a character. So no text takes much more
    than twenty times as long as prose of its length, or thirty where its steps are slow.
    """

    PER_CHAR, LEAST_CHARS = 8, 300
    """A text may take so many steps for each character; a shorter one as many as one of so many characters."""
    CHARS, SIGNALLED_CHARS = 30, 4
    """So many characters are read in a step, and so many in stretches that are signalled."""
    GROUP, NUMBER, PIECES = 3, 7, 9
    """To read a group of digits; to look for a number that starts there; to judge several groups as one number."""
    ACCOUNT, CLAUSE = 15, 5
    """To judge a possible account, or a clause."""
    DIGIT, BEGUN, PASSED, MASKED = 2, 6, 8, 8
    """Of a known number: to look at a digit, or at a row of digits beside a mask; at a group that may begin a piece of the number, where so
    many other groups are passed over in a step; and at a row that may begin the number with masks in it.
    """
    LABEL = 8
    """To look at what stands beside the name of a known account."""


class Effort:
    """Counts the steps of the whole search through a text: in all ways to read it, and again in the rest without its findings.

    Args:
        size: the length of the text.
    """

    __slots__ = ("_steps_left",)

    def __init__(self, size: int) -> None:
        self._steps_left = Steps.PER_CHAR * max(size, Steps.LEAST_CHARS)

    def take(self, steps: int = 1) -> None:
        """Take some steps.

        Raises:
            TooMuch: more steps were taken than any text needs that a person writes.
        """
        self._steps_left -= steps
        if self._steps_left < 0:
            raise TooMuch


@silent
class Reading(NamedTuple):
    """A text as it is read; each of its characters knows where in the text it is written.

    Args:
        text: the text as it is read.
        origins: where each character is written; None if the text is read as it is written.
    """

    text: str
    origins: list[Span] | None = None

    def span(self, start: int, stop: int) -> Span:
        """Return where in the text a stretch of the reading is written; a stretch has at least one character."""
        if self.origins is None:
            return start, stop
        return self.origins[start][0], self.origins[stop - 1][1]

    def index_of(self, place: int) -> int:
        """Count the characters of the reading that are written before a place in the text."""
        return place if self.origins is None else bisect_left(self.origins, (place, place))

    def replaced(self, pieces: Iterable[_Replacement]) -> "Reading":
        """Return this reading with other characters in the place of some stretches.

        Args:
            pieces: for each stretch, in order, its start, its end and the new characters, each with the stretch that it stands for.
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

    def without(self, spans: Iterable[Span]) -> "Reading":
        """Return this reading without some stretches, which are in order and apart."""
        return self.replaced((start, stop, []) for start, stop in spans)

    def folded(self) -> "Reading":
        """Return this reading as a canonical stream; the time is linear in its length, whatever it holds."""
        unusual = set[str]() if is_usual(self.text) else {*filter(_is_unusual, {*ODD.findall(self.text)})}
        if not unusual:
            return Reading(self.text.lower(), self.origins)
        plain = _CIRCLED_AT.sub("@", self.text)
        if "参" in plain or "參" in plain:
            plain = _THREE.sub(lambda one: one[0].replace("参", "三").replace("參", "三"), plain)
        if max(unusual) < chr(_ASTRAL) and unusual.isdisjoint(_CHANGE_LENGTH):
            # A text has few different odd characters: to replace each costs less than to look up every character of the text.
            # Characters into which others turn come first, or the order of a set would decide what a circle beside a zero is.
            for char in sorted(unusual, key=_IS_FOLDED_FORM, reverse=True):
                plain = plain.replace(char, _FOLDING[ord(char)])
            return Reading(plain.lower(), self.origins)
        text: list[str] = []
        origins: list[Span] = []
        own = self.origins or [(at, at + 1) for at in range(len(self.text))]
        for char, origin in zip(plain, own, strict=True):
            read = _READ[ord(char)] if ord(char) in _READ else _lower(char)
            if read:
                text.append(read)
                origins += [origin] * len(read)
            elif char in _COMBINING_SIGNS and origins:
                origins[-1] = (origins[-1][0], origin[1])
        return Reading("".join(text), origins)


def _is_unusual(char: str) -> bool:
    return (point := ord(char)) in _FOLDED_POINTS or point >= _ASTRAL


def _lower(char: str) -> str:
    return small if len(small := char.lower()) == 1 else char


def readings(text: str) -> Iterator[Reading]:
    """The ways to read a text: as it is written, decoded, each of these without the marks in it, and as it is written with blanks
    for the signs that begin a code.
    """
    plain = Reading(text)
    yield plain
    yield from _without_marks(plain)
    if not may_be_code(text):
        return
    # In C:\\xada Li the x is part of a code, or the name begins behind it.
    bare = _CODE_SIGNS.sub(lambda sign: " " * len(sign[0]), text)
    if bare != text:
        yield Reading(bare)
    for decoded in decodings(plain):
        yield decoded
        yield from _without_marks(decoded)


def is_read_once(text: str) -> bool:
    """Whether a text can be read in one way only."""
    return "[" not in text and not may_be_code(text)


def may_be_code(text: str) -> bool:
    """Whether a text may hold codes that stand for another text."""
    # A search for one character is several times as fast as one for three.
    return (
        ("%" in text and _PERCENT.search(text) is not None)
        or ("&" in text and _ENTITY.search(text) is not None)
        or ("\\" in text and _BACKSLASH.search(text) is not None)
        or ("--" in text and _PUNYCODE.search(text) is not None)
    )


_MARK = lazy_re("|".join(map(re.escape, EVERY_MARK)))


def marks_in(text: str) -> list[Span]:
    """The stretches of the marks in a text."""
    return [match.span() for match in _MARK.finditer(text)] if "[" in text else []


def _without_marks(reading: Reading) -> Iterator[Reading]:
    """Drop the marks of a reading, and those that appear when others are dropped: a mark may be written around another."""
    bare = reading
    for _ in range(_MAX_ROUNDS):
        spans = marks_in(bare.text)
        if not spans:
            break
        bare = bare.without(spans)
    else:
        raise TooMuch
    if bare is not reading:
        yield bare


_OCTET = r"%[0-9a-fA-F]{2}|\\x[0-9a-fA-F]{2}|\\[0-3][0-7]{2}"
_CODES = (
    r"|(?P<number>&#(?:0*[0-9]{1,8}|[xX]0*[0-9a-fA-F]{1,8});?)"
    r"|(?P<entity>&[A-Za-z][A-Za-z0-9]{1,31};?)"
    r"|(?P<escape>(?:\\u[0-9a-fA-F]{4}|%[uU][0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[ux]\{0*[0-9a-fA-F]{1,6}\})+)"
    r"|(?P<label>(?<![0-9A-Za-z-])[xX][nN]--[0-9A-Za-z-]{1,59}(?![0-9A-Za-z-]))"
)
_UTF_8_CODE = re.compile(rf"(?P<octets>(?:{_OCTET})+){_CODES}")
# The second byte of a character may be a letter or a figure, which is mostly written as it is: %E9F.
_GBK_CODE = re.compile(rf"(?P<gbk>(?:(?:{_OCTET})[0-9A-Za-z_~@]?)+){_CODES}")
_BYTE = re.compile(rf"{_OCTET}|[0-9A-Za-z_~@]")
_ESCAPE = re.compile(r"[\\%][uUx]\{?([0-9a-fA-F]+)\}?")
_NUMBER = re.compile("(&#[xX]?)0*(.+)")
_SURROGATES = lazy_re("(?s)[\ud800-\udbff][\udc00-\udfff]|.")
_PERCENT, _ENTITY, _BACKSLASH, _PUNYCODE = map(
    re.compile, ("%[0-9a-fA-FuU]", "&[#A-Za-z]", r"\\[A-Za-z0-3]", "[xX][nN]--")
)
_CODE_SIGNS = re.compile(r"\\[A-Za-z]|%[uU]|&#[xX]?")
"""The signs that begin a code; each is replaced by as many blanks."""
_UNICODE_SIZE = 0x110000
_MAX_ROUNDS = 8

_LONG_UTF_8 = (
    rb"(?:\xe0[\xa0-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]|\xed[\x80-\x9f])[\x80-\xbf]"
    rb"|(?:\xf0[\x90-\xbf]|[\xf1-\xf3][\x80-\xbf]|\xf4[\x80-\x8f])[\x80-\xbf]{2}"
)
_SURELY_UTF_8, _ASCII = re.compile(rb"(?:[\0-\x7f]|" + _LONG_UTF_8 + rb")*"), re.compile(rb"[\0-\x7f]*")
"""Characters of two bytes are left out: they may as well be one character of GBK."""
_UTF_8 = re.compile(_LONG_UTF_8 + rb"|[\xc2-\xdf][\x80-\xbf]|[\0-\xff]")
_MIN_GBK_CHARS = 2
"""A single character of GBK is mostly two letters with accents, or one letter in two bytes."""
_GBK = re.compile(rb"[\x81-\xfe](?:[\x40-\x7e\x80-\xfe]|[0-9][\x81-\xfe][0-9])|[\0-\xff]")


def decodings(reading: Reading) -> Iterator[Reading]:
    """Decode a text until it holds no codes, with its bytes read as UTF-8, and as GBK where they may be that; it yields nothing
    if the text holds no codes.

    Args:
        reading: a reading of the text.

    Raises:
        TooMuch: the text is encoded too many times over.
    """
    seen = {reading.text}
    # Three bytes of UTF-8 may also be a character of GBK and the first half of another, if no UTF-8 follows.
    for coded, as_utf_8 in ((_UTF_8_CODE, True), (_GBK_CODE, True), (_GBK_CODE, False)):
        for decoded in _decode_all(reading, coded, as_utf_8):
            if decoded.text not in seen:
                seen.add(decoded.text)
                yield decoded


def _decode_all(reading: Reading, coded: re.Pattern[str], as_utf_8: bool) -> Iterator[Reading]:
    """Decode percent signs, entities, escapes and punycode until none is left. An earlier step is yielded as well if a sign that
    was written makes a new code of what was decoded there: 100%%31%33.

    Args:
        reading: a reading of the text.
        coded: the pattern of a code.
        as_utf_8: whether bytes that may be UTF-8 are read as that; characters of two bytes, which are more likely GBK, are not.
    """
    for done in range(_MAX_ROUNDS):
        pieces = [
            (*match.span(), read)
            for match in coded.finditer(reading.text)
            if (read := _decode(match, as_utf_8)) is not None
        ]
        if done and (not pieces or any(_starts_undecoded(reading, start, stop) for start, stop, _ in pieces)):
            yield reading
        if not pieces:
            return
        reading = reading.replaced(pieces)
    raise TooMuch


def _starts_undecoded(reading: Reading, start: int, stop: int) -> bool:
    """Whether a code in a stretch of a decoded reading begins with a sign that was written as it is."""
    signs = (at for at in range(start, stop) if reading.text[at] in "%&\\")
    return any(end - begin == 1 for begin, end in map((reading.origins or []).__getitem__, signs))


_Decoded: TypeAlias = list[tuple[str, int, int]]


def _decode(match: re.Match[str], as_utf_8: bool) -> _Decoded | None:
    """The characters that a code stands for, each with the stretch that spells it; None if the code stands for itself."""
    start, stop, written = match.start(), match.end(), match[0]
    match match.lastgroup:
        case "octets" | "gbk":
            return _decode_bytes(written, start, in_gbk=match.lastgroup == "gbk", as_utf_8=as_utf_8)
        case "escape":
            codes = [(int(one[1], 16), one.start(), one.end()) for one in _ESCAPE.finditer(written)]
            return _join_pairs([(_char_of(code), start + first, start + last) for code, first, last in codes])
        case "label":
            try:
                label = written[4:].lower().encode().decode("punycode")
            except UnicodeError:
                return None
            return [(char, start, stop) for char in label]
        case kind:
            return _decode_entity(written, start, is_number=kind == "number")


def _decode_entity(written: str, start: int, *, is_number: bool) -> _Decoded | None:
    """The characters that an entity stands for; None if it is no entity."""
    from html import entities, unescape  # which hardly any text needs

    if is_number:  # it may begin with any number of zeros
        return [(char, start, start + len(written)) for char in unescape(_NUMBER.sub(r"\1\2", written))]
    # In &ltLena only the beginning is an entity.
    for size in range(len(written), 2, -1):
        if plain := entities.html5.get(written[1:size]):
            rest = ((char, start + at, start + at + 1) for at, char in enumerate(written[size:], size))
            return [*((char, start, start + size) for char in plain), *rest]
    return None


def _char_of(code: int) -> str:
    return chr(code) if code < _UNICODE_SIZE else "\ufffd"


def _join_pairs(read: _Decoded) -> _Decoded:
    """Join the two halves (surrogates) of one character."""
    return [
        (_join_halves(one[0]), read[one.start()][1], read[one.end() - 1][2])
        for one in _SURROGATES.finditer("".join([char for char, _, _ in read]))
    ]


def _join_halves(halves: str) -> str:
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le") if len(halves) > 1 else halves


def _decode_bytes(written: str, start: int, *, in_gbk: bool, as_utf_8: bool) -> _Decoded:
    """The characters that bytes spell; a byte that spells none together with others is the character of its number."""
    places = [one.span() for one in _BYTE.finditer(written)]
    coded = bytes([_byte_value(written[slice(*place)]) for place in places])
    as_utf_8 = as_utf_8 or _SURELY_UTF_8.fullmatch(coded) is not None
    first = (_SURELY_UTF_8 if as_utf_8 else _ASCII).match(coded) if in_gbk else None
    behind = len(coded) if first is None else first.end()
    in_gbk = sum(len(one[0]) > 1 for one in _GBK.finditer(coded, behind)) >= _MIN_GBK_CHARS
    behind = behind if in_gbk else len(coded)
    read = [(one, "utf-8") for one in _UTF_8.finditer(coded, 0, behind)]
    read += [(one, "gb18030") for one in _GBK.finditer(coded, behind)]
    return [
        (
            one[0].decode(encoding, "replace")[0] if len(one[0]) > 1 else chr(one[0][0]),
            start + places[one.start()][0],
            start + places[one.end() - 1][1],
        )
        for one, encoding in read
    ]


def _byte_value(written: str) -> int:
    if len(written) == 1:
        return ord(written)
    return int(written[1:], 8) if written[1:].isdigit() and written[0] == "\\" else int(written[-2:], 16)


def codes_in(text: str, start: int, stop: int) -> int:
    """Count the codes in a stretch of a text.

    Figures behind a backslash may belong to a number. They count as a code only if two such codes spell a letter.
    """
    begin = start - (text[max(0, start - 1) : start] == "\\")
    codes = (one[0] for one in _UTF_8_CODE.finditer(text, begin, stop))
    return sum(not _OCTAL_CODE.match(code) or _OCTAL_LETTER.search(code) is not None for code in codes)


_OCTAL_CODE, _OCTAL_LETTER = re.compile(r"\\[0-3]"), re.compile(r"(?:\\[23][0-7]{2}){2}")


def is_usual(text: str) -> bool:
    """Whether a text holds no odd character, so that only its capitals are folded."""
    # To delete all usual signs takes a fraction of the time of a search.
    return not text.encode().translate(None, _USUAL_ASCII) if text.isascii() else ODD.search(text) is None


def fold(text: str) -> str:
    """Return a text as a canonical stream."""
    return text.lower() if is_usual(text) else Reading(text).folded().text


def written_as(reading: Reading, stream: Reading) -> str:
    """A folded reading with the capitals of the reading it was made from."""
    if reading.text.lower() == stream.text:
        return reading.text
    if stream.origins is reading.origins:
        origins: Iterable[str] = reading.text
    elif reading.origins is None and stream.origins is not None:
        origins = [reading.text[start] for start, _ in stream.origins]
    else:
        return stream.text  # it was decoded and folded: capitals are lost
    pairs = zip(origins, stream.text, strict=True)
    return "".join([sign.upper() if origin.isupper() and sign != "ß" else sign for origin, sign in pairs])


def merged(spans: Iterable[Span]) -> list[Span]:
    """Return stretches in order, with those that overlap or touch joined into one."""
    ordered = sorted(spans)
    joined = ordered[:1]
    for start, stop in ordered[1:]:
        if start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        else:
            joined.append((start, stop))
    return joined


def outside_marks(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Return the stretches that do not lie within a mark: its words are not the writer's."""
    marks = marks_in(text)
    starts = [start for start, _ in marks]
    for start, stop in spans:
        at = bisect_right(starts, start) - 1
        if at < 0 or stop > marks[at][1]:
            yield start, stop
