"""The safety statements of the policy of April 2023: what it has to keep in every case.

A statement that lets something else pass under another reading says so. Its words and its check are made of the same pieces,
so that they cannot part. They are written from the rules and share nothing with `rules`, so that each can find a mistake of the other.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from ...model.language import Words
from ...model.parts import PARTS_OF, Channel, Document, Part
from ...model.settings import NameDisplay, Visibility
from ...model.viewers import Action
from ..decisions import Item
from ..facts import CANDIDATE_FACTS, TO_QUALIFY, Concern, Kind, Sharing, Standing, join
from ..readings import Readings
from ..statements import (
    ALL,
    BITS,
    NOTHING,
    Asked,
    Breaches,
    Given,
    Holds,
    Items,
    Search,
    Space,
    Statement,
    actions,
    cited_as_well,
    cited_lawfully,
    each_grant,
    foreign,
    gates_cited,
    impure,
    items_in,
    never,
    silent_refusals,
    tighter,
    uncited,
    unreasoned,
    when,
    withheld,
)
from ..words import listed
from .asked import (
    ADDRESSES,
    APPLIED,
    CHANNELS,
    CHAT,
    FILES,
    NUMBERS,
    OPENED,
    RECOMMENDED_BY,
    SECTIONS,
    SHARED,
    SUPPORT,
    VIEWING,
    applied,
    by_application,
    complainant,
    mode_opens,
    of_company,
    opened_by_application,
    public,
)
from .citations import CLOSES, GATES, GIVES, NAMES, WITHHOLDS
from .phrases import agencies_applied_to, agencies_get_contact, applied_to, those, together

_OFF = (True, False)
_OTHERS: Items = frozenset({Part.FAMILY, Part.RELATIVES, Part.EMERGENCY_NAME, Part.EMERGENCY_PHONE})
_FORM_CONTACT: Items = frozenset({Part.LANDLINE, Part.POSTAL_ADDRESS})
_IN_CHAT: Items = frozenset({Part.DISPLAY_NAME, Part.NAME, Part.AVATAR, Part.IP_REGION}) | CHAT | set(Action)
_UNREACHED: Items = CHANNELS | ADDRESSES | {Part.MOBILE, Part.MESSENGER, Part.VIRTUAL_NUMBER}


def _form(case: Asked) -> bool:
    return case.viewer.document is Document.FORM


def _is(case: Asked, kind: Kind) -> bool:
    """Whether this kind of viewer asks for a resume."""
    return case.viewer.document is Document.RESUME and case.viewer.kind is kind


def _of(*kinds: Kind) -> Holds:
    """Whether one of these kinds of viewer asks, for a resume or a form."""
    return lambda case: case.viewer.kind in kinds


def _consented(case: Asked) -> bool:
    """Whether a recipient asks who has consent or an order."""
    return case.viewer.kind is Kind.RECIPIENT and case.viewer.sharing is not Sharing.NONE


def _addressed(case: Asked) -> bool:
    """Whether the company asks for which a form was filled in, or its owner (CAMPUS-1)."""
    return _form(case) and case.viewer.kind in (Kind.RECRUITER, Kind.OWNER)


def _owner(case: Asked) -> bool:
    return case.viewer.kind is Kind.OWNER


def _named_actions(case: Asked) -> frozenset[Action]:
    """The actions that some rule names for this kind of viewer in this case, every gate being open."""
    viewer = case.viewer
    if viewer.kind is Kind.OWNER or (_form(case) and viewer.kind is Kind.RECRUITER):
        return OPENED
    if _form(case):
        return frozenset({Action.VIEW} if viewer.kind is Kind.SCHOOL else ())
    if not of_company(case):
        return frozenset() if viewer.kind is Kind.VISITOR else frozenset({Action.VIEW})
    named = mode_opens(case) | (opened_by_application(case) if applied(case) else frozenset())
    if public(case) or applied(case) or viewer.conversing:
        named |= {Action.CHAT}
    return named


def _unnamed(case: Given) -> Items:
    """What may not be given because no rule names the action, or that action among those one may take (LAW-5)."""
    named = _named_actions(case)
    return frozenset(Action) - named if case.viewer.action in named else ALL


def _closed_mode(case: Given) -> Items:
    """What MODE-3 and MODE-4 keep from a company to which they are not public."""
    if applied(case) or not of_company(case):
        return NOTHING
    return ALL - _IN_CHAT if case.viewer.conversing and case.viewer.action is Action.CHAT else ALL


def _honorific(case: Asked) -> bool:
    """Whether the candidate hides the real name from this viewer (NAME-1, COMMUNITY-1)."""
    if case.viewer.kind is Kind.COMMUNITY_MEMBER:
        return case.viewer.nickname is not NameDisplay.REAL
    named = _owner(case) or _addressed(case) or _consented(case) or complainant(case)
    return not named and case.candidate.name_display is NameDisplay.HONORIFIC


def _half_a_virtual_number(case: Given) -> Items:
    """The virtual number or its channel, where the other is missing (PHONE-2)."""
    whole = (Part.VIRTUAL_NUMBER in case.given) == (Channel.VIRTUAL_NUMBER in case.given)
    return NOTHING if _owner(case) or whole else frozenset({Part.VIRTUAL_NUMBER, Channel.VIRTUAL_NUMBER})


def _location(case: Asked) -> bool:
    """Whether no rule gives the IP region (CHAT-1, COMMUNITY-1)."""
    if _owner(case) or case.viewer.kind is Kind.COMMUNITY_MEMBER or _consented(case):
        return False
    return not (of_company(case) and case.viewer.action is Action.CHAT and case.viewer.conversing)


def _owner_misses(space: Space) -> Breaches:
    """The cases in which the owner is not given everything (OWNER-1)."""
    for viewer, row in space.given.items():
        everything = sum(BITS[part] for part in PARTS_OF[viewer.document]) | sum(BITS[a] for a in OPENED)
        if viewer.kind is Kind.OWNER and viewer.action in OPENED:
            for half, given in zip(CANDIDATE_FACTS[viewer.document], row, strict=True):
                if half.exists and everything & ~given:
                    missing = listed(items_in(everything & ~given))
                    words = Words(f"the owner is not given {missing.en}", f"没有给本人{missing.zh}")
                    yield join(viewer, half), words


class _Whom(NamedTuple):
    """Whom something is for: in words, and which cases are theirs."""

    words: Words
    holds: Holds


_OWNER = _Whom(Words("the owner", "本人"), _owner)
_RECIPIENT = _Whom(
    Words("recipients by consent or an order of the law", "凭单独同意或法律要求的接收方"), _consented
)


def _for_nobody_else(whom: Iterable[_Whom], items: Items | Callable[[Given], Items]) -> Search:
    """That some items are for these alone."""
    theirs = tuple(one.holds for one in whom)
    return when(lambda case: not any(holds(case) for holds in theirs), items)


class _Piece(NamedTuple):
    """Something that is given or kept: in words, and which items it is."""

    words: Words
    items: Items


def _items(pieces: Iterable[_Piece]) -> Items:
    return frozenset(item for piece in pieces for item in piece.items)


def _said(pieces: Iterable[_Piece]) -> Words:
    return together(*(piece.words for piece in pieces))


def _by_application_to(chosen: Readings) -> tuple[_Whom, ...]:
    """Whom an application shows contact details (APPLY-1, APPLY-7)."""
    found = []
    if chosen.application_shows_contact:
        found.append(
            _Whom(applied_to(chosen), lambda case: _is(case, Kind.RECRUITER) and by_application(case))
        )
    if agencies_get_contact(chosen):
        found.append(
            _Whom(
                agencies_applied_to(chosen), lambda case: _is(case, Kind.HEADHUNTER) and by_application(case)
            )
        )
    return tuple(found)


def _with_contact(chosen: Readings) -> tuple[_Whom, ...]:
    """Whom some rule gives contact details."""
    addressed = _Whom(
        Words("the company that a form was filled in for", "定制化简历所填写的公司"), _addressed
    )
    school = _Whom(Words("the school of an online talk", "空中宣讲会的高校"), _of(Kind.SCHOOL))
    schools = () if chosen.school_gets_no_contact else (school,)
    return _OWNER, *_by_application_to(chosen), addressed, *schools, _RECIPIENT


def _real_number(chosen: Readings) -> Statement:
    whom = _with_contact(chosen)
    said = those(*(one.words for one in whom))
    return Statement(
        "real number",
        ("PHONE-1", "APPLY-1", "APPLY-7", "CONTACT-2"),
        Words(
            f"the real mobile number and messenger accounts are for {said.en}; the number alone also for a complainant's case",
            f"真实手机号码和社交账号只给{said.zh}；求职者是投诉人的，处理其案件的客服也得到真实手机号码",
        ),
        _for_nobody_else(whom, lambda case: NUMBERS - {Part.MOBILE} if complainant(case) else NUMBERS),
    )


def _addresses(chosen: Readings) -> Statement:
    whom = _with_contact(chosen)
    said = those(*(one.words for one in whom))
    if chosen.email_is_relayed:
        words = Words(f"e-mail address and homepage are for {said.en}", f"邮箱地址和个人主页只给{said.zh}")
        search = _for_nobody_else(whom, ADDRESSES)
    else:
        words = Words(
            f"e-mail address and homepage are for {said.en}; the address also for whom e-mail is a channel",
            f"邮箱地址和个人主页只给{said.zh}；可用邮箱联系的，另给邮箱地址",
        )
        search = _for_nobody_else(
            whom, lambda case: ADDRESSES - {Part.EMAIL} if Channel.EMAIL in case.given else ADDRESSES
        )
    return Statement("e-mail", ("CONTACT-1",), words, search)


def _verified(chosen: Readings) -> Statement:
    headhunters = Words("headhunters", "猎头")
    in_full = [Words("recruiters", "招聘者"), Words("schools", "高校")]
    signed_in = [Words("community members", "同行社区用户"), Words("support agents", "客服")]
    if chosen.headhunters_are_verified:
        in_full.insert(1, headhunters)
    else:
        signed_in.insert(0, headhunters)
    full, others = together(*in_full), together(*signed_in)
    return Statement(
        "verified",
        ("GATE-4",),
        Words(
            f"{full.en} are given nothing until they are signed in and verified in full, nor {others.en} until they are signed in",
            f"未登录或未完成全部认证的{full.zh}，以及未登录的{others.zh}，什么都得不到",
        ),
        when(
            lambda case: (case.viewer.document, case.viewer.kind) in TO_QUALIFY and not case.viewer.qualified
        ),
    )


def _attachments(chosen: Readings) -> Statement:
    def carried(case: Asked) -> bool:
        return case.viewer.standing is Standing.APPLIED_WITH_ATTACHMENTS

    group = Words("", "") if chosen.application_stays_with_company else Words(" and their groups", "及其集团")
    company = _Whom(
        Words(f"companies{group.en} by an application that carried them", f"随投递收到它的公司{group.zh}"),
        lambda case: carried(case) and by_application(case),
    )
    mailbox = _Whom(
        Words("mailboxes by an application that carried them", "随投递收到它的招聘企业邮箱"),
        lambda case: carried(case) and _is(case, Kind.MAILBOX),
    )
    mailboxes = () if chosen.mailbox_waits else (mailbox,)
    whom = (_OWNER, company, *mailboxes, _RECIPIENT)
    said = those(*(one.words for one in whom))
    return Statement(
        "attachments",
        ("APPLY-2", "APPLY-4"),
        Words(f"attachments are for {said.en}", f"附件简历只给{said.zh}"),
        _for_nobody_else(whom, frozenset({Part.ATTACHMENTS})),
    )


def _video(chosen: Readings) -> Statement:
    def shown_to(kind: Kind) -> Holds:
        return lambda case: (
            _is(case, kind)
            and (by_application(case) or (public(case) and case.viewer.action is not Action.CHAT))
        )

    whom = [
        _OWNER,
        _Whom(
            Words("recruiters by an application or with a public resume", "凭投递或公开简历的招聘者"),
            shown_to(Kind.RECRUITER),
        ),
    ]
    if not chosen.video_is_for_recruiters:
        words = Words("headhunters by an application or with a public resume", "凭投递或公开简历的猎头")
        whom.append(_Whom(words, shown_to(Kind.HEADHUNTER)))
    if not chosen.mailbox_waits:
        words = Words("mailboxes by an application", "凭投递的招聘企业邮箱")
        whom.append(_Whom(words, _of(Kind.MAILBOX)))
    whom.append(_RECIPIENT)
    said = those(*(one.words for one in whom))
    return Statement(
        "video",
        ("APPLY-3", "APPLY-4"),
        Words(f"the video is for {said.en}", f"视频简介只给{said.zh}"),
        _for_nobody_else(whom, frozenset({Part.VIDEO})),
    )


def _only_chat(chosen: Readings) -> Statement:
    pieces = [
        _Piece(Words("no channel but the chat", "除在线沟通外不开放联系渠道"), CHANNELS - {Channel.CHAT})
    ]
    if chosen.chat_only_forbids_export:
        pieces.append(_Piece(Words("no export", "不可导出"), frozenset({Action.EXPORT})))
    said, kept = _said(pieces), _items(pieces)

    def closed(case: Given) -> Items:
        if (
            case.candidate.visibility is not Visibility.CHAT_ONLY
            or not of_company(case)
            or by_application(case)
        ):
            return NOTHING
        return kept & CHANNELS if applied(case) else kept

    return Statement(
        "chat only",
        ("MODE-2",),
        Words(
            f"the chat-only mode opens {said.en}, an application aside",
            f"“仅在线沟通”的简历，{'，'.join(piece.words.zh for piece in pieces)}；凭投递的除外",
        ),
        never(closed),
    )


def _headhunters_only(chosen: Readings) -> Statement:
    to = _companys(chosen)
    return Statement(
        "headhunters only",
        ("MODE-3",),
        Words(
            f"a resume for headhunters gives recruiters nothing, unless the candidate applied to {to.en} or a conversation runs",
            f"“对无忧猎头公开”的简历不给招聘者任何内容；求职者投递过{to.zh}的，或对话进行中的除外",
        ),
        when(
            lambda case: case.candidate.visibility is Visibility.HEADHUNTERS and _is(case, Kind.RECRUITER),
            _closed_mode,
        ),
    )


def _private(chosen: Readings) -> Statement:
    to = _companys(chosen)
    return Statement(
        "private",
        ("MODE-4",),
        Words(
            f"a private resume gives recruiters and headhunters nothing, unless the candidate applied to {to.en} or a conversation "
            "runs",
            f"“不公开简历”不给招聘者和猎头任何内容；求职者投递过{to.zh}的，或对话进行中的除外",
        ),
        when(lambda case: case.candidate.visibility is Visibility.PRIVATE, _closed_mode),
    )


def _companys(chosen: Readings) -> Words:
    """To whom an application is one to the viewer's company (APPLY-7)."""
    if chosen.application_stays_with_company:
        return Words("their company", "其公司")
    return Words("their company or its group", "其公司或同集团公司")


