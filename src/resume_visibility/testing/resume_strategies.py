"""Hypothesis strategies: resumes with everything filled in."""

from collections.abc import Callable
from functools import lru_cache
from random import Random
from types import NoneType
from typing import Any, TypeVar, overload

from hypothesis import strategies as st

from ..model.arguments import expect
from ..model.choices import (
    Availability,
    CareerStage,
    CompanyNature,
    CompanySize,
    Degree,
    Gender,
    JobType,
    PoliticalStatus,
    Proficiency,
    SearchStatus,
)
from ..model.regions import IpRegion
from ..model.resume import CommunityProfile, Resume, expect_resume
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
from ..model.settings import Account, Application
from ..model.values import Currency, Email, MobileNumber, MonthlySalary, Period, Url, YearMonth
from .acts import ages, applications, consents, conversations, settings, virtual_numbers
from .cast import CANDIDATES, FAMILIES, PROSE, REVISIONS, SIZES, TYPED, any_of, months, number_spellings
from .extended import Filler
from .invented.lacking import remove_some_values

_T = TypeVar("_T")
_R = TypeVar("_R", bound=Resume[Any])

_ids = st.integers(0, 10**6)


def _up_to_three(items: st.SearchStrategy[_T]) -> st.SearchStrategy[list[_T]]:
    """None, one, two or three items, all with the same chance."""
    return st.integers(0, 3).flatmap(lambda size: st.lists(items, min_size=size, max_size=size))


# Made once: to make a strategy takes longer than to draw from it. Strategies that depend on a resume are kept, too: few of the
# thousands of resumes of a run differ in whom they know.
_CACHE_SIZE = 1000
_owners = st.sampled_from(CANDIDATES)
_digits = st.integers(0, 10**8 - 1)
_families = st.sampled_from(FAMILIES)
_either_of_two = st.integers(0, 1)
_booleans = st.booleans()
_years, _amounts = st.integers(2000, 2026), st.integers(3000, 90000)
_genders, _stages, _job_types = any_of(Gender), any_of(CareerStage), any_of(JobType)
_statuses, _availabilities = any_of(SearchStatus), any_of(Availability)
_degrees, _proficiencies = any_of(Degree), any_of(Proficiency)
_settings = settings()
_consents = _up_to_three(consents)
_conversations = st.lists(conversations, max_size=2)
_regions = st.sampled_from([None, IpRegion("CN-GD"), IpRegion("SG")])
_avatars = st.none() | st.sampled_from([False, True])
_accounts = st.sampled_from([Account.OPEN] * 11 + [Account.CLOSED])
_deleted = st.sampled_from([False] * 11 + [True])
_incomplete = st.sampled_from([False, False, False, True])
_FILES = (0, 1, 2, 2, 2, 2, 3)


def _profile(salt: str, avatar: str, *, face: bool | None) -> CommunityProfile | None:
    return None if face is None else CommunityProfile(id=f"member-{salt}", avatar=avatar if face else None)


@lru_cache(_CACHE_SIZE)
def _application_lists(files: tuple[str, ...]) -> st.SearchStrategy[list[Application]]:
    return _up_to_three(applications(files))


@overload
def resumes(*, candidate: str | None = None, salt: str = "a") -> st.SearchStrategy[Resume]: ...
@overload
def resumes(*, candidate: str | None = None, salt: str = "a", of: type[_R]) -> st.SearchStrategy[_R]: ...
def resumes(
    *, candidate: str | None = None, salt: str = "a", of: type[Resume[Any]] = Resume
) -> st.SearchStrategy[Resume[Any]]:
    """Resumes with typed-in secrets, and settings and acts of every kind. Most have every section, some lack one or another.

    Args:
        candidate: the owner's id; one of two, unless given.
        salt: a letter in every id of the resume, its files and its community profile: two resumes of different salts share none of these.
        of: the class of the resumes, if they have sections or fields of their own.
    """
    expect_resume(of)
    expect("candidate", candidate, str, NoneType)
    expect("salt", salt, str)
    return _resumes(candidate, salt, of)


