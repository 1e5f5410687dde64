"""The definitions that schemas refer to, made from the annotations, limits and docstrings of classes."""

import inspect
import re
from collections.abc import Callable
from datetime import datetime
from enum import Enum
from types import NoneType
from typing import Any, TypeAlias, TypeVar, get_args, get_origin

import attrs

from ..model.building import (
    GREATEST_WHOLE,
    ID,
    LEAST_WHOLE,
    MOST_CHARACTERS,
    MOST_ITEMS,
    NO_LIMITS,
    Choice,
    Id,
    Limits,
    expected_for,
    fields_of,
    is_collection,
    is_model,
    limits_of,
    members_of,
    most_items,
    names_of,
    required_of,
)
from ..model.parts import Part
from ..model.regions import COUNTRIES, PROVINCES, IpRegion
from ..model.shown import ShownSections
from ..model.values import YearMonth
from ..model.viewers import KIND_NAMES, KINDS, Viewer
from ..projection.form_view import CONTAINERS, VIEWS
from .dumping import VIEW_SCHEMA
from .spelling import BLANKS, INSTANT, MONTH, SPELLED

Schema: TypeAlias = dict[str, Any]


@attrs.frozen(repr=False)
class Definitions:
    """Definitions by their names, each made when it is first referred to.

    Args:
        place: the text before a name in a reference.
        shown: the class of the sections of a view.
        made: the definitions made so far.
    """

    place: str
    shown: type[ShownSections]
    made: dict[str, Schema] = attrs.field(factory=dict, init=False)
    _kinds: dict[str, Any] = attrs.field(factory=dict, init=False)

    def of(
        self, kind: Any, written: bool, limits: Limits = NO_LIMITS, most: int | None = MOST_ITEMS
    ) -> Schema:
        """The schema of a value of this annotation; a reference if it has a name.

        Args:
            kind: the annotation of a field, or a class.
            written: whether the value is in a view, where texts and lists have no limit of length.
            limits: the limits of a text or whole number in it.
            most: the most items of a list or set.
        """
        if kind == Viewer:
            return self._named("Viewer", kind, written)
        if isinstance(kind, TypeVar):
            kind = self.shown
        if len(members_of(kind)) > 1:
            return {"oneOf": [self.of(member, written, limits, most) for member in members_of(kind)]}
        if is_collection(kind):
            sized = {} if written else {"maxItems": most}
            alone = {"uniqueItems": True} if get_origin(kind) is frozenset else {}
            return {"type": "array", "items": self.of(get_args(kind)[0], written, limits), **sized, **alone}
        if kind is NoneType or kind is bool:
            return {"type": "null" if kind is NoneType else "boolean"}
        if kind is int:
            return {"type": "integer", "minimum": LEAST_WHOLE, "maximum": GREATEST_WHOLE} | _bounds(limits)
        if kind is str and limits.like is not None:
            return {"type": "string", **_bounds(limits)}
        shorter = {} if written else _bounds(limits)
        return {**self._named(_name_of(kind, written), kind, written), **shorter}

    def _named(self, name: str, kind: Any, written: bool) -> Schema:
        if self._kinds.setdefault(name, kind) != kind:  # a class of one's own with a name of the library's
            return self._named(f"{name}2", kind, written)
        if name not in self.made:
            self.made[name] = {}  # so that it comes before the definitions to which it refers
            self.made[name] |= self._definition(kind, written)
        return {"$ref": self.place + name}

    def _definition(self, kind: Any, written: bool) -> Schema:
        if kind == Viewer:
            about = "Who asks, and what for; `kind` says which."
            return {"description": about, "oneOf": [self.of(cls, written) for cls in KINDS.values()]}
        if kind is str:
            sized = {} if written else {"maxLength": MOST_CHARACTERS}
            # No pattern can say both without searching a long text again and again.
            shape = {"type": "string", "pattern": f"[^{BLANKS}]", "not": {"pattern": r"\x00"}, **sized}
            return {"description": expected_for(kind), **shape}
        if kind in _LEAVES:
            return _LEAVES[kind]()
        if kind in SPELLED:
            limits = limits_of(kind)[SPELLED[kind]]
            return {"description": _about(kind), "type": "string", **_bounds(limits)}
        if issubclass(kind, Enum):
            own = vars(kind).get("__doc__") or kind.__name__  # not Python's docstring of every enumeration
            return {"description": in_a_line(own), "enum": [member.value for member in kind]}
        return self._object(kind, written)

    def _object(self, cls: type[Any], written: bool) -> Schema:
        limits, most, stated = limits_of(cls), most_items(cls), _arguments(cls)
        own: Schema = {}
        if cls in KIND_NAMES:
            own = {"kind": {"const": KIND_NAMES[cls]}}
        properties = {
            name: {
                **self.of(kind, written, limits[name], most.get(name)),
                **({"description": stated[name]} if name in stated else {}),
                **_default(cls, name),
            }
            for name, kind in fields_of(cls)
        }
        last = {"schema": {"const": VIEW_SCHEMA}} if cls in VIEWS else {}
        return {
            "description": _about(cls),
            "type": "object",
            "properties": {**own, **properties, **last},
            "required": [*own, *_required(cls), *last],
            "additionalProperties": False,
        }


