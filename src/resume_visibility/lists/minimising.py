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
    classes = tuple([_alike(meant, at) for at in range(variables)])
    kind_of = [{value: kind for kind in kinds for value in kind} for kinds in classes]
    reduced = frozenset(tuple([kinds[value] for kinds, value in zip(kind_of, p, strict=True)]) for p in meant)
    inside = dict.fromkeys(box for box in _boxes(classes) if reduced.issuperset(product(*box)))
    primes = [box for box in inside if _is_widest(box, inside.keys(), classes)]
    chosen = _fewest(primes, reduced)
    return Cover(common, tuple(tuple(frozenset(chain(*kinds)) for kinds in box) for box in chosen))


def _alike(meant: frozenset[Point], at: int) -> tuple[frozenset[Hashable], ...]:
    """Group the values of one variable: values that go with the same values of all other variables are in one group."""
    beside: dict[Hashable, set[Point]] = {}
    for point in meant:
        beside.setdefault(point[at], set()).add(point[:at] + point[at + 1 :])
    kinds: dict[frozenset[Point], set[Hashable]] = {}
    for value, others in beside.items():
        kinds.setdefault(frozenset(others), set()).add(value)
    return tuple(sorted(map(frozenset, kinds.values()), key=lambda kind: sorted(map(str, kind))))


_Classes: TypeAlias = frozenset[frozenset[Hashable]]
_Kinds: TypeAlias = tuple[tuple[frozenset[Hashable], ...], ...]


def _boxes(classes: _Kinds) -> Iterable[tuple[_Classes, ...]]:
    subsets = (
        [frozenset(some) for size in range(len(kinds), 0, -1) for some in combinations(kinds, size)]
        for kinds in classes
    )
    return product(*subsets)


def _is_widest(box: tuple[_Classes, ...], inside: Set[tuple[_Classes, ...]], classes: _Kinds) -> bool:
    """Whether no other meant box holds this one. All smaller boxes of a meant box are meant, too, so one step wider is enough."""
    return not any(
        (*box[:at], box[at] | {kind}, *box[at + 1 :]) in inside
        for at, kinds in enumerate(classes)
        for kind in kinds
        if kind not in box[at]
    )


MOST_TRIED = 2_000
"""How often a box may be chosen in the search for the fewest: hundreds of times what a policy of a few clauses needs."""


def _fewest(primes: list[tuple[_Classes, ...]], points: frozenset[Box]) -> tuple[tuple[_Classes, ...], ...]:
    """The fewest boxes that hold every point, if not too many have to be tried. Else few boxes: each holds most of the rest.

    A table that no engineer would write has thousands of boxes to choose from. To try them all would take for ever.
    """
    held: dict[tuple[_Classes, ...], frozenset[Box]] = {box: frozenset(product(*box)) for box in primes}
    choice: dict[Box, list[int]] = {point: [] for point in points}
    for place, box in enumerate(primes):
        for point in held[box]:
            choice[point].append(place)
    search = _Search([held[box] for box in primes], choice)
    few = _greedily(held, points)
    for number in range(len(few)):
        found = search.chosen(points, number)
        if found is not None:
            return tuple(primes[place] for place in sorted(found))
        if search.tried > MOST_TRIED:
            break
    return few


class _Search:
    """The search for a number of boxes that hold all points. It begins with the points that the fewest boxes hold.

    Args:
        held: the points of each box.
        choice: the places of the boxes that hold each point.
    """

    def __init__(self, held: list[frozenset[Box]], choice: dict[Box, list[int]]) -> None:
        self._held, self._choice, self.tried = held, choice, 0
        self._order = sorted(
            choice, key=lambda point: (len(choice[point]), [sorted(map(str, kind)) for kind in point])
        )

    def chosen(self, left: frozenset[Box], number: int) -> tuple[int, ...] | None:
        """The places of at most `number` boxes that hold everything in `left`; None if none were found."""
        if not left:
            return ()
        if number == 0:
            return None
        point = next(point for point in self._order if point in left)
        for place in self._choice[point]:
            self.tried += 1
            if self.tried > MOST_TRIED:
                return None
            others = self.chosen(left - self._held[place], number - 1)
            if others is not None:
                return (place, *others)
        return None


def _greedily(
    held: Mapping[tuple[_Classes, ...], frozenset[Box]], points: frozenset[Box]
) -> tuple[tuple[_Classes, ...], ...]:
    chosen, left = [], points
    while left:
        best = max(held, key=lambda box: len(held[box] & left))
        chosen.append(best)
        left -= held[best]
    return tuple(chosen)
