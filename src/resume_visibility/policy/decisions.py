"""What a decision is made of, and how clauses make it: permits can only give, so that nothing is given without a clause."""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TypeAlias

import attrs

from ..model.complete import complete
from ..model.parts import PARTS_OF, Channel, Document, Part
from ..model.viewers import Action
from .clauses import Clause
from .facts import Facts
from .readings import Readings

Item: TypeAlias = Part | Channel | Action
"""A thing that a clause can give or refuse."""

ITEMS: tuple[Item, ...] = (*Part, *Channel, *Action)
"""Every item, in the order in which it is listed."""

ITEMS_OF: dict[Document, tuple[Item, ...]] = complete(
    {
        Document.RESUME: tuple(i for i in ITEMS if not isinstance(i, Part) or i in PARTS_OF[Document.RESUME]),
        Document.FORM: (*(part for part in Part if part in PARTS_OF[Document.FORM]), *Action),
    },
    Document,
)
"""The items of each document. A form has no channels: nobody is reached by way of a form."""


@attrs.frozen
class Permit:
    """What one clause gives.

    Args:
        clause: that gives it.
        actions: the actions for which it gives it.
        items: the parts and channels that it gives.
        opens: whether it also permits these actions, rather than adding to what another clause permits.
    """

    clause: Clause
    actions: frozenset[Action]
    items: frozenset[Part | Channel] = frozenset()
    opens: bool = False


@attrs.frozen(eq=False)
class Grant:
    """A decision to show: what is shown, and by which clauses each item is. Each distinct grant is one object (see table).

    Args:
        document: the kind of document.
        parts: the parts shown; everything else is withheld.
        channels: the channels that are open.
        actions: everything this viewer may do; the decided action is one of them.
        given: for each item given, the clauses that gave it. It names what is in `parts`, `channels` and `actions`, and nothing else.
        refused: for each item refused, the clauses that did.
    """

    document: Document
    parts: frozenset[Part]
    channels: frozenset[Channel]
    actions: frozenset[Action]
    given: tuple[tuple[Item, tuple[Clause, ...]], ...]
    refused: tuple[tuple[Item, tuple[Clause, ...]], ...]
    withheld: frozenset[Part] = attrs.field(init=False)
    """The parts not shown, whether or not the resume or form has anything in them."""

    @withheld.default
    def _withheld(self) -> frozenset[Part]:
        return PARTS_OF[self.document] - self.parts

    def clauses_for(self, item: Item) -> tuple[Clause, ...]:
        """The clauses that gave an item, or that withhold it; none where a ruleset of one's own cites none.

        Args:
            item: a part, a channel or an action.
        """
        cited = self.given if item in items_of(self) else self.refused
        return next((clauses for one, clauses in cited if one == item), ())

    def confined(self, named: dict[Part, tuple[Clause, ...]], clause: Clause) -> "Grant":
        """This grant, limited to the named parts.

        Args:
            named: the parts, each with the clauses that name it. A named part that the grant does not hold stays withheld.
            clause: the clause that limits it.
        """
        lost = {item: (clause,) for item, _ in self.given if isinstance(item, Part) and item not in named}
        naming = frozenset[Clause]().union(*named.values())
        named_by = tuple([one for one in Clause if one in naming])  # in the order of the rules
        return Grant(
            document=self.document,
            parts=self.parts.intersection(named),
            channels=self.channels,
            actions=self.actions,
            given=tuple(
                (item, named[item] if isinstance(item, Part) else named_by)
                for item, _ in self.given
                if item not in lost
            ),
            refused=(*self.refused, *lost.items()),
        )


@attrs.frozen(eq=False)
class Refusal:
    """A decision to show nothing, and every clause that refused.

    Args:
        refused_by: those clauses, in the order of the rules.
    """

    refused_by: tuple[Clause, ...]


Decision: TypeAlias = Grant | Refusal


@attrs.frozen(eq=False)
class Entry:
    """An entry of the table: facts and the decision on them.

    Args:
        facts: the facts of the case.
        decision: the decision on them.
        while_conversing: whether less would be given if no conversation were running (CHAT-1).
    """

    facts: Facts
    decision: Decision
    while_conversing: bool = False


def items_of(decision: Decision) -> frozenset[Item]:
    """Everything that a decision gives; nothing for a refusal."""
    if isinstance(decision, Grant):
        return decision.parts | decision.channels | decision.actions
    return frozenset()


