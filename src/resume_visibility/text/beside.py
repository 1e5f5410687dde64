"""What stands beside a detail that was found: the label that leads up to it, and what may open up when it is taken out, since what
stands on both sides of it is read together then.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable

from .digits import Gap, gap_between, groups_of
from .fold import Span, fold
from .kinds import Covered, Finding
from .known import Known
from .patterns import FOUND, HAN_DIGITS, SOUNDS, later
from .signals import Signals, spans_of_words

# --- What leads up to it ---------------------------------------------------------------------------------------------

_LABEL = later(
    r"(?:(?:我的?|本人|联系|个人|私人|办公|家庭)?(?:手机|电话|座机|固话|邮箱|邮件)(?:号码?|地址)?"
    r"|(?<![a-z])(?:(?:my|work|home|office)\s)?(?:tel|telephone|phone|mobile|cell|e-?mail|mail)(?:\s(?:number|no|address))?)"
    r"(?:是|为|\sis)?\W{0,3}$"
)
_LABELLED = 24
_SPEAKS_ON = later(
    r"[a-z]{2,}[._-]?[0-9_]|@|[加找搜叫]|名[字叫]|昵称|同名|[账帐]号|号是|或|另"
    rf"|{FOUND}(?:\s?[/|、&（(]\s?[a-z]{{4}}|\W{{0,3}}(?:and|or)(?![a-z]))"
)
"""What speaks of another detail, beside one that a label leads up to: a word with figures, a verb, an or."""


def label_before(stream: str, start: int) -> int:
    """Where the label for a number or an address begins that leads up to a place; that place itself where none does."""
    label = _LABEL.search(stream, max(0, start - _LABELLED), start)
    return label.start() if label else start


def unanswered(signalled: Signals, left: str, answers: Iterable[Span]) -> Signals:
    """The same but for the sentences that speak of reaching somebody in nothing but what leads up to a detail that was found.

    Args:
        signalled: in a text.
        left: the text, with what was found in it and what leads up to that blotted out.
        answers: what is blotted out.
    """
    answered = Covered(len(left), (Finding(start, end, ()) for start, end in answers))
    spoken = [at for at in signalled.spoken if not answered.meets(at, at + 1)]
    return signalled._replace(
        accounts=tuple(
            (start, stop)
            for start, stop in signalled.accounts
            if bisect_left(spoken, start) < bisect_left(spoken, stop) or _SPEAKS_ON.search(left, start, stop)
        ),
        spoken=spoken,
    )


def blotted(stream: str, places: Iterable[Span]) -> str:
    """A folded text with some stretches, by where they start, blotted out, and every other character in its place."""
    pieces: list[str] = []
    done = 0
    for start, end in places:
        if end > max(start, done):
            size = end - max(start, done)
            pieces += (stream[done : max(start, done)], (FOUND + " " * (size - 2) + FOUND)[:size])
            done = end
    return "".join((*pieces, stream[done:]))


# --- What opens up without it ----------------------------------------------------------------------------------------

_CLOSE = 14
_SURE = re.compile(rf"[0-9@{HAN_DIGITS}]")
_MAYBE = re.compile(rf"[0-9a-z@{HAN_DIGITS}]", re.IGNORECASE)


def carries_on(text: str, start: int, end: int) -> bool:
    """Whether digits or an at stand close by on one side, and what could go on from there on the other."""
    if text[end : end + 1].isdigit() or text[max(0, start - 1) : start].isdigit():
        return True
    sides = text[max(0, start - _CLOSE) : start], text[end : end + _CLOSE]
    return any(map(_SURE.search, sides)) and all(map(_MAYBE.search, sides))


def glued(text: str, start: int, end: int) -> Span | None:
    """A stretch with the label that leads up to it, where a letter and a digit or another letter, in Latin, meet at one of its
    edges: it kept what goes on there from being read by itself.
    """
    before = text[max(0, start - 1) : start]
    if before and before.isascii() and (before == ":" or before.isalpha()):
        start = label_before(text.lower(), start)
    return (start, end) if _in_word(text, start) or _in_word(text, end) else None


def _in_word(text: str, at: int) -> bool:
    edge = text[at - 1 : at + 1]
    return len(edge) > 1 and edge.isascii() and edge.isalnum() and not edge.isdigit()


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
