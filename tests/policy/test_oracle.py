"""The reference itself, against sentences of the rules: each example is worked out by hand from one of them."""

from datetime import UTC, datetime, timedelta
from typing import Any

import attrs
import pytest

import oracle
from resume_visibility.model.campus import CampusForm
from resume_visibility.model.campus_basics import CampusBasics, CampusContact, CampusProfile
from resume_visibility.model.choices import CareerStage, Gender
from resume_visibility.model.consents import PUBLIC, Consent, LegalOrder, ShareForm
from resume_visibility.model.language import Language
from resume_visibility.model.names import PersonName
from resume_visibility.model.parts import PARTS_OF, Document, Part
from resume_visibility.model.resume import CommunityProfile, Resume
from resume_visibility.model.sections import Attachment, Basics, Contact, Profile
from resume_visibility.model.settings import (
    Account,
    AgeVerified,
    Application,
    Block,
    CompanyBlock,
    Conversation,
    Delivery,
    KeywordBlock,
    NameDisplay,
    NoticeChannel,
    OnlineTalk,
    Settings,
    VirtualNumber,
    Visibility,
)
from resume_visibility.model.values import Email, MobileNumber, PhoneNumber, YearMonth
from resume_visibility.model.viewers import (
    FULLY_VERIFIED,
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
    SupportCase,
    Verification,
    Viewer,
    Visitor,
)
from resume_visibility.policy.readings import Readings

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
LONG_AGO = YearMonth(1990, 2)
BOX = Email("hr@acme.example.com")
ACME = Company(id="acme", name="艾可美科技有限公司", aliases=("McDonald’s",), group="acme-group")
SISTER = Company(id="acme-cloud", name="艾可美云有限公司", group="acme-group")
AGENCY = Company(id="agency", name="某猎头公司")
NOBODY_KNOWS = Company(name="无从识别的公司")

RECRUITER = Recruiter(id="r", company=ACME, signed_in=True, verified=FULLY_VERIFIED)
HEADHUNTER = Headhunter(id="h", agency=AGENCY, clients=(), signed_in=True, verified=FULLY_VERIFIED)
MAILBOX = Mailbox(company=ACME, address=BOX)
OWNER = Owner(candidate="me")
MEMBER = CommunityMember(id="m", signed_in=True)
COURSE = Recipient(id="course", purpose="course")
SCHOOL = School(id="school", signed_in=True, verified=True)
CASE = SupportCase(id="case", opened=NOW - DAY, complainant="me")
AGENT = SupportAgent(id="a", case=CASE, signed_in=True)

APPLIED = Application(company="acme", at=NOW - DAY, mailbox=BOX, attachments=frozenset({"one", "deleted"}))
TO_AGENCY = Application(company="agency", at=NOW - DAY, attachments=frozenset({"one"}))
DELIVERY = Delivery(at=NOW - DAY, position="工程师")
TALK = OnlineTalk(school="school", delivery=DELIVERY, school_requires=True)
AT_TALK = attrs.evolve(APPLIED, talk=TALK)

ONLINE = {
    *("display_name", "name", "profile", "region", "avatar", "strengths", "highlights", "intention", "work"),
    *("latest_position", "projects", "education", "awards", "campus_positions", "certificates", "skills"),
    *("training", "portfolio", "additional"),
}
"""What PARTS-1 shows of a resume whose name is shown."""

MEDIATED = {"chat", "email", "virtual_number"}


def resume(*, born: YearMonth | None = LONG_AGO, **changes: Any) -> Resume:
    """A resume that shows the real name, both permissions on; private unless `visibility` says otherwise."""
    settings: dict[str, Any] = {
        "name_display": NameDisplay.REAL,
        "resume_permission": True,
        "chat_permission": True,
    }
    for name in attrs.fields_dict(Settings):
        if name in changes:
            settings[name] = changes.pop(name)
    profile = Profile(
        gender=Gender.FEMALE, born=born, work_started=2012, residence="上海", stage=CareerStage.WORKING
    )
    basics = Basics(
        name=PersonName("张三丰"), profile=profile, contact=Contact(mobile=MobileNumber("+8613800138000"))
    )
    held = (Attachment(id="one", file_name="1.pdf"), Attachment(id="two", file_name="2.pdf"))
    whole = Resume(id="cv", candidate="me", basics=basics, attachments=held, settings=Settings(**settings))
    return attrs.evolve(whole, **changes)


def form(**changes: Any) -> CampusForm:
    """A form handed in to Acme at a talk of the school, of somebody who shows the real name."""
    profile = CampusProfile(gender=Gender.FEMALE, born=YearMonth(2000, 1), desired_places=("上海",))
    contact = CampusContact(email=Email("me@example.com"), mobile=MobileNumber("+8613800138000"))
    basics = CampusBasics(name=PersonName("张三丰"), english_name="Sanfeng", profile=profile, contact=contact)
    whole = CampusForm(
        id="form",
        candidate="me",
        company="acme",
        basics=basics,
        settings=Settings(name_display=NameDisplay.REAL, resume_permission=True),
        handed_in=NOW - DAY,
        talk=TALK,
    )
    return attrs.evolve(whole, **changes)


def block(company: str = "acme", at: datetime = NOW - 2 * DAY) -> CompanyBlock:
    return CompanyBlock(company=company, at=at)


def parts(viewer: Viewer, document: Resume | CampusForm, **readings: bool) -> set[str]:
    granted = oracle.expected(viewer, document, NOW, Readings(**readings))
    return set() if granted is None else set(granted.parts)


def channels(viewer: Viewer, document: Resume | CampusForm, **readings: bool) -> set[str]:
    granted = oracle.expected(viewer, document, NOW, Readings(**readings))
    return set() if granted is None else set(granted.channels)


