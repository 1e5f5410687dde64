"""What somebody found who tried to make a list show more, answer otherwise than the views, or never answer."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import product
from typing import Any

import attrs
import pytest
import sqlalchemy as sa
from populations import AT, VIEWERS
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable
from sqlalchemy.sql import operators

from each import each
from people import OPEN, resume, with_settings
from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    Company,
    CompanyBlock,
    Headhunter,
    InvalidValue,
    Language,
    NameDisplay,
    Part,
    Policy,
    Recipient,
    Recruiter,
    Resume,
    Visibility,
    is_shown,
)
from resume_visibility.lists import many
from resume_visibility.lists.conditions import holds
from resume_visibility.lists.deriving import condition_for
from resume_visibility.lists.elastic import MAX_NESTED_ROWS, elastic_document, elastic_filter
from resume_visibility.lists.many import views_for
from resume_visibility.lists.minimising import Point, cover
from resume_visibility.lists.rows import stored
from resume_visibility.lists.sql import Database, tables_for, tables_of, visible_to, write
from resume_visibility.lists.staleness import Stale, stale
from resume_visibility.model import Application, Consent, YearMonth
from resume_visibility.model.instants import instant
from resume_visibility.policy import V2023_04, Facts, Grant, Readings, Refusal
from resume_visibility.policy.decisions import Decision

# --- Conditions that never end -----------------------------------------------------------------------------------------

_SPACE: tuple[Point, ...] = tuple(product(range(4), *[(False, True)] * 5, "abcd", (False, True)))
"""As many cases as a recruiter makes of resumes."""


@each(("seed", "share"), [(seed, share) for seed in range(2) for share in (0.05, 0.5, 0.98)])
def test_LAW_6_a_table_without_any_order_is_covered_in_time(seed: int, share: float) -> None:
    """LAW-6: where thousands of boxes could be chosen, not all of them are tried; what is meant stays exact."""
    draw = random.Random(seed)
    points = frozenset(point for point in _SPACE if draw.random() < share)
    found = cover(points, 8)
    meant = {
        point
        for box in found.boxes
        for point in product(*(values & known for values, known in zip(box, found.common, strict=True)))
    }
    assert meant == points
    assert len(found.boxes) <= len(points)


def test_LAW_8_a_policy_without_any_order_has_lists_that_agree() -> None:
    """LAW-8: and so for a policy whose decisions follow no rule."""

    def decide(facts: Facts, readings: Readings) -> Decision:
        if random.Random(repr(attrs.astuple(facts))).random() < 0.3:
            return Refusal(())
        nothing = frozenset[Any]()
        return Grant(facts.document, nothing, nothing, frozenset({facts.action}), ((facts.action, ()),), ())

    policy = Policy("odd", ruleset=attrs.evolve(V2023_04, decide=decide))
    condition = condition_for(VIEWERS[0], at=AT, policy=policy)
    for visibility, name, chat in product(Visibility, NameDisplay, (False, True)):
        asked = with_settings(resume(), visibility=visibility, name_display=name, chat_permission=chat)
        assert holds(condition, stored(asked)) is is_shown(VIEWERS[0], asked, at=AT, policy=policy)


# --- What takes too much memory ----------------------------------------------------------------------------------------


def test_LAW_6_a_document_that_is_too_large_is_not_made_first() -> None:
    """LAW-6: 10,000 blocks and as many applications of one instant are 200 million rows to carry: counted, never written."""
    companies = [f"c-{number}" for number in range(10_000)]
    blocks = tuple(CompanyBlock(company=company, group="g-1", at=AT) for company in companies)
    applications = tuple(Application(company=company, at=AT) for company in companies)
    rows = stored(resume(settings=attrs.evolve(OPEN, blocks=blocks), applications=applications))
    with pytest.raises(InvalidValue, match=f"at most {MAX_NESTED_ROWS} in one document, got 200020000"):
        elastic_document(rows)


def _of_clients(number: int, length: int) -> Headhunter:
    draw = random.Random(0)
    clients = [
        Company(id=f"c-{place}", name="".join(chr(draw.randrange(0x4E00, 0x9FA5)) for _ in range(length)))
        for place in range(number)
    ]
    return Headhunter(
        id="h",
        agency=Company(id="agency", name="agency"),
        clients=tuple(clients),
        signed_in=True,
        verified=FULLY_VERIFIED,
        action=Action.SEARCH,
    )


@pytest.mark.parametrize("database", Database)
def test_LAW_6_a_statement_does_not_grow_with_the_square_of_names(database: Database) -> None:
    """LAW-6: many clients with names of 200 make a statement of some thousands of characters, and not of hundreds of millions."""
    tables = tables_for(sa.MetaData(), database)
    where = visible_to(_of_clients(20, 200), tables, at=AT)
    dialect: Any = sa.make_url("sqlite://").get_dialect()() if database is Database.SQLITE else _POSTGRESQL
    parameters = where.compile(dialect=dialect).params.values()
    assert sum(len(str(one)) for one in parameters) < 20_000


_POSTGRESQL: Any = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy has no type for it


def test_LAW_6_a_filter_of_many_long_names_is_refused() -> None:
    """LAW-6: an engine takes no query of gigabytes, and what is looked for is never cut."""
    with pytest.raises(InvalidValue, match="at most 16000000 characters can stand"):
        elastic_filter(condition_for(_of_clients(20, 200), at=AT))
    assert elastic_filter(condition_for(_of_clients(20, 30), at=AT))


# --- Columns that answer wrongly ---------------------------------------------------------------------------------------


class _Loose(sa.types.TypeDecorator[str]):
    impl = sa.Text(collation="NOCASE")
    cache_ok = True


class _Wrapped(sa.types.TypeDecorator[str]):
    impl = _Loose
    cache_ok = True


class _Reversed(sa.types.TypeDecorator[str]):
    impl = sa.Text(collation="C")
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:
        """Write it in cipher."""
        return None if value is None else value[::-1]


class _Processed(sa.types.TypeDecorator[str]):
    impl = sa.Text(collation="C")
    cache_ok = True

    def bind_processor(self, dialect: sa.Dialect) -> Any:
        """Write it in cipher, by a function that is asked for once."""
        return lambda value: value[::-1]


class _Expressed(sa.types.TypeDecorator[str]):
    impl = sa.Text(collation="C")
    cache_ok = True

    def bind_expression(self, bindparam: sa.BindParameter[str]) -> sa.ColumnElement[str]:
        """Let the database write it in cipher."""
        return sa.func.reverse(bindparam)


class _Inner(sa.types.TypeDecorator[str]):
    impl = _Reversed
    cache_ok = True


class _Cipher(sa.Text):
    def bind_processor(self, dialect: sa.Dialect) -> Any:
        """Write it in cipher: a text of SQLAlchemy, with a function of one's own."""
        return lambda value: value[::-1]


