"""How JSON spells what it has no word for, in and out."""

from ..model.regions import IpRegion
from ..model.values import Email, MobileNumber, Url
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
