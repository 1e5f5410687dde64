"""What a plan takes from a row: a tree like the library's documents. Its leaves know the places in the row that they come from."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias, assert_never

from ..codec.expecting import MISSING
from ..errors import InvalidValue, Problem
from .plans import Items, Leaf, Object, Part
from .rows import ITEMS, Node, nodes_at
from .sources import Constant


class Value:
    """A value, and the nodes that it is made of.

    Args:
        value: the value; None for none.
        nodes: the nodes that it is made of.
        whole: whether it is all that the one node holds.
        fixed: whether it comes from no row.
    """

    __slots__ = ("fixed", "nodes", "value", "whole")

    def __init__(self, value: object, nodes: list[Node], *, whole: bool = False, fixed: bool = False) -> None:
        self.value, self.nodes, self.whole, self.fixed = value, nodes, whole, fixed

    def plain(self) -> Any:
        """As a document has it."""
        return self.value

    @property
    def is_present(self) -> bool:
        """Whether there is anything to put into a document."""
        return self.value is not None

    @property
    def is_found(self) -> bool:
        """Whether anything of the row is in it."""
        return self.value is not None and not self.fixed


class Branch:
    """An object; or a list, whose names are indices.

    Args:
        nodes: the nodes from which it was made as a whole.
        parts: its parts, by name.
        needed: whether it is there even if it is empty.
        is_list: whether its names are indices.
        empty: the items without any value, which are not among the parts.
        columns: those of them that are columns of the row itself, and no items of a list in it.
    """

    __slots__ = ("columns", "empty", "is_list", "needed", "nodes", "parts")

    def __init__(
        self,
        nodes: list[Node],
        parts: "dict[str, Tree]",
        *,
        needed: bool,
        is_list: bool = False,
        empty: "Iterable[Tree]" = (),
        columns: "Iterable[Tree]" = (),
    ) -> None:
        self.nodes, self.parts, self.needed, self.is_list = nodes, parts, needed, is_list
        self.empty, self.columns = tuple(empty), tuple(columns)

    def plain(self) -> Any:
        """As a document has it."""
        if self.is_list:
            return [part.plain() for part in self.parts.values()]
        return {name: part.plain() for name, part in self.parts.items() if part.is_present}

    @property
    def is_present(self) -> bool:
        """Whether there is anything to put into a document."""
        return self.needed or self.is_found or _is_fixed(self)

    @property
    def is_found(self) -> bool:
        """Whether anything of the row is in it."""
        return (self.is_list and self.needed) or any(part.is_found for part in self.parts.values())


Tree: TypeAlias = Value | Branch


def _is_fixed(tree: Tree) -> bool:
    if isinstance(tree, Value):
        return tree.fixed
    return bool(tree.parts) and all(map(_is_fixed, tree.parts.values()))


def values_in(tree: Tree) -> Iterator[Value]:
    """Every value of a document.

    Args:
        tree: the document, or a part of it.
    """
    if isinstance(tree, Value):
        if tree.is_present:
            yield tree
    elif tree.is_present:
        for part in tree.parts.values():
            yield from values_in(part)


def take_values(plan: Part, rows: tuple[Node, ...], problems: list[Problem]) -> Tree:
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
            return Branch([rows[0]], parts, needed=plan.needed)
        case _:
            assert_never(plan)


def _take_leaf(plan: Leaf, rows: tuple[Node, ...], problems: list[Problem]) -> Value:
    if plan.by is None:
        [[node, _]] = nodes_at(rows, plan.paths[0])
        return Value(node.found, [node], whole=True)
    nodes: list[Node] = []
    values: list[Any] = []
    in_step = sum(ITEMS in path.steps for path in plan.paths) > 1
    for path in plan.paths:
        path_nodes = [node for node, _ in nodes_at(rows, path)]
        nodes += path_nodes
        found = [node.found for node in path_nodes if in_step or _has_value(node)]
        value = found if ITEMS in path.steps else found[0] if found else None
        values.append(value if any(map(_has_value, path_nodes)) else None)
    if all(value is None for value in values):
        return Value(None, nodes)
    result, expected = _convert(plan, values)
    problems += [Problem(node.path, one) for node in filter(_has_value, nodes) for one in expected]
    return Value(result, nodes)


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
    return Branch(lists, dict(_by_index(parts)), needed=needed, is_list=True, empty=empty, columns=columns)


def _has_value(node: Node) -> bool:
    return node.found is not None


def _by_index(parts: list[Tree]) -> Iterator[tuple[str, Tree]]:
    return ((f"[{i}]", part) for i, part in enumerate(parts))


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
        """The problem, for each place in the row from which the part comes."""
        inner_path = ""
        if isinstance(self._tree, Value):
            inner_path = self._rest if self._tree.whole else ""
            if self._tree.fixed:
                yield Problem(self._path, expected)
                return
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
        return (*ancestors[-1], tree) if ancestors else None


def remove_parts(removed: Collection[tuple[Branch, str, Tree]]) -> None:
    """Take parts out of their branches.

    Args:
        removed: for each part, its branch, its name there, and the part itself.
    """
    gone = {id(tree) for _, _, tree in removed}
    for branch, name, tree in removed:
        if not branch.is_list:
            branch.parts[name] = Value(None, tree.nodes)
    for branch in {id(branch): branch for branch, _, _ in removed if branch.is_list}.values():
        branch.parts = dict(_by_index([part for part in branch.parts.values() if id(part) not in gone]))
