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
    NameDisplay,
    OnlineTalk,
    Settings,
    Visibility,
)
from ..model.silent import Silent
from ..model.viewers import MOST_CLIENTS, Company
from .facts import CANDIDATE_FACTS, CandidateFacts

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
        withdrawn: from when each counts no more; None if it was not withdrawn (APPLY-8).
    """

    at: Instants
    withdrawn: Sequence[datetime | None]

    def latest(self, at: datetime, *, void: bool) -> datetime | None:
        """The instant of the latest act that counts at an instant; None if none counts.

        Args:
            at: aware; an act after it does not count yet (APPLY-6).
            void: whether a withdrawn act counts no more (APPLY-8).
        """
        place = bisect_right(self.at, at) - 1
        while void and place >= 0 and (end := self.withdrawn[place]) is not None and end <= at:
            place -= 1
        return self.at[place] if place >= 0 else None

    def end_after(self, at: datetime) -> datetime:
        """The first instant after this one from which an act that counts now no longer counts; the last instant if there is none."""
        ends = (end for done, end in zip(*self, strict=True) if end is not None and done <= at < end)
        return min(ends, default=LAST)


class _HandedIn(NamedTuple):
    """A form that was handed in: an application to the one company that it was filled in for (CAMPUS-1)."""

    company: str | None
    at: datetime
    withdrawn: datetime | None
    talk: OnlineTalk | None
    mailbox: None = None
    group: None = None
    attachments: frozenset[str] = frozenset()


Applied: TypeAlias = Application | _HandedIn


def _address(sent: Applied) -> str | None:
    return None if sent.mailbox is None else sent.mailbox.address.casefold()


@attrs.frozen(eq=False, repr=False)
class Sent(Silent):
    """The applications to one recipient. They are laid out when the recipient asks: most recipients never do.

    Args:
        applications: the applications to it, in their order.
        files: the ids of the attachments that the resume still holds.
    """

    applications: Sequence[Applied]
    files: frozenset[str]

    @cached_property
    def mailboxes(self) -> "dict[str | None, Sent]":
        """The applications that were sent to a mailbox, by its address, folded."""
        sent = _grouped(self.applications, _address)
        return {address: Sent(some, self.files) for address, some in sent.items()}

    @cached_property
    def all(self) -> Acts:
        """All of the applications."""
        return _acts(self.applications)

    @cached_property
    def carrying(self) -> Acts:
        """The applications that carried any attachment."""
        return _acts([one for one in self.applications if one.attachments])

    @cached_property
    def carried(self) -> dict[str, Acts]:
        """The applications that carried one attachment, by its id."""
        carried: defaultdict[str, list[Applied]] = defaultdict(list)
        for one in self.applications:
            for attachment in one.attachments & self.files:
                carried[attachment].append(one)
        return {file: _acts(sent) for file, sent in carried.items()}


_FEW_KEYWORDS = 16
_MOST_MATCHED = 4 * MOST_CLIENTS
"""The most companies that are remembered: a headhunter counts as many as there are clients, and the agency."""


@attrs.frozen(eq=False, repr=False)
class Blocks(Silent):
    """Whom the candidate blocked, and when.

    Args:
        all: every instant of a block.
        companies: the instants by the company's id.
        groups: by the group's id.
        keywords: by the word, folded.
        lengths: the lengths of the words.
        matched: the blocks that fit a company's names, remembered.
    """

    all: Instants
    companies: Mapping[str, Instants]
    groups: Mapping[str, Instants]
    keywords: Mapping[str, Instants]
    lengths: Collection[int]
    matched: Memo = attrs.field(factory=lambda: Memo(_MOST_MATCHED))

    def of(self, company: Company) -> list[Instants]:
        """The instants at which the candidate blocked this company, by its id, its group and its names (BLOCK-2)."""
        found = []
        if company.id is not None and company.id in self.companies:
            found.append(self.companies[company.id])
        if company.group is not None and company.group in self.groups:
            found.append(self.groups[company.group])
        if self.keywords:
            names = (company.name, *company.aliases)
            if matched := self.matched.get(names, lambda: self._match(names)):
                found.append(matched)
        return found

    def _match(self, names: Iterable[str]) -> Instants:
        written = [*map(folded, names)]
        if len(self.keywords) <= _FEW_KEYWORDS:
            found = {word for word in self.keywords for name in written if word in name}
            return sorted([at for keyword in found for at in self.keywords[keyword]])
        # Every substring as long as some keyword is looked up: the cost depends on the name, and not on the number of keywords.
        found = {
            piece
            for name in written
            for length in self.lengths
            for start in range(len(name) - length + 1)
            if (piece := name[start : start + length]) in self.keywords
        }
        return sorted([at for keyword in found for at in self.keywords[keyword]])


class Talk(NamedTuple):
    """One handing in at an online talk whose school requires it (CAMPUS-2).

    Args:
        acts: the one act of handing in; it counts from the delivery.
        delivery: the record of it.
    """

    acts: Acts
    delivery: Delivery


@attrs.frozen(eq=False, repr=False)
class Governing(Silent):
    """Everything that governs a resume or form, as a pure function of it. What few viewers need is laid out when first needed.

    Args:
        young: its half of the facts while the candidate is not surely of age.
        grown: its half of the facts from then on.
        born: the latest possible day of birth, as `model/births.py` counts.
        named: the id of every company and group that the following fields name; the candidate did nothing by id to any other.
        blocking: the blocks of companies, in any order.
        attachments: the attachments of the resume.
        applications: the applications, in any order.
        talking: the conversations with companies, in any order.
        given: the consents and orders, in any order.
    """

    young: CandidateFacts
    grown: CandidateFacts
    born: int
    named: frozenset[str | None]
    blocking: tuple[Block, ...]
    attachments: tuple[Attachment, ...]
    applications: Sequence[Applied]
    talking: tuple[Conversation, ...] = ()
    given: tuple[Consent, ...] = ()

    @cached_property
    def keywords(self) -> tuple[str, ...]:
        """The words by which companies are blocked, folded."""
        return tuple([folded(one.keyword) for one in self.blocking if isinstance(one, KeywordBlock)])

    @cached_property
    def blocks(self) -> Blocks:
        """The blocks of companies."""
        return blocks_of(self.blocking)

    @cached_property
    def files(self) -> frozenset[str]:
        """The ids of the attachments."""
        return frozenset([attachment.id for attachment in self.attachments])

    @cached_property
    def sent(self) -> dict[str | None, Sent]:
        """The applications by the id of the company that they were sent to."""
        return self._sent_by("company")

    @cached_property
    def sent_to_groups(self) -> dict[str | None, Sent]:
        """The applications by the id of the company's group."""
        return self._sent_by("group")

    def _sent_by(self, recipient: str) -> dict[str | None, Sent]:
        by_recipient = _grouped(sorted(self.applications, key=_at), attrgetter(recipient))
        return {one: Sent(sent, self.files) for one, sent in by_recipient.items()}

    @cached_property
    def talks(self) -> dict[str, list[Talk]]:
        """The handings in at talks, by school, if the school requires them (CAMPUS-2)."""
        found: defaultdict[str, list[Talk]] = defaultdict(list)
        for one in self.applications:
            if one.talk is not None and one.talk.school_requires:
                acts = Acts((max(one.at, one.talk.delivery.at),), (one.withdrawn,))
                found[one.talk.school].append(Talk(acts, one.talk.delivery))
        return dict(found)

    @cached_property
    def consents(self) -> dict[tuple[str, str], list[Consent]]:
        """The consents and orders by recipient and purpose."""
        return _grouped(self.given, attrgetter("recipient", "purpose"))

    @cached_property
    def conversations(self) -> dict[str, list[Conversation]]:
        """The conversations by the company's id."""
        return _grouped(self.talking, attrgetter("company"))


