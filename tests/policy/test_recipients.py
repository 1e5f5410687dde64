"""Chat, community, recommender, and whoever has the candidate's consent: one promise a test."""

from datetime import UTC, datetime, timedelta, timezone
from itertools import permutations
from typing import Any

import attrs
import pytest

import people
import resume_visibility
from agreed import explain, view_for
from resume_visibility import (
    FULLY_VERIFIED,
    POLICY_2023_04,
    Action,
    Channel,
    CommunityMember,
    Company,
    CompanyBlock,
    Headhunter,
    Language,
    NameDisplay,
    NoticeChannel,
    Part,
    Policy,
    Recipient,
    Recommender,
    Recruiter,
    Resume,
    ResumeView,
    School,
    Settings,
    ShownContact,
    SupportAgent,
    SupportCase,
    Viewer,
    Visibility,
    Visitor,
    notice_of,
    record_of,
)
from resume_visibility.model import (
    PUBLIC,
    Account,
    Application,
    CommunityProfile,
    Consent,
    Conversation,
    Delivery,
    Document,
    Email,
    Gender,
    IpRegion,
    LegalOrder,
    OnlineTalk,
    Period,
    PersonName,
    ShareForm,
    Url,
    Work,
    YearMonth,
)
from resume_visibility.model.parts import PARTS_OF
from resume_visibility.policy import Clause, Readings, Sharing
from resume_visibility.policy.table import _clauses_by_part

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MICROSECOND = timedelta(microseconds=1)
BEIJING = timezone(timedelta(hours=8))

ACME = Company(name="艾可美科技有限公司", id="acme", group="holding")
AGENCY = Company(name="某猎头公司", id="agency")
RESUME_PARTS = PARTS_OF[Document.RESUME]
TO_BEGIN_A_CHAT = {Part.DISPLAY_NAME, Part.AVATAR}
IN_CHAT = TO_BEGIN_A_CHAT | {Part.IP_REGION}
MOBILE = people.resume().basics.contact.mobile
REGION = IpRegion("CN-GD")


def work_item(position: str, start: YearMonth, end: YearMonth | None) -> Work:
    return Work(company="某公司", period=Period(start, end), position=position)


IN_COMMUNITY = CommunityProfile(id="elsewhere", avatar="mask")


def resume(
    *consents: Consent,
    community: CommunityProfile | None = IN_COMMUNITY,
    work: tuple[Work, ...] = people.resume().work,
    **changes: Any,
) -> Resume:
    """A resume of a private candidate who is called 张三丰; acts and settings as given."""
    chosen = {"visibility": Visibility.PRIVATE, "personalised_recommendation": False}
    chosen |= {name: changes.pop(name) for name in attrs.fields_dict(Settings) if name in changes}
    whole = people.resume(consents=consents, community=community, work=work, ip_region=REGION, **changes)
    return people.with_settings(people.with_profile(whole, gender=Gender.FEMALE), **chosen)


def recruiter(company: Company = ACME, action: Action = Action.CHAT) -> Recruiter:
    return Recruiter(id="r", company=company, signed_in=True, verified=FULLY_VERIFIED, action=action)


def headhunter(*clients: Company) -> Headhunter:
    return Headhunter(
        id="h",
        agency=AGENCY,
        clients=clients,
        signed_in=True,
        verified=FULLY_VERIFIED,
        action=Action.CHAT,
    )


def chat(company: str = "acme", since: datetime = NOW - DAY, until: datetime | None = None) -> Conversation:
    return Conversation(company=company, since=since, until=until)


SCHOOL = Recipient(id="school", purpose="course")
MEMBER = CommunityMember(id="m", signed_in=True)
SHOWS_POSITION = Policy("own", readings=Readings(community_hides_position=False))


UNSHARED = {Part.NATIONAL_ID, Part.VIRTUAL_NUMBER, Part.DELIVERY} | (set(Part) - RESUME_PARTS)
"""What consent cannot name: numbers of the platform and of the state, the school's records, and what a resume has not."""


def consent(*parts: Part, to: str = "school", purpose: str = "course", **changes: Any) -> Consent:
    given = Consent(
        recipient=to,
        recipient_name="某培训学校",
        recipient_contact="某街一号",
        purpose=purpose,
        method="接口",
        parts=frozenset(parts),
        begins=NOW - DAY,
        ends=NOW + DAY,
        form=ShareForm.DISCLOSURE if to == PUBLIC else ShareForm.SHARE,
    )
    return attrs.evolve(given, **changes)


ORDER = LegalOrder(basis="某法第一条", reference="第1号", date=NOW - DAY)


def see(viewer: Viewer, of: Resume, at: datetime = NOW) -> ResumeView:
    view = view_for(viewer, of, at=at)
    assert view is not None
    return view


def parts(viewer: Viewer, of: Resume, at: datetime = NOW) -> frozenset[Part]:
    """The parts shown; none where there is no view."""
    view = view_for(viewer, of, at=at)
    return frozenset() if view is None else RESUME_PARTS - view.withheld


def is_hidden(viewer: Viewer, of: Resume, at: datetime = NOW) -> bool:
    return view_for(viewer, of, at=at) is None


def allowed(viewer: Viewer, of: Resume) -> set[Action]:
    return {action for action in Action if not is_hidden(attrs.evolve(viewer, action=action), of)}


# --- Chat ------------------------------------------------------------------------------------------------------------


def test_CHAT_1_a_running_conversation_shows_name_avatar_and_region() -> None:
    """In a running conversation the display name, the avatar and the IP region are shown, and nothing more."""
    view = see(recruiter(), resume(conversations=(chat(),)))
    assert RESUME_PARTS - view.withheld == IN_CHAT | {Part.NAME}
    assert (view.display_name, view.sections.avatar, view.sections.ip_region) == (
        "张三丰",
        "avatar-1",
        REGION,
    )
    assert (view.sections.profile, view.sections.work, view.sections.strengths) == (None, (), None)
    assert view.contact.channels == {Channel.CHAT}
    assert (view.contact.mobile, view.contact.email) == (None, None)


