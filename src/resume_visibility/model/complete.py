"""Tables that have to say something of every member of an enumeration, or of every class of a union."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")


def complete(table: Mapping[_K, _V], keys: Iterable[_K], where: str) -> dict[_K, _V]:
    """The table in the order of the keys, once there is an entry for each: a new member stops the import, and says what to do.

    Args:
        table: what is said of each.
        keys: of whom something has to be said.
        where: the file to write it in.

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
