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
from .as_written import DetailText
from .numbers import MIN_DIGITS, number_writings

_T = TypeVar("_T")
Details: TypeAlias = dict[Kind, list[tuple[str, tuple[Kind, ...]]]]
"""Details by their kind, each with its tags, as `Known` takes them."""

_MAX_NUMBER_DIGITS = 15
_MAX_DETAILS = 100
"""At most so many details are looked for: a field for a contact detail may hold a long text about something else."""

_MIN_MAIL, _MIN_DOTLESS = 7, 10
"""The fewest letters and digits of a mail address; the second is for a host without a dot."""
_URL_END = r"\s<>()\[\]{}\"'，；：、。（）【】《》“”"
_DOT_WORD = lazy_re(r"\s?[\[({]?\s?(?:(?<![a-z])dot(?![a-z])|(?<=[a-z0-9\[({ ])点)\s?[\])}]?\s?")
_AT_WORD = lazy_re(r"\s?[\[({]?\s?(?:(?<![a-z])at(?![a-z])|艾特|爱特|#)\s?[\])}]?\s?")
_LATIN_HOST_END = r"(?:xn--[a-z0-9-]{1,59}|[a-z]{2,63})(?![a-z0-9@-]|\.[^\W_])"
# If a host ends in Latin letters, other letters that are glued to it are no part of it.
_LATIN_HOST = rf"(?:[a-z0-9][a-z0-9-]{{0,62}}\.){{1,9}}{_LATIN_HOST_END}"
_OTHER_HOST = rf"(?:[^\W_][\w-]{{0,62}}\.){{1,9}}(?:{_LATIN_HOST_END}|[^\W\d_a-z]{{2,63}})"
_MAIL = lazy_re(
    rf"(?<![a-z0-9._+-])[a-z0-9._!$%&*+=?^`|~-]{{1,64}}@(?:{_LATIN_HOST}|{_OTHER_HOST}|[a-z0-9][a-z0-9-]{{0,62}})"
)
_ONE_WORD = lazy_re(r"\s*[^\s，；：！？、]+\s*")
_MAY_BE_MAIL = lazy_re(r"[!-~]{3,254}(?: [!-~]{1,64}){0,3}(?<=[a-z0-9])\.[a-z]{2,24}")
"""A few words without an at sign or a word for it. The last one ends like a host."""
_SCHEME, _PORT = r"(?P<scheme>https?://)?", r"(?::\d{1,5})?"
_SITES = (
    lazy_re(
        rf"{_SCHEME}(?P<rest>(?<![a-z0-9_.@-])(?:{_LATIN_HOST}|(?<=://)[a-z0-9][a-z0-9.-]*(?=/[a-z0-9~@])){_PORT}"
        r"(?P<path>[/?#][!#-&*-+\--:=?-Z^-z|~]*)?)"
    ),
    lazy_re(rf"{_SCHEME}(?P<rest>(?<![\w.@-]){_OTHER_HOST}{_PORT}(?P<path>[/?#][^{_URL_END},;]*)?)"),
)
_ANY_SCHEME = lazy_re(
    r"(?P<path>\.[\w-]{2,63}(?::\d{1,5})?[/?#][!#-&*-+\--:=?-Z^-z|~]*)"
    r"|(?<![a-z])h[tx]{2}ps?(?:\s?[:：;；]\s?/{0,3}|/{2,3})|^\s*//"
)
"""The beginning of a homepage's address, in the ways people write it; or the path of an address, which may hold another address."""
_LABEL = lazy_re(r"^\s*(?!https?:)[^\W\d_]{1,12}\s?[:：]\s?(?!/)")
_OUTER_SIGNS = " \t\r\n,;，；。、"
_DIGIT_GAP = r"[ \t\-–—.·_()/]{0,3}"
_WORD = lazy_re(r"[^\s,，、/;；|:：@]+")
_DIGITS = lazy_re(r"\s*@?\d[\d -]*\s*")
_MAINLAND_MOBILE = lazy_re(rf"(?<![\d+])(?:(?:\+|00)?86{_DIGIT_GAP})?(1[3-9](?:{_DIGIT_GAP}\d){{9}})(?!\d)")
_MOBILE_ALONE = lazy_re(r"(?:(?:00)?86)?(1[3-9]\d{9})")
_TRUNK_ONE = lazy_re(r"(?<!\d)1\D{1,3}\d")
"""The 1 that is dialled before a number of North America, set apart: the rest may be written alone."""
_DIGIT_ROW = lazy_re(r"\d{7,15}")
_AREA = lazy_re(r"\(\+?\d{1,5}\)|0\d{1,4}[ \t\-–—.·_/]")
"""The beginning of a number that is left out inside its own country or area."""
_SPACED_DIGITS = lazy_re(r"\+?\(?\d(?:[ \t\-–—.·_()]{0,4}\d)+")
_NUMBER_IN_PARTS = lazy_re(r"(?<!\d)\d{3}([/,，、.])\d{3,4}\1\d{4}(?!\d)")
"""A number in three parts. The signs between its parts can also stand between two numbers."""
_YEAR = r"(?:19|20)\d\d"
_DATE = lazy_re(rf"(?<!\d){_YEAR}[-–—./](?:{_YEAR}|\d\d?(?:[-./]\d\d?)?)(?!\d)")