def cited_clauses(decision: Decision) -> frozenset[Clause]:
    """Every clause that a decision cites."""
    if isinstance(decision, Refusal):
        return frozenset(decision.refused_by)
    return frozenset(clause for _, clauses in (*decision.given, *decision.refused) for clause in clauses)


def decision_key(decision: Decision) -> object:
    """The value by which two decisions are compared: equal decisions have equal keys."""
    return decision.refused_by if type(decision) is Refusal else _grant_key(decision)


_grant_key = attrgetter(*(field.name for field in attrs.fields(Grant)))


def find_fault(decision: object) -> str:
    """Say why something is no decision, in words and without its values; empty for a decision."""
    if type(decision) is Refusal:
        return "" if _are_clauses(decision.refused_by) else "refused_by has to be a tuple of clauses"
    if type(decision) is not Grant:
        type_name = "None" if decision is None else type(decision).__name__
        return f"expected a Grant or a Refusal, got {type_name}"
    if type(decision.document) is not Document:
        return "document has to be a Document"
    for name, kind in _ITEM_FIELDS:
        items: object = getattr(decision, name)
        if type(items) is not frozenset or any(type(item) is not kind for item in items):
            return f"{name} has to be a frozenset of {kind.__name__}"
    for name in ("given", "refused"):
        pairs: object = getattr(decision, name)
        if type(pairs) is not tuple or not all(map(_is_item_with_clauses, pairs)):
            return f"{name} has to be a tuple of items, each with a tuple of clauses"
        if len({item for item, _ in pairs}) < len(pairs):
            return f"{name} has to name each item once"
    if {item for item, _ in decision.given} != items_of(
        decision
    ):  # what no clause gives would be shown all the same
        return "given has to name what is in parts, channels and actions, and nothing else"
    return ""


_ITEM_FIELDS: tuple[tuple[str, type[Item]], ...] = (
    ("parts", Part),
    ("withheld", Part),
    ("channels", Channel),
    ("actions", Action),
)


def _are_clauses(clauses: object) -> bool:
    return type(clauses) is tuple and all(type(clause) is Clause for clause in clauses)


def _is_item_with_clauses(pair: object) -> bool:
    if type(pair) is not tuple or len(pair) != 2:
        return False
    return type(pair[0]) in (Part, Channel, Action) and _are_clauses(pair[1])


@attrs.frozen(kw_only=True)
class Rules:
    """The clauses of one version of the policy as functions; called with facts and readings, they decide.

    Args:
        gates: the clauses that close everything.
        permits: what the other clauses give, once every gate is open.
        closest: the clause to cite if no permit fits: the one that would have had to give it.
        withholds: the clause to cite for an item that a grant does not hold.
    """

    gates: Callable[[Facts, Readings], Iterable[Clause]]
    permits: Callable[[Facts, Readings], Iterable[Permit]]
    closest: Callable[[Facts, Readings], Clause]
    withholds: Callable[[Item, Facts, Readings], Clause]

    def __call__(self, facts: Facts, readings: Readings) -> Decision:
        """Decide on these facts (ORDER-1, LAW-5).

        Args:
            facts: any combination.
            readings: the platform's choices where the rules leave a choice.

        Returns:
            A grant, or a refusal with the clauses that refused.
        """
        closed = tuple(self.gates(facts, readings))
        if closed:
            return Refusal(closed)
        permits = tuple(self.permits(facts, readings))
        given: dict[Item, tuple[Clause, ...]] = {}
        for permit in permits:
            if permit.opens:
                _add(permit.clause, permit.actions, given)
        if facts.action not in given:
            return Refusal((self.closest(facts, readings),))
        for permit in permits:
            if facts.action in permit.actions:
                _add(permit.clause, permit.items, given)
        return Grant(
            document=facts.document,
            parts=_PARTS.intersection(given),
            channels=_CHANNELS.intersection(given),
            actions=_ACTIONS.intersection(given),
            given=tuple([(item, given[item]) for item in ITEMS if item in given]),
            refused=tuple(
                [
                    (item, (self.withholds(item, facts, readings),))
                    for item in ITEMS_OF[facts.document]
                    if item not in given
                ]
            ),
        )


_PARTS, _CHANNELS, _ACTIONS = frozenset(Part), frozenset(Channel), frozenset(Action)


def _add(clause: Clause, items: Iterable[Item], given: dict[Item, tuple[Clause, ...]]) -> None:
    """Add a clause to each of the items that it gives; a clause that gives an item twice is cited once."""
    alone = (clause,)
    for item in items:
        before = given.get(item)
        if before is None:
            given[item] = alone
        elif clause not in before:
            given[item] = before + alone
