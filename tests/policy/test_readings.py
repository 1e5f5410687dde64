"""Each reading that a platform may choose: alone it changes what it says, which shows more and never less."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import attrs
import pytest

import people
from agreed import agree, explain, view_for
from policies import AGAINST_CANDIDATE, policy_of
from resume_visibility import (
    FULLY_VERIFIED,
    POLICY_2023_04,
    Action,
    CampusForm,
    Channel,
    CommunityMember,
    Company,
    CompanyBlock,
    Headhunter,
    KeywordBlock,
    Language,
    Mailbox,
    NameDisplay,
    Part,
    Policy,
    Recruiter,
    Resume,
    School,
    Viewer,
    Visibility,
    notice_of,
    record_of,
)
from resume_visibility.model import (
    Application,
    Block,
    Delivery,
    Email,
    OnlineTalk,
)
from resume_visibility.policy import Clause, Readings
from resume_visibility.policy.decisions import Item, items_of
from resume_visibility.policy.table import case_of

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
INBOX = Email("jobs@acme.example")
ACME = Company(name="艾可美科技有限公司", id="acme", group="holding")
SISTER = Company(name="姐妹公司", id="sister", group="holding")
NAMELESS = Company(name="某公司")
AGENCY = Company(name="某猎头公司", id="agency")


def chosen(*blocks: Block, applications: tuple[Application, ...] = (), **settings: Any) -> Resume:
    """A public resume with these acts and settings."""
    return people.with_settings(people.resume(applications=applications), blocks=blocks, **settings)


def apply(at: datetime = NOW - DAY, mailbox: Email | None = None, group: str | None = None) -> Application:
    return Application(company="acme", at=at, mailbox=mailbox, attachments=frozenset({"file-1"}), group=group)


def block(company: str = "acme", at: datetime = NOW - DAY) -> CompanyBlock:
    return CompanyBlock(company=company, at=at)


def recruiter(company: Company = ACME, action: Action = Action.VIEW) -> Recruiter:
    return Recruiter(id="r", company=company, signed_in=True, verified=FULLY_VERIFIED, action=action)


HEADHUNTER = Headhunter(id="h", agency=AGENCY, clients=(ACME,), signed_in=True, verified=FULLY_VERIFIED)
AGENT = attrs.evolve(HEADHUNTER, clients=())
TALK = OnlineTalk(school="school", delivery=Delivery(at=NOW - DAY, position="工程师"), school_requires=True)
SCHOOL = School(id="school", signed_in=True, verified=True)
MEMBER = CommunityMember(id="m", signed_in=True)
FORM = people.form(
    handed_in=NOW - DAY,
    talk=TALK,
    settings=attrs.evolve(people.form().settings, name_display=NameDisplay.HONORIFIC),
)
MAILBOX = Mailbox(company=ACME, address=INBOX)
PRIVATE = Visibility.PRIVATE

SCENES: dict[str, tuple[Viewer, Resume | CampusForm]] = {
    "headhunters_are_verified": (attrs.evolve(AGENT, verified=frozenset()), chosen()),
    "chat_only_forbids_export": (recruiter(action=Action.EXPORT), chosen(visibility=Visibility.CHAT_ONLY)),
    "future_block_holds": (recruiter(), chosen(block(at=NOW + DAY))),
    "client_blocks_headhunter": (HEADHUNTER, chosen(block())),
    "unidentified_company_is_blocked": (recruiter(NAMELESS), chosen(block())),
    "application_shows_contact": (recruiter(), chosen(visibility=PRIVATE, applications=(apply(),))),
    "video_is_for_recruiters": (AGENT, chosen(visibility=Visibility.HEADHUNTERS)),
    "mailbox_waits": (MAILBOX, chosen(visibility=PRIVATE, applications=(apply(mailbox=INBOX),))),
    "application_grants_export": (
        recruiter(action=Action.EXPORT),
        chosen(visibility=PRIVATE, applications=(apply(),)),
    ),
    "lists_follow_visibility": (
        recruiter(action=Action.SEARCH),
        chosen(visibility=PRIVATE, applications=(apply(),)),
    ),
    "block_holds_at_same_instant": (recruiter(), chosen(block(at=NOW), applications=(apply(NOW),))),
    "application_stays_with_company": (
        recruiter(SISTER),
        chosen(visibility=PRIVATE, applications=(apply(group="holding"),)),
    ),
    "agency_gets_no_number": (
        AGENT,
        chosen(visibility=PRIVATE, applications=(attrs.evolve(apply(), company="agency"),)),
    ),
    "withdrawn_application_is_void": (
        recruiter(),
        chosen(visibility=PRIVATE, applications=(attrs.evolve(apply(), withdrawn=NOW),)),
    ),
    "email_is_relayed": (recruiter(), chosen()),
    "chat_shows_avatar": (recruiter(action=Action.CHAT), chosen()),
    "community_hides_position": (MEMBER, chosen()),
    "school_gets_no_contact": (
        SCHOOL,
        chosen(visibility=PRIVATE, applications=(attrs.evolve(apply(), talk=TALK),)),
    ),
    "third_parties_stay_with_company": (SCHOOL, FORM),
}
"""For each reading that decides what is given, a viewer and a resume or form that it makes a difference to."""

READINGS = tuple(SCENES)


def other_side(reading: str) -> Policy:
    return policy_of(Readings(**{reading: False}))


def items(viewer: Viewer, asked: Resume | CampusForm, policy: Policy = POLICY_2023_04) -> frozenset[Item]:
    return items_of(case_of(viewer, asked, NOW, policy).decision)


ON_NOTICES = {"headhunters_and_schools_make_notices", "lists_make_no_notices"}
"""Readings that decide on notices, and nothing that is given."""


def test_every_reading_has_a_scene() -> None:
    """Each field of the readings makes a difference here, but for those on notices, which have tests below."""
    fields = {*attrs.fields_dict(Readings)}
    assert SCENES.keys() | ON_NOTICES == fields, "write in SCENES who sees more or less under the other side"


def test_every_reading_is_that_of_the_rules_unless_chosen() -> None:
    """Left alone, every reading is the one of the rules."""
    assert all(attrs.astuple(Readings()))
    assert POLICY_2023_04.readings == Readings()


@pytest.mark.parametrize("reading", READINGS)
def test_a_reading_changes_its_own_scene(reading: str) -> None:
    """Chosen otherwise, a reading shows more in its own scene; less, where it is not the candidate's side."""
    viewer, asked = SCENES[reading]
    strict, loose = items(viewer, asked), items(viewer, asked, other_side(reading))
    assert loose < strict if reading in AGAINST_CANDIDATE else loose > strict


