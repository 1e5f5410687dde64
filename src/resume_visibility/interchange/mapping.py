"""From rows and documents of others to resumes, by a mapping of their names to the library's: a value, checked when it is made."""

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from traceback import walk_tb
from typing import Any, Generic, TypeVar

import attrs

from ..codec.expecting import MISSING
from ..codec.loading import loaded_or_raise, read_document
from ..codec.parsing import Refused, refused
from ..errors import MOST_PROBLEMS, InvalidForm, InvalidResume, InvalidValue, Problem
from ..model.arguments import expect_texts
from ..model.building import names_of, required_of
from ..model.campus import CampusForm
from ..model.resume import Resume
from ..model.silent import Silent
from .deciding import blank_item_problems, deciding_fields, is_name_lost, refused_names
from .kinds import UNKNOWN
from .nodes import Node
from .placing import Place, take_values
from .plans import Object, Planner, expect_arguments
from .refusing import MOST_VALUES, NoSuchName, TooManyValues, row_error
from .sources import Fields
from .trees import Branch, Tree, Value, remove_broken, remove_parts, values_in

_T = TypeVar("_T")


@attrs.frozen(repr=False)
class Read(Silent, Generic[_T]):
    """A resume that was read from a row or document of another kind.

    Args:
        resume: with everything that had a place. Unless the row says otherwise, its settings are the most private ones.
        unplaced: the paths of all values without a place, to be shown to the candidate, who can say where they belong. A key of a
            dict that does not look like a name is "(a key)".
    """

    resume: _T
    unplaced: tuple[str, ...]


@attrs.frozen(repr=False, eq=False)
class FieldMapping(Generic[_T]):
    """The source of each field of a resume, in rows or documents of another kind. Attributes and keys are read alike.

    What the row lacks is missing; an object or item without any value in the row is left out.

    Args:
        target: `Resume`, or another class of the model.
        fields: paths in it, with the sources of their values.
        row: the type of the rows, by which names and types are checked now rather than at the first row; None if it is not known.
        ignored: paths that are not read on purpose, such as "jobs[].updated_at", with all in them: `Read.unplaced` does not name them.
        lenient: whether a value that does not fit is left out, and named in `Read.unplaced`, rather than an error; for documents that
            others wrote. A period or an amount is left out whole. Fields that decide who sees the resume are always errors: without a
            block or a withdrawal it would be shown. So are names and postal addresses: one that is left out is not looked for in texts.

    Raises:
        InvalidValue: with everything that is wrong with the mapping at once: a field that does not exist, is mapped twice, or is
            required and not mapped; a text that is not a path; a path that `row` does not have; a type that does not fit.
        TypeError: `target` is not a class of the model, or another argument is of a wrong type.
    """

    target: type[_T]
    fields: Fields
    row: Any = attrs.field(default=None, kw_only=True)
    ignored: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    lenient: bool = attrs.field(default=False, kw_only=True)
    _plan: Object = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        expect_arguments(self.target, self.fields, self.lenient)
        object.__setattr__(self, "ignored", expect_texts("ignored", self.ignored))
        planner, row = Planner(), UNKNOWN if self.row is None else self.row
        plan = planner.plan_object(self.target, self.fields, (row,), "")
        planner.check_ignored(self.ignored, row)
        object.__setattr__(self, "_plan", plan)
        if planner.problems:
            raise InvalidValue("mapping", planner.problems)

    def read(self, row: object, /, **given: object) -> Read[_T]:
        """Read a resume from one row.

        Args:
            row: an object with attributes, such as one of an ORM, or something with keys, such as a dict.
            given: values of fields that no row has, such as `id` and `candidate`.

        Raises:
            InvalidValue: of a resume `InvalidResume`, of a form `InvalidForm`: with every problem at once, by its path in the row, and no
                value of it. Where the mapping is lenient, only of what no resume can be without, and of what decides who sees it. The row
                has more than 40,000 keys and values that would be looked at (LAW-6).
            TypeError: `row` is None or has no attributes or keys, or an object lacks an attribute that is mapped; a required field is
                neither mapped nor given, or `given` is mapped or no field.
        """
        read = read_or_refuse(self, row, given)
        del row, given
        return result_or_raise(read, self.target)

    def _mistake(self, given: dict[str, object]) -> str:
        """Say what is wrong with the given fields; empty if nothing is."""
        names, mapped = {*names_of(self.target)}, self._plan.parts.keys()
        if missing := sorted(required_of(self.target) - mapped - given.keys()):
            call = f"read(row, {', '.join(f'{name}=…' for name in missing)})"
            arguments = "an argument" if len(missing) == 1 else "arguments"
            return f"expected {' and '.join(missing)} in the mapping, or as {arguments}: {call}"
        if unexpected := sorted(given.keys() - (names - mapped)):
            return f"expected arguments that are fields and not mapped, got {', '.join(unexpected)}"
        return ""

    def _read(self, row: object, given: dict[str, object]) -> Read[_T] | Refused:
        root, problems = Node(row), list[Problem]()
        tree = Branch([root], {}, needed=True)
        plans = self._plan.parts
        deciding = [name for name in plans if name in deciding_fields(self.target)]
        tree.parts |= {name: take_values(plans[name], (root,), problems) for name in deciding}
        stopping = [*root.problems(), *problems]
        tree.parts |= {
            name: take_values(plan, (root,), problems) for name, plan in plans.items() if name not in deciding
        }
        tree.parts |= {name: Value(value, [], fixed=True) for name, value in given.items()}
        blank_items = [*blank_item_problems(self.target, tree)]
        problems = [*root.problems(), *problems, *blank_items]
        names = refused_names(self.target, tree, {problem.path for problem in problems})
        stopping += [*blank_items, *(problem for problem in problems if problem.path in names)]
        if self.lenient:
            remove_broken(tree)
        loaded = read_document(tree.plain(), self.target)
        while isinstance(loaded, Refused) and self.lenient and self._leave_out(tree, loaded):
            loaded = read_document(tree.plain(), self.target)
        if isinstance(loaded, Refused) and loaded.mistake:
            return loaded
        if isinstance(loaded, Refused) or stopping or (problems and not self.lenient):
            refused = self._stopping(tree, loaded) if isinstance(loaded, Refused) else ()
            return Refused(tuple(self._refusals(tree, problems, {one.path for one in stopping}, refused)))
        placed = {node for value in values_in(tree) for node in value.nodes if node.found is not None}
        placed -= {node for value in values_in(tree) for node in value.nodes if value.part}
        return Read(loaded, tuple(root.unplaced(placed, self._is_ignored)))

    def _is_ignored(self, path: str) -> bool:
        ways = (f"{path}.", f"{_INDEX_PATTERN.sub('[]', path)}.")
        return any(way.startswith((f"{one}.", f"{one}[")) for way in ways for one in self.ignored)

    def _leave_out(self, tree: Branch, refused: Refused) -> bool:
        """Leave out everything that does not fit, and say whether that was possible. If it is very much, the field with most of it goes
        whole, because each round reads everything again.
        """
        paths = {problem.path for problem in refused.problems}
        if len(refused.problems) >= MOST_PROBLEMS:
            counted = Counter(_first_name(problem.path) for problem in refused.problems)
            ((fullest, _),) = counted.most_common(1)
            paths = {fullest, *(path for path in paths if _first_name(path) != fullest)}
        removed = self._removable(tree, paths)
        remove_parts(removed)
        return bool(removed)

    def _removable(self, tree: Branch, paths: set[str]) -> list[tuple[Branch, str, Tree]]:
        """The parts at these paths, if all of them can be left out; otherwise none."""
        if not deciding_fields(self.target).isdisjoint(map(_first_name, paths)):
            return []
        parts = [Place(tree, path).removable() for path in paths]
        if any(one is None or (one[0] is tree and one[1] in required_of(self.target)) for one in parts):
            return []
        removed = [one for one in parts if one is not None]
        return [] if is_name_lost(self.target, tree, [part for _, _, part in removed]) else removed

    def _stopping(self, tree: Branch, refused: Refused) -> tuple[Problem, ...]:
        """The problems because of which there is no resume: of a lenient mapping those that cannot be left out."""
        if not self.lenient:
            return refused.problems
        one_by_one = (problem for problem in refused.problems if not self._removable(tree, {problem.path}))
        return tuple(one_by_one) or refused.problems  # where only the field with most of them cannot go whole

    def _refusals(
        self, tree: Branch, own: list[Problem], stopping: set[str], refused: tuple[Problem, ...]
    ) -> Iterator[Problem]:
        """The problems of the row; of a lenient mapping those that stop it. A value that is missing because of another problem is none."""
        found = [
            (one, problem.expected == MISSING)
            for problem in refused
            for one in Place(tree, problem.path).problems(problem.expected)
        ]
        named = stopping | {one.path for one, _ in found}
        own = [problem for problem in own if not self.lenient or problem.path in named]
        reported = {problem.path for problem in own}
        yield from dict.fromkeys(own)
        yield from dict.fromkeys(
            one for one, is_missing in found if not is_missing or one.path not in reported
        )