def details_of(fields: Iterable[DetailText], contact: Contact) -> Details:
    """Find the details in some texts, apart from those that are known anyway. The longest writing of a number comes first."""
    known = {writing for number in (contact.mobile,) if number is not None for writing in number.writings}
    known |= {value.address.lower() for value in (contact.email,) if value is not None}
    known |= {_bare_url(value.address.lower()) for value in (contact.homepage,) if value is not None}
    found = (
        (kind, written, tuple(dict.fromkeys((kind, *kinds))))
        for kinds, text in fields
        for kind, written in _find_details(fold(text), kinds[0])
        if _BARE_FORM[kind](written) not in known
    )
    details: Details = {}
    for kind, written, tags in islice(_distinct(found), _MAX_DETAILS):
        details.setdefault(kind, []).append((written, tags))
    return details


def _distinct(items: Iterable[_T]) -> Iterator[_T]:
    seen = set[_T]()
    for item in items:
        if item not in seen:
            seen.add(item)
            yield item


def _bare_url(address: str) -> str:
    """A web address without its scheme, its `www.` and its last slash: it may be written without them."""
    return address.partition("://")[2].removeprefix("www.").rstrip("/")


_BARE_FORM: dict[Kind, Callable[[str], str]] = {
    Kind.MESSENGER: str,
    Kind.PHONE: lambda digits: digits.removeprefix("86"),
    Kind.EMAIL: str,
    Kind.HOMEPAGE: _bare_url,
}


def _find_details(stream: str, wanted: Kind) -> Iterator[tuple[Kind, str]]:
    """Find the details in a folded text from a field that asked for a detail of the kind `wanted`."""
    if wanted is Kind.MESSENGER:
        yield from ((Kind.MESSENGER, account) for account in _find_accounts(stream))
    dotted = _DOT_WORD.sub(".", stream)
    if wanted is Kind.HOMEPAGE:
        dotted = _LABEL.sub("", _ANY_SCHEME.sub(lambda match: match["path"] or "https://", dotted))
    if wanted is Kind.EMAIL and "@" not in dotted and "://" not in dotted:
        dotted = _AT_WORD.sub("@", dotted)
    if _ONE_WORD.fullmatch(dotted) and not any(pattern.search(dotted) for pattern in (_MAIL, *_SITES)):
        dotted = dotted.replace("。", ".")  # in prose, and behind a whole address, it ends a sentence
    for mail in _MAIL.findall(dotted):
        # An address is looked for by its letters alone, and a few letters stand in many words.
        if sum(map(str.isalnum, mail)) >= (_MIN_MAIL if "." in mail.partition("@")[2] else _MIN_DOTLESS):
            yield Kind.EMAIL, mail.strip(".")
    if wanted is Kind.EMAIL and "@" not in dotted and _MAY_BE_MAIL.fullmatch(dotted):
        letters = letters_of(dotted)
        if len(letters) >= _MIN_MAIL:
            yield Kind.EMAIL, letters
    dotted, rest = _MAIL.sub(" ", dotted), _MAIL.sub(" ", stream)
    for sites in _SITES:
        for site in sites.finditer(dotted):
            # In a longer text, a host alone may be anything, such as the name of a company or a program.
            if (
                site["scheme"]
                or site["path"]
                or (wanted is Kind.HOMEPAGE and site[0] == dotted.strip(_OUTER_SIGNS))
            ):
                yield Kind.HOMEPAGE, f"https://{site['rest']}".rstrip(".")
        dotted, rest = sites.sub(" ", dotted), sites.sub(" ", rest)
    for digits in _find_numbers(numerals_to_digits(rest), wanted):
        yield Kind.PHONE, digits


def _find_accounts(stream: str) -> Iterator[str]:
    """Find account names in a folded text: words that mean nothing else, that stand alone, or that stand beside a platform's name."""
    words, terms = [*_WORD.finditer(stream)], terms_by_place(stream)
    for match in words:
        word, place = match[0], match.span()
        stands_out = len(words) == 1 or is_distinct(word) or is_labelled(stream, *place, terms)
        if stands_out and may_be_account(word):
            yield word


def _find_numbers(text: str, wanted: Kind) -> Iterator[str]:
    """Find the digits of the numbers in a text. Numbers from outside the mainland count only where a number was asked for."""
    alone = _MOBILE_ALONE.fullmatch(digits_of(text))
    for mobile in [alone[1]] if alone else _MAINLAND_MOBILE.findall(text):
        yield from (digits for digits, _ in number_writings(MobileNumber(f"+86{digits_of(mobile)}")))
    if alone and _TRUNK_ONE.search(text):
        yield alone[1][1:]
    is_number = wanted is Kind.MESSENGER and _DIGITS.fullmatch(text) and not is_date(digits_of(text))
    if alone or not (wanted is Kind.PHONE or is_number):
        return
    yield from (digits_of(parted[0]) for parted in _NUMBER_IN_PARTS.finditer(text))
    for match in _SPACED_DIGITS.finditer(_DATE.sub(" ", _MAINLAND_MOBILE.sub(" ", text.replace("(0)", " ")))):
        yield from (digits for digits in _number_writings(match[0]) if len(digits) >= MIN_DIGITS)


def _number_writings(number: str) -> Iterator[str]:
    """The digits of a number, with and without what is dialled before and behind it. If they are too many, those of each piece."""
    digits = digits_of(number)
    if len(digits) <= _MAX_NUMBER_DIGITS:
        bare = digits.lstrip("0")
        yield digits
        yield bare
        if number.startswith(("+", "00")) and len(bare) >= MIN_DIGITS:
            yield PhoneNumber(f"+{bare}").writings[0]
    if (area := _AREA.match(number)) and len(local := digits_of(number[area.end() :])) >= MIN_DIGITS:
        yield local
    yield from _DIGIT_ROW.findall(number)