WITHOUT_EFFECT = {
    "future_block_holds": {"client_blocks_headhunter", "unidentified_company_is_blocked"},
    "client_blocks_headhunter": {"future_block_holds", "unidentified_company_is_blocked"},
    "unidentified_company_is_blocked": {"future_block_holds", "client_blocks_headhunter"},
    "email_is_relayed": {"school_gets_no_contact", "chat_shows_avatar", "application_shows_contact"},
    "school_gets_no_contact": {"application_shows_contact", "email_is_relayed"},
    "third_parties_stay_with_company": {"application_stays_with_company"},
    "community_hides_position": {"chat_shows_avatar", "email_is_relayed"},
    "mailbox_waits": {"video_is_for_recruiters", "application_shows_contact"},
    "agency_gets_no_number": {"application_shows_contact", "email_is_relayed"},
    "application_stays_with_company": {"lists_follow_visibility"},
}
"""For readings that are near to others, the scenes of those that they must not change."""


@pytest.mark.parametrize("reading", WITHOUT_EFFECT)
def test_a_reading_does_not_reach_into_its_neighbours(reading: str) -> None:
    """Where another reading applies, this one chosen otherwise changes nothing."""
    for scene in WITHOUT_EFFECT[reading]:
        assert items(*SCENES[scene], other_side(reading)) == items(*SCENES[scene])


def test_GATE_4_headhunters_sign_in_where_chosen() -> None:
    """Where headhunters need not be verified, they sign in all the same; recruiters are verified in full."""
    policy = other_side("headhunters_are_verified")
    assert items(attrs.evolve(AGENT, verified=frozenset()), chosen(), policy) == items(AGENT, chosen())
    for viewer in (attrs.evolve(AGENT, signed_in=False), attrs.evolve(recruiter(), verified=frozenset())):
        assert items(viewer, chosen(), policy) == frozenset()


