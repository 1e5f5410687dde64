"""Finds numbers in pieces, and sentences that give a detail away without writing it down."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from . import plans
from .digits import BULLET, Group
from .fold import Effort, Steps, merged
from .judgement import clause_features, is_cued, piece_features, score, subjects, tokens_of
from .kinds import Covered, Finding, Kind
from .patterns import HAN_DIGITS, PLACEHOLDER, Span, silent
from .plans import has_unit

_MAX_GAP_LENGTH = 70
_MAX_GROUPS = 12
_MIN_DIGITS, _MAX_DIGITS = 10, 18
_ENDS_A_WORD = re.compile("(?<=[a-z_])[0-9]")
"""A digit behind a letter belongs to an account, such as zhang_88; no ten-digit number starts there."""
_LIST_SIGN = re.compile(r"\s?[，,、;；]\s?")
_CODE = re.compile("(?![0-9]{3}-[0-9]{3}-)[0-9]+-[0-9]+-[0-9]+")
"""Three groups with hyphens, not as they stand in American numbers. Whoever hides a number parts it otherwise."""
PIECES_THRESHOLD = 25
"""The score above which digits in pieces are a number, in hundredths of a nat, as all scores here."""
_LENGTHS = {10: "american", 11: "mobile", 17: "identity", 18: "identity"}


def pieces_of(
    stream: str, groups: Sequence[Group], *, lenient: bool = False
) -> Iterator[tuple[str, list[Group]]]:
    """Each row of neighbouring groups of digits that may together make a number, with the kind of the number."""
    before = [*accumulate([len(group.digits) for group in groups], initial=0)]
    for first in range(len(groups)):
        for last in range(first + 1, min(first + _MAX_GROUPS, len(groups))):
            length = before[last + 1] - before[first]
            between = groups[last - 1].end, groups[last].start
            if length > _MAX_DIGITS or not 0 < between[1] - between[0] <= _MAX_GAP_LENGTH:
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
            if fits and not lenient:
                fits = not (_are_listed(stream, kind, chosen) or _go_on(stream, groups, first, last))
            if fits:
                yield kind, chosen


def _are_listed(stream: str, kind: str, groups: Sequence[Group]) -> bool:
    """Whether groups are figures in a list: 256, 512, 1024. Eleven digits or more are one only if a unit stands behind."""
    listed = all(_LIST_SIGN.fullmatch(stream, one.end, two.start) for one, two in pairwise(groups))
    return listed and (kind == "american" or has_unit(stream, groups[-1].end))


def _go_on(stream: str, groups: Sequence[Group], first: int, last: int) -> bool:
    """Whether single figures are a part of a row of more of them than any number has."""
    links = {stream[one.end : two.start] for one, two in pairwise(groups[first : last + 1])}
    row = 1
    for one, two in pairwise(groups[max(0, first - _MOST_FIGURES) : last + 1 + _MOST_FIGURES]):
        are_single = len(one.digits) == len(two.digits) == 1
        row = row + 1 if are_single and stream[one.end : two.start] in links else 1
        if row > _MOST_FIGURES:
            return True
    return False


_MOST_FIGURES = 15


def _fits(kind: str, digits: str, behind: str) -> bool:
    if kind == "mobile":
        return plans.is_mobile(digits) or digits.startswith("07")  # of China, or of Britain
    if kind == "american":
        return digits[0] > "1" and digits[3] > "1"
    return plans.is_identity(digits + "x" * (18 - len(digits))) and (len(digits) == 18 or behind == "x")


def numbers_in_pieces(
    stream: str, grouped: Iterable[list[Group]], taken: Sequence[Finding], effort: Effort
) -> list[Finding]:
    """Find every number that is written in pieces; `grouped` holds the groups of digits of each stretch of a text."""
    best: list[tuple[int, str, list[Group]]] = []
    for groups in _rows(stream, grouped, taken):
        for kind, pieces in pieces_of(stream, groups):
            whole = pieces[0].start, pieces[-1].end
            if plans.stands_in_row(stream, *whole) or (
                kind == "american" and (_CODE.fullmatch(stream, *whole) or _is_named_code(stream, *whole))
            ):
                continue
            effort.take(Steps.PIECES)
            if (total := score("pieces", piece_features(stream, pieces, kind))) > PIECES_THRESHOLD:
                best.append((total, kind, pieces))
    findings: list[Finding] = []
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
        findings += found
    return findings


def _is_named_code(stream: str, start: int, end: int) -> bool:
    """Whether the name of a code stands before some digits, and letters go on behind them: Part No. 415-867-2930-B."""
    goes_on = _CODE_GOES_ON.match(stream, end) is not None
    return goes_on and plans.leads_to_code(stream[max(0, start - _CODE_NAME_CHARS) : start])


_CODE_GOES_ON, _CODE_NAME_CHARS = re.compile("-[a-z]{1,2}(?![a-z])"), 24


def _rows(stream: str, grouped: Iterable[list[Group]], taken: Sequence[Finding]) -> Iterator[list[Group]]:
    """Rows of neighbouring groups that lie in no finding and have enough digits for a number."""
    covered = Covered(len(stream), [one[:2] for one in taken])
    for groups in grouped:
        for is_taken, free in groupby(groups, lambda group: covered.overlaps(group.start, group.end)):
            row = [*free]
            if not is_taken and sum([len(group.digits) for group in row]) >= _MIN_DIGITS:
                yield row


CLAUSE_THRESHOLD, NEXT_THRESHOLD = 380, 210
"""The score above which a clause says how somebody is reached, and the one above which a clause beside it says more of it."""
PASSAGE_THRESHOLD = -400
"""Clauses that together score less than this say nothing of it; none of them is scored by itself."""
_CLAUSE_END = "[，,。；;！!？?\n]"
_CLAUSE_STOP = re.compile(_CLAUSE_END)
_CLAUSE = re.compile(f"[^{_CLAUSE_END[1:]}*(?:{_CLAUSE_END}|$)")
_DETAIL = re.compile(rf"[0-9a-z@“\"「『{HAN_DIGITS}](?:(?<![a-z])|[a-z])")
_NEAR_CHARS, _MAX_CLAUSES = 80, 24
"""How many characters on either side of a sentence, and how many clauses, are judged together."""
_MAX_LENGTH = 160


@silent
class Passage(NamedTuple):
    """Clauses that stand together: their places, their words with findings blanked out, and which of them may hold a detail."""

    spans: Sequence[Span]
    words: Sequence[str]
    candidates: Sequence[int]

    def features(self) -> set[str]:
        """The features of all clauses together: their tokens, and the empty string, which every passage has."""
        return {"", *tokens_of(" ".join(self.words))}

    def speaks_of_reaching(self) -> bool:
        """Whether the clauses speak of reaching somebody."""
        return is_cued("".join(self.words))

    def joins_one_of(self, taken: Iterable[Finding]) -> bool:
        """Whether an account was found in one of the clauses, and they say that it is joined with something."""
        begin, end = self.spans[0][0], self.spans[-1][1]
        found = any(one.why == "an account" and begin <= one.start < end for one in taken)
        return found and "join" in subjects("".join(self.words), {"join"})

    def each_clause(self) -> Iterator[tuple[int, int, set[str]]]:
        """Each clause that may hold a detail: where it starts and ends, and its features."""
        every, tokens = subjects("".join(self.words)), [*map(tokens_of, self.words)]
        for at in self.candidates:
            yield (*self.spans[at], clause_features(self.words[at], tokens, at, every))


def passages_in(stream: str, stretches: Iterable[Span], taken: Sequence[Finding]) -> Iterator[Passage]:
    """The clauses in and beside some stretches; `taken` are the findings, ordered by start, that are blanked out."""
    starts = [one.start for one in taken]
    furthest = list(accumulate((one.end for one in taken), max))
    wider = (
        (_clause_start(stream, start), min(stop + _NEAR_CHARS, len(stream))) for start, stop in stretches
    )
    for stretch in merged(wider):
        clauses = [match.span() for match in _CLAUSE.finditer(stream, *stretch) if match[0]]
        for first in range(0, len(clauses), _MAX_CLAUSES):
            some = clauses[first : first + _MAX_CLAUSES]
            words = [
                _blanked(stream, *span, taken[bisect_right(furthest, span[0]) : bisect_left(starts, span[1])])
                for span in some
            ]
            candidates = [
                at for at, one in enumerate(words) if len(one) <= _MAX_LENGTH and _DETAIL.search(one)
            ]
            if candidates:
                yield Passage(some, [one[:_MAX_LENGTH] for one in words], candidates)


def _clause_start(stream: str, start: int) -> int:
    """Return where the first whole clause close before a stretch begins."""
    end = _CLAUSE_STOP.search(stream, start - _NEAR_CHARS, start) if start > _NEAR_CHARS else None
    return end.end() if end else start if start > _NEAR_CHARS else 0


def _blanked(stream: str, start: int, end: int, taken: Sequence[Finding]) -> str:
    words = ""
    for other in taken:
        if other.start < end and other.end > start:
            words += stream[start : max(start, other.start)] + PLACEHOLDER
            start = min(end, other.end)
    return words + stream[start:end]


def clauses_in(
    stream: str, stretches: Iterable[Span], taken: Sequence[Finding], context: str, effort: Effort
) -> Iterator[Finding]:
    """Whole clauses that say how the writer is reached elsewhere.

    Args:
        stream: a folded text.
        stretches: of it, in which clauses are judged.
        taken: the findings in it, ordered by start.
        context: the same text, with blanks for whatever the clauses may not be judged by.
        effort: counts the steps.
    """
    for passage in passages_in(context, stretches, taken):
        if score("passages", passage.features()) < PASSAGE_THRESHOLD or not passage.speaks_of_reaching():
            continue
        effort.take(len(passage.candidates) * Steps.CLAUSE)
        scored = [(start, end, score("clauses", found)) for start, end, found in passage.each_clause()]
        is_said = max(total for _, _, total in scored) > CLAUSE_THRESHOLD or passage.joins_one_of(taken)
        needed = NEXT_THRESHOLD if is_said else CLAUSE_THRESHOLD
        for start, end in ((start, end) for start, end, total in scored if total > needed):
            words = stream[start:end]
            start += len(words) - len(words.lstrip())
            end = start + len(words.strip().rstrip("，,。；;！!？?"))
            yield Finding(start, end, (Kind.CLAUSE,), "it says how to reach somebody")
