"""Finds the signals of details: a cheap look, which most texts never get beyond. It is derived from what the detectors know.

It has three steps, each for the texts that the one before lets through. Is there any character that a detail could be made of?
Where do digits stand close together, ats and dots, names of platforms, and words that speak of reaching somebody? Only there do
the detectors read. A signal may be false, and often is. The tests check that none is missing where a detector would find
something.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence, Set
from functools import lru_cache
from itertools import accumulate
from string import ascii_letters, digits
from typing import NamedTuple

from ..lazy import lazy_property
from ..model.arguments import expect_texts
from .addresses import GLUED_SIGNS, MAIL_SIGN, MAIL_WORDS, NUMERIC_PROVIDERS, links_in
from .fold import ODD, UNUSUAL, Reading, chinese_except, fold, is_read_once, is_usual, merged
from .judgement import CUES, LATIN_CUES, VERBS
from .known import NOTHING, READ_OTHERWISE, Known, KnownKinds, expect_known
from .known_numbers import (
    DIGIT_WORDS,
    Digits,
    has_digits_in_words,
    letters_as_digits,
    line_starts_in,
    masks_in,
    numerals_to_digits,
    readings_by_shape,
    spelled_in,
)
from .nicknames import NICKNAME
from .numbers import HOMOPHONE_NUMBER, SPELLED_PAIR, number_signal_places
from .patterns import (
    HAN_DIGITS,
    ONE_HOMOPHONES,
    SEPARATOR,
    SIGNS,
    TEXT_BREAK,
    Lexicon,
    Plain,
    Span,
    Word,
    choice,
    digits_of,
    lazy_re,
    letters_of,
    places_of,
    plain_in,
    silent,
    starts_of,
    words_at,
)
from .platforms import PLATFORMS, SHORT, Terms, terms_of

_H = HAN_DIGITS
_D = f"0-9{_H}"
_NON_LETTER = rf"[{SIGNS}\n]"


class SignalledSpans(NamedTuple):
    """The stretches of a folded text that the detectors of each kind have to read."""

    numbers: tuple[Span, ...] = ()
    mails: tuple[Span, ...] = ()
    accounts: tuple[Span, ...] = ()
    """Whole sentences that name a platform or speak of reaching somebody."""
    cues: Sequence[int] = ()
    """The places in them where they do so."""

    @property
    def extent(self) -> int:
        """How many characters the detectors have to read, added up over the kinds."""
        return sum([stop - start for some in self[:3] for start, stop in some])


NOTHING_SIGNALLED = SignalledSpans()


def whole_text(stream: str) -> SignalledSpans:
    """Signals by which the detectors of every kind read all of a text."""
    whole = ((0, len(stream)),)
    return SignalledSpans(whole, whole, whole, range(len(stream)))


_PLAIN_CHARS = f'{ascii_letters}{digits}@&%\\“"「『'
_CONTACT_SIGN = lazy_re(
    rf"[{re.escape(_PLAIN_CHARS)}{UNUSUAL}]|[{_H}](?:{_NON_LETTER}{{0,16}}[{_D}]|[个十百千]|(?:[^\n]{{1,2}}[{_D}]){{3}})"
)
# Beside the name of a platform, a few Chinese characters are an account, even with no digit or letter in it.
_HAN_NAMES = [
    Word(letters, spaced=True)
    for platform in PLATFORMS
    for letters in (*platform.names, *platform.nicknames, *platform.sounds)
    if len(letters) > 1 and re.fullmatch("[一-鿿]+", "".join(letters))
] + [Word(NICKNAME)]
_HAN_LEXICON = Lexicon(_HAN_NAMES)
# The rarest character of each such name, and the characters that sound like the first digit of a mobile number. Without those that
# resumes are full of: of the names that hold no other, only the most usual is looked for.
_USUAL_NAME, _USUAL_CHARS = "微信", "微报口新邮维易"
_RARE_CHARS = ONE_HOMOPHONES + "".join(
    char
    for name in _HAN_NAMES
    if set(_H).isdisjoint(name.letters)
    for char in name.letters[name.rarest_at]
    if char not in _USUAL_CHARS
)
# Finds whatever is neither another Chinese character nor a usual sign: a search for few kinds of characters is fastest.
_MAY_HOLD_CONTACT = re.compile(f"[^{chinese_except(_H[1:] + _RARE_CHARS)}\n ，。、；：！？（）《》—…·,.;()]")
# Letters of other scripts may name a platform.
_OTHER_LETTER = re.compile(r"[^\W\d_\u3400-\u9fff]")


def may_hold_contact(text: str) -> bool:
    """Whether a text holds any character that a contact detail could be made of."""
    may = _MAY_HOLD_CONTACT.search(text)
    if may is None:
        return _USUAL_NAME[1] in text and _USUAL_NAME in text  # one character is found much sooner than two
    if may[0] in _PLAIN_CHARS:
        return True
    return (
        _CONTACT_SIGN.search(text, may.start()) is not None
        or _OTHER_LETTER.search(text, may.start()) is not None
        or _HAN_LEXICON.matches_in(text)
        or HOMOPHONE_NUMBER.search(text, may.start()) is not None
    )


_MENTION = re.compile("@(?<![a-z0-9].)")
_SENTENCE_ENDS = re.compile(r"[。！？!?；;\n](?:(?<=\n)[\s|:\-]*)?")
_MAX_SENTENCE_LENGTH = 400
# A letter beyond ASCII, or a sign amid the Chinese characters. The ranges of those characters take long to compile.
_LETTER = r"[^\0-\x7f](?<![^\w\u4dc0-\u4dff])"
# Each account, and each detail that is only spoken of, holds a match of this,
_ACCOUNT_SIGN = lazy_re(
    rf"[0-9a-z@$_“\"「『《〈〝‘【:：→—{_H}叫找搜索寻尋名称是准翻号](?:(?<=[@_“\"「『《〈〝‘【:：→—])"
    rf"|(?<=[叫找搜索寻尋名称准翻])(?=\s?{_LETTER}{_LETTER})|(?<=号)(?=\s{_LETTER}{_LETTER})|(?<=号是){_LETTER}{_LETTER}"
    rf"|(?<=\$)[a-z]|(?<=[0-9])(?:[0-9]|[^\w\n.\-][0-9][^\w\n.\-][0-9])|(?<=[{_H}])[{_H}]"
    rf"|(?<=[a-z])(?:[0-9.\-][a-z0-9]|(?=\s?[（(\[【]\s?{_LETTER})|(?<![a-z].)\W[a-z](?![a-z])"
    rf"|(?<=d)[o0]t|(?<=u)nderscore|(?<=i)d\s?{_LETTER}{_LETTER}|(?<=o)n\s|(?<=v)ia\s|(?<=a)[ts]\s|(?<=i)s\s|(?<=m)[ey]\s))"
)
# or a Latin word within nine characters behind a Chinese one.
_LATIN = re.compile("[a-z](?<![a-z].)(?=[a-z]{2})")
_BEHIND_HAN = lazy_re(rf"{_LETTER}[^a-z]*\Z")


@lru_cache(maxsize=64)
def _contact_terms(extra: tuple[str, ...]) -> tuple[Lexicon, Terms, frozenset[str]]:
    terms = terms_of(extra)
    return (
        Lexicon((*terms.han, *CUES, *VERBS)),
        terms,
        terms.words | terms.phrase_starts | LATIN_CUES | MAIL_WORDS,
    )


class SignalPlaces(NamedTuple):
    """The places of the signals in a folded text, each kind from left to right."""

    numbers: list[int]
    mails: list[int]
    cues: list[int]
    """The places of names of platforms, and of words that speak of reaching somebody."""
    platforms: list[int]
    """The places of Latin names of platforms, which are in `cues` as well."""


NO_PLACES = SignalPlaces([], [], [], [])


def signal_places(
    stream: str, extra: tuple[str, ...] = (), plain: Plain | None = None, *, odd: bool = True
) -> SignalPlaces:
    """Find the signals in a folded text.

    Args:
        stream: a folded text, or several with `TEXT_BREAK` between.
        extra: further kinds of account, as for `find`.
        plain: the plain letters and digits of the text, if they were read before.
        odd: whether the text may hold odd characters.
    """
    lexicon, terms, known = _contact_terms(extra)
    plain = plain or plain_in(stream)
    words = known.intersection(plain.words)
    platforms = [*words_at(names, stream)] if (names := terms.names_among(plain, words)) else []
    cues = platforms[:]
    if latin_cues := words & LATIN_CUES:
        cues += words_at(latin_cues, stream)
    if phrase_words := words & terms.phrase_starts:
        cues += terms.phrases_in(stream, phrase_words)
    cues += [term.start for term in terms.find_split(stream, 0, len(stream), plain.kinds)]
    if not stream.isascii():
        cues += [start for start, _ in lexicon.find(stream, odd=odd)]
        signed = filter(stream.__contains__, terms.sign_names if odd else terms.usual_names)
        cues += [at for name in signed for at in places_of(name, stream)]
    if "@" in stream:
        cues += starts_of(_MENTION, stream)
    numbers, mails = number_signal_places(stream, plain), _mail_signal_places(stream, plain, words)
    if not (numbers or mails or cues):
        return NO_PLACES
    return SignalPlaces(*map(sorted, (numbers, mails, cues, platforms)))


def spans_of_words(stream: str, extra: tuple[str, ...] = ()) -> list[Span]:
    """The stretches of the Chinese words that name a platform or speak of reaching somebody.

    Args:
        stream: a folded text.
        extra: as for `signal_places`.
    """
    lexicon, _, _ = _contact_terms(extra)
    return lexicon.find(stream)


def _mail_signal_places(stream: str, plain: Plain, words: Set[str]) -> list[int]:
    """The places of the signs without which a folded text holds no address; `words` are those of its words that may be one."""
    kinds, written = plain.kinds, plain.written
    is_signed = not stream.isascii() or b"@" in kinds or b".a" in kinds or "qq" in written
    is_signed = is_signed or (b"000" in kinds and any(map(written.__contains__, NUMERIC_PROVIDERS)))
    found = starts_of(MAIL_SIGN, stream) if is_signed else []
    if signs := words & MAIL_WORDS:
        found += words_at(signs, stream)
    if "dot" in written:
        found += [at for sign in GLUED_SIGNS for at in places_of(sign, stream)]
    return found


_NEAR_CHARS = 64
"""How many characters on either side of a place are read together when something was taken out there."""


def signalled_near(stream: str, places: Sequence[int]) -> SignalledSpans:
    """The signals of numbers and addresses in a text from which findings were taken out.

    Args:
        stream: the rest of the text, folded.
        places: the places where something was taken out.
    """
    numbers, mails = [], []
    for one in _stretches(stream, places, _NEAR_CHARS, _NEAR_CHARS):
        part = stream[slice(*one)]
        plain = plain_in(part)
        if _holds_digits(part) or number_signal_places(part, plain):
            numbers.append(one)
        if _mail_signal_places(part, plain, MAIL_WORDS.intersection(plain.words)):
            mails.append(one)
    return SignalledSpans(tuple(numbers), tuple(mails))


def signalled_spans(stream: str, places: SignalPlaces, extra: tuple[str, ...] = ()) -> SignalledSpans:
    """The stretches of a folded text that the detectors have to read.

    Args:
        stream: a folded text.
        places: the places of its signals.
        extra: as for `signal_places`.
    """
    sentences = _sentences(stream, places.cues)
    reaches = ((start, min(stop + _NEXT_CHARS, len(stream))) for start, stop in sentences)
    counted = [one for one in reaches if _holds_digits(stream[slice(*one)])]
    return SignalledSpans(
        tuple(merged((*_stretches(stream, places.numbers, 32, 96), *counted))),
        tuple(_stretches(stream, places.mails, 96, 128)),
        tuple(
            one
            for one in sentences
            if _has_account_sign(stream, *one, extra) or any(one[0] <= at < one[1] for at in places.platforms)
        ),
        places.cues,
    )


def _has_account_sign(stream: str, start: int, stop: int, extra: tuple[str, ...] = ()) -> bool:
    """Whether a stretch holds a sign that each account, and each detail that is only spoken of, has."""
    if _ACCOUNT_SIGN.search(stream, start, stop) is not None:
        return True
    if stream.isascii():
        return False
    words = (word.start() for word in _LATIN.finditer(stream, start, stop))
    if any(_BEHIND_HAN.search(stream, max(0, at - 9), at) for at in words):
        return True
    # Beside a platform, any clause may be a name. Which of them is one is not asked here: the letters of a known name could decide it.
    return any(term.grade != SHORT for term in _contact_terms(extra)[1].find(stream, start, stop))


_NEXT_CHARS = 80
"""How many characters of the next sentence may belong to a number that is given in pieces."""
_MIN_DIGITS = 6
_NUMERAL = re.compile(f"[{_H}]")


def _holds_digits(words: str) -> bool:
    """Whether a sentence holds enough digits for a number that is given in pieces."""
    plain = len(digits_of(words))
    return (
        plain >= _MIN_DIGITS
        or plain + len(_NUMERAL.findall(words)) >= _MIN_DIGITS
        or SPELLED_PAIR.search(words) is not None
    )


_NEXT_LINE_CHARS = 40


def _sentences(stream: str, places: list[int]) -> list[Span]:
    """The sentences around some places, with the beginning of the next line, since an account may stand alone there."""
    found: list[Span] = []
    stop = -1
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(stream)] if places else []
    for at in places:
        if at < stop:
            continue
        here = bisect_right(ends, at)
        before = ends[here - 1] if here else 0
        start = max(stop, before if at - before < _MAX_SENTENCE_LENGTH else 0)
        stop = ends[here] if here < len(ends) else len(stream)
        reach = ends[here + 1] - 1 if here + 1 < len(ends) else len(stream)
        if _JOINING_WORDS.search(stream, start, stop):
            start = max(0, start - _BACK_CHARS)
        found.append((start, min(stop + _NEXT_LINE_CHARS, reach) if here < len(ends) else stop))
    return merged(found)


_JOINING_WORDS = lazy_re(
    choice(
        (
            "起来", "[合拼]在", "顺[着序]", "依次", "[连念][着读写成出拨]", "三[段个]", "[拼凑合]成", "就通", "together", "order",
            "glue", "dial", "digits",
        )
    )
)  # fmt: skip
"""Words that put pieces together, some of which may stand in the sentences before."""
_BACK_CHARS = 120


_WORD_CHARS = frozenset("0123456789abcdefghijklmnopqrstuvwxyz" + _H)


def _stretches(stream: str, offsets: Sequence[int], before: int, behind: int) -> list[Span]:
    """The stretches around some offsets, joined where they meet; none begins or ends inside a word or a number."""
    stretches: list[Span] = []
    begin = done = 0
    for offset in sorted(offsets):
        if offset - before > done or not stretches:
            begin = max(offset - before, done)
            while begin > done and stream[begin - 1] in _WORD_CHARS:
                begin -= 1
            stretches.append((begin, done))
        if offset + behind > done:
            done = min(offset + behind, len(stream))
            while done < len(stream) and stream[done] in _WORD_CHARS:
                done += 1
            stretches[-1] = (begin, done)
    return stretches


# --- Many texts as one ------------------------------------------------------------------------------------------------


class JoinedTexts:
    """Many texts, joined to be searched as one. A text is referred to by its place in `texts`.

    Args:
        texts: the texts to search; equal ones are searched once.

    Attributes:
        texts: the different texts.
        written: all texts as they are written, joined by line breaks.
        odd: the texts that hold odd characters.
        streams: each text, folded.
        stream: all folded texts, with `TEXT_BREAK` between.
        plain: the plain letters and digits of `stream`.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = list(dict.fromkeys(texts))
        self.written = "\n".join(self.texts)
        self.odd = self.texts_written_at(starts_of(ODD, self.written))
        self.streams = [text.lower() for text in self.texts]
        for at in self.odd:
            self.streams[at] = fold(self.texts[at])
        self.stream = TEXT_BREAK.join(self.streams)
        self.plain = plain_in(self.stream)
        self._stops = [*accumulate([len(stream) + len(TEXT_BREAK) for stream in self.streams])]

    @lazy_property
    def _lines(self) -> list[int]:
        """For each text, where the next one begins in `written`."""
        return [*accumulate([len(text) + 1 for text in self.texts])]

    def texts_written_at(self, places: Iterable[int]) -> set[int]:
        """The texts in which some places of `written` lie."""
        return {bisect_right(self._lines, at) for at in places}

    def texts_at(self, places: Iterable[int]) -> set[int]:
        """The texts in which some places of `stream` lie."""
        return {bisect_right(self._stops, at) for at in places}

    def split_places(self, signs: SignalPlaces) -> dict[int, SignalPlaces]:
        """The signs of each text, from the signs of `stream`."""
        found: dict[int, SignalPlaces] = {}
        for kind, places in enumerate(signs):
            for place in places:
                at = bisect_right(self._stops, place)
                behind = self._stops[at] - len(TEXT_BREAK) - place
                if behind > 0:  # in the text and not in a break
                    if at not in found:
                        found[at] = SignalPlaces([], [], [], [])
                    found[at][kind].append(len(self.streams[at]) - behind)
        return found

    @staticmethod
    def texts_with(words: Iterable[str], row: str) -> set[int]:
        """The texts that hold any of some words.

        Args:
            words: the words to look for.
            row: the characters of `stream` to search, such as its digits, with its separators.
        """
        found: set[int] = set()
        for word in filter(row.__contains__, words):
            which = done = 0
            for at in places_of(word, row):
                which, done = which + row.count(SEPARATOR, done, at), at
                found.add(which)
        return found


