"""The facts of a case as a sentence, in both languages."""

from ..model.complete import complete
from ..model.language import Language, Words
from ..model.parts import Document
from ..model.settings import NameDisplay
from ..model.viewers import Action
from .facts import NOT_OF_FORMS, TO_QUALIFY, Concern, Facts, Sharing, Standing, ViewerKind
from .words import NICKNAMES, TALKS, WORDS

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
