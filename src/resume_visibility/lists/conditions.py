"""Conditions on the rows of a resume or form: a small closed union of values, a sentence for each, and what it means.

`holds` is the meaning: every backend is tested against it.
"""

from collections.abc import Iterable
from typing import TypeAlias, assert_never

import attrs

from .rows import Relation, Row, Stored

Value: TypeAlias = str | bool | int
"""What a column holds."""


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
    """The text in a column stands in one of these (BLOCK-2).

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
    """Rows that are later than another row.

    Args:
        relation: where they are.
        where: they are only those of which this holds.
        or_same: one of the same instant counts as well (APPLY-6).
    """

    relation: Relation
    where: "Condition"
    or_same: bool = False


@attrs.frozen
class Has:
    """The resume or form has a row of which something holds.

    Args:
        relation: where that row is.
        where: what holds of it.
        unless: no such row of the same resume or form is later; both have a column `at`.
    """

    relation: Relation
    where: "Condition"
    unless: Later | None = None


Condition: TypeAlias = Always | Never | In | UpTo | After | PartOf | All | Some | Not | Has

ALWAYS, NEVER_HOLDS = Always(), Never()


def every(conditions: Iterable[Condition]) -> Condition:
    """All of the conditions, written as short as can be."""
    return _joined(All, conditions, ALWAYS, NEVER_HOLDS)


def some(conditions: Iterable[Condition]) -> Condition:
    """At least one of the conditions, written as short as can be."""
    return _joined(Some, conditions, NEVER_HOLDS, ALWAYS)


def _joined(
    kind: type[All] | type[Some], conditions: Iterable[Condition], idle: Condition, final: Condition
) -> Condition:
    found: list[Condition] = []
    for one in conditions:
        if one == final:
            return final
        for part in one.of if isinstance(one, kind) else (one,):
            if part != idle and part not in found:
                found.append(part)
    if not found:
        return idle
    return found[0] if len(found) == 1 else kind(tuple(found))


def opposite(condition: Condition) -> Condition:
    """What holds where a condition does not."""
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
    """That there is such a row, written as short as can be."""
    if isinstance(where, Never):
        return NEVER_HOLDS
    if unless is not None and isinstance(unless.where, Never):
        unless = None
    return Has(relation, where, unless)


# --- Meaning ---------------------------------------------------------------------------------------------------------


def holds(condition: Condition, stored: Stored) -> bool:
    """Whether a condition holds of a resume or form, by its rows alone.

    Args:
        condition: as `condition_for` gives it.
        stored: the rows, as `stored` gives them.
    """
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
            assert_never(condition)


def _outlasted(row: Row, by: Later | None, stored: Stored) -> bool:
    if by is None:
        return False
    at = _at(row)
    return any(
        (_at(one) > at or (by.or_same and _at(one) == at)) and _holds(by.where, one, stored)
        for one in stored.rows(by.relation)
    )


def _at(row: Row) -> int:
    return getattr(row, "at")  # type: ignore[no-any-return]  # noqa: B009  # of the relations that have it


# --- Words -----------------------------------------------------------------------------------------------------------


def sentence(condition: Condition) -> str:
    """A condition in words, for whoever reads a plan or a log. It names ids of the viewer, and nothing of a candidate."""
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
            assert_never(condition)


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