@st.composite
def _resumes(draw: st.DrawFn, candidate: str | None, salt: str, of: type[Resume[Any]]) -> Resume[Any]:
    owner = candidate or draw(_owners)
    mobile = MobileNumber(f"+86139{draw(_digits):08}")
    ordinary = f"me{salt}{draw(_ids)}@example.com"
    email = Email(draw(st.sampled_from([ordinary, ordinary, f"{mobile.e164.removeprefix('+86')}@139.com"])))
    name = draw(_families)[draw(_either_of_two)]
    filler = Random(draw(_ids))  # one draw for all the prose: quick, and as good
    born, age_verified = draw(ages)
    is_incomplete = draw(_incomplete)
    # A missing detail is not typed into a text either: nobody could know whose it is.
    present = [not is_incomplete or filler.random() < 0.7 for _ in range(3)]
    secrets = zip(present, (number_spellings(mobile), (email.address,), (name.full,)), strict=True)
    typed_in = [spellings for is_present, spellings in secrets if is_present and filler.random() < TYPED]
    typed = (*(detail for spellings in typed_in for detail in spellings), "")
    texts = [
        f"{PROSE[i % len(PROSE)]} {secret}。{PROSE[-1 - i % len(PROSE)]}" for i, secret in enumerate(typed)
    ]

    def text() -> str:
        return filler.choice(texts)

    def some(make: Callable[[], _T], sizes: tuple[int, ...] = SIZES) -> tuple[_T, ...]:
        return tuple(make() for _ in range(filler.choice(sizes)))

    def period() -> Period:
        start = YearMonth(filler.randint(2010, 2025), filler.randint(1, 12))
        return Period(start, filler.choice([None, YearMonth(2026, 1)]))

    def salary() -> MonthlySalary:
        low, high = draw(_amounts), filler.choice([None, 90000])
        return MonthlySalary(low, high, filler.choice([Currency.CNY, Currency.HKD]))

    def make_id(kind: str) -> str:
        return f"{kind}-{salt}{filler.randrange(10**6)}"

    def work_sample() -> PortfolioImage | PortfolioLink:
        if filler.random() < 0.5:
            return PortfolioImage(image=make_id("image"), description=text())
        return PortfolioLink(link=Url(f"https://example.com/{make_id('work')}"), description=text())

    files = range(1, 1 + filler.choice(_FILES))
    attachments = tuple(Attachment(id=f"file-{salt}{i}", file_name=text()) for i in files)
    resume: Resume[Any] = Resume(
        id=f"resume-{salt}",
        candidate=owner,
        basics=Basics(
            name=name if present[2] else None,
            profile=Profile(
                gender=draw(_genders),
                born=born,
                work_started=draw(_years),
                residence=text(),
                stage=draw(_stages),
                political_status=filler.choice([None, *PoliticalStatus]),
            ),
            contact=Contact(
                mobile=mobile if present[0] else None,
                email=email if present[1] else None,
                homepage=Url(f"https://example.com/{make_id('home')}"),
            ),
            avatar=make_id("avatar"),
        ),
        strengths=draw(st.none() | st.just(text())),
        highlights=text(),
        intention=Intention(
            position=text(),
            cities=some(text),
            salary=salary(),
            job_type=draw(_job_types),
            search_status=draw(_statuses),
            availability=draw(_availabilities),
            industry=text(),
        ),
        work=some(
            lambda: Work(
                company=text(),
                period=period(),
                position=text(),
                description=text(),
                job_type=filler.choice([*JobType]),
                skills=some(text),
                industry=text(),
                company_size=filler.choice([*CompanySize]),
                company_nature=filler.choice([*CompanyNature]),
                overseas=filler.random() < 0.5,
            )
        ),
        projects=some(lambda: Project(name=text(), period=period(), description=text(), company=text())),
        education=some(
            lambda: Education(
                school=text(),
                degree=draw(_degrees),
                period=period(),
                major=text(),
                full_time=draw(_booleans),
                studied_abroad=draw(_booleans),
                major_description=text(),
            )
        ),
        awards=some(lambda: Award(name=text(), date=draw(months))),
        campus_positions=some(lambda: CampusPosition(title=text(), period=period(), description=text())),
        certificates=some(lambda: Certificate(name=text(), date=draw(months))),
        skills=some(lambda: Skill(name=text(), proficiency=draw(_proficiencies))),
        training=some(
            lambda: Training(
                course=text(), period=period(), institution=text(), place=text(), description=text()
            )
        ),
        portfolio=some(work_sample, _FILES),
        additional=some(lambda: Additional(topic=text(), description=text(), custom_topic=text())),
        attachments=attachments,
        video=Video(id=make_id("video")),
        settings=draw(_settings),
        applications=tuple(draw(_application_lists(tuple(file.id for file in attachments)))),
        virtual_numbers=tuple(draw(virtual_numbers(owner, salt))),
        conversations=tuple(draw(_conversations)),
        consents=tuple(draw(_consents)),
        ip_region=draw(_regions),
        identity_verified=filler.random() < 0.5,
        age_verified=age_verified,
        revision=filler.choice(REVISIONS),
        community=_profile(salt, f"face-{salt}{filler.randrange(10**6)}", face=draw(_avatars)),
        account=draw(_accounts),
        deleted=draw(_deleted),
    )
    resume = Filler(filler, text, salt).extend(resume, of)
    return remove_some_values(resume, filler) if is_incomplete else resume
