"""Conditions on the rows of a resume or form: a small closed union of values. Each has a sentence and a meaning.

`holds` is the meaning: every backend is tested against it.
"""

from collections.abc import Iterable, Iterator
from typing import NoReturn, TypeAlias

import attrs

from ..model.arguments import expect, mistake
from .rows import Relation, Row, Stored, at_of

Value: TypeAlias = str | bool | int
"""The value of a column."""


@attrs.frozen
class Always:
    """Holds of every row."""


@attrs.frozen
class Never:
    """Holds of no row."""


@attrs.frozen
class In:
    """A column has one of these values.

    Args:
        column: of the row.
        values: at least one.
    """

    column: str
    values: frozenset[Value]


@attrs.frozen
class UpTo:
    """A column of numbers or instants has at most this value."""

    column: str
    most: int


@attrs.frozen
class After:
    """A column of instants has a later value than this one."""

    column: str
    than: int


@attrs.frozen
class PartOf:
    """The text in a column is contained in one of these (BLOCK-2).

    Args:
        column: of folded keywords.
        texts: names of a company, folded.
    """

    column: str
    texts: tuple[str, ...]


@attrs.frozen
class All:
    """All of these hold."""

    of: "tuple[Condition, ...]"


@attrs.frozen
class Some:
    """At least one of these holds."""

    of: "tuple[Condition, ...]"


@attrs.frozen
class Not:
    """This does not hold."""

    of: "Condition"


@attrs.frozen
class Later:
    """There is a row that is later than a given row.

    Args:
        relation: where such rows are.
        where: the condition on such a row.
        or_same: whether a row of the same instant counts, too (APPLY-6).
    """

    relation: Relation
    where: "Condition"
    or_same: bool = False


@attrs.frozen
class Has:
    """The resume or form has a row for which a condition holds.

    Args:
        relation: where that row is.
        where: the condition on that row.
        unless: the row does not count if such a later row of the same resume or form exists. Both rows have a column `at`.
    """

    relation: Relation
    where: "Condition"
    unless: Later | None = None


Condition: TypeAlias = Always | Never | In | UpTo | After | PartOf | All | Some | Not | Has

ALWAYS, NEVER_HOLDS = Always(), Never()


def every(conditions: Iterable[Condition]) -> Condition:
    """All of the conditions, written as short as can be."""
    found: list[Condition] = []
    for one in conditions:
        if type(one) is Never:
            return one
        if type(one) is not Always:
            found += one.of if type(one) is All else (one,)
    once = _once(found)
    if not once:
        return ALWAYS
    return once[0] if len(once) == 1 else All(once)


def some(conditions: Iterable[Condition]) -> Condition:
    """At least one of the conditions, written as short as can be."""
    found: list[Condition] = []
    for one in conditions:
        if type(one) is Always:
            return one
        if type(one) is not Never:
            found += one.of if type(one) is Some else (one,)
    once = _once(found)
    if not once:
        return NEVER_HOLDS
    return once[0] if len(once) == 1 else Some(once)


_FEW = 8


def _once(conditions: list[Condition]) -> tuple[Condition, ...]:
    """Each of some conditions once. A few are compared faster than hashed; a headhunter has one condition for each of 500 clients."""
    if len(conditions) > _FEW:
        return tuple(dict.fromkeys(conditions))
    return tuple([one for place, one in enumerate(conditions) if one not in conditions[:place]])


def opposite(condition: Condition) -> Condition:
    """The condition that holds where this one does not."""
    match condition:
        case Always():
            return NEVER_HOLDS
        case Never():
            return ALWAYS
        case Not(of):
            return of
        case _:
            return Not(condition)


def has(relation: Relation, where: Condition, unless: Later | None = None) -> Condition:
    """The condition that there is such a row, written as short as can be."""
    if isinstance(where, Never):
        return NEVER_HOLDS
    if unless is not None and isinstance(unless.where, Never):
        unless = None
    return Has(relation, where, unless)


def looks_elsewhere(condition: Condition) -> bool:
    """Whether a condition needs more than the one row. Conditions that do not are cheaper to try first."""
    match condition:
        case Has():
            return True
        case All(of) | Some(of):
            return any(map(looks_elsewhere, of))
        case Not(one):
            return looks_elsewhere(one)
        case _:
            return False


