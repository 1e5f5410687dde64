"""A naive, plainly correct reference: who may see what of a resume or form, in the order of the rules, with loops and no
table.

Written from the rules and not from the library's code. It takes the library's input types and the names of its readings,
and nothing else.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

import attrs

from resume_visibility.model.campus import CampusForm
from resume_visibility.model.choices import Gender
from resume_visibility.model.consents import Consent, ShareForm
from resume_visibility.model.language import Language
from resume_visibility.model.resume import Resume
from resume_visibility.model.settings import (
    Account,
    Application,
    Block,
    Conversation,
    Delivery,
    KeywordBlock,
    OnlineTalk,
    VirtualNumber,
)
from resume_visibility.model.viewers import (
    Action,
    CommunityMember,
    Company,
    Headhunter,
    Mailbox,
    Owner,
    Recipient,
    Recommender,
    Recruiter,
    School,
    SupportAgent,
    Verification,
    Viewer,
    Visitor,
)
from resume_visibility.policy.readings import STRICT, Readings

BEIJING = timezone(timedelta(hours=8))
LAST = datetime.max.replace(tzinfo=UTC)

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
WITHOUT_AVATAR = SECTIONS | {"profile", "display_name", "region", "latest_position"}
ONLINE_RESUME = WITHOUT_AVATAR | {"avatar"}
READ_BY_THE_RECOMMENDER = frozenset(
    {"profile", "highlights", "intention", "work", "education", "region", "latest_position"}
)
NEVER_SHARED = frozenset({"national_id", "virtual_number", "delivery"})
WHOLE_RESUME = ONLINE_RESUME | {
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
    "delivery",
}

SECTIONS_OF_THE_STUDENT = frozenset(
    {
        "profile",
        "education",
        "languages",
        "it_skills",
        "practice",
        "awards",
        "training",
        "internships",
        "certificates",
        "publications",
        "school_posts",
        "projects",
        "intellectual_property",
        "remarks",
    }
)
CONTACT_OF_THE_STUDENT = frozenset({"email", "mobile", "messenger", "landline", "postal_address"})
THIRD_PARTIES = frozenset({"emergency_name", "emergency_phone", "family", "relatives"})
WHOLE_FORM = (
    SECTIONS_OF_THE_STUDENT
    | CONTACT_OF_THE_STUDENT
    | THIRD_PARTIES
    | {"display_name", "name", "english_name", "photo", "national_id", "delivery"}
)

COMPOUND_SURNAMES = (
    *("欧阳", "上官", "皇甫", "令狐", "诸葛", "司徒", "司马"),
    *("申屠", "夏侯", "贺兰", "完颜", "慕容", "尉迟", "长孙"),
)

Asked = Resume | CampusForm


@dataclass(frozen=True)
class Expected:
    """What the viewer is shown, may reach the candidate by, and may do."""

    parts: frozenset[str]
    channels: frozenset[str]
    actions: frozenset[str]


@dataclass(frozen=True)
class PlainFacts:
    """What decides, in plain words."""

    document: str
    kind: str
    action: str
    qualified: bool
    standing: str
    conversing: bool
    nickname: str | None
    personalised: bool
    sharing: str
    concern: str
    visibility: str
    name_display: str
    resume_permission: bool
    chat_permission: bool
    exists: bool
    of_age: bool


# --- The decision ----------------------------------------------------------------------------------------------------


def expected(viewer: Viewer, document: Asked, at: datetime, readings: Readings = STRICT) -> Expected | None:
    """What the rules give this viewer of this resume or form at this instant; None is nothing."""
    granted = expected_for_facts(plain_facts(viewer, document, at, readings), readings)
    if granted is None or not isinstance(viewer, Recipient) or not isinstance(document, Resume):
        return granted
    named: set[str] = set()  # SHARE-1, SHARE-3: no part that the consents do not name
    for consent in consents_in_force(viewer, document, at):
        named |= _shareable(consent)
    return Expected(granted.parts & named, granted.channels, granted.actions)


def expected_for_facts(facts: PlainFacts, readings: Readings = STRICT) -> Expected | None:
    """The same decision, on plain facts; to a recipient, what consents could name at most."""
    actions = frozenset(
        action.value for action in Action if _given(facts, action.value, readings) is not None
    )
    given = _given(facts, facts.action, readings)
    if given is None:
        return None
    return Expected(frozenset(given.parts), frozenset(given.channels), actions)


@dataclass
class _Given:
    """What is given for one action."""

    parts: set[str]
    channels: set[str]


def _only(parts: Iterable[str]) -> _Given:
    """Parts, and no channel."""
    return _Given(set(parts), set())


def _given(facts: PlainFacts, action: str, readings: Readings) -> _Given | None:
    """What is given for this action; None is nothing. ORDER-1: first gates, then blocks, then grants."""
    if not facts.exists:  # GATE-2
        return None
    if facts.kind == "owner":  # OWNER-1
        if action != "view" and action != "export":
            return None
        return _only(WHOLE_RESUME if facts.document == "resume" else WHOLE_FORM)
    if not facts.resume_permission or not facts.of_age:  # GATE-1, GATE-3
        return None
    if facts.standing == "blocked":  # BLOCK-1
        return None
    if facts.document == "form":
        if facts.kind == "recruiter":
            return _form_to_company(facts, action)
        if facts.kind == "school":
            return _form_to_school(facts, action, readings)
        return None  # CAMPUS-1: to nobody else
    if facts.kind == "recruiter" or facts.kind == "headhunter":
        return _to_company(facts, action, readings)
    if action != "view":  # LAW-5: of everybody else the rules name viewing alone
        return None
    if facts.kind == "mailbox":
        return _to_mailbox(facts, readings)
    if facts.kind == "community_member":
        return _to_community(facts, readings)
    if facts.kind == "recommender":  # RECOMMEND-1
        return _only(READ_BY_THE_RECOMMENDER if facts.personalised else {"intention"})
    if facts.kind == "recipient":  # SHARE-1 to SHARE-3
        return None if facts.sharing == "none" else _only(WHOLE_RESUME - NEVER_SHARED)
    if facts.kind == "school":
        return _resume_to_school(facts, readings)
    if facts.kind == "support_agent":
        return _to_support(facts)
    return None  # LAW-5: a visitor


# --- Recruiters and headhunters --------------------------------------------------------------------------------------


def _to_company(facts: PlainFacts, action: str, readings: Readings) -> _Given | None:
    if not facts.qualified:  # GATE-4
        return None
    if action == "chat":
        return _in_chat(facts, readings)
    given = _only(())
    if _applied(facts) and _opened_by_application(action, readings):
        _add_application(given, facts, readings)
    if _public_for(facts, action, readings):
        _add_mode(given, facts, readings)
    if not given.parts:
        return None
    if facts.name_display == "real":  # NAME-1
        given.parts.add("name")
    if not facts.chat_permission:  # GATE-1
        given.channels.discard("chat")
    return given


def _applied(facts: PlainFacts) -> bool:
    return facts.standing == "applied" or facts.standing == "applied_with_attachments"


def _opened_by_application(action: str, readings: Readings) -> bool:
    """APPLY-5: whether an application opens the resume for this action."""
    if action == "view":
        return True
    if action == "export":
        return readings.application_grants_export
    return not readings.lists_follow_visibility  # to be recommended it, to find it


def _public_to(facts: PlainFacts) -> bool:
    """Whether the resume is public to this recruiter or headhunter."""
    if facts.visibility == "public" or facts.visibility == "chat_only":  # MODE-1, MODE-2
        return True
    return facts.visibility == "headhunters" and facts.kind == "headhunter"  # MODE-3, MODE-4


def _public_for(facts: PlainFacts, action: str, readings: Readings) -> bool:
    """Whether it is so for this action: recommend, search, view, export."""
    if facts.visibility == "chat_only" and action == "export" and readings.chat_only_forbids_export:  # MODE-2
        return False
    return _public_to(facts)


def _add_mode(given: _Given, facts: PlainFacts, readings: Readings) -> None:
    """MODE-1 to MODE-3, PARTS-1."""
    given.parts |= ONLINE_RESUME
    if facts.kind == "recruiter" or not readings.video_is_for_recruiters:  # APPLY-3
        given.parts.add("video")
    if facts.visibility == "chat_only":  # MODE-2
        given.channels.add("chat")
    else:
        _add_mediated_contact(given, readings)


def _add_mediated_contact(given: _Given, readings: Readings) -> None:
    """What MODE-1 opens: chat, mail and a number, each by way of the platform (CONTACT-1)."""
    given.channels |= {"chat", "email", "virtual_number"}
    given.parts.add("virtual_number")
    if not readings.email_is_relayed:
        given.parts.add("email")


def _add_application(given: _Given, facts: PlainFacts, readings: Readings) -> None:
    """APPLY-1 to a company, APPLY-7 to an agency."""
    given.parts |= ONLINE_RESUME
    if facts.standing == "applied_with_attachments":  # APPLY-2
        given.parts.add("attachments")
    if facts.kind == "recruiter" or not readings.video_is_for_recruiters:  # APPLY-3
        given.parts.add("video")
    _add_mediated_contact(given, readings)
    with_contact = readings.application_shows_contact
    if facts.kind == "headhunter" and readings.agency_gets_no_number:
        with_contact = False
    if with_contact:
        given.channels.add("mobile")
        given.parts |= {"mobile", "messenger", "email", "homepage"}


def _in_chat(facts: PlainFacts, readings: Readings) -> _Given | None:
    """CHAT-1: a conversation that runs, or one that may be begun."""
    if not facts.chat_permission:  # GATE-1
        return None
    if not facts.conversing and not _applied(facts) and not _public_to(facts):
        return None
    given = _Given({"display_name"}, {"chat"})
    if facts.name_display == "real":  # NAME-1
        given.parts.add("name")
    if readings.chat_shows_avatar:
        given.parts.add("avatar")
    if facts.conversing:
        given.parts.add("ip_region")
    return given


# --- Other viewers of a resume ---------------------------------------------------------------------------------------


def _to_mailbox(facts: PlainFacts, readings: Readings) -> _Given | None:
    """APPLY-4: the online resume without any channel."""
    if not _applied(facts):
        return None
    given = _only(ONLINE_RESUME)
    if facts.name_display == "real":  # NAME-1
        given.parts.add("name")
    if not readings.mailbox_waits:
        given.parts.add("video")
        if facts.standing == "applied_with_attachments":  # APPLY-2
            given.parts.add("attachments")
    return given


def _to_community(facts: PlainFacts, readings: Readings) -> _Given | None:
    """COMMUNITY-1."""
    if not facts.qualified or facts.nickname is None:
        return None
    given = _only({"display_name", "avatar", "ip_region"})
    if facts.nickname == "real":
        given.parts.add("name")
    if not readings.community_hides_position:
        given.parts.add("latest_position")
    return given


def _resume_to_school(facts: PlainFacts, readings: Readings) -> _Given | None:
    """CAMPUS-2, of an online resume."""
    if not facts.qualified or not _applied(facts):
        return None
    given = _only(WITHOUT_AVATAR | {"delivery"})
    if facts.name_display == "real":  # NAME-1
        given.parts.add("name")
    if not readings.school_gets_no_contact:
        given.parts |= {"email", "mobile", "messenger", "homepage"}
    return given


def _to_support(facts: PlainFacts) -> _Given | None:
    """SUPPORT-1."""
    if not facts.qualified or facts.concern == "none":
        return None
    given = _only(WITHOUT_AVATAR)
    if facts.concern == "complainant":
        given.parts |= {"name", "mobile"}
    elif facts.name_display == "real":  # NAME-1
        given.parts.add("name")
    return given


# --- Forms -----------------------------------------------------------------------------------------------------------


def _form_to_company(facts: PlainFacts, action: str) -> _Given | None:
    """CAMPUS-1: the whole of it, to the company that it was filled in for."""
    if not facts.qualified or facts.standing != "applied":  # GATE-4
        return None
    if action != "view" and action != "export":
        return None
    return _only(WHOLE_FORM)


def _form_to_school(facts: PlainFacts, action: str, readings: Readings) -> _Given | None:
    """CAMPUS-2, of a form."""
    if not facts.qualified or facts.standing != "applied" or action != "view":
        return None
    given = _only(SECTIONS_OF_THE_STUDENT | {"display_name", "delivery"})
    if facts.name_display == "real":  # NAME-1
        given.parts |= {"name", "english_name"}
    if not readings.school_gets_no_contact:
        given.parts |= CONTACT_OF_THE_STUDENT
    if not readings.third_parties_stay_with_company:
        given.parts |= THIRD_PARTIES
    return given


# --- The facts -------------------------------------------------------------------------------------------------------


def plain_facts(viewer: Viewer, document: Asked, at: datetime, readings: Readings = STRICT) -> PlainFacts:
    """What decides about this viewer and this resume or form at this instant."""
    is_resume = isinstance(document, Resume)
    return PlainFacts(
        document="resume" if is_resume else "form",
        kind=_kind(viewer, document),
        action=viewer.action.value,
        qualified=_qualified(viewer, document, readings),
        standing=standing(viewer, document, at, readings),
        conversing=conversing(viewer, document, at),
        nickname=_nickname(viewer, document),
        personalised=_personalised(viewer, document),
        sharing=sharing(viewer, document, at),
        concern=concern(viewer, document, at),
        visibility=document.settings.visibility.value if is_resume else "private",  # CAMPUS-1
        name_display=document.settings.name_display.value,
        resume_permission=document.settings.resume_permission,
        chat_permission=document.settings.chat_permission if is_resume else False,
        exists=document.account is Account.OPEN and not document.deleted,
        of_age=surely_sixteen(document, at),
    )


def _kind(viewer: Viewer, document: Asked) -> str:
    if isinstance(viewer, Owner) and viewer.candidate == document.candidate:
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
    if isinstance(viewer, School):
        return "school"
    if isinstance(viewer, SupportAgent):
        return "support_agent"
    assert isinstance(viewer, Owner | Visitor), f"write {type(viewer).__name__} in tests/oracle.py"
    return "visitor"  # the owner of another resume too


def _qualified(viewer: Viewer, document: Asked, readings: Readings) -> bool:
    if isinstance(viewer, Owner):
        return viewer.candidate == document.candidate
    if isinstance(viewer, Recruiter):  # GATE-4
        return viewer.signed_in and _verified_in_full(viewer)
    if isinstance(viewer, School):
        return viewer.signed_in and viewer.verified
    if not isinstance(document, Resume):  # of a form, nobody else is shown anything
        return False
    if isinstance(viewer, Headhunter):  # GATE-4
        return viewer.signed_in and (_verified_in_full(viewer) or not readings.headhunters_are_verified)
    if isinstance(viewer, CommunityMember | SupportAgent):
        return viewer.signed_in
    return isinstance(viewer, Recommender)  # the platform itself


def _verified_in_full(viewer: Recruiter | Headhunter) -> bool:
    for needed in (Verification.COMPANY, Verification.EMPLOYMENT, Verification.IDENTITY):
        if needed not in viewer.verified:
            return False
    return True


def surely_sixteen(document: Asked, at: datetime) -> bool:
    """GATE-3: from the first day of the month after the sixteenth birthday's, in Beijing, or as the platform verified it."""
    born, verified = document.basics.profile.born, document.age_verified
    if born is not None:
        year, month = born.year + 16, born.month + 1
        if month == 13:
            year, month = year + 1, 1
        if at >= datetime(year, month, 1, tzinfo=BEIJING):
            return True
    if verified is None:
        return False
    day = verified.at.astimezone(BEIJING)
    today = at.astimezone(BEIJING)
    then = (
        day.year - verified.age + 16,
        day.month,
        day.day,
    )  # the 29th of February comes on the 1st of March
    return (today.year, today.month, today.day) >= then


