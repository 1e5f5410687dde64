"""What an error says of keys that nobody knows: they are named only where they resemble the name of a field (LAW-7)."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

_MOST_LOOKED_AT = 20  # of more, none is a slip of the pen
_LONGEST_KEY = 40
_ALIKE = 0.7  # of 1: kind is not like id
_LIKE_A_KEY = re.compile(r"[A-Za-z]+(?:[_-][A-Za-z]+)*(?:[_-]?[0-9]{1,2})?")
"""An ASCII word, as programs call fields: neither a number, nor an address, nor what a person writes in Chinese. It may be a
name in pinyin, so that is not enough.
"""


def unknown(keys: Iterable[str], names: Iterable[str]) -> str:
    """How many unknown keys there are, and of those that resemble a known one which, with the known one.

    Args:
        keys: that are not known.
        names: that are.
    """
    strays = sorted(keys)
    like_keys = [key for key in strays if len(key) <= _LONGEST_KEY and _LIKE_A_KEY.fullmatch(key)]
    near = {key: get_close_matches(key, names, 1, _ALIKE) for key in like_keys[:_MOST_LOOKED_AT]}
    named = [f"{key} (did you mean {known[0]}?)" for key, known in near.items() if known]
    if named and len(named) < len(strays):
        named.append(f"{len(strays) - len(named)} more")
    return f"{len(strays)} unknown{': ' if named else ''}{', '.join(named)}"
