"""A mapping that was checked against the classes of the library, and laid out like them."""

from collections.abc import Callable, Iterable, Mapping, Set
from difflib import get_close_matches
from typing import Any, TypeAlias, get_args

import attrs

from ..codec.leaves import careful
from ..codec.reading import reader_of
from ..codec.spelling import SPELLED
from ..errors import Problem
from ..model.arguments import expect, mistake
from ..model.building import beside_none, expected_for, fields_of, is_collection, is_model, required_of
from ..model.values import MonthlySalary, Period, YearMonth
from .functions import expected_by
from .kinds import UNKNOWN, fits, item_type, member_type, result_type, type_text
from .nodes import ITEMS, Path, path_of
from .sources import Constant, Each, Fields, From, Source


@attrs.frozen(eq=False)
class Leaf:
    """One value, and the paths that it is made of.

    Args:
        paths: of the values that it is made of.
        by: makes it; None where it is the one value as it is.
        expected: what would be right where `by` does not take a value. A table may grow by the values that are looked
            up in it: so its keys are those that it had when the mapping was made (LAW-7).
    """

    paths: tuple[Path, ...]
    by: Callable[..., object] | Mapping[Any, object] | None = None
    expected: str = ""


@attrs.frozen(eq=False)
class Items:
    """The items of a list: the parts of an item, for each path."""

    sources: "tuple[tuple[Path, Plan], ...]"


@attrs.frozen(eq=False)
class Object:
    """An object.

    Args:
        parts: of its fields.
        needed: whether it has to be there.
        is_one: whether it says something else without one of its parts: a period without its end goes on, and an amount without its
            currency is in another.
    """

    parts: "dict[str, Plan]"
    needed: bool
    is_one: bool = False


Plan: TypeAlias = Leaf | Items | Object | Constant
"""The plan of a part of the document."""