def _nickname(viewer: Viewer, document: Asked) -> str | None:
    """COMMUNITY-1: of whom the community does not know, none."""
    if not isinstance(viewer, CommunityMember) or not isinstance(document, Resume):
        return None
    return None if document.community is None else document.settings.nickname.value


def _personalised(viewer: Viewer, document: Asked) -> bool:
    if not isinstance(viewer, Recommender) or not isinstance(document, Resume):
        return False
    return document.settings.personalised_recommendation


# --- Blocks, applications and forms handed in ------------------------------------------------------------------------


def standing(viewer: Viewer, document: Asked, at: datetime, readings: Readings = STRICT) -> str:
    """How the viewer's company or school stands to the resume or form."""
    if isinstance(viewer, School):  # CAMPUS-2
        return "applied" if _seen_by_school(viewer, document, at, readings) else "none"
    if not isinstance(document, Resume):
        return (
            form_standing(viewer.company, document, at, readings) if isinstance(viewer, Recruiter) else "none"
        )
    if isinstance(viewer, Recruiter):
        return company_standing(viewer.company, document, at, readings)
    if isinstance(viewer, Headhunter):  # BLOCK-3
        if readings.client_blocks_headhunter and _client_is_blocked(viewer, document, at, readings):
            return "blocked"
        return company_standing(viewer.agency, document, at, readings)
    if isinstance(viewer, Mailbox):
        return company_standing(viewer.company, document, at, readings, viewer.address.address)
    return "none"


