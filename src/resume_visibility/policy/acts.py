"""What the candidate did about a viewer, and when: an explanation lists it. Nothing here decides."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from operator import attrgetter
from typing import TYPE_CHECKING

import attrs

from ..model.building import Choice
from ..model.parts import Document
from ..model.silent import Silent
from ..model.viewers import Headhunter, Mailbox, Recipient, School, Viewer
from .facts import FORM_VIEWER_KINDS
from .index import Index, index_of
from .readings import Readings
from .situation import (
    KIND_OF,
    blocked_since,
    clients_of,
    company_of,
    document_of,
    inboxes_of,
    is_blocked,
    is_unidentified,
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


@attrs.frozen(repr=False)
class Act(Silent):
    """One act, and the time for which it counts. Printed, it shows nothing: its instants are the candidate's (LAW-7).

    Args:
        kind: what was done.
        since: from when it counts: sent, begun or set then.
        until: from when it no longer counts: withdrawn, ended or expired; None if there is no end.
    """

    kind: ActKind
    since: datetime
    until: datetime | None = None


def acts_of(
    viewer: Viewer, asked: "Resume | CampusForm", at: datetime, readings: Readings
) -> tuple[Act, ...]:
    """List the acts that concern this viewer, from the first to the last: also those that no longer count, but none that is yet to come.

    Of several blocks the latest is listed: it is the one that an application has to be later than (APPLY-6).
    """
    is_form = document_of(asked) is Document.FORM
    if is_form and KIND_OF[type(viewer)] not in FORM_VIEWER_KINDS:
        return ()
    index = index_of(asked)
    sending = ActKind.HANDING_IN if is_form else ActKind.APPLICATION
    done = [act for act in _done_for(viewer, index, readings, sending) if act.since <= at]
    acts = dict.fromkeys((*done, *_blocks_of(viewer, index, at, readings)))
    return tuple(sorted(acts, key=attrgetter("since")))


def _done_for(viewer: Viewer, index: Index, readings: Readings, sending: ActKind) -> Iterator[Act]:
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
    if company is not None:
        address = viewer.address.address.casefold() if isinstance(viewer, Mailbox) else None
        for inbox in inboxes_of(company, index, readings, address):
            for sent in inbox.applications:
                yield Act(sending, sent.at, sent.withdrawn if void else None)
        if company.id is not None and address is None:
            for chat in index.conversations.get(company.id, ()):
                yield Act(ActKind.CONVERSATION, chat.since, chat.until)


def _blocks_of(viewer: Viewer, index: Index, at: datetime, readings: Readings) -> Iterable[Act]:
    """The latest block of the viewer's company, and of the clients that are blocked."""
    company = company_of(viewer)
    latest: dict[ActKind, Act] = {}
    companies = [] if company is None else [(ActKind.BLOCK, company)]
    if isinstance(viewer, Headhunter):
        clients = clients_of(viewer, readings)
        companies += [(ActKind.CLIENT_BLOCK, one) for one in clients if is_blocked(one, index, at, readings)]
    for kind, one in companies:
        since = blocked_since(one, index, at, readings)
        if since is not None and is_unidentified(one, readings):
            kind, since = ActKind.ANY_BLOCK, index.blocks.all[0]
        if since is not None and (kind not in latest or latest[kind].since < since):
            latest[kind] = Act(kind, since)
    return latest.values()
