"""Which expressions of SQLAlchemy are surely never NULL. Whatever is not known here may be NULL (LAW-5). Only `sql` imports it."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.sql import operators, visitors
from sqlalchemy.sql.elements import (
    CollationClause,
    CollectionAggregate,
    ExpressionClauseList,
    False_,
    Grouping,
    True_,
)
from sqlalchemy.sql.functions import FunctionElement


def may_be_null(expression: Any) -> bool:
    """Whether an expression of SQLAlchemy can be NULL, as far as is known.

    Args:
        expression: a column, or anything that an expression is made of.
    """
    match expression:
        case sa.Label() | Grouping():
            return may_be_null(expression.element)
        case sa.Cast() | sa.TypeCoerce():
            return may_be_null(expression.clause)
        case sa.ColumnClause():
            return _is_nullable(expression)
        case sa.BindParameter():
            return (
                None in expression.value if isinstance(expression.value, list) else expression.value is None
            )
        case True_() | False_() | sa.Exists() | CollationClause():
            return False
        case sa.Case():
            results = [result for _, result in expression.whens]
            return expression.else_ is None or _any_is_nullable([expression.else_, *results])
        case ExpressionClauseList():  # three terms or more, and what stands between AND or OR
            return _any_is_nullable(expression.clauses)
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


def _is_nullable(column: "sa.ColumnClause[Any]") -> bool:
    """Whether a column may be NULL. One of a subquery is what it was selected from; an outer join gives NULL for any column."""
    bases = [base for base in column.base_columns if base is not column]
    if bases:
        joins = (one for one in visitors.iterate(column.table) if isinstance(one, sa.Join))
        return any(join.isouter or join.full for join in joins) or _any_is_nullable(bases)
    return not isinstance(column, sa.Column) or bool(column.nullable)


def _may_be_null_of_two(expression: "sa.BinaryExpression[Any]") -> bool:
    left, right, operator = expression.left, expression.right, expression.operator
    if operator in _NEVER_NULL:
        return False
    if operator in _DIVIDING:  # SQLite gives NULL for a division by zero
        return not (isinstance(right, sa.BindParameter) and right.value) or may_be_null(left)
    if operator not in _OF_TWO and getattr(operator, "opstring", None) not in _WRITTEN_OF_TWO:
        return True
    if isinstance(right, sa.ScalarSelect) and operator in (operators.in_op, operators.not_in_op):
        return _any_is_nullable([left, *right.element.selected_columns])
    return _any_is_nullable([left, right])


def _may_return_null(function: "FunctionElement[Any]") -> bool:
    name = getattr(function, "name", "")
    if tuple(getattr(function, "packagenames", ())) not in ((), ("pg_catalog",)):
        return True  # of a schema of one's own, it is another function
    arguments = [*function.clauses]
    if name in _FIRST_THAT_IS_NOT_NULL:
        return all(map(may_be_null, arguments))
    return name not in _FUNCTIONS or _any_is_nullable(arguments)


_NEVER_NULL = (operators.is_, operators.is_not, operators.is_distinct_from, operators.is_not_distinct_from)
"""The comparisons that are true or false of NULL as well."""

_OF_ONE = (operators.neg, operators.inv, operators.bitwise_not_op, operators.is_true, operators.is_false)
"""The operators of one term that give NULL for NULL alone."""

_OF_TWO = frozenset(
    {
        *(operators.eq, operators.ne, operators.lt, operators.le, operators.gt, operators.ge),
        *(operators.add, operators.sub, operators.mul, operators.concat_op, operators.collate),
        *(operators.between_op, operators.not_between_op, operators.in_op, operators.not_in_op),
        *(operators.bitwise_and_op, operators.bitwise_or_op, operators.bitwise_xor_op),
        *(operators.bitwise_lshift_op, operators.bitwise_rshift_op),
        *(operators.like_op, operators.not_like_op, operators.ilike_op, operators.not_ilike_op),
        *(operators.startswith_op, operators.not_startswith_op),
        *(operators.endswith_op, operators.not_endswith_op),
        *(operators.contains_op, operators.not_contains_op),
    }
)
"""The operators of two terms that give NULL only if one of the two is NULL."""

_WRITTEN_OF_TWO = frozenset(
    {"&", "|", "<<", ">>", "+", "-", "*", "||", "=", "<", "<=", ">", ">=", "<>", "!="}
)
"""The same, written out, as in `column.op("&")(1)`."""

_DIVIDING = (operators.truediv, operators.floordiv, operators.mod)

_FIRST_THAT_IS_NOT_NULL = frozenset({"coalesce", "ifnull"})
"""The functions that give NULL only if all their arguments are NULL."""

_FUNCTIONS = frozenset(
    {
        *("lower", "upper", "trim", "ltrim", "rtrim", "btrim", "replace", "substr", "substring", "concat"),
        *("length", "char_length", "instr", "strpos", "abs", "greatest", "least"),
    }
)
"""The functions of SQLite and PostgreSQL that give NULL only if one of their arguments is NULL."""
