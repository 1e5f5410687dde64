"""A naive, plainly correct reference: who may see what, in the order of the rules, with loops and no table.

Written from the rules and not from the library's code. It takes the library's input types and the names of its parts
and channels, and nothing else.
"""

import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

import attrs

from resume_visibility import (
    Account,
    Action,
    Application,
    Block,
    CommunityMember,
    Company,
    Consent,
    Conversation,
    Gender,
    Headhunter,
    KeywordBlock,
    Language,
    Mailbox,
    Owner,
    Recipient,
    Recommender,
    Recruiter,
    Resume,
    ShareForm,
    Verification,
    Viewer,
    VirtualNumber,
)

BEIJING = timezone(timedelta(hours=8))

SECTIONS = frozenset(
    {
        "strengths",
        "highlights",
        "intention",
        "work",
        "projects",
        "education",
        "awards",
        "campus_positions",
        "certificates",
        "skills",
        "training",
        "portfolio",
        "additional",
    }
)
ONLINE_RESUME = SECTIONS | {"profile", "avatar", "display_name", "region", "latest_position"}
IN_CHAT = frozenset({"display_name", "avatar", "ip_region"})
IN_COMMUNITY = frozenset({"display_name", "avatar", "ip_region", "latest_position"})
READ_BY_THE_RECOMMENDER = frozenset(
    {"profile", "highlights", "intention", "work", "education", "region", "latest_position"}
)
EVERY_PART = ONLINE_RESUME | {
    "name",
    "mobile",
    "messenger",
    "email",
    "homepage",
    "virtual_number",
    "attachments",
    "video",
    "national_id",
    "ip_region",
    "latest_position",
    "region",
}
NO_CHANNEL: frozenset[str] = frozenset()

COMPOUND_SURNAMES = (
    *("欧阳", "上官", "皇甫", "令狐", "诸葛", "司徒", "司马"),
    *("申屠", "夏侯", "贺兰", "完颜", "慕容", "尉迟", "长孙"),
)


@dataclass(frozen=True)
class Expected:
    """What the viewer is shown, may reach the candidate by, and may do."""

    parts: frozenset[str]
    channels: frozenset[str]
    actions: frozenset[str]


@dataclass(frozen=True)
class PlainFacts:
    """What decides, in plain words."""

    kind: str
    action: str
    qualified: bool
    standing: str
    conversing: bool
    nickname: str | None
    personalised: bool
    sharing: str
    visibility: str
    name_display: str
    resume_permission: bool
    chat_permission: bool
    exists: bool
    of_age: bool


# --- The decision ----------------------------------------------------------------------------------------------------


def expected(viewer: Viewer, resume: Resume, at: datetime) -> Expected | None:
    """What the rules give this viewer of this resume at this instant; None is nothing."""
    granted = expected_for_facts(plain_facts(viewer, resume, at))
    if granted is None or not isinstance(viewer, Recipient):
        return granted
    named: set[str] = set()  # SHARE-1, SHARE-3: no part that the consents do not name
    for consent in consents_in_force(viewer, resume, at):
        named |= _shareable(consent)
    return Expected(granted.parts & named, granted.channels, granted.actions)


def expected_for_facts(facts: PlainFacts) -> Expected | None:
    """The same decision, on plain facts; to a recipient, what consents could name at most."""
    actions = frozenset(action.value for action in Action if _may(facts, action.value))
    if facts.action not in actions:
        return None
    if facts.kind == "owner":  # OWNER-1
        return Expected(EVERY_PART, NO_CHANNEL, actions)
    channels = _channels(facts)
    parts = set(_sections(facts))
    if "display_name" in parts and _real_name(facts):  # NAME-1, COMMUNITY-1
        parts.add("name")
    if "mobile" in channels:  # PHONE-1, CONTACT-2
        parts |= {"mobile", "messenger"}
    if "email" in channels:  # CONTACT-1
        parts |= {"email", "homepage"}
    if "virtual_number" in channels:  # PHONE-2
        parts.add("virtual_number")
    return Expected(frozenset(parts), channels, actions)


def _real_name(facts: PlainFacts) -> bool:
    if facts.kind == "community_member":  # COMMUNITY-1: a choice of its own
        return facts.nickname == "real"
    return facts.name_display == "real"  # NAME-1