def test_CHAT_1_running_conversation_grants_the_chat_alone() -> None:
    """A conversation on a private resume opens no list, no view and no export."""
    assert allowed(recruiter(), resume(conversations=(chat(),))) == {Action.CHAT}


@pytest.mark.parametrize("visibility", list(Visibility))
def test_CHAT_1_runs_in_every_mode(visibility: Visibility) -> None:
    """A running conversation goes on in every mode, for recruiters and headhunters."""
    held = resume(conversations=(chat(), chat("agency")), visibility=visibility)
    for viewer in (recruiter(), headhunter()):
        assert parts(viewer, held) == IN_CHAT | {Part.NAME}


def test_CHAT_1_honorific_holds_in_chat() -> None:
    """With the honorific on, the chat shows the honorific and not the real name (NAME-1)."""
    view = see(recruiter(), resume(conversations=(chat(),), name_display=NameDisplay.HONORIFIC))
    assert view.display_name == "张女士"
    assert RESUME_PARTS - view.withheld == IN_CHAT


@pytest.mark.parametrize(
    ("visibility", "open_to"),
    [
        (Visibility.PUBLIC, {"recruiter", "headhunter"}),
        (Visibility.CHAT_ONLY, {"recruiter", "headhunter"}),
        (Visibility.HEADHUNTERS, {"headhunter"}),
        (Visibility.PRIVATE, set()),
    ],
)
def test_CHAT_1_may_begin_where_chat_is_a_channel(visibility: Visibility, open_to: set[str]) -> None:
    """Without a conversation the chat is open exactly to those to whom the mode opens the channel."""
    found: dict[str, Viewer] = {"recruiter": recruiter(), "headhunter": headhunter()}
    shown = {name for name, viewer in found.items() if not is_hidden(viewer, resume(visibility=visibility))}
    assert shown == open_to


def test_CHAT_1_may_begin_with_a_company_applied_to() -> None:
    """A company applied to may chat about a private resume, and the chat gives no number away."""
    view = see(recruiter(), resume(applications=(Application(company="acme", at=NOW - DAY),)))
    assert view.contact.channels == {Channel.CHAT}
    assert view.contact.mobile is None
    assert RESUME_PARTS - view.withheld == TO_BEGIN_A_CHAT | {Part.NAME}


def test_CHAT_1_no_region_before_a_conversation_runs() -> None:
    """Whoever may begin a chat sees the IP region neither before the conversation begins nor after it ended."""
    for held in ((), (chat(since=NOW + MICROSECOND),), (chat(until=NOW),), (chat("sister"),)):
        public = resume(
            conversations=held,
            visibility=Visibility.PUBLIC,
            applications=(Application(company="acme", at=NOW - DAY),),
        )
        view = see(recruiter(), public)
        assert view.sections.ip_region is None
        assert RESUME_PARTS - view.withheld == TO_BEGIN_A_CHAT | {Part.NAME}
    running = resume(conversations=(chat(),), visibility=Visibility.PUBLIC)
    assert see(recruiter(), running).sections.ip_region == REGION


def test_CHAT_1_a_notice_says_whether_a_conversation_runs() -> None:
    """Who opened the chat is not said to have chatted, before a conversation runs."""
    said = []
    for held in ((), (chat(),)):
        public = resume(conversations=held, visibility=Visibility.PUBLIC)
        record = record_of(recruiter(), public, see(recruiter(), public), at=NOW)
        notice = notice_of(record, public.settings, language=Language.EN)
        assert notice is not None
        said.append(notice.text.removeprefix(ACME.name))
    assert said == [" opened a chat with you and has not begun a conversation", " chatted with you"]


@pytest.mark.parametrize("visibility", list(Visibility))
def test_CHAT_1_permission_off_ends_every_chat(visibility: Visibility) -> None:
    """With the chat permission off nothing is shown for a chat, running conversations and applications included."""
    off = resume(
        conversations=(chat(), chat("agency")),
        applications=(Application(company="acme", at=NOW - DAY),),
        visibility=visibility,
        chat_permission=False,
    )
    assert is_hidden(recruiter(), off)
    assert is_hidden(headhunter(), off)
    assert Clause.GATE_1 in explain(recruiter(), off, at=NOW).clauses


def test_CHAT_1_blocked_company_sees_nothing_of_a_conversation() -> None:
    """A conversation with a company that was blocked later shows nothing any more; so does a blocked client's."""
    blocks = (CompanyBlock(company="acme", at=NOW),)
    held = resume(conversations=(chat(), chat("agency")), blocks=blocks, visibility=Visibility.PUBLIC)
    assert is_hidden(recruiter(), held)
    assert is_hidden(headhunter(ACME), held)
    assert not is_hidden(headhunter(), held)


def test_CHAT_1_a_chat_is_fresh_no_longer_than_its_conversation() -> None:
    """What only a running conversation shows, the region of a public resume too, is fresh until the last known end of one."""
    soon, later = NOW + timedelta(minutes=5), NOW + timedelta(minutes=9)
    held = (chat(until=soon), chat(until=later), chat("agency", until=soon))
    for visibility in (Visibility.PRIVATE, Visibility.PUBLIC):
        talking = resume(conversations=held, visibility=visibility)
        assert see(recruiter(), talking).fresh_until == later
        assert see(headhunter(), talking).fresh_until == soon
        assert see(recruiter(), resume(conversations=(chat(),))).fresh_until == NOW + 2 * HOUR
        viewing = recruiter(action=Action.VIEW)
        assert is_hidden(viewing, talking) or see(viewing, talking).fresh_until == NOW + 2 * HOUR


def test_CHAT_1_conversation_runs_from_its_first_instant_to_before_its_last() -> None:
    """A conversation runs at its first instant, to the last microsecond before its end, and at its end no longer."""
    held = resume(conversations=(chat(since=NOW, until=NOW + DAY),))
    for at, runs in (
        (NOW - MICROSECOND, False),
        (NOW, True),
        (NOW.astimezone(BEIJING), True),
        (NOW + DAY - MICROSECOND, True),
        (NOW + DAY, False),
    ):
        assert is_hidden(recruiter(), held, at) is not runs


