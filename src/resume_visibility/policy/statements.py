"""Safety statements: what a statement is, how every case is laid out to check it, and the forms of statements."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, Protocol, TypeAlias, TypeVar

import attrs

from ..model.arguments import expect, expect_each, expect_function, expect_kind
from ..model.language import Language, Words
from ..model.parts import PARTS_OF, Document
from ..model.viewers import Action
from .clauses import Clause
from .decisions import ITEMS, ITEMS_OF, Decision, Entry, Grant, Item, Refusal, decision_key, items_of
from .facts import (
    CANDIDATE_FACTS,
    VIEWER_FACTS,
    CandidateFacts,
    Facts,
    ViewerFacts,
    ViewerKind,
    join,
    pair_cases,
)
from .readings import Readings
from .words import FACTS, WORDS, fact_in_words, list_items

Items: TypeAlias = frozenset[Item]
_T = TypeVar("_T")

BITS: dict[Item, int] = {item: 1 << place for place, item in enumerate(ITEMS)}
ALL: Items = frozenset(ITEMS)
NOTHING: Items = frozenset()


class DecidingPolicy(Protocol):
    """A policy, as its statements see it."""

    @property
    def readings(self) -> Readings:
        """The readings that the platform chose."""

    def row(self, viewer: ViewerFacts) -> Mapping[CandidateFacts, Entry]:
        """The entries for one half that a viewer brings."""

    def decide(self, facts: Facts) -> Decision:
        """Decide on these facts afresh."""


class GivenCase(NamedTuple):
    """A case in which something is given."""

    viewer: ViewerFacts
    candidate: CandidateFacts
    grant: Grant
    given: Items
    readings: Readings


class RefusedCase(NamedTuple):
    """A case in which nothing is given."""

    viewer: ViewerFacts
    candidate: CandidateFacts
    refusal: Refusal
    readings: Readings


AskedCase: TypeAlias = GivenCase | RefusedCase
"""Either case, for what looks at the question alone: its two halves and the readings."""


class Space:
    """Every case of a policy. What is given in a case is one whole number with a bit per item, which is cheap to compare.

    Attributes:
        policy: the policy of the cases.
        given: what is given, by the viewer's half, in the order of `CANDIDATE_FACTS`.
        grants: the cases in which something is given.
        refusals: the other cases.
    """

    def __init__(self, policy: DecidingPolicy) -> None:
        readings = policy.readings
        self.policy = policy
        self.given: dict[ViewerFacts, list[int]] = {}
        self.grants: list[GivenCase] = []
        self.refusals: list[RefusedCase] = []

        @cache  # the policy has few grants, each one object
        def items_and_bits(grant: Grant) -> tuple[Items, int]:
            items = items_of(grant)
            return items, sum(BITS[item] for item in items)

        for viewer in VIEWER_FACTS:
            row = self.given[viewer] = []
            for half, entry in policy.row(viewer).items():
                decision = entry.decision
                if isinstance(decision, Refusal):
                    row.append(0)
                    self.refusals.append(RefusedCase(viewer, half, decision, readings))
                    continue
                items, bits = items_and_bits(decision)
                row.append(bits)
                self.grants.append(GivenCase(viewer, half, decision, items, readings))


@lru_cache(maxsize=1024)  # few of all sets of items occur
def items_in(bits: int) -> Items:
    """The items that a whole number stands for."""
    return frozenset(item for item, bit in BITS.items() if bits & bit)


Breaches: TypeAlias = Iterator[tuple[Facts, Words]]
"""Cases in which a statement is not kept, each with the fault."""
Search: TypeAlias = Callable[[Space], Breaches]
"""Finds the cases in which a statement is not kept, each with the fault."""


@attrs.frozen(eq=False)
class Statement:
    """Something that a policy has to keep in every case.

    Args:
        name: a short name, different from those of all other statements.
        rules: the ids of the rules that require it.
        words: the whole statement, in one line.
        search: finds the cases in which it is not kept, as `never`, `when` and `cited_lawfully` make it.
    """

    name: str
    rules: tuple[str, ...]
    words: Words
    _search: Search = attrs.field(repr=False)

    def breaches(self, space: Space) -> Breaches:
        """The cases in which it is not kept, each with the fault."""
        return self._search(space)


def revised(statements: Iterable[Statement], *changed: Statement) -> tuple[Statement, ...]:
    """The statements of a later version: a changed statement replaces the one of the same name; new ones come at the end.

    Args:
        statements: of the earlier version.
        changed: the statements that the later version has to keep instead, or in addition.

    Raises:
        TypeError: one of them is no statement.
    """
    earlier = expect_each("statements", statements, Statement)
    later = expect_each("changed", changed, Statement)
    return tuple({statement.name: statement for statement in (*earlier, *later)}.values())


# --- What is not given -----------------------------------------------------------------------------------------------


def never(forbidden: Callable[[GivenCase], Items]) -> Search:
    """Make a statement that some items are not given.

    Args:
        forbidden: gives the items that may not be given in a case.

    Returns:
        The search of a `Statement`.

    Raises:
        TypeError: `forbidden` is not a function.
    """
    expect_function("forbidden", forbidden, "a function of a case")

    def search(space: Space) -> Breaches:
        for case in space.grants:
            given = case.given & forbidden(case)
            if given:
                found = list_items(given)
                words = Words(f"it gives {found.en}", f"给出了{found.zh}")
                yield join(case.viewer, case.candidate), words

    return search


def when(closed: Callable[[GivenCase], bool], items: Items | Callable[[GivenCase], Items] = ALL) -> Search:
    """Make a statement that certain items, or all items, are not given in some cases.

    Args:
        closed: says whether a case is one of them.
        items: the items that may not be given there, or a function that names them for a case.

    Returns:
        The search of a `Statement`.

    Raises:
        TypeError: `closed` is not a function, or `items` neither a frozenset nor a function.
    """
    expect_function("closed", closed, "a function of a case")
    if not callable(items):
        expect("items", items, frozenset)
    forbidden = items if callable(items) else lambda _: items
    return never(lambda case: forbidden(case) if closed(case) else NOTHING)


# --- What a decision says of itself ----------------------------------------------------------------------------------


def each_grant(find_fault: Callable[[Document, Grant], Words | None]) -> Search:
    """Make a statement about what a grant says of itself when a resume or form is asked for."""

    def search(space: Space) -> Breaches:
        find_fault_cached = cache(find_fault)
        for case in space.grants:
            found = find_fault_cached(case.viewer.document, case.grant)
            if found:
                yield join(case.viewer, case.candidate), found

    return search


def find_foreign(document: Document, grant: Grant) -> Words | None:
    """The fault of a grant that is of the other document, or gives items that this document does not have."""
    if grant.document is not document:
        asked, other = WORDS[document].zh, WORDS[grant.document].zh
        return Words(
            f"a {document.value} is asked for, and the grant is of a {grant.document.value}",
            f"请求的是{asked}，授予的却是{other}",
        )
    foreign_items = list_items(items_of(grant) - frozenset(ITEMS_OF[document]))
    return (
        Words(f"a {document.value} has no {foreign_items.en}", f"{WORDS[document].zh}没有{foreign_items.zh}")
        if foreign_items.en
        else None
    )


def find_uncited(_: Document, grant: Grant) -> Words | None:
    """The fault of items that are given without a clause, or have a clause and are not given."""
    return _fault_of(
        items_of(grant) ^ {item for item, clauses in grant.given if clauses},
        Words(
            "what is given and what has a clause that gives it differ", "给出的项目与有规则给出的项目不一致"
        ),
    )


def find_unreasoned(document: Document, grant: Grant) -> Words | None:
    """The fault of items that are withheld without a clause, or have a clause that withholds them and are given."""
    reasons = {item for item, clauses in grant.refused if clauses}
    return _fault_of(
        (frozenset(ITEMS_OF[document]) - items_of(grant)) ^ reasons,
        Words(
            "what is not given and what has a clause that withholds it differ",
            "未给出的项目与有规则不予展示的项目不一致",
        ),
    )


def find_withheld_mismatch(document: Document, grant: Grant) -> Words | None:
    """The fault of parts that are both given and withheld, or neither."""
    return _fault_of(
        grant.withheld ^ (PARTS_OF[document] - grant.parts),
        Words("it is both given and withheld, or neither", "既给出又不予展示，或两者都不是"),
    )


def _fault_of(items: Iterable[Item], what: Words) -> Words | None:
    """The fault of some items; None if there are no items."""
    wrong_items = list_items(items)
    return Words(f"{what.en}: {wrong_items.en}", f"{what.zh}：{wrong_items.zh}") if wrong_items.en else None


def find_silent_refusals(space: Space) -> Breaches:
    """The refusals that cite nothing."""
    for case in space.refusals:
        if not case.refusal.refused_by:
            yield (
                join(case.viewer, case.candidate),
                Words("it refuses and cites no clause", "拒绝了，却没有引用规则"),
            )


ViewerKinds: TypeAlias = frozenset[tuple[Document, ViewerKind]]
Predicate: TypeAlias = Callable[[AskedCase], bool]


class Usage(NamedTuple):
    """One place where a clause may be cited.

    Args:
        to: the kinds of viewer to whom it applies, each with the document.
        items: the items to which it applies.
        holds: says whether it applies in a case.
    """

    to: ViewerKinds
    items: Items
    holds: Predicate = lambda _: True

    def applies_to(self, document: Document, kind: ViewerKind, item: Item) -> bool:
        """Whether it may be cited for this item and this kind of viewer in some case."""
        return item in self.items and (document, kind) in self.to


LawfulUsages: TypeAlias = Mapping[Clause, tuple[Usage, ...]]
"""The places where each clause may be cited; a clause that is missing may be cited nowhere."""


def cited_lawfully(gives: LawfulUsages, withholds: LawfulUsages, closes: LawfulUsages) -> Search:
    """Make a statement that every clause is cited only for what it does.

    Args:
        gives: the items that each clause gives.
        withholds: the items for which each clause is cited if a grant does not hold them.
        closes: the actions that each clause refuses as a whole.

    Raises:
        TypeError: one of them is no mapping, or one of its keys no clause.
    """
    for name, usages in (("gives", gives), ("withholds", withholds), ("closes", closes)):
        expect_kind(name, usages, Mapping)
        for clause in usages:
            expect(f"each of {name}", clause, Clause)

    @cache
    def conditions_of(
        table: int, clause: Clause, document: Document, kind: ViewerKind, item: Item
    ) -> tuple[Predicate, ...]:
        cited = (gives, withholds, closes)[table].get(clause, ())
        return tuple(usage.holds for usage in cited if usage.applies_to(document, kind, item))

    def find_fault(
        case: AskedCase, cited: Iterable[tuple[Item, tuple[Clause, ...]]], table: int
    ) -> Words | None:
        document, kind = case.viewer.document, case.viewer.kind
        for item, clauses in cited:
            for clause in clauses:
                for holds in conditions_of(table, clause, document, kind, item):
                    if holds(case):
                        break
                else:
                    verb, name = _USAGE_VERBS[table], list_items([item])
                    return Words(
                        f"{clause.value} is cited, and does not {verb.en} {name.en} there",
                        f"引用了 {clause.value}，而它在此并不{verb.zh}{name.zh}",
                    )
        return None

    def search(space: Space) -> Breaches:
        for case in space.grants:
            found = find_fault(case, case.grant.given, 0) or find_fault(case, case.grant.refused, 1)
            if found:
                yield join(case.viewer, case.candidate), found
        for refused in space.refusals:
            found = find_fault(refused, ((refused.viewer.action, refused.refusal.refused_by),), 2)
            if found:
                yield join(refused.viewer, refused.candidate), found

    return search


_USAGE_VERBS = (Words("give", "给出"), Words("withhold", "不予展示"), Words("refuse", "拒绝"))


def gates_cited(gates: Mapping[Clause, Usage]) -> Search:
    """Make a statement that a refusal cites every closed gate, and nothing but gates if any gate is closed."""

    @cache
    def gates_of(
        document: Document, kind: ViewerKind, action: Action
    ) -> tuple[tuple[Clause, Predicate], ...]:
        return tuple(
            (clause, gate.holds) for clause, gate in gates.items() if gate.applies_to(document, kind, action)
        )

    def search(space: Space) -> Breaches:
        for case in space.refusals:
            viewer, cited = case.viewer, case.refusal.refused_by
            closed = [
                clause
                for clause, holds in gates_of(viewer.document, viewer.kind, viewer.action)
                if holds(case)
            ]
            if closed and (len(closed) != len(cited) or set(closed) != set(cited)):
                yield (
                    join(viewer, case.candidate),
                    Words(
                        f"{_join_ids(closed)} closes it, and it cites {_join_ids(cited) or 'nothing'}",
                        f"拒绝的依据是 {_join_ids(closed, '、')}，引用的却是 {_join_ids(cited, '、') or '空'}",
                    ),
                )

    return search


def _join_ids(clauses: Iterable[Clause], comma: str = ", ") -> str:
    return comma.join(clause.value for clause in clauses)


def cited_as_well(*changes: tuple[str, object, object]) -> Search:
    """Make a statement that clauses which give an item before a step also give it after the step.

    Args:
        changes: a field of the facts, one of its values, and a value that opens more.
    """

    def search(space: Space) -> Breaches:
        @cache
        def find_lost_clauses(before: Grant, after: Grant) -> Words | None:
            cited = dict(after.given)
            for item, clauses in before.given:
                missing = [clause for clause in clauses if item in cited and clause not in cited[item]]
                if missing:
                    name = list_items([item])
                    return Words(
                        f"{_join_ids(missing)} gives {name.en}, too, and is not cited",
                        f"{_join_ids(missing, '、')} 也给出{name.zh}，却没有被引用",
                    )
            return None

        grants: defaultdict[ViewerFacts, dict[CandidateFacts, Grant]] = defaultdict(dict)
        for case in space.grants:
            grants[case.viewer][case.candidate] = case.grant
        for change in changes:
            for viewer, other, places in pair_cases(*change):
                halves, before, after = (
                    CANDIDATE_FACTS[viewer.document],
                    grants.get(viewer),
                    grants.get(other),
                )
                if before and after:
                    for place, place_after in places:
                        narrow, wide = before.get(halves[place]), after.get(halves[place_after])
                        if narrow and wide and (found := find_lost_clauses(narrow, wide)):
                            yield join(other, halves[place_after]), found

    return search


def find_wrong_actions(space: Space) -> Breaches:
    """The cases that name other actions than those that are decided so for the same facts (LAW-8)."""
    action_bits = sum(BITS[action] for action in Action)
    for viewer, row in space.given.items():
        rows = [(BITS[action], space.given[viewer._replace(action=action)]) for action in Action]
        for place, given in enumerate(row):
            if given:
                allowed = sum(bit for bit, other in rows if other[place])
                wrong = (given & action_bits) ^ allowed
                if wrong:
                    found = list_items(items_in(wrong))
                    words = Words(
                        f"the actions named and those decided on differ: {found.en}",
                        f"列出的操作与逐一决定的操作不一致：{found.zh}",
                    )
                    yield join(viewer, CANDIDATE_FACTS[viewer.document][place]), words


def find_impure(space: Space) -> Breaches:
    """The cases that are decided differently when they are asked again (LAW-6).

    Each case is asked once more, in an order that separates neighbours. Then a case of each viewer's half is asked twice right
    after each kind of viewer. This finds rules that remember who asked last, or how often.
    """
    decide = space.policy.decide

    def is_kept(entry: Entry) -> bool:
        decision = decide(entry.facts)
        return decision is entry.decision or decision_key(decision) == decision_key(entry.decision)

    entries = [entry for viewer in VIEWER_FACTS for entry in space.policy.row(viewer).values()]
    found: dict[Facts, None] = {}
    for entry in scatter(entries):
        if not is_kept(entry):
            found[entry.facts] = None
    first: dict[ViewerKind, Facts] = {}
    for entry in entries:
        first.setdefault(entry.facts.kind, entry.facts)
    for viewer in VIEWER_FACTS:
        # The case in which most is given: every gate is open there, if any case of this viewer has open gates.
        entry = max(space.policy.row(viewer).values(), key=lambda one: len(items_of(one.decision)))
        for before in first.values():
            decide(before)
            for _ in range(2):
                if not is_kept(entry):
                    found[entry.facts] = None
    wrong = Words("it is decided otherwise when it is asked again", "再次询问时决定不同")
    yield from ((facts, wrong) for facts in found)


_STRIDE = 15_485_863  # a prime above any number of cases, so that its multiples reach each of them once


def scatter(items: Sequence[_T]) -> Iterator[_T]:
    """The same items in another order, which is always the same and separates neighbours."""
    return (items[place * _STRIDE % len(items)] for place in range(len(items)))


# --- Tightening ------------------------------------------------------------------------------------------------------


def never_gains(field: str, *changes: tuple[object, object]) -> Search:
    """Make a statement that no item is gained when a field of the facts moves from the first value to the second."""

    def search(space: Space) -> Breaches:
        for loose, tight in changes:
            for viewer, other, places in pair_cases(field, loose, tight):
                before, after = space.given[viewer], space.given[other]
                for place, place_after in places:
                    if gained := after[place_after] & ~before[place]:
                        half = CANDIDATE_FACTS[viewer.document][place]
                        yield join(viewer, half), _gain_fault(field, tight, gained)

    return search


def _gain_fault(field: str, tight: object, gained: int) -> Words:
    more = list_items(items_in(gained))
    return Words(
        f"{field} changed to {fact_in_words(field, tight, Language.EN)} would give {more.en} in addition",
        f"{FACTS[field].zh}改为“{fact_in_words(field, tight, Language.ZH)}”反而多给出{more.zh}",
    )