def _sections(facts: PlainFacts) -> frozenset[str]:
    """The parts that are shown whatever the channels are, and but for the name."""
    if facts.kind == "community_member":  # COMMUNITY-1
        return IN_COMMUNITY
    if facts.kind == "recommender":  # RECOMMEND-1
        return READ_BY_THE_RECOMMENDER if facts.personalised else frozenset({"intention"})
    if facts.kind == "recipient":  # SHARE-1 to SHARE-3
        return EVERY_PART - {"name", "national_id", "virtual_number"}
    if facts.action == "chat":  # CHAT-1
        return IN_CHAT
    if facts.kind == "mailbox":  # APPLY-4
        return ONLINE_RESUME
    if _by_application(facts) and facts.standing == "applied_with_attachments":  # APPLY-2, APPLY-3
        return ONLINE_RESUME | {"video", "attachments"}
    return ONLINE_RESUME | {"video"}  # APPLY-3


def _may(facts: PlainFacts, action: str) -> bool:
    if not facts.exists:  # GATE-2
        return False
    if facts.kind == "owner":  # OWNER-1
        return action in ("view", "export")
    if not facts.resume_permission or not facts.of_age:  # GATE-1, GATE-3
        return False
    if facts.standing == "blocked":  # BLOCK-1
        return False
    if facts.kind == "mailbox":  # APPLY-4
        return action == "view" and _applied(facts)
    if facts.kind == "community_member":  # COMMUNITY-1
        return action == "view" and facts.qualified and facts.nickname is not None
    if facts.kind == "recommender":  # RECOMMEND-1
        return action == "view"
    if facts.kind == "recipient":  # SHARE-1
        return action == "view" and facts.sharing != "none"
    if facts.kind == "recruiter" or facts.kind == "headhunter":
        if not facts.qualified:  # GATE-4
            return False
        if action == "chat":  # CHAT-1, GATE-1: a conversation that runs, or one that may be begun
            open_to_chat = facts.conversing or _applied(facts) or _public(facts)
            return open_to_chat and facts.chat_permission
        if action in ("view", "export") and _applied(facts):  # APPLY-5
            return True
        if facts.visibility == "chat_only" and action == "export":  # MODE-2
            return False
        return _public(facts)
    return False  # LAW-5: a visitor, or a kind that no rule names


def _applied(facts: PlainFacts) -> bool:
    return facts.standing in ("applied", "applied_with_attachments")


def _public(facts: PlainFacts) -> bool:
    """Whether the resume is public to this recruiter or headhunter."""
    if facts.visibility in ("public", "chat_only"):  # MODE-1, MODE-2
        return True
    return facts.visibility == "headhunters" and facts.kind == "headhunter"  # MODE-3, MODE-4


def _by_application(facts: PlainFacts) -> bool:
    """Whether it is an application that shows the resume: APPLY-4, APPLY-5 (lists follow the visibility)."""
    return (
        facts.kind in ("recruiter", "headhunter") and facts.action in ("view", "export") and _applied(facts)
    )


def _channels(facts: PlainFacts) -> frozenset[str]:
    if facts.kind != "recruiter" and facts.kind != "headhunter":  # APPLY-4; section 5 names no channel
        return NO_CHANNEL
    if facts.action == "chat":  # CHAT-1
        return frozenset({"chat"})
    if _by_application(facts):  # APPLY-1
        channels = {"chat", "email", "virtual_number", "mobile"}
    elif facts.visibility == "chat_only":  # MODE-2
        channels = {"chat"}
    else:  # MODE-1, MODE-3
        channels = {"chat", "email", "virtual_number"}
    if not facts.chat_permission:  # GATE-1
        channels.discard("chat")
    return frozenset(channels)


# --- The facts -------------------------------------------------------------------------------------------------------


def plain_facts(viewer: Viewer, resume: Resume, at: datetime) -> PlainFacts:
    """What decides about this viewer and this resume at this instant."""
    return PlainFacts(
        kind=_kind(viewer, resume),
        action=viewer.action.value,
        qualified=_qualified(viewer, resume),
        standing=standing(viewer, resume, at),
        conversing=conversing(viewer, resume, at),
        nickname=_nickname(viewer, resume),
        personalised=isinstance(viewer, Recommender) and resume.settings.personalised_recommendation,
        sharing=sharing(viewer, resume, at),
        visibility=resume.settings.visibility.value,
        name_display=resume.settings.name_display.value,
        resume_permission=resume.settings.resume_permission,
        chat_permission=resume.settings.chat_permission,
        exists=resume.account is Account.OPEN and not resume.deleted,
        of_age=surely_sixteen(resume, at),
    )


def _kind(viewer: Viewer, resume: Resume) -> str:
    if isinstance(viewer, Owner) and viewer.candidate == resume.candidate:
        return "owner"
    if isinstance(viewer, Recruiter):
        return "recruiter"
    if isinstance(viewer, Headhunter):
        return "headhunter"
    if isinstance(viewer, Mailbox):
        return "mailbox"
    if isinstance(viewer, CommunityMember):
        return "community_member"
    if isinstance(viewer, Recommender):
        return "recommender"
    if isinstance(viewer, Recipient):
        return "recipient"
    return "visitor"  # the owner of another resume too