def test_BLOCK_2_a_future_block_waits_where_chosen() -> None:
    """Where a platform lets a block begin at its date, it blocks from then on."""
    viewer, resume = SCENES["future_block_holds"]
    policy = other_side("future_block_holds")
    assert view_for(viewer, resume, at=NOW + DAY - timedelta(microseconds=1), policy=policy) is not None
    assert view_for(viewer, resume, at=NOW + DAY, policy=policy) is None
    assert view_for(viewer, resume, at=NOW) is None


SOON = NOW + timedelta(minutes=5)


@pytest.mark.parametrize(
    "waiting",
    [
        block(at=SOON),
        CompanyBlock(company="other", group="holding", at=SOON),
        KeywordBlock(keyword="艾可美", at=SOON),
    ],
    ids=["id", "group", "word"],
)
def test_BLOCK_2_a_view_is_fresh_until_a_block_begins_where_chosen(waiting: Block) -> None:
    """Where a block waits, a view is kept no longer than until one of the viewer's company begins."""
    policy, later = other_side("future_block_holds"), block(at=NOW + timedelta(minutes=9))
    for blocks in ((waiting, later), (later, waiting)):
        view = view_for(recruiter(), chosen(*blocks), at=NOW, policy=policy)
        assert view is not None
        assert view.fresh_until == SOON
        assert view_for(recruiter(), chosen(*blocks), at=SOON, policy=policy) is None


def test_BLOCK_2_a_view_is_fresh_until_the_next_block_begins_where_chosen() -> None:
    """Where a block waits, one that an application has lifted is over, and ends no view; the next one does (APPLY-6)."""
    policy, lifted = other_side("future_block_holds"), block(at=NOW - 2 * DAY)
    resume = chosen(lifted, block(at=SOON), applications=(apply(),))
    view = view_for(recruiter(), resume, at=NOW, policy=policy)
    assert view is not None
    assert view.fresh_until == SOON


def test_BLOCK_2_a_view_is_not_shortened_by_the_blocks_of_others_where_chosen() -> None:
    """A block of another company that begins soon shortens no view, and is not read off it."""
    theirs = block("x", at=SOON)
    lifted = chosen(block(at=NOW - 2 * DAY), theirs, applications=(apply(),))
    for resume in (chosen(theirs), lifted):
        view = view_for(recruiter(), resume, at=NOW, policy=other_side("future_block_holds"))
        assert view is not None
        assert view.fresh_until == NOW + timedelta(hours=2)


def test_BLOCK_3_a_view_is_fresh_until_a_block_of_a_client_begins_where_chosen() -> None:
    """Where a block waits, a headhunter's view ends when one of the agency, of a client, or with unknown clients any begins."""
    policy = other_side("future_block_holds")
    for viewer, blocked in (
        (HEADHUNTER, "acme"),
        (HEADHUNTER, "agency"),
        (attrs.evolve(HEADHUNTER, clients=None), "anybody"),
    ):
        for resume in (
            chosen(block(blocked, at=SOON)),
            chosen(block(blocked, at=SOON), block("x", at=NOW + DAY)),
        ):
            view = view_for(viewer, resume, at=NOW, policy=policy)
            assert view is not None
            assert view.fresh_until == SOON
            assert view_for(viewer, resume, at=SOON, policy=policy) is None


@pytest.mark.parametrize("other", ["unidentified_company_is_blocked", "client_blocks_headhunter"])
def test_BLOCK_3_4_what_will_block_no_headhunter_shortens_no_view_where_chosen(other: str) -> None:
    """Where blocks wait, and neither unknown clients nor any client blocks, a block that begins soon ends no view."""
    policy = Policy("own", readings=Readings(**{"future_block_holds": False, other: False}))
    unknown = attrs.evolve(HEADHUNTER, clients=None)
    view = view_for(unknown, chosen(block("anybody", at=SOON)), at=NOW, policy=policy)
    assert view is not None
    assert view.fresh_until == NOW + timedelta(hours=2)