def _client_is_blocked(viewer: Headhunter, resume: Resume, at: datetime, readings: Readings) -> bool:
    if viewer.clients is None:  # BLOCK-4: one that cannot be identified
        return readings.unidentified_company_is_blocked and bool(_blocks_in_force(resume, at, readings))
    return "blocked" in [company_standing(client, resume, at, readings) for client in viewer.clients]


def company_standing(
    company: Company, resume: Resume, at: datetime, readings: Readings = STRICT, mailbox: str | None = None
) -> str:
    """How one company (or one of its mailboxes) stands to the resume."""
    applied = applications_in_force(company, resume, at, readings, mailbox)
    if not applied:
        return "none" if _last_block(company, resume, at, readings) is None else "blocked"
    for application in applied:
        if application.attachments:  # APPLY-2
            return "applied_with_attachments"
    return "applied"


def form_standing(company: Company, form: CampusForm, at: datetime, readings: Readings = STRICT) -> str:
    """How one company stands to the form: handing in is applying (CAMPUS-1)."""
    last_block = _last_block(company, form, at, readings)
    handed_in = form.handed_in
    if handed_in is not None and company.id == form.company and _counts_as_handed_in(form, at, readings):
        lifted = last_block is None or _later(handed_in, last_block, readings)  # APPLY-6
        return "applied" if lifted else "blocked"
    return "none" if last_block is None else "blocked"


