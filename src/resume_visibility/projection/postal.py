"""Finds a withheld postal address in text: the whole address, the same without its town, or only street and number (CAMPUS-2)."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .. import text as free_text
from ..text.kinds import Finding, Tag, place_key
from .streets import MAX_CHARS, MIN_FIGURES, MIN_HOUSE, MIN_STREET, NUMERALS, UNIT_SIGN, pieces_of, to_figures

if TYPE_CHECKING:
    from ..text import Line

_MONTH = re.compile("(?:19|20)[0-9]{2}[.\\-/ ](?:0[1-9]|1[0-2])")
_POSTCODE = re.compile("[a-z]{0,2}([0-9]{5,7})")
"""Of some countries it has the sign of the country before it: SE-111 22."""
_POSTCODE_WITH_LETTERS = re.compile(
    "(?P<start>[0-9]{4}(?=[a-z]{2}$)|[a-z][0-9][0-9w](?=[a-z0-9]{4}$)|[a-z]{1,2}[0-9][a-z0-9]?(?=[0-9][a-z][a-z0-9]$))(?P<rest>.+)"
)
"""A postcode of the Netherlands (1012 AB), of Ireland (D02 AF30), of Britain (SW1A 1AA) or of Canada (K1A 0B1), without its blank."""
_LETTERS = re.compile(f"[^\\W\\d_{NUMERALS}]+")
_UNIT = re.compile("[号弄栋幢座楼层室舍户单#]")
_COUNTED_NOUN = re.compile("\\s?[年月日天个名人分万元级届次条米]")
_POSSIBLY_COUNTED = re.compile(f"{_COUNTED_NOUN.pattern}|\\s?(?:[家所位项期多余+%]|[用客]户)")
"""Signs behind figures that count something. Those that `_COUNTED_NOUN` does not have may also follow the number of a house: 398家里."""
_AMOUNT, _NOUN = re.compile("[$¥€£]\\s?$"), re.compile("\\s?([a-z]+)")
_POSTCODE_WORD = re.compile("(?:邮[编政码]|post ?(?:al|code)|zip)[^0-9]*$")
_ROUND_ENDING, _NEAR_CHARS = "000", 16
"""Figures with this end may be an amount, unless the word for a postcode, or a word of the address, stands so near."""
_TOWN = re.compile("[a-z]{4,}|(?:(?<![^\\W\\da-z_])|(?<=[省州市区县]))[^\\W\\da-z_]{2}")
_LONGER_WORD = re.compile("[^\\W\\da-z_]{2}")
_PLAIN_SIGNS, _YEAR_LENGTH = " \t#", len("2012.")
_LEADING_NUMBER = re.compile("([0-9](?:[\\W_]*[0-9])*)([\\W_]*)")
_MIN_PIECE_CHARS, _MIN_CLEAR = 4, 6
"""Fewer letters and figures are met by chance. With fewer than the second, a single figure must be called the number of a house."""


class HomeAddress:
    """The address of a person, to be found in their texts.

    Args:
        texts: the address and the postcode, as they are written.
        tags: the tags of what is found.
    """

    __slots__ = (
        "_codes",
        "_folded",
        "_is_like_latin",
        "_keys",
        "_names",
        "_postcodes",
        "_tags",
        "_towns",
        "lines",
    )

    def __init__(self, texts: Iterable[str], tags: tuple[Tag, ...]) -> None:
        from ..text.fold import Reading  # which few resumes need
        from ..text.names import folded_letters

        self._tags = tags
        lines: list[Line] = []
        pieces: list[str] = []
        folded: list[str] = []
        codes: list[str] = []
        written = ""
        for text in texts:
            figures = folded_letters(text)
            if code := _POSTCODE.fullmatch(figures):
                lines.append(free_text.Line(code[1], (*tags, _POSTCODE_TAG), near=True))
            elif code := _POSTCODE_WITH_LETTERS.fullmatch(figures):
                codes.append(f"{code['start']} {code['rest']}")
            else:
                written += figures
                folded.append(to_figures(Reading(text[:MAX_CHARS]).folded()).text)
                found = pieces_of(folded[-1])
                pieces += (piece for piece in found if sum(map(str.isalnum, piece)) >= _MIN_PIECE_CHARS)
        self.lines: tuple[Line, ...] = tuple(lines)
        self._postcodes = {line.digits for line in lines}
        self._folded = "\n".join(folded)
        self._towns = frozenset(_TOWN.findall(self._folded))
        self._names = free_text.Names(tuple(dict.fromkeys(pieces)))
        self._codes = free_text.Names(tuple(codes))
        self._keys = {tuple(map(folded_letters, _LETTERS.findall(piece))) for piece in (*pieces, *codes)}
        # Of a script whose letters look like Latin ones, such as Cyrillic, the pieces are written in these.
        self._is_like_latin = any(key not in written for keys in self._keys for key in keys)

    def add_findings(self, text: str, found: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Add the address to the findings in a text of the person, and drop figures that only look like the postcode."""
        found = tuple([one for one in found if _POSTCODE_TAG not in one.tags or self._is_postcode(text, one)])
        addresses = dict.fromkeys(self._find_address(text)) if self._keys else ()
        return tuple(sorted((*found, *addresses), key=place_key)) if addresses else found

    def _is_postcode(self, text: str, one: Finding) -> bool:
        """Whether figures are the postcode, and not another number, a month, a piece of a longer number, or an amount."""
        from ..text.fold import fold
        from ..text.judgement import STOP_WORDS
        from ..text.known_numbers import numerals_to_digits
        from ..text.patterns import digits_of

        written = text[one.start : one.end]
        figures = digits_of(numerals_to_digits(fold(written)))
        before = fold(text[max(one.start - _NEAR_CHARS, 0) : one.start])
        behind = fold(text[one.end : one.end + _NEAR_CHARS])
        is_other = figures not in self._postcodes and figures[::-1] in self._postcodes
        if is_other or any(map(str.isdigit, before[-1:] + behind[:1])) or _MONTH.fullmatch(written):
            return False
        if _POSTCODE_WORD.search(before):
            return True
        if _POSSIBLY_COUNTED.match(behind) or _AMOUNT.search(before):
            return False
        noun = _NOUN.match(text, one.end)
        is_amount = figures.endswith(_ROUND_ENDING) or (noun and noun[1] not in STOP_WORDS)
        return not is_amount or any(map(f"{before}\n{behind}".__contains__, self._towns))

    def _find_address(self, text: str) -> Iterator[Finding]:
        from ..text.fold import TooMuch, readings
        from ..text.names import folded_letters

        try:
            for reading in readings(text):
                letters = folded_letters((reading.folded() if self._is_like_latin else reading).text)
                if any(
                    all(map(letters.__contains__, key)) and (key or len(_UNIT.findall(reading.text)) > 1)
                    for key in self._keys
                ):
                    stream = to_figures(reading.folded())
                    for start, stop in self._codes.places(stream.text):
                        if not any(
                            map(str.isalnum, stream.text[start - 1 : start] + stream.text[stop : stop + 1])
                        ):
                            yield Finding(*stream.span(start, stop), self._tags, _FINDING_REASON)
                    for start, stop in self._names.places(stream.text):
                        if _is_whole_number(stream.text, start, stop) and self._begins_with_house_number(
                            stream.text, start, stop
                        ):
                            span = _extend_by_units(stream.text, start, stop)
                            yield Finding(*stream.span(*span), self._tags, _FINDING_REASON)
        except TooMuch:  # the whole text is withheld anyway
            return

    def _begins_with_house_number(self, text: str, start: int, stop: int) -> bool:
        """Whether figures before a street are its number, and not the number of a line: 1. 人民路小学."""
        lead = _LEADING_NUMBER.match(text, start)
        if lead is None or lead.end() >= stop or text[start : lead.end() + 1] in self._folded:
            return True
        street, sign = text[lead.end() : stop], lead[2]
        has_other_sign = not {*sign} <= {*street, *_PLAIN_SIGNS}
        goes_on = UNIT_SIGN not in sign and _LONGER_WORD.match(text, stop - 1) is not None
        is_month = _MONTH.search(text, max(start - _YEAR_LENGTH, 0), lead.end(1)) is not None
        return not (has_other_sign or goes_on or is_month)