def test_BLOCK_4_a_block_that_waits_blocks_no_company_without_an_id_where_chosen() -> None:
    """Where a block waits, a company that cannot be identified is blocked from its first instant on, and not before."""
    policy, resume = other_side("future_block_holds"), chosen(block("x", at=SOON))
    view = view_for(recruiter(NAMELESS), resume, at=NOW, policy=policy)
    assert view is not None
    assert view.fresh_until == SOON
    assert view_for(recruiter(NAMELESS), resume, at=SOON, policy=policy) is None
    assert view_for(recruiter(NAMELESS), resume, at=NOW) is None


def test_BLOCK_3_a_client_blocks_nobody_else_where_chosen() -> None:
    """Where the client does not count, the agency still does."""
    policy = other_side("client_blocks_headhunter")
    assert items(HEADHUNTER, chosen(block()), policy) == items(HEADHUNTER, chosen())
    assert items(HEADHUNTER, chosen(block("agency")), policy) == frozenset()


def test_BLOCK_4_blocks_by_name_and_group_hold_without_an_id_where_chosen() -> None:
    """A company that cannot be identified is anybody where chosen, but for the blocks that name it by a word or its group."""
    policy = other_side("unidentified_company_is_blocked")
    company = Company(name="艾可美科技有限公司", aliases=("ACME",), group="holding")
    assert items(recruiter(company), chosen(block()), policy) == items(recruiter(), chosen())
    for blocking in (
        KeywordBlock(keyword="艾可美", at=NOW),
        KeywordBlock(keyword="acme", at=NOW),
        CompanyBlock(company="other", group="holding", at=NOW),
    ):
        assert items(recruiter(company), chosen(blocking), policy) == frozenset()
        assert items(attrs.evolve(AGENT, agency=company), chosen(blocking), policy) == frozenset()
        assert items(attrs.evolve(AGENT, clients=(company,)), chosen(blocking), policy) == frozenset()


def test_BLOCK_4_unknown_clients_are_nobody_where_chosen() -> None:
    """Where a company that cannot be identified is not blocked, neither is a headhunter whose clients are unknown."""
    unknown = attrs.evolve(HEADHUNTER, clients=None)
    policy = other_side("unidentified_company_is_blocked")
    assert items(unknown, chosen(block()), policy) == items(AGENT, chosen())
    assert items(unknown, chosen(block("agency")), policy) == frozenset()


def test_APPLY_4_a_mailbox_gets_what_cannot_be_redacted_where_chosen() -> None:
    """Where a mailbox does not wait, it gets attachments and video, and no contact and no channel."""
    viewer, resume = MAILBOX, chosen(visibility=PRIVATE, applications=(apply(mailbox=INBOX),))
    policy = other_side("mailbox_waits")
    gained = items(viewer, resume, policy) - items(viewer, resume)
    assert gained == {Part.ATTACHMENTS, Part.VIDEO}
    view = view_for(viewer, resume, at=NOW, policy=policy)
    assert view is not None
    assert [attachment.id for attachment in view.sections.attachments] == ["file-1"]
    assert view.policy == "own"


def test_APPLY_4_a_mailbox_gets_the_attachments_delivered_to_it_where_chosen() -> None:
    """Where a mailbox does not wait, it gets what was delivered to it, and not what went elsewhere in the company."""
    elsewhere = attrs.evolve(apply(), attachments=frozenset({"file-1", "file-2"}))
    two = chosen(applications=(apply(mailbox=INBOX), elsewhere))
    view = view_for(MAILBOX, two, at=NOW, policy=other_side("mailbox_waits"))
    assert view is not None
    assert [attachment.id for attachment in view.sections.attachments] == ["file-1"]


def test_APPLY_5_an_application_opens_the_lists_where_chosen() -> None:
    """Where lists do not follow the visibility, an application opens both as it opens the view."""
    viewer, resume = recruiter(), chosen(visibility=PRIVATE, applications=(apply(),))
    policy = other_side("lists_follow_visibility")
    for action in (Action.SEARCH, Action.RECOMMEND):
        assert items(attrs.evolve(viewer, action=action), resume, policy) == items(viewer, resume, policy)
    assert items(viewer, resume, policy) - items(viewer, resume) == {Action.SEARCH, Action.RECOMMEND}


