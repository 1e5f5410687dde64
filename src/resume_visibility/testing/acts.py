"""Strategies for a candidate's choices and acts (settings, applications, conversations, consents), and for their numbers."""

from datetime import timedelta
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
from .cast import COMPANIES, MAILBOXES, NOW, PROSE, PURPOSES, RECIPIENTS, SCHOOLS, any_of, deeds, instants

_company_ids = st.sampled_from([company.id for company in COMPANIES if company.id])
_groups = st.sampled_from([None, *{company.group: None for company in COMPANIES if company.group}])


def settings() -> st.SearchStrategy[Settings]:
    """Settings of every kind. Permissions are on more often than off, so that they do not stop most cases."""
    usually_on = st.sampled_from([True] * 9 + [False])
    blocks: st.SearchStrategy[Block] = st.one_of(
        st.builds(
            CompanyBlock,
            company=_company_ids,
            at=instants,
            group=_groups,
        ),
        st.builds(
            KeywordBlock, keyword=st.sampled_from(["ＡＣＭＥ", "环球", "云"]), at=instants, group=_groups
        ),
    )
    return st.builds(
        Settings,
        visibility=st.sampled_from([*Visibility, Visibility.PUBLIC]),
        name_display=any_of(NameDisplay),
        resume_permission=usually_on,
        chat_permission=st.sampled_from([True, True, True, False]),
        personalised_recommendation=st.booleans(),
        nickname=any_of(NameDisplay),
        notices=st.frozensets(any_of(NoticeChannel)),
        blocks=st.one_of(st.just(()), st.lists(blocks, max_size=2).map(tuple)),
    )


conversations = st.builds(
    Conversation,
    company=_company_ids,
    since=instants,
    until=st.sampled_from([None, NOW + timedelta(days=5)]),
)

_forms_by_recipient = [
    *product(RECIPIENTS, [ShareForm.SHARE, ShareForm.PARTNER, ShareForm.TRANSFER]),
    *[(PUBLIC, ShareForm.DISCLOSURE)] * 2,
]
_orders = st.builds(
    LegalOrder,
    basis=st.sampled_from(["某法第一条", "某条例第二条"]),
    reference=st.sampled_from(["某字第一号", "某字第二号"]),
    date=st.sampled_from([NOW - timedelta(days=3), NOW - timedelta(days=30)]),
)

consents = st.builds(
    lambda to, **given: Consent(recipient=to[0], form=to[1], **given),
    st.sampled_from(_forms_by_recipient),
    recipient_name=st.sampled_from(["某某教育科技有限公司", "某地图服务"]),
    recipient_contact=st.sampled_from(["400 客服", "privacy@maps.example"]),
    purpose=st.sampled_from(PURPOSES),
    method=st.sampled_from(["电话沟通", "接口传输"]),
    parts=st.frozensets(any_of(Part))
    | st.sampled_from([frozenset({Part.EMAIL, Part.REGION}), PARTS_OF[Document.RESUME] - {Part.MOBILE}]),
    begins=st.integers(-3, 1).map(lambda days: NOW + timedelta(days=days)),
    ends=st.sampled_from([NOW + timedelta(days=5), NOW + timedelta(days=5, minutes=30)]),
    withdrawn=st.sampled_from([None, None, None, NOW + timedelta(hours=36)]),
    order=st.one_of(st.none(), st.none(), _orders),
)


_talks = st.builds(
    OnlineTalk,
    school=st.sampled_from(SCHOOLS),
    delivery=st.builds(Delivery, at=deeds, position=st.sampled_from(PROSE)),
    school_requires=st.sampled_from([True, True, True, True, False]),
)


def applications(attachments: tuple[str, ...]) -> st.SearchStrategy[Application]:
    return st.builds(
        Application,
        company=_company_ids,
        at=deeds,
        mailbox=st.sampled_from([None, *map(Email, MAILBOXES)]),
        attachments=st.frozensets(st.sampled_from(attachments)) if attachments else st.just(frozenset()),
        group=_groups,
        withdrawn=st.sampled_from(
            [None, None, None, NOW + timedelta(days=3), NOW + timedelta(days=3, minutes=30)]
        ),
        talk=st.one_of(st.none(), _talks, _talks),
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


_extensions = st.integers(0, 9999)
_days_before, _days_after, _extra_minutes = st.integers(-3, 0), st.integers(1, 3), st.integers(0, 120)
_bound_companies = st.sampled_from([None, "acme", "globex"])
_numbers = st.sampled_from([0, 1, 1, 2, 2, 3])


@st.composite
def virtual_numbers(draw: st.DrawFn, candidate: str, salt: str) -> list[VirtualNumber]:
    return [
        VirtualNumber(
            id=f"line-{salt}{i}",
            candidate=candidate,
            # No run of zeros: a mobile number of many zeros would be a masked form of it.
            number=PhoneNumber(f"+86950137264{i:02}", extension=f"{draw(_extensions):04}"),
            valid_from=NOW + timedelta(days=draw(_days_before)),
            valid_until=NOW + timedelta(days=draw(_days_after), minutes=draw(_extra_minutes)),
            company=draw(_bound_companies),
        )
        for i in range(draw(_numbers))
    ]
