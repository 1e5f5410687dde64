"""Whether a candidate is an account: what stands around it, and its own shape, weighed by learnt weights."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, pairwise, repeat
from typing import NamedTuple

from .digits import Group
from .lexicon import Lexicon, Word
from .patterns import FOUND, HAN_DIGITS, PINYIN, latin, led, table
from .platforms import Term

_WORDS = table("words")
COMMON = frozenset(_WORDS["common"].split())
PROGRAM = frozenset(_WORDS["program"].split())
LATIN_CUES = frozenset(_WORDS["latin_cues"].split())
CUES = tuple(map(Word, _WORDS["cues"].split()))
"""The Chinese words that speak of reaching somebody."""
VERBS = tuple(
    Word(verb, True, behind=r"(?=[:：\s]{0,2}@?[a-z]{2,}[._\-]?[0-9_])") for verb in _WORDS["verbs"].split()
)
"""Those that mean much else, where what is made of letters and figures stands behind."""
_CUES = Lexicon(CUES)
_LATIN = re.compile("[a-z]+")


def is_cued(words: str) -> bool:
    """Whether words speak of reaching somebody."""
    return _CUES.stands_in(words) or not LATIN_CUES.isdisjoint(_LATIN.findall(words))


_TOKEN = re.compile(r"[a-z]+|[0-9]+|[^\sa-z0-9]|\n")
_LEFT, _RIGHT = 40, 20
_PARTS = re.compile("[^a-z]+")


class Candidate(NamedTuple):
    """A stretch of a line that may be an account."""

    start: int
    end: int
    shape: str


def features(line: str, candidate: Candidate, terms: Sequence[Term]) -> Iterator[str]:
    """What can be said of a candidate, each by a name of its own."""
    start, end, shape = candidate
    left = _TOKEN.findall(line, max(0, start - _LEFT), start)[-10:]
    right = _TOKEN.findall(line, end, end + _RIGHT)[:6]
    left = [token if not token.isdigit() else "0" for token in left]
    right = [token if not token.isdigit() else "0" for token in right]
    before = next((term for term in reversed(terms) if term.end <= start), None)
    behind = next((term for term in terms if term.start >= end), None)
    look = looks(line[start:end], shape)
    yield "bias"
    yield from look
    kind = look[0]
    if before is not None:
        link = line[before.end : start]
        gist = _gist(link)
        near = "near" if len(link) <= 12 else "far" if len(link) <= 30 else ""
        if near:
            yield f"B {before.grade} {near}"
            yield f"B {before.grade} {near} {kind}"
            yield f"B {before.platform.kind.value} {near} {kind}"
        if len(link) <= 16:
            yield f"B= {gist}"
            yield f"B= {before.grade} {gist}"
            yield f"B= {before.grade} {gist} {kind}"
    else:
        yield f"B none {kind}"
    if behind is not None and behind.start - end <= 10:
        gist = _gist(line[end : behind.start])
        yield f"A {behind.grade} {kind}"
        yield f"A= {gist}"
        yield f"A= {behind.grade} {gist}"
    yield f"glued {line[start - 1 : start] if start else ''} {kind}"
    for at in (1, 2, 3):
        if at <= len(left):
            yield f"L{at} {left[-at]}"
    yield f"L12 {' '.join(left[-2:])}"
    yield f"L123 {' '.join(left[-3:])}"
    for one, two in pairwise(left):
        yield f"l {one} {two}"
    for token in left:
        yield f"l {token}"
    for at in (1, 2, 3):
        if at <= len(right):
            yield f"R{at} {right[at - 1]}"
    if not right:
        yield "R1 end"
    yield f"R12 {' '.join(right[:2])}"
    for one, two in pairwise(right):
        yield f"r {one} {two}"


_DIGITS = re.compile("[0-9]+")


def _gist(link: str) -> str:
    return _DIGITS.sub("0", "".join(link.split()))[:8]


def is_known(word: str) -> bool:
    """Whether a word is made of words of the language and of programs alone, and of letters for units: gmv1000w."""
    parts = [part for part in _PARTS.split(word) if len(part) > 1]
    return bool(parts) and all(part in PROGRAM or part in COMMON for part in parts)


def looks(word: str, shape: str) -> list[str]:
    """What a candidate looks like, the gist of it first."""
    bare = word.strip("@.-_").removeprefix("live:")
    parts = [part for part in _PARTS.split(bare) if part]
    digits = sum(map(str.isdigit, bare))
    if shape != "word":
        kind = shape
    elif not parts:
        kind = "digits"
    elif "_" in bare:
        kind = "under"
    elif digits and bare.isalnum():
        kind = "mixed"
    elif digits:
        kind = "mixedsign"
    elif "-" in bare or "." in bare:
        kind = "joined"
    else:
        kind = "letters"
    found = [kind, f"{kind} {min(len(bare), 14)}", f"digits {min(digits, 6)}"]
    known = sum(part in PROGRAM or part in COMMON for part in parts)
    sound = sum(len(part) > 2 and PINYIN.fullmatch(part) is not None for part in parts)
    found.append(f"known {min(known, 2)} {kind}" if known else f"unknown {kind}")
    if parts and known == len(parts):
        found.append(f"all known {kind}")
    if sound:
        found.append(f"sound {min(sound, 2)} {kind}")
    if parts and sound == len(parts):
        found.append(f"all sound {kind}")
    if word[:1] == "@":
        found.append("at")
    if digits and parts:
        found.append(f"initials {len(parts[0]) if len(parts) == 1 else 9} {min(digits, 6)}")
    if bare[-1:].isdigit():
        found.append("ends in digits")
    if bare[:1].isdigit():
        found.append(f"starts in digits {kind}")
    if shape == "word" and len(parts) == 1 and not digits:
        marked = f"^{parts[0]}$"
        found += [f"c {marked[at : at + 3]}" for at in range(max(0, len(marked) - 5), len(marked) - 2)]
    if shape == "han":
        marked = f"^{bare}$"
        found += [f"h {marked[at : at + 2]}" for at in range(len(marked) - 1)]
    return found


def piece_features(stream: str, groups: Sequence[Group], kind: str) -> Iterator[str]:
    """What can be said of digits in pieces, that make a number of some kind together."""
    start, end = groups[0].start, groups[-1].end
    shape = "-".join(str(len(group.digits)) for group in groups)
    yield "bias"
    yield f"kind {kind}"
    yield f"shape {kind} {shape}"
    yield f"pieces {min(len(groups), 6)}"
    links = [stream[one.end : two.start] for one, two in pairwise(groups)]
    widest = max(map(len, links))
    yield f"widest {0 if widest < 2 else 1 if widest < 5 else 2 if widest < 12 else 3}"
    if len({link.strip() for link in links}) == 1:
        yield f"even {_gist(links[0])}"
    tokens = [token for link in links for token in tokens_of(link)]
    yield from (f"g {token}" for token in tokens)
    yield from (f"g {one} {two}" for one, two in pairwise(tokens))
    left = tokens_of(stream[max(0, start - _LEFT) : start])[-12:]
    right = tokens_of(stream[end : end + _LEFT])[:10]
    yield from (f"l {token}" for token in left)
    yield from (f"l {one} {two}" for one, two in pairwise(left))
    yield from (f"r {token}" for token in right)
    yield from (f"r {one} {two}" for one, two in pairwise(right))
    if left:
        yield f"L1 {left[-1]}"
    yield f"R1 {right[0] if right else 'end'}"


@cache
def _subjects() -> dict[str, re.Pattern[str]]:
    """What words may speak of, each with a pattern for the words that do."""
    patterns = {}
    for name, listed in _WORDS["subjects"].items():
        words = [one.replace("_", " ") for one in listed.split()]
        han = (re.escape(one) for one in words if not one.isascii())
        patterns[name] = re.compile(led((*han, *latin(filter(str.isascii, words)))))
    return patterns | {"found": re.compile(FOUND), "digits": re.compile(r"\d")}


def subjects(words: str, among: Iterable[str] | None = None) -> frozenset[str]:
    """What words speak of: order, spelling, what only the writer knows, ways of reaching somebody, and what they hold.

    Args:
        words: of a folded text.
        among: what alone they may speak of; anything, unless given.
    """
    patterns = _subjects()
    return frozenset(
        [name for name in (patterns if among is None else among) if patterns[name].search(words)]
    )


def passage_features(tokens: Sequence[str], about: frozenset[str]) -> Iterator[str]:
    """What can be said of clauses that stand together, by their tokens and what they speak of."""
    yield from (f"w {token}" for token in tokens)
    yield from (f"w {one} {two}" for one, two in pairwise(tokens))
    yield f"subjects {len(about)}"
    yield from (f"w: {one}" for one in about)
    yield from (f"w: {one} {two}" for one, two in combinations(sorted(about), 2))


def clause_features(
    words: str, clauses: Sequence[Sequence[str]], at: int, every: frozenset[str]
) -> Iterator[str]:
    """What can be said of a clause in which nothing, or nothing more, was found, and of those beside it.

    Args:
        words: of the clause.
        clauses: the tokens of those that stand together.
        at: which of them it is.
        every: what all of them speak of.
    """
    tokens = clauses[at]
    yield "bias"
    odd = 0
    for token in tokens:
        yield f"t {token if len(token) < 12 else 'long'}"
        odd += token.isascii() and token.isalpha() and len(token) < 3
    for one, two in pairwise(tokens):
        yield f"t {one} {two}"
    yield f"letters alone {min(odd, 4)}"
    numerals = sum(token == "0" or token in HAN_DIGITS for token in tokens)
    yield f"numerals {min(numerals, 8)}"
    yield f"ends {' '.join(tokens[-2:])}"
    for digits in _DIGITS.findall(words):
        yield f"digits {min(len(digits), 12)} {digits[0] if len(digits) < 5 else ''}"
    yield from (f"b {token}" for token in (clauses[at - 1] if at else ()))
    yield from (f"a {token}" for one in clauses[at + 1 : at + 2] for token in one)
    about = subjects(words, every)
    yield from (f"h: {one}" for one in about)
    yield from (f"h: {one} {two}" for one in about for two in every)


def tokens_of(words: str) -> list[str]:
    """The words, signs and Chinese characters of a folded text, every figure as 0."""
    return ["0" if token.isdigit() and token.isascii() else token for token in _TOKEN.findall(words)]


@cache
def weights() -> dict[str, dict[str, int]]:
    """The learnt weights, in hundredths, of each judgement."""
    data: dict[str, dict[str, int]] = table("weights")
    return data


def score(judged: str, found: Iterable[str]) -> int:
    """What the weights make of some features: above zero it is a detail rather than not."""
    table = weights()[judged]
    return sum(map(table.get, set(found), repeat(0)))
