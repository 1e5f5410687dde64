"""Policies with something wrong in them: the real one, spoiled in some cases."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from cases import decision_on
from resume_visibility.model.parts import Channel, Document, Part
from resume_visibility.model.viewers import Action
from resume_visibility.policy.clauses import Clause
from resume_visibility.policy.decisions import (
    ITEMS,
    ITEMS_OF,
    Decision,
    Entry,
    Grant,
    Item,
    Refusal,
    items_of,
)
from resume_visibility.policy.facts import CandidateFacts, Facts, ViewerFacts
from resume_visibility.policy.readings import Readings
from resume_visibility.policy.statements import Space
from resume_visibility.policy.table import POLICY_2023_04, Policy
from resume_visibility.policy.v2023_04 import V2023_04

When = Callable[[Facts], bool]
Spoil = Callable[[Facts, Decision], Decision]


def grant(document: Document, items: Iterable[Item]) -> Grant:
    """A grant of these items. It cites something for each item, and not what it should."""
    held = frozenset(items)
    return Grant(
        document=document,
        parts=frozenset(item for item in held if isinstance(item, Part)),
        channels=frozenset(item for item in held if isinstance(item, Channel)),
        actions=frozenset(item for item in held if isinstance(item, Action)),
        given=tuple((item, (Clause.MODE_1,)) for item in ITEMS if item in held),
        refused=tuple((item, (Clause.CONTACT_2,)) for item in ITEMS_OF[document] if item not in held),
    )


def adding(*items: Item) -> Spoil:
    """Give these items too, and show the resume or form for it."""
    return lambda facts, decision: grant(facts.document, {*items_of(decision), facts.action, *items})


def everything(facts: Facts, _: Decision) -> Decision:
    """Give all that there is of the resume or form."""
    return grant(facts.document, ITEMS_OF[facts.document])


def dropping(*items: Item) -> Spoil:
    """Give all but these items, of what is given."""
    return lambda facts, decision: (
        grant(facts.document, items_of(decision) - set(items)) if items_of(decision) else decision
    )


def refusing(_: Facts, __: Decision) -> Decision:
    """Refuse, and cite that no clause grants it."""
    return Refusal((Clause.DEFAULT_DENY,))


def closing_with(*clauses: Clause) -> Spoil:
    """Where it refuses, cite these clauses."""
    return lambda _, decision: Refusal(clauses) if isinstance(decision, Refusal) else decision


def citing(clause: Clause, *items: Item) -> Spoil:
    """Cite one clause for these items, or for all, where they are given."""

    def spoil(_: Facts, decision: Decision) -> Decision:
        if not isinstance(decision, Grant):
            return decision
        given = ((i, (clause,) if not items or i in items else cited) for i, cited in decision.given)
        return attrs.evolve(decision, given=tuple(given))

    return spoil


def giving(clause: Clause, *items: Item) -> Spoil:
    """Give these items too, and cite one clause for them."""
    return lambda facts, decision: citing(clause, *items)(facts, adding(*items)(facts, decision))


def withholding_by(clause: Clause, *items: Item) -> Spoil:
    """Cite one clause for these items, where they are withheld."""

    def spoil(_: Facts, decision: Decision) -> Decision:
        if not isinstance(decision, Grant):
            return decision
        refused = ((i, (clause,) if i in items else cited) for i, cited in decision.refused)
        return attrs.evolve(decision, refused=tuple(refused))

    return spoil


def lying(decision: Grant, withheld: frozenset[Part]) -> Grant:
    """The same grant, which says of itself that it withholds these parts."""
    made = attrs.evolve(decision)
    object.__setattr__(made, "withheld", withheld)
    return made


def real(facts: Facts) -> Decision:
    """What the policy decides on these facts."""
    return decision_on(facts)


class Having:
    """Where the facts have certain values, and the policy decides so, if that is asked, too."""

    def __init__(
        self, wanted: Mapping[str, tuple[object, ...]], decision: type[Decision] | None = None
    ) -> None:
        self._wanted, self._decision = wanted, decision
        of_viewer = wanted.keys() & {*ViewerFacts._fields}
        self._of_viewer = [(name, wanted[name]) for name in of_viewer]
        self._of_candidate = [(name, values) for name, values in wanted.items() if name not in of_viewer]

    def __call__(self, facts: Facts) -> bool:
        return self.may_be_of(facts) and self.is_so(facts)

    def may_be_of(self, viewer: ViewerFacts | Facts) -> bool:
        """Whether what the viewer brings has these values: it is the same in very many cases."""
        return all(getattr(viewer, name) in values for name, values in self._of_viewer)

    def is_so(self, facts: Facts) -> bool:
        """Whether the rest is so."""
        return all(getattr(facts, name) in values for name, values in self._of_candidate) and (
            self._decision is None or isinstance(real(facts), self._decision)
        )

    def decided(self, decision: type[Decision]) -> "Having":
        """The same, where the policy decides so."""
        return Having(self._wanted, decision)


def granted(where: Having) -> Having:
    """Where the policy gives something."""
    return where.decided(Grant)


def refused(where: Having) -> Having:
    """Where the policy gives nothing."""
    return where.decided(Refusal)


def faulty(where: When, spoil: Spoil) -> Policy:
    """The policy, spoiled in some cases: what `verify` is given."""

    def decide(facts: Facts, _: Readings) -> Decision:
        return spoil(facts, real(facts)) if where(facts) else real(facts)

    return Policy("faulty", ruleset=attrs.evolve(V2023_04, decide=decide))


class Spoiled:
    """The table of a policy, spoiled in some cases; much sooner made than a policy, and laid out like one."""

    def __init__(self, where: When, spoil: Spoil, policy: Policy = POLICY_2023_04) -> None:
        self.readings = policy.readings
        self._policy, self._where, self._spoil = policy, where, spoil
        self._rows: dict[ViewerFacts, dict[CandidateFacts, Entry]] = {}

    def row(self, viewer: ViewerFacts) -> dict[CandidateFacts, Entry]:
        if viewer not in self._rows:
            row, where = self._policy.row(viewer), self._where
            if isinstance(where, Having):
                may_be, where = where.may_be_of(viewer), where.is_so
            else:
                may_be = True
            spoiled = {
                half: Entry(entry.facts, self._spoil(entry.facts, entry.decision))
                for half, entry in (row.items() if may_be else ())
                if where(entry.facts)
            }
            self._rows[viewer] = {**row, **spoiled} if spoiled else row
        return self._rows[viewer]

    def decide(self, facts: Facts) -> Decision:
        decision = decision_on(facts, self._policy)
        return self._spoil(facts, decision) if self._where(facts) else decision


BETWEEN_CASES = ("LAW-4", "LAW-6", "LAW-8")
"""The laws whose statements compare cases with one another."""


def breached(space: Space) -> Iterator[tuple[str, Facts]]:
    """Where statements that look at one case at a time are not kept, each with its name."""
    for statement in V2023_04.statements(space.policy.readings):
        if not set(BETWEEN_CASES).intersection(statement.rules):
            yield from ((statement.name, facts) for facts, _ in statement.breaches(space))


def having(**facts: object) -> Having:
    """Where the facts have these values; of a resume, unless a document is given."""
    wanted = {"document": Document.RESUME, **facts}
    return Having({name: v if isinstance(v, tuple) else (v,) for name, v in wanted.items()})
