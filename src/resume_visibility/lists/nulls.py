"""Which expressions of SQLAlchemy are surely never NULL. Whatever is not known here may be NULL (LAW-5). Only `tables` imports it."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql import functions, operators, visitors
from sqlalchemy.sql.elements import (
    CollationClause,
    CollectionAggregate,
    ExpressionClauseList,
    False_,
    Grouping,
    True_,
)
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.selectable import SelectStatementGrouping


def may_be_null(expression: Any) -> bool:
    """Whether an expression of SQLAlchemy can be NULL, as far as is known."""
    match expression:
        case sa.Label() | Grouping():
            return may_be_null(expression.element)
        case sa.Cast() | sa.TypeCoerce():
            return may_be_null(expression.clause)
        case sa.ColumnClause():
            return _is_nullable(expression)
        case sa.BindParameter():
            values = expression.value if expression.expanding else [expression.value]
            return values is None or any(map(_is_written_as_null, values))
        case True_() | False_() | sa.Exists() | CollationClause():
            return False
        case sa.Case():
            results = [result for _, result in expression.whens]
            return expression.else_ is None or _any_is_nullable([expression.else_, *results])
        case ExpressionClauseList():  # three terms or more, and what stands between AND or OR
            return _may_be_null_of_some([*expression.clauses], expression.operator)
        case sa.BinaryExpression():
            return _may_be_null_of_two(expression)
        case CollectionAggregate():  # an array may hold NULL
            return True
        case sa.UnaryExpression():
            return expression.operator not in _OF_ONE or may_be_null(expression.element)
        case FunctionElement():
            return _may_return_null(expression)
        case _:
            return True


def _any_is_nullable(expressions: Iterable[Any]) -> bool:
    return any(map(may_be_null, expressions))


def _is_written_as_null(value: object) -> bool:
    """Whether a database is given NULL for a value: SQLite also is for what is no number."""
    return value is None or (isinstance(value, (float, Decimal)) and not Decimal(value).is_finite())


def _is_nullable(column: "sa.ColumnClause[Any]") -> bool:
    """Whether a column may be NULL. One of a subquery is what it was selected from."""
    if bases := selected_as(column):
        return _adds_nulls(column.table) or _any_is_nullable(bases)
    return not isinstance(column, sa.Column) or bool(column.nullable)


def selected_as(column: "sa.ColumnClause[Any]") -> list["sa.ColumnElement[Any]"]:
    """What a column of a subquery was selected from; nothing for any other column."""
    return [base for base in column.base_columns if base is not column]


def _adds_nulls(source: Any) -> bool:
    """Whether a subquery, or anything in it, gives NULL for a column that is NOT NULL: in an outer join, or in a row of subtotals."""
    return any(
        (isinstance(one, sa.Join) and (one.isouter or one.full)) or isinstance(one, _SUBTOTALS)
        for one in _everything_in(source)
    )


def _everything_in(source: Any) -> Iterator[Any]:
    for one in visitors.iterate(source):
        yield one
        if isinstance(one, sa.Select):
            # `select(…).outerjoin(…)` keeps no join: it makes one when it is asked.
            for held in one.get_final_froms():
                yield from visitors.iterate(held)


_SUBTOTALS = (functions.rollup, functions.cube, functions.grouping_sets)


def _may_be_null_of_two(expression: "sa.BinaryExpression[Any]") -> bool:
    left, right, operator = expression.left, expression.right, expression.operator
    if operator in _NEVER_NULL:
        return False
    if operator in _DIVIDING:  # SQLite gives NULL for a division by zero, and a rest is one of whole numbers
        return not (isinstance(right, sa.BindParameter) and _is_whole(right.value)) or may_be_null(left)
    if isinstance(right, sa.ScalarSelect) and operator in (operators.in_op, operators.not_in_op):
        return _adds_nulls(right.element) or _any_is_nullable([left, *selected_by(right.element)])
    return _may_be_null_of_some([left, right], operator)


def selected_by(statement: Any) -> Iterator[Any]:
    """The expressions that a statement selects; those of each statement of a union."""
    if isinstance(statement, SelectStatementGrouping):
        yield from selected_by(statement.element)
    elif isinstance(statement, sa.CompoundSelect):
        for one in statement.selects:
            yield from selected_by(one)
    else:
        yield from statement.selected_columns


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and value != 0


def _may_be_null_of_some(terms: Sequence[Any], operator: Any) -> bool:
    written = getattr(operator, "opstring", None)
    if operator not in _OF_SOME and written not in _WRITTEN_OF_SOME:
        return True
    if operator in _CALCULATING or written in _WRITTEN_CALCULATING:
        # SQLite gives NULL for infinity less infinity and for infinity times zero. Whole numbers are never infinite.
        others = [term for term in terms if not _is_finite(term)]
        known = (isinstance(term, sa.BindParameter) and _is_whole(term.value) for term in terms)
        if len(others) > 1 or (others and sum(known) < len(terms) - 1):
            return True
    return _any_is_nullable(terms)


def _is_finite(term: Any) -> bool:
    return isinstance(term, sa.BindParameter) or isinstance(term.type, _FINITE_TYPES)


_FINITE_TYPES = (sa.Integer, sa.Boolean, sa.Date, sa.DateTime, sa.Time, sa.Interval)


def _may_return_null(function: "FunctionElement[Any]") -> bool:
    name = getattr(function, "name", "")
    if tuple(getattr(function, "packagenames", ())) not in ((), ("pg_catalog",)):
        return True  # of a schema of one's own, it is another function
    arguments = [*function.clauses]
    if name in _FIRST_THAT_IS_NOT_NULL:
        return all(map(may_be_null, arguments))
    if name == "substring" and not all(isinstance(one.type, sa.Integer) for one in arguments[1:]):
        return True  # PostgreSQL looks for a pattern, and gives NULL where it finds none
    return (
        name not in TEXT_AND_NUMBER_FUNCTIONS
        or not all(isinstance(own_type(one.type), _KNOWN_TYPES) for one in arguments)
        or _any_is_nullable(arguments)
    )


def own_type(kind: "sa.types.TypeEngine[Any]") -> "sa.types.TypeEngine[Any]":
    """The type in the database for a type of one's own."""
    while isinstance(kind, sa.types.TypeDecorator):
        kind = kind.impl_instance
    return kind