def governing(document: "Resume | CampusForm") -> Governing:
    """The index of a resume or form, computed when first asked for."""
    return document.memo.of(_index, document)


_OF_ACTS = ("files", "sent", "sent_to_groups", "talks", "consents", "conversations")
_OF_BLOCKS = ("keywords", "blocks")


def chosen_otherwise(document: _D, settings: Settings) -> _D:
    """A resume or form as if other settings had been chosen. The index of the same acts and blocks is used again (LAW-6).

    Args:
        document: the resume or form.
        settings: the settings in place of its own.
    """
    other = as_if(document, settings)
    same = settings.blocks == document.settings.blocks
    for name in (*_OF_ACTS, *(_OF_BLOCKS if same else ())):
        object.__setattr__(governing(other), name, getattr(governing(document), name))
    return other


Choices: TypeAlias = tuple[Visibility, NameDisplay, bool, bool, bool]
"""A half of the facts without the age."""

_AGES: dict[Choices, tuple[CandidateFacts, CandidateFacts]] = {
    half[:5]: (half._replace(of_age=False), half._replace(of_age=True))
    for halves in CANDIDATE_FACTS.values()
    for half in halves
}


def choices_of(document: "Resume | CampusForm") -> Choices:
    """The half of the facts that a resume or form brings, without the age of the candidate."""
    account, deleted, (visibility, name, permission, chat) = chosen_in(document)
    exists = account is Account.OPEN and not deleted
    if not isinstance(document, Resume):
        return Visibility.PRIVATE, name, permission, False, exists
    return visibility, name, permission, chat, exists


