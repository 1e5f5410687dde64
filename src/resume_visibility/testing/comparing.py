"""Compares answers of a service with each other and with None, and says where they differ."""

from itertools import takewhile
from typing import Final

from ..codec.dumping import dump_view
from ..projection.form_view import FormView
from ..projection.view import ResumeView


def expect_same(seen: object, same: object, message: str) -> None:
    """Expect two answers to be equal and written alike.

    Args:
        seen: one of the values that left the service.
        same: the other.
        message: what is wrong if they differ.

    Raises:
        AssertionError: they differ.
    """
    assert seen == same, f"{message}{_first_difference(seen, same)}"
    assert repr(seen) == repr(same), f"{message}, by the repr{_first_difference(repr(seen), repr(same))}"


def expect_none(seen: object, message: str) -> None:
    """Expect that nothing is shown.

    Args:
        seen: the value that left the service.
        message: what is wrong if it is not None.

    Raises:
        AssertionError: it is not None.
    """
    assert seen is None, f"{message}: expected None, got {_written(seen)[: 2 * _AROUND]!r}"


def _first_difference(seen: object, same: object) -> str:
    """Both answers from a little before they begin to differ; empty if they are written alike."""
    one, other = _written(seen), _written(same)
    if one == other:
        return ""
    at = len([*takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))])
    around = slice(max(0, at - _AROUND), at + _AROUND)
    return f": {one[around]!r}, and {other[around]!r}"


_AROUND: Final = 40


def _written(seen: object) -> str:
    match seen:
        case str():
            return seen
        case bytes():
            return seen.decode("utf-8", "replace")
        case ResumeView() | FormView():  # whose repr shows nothing
            return dump_view(seen).decode()
        case _:
            return repr(seen)
