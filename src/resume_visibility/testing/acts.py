"""Strategies for a candidate's choices and acts (settings, applications, conversations, consents), and for their numbers."""

from datetime import timedelta
from functools import lru_cache, partial
from itertools import product

from hypothesis import strategies as st

from ..model.consents import PUBLIC, Consent, LegalOrder, ShareForm
from ..model.parts import PARTS_OF, Document, Part
from ..model.settings import (
    AgeVerified,
    Application,
    Block,
    CompanyBlock,
    Conversation,
    Delivery,
    KeywordBlock,
    NameDisplay,
    NoticeChannel,
    OnlineTalk,
    Settings,
    VirtualNumber,
    Visibility,
)
from ..model.values import Email, PhoneNumber, YearMonth
from .cast import (
    COMPANIES,
    DEEDS,
    INSTANTS,
    MAILBOXES,
    NOW,
    PROSE,
    PURPOSES,
    RECIPIENTS,
    SCHOOLS,
    any_of,
    at_once,
)

_COMPANY_IDS = [company.id for company in COMPANIES if company.id]
_GROUPS = [None, *{company.group: None for company in COMPANIES if company.group}]

_blocks: st.SearchStrategy[list[Block]] = st.lists(
    at_once(
        [
            *(partial(CompanyBlock, company=company) for company in _COMPANY_IDS),
            *(partial(KeywordBlock, keyword=keyword) for keyword in ("ＡＣＭＥ", "环球", "云")),
        ],
        INSTANTS,
        _GROUPS,
    ).map(lambda one: one[0](at=one[1], group=one[2])),
    max_size=2,
)
_usually_on = at_once([True] * 9 + [False], [True, True, True, False])
"""The permissions of the resume and of chats. They are on more often than off, so that they do not stop most cases."""


def settings() -> st.SearchStrategy[Settings]:
    """Settings of every kind."""
    return st.builds(
        lambda shown, allowed, notices, blocks: Settings(
            visibility=shown[0],
            name_display=shown[1],
            nickname=shown[2],
            personalised_recommendation=shown[3],
            resume_permission=allowed[0],
            chat_permission=allowed[1],
            notices=notices,
            blocks=tuple(blocks),
        ),
        at_once([*Visibility, Visibility.PUBLIC], NameDisplay, NameDisplay, [False, True]),
        _usually_on,
        st.frozensets(any_of(NoticeChannel)),
        st.one_of(st.just(()), _blocks),
    )


conversations = at_once(_COMPANY_IDS, INSTANTS, [None, NOW + timedelta(days=5)]).map(
    lambda one: Conversation(company=one[0], since=one[1], until=one[2])
)

_forms_by_recipient = [
    *product(RECIPIENTS, [ShareForm.SHARE, ShareForm.PARTNER, ShareForm.TRANSFER]),
    *[(PUBLIC, ShareForm.DISCLOSURE)] * 2,
]
_orders = [
    LegalOrder(basis=basis, reference=reference, date=NOW - timedelta(days=days))
    for basis, reference, days in product(
        ["某法第一条", "某条例第二条"], ["某字第一号", "某字第二号"], [3, 30]
    )
]

consents = st.builds(
    lambda given, instants, parts, order: Consent(
        recipient=given[0][0],
        form=given[0][1],
        recipient_name=given[1],
        recipient_contact=given[2],
        purpose=given[3],
        method=given[4],
        parts=parts,
        begins=instants[0],
        ends=instants[1],
        withdrawn=instants[2],
        order=order,
    ),
    at_once(
        _forms_by_recipient,
        ["某某教育科技有限公司", "某地图服务"],
        ["400 客服", "privacy@maps.example"],
        PURPOSES,
        ["电话沟通", "接口传输"],
    ),
    at_once(
        [NOW + timedelta(days=days) for days in (0, 1, -1, -2, -3)],
        [NOW + timedelta(days=5), NOW + timedelta(days=5, minutes=30)],
        [None, None, None, NOW + timedelta(hours=36)],
    ),
    st.frozensets(any_of(Part))
    | st.sampled_from([frozenset({Part.EMAIL, Part.REGION}), PARTS_OF[Document.RESUME] - {Part.MOBILE}]),
    st.sampled_from([*[None] * 2 * len(_orders), *_orders]),
)


_talks = st.builds(
    lambda delivery, school: OnlineTalk(
        school=school[0],
        school_requires=school[1],
        delivery=Delivery(at=delivery[0], position=delivery[1]),
    ),
    at_once(DEEDS, PROSE),
    at_once(SCHOOLS, [True, True, True, True, False]),
)
_sent = at_once(_COMPANY_IDS, _GROUPS, [None, *map(Email, MAILBOXES)])
_whens = at_once(DEEDS, [None, None, None, NOW + timedelta(days=3), NOW + timedelta(days=3, minutes=30)])
_maybe_talks = st.one_of(st.none(), _talks, _talks)


def applications(attachments: tuple[str, ...]) -> st.SearchStrategy[Application]:
    return st.builds(
        lambda sent, when, attachments, talk: Application(
            company=sent[0],
            group=sent[1],
            mailbox=sent[2],
            at=when[0],
            withdrawn=when[1],
            attachments=attachments,
            talk=talk,
        ),
        _sent,
        _whens,
        st.frozensets(st.sampled_from(attachments)) if attachments else st.just(frozenset()),
        _maybe_talks,
    )


_GROWN_UP = [(YearMonth(year, month), None) for year, month in ((1985, 7), (1990, 2), (2000, 12))]
_ABOUT_SIXTEEN = [(YearMonth(2010, 5), None), (YearMonth(2010, 6), None)]
_VERIFIED = [
    (born, AgeVerified(age=age, at=NOW + timedelta(days=days)))
    for born, age, days in (
        (None, 16, -1),
        (None, 16, 1),
        (None, 15, -1),
        (YearMonth(2010, 6), 16, 1),
        (YearMonth(2000, 12), 18, -2),
    )
]
ages: st.SearchStrategy[tuple[YearMonth | None, AgeVerified | None]] = st.sampled_from(
    [*_GROWN_UP * 4, *_ABOUT_SIXTEEN * 2, *_VERIFIED]
)
"""The month of birth, and the age that the platform verified; most are of age, some by the one or the other alone (GATE-3)."""


_extensions, _extra_minutes = st.integers(0, 9999), st.integers(0, 120)
_bindings = at_once([0, -1, -2, -3], [1, 2, 3], [None, "acme", "globex"])
_numbers = st.sampled_from([0, 1, 1, 2, 2, 3])


@lru_cache
@st.composite
def virtual_numbers(draw: st.DrawFn, candidate: str, salt: str) -> list[VirtualNumber]:
    lines = []
    for i in range(draw(_numbers)):
        begins, ends, company = draw(_bindings)
        line = VirtualNumber(
            id=f"line-{salt}{i}",
            candidate=candidate,
            # No run of zeros: a mobile number of many zeros would be a masked form of it.
            number=PhoneNumber(f"+86950137264{i:02}", extension=f"{draw(_extensions):04}"),
            valid_from=NOW + timedelta(days=begins),
            valid_until=NOW + timedelta(days=ends, minutes=draw(_extra_minutes)),
            company=company,
        )
        lines.append(line)
    return lines
