"""How the candidate is called in a view (NAME-1, NAME-3), and how their real name is kept out of its text (NAME-4)."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from typing import assert_never

from ..model.choices import Gender
from ..model.language import Language
from ..model.names import PersonName, visible
from .reading import readings, spans_in
from .surnames import COMPOUND_SURNAMES, SIMPLIFIED
from .writings import (
    HAN,
    Spelled,
    Words,
    ends_of,
    folded,
    forms,
    is_one,
    occurs,
    orders_of,
    stands,
    without,
)

_HONORIFICS = {
    Language.ZH: {Gender.MALE: "先生", Gender.FEMALE: "女士", Gender.UNKNOWN: "先生/女士"},
    Language.EN: {Gender.MALE: "Mr.", Gender.FEMALE: "Ms.", Gender.UNKNOWN: "Mr./Ms."},
}
_NICKNAMES = {
    Language.ZH: {Gender.MALE: "先生", Gender.FEMALE: "女生", Gender.UNKNOWN: "先生/女生"},
    Language.EN: _HONORIFICS[Language.EN],
}
"""In the community (COMMUNITY-1), where the policy says 女生."""

_LONGEST_FIRST = sorted({len(surname) for surname in COMPOUND_SURNAMES}, reverse=True)
_BEGIN_COMPOUND = frozenset(surname[0] for surname in COMPOUND_SURNAMES) | frozenset(map(chr, SIMPLIFIED))


def honorific(name: PersonName, gender: Gender, language: Language, *, in_community: bool = False) -> str:
    """ "X先生" / "X女士", or "Mr. X" / "Ms. X", without a surname where none can be told (NAME-3).

    Args:
        name: the real name.
        gender: where unknown, both honorifics are named.
        language: of the honorific; in English the romanised surname is used where there is one.
        in_community: whether it is a nickname there (COMMUNITY-1).
    """
    title = (_NICKNAMES if in_community else _HONORIFICS)[language][gender]
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
    if len(full) < 2 or not HAN.fullmatch(full):
        return ""
    if len(full) > 2 and full[0] in _BEGIN_COMPOUND:
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

    def __init__(self, name: PersonName, mark: str) -> None:
        self._full = visible(name.full)
        self._mark = mark
        self._orders: tuple[Words, ...] | None = None
        # The first letter as it is looked for: of ㍿, which is read as four, the first of these.
        first = self._full[0] if "一" <= self._full[0] <= "鿿" else folded(self._full[0])[:1]
        alone = HAN.fullmatch(first) and is_one(self._full)
        self._starts = (first, *forms().get(first, ())) if alone else ()

    def may_stand_in(self, text: str) -> bool:
        """Whether a text has the first letter of the name, unless encoded; what most texts lack."""
        return not self._starts or any(map(text.__contains__, self._starts))

    def occurs_in(self, text: str) -> bool:
        """Whether the letters of the name stand in a text, be it by chance."""
        return any(self._stands_in(reading.text) for reading in readings(text))

    def redact(self, text: str) -> str:
        """The text with a mark where the name stands, or what encodes it; the same object where it does not."""
        return without(text, spans_in(text, self._places), self._mark)

    def _places(self, text: str) -> Iterator[tuple[int, int]]:
        if not self._looked_for():  # a name without a letter
            yield from ((at, at + len(self._full)) for at in _found(self._full, text))
            return
        met = self._met(text)
        if met:
            spelled = Spelled(text)
            for order in met:
                yield from spelled.places("".join(order), ends_of(order))

    def _stands_in(self, text: str) -> bool:
        return bool(self._met(text)) or (not self._looked_for() and self._full in text)

    def _looked_for(self) -> tuple[Words, ...]:
        if self._orders is None:
            self._orders = orders_of(self._full)
        return self._orders

    def _met(self, text: str) -> list[Words]:
        """The orders of the name's words whose letters stand in a text."""
        # Most texts lack a character of the name, and folding costs more than finding that out.
        if not self.may_stand_in(text):
            return []
        looked_for = self._looked_for()
        if text.isascii():
            orders, letters = list(looked_for), folded(text)
        else:
            orders = [order for order in looked_for if all(map(partial(occurs, text), "".join(order)))]
            letters = folded(text) if orders else ""
        return [order for order in orders if "".join(order) in letters]


class Names:
    """Takes the names of several people out of text, however they are written, in one look at it (NAME-4): what that
    costs depends on the length of the text and of the longest name, and not on how many there are.

    Args:
        names: of whom; of one longer than a hundred letters, its beginning is looked for.
        mark: stands where any of them was.
        shown: names that are granted: where one of them is written out, what is a part of it stays.
        whole: whether a name that begins or ends inside a word stays as well.
    """

    __slots__ = ("_ends", "_mark", "_names", "_shown", "_signs", "_whole")

    def __init__(
        self, names: Iterable[str], mark: str, shown: tuple[str, ...] = (), *, whole: bool = False
    ) -> None:
        ends, signs = defaultdict[str, set[int]](set), set[str]()
        for full in filter(None, map(visible, names)):
            orders = orders_of(full)
            for order in orders:
                ends["".join(order)[:_LONGEST]] |= ends_of(order)
            if not orders:  # a name without a letter
                signs.add(full[:_LONGEST])
        self._mark, self._ends, self._shown, self._whole = mark, dict(ends), shown, whole
        self._names, self._signs = _Sought(ends), _Sought(signs)

    def redact(self, text: str) -> str:
        """The text with a mark where one of the names stands, or what encodes it; the same object where none does."""
        return without(text, spans_in(text, self._places), self._mark)

    def _places(self, text: str) -> list[tuple[int, int]]:
        places = [(at, at + len(sign)) for at, sign in self._signs.in_(text)]
        spelled, last = None, -1
        for at, whole in self._names.in_(folded(text)):
            spelled = spelled or Spelled(text)
            if at > last and spelled.is_name(at, whole, self._ends[whole]):
                places.append(spelled.place(at, len(whole)))
                last = at
        if self._whole:
            places = [place for place in places if stands(text, *place)]
        for name in self._shown if places else ():
            places = _outside(places, name, text)
        return places


def _outside(places: list[tuple[int, int]], name: str, text: str) -> list[tuple[int, int]]:
    """Those of some places that are no part of a name, letter by letter as it is written."""
    found = [at for at in _found(name, text) if stands(text, at, at + len(name))]
    # Of the places of one name, that which begins last before a stretch reaches farthest.
    nearest = [bisect_right(found, start) - 1 for start, _ in places]
    return [
        (start, stop)
        for (start, stop), i in zip(places, nearest, strict=True)
        if i < 0 or stop > found[i] + len(name)
    ]


def _found(name: str, text: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + 1)


_LONGEST = 100


class _Sought:
    """Strings to be looked for together, by their first character and their length, the longest first."""

    __slots__ = ("_lengths", "_strings")

    def __init__(self, strings: Iterable[str]) -> None:
        self._strings = frozenset(strings)
        lengths = defaultdict[str, set[int]](set)
        for one in self._strings:
            lengths[one[0]].add(len(one))
        self._lengths = {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}

    def in_(self, text: str) -> Iterator[tuple[int, str]]:
        """Where each of them stands in a text."""
        if self._lengths.keys().isdisjoint(text):
            return
        for at, first in enumerate(text):
            for length in self._lengths.get(first, ()):
                if (one := text[at : at + length]) in self._strings and len(one) == length:
                    yield at, one
