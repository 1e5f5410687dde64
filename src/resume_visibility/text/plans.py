"""What is a telephone number, and what an identity number: by the digits, how they are parted, and what they are called."""

import re
from datetime import date

from .digits import TO_ASCII, Form, Gap
from .patterns import HAN_DIGITS, digits_of, later, table
from .windows import Window

_TABLE = table("numbers")
_COUNTRIES: dict[str, list[int]] = _TABLE["countries"]
"""Country codes, and how many digits follow them at least and at most."""
MOBILE = 11
"""So many digits has a mobile number."""
_MOBILE = re.compile(r"1[3-9][0-9]{9}")


def is_mobile(digits: str) -> bool:
    """Whether these are the eleven digits of a mainland mobile number."""
    return _MOBILE.fullmatch(digits) is not None


_HELD = re.compile(r"(?<![0-9])(?:86\W?)?1[._ -]?[3-9](?:[._ -]?[0-9]){9}(?![0-9])")


def holds_mobile(name: str) -> bool:
    """Whether the name of an account or an address is made of a mobile number, perhaps among other letters."""
    if len(name) < MOBILE:
        return False
    written = (name, name.translate(TO_ASCII))
    return is_mobile(digits_of(name)) or any(map(_HELD.search, written))


def national_length(digits: str) -> tuple[int, int, int] | None:
    """For digits that start with a country code: its length, and how many digits may follow."""
    for size in (3, 2, 1):
        if digits[:size] in _COUNTRIES:
            least, most = _COUNTRIES[digits[:size]]
            return size, least, most
    return (3, 7, 10) if digits[:1] in tuple("2345689") else None


# What may be dialled before the eleven digits, by the length of the whole.
_PREFIXES = {11: "", 12: "0", 13: "86", 14: "086", 15: "0086", 16: "17951"}
# How people part a mobile number where they do not hide it; any other way must be all the digits that stand there.
_USUAL = frozenset({(3, 4, 4), (3, 8), (7, 4), (4, 4, 3), (4, 3, 4), (3, 3, 5)})
# What parts the items of a list rather than the digits of a number, unless it parts all of them.
_LISTS = re.compile("[\n,，、;；]")
_FEWEST_DIGITS = 3
_DIGIT = re.compile(f"[0-9{HAN_DIGITS}]")

# How other numbers are parted: landlines of China and hotlines, numbers of North America, Hong Kong, Macau and Taiwan, and of
# Britain, Australia and their like, France and India as they are dialled at home.
_LINES = later(
    r"(?!0[0-9]{3}[-/ ]0[0-9]{3}[-/ ][0-9]{4})"  # 0402/0603/0805: sizes of parts
    r"(?:(?:(?:00)?86[-) ]?0?|0)(?:(?:10|2[0-57-9])[-/) ]?[0-9]{4}|[3-9][0-9]{2}[-/) ]?[0-9]{3,4})[- ]?[0-9]{2} ?[0-9]{2}"
    r"|[48]00(?:[- ]?[0-9]{3}[- ]?[0-9]{4}|[- ]?[0-9]{4}[- ]?[0-9]{3}|[0-9][- ][0-9]{3}[- ][0-9]{3})"
    r"|(?:1[- )])?[2-9][0-9]{2}(?:\) ?[0-9]{3}[- ]|-[0-9]{3}-)[0-9]{4}"
    r"|85[23][- ][2-9][0-9]{3}[- ]?[0-9]{4}|886[- ][0-9]{3}[- ]?[0-9]{3}[- ]?[0-9]{3}|09[0-9]{2}-?[0-9]{3}-?[0-9]{3}"
    r"|0[1-9][0-9]{0,3}[-/) ][0-9]{3,4}[-/ ][0-9]{3,4}|0[0-9]{4} [0-9]{6}|0[67](?: [0-9]{2}){4}|[6-9][0-9]{4} [0-9]{5})"
)
_MOST_PARTS = 6
# A number that is dialled within a country, unbroken; so are many others, but hardly in the name of a file.
_AT_HOME = re.compile("0[1-9][0-9]{8,9}")
# A mobile number whose first digits are not given first: 尾号8000，开头138，中间0013.
_SHUFFLED = re.compile(
    "[0-9]{4}[^0-9](?:[0-9]{4}[^0-9]1[3-9][0-9]|1[3-9][0-9][^0-9]?[0-9]{4})|[0-9]{8}[^0-9]1[3-9][0-9]"
)


