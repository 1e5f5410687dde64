"""The sections of the online resume (在线简历), as 二(一)3(1)a of the policy lists them.

A field without a default is required (必填); one with a default is optional (选填). Every `str` is free text.
"""

from collections.abc import Iterator

import attrs

from ..errors import Problem
from .building import Checked, Choice, Id
from .values import Email, MobileNumber, MonthlySalary, Period, PersonName, Url, YearMonth


class Gender(Choice):
    """性别, as far as the candidate told."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


class CareerStage(Choice):
    """你的身份: working (职场人) or student (在校生)."""

    WORKING = "working"
    STUDENT = "student"


class PoliticalStatus(Choice):
    """政治面貌."""

    PARTY_MEMBER = "party_member"
    PROBATIONARY_PARTY_MEMBER = "probationary_party_member"
    LEAGUE_MEMBER = "league_member"
    DEMOCRATIC_PARTY = "democratic_party"
    NO_PARTY = "no_party"
    MASSES = "masses"


class JobType(Choice):
    """工作类型."""

    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    INTERNSHIP = "internship"


class SearchStatus(Choice):
    """求职状态."""

    AVAILABLE = "available"
    LOOKING_WHILE_EMPLOYED = "looking_while_employed"
    OPEN_TO_OFFERS = "open_to_offers"
    NOT_LOOKING = "not_looking"


class Availability(Choice):
    """到岗时间."""

    IMMEDIATELY = "immediately"
    WITHIN_ONE_WEEK = "within_one_week"
    WITHIN_ONE_MONTH = "within_one_month"
    WITHIN_THREE_MONTHS = "within_three_months"
    TO_BE_AGREED = "to_be_agreed"


class CompanySize(Choice):
    """公司规模, employees."""

    UNDER_50 = "under_50"
    FROM_50_TO_150 = "50_to_150"
    FROM_150_TO_500 = "150_to_500"
    FROM_500_TO_1000 = "500_to_1000"
    FROM_1000_TO_5000 = "1000_to_5000"
    FROM_5000_TO_10000 = "5000_to_10000"
    OVER_10000 = "over_10000"


class CompanyNature(Choice):
    """公司性质."""

    STATE_OWNED = "state_owned"
    PRIVATE = "private"
    FOREIGN = "foreign"
    JOINT_VENTURE = "joint_venture"
    LISTED = "listed"
    START_UP = "start_up"
    GOVERNMENT = "government"
    PUBLIC_INSTITUTION = "public_institution"
    NON_PROFIT = "non_profit"
    OTHER = "other"


class Degree(Choice):
    """学历/学位."""

    JUNIOR_HIGH = "junior_high"
    SECONDARY_VOCATIONAL = "secondary_vocational"
    HIGH_SCHOOL = "high_school"
    ASSOCIATE = "associate"
    BACHELOR = "bachelor"
    MASTER = "master"
    MBA = "mba"
    DOCTOR = "doctor"
    OTHER = "other"


class Proficiency(Choice):
    """熟练（掌握）程度."""

    BASIC = "basic"
    GOOD = "good"
    SKILLED = "skilled"
    EXPERT = "expert"


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
