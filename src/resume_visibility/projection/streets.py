"""Takes a postal address apart into the pieces that say by themselves where somebody lives (CAMPUS-2)."""

import re
from collections.abc import Iterator
from itertools import accumulate, islice
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from ..text.fold import Reading

_WORDY = 12
"""An address without figures and with fewer letters is a town or a school, and is shown. A word in a script with case counts as two."""
LONGEST, _MOST = 300, 6
"""The most characters and pieces of an address that are looked at: the cost must not grow with what somebody makes up."""
_PART = re.compile(".+?(?:乡|(?:省|自治州|市|区|县|旗|镇|村|街道|办事处)(?!村))(?=.)|.+")
NUMERALS = "〇零一二三四五六七八九十百千"
_GAP = "(?:[^\\w\n,.;:!?()\"'”’，。、；：！？（）《》「」【】\\[\\]]|_)"
"""Signs that may stand between characters that are spelled out. None of them ends a sentence."""
_UNIT = f"号(?:[院楼]|{_GAP}{{1,2}}[院楼](?={_GAP}{{0,2}}[0-9{NUMERALS}]))|单{_GAP}{{0,2}}元|[号弄栋幢座楼层室舍院户#](?!线)"
_READ = re.compile(
    rf"(?P<figure>(?:[{NUMERALS}]+|[{NUMERALS}](?:{_GAP}{{1,2}}[{NUMERALS}])+)(?={_GAP}{{0,3}}(?:{_UNIT}))"
    rf"|[{NUMERALS}]{{3,}}|[{NUMERALS}](?:{_GAP}{{1,2}}[{NUMERALS}]){{2,}})"
    rf"|(?:(?<=[0-9{NUMERALS}])|(?<=[a-z])(?<![a-z]{{2}})){_GAP}{{0,3}}(?P<unit>{_UNIT})"
    rf"|第(?=[0-9{NUMERALS}])|(?<![a-z])n{_GAP}{{0,2}}o{_GAP}{{0,2}}\.?{_GAP}{{0,3}}(?=[0-9])"
)
"""In a folded text: a Chinese numeral, and words that only say that a figure is the number of a house."""
_PLACES = frozenset("十百千")
IS_UNIT = "#"
_TOKEN = re.compile(
    "(?P<figure>[0-9]+|(?<![a-z])[a-z](?![a-z']))|[a-z]+|[^\\W\\d_a-z]+|(?P<end>[(),;\n|/（），；])"
)
_SIGNS = re.compile(r"[\W_]+")
HOUSE = 3
"""So many figures are the number of a house, whatever follows them; fewer may count something."""
HAN_WORD, FIGURES = 3, 3
"""A street has at least so many Chinese characters. A house that is found without its street has at least so many figures."""
# fmt: off
_OF_HOUSES = {"block", "tower", "flat", "apartment", "apt", "zone", "gate", "dormitory", "dorm", "rd", "st", "nd", "th"}
# fmt: on
"""Latin words that say what is numbered, beside those of prose."""

_Unit: TypeAlias = tuple[list[str], list[str]]
"""Some words of an address, cut where a street may begin, and the figures beside them, in their order."""


def read_as(stream: "Reading") -> "Reading":
    """Write the numerals of a folded text as figures, and use one sign for all words that say what a figure numbers.

    Args:
        stream: the text.

    Returns:
        The text, or a new one that also knows where each character is from.
    """
    from ..text.digits import TO_ASCII, digits_of_numeral

    pieces = []
    for one in _READ.finditer(stream.text):
        start, stop = one.span()
        figure = _SIGNS.sub("", one["figure"] or "")
        chars = IS_UNIT
        if figure:
            chars = figure.translate(TO_ASCII) if _PLACES.isdisjoint(figure) else digits_of_numeral(figure)
        pieces.append((start, stop, [(char, start, stop) for char in chars]))
    return stream.replaced(pieces) if pieces else stream


def pieces_of(address: str) -> Iterator[str]:
    """Find an address, and the pieces of it that say by themselves where somebody lives, as words and figures.

    Args:
        address: the text that `read_as` returned.
    """
    plain = _SIGNS.sub(" ", address)
    if not any(map(str.isdigit, plain)):
        if _is_wordy(plain):
            yield plain
        return
    units = [*islice(filter(any, _units(address)), _MOST)]
    # Prose has a word with a figure, too: Phase 2. In another script that does not happen by chance: 外滩 18.
    if sum(max(len(parts), 1) for parts, _ in units) > 1 or (
        not plain.isascii() and sum(map(str.isdigit, plain)) > 1
    ):
        yield plain
    for at, (parts, figures) in enumerate(units):
        figures = figures[:_MOST]
        behind = " ".join(figure for _, some in units[at:] for figure in some[:_MOST])
        numbers = [*accumulate(figures, "{} {}".format), behind, " ".join(filter(str.isdigit, figures))]
        numbers = [number for number in numbers if figures and any(map(str.isdigit, number))]
        more = [*accumulate((" ".join((*some, *others)) for some, others in units[at + 1 :]), "{} {}".format)]
        for first in range(-min(len(parts), _MOST), 0) or (0,):
            street = " ".join(parts[first:])
            if _tells(street, figures):
                yield from (f"{street} {number}" for number in numbers)
            runs = (" ".join((street, *figures, one)) for one in more)
            yield from (run for run in runs if any(map(str.isdigit, run)))
        yield from (" ".join(figures[first:]) for first in range(len(figures) - FIGURES + 1))


def _is_wordy(words: str) -> bool:
    """Whether an address without a figure is no town and no school."""
    from ..text.judgement import STOP_WORDS

    return (
        sum(2 if word.islower() else len(word) for word in words.split() if word not in STOP_WORDS) >= _WORDY
    )


def _units(address: str) -> Iterator[_Unit]:
    """The words of an address, each with the figures beside it, up to the next word or sign."""
    parts: list[str] = []
    figures: list[str] = []
    is_word = begun = False
    for token in _TOKEN.finditer(address):
        word = "" if token.lastgroup else token[0]
        # 398 North Road is one unit, and so is North Road 398; so are the words before the first figure, and all Chinese words.
        begins = figures and not is_word and (parts or not word.isascii())
        ends = figures or (begun and "".join(parts).isascii())
        if (word and begins) or (token["end"] and ends):
            yield parts, figures
            parts, figures, begun = [], [], True
        if token["figure"]:
            figures.append(token[0])
        elif is_word and word and f"{parts[-1]}{word}".isascii():
            parts[-1] += f" {word}"
        else:
            parts += _PART.findall(word)
        is_word = bool(word)
    yield parts, figures


def _tells(street: str, figures: list[str]) -> bool:
    """Whether words with figures say where somebody lives. Common ones, such as Phase 2 and 3rd floor, do not."""
    from ..text.judgement import STOP_WORDS, is_known

    if not street.isascii():
        return len(street) >= HAN_WORD
    words = street.split()
    rare = any(not (word in STOP_WORDS or word in _OF_HOUSES or is_known(word)) for word in words)
    return rare and (len(words) > 1 or len(max(figures, key=len, default="")) >= HOUSE)
