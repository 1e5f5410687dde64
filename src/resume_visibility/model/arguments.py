"""What is said of an argument that does not belong there: its name, what would be right, and the type of what came (LAW-7)."""

from collections.abc import Iterable
from typing import Any, cast


class Extensible:
    """The base of documents that a platform may extend: a subclass is one, too, if attrs made it, and so it was checked."""

    __slots__ = ()


def mistake(name: str, right: str, value: object, got: str = "") -> TypeError:
    """The error for an argument of a wrong type. Nothing of the value is in it.

    Args:
        name: of the argument.
        right: what it has to be, such as "a Policy".
        value: that was given.
        got: what to call it, if its type does not say what is wrong.
    """
    kind = f"the class {value.__name__}" if isinstance(value, type) else type(value).__name__
    got = got or ("None" if value is None else kind)
    return TypeError(f"expected {name} to be {right}, got {got}")


def expect(name: str, value: object, *kinds: type[object]) -> None:
    """Refuse a value of any other type.

    Args:
        name: of the argument.
        value: that was given.
        kinds: the types that it may be of; a subclass is another, but of a document that a platform may extend.

    Raises:
        TypeError: it is of none of them.
    """
    if type(value) not in kinds and not any(is_kind_of(type(value), kind) for kind in kinds):
        raise mistake(name, _one_of(kinds), value)


def expect_kind(name: str, value: object, kind: type[object]) -> None:
    """Refuse a value of any other type; a subclass will do.

    Args:
        name: of the argument.
        value: that was given.
        kind: the type that it may be of.

    Raises:
        TypeError: it is of another.
    """
    if not isinstance(value, kind):
        raise mistake(name, a(kind), value)


def expect_each(name: str, values: object, *kinds: type[object]) -> tuple[Any, ...]:
    """The items of a list or of another iterable, read once.

    Args:
        name: of the argument.
        values: that were given.
        kinds: the types that each item may be of.

    Raises:
        TypeError: there are no items, it is a text, or an item is of none of the types.
    """
    expect_iterable(name, values, f"a list, each item {_one_of(kinds)}")
    items = tuple(cast("Iterable[Any]", values))
    for item in items:
        expect(f"each of {name}", item, *kinds)
    return items


def expect_texts(name: str, values: object) -> tuple[str, ...]:
    """Texts, read once. A text alone is refused: its letters would be taken for texts.

    Args:
        name: of the argument.
        values: that were given.

    Raises:
        TypeError: there are no items, it is a text itself, or an item is not a text.
    """
    expect_iterable(name, values, "a list of str")
    texts = tuple(cast("Iterable[Any]", values))
    if {*map(type, texts)} - {str}:  # one look at many
        for text in texts:
            if not isinstance(text, str):
                raise mistake(f"each of {name}", "a str", text)
    return texts


def expect_iterable(name: str, values: object, right: str) -> None:
    """Refuse what has no items, and what has others than were meant: a text has letters, a dict has keys.

    Args:
        name: of the argument.
        values: that were given; none of them is read.
        right: what it has to be.

    Raises:
        TypeError: it is no such thing.
    """
    kind = type(values)
    if isinstance(values, (str, bytes, dict)) or not (
        hasattr(kind, "__iter__") or hasattr(kind, "__getitem__")
    ):
        raise mistake(name, right, values)


def expect_function(name: str, value: object, right: str = "a function") -> None:
    """Refuse what cannot be called.

    Args:
        name: of the argument.
        value: that was given.
        right: what it has to be.

    Raises:
        TypeError: it cannot be called.
    """
    if not callable(value):
        raise mistake(name, right, value)


def expect_int(name: str, value: object, *, least: int | None = None) -> None:
    """Refuse what is no whole number, or one that is too small.

    Args:
        name: of the argument.
        value: that was given; a bool is no number.
        least: that it may be.

    Raises:
        TypeError: it is no such number.
    """
    right = "an int" if least is None else f"an int of at least {least}"
    if type(value) is not int:
        raise mistake(name, right, value)
    if least is not None and value < least:
        raise TypeError(f"expected {name} to be {right}, got {value}")


def is_kind_of(cls: object, kind: type[object]) -> bool:
    """Whether something is a class of documents, or one that a platform declared to extend it.

    Args:
        cls: what is asked about.
        kind: the library's class.
    """
    if cls is kind:
        return True
    if not (issubclass(kind, Extensible) and isinstance(cls, type) and issubclass(cls, kind)):
        return False
    # What attrs did not make could answer otherwise, and nobody checked it; nor where a base takes the place of the check.
    check: Any = kind
    return "__attrs_attrs__" in vars(cls) and _check_in(cls) is _check_in(check)


def _check_in(cls: Any) -> object:
    return cls.__attrs_init_subclass__.__func__


def _one_of(kinds: Iterable[type[object]]) -> str:
    *others, last = map(a, kinds)
    return f"{', '.join(others)} or {last}" if others else last


def a(kind: type[object]) -> str:
    """A type with its article: "an Owner"."""
    if kind is type(None):
        return "None"
    if kind is bytes:
        return "bytes"
    return f"{'an' if kind.__name__[0] in 'AEIOaeio' else 'a'} {kind.__name__}"
