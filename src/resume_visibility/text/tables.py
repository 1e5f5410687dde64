"""The tables of data that lie beside this room's code."""

from functools import cache
from json import loads
from pkgutil import get_data  # `importlib.resources` takes several times as long to import
from typing import Any


@cache
def table(name: str) -> Any:
    """A table, as plain values, read once; nobody changes them.

    Args:
        name: of its file, without the ending.
    """
    return loads(get_data(__package__, f"data/{name}.json") or b"")
