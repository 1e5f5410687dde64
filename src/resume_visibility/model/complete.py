"""Tables that must have an entry for every member of an enumeration, or for every class of a union."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")


def complete(table: Mapping[_K, _V], keys: Iterable[_K], where: str) -> dict[_K, _V]:
    """Give the table in the order of the keys, if each key has an entry, and nothing else has one. A new member without an entry stops
    the import, with the file in which to write it, and so does an entry of a member that is gone.

    Returns:
        The entries of the keys.

    Raises:
        TypeError: one of the keys has no entry, or something else has one.
    """
    expected = tuple(keys)
    if missing := [key for key in expected if key not in table]:
        raise TypeError(f"nothing is said of {_named(missing)}: write it in {where}")
    if gone := [key for key in table if key not in expected]:
        raise TypeError(f"{_named(gone)} is not there: remove it from {where}")
    return {key: table[key] for key in expected}


def _named(keys: Iterable[object]) -> str:
    return ", ".join(key.__name__ if isinstance(key, type) else str(key) for key in keys)
