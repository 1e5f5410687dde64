"""Indexes what governs a resume or form, once, so that a decision is a look-up however long the lists are."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

import attrs

from ..model.births import BEIJING, MONTH, UNKNOWN, YEAR, born_by, latest_birth
from ..model.consents import Consent
from ..model.instants import FIRST, LAST
from ..model.memo import Memo, as_if
from ..model.names import folded
from ..model.resume import Resume
from ..model.sections import Attachment
from ..model.settings import (
    Account,
    Application,
    Block,
    CompanyBlock,
    Conversation,
    Delivery,
    KeywordBlock,
    OnlineTalk,
    Settings,
)
from ..model.silent import Silent
from ..model.viewers import MOST_CLIENTS, Company
from .facts import NOT_OF_FORMS, CandidateFacts

if TYPE_CHECKING:
    from ..model.campus import CampusForm

_T = TypeVar("_T")
_D = TypeVar("_D", bound="Resume | CampusForm")
_K = TypeVar("_K", bound=Hashable)

Instants = Sequence[datetime]
"""Sorted, and in UTC as in the model: instants of one time zone are compared several times as fast as those of two."""


class Acts(NamedTuple):
    """Acts of the candidate towards one recipient, by their instants.

    Args:
        at: when each was done; sorted.
        withdrawn: from when each no longer counts; None if it was not withdrawn (APPLY-8).
    """

    at: Instants
    withdrawn: Sequence[datetime | None]

    def latest(self, at: datetime, *, void: bool) -> datetime | None:
        """The instant of the latest act that counts at an instant; None if none counts.

        Args:
            at: aware; an act after it does not count yet (APPLY-6).
            void: whether a withdrawn act no longer counts (APPLY-8).
        """
        place = bisect_right(self.at, at) - 1
        while void and place >= 0 and (end := self.withdrawn[place]) is not None and end <= at:
            place -= 1
        return self.at[place] if place >= 0 else None

    def end_after(self, at: datetime) -> datetime:
        """The first instant after this one from which an act that counts now no longer counts; the last instant if there is none."""
        ends = (end for done, end in zip(*self, strict=True) if end is not None and done <= at < end)
        return min(ends, default=LAST)


class _FormApplication(NamedTuple):
    """A form that was handed in: an application to the one company that it was filled in for (CAMPUS-1)."""

    company: str
    at: datetime
    withdrawn: datetime | None
    talk: OnlineTalk | None
    mailbox: None = None
    group: None = None
    attachments: frozenset[str] = frozenset()


AnyApplication: TypeAlias = Application | _FormApplication


def _mailbox_address(sent: AnyApplication) -> str | None:
    return None if sent.mailbox is None else sent.mailbox.folded


@attrs.frozen(eq=False, repr=False)
class Inbox(Silent):
    """The applications to one recipient. They are laid out when the recipient asks: most recipients never do.

    Args:
        applications: the applications to it, in their order.
        files: the ids of the attachments that the resume still holds.
    """

    applications: Sequence[AnyApplication]
    files: frozenset[str]

    @cached_property
    def mailboxes(self) -> "dict[str | None, Inbox]":
        """The applications that were sent to a mailbox, by its address, folded."""
        sent = _group_by(self.applications, _mailbox_address)
        return {address: Inbox(applications, self.files) for address, applications in sent.items()}

    @cached_property
    def all(self) -> Acts:
        """All of the applications."""
        return _acts_of(self.applications)

    @cached_property
    def with_attachments(self) -> Acts:
        """The applications that carried any attachment."""
        return _acts_of([application for application in self.applications if application.attachments])

    @cached_property
    def by_attachment(self) -> dict[str, Acts]:
        """The applications that carried one attachment, by its id."""
        found: defaultdict[str, list[AnyApplication]] = defaultdict(list)
        for one in self.applications:
            for attachment in one.attachments & self.files:
                found[attachment].append(one)
        return {file: _acts_of(sent) for file, sent in found.items()}


_MAX_KEYWORDS_IN_TURN = 16
_MAX_MATCHED_NAMES = 4 * MOST_CLIENTS
"""The most companies that are remembered: a headhunter counts as many as there are clients, and the agency."""


@attrs.frozen(eq=False, repr=False)
class Keywords(Silent):
    """The words by which the candidate blocked companies, and when.

    Args:
        instants: the instants of the blocks by the word, folded.
        matched: the blocks that fit a company's names, remembered.
    """

    instants: Mapping[str, Instants]
    matched: Memo = attrs.field(factory=lambda: Memo(_MAX_MATCHED_NAMES))

    def of(self, names: tuple[str, ...]) -> Instants:
        """The instants of the blocks by words that stand in any of a company's names."""
        key = names if len(names) <= _FEW_NAMES else _digest_of(names)
        # Not `get`: the function that it takes costs a fortieth of a view that is shown again.
        matched: Instants | None = self.matched.kept(key)
        if matched is None:
            matched = sorted([at for word in self.words_in(names) for at in self.instants[word]])
            self.matched.keep(key, matched)
        return matched

    def words_in(self, names: Iterable[str]) -> set[str]:
        """The words that stand in any of a company's names."""
        return self.words_in_folded([*map(folded, names)])

    def words_in_folded(self, folded_names: Collection[str]) -> set[str]:
        """The words that stand in any of some names, which are folded already."""
        words = self.instants
        if len(words) <= _MAX_KEYWORDS_IN_TURN:
            return {word for word in words for name in folded_names if word in name}
        # Every place at which a word may begin is looked up: the cost depends on the name, and hardly on the number of words.
        found, beginnings = set[str](), self.beginnings
        for name in folded_names:
            end = len(name)
            for start in range(end):
                size = 1
                while start + size <= end:
                    lengths = beginnings.get(name[start : start + size])
                    if lengths is None:
                        break
                    for length in lengths:
                        if (piece := name[start : start + length]) in words:
                            found.add(piece)
                    size *= 2
        return found

    @cached_property
    def beginnings(self) -> dict[str, set[int]]:
        """What words begin with: the first character of each, its first two, four, eight and so on, as far as it goes. With each, the
        lengths of the words that do not go on to the next.
        """
        found: defaultdict[str, set[int]] = defaultdict(set)
        for word in self.instants:
            size = 1
            while 2 * size <= len(word):
                found[word[:size]]  # nothing ends here
                size *= 2
            found[word[:size]].add(len(word))
        return dict(found)


