"""What the candidate chose and did, indexed once per resume, so that a decision is a look-up however long the lists are.

With `facts` the only code that looks at raw data to decide something.
"""

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from typing import assert_never

import attrs

from ..model.instants import LAST
from ..model.resume import Memo, Resume
from ..model.settings import Account, Application, CompanyBlock, KeywordBlock
from ..model.values import YearMonth
from ..model.viewers import Company, Headhunter, Mailbox, Owner, Recruiter, Viewer, Visitor
from .facts import RESUME_FACTS, ResumeFacts, Standing

BEIJING = timezone(timedelta(hours=8))
"""The platform's day (GATE-3): China has one time zone, and no summer time since 1991."""

_SIXTEEN_YEARS = 16 * 12


@attrs.frozen(eq=False)
class Sent:
    """The applications to one recipient, by instant.

    Args:
        instants: of all of them, sorted.
        carrying: of those that carried any attachment, sorted.
        carried: of those that carried one attachment, sorted, by its id.
    """

    instants: tuple[datetime, ...]
    carrying: tuple[datetime, ...]
    carried: dict[str, tuple[datetime, ...]]


@attrs.frozen(eq=False)
class Governing:
    """What governs a resume, ready to be looked up. A pure function of the resume.

    Args:
        young: the resume's half of the facts until `sixteen_from`.
        grown: the same from then on.
    """

    young: ResumeFacts
    grown: ResumeFacts
    sixteen_from: datetime
    blocks_anybody: bool
    blocked_ids: dict[str, datetime]
    blocked_groups: dict[str, datetime]
    blocked_keywords: dict[str, datetime]
    keyword_lengths: tuple[int, ...]
    sent: dict[tuple[str, str | None], Sent]
    named: Memo = attrs.field(factory=Memo)


def governing(resume: Resume) -> Governing:
    """The index of a resume, computed when first asked for."""
    return resume.memo.of(_index, resume)


def _index(resume: Resume) -> Governing:
    ids: dict[str, datetime] = {}
    groups: dict[str, datetime] = {}
    keywords: dict[str, datetime] = {}
    for block in resume.settings.blocks:
        match block:
            case CompanyBlock():
                _later(ids, block.company, block.at)
            case KeywordBlock():
                _later(keywords, folded(block.keyword), block.at)
        if block.group is not None:
            _later(groups, block.group, block.at)
    recipients: defaultdict[tuple[str, str | None], list[Application]] = defaultdict(list)
    for application in resume.applications:
        recipients[application.company, None].append(application)
        if application.mailbox is not None:
            recipients[application.company, application.mailbox.address.casefold()].append(application)
    settings, exists = resume.settings, resume.account is Account.OPEN and not resume.deleted
    half = (
        settings.visibility,
        settings.name_display,
        settings.resume_permission,
        settings.chat_permission,
        exists,
    )
    return Governing(
        young=RESUME_FACTS[*half, False],
        grown=RESUME_FACTS[*half, True],
        sixteen_from=surely_sixteen(resume.basics.profile.born),
        blocks_anybody=bool(resume.settings.blocks),
        blocked_ids=ids,
        blocked_groups=groups,
        blocked_keywords=keywords,
        keyword_lengths=tuple(sorted({len(keyword) for keyword in keywords})),
        sent={recipient: _sent(applications) for recipient, applications in recipients.items()},
    )


def _later(latest: dict[str, datetime], key: str, at: datetime) -> None:
    latest[key] = max(latest.get(key, at), at)


def _sent(applications: Iterable[Application]) -> Sent:
    by_instant = sorted(applications, key=lambda application: application.at)
    carried: defaultdict[str, list[datetime]] = defaultdict(list)
    for application in by_instant:
        for attachment in application.attachments:
            carried[attachment].append(application.at)
    return Sent(
        instants=tuple(application.at for application in by_instant),
        carrying=tuple(application.at for application in by_instant if application.attachments),
        carried={attachment: tuple(instants) for attachment, instants in carried.items()},
    )