class _Naive(sa.types.TypeDecorator[datetime]):
    impl = sa.DateTime
    cache_ok = True


def _odd(kind: sa.types.TypeEngine[Any], *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Table("odd", sa.MetaData(), sa.Column("odd", kind, nullable=nullable)).c.odd


_LETTERS = "expected a collation that distinguishes all characters, such as C or BINARY"
_MISSING = (
    "expected a column that is NOT NULL, or an expression that is known to be never NULL, such as coalesce(…) "
    "with a value or such a column among its arguments"
)
_REGARD = "expected a text that is compared with regard to case"


def _odd_table() -> sa.Table:
    kinds: dict[str, sa.types.TypeEngine[Any]] = {
        "sure": sa.BigInteger(),
        "text": sa.Text(),
        "flag": sa.Boolean(),
    }
    columns: list[sa.Column[Any]] = [sa.Column(name, kind, nullable=False) for name, kind in kinds.items()]
    return sa.Table("odd", sa.MetaData(), *columns, sa.Column("maybe", sa.BigInteger()))


def _unsure(sure: sa.ColumnElement[Any], maybe: sa.ColumnElement[Any]) -> Iterator[sa.ColumnElement[Any]]:
    """Whole numbers that may be NULL, or of which nothing is known."""
    kind = sa.BigInteger()
    yield sa.func.coalesce(maybe, maybe, type_=kind)
    yield sa.func.coalesce(maybe, sa.null(), type_=kind)
    yield sa.func.ifnull(maybe, maybe, type_=kind)
    yield sa.func.greatest(sure, maybe, type_=kind)
    yield sa.func.abs(maybe, type_=kind)
    yield sa.func.length(maybe, type_=kind)
    yield sa.func.nullif(sure, 0, type_=kind)
    yield sa.func.our_schema.abs(sure, type_=kind)
    yield sa.func.something_else(sure, type_=kind)
    yield sa.func.max(sure, type_=kind).filter(sure > 0)
    yield sa.func.max(sure, type_=kind).over()
    yield sa.literal_column("set_at", kind)
    yield sa.bindparam("set_at", type_=kind)
    yield sa.select(sure).scalar_subquery()
    yield sa.extract("epoch", sure) + sure
    yield sure // sure
    yield sure // 0
    yield maybe // 2
    yield sure.op("%")(0)
    yield sure.op("->>")(1)
    yield sa.cast(sure % 0.5, kind)
    yield sa.cast(sure / sa.literal("0"), kind)
    yield sa.literal(float("nan"), kind)
    yield sa.literal(Decimal("sNaN"), kind)
    yield sa.cast(sure.in_(sa.bindparam("some", value=(1, None), expanding=True)), kind)
    part = _odd(sa.Float())
    yield sa.cast(part - part, kind)
    yield sa.cast(part.op("*")(0), kind)
    yield sa.cast(part * 2 * sure, kind)
    yield sa.cast(sure.in_([1, None]), kind)
    yield sa.cast(sure.in_(sa.select(maybe)), kind)
    yield sa.cast(sure.in_(sa.union_all(sa.select(sure), sa.union(sa.select(sure), sa.select(maybe)))), kind)
    yield sa.cast(maybe.in_(sa.select(sure)), kind)
    yield sa.cast(sure == sa.select(sure).scalar_subquery(), kind)
    yield sa.cast(sure == sa.any_(sa.literal([1])), kind)
    yield sa.UnaryExpression(sure, operator=operators.custom_op("@"), type_=kind)
    yield sa.select(maybe.label("at")).subquery().c.at
    yield sa.select(sa.func.nullif(sure, 0, type_=kind).label("at")).subquery().c.at
    yield sa.union_all(sa.select(sure.label("at")), sa.select(maybe)).subquery().c.at
    one, other = _odd_table(), _odd_table().alias()
    yield (
        sa.select(other.c.sure)
        .select_from(one.outerjoin(other, one.c.sure == other.c.sure))
        .subquery()
        .c.sure
    )
    full = one.join(other, one.c.sure == other.c.sure, full=True)
    yield sa.select(one.c.sure).select_from(full).cte().c.sure
    of_select = sa.select(other.c.sure).select_from(one).outerjoin(other, one.c.sure == other.c.sure)
    yield of_select.subquery().c.sure
    yield sa.select(of_select.cte().c.sure).subquery().c.sure
    yield sa.select(one.c.sure).join(other, one.c.sure == other.c.sure, full=True).subquery().c.sure
    yield sa.union_all(sa.select(sure.label("sure")), of_select).subquery().c.sure
    yield sa.cast(sure.in_(of_select), kind)
    yield sa.select(sure.label("at")).group_by(sa.func.rollup(sure)).subquery().c.at
    yield sa.column("at", kind)
    yield sa.table("light", sa.column("at", kind)).c.at


def _seconds(time: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """The microseconds since 1970 of a time."""
    seconds = sa.cast(sa.extract("epoch", time), sa.BigInteger)
    return sa.func.coalesce(seconds * 1_000_000, sa.literal(0), type_=sa.BigInteger())


def _unsure_texts() -> Iterator[sa.ColumnElement[Any]]:
    """Texts that may be NULL, or of which nothing is known."""
    text, maybe = _odd(sa.Text()), _odd(sa.Text(), nullable=True)
    yield sa.func.lower(maybe, type_=sa.Text())
    yield sa.func.trim(sa.func.upper(maybe, type_=sa.Text()), type_=sa.Text())
    yield sa.func.replace(text, "a", sa.null(), type_=sa.Text())
    yield sa.cast(sa.cast(text, sa.JSON)["id"], sa.Text)
    yield sa.func.substring(text, "co-[0-9]+", type_=sa.Text())
    yield sa.cast(sa.func.upper(_odd(postgresql.TSTZRANGE())), sa.Text)
    yield sa.func.substr(_odd(sa.LargeBinary()), 1, type_=sa.Text())
    yield sa.cast(text.regexp_match("a"), sa.Text)


def _sure(sure: sa.ColumnElement[Any], maybe: sa.ColumnElement[Any]) -> Iterator[sa.ColumnElement[Any]]:
    """Whole numbers that are never NULL."""
    kind = sa.BigInteger()
    yield sa.func.coalesce(maybe, 0, type_=kind)
    yield sa.func.coalesce(maybe, sure, type_=kind)
    yield sa.func.coalesce(sa.func.something_else(sure, type_=kind), maybe, sa.literal(0), type_=kind)
    yield sa.func.coalesce(0, maybe, type_=kind)
    yield sa.func.ifnull(maybe, 0, type_=kind)
    yield sa.func.pg_catalog.abs(sure, type_=kind)
    yield sa.func.abs(sa.func.coalesce(maybe, -1, type_=kind), type_=kind) * 2 - 1
    yield sure // 2 + sure % 7
    yield sa.cast(_odd(sa.Float()) * 1_000_000 * 2, kind)
    yield sa.cast(sure * 0.5, kind)
    yield sa.func.length(sa.func.substring(_odd(_Upper()), 1, sure), type_=kind)
    yield sa.func.greatest(sure, sa.literal(2.5), type_=kind)
    yield sa.cast(sure.in_(sa.bindparam("some", value=(1, 2), expanding=True)), kind)
    yield -sure.bitwise_and(1) + sure.op("&")(3)
    yield sa.cast(sure.in_([1, 2]), kind)
    yield sa.cast(sure.not_in(sa.select(sure)), kind)
    yield sure + sa.cast(~sa.exists(sa.select(maybe)), kind)
    yield sure + sa.cast(sa.exists(sa.select(maybe)) & (sure > 0), kind)
    yield sa.cast(~_odd(sa.Boolean()), kind)
    yield sa.cast(maybe.is_distinct_from(1), kind)
    yield sa.cast(sa.collate(_odd(sa.Text()), "BINARY").like("a%"), kind)
    yield sa.select(sure.label("at")).subquery().c.at
    yield sa.select(sa.func.coalesce(maybe, 0, type_=kind).label("at")).subquery().c.at
    one, other = _odd_table(), _odd_table().alias()
    yield sa.select(other.c.sure).select_from(one.join(other, one.c.sure == other.c.sure)).subquery().c.sure
    yield sa.func.coalesce(
        sa.select(other.c.sure).select_from(one.outerjoin(other, one.c.flag)).subquery().c.sure, 0, type_=kind
    )
    yield other.c.sure


def _loose() -> Iterator[tuple[Database, str, sa.ColumnElement[Any], str]]:
    lite, post = Database.SQLITE, Database.POSTGRESQL
    yield lite, "applications.company", _odd(_Loose()), _LETTERS
    yield lite, "applications.company", _odd(_Wrapped()), _LETTERS
    nocase = sa.Text(collation="NOCASE")
    yield lite, "applications.company", _odd(sa.Text().with_variant(nocase, "sqlite")), _LETTERS
    yield lite, "applications.company", sa.cast(_odd(nocase), sa.Text), _LETTERS
    yield lite, "applications.company", sa.type_coerce(_odd(nocase), sa.Text), _LETTERS
    yield post, "blocks.keyword", _odd(sa.Text().with_variant(postgresql.CITEXT(), "postgresql")), _REGARD
    yield post, "blocks.keyword", sa.cast(_odd(postgresql.CITEXT()), sa.Text).label("word"), _REGARD
    yield lite, "blocks.company", _odd(sa.Integer()), "expected a column or expression whose type is text"
    yield lite, "resumes.id", sa.literal_column("id"), "expected a column or expression whose type is text"
    number = "expected a column or expression whose type is a whole number"
    yield lite, "resumes.born", _odd(sa.Text()), number
    yield post, "resumes.born", _odd(sa.Numeric()), number
    truth = "expected a column or expression whose type is true or false"
    yield lite, "resumes.resume_permission", _odd(sa.Integer()), truth
    yield lite, "resumes.exists", _odd(sa.Text()), truth
    late = _odd(sa.BigInteger(), nullable=True)
    yield lite, "blocks.at", late.label("at"), _MISSING
    yield lite, "applications.withdrawn", sa.type_coerce(late, sa.BigInteger), _MISSING
    yield post, "resumes.id", sa.cast(_odd(sa.Text(), nullable=True), sa.Text), _MISSING
    as_is = "expected a type that writes a text as it is"
    by_variant = sa.Text(collation="C").with_variant(_Reversed(), "postgresql")
    in_cipher = _Reversed(), _Processed(), _Expressed(), _Inner(), _Cipher(collation="C"), by_variant
    for kind in in_cipher:
        yield post, "blocks.keyword", _odd(kind, nullable=True), as_is
    yield post, "blocks.keyword", sa.type_coerce(_odd(_Reversed(), nullable=True), sa.Text), as_is
    seconds = _odd(sa.BigInteger(), nullable=True)
    yield lite, "blocks.at", seconds * 1_000_000, _MISSING
    yield post, "blocks.at", sa.cast(-(seconds + 1), sa.BigInteger).label("at"), _MISSING
    yield post, "resumes.born", sa.literal(372) * (seconds - 1), _MISSING
    yield lite, "resumes.exists", _odd(sa.Text(), nullable=True) != "deleted", _MISSING
    yield lite, "resumes.exists", ~_odd(sa.Boolean(), nullable=True), _MISSING
    sure, unsure = _odd(sa.BigInteger()), _odd(sa.Boolean(), nullable=True)
    yield lite, "blocks.at", seconds * 1_000_000 + 1 + 2, _MISSING
    yield post, "blocks.at", sa.cast(sure + seconds + 1, sa.BigInteger), _MISSING
    yield lite, "applications.company", sa.literal("co") + "-" + _odd(sa.Text(), nullable=True), _MISSING
    yield lite, "resumes.exists", unsure | unsure, _MISSING
    yield post, "resumes.exists", ~(unsure & (sure > 0)), _MISSING
    yield lite, "resumes.exists", sure.between(0, seconds), _MISSING
    yield lite, "resumes.exists", sa.case((sure > 0, sa.true())), _MISSING
    yield post, "blocks.at", sa.case((sure > 0, seconds), else_=sure), _MISSING
    yield post, "blocks.at", sa.case((sure > 0, sure), else_=sa.cast(sa.null(), sa.BigInteger)), _MISSING
    yield from ((lite, "blocks.at", one, _MISSING) for one in _unsure(sure, seconds))
    yield from ((post, "resumes.id", one, _MISSING) for one in _unsure_texts())
    naive, aware = _odd(sa.DateTime()), sa.DateTime(timezone=True)
    whole = sa.cast(_odd(aware), postgresql.TIMESTAMP(timezone=True, precision=0))
    exact = "expected microseconds since 1970 as a BIGINT"
    zoned = f"{exact} or a timestamp with time zone and microseconds"
    yield post, "blocks.at", sa.cast(naive, aware), zoned
    yield post, "blocks.at", sa.type_coerce(_odd(_Naive()), aware), zoned
    yield post, "consents.void_from", sa.type_coerce(naive, aware).label("end"), zoned
    yield post, "applications.withdrawn", sa.cast(whole, aware), zoned
    yield post, "blocks.at", _odd(postgresql.TIMESTAMP(timezone=True, precision=5)), zoned
    yield post, "applications.at", sa.cast(_odd(sa.Date()), aware), zoned
    end = sa.literal(datetime.max.replace(tzinfo=UTC), aware)
    yield post, "consents.void_from", sa.func.coalesce(sa.cast(naive, aware), end, type_=aware), zoned
    yield post, "blocks.at", sa.case((naive.is_(None), end), else_=sa.cast(naive, aware)), zoned
    yield lite, "applications.withdrawn", sa.type_coerce(naive, sa.BigInteger), exact
    seconds_alone = postgresql.TIMESTAMP(precision=0)
    either = _odd(sa.BigInteger().with_variant(sa.DateTime(), "postgresql"))
    unzoned = (
        *(either, either.label("at"), sa.func.coalesce(_odd(aware), naive)),
        *(sa.func.greatest(end, naive, type_=aware), sa.case((naive.is_(None), end), else_=naive)),
        sa.case((naive.is_not(None), naive), (naive.is_(None), end), else_=end),
        sa.func.coalesce(sa.func.greatest(naive, end), end, type_=aware),
        sa.func.coalesce(sa.case((naive.is_(None), naive)), end, type_=aware),
        sa.func.coalesce(sa.select(sa.func.coalesce(end, naive)).scalar_subquery(), end),
        sa.func.coalesce(end, naive) + timedelta(hours=1),
        # To a time that has a zone already, or to a day, PostgreSQL gives none: it takes it away.
        sa.func.coalesce(_odd(aware).op("AT TIME ZONE")("UTC"), end),
        sa.func.coalesce(sa.func.timezone("UTC", _odd(aware), type_=aware), end),
        sa.func.coalesce(sa.func.timezone("UTC", sa.func.coalesce(naive, end), type_=aware), end),
        sa.func.coalesce(sa.func.timezone("UTC", _odd(sa.Date()), type_=aware), end),
        sa.func.coalesce(sa.func.timezone("UTC", sa.func.something_else(naive), type_=aware), end),
        sa.func.coalesce(sa.func.timezone("UTC", _odd(seconds_alone), type_=aware), end),
        sa.func.coalesce(sa.func.timezone(naive, type_=aware), end),
        sa.func.coalesce(sa.union(sa.select(end), sa.select(naive)).scalar_subquery(), end),
        # What PostgreSQL reads or adds by the clock of the session.
        sa.cast(_odd(sa.Text()), aware),
        sa.cast("2026-07-01", aware),
        sa.cast("tomorrow", aware),
        sa.func.coalesce(_odd(aware, nullable=True), sa.literal(datetime(2026, 7, 1), aware)),
        sa.func.coalesce(sa.func.date_trunc("day", _odd(aware), type_=aware), end),
        sa.func.coalesce(sa.func.to_timestamp(_odd(sa.Text()), "YYYY", type_=aware), end),
        _odd(aware) + timedelta(days=1),
        _odd(aware) + _odd(postgresql.INTERVAL()),
        _seconds(sa.func.coalesce(end, naive)),
        _seconds(_odd(aware) + timedelta(days=1)),
        # The same behind a number that is read of it, behind a zone that is given to it, and in what decides between times.
        _seconds(sa.cast(_odd(sa.Text()), aware)),
        _seconds(sa.cast(_odd(sa.Text()), sa.DateTime())),
        _seconds(sa.type_coerce(_odd(sa.Text()), aware)),
        _seconds(sa.func.to_timestamp(_odd(sa.Text()), "YYYY", type_=aware)),
        _seconds(sa.func.date_trunc("day", _odd(aware), type_=aware)),
        _seconds(sa.func.coalesce(sa.func.date_trunc("day", _odd(aware), type_=aware), end, type_=aware)),
        sa.func.coalesce(sa.cast(sa.extract("hour", _odd(aware)), sa.BigInteger), 0, type_=sa.BigInteger()),
        sa.func.coalesce(sa.func.timezone("UTC", sa.cast(_odd(sa.Text()), sa.DateTime()), type_=aware), end),
        sa.func.coalesce(
            sa.cast("tomorrow", sa.DateTime()).op("AT TIME ZONE", return_type=aware)("UTC"), end
        ),
        sa.case((sa.cast(naive, aware) > end, end), else_=end),
        sa.case((sa.type_coerce(naive, aware) > end, end), else_=end),
        sa.func.coalesce(sa.func.make_timestamptz(2026, 7, 1, 8, 0, 0, type_=aware), end),
        _seconds(sa.func.make_timestamptz(2026, 7, 1, 8, 0, 0, type_=aware)),
    )
    for one in unzoned:
        yield post, "blocks.at", one, zoned
        yield post, "blocks.at", sa.select(one.label("at")).subquery().c.at, zoned
    yield post, "blocks.at", sa.select(sa.cast(naive, aware).label("at")).subquery().c.at, zoned
    yield from ((post, "blocks.at", one, zoned) for one in _asked_of_a_session())
    yield from ((post, path, one, _ALIKE) for path, one in _said_by_a_session())
    worded = sa.select(sa.cast(_odd(postgresql.CITEXT()), sa.Text).label("word")).subquery().c.word
    yield post, "blocks.keyword", worded, _REGARD
    coded = sa.select(sa.type_coerce(_odd(_Reversed()), sa.Text).label("word")).subquery().c.word
    yield post, "blocks.keyword", coded, as_is


_ALIKE = "expected an expression that is the same whatever the time zone of the session is"


def _times() -> sa.Table:
    """A time with its zone, one without, and a number for each."""
    kinds: dict[str, sa.types.TypeEngine[Any]] = {
        "aware": sa.DateTime(timezone=True),
        "naive": sa.DateTime(),
        "number": sa.BigInteger(),
    }
    return sa.Table(
        "times", sa.MetaData(), *(sa.Column(name, kind, nullable=False) for name, kind in kinds.items())
    )


def _asked_of_a_session() -> Iterator[sa.ColumnElement[Any]]:
    """Instants that are right by themselves, and of which the session decides which is taken, or in which zone."""
    times, other = _times(), _times().alias()
    aware, naive, number = times.c.aware, times.c.naive, times.c.number
    kind, whole = sa.DateTime(timezone=True), sa.BigInteger()
    yield sa.case((naive > aware, aware), else_=aware)
    yield sa.case((sa.and_(number > 0, sa.not_(naive > aware)), aware), else_=aware)
    yield sa.case((naive > sa.func.now(), number), else_=number)
    yield sa.case((naive.in_([datetime(2026, 7, 1, tzinfo=UTC)]), aware), else_=aware)
    yield sa.case((naive.in_(sa.select(other.c.aware)), aware), else_=aware)
    yield sa.case((sa.exists().where(other.c.naive > aware), aware), else_=aware)
    yield sa.func.coalesce(sa.select(aware).where(naive > aware).scalar_subquery(), aware)
    yield sa.select(aware).where(naive > aware).subquery().c.aware
    yield sa.select(aware).order_by(sa.cast(naive, kind)).limit(1).subquery().c.aware
    yield sa.select(times.c.aware).join(other, times.c.aware > other.c.naive).cte().c.aware
    yield sa.select(sa.select(aware).where(naive > aware).subquery().c.aware).subquery().c.aware
    yield sa.func.coalesce(sa.func.date_part("day", aware, type_=whole), number)
    yield sa.func.coalesce(sa.func.our_own(aware, type_=kind), aware)
    yield sa.func.coalesce(sa.func.our_own(number, type_=kind), aware)
    yield sa.func.coalesce(sa.func.our_schema.coalesce(aware, type_=kind), aware)
    yield sa.func.coalesce(sa.func.timezone(sa.func.current_setting("TimeZone"), naive, type_=kind), aware)
    yield sa.func.coalesce(sa.func.count(sa.cast(naive, kind)), number)
    yield sa.func.coalesce(sa.func.max(number).filter(naive > aware), number)
    yield sa.func.coalesce(sa.func.max(number).over(order_by=sa.cast(naive, kind)), number)
    written = sa.select(sa.cast(aware, sa.Text).label("zone")).subquery().c.zone
    yield sa.func.coalesce(sa.func.timezone(written, naive, type_=kind), aware)
    yield sa.func.coalesce(naive - timedelta(days=1), aware)


def _said_by_a_session() -> Iterator[tuple[str, sa.ColumnElement[Any]]]:
    """Truths, numbers and texts that are made of a time by the zone of the session."""
    aware, naive, _ = _times().c
    yield "resumes.exists", naive < aware
    yield "resumes.exists", sa.exists().where(naive < sa.func.now())
    yield "resumes.exists", naive.between(naive, aware)
    yield "resumes.exists", sa.cast(sa.cast(aware, sa.Date), sa.DateTime()) == naive
    yield "resumes.born", sa.extract("year", aware) * 372
    yield "resumes.id", sa.cast(aware, sa.Text)
    yield "resumes.id", sa.func.to_char(aware, "YYYY-MM-DD", type_=sa.Text())
    yield "resumes.exists", naive.in_([aware, naive])
    rounded = sa.column("rounded", postgresql.TIMESTAMP(timezone=True, precision=0))
    yield "resumes.born", sa.extract("year", rounded) * 372
    yield "resumes.exists", rounded > sa.column("day", sa.Date)
    for holder in (postgresql.TSTZRANGE(), sa.ARRAY(sa.DateTime(timezone=True)), sa.Time(timezone=True)):
        yield "resumes.id", sa.func.concat("r-", sa.column("holder", holder), type_=sa.Text())
    yield "resumes.id", sa.cast(sa.func.make_timestamptz(2026, 7, 1, 0, 0, 0), sa.Text)
    yield "resumes.id", sa.type_coerce(sa.literal(datetime(2026, 7, 1, tzinfo=UTC), aware.type), sa.Text)


@each(("database", "path", "column", "said"), list(_loose()))
def test_LAW_8_a_type_of_ones_own_hides_no_column_that_answers_wrongly(
    database: Database, path: str, column: sa.ColumnElement[Any], said: str
) -> None:
    """LAW-8: wrapped, cast, labelled or of another type in that database, it is refused as it is alone."""
    tables = tables_for(sa.MetaData(), database)
    columns = {name: dict(held) for name, held in tables.columns.items()}
    relation, name = path.split(".")
    columns[relation] = dict.fromkeys(columns[relation], column) | {
        one: held for one, held in columns[relation].items() if one != name
    }
    with pytest.raises(InvalidValue) as refusal:
        tables_of(database, columns)
    assert f"{path}: {said}" in map(str, refusal.value.problems)


class _Upper(sa.types.TypeDecorator[str]):
    impl = sa.Text(collation="C")
    cache_ok = True

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> str | None:
        """Read it in capitals; it is written as it is."""
        return None if value is None else value.upper()


def _exact() -> Iterator[tuple[Database, str, sa.ColumnElement[Any]]]:
    sure = _odd(sa.BigInteger())
    yield Database.POSTGRESQL, "blocks.keyword", _odd(_Upper(), nullable=True)
    yield Database.SQLITE, "resumes.exists", sure.in_(sa.select(sure))
    yield Database.SQLITE, "resumes.exists", _odd(sa.BigInteger(), nullable=True).is_(None)
    yield Database.SQLITE, "blocks.at", sa.case((sure > 0, sure), else_=0) + sure * 1_000_000
    maybe = _odd(sa.BigInteger(), nullable=True)
    yield from ((Database.SQLITE, "blocks.at", one) for one in _sure(sure, maybe))
    naive, aware = _odd(sa.DateTime()), sa.DateTime(timezone=True)
    zoned = sa.func.coalesce(sa.func.timezone("UTC", naive, type_=aware), _odd(aware))
    yield Database.POSTGRESQL, "blocks.at", zoned
    yield Database.POSTGRESQL, "blocks.at", sa.select(zoned.label("at")).subquery().c.at
    yield Database.POSTGRESQL, "blocks.at", sa.case((naive.is_(None), _odd(aware)), else_=_odd(aware))
    later = sa.func.timezone("UTC", naive + timedelta(days=1), type_=aware)
    yield Database.POSTGRESQL, "blocks.at", sa.func.coalesce(later, sa.cast("infinity", aware))
    for one in (
        sa.cast("2026-07-01T00:00:00+08:00", aware),
        sa.literal(datetime(2026, 7, 1, tzinfo=UTC), aware),
    ):
        yield Database.POSTGRESQL, "blocks.at", sa.func.coalesce(_odd(aware, nullable=True), one)
    there = naive.op("at time zone", return_type=aware)("UTC")
    yield Database.POSTGRESQL, "blocks.at", sa.func.coalesce(there, _odd(aware))
    yield Database.POSTGRESQL, "blocks.at", _seconds(naive)
    yield Database.POSTGRESQL, "blocks.at", _seconds(_odd(aware))
    yield Database.POSTGRESQL, "blocks.at", _odd(postgresql.TIMESTAMP(timezone=True, precision=6))
    # Neither the numbers that a time is made of nor what is asked in a subquery make it another.
    yield Database.POSTGRESQL, "blocks.at", _seconds(sa.func.to_timestamp(sure, type_=aware))
    written = sa.Table("w", sa.MetaData(), sa.Column("at", aware), sa.Column("old", sa.DateTime()))
    newest = sa.select(written.c.at).where(written.c.old.is_(None)).scalar_subquery()
    yield Database.POSTGRESQL, "blocks.at", sa.func.coalesce(newest, _odd(aware))
    for never in ("infinity", "-infinity"):
        yield Database.POSTGRESQL, "blocks.at", sa.func.coalesce(_odd(aware), sa.cast(never, aware))
    times, other = _times(), _times().alias()
    for truth in (
        times.c.naive.is_(None),
        times.c.naive <= other.c.naive,
        sa.and_(times.c.aware > sa.func.now(), times.c.number > 0),
        times.c.naive.between(other.c.naive, datetime(2026, 7, 1)),
        sa.exists().where(times.c.aware == other.c.aware),
        times.c.naive < sa.func.timezone("UTC", times.c.aware, type_=sa.DateTime()),
        sa.column("rounded", postgresql.TIMESTAMP(timezone=True, precision=0)).is_(None),
        times.c.number.in_([times.c.number, 0]),
        sa.column("names", postgresql.ARRAY(sa.Text)).contains(["x"]),
        sa.func.lower(sa.column("word", sa.Text)) == sa.literal(None),
    ):
        yield Database.POSTGRESQL, "resumes.exists", sa.func.coalesce(truth, times.c.number > 0)
        yield Database.POSTGRESQL, "blocks.at", sa.case((truth, times.c.aware), else_=other.c.aware)
    year = sa.cast(sa.extract("year", times.c.naive), sa.BigInteger)
    yield Database.POSTGRESQL, "resumes.born", sa.func.coalesce(year * 372, 0, type_=sa.BigInteger())
    counted = sa.func.coalesce(sa.func.count(times.c.aware), 0, type_=sa.BigInteger())
    yield Database.POSTGRESQL, "blocks.at", counted
    highest = sa.func.max(times.c.number).filter(times.c.number > 0)
    yield Database.POSTGRESQL, "blocks.at", sa.func.coalesce(highest, 0)
    joined = sa.select(times.c.aware).join(other, times.c.naive == other.c.naive).order_by(times.c.naive)
    yield Database.POSTGRESQL, "blocks.at", joined.subquery().c.aware
    chain = sa.select(times.c.aware, times.c.number).cte(recursive=True)
    chain = chain.union_all(sa.select(times.c.aware, times.c.number).where(times.c.number == chain.c.number))
    yield Database.POSTGRESQL, "blocks.at", sa.select(chain.c.aware).subquery().c.aware
    lower = sa.func.lower(sa.func.trim(_odd(sa.Text(collation="BINARY")), type_=sa.Text()), type_=sa.Text())
    yield Database.SQLITE, "resumes.id", lower


@each(("database", "path", "column"), list(_exact()))
def test_what_answers_rightly_is_taken(database: Database, path: str, column: sa.ColumnElement[Any]) -> None:
    """An expression that is never NULL, and a type that reads in its own way, are no problem."""
    columns = {name: dict(held) for name, held in tables_for(sa.MetaData(), database).columns.items()}
    relation, name = path.split(".")
    columns[relation][name] = column
    with pytest.raises(InvalidValue) as refusal:  # the columns of one relation are of two tables
        tables_of(database, columns)
    assert [problem.path for problem in refusal.value.problems] == [relation]


def test_LAW_8_a_table_that_was_read_from_sqlite_is_compared_exactly() -> None:
    """LAW-8, APPLY-7: what is read of a table does not say how its texts are compared, so the statement says it itself."""
    metadata, read, engine = sa.MetaData(), sa.MetaData(), sa.create_engine("sqlite://")
    names = tables_for(metadata, Database.SQLITE).sources
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            made = str(CreateTable(table).compile(engine))
            assert 'COLLATE "BINARY"' in made
            connection.exec_driver_sql(made.replace('COLLATE "BINARY"', "COLLATE NOCASE"))
        read.reflect(connection)
        tables = tables_of(Database.SQLITE, {name: dict(read.tables[name].columns) for name in names})
        sent = Application(company="Acme", at=AT - timedelta(days=1))
        asked = with_settings(resume(applications=(sent,)), visibility=Visibility.PRIVATE)
        write(connection, tables, [stored(asked)])
        for company in ("acme", "Acme"):
            viewer = Recruiter(
                id="u", company=Company(id=company, name="x"), signed_in=True, verified=FULLY_VERIFIED
            )
            found = sa.select(tables.sources["resumes"].c.id).where(visible_to(viewer, tables, at=AT))
            assert (
                bool(connection.scalars(found).all()) is is_shown(viewer, asked, at=AT) is (company == "Acme")
            )
    engine.dispose()


# --- Too late, or never ------------------------------------------------------------------------------------------------

_GROWN = datetime(2026, 6, 30, 16, tzinfo=UTC)


def _child(**settings: Any) -> Resume:
    whole = with_settings(resume(), **settings)
    profile = attrs.evolve(whole.basics.profile, born=YearMonth(2010, 6))
    return attrs.evolve(whole, basics=attrs.evolve(whole.basics, profile=profile))


def _stale_in_chinese(before: Resume | None, after: Resume | None, policy: Policy) -> list[Stale]:
    at = _GROWN - timedelta(days=3)
    return [one for one in stale(before, after, at=at, policy=policy) if one.language is Language.ZH]


def _policy(decide: Any) -> Policy:
    return Policy("ages", ruleset=attrs.evolve(V2023_04, decide=decide))


def _young_alone(facts: Facts, readings: Readings) -> Decision:
    """A list of the young, such as one of trainees: who comes of age is in it no more."""
    if facts.of_age:
        return Refusal(())
    return V2023_04.decide(attrs.evolve(facts, of_age=True), readings)


def _grown_whatever(facts: Facts, readings: Readings) -> Decision:
    """The mode is that of the young alone; whoever is of age is in the list."""
    facts = attrs.evolve(facts, visibility=Visibility.PUBLIC) if facts.of_age else facts
    return V2023_04.decide(attrs.evolve(facts, of_age=True), readings)


def test_NAME_2_what_is_taken_back_with_age_goes_at_once() -> None:
    """NAME-2: where a policy shows less of those who are of age, two hours would be two hours too many."""
    _, later = _stale_in_chinese(None, _child(), _policy(_young_alone))
    assert (later.write, later.delete) == ((), ("sections+name",))
    assert (later.since, later.by) == (_GROWN, _GROWN)


def test_GATE_3_what_is_taken_out_before_is_written_with_age() -> None:
    """What a child takes out now is written again when they come of age, though what they show then has not changed."""
    policy = _policy(_grown_whatever)
    now, later = _stale_in_chinese(_child(), _child(visibility=Visibility.PRIVATE), policy)
    assert (now.write, now.delete) == ((), ("sections+name",))
    assert (later.write, later.since) == (("sections+name",), _GROWN)


# --- An instant that is over -------------------------------------------------------------------------------------------


def test_NAME_2_views_are_of_the_instant_at_which_the_first_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """NAME-2: an iterator that lay about gives no view of the instant at which it was made, when more may have been shown."""
    clock = [AT]
    monkeypatch.setattr(many, "instant", lambda at: clock[0] if at is None else instant(at))
    consent = Consent(
        recipient="r",
        recipient_name="某人",
        recipient_contact="x",
        purpose="p",
        method="接口",
        parts=frozenset({Part.WORK}),
        begins=AT - timedelta(days=1),
        ends=AT + timedelta(hours=1),
    )
    views = views_for(Recipient(id="r", purpose="p"), [resume(consents=(consent,))])
    clock[0] = AT + timedelta(hours=1)
    assert [*views] == []
