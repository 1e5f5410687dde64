"""What governs a resume, indexed once, so that a decision is a look-up however long the lists are."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TypeVar

import attrs

from ..model.campus import CampusForm
from ..model.consents import Consent
from ..model.instants import instant
from ..model.memo import Memo
from ..model.names import folded
from ..model.resume import Resume
from ..model.settings import Account, Application, CompanyBlock, Conversation, KeywordBlock
from ..model.values import YearMonth
from .facts import RESUME_FACTS, ResumeFacts

BEIJING = timedelta(hours=8)
"""How far the platform's day is ahead of UTC (GATE-3): China has one time zone, and no summer time since 1991."""

_SIXTEEN_YEARS = 16 * 12
_T = TypeVar("_T")
_K = TypeVar("_K", bound=Hashable)

Instants = tuple[datetime, ...]
"""Sorted, and all in UTC: instants of one time zone are compared several times as fast as those of two."""


@attrs.frozen(eq=False, repr=False)
class Sent:
    """The applications to one recipient.

    Args:
        all: when each was sent.
        carrying: when those that carried any attachment were.
        carried: when those that carried one attachment were, by its id; of those that the resume still holds.
    """

    all: Instants
    carrying: Instants
    carried: dict[str, Instants]


@attrs.frozen(eq=False, repr=False)
class Blocks:
    """When the candidate blocked anybody, and whom.

    Args:
        all: every instant of a block.
        companies: by the company's id.
        groups: by the group's id.
        keywords: by the word, folded.
        lengths: that the words have.
        matched: the blocks that fit a company's names, remembered.
    """

    all: Instants = ()
    companies: dict[str, Instants] = attrs.field(factory=dict)
    groups: dict[str, Instants] = attrs.field(factory=dict)
    keywords: dict[str, Instants] = attrs.field(factory=dict)
    lengths: tuple[int, ...] = ()
    matched: Memo = attrs.field(factory=Memo)

    def matching(self, names: tuple[str, ...]) -> Instants:
        """When the candidate blocked a company by a word in one of its names (BLOCK-2)."""
        return self.matched.get(names, lambda: self._match(names)) if self.keywords else ()

    def _match(self, names: Iterable[str]) -> Instants:
        # Every substring of a length that a keyword has is looked up: the cost is the name's, not the number of keywords.
        found = {
            piece
            for name in map(folded, names)
            for length in self.lengths
            for start in range(len(name) - length + 1)
            if (piece := name[start : start + length]) in self.keywords
        }
        return tuple(sorted(at for keyword in found for at in self.keywords[keyword]))


_NO_BLOCKS = Blocks()


@attrs.frozen(eq=False, repr=False)
class Governing:
    """What governs a resume. A pure function of the resume.

    Args:
        young: the resume's half of the facts until `sixteen_from`.
        grown: the same from then on.
        sixteen_from: the first instant at which the candidate is surely sixteen (GATE-3).
        blocks: of companies.
        sent: to a company by (id, None), to a mailbox by (id, address), to a group by (None, group).
        conversations: by the company's id.
        consents: by recipient and purpose.
        files: the ids of the attachments.
    """

    young: ResumeFacts
    grown: ResumeFacts
    sixteen_from: datetime
    blocks: Blocks
    sent: dict[tuple[str | None, str | None], Sent]
    conversations: dict[str, tuple[Conversation, ...]]
    consents: dict[tuple[str, str], tuple[Consent, ...]]
    files: frozenset[str]


def governing(resume: Resume | CampusForm) -> Governing:
    """The index of a resume, or of a form (of which blocks, permissions and age decide), computed when first asked for."""
    return resume.memo.of(_index, resume)


_AGES = {half[:-1]: (half._replace(of_age=False), half._replace(of_age=True)) for half in RESUME_FACTS}


