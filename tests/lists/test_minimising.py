"""The shortest way to say which combinations are meant: exact, and no longer than need be."""

from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from processes import said_in_each
from resume_visibility.lists.minimising import Box, Cover, Point, cover

DOMAINS = ((0, 1, 2, 3), (False, True), ("a", "b", "c"), (False, True))
POINTS: list[Point] = list(product(*DOMAINS))

points = st.frozensets(st.sampled_from(POINTS))


def meant(found: Cover) -> set[Point]:
    """The points that a cover stands for."""
    return {
        point
        for point in product(*found.common)
        if any(all(value in values for value, values in zip(point, box, strict=True)) for box in found.boxes)
    }


@given(points)
def test_a_cover_is_exact(wanted: frozenset[Point]) -> None:
    """It holds every point that is meant and no other."""
    assert meant(cover(wanted, len(DOMAINS))) == wanted


@given(points)
def test_what_is_common_is_common(wanted: frozenset[Point]) -> None:
    """What is taken out has the values that the points have, and no others."""
    found = cover(wanted, len(DOMAINS))
    for at, values in enumerate(found.common):
        assert values == {point[at] for point in wanted}


def _boxes(found: Cover) -> list[Box]:
    subsets = (
        [
            frozenset(some)
            for size in range(1, len(values) + 1)
            for some in combinations(sorted(values, key=str), size)
        ]
        for values in found.common
    )
    return list(product(*subsets))


@given(st.frozensets(st.sampled_from([p for p in POINTS if p[0] != 3]), min_size=1, max_size=12))
def test_no_cover_is_shorter(wanted: frozenset[Point]) -> None:
    """Nobody finds fewer boxes that hold the same points, by trying all of them."""
    found = cover(wanted, len(DOMAINS))
    inside = [points for box in _boxes(found) if (points := frozenset(product(*box))) <= wanted]
    widest = [one for one in inside if not any(one < other for other in inside)]
    for number in range(len(found.boxes)):
        for chosen in combinations(widest, number):
            assert frozenset().union(*chosen) != wanted


def test_nothing_is_nothing() -> None:
    """Of no points, nothing is common and there is no box."""
    assert cover([], 2) == Cover((frozenset(), frozenset()), ())


def test_what_makes_no_difference_is_not_named() -> None:
    """A variable that makes no difference has all its values in the one box."""
    found = cover([(mode, switch) for mode in "ab" for switch in (False, True)], 2)
    assert found.boxes == (found.common,)


def test_values_that_are_alike_are_taken_together() -> None:
    """Public and chat-only, or applied: two boxes, as an engineer would write it."""
    modes, applied = ("public", "chat_only", "private"), (False, True)
    found = cover([(m, a) for m in modes for a in applied if m != "private" or a], 2)
    assert set(found.boxes) == {
        (frozenset(modes), frozenset({True})),
        (frozenset({"public", "chat_only"}), frozenset(applied)),
    }


def test_a_cover_is_the_same_in_every_process() -> None:
    """Where several covers are the shortest, the same one is found whatever the hashes are."""
    program = """
from itertools import product
from random import Random
from resume_visibility.lists.minimising import cover
drawn = Random(7)
for _ in range(60):
    points = [point for point in product("abc", "abc", "ab", "ab") if drawn.random() < 0.6]
    print([[sorted(values) for values in box] for box in cover(points, 4).boxes])
"""
    assert len(said_in_each(program)) == 1
