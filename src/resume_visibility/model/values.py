"""Single values that cannot be wrong once built. Immutable; none shows what it holds in its `repr` (LAW-7)."""

import re
from collections.abc import Iterator

import attrs

from ..errors import Problem
from .building import Checked, Choice, Limits, declared

_E164 = Limits(
    like=re.compile(r"\+[1-9][0-9]{6,14}"),
    expected="a phone number in E.164: + and 7 to 15 digits, no spaces",
)
_MOBILE = Limits(
    like=re.compile(r"\+(?:861[3-9][0-9]{9}|8[0-57-9][0-9]{5,13}|[1-79][0-9]{6,14})"),
    expected="a mobile number in E.164, such as +86 and eleven digits, no spaces",
)
_SHORT_COUNTRY_CODE = re.compile("1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]")
"""The country codes of one and two digits (ITU-T E.164); all others have three."""
_EXTENSION = Limits(like=re.compile(r"[0-9]{1,8}"), expected="one to eight digits 0-9")
_EMAIL = Limits(
    like=re.compile(
        r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
    ),
    longest=254,
    expected="an e-mail address, such as name@example.com",
)
_USUAL_URL = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*(?:/[A-Za-z0-9/._~%-]*)?")
"""Web addresses that need no closer look: no user, no port, no address in brackets."""
_NOT_IN_URL = '\\x00- \x7f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000<>"\\\\'
_URL = Limits(
    like=re.compile(
        f"[Hh][Tt][Tt][Pp][Ss]?://[^{_NOT_IN_URL}/?#:@][^{_NOT_IN_URL}/?#@]*(?:[/?#][^{_NOT_IN_URL}]*)?"
    ),
    longest=2048,
    expected="a web address, such as https://example.com/me",
)
"""A web address as far as a pattern can check it: no blanks, a host, no user."""
YEARS = Limits(least=1900, greatest=2200, expected="a year from 1900 to 2200")
MONTHS = Limits(least=1, greatest=12, expected="a month from 1 to 12")


@attrs.frozen(repr=False)
class MobileNumber(Checked):
    """A person's own mobile number (手机号码), in E.164.

    Args:
        e164: "+8613800138000"; a mainland number (+86) is 1, then 3 to 9, then nine digits.
    """

    e164: str = attrs.field(metadata=declared(limits=_MOBILE))

    @property
    def writings(self) -> tuple[str, str]:
        """Its digits as dialled inside the country and from abroad."""
        return _writings(self.e164)


def _writings(e164: str) -> tuple[str, str]:
    digits = e164.removeprefix("+")
    short = _SHORT_COUNTRY_CODE.match(digits)
    return digits[short.end() if short else 3 :], digits


@attrs.frozen(repr=False)
class PhoneNumber(Checked):
    """A number that the platform lets others dial, with its extension, without which it does not work (PHONE-2).

    Args:
        e164: the number in E.164.
        extension: one to eight digits to dial after it, if any.
    """

    e164: str = attrs.field(metadata=declared(limits=_E164))
    extension: str | None = attrs.field(default=None, metadata=declared(limits=_EXTENSION))

    @property
    def writings(self) -> tuple[str, str]:
        """Its digits as dialled inside the country and from abroad, without the extension."""
        return _writings(self.e164)


@attrs.frozen(repr=False)
class Email(Checked):
    """An e-mail address (邮箱), ASCII, without a display name."""

    address: str = attrs.field(metadata=declared(limits=_EMAIL))

    @property
    def folded(self) -> str:
        """The address as mailboxes are compared: without regard to case (APPLY-4)."""
        return self.address.casefold()


@attrs.frozen(repr=False)
class Url(Checked):
    """A web address: http or https, with a host, without a user or password in it."""

    address: str = attrs.field(metadata=declared(limits=_URL))

    def _problems(self) -> Iterator[Problem]:
        """Its host is a possible host, and its port is a number."""
        if _USUAL_URL.fullmatch(self.address):
            return
        from urllib.parse import urlsplit  # which hardly any address needs

        try:
            parts = urlsplit(self.address)
            fine = bool(parts.hostname)  # the pattern looked at the rest
            _ = parts.port
        except ValueError:
            fine = False
        if not fine:
            yield Problem("address", _URL.expectation)


@attrs.frozen(repr=False)
class YearMonth(Checked):
    """A month of a year, as resumes date things (年月).

    Args:
        year: 1900 to 2200.
        month: 1 to 12.
    """

    year: int = attrs.field(metadata=declared(limits=YEARS))
    month: int = attrs.field(metadata=declared(limits=MONTHS))

    @property
    def index(self) -> int:
        """The number of months since year 0, to order and count months."""
        return self.year * 12 + self.month - 1


@attrs.frozen(repr=False)
class Period(Checked):
    """A span of months (时间), both included; without an end it still goes on (至今)."""

    start: YearMonth
    end: YearMonth | None = None

    def _problems(self) -> Iterator[Problem]:
        """The end is not before the start."""
        start, end = self.start, self.end
        if end is not None and (end.year, end.month) < (start.year, start.month):
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


_MOST = 99_999_999  # so that no amount is long enough to be a mobile number of the mainland
_LOW = Limits(least=0, greatest=_MOST, expected=f"an amount from 0 to {_MOST}")
_HIGH = Limits(least=0, greatest=_MOST, expected=f"an amount from low to {_MOST}")


@attrs.frozen(repr=False)
class MonthlySalary(Checked):
    """An expected salary a month, before tax (期望月薪).

    Args:
        low: whole units of the currency, 0 to 99 999 999.
        high: not below `low`; None if the candidate leaves it open.
        currency: CNY, unless given.
    """

    low: int = attrs.field(metadata=declared(limits=_LOW))
    high: int | None = attrs.field(default=None, metadata=declared(limits=_HIGH))
    currency: Currency = Currency.CNY

    def _problems(self) -> Iterator[Problem]:
        """`high` is not below `low`."""
        if self.high is not None and self.high < self.low:
            yield Problem("high", _HIGH.expectation)
