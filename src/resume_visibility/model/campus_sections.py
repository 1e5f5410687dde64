"""The optional sections of campus and company-made forms, as 二(一)3(1)b of the policy lists them.

Every field may be missing; `missing` lists those that the policy requires (必填). Every `str` is free text. What is
stated of other people (family, emergency contact, relatives employed by the company) stands apart from what is stated of
the candidate, because others may see less of it.
"""

from collections.abc import Iterator

import attrs

from ..errors import Problem
from .building import Checked, Limits, declared
from .choices import Degree, Proficiency
from .names import unseen
from .values import Period, YearMonth

_TEAM_SIZES = Limits(least=1, greatest=99_999, expected="a number of people from 1 to 99999")


@attrs.frozen(kw_only=True, repr=False)
class CampusEducation(Checked):
    """教育经历, one degree; `rank` is 学习成绩排名, `posts` 担任职务, `courses` 主修课程."""

    highest_degree: Degree | None = None
    graduated: YearMonth | None = None
    school: str | None = None
    major: str | None = None
    entered: YearMonth | None = None
    grade: str | None = None
    full_time: bool | None = None
    rank: str | None = None
    posts: str | None = None
    courses: str | None = None

    def _problems(self) -> Iterator[Problem]:
        """`graduated` is not before `entered`."""
        yield from _backwards("graduated", self.entered, self.graduated)


@attrs.frozen(kw_only=True, repr=False)
class OtherLanguage(Checked):
    """其他外语及掌握程度, one language."""

    name: str | None = None
    proficiency: Proficiency | None = None


@attrs.frozen(kw_only=True, repr=False)
class LanguageAbility(Checked):
    """语言能力: the level of English (英语水平, such as CET-6), how well it is mastered, and other languages."""

    english_level: str | None = None
    english_proficiency: Proficiency | None = None
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
        """`ended` is not before `started`."""
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
        """`name` has something in it that can be seen."""
        yield from unseen("name", self.name)


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
        """`ended` is not before `started`."""
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
        """`ended` is not before `started`."""
        yield from _backwards("ended", self.started, self.ended)


@attrs.frozen(kw_only=True, repr=False)
class CampusProject(Checked):
    """项目经验, one project; `team_size` is 参加人数, `duties` 职责与业绩."""

    started: YearMonth | None = None
    ended: YearMonth | None = None
    role: str | None = None
    organisation: str | None = None
    description: str | None = None
    team_size: int | None = attrs.field(default=None, metadata=declared(limits=_TEAM_SIZES))
    duties: str | None = None

    def _problems(self) -> Iterator[Problem]:
        """`ended` is not before `started`."""
        yield from _backwards("ended", self.started, self.ended)


@attrs.frozen(kw_only=True, repr=False)
class IntellectualProperty(Checked):
    """知识产权, one patent (专利), copyright (著作权) or professional licence (执业资格证)."""

    patent: str | None = None
    copyright: str | None = None
    licence: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Relatives(Checked):
    """是否有亲属受雇本公司及亲属信息, the part of 其他 that is other people's data."""

    employed: bool | None = None
    people: tuple[Relative, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class Remarks(Checked):
    """其他, as far as it describes the candidate: 是否愿意服从公司分配, 招聘信息来源渠道, 自我评价."""

    accepts_placement: bool | None = None
    source: str | None = None
    self_assessment: str | None = None


def _backwards(path: str, start: YearMonth | None, end: YearMonth | None) -> Iterator[Problem]:
    if start is not None and end is not None and end.index < start.index:
        yield Problem(path, "expected a month not before the start")