def test_APPLY_6_an_application_wins_at_the_same_instant_where_chosen() -> None:
    """Where the application wins at the same instant, a later block still holds."""
    viewer, resume = SCENES["block_holds_at_same_instant"]
    policy = other_side("block_holds_at_same_instant")
    assert Part.ATTACHMENTS in items(viewer, resume, policy)
    later = chosen(block(at=NOW), applications=(apply(NOW - timedelta(microseconds=1)),))
    assert items(viewer, later, policy) == frozenset()


def test_APPLY_6_the_same_instant_is_the_same_in_any_zone_where_chosen() -> None:
    """Whether an application and a block are at the same instant does not depend on their zones."""
    at = NOW.astimezone(timezone(timedelta(hours=8)))
    resume = chosen(block(at=NOW), applications=(apply(at),))
    policy = other_side("block_holds_at_same_instant")
    assert items(recruiter(), resume, policy) == items(recruiter(), chosen(applications=(apply(),)))


def test_APPLY_7_a_company_that_cannot_be_identified_is_of_no_group_where_chosen() -> None:
    """BLOCK-4: where an application is for the group, it opens nothing to a company of it that has no id."""
    resume = chosen(visibility=PRIVATE, applications=(apply(group="holding"),))
    policy = other_side("application_stays_with_company")
    assert items(recruiter(SISTER), resume, policy)
    assert items(recruiter(attrs.evolve(SISTER, id=None)), resume, policy) == frozenset()


def test_APPLY_7_an_application_opens_to_the_group_where_chosen() -> None:
    """Where an application is for the group, it opens to its companies as to the one, and to no other."""
    viewer, resume = SCENES["application_stays_with_company"]
    policy = other_side("application_stays_with_company")
    assert items(viewer, resume, policy) == items(recruiter(), resume)
    other = recruiter(Company(name="别家公司", id="other", group="others"))
    for stranger in (other, recruiter(attrs.evolve(SISTER, group=None))):
        assert items(stranger, resume, policy) == frozenset()


def test_CONTACT_1_the_address_is_shown_where_no_mail_is_relayed() -> None:
    """Where the platform relays no mail, the address is shown where e-mail is a channel; the homepage is not."""
    policy = other_side("email_is_relayed")
    for viewer, resume in (
        (recruiter(), chosen()),
        (AGENT, chosen(visibility=Visibility.HEADHUNTERS)),
        (AGENT, chosen(visibility=PRIVATE, applications=(attrs.evolve(apply(), company="agency"),))),
    ):
        assert items(viewer, resume, policy) - items(viewer, resume) == {Part.EMAIL}
        view = view_for(viewer, resume, at=NOW, policy=policy)
        assert view is not None
        assert (view.contact.email, view.contact.homepage) == (Email(people.MAIL), None)
        email = {one.item: one.clauses for one in explain(viewer, resume, at=NOW, policy=policy).rulings}
        assert email[Part.EMAIL] == (Clause.CONTACT_1,)
    chat_only = chosen(visibility=Visibility.CHAT_ONLY)
    assert items(recruiter(), chat_only, policy) == items(recruiter(), chat_only)


def test_APPLY_1_an_application_opens_what_MODE_1_would_where_chosen() -> None:
    """Where an application shows no contact, it opens mail, chat and a virtual number, and the attachments stay."""
    resume = chosen(visibility=PRIVATE, applications=(apply(),))
    lost = items(recruiter(), resume) - items(recruiter(), resume, other_side("application_shows_contact"))
    assert lost == {Part.MOBILE, Part.MESSENGER, Part.EMAIL, Part.HOMEPAGE, Channel.MOBILE}


def test_APPLY_7_an_agency_gets_what_a_company_does_where_chosen() -> None:
    """Where an agency is read as a company, its headhunters get contact details and every channel, and still no video."""
    viewer, resume = SCENES["agency_gets_no_number"]
    gained = items(viewer, resume, other_side("agency_gets_no_number")) - items(viewer, resume)
    assert gained == {Part.MOBILE, Part.MESSENGER, Part.EMAIL, Part.HOMEPAGE, Channel.MOBILE}