def actions(viewer: Viewer, document: Resume | CampusForm, **readings: bool) -> set[str]:
    """Every action that is open to the viewer, whichever they ask for."""
    found: set[str] = set()
    for action in Action:
        granted = oracle.expected(attrs.evolve(viewer, action=action), document, NOW, Readings(**readings))
        if granted is not None:
            assert action.value in granted.actions
            found.add(action.value)
    return found


def public(**changes: Any) -> Resume:
    return resume(visibility=Visibility.PUBLIC, **changes)


def test_the_parts_are_those_that_there_are() -> None:
    """The reference names the parts of resumes and of forms, all of them and no other."""
    for whole, document in ((oracle.WHOLE_RESUME, Document.RESUME), (oracle.WHOLE_FORM, Document.FORM)):
        assert whole == {part.value for part in PARTS_OF[document]}


# --- Gates and modes -------------------------------------------------------------------------------------------------


def test_GATE_1_the_resume_permission_off_closes_all_but_to_the_owner() -> None:
    """Earlier applications, forms, nicknames and cases are closed too."""
    off = public(resume_permission=False, applications=(AT_TALK,), community=CommunityProfile(id="elsewhere"))
    closed = form(settings=Settings(name_display=NameDisplay.REAL))
    for viewer in (RECRUITER, HEADHUNTER, MAILBOX, MEMBER, Recommender(), SCHOOL, AGENT):
        assert oracle.expected(viewer, off, NOW) is None
        assert oracle.expected(viewer, closed, NOW) is None
    assert parts(OWNER, off)
    assert parts(OWNER, closed)


def test_GATE_1_the_chat_permission_off_closes_the_chat_and_its_identity_alone() -> None:
    """The resume is found and viewed as before, without the channel."""
    silent = public(chat_permission=False)
    assert actions(RECRUITER, silent) == {"recommend", "search", "view", "export"}
    assert channels(RECRUITER, silent) == {"email", "virtual_number"}


def test_GATE_2_a_deleted_resume_is_shown_to_nobody() -> None:
    """Not even to its owner, and neither is one of a closed account."""
    for gone in (public(deleted=True), public(account=Account.CLOSED), form(deleted=True)):
        assert oracle.expected(OWNER, gone, NOW) is None
        assert oracle.expected(RECRUITER, gone, NOW) is None


def test_GATE_3_somebody_is_surely_sixteen_from_the_next_month_on_in_beijing() -> None:
    """Born in May 2008: from June 2024 on, eight hours earlier than in Greenwich."""
    young, first = public(born=YearMonth(2008, 5)), datetime(2024, 5, 31, 16, tzinfo=UTC)
    assert oracle.expected(RECRUITER, young, first - timedelta(microseconds=1)) is None
    assert oracle.expected(RECRUITER, young, first) is not None
    assert oracle.expected(OWNER, young, first - DAY) is not None


def test_GATE_3_a_missing_month_of_birth_closes_unless_the_age_was_verified() -> None:
    """Verified on the third of May in Beijing: from the beginning of that day on, and for an age below as many years later."""
    at = datetime(2024, 5, 3, 6, tzinfo=UTC)
    first = datetime(2024, 5, 2, 16, tzinfo=UTC)
    for age, years in ((16, 0), (15, 1), (18, -2)):
        day = first.replace(year=2024 + years)
        known = public(born=None, age_verified=AgeVerified(age=age, at=at))
        assert oracle.expected(RECRUITER, known, day - timedelta(microseconds=1)) is None
        assert oracle.expected(RECRUITER, known, day) is not None
    assert oracle.expected(RECRUITER, public(born=None), NOW) is None
    assert oracle.expected(OWNER, public(born=None), NOW) is not None


def test_GATE_4_recruiters_and_headhunters_are_verified_in_full() -> None:
    """One of the three missing, or not signed in, and nothing is shown; a platform may ask less of headhunters."""
    for missing in Verification:
        partly = FULLY_VERIFIED - {missing}
        assert not parts(attrs.evolve(RECRUITER, verified=partly), public())
        assert not parts(attrs.evolve(HEADHUNTER, verified=partly), public())
        assert parts(attrs.evolve(HEADHUNTER, verified=partly), public(), headhunters_are_verified=False)
    assert not parts(attrs.evolve(RECRUITER, signed_in=False), public())
    assert not parts(attrs.evolve(HEADHUNTER, signed_in=False), public(), headhunters_are_verified=False)


def test_GATE_4_a_school_has_signed_in_and_is_verified() -> None:
    """Both, of a form and of a resume."""
    for document in (form(), resume(applications=(AT_TALK,))):
        assert parts(SCHOOL, document)
        assert not parts(attrs.evolve(SCHOOL, signed_in=False), document)
        assert not parts(attrs.evolve(SCHOOL, verified=False), document)


def test_MODE_1_recruiters_and_headhunters_find_view_and_export() -> None:
    """Not the real number; by e-mail, chat and virtual number."""
    for viewer in (RECRUITER, HEADHUNTER):
        assert actions(viewer, public()) == {"recommend", "search", "view", "export", "chat"}
        assert channels(viewer, public()) == MEDIATED
    assert parts(RECRUITER, public()) == ONLINE | {"virtual_number", "video"}


def test_MODE_2_chat_only_has_no_number_and_no_export() -> None:
    """Recommended, found and viewed; export only where a platform reads it so."""
    chat_only = resume(visibility=Visibility.CHAT_ONLY)
    assert actions(RECRUITER, chat_only) == {"recommend", "search", "view", "chat"}
    assert channels(RECRUITER, chat_only) == {"chat"}
    assert parts(RECRUITER, chat_only) == ONLINE | {"video"}
    assert "export" in actions(RECRUITER, chat_only, chat_only_forbids_export=False)


