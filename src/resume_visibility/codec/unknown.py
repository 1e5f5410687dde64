"""The words of errors for unknown keys: a key is named only if it resembles the name of a field (LAW-7)."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

_MOST_LOOKED_AT = 20  # of more, none is a slip of the pen
_LONGEST_KEY = 40
_ALIKE = 0.7  # of 1: kind is not like id
_LIKE_A_KEY = re.compile(r"[A-Za-z]+(?:[_-][A-Za-z]+)*(?:[_-]?[0-9]{1,2})?")
"""An ASCII word, as programs name fields: no number, no address, and nothing that a person writes in Chinese. It may be a name in
pinyin, so this alone is not enough.
"""


def unknown(keys: Iterable[str], names: Iterable[str]) -> str:
    """Say how many unknown keys there are. The keys that resemble a known one are named, with the known one."""
    strays = sorted(keys)
    like_keys = [key for key in strays if len(key) <= _LONGEST_KEY and _LIKE_A_KEY.fullmatch(key)]
    near = {key: get_close_matches(key, names, 1, _ALIKE) for key in like_keys[:_MOST_LOOKED_AT]}
    named = [f"{key} (did you mean {known[0]}?)" for key, known in near.items() if known]
    if named and len(named) < len(strays):
        named.append(f"{len(strays) - len(named)} more")
    return f"{len(strays)} unknown{': ' if named else ''}{', '.join(named)}"
