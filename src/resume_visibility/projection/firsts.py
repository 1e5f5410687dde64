"""Finds the first of many pairs of instants in each cell of a grid without a look at every pair, for the difference of settings."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

import attrs

from ..model.silent import Silent

Pair: TypeAlias = tuple[int, int]
_C = TypeVar("_C")


@attrs.frozen(eq=False, repr=False)
class Firsts(Silent):
    """Pairs in a box, and the same pairs in two smaller boxes.

    Args:
        low: the least of each side.
        high: the greatest of each side.
        first: the place of the pair that came first.
        halves: the two smaller boxes; none if there is one pair.
    """

    low: Pair
    high: Pair
    first: int
    halves: "tuple[Firsts, ...]" = ()

    def in_each(self, cell: Callable[[Pair], _C]) -> list[tuple[int, _C]]:
        """Find the place of the first pair in each cell that has a pair, and the cell. The earliest place comes first.

        Args:
            cell: gives the cell of a pair. If a pair rises on a side, its cell must not fall on that side. So a box lies in one cell if
                its two corners do.
        """
        found: dict[_C, int] = {}
        for place, one in self._whole(cell):
            found[one] = min(place, found.get(one, place))
        return sorted(((place, one) for one, place in found.items()), key=lambda pair: pair[0])

    def _whole(self, cell: Callable[[Pair], _C]) -> Iterator[tuple[int, _C]]:
        if (one := cell(self.low)) == cell(self.high):
            yield self.first, one
        else:
            for half in self.halves:
                yield from half._whole(cell)


def firsts_of(pairs: Iterable[Pair]) -> Firsts:
    """Prepare some pairs, to find the first of them in each cell.

    Args:
        pairs: at least one. An earlier pair counts as first.
    """
    places: dict[Pair, int] = {}
    for place, pair in enumerate(pairs):
        places.setdefault(pair, place)
    return _boxed([*places.items()], 0)


def _boxed(placed: list[tuple[Pair, int]], side: int) -> Firsts:
    lefts, rights = zip(*(pair for pair, _ in placed), strict=True)
    halves: tuple[Firsts, ...] = ()
    if len(placed) > 1:
        placed = sorted(placed, key=lambda one: (one[0][side], one[0]))
        middle = len(placed) // 2
        halves = _boxed(placed[:middle], 1 - side), _boxed(placed[middle:], 1 - side)
    first = min(place for _, place in placed)
    return Firsts((min(lefts), min(rights)), (max(lefts), max(rights)), first, halves)
