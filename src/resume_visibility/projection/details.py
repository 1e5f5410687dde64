"""Finds the numbers and addresses in a text from a field for contact details, to look for them in other texts, too.

Nobody checks whether they are right: a number without its country is looked for by its digits, an address by its letters.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeAlias, TypeVar

from ..model.sections import Contact
from ..model.values import MobileNumber, PhoneNumber
from ..text.fold import fold
from ..text.kinds import Kind
from ..text.known_addresses import is_distinct, is_labelled, may_be_account, terms_by_place
from ..text.known_numbers import numerals_to_digits
from ..text.patterns import digits_of, lazy_re, letters_of
from ..text.plans import is_date
from .as_written import AsWritten
from .numbers import SHORTEST_NUMBER, numbered

_T = TypeVar("_T")
Details: TypeAlias = dict[Kind, list[tuple[str, tuple[Kind, ...]]]]
"""Details by their kind, each with its tags, as `Known` takes them."""

_LONGEST_NUMBER = 15
_MOST = 100
"""At most so many details are looked for: a field for a contact detail may hold a long text about something else."""

_FEWEST, _FEWEST_ALONE = 7, 10
"""The fewest letters and digits of a mail address; the second is for a host without a dot."""
_EDGE = r"\s<>()\[\]{}\"'，；：、。（）【】《》“”"
_SAID_DOT = lazy_re(r"\s?[\[({]?\s?(?:(?<![a-z])dot(?![a-z])|(?<=[a-z0-9\[({ ])点)\s?[\])}]?\s?")
_SAID_AT = lazy_re(r"\s?[\[({]?\s?(?:(?<![a-z])at(?![a-z])|艾特|爱特|#)\s?[\])}]?\s?")
_LATIN_END = r"(?:xn--[a-z0-9-]{1,59}|[a-z]{2,63})(?![a-z0-9@-]|\.[^\W_])"
# If a host ends in Latin letters, other letters that are glued to it are no part of it.
_LATIN = rf"(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,9}}{_LATIN_END}"
_OTHER = rf"(?:[^\W_][\w-]{{0,62}}\.){{1,9}}(?:{_LATIN_END}|[^\W\d_a-z]{{2,63}})"
_MAIL = lazy_re(
    rf"(?<![a-z0-9._+-])[a-z0-9._!$%&*+=?^`|~-]{{1,64}}@(?:{_LATIN}|{_OTHER}|[a-z0-9][a-z0-9-]{{0,62}})"
)
_ONE_WORD = lazy_re(r"\s*[^\s，；：！？、]+\s*")
_MAY_BE_MAIL = lazy_re(r"[!-~]{3,254}(?: [!-~]{1,64}){0,3}(?<=[a-z0-9])\.[a-z]{2,24}")
"""A few words without an at sign or a word for it. The last one ends like a host."""
_SCHEME, _PORT = r"(?P<scheme>https?://)?", r"(?::\d{1,5})?"
_SITES = (
    lazy_re(
        rf"{_SCHEME}(?P<rest>(?<![a-z0-9_.@-])(?:{_LATIN}|(?<=://)[a-z0-9][a-z0-9.-]*(?=/[a-z0-9~@])){_PORT}"
        r"(?P<path>[/?#][!#-&*-+\--:=?-Z^-z|~]*)?)"
    ),
    lazy_re(rf"{_SCHEME}(?P<rest>(?<![\w.@-]){_OTHER}{_PORT}(?P<path>[/?#][^{_EDGE},;]*)?)"),
)
_ANY_SCHEME = lazy_re(
    r"(?P<path>\.[\w-]{2,63}(?::\d{1,5})?[/?#][!#-&*-+\--:=?-Z^-z|~]*)"
    r"|(?<![a-z])h[tx]{2}ps?(?:\s?[:：;；]\s?/{0,3}|/{2,3})|^\s*//"
)
"""The beginning of a homepage's address, in the ways people write it; or the path of an address, which may hold another address."""
_LABELLED = lazy_re(r"^\s*(?!https?:)[^\W\d_]{1,12}\s?[:：]\s?(?!/)")
_AROUND = " \t\r\n,;，；。、"
_APART = r"[ \t\-–—.·_()/]{0,3}"
_WORD = lazy_re(r"[^\s,，、/;；|:：@]+")
_ONE_RUN = lazy_re(r"\s*@?\d[\d -]*\s*")
_MAINLAND = lazy_re(rf"(?<![\d+])(?:(?:\+|00)?86{_APART})?(1[3-9](?:{_APART}\d){{9}})(?!\d)")
_WHOLE = lazy_re(r"(?:(?:00)?86)?(1[3-9]\d{9})")
_TRUNK = lazy_re(r"(?<!\d)1\D{1,3}\d")
"""The 1 that is dialled before a number of North America, set apart: the rest may be written alone."""
_PIECE = lazy_re(r"\d{7,15}")
_AREA = lazy_re(r"\(\+?\d{1,5}\)|0\d{1,4}[ \t\-–—.·_/]")
"""The beginning of a number that is left out inside its own country or area."""
_RUN = lazy_re(r"\+?\(?\d(?:[ \t\-–—.·_()]{0,4}\d)+")
_PARTED = lazy_re(r"(?<!\d)\d{3}([/,，、.])\d{3,4}\1\d{4}(?!\d)")
"""A number in three parts. The signs between its parts can also stand between two numbers."""
_YEAR = r"(?:19|20)\d\d"
_DATE = lazy_re(rf"(?<!\d){_YEAR}[-–—./](?:{_YEAR}|\d\d?(?:[-./]\d\d?)?)(?!\d)")


