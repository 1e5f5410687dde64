"""What types say of a row before there is one: its names, and whether a value of a type fits a field."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

from ..codec.parsing import MANY
from ..codec.spelling import SPELLED
from ..model.building import Id, beside_none, is_collection, is_model
from ..model.values import YearMonth

UNKNOWN: Any = object
"""A type that says nothing."""


def member_type(kind: Any, name: str) -> Any:
    """The type under a name of another type.

    Raises:
        LookupError: it has nothing of that name.
    """
    found = []
    for one in _alternatives(kind):
        if _list_item_type(one) is not None:
            continue  # it has items, and no names
        if (
            one is UNKNOWN
            or not isinstance(one, type)
            or (issubclass(one, Mapping) and not is_typeddict(one))
        ):
            return UNKNOWN
        hints = _hints(one)
        if name in hints:
            found.append(hints[name])
        elif hasattr(one, name):
            return UNKNOWN
    if not found:
        raise LookupError(name)
    return found[0] if len(found) == 1 else UNKNOWN


def item_type(kind: Any) -> Any:
    """The type of the items in a list type; of any other type, the type itself."""
    items = [_list_item_type(one) for one in _alternatives(kind)]
    if all(item is None for item in items):
        return kind
    return items[0] if len(items) == 1 else UNKNOWN


def result_type(convert: Callable[..., Any]) -> Any:
    """The type of the result of a function, as far as it is stated."""
    return convert if isinstance(convert, type) else _hints(convert).get("return", UNKNOWN)


def fits(kind: Any, target: Any) -> bool:
    """Whether a value of a type may be right for a field. A type that says nothing may be right."""
    return any(_fits_one(one, member) for one in _alternatives(kind) for member in beside_none(target))


def type_text(kind: Any) -> str:
    """A type as a message has it."""
    members = [
        one.__name__ if isinstance(one, type) and not get_args(one) else str(one)
        for one in _alternatives(kind)
    ]
    return " or ".join(members)


def _fits_one(kind: Any, target: Any) -> bool:
    origin = get_origin(kind) or kind
    if not isinstance(origin, type) or origin is object:
        return True
    if is_collection(target):
        item = _list_item_type(kind)
        return item is not None and fits(item, get_args(target)[0])
    return any(origin is one for one in _accepted_types(target))


def _list_item_type(kind: Any) -> Any:
    """The type of the items of one list type; None for any other type."""
    origin = get_origin(kind) or kind
    if (
        not isinstance(origin, type)
        or not issubclass(origin, Iterable)
        or issubclass(origin, (str, bytes, Mapping))
    ):
        return None
    return next(iter(get_args(kind)), UNKNOWN) if origin in MANY or get_args(kind) else None


def _accepted_types(target: Any) -> tuple[type[Any], ...]:
    """The types of values that the codec takes for a field of one kind."""
    if target == Id:
        return (str,)
    if target is YearMonth:
        return (YearMonth, str, date)
    if target is datetime:
        return (datetime, str)
    if target in SPELLED or issubclass(target, Enum):
        return (target, str)
    return (target, dict) if is_model(target) else (target,)


def _alternatives(kind: Any) -> tuple[Any, ...]:
    """The alternatives of a type, without None and without what is wrapped around each."""
    return tuple(map(_unwrap, beside_none(_unwrap(kind)))) or (UNKNOWN,)


def _unwrap(kind: Any) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if kind is Any:
        return UNKNOWN
    if origin is Annotated:
        return _unwrap(arguments[0])
    if isinstance(origin, type) and len(arguments) == 1 and not issubclass(origin, Iterable):
        return _unwrap(arguments[0])  # what holds one value, such as `Mapped` of SQLAlchemy
    if origin is Literal:
        return type(arguments[0])
    return _unwrap(kind.__supertype__) if hasattr(kind, "__supertype__") else kind


def _hints(of: Any) -> dict[str, Any]:
    try:
        return get_type_hints(of, include_extras=True)
    except Exception:  # a name that is not there at run time: the names of fields are all that can be known
        classes = getattr(of, "__mro__", (of,))
        return {name: UNKNOWN for one in classes for name in getattr(one, "__annotations__", {})}


def in_declared_order(names: Iterable[str], kind: type) -> list[str]:
    """The names of what an object holds, in the order of its class: SQLAlchemy fills its objects in another order each time (LAW-6).

    Args:
        names: of the values that it holds.
        kind: its class.
    """
    held = dict.fromkeys(names)
    declared = dict.fromkeys(name for one in reversed(kind.__mro__) for name in vars(one) if name in held)
    return [*(declared | held)]