def chosen_in(document: "Resume | CampusForm") -> tuple[Account, bool, tuple[Any, ...]]:
    """Everything from which the choices are made: equal values give equal choices."""
    return document.account, document.deleted, _settings_of(document.settings)


_settings_of = attrgetter("visibility", "name_display", "resume_permission", "chat_permission")


def halves_of(choices: Choices) -> tuple[CandidateFacts, CandidateFacts]:
    """The half of the facts while a candidate is not surely of age, and from then on."""
    return _AGES[choices]


def _index(document: "Resume | CampusForm") -> Governing:
    blocks = document.settings.blocks
    born = born_by(document.basics.profile.born, document.age_verified)
    if not isinstance(document, Resume):
        company, at, withdrawn = document.company, document.handed_in, document.withdrawn
        handed_in = () if at is None else (_HandedIn(company, at, withdrawn, document.talk),)
        return Governing(
            *halves_of(choices_of(document)), born, _named(blocks, handed_in, ()), blocks, (), handed_in
        )
    return Governing(
        *halves_of(choices_of(document)),
        born,
        _named(blocks, document.applications, document.conversations),
        blocks,
        document.attachments,
        document.applications,
        document.conversations,
        document.consents,
    )


_at, _withdrawn = attrgetter("at"), attrgetter("withdrawn")
_company, _group = attrgetter("company"), attrgetter("group")


def _named(
    blocks: tuple[Block, ...], applications: Sequence[Applied], talking: tuple[Conversation, ...]
) -> frozenset[str | None]:
    """The id of every company and group that these name."""
    if not (blocks or applications or talking):
        return _NOBODY
    named = {*map(_company, applications), *map(_group, applications), *map(_company, talking)}
    for block in blocks:
        named.add(block.group)
        if isinstance(block, CompanyBlock):
            named.add(block.company)
    named.discard(None)
    return frozenset(named)


_NOBODY: frozenset[str | None] = frozenset()


def _acts(applications: Sequence[Applied]) -> Acts:
    return Acts([*map(_at, applications)], [*map(_withdrawn, applications)])


def blocks_of(blocks: Iterable[Block]) -> Blocks:
    """Lay out blocks, so that they can be looked up."""
    companies, groups, keywords = (
        dict[str, list[datetime]](),
        dict[str, list[datetime]](),
        dict[str, list[datetime]](),
    )
    dated = sorted(blocks, key=_at)
    for block in dated:
        if isinstance(block, KeywordBlock):
            keywords.setdefault(folded(block.keyword), []).append(block.at)
        else:
            companies.setdefault(block.company, []).append(block.at)
        if block.group is not None:
            groups.setdefault(block.group, []).append(block.at)
    return Blocks([*map(_at, dated)], companies, groups, keywords, {*map(len, keywords)})


def _grouped(items: Iterable[_T], key: Callable[[_T], _K]) -> dict[_K, list[_T]]:
    groups: dict[_K, list[_T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def half_at(index: Governing, at: datetime, age: int) -> CandidateFacts:
    """The half of the facts that a resume or form brings at an instant (GATE-3).

    Args:
        index: the index of the resume or form.
        at: the instant, in UTC.
        age: in years; the candidate has to be surely of this age.
    """
    return index.grown if is_grown(index.born, at, age) else index.young


def is_grown(born: int, at: datetime, age: int) -> bool:
    """Whether a candidate is surely of an age at an instant (GATE-3).

    Args:
        born: the latest possible day of birth.
        at: the instant, in UTC.
        age: in years.
    """
    # The year alone decides for nearly everybody.
    return born < (at.year - age) * YEAR or born <= latest_birth(at, age)


def surely_of_age(born: int, age: int) -> datetime | None:
    """The first instant at which a candidate is surely of an age; None if the birth is not known (GATE-3).

    Args:
        born: the latest possible day of birth.
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
    except ValueError:  # the month has fewer days: the candidate is of age from the first of the next month
        return datetime(year, month + 2, 1, tzinfo=UTC) - BEIJING
