"""The sections of the online resume (在线简历), as 二(一)3(1)a of the policy lists them.

A field without a default is required (必填); one with a default is optional (选填). Every `str` is free text.
"""

from collections.abc import Iterator

import attrs

from ..errors import Problem
from .building import Checked, Id
from .choices import (
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
from .names import PersonName
from .values import Email, MobileNumber, MonthlySalary, Period, Url, YearMonth


@attrs.frozen(kw_only=True, repr=False)
class Profile(Checked):
    """What 个人信息 says of the person beside name, avatar and contact."""

    gender: Gender
    born: YearMonth
    work_started: int
    residence: str
    stage: CareerStage
    political_status: PoliticalStatus | None = None

    def _problems(self) -> Iterator[Problem]:
        if not 1900 <= self.work_started <= 2200:
            yield Problem("work_started", "expected a year from 1900 to 2200")


@attrs.frozen(kw_only=True, repr=False)
class Contact(Checked):
    """The candidate's own contact details: the mobile number (required), e-mail and homepage (个人主页)."""

    mobile: MobileNumber
    email: Email | None = None
    homepage: Url | None = None


@attrs.frozen(kw_only=True, repr=False)
class Basics(Checked):
    """个人信息, the one section that every resume has. The avatar (头像) is the id of an image."""

    name: PersonName
    profile: Profile
    contact: Contact
    avatar: Id | None = None


@attrs.frozen(kw_only=True, repr=False)
class Intention(Checked):
    """求职意向."""

    position: str
    cities: tuple[str, ...]
    salary: MonthlySalary
    job_type: JobType
    search_status: SearchStatus
    availability: Availability
    industry: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Work(Checked):
    """工作经验, one position held."""

    company: str
    period: Period
    position: str
    description: str
    job_type: JobType
    skills: tuple[str, ...] = ()
    industry: str | None = None
    company_size: CompanySize | None = None
    company_nature: CompanyNature | None = None
    overseas: bool | None = None


@attrs.frozen(kw_only=True, repr=False)
class Project(Checked):
    """项目经验, one project."""

    name: str
    period: Period
    description: str
    company: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Education(Checked):
    """教育经历, one school."""

    school: str
    degree: Degree
    period: Period
    major: str
    full_time: bool
    studied_abroad: bool
    major_description: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Award(Checked):
    """校内荣誉, one campus honour."""

    name: str
    date: YearMonth


@attrs.frozen(kw_only=True, repr=False)
class CampusPosition(Checked):
    """校内职务, one position held at school."""

    title: str
    period: Period
    description: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Certificate(Checked):
    """证书, one certificate."""

    name: str
    date: YearMonth


@attrs.frozen(kw_only=True, repr=False)
class Skill(Checked):
    """技能/语言, one skill or language."""

    name: str
    proficiency: Proficiency


@attrs.frozen(kw_only=True, repr=False)
class Training(Checked):
    """培训经历, one course."""

    course: str
    period: Period
    institution: str
    place: str | None = None
    description: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class PortfolioImage(Checked):
    """个人作品 uploaded as an image (作品图片); `image` is the id of the file."""

    image: Id
    description: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class PortfolioLink(Checked):
    """个人作品 given as a link (作品链接)."""

    link: Url
    description: str | None = None


PortfolioItem = PortfolioImage | PortfolioLink


@attrs.frozen(kw_only=True, repr=False)
class Additional(Checked):
    """附加信息, one topic; `custom_topic` is the candidate's own word for it."""

    topic: str
    description: str
    custom_topic: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Attachment(Checked):
    """附件简历, one PDF file: the id it is stored under and the name the candidate gave it."""

    id: Id
    file_name: str


@attrs.frozen(kw_only=True, repr=False)
class Video(Checked):
    """视频简介: the id the recording is stored under."""

    id: Id
