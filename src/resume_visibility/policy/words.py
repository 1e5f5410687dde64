"""Plain words, in both languages, for everything that a decision is made of, alone and in a sentence: none comes from a person (LAW-7)."""

from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import assert_never

import attrs

from ..model.building import Choice
from ..model.complete import complete
from ..model.language import Language, Words
from ..model.parts import Channel, Document, Part
from ..model.settings import NameDisplay, Settings, Visibility
from ..model.viewers import Action
from .decisions import ITEMS, Item
from .facts import NOT_OF_FORMS, TO_QUALIFY, Concern, Facts, Sharing, Standing, ViewerKind

WORDS: dict[Choice, Words] = {
    Document.RESUME: Words("online resume", "在线简历"),
    Document.FORM: Words("campus or company-made form", "定制化简历"),
    Part.DISPLAY_NAME: Words("display name", "称呼"),
    Part.NAME: Words("real name", "真实姓名"),
    Part.ENGLISH_NAME: Words("English name", "英文名"),
    Part.AVATAR: Words("avatar", "头像"),
    Part.PHOTO: Words("photo", "照片"),
    Part.PROFILE: Words("personal information", "个人信息"),
    Part.MOBILE: Words("real mobile number", "真实手机号码"),
    Part.LANDLINE: Words("landline", "固定电话"),
    Part.EMAIL: Words("e-mail address", "邮箱地址"),
    Part.HOMEPAGE: Words("homepage", "个人主页"),
    Part.POSTAL_ADDRESS: Words("postal address", "通信地址"),
    Part.VIRTUAL_NUMBER: Words("virtual number", "虚拟号码"),
    Part.EMERGENCY_NAME: Words("name of the emergency contact", "紧急联系人姓名"),
    Part.EMERGENCY_PHONE: Words("number of the emergency contact", "紧急联系方式"),
    Part.STRENGTHS: Words("strengths", "个人优势"),
    Part.HIGHLIGHTS: Words("highlights", "简历亮点"),
    Part.INTENTION: Words("job intention", "求职意向"),
    Part.WORK: Words("work experience", "工作经验"),
    Part.PROJECTS: Words("projects", "项目经验"),
    Part.EDUCATION: Words("education", "教育经历"),
    Part.LANGUAGES: Words("languages", "语言能力"),
    Part.IT_SKILLS: Words("IT skills", "IT 技能"),
    Part.PRACTICE: Words("practice as a student", "学生实践经验"),
    Part.AWARDS: Words("honours and awards", "校内荣誉/获奖情况"),
    Part.FAMILY: Words("family", "家庭成员"),
    Part.CAMPUS_POSITIONS: Words("campus positions", "校内职务"),
    Part.CERTIFICATES: Words("certificates", "证书"),
    Part.SKILLS: Words("skills", "技能/语言"),
    Part.TRAINING: Words("training", "培训经历"),
    Part.INTERNSHIPS: Words("internships", "实习经历"),
    Part.PUBLICATIONS: Words("publications", "学术成果及发表论文"),
    Part.SCHOOL_POSTS: Words("posts at school", "在校职务"),
    Part.INTELLECTUAL_PROPERTY: Words("intellectual property", "知识产权"),
    Part.RELATIVES: Words("relatives employed by the company", "受雇于本公司的亲属"),
    Part.REMARKS: Words("other remarks", "其他"),
    Part.PORTFOLIO: Words("portfolio", "个人作品"),
    Part.ADDITIONAL: Words("additional information", "附加信息"),
    Part.ATTACHMENTS: Words("attachment resumes", "附件简历"),
    Part.VIDEO: Words("video introduction", "视频简介"),
    Part.MESSENGER: Words("messenger accounts typed into text", "文字中的社交账号"),
    Part.NATIONAL_ID: Words("national ID numbers typed into text", "文字中的证件号"),
    Part.IP_REGION: Words("IP region", "IP 归属地"),
    Part.LATEST_POSITION: Words("latest position", "最近职位"),
    Part.REGION: Words("region", "所在地区"),
    Part.DELIVERY: Words("delivery record", "投递记录"),
    Channel.CHAT: Words("chat", "在线沟通"),
    Channel.EMAIL: Words("e-mail", "邮箱"),
    Channel.VIRTUAL_NUMBER: Words("virtual number", "虚拟号码"),
    Channel.MOBILE: Words("real mobile number", "真实手机号码"),
    Action.RECOMMEND: Words("be recommended it", "收到推荐"),
    Action.SEARCH: Words("find it by search", "搜索"),
    Action.VIEW: Words("view", "查看"),
    Action.EXPORT: Words("export", "导出"),
    Action.CHAT: Words("chat", "在线沟通"),
    ViewerKind.OWNER: Words("owner", "本人"),
    ViewerKind.RECRUITER: Words("recruiter", "招聘者"),
    ViewerKind.HEADHUNTER: Words("headhunter", "平台猎头"),
    ViewerKind.MAILBOX: Words("mailbox of a company", "招聘企业邮箱"),
    ViewerKind.COMMUNITY_MEMBER: Words("community member", "同行社区用户"),
    ViewerKind.RECOMMENDER: Words("recommender of jobs", "求职推荐"),
    ViewerKind.RECIPIENT: Words("recipient", "接收方"),
    ViewerKind.SCHOOL: Words("school", "高校"),
    ViewerKind.SUPPORT_AGENT: Words("support agent", "客服"),
    ViewerKind.VISITOR: Words("anybody else", "访客"),
    Standing.NONE: Words("neither blocked nor applied to", "未收到投递也未被屏蔽"),
    Standing.BLOCKED: Words("blocked", "已被屏蔽"),
    Standing.APPLIED: Words("applied to", "已收到投递"),
    Standing.APPLIED_WITH_ATTACHMENTS: Words("applied to with attachments", "已收到附有附件简历的投递"),
    Sharing.NONE: Words("no consent or order in force", "没有有效的单独同意或法律要求"),
    Sharing.SHARED: Words("consent to share", "单独同意共享"),
    Sharing.PARTNER: Words("consent as a partner", "单独同意向授权合作伙伴共享"),
    Sharing.TRANSFERRED: Words("consent to a transfer", "单独同意转让"),
    Sharing.DISCLOSED: Words("consent to public disclosure", "单独同意公开披露"),
    Sharing.ORDERED: Words("an order of the law", "法律要求"),
    Concern.NONE: Words("no open case", "无未结案件"),
    Concern.COMPLAINANT: Words("complainant", "求职者是投诉人"),
    Concern.COMPLAINED_OF: Words("complained of", "求职者是被投诉人"),
    Visibility.PUBLIC: Words("public, with virtual number", "公开简历（接受虚拟手机号电话沟通）"),
    Visibility.CHAT_ONLY: Words("public, chat only", "公开简历（仅在线沟通）"),
    Visibility.HEADHUNTERS: Words("public to headhunters", "对无忧猎头公开简历"),
    Visibility.PRIVATE: Words("private", "不公开简历"),
    NameDisplay.REAL: Words("real name", "真实姓名"),
    NameDisplay.HONORIFIC: Words("Mr./Ms. X", "先生/女士"),
}
"""The words for each member."""