def written_out(condition: Condition) -> int:
    """Count the characters of all texts that are contained in the names of a condition: the cost of looking each of them up.

    A name of 200 characters gives a million, and a headhunter has 500 clients.
    """
    return sum(len(text) * (len(text) + 1) * (len(text) + 2) // 6 for text in {*_sought(condition)})


def _sought(condition: Condition) -> Iterator[str]:
    match condition:
        case PartOf(_, texts):
            yield from texts
        case All(of) | Some(of):
            for one in of:
                yield from _sought(one)
        case Not(one):
            yield from _sought(one)
        case Has(_, where, unless):
            yield from _sought(where)
            yield from () if unless is None else _sought(unless.where)
        case _:
            return


def no_condition(other: NoReturn) -> TypeError:
    """Make the error for something that is no condition. The error shows nothing of it (LAW-7).

    Args:
        other: what was given. A type checker lets no such value through.
    """
    return mistake("condition", "a Condition", other)


# --- Meaning ---------------------------------------------------------------------------------------------------------


def holds(condition: Condition, stored: Stored) -> bool:
    """Whether a condition holds of a resume or form, by its rows alone.

    Args:
        condition: as `condition_for` gives it.
        stored: the rows, as `stored` gives them.
    """
    expect("stored", stored, Stored)
    return _holds(condition, stored.document, stored)


def _holds(condition: Condition, row: Row, stored: Stored) -> bool:
    match condition:
        case Always():
            return True
        case Never():
            return False
        case In(column, values):
            return getattr(row, column) in values
        case UpTo(column, most):
            return bool(getattr(row, column) <= most)
        case After(column, than):
            return bool(getattr(row, column) > than)
        case PartOf(column, texts):
            sought: str | None = getattr(row, column)
            return sought is not None and any(sought in text for text in texts)
        case All(of):
            return all(_holds(one, row, stored) for one in of)
        case Some(of):
            return any(_holds(one, row, stored) for one in of)
        case Not(one):
            return not _holds(one, row, stored)
        case Has(relation, where, unless):
            return any(
                _holds(where, one, stored) and not _outlasted(one, unless, stored)
                for one in stored.rows(relation)
            )
        case _:
            raise no_condition(condition)


def _outlasted(row: Row, by: Later | None, stored: Stored) -> bool:
    if by is None:
        return False
    at = at_of(row)
    return any(
        (at_of(one) > at or (by.or_same and at_of(one) == at)) and _holds(by.where, one, stored)
        for one in stored.rows(by.relation)
    )


# --- Words -----------------------------------------------------------------------------------------------------------


def sentence(condition: Condition) -> str:
    """Put a condition into words, for readers of a plan or a log. It names ids of the viewer, and nothing of a candidate.

    Args:
        condition: as `condition_for` gives it.

    Returns:
        One line in English.
    """
    return _words(condition, nested=False)


def _words(condition: Condition, *, nested: bool) -> str:
    match condition:
        case Always():
            return "always"
        case Never():
            return "never"
        case In(column, values):
            return f"{column} is {' or '.join(sorted(map(_value, values)))}"
        case UpTo(column, most):
            return f"{column} is at most {most}"
        case After(column, than):
            return f"{column} is later than {than}"
        case PartOf(column, texts):
            return f"{column} stands in {' or '.join(map(repr, texts))}"
        case All(of):
            return _list(of, "and", nested)
        case Some(of):
            return _list(of, "or", nested)
        case Not(Has() as one):
            return f"no {_row(one)}"
        case Not(one):
            return f"not ({_words(one, nested=False)})"
        case Has():
            return f"some {_row(condition)}"
        case _:
            raise no_condition(condition)


def _list(of: tuple[Condition, ...], word: str, nested: bool) -> str:
    words = f" {word} ".join(_words(one, nested=True) for one in of)
    return f"({words})" if nested else words


def _row(of: Has) -> str:
    words = f"row of {of.relation.value}"
    if of.where != ALWAYS:
        words += f" where {_words(of.where, nested=True)}"
    if of.unless is not None:
        same = "not earlier" if of.unless.or_same else "later"
        words += f", with no {same} row of {of.unless.relation.value}"
        if of.unless.where != ALWAYS:
            words += f" where {_words(of.unless.where, nested=True)}"
    return f"({words})"


def _value(value: Value) -> str:
    return repr(value) if isinstance(value, str) else str(value).lower()
