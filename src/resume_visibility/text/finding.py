"""Finds everything that a text gives away: once, whoever may see the text and in whatever language a detail is hidden."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from ..model.arguments import expect_kind, expect_texts, is_text, mistake
from ..model.language import Language
from .accounts import (
    accounts_in,
    kinds_of_label,
    repeats_in,
    tag_accounts,
    term_leading_to,
    terms_in,
    without_extension,
)
from .addresses import addresses_in, links_in, scheme_tags
from .beside import (
    blank_out,
    drop_label_sentences,
    label_before,
    may_be_one_number,
    may_continue,
    may_join_words,
    span_if_glued,
    splits_name,
)
from .digits import Group, groups_of, may_hold_digits
from .fold import (
    Effort,
    Reading,
    Steps,
    TooMuch,
    codes_in,
    is_read_once,
    marks_in,
    merged,
    outside_marks,
    readings,
    written_as,
)
from .judgement import layers_of
from .kinds import (
    CONTACTS,
    EVERYTHING,
    Covered,
    Finding,
    Kind,
    Tag,
    expect_hidden,
    place_key,
    put_marks,
)
from .known import ANY_KIND, NOTHING, Known, KnownKinds, expect_known, known_in
from .numbers import numbers_in
from .patterns import PLACEHOLDER, Span, silent
from .pieces import clauses_in, numbers_in_pieces
from .platforms import terms_of
from .signals import (
    SignalledSpans,
    Suspect,
    may_hold_contact,
    signal_places,
    signalled_near,
    signalled_spans,
    suspected,
    suspects,
    whole_text,
)


def find(text: str, known: Known = NOTHING, accounts: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """Find everything in a text that any grant could withhold: stretches of the text, each with what it gives away.

    Args:
        text: the text to look at.
        known: the known details of its writer, to be found however they are written.
        accounts: further kinds of messenger account, in the words that stand before an account: `("脉脉号",)`.

    Returns:
        The findings, ordered by start; they may overlap. They depend on the arguments alone.
    """
    if not is_text(text):
        raise mistake("text", "a str", text)
    text = str.__str__(text)  # one of a subclass, such as that of a template, as what it says
    if known is not NOTHING or accounts != ():
        expect_known(known, accounts)
        if known is not NOTHING:
            return _find(text, known, accounts)
    suspect = suspected(text, accounts)
    return _find(text, known, accounts, suspect) if suspect else ()


def _find(
    text: str, known: Known, accounts: tuple[str, ...], suspect: Suspect | None = None
) -> tuple[Finding, ...]:
    """The findings in a text; `suspect` says why it is looked at, if an earlier look has found that out."""
    found: list[Finding] = []
    sought = ANY_KIND if suspect is None else suspect.known
    effort = Effort(len(text))
    # A clause with a mark in it was read when that was put in.
    marked = [Finding(*mark, ()) for mark in marks_in(text)]
    try:
        once = is_read_once(text)  # and so holds no code
        ways: list[_FoldedReading] = []
        for reading in (Reading(text),) if once else readings(text):
            ways.append(_fold_reading(reading, accounts, effort, None if ways else suspect))
        for way in ways:
            read = _find_in(way, known, accounts, effort, sought)
            if found or marked:
                read = _without_vague_clauses(read, [*found, *marked])
            found += read if once or way.reading.origins else [one for one in read if not _is_code(text, one)]
            if len(found) > MAX_FINDINGS:  # the other ways to read it need not be tried
                raise TooMuch
        if found:
            found += _find_opened(text, found, known, accounts, effort)
    except TooMuch:
        tags = (*(tag for one in found[:1] for tag in one.tags), *_tags_of(known), *EVERYTHING)
        return (Finding(0, len(text), tuple(dict.fromkeys(tags)), "too much to look at"),)
    if found and "[" in text:
        outside = {*outside_marks(text, [(one.start, one.end) for one in found])}
        found = [one for one in found if (one.start, one.end) in outside]
    if known.homepages:
        found = _without_hosts(found)
    # Of findings in one place, the one that was found first comes first, in every process.
    return tuple(sorted(dict.fromkeys(found), key=place_key))


def _without_hosts(found: list[Finding]) -> list[Finding]:
    """Drop what was taken for an account and is the host of a known homepage, with the end of a code before it."""
    homes = [one for one in found if one.why == "known: a homepage"]
    return [
        one
        for one in found
        if one.why != "an account" or not any(one.start < home.start < one.end < home.end for home in homes)
    ]


def _tags_of(known: Known) -> Iterator[Tag]:
    """The tags of everything that is known; that of a name comes first."""
    yield from EVERYTHING[: bool(known.names)]
    for _, tags in (*known.numbers, *known.emails, *known.homepages, *known.accounts):
        yield from tags
    for line in known.lines:
        yield from line.tags


def _is_code(text: str, one: Finding) -> bool:
    """Whether a finding that looks like a number is made of the figures of codes, in a text read without decoding: %E5%BC%A0."""
    made_of_figures = one.tags[0] in (Kind.PHONE, Kind.NATIONAL_ID, Kind.CLAUSE) and not one.why.startswith(
        "known"
    )
    return made_of_figures and codes_in(text, one.start, one.end) > 1


def redact(
    text: str,
    hidden: Collection[Tag] | None = None,
    language: Language = Language.ZH,
    known: Known = NOTHING,
    accounts: tuple[str, ...] = (),
) -> str:
    """Put a mark over everything hidden that is found in a text; the same object is returned if there is nothing.

    Args:
        text: a cover letter, a chat message, a job ad.
        hidden: the tags to hide; `CONTACTS` and everything known, unless given.
        language: the language of the marks.
        known: as for `find`.
        accounts: as for `find`.

    Raises:
        TypeError: as for `hide`.
    """
    found = find(text, known, accounts)
    if hidden is None:
        hidden = CONTACTS if known is NOTHING else CONTACTS.union(_tags_of(known))
    expect_hidden(hidden, language)
    return put_marks(text, found, hidden, language) if found else text


def find_in_link(address: str, known: Known = NOTHING, accounts: tuple[str, ...] = ()) -> frozenset[Tag]:
    """Return the tags of all that the target of a link gives away: it cannot be hidden in part and still lead anywhere.

    Args:
        address: the target of the link.
        known: as for `find`.
        accounts: as for `find`.
    """
    expect_kind("address", address, str)
    expect_known(known, accounts)
    address = str.__str__(address)  # as for `find`
    tags: set[Tag] = set()
    effort = Effort(len(address))
    try:
        for reading in readings(address):
            stream = reading.folded()
            tags |= scheme_tags(stream.text)
            signalled, sought = whole_text(stream.text), ANY_KIND
            if _PLAIN_LINK.fullmatch(stream.text) and not may_hold_digits(stream.text):  # as most are
                signalled, sought = signalled._replace(numbers=()), KnownKinds(numbers=False)
            found = [
                *find_by_form(stream.text, signalled, effort),
                *known_in(reading, stream, known, sought, accounts, effort=effort),
            ]
            tags.update(tag for finding in found for tag in finding.tags)
            tags.update(
                tag
                for label, value in _LABEL_AND_VALUE.findall(stream.text)
                for tag in kinds_of_label(label, value, accounts)
            )
    except TooMuch:
        tags.update(EVERYTHING)
    return frozenset(tags)


def clears_link(address: str, tags: Collection[Tag], known: Known = NOTHING) -> bool:
    """Whether the target of a link surely gives away none of some tags. The look is quick: False says nothing.

    Most addresses are cleared if only a name, an identity number or the lines of virtual numbers are looked for. If any other
    kind is looked for, none is cleared.

    Args:
        address: the target of the link.
        tags: the tags that are looked for.
        known: as for `find_in_link`.
    """
    if not _PLAIN_LINK.fullmatch(address) or "--" in address:  # that may be punycode
        return False
    if not _IN_ANY_LINK.isdisjoint(tags):
        return False
    if any(tag in tags for _, called in (*known.emails, *known.homepages, *known.accounts) for tag in called):
        return False
    if Kind.NAME in tags and known.names.may_stand_in(address):
        return False
    if not may_hold_digits(latin := address.lower()):
        return True
    digits = "".join([group.digits for group in groups_of(latin, counts=True)])
    return len(digits) < _MIN_DIGITS and not any(map(digits.__contains__, known.ends))


_PLAIN_LINK = re.compile("[A-Za-z0-9:/.@_-]{1,100}")
"""The target of a link that can be read in one way only."""
_IN_ANY_LINK = frozenset(Kind) - {Kind.NAME, Kind.NATIONAL_ID}
_MIN_DIGITS = 6
"""No identity number has fewer digits, nor has its first piece. The last digits of a line may be fewer: they are looked for apart."""


def find_among(
    texts: Iterable[str], known: Known = NOTHING, accounts: tuple[str, ...] = ()
) -> dict[str, tuple[Finding, ...]]:
    """Return what `find` finds in each of many texts; one look at all of them clears most.

    Args:
        texts: the texts to look at.
        known: as for `find`.
        accounts: as for `find`.

    Returns:
        The findings of each text; an empty tuple if nothing is found in it.
    """
    texts = map(str.__str__, expect_texts("texts", texts))  # as for `find`
    looked_at: dict[str, tuple[Finding, ...]] = dict.fromkeys(texts, ())
    for text, suspect in suspects([*looked_at], known, accounts).items():
        looked_at[text] = _find(text, known, accounts, suspect)
    return looked_at


_LABEL_AND_VALUE = re.compile(r"(?<=[/?#&;,])([^/?#&;,=:：\s]{1,24})[=:：]([^/?#&;,=\s]{4,40})")
"""A name in the target of a link, and its value."""
_MAX_ROUNDS = 8
"""How often one detail may open up behind another. Nobody writes a text that needs more; one that does is withheld whole."""


@silent
class _FoldedReading(NamedTuple):
    """A way to read a text: the reading, the same folded, and the signals in it; None if it can have none."""

    reading: Reading
    stream: Reading
    signalled: SignalledSpans | None


def _fold_reading(
    reading: Reading, accounts: tuple[str, ...], effort: Effort, suspect: Suspect | None = None
) -> _FoldedReading:
    """Fold a reading and find the signals in it; for the text as it is written, `suspect` may hold these already."""
    stream = reading.folded() if suspect is None or suspect.stream is None else suspect.stream
    signalled = None if suspect is None else suspect.signals
    if signalled is None and may_hold_contact(reading.text):
        signalled = signalled_spans(stream.text, signal_places(stream.text, accounts), accounts)
    effort.take(len(reading.text) // Steps.CHARS)
    effort.take(signalled.extent // Steps.SIGNALLED_CHARS if signalled else 0)
    return _FoldedReading(reading, stream, signalled)


def _find_in(
    way: _FoldedReading,
    known: Known,
    accounts: tuple[str, ...],
    effort: Effort,
    sought: KnownKinds | None = ANY_KIND,
) -> list[Finding]:
    """All findings in one way to read a text, at the places where they are written."""
    reading, stream, signalled = way
    certain: list[Finding] = []
    if known is not NOTHING and sought is not None:
        certain = _distinct(known_in(reading, stream, known, sought, accounts, effort=effort))
    if not signalled:
        return certain
    names = _names_among(certain, stream, accounts)
    contacts = contacts_in(stream.text, signalled, effort, accounts, names, written_as(reading, stream))
    found = _at_origins(stream, contacts)
    return [*certain, *_without_vague_clauses(found, certain)] if certain else found


def _names_among(found: Iterable[Finding], stream: Reading, accounts: tuple[str, ...]) -> list[Span]:
    """Where known names stand in a folded text; without those that hold the name of a platform, which says what stands beside it."""
    places = [
        (stream.index_of(one.start), stream.index_of(one.end)) for one in found if Kind.NAME in one.tags
    ]
    return [place for place in merged(places) if not terms_of(accounts).find(stream.text, *place)]


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Return each finding once, in the order given; raise TooMuch as soon as there are too many."""
    found: dict[Finding, None] = {}
    for one in findings:
        found[one] = None
        if len(found) > MAX_FINDINGS:
            raise TooMuch
    return [*found]


