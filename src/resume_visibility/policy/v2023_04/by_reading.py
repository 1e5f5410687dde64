"""The safety statements that let something else pass where the platform chose the alternative of a reading.

The words and the check of each are made of the same pieces, so that they cannot part.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ...model.language import Words
from ...model.parts import Channel, Document, Part
from ...model.settings import Visibility
from ...model.viewers import Action
from ..facts import TO_QUALIFY, ViewerKind
from ..readings import Readings
from ..statements import ALL, NOTHING, AskedCase, GivenCase, Items, Predicate, Search, Statement, never, when
from .asked import (
    ADDRESSES,
    CHANNELS,
    CHAT,
    FILES,
    NUMBERS,
    SECTIONS,
    VIEWING,
    has_applied,
    has_consent,
    has_sent_attachments,
    is_addressed,
    is_by_application,
    is_for_complainant,
    is_of_company,
    is_of_kind,
    is_owner,
    is_public,
)
from .citations import NAMES
from .gists import (
    agencies_applied_to,
    agencies_get_contact,
    applied_to,
    join,
    join_long,
    who_is_verified,
)

_THIRD_PARTIES: Items = frozenset({Part.FAMILY, Part.RELATIVES, Part.EMERGENCY_NAME, Part.EMERGENCY_PHONE})
_FORM_CONTACT: Items = frozenset({Part.LANDLINE, Part.POSTAL_ADDRESS})
_IN_CHAT: Items = frozenset({Part.DISPLAY_NAME, Part.NAME, Part.AVATAR, Part.IP_REGION}) | CHAT | set(Action)


def _asks(case: AskedCase, kind: ViewerKind) -> bool:
    """Whether this kind of viewer asks for a resume."""
    return case.viewer.document is Document.RESUME and case.viewer.kind is kind


def _withheld_by_mode(case: GivenCase) -> Items:
    """What MODE-3 and MODE-4 keep from a company to which they are not public."""
    if has_applied(case) or not is_of_company(case):
        return NOTHING
    return ALL - _IN_CHAT if case.viewer.conversing and case.viewer.action is Action.CHAT else ALL


class _Party(NamedTuple):
    """Whom something is for: in words, and which cases are theirs."""

    words: Words
    holds: Predicate


_OWNER = _Party(Words("the owner", "本人"), is_owner)
_RECIPIENT = _Party(
    Words("recipients by consent or an order of the law", "凭单独同意或法律要求取得内容的接收方"), has_consent
)


def _only_for(parties: Iterable[_Party], items: Items | Callable[[GivenCase], Items]) -> Search:
    """That some items are for these alone."""
    predicates = tuple(party.holds for party in parties)
    return when(lambda case: not any(holds(case) for holds in predicates), items)


class _Piece(NamedTuple):
    """Something that is given or kept: in words, and which items it is."""

    words: Words
    items: Items


def _items(pieces: Iterable[_Piece]) -> Items:
    return frozenset(item for piece in pieces for item in piece.items)


def _phrase_of(pieces: Iterable[_Piece]) -> Words:
    return join(*(piece.words for piece in pieces))


def _contact_by_application(chosen: Readings) -> tuple[_Party, ...]:
    """Whom an application shows contact details (APPLY-1, APPLY-7)."""
    parties = []
    if chosen.application_shows_contact:
        parties.append(
            _Party(
                applied_to(chosen), lambda case: _asks(case, ViewerKind.RECRUITER) and is_by_application(case)
            )
        )
    if agencies_get_contact(chosen):
        parties.append(
            _Party(
                agencies_applied_to(chosen),
                lambda case: _asks(case, ViewerKind.HEADHUNTER) and is_by_application(case),
            )
        )
    return tuple(parties)


def _with_contact(chosen: Readings) -> tuple[_Party, ...]:
    """Whom some rule gives contact details."""
    company = _Party(Words("the company that a form was filled in for", "收到定制化简历的公司"), is_addressed)
    school = _Party(Words("the school of an online talk", "空中宣讲会的高校"), is_of_kind(ViewerKind.SCHOOL))
    schools = () if chosen.school_gets_no_contact else (school,)
    return _OWNER, *_contact_by_application(chosen), company, *schools, _RECIPIENT


def real_number(chosen: Readings) -> Statement:
    """PHONE-1, APPLY-1, APPLY-7, CONTACT-2."""
    parties = _with_contact(chosen)
    who = join_long(*(party.words for party in parties))
    return Statement(
        "real number",
        ("PHONE-1", "APPLY-1", "APPLY-7", "CONTACT-2"),
        Words(
            f"the real mobile number and messenger accounts are for {who.en}; the number alone also for a complainant's case",
            f"真实手机号码和社交账号只给{who.zh}；求职者是投诉人的，处理其案件的客服也得到真实手机号码",
        ),
        _only_for(parties, lambda case: NUMBERS - {Part.MOBILE} if is_for_complainant(case) else NUMBERS),
    )


def addresses(chosen: Readings) -> Statement:
    """CONTACT-1."""
    parties = _with_contact(chosen)
    who = join_long(*(party.words for party in parties))
    if chosen.email_is_relayed:
        words = Words(f"e-mail address and homepage are for {who.en}", f"邮箱地址和个人主页只给{who.zh}")
        search = _only_for(parties, ADDRESSES)
    else:
        words = Words(
            f"e-mail address and homepage are for {who.en}; the address also for whom e-mail is a channel",
            f"邮箱地址和个人主页只给{who.zh}；可用邮箱联系的，另给邮箱地址",
        )
        search = _only_for(
            parties, lambda case: ADDRESSES - {Part.EMAIL} if Channel.EMAIL in case.given else ADDRESSES
        )
    return Statement("e-mail", ("CONTACT-1",), words, search)


def verified(chosen: Readings) -> Statement:
    """GATE-4."""
    full, signed_in = who_is_verified(chosen)
    return Statement(
        "verified",
        ("GATE-4",),
        Words(
            f"{full.en} are given nothing until they are signed in and verified in full, nor {signed_in.en} until they are signed in",
            f"未登录或未完成全部认证的{full.zh}，以及未登录的{signed_in.zh}，什么都得不到",
        ),
        when(
            lambda case: (case.viewer.document, case.viewer.kind) in TO_QUALIFY and not case.viewer.qualified
        ),
    )


def _reserve(
    name: str, rules: tuple[str, ...], what: Words, parties: Sequence[_Party], part: Part
) -> Statement:
    """What goes with an application is for some and for nobody else."""
    who = join_long(*(party.words for party in parties))
    words = Words(f"{what.en} for {who.en}", f"{what.zh}只给{who.zh}")
    return Statement(name, rules, words, _only_for(parties, frozenset({part})))


def attachments(chosen: Readings) -> Statement:
    """APPLY-2, APPLY-4."""
    group = Words("", "") if chosen.application_stays_with_company else Words(" and their groups", "及其集团")
    company = _Party(
        Words(
            f"companies and agencies{group.en} by an application that carried them",
            f"随投递收到它的公司或猎头公司{group.zh}",
        ),
        lambda case: has_sent_attachments(case) and is_by_application(case),
    )
    mailbox = _Party(
        Words("mailboxes by an application that carried them", "随投递收到它的招聘企业邮箱"),
        lambda case: has_sent_attachments(case) and _asks(case, ViewerKind.MAILBOX),
    )
    mailboxes = () if chosen.mailbox_waits else (mailbox,)
    parties = (_OWNER, company, *mailboxes, _RECIPIENT)
    return _reserve(
        "attachments", ("APPLY-2", "APPLY-4"), Words("attachments are", "附件简历"), parties, Part.ATTACHMENTS
    )


def video(chosen: Readings) -> Statement:
    """APPLY-3, APPLY-4."""

    def is_shown_to(kind: ViewerKind) -> Predicate:
        return lambda case: (
            _asks(case, kind)
            and (is_by_application(case) or (is_public(case) and case.viewer.action is not Action.CHAT))
        )

    parties = [
        _OWNER,
        _Party(
            Words("recruiters by an application or with a public resume", "凭投递或公开简历的招聘者"),
            is_shown_to(ViewerKind.RECRUITER),
        ),
    ]
    if not chosen.video_is_for_recruiters:
        words = Words("headhunters by an application or with a public resume", "凭投递或公开简历的猎头")
        parties.append(_Party(words, is_shown_to(ViewerKind.HEADHUNTER)))
    if not chosen.mailbox_waits:
        words = Words("mailboxes by an application", "凭投递的招聘企业邮箱")
        parties.append(_Party(words, is_of_kind(ViewerKind.MAILBOX)))
    parties.append(_RECIPIENT)
    return _reserve("video", ("APPLY-3", "APPLY-4"), Words("the video is", "视频简介"), parties, Part.VIDEO)


def only_chat(chosen: Readings) -> Statement:
    """MODE-2."""
    pieces = [
        _Piece(Words("no channel but the chat", "除在线沟通外不开放联系渠道"), CHANNELS - {Channel.CHAT})
    ]
    if chosen.chat_only_forbids_export:
        pieces.append(_Piece(Words("no export", "不可导出"), frozenset({Action.EXPORT})))
    phrase, withheld = _phrase_of(pieces), _items(pieces)

    def withheld_in(case: GivenCase) -> Items:
        if (
            case.candidate.visibility is not Visibility.CHAT_ONLY
            or not is_of_company(case)
            or is_by_application(case)
        ):
            return NOTHING
        return withheld & CHANNELS if has_applied(case) else withheld

    return Statement(
        "chat only",
        ("MODE-2",),
        Words(
            f"the chat-only mode opens {phrase.en}, except by an application",
            f"公开状态为“公开简历（仅在线沟通）”时，{'，'.join(piece.words.zh for piece in pieces)}；凭投递的除外",
        ),
        never(withheld_in),
    )


def headhunters_only(chosen: Readings) -> Statement:
    """MODE-3."""
    company = _company_words(chosen)
    return Statement(
        "headhunters only",
        ("MODE-3",),
        Words(
            f"a resume for headhunters gives recruiters nothing, unless the candidate applied to {company.en} or a conversation runs",
            f"公开状态为“对无忧猎头公开简历”时，不给招聘者任何内容；{company.zh}收到投递的，或对话进行中的除外",
        ),
        when(
            lambda case: (
                case.candidate.visibility is Visibility.HEADHUNTERS and _asks(case, ViewerKind.RECRUITER)
            ),
            _withheld_by_mode,
        ),
    )


def private(chosen: Readings) -> Statement:
    """MODE-4."""
    company = _company_words(chosen)
    return Statement(
        "private",
        ("MODE-4",),
        Words(
            f"a private resume gives recruiters and headhunters nothing, unless the candidate applied to {company.en} or a conversation "
            "runs",
            f"公开状态为“不公开简历”时，不给招聘者和猎头任何内容；{company.zh}收到投递的，或对话进行中的除外",
        ),
        when(lambda case: case.candidate.visibility is Visibility.PRIVATE, _withheld_by_mode),
    )


def _company_words(chosen: Readings) -> Words:
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
    phrase = _phrase_of(pieces)
    requests = (
        Words("a list, and a view or export that no application opens,", "列表，以及并非凭投递的查看和导出")
        if chosen.lists_follow_visibility
        else Words("a list, view or export that no application opens", "并非凭投递的列表、查看和导出")
    )
    return Statement(
        "what a mode shows",
        ("PARTS-1", "SEARCH-1"),
        Words(f"{requests.en} shows {phrase.en} at most", f"{requests.zh}，最多展示{phrase.zh}"),
        when(
            lambda case: (
                is_of_company(case) and not is_by_application(case) and case.viewer.action is not Action.CHAT
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
    phrase = _phrase_of(pieces)
    return Statement(
        "in chat",
        ("CHAT-1",),
        Words(
            f"a chat shows {phrase.en} at most, and the real name as NAME-1 says",
            f"在线沟通最多展示{phrase.zh}；真实姓名依 NAME-1",
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
    phrase = _phrase_of(pieces)
    return Statement(
        "community",
        ("COMMUNITY-1", "LAW-9"),
        Words(f"a member of the community is given {phrase.en} at most", f"同行社区用户最多得到{phrase.zh}"),
        when(is_of_kind(ViewerKind.COMMUNITY_MEMBER), ALL - VIEWING - _items(pieces)),
    )


def school(chosen: Readings) -> Statement:
    """CAMPUS-2."""
    pieces = [_Piece(Words("file", "文件"), FILES), _Piece(Words("channel", "联系渠道"), CHANNELS)]
    if chosen.third_parties_stay_with_company:
        pieces.insert(0, _Piece(Words("other people's data", "他人信息"), _THIRD_PARTIES))
    if chosen.school_gets_no_contact:
        contact = ADDRESSES | NUMBERS | _FORM_CONTACT
        pieces.insert(0, _Piece(Words("contact details", "联系方式"), contact))
    phrase = _phrase_of(pieces)
    return Statement(
        "school",
        ("CAMPUS-2",),
        Words(
            f"a school is given no {', no '.join(piece.words.en for piece in pieces)}, and no action but viewing",
            f"高校得不到{phrase.zh}，除查看外不能进行任何操作",
        ),
        when(is_of_kind(ViewerKind.SCHOOL), _items(pieces) | (frozenset(Action) - VIEWING)),
    )
