"""What is found in a text is taken out, and nothing else of it is touched (CONTACT-2, PHONE-1)."""

from resume_visibility.model.language import Language
from resume_visibility.projection.contacts.details import ALL_DETAILS, MARKS, Detail, Finding
from resume_visibility.projection.contacts.folding import Folded, fold
from resume_visibility.projection.contacts.mail import addresses_in
from resume_visibility.projection.contacts.messengers import accounts_in
from resume_visibility.projection.contacts.numbers import numbers_in


def findings_in(stream: str, extra: tuple[str, ...] = ()) -> list[Finding]:
    """All contact details of a folded text, by where they start."""
    mails = addresses_in(stream)
    numbers = numbers_in(stream)
    if mails and numbers:
        numbers = [number for number in numbers if not any(_touch(number, mail) for mail in mails)]
    others = mails + numbers
    accounts = accounts_in(stream, extra, others)
    if accounts:
        accounts = [
            account
            for account in accounts
            if account.kinds != (Detail.MESSENGER,) or not any(_touch(account, mail) for mail in mails)
        ]
    return sorted(others + accounts, key=_place)


def _place(finding: Finding) -> tuple[int, int]:
    return finding.start, -finding.end


def _touch(one: Finding, other: Finding) -> bool:
    return one.start < other.end and other.start < one.end


def redact(
    text: str,
    hidden: frozenset[Detail] = ALL_DETAILS,
    language: Language = Language.ZH,
    extra: tuple[str, ...] = (),
) -> str:
    """Put a mark in the place of every contact detail of a hidden kind; the same object where there is none.

    `extra` names the platform's own kinds of account, as they are written before one: `("脉脉号",)`.
    """
    for _ in range(8):
        folded = fold(text)
        spans = [
            (*folded.span(finding.start, finding.end), finding.kinds)
            for finding in findings_in(folded.stream, extra)
            if not hidden.isdisjoint(finding.kinds)
        ]
        if not spans:
            return text
        text = _replaced(text, spans, hidden, language)
    return MARKS[language][Detail.PHONE]


def _replaced(
    text: str, spans: list[tuple[int, int, tuple[Detail, ...]]], hidden: frozenset[Detail], language: Language
) -> str:
    pieces: list[str] = []
    kept = 0
    for start, end, kinds in spans:
        if start >= kept:
            kind = next(kind for kind in kinds if kind in hidden)
            pieces += (text[kept:start], MARKS[language][kind])
        kept = max(kept, end)
    return "".join((*pieces, text[kept:]))


_ = Folded