def _without_vague_clauses(found: list[Finding], certain: Iterable[Finding]) -> list[Finding]:
    """Drop the clauses that hold a surer finding: that is what they give away, and it names the mark."""
    if not any(Kind.CLAUSE in one.tags for one in found):
        return found
    sure = [one for one in certain if Kind.CLAUSE not in one.tags]
    covered = Covered(max((one.end for one in sure), default=0), [one[:2] for one in sure])
    return [one for one in found if Kind.CLAUSE not in one.tags or not covered.overlaps(one.start, one.end)]


def _at_origins(stream: Reading, found: list[Finding]) -> list[Finding]:
    """Move the findings in a folded text to the places where they are written."""
    if stream.origins is None:
        return found
    return [Finding(*stream.span(start, end), tags, why) for start, end, tags, why in found]


def _find_opened(
    text: str, found: list[Finding], known: Known, accounts: tuple[str, ...], effort: Effort
) -> list[Finding]:
    """The details that open up in a text when the findings are taken out of it."""
    whole = Reading(text)
    marks = marks_in(text)
    more: list[Finding] = []
    looked_at: list[Span] = []
    for _ in range(_MAX_ROUNDS):
        every = [*found, *more]
        if len(every) > MAX_FINDINGS:
            raise TooMuch
        names = {one[:2] for one in every if Kind.NAME in one.tags}
        spans = dict.fromkeys([one[:2] for one in every])
        cuts = merged((*spans, *marks))
        glued = merged([cut for at in spans if (cut := span_if_glued(text, *at) or (at in names and at))])
        new: list[Finding] = []
        if glued != looked_at:
            looked_at = glued
            if any(may_join_words(text, known, accounts, *cut) for cut in glued):
                way = _fold_reading(whole.without(glued), accounts, effort)
                new += _find_in(way, known, accounts, effort)
        owned = merged([one[:2] for one in every if one.why[:5] == "known"]) if known is not NOTHING else []
        # What only looks like an account may be the beginning of a known detail, which goes on behind a mark.
        surer = [one[:2] for one in every if Kind.MESSENGER not in one.tags]
        for some in (
            owned,
            merged((*surer, *marks)) if known is not NOTHING and len(surer) < len(every) else [],
        ):
            if some and some != cuts and any(may_continue(text, *cut) for cut in some):
                rest = whole.without(some)
                new += _distinct(known_in(rest, rest.folded(), known, extra=accounts, effort=effort))
        named_in = bool(known.names) and known.names.may_begin_in(text)
        opened = [
            cut for cut in cuts if may_continue(text, *cut) or (named_in and splits_name(text, known, *cut))
        ]
        joined = opened and [cut for cut in opened if may_be_one_number(text, *cut)]
        # Most of the text close to a cut is not joined; then, if nothing is known, nothing is looked for.
        if joined or (opened and known is not NOTHING):
            rest = whole.without(cuts)
            stream = rest.folded()
            if joined:
                seams = [stream.index_of(end) for _, end in joined]
                new += _at_origins(
                    stream, find_by_form(stream.text, signalled_near(stream.text, seams), effort)
                )
            new += _distinct(known_in(rest, stream, known, extra=accounts, effort=effort))
        seen = {*every} if new else ()
        new = [
            one
            for one in new
            if one not in seen and not _is_within(one, cuts if one.why[:5] != "known" else owned)
        ]
        if not new:
            return more
        more += new
    raise TooMuch


