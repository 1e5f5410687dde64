"""How a viewer stands to a resume or form at an instant, which is in UTC. Only this, `index` and `asking` look at raw data to decide."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple, assert_never

from ..model.arguments import expect_each
from ..model.building import fields_of
from ..model.complete import complete
from ..model.consents import Consent, ShareForm
from ..model.instants import LAST
from ..model.names import folded
from ..model.parts import Document, Part, with_pieces
from ..model.resume import Resume
from ..model.sections import Work
from ..model.settings import Block, CompanyBlock, Conversation, Delivery, KeywordBlock, VirtualNumber
from ..model.values import Period
from ..model.viewers import (
    COMPANY_FIELDS,
    FULLY_VERIFIED,
    Action,
    CommunityMember,
    Company,
    Headhunter,
    Mailbox,
    Owner,
    Recipient,
    Recommender,
    Recruiter,
    School,
    SupportAgent,
    Viewer,
    Visitor,
)
from .facts import FORM_VIEWER_KINDS, KIND_OF, Concern, Sharing, Standing, ViewerFacts, ViewerKind
from .index import Acts, Inbox, Index, Instants, Talk, blocks_of
from .readings import Readings

if TYPE_CHECKING:
    from ..model.campus import CampusForm


class Situation(NamedTuple):
    """Everything that was found out about a viewer and a resume or form, each thing once.

    Args:
        facts: the viewer's half of the facts.
        company: the company whose standing it is; None for a viewer without a company.
        blocked_at: the latest instant at which the candidate blocked it; None if never.
        sent: the applications to it that may count.
        conversations: the running conversations with it.
        consents: the consents in force for the recipient.
        talks: the talks of the school that count.
        until: the first instant after this one at which less may be shown, as far as is known of the viewer now.
    """

    facts: ViewerFacts
    company: Company | None = None
    blocked_at: datetime | None = None
    sent: tuple[Inbox, ...] = ()
    conversations: tuple[Conversation, ...] = ()
    consents: tuple[Consent, ...] = ()
    talks: tuple[Talk, ...] = ()
    until: datetime = LAST


class Request(NamedTuple):
    """The facts that depend on the viewer alone, and not on the resume or form.

    Args:
        document: what is asked for.
        kind: of the viewer; an owner of another resume turns out to be a visitor.
        action: what the viewer is about to do.
        qualified: signed in and verified as their kind requires (GATE-4).
    """

    document: Document
    kind: ViewerKind
    action: Action
    qualified: bool


def request_of(viewer: Viewer, document: Document, readings: Readings) -> Request:
    """The facts that a viewer brings to every resume, or to every form."""
    match viewer:
        case Recruiter():
            is_verified = viewer.verified == FULLY_VERIFIED
        case Headhunter():
            is_verified = viewer.verified == FULLY_VERIFIED or not readings.headhunters_are_verified
        case School():
            is_verified = viewer.verified
        case Owner() | Recommender() | CommunityMember() | SupportAgent():
            is_verified = True
        case Mailbox() | Recipient() | Visitor():
            is_verified = False
        case _:
            assert_never(viewer)
    kind = KIND_OF[type(viewer)]
    is_named = document is Document.RESUME or kind in FORM_VIEWER_KINDS
    # Nothing of a viewer counts before they sign in, so no branch above can forget it.
    signed_in = getattr(viewer, "signed_in", True)
    return Request(document, kind, viewer.action, is_verified and signed_in and is_named)


def document_of(asked: "Resume | CampusForm") -> Document:
    """The kind of document that this is."""
    return Document.RESUME if isinstance(asked, Resume) else Document.FORM


def situation_of(
    viewer: Viewer,
    asked: "Resume | CampusForm",
    index: Index,
    at: datetime,
    readings: Readings,
    shareable: frozenset[Part],
) -> Situation:
    """Find how a viewer stands to a resume or form."""
    document = document_of(asked)
    request = request_of(viewer, document, readings)
    if document is Document.FORM and request.kind not in FORM_VIEWER_KINDS:
        return Situation(ViewerFacts(*request))
    match viewer:
        case Recruiter():
            return situation_of_company(request, viewer.company, index, at, readings)
        case Headhunter():
            found = situation_of_company(request, viewer.agency, index, at, readings)
            return _add_clients(found, clients_of(viewer, readings), index, at, readings)
        case Mailbox():
            return situation_of_company(request, viewer.company, index, at, readings, viewer.address.folded)
        case Owner():
            if viewer.candidate != asked.candidate:
                request = request._replace(kind=ViewerKind.VISITOR, qualified=False)
            return Situation(ViewerFacts(*request))
        case School():
            return _situation_of_school(request, viewer, index, at, readings)
        case Visitor():
            return Situation(ViewerFacts(*request))
        case CommunityMember():
            community = asked.community if isinstance(asked, Resume) else None
            nickname = None if community is None else asked.settings.nickname
            return Situation(ViewerFacts(*request, nickname=nickname))
        case Recommender():
            chosen = asked.settings.personalised_recommendation
            return Situation(ViewerFacts(*request, personalised=chosen))
        case Recipient():
            consents = consents_for(viewer, index, at, shareable)
            until = min((consent.void_from for consent in consents), default=LAST)
            facts = ViewerFacts(*request, sharing=sharing_of(consents))
            return Situation(facts, consents=consents, until=until)
        case SupportAgent():
            return _situation_of_support(request, viewer, asked.candidate, at)
        case _:
            assert_never(viewer)


# --- Companies -------------------------------------------------------------------------------------------------------


def situation_of_company(
    request: Request,
    company: Company,
    index: Index,
    at: datetime,
    readings: Readings,
    mailbox: str | None = None,
) -> Situation:
    named = _may_be_named(company, index)
    if not named and not index.keywords:
        return Situation(ViewerFacts(*request), company)
    blocked_at = blocked_since(company, index, at, readings) if index.blocking else None
    sent = inboxes_of(company, index, readings, mailbox) if named and index.applications else ()
    chats = _running_conversations(company, index, at) if named and index.chats and mailbox is None else ()
    facts = ViewerFacts(*request, _standing(blocked_at, sent, at, readings), bool(chats))
    until = _next_change(company, sent, index, at, readings)
    return Situation(facts, company, blocked_at, sent, chats, until=until)


def _may_be_named(company: Company, index: Index) -> bool:
    """Whether the candidate did something to this company or its group, by id; True, too, if it has no id."""
    return company.id is None or not index.named.isdisjoint((company.id, company.group))


def blocked_since(company: Company, index: Index, at: datetime, readings: Readings) -> datetime | None:
    """The latest instant at which the candidate blocked this company; None if never (BLOCK-2, BLOCK-4).

    A company that cannot be identified is blocked for good as soon as any company is. A block that waits blocks nobody yet.
    """
    until = LAST if readings.future_block_holds else at
    if is_unidentified(company, readings):
        return None if _find_latest(index.blocks.all, until) is None else LAST
    found = None
    for instants in index.blocks.of(company):
        block = _find_latest(instants, until)
        if found is None or (block is not None and block > found):
            found = block
    return found


def is_unidentified(company: Company, readings: Readings) -> bool:
    """Whether a company counts as blocked as soon as any company is (BLOCK-4)."""
    return company.id is None and readings.unidentified_company_is_blocked


def covered_by(blocks: Iterable[Block], companies: Iterable[Company]) -> tuple[tuple[Company, ...], ...]:
    """Find which of these companies each block names, by id, group or a word in a name, to show the candidate (BLOCK-2).

    In addition, a company that cannot be identified counts as blocked as soon as any company is (BLOCK-4).

    Args:
        blocks: blocks that are set, or about to be.
        companies: as the platform knows them, in any order.

    Returns:
        For each block the companies that it covers; both in the given order.

    Raises:
        TypeError: one of `blocks` is no block, or one of `companies` no company.
    """
    each = expect_each("blocks", blocks, CompanyBlock, KeywordBlock)
    known = expect_each("companies", companies, Company)
    keywords = blocks_of(each).keywords
    by_id, by_group, by_word = (defaultdict[str | None, list[int]](list) for _ in range(3))
    for place, company in enumerate(known):
        by_id[company.id].append(place)
        by_group[company.group].append(place)
        for word in keywords.words_in((company.name, *company.aliases)):
            by_word[word].append(place)

    def covered(block: Block) -> tuple[Company, ...]:
        named = by_id[block.company] if isinstance(block, CompanyBlock) else by_word[folded(block.keyword)]
        grouped = () if block.group is None else by_group[block.group]
        return tuple([known[place] for place in sorted({*named, *grouped})])

    return tuple(map(covered, each))


def _find_latest(instants: Instants, until: datetime) -> datetime | None:
    count = bisect_right(instants, until)
    return instants[count - 1] if count else None


def inboxes_of(
    company: Company, index: Index, readings: Readings, mailbox: str | None = None
) -> tuple[Inbox, ...]:
    """The applications that open the resume or form to a company: those sent to it, and to its group if they count (APPLY-7). For a
    mailbox, only those to its address, which is folded.
    """
    if company.id is None:
        return ()
    sent = index.sent.get(company.id)
    if mailbox is not None and sent is not None:
        sent = sent.mailboxes.get(mailbox)
    found: tuple[Inbox, ...] = () if sent is None else (sent,)
    if company.group is not None and mailbox is None and not readings.application_stays_with_company:
        group = index.sent_to_groups.get(company.group)
        found += () if group is None else (group,)
    return found


def lifting_acts(
    company: Company, index: Index, at: datetime, readings: Readings, mailbox: str | None
) -> Iterator[tuple[Standing | str, datetime]]:
    """The latest act towards a company, or towards one mailbox of it, by what it opens: a standing, or one attachment by its id. Whether
    a block holds against each depends on these alone (APPLY-2, APPLY-6).
    """
    for sent in inboxes_of(company, index, readings, mailbox):
        acts: list[tuple[Standing | str, Acts]] = [
            (Standing.APPLIED, sent.all),
            (Standing.APPLIED_WITH_ATTACHMENTS, sent.with_attachments),
            *sent.by_attachment.items(),
        ]
        for opened, one in acts:
            latest = one.latest(at, void=readings.withdrawn_application_is_void)
            if latest is not None:
                yield opened, latest


def _standing(
    blocked_at: datetime | None, sent: tuple[Inbox, ...], at: datetime, readings: Readings
) -> Standing:
    """BLOCK-1 to BLOCK-4, APPLY-1, APPLY-2, APPLY-6 to APPLY-8, CAMPUS-1."""
    standing = Standing.NONE if blocked_at is None else Standing.BLOCKED
    for applications in sent:
        if _is_after_block(blocked_at, applications.with_attachments, at, readings):
            return Standing.APPLIED_WITH_ATTACHMENTS
        if _is_after_block(blocked_at, applications.all, at, readings):
            standing = Standing.APPLIED
    return standing


def _is_after_block(blocked_at: datetime | None, acts: Acts, at: datetime, readings: Readings) -> bool:
    """Whether the latest act that counts is later than the block."""
    latest = acts.latest(at, void=readings.withdrawn_application_is_void)
    if latest is None or blocked_at is None:
        return latest is not None
    return lifts(latest, blocked_at, readings)


def lifts(act: datetime, block: datetime, readings: Readings) -> bool:
    """Whether an act of one instant lifts a block of another. At the same instant the block holds (APPLY-6)."""
    return act > block or (act == block and not readings.block_holds_at_same_instant)


def _add_clients(
    found: Situation,
    clients: tuple[Company, ...],
    index: Index,
    at: datetime,
    readings: Readings,
) -> Situation:
    """BLOCK-3: a headhunter is blocked if any client is; an application to the agency does not lift that."""
    if not index.blocking:
        return found
    until = found.until
    for client in clients:
        if not (_may_be_named(client, index) or index.keywords):
            continue
        blocked_at = blocked_since(client, index, at, readings)
        # An application opens nothing to a client; it can only lift a block.
        sent = () if blocked_at is None else inboxes_of(client, index, readings)
        if _standing(blocked_at, sent, at, readings) is Standing.BLOCKED:
            return found._replace(facts=found.facts._replace(standing=Standing.BLOCKED))
        until = min(until, _next_change(client, sent, index, at, readings))
    return found._replace(until=until)


def clients_of(viewer: Headhunter, readings: Readings) -> tuple[Company, ...]:
    """The clients whose blocks count for a headhunter (BLOCK-3, BLOCK-4)."""
    if not readings.client_blocks_headhunter:
        return ()
    if viewer.clients is None:
        return (UNIDENTIFIED,) if readings.unidentified_company_is_blocked else ()
    return viewer.clients


UNIDENTIFIED = Company(name="unknown")
"""Stands for unknown clients (BLOCK-3, BLOCK-4): as it has no id, its name is not looked at."""


def _next_change(
    company: Company, sent: tuple[Inbox, ...], index: Index, at: datetime, readings: Readings
) -> datetime:
    """The first instant after this one at which an application no longer counts, or a block begins to hold."""
    until = LAST
    if readings.withdrawn_application_is_void:
        for applications in sent:
            until = min(until, applications.all.end_after(at))
    # Nearly every block holds already: if the last one does, all do.
    if not readings.future_block_holds and index.blocking and index.blocks.all[-1] > at:
        for instants in (
            (index.blocks.all,) if is_unidentified(company, readings) else index.blocks.of(company)
        ):
            if (place := bisect_right(instants, at)) < len(instants):
                until = min(until, instants[place])
    return until


def _running_conversations(company: Company, index: Index, at: datetime) -> tuple[Conversation, ...]:
    """The conversations with this company that run (CHAT-1)."""
    if company.id is None:
        return ()
    held = index.conversations.get(company.id, ())
    return tuple(chat for chat in held if chat.since <= at and (chat.until is None or at < chat.until))


def companies_of(viewer: Viewer, readings: Readings) -> tuple[Company, ...]:
    """The companies that decide how a viewer stands: their own, and a headhunter's clients; none if one of them has no id."""
    company = company_of(viewer)
    clients = clients_of(viewer, readings) if isinstance(viewer, Headhunter) else ()
    companies = clients if company is None else (company, *clients)
    return () if any(one.id is None for one in companies) else companies


