"""The safety statements of the policy of April 2023: what it has to keep in every case.

They are written from the rules and share nothing with `rules`, so that each can find a mistake of the other. Those that follow the
readings are made in `by_reading`.
"""

from collections.abc import Callable
from functools import lru_cache

from ...model.language import Words
from ...model.parts import PARTS_OF, Channel, Part
from ...model.settings import TIGHTER, NameDisplay, Visibility
from ...model.viewers import Action
from ..decisions import Item
from ..facts import CANDIDATE_FACTS, Concern, Sharing, Standing, ViewerKind, join
from ..readings import Readings
from ..statements import (
    ALL,
    BITS,
    NOTHING,
    AskedCase,
    Breaches,
    GivenCase,
    Items,
    Space,
    Statement,
    cited_as_well,
    cited_lawfully,
    each_grant,
    find_foreign,
    find_impure,
    find_silent_refusals,
    find_uncited,
    find_unreasoned,
    find_withheld_mismatch,
    find_wrong_actions,
    gates_cited,
    items_in,
    never,
    never_gains,
    when,
)
from ..words import list_items
from . import by_reading
from .asked import (
    ADDRESSES,
    APPLIED,
    CHANNELS,
    CHAT,
    OPENED,
    RECOMMENDED_BY,
    SHARED,
    SUPPORT,
    VIEWING,
    actions_of_application,
    actions_of_mode,
    has_applied,
    has_consent,
    is_addressed,
    is_for_complainant,
    is_for_form,
    is_of_company,
    is_of_kind,
    is_owner,
    is_public,
)
from .citations import CLOSES, GATES, GIVES, NAMES, WITHHOLDS

_SWITCHED_OFF = (True, False)
_CONTACT_ITEMS: Items = CHANNELS | ADDRESSES | {Part.MOBILE, Part.MESSENGER, Part.VIRTUAL_NUMBER}


def _named_actions(case: AskedCase) -> frozenset[Action]:
    """The actions that some rule names for this kind of viewer in this case, every gate being open."""
    viewer = case.viewer
    if viewer.kind is ViewerKind.OWNER or (is_for_form(case) and viewer.kind is ViewerKind.RECRUITER):
        return OPENED
    if is_for_form(case):
        return frozenset({Action.VIEW} if viewer.kind is ViewerKind.SCHOOL else ())
    if not is_of_company(case):
        return frozenset() if viewer.kind is ViewerKind.VISITOR else frozenset({Action.VIEW})
    actions = actions_of_mode(case) | (actions_of_application(case) if has_applied(case) else frozenset())
    if is_public(case) or has_applied(case) or viewer.conversing:
        actions |= {Action.CHAT}
    return actions


def _unnamed_actions(case: GivenCase) -> Items:
    """What may not be given because no rule names the action, or that action among those one may take (LAW-5)."""
    named = _named_actions(case)
    return frozenset(Action) - named if case.viewer.action in named else ALL


def _hides_real_name(case: AskedCase) -> bool:
    """Whether the candidate hides the real name from this viewer (NAME-1, COMMUNITY-1)."""
    if case.viewer.kind is ViewerKind.COMMUNITY_MEMBER:
        return case.viewer.nickname is not NameDisplay.REAL
    is_named = is_owner(case) or is_addressed(case) or has_consent(case) or is_for_complainant(case)
    return not is_named and case.candidate.name_display is NameDisplay.HONORIFIC


def _unpaired_number(case: GivenCase) -> Items:
    """The virtual number or its channel, where the other is missing (PHONE-2)."""
    is_paired = (Part.VIRTUAL_NUMBER in case.given) == (Channel.VIRTUAL_NUMBER in case.given)
    return (
        NOTHING if is_owner(case) or is_paired else frozenset({Part.VIRTUAL_NUMBER, Channel.VIRTUAL_NUMBER})
    )


def _gets_no_region(case: AskedCase) -> bool:
    """Whether no rule gives the IP region (CHAT-1, COMMUNITY-1)."""
    if is_owner(case) or case.viewer.kind is ViewerKind.COMMUNITY_MEMBER or has_consent(case):
        return False
    return not (is_of_company(case) and case.viewer.action is Action.CHAT and case.viewer.conversing)


