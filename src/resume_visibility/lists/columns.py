"""What a table of exported resumes shows in which column: a recruiter's table, from which nothing of the view is missing."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import attrs

from ..model.language import Language
from ..model.sections import Intention, Profile
from ..model.values import MonthlySalary
from ..projection.view import ShownContact, ShownSections
from .rows import Row

Cell: TypeAlias = str | int

_CHINESE = {
    "id": "简历编号",
    "display_name": "姓名",
    "expected_position": "期望职位",
    "expected_cities": "期望城市",
    "expected_salary_low": "期望月薪下限",
    "expected_salary_high": "期望月薪上限",
    "expected_salary_currency": "薪资币种",
    "expected_job_type": "工作类型",
    "expected_industry": "期望行业",
    "search_status": "求职状态",
    "availability": "到岗时间",
    "channels": "联系方式",
    "mobile": "真实手机号",
    "email": "电子邮箱",
    "homepage": "个人主页",
    "virtual_number": "虚拟号码",
    "virtual_numbers": "全部虚拟号码",
    "gender": "性别",
    "born": "出生年月",
    "work_started": "参加工作年份",
    "residence": "居住地",
    "stage": "身份",
    "political_status": "政治面貌",
    "avatar": "头像",
    "strengths": "个人优势",
    "highlights": "简历亮点",
    "work": "工作经验",
    "projects": "项目经验",
    "education": "教育经历",
    "awards": "荣誉奖项",
    "campus_positions": "校内职务",
    "certificates": "证书",
    "skills": "技能/语言",
    "training": "培训经历",
    "portfolio": "个人作品",
    "additional": "附加信息",
    "attachments": "附件简历",
    "video": "视频简介",
    "ip_region": "IP 归属地",
    "latest_position": "最近职位",
    "region": "所在地区",
    "delivery": "投递记录",
    "withheld": "未展示的内容",
    "actions": "可进行的操作",
    "exported_at": "导出时间",
    "policy": "政策版本",
    "clauses": "依据条款",
    "view_until": "展示内容有效期至",
    "number_until": "虚拟号码有效期至",
    "section": "栏目",
    "start": "开始",
    "end": "结束",
    "organisation": "公司/学校/机构",
    "title": "职位/项目/专业/课程",
    "description": "描述",
    "more": "其他",
}


@attrs.frozen
class Column:
    """A column of the table.

    Args:
        name: its heading in English.
        chinese: its heading in Chinese.
        path: where in a row its value is.
    """

    name: str
    chinese: str
    path: tuple[str, ...]

    def heading(self, language: Language) -> str:
        """What stands above it.

        Args:
            language: of the viewer.
        """
        return self.chinese if language is Language.ZH else self.name


def _column(name: str, *path: str) -> Column:
    return Column(name, _CHINESE[name], path)  # one without a heading stops the import


def _columns(
    cls: type[Any], *path: str, without: Iterable[str] = (), names: str = "", own: Iterable[str] = ()
) -> Iterator[Column]:
    for field in attrs.fields(cls):
        if field.name not in without:
            yield _column(field.name if field.name in own else names + field.name, *path, field.name)


_INTENTION = ("view", "sections", "intention")

COLUMNS: tuple[Column, ...] = (
    _column("id", "id"),
    _column("display_name", "view", "display_name"),
    *_columns(
        Intention,
        *_INTENTION,
        without=["salary"],
        names="expected_",
        own=["search_status", "availability"],
    ),
    *_columns(MonthlySalary, *_INTENTION, "salary", names="expected_salary_"),
    *_columns(ShownContact, "view", "contact", without=["virtual_number"]),
    _column("virtual_number", "view", "contact", "virtual_number", "number"),
    _column("number_until", "number_until"),
    *_columns(Profile, "view", "sections", "profile"),
    *_columns(ShownSections, "view", "sections", without=["intention", "profile"]),
    _column("withheld", "view", "withheld"),
    _column("actions", "view", "actions"),
    _column("exported_at", "exported_at"),
    _column("policy", "policy"),
    _column("clauses", "clauses"),
    _column("view_until", "view_until"),
)
"""Of one resume a row: what a list is read by first, then the sections, then what the row says of itself."""


def cells_of(row: Row) -> list[Cell]:
    """The cells of one resume, in the order of `COLUMNS`.

    Args:
        row: of the resume.
    """
    return [_cell(_at(row, column.path)) for column in COLUMNS]


EXPERIENCE = ("id", "display_name", "section", "start", "end", "organisation", "title", "description", "more")
"""The headings of the second table: of one experience a row."""

_EXPERIENCES = {
    "work": ("company", "position", "description"),
    "projects": ("company", "name", "description"),
    "education": ("school", "major", "major_description"),
    "campus_positions": ("", "title", "description"),
    "training": ("institution", "course", "description"),
}
"""The sections whose items have a period, and what in them is the organisation, the title and the description."""


def experience_headings(language: Language) -> list[str]:
    """What stands above the second table.

    Args:
        language: of the viewer.
    """
    return [_CHINESE[name] if language is Language.ZH else name for name in EXPERIENCE]


def experiences_of(row: Row, language: Language) -> Iterator[list[Cell]]:
    """The cells of each experience of one resume: work, projects, education, posts at school, training.

    Args:
        row: of the resume.
        language: of the viewer, in which the section is named.
    """
    view = row["view"]
    for section, keys in _EXPERIENCES.items():
        for item in view["sections"].get(section, ()):
            period = item["period"]
            more = {key: value for key, value in item.items() if key not in (*keys, "period")}
            yield [
                row["id"],
                view["display_name"] or "",
                _CHINESE[section] if language is Language.ZH else section,
                period["start"],
                period.get("end", ""),
                *(item.get(key, "") for key in keys),
                _lines(more),
            ]


def _at(row: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        row = row.get(key) if row else None
    return row


def _cell(value: Any) -> Cell:
    return value if type(value) is int else _text(value)


def _text(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case [{}, *_]:
            return "\n\n".join(map(_lines, value))
        case list():
            return ", ".join(map(_text, value))
        case {"start": start, **rest}:
            return f"{start} – {rest.get('end', '')}".rstrip()
        case {"e164": number, **rest}:
            return f"{number} ext. {rest['extension']}" if "extension" in rest else number
        case dict():
            return _lines(value)
        case _:
            return str(value)


def _lines(item: dict[str, Any]) -> str:
    return "\n".join(f"{key}: {_text(value)}" for key, value in item.items())
