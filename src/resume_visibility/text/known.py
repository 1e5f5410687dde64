"""What is known of the writer, found wherever it stands and whatever surrounds it (PHONE-1, NAME-4, CONTACT-1).

Here nothing is judged: eleven digits that happen to be the candidate's are so rarely anything else that no context
could make it right to show them.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import product
from typing import NamedTuple

import attrs

from .digits import TO_ASCII, Form, Gap, Group, groups_of
from .fold import ALIKE, SEVERAL, Reading, Span, fold
from .kinds import Finding, Kind, Tag
from .names import Names, folded
from .numbers import end_with_extension
from .patterns import HAN_DIGITS, digits_of, letters_of
from .platforms import places_of

# What a renderer may show in another order than it is written.
_TURNS = re.compile("[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]")


class Line(NamedTuple):
    """A number as it is dialled in one way.

    Args:
        digits: of it.
        tags: what to call it.
        extension: to dial behind it; it is found only where that stands beside it.
        near: whether nothing but signs may stand among its digits: a number without its area code.
    """

    digits: str
    tags: tuple[Tag, ...]
    extension: str | None = None
    near: bool = False


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Known:
    """What is known of the writer of a text, and what to call each of it when it is found.

    Args:
        numbers: as digits, each with its tags.
        lines: further numbers, each as it is dialled in one way.
        emails: addresses, each with its tags.
        homepages: their addresses, each with its tags.
        names: of people; `Kind.NAME` tags them.
    """

    numbers: tuple[tuple[str, tuple[Tag, ...]], ...] = ()
    lines: tuple[Line, ...] = ()
    emails: tuple[tuple[str, tuple[Tag, ...]], ...] = ()
    homepages: tuple[tuple[str, tuple[Tag, ...]], ...] = ()
    names: Names = attrs.field(factory=lambda: Names(()))
    forms: tuple[tuple[str, tuple[Tag, ...]], ...] = attrs.field(init=False)
    """The letters and digits of the addresses, as they are written."""
    dialled: tuple[Line, ...] = attrs.field(init=False)
    """The numbers and the lines."""
    sites: tuple[tuple[str, str, tuple[Tag, ...]], ...] = attrs.field(init=False)
    """The hosts and the paths of the homepages, as they are written."""

    @forms.default
    def _forms_of_emails(self) -> tuple[tuple[str, tuple[Tag, ...]], ...]:
        return tuple((form, tags) for email, tags in self.emails for form in dict.fromkeys(_forms(email)))

    @dialled.default
    def _dialled(self) -> tuple[Line, ...]:
        return (*(Line(*number) for number in self.numbers), *self.lines)

    @sites.default
    def _sites_of_homepages(self) -> tuple[tuple[str, str, tuple[Tag, ...]], ...]:
        return tuple((*site, tags) for homepage, tags in self.homepages for site in _spellings(homepage))


NOTHING = Known()
"""Nothing is known."""


def known_in(reading: Reading, stream: Reading, known: Known) -> Iterator[Finding]:
    """Everything known that a text gives away, as it is read in one way.

    Args:
        reading: of the text.
        stream: the same, folded.
        known: of its writer.
    """
    for read in (stream, *_by_shape(reading, stream)) if known.dialled else ():
        groups: list[Group] | None = None
        bare = ""
        for line in known.dialled:
            if may_hold(read.text, line.digits):
                groups = groups_of(read.text, counts=True) if groups is None else groups
                bare = bare or in_digits(read.text)
                for place in _line_in(read.text, bare, groups, line):
                    yield Finding(*read.span(*place), line.tags, "known: a number")
    plain = letters_of(stream.text) if known.forms else ""
    for form, tags in known.forms:
        for place in address_in(stream.text, form) if form in plain else ():
            yield Finding(*stream.span(*place), tags, "known: an address")
    for host, path, tags in known.sites:
        for place in homepage_in(stream.text, host, path):
            yield Finding(*stream.span(*place), tags, "known: a homepage")
    for place in known.names.places(reading.text) if known.names else ():
        yield Finding(*reading.span(*place), (Kind.NAME,), "known: a name")
    if _TURNS.search(reading.text):
        for start, end, words in _turned_lines(reading.text):
            digits, letters = Counter(digits_of(in_digits(words))), Counter(folded(words))
            for number, tags in ((line.digits, line.tags) for line in known.dialled if not line.near):
                if not Counter(number) - digits:
                    yield Finding(*reading.span(start, end), tags, "known: the digits of a number, turned")
            if any(not Counter(name) - letters for name in known.names.spellings):
                yield Finding(*reading.span(start, end), (Kind.NAME,), "known: the letters of a name, turned")


def looks_for(text: str, stream: str, known: Known) -> list[Callable[[str, str], bool]]:
    """The cheap looks for what many texts together may give away of what is known, each to be taken at every one of them,
    as it is written and folded. A look may err on one side only.

    Args:
        text: all of them.
        stream: the same, folded.
        known: of their writer.
    """
    looks: list[Callable[[str, str], bool]] = []
    if _HAS_DIGITS.search(stream):
        sought = dict.fromkeys(line.digits for line in known.dialled)
        numbers = [number for number in sought if may_hold(stream, number)]
        if numbers:
            looks.append(
                lambda _, one: _HAS_DIGITS.search(one) is not None and any(may_hold(one, n) for n in numbers)
            )
    if known.names and known.names.may_begin_in(text):
        looks.append(lambda one, _: known.names.may_stand_in(one))
    letters = letters_of(stream) if known.forms else ""
    forms = [form for form, _ in known.forms if form in letters]
    if forms:
        looks.append(lambda _, one: any(map(letters_of(one).__contains__, forms)))
    dotted = stream.replace("。", ".") if known.sites else ""
    hosts = [host for host, _, _ in known.sites if host in dotted]
    if hosts:
        looks.append(lambda _, one: any(map(one.replace("。", ".").__contains__, hosts)))
    return looks


# What is read in more than one way, or shown in another order, is looked at by itself.
READ_OTHERWISE = re.compile(r"%(?:u|[0-9a-fA-F]{2})|&[#a-zA-Z]|\\[a-zA-Z]|\[|" + _TURNS.pattern)


# --- Numbers ---------------------------------------------------------------------------------------------------------

_LINE = re.compile("[^\n\r\u2028\u2029]+")


def _turned_lines(text: str) -> Iterator[tuple[int, int, str]]:
    """The lines of a text of which some may be shown in another order, each with its folded stream."""
    for line in _LINE.finditer(text):
        if _TURNS.search(line[0]):
            yield line.start(), line.end(), fold(line[0])


# Digits of one shape may be there to hide those of another: ①139②1234③5678.
_PLAIN_ONLY = {ord(shape): " " for digit in "0123456789" for shape in ALIKE[digit] if not shape.isascii()}
_PLAIN_ONLY |= {ord(shape): " " for shape, several in SEVERAL.items() if several.isdigit()}
_SHAPED_ONLY = dict.fromkeys(map(ord, "0123456789"), " ")


def _by_shape(reading: Reading, stream: Reading) -> Iterator[Reading]:
    """A text as it reads with its plain digits alone, and with the others alone, where it holds both."""
    if stream.text == reading.text.lower():
        return
    for table in (_PLAIN_ONLY, _SHAPED_ONLY):
        text = reading.text.translate(table)
        if text == reading.text:
            return
        yield Reading(text, reading.origins).folded()


def in_digits(stream: str) -> str:
    """A folded text with the Chinese numerals in digits."""
    for numeral, digit in _NUMERALS:
        if numeral in stream:
            stream = stream.replace(numeral, digit)
    return stream


_NUMERALS = tuple(zip(HAN_DIGITS, "00123456789", strict=True))
_ALIKE = re.compile("[oilzsbgq](?:(?=[0-9])|(?<=[0-9].))")
_WORD = re.compile("[a-z]+")
_DIGIT = "zero|oh|one|two|three|four|five|six|seven|eight|nine"
_SPELLED = re.compile(
    rf"(?:{_DIGIT}|double|triple)\W{{0,3}}(?:{_DIGIT}|[0-9])|(?:yi|yao|san|wu|liu|ba|jiu)[1-5]?\W?(?:yi|er|san|si|wu"
    rf"|liu|qi|ba|jiu|yao|ling)"
    rf"|[双两三四]个[0-9{HAN_DIGITS}]|双[0-9{HAN_DIGITS}]|[{HAN_DIGITS}][百千]"
)


_HAS_DIGITS = re.compile(rf"[0-9{HAN_DIGITS}]|{_DIGIT}|(?:yi|yao|san|wu|liu|ba|jiu)[^a-z]")


def may_hold(stream: str, number: str) -> bool:
    """Whether a folded text may hold a number, in whatever writing: what no text lacks in which it is found."""
    bare = in_digits(stream)
    plain = digits_of(bare)
    if len(plain) >= _FEWEST and (number in plain or number[::-1] in plain or _has_end(plain, number)):
        return True
    if _SPELLED.search(stream):
        return True
    if _ALIKE.search(bare) is None:
        return False
    alike = _WORD.sub(lambda word: "" if word[0].strip("oilzsbgq") else word[0].translate(TO_ASCII), bare)
    digits = digits_of(alike)
    return number in digits or number[::-1] in digits or _has_end(digits, number)


def _has_end(digits: str, number: str) -> bool:
    return number[:_FEWEST] in digits or number[-_FEWEST:] in digits or number[:_HEAD] in digits


def _line_in(stream: str, bare: str, groups: Sequence[Group], line: Line) -> Iterator[Span]:
    """Where a line stands in a folded text, with its extension; with what is called one, where it has none."""
    for start, end in number_in(stream, groups, line.digits):
        if line.near and not (
            _NEAR_DIGITS.fullmatch(bare, start, end) and len(digits_of(bare[start:end])) == len(line.digits)
        ):
            continue
        if line.extension is None:
            yield start, end_with_extension(stream, end)
        else:
            yield from _with_extension(bare, start, end, line.extension)


_NEAR_DIGITS = re.compile(r"[0-9](?:[\W_]*[0-9])*")
_BESIDE = 12
_TRUNK = "(?:(?:00)?86[^0-9]{0,3})?0?[^0-9]{0,2}"
"""What is dialled before a number of another town or country."""


def _with_extension(bare: str, start: int, end: int, extension: str) -> Iterator[Span]:
    """From where to where a number stands with its extension, on either side."""
    digits = r"[^0-9\n]{0,2}".join(extension)
    behind = re.compile(rf"[^0-9]{{0,{_BESIDE}}}{digits}(?![0-9])").match(bare, end)
    before = re.compile(rf"(?<![0-9]){digits}[^0-9]{{0,{_BESIDE}}}{_TRUNK}$").search(
        bare, max(0, start - 3 * _BESIDE), start
    )
    if behind or before:
        yield before.start() if before else start, behind.end() if behind else end


def number_in(stream: str, groups: Sequence[Group], number: str) -> Iterator[Span]:
    """Where a number stands in a folded text: whole, backwards, masked, or its ends, called so.

    Args:
        stream: a folded text.
        groups: all its digits.
        number: as digits.
    """
    written = {group.form for group in groups}
    for forms in dict.fromkeys(forms & written for forms in _FORMS):
        chosen = [group for group in groups if group.form in forms]
        digits = "".join(group.digits for group in chosen)
        for sought in dict.fromkeys((number, number[::-1])):
            if sought in digits:
                yield from _whole(chosen, digits, sought)
    if len(number) == MOBILE:
        yield from _masked(stream, number)
        yield from _pieces(stream, number)


# A numeral in the words between the pieces of a number must not hide it, nor a numeral that is one of its digits.
_FORMS = (
    frozenset({Form.DIGITS}),
    frozenset({Form.DIGITS, Form.HAN}),
    frozenset({Form.DIGITS, Form.ALIKE}),
    frozenset(Form),
)
# Digits further apart than this are found piece by piece, and the prose between them stays.
_NEAR = 12


def _whole(groups: Sequence[Group], digits: str, number: str) -> Iterator[Span]:
    offsets, total = [], 0
    for group in groups:
        offsets.append(total)
        total += len(group.digits)
    found = digits.find(number)
    while found >= 0:
        first, last = (bisect_right(offsets, at) - 1 for at in (found, found + len(number) - 1))
        begin = _digit(groups[first], found - offsets[first])
        for one, two in zip(groups[first:last], groups[first + 1 : last + 1], strict=True):
            if two.start - one.end > _NEAR:
                yield begin, one.end
                begin = two.start
        yield begin, max(_digit(groups[last], found + len(number) - offsets[last]), begin + 1)
        found = digits.find(number, found + 1)


def _digit(group: Group, digit: int) -> int:
    """Where a digit of a group stands in the stream; within a word or a sum, its bounds."""
    if group.end - group.start == len(group.digits):
        return group.start + digit
    return group.start if digit == 0 else group.end


_MASK = re.compile(r"(?P<sign>[^\w\s])(?:\s?(?P=sign)){2,}\s?|(?<=[0-9]{3})x{3,}")
_HEAD_OF = re.compile(rf"[0-9{HAN_DIGITS}]*$")
_TAIL_OF = re.compile(rf"[0-9{HAN_DIGITS}]*")
_HEAD = 3


def _masked(stream: str, number: str) -> Iterator[Span]:
    """Where the number is masked with any filler: its first digits or its last, or both."""
    for match in _MASK.finditer(stream):
        start, stop = match.span()
        before, behind = stream[max(0, start - MOBILE) : start], stream[stop : stop + MOBILE]
        head = "".join(map(in_digits, _HEAD_OF.findall(before)))
        tail = "".join(map(in_digits, _TAIL_OF.findall(behind)[:1]))
        ends = number.endswith(tail) and len(tail) >= _FEWEST
        if number.startswith(head) and (len(head) > 5 or (len(head) >= _HEAD and ends)):
            yield start - len(head), stop + len(tail)
        elif ends and not head:
            yield stop, stop + len(tail)


# What calls a few digits a piece of a number: without it they are any year or amount.
_SO_MANY = "(?:[4-8四五六七八]|four|five|six|seven|eight)"
_CALLED = re.compile(
    rf"(?P<first>[前头]\s?{_SO_MANY}\s?位?|(?P<front>开头|打头)|first ?{_SO_MANY}|(?:starts?|begins?) with)"
    rf"|尾号|尾数|[后末尾]\s?{_SO_MANY}\s?位?|(?P<back>[结收]尾)|last ?{_SO_MANY}|end(?:s|ing)? (?:in|with)"
)
_LEADS_ON = re.compile(
    r"[^0-9a-z\n]{0,6}(?:(?:digits?|are|is|of|my|number|phone|mobile)(?![a-z])[^0-9a-z\n]{0,3}){0,5}"
)
_REACH = 40
_FEWEST = 4
MOBILE = 11
"""So many digits has a mobile number."""


def _pieces(stream: str, number: str) -> Iterator[Span]:
    """The first digits of a mobile number and the last, four or more, where they are called so."""
    for call in _CALLED.finditer(stream):
        first = call["first"] is not None
        end = call.end()
        groups = groups_of(stream, end, end + _REACH, counts=True)
        at = 0
        while at < len(groups) and _LEADS_ON.fullmatch(stream, end, groups[at].start):
            behind = _longest(groups, at, number, first=first)
            if behind == at:
                break
            end = groups[behind - 1].end
            yield groups[at].start, end
            at = behind  # said again right behind, a piece is called so still
        if call["front"] or call["back"]:
            groups = groups_of(stream, max(0, call.start() - _REACH), call.start(), counts=True)
            for at in range(len(groups)):
                near = call.start() - groups[-1].end < _FEWEST
                if near and _longest(groups, at, number, first=first) == len(groups):
                    yield groups[at].start, groups[-1].end
                    break


def _longest(groups: Sequence[Group], at: int, number: str, *, first: bool) -> int:
    """Behind which group the longest piece ends that starts with one; that one itself where none does."""
    digits, behind = "", at
    for here in range(at, len(groups)):
        if (here > at and groups[here].gap > Gap.SIGNS) or len(digits) > MOBILE:
            break
        digits += groups[here].digits
        goes_on = here + 1 < len(groups) and groups[here + 1].gap is Gap.NONE
        is_piece = number.startswith(digits) if first else number.endswith(digits)
        if len(digits) >= _FEWEST and is_piece and not goes_on:
            behind = here + 1
    return behind


# --- Addresses and homepages -----------------------------------------------------------------------------------------

_SIGNS = re.compile(r"[^a-z0-9]+")
_NO_SIGN = re.compile(r"[a-z0-9]")


def address_in(stream: str, form: str) -> Iterator[Span]:
    """Where an address stands in any disguise: signs between its letters, words for the at and the dots.

    Args:
        stream: a folded text.
        form: the letters and digits of the address, in the order in which they are written.
    """
    bare = _SIGNS.sub("", stream)
    places = [match.start() for match in _NO_SIGN.finditer(stream)]
    for at in places_of(form, bare):
        yield places[at], places[at + len(form) - 1] + 1


def _forms(email: str) -> Iterator[str]:
    """The letters and digits of an address, with each word that people write for the at and for the dots."""
    local, _, domain = fold(email).partition("@")
    names, labels = ([_SIGNS.sub("", label) for label in side.split(".")] for side in (local, domain))
    dots = ("", "dot", "d")
    for at, dot, other in product(("", "at", "a"), dots, dots if len(names) > 1 else ("",)):
        yield other.join(names) + at + dot.join(labels)


_GOES_ON_BEFORE = re.compile(r"[a-z0-9_@.\-]")
_GOES_ON_BEHIND = re.compile(r"[a-z0-9_\-]|[@][a-z0-9]|\.[a-z0-9]")
_PORT = re.compile(r"(?::(?:443|80)(?![0-9]))?")
_QUERY = re.compile(r"/?[?#][a-z0-9_.~%&=+\-/]*")
_WWW = "www."


def homepage_in(stream: str, host: str, path: str) -> Iterator[Span]:
    """Where a homepage is named: in any width, case and encoding, with or without its scheme, www, usual port and query.

    Args:
        stream: a folded text.
        host: of the homepage, folded.
        path: of it, folded.
    """
    stream = stream.replace("。", ".")
    for at in places_of(host, stream):
        end = at + len(host)
        end += stream.startswith(".", end) and not stream[end + 1 : end + 2].isalnum()
        end = _PORT.match(stream, end).end()  # type: ignore[union-attr]  # it matches nothing as well
        start = at - len(_WWW) if stream.startswith(_WWW, max(at - len(_WWW), 0)) else at
        # A part of another address is not the homepage: me@site.com, site.com/u139.
        if not stream.startswith(path, end) or _GOES_ON_BEFORE.match(stream[start - 1 : start]):
            continue
        end += len(path)
        if not _GOES_ON_BEHIND.match(stream, end):
            query = _QUERY.match(stream, end)
            yield start, query.end() if query else end


def _spellings(homepage: str) -> Collection[tuple[str, str]]:
    """The host and the path of an address, folded; the host in its own letters and in punycode."""
    address = homepage.lower().partition("://")[2].replace("。", ".")
    end = next((at for at, sign in enumerate(address) if sign in "/?#"), len(address))
    host = _USUAL_PORT.sub("", address[:end].rpartition("@")[2]).rstrip(".").removeprefix(_WWW)
    path = fold(address[end:]).rstrip("/")
    return {(fold(one), path) for one in (host, _recoded(host, "ascii"), _recoded(host, "unicode"))}


_USUAL_PORT = re.compile(":(?:443|80)$")


def _recoded(host: str, to: str) -> str:
    try:
        return host.encode("idna").decode("ascii") if to == "ascii" else host.encode("ascii").decode("idna")
    except UnicodeError:
        return host
