"""What may open up in a text when a stretch of it is taken out: what stands on both sides of it is read together then."""

import re

from .digits import Gap, gap_between, groups_of
from .fold import fold
from .known import Known
from .patterns import HAN_DIGITS, SOUNDS
from .signals import spans_of_words

_CLOSE = 14
_SURE = re.compile(rf"[0-9@{HAN_DIGITS}]")
_MAYBE = re.compile(rf"[0-9a-z@{HAN_DIGITS}]", re.IGNORECASE)


def carries_on(text: str, start: int, end: int) -> bool:
    """Whether digits or an at stand close by on one side, and what could go on from there on the other."""
    if text[end : end + 1].isdigit() or text[max(0, start - 1) : start].isdigit():
        return True
    sides = text[max(0, start - _CLOSE) : start], text[end : end + _CLOSE]
    return any(map(_SURE.search, sides)) and all(map(_MAYBE.search, sides))


def may_be_one(text: str, start: int, end: int) -> bool:
    """Whether digits on both sides of a stretch stand close enough to be of one number, or an at stands there, or what the stretch
    kept from being read by itself.
    """
    before, behind = _beside(text, start, end)
    if "@" in before or "@" in behind or _is_glued_to(text, start, end, before, behind):
        return True
    firsts, lasts = groups_of(before, counts=True), groups_of(behind, counts=True)
    if not firsts or not lasts:
        return False
    gap, _ = gap_between(before + behind, firsts[-1].end, len(before) + lasts[0].start)
    return gap is not Gap.WALL


def may_join(text: str, known: Known, accounts: tuple[str, ...], start: int, end: int) -> bool:
    """Whether what stands on both sides of a stretch may be read together when it is taken out."""
    before, behind = _beside(text, start, end)
    if "@" in before or _is_glued_to(text, start, end, before, behind):
        return True
    if not before or not behind:
        return False
    if before[-1] in SOUNDS and behind[0] in SOUNDS:
        return True
    left, right = _MADE_OF.search(before) is not None, _MADE_OF.search(behind) is not None
    if (left and right) or known.names.may_stand_in(before + behind):
        return True
    seam = len(before)
    words = spans_of_words(before + behind, accounts)
    return any((right or stop > seam) if at < seam else left for at, stop in words)


_MADE_OF = re.compile(rf"[0-9a-z@!#$%^&*(){HAN_DIGITS}]")
"""What one side of a detail is made of, in a folded text."""


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands close by on both sides of a stretch, folded."""
    return fold(text[max(0, start - _CLOSE) : start]), fold(text[end : end + _CLOSE])


def _is_glued_to(text: str, start: int, end: int, before: str, behind: str) -> bool:
    """Whether a stretch begins or ends in a Latin letter or digit that keeps what stands beside it from being read by itself."""
    edges = (fold(text[start]), before[-1:]), (fold(text[end - 1]), behind[:1])
    return any(edge.isascii() and edge.isalnum() and _STICKS.match(beside) for edge, beside in edges)


_STICKS = re.compile(rf"[!-~{HAN_DIGITS}]")
