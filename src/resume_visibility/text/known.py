"""What is known of the writer, found wherever it stands and whatever surrounds it (PHONE-1, NAME-4, CONTACT-1).

Here nothing is judged: eleven digits that happen to be the candidate's are so rarely anything else that no context saves them.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from itertools import accumulate, chain, pairwise, product
from typing import NamedTuple

import attrs

from ..model.arguments import expect, mistake
from .accounts import is_labelled, is_telling, may_be_account, names_by_place
from .addresses import DOT, account_at, host_and_rest
from .dialled import Digits, Line, by_shape, ends_of, in_digits, line_in
from .fold import Reading, Span, TooMuch, decodings, fold
from .kinds import Finding, Kind, Tag
from .names import Names, folded
from .patterns import digits_of, later, letters_of, places_of, plain_in, plain_places, silent
from .platforms import split_letters

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
    handles: tuple["Handle", ...] = attrs.field(init=False)
    """The names of the accounts, also of those whose pages the homepages are."""
    mails: tuple["Mail", ...] = attrs.field(init=False)
    """The addresses, by their letters."""
    ends_of_lines: tuple[tuple[Line, tuple[str, ...]], ...] = attrs.field(init=False)
    """Each number and line, with the ends of its digits: what no text lacks that holds it."""
    ends: frozenset[str] = attrs.field(init=False)
    """Those of all of them."""
    sites: tuple["Site", ...] = attrs.field(init=False)
    """The homepages, and the addresses at hosts in other letters than Latin."""

    @cached_property
    def turned(self) -> tuple[tuple[str, dict[str, list["Letters"]]], ...]:
        """The numbers by their digits, and the names by their letters, in any order."""
        numbers = ((one.digits, one.tags) for one, _ in self.ends_of_lines if not one.near)
        names = ((name, (Kind.NAME,)) for name in self.names.spellings)
        return ("the digits of a number", _by_letters(numbers)), ("the letters of a name", _by_letters(names))

    @handles.default
    def _handles(self) -> tuple["Handle", ...]:
        _expect(self)  # before anything is made of it
        pages = ((fold(account_at(homepage)), tags) for homepage, tags in self.homepages)
        names = [(fold(name), tags) for name, tags in self.accounts]
        names += [(name, tags) for name, tags in pages if may_be_account(name)]
        return tuple([handle for name, tags in dict.fromkeys(names) for handle in _handles_of(name, tags)])

    @mails.default
    def _mails(self) -> tuple["Mail", ...]:
        return tuple(mail for email, tags in self.emails for mail in _mails_of(email, tags))

    @ends_of_lines.default
    def _ends_of_lines(self) -> tuple[tuple[Line, tuple[str, ...]], ...]:
        lines = [one for one in (*[Line(*number) for number in self.numbers], *self.lines) if one.digits]
        ends = {digits: ends_of(digits) for digits in {line.digits for line in lines}}
        return tuple([(line, ends[line.digits]) for line in lines])

    @ends.default
    def _ends(self) -> frozenset[str]:
        return frozenset(chain.from_iterable([ends for _, ends in self.ends_of_lines]))

    @sites.default
    def _sites(self) -> tuple["Site", ...]:
        return (
            *(site for homepage, tags in self.homepages for site in _sites_of(homepage, tags)),
            *(site for email, tags in self.emails for site in _foreign(email, tags)),
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


class Effort:
    """How many steps are taken to look through a text; most take none of them."""

    __slots__ = ("_left",)

    def __init__(self, size: int) -> None:
        self._left = _STEPS * (size + _SHORT)

    def take(self, steps: int = 1) -> None:
        """Take some steps.

        Raises:
            TooMuch: nobody writes a text in which so many are needed.
        """
        self._left -= steps
        if self._left < 0:
            raise TooMuch


_STEPS, _SHORT = 16, 400
_TO_BE_LABELLED = 8
"""What stands beside a name takes as long to look at."""


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
                effort.take(digits.take())
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


# --- Addresses and homepages -----------------------------------------------------------------------------------------

_SIGNS = re.compile(r"[^a-z0-9]+")


@silent
class Mail(NamedTuple):
    """An address of mail, of which only the letters and digits are looked for.

    Args:
        part: the longest of its parts in Latin letters: what no text lacks that holds it.
        names: those before the at.
        labels: those behind it.
        tags: what to call it.
        is_latin: whether all of them are in Latin letters.
    """

    part: str
    names: list[str]
    labels: list[str]
    tags: tuple[Tag, ...]
    is_latin: bool

    def forms_in(self, plain: str) -> list[str]:
        """Its letters and digits as they stand in those of a text, with any word that people write for the at and for the dots."""
        names, labels = (
            [form for form in dict.fromkeys(dot.join(pieces) for dot in ("", "dot", "d")) if form in plain]
            for pieces in (self.names, self.labels)
        )
        forms = dict.fromkeys("".join(parts) for parts in product(names, ("", "at", "a"), labels))
        return [form for form in forms if form in plain]


def addresses_of(
    stream: str, mails: Iterable[Mail], effort: Effort
) -> Iterator[tuple[Span, tuple[Tag, ...]]]:
    """Where addresses stand in any disguise: signs between their letters, words for the at and the dots.

    Args:
        stream: a folded text.
        mails: the addresses.
        effort: it takes.
    """
    plain = letters_of(stream)
    for mail in [mail for mail in mails if mail.part in plain]:
        row = plain if mail.is_latin else "".join(filter(str.isalnum, stream))
        forms = mail.forms_in(row)
        places = _places(stream, is_latin=mail.is_latin) if forms else []
        for form in forms:
            for at in places_of(form, row):
                effort.take()
                start, end = places[at], places[at + len(form) - 1] + 1
                if len(form) >= _TELLING or _is_apart(stream, start, end, mail):
                    yield (start, end), mail.tags


def _places(stream: str, *, is_latin: bool) -> list[int]:
    """Where the letters and digits of a folded text stand, of all scripts or the plain ones alone."""
    return plain_places(stream) if is_latin else [at for at, char in enumerate(stream) if char.isalnum()]


_TELLING = 10
"""So many letters of an address are it even amidst others; fewer may be a word, or the middle of one: information, SaaS."""
_USUAL_ENDS = frozenset(["com", "cn", "net", "org"])


def _is_apart(stream: str, start: int, end: int, mail: Mail) -> bool:
    """Whether a short address stands by itself, and is no word."""
    begins, goes_on = _IN_WORD.match(stream[start - 1 : start]), _IN_WORD.match(stream, end)
    is_word = stream[start:end].isalnum() and mail.labels[-1] not in _USUAL_ENDS
    return mail.labels == [""] or not (begins or goes_on or is_word)


_IN_WORD, _IN_NAME = re.compile("[a-z0-9]"), re.compile("_?[a-z0-9]")
_IN_NAME_BEFORE = re.compile(r"[a-z0-9]_?\Z")


def _mails_of(email: str, tags: tuple[Tag, ...]) -> Iterator[Mail]:
    local, _, whole = email.partition("@")
    names = [_SIGNS.sub("", name) for name in fold(local).split(".")]
    if not any(names):
        return
    for domain in _hosts(whole):
        labels = ["".join(filter(str.isalnum, label)) for label in domain.split(".")]
        parts = filter(str.isascii, (*names, *labels))
        yield Mail(max(parts, key=len), names, labels, tags, domain.isascii())


_GOES_ON_BEFORE = re.compile(r"(?:[a-z0-9][._\-]?|[\w.+\-]@)\Z")
_GOES_ON_BEHIND = re.compile(r"[_\-@.]?[a-z0-9]")
"""A sign is a part of an address between Latin letters or digits alone."""
_ITEM = re.compile(r"(?<![a-z0-9@./_\-])[0-9]{1,2}\.\Z")
"""What numbers an item of a list, and begins no host: 1.lena.dev."""
_WIDEST_ITEM = len("12.")
_PORT = re.compile(r"(?:\.(?=[/:?#\s]))?(?::(?:443|80)(?![0-9]))?")
_QUERY = later(r"/?[?#][a-z0-9_.~%&=+\-/]*")
_LOGIN, _LONGEST_LOGIN = re.compile(r"://[^\s/?#@]{0,40}@$"), 48
"""Of an address on the web, who calls it."""
_LEADS = ("www.", "m.")
"""What the host of a homepage may begin with or not."""
_LEAD = re.compile(r"^(?:www|m)\.(?!(?:com|net|org|gov|edu|ac|co)\.[a-z]{2}$)(?=[^.]+\.)")


# What stands for each sign of what is known, with blanks around it, and a backslash before it: lena\_88.
_JOINTS = {
    sign: later(rf"(?: {{2,3}}|\s)?\\?(?:{stands})(?: {{2,3}}|\s)?")
    for sign, stands in {
        ".": rf"[.。·•・‧∙⋅●…]|(?<=[a-z0-9])(?:[,，]|d[o0]t)(?=[a-z0-9])|句号|{DOT}",
        "/": r"[\[(（]?/{1,3}[\])）]?|斜杠|(?<![a-z])slash(?![a-z])",
        "-": "-|横杠|减号|(?<![a-z])(?:dash|hyphen)(?![a-z])",
        "_": r"[\[(（]?(?:_|[下底][划横]?线|(?<![a-z])underscore(?![a-z]))[\])）]?",
        "@": r"[\W_]?(?:(?<![a-z])at(?![a-z])|艾特|爱特|[@#])[\W_]?",
    }.items()
}
_PIECES = re.compile(f"([{re.escape(''.join(_JOINTS))}])")


@silent
class Site(NamedTuple):
    """An address on the web, or of mail, as its pieces are written.

    Args:
        label: the longest piece of both: what no text lacks that names it, whatever stands for its dots.
        host: the first piece of the host, and then each sign and what follows it.
        path: likewise.
        tags: what to call it.
    """

    label: str
    host: list[str]
    path: list[str]
    tags: tuple[Tag, ...]

    @property
    def is_word(self) -> bool:
        """Whether it is one word, which may mean anything."""
        return len(self.host) == 1 and self.path == [""]

    @property
    def is_number(self) -> bool:
        """Whether it is digits alone, which go on behind those of a version or a chapter."""
        return not _LETTER.search("".join((*self.host, *self.path)))


def _site(host: str, path: str, tags: tuple[Tag, ...]) -> Site:
    pieces, behind = _PIECES.split(host) if any(map(str.isalnum, host)) else [host], _PIECES.split(path)
    return Site(max((*pieces, *behind), key=len), pieces, behind, tags)


def site_in(stream: str, site: Site, effort: "Effort") -> Iterator[Span]:
    """Where a homepage is named in a folded text: in any width, case and encoding, with or without its scheme, www or m, usual port and
    query, and whatever stands for its dots.
    """
    for at in places_of(site.host[0], stream):
        effort.take()
        start = at - max(len(lead) * stream.endswith(lead, 0, at) for lead in _LEADS)
        end = _along(stream, at, site.host, effort)
        if end:
            port = _PORT.match(stream, end)
            end = _along(stream, port.end() if port else end, site.path, effort)
        if end and _is_whole(stream, start, end, site):
            query = _QUERY.match(stream, end)
            yield start, query.end() if query else end


def _is_whole(stream: str, start: int, end: int, site: Site) -> bool:
    """Whether an address is no part of another, or a word: me@site.com, site.com/u139, scale."""
    if _GOES_ON_BEHIND.match(stream, end) or (site.is_word and not stream.endswith("://", 0, start)):
        return False
    begin = max(0, start - _WIDEST_ITEM)
    return (
        _GOES_ON_BEFORE.search(stream, begin, start) is None
        or (_ITEM.search(stream, begin, start) is not None and not site.is_number)
        or _LOGIN.search(stream, max(0, start - _LONGEST_LOGIN), start) is not None
    )


def _along(stream: str, start: int, pieces: list[str], effort: "Effort") -> int:
    """Where some pieces of an address end, each behind its sign, of which the first starts at a place; 0 where they do not stand."""
    end = start + len(pieces[0]) if stream.startswith(pieces[0], start) else 0
    for sign, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        joint = _JOINTS[sign].match(stream, end) if end else None
        if joint is None or not stream.startswith(piece, joint.end()):
            return 0
        end = joint.end() + len(piece)
        effort.take()
    return end


@silent
class Handle(NamedTuple):
    """The name of an account.

    Args:
        pieces: the first, and then each sign and what follows it.
        part: the longest letters of it: what no text lacks that holds it.
        tags: what to call it.
        is_telling: whether it means nothing else; what may is only looked for as it is written.
    """

    pieces: list[str]
    part: str
    tags: tuple[Tag, ...]
    is_telling: bool


def _handles_of(name: str, tags: tuple[Tag, ...]) -> Iterator[Handle]:
    """The name of an account, and backwards as well if it means nothing else."""
    bare = in_digits(name.strip("@._-"))
    if is_telling(bare):
        for one in (bare, bare[::-1]):
            yield Handle(_PIECES.split(one), max(_LATIN.findall(one), key=len), tags, is_telling=True)
    elif any(map(str.isalnum, name)):
        yield Handle([name], name, tags, is_telling=False)


_LATIN = re.compile("[a-z]+")


def accounts_of(
    stream: str, handles: Iterable[Handle], extra: tuple[str, ...], effort: "Effort"
) -> Iterator[tuple[Span, tuple[Tag, ...]]]:
    """Where the names of accounts stand: one that means nothing else in any numerals, whatever stands for its signs, and letter by
    letter; one that may mean something else as it is written, where a platform's name says what it is.
    """
    bare, letters = in_digits(stream), letters_of(stream)
    names = rows = None
    for handle in handles:
        name = "".join(handle.pieces)
        if not handle.is_telling:
            for at in places_of(name, stream):
                effort.take(_TO_BE_LABELLED)
                names = names or names_by_place(stream, extra)
                if is_labelled(stream, at, at + len(name), names):
                    yield (at, at + len(name)), handle.tags
        elif handle.part in letters:
            rows = _rows_in(bare) if rows is None else rows
            for place in chain(_name_in(stream, bare, handle, effort), _in_rows(rows, handle, bare, effort)):
                yield place, handle.tags


def _name_in(stream: str, bare: str, handle: Handle, effort: "Effort") -> Iterator[Span]:
    """Where the name of an account stands that is no part of a longer word: a Chinese numeral beside it begins another (一直)."""
    for at in places_of(handle.pieces[0], bare):
        effort.take()
        end = _along(bare, at, handle.pieces, effort)
        if end and not (_IN_NAME_BEFORE.search(stream, max(0, at - 2), at) or _IN_NAME.match(stream, end)):
            yield at, end


def _rows_in(bare: str) -> list[tuple[str, list[int]]]:
    """What is written letter by letter in a folded text, and where each letter stands."""
    split = split_letters(bare, 0, len(bare), plain_in(bare).kinds)
    return [(letters_of(one[0]), [one.start() + at for at in plain_places(one[0])]) for one in split]


def _in_rows(
    rows: Iterable[tuple[str, list[int]]], handle: Handle, bare: str, effort: "Effort"
) -> Iterator[Span]:
    """Where the name of an account is written letter by letter, with its signs; a row in order is a list: A, B, C."""
    name, signs = "".join(handle.pieces[::2]), handle.pieces[1::2]
    if sum(ord(two) - ord(one) == 1 for one, two in pairwise(name)) * 2 > len(name):
        return
    for row, places in rows:
        for at in places_of(name, row):
            effort.take()
            start, end = places[at], places[at + len(name) - 1] + 1
            if all(map(bare[start:end].__contains__, signs)):
                yield start, end


def _sites_of(homepage: str, tags: tuple[Tag, ...]) -> Iterator[Site]:
    """A homepage in every spelling of its host, in every way in which its path leads there, and backwards."""
    host, rest = host_and_rest(homepage)
    host, paths = _LEAD.sub("", host), [*dict.fromkeys(_paths(rest))]
    for one in filter(None, _hosts(host)):
        yield from (_site(one, path, tags) for path in paths)
        if "." in one and _LETTER.search(
            one + paths[-1]
        ):  # a word or a version read backwards may be another one
            yield _site((one + paths[-1])[::-1], "", tags)


def _paths(written: str) -> Iterator[str]:
    """What stands behind a host, folded: with what only says how somebody came there and without, as it is written and as what it
    encodes.
    """
    path = _INDEX.sub("", _NO_MORE.sub("", _CAME_BY.sub("", written)))
    for one in dict.fromkeys((written, path)):
        for decoded in (one, *_decoded(one)):
            yield _SLASHES.sub("/", fold(decoded)).rstrip("/")


def _decoded(path: str) -> Iterator[str]:
    try:
        yield from [reading.text for reading in decodings(Reading(path))]
    except TooMuch:  # so it is looked for as it is written
        return


# A fragment that begins with a slash leads to another page, and what else stands in a query may, too.
_CAME_BY = re.compile(
    r"(?i)(?<=[?&])(?:from|utm_[a-z]+|spm|ref|source|share[a-z_]*|[fg]clid|timestamp|isappinstalled|nsukey|lang)(?:=[^&#]*)?(?:&|(?=#|$))"
)
_NO_MORE = re.compile("[?&]?(?:#(?![/!]).*)?$")
"""What is left of a query of nothing else, and a fragment."""
_INDEX = re.compile(r"(?i)(?<=/)(?:index|default)\.[a-z0-9]{2,5}/*$")
_SLASHES = re.compile("/{2,}")


def _foreign(email: str, tags: tuple[Tag, ...]) -> Iterator[Site]:
    """An address of mail in the spellings of its host that have other letters than Latin."""
    local, _, host = email.partition("@")
    return (_site(f"{fold(local)}@{one}", "", tags) for one in _hosts(host) if not one.isascii())


def _hosts(host: str) -> Collection[str]:
    """A host in its own letters and in punycode, folded."""
    if host.isascii() and "xn--" not in host.lower():
        return (host.lower(),)
    return dict.fromkeys(map(fold, (host, _recoded(host, "ascii"), _recoded(host, "unicode"))))


def _recoded(host: str, to: str) -> str:
    try:
        return (
            host.encode("idna").decode("ascii") if to == "ascii" else ".".join(map(_label, host.split(".")))
        )
    except UnicodeError:
        return host


def _label(label: str) -> str:
    """A label of a host in its own letters; also in those that another version of IDNA writes otherwise, such as ß."""
    return label[4:].encode("ascii").decode("punycode") if label.lower().startswith("xn--") else label
