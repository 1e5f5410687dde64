"""A job board's table (人才库导出表): one row for each candidate, columns in Chinese, and a number behind those that come several times."""

import re
from typing import Any

from csv_table import rows_of
from shown import SAMPLES, show

from resume_visibility.interchange import Each, FieldMapping, From, JsonResume, Read, month_in, period_in
from resume_visibility.model import (
    Availability,
    CareerStage,
    CompanySize,
    Degree,
    Gender,
    JobType,
    PoliticalStatus,
    SearchStatus,
)


def _mobile(number: str) -> str:
    digits = re.sub(r"[\s-]", "", number)
    return digits if digits.startswith("+") else f"+86{digits}"


def _split(text: str) -> list[str]:
    return [word for word in re.split(r"[、，,;；/\s]+", text) if word]


def _skills(text: str) -> list[dict[str, str]]:
    return [{"name": word} for word in _split(text)]


def _low(salary: str) -> int:
    return int(salary.partition("-")[0])


def _high(salary: str) -> int | None:
    return int(salary.partition("-")[2]) if "-" in salary else None


_DEGREES = {"大专": Degree.ASSOCIATE, "本科": Degree.BACHELOR, "硕士": Degree.MASTER, "博士": Degree.DOCTOR}
_SIZES = {
    "少于50人": CompanySize.UNDER_50,
    "150-500人": CompanySize.FROM_150_TO_500,
    "10000人以上": CompanySize.OVER_10000,
}
_STATUS = {"离职": SearchStatus.AVAILABLE, "在职看机会": SearchStatus.OPEN_TO_OFFERS}

MAPPING: FieldMapping[JsonResume] = FieldMapping(
    JsonResume,
    {
        "id": "简历编号",
        "candidate": "用户ID",
        "basics.name.full": "姓名",
        "basics.profile.gender": From("性别", by={"男": Gender.MALE, "女": Gender.FEMALE}),
        "basics.profile.born": From("出生年月", by=month_in),
        "basics.profile.work_started": From("参加工作年份", by=int),
        "basics.profile.residence": "现居住地",
        "basics.profile.stage": From(
            "身份", by={"职场人": CareerStage.WORKING, "在校生": CareerStage.STUDENT}
        ),
        "basics.profile.political_status": From(
            "政治面貌", by={"中共党员": PoliticalStatus.PARTY_MEMBER, "群众": PoliticalStatus.MASSES}
        ),
        "basics.contact.mobile": From("手机号码", by=_mobile),
        "basics.contact.email": "电子邮箱",
        "phone_as_written": "手机号码",  # one that cannot be dialled is looked for in texts, too
        "strengths": "自我评价",
        "intention.position": "期望职位",
        "intention.cities": From("期望城市", by=_split),
        "intention.salary.low": From("期望月薪", by=_low),
        "intention.salary.high": From("期望月薪", by=_high),
        "intention.job_type": From("工作性质", by={"全职": JobType.FULL_TIME, "兼职": JobType.PART_TIME}),
        "intention.search_status": From("求职状态", by=_STATUS),
        "intention.availability": From(
            "到岗时间", by={"随时": Availability.IMMEDIATELY, "一个月内": Availability.WITHIN_ONE_MONTH}
        ),
        "work": [
            Each(
                "",
                {
                    "company": f"公司名称{n}",
                    "position": f"职位{n}",
                    "period": From(f"起止时间{n}", by=period_in),
                    "company_size": From(f"公司规模{n}", by=_SIZES),
                    "description": f"工作描述{n}",
                },
            )
            for n in (1, 2, 3)
        ],
        "education": Each(
            "",
            {
                "school": "毕业院校",
                "major": "专业",
                "degree": From("最高学历", by=_DEGREES),
                "full_time": From("是否统招", by={"是": True, "否": False}),
            },
        ),
        "skills": From("技能标签", by=_skills),
    },
    ignored=("更新时间",),
    lenient=True,
)


def documents(table: str) -> list[dict[str, Any]]:
    """The rows of a table in CSV."""
    return rows_of(table)


def read(table: str) -> list[Read[JsonResume]]:
    """The resumes of a table in CSV."""
    return [MAPPING.read(row) for row in documents(table)]


if __name__ == "__main__":
    for one in read((SAMPLES / "chinese-job-board.csv").read_text(encoding="utf-8-sig")):
        show(one)
