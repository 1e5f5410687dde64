"""Strategies for a candidate's choices and acts (settings, applications, conversations, consents), and for their numbers."""

from datetime import timedelta

from hypothesis import strategies as st

from ..model.consents import Consent, LegalOrder, ShareForm
from ..model.parts import PARTS_OF, Document, Part
from ..model.settings import (
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
from ..model.values import Email, PhoneNumber
from .cast import COMPANIES, MAILBOXES, NOW, PROSE, PURPOSES, RECIPIENTS, SCHOOLS, any_of, deeds, instants


def settings() -> st.SearchStrategy[Settings]:
    """Settings of every kind. Permissions are on more often than off, so that they do not stop most cases."""
    usually_on = st.sampled_from([True] * 9 + [False])
    blocks: st.SearchStrategy[Block] = st.one_of(
        st.builds(
            CompanyBlock,
            company=st.sampled_from([company.id for company in COMPANIES if company.id]),
            at=instants,
            group=st.sampled_from([None, "acme-group"]),
        ),
        st.builds(KeywordBlock, keyword=st.sampled_from(["ＡＣＭＥ", "环球", "云"]), at=instants),
    )
    return st.builds(
        Settings,
        visibility=st.sampled_from([*Visibility, Visibility.PUBLIC]),
        name_display=any_of(NameDisplay),
        resume_permission=usually_on,
        chat_permission=usually_on,
        personalised_recommendation=st.booleans(),
        nickname=any_of(NameDisplay),
        notices=st.frozensets(any_of(NoticeChannel)),
        blocks=st.one_of(st.just(()), st.lists(blocks, max_size=2).map(tuple)),
    )


conversations = st.builds(
    Conversation,
    company=st.sampled_from([company.id for company in COMPANIES if company.id]),
    since=instants,
    until=st.sampled_from([None, NOW + timedelta(days=5)]),
)

consents = st.builds(
    Consent,
    recipient=st.sampled_from(RECIPIENTS),
    recipient_name=st.just("某某教育科技有限公司"),
    recipient_contact=st.just("400 客服"),
    purpose=st.sampled_from(PURPOSES),
    method=st.just("电话沟通"),
    parts=st.frozensets(any_of(Part))
    | st.sampled_from([frozenset({Part.EMAIL, Part.REGION}), PARTS_OF[Document.RESUME] - {Part.MOBILE}]),
    begins=st.integers(-3, 1).map(lambda days: NOW + timedelta(days=days)),
    ends=st.sampled_from([NOW + timedelta(days=5), NOW + timedelta(days=5, minutes=30)]),
    withdrawn=st.sampled_from([None, None, None, NOW + timedelta(hours=36)]),
    form=st.sampled_from([ShareForm.SHARE, ShareForm.PARTNER, ShareForm.TRANSFER]),
    order=st.sampled_from(
        [None, None, LegalOrder(basis="某法第一条", reference="某字第一号", date=NOW - timedelta(days=3))]
    ),
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
        company=st.sampled_from([company.id for company in COMPANIES if company.id]),
        at=deeds,
        mailbox=st.sampled_from([None, *map(Email, MAILBOXES)]),
        attachments=st.frozensets(st.sampled_from(attachments)),
        withdrawn=st.sampled_from(
            [None, None, None, NOW + timedelta(days=3), NOW + timedelta(days=3, minutes=30)]
        ),
        talk=st.one_of(st.none(), _talks, _talks),
    )


_extensions = st.integers(0, 9999)
_days_before, _days_after, _extra_minutes = st.integers(-3, 0), st.integers(1, 3), st.integers(0, 120)
_bound_companies = st.sampled_from([None, "acme", "globex"])
_numbers = st.integers(0, 3)


@st.composite
def virtual_numbers(draw: st.DrawFn, candidate: str, salt: str) -> list[VirtualNumber]:
    return [
        VirtualNumber(
            id=f"line-{salt}{i}",
            candidate=candidate,
            number=PhoneNumber(f"+86950130000{i:02}", extension=f"{draw(_extensions):04}"),
            valid_from=NOW + timedelta(days=draw(_days_before)),
            valid_until=NOW + timedelta(days=draw(_days_after), minutes=draw(_extra_minutes)),
            company=draw(_bound_companies),
        )
        for i in range(draw(_numbers))
    ]
