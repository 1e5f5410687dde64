"""Hypothesis strategies: resumes with everything in them, and viewers of every kind, who really meet."""

from datetime import timedelta
from itertools import product
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from ..model.choices import Availability, CareerStage, Degree, Gender, JobType, Proficiency, SearchStatus
from ..model.language import Language
from ..model.regions import IpRegion
from ..model.resume import CommunityProfile, Resume
from ..model.sections import (
    Additional,
    Attachment,
    Award,
    Basics,
    CampusPosition,
    Certificate,
    Contact,
    Education,
    Intention,
    PortfolioImage,
    PortfolioLink,
    Profile,
    Project,
    Skill,
    Training,
    Video,
    Work,
)
from ..model.settings import (
    Account,
)
from ..model.values import Email, MobileNumber, MonthlySalary, Period, Url, YearMonth
from ..model.viewers import (
    FULLY_VERIFIED,
    Action,
    CommunityMember,
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
from .acts import applications, consents, conversations, settings, virtual_numbers
from .cast import (
    CANDIDATES,
    COMPANIES,
    FAMILIES,
    MAILBOXES,
    NOW,
    PROSE,
    PURPOSES,
    RECIPIENTS,
    SCHOOLS,
    either,
    months,
    writings,
)

_T = TypeVar("_T")

_ids = st.integers(0, 10**6)


def _few(items: st.SearchStrategy[_T]) -> st.SearchStrategy[list[_T]]:
    """None, one, two or three, each as often."""
    return st.integers(0, 3).flatmap(lambda size: st.lists(items, min_size=size, max_size=size))


# Made once: to make a strategy for each draw takes longer than to draw from it.
_owners = st.sampled_from(CANDIDATES)
_digits = st.integers(0, 10**8 - 1)
_families = st.sampled_from(FAMILIES)
_either_of_two = st.integers(0, 1)
_booleans = st.booleans()
_years, _amounts = st.integers(2000, 2026), st.integers(3000, 90000)
_genders, _stages, _job_types = either(Gender), either(CareerStage), either(JobType)
_statuses, _availabilities = either(SearchStatus), either(Availability)
_degrees, _proficiencies = either(Degree), either(Proficiency)
_births = st.sampled_from(
    [YearMonth(1985, 7), YearMonth(1990, 2), YearMonth(2000, 12)] * 2
    + [YearMonth(2010, 5), YearMonth(2010, 6)]
)
_settings = settings()
_consents = _few(consents)
_conversations = st.lists(conversations, max_size=2)
_regions = st.sampled_from([None, IpRegion("CN-GD"), IpRegion("SG")])
_accounts = st.sampled_from([Account.OPEN] * 11 + [Account.CLOSED])
_deleted = st.sampled_from([False] * 11 + [True])


@st.composite
def resumes(draw: st.DrawFn, *, candidate: str | None = None, salt: str = "a") -> Resume:
    """Resumes with every section, typed-in secrets, and settings and acts of every kind.

    Args:
        draw: Hypothesis's.
        candidate: the owner's id; one of two, unless given.
        salt: a letter in every id, so that two resumes share none.
    """
    owner = candidate or draw(_owners)
    mobile = MobileNumber(f"+86139{draw(_digits):08}")
    ordinary = f"me{salt}{draw(_ids)}@example.com"
    email = Email(draw(st.sampled_from([ordinary, ordinary, f"{mobile.e164.removeprefix('+86')}@139.com"])))
    name = draw(_families)[draw(_either_of_two)]
    typed = (*writings(mobile), email.address, name.full, "")
    texts = [
        f"{PROSE[i % len(PROSE)]} {secret}。{PROSE[-1 - i % len(PROSE)]}" for i, secret in enumerate(typed)
    ]
    filler = Random(draw(_ids))  # one draw for all the prose: quick, and as good

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
                gender=draw(_genders),
                born=draw(_births),
                work_started=draw(_years),
                residence=text(),
                stage=draw(_stages),
            ),
            contact=Contact(mobile=mobile, email=email, homepage=Url(f"https://example.com/{made('home')}")),
            avatar=made("avatar"),
        ),
        strengths=draw(st.none() | st.just(text())),
        highlights=text(),
        intention=Intention(
            position=text(),
            cities=(text(),),
            salary=MonthlySalary(draw(_amounts)),
            job_type=draw(_job_types),
            search_status=draw(_statuses),
            availability=draw(_availabilities),
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
                degree=draw(_degrees),
                period=period(),
                major=text(),
                full_time=draw(_booleans),
                studied_abroad=draw(_booleans),
                major_description=text(),
            ),
        ),
        awards=(Award(name=text(), date=draw(months)),),
        campus_positions=(CampusPosition(title=text(), period=period(), description=text()),),
        certificates=(Certificate(name=text(), date=draw(months)),),
        skills=(Skill(name=text(), proficiency=draw(_proficiencies)),),
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
        settings=draw(_settings),
        applications=tuple(draw(_few(applications([a.id for a in attachments])))),
        virtual_numbers=tuple(draw(virtual_numbers(owner, salt))),
        conversations=tuple(draw(_conversations)),
        consents=tuple(draw(_consents)),
        ip_region=draw(_regions),
        community=draw(
            st.none()
            | st.builds(
                CommunityProfile,
                id=st.just(f"member-{salt}"),
                avatar=st.none() | st.just(f"face-{salt}{filler.randrange(10**6)}"),
            )
        ),
        account=draw(_accounts),
        deleted=draw(_deleted),
    )


