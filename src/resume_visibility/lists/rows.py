"""The rows of a resume or form that a platform writes, to filter its lists by. Values that are derived are derived here."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import cast

import attrs

from ..model.arguments import expect, expect_kind
from ..model.building import Choice
from ..model.campus import CampusForm
from ..model.complete import complete
from ..model.instants import LAST, instant
from ..model.names import folded
from ..model.resume import Resume
from ..model.settings import Block, CompanyBlock, KeywordBlock, NameDisplay
from ..model.silent import Silent
from ..policy.index import AnyApplication, Index, index_of
from ..policy.situation import parts_named, sharing_of
from ..policy.table import DEFAULT_POLICY, Policy

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""The instant from which rows count microseconds."""

_MICROSECOND = timedelta(microseconds=1)


def microseconds(at: datetime) -> int:
    """An instant as rows hold it: the microseconds since 1970 in UTC, which fit into 64 bits.

    Args:
        at: aware.

    Raises:
        TypeError: it is no datetime.
        InvalidValue: it has no time zone.
    """
    expect_kind("at", at, datetime)
    return (instant(at) - EPOCH) // _MICROSECOND


NO_END = microseconds(LAST) + 1
"""Stands in rows for an end that is not set: it is later than every instant."""


@attrs.frozen(kw_only=True, repr=False)
class DocumentRow(Silent):
    """The one row of a resume or form.

    Args:
        id: of the resume or form.
        candidate: the owner's id.
        visibility: the mode; of a form, private.
        name_display: real or honorific.
        in_community: the candidate is in the community (COMMUNITY-1).
        nickname: real or honorific, as chosen there.
        personalised_recommendation: the switch.
        resume_permission: the switch.
        chat_permission: the switch; of a form, off.
        exists: neither deleted nor of a closed account (GATE-2).
        born: the latest possible day of birth, as a number; a number that is no day if the birth is unknown (GATE-3).
    """

    id: str
    candidate: str
    visibility: str
    name_display: str
    in_community: bool
    nickname: str
    personalised_recommendation: bool
    resume_permission: bool
    chat_permission: bool
    exists: bool
    born: int


@attrs.frozen(kw_only=True, repr=False)
class BlockRow(Silent):
    """One block: of a company, or of a keyword (BLOCK-2).

    Args:
        resume: the id of the resume or form.
        company: the id; None in a block of a keyword.
        group: the id of the group that is blocked with it.
        keyword: as it is compared, folded; None in a block of a company.
        at: in microseconds.
    """

    resume: str
    company: str | None
    group: str | None
    keyword: str | None
    at: int


@attrs.frozen(kw_only=True, repr=False)
class ApplicationRow(Silent):
    """One application; the handing in of a form counts as one (APPLY-1, CAMPUS-1).

    Args:
        resume: the id of the resume or form.
        company: the id of the company that it was sent to.
        group: the id of the company's group.
        mailbox: the address, case-folded.
        at: in microseconds.
        withdrawn: from when it no longer counts; `NO_END` if it was not withdrawn (APPLY-8).
        carries: whether it carries any attachment (APPLY-2).
    """

    resume: str
    company: str
    group: str | None
    mailbox: str | None
    at: int
    withdrawn: int
    carries: bool


@attrs.frozen(kw_only=True, repr=False)
class TalkRow(Silent):
    """One resume or form that was handed in at an online talk whose school requires it (CAMPUS-2).

    Args:
        resume: the id of the resume or form.
        school: the id of the school.
        at: from when it counts, in microseconds.
        withdrawn: from when it no longer counts, or `NO_END`.
    """

    resume: str
    school: str
    at: int
    withdrawn: int


@attrs.frozen(kw_only=True, repr=False)
class ConversationRow(Silent):
    """One conversation (CHAT-1).

    Args:
        resume: the id of the resume.
        company: the id of the company.
        since: in microseconds.
        until: the first instant at which it no longer runs, or `NO_END`.
    """

    resume: str
    company: str
    since: int
    until: int


@attrs.frozen(kw_only=True, repr=False)
class ConsentRow(Silent):
    """One consent or order that names something which can be shared (SHARE-1 to SHARE-3).

    Args:
        resume: the id of the resume.
        recipient: the id.
        purpose: the code.
        sharing: the value of `Sharing` that it gives.
        begins: in microseconds.
        void_from: the first instant at which it no longer holds, expired or withdrawn.
    """

    resume: str
    recipient: str
    purpose: str
    sharing: str
    begins: int
    void_from: int


ChildRow = BlockRow | ApplicationRow | TalkRow | ConversationRow | ConsentRow
Row = DocumentRow | ChildRow


class Relation(Choice):
    """The names of the tables that may hold several rows of one resume or form."""

    BLOCKS = "blocks"
    APPLICATIONS = "applications"
    TALKS = "talks"
    CONVERSATIONS = "conversations"
    CONSENTS = "consents"


