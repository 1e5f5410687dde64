"""Finds the first of many points in each cell of a grid without a look at every point, for the difference of settings."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias, TypeVar

import attrs

from ..model.silent import Silent

Point: TypeAlias = tuple[int, ...]
_Cell = TypeVar("_Cell")


@attrs.frozen(eq=False, repr=False)
class PointTree(Silent):
    """Points in a box, and the same points in two smaller boxes.

    Args:
        low: the least of each side.
        high: the greatest of each side.
        first: the place of the point that came first.
        halves: the two smaller boxes; none if there is one point.
    """

    low: Point
    high: Point
    first: int
    halves: "tuple[PointTree, ...]" = ()

    def first_in_each(self, cell_of: Callable[[Point], _Cell]) -> list[tuple[int, _Cell]]:
        """Find the place of the first point in each cell that has a point, and the cell. The earliest place comes first.

        Args:
            cell_of: gives the cell of a point. If a point rises on a side, its cell must not fall on that side. So a box lies in one cell
                if its two corners do.
        """
        found: dict[_Cell, int] = {}
        for place, cell in self._first_in_boxes(cell_of):
            found[cell] = min(place, found.get(cell, place))
        return sorted(((place, cell) for cell, place in found.items()), key=lambda pair: pair[0])

    def _first_in_boxes(self, cell_of: Callable[[Point], _Cell]) -> Iterator[tuple[int, _Cell]]:
        if (cell := cell_of(self.low)) == cell_of(self.high):
            yield self.first, cell
        else:
            for half in self.halves:
                yield from half._first_in_boxes(cell_of)


def point_tree_of(points: Iterable[Point]) -> PointTree:
    """Prepare some points, to find the first of them in each cell.

    Args:
        points: at least one, all with the same number of sides. An earlier point counts as first.
    """
    places: dict[Point, int] = {}
    for place, point in enumerate(points):
        places.setdefault(point, place)
    return _build_tree([*places.items()], 0)


def _build_tree(points: list[tuple[Point, int]], axis: int) -> PointTree:
    sides = [*zip(*(point for point, _ in points), strict=True)]
    halves: tuple[PointTree, ...] = ()
    if len(points) > 1:
        points = sorted(points, key=lambda entry: (entry[0][axis], entry[0]))
        middle, following = len(points) // 2, (axis + 1) % len(sides)
        halves = _build_tree(points[:middle], following), _build_tree(points[middle:], following)
    return PointTree(
        tuple(map(min, sides)), tuple(map(max, sides)), min(place for _, place in points), halves
    )
