"""Hypothesis strategies: resumes with everything in them, and viewers of every kind, who really meet."""

from datetime import UTC, datetime, timedelta
from itertools import product
from random import Random
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st

from ..model.building import Choice
from ..model.consents import Consent, LegalOrder, ShareForm
from ..model.language import Language
from ..model.parts import Part
from ..model.regions import IpRegion
from ..model.resume import Resume
from ..model.sections import (
    Additional,
    Attachment,
    Availability,
    Award,
    Basics,
    CampusPosition,
    CareerStage,
    Certificate,
    Contact,
    Degree,
    Education,
    Gender,
    Intention,
    JobType,
    PortfolioImage,
    PortfolioLink,
    Proficiency,
    Profile,
    Project,
    SearchStatus,
    Skill,
    Training,
    Video,
    Work,
)
from ..model.settings import (
    Account,
    Application,
    Block,
    CompanyBlock,
    Conversation,
    KeywordBlock,
    NameDisplay,
    Settings,
    VirtualNumber,
    Visibility,
)
from ..model.values import Email, MobileNumber, MonthlySalary, Period, PersonName, PhoneNumber, Url, YearMonth
from ..model.viewers import (
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
    Verification,
    Viewer,
    Visitor,
)

_T = TypeVar("_T")

NOW = datetime(2026, 6, 1, tzinfo=UTC)
"""Around which the instants of a case lie."""

COMPANIES = (
    Company(id="acme", name="阿克米科技有限公司", aliases=("Acme",), group="acme-group"),
    Company(id="acme-cloud", name="阿克米云计算有限公司", group="acme-group"),
    Company(id="globex", name="环球实业股份有限公司", aliases=("Globex", "环球")),
    Company(name="无从识别的公司"),
)
"""The companies of every case: two of one group, one alone, one that cannot be told."""

_MAILBOXES = ("hr@acme.example.com", "jobs@acme.example.com")
CANDIDATES = ("candidate-1", "candidate-2")
_RECIPIENTS = ("course-provider", "partner")
SCHOOLS = ("school-1", "school-2")
_PURPOSES = ("course-consultation", "maps")
PROSE = (
    "负责系统架构设计",
    "Led a team of four",
    "用户数300万，QPS 8000",
    "熟悉 Python 与 Go",
    "2019年获年度优秀员工",
)
_FAMILIES = (
    (PersonName("张三丰"), PersonName("张翠山")),
    (PersonName("欧阳明月"), PersonName("欧阳修竹")),
    (
        PersonName("Lena Vasquez", surname="Vasquez", romanised_surname="Vasquez"),
        PersonName("Mónica Vasquez", surname="Vasquez", romanised_surname="Vasquez"),
    ),
    (PersonName("岳帅", romanised_surname="Yue"), PersonName("岳飞", romanised_surname="Yue")),
)
"""Names that are shown alike under the honorific, which is when they may not be told apart."""

instants = st.integers(-3, 3).map(lambda days: NOW + timedelta(days=days))
months = st.builds(YearMonth, st.integers(2010, 2025), st.integers(1, 12))
_ids = st.integers(0, 10**6)


@attrs.frozen(kw_only=True)
class Case:
    """One question: who asks for which resume, when; and a stranger's resume, to tell what may not matter.

    Args:
        viewer: who asks.
        resume: asked for.
        at: the instant.
        other: another candidate's resume, of the same shape; `twin` takes from it what is withheld.
    """

    viewer: Viewer
    resume: Resume
    at: datetime
    other: Resume


def writings(number: MobileNumber) -> tuple[str, ...]:
    """Some of the ways in which people type a mobile number."""
    n = number.e164.removeprefix("+86")
    wide = n.translate({ord("0") + i: ord("０") + i for i in range(10)})
    return (
        n,
        f"{n[:3]}-{n[3:7]}-{n[7:]}",
        f"+86 {n[:3]} {n[3:7]} {n[7:]}",
        wide,
        "*".join(n),
        "\u200b".join(n),
    )


def _few(items: st.SearchStrategy[_T]) -> st.SearchStrategy[list[_T]]:
    """None, one, two or three, each as often."""
    return st.integers(0, 3).flatmap(lambda size: st.lists(items, min_size=size, max_size=size))


def either(choices: type[Choice]) -> st.SearchStrategy[Any]:
    return st.sampled_from(list(choices))


