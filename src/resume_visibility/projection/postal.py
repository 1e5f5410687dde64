"""A postal address that is withheld, found in text: whole, without its town, and the street and number alone (CAMPUS-2)."""

import re
from collections.abc import Iterable, Iterator
from itertools import accumulate, islice
from typing import TYPE_CHECKING, TypeAlias

from .. import text as free_text
from ..text.kinds import Finding, Tag, place

if TYPE_CHECKING:
    from ..text import Line
    from ..text.fold import Reading

_WORDY = 8
"""An address without a figure that has fewer letters names a town or a school, which is shown."""
_LONGEST, _MOST = 300, 6
"""So much of an address is looked at, and so many of its pieces: what that costs must not grow with what somebody makes up."""
_DIVISIONS = re.compile("(?:[^\\W\\d_]{2,7}?(?:省|自治区|市|(?<![小社园校])区|县|旗|镇|乡|街道)[ ,]?){0,5}")
_DIVISION = re.compile(".+?(?:省|自治区|市|(?<![小社园校])区|县|旗|镇|乡|街道)(?=.|$)")
_MONTH = re.compile("(?:19|20)[0-9]{2}[.\\-/ ](?:0[1-9]|1[0-2])")
_POSTCODE = re.compile("[0-9]{5,7}")
_H = "〇零一二三四五六七八九十百千"
_UNIT = "号院|号楼|单元|[号弄栋幢座楼层室舍院户#]"
_READ = re.compile(
    rf"(?P<figure>[{_H}]+(?=\s?(?:{_UNIT}))|[{_H}]{{3,}})|(?:(?<=[0-9{_H}])|(?<=[a-z])(?<![a-z]{{2}}))\s?(?P<unit>{_UNIT})"
    rf"|第(?=[0-9{_H}])|(?<![a-z])no\.?\s?(?=[0-9])"
)
"""In a folded text: a Chinese numeral, and what only says that a figure is the number of a house."""
_PLACES = frozenset("十百千")
_IS_UNIT = "#"
_TOKEN = re.compile("(?P<figure>[0-9]+|(?<![a-z])[a-z](?![a-z]))|[a-z]+|[^\\W\\d_a-z]+|(?P<end>[(),;\n|/])")
_SIGNS = re.compile(r"[\W_]+")
_LETTERS = re.compile(f"[^\\W\\d_{_H}]+")
_COUNTED = re.compile("\\s?[年月日天个名人分万元级届次条米]")
_HOUSE = 3
"""So many figures are the number of a house, whatever stands behind them; fewer may count something."""
_SHORTEST, _TELLING = 4, 6
"""What has fewer letters and figures is met by chance; of fewer than the second, one figure has to be called the number of a house."""
_HAN_WORD = 3
_OF_HOUSES = {
    "block",
    "tower",
    "flat",
    "apartment",
    "apt",
    "zone",
    "gate",
    "dormitory",
    "dorm",
    "rd",
    "st",
    "nd",
    "th",
}
"""Latin words that say what is numbered, beside those of prose."""

_Unit: TypeAlias = tuple[list[str], list[str]]
"""Of an address: some words, and the figures beside them, in their order."""


