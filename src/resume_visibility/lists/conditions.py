"""Conditions on the rows of a resume or form: a small closed union of values. Each has a sentence and a meaning.

`holds` is the meaning: every backend is tested against it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NoReturn, TypeAlias

import attrs

from .. import lists as public  # by which annotations name what stands further down
from ..model.arguments import expect, mistake
from ..policy.index import Instants, Keywords
from .rows import ChildRow, Relation, Row, Stored, at_of

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

    of: "tuple[public.Condition, ...]"


@attrs.frozen
class Some:
    """At least one of these holds."""

    of: "tuple[public.Condition, ...]"


@attrs.frozen
class Not:
    """This does not hold."""

    of: "public.Condition"


@attrs.frozen
class Later:
    """There is a row that is later than a given row.

    Args:
        relation: where such rows are.
        where: the condition on such a row.
        or_same: whether a row of the same instant counts, too (APPLY-6).
    """

    relation: Relation
    where: "public.Condition"
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
    where: "public.Condition"
    unless: Later | None = None


Condition: TypeAlias = Always | Never | In | UpTo | After | PartOf | All | Some | Not | Has

ALWAYS, NEVER_HOLDS = Always(), Never()


def every(conditions: Iterable[Condition]) -> Condition:
    """All of the conditions, written as short as can be."""
    return _joined(conditions, All, of_none=ALWAYS, deciding=NEVER_HOLDS)


def some(conditions: Iterable[Condition]) -> Condition:
    """At least one of the conditions, written as short as can be."""
    return _joined(conditions, Some, of_none=NEVER_HOLDS, deciding=ALWAYS)


def _joined(
    conditions: Iterable[Condition], kind: type[All | Some], *, of_none: Condition, deciding: Condition
) -> Condition:
    """Join conditions: to join none gives `of_none`, which changes nothing among others; one that is `deciding` stands for them all."""
    found: list[Condition] = []
    for one in conditions:
        if type(one) is type(deciding):
            return deciding
        if type(one) is not type(of_none):
            found += one.of if isinstance(one, kind) else (one,)
    distinct = _without_repeats(found)
    if not distinct:
        return of_none
    return distinct[0] if len(distinct) == 1 else kind(distinct)


_MAX_COMPARED = 8


def _without_repeats(conditions: list[Condition]) -> tuple[Condition, ...]:
    """Each of some conditions once. A few are compared faster than hashed; a headhunter has one condition for each of 500 clients."""
    if len(conditions) > _MAX_COMPARED:
        return tuple(dict.fromkeys(conditions))
    return tuple([one for position, one in enumerate(conditions) if one not in conditions[:position]])


def negate(condition: Condition) -> Condition:
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


def needs_related_rows(condition: Condition) -> bool:
    """Whether a condition needs more than the one row. Conditions that do not are cheaper to try first."""
    match condition:
        case Has():
            return True
        case All(of) | Some(of):
            return any(map(needs_related_rows, of))
        case Not(one):
            return needs_related_rows(one)
        case _:
            return False


def count_keyword_chars(condition: Condition) -> int:
    """Count the characters of all texts that are contained in the names of a condition: the cost of looking each of them up.

    A name of 200 characters gives a million, and a headhunter has 500 clients.
    """
    return sum(len(text) * (len(text) + 1) * (len(text) + 2) // 6 for text in {*_company_names(condition)})


def _company_names(condition: Condition) -> Iterator[str]:
    match condition:
        case PartOf(_, texts):
            yield from texts
        case All(of) | Some(of):
            for one in of:
                yield from _company_names(one)
        case Not(one):
            yield from _company_names(one)
        case Has(_, where, unless):
            yield from _company_names(where)
            yield from () if unless is None else _company_names(unless.where)
        case _:
            return


def keywords_in(texts: Iterable[str]) -> set[str]:
    """Every keyword that stands in one of some texts. Count their characters first: there are very many.

    Args:
        texts: the folded names of companies.
    """
    return {text[a:b] for text in texts for a, b in combinations(range(len(text) + 1), 2)}


def condition_error(value: NoReturn) -> TypeError:
    """Make the error for something that is no condition. The error shows nothing of it (LAW-7).

    Args:
        value: what was given. A type checker lets no such value through.
    """
    return mistake("condition", "a Condition", value)


# --- Meaning ---------------------------------------------------------------------------------------------------------


def holds(condition: Condition, stored: Stored) -> bool:
    """Whether a condition holds of a resume or form, by its rows alone.

    Args:
        condition: as `condition_for` gives it.
        stored: the rows, as `stored` gives them.
    """
    expect("stored", stored, Stored)
    return _holds(condition, stored.document, _Rows(stored))


class _Rows:
    """The rows of one resume or form, found by their values: no company is compared with every block (LAW-6).

    Args:
        stored: the rows.
    """

    def __init__(self, stored: Stored) -> None:
        self.stored = stored
        self._by_value: dict[tuple[Relation, str], dict[Value | None, list[ChildRow]]] = {}
        self._keywords: dict[tuple[Relation, str], Keywords] = {}

    def that_may_fit(self, relation: Relation, where: Condition) -> Sequence[ChildRow]:
        """Rows of a relation, among them all for which a condition holds."""
        rows = self.stored.rows(relation)
        found = self._found(relation, where) if len(rows) > _FEW_ROWS else None
        return rows if found is None else found

    def _found(self, relation: Relation, where: Condition) -> list[ChildRow] | None:
        """The rows that one column alone does not rule out; None if no column rules any out."""
        match where:
            case In(column, values):
                by_value = self._by(relation, column)
                return [row for value in values for row in by_value.get(value, ())]
            case PartOf(column, texts):
                by_value = self._by(relation, column)
                words = self._words(relation, column).words_in_folded(texts)
                return [row for word in ("", *words) for row in by_value.get(word, ())]
            case Some(of):
                each = [self._found(relation, one) for one in of]
                return None if None in each else [row for rows in each for row in rows or ()]
            case All(of):
                each = [self._found(relation, one) for one in of]
                return min((rows for rows in each if rows is not None), key=len, default=None)
            case _:
                return None

    def _words(self, relation: Relation, column: str) -> Keywords:
        """What stands in a column, to be looked up in names; an empty text stands in each."""
        key = relation, column
        if key not in self._keywords:
            words: dict[str, Instants] = {
                word: [] for word in self._by(*key) if isinstance(word, str) and word
            }
            self._keywords[key] = Keywords(words)
        return self._keywords[key]

    def _by(self, relation: Relation, column: str) -> dict[Value | None, list[ChildRow]]:
        """The rows of a relation by what they have in a column."""
        key = relation, column
        if key not in self._by_value:
            found: defaultdict[Value | None, list[ChildRow]] = defaultdict(list)
            for row in self.stored.rows(relation):
                found[getattr(row, column)].append(row)
            self._by_value[key] = dict(found)
        return self._by_value[key]


_FEW_ROWS = 32
"""So many rows are looked at one after the other."""


def _holds(condition: Condition, row: Row, rows: _Rows) -> bool:
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
            keyword: str | None = getattr(row, column)
            return keyword is not None and any(keyword in text for text in texts)
        case All(of):
            return all(_holds(one, row, rows) for one in of)
        case Some(of):
            return any(_holds(one, row, rows) for one in of)
        case Not(one):
            return not _holds(one, row, rows)
        case Has(relation, where, unless):
            if unless is None:
                return any(_holds(where, one, rows) for one in rows.that_may_fit(relation, where))
            # The latest row decides: if another one is later than that, it is later than all.
            latest = _latest(relation, where, rows)
            later = _latest(unless.relation, unless.where, rows)
            if latest is None or later is None:
                return latest is not None
            return later < latest or (later == latest and not unless.or_same)
        case _:
            raise condition_error(condition)


def _latest(relation: Relation, where: Condition, rows: _Rows) -> int | None:
    """The latest instant of the rows for which a condition holds; None if there are none."""
    may_fit = rows.that_may_fit(relation, where)
    return max((at_of(one) for one in may_fit if _holds(where, one, rows)), default=None)


# --- Words -----------------------------------------------------------------------------------------------------------


def sentence(condition: Condition) -> str:
    """Put a condition into words, for readers of a plan or a log. It names ids of the viewer, and nothing of a candidate.

    Args:
        condition: as `condition_for` gives it.

    Returns:
        One line in English.
    """
    return _sentence(condition, nested=False)


def _sentence(condition: Condition, *, nested: bool) -> str:
    match condition:
        case Always():
            return "always"
        case Never():
            return "never"
        case In(column, values):
            return f"{column} is {' or '.join(sorted(map(_value_words, values)))}"
        case UpTo(column, most):
            return f"{column} is at most {most}"
        case After(column, than):
            return f"{column} is later than {than}"
        case PartOf(column, texts):
            return f"{column} stands in {' or '.join(map(repr, texts))}"
        case All(of):
            return _join_sentences(of, "and", nested)
        case Some(of):
            return _join_sentences(of, "or", nested)
        case Not(Has() as one):
            return f"no {_row_words(one)}"
        case Not(one):
            return f"not ({_sentence(one, nested=False)})"
        case Has():
            return f"some {_row_words(condition)}"
        case _:
            raise condition_error(condition)


def _join_sentences(conditions: tuple[Condition, ...], word: str, nested: bool) -> str:
    words = f" {word} ".join(_sentence(one, nested=True) for one in conditions)
    return f"({words})" if nested else words


def _row_words(condition: Has) -> str:
    words = f"row of {condition.relation.value}"
    if condition.where != ALWAYS:
        words += f" where {_sentence(condition.where, nested=True)}"
    if condition.unless is not None:
        same = "not earlier" if condition.unless.or_same else "later"
        words += f", with no {same} row of {condition.unless.relation.value}"
        if condition.unless.where != ALWAYS:
            words += f" where {_sentence(condition.unless.where, nested=True)}"
    return f"({words})"


def _value_words(value: Value) -> str:
    return repr(value) if isinstance(value, str) else str(value).lower()
