"""Many texts as one, joined by walls across which nothing is read: a look at all costs less than one at each."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import accumulate

from .fold import Reading, Span
from .patterns import SEAM

_WALL = "\na\n"
"""No digits are read across a letter."""


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
        self.written = _WALL.join(self.texts)
        self._read = Reading(self.written).folded()
        self.stream = self._read.text
        self._stops = list(accumulate(len(text) + len(_WALL) for text in self.texts))

    @cached_property
    def places(self) -> list[Span]:
        """From where to where each of them stands in the stream."""
        stops = [stop - len(_WALL) for stop in self._stops]
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
        parts = bare(self._row).split(SEAM)
        return {at for at, part in enumerate(parts) if any(word in part for word in held)}