class Home:
    """Where somebody lives, to be found in their texts.

    Args:
        texts: the address and the postcode, as they are written.
        tags: what to call them where they are found.
    """

    __slots__ = ("_codes", "_keys", "_names", "_tags", "lines")

    def __init__(self, texts: Iterable[str], tags: tuple[Tag, ...]) -> None:
        from ..text.names import folded  # which few resumes need

        self._tags = tags
        lines: list[Line] = []
        pieces: list[str] = []
        for text in texts:
            figures = folded(text)
            if _POSTCODE.fullmatch(figures):
                lines.append(free_text.Line(figures, (*tags, _LINE), near=True))
            else:
                some = _pieces(_read(text[:_LONGEST]).text)
                pieces += (piece for piece in some if sum(map(str.isalnum, piece)) >= _SHORTEST)
        self.lines: tuple[Line, ...] = tuple(lines)
        self._codes = {line.digits for line in lines}
        self._names = free_text.Names(tuple(dict.fromkeys(pieces)))
        self._keys = {tuple(map(folded, _LETTERS.findall(piece))) for piece in pieces}

    def also_in(self, text: str, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """What was found in a text, with the address, and without what only looks like the postcode.

        Args:
            text: of the person who lives there.
            found: in it, of what else is known of them and of `lines`.
        """
        found = tuple([one for one in found if _LINE not in one.tags or self._is_postcode(text, one)])
        home = dict.fromkeys(self._found(text)) if self._keys else ()
        return tuple(sorted((*found, *home), key=place)) if home else found

    def _is_postcode(self, text: str, one: Finding) -> bool:
        """Whether figures that are those of the postcode are no other one, no month, and no piece of a longer number."""
        from ..text.dialled import in_digits
        from ..text.fold import fold
        from ..text.patterns import digits_of

        written = text[one.start : one.end]
        figures = digits_of(in_digits(fold(written)))
        beside = text[max(one.start - 1, 0) : one.start] + text[one.end : one.end + 1]
        is_other = figures not in self._codes and figures[::-1] in self._codes
        return not (is_other or any(map(str.isdigit, beside)) or _MONTH.fullmatch(written))

    def _found(self, text: str) -> Iterator[Finding]:
        from ..text.fold import TooMuch, readings
        from ..text.names import folded

        try:
            for reading in readings(text):
                letters = folded(reading.text)
                if any(all(map(letters.__contains__, key)) for key in self._keys):
                    read = _read_as(reading.folded())
                    for start, stop in self._names.places(read.text):
                        if _is_apart(read.text, start, stop):
                            yield Finding(*read.span(*_with_units(read.text, start, stop)), self._tags, _WHY)
        except TooMuch:  # it is withheld whole
            return


_LINE, _WHY = "postcode", "known: a postal address"


def _read(text: str) -> "Reading":
    from ..text.fold import Reading

    return _read_as(Reading(text).folded())


def _read_as(stream: "Reading") -> "Reading":
    """A folded text with figures for its numerals, and one sign for all that says what they number."""
    from ..text.digits import TO_ASCII, placed

    pieces = []
    for one in _READ.finditer(stream.text):
        start, stop = one.span()
        figure = one["figure"]
        read = _IS_UNIT
        if figure:
            read = figure.translate(TO_ASCII) if _PLACES.isdisjoint(figure) else placed(figure)
        pieces.append((start, stop, [(char, start, stop) for char in read]))
    return stream.replaced(pieces) if pieces else stream


def _pieces(address: str) -> Iterator[str]:
    """An address, and what of it says by itself where somebody lives, as words and figures."""
    begun = _DIVISIONS.match(address)
    town = begun.end() if begun else 0
    divisions = _DIVISION.findall(address[:town])
    towns = [" ".join(divisions[at:]) for at in range(len(divisions))]
    units = [*islice(filter(any, _units(address[town:])), _MOST)]
    plain = _SIGNS.sub(" ", address)
    if not any(map(str.isdigit, plain)):
        if sum(map(str.isalnum, plain)) >= _WORDY:
            yield plain
        return
    # Two words of prose may stand so, too: Phase 2. Of another script that is met by no chance: 外滩 18.
    if len(divisions) + len(units) > 1 or (not plain.isascii() and sum(map(str.isdigit, plain)) > 1):
        yield plain
    for at, (words, figures) in enumerate(units):
        street = " ".join(words)
        behind = " ".join(figure for _, some in units[at:] for figure in some[:_MOST])
        numbers = [
            *accumulate(figures[:_MOST], "{} {}".format),
            behind,
            " ".join(filter(str.isdigit, figures)),
        ]
        numbers = [number for number in numbers if figures and any(map(str.isdigit, number))]
        if _tells(words, figures):
            yield from (f"{street} {number}" for number in numbers)
        runs = [*accumulate((" ".join((*some, *others)) for some, others in units[at:]), "{} {}".format)]
        yield from (run for run in runs[1:] if any(map(str.isdigit, run)))
        if at == 0:
            streets = (*(f"{street} {number}" for number in numbers), runs[-1])
            yield from (f"{one} {some}" for one in towns for some in streets)


def _units(address: str) -> Iterator[_Unit]:
    """The words of an address, each with the figures beside it, up to the next word or sign."""
    words: list[str] = []
    figures: list[str] = []
    is_word = False
    for token in _TOKEN.finditer(address):
        # 398 North Road is one, and so is North Road 398.
        if token["end"] or (not token["figure"] and words and figures and not is_word):
            yield words, figures
            words, figures = [], []
        is_word = not (token["figure"] or token["end"])
        if token["figure"]:
            figures.append(token[0])
        elif is_word:
            words.append(token[0])
    yield words, figures


def _tells(words: list[str], figures: list[str]) -> bool:
    """Whether words with figures say where somebody lives, and are not common ones, such as Phase 2 and 3rd floor."""
    from ..text.judgement import LITTLE, is_known

    if words and not words[0].isascii():
        return len(words) > 1 or len(words[0]) >= _HAN_WORD
    rare = any(not (word in LITTLE or word in _OF_HOUSES or is_known(word)) for word in words)
    return rare and (len(words) > 1 or len(max(figures, key=len, default="")) >= _HOUSE)


def _is_apart(text: str, start: int, stop: int) -> bool:
    """Whether the figures of an address are no piece of longer ones, and count nothing."""
    if text[start].isdigit() and text[start - 1 : start].isdigit():
        return False
    size = len(text[start:stop]) - len(text[start:stop].rstrip("0123456789"))
    behind = text[stop : stop + 1]
    if size == 0 or behind == _IS_UNIT:
        return True
    is_short = size == 1 and stop - start < _TELLING
    counts = _COUNTED.match(text, stop) or (size < _HOUSE and behind.isalpha())
    return not (is_short or counts or behind.isdigit())


def _with_units(text: str, start: int, stop: int) -> tuple[int, int]:
    """A stretch of an address with what says what its first and last figures number."""
    while text[start - 1 : start] == _IS_UNIT:
        start -= 1
    while text[stop : stop + 1] == _IS_UNIT:
        stop += 1
    return start, stop