def surely_sixteen(born: YearMonth) -> datetime:
    """The first instant at which somebody born in that month is sixteen, whatever the day (GATE-3).

    Born on the last day of the month, they are sixteen when their birthday is over: on the first of the next month,
    in Beijing time.
    """
    year, month = divmod(born.index + _SIXTEEN_YEARS + 1, 12)
    return datetime(year, month + 1, 1, tzinfo=BEIJING)


def folded(name: str) -> str:
    """A name as blocks compare it: NFKC and case folding, without what has no width (BLOCK-2)."""
    wide = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return "".join(c for c in wide if unicodedata.category(c) != "Cf").strip()


def blocked_since(company: Company, index: Governing) -> datetime | None:
    """The latest instant at which the candidate blocked this company; None if never (BLOCK-2, BLOCK-4).

    A company that cannot be told is blocked for good as soon as anybody is.
    """
    if not index.blocks_anybody:
        return None
    if company.id is None:
        return LAST
    found: tuple[datetime, ...] = ()
    if index.blocked_keywords:
        names = (company.name, *company.aliases)
        found = index.named.get(names, lambda: _by_keyword(names, index))
    by_id = index.blocked_ids.get(company.id)
    by_group = None if company.group is None else index.blocked_groups.get(company.group)
    return max((at for at in (by_id, by_group, *found) if at is not None), default=None)


def _by_keyword(names: Iterable[str], index: Governing) -> tuple[datetime, ...]:
    # Every substring of a length that a keyword has is looked up: the cost is the name's, not the number of keywords.
    pieces = {
        name[start : start + length]
        for name in map(folded, names)
        for length in index.keyword_lengths
        for start in range(len(name) - length + 1)
    }
    return tuple(index.blocked_keywords[piece] for piece in pieces & index.blocked_keywords.keys())


def standing_of(company: Company, index: Governing, at: datetime, mailbox: str | None = None) -> Standing:
    """How a company stands to a resume at an instant (BLOCK-1, BLOCK-2, BLOCK-4, APPLY-1, APPLY-2, APPLY-6, APPLY-7).

    Args:
        company: the one the viewer acts for now.
        index: of the candidate's resume.
        at: aware; an application after it does not count yet, a block after it does.
        mailbox: count only applications delivered to this address.
    """
    blocked = blocked_since(company, index)
    sent = None if company.id is None else index.sent.get((company.id, mailbox))
    if sent is not None and _outlasts(blocked, sent.instants, at):
        carried = _outlasts(blocked, sent.carrying, at)
        return Standing.APPLIED_WITH_ATTACHMENTS if carried else Standing.APPLIED
    return Standing.NONE if blocked is None else Standing.BLOCKED


def _outlasts(blocked: datetime | None, acts: tuple[datetime, ...], at: datetime) -> bool:
    """Whether the latest act up to an instant is later than the block: at the same instant the block holds (APPLY-6)."""
    count = bisect_right(acts, at)
    return count > 0 and (blocked is None or acts[count - 1] > blocked)


def attachments_for(viewer: Viewer, resume: Resume, at: datetime) -> frozenset[str]:
    """The ids of the attachments that may be shown where attachments are: all to the owner (OWNER-1); to a company
    those that applications in force carried to it (APPLY-2, APPLY-6).
    """
    if isinstance(viewer, Owner):
        return frozenset(attachment.id for attachment in resume.attachments)
    company, index = company_of(viewer), governing(resume)
    sent = None if company is None or company.id is None else index.sent.get((company.id, None))
    if company is None or sent is None:
        return frozenset()
    blocked = blocked_since(company, index)
    return frozenset(
        attachment.id
        for attachment in resume.attachments
        if _outlasts(blocked, sent.carried.get(attachment.id, ()), at)
    )


def company_of(viewer: Viewer) -> Company | None:
    """The company whose standing is the viewer's: a headhunter's agency, not their client (APPLY-7)."""
    match viewer:
        case Recruiter() | Mailbox():
            return viewer.company
        case Headhunter():
            return viewer.agency
        case Owner() | Visitor():
            return None
        case _:
            assert_never(viewer)
