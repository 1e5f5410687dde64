"""Of many points the first in each cell of a grid is found, as by a look at every point."""

from bisect import bisect

from hypothesis import given
from hypothesis import strategies as st

from resume_visibility.projection.firsts import Point, point_tree_of

SIDES = st.integers(-1, 9)
POINTS = st.lists(st.tuples(SIDES, SIDES), min_size=1, max_size=40)
CUTS = st.lists(SIDES, max_size=4).map(sorted)


@given(POINTS, CUTS, CUTS)
def test_the_first_point_in_each_cell_is_found(
    points: list[Point], rows: list[int], columns: list[int]
) -> None:
    """Whatever the points and the grid, each cell that has a point gives its first one, and the earliest comes first."""

    def cell(point: Point) -> Point:
        return bisect(rows, point[0]), bisect(columns, point[1])

    expected: dict[Point, int] = {}
    for place, point in enumerate(points):
        expected.setdefault(cell(point), place)
    assert point_tree_of(points).first_in_each(cell) == [(place, one) for one, place in expected.items()]


def test_many_points_are_not_all_looked_at() -> None:
    """To find the first in each of four cells, a few of ten thousand points are looked at."""
    firsts = point_tree_of((place, place * 7 % 10_000) for place in range(10_000))
    looked_at = list[Point]()

    def cell(point: Point) -> tuple[bool, bool]:
        looked_at.append(point)
        return point[0] < 5_000, point[1] < 5_000

    assert [place for place, _ in firsts.first_in_each(cell)] == [0, 715, 5_000, 5_715]
    assert len(looked_at) < 2_000