def applications_in_force(
    company: Company, resume: Resume, at: datetime, readings: Readings, mailbox: str | None = None
) -> list[Application]:
    """The applications that open the resume to the company (or to one of its mailboxes), later than its blocks."""
    last_block = _last_block(company, resume, at, readings)
    held = []
    for application in resume.applications:
        if not _sent_to(application, company, mailbox, readings) or not _counts(application, at, readings):
            continue
        if last_block is None or _later(application.at, last_block, readings):  # APPLY-6
            held.append(application)
    return held


def _sent_to(application: Application, company: Company, mailbox: str | None, readings: Readings) -> bool:
    if mailbox is not None:  # APPLY-4
        if application.mailbox is None:
            return False
        if application.mailbox.address.lower() != mailbox.lower():
            return False
    if application.company == company.id:  # APPLY-7
        return True
    if readings.application_stays_with_company or company.id is None or mailbox is not None:
        return False  # by id; and a mailbox is one company's
    return application.group is not None and application.group == company.group


def _counts(application: Application, at: datetime, readings: Readings) -> bool:
    """APPLY-6, APPLY-8: sent, and not withdrawn."""
    if application.at > at:
        return False
    if application.withdrawn is None or not readings.withdrawn_application_is_void:
        return True
    return at < application.withdrawn


