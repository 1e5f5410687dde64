"""Rows and documents of others. Attributes and keys are read alike, so that every value without a place is named by its path."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import fields, is_dataclass
from datetime import date
from types import MemberDescriptorType
from typing import Any, NamedTuple

import attrs

from ..errors import Problem
from ..model.arguments import is_text
from ..model.building import NOT_TEXT
from .kinds import in_declared_order
from .refusing import NoSuchName, ValueCounter, row_error

ITEMS = "[]"
"""The step of a path that goes through a list."""

_NAME_REGEX = r"[^.^\[\]]+(?:\[\d{0,4}\])*"
_PATH_PATTERN = re.compile(rf"(\^*)({_NAME_REGEX}(?:\.{_NAME_REGEX})*)?")


class Path(NamedTuple):
    """The place of a value, seen from a row or from an item of a list in it.

    Args:
        up: how many lists to leave first.
        steps: names of attributes or keys, `ITEMS`, and an index such as "[0]" for one item.
    """

    up: int
    steps: tuple[str, ...]


def path_of(text: str) -> Path | None:
    """The path that a text spells, such as "user.name", "jobs[].title", "mails[0].address", "^employer"; empty for the row or item itself.
    None if it spells none.
    """
    found = _PATH_PATTERN.fullmatch(text)
    return found and Path(len(found[1]), tuple(re.findall(r"[^.\[\]]+|\[\d*\]", found[2] or "")))


_NAMELESS_TYPES = (str, bytes, int, float, date, Sequence, Set)
"""Types without names in them, though they have attributes."""


class Node:
    """A value of a row with its path. It is made when it is first asked for.

    Args:
        value: of any kind; None for a missing value.
        parent: the node that holds it; None for the row.
        step: its name or index there.
    """

    __slots__ = (
        *("_children", "_is_counted", "_items", "_refused"),
        *("counter", "expected", "found", "parent", "step", "value"),
    )

    def __init__(self, value: Any, parent: "Node | None" = None, step: str | int = "") -> None:
        self.value, self.parent, self.step = value, parent, step
        self.found = value
        """The value; None if there is none, or a text that no resume can hold."""
        self.expected: str | None = None
        """What would be right here, if the value is wrong for any use."""
        self._refused: list[Node] = [] if parent is None else parent._refused
        self.counter: ValueCounter = ValueCounter() if parent is None else parent.counter
        """Counts what is read of the row."""
        self._children: dict[str, Node] | None = None
        self._items: list[Node] | None = None
        self._is_counted = False  # whether the items were counted when they were read
        if isinstance(value, str):
            if not value.strip():
                self.found = None
            elif NOT_TEXT.search(value):
                self._refuse("expected text without NUL or lone surrogates")
                self.found = None
        elif hasattr(type(value), "__next__"):  # it can be read once, and several fields may be made of it
            self.value = self.found = [*self.counter.counted(value)]
            self._is_counted = True

    @property
    def path(self) -> str:
        """The names and indices that lead to it from the row."""
        if self.parent is None:
            return ""
        before = self.parent.path
        return f"{before}[{self.step}]" if isinstance(self.step, int) else _join_path(before, self.step)

    def around(self) -> Iterator["Node"]:
        """This node, and all nodes that it is in."""
        node: Node | None = self
        while node is not None:
            yield node
            node = node.parent

    def items(self) -> list["Node"]:
        """The items of a list, of an array, or of an object with `all()`, such as a manager of Django; else the node itself."""
        if self.value is None:
            return []
        if self._items is None:
            values = self.value
            if not _is_list(values):
                if not callable(getattr(values, "all", None)):
                    return [self]
                # Of an array, or of rows that were asked for already, `all` may mean something else.
                values = values if hasattr(type(values), "__iter__") else values.all()
            # A set has another order in each process (LAW-6).
            ordered = sorted(values, key=repr) if isinstance(values, (set, frozenset)) else values
            counted = ordered if self._is_counted else self.counter.counted(ordered)
            self._items = [Node(one, self, i) for i, one in enumerate(counted)]
        return self._items

    def at(self, step: str) -> "Node":
        """The node under a name or index; without a value if there is nothing."""
        if step[0] != "[":
            return self._child(step)
        index, items = int(step[1:-1]), self.items()
        return items[index] if index < len(items) else Node(None, self, index)

    def problems(self) -> Iterator[Problem]:
        """The problems of the row that do not depend on the use of a value."""
        return (Problem(node.path, node.expected) for node in self._refused if node.expected is not None)

    def unplaced(self, placed: Set["Node"], is_ignored: Callable[[str], bool]) -> Iterator[str]:
        """The paths of all values in it that were neither placed nor ignored, as far as their names can be known."""
        if self in placed or is_empty(self.value) or is_ignored(self.path):
            return
        children, items = self._children or {}, self._items
        if self.expected is not None or (not children and items is None):
            yield self.path
            return
        for item in items or ():
            yield from item.unplaced(placed, is_ignored)
        # If two columns have one name, a row gives only the first.
        names = Counter(self.counter.counted(self._names()) if children else ())
        for name in dict.fromkeys((*names, *children)):
            if name in children:
                yield from children[name].unplaced(placed, is_ignored)
            if names[name] > 1 or self._is_left(name):
                shown = safe_name(name)
                if not is_ignored(_join_path(self.path, name if is_text(name) else shown)):
                    yield _join_path(self.path, shown)

    def _refuse(self, expected: str) -> None:
        self._refused += [self] if self.expected is None else []
        self.expected = self.expected or expected

    def _child(self, name: str) -> "Node":
        if self._children is None:
            self._children = {}
        if name not in self._children:
            value = None
            if type(self.value) is dict:  # the commonest, and quick
                value = self.value.get(name)
            elif isinstance(self.value, _NAMELESS_TYPES) and not _has_names(self.value):
                if self.parent is None:
                    raise NoSuchName(str(row_error(self.value)))
                if self.found is not None:
                    self._refuse("expected an object with attributes or keys")
            elif self.value is not None:
                value = _get_value(self.value, name)
            if value is not None:
                self.counter.add()
            self._children[name] = Node(value, self, name)
        return self._children[name]

    def _names(self) -> Iterable[Any]:
        kind = type(self.value)
        if hasattr(kind, "keys"):
            return self.value.keys()  # type: ignore[no-any-return]  # of any kind of row
        names: Any
        stored: Any = getattr(self.value, "__dict__", None)
        if attrs.has(kind):
            names = [field.name for field in attrs.fields(kind)]
        elif is_dataclass(kind):
            names = [field.name for field in fields(kind)]
        else:
            # Values that a model of pydantic took though it has no field of that name.
            extra_names = getattr(self.value, "model_extra", None) or ()
            held = getattr(self.value, "_fields", None) or in_declared_order(stored or (), kind)
            names, stored = (*held, *extra_names), None
        # A value that an ORM has not loaded yet is neither held nor in a slot; it is not loaded for this.
        slots = {name for name in names if isinstance(getattr(kind, name, None), MemberDescriptorType)}
        present = (name for name in names if stored is None or name in stored or name in slots)
        return [name for name in present if not name.startswith("_")]

    def _is_left(self, name: str) -> bool:
        """Whether there is a value under a name that nobody asked for. What holds this node is none."""
        if name in (self._children or ()) or is_empty(value := _get_value(self.value, name)):
            return False
        return all(node.value is not value for node in self.around())


def nodes_at(rows: tuple[Node, ...], path: Path) -> list[tuple[Node, tuple[Node, ...]]]:
    """The nodes at a path from the first of some rows: one, or one for each item of the lists on the way, each with those around it."""
    around = rows[path.up :]
    if ITEMS not in path.steps:
        node = around[0]
        for name in path.steps:
            node = node.at(name)
        return [(node, around)]
    reached = [(around[0], around)]
    for step in path.steps:
        if step == ITEMS:
            reached = [(item, (item, *around)) for node, around in reached for item in node.items()]
        else:
            reached = [(node.at(step), around) for node, around in reached]
    if path.up:  # what is around an item is read for each item again
        rows[0].counter.add(len(reached))
    return reached


_NAME_PATTERN = re.compile(r"(?=.{1,40}$)(?!.*\d{3})(?!(?:\D*\d){5})[$@]?(?!\d)\w+(?:[ :@-]\w+)*")
"""A word or a few, as keys and columns are called, of any script: neither a number nor an address. Of digits it has few."""


def safe_name(name: object) -> str:
    """A name as a path shows it. Something that does not look like a name may have been typed by a person (LAW-7)."""
    return name if is_text(name) and _NAME_PATTERN.fullmatch(name) else "(a key)"


_SIZED_TYPES = (str, bytes, list, tuple, dict, set, frozenset)


def is_empty(value: object) -> bool:
    """Whether a value holds nothing that could be placed."""
    return value is None or (isinstance(value, _SIZED_TYPES) and not value)


def _is_list(value: object) -> bool:
    return (
        isinstance(value, (Sequence, Set)) and not isinstance(value, (str, bytes)) and not _has_names(value)
    )


def _has_names(value: object) -> bool:
    """Whether a sequence is a row: one of `sqlite3`, or a tuple with names."""
    return hasattr(value, "keys") or hasattr(value, "_fields")


def _join_path(before: str, name: str) -> str:
    return f"{before}.{name}" if before else name


def _get_value(value: Any, name: str) -> Any:
    if isinstance(value, Mapping):
        return value.get(name)
    if hasattr(type(value), "keys"):
        return value[name] if name in value.keys() else None  # noqa: SIM118  # `in` a row of sqlite3 looks at its values
    try:
        return getattr(value, name)
    except AttributeError:
        pass
    raise NoSuchName(f"expected a row with {name}, got {type(value).__name__}")