def _is_within(one: Finding, cuts: list[Span]) -> bool:
    at = bisect_right(cuts, one.start, key=itemgetter(0)) - 1  # they are in order and apart
    return at >= 0 and one.end <= cuts[at][1]


def find_by_form(
    stream: str, signalled: SignalledSpans, effort: Effort, grouped: Iterable[list[Group]] | None = None
) -> list[Finding]:
    """The details of a folded text that their form gives away.

    Args:
        stream: a folded text.
        signalled: the stretches to read.
        effort: counts the steps.
        grouped: the groups of digits where numbers are signalled, if they were read before.
    """
    if grouped is None:
        grouped = [groups_of(stream, *stretch, counts=True) for stretch in signalled.numbers]
    found = [
        *(addresses_in(stream, signalled.mails) if signalled.mails else ()),
        *numbers_in(stream, signalled.numbers, grouped, effort),
        *links_in(stream),
    ]
    if len(found) > MAX_FINDINGS:
        raise TooMuch
    return sorted(found, key=place_key)


MAX_FINDINGS = 200
"""No text that a person writes gives more details away. A text that does is withheld whole, since each is compared with the others."""


_ADDRESS = re.compile(r"@[a-z0-9.\-]{1,60}?\.(?:com|cn|net|org)(?=[a-z])")
_MAX_NAME_LENGTH = 20


