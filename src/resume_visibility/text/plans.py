"""Numbering plans: what a telephone or identity number looks like, by the digits alone."""

import re
from datetime import date

# Country codes, and how many digits follow them at least and at most.
_COUNTRIES: dict[str, tuple[int, int]] = {
    "1": (10, 10), "7": (10, 10), "20": (8, 10), "27": (9, 9), "30": (10, 10), "31": (9, 9), "32": (8, 9),
    "33": (9, 9), "34": (9, 9), "36": (8, 9), "39": (8, 11), "40": (9, 9), "41": (9, 9), "43": (7, 13),
    "44": (9, 10), "45": (8, 8), "46": (7, 10), "47": (8, 8), "48": (9, 9), "49": (7, 11), "51": (8, 9),
    "52": (10, 11), "53": (7, 8), "54": (10, 11), "55": (10, 11), "56": (9, 9), "57": (10, 10), "58": (10, 10),
    "60": (8, 10), "61": (9, 9), "62": (8, 12), "63": (8, 10), "64": (8, 10), "65": (8, 8), "66": (8, 9),
    "81": (9, 10), "82": (8, 10), "84": (8, 10), "86": (9, 11), "90": (10, 10), "91": (10, 10), "92": (9, 10),
    "93": (9, 9), "94": (9, 9), "95": (7, 10), "98": (10, 10), "852": (8, 8), "853": (8, 8), "855": (8, 9),
    "856": (8, 10), "880": (8, 10), "886": (8, 9), "960": (7, 7), "961": (7, 8), "962": (8, 9), "964": (8, 10),
    "965": (7, 8), "966": (8, 9), "968": (7, 8), "970": (8, 9), "971": (8, 9), "972": (8, 9), "973": (8, 8),
    "974": (7, 8), "975": (7, 8), "976": (7, 8), "977": (8, 10), "992": (9, 9), "993": (8, 8), "994": (8, 9),
    "995": (9, 9), "996": (9, 9), "998": (9, 9),
}  # fmt: skip

_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_AREA = re.compile(r"0(?:10|2[0-57-9]|[3-9][0-9]{2})")


def is_mobile(digits: str) -> bool:
    """Whether these are the eleven digits of a mainland mobile number."""
    return _MOBILE.fullmatch(digits) is not None


def national_length(digits: str) -> tuple[int, int, int] | None:
    """For digits that start with a country code: its length, and how many digits may follow."""
    for size in (3, 2, 1):
        if digits[:size] in _COUNTRIES:
            return size, *_COUNTRIES[digits[:size]]
    return (3, 7, 10) if digits[:1] in "2345689" and len(digits) > 3 else None


def area_code(digits: str) -> str | None:
    """The mainland area code that a landline's digits start with."""
    match = _AREA.match(digits)
    return match[0] if match else None


def is_hotline(digits: str) -> bool:
    """Whether these are the ten digits of a 400 or 800 number."""
    return len(digits) == 10 and digits[:3] in ("400", "800")


_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_PROVINCES = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
    ]
)


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