_LEAVES: dict[Any, Callable[[], Schema]] = {
    Id: lambda: {"description": expected_for(Id), "type": "string", "pattern": _whole(ID)},
    datetime: lambda: {
        "description": expected_for(datetime),
        "type": "string",
        "format": "date-time",
        "pattern": _whole(INSTANT),
    },
    YearMonth: lambda: {"description": _about(YearMonth), "type": "string", "pattern": _whole(MONTH)},
    IpRegion: lambda: {"description": _about(IpRegion), "enum": [*PROVINCES, *sorted(COUNTRIES)]},
}
"""The types that JSON spells in a special way."""

_PARTS = {part.value for part in Part}
_WITH_ITS_PART = "virtual_numbers"
"""A key that a view leaves out though it is no part: it goes with the virtual number."""


def _required(cls: type[Any]) -> list[str]:
    """The keys that are always there."""
    names = names_of(cls)
    if issubclass(cls, CONTAINERS):
        sections = names if issubclass(cls, ShownSections) else ()
        return [name for name in names if name not in {*_PARTS, *sections, _WITH_ITS_PART}]
    required = required_of(cls)
    return [name for name in names if name in required]


def _default(cls: type[Any], name: str) -> Schema:
    """The value that a missing key stands for, if JSON can express it."""
    default = attrs.fields_dict(cls)[name].default
    value = default.value if isinstance(default, Choice) else default
    return {"default": value} if type(value) in (str, int, bool) else {}


def _name_of(kind: Any, written: bool) -> str:
    """The name of a definition. A type that views write in another way than it is read has a name of its own there."""
    name = {str: "Text", Id: "Id", datetime: "Instant", YearMonth: "Month"}.get(kind) or kind.__name__
    return f"Shown{name}" if written and not _is_whole(kind) and not _is_alike(kind) else name


def _is_whole(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, (*VIEWS, *CONTAINERS))


def _is_alike(kind: Any) -> bool:
    """Whether views spell a value as documents do: it holds no text and no list, which may be longer in a view."""
    if is_model(kind) and kind not in SPELLED and kind not in _LEAVES:
        limits = limits_of(kind)
        return all(limits[name].like is not None or _is_alike(field) for name, field in fields_of(kind))
    members = members_of(kind)
    if len(members) > 1:
        return all(map(_is_alike, members))
    return kind is not str and not is_collection(kind)


def _bounds(limits: Limits) -> Schema:
    said = {
        "pattern": None if limits.like is None else _whole(limits.like),
        "maxLength": limits.longest,
        "minimum": limits.least,
        "maximum": limits.greatest,
    }
    return {word: bound for word, bound in said.items() if bound is not None}


def _whole(pattern: re.Pattern[str]) -> str:
    """A pattern that matches the whole text only."""
    return f"^(?:{pattern.pattern})$"


_ARGUMENT = re.compile(r"^    (\w+): (.+(?:\n {8}.+)*)", re.MULTILINE)


def _arguments(cls: type[Any]) -> dict[str, str]:
    """The descriptions of the fields in the docstring of a class."""
    arguments = (inspect.getdoc(cls) or "").partition("\nArgs:\n")[2]
    return {name: in_a_line(text) for name, text in _ARGUMENT.findall(arguments)}


def _about(cls: type[Any]) -> str:
    """The description of a class, and what its reader requires beyond the schema."""
    first = in_a_line((inspect.getdoc(cls) or cls.__name__).partition("\n\n")[0])
    beyond = cls._problems.__doc__ if "_problems" in vars(cls) else None
    return f"{first} Beyond this schema: {in_a_line(beyond)}" if beyond else first


def in_a_line(text: str) -> str:
    """A text of several lines as one line."""
    return " ".join(text.split())
