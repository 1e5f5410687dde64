"""Scores candidates for an account, numbers in pieces and clauses: learnt weights are added up for the features of each."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import chain, combinations, pairwise, product, repeat
from operator import add
from typing import NamedTuple

from .digits import DATE, Group
from .patterns import (
    HAN_DIGITS,
    PINYIN,
    PLACEHOLDER,
    Lexicon,
    Word,
    choice,
    latin_words,
    lazy_re,
    silent,
    table,
)
from .platforms import SHORT, Term

_WORDS = table("words")
COMMON_WORDS = frozenset(_WORDS["common"].split())
PROGRAM_WORDS = frozenset(_WORDS["program"].split())
_KNOWN_WORDS = COMMON_WORDS | PROGRAM_WORDS
STOP_WORDS = frozenset(_WORDS["little"].split())
"""Words with hardly any meaning, which prose is full of."""
LATIN_CUES = frozenset(_WORDS["latin_cues"].split())
CUES = tuple(map(Word, _WORDS["cues"].split()))
"""The Chinese words that speak of reaching somebody."""
VERBS = tuple(
    Word(verb, True, behind=r"(?=[:：\s]{0,2}@?[a-z]{2,}[._\-]?[0-9_])") for verb in _WORDS["verbs"].split()
)
"""Verbs that mean much else, too: they count only before a word of letters and figures."""
_CUES = Lexicon(CUES)
_LATIN = re.compile("[a-z]+")


def is_cued(words: str) -> bool:
    """Whether words speak of reaching somebody."""
    # Each Chinese word of the lexicon has a character that is not ASCII.
    has_word = not words.isascii() and _CUES.matches_in(words)
    return has_word or not LATIN_CUES.isdisjoint(_LATIN.findall(words))


_DIGITS, _DATE = re.compile("[0-9]+"), re.compile(DATE)
_TOKEN = re.compile(r"(?<![a-z])(?:i\.e|e\.g)(?![a-z])|[^\sa-z]|[a-z]+|\n")
_LEFT_CHARS, _RIGHT_CHARS = 40, 20
NAME_SHAPES = ("han", "name", "title")
"""The shapes of candidates that are names: with Chinese characters, of several Latin words, and of such words with capitals."""
_LEAST_OF_NAME = -450
"""A Chinese name whose own characters score less is none, whatever stands beside it: most clauses are ruled out so."""
_TALK_CHARS, _FORM_CHARS = 50, 14
_NON_LETTERS = re.compile("[^a-z]+")


class Candidate(NamedTuple):
    """A stretch of a line that may be an account."""

    start: int
    end: int
    shape: str


THRESHOLD = 200
"""The score above which a candidate is an account, in hundredths of a nat, as all scores here."""
NAME_THRESHOLD = 60
"""The same for a name: most names stand where nothing leads up to them, and the weights are rarely sure."""
VETO = -150
"""The threshold for a candidate that a name and a label call an account: only a score against it rules it out."""
CERTAIN = -100_000
"""The threshold for a candidate in the shape of an account that a name and a label call one: it is not scored."""


@silent
class Layers(NamedTuple):
    """A folded text, four times, character by character.

    Args:
        blanked: the text, with the findings so far blanked out.
        context: the same, with the known names blanked out, too: by this, candidates are judged.
        nameless: the same as `blanked`, with something else for each letter of a known name.
        written: the text with its capitals.
    """

    blanked: str
    context: str
    nameless: str
    written: str


def layers_of(blanked: str, context: str, written: str) -> Layers:
    """The layers of a text; a name by which somebody is found is not judged by letters of known names (LAW-1)."""
    if context is blanked:
        return Layers(blanked, context, blanked, written)
    pairs = zip(blanked, context, strict=True)
    return Layers(blanked, context, "".join([one if one == other else "某" for one, other in pairs]), written)


def scores_above(needed: int, line: str, candidate: Candidate, terms: Sequence[Term], context: str) -> bool:
    """Whether a candidate exceeds a score, by its features as in `features`."""
    start, end, shape = candidate
    if shape == "han" and score("accounts", {*shape_features(line[start:end], shape)}) < _LEAST_OF_NAME:
        return False
    return score("accounts", features(line, candidate, terms, context)) > needed


def features(line: str, candidate: Candidate, terms: Sequence[Term], context: str) -> set[str]:
    """The features of a candidate in a line, each a string that may have a weight. `context` is the same line, with blanks for what the
    candidate may not be judged by.
    """
    start, end, shape = candidate
    first, last = own_sentence(context, start, end, _TALK_CHARS)
    left = tokens_of(context[max(first, start - _LEFT_CHARS) : start])[-10:]
    right = tokens_of(context[end : min(last, end + _RIGHT_CHARS)])[:6]
    kind, *look = shape_features(line[start:end], shape)
    found = [
        "bias", kind, *look, f"glued {context[start - 1 : start] if start else ''} {kind}",
        *map("l ".__add__, (*left, *_bigrams(left))), *map("r ".__add__, (*right, *_bigrams(right))),
        *map(add, ("L1 ", "L2 "), reversed(left)), *map(add, ("R1 ", "R2 "), right or ("end",)),
    ]  # fmt: skip
    before, behind = nearest_terms(terms, candidate)
    if before is None or (before.grade == SHORT and before.end <= first):
        found.append(f"B none {kind}")
    elif start - before.end <= 30:
        found += _term_features(before, context[before.end : start], kind)
    if behind is not None and behind.start <= min(last, end + 10):
        found.append(f"A {behind.grade} {kind}")
    if shape in NAME_SHAPES:
        for side, words in (("L", context[first:start]), ("R", context[end:last])):
            found += {f"S{side} {_TALK[one]}" for one in _TALK_WORDS.findall(words)}
    return {*found}


def own_sentence(text: str, start: int, end: int, reach: int) -> tuple[int, int]:
    """How far what stands beside a stretch is read: in its own sentence, and in those before it if it stands there alone.

    What a sentence says does not depend on the sentences around it: most resumes have some.

    Args:
        text: a folded text.
        start: where the stretch begins.
        end: where it ends.
        reach: how many characters are read on both sides, at most.
    """
    first, last = max(0, start - reach), min(len(text), end + reach)
    behind = _SENTENCE_END.search(text, end, last)
    last = behind.start() if behind else last
    own = max((one.end() for one in _SENTENCE_END.finditer(text, first, start)), default=first)
    is_alone = not (text[own:start].strip(_MARKERS) or text[end:last].strip(_MARKERS))
    return first if is_alone else own, last


_SENTENCE_END = re.compile(r"[。！？；\n]|[!?;](?=\s|\Z)|(?:(?<=[a-z]{4})|(?<=[)%0-9]))\.(?=\s)")
_MARKERS = " \t-–—•·*|>,.，、"
"""What may stand beside something that is alone in its sentence."""


# What is spoken of beside a name: ways to reach somebody, the writer, others, work, or how somebody is known.
_TALK = {word: subject for subject, listed in _WORDS["talk"].items() for word in listed.split()}
_LONGEST_FIRST = sorted(_TALK, key=len, reverse=True)
_TALK_WORDS = lazy_re(
    choice(
        (
            *(word for word in _LONGEST_FIRST if not word.isascii()),
            *latin_words(filter(str.isascii, _LONGEST_FIRST)),
        )
    )
)


def _bigrams(tokens: Sequence[str]) -> Iterator[str]:
    return map(" ".join, pairwise(tokens))


def nearest_terms(terms: Sequence[Term], candidate: Candidate) -> tuple[Term | None, Term | None]:
    """The last name before a candidate and the first name behind it."""
    before = [term for term in terms if term.end <= candidate.start]
    behind = next((term for term in terms if term.start >= candidate.end), None)
    return before[-1] if before else None, behind


def _term_features(term: Term, text: str, kind: str) -> list[str]:
    """The features of a candidate by the name before it and the text between the two."""
    grade, near = term.grade, "near" if len(text) <= 12 else "far"
    found = [f"B {grade} {near}", f"B {grade} {near} {kind}", f"B {term.platform.kind.value} {near} {kind}"]
    if len(text) <= 16:
        gist = _gist(text)
        found += (f"B= {gist}", f"B= {grade} {gist}", f"B= {grade} {gist} {kind}")
    return found


def _gist(link: str) -> str:
    return _DIGITS.sub("0", "".join(link.split()))[:8]


def is_known(word: str) -> bool:
    """Whether a word holds only words of the language or of programs, beside figures and single letters for units: gmv1000w."""
    parts = [part for part in _NON_LETTERS.split(word) if len(part) > 1]
    return bool(parts) and _KNOWN_WORDS.issuperset(parts)


def shape_features(word: str, shape: str) -> list[str]:
    """The features of a candidate's own shape; the first names that shape."""
    bare = word.strip("@.-_").removeprefix("live:")
    parts = [part for part in _NON_LETTERS.split(bare) if part]
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
    known = pinyin = 0
    for part in parts:
        known += part in _KNOWN_WORDS
        pinyin += len(part) > 2 and PINYIN.fullmatch(part) is not None
    found.append(f"known {min(known, 2)} {kind}" if known else f"unknown {kind}")
    if parts and known == len(parts):
        found.append(f"all known {kind}")
    if pinyin:
        found.append(f"sound {min(pinyin, 2)} {kind}")
    if parts and pinyin == len(parts):
        found.append(f"all sound {kind}")
    if word[:1] == "@":
        found.append("at")
    if digits and parts:
        found.append(f"initials {len(parts[0]) if len(parts) == 1 else 9} {min(digits, 6)}")
    if bare[-1:].isdigit():
        found.append("ends in digits")
    if bare[:1].isdigit():
        found.append(f"starts in digits {kind}")
    if shape == "word":
        found.append(f"form {_DIGITS.sub('0', _LATIN.sub('a', word))[:_FORM_CHARS]}")
        for part in parts:
            marked = f"^{part}$"
            found += [f"c {marked[at : at + 3]}" for at in range(len(marked) - 2)]
    if shape in ("name", "title"):
        found.append(f"words {min(len(parts), 5)} {min(known, 5)}")
        found += [f"w {_TALK[part]}" for part in parts if part in _TALK]
    if shape == "han":
        marked = f"^{bare}$"
        found += [f"h {marked[at : at + 2]}" for at in range(len(marked) - 1)]
        found += map("u ".__add__, bare)
        found += [f"w {_TALK[one]}" for one in _TALK_WORDS.findall(bare)]
    return found


