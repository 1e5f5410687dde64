"""What a plan takes from a row, and the places in the row from which what is wrong in it comes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, assert_never

from ..codec.expecting import MISSING
from ..errors import InvalidValue, Problem
from .nodes import ITEMS, Node, nodes_at
from .plans import Items, Leaf, Object, Plan
from .sources import Constant, InPart
from .trees import Branch, Tree, Value, by_index, values_in


def take_values(plan: Plan, rows: tuple[Node, ...], problems: list[Problem]) -> Tree:
    """Take the values of a plan from a row.

    Args:
        plan: the plan of this part of the document.
        rows: the row or item from which paths start, followed by those around it.
        problems: a list to which the refusals of converters are added.
    """
    match plan:
        case Leaf():
            return _take_leaf(plan, rows, problems)
        case Constant():
            return Value(plan.value, [], fixed=True)
        case Items():
            return _take_items(plan, rows, problems)
        case Object():
            parts = {name: take_values(part, rows, problems) for name, part in plan.parts.items()}
            return Branch([rows[0]], parts, needed=plan.needed, is_one=plan.is_one)
        case _:
            assert_never(plan)


def _take_leaf(plan: Leaf, rows: tuple[Node, ...], problems: list[Problem]) -> Value:
    if plan.by is None:
        [[node, _]] = nodes_at(rows, plan.paths[0])
        return Value(node.found, [node], whole=True, refused=node.expected is not None)
    nodes: list[Node] = []
    values: list[Any] = []
    in_step = sum(ITEMS in path.steps for path in plan.paths) > 1
    for path in plan.paths:
        path_nodes = [node for node, _ in nodes_at(rows, path)]
        nodes += path_nodes
        found = [node.found for node in path_nodes if in_step or _has_value(node)]
        value = found if ITEMS in path.steps else found[0] if found else None
        values.append(value if any(map(_has_value, path_nodes)) else None)
    refused = any(node.expected is not None for node in nodes)
    if all(value is None for value in values):
        return Value(None, nodes, refused=refused)
    result, expected = _convert(plan, values)
    problems += [Problem(node.path, one) for node in filter(_has_value, nodes) for one in expected]
    if isinstance(result, InPart):
        return Value(result.value, nodes, refused=refused, part=True)
    return Value(result, nodes, refused=refused or bool(expected))


def _convert(plan: Leaf, values: list[Any]) -> tuple[object, Sequence[str]]:
    """The result of a converter for values, or else what it expects, which holds nothing of them (LAW-7)."""
    by: Any = plan.by
    try:
        return (by[values[0]] if isinstance(by, Mapping) else by(*values)), ()
    except InvalidValue as error:
        # A loader found more in a value than one thing, each at a place in it.
        found = [one.expected if type(error) is InvalidValue else str(one) for one in error.problems]
        return None, found or [plan.expected]
    except Exception:  # whatever it is, it may hold the value
        return None, [plan.expected]


def _take_items(plan: Items, rows: tuple[Node, ...], problems: list[Problem]) -> Branch:
    parts: list[Tree] = []
    empty: list[Tree] = []
    columns: list[Tree] = []
    lists: list[Node] = []
    needed = False
    for path, part in plan.sources:
        parent = path._replace(steps=path.steps[:-1])
        own = [node for node, _ in nodes_at(rows, parent)]
        needed |= any(map(_has_value, own))
        outer = [
            path._replace(steps=parent.steps[:i]) for i, step in enumerate(parent.steps) if step == ITEMS
        ]
        around = (node for one in outer for node, _ in nodes_at(rows, one))
        lists += [*own, *(node for node in around if not _has_value(node) or not node.items())]
        for _, inner in nodes_at(rows, path):
            item = take_values(part, inner, problems)
            is_found = item.is_found and any(not value.fixed for value in values_in(item))
            (parts if is_found else empty).append(item)
            if not is_found and ITEMS not in path.steps:
                columns.append(item)
    return Branch(lists, dict(by_index(parts)), needed=needed, is_list=True, empty=empty, columns=columns)


def _has_value(node: Node) -> bool:
    return node.found is not None


_STEP_PATTERN = re.compile(r"\w+|\[\d+\]")


class Place:
    """The part of a document to which a path leads.

    Args:
        root: the document.
        path: as an error of the codec has it.
    """

    def __init__(self, root: Branch, path: str) -> None:
        self._path = path
        self._ancestors: list[tuple[Branch, str]] = []
        self._tree: Tree = root
        self._rest = ""
        for step in _STEP_PATTERN.finditer(path):
            if isinstance(self._tree, Value) or step[0] not in self._tree.parts:
                self._rest = path[step.start() :]
                break
            self._ancestors.append((self._tree, step[0]))
            self._tree = self._tree.parts[step[0]]

    def problems(self, expected: str) -> Iterator[Problem]:
        """The problem, for each place in the row from which the part comes; in a value that a function made, also its place in that."""
        inner_path = ""
        if isinstance(self._tree, Value):
            if self._tree.fixed:
                yield Problem(self._path, expected)
                return
            if self._tree.whole:
                inner_path = self._rest
            elif self._rest and expected != MISSING:
                expected = str(Problem(self._rest, expected))
        trees = [*(branch for branch, _ in self._ancestors), self._tree]
        nodes = next(tree.nodes for tree in reversed(trees) if tree.nodes)  # a path may lead to none
        for node in [*filter(_has_value, nodes)] or nodes:
            problem = Problem(inner_path, expected).under(node.path)
            if expected == MISSING and problem.path != self._path:  # two fields may come from one path
                problem = Problem(problem.path, f"required for {self._path}, but missing")
            yield problem

    def removable(self) -> tuple[Branch, str, Tree] | None:
        """What to take out, and of which branch, to remove the problem: a value that is wrong, or the object that lacks one.

        None for a part that no document can be without.
        """
        ancestors, tree = self._ancestors, self._tree
        if ancestors and (not tree.is_present or (isinstance(tree, Value) and tree.fixed)):
            ancestors, tree = ancestors[:-1], ancestors[-1][0]
        if ancestors and ancestors[-1][0].is_one:
            ancestors, tree = ancestors[:-1], ancestors[-1][0]
        return (*ancestors[-1], tree) if ancestors else None
