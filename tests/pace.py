"""How much is tried. `SUITE` names it: what a run takes that ends within minutes, unless it says `whole` or `anew`."""

import os
from collections.abc import Sequence
from typing import TypeVar

_T = TypeVar("_T")

SUITE = os.environ.get("SUITE", "same")
"""One of `same`: few draws, the same each time; `whole`: more of them; `anew`: many, and others each time."""


def some_of(cases: Sequence[_T], step: int) -> Sequence[_T]:
    """Every so many of the cases, spread over all; five times as many where the whole is asked for.

    Args:
        cases: there are.
        step: a prime, so that no pattern of the cases has it.
    """
    return cases[:: step if SUITE == "same" else max(1, step // 5)]


def examples(number: int) -> int:
    """How many examples to draw where `number` is enough for a run that ends within minutes."""
    return number * {"same": 1, "whole": 3, "anew": 10}[SUITE]