_POSTCODE_TAG, _FINDING_REASON = "postcode", "known: a postal address"


def _is_whole_number(text: str, start: int, stop: int) -> bool:
    """Whether the figures of an address are no piece of longer figures, and count nothing."""
    if text[start].isdigit() and text[start - 1 : start].isdigit():
        return False
    piece = text[start:stop]
    letter_sizes = [MIN_STREET if char > "z" else 1 for char in piece if char.isalpha()]
    if sum(letter_sizes) < MIN_STREET and piece.count(UNIT_SIGN) < MIN_FIGURES - 1:
        return False  # without a street, a house has to be called one
    count = len(piece) - len(piece.rstrip("0123456789"))
    behind = text[stop : stop + 1]
    if count == 0 or behind == UNIT_SIGN:
        return True
    is_too_short = count == 1 and len(piece) < _MIN_CLEAR
    goes_on = count < MIN_HOUSE and behind.isalpha() and (behind.isascii() or len(piece) <= _MIN_CLEAR)
    counted = (_POSSIBLY_COUNTED if count < MIN_HOUSE else _COUNTED_NOUN).match(text, stop)
    return not (is_too_short or goes_on or counted or behind.isdigit())


def _extend_by_units(text: str, start: int, stop: int) -> tuple[int, int]:
    """Extend a stretch of an address by the signs that say what its first and last figures number."""
    while text[start - 1 : start] == UNIT_SIGN:
        start -= 1
    while text[stop : stop + 1] == UNIT_SIGN:
        stop += 1
    return start, stop
