"""Many texts as one, joined by walls across which nothing is read: a look at all costs less than one at each."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from itertools import accumulate, chain
from typing import NamedTuple

from .addresses import links_in
from .dialled import LETTERS_FOR_DIGITS, SPELLED, Digits, in_digits
from .fold import Reading, Span, fold, is_read_once
from .known import NOTHING, READ_OTHERWISE, Known
from .patterns import SEAM, WALL, digits_of, letters_of, places_of
from .signals import NO_SIGNALS, NO_SIGNS, Signals, carries, signals, signs_in


class Together:
    """Many texts as one.

    Args:
        texts: to look at; each is looked at once.

    Attributes:
        texts: each of them.
        written: all of them.
        stream: the same, folded.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = list(dict.fromkeys(texts))
        self.written = WALL.join(self.texts)
        self._read = Reading(self.written).folded()
        self.stream = self._read.text
        self._stops = list(accumulate(len(text) + len(WALL) for text in self.texts))

    @cached_property
    def places(self) -> list[Span]:
        """From where to where each of them stands in the stream."""
        stops = [stop - len(WALL) for stop in self._stops]
        starts = [stop - len(text) for stop, text in zip(stops, self.texts, strict=True)]
        if self._read.origins is not None:
            begun = [start for start, _ in self._read.origins]
            starts, stops = ([bisect_left(begun, at) for at in some] for some in (starts, stops))
        return list(zip(starts, stops, strict=True))

    @cached_property
    def streams(self) -> list[str]:
        """Each of them, folded."""
        return [self.stream[start:stop] for start, stop in self.places]

    @cached_property
    def _row(self) -> str:
        return SEAM.join(self.streams)

    def which(self, places: Iterable[int]) -> set[int]:
        """In which of them some places of the stream are."""
        if self._read.origins is None:
            return self.which_written(places)
        return self.which_written(self._read.origins[at][0] for at in places)

    def which_written(self, places: Iterable[int]) -> set[int]:
        """In which of them some places of what is written are."""
        return {bisect_right(self._stops, at) for at in places}

    def holding(self, words: Iterable[str], bare: Callable[[str], str]) -> set[int]:
        """Which of them hold any of some words.

        Args:
            words: that are looked for.
            bare: what they are looked for in, made of a folded text.
        """
        whole = bare(self.stream)
        held = [word for word in words if word in whole]
        if not held:
            return set()
        row = bare(self._row)
        return {row.count(SEAM, 0, at) for word in held for at in places_of(word, row)}


class Suspect(NamedTuple):
    """Why `find` may find anything in a text.

    Args:
        signals: that stand in it.
        known: whether anything known may stand in it.
    """

    signals: Signals
    known: bool


def suspected(text: str, accounts: tuple[str, ...]) -> Suspect | None:
    """Why `find` may find anything in a text of whose writer nothing is known; None where it cannot.

    Args:
        text: to look at.
        accounts: as for `find`.
    """
    if not carries(text):
        return None
    stream = fold(text)
    signs = signs_in(stream, accounts)
    signalled = NO_SIGNALS if signs is NO_SIGNS else signals(stream, signs)
    may_be = signalled.extent or any(links_in(stream)) or not is_read_once(text)
    return Suspect(signalled, False) if may_be else None


def suspects(
    texts: Iterable[str], known: Known = NOTHING, accounts: tuple[str, ...] = ()
) -> dict[str, Suspect]:
    """Those of many texts in which `find` may find anything.

    Args:
        texts: to look at.
        known: as for `find`.
        accounts: as for `find`.
    """
    together = Together(texts)
    holding = _known_among(together, known)
    found = set(holding)
    signalled: dict[int, Signals] = {}
    if carries(together.written):
        stream = together.stream
        signs = signs_in(stream, accounts)
        found |= together.which(one.start for one in links_in(stream))
        for at in filter(lambda at: carries(together.texts[at]), together.which(chain.from_iterable(signs))):
            signalled[at] = signals(together.streams[at], signs.within(*together.places[at]))
            if signalled[at].extent:
                found.add(at)
    return {together.texts[at]: Suspect(signalled.get(at, NO_SIGNALS), at in holding) for at in sorted(found)}


def _known_among(texts: Together, known: Known) -> set[int]:
    """Which of many texts may give away anything known; it may err on one side only."""
    found = texts.which_written(match.start() for match in READ_OTHERWISE.finditer(texts.written))
    if known.ends:
        found |= _numbers_among(texts, known.ends)
    if known.names:
        begun = texts.which_written(known.names.beginnings_in(texts.written))
        found.update(at for at in begun - found if known.names.may_stand_in(texts.texts[at]))
    if known.mails:
        found |= texts.holding([mail.part for mail in known.mails], letters_of)
    if known.sites:
        found |= texts.holding([site.label for site in known.sites], str)
    return found


def _numbers_among(texts: Together, ends: Collection[str]) -> set[int]:
    """Which of them may hold a number, by its ends."""
    bare = in_digits(texts.stream)
    found = texts.holding(ends, lambda row: digits_of(in_digits(row)))
    disguised = (*SPELLED.finditer(texts.stream), *LETTERS_FOR_DIGITS.finditer(bare))
    others = texts.which(match.start() for match in disguised) - found
    return found | {at for at in others if Digits(texts.streams[at]).may_hold(ends)}
