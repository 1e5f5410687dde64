"""Tables that must have an entry for every member of an enumeration, or for every class of a union."""

import sys
from collections.abc import Iterable, Mapping
from typing import TypeVar

_K = TypeVar("_K")
_V = TypeVar("_V")


def complete(table: Mapping[_K, _V], keys: Iterable[_K]) -> dict[_K, _V]:
    """Give the table in the order of the keys, if each key has an entry, and nothing else has one. A new member without an entry stops
    the import, with the file and line in which to write it, and so does an entry of a member that is gone.

    Args:
        table: as a module states it.
        keys: all that it has to say something of.

    Returns:
        The entries of the keys.

    Raises:
        TypeError: one of the keys has no entry, or something else has one.
    """
    expected = tuple(keys)
    if missing := [key for key in expected if key not in table]:
        raise TypeError(f"nothing is said of {_named(missing)}: write it in {_place_of_caller()}")
    if gone := [key for key in table if key not in expected]:
        raise TypeError(f"{_named(gone)} is not there: remove it from {_place_of_caller()}")
    return {key: table[key] for key in expected}


def complete_words(cls: type, pairs: Iterable[Iterable[str]], names: Iterable[str]) -> dict[str, str]:
    """Give the words of a class by name, if each name has one. An error names the class, too: many classes have a field `date`.

    Args:
        cls: whose names they are.
        pairs: each name with its word.
        names: all that need a word.
    """
    table = {f"{cls.__name__}.{name}": word for name, word in pairs}
    said = complete(table, [f"{cls.__name__}.{name}" for name in names])
    return {key.partition(".")[2]: word for key, word in said.items()}


def _named(keys: Iterable[object]) -> str:
    return ", ".join(key.__name__ if isinstance(key, type) else str(key) for key in keys)


def _place_of_caller() -> str:
    """The file and line of the statement that asked for a complete table: of a module, where a function of the same module made it."""
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_globals is globals():
        frame = frame.f_back
    while (caller := frame.f_back) is not None and caller.f_globals is frame.f_globals:
        frame = caller
    package, name = __name__.split(".")[0], str(frame.f_globals["__name__"])
    return f"{name.removeprefix(f'{package}.').replace('.', '/')}.py:{frame.f_lineno}"
