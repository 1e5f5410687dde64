"""Finds the numbers of identity documents in a text: by their form and check digits, or by the name of the document beside them."""

import re
from collections.abc import Callable, Iterator
from string import ascii_lowercase
from typing import Any

from . import plans
from .fold import fold
from .kinds import Finding, Kind
from .patterns import choice, lazy_re, table

_WORDS = table("documents")
IDENTITY = (Kind.NATIONAL_ID,)
_LABEL_CHARS = 80
"""How many characters before a number may hold the name of its document."""

_DOCUMENT_NUMBER = (
    r"[a-z]{0,2}[ -]?[0-9](?:[ .-]?[0-9]){5,16}(?:/[0-9]{3,4})?(?![ .-]?[0-9])(?:[ -]?[a-z]{1,2}(?![a-z]))?(?:\W?[(（]?[0-9a][)）])?"
    r"|[a-z]{3,6}[0-9]{6,14}[a-z0-9]{0,8}(?![a-z0-9])"
    r"|(?=(?:[a-z]{0,3}[0-9]){5})[a-z0-9]{7,12}(?![a-z0-9])"
)


def _names_of_documents(of: str) -> list[str]:
    """Patterns for the names of documents as they stand in a folded text."""
    return [fold(name) if name.isalpha() else name for name in _WORDS[of].split()]


# The number of a passport or permit, behind the name of that document or before it: such a number has no form of its own.
_NAMED_DOCUMENT = lazy_re(
    choice(_names_of_documents("document"), r"(?<![a-z].)") + r"(?:\s?[(（][a-z]{2,10}[)）])?"
    r"(?:[\W_]{0,3}(?:[字番]?号码?|编号|信息|番号|번호|[为是]|n[°º]"
    r"|(?:number|nummer|num|no|nr|num[ée]ro|n[uú]mero|is|card|copy|s[ốo])(?![a-z]))){0,2}"
    r"[\W_]{0,4}(?:[a-z]{2,3} |[a-z]{3,12}[,:]? (?=[a-z]{1,2}[0-9]{6})|[\u4e00-\u9fff]{1,3}字第? ?)?"
    rf"(?P<number>{_DOCUMENT_NUMBER})"
)
# Here the name ends its clause: in 需求 R2023001 护照扫描, the work is named.
_DOCUMENT_BEHIND = lazy_re(
    r"(?<![a-z0-9])(?P<number>(?:[a-z]{1,2}|[b-z] )[0-9]{6,9}|[0-9]{8,9}(?=\s?[(（]|\s(?:is|was)(?![a-z])|\s?[是为]))(?![a-z0-9])"
    r"\s?[(（,，—-]?\s?(?:(?:is|was|[是为即])\s?)?(?:(?:my|the|本人的?|我的?)\s?)?(?:港澳|台湾|中国|普通)?"
    rf"{choice(_names_of_documents('document_behind'), '(?<![a-z].)')}(?:号码?|编号|\s?(?:number|no)(?![a-z])\.?)?"
    r"\s?(?=[)）\]】,，、。.;；|/\n]|\Z)"
)

# The years 2012 to 2026, in which no candidate was born: codes begin with such dates.
_YEAR, _MONTH, _DAY = "(?!1[2-9]|2[0-6])[0-9]{2}", "(?:0[1-9]|1[0-2])", "(?:0[1-9]|[12][0-9]|3[01])"
_DATES = {"{ymd}": _YEAR + _MONTH + _DAY, "{dmy}": _DAY + _MONTH + _YEAR, "{md}": _MONTH + _DAY}


def _form(written: str) -> str:
    for name, pattern in _DATES.items():
        written = written.replace(name, pattern)
    return written


_ROWS: dict[str, list[dict[str, Any]]] = _WORDS["identities"]
# All forms that begin with a letter, or with a digit, are tried at once; the groups say which of them match.
_FORMS = {
    begin: lazy_re("".join(rf"(?=({_form(row['form'])})(?![a-z0-9]|[.,-][0-9]|-[a-z])|)" for row in rows))
    for begin, rows in _ROWS.items()
}
_NEAR = {
    near: lazy_re(rf"(?<![a-z])(?:{near})(?![a-z])")
    for rows in _ROWS.values()
    for near in [row["near"] for row in rows if "near" in row]
}
# Letters before the first digit, at most six, and where a number may start behind none.
_LETTERS = re.compile(r"(?<![a-z0-9])[a-z]{1,6}[ -]?\Z")
_INNER = re.compile(r"(?:[a-z]-?|[0-9][.,/-])\Z")
_MAY_BELONG = frozenset(f"{ascii_lowercase} -.,/")
_MAX_LETTERS = 8
# Where the first digit of such a number may stand, by the kinds of the characters: four digits with letters on both sides, or seven
# that stand close together, or six and a letter.
_MAY_START = re.compile(rb"0(?<!0.)(?:000a(?<=aaaaa.....)|(?=(?:[a .@]{0,2}0){5}(?:[a .@]{0,2}0|[ @]?a)))")
# Where a number behind the name of a document may start: six digits that stand close together, or five in a word with a letter.
_MAY_BE_NAMED = re.compile(rb"0(?<!0.)(?:(?:[ .@]?0){5}|(?:(?<=a0)|(?=0*a))(?:a{0,3}0){4}|0000a)")
_JOINTS_TO_BLANKS = bytes.maketrans(b"a.@", b"   ")
_PARTED_DIGITS = b"000000", b"0 0", b"0  0"
_LETTER_BESIDE = b"a00000", b"00000a", b"00000 a", b"a0000a"


