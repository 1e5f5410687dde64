"""Replaces a text in a whole document."""

from functools import cache
from operator import is_
from typing import Any, TypeVar, cast, get_args

import attrs

from ..model.building import classes_in, fields_of, is_model
from ..model.names import PersonName

_T = TypeVar("_T")


def replace_text(value: _T, old: str, new: str) -> _T:
    """The same value of the model, with one string replaced by another in all of its texts. A part without it stays the same object: a
    pickle distinguishes one object that is there twice from two that are equal.
    """
    if isinstance(value, str):
        return cast("_T", value.replace(old, new))
    if isinstance(value, tuple):
        replaced_items = tuple(replace_text(item, old, new) for item in value)
        return value if all(map(is_, value, replaced_items)) else cast("_T", replaced_items)
    if is_model(type(value)):
        cls: Any = type(value)
        changed = {}
        for name in _with_texts(cls):
            before = getattr(value, name)
            after = replace_text(before, old, new)
            if after is not before:
                changed[name] = after
        return cast("_T", attrs.evolve(cast("Any", value), **changed)) if changed else value
    return value


@cache
def _with_texts(cls: type[Any]) -> tuple[str, ...]:
    """The fields of a class that may hold a text, at any depth; none of a name, which is varied as a whole."""
    fields = () if issubclass(cls, PersonName) else fields_of(cls)
    return tuple(
        name
        for name, kind in fields
        if _is_text(kind) or any(_is_text(inner) for one in classes_in(kind) for _, inner in fields_of(one))
    )


def _is_text(annotation: Any) -> bool:
    """Whether a value of an annotation may be a text, or have texts as its items."""
    return annotation is str or any(map(_is_text, get_args(annotation)))