def _counts_as_handed_in(form: CampusForm, at: datetime, readings: Readings) -> bool:
    """CAMPUS-1, APPLY-8: no draft, handed in, and not withdrawn."""
    if form.handed_in is None or form.handed_in > at:
        return False
    if form.withdrawn is None or not readings.withdrawn_application_is_void:
        return True
    return at < form.withdrawn


def _later(act: datetime, block: datetime, readings: Readings) -> bool:
    """APPLY-6: whether an application, or a form handed in, lifts a block."""
    return act > block or (act == block and not readings.block_holds_at_same_instant)


def _blocks_in_force(document: Asked, at: datetime, readings: Readings) -> list[Block]:
    held = []
    for block in document.settings.blocks:
        if block.at <= at or readings.future_block_holds:  # BLOCK-2
            held.append(block)
    return held


def _last_block(company: Company, document: Asked, at: datetime, readings: Readings) -> datetime | None:
    last = None
    for block in _blocks_in_force(document, at, readings):
        if covers(block, company, readings) and (last is None or block.at > last):
            last = block.at
    return last


def covers(block: Block, company: Company, readings: Readings = STRICT) -> bool:
    """BLOCK-2, BLOCK-4: whether a block is of this company."""
    if block.group is not None and block.group == company.group:
        return True
    if isinstance(block, KeywordBlock):
        for name in (company.name, *company.aliases):
            if folded(block.keyword) in folded(name):
                return True
    elif block.company == company.id:
        return True
    return company.id is None and readings.unidentified_company_is_blocked