def test_CHAT_1_any_running_conversation_counts() -> None:
    """Of several conversations with one company one that runs is enough."""
    over = chat(since=NOW - 2 * DAY, until=NOW - DAY)
    for conversations in ((over, chat()), (chat(), over)):
        assert not is_hidden(recruiter(), resume(conversations=conversations))
    assert is_hidden(recruiter(), resume(conversations=(over,)))


def test_CHAT_1_conversation_is_with_one_company() -> None:
    """A conversation opens to its company alone: not to its group, not to one that cannot be identified, not to an agency's client."""
    held = resume(conversations=(chat(),))
    for other in (
        Company(name="姐妹公司", id="sister", group="holding"),
        Company(name="艾可美科技有限公司"),
        Company(name="艾可美科技有限公司", id="Acme"),
    ):
        assert is_hidden(recruiter(other), held)
    assert is_hidden(headhunter(ACME), held)


def test_CHAT_1_needs_a_verified_recruiter() -> None:
    """A conversation shows nothing to a recruiter who is not signed in and verified in full (GATE-4)."""
    held = resume(conversations=(chat(), chat("agency")))
    assert is_hidden(attrs.evolve(recruiter(), signed_in=False), held)
    assert is_hidden(attrs.evolve(recruiter(), verified=frozenset()), held)
    assert is_hidden(attrs.evolve(headhunter(), signed_in=False), held)


# --- Community -------------------------------------------------------------------------------------------------------


def test_COMMUNITY_1_shows_avatar_nickname_and_region() -> None:
    """The community shows its own avatar, the nickname and the IP region, and nothing more: no position."""
    view = see(MEMBER, resume(nickname=NameDisplay.HONORIFIC))
    sections = view.sections
    assert (view.display_name, sections.avatar, sections.ip_region) == ("张女生", "mask", REGION)
    assert RESUME_PARTS - view.withheld == IN_CHAT
    assert (sections.work, sections.profile, view.contact.channels) == ((), None, frozenset())
    assert sections.latest_position is None


def test_COMMUNITY_1_the_honorific_is_that_of_the_community() -> None:
    """A nickname is 先生 or 女生 in Chinese, as the policy has it of the community, and Mr. or Ms. in English."""
    woman, man = resume(), people.with_profile(resume(), gender=Gender.MALE)
    assert (see(MEMBER, woman).display_name, see(MEMBER, man).display_name) == ("张女生", "张先生")
    english = attrs.evolve(MEMBER, language=Language.EN)
    assert (see(english, woman).display_name, see(english, man).display_name) == ("Ms. Zhang", "Mr. Zhang")


def test_LAW_9_community_and_recruiting_share_no_id_and_no_avatar() -> None:
    """What a community member is given and what a recruiter is given of one candidate have no id and no picture in common."""
    public = resume(conversations=(chat(),), visibility=Visibility.PUBLIC, nickname=NameDisplay.REAL)
    here = see(MEMBER, public)
    for action in Action:
        there = see(recruiter(action=action), public)
        assert {here.id, here.sections.avatar}.isdisjoint({there.id, there.sections.avatar})
    assert (here.id, here.sections.avatar) == ("elsewhere", "mask")


def test_LAW_9_without_an_avatar_of_its_own_the_community_shows_none() -> None:
    """The resume's avatar does not stand in for one that the community does not have."""
    view = see(MEMBER, resume(community=CommunityProfile(id="elsewhere")))
    assert (view.id, view.sections.avatar) == ("elsewhere", None)


def test_LAW_9_the_resumes_own_id_and_avatar_change_nothing_in_the_community() -> None:
    """Two resumes that differ in id, avatar and position alone look the same in the community."""
    one = resume()
    other = attrs.evolve(one, id="other", work=(), basics=attrs.evolve(one.basics, avatar="another-face"))
    assert see(MEMBER, one) == see(MEMBER, other)


@pytest.mark.parametrize("display", list(NameDisplay))
@pytest.mark.parametrize("nickname", list(NameDisplay))
def test_COMMUNITY_1_nickname_is_a_choice_of_its_own(display: NameDisplay, nickname: NameDisplay) -> None:
    """The community shows the real name where the nickname is the real name, whatever the resume shows."""
    view = see(MEMBER, resume(nickname=nickname, name_display=display))
    assert view.display_name == ("张三丰" if nickname is NameDisplay.REAL else "张女生")
    assert (Part.NAME in view.withheld) is (nickname is NameDisplay.HONORIFIC)


def test_COMMUNITY_1_a_nickname_that_was_not_chosen_is_the_honorific() -> None:
    """Who is in the community and chose no nickname is called by the honorific."""
    assert see(MEMBER, resume()).display_name == "张女生"


def test_COMMUNITY_1_whom_the_community_does_not_know_is_not_shown_there() -> None:
    """A candidate whom the community does not know is not shown there, whatever nickname the settings hold."""
    for nickname in NameDisplay:
        assert is_hidden(MEMBER, resume(community=None, nickname=nickname, visibility=Visibility.PUBLIC))


def test_COMMUNITY_1_is_for_members_who_signed_in() -> None:
    """Who is not signed in sees nothing of the community."""
    assert is_hidden(CommunityMember(id="m"), resume(nickname=NameDisplay.REAL))


def test_COMMUNITY_1_members_view_and_do_nothing_else() -> None:
    """In the community one may look at the candidate and neither list, export nor chat, in a public resume too."""
    public = resume(nickname=NameDisplay.REAL, visibility=Visibility.PUBLIC)
    assert allowed(MEMBER, public) == see(MEMBER, public).actions == {Action.VIEW}