def test_APPLY_3_headhunters_see_the_video_where_chosen() -> None:
    """Where headhunters count as recruiters, the video is shown to them by mode and by application."""
    policy = other_side("video_is_for_recruiters")
    to_agency = chosen(visibility=PRIVATE, applications=(attrs.evolve(apply(), company="agency"),))
    for resume in (chosen(), chosen(visibility=Visibility.HEADHUNTERS), to_agency):
        assert items(AGENT, resume, policy) - items(AGENT, resume) == {Part.VIDEO}
    assert items(AGENT, chosen(visibility=PRIVATE), policy) == frozenset()


def test_APPLY_8_a_withdrawn_application_counts_on_where_chosen() -> None:
    """Where withdrawal does not count, the view is not shortened by it either."""
    soon = chosen(visibility=PRIVATE, applications=(attrs.evolve(apply(), withdrawn=SOON),))
    policy, form = other_side("withdrawn_application_is_void"), attrs.evolve(FORM, withdrawn=SOON)
    for viewer, asked in ((recruiter(), soon), (SCHOOL, form)):
        assert agree(viewer, asked, NOW, policy).fresh_until == NOW + timedelta(hours=2)
        assert agree(viewer, asked, SOON, policy) is not None
        assert agree(viewer, asked, NOW).fresh_until == SOON
        assert agree(viewer, asked, SOON) is None


def test_CAMPUS_2_the_school_gets_contact_and_other_peoples_data_where_chosen() -> None:
    """Each of the two readings gives what it names, of a form; the contact of a resume is what a resume has."""
    contact = {Part.MOBILE, Part.MESSENGER, Part.EMAIL}
    for reading, more in (
        ("school_gets_no_contact", contact | {Part.LANDLINE, Part.POSTAL_ADDRESS}),
        (
            "third_parties_stay_with_company",
            {Part.FAMILY, Part.RELATIVES, Part.EMERGENCY_NAME, Part.EMERGENCY_PHONE},
        ),
    ):
        assert items(SCHOOL, FORM, other_side(reading)) - items(SCHOOL, FORM) == more
    _, resume = SCENES["school_gets_no_contact"]
    gained = items(SCHOOL, resume, other_side("school_gets_no_contact")) - items(SCHOOL, resume)
    assert gained == contact | {Part.HOMEPAGE}


def is_notified(viewer: Viewer, resume: Resume, policy: Policy) -> bool:
    view = view_for(viewer, resume, at=NOW, policy=policy)
    assert view is not None
    record = record_of(viewer, resume, view, at=NOW, policy=policy)
    return notice_of(record, resume.settings, language=Language.ZH, policy=policy) is not None


def test_NOTICE_1_headhunters_and_schools_make_no_notices_where_chosen() -> None:
    """Where their views make no notice, those of recruiters still are."""
    resume = chosen(applications=(attrs.evolve(apply(), talk=TALK),))
    policy = other_side("headhunters_and_schools_make_notices")
    for viewer in (AGENT, SCHOOL):
        assert is_notified(viewer, resume, POLICY_2023_04)
        assert not is_notified(viewer, resume, policy)
    assert is_notified(recruiter(), resume, policy)


def test_NOTICE_1_lists_make_notices_where_chosen() -> None:
    """Where being found or recommended makes a notice, it does so for the same viewers as a view."""
    policy = other_side("lists_make_no_notices")
    for action in (Action.SEARCH, Action.RECOMMEND):
        assert not is_notified(recruiter(action=action), chosen(), POLICY_2023_04)
        assert is_notified(recruiter(action=action), chosen(), policy)


def test_no_reading_of_the_candidates_side_shows_more_in_any_case() -> None:
    """In every case a reading chosen otherwise gives all that the strict one gives; the reverse, where it is not that side."""
    strict = [(entry.facts, items_of(entry.decision)) for entry in POLICY_2023_04.entries()]
    for reading in READINGS:
        decide, candidates_side = other_side(reading).decide, reading not in AGAINST_CANDIDATE
        for facts, items in strict:
            other = items_of(decide(facts))
            assert items <= other if candidates_side else other <= items, reading
