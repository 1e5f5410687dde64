"""Words that only the command line prints, and how it lists the pieces of the policy (LAW-7: no word comes from a person)."""

from collections.abc import Iterable
from datetime import datetime
from typing import assert_never

from ..model.births import BEIJING
from ..model.complete import complete
from ..model.instants import FIRST, LAST
from ..model.language import Language, Words
from ..model.settings import NameDisplay, Visibility
from ..model.viewers import Action
from ..policy.acts import Act, ActKind
from ..policy.clauses import Clause
from ..policy.explanation import ActChange, BlockChange, NewValue, Setting
from ..policy.facts import ViewerKind
from ..policy.table import Policy
from ..policy.words import FACTS, NO_CLAUSE, fact_in_words
from ..text import Kind

SHOWN_WORDS = {True: Words("shown", "展示"), False: Words("not shown", "不展示")}
SHOWN_CHANGES = {
    (True, True): Words("still shown", "仍然展示"),
    (False, True): Words("not shown -> shown", "由不展示变为展示"),
    (True, False): Words("shown -> not shown", "由展示变为不展示"),
}
"""Whether something is shown, before a change and after it."""
ACTIONS = complete(
    {
        Action.RECOMMEND: Words("is recommended {}", "在推荐中看到{}"),
        Action.SEARCH: Words("finds {} by search", "搜索{}"),
        Action.VIEW: Words("views {}", "查看{}"),
        Action.EXPORT: Words("exports {}", "导出{}"),
        Action.CHAT: Words("chats about {}", "就{}与求职者在线沟通"),
    },
    Action,
)
"""What a viewer does with a document, as far as the action says it: `does` knows more."""
_RECEIVES = Words("receives {} in its mailbox", "收到{}")
_OPENS_CHAT = Words("opens a chat about {}", "打开就{}在线沟通的窗口")
_SWITCH_VALUES = {True: Words("true", "开启"), False: Words("false", "关闭")}
_AGENCY_BLOCKED = "屏蔽该猎头公司"
_BLOCK_CHANGES = complete(
    {
        BlockChange.BLOCKED: Words("blocked", "屏蔽该公司"),
        BlockChange.NONE: Words("none", "取消全部屏蔽"),
    },
    BlockChange,
)
_ACT_CHANGES: dict[str, str] = {
    "applications": "撤回投递",
    "handed_in": "撤回递交",
    "consents": "撤回单独同意",
    "conversations": "结束对话",
}
_ACT_KINDS = complete(
    {
        ActKind.APPLICATION: Words("application", "投递"),
        ActKind.HANDING_IN: Words("handing in", "递交"),
        ActKind.CONSENT: Words("consent", "单独同意"),
        ActKind.ORDER: Words("order of the law", "法律要求"),
        ActKind.CONVERSATION: Words("conversation", "在线沟通的对话"),
        ActKind.BLOCK: Words("block", "屏蔽"),
        ActKind.CLIENT_BLOCK: Words("block of a client (BLOCK-3)", "屏蔽客户公司（BLOCK-3）"),
        ActKind.ANY_BLOCK: Words(
            "block of anybody, which counts for who cannot be identified (BLOCK-4)",
            "屏蔽了别的公司，无法识别的公司也视为被屏蔽（BLOCK-4）",
        ),
        ActKind.CASE: Words("support case", "投诉举报、申诉案件"),
    },
    ActKind,
)

DETAIL_KINDS = complete(
    {
        Kind.PHONE: "电话",
        Kind.EMAIL: "邮箱",
        Kind.MESSENGER: "社交账号",
        Kind.NATIONAL_ID: "证件号",
        Kind.CLAUSE: "联系方式",
        Kind.NAME: "姓名",
        Kind.HOMEPAGE: "个人主页",
    },
    Kind,
)
"""The kinds of detail that a text gives away, in Chinese."""
FIND_REASONS = {
    "a number": "（号码）",
    "a masked number": "（部分遮盖的号码）",
    "a number on shifted keys": "（按住 Shift 键输入的号码）",
    "a number in pieces": "（分开写的号码）",
    "a number in words": "（用外语数词写的号码）",
    "a piece of a number": "（号码的一段）",
    "a piece of an identity number": "（证件号的一段）",
    "characters that sound like a number": "（谐音号码）",
    "a document": "（证件）",
    "the form of a document": "（证件）（按格式）",
    "an account": "（账号）",
    "an account, once more": "（再次出现的账号）",
    "an account in a table": "（表格中的账号）",
    "a name on a network": "（社交平台上的姓名）",
    "an address": "（地址）",
    "a link": "（链接）",
    "it says how to reach somebody": "（说明如何联系的文字）",
    "too much to look at": "（内容过多，全部脱敏）",
}
"""The reason why a stretch was found, in Chinese, by the reason that `find` gives."""