def company_of(viewer: Viewer) -> Company | None:
    """The company whose standing counts for the viewer: a headhunter's agency, not their clients (APPLY-7)."""
    name = COMPANY_FIELDS.get(type(viewer))
    company: Company | None = None if name is None else getattr(viewer, name)
    return company


# --- Others ----------------------------------------------------------------------------------------------------------


def _situation_of_school(
    request: Request, school: School, index: Index, at: datetime, readings: Readings
) -> Situation:
    void = readings.withdrawn_application_is_void
    talks = tuple(
        talk for talk in index.talks.get(school.id, ()) if talk.acts.latest(at, void=void) is not None
    )
    until = min((talk.acts.end_after(at) for talk in talks), default=LAST) if void else LAST
    standing = Standing.APPLIED if talks else Standing.NONE
    return Situation(ViewerFacts(*request, standing=standing), talks=talks, until=until)


def _situation_of_support(request: Request, agent: SupportAgent, candidate: str, at: datetime) -> Situation:
    """SUPPORT-1: the case counts if it is open and names the candidate."""
    concern, until, case = Concern.NONE, LAST, agent.case
    if case is not None and case.is_open(at):
        until = case.closed or LAST
        if candidate == case.complainant:
            concern = Concern.COMPLAINANT
        elif candidate in case.complained_of:
            concern = Concern.COMPLAINED_OF
    return Situation(ViewerFacts(*request, concern=concern), until=until)


