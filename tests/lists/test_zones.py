"""What is known to be the same in every session is the same in PostgreSQL, whatever its time zone (BLOCK-1, LAW-8)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from databases import NOT_TRIED, POSTGRESQL, engine_of
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects import postgresql

from pace import examples
from resume_visibility.lists.sql import Database
from resume_visibility.lists.zones import Time, time_of

AWARE, NAIVE, DAY, WHOLE, TEXT = (
    sa.DateTime(timezone=True),
    sa.DateTime(),
    sa.Date(),
    sa.BigInteger(),
    sa.Text(),
)
ZONES = ("UTC", "Asia/Shanghai", "America/New_York")
TIMES = sa.Table(
    "times",
    sa.MetaData(),
    sa.Column("aware", AWARE),
    sa.Column("naive", NAIVE),
    sa.Column("rounded", postgresql.TIMESTAMP(timezone=True, precision=0)),
    sa.Column("span", postgresql.TSTZRANGE()),
    sa.Column("several", postgresql.ARRAY(AWARE)),
    sa.Column("day", DAY),
    sa.Column("number", WHOLE),
    sa.Column("word", TEXT),
    prefixes=["TEMPORARY"],
)
ROWS = [
    {
        "aware": datetime(2026, month, 8, hour, 30, 0, 250_000, tzinfo=UTC),
        "naive": datetime(2026, month, 8, hour, 30),
        "rounded": datetime(2026, month, 8, hour, 30, tzinfo=UTC),
        "span": postgresql.Range(datetime(2026, month, 8, hour, 30, tzinfo=UTC)),
        "several": [datetime(2026, month, 8, hour, 30, tzinfo=UTC)],
        "day": date(2026, month, 8),
        "number": month,
        "word": f"2026-0{month}-08 0{hour}:30",
    }
    for month, hour in ((3, 1), (3, 7), (7, 2))
]
"""On a day on which New York puts its clocks forward, and on another."""

Expression = sa.ColumnElement[Any]
_DIALECT: Any = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy has no type for it

LEAVES: tuple[Expression, ...] = (
    *TIMES.c,
    sa.literal(datetime(2026, 3, 8, 7, tzinfo=UTC), AWARE),
    sa.literal(datetime(2026, 3, 8, 7), NAIVE),
    sa.cast("2026-03-08T02:30:00+08:00", AWARE),
    sa.cast("2026-03-08T02:30:00", AWARE),
    sa.literal(3),
    sa.func.make_timestamptz(2026, 3, 8, 2, 30, 0),
)


def made_of(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    """Whatever may be made of some expressions."""
    kinds = st.sampled_from([AWARE, NAIVE, DAY, TEXT])
    zone = st.sampled_from(["UTC", "Asia/Shanghai"])
    return st.one_of(
        st.builds(sa.cast, parts, kinds),
        st.builds(lambda one, other: sa.func.coalesce(sa.func.nullif(one, other), other), parts, parts),
        st.builds(sa.func.greatest, parts, parts),
        st.builds(lambda one, other: one < other, parts, parts),
        st.builds(lambda one, other: one.in_([other, one]), parts, parts),
        st.builds(sa.type_coerce, parts, kinds),
        st.builds(lambda one, other: sa.func.concat(one, other, type_=TEXT), parts, parts),
        st.builds(lambda one, other, more: one.between(other, more), parts, parts, parts),
        st.builds(lambda one, other, more: sa.case((one < other, more), else_=other), parts, parts, parts),
        st.builds(lambda one, days: one + timedelta(days=days), parts, st.integers(0, 1)),
        st.builds(lambda one, other: one - other, parts, parts),
        st.builds(sa.extract, st.sampled_from(["epoch", "hour", "day"]), parts),
        st.builds(lambda given, one: sa.func.timezone(given, one, type_=AWARE), zone, parts),
        st.builds(lambda given, one: one.op("AT TIME ZONE", return_type=NAIVE)(given), zone, parts),
        st.builds(lambda one: sa.func.timezone(one, type_=AWARE), parts),
        st.builds(lambda one: sa.func.date_trunc("day", one, type_=AWARE), parts),
        st.builds(lambda one: sa.func.date_part("hour", one, type_=WHOLE), parts),
        st.builds(lambda one: sa.func.to_char(one, "YYYY-MM-DD HH24", type_=TEXT), parts),
        st.builds(lambda one: sa.func.to_timestamp(one, type_=AWARE), parts),
        st.builds(lambda one, other: sa.exists().where(one < other), parts, parts),
        st.builds(
            lambda one, other: sa.select(sa.func.max(one)).where(one < other).scalar_subquery(), parts, parts
        ),
    )


EXPRESSIONS = st.recursive(st.sampled_from(LEAVES), made_of, max_leaves=5)


@pytest.fixture(scope="module")
def connection() -> Iterator[sa.Connection]:
    """To a database with the times."""
    engine = engine_of(Database.POSTGRESQL)
    with engine.connect() as connection:
        TIMES.create(connection)
        connection.execute(sa.insert(TIMES), ROWS)
        yield connection
        connection.rollback()
    engine.dispose()


_REFUSED = "refused"


def answers(connection: sa.Connection, expression: Expression) -> Iterator[list[Any]]:
    """What an expression gives in sessions of several zones; nonsense is refused in each of them."""
    for zone in ZONES:
        with connection.begin_nested() as step:
            connection.exec_driver_sql(f"SET LOCAL TIME ZONE '{zone}'")
            try:
                yield [*connection.scalars(sa.select(expression).select_from(TIMES).order_by(TIMES.c.number))]
            except sa.exc.DBAPIError:
                yield [_REFUSED]
            finally:
                step.rollback()


@pytest.mark.filterwarnings("ignore:Type object.*does not include operator")  # nonsense is drawn, too
@pytest.mark.skipif(not POSTGRESQL, reason=NOT_TRIED)
@settings(max_examples=examples(3000))
@given(EXPRESSIONS)
def test_LAW_8_what_is_known_of_a_time_is_the_same_in_every_session(
    connection: sa.Connection, expression: Expression
) -> None:
    """Whatever the library takes of a time is one instant, number or truth in each zone; and an instant is what it says it is."""
    known = time_of(expression, lambda one: one.dialect_impl(_DIALECT))
    if known is Time.UNSURE:  # as most nonsense is
        return
    given_by_each = [*answers(connection, expression)]
    assert all(one == given_by_each[0] for one in given_by_each)
    values = [one for one in given_by_each[0] if isinstance(one, datetime)]
    assert all((one.tzinfo is not None) is (known in (Time.INSTANT, Time.ROUNDED)) for one in values)
