"""Finds what is wrong in a value that was not checked when it was built: views are not, nor is anything that was unpickled."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TypeVar

from ..errors import MOST_PROBLEMS, InvalidValue, Problem, ResumeVisibilityError
from .building import MOST_ITEMS, Check, check_of, fields_of, is_model, most_items, resolve
from .shown import ShownSections

_T = TypeVar("_T")
_R = TypeVar("_R")


def checked(value: _T, use: Callable[[_T], _R]) -> _R:
    """Use a value. If that fails, and the value does not keep to its own annotations, the error says where.

    The value is looked into only then: a right one costs nothing.

    Args:
        value: an object of a class of the model, or a view.
        use: what is done with it, once. It may call a function of the platform's own.

    Raises:
        InvalidValue: a field of the value, at any depth, is missing or of a wrong type. It names the path.
        Exception: that of `use`, where the fields do not explain it.
    """
    try:
        return use(value)
    except ResumeVisibilityError:
        raise
    except Exception as error:  # whatever a wrong field leads to
        failure = error
    try:  # here, where no error that may hold a value is behind the one that is raised
        problems = tuple(islice(problems_in(value), MOST_PROBLEMS))
        raise InvalidValue(type(value).__name__, problems) if problems else failure
    finally:
        del failure  # it holds this frame, which would hold it


def problems_in(value: object) -> Iterator[Problem]:
    """The fields of a value, or of each item of a tuple, that do not keep to their annotations, at any depth. In what is neither an
    object of the model nor a view, nothing is found.
    """
    if type(value) is tuple:
        for place, item in enumerate(value):
            yield from (problem.under(f"[{place}]") for problem in problems_in(item))
    elif is_model(type(value)):
        for name, check in _checks_in(type(value)):
            field = getattr(value, name, _MISSING)  # of a pickle of another version, too
            yield from (problem.under(name) for problem in tuple(check(field)) or problems_in(field))


_MISSING = object()


def _checks_in(cls: type[object]) -> tuple[tuple[str, Check], ...]:
    resolve(cls)
    most = most_items(cls)
    return tuple(
        (
            name,
            _check_sections if isinstance(kind, TypeVar) else check_of(kind, most.get(name, MOST_ITEMS)),
        )
        for name, kind in fields_of(cls)
    )


_NO_SECTIONS = (Problem("", "expected a ShownSections"),)


def _check_sections(value: object) -> tuple[Problem, ...]:
    """The sections of a view are of a class that a platform may extend."""
    return () if isinstance(value, ShownSections) else _NO_SECTIONS
