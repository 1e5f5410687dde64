"""Finds the first of many pairs of instants in each cell of a grid without a look at every pair, for the difference of settings."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

import attrs

from ..model.silent import Silent

Pair: TypeAlias = tuple[int, int]
_Cell = TypeVar("_Cell")


@attrs.frozen(eq=False, repr=False)
class PairTree(Silent):
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
    halves: "tuple[PairTree, ...]" = ()

    def first_in_each(self, cell_of: Callable[[Pair], _Cell]) -> list[tuple[int, _Cell]]:
        """Find the place of the first pair in each cell that has a pair, and the cell. The earliest place comes first.

        Args:
            cell_of: gives the cell of a pair. If a pair rises on a side, its cell must not fall on that side. So a box lies in one cell if
                its two corners do.
        """
        found: dict[_Cell, int] = {}
        for place, cell in self._first_in_boxes(cell_of):
            found[cell] = min(place, found.get(cell, place))
        return sorted(((place, cell) for cell, place in found.items()), key=lambda pair: pair[0])

    def _first_in_boxes(self, cell_of: Callable[[Pair], _Cell]) -> Iterator[tuple[int, _Cell]]:
        if (cell := cell_of(self.low)) == cell_of(self.high):
            yield self.first, cell
        else:
            for half in self.halves:
                yield from half._first_in_boxes(cell_of)


def pair_tree_of(pairs: Iterable[Pair]) -> PairTree:
    """Prepare some pairs, to find the first of them in each cell.

    Args:
        pairs: at least one. An earlier pair counts as first.
    """
    places: dict[Pair, int] = {}
    for place, pair in enumerate(pairs):
        places.setdefault(pair, place)
    return _build_tree([*places.items()], 0)


def _build_tree(pairs: list[tuple[Pair, int]], axis: int) -> PairTree:
    lefts, rights = zip(*(pair for pair, _ in pairs), strict=True)
    halves: tuple[PairTree, ...] = ()
    if len(pairs) > 1:
        pairs = sorted(pairs, key=lambda entry: (entry[0][axis], entry[0]))
        middle = len(pairs) // 2
        halves = _build_tree(pairs[:middle], 1 - axis), _build_tree(pairs[middle:], 1 - axis)
    first = min(place for _, place in pairs)
    return PairTree((min(lefts), min(rights)), (max(lefts), max(rights)), first, halves)