def _split_glued_name(stream: str, extra: tuple[str, ...]) -> str:
    """A folded text in which the name of a platform that is glued to an address has lost its first letter."""
    ends = [address.end() for address in _ADDRESS.finditer(stream)] if "@" in stream else []
    for end in ends[:MAX_FINDINGS]:
        if any(name.start == end for name in terms_of(extra).find(stream, end, end + _MAX_NAME_LENGTH)):
            stream = f"{stream[:end]}{PLACEHOLDER}{stream[end + 1 :]}"
    return stream


def contacts_in(
    stream: str,
    signalled: SignalledSpans,
    effort: Effort,
    accounts: tuple[str, ...] = (),
    known_names: Sequence[Span] = (),
    written: str | None = None,
) -> list[Finding]:
    """Everything in a folded text that looks like a contact detail.

    Args:
        stream: a folded text.
        signalled: the stretches to read.
        effort: counts the steps, of all ways to read the text.
        accounts: as for `find`.
        known_names: where they stand, in order and apart. Nothing beside a name is judged by its letters: what is hidden there would
            reveal something of them (LAW-1).
        written: the text with its capitals, if they are known.
    """
    grouped = [groups_of(stream, *stretch, counts=True) for stretch in signalled.numbers]
    effort.take(sum(map(len, grouped)) * Steps.GROUP)
    found = find_by_form(_split_glued_name(stream, accounts), signalled, effort, grouped)
    nameless = blank_out(stream, known_names, edge=" ") if known_names else stream
    several = [groups for groups in grouped if len(groups) > 1]  # a group by itself is no piece
    if several and (pieces := numbers_in_pieces(nameless, several, found, effort)):
        found = sorted([*found, *pieces], key=place_key)
    # A detail that begins right behind another is seen when the other is blanked out: zhang@example.comQQ345678901.
    if any("a" <= stream[one.end : one.end + 1] <= "z" for one in found):
        rest = blank_out(stream, (one[:2] for one in found))
        signalled = signalled_spans(rest, signal_places(rest, accounts), accounts)
    sentences, cues = [*signalled.accounts], [*signalled.cues]
    if found and sentences:
        labelled = [(label_before(stream, one.start), one.end) for one in found]
        sentences, cues = drop_label_sentences(sentences, cues, blank_out(stream, labelled), labelled)
    if words := [*_with_handles_beside(stream, found)]:
        sentences = merged((*sentences, *words))
    if not sentences:
        return [without_extension(stream, one) for one in found]
    blanked = blank_out(stream, (one[:2] for one in found))
    context = blank_out(nameless, (one[:2] for one in found)) if known_names else blanked
    by_stretch = terms_in(context, sentences, accounts)
    names = {term.end: term for _, terms in by_stretch for term in terms}
    found = sorted(
        [
            *tag_accounts(stream, names, found),
            *accounts_in(layers_of(blanked, context, written or stream), by_stretch, effort),
        ],
        key=place_key,
    )
    tagged = [one for one in found if Kind.MESSENGER in one.tags]
    labelled = [
        (name.start, one.end) for one in tagged if (name := term_leading_to(stream, one.start, names))
    ]
    if labelled:
        sentences, _ = drop_label_sentences(sentences, cues, blank_out(blanked, labelled), labelled)
    found = [without_extension(stream, one) for one in (*found, *repeats_in(stream, tagged))]
    if not sentences:
        return found
    return [*found, *clauses_in(stream, sentences, sorted(found, key=place_key), nameless, effort)]


