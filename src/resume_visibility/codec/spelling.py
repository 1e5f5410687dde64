"""How JSON spells what it has no word for, in and out."""

import re
from functools import lru_cache

from ..model.regions import IpRegion
from ..model.values import Email, MobileNumber, Url, YearMonth
from ..model.viewers import (
    CommunityMember,
    Headhunter,
    Mailbox,
    Owner,
    Recipient,
    Recommender,
    Recruiter,
    School,
    SupportAgent,
    Viewer,
    Visitor,
)

KINDS: dict[str, type[Viewer]] = {
    "owner": Owner,
    "recruiter": Recruiter,
    "headhunter": Headhunter,
    "mailbox": Mailbox,
    "community_member": CommunityMember,
    "recommender": Recommender,
    "recipient": Recipient,
    "school": School,
    "support_agent": SupportAgent,
    "visitor": Visitor,
}
"""The `kind` of each viewer in JSON."""

SPELLED: dict[type[object], str] = {MobileNumber: "e164", Email: "address", Url: "address", IpRegion: "code"}
"""Values that JSON spells as one string."""

INSTANT = re.compile(r"\d{4}-\d\d-\d\dT(?!24)\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)", re.ASCII)
"""How an instant is spelled; that there is such a day is for `datetime.fromisoformat` to say."""

_YEAR_MONTH = re.compile(r"(\d{4})-(\d\d)", re.ASCII)


@lru_cache(maxsize=4096)  # there are no more months than that, and what is no month is not kept
def month_of(text: str) -> YearMonth:
    """The month that JSON spells so; one object for each month, because resumes are full of them.

    Raises:
        ValueError: it is none from 1900 to 2200.
    """
    matched = _YEAR_MONTH.fullmatch(text)
    if matched is not None and 1900 <= int(matched[1]) <= 2200 and 1 <= int(matched[2]) <= 12:
        return YearMonth(int(matched[1]), int(matched[2]))
    raise ValueError("no month")