@pytest.mark.parametrize(
    ("later", "earlier"),
    [
        (work_item("甲", YearMonth(2010, 1), None), work_item("乙", YearMonth(2022, 1), YearMonth(2024, 5))),
        (work_item("甲", YearMonth(2022, 1), None), work_item("乙", YearMonth(2020, 1), None)),
        (
            work_item("甲", YearMonth(2010, 1), YearMonth(2023, 2)),
            work_item("乙", YearMonth(2022, 1), YearMonth(2023, 1)),
        ),
        (
            work_item("甲", YearMonth(2022, 2), YearMonth(2023, 1)),
            work_item("乙", YearMonth(2022, 1), YearMonth(2023, 1)),
        ),
    ],
    ids=["still open first", "of two open the later start", "latest end", "of one end the later start"],
)
def test_COMMUNITY_1_latest_position_is_by_period(later: Work, earlier: Work) -> None:
    """Where the position is shown: of work that goes on, else of the latest end, then the latest start; not the first listed."""
    for work in ((later, earlier), (earlier, later)):
        view = view_for(MEMBER, resume(work=work), at=NOW, policy=SHOWS_POSITION)
        assert view is not None
        assert view.sections.latest_position == "甲"


def test_COMMUNITY_1_without_work_there_is_no_position() -> None:
    """A candidate without work experience has no position to show, where a platform shows it."""
    view = view_for(MEMBER, attrs.evolve(resume(), work=()), at=NOW, policy=SHOWS_POSITION)
    assert view is not None
    assert view.sections.latest_position is None
    assert Part.LATEST_POSITION not in view.withheld


# --- The recommender -------------------------------------------------------------------------------------------------


def test_RECOMMEND_1_reads_five_sections_without_name_and_contact() -> None:
    """The recommender reads personal information, highlights, intention, work and education: no name, no contact."""
    whole = resume(personalised_recommendation=True)
    view = see(Recommender(), whole)
    sections = view.sections
    assert RESUME_PARTS - view.withheld == {
        *(Part.PROFILE, Part.HIGHLIGHTS, Part.INTENTION, Part.WORK, Part.EDUCATION),
        *(Part.REGION, Part.LATEST_POSITION),  # of personal information, and of work
    }
    assert (sections.intention, sections.education) == (whole.intention, whole.education)
    assert (sections.profile, sections.highlights) == (whole.basics.profile, whole.highlights)
    assert (view.display_name, sections.avatar, sections.strengths) == (None, None, None)
    assert (view.contact.mobile, view.contact.email, view.contact.channels) == (None, None, frozenset())


def test_RECOMMEND_1_personalisation_off_leaves_the_intention_alone() -> None:
    """With personalised recommendation off the recommender reads the intention and nothing else."""
    whole = resume(personalised_recommendation=False)
    view = see(Recommender(), whole)
    assert RESUME_PARTS - view.withheld == {Part.INTENTION}
    assert (view.sections.intention, view.sections.profile, view.sections.work) == (whole.intention, None, ())


@pytest.mark.parametrize("visibility", list(Visibility))
def test_RECOMMEND_1_may_only_read_in_every_mode(visibility: Visibility) -> None:
    """The recommender works for the candidate in every mode, and may do nothing but read."""
    assert allowed(Recommender(), resume(visibility=visibility)) == {Action.VIEW}


# --- Consents --------------------------------------------------------------------------------------------------------


def test_SHARE_1_recipient_gets_the_parts_that_are_named() -> None:
    """A course provider gets name, phone and region where consent names them, and nothing else."""
    view = see(SCHOOL, resume(consent(Part.NAME, Part.MOBILE, Part.REGION)))
    assert RESUME_PARTS - view.withheld == {Part.NAME, Part.DISPLAY_NAME, Part.MOBILE, Part.REGION}
    assert (view.display_name, view.contact.mobile, view.sections.region) == ("张三丰", MOBILE, "上海")
    assert (view.contact.email, view.sections.profile) == (None, None)
    assert view.contact.channels == frozenset()


def test_NAME_1_consent_that_names_the_name_gives_it() -> None:
    """SHARE-1: consent to the name gives the real name, beside the honorific that everybody else sees."""
    for form in (ShareForm.SHARE, ShareForm.PARTNER, ShareForm.TRANSFER):
        modest = resume(
            consent(Part.NAME, form=form), name_display=NameDisplay.HONORIFIC, conversations=(chat(),)
        )
        view = see(SCHOOL, modest)
        assert view.display_name == "张三丰"
        assert RESUME_PARTS - view.withheld == {Part.DISPLAY_NAME, Part.NAME}
        assert see(recruiter(), modest).display_name == "张女士"


def test_NAME_1_consent_that_does_not_name_the_name_does_not_give_it_in_text() -> None:
    """Consent to a section alone shows no name, and takes it out of the section's text."""
    typed = attrs.evolve(resume(consent(Part.STRENGTHS)), strengths="张三丰做事勤奋")
    view = see(SCHOOL, typed)
    assert view.display_name is None
    assert view.sections.strengths == "[姓名已隐藏]做事勤奋"


def test_SHARE_1_display_name_is_not_the_name() -> None:
    """Consent to the display name does not give the real name, though the candidate shows it to others."""
    view = see(SCHOOL, resume(consent(Part.DISPLAY_NAME)))
    assert view.display_name == "张女士"
    assert RESUME_PARTS - view.withheld == {Part.DISPLAY_NAME}


def test_SHARE_1_without_consent_there_is_nothing() -> None:
    """A recipient without consent sees nothing, though the resume is public."""
    assert is_hidden(SCHOOL, resume(visibility=Visibility.PUBLIC))


def test_SHARE_1_consent_is_to_one_recipient() -> None:
    """Consent to one recipient gives another nothing; ids are compared exactly."""
    given = resume(consent(Part.PROFILE))
    for other in ("School", "school2", PUBLIC):
        assert is_hidden(Recipient(id=other, purpose="course"), given)


def test_SHARE_1_consent_is_for_one_purpose() -> None:
    """Consent to one purpose gives nothing for another, and parts of two purposes are not put together."""
    given = resume(consent(Part.PROFILE), consent(Part.MOBILE, purpose="advertising"))
    assert parts(SCHOOL, given) == {Part.PROFILE, Part.REGION}
    assert parts(attrs.evolve(SCHOOL, purpose="advertising"), given) == {Part.MOBILE}
    assert is_hidden(attrs.evolve(SCHOOL, purpose="research"), given)


