"""Finds numbers in pieces, and sentences that give a detail away without writing it down."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from . import plans
from .digits import BULLET, Group
from .fold import merged
from .judgement import clause_features, is_cued, piece_features, score, subjects, tokens_of
from .kinds import Covered, Finding, Kind
from .patterns import HAN_DIGITS, PLACEHOLDER, Span, silent
from .plans import has_unit

_FURTHEST = 70
_MOST = 12
_FEWEST, _LONGEST_NUMBER = 10, 18
_ENDS_A_WORD = re.compile("(?<=[a-z_])[0-9]")
"""A digit behind a letter belongs to an account, such as zhang_88; no ten-digit number starts there."""
_LISTED = re.compile(r"\s?[，,、;；]\s?")
PIECES = 25
"""The score above which digits in pieces are a number, in hundredths of a nat, as all scores here."""
_LENGTHS = {10: "american", 11: "mobile", 17: "identity", 18: "identity"}


def pieces_of(
    stream: str, groups: Sequence[Group], *, lenient: bool = False
) -> Iterator[tuple[str, list[Group]]]:
    """Each row of neighbouring groups of digits that may together make a number, with the kind of the number."""
    before = [*accumulate([len(group.digits) for group in groups], initial=0)]
    for first in range(len(groups)):
        for last in range(first + 1, min(first + _MOST, len(groups))):
            length = before[last + 1] - before[first]
            between = groups[last - 1].end, groups[last].start
            if length > _LONGEST_NUMBER or not 0 < between[1] - between[0] <= _FURTHEST:
                break
            if BULLET.search(stream, *between):
                break
            kind = _LENGTHS.get(length)
            if kind is None or (kind == "american" and _ENDS_A_WORD.match(stream, groups[first].start)):
                continue
            chosen, end = [*groups[first : last + 1]], groups[last].end
            digits, written = "".join([group.digits for group in chosen]), stream[groups[first].start : end]
            if written.isascii() and written.isalnum():
                continue  # one word of letters and digits is a code
            fits = lenient or _fits(kind, digits, stream[end : end + 1])
            if fits and (lenient or not _are_listed(stream, kind, chosen)):
                yield kind, chosen


def _are_listed(stream: str, kind: str, groups: Sequence[Group]) -> bool:
    """Whether groups are figures in a list: 256, 512, 1024. Eleven digits or more are one only if a unit stands behind."""
    listed = all(_LISTED.fullmatch(stream, one.end, two.start) for one, two in pairwise(groups))
    return listed and (kind == "american" or has_unit(stream, groups[-1].end))


def _fits(kind: str, digits: str, behind: str) -> bool:
    if kind == "mobile":
        return plans.is_mobile(digits) or digits.startswith("07")  # of China, or of Britain
    if kind == "american":
        return digits[0] > "1" and digits[3] > "1"
    return plans.is_identity(digits + "x" * (18 - len(digits))) and (len(digits) == 18 or behind == "x")


def given_in_pieces(stream: str, grouped: Iterable[list[Group]], taken: Sequence[Finding]) -> list[Finding]:
    """Find every number that is written in pieces; `grouped` holds the groups of digits of each stretch of a text."""
    best = [
        (total, kind, pieces)
        for groups in _rows(stream, grouped, taken)
        for kind, pieces in pieces_of(stream, groups)
        if (total := score("pieces", piece_features(stream, pieces, kind))) > PIECES
    ]
    given: list[Finding] = []
    done = Covered(len(stream))
    for _, kind, groups in sorted(best, key=lambda one: (-one[0], one[2])):
        if any(done.overlaps(group.start, group.end) for group in groups):
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
        given += found
    return given


def _rows(stream: str, grouped: Iterable[list[Group]], taken: Sequence[Finding]) -> Iterator[list[Group]]:
    """Rows of neighbouring groups that lie in no finding and have enough digits for a number."""
    covered = Covered(len(stream), [one[:2] for one in taken])
    for groups in grouped:
        for is_taken, free in groupby(groups, lambda group: covered.overlaps(group.start, group.end)):
            row = [*free]
            if not is_taken and sum([len(group.digits) for group in row]) >= _FEWEST:
                yield row


CLAUSES, FURTHER = 380, 210
"""The score above which a clause says how somebody is reached, and the one above which a clause beside it says more of it."""
HOPELESS = -400
"""Clauses that together score less than this say nothing of it; none of them is scored by itself."""
_CLAUSE_END = "[，,。；;！!？?\n]"
_ENDS = re.compile(_CLAUSE_END)
_CLAUSE = re.compile(f"[^{_CLAUSE_END[1:]}*(?:{_CLAUSE_END}|$)")
_CARRIES = re.compile(rf"[0-9a-z@“\"「『{HAN_DIGITS}](?:(?<![a-z])|[a-z])")
_BESIDE, _TOGETHER = 80, 24
"""How many characters on either side of a sentence, and how many clauses, are judged together."""
_LONGEST = 160


@silent
class Passage(NamedTuple):
    """Clauses that stand together: their places, their words with findings blotted out, and which of them may hold a detail."""

    places: Sequence[Span]
    words: Sequence[str]
    carrying: Sequence[int]

    def together(self) -> set[str]:
        """The features of all clauses together: their tokens, and the empty string, which every passage has."""
        return {"", *tokens_of(" ".join(self.words))}

    def speaks_of_reaching(self) -> bool:
        """Whether the clauses speak of reaching somebody."""
        return is_cued("".join(self.words))

    def each(self) -> Iterator[tuple[int, int, set[str]]]:
        """Each clause that may hold a detail: where it starts and ends, and its features."""
        every, tokens = subjects("".join(self.words)), [*map(tokens_of, self.words)]
        for at in self.carrying:
            yield (*self.places[at], clause_features(self.words[at], tokens, at, every))


def passages_in(stream: str, stretches: Iterable[Span], taken: Sequence[Finding]) -> Iterator[Passage]:
    """The clauses in and beside some stretches; `taken` are the findings, ordered by start, that are blotted out."""
    starts = [one.start for one in taken]
    furthest = list(accumulate((one.end for one in taken), max))
    wider = ((_begin(stream, start), min(stop + _BESIDE, len(stream))) for start, stop in stretches)
    for stretch in merged(wider):
        clauses = [match.span() for match in _CLAUSE.finditer(stream, *stretch) if match[0]]
        for first in range(0, len(clauses), _TOGETHER):
            some = clauses[first : first + _TOGETHER]
            words = [
                _blotted(stream, *span, taken[bisect_right(furthest, span[0]) : bisect_left(starts, span[1])])
                for span in some
            ]
            carrying = [at for at, one in enumerate(words) if len(one) <= _LONGEST and _CARRIES.search(one)]
            if carrying:
                yield Passage(some, [one[:_LONGEST] for one in words], carrying)


def _begin(stream: str, start: int) -> int:
    """Return where the first whole clause close before a stretch begins."""
    end = _ENDS.search(stream, start - _BESIDE, start) if start > _BESIDE else None
    return end.end() if end else start if start > _BESIDE else 0


def _blotted(stream: str, start: int, end: int, taken: Sequence[Finding]) -> str:
    words = ""
    for other in taken:
        if other.start < end and other.end > start:
            words += stream[start : max(start, other.start)] + PLACEHOLDER
            start = min(end, other.end)
    return words + stream[start:end]


def asked_elsewhere(stream: str, stretches: Iterable[Span], taken: Sequence[Finding]) -> Iterator[Finding]:
    """Whole clauses that say how the writer is reached elsewhere."""
    for passage in passages_in(stream, stretches, taken):
        if score("passages", passage.together()) < HOPELESS or not passage.speaks_of_reaching():
            continue
        scored = [(start, end, score("clauses", found)) for start, end, found in passage.each()]
        asked = FURTHER if max(total for _, _, total in scored) > CLAUSES else CLAUSES
        for start, end in ((start, end) for start, end, total in scored if total > asked):
            words = stream[start:end]
            start += len(words) - len(words.lstrip())
            end = start + len(words.strip().rstrip("，,。；;！!？?"))
            yield Finding(start, end, (Kind.CLAUSE,), "it says how to reach somebody")
