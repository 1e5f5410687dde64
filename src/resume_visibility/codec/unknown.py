"""What an error says of keys that nobody knows: they are named only where they cannot be personal (LAW-7)."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

_MOST_NAMED = 20  # of more, none is a slip of the pen
_LONGEST_KEY = 40
_ALIKE = 0.7  # of 1: kind is not like id
_LIKE_A_KEY = re.compile(r"[A-Za-z]+(?:[_-][A-Za-z]+)*(?:[_-]?[0-9]{1,2})?")
"""An ASCII word, as programs call fields: neither a number, nor an address, nor what a person writes in Chinese."""


def unknown(keys: Iterable[str], names: Iterable[str]) -> str:
    """How many unknown keys there are, and of those that look like keys which, with the known one that each resembles.

    Args:
        keys: that are not known.
        names: that are.
    """
    strays = sorted(keys)
    like_keys = [key for key in strays if len(key) <= _LONGEST_KEY and _LIKE_A_KEY.fullmatch(key)]
    named = []
    for key in like_keys[:_MOST_NAMED]:
        near = get_close_matches(key, names, 1, _ALIKE)
        named.append(f"{key} (did you mean {near[0]}?)" if near else key)
    if named and len(named) < len(strays):
        named.append(f"{len(strays) - len(named)} more")
    return f"{len(strays)} unknown{': ' if named else ''}{', '.join(named)}"