LIKE_APOSTROPHES = "\u02b9\u02ba\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\u02ca\u02cb\u02ee\ua78c"
LIKE_DASHES = "~|\u2212\u223c\u2500\u2501\u2504\u2505\u2508\u2509\u254c\u254d\u2574\u257a\u2796\u30fc"
LIKE_SPACES = "\u115f\u1160\u2800\u3164\uffa0"
"""What is neither punctuation nor a space to Unicode, and is both to a reader."""
NOT_SEEN_YET = re.compile("[\u2065\ufff0-\ufff8\U000e0000-\U000e0fff]")
"""The places that Unicode keeps for characters of no width that are still to come."""


def folded(text: str) -> str:
    """BLOCK-2: a name after NFKC and case folding, without what is only a matter of typography."""
    # What has no width parts no letter: neither what formats, nor a mark that belongs to no place above or below a letter.
    seen = "".join(
        character
        for character in text
        if not (
            unicodedata.category(character) in ("Cc", "Cf")
            or (unicodedata.category(character) == "Mn" and "VARIATION" in unicodedata.name(character))
            or character in "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
            or NOT_SEEN_YET.match(character)
        )
        or character.isspace()
    )
    wide = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen).casefold())
    kept = ""
    for character in wide:
        category = unicodedata.category(character)
        if category[0] in "PZ" or category == "Sk" or character.isspace():  # punctuation, dashes, spaces
            continue
        if category in ("Cc", "Cf", "Mn", "Me") or NOT_SEEN_YET.match(character):  # of no width
            continue
        if character not in LIKE_APOSTROPHES + LIKE_DASHES + LIKE_SPACES:
            kept += character
    return kept


# --- Campus talks ----------------------------------------------------------------------------------------------------


def _seen_by_school(viewer: School, document: Asked, at: datetime, readings: Readings) -> list[Delivery]:
    """CAMPUS-2: the records of what was handed in at the school's own talks, where it requires that."""
    seen: list[Delivery] = []
    for talk in _talks_of_what_counts(document, at, readings):
        if _is_of_school(talk, viewer, at):
            seen.append(talk.delivery)
    return seen


def _is_of_school(talk: OnlineTalk | None, viewer: School, at: datetime) -> bool:
    if talk is None or talk.school != viewer.id:
        return False
    return talk.school_requires and talk.delivery.at <= at


def _talks_of_what_counts(document: Asked, at: datetime, readings: Readings) -> Iterator[OnlineTalk]:
    if isinstance(document, Resume):
        for application in document.applications:
            if application.talk is not None and _counts(application, at, readings):
                yield application.talk
    elif document.talk is not None and _counts_as_handed_in(document, at, readings):
        yield document.talk


def deliveries(
    viewer: Viewer, document: Asked, at: datetime, readings: Readings = STRICT
) -> tuple[Delivery, ...]:
    """The delivery records shown, in the order of the applications (CAMPUS-1, CAMPUS-2, OWNER-1)."""
    granted = expected(viewer, document, at, readings)
    if granted is None or "delivery" not in granted.parts:
        return ()
    if isinstance(viewer, School):
        return tuple(_seen_by_school(viewer, document, at, readings))
    if isinstance(document, Resume):
        return tuple(sent.talk.delivery for sent in document.applications if sent.talk is not None)
    return () if document.talk is None else (document.talk.delivery,)


# --- Conversations, consents and cases -------------------------------------------------------------------------------


def conversing(viewer: Viewer, document: Asked, at: datetime) -> bool:
    """CHAT-1: whether a conversation between the candidate and the viewer's company, or agency, is running."""
    return len(_running(viewer, document, at)) > 0


def _running(viewer: Viewer, document: Asked, at: datetime) -> list[Conversation]:
    company = _company(viewer)
    if company is None or not isinstance(document, Resume):
        return []
    running = []
    for conversation in document.conversations:
        if conversation.company != company.id or at < conversation.since:
            continue
        if conversation.until is None or at < conversation.until:
            running.append(conversation)
    return running


def _company(viewer: Viewer) -> Company | None:
    if isinstance(viewer, Recruiter):
        return viewer.company
    if isinstance(viewer, Headhunter):
        return viewer.agency
    return None


def sharing(viewer: Viewer, document: Asked, at: datetime) -> str:
    """SHARE-1 to SHARE-3: by what a recipient has something."""
    if not isinstance(viewer, Recipient) or not isinstance(document, Resume):
        return "none"
    held = consents_in_force(viewer, document, at)
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
    named = {part.value for part in consent.parts} & (WHOLE_RESUME - NEVER_SHARED)
    for whole, piece in (("name", "display_name"), ("work", "latest_position"), ("profile", "region")):
        if whole in named:
            named.add(piece)
    return named


