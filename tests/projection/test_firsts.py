"""Of many pairs the first in each cell of a grid is found, as by a look at every pair."""

from bisect import bisect

from hypothesis import given
from hypothesis import strategies as st

from resume_visibility.projection.firsts import Pair, pair_tree_of

SIDES = st.integers(-1, 9)
PAIRS = st.lists(st.tuples(SIDES, SIDES), min_size=1, max_size=40)
CUTS = st.lists(SIDES, max_size=4).map(sorted)


@given(PAIRS, CUTS, CUTS)
def test_the_first_pair_in_each_cell_is_found(pairs: list[Pair], rows: list[int], columns: list[int]) -> None:
    """Whatever the pairs and the grid, each cell that has a pair gives its first one, and the earliest comes first."""

    def cell(pair: Pair) -> Pair:
        return bisect(rows, pair[0]), bisect(columns, pair[1])

    expected: dict[Pair, int] = {}
    for place, pair in enumerate(pairs):
        expected.setdefault(cell(pair), place)
    assert pair_tree_of(pairs).first_in_each(cell) == [(place, one) for one, place in expected.items()]


def test_many_pairs_are_not_all_looked_at() -> None:
    """To find the first in each of four cells, a few of ten thousand pairs are looked at."""
    firsts = pair_tree_of((place, place * 7 % 10_000) for place in range(10_000))
    looked_at = list[Pair]()

    def cell(pair: Pair) -> tuple[bool, bool]:
        looked_at.append(pair)
        return pair[0] < 5_000, pair[1] < 5_000

    assert [place for place, _ in firsts.first_in_each(cell)] == [0, 715, 5_000, 5_715]
    assert len(looked_at) < 2_000
