"""How the candidate is called in a view (NAME-1, NAME-3), and how their real name is kept out of its text (NAME-4)."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, partial
from itertools import accumulate, pairwise
from typing import assert_never

from ..model.language import Language
from ..model.sections import Gender
from ..model.values import PersonName, visible
from .surnames import COMPOUND_SURNAMES, SIMPLIFIED

_HAN = re.compile("[〇㐀-䶿一-鿿豈-\ufaff\U00020000-\U0003ffff]+")
_NO_LETTERS = re.compile("[\\W_\u115f\u1160\u3164\uffa0]+")  # the last four are called letters, and are blank
_NO_ASCII_LETTERS = {i: None for i in range(128) if not chr(i).isalnum()}
_BRACKET = re.compile(r"\s*[(（\[【/／|].*", re.DOTALL)
_WIDEST_GAP = 8
_NEAR = 64
_TELLING = 7
"""So many letters in a row are the name even inside a longer word: LenaVasquezCV.pdf."""
_FOLDING = (
    (0x41, 0x5A),
    (0xA0, 0x24F),
    (0x2B0, 0x2E4),
    (0x1D00, 0x1EFF),
    (0x2070, 0x218F),
    (0x2460, 0x24FF),
    (0x2C60, 0x2C7F),
    (0x2E80, 0x2FDF),
    (0x3000, 0x33FF),
    (0xA640, 0xA7FF),
    (0xAB5B, 0xAB69),
    (0xF900, 0xFB06),
    (0xFF00, 0xFFEF),
    (0x10780, 0x107BF),
    (0x1CCD6, 0x1CCF9),
    (0x1D400, 0x1D7FF),
    (0x1F100, 0x1F2FF),
    (0x2F800, 0x2FA1F),
)
"""Where the characters are that fold to Latin letters, digits and Han."""

_HONORIFICS = {
    Language.ZH: {Gender.MALE: "先生", Gender.FEMALE: "女士", Gender.UNKNOWN: "先生/女士"},
    Language.EN: {Gender.MALE: "Mr.", Gender.FEMALE: "Ms.", Gender.UNKNOWN: "Mr./Ms."},
}
_LONGEST_FIRST = sorted({len(surname) for surname in COMPOUND_SURNAMES}, reverse=True)


def honorific(name: PersonName, gender: Gender, language: Language) -> str:
    """ "X先生" / "X女士", or "Mr. X" / "Ms. X", without a surname where none can be told (NAME-3).

    Args:
        name: the real name.
        gender: where unknown, both honorifics are named.
        language: of the honorific; in English the romanised surname is used where there is one.
    """
    title = _HONORIFICS[language][gender]
    surname = _surname(name)
    match language:
        case Language.EN:
            surname = name.romanised_surname or surname
            return f"{title} {surname}" if surname else title
        case Language.ZH:
            return f"{surname}{title}"
        case _:
            assert_never(language)


def _surname(name: PersonName) -> str:
    """The surname; empty where none can be told without showing the whole name."""
    if name.surname is not None:
        return visible(name.surname)
    full = visible(name.full).replace(" ", "")
    if len(full) < 2 or not _HAN.fullmatch(full):
        return ""
    if len(full) > 2:
        for length in _LONGEST_FIRST:
            if length < len(full) and full[:length].translate(SIMPLIFIED) in COMPOUND_SURNAMES:
                return full[:length]
    return full[0]


class RealName:
    """Takes the real name out of text, however it is written (NAME-4): any width, case, accent or punctuation, spaced
    out, words joined, the surname first or last.

    Args:
        name: the real name.
        mark: stands where it was.
    """

    __slots__ = ("_full", "_mark", "_orders", "_starts")

    def __init__(self, name: PersonName | str, mark: str) -> None:
        self._full = visible(name if isinstance(name, str) else name.full)
        self._mark = mark
        self._orders: tuple[tuple[str, ...], ...] | None = None
        first = self._full[0]
        if not "一" <= first <= "鿿":  # of those, each is its own folding
            first = _folded(first)
        self._starts = (first, *_forms().get(first, ())) if _HAN.fullmatch(first) else ()

    def redact(self, text: str) -> str:
        """The text without the name; the same object where the name is not in it."""
        # Most texts lack a character of the name, and folding costs more than finding that out.
        for letter in self._starts:
            if letter in text:
                break
        else:
            if self._starts:
                return text
        if self._orders is None:
            wholes = {self._full, _BRACKET.split(self._full)[0]}  # "张三(Sam)" is 张三, too
            self._orders = tuple(sorted({order for whole in wholes for order in _orders(whole)}))
        if not self._orders:  # a name without a letter
            return text.replace(self._full, self._mark) if self._full in text else text
        if text.isascii():
            orders, folded = list(self._orders), text.lower().translate(_NO_ASCII_LETTERS)
        else:
            orders = [order for order in self._orders if all(map(partial(_occurs, text), "".join(order)))]
            folded = _folded(text) if orders else ""
        orders = [order for order in orders if "".join(order) in folded]
        if not orders:
            return text
        end, kept = 0, []
        for start, stop in sorted(span for order in orders for span in _spans(order, text)):
            if start >= end:
                kept += [text[end:start], self._mark]
            end = max(end, stop)
        return "".join((*kept, text[end:])) if kept else text


def _orders(name: str) -> Iterator[tuple[str, ...]]:
    """The words of a name, folded, in the orders that people write them in."""
    words = tuple(folded for word in _NO_LETTERS.split(name) if (folded := _folded(word)))
    for first in {0, 1, -1} if words else ():
        yield (*words[first:], *words[:first])


def _folded(text: str) -> str:
    """The letters and digits alone, without case, width and accents."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _NO_LETTERS.sub("", unicodedata.normalize("NFKD", plain))