def test_MODE_3_headhunters_only() -> None:
    """To a recruiter the resume does not exist."""
    for_headhunters = resume(visibility=Visibility.HEADHUNTERS)
    assert actions(RECRUITER, for_headhunters) == set()
    assert actions(HEADHUNTER, for_headhunters) == {"recommend", "search", "view", "export", "chat"}
    assert channels(HEADHUNTER, for_headhunters) == MEDIATED


def test_MODE_4_nobody_finds_a_private_resume() -> None:
    """Unless the candidate applied, no recruiter and no headhunter views it."""
    assert actions(RECRUITER, resume()) == actions(HEADHUNTER, resume()) == set()
    assert actions(RECRUITER, resume(applications=(APPLIED,))) == {"view", "export", "chat"}


def test_CONTACT_1_the_address_is_shown_where_mail_is_not_relayed() -> None:
    """The address alone, and not the homepage; and not where e-mail is no channel."""
    shown = parts(RECRUITER, public(), email_is_relayed=False) - parts(RECRUITER, public())
    assert shown == {"email"}
    assert "email" not in parts(RECRUITER, resume(visibility=Visibility.CHAT_ONLY), email_is_relayed=False)


# --- Blocks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "keyword", ["McDonald's", "mcdonald ’ S", "Ｍc-Don–ald", "艾可美（科技）", "\u200b艾 可 美"]
)
def test_BLOCK_2_a_keyword_is_compared_without_typography(keyword: str) -> None:
    """Found in a name or an alias, whatever the case, spaces, dashes, apostrophes and characters of no width."""
    assert not parts(RECRUITER, public(blocks=(KeywordBlock(keyword=keyword, at=NOW),)))


def test_BLOCK_2_traditional_characters_are_told_apart() -> None:
    """華 is another character than 华."""
    huawei = attrs.evolve(RECRUITER, company=Company(id="h", name="華為"))
    assert parts(huawei, public(blocks=(KeywordBlock(keyword="华", at=NOW),)))


def test_BLOCK_2_a_block_covers_the_group_when_it_says_so() -> None:
    """The sister company is blocked by the group, and not otherwise."""
    sister = attrs.evolve(RECRUITER, company=SISTER)
    assert parts(sister, public(blocks=(block(),)))
    assert not parts(sister, public(blocks=(attrs.evolve(block(), group="acme-group"),)))


def test_BLOCK_2_a_block_dated_in_the_future_blocks_at_once() -> None:
    """Where a platform lets it wait, a view is fresh until then."""
    ahead = public(blocks=(block(at=NOW + HOUR),))
    waiting = Readings(future_block_holds=False)
    assert not parts(RECRUITER, ahead)
    assert oracle.expected(RECRUITER, ahead, NOW, waiting) is not None
    assert oracle.fresh_until(RECRUITER, ahead, NOW, waiting) == NOW + HOUR
    assert oracle.expected(RECRUITER, ahead, NOW + HOUR, waiting) is None


def test_BLOCK_3_any_client_blocks_a_headhunter() -> None:
    """An application to the agency does not lift it; one to that client does."""
    working = attrs.evolve(HEADHUNTER, clients=(SISTER, ACME))
    assert not parts(working, public(blocks=(block(),)))
    assert not parts(working, public(blocks=(block(),), applications=(TO_AGENCY,)))
    assert parts(working, public(blocks=(block(),), applications=(APPLIED,)))
    assert parts(working, public(blocks=(block(),)), client_blocks_headhunter=False)


def test_BLOCK_3_4_unknown_clients_are_not_none() -> None:
    """They count as one that cannot be identified."""
    unknown = attrs.evolve(HEADHUNTER, clients=None)
    blocking = public(blocks=(block("somebody"),))
    assert parts(unknown, public())
    assert parts(HEADHUNTER, blocking)
    assert not parts(unknown, blocking)
    assert parts(unknown, blocking, unidentified_company_is_blocked=False)


@pytest.mark.parametrize(
    ("set_by", "otherwise"), [(block("somebody"), True), (KeywordBlock(keyword="识别", at=NOW), False)]
)
def test_BLOCK_4_a_company_without_an_id(set_by: Block, otherwise: bool) -> None:
    """Any block is of it; where a platform reads it otherwise, those that match its name."""
    unidentified, blocking = attrs.evolve(RECRUITER, company=NOBODY_KNOWS), public(blocks=(set_by,))
    assert not parts(unidentified, blocking)
    assert bool(parts(unidentified, blocking, unidentified_company_is_blocked=False)) is otherwise


def test_BLOCK_2_3_4_where_future_blocks_wait_a_headhunters_view_is_fresh_until_one_of_a_client() -> None:
    """Of a client, of the agency, and of anybody where the clients are unknown."""
    waiting = Readings(future_block_holds=False)
    ahead = public(
        blocks=(block(at=NOW + HOUR), block("somebody", at=NOW + HOUR / 2), block("agency", at=NOW))
    )
    freed = attrs.evolve(ahead, applications=(attrs.evolve(TO_AGENCY, at=NOW + timedelta(microseconds=1)),))
    at = NOW + timedelta(minutes=1)
    for clients, until in (((ACME,), NOW + HOUR), (None, NOW + HOUR / 2), ((), at + 2 * HOUR)):
        working = attrs.evolve(HEADHUNTER, clients=clients)
        assert oracle.fresh_until(working, freed, at, waiting) == until
        assert oracle.expected(HEADHUNTER, freed, at, waiting) is not None
    known = Readings(future_block_holds=False, unidentified_company_is_blocked=False)
    assert oracle.fresh_until(attrs.evolve(HEADHUNTER, clients=None), freed, at, known) == at + 2 * HOUR
    either = Readings(future_block_holds=False, client_blocks_headhunter=False)
    assert oracle.fresh_until(attrs.evolve(HEADHUNTER, clients=None), freed, at, either) == at + 2 * HOUR


