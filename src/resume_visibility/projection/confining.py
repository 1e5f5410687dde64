"""The fields of an item that follow a part of their own: left out of it where a viewer is not shown that part."""

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
"""Whether a viewer is shown what follows a part, or for None what is for the owner alone."""

Confiner: TypeAlias = Callable[[Any, Shows], Any]

_READ_OUT = {(Work, "position"), (Work, "period"), (Profile, "residence"), (Profile, "gender")}
"""The fields that are shown outside their section, too: of them the latest position, the region and the honorific are made."""


def check_following(sections: Iterable[object], beside: Iterable[object], *tables: Any) -> None:
    """That the library's own fields follow a part only where a view listens to it (LAW-5).

    Args:
        sections: the annotations out of which `confiner_of` leaves fields.
        beside: the annotations of everything else of the document and its view.
        tables: the classes of which each field is a section, or leads to one.

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
    """How the fields that follow a part of their own are left out of a value; None where it has none.

    An item of which a field is left out, of its own or of what it holds, and in which nothing else is, is left out itself, and so is a
    value that may be None: that there is one would say that something is withheld (LAW-1).
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
    """Whether fields of a value are left out, filled in or not, and nothing is in the others."""
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
        return with_changed(record, every, changed)  # another, even where nothing was in what is left out

    return confined
