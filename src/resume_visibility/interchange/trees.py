"""A document as it is taken from a row: a tree like the library's documents, whose leaves know the places that they come from."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, TypeAlias

from .nodes import Node


class Value:
    """A value, and the nodes that it is made of.

    Args:
        value: the value; None for none.
        nodes: the nodes that it is made of.
        whole: whether it is all that the one node holds.
        fixed: whether it comes from no row.
        refused: whether there is none because what the nodes hold was refused.
        part: whether the nodes hold more than the value does.
    """

    __slots__ = ("fixed", "nodes", "part", "refused", "value", "whole")

    def __init__(
        self,
        value: object,
        nodes: list[Node],
        *,
        whole: bool = False,
        fixed: bool = False,
        refused: bool = False,
        part: bool = False,
    ) -> None:
        self.value, self.nodes, self.whole, self.fixed, self.refused = value, nodes, whole, fixed, refused
        self.part = part

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
        is_one: whether it is left out as a whole if one of its parts does not fit.
    """

    __slots__ = ("columns", "empty", "is_list", "is_one", "needed", "nodes", "parts")

    def __init__(
        self,
        nodes: list[Node],
        parts: "dict[str, Tree]",
        *,
        needed: bool,
        is_list: bool = False,
        empty: "Iterable[Tree]" = (),
        columns: "Iterable[Tree]" = (),
        is_one: bool = False,
    ) -> None:
        self.nodes, self.parts, self.needed, self.is_list = nodes, parts, needed, is_list
        self.empty, self.columns, self.is_one = tuple(empty), tuple(columns), is_one

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
    """Every value of a document."""
    if isinstance(tree, Value):
        if tree.is_present:
            yield tree
    elif tree.is_present:
        for part in tree.parts.values():
            yield from values_in(part)


def remove_broken(tree: Tree) -> None:
    """Leave out every object that is one with its parts, if a part of it was refused."""
    if isinstance(tree, Value):
        return
    if tree.is_one and any(part.refused for part in tree.parts.values() if isinstance(part, Value)):
        tree.parts = {name: Value(None, part.nodes) for name, part in tree.parts.items()}
    for part in tree.parts.values():
        remove_broken(part)


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
        branch.parts = dict(by_index([part for part in branch.parts.values() if id(part) not in gone]))


def by_index(parts: Iterable[Tree]) -> Iterator[tuple[str, Tree]]:
    """The parts of a list, with their indices as names."""
    return ((f"[{i}]", part) for i, part in enumerate(parts))
