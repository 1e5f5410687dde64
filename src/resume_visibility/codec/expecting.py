"""The words of errors for what is expected where JSON has objects and lists of them."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Any

from ..model.building import beside_none, expected_for, is_model, names_of, required_of
from ..model.values import YearMonth
from .spelling import SPELLED, is_string

A_MONTH = "a year and month, such as 2019-07, from 1900 to 2200"
"""The words for a month that is expected."""

MISSING = "required, but missing"
"""The words for a field that is not there."""


def is_union(annotation: object) -> bool:
    """Whether an annotation is a union, beside None: one of classes, as nothing else may be declared (LAW-5)."""
    return len(beside_none(annotation)) > 1


def discriminator_of(classes: Iterable[type[Any]]) -> Callable[[object], Collection[type[Any]]]:
    """Make the function that says which of some classes a JSON value is: by a key that only one class has, or because it is a string.

    Args:
        classes: the classes of a union; the objects of at most one of them are spelled as strings.

    Returns:
        A function of a value that gives one class; none or several if the value does not fit one.
    """
    strings, objects = _sorted_out(classes)
    keys = _discriminating(objects)

    def classes_for(value: object) -> Collection[type[Any]]:
        if isinstance(value, dict):
            return {keys[key] for key in dict.keys(value) if key in keys} if len(objects) > 1 else objects
        return strings if isinstance(value, (str, date)) else ()

    return classes_for


def _sorted_out(classes: Iterable[type[Any]]) -> tuple[list[type[Any]], list[type[Any]]]:
    """The classes whose objects are strings in JSON, and the classes whose objects are objects there."""
    every = [*classes]
    return [cls for cls in every if is_string(cls)], [cls for cls in every if not is_string(cls)]


def _discriminating(classes: Iterable[type[Any]]) -> dict[str, type[Any]]:
    """The keys that only one of some classes has, each with its class."""
    names = {cls: names_of(cls) for cls in classes}
    times = Counter(name for every in names.values() for name in every)
    return {name: cls for cls, every in names.items() for name in every if times[name] == 1}


def either(annotation: object) -> str:
    """Describe in words the JSON of a union of classes."""
    strings, objects = _sorted_out(beside_none(annotation))
    if len(objects) == 1:
        return f"a string, or an object with {', '.join(names_of(objects[0]))}"
    # Of the keys that distinguish a class, one that the class requires.
    key_of = {
        cls: name for name, cls in reversed(_discriminating(objects).items()) if name in required_of(cls)
    }
    keys = " or ".join(key_of[cls] for cls in objects)  # each has one, or it would not be declared
    return f"{'a string, or ' if strings else ''}an object with {keys}, and not both"


def item_in_words(annotation: object) -> str:
    """Describe in words how JSON spells an item of a list."""
    if is_union(annotation):
        return either(annotation)
    if annotation in SPELLED:
        return "a string"
    if annotation is YearMonth:
        return A_MONTH
    if is_model(annotation):
        return f"an object with {', '.join(names_of(annotation))}"
    return expected_for(annotation)
