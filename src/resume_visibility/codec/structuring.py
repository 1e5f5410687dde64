"""Makes values of plain dicts, lists and strings: nothing is coerced, and every problem is gathered with its path.

Python's own values are taken, too, where JSON only spells them: members of the library's enumerations, dates for months,
aware datetimes, tuples and sets, and objects of the model. Problems are data. They hold nothing of the input (LAW-7), except
unknown keys that look like the name of a field.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime
from enum import Enum
from functools import cache, partial
from operator import eq
from typing import Any, get_args, get_origin

import cattrs
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn

from ..errors import MOST_PROBLEMS, InvalidValue, Problem
from ..model.building import (
    Checked,
    Id,
    Uncheckable,
    beside_none,
    check_of,
    expected_for,
    is_collection,
    is_enumeration,
    is_model,
    members_of,
    most_items,
    names_of,
    stated_in_json,
)
from ..model.instants import utc_of
from ..model.values import YearMonth
from ..model.viewers import KINDS, Viewer
from .expecting import A_MONTH, MISSING, discriminator_of, either, is_union, item_in_words
from .parsing import MANY, Object, stored_as, with_text_keys
from .spelling import INSTANT, SPELLED, month_of
from .unknown import unknown


def _wrong(expected: str) -> InvalidValue:
    return InvalidValue("value", [Problem("", f"expected {expected}")])


def _leaf(annotation: object) -> Callable[[object, object], Any]:
    """Take what the model takes, and nothing that would have to be converted."""
    check = check_of(annotation)

    def structure(value: object, _: object) -> object:
        problems = tuple(check(value))
        if problems:
            raise InvalidValue("value", problems)
        return value

    return structure


def _structure_instant(value: object, _: object) -> datetime:
    if isinstance(value, str) and INSTANT.fullmatch(value):
        with suppress(ValueError):
            value = datetime.fromisoformat(value)
    at = utc_of(value)
    if at is None:  # also an instant that UTC cannot write: the class would name an example in Python
        raise _wrong(expected_for(datetime))
    return at


def _structure_year_month(value: object, _: object) -> YearMonth:
    if type(value) is YearMonth:
        return value
    if type(value) is date:  # not a datetime: its month depends on the time zone
        value = value.isoformat()[:-3]
    try:
        if isinstance(value, str):
            return month_of(value)
    except ValueError:
        pass
    raise _wrong(A_MONTH)


def _spelled(cls: type[object]) -> Callable[[object, object], object]:
    def structure(value: object, _: object) -> object:
        if type(value) is cls:
            return value
        if not isinstance(value, str):
            raise _wrong("a string")
        try:
            return cls(value)  # type: ignore[call-arg]  # every class of SPELLED takes its one string
        except InvalidValue as error:
            problems = [Problem("", problem.expected) for problem in error.problems]
        raise InvalidValue(cls.__name__, problems)

    return structure


def _of_class(leaf: type[object]) -> Callable[[object, Any], object]:
    """The hook of a class. cattrs asks for it for subclasses, too, such as enumerations of strings."""
    read = _leaf(leaf)
    return lambda value, kind: _enumeration(kind)(value, kind) if is_enumeration(kind) else read(value, kind)


@cache
def _enumeration(cls: type[Enum]) -> Callable[[object, object], Enum]:
    members: dict[object, Enum] = {member.value: member for member in cls}
    expected = expected_for(cls)

    def structure(value: object, _: object) -> Enum:
        if type(value) is cls:
            return value
        if not isinstance(value, str) or value not in members:
            raise _wrong(expected)
        return members[value]

    return structure


def _sequence(annotation: Any) -> Callable[[object, object], object]:
    kind, item = get_origin(annotation), get_args(annotation)[0]
    taken = MANY[:2] if kind is tuple else MANY

    def structure(value: object, _: object) -> object:
        stored = stored_as(value, *taken)
        if stored is None:
            raise _wrong(f"a list, each item {item_in_words(item)}")
        items, problems = [], []
        for index, one in enumerate(stored.__iter__(value)):
            try:
                items.append(CONVERTER.structure(one, item))
            except InvalidValue as error:
                problems += [problem.under(f"[{index}]") for problem in error.problems]
                if len(problems) >= MOST_PROBLEMS:
                    break
        if kind is frozenset and len(set(items)) < len(items):
            problems.append(Problem("", "expected no item twice"))
        if problems:
            raise InvalidValue("list", problems)
        return kind(items)

    return structure


def _record(cls: type[Any]) -> Callable[[Any, object], Any]:
    # No field depends on the class that a resume names in brackets, but cattrs requires one.
    whole = cls[Any] if getattr(cls, "__parameters__", ()) else cls
    structure_fields = make_dict_structure_fn(whole, CONVERTER, _cattrs_forbid_extra_keys=True)
    names = names_of(cls)
    stated, longest = stated_in_json(cls), most_items(cls)

    def structure(value: Any, _: object) -> Any:
        if type(value) is cls:
            return value
        if stored_as(value, dict) is None:
            many = stored_as(value, *MANY) is not None
            raise _wrong("an object, not a list" if many else f"an object with {', '.join(names)}")
        problems: list[Problem] = []
        given = with_text_keys(value)
        if given.repeated:
            problems.append(Problem("", f"expected each key once; keys that came twice: {given.repeated}"))
        if None in given:
            del given[None]
            problems.append(Problem("", "expected every key to be a string"))
        for name, most in longest.items():
            many_of = stored_as(given.get(name), *MANY)
            if many_of is not None and many_of.__len__(given[name]) > most:
                problems.append(Problem(name, f"expected at most {most} items"))
                given[name] = ()  # so that it is not looked at any further
        built = None
        try:
            built = structure_fields(given, whole)
        except ClassValidationError as error:
            for cause, note in error.group_exceptions()[0]:
                problems += _problems_in(cause, note.name)
            for stray in error.group_exceptions()[1]:
                problems += _problems_in(stray, "", names, cls)
        problems += [Problem(name, MISSING) for name in stated if name not in given]
        if problems:
            raise InvalidValue(cls.__name__, problems)
        return built

    return structure


def _problems_in(
    cause: Exception, path: str, names: Iterable[str] = (), built: type[Any] | None = None
) -> list[Problem]:
    """Put an error of cattrs into words, without the value; `built` is the class that did not take its fields together."""
    match cause:
        case InvalidValue():
            return [problem.under(path) for problem in cause.problems]
        case KeyError():
            return [Problem(path, MISSING)]
        case ForbiddenExtraKeysError():
            return [
                Problem(
                    "",
                    f"expected known keys; {unknown(cause.extra_fields, names)}; known: {', '.join(names)}",
                )
            ]
        case Uncheckable():  # it holds the name of a class or a type alone
            raise cause
        case _:  # to raise it again would take the input along
            check = "the check"
            if built is not None and built._problems is not Checked._problems:
                check = f"{built.__name__}._problems"
            return [
                Problem(path, f"expected a value that can be checked; {check} raised {type(cause).__name__}")
            ]


def _one_of(annotation: object) -> Callable[[Any, object], Any]:
    """A union of records. They are distinguished by keys that only one of them has; one of them may be spelled as a string."""
    members, classes_for = members_of(annotation), discriminator_of(beside_none(annotation))

    def structure(value: Any, _: object) -> Any:
        if type(value) in members:  # also None, if it is allowed
            return value
        kinds = classes_for(value)
        if len(kinds) != 1:
            raise _wrong(either(annotation))
        return CONVERTER.structure(value, *kinds)

    return structure


def _structure_viewer(value: Any, _: object) -> Viewer:
    given = with_text_keys(value) if stored_as(value, dict) is not None else Object()
    kind = given.pop("kind", None)
    if type(kind) is not str or kind not in KINDS:
        raise InvalidValue("viewer", [Problem("kind", f"expected one of {', '.join(KINDS)}")])
    return CONVERTER.structure(given, KINDS[kind])


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter()
    converter.register_structure_hook_factory(is_model, _record)
    converter.register_structure_hook_factory(is_collection, _sequence)
    converter.register_structure_hook_factory(is_union, _one_of)
    converter.register_structure_hook_func(lambda annotation: annotation == Viewer, _structure_viewer)
    converter.register_structure_hook(datetime, _structure_instant)
    converter.register_structure_hook(YearMonth, _structure_year_month)
    for spelled in SPELLED:
        converter.register_structure_hook(spelled, _spelled(spelled))
    # By class: cattrs asks its own converting hooks before any predicate. Before 25.2 that of enumerations is one of them.
    converter.register_structure_hook(Enum, lambda value, kind: _enumeration(kind)(value, kind))
    for leaf in (str, int, bool):
        converter.register_structure_hook(leaf, _of_class(leaf))
    converter.register_structure_hook_func(partial(eq, Id), _leaf(Id))
    return converter


CONVERTER = _converter()
