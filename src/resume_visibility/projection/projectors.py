"""Says how each type of the model reaches a view: redacted, shared as it is, or left out.

This follows from the annotation of a field. An annotation that this module does not know fails at import (LAW-5).
"""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from functools import cache
from operator import attrgetter, is_
from typing import Any, Final, TypeAlias, get_args, get_origin

from ..model.building import (
    Id,
    beside_none,
    check_of,
    classes_in,
    fields_of,
    is_enumeration,
    is_model,
    names_of,
)
from ..model.own import CLOSED
from ..model.parts import PARTS_OF, Document, Part
from ..model.values import Url
from .redactor import Redactor


class _Dropped(Enum):
    DROPPED = "dropped"


DROPPED: Final = _Dropped.DROPPED
"""Stands for a value that is left out whole, because it cannot be shown in part."""

Projector: TypeAlias = Callable[[Redactor, Any], Any]
"""Gives what may enter a view of a value, by a redactor."""


@cache
def projector_of(annotation: object) -> Projector | None:
    """Make the function that brings values of this annotation into a view; None if they enter as they are. It gets no empty value.

    Raises:
        TypeError: the annotation is not known here.
    """
    if annotation is str:
        return Redactor.__call__
    if annotation is Url:
        return lambda redactor, url: DROPPED if redactor.withholds(url) else url
    if annotation == Id or annotation in CLOSED or is_enumeration(annotation):
        return None
    if get_origin(annotation) is tuple and get_args(annotation)[1:] == (...,):
        item = get_args(annotation)[0]
        return Redactor.lines if item is str else _projector_of_items(projector_of(item))
    members = beside_none(annotation)
    if len(members) > 1 and all(map(is_model, members)):
        by_type = {member: projector_of(member) for member in members}
        return lambda redactor, value: _apply(by_type[type(value)], redactor, value)
    if len(members) == 1 and members[0] is not annotation:
        return projector_of(members[0])
    if is_model(annotation):
        return _projector_of_fields(annotation)
    raise TypeError(f"how does {annotation} enter a view? say so in projection/projectors.py")


def check_classified(
    document: Document,
    model: type[Any],
    shown: type[Any],
    sources: Mapping[str, Any],
    *,
    governing: frozenset[str],
    derived: Iterable[str] = (),
    beside: Iterable[str],
) -> None:
    """Check that every field and every part of a document, and every field of its view, is classified, and so is the type of each (LAW-5).

    Args:
        document: the kind of document.
        model: its class.
        shown: the class of the sections of its view.
        sources: the annotation of each section that is read from the model.
        governing: the fields that decide, and are never shown.
        derived: the sections that are made of others.
        beside: the names of the parts that are no section.

    Raises:
        TypeError: a field or part is not classified, or the view declares it otherwise; or a type has no check.
    """
    view = dict(fields_of(shown))
    fields = {*names_of(model)}
    parts = {part.value for part in PARTS_OF[document]}
    for name in (
        (sources.keys() | {*derived}) ^ view.keys() | parts ^ (view.keys() | {*beside}) | governing - fields
    ):
        if name in governing - fields:
            raise TypeError(f"{name} is not classified: remove it from what governs, in model/own.py")
        elsewhere = name in {part.value for part in Part} - parts
        part = (
            f"list Part.{name.upper()} among the parts of a {document.value} in model/parts.py"
            if elsewhere
            else "give it a Part of its name in model/parts.py"
        )
        steps = (
            (part, parts),
            (f"a field of {_place_of(shown)}", view.keys() | {*beside}),
            (f"a field of {_place_of(model)}", sources.keys() | {*derived, *beside}),
        )
        raise TypeError(
            f"{name} is not classified: {', and '.join(step for step, done in steps if name not in done)}; "
            "or write it among what governs, in model/own.py, if it decides and is never shown"
        )
    for name, kind in sources.items():
        if view[name] not in (kind, kind | None):
            raise TypeError(f"{shown.__name__}.{name} is declared other than in the model")
    for kind in {kind for cls in classes_in(model) | classes_in(shown) for _, kind in fields_of(cls)}:
        check_of(kind)  # for its error: the first document is too late for it


def _place_of(cls: type[Any]) -> str:
    """A class of the library, and the file that it is in."""
    return f"{cls.__name__} in {cls.__module__.partition('.')[2].replace('.', '/')}.py"


def _apply(projector: Projector | None, redactor: Redactor, value: Any) -> Any:
    return value if projector is None else projector(redactor, value)


def _projector_of_items(projector: Projector | None) -> Projector | None:
    if projector is None:
        return None

    def project_items(redactor: Redactor, items: tuple[Any, ...]) -> Any:
        projected = [projector(redactor, item) for item in items]
        # By identity: a platform's own items may define equality in their own way.
        if all(map(is_, projected, items)):
            return items
        return tuple([new for new in projected if new is not DROPPED])

    return project_items


def _projector_of_fields(cls: type[object]) -> Projector | None:
    by_name = {name: projector for name, kind in fields_of(cls) if (projector := projector_of(kind))}
    if not by_name:
        return None
    field_names = names_of(cls)
    names = tuple(by_name)
    projectors = tuple(by_name.values())
    read = attrgetter(*names) if len(names) > 1 else lambda record: (getattr(record, names[0]),)

    def project_record(redactor: Redactor, record: Any) -> Any:
        changed = {}
        for name, projector, old in zip(names, projectors, read(record), strict=True):
            if old:
                new = projector(redactor, old)
                if new is DROPPED:
                    return DROPPED
                if new is not old:
                    changed[name] = new
        return with_changed(record, field_names, changed) if changed else record

    return project_record


def with_changed(record: Any, field_names: tuple[str, ...], changed: dict[str, Any]) -> Any:
    """Copy a record with other texts, without checks: whatever redaction leaves of a valid text can be shown.

    A check here could only turn one bad text into an error for everybody who asks (LAW-6).
    """
    copy = object.__new__(type(record))
    for name in field_names:
        object.__setattr__(copy, name, changed[name] if name in changed else getattr(record, name))
    return copy
