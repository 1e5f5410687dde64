"""Finds a withheld postal address in text: the whole address, the same without its town, or only street and number (CAMPUS-2)."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .. import text as free_text
from ..text.kinds import Finding, Tag, place_key
from .streets import FIGURES, HAN_WORD, HOUSE, IS_UNIT, LONGEST, NUMERALS, pieces_of, read_as

if TYPE_CHECKING:
    from ..text import Line

_MONTH = re.compile("(?:19|20)[0-9]{2}[.\\-/ ](?:0[1-9]|1[0-2])")
_POSTCODE = re.compile("[0-9]{5,7}")
_LETTERS = re.compile(f"[^\\W\\d_{NUMERALS}]+")
_UNIT = re.compile("[号弄栋幢座楼层室舍户单#]")
_COUNTED = re.compile("\\s?[年月日天个名人分万元级届次条米]")
_MAY_COUNT = re.compile(f"{_COUNTED.pattern}|\\s?(?:[家所位项期多余+%]|[用客]户)")
"""Signs behind figures that count something. Those that `_COUNTED` does not have may also follow the number of a house: 398家里."""
_AMOUNT, _NOUN = re.compile("[$¥€£]\\s?$"), re.compile("\\s?([a-z]+)")
_CODE = re.compile("(?:邮[编政码]|post ?(?:al|code)|zip)[^0-9]*$")
_ROUND, _NEAR = "000", 16
"""Figures with this end may be an amount, unless the word for a postcode, or a word of the address, stands so near."""
_TOWN = re.compile("[a-z]{4,}|(?:(?<![^\\W\\da-z_])|(?<=[省州市区县]))[^\\W\\da-z_]{2}")
_LONGER = re.compile("[^\\W\\da-z_]{2}")
_BESIDE, _YEAR = " \t#", len("2012.")
_LEAD = re.compile("([0-9](?:[\\W_]*[0-9])*)([\\W_]*)")
_SHORTEST, _TELLING = 4, 6
"""Fewer letters and figures are met by chance. With fewer than the second, a single figure must be called the number of a house."""


class Home:
    """The address of a person, to be found in their texts.

    Args:
        texts: the address and the postcode, as they are written.
        tags: the tags of what is found.
    """

    __slots__ = ("_codes", "_keys", "_names", "_tags", "_towns", "_written", "lines")

    def __init__(self, texts: Iterable[str], tags: tuple[Tag, ...]) -> None:
        from ..text.fold import Reading  # which few resumes need
        from ..text.names import folded_letters

        self._tags = tags
        lines: list[Line] = []
        pieces: list[str] = []
        written: list[str] = []
        for text in texts:
            figures = folded_letters(text)
            if _POSTCODE.fullmatch(figures):
                lines.append(free_text.Line(figures, (*tags, _LINE), near=True))
            else:
                written.append(read_as(Reading(text[:LONGEST]).folded()).text)
                some = pieces_of(written[-1])
                pieces += (piece for piece in some if sum(map(str.isalnum, piece)) >= _SHORTEST)
        self.lines: tuple[Line, ...] = tuple(lines)
        self._codes = {line.digits for line in lines}
        self._written = "\n".join(written)
        self._towns = frozenset(_TOWN.findall(self._written))
        self._names = free_text.Names(tuple(dict.fromkeys(pieces)))
        self._keys = {tuple(map(folded_letters, _LETTERS.findall(piece))) for piece in pieces}

    def also_in(self, text: str, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Add the address to the findings in a text, and drop figures that only look like the postcode.

        Args:
            text: of the person who lives there.
            found: the findings in the text, of other details of the person and of `lines`.
        """
        found = tuple([one for one in found if _LINE not in one.tags or self._is_postcode(text, one)])
        home = dict.fromkeys(self._found(text)) if self._keys else ()
        return tuple(sorted((*found, *home), key=place_key)) if home else found

    def _is_postcode(self, text: str, one: Finding) -> bool:
        """Whether figures are the postcode, and not another number, a month, a piece of a longer number, or an amount."""
        from ..text.fold import fold
        from ..text.judgement import STOP_WORDS
        from ..text.known_numbers import numerals_to_digits
        from ..text.patterns import digits_of

        written = text[one.start : one.end]
        figures = digits_of(numerals_to_digits(fold(written)))
        before = fold(text[max(one.start - _NEAR, 0) : one.start])
        behind = fold(text[one.end : one.end + _NEAR])
        is_other = figures not in self._codes and figures[::-1] in self._codes
        if is_other or any(map(str.isdigit, before[-1:] + behind[:1])) or _MONTH.fullmatch(written):
            return False
        if _CODE.search(before):
            return True
        if _MAY_COUNT.match(behind) or _AMOUNT.search(before):
            return False
        noun = _NOUN.match(text, one.end)
        is_amount = figures.endswith(_ROUND) or (noun and noun[1] not in STOP_WORDS)
        return not is_amount or any(map(f"{before}\n{behind}".__contains__, self._towns))

    def _found(self, text: str) -> Iterator[Finding]:
        from ..text.fold import TooMuch, readings
        from ..text.names import folded_letters

        try:
            for reading in readings(text):
                letters = folded_letters(reading.text)
                if any(
                    all(map(letters.__contains__, key)) and (key or len(_UNIT.findall(reading.text)) > 1)
                    for key in self._keys
                ):
                    stream = read_as(reading.folded())
                    for start, stop in self._names.places(stream.text):
                        if _is_apart(stream.text, start, stop) and self._is_in_order(
                            stream.text, start, stop
                        ):
                            whole = _with_units(stream.text, start, stop)
                            yield Finding(*stream.span(*whole), self._tags, _WHY)
        except TooMuch:  # the whole text is withheld anyway
            return

    def _is_in_order(self, text: str, start: int, stop: int) -> bool:
        """Whether figures before a street are its number, and not the number of a line: 1. 人民路小学."""
        lead = _LEAD.match(text, start)
        if lead is None or lead.end() >= stop or text[start : lead.end() + 1] in self._written:
            return True
        street, sign = text[lead.end() : stop], lead[2]
        is_parted = not {*sign} <= {*street, *_BESIDE}
        goes_on = IS_UNIT not in sign and _LONGER.match(text, stop - 1) is not None
        is_month = _MONTH.search(text, max(start - _YEAR, 0), lead.end(1)) is not None
        return not (is_parted or goes_on or is_month)


