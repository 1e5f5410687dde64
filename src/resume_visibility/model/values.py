"""Single values that cannot be wrong once built. Immutable; none shows what it holds in its `repr` (LAW-7)."""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

import attrs

from ..errors import Problem
from .building import Checked, Choice

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_MAINLAND_MOBILE = re.compile(r"\+861[3-9][0-9]{9}")
_SHORT_COUNTRY_CODES = frozenset(
    [
        "1",
        "7",
        "20",
        "27",
        "30",
        "31",
        "32",
        "33",
        "34",
        "36",
        "39",
        "40",
        "41",
        "43",
        "44",
        "45",
        "46",
        "47",
        "48",
        "49",
        "51",
        "52",
        "53",
        "54",
        "55",
        "56",
        "57",
        "58",
        "60",
        "61",
        "62",
        "63",
        "64",
        "65",
        "66",
        "81",
        "82",
        "84",
        "86",
        "90",
        "91",
        "92",
        "93",
        "94",
        "95",
        "98",
    ]
)
"""The country codes of one and two digits (ITU-T E.164); all others have three."""
_EXTENSION = re.compile(r"[0-9]{1,8}")
_EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
_ROMANISED = re.compile(r"[A-Za-z]+(?:[ '’-][A-Za-z]+)*")
_LONGEST_NAME = 100
_FILLERS = "\u115f\u1160\u3164\uffa0"
_UNSEEN = ("Cf", "Mn", "Me", "Cc")


def visible(text: str) -> str:
    """A name as one sees it: without marks and characters of no width, each run of spaces as one."""
    if text.isalnum():
        return text
    seen = (" " if c.isspace() else c for c in text if c.isspace() or unicodedata.category(c) not in _UNSEEN)
    return " ".join("".join(seen).split())


def is_longer(name: str, most: int) -> bool:
    """Whether a name has more characters than that, as it is compared: ㍿ is four of them (BLOCK-2)."""
    return len(name) > most or len(unicodedata.normalize("NFKC", name)) > most


@attrs.frozen(repr=False)
class PersonName(Checked):
    """A person's name as they write it (姓名).

    Args:
        full: the whole name, "张三丰" or "Lena Vasquez".
        surname: the family name, where the person gave it as such; a proper part of `full`.
        romanised_surname: the family name in Latin letters, for English; never the whole of `full`.
    """

    full: str
    surname: str | None = None
    romanised_surname: str | None = None

    def _problems(self) -> Iterator[Problem]:
        if len(self.full) > _LONGEST_NAME:
            yield Problem("full", f"expected at most {_LONGEST_NAME} characters")
            return
        whole = _compared(self.full)
        if not whole:
            yield Problem("full", "expected at least one character that can be seen")
        if self.surname is not None:
            part = _compared(self.surname)
            if not part or part not in whole or _letters(part) == _letters(whole):
                yield Problem("surname", "expected a proper part of the full name")
        if self.romanised_surname is not None:
            if not _ROMANISED.fullmatch(self.romanised_surname):
                yield Problem("romanised_surname", "expected Latin letters A-Z a-z")
            elif _letters(whole) in _letters(_compared(self.romanised_surname)) or (
                _words(self.full) <= _words(self.romanised_surname)
            ):
                yield Problem("romanised_surname", "expected the surname alone, not the full name")


def _compared(name: str) -> str:
    return visible(unicodedata.normalize("NFKC", name)).replace(" ", "").casefold()


def _letters(compared: str) -> str:
    return "".join(c for c in compared if c.isalnum() and c not in _FILLERS) or compared


def _words(name: str) -> frozenset[str]:
    """The words of a name in any order; itself where there are none, so that it is never a part of another."""
    words = re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", visible(name)).casefold())
    return frozenset(words or [name])


@attrs.frozen(repr=False)
class MobileNumber(Checked):
    """A person's own mobile number (手机号码), in E.164.

    Args:
        e164: "+8613800138000"; a mainland number (+86) is 1, then 3 to 9, then nine digits.
    """

    e164: str

    def _problems(self) -> Iterator[Problem]:
        pattern = _MAINLAND_MOBILE if self.e164.startswith("+86") else _E164
        if not pattern.fullmatch(self.e164):
            yield Problem(
                "e164", "expected a mobile number in E.164, such as +86 and eleven digits, no spaces"
            )

    @property
    def writings(self) -> tuple[str, str]:
        """Its digits as dialled at home and from abroad."""
        return _writings(self.e164)


