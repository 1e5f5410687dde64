"""Finds the shortest way to state which combinations of a few values are meant: exact, for functions as small as a policy's table.

It knows nothing of policies: variables are numbered, and each has a few values.
"""

from collections.abc import Hashable, Iterable, Mapping, Set
from itertools import chain, combinations, product
from typing import NamedTuple, TypeAlias

Point: TypeAlias = tuple[Hashable, ...]
"""One value for each variable."""

Box: TypeAlias = tuple[frozenset[Hashable], ...]
"""Some values of each variable. The box stands for every combination of them."""


class Cover(NamedTuple):
    """States which points are meant: those in `common` that are in one of the boxes.

    Args:
        common: for each variable, all values that any of the points has.
        boxes: they hold every point, and no other one of `common`. They are the fewest; or few, if too many had to be tried.
    """

    common: Box
    boxes: tuple[Box, ...]


def cover(points: Iterable[Point], variables: int) -> Cover:
    """Find the shortest cover of some points.

    What all points have in common is taken out first; values outside it need no box. Then values that make no difference are
    taken together, and the fewest of the widest boxes are chosen. If there are thousands of boxes to choose from, the cover is
    still exact, and a little longer. No policy of a few clauses comes near that.

    Args:
        points: the points that are meant, out of all combinations.
        variables: how many values each point has.
    """
    meant = frozenset(points)
    common = tuple(map(frozenset, zip(*meant, strict=True))) if meant else (frozenset(),) * variables
    classes = tuple([_group_values(meant, at) for at in range(variables)])
    kind_of = [{value: kind for kind in kinds for value in kind} for kinds in classes]
    reduced = frozenset(tuple([kinds[value] for kinds, value in zip(kind_of, p, strict=True)]) for p in meant)
    inner_boxes = dict.fromkeys(box for box in _boxes(classes) if reduced.issuperset(product(*box)))
    widest = [box for box in inner_boxes if _is_widest(box, inner_boxes.keys(), classes)]
    chosen = _fewest(widest, reduced)
    return Cover(common, tuple(tuple(frozenset(chain(*kinds)) for kinds in box) for box in chosen))


def _group_values(meant: frozenset[Point], variable: int) -> tuple[frozenset[Hashable], ...]:
    """Group the values of one variable: values that go with the same values of all other variables are in one group."""
    contexts: dict[Hashable, set[Point]] = {}
    for point in meant:
        contexts.setdefault(point[variable], set()).add(point[:variable] + point[variable + 1 :])
    kinds: dict[frozenset[Point], set[Hashable]] = {}
    for value, seen_with in contexts.items():
        kinds.setdefault(frozenset(seen_with), set()).add(value)
    return tuple(sorted(map(frozenset, kinds.values()), key=lambda kind: sorted(map(str, kind))))


_Classes: TypeAlias = frozenset[frozenset[Hashable]]
_Kinds: TypeAlias = tuple[tuple[frozenset[Hashable], ...], ...]


def _boxes(classes: _Kinds) -> Iterable[tuple[_Classes, ...]]:
    subsets = (
        [frozenset(some) for size in range(len(kinds), 0, -1) for some in combinations(kinds, size)]
        for kinds in classes
    )
    return product(*subsets)


def _is_widest(box: tuple[_Classes, ...], inner_boxes: Set[tuple[_Classes, ...]], classes: _Kinds) -> bool:
    """Whether no other meant box holds this one. All smaller boxes of a meant box are meant, too, so one step wider is enough."""
    return not any(
        (*box[:at], box[at] | {kind}, *box[at + 1 :]) in inner_boxes
        for at, kinds in enumerate(classes)
        for kind in kinds
        if kind not in box[at]
    )


MAX_TRIED_BOXES = 2_000
"""How often a box may be chosen in the search for the fewest: hundreds of times what a policy of a few clauses needs."""


def _fewest(widest: list[tuple[_Classes, ...]], points: frozenset[Box]) -> tuple[tuple[_Classes, ...], ...]:
    """The fewest boxes that hold every point, if not too many have to be tried. Else few boxes: each holds most of the rest.

    A table that no engineer would write has thousands of boxes to choose from. To try them all would take for ever.
    """
    points_of: dict[tuple[_Classes, ...], frozenset[Box]] = {box: frozenset(product(*box)) for box in widest}
    boxes_with: dict[Box, list[int]] = {point: [] for point in points}
    for position, box in enumerate(widest):
        for point in points_of[box]:
            boxes_with[point].append(position)
    search = _Search([points_of[box] for box in widest], boxes_with)
    greedy = _choose_greedily(points_of, points)
    for number in range(len(greedy)):
        found = search.find(points, number)
        if found is not None:
            return tuple(widest[position] for position in sorted(found))
    return greedy


class _Search:
    """The search for a number of boxes that hold all points. It begins with the points that the fewest boxes hold.

    Args:
        points_of: the points of each box.
        boxes_with: the places of the boxes that hold each point.
    """

    def __init__(self, points_of: list[frozenset[Box]], boxes_with: dict[Box, list[int]]) -> None:
        self._points_of, self._boxes_with, self.tried = points_of, boxes_with, 0
        self._order = sorted(
            boxes_with, key=lambda point: (len(boxes_with[point]), [sorted(map(str, kind)) for kind in point])
        )

    def find(self, uncovered: frozenset[Box], number: int) -> tuple[int, ...] | None:
        """The places of at most `number` boxes that hold everything in `uncovered`; None if none were found, or too many tried."""
        if not uncovered:
            return ()
        if number == 0:
            return None
        point = next(point for point in self._order if point in uncovered)
        for position in self._boxes_with[point]:
            self.tried += 1
            if self.tried > MAX_TRIED_BOXES:
                return None
            others = self.find(uncovered - self._points_of[position], number - 1)
            if others is not None:
                return (position, *others)
        return None


def _choose_greedily(
    points_of: Mapping[tuple[_Classes, ...], frozenset[Box]], points: frozenset[Box]
) -> tuple[tuple[_Classes, ...], ...]:
    chosen, uncovered = [], points
    while uncovered:
        best = max(points_of, key=lambda box: len(points_of[box] & uncovered))
        chosen.append(best)
        uncovered -= points_of[best]
    return tuple(chosen)
