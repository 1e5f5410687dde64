"""Each reading that a platform may choose: alone it changes what it says, which shows more and never less."""

from datetime import UTC, datetime, timedelta, timezone

import attrs
import pytest
from resume_visibility.policy.grants import Item

from resume_visibility import (
    FULLY_VERIFIED,
    POLICY_2023_04,
    Action,
    Application,
    Attachment,
    Basics,
    CareerStage,
    Channel,
    Company,
    CompanyBlock,
    Contact,
    Email,
    Gender,
    Headhunter,
    Mailbox,
    MobileNumber,
    Part,
    PersonName,
    Policy,
    Profile,
    Readings,
    Recruiter,
    Resume,
    Settings,
    Url,
    Video,
    Viewer,
    Visibility,
    YearMonth,
    view_for,
)
from resume_visibility.policy.explanation import items_of
from resume_visibility.policy.table import case_of

NOW = datetime(2024, 6, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
BOX = Email("jobs@acme.example")
ACME = Company(name="艾可美科技有限公司", id="acme", group="holding")
SISTER = Company(name="姐妹公司", id="sister", group="holding")
NAMELESS = Company(name="某公司")
AGENCY = Company(name="某猎头公司", id="agency")

BARE = Resume(
    id="cv",
    candidate="c",
    basics=Basics(
        name=PersonName("张三丰"),
        profile=Profile(
            gender=Gender.FEMALE,
            born=YearMonth(1990, 1),
            work_started=2012,
            residence="上海",
            stage=CareerStage.WORKING,
        ),
        contact=Contact(
            mobile=MobileNumber("+8613800138000"),
            email=Email("san@mail.example"),
            homepage=Url("https://san.example/"),
        ),
    ),
    strengths="勤奋",
    attachments=(Attachment(id="one", file_name="一.pdf"),),
    video=Video(id="film"),
    settings=Settings(resume_permission=True, visibility=Visibility.PUBLIC),
)


def chosen(
    *blocks: CompanyBlock,
    visibility: Visibility = Visibility.PUBLIC,
    applications: tuple[Application, ...] = (),
) -> Resume:
    settings = attrs.evolve(BARE.settings, visibility=visibility, blocks=blocks)
    return attrs.evolve(BARE, settings=settings, applications=applications)


def sent(at: datetime = NOW - DAY, mailbox: Email | None = None, group: str | None = None) -> Application:
    return Application(company="acme", at=at, mailbox=mailbox, attachments=frozenset({"one"}), group=group)


def block(company: str = "acme", at: datetime = NOW - DAY) -> CompanyBlock:
    return CompanyBlock(company=company, at=at)


def recruiter(company: Company = ACME, action: Action = Action.VIEW) -> Recruiter:
    return Recruiter(id="r", company=company, signed_in=True, verified=FULLY_VERIFIED, action=action)


HEADHUNTER = Headhunter(id="h", agency=AGENCY, client=ACME, signed_in=True)
MAILBOX = Mailbox(company=ACME, address=BOX)
PRIVATE = Visibility.PRIVATE

SCENES: dict[str, tuple[Viewer, Resume]] = {
    "future_block_holds": (recruiter(), chosen(block(at=NOW + DAY))),
    "client_blocks_headhunter": (HEADHUNTER, chosen(block())),
    "untold_company_is_blocked": (recruiter(NAMELESS), chosen(block())),
    "mailbox_waits": (MAILBOX, chosen(applications=(sent(mailbox=BOX),))),
    "lists_follow_visibility": (
        recruiter(action=Action.SEARCH),
        chosen(visibility=PRIVATE, applications=(sent(),)),
    ),
    "block_holds_at_same_instant": (recruiter(), chosen(block(at=NOW), applications=(sent(NOW),))),
    "application_stays_with_company": (
        recruiter(SISTER),
        chosen(visibility=PRIVATE, applications=(sent(group="holding"),)),
    ),
    "homepage_goes_with_email": (recruiter(), chosen(visibility=Visibility.CHAT_ONLY)),
}
"""For each reading a viewer and a resume that it makes a difference to."""

READINGS = tuple(SCENES)


def with_other(reading: str) -> Policy:
    return Policy("own", Readings(**{reading: False}))


def items(viewer: Viewer, resume: Resume, policy: Policy = POLICY_2023_04) -> frozenset[Item]:
    return items_of(case_of(viewer, resume, NOW, policy).decision)


def test_every_reading_on_resumes_has_a_scene() -> None:
    """Each field of the readings is shown here, but for the one on forms."""
    assert {*SCENES, "third_parties_stay_with_company"} == set(attrs.fields_dict(Readings))


def test_every_reading_is_the_candidates_side_unless_chosen() -> None:
    """Left alone, every reading is the one of the rules."""
    assert all(attrs.astuple(Readings()))
    assert POLICY_2023_04.readings == Readings()


@pytest.mark.parametrize("scene", READINGS)
@pytest.mark.parametrize("reading", READINGS)
def test_a_reading_changes_its_own_scene_alone(reading: str, scene: str) -> None:
    """A reading chosen otherwise shows more where it applies, and changes nothing where another one does."""
    viewer, resume = SCENES[scene]
    strict, loose = items(viewer, resume), items(viewer, resume, with_other(reading))
    if reading == scene:
        assert loose > strict
    else:
        assert loose == strict


def test_BLOCK_2_a_future_block_waits_where_chosen() -> None:
    """Where a platform lets a block begin at its date, it blocks from then on."""
    viewer, resume = SCENES["future_block_holds"]
    policy = with_other("future_block_holds")
    assert view_for(viewer, resume, at=NOW + DAY - timedelta(microseconds=1), policy=policy) is not None
    assert view_for(viewer, resume, at=NOW + DAY, policy=policy) is None
    assert view_for(viewer, resume, at=NOW) is None


def test_BLOCK_3_a_client_blocks_nobody_else_where_chosen() -> None:
    """Where the client does not count, the agency still does."""
    policy = with_other("client_blocks_headhunter")
    assert items(HEADHUNTER, chosen(block()), policy) == items(HEADHUNTER, chosen())
    assert items(HEADHUNTER, chosen(block("agency")), policy) == frozenset()


def test_BLOCK_4_a_company_that_cannot_be_told_is_anybody_where_chosen() -> None:
    """Where an untold company is not blocked, it sees what any company does."""
    viewer, resume = SCENES["untold_company_is_blocked"]
    assert items(viewer, resume, with_other("untold_company_is_blocked")) == items(viewer, chosen())


def test_APPLY_4_a_mailbox_gets_what_cannot_be_redacted_where_chosen() -> None:
    """Where a mailbox does not wait, it gets attachments and video, and no contact and no channel."""
    viewer, resume = SCENES["mailbox_waits"]
    policy = with_other("mailbox_waits")
    gained = items(viewer, resume, policy) - items(viewer, resume)
    assert gained == {Part.ATTACHMENTS, Part.VIDEO}
    view = view_for(viewer, resume, at=NOW, policy=policy)
    assert view is not None
    assert [attachment.id for attachment in view.sections.attachments] == ["one"]
    assert view.policy == "own"


def test_APPLY_4_a_mailbox_gets_the_attachments_delivered_to_it_where_chosen() -> None:
    """Where a mailbox does not wait, it gets what was delivered to it, and not what went elsewhere in the company."""
    two = attrs.evolve(
        chosen(applications=(sent(mailbox=BOX), attrs.evolve(sent(), attachments=frozenset({"one", "two"})))),
        attachments=(Attachment(id="one", file_name="一.pdf"), Attachment(id="two", file_name="二.pdf")),
    )
    view = view_for(MAILBOX, two, at=NOW, policy=with_other("mailbox_waits"))
    assert view is not None
    assert [attachment.id for attachment in view.sections.attachments] == ["one"]


def test_APPLY_5_an_application_opens_the_lists_where_chosen() -> None:
    """Where lists do not follow the visibility, an application opens both as it opens the view."""
    viewer, resume = recruiter(), chosen(visibility=PRIVATE, applications=(sent(),))
    policy = with_other("lists_follow_visibility")
    for action in (Action.SEARCH, Action.RECOMMEND):
        assert items(attrs.evolve(viewer, action=action), resume, policy) == items(viewer, resume, policy)
    assert items(viewer, resume, policy) - items(viewer, resume) == {Action.SEARCH, Action.RECOMMEND}


def test_APPLY_6_an_application_wins_at_the_same_instant_where_chosen() -> None:
    """Where the application wins at the same instant, a later block still holds."""
    viewer, resume = SCENES["block_holds_at_same_instant"]
    policy = with_other("block_holds_at_same_instant")
    assert Part.ATTACHMENTS in items(viewer, resume, policy)
    later = chosen(block(at=NOW), applications=(sent(NOW - timedelta(microseconds=1)),))
    assert items(viewer, later, policy) == frozenset()


def test_APPLY_6_the_same_instant_is_told_by_any_clock_where_chosen() -> None:
    """The same instant is the same, whichever clocks told the application and the block."""
    at = NOW.astimezone(timezone(timedelta(hours=8)))
    resume = chosen(block(at=NOW), applications=(sent(at),))
    policy = with_other("block_holds_at_same_instant")
    assert items(recruiter(), resume, policy) == items(recruiter(), chosen(applications=(sent(),)))


def test_APPLY_7_a_company_that_cannot_be_told_is_of_no_group_where_chosen() -> None:
    """BLOCK-4: where an application is for the group, it opens nothing to a company of it that has no id."""
    resume = chosen(visibility=PRIVATE, applications=(sent(group="holding"),))
    policy = with_other("application_stays_with_company")
    assert items(recruiter(SISTER), resume, policy)
    assert items(recruiter(attrs.evolve(SISTER, id=None)), resume, policy) == frozenset()


def test_APPLY_7_an_application_opens_to_the_group_where_chosen() -> None:
    """Where an application is for the group, it opens to its companies as to the one, and to no other."""
    viewer, resume = SCENES["application_stays_with_company"]
    policy = with_other("application_stays_with_company")
    assert items(viewer, resume, policy) == items(recruiter(), resume)
    other = recruiter(Company(name="别家公司", id="other", group="others"))
    for stranger in (other, recruiter(attrs.evolve(SISTER, group=None))):
        assert items(stranger, resume, policy) == frozenset()


def test_CONTACT_1_the_homepage_is_shown_without_email_where_chosen() -> None:
    """Where the homepage does not go with e-mail, chat only shows it, and not the address."""
    viewer, resume = SCENES["homepage_goes_with_email"]
    policy = with_other("homepage_goes_with_email")
    assert items(viewer, resume, policy) - items(viewer, resume) == {Part.HOMEPAGE}
    view = view_for(viewer, resume, at=NOW, policy=policy)
    assert view is not None
    assert (view.contact.homepage, view.contact.email) == (Url("https://san.example/"), None)
    assert Channel.EMAIL not in view.contact.channels


@pytest.mark.parametrize("reading", READINGS)
def test_no_reading_shows_less_in_any_case(reading: str) -> None:
    """In every case there is a reading chosen otherwise gives all that the strict one gives."""
    for strict, loose in zip(POLICY_2023_04.cases(), with_other(reading).cases(), strict=True):
        assert items_of(strict.decision) <= items_of(loose.decision)
