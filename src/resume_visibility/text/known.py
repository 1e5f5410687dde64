"""What is known of the writer, found wherever it stands and whatever surrounds it (PHONE-1, NAME-4, CONTACT-1).

Here nothing is judged: eleven digits that happen to be the candidate's are so rarely anything else that no context saves them.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate, chain
from typing import NamedTuple

import attrs

from ..model.arguments import expect, mistake
from .addresses import account_at
from .dialled import Digits, Line, by_shape, ends_of, in_digits, line_in
from .fold import Effort, Reading, Span, fold
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
    site_in,
    sites_of,
)
from .names import Names, folded
from .patterns import digits_of, places_of, silent

# What a renderer may show in another order than it is written.
_TURNED = "\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc"
_TURNS = re.compile(f"[{_TURNED}]")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Known:
    """What is known of the writer of a text, and what to call each of it when it is found.

    Args:
        numbers: as digits, each with its tags.
        lines: further numbers, each as it is dialled in one way.
        emails: addresses, each with its tags.
        homepages: their addresses, each with its tags.
        accounts: names of accounts, each with its tags. What may mean something else, such as a word, a date or Chinese letters, is
            found beside the name of a platform or an at alone.
        names: of people; `Kind.NAME` tags them.

    Raises:
        TypeError: one of them is of another type.
    """

    numbers: tuple[tuple[str, tuple[Tag, ...]], ...] = ()
    lines: tuple[Line, ...] = ()
    emails: tuple[tuple[str, tuple[Tag, ...]], ...] = ()
    homepages: tuple[tuple[str, tuple[Tag, ...]], ...] = ()
    accounts: tuple[tuple[str, tuple[Tag, ...]], ...] = ()
    names: Names = attrs.field(factory=lambda: Names(()))
    handles: tuple[Handle, ...] = attrs.field(init=False)
    """The names of the accounts, also of those whose pages the homepages are."""
    mails: tuple[Mail, ...] = attrs.field(init=False)
    """The addresses, by their letters."""
    ends_of_lines: tuple[tuple[Line, tuple[str, ...]], ...] = attrs.field(init=False)
    """Each number and line, with the ends of its digits: what no text lacks that holds it."""
    ends: frozenset[str] = attrs.field(init=False)
    """Those of all of them."""
    sites: tuple[Site, ...] = attrs.field(init=False)
    """The homepages, and the addresses at hosts in other letters than Latin."""

    @cached_property
    def turned(self) -> tuple[tuple[str, dict[str, list["Letters"]]], ...]:
        """The numbers by their digits, and the names by their letters, in any order."""
        numbers = ((one.digits, one.tags) for one, _ in self.ends_of_lines if not one.near)
        names = ((name, (Kind.NAME,)) for name in self.names.spellings)
        return ("the digits of a number", _by_letters(numbers)), ("the letters of a name", _by_letters(names))

    @handles.default
    def _handles(self) -> tuple[Handle, ...]:
        _expect(self)  # before anything is made of it
        pages = ((fold(account_at(homepage)), tags) for homepage, tags in self.homepages)
        names = [(fold(name), tags) for name, tags in self.accounts]
        names += [(name, tags) for name, tags in pages if may_be_account(name)]
        return tuple([handle for name, tags in dict.fromkeys(names) for handle in handles_of(name, tags)])

    @mails.default
    def _mails(self) -> tuple[Mail, ...]:
        return tuple(mail for email, tags in self.emails for mail in mails_of(email, tags))

    @ends_of_lines.default
    def _ends_of_lines(self) -> tuple[tuple[Line, tuple[str, ...]], ...]:
        lines = [one for one in (*[Line(*number) for number in self.numbers], *self.lines) if one.digits]
        ends = {digits: ends_of(digits) for digits in {line.digits for line in lines}}
        return tuple([(line, ends[line.digits]) for line in lines])

    @ends.default
    def _ends(self) -> frozenset[str]:
        return frozenset(chain.from_iterable([ends for _, ends in self.ends_of_lines]))

    @sites.default
    def _sites(self) -> tuple[Site, ...]:
        return (
            *(site for homepage, tags in self.homepages for site in sites_of(homepage, tags)),
            *(site for email, tags in self.emails for site in foreign_sites_of(email, tags)),
        )


@silent
class Letters(NamedTuple):
    """What is written with some letters in any order.

    Args:
        size: how many there are.
        needed: each of them, and how often.
        tags: what to call it.
    """

    size: int
    needed: tuple[tuple[str, int], ...]
    tags: tuple[Tag, ...]


def _by_letters(known: Iterable[tuple[str, tuple[Tag, ...]]]) -> dict[str, list[Letters]]:
    """What is known, each once whatever the order of its letters, by the last of them."""
    found: dict[str, list[Letters]] = {}
    for letters, tags in dict.fromkeys(("".join(sorted(one)), tags) for one, tags in known):
        needed = tuple(Counter(letters).items())
        found.setdefault(letters[-1], []).append(Letters(len(letters), needed, tags))
    return found


def _expect(known: Known) -> None:
    for name in ("numbers", "emails", "homepages", "accounts"):
        if type(pairs := getattr(known, name)) is not tuple:
            raise mistake(name, _PAIRS, pairs)
        for pair in pairs:
            if not (
                isinstance(pair, tuple) and len(pair) == len(_PAIR) and all(map(isinstance, pair, _PAIR))
            ):
                got = (
                    f"a tuple of {', '.join(type(one).__name__ for one in pair)}"
                    if type(pair) is tuple
                    else ""
                )
                raise mistake(f"each of {name}", _A_PAIR, pair, got)
    if type(known.lines) is not tuple:
        raise mistake("lines", "a tuple of Line", known.lines)
    for line in known.lines:
        expect("each of lines", line, Line)
    expect("names", known.names, Names)


def expect_known(known: object, accounts: object) -> None:
    """Refuse what is no `Known`, and accounts that would be read letter by letter or not at all.

    Args:
        known: as for `find`.
        accounts: likewise.

    Raises:
        TypeError: one of them is of another type.
    """
    if type(known) is not Known:
        raise mistake("known", "a Known", known)
    if type(accounts) is not tuple:
        raise mistake("accounts", _ACCOUNTS, accounts)
    for one in accounts:
        if not isinstance(one, str):
            raise mistake("each of accounts", "a str", one)


_ACCOUNTS = 'a tuple of str, such as ("脉脉号",)'
_PAIR: list[type] = [str, tuple]
_A_PAIR = 'a pair of a str and a tuple of its tags, such as ("zhang@example.com", (Kind.EMAIL,))'
_PAIRS = "a tuple of pairs, each of a str and a tuple of its tags"


NOTHING = Known()
"""Nothing is known."""


class Held(NamedTuple):
    """Which of what is known may stand in a text; addresses are those of homepages as well."""

    numbers: bool = True
    addresses: bool = True
    names: bool = True


ANYTHING = Held()


def known_in(
    reading: Reading, stream: Reading, known: Known, held: Held = ANYTHING, extra: tuple[str, ...] = ()
) -> Iterator[Finding]:
    """Everything known that a text gives away, as it is read in one way.

    Args:
        reading: of the text.
        stream: the same, folded.
        known: of its writer.
        held: which of it may stand there.
        extra: further kinds of account, as for `find`.

    Raises:
        TooMuch: it would take too many steps.
    """
    effort = Effort(len(stream.text))
    if known.ends and held.numbers:
        for read in (stream, *by_shape(reading, stream)):
            digits = Digits(read.text)
            lines = digits.lines_of(known.ends, known.ends_of_lines)
            rounds = _round_lines(read.text) if lines else []
            for line in lines:
                ends = () if line.near else _round_line(rounds, line.digits)
                for place in chain(line_in(digits, line), ends):
                    yield Finding(*read.span(*place), line.tags, "known: a number")
                effort.take(digits.parts.take())
    if held.addresses:
        for place, tags in addresses_of(stream.text, known.mails, effort) if known.mails else ():
            yield Finding(*stream.span(*place), tags, "known: an address")
        for site in known.sites:
            for place in site_in(stream.text, site, effort) if site.label in stream.text else ():
                yield Finding(*stream.span(*place), site.tags, "known: a homepage")
        for place, tags in accounts_of(stream.text, known.handles, extra, effort) if known.handles else ():
            yield Finding(*stream.span(*place), tags, "known: an account")
    if known.names and held.names:
        for place in known.names.places(reading.text):
            yield Finding(*reading.span(*place), (Kind.NAME,), "known: a name")
        for place in known.names.called_in(stream.text):
            yield Finding(*stream.span(*place), (Kind.NAME,), "known: a part of a name")
    if all(held) and _TURNS.search(reading.text):
        yield from _turned_in(reading, stream, known, effort)


def _turned_in(reading: Reading, stream: Reading, known: Known, effort: Effort) -> Iterator[Finding]:
    """The lines of a text that may be shown in another order and hold all digits of a number, or all letters of a name."""
    for line in filter(lambda line: _TURNS.search(line[0]), _LINE.finditer(reading.text)):
        place = reading.span(*line.span())
        words = stream.text[slice(*map(stream.at, place))]
        digits = Counter(digits_of(in_digits(words)))
        letters = Counter(folded(line[0])) | Counter(folded(words))
        for held, (what, sought) in zip((digits, letters), known.turned, strict=True):
            size, found = held.total(), dict[tuple[Tag, ...], None]()
            for letter in sorted(held.keys() & sought.keys()):  # in the same order in every process
                for many, needed, tags in sought[letter]:
                    effort.take()
                    if many <= size and all(held[one] >= often for one, often in needed):
                        found[tags] = None
            for tags in found:
                yield Finding(*place, tags, f"known: {what}, turned")


# What is read in more than one way, or shown in another order, is looked at by itself.
READ_OTHERWISE = re.compile(
    rf"[%&\\\[\-{_TURNED}](?:(?<=%)(?:[uU]|[0-9a-fA-F]{{2}})|(?<=&)[#a-zA-Z]|(?<=\\)[a-zA-Z0-3]|(?<=[xX][nN]-)-|(?<=[\[{_TURNED}]))"
)


_LINE = re.compile("[^\n\r\u2028\u2029]+")
_LETTER = re.compile(r"[^\W\d_]")
_GROUPS = (re.compile("[0-9]+(?:[+\\-.,/:][0-9]+)*"), re.compile("[0-9]+"))
"""Digits that stay in their order wherever a page is read from: usual signs may part them or not."""


@silent
class _Round(NamedTuple):
    """Groups of digits in the order in which a page that is read from the right shows them.

    Args:
        row: their digits in a row.
        ends: where in it each group ends.
        places: where each is written.
    """

    row: str
    ends: list[int]
    places: list[Span]


def _round_lines(stream: str) -> list[_Round]:
    """What a page that is read from the right shows side by side of each line: the groups behind its last letter, then those before
    its first, the last of them first.
    """
    rounds = []
    for line in _LINE.finditer(stream):
        start, stop = line.span()
        letter = _LETTER.search(stream, start, stop)
        first = stop if letter is None else letter.start()
        last = stop if letter is None else stop - _LETTER.search(line[0][::-1]).start()  # type: ignore[union-attr]  # it is there
        for group in _GROUPS:
            places = [one.span() for one in group.finditer(stream, last, stop)]
            places += reversed([one.span() for one in group.finditer(stream, start, first)])
            if len(places) > 1:
                written = [digits_of(stream[slice(*place)]) for place in places]
                rounds.append(_Round("".join(written), [*accumulate(map(len, written))], places))
    return rounds


def _round_line(rounds: Iterable[_Round], number: str) -> Iterator[Span]:
    """Where the groups stand that show a number together."""
    for row, ends, places in rounds:
        for at in places_of(number, row):
            first, last = bisect_right(ends, at), bisect_left(ends, at + len(number))
            if first < last:
                yield from places[first : last + 1]