def test_SHARE_1_holds_from_its_first_instant_to_before_its_last() -> None:
    """Consent holds at its first instant, to the last microsecond before its end, and at its end no longer."""
    given = resume(consent(Part.PROFILE, begins=NOW, ends=NOW + DAY))
    for at, holds in (
        (NOW - MICROSECOND, False),
        (NOW, True),
        (NOW.astimezone(BEIJING), True),
        (NOW + DAY - MICROSECOND, True),
        (NOW + DAY, False),
    ):
        assert is_hidden(SCHOOL, given, at) is not holds


def test_SHARE_1_withdrawn_is_void_from_that_instant_on() -> None:
    """Withdrawn consent holds to the microsecond before, and is void from that instant on."""
    given = resume(consent(Part.PROFILE, withdrawn=NOW))
    assert not is_hidden(SCHOOL, given, NOW - MICROSECOND)
    assert is_hidden(SCHOOL, given, NOW)


def test_SHARE_1_withdrawn_before_it_began_never_holds() -> None:
    """Consent that was withdrawn before it began never holds."""
    given = resume(consent(Part.PROFILE, begins=NOW, withdrawn=NOW - DAY))
    assert all(is_hidden(SCHOOL, given, at) for at in (NOW - 2 * DAY, NOW - HOUR, NOW, NOW + HOUR))


def test_SHARE_1_withdrawn_after_its_end_changes_nothing() -> None:
    """Withdrawal after the end does not prolong it."""
    given = resume(consent(Part.PROFILE, ends=NOW, withdrawn=NOW + DAY))
    assert not is_hidden(SCHOOL, given, NOW - MICROSECOND)
    assert is_hidden(SCHOOL, given, NOW)


def test_SHARE_1_several_consents_give_what_they_name_together() -> None:
    """Of several consents for one purpose those in force count, each for its own parts."""
    given = resume(
        consent(Part.PROFILE),
        consent(Part.EMAIL, ends=NOW + HOUR),
        consent(Part.MOBILE, withdrawn=NOW - HOUR),
        consent(Part.WORK, begins=NOW + MICROSECOND),
    )
    assert parts(SCHOOL, given) == {Part.PROFILE, Part.REGION, Part.EMAIL}
    assert parts(SCHOOL, given, NOW + HOUR) == {Part.PROFILE, Part.REGION, Part.WORK, Part.LATEST_POSITION}


def test_SHARE_1_view_is_fresh_no_longer_than_each_consent() -> None:
    """A view is fresh until two hours are over, or the first of its consents ends or is void."""
    cases: tuple[tuple[dict[str, Any], datetime], ...] = (
        ({"ends": NOW + DAY}, NOW + 2 * HOUR),
        ({"ends": NOW + HOUR}, NOW + HOUR),
        ({"ends": NOW + MICROSECOND}, NOW + MICROSECOND),
        ({"ends": NOW + DAY, "withdrawn": NOW + HOUR}, NOW + HOUR),
    )
    for changes, until in cases:
        one, long = consent(Part.EMAIL, **changes), consent(Part.PROFILE)
        for given in ((one,), (one, long), (long, one)):
            assert see(SCHOOL, resume(*given)).fresh_until == until


def test_SHARE_1_consent_to_another_shortens_nothing() -> None:
    """The end of consent to another recipient, or for another purpose, does not change the freshness."""
    short = NOW + HOUR
    others = (consent(Part.EMAIL, to="other", ends=short), consent(Part.EMAIL, purpose="other", ends=short))
    assert see(SCHOOL, resume(consent(Part.PROFILE), *others)).fresh_until == NOW + 2 * HOUR


@pytest.mark.parametrize("part", [part for part in Part if part in UNSHARED])
def test_SHARE_1_some_parts_cannot_be_shared(part: Part) -> None:
    """National ID, virtual number, delivery and parts of forms alone give no view by consent, and beside others nothing."""
    assert is_hidden(SCHOOL, resume(consent(part)))
    assert parts(SCHOOL, resume(consent(part, Part.EMAIL))) == {Part.EMAIL}


def test_SHARE_1_a_consent_to_the_homepage_gives_one_made_of_the_name() -> None:
    """CONTACT-1: whom a consent names the homepage or the address to is shown it whole, though the name is not theirs to see."""
    email, homepage = Email("lena.vasquez@example.com"), Url("https://example.com/lena-vasquez")
    given = people.with_contact(resume(consent(Part.EMAIL, Part.HOMEPAGE)), email=email, homepage=homepage)
    named = attrs.evolve(given, basics=attrs.evolve(given.basics, name=PersonName("Lena Vasquez")))
    assert see(SCHOOL, named).contact == ShownContact(email=email, homepage=homepage)


def test_SHARE_1_naming_nothing_gives_nothing() -> None:
    """Consent that names no part gives no view: empty means nothing."""
    assert is_hidden(SCHOOL, resume(consent()))


def test_SHARE_1_recipient_may_only_view() -> None:
    """A recipient may view and neither list, export nor chat, in a public resume too."""
    public = resume(consent(*Part), visibility=Visibility.PUBLIC)
    assert allowed(SCHOOL, public) == see(SCHOOL, public).actions == {Action.VIEW}


def test_SHARE_1_holds_in_every_mode_and_whoever_is_blocked() -> None:
    """Consent is an act of its own: modes and blocks of companies do not govern it."""
    blocks = (CompanyBlock(company="school", at=NOW),)
    for visibility in Visibility:
        assert not is_hidden(SCHOOL, resume(consent(Part.PROFILE), visibility=visibility, blocks=blocks))


def test_SHARE_1_a_share_to_friends_outside_is_a_consent() -> None:
    """A share to friends outside shows what it names to whom it names, and to visitors nothing."""
    shared = resume(consent(Part.STRENGTHS, to="link-1", purpose="friends"))
    assert (
        see(Recipient(id="link-1", purpose="friends"), shared).sections.strengths == people.resume().strengths
    )
    assert is_hidden(Visitor(), shared)


