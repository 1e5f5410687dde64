"""Telephone numbers told in pieces that whole clauses part: 前七位1380013…后四位8000.

Nothing but the words around each piece says that they belong together, so all of that must be there: a word for
telephone, a head, and pieces that are called later ones and complete it to a number.
"""

import re
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from resume_visibility.projection.contacts import context, plans
from resume_visibility.projection.contacts.details import Detail, Finding
from resume_visibility.projection.contacts.patterns import APART, WALL

_PIECE = re.compile(r"(?<![0-9a-z._\-])[0-9]{3,8}(?![0-9a-z_%])")
_AROUND = 44
# Further apart than this, or with more pieces between, nothing is read together.
_FURTHEST = 120
_MOST = 6
_AMERICAN = 10
_LAST = 2

_S = rf"[^a-z0-9\u3400-\u9fff\n{WALL}]{{0,3}}"
_HEAD_BEFORE = re.compile(
    r"(?:[前上首头][一1]?半|[前头][三四五六七3-7]|[开打起]头|前[头边]|号头|首段|头段|第一[段截节]|[分有成][两二三]?[段截节]"
    r"|first (?:half|part|three|seven|six)|starts?|begin(?:s|ning)?|prefix|half of|area|先[输拨按打记])[^0-9\n]{0,30}$"
)
_HEAD_BEHIND = re.compile(rf"{_S}(?:[开打]头|在前|居前|first|at the (?:start|beginning)|to (?:start|begin))")
_LAST_BEFORE = re.compile(
    r"(?:[后下另][一1]?半|[后末尾][一四五3-5三][位个码]?|尾号|尾[数巴]|后[头边]|屁股|末尾|结尾|剩[下余]|余下|其余|最后|补上|再[拨加接输按]|第[二三][段截节]"
    r"|second (?:half|part)|other half|(?:last|final) (?:half|part|four|five|[45])|ends?|ending|finish(?:es|ing)?|the rest|remaining|suffix|then)"
    r"[^0-9\n]{0,24}$"
)
_LAST_BEHIND = re.compile(rf"{_S}(?:收尾|结尾|垫底|在后|居后|殿后|last|at the end|to (?:finish|end))")
_MIDDLE_BEFORE = re.compile(r"(?:中间|当中|居中|中[二三四五六2-6]|腰|middle|then|add)[^0-9\n]{0,10}$")
_PHONE = re.compile(
    r"手\W?[机鸡]|电\W?[话活]|号码|联系|[拨打]号?|座机|固话|phone|mobile|cell|my number|call|dial|reach|(?<![a-z])tel"
)


# A middle that is told rather than written.
_ZEROS = re.compile(r"[都全均四][^0-9\n]{0,4}[0〇零]|zero")


class _Piece(NamedTuple):
    start: int
    end: int
    digits: str
    rank: int


def pieces_in(stream: str) -> Iterator[Finding]:
    """The pieces of every number that is told so."""
    if not _PHONE.search(stream):
        return
    pieces: list[_Piece] = []
    for match in _PIECE.finditer(stream):
        rank = _rank(stream, match)
        if rank is None:
            continue
        pieces = [near for near in pieces if _are_near(stream, near.end, match.start())][-_MOST:]
        if rank == _LAST and any(near.rank == _LAST for near in pieces):
            # The last four are …, the rest is …
            rank = 0
        piece = _Piece(match.start(), match.end(), match[0], rank)
        told = next(_told_with(stream, pieces, piece), None)
        if told is None:
            pieces.append(piece)
            continue
        pieces = []
        if sum(len(each.digits) for each in told) < _AMERICAN:
            told = [told[0]._replace(end=piece.end)]
        for each in told:
            yield Finding(each.start, each.end, (Detail.PHONE,))


def _are_near(stream: str, end: int, start: int) -> bool:
    return start - end <= _FURTHEST and APART not in stream[end:start]


def _rank(stream: str, match: re.Match[str]) -> int | None:
    """Which piece the words around some digits call them: the head, the middle, the last; none of these is none."""
    start, end = match.span()
    if context.has_unit(stream, end):
        return None
    before = stream[max(0, start - _AROUND) : start]
    before = before[before.rfind(WALL) + 1 :]
    if _LAST_BEFORE.search(before) or _LAST_BEHIND.match(stream, end):
        return _LAST
    if _MIDDLE_BEFORE.search(before):
        return 1
    if _HEAD_BEFORE.search(before) or _HEAD_BEHIND.match(stream, end) or context.named_phone(stream, start):
        return 0
    return 1 if set(match[0]) == {"0"} else None


def _told_with(stream: str, pieces: list[_Piece], piece: _Piece) -> Iterator[list[_Piece]]:
    """The pieces before that make a number together with this one."""
    for count in (1, 2):
        for others in combinations(pieces, count):
            told = sorted((*others, piece), key=lambda each: each.rank)
            if (
                told[0].rank == 0
                and told[-1].rank == _LAST
                and len({each.rank for each in told}) == len(told)
            ):
                digits = "".join(each.digits for each in told)
                if len(digits) == 7 and _ZEROS.search(stream, told[0].end, told[-1].start):
                    digits = f"{digits[:3]}0000{digits[3:]}"
                american = (
                    len(digits) == _AMERICAN
                    and len(told[0].digits) in (3, 6)
                    and digits[0] > "1"
                    and digits[3] > "1"
                )
                if plans.is_mobile(digits) or american:
                    yield sorted(told)
