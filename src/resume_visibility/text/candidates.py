"""What may be an account, by its shape and by what leads up to it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from .judgement import Candidate, features, is_cued
from .patterns import FOUND, HAN_DIGITS, SIGN, SIGNS, later
from .platforms import SHORT, Term
from .windows import is_date

_D = f"[0-9{HAN_DIGITS}]"
_WORD = later(
    r"[a-z0-9_@](?<![a-z0-9_].)(?:(?<=l)ive:\.?@?[a-z0-9_]|(?<=@)[a-z0-9_]|(?<=[a-z0-9_]))"
    rf"(?:[a-z0-9_\-]|[\U0001f300-\U0001faff](?=[a-z0-9_])|[.·](?=[a-z0-9_{HAN_DIGITS}])"
    rf"|(?<=[a-z0-9_])[{HAN_DIGITS}](?![^{SIGNS}0-9\n])|[{HAN_DIGITS}](?=[{HAN_DIGITS}])"
    rf"|(?<=[{HAN_DIGITS}])[{HAN_DIGITS}])*(?:#[0-9]{{4}}(?![0-9]))?"
)
_NUMBER = later(rf"{_D}(?<![0-9a-z_.].)(?:{SIGN}{{0,2}}{_D}){{4,14}}(?!{SIGN}?{_D})")
_UNITS = (
    r"(?:字母|加上?|再加?|接|数字|大写|小写|下划线|横线|横杠"
    r"|(?:letters?|digits?|numbers?|capital|lowercase|underscore|dash|then|and|followed by)(?![a-z]))"
)
_DIGIT_WORDS = "zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple"
_JOINT = (
    r"(?:[底下]划线|[底下]横?线|[底下]杠|下[滑画]线|中划线|短?横[杠线]?|减号|小?点|杠|加上?"
    r"|再加|再?接着?|\+|后面接|后面是|后接|连上|点|生日|数字|字母"
    r"|(?<![a-z])(?:an?|one|underscore|dash|hyphen|plus|then|dot|and|followed by|the number)(?![a-z]))"
)
_MAY_BE_SPELLED = re.compile(rf"[a-z0-9_{HAN_DIGITS}字加再接数大小下横](?<![a-z0-9_].)")
_SPELLED = later(
    rf"(?:{_UNITS}{SIGN}{{0,3}}|[a-z](?![a-z]){SIGN}{{0,3}}|[0-9{HAN_DIGITS}]{{1,8}}{SIGN}{{0,3}}"
    rf"|(?:{_DIGIT_WORDS})(?![a-z]){SIGN}{{0,3}}){{4,40}}"
    rf"|[a-z0-9]{{1,20}}(?:(?:[\s，,（(]{{0,3}}{_JOINT}[)）\s，"
    rf",]{{0,3}}){{1,4}}[a-z0-9]{{1,20}}(?:\s[a-z0-9](?![a-z0-9])){{0,8}}){{1,5}}"
    r"|[a-z]{2,8}(?: [a-z]{2,8}){0,2} [0-9]{2,6}(?![a-z0-9])"
    r"|[a-z0-9_]{1,3}(?:\s[a-z0-9_\-.]{1,2}(?![a-z0-9_])){3,20}"
)
_PAIR = re.compile("[a-z]{3,}(?: and [a-z]{3,})+")
"""Banking and finance: words that are named together spell nothing."""
NICKNAME = "昵称"
HAN_LEAD = (
    r"(?:(?<=[@:：“\"'「『【是叫名称找入])|(?<=搜)(?!索)|(?<=搜 )|(?<=搜一下)|(?<=id)|(?<=id )|(?<=[号上] ))"
)
"""What an account of Chinese characters stands behind."""
_HAN = later(rf"{HAN_LEAD}[a-z0-9_\-]{{0,12}}[\u3400-\u9fff][\u3400-\u9fffa-z0-9_\-·]{{1,14}}")
_NEAR = 8
_TRAILING = " ,，、。.;；:：-—)）+"


def _spelled_in(line: str, begin: int, end: int) -> Iterator[re.Match[str]]:
    for start in _MAY_BE_SPELLED.finditer(line, begin, end):
        if start.start() >= begin and (match := _SPELLED.match(line, start.start(), end)):
            begin = match.end()
            yield match


def candidates_in(
    line: str, terms: Sequence[Term], begin: int = 0, end: int | None = None
) -> Iterator[Candidate]:
    """Every stretch of a line that may be an account; those that overlap are choices."""
    end = len(line) if end is None else end
    starts, ends = {term.start: term for term in terms}, {term.end for term in terms}
    for match in _WORD.finditer(line, begin, end):
        start, stop = match.start(), match.start() + len(match[0].rstrip("-."))
        bare = stop - len(line[start:stop].lstrip("_"))
        if bare in starts:  # 简历_wx_zhang88
            start = bare
        term = starts.get(start)
        if term is not None and term.end < stop:
            behind = stop - len(line[term.end : stop].lstrip("_"))
            if stop - behind >= 4:
                yield Candidate(behind, stop, "word")
            # Behind the name of a platform, an account may begin like a name itself: 微信号：wx_lin_88.
            if stop - start >= 4 and not ends.isdisjoint(range(start - _NEAR, start + 1)):
                yield Candidate(start, stop, "word")
        elif stop - start >= 4 and (term is None or term.end < stop):
            yield Candidate(start, stop, "word")
    for match in _NUMBER.finditer(line, begin, end):
        if not match[0].isdigit():
            yield Candidate(*match.span(), "number")
    for match in _spelled_in(line, begin, end):
        written = match[0].strip(_TRAILING)
        if not (written.isalnum() or _PAIR.fullmatch(written)):
            yield Candidate(match.start(), match.start() + len(match[0].rstrip(_TRAILING)), "spelled")
    if any(term.platform.han for term in terms) or NICKNAME in line:
        for match in _HAN.finditer(line, begin, end):
            start = match.start() - (line[match.start() - 1 : match.start()] == "@")
            if match.start() not in starts:
                yield Candidate(start, match.end(), "han")


def judged(
    left: str, terms: Sequence[Term], begin: int = 0, end: int | None = None
) -> Iterator[tuple[Candidate, Sequence[Term], list[str]]]:
    """The candidates in a stretch of what is left of a text that something leads up to, each with the names beside it and its
    features.
    """
    starts = [term.start for term in terms]
    for candidate in candidates_in(left, terms, begin, end):
        near = beside(terms, starts, candidate)
        word = left[candidate.start : candidate.end]
        if not _is_period(word) and not _is_code(word, candidate, near) and is_led(left, candidate, near):
            yield candidate, near, list(features(left, candidate, near))


def _is_period(written: str) -> bool:
    """Whether a candidate is a year or a date that signs part, which names no one: 2012/05，某飞机公司."""
    written = written.lstrip(HAN_DIGITS)  # 周五11:30-13:30
    return is_date(written) and (len(written) <= len("2012") or not written.isdigit())


_CODE = re.compile(r"(?=[0-9a-f\-]{6,}$)(?:[0-9]+[a-f]+[0-9]|[a-f]+[0-9]+[a-f])[0-9a-f\-]*")
_NAMED = 16


def _is_code(word: str, candidate: Candidate, terms: Sequence[Term]) -> bool:
    """Whether a candidate is a code in hexadecimal figures that no platform's name leads up to: trace id 3f9a1c."""
    return _CODE.fullmatch(word) is not None and not any(
        term.grade != SHORT and 0 <= candidate.start - term.end < _NAMED for term in terms
    )


_BESIDE = 128
_AND_SOME = 4


def beside(terms: Sequence[Term], starts: Sequence[int], candidate: Candidate) -> Sequence[Term]:
    """The names that stand around a candidate, and a few more on either side: of thousands, no other can speak of it."""
    first = bisect_left(starts, candidate.start - _BESIDE) - _AND_SOME
    return terms[max(0, first) : bisect_left(starts, candidate.end + _BESIDE) + _AND_SOME]


LED = 45
"""So far before an account stands what leads up to it, at the furthest."""


def is_led(line: str, candidate: Candidate, terms: Sequence[Term]) -> bool:
    """Whether anything beside a candidate speaks of a platform, or of reaching somebody."""
    start, end, _ = candidate
    if any(start - LED <= term.end <= start or end <= term.start <= end + 12 for term in terms):
        return True
    before, behind = line[max(0, start - 30) : start], line[end : end + 12]
    if line[start] == "@" or FOUND in before or FOUND in behind or VERB_BEFORE.search(before):
        return True
    return is_cued(before) or is_cued(behind)


VERB_BEFORE = re.compile(r"(?:[加戳搜找敲]|关注)[:：\s]{0,2}@?$")
"""A verb that an account stands behind; much else does."""