def test_SHARE_2_transfer_needs_consent_and_gives_what_it_names() -> None:
    """A transfer gives the parts that the consent names, cites SHARE-2, and without consent gives nothing."""
    given = resume(consent(Part.WORK, form=ShareForm.TRANSFER))
    assert parts(SCHOOL, given) == {Part.WORK, Part.LATEST_POSITION}
    assert explain(SCHOOL, given, at=NOW).clauses == (Clause.SHARE_2,)
    assert is_hidden(Recipient(id="successor", purpose="course"), given)


def test_SHARE_2_a_transfer_and_a_share_of_the_same_parts_are_distinguished() -> None:
    """Of one resume, what is given by a share cites SHARE-1 and what is given by a transfer SHARE-2."""
    shared, handed_on = consent(Part.WORK), consent(Part.WORK, to="successor", form=ShareForm.TRANSFER)
    given = resume(shared, handed_on)
    cited = [
        {one.clauses for one in explain(viewer, given, at=NOW).rulings if one.item is Part.WORK}
        for viewer in (SCHOOL, Recipient(id="successor", purpose="course"))
    ]
    assert cited == [{(Clause.SHARE_1,)}, {(Clause.SHARE_2,)}]


def test_SHARE_2_public_disclosure_is_to_everybody_and_of_what_is_named() -> None:
    """A public disclosure is read under the name of the public, and by a viewer of no other kind."""
    public = resume(consent(Part.STRENGTHS, to=PUBLIC, purpose="story"))
    reader = Recipient(id=PUBLIC, purpose="story")
    assert parts(reader, public) == {Part.STRENGTHS}
    assert explain(reader, public, at=NOW).facts.sharing is Sharing.DISCLOSED
    assert is_hidden(Recipient(id=PUBLIC, purpose="course"), public)
    assert is_hidden(Recipient(id="school", purpose="story"), public)
    assert is_hidden(Visitor(), public)


def test_SHARE_2_order_of_the_law_stands_in_the_place_of_consent() -> None:
    """An order of the law gives the parts that it names while it holds, and cites SHARE-2."""
    court = Recipient(id="court", purpose="case-1")
    for form in (ShareForm.SHARE, ShareForm.PARTNER, ShareForm.TRANSFER):
        given = consent(Part.MOBILE, to="court", purpose="case-1", order=ORDER, form=form)
        assert parts(court, resume(given)) == {Part.MOBILE}
        explanation = explain(court, resume(given), at=NOW)
        assert (explanation.facts.sharing, explanation.clauses) == (Sharing.ORDERED, (Clause.SHARE_2,))
        assert is_hidden(court, resume(given), NOW + DAY)


def test_SHARE_2_order_adds_to_consent() -> None:
    """An order beside consent to the same recipient and purpose gives the parts of both."""
    both = resume(consent(Part.PROFILE), consent(Part.MOBILE, order=ORDER))
    assert parts(SCHOOL, both) == {Part.PROFILE, Part.REGION, Part.MOBILE}


def test_SHARE_2_order_gives_no_national_id_and_the_name_that_it_names() -> None:
    """An order does not open what no rule opens, a national ID; the real name it gives where it names it (NAME-1)."""
    named = consent(Part.NATIONAL_ID, Part.NAME, order=ORDER)
    assert parts(SCHOOL, resume(named, name_display=NameDisplay.HONORIFIC)) == {Part.DISPLAY_NAME, Part.NAME}
    called = consent(Part.NATIONAL_ID, Part.DISPLAY_NAME, order=ORDER)
    assert parts(SCHOOL, resume(called)) == {Part.DISPLAY_NAME}


def test_SHARE_1_2_each_part_cites_the_clause_of_what_names_it() -> None:
    """Beside an order, what only the plain consent names cites its clause; what both name cites both."""
    both = resume(consent(Part.PROFILE, Part.EMAIL), consent(Part.MOBILE, Part.EMAIL, order=ORDER))
    cited = {one.item: one.clauses for one in explain(SCHOOL, both, at=NOW).rulings}
    assert cited[Part.PROFILE] == cited[Part.REGION] == (Clause.SHARE_1,)
    assert cited[Part.MOBILE] == (Clause.SHARE_2,)
    assert cited[Part.EMAIL] == cited[Action.VIEW] == (Clause.SHARE_1, Clause.SHARE_2)
    assert cited[Part.WORK] == (Clause.SHARE_3,)
    record = record_of(SCHOOL, both, see(SCHOOL, both), at=NOW)
    assert record.clauses == (Clause.SHARE_1, Clause.SHARE_2)


def test_SHARE_1_3_consents_of_two_forms_are_distinguished() -> None:
    """Of a share and a partner's grant to one recipient, each part cites the one that names it, in whatever order they stand."""
    share, partner = consent(Part.STRENGTHS), consent(Part.HIGHLIGHTS, form=ShareForm.PARTNER)
    for given in ((share, partner), (partner, share)):
        cited = {one.item: one.clauses for one in explain(SCHOOL, resume(*given), at=NOW).rulings}
        assert cited[Part.STRENGTHS] == (Clause.SHARE_1,)
        assert cited[Part.HIGHLIGHTS] == (Clause.SHARE_3,)


def test_LAW_6_clauses_of_consents_stand_in_the_order_of_the_rules() -> None:
    """Of three forms of consent, records and explanations cite the clauses in one order, in every process."""
    given = (
        consent(Part.WORK, form=ShareForm.PARTNER),
        consent(Part.EDUCATION, form=ShareForm.TRANSFER),
        *(consent(Part.WORK), consent(Part.EDUCATION)),
    )
    every = (Clause.SHARE_1, Clause.SHARE_2, Clause.SHARE_3)
    for some in permutations(given):
        shared = resume(*some)
        cited = {one.item: one.clauses for one in explain(SCHOOL, shared, at=NOW).rulings}
        assert cited[Action.VIEW] == every
        assert cited[Part.WORK] == (Clause.SHARE_1, Clause.SHARE_3)
        assert cited[Part.EDUCATION] == (Clause.SHARE_1, Clause.SHARE_2)
        assert record_of(SCHOOL, shared, see(SCHOOL, shared), at=NOW).clauses == every


