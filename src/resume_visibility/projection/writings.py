"""The ways in which people write a name: folded to its letters, in any order of its words, spaced out (NAME-4)."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import accumulate, pairwise
from typing import TypeAlias

from ..model.names import UNASSIGNED

HAN = re.compile("[〇㐀-䶿一-鿿豈-\ufaff\U00020000-\U0003ffff]+")
_NO_LETTERS = re.compile("[\\W_\u02b9-\u02df\u02e5-\u02ff\u0640\u115f\u1160\u3164\uffa0]+")
"""Of what Unicode calls letters, apostrophes and other modifiers, the Arabic stroke, and four blanks are none."""
_NO_ASCII_LETTERS = {i: None for i in range(128) if not chr(i).isalnum()}
_BRACKETS = re.compile(r"\s*[()（）\[\]【】「」『』《》〈〉{}｛｝/／|｜]+\s*")
_WIDEST_GAP = 8
_NEAR = 64
_TELLING = 7
"""So many letters in a row are the name even inside a longer word: LenaVasquezCV.pdf."""
_FOLDING = (
    (0x41, 0x5A),
    (0xA0, 0x2E4),
    (0x1D00, 0x1EFF),
    (0x2070, 0x218F),
    (0x2460, 0x24FF),
    (0x2C60, 0x2C7F),
    (0x2E80, 0x2FDF),
    (0x3000, 0x33FF),
    (0xA640, 0xA7FF),
    (0xAB30, 0xAB69),
    (0xF900, 0xFB06),
    (0xFF00, 0xFFEF),
    (0x10780, 0x107BF),
    (0x1CCD6, 0x1CCF9),
    (0x1D400, 0x1D7FF),
    (0x1DF00, 0x1DF2A),
    (0x1F100, 0x1F2FF),
    (0x2F800, 0x2FA1F),
)
"""Where the characters are that fold to Latin letters, digits and Han."""
_VARIANT = re.compile(
    "(?:LATIN (?:SMALL|CAPITAL) LETTER|LATIN LETTER SMALL CAPITAL|NEGATIVE (?:CIRCLED|SQUARED) LATIN CAPITAL LETTER"
    "|REGIONAL INDICATOR SYMBOL LETTER) (?:DOTLESS )?([A-Z])(?: WITH .*)?"
)
"""How Unicode names a letter that compatibility does not take apart: ł, ø, đ, ı, ʟ, 🅛."""
_DIGRAPHS = {"æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ŋ": "n", "ə": "e", "ĸ": "k", "ſ": "s"}
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "æ": "ae", "ø": "oe", "đ": "dj"})
"""What stands for a letter that a keyboard lacks, where it is not simply left bare."""

_MOST_WORDS = 6

Words: TypeAlias = tuple[str, ...]
"""Of a name, folded, in the order in which they stand."""


def orders_of(name: str) -> tuple[Words, ...]:
    """Every order and spelling in which a name is looked for; none where it has no letter.

    Args:
        name: whole; "张三(Sam)" is 张三 and Sam, too.
    """
    name = unicodedata.normalize("NFKC", name)  # ㍿ is no letter, but reads as four
    pieces = _BRACKETS.split(name)
    names = {name, pieces[0], *(piece for piece in pieces if len(folded(piece)) > 1)}
    if not name.isascii():
        names |= {unicodedata.normalize("NFC", one).casefold().translate(_SPELLED_OUT) for one in names}
    return tuple(sorted({order for one in names for order in _turned(one)}))


def is_one(name: str) -> bool:
    """Whether a name is a single one, without another in brackets or after a slash."""
    return not _BRACKETS.search(name)


def first_of(name: str) -> str:
    """A name without another in brackets or after a slash."""
    return _BRACKETS.split(name)[0]


def _turned(name: str) -> Iterator[Words]:
    """The words of a name, folded, in the orders that people write them in."""
    words = tuple(found for word in _NO_LETTERS.split(name) if (found := folded(word)))
    # Of a name of very many words only its ends are turned.
    for first in range(len(words)) if len(words) <= _MOST_WORDS else (0, 1, -1):
        yield (*words[first:], *words[:first])


def folded(text: str) -> str:
    """The letters and digits alone, without case, width, accents and strokes."""
    if text.isascii():
        return text.lower().translate(_NO_ASCII_LETTERS)
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    pattern, bare = _bare()
    return _NO_LETTERS.sub("", pattern.sub(lambda found: bare[found[0]], plain))


@cache
def _bare() -> tuple[re.Pattern[str], dict[str, str]]:
    """The letters that are folded by their name in Unicode, and what to."""
    bare = dict(_DIGRAPHS)
    for first, last in _FOLDING:
        for char in map(chr, range(first, last + 1)):
            named = _VARIANT.fullmatch(unicodedata.name(char, ""))
            if named and not char.isascii() and unicodedata.normalize("NFKD", char) == char:
                bare[char.casefold()] = named[1].lower()
    return re.compile(f"[{''.join(bare)}]"), bare


@cache
def forms() -> dict[str, tuple[str, ...]]:
    """The other characters that fold to each letter."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for first, last in _FOLDING:
        for char in map(chr, range(first, last + 1)):
            for letter in folded(char):
                if letter != char:
                    found[letter].append(char)
    return {letter: tuple(chars) for letter, chars in found.items()}


