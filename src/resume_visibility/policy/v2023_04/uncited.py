"""What the rules of the policy of April 2023 state that no decision cites: they say how facts are found, and what views are like."""

from collections.abc import Mapping

from ...model.language import Words
from ..readings import Readings
from ..ruleset import ClauseText
from .quoted import quoted


def uncited(chosen: Readings) -> Mapping[str, ClauseText]:
    """What each of these rules states, by its id, as the platform reads them."""
    return {
        "ORDER-1": ClauseText(
            Words(
                "gates come first, then blocks, then grants; no grant opens what a gate or a block closed, and only a later "
                "act of the candidate opens what a block closed",
                "先看前提，再看屏蔽，最后才看授予；前提不满足或公司被屏蔽的，有授予也不展示；被屏蔽的，只有凭求职者之后的行为才重新展示",
            )
        ),
        "BLOCK-2": ClauseText(_blocks_gist(chosen)),
        "BLOCK-3": ClauseText(_clients_gist(chosen)),
        "BLOCK-4": ClauseText(_unidentified_gist(chosen)),
        "APPLY-6": ClauseText(_later_act_gist(chosen)),
        "APPLY-8": ClauseText(_withdrawn_gist(chosen), *quoted("APPLY-8")),
        "NAME-2": ClauseText(
            Words(
                "a setting is in force within two hours, so no view is kept for longer",
                "设置在 2 小时内生效，因此任何视图最多保留 2 小时",
            ),
            *quoted("NAME-2"),
        ),
        "NAME-3": ClauseText(
            Words(
                "the surname is the one that the candidate gave; else, of a Han name of three characters or more, a compound surname, else "
                "the first character; where no surname can be found, Mr./Ms. alone",
                "优先用求职者填写的姓氏；三字以上汉字姓名先认复姓，否则取首字；无法确定姓氏时只称“先生/女士”",
            )
        ),
        "NAME-4": ClauseText(
            Words(
                "while the honorific is shown, the real name appears in no text, file name or title either",
                "展示“X先生/女士”时，真实姓名在文字、文件名、标题中也不出现",
            )
        ),
        "PHONE-3": ClauseText(
            Words(
                "one virtual number and extension is not bound to different candidates at a time, nor in scopes that overlap; a view is "
                "fresh no longer than a virtual number in it",
                "同一虚拟号码和分机不能同时绑定给不同的求职者，绑定的范围也不能重叠；视图的有效期不超过其中虚拟号码的有效期",
            )
        ),
        "SEARCH-1": ClauseText(
            Words(
                "search, filters, sorting and counts use only what this viewer is shown",
                "搜索、筛选、排序、统计只使用该查看者能看到的部分",
            ),
            *quoted("SEARCH-1"),
        ),
        "EXPORT-1": ClauseText(
            Words(
                "an export carries its instant, the policy's version, the clauses and the ends of validity; the owner can be informed who "
                "holds it; a later block recalls nothing",
                "导出的文件写明时刻、隐私条款版本、所依据的规则和有效期；本人可以得知谁持有它；之后的屏蔽不收回已导出的内容",
            ),
            *quoted("EXPORT-1"),
        ),
        "OWNER-2": ClauseText(
            Words(
                "after identity verification name, gender, birth and mobile number are not edited directly",
                "实名认证后，姓名、性别、出生年月、手机号不能直接修改",
            ),
            *quoted("OWNER-2"),
        ),
        "NOTICE-1": ClauseText(_notices_gist(chosen), *quoted("NOTICE-1")),
        "NOTICE-2": ClauseText(
            Words(
                "notices are sent through the channels that the candidate left on (in the app, by WeChat, by e-mail); opting out stops "
                "notices alone, and no record",
                "通知按求职者保留的渠道发送（APP 内消息、微信服务号、邮件）；退订只停止通知，不停止访问记录",
            ),
            *quoted("NOTICE-2"),
        ),
        "LAW-1": ClauseText(
            Words("what is withheld makes no difference to what is shown", "不予展示的内容不影响展示的内容")
        ),
        "LAW-2": ClauseText(
            Words("no withheld value can be reached from a view", "从视图的任何地方都取不到不予展示的内容")
        ),
        "LAW-3": ClauseText(
            Words("all the ways of not being shown look the same", "所有不展示的情形看起来都一样")
        ),
        "LAW-4": ClauseText(
            Words(
                "a tightened setting never shows more, except the gender that the honorific itself shows",
                "收紧任何设置都不会多展示内容，唯一例外是“先生/女士”本身显示的性别",
            )
        ),
        "LAW-6": ClauseText(
            Words(
                "every resume that loads and every viewer have an answer, within bounded work, the same each time",
                "任何能载入的简历和查看者都有答复，工作量有上限，每次答复相同",
            )
        ),
        "LAW-7": ClauseText(
            Words(
                "no error message, traceback or representation holds personal data",
                "报错信息、调用栈和对象的文字表示中没有个人信息",
            )
        ),
        "LAW-8": ClauseText(
            Words(
                "a resume is in a list of recommendations or hits exactly when it is shown to the viewer for that action",
                "简历在推荐或搜索的列表中，当且仅当查看者就该操作能看到它",
            )
        ),
        "LAW-9": ClauseText(
            Words(
                "community and recruiting see no id, avatar or other value of one candidate by which the two could be joined, but words "
                "that both are granted, such as a display name or a region",
                "社区和招聘两边看到的同一求职者，没有可以互相关联的编号、头像或其他值；两边都获准展示的文字（如称呼、地区）除外",
            )
        ),
    }


