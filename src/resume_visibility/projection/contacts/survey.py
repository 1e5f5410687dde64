"""Many texts looked at together. Most hold nothing, and one look at all of them costs less than one at each."""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from resume_visibility.projection.contacts.folding import fold, may_encode
from resume_visibility.projection.contacts.guard import carries, signals
from resume_visibility.projection.contacts.own import is_decoyed, own_in
from resume_visibility.projection.contacts.own_lines import Line
from resume_visibility.projection.contacts.patterns import APART
from resume_visibility.projection.contacts.redaction import everything_in


def suspects(
    texts: Iterable[str],
    numbers: tuple[str, ...] = (),
    emails: tuple[str, ...] = (),
    extra: tuple[str, ...] = (),
    lines: tuple[Line, ...] = (),
) -> frozenset[str]:
    """The texts that `redact_own` or `redact` would change, whatever is hidden, and perhaps some more.

    Args:
        texts: to look at.
        numbers: the candidate's own, as digits.
        emails: the candidate's own addresses.
        extra: the platform's own kinds of account.
        lines: further numbers.
    """
    looked_at = [text for text in texts if carries(text)]
    streams = [fold(text).stream for text in looked_at]
    whole = APART.join(streams)
    signalled = signals(whole)
    spans = [(start, end) for start, end, _ in own_in(whole, signalled, numbers, emails, lines)]
    if signalled.kinds or extra:
        # Of any kind: what one text says of mail may make an address of what is an account in the next.
        spans += [(start, end) for start, end, _ in everything_in(whole, signalled, extra)]
    alone = (
        text
        for text, stream in zip(looked_at, streams, strict=True)
        if may_encode(text) or ((numbers or lines) and is_decoyed(text, stream))
    )
    ends = list(accumulate(len(stream) + len(APART) for stream in streams))
    return frozenset(
        text
        for start, end in spans
        for text in looked_at[bisect_right(ends, start) : bisect_right(ends, end - 1) + 1]
    ).union(alone)