def consents_for(
    viewer: Recipient, index: Index, at: datetime, shareable: frozenset[Part]
) -> tuple[Consent, ...]:
    """The consents and orders in force for this recipient and purpose (SHARE-1): they have begun, have not ended, are not
    withdrawn, and name something that can be shared.
    """
    given = index.consents.get((viewer.id, viewer.purpose), ())
    return tuple(c for c in given if c.begins <= at < c.void_from and parts_named((c,), shareable))


def parts_named(consents: Iterable[Consent], shareable: frozenset[Part]) -> frozenset[Part]:
    """The parts that consents name (SHARE-3). A consent that names the name gives the display name, too (NAME-1)."""
    return with_pieces(frozenset(part for consent in consents for part in consent.parts)) & shareable


def sharing_of(consents: Iterable[Consent]) -> Sharing:
    """The sharing that consents in force give. An order of the law comes first, then the way of sharing that hands on most."""
    found = {Sharing.ORDERED if consent.order is not None else _SHARING[consent.form] for consent in consents}
    return next((sharing for sharing in STRONGEST_FIRST if sharing in found), Sharing.NONE)


_STRONGEST_FORM_FIRST = {
    ShareForm.DISCLOSURE: Sharing.DISCLOSED,
    ShareForm.TRANSFER: Sharing.TRANSFERRED,
    ShareForm.PARTNER: Sharing.PARTNER,
    ShareForm.SHARE: Sharing.SHARED,
}
_SHARING = complete(_STRONGEST_FORM_FIRST, ShareForm)
STRONGEST_FIRST = (Sharing.ORDERED, *_STRONGEST_FORM_FIRST.values())
"""Several consents give the first of these that any of them gives."""


