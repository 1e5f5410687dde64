"""What stands right beside a finding: the label before it, and what could be read together if it were taken out."""

import re
from bisect import bisect_left
from collections.abc import Iterable

from .digits import Gap, gap_between, groups_of
from .fold import fold
from .kinds import Covered
from .known import Known
from .patterns import DIGIT_HOMOPHONES, HAN_DIGITS, PLACEHOLDER, Span, lazy_re
from .signals import spans_of_words

# --- Labels before a detail ------------------------------------------------------------------------------------------

_LABEL = lazy_re(
    r"(?=[我本联个私办家手电座固邮a-z])(?:(?:我的?|本人|联系|个人|私人|办公|家庭)?(?:手机|电话|座机|固话|邮箱|邮件)(?:号码?|地址)?"
    r"|(?<![a-z])(?:(?:my|work|home|office)\s)?(?:tel|telephone|phone|mobile|cell|e-?mail|mail)(?:\s(?:number|no|address))?)"
    r"(?:是|为|\sis)?\W{0,3}$"
)
_LABEL_CHARS = 24
_MORE_DETAILS = lazy_re(
    rf"[a-z@加找搜叫名昵同账帐号或另{PLACEHOLDER}](?:(?<=[a-z])[a-z][._-]?[0-9_]|(?<=[@加找搜叫或另])|(?<=名)[字叫]|(?<=昵)称|(?<=同)名"
    rf"|(?<=[账帐])号|(?<=号)是|(?<={PLACEHOLDER})(?:\s?[/|、&（(]\s?[a-z]{{4}}|\W{{0,3}}(?:and|or)(?![a-z])))"
)
"""Signs of another detail beside one that has a label: a word with figures, a verb, an or."""


def label_before(stream: str, start: int) -> int:
    """Return where the label of a number or an address right before a place begins; the place itself if there is no label."""
    label = _LABEL.search(stream, max(0, start - _LABEL_CHARS), start)
    return label.start() if label else start


def drop_label_sentences(
    sentences: Iterable[Span], cues: Iterable[int], blanked: str, labelled: Iterable[Span]
) -> tuple[list[Span], list[int]]:
    """Drop the sentences whose only words about contact are the label of a detail that was already found.

    Args:
        sentences: the sentences of a text.
        cues: the places where it speaks of reaching somebody.
        blanked: the text, with the findings and their labels blanked out.
        labelled: the stretches that are blanked out.
    """
    covered = Covered(len(blanked), labelled)
    cues = [at for at in cues if not covered.overlaps(at, at + 1)]
    return [
        (start, stop)
        for start, stop in sentences
        if bisect_left(cues, start) < bisect_left(cues, stop) or _MORE_DETAILS.search(blanked, start, stop)
    ], cues


def blank_out(stream: str, spans: Iterable[Span], edge: str = PLACEHOLDER) -> str:
    """Blot out stretches of a folded text, which are ordered by start, with blanks between two edges; every other character keeps its
    place.
    """
    pieces: list[str] = []
    done = 0
    for start, end in spans:
        start = max(start, done)
        if (size := end - start) > 0:
            pieces += (stream[done:start], (edge + " " * (size - 2) + edge)[:size])
            done = end
    return "".join((*pieces, stream[done:]))


# --- Details that open up without it ---------------------------------------------------------------------------------

_CLOSE_CHARS = 14
_DIGIT_OR_AT = re.compile(rf"[0-9@{HAN_DIGITS}]")
_DETAIL_CHAR = re.compile(rf"[0-9A-Za-z\u0130\u0131\u017f\u212a@{HAN_DIGITS}]")
"""Characters with which a detail could go on, in either case; four other letters have a Latin one as their other case."""