def test_SHARE_3_partner_gets_no_part_that_is_not_named() -> None:
    """A partner gets each part that is named and no other, and cites SHARE-3."""
    for part in set(Part) - UNSHARED - {Part.NAME, Part.WORK, Part.PROFILE}:
        given = resume(consent(part, form=ShareForm.PARTNER))
        assert parts(SCHOOL, given) == {part}
        assert explain(SCHOOL, given, at=NOW).clauses == (Clause.SHARE_3,)


def test_SHARE_3_what_is_cited_for_a_part_that_is_not_named_speaks_of_every_recipient() -> None:
    """An explanation cites SHARE-3 beside parts that no consent or order names, whoever the recipient is; so its words are not of partners alone."""
    for given in (
        consent(Part.WORK),
        consent(Part.WORK, order=ORDER),
        consent(Part.WORK, form=ShareForm.PARTNER),
    ):
        cited = {one.item: one.clauses for one in explain(SCHOOL, resume(given), at=NOW).rulings}
        assert cited[Part.EMAIL] == (Clause.SHARE_3,)
    gist = POLICY_2023_04.texts[Clause.SHARE_3].gist
    assert "any other recipient" in gist.en
    assert "其他接收方" in gist.zh


def test_SHARE_3_every_part_that_can_be_shared_is_shown_when_named() -> None:
    """Consent to everything gives everything but what cannot be shared."""
    assert parts(SCHOOL, resume(consent(*Part))) == set(Part) - UNSHARED


# --- Support ---------------------------------------------------------------------------------------------------------

COMPLAINT = SupportCase(id="case", opened=NOW - DAY, complainant="c-1")
REPORT = SupportCase(id="case", opened=NOW - DAY, complainant="you", complained_of=frozenset({"c-1"}))
ONLINE = {
    *(Part.PROFILE, Part.REGION, Part.STRENGTHS, Part.HIGHLIGHTS, Part.INTENTION, Part.WORK),
    *(Part.LATEST_POSITION, Part.PROJECTS, Part.EDUCATION, Part.AWARDS, Part.CAMPUS_POSITIONS),
    *(Part.CERTIFICATES, Part.SKILLS, Part.TRAINING, Part.PORTFOLIO, Part.ADDITIONAL, Part.DISPLAY_NAME),
}


def agent(case: SupportCase | None = COMPLAINT) -> SupportAgent:
    return SupportAgent(id="a", case=case, signed_in=True)


def test_SUPPORT_1_the_complainant_is_seen_with_name_and_number() -> None:
    """Of who complains: the online sections, the real name beside the honorific, and the mobile number; no channel."""
    view = see(agent(), resume(name_display=NameDisplay.HONORIFIC))
    assert RESUME_PARTS - view.withheld == ONLINE | {Part.NAME, Part.MOBILE}
    assert (view.display_name, view.contact.mobile, view.contact.email) == ("张三丰", MOBILE, None)
    assert (view.contact.channels, view.sections.avatar) == (frozenset(), None)


def test_SUPPORT_1_who_is_complained_of_is_seen_as_others_see_them() -> None:
    """Of whom a complaint is: the online sections, and the name that the candidate chose to show."""
    for display, name in ((NameDisplay.REAL, "张三丰"), (NameDisplay.HONORIFIC, "张女士")):
        view = see(agent(REPORT), resume(name_display=display))
        shown = ONLINE | ({Part.NAME} if display is NameDisplay.REAL else set())
        assert RESUME_PARTS - view.withheld == shown
        assert (view.display_name, view.contact.mobile) == (name, None)


def test_SUPPORT_1_no_case_no_view() -> None:
    """Without a case, with one of others, or not signed in, staff see nothing of a public resume."""
    public = resume(visibility=Visibility.PUBLIC)
    for case in (None, attrs.evolve(COMPLAINT, complainant="you"), SupportCase(id="empty", opened=NOW - DAY)):
        assert is_hidden(agent(case), public)
    assert is_hidden(attrs.evolve(agent(), signed_in=False), public)


def test_SUPPORT_1_a_case_is_open_from_its_first_instant_to_before_its_last() -> None:
    """A case opens the resume from its own instant on, and no longer at the instant it is closed; the view ends with it."""
    case = attrs.evolve(COMPLAINT, opened=NOW, closed=NOW + HOUR)
    for at, is_open in (
        (NOW - MICROSECOND, False),
        (NOW, True),
        (NOW + HOUR - MICROSECOND, True),
        (NOW + HOUR, False),
    ):
        assert is_hidden(agent(case), resume(), at) is not is_open
    assert see(agent(case), resume()).fresh_until == NOW + HOUR
    assert see(agent(), resume()).fresh_until == NOW + 2 * HOUR


def test_SUPPORT_1_staff_view_and_do_nothing_else() -> None:
    """Staff may look and neither list, export nor chat; nothing of a form is shown to them."""
    public = resume(visibility=Visibility.PUBLIC)
    assert allowed(agent(), public) == see(agent(), public).actions == {Action.VIEW}


def test_SUPPORT_1_views_are_recorded_and_make_no_notice() -> None:
    """A view by staff is put on record with the case, and the candidate gets no notice of it."""
    record = record_of(agent(), resume(), see(agent(), resume()), at=NOW)
    assert (record.granted, record.support_case, record.clauses) == (True, "case", (Clause.SUPPORT_1,))
    assert notice_of(record, resume().settings, language=Language.EN) is None


# --- The school ------------------------------------------------------------------------------------------------------

UNIVERSITY = School(id="university", signed_in=True, verified=True)
TALK = OnlineTalk(
    school="university", delivery=Delivery(at=NOW - DAY, position="工程师"), school_requires=True
)


def handed_in(**changes: Any) -> Application:
    """An application handed in at the talk of the university."""
    return attrs.evolve(Application(company="acme", at=NOW - DAY, talk=TALK), **changes)