def _before_an_application(chosen: Readings) -> Statement:
    pieces = [
        _Piece(Words("name", "姓名"), NAMES | {Part.DISPLAY_NAME}),
        _Piece(Words("online sections", "在线简历栏目"), SECTIONS),
        _Piece(Words("avatar", "头像"), frozenset({Part.AVATAR})),
        _Piece(Words("video", "视频简介"), frozenset({Part.VIDEO})),
        _Piece(Words("virtual number", "虚拟号码"), frozenset({Part.VIRTUAL_NUMBER})),
    ]
    if not chosen.email_is_relayed:
        pieces.append(_Piece(Words("e-mail address", "邮箱地址"), frozenset({Part.EMAIL})))
    said = _said(pieces)
    asked = (
        Words("a list, and a view or export that no application opens,", "列表，以及并非凭投递的查看和导出")
        if chosen.lists_follow_visibility
        else Words("a list, view or export that no application opens", "并非凭投递的列表、查看和导出")
    )
    return Statement(
        "what a mode shows",
        ("PARTS-1", "SEARCH-1"),
        Words(f"{asked.en} shows {said.en} at most", f"{asked.zh}，最多展示{said.zh}"),
        when(
            lambda case: (
                of_company(case) and not by_application(case) and case.viewer.action is not Action.CHAT
            ),
            frozenset(Part) - _items(pieces),
        ),
    )