_FEW_NAMES = 4


def _digest_of(names: tuple[str, ...]) -> bytes:
    """A digest of many names: kept themselves for many companies, they would outweigh what a memo keeps, and it would drop them all."""
    from hashlib import sha256  # which few viewers need

    return sha256("\0".join(names).encode()).digest()


@attrs.frozen(eq=False, repr=False)
class Blocks(Silent):
    """Whom the candidate blocked, and when.

    Args:
        all: every instant of a block.
        companies: the instants by the company's id.
        groups: by the group's id.
        keywords: the blocks by words.
    """

    all: Instants
    companies: Mapping[str, Instants]
    groups: Mapping[str, Instants]
    keywords: Keywords

    def of(self, company: Company) -> list[Instants]:
        """The instants at which the candidate blocked this company, by its id, its group and its names (BLOCK-2)."""
        found = []
        if company.id is not None and company.id in self.companies:
            found.append(self.companies[company.id])
        if company.group is not None and company.group in self.groups:
            found.append(self.groups[company.group])
        if self.keywords.instants and (matched := self.keywords.of((company.name, *company.aliases))):
            found.append(matched)
        return found


class Talk(NamedTuple):
    """One handing in at an online talk whose school requires it (CAMPUS-2).

    Args:
        acts: the one act of handing in; it counts from the delivery.
        delivery: the record of it.
    """

    acts: Acts
    delivery: Delivery


