"""The survey that the book counts from: every case of a policy, gone through once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple, TypeAlias

from ..lazy import lazy_property
from ..model.complete import complete
from ..model.language import Words
from ..model.parts import Document
from ..model.settings import NameDisplay
from ..model.viewers import Action
from ..policy.clauses import Clause
from ..policy.decisions import Decision, Grant, Item, Refusal, items_of
from ..policy.facts import VIEWER_FACTS, Facts, Standing, ViewerFacts, ViewerKind, pair_cases
from ..policy.statements import Items
from ..policy.table import Policy
from ..policy.words import NICKNAMES, PERSONALISED, TALKS, WORDS

ViewerGroup: TypeAlias = tuple[Document, ViewerKind, Words | None]
"""Viewers of whom the book speaks together: the document that they ask for, their kind, and how they stand to it."""


class Case(NamedTuple):
    """A case, with what is given in it."""

    facts: Facts
    decision: Decision
    given: Items


class Access(NamedTuple):
    """How one kind of viewer is given one item of one document, over all cases.

    Args:
        ways: how the viewers who are given it stand to the resume or form.
        actions: the actions for which they are given it.
        clauses: the clauses that give it.
        cases: the number of cases in which they are given it.
    """

    ways: tuple[Words, ...]
    actions: tuple[Action, ...]
    clauses: tuple[Clause, ...]
    cases: int


class Survey:
    """Every case of a policy.

    Attributes:
        rows: all cases, by the viewer's half, in the order of `CANDIDATE_FACTS`.
        cases: the same cases in one list.
        of: the number of cases of each document and kind of viewer.
    """

    def __init__(self, policy: Policy) -> None:
        given_by = cache(items_of)  # the policy has few decisions, each one object
        self.rows: dict[ViewerFacts, list[Case]] = {}
        self.of: defaultdict[tuple[Document, ViewerKind], int] = defaultdict(int)
        for viewer in VIEWER_FACTS:
            row = self.rows[viewer] = [
                Case(entry.facts, entry.decision, given_by(entry.decision))
                for entry in policy.row(viewer).values()
            ]
            self.of[viewer.document, viewer.kind] += len(row)
        self.cases = [case for row in self.rows.values() for case in row]

    def pair_cases_of(self, field: str, old: object, new: object) -> Iterator[list[tuple[Case, Case]]]:
        """Pair every case in which a field has a value with the case in which only that field has another value: one list of pairs for
        each half that a viewer brings.
        """
        for viewer, other, places in pair_cases(field, old, new):
            before, after = self.rows[viewer], self.rows[other]
            if places:
                yield [(before[place], after[place_after]) for place, place_after in places]

    @lazy_property
    def grants(self) -> list[Case]:
        """The cases in which something is given."""
        return [case for case in self.cases if case.given]

    @lazy_property
    def gives(self) -> Mapping[tuple[Document, Item], Mapping[ViewerKind, Access]]:
        """The kinds of viewer that are ever given each item of each document, and how."""
        found: defaultdict[tuple[Document, Item], defaultdict[ViewerKind, list[_Giving]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for case in self.grants:
            relation, kind, document = relation_of(case.facts), case.facts.kind, case.facts.document
            cited = dict(case.decision.given) if isinstance(case.decision, Grant) else {}
            for item in (*cited, *(case.given - cited.keys())):  # a ruleset of one's own may cite nothing
                found[document, item][kind].append((relation, case.facts.action, cited.get(item, ())))
        return {
            key: {kind: _access_of(cases) for kind, cases in kinds.items()} for key, kinds in found.items()
        }

    @lazy_property
    def citations(self) -> Mapping[Clause, tuple[int, int, int]]:
        """The numbers of cases in which each clause gives something, withholds something, and refuses."""
        counted: defaultdict[Clause, list[int]] = defaultdict(lambda: [0, 0, 0])
        for decision, cases in Counter(case.decision for case in self.cases).items():
            for place, clauses in enumerate(_cited_clauses(decision)):
                for clause in clauses:
                    counted[clause][place] += cases
        return {clause: (given, withheld, refused) for clause, (given, withheld, refused) in counted.items()}


_Giving: TypeAlias = tuple[Words | None, Action, tuple[Clause, ...]]
"""One case in which an item is given: how the viewer stands to the document, the action, and the clauses."""


def _access_of(cases: list[_Giving]) -> Access:
    ways, actions, clauses = zip(*cases, strict=True)
    cited = {clause for some in clauses for clause in some}
    return Access(
        ways=tuple(way for way in dict.fromkeys(ways) if way is not None),
        actions=tuple(dict.fromkeys(actions)),
        clauses=tuple(clause for clause in Clause if clause in cited),
        cases=len(cases),
    )


def _cited_clauses(decision: Decision) -> tuple[Iterable[Clause], Iterable[Clause], Iterable[Clause]]:
    """The clauses by which a decision gives something, withholds something, and refuses."""
    if isinstance(decision, Refusal):
        return (), (), {*decision.refused_by}
    given, withheld = (
        {clause for _, clauses in cited for clause in clauses} for cited in (decision.given, decision.refused)
    )
    return given, withheld, ()


def viewer_group(facts: Facts) -> ViewerGroup:
    """The group of the viewer of a case."""
    return facts.document, facts.kind, relation_of(facts)


def relation_of(facts: Facts) -> Words | None:
    """How a viewer stands to the resume or form, in words; None if their kind says it all."""
    match facts.kind:
        case ViewerKind.RECRUITER | ViewerKind.HEADHUNTER | ViewerKind.MAILBOX:
            return WORDS[facts.standing]
        case ViewerKind.SCHOOL:
            return TALKS[facts.standing is Standing.APPLIED]
        case ViewerKind.RECIPIENT:
            return WORDS[facts.sharing]
        case ViewerKind.SUPPORT_AGENT:
            return WORDS[facts.concern]
        case ViewerKind.COMMUNITY_MEMBER:
            return _NICKNAME_WORDS[facts.nickname]
        case ViewerKind.RECOMMENDER:
            return PERSONALISED[facts.personalised]
        case _:
            return None


_NICKNAME_WORDS = complete(
    {
        None: Words("not in the community", "未加入社区"),
        NameDisplay.REAL: Words("nickname is the real name", "昵称为真实姓名"),
        NameDisplay.HONORIFIC: Words(
            "nickname is Mr./Ms. X", f"昵称为“{NICKNAMES[NameDisplay.HONORIFIC].zh}”"
        ),
    },
    (None, *NameDisplay),
)