def read_or_refuse(
    mapping: FieldMapping[_T], row: object, given: dict[str, object]
) -> Read[_T] | Refused | Exception:
    """Read a resume from one row, or say why there is none: the error is raised where the row is no longer in reach (LAW-7).

    Returns:
        The resume; or the problems; or the error that the row itself, or a function of the mapping, raised.
    """
    if row is None:
        return Refused(mistake=str(row_error(row)))
    if mistake := mapping._mistake(given):
        return Refused(mistake=mistake)
    try:
        return mapping._read(row, given)
    except NoSuchName as error:
        return Refused(mistake=str(error))
    except TooManyValues:
        return refused(f"at most {MOST_VALUES} keys and values")
    except Exception as error:
        return error


_INDEX_PATTERN = re.compile(r"\[\d+\]")


def _first_name(path: str) -> str:
    return re.split(r"[.\[]", path, maxsplit=1)[0]


def result_or_raise(read: Read[_T] | Refused | Exception, target: type[_T]) -> Read[_T]:
    """Give what was read, or raise its error. Nothing of the row has to be in reach of the caller's frame any more (LAW-7).

    Raises:
        InvalidValue: there is no resume.
        TypeError: there is none because of a mistake of the program.
        Exception: what was raised while the row was read, from where it was raised.
    """
    if isinstance(read, Exception):
        _clear_frames(read)
        raise read
    if issubclass(target, Resume):
        return loaded_or_raise(read, InvalidResume, "resume")
    if issubclass(target, CampusForm):
        return loaded_or_raise(read, InvalidForm, "form")
    return loaded_or_raise(read, InvalidValue, target.__name__)


def _clear_frames(error: Exception) -> None:
    """Clear the library's frames of what they held (LAW-7). The frames of the code that raised the error are not changed."""
    for frame, _ in walk_tb(error.__traceback__):
        if str(frame.f_globals.get("__name__")).startswith(_LIBRARY_PREFIX):
            with suppress(RuntimeError):  # of an error that was raised before, a frame may still run
                frame.clear()


_LIBRARY_PREFIX = f"{__name__.partition('.')[0]}."