# --- Applications ----------------------------------------------------------------------------------------------------


def test_APPLY_1_an_application_shows_the_contact_details() -> None:
    """Real number, e-mail, homepage and every channel; otherwise what MODE-1 would."""
    applied = resume(applications=(APPLIED,))
    contact = {"mobile", "messenger", "email", "homepage"}
    assert parts(RECRUITER, applied) == ONLINE | contact | {"virtual_number", "video", "attachments"}
    assert channels(RECRUITER, applied) == MEDIATED | {"mobile"}
    assert parts(RECRUITER, applied) - parts(RECRUITER, applied, application_shows_contact=False) == contact
    assert channels(RECRUITER, applied, application_shows_contact=False) == MEDIATED


def test_APPLY_2_8_attachments_that_an_application_carried_and_that_are_there() -> None:
    """Of a resume with two, the one that was carried; what was deleted since is nowhere."""
    assert oracle.attachment_ids(RECRUITER, resume(applications=(APPLIED,)), NOW) == {"one"}
    assert oracle.attachment_ids(RECRUITER, public(), NOW) == frozenset()
    assert oracle.attachment_ids(OWNER, public(), NOW) == {"one", "two"}


def test_APPLY_2_6_of_an_application_before_the_block_no_attachment_is_shown() -> None:
    """A later one opens the resume, with what it carried itself."""
    later = attrs.evolve(APPLIED, at=NOW, attachments=frozenset({"two"}))
    both = resume(applications=(APPLIED, later), blocks=(block(at=NOW - HOUR),))
    assert oracle.attachment_ids(RECRUITER, both, NOW) == {"two"}


def test_APPLY_3_the_video_is_for_recruiters() -> None:
    """Headhunters are shown it only where a platform reads it so, and then wherever a recruiter would be."""
    assert "video" not in parts(HEADHUNTER, public())
    for shown in (public(), resume(visibility=Visibility.HEADHUNTERS), resume(applications=(TO_AGENCY,))):
        assert "video" in parts(HEADHUNTER, shown, video_is_for_recruiters=False)


def test_APPLY_4_a_mailbox_gets_the_online_resume_and_no_channel() -> None:
    """Only the mailbox it was delivered to; attachments and video wait for sign-in."""
    delivered = resume(applications=(APPLIED,))
    assert parts(MAILBOX, delivered) == ONLINE
    assert actions(MAILBOX, delivered) == {"view"}
    assert channels(MAILBOX, delivered) == set()
    assert parts(MAILBOX, delivered, mailbox_waits=False) == ONLINE | {"attachments", "video"}
    assert not parts(attrs.evolve(MAILBOX, address=Email("jobs@acme.example.com")), delivered)


def test_APPLY_5_an_application_opens_viewing_and_export_and_no_list() -> None:
    """Lists follow the visibility, and show what it gives."""
    applied = resume(applications=(APPLIED,))
    assert actions(RECRUITER, applied, application_grants_export=False) == {"view", "chat"}
    assert actions(RECRUITER, applied, lists_follow_visibility=False) == {action.value for action in Action}
    listed = attrs.evolve(RECRUITER, action=Action.SEARCH)
    assert "mobile" not in parts(listed, public(applications=(APPLIED,)))


def test_APPLY_6_the_later_act_holds() -> None:
    """At the same instant the block does; an application that is yet to come does not count."""
    blocked_now = resume(blocks=(block(at=NOW),), applications=(attrs.evolve(APPLIED, at=NOW),))
    assert parts(RECRUITER, resume(blocks=(block(),), applications=(APPLIED,)))
    assert not parts(RECRUITER, resume(blocks=(block(at=NOW),), applications=(APPLIED,)))
    assert not parts(RECRUITER, blocked_now)
    assert parts(RECRUITER, blocked_now, block_holds_at_same_instant=False)
    assert not parts(RECRUITER, resume(applications=(attrs.evolve(APPLIED, at=NOW + HOUR),)))


def test_APPLY_6_acts_hold_from_their_very_instant() -> None:
    """An application, a form, a delivery, a conversation, a consent and a block that waits, each of this instant."""
    now_at_talk = attrs.evolve(TALK, delivery=attrs.evolve(DELIVERY, at=NOW))
    talking = attrs.evolve(RECRUITER, action=Action.CHAT)
    assert parts(RECRUITER, resume(applications=(attrs.evolve(APPLIED, at=NOW),)))
    assert parts(RECRUITER, form(handed_in=NOW))
    assert parts(SCHOOL, form(talk=now_at_talk))
    assert parts(talking, resume(conversations=(Conversation(company="acme", since=NOW),)))
    assert parts(COURSE, resume(consents=(consent(Part.EMAIL, begins=NOW),)))
    assert not parts(RECRUITER, public(blocks=(block(at=NOW),)), future_block_holds=False)


def test_APPLY_7_an_application_is_to_one_company() -> None:
    """Not to its group, but where a platform reads it so."""
    sister, sent = attrs.evolve(RECRUITER, company=SISTER), attrs.evolve(APPLIED, group="acme-group")
    assert not parts(sister, resume(applications=(sent,)))
    assert parts(sister, resume(applications=(sent,)), application_stays_with_company=False)
    alone = attrs.evolve(RECRUITER, company=Company(id="alone", name="独立有限公司"))
    assert not parts(alone, resume(applications=(APPLIED,)), application_stays_with_company=False)