_ROW_CLASSES: dict[Relation, type[ChildRow]] = {
    Relation.BLOCKS: BlockRow,
    Relation.APPLICATIONS: ApplicationRow,
    Relation.TALKS: TalkRow,
    Relation.CONVERSATIONS: ConversationRow,
    Relation.CONSENTS: ConsentRow,
}
ROW_OF = complete(_ROW_CLASSES, Relation)
"""The class of the rows of each relation."""


def at_of(row: Row) -> int:
    """The instant of what a row is about: a block, an application, or the handing in at a talk."""
    return cast("BlockRow | ApplicationRow | TalkRow", row).at


@attrs.frozen(kw_only=True, repr=False)
class Stored(Silent):
    """Every row of one resume or form. They hold choices and acts, ids and instants, and nothing of its contents.

    Args:
        document: its one row.
        blocks: its rows of that relation, and so for the others.
        applications: likewise.
        talks: likewise.
        conversations: likewise.
        consents: likewise.
    """

    document: DocumentRow
    blocks: tuple[BlockRow, ...] = ()
    applications: tuple[ApplicationRow, ...] = ()
    talks: tuple[TalkRow, ...] = ()
    conversations: tuple[ConversationRow, ...] = ()
    consents: tuple[ConsentRow, ...] = ()

    def rows(self, relation: Relation) -> tuple[ChildRow, ...]:
        """The rows of one relation."""
        return getattr(self, relation.value)  # type: ignore[no-any-return]  # a field of each relation


def stored(resume: Resume | CampusForm, *, policy: Policy = DEFAULT_POLICY) -> Stored:
    """Make the rows of a resume or form. Write them whenever it, its settings or its acts change (LAW-8).

    A resume that cannot be loaded has no rows, and so is in no list. Rows do not say what they are of: keep those of forms apart.

    Args:
        resume: as it is; or a form.
        policy: says what a consent can name. If you change the ruleset, write the rows of consents again.

    Returns:
        Its rows, with whatever is derived in the right spelling.

    Raises:
        TypeError: `resume` is neither a resume nor a form, or `policy` no policy.
    """
    expect("resume", resume, Resume, CampusForm)
    expect("policy", policy, Policy)
    index = index_of(resume)  # in which handing in a form is an application, too (CAMPUS-1)
    return Stored(
        document=_document_row(resume, index),
        blocks=tuple(_block_row(resume.id, block) for block in index.blocking),
        applications=tuple(_application_row(resume.id, sent) for sent in index.applications),
        talks=tuple(_talk_rows(resume.id, index.applications)),
        conversations=tuple(
            ConversationRow(
                resume=resume.id,
                company=chat.company,
                since=microseconds(chat.since),
                until=_end_or_never(chat.until),
            )
            for chat in index.chats
        ),
        consents=tuple(
            ConsentRow(
                resume=resume.id,
                recipient=consent.recipient,
                purpose=consent.purpose,
                sharing=sharing_of((consent,)).value,
                begins=microseconds(consent.begins),
                void_from=microseconds(consent.void_from),
            )
            for consent in index.given
            if parts_named((consent,), policy.ruleset.shareable)
        ),
    )


def _document_row(asked: Resume | CampusForm, index: Index) -> DocumentRow:
    is_form, settings, facts = isinstance(asked, CampusForm), asked.settings, index.young
    return DocumentRow(
        id=asked.id,
        candidate=asked.candidate,
        visibility=facts.visibility.value,
        name_display=facts.name_display.value,
        in_community=isinstance(asked, Resume) and asked.community is not None,
        nickname=(NameDisplay.HONORIFIC if is_form else settings.nickname).value,
        personalised_recommendation=settings.personalised_recommendation and not is_form,
        resume_permission=facts.resume_permission,
        chat_permission=facts.chat_permission,
        exists=facts.exists,
        born=index.born,
    )


def _block_row(resume: str, block: Block) -> BlockRow:
    return BlockRow(
        resume=resume,
        company=block.company if isinstance(block, CompanyBlock) else None,
        group=block.group,
        keyword=folded(block.keyword) if isinstance(block, KeywordBlock) else None,
        at=microseconds(block.at),
    )


def _application_row(resume: str, sent: AnyApplication) -> ApplicationRow:
    return ApplicationRow(
        resume=resume,
        company=sent.company,
        group=sent.group,
        mailbox=None if sent.mailbox is None else sent.mailbox.folded,
        at=microseconds(sent.at),
        withdrawn=_end_or_never(sent.withdrawn),
        carries=bool(sent.attachments),
    )


def _talk_rows(resume: str, applications: Iterable[AnyApplication]) -> Iterator[TalkRow]:
    for sent in applications:
        if sent.talk is not None and sent.talk.school_requires:
            yield TalkRow(
                resume=resume,
                school=sent.talk.school,
                at=microseconds(max(sent.at, sent.talk.delivery.at)),
                withdrawn=_end_or_never(sent.withdrawn),
            )


def _end_or_never(at: datetime | None) -> int:
    return NO_END if at is None else microseconds(at)
