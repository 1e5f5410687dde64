"""The Chinese words of the fields of resumes and forms, as the reference of JSON has them."""

import re
from collections.abc import Iterator
from typing import Any, get_args

from ..model import campus_basics, campus_sections, sections, settings
from ..model.building import classes_in, fields_of
from ..model.campus import CampusForm
from ..model.complete import complete, complete_words
from ..model.language import Words
from ..model.names import PersonName
from ..model.parts import Document, Part
from ..model.regions import IpRegion
from ..model.resume import Resume
from ..model.values import Email, MobileNumber, MonthlySalary, Period, PhoneNumber, Url, YearMonth
from .words import WORDS

_WORDS_OF_FIELDS: dict[type[Any], str] = {
    sections.Basics: "name 姓名 profile 个人信息 contact 联系方式 avatar 头像",
    sections.Contact: "mobile 手机号码 email 邮箱 homepage 个人主页",
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
    Period: "start 开始年月 end 结束年月",
    PhoneNumber: "e164 号码 extension 分机号",
    campus_basics.CampusBasics: (
        "name 姓名 english_name 英文名 profile 个人信息 contact 联系方式 emergency_name 紧急联系人姓名 emergency_phone 紧急联系方式 "
        "photo 照片"
    ),
    campus_basics.CampusContact: "email 邮箱地址 mobile 手机号码 landline 固定电话 postal_address 通信地址",
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


def named_fields(cls: type[Any], words: str) -> dict[str, str]:
    """The fields of a class with their Chinese words. A field without one stops the import.

    Args:
        cls: a class with fields.
        words: each field and its word, parted by blanks.
    """
    pairs = words.split()
    return complete_words(
        cls, zip(pairs[::2], pairs[1::2], strict=True), (name for name, _ in fields_of(cls))
    )


_WHOLE: dict[Document, type[Any]] = complete({Document.RESUME: Resume, Document.FORM: CampusForm}, Document)
_NAME = re.compile(r"\w+")
_PLACE = re.compile(r"\[([0-9]+)\]")


def _heading(name: str) -> str | None:
    """The Chinese name of a section; None of what is no section."""
    if name == "basics":
        return WORDS[Part.PROFILE].zh
    return next((WORDS[part].zh for part in Part if part.value == name), None)


def _named_classes() -> Iterator[type[Any]]:
    """Every class with fields in the sections of a resume or form, and in what a view has beside them."""
    for whole in _WHOLE.values():
        for name, annotation in fields_of(whole):
            if _heading(name) is not None:
                yield from classes_in(annotation)
    yield from classes_in(settings.Delivery | settings.VirtualNumber)


_ONE_WORD = {Email, IpRegion, MobileNumber, PersonName, Url, YearMonth}
"""Classes of one value, which the field that holds it names."""

FIELD_WORDS: dict[type[Any], dict[str, str]] = {
    cls: named_fields(cls, words)
    for cls, words in complete(_WORDS_OF_FIELDS, sorted({*_named_classes()} - _ONE_WORD, key=str)).items()
}
"""The Chinese word of each field, by class."""


def field_in_words(path: str, document: Document) -> Words:
    """A field in words: in English its path, as in JSON; in Chinese its section, the place of the item, and its word.

    Args:
        path: of the field, with or without the place of an item: `work.company`, `work[0].company`. A field that this library does not
            know, such as one of a section of one's own, stays a path.
        document: that the field is of.
    """
    section, *inner = _NAME.findall(_PLACE.sub("", path))
    heading = _heading(section)
    cls = _class_in(dict(fields_of(_WHOLE[document])).get(section))
    word = heading
    for name in inner:
        word = FIELD_WORDS[cls].get(name) if cls is not None else None
        cls = _class_in(dict(fields_of(cls)).get(name)) if cls is not None else None
    if heading is None or word is None:
        return Words(path, path)
    place = "".join(f"第 {int(one) + 1} 项" for one in _PLACE.findall(path))
    return Words(path, f"{heading}{place}：{word}" if inner else f"{heading}{place}")


def _class_in(annotation: object) -> type[Any] | None:
    """The class with fields that an annotation names."""
    if isinstance(annotation, type) and annotation in FIELD_WORDS:
        return annotation
    return next((cls for one in get_args(annotation) if (cls := _class_in(one)) is not None), None)