def test_APPLY_7_an_application_to_an_agency_opens_what_MODE_1_would() -> None:
    """And its attachments: no number, no address, no video."""
    sent = resume(applications=(TO_AGENCY,))
    assert parts(HEADHUNTER, sent) == ONLINE | {"virtual_number", "attachments"}
    assert channels(HEADHUNTER, sent) == MEDIATED
    assert actions(HEADHUNTER, sent) == {"view", "export", "chat"}
    more = parts(HEADHUNTER, sent, agency_gets_no_number=False) - parts(HEADHUNTER, sent)
    assert more == {"mobile", "messenger", "email", "homepage"}


def test_APPLY_8_a_withdrawn_application_counts_no_more() -> None:
    """From the instant of the withdrawal on, until which a view is fresh."""
    withdrawn = resume(applications=(attrs.evolve(APPLIED, withdrawn=NOW + HOUR),))
    assert oracle.fresh_until(RECRUITER, withdrawn, NOW) == NOW + HOUR
    assert oracle.expected(RECRUITER, withdrawn, NOW + HOUR - timedelta(microseconds=1)) is not None
    assert oracle.expected(RECRUITER, withdrawn, NOW + HOUR) is None
    kept = Readings(withdrawn_application_is_void=False)
    assert oracle.expected(RECRUITER, withdrawn, NOW + HOUR, kept) is not None


def test_APPLY_8_withdrawn_the_earlier_block_holds_again() -> None:
    """The application that lifted it is no act any more."""
    lifted = public(blocks=(block(),), applications=(attrs.evolve(APPLIED, withdrawn=NOW + HOUR),))
    assert oracle.expected(RECRUITER, lifted, NOW) is not None
    assert oracle.expected(RECRUITER, lifted, NOW + HOUR) is None


def test_APPLY_8_of_a_client_the_withdrawal_ends_a_headhunters_view() -> None:
    """The application that it lifted the client's block by is withdrawn later."""
    lifted = public(blocks=(block(),), applications=(attrs.evolve(APPLIED, withdrawn=NOW + HOUR),))
    working = attrs.evolve(HEADHUNTER, clients=(ACME,))
    assert oracle.fresh_until(working, lifted, NOW) == NOW + HOUR
    assert oracle.expected(working, lifted, NOW + HOUR) is None
    assert oracle.fresh_until(HEADHUNTER, lifted, NOW) == NOW + 2 * HOUR


def test_APPLY_8_a_school_and_a_mailbox_lose_a_withdrawn_application() -> None:
    """Each view of what will be withdrawn is fresh until then."""
    withdrawn = resume(applications=(attrs.evolve(AT_TALK, withdrawn=NOW + HOUR),))
    for viewer in (SCHOOL, MAILBOX):
        assert oracle.fresh_until(viewer, withdrawn, NOW) == NOW + HOUR
        assert oracle.expected(viewer, withdrawn, NOW) is not None
        assert oracle.expected(viewer, withdrawn, NOW + HOUR) is None
    assert oracle.fresh_until(SCHOOL, form(withdrawn=NOW + HOUR), NOW) == NOW + HOUR
    assert oracle.expected(SCHOOL, form(withdrawn=NOW + HOUR), NOW + HOUR) is None
    kept = Readings(withdrawn_application_is_void=False)
    assert oracle.expected(SCHOOL, form(withdrawn=NOW + HOUR), NOW + HOUR, kept) is not None
    assert oracle.fresh_until(SCHOOL, form(withdrawn=NOW + HOUR), NOW, kept) == NOW + 2 * HOUR


# --- Name and number -------------------------------------------------------------------------------------------------


def test_NAME_1_the_honorific_holds_for_applications_mailboxes_and_chat() -> None:
    """张女士 to all of them; 张三丰 to the owner."""
    modest = public(name_display=NameDisplay.HONORIFIC, applications=(APPLIED,))
    for viewer in (RECRUITER, MAILBOX, attrs.evolve(RECRUITER, action=Action.CHAT)):
        assert oracle.display_name(viewer, modest, NOW) == "张女士"
        assert "name" not in parts(viewer, modest)
    assert oracle.display_name(OWNER, modest, NOW) == "张三丰"


@pytest.mark.parametrize(
    ("name", "called"),
    [
        (PersonName("欧阳修竹"), "欧阳女士"),
        (PersonName("欧阳"), "欧女士"),
        (PersonName("买买提·艾力"), "女士"),
        (PersonName("阿"), "女士"),
        (PersonName("张三丰", surname="三丰"), "三丰女士"),
    ],
)
def test_NAME_3_the_surname(name: PersonName, called: str) -> None:
    """The given one, a compound one, the first character, or none."""
    bare = public(name_display=NameDisplay.HONORIFIC)
    named = attrs.evolve(bare, basics=attrs.evolve(bare.basics, name=name))
    assert oracle.display_name(RECRUITER, named, NOW) == called


def test_NAME_3_in_english_the_romanised_surname() -> None:
    """Ms. Zhang."""
    bare = public(name_display=NameDisplay.HONORIFIC)
    name = PersonName("张三丰", romanised_surname="Zhang")
    named = attrs.evolve(bare, basics=attrs.evolve(bare.basics, name=name))
    assert oracle.display_name(attrs.evolve(RECRUITER, language=Language.EN), named, NOW) == "Ms. Zhang"


def test_NAME_2_a_view_is_fresh_for_two_hours_at_most() -> None:
    """Nobody may keep one for longer."""
    assert oracle.fresh_until(RECRUITER, public(), NOW) == NOW + 2 * HOUR


def test_NAME_2_the_last_two_hours_there_are_have_an_end() -> None:
    """A view is fresh until the last instant."""
    last = datetime.max.replace(tzinfo=UTC)
    assert oracle.fresh_until(RECRUITER, public(), last - HOUR) == last