def may_continue(text: str, start: int, end: int) -> bool:
    """Whether a digit touches a stretch, or digits or an at stand close by on one side and what could go on from them on the other."""
    if text[end : end + 1].isdigit() or text[max(0, start - 1) : start].isdigit():
        return True
    before, behind = (max(0, start - _CLOSE_CHARS), start), (end, end + _CLOSE_CHARS)
    if _DETAIL_CHAR.search(text, *before) is None or _DETAIL_CHAR.search(text, *behind) is None:
        return False
    return _DIGIT_OR_AT.search(text, *before) is not None or _DIGIT_OR_AT.search(text, *behind) is not None


def span_if_glued(text: str, start: int, end: int) -> Span | None:
    """A stretch with the label before it, if a Latin letter and another one or a digit meet at one of its edges: the stretch kept
    the word there from being read by itself.
    """
    before = text[max(0, start - 1) : start]
    if before and before.isascii() and (before == ":" or before.isalpha()):
        begin = max(0, start - _LABEL_CHARS - 1)  # the label, and what stands before it
        start = begin + label_before(text[begin:start].lower(), start - begin)
    return (start, end) if _is_in_word(text, start) or _is_in_word(text, end) else None


def _is_in_word(text: str, at: int) -> bool:
    edge = text[at - 1 : at + 1]
    return len(edge) > 1 and edge.isascii() and edge.isalnum() and not edge.isdigit()


def may_be_one_number(text: str, start: int, end: int) -> bool:
    """Whether digits on both sides of a stretch stand close enough to be one number, or an at stands there, or a word that the stretch
    kept from being read by itself.
    """
    before, behind = _text_beside(text, start, end)
    if "@" in before or "@" in behind or _is_glued_to(text, start, end, before, behind):
        return True
    if not (firsts := groups_of(before, counts=True)) or not (lasts := groups_of(behind, counts=True)):
        return False
    gap, _ = gap_between(before + behind, firsts[-1].end, len(before) + lasts[0].start)
    return gap is not Gap.WALL


def may_join_words(text: str, known: Known, accounts: tuple[str, ...], start: int, end: int) -> bool:
    """Whether the words on both sides of a stretch may be read together when the stretch is taken out."""
    before, behind = _text_beside(text, start, end)
    if "@" in before or _is_glued_to(text, start, end, before, behind):
        return True
    if not before or not behind:
        return False
    if before[-1] in DIGIT_HOMOPHONES and behind[0] in DIGIT_HOMOPHONES:
        return True
    left, right = _DETAIL_PART.search(before) is not None, _DETAIL_PART.search(behind) is not None
    if (left and right) or known.names.may_stand_in(before + behind):
        return True
    seam = len(before)
    words = spans_of_words(before + behind, accounts)
    return any((right or stop > seam) if at < seam else left for at, stop in words)


def splits_name(text: str, known: Known, start: int, end: int) -> bool:
    """Whether a stretch stands between the parts of a name."""
    names = known.names
    begins = names.may_begin_in(text[max(0, start - _CLOSE_CHARS) : start])
    return begins and names.may_stand_in("".join(_text_beside(text, start, end)))


_DETAIL_PART = re.compile(rf"[0-9a-z@!#$%^&*(){HAN_DIGITS}]")
"""A character of which one side of a detail is made, in a folded text."""


def _text_beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The folded text close by on both sides of a stretch."""
    return fold(text[max(0, start - _CLOSE_CHARS) : start]), fold(text[end : end + _CLOSE_CHARS])


def _is_glued_to(text: str, start: int, end: int, before: str, behind: str) -> bool:
    """Whether a stretch begins or ends in a Latin letter or digit that keeps the word beside it from being read by itself."""
    edges = [text[start]] if _GLUED_CHAR.match(before[-1:]) else []
    edges += [text[end - 1]] if _GLUED_CHAR.match(behind[:1]) else []
    return any(edge.isascii() and edge.isalnum() for edge in map(fold, edges))


_GLUED_CHAR = re.compile(rf"[!-~{HAN_DIGITS}]")
