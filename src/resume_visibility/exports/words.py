"""The Chinese words of exported tables: headings, the fields of items, and the choices in lists."""

from collections.abc import Iterator
from typing import Any, get_args

from ..codec.spelling import SPELLED
from ..model import campus_basics, choices, sections
from ..model.building import Choice, classes_in, fields_of
from ..model.complete import complete, complete_words
from ..model.parts import Channel, Part
from ..model.values import Currency, YearMonth
from ..model.viewers import Action
from ..policy.field_words import FIELD_WORDS, named_fields
from ..policy.words import WORDS
from ..projection.form_view import CONTAINERS
from ..projection.view import VirtualLine

_ITEMS = {one for container in CONTAINERS for one in classes_in(container)} - {
    *CONTAINERS,
    *SPELLED,
    YearMonth,
}
_WORDS_OF_SHOWN = {VirtualLine: "number 虚拟号码 valid_until 失效时间"}
"""The fields of items that only a view has."""

FIELDS = {cls: FIELD_WORDS[cls] for cls in sorted(_ITEMS - {*_WORDS_OF_SHOWN}, key=str)} | {
    cls: named_fields(cls, words) for cls, words in _WORDS_OF_SHOWN.items()
}
"""The Chinese word of each field of an item, as the reference of JSON has it."""

CHINESE_HEADINGS = {part.value: WORDS[part].zh for part in Part} | {
    **FIELDS[campus_basics.CampusProfile],
    **FIELDS[sections.Profile],
    "stage": "身份",
    "id": "简历编号",
    "display_name": "称呼",
    "expected_position": "期望职位",
    "expected_cities": "期望的工作城市",
    "expected_salary_low": "期望月薪下限",
    "expected_salary_high": "期望月薪上限",
    "expected_salary_currency": "薪资币种",
    "expected_job_type": "工作类型",
    "expected_industry": "期望行业",
    "search_status": "求职状态",
    "availability": "到岗时间",
    "channels": "联系渠道",
    "virtual_numbers": "全部虚拟号码",
    "withheld": "不予展示的部分",
    "actions": "可进行的操作",
    "exported_at": "导出时间（协调世界时）",
    "policy": "隐私条款版本",
    "clauses": "依据规则",
    "view_until": "展示内容有效至（协调世界时）",
    "number_until": "虚拟号码有效至（协调世界时）",
    "section": "栏目",
    "start": "开始",
    "end": "结束",
    "organisation": "公司/学校/机构",
    "title": "职位/项目/专业/课程",
    "description": "描述",
    "more": "其他内容",
}
"""By the English heading, which is the name of the field. Each field of a profile is a column. The heading of a part is its usual name."""

_WORDS_OF_CHOICES: dict[type[Choice], str] = {
    choices.Gender: "male 男|female 女|unknown 未填写",
    choices.CareerStage: "working 职场人|student 在校生",
    choices.PoliticalStatus: (
        "party_member 中共党员|probationary_party_member 中共预备党员|league_member 共青团员|"
        "democratic_party 民主党派|no_party 无党派人士|masses 群众"
    ),
    choices.JobType: "full_time 全职|part_time 兼职|internship 实习",
    choices.SearchStatus: (
        "available 离职，正在找工作|looking_while_employed 在职，正在找工作|open_to_offers 在职，看看机会|"
        "not_looking 暂不找工作"
    ),
    choices.Availability: (
        "immediately 随时到岗|within_one_week 一周内|within_one_month 一个月内|"
        "within_three_months 三个月内|to_be_agreed 面议"
    ),
    choices.CompanySize: (
        "under_50 少于 50 人|50_to_150 50–150 人|150_to_500 150–500 人|500_to_1000 500–1000 人|"
        "1000_to_5000 1000–5000 人|5000_to_10000 5000–10000 人|over_10000 10000 人以上"
    ),
    choices.CompanyNature: (
        "state_owned 国企|private 民营|foreign 外资|joint_venture 合资|listed 上市公司|start_up 创业公司|"
        "government 政府机关|public_institution 事业单位|non_profit 非营利组织|other 其他"
    ),
    choices.Degree: (
        "junior_high 初中及以下|secondary_vocational 中专/中技|high_school 高中|associate 大专|"
        "bachelor 本科|master 硕士|mba MBA|doctor 博士|other 其他"
    ),
    choices.Proficiency: "basic 入门|good 良好|skilled 熟练|expert 精通",
    Currency: "CNY 人民币|HKD 港币|MOP 澳门元|TWD 新台币|SGD 新加坡元|JPY 日元|USD 美元|EUR 欧元|GBP 英镑",
}
"""For each choice its code in JSON and its word."""


def named_choices(kind: type[Choice], words: str) -> dict[str, str]:
    """The codes of an enumeration with their Chinese words. A choice without one stops the import."""
    pairs = (pair.split(" ", 1) for pair in words.split("|"))
    return complete_words(kind, pairs, (member.value for member in kind))


def _enumerations_in(annotation: Any) -> Iterator[type[Choice]]:
    if isinstance(annotation, type) and issubclass(annotation, Choice):
        yield annotation
    for one in get_args(annotation):
        yield from _enumerations_in(one)


_STATED = {
    kind
    for cls in (*CONTAINERS, *FIELDS)
    for _, annotation in fields_of(cls)
    for kind in _enumerations_in(annotation)
}
CHOICES: dict[type[Choice], dict[str, str]] = {
    kind: named_choices(kind, words)
    for kind, words in complete(_WORDS_OF_CHOICES, sorted(_STATED - {Channel}, key=str)).items()
} | {kind: {member.value: WORDS[member].zh for member in kind} for kind in (Part, Channel, Action)}
"""The Chinese word of each choice, by class and by its code in JSON."""