def may_hold_document(kinds: bytes) -> bool:
    """Whether digits stand as close together as they do in each number of a document: a look that costs next to nothing."""
    blank = kinds.translate(_JOINTS_TO_BLANKS)
    return any(map(blank.__contains__, _PARTED_DIGITS)) or any(map(kinds.__contains__, _LETTER_BESIDE))


def may_start_documents(kinds: bytes) -> Iterator[int]:
    """The places where the first digit of such a number may stand."""
    return (may.start() - 1 for pattern in (_MAY_START, _MAY_BE_NAMED) for may in pattern.finditer(kinds))


def documents_in(stream: str, begin: int, end: int, kinds: bytes) -> Iterator[Finding]:
    """The numbers of identity documents in a stretch of a folded text; `kinds` are the kinds of its characters, as in `Plain`."""
    if not may_hold_document(kinds):
        return
    for may in _MAY_START.finditer(kinds):
        digit = begin + may.start() - 1
        for start in _starts_before(stream, digit):
            if written := _written_at(stream, start, end, "digits" if start == digit else "letters"):
                yield Finding(start, start + len(written), IDENTITY, "the form of a document")
                break
    if places := [begin + may.start() for may in _MAY_BE_NAMED.finditer(kinds)]:
        near = max(begin, places[0] - _LABEL_CHARS), min(end, places[-1] + _LABEL_CHARS)
        for named in _NAMED_DOCUMENT.finditer(stream, *near):
            if not plans.is_figure(named["number"]):
                yield Finding(*named.span("number"), IDENTITY, "a document")
        for named in _DOCUMENT_BEHIND.finditer(stream, *near):
            before = stream[max(0, named.start() - _LABEL_CHARS) : named.start()]
            if not (plans.is_figure(named["number"]) or plans.leads_to_code(before)):
                yield Finding(*named.span("number"), IDENTITY, "a document")


def _written_at(stream: str, start: int, end: int, begins: str) -> str:
    """The number that is written at a place; empty if nothing there has a form that is sure."""
    match = _FORMS[begins].match(stream, start, end)
    if match is None or match.lastindex is None:
        return ""
    forms = ((one, row) for one, row in zip(match.groups(), _ROWS[begins], strict=True) if one)
    return next((one for one, row in forms if _is_sure(stream, start, one, row)), "")


def _starts_before(stream: str, digit: int) -> tuple[int, ...]:
    """The places where a number with some first digit may start: at the letters before it, or with it."""
    before = stream[max(0, digit - _MAX_LETTERS) : digit]
    if before[-1:] not in _MAY_BELONG:
        return (digit,)
    letters = _LETTERS.search(before)
    starts = (digit - len(before) + letters.start(),) if letters else ()
    return starts if _INNER.search(before) else (*starts, digit)


def _luhn(number: str) -> bool:
    doubled = [sum(divmod(2 * int(digit), 10)) for digit in number[-2::-2]]
    return (sum(doubled) + sum(map(int, number[::-2]))) % 10 == 0


def _mod_97(number: str) -> bool:
    """As in Belgium, where a 2 is put before the numbers of those born since 2000, and in France, where Corsica has letters."""
    *_, rest = digits = number[:-2].replace("2a", "19").replace("2b", "18"), number[-2:]
    return any((int(lead + digits[0]) + int(rest)) % 97 == 0 for lead in ("", "2"))


_PERMUTATION = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


def _verhoeff(number: str) -> bool:
    """As in India: the digits are turned about and reflected, as the corners of a pentagon are."""
    total = 0
    for place, sign in enumerate(reversed(number)):
        digit = int(sign)
        for _ in range(place):
            digit = _PERMUTATION[digit]
        turned = total + digit if total < 5 else total - digit
        total = turned % 5 + 5 * ((total >= 5) != (digit >= 5))
    return total == 0


def _turkey(number: str) -> bool:
    digits = [*map(int, number)]
    first = (7 * sum(digits[0:9:2]) - sum(digits[1:8:2])) % 10
    return digits[9] == first and digits[10] == sum(digits[:10]) % 10


def _russia(number: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(number, range(9, 0, -1), strict=False))
    return total % 101 % 100 == int(number[9:])


_CHECKS: dict[str, Callable[[str], bool]] = {
    "luhn": _luhn,
    "luhn of ten": lambda number: _luhn(number[-10:]),
    "mod 97": _mod_97,
    "verhoeff": _verhoeff,
    "turkey": _turkey,
    "russia": _russia,
}


def _is_weighted(number: str, weights: list[int], modulus: int, remainders: str, letters: str = "") -> bool:
    """Whether the sign behind some digits, each times a weight, is the one for the remainder of their sum.

    Args:
        number: letters and digits.
        weights: one for each of the first digits.
        modulus: what the sum is divided by.
        remainders: the sign for each remainder.
        letters: the value of each letter from a to z: a digit, or an a for ten.
    """
    digits = [
        int(letters[ord(sign) - ord("a")] if sign.isalpha() else sign, 16) for sign in number[: len(weights)]
    ]
    total = sum(digit * weight for digit, weight in zip(digits, weights, strict=True))
    return number[len(weights)] == remainders[total % modulus]


def _is_sure(stream: str, start: int, written: str, row: dict[str, Any]) -> bool:
    """Whether something that has the form of a number has its check digits, too, and the words before it."""
    number = "".join(filter(str.isalnum, written))
    for check in row.get("checks", ()):
        if not (_CHECKS[check](number) if isinstance(check, str) else _is_weighted(number, *check)):
            return False
    before = stream[max(0, start - _LABEL_CHARS) : start]
    if "near" in row:
        return _NEAR[row["near"]].search(before) is not None
    return not (
        plans.leads_to_code(before) or plans.stands_in_row(stream, start, start + len(written), listed=True)
    )
