"""What is found in a text is taken out, and nothing else of it is touched (CONTACT-2, PHONE-1)."""

from resume_visibility.model.language import Language
from resume_visibility.projection.contacts.details import ALL_DETAILS, MARKS, Detail, Finding
from resume_visibility.projection.contacts.folding import Folded, fold
from resume_visibility.projection.contacts.guard import ACCOUNT, MAIL, NUMBER, UNPLAIN, carries, signals
from resume_visibility.projection.contacts.mail import addresses_in
from resume_visibility.projection.contacts.messengers import accounts_in
from resume_visibility.projection.contacts.numbers import numbers_in


def findings_in(stream: str, signalled: int, extra: tuple[str, ...] = ()) -> list[Finding]:
    """All contact details of a folded text, by where they start."""
    mails = addresses_in(stream) if signalled & MAIL else []
    numbers = numbers_in(stream) if signalled & NUMBER else []
    if mails and numbers:
        numbers = [number for number in numbers if not any(_touch(number, mail) for mail in mails)]
    others = mails + numbers
    accounts = accounts_in(stream, extra, others) if signalled & ACCOUNT or extra else []
    if accounts and mails:
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
    for _ in range(_ROUNDS):
        found = find(text, extra)
        if found is None:
            return text
        folded, findings = found
        spans = [
            (*folded.span(finding.start, finding.end), finding.kinds)
            for finding in findings
            if not hidden.isdisjoint(finding.kinds)
        ]
        if not spans:
            return text
        text = _replaced(text, spans, hidden, language)
    return MARKS[language][Detail.PHONE]


# Taking one detail out can lay another one open. Nobody writes so that it happens eight times over.
_ROUNDS = 8


def find(text: str, extra: tuple[str, ...] = ()) -> tuple[Folded, list[Finding]] | None:
    """The folded text with all details found in it; none where the guard lets nothing through."""
    if not carries(text):
        return None
    signalled = signals(text)
    if signalled & UNPLAIN:
        folded = fold(text)
        signalled = signals(folded.stream)
    elif signalled or extra:
        folded = Folded(text.lower())
    else:
        return None
    findings = findings_in(folded.stream, signalled, extra) if signalled or extra else []
    return (folded, findings) if findings else None


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