# --- What a grant holds of it ----------------------------------------------------------------------------------------


def attachments_in(situation: Situation, index: Index, at: datetime, readings: Readings) -> frozenset[str]:
    """The ids of the attachments that may be shown, if attachments are shown. A company gets those that applications in force
    carried to it (APPLY-2, APPLY-6). The owner, and recipients whose consent names attachments, get all (OWNER-1, SHARE-1).
    """
    if situation.company is None:
        return index.files
    return frozenset(
        attachment
        for sent in situation.sent
        for attachment, carried in sent.by_attachment.items()
        if _is_after_block(situation.blocked_at, carried, at, readings)
    )


def virtual_number_in(situation: Situation, resume: Resume, at: datetime) -> VirtualNumber | None:
    """PHONE-2: a number bound to the viewer's company comes before one bound to nobody; then the latest end; then the id."""
    company = None if situation.company is None else situation.company.id
    # Loops here and in `blocked_since`: `min` and `max` with a generator take a tenth of a view that is shown again.
    best: VirtualNumber | None = None
    for binding in resume.virtual_numbers:
        fits_company = binding.company is None or binding.company == company
        if (
            fits_company
            and binding.valid_from <= at < binding.valid_until
            and (best is None or _preference_key(binding) < _preference_key(best))
        ):
            best = binding
    return best


