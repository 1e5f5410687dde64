"""Numbers in pieces, and sentences that give a detail away without writing it down."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from . import plans
from .digits import Group, Groups
from .fold import Span
from .judgement import clause_features, is_cued, piece_features, score
from .kinds import Covered, Finding, Kind
from .patterns import FOUND, HAN_DIGITS

_FURTHEST = 70
_MOST = 12
_LENGTHS = {10: "american", 11: "mobile", 17: "identity", 18: "identity"}


def pieces_of(
    stream: str, groups: Sequence[Group], *, lenient: bool = False
) -> Iterator[tuple[str, list[Group]]]:
    """Neighbouring groups of digits that make a number together."""
    for first in range(len(groups)):
        digits = ""
        chosen: list[Group] = []
        for group in groups[first : first + _MOST]:
            if chosen and (group.start - chosen[-1].end > _FURTHEST or group.start == chosen[-1].end):
                break
            digits += group.digits
            chosen.append(group)
            if len(digits) > 18:
                break
            kind = _LENGTHS.get(len(digits))
            if (
                kind
                and len(chosen) > 1
                and (_fits(kind, digits, stream[group.end : group.end + 1]) or (lenient and kind))
            ):
                yield kind, list(chosen)


def _fits(kind: str, digits: str, behind: str) -> bool:
    if kind == "mobile":
        return plans.is_mobile(digits) or digits.startswith("07")  # of China, or of Britain
    if kind == "american":
        return digits[0] > "1" and digits[3] > "1"
    return plans.is_identity(digits + "x" * (18 - len(digits))) and (len(digits) == 18 or behind == "x")


PIECES = 80


def given_in_pieces(stream: str, grouped: Iterable[Groups], taken: Sequence[Finding]) -> Iterator[Finding]:
    """The pieces of every number that is given in some, among the groups of digits of stretches of a text."""
    best = []
    found_before = Covered(len(stream), taken)
    for kind, groups in (one for each in grouped for one in pieces_of(stream, each.every)):
        if any(found_before.meets(group.start, group.end) for group in groups):
            continue
        total = score("pieces", piece_features(stream, groups, kind))
        if total > PIECES:
            best.append((total, kind, groups))
    done = Covered(len(stream))
    for _, kind, groups in sorted(best, key=lambda one: (-one[0], one[2])):
        if any(done.meets(group.start, group.end) for group in groups):
            continue
        what = (Kind.NATIONAL_ID,) if kind == "identity" else (Kind.PHONE,)
        near = all(two.start - one.end <= 12 for one, two in pairwise(groups))
        found = (
            [Finding(groups[0].start, groups[-1].end, what, "a number in pieces")]
            if near
            else [Finding(g.start, g.end, what, "a piece of a number") for g in groups]
        )
        for one in found:
            done.add(one.start, one.end)
        yield from found


CLAUSES = 480
_CLAUSE = re.compile(r"[^，,。；;！!？?\n]*(?:[，,。；;！!？?\n]|$)")
_CARRIES = re.compile(rf"[0-9{HAN_DIGITS}]|[a-z]{{2}}|@|[“\"「『]")


def clauses_in(
    stream: str, stretches: Iterable[Span], taken: Sequence[Finding]
) -> Iterator[tuple[int, int, list[str]]]:
    """The clauses that carry something, and that speak of reaching somebody or stand beside one that does, with their
    features; what was found in them, by where it starts, is blotted out.
    """
    starts = [one.start for one in taken]
    furthest = list(accumulate((one.end for one in taken), max))
    for stretch in stretches:
        clauses = [match.span() for match in _CLAUSE.finditer(stream, *stretch) if match[0]]
        words = [
            _blotted(stream, start, end, taken[bisect_right(furthest, start) : bisect_left(starts, end)])
            for start, end in clauses
        ]
        carrying = [_CARRIES.search(one) is not None for one in words]
        cued = [is_cued(one) for one in words] if any(carrying) else []
        for at, (start, end) in enumerate(clauses):
            if carrying[at] and end - start <= _LONGEST and any(cued[max(0, at - 1) : at + 2]):
                before = words[at - 1] if at else ""
                behind = words[at + 1] if at + 1 < len(clauses) else ""
                yield start, end, list(clause_features(words[at], before[-_LONGEST:], behind[:_LONGEST]))


_LONGEST = 160


def _blotted(stream: str, start: int, end: int, taken: Sequence[Finding]) -> str:
    words = ""
    for other in taken:
        if other.start < end and other.end > start:
            words += stream[start : max(start, other.start)] + FOUND
            start = min(end, other.end)
    return words + stream[start:end]


def asked_elsewhere(stream: str, stretches: Iterable[Span], taken: Sequence[Finding]) -> Iterator[Finding]:
    """Whole clauses that tell how the writer is reached elsewhere."""
    for start, end, found in clauses_in(stream, stretches, taken):
        if score("clauses", found) > CLAUSES:
            words = stream[start:end]
            start += len(words) - len(words.lstrip())
            yield Finding(
                start,
                start + len(words.strip().rstrip("，,。；;！!？?")),
                (Kind.CLAUSE,),
                "it tells how to reach somebody",
            )
