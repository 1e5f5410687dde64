"""What each rule of the policy of April 2023 states: in one line, and in the policy's own words (隐私条款 2023年4月版).

Where a reading changes what a rule decides, the line says what the platform chose.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache

from ...model.language import Words
from ..clauses import Clause
from ..readings import Readings
from ..ruleset import AGE_MARK, ClauseText
from . import gists
from .quoted import quoted

_GISTS: dict[str, Words | Callable[[Readings], Words]] = {
    "ORDER-1": Words(
        "gates come first, then blocks, then grants; no grant opens what a gate or a block closed, and only a later "
        "act of the candidate opens what a block closed",
        "先看前提，再看屏蔽，最后才看授予；前提不满足或公司被屏蔽的，有授予也不展示；被屏蔽的，只有凭求职者之后的行为才重新展示",
    ),
    "GATE-1": Words(
        "with the resume permission off nobody but the owner sees anything; with the chat permission off there is no chat "
        "(关闭简历和聊天权限)",
        "简历权限关闭时，除本人外任何人都看不到任何内容；聊天权限关闭时，不能在线沟通",
    ),
    "GATE-2": Words(
        "a deleted resume, or one of a closed account, is shown to nobody, the owner included (删除、注销)",
        "简历已删除或账号已注销的，任何人都看不到，包括本人",
    ),
    "GATE-3": Words(
        f"a person who is not surely {AGE_MARK} is shown to nobody but themselves (未成年人保护)",
        f"不能确定已满 {AGE_MARK} 周岁的，除本人外任何人都看不到",
    ),
    "GATE-4": gists.verified,
    "MODE-1": Words(
        "公开简历（接受虚拟手机号电话沟通）: recommended, found, viewed, exported; with e-mail, chat and virtual number",
        "公开简历（接受虚拟手机号电话沟通）：可推荐、搜索、查看、导出，可用邮箱、在线沟通、虚拟号码联系",
    ),
    "MODE-2": gists.chat_only,
    "MODE-3": Words(
        "对无忧猎头公开简历: public to the platform's headhunters only; for recruiters there is no such resume",
        "对无忧猎头公开简历：只对平台猎头公开；对招聘者而言，如同没有这份简历",
    ),
    "MODE-4": gists.private,
    "PARTS-1": gists.in_a_mode,
    "BLOCK-1": Words("a blocked company sees nothing (屏蔽公司)", "被屏蔽的公司什么都看不到"),
    "BLOCK-2": gists.blocks,
    "BLOCK-3": gists.clients,
    "BLOCK-4": gists.unidentified,
    "APPLY-1": gists.applications,
    "APPLY-2": gists.attachments,
    "APPLY-3": gists.video,
    "APPLY-4": gists.mailboxes,
    "APPLY-5": gists.opened,
    "APPLY-6": gists.later_acts,
    "APPLY-7": gists.agencies,
    "APPLY-8": gists.withdrawn,
    "NAME-1": Words(
        "对外展示先生/女士: with it on, resume and chat show Mr./Ms. X alone, else the real name; but where another rule names "
        "the name, that rule holds",
        "开启“对外展示先生/女士”后，简历和聊天只展示“X先生/女士”，否则展示真实姓名；另有规则指明姓名的除外",
    ),
    "NAME-2": Words(
        "the name display is in force within two hours, so no view is kept for longer",
        "对外展示先生/女士的设置在 2 小时内生效，因此任何视图最多保留 2 小时",
    ),
    "NAME-3": Words(
        "the surname is the one that the candidate gave; else, of a Han name of three characters or more, a compound surname, else "
        "the first character; where no surname can be found, Mr./Ms. alone",
        "优先用求职者填写的姓氏；三字以上汉字姓名先认复姓，否则取首字；无法确定姓氏时只称“先生/女士”",
    ),
    "NAME-4": Words(
        "while the honorific is shown, the real name appears in no text, file name or title either",
        "展示“X先生/女士”时，真实姓名在文字、文件名、标题中也不出现",
    ),
    "PHONE-1": gists.numbers,
    "PHONE-2": Words(
        "a virtual number replaces the real one where it is a channel (虚拟号码); if none fits, the channel alone is shown, and "
        "never the real number",
        "虚拟号码是联系渠道时，以它代替真实手机号码；没有合适的虚拟号码时，只展示这一渠道，不展示真实手机号码",
    ),
    "PHONE-3": Words(
        "one virtual number and extension is not bound to different candidates at a time, nor in scopes that overlap; a view is "
        "fresh no longer than a virtual number in it",
        "同一虚拟号码和分机不能同时绑定给不同的求职者，绑定的范围也不能重叠；视图的有效期不超过其中虚拟号码的有效期",
    ),
    "CONTACT-1": gists.addresses,
    "CONTACT-2": Words(
        "contact details typed into text are redacted for a viewer who is not granted them; national ID numbers (of an identity "
        "card, a passport or a permit) are only for the owner; those in a form are also for the company that it was filled in for",
        "写进文字里的联系方式，未授予该查看者的一律脱敏；"
        "证件号（身份证、护照、通行证）只给本人，写在定制化简历里的还给收到它的公司",
    ),
    "SEARCH-1": Words(
        "search, filters, sorting and counts use only what this viewer is shown",
        "搜索、筛选、排序、统计只使用该查看者能看到的部分",
    ),
    "EXPORT-1": Words(
        "an export carries its instant, the policy's version, the clauses and the ends of validity; the owner can be informed who "
        "holds it; a later block recalls nothing",
        "导出的文件写明时刻、隐私条款版本、所依据的规则和有效期；本人可以得知谁持有它；之后的屏蔽不收回已导出的内容",
    ),
    "CHAT-1": gists.chats,
    "COMMUNITY-1": gists.community,
    "RECOMMEND-1": Words(
        "the recommender of jobs reads personal information, highlights, job intention, work experience and education, without name and "
        "contact; with personalisation off, the job intention alone (求职推荐)",
        "求职推荐读取个人信息、简历亮点、求职意向、工作经验和教育经历，不含姓名和联系方式；关闭个性化推荐后只读求职意向",
    ),
    "CAMPUS-1": Words(
        "a campus or company-made form (定制化简历) that was handed in is shown whole to the company it was filled in for, to view "
        "and export, and to no other; the modes do not count for it, gates and blocks do",
        "定制化简历递交后完整展示给收到它的公司，供其查看和导出，不给其他公司；不受四种公开状态影响，前提和屏蔽同样适用",
    ),
    "CAMPUS-2": gists.schools,
    "SHARE-1": Words(
        "anybody else views only what the candidate's own consent names, and does not export; a consent is for one recipient and "
        "one purpose, for a time, and can be withdrawn (共享)",
        "其他人只能查看本人的单独同意中列明的部分，不能导出；单独同意只给一个接收方、为一个目的，有起止时间，可撤回",
    ),
    "SHARE-2": Words(
        "transfer and public disclosure need the candidate's own consent, or an order of the law; a successor in a merger or "
        "an acquisition is bound as the platform is (转让、公开披露)",
        "转让和公开披露须经本人单独同意，或依法律要求；合并、收购中承继的公司与平台受同样约束",
    ),
    "SHARE-3": Words(
        "a partner (授权合作伙伴) gets only the parts that its service needs and the consent names; any other recipient, too, gets "
        "only those that a consent or an order of the law names",
        "授权合作伙伴只得到其服务需要、并在单独同意中列明的部分；其他接收方同样只得到单独同意或法律要求列明的部分",
    ),
    "SUPPORT-1": Words(
        "whoever handles a complaint, report or appeal sees the resumes that the open case names, and only while it is open: a "
        "complainant's with name and real number, of one complained of with the display name, which is the real name unless they show the "
        "honorific; other staff see nothing "
        "(投诉举报、申诉)",
        "处理投诉举报、申诉的客服只在案件进行期间查看案件指明的简历：投诉人的连同姓名和真实手机号码，被投诉人的只有称呼"
        "（未开启“对外展示先生/女士”的，称呼就是真实姓名）；"
        "其他员工什么都看不到",
    ),
    "OWNER-1": Words("the owner sees everything and may take a copy (本人)", "本人可查看全部内容并取得副本"),
    "OWNER-2": Words(
        "after identity verification name, gender, birth and mobile number are not edited directly",
        "实名认证后，姓名、性别、出生年月、手机号不能直接修改",
    ),
    "NOTICE-1": gists.notices,
    "NOTICE-2": Words(
        "notices are sent through the channels that the candidate left on (in the app, by WeChat, by e-mail); opting out stops "
        "notices alone, and no record",
        "通知按求职者保留的渠道发送（APP 内消息、微信服务号、邮件）；退订只停止通知，不停止访问记录",
    ),
    "LAW-1": Words("what is withheld makes no difference to what is shown", "不予展示的内容不影响展示的内容"),
    "LAW-2": Words("no withheld value can be reached from a view", "从视图的任何地方都取不到不予展示的内容"),
    "LAW-3": Words("all the ways of not being shown look the same", "所有不展示的情形看起来都一样"),
    "LAW-4": Words(
        "a tightened setting never shows more, except the gender that the honorific itself shows",
        "收紧任何设置都不会多展示内容，唯一例外是“先生/女士”本身显示的性别",
    ),
    "LAW-5": Words("what no clause grants is not shown", "没有规则授予的，一律不展示"),
    "LAW-6": Words(
        "every resume that loads and every viewer have an answer, within bounded work, the same each time",
        "任何能载入的简历和查看者都有答复，工作量有上限，每次答复相同",
    ),
    "LAW-7": Words(
        "no error message, traceback or representation holds personal data",
        "报错信息、调用栈和对象的文字表示中没有个人信息",
    ),
    "LAW-8": Words(
        "a resume is in a list of recommendations or hits exactly when it is shown to the viewer for that action",
        "简历在推荐或搜索的列表中，当且仅当查看者就该操作能看到它",
    ),
    "LAW-9": Words(
        "community and recruiting see no id, avatar or other value of one candidate by which the two could be joined, but words "
        "that both are granted, such as a display name or a region",
        "社区和招聘两边看到的同一求职者，没有可以互相关联的编号、头像或其他值；两边都获准展示的文字（如称呼、地区）除外",
    ),
}
"""Every rule in one line, or the function that says it as the platform reads the rules; in the order of the rules."""
_CITED = {clause.value: clause for clause in Clause}


def _text(rule: str, chosen: Readings) -> ClauseText:
    gist = _GISTS[rule]
    return ClauseText(gist if isinstance(gist, Words) else gist(chosen), *quoted(rule))


@lru_cache(maxsize=8)
def texts(chosen: Readings) -> Mapping[Clause, ClauseText]:
    """What each clause states, as the platform reads the rules."""
    return {_CITED[rule]: _text(rule, chosen) for rule in _GISTS if rule in _CITED}


def uncited(chosen: Readings) -> Mapping[str, ClauseText]:
    """What each rule states that no decision cites, by its id: such a rule says how facts are found, or what views are like."""
    return {rule: _text(rule, chosen) for rule in _GISTS if rule not in _CITED}
