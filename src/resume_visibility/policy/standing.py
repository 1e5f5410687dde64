"""How a viewer stands to a resume at an instant. With `index` the only code that looks at raw data to decide something."""

from bisect import bisect_right
from datetime import datetime
from typing import assert_never

from ..model.consents import Consent, ShareForm
from ..model.instants import LAST
from ..model.parts import Part, with_pieces
from ..model.resume import Resume
from ..model.settings import Conversation
from ..model.viewers import (
    CommunityMember,
    Company,
    Headhunter,
    Mailbox,
    Owner,
    Recipient,
    Recommender,
    Recruiter,
    School,
    Viewer,
    Visitor,
)
from .facts import Sharing, Standing
from .index import Governing, Instants, Sent, governing
from .readings import Readings
from .rules import SHAREABLE


def blocked_since(company: Company, index: Governing, at: datetime, readings: Readings) -> datetime | None:
    """The latest instant at which the candidate blocked this company; None if never (BLOCK-2, BLOCK-4).

    A company that cannot be told is blocked for good as soon as anybody is.
    """
    blocks = index.blocks
    if not blocks.all:
        return None
    if company.id is None:
        return LAST if readings.untold_company_is_blocked else None
    until = LAST if readings.future_block_holds else at
    found = [
        _latest(blocks.companies.get(company.id, ()), until),
        _latest(blocks.groups.get(company.group, ()), until) if company.group is not None else None,
        _latest(blocks.matching((company.name, *company.aliases)), until),
    ]
    return max((block for block in found if block is not None), default=None)


def _latest(instants: Instants, until: datetime) -> datetime | None:
    count = bisect_right(instants, until)
    return instants[count - 1] if count else None


def standing_of(
    company: Company, index: Governing, at: datetime, readings: Readings, mailbox: str | None = None
) -> Standing:
    """How a company stands to a resume at an instant (BLOCK-1, BLOCK-2, BLOCK-4, APPLY-1, APPLY-2, APPLY-6, APPLY-7).

    Args:
        company: the one the viewer acts for now.
        index: of the candidate's resume.
        at: aware; an application after it does not count yet, a block after it does.
        readings: of the policy.
        mailbox: count only applications delivered to this address.
    """
    blocked = blocked_since(company, index, at, readings)
    standing = Standing.NONE if blocked is None else Standing.BLOCKED
    for sent in _sent_to(company, index, readings, mailbox):
        if outlasts(blocked, sent.carrying, at, readings):
            return Standing.APPLIED_WITH_ATTACHMENTS
        if outlasts(blocked, sent.all, at, readings):
            standing = Standing.APPLIED
    return standing


def _sent_to(
    company: Company, index: Governing, readings: Readings, mailbox: str | None = None
) -> tuple[Sent, ...]:
    if company.id is None or not index.sent:
        return ()
    found = [index.sent.get((company.id, mailbox))]
    if company.group is not None and mailbox is None and not readings.application_stays_with_company:
        found.append(index.sent.get((None, company.group)))
    return tuple(sent for sent in found if sent is not None)


def outlasts(blocked: datetime | None, acts: Instants, at: datetime, readings: Readings) -> bool:
    """Whether the latest act up to an instant is later than the block: at the same instant the block holds (APPLY-6)."""
    latest = _latest(acts, at)
    if latest is None or blocked is None:
        return latest is not None
    return latest > blocked or (latest == blocked and not readings.block_holds_at_same_instant)


def attachments_for(viewer: Viewer, resume: Resume, at: datetime, readings: Readings) -> frozenset[str]:
    """The ids of the attachments that may be shown where attachments are: to a company those that applications in force
    carried to it (APPLY-2, APPLY-6); to the owner, and to whom consent names them, all (OWNER-1, SHARE-1).
    """
    company, index = company_of(viewer), governing(resume)
    if company is None:
        return index.files
    blocked = blocked_since(company, index, at, readings)
    mailbox = viewer.address.address.casefold() if isinstance(viewer, Mailbox) else None
    return frozenset(
        attachment
        for sent in _sent_to(company, index, readings, mailbox)
        for attachment, carried in sent.carried.items()
        if outlasts(blocked, carried, at, readings)
    )


def company_of(viewer: Viewer) -> Company | None:
    """The company whose standing is the viewer's: a headhunter's agency, not their client (APPLY-7)."""
    match viewer:
        case Recruiter() | Mailbox():
            return viewer.company
        case Headhunter():
            return viewer.agency
        case Owner() | CommunityMember() | Recommender() | Recipient() | School() | Visitor():
            return None
        case _:
            assert_never(viewer)


def conversing(company: Company, index: Governing, at: datetime) -> bool:
    """Whether a conversation with this company is running (CHAT-1)."""
    return bool(running_with(company, index, at))


def running_with(company: Company, index: Governing, at: datetime) -> tuple[Conversation, ...]:
    """The conversations with this company that are running (CHAT-1)."""
    if company.id is None or not index.conversations:
        return ()
    held = index.conversations.get(company.id, ())
    return tuple(talk for talk in held if talk.since <= at and (talk.until is None or at < talk.until))


def consents_for(viewer: Recipient, index: Governing, at: datetime) -> tuple[Consent, ...]:
    """The consents and orders in force for this recipient and purpose (SHARE-1): begun, not ended, not withdrawn, and
    naming something that can be shared at all.
    """
    given = index.consents.get((viewer.id, viewer.purpose), ())
    return tuple(c for c in given if c.begins <= at < c.void_from and named_by((c,)))


def named_by(consents: tuple[Consent, ...]) -> frozenset[Part]:
    """The parts that consents name (SHARE-3). Who may have the name may have the display name in its place (NAME-1)."""
    named = frozenset(part for consent in consents for part in consent.parts)
    return with_pieces(named) & (SHAREABLE | {Part.NAME})


def sharing_of(consents: tuple[Consent, ...]) -> Sharing:
    """What consents in force amount to; an order of the law comes first, then the form that hands on most."""
    if not consents:
        return Sharing.NONE
    if any(consent.order is not None for consent in consents):
        return Sharing.ORDERED
    forms = {consent.form for consent in consents}
    return next(sharing for form, sharing in _SHARING.items() if form in forms)


_SHARING = {
    ShareForm.DISCLOSURE: Sharing.DISCLOSED,
    ShareForm.TRANSFER: Sharing.TRANSFERRED,
    ShareForm.PARTNER: Sharing.PARTNER,
    ShareForm.SHARE: Sharing.SHARED,
}