_LINE, _WHY = "postcode", "known: a postal address"


def _is_apart(text: str, start: int, stop: int) -> bool:
    """Whether the figures of an address are no piece of longer figures, and count nothing."""
    if text[start].isdigit() and text[start - 1 : start].isdigit():
        return False
    piece = text[start:stop]
    letters = [HAN_WORD if char > "z" else 1 for char in piece if char.isalpha()]
    if sum(letters) < HAN_WORD and piece.count(IS_UNIT) < FIGURES - 1:
        return False  # without a street, a house has to be called one
    size = len(piece) - len(piece.rstrip("0123456789"))
    behind = text[stop : stop + 1]
    if size == 0 or behind == IS_UNIT:
        return True
    is_short = size == 1 and len(piece) < _TELLING
    goes_on = size < HOUSE and behind.isalpha() and (behind.isascii() or len(piece) <= _TELLING)
    counted = (_MAY_COUNT if size < HOUSE else _COUNTED).match(text, stop)
    return not (is_short or goes_on or counted or behind.isdigit())


def _with_units(text: str, start: int, stop: int) -> tuple[int, int]:
    """Extend a stretch of an address by the signs that say what its first and last figures number."""
    while text[start - 1 : start] == IS_UNIT:
        start -= 1
    while text[stop : stop + 1] == IS_UNIT:
        stop += 1
    return start, stop