def test_PHONE_2_of_two_alike_the_first_by_id() -> None:
    """Bound to the same company until the same instant."""
    one = VirtualNumber(
        id="b",
        candidate="me",
        number=PhoneNumber("+8617000000001"),
        valid_from=NOW - HOUR,
        valid_until=NOW + HOUR,
    )
    other = attrs.evolve(one, id="a", number=PhoneNumber("+8617000000002"))
    ended = attrs.evolve(one, id="0", number=PhoneNumber("+8617000000003"), valid_until=NOW)
    later = attrs.evolve(one, id="1", number=PhoneNumber("+8617000000004"), valid_from=NOW + HOUR / 2)
    for lines in ((one, other, ended, later), (later, other, one, ended)):
        shown = oracle.virtual_number(RECRUITER, public(virtual_numbers=lines), NOW)
        assert shown is not None
        assert shown.id == "a"


def test_PHONE_2_3_the_binding_that_fits() -> None:
    """The viewer's own company before anyone; then the latest end; the view is fresh no longer than it is valid."""

    def line(name: str, hours: int, company: str | None) -> VirtualNumber:
        return VirtualNumber(
            id=name,
            candidate="me",
            number=PhoneNumber(f"+86170000000{hours:02}"),
            valid_from=NOW - HOUR,
            valid_until=NOW + hours * HOUR,
            company=company,
        )

    short = VirtualNumber(
        id="short",
        candidate="me",
        number=PhoneNumber("+8617000000099"),
        valid_from=NOW,
        valid_until=NOW + HOUR / 2,
        company="acme",
    )
    bound = line("own", 1, "acme"), short, line("anyone", 9, None), line("other", 8, "globex")
    own = oracle.virtual_number(RECRUITER, public(virtual_numbers=bound), NOW)
    assert own is not None
    assert own.id == "own"
    assert oracle.fresh_until(RECRUITER, public(virtual_numbers=bound), NOW) == NOW + HOUR
    anyones = oracle.virtual_number(HEADHUNTER, public(virtual_numbers=bound), NOW)
    assert anyones is not None
    assert anyones.id == "anyone"
    assert oracle.virtual_number(RECRUITER, resume(visibility=Visibility.CHAT_ONLY), NOW) is None


# --- Other recipients ------------------------------------------------------------------------------------------------


def test_CHAT_1_a_running_conversation_shows_name_avatar_and_region() -> None:
    """In a private resume as well, until it ends; before one begins there is no region."""
    talking = attrs.evolve(RECRUITER, action=Action.CHAT)
    until = Conversation(company="acme", since=NOW - HOUR, until=NOW + HOUR)
    running = resume(conversations=(until,))
    assert parts(talking, running) == {"display_name", "name", "avatar", "ip_region"}
    assert channels(talking, running) == {"chat"}
    assert oracle.fresh_until(talking, running, NOW) == NOW + HOUR
    assert oracle.expected(talking, running, NOW + HOUR) is None
    assert parts(talking, public()) == {"display_name", "name", "avatar"}
    assert "avatar" not in parts(talking, public(), chat_shows_avatar=False)
    assert not parts(talking, attrs.evolve(running, settings=public(blocks=(block(),)).settings))


def test_COMMUNITY_1_the_nickname_is_a_choice_of_its_own() -> None:
    """To those signed in, of those who are there: avatar, nickname, region, and no position."""
    here = resume(nickname=NameDisplay.HONORIFIC, community=CommunityProfile(id="elsewhere", avatar="face"))
    assert parts(MEMBER, here) == {"display_name", "avatar", "ip_region"}
    assert oracle.display_name(MEMBER, here, NOW) == "张女生"
    assert "latest_position" in parts(MEMBER, here, community_hides_position=False)
    assert not parts(MEMBER, resume())
    assert not parts(attrs.evolve(MEMBER, signed_in=False), here)


def test_LAW_9_the_community_sees_ids_of_its_own() -> None:
    """Neither the resume's id nor its avatar."""
    here = public(community=CommunityProfile(id="elsewhere", avatar="face"))
    assert (oracle.shown_id(MEMBER, here, NOW), oracle.shown_avatar(MEMBER, here, NOW)) == (
        "elsewhere",
        "face",
    )
    assert oracle.shown_id(RECRUITER, here, NOW) == "cv"
    faced = attrs.evolve(here, basics=attrs.evolve(here.basics, avatar="portrait"))
    assert oracle.shown_avatar(RECRUITER, faced, NOW) == "portrait"
    assert oracle.shown_avatar(AGENT, faced, NOW) is None
    assert oracle.shown_id(Visitor(), here, NOW) is oracle.shown_avatar(Visitor(), here, NOW) is None


def test_RECOMMEND_1_without_personalisation_the_intention_alone() -> None:
    """With it, no name and no contact either."""
    assert parts(Recommender(), resume()) == {"intention"}
    assert parts(Recommender(), resume(personalised_recommendation=True)) == {
        *("profile", "region", "highlights", "intention", "work", "latest_position", "education")
    }


def consent(*named: Part, **changes: Any) -> Consent:
    whole = Consent(
        recipient="course",
        recipient_name="某机构",
        recipient_contact="某街一号",
        purpose="course",
        method="接口",
        parts=frozenset(named),
        begins=NOW - DAY,
        ends=NOW + HOUR,
    )
    return attrs.evolve(whole, **changes)


def test_SHARE_1_a_recipient_gets_the_parts_that_are_named() -> None:
    """And the pieces of them, and no channel."""
    shared = resume(consents=(consent(Part.MOBILE, Part.PROFILE, Part.VIRTUAL_NUMBER, Part.NATIONAL_ID),))
    assert parts(COURSE, shared) == {"mobile", "profile", "region"}
    assert channels(COURSE, shared) == set()
    assert actions(COURSE, shared) == {"view"}
    assert not parts(attrs.evolve(COURSE, purpose="advertising"), shared)


