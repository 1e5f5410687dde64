"""One candidate with every section, and the people who ask: for tests that look at one view."""

from datetime import UTC, datetime, timedelta
from typing import Any

import attrs

from resume_visibility import (
    FULLY_VERIFIED,
    CampusForm,
    CommunityMember,
    Company,
    Headhunter,
    Mailbox,
    NameDisplay,
    Owner,
    Recruiter,
    Resume,
    Settings,
    Visibility,
    Visitor,
)
from resume_visibility.model import (
    Additional,
    Application,
    Attachment,
    Availability,
    Award,
    Basics,
    CampusBasics,
    CampusContact,
    CampusPosition,
    CampusProfile,
    CareerStage,
    Certificate,
    CommunityProfile,
    Contact,
    Degree,
    Education,
    Email,
    Gender,
    Intention,
    JobType,
    MobileNumber,
    MonthlySalary,
    Period,
    PersonName,
    PhoneNumber,
    PortfolioImage,
    PortfolioLink,
    Proficiency,
    Profile,
    Project,
    Skill,
    Training,
    Url,
    Video,
    VirtualNumber,
    Work,
    YearMonth,
)
from resume_visibility.model import SearchStatus as Status

AT = datetime(2026, 6, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
ACME = Company(id="acme", name="艾可美科技有限公司")
GLOBEX = Company(id="globex", name="环球实业有限公司")
BOX = Email("hr@acme.example.com")
NUMBER = "13912345678"
MAIL = "sanfeng.private@example.com"
HOME = "https://sanfeng.example.com/me"
OPEN = Settings(
    visibility=Visibility.PUBLIC,
    name_display=NameDisplay.REAL,
    resume_permission=True,
    chat_permission=True,
    personalised_recommendation=True,
)

recruiter = Recruiter(id="u-1", company=ACME, signed_in=True, verified=FULLY_VERIFIED)
stranger = Recruiter(id="u-2", company=GLOBEX, signed_in=True, verified=FULLY_VERIFIED)
headhunter = Headhunter(id="h-1", agency=GLOBEX, clients=(), signed_in=True, verified=FULLY_VERIFIED)
mailbox = Mailbox(company=ACME, address=BOX)
owner = Owner(candidate="c-1")
member = CommunityMember(id="m-9", signed_in=True)
visitor = Visitor()

applied = Application(company="acme", at=AT - DAY, attachments=frozenset({"file-1"}))
delivered = Application(company="acme", at=AT - DAY, mailbox=BOX, attachments=frozenset({"file-1"}))


def line(
    name: str, company: str | None = None, *, ends: timedelta = DAY, starts: timedelta = -DAY
) -> VirtualNumber:
    """A virtual number whose digits end in its id."""
    return VirtualNumber(
        id=name,
        candidate="c-1",
        number=PhoneNumber("+862100000000", extension=f"{sum(map(ord, name)):04}"),
        valid_from=AT + starts,
        valid_until=AT + ends,
        company=company,
    )


def resume(**changes: Any) -> Resume:
    """A public resume with every section filled and nothing to hide in its text."""
    span = Period(YearMonth(2018, 3), YearMonth(2022, 8))
    whole = Resume(
        id="r-1",
        candidate="c-1",
        basics=Basics(
            name=PersonName("张三丰", romanised_surname="Zhang"),
            profile=Profile(
                gender=Gender.MALE,
                born=YearMonth(1990, 2),
                work_started=2012,
                residence="上海",
                stage=CareerStage.WORKING,
            ),
            contact=Contact(mobile=MobileNumber(f"+86{NUMBER}"), email=Email(MAIL), homepage=Url(HOME)),
            avatar="avatar-1",
        ),
        strengths="稳重",
        highlights="三项专利",
        intention=Intention(
            position="架构师",
            cities=("上海", "杭州"),
            salary=MonthlySalary(40000, 60000),
            job_type=JobType.FULL_TIME,
            search_status=Status.OPEN_TO_OFFERS,
            availability=Availability.WITHIN_ONE_MONTH,
        ),
        work=(
            Work(
                company="某软件公司",
                period=span,
                position="工程师",
                description="负责清结算平台",
                job_type=JobType.FULL_TIME,
                skills=("Go", "Python"),
            ),
        ),
        projects=(Project(name="对账引擎", period=span, description="由日终改为准实时"),),
        education=(
            Education(
                school="某大学",
                degree=Degree.BACHELOR,
                period=span,
                major="软件工程",
                full_time=True,
                studied_abroad=False,
            ),
        ),
        awards=(Award(name="奖学金", date=YearMonth(2011, 5)),),
        campus_positions=(CampusPosition(title="班长", period=span),),
        certificates=(Certificate(name="架构设计师", date=YearMonth(2018, 11)),),
        skills=(Skill(name="英语", proficiency=Proficiency.GOOD),),
        training=(Training(course="云原生", period=span, institution="某研究院"),),
        portfolio=(
            PortfolioImage(image="image-1", description="架构图"),
            PortfolioLink(link=Url("https://docs.example.com/ledger"), description="文档"),
        ),
        additional=(Additional(topic="爱好", description="马拉松"),),
        attachments=(
            Attachment(id="file-1", file_name="中文简历.pdf"),
            Attachment(id="file-2", file_name="英文简历.pdf"),
        ),
        video=Video(id="video-1"),
        settings=OPEN,
        community=CommunityProfile(id="member-1", avatar="face-1"),
    )
    return attrs.evolve(whole, **changes)


def form(**changes: Any) -> CampusForm:
    """A form for Acme, handed in a day ago, by the same candidate."""
    whole = CampusForm(
        id="f-1",
        candidate="c-1",
        company="acme",
        basics=CampusBasics(
            name=PersonName("张三丰", romanised_surname="Zhang"),
            english_name="Sanfeng",
            profile=CampusProfile(gender=Gender.MALE, born=YearMonth(2000, 1), desired_places=("上海",)),
            contact=CampusContact(email=Email(MAIL), mobile=MobileNumber(f"+86{NUMBER}")),
        ),
        settings=Settings(name_display=NameDisplay.REAL, resume_permission=True),
        handed_in=AT - DAY,
    )
    return attrs.evolve(whole, **changes)


def with_contact(base: Resume, **changes: Any) -> Resume:
    """The resume with other contact details."""
    contact = attrs.evolve(base.basics.contact, **changes)
    return attrs.evolve(base, basics=attrs.evolve(base.basics, contact=contact))


def with_profile(base: Resume, **changes: Any) -> Resume:
    """The resume with other things stated of the person."""
    profile = attrs.evolve(base.basics.profile, **changes)
    return attrs.evolve(base, basics=attrs.evolve(base.basics, profile=profile))


def with_settings(base: Resume, **changes: Any) -> Resume:
    """The resume with other settings."""
    return attrs.evolve(base, settings=attrs.evolve(base.settings, **changes))
