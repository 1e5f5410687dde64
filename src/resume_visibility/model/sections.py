"""The sections of the online resume (在线简历), as 二(一)3(1)a of the policy lists them.

Ids and links are required, because there is no item without them. Every other field may be missing: None and () say that
nothing is known. `missing` lists what the policy requires (必填) of a published resume. Every `str` is free text.
"""

import attrs

from .building import Checked, Id, declared
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
from .values import YEARS, Email, MobileNumber, MonthlySalary, Period, Url, YearMonth


@attrs.frozen(kw_only=True, repr=False)
class Profile(Checked):
    """What 个人信息 states of the person, apart from name, avatar and contact."""

    gender: Gender | None = None
    born: YearMonth | None = None
    work_started: int | None = attrs.field(default=None, metadata=declared(limits=YEARS))
    residence: str | None = None
    stage: CareerStage | None = None
    political_status: PoliticalStatus | None = None


@attrs.frozen(kw_only=True, repr=False)
class Contact(Checked):
    """The candidate's own contact details: the mobile number, e-mail and homepage (个人主页)."""

    mobile: MobileNumber | None = None
    email: Email | None = None
    homepage: Url | None = None


@attrs.frozen(kw_only=True, repr=False)
class Basics(Checked):
    """个人信息, the one section that every resume has, empty or not. The avatar (头像) is the id of an image."""

    name: PersonName | None = None
    profile: Profile = attrs.field(factory=Profile)
    contact: Contact = attrs.field(factory=Contact)
    avatar: Id | None = None


@attrs.frozen(kw_only=True, repr=False)
class Intention(Checked):
    """求职意向."""

    position: str | None = None
    cities: tuple[str, ...] = ()
    salary: MonthlySalary | None = None
    job_type: JobType | None = None
    search_status: SearchStatus | None = None
    availability: Availability | None = None
    industry: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Work(Checked):
    """工作经验, one position held."""

    company: str | None = None
    period: Period | None = None
    position: str | None = None
    description: str | None = None
    job_type: JobType | None = None
    skills: tuple[str, ...] = ()
    industry: str | None = None
    company_size: CompanySize | None = None
    company_nature: CompanyNature | None = None
    overseas: bool | None = None


@attrs.frozen(kw_only=True, repr=False)
class Project(Checked):
    """项目经验, one project."""

    name: str | None = None
    period: Period | None = None
    description: str | None = None
    company: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Education(Checked):
    """教育经历, one school."""

    school: str | None = None
    degree: Degree | None = None
    period: Period | None = None
    major: str | None = None
    full_time: bool | None = None
    studied_abroad: bool | None = None
    major_description: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Award(Checked):
    """校内荣誉, one campus honour."""

    name: str | None = None
    date: YearMonth | None = None


@attrs.frozen(kw_only=True, repr=False)
class CampusPosition(Checked):
    """校内职务, one position held at school."""

    title: str | None = None
    period: Period | None = None
    description: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Certificate(Checked):
    """证书, one certificate."""

    name: str | None = None
    date: YearMonth | None = None


@attrs.frozen(kw_only=True, repr=False)
class Skill(Checked):
    """技能/语言, one skill or language."""

    name: str | None = None
    proficiency: Proficiency | None = None


@attrs.frozen(kw_only=True, repr=False)
class Training(Checked):
    """培训经历, one course."""

    course: str | None = None
    period: Period | None = None
    institution: str | None = None
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

    topic: str | None = None
    description: str | None = None
    custom_topic: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Attachment(Checked):
    """附件简历, one PDF file: the id it is stored under and the name the candidate gave it."""

    id: Id
    file_name: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Video(Checked):
    """视频简介: the id the recording is stored under."""

    id: Id