def _index(resume: Resume | CampusForm) -> Governing:
    settings = resume.settings
    exists = resume.account is Account.OPEN and not resume.deleted
    young, grown = _AGES[
        settings.visibility,
        settings.name_display,
        settings.resume_permission,
        settings.chat_permission,
        exists,
    ]
    online = resume if isinstance(resume, Resume) else None
    files = frozenset(attachment.id for attachment in online.attachments) if online else frozenset()
    return Governing(
        young=young,
        grown=grown,
        sixteen_from=surely_sixteen(resume.basics.profile.born),
        blocks=_blocks(settings.blocks) if settings.blocks else _NO_BLOCKS,
        sent=_sent_by_recipient(online.applications, files) if online and online.applications else {},
        conversations=_grouped(online.conversations, _company) if online and online.conversations else {},
        consents=_grouped(online.consents, _recipient) if online and online.consents else {},
        files=files,
    )


def _blocks(blocks: Iterable[CompanyBlock | KeywordBlock]) -> Blocks:
    instants: list[datetime] = []
    companies: defaultdict[str, list[datetime]] = defaultdict(list)
    groups: defaultdict[str, list[datetime]] = defaultdict(list)
    keywords: defaultdict[str, list[datetime]] = defaultdict(list)
    for block in blocks:
        at = instant(block.at)
        instants.append(at)
        if isinstance(block, CompanyBlock):
            companies[block.company].append(at)
        else:
            keywords[folded(block.keyword)].append(at)
        if block.group is not None:
            groups[block.group].append(at)
    return Blocks(
        all=tuple(sorted(instants)),
        companies=_sorted(companies),
        groups=_sorted(groups),
        keywords=_sorted(keywords),
        lengths=tuple(sorted({len(keyword) for keyword in keywords})),
    )


def _sent_by_recipient(
    applications: Iterable[Application], files: frozenset[str]
) -> dict[tuple[str | None, str | None], Sent]:
    recipients: defaultdict[tuple[str | None, str | None], list[Application]] = defaultdict(list)
    for application in applications:
        recipients[application.company, None].append(application)
        if application.mailbox is not None:
            recipients[application.company, application.mailbox.address.casefold()].append(application)
        if application.group is not None:
            recipients[None, application.group].append(application)
    return {recipient: _sent(sent, files) for recipient, sent in recipients.items()}


def _company(conversation: Conversation) -> str:
    return conversation.company


def _recipient(consent: Consent) -> tuple[str, str]:
    return consent.recipient, consent.purpose


def _grouped(items: Iterable[_T], key: Callable[[_T], _K]) -> dict[_K, tuple[_T, ...]]:
    groups: defaultdict[_K, list[_T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {found: tuple(group) for found, group in groups.items()}


def _sorted(instants: dict[str, list[datetime]]) -> dict[str, Instants]:
    return {key: tuple(sorted(found)) for key, found in instants.items()}


def _sent(applications: Iterable[Application], files: frozenset[str]) -> Sent:
    by_instant = sorted(applications, key=lambda application: application.at)
    carried: defaultdict[str, list[datetime]] = defaultdict(list)
    for application in by_instant:
        for attachment in application.attachments & files:
            carried[attachment].append(instant(application.at))
    return Sent(
        all=tuple(instant(application.at) for application in by_instant),
        carrying=tuple(instant(application.at) for application in by_instant if application.attachments),
        carried=_sorted(carried),
    )


def surely_sixteen(born: YearMonth) -> datetime:
    """The first instant at which somebody born in that month is sixteen, whatever the day (GATE-3).

    Born on the last day of the month, they are sixteen when their birthday is over: on the first of the next month,
    in Beijing time.
    """
    return _sixteen_from(born.index)


@lru_cache(maxsize=2048)  # by the month alone
def _sixteen_from(month_born: int) -> datetime:
    year, month = divmod(month_born + _SIXTEEN_YEARS + 1, 12)
    return datetime(year, month + 1, 1, tzinfo=UTC) - BEIJING