@attrs.frozen(eq=False, repr=False)
class Index(Silent):
    """Everything that governs a resume or form, as a pure function of it. What few viewers need is laid out when first needed.

    Args:
        young: its half of the facts while the candidate is not surely of age.
        grown: its half of the facts from then on.
        born: the latest possible day of birth, as `model/births.py` counts.
        blocking: the blocks of companies, in any order.
        attachments: the attachments of the resume.
        applications: the applications, in any order.
        chats: the conversations with companies, in any order.
        given: the consents and orders, in any order.
    """

    young: CandidateFacts
    grown: CandidateFacts
    born: int
    blocking: tuple[Block, ...]
    attachments: tuple[Attachment, ...]
    applications: Sequence[AnyApplication]
    chats: tuple[Conversation, ...] = ()
    given: tuple[Consent, ...] = ()

    @cached_property
    def named(self) -> frozenset[str | None]:
        """The id of every company and group that an act names: the candidate did nothing by id to any other."""
        ids = {
            *map(_get_company, self.applications),
            *map(_get_group, self.applications),
            *map(_get_company, self.chats),
            *map(_get_group, self.blocking),
            *(one.company for one in self.blocking if isinstance(one, CompanyBlock)),
        }
        ids.discard(None)
        return frozenset(ids)

    @cached_property
    def keywords(self) -> tuple[str, ...]:
        """The words by which companies are blocked, folded."""
        return tuple([folded(one.keyword) for one in self.keyword_blocks])

    @cached_property
    def keyword_blocks(self) -> tuple[KeywordBlock, ...]:
        """The blocks by words."""
        return tuple([one for one in self.blocking if isinstance(one, KeywordBlock)])

    @cached_property
    def blocks(self) -> Blocks:
        """The blocks of companies."""
        return blocks_of(self.blocking)

    @cached_property
    def files(self) -> frozenset[str]:
        """The ids of the attachments."""
        return frozenset([attachment.id for attachment in self.attachments])

    @cached_property
    def sent(self) -> dict[str | None, Inbox]:
        """The applications by the id of the company that they were sent to."""
        return self._applications_by("company")

    @cached_property
    def sent_to_groups(self) -> dict[str | None, Inbox]:
        """The applications by the id of the company's group."""
        return self._applications_by("group")

    def _applications_by(self, recipient: str) -> dict[str | None, Inbox]:
        by_recipient = _group_by(sorted(self.applications, key=_get_at), attrgetter(recipient))
        return {id_: Inbox(sent, self.files) for id_, sent in by_recipient.items()}

    @cached_property
    def talks(self) -> dict[str, list[Talk]]:
        """The handings in at talks, by school, if the school requires them (CAMPUS-2)."""
        found: defaultdict[str, list[Talk]] = defaultdict(list)
        for application in self.applications:
            if application.talk is not None and application.talk.school_requires:
                acts = Acts((max(application.at, application.talk.delivery.at),), (application.withdrawn,))
                found[application.talk.school].append(Talk(acts, application.talk.delivery))
        return dict(found)

    @cached_property
    def consents(self) -> dict[tuple[str, str], list[Consent]]:
        """The consents and orders by recipient and purpose."""
        return _group_by(self.given, attrgetter("recipient", "purpose"))

    @cached_property
    def conversations(self) -> dict[str, list[Conversation]]:
        """The conversations by the company's id."""
        return _group_by(self.chats, attrgetter("company"))


def index_of(document: "Resume | CampusForm") -> Index:
    """The index of a resume or form, computed when first asked for."""
    return document.memo.of(_index, document)


_ACT_INDEXES = ("files", "sent", "sent_to_groups", "talks", "consents", "conversations")
_BLOCK_INDEXES = ("keyword_blocks", "keywords", "blocks")


def with_other_settings(document: _D, settings: Settings) -> _D:
    """A resume or form as if other settings had been chosen. The index of the same acts and blocks is used again (LAW-6)."""
    other = as_if(document, settings=settings)
    old, new = index_of(document), index_of(other)
    if settings.blocks == document.settings.blocks:
        _share((*_ACT_INDEXES, *_BLOCK_INDEXES, "named"), old, new)
    else:
        _share(_ACT_INDEXES, old, new)
        if new.keyword_blocks == old.keyword_blocks:
            object.__setattr__(new, "blocks", blocks_of(new.blocking, old.blocks.keywords))
    return other