@st.composite
def resumes(draw: st.DrawFn, *, candidate: str | None = None, salt: str = "a") -> Resume:
    """Resumes with every section, typed-in secrets, and settings and acts of every kind.

    Args:
        draw: Hypothesis's.
        candidate: the owner's id; one of two, unless given.
        salt: a letter in every id, so that two resumes share none.
    """
    owner = candidate or draw(st.sampled_from(CANDIDATES))
    mobile = MobileNumber(f"+86139{draw(st.integers(0, 10**8 - 1)):08}")
    ordinary = f"me{salt}{draw(_ids)}@example.com"
    email = Email(draw(st.sampled_from([ordinary, ordinary, f"{mobile.e164.removeprefix('+86')}@139.com"])))
    name = draw(st.sampled_from(_FAMILIES))[draw(st.integers(0, 1))]
    typed = (*writings(mobile), email.address, name.full, "")
    texts = [
        f"{PROSE[i % len(PROSE)]} {secret}。{PROSE[-1 - i % len(PROSE)]}" for i, secret in enumerate(typed)
    ]
    filler = Random(draw(st.integers(0, 10**6)))  # one draw for all the prose: quick, and as good

    def text() -> str:
        return filler.choice(texts)

    def period() -> Period:
        start = YearMonth(filler.randint(2010, 2025), filler.randint(1, 12))
        return Period(start, filler.choice([None, YearMonth(2026, 1)]))

    def made(kind: str) -> str:
        return f"{kind}-{salt}{filler.randrange(10**6)}"

    attachments = (
        Attachment(id=f"file-{salt}1", file_name=text()),
        Attachment(id=f"file-{salt}2", file_name=text()),
    )
    return Resume(
        id="resume-1",
        candidate=owner,
        basics=Basics(
            name=name,
            profile=Profile(
                gender=draw(either(Gender)),
                born=draw(
                    st.sampled_from(
                        [YearMonth(1985, 7), YearMonth(1990, 2), YearMonth(2000, 12)] * 2
                        + [YearMonth(2010, 5), YearMonth(2010, 6)]
                    )
                ),
                work_started=draw(st.integers(2000, 2026)),
                residence=text(),
                stage=draw(either(CareerStage)),
            ),
            contact=Contact(mobile=mobile, email=email, homepage=Url(f"https://example.com/{made('home')}")),
            avatar=made("avatar"),
        ),
        strengths=draw(st.none() | st.just(text())),
        highlights=text(),
        intention=Intention(
            position=text(),
            cities=(text(),),
            salary=MonthlySalary(draw(st.integers(3000, 90000))),
            job_type=draw(either(JobType)),
            search_status=draw(either(SearchStatus)),
            availability=draw(either(Availability)),
        ),
        work=(
            Work(
                company=text(),
                period=period(),
                position=text(),
                description=text(),
                job_type=JobType.FULL_TIME,
                skills=(text(),),
            ),
        ),
        projects=(Project(name=text(), period=period(), description=text(), company=text()),),
        education=(
            Education(
                school=text(),
                degree=draw(either(Degree)),
                period=period(),
                major=text(),
                full_time=draw(st.booleans()),
                studied_abroad=draw(st.booleans()),
                major_description=text(),
            ),
        ),
        awards=(Award(name=text(), date=draw(months)),),
        campus_positions=(CampusPosition(title=text(), period=period(), description=text()),),
        certificates=(Certificate(name=text(), date=draw(months)),),
        skills=(Skill(name=text(), proficiency=draw(either(Proficiency))),),
        training=(
            Training(course=text(), period=period(), institution=text(), place=text(), description=text()),
        ),
        portfolio=(
            PortfolioImage(image=made("image"), description=text()),
            PortfolioLink(link=Url(f"https://example.com/{made('work')}"), description=text()),
        ),
        additional=(Additional(topic=text(), description=text(), custom_topic=text()),),
        attachments=attachments,
        video=Video(id=made("video")),
        settings=draw(settings()),
        applications=tuple(draw(_few(_applications([a.id for a in attachments])))),
        virtual_numbers=tuple(draw(_virtual_numbers(owner, salt))),
        conversations=tuple(draw(st.lists(_conversations, max_size=2))),
        consents=tuple(draw(_few(_consents))),
        ip_region=draw(st.sampled_from([None, IpRegion("CN-GD"), IpRegion("SG")])),
        account=draw(st.sampled_from([Account.OPEN] * 11 + [Account.CLOSED])),
        deleted=draw(st.sampled_from([False] * 11 + [True])),
    )


def settings() -> st.SearchStrategy[Settings]:
    """Settings of every kind; permissions are on more often than off, so that most cases get past them."""
    mostly = st.sampled_from([True] * 9 + [False])
    blocks: st.SearchStrategy[Block] = st.one_of(
        st.builds(
            CompanyBlock,
            company=st.sampled_from([company.id for company in COMPANIES if company.id]),
            at=instants,
            group=st.sampled_from([None, "acme-group"]),
        ),
        st.builds(KeywordBlock, keyword=st.sampled_from(["ＡＣＭＥ", "环球", "云"]), at=instants),
    )
    return st.builds(
        Settings,
        visibility=st.sampled_from([*Visibility, Visibility.PUBLIC]),
        name_display=either(NameDisplay),
        resume_permission=mostly,
        chat_permission=mostly,
        personalised_recommendation=st.booleans(),
        nickname=st.sampled_from([None, *NameDisplay, *NameDisplay]),
        blocks=st.one_of(st.just(()), st.lists(blocks, max_size=2).map(tuple)),
    )


_conversations = st.builds(
    Conversation,
    company=st.sampled_from([company.id for company in COMPANIES if company.id]),
    since=instants,
    until=st.sampled_from([None, NOW + timedelta(days=5)]),
)