NAMED_CHOICES: tuple[type[Choice], ...] = (
    *(Document, Part, Channel, Action, ViewerKind, Standing, Sharing, Concern, Visibility, NameDisplay),
)
WORDS = complete(WORDS, (member for kind in NAMED_CHOICES for member in kind))

NICKNAMES = complete(
    {
        None: Words("none", "未加入社区"),
        NameDisplay.REAL: Words("real", "真实姓名"),
        NameDisplay.HONORIFIC: Words("honorific", "先生/女生"),
    },
    (None, *NameDisplay),
)
"""The words for each nickname; the policy has 女生 in the community, where it has 女士 of resumes and chats (COMMUNITY-1)."""

TALKS = {
    False: Words(
        "nothing handed in at its talk, or not required by it", "没有在其空中宣讲会投递，或该校没有要求提供"
    ),
    True: Words("handed in at its talk, which it requires", "在其空中宣讲会投递，且该校要求提供"),
}
"""How a school stands to a resume or form: by whether it sees what was handed in at a talk of its own. It is never blocked (CAMPUS-2)."""

_FACTS = {
    "document": Words("document", "查看对象"),
    "kind": Words("kind of viewer", "查看者类别"),
    "action": Words("action", "操作"),
    "qualified": Words("signed in and verified as required", "已按要求登录并认证"),
    "standing": Words("company or school", "公司或高校与简历的关系"),
    "conversing": Words("a conversation runs", "对话进行中"),
    "nickname": Words("nickname in the community", "社区昵称"),
    "personalised": Words("personalised recommendation", "个性化推荐"),
    "personalised_recommendation": Words("personalised recommendation", "个性化推荐"),
    "sharing": Words("ground for sharing", "共享依据"),
    "concern": Words("support case", "投诉举报、申诉案件"),
    "visibility": Words("visibility", "公开状态"),
    "name_display": Words("name shown to others", "对外展示姓名"),
    "resume_permission": Words("resume permission", "简历权限"),
    "chat_permission": Words("chat permission", "聊天权限"),
    "exists": Words("resume and account exist", "简历和账号有效"),
    "of_age": Words("surely of age", "能确定已达到规定年龄"),
    "blocks": Words("blocks", "屏蔽公司"),
}
_SETTINGS = {field.name for field in attrs.fields(Settings)} - {"notices"}  # which decide nothing
FACTS = complete(_FACTS, sorted({field.name for field in attrs.fields(Facts)} | _SETTINGS))
"""The words for each fact and each setting."""