_LIST_SIGN = r"\s{0,3}(?:[/／|｜、，,;；·•（(\[【]|或者?|(?<![a-z])or(?![a-z]))?\s{0,3}"
_HANDLE = r"@?(?=[a-z0-9_.\-]*[0-9_])[a-z][a-z0-9_.\-]{3,40}"
_HANDLE_BEHIND = re.compile(rf"{_LIST_SIGN}{_HANDLE}(?![a-z0-9_])(?=\s*(?:[/／|｜、，,;；·•）)\]】]|$|\n))")
_HANDLE_BEFORE = re.compile(rf"(?:^|[/／|｜、，,;；·•\s]){_HANDLE}{_LIST_SIGN}$")
_MAX_HANDLE_LENGTH = 48


def _with_handles_beside(stream: str, found: Iterable[Finding]) -> Iterator[Span]:
    """Each finding together with a word of letters and figures beside it, if at most a sign between items of a list parts the two."""
    for one in found:
        if behind := _HANDLE_BEHIND.match(stream, one.end):
            yield one.start, behind.end()
        begin, last = max(0, one.start - _MAX_HANDLE_LENGTH), stream[one.start - 1 : one.start]
        if last.isalpha() and not last.isascii():
            continue  # such a letter ends no such word, and parts no items
        if before := _HANDLE_BEFORE.search(stream[begin : one.start]):
            yield begin + before.start(), one.end
