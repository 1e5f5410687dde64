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


@lru_cache(maxsize=8)
def texts(chosen: Readings) -> Mapping[Clause, ClauseText]:
    """What each clause states.

    Args:
        chosen: what the platform chose where the rules leave a choice.
    """
    return {
        Clause.GATE_1: ClauseText(
            Words(
                "with the resume permission off nobody but the owner sees anything; with the chat permission off there is no chat "
                "(关闭简历和聊天权限)",
                "简历权限关闭时，除本人外任何人都看不到任何内容；聊天权限关闭时，不能在线沟通",
            ),
            "五(三)3",
            "当您关闭简历和聊天权限，我们将无法为您提供简历相关服务和聊天相关服务，同时我"
            "们将不会再使用您的简历信息，也不会再获取您的聊天信息。",
        ),
        Clause.GATE_2: ClauseText(
            Words(
                "a deleted resume, or one of a closed account, is shown to nobody (删除、注销)",
                "简历已删除或账号已注销的，任何人都看不到，包括本人",
            ),
            "五(二)1, 五(四)",
            "一般情况下，您可以通过如下方式注销您注册的账号，我们将尽快删除该账号。",
        ),
        Clause.GATE_3: ClauseText(
            Words(
                f"a person who is not surely {AGE_MARK} is shown to nobody but themselves (未成年人保护)",
                f"不能确定已满 {AGE_MARK} 周岁的，除本人外任何人都看不到",
            ),
            "七",
            "如果您未满十六周岁，请不要以任何方式使用或访问 51Job 平台。",
        ),
        Clause.GATE_4: ClauseText(
            verified(chosen),
            "二(一)2(1)",
            "请您知悉，上述企业员工身份认证、个人实名认证和企业实名认证所需要的信息均属于"
            "选择使用该功能时的必需信息，未通过认证的用户，或您拒绝提供上述信息，我们无法"
            "向您正常提供服务，您将无法进入前程无忧企业版（网才招聘系统）进行操作。",
        ),
        Clause.MODE_1: ClauseText(
            Words(
                "公开简历（接受虚拟手机号电话沟通）: public, with e-mail, chat and virtual number",
                "公开简历（接受虚拟手机号电话沟通）：可推荐、搜索、查看、导出，可用邮箱、在线沟通、虚拟号码联系",
            ),
            "二(一)3(3)b",
            "您的简历会推荐给招聘者用户和 51Job 平台猎头，也可以被招聘者用户和 5"
            "1Job 平台猎头搜索查看或导出。招聘者用户和 51Job 平台猎头都可以看"
            "到您的简历，但无法看到您的真实手机号码。他们可以通过相关功能，以邮箱、APP"
            " 内消息(在线沟通) 或 51Job 平台提供的“虚拟号码”联系您。",
        ),
        Clause.MODE_2: ClauseText(
            chat_only(chosen),
            "二(一)3(3)b",
            "您的简历会推荐给招聘者用户和 51Job 平台猎头，也可以被招聘者用户和 5"
            "1Job 平台猎头搜索查看。招聘者用户和 51Job 平台猎头都可以看到您的"
            "简历，但无法看到您的手机号码。他们可以通过相关功能，以 APP 内消息（在线"
            "沟通）联系您。",
        ),
        Clause.MODE_3: ClauseText(
            Words(
                "对无忧猎头公开简历: public to the platform's headhunters only",
                "对无忧猎头公开简历：只对平台猎头公开；对招聘者而言，如同没有这份简历",
            ),
            "二(一)3(3)b",
            "您的简历会推荐给 51Job 平台猎头，也可以被 51Job 平台猎头搜索查"
            "看或导出。51Job 平台猎头无法看到您的真实手机号码。他们可以通过相关功能"
            "，以邮箱、APP 内消息（在线沟通）或 51Job 平台提供的“虚拟号码”联"
            "系您。",
        ),
        Clause.MODE_4: ClauseText(
            private(chosen),
            "二(一)3(3)b",
            "招聘者用户和 51Job 平台猎头都无法主动找到您并查看您的简历，所有信息完全保密，除非您主动投递。",
        ),
        Clause.PARTS_1: ClauseText(
            in_a_mode(chosen),
            "二(一)3(3)b, 四(一)1",
            "招聘者用户和 51Job 平台猎头都可以看到您的简历，但无法看到您的真实手机号码。",
        ),
        Clause.BLOCK_1: ClauseText(
            Words("a blocked company sees nothing (屏蔽公司)", "被屏蔽的公司什么都看不到"),
            "二(一)3(3)b, 五(一)1(3), 2(3)",
            "通过“屏蔽公司”设置不让某些公司看您的简历。",
        ),
        Clause.APPLY_1: ClauseText(
            applications(chosen),
            "二(一)3(3)a",
            "当您通过 51Job 平台主动投递简历给招聘企业时，我们会将您的个人简历通过"
            "平台传递至招聘者用户或通过邮箱发送至招聘企业邮箱，招聘者用户需要登录到招聘系"
            "统中方可看到您的联系方式，以便直接对您发出面试邀请。",
        ),
        Clause.APPLY_2: ClauseText(
            attachments(chosen),
            "二(一)3(1)c",
            "当您主动投递时，招聘者用户可查看您投递的在线简历，也同时可以看到您的附件简历。",
        ),
        Clause.APPLY_3: ClauseText(
            video(chosen),
            "二(一)3(1)d",
            "当您主动投递简历时，招聘者用户在查看您投递的在线简历时，可以同时查看您的视频"
            "简介；若您有公开的在线简历，在您未投递简历时，招聘者用户查看您的公开简历的同"
            "时，也将看到您的视频简介。",
        ),
        Clause.APPLY_4: ClauseText(
            mailboxes(chosen),
            "二(一)3(3)a",
            "当您通过 51Job 平台主动投递简历给招聘企业时，我们会将您的个人简历通过"
            "平台传递至招聘者用户或通过邮箱发送至招聘企业邮箱，招聘者用户需要登录到招聘系"
            "统中方可看到您的联系方式，以便直接对您发出面试邀请。",
        ),
        Clause.APPLY_5: ClauseText(
            opened(chosen),
            "二(一)3(3)a",
            "当您通过 51Job 平台主动投递简历给招聘企业时，我们会将您的个人简历通过"
            "平台传递至招聘者用户或通过邮箱发送至招聘企业邮箱",
        ),
        Clause.APPLY_7: ClauseText(
            agencies(chosen),
            "二(一)3(3)b",
            "51Job 平台猎头无法看到您的真实手机号码。",
        ),
        Clause.NAME_1: ClauseText(
            Words(
                "对外展示先生/女士: the name is shown as Mr./Ms. X",
                "开启“对外展示先生/女士”后，简历和聊天只展示“X先生/女士”",
            ),
            "五(一)1(3), 2(3)",
            "如开启“对外展示先生/女士”，您的简历和聊天将对外展示“x 先生/女士”，否则将展示您的真实姓名。",
        ),
        Clause.PHONE_1: ClauseText(
            numbers(chosen),
            "二(一)3(3)b",
            "但无法看到您的真实手机号码。",
        ),
        Clause.PHONE_2: ClauseText(
            Words(
                "a virtual number replaces the real one where it is a channel (虚拟号码)",
                "虚拟号码是联系渠道时，以它代替真实手机号码；没有合适的虚拟号码时，只展示这一渠道，不展示真实手机号码",
            ),
            "二(一)3(3)b",
            "51Job 平台提供的“虚拟号码”",
        ),
        Clause.CONTACT_1: ClauseText(
            addresses(chosen),
            "二(一)3(3)b",
            "他们可以通过相关功能，以邮箱、APP 内消息(在线沟通) 或 51Job 平台提供的“虚拟号码”联系您。",
        ),
        Clause.CONTACT_2: ClauseText(
            Words(
                "contact details typed into text follow the same grant; national ID numbers (of an identity card, a passport or a permit) "
                "are for the owner; those in a form are also for the company that it was filled in for",
                "写进文字里的联系方式，未授予该查看者的一律脱敏；"
                "证件号（身份证、护照、通行证）只给本人，写在定制化简历里的还给收到它的公司",
            ),
        ),
        Clause.CHAT_1: ClauseText(
            chats(chosen),
            "五(一)1(3), 二(一)8(2)",
            "您的 IP 地址对应的归属地域信息将会展示在您的聊天对话框上方，境内展示到省"
            "（自治区、直辖市），境外展示到国家（地区），IP 地址以网络运营商提供的为准"
            "。",
        ),
        Clause.COMMUNITY_1: ClauseText(
            community(chosen),
            "二(一)11, 五(一)2(5)",
            "当您使用同行(论坛)服务时，我们会收集和使用您的头像和昵称信息，其中，昵称您"
            "可以选择简历中的真实姓名或以 X 先生/女生进行展示",
        ),
        Clause.RECOMMEND_1: ClauseText(
            Words(
                "the recommender of jobs reads five sections, or the intention alone (求职推荐)",
                "求职推荐读取五个栏目，不含姓名和联系方式；关闭个性化推荐后只读求职意向",
            ),
            "二(一)6",
            "当您使用我们的求职推荐功能时，我们会通过您求职者用户身份填写的简历（基本信息"
            "、简历亮点、求职意向、工作经验、教育经历）并结合您在 51Job 平台的使用"
            "习惯……为您推荐、展示您可能感兴趣的或与您较为匹配的职位信息、公司信息",
        ),
        Clause.CAMPUS_1: ClauseText(
            Words(
                "a campus or company-made form is shown whole to the company it was filled in for (定制化简历)",
                "定制化简历递交后完整展示给收到它的公司，不受四种公开状态影响；前提和屏蔽同样适用",
            ),
            "二(一)3(3)b, c",
            "此时我们将作为该招聘单位的数据处理者，可能会根据该招聘企业的要求将您的简历提供给该招聘企业",
        ),
        Clause.CAMPUS_2: ClauseText(
            schools(chosen),
            "二(一)3(3)c",
            "在某些特殊情况下，基于您所在高校的要求，您在参与空中宣讲会时投递的简历、投递"
            "记录及其他您所在高校要求您提供并由您自行填写的信息将被您所在高校获知。",
        ),
        Clause.SHARE_1: ClauseText(
            Words(
                "anybody else views what the candidate's own consent names, while it holds, and does not export (共享)",
                "其他人只能查看本人的单独同意中列明的部分，不能导出；单独同意只给一个接收方、为一个目的，有起止时间，可撤回",
            ),
            "四(一), 二(一)3(3)c",
            "除上述情形外，我们不会在未经您允许的情况下向任何第三方共享您的个人简历信息。",
        ),
        Clause.SHARE_2: ClauseText(
            Words(
                "transfer and disclosure need consent, or an order of the law; a successor in a merger is bound by the same rules "
                "(转让、公开披露)",
                "转让和公开披露须经本人单独同意，或依法律要求；合并、收购中承继的公司与平台受同样约束",
            ),
            "四(二), (三)",
            "我们不会将您的个人信息转让给任何公司、组织和个人，但以下情形除外：",
        ),
        Clause.SHARE_3: ClauseText(
            Words(
                "a partner (授权合作伙伴), and any other recipient, gets the parts alone that the consent or order names",
                "授权合作伙伴只得到其服务需要、并在单独同意中列明的部分；其他接收方同样只得到单独同意或法律要求列明的部分",
            ),
            "四(一)2",
            "仅为实现本隐私条款中声明的目的，我们的某些服务将由我们和授权合作伙伴共同提供"
            "。当我们的授权合作伙伴与我们联合为您提供服务时，我们将向该等服务授权合作伙伴"
            "共享您的个人信息。……我们承诺基于合法、正当、必要的原则和明确的服务目的，仅"
            "共享提供服务所必须的个人信息，并进行个人信息保护影响评估",
        ),
        Clause.SUPPORT_1: ClauseText(
            Words(
                "whoever handles a complaint, report or appeal sees the resumes that the open case names (投诉举报、申诉)",
                "处理投诉举报、申诉的客服只在案件进行期间查看案件指明的简历；其他员工什么都看不到",
            ),
            "二(一)18(2)",
            "我们仅会基于处理您的投诉举报、申诉，使用您与我们在沟通场景下产生的通讯信息，"
            "包括您的手机号、邮箱地址、微信、沟通记录……以及您的身份信息，如用户 ID、"
            "用户名、姓名、手机号，对于您所投诉举报的事项，可能会要求您提供证明截图，并查"
            "询相关简历、平台操作行为数据核实情况，处理纠纷。",
        ),
        Clause.OWNER_1: ClauseText(
            Words("the owner sees everything and may take a copy (本人)", "本人可查看全部内容并取得副本"),
            "五(一), (五)",
            "除法律规定外，您有权访问和管理您的信息。",
        ),
        Clause.DEFAULT_DENY: ClauseText(Words("no clause grants it", "没有规则授予的，一律不展示")),
    }
