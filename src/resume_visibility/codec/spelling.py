"""How JSON spells values for which it has no type of its own, in and out."""

import re
from functools import lru_cache

from ..model.regions import IpRegion
from ..model.values import Email, MobileNumber, Url, YearMonth

SPELLED: dict[type[object], str] = {MobileNumber: "e164", Email: "address", Url: "address", IpRegion: "code"}
"""The classes whose objects JSON spells as one string, with the field that is spelled."""


def is_string(cls: object) -> bool:
    """Whether JSON spells the objects of a class as strings."""
    return cls is YearMonth or cls in SPELLED


BLANKS = "\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
"""The characters of a blank text, as a pattern has them between brackets: the spaces of Unicode, and those of `str.isspace`."""

INSTANT = re.compile(
    "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
    r"T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,6})?"
    "(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
)
"""The spelling of an instant; `datetime.fromisoformat` checks whether there is such a day."""

MONTH = re.compile("(?:19[0-9]{2}|2[01][0-9]{2}|2200)-(?:0[1-9]|1[0-2])")
"""The spelling of a month, from 1900 to 2200."""


@lru_cache(maxsize=4096)  # there are fewer months, and a text that is no month is not kept
def month_of(text: str) -> YearMonth:
    """The month of this spelling. There is one object for each month, because resumes are full of them.

    Raises:
        ValueError: it is not a month from 1900 to 2200.
    """
    if MONTH.fullmatch(text):
        return YearMonth(int(text[:4]), int(text[5:]))
    raise ValueError("no month")
