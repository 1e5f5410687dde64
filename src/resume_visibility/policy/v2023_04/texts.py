"""What each clause of the policy of April 2023 states: in one line, and in the policy's own words (隐私条款 2023年4月版).

Where a reading changes what a clause decides, the line says what the platform chose.
"""

from collections.abc import Mapping
from functools import lru_cache

from ...model.language import Words
from ..clauses import Clause
from ..readings import Readings
from ..ruleset import AGE_MARK, ClauseText
from .gists import (
    addresses,
    agencies,
    applications,
    attachments,
    chat_only,
    chats,
    community,
    in_a_mode,
    mailboxes,
    numbers,
    opened,
    private,
    schools,
    verified,
    video,
)
from .quoted import quoted


@lru_cache(maxsize=8)
def texts(chosen: Readings) -> Mapping[Clause, ClauseText]:
    """What each clause states, as the platform reads the rules."""
    return {
        Clause.GATE_1: ClauseText(
            Words(
                "with the resume permission off nobody but the owner sees anything; with the chat permission off there is no chat "
                "(关闭简历和聊天权限)",
                "简历权限关闭时，除本人外任何人都看不到任何内容；聊天权限关闭时，不能在线沟通",
            ),
            *quoted("GATE-1"),
        ),
        Clause.GATE_2: ClauseText(
            Words(
                "a deleted resume, or one of a closed account, is shown to nobody, the owner included (删除、注销)",
                "简历已删除或账号已注销的，任何人都看不到，包括本人",
            ),
            *quoted("GATE-2"),
        ),
        Clause.GATE_3: ClauseText(
            Words(
                f"a person who is not surely {AGE_MARK} is shown to nobody but themselves (未成年人保护)",
                f"不能确定已满 {AGE_MARK} 周岁的，除本人外任何人都看不到",
            ),
            *quoted("GATE-3"),
        ),
        Clause.GATE_4: ClauseText(verified(chosen), *quoted("GATE-4")),
        Clause.MODE_1: ClauseText(
            Words(
                "公开简历（接受虚拟手机号电话沟通）: recommended, found, viewed, exported; with e-mail, chat and virtual number",
                "公开简历（接受虚拟手机号电话沟通）：可推荐、搜索、查看、导出，可用邮箱、在线沟通、虚拟号码联系",
            ),
            *quoted("MODE-1"),
        ),
        Clause.MODE_2: ClauseText(chat_only(chosen), *quoted("MODE-2")),
        Clause.MODE_3: ClauseText(
            Words(
                "对无忧猎头公开简历: public to the platform's headhunters only; for recruiters there is no such resume",
                "对无忧猎头公开简历：只对平台猎头公开；对招聘者而言，如同没有这份简历",
            ),
            *quoted("MODE-3"),
        ),
        Clause.MODE_4: ClauseText(private(chosen), *quoted("MODE-4")),
        Clause.PARTS_1: ClauseText(in_a_mode(chosen), *quoted("PARTS-1")),
        Clause.BLOCK_1: ClauseText(
            Words("a blocked company sees nothing (屏蔽公司)", "被屏蔽的公司什么都看不到"),
            *quoted("BLOCK-1"),
        ),
        Clause.APPLY_1: ClauseText(applications(chosen), *quoted("APPLY-1")),
        Clause.APPLY_2: ClauseText(attachments(chosen), *quoted("APPLY-2")),
        Clause.APPLY_3: ClauseText(video(chosen), *quoted("APPLY-3")),
        Clause.APPLY_4: ClauseText(mailboxes(chosen), *quoted("APPLY-4")),
        Clause.APPLY_5: ClauseText(opened(chosen), *quoted("APPLY-5")),
        Clause.APPLY_7: ClauseText(agencies(chosen), *quoted("APPLY-7")),
        Clause.NAME_1: ClauseText(
            Words(
                "对外展示先生/女士: with it on, resume and chat show Mr./Ms. X alone, else the real name; but where another rule names "
                "the name, that rule holds",
                "开启“对外展示先生/女士”后，简历和聊天只展示“X先生/女士”，否则展示真实姓名；另有规则指明姓名的除外",
            ),
            *quoted("NAME-1"),
        ),
        Clause.PHONE_1: ClauseText(numbers(chosen), *quoted("PHONE-1")),
        Clause.PHONE_2: ClauseText(
            Words(
                "a virtual number replaces the real one where it is a channel (虚拟号码); if none fits, the channel alone is shown, and "
                "never the real number",
                "虚拟号码是联系渠道时，以它代替真实手机号码；没有合适的虚拟号码时，只展示这一渠道，不展示真实手机号码",
            ),
            *quoted("PHONE-2"),
        ),
        Clause.CONTACT_1: ClauseText(addresses(chosen), *quoted("CONTACT-1")),
        Clause.CONTACT_2: ClauseText(
            Words(
                "contact details typed into text are redacted for a viewer who is not granted them; national ID numbers (of an identity "
                "card, a passport or a permit) are only for the owner; those in a form are also for the company that it was filled in for",
                "写进文字里的联系方式，未授予该查看者的一律脱敏；"
                "证件号（身份证、护照、通行证）只给本人，写在定制化简历里的还给收到它的公司",
            ),
        ),
        Clause.CHAT_1: ClauseText(chats(chosen), *quoted("CHAT-1")),
        Clause.COMMUNITY_1: ClauseText(community(chosen), *quoted("COMMUNITY-1")),
        Clause.RECOMMEND_1: ClauseText(
            Words(
                "the recommender of jobs reads five sections, without name and contact; with personalisation off, the intention alone "
                "(求职推荐)",
                "求职推荐读取五个栏目，不含姓名和联系方式；关闭个性化推荐后只读求职意向",
            ),
            *quoted("RECOMMEND-1"),
        ),
        Clause.CAMPUS_1: ClauseText(
            Words(
                "a campus or company-made form (定制化简历) that was handed in is shown whole to the company it was filled in for, to view "
                "and export, and to no other; the modes do not count for it, gates and blocks do",
                "定制化简历递交后完整展示给收到它的公司，供其查看和导出，不给其他公司；不受四种公开状态影响，前提和屏蔽同样适用",
            ),
            *quoted("CAMPUS-1"),
        ),
        Clause.CAMPUS_2: ClauseText(schools(chosen), *quoted("CAMPUS-2")),
        Clause.SHARE_1: ClauseText(
            Words(
                "anybody else views only what the candidate's own consent names, and does not export; a consent is for one recipient and "
                "one purpose, for a time, and can be withdrawn (共享)",
                "其他人只能查看本人的单独同意中列明的部分，不能导出；单独同意只给一个接收方、为一个目的，有起止时间，可撤回",
            ),
            *quoted("SHARE-1"),
        ),
        Clause.SHARE_2: ClauseText(
            Words(
                "transfer and public disclosure need the candidate's own consent, or an order of the law; a successor in a merger or "
                "an acquisition is bound as the platform is (转让、公开披露)",
                "转让和公开披露须经本人单独同意，或依法律要求；合并、收购中承继的公司与平台受同样约束",
            ),
            *quoted("SHARE-2"),
        ),
        Clause.SHARE_3: ClauseText(
            Words(
                "a partner (授权合作伙伴) gets only the parts that its service needs and the consent names; any other recipient, too, gets "
                "only those that a consent or an order of the law names",
                "授权合作伙伴只得到其服务需要、并在单独同意中列明的部分；其他接收方同样只得到单独同意或法律要求列明的部分",
            ),
            *quoted("SHARE-3"),
        ),
        Clause.SUPPORT_1: ClauseText(
            Words(
                "whoever handles a complaint, report or appeal sees the resumes that the open case names, and only while it is open: a "
                "complainant's with name and real number, of one complained of with the display name; other staff see nothing "
                "(投诉举报、申诉)",
                "处理投诉举报、申诉的客服只在案件进行期间查看案件指明的简历：投诉人的连同姓名和真实手机号码，被投诉人的只有称呼；"
                "其他员工什么都看不到",
            ),
            *quoted("SUPPORT-1"),
        ),
        Clause.OWNER_1: ClauseText(
            Words("the owner sees everything and may take a copy (本人)", "本人可查看全部内容并取得副本"),
            *quoted("OWNER-1"),
        ),
        Clause.DEFAULT_DENY: ClauseText(
            Words("what no clause grants is not shown", "没有规则授予的，一律不展示")
        ),
    }