COLON, COMMA = Words(": ", "："), Words(", ", "、")
"""The sign between a word and its explanation, and the sign between two words of a list."""
BY = Words("by", "依据")
"""Before the clauses by which something is given or refused."""


def does(kind: ViewerKind, action: Action, *, conversing: bool = True) -> Words:
    """What a viewer does, with a place for the document: as the candidate's notice says it, which knows the mailbox to which a resume is
    mailed (APPLY-4), and the chat that nobody has begun (CHAT-1).

    Args:
        kind: of the viewer.
        action: of the viewer.
        conversing: whether a conversation runs.
    """
    if kind is ViewerKind.MAILBOX:
        return _RECEIVES
    return _OPENS_CHAT if action is Action.CHAT and not conversing else ACTIONS[action]


def clause_in_words(clause: Clause, policy: Policy, language: Language) -> str:
    """A clause by its id and what it states."""
    return f"{clause.value}{COLON.said(language)}{policy.texts[clause].gist.said(language)}"


def ids_of(clauses: Iterable[Clause], language: Language) -> str:
    """The ids of clauses; in words, where a ruleset of one's own cites none."""
    return COMMA.said(language).join(clause.value for clause in clauses) or NO_CLAUSE.said(language)


def decided_in_words(policy: Policy, at: datetime, language: Language) -> str:
    """The last line of a printout, which is kept in a file: by which policy, and for which instant."""
    return Words(
        f"decided by policy {policy.version}, at {at.isoformat()}",
        f"按隐私条款 {policy.version} 判定，时间 {at.isoformat()}",
    ).said(language)


def change_of(setting: Setting, to: NewValue, kind: ViewerKind, language: Language) -> str:
    """A change of a setting, in the words of an explanation about this kind of viewer."""
    new = new_value(setting, to, language)
    match language:
        case Language.EN:
            return f"{setting} -> {new}"
        case Language.ZH:
            if to is BlockChange.BLOCKED and kind is ViewerKind.HEADHUNTER:
                return _AGENCY_BLOCKED
            # To block, to end all blocks, and to withdraw or end something, are acts and not values.
            is_act = isinstance(to, BlockChange | ActChange)
            return new if is_act else f"{FACTS[setting].zh}改为“{new}”"
        case _:
            assert_never(language)


def new_value(setting: str, to: NewValue, language: Language) -> str:
    """The new value of a setting, in the words of an explanation."""
    match to:
        case bool():
            return _SWITCH_VALUES[to].said(language)
        case BlockChange():
            return _BLOCK_CHANGES[to].said(language)
        case ActChange():
            return Words(to.value, _ACT_CHANGES[setting]).said(language)
        case Visibility() | NameDisplay():
            return fact_in_words(setting, to, language)
        case _:
            assert_never(to)


def act_in_words(act: Act, language: Language) -> str:
    """An act, from when it counts, and from when it no longer does, in Beijing time."""
    kind, until, client = _ACT_KINDS[act.kind], Words("", ""), Words("", "")
    since = Words("with no beginning", "没有起始时间")
    if act.ahead:
        since = Words(
            f"dated {in_beijing(act.since)}, after the instant asked about, counts at once (BLOCK-2)",
            f"日期为 {in_beijing(act.since)}，晚于所问时刻，立即生效（BLOCK-2）",
        )
    elif act.since != FIRST:
        since = Words(f"from {in_beijing(act.since)}", f"自 {in_beijing(act.since)} 起")
    if act.until is not None:
        until = Words(f", until {in_beijing(act.until)}", f"，至 {in_beijing(act.until)}")
    if act.client is not None:  # its place, because an explanation holds no id
        client = Words(f", client {act.client}", f"，第 {act.client} 家客户公司")
    return Words(
        f"{kind.en}{client.en}: {since.en}{until.en}", f"{kind.zh}{client.zh}：{since.zh}{until.zh}"
    ).said(language)


def in_beijing(at: datetime) -> str:
    """An instant on a clock in Beijing; the last hours that there are, for which it has no date, in UTC."""
    if at > LAST - BEIJING:
        return at.isoformat(" ", "seconds")
    return (at.replace(tzinfo=None) + BEIJING).isoformat(" ", "seconds")