def details_of(fields: Iterable[AsWritten], contact: Contact) -> Details:
    """Find the details in some texts. The longest writing of a number comes first.

    Args:
        fields: the texts.
        contact: the details that are known anyway, and follow nothing else.
    """
    own = {writing for number in (contact.mobile,) if number is not None for writing in number.writings}
    own |= {one.address.lower() for one in (contact.email,) if one is not None}
    own |= {_bare(one.address.lower()) for one in (contact.homepage,) if one is not None}
    every = (
        (kind, written, tuple(dict.fromkeys((kind, *kinds))))
        for kinds, text in fields
        for kind, written in _details_in(fold(text), kinds[0])
        if _BARE[kind](written) not in own
    )
    details: Details = {}
    for kind, written, tags in islice(_each_once(every), _MOST):
        details.setdefault(kind, []).append((written, tags))
    return details


def _each_once(every: Iterable[_T]) -> Iterator[_T]:
    seen = set[_T]()
    for one in every:
        if one not in seen:
            seen.add(one)
            yield one


def _bare(address: str) -> str:
    """A web address without its scheme, its `www.` and its last slash: it may be written without them."""
    return address.partition("://")[2].removeprefix("www.").rstrip("/")


_BARE: dict[Kind, Callable[[str], str]] = {
    Kind.MESSENGER: str,
    Kind.PHONE: lambda digits: digits.removeprefix("86"),
    Kind.EMAIL: str,
    Kind.HOMEPAGE: _bare,
}


def _details_in(stream: str, asked: Kind) -> Iterator[tuple[Kind, str]]:
    """Find the details in a folded text from a field that asked for a detail of the kind `asked`."""
    if asked is Kind.MESSENGER:
        yield from ((Kind.MESSENGER, account) for account in _accounts_in(stream))
    dotted = _SAID_DOT.sub(".", stream)
    if asked is Kind.HOMEPAGE:
        dotted = _LABELLED.sub("", _ANY_SCHEME.sub(lambda one: one["path"] or "https://", dotted))
    if asked is Kind.EMAIL and "@" not in dotted and "://" not in dotted:
        dotted = _SAID_AT.sub("@", dotted)
    if _ONE_WORD.fullmatch(dotted) and not any(pattern.search(dotted) for pattern in (_MAIL, *_SITES)):
        dotted = dotted.replace("。", ".")  # in prose, and behind a whole address, it ends a sentence
    for mail in _MAIL.findall(dotted):
        # An address is looked for by its letters alone, and a few letters stand in many words.
        if sum(map(str.isalnum, mail)) >= (_FEWEST if "." in mail.partition("@")[2] else _FEWEST_ALONE):
            yield Kind.EMAIL, mail.strip(".")
    if asked is Kind.EMAIL and "@" not in dotted and _MAY_BE_MAIL.fullmatch(dotted):
        letters = letters_of(dotted)
        if len(letters) >= _FEWEST:
            yield Kind.EMAIL, letters
    dotted, left = _MAIL.sub(" ", dotted), _MAIL.sub(" ", stream)
    for sites in _SITES:
        for site in sites.finditer(dotted):
            # In a longer text, a host alone may be anything, such as the name of a company or a program.
            if (
                site["scheme"]
                or site["path"]
                or (asked is Kind.HOMEPAGE and site[0] == dotted.strip(_AROUND))
            ):
                yield Kind.HOMEPAGE, f"https://{site['rest']}".rstrip(".")
        dotted, left = sites.sub(" ", dotted), sites.sub(" ", left)
    for digits in _numbers_in(numerals_to_digits(left), asked):
        yield Kind.PHONE, digits


def _accounts_in(stream: str) -> Iterator[str]:
    """Find account names in a folded text: words that mean nothing else, that stand alone, or that stand beside a platform's name."""
    words, names = [*_WORD.finditer(stream)], terms_by_place(stream)
    for one in words:
        word, place = one[0], one.span()
        stands_out = len(words) == 1 or is_distinct(word) or is_labelled(stream, *place, names)
        if stands_out and may_be_account(word):
            yield word


def _numbers_in(text: str, asked: Kind) -> Iterator[str]:
    """Find the digits of the numbers in a text. Numbers from outside the mainland count only where a number was asked for."""
    whole = _WHOLE.fullmatch(digits_of(text))
    for mobile in [whole[1]] if whole else _MAINLAND.findall(text):
        yield from (digits for digits, _ in numbered([MobileNumber(f"+86{digits_of(mobile)}")]))
    if whole and _TRUNK.search(text):
        yield whole[1][1:]
    is_number = asked is Kind.MESSENGER and _ONE_RUN.fullmatch(text) and not is_date(digits_of(text))
    if whole or not (asked is Kind.PHONE or is_number):
        return
    yield from (digits_of(parted[0]) for parted in _PARTED.finditer(text))
    for run in _RUN.finditer(_DATE.sub(" ", _MAINLAND.sub(" ", text.replace("(0)", " ")))):
        yield from (digits for digits in _writings(run[0]) if len(digits) >= SHORTEST_NUMBER)


def _writings(number: str) -> Iterator[str]:
    """The digits of a number, with and without what is dialled before and behind it. If they are too many, those of each piece."""
    digits = digits_of(number)
    if len(digits) <= _LONGEST_NUMBER:
        bare = digits.lstrip("0")
        yield digits
        yield bare
        if number.startswith(("+", "00")) and len(bare) >= SHORTEST_NUMBER:
            yield PhoneNumber(f"+{bare}").writings[0]
    if (area := _AREA.match(number)) and len(local := digits_of(number[area.end() :])) >= SHORTEST_NUMBER:
        yield local
    yield from _PIECE.findall(number)
