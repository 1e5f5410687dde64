"""Safety statements: what one is, how every case is laid out to check it, and the shapes that statements have."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple, Protocol, TypeAlias

import attrs

from ..model.parts import PARTS_OF, Document
from ..model.viewers import Action
from .clauses import Clause
from .decisions import ITEMS, ITEMS_OF, Decision, Grant, Item, Refusal, items_of
from .facts import CANDIDATE_FACTS, VIEWER_FACTS, CandidateFacts, Facts, Kind, ViewerFacts, join
from .readings import Readings

Items: TypeAlias = frozenset[Item]

BITS: dict[Item, int] = {item: 1 << place for place, item in enumerate(ITEMS)}
ALL: Items = frozenset(ITEMS)
NOTHING: Items = frozenset()


class Decided(Protocol):
    """A policy, as far as its statements see it."""

    @property
    def readings(self) -> Readings:
        """What the platform chose."""

    def row(self, viewer: ViewerFacts) -> "Mapping[CandidateFacts, _Entry]":
        """The entries of one half that a viewer brings."""

    def decide(self, facts: Facts) -> Decision:
        """What is decided afresh."""


class _Entry(Protocol):
    @property
    def decision(self) -> Decision: ...


class Given(NamedTuple):
    """A case in which something is given, in halves, which are cheap to look at."""

    viewer: ViewerFacts
    candidate: CandidateFacts
    grant: Grant
    given: Items
    readings: Readings


class Space:
    """Every case of a policy. What is given in a case is one whole number, a bit per item, so that comparing is cheap.

    Attributes:
        policy: laid out.
        given: what is given, by the viewer's half and in the order of `CANDIDATE_FACTS`.
        grants: the cases in which something is given.
        refusals: the other cases.
        size: how many cases there are.
    """

    def __init__(self, policy: Decided) -> None:
        seen: dict[int, tuple[Items, int]] = {}  # by the identity of a decision, which the policy keeps
        self.policy = policy
        self.given: dict[ViewerFacts, list[int]] = {}
        self.grants: list[Given] = []
        self.refusals: list[tuple[ViewerFacts, CandidateFacts, Refusal]] = []
        for viewer in VIEWER_FACTS:
            row = self.given[viewer] = []
            for half, entry in policy.row(viewer).items():
                decision = entry.decision
                found = seen.get(id(decision))
                if found is None:
                    items = items_of(decision)
                    found = seen[id(decision)] = (items, sum(BITS[item] for item in items))
                row.append(found[1])
                if isinstance(decision, Grant):
                    self.grants.append(Given(viewer, half, decision, found[0], policy.readings))
                else:
                    self.refusals.append((viewer, half, decision))
        self.size = len(self.grants) + len(self.refusals)


def items_in(bits: int) -> Items:
    """The items that a whole number stands for."""
    return frozenset(item for item, bit in BITS.items() if bits & bit)


def names(items: Iterable[Item]) -> list[str]:
    """The items in words, in one order."""
    found = set(items)
    return [f"{type(item).__name__.lower()} {item.value}" for item in ITEMS if item in found]


Search: TypeAlias = Callable[[Space], Iterator[tuple[Facts, str]]]
"""Finds the cases in which a statement is not kept, each with what is wrong there."""


@attrs.frozen(eq=False)
class Statement:
    """What a policy has to keep in every case.

    Args:
        name: short, and unlike that of any other statement.
        rules: the ids of the rules that say so.
        words: the whole of it, in one line.
    """

    name: str
    rules: tuple[str, ...]
    words: str
    _search: Search = attrs.field(repr=False)

    def breaches(self, space: Space) -> Iterator[tuple[Facts, str]]:
        """The cases in which it is not kept, each with what is wrong there."""
        return self._search(space)


# --- What is not given -----------------------------------------------------------------------------------------------


def never(forbidden: Callable[[Given], Items]) -> Search:
    """A statement that some items are not given."""

    def search(space: Space) -> Iterator[tuple[Facts, str]]:
        for case in space.grants:
            given = case.given & forbidden(case)
            if given:
                yield join(case.viewer, case.candidate), f"it gives {', '.join(names(given))}"

    return search


def when(closed: Callable[[Given], bool], items: Items = ALL) -> Search:
    """A statement that in some cases certain items, or all, are not given."""
    return never(lambda case: items if closed(case) else NOTHING)


# --- What a decision says of itself ----------------------------------------------------------------------------------


def each_grant(wrong: Callable[[Grant], str]) -> Search:
    """A statement on what a grant says of itself, looked at once per distinct grant."""

    def search(space: Space) -> Iterator[tuple[Facts, str]]:
        once = cache(lambda grant: wrong(grant))
        for case in space.grants:
            found = once(case.grant)
            if found:
                yield join(case.viewer, case.candidate), found

    return search


def foreign(grant: Grant) -> str:
    """Which items are given that the document does not have."""
    wrong = items_of(grant) - frozenset(ITEMS_OF[grant.document])
    return f"a {grant.document.value} has no {', '.join(names(wrong))}" if wrong else ""


def uncited(grant: Grant) -> str:
    """Which items are given without a clause that grants."""
    cited = {item for item, clauses in grant.given if clauses}
    missing = items_of(grant) ^ cited
    return f"no clause that grants is cited for what is given: {', '.join(names(missing))}" if missing else ""


def unreasoned(grant: Grant) -> str:
    """Which items are refused without a clause that does."""
    cited = {item for item, clauses in grant.refused if clauses}
    missing = (frozenset(ITEMS_OF[grant.document]) - items_of(grant)) ^ cited
    return f"no clause is cited for what is refused: {', '.join(names(missing))}" if missing else ""


def withheld(grant: Grant) -> str:
    """Which parts are both given and withheld, or neither."""
    wrong = grant.withheld ^ (PARTS_OF[grant.document] - grant.parts)
    return f"it is both given and withheld, or neither: {', '.join(names(wrong))}" if wrong else ""


def silent_refusals(space: Space) -> Iterator[tuple[Facts, str]]:
    """The refusals that cite nothing."""
    for viewer, half, refusal in space.refusals:
        if not refusal.refused_by:
            yield join(viewer, half), "it refuses and cites no clause"


Lawful: TypeAlias = Mapping[Clause, tuple[frozenset[tuple[Document, Kind]], Items]]
"""For each clause, to whom it can speak, of which document, and of which items."""


def cited_lawfully(gives: Lawful, refuses: Lawful, closes: Lawful) -> Search:
    """A statement that every clause is cited only for what it can do.

    Args:
        gives: what each clause can give; one that is not there can give nothing.
        refuses: for which items each can be cited as the one that withholds them, within a grant.
        closes: to whom each can refuse everything; the items are the actions that it can refuse.
    """

    def wrong(viewer: ViewerFacts, cited: Iterable[tuple[Item, tuple[Clause, ...]]], lawful: Lawful) -> str:
        whom = (viewer.document, viewer.kind)
        for item, clauses in cited:
            for clause in clauses:
                to, items = lawful.get(clause, (frozenset(), NOTHING))
                if whom not in to or item not in items:
                    return f"{clause.value} cannot be cited for {names([item])[0]}"
        return ""

    def search(space: Space) -> Iterator[tuple[Facts, str]]:
        once = cache(
            lambda viewer, grant: wrong(viewer, grant.given, gives) or wrong(viewer, grant.refused, refuses)
        )
        for case in space.grants:
            found = once(case.viewer, case.grant)
            if found:
                yield join(case.viewer, case.candidate), found
        for viewer, half, refusal in space.refusals:
            found = wrong(viewer, [(viewer.action, refusal.refused_by)], closes)
            if found:
                yield join(viewer, half), found

    return search


def actions(space: Space) -> Iterator[tuple[Facts, str]]:
    """The cases in which the actions named are not those decided so for the same facts (LAW-8)."""
    decided_on = sum(BITS[action] for action in Action)
    for viewer, row in space.given.items():
        rows = [(BITS[action], space.given[viewer._replace(action=action)]) for action in Action]
        for place, given in enumerate(row):
            if given:
                may = sum(bit for bit, other in rows if other[place])
                wrong = (given & decided_on) ^ may
                if wrong:
                    found = names(items_in(wrong))
                    words = f"the actions named and those decided on differ: {', '.join(found)}"
                    yield join(viewer, CANDIDATE_FACTS[viewer.document][place]), words


def impure(space: Space) -> Iterator[tuple[Facts, str]]:
    """The cases that are decided otherwise when they are asked again, in another order (LAW-6)."""
    for viewer in reversed(VIEWER_FACTS):
        for half, entry in reversed(tuple(space.policy.row(viewer).items())):
            facts = join(viewer, half)
            if _whole(space.policy.decide(facts)) != _whole(entry.decision):
                yield facts, "it is decided otherwise when it is asked again"


def _whole(decision: Decision) -> object:
    return decision.refused_by if isinstance(decision, Refusal) else attrs.astuple(decision, recurse=False)


# --- Tightening ------------------------------------------------------------------------------------------------------


def tighter_viewers(field: str, *steps: tuple[object, object]) -> Search:
    """A statement that a step of a field of the viewer's half never gives an item more."""
    known = frozenset(VIEWER_FACTS)
    pairs = [
        (viewer, tighter)
        for viewer in VIEWER_FACTS
        for loose, tight in steps
        if getattr(viewer, field) is loose and (tighter := viewer._replace(**{field: tight})) in known  # type: ignore[arg-type]  # each step is of its field's type
    ]

    def search(space: Space) -> Iterator[tuple[Facts, str]]:
        for loose, tight in pairs:
            halves = CANDIDATE_FACTS[loose.document]
            for half, more, less in zip(halves, space.given[loose], space.given[tight], strict=True):
                if less & ~more:
                    yield join(loose, half), _gains(field, getattr(tight, field), less & ~more)

    return search


def tighter_candidates(field: str, *steps: tuple[object, object]) -> Search:
    """The same of a field of the half that the resume or form brings."""
    pairs = {
        document: [
            (place, places[tighter])
            for place, half in enumerate(halves)
            for loose, tight in steps
            if getattr(half, field) is loose and (tighter := half._replace(**{field: tight})) in places  # type: ignore[arg-type]  # as above
        ]
        for document, halves in CANDIDATE_FACTS.items()
        for places in [{half: place for place, half in enumerate(halves)}]
    }

    def search(space: Space) -> Iterator[tuple[Facts, str]]:
        for viewer, row in space.given.items():
            halves = CANDIDATE_FACTS[viewer.document]
            for loose, tight in pairs[viewer.document]:
                gained = row[tight] & ~row[loose]
                if gained:
                    found = _gains(field, getattr(halves[tight], field), gained)
                    yield join(viewer, halves[loose]), found

    return search


def _gains(field: str, tight: object, gained: int) -> str:
    value = str(getattr(tight, "value", tight)).lower()
    return f"{field} changed to {value} would give {', '.join(names(items_in(gained)))} in addition"
