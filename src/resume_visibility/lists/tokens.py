"""The words of a text, as any engine can search them: Chinese has no spaces, and each engine cuts it in its own way."""

import re
from itertools import pairwise

from ..model.arguments import expect_kind
from ..model.names import normal, visible

MAX_CHARS = 100_000
"""The characters that are read of one text, five times the longest text of a resume. Words after them are not found."""
MAX_TERM_LENGTH = 64
"""In characters. A longer word is found by its first ones."""

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff"  # Thai, Lao, Burmese, Hangul, Khmer
    "\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U0001aff0-\U0001b16f"  # Han, kana, Hangul
)
_RARE_HAN = "\U00020000-\U0003ffff"  # also what this Python does not know yet
_INDIC = "\u0900-\u0963\u0966-\u0dff"  # its vowel signs after a letter are no letters
_RUN = re.compile(
    rf"(?P<unspaced>(?:(?=[^\W_])[{_UNSPACED}]|[{_RARE_HAN}])+)"
    rf"|(?P<word>(?:(?![{_UNSPACED}{_RARE_HAN}])[^\W_]|[{_INDIC}])+)(?P<sign>\+\+|#)?"
)
_SIGNS = {None: "", "++": "plusplus", "#": "sharp"}
"""Turns C++ and C# into words of letters, which no engine cuts."""


def terms(text: str) -> tuple[str, ...]:
    """The terms of a text, for an index; also of what somebody searches for, for a query that requires all of them.

    A word or a figure is a term. In Chinese, and in other scripts that have no spaces or are searched inside words, each two
    neighbouring characters are a term; a single character is a term itself. Terms are letters and figures alone, after NFKC
    and case folding; simplified and traditional characters differ.

    Args:
        text: as it is shown; of a far longer text than a resume may have, only the beginning is read.

    Returns:
        The terms in the order of the text, as often as they occur; none where there is no word.
    """
    expect_kind("text", text, str)
    normalised = visible(normal("NFKC", text[:MAX_CHARS]).casefold())
    found: list[str] = []
    for run in _RUN.finditer(normal("NFKC", normalised)):
        match run["unspaced"]:
            case None:
                found.append(run["word"][:MAX_TERM_LENGTH] + _SIGNS[run["sign"]])
            case str(character) if len(character) == 1:
                found.append(character)
            case characters:
                found += map("".join, pairwise(characters))
    return tuple(found)
