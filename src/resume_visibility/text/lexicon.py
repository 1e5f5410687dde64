"""Many Chinese words to be found at once.

One pattern of all of them is slow, because their first characters stand in every sentence. So a text is searched for the
rarest character of each word, beside the one that has to stand there; the pattern of all reads only around those places.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from .patterns import led

# What resumes are fullest of, the fullest first. Any character of a word will do to find it; a rare one does it soon.
_USUAL = (
    "abcdefghijklmnopqrstuvwxyz0123456789，。、：:"
    "率年工人个理号与到一的业学作分万责用次发月点级成单班通信元负接公内机时件电家项有和上日计均三证度客线期合出能编本目会由微"
    "条管员中高数小户做开程全主提降务过差码测职师加长参司升收在组天等份台行验容话大任服报每手语排绩周设品格护写标书间配文对车"
    "商店力表试为动完建平制销位口安从实面流重新熟区回教核代校市压不库事打交并邮系方心据审场门营二可后资名强限调专导查体零处运"
    "带于子入题生账科前经里下复售化网统保定五录好同算装至课额了第错维投路应案英记州产检群集团岗立描四规院钟望述术队量访八使地"
    "今西博社易同统都百红委书"
)
_RANKS = {char: len(_USUAL) - at for at, char in enumerate(_USUAL)}
_SIGNS, _MOST_SIGNS = r"[^\w\n]{0,3}", 3
_ASTRAL = re.compile("[\U00010000-\U0010ffff]+")


class Word(NamedTuple):
    """A word to be found.

    Args:
        letters: of it; where any of some may stand, all of them as one string.
        spaced: whether signs may stand between them.
        before: a pattern of fixed width for what stands before, which is tried behind the first letter.
        behind: a pattern for what stands behind.
    """

    letters: Sequence[str]
    spaced: bool = False
    before: str = ""
    behind: str = ""

    def whole(self) -> str:
        """A pattern for all of it."""
        return _any(self.letters[0]) + self.before + self._rest(1)

    def around_rarest(self) -> str:
        """A pattern that stands for its rarest letter and looks at what is beside it; never stricter than the whole."""
        at = self.rarest
        if at == 0:
            return self.whole()
        beside, rarest = re.escape(self.letters[at - 1]), _any(self.letters[at])
        signs = r"\W" if self.spaced else ""
        return rf"{rarest}(?<=[{beside}{signs}]{rarest}){self._rest(at + 1)}"

    def _rest(self, at: int) -> str:
        signs = _SIGNS if self.spaced else ""
        return "".join(signs + _any(letter) for letter in self.letters[at:]) + self.behind

    @property
    def rarest(self) -> int:
        """Where in it its rarest letter stands."""
        return min(
            range(len(self.letters)), key=lambda at: max(_RANKS.get(one, 0) for one in self.letters[at])
        )

    @property
    def reach(self) -> int:
        """How far before its rarest letter it starts at most."""
        return self.rarest * (1 + _MOST_SIGNS if self.spaced else 1)


def _any(letters: str) -> str:
    return re.escape(letters) if len(letters) == 1 else f"[{re.escape(letters)}]"


class Lexicon:
    """Words to be found at once.

    Args:
        words: each of them.
    """

    def __init__(self, words: Iterable[Word]) -> None:
        self._words = tuple(words)
        self._reach = max((word.reach for word in self._words), default=0)

    @cached_property
    def _rarest(self) -> re.Pattern[str]:
        firsts, rests = led(word.around_rarest() for word in self._words)
        # Single characters outside the basic plane would make the search several times slower.
        if _ASTRAL.search(firsts):
            firsts = _ASTRAL.sub("", firsts) + "\U00010000-\U0010ffff"
        return re.compile(f"[{firsts}](?={rests})")

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        firsts, rests = led(word.whole() for word in self._words)
        return re.compile(f"[{firsts}](?:{rests})")

    def in_(self, stream: str, begin: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Where the words stand in a stretch of a folded text, from left to right and apart."""
        end = len(stream) if end is None else end
        done = begin
        for rarest in self._rarest.finditer(stream, begin, end):
            if rarest.start() < done:
                continue
            match = self._whole.search(stream, max(done, rarest.start() - self._reach), end)
            if match is None:
                return
            yield match
            done = match.end()

    def stands_in(self, stream: str) -> bool:
        """Whether any of them stands in a folded text."""
        return next(self.in_(stream), None) is not None
