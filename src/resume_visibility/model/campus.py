"""The campus or company-made form (企业校园招聘、企业定制化简历), as 二(一)3(1)b of the policy lists its sections.

A field without a default is required (必填); one with a default is optional (选填). Every `str` is free text. What is
told of other people (family, emergency contact, relatives employed by the company) stands apart from what is told of
the candidate, because others may see less of it.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime

import attrs

from ..errors import Problem
from .building import Checked, Id
from .resume import Memo
from .sections import Degree, Gender, PoliticalStatus, Proficiency
from .settings import Account, Settings
from .values import Email, MobileNumber, Period, PersonName, PhoneNumber, YearMonth, visible


@attrs.frozen(kw_only=True, repr=False)
class CampusProfile(Checked):
    """What 个人基本信息 says of the person beside names, contact and photo.

    Args:
        gender: 性别.
        born: 出生年月.
        desired_places: 期望工作地点.
        political_status: 政治面貌.
        household_registration: 户口所在地.
        residence: 目前居住地.
    """

    gender: Gender
    born: YearMonth
    desired_places: tuple[str, ...]
    political_status: PoliticalStatus | None = None
    household_registration: str | None = None
    residence: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class PostalAddress(Checked):
    """通信地址 and 邮政编码."""

    address: str | None = None
    postcode: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class CampusContact(Checked):
    """The candidate's own contact details: 电子邮箱 and 手机号码 (required), 固定电话, 通信地址."""

    email: Email
    mobile: MobileNumber
    landline: PhoneNumber | None = None
    postal_address: PostalAddress | None = None


@attrs.frozen(kw_only=True, repr=False)
class CampusBasics(Checked):
    """个人基本信息, the one section that every form has.

    Args:
        name: 姓名.
        english_name: 英文名.
        profile: what is told of the person.
        contact: the candidate's own.
        emergency_name: 紧急联系人姓名, another person's.
        emergency_phone: 紧急联系方式, another person's.
        photo: 照片, the id of an image.
    """

    name: PersonName
    english_name: str
    profile: CampusProfile
    contact: CampusContact
    emergency_name: str | None = None
    emergency_phone: PhoneNumber | None = None
    photo: Id | None = None

    def _problems(self) -> Iterator[Problem]:
        yield from _unseen("english_name", self.english_name)
        yield from _unseen("emergency_name", self.emergency_name)


@attrs.frozen(kw_only=True, repr=False)
class CampusEducation(Checked):
    """教育经历, one degree; `rank` is 学习成绩排名, `posts` 担任职务, `courses` 主修课程."""

    highest_degree: Degree
    graduated: YearMonth
    school: str
    major: str
    entered: YearMonth | None = None
    grade: str | None = None
    full_time: bool | None = None
    rank: str | None = None
    posts: str | None = None
    courses: str | None = None

    def _problems(self) -> Iterator[Problem]:
        yield from _backwards("graduated", self.entered, self.graduated)


@attrs.frozen(kw_only=True, repr=False)
class OtherLanguage(Checked):
    """其他外语及掌握程度, one language."""

    name: str
    proficiency: Proficiency | None = None