def concern(viewer: Viewer, document: Asked, at: datetime) -> str:
    """SUPPORT-1: how the case that a support agent handles, open at this instant, concerns the candidate."""
    if not isinstance(viewer, SupportAgent) or not isinstance(document, Resume):
        return "none"
    case = viewer.case
    if case is None or at < case.opened or (case.closed is not None and at >= case.closed):
        return "none"
    if case.complainant == document.candidate:
        return "complainant"
    return "complained_of" if document.candidate in case.complained_of else "none"


# --- What is shown of the granted parts ------------------------------------------------------------------------------


def attachment_ids(
    viewer: Viewer, document: Asked, at: datetime, readings: Readings = STRICT
) -> frozenset[str]:
    """The ids of the attachment resumes shown (APPLY-2, APPLY-8, OWNER-1, SHARE-1)."""
    granted = expected(viewer, document, at, readings)
    if granted is None or "attachments" not in granted.parts or not isinstance(document, Resume):
        return frozenset()
    held = frozenset(attachment.id for attachment in document.attachments)
    if isinstance(viewer, Mailbox):
        company: Company | None = viewer.company
        mailbox: str | None = viewer.address.address
    else:
        company, mailbox = _company(viewer), None
    if company is None:
        return held
    carried: set[str] = set()
    for application in applications_in_force(company, document, at, readings, mailbox):
        carried |= application.attachments
    return held & carried


def virtual_number(
    viewer: Viewer, document: Asked, at: datetime, readings: Readings = STRICT
) -> VirtualNumber | None:
    """The binding that a recruiter or headhunter is shown (PHONE-2)."""
    granted = expected(viewer, document, at, readings)
    company = _company(viewer)
    if granted is None or company is None or "virtual_number" not in granted.channels:
        return None
    if not isinstance(document, Resume):
        return None
    best = None
    for binding in document.virtual_numbers:
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


def shown_id(viewer: Viewer, document: Asked, at: datetime, readings: Readings = STRICT) -> str | None:
    """The id that a granted view carries: the community sees the community's own (COMMUNITY-1, LAW-9)."""
    if expected(viewer, document, at, readings) is None:
        return None
    if isinstance(viewer, CommunityMember) and isinstance(document, Resume):
        return None if document.community is None else document.community.id
    return document.id


def shown_avatar(viewer: Viewer, document: Asked, at: datetime, readings: Readings = STRICT) -> str | None:
    """The picture that is shown: to the community the community's own (COMMUNITY-1, LAW-9), of a form the photo."""
    granted = expected(viewer, document, at, readings)
    if granted is None:
        return None
    if not isinstance(document, Resume):
        return document.basics.photo if "photo" in granted.parts else None
    if "avatar" not in granted.parts:
        return None
    if isinstance(viewer, CommunityMember):
        return None if document.community is None else document.community.avatar
    return document.basics.avatar


def display_name(viewer: Viewer, document: Asked, at: datetime, readings: Readings = STRICT) -> str | None:
    """How the candidate is called in a view that is granted (NAME-1, NAME-3, COMMUNITY-1)."""
    granted = expected(viewer, document, at, readings)
    if granted is None or "display_name" not in granted.parts:
        return None
    name = document.basics.name
    if name is None:
        return None
    if "name" in granted.parts:
        return name.full
    gender = document.basics.profile.gender or Gender.UNKNOWN
    surname = name.surname or _surname_of(name.full)
    if viewer.language is Language.EN:
        honorific = {Gender.MALE: "Mr.", Gender.FEMALE: "Ms.", Gender.UNKNOWN: "Mr./Ms."}[gender]
        return f"{honorific} {name.romanised_surname or surname}".rstrip()
    woman = "女生" if isinstance(viewer, CommunityMember) else "女士"  # COMMUNITY-1: "X 先生/女生"
    return surname + {Gender.MALE: "先生", Gender.FEMALE: woman, Gender.UNKNOWN: f"先生/{woman}"}[gender]


def _surname_of(full: str) -> str:
    for character in full:
        if not unicodedata.name(character, "").startswith("CJK "):
            return ""  # Latin, or with a ·
    if len(full) == 1:
        return ""
    if len(full) >= 3 and full[:2] in COMPOUND_SURNAMES:
        return full[:2]
    return full[0]