@silent
class Suspect(NamedTuple):
    """Why `find` may find anything in a text.

    Args:
        signals: the stretches that the detectors have to read.
        known: which known details may stand in the text; None if none can.
        stream: the folded text, if it was kept.
    """

    signals: SignalledSpans
    known: KnownKinds | None
    stream: Reading | None


def suspected(text: str, accounts: tuple[str, ...]) -> Suspect | None:
    """Why `find` may find anything in a text if nothing is known of its writer; None if it cannot.

    Args:
        text: the text to look at.
        accounts: as for `find`.
    """
    if not may_hold_contact(text):
        return None
    odd = not is_usual(text)
    folded = Reading(text).folded() if odd else Reading(text.lower())
    stream = folded.text
    places = signal_places(stream, accounts, odd=odd)
    signalled = NOTHING_SIGNALLED if places is NO_PLACES else signalled_spans(stream, places, accounts)
    may_be = any(signalled[:3]) or any(links_in(stream)) or not is_read_once(text)
    return Suspect(signalled, None, folded) if may_be else None


def suspects(
    texts: Iterable[str], known: Known = NOTHING, accounts: tuple[str, ...] = ()
) -> dict[str, Suspect]:
    """Return those of many texts in which `find` may find anything.

    Args:
        texts: the texts to look at.
        known: as for `find`.
        accounts: as for `find`.

    Returns:
        Each such text, with why anything may be found in it.
    """
    expect_known(known, accounts)
    joined = JoinedTexts(expect_texts("texts", texts))
    holding = _known_among(joined, known)
    found = set(holding)
    signalled: dict[int, SignalledSpans] = {}
    if may_hold_contact(joined.written):
        found |= joined.texts_at(one.start for one in links_in(joined.stream))
        every = signal_places(joined.stream, accounts, joined.plain, odd=bool(joined.odd))
        for at, places in joined.split_places(every).items():
            if may_hold_contact(joined.texts[at]):
                signalled[at] = signalled_spans(joined.streams[at], places, accounts)
                if any(signalled[at][:3]):
                    found.add(at)
    kept = {at: Reading(joined.streams[at]) for at in found - joined.odd}
    return {
        joined.texts[at]: Suspect(signalled.get(at, NOTHING_SIGNALLED), holding.get(at), kept.get(at))
        for at in sorted(found)
    }