_consents = st.builds(
    Consent,
    recipient=st.sampled_from(_RECIPIENTS),
    recipient_name=st.just("某某教育科技有限公司"),
    recipient_contact=st.just("400 客服"),
    purpose=st.sampled_from(_PURPOSES),
    method=st.just("电话沟通"),
    parts=st.frozensets(either(Part)),
    begins=st.integers(-3, 1).map(lambda days: NOW + timedelta(days=days)),
    ends=st.sampled_from([NOW + timedelta(days=5), NOW + timedelta(days=5, minutes=30)]),
    withdrawn=st.sampled_from([None, None, None, NOW + timedelta(hours=36)]),
    form=st.sampled_from([ShareForm.SHARE, ShareForm.PARTNER, ShareForm.TRANSFER]),
    order=st.sampled_from([None, None, LegalOrder(basis="某法第一条", reference="某字第一号", date=NOW)]),
)


def _applications(attachments: list[str]) -> st.SearchStrategy[Application]:
    return st.builds(
        Application,
        company=st.sampled_from([company.id for company in COMPANIES if company.id]),
        at=instants,
        mailbox=st.sampled_from([None, *map(Email, _MAILBOXES)]),
        attachments=st.frozensets(st.sampled_from(attachments)),
    )


@st.composite
def _virtual_numbers(draw: st.DrawFn, candidate: str, salt: str) -> list[VirtualNumber]:
    return [
        VirtualNumber(
            id=f"line-{salt}{i}",
            candidate=candidate,
            number=PhoneNumber(f"+86950130000{i:02}", extension=f"{draw(st.integers(0, 9999)):04}"),
            valid_from=NOW + timedelta(days=draw(st.integers(-3, 0))),
            valid_until=NOW + timedelta(days=draw(st.integers(1, 3)), minutes=draw(st.integers(0, 120))),
            company=draw(st.sampled_from([None, "acme", "globex"])),
        )
        for i in range(draw(st.integers(0, 3)))
    ]


def viewers(near: Resume | None = None) -> st.SearchStrategy[Viewer]:
    """Viewers of every kind, action and language; people are mostly signed in and verified.

    Args:
        near: a resume whose owner, applied-to companies and mailboxes are drawn more often than others.
    """
    sent = () if near is None else near.applications
    by_id = {company.id: company for company in COMPANIES}
    met = [by_id[application.company] for application in sent]
    company = st.sampled_from([*COMPANIES, *met, *met])
    delivered = [(by_id[one.company], one.mailbox) for one in sent if one.mailbox is not None]
    owners = st.sampled_from([*CANDIDATES, *([] if near is None else [near.candidate] * 2)])
    signed_in = st.sampled_from([True, True, True, False])
    verified = st.sampled_from([FULLY_VERIFIED] * 5 + [FULLY_VERIFIED - {one} for one in Verification])
    intent = {"action": st.sampled_from([*Action, *[Action.VIEW] * 5]), "language": either(Language)}
    who = st.sampled_from(["user-1", "user-2"])
    asked = [(consent.recipient, consent.purpose) for consent in near.consents] if near else []
    recruiters = st.builds(
        Recruiter, id=who, company=company, signed_in=signed_in, verified=verified, **intent
    )
    headhunters = st.builds(
        Headhunter, id=who, agency=company, client=st.none() | company, signed_in=signed_in, **intent
    )
    mailboxes = st.sampled_from(delivered * 8 + list(product(COMPANIES, map(Email, _MAILBOXES)))).flatmap(
        lambda met: st.builds(Mailbox, company=st.just(met[0]), address=st.just(met[1]), **intent)
    )
    recipients = st.sampled_from(asked * 3 + list(product(_RECIPIENTS, _PURPOSES))).flatmap(
        lambda met: st.builds(Recipient, id=st.just(met[0]), purpose=st.just(met[1]), **intent)
    )
    seldom: list[st.SearchStrategy[Viewer]] = [
        st.builds(Owner, candidate=owners, **intent),
        st.builds(CommunityMember, id=who, signed_in=signed_in, **intent),
        st.builds(CommunityMember, id=who, signed_in=st.just(True), **intent),
        st.builds(Recommender, **intent),
        st.builds(School, id=st.sampled_from(SCHOOLS), signed_in=signed_in, verified=signed_in, **intent),
        st.builds(Visitor, **intent),
    ]
    often: list[st.SearchStrategy[Viewer]] = [recruiters, headhunters, mailboxes, recipients]
    return st.sampled_from([*often * 2, recruiters, *seldom]).flatmap(lambda drawn: drawn)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A viewer and a resume drawn together, so that owners, applicants and blocked companies really meet."""
    resume, other = draw(resumes(salt="a")), draw(resumes(salt="b"))
    (family,) = (family for family in _FAMILIES if resume.basics.name in family)
    named = attrs.evolve(other.basics, name=family[draw(st.integers(0, 1))])
    return Case(
        viewer=draw(viewers(near=resume)),
        resume=resume,
        at=draw(instants),
        other=attrs.evolve(other, basics=named),
    )
