"""The safety statements that let something else pass where the platform chose the other side of a reading.

The words and the check of each are made of the same pieces, so that they cannot part.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ...model.language import Words
from ...model.parts import Channel, Document, Part
from ...model.settings import Visibility
from ...model.viewers import Action
from ..facts import TO_QUALIFY, Kind, Standing
from ..readings import Readings
from ..statements import ALL, NOTHING, Asked, Given, Holds, Items, Search, Statement, never, when
from .asked import (
    ADDRESSES,
    CHANNELS,
    CHAT,
    FILES,
    NUMBERS,
    SECTIONS,
    VIEWING,
    addressed,
    applied,
    by_application,
    complainant,
    consented,
    of_company,
    of_kind,
    owner,
    public,
)
from .citations import NAMES
from .phrases import (
    agencies_applied_to,
    agencies_get_contact,
    applied_to,
    those,
    together,
    who_is_verified,
)

_OTHERS: Items = frozenset({Part.FAMILY, Part.RELATIVES, Part.EMERGENCY_NAME, Part.EMERGENCY_PHONE})


_FORM_CONTACT: Items = frozenset({Part.LANDLINE, Part.POSTAL_ADDRESS})


_IN_CHAT: Items = frozenset({Part.DISPLAY_NAME, Part.NAME, Part.AVATAR, Part.IP_REGION}) | CHAT | set(Action)


def _is(case: Asked, kind: Kind) -> bool:
    """Whether this kind of viewer asks for a resume."""
    return case.viewer.document is Document.RESUME and case.viewer.kind is kind


def _closed_mode(case: Given) -> Items:
    """What MODE-3 and MODE-4 keep from a company to which they are not public."""
    if applied(case) or not of_company(case):
        return NOTHING
    return ALL - _IN_CHAT if case.viewer.conversing and case.viewer.action is Action.CHAT else ALL


class _Whom(NamedTuple):
    """Whom something is for: in words, and which cases are theirs."""

    words: Words
    holds: Holds


_OWNER = _Whom(Words("the owner", "本人"), owner)


_RECIPIENT = _Whom(
    Words("recipients by consent or an order of the law", "凭单独同意或法律要求取得内容的接收方"), consented
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
    company = _Whom(Words("the company that a form was filled in for", "收到定制化简历的公司"), addressed)
    school = _Whom(Words("the school of an online talk", "空中宣讲会的高校"), of_kind(Kind.SCHOOL))
    schools = () if chosen.school_gets_no_contact else (school,)
    return _OWNER, *_by_application_to(chosen), company, *schools, _RECIPIENT


def real_number(chosen: Readings) -> Statement:
    """PHONE-1, APPLY-1, APPLY-7, CONTACT-2."""
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


def addresses(chosen: Readings) -> Statement:
    """CONTACT-1."""
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


def verified(chosen: Readings) -> Statement:
    """GATE-4."""
    full, others = who_is_verified(chosen)
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


def _sent(name: str, rules: tuple[str, ...], what: Words, whom: Sequence[_Whom], part: Part) -> Statement:
    """What goes with an application is for some and for nobody else."""
    said = those(*(one.words for one in whom))
    words = Words(f"{what.en} for {said.en}", f"{what.zh}只给{said.zh}")
    return Statement(name, rules, words, _for_nobody_else(whom, frozenset({part})))


def attachments(chosen: Readings) -> Statement:
    """APPLY-2, APPLY-4."""

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
    return _sent(
        "attachments", ("APPLY-2", "APPLY-4"), Words("attachments are", "附件简历"), whom, Part.ATTACHMENTS
    )


def video(chosen: Readings) -> Statement:
    """APPLY-3, APPLY-4."""

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
        whom.append(_Whom(words, of_kind(Kind.MAILBOX)))
    whom.append(_RECIPIENT)
    return _sent("video", ("APPLY-3", "APPLY-4"), Words("the video is", "视频简介"), whom, Part.VIDEO)


def only_chat(chosen: Readings) -> Statement:
    """MODE-2."""
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
            f"公开状态为“公开简历（仅在线沟通）”时，{'，'.join(piece.words.zh for piece in pieces)}；凭投递的除外",
        ),
        never(closed),
    )


def headhunters_only(chosen: Readings) -> Statement:
    """MODE-3."""
    to = _companys(chosen)
    return Statement(
        "headhunters only",
        ("MODE-3",),
        Words(
            f"a resume for headhunters gives recruiters nothing, unless the candidate applied to {to.en} or a conversation runs",
            f"公开状态为“对无忧猎头公开简历”时，不给招聘者任何内容；{to.zh}收到投递的，或对话进行中的除外",
        ),
        when(
            lambda case: case.candidate.visibility is Visibility.HEADHUNTERS and _is(case, Kind.RECRUITER),
            _closed_mode,
        ),
    )


def private(chosen: Readings) -> Statement:
    """MODE-4."""
    to = _companys(chosen)
    return Statement(
        "private",
        ("MODE-4",),
        Words(
            f"a private resume gives recruiters and headhunters nothing, unless the candidate applied to {to.en} or a conversation "
            "runs",
            f"公开状态为“不公开简历”时，不给招聘者和猎头任何内容；{to.zh}收到投递的，或对话进行中的除外",
        ),
        when(lambda case: case.candidate.visibility is Visibility.PRIVATE, _closed_mode),
    )


def _companys(chosen: Readings) -> Words:
    """To whom an application is one to the viewer's company (APPLY-7)."""
    if chosen.application_stays_with_company:
        return Words("their company", "其公司")
    return Words("their company or its group", "其公司或同集团公司")


def before_an_application(chosen: Readings) -> Statement:
    """PARTS-1, SEARCH-1."""
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


def in_chat(chosen: Readings) -> Statement:
    """CHAT-1."""
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


def community(chosen: Readings) -> Statement:
    """COMMUNITY-1, LAW-9."""
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
        when(of_kind(Kind.COMMUNITY_MEMBER), ALL - VIEWING - _items(pieces)),
    )


def school(chosen: Readings) -> Statement:
    """CAMPUS-2."""
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
        when(of_kind(Kind.SCHOOL), _items(pieces) | (frozenset(Action) - VIEWING)),
    )
