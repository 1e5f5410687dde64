"""The first and last digits of the candidate's own number, where a text calls them so (PHONE-1)."""

import re
from collections.abc import Callable, Iterator, Sequence

from resume_visibility.projection.contacts.gaps import Gap
from resume_visibility.projection.contacts.tokens import Group, groups_of

# What calls a few digits a piece of a number: without it they are any year or amount.
_SO_MANY = "(?:[4-8四五六七八]|four|five|six|seven|eight)"
_CALLED = re.compile(
    rf"(?P<first>[前头]\s?{_SO_MANY}\s?位?|(?P<front>开头|打头)|first ?{_SO_MANY}|(?:starts?|begins?) with)"
    rf"|尾号|尾数|[后末尾]\s?{_SO_MANY}\s?位?|(?P<back>[结收]尾)|last ?{_SO_MANY}|end(?:s|ing)? (?:in|with)|[*×•·x]{{3,}}"
)
_LEADS_ON = re.compile(
    r"[^0-9a-z\n]{0,6}(?:(?:digits?|are|is|of|my|number|phone|mobile)(?![a-z])[^0-9a-z\n]{0,3}){0,5}"
)
_REACH = 40
_FEWEST = 4
MOBILE = 11
"""So many digits has a mobile number."""


def pieces_in(stream: str, digits: str, number: str) -> Iterator[tuple[int, int]]:
    """The first digits of a mobile number and the last, four or more, where they are called so.

    Args:
        stream: a folded text.
        digits: all those of the text, one after the other.
        number: of a mobile, as digits.
    """
    if number[:_FEWEST] in digits or number[-_FEWEST:] in digits:
        for call in _CALLED.finditer(stream):
            is_piece = number.startswith if call["first"] else number.endswith
            yield from _led_up_to(stream, call.end(), is_piece)
            if call["front"] or call["back"]:
                yield from _called_behind(stream, call.start(), is_piece)


def _led_up_to(stream: str, end: int, is_piece: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    groups = groups_of(stream, end, end + _REACH, counts=True)
    first = 0
    while first < len(groups) and _LEADS_ON.fullmatch(stream, end, groups[first].start):
        behind = _longest(groups, first, is_piece)
        if behind == first:
            return
        end = groups[behind - 1].end
        yield groups[first].start, end
        first = behind  # said again right behind, a piece is called so still


def _called_behind(stream: str, start: int, is_piece: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    groups = groups_of(stream, max(0, start - _REACH), start, counts=True)
    for first in range(len(groups)):
        if _longest(groups, first, is_piece) == len(groups) and start - groups[-1].end < _FEWEST:
            yield groups[first].start, groups[-1].end
            return


def _longest(groups: Sequence[Group], first: int, is_piece: Callable[[str], bool]) -> int:
    """Behind which group the longest piece ends that starts with one; that one itself where none does."""
    digits, behind = "", first
    for at in range(first, len(groups)):
        if (at > first and groups[at].gap > Gap.SIGNS) or len(digits) > MOBILE:
            break
        digits += groups[at].digits
        goes_on = at + 1 < len(groups) and groups[at + 1].gap is Gap.NONE
        if len(digits) >= _FEWEST and is_piece(digits) and not goes_on:
            behind = at + 1
    return behind
