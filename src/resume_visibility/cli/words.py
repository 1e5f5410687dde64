"""What the command line prints in Chinese (LAW-7: words for clauses, parts and facts, none of a person)."""

from typing import assert_never

from ..model.language import Language
from ..model.parts import Channel, Part
from ..model.viewers import Action
from ..policy.clauses import Clause
from ..policy.decisions import Item
from ..policy.ruleset import Ruleset

_PARTS = {
    Part.DISPLAY_NAME: "称呼",
    Part.NAME: "真实姓名",
    Part.ENGLISH_NAME: "英文名",
    Part.AVATAR: "头像",
    Part.PHOTO: "照片",
    Part.PROFILE: "个人信息",
    Part.MOBILE: "真实手机号",
    Part.LANDLINE: "固定电话",
    Part.EMAIL: "电子邮箱",
    Part.HOMEPAGE: "个人主页",
    Part.POSTAL_ADDRESS: "通信地址",
    Part.VIRTUAL_NUMBER: "虚拟号码",
    Part.EMERGENCY_NAME: "紧急联系人姓名",
    Part.EMERGENCY_PHONE: "紧急联系方式",
    Part.STRENGTHS: "个人优势",
    Part.HIGHLIGHTS: "简历亮点",
    Part.INTENTION: "求职意向",
    Part.WORK: "工作经验",
    Part.PROJECTS: "项目经验",
    Part.EDUCATION: "教育经历",
    Part.LANGUAGES: "语言能力",
    Part.IT_SKILLS: "IT 技能",
    Part.PRACTICE: "学生实践经验",
    Part.AWARDS: "荣誉奖项",
    Part.FAMILY: "家庭成员",
    Part.CAMPUS_POSITIONS: "校内职务",
    Part.CERTIFICATES: "证书",
    Part.SKILLS: "技能/语言",
    Part.TRAINING: "培训经历",
    Part.INTERNSHIPS: "实习经历",
    Part.PUBLICATIONS: "学术成果及发表论文",
    Part.SCHOOL_POSTS: "在校职务",
    Part.INTELLECTUAL_PROPERTY: "知识产权",
    Part.RELATIVES: "受雇于本公司的亲属",
    Part.REMARKS: "其他",
    Part.PORTFOLIO: "个人作品",
    Part.ADDITIONAL: "附加信息",
    Part.ATTACHMENTS: "附件简历",
    Part.VIDEO: "视频简介",
    Part.MESSENGER: "文字中的社交账号",
    Part.NATIONAL_ID: "文字中的身份证号",
    Part.IP_REGION: "IP 归属地",
    Part.LATEST_POSITION: "最近职位",
    Part.REGION: "所在地区",
    Part.DELIVERY: "投递记录",
}
_CHANNELS = {
    Channel.CHAT: "在线沟通",
    Channel.EMAIL: "邮箱",
    Channel.VIRTUAL_NUMBER: "虚拟号码",
    Channel.MOBILE: "真实手机号",
}
_ACTIONS = {
    Action.RECOMMEND: "被推荐",
    Action.SEARCH: "搜索",
    Action.VIEW: "查看",
    Action.EXPORT: "导出",
    Action.CHAT: "沟通",
}
_KINDS: dict[type[object], str] = {Part: "内容", Channel: "联系方式", Action: "操作"}
_ZH = {
    "shown": "展示",
    "not shown": "不展示",
    "facts": "事实",
    "given": "可见",
    "withheld": "不可见",
    "what the candidate could change": "求职者可以更改的设置",
    "document": "文件",
    "resume": "在线简历",
    "form": "校园或定制化简历",
    "kind": "查看者",
    "owner": "本人",
    "recruiter": "招聘者",
    "headhunter": "平台猎头",
    "mailbox": "企业邮箱",
    "community_member": "社区成员",
    "recommender": "求职推荐",
    "recipient": "共享接收方",
    "school": "高校",
    "support_agent": "客服",
    "visitor": "其他人",
    "action": "操作",
    "recommend": "被推荐",
    "search": "搜索",
    "view": "查看",
    "export": "导出",
    "chat": "沟通",
    "qualified": "已登录并通过认证",
    "standing": "与公司或高校的关系",
    "none": "无",
    "blocked": "已屏蔽",
    "applied": "已投递",
    "applied_with_attachments": "已投递并附附件",
    "conversing": "对话进行中",
    "nickname": "社区昵称",
    "real": "真实姓名",
    "honorific": "先生/女士",
    "personalised": "个性化推荐",
    "sharing": "共享依据",
    "shared": "共享同意",
    "partner": "合作伙伴同意",
    "transferred": "转让同意",
    "disclosed": "公开披露同意",
    "ordered": "法律要求",
    "concern": "投诉举报案件",
    "complainant": "投诉人",
    "complained_of": "被投诉人",
    "visibility": "公开设置",
    "public": "公开（接受虚拟手机号）",
    "chat_only": "公开（仅在线沟通）",
    "headhunters": "对无忧猎头公开",
    "private": "不公开",
    "name_display": "对外展示姓名",
    "resume_permission": "简历权限",
    "chat_permission": "聊天权限",
    "personalised_recommendation": "个性化推荐",
    "exists": "简历有效",
    "of_age": "已满十六周岁",
    "blocks": "屏蔽公司",
    "community": "社区成员",
    "support": "客服",
    "applied to": "已投递",
    "+ attachments": "已投递并附附件",
    "not verified": "未认证",
    "impersonal": "关闭个性化推荐",
    "no consent": "无同意",
    "no talk": "无宣讲会",
    "complained of": "被投诉人",
    "no case": "无案件",
    "its company": "所填写的公司",
    "another company": "其他公司",
    "anybody else": "其他人",
    "true": "是",
    "false": "否",
}


def said(word: str, language: Language) -> str:
    """A word of the output, or the value of an enumeration, in a language; as it is, where there is no other."""
    return _ZH.get(word, word) if language is Language.ZH else word


def item_in_words(item: Item, language: Language) -> str:
    """An item with its kind, as it is listed."""
    if language is not Language.ZH:
        return f"{type(item).__name__.lower()} {item.value}"
    match item:
        case Part():
            return f"{_KINDS[Part]} {_PARTS[item]}"
        case Channel():
            return f"{_KINDS[Channel]} {_CHANNELS[item]}"
        case Action():
            return f"{_KINDS[Action]} {_ACTIONS[item]}"
        case _:
            assert_never(item)


def clause_in_words(clause: Clause, ruleset: Ruleset, language: Language) -> str:
    """A clause by its id and what it states."""
    text = ruleset.texts[clause]
    return f"{clause.value}: {text.gist_zh if language is Language.ZH else text.gist}"


_PARTS = {part: _PARTS[part] for part in Part}  # one without a word stops the import
