"""Finds conditions on rows that differ in their values alone: a database answers them with one query over a list of the values.

A headhunter has one condition for each client (BLOCK-3). With a query for each, hundreds of clients take minutes.
"""

from collections.abc import Hashable, Iterable, Mapping, Set
from typing import TypeAlias

import attrs

from .conditions import All, Condition, Has, In, Not, PartOf, Some
from .rows import Relation

Leaf: TypeAlias = tuple[Relation, In | PartOf]
"""A part of a condition that holds texts, and the relation whose rows it is about."""

Listed: TypeAlias = Mapping[str, Set[str]]
"""The columns of each relation that can be compared with the texts of a list."""


@attrs.frozen
class Alike:
    """Some conditions on rows, of which at least one has to hold. They differ in their texts alone.

    Args:
        first: one of them.
        leaves: the parts of each that hold texts, each part in the same place; those of `first` come first.
    """

    first: Has
    leaves: tuple[tuple[Leaf, ...], ...]


def group(conditions: Iterable[Has], listed: Listed) -> list[Has | Alike]:
    """Group conditions of which at least one has to hold: those that differ in their texts alone become one.

    Args:
        conditions: the conditions.
        listed: the columns of each relation that can be compared with the texts of a list. In the others the texts stay.
    """
    groups: dict[Hashable, dict[tuple[Leaf, ...], Has]] = {}
    for condition in conditions:
        for one in split(condition):
            form, leaves = _form_and_leaves(one, listed)
            groups.setdefault(form, {}).setdefault(leaves, one)
    return [_one_of(members) for members in groups.values()]


def _one_of(members: dict[tuple[Leaf, ...], Has]) -> Has | Alike:
    first, *others = members.values()
    return Alike(first, tuple(members)) if others else first


def split(condition: Has) -> tuple[Has, ...]:
    """Split a condition on a row into several, of which at least one has to hold, so that one index answers each."""
    match condition.where:
        case Some(of):
            return tuple(attrs.evolve(condition, where=one) for one in of)
        case All((Some(of), *rest)):
            return tuple(attrs.evolve(condition, where=All((one, *rest))) for one in of)
        case _:
            return (condition,)


def _form_and_leaves(condition: Has, listed: Listed) -> tuple[Hashable, tuple[Leaf, ...]]:
    """A condition with a number in place of the texts of each of its leaves, and its leaves."""
    unless = condition.unless
    # A list has a row for each keyword in a name. One of them is enough for what holds, and not for what has to fail.
    if _contains(condition.where, Not, Has) or (unless and _contains(unless.where, Not, Has, PartOf)):
        return condition, ()
    leaves: dict[Leaf, int] = {}
    where = _form(condition.where, condition.relation, leaves, listed)
    later = unless and (unless.relation, unless.or_same, _form(unless.where, unless.relation, leaves, listed))
    return (condition.relation, where, later), tuple(leaves)


def _contains(condition: Condition, *kinds: type[Condition]) -> bool:
    match condition:
        case All(of) | Some(of):
            return any(_contains(one, *kinds) for one in of)
        case _:
            return isinstance(condition, kinds)


def _form(condition: Condition, relation: Relation, leaves: dict[Leaf, int], listed: Listed) -> Hashable:
    """The form of a part of a condition; its leaves are added, each with its number."""
    match condition:
        case In(column, values) if len(values) == 1 and column in listed[relation.value]:
            return In, column, leaves.setdefault((relation, condition), len(leaves))
        case PartOf(column, _) if column in listed[relation.value]:
            return PartOf, column, leaves.setdefault((relation, condition), len(leaves))
        case All(of) | Some(of):
            return type(condition), *(_form(one, relation, leaves, listed) for one in of)
        case _:
            return condition