def piece_features(stream: str, groups: Sequence[Group], kind: str) -> set[str]:
    """The features of groups of digits that together make a number of some kind."""
    start, end = groups[0].start, groups[-1].end
    shape = "-".join([str(len(group.digits)) for group in groups])
    links = [stream[one.end : two.start] for one, two in pairwise(groups)]
    first, last = own_sentence(stream, start, end, _LEFT_CHARS)
    left, right = tokens_of(stream[first:start])[-12:], tokens_of(stream[end:last])[:10]
    found = {
        "bias", f"kind {kind}", f"shape {kind} {shape}", f"forms {' '.join(sorted({one.form.name for one in groups}))}",
        *map("l ".__add__, (*left, *_bigrams(left))), *map("r ".__add__, right),
        *[f"g {token}" for link in links for token in tokens_of(link)],
        *map("L1 ".__add__, left[-1:]), f"R1 {right[0] if right else 'end'}",
    }  # fmt: skip
    if len({link.strip() for link in links}) == 1:
        found.add(f"even {_gist(links[0])}")
    return found


@cache
def _subject_patterns() -> dict[str, tuple[frozenset[str], re.Pattern[str]]]:
    """The subjects of which words may speak, each with its Latin words and a pattern for its other words."""
    subjects = {
        "found": (frozenset[str](), re.compile(PLACEHOLDER)),
        "digits": (frozenset[str](), re.compile(r"\d")),
    }
    for name, listed in _WORDS["subjects"].items():
        words = [one.replace("_", " ") for one in listed.split()]
        known = frozenset(filter(_LATIN.fullmatch, words))
        others = latin_words(one for one in words if one.isascii() and one not in known)
        han = (re.escape(one) for one in words if not one.isascii())
        subjects[name] = known, re.compile(choice((*han, *others)))
    return subjects


