"""What a strategy draws, as the laws would meet it."""

from typing import TypeVar

from hypothesis import Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

_T = TypeVar("_T")


def draws_of(drawn: SearchStrategy[_T], number: int, *, rounds: int = 20, first: int = 0) -> list[_T]:
    """So many draws, or nearly; each round starts anew, as each law's test does, from a seed of its own."""
    found: list[_T] = []

    def collect(one: _T) -> None:
        found.append(one)

    for start in range(first, first + rounds):
        once = settings(max_examples=number // rounds, phases=[Phase.generate])
        seed(start)(once(given(drawn)(collect)))()
    return found
