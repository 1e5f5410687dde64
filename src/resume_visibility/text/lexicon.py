"""Many Chinese words to be found at once.

One pattern of all of them is slow, because their first characters stand in every sentence, and takes long to compile. So a
text is searched for the rarest character of each word, beside one that may stand there; whose it is, a table says.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, product
from typing import NamedTuple

from .fold import Span
from .patterns import places_of, table

# What resumes are fullest of, the fullest first. Any character of a word will do to find it; a rare one does it soon.
_USUAL: str = table("words")["usual"]
_RANKS = {char: len(_USUAL) - at for at, char in enumerate(_USUAL)}
_SIGNS, _MOST_SIGNS = r"[^\w\n]{0,3}", 3


class Word(NamedTuple):
    """A word to be found.

    Args:
        letters: of it; of a spaced one, where any of some may stand, all of them as one string.
        spaced: whether signs may stand between them.
        lead: of a spaced one, Latin letters that have to stand right before it and are no part of it.
        behind: of a spaced one, a pattern for what stands behind.
    """

    letters: Sequence[str]
    spaced: bool = False
    lead: str = ""
    behind: str = ""

    @property
    def rarest(self) -> int:
        """Where in it its rarest letter stands."""
        ranks = [max([_RANKS.get(one, 0) for one in some]) for some in self.letters]
        return ranks.index(min(ranks))

    def beside(self, rarest: int) -> tuple[int, list[str]]:
        """On which side of its rarest letter, by its place, something has to stand, and what; a blank stands for any sign."""
        signs = [" "] if self.spaced else []
        if at := rarest:
            return -1, [*self.letters[at - 1], *signs]
        if self.lead:
            return -1, [self.lead[-1]]
        return (1, [*self.letters[1], *signs]) if len(self.letters) > 1 else (0, [""])

    def whole(self) -> str:
        """A pattern for all of it."""
        first, *rest = map(_any, self.letters)
        signs = _SIGNS if self.spaced else ""
        lead = f"(?<=(?<![a-z]){self.lead}{first})" if self.lead else ""
        return first + lead + "".join(signs + letter for letter in rest) + self.behind

    def start(self, stream: str, at: int, rarest: int) -> int:
        """Where it has to start, spaced, in a text in which its rarest letter stands at a place; below zero where it does not."""
        for letters in reversed(self.letters[:rarest]):
            at -= 1
            furthest = at - _MOST_SIGNS
            while at > furthest and at > 0 and _is_sign(stream[at]):
                at -= 1
            if at < 0 or stream[at] not in letters:
                return -1
        return at


def _any(letters: str) -> str:
    return re.escape(letters) if len(letters) == 1 else f"[{re.escape(letters)}]"


def _is_sign(char: str) -> bool:
    return not (char.isalnum() or char in "_\n")


class _Sought(NamedTuple):
    """A word that is looked for.

    Args:
        order: its place among all words.
        word: itself.
        rarest: which of its letters is the rarest.
        plain: it where it stands as it is; nothing where any of some letters may stand in a place.
        is_whole: whether that is all there is to it, whatever stands around it.
    """

    order: int
    word: Word
    rarest: int
    plain: str
    is_whole: bool


class Lexicon:
    """Words to be found at once.

    Args:
        words: each of them; of two that start in one place, the first is found.
    """

    def __init__(self, words: Iterable[Word]) -> None:
        self._words = tuple(words)
        # A character beyond the basic plane in a pattern costs a second look at each of all others.
        pictures = ((word.whole(), order) for order, word in enumerate(self._words) if len(word.letters) == 1)
        self._pictures = {
            picture: order for picture, order in pictures if len(picture) == 1 and picture > "\uffff"
        }
        self._patterns: dict[int, re.Pattern[str]] = {}

    @cached_property
    def _table(self) -> dict[str, dict[int, dict[str, list[_Sought]]]]:
        """The words by their rarest letter, by the side on which something has to stand beside it, and by what that is."""
        table: dict[str, dict[int, dict[str, list[_Sought]]]] = {}
        for order, word in enumerate(self._words):
            letters, rarest = word.letters, word.rarest
            plain = "".join(letters) if all(len(some) == 1 for some in letters) else ""
            sought = _Sought(order, word, rarest, plain, not (word.lead or word.behind))
            side, beside = word.beside(rarest)
            for letter, other in (
                product(letters[rarest], beside) if order not in self._pictures.values() else ()
            ):
                table.setdefault(letter, {}).setdefault(side, {}).setdefault(other, []).append(sought)
        return table

    @cached_property
    def _rarest(self) -> re.Pattern[str]:
        """Looks for the rarest letters, each beside what may stand beside one of them."""
        looks = []
        for side, look in ((-1, "(?<=[{beside}].)(?<=[{letters}])"), (1, "(?=[{beside}](?<=[{letters}].))")):
            # What stands beside the letter first: that rules out most of them.
            if sought := {letter: sides[side] for letter, sides in self._table.items() if side in sides}:
                looks.append(
                    look.format(beside=_set(chain.from_iterable(sought.values())), letters=_set(sought))
                )
        if alone := {letter: sides[0][""] for letter, sides in self._table.items() if 0 in sides}:
            looks.append(f"(?<=[{_set(alone)}])(?:{'|'.join(_lone(alone))})")
        return re.compile(f"[{_set(self._table)}](?:{'|'.join(looks)})" if looks else "(?!)")

    def in_(self, stream: str, begin: int = 0, end: int | None = None, *, odd: bool = True) -> list[Span]:
        """Where the words stand in a stretch of a folded text, in which anything odd may stand, from left to right and apart."""
        found: list[Span] = []
        done = begin
        end = len(stream) if end is None else end
        for start, _, stop in sorted(self._every(stream, begin, end, odd=odd)):
            if start >= done:
                found.append((start, stop))
                done = stop
        return found

    def _every(self, stream: str, begin: int, end: int, *, odd: bool = True) -> list[tuple[int, int, int]]:
        """Each word in a stretch: where it starts, its place among the words, where it ends."""
        found = []
        for picture in filter(stream.__contains__, self._pictures) if odd else ():
            order = self._pictures[picture]
            found += [(at, order, at + 1) for at in places_of(picture, stream, begin, end)]
        table = self._table
        for rare in self._rarest.finditer(stream, begin, end):
            at = rare.start()
            for side, words in table[rare[0]].items():
                beside = stream[at + side : at + side + 1] if side else ""
                sought = words.get(beside, [])
                if not beside.isalnum():
                    sought = sought + words.get(" ", [])
                for order, word, rarest_at, plain, is_whole in sought:
                    start = at - rarest_at
                    if not (plain and start >= begin and stream.startswith(plain, start, end)):
                        start = word.start(stream, at, rarest_at) if word.spaced else -1
                    elif is_whole:
                        found.append((start, order, start + len(plain)))
                        continue
                    if start >= begin and (match := self._pattern(order).match(stream, start, end)):
                        found.append((start, order, match.end()))
        return found

    def _pattern(self, order: int) -> re.Pattern[str]:
        pattern = self._patterns.get(order)
        if pattern is None:
            pattern = self._patterns[order] = re.compile(self._words[order].whole())
        return pattern

    def stands_in(self, stream: str) -> bool:
        """Whether any of them stands in a folded text."""
        return bool(self._every(stream, 0, len(stream)))


def _lone(alone: Mapping[str, Iterable[_Sought]]) -> Iterator[str]:
    """Patterns for what has to stand behind words of one letter, with the letters of those behind which it has to."""
    letters: dict[str, str] = {}
    for letter, sought in alone.items():
        behind = {one.word.behind for one in sought}
        either = f"(?:{'|'.join(sorted(behind))})" if all(behind) else ""
        letters[either] = letters.get(either, "") + letter
    return (f"(?<=[{_set(some)}]){behind}" for behind, some in letters.items())


def _set(letters: Iterable[str]) -> str:
    return "".join(map(re.escape, sorted(set(letters)))).replace(r"\ ", r"\W")