class Planner:
    """Lays out the fields of one mapping, and gathers what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def check_ignored(self, paths: Iterable[str], row: Any) -> None:
        """Check that the ignored paths are paths of a row."""
        for path in paths:
            self._read_path(path, (row,), "ignored")

    def plan_object(
        self, cls: Any, fields: Fields, rows: tuple[Any, ...], at: str, needed: bool = True
    ) -> Object:
        """Plan an object.

        Args:
            cls: its class, or a union of which one class has all of the fields.
            fields: its fields.
            rows: the types from which paths start: the item first, then the row or item around its list.
            at: the path of the object in the library's resume.
            needed: whether it has to be there.
        """
        nested: dict[str, dict[str, Source]] = {}
        direct: dict[str, Source] = {}
        given: Any = fields
        if not isinstance(given, Mapping) or not all(isinstance(target, str) for target in given):
            self._refuse(at, "expected a dict, whose keys are paths of the library")
            return Object({}, needed)
        for target, source in fields.items():
            name, _, rest = target.partition(".")
            if rest:
                nested.setdefault(name, {})[rest] = source
            else:
                direct[name] = source
        names = dict.fromkeys((*direct, *nested))
        classes = self._classes_for(cls, names.keys(), at)
        field_types = {name: kind for one in classes for name, kind in fields_of(one)}
        required = frozenset.intersection(*map(required_of, classes)) if classes else frozenset[str]()
        parts: dict[str, Plan] = {}
        for name in names if classes else ():
            path = f"{at}.{name}" if at else name
            if name not in field_types:
                similar = get_close_matches(name, field_types, 1)
                hint = f"; did you mean {similar[0]}?" if similar else ""
                self._refuse(path, f"expected a field of {_either(classes)}{hint}")
            elif name in direct and name in nested:
                self._refuse(path, "expected once, and it is mapped both as a whole and in parts")
            elif name in direct:
                parts[name] = self._plan_part(field_types[name], direct[name], rows, path)
            elif not _has_fields(field_types[name]):
                is_list = any(map(is_collection, beside_none(field_types[name])))
                inner = next(iter(nested[name]))
                kind = f'a list, such as Each("jobs", {{"{inner}": …}})' if is_list else "a single value"
                self._refuse(path, f"expected no path into it: it is {kind}")
            else:
                parts[name] = self.plan_object(field_types[name], nested[name], rows, path, name in required)
        if at:
            for name in sorted(required - names.keys()):
                self._refuse(f"{at}.{name}", "expected to be mapped, because it is required")
        return Object(parts, needed, not {Period, MonthlySalary}.isdisjoint(classes))

    def _classes_for(self, cls: Any, names: Set[str], at: str) -> list[Any]:
        """The classes that an object may be of: where several have the fields only together, its values say which one it is."""
        members: list[Any] = [one for one in beside_none(cls) if is_model(one)]
        fitting = [one for one in members if names <= dict(fields_of(one)).keys()]
        if len(fitting) > 1:
            own = sorted(set.union(*({*required_of(one)} for one in members)) - names)
            self._refuse(at, f"expected the fields of {_either(members)}: at least one of {', '.join(own)}")
            return []
        return fitting or members

    def _plan_part(self, kind: Any, source: Source, rows: tuple[Any, ...], at: str) -> Plan:
        match source:
            case str() if ITEMS in source:
                before, _, rest = source.rpartition(ITEMS)
                return self._plan_part(kind, Each(before + ITEMS, rest.removeprefix(".")), rows, at)
            case str():
                return self._plan_leaf(kind, (source,), None, rows, at)
            case From():
                return self._plan_leaf(kind, source.paths, source.by, rows, at)
            case Constant():
                self._check_value(kind, source.value, at, "the constant")
                return source
            case Each():
                return self._plan_items(kind, (source,), rows, at)
            case _:
                return self._plan_items(kind, source, rows, at)

    def _plan_leaf(self, kind: Any, paths: tuple[str, ...], by: Any, rows: tuple[Any, ...], at: str) -> Leaf:
        if not paths or (isinstance(by, Mapping) and len(paths) > 1):
            self._refuse(at, "expected one path for a table, and at least one for a function")
            return Leaf((), by)
        if by is not None and not callable(by) and not isinstance(by, Mapping):
            self._refuse(at, "expected a function or a table as `by`")
            by = None
        parsed = [self._read_path(path, rows, at) for path in paths]
        if isinstance(by, Mapping):
            for value in by.values():
                self._check_value(kind, value, at, "each value of the table")
        else:
            made_type = parsed[0][1][0] if by is None else result_type(by)
            if not fits(made_type, kind):
                self._refuse(at, f"expected {expected_for(kind)}, and its type is {type_text(made_type)}")
        return Leaf(tuple(path for path, _ in parsed), by, expected_by(by))

    def _plan_items(self, kind: Any, sources: Any, rows: tuple[Any, ...], at: str) -> Items:
        lists = [one for one in beside_none(kind) if is_collection(one)]
        are_each = isinstance(sources, (list, tuple)) and all(isinstance(source, Each) for source in sources)
        if not lists or not are_each:
            self._refuse(
                at,
                "expected a path, From, Constant, Each or several Each: it is a list"
                if lists
                else "expected a path, From or Constant: it is a single value",
            )
            return Items(())
        item = get_args(lists[0])[0]
        planned: list[tuple[Path, Plan]] = []
        for source in sources:
            if not isinstance(source.path, str):
                self._refuse(at, 'expected the path of a list, such as "jobs"')
                continue
            is_list = source.path.endswith(ITEMS) or not source.path.strip("^")  # or the row itself
            list_path = source.path if is_list else source.path + ITEMS
            path, inner = self._read_path(list_path, rows, at)
            if isinstance(source.fields, (str, From)):
                planned.append((path, self._plan_part(item, source.fields, inner, f"{at}[]")))
            elif not _has_fields(item):
                self._refuse(at, "expected single values, and no fields of them")
            else:
                planned.append((path, self.plan_object(item, source.fields, inner, f"{at}[]", needed=False)))
        return Items(tuple(planned))

    def _read_path(self, text: Any, rows: tuple[Any, ...], at: str) -> tuple[Path, tuple[Any, ...]]:
        """A path, with the types at its end and of the items and rows around it."""
        path = path_of(text) if isinstance(text, str) else None
        if path is None or path.up >= len(rows):
            most = len(rows) - 1
            limit = "" if path is None else f", with at most {most} ^" if most else ", without ^"
            self._refuse(at, f'expected a path, such as "user.name"{limit}')
            return Path(0, ()), (UNKNOWN, *rows)
        kinds = rows[path.up :]
        kind, inner_rows = kinds[0], kinds
        for step in path.steps:
            if step.startswith("["):
                kind = item_type(kind)
                inner_rows = (kind, *inner_rows) if step == ITEMS else inner_rows
                continue
            try:
                kind = member_type(kind, step)
            except LookupError:
                self._refuse(at, f"expected a path in the row, and there is no {step}")
                kind = UNKNOWN
        return path, inner_rows if ITEMS in path.steps else (kind, *kinds[1:])

    def _check_value(self, kind: Any, value: object, at: str, what: str) -> None:
        members = beside_none(kind)
        try:
            reader_of(members[0] if len(members) == 1 else kind, careful)(value, [])
        except Exception:  # whatever the codec says: it would not take the value
            self._refuse(at, f"expected {expected_for(kind)} as {what}")

    def _refuse(self, at: str, expected: str) -> None:
        self.problems.append(Problem(at, expected))


def expect_arguments(target: object, fields: object, lenient: object) -> None:
    """Refuse arguments of which no mapping can be made.

    Raises:
        TypeError: one of them is of another type.
    """
    if not is_model(target):
        raise mistake("target", "Resume or another class of the model", target)
    if not isinstance(fields, Mapping):
        raise mistake("fields", "a dict", fields)
    expect("lenient", lenient, bool)


def _either(classes: list[Any]) -> str:
    return " or ".join(one.__name__ for one in classes)


def _has_fields(kind: Any) -> bool:
    """Whether a field holds objects, and no single value or list."""
    return any(is_model(one) and one not in SPELLED and one is not YearMonth for one in beside_none(kind))