def _blocks_gist(chosen: Readings) -> Words:
    """BLOCK-2."""
    future = (
        Words("at once", "立即生效")
        if chosen.future_block_holds
        else Words("from its date on", "到该日期才生效")
    )
    return Words(
        "a block names a company by its id, or by a word in its registered name or an alias, whatever the spaces, punctuation, width and "
        f"case; it covers the group where the candidate says so; one dated in the future holds {future.en}",
        "按编号，或按注册名称及别名中的关键词屏蔽；空格、标点、全半角、大小写不影响；求职者要求时包括同集团公司；"
        f"日期在将来的屏蔽{future.zh}",
    )


def _clients_gist(chosen: Readings) -> Words:
    """BLOCK-3."""
    if chosen.client_blocks_headhunter:
        return Words(
            "a headhunter is blocked when the agency is, or any of its clients, whom the platform states and the headhunter does not "
            "choose; an application to the agency does not lift a client's block",
            "猎头公司或其任何一家客户公司被屏蔽，猎头即被屏蔽；客户公司由平台提供，猎头不能自选；"
            "投递给猎头公司不解除对客户公司的屏蔽",
        )
    return Words(
        "a headhunter is blocked when the agency is; its clients do not count",
        "猎头公司被屏蔽，猎头即被屏蔽；不看其客户公司是否被屏蔽",
    )


def _unidentified_gist(chosen: Readings) -> Words:
    """BLOCK-4."""
    if chosen.unidentified_company_is_blocked:
        return Words(
            "blocks by name and group hold for a company without an id, too; one that none of them matches counts as blocked as soon as "
            "the resume blocks anybody",
            "没有编号的公司，按名称和集团的屏蔽照样有效；都不符合的，只要该简历屏蔽了任何公司，就视为被屏蔽",
        )
    return Words(
        "blocks by name and group hold for a company without an id, too; one that none of them matches does not count as blocked",
        "没有编号的公司，按名称和集团的屏蔽照样有效；都不符合的，不视为被屏蔽",
    )


def _later_act_gist(chosen: Readings) -> Words:
    """APPLY-6."""
    same = (
        Words("the block", "屏蔽") if chosen.block_holds_at_same_instant else Words("the application", "投递")
    )
    return Words(
        f"of an application and a block, the candidate's later act holds; at the same instant, {same.en}",
        f"投递与屏蔽以求职者较晚的行为为准；同一时刻以{same.zh}为准",
    )


def _withdrawn_gist(chosen: Readings) -> Words:
    """APPLY-8."""
    counts = (
        Words("no longer counts from then on", "自撤回时起不再有效")
        if chosen.withdrawn_application_is_void
        else Words("still counts", "仍然有效")
    )
    return Words(
        f"a withdrawn application {counts.en}; a deleted attachment is shown nowhere",
        f"撤回的投递{counts.zh}；已删除的附件简历在任何地方都不展示",
    )


def _notices_gist(chosen: Readings) -> Words:
    """NOTICE-1."""
    lists = (
        Words("", "")
        if chosen.lists_make_no_notices
        else Words(" found it in a list, or", "在推荐或搜索中看到简历，谁")
    )
    but = (
        Words("", "")
        if chosen.headhunters_and_schools_make_notices
        else Words(", headhunters and schools aside", "，但不包括猎头和高校")
    )
    return Words(
        f"the candidate is notified of who{lists.en} viewed or exported the resume, or chatted with them{but.en}, but not of the "
        "recommender, the community and support agents; each view has a record without the values shown",
        f"告知求职者谁{lists.zh}查看、导出了简历或与其在线沟通{but.zh}；求职推荐、同行社区用户和客服的查看不告知；"
        "每次展示都有访问记录，其中不含所展示的具体内容",
    )