def test_CAMPUS_2_only_what_was_handed_in_at_the_schools_own_talk() -> None:
    """Nothing by an application without a talk, at another school's, or where the school does not require it."""
    for talk_held in (None, attrs.evolve(TALK, school="other"), attrs.evolve(TALK, school_requires=False)):
        held = resume(applications=(handed_in(talk=talk_held),), visibility=Visibility.PUBLIC)
        assert is_hidden(UNIVERSITY, held)
        assert explain(UNIVERSITY, held, at=NOW).clauses == (Clause.CAMPUS_2,)


def test_CAMPUS_2_the_school_sees_the_records_of_its_own_talks_in_their_order() -> None:
    """Of several talks the school is shown the records of its own, in the order of the applications; the owner all."""
    second = attrs.evolve(TALK, delivery=Delivery(at=NOW - 2 * DAY, position="分析师"))
    other = attrs.evolve(TALK, school="other", delivery=Delivery(at=NOW - DAY, position="他校"))
    held = resume(applications=(handed_in(), handed_in(talk=other), handed_in(talk=second, at=NOW - 2 * DAY)))
    assert see(UNIVERSITY, held).sections.delivery == (TALK.delivery, second.delivery)
    assert see(people.owner, held).sections.delivery == (
        TALK.delivery,
        other.delivery,
        second.delivery,
    )


def test_CAMPUS_2_from_the_delivery_to_the_withdrawal() -> None:
    """The school sees it once it was sent and delivered, and no more when the application is withdrawn (APPLY-8)."""
    delivered = attrs.evolve(TALK, delivery=attrs.evolve(TALK.delivery, at=NOW))
    held = resume(applications=(handed_in(talk=delivered, withdrawn=NOW + HOUR),))
    assert is_hidden(UNIVERSITY, held, NOW - MICROSECOND)
    assert see(UNIVERSITY, held).fresh_until == NOW + HOUR
    assert is_hidden(UNIVERSITY, held, NOW + HOUR)
    later = resume(applications=(handed_in(at=NOW + HOUR),))
    assert is_hidden(UNIVERSITY, later)
    assert not is_hidden(UNIVERSITY, later, NOW + HOUR)


def test_GATE_4_a_school_has_signed_in_and_is_verified() -> None:
    """Who is not signed in for the school, or not verified to act for it, sees nothing."""
    held = resume(applications=(handed_in(),))
    for unknown in (attrs.evolve(UNIVERSITY, signed_in=False), attrs.evolve(UNIVERSITY, verified=False)):
        assert is_hidden(unknown, held)
        assert explain(unknown, held, at=NOW).clauses == (Clause.GATE_4,)


# --- Notices ---------------------------------------------------------------------------------------------------------


def test_NOTICE_2_by_the_channels_that_were_left_on() -> None:
    """A notice goes by the channels left on; with none there is no notice, and the record is the same."""
    viewer, records = recruiter(action=Action.VIEW), []
    for on in (frozenset(NoticeChannel), frozenset({NoticeChannel.WECHAT}), frozenset[NoticeChannel]()):
        public = resume(visibility=Visibility.PUBLIC, notices=on)
        records.append(record_of(viewer, public, see(viewer, public), at=NOW))
        notice = notice_of(records[-1], public.settings, language=Language.ZH)
        assert (frozenset() if notice is None else notice.channels) == on
        assert (notice is None) is (not on)
    assert records[0] == records[1] == records[2]


# --- The gates are there for everybody -------------------------------------------------------------------------------

EVERYBODY = (recruiter(), headhunter(), MEMBER, Recommender(), SCHOOL, UNIVERSITY, agent())


def resume_open_to_all(**settings: Any) -> Resume:
    """A resume that shows something to each of them."""
    chosen: dict[str, Any] = {
        "nickname": NameDisplay.REAL,
        "personalised_recommendation": True,
        "visibility": Visibility.PUBLIC,
        **settings,
    }
    return resume(
        consent(*Part), conversations=(chat(), chat("agency")), applications=(handed_in(),), **chosen
    )


@pytest.mark.parametrize("viewer", EVERYBODY, ids=lambda viewer: type(viewer).__name__)
def test_GATE_1_permission_off_closes_every_recipient(viewer: Viewer) -> None:
    """With the resume permission off, chat, community, recommender and every consent show nothing."""
    assert not is_hidden(viewer, resume_open_to_all())
    assert is_hidden(viewer, resume_open_to_all(resume_permission=False))


@pytest.mark.parametrize("viewer", EVERYBODY, ids=lambda viewer: type(viewer).__name__)
def test_GATE_2_resume_that_is_gone_is_gone_for_every_recipient(viewer: Viewer) -> None:
    """Of a deleted resume or a closed account nobody has anything, whatever was consented to."""
    assert is_hidden(viewer, attrs.evolve(resume_open_to_all(), deleted=True))
    assert is_hidden(viewer, attrs.evolve(resume_open_to_all(), account=Account.CLOSED))


@pytest.mark.parametrize("viewer", EVERYBODY, ids=lambda viewer: type(viewer).__name__)
def test_GATE_3_under_sixteen_nobody_has_anything(viewer: Viewer) -> None:
    """Of somebody who is not surely sixteen nobody but the owner has anything."""
    child = people.with_profile(resume_open_to_all(), born=YearMonth(2010, 1))
    assert is_hidden(viewer, child)
    assert not is_hidden(people.owner, child)


def test_SHARE_3_which_clauses_name_a_part_is_found_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A view for a recipient that is shown again looks up no clauses of the parts: the limited grant is kept with the resume."""
    found: list[object] = []

    def counted(by_clause: Any) -> Any:
        found.append(by_clause)
        return _clauses_by_part(by_clause)

    monkeypatch.setattr("resume_visibility.policy.table._clauses_by_part", counted)
    asked = resume(consent(Part.NAME, Part.MOBILE))
    views = [resume_visibility.view_for(SCHOOL, asked, at=NOW + i * MICROSECOND) for i in range(3)]
    assert None not in views
    assert len(found) == 1
