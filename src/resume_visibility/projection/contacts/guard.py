"""The cheap look that most texts never get beyond: is there anything a contact detail could be made of?

Three steps, each for the texts that the one before lets through. A text without a digit, a Latin letter or a sign of
that kind is done after one search. Then the text is searched for signals: the few characters that every detail of a
kind must have close together. Only the detectors of the kinds that are signalled read it. A signal may be false, and
often is; that one is never missing where a detector would find something is what the tests hold it to.
"""

from collections.abc import Iterator
from typing import NamedTuple

from resume_visibility.projection.contacts import signs
from resume_visibility.projection.contacts.folding import Folded, fold
from resume_visibility.projection.contacts.nicknames import PICTURES
from resume_visibility.projection.contacts.patterns import HAN_DIGITS, digits_of

NUMBER, MAIL, ACCOUNT, PIECES, BID = 1, 2, 4, 8, 16
_KINDS: dict[str | None, int] = {
    "number": NUMBER,
    "account": ACCOUNT,
    "glyph": ACCOUNT,
    "handle": ACCOUNT,
    "mail": MAIL,
    "account_sign": ACCOUNT,
}


def carries(text: str) -> bool:
    """Whether a text holds any character that a contact detail could be made of."""
    return signs.CARRIER.search(text) is not None


Stretch = tuple[int, int]

# How far from its signal a detail may reach to either side: a number in three pieces, a name and what leads on from it.
_AROUND = (32, 96)
_AROUND_MAILS = (96, 128)


class Signals(NamedTuple):
    """The kinds of detail that a text may hold, as bits, and where the signals of three of them stand."""

    kinds: int
    numbers: tuple[Stretch, ...] = ()
    accounts: tuple[Stretch, ...] = ()
    mails: tuple[Stretch, ...] = ()


def everywhere(stream: str) -> Signals:
    """As if every kind were signalled all over a text."""
    whole = ((0, len(stream)),)
    return Signals(NUMBER | MAIL | ACCOUNT | PIECES | BID, whole, whole, whole)


def signals(stream: str, *, words_too: bool = True) -> Signals:
    """What a folded text may hold.

    Without `words_too` the kinds that words give away are left out: a text's words are known after the first look.
    """
    kinds = 0
    accounts: list[int] = []
    mails: list[int] = []
    matches = list(signs.NUMBER.finditer(stream))
    numbers = [match.start() for match in matches]
    if matches and signs.MAY_FOLLOW.search(stream):
        accounts += numbers
    else:
        accounts += [match.start() for match in matches if match.lastgroup]
    for match in signs.SIGNAL.finditer(stream):
        kind = _KINDS[match.lastgroup]
        at = match.start()
        if kind == ACCOUNT or (stream[at] == "@" and not signs.IN_ADDRESS.match(stream, at)):
            accounts.append(at)
        if kind == MAIL:
            mails.append(at)
        elif kind == NUMBER:
            numbers.append(at)
    named = _holds(stream, PICTURES)
    pieces: list[int] = []
    phones: list[int] = []
    for match in signs.SPOKEN.finditer(stream):
        match match.lastgroup:
            case "mail":
                mails.append(match.start())
            case "account":
                named = True
            case "phone":
                phones.append(match.start())
            case _:
                pieces.append(match.start())
    if signs.LATIN.search(stream):
        numbers += [match.start() for match in signs.SPELLED.finditer(stream)]
        if "y" in stream:
            numbers += [match.start() for match in signs.PINYIN.finditer(stream)]
        mails += _mails_in_latin(stream)
        named = named or signs.COLONED.search(stream) is not None or signs.LINE.search(stream) is not None
        # What is Latin in a text is mostly little, and words are looked up faster there.
        latin = stream.encode("ascii", "ignore").decode()
        named = named or _holds(latin, signs.ACCOUNT_WORDS) or _holds(stream, signs.MIXED_NAMES)
        if words_too and _holds(latin, signs.PIECE_WORDS):
            pieces += range(0, len(stream), _AROUND[1])
        if (
            words_too
            and signs.ACCOUNT_LIKE.search(stream)
            and (signs.BIDDEN.search(stream) or _holds(latin, signs.BIDS))
        ):
            kinds |= BID
    if (pieces or phones) and len(digits_of(stream)) >= signs.ENOUGH:
        numbers += phones
        if words_too and pieces:
            kinds |= PIECES
            numbers += pieces
    if "!" in stream:
        numbers += [match.start() for match in signs.SHIFTED.finditer(stream)]
    whole = ((0, len(stream)),)
    return Signals(
        kinds | NUMBER * bool(numbers or named) | ACCOUNT * bool(accounts or named) | MAIL * bool(mails),
        _stretches(stream, numbers, *_AROUND),
        whole if named else _stretches(stream, accounts, *_AROUND),
        _stretches(stream, mails, *_AROUND_MAILS),
    )


class Look(NamedTuple):
    """A text as the detectors read it."""

    folded: Folded
    signalled: Signals


def look_at(text: str) -> Look:
    """What every detector has to know of a text."""
    folded = fold(text)
    return Look(folded, signals(folded.stream))


def _mails_in_latin(stream: str) -> Iterator[int]:
    """Where a folded text with Latin letters speaks of an address."""
    patterns = [signs.MAIL_SPOKEN]
    if "at" in stream:
        patterns.append(signs.AT)
    if "roba" in stream:
        patterns.append(signs.AROBA)
    if "." in stream:
        patterns.append(signs.TLD)
    if "dot" in stream or "d0t" in stream:
        patterns.append(signs.DOT)
    if "点" in stream:
        patterns.append(signs.DOT_HAN)
    return (match.start() for pattern in patterns for match in pattern.finditer(stream))


def _holds(text: str, listed: tuple[str, ...]) -> bool:
    return any(map(text.__contains__, listed))


_IN_WORDS = frozenset("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ" + HAN_DIGITS)


def _stretches(text: str, offsets: list[int], before: int, behind: int) -> tuple[Stretch, ...]:
    """The surroundings of some offsets, joined where they meet, and never parting a word or a number."""
    offsets.sort()
    stretches: list[Stretch] = []
    begin = done = 0
    for offset in offsets:
        if offset - before > done or not stretches:
            begin = max(offset - before, done)
            while begin > done and text[begin - 1] in _IN_WORDS:
                begin -= 1
            stretches.append((begin, done))
        if offset + behind > done:
            done = min(offset + behind, len(text))
            while done < len(text) and text[done] in _IN_WORDS:
                done += 1
            stretches[-1] = (begin, done)
    return tuple(stretches)
