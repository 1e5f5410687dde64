"""The fields of an item that follow a part of their own: left out of it where a viewer is not shown that part."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias, get_args, get_origin

import attrs

from ..model.building import fields_of, is_model, members_of
from ..model.own import placed_alone
from ..model.parts import Part
from .projectors import with_changed

Shows: TypeAlias = Callable[[Part | None], bool]
"""Whether a viewer is shown what follows a part, or for None what is for the owner alone."""

Confiner: TypeAlias = Callable[[Any, Shows], Any]


@cache
def confiner_of(annotation: object) -> Confiner | None:
    """How the fields that follow a part of their own are left out of a value; None where it has none."""
    if get_origin(annotation) is tuple:
        confine = confiner_of(get_args(annotation)[0])
        return (
            None if confine is None else lambda items, shows: tuple([confine(item, shows) for item in items])
        )
    by_type = {cls: _confined(cls) for cls in members_of(annotation) if is_model(cls)}
    if not any(by_type.values()):
        return None

    def whichever(value: Any, shows: Shows) -> Any:
        confine = by_type.get(type(value))
        return value if confine is None else confine(value, shows)

    return whichever


def _confined(cls: Any) -> Confiner | None:
    alone = placed_alone(cls)
    inner = {name: confine for name, kind in fields_of(cls) if (confine := confiner_of(kind))}
    if not alone and not inner:
        return None
    every = tuple(name for name, _ in fields_of(cls))
    nothing = {name: attrs.fields_dict(cls)[name].default for name in alone}

    def confined(record: Any, shows: Shows) -> Any:
        changed = {name: confine(getattr(record, name), shows) for name, confine in inner.items()}
        changed |= {name: nothing[name] for name, part in alone.items() if not shows(part)}
        return with_changed(record, every, changed)

    return confined