def _qualified(viewer: Viewer, resume: Resume) -> bool:
    if isinstance(viewer, Recruiter):
        for needed in (Verification.COMPANY, Verification.EMPLOYMENT, Verification.IDENTITY):
            if needed not in viewer.verified:
                return False
        return viewer.signed_in
    if isinstance(viewer, Headhunter | CommunityMember):
        return viewer.signed_in
    if isinstance(viewer, Recommender):  # the platform itself
        return True
    return isinstance(viewer, Owner) and viewer.candidate == resume.candidate  # of nobody else is it asked


def surely_sixteen(resume: Resume, at: datetime) -> bool:
    """GATE-3: from the first day of the month after the sixteenth birthday's, in Beijing."""
    born = resume.basics.profile.born
    year, month = born.year + 16, born.month + 1
    if month == 13:
        year, month = year + 1, 1
    return at >= datetime(year, month, 1, tzinfo=BEIJING)


def standing(viewer: Viewer, resume: Resume, at: datetime) -> str:
    """How the viewer's company stands to the resume."""
    if isinstance(viewer, Recruiter):
        return company_standing(viewer.company, resume, at)
    if isinstance(viewer, Headhunter):  # BLOCK-3
        if viewer.client is not None and company_standing(viewer.client, resume, at) == "blocked":
            return "blocked"
        return company_standing(viewer.agency, resume, at)
    if isinstance(viewer, Mailbox):
        return company_standing(viewer.company, resume, at, mailbox=viewer.address.address)
    return "none"


def company_standing(company: Company, resume: Resume, at: datetime, mailbox: str | None = None) -> str:
    """How one company (or one of its mailboxes) stands to the resume."""
    last_block = _last_block(company, resume)
    applications = [a for a in resume.applications if _counts(a, company, at, mailbox)]
    applied = [a for a in applications if last_block is None or a.at > last_block]  # APPLY-6
    if not applied:
        return "none" if last_block is None else "blocked"
    for application in applied:
        if application.attachments:  # APPLY-2
            return "applied_with_attachments"
    return "applied"


def _last_block(company: Company, resume: Resume) -> datetime | None:
    last = None
    for block in resume.settings.blocks:
        if _covers(block, company) and (last is None or block.at > last):
            last = block.at
    return last


def _covers(block: Block, company: Company) -> bool:
    if company.id is None:  # BLOCK-4
        return True
    if block.group is not None and block.group == company.group:  # BLOCK-2
        return True
    if isinstance(block, KeywordBlock):
        for name in (company.name, *company.aliases):
            if _folded(block.keyword).strip() in _folded(name):
                return True
        return False
    return block.company == company.id


def _folded(text: str) -> str:
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(c for c in folded if unicodedata.category(c) != "Cf")  # of no width


def _counts(application: Application, company: Company, at: datetime, mailbox: str | None) -> bool:
    if application.at > at:  # APPLY-6
        return False
    if mailbox is not None:  # APPLY-4
        if application.mailbox is None:
            return False
        if application.mailbox.address.lower() != mailbox.lower():
            return False
    return application.company == company.id  # APPLY-7


def conversing(viewer: Viewer, resume: Resume, at: datetime) -> bool:
    """CHAT-1: whether a conversation between the candidate and the viewer's company, or agency, is running."""
    company = _company(viewer)
    if company is None:
        return False
    return any(_talks(viewer, conversation, at) for conversation in resume.conversations)


def _talks(viewer: Viewer, conversation: Conversation, at: datetime) -> bool:
    company = _company(viewer)
    if company is None or conversation.company != company.id or at < conversation.since:
        return False
    return conversation.until is None or at < conversation.until


def _nickname(viewer: Viewer, resume: Resume) -> str | None:
    if isinstance(viewer, CommunityMember) and resume.settings.nickname is not None:
        return resume.settings.nickname.value
    return None


def sharing(viewer: Viewer, resume: Resume, at: datetime) -> str:
    """SHARE-1 to SHARE-3: by what a recipient has something."""
    if not isinstance(viewer, Recipient):
        return "none"
    held = consents_in_force(viewer, resume, at)
    for consent in held:
        if consent.order is not None:
            return "ordered"
    for form, name in (
        (ShareForm.DISCLOSURE, "disclosed"),
        (ShareForm.TRANSFER, "transferred"),
        (ShareForm.PARTNER, "partner"),
        (ShareForm.SHARE, "shared"),
    ):
        for consent in held:
            if consent.form is form:
                return name
    return "none"