def _support_cases(near: Resume | None) -> st.SearchStrategy[SupportCase]:
    """Cases of every kind; mostly open, and of the resume's candidate."""
    candidate = CANDIDATES[0] if near is None else near.candidate
    stranger = next(other for other in CANDIDATES if other != candidate)
    return st.builds(
        SupportCase,
        id=st.just("case-1"),
        opened=st.sampled_from([NOW - timedelta(days=3), NOW - timedelta(days=3), NOW]),
        closed=st.sampled_from([None, NOW + timedelta(days=2), NOW + timedelta(days=2, minutes=30)]),
        complainant=st.just(None),
        complained_of=st.sampled_from([*[frozenset({candidate})] * 3, frozenset({stranger})]),
    ) | st.builds(
        SupportCase,
        id=st.just("case-2"),
        opened=st.just(NOW - timedelta(days=3)),
        complainant=st.sampled_from([*[candidate] * 5, stranger]),
    )


def actions(action: Action | None) -> st.SearchStrategy[Action]:
    """Actions of every kind, viewing more often than others; or that one alone."""
    return st.sampled_from([*Action, *[Action.VIEW] * 5] if action is None else [action])


def viewers(near: Resume | None = None, *, action: Action | None = None) -> st.SearchStrategy[Viewer]:
    """Viewers of every kind, action and language; people are mostly signed in and verified.

    Args:
        near: a resume whose owner, applied-to companies and mailboxes are drawn more often than others.
        action: what all of them are about to do; every action is drawn, unless given.
    """
    sent = () if near is None else near.applications
    by_id = {company.id: company for company in COMPANIES}
    met = [by_id[application.company] for application in sent]
    company = st.sampled_from([*COMPANIES, *met, *met])
    agencies = st.sampled_from([*COMPANIES, *met * 6])
    delivered = [(by_id[one.company], one.mailbox) for one in sent if one.mailbox is not None]
    owners = st.sampled_from([*CANDIDATES, *([] if near is None else [near.candidate] * 4)])
    signed_in = st.sampled_from([True, True, True, False])
    verified = st.sampled_from([FULLY_VERIFIED] * 5 + [FULLY_VERIFIED - {one} for one in Verification])
    intent = {"action": actions(action), "language": either(Language)}
    who = st.sampled_from(["user-1", "user-2"])
    talks = [one.talk.school for one in sent if one.talk is not None and one.talk.school_requires]
    schools = st.sampled_from([*SCHOOLS, *talks * 6])
    asked = [(consent.recipient, consent.purpose) for consent in near.consents] if near else []
    recruiters = st.builds(
        Recruiter, id=who, company=company, signed_in=signed_in, verified=verified, **intent
    )
    headhunters = st.builds(
        Headhunter,
        id=who,
        agency=agencies,
        clients=st.sampled_from([(), (), None]) | st.lists(company, min_size=1, max_size=2).map(tuple),
        signed_in=signed_in,
        verified=verified,
        **intent,
    )
    mailboxes = st.sampled_from(delivered * 16 + list(product(COMPANIES, map(Email, MAILBOXES)))).flatmap(
        lambda met: st.builds(Mailbox, company=st.just(met[0]), address=st.just(met[1]), **intent)
    )
    recipients = st.sampled_from(asked * 6 + list(product(RECIPIENTS, PURPOSES))).flatmap(
        lambda met: st.builds(Recipient, id=st.just(met[0]), purpose=st.just(met[1]), **intent)
    )
    seldom: list[st.SearchStrategy[Viewer]] = [
        st.builds(Owner, candidate=owners, **intent),
        st.builds(Owner, candidate=owners, **intent),
        st.builds(CommunityMember, id=who, signed_in=signed_in, **intent),
        st.builds(CommunityMember, id=who, signed_in=st.just(True), **intent),
        st.builds(Recommender, **intent),
        st.builds(Recommender, **intent),
        st.builds(School, id=schools, signed_in=st.just(True), verified=st.just(True), **intent),
        st.builds(School, id=schools, signed_in=signed_in, verified=signed_in, **intent),
        st.builds(SupportAgent, id=who, case=_support_cases(near), signed_in=st.just(True), **intent),
        st.builds(SupportAgent, id=who, case=st.none() | _support_cases(near), signed_in=signed_in, **intent),
        st.builds(Visitor, **intent),
    ]
    often: list[st.SearchStrategy[Viewer]] = [recruiters, headhunters, mailboxes, recipients]
    return st.sampled_from([*often * 2, recruiters, *seldom]).flatmap(lambda drawn: drawn)
