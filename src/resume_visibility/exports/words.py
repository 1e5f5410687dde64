"""The Chinese words of exported tables: headings, the fields of items, and the choices in lists."""

from collections.abc import Iterable, Iterator
from typing import Any, get_args

from ..codec.spelling import SPELLED
from ..model import campus_basics, campus_sections, choices, sections, settings
from ..model.building import Choice, classes_in, fields_of
from ..model.complete import complete
from ..model.parts import Channel, Part
from ..model.values import Currency, MonthlySalary, Period, PhoneNumber, YearMonth
from ..model.viewers import Action
from ..policy.words import WORDS
from ..projection.form_view import CONTAINERS
from ..projection.view import VirtualLine

_WORDS_OF_FIELDS: dict[type[Any], str] = {
    sections.Profile: "gender 性别 born 出生年月 work_started 开始工作年份 residence 居住地 stage 你的身份 political_status 政治面貌",
    sections.Intention: (
        "position 期望职位 cities 期望的工作城市 salary 期望月薪 job_type 工作类型 search_status 求职状态 "
        "availability 到岗时间 industry 期望行业"
    ),
    MonthlySalary: "low 最低 high 最高 currency 币种",
    sections.Work: (
        "company 公司名称 period 在职时间 position 职位 description 工作描述 job_type 工作类型 skills 技能 industry 行业 "
        "company_size 公司规模 company_nature 公司性质 overseas 海外经历"
    ),
    sections.Project: "name 项目名称 period 项目时间 description 项目描述 company 所属公司",
    sections.Education: (
        "school 学校 degree 学历/学位 period 在校时间 major 专业 full_time 全日制 studied_abroad 留学经历 "
        "major_description 专业描述"
    ),
    sections.Award: "name 获得奖项名称 date 获得时间",
    sections.CampusPosition: "title 职务名称 period 任职时间 description 职务描述",
    sections.Certificate: "name 证书名称 date 获得时间",
    sections.Skill: "name 技能/语言 proficiency 熟练（掌握）程度",
    sections.Training: "course 培训课程 period 培训时间 institution 培训机构 place 培训地点 description 培训描述",
    sections.PortfolioImage: "image 作品图片 description 作品描述",
    sections.PortfolioLink: "link 作品链接 description 作品描述",
    sections.Additional: "topic 主题 description 主题描述 custom_topic 自定义主题",
    sections.Attachment: "id 文件编号 file_name 文件名",
    sections.Video: "id 视频编号",
    settings.Delivery: "at 投递时间 position 投递职位",
    settings.VirtualNumber: (
        "id 绑定编号 candidate 求职者用户 number 虚拟号码 valid_from 生效时间 valid_until 失效时间 company 绑定公司"
    ),
    VirtualLine: "number 虚拟号码 valid_until 失效时间",
    Period: "start 开始年月 end 结束年月",
    PhoneNumber: "e164 号码 extension 分机号",
    campus_basics.CampusProfile: (
        "gender 性别 born 出生年月 desired_places 期望工作地点 political_status 政治面貌 household_registration 户口所在地 "
        "residence 目前居住地"
    ),
    campus_basics.PostalAddress: "address 通信地址 postcode 邮政编码",
    campus_sections.CampusEducation: (
        "highest_degree 最高学历 graduated 毕业时间 school 毕业学校 major 专业 entered 入学时间 grade 年级 full_time 是否全日制 "
        "rank 学习成绩排名 posts 担任职务 courses 主修课程"
    ),
    campus_sections.LanguageAbility: "english_level 英语水平 english_proficiency 英语掌握程度 others 其他外语及掌握程度",
    campus_sections.OtherLanguage: "name 外语 proficiency 掌握程度",
    campus_sections.ItSkill: "name 技能名称 proficiency 掌握程度",
    campus_sections.Practice: "started 开始日期 ended 结束日期 position 职位 department 部门 project 项目名称 description 项目描述",
    campus_sections.CampusAward: "date 获奖时间 name 奖项名称 level 奖项级别 description 奖项描述",
    campus_sections.Relative: "name 成员姓名 relation 成员关系 employer 工作单位 position 职位",
    campus_sections.CampusTraining: "course 课程名称 institution 机构名称 period 培训时间 content 培训内容",
    campus_sections.Internship: (
        "started 开始日期 ended 结束日期 company 实习公司名称 industry 实习公司所属行业 position 实习职位 description 工作描述"
    ),
    campus_sections.CampusCertificate: "name 证书名称 date 获得日期",
    campus_sections.Publication: "title 成果及论文名称 published 发布时间 journal 所属期刊",
    campus_sections.SchoolPost: (
        "organisation 在校组织名称 title 在校职位名称 description 在校职务描述 started 职务开始时间 ended 职务结束时间"
    ),
    campus_sections.CampusProject: (
        "started 开始日期 ended 结束日期 role 担任职位/角色 organisation 项目单位 description 项目描述 team_size 参加人数 "
        "duties 职责与业绩"
    ),
    campus_sections.IntellectualProperty: "patent 获得专利名称 copyright 获得著作权名称 licence 获得执业资格证名称",
    campus_sections.Relatives: "employed 是否有亲属受雇本公司 people 亲属信息",
    campus_sections.Remarks: "accepts_placement 是否愿意服从公司分配 source 招聘信息来源渠道 self_assessment 自我评价",
}
_ITEMS = {one for container in CONTAINERS for one in classes_in(container)} - {
    *CONTAINERS,
    *SPELLED,
    YearMonth,
}


def _complete_words(cls: type[Any], pairs: Iterable[Iterable[str]], names: Iterable[str]) -> dict[str, str]:
    """The words of a class by name. An error names the class, too: many classes have a field `date`."""
    table = {f"{cls.__name__}.{name}": word for name, word in pairs}
    said = complete(table, [f"{cls.__name__}.{name}" for name in names])
    return {key.partition(".")[2]: word for key, word in said.items()}


def named_fields(cls: type[Any], words: str) -> dict[str, str]:
    """The fields of a class with their Chinese names. A field without one stops the import.

    Args:
        cls: a class whose objects are items of a table.
        words: each field and its name, parted by blanks.
    """
    pairs = words.split()
    return _complete_words(
        cls, zip(pairs[::2], pairs[1::2], strict=True), (name for name, _ in fields_of(cls))
    )


FIELDS = {
    cls: named_fields(cls, words)
    for cls, words in complete(_WORDS_OF_FIELDS, sorted(_ITEMS, key=str)).items()
}
"""The Chinese name of each field of an item, as the reference of JSON has it."""

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
    return _complete_words(kind, pairs, (member.value for member in kind))


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
