"""The candidate's own number and address, taken out wherever they occur and whatever surrounds them (PHONE-1).

Here nothing is judged: eleven digits that happen to be the candidate's are so rarely anything else that no context
could make it right to show them.
"""

import re
from collections.abc import Iterator
from itertools import product

from resume_visibility.model.language import Language
from resume_visibility.projection.contacts.alphabet import ALIKE, SEVERAL
from resume_visibility.projection.contacts.details import MARKS, ROUNDS, Detail, spliced
from resume_visibility.projection.contacts.folding import Folded, as_written, fold, may_encode
from resume_visibility.projection.contacts.guard import Look, Signals, carries, look_at, signals
from resume_visibility.projection.contacts.own_lines import Line, Sought, Span, in_digits
from resume_visibility.projection.contacts.own_pieces import MOBILE, pieces_in
from resume_visibility.projection.contacts.patterns import digits_of, letters_of


def redact_own(
    text: str,
    numbers: tuple[str, ...],
    emails: tuple[str, ...],
    language: Language = Language.ZH,
    look: Look | None = None,
    lines: tuple[Line, ...] = (),
) -> str:
    """Put a mark in the place of the candidate's own numbers (given as digits) and addresses, without any judgement.

    `look` is what `look_at` says of the text, where the caller knows. `lines` are further numbers.
    """
    if not (numbers or emails or lines) or not carries(text):
        return text
    for _ in range(ROUNDS):
        spans = own_spans(text, numbers, emails, look, lines)
        if not spans:
            return text
        text, look = spliced(text, spans, language), None
    return MARKS[language][Detail.PHONE if numbers or lines else Detail.EMAIL]


def own_spans(
    text: str,
    numbers: tuple[str, ...],
    emails: tuple[str, ...],
    look: Look | None = None,
    lines: tuple[Line, ...] = (),
) -> list[tuple[int, int, Detail]]:
    """Where the candidate's own numbers and addresses stand in a text: in what it encodes, and in what is written."""
    looks = [look or look_at(text)]
    if may_encode(text):
        looks.append(look_at(as_written(text)))
    spans = []
    for folded, signalled in looks:
        spans += [
            (*folded.span(text, start, end), kind)
            for start, end, kind in own_in(folded.stream, signalled, numbers, emails, lines)
        ]
    sought = Sought(numbers, lines)
    for shown in _by_shape(text, looks[0].folded.stream):
        found = sought.spans(shown.stream, in_digits(shown.stream), signals(shown.stream))
        spans += [(*shown.span(text, start, end), Detail.PHONE) for start, end in found]
    return spans


def own_in(
    stream: str,
    signalled: Signals,
    numbers: tuple[str, ...],
    emails: tuple[str, ...],
    lines: tuple[Line, ...] = (),
) -> list[tuple[int, int, Detail]]:
    """Where the candidate's own numbers and addresses stand in a folded text."""
    digits = in_digits(stream) if numbers or lines else ""
    mobiles = [number for number in numbers if len(number) == MOBILE]
    return [
        *((*span, Detail.PHONE) for span in Sought(numbers, lines).spans(stream, digits, signalled)),
        *(
            (*piece, Detail.PHONE)
            for number in mobiles
            for piece in pieces_in(stream, digits_of(digits), number)
        ),
        *((start, end, Detail.EMAIL) for start, end in _addresses(stream, emails)),
    ]


def is_decoyed(text: str, stream: str) -> bool:
    """Whether a text, folded to this stream, has digits of more than one shape, which only `redact_own` tells apart."""
    return any(True for _ in _by_shape(text, stream))


# Digits of one shape may be there to hide those of another: ①139②1234③5678.
_PLAIN_ONLY = {ord(shape): " " for digit in "0123456789" for shape in ALIKE[digit] if not shape.isascii()}
_PLAIN_ONLY |= {ord(shape): " " for shape, several in SEVERAL.items() if several.isdigit()}
_SHAPED_ONLY = dict.fromkeys(map(ord, "0123456789"), " ")


def _by_shape(text: str, stream: str) -> Iterator[Folded]:
    """The text as it reads with its plain digits alone, and with the others alone, where it holds both."""
    if stream == text.lower():
        return
    plain = text.translate(_PLAIN_ONLY)
    shaped = text.translate(_SHAPED_ONLY)
    if text not in (plain, shaped):
        yield fold(plain)
        yield fold(shaped)


def _addresses(stream: str, emails: tuple[str, ...]) -> Iterator[Span]:
    """Where an address stands in any disguise: signs between its letters, words for the at and the dots."""
    letters = letters_of(stream)
    if not any(form in letters for email in filter(None, emails) for form in _forms(email)):
        return
    bare = _SIGNS.sub("", stream)
    wanted = {form for email in filter(None, emails) for form in _forms(email) if form in bare}
    places = [match.start() for match in _NO_SIGN.finditer(stream)]
    for form in wanted:
        at = bare.find(form)
        while at >= 0:
            yield places[at], places[at + len(form) - 1] + 1
            at = bare.find(form, at + 1)


_SIGNS = re.compile(r"[^a-z0-9]+")
_NO_SIGN = re.compile(r"[a-z0-9]")


def _forms(email: str) -> Iterator[str]:
    """The letters and digits of an address, with each word that people write for the at and for the dots."""
    local, _, domain = fold(email).stream.partition("@")
    names, labels = ([_SIGNS.sub("", label) for label in side.split(".")] for side in (local, domain))
    dots = ("", "dot", "d")
    for at, dot, other in product(("", "at", "a"), dots, dots if len(names) > 1 else ("",)):
        yield other.join(names) + at + dot.join(labels)