def is_telephone(window: Window) -> bool:
    """Whether ten or more digits have the form of a telephone number, and nothing says that they are another."""
    digits = window.digits
    prefix = _PREFIXES.get(len(digits), "-")
    mobile = digits.startswith(prefix) and is_mobile(digits.removeprefix(prefix))
    if not mobile:
        parted = window.parted if len(window.shape) <= _MOST_PARTS else ""
        built = _LINES.fullmatch(parted) or (_AT_HOME.fullmatch(parted) and window.is_in_file_name)
        if not (built or (_SHUFFLED.fullmatch(parted) and window.has_head_named)):
            return False
    # What stands around the digits is asked last: it costs most.
    alike = Form.ALIKE in window.forms and len(_DIGIT.findall(window.written)) < _FEWEST_DIGITS
    glued = window.is_glued and not window.is_in_file_name
    if window.is_called_code or ((alike or glued) and not window.is_called_phone):
        return False
    if mobile and not window.is_one:
        return _is_usual(window, len(prefix))
    return window.gap_before is not Gap.NONE and not (window.goes_on or window.is_amount or window.is_figure)


def _is_usual(window: Window, prefix: int) -> bool:
    """Whether the digits of a mobile number are parted as people part them, or are all that stand there, or are called so."""
    shape = window.shape[1:] if window.shape[0] == prefix else window.shape
    if window.is_figure or (window.has_unit and all(map(_LISTS.search, window.between))):
        return False
    listed = not window.is_even and any(map(_LISTS.search, window.between))
    return tuple(shape) in _USUAL or (window.is_whole and not listed) or window.is_called_phone


def is_named(window: Window) -> bool:
    """Whether a word for telephone leads up to seven to fifteen digits, and nothing says that they are another number."""
    if not window.is_called_phone or (window.digits.endswith("00000") and len(window.digits) < 10):
        return False
    if window.has_unit or window.is_called_code:
        return False
    if any(map(_LISTS.search, window.between)):
        return len(window.digits) >= 10 or set(window.shape) == {1}
    return not window.is_figure


def is_spelled(window: Window) -> bool:
    """Whether seven digits or more are spelled out as words: nobody counts like that."""
    return window.spelled >= 7 and len(window.shape) >= 7 and window.digits not in "01234567890"


def is_reversed(window: Window) -> bool:
    """Whether the writer says that all the digits that stand there are written backwards, and they make a number from the other end."""
    digits = window.digits[::-1]
    prefix = _PREFIXES.get(len(digits), "-")
    mobile = digits.startswith(prefix) and is_mobile(digits.removeprefix(prefix))
    if not (mobile or digits[0] == "0" or (len(digits) == 10 and digits[0] > "1")):
        return False
    return window.gap_behind > Gap.SIGNS and window.is_called_backwards


_PROVINCES = frozenset(_TABLE["provinces"].split())
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_BORN = range(1900, 2013)
"""Whoever applies for work was born then; what holds a later date is the number of something else."""


def is_identity(number: str) -> bool:
    """Whether eighteen characters are built like an identity number: province, date of birth."""
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    return number[:2] in _PROVINCES and born.year in _BORN


def _has_check_digit(number: str) -> bool:
    """Whether the last of eighteen characters is the right check digit."""
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return "10x98765432"[total % 11] == number[17]


def identity_end(window: Window) -> int:
    """Where an identity number that starts with the window ends; 0 where there is none."""
    digits, end = window.digits, window.end
    if len(digits) in (14, 15):  # its beginning, or one of before 1999
        century = "19" if len(digits) == 15 else ""
        built = window.is_one and is_identity(digits[:6] + century + digits[6:])
        return end if built and window.is_called_identity else 0
    if len(digits) not in (17, 18):
        return 0
    x = "x" * (18 - len(digits))
    if is_identity(digits[::-1] + x) and window.is_called_backwards:
        return end
    if x:
        end = window.end_with_x
    return end if end and _is_identity(window, digits + x) else 0


def _is_identity(window: Window, number: str) -> bool:
    built = is_identity(number)
    if window.is_called_identity:
        return built or len(window.shape) <= 6
    if not built or (Form.ALIKE in window.forms and not window.is_one):
        return False
    return _has_check_digit(number) or (window.is_one and not window.is_called_code)
