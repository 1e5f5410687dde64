"""Takes a postal address apart into the pieces that say by themselves where somebody lives (CAMPUS-2)."""

import re
from collections.abc import Iterator
from itertools import accumulate, islice
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from ..text.fold import Reading

_MIN_ADDRESS = 12
"""An address without figures and with fewer letters is a town or a school, and is shown. A word in a script with case counts as two."""
MAX_CHARS, _MAX_PIECES = 300, 6
"""The most characters and pieces of an address that are looked at: the cost must not grow with what somebody makes up."""
_ADDRESS_PART = re.compile(".+?(?:乡|(?:省|自治州|市|区|县|旗|镇|村|街道|办事处)(?!村))(?=.)|.+")
NUMERALS = "〇零一二三四五六七八九十百千"
_GAP = "(?:[^\\w\n,.;:!?()\"'”’，。、；：！？（）《》「」【】\\[\\]]|_)"
"""Signs that may stand between characters that are spelled out. None of them ends a sentence."""
_UNIT = f"号(?:[院楼]|{_GAP}{{1,2}}[院楼](?={_GAP}{{0,2}}[0-9{NUMERALS}]))|单{_GAP}{{0,2}}元|[号弄栋幢座楼层室舍院户#](?!线)"
_NUMERAL_OR_UNIT = re.compile(
    rf"(?P<figure>(?:[{NUMERALS}]+|[{NUMERALS}](?:{_GAP}{{1,2}}[{NUMERALS}])+)(?={_GAP}{{0,3}}(?:{_UNIT}))"
    rf"|[{NUMERALS}]{{3,}}|[{NUMERALS}](?:{_GAP}{{1,2}}[{NUMERALS}]){{2,}})"
    rf"|(?:(?<=[0-9{NUMERALS}])|(?<=[a-z])(?<![a-z]{{2}})){_GAP}{{0,3}}(?P<unit>{_UNIT})"
    rf"|第(?=[0-9{NUMERALS}])|(?<![a-z])n{_GAP}{{0,2}}o{_GAP}{{0,2}}\.?{_GAP}{{0,3}}(?=[0-9])"
)
"""In a folded text: a Chinese numeral, and words that only say that a figure is the number of a house."""
_TENS = frozenset("十百千")
UNIT_SIGN = "#"
_TOKEN = re.compile(
    "(?P<figure>[0-9]+|(?<![a-z])[a-z](?![a-z']))|[a-z]+|[^\\W\\d_a-z]+|(?P<end>[(),;\n|/（），；])"
)
_SIGNS = re.compile(r"[\W_]+")
MIN_HOUSE = 3
"""So many figures are the number of a house, whatever follows them; fewer may count something."""
MIN_STREET, MIN_FIGURES = 3, 3
"""A street has at least so many Chinese characters. A house that is found without its street has at least so many figures."""
# fmt: off
_HOUSE_WORDS = {"block", "tower", "flat", "apartment", "apt", "zone", "gate", "dormitory", "dorm", "rd", "st", "nd", "th"}
_STREET_WORDS = {
    *("street", "st", "road", "rd", "avenue", "ave", "lane", "ln", "drive", "dr", "boulevard", "blvd", "way", "court", "ct"),
    *("place", "square", "sq", "close", "crescent", "terrace", "highway", "hwy", "parkway", "pkwy", "row", "gardens"),
    *("grove", "mews", "walk"),
}
# fmt: on
"""Latin words that say what is numbered, beside those of prose; and words behind the name of a street, which may be a common word."""
_STREET_ENDING = re.compile(
    "..(?:str|strasse|gasse|weg|allee|platz|straat|laan|gracht|gata|gatan|vagen|vej|gade|utca)$"
)
"""The ends of words that are the whole name of a street, as in German."""
_SHORT = len("the")
"""A little word that is longer may be the name of a street: High Street."""

_Unit: TypeAlias = tuple[list[str], list[str]]
"""Some words of an address, cut where a street may begin, and the figures beside them, in their order."""


