"""What a plan takes from a row: a tree like the library's documents. Its leaves know the places in the row that they come from."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, TypeAlias, assert_never

from ..codec.expecting import MISSING
from ..errors import InvalidValue, Problem
from .plans import Items, Leaf, Object, Part
from .rows import ITEMS, Node, reach
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
    def there(self) -> bool:
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
        return {name: part.plain() for name, part in self.parts.items() if part.there}

    @property
    def there(self) -> bool:
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
        if tree.there:
            yield tree
    elif tree.there:
        for part in tree.parts.values():
            yield from values_in(part)


def taken(plan: Part, rows: tuple[Node, ...], problems: list[Problem]) -> Tree:
    """Take the values of a plan from a row.

    Args:
        plan: the plan of this part of the document.
        rows: the row or item from which paths start, followed by those around it.
        problems: a list to which the refusals of converters are added.
    """
    match plan:
        case Leaf():
            return _leaf(plan, rows, problems)
        case Constant():
            return Value(plan.value, [], fixed=True)
        case Items():
            return _items(plan, rows, problems)
        case Object():
            parts = {name: taken(part, rows, problems) for name, part in plan.parts.items()}
            return Branch([rows[0]], parts, needed=plan.needed)
        case _:
            assert_never(plan)


def _leaf(plan: Leaf, rows: tuple[Node, ...], problems: list[Problem]) -> Value:
    if plan.by is None:
        [[node, _]] = reach(rows, plan.paths[0])
        return Value(node.found, [node], whole=True)
    nodes: list[Node] = []
    values: list[Any] = []
    for path in plan.paths:
        many = [node for node, _ in reach(rows, path)]
        nodes += many
        found = [one for node in many if (one := node.found) is not None]
        values.append((found or None) if ITEMS in path.steps else found[0] if found else None)
    if all(value is None for value in values):
        return Value(None, nodes)
    made, expected = _made(plan.by, values)
    if expected is not None:
        problems += [Problem(node.path, expected) for node in filter(_is_there, nodes)]
    return Value(made, nodes)


def _made(by: Any, values: list[Any]) -> tuple[object, str | None]:
    """The result of a converter for values, or else what it expects, which holds nothing of them (LAW-7)."""
    try:
        return (by[values[0]] if isinstance(by, Mapping) else by(*values)), None
    except InvalidValue as error:
        return None, error.problems[0].expected
    except Exception:  # whatever it is, it may hold the value
        pass
    if isinstance(by, Mapping):
        return None, f"expected one of {', '.join(map(str, by))}"
    name = getattr(by, "__name__", "")
    return None, f"expected a value that {name if name.isidentifier() else 'the function in `by`'} takes"


def _items(plan: Items, rows: tuple[Node, ...], problems: list[Problem]) -> Branch:
    parts: list[Tree] = []
    empty: list[Tree] = []
    columns: list[Tree] = []
    lists: list[Node] = []
    for path, part in plan.sources:
        whole = path._replace(steps=path.steps[:-1])
        lists += [node for node, _ in reach(rows, whole)]
        outer = [path._replace(steps=whole.steps[:i]) for i, step in enumerate(whole.steps) if step == ITEMS]
        lists += [node for one in outer for node, _ in reach(rows, one) if not _is_there(node)]
        for _, inner in reach(rows, path):
            item = taken(part, inner, problems)
            found = item.is_found and any(not value.fixed for value in values_in(item))
            (parts if found else empty).append(item)
            if not found and ITEMS not in path.steps:
                columns.append(item)
    needed = any(map(_is_there, lists))
    return Branch(lists, dict(_numbered(parts)), needed=needed, is_list=True, empty=empty, columns=columns)


def _is_there(node: Node) -> bool:
    return node.found is not None


def _numbered(parts: list[Tree]) -> Iterator[tuple[str, Tree]]:
    return ((f"[{i}]", part) for i, part in enumerate(parts))


_STEP = re.compile(r"\w+|\[\d+\]")


class Found:
    """The part of a document to which a path leads.

    Args:
        root: the document.
        path: as an error of the codec has it.
    """

    def __init__(self, root: Branch, path: str) -> None:
        self._path = path
        self._around: list[tuple[Branch, str]] = []
        self._tree: Tree = root
        self._rest = ""
        for step in _STEP.finditer(path):
            if isinstance(self._tree, Value) or step[0] not in self._tree.parts:
                self._rest = path[step.start() :]
                break
            self._around.append((self._tree, step[0]))
            self._tree = self._tree.parts[step[0]]

    def problems(self, expected: str) -> Iterator[Problem]:
        """The problem, for each place in the row from which the part comes."""
        inside = ""
        if isinstance(self._tree, Value):
            inside = self._rest if self._tree.whole else ""
            if self._tree.fixed:
                yield Problem(".".join(name for _, name in self._around), expected)
        for node in [*filter(_is_there, self._tree.nodes)] or self._tree.nodes:
            one = Problem(inside, expected).under(node.path)
            if expected == MISSING and one.path != self._path:  # two fields may come from one path
                one = Problem(one.path, f"required for {self._path}, but missing")
            yield one

    def left_out(self) -> tuple[Branch, str, Tree] | None:
        """What to take out, and of which branch, to remove the problem: a value that is wrong, or the object that lacks one.

        None for a part that no document can be without.
        """
        around, tree = self._around, self._tree
        if around and (not tree.there or (isinstance(tree, Value) and tree.fixed)):
            around, tree = around[:-1], around[-1][0]
        return (*around[-1], tree) if around else None


def leave_out(found: Collection[tuple[Branch, str, Tree]]) -> None:
    """Take parts out of their branches.

    Args:
        found: for each part, its branch, its name there, and the part itself.
    """
    gone = {id(tree) for _, _, tree in found}
    for branch, name, tree in found:
        if not branch.is_list:
            branch.parts[name] = Value(None, tree.nodes)
    for branch in {id(branch): branch for branch, _, _ in found if branch.is_list}.values():
        branch.parts = dict(_numbered([part for part in branch.parts.values() if id(part) not in gone]))