def _in_chat(chosen: Readings) -> Statement:
    pieces = [_Piece(Words("display name", "称呼"), NAMES | {Part.DISPLAY_NAME})]
    if chosen.chat_shows_avatar:
        pieces.append(_Piece(Words("avatar", "头像"), frozenset({Part.AVATAR})))
    pieces.append(_Piece(Words("IP region", "IP 归属地"), frozenset({Part.IP_REGION})))
    said = _said(pieces)
    return Statement(
        "in chat",
        ("CHAT-1",),
        Words(
            f"a chat shows {said.en} at most, and the real name as NAME-1 says",
            f"在线沟通最多展示{said.zh}；真实姓名依 NAME-1",
        ),
        when(lambda case: case.viewer.action is Action.CHAT, ALL - _items(pieces) - CHAT - set(Action)),
    )


def _community(chosen: Readings) -> Statement:
    pieces = [
        _Piece(Words("avatar", "头像"), frozenset({Part.AVATAR})),
        _Piece(Words("nickname", "昵称"), frozenset({Part.DISPLAY_NAME, Part.NAME})),
        _Piece(Words("IP region", "IP 归属地"), frozenset({Part.IP_REGION})),
    ]
    if not chosen.community_hides_position:
        pieces.append(_Piece(Words("latest position", "最近职位"), frozenset({Part.LATEST_POSITION})))
    said = _said(pieces)
    return Statement(
        "community",
        ("COMMUNITY-1", "LAW-9"),
        Words(f"a member of the community is given {said.en} at most", f"同行社区用户最多得到{said.zh}"),
        when(_of(Kind.COMMUNITY_MEMBER), ALL - VIEWING - _items(pieces)),
    )