_KNOWN_TYPES = (
    *(sa.String, sa.Integer, sa.Numeric, sa.Float, sa.Boolean, sa.Date, sa.DateTime, sa.Time, sa.Interval),
    sa.types.NullType,
)
"""The types for which `TEXT_AND_NUMBER_FUNCTIONS` do what they are known for. `lower` of a range is its start, which may be missing;
`substr` of no bytes is NULL. A function of which SQLAlchemy does not know the type is one of them, or may be NULL by itself."""

_NEVER_NULL = (operators.is_, operators.is_not, operators.is_distinct_from, operators.is_not_distinct_from)
"""The comparisons that are true or false of NULL as well."""

_OF_ONE = (operators.neg, operators.inv, operators.bitwise_not_op, operators.is_true, operators.is_false)
"""The operators of one term that give NULL for NULL alone."""

_OF_SOME = frozenset(
    {
        *(operators.eq, operators.ne, operators.lt, operators.le, operators.gt, operators.ge),
        *(operators.add, operators.sub, operators.mul, operators.concat_op, operators.collate),
        *(operators.and_, operators.or_),
        *(operators.between_op, operators.not_between_op, operators.in_op, operators.not_in_op),
        *(operators.bitwise_and_op, operators.bitwise_or_op, operators.bitwise_xor_op),
        *(operators.bitwise_lshift_op, operators.bitwise_rshift_op),
        *(operators.like_op, operators.not_like_op, operators.ilike_op, operators.not_ilike_op),
        *(operators.startswith_op, operators.not_startswith_op),
        *(operators.endswith_op, operators.not_endswith_op),
        *(operators.contains_op, operators.not_contains_op),
    }
)
"""The operators of two terms or more that give NULL only if one of these is NULL."""

_CALCULATING = (operators.add, operators.sub, operators.mul)
_WRITTEN_CALCULATING = ("+", "-", "*")

_WRITTEN_OF_SOME = frozenset(
    {"&", "|", "<<", ">>", "+", "-", "*", "||", "=", "<", "<=", ">", ">=", "<>", "!="}
)
"""The same, written out, as in `column.op("&")(1)`."""

_DIVIDING = (operators.truediv, operators.floordiv, operators.mod)

_FIRST_THAT_IS_NOT_NULL = frozenset({"coalesce", "ifnull"})
"""The functions that give NULL only if all their arguments are NULL."""

TEXT_AND_NUMBER_FUNCTIONS = frozenset(
    {
        *("lower", "upper", "trim", "ltrim", "rtrim", "btrim", "replace", "substr", "substring", "concat"),
        *("length", "char_length", "instr", "strpos", "abs", "greatest", "least"),
    }
)
"""The functions of SQLite and PostgreSQL that give NULL only if one of their arguments is NULL."""
