"""Finds the known details of a writer wherever they stand, whatever surrounds them (PHONE-1, NAME-4, CONTACT-1).

Nothing is judged here: eleven digits that are the candidate's number are hardly ever anything else, so no context saves them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import NamedTuple, TypeAlias

import attrs

from ..errors import InvalidValue, Problem
from ..model.arguments import expect, expect_each, expect_texts, is_text, mistake
from ..model.silent import Silent
from .addresses import account_at
from .fold import Effort, Reading, Steps, fold
from .kinds import Finding, Kind, Tag
from .known_addresses import (
    Handle,
    Mail,
    Site,
    accounts_of,
    addresses_of,
    foreign_sites_of,
    handles_of,
    mails_of,
    may_be_account,
    sites_of,
    spans_of_site,
)
from .known_numbers import (
    MASKED,
    Digits,
    Line,
    ends_of,
    line_in,
    numerals_to_digits,
    problems_of_numbers,
    readings_by_shape,
)
from .names import Names
from .patterns import Span, digits_of, places_of

# Characters by which a renderer may show a text in another order than it is written.
_REORDERING = "\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
_REORDERING_CHAR = re.compile(f"[{_REORDERING}]")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Known(Silent):
    """The known details of the writer of a text, each with the tags that its findings get.

    Args:
        numbers: numbers in digits alone, as they are dialled within the country, so without its code, each with its tags.
            `MobileNumber.writings` has them.
        lines: further numbers, each as it is dialled in one way.
        emails: e-mail addresses, each with its tags.
        homepages: addresses of homepages with their scheme, such as https://example.com, each with its tags.
        accounts: names of accounts, each with its tags. A name that may mean something else, such as a word, a date or Chinese letters,
            is found only beside the name of a platform or the sign @.
        names: names of people; their tag is `Kind.NAME`.

    Raises:
        TypeError: one of them is of another type.
        InvalidValue: a number has something else than the digits 0 to 9 in it, or is a mobile number of China with its country code
            alone: it would be found in some writings only (PHONE-1). Or a homepage has no scheme.
    """

    numbers: tuple[tuple[str, tuple[Tag, ...]], ...] = ()
    lines: tuple[Line, ...] = ()
    emails: tuple[tuple[str, tuple[Tag, ...]], ...] = ()
    homepages: tuple[tuple[str, tuple[Tag, ...]], ...] = ()
    accounts: tuple[tuple[str, tuple[Tag, ...]], ...] = ()
    names: Names = attrs.field(factory=lambda: Names(()))

    def __attrs_post_init__(self) -> None:
        for name in ("numbers", "emails", "homepages", "accounts"):
            if type(pairs := getattr(self, name)) is not tuple:
                raise mistake(name, _EXPECTED_PAIRS, pairs)
            for pair in pairs:
                if not (
                    isinstance(pair, tuple)
                    and len(pair) == 2
                    and is_text(pair[0])
                    and isinstance(pair[1], tuple)
                ):
                    kinds = ", ".join([type(one).__name__ for one in pair]) if type(pair) is tuple else ""
                    raise mistake(f"each of {name}", _EXPECTED_PAIR, pair, kinds and f"a tuple of {kinds}")
        if type(self.lines) is not tuple:
            raise mistake("lines", "a tuple of Line", self.lines)
        if not {Line}.issuperset(map(type, self.lines)):
            expect_each("lines", self.lines, Line)
        expect("names", self.names, Names)
        if problems := [*self._problems()]:
            raise InvalidValue("Known", problems)

    def _problems(self) -> Iterator[Problem]:
        yield from problems_of_numbers([one for one, _ in self.numbers], [line.digits for line in self.lines])
        for place, (address, _) in enumerate(self.homepages):
            if "://" not in address:
                yield Problem(f"homepages[{place}]", "expected a web address, such as https://example.com")

    @cached_property
    def handles(self) -> tuple[Handle, ...]:
        """The names of the accounts, and of the accounts whose pages are among the homepages."""
        pages = ((fold(account_at(homepage)), tags) for homepage, tags in self.homepages)
        names = [(fold(name), tags) for name, tags in self.accounts]
        names += [(name, tags) for name, tags in pages if may_be_account(name)]
        return tuple([handle for name, tags in dict.fromkeys(names) for handle in handles_of(name, tags)])

    @cached_property
    def mails(self) -> tuple[Mail, ...]:
        """The e-mail addresses, to be found by their letters."""
        return tuple([mail for email, tags in self.emails for mail in mails_of(email, tags)])

    @cached_property
    def ends_of_lines(self) -> tuple[tuple[Line, tuple[str, ...]], ...]:
        """Each number and line with its `ends_of`, one of which is in each text that holds it."""
        lines = (*[Line(*number) for number in self.numbers], *self.lines)
        return tuple([(line, ends_of(line.digits)) for line in lines if line.digits])

    @cached_property
    def ends(self) -> frozenset[str]:
        """The ends of all numbers and lines."""
        return frozenset(chain.from_iterable([ends for _, ends in self.ends_of_lines]))

    @cached_property
    def sites(self) -> tuple[Site, ...]:
        """The homepages, and the e-mail addresses at hosts in letters other than Latin."""
        return (
            *(site for homepage, tags in self.homepages for site in sites_of(homepage, tags)),
            *(site for email, tags in self.emails for site in foreign_sites_of(email, tags)),
        )

    @cached_property
    def turned(self) -> tuple[tuple[str, "_LetterCounts"], ...]:
        """The numbers by their digits and the names by their letters, whatever the order of these."""
        numbers = ((one.digits, one.tags) for one, _ in self.ends_of_lines if not one.near)
        names = ((name, (Kind.NAME,)) for name in self.names.spellings)
        return ("the digits of a number", _by_letters(numbers)), ("the letters of a name", _by_letters(names))


_LetterCounts: TypeAlias = dict[str, list[tuple[Counter[str], tuple[Tag, ...]]]]
"""How often each letter of a known detail is needed, and the tags of the detail, by the last of its sorted letters."""


def _by_letters(known: Iterable[tuple[str, tuple[Tag, ...]]]) -> _LetterCounts:
    """Known details by their letters; those that differ only in the order of their letters are one."""
    found: _LetterCounts = {}
    for letters, tags in dict.fromkeys(("".join(sorted(one)), tags) for one, tags in known):
        found.setdefault(letters[-1], []).append((Counter(letters), tags))
    return found


def expect_known(known: object, accounts: object) -> None:
    """Raise TypeError if `known` is no `Known`, or if `accounts` would be read letter by letter or not at all."""
    if type(known) is not Known:
        raise mistake("known", "a Known", known)
    if type(accounts) is not tuple:
        raise mistake("accounts", _EXPECTED_ACCOUNTS, accounts)
    expect_texts("accounts", accounts)


_EXPECTED_ACCOUNTS = 'a tuple of str, such as ("脉脉号",)'
_EXPECTED_PAIR = 'a pair of a str and a tuple of its tags, such as ("13900139000", (Kind.PHONE,))'
_EXPECTED_PAIRS = "a tuple of pairs, each of a str and a tuple of its tags"

NOTHING = Known()
"""Nothing is known."""


class KnownKinds(NamedTuple):
    """Which known details may stand in a text; homepages and accounts count as addresses."""

    numbers: bool = True
    addresses: bool = True
    names: bool = True


ANY_KIND = KnownKinds()


def known_in(
    reading: Reading,
    stream: Reading,
    known: Known,
    sought: KnownKinds = ANY_KIND,
    extra: tuple[str, ...] = (),
    *,
    effort: Effort,
) -> Iterator[Finding]:
    """Everything known that a text gives away in one reading; `stream` is that reading folded, `extra` are further kinds of account,
    as for `find`, and `effort` counts the steps.

    Raises:
        TooMuch: it would take too many steps.
    """
    if known.ends and sought.numbers:
        for read in (stream, *readings_by_shape(reading, stream)):
            digits = Digits(read.text)
            effort.take(len(read.text) // Steps.CHARS + digits.count * Steps.DIGIT)
            ends = {end for end in known.ends if end in digits.rows}
            masked = MASKED in ends
            ends.discard(MASKED)
            effort.take(len(digits.masked) * Steps.DIGIT if masked else 0)
            lines = [
                line
                for line, own in known.ends_of_lines
                if not ends.isdisjoint(own) or (masked and digits.may_show_part(line.digits))
            ]
            rows = [*_reversed_rows(read.text, min([len(line.digits) for line in lines]))] if lines else []
            for line in lines:
                reordered = () if line.near else _find_in_rows(rows, line.digits)
                for place in chain(line_in(digits, line, effort), reordered):
                    yield Finding(*read.span(*place), line.tags, "known: a number")
    if sought.addresses:
        for place, tags in addresses_of(stream.text, known.mails, effort) if known.mails else ():
            yield Finding(*stream.span(*place), tags, "known: an address")
        for site in known.sites:
            for place in spans_of_site(stream.text, site, effort) if site.label in stream.text else ():
                yield Finding(*stream.span(*place), site.tags, "known: a homepage")
        for place, tags in accounts_of(stream.text, known.handles, extra, effort) if known.handles else ():
            yield Finding(*stream.span(*place), tags, "known: an account")
    if known.names and sought.names:
        for place in known.names.places(reading.text):
            yield Finding(*reading.span(*place), (Kind.NAME,), "known: a name")
        for place in known.names.called_in(stream.text):
            yield Finding(*stream.span(*place), (Kind.NAME,), "known: a part of a name")
    if all(sought) and _REORDERING_CHAR.search(reading.text):
        yield from _find_reordered(reading, stream, known, effort)


def _find_reordered(reading: Reading, stream: Reading, known: Known, effort: Effort) -> Iterator[Finding]:
    """The lines of a text that may be shown in another order and hold all digits of a number, or all letters of a name."""
    for line in filter(lambda line: _REORDERING_CHAR.search(line[0]), _LINE.finditer(reading.text)):
        place = reading.span(*line.span())
        words = stream.text[slice(*map(stream.index_of, place))]
        digits = Counter(digits_of(numerals_to_digits(words)))
        letters = Counter(known.names.letters_of(line[0])) | Counter(known.names.letters_of(words))
        for held, (what, sought) in zip((digits, letters), known.turned, strict=True):
            for letter in sorted(held.keys() & sought.keys()):  # in the same order in every process
                for needed, tags in sought[letter]:
                    effort.take()
                    if all(held[one] >= often for one, often in needed.items()):
                        yield Finding(*place, tags, f"known: {what}, turned")


# A text that can be read in more than one way, or shown in another order, is looked at by itself.
READ_OTHERWISE = re.compile(
    rf"[%&\\\[\-{_REORDERING}](?:(?<=%)(?:[uU]|[0-9a-fA-F]{{2}})|(?<=&)[#a-zA-Z]|(?<=\\)[a-zA-Z0-3]|(?<=[xX][nN]-)-|(?<=[\[{_REORDERING}]))"
)


_LINE = re.compile("[^\n\r\u2028\u2029]+")
_LINE_EDGE = re.compile(r"[\W\d_]*")
"""The text before the first letter of a line; backwards, the text behind the last."""
_GROUPS = (re.compile("[0-9]+(?:[+\\-.,/:][0-9]+)*"), re.compile("[0-9]+"))
"""Digits that keep their order even if a page is read from the right: with usual signs between them, or without."""


def _reversed_rows(stream: str, least: int) -> Iterator[tuple[str, list[Span]]]:
    """The groups of digits of each line that a page read from the right shows side by side: those behind the last letter, then those
    before the first letter, the last group first. Each entry has their digits in a row, and the place of the group of each digit.

    Args:
        stream: a folded text.
        least: how many digits a row has at least.
    """
    for line in _LINE.finditer(stream):
        start, stop = line.span()
        first = _LINE_EDGE.match(stream, start, stop).end()  # type: ignore[union-attr]  # it matches anywhere
        last = max(first, stop - len(_LINE_EDGE.match(line[0][::-1])[0]))  # type: ignore[index]  # likewise
        if len(digits_of(stream[start:first] + stream[last:stop])) < least:
            continue
        for group in _GROUPS:
            places = [one.span() for one in group.finditer(stream, last, stop)]
            places += reversed([one.span() for one in group.finditer(stream, start, first)])
            if len(places) > 1:
                written = [(digit, place) for place in places for digit in digits_of(stream[slice(*place)])]
                yield "".join([digit for digit, _ in written]), [place for _, place in written]


def _find_in_rows(rows: Iterable[tuple[str, list[Span]]], number: str) -> Iterator[Span]:
    """The places of the groups that together show a number."""
    for row, places in rows:
        for at in places_of(number, row):
            groups = dict.fromkeys(places[at : at + len(number)])
            if len(groups) > 1:
                yield from groups