def subjects(words: str, among: Iterable[str] | None = None) -> frozenset[str]:
    """The subjects of some words: order, spelling, what only the writer knows, ways of reaching somebody, digits and findings.

    Args:
        words: the words of a folded text.
        among: the subjects to look for; all of them, unless given.
    """
    spoken = {*_LATIN.findall(words)}
    return frozenset(
        name
        for name, (known, pattern) in _subject_patterns().items()
        if (among is None or name in among) and (not known.isdisjoint(spoken) or pattern.search(words))
    )


def clause_features(words: str, clauses: Sequence[Sequence[str]], at: int, every: frozenset[str]) -> set[str]:
    """The features of a clause in which nothing, or nothing more, was found, and of the clauses beside it.

    Args:
        words: the words of the clause.
        clauses: the tokens of each clause that stands together with it, and its own.
        at: the place of the clause among these.
        every: the subjects of all these clauses.
    """
    tokens, pairs = clauses[at], map(" ".join, combinations(sorted(every), 2))
    odd = sum([len(token) < 3 and token.isascii() and token.isalpha() for token in tokens])
    numerals = sum([token == "0" or token in HAN_DIGITS for token in tokens])
    about = subjects(words, every)
    return {
        "bias", f"subjects {len(every)}", *map("w: ".__add__, (*every, *pairs)), f"ends {' '.join(tokens[-2:])}",
        f"letters alone {min(odd, 4)}", f"numerals {min(numerals, 8)}",
        *[f"t {token if len(token) < 12 else 'long'}" for token in tokens],
        *map("t ".__add__, _bigrams(tokens)),
        *map(_digits_feature, _DIGITS.findall(words)),
        *map("b ".__add__, clauses[at - 1] if at else ()), *map("a ".__add__, chain(*clauses[at + 1 : at + 2])),
        *map("h: ".__add__, (*about, *map(" ".join, product(about, every)))),
    }  # fmt: skip


def _digits_feature(figures: str) -> str:
    """The feature of figures in a row: a date, a round number, or their count, and the first figure if there are few."""
    if _DATE.fullmatch(figures):
        return "digits date"
    if len(figures) > 4 and figures.endswith("0000"):
        return "digits round"
    return f"digits {min(len(figures), 12)} {figures[0] if len(figures) < 5 else ''}"


def tokens_of(words: str) -> list[str]:
    """The words, signs and Chinese characters of a folded text; every row of figures is one 0."""
    return _TOKEN.findall(_DIGITS.sub("0", words))


@cache
def weights(model: str) -> dict[str, int]:
    """The learnt weights of the features of one judgement, in hundredths."""
    # The file has one string for each weight: there are hundreds of weights, and thousands of features.
    features: dict[str, str] = table("weights")[model]
    found: dict[str, int] = {}
    for weight, names in features.items():
        found |= dict.fromkeys(names.split(FEATURE_SEPARATOR), int(weight))
    return found


FEATURE_SEPARATOR = "¦"
"""Parts two features in the file of weights; no feature holds it."""


def score(model: str, found: Set[str]) -> int:
    """The sum of the weights of some features; above zero, they rather belong to a detail than not."""
    return sum(map(weights(model).get, found, repeat(0)))
