"""Tables that must have an entry for every member of an enumeration, or for every class of a union."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")


def complete(table: Mapping[_K, _V], keys: Iterable[_K], where: str) -> dict[_K, _V]:
    """Give the table in the order of the keys, if each key has an entry. A new member without one stops the import, with the file in
    which to write it.

    Returns:
        The entries of the keys.

    Raises:
        TypeError: one of the keys has no entry.
    """
    expected = tuple(keys)
    if missing := [key for key in expected if key not in table]:
        named = ", ".join(key.__name__ if isinstance(key, type) else str(key) for key in missing)
        raise TypeError(f"nothing is said of {named}: write it in {where}")
    return {key: table[key] for key in expected}