def _writings(e164: str) -> tuple[str, str]:
    digits = e164.removeprefix("+")
    code = next((n for n in (1, 2) if digits[:n] in _SHORT_COUNTRY_CODES), 3)
    return digits[code:], digits


@attrs.frozen(repr=False)
class PhoneNumber(Checked):
    """A number that the platform lets others dial, with the extension it does not work without (PHONE-2).

    Args:
        e164: the number in E.164.
        extension: one to eight digits to dial after it, if any.
    """

    e164: str
    extension: str | None = None

    def _problems(self) -> Iterator[Problem]:
        if not _E164.fullmatch(self.e164):
            yield Problem("e164", "expected a phone number in E.164: + and 7 to 15 digits, no spaces")
        if self.extension is not None and not _EXTENSION.fullmatch(self.extension):
            yield Problem("extension", "expected one to eight digits 0-9")

    @property
    def writings(self) -> tuple[str, str]:
        """Its digits as dialled at home and from abroad, without the extension."""
        return _writings(self.e164)


@attrs.frozen(repr=False)
class Email(Checked):
    """An e-mail address (邮箱), ASCII, without a display name."""

    address: str

    def _problems(self) -> Iterator[Problem]:
        if len(self.address) > 254 or not _EMAIL.fullmatch(self.address):
            yield Problem("address", "expected an e-mail address, such as name@example.com")


@attrs.frozen(repr=False)
class Url(Checked):
    """A web address: http or https, with a host, without a user or password in it."""

    address: str

    def _problems(self) -> Iterator[Problem]:
        expected = Problem("address", "expected a web address, such as https://example.com/me")
        if len(self.address) > 2048 or re.search(r"[\s\x00-\x20\x7f<>\"\\]", self.address):
            yield expected
            return
        try:
            parts = urlsplit(self.address)
            fine = parts.scheme in ("http", "https") and bool(parts.hostname) and "@" not in parts.netloc
            _ = parts.port
        except ValueError:
            fine = False
        if not fine:
            yield expected


@attrs.frozen(repr=False)
class YearMonth(Checked):
    """A month of a year, as resumes date things (年月).

    Args:
        year: 1900 to 2200.
        month: 1 to 12.
    """

    year: int
    month: int

    def _problems(self) -> Iterator[Problem]:
        if not 1900 <= self.year <= 2200:
            yield Problem("year", "expected a year from 1900 to 2200")
        if not 1 <= self.month <= 12:
            yield Problem("month", "expected a month from 1 to 12")

    @property
    def index(self) -> int:
        """The number of months since year 0: orders months, and counts them."""
        return self.year * 12 + self.month - 1


@attrs.frozen(repr=False)
class Period(Checked):
    """A span of months (时间), both included; without an end it still goes on (至今)."""

    start: YearMonth
    end: YearMonth | None = None

    def _problems(self) -> Iterator[Problem]:
        if self.end is not None and self.end.index < self.start.index:
            yield Problem("end", "expected a month not before the start")


class Currency(Choice):
    """The money a salary is paid in, ISO 4217."""

    CNY = "CNY"
    HKD = "HKD"
    MOP = "MOP"
    TWD = "TWD"
    SGD = "SGD"
    JPY = "JPY"
    USD = "USD"
    EUR = "EUR"
    GBP = "GBP"


_TOO_MUCH = 10**8  # so that no amount is long enough to be a mobile number


@attrs.frozen(repr=False)
class MonthlySalary(Checked):
    """An expected salary a month, before tax (期望月薪).

    Args:
        low: whole units of the currency, 0 to 99 999 999.
        high: not below `low`; None where the candidate leaves it open.
        currency: CNY unless said otherwise.
    """

    low: int
    high: int | None = None
    currency: Currency = Currency.CNY

    def _problems(self) -> Iterator[Problem]:
        if not 0 <= self.low < _TOO_MUCH:
            yield Problem("low", "expected an amount from 0 to 99999999")
        if self.high is not None and not self.low <= self.high < _TOO_MUCH:
            yield Problem("high", "expected an amount from low to 99999999")