def _known_among(texts: JoinedTexts, known: Known) -> dict[int, KnownKinds]:
    """The texts that may give away known details, and which; texts may be named in vain, but none is missing."""
    written = texts.written
    if is_read_once(written):  # a text that may be shown in another order holds odd characters
        otherwise = {at for at in texts.odd if READ_OTHERWISE.search(texts.texts[at])}
    else:
        otherwise = texts.texts_written_at(starts_of(READ_OTHERWISE, written))
    numbers = otherwise | _numbers_among(texts, known.ends) if known.ends else otherwise
    addresses = otherwise
    distinct = [one.part for one in known.handles if one.is_distinct]
    if parts := [*[mail.part for mail in known.mails], *distinct]:
        addresses = addresses | texts.texts_with(parts, letters_of(texts.stream))
    for site in known.sites:
        addresses = addresses | texts.texts_at(places_of(site.label, texts.stream))
    for handle in known.handles:
        if not handle.is_distinct:
            addresses = addresses | texts.texts_at(places_of(handle.part, texts.stream))
    found, begun, names = numbers | addresses, otherwise, known.names
    if names:
        begun = begun | texts.odd | texts.texts_written_at(names.beginnings_in(written))
        found |= {at for at in begun - found if names.may_stand_in(texts.texts[at])}
        # A part of a name is also looked for in the folded text, which reads letters of other scripts as Latin ones.
        found |= {at for at in texts.odd - found if any(names.called_in(texts.streams[at]))}
    return {at: KnownKinds(at in numbers, at in addresses, at in begun) for at in found}


def _numbers_among(texts: JoinedTexts, ends: Collection[str]) -> set[int]:
    """The texts that may hold a number, by the ends of the number."""
    bare = numerals_to_digits(texts.stream)
    found = texts.texts_with(ends, digits_of(bare))
    heads = line_starts_in(texts.stream)
    spelled = spelled_in(texts.stream, texts.plain.written)
    others = texts.texts_at([*spelled, *letters_as_digits(bare), *heads, *masks_in(bare)]) - found
    words = DIGIT_WORDS.intersection(texts.plain.words)
    spelled_out = texts.texts_at(words_at(words, texts.stream)) - found if words else set[int]()
    others |= {at for at in spelled_out if has_digits_in_words(texts.streams[at])}
    found |= {at for at in others if any(map(Digits(texts.streams[at]).rows.__contains__, ends))}
    # Digits of one shape may stand among those of another.
    odd = ((at, Reading(texts.texts[at]), Reading(texts.streams[at])) for at in texts.odd - found)
    return found | {at for at, reading, stream in odd if any(readings_by_shape(reading, stream))}