def _preference_key(binding: VirtualNumber) -> tuple[bool, timedelta, str]:
    return (binding.company is None, LAST - binding.valid_until, binding.id)


def last_conversation_end(situation: Situation) -> datetime:
    """The instant from which no conversation with the viewer's company runs, as far as is known (CHAT-1)."""
    ends = (LAST if chat.until is None else chat.until for chat in situation.conversations)
    return max(ends, default=LAST)


def deliveries_in(situation: Situation, index: Index) -> tuple[Delivery, ...]:
    """投递记录: a school gets the records of its own talks (CAMPUS-2); everybody else to whom records are shown gets all."""
    if situation.facts.kind is ViewerKind.SCHOOL:
        return tuple(talk.delivery for talk in situation.talks)
    return tuple(sent.talk.delivery for sent in index.applications if sent.talk is not None)


def latest_position(work: tuple[Work, ...]) -> str | None:
    """COMMUNITY-1: the position of the most recent work experience: one that goes on comes first, then the latest end, then the start.

    If one of several has no period, none is surely the most recent. An experience that states nothing does not count, even if a
    platform's own fields are filled in: these may be withheld (LAW-1).
    """
    work = tuple(filter(_is_filled_in, work))
    if len(work) == 1:
        return work[0].position
    latest: Work | None = None
    latest_period: Period | None = None
    for item in work:
        period = item.period
        if period is None:
            return None
        if latest_period is None or _is_later(period, latest_period):
            latest, latest_period = item, period
    return None if latest is None else latest.position


def _is_filled_in(item: Work) -> bool:
    return item.period is not None or any(getattr(item, name) not in (None, ()) for name in _WORK_FIELDS)


_WORK_FIELDS = tuple(name for name, _ in fields_of(Work))


def _is_later(period: Period, other: Period) -> bool:
    """Whether a period goes on when the other is over, or ends later. If both end together: whether it starts later."""
    if period.end is None or other.end is None:
        end_difference = (period.end is None) - (other.end is None)
    else:
        end_difference = period.end.index - other.end.index
    return end_difference > 0 or (end_difference == 0 and period.start.index > other.start.index)
