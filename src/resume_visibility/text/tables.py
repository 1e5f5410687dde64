"""The tables of data that lie beside this room's code."""

from json import loads
from pkgutil import get_data  # `importlib.resources` takes several times as long to import
from typing import Any


def table(name: str) -> Any:
    """A table, as plain values.

    Args:
        name: of its file, without the ending.
    """
    return loads(get_data(__package__, f"data/{name}.json") or b"")
