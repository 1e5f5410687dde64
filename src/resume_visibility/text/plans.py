"""Numbering plans: what a telephone or identity number looks like, by the digits alone."""

import re
from datetime import date

from .tables import table

_TABLE = table("numbers")
_COUNTRIES: dict[str, list[int]] = _TABLE["countries"]
"""Country codes, and how many digits follow them at least and at most."""
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_AREA = re.compile(r"0(?:10|2[0-57-9]|[3-9][0-9]{2})")


def is_mobile(digits: str) -> bool:
    """Whether these are the eleven digits of a mainland mobile number."""
    return _MOBILE.fullmatch(digits) is not None


def national_length(digits: str) -> tuple[int, int, int] | None:
    """For digits that start with a country code: its length, and how many digits may follow."""
    for size in (3, 2, 1):
        if digits[:size] in _COUNTRIES:
            least, most = _COUNTRIES[digits[:size]]
            return size, least, most
    return (3, 7, 10) if digits[:1] in "2345689" and len(digits) > 3 else None


def area_code(digits: str) -> str | None:
    """The mainland area code that a landline's digits start with."""
    match = _AREA.match(digits)
    return match[0] if match else None


def is_hotline(digits: str) -> bool:
    """Whether these are the ten digits of a 400 or 800 number."""
    return len(digits) == 10 and digits[:3] in ("400", "800")


_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_PROVINCES = frozenset(_TABLE["provinces"].split())


def is_identity(number: str) -> bool:
    """Whether eighteen characters are built like an identity number: province, date of birth."""
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    return number[:2] in _PROVINCES and 1900 <= born.year <= 2030


def has_check_digit(number: str) -> bool:
    """Whether the last of eighteen characters is the right check digit."""
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return "10x98765432"[total % 11] == number[17]


def is_short_identity(number: str) -> bool:
    """Whether fifteen digits are built like an identity number of before 1999."""
    try:
        date(1900 + int(number[6:8]), int(number[8:10]), int(number[10:12]))
    except ValueError:
        return False
    return number[:2] in _PROVINCES
