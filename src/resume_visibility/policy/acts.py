"""What the candidate did about a viewer, and when: an explanation lists it. Nothing here decides."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING

import attrs

from ..model.building import Choice
from ..model.instants import LAST
from ..model.parts import Document
from ..model.silent import Silent
from ..model.viewers import Company, Headhunter, Mailbox, Recipient, School, SupportAgent, Viewer
from .facts import FORM_VIEWER_KINDS, KIND_OF
from .index import Inbox, Index, index_of
from .readings import Readings
from .situation import (
    blocked_since,
    clients_of,
    company_of,
    document_of,
    inboxes_of,
    is_unidentified,
    lifts,
)

if TYPE_CHECKING:
    from ..model.campus import CampusForm
    from ..model.resume import Resume


class ActKind(Choice):
    """A kind of act that decides what a viewer is shown."""

    APPLICATION = "application"
    """投递, of an online resume."""
    HANDING_IN = "handing in"
    """递交, of a form: it counts as an application does (CAMPUS-1)."""
    CONSENT = "consent"
    """单独同意."""
    ORDER = "order"
    """An order of the law, which takes the place of a consent: no act of the candidate (SHARE-2)."""
    CONVERSATION = "conversation"
    """在线沟通的对话."""
    BLOCK = "block"
    """A block of the viewer's company or agency (屏蔽公司)."""
    CLIENT_BLOCK = "block of a client"
    """A block of one of a headhunter's clients (BLOCK-3)."""
    ANY_BLOCK = "block of anybody"
    """The first block of all: a company or client that cannot be identified counts as blocked from then on (BLOCK-4)."""
    CASE = "support case"
    """投诉举报、申诉案件 that a support agent handles and that names the candidate: no act for the agent (SUPPORT-1)."""


@attrs.frozen(repr=False)
class Act(Silent):
    """One act, and the time for which it counts. Printed, it shows nothing: its instants are the candidate's (LAW-7).

    Args:
        kind: what was done.
        since: from when it counts: sent, begun, set or opened then.
        until: from when it no longer counts: withdrawn, ended, expired or closed, or of a block lifted by an application; None if
            there is no end.
        ahead: whether it is a block dated after the instant asked about, which counts at once (BLOCK-2).
        client: which client a block of a client concerns, from 1, in the order in which the headhunter has them; None for another act.
    """

    kind: ActKind
    since: datetime
    until: datetime | None = None
    ahead: bool = False
    client: int | None = None


def acts_of(
    viewer: Viewer, asked: "Resume | CampusForm", at: datetime, readings: Readings
) -> tuple[Act, ...]:
    """List the acts that concern this viewer, from the first to the last: also those that no longer count, but none that is yet to come.

    Of several blocks of one company the latest is listed: it is the one that an application has to be later than (APPLY-6).
    """
    is_form = document_of(asked) is Document.FORM
    if is_form and KIND_OF[type(viewer)] not in FORM_VIEWER_KINDS:
        return ()
    index, company = index_of(asked), company_of(viewer)
    sending = ActKind.HANDING_IN if is_form else ActKind.APPLICATION
    address = viewer.address.folded if isinstance(viewer, Mailbox) else None
    sent = () if company is None else inboxes_of(company, index, readings, address)
    done = [
        act
        for act in (*_done_for(viewer, sent, index, readings, sending), *_cases_of(viewer, asked))
        if act.since <= at
    ]
    acts = dict.fromkeys((*done, *_blocks_of(viewer, sent, index, at, readings)))
    return tuple(sorted(acts, key=attrgetter("since")))


def _done_for(
    viewer: Viewer, sent: tuple[Inbox, ...], index: Index, readings: Readings, sending: ActKind
) -> Iterator[Act]:
    """Applications, consents and conversations; an application to a company may be one to its group as well (APPLY-7)."""
    void, company = readings.withdrawn_application_is_void, company_of(viewer)
    if isinstance(viewer, Recipient):
        for consent in index.consents.get((viewer.id, viewer.purpose), ()):
            kind = ActKind.CONSENT if consent.order is None else ActKind.ORDER
            yield Act(kind, consent.begins, consent.void_from)
    if isinstance(viewer, School):
        for talk in index.talks.get(viewer.id, ()):
            [since], [withdrawn] = talk.acts
            yield Act(sending, since, withdrawn if void else None)
    for inbox in sent:
        for one in inbox.applications:
            yield Act(sending, one.at, one.withdrawn if void else None)
    if company is not None and company.id is not None and not isinstance(viewer, Mailbox):
        for chat in index.conversations.get(company.id, ()):
            yield Act(ActKind.CONVERSATION, chat.since, chat.until)


def _cases_of(viewer: Viewer, asked: "Resume | CampusForm") -> Iterator[Act]:
    """The case of a support agent, if it names the candidate (SUPPORT-1)."""
    if isinstance(viewer, SupportAgent) and viewer.case is not None:
        case = viewer.case
        if asked.candidate == case.complainant or asked.candidate in case.complained_of:
            yield Act(ActKind.CASE, case.opened, case.closed)


def _blocks_of(
    viewer: Viewer, sent: tuple[Inbox, ...], index: Index, at: datetime, readings: Readings
) -> Iterator[Act]:
    """The latest block of the viewer's company, and of each client: an application to one client lifts no block of another."""
    company = company_of(viewer)
    if company is None:
        return
    yield from _block_of(company, sent, Act(ActKind.BLOCK, at), index, at, readings)
    if isinstance(viewer, Headhunter):
        for number, client in enumerate(clients_of(viewer, readings), 1):
            act = Act(ActKind.CLIENT_BLOCK, at, client=None if viewer.clients is None else number)
            yield from _block_of(client, inboxes_of(client, index, readings), act, index, at, readings)


def _block_of(
    company: Company, sent: Iterable[Inbox], act: Act, index: Index, at: datetime, readings: Readings
) -> Iterator[Act]:
    """The latest block of a company, until the application that lifted it, if one did (APPLY-6); `act` is of its kind."""
    since = blocked_since(company, index, at, readings)
    if since is None:
        return
    if is_unidentified(company, readings):
        first = index.blocks.all[0]
        yield attrs.evolve(act, kind=ActKind.ANY_BLOCK, since=first, ahead=first > at)
    else:
        counting = (
            one.at
            for inbox in sent
            for one in inbox.applications
            if one.at <= at and not (readings.withdrawn_application_is_void and (one.withdrawn or LAST) <= at)
        )
        lifting = (one for one in counting if lifts(one, since, readings))
        yield attrs.evolve(act, since=since, until=min(lifting, default=None), ahead=since > at)