def test_SHARE_1_a_consent_that_names_the_name_gives_it_beside_the_honorific() -> None:
    """One that names the display name alone gives the honorific, whatever the setting."""
    named = resume(name_display=NameDisplay.HONORIFIC, consents=(consent(Part.NAME),))
    assert oracle.display_name(COURSE, named, NOW) == "张三丰"
    called = resume(name_display=NameDisplay.REAL, consents=(consent(Part.DISPLAY_NAME),))
    assert oracle.display_name(COURSE, called, NOW) == "张女士"


def test_SHARE_1_a_consent_holds_from_and_until_or_until_it_is_withdrawn() -> None:
    """A view by it is fresh no longer."""
    shared = resume(consents=(consent(Part.EMAIL, withdrawn=NOW + HOUR / 2),))
    assert oracle.fresh_until(COURSE, shared, NOW) == NOW + HOUR / 2
    assert oracle.expected(COURSE, shared, NOW + HOUR / 2) is None
    assert oracle.fresh_until(COURSE, resume(consents=(consent(Part.EMAIL),)), NOW) == NOW + HOUR
    assert oracle.expected(COURSE, shared, NOW - DAY - HOUR) is None


def test_SHARE_1_a_consent_to_nothing_is_none() -> None:
    """Neither an empty one, nor one of what is never shared or of what a resume has not."""
    for named in ((), (Part.NATIONAL_ID, Part.VIRTUAL_NUMBER, Part.DELIVERY), (Part.PHOTO,)):
        assert oracle.sharing(COURSE, resume(consents=(consent(*named),)), NOW) == "none"


@pytest.mark.parametrize(
    ("form_of_it", "called"),
    [
        (ShareForm.SHARE, "shared"),
        (ShareForm.PARTNER, "partner"),
        (ShareForm.TRANSFER, "transferred"),
        (ShareForm.DISCLOSURE, "disclosed"),
    ],
)
def test_SHARE_1_2_3_by_which_form_of_consent(form_of_it: ShareForm, called: str) -> None:
    """An order of the law stands in the place of each of them."""
    recipient = PUBLIC if form_of_it is ShareForm.DISCLOSURE else "course"
    given = consent(Part.EMAIL, form=form_of_it, recipient=recipient)
    order = LegalOrder(basis="某法", reference="一", date=NOW - DAY)
    asker = attrs.evolve(COURSE, id=recipient)
    assert oracle.sharing(asker, resume(consents=(given,)), NOW) == called
    assert oracle.sharing(asker, resume(consents=(attrs.evolve(given, order=order),)), NOW) == "ordered"


def test_SHARE_1_2_nothing_of_a_form_is_shared() -> None:
    """CAMPUS-1 shows it to nobody else."""
    assert not parts(COURSE, form())


def test_SUPPORT_1_a_case_that_is_open_and_names_the_candidate() -> None:
    """Of the complainant also name and number; of whom it is about, what the name setting shows."""
    modest = resume(name_display=NameDisplay.HONORIFIC)
    assert parts(AGENT, modest) == (ONLINE - {"avatar"}) | {"mobile"}
    about = attrs.evolve(AGENT, case=attrs.evolve(CASE, complainant="you", complained_of=frozenset({"me"})))
    assert parts(about, modest) == ONLINE - {"avatar", "name"}
    assert oracle.display_name(AGENT, modest, NOW) == "张三丰"
    for case in (None, attrs.evolve(CASE, complainant="you"), attrs.evolve(CASE, closed=NOW)):
        assert not parts(attrs.evolve(AGENT, case=case), modest)
    closing = attrs.evolve(AGENT, case=attrs.evolve(CASE, closed=NOW + HOUR))
    assert oracle.fresh_until(closing, modest, NOW) == NOW + HOUR


# --- Campus ----------------------------------------------------------------------------------------------------------


def test_CAMPUS_1_a_form_is_shown_whole_to_its_company() -> None:
    """Whatever the mode, with photo, family and national ids; to no other company, headhunter or agent."""
    assert parts(RECRUITER, form()) == oracle.WHOLE_FORM
    assert actions(RECRUITER, form()) == {"view", "export"}
    assert channels(RECRUITER, form()) == set()
    for other in (attrs.evolve(RECRUITER, company=SISTER), HEADHUNTER, MAILBOX, MEMBER, AGENT, Recommender()):
        assert not parts(other, form())


def test_CAMPUS_1_a_draft_and_a_withdrawn_form_are_the_owners() -> None:
    """Not handed in, not handed in yet, or no more."""
    for own in (
        form(handed_in=None, talk=None),
        form(handed_in=NOW + HOUR),
        form(withdrawn=NOW - HOUR),
    ):
        assert parts(OWNER, own) == oracle.WHOLE_FORM
        assert not parts(RECRUITER, own)
        assert not parts(SCHOOL, own)
    assert oracle.fresh_until(RECRUITER, form(withdrawn=NOW + HOUR), NOW) == NOW + HOUR


def test_CAMPUS_1_handing_in_is_applying() -> None:
    """A block at the instant of handing in, or later, closes the form; an earlier one does not."""
    open_form = form().settings
    for at, shown in ((NOW - 2 * DAY, True), (NOW - DAY, False), (NOW, False)):
        blocking = form(settings=attrs.evolve(open_form, blocks=(block(at=at),)))
        assert bool(parts(RECRUITER, blocking)) is shown
        assert oracle.standing(RECRUITER, blocking, NOW) == ("applied" if shown else "blocked")
    draft = form(handed_in=None, talk=None)
    assert oracle.standing(RECRUITER, draft, NOW) == "none"
    same_instant = form(settings=attrs.evolve(open_form, blocks=(block(at=NOW - DAY),)))
    assert parts(RECRUITER, same_instant, block_holds_at_same_instant=False)


