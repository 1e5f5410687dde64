"""Turns values into plain dicts, lists, strings, numbers and booleans: the opposite of `structuring`.

cattrs is imported, and makes its function for a class, when the first object of the class is written: a process that writes
nothing does not wait for it.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache, lru_cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any, get_args, get_origin

import attrs

from ..model.building import (
    Choice,
    Id,
    beside_none,
    fields_of,
    is_collection,
    is_enumeration,
    is_model,
    stated_in_json,
)
from ..model.values import Period, YearMonth
from ..projection.form_view import CONTAINERS, VIEWS
from .spelling import SPELLED

if TYPE_CHECKING:
    from cattrs import Converter


def _instant(at: datetime) -> str:
    return (at if at.tzinfo is UTC else at.astimezone(UTC)).isoformat()[: -len("+00:00")] + "Z"


def _unless_none(kind: object) -> Any:
    """The other kind of a field that may be None; None if it may not be None, or may be of several kinds."""
    kinds = beside_none(kind)
    return kinds[0] if len(kinds) == 1 and kinds[0] is not kind else None


def _is_optional(kind: object) -> bool:
    return _unless_none(kind) is not None


def _is_choice(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Choice)


_value = attrgetter("_value_")  # what `value` reads, in C


def _hook_of(kind: Any, converter: "Converter") -> Callable[[Any], Any]:
    """Give the function that writes values of an annotation; cattrs would leave a member that is a string as it is."""
    return _value if is_enumeration(kind) else converter.get_unstructure_hook(kind)


def _spells_what_is_empty(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, (*VIEWS, *CONTAINERS))


def _sequence(kind: Any, converter: "Converter") -> Callable[[Any], list[Any]]:
    item = get_args(kind)[0]
    if get_origin(kind) is frozenset:
        return (lambda items: list(_spelled_set(items))) if _is_choice(item) else sorted
    if item in (str, Id):
        return list
    spell = _hook_of(item, converter)
    return lambda items: [*map(spell, items)]


@lru_cache(maxsize=512)  # sets of choices come from grants, so there are few, and nothing personal is in them
def _spelled_set(choices: frozenset[Choice]) -> tuple[str, ...]:
    return tuple(sorted(choice.value for choice in choices))


@cache
def _converter() -> "Converter":
    from cattrs import Converter
    from cattrs.fns import identity
    from cattrs.gen import make_dict_unstructure_fn, override

    converter = Converter()

    def without_defaults(cls: type[Any]) -> Callable[[Any], dict[str, Any]]:
        # A value of None is left out, so an optional field is always written as its other kind.
        fields: dict[str, Any] = {
            name: override(unstruct_hook=_hook_of(kind, converter))
            for name, optional in fields_of(cls)
            if (kind := _unless_none(optional)) is not None and attrs.fields_dict(cls)[name].default is None
        }
        fields |= {
            name: override(unstruct_hook=_value) for name, kind in fields_of(cls) if is_enumeration(kind)
        }
        fields |= {name: override(omit_if_default=False) for name in stated_in_json(cls)}
        return make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True, **fields)

    def optional(kind: object) -> Callable[[Any], Any]:
        spell = _hook_of(_unless_none(kind), converter)
        # cattrs calls no function for a value that is written unchanged.
        return spell if spell is identity else lambda value: None if value is None else spell(value)

    converter.register_unstructure_hook_factory(is_model, without_defaults)
    converter.register_unstructure_hook_factory(
        _spells_what_is_empty,
        lambda cls: make_dict_unstructure_fn(cls, converter),
    )
    converter.register_unstructure_hook_factory(_is_optional, optional)
    converter.register_unstructure_hook_factory(is_collection, partial(_sequence, converter=converter))
    converter.register_unstructure_hook_func(_is_choice, _value)
    converter.register_unstructure_hook(datetime, _instant)
    converter.register_unstructure_hook(YearMonth, _year_month)
    converter.register_unstructure_hook(Period, _period)
    for cls, field in SPELLED.items():
        converter.register_unstructure_hook(cls, attrgetter(field))
    return converter


_YEARS = {year: f"{year}-" for year in range(1900, 2201)}
_MONTHS = [f"{month:02}" for month in range(13)]


def _year_month(month: YearMonth) -> str:
    return _YEARS[month.year] + _MONTHS[month.month]


def _period(period: Period) -> dict[str, str]:
    """Written here, because resumes are full of periods, and a comparison of each end with None takes long."""
    start = {"start": _year_month(period.start)}
    return start if period.end is None else {**start, "end": _year_month(period.end)}


@cache
def writer_of(cls: type[Any]) -> Callable[[Any], Any]:
    """Give the function that turns objects of a class into plain ones; it is made when it is first needed."""
    return _converter().get_unstructure_hook(cls)


def plain_of(value: object) -> Any:
    """Turn an object of the model into plain dicts, lists, strings, numbers and booleans."""
    kind: Any = type(value)
    return writer_of(kind)(value)
