"""Leaves out the fields of an item that follow a part of their own, where a viewer is not shown that part."""

from collections.abc import Callable, Iterable
from functools import cache, partial
from typing import Any, TypeAlias, get_args, get_origin

import attrs

from ..model.building import classes_in, fields_of, is_model, members_of, names_of
from ..model.own import FOLLOWED, placed_alone
from ..model.parts import Part
from ..model.sections import Profile, Work
from .projectors import with_changed

ShowsPart: TypeAlias = Callable[[Part | None], bool]
"""Whether a viewer is shown the fields that follow a part; None stands for the fields that only the owner sees."""

Confiner: TypeAlias = Callable[[Any, ShowsPart], Any]

_SHOWN_ELSEWHERE = {(Work, "position"), (Work, "period"), (Profile, "residence"), (Profile, "gender")}
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
    inside = frozenset[Any]().union(*map(classes_in, sections))
    outside = frozenset[Any](tables).union(*map(classes_in, beside))
    for cls in sorted(inside | outside, key=lambda kind: kind.__name__):
        for name, part in placed_alone(cls).items():
            field = f"{cls.__name__}.{name}"
            if cls in outside or (cls, name) in _SHOWN_ELSEWHERE:
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
        return None if confine is None else partial(_confine_items, confine)
    members = members_of(annotation)
    by_type = {cls: confine for cls in members if is_model(cls) and (confine := _confiner_of_class(cls))}
    if not by_type:
        return None
    may_be_none = type(None) in members

    def confine_value(value: Any, shows: ShowsPart) -> Any:
        confine = by_type.get(type(value))
        confined = value if confine is None else confine(value, shows)
        return None if may_be_none and _is_emptied(value, confined) else confined

    return confine_value


def _confine_items(confine: Confiner, items: tuple[Any, ...], shows: ShowsPart) -> tuple[Any, ...]:
    confined = [(item, confine(item, shows)) for item in items]
    if all(new is item for item, new in confined):
        return items
    return tuple([new for item, new in confined if not _is_emptied(item, new)])


def _is_emptied(value: object, confined: object) -> bool:
    """Whether some fields of a value are left out, filled in or not, and all others are empty."""
    return confined is not value and _is_blank(confined)


def _is_blank(value: object) -> bool:
    if is_model(kind := type(value)):
        return all(_is_blank(getattr(value, name)) for name in names_of(kind))
    return value is None or value == ()


def _confiner_of_class(cls: Any) -> Confiner | None:
    part_of = placed_alone(cls)
    confiners = {name: confine for name, kind in fields_of(cls) if (confine := confiner_of(kind))}
    if not part_of and not confiners:
        return None
    names = names_of(cls)
    defaults = {name: attrs.fields_dict(cls)[name].default for name in part_of}
    followed_parts = frozenset(part for model in classes_in(cls) for part in placed_alone(model).values())

    def confine_record(record: Any, shows: ShowsPart) -> Any:
        if all(map(shows, followed_parts)):
            return record
        changed = {name: confine(getattr(record, name), shows) for name, confine in confiners.items()}
        changed |= {name: defaults[name] for name, part in part_of.items() if not shows(part)}
        return with_changed(record, names, changed)  # a copy, even if the fields that are left out were empty

    return confine_record
