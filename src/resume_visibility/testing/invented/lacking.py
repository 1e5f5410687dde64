"""A resume or form that lacks a value: a missing value closes what depends on it, and opens nothing."""

from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any, TypeAlias, TypeVar, cast

import attrs

from ...model import campus_basics, campus_sections, sections
from ...model.building import names_of
from ...model.campus import CampusForm
from ...model.own import FORM_GOVERNING, GOVERNING
from ...model.resume import Resume

_T = TypeVar("_T")
D = TypeVar("D", bound=Resume | CampusForm)

_SECTIONS = tuple(
    cls
    for module in (sections, campus_basics, campus_sections)
    for cls in vars(module).values()
    if isinstance(cls, type) and cls.__module__ == module.__name__
)
"""The classes that are filled in value by value; a name, a number or a span of months is one value."""
_FILLED = (Resume, CampusForm, *_SECTIONS)

_SETTINGS_AND_ACTS = (GOVERNING | FORM_GOVERNING) - {"basics", "age_verified"}
"""The fields that nobody fills in as values: without a block, more is shown."""


Path: TypeAlias = tuple[str | int, ...]
"""The names of fields and the numbers of items that lead to a value."""


def removable_paths(document: Resume | CampusForm) -> list[Path]:
    """The values of `filled_paths` that are not looked for in texts: without such a value, no text shows more than before."""
    return [path for path in filled_paths(document) if not _is_sought(path)]


def filled_paths(document: Resume | CampusForm) -> Iterator[Path]:
    """Every value of a resume or form that may be missing and is not, by its path."""
    yield from (path for path in _filled_paths(document) if path[0] not in _SETTINGS_AND_ACTS)


def _filled_paths(value: object) -> Iterator[Path]:
    if isinstance(value, tuple):
        for i, item in enumerate(value):
            yield from ((i, *path) for path in _filled_paths(item))
    elif isinstance(value, _FILLED):
        cls: Any = type(value)
        for name, default in _defaults_of(cls).items():
            inner = getattr(value, name)
            if default is not attrs.NOTHING and inner != default:
                yield (name,)
            if inner is not None:
                yield from ((name, *path) for path in _filled_paths(inner))


def default_of(record: object, name: str) -> object:
    """The value of a field that nobody filled in; `attrs.NOTHING` if it cannot be missing."""
    cls: Any = type(record)
    return _defaults_of(cls)[name]


@cache
def _defaults_of(cls: Any) -> dict[str, object]:
    """The default of each field of a class; all of them are immutable."""
    fields: Any = attrs.fields_dict(cls)
    return {name: _made(fields[name].default) for name in names_of(cls)}


def _made(default: Any) -> object:
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]  # a class


def remove_value(value: _T, path: Path) -> _T:
    """The same value of the model, with the default at a path.

    Args:
        value: a resume or form, or anything in it.
        path: a path from `filled_paths`.
    """
    first, rest = path[0], path[1:]
    if isinstance(value, tuple) and isinstance(first, int):
        return cast("_T", (*value[:first], remove_value(value[first], rest), *value[first + 1 :]))
    name = str(first)
    changed = remove_value(getattr(value, name), rest) if rest else default_of(value, name)
    return cast("_T", attrs.evolve(cast("Any", value), **{name: changed}))


_SOUGHT = frozenset(
    {
        ("basics",),
        ("basics", "contact"),
        ("basics", "contact", "email"),
        ("basics", "contact", "mobile"),
        ("basics", "contact", "postal_address"),
        ("basics", "contact", "postal_address", "address"),
        ("basics", "contact", "postal_address", "postcode"),
        ("basics", "name"),
        ("basics", "english_name"),
    }
)
"""Values that are looked for in texts because they are known, and what holds them: a missing one is found by its form alone."""

_PEOPLE = frozenset({"family", "relatives"})


def remove_some_values(document: D, random: Random) -> D:
    """A resume or form without a few of its values, but with all values that are looked for in texts."""
    for _ in range(random.randint(1, 5)):
        document = remove_value(document, random.choice(removable_paths(document)))
    return document


def _is_sought(path: Path) -> bool:
    return path in _SOUGHT or path[0] in _PEOPLE or any(str(name).startswith("emergency") for name in path)
