"""What is found in a text is taken out, and nothing else of it is touched (CONTACT-2, PHONE-1)."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from resume_visibility.model.language import Language
from resume_visibility.projection.contacts.account_links import links_in
from resume_visibility.projection.contacts.bids import bidden_in
from resume_visibility.projection.contacts.details import (
    ALL_DETAILS,
    ROUNDS,
    Detail,
    Finding,
    end_with_extension,
    spliced,
)
from resume_visibility.projection.contacts.elsewhere import said_again
from resume_visibility.projection.contacts.folding import Folded, as_written, may_encode
from resume_visibility.projection.contacts.guard import (
    ACCOUNT,
    BID,
    MAIL,
    PIECES,
    Look,
    Signals,
    carries,
    everywhere,
    look_at,
    signals,
)
from resume_visibility.projection.contacts.mail import addresses_in
from resume_visibility.projection.contacts.mail_told import told_addresses_in
from resume_visibility.projection.contacts.messengers import accounts_in
from resume_visibility.projection.contacts.numbers import numbers_in
from resume_visibility.projection.contacts.patterns import HAN_DIGITS, WALL
from resume_visibility.projection.contacts.pieces import pieces_in


def findings_in(stream: str, signalled: Signals, extra: tuple[str, ...] = ()) -> list[Finding]:
    """All contact details of a folded text that stand open, by where they start."""
    mails = sorted(addresses_in(stream, signalled.mails) + told_addresses_in(stream, signalled.mails))
    numbers = numbers_in(stream, signalled.numbers)
    if signalled.kinds & PIECES:
        numbers += pieces_in(stream)
    if mails and numbers:
        mails, numbers = _told_apart(mails, numbers)
    others = mails + numbers
    accounts = accounts_in(stream, signalled.accounts, others, extra)
    if accounts:
        accounts += said_again(stream, accounts)
    if signalled.kinds & BID:
        accounts += bidden_in(stream, accounts)
    if accounts and mails:
        touched = Sweep(mails)
        accounts = [
            account
            for account in accounts
            if account.kinds != (Detail.MESSENGER,) or not any(touched.by(account))
        ]
    found = others + accounts
    if "." in stream:
        found = [_without_extension(stream, finding) for finding in found]
    if signalled.kinds & (MAIL | ACCOUNT):
        found += links_in(stream)
    return sorted(found, key=_place)


_EXTENSION = re.compile(r"\.(?:pdf|docx?|txt|jpe?g|png|zip|rar|xlsx?|pptx?)$")


def _without_extension(stream: str, finding: Finding) -> Finding:
    """What a file is named after, without what says which kind of file it is."""
    extension = _EXTENSION.search(stream, max(finding.start, finding.end - 5), finding.end)
    return finding._replace(end=extension.start()) if extension else finding


class Sweep:
    """Which of some findings another one touches; looked up, however many there are."""

    def __init__(self, findings: list[Finding]) -> None:
        self._findings = findings
        self._starts = [finding.start for finding in findings]
        self._reach = list(accumulate((finding.end for finding in findings), max))

    def by(self, other: Finding) -> Iterator[tuple[int, Finding]]:
        """The findings that touch it, with their places in the list."""
        at = bisect_left(self._starts, other.end) - 1
        while at >= 0 and self._reach[at] > other.start:
            if self._findings[at].end > other.start:
                yield at, self._findings[at]
            at -= 1


def _told_apart(mails: list[Finding], numbers: list[Finding]) -> tuple[list[Finding], list[Finding]]:
    """Addresses that a number is part of are of its kind, too; numbers within an address are no findings of their own."""
    kinds = [dict.fromkeys(mail.kinds) for mail in mails]
    apart: list[Finding] = []
    touched = Sweep(mails)
    for number in numbers:
        within = False
        for at, mail in touched.by(number):
            kinds[at].update(dict.fromkeys(number.kinds))
            within |= mail.start <= number.start and number.end <= mail.end
        if not within:
            apart.append(number)
    return [mail._replace(kinds=tuple(of)) for mail, of in zip(mails, kinds, strict=True)], apart


def _place(finding: Finding) -> tuple[int, int]:
    return finding.start, -finding.end


def redact(
    text: str,
    hidden: frozenset[Detail] = ALL_DETAILS,
    language: Language = Language.ZH,
    extra: tuple[str, ...] = (),
    look: Look | None = None,
) -> str:
    """Put a mark in the place of every contact detail of a hidden kind; the same object where there is none.

    `extra` names the platform's own kinds of account, as they are written before one: `("脉脉号",)`. `look` is what
    `look_at` says of the text, where the caller knows.
    """
    spans = detail_spans(text, hidden, extra, look)
    return spliced(text, spans, language) if spans else text


def detail_spans(
    text: str, hidden: frozenset[Detail], extra: tuple[str, ...] = (), look: Look | None = None
) -> list[tuple[int, int, Detail]]:
    """Where details of a hidden kind stand in a text, and of which kind: in what it encodes, and in what is written."""
    looks = [(text, look)]
    if may_encode(text):
        looks.append((as_written(text), None))
    spans = []
    for read, seen in looks:
        if (found := find(read, extra, seen)) is None:
            continue
        folded, findings = found
        for start, end, kinds in findings:
            if not hidden.isdisjoint(kinds):
                kind = next(kind for kind in kinds if kind in hidden)
                if Detail.PHONE in kinds:
                    end = end_with_extension(folded.stream, end)
                spans.append((*folded.span(text, start, end), kind))
    return spans


def find(
    text: str, extra: tuple[str, ...] = (), look: Look | None = None
) -> tuple[Folded, list[Finding]] | None:
    """The folded text with all details found in it, whoever may see them; none where there are none."""
    if not carries(text):
        return None
    folded, signalled = look or look_at(text)
    if not signalled.kinds and not extra:
        return None
    findings = everything_in(folded.stream, signalled, extra)
    return (folded, findings) if findings else None


def everything_in(stream: str, signalled: Signals, extra: tuple[str, ...] = ()) -> list[Finding]:
    """All contact details of a folded text, those too that stand open only when others are taken out."""
    findings: list[Finding] = []
    for _ in range(ROUNDS):
        more = findings_in(stream, everywhere(stream) if extra else signalled, extra)
        findings += more
        if not any(_leaves_open(stream, finding) for finding in more):
            return sorted(findings, key=_place)
        stream = _walled(stream, more)
        signalled = _signals_near(stream, more, signalled.kinds)
    return [Finding(0, len(stream), tuple(Detail))]


# Only what is close to a detail that was taken out can be read otherwise than before.
_CLOSE = 12
_NEAR = 32
_CARRIES_ON = re.compile(rf"[0-9a-z@{HAN_DIGITS}]")


def _leaves_open(stream: str, finding: Finding) -> bool:
    start, end, _ = finding
    return (
        _CARRIES_ON.search(stream, max(0, start - _CLOSE), start) is not None
        or _CARRIES_ON.search(stream, end, end + _CLOSE) is not None
    )


def _signals_near(stream: str, findings: list[Finding], before: int) -> Signals:
    """What the surroundings of some findings may still hold, after a look that signalled some kinds."""
    kinds = before & (PIECES | BID)
    found: list[list[tuple[int, int]]] = [[], [], []]
    surroundings: list[tuple[int, int]] = []
    for start, end, _ in findings:
        start = _word_start(stream, start - _NEAR)
        if surroundings and surroundings[-1][1] >= start:
            start, reached = surroundings.pop()
            end = max(end, reached - _NEAR)
        surroundings.append((max(start, 0), end + _NEAR))
    for start, stop in surroundings:
        signalled = signals(stream[start:stop], words_too=False)
        kinds |= signalled.kinds
        for stretches, near in zip(found, signalled[1:], strict=True):
            stretches += ((start + first, start + last) for first, last in near)
    return Signals(kinds, *map(tuple, found))


def _word_start(stream: str, at: int) -> int:
    """Where the word or number starts that a place lies in; not looked for beyond a few dozen characters."""
    least = max(0, at - _NEAR)
    while at > least and stream[at - 1].isalnum():
        at -= 1
    return at


def _walled(stream: str, findings: list[Finding]) -> str:
    """The stream with walls where something was found, as long as that was."""
    pieces: list[str] = []
    kept = 0
    for start, end, _ in findings:
        if end > kept:
            start = max(start, kept)
            pieces += (stream[kept:start], WALL * (end - start))
            kept = end
    return "".join((*pieces, stream[kept:]))