def _occurs(text: str, letter: str) -> bool:
    known = letter.isascii() or _HAN.match(letter)
    return letter in text or not known or any(form in text for form in _forms().get(letter, ()))


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    """The other characters that fold to each letter."""
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for first, last in _FOLDING:
        for char in map(chr, range(first, last + 1)):
            for letter in _folded(char):
                if letter != char:
                    forms[letter].append(char)
    return {letter: tuple(found) for letter, found in forms.items()}


def _spans(words: tuple[str, ...], text: str) -> Iterator[tuple[int, int]]:
    """Where these words stand in a text, one after the other, as a name would."""
    letters = [(letter, i) for i, char in enumerate(text) for letter in _folded(char)]
    folded, origins = "".join(letter for letter, _ in letters), [i for _, i in letters]
    whole = "".join(words)
    at = folded.find(whole)
    while at >= 0:
        places = origins[at : at + len(whole)]
        start, stop = places[0], places[-1] + 1
        while (
            stop < len(text) and unicodedata.category(text[stop])[0] == "M"
        ):  # the accents of the last letter
            stop += 1
        if _is_name(words, text, places):
            yield start, stop
        at = folded.find(whole, at + 1)


def _is_name(words: tuple[str, ...], text: str, places: list[int]) -> bool:
    """Whether letters that spell the name are written as one, rather than met by chance."""
    gaps = ["".join(filter(_seen, text[one + 1 : two])) for one, two in pairwise(places)]
    ends = set(accumulate(map(len, words)))
    within = [gap for i, gap in enumerate(gaps, 1) if i not in ends]
    if any(len(gap) > _WIDEST_GAP for gap in gaps):
        return False
    whole = "".join(words)
    if _HAN.search(whole) or not any(map(_cased, whole)):
        return not any("\n" in gap for gap in within)
    if any(within):
        return all(within) and not _in_word(text, places)  # spelled out: L e n a
    return len(whole) >= _TELLING or not _in_word(text, places)


def _seen(char: str) -> bool:
    return unicodedata.category(char)[0] != "M" and unicodedata.category(char) != "Cf"


def _in_word(text: str, places: list[int]) -> bool:
    """Whether a letter stands right before or after; scripts without case put no spaces between words."""
    before, after = text[max(places[0] - _NEAR, 0) : places[0]], text[places[-1] + 1 :][:_NEAR]
    return any(_cased(next(filter(_seen, side), "")) for side in (reversed(before), after))


def _cased(char: str) -> bool:
    return char.lower() != char.upper()