def _school(chosen: Readings) -> Statement:
    pieces = [_Piece(Words("file", "文件"), FILES), _Piece(Words("channel", "联系渠道"), CHANNELS)]
    if chosen.third_parties_stay_with_company:
        pieces.insert(0, _Piece(Words("other people's data", "他人信息"), _OTHERS))
    if chosen.school_gets_no_contact:
        contact = ADDRESSES | NUMBERS | _FORM_CONTACT
        pieces.insert(0, _Piece(Words("contact details", "联系方式"), contact))
    said = _said(pieces)
    return Statement(
        "school",
        ("CAMPUS-2",),
        Words(
            f"a school is given no {', no '.join(piece.words.en for piece in pieces)}, and no action but viewing",
            f"高校得不到{said.zh}，除查看外不能进行任何操作",
        ),
        when(_of(Kind.SCHOOL), _items(pieces) | (frozenset(Action) - VIEWING)),
    )


_STATEMENTS: tuple[Statement | Callable[[Readings], Statement], ...] = (
    _real_number,
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
        when(lambda case: not case.candidate.resume_permission and not _owner(case)),
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
            "of a deleted resume or a closed account nobody is given anything",
            "简历已删除或账号已注销时，任何人都得不到任何内容",
        ),
        when(lambda case: not case.candidate.exists),
    ),
    Statement(
        "under age",
        ("GATE-3",),
        Words(
            "of somebody not surely of age nobody but the owner is given anything",
            "未确定达到规定年龄的，除本人外任何人都得不到任何内容",
        ),
        when(lambda case: not case.candidate.of_age and not _owner(case)),
    ),
    _verified,
    Statement(
        "nobody else",
        ("LAW-5", "CAMPUS-1"),
        Words(
            "a visitor is given nothing, and of a form nobody but owner, company and school is given anything",
            "访客什么都得不到；定制化简历除本人、所填写的公司和高校外，任何人都得不到",
        ),
        when(
            lambda case: (
                case.viewer.kind is Kind.VISITOR
                or (_form(case) and case.viewer.kind not in (Kind.OWNER, Kind.RECRUITER, Kind.SCHOOL))
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
        never(_unnamed),
    ),
    Statement(
        "of the document",
        ("LAW-5",),
        Words(
            "a grant is of what was asked for, and gives nothing that a resume, or a form, does not have",
            "授予的只是所询问的查看对象，不含在线简历或定制化简历没有的内容",
        ),
        each_grant(foreign),
    ),
    Statement(
        "channels",
        ("LAW-5", "CAMPUS-1"),
        Words(
            "only a recruiter or headhunter reaches the candidate, by way of a resume",
            "只有招聘者和猎头能通过在线简历联系求职者",
        ),
        when(lambda case: not of_company(case), CHANNELS),
    ),
    Statement(
        "cited",
        ("LAW-5",),
        Words("each item given cites a clause that grants", "给出的每一项都引用给出它的规则"),
        each_grant(uncited),
    ),
    Statement(
        "reasons",
        ("LAW-5",),
        Words(
            "each item not given in a grant cites a clause that withholds it",
            "展示时未给出的每一项都引用不予展示的规则",
        ),
        each_grant(unreasoned),
    ),
    Statement(
        "refusals",
        ("LAW-5",),
        Words("each refusal cites a clause", "每次拒绝都引用规则"),
        silent_refusals,
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
        each_grant(withheld),
    ),
    Statement(
        "pure",
        ("LAW-6",),
        Words(
            "the same facts are decided in the same way, in whatever order they are asked",
            "事实相同，决定就相同，与询问的先后无关",
        ),
        impure,
    ),
    Statement(
        "honorific",
        ("NAME-1", "COMMUNITY-1"),
        Words(
            "with the honorific on the real name is given where a rule names it; the community follows its own nickname",
            "开启“先生/女士”后，只有规则指明姓名时才给出真实姓名；社区依社区昵称的设置",
        ),
        when(_honorific, NAMES),
    ),
    _attachments,
    _video,
    _only_chat,
    _headhunters_only,
    _private,
    _before_an_application,
    Statement(
        "mailbox",
        ("APPLY-4",),
        Words("a mailbox is given no channel and no contact", "招聘企业邮箱得不到任何联系渠道和联系方式"),
        when(_of(Kind.MAILBOX), _UNREACHED),
    ),
    Statement(
        "delivery",
        ("APPLY-4",),
        Words(
            "a mailbox is given nothing but by an application delivered to it",
            "招聘企业邮箱只能得到投递到该邮箱的内容",
        ),
        when(lambda case: case.viewer.kind is Kind.MAILBOX and case.viewer.standing not in APPLIED),
    ),
    _addresses,
    Statement(
        "virtual number",
        ("PHONE-2",),
        Words(
            "the virtual number is shown exactly where it is a channel, the owner aside",
            "除本人外，虚拟号码是联系渠道时一定展示，不是联系渠道时一定不展示",
        ),
        never(_half_a_virtual_number),
    ),
    Statement(
        "national id",
        ("CONTACT-2",),
        Words(
            "national ID numbers are for the owner, and for the company that a form was filled in for",
            "证件号只给本人，以及定制化简历所填写的公司",
        ),
        when(lambda case: not (_owner(case) or _addressed(case)), frozenset({Part.NATIONAL_ID})),
    ),
    Statement(
        "IP region",
        ("CHAT-1", "COMMUNITY-1"),
        Words(
            "the IP region is shown while a conversation runs, in the community, to the owner, and by consent or an order of the law",
            "IP 归属地只在对话进行中、在社区、对本人展示，或经本人单独同意、依法律要求展示",
        ),
        when(_location, frozenset({Part.IP_REGION})),
    ),
    _in_chat,
    _community,
    Statement(
        "joined",
        ("COMMUNITY-1",),
        Words(
            "the community is given nothing of who is not in it, and who is not signed in nothing of it",
            "求职者未加入社区的，社区什么都得不到；未登录的人在社区也什么都得不到",
        ),
        when(
            lambda case: (
                case.viewer.kind is Kind.COMMUNITY_MEMBER
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
        when(_of(Kind.RECOMMENDER), ALL - RECOMMENDED_BY),
    ),
    Statement(
        "impersonal",
        ("RECOMMEND-1",),
        Words(
            "with personalisation off the recommender is given the intention alone",
            "关闭个性化推荐后，求职推荐只得到求职意向",
        ),
        when(
            lambda case: case.viewer.kind is Kind.RECOMMENDER and not case.viewer.personalised,
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
        when(_of(Kind.RECIPIENT), ALL - SHARED),
    ),
    Statement(
        "consent",
        ("SHARE-1", "SHARE-2"),
        Words(
            "a recipient is given nothing without consent in force or an order of the law",
            "没有有效的单独同意，也没有法律要求，接收方什么都得不到",
        ),
        when(lambda case: case.viewer.kind is Kind.RECIPIENT and not _consented(case)),
    ),
    Statement(
        "form",
        ("CAMPUS-1",),
        Words(
            "a form is given to a company only when it was handed in to it",
            "定制化简历只有递交给该公司后才给该公司",
        ),
        when(
            lambda case: (
                _form(case)
                and case.viewer.kind is Kind.RECRUITER
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
        when(lambda case: case.viewer.kind is Kind.SCHOOL and case.viewer.standing is not Standing.APPLIED),
    ),
    _school,
    Statement(
        "delivery record",
        ("CAMPUS-2",),
        Words(
            "the delivery record is for the owner, the school, and the company that a form was filled in for",
            "投递记录只给本人、高校，以及定制化简历所填写的公司",
        ),
        when(
            lambda case: not (_owner(case) or _addressed(case) or case.viewer.kind is Kind.SCHOOL),
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
            _of(Kind.SUPPORT_AGENT),
            lambda case: ALL - SUPPORT - ({Part.MOBILE} if complainant(case) else set[Item]()),
        ),
    ),
    Statement(
        "open case",
        ("SUPPORT-1",),
        Words(
            "a support agent is given nothing without an open case that names the candidate",
            "没有涉及该求职者的未结案件，客服什么都得不到",
        ),
        when(lambda case: case.viewer.kind is Kind.SUPPORT_AGENT and case.viewer.concern is Concern.NONE),
    ),
    Statement(
        "owner",
        ("OWNER-1",),
        Words("the owner is given everything, and may take a copy", "本人得到全部内容，并可取得副本"),
        _owner_misses,
    ),
    Statement(
        "actions agree",
        ("LAW-8",),
        Words(
            "the actions that a decision names are those that are decided so when they are asked for",
            "决定中列出的操作，就是逐一询问时获准的操作",
        ),
        actions,
    ),
    Statement(
        "going private",
        ("LAW-4",),
        Words("a mode nearer to private never gives more", "公开状态改得更接近不公开，给出的内容不会更多"),
        tighter(
            "visibility",
            (Visibility.PUBLIC, Visibility.CHAT_ONLY),
            (Visibility.PUBLIC, Visibility.HEADHUNTERS),
            (Visibility.CHAT_ONLY, Visibility.PRIVATE),
            (Visibility.HEADHUNTERS, Visibility.PRIVATE),
        ),
    ),
    Statement(
        "turning the honorific on",
        ("LAW-4",),
        Words(
            "the honorific never gives more than the real name",
            "展示“先生/女士”给出的内容不会多于展示真实姓名",
        ),
        tighter("name_display", (NameDisplay.REAL, NameDisplay.HONORIFIC)),
    ),
    Statement(
        "switching the resume permission off",
        ("LAW-4",),
        Words("switching the resume permission off never gives more", "关闭简历权限后给出的内容不会更多"),
        tighter("resume_permission", _OFF),
    ),
    Statement(
        "switching the chat permission off",
        ("LAW-4",),
        Words("switching the chat permission off never gives more", "关闭聊天权限后给出的内容不会更多"),
        tighter("chat_permission", _OFF),
    ),
    Statement(
        "deleting",
        ("LAW-4",),
        Words("a deleted resume never gives more than one that is there", "删除简历后给出的内容不会更多"),
        tighter("exists", _OFF),
    ),
    Statement(
        "being younger",
        ("LAW-4",),
        Words(
            "no more is shown of somebody not surely of age than of somebody who is",
            "对未确定达到规定年龄的求职者，展示的内容不会多于已确定的",
        ),
        tighter("of_age", _OFF),
    ),
    Statement(
        "signing out",
        ("LAW-4",),
        Words(
            "who is not signed in and verified is never given more than who is",
            "未登录或未认证的查看者得到的内容，不会多于已登录并认证的",
        ),
        tighter("qualified", _OFF),
    ),
    Statement(
        "blocking",
        ("LAW-4",),
        Words(
            "a blocked company is never given more than any other", "被屏蔽的公司得到的内容不会多于其他公司"
        ),
        tighter(
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
        tighter(
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
        tighter("conversing", _OFF),
    ),
    Statement(
        "hiding the nickname",
        ("LAW-4",),
        Words("a nickname nearer to none never gives more", "社区昵称改得更隐蔽，给出的内容不会更多"),
        tighter("nickname", (NameDisplay.REAL, NameDisplay.HONORIFIC), (NameDisplay.HONORIFIC, None)),
    ),
    Statement(
        "switching personalisation off",
        ("LAW-4",),
        Words("switching personalisation off never gives more", "关闭个性化推荐后给出的内容不会更多"),
        tighter("personalised", _OFF),
    ),
    Statement(
        "withdrawing consent",
        ("LAW-4",),
        Words(
            "without consent or an order of the law a recipient is never given more than with one",
            "没有单独同意和法律要求时，接收方得到的内容不会更多",
        ),
        tighter("sharing", *((loose, Sharing.NONE) for loose in Sharing if loose is not Sharing.NONE)),
    ),
    Statement(
        "closing a case",
        ("LAW-4",),
        Words(
            "no more is shown of a candidate complained of than of one who complains, and no more without an open case",
            "求职者是被投诉人时，展示的内容不会多于求职者是投诉人时；没有未结案件时，不会更多",
        ),
        tighter(
            "concern", (Concern.COMPLAINANT, Concern.COMPLAINED_OF), (Concern.COMPLAINED_OF, Concern.NONE)
        ),
    ),
)
"""Everything that `verify` checks, each over every case there is."""


@lru_cache(maxsize=8)
def statements(chosen: Readings) -> tuple[Statement, ...]:
    """Everything that `verify` checks, each over every case there is.

    Args:
        chosen: what the platform chose where the rules leave a choice.
    """
    return tuple(one if isinstance(one, Statement) else one(chosen) for one in _STATEMENTS)
