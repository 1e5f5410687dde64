"""Errors for wrong arguments: they state the name of the argument, what would be right, and the type of what was given (LAW-7)."""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any, TypeGuard, cast


class Extensible:
    """The base of documents that a platform may extend. A subclass counts as such a document if attrs made it: so it was checked."""

    __slots__ = ()


def is_text(value: object) -> TypeGuard[str]:
    """Whether a value is a text. A lazy object that only claims to be one, as those of web frameworks do, is none."""
    return issubclass(type(value), str)


def mistake(name: str, right: str, value: object, got: str = "") -> TypeError:
    """Make the error for an argument that had to be something else, such as "a Policy". It holds nothing of the value.

    `got` says what is wrong where the type of the value does not.
    """
    kind = f"the class {value.__name__}" if isinstance(value, type) else type(value).__name__
    got = got or ("None" if value is None else kind)
    return TypeError(f"expected {name} to be {right}, got {got}")


def expect(name: str, value: object, *kinds: type[object]) -> None:
    """Refuse a value of any type but these. A subclass counts as another type, unless a platform may extend the document.

    Raises:
        TypeError: it is of none of them.
    """
    if type(value) not in kinds and not any(is_kind_of(type(value), kind) for kind in kinds):
        raise mistake(name, _one_of(kinds), value)


def expect_kind(name: str, value: object, kind: type[object]) -> None:
    """Refuse a value of any other type; a subclass is allowed. A lazy object that only claims to be one is of its own type.

    Raises:
        TypeError: it is of another.
    """
    if not issubclass(type(value), kind):
        raise mistake(name, a(kind), value)


def expect_each(name: str, values: object, *kinds: type[object]) -> tuple[Any, ...]:
    """Read the items of a list or of another iterable, once.

    Raises:
        TypeError: there are no items, it is a text, or an item is of none of the types.
    """
    expect_iterable(name, values, f"a list, each item {_one_of(kinds)}")
    items = tuple(cast("Iterable[Any]", values))
    for item in items:
        expect(f"each of {name}", item, *kinds)
    return items


def expect_texts(name: str, values: object) -> tuple[str, ...]:
    """Read texts, once. A text alone is refused, as its letters would be taken for texts.

    Raises:
        TypeError: there are no items, it is a text itself, or an item is not a text.
    """
    expect_iterable(name, values, "a list of str")
    texts = tuple(cast("Iterable[Any]", values))
    if {*map(type, texts)} - {str}:  # one look at all of them
        for text in texts:
            if not is_text(text):
                raise mistake(f"each of {name}", "a str", text)
    return texts


def expect_iterable(name: str, values: object, right: str) -> None:
    """Refuse a value without items, and one whose items are not meant: a text has letters, a mapping has keys. No item is read.

    Raises:
        TypeError: it is no such thing.
    """
    if type(values) is tuple or type(values) is list:  # as most are
        return
    # Of an enumeration `hasattr` would see the methods of the class itself, which its members do not have.
    has_items = any({"__iter__", "__getitem__"} & vars(base).keys() for base in type(values).__mro__)
    if isinstance(values, (str, bytes, bytearray, Mapping)) or not has_items:
        raise mistake(name, right, values)


def expect_function(name: str, value: object, right: str = "a function") -> None:
    """Refuse a value that cannot be called.

    Raises:
        TypeError: it cannot be called.
    """
    if not callable(value):
        raise mistake(name, right, value)


def expect_int(name: str, value: object, *, least: int | None = None) -> None:
    """Refuse a value that is no whole number, or is too small. A bool is no number.

    Raises:
        TypeError: it is no such number.
    """
    right = "an int" if least is None else f"an int of at least {least}"
    if type(value) is not int:
        raise mistake(name, right, value)
    if least is not None and value < least:
        raise TypeError(f"expected {name} to be {right}, got {value}")


def is_kind_of(cls: object, kind: type[object]) -> bool:
    """Whether something is a class of documents, or a class with which a platform extends it."""
    if cls is kind:
        return True
    if not (issubclass(kind, Extensible) and isinstance(cls, type) and issubclass(cls, kind)):
        return False
    # A class that attrs did not make may answer otherwise, and nobody checked it. Nor did anybody if a base replaces the check.
    check: Any = kind
    return "__attrs_attrs__" in vars(cls) and _check_in(cls) is _check_in(check)


def _check_in(cls: Any) -> object:
    return cls.__attrs_init_subclass__.__func__


def _one_of(kinds: Sequence[type[object]]) -> str:
    *others, last = map(a, kinds)
    if others:
        return f"{', '.join(others)} or {last}"
    [kind] = kinds
    return f"{last}, such as {next(iter(kind))}" if issubclass(kind, Enum) else last


def a(kind: type[object]) -> str:
    """A type with its article: "an Owner"."""
    if kind is type(None):
        return "None"
    if kind is bytes:
        return "bytes"
    return f"{'an' if kind.__name__[0] in 'AEIOaeio' else 'a'} {kind.__name__}"
