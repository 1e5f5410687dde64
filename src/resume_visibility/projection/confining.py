"""Leaves out the fields of an item that follow a part of their own, where a viewer is not shown that part."""

from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Any, TypeAlias, get_args, get_origin

import attrs

from ..model.building import classes_in, fields_of, is_model, members_of
from ..model.following import FOLLOWED
from ..model.own import placed_alone
from ..model.parts import Part
from ..model.sections import Profile, Work
from .projectors import with_changed

Shows: TypeAlias = Callable[[Part | None], bool]
"""Whether a viewer is shown the fields that follow a part; None stands for the fields that only the owner sees."""

Confiner: TypeAlias = Callable[[Any, Shows], Any]

_READ_OUT = {(Work, "position"), (Work, "period"), (Profile, "residence"), (Profile, "gender")}
"""The fields that are shown outside their section, too: the latest position, the region and the honorific are made from them."""


def check_following(sections: Iterable[object], beside: Iterable[object], *tables: Any) -> None:
    """Check that the library's own fields follow a part only where a view asks what a field follows (LAW-5).

    Args:
        sections: the annotations from which `confiner_of` leaves out fields.
        beside: the annotations of everything else of the document and its view.
        tables: the classes whose fields are sections, or lead to sections.

    Raises:
        TypeError: a field would be shown although its part is withheld.
    """
    heard = frozenset[Any]().union(*map(classes_in, sections))
    others = frozenset[Any](tables).union(*map(classes_in, beside))
    for cls in sorted(heard | others, key=lambda one: one.__name__):
        for name, part in placed_alone(cls).items():
            field = f"{cls.__name__}.{name}"
            if cls in others or (cls, name) in _READ_OUT:
                raise TypeError(
                    f"{field} is shown elsewhere, too, where nobody asks what it follows: take follows(…) away"
                )
            if part not in (None, *FOLLOWED):
                raise TypeError(f"{field} follows what nothing can follow")
            if attrs.fields_dict(cls)[name].default not in (None, ()):
                raise TypeError(f"{field} is expected to be None or () where it is withheld")


@cache
def confiner_of(annotation: object) -> Confiner | None:
    """Make the function that leaves out of a value the fields that follow a part of their own; None if it has no such field.

    An item is left out as a whole if one of its fields, at any depth, is left out and all others are empty. So is a value that may be
    None. An empty item would show that something is withheld (LAW-1).
    """
    if get_origin(annotation) is tuple:
        confine = confiner_of(get_args(annotation)[0])
        return None if confine is None else partial(_each_confined, confine)
    members = members_of(annotation)
    by_type = {cls: confine for cls in members if is_model(cls) and (confine := _confined(cls))}
    if not by_type:
        return None
    may_be_none = type(None) in members

    def whichever(value: Any, shows: Shows) -> Any:
        confine = by_type.get(type(value))
        left = value if confine is None else confine(value, shows)
        return None if may_be_none and _is_emptied(value, left) else left

    return whichever


def _each_confined(confine: Confiner, items: tuple[Any, ...], shows: Shows) -> tuple[Any, ...]:
    left = [(item, confine(item, shows)) for item in items]
    if all(one is item for item, one in left):
        return items
    return tuple([one for item, one in left if not _is_emptied(item, one)])


def _is_emptied(value: object, left: object) -> bool:
    """Whether some fields of a value are left out, filled in or not, and all others are empty."""
    return left is not value and _is_blank(left)


def _is_blank(value: object) -> bool:
    if is_model(kind := type(value)):
        return all(_is_blank(getattr(value, name)) for name, _ in fields_of(kind))
    return value is None or value == ()


def _confined(cls: Any) -> Confiner | None:
    alone = placed_alone(cls)
    inner = {name: confine for name, kind in fields_of(cls) if (confine := confiner_of(kind))}
    if not alone and not inner:
        return None
    every = tuple(name for name, _ in fields_of(cls))
    nothing = {name: attrs.fields_dict(cls)[name].default for name in alone}
    followed = frozenset(part for one in classes_in(cls) for part in placed_alone(one).values())

    def confined(record: Any, shows: Shows) -> Any:
        if all(map(shows, followed)):
            return record
        changed = {name: confine(getattr(record, name), shows) for name, confine in inner.items()}
        changed |= {name: nothing[name] for name, part in alone.items() if not shows(part)}
        return with_changed(record, every, changed)  # a copy, even if the fields that are left out were empty

    return confined
