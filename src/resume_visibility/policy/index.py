"""What governs a resume or form, indexed once, so that a decision is a look-up however long the lists are."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from datetime import UTC, datetime
from operator import attrgetter, itemgetter
from typing import NamedTuple, TypeVar

import attrs

from ..model.births import BEIJING, MONTH, UNKNOWN, YEAR, born_by, latest_birth
from ..model.campus import CampusForm
from ..model.consents import Consent
from ..model.instants import FIRST, LAST, instant
from ..model.memo import Memo
from ..model.names import folded
from ..model.resume import Resume
from ..model.settings import (
    Account,
    Application,
    CompanyBlock,
    Conversation,
    Delivery,
    KeywordBlock,
    OnlineTalk,
    Visibility,
)
from ..model.viewers import Company
from .facts import CANDIDATE_FACTS, CandidateFacts

_T = TypeVar("_T")
_K = TypeVar("_K", bound=Hashable)

Instants = tuple[datetime, ...]
"""Sorted, and all in UTC: instants of one time zone are compared several times as fast as those of two."""


class Acts(NamedTuple):
    """Acts of the candidate towards one recipient, by their instants.

    Args:
        at: when each was done; sorted.
        withdrawn: from when each counts no more; None where it was not withdrawn (APPLY-8).
    """

    at: Instants
    withdrawn: tuple[datetime | None, ...]

    def latest(self, at: datetime, *, void: bool) -> datetime | None:
        """When the latest act was done that counts at an instant; None where none does.

        Args:
            at: aware; an act after it does not count yet (APPLY-6).
            void: whether a withdrawn act counts no more (APPLY-8).
        """
        place = bisect_right(self.at, at) - 1
        while void and place >= 0 and (end := self.withdrawn[place]) is not None and end <= at:
            place -= 1
        return self.at[place] if place >= 0 else None

    def end_after(self, at: datetime) -> datetime:
        """The first instant after this one from which an act that counts now counts no more."""
        ends = (end for done, end in zip(*self, strict=True) if end is not None and done <= at < end)
        return min(ends, default=LAST)


NO_ACTS = Acts((), ())


@attrs.frozen(eq=False, repr=False)
class Sent:
    """The applications to one recipient.

    Args:
        all: of them.
        carrying: those that carried any attachment.
        carried: those that carried one attachment, by its id; of those that the resume still holds.
    """

    all: Acts
    carrying: Acts = NO_ACTS
    carried: dict[str, Acts] = attrs.field(factory=dict)


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

    def of(self, company: Company) -> list[Instants]:
        """When the candidate blocked this company: by its id, its group and its names (BLOCK-2)."""
        found = []
        if company.id is not None and company.id in self.companies:
            found.append(self.companies[company.id])
        if company.group is not None and company.group in self.groups:
            found.append(self.groups[company.group])
        if self.keywords:
            names = (company.name, *company.aliases)
            found.append(self.matched.get(names, lambda: self._match(names)))
        return found

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


class Talk(NamedTuple):
    """What was handed in at an online talk whose school requires it (CAMPUS-2).

    Args:
        acts: the one act of handing in, from when it was delivered.
        delivery: the record of it.
    """

    acts: Acts
    delivery: Delivery


@attrs.frozen(eq=False, repr=False)
class Governing:
    """What governs a resume or form. A pure function of it.

    Args:
        young: its half of the facts while the candidate is not surely of age.
        grown: the same from then on.
        born: the day on which the candidate was born at the latest, as `model/births.py` counts.
        blocks: of companies.
        sent: to a company by (id, None), to a mailbox by (id, address), to a group by (None, group).
        talks: by the school's id.
        conversations: by the company's id.
        consents: by recipient and purpose.
        files: the ids of the attachments.
    """

    young: CandidateFacts
    grown: CandidateFacts
    born: int
    blocks: Blocks
    sent: dict[tuple[str | None, str | None], Sent]
    talks: dict[str, tuple[Talk, ...]]
    conversations: dict[str, tuple[Conversation, ...]] = attrs.field(factory=dict)
    consents: dict[tuple[str, str], tuple[Consent, ...]] = attrs.field(factory=dict)
    files: frozenset[str] = frozenset()


def governing(document: Resume | CampusForm) -> Governing:
    """The index of a resume or form, computed when first asked for."""
    return document.memo.of(_index, document)


_AGES = {
    half[:-1]: (half._replace(of_age=False), half._replace(of_age=True))
    for halves in CANDIDATE_FACTS.values()
    for half in halves
}


def _index(document: Resume | CampusForm) -> Governing:
    exists = document.account is Account.OPEN and not document.deleted
    settings = document.settings
    name, permission = settings.name_display, settings.resume_permission
    blocks = blocks_of(settings.blocks) if settings.blocks else _NO_BLOCKS
    born = born_by(document.basics.profile.born, document.age_verified)
    if isinstance(document, CampusForm):
        talks = _talks([(document.talk, document.handed_in, document.withdrawn)])
        ages = _AGES[Visibility.PRIVATE, name, permission, False, exists]
        return Governing(*ages, born, blocks, _handed_in(document), talks)
    files = frozenset(attachment.id for attachment in document.attachments)
    return Governing(
        *_AGES[settings.visibility, name, permission, settings.chat_permission, exists],
        born,
        blocks,
        sent=_sent_by_recipient(document.applications, files),
        talks=_talks((sent.talk, sent.at, sent.withdrawn) for sent in document.applications),
        conversations=_grouped(document.conversations, attrgetter("company")),
        consents=_grouped(document.consents, attrgetter("recipient", "purpose")),
        files=files,
    )


def _acts(acts: Iterable[tuple[datetime, datetime | None]]) -> Acts:
    done = sorted(((instant(at), withdrawn) for at, withdrawn in acts), key=itemgetter(0))
    return Acts(tuple(at for at, _ in done), tuple(withdrawn for _, withdrawn in done))


def _handed_in(form: CampusForm) -> dict[tuple[str | None, str | None], Sent]:
    """Handing in is applying to the one company that the form was filled in for (CAMPUS-1)."""
    if form.handed_in is None:
        return {}
    return {(form.company, None): Sent(_acts([(form.handed_in, form.withdrawn)]))}


def _talks(
    handed_in: Iterable[tuple[OnlineTalk | None, datetime | None, datetime | None]],
) -> dict[str, tuple[Talk, ...]]:
    """What was handed in at a talk, by the school, where the school requires it (CAMPUS-2)."""
    found: defaultdict[str, list[Talk]] = defaultdict(list)
    for talk, at, withdrawn in handed_in:
        if talk is not None and at is not None and talk.school_requires:
            acts = _acts([(max(at, talk.delivery.at), withdrawn)])
            found[talk.school].append(Talk(acts, talk.delivery))
    return {school: tuple(talks) for school, talks in found.items()}


def blocks_of(blocks: Iterable[CompanyBlock | KeywordBlock]) -> Blocks:
    """Blocks, laid out to be looked up."""
    dated = sorted(((block, instant(block.at)) for block in blocks), key=itemgetter(1))
    keywords = _instants((folded(one.keyword), at) for one, at in dated if isinstance(one, KeywordBlock))
    return Blocks(
        all=tuple(at for _, at in dated),
        companies=_instants((one.company, at) for one, at in dated if isinstance(one, CompanyBlock)),
        groups=_instants((one.group, at) for one, at in dated if one.group is not None),
        keywords=keywords,
        lengths=tuple(sorted({len(keyword) for keyword in keywords})),
    )


def _instants(dated: Iterable[tuple[str, datetime]]) -> dict[str, Instants]:
    return {key: tuple(at for _, at in each) for key, each in _grouped(dated, itemgetter(0)).items()}


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


def _sent(applications: Iterable[Application], files: frozenset[str]) -> Sent:
    done = [(application.at, application.withdrawn) for application in applications]
    carrying: list[tuple[datetime, datetime | None]] = []
    carried: defaultdict[str, list[tuple[datetime, datetime | None]]] = defaultdict(list)
    for application, act in zip(applications, done, strict=True):
        if application.attachments:
            carrying.append(act)
        for attachment in application.attachments & files:
            carried[attachment].append(act)
    return Sent(_acts(done), _acts(carrying), {file: _acts(acts) for file, acts in carried.items()})


def _grouped(items: Iterable[_T], key: Callable[[_T], _K]) -> dict[_K, tuple[_T, ...]]:
    groups: defaultdict[_K, list[_T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {found: tuple(group) for found, group in groups.items()}


def half_at(index: Governing, at: datetime, age: int) -> CandidateFacts:
    """The half of the facts that a resume or form brings at an instant (GATE-3).

    Args:
        index: of it.
        at: the instant, in UTC.
        age: in years, that the candidate surely has to be of.
    """
    # The year alone tells of nearly everybody.
    is_grown = index.born < (at.year - age) * YEAR or index.born <= latest_birth(at, age)
    return index.grown if is_grown else index.young


def surely_of_age(born: int, age: int) -> datetime | None:
    """The first instant at which a candidate is surely of an age; None where nothing tells (GATE-3).

    Args:
        born: the day of birth at the latest.
        age: in years.
    """
    if born >= UNKNOWN:
        return None
    month, day = divmod(born + age * YEAR + 1, MONTH)
    year, month = divmod(month, 12)
    if year > LAST.year:
        return LAST
    if year <= FIRST.year:
        return FIRST
    try:
        return datetime(year, month + 1, day + 1, tzinfo=UTC) - BEIJING
    except ValueError:  # a month has not always so many days: from the first of the next
        return datetime(year, month + 2, 1, tzinfo=UTC) - BEIJING
