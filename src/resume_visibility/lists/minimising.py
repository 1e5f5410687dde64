"""The shortest way to say which combinations of a few values are meant: exact, for functions as small as a policy's table.

It knows nothing of policies: variables are numbered, and each has a few values.
"""

from collections.abc import Hashable, Iterable
from itertools import chain, combinations, product
from typing import NamedTuple, TypeAlias

Point: TypeAlias = tuple[Hashable, ...]
"""One value for each variable."""

Box: TypeAlias = tuple[frozenset[Hashable], ...]
"""The values that are meant of each variable: every combination of them."""


class Cover(NamedTuple):
    """Which points are meant: those in `common` that are in one of the boxes.

    Args:
        common: the values of each variable that any of the points has.
        boxes: the fewest that hold every point and no other point of `common`, the widest first.
    """

    common: Box
    boxes: tuple[Box, ...]


def cover(points: Iterable[Point], variables: int) -> Cover:
    """The shortest cover of some points.

    What all of them have in common is taken out first, and of what it excludes nothing needs to be said. Values that
    make no difference are then taken together, and the fewest of the widest boxes are chosen.

    Args:
        points: that are meant, of all the combinations there are.
        variables: how many values each point has.
    """
    meant = frozenset(points)
    common = tuple(frozenset(point[at] for point in meant) for at in range(variables))
    classes = tuple(_alike(meant, at) for at in range(variables))
    reduced = frozenset(tuple(_class_of(value, classes[at]) for at, value in enumerate(p)) for p in meant)
    widest = [box for box in _boxes(classes) if reduced.issuperset(product(*box))]
    primes = [box for box in widest if not any(box is not other and _within(box, other) for other in widest)]
    chosen = _fewest(primes, reduced)
    return Cover(common, tuple(tuple(frozenset(chain(*kinds)) for kinds in box) for box in chosen))


def _alike(meant: frozenset[Point], at: int) -> tuple[frozenset[Hashable], ...]:
    """The values of one variable, those together that go with the same values of all others."""
    beside: dict[Hashable, set[Point]] = {}
    for point in meant:
        beside.setdefault(point[at], set()).add(point[:at] + point[at + 1 :])
    kinds: dict[frozenset[Point], set[Hashable]] = {}
    for value, others in beside.items():
        kinds.setdefault(frozenset(others), set()).add(value)
    return tuple(sorted(map(frozenset, kinds.values()), key=lambda kind: sorted(map(str, kind))))


def _class_of(value: Hashable, classes: tuple[frozenset[Hashable], ...]) -> frozenset[Hashable]:
    return next(kind for kind in classes if value in kind)


_Classes: TypeAlias = frozenset[frozenset[Hashable]]


def _boxes(classes: tuple[tuple[frozenset[Hashable], ...], ...]) -> Iterable[tuple[_Classes, ...]]:
    subsets = (
        [frozenset(some) for size in range(len(kinds), 0, -1) for some in combinations(kinds, size)]
        for kinds in classes
    )
    return product(*subsets)


def _within(box: tuple[_Classes, ...], other: tuple[_Classes, ...]) -> bool:
    return all(own <= wider for own, wider in zip(box, other, strict=True))


def _fewest(primes: list[tuple[_Classes, ...]], points: frozenset[Point]) -> tuple[tuple[_Classes, ...], ...]:
    """The fewest boxes that hold every point; there are never many to choose from."""
    held = {box: frozenset(product(*box)) for box in primes}
    for number in range(len(primes) + 1):
        for chosen in combinations(primes, number):
            if frozenset(chain(*(held[box] for box in chosen))) == points:
                return chosen
    raise AssertionError("every point is in a box of its own at least")