def with_other_acts(document: _D, **acts: object) -> _D:
    """A resume or form as if the candidate had done something else, and had blocked the same. The index of blocks is used again (LAW-6)."""
    other = as_if(document, **acts)
    _share(_BLOCK_INDEXES, index_of(document), index_of(other))
    return other


def _share(names: Iterable[str], old: Index, new: Index) -> None:
    for name in names:
        object.__setattr__(new, name, getattr(old, name))


def halves_of(document: "Resume | CampusForm") -> tuple[CandidateFacts, CandidateFacts]:
    """The half of the facts that a resume or form brings while the candidate is not surely of age, and from then on."""
    account, deleted, settings = halves_key(document)
    exists, of_age = account is Account.OPEN and not deleted, False
    young = CandidateFacts._make((*settings, exists, of_age))
    if not isinstance(document, Resume):
        young = young._replace(**NOT_OF_FORMS)
    return young, young._replace(of_age=True)


def halves_key(document: "Resume | CampusForm") -> tuple[Account, bool, tuple[Any, ...]]:
    """Everything from which the halves are made: equal values of two resumes give equal halves."""
    return document.account, document.deleted, _get_settings(document.settings)


_get_settings = attrgetter(*CandidateFacts._fields[:-2])  # the last two are no settings


def _index(document: "Resume | CampusForm") -> Index:
    young, grown = halves_of(document)
    born = born_by(document.basics.profile.born, document.age_verified)
    blocks = document.settings.blocks
    if isinstance(document, Resume):
        files, sent = document.attachments, document.applications
        return Index(young, grown, born, blocks, files, sent, document.conversations, document.consents)
    company, at, withdrawn = document.company, document.handed_in, document.withdrawn
    handed_in = () if at is None else (_FormApplication(company, at, withdrawn, document.talk),)
    return Index(young, grown, born, blocks, (), handed_in)


_get_at, _get_withdrawn = attrgetter("at"), attrgetter("withdrawn")
_get_company, _get_group = attrgetter("company"), attrgetter("group")


def _acts_of(applications: Sequence[AnyApplication]) -> Acts:
    return Acts([*map(_get_at, applications)], [*map(_get_withdrawn, applications)])


def blocks_of(blocks: Iterable[Block], keywords: Keywords | None = None) -> Blocks:
    """Lay out blocks, so that they can be looked up.

    Args:
        blocks: in any order.
        keywords: those among them by words, if they were laid out before.
    """
    companies: dict[str, list[datetime]] = {}
    groups: dict[str, list[datetime]] = {}
    words: dict[str, list[datetime]] = {}
    by_time = sorted(blocks, key=_get_at)
    for block in by_time:
        if isinstance(block, CompanyBlock):
            companies.setdefault(block.company, []).append(block.at)
        elif keywords is None:
            words.setdefault(folded(block.keyword), []).append(block.at)
        if block.group is not None:
            groups.setdefault(block.group, []).append(block.at)
    return Blocks([*map(_get_at, by_time)], companies, groups, keywords or Keywords(words))


def _group_by(items: Iterable[_T], key: Callable[[_T], _K]) -> dict[_K, list[_T]]:
    groups: dict[_K, list[_T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def half_at(index: Index, at: datetime, age: int) -> CandidateFacts:
    """The half of the facts that a resume or form brings at an instant in UTC, if people are shown from an age in years on (GATE-3)."""
    # The year alone decides for nearly everybody.
    is_of_age = index.born < (at.year - age) * YEAR or index.born <= latest_birth(at, age)
    return index.grown if is_of_age else index.young


def first_instant_of_age(born: int, age: int) -> datetime | None:
    """The first instant at which somebody who was born on that day at the latest is surely of an age in years; None if the birth is not
    known (GATE-3).
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
    except ValueError:  # the month has fewer days: the candidate is of age from the first of the next month
        return datetime(year, month + 2, 1, tzinfo=UTC) - BEIJING
