"""For the owner: what a change of the settings would do, before it is saved."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial
from itertools import chain, combinations
from typing import NamedTuple, TypeAlias, cast

import attrs

from ..model.arguments import expect, expect_each
from ..model.building import Choice, Id
from ..model.campus import CampusForm
from ..model.instants import FIRST, instant
from ..model.names import folded, in_line
from ..model.parts import Part
from ..model.resume import Resume
from ..model.settings import Block, CompanyBlock, KeywordBlock, Settings
from ..model.silent import Silent
from ..model.values import Email
from ..model.viewers import (
    FULLY_VERIFIED,
    Company,
    Headhunter,
    Mailbox,
    Owner,
    Recipient,
    Recruiter,
    School,
    Viewer,
    Visitor,
    typical_viewers,
)
from ..policy.decisions import Item, items_of
from ..policy.facts import Standing
from ..policy.index import AnyApplication, index_of, with_other_settings
from ..policy.situation import (
    Situation,
    attachments_in,
    blocked_since,
    consents_for,
    document_of,
    lifting_acts,
    request_of,
    sharing_of,
    situation_of_company,
)
from ..policy.table import DEFAULT_POLICY, Policy, given_by_any_action
from .firsts import Point, PointTree, point_tree_of


class StandsFor(Choice):
    """Whom a viewer of a difference stands for."""

    ITSELF = "itself"
    """The company, mailbox, recipient or school that it names, the community, the recommender, a support agent."""
    OTHERS = "others"
    """Every company that nothing here names."""
    KEYWORD = "keyword"
    """The companies whose name is or contains a keyword. The viewer's company has the keyword as its name."""
    GROUP = "group"
    """The other companies of the group of the viewer's company."""
    UNIDENTIFIED = "unidentified"
    """The companies that the platform cannot identify (BLOCK-4)."""


@attrs.frozen(kw_only=True)
class Difference:
    """The changes by new settings for one kind of viewer, over everything that the viewer can do.

    Args:
        viewer: who would ask; signed in and verified.
        stands_for: whom it stands for.
        others: a company in the place of every company that nothing here names, as agency or client too. No other company has its id.
            With another name, it stands for the companies of that name; with a group, for the companies of that group.
        shown_before: whether there is any action for which the resume or form is shown now.
        shown_after: whether there would be.
        gained: the parts, channels and actions that the viewer would have in addition, by some action.
        lost: those that the viewer would no longer have by any action.
        files_gained: the ids of the attachments that would be shown in addition: which ones a company sees depends on
            whether it was blocked since each was sent.
        files_lost: those that would no longer be.
    """

    viewer: Viewer
    stands_for: StandsFor
    others: Company
    shown_before: bool
    shown_after: bool
    gained: frozenset[Item]
    lost: frozenset[Item]
    files_gained: frozenset[Id]
    files_lost: frozenset[Id]


