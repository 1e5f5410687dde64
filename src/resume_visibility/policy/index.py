"""What governs a resume, indexed once, so that a decision is a look-up however long the lists are."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import attrs

from ..model.campus import CampusForm
from ..model.consents import Consent
from ..model.instants import instant
from ..model.resume import Memo, Resume
from ..model.settings import Account, Application, CompanyBlock, Conversation
from ..model.values import YearMonth
from .facts import ResumeFacts

BEIJING = timedelta(hours=8)
"""How far the platform's day is ahead of UTC (GATE-3): China has one time zone, and no summer time since 1991."""

_SIXTEEN_YEARS = 16 * 12
_UNSEEN = ("Cf", "Mn", "Me", "Cc")
_BLANKS = "\u115f\u1160\u2800"

Instants = tuple[datetime, ...]
"""Sorted, and all in UTC: instants of one time zone are compared several times as fast as those of two."""


@attrs.frozen(eq=False)
class Sent:
    """The applications to one recipient.

    Args:
        all: when each was sent.
        carrying: when those that carried any attachment were.
        carried: when those that carried one attachment were, by its id.
    """

    all: Instants
    carrying: Instants
    carried: dict[str, Instants]


@attrs.frozen(eq=False)
class Governing:
    """What governs a resume. A pure function of the resume.

    Args:
        young: the resume's half of the facts until `sixteen_from`.
        grown: the same from then on.
        sixteen_from: the first instant at which the candidate is surely sixteen (GATE-3).
        blocks: when the candidate blocked anybody; the next three, whom.
        sent: to a company by (id, None), to a mailbox by (id, address), to a group by (None, group).
        conversations: by the company's id.
        consents: by recipient and purpose.
        matched: the blocks that fit a company's names, remembered.
    """

    young: ResumeFacts
    grown: ResumeFacts
    sixteen_from: datetime
    blocks: Instants
    blocked_ids: dict[str, Instants]
    blocked_groups: dict[str, Instants]
    blocked_keywords: dict[str, Instants]
    keyword_lengths: tuple[int, ...]
    sent: dict[tuple[str | None, str | None], Sent]
    conversations: dict[str, tuple[Conversation, ...]]
    consents: dict[tuple[str, str], tuple[Consent, ...]]
    matched: Memo = attrs.field(factory=Memo)

    def matching(self, names: tuple[str, ...]) -> Instants:
        """When the candidate blocked a company by a word in one of its names (BLOCK-2)."""
        return self.matched.get(names, lambda: self._match(names))

    def _match(self, names: Iterable[str]) -> Instants:
        # Every substring of a length that a keyword has is looked up: the cost is the name's, not the number of keywords.
        pieces = {
            name[start : start + length]
            for name in map(folded, names)
            for length in self.keyword_lengths
            for start in range(len(name) - length + 1)
        }
        found = pieces & self.blocked_keywords.keys()
        return tuple(sorted(at for keyword in found for at in self.blocked_keywords[keyword]))


def governing(resume: Resume | CampusForm) -> Governing:
    """The index of a resume, or of a form (of which blocks, permissions and age decide), computed when first asked for."""
    return resume.memo.of(_index, resume)


def _index(resume: Resume | CampusForm) -> Governing:
    online = resume if isinstance(resume, Resume) else None
    settings = resume.settings
    ids: defaultdict[str, list[datetime]] = defaultdict(list)
    groups: defaultdict[str, list[datetime]] = defaultdict(list)
    keywords: defaultdict[str, list[datetime]] = defaultdict(list)
    for block in settings.blocks:
        if isinstance(block, CompanyBlock):
            ids[block.company].append(instant(block.at))
        else:
            keywords[folded(block.keyword)].append(instant(block.at))
        if block.group is not None:
            groups[block.group].append(instant(block.at))
    recipients: defaultdict[tuple[str | None, str | None], list[Application]] = defaultdict(list)
    for application in online.applications if online else ():
        recipients[application.company, None].append(application)
        if application.mailbox is not None:
            recipients[application.company, application.mailbox.address.casefold()].append(application)
        if application.group is not None:
            recipients[None, application.group].append(application)
    conversations: defaultdict[str, list[Conversation]] = defaultdict(list)
    for conversation in online.conversations if online else ():
        conversations[conversation.company].append(conversation)
    consents: defaultdict[tuple[str, str], list[Consent]] = defaultdict(list)
    for consent in online.consents if online else ():
        consents[consent.recipient, consent.purpose].append(consent)
    exists = resume.account is Account.OPEN and not resume.deleted
    half = (
        settings.visibility,
        settings.name_display,
        settings.resume_permission,
        settings.chat_permission,
        exists,
    )
    return Governing(
        young=ResumeFacts(*half, of_age=False),
        grown=ResumeFacts(*half, of_age=True),
        sixteen_from=surely_sixteen(resume.basics.profile.born),
        blocks=tuple(sorted(instant(block.at) for block in settings.blocks)),
        blocked_ids=_sorted(ids),
        blocked_groups=_sorted(groups),
        blocked_keywords=_sorted(keywords),
        keyword_lengths=tuple(sorted({len(keyword) for keyword in keywords})),
        sent={recipient: _sent(applications) for recipient, applications in recipients.items()},
        conversations={company: tuple(held) for company, held in conversations.items()},
        consents={asked: tuple(given) for asked, given in consents.items()},
    )


def _sorted(instants: dict[str, list[datetime]]) -> dict[str, Instants]:
    return {key: tuple(sorted(found)) for key, found in instants.items()}


def _sent(applications: Iterable[Application]) -> Sent:
    by_instant = sorted(applications, key=lambda application: application.at)
    carried: defaultdict[str, list[datetime]] = defaultdict(list)
    for application in by_instant:
        for attachment in application.attachments:
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
    year, month = divmod(born.index + _SIXTEEN_YEARS + 1, 12)
    return datetime(year, month + 1, 1, tzinfo=UTC) - BEIJING


def folded(name: str) -> str:
    """A name as blocks compare it: NFKC and case folding, without what is not seen (BLOCK-2)."""
    wide = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    return "".join(
        c for c in wide if unicodedata.category(c) not in _UNSEEN and c not in _BLANKS and not c.isspace()
    )