@attrs.frozen(kw_only=True, repr=False)
class LanguageAbility(Checked):
    """语言能力: the level of English (英语水平, such as CET-6), how well it is mastered, and other languages."""

    english_level: str
    english_proficiency: Proficiency
    others: tuple[OtherLanguage, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class ItSkill(Checked):
    """IT 技能, one skill."""

    name: str | None = None
    proficiency: Proficiency | None = None


@attrs.frozen(kw_only=True, repr=False)
class Practice(Checked):
    """学生实践经验, one activity."""

    started: YearMonth | None = None
    ended: YearMonth | None = None
    position: str | None = None
    department: str | None = None
    project: str | None = None
    description: str | None = None

    def _problems(self) -> Iterator[Problem]:
        yield from _backwards("ended", self.started, self.ended)


@attrs.frozen(kw_only=True, repr=False)
class CampusAward(Checked):
    """获奖情况, one award."""

    date: YearMonth | None = None
    name: str | None = None
    level: str | None = None
    description: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Relative(Checked):
    """One member of the family (家庭成员), or one relative employed by the company (亲属): another person's data."""

    name: str | None = None
    relation: str | None = None
    employer: str | None = None
    position: str | None = None

    def _problems(self) -> Iterator[Problem]:
        yield from _unseen("name", self.name)


@attrs.frozen(kw_only=True, repr=False)
class CampusTraining(Checked):
    """培训经历, one course."""

    course: str | None = None
    institution: str | None = None
    period: Period | None = None
    content: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Internship(Checked):
    """实习经历, one internship."""

    started: YearMonth | None = None
    ended: YearMonth | None = None
    company: str | None = None
    industry: str | None = None
    position: str | None = None
    description: str | None = None

    def _problems(self) -> Iterator[Problem]:
        yield from _backwards("ended", self.started, self.ended)


@attrs.frozen(kw_only=True, repr=False)
class CampusCertificate(Checked):
    """获得证书, one certificate."""

    name: str | None = None
    date: YearMonth | None = None


@attrs.frozen(kw_only=True, repr=False)
class Publication(Checked):
    """学术成果及发表论文, one of them."""

    title: str | None = None
    published: YearMonth | None = None
    journal: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class SchoolPost(Checked):
    """在校职务, one post in an organisation of the school."""

    organisation: str | None = None
    title: str | None = None
    description: str | None = None
    started: YearMonth | None = None
    ended: YearMonth | None = None

    def _problems(self) -> Iterator[Problem]:
        yield from _backwards("ended", self.started, self.ended)


@attrs.frozen(kw_only=True, repr=False)
class CampusProject(Checked):
    """项目经验, one project; `team_size` is 参加人数, `duties` 职责与业绩."""

    started: YearMonth | None = None
    ended: YearMonth | None = None
    role: str | None = None
    organisation: str | None = None
    description: str | None = None
    team_size: int | None = None
    duties: str | None = None

    def _problems(self) -> Iterator[Problem]:
        yield from _backwards("ended", self.started, self.ended)
        if self.team_size is not None and not 1 <= self.team_size <= 99_999:
            yield Problem("team_size", "expected a number of people from 1 to 99999")


@attrs.frozen(kw_only=True, repr=False)
class IntellectualProperty(Checked):
    """知识产权, one patent (专利), copyright (著作权) or professional licence (执业资格证)."""

    patent: str | None = None
    copyright: str | None = None
    licence: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Relatives(Checked):
    """是否有亲属受雇本公司及亲属信息, the part of 其他 that is other people's data."""

    employed: bool
    people: tuple[Relative, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class Remarks(Checked):
    """其他, as far as it tells of the candidate: 是否愿意服从公司分配, 招聘信息来源渠道, 自我评价."""

    accepts_placement: bool | None = None
    source: str | None = None
    self_assessment: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Delivery(Checked):
    """投递记录: when the form was delivered at a talk, and to which position."""

    at: datetime
    position: str


@attrs.frozen(kw_only=True, repr=False)
class OnlineTalk(Checked):
    """空中宣讲会, the online campus talk at which a form was handed in (CAMPUS-2).

    Args:
        school: the id of the school (高校).
        delivery: the record of it.
        school_requires: the school's own rule asks for the forms handed in there.
    """

    school: Id
    delivery: Delivery
    school_requires: bool = False


@attrs.frozen(kw_only=True, repr=False)
class CampusForm(Checked):
    """A campus or company-made form: filled in for one company, and withheld from all until a view is asked for.

    Args:
        id: the form's id.
        candidate: the owner's id (求职者用户).
        company: the id of the one company it was filled in for (CAMPUS-1).
        basics: 个人基本信息, required; every other section may be missing.
        family: 家庭成员, other people's data.
        relatives: of 其他, what is other people's data.
        remarks: the rest of 其他.
        settings: permissions and blocks govern a form; the four modes and the honorific do not (CAMPUS-1, NAME-1).
        handed_in: the instant; None while it is a draft, which nobody but the owner sees.
        talk: where it was handed in at one; a draft was not.
        account: closed, the form is shown to nobody (GATE-2).
        deleted: so, it is shown to nobody (GATE-2).
        revision: an opaque name for this state of the form, for records (NOTICE-1).
    """

    id: Id
    candidate: Id
    company: Id
    basics: CampusBasics
    education: tuple[CampusEducation, ...] = ()
    languages: LanguageAbility | None = None
    it_skills: tuple[ItSkill, ...] = ()
    practice: tuple[Practice, ...] = ()
    awards: tuple[CampusAward, ...] = ()
    family: tuple[Relative, ...] = ()
    training: tuple[CampusTraining, ...] = ()
    internships: tuple[Internship, ...] = ()
    certificates: tuple[CampusCertificate, ...] = ()
    publications: tuple[Publication, ...] = ()
    school_posts: tuple[SchoolPost, ...] = ()
    projects: tuple[CampusProject, ...] = ()
    intellectual_property: tuple[IntellectualProperty, ...] = ()
    relatives: Relatives | None = None
    remarks: Remarks | None = None
    settings: Settings = attrs.field(factory=Settings)
    handed_in: datetime | None = None
    talk: OnlineTalk | None = None
    account: Account = Account.OPEN
    deleted: bool = False
    revision: Id = "0"
    memo: Memo = attrs.field(factory=Memo, init=False, eq=False)

    def _problems(self) -> Iterator[Problem]:
        if self.talk is not None and self.handed_in is None:
            yield Problem("talk", "expected none in a form that was not handed in")
        # Ids leave in views as they are, so they must not be made of what views withhold.
        basics = self.basics
        numbers = (basics.contact.mobile, basics.contact.landline, basics.emergency_phone)
        digits = [number.writings[0] for number in numbers if number is not None]
        for path, one in (("id", self.id), ("basics.photo", basics.photo)):
            if one is not None and any(number in re.sub("[._-]", "", one) for number in digits):
                yield Problem(path, "expected an id without a telephone number of the form in it")


def _unseen(path: str, name: str | None) -> Iterator[Problem]:
    if name is not None and not visible(unicodedata.normalize("NFKC", name)):
        yield Problem(path, "expected at least one character that can be seen")


def _backwards(path: str, start: YearMonth | None, end: YearMonth | None) -> Iterator[Problem]:
    if start is not None and end is not None and end.index < start.index:
        yield Problem(path, "expected a month not before the start")