def test_CAMPUS_2_the_school_reads_what_was_handed_in_at_its_talk() -> None:
    """The sections, the name as it is shown, and the delivery; no contact, nobody else's data, no files."""
    given = parts(SCHOOL, form())
    assert given == oracle.SECTIONS_OF_THE_STUDENT | {"display_name", "name", "english_name", "delivery"}
    assert actions(SCHOOL, form()) == {"view"}
    modest = form(settings=Settings(resume_permission=True))
    assert parts(SCHOOL, modest) == given - {"name", "english_name"}
    more = parts(SCHOOL, form(), school_gets_no_contact=False, third_parties_stay_with_company=False) - given
    assert more == {
        *("email", "mobile", "messenger", "landline", "postal_address"),
        *("emergency_name", "emergency_phone", "family", "relatives"),
    }


def test_CAMPUS_2_an_online_resume_handed_in_at_a_talk() -> None:
    """The online sections without avatar, and the delivery; no channel."""
    handed_in = resume(applications=(AT_TALK,))
    assert parts(SCHOOL, handed_in) == (ONLINE - {"avatar"}) | {"delivery"}
    assert channels(SCHOOL, handed_in) == set()
    more = parts(SCHOOL, handed_in, school_gets_no_contact=False) - parts(SCHOOL, handed_in)
    assert more == {"email", "mobile", "messenger", "homepage"}


@pytest.mark.parametrize(
    "talk",
    [
        attrs.evolve(TALK, school="another"),
        attrs.evolve(TALK, school_requires=False),
        attrs.evolve(TALK, delivery=attrs.evolve(DELIVERY, at=NOW + HOUR)),
    ],
)
def test_CAMPUS_2_no_other_school_and_only_where_it_requires_that(talk: OnlineTalk) -> None:
    """Neither a form nor a resume, and not before it was delivered."""
    assert not parts(SCHOOL, form(talk=talk))
    assert not parts(SCHOOL, resume(applications=(attrs.evolve(APPLIED, talk=talk),)))


def test_CAMPUS_2_the_school_is_shown_its_own_deliveries() -> None:
    """The owner all of them, a recruiter of the resume none."""
    elsewhere = Delivery(at=NOW - DAY, position="分析师")
    other = attrs.evolve(APPLIED, talk=attrs.evolve(TALK, school="another", delivery=elsewhere))
    both = resume(applications=(AT_TALK, other))
    assert oracle.deliveries(SCHOOL, both, NOW) == (DELIVERY,)
    assert oracle.deliveries(OWNER, both, NOW) == (DELIVERY, elsewhere)
    assert oracle.deliveries(RECRUITER, both, NOW) == ()
    assert oracle.deliveries(RECRUITER, form(), NOW) == (DELIVERY,)


# --- The owner, notices, and what no rule names ----------------------------------------------------------------------


def test_OWNER_1_the_owner_sees_everything_and_may_take_a_copy() -> None:
    """Of their own; to somebody else's resume an owner is a visitor."""
    assert parts(OWNER, resume()) == oracle.WHOLE_RESUME
    assert actions(OWNER, resume()) == actions(OWNER, form()) == {"view", "export"}
    assert not parts(Owner(candidate="you"), public())


def test_NOTICE_1_the_candidate_is_told_who_viewed() -> None:
    """Recruiters, and by a reading headhunters and schools; not the owner, the community or support; no lists."""
    shown = public(applications=(AT_TALK,), community=CommunityProfile(id="elsewhere"))
    listed = attrs.evolve(RECRUITER, action=Action.SEARCH)
    assert oracle.notified(RECRUITER, shown, NOW)
    assert not oracle.notified(listed, shown, NOW)
    assert oracle.notified(listed, shown, NOW, Readings(lists_are_not_noticed=False))
    for viewer in (HEADHUNTER, SCHOOL):
        assert oracle.notified(viewer, shown, NOW)
        assert not oracle.notified(viewer, shown, NOW, Readings(headhunters_and_schools_are_noticed=False))
    for silent in (OWNER, MEMBER, AGENT, Recommender(), attrs.evolve(RECRUITER, signed_in=False)):
        assert not oracle.notified(silent, shown, NOW)


def test_NOTICE_2_only_by_a_channel_that_is_on() -> None:
    """Opting out of all of them stops notices."""
    assert oracle.notified(RECRUITER, public(notices=frozenset({NoticeChannel.WECHAT})), NOW)
    assert not oracle.notified(RECRUITER, public(notices=frozenset()), NOW)


def test_LAW_5_a_visitor_sees_nothing() -> None:
    """Neither of a public resume nor of a form, and no name."""
    assert oracle.display_name(Visitor(), public(), NOW) is None
    for action in Action:
        assert not parts(Visitor(action=action), public())
        assert not parts(Visitor(action=action), form())


def test_LAW_5_what_does_not_concern_a_kind_or_a_form_is_set_to_its_default() -> None:
    """A headhunter asks for a form: no fact of theirs counts, and the modes and the chat do not govern it."""
    facts = oracle.plain_facts(
        HEADHUNTER, form(settings=attrs.evolve(form().settings, blocks=(block("agency"),))), NOW
    )
    assert facts == oracle.PlainFacts(
        document="form",
        kind="headhunter",
        action="view",
        qualified=False,
        standing="none",
        conversing=False,
        nickname=None,
        personalised=False,
        sharing="none",
        concern="none",
        visibility="private",
        name_display="real",
        resume_permission=True,
        chat_permission=False,
        exists=True,
        of_age=True,
    )
