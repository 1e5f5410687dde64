"""Rows made of resumes, under other names, and the mappings that read them back."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, get_args, get_origin

from resume_visibility.codec.spelling import SPELLED
from resume_visibility.interchange import Each
from resume_visibility.model import YearMonth
from resume_visibility.model.building import fields_of, is_model, members_of

Renamed = Callable[[str], str]


def single(kind: Any) -> Any:
    """The one class that a field holds; None for a single value, or where it may be one of several classes."""
    classes = [
        one for one in members_of(kind) if is_model(one) and one not in SPELLED and one is not YearMonth
    ]
    return classes[0] if len(classes) == 1 else None


def item_in(kind: Any) -> Any:
    """The annotation of the items of a list; None for what is none."""
    return get_args(kind)[0] if get_origin(kind) in (tuple, frozenset) else None


def fields_for(cls: Any, renamed: Renamed, here: str = "", there: str = "") -> dict[str, Any]:
    """A mapping of every field of a class from the one that a row calls so."""
    found: dict[str, Any] = {}
    for name, kind in fields_of(cls):
        target, source = f"{here}{name}", f"{there}{renamed(name)}"
        item = item_in(kind)
        if (one := single(kind)) is not None:
            found |= fields_for(one, renamed, f"{target}.", f"{source}.")
        elif item is not None and (one := single(item)) is not None:
            found[target] = Each(source, fields_for(one, renamed))
        else:
            found[target] = source
    return found


def renamed_document(cls: Any, plain: Any, renamed: Renamed, made: Callable[..., Any] = dict) -> Any:
    """A resume's document as rows under other names, of whatever `made` makes of them."""
    kinds, row = dict(fields_of(cls)), {}
    for name, value in plain.items():
        kind, item = kinds[name], item_in(kinds[name])
        if value is not None and (one := single(kind)) is not None:
            value = renamed_document(one, value, renamed, made)
        elif item is not None and (one := single(item)) is not None:
            value = [renamed_document(one, each, renamed, made) for each in value]
        row[renamed(name)] = value
    # An object has every attribute, though there be nothing in it.
    return made(**({} if made is dict else {renamed(name): None for name in kinds} | row) or row)


def as_objects(cls: Any, plain: Any, renamed: Renamed) -> Any:
    """The same, of objects with attributes."""
    return renamed_document(cls, plain, renamed, SimpleNamespace)