def occurs(text: str, letter: str) -> bool:
    """Whether a text may hold a letter, in whatever form.

    Args:
        text: as it was written.
        letter: folded.
    """
    known = letter.isascii() or HAN.match(letter)
    return letter in text or not known or any(form in text for form in forms().get(letter, ()))


class Spelled:
    """A text by its letters, so that a name can be told in it from letters that are met by chance.

    Args:
        text: as it was written.

    Attributes:
        letters: folded, one after the other.
    """

    __slots__ = ("_gaps", "_lines", "_origins", "_text", "_wide", "letters")

    def __init__(self, text: str) -> None:
        letters_of = {char: char if "一" <= char <= "鿿" else folded(char) for char in set(text)}
        found = [(letter, i) for i, char in enumerate(text) for letter in letters_of[char]]
        self._text = text
        self._origins = [i for _, i in found]
        gaps = ["".join(filter(_seen, text[one + 1 : two])) for one, two in pairwise(self._origins)]
        # Counted from the start of the text, so that no stretch of letters has to be counted again for each name.
        self._gaps = _counted(map(bool, gaps))
        self._wide = _counted(len(gap) > _WIDEST_GAP for gap in gaps)
        self._lines = _counted("\n" in gap for gap in gaps)
        self.letters = "".join(letter for letter, _ in found)

    def places(self, whole: str, ends: Collection[int]) -> Iterator[tuple[int, int]]:
        """Where a name stands in the text, from and to.

        Args:
            whole: its letters.
            ends: after how many of them a word of it is at an end.
        """
        at = self.letters.find(whole)
        while at >= 0:
            if self.is_name(at, whole, ends):
                yield self.place(at, len(whole))
            at = self.letters.find(whole, at + 1)

    def place(self, at: int, length: int) -> tuple[int, int]:
        """From where to where so many letters are written, with the accents of the last."""
        start, stop = self._origins[at], self._origins[at + length - 1] + 1
        while stop < len(self._text) and unicodedata.category(self._text[stop])[0] == "M":
            stop += 1
        return start, stop

    def is_name(self, at: int, whole: str, ends: Collection[int]) -> bool:
        """Whether letters that spell a name are written as one.

        Args:
            at: the first of them.
            whole: as for `places`, and so is `ends`.
        """
        last = at + len(whole) - 1
        between = [at + end - 1 for end in ends if end < len(whole)]  # words
        if self._wide[last] > self._wide[at]:
            return False
        if HAN.search(whole) or not any(map(_cased, whole)):
            return self._within(self._lines, at, last, between) == 0
        spaced = self._within(self._gaps, at, last, between)
        if spaced:  # all of it is spelled out, L e n a, or it is by chance
            return spaced == last - at - len(between) and not self._in_word(at, len(whole))
        return len(whole) >= _TELLING or not self._in_word(at, len(whole))

    @staticmethod
    def _within(counted: list[int], first: int, last: int, between: list[int]) -> int:
        """How many are counted between the letters of words, and not between the words."""
        return counted[last] - counted[first] - sum(counted[i + 1] - counted[i] for i in between)

    def _in_word(self, at: int, length: int) -> bool:
        """Whether a letter stands right before or after; scripts without case put no spaces between words, and where a
        capital follows a small letter, another word begins.
        """
        start, stop = self._origins[at], self._origins[at + length - 1] + 1
        before, after = beside(self._text, start, stop)
        return (before and not self._turns(start - 1)) or (after and not self._turns(stop - 1))

    def _turns(self, at: int) -> bool:
        return self._text[at].islower() and self._text[at + 1].isupper()


def beside(text: str, start: int, stop: int) -> tuple[bool, bool]:
    """Whether a letter that has a case stands right before a stretch of a text, and right after it."""
    before, after = text[max(start - _NEAR, 0) : start], text[stop : stop + _NEAR]
    return _cased(next(filter(_seen, reversed(before)), "")), _cased(next(filter(_seen, after), ""))


def stands(text: str, start: int, stop: int) -> bool:
    """Whether a stretch of a text neither begins nor ends inside a word."""
    before, after = beside(text, start, stop)
    return not ((before and _cased(text[start])) or (after and _cased(text[stop - 1])))


def _counted(found: Iterable[bool]) -> list[int]:
    """How many are found before each place."""
    return list(accumulate(found, initial=0))


def ends_of(words: Words) -> frozenset[int]:
    """After how many letters a word of a name is at an end."""
    return frozenset(accumulate(map(len, words)))


def without(text: str, places: Iterable[tuple[int, int]], mark: str) -> str:
    """A text with a mark in each of these places; those that overlap are one. The same object where there are none."""
    end, kept = 0, list[str]()
    for start, stop in sorted(places):
        if start >= end:
            kept += [text[end:start], mark]
        end = max(end, stop)
    return "".join((*kept, text[end:])) if kept else text


def _seen(char: str) -> bool:
    category = unicodedata.category(char)
    return category[0] != "M" and category != "Cf" and not (category == "Cn" and UNASSIGNED.match(char))


def _cased(char: str) -> bool:
    return char.lower() != char.upper()
