"""Which expressions of SQLAlchemy are the same in every session, whatever its time zone. Of what is not known here, whatever holds a time
may differ (LAW-5). Only `tables` imports it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from enum import Enum, auto
from typing import Any, TypeAlias

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import ClauseList, CollationClause, ExpressionClauseList, Extract, Grouping
from sqlalchemy.sql.functions import FunctionElement

from .nulls import TEXT_AND_NUMBER_FUNCTIONS, own_type, selected_as, selected_by

TypeIn: TypeAlias = Callable[[sa.types.TypeEngine[Any]], sa.types.TypeEngine[Any]]
"""Gives the type in the database for a type of SQLAlchemy."""


class Time(Enum):
    """What a value is as a time."""

    NONE = auto()
    """No time, and made of times only as they are the same in every session."""
    INSTANT = auto()
    """With its zone, and with microseconds."""
    CLOCK = auto()
    """Without its zone, and with microseconds."""
    SPAN = auto()
    """An interval."""
    ROUNDED = auto()
    """With its zone, and in whole seconds or the like."""
    OTHER = auto()
    """Without its zone: a day, a time of day, or a clock in whole seconds."""
    UNSURE = auto()
    """The session may decide what it is."""


def time_of(expression: Any, type_in: TypeIn) -> Time:
    """What an expression of SQLAlchemy is as a time, as far as is known.

    Args:
        expression: a column, or anything that an expression is made of.
        type_in: gives the type in the database for a type.
    """
    return _Reader(type_in).read(expression)


class _Reader:
    """Reads expressions, and the statements in them once each."""

    def __init__(self, type_in: TypeIn) -> None:
        self._type_in = type_in
        self._met: dict[int, Any] = {}

    def read(self, expression: Any) -> Time:
        match expression:
            case sa.Label() | Grouping():
                return self.read(expression.element)
            case sa.TypeCoerce():  # it is said in Python alone, and says how a value of Python is written
                return self.read(expression.typed_expression)
            case sa.Cast():
                return self._cast(expression)
            case sa.ColumnClause():
                return self._column(expression)
            case sa.BindParameter():
                return self._value(expression)
            case sa.Case():
                results = [result for _, result in expression.whens]
                asked = self._each(when for when, _ in expression.whens)
                return _alike([asked, *map(self.read, (*results, expression.else_))])
            case sa.ScalarSelect():
                return _alike([self._statement(expression), *map(self.read, selected_by(expression.element))])
            case sa.Exists():
                return self._statement(expression)
            case Extract():
                return self._part(expression.field, self.read(expression.expr))
            case ExpressionClauseList() | ClauseList():  # of BETWEEN, of AND or OR, or a list behind IN
                return _alike([*map(self.read, expression.clauses)])
            case sa.BinaryExpression():
                return self._two(expression)
            case FunctionElement():
                return self._function(expression)
            case None | sa.Null() | CollationClause():
                return Time.NONE
            case _:
                return self._unknown(expression)

    def _each(self, expressions: Iterable[Any]) -> Time:
        """Whether any of some expressions is unsure, whatever times they are."""
        return Time.UNSURE if Time.UNSURE in map(self.read, expressions) else Time.NONE

    def _by_type(self, kind: sa.types.TypeEngine[Any]) -> Time:
        # The dialect's own type does not keep the precision.
        is_fine = all(getattr(one, "precision", None) in (None, 6) for one in (kind, own_type(kind)))
        match self._type_in(kind):
            case sa.DateTime(timezone=True):
                return Time.INSTANT if is_fine else Time.ROUNDED
            case sa.DateTime():
                return Time.CLOCK if is_fine else Time.OTHER
            case sa.Date() | sa.Time(timezone=False):
                return Time.OTHER
            case sa.Interval() | postgresql.INTERVAL():
                return Time.SPAN
            case sa.ARRAY(item_type=item):
                return Time.NONE if self._by_type(item) is Time.NONE else Time.UNSURE
            case kind_there:  # a range of times, or a type that is not known here, may hold times
                return Time.NONE if isinstance(kind_there, _TIMELESS_TYPES) else Time.UNSURE

    def _column(self, column: "sa.ColumnClause[Any]") -> Time:
        """A column of a table is what it holds; one of a subquery is what it was selected from."""
        if bases := selected_as(column):
            return _alike([self._statement(column.table), *map(self.read, bases)])
        is_star = column.is_literal and column.name == "*"  # as in EXISTS
        return Time.NONE if is_star else self._by_type(column.type)

    def _value(self, value: "sa.BindParameter[Any]") -> Time:
        """A value of Python. One without its zone is no instant, and one with a zone is nothing else."""
        if value.value is None:
            return Time.NONE
        by_type, values = self._by_type(value.type), value.value if value.expanding else [value.value]
        if by_type is Time.NONE and any(isinstance(one, _PYTHON_TIMES) for one in values or ()):
            return Time.UNSURE
        if by_type not in (Time.INSTANT, Time.CLOCK):
            return by_type
        return (
            by_type if all(_has_zone(one, by_type is Time.INSTANT) for one in values or ()) else Time.UNSURE
        )

    def _cast(self, cast: "sa.Cast[Any]") -> Time:
        """PostgreSQL reads a text as a time, and writes and turns times, as the session wants it."""
        given, made = self.read(cast.clause), self._by_type(cast.type)
        if (
            isinstance(cast.clause, sa.BindParameter)
            and isinstance(cast.clause.value, str)
            and made is Time.INSTANT
        ):
            return made if _has_zone(cast.clause.value, True) else Time.UNSURE
        return made if given is made else Time.UNSURE

    def _two(self, expression: "sa.BinaryExpression[Any]") -> Time:
        left, right, operator = self.read(expression.left), self.read(expression.right), expression.operator
        if getattr(operator, "opstring", "").upper() == "AT TIME ZONE":
            return self._zoned(expression.right, left)
        if operator in (operators.add, operators.sub) and (left, right) == (Time.CLOCK, Time.SPAN):
            return left  # to an instant, PostgreSQL adds a day by the clock of the session
        if operators.is_comparison(operator):
            return Time.UNSURE if _alike([left, right]) is Time.UNSURE else Time.NONE
        return Time.NONE if left is right is self._by_type(expression.type) is Time.NONE else Time.UNSURE

    def _function(self, function: "FunctionElement[Any]") -> Time:
        name, given = getattr(function, "name", ""), [*function.clauses]
        times = [*map(self.read, given)]
        if tuple(getattr(function, "packagenames", ())) in ((), ("pg_catalog",)):
            if name in _ONE_OF_THEM:
                return _alike(times)
            if name in _NOW:
                return Time.INSTANT
            if name == "count":
                return Time.UNSURE if Time.UNSURE in times else Time.NONE
            if name == "timezone" and len(given) == 2:
                return self._zoned(given[0], times[1])
            if name == "to_timestamp" and times == [Time.NONE] and _is_number(given[0]):
                return Time.INSTANT
        if not (name in TEXT_AND_NUMBER_FUNCTIONS and isinstance(function.type, sa.types.NullType)):
            times.append(self._by_type(function.type))
        is_of_time = any(one is not Time.NONE for one in times)
        return Time.UNSURE if is_of_time else Time.NONE

    def _zoned(self, zone: Any, given: Time) -> Time:
        """What a time is once a named zone is given to it; to an instant, PostgreSQL gives none, but takes its own away."""
        if not isinstance(zone, (sa.BindParameter, sa.ColumnClause)) or self.read(zone) is not Time.NONE:
            return Time.UNSURE
        return {Time.CLOCK: Time.INSTANT, Time.INSTANT: Time.CLOCK}.get(given, Time.UNSURE)

    def _part(self, field: str, of: Time) -> Time:
        """A number that is read of a time: of an instant, the session decides all but the seconds since 1970."""
        is_sure = of in (Time.CLOCK, Time.OTHER) or (of in (Time.INSTANT, Time.ROUNDED) and field == "epoch")
        return Time.NONE if is_sure else Time.UNSURE

    def _unknown(self, expression: Any) -> Time:
        """Anything else holds no time."""
        times = {*map(self.read, _expressions_in(expression)), self._by_type(expression.type)}
        return Time.NONE if times == {Time.NONE} else Time.UNSURE

    def _statement(self, statement: Any) -> Time:
        """Whether what a statement asks is unsure: its conditions, joins and order, and those of the statements in it."""
        if id(statement) in self._met:  # as in a recursive one
            return Time.NONE
        self._met[id(statement)] = statement  # kept, or another could have its id
        return self._each(_expressions_in(statement))


def _expressions_in(clause: Any) -> Iterator[sa.ColumnElement[Any]]:
    """The outermost expressions that a clause is made of."""
    froms = clause.get_final_froms() if isinstance(clause, sa.Select) else ()
    for one in (*clause.get_children(), *froms):
        if isinstance(one, sa.ColumnElement):
            yield one
        elif not isinstance(one, sa.Table):
            yield from _expressions_in(one)


def _alike(times: Sequence[Time]) -> Time:
    """What one of some values is: where they differ, PostgreSQL turns one into the other by the zone of the session."""
    different = {*times} - {Time.NONE}
    return different.pop() if len(different) == 1 else Time.UNSURE if different else Time.NONE


_TIMELESS_TYPES = (sa.String, sa.Integer, sa.Numeric, sa.Float, sa.Boolean, sa.Uuid, sa.JSON)
_PYTHON_TIMES = (date, time, timedelta)
_ONE_OF_THEM = frozenset({"coalesce", "ifnull", "nullif", "greatest", "least", "max", "min"})
"""Functions that return one of their arguments."""
_NOW = frozenset(
    {"now", "current_timestamp", "transaction_timestamp", "statement_timestamp", "clock_timestamp"}
)


def _is_number(expression: Any) -> bool:
    return isinstance(expression.type, (sa.Integer, sa.Numeric))


def _has_zone(value: object, wanted: bool) -> bool:
    """Whether a value of Python has a zone or has none, as is wanted. Infinity is in every zone."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return value in ("infinity", "-infinity")
    return not isinstance(value, datetime) or (value.tzinfo is not None) is wanted