# --- How long, and whom it is said to --------------------------------------------------------------------------------


def fresh_until(viewer: Viewer, document: Asked, at: datetime, readings: Readings = STRICT) -> datetime:
    """The first instant at which a granted view is stale: two hours on, or earlier where less may be shown then."""
    ends = [LAST if at > LAST - timedelta(hours=2) else at + timedelta(hours=2)]  # NAME-2
    shown = virtual_number(viewer, document, at, readings)
    if shown is not None:  # PHONE-3
        ends.append(shown.valid_until)
    if isinstance(document, Resume):
        if isinstance(viewer, Owner) and viewer.candidate == document.candidate:  # who is shown all of them
            ends.extend(one.valid_until for one in document.virtual_numbers if one.valid_until > at)
        running = _running(viewer, document, at)
        silent = attrs.evolve(document, conversations=())
        if running and expected(viewer, silent, at, readings) != expected(viewer, document, at, readings):
            ends.append(max(conversation.until or LAST for conversation in running))  # CHAT-1
        for consent in consents_in_force(viewer, document, at):  # SHARE-1
            ends.append(consent.ends)
            if consent.withdrawn is not None:
                ends.append(consent.withdrawn)
        if isinstance(viewer, SupportAgent) and concern(viewer, document, at) != "none":  # SUPPORT-1
            ends.extend(
                case.closed for case in (viewer.case,) if case is not None and case.closed is not None
            )
    ends.extend(_withdrawals_ahead(viewer, document, at, readings))
    ends.extend(_blocks_ahead(viewer, document, at, readings))
    return min(ends)


def _companies(viewer: Viewer, readings: Readings) -> list[Company]:
    """Every company by whose standing the viewer is judged: BLOCK-2, BLOCK-3."""
    if isinstance(viewer, Recruiter | Mailbox):
        return [viewer.company]
    if isinstance(viewer, Headhunter):
        clients = viewer.clients if readings.client_blocks_headhunter else None
        return [viewer.agency, *(clients or ())]
    return []


def _withdrawals_ahead(
    viewer: Viewer, document: Asked, at: datetime, readings: Readings
) -> Iterator[datetime]:
    """APPLY-8: when what counts now, and concerns this viewer, will count no more."""
    if not readings.withdrawn_application_is_void:
        return
    if not isinstance(document, Resume):
        concerned = isinstance(viewer, Recruiter | School)  # the owner's form stays the owner's
        if concerned and document.withdrawn is not None and _counts_as_handed_in(document, at, readings):
            yield document.withdrawn
        return
    mailbox = viewer.address.address if isinstance(viewer, Mailbox) else None
    for application in document.applications:
        if application.withdrawn is None or not _counts(application, at, readings):
            continue
        if isinstance(viewer, School) and _is_of_school(application.talk, viewer, at):
            yield application.withdrawn
        for place, company in enumerate(_companies(viewer, readings)):
            # To a client an application opens nothing; it can but lift a block.
            matters = place == 0 or _last_block(company, document, at, readings) is not None
            if matters and _sent_to(application, company, mailbox, readings):
                yield application.withdrawn


def _blocks_ahead(viewer: Viewer, document: Asked, at: datetime, readings: Readings) -> Iterator[datetime]:
    """BLOCK-2, where a block dated in the future waits: when it begins to hold."""
    if readings.future_block_holds:
        return
    unknown = isinstance(viewer, Headhunter) and viewer.clients is None and readings.client_blocks_headhunter
    for block in document.settings.blocks:
        if block.at <= at:
            continue
        if unknown and readings.unidentified_company_is_blocked:  # BLOCK-4
            yield block.at
        for company in _companies(viewer, readings):
            if covers(block, company, readings):
                yield block.at


def notified(viewer: Viewer, document: Asked, at: datetime, readings: Readings = STRICT) -> bool:
    """Whether the candidate is notified of what this viewer is shown (NOTICE-1, NOTICE-2)."""
    if expected(viewer, document, at, readings) is None or not document.settings.notices:
        return False
    if viewer.action in (Action.RECOMMEND, Action.SEARCH) and readings.lists_make_no_notices:
        return False
    if isinstance(viewer, Headhunter | School):
        return readings.headhunters_and_schools_make_notices
    return isinstance(viewer, Recruiter | Mailbox | Recipient)