def difference(
    resume: Resume | CampusForm,
    new_settings: Settings,
    *,
    companies: Iterable[Company] = (),
    at: datetime | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> tuple[Difference, ...]:
    """Compare the settings with new ones: what each viewer would see in addition, or no longer. Only viewers with a change are listed.

    The same table as for `view_for` is asked for each of these viewers, signed in and verified, for every action:

    - as recruiter, as headhunter, and as a headhunter's client: every company that is named in the old or the new blocks, in
      the applications, in the conversations, in the form or in `companies`; a company with a blocked keyword as its name; one
      of a group that is named in a block or an application; one that is named nowhere; and one that the platform cannot
      identify (BLOCK-4);
    - a company with acts of its own that a block by name or group also meets, if that makes another difference;
    - the headhunters of each of them, with a client of each kind whose block comes, goes or stays (BLOCK-3);
    - every mailbox that an application was delivered to, every school of a talk, every recipient and purpose of a consent;
    - a member of the community, the recommender of jobs, a support agent with an open case, and a visitor.

    The owner sees everything before and after; those who are not verified see nothing, nor do visitors by the library's policy. The
    differences do not say what a shown text holds. If a company is known by its id alone, its group and names may be any that a block
    names, and where an application opens the resume to a whole group (APPLY-7), any such group: give the company in `companies` if more is
    known. The work grows with the companies, mailboxes, keywords and groups that are named; with such groups, with companies times
    the different sets of attachments that the groups were sent.

    Args:
        resume: as it is; or a form.
        new_settings: that would take the place of its settings.
        companies: as the platform knows them, with names, aliases and groups; those with an id.
        at: the instant asked about, aware; now, unless given.
        policy: that decides.

    Raises:
        TypeError: `resume` is neither a resume nor a form, `new_settings` no settings, one of `companies` no company or
            `policy` no policy.
        InvalidValue: `at` has no time zone.
    """
    moment = instant(at)
    expect("resume", resume, Resume, CampusForm)
    expect("new_settings", new_settings, Settings)
    expect("policy", policy, Policy)
    known = expect_each("companies", companies, Company)
    return tuple(_SettingsChange(resume, new_settings, known, moment, policy).differences())


NO_NAMES = ("名称未知", "name not known", *map(chr, (*range(0x3400, 0x4DB6), *range(0x20000, 0x24000))))
"""Names to choose from for a company that is known by its id alone: the first that no blocked keyword fits. There always is one:
two settings hold fewer keywords than there are signs here, and a keyword fits one sign at most.
"""

_Document: TypeAlias = Resume | CampusForm


class _SettingsChange:
    """A change of settings, and whom to ask about it."""

    def __init__(
        self, asked: _Document, settings: Settings, known: tuple[Company, ...], at: datetime, policy: Policy
    ) -> None:
        self.old, self.new = asked, with_other_settings(asked, settings)
        self.at, self.policy = at, policy
        self.blocks = tuple(dict.fromkeys((*asked.settings.blocks, *settings.blocks)))
        self.index = index_of(asked)
        self.known = {company.id: company for company in known if company.id is not None}
        self.groups_of_ids = self._find_groups_of_ids()
        self.stranger = Company(id=_unused_id(self.groups_of_ids), name=_unfitting_name(self.blocks))
        self.strangers = tuple(self._list_strangers())
        self.acts: dict[object, list[tuple[_Opened, int]]] = {}
        self.names = tuple(self._index_strangers(StandsFor.KEYWORD))
        self.groups = tuple(self._index_strangers(StandsFor.GROUP))
        self.request = request_of(Visitor(), document_of(asked), policy.readings)
        self.items: dict[object, tuple[frozenset[Item], frozenset[Item]]] = {}
        self.firsts: dict[object, list[int]] = {}

    def differences(self) -> Iterator[Difference]:
        strangers = [
            ([*map(self._asker, self._variants_of_stranger(company))], stands_for)
            for company, stands_for in self.strangers
        ]
        stranger = strangers[0][0][0]
        askers_of_ids = {
            id_: [*map(self._asker, self._variants(id_, groups))]
            for id_, groups in self.groups_of_ids.items()
        }
        every = (*(askers for askers, _ in strangers), *askers_of_ids.values())
        for_clients = self._makers_by_client(chain.from_iterable(every))
        for askers, stands_for in strangers:
            yield from self._differences_of(askers, _recruiter, stands_for)
            yield from self._differences_of(askers, _headhunter, stands_for)
            if askers[0] is not stranger:
                yield from self._differences_of(askers, self._headhunter_for, stands_for, stranger)
        yield from self._differences_of([stranger], _headhunter_for_unknown, StandsFor.UNIDENTIFIED)
        for askers in askers_of_ids.values():
            yield from self._differences_of(askers, _recruiter)
            yield from self._differences_of(askers, _headhunter)
            yield from self._differences_of(askers, self._headhunter_for, agency=stranger)
            for client, make in for_clients:
                yield from self._differences_of([one for one in askers if one.company != client], make)
            yield from self._differences_of(askers, _headhunter_for_unknown)
        mailboxes = dict.fromkeys(
            (a.company, a.mailbox) for a in self.index.applications if a.mailbox is not None
        )
        for id_, address in mailboxes:
            found = self._variants(id_, self.groups_of_ids[id_], address.folded)
            yield from self._differences_of([self._asker(company, address) for company in found], _mailbox)
        effects: dict[object, tuple[_Given, _Given]] = {}
        for other in self._viewers_without_company():
            key = self._consented_to(other) if isinstance(other, Recipient) else other
            if key not in effects:
                effects[key] = self._given_by_both(other)
            before, after = effects[key]
            if before != after:
                yield self._difference(other, StandsFor.ITSELF, _effect_of(before, after))

    def _viewers_without_company(self) -> Iterator[Viewer]:
        """The viewers who are of no company."""
        talks = (sent.talk for sent in self.index.applications)
        for school in dict.fromkeys(talk.school for talk in talks if talk is not None):
            yield School(id=school, signed_in=True, verified=True)
        yield from dict.fromkeys(Recipient(id=c.recipient, purpose=c.purpose) for c in self.index.given)
        yield from (one for one in typical_viewers(self.old.candidate).values() if not isinstance(one, Owner))

    def _consented_to(self, recipient: Recipient) -> object:
        """What the candidate consented to, and how: recipients with equal consents are given the same."""
        shareable = self.policy.ruleset.shareable
        consents = consents_for(recipient, self.index, self.at, shareable)
        return frozenset((sharing_of((consent,)), consent.parts) for consent in consents)

    def _find_groups_of_ids(self) -> dict[str, tuple[str | None, ...]]:
        """The ids that anything names, each with the groups that acts state for it, and with none: a company may have left its group."""
        acts: list[CompanyBlock | AnyApplication] = [b for b in self.blocks if isinstance(b, CompanyBlock)]
        stated: list[tuple[str, str | None]] = [
            (act.company, act.group) for act in (*acts, *self.index.applications)
        ]
        companies = [one.company for one in self.index.chats]
        companies += [self.old.company] if isinstance(self.old, CampusForm) else []
        groups: defaultdict[str, dict[str | None, None]] = defaultdict(dict)
        for id_, group in (*stated, *((id_, None) for id_ in (*companies, *self.known))):
            groups[id_][group] = None
        return {id_: (*filter(None, found), None) for id_, found in groups.items()}

    def _list_strangers(self) -> Iterator[tuple[Company, StandsFor]]:
        """Companies that no act names by id: any company, one of each name, one of each group, and one that is not identified."""
        yield self.stranger, StandsFor.OTHERS
        for keyword in dict.fromkeys(b.keyword for b in self.blocks if isinstance(b, KeywordBlock)):
            yield attrs.evolve(self.stranger, name=in_line(keyword)), StandsFor.KEYWORD
        acts: tuple[Block | AnyApplication, ...] = (*self.blocks, *self.index.applications)
        for group in dict.fromkeys(act.group for act in acts if act.group is not None):
            yield attrs.evolve(self.stranger, group=group), StandsFor.GROUP
        yield attrs.evolve(self.stranger, id=None), StandsFor.UNIDENTIFIED

    def _index_strangers(self, kind: StandsFor) -> Iterator["_Strangers"]:
        """The companies by name, or by group, indexed to find those that change something for a company with acts of its own.

        Those of the groups to which an application opens the resume are apart: groups of one index are opened the same things, in the
        same order.
        """
        by_opened: defaultdict[tuple[frozenset[_Opened], ...], dict[Company, Point]] = defaultdict(dict)
        for company in (one for one, stands_for in self.strangers if stands_for is kind):
            opened: defaultdict[int, set[_Opened]] = defaultdict(set)
            for what, until in self._acts_of(company, None):
                opened[until].add(what)
            blocks, untils = self._blocked_instants(company), sorted(opened, reverse=True)
            in_force = (until if block < until else _NEVER for until in untils for block in blocks)
            by_opened[tuple(frozenset(opened[until]) for until in untils)][company] = *blocks, *in_force
        for points in by_opened.values():
            yield _Strangers(tuple(points), point_tree_of(points.values()))

    def _variants(
        self, id_: str, groups: tuple[str | None, ...], mailbox: str | None = None
    ) -> Iterator[Company]:
        """List what a company may be: as it is known, else with each group that is stated for it, and with none. Then with each name and
        group that can make another difference to the company, or to one mailbox of it.
        """
        if id_ in self.known:
            yield self.known[id_]
            return
        plain = [Company(id=id_, name=self.stranger.name, group=group) for group in groups]
        yield from plain
        yield from self._other_variants(plain, ((plain[0], self.names), (plain[-1], self.groups)), mailbox)

    def _variants_of_stranger(self, company: Company) -> Iterator[Company]:
        """A company that no act names by id; where an application opens the resume to its group, with each name that matters, too."""
        yield company
        if company.group is not None and self._acts_of(company, None):
            yield from self._other_variants([company], ((company, self.names),), None)

    def _other_variants(
        self,
        plain: list[Company],
        others: "Iterable[tuple[Company, tuple[_Strangers, ...]]]",
        mailbox: str | None,
    ) -> Iterator[Company]:
        """A company with each name or group of some strangers that makes another difference than the company as it is."""
        seen = {self._standing_of(company, mailbox) for company in plain}
        for base, indexes in others:
            for strangers in indexes:
                for place in self._first_in_each(strangers, base, mailbox):
                    name, group = strangers.companies[place].name, strangers.companies[place].group
                    variant = attrs.evolve(base, name=name, group=base.group if group is None else group)
                    standing = self._standing_of(variant, mailbox)
                    if standing not in seen:
                        seen.add(standing)
                        yield variant

    def _first_in_each(self, strangers: "_Strangers", base: Company, mailbox: str | None) -> list[int]:
        """The places of those strangers that stand for all: one for each way in which their blocks and applications, with those of the
        company, come before and after each other.
        """
        least = self._blocked_instants(base)
        edges = tuple(sorted({*_NO_EDGES, *(until for _, until in self._acts_of(base, mailbox))}))
        # No mailbox gets what went to the group.
        sides = len(strangers.tree.low) if mailbox is None else 2

        def cell_of(point: Point) -> Point:
            places = (
                bisect_right(edges, max(block, own)) for block, own in zip(point[:2], least, strict=True)
            )
            return *places, *(point[side] > least[side % 2] for side in range(2, sides))

        # Of all companies without acts, there are few such keys.
        is_shared = edges == _NO_EDGES and sides == 2
        key = strangers, *(bisect_right(edges, own) for own in least)
        found = self.firsts.get(key) if is_shared else None
        if found is None:
            found = [place for place, _ in strangers.tree.first_in_each(cell_of)]
            if is_shared:
                self.firsts[key] = found
        return found

    def _standing_of(self, company: Company, mailbox: str | None) -> object:
        """Before the change and after it: whether the company is blocked, and what its applications open in spite of that. Of two that
        stand alike, the viewers are given the same.
        """
        acts = self._acts_of(company, mailbox)
        return tuple(
            (block == _NEVER, frozenset(what for what, until in acts if block < until))
            for block in self._blocked_instants(company)
        )

    def _acts_of(self, company: Company, mailbox: str | None) -> "list[tuple[_Opened, int]]":
        """What the latest applications to a company open, each with the first instant at which a block takes it away."""
        key = company.id, company.group, mailbox
        found = self.acts.get(key)
        if found is None:
            later = 0 if self.policy.readings.block_holds_at_same_instant else 1
            acts = lifting_acts(company, self.index, self.at, self.policy.readings, mailbox)
            found = self.acts[key] = [(what, _to_microseconds(at) + later) for what, at in acts]
        return found

    def _blocked_instants(self, company: Company) -> tuple[int, int]:
        """When the blocks last met a company, under the old settings and under the new ones."""
        before, after = (
            blocked_since(company, index_of(asked), self.at, self.policy.readings)
            for asked in (self.old, self.new)
        )
        return _to_microseconds(before), _to_microseconds(after)

    def _asker(self, company: Company, mailbox: Email | None = None) -> "_Asker":
        address = None if mailbox is None else mailbox.folded
        before, after = (
            situation_of_company(
                self.request, company, index_of(asked), self.at, self.policy.readings, address
            )
            for asked in (self.old, self.new)
        )
        return _Asker(company, mailbox, before, after)

    def _makers_by_client(self, askers: "Iterable[_Asker]") -> "list[tuple[Company, _Maker]]":
        """One client of each kind: with a block that comes, that goes, or that stays. Each with what makes a headhunter for it."""
        kinds: dict[tuple[bool, bool], Company] = {}
        for one in askers:
            before, after = (found.facts.standing is Standing.BLOCKED for found in (one.before, one.after))
            if before or after:
                kinds.setdefault((before, after), one.company)
        return [(client, partial(_headhunter, clients=(client,))) for client in kinds.values()]

    def _headhunter_for(self, client: "_Asker") -> Headhunter:
        """A headhunter of a company that nothing names, for a client."""
        return _headhunter_of(self.stranger, (client.company,))

    def _differences_of(
        self,
        askers: "Iterable[_Asker]",
        make: "_Maker",
        stands_for: StandsFor = StandsFor.ITSELF,
        agency: "_Asker | None" = None,
    ) -> Iterator[Difference]:
        """The differences for some who differ only in what is not known of a company: one for each change.

        Args:
            askers: companies, or mailboxes.
            make: makes a viewer of each.
            stands_for: whom that viewer stands for.
            agency: the viewer's own company, if the others are clients of it.
        """
        seen = set()
        for one in askers:
            own = one if agency is None else agency
            items_before, items_after = self._items_given(make, one)
            before = items_before, self._files_given(items_before, own.before, self.old)
            after = items_after, self._files_given(items_after, own.after, self.new)
            if before != after and (effect := _effect_of(before, after)) not in seen:
                seen.add(effect)
                yield self._difference(make(one), stands_for, effect)

    def _items_given(self, make: "_Maker", one: "_Asker") -> tuple[frozenset[Item], frozenset[Item]]:
        """The items that a viewer is given before the change and after it, found once for all who stand alike."""
        key = make, one.before.facts, one.after.facts
        items = self.items.get(key)
        if items is None:
            viewer = make(one)
            (before, _), (after, _) = (
                self._everything_given(viewer, asked) for asked in (self.old, self.new)
            )
            items = self.items[key] = before, after
        return items

    def _files_given(self, items: frozenset[Item], situation: Situation, asked: _Document) -> frozenset[str]:
        if Part.ATTACHMENTS not in items:
            return frozenset()
        return attachments_in(situation, index_of(asked), self.at, self.policy.readings)

    def _given_by_both(self, viewer: Viewer) -> "tuple[_Given, _Given]":
        return self._everything_given(viewer, self.old), self._everything_given(viewer, self.new)

    def _everything_given(self, viewer: Viewer, asked: _Document) -> "_Given":
        """The items and the attachments that a viewer has by any action."""
        grants, files = given_by_any_action(viewer, asked, self.at, self.policy)
        return frozenset().union(*map(items_of, grants)), files

    def _difference(self, viewer: Viewer, stands_for: StandsFor, effect: "_Effect") -> Difference:
        return Difference(viewer=viewer, stands_for=stands_for, others=self.stranger, **effect._asdict())


_Opened: TypeAlias = Standing | str
"""What an application opens: a standing, or an attachment."""


@attrs.frozen(eq=False, repr=False)
class _Strangers(Silent):
    """Companies that no act names by id, all by name or all by group.

    Args:
        companies: at least one.
        tree: of a point for each: when blocks last met it, under the old settings and under the new ones; and for all that is opened to
            its group, the first instant at which a later block takes it away, if no block does, under each of these.
    """

    companies: tuple[Company, ...]
    tree: PointTree


class _Asker(NamedTuple):
    """A company, or a mailbox of it, and how it stands before the change and after it.

    Of two that stand alike, the viewers of one kind are given the same items: the decision depends on nothing else.
    """

    company: Company
    mailbox: Email | None
    before: Situation
    after: Situation


_Maker: TypeAlias = Callable[[_Asker], Viewer]
_Given: TypeAlias = tuple[frozenset[Item], frozenset[str]]


class _Effect(NamedTuple):
    """What a difference states of its viewer."""

    shown_before: bool
    shown_after: bool
    gained: frozenset[Item]
    lost: frozenset[Item]
    files_gained: frozenset[str]
    files_lost: frozenset[str]


def _effect_of(before: _Given, after: _Given) -> _Effect:
    (items, files), (new_items, new_files) = before, after
    return _Effect(
        bool(items),
        bool(new_items),
        new_items - items,
        items - new_items,
        new_files - files,
        files - new_files,
    )


_NEVER = -1
"""Before every instant; instants are counted in microseconds since the first one."""


def _to_microseconds(at: datetime | None) -> int:
    return _NEVER if at is None else (at - FIRST) // timedelta(microseconds=1)


_NO_EDGES = (0,)
"""Without acts: there is a block, or there is none."""


def _recruiter(one: _Asker) -> Recruiter:
    return Recruiter(id="someone", company=one.company, signed_in=True, verified=FULLY_VERIFIED)


def _mailbox(one: _Asker) -> Mailbox:
    return Mailbox(company=one.company, address=cast("Email", one.mailbox))


def _headhunter(one: _Asker, clients: tuple[Company, ...] | None = ()) -> Headhunter:
    return _headhunter_of(one.company, clients)


_headhunter_for_unknown = partial(_headhunter, clients=None)


def _headhunter_of(agency: Company, clients: tuple[Company, ...] | None) -> Headhunter:
    return Headhunter(id="someone", agency=agency, clients=clients, signed_in=True, verified=FULLY_VERIFIED)


def _unused_id(named: Iterable[str]) -> str:
    """An id that no company has."""
    taken = frozenset(named)
    return next(id_ for number in range(len(taken) + 1) if (id_ := f"other-{number}") not in taken)


def _unfitting_name(blocks: Iterable[Block]) -> str:
    keywords = {folded(block.keyword) for block in blocks if isinstance(block, KeywordBlock)}
    return next(name for name in NO_NAMES if keywords.isdisjoint(_substrings(folded(name))))


def _substrings(name: str) -> Iterator[str]:
    """Every keyword that fits a name."""
    for start, end in combinations(range(len(name) + 1), 2):
        yield name[start:end]
