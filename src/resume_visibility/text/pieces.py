"""Numbers in pieces, and sentences that give a detail away without writing it down."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise

from . import plans
from .digits import Group, Groups
from .fold import Span
from .judgement import clause_features, is_cued, piece_features, score
from .kinds import Covered, Finding, Kind
from .patterns import FOUND, HAN_DIGITS

_FURTHEST = 70
_MOST = 12
_FEWEST, _LONGEST_NUMBER = 10, 18
_LENGTHS = {10: "american", 11: "mobile", 17: "identity", 18: "identity"}


def pieces_of(
    stream: str, groups: Sequence[Group], *, lenient: bool = False
) -> Iterator[tuple[str, list[Group]]]:
    """Neighbouring groups of digits that make a number together."""
    before = [*accumulate((len(group.digits) for group in groups), initial=0)]
    for first in range(len(groups)):
        for last in range(first + 1, min(first + _MOST, len(groups))):
            length = before[last + 1] - before[first]
            if not 0 < groups[last].start - groups[last - 1].end <= _FURTHEST or length > _LONGEST_NUMBER:
                break
            if kind := _LENGTHS.get(length):
                chosen = [*groups[first : last + 1]]
                digits = "".join(group.digits for group in chosen)
                start, end = chosen[0].start, chosen[-1].end
                if stream[start:end].isascii() and stream[start:end].isalnum():
                    continue  # one word of letters and digits is a code
                if lenient or _fits(kind, digits, stream[end : end + 1]):
                    yield kind, chosen


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
    free = (row for each in grouped for row in _rows(each.every, found_before))
    for kind, groups in (one for row in free for one in pieces_of(stream, row)):
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


def _rows(groups: Iterable[Group], taken: Covered) -> Iterator[list[Group]]:
    """Neighbouring groups of which none is taken, where they are enough for a number."""
    for is_taken, some in groupby(groups, lambda group: taken.meets(group.start, group.end)):
        row = [] if is_taken else [*some]
        if sum(len(group.digits) for group in row) >= _FEWEST:
            yield row


CLAUSES = 420
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