NO_CLAUSE = Words("no clause", "没有引用规则")
"""What stands in the place of the clauses where a ruleset of one's own cites none."""

_GROUPS: dict[type[Item], Words] = {
    Part: Words("part", "部分"),
    Channel: Words("channel", "联系渠道"),
    Action: Words("action", "操作"),
}


def group_of(item: Item) -> Words:
    """The group of an item: part, channel or action."""
    return _GROUPS[type(item)]


def word_of(choice: Choice, language: Language) -> str:
    """The word for a choice; in English its code, as in commands and JSON."""
    return Words(str(choice.value), WORDS[choice].zh).said(language)


def label_item(item: Item, language: Language) -> str:
    """An item with its group."""
    return f"{group_of(item).said(language)} {word_of(item, language)}"


def label_items(items: Iterable[Item], language: Language) -> list[str]:
    """The items with their groups, in the order in which items are listed; in Chinese a group is named once, before all of its items."""
    wanted = set(items)
    listed = [item for item in ITEMS if item in wanted]
    match language:
        case Language.EN:
            return [label_item(item, language) for item in listed]
        case Language.ZH:
            return [
                f"{group.zh} {'、'.join(word_of(item, language) for item in members)}"
                for group, members in groupby(listed, key=group_of)
            ]
        case _:
            assert_never(language)


def list_items(items: Iterable[Item]) -> Words:
    """The items with their groups as one text, in both languages."""
    return _list_items(frozenset(items))


@lru_cache(maxsize=1024)  # a policy that keeps no statement has the same few faults in thousands of cases
def _list_items(items: frozenset[Item]) -> Words:
    return Words(", ".join(label_items(items, Language.EN)), "；".join(label_items(items, Language.ZH)))


def fact_in_words(name: str, fact: object, language: Language) -> str:
    """The value of a fact or of a setting. A nickname has an honorific of its own (COMMUNITY-1)."""
    if name == "nickname" and (fact is None or isinstance(fact, NameDisplay)):
        return NICKNAMES[fact].said(language)
    return word_of(fact, language) if isinstance(fact, Choice) else _PLAIN_VALUES[str(fact)].said(language)


_PLAIN_VALUES = {
    "True": Words("true", "是"),
    "False": Words("false", "否"),
}


