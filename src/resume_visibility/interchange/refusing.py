"""What nothing is read of: something that is no row, and a row of too many values."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from ..model.arguments import mistake

_T = TypeVar("_T")

MOST_VALUES = 40_000
"""Many times as many as a long resume has. A value costs some kilobytes while it is read, and a megabyte can be half a million values."""


class NoSuchName(Exception):
    """A row has no attribute of a name that is mapped; nothing of the row is in it."""


def row_error(value: object) -> TypeError:
    """The error for something that is no row."""
    return mistake("row", "an object with attributes or keys", value)


class TooManyValues(Exception):
    """A row has more keys and values than are read (LAW-6); nothing of it is in the error."""


class ValueCounter:
    """Counts what is read of one row, before the work on it is done."""

    __slots__ = ("_left",)

    def __init__(self) -> None:
        self._left = MOST_VALUES

    def add(self, values: int = 1) -> None:
        """Count some keys and values.

        Raises:
            TooManyValues: they are too many.
        """
        self._left -= values
        if self._left < 0:
            raise TooManyValues

    def counted(self, values: Iterable[_T]) -> Iterator[_T]:
        """The same values, each counted before the next is asked for: they may never end.

        Raises:
            TooManyValues: they are too many.
        """
        for value in values:
            self.add()
            yield value
