"""The changes of one step of a switch: every case before the step is compared with the case after it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from ..model.viewers import Action
from ..policy.statements import NOTHING, Items
from .survey import Survey, ViewerGroup, viewer_group

_ALL_ACTIONS: Items = frozenset(Action)


class Side(NamedTuple):
    """The changes in one direction, in at least one case.

    Args:
        actions: the actions that become possible, or impossible.
        sometimes: those of them that do so only in some of the cases in which they could.
        with_them: the items that come or go with these actions.
        items: the items that are gained, or lost, while the action stays possible.
    """

    actions: Items = NOTHING
    sometimes: Items = NOTHING
    with_them: Items = NOTHING
    items: Items = NOTHING


class StepEffect(NamedTuple):
    """The changes of one step for some viewers.

    Args:
        less: what they are no longer given.
        more: what they are given in addition.
        nothing_left: whether they are given nothing any more, in every case after the step.
        changed: the cases that change.
        all: the cases in which the step can be made.
    """

    less: Side
    more: Side
    nothing_left: bool
    changed: int
    all: int


def find_effects(survey: Survey, field: str, old: object, new: object) -> dict[ViewerGroup, StepEffect]:
    """Find whom the step of a fact from its old value to its new one concerns, and how."""
    moves: defaultdict[ViewerGroup, _Moves] = defaultdict(Counter)
    for pairs in survey.pair_cases_of(field, old, new):
        facts = pairs[0][0].facts  # the viewer's half is the same in all of them
        moves[viewer_group(facts)].update(
            (facts.action, before.given, after.given) for before, after in pairs
        )
    effects = {group: _effect_of(counted) for group, counted in moves.items()}
    return {group: effect for group, effect in effects.items() if effect.changed}


_Moves: TypeAlias = Counter[tuple[Action, Items, Items]]
"""The action of a case, what is given before the step, and after it: each with the number of such cases, which are few kinds of many."""


def _effect_of(moves: _Moves) -> StepEffect:
    return StepEffect(
        less=_side_of(moves),
        more=_side_of((action, after, before) for action, before, after in moves),
        nothing_left=not any(after for _, _, after in moves),
        changed=sum(count for (_, before, after), count in moves.items() if before != after),
        all=moves.total(),
    )


def _side_of(cases: Iterable[tuple[Action, Items, Items]]) -> Side:
    """The items and actions that are in the first list and not in the second."""
    closed, kept, with_them, items = set[Action](), set[Action](), NOTHING, NOTHING
    for action, before, after in cases:
        if before and not after:
            closed.add(action)
            with_them |= before - _ALL_ACTIONS
        elif before:
            kept.add(action)
            items |= before - after - _ALL_ACTIONS
    return Side(frozenset(closed), frozenset(closed & kept), with_them, items)