_STANDINGS = complete(
    {
        Standing.NONE: Words(
            "of a company that the candidate neither blocked nor applied to", "所在公司未被屏蔽、也未收到投递"
        ),
        Standing.BLOCKED: Words("of a blocked company", "所在公司已被屏蔽"),
        Standing.APPLIED: Words("of a company applied to", "所在公司已收到投递"),
        Standing.APPLIED_WITH_ATTACHMENTS: Words(
            "of a company applied to with attachments", "所在公司已收到附有附件简历的投递"
        ),
    },
    Standing,
)
_SHARINGS = complete(
    {
        Sharing.NONE: Words("without consent in force", "没有有效的单独同意"),
        Sharing.SHARED: Words("with consent to share", "求职者已单独同意共享"),
        Sharing.PARTNER: Words("with consent as a partner", "求职者已单独同意向授权合作伙伴共享"),
        Sharing.TRANSFERRED: Words("with consent to a transfer", "求职者已单独同意转让"),
        Sharing.DISCLOSED: Words("by a public disclosure", "求职者已单独同意公开披露"),
        Sharing.ORDERED: Words("by an order of the law", "依法律要求"),
    },
    Sharing,
)
_CONCERNS = complete(
    {
        Concern.NONE: Words("without an open case on the candidate", "没有涉及该求职者的未结案件"),
        Concern.COMPLAINANT: Words("whose open case is the candidate's", "未结案件由该求职者提出"),
        Concern.COMPLAINED_OF: Words("whose open case concerns the candidate", "未结案件涉及该求职者"),
    },
    Concern,
)
_ACTION_PHRASES = complete(
    {
        Action.RECOMMEND: Words("to recommend", "在推荐中看到"),
        Action.SEARCH: Words("to search", "搜索"),
        Action.VIEW: Words("to view", "查看"),
        Action.EXPORT: Words("to export", "导出"),
        Action.CHAT: Words("to chat", "与求职者在线沟通，涉及"),
    },
    Action,
)
PERSONALISED = {
    True: Words("personalisation on", "个性化推荐开启"),
    False: Words("personalisation off", "个性化推荐关闭"),
}
"""What the candidate chose, for the recommender."""
_UNUSUAL_VALUES: tuple[tuple[str, object, Words], ...] = (
    ("name_display", NameDisplay.HONORIFIC, Words("with the honorific on", "已开启“先生/女士”")),
    ("resume_permission", False, Words("the resume permission off", "简历权限已关闭")),
    ("chat_permission", False, Words("the chat permission off", "聊天权限已关闭")),
    ("exists", False, Words("deleted or of a closed account", "已删除或账号已注销")),
    ("of_age", False, Words("of somebody not surely of age", "不能确定已达到规定年龄")),
)
"""Unusual values of a resume or form: the fact, the value, and its words."""
_VERIFIED_IN_FULL = {
    True: Words("signed in and verified", "已登录并通过认证"),
    False: Words("not signed in or not verified", "未登录或未通过认证"),
}
_VERIFIED_AS_REQUIRED = {
    True: Words("signed in and verified as required", "已按要求登录并认证"),
    False: Words("not signed in or not verified as required", "未按要求登录并认证"),
}
_SIGNED_IN = {True: Words("signed in", "已登录"), False: Words("not signed in", "未登录")}
_QUALIFIED_PHRASES = complete(
    {
        ViewerKind.RECRUITER: _VERIFIED_IN_FULL,
        ViewerKind.HEADHUNTER: _VERIFIED_AS_REQUIRED,
        ViewerKind.COMMUNITY_MEMBER: _SIGNED_IN,
        ViewerKind.SCHOOL: _VERIFIED_IN_FULL,
        ViewerKind.SUPPORT_AGENT: _SIGNED_IN,
    },
    [kind for kind in ViewerKind if any((document, kind) in TO_QUALIFY for document in Document)],
)
"""What each viewer has to do who has to do something; for headhunters, the platform chooses whether to verify (GATE-4)."""


def describe_facts(facts: Facts, language: Language = Language.EN) -> str:
    """The facts in one sentence: the viewer, the action, and what is unusual about the resume or form."""
    viewer = [words.said(language) for words in _describe_viewer(facts)]
    document = [words.said(language) for words in _describe_document(facts)]
    action = _ACTION_PHRASES[facts.action].said(language)
    return Words(
        f"{', '.join(viewer)}, {action} {', '.join(document)}",
        f"{'，'.join(viewer)}；{action}{'，'.join(document)}",
    ).said(language)


def _describe_viewer(facts: Facts) -> list[Words]:
    words = [Words(facts.kind.value.replace("_", " "), WORDS[facts.kind].zh)]
    if (facts.document, facts.kind) in TO_QUALIFY:
        words.append(_QUALIFIED_PHRASES[facts.kind][facts.qualified])
    if facts.kind.has_company:
        words.append(_STANDINGS[facts.standing])
    if facts.kind is ViewerKind.SCHOOL:
        has_talk = facts.standing is Standing.APPLIED
        words.append(Words("of a talk" if has_talk else "of no talk", f"求职者{TALKS[has_talk].zh}"))
    if facts.conversing:
        words.append(Words("in a running conversation", "对话进行中"))
    if facts.kind is ViewerKind.COMMUNITY_MEMBER:
        nickname = facts.nickname
        name = NICKNAMES[nickname]
        chosen = f"求职者{name.zh}" if nickname is None else f"社区昵称为“{name.zh}”"
        words.append(Words(f"where the nickname is {name.en}", chosen))
    if facts.kind is ViewerKind.RECOMMENDER:
        words.append(PERSONALISED[facts.personalised])
    if facts.kind is ViewerKind.RECIPIENT:
        words.append(_SHARINGS[facts.sharing])
    if facts.kind is ViewerKind.SUPPORT_AGENT:
        words.append(_CONCERNS[facts.concern])
    return words


def _describe_document(facts: Facts) -> list[Words]:
    is_form = facts.document is Document.FORM
    mode = facts.visibility
    words = [
        Words("a form", "定制化简历")
        if is_form
        else Words(f"a resume of mode {mode.value}", f"公开状态为“{WORDS[mode].zh}”的在线简历")
    ]
    unsaid = NOT_OF_FORMS if is_form else ()
    unusual = (one for one in _UNUSUAL_VALUES if one[0] not in unsaid)
    return [*words, *(phrase for field, value, phrase in unusual if getattr(facts, field) is value)]