def to_figures(stream: "Reading") -> "Reading":
    """Write the numerals of a folded text as figures, and use one sign for all words that say what a figure numbers.

    Returns:
        The text, or a new one that also knows where each character is from.
    """
    from ..text.digits import TO_ASCII, digits_of_numeral

    pieces = []
    for match in _NUMERAL_OR_UNIT.finditer(stream.text):
        start, stop = match.span()
        figure = _SIGNS.sub("", match["figure"] or "")
        chars = UNIT_SIGN
        if figure:
            chars = figure.translate(TO_ASCII) if _TENS.isdisjoint(figure) else digits_of_numeral(figure)
        pieces.append((start, stop, [(char, start, stop) for char in chars]))
    return stream.replaced(pieces) if pieces else stream


def pieces_of(address: str) -> Iterator[str]:
    """Find an address, and the pieces of it that say by themselves where somebody lives. The text is from `to_figures`."""
    plain = _SIGNS.sub(" ", address)
    if not any(map(str.isdigit, plain)):
        if _is_long_enough(plain):
            yield plain
        return
    units = [*islice(filter(any, _units(address)), _MAX_PIECES)]
    # Prose has a word with a figure, too: Phase 2. In another script that does not happen by chance: 外滩 18.
    if sum(max(len(parts), 1) for parts, _ in units) > 1 or (
        not plain.isascii() and sum(map(str.isdigit, plain)) > 1
    ):
        yield plain
    for at, (parts, figures) in enumerate(units):
        figures = figures[:_MAX_PIECES]
        behind = " ".join(figure for _, some in units[at:] for figure in some[:_MAX_PIECES])
        numbers = [*accumulate(figures, "{} {}".format), behind, " ".join(filter(str.isdigit, figures))]
        numbers = [number for number in numbers if figures and any(map(str.isdigit, number))]
        more = [*accumulate((" ".join((*some, *others)) for some, others in units[at + 1 :]), "{} {}".format)]
        for start in range(-min(len(parts), _MAX_PIECES), 0) or (0,):
            street = " ".join(parts[start:])
            if _names_a_home(street, figures):
                yield from (f"{street} {number}" for number in numbers)
            runs = (" ".join((street, *figures, one)) for one in more)
            yield from (run for run in runs if any(map(str.isdigit, run)))
        yield from (" ".join(figures[start:]) for start in range(len(figures) - MIN_FIGURES + 1))


def _is_long_enough(words: str) -> bool:
    """Whether an address without a figure is no town and no school."""
    from ..text.judgement import STOP_WORDS

    return (
        sum(2 if word.islower() else len(word) for word in words.split() if word not in STOP_WORDS)
        >= _MIN_ADDRESS
    )


def _units(address: str) -> Iterator[_Unit]:
    """The words of an address, each with the figures beside it, up to the next word or sign."""
    parts: list[str] = []
    figures: list[str] = []
    is_word = has_begun = False
    for token in _TOKEN.finditer(address):
        word = "" if token.lastgroup else token[0]
        # 398 North Road is one unit, and so is North Road 398; so are the words before the first figure, and all Chinese words.
        starts_unit = figures and not is_word and (parts or not word.isascii())
        ends_unit = figures or (has_begun and "".join(parts).isascii())
        if (word and starts_unit) or (token["end"] and ends_unit):
            yield parts, figures
            parts, figures, has_begun = [], [], True
        if token["figure"]:
            figures.append(token[0])
        elif is_word and word and f"{parts[-1]}{word}".isascii():
            parts[-1] += f" {word}"
        else:
            parts += _ADDRESS_PART.findall(word)
        is_word = bool(word)
    yield parts, figures


def _names_a_home(street: str, figures: list[str]) -> bool:
    """Whether words with figures say where somebody lives. Common ones, such as Phase 2 and 3rd floor, do not."""
    from ..text.judgement import STOP_WORDS, is_known

    if not street.isascii():
        return len(street) >= MIN_STREET
    words = street.split()
    names = [
        word for word in words if word not in _HOUSE_WORDS and (word not in STOP_WORDS or len(word) > _SHORT)
    ]
    is_street = any(map(_STREET_ENDING.search, words)) or (
        not _STREET_WORDS.isdisjoint(words[1:]) and not _STREET_WORDS.issuperset(names)
    )
    has_rare_word = any(not (word in STOP_WORDS or word in _HOUSE_WORDS or is_known(word)) for word in words)
    is_numbered = len(figures) >= MIN_FIGURES or len(max(figures, key=len, default="")) >= MIN_HOUSE
    return is_street or (has_rare_word and (len(words) > 1 or is_numbered))