def consents_in_force(viewer: Viewer, resume: Resume, at: datetime) -> list[Consent]:
    """SHARE-1: to this recipient, for this purpose, begun, not ended, not withdrawn, and of something."""
    held: list[Consent] = []
    if not isinstance(viewer, Recipient):
        return held
    for consent in resume.consents:
        if consent.recipient != viewer.id or consent.purpose != viewer.purpose:
            continue
        if at < consent.begins or at >= consent.ends:
            continue
        if consent.withdrawn is not None and at >= consent.withdrawn:
            continue
        if _shareable(consent):
            held.append(consent)
    return held


def _shareable(consent: Consent) -> set[str]:
    """What a consent names of what can be shared at all. Who may have the whole may have a piece of it."""
    named = {part.value for part in consent.parts} - {"national_id", "virtual_number"}
    for whole, piece in (("name", "display_name"), ("work", "latest_position"), ("profile", "region")):
        if whole in named:
            named.add(piece)
    return named


# --- What is shown of the granted parts ------------------------------------------------------------------------------


def attachment_ids(viewer: Viewer, resume: Resume, at: datetime) -> frozenset[str]:
    """The ids of the attachment resumes shown (APPLY-2, OWNER-1)."""
    granted = expected(viewer, resume, at)
    if granted is None or "attachments" not in granted.parts:
        return frozenset()
    held = frozenset(attachment.id for attachment in resume.attachments)
    company = _company(viewer)
    if company is None:
        return held
    last_block = _last_block(company, resume)
    carried: set[str] = set()
    for application in resume.applications:
        if _counts(application, company, at, None) and (last_block is None or application.at > last_block):
            carried |= application.attachments
    return held & carried


def virtual_number(viewer: Viewer, resume: Resume, at: datetime) -> VirtualNumber | None:
    """The binding that a recruiter or headhunter is shown (PHONE-2)."""
    granted = expected(viewer, resume, at)
    company = _company(viewer)
    if granted is None or company is None or "virtual_number" not in granted.channels:
        return None
    best = None
    for binding in resume.virtual_numbers:
        if not binding.valid_from <= at < binding.valid_until:
            continue
        if binding.company is not None and binding.company != company.id:
            continue
        if best is None or _fits_better(binding, best):
            best = binding
    return best


def _fits_better(one: VirtualNumber, other: VirtualNumber) -> bool:
    if (one.company is None) != (other.company is None):
        return one.company is not None
    if one.valid_until != other.valid_until:
        return one.valid_until > other.valid_until
    return one.id < other.id


def _company(viewer: Viewer) -> Company | None:
    if isinstance(viewer, Recruiter):
        return viewer.company
    if isinstance(viewer, Headhunter):
        return viewer.agency
    return None


def fresh_until(viewer: Viewer, resume: Resume, at: datetime) -> datetime:
    """The instant from which the view is stale (NAME-2, PHONE-3, SHARE-1), or from which less may be shown (CHAT-1)."""
    last = datetime.max.replace(tzinfo=UTC)
    until = last if at > last - timedelta(hours=2) else at + timedelta(hours=2)
    if expected(viewer, attrs.evolve(resume, conversations=()), at) != expected(viewer, resume, at):
        ends = [talk.until or last for talk in resume.conversations if _talks(viewer, talk, at)]
        until = min(until, max(ends))
    for consent in consents_in_force(viewer, resume, at):  # SHARE-1
        until = min(until, consent.ends)
        if consent.withdrawn is not None:
            until = min(until, consent.withdrawn)
    shown = virtual_number(viewer, resume, at)
    return until if shown is None else min(until, shown.valid_until)


def display_name(viewer: Viewer, resume: Resume, at: datetime) -> str | None:
    """How the candidate is called in a view that is granted (NAME-1, NAME-3, COMMUNITY-1)."""
    granted = expected(viewer, resume, at)
    if granted is None or "display_name" not in granted.parts:
        return None
    name = resume.basics.name
    if "name" in granted.parts:
        return name.full
    gender = resume.basics.profile.gender
    surname = name.surname or _told_surname(name.full)
    if viewer.language is Language.EN:
        honorific = {Gender.MALE: "Mr.", Gender.FEMALE: "Ms.", Gender.UNKNOWN: "Mr./Ms."}[gender]
        return f"{honorific} {name.romanised_surname or surname}".rstrip()
    honorific = {Gender.MALE: "先生", Gender.FEMALE: "女士", Gender.UNKNOWN: "先生/女士"}[gender]
    return surname + honorific


def _told_surname(full: str) -> str:
    for character in full:
        if not unicodedata.name(character, "").startswith("CJK "):
            return ""  # Latin, or with a ·
    if len(full) == 1:
        return ""
    if len(full) >= 3 and full[:2] in COMPOUND_SURNAMES:
        return full[:2]
    return full[0]