def _find_missing_for_owner(space: Space) -> Breaches:
    """The cases in which the owner is not given every part (OWNER-1). What is given names its own action (LAW-8)."""
    for viewer, row in space.given.items():
        if viewer.kind is ViewerKind.OWNER and viewer.action in OPENED:
            all_bits = sum(BITS[part] for part in PARTS_OF[viewer.document])
            for half, given in zip(CANDIDATE_FACTS[viewer.document], row, strict=True):
                if half.exists and (missing_bits := all_bits & ~given):
                    missing = list_items(items_in(missing_bits))
                    words = Words(f"the owner is not given {missing.en}", f"没有给本人{missing.zh}")
                    yield join(viewer, half), words


_STATEMENTS: tuple[Statement | Callable[[Readings], Statement], ...] = (
    by_reading.real_number,
    Statement(
        "blocked",
        ("BLOCK-1", "ORDER-1"),
        Words("a blocked company is given nothing", "被屏蔽的公司什么都得不到"),
        when(lambda case: case.viewer.standing is Standing.BLOCKED),
    ),
    Statement(
        "resume permission",
        ("GATE-1",),
        Words(
            "with the resume permission off nobody but the owner is given anything",
            "简历权限关闭时，除本人外任何人都得不到任何内容",
        ),
        when(lambda case: not case.candidate.resume_permission and not is_owner(case)),
    ),
    Statement(
        "chat permission",
        ("GATE-1",),
        Words(
            "with the chat permission off there is neither a chat nor a channel for it",
            "聊天权限关闭时，既不能在线沟通，也没有这一联系渠道",
        ),
        when(lambda case: not case.candidate.chat_permission, CHAT),
    ),
    Statement(
        "gone",
        ("GATE-2",),
        Words(
            "nobody is given anything of a deleted resume or a closed account",
            "简历已删除或账号已注销时，任何人都得不到任何内容",
        ),
        when(lambda case: not case.candidate.exists),
    ),
    Statement(
        "under age",
        ("GATE-3",),
        Words(
            "only the owner is given anything of somebody not surely of age",
            "不能确定已达到规定年龄的，除本人外任何人都得不到任何内容",
        ),
        when(lambda case: not case.candidate.of_age and not is_owner(case)),
    ),
    by_reading.verified,
    Statement(
        "nobody else",
        ("LAW-5", "CAMPUS-1"),
        Words(
            "a visitor is given nothing, and of a form nobody but owner, company and school is given anything",
            "访客什么都得不到；定制化简历除本人、收到它的公司和高校外，任何人都得不到",
        ),
        when(
            lambda case: (
                case.viewer.kind is ViewerKind.VISITOR
                or (
                    is_for_form(case)
                    and case.viewer.kind not in (ViewerKind.OWNER, ViewerKind.RECRUITER, ViewerKind.SCHOOL)
                )
            )
        ),
    ),
    Statement(
        "named actions",
        ("LAW-5", "APPLY-5"),
        Words(
            "an action that no clause names for a viewer is refused, and not among what they may do",
            "没有规则为该查看者列明的操作一律拒绝，也不列入其可进行的操作",
        ),
        never(_unnamed_actions),
    ),
    Statement(
        "of the document",
        ("LAW-5",),
        Words(
            "a grant is of what was asked for, and gives nothing that a resume, or a form, does not have",
            "授予的只是所询问的查看对象，不含在线简历或定制化简历没有的内容",
        ),
        each_grant(find_foreign),
    ),
    Statement(
        "channels",
        ("LAW-5", "CAMPUS-1"),
        Words(
            "only a recruiter or headhunter reaches the candidate, by way of a resume",
            "只有招聘者和猎头能通过在线简历联系求职者",
        ),
        when(lambda case: not is_of_company(case), CHANNELS),
    ),
    Statement(
        "cited",
        ("LAW-5",),
        Words("each item given cites a clause that grants", "给出的每一项都引用给出它的规则"),
        each_grant(find_uncited),
    ),
    Statement(
        "reasons",
        ("LAW-5",),
        Words(
            "each item not given in a grant cites a clause that withholds it",
            "展示时未给出的每一项都引用不予展示的规则",
        ),
        each_grant(find_unreasoned),
    ),
    Statement(
        "refusals",
        ("LAW-5",),
        Words("each refusal cites a clause", "每次拒绝都引用规则"),
        find_silent_refusals,
    ),
    Statement(
        "citations",
        ("LAW-5", "SHARE-1", "SHARE-2", "SHARE-3"),
        Words(
            "a clause is cited only for what it gives, withholds or refuses, to whom it speaks of, and where it holds",
            "规则只在其适用的对象和情形下，为其所给出、不予展示或拒绝的内容被引用",
        ),
        cited_lawfully(GIVES, WITHHOLDS, CLOSES),
    ),
    Statement(
        "gates",
        ("ORDER-1",),
        Words(
            "a refusal cites every gate and block that is closed, and then nothing else",
            "拒绝时引用所有未满足的前提和屏蔽；有未满足的前提或屏蔽时，不引用别的规则",
        ),
        gates_cited(GATES),
    ),
    Statement(
        "all clauses",
        ("LAW-5",),
        Words(
            "what a mode gives, and what an application gives, is cited as well where both give it",
            "公开状态和投递都给出的内容，两者的规则都引用",
        ),
        cited_as_well(
            ("standing", Standing.NONE, Standing.APPLIED),
            ("standing", Standing.APPLIED, Standing.APPLIED_WITH_ATTACHMENTS),
            *(("visibility", Visibility.PRIVATE, mode) for mode in Visibility),
        ),
    ),
    Statement(
        "withheld",
        ("LAW-5",),
        Words("what is withheld is every part that is not given", "未给出的每一部分都列为不予展示"),
        each_grant(find_withheld_mismatch),
    ),
    Statement(
        "pure",
        ("LAW-6",),
        Words(
            "the same facts are decided in the same way, in whatever order they are asked",
            "事实相同，决定就相同，与询问的先后无关",
        ),
        find_impure,
    ),
    Statement(
        "honorific",
        ("NAME-1", "COMMUNITY-1"),
        Words(
            "with the honorific on the real name is given where a rule names it; the community follows its own nickname",
            "开启“先生/女士”后，只有规则指明姓名时才给出真实姓名；社区依社区昵称的设置",
        ),
        when(_hides_real_name, NAMES),
    ),
    by_reading.attachments,
    by_reading.video,
    by_reading.only_chat,
    by_reading.headhunters_only,
    by_reading.private,
    by_reading.before_an_application,
    Statement(
        "mailbox",
        ("APPLY-4",),
        Words("a mailbox is given no channel and no contact", "招聘企业邮箱得不到任何联系渠道和联系方式"),
        when(is_of_kind(ViewerKind.MAILBOX), _CONTACT_ITEMS),
    ),
    Statement(
        "delivery",
        ("APPLY-4",),
        Words(
            "a mailbox is given nothing but by an application delivered to it",
            "招聘企业邮箱只能得到投递到该邮箱的内容",
        ),
        when(lambda case: case.viewer.kind is ViewerKind.MAILBOX and case.viewer.standing not in APPLIED),
    ),
    by_reading.addresses,
    Statement(
        "virtual number",
        ("PHONE-2",),
        Words(
            "the virtual number is shown exactly where it is a channel, except to the owner",
            "除本人外，虚拟号码是联系渠道时一定展示，不是联系渠道时一定不展示",
        ),
        never(_unpaired_number),
    ),
    Statement(
        "national id",
        ("CONTACT-2",),
        Words(
            "national ID numbers are for the owner; those in a form are also for the company that it was filled in for",
            "证件号只给本人，写在定制化简历里的还给收到它的公司",
        ),
        when(lambda case: not (is_owner(case) or is_addressed(case)), frozenset({Part.NATIONAL_ID})),
    ),
    Statement(
        "IP region",
        ("CHAT-1", "COMMUNITY-1"),
        Words(
            "the IP region is shown while a conversation runs, in the community, to the owner, and by consent or an order of the law",
            "IP 归属地只展示给对话进行中的对方、同行社区和本人，以及凭单独同意或法律要求取得内容的接收方",
        ),
        when(_gets_no_region, frozenset({Part.IP_REGION})),
    ),
    by_reading.in_chat,
    by_reading.community,
    Statement(
        "joined",
        ("COMMUNITY-1",),
        Words(
            "the community is given nothing of a candidate who is not in it; who is not signed in is given nothing there",
            "求职者未加入社区的，社区什么都得不到；未登录的人在社区也什么都得不到",
        ),
        when(
            lambda case: (
                case.viewer.kind is ViewerKind.COMMUNITY_MEMBER
                and (case.viewer.nickname is None or not case.viewer.qualified)
            )
        ),
    ),
    Statement(
        "recommender",
        ("RECOMMEND-1",),
        Words(
            "the recommender is given five sections at most, without name and contact",
            "求职推荐最多得到五个栏目，不含姓名和联系方式",
        ),
        when(is_of_kind(ViewerKind.RECOMMENDER), ALL - RECOMMENDED_BY),
    ),
    Statement(
        "impersonal",
        ("RECOMMEND-1",),
        Words(
            "with personalisation off the recommender is given the intention alone",
            "关闭个性化推荐后，求职推荐只得到求职意向",
        ),
        when(
            lambda case: case.viewer.kind is ViewerKind.RECOMMENDER and not case.viewer.personalised,
            ALL - VIEWING - {Part.INTENTION},
        ),
    ),
    Statement(
        "recipient",
        ("SHARE-1", "SHARE-3"),
        Words(
            "a recipient is given at most what consent can name, and no channel",
            "接收方最多得到单独同意能够列明的内容，没有联系渠道",
        ),
        when(is_of_kind(ViewerKind.RECIPIENT), ALL - SHARED),
    ),
    Statement(
        "consent",
        ("SHARE-1", "SHARE-2"),
        Words(
            "a recipient is given nothing without consent in force or an order of the law",
            "没有有效的单独同意，也没有法律要求，接收方什么都得不到",
        ),
        when(lambda case: case.viewer.kind is ViewerKind.RECIPIENT and not has_consent(case)),
    ),
    Statement(
        "form",
        ("CAMPUS-1",),
        Words(
            "a form is given to a company only when it was handed in to it",
            "定制化简历只有在递交给该公司之后，才给该公司",
        ),
        when(
            lambda case: (
                is_for_form(case)
                and case.viewer.kind is ViewerKind.RECRUITER
                and case.viewer.standing is not Standing.APPLIED
            )
        ),
    ),
    Statement(
        "talk",
        ("CAMPUS-2",),
        Words(
            "a school is given nothing but what was handed in at its talk, where it requires that",
            "高校只得到在其空中宣讲会上投递、且该校要求提供的内容",
        ),
        when(
            lambda case: (
                case.viewer.kind is ViewerKind.SCHOOL and case.viewer.standing is not Standing.APPLIED
            )
        ),
    ),
    by_reading.school,
    Statement(
        "delivery record",
        ("CAMPUS-2",),
        Words(
            "the delivery record is for the owner, the school, and the company that a form was filled in for",
            "投递记录只给本人、高校，以及收到定制化简历的公司",
        ),
        when(
            lambda case: not (is_owner(case) or is_addressed(case) or case.viewer.kind is ViewerKind.SCHOOL),
            frozenset({Part.DELIVERY}),
        ),
    ),
    Statement(
        "support",
        ("SUPPORT-1",),
        Words(
            "a support agent is given online sections and name at most, and a complainant's number",
            "客服最多得到在线简历栏目和姓名；求职者是投诉人的，另有真实手机号码",
        ),
        when(
            is_of_kind(ViewerKind.SUPPORT_AGENT),
            lambda case: ALL - SUPPORT - ({Part.MOBILE} if is_for_complainant(case) else set[Item]()),
        ),
    ),
    Statement(
        "open case",
        ("SUPPORT-1",),
        Words(
            "a support agent is given nothing without an open case that names the candidate",
            "没有涉及该求职者的未结案件，客服什么都得不到",
        ),
        when(
            lambda case: case.viewer.kind is ViewerKind.SUPPORT_AGENT and case.viewer.concern is Concern.NONE
        ),
    ),
    Statement(
        "owner",
        ("OWNER-1",),
        Words("the owner is given everything, and may take a copy", "本人得到全部内容，并可取得副本"),
        _find_missing_for_owner,
    ),
    Statement(
        "actions agree",
        ("LAW-8",),
        Words(
            "the actions that a decision names are those that are decided so when they are asked for",
            "决定中列出的操作，就是逐一询问时获准的操作",
        ),
        find_wrong_actions,
    ),
    Statement(
        "going private",
        ("LAW-4",),
        Words("a mode nearer to private never gives more", "公开状态改得更接近不公开，给出的内容不会更多"),
        never_gains("visibility", *((mode, tighter) for mode in Visibility for tighter in TIGHTER[mode])),
    ),
    Statement(
        "turning the honorific on",
        ("LAW-4",),
        Words(
            "the honorific never gives more than the real name",
            "展示“先生/女士”时给出的内容，不会多于展示真实姓名时",
        ),
        never_gains("name_display", (NameDisplay.REAL, NameDisplay.HONORIFIC)),
    ),
    Statement(
        "switching the resume permission off",
        ("LAW-4",),
        Words("switching the resume permission off never gives more", "关闭简历权限后给出的内容不会更多"),
        never_gains("resume_permission", _SWITCHED_OFF),
    ),
    Statement(
        "switching the chat permission off",
        ("LAW-4",),
        Words("switching the chat permission off never gives more", "关闭聊天权限后给出的内容不会更多"),
        never_gains("chat_permission", _SWITCHED_OFF),
    ),
    Statement(
        "deleting",
        ("LAW-4",),
        Words("a deleted resume never gives more than one that is there", "删除简历后给出的内容不会更多"),
        never_gains("exists", _SWITCHED_OFF),
    ),
    Statement(
        "being younger",
        ("LAW-4",),
        Words(
            "no more is shown of somebody not surely of age than of somebody who is",
            "对不能确定已达到规定年龄的求职者，展示的内容不会多于能够确定的",
        ),
        never_gains("of_age", _SWITCHED_OFF),
    ),
    Statement(
        "signing out",
        ("LAW-4",),
        Words(
            "a viewer who is not signed in and verified is never given more than one who is",
            "未登录或未认证的查看者得到的内容，不会多于已登录并认证的",
        ),
        never_gains("qualified", _SWITCHED_OFF),
    ),
    Statement(
        "blocking",
        ("LAW-4",),
        Words(
            "a blocked company is never given more than any other", "被屏蔽的公司得到的内容不会多于其他公司"
        ),
        never_gains(
            "standing", *((loose, Standing.BLOCKED) for loose in Standing if loose is not Standing.BLOCKED)
        ),
    ),
    Statement(
        "withdrawing an application",
        ("LAW-4", "APPLY-8"),
        Words(
            "a company or school is never given more by fewer applications",
            "投递减少后，公司和高校得到的内容不会更多",
        ),
        never_gains(
            "standing",
            (Standing.APPLIED_WITH_ATTACHMENTS, Standing.APPLIED),
            (Standing.APPLIED, Standing.NONE),
        ),
    ),
    Statement(
        "ending a conversation",
        ("LAW-4",),
        Words(
            "a conversation that is over never gives more than one that runs", "对话结束后给出的内容不会更多"
        ),
        never_gains("conversing", _SWITCHED_OFF),
    ),
    Statement(
        "hiding the nickname",
        ("LAW-4",),
        Words("a nickname nearer to none never gives more", "社区昵称改得更隐蔽，给出的内容不会更多"),
        never_gains("nickname", (NameDisplay.REAL, NameDisplay.HONORIFIC), (NameDisplay.HONORIFIC, None)),
    ),
    Statement(
        "switching personalisation off",
        ("LAW-4",),
        Words("switching personalisation off never gives more", "关闭个性化推荐后给出的内容不会更多"),
        never_gains("personalised", _SWITCHED_OFF),
    ),
    Statement(
        "withdrawing consent",
        ("LAW-4",),
        Words(
            "without consent or an order of the law a recipient is never given more than with one",
            "既无单独同意也无法律要求时，接收方得到的内容不会多于有其中之一时",
        ),
        never_gains("sharing", *((loose, Sharing.NONE) for loose in Sharing if loose is not Sharing.NONE)),
    ),
    Statement(
        "closing a case",
        ("LAW-4",),
        Words(
            "no more is shown of a candidate complained of than of one who complains, and no more without an open case",
            "求职者是被投诉人时展示的内容，不会多于其是投诉人时；没有未结案件时展示的内容，不会多于有未结案件时",
        ),
        never_gains(
            "concern", (Concern.COMPLAINANT, Concern.COMPLAINED_OF), (Concern.COMPLAINED_OF, Concern.NONE)
        ),
    ),
)
"""Everything that `verify` checks, each over every case there is."""


@lru_cache(maxsize=8)
def statements(chosen: Readings) -> tuple[Statement, ...]:
    """Everything that `verify` checks, each over every case there is, as the platform reads the rules."""
    return tuple(item if isinstance(item, Statement) else item(chosen) for item in _STATEMENTS)
