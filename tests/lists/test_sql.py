"""Conditions as SQL: each database gives exactly the ids that are shown (LAW-8)."""

import pickle
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import attrs
import populations
import pytest
import sqlalchemy as sa
from databases import DATABASES, NOT_TRIED, POSTGRESQL, engine_of
from populations import AT, COMPANIES, LOOSENED, QUESTIONS, VIEWERS, asking
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Session, aliased, registry, with_loader_criteria
from sqlalchemy.sql import visitors
from sqlalchemy.sql.visitors import replacement_traverse

import people
from each import each
from pace import SUITE, some_of
from policies import policy_of
from resume_visibility import (
    FULLY_VERIFIED,
    POLICY_2023_04,
    Action,
    CampusForm,
    Company,
    CompanyBlock,
    Headhunter,
    InvalidValue,
    KeywordBlock,
    Policy,
    Recruiter,
    Resume,
    Viewer,
    is_shown,
)
from resume_visibility.lists import sql
from resume_visibility.lists.conditions import (
    ALWAYS,
    NEVER_HOLDS,
    Condition,
    In,
    Later,
    Not,
    PartOf,
    UpTo,
    every,
    has,
    holds,
    negate,
    some,
)
from resume_visibility.lists.rows import EPOCH, NO_END, ROW_OF, Relation, Stored, microseconds, stored
from resume_visibility.lists.sql import (
    Database,
    Tables,
    _Keywords,
    erase,
    expression,
    outdated,
    tables_for,
    tables_of,
    visible_to,
    write,
)
from resume_visibility.model import Account, Application, Document
from resume_visibility.model.names import folded

RESUMES = populations.resumes("sql", 2000 if SUITE != "same" else 400)
FORMS = populations.forms("sql", 1000 if SUITE != "same" else 200)


@attrs.frozen
class Filled:
    """A database with everything in it."""

    connection: sa.Connection
    resumes: Tables
    forms: Tables

    def ids(self, viewer: Viewer, document: Document, policy: Policy = POLICY_2023_04) -> set[str]:
        """The ids that the database gives."""
        tables = self.resumes if document is Document.RESUME else self.forms
        rows = tables.sources["resumes"]
        where = visible_to(viewer, tables, document, at=AT, policy=policy)
        return {*self.connection.execute(sa.select(rows.c.id).where(where)).scalars()}


@pytest.fixture(params=DATABASES, scope="module")
def filled(request: pytest.FixtureRequest) -> Iterator[Filled]:
    """Each database, with 400 hostile resumes and 200 forms; 2,000 and 1,000 in the full suite."""
    with connected(request.param) as connection:
        metadata = sa.MetaData()
        found = Filled(
            connection,
            tables_for(metadata, request.param),
            tables_for(metadata, request.param, prefix="form_"),
        )
        metadata.create_all(connection)
        write(connection, found.resumes, map(stored, RESUMES))
        write(connection, found.forms, map(stored, FORMS))
        yield found


class connected:  # used as a function
    """A connection to a database with nothing in it, of which nothing remains."""

    def __init__(self, database: Database, **options: object) -> None:
        self._engine = engine_of(database, **options)

    def __enter__(self) -> sa.Connection:
        self._connection = self._engine.connect()
        if self._engine.dialect.name == "postgresql":
            self._connection.execute(sa.text("SET search_path TO pg_temp"))
        return self._connection

    def __exit__(self, *_: object) -> None:
        self._connection.close()
        self._engine.dispose()


def shown_of(
    viewer: Viewer, documents: tuple[Resume, ...] | tuple[CampusForm, ...], policy: Policy = POLICY_2023_04
) -> set[str]:
    """The ids of what is shown, asked one by one."""
    return {one.id for one in documents if is_shown(viewer, one, at=AT, policy=policy)}


def test_LAW_8_a_database_gives_what_is_shown(filled: Filled) -> None:
    """LAW-8: for every viewer and action, of resumes and of forms."""
    for viewer in some_of(QUESTIONS, 3):
        assert filled.ids(viewer, Document.RESUME) == shown_of(viewer, RESUMES)
        assert filled.ids(viewer, Document.FORM) == shown_of(viewer, FORMS)


def test_LAW_8_a_database_gives_what_is_shown_under_every_reading(filled: Filled) -> None:
    """LAW-8: and so with each reading loosened alone, and with all of them."""
    for place, readings in enumerate(LOOSENED):
        policy = policy_of(readings)
        for viewer in some_of(QUESTIONS[place % 31 :], 31):
            assert filled.ids(viewer, Document.RESUME, policy) == shown_of(viewer, RESUMES, policy)
            assert filled.ids(viewer, Document.FORM, policy) == shown_of(viewer, FORMS, policy)


def headhunter(*clients: Company, action: Action = Action.SEARCH) -> Headhunter:
    """A headhunter of an agency that few candidates block."""
    return Headhunter(
        id="h", agency=COMPANIES[3], clients=clients, signed_in=True, verified=FULLY_VERIFIED, action=action
    )


LONG = [Company(id=f"long-{n}", name=f"{one.name}{n}" + "甲乙丙" * 50) for n, one in enumerate(COMPANIES)]
"""Companies in whose names too many words could stand to look each up."""

OTHERS = [Company(id=f"client-{number}", name=f"客户{number}") for number in range(98)]


@pytest.mark.parametrize("action", [Action.SEARCH, Action.VIEW])
def test_BLOCK_3_a_headhunter_of_many_clients(filled: Filled, action: Action) -> None:
    """BLOCK-3: however many clients there are, one blocked client is enough, and an application to it alone lifts the block."""
    for clients in ((*OTHERS, COMPANIES[0], COMPANIES[2]), COMPANIES[:2], COMPANIES[1:], COMPANIES):
        viewer = headhunter(*clients, action=action)
        assert filled.ids(viewer, Document.RESUME) == shown_of(viewer, RESUMES)
        assert filled.ids(viewer, Document.FORM) == shown_of(viewer, FORMS)


def test_BLOCK_3_many_clients_with_long_names(filled: Filled) -> None:
    """BLOCK-3: names in which too many words could stand to look each up are gone through, those of clients, too."""
    viewer = headhunter(*OTHERS, *LONG)
    assert filled.ids(viewer, Document.RESUME) == shown_of(viewer, RESUMES)
    assert len(shown_of(viewer, RESUMES)) < len(shown_of(headhunter(*OTHERS), RESUMES))


@pytest.mark.parametrize("database", Database)
def test_BLOCK_3_an_expression_that_was_kept_is_no_other(database: Database) -> None:
    """BLOCK-3: a parameter of an expression that was pickled has a name that no other has. With that of an object that is gone, the
    clients of one headhunter took the place of another's in one statement.
    """
    where = visible_to(headhunter(*OTHERS), tables_for(sa.MetaData(), database), at=AT)
    kept = pickle.dumps(where)
    names = [
        {part.key for part in visitors.iterate(one) if isinstance(part, sa.BindParameter)}
        for one in (where, pickle.loads(kept), pickle.loads(kept))
    ]
    assert len(set.union(*names)) == sum(map(len, names))


@pytest.mark.skipif(not POSTGRESQL, reason=NOT_TRIED)
def test_BLOCK_3_names_of_clients_are_no_sql() -> None:
    """BLOCK-3: the names stand in the text of a statement for PostgreSQL, also where a backslash in a text hides the next sign."""
    hostile = [
        Company(id="c-1", name="\\' OR true) --"),
        Company(id="c-2", name="a%s%%b :name {} $1 ? 'quoted'"),
        Company(id="c-3", name="ends with \\"),
    ]
    blocked_ones = [
        rows_of(id="by-id", blocks=(CompanyBlock(company="c-2", at=AT - timedelta(days=1)),)),
        rows_of(id="by-name", blocks=(KeywordBlock(keyword="ends with \\", at=AT - timedelta(days=1)),)),
        rows_of(id="by-nobody"),
    ]
    off = {"options": "-c standard_conforming_strings=off"}
    with connected(Database.POSTGRESQL, connect_args=off) as connection:
        metadata = sa.MetaData()
        tables = tables_for(metadata, Database.POSTGRESQL)
        metadata.create_all(connection)
        write(connection, tables, blocked_ones)
        where = visible_to(headhunter(*hostile), tables, at=AT)
        found = sa.select(tables.sources["resumes"].c.id).where(where)
        assert connection.scalars(found).all() == ["by-nobody"]


def test_LAW_8_conditions_that_are_alike_mean_the_same_together(filled: Filled) -> None:
    """LAW-8: some of them hold, or none, in a database as in their meaning."""
    rows, kept = filled.resumes.sources["resumes"], list(map(stored, RESUMES))
    ids = [one.id for one in COMPANIES if one.id is not None]
    some_blocked = some(blocked_by(one) for one in COMPANIES if one.id is not None)
    # The list has the same text in each of its rows, in one of its columns.
    first = Later(Relation.APPLICATIONS, In("company", frozenset({ids[0]})))
    not_for_one = some(has(Relation.BLOCKS, In("company", frozenset({id_})), first) for id_ in ids)
    for condition in (some_blocked, negate(some_blocked), not_for_one, negate(not_for_one)):
        found = sa.select(rows.c.id).where(expression(condition, filled.resumes))
        meant = {one.document.id for one in kept if holds(condition, one)}
        assert {*filled.connection.execute(found).scalars()} == meant
        assert 0 < len(meant) < len(kept)


def test_LAW_8_conditions_of_any_form_mean_the_same_together(filled: Filled) -> None:
    """LAW-8: wherever their texts stand. One keyword of several is enough to find a block, and not to say that none is later."""
    rows, kept, draw = (
        filled.resumes.sources["resumes"],
        list(map(stored, RESUMES)),
        populations.Draw("alike"),
    )
    differing = 0
    for _ in range(60 if SUITE == "same" else 400):
        make = form_of_a_condition(draw)
        condition = some(make(draw.one(COMPANIES)) for _ in range(3))
        for asked in (condition, negate(condition)):
            found = sa.select(rows.c.id).where(expression(asked, filled.resumes))
            meant = {one.document.id for one in kept if holds(asked, one)}
            assert {*filled.connection.execute(found).scalars()} == meant
            differing += 0 < len(meant) < len(kept)
    assert differing > 60


def form_of_a_condition(draw: populations.Draw) -> Callable[[Company], Condition]:
    """What makes a condition on the rows of a company: it differs from company to company in its texts alone."""
    relation, later = draw.one(ACTS), draw.one(ACTS)
    first, second, or_same = _part(draw, relation, 2), _part(draw, later, 2), draw.chance(0.5)
    return lambda one: has(relation, first(one), Later(later, second(one), or_same))


@pytest.mark.parametrize("way", _Keywords)
def test_BLOCK_2_keywords_are_found_in_each_way(
    filled: Filled, way: _Keywords, monkeypatch: pytest.MonkeyPatch
) -> None:
    """BLOCK-2: by a list of all that stand in the names, by a walk through the names, or by comparing them."""
    if way is _Keywords.WALKED and filled.resumes.database is Database.POSTGRESQL:
        pytest.skip("SQLite alone walks")
    monkeypatch.setattr(sql, "_keywords_of", lambda *_: way)
    for viewer in (*some_of(QUESTIONS, 9), headhunter(*OTHERS[:3], *COMPANIES), headhunter(*COMPANIES[1:])):
        assert filled.ids(viewer, Document.RESUME) == shown_of(viewer, RESUMES)
    rows, kept, draw = filled.resumes.sources["resumes"], [*map(stored, RESUMES)], populations.Draw("ways")
    differing = 0
    for _ in range(40):
        make = form_of_a_condition(draw)
        asked = some(make(draw.one(COMPANIES)) for _ in range(3))
        meant = {one.document.id for one in kept if holds(asked, one)}
        found = sa.select(rows.c.id).where(expression(asked, filled.resumes))
        assert {*filled.connection.scalars(found)} == meant
        differing += 0 < len(meant) < len(kept)
    assert differing > 5


@pytest.mark.parametrize("database", DATABASES)
@pytest.mark.parametrize("way", _Keywords)
def test_BLOCK_2_each_word_in_a_name_is_found(
    database: Database, way: _Keywords, monkeypatch: pytest.MonkeyPatch
) -> None:
    """BLOCK-2: wherever it stands and however long it is, for a company and for a client among others; and no other word."""
    if way is _Keywords.WALKED and database is Database.POSTGRESQL:
        pytest.skip("SQLite alone walks")
    monkeypatch.setattr(sql, "_keywords_of", lambda *_: way)
    named = Company(id="named", name="甲乙丙乙戊")
    inside = ["甲", "乙", "戊", "甲乙", "乙丙", "丙乙", "乙戊", "乙丙乙", "丙乙戊", "甲乙丙乙戊"]
    outside = ["丁", "乙甲", "甲丙", "乙乙", "甲乙丙乙丁", "乙丙乙甲", "甲乙乙"]
    recruiter = Recruiter(
        id="u", company=named, signed_in=True, verified=FULLY_VERIFIED, action=Action.SEARCH
    )
    metadata = sa.MetaData()
    tables = tables_for(metadata, database)
    with connected(database) as connection:
        metadata.create_all(connection)
        blocks = [(KeywordBlock(keyword=word, at=AT - timedelta(1)),) for word in (*outside, *inside)]
        write(connection, tables, [rows_of(id=f"r-{n}", blocks=one) for n, one in enumerate(blocks)])
        for viewer in (recruiter, headhunter(named), headhunter(*OTHERS[:2], named)):
            asked = sa.select(tables.sources["resumes"].c.id).where(visible_to(viewer, tables, at=AT))
            assert {*connection.scalars(asked)} == {f"r-{n}" for n in range(len(outside))}


@pytest.mark.parametrize("clients", [1, 20])
def test_LAW_6_a_walk_through_names_does_not_grow_with_the_keywords(clients: int) -> None:
    """LAW-6: ten times as many keywords are hardly more work for SQLite, however long the names are."""
    long = [
        Company(
            id=f"c-{number}",
            name="".join(chr(0x4E00 + number * 7 + place * 131 % 997) for place in range(160)),
        )
        for number in range(clients)
    ]
    few, many = (steps_of(headhunter(*long), keywords) for keywords in (300, 3_000))
    assert many < 2 * few


def steps_of(viewer: Viewer, keywords: int) -> int:
    """How many hundred steps SQLite takes to list what is shown, beside a resume with so many keywords that are blocked."""
    metadata, steps = sa.MetaData(), 0
    tables = tables_for(metadata, Database.SQLITE)

    def count() -> None:
        nonlocal steps
        steps += 1

    blocks = tuple(KeywordBlock(keyword=f"词{number}", at=AT) for number in range(keywords))
    with connected(Database.SQLITE) as connection:
        metadata.create_all(connection)
        write(connection, tables, [rows_of(id="r-blocks", blocks=blocks), rows_of(id="r-open")])
        asked = sa.select(tables.sources["resumes"].c.id).where(visible_to(viewer, tables, at=AT))
        connection.connection.driver_connection.set_progress_handler(count, 100)  # type: ignore[union-attr]  # it is of sqlite3
        assert {*connection.scalars(asked)} == {"r-blocks", "r-open"}
    return steps


@pytest.mark.parametrize("index", [None, "keyword", "company"])
def test_keywords_are_walked_by_an_index_alone(index: str | None) -> None:
    """Without an index that begins with the keyword, SQLite would read all blocks for each character of a name."""
    metadata = sa.MetaData()
    ready = tables_for(metadata, Database.SQLITE)
    block = ready.sources["blocks"]
    assert isinstance(block, sa.Table)
    own = sa.Table(
        "own_blocks", metadata, *(sa.Column(one.name, one.type, nullable=one.nullable) for one in block.c)
    )
    if index is not None:
        sa.Index("own_index", own.c[index], own.c.at)
    condition = some(map(blocked_by, LONG))
    for source in (own, own.alias()):
        tables = tables_of(Database.SQLITE, {**ready.columns, "blocks": dict(source.c)})
        text = str(sa.select(ready.sources["resumes"].c.id).where(expression(condition, tables)))
        assert ("RECURSIVE" in text) == (index == "keyword")
        assert ("instr" in text) == (index != "keyword")


ACTS = (Relation.BLOCKS, Relation.APPLICATIONS)


def _part(draw: populations.Draw, relation: Relation, depth: int) -> Callable[[Company], Condition]:
    if depth and draw.chance(0.5):
        left, right = _part(draw, relation, depth - 1), _part(draw, relation, depth - 1)
        join = draw.one((some, every))
        return lambda one: join((left(one), right(one)))
    if relation is Relation.BLOCKS and draw.chance(0.6):
        return lambda one: PartOf("keyword", (*map(folded, (one.name, *one.aliases)),))
    if draw.chance(0.3):
        return lambda one: UpTo("at", microseconds(AT))
    return lambda one: In("company", frozenset({str(one.id)}))


def blocked_by(company: Company) -> Condition:
    """The condition that there is a block of a company with no later application."""
    own = In("company", frozenset({str(company.id)}))
    by_name = PartOf("keyword", (folded(company.name),))
    return has(Relation.BLOCKS, some((own, by_name)), Later(Relation.APPLICATIONS, own))


def test_a_list_of_clients_is_gone_through_once() -> None:
    """Statistics mislead SQLite about a column that is mostly NULL: it would go through the list for each block."""
    metadata = sa.MetaData()
    tables = tables_for(metadata, Database.SQLITE)
    with connected(Database.SQLITE) as connection:
        metadata.create_all(connection)
        blocks = [CompanyBlock(company=f"c-{number}", at=AT) for number in range(50)]
        write(connection, tables, [rows_of(id=f"r-{number}", blocks=tuple(blocks)) for number in range(20)])
        connection.execute(sa.text("ANALYZE"))
        asked = sa.select(tables.sources["resumes"].c.id).where(
            visible_to(headhunter(*COMPANIES[:4]), tables, at=AT)
        )
        text = str(asked.compile(connection, compile_kwargs={"literal_binds": True}))
        plan = [step for _, _, _, step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")]
    assert [step for step in plan if step.startswith("SCAN blocks")] == []
    assert (
        len([step for step in plan if step.startswith("SCAN anon")]) == 3
    )  # by company, by group and by keyword


def _missing(block: sa.FromClause) -> dict[str, Any]:
    return {**block.c, "keyword": sa.func.nullif(block.c.keyword, "", type_=sa.Text())}


def _missing_in_a_subquery(block: sa.FromClause) -> dict[str, Any]:
    inner = sa.select(*[column.label(name) for name, column in _missing(block).items()]).subquery()
    return dict(inner.c)


@pytest.mark.parametrize("columns", [_missing, _missing_in_a_subquery])
def test_LAW_6_a_keyword_without_an_index_is_not_joined_with_a_list(
    columns: Callable[[sa.FromClause], dict[str, Any]],
) -> None:
    """LAW-6: SQLite would go through all blocks for each of thousands of keywords: 3 s for one client and 20,000 blocks, and not 18 ms."""
    metadata = sa.MetaData()
    ready = tables_for(metadata, Database.SQLITE)
    tables = tables_of(Database.SQLITE, {**ready.columns, "blocks": columns(ready.sources["blocks"])})
    asked = sa.select(ready.sources["resumes"].c.id).where(visible_to(headhunter(*COMPANIES), tables, at=AT))
    with connected(Database.SQLITE) as connection:
        metadata.create_all(connection)
        text = str(asked.compile(connection, compile_kwargs={"literal_binds": True}))
        steps = [*connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}")]
    lists = {parent for _, parent, _, step in steps if step.startswith("SCAN anon")}
    assert [step for _, parent, _, step in steps if parent in lists and step.startswith("SCAN blocks")] == []


@pytest.mark.parametrize(
    "source", [lambda table: table, lambda table: table.alias(), lambda table: table.alias().alias()]
)
def test_keywords_of_a_table_are_joined_with_a_list(source: Callable[[sa.FromClause], sa.FromClause]) -> None:
    """An index finds them, the table's or one that SQLite makes."""
    ready = tables_for(sa.MetaData(), Database.SQLITE)
    block = source(ready.sources["blocks"])
    tables = tables_of(Database.SQLITE, {**ready.columns, "blocks": dict(block.c)})
    assert "keyword" in tables.listed["blocks"]


@pytest.mark.parametrize("database", DATABASES)
def test_BLOCK_3_clients_whose_ids_are_of_an_enumeration(database: Database) -> None:
    """BLOCK-3: PostgreSQL does not compare one with the texts of a list, so none is used."""
    ids = [str(one.id) for one in (*COMPANIES, *OTHERS) if one.id is not None]
    own = Own(database)
    columns = own.columns()
    kind = sa.Enum(*ids, "other", name="firm", metadata=own.metadata)
    for table in ("cv_block", "cv_sent"):
        own.metadata.tables[table].c.firm.type = kind
    tables = tables_of(database, columns)
    with connected(database) as connection:
        own.fill(connection, map(stored, RESUMES))
        viewer = headhunter(*OTHERS[:3], COMPANIES[0])
        where = visible_to(viewer, tables, at=AT)
        found = connection.execute(sa.select(tables.sources["resumes"].c.pk).where(where))
        assert {*found.scalars()} == shown_of(viewer, RESUMES)


@pytest.mark.parametrize("database", DATABASES)
def test_BLOCK_3_clients_whose_ids_are_in_cipher(database: Database) -> None:
    """BLOCK-3: a type of one's own writes the ids of companies backwards. A list of clients does not know it, and none is used."""

    class Backwards(sa.types.TypeDecorator[str]):
        impl = sa.Text(collation="C" if database is Database.POSTGRESQL else "BINARY")
        cache_ok = True

        def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:
            """Write it backwards."""
            return None if value is None else value[::-1]

    own = Own(database)
    columns = own.columns()
    for table in ("cv_block", "cv_sent"):
        own.metadata.tables[table].c.firm.type = Backwards()
    tables = tables_of(database, columns)
    with connected(database) as connection:
        own.fill(connection, map(stored, RESUMES))
        rows = tables.sources["resumes"]
        named_otherwise = attrs.evolve(COMPANIES[0], name="A B")
        for clients in (COMPANIES, (*OTHERS, COMPANIES[0]), (COMPANIES[0], named_otherwise)):
            viewer = headhunter(*clients)
            where = visible_to(viewer, tables, at=AT)
            ids = {*connection.execute(sa.select(rows.c.pk).where(where)).scalars()}
            assert ids == shown_of(viewer, RESUMES)


def test_names_that_are_long(filled: Filled) -> None:
    """Names in which too many words could stand to look each up are gone through, with the same answer."""
    long = Company(
        id="long", name="甲乙丙丁戊己庚辛" * 25, aliases=tuple(f"o'brien {n:02}" * 16 for n in range(50))
    )
    viewer = Recruiter(id="u", company=long, signed_in=True, verified=FULLY_VERIFIED, action=Action.SEARCH)
    assert filled.ids(viewer, Document.RESUME) == shown_of(viewer, RESUMES)
    assert 0 < len(shown_of(viewer, RESUMES)) < len(RESUMES)


def test_always_and_never(filled: Filled) -> None:
    """What always holds gives every row, what never holds gives none, and so does its opposite."""
    rows = filled.resumes.sources["resumes"]

    def count(condition: Any) -> int:
        where = expression(condition, filled.resumes)
        return len(filled.connection.execute(sa.select(rows.c.id).where(where)).all())

    assert (count(ALWAYS), count(NEVER_HOLDS)) == (len(RESUMES), 0)
    assert (count(Not(ALWAYS)), count(Not(NEVER_HOLDS))) == (0, len(RESUMES))


def test_a_document_has_one_row(filled: Filled) -> None:
    """The database itself refuses a second row of a resume: its id is the key of the table, and no other column of any table is one."""
    tables = {name: table for name, table in filled.resumes.sources.items() if isinstance(table, sa.Table)}
    keys = {name: [column.name for column in table.primary_key] for name, table in tables.items()}
    assert keys == {name: ["id"] if name == "resumes" else [] for name in filled.resumes.sources}


def test_GATE_2_rows_are_erased(filled: Filled) -> None:
    """GATE-2: a resume that is deleted for good, or cannot be loaded any more, leaves no row in any table; the others stay."""
    gone, rest = {one.id for one in RESUMES[:3]}, RESUMES[3:]
    with filled.connection.begin_nested() as point:
        erase(filled.connection, filled.resumes, (*gone, "r-none"))
        for name, table in filled.resumes.sources.items():
            key = table.c.id if name == "resumes" else table.c.resume
            there = {*filled.connection.execute(sa.select(key)).scalars()}
            assert there
            assert not there & gone
        for viewer in some_of(QUESTIONS, 11):
            assert filled.ids(viewer, Document.RESUME) == shown_of(viewer, rest)
        point.rollback()


def test_GATE_2_all_are_erased_however_many_they_are(filled: Filled) -> None:
    """GATE-2: the rows of more resumes than one statement names are gone as well, the first and the last among them."""
    gone = [one.id for one in RESUMES[:4]]
    others = [f"r-none-{number}" for number in range(20_000)]
    ids = [gone[0], *others[:9_999], gone[1], *others[9_999:19_998], gone[2], *others[19_998:], gone[3]]
    with filled.connection.begin_nested() as point:
        erase(filled.connection, filled.resumes, ids)
        for name, table in filled.resumes.sources.items():
            key = table.c.id if name == "resumes" else table.c.resume
            assert not {*filled.connection.execute(sa.select(key)).scalars()} & {*gone}
        point.rollback()


def test_LAW_8_rows_that_are_not_up_to_date_are_found(filled: Filled) -> None:
    """LAW-8: each change of a resume that changes its rows is found, in whichever table, and nothing else is."""
    everything = [*map(stored, RESUMES)]
    assert outdated(filled.connection, filled.resumes, everything) == ()
    assert outdated(filled.connection, filled.forms, map(stored, FORMS)) == ()
    for name, table in filled.resumes.sources.items():
        key = table.c.id if name == "resumes" else table.c.resume
        assert isinstance(table, sa.Table)
        whose = filled.connection.execute(sa.select(key).order_by(key)).scalars().first()
        instants = [column for column in table.c if column.name in ("at", "since", "begins", "born")]
        changes: list[sa.Executable] = [
            sa.delete(table).where(key == whose),
            *(sa.update(table).where(key == whose).values({column: column - 1}) for column in instants),
        ]
        if name != "resumes":
            rows = sa.select(*table.c).where(key == whose).limit(1)
            changes.append(sa.insert(table).from_select([*table.c.keys()], rows))
        for change in changes:
            with filled.connection.begin_nested() as point:
                filled.connection.execute(change)
                assert outdated(filled.connection, filled.resumes, everything) == (whose,)
                again = [one for one in everything if one.document.id == whose]
                write(filled.connection, filled.resumes, again)
                assert outdated(filled.connection, filled.resumes, everything) == ()
                point.rollback()


def test_LAW_8_a_resume_that_changed_since_it_was_written_is_found(filled: Filled) -> None:
    """LAW-8: whoever forgets to write the rows after a block, a new candidate or a withdrawal finds the resume; one without rows, too."""
    changed = [
        attrs.evolve(
            one, settings=attrs.evolve(one.settings, blocks=(CompanyBlock(company="co-new", at=AT),))
        )
        for one in RESUMES[:2]
    ]
    new = people.resume(id="r-new")
    given = [*RESUMES[4:9], changed[1], new, changed[0]]
    assert outdated(filled.connection, filled.resumes, map(stored, given)) == (
        changed[1].id,
        new.id,
        changed[0].id,
    )
    assert outdated(filled.connection, filled.resumes, []) == ()


def test_the_rows_of_more_resumes_than_one_statement_names_are_compared(filled: Filled) -> None:
    """The first and the last among them."""
    others = [
        attrs.evolve(
            stored(RESUMES[0]), document=attrs.evolve(stored(RESUMES[0]).document, id=f"r-other-{n}")
        )
        for n in range(10_000)
    ]
    given = [stored(RESUMES[0]), *others, stored(RESUMES[1])]
    found = outdated(filled.connection, filled.resumes, given)
    assert found == tuple(one.document.id for one in others)


def test_writing_again_replaces(filled: Filled) -> None:
    """Rows of a resume are written in the place of those that are there; the others stay."""
    changed = attrs.evolve(RESUMES[0], deleted=True, settings=attrs.evolve(RESUMES[0].settings, blocks=()))
    with filled.connection.begin_nested() as point:
        write(filled.connection, filled.resumes, [stored(changed)])
        blocks = filled.resumes.sources["blocks"]
        there = filled.connection.execute(sa.select(blocks.c.resume)).scalars().all()
        assert set(there) == {one.id for one in RESUMES[1:] if one.settings.blocks}
        for viewer in some_of(QUESTIONS, 11):
            assert filled.ids(viewer, Document.RESUME) == shown_of(viewer, (changed, *RESUMES[1:]))
        point.rollback()


def test_a_statement_of_its_own_alias(filled: Filled) -> None:
    """Tables that are made of an alias filter a statement that selects from the alias, beside the table itself."""
    alias = filled.resumes.sources["resumes"].alias()
    columns = {**filled.resumes.columns, "resumes": dict(alias.c)}
    tables = tables_of(filled.resumes.database, columns)
    viewer = asking(VIEWERS[0])[2]
    beside = filled.resumes.sources["resumes"]
    query = (
        sa.select(alias.c.id).join(beside, beside.c.id == alias.c.id).where(visible_to(viewer, tables, at=AT))
    )
    assert {*filled.connection.execute(query).scalars()} == shown_of(viewer, RESUMES)


# --- One resume and another ------------------------------------------------------------------------------------------


def rows_of(**changes: Any) -> Stored:
    """The rows of one resume that is shown to all but for what is changed."""
    base = populations.resume("alone", 0)
    settings = attrs.evolve(people.OPEN, blocks=changes.pop("blocks", ()))
    basics = attrs.evolve(base.basics, profile=attrs.evolve(base.basics.profile, born=populations.BORN[3]))
    return stored(
        attrs.evolve(
            base,
            settings=settings,
            basics=basics,
            deleted=False,
            account=Account.OPEN,
            **{"applications": (), "conversations": (), "consents": (), **changes},
        )
    )


def found_by(company: Company, database: Database, *rows: Stored) -> list[str]:
    """The ids that somebody of a company finds among some resumes."""
    viewer = Recruiter(id="u", company=company, signed_in=True, verified=FULLY_VERIFIED, action=Action.SEARCH)
    with connected(database) as connection:
        metadata = sa.MetaData()
        tables = tables_for(metadata, database)
        metadata.create_all(connection)
        write(connection, tables, rows)
        ids = sa.select(tables.sources["resumes"].c.id).where(visible_to(viewer, tables, at=AT))
        return [*connection.execute(ids).scalars()]


@pytest.mark.parametrize("database", DATABASES)
def test_BLOCK_1_anothers_application_lifts_no_block(database: Database) -> None:
    """A block of one resume is not lifted by an application of another: each row is compared with those of its own resume."""
    blocked = rows_of(id="a", blocks=(CompanyBlock(company="acme", at=AT - timedelta(days=2)),))
    applied = rows_of(id="b", applications=(Application(company="acme", at=AT - timedelta(days=1)),))
    assert found_by(Company(id="acme", name="x"), database, blocked, applied) == ["b"]


@pytest.mark.parametrize("database", DATABASES)
def test_BLOCK_2_wildcards_match_nothing(database: Database) -> None:
    """A keyword with the wildcards of LIKE blocks nobody in whose name it does not stand."""
    percent = rows_of(id="percent", blocks=(KeywordBlock(keyword="a%b", at=AT),))
    plain = rows_of(id="plain", blocks=(KeywordBlock(keyword="a$b", at=AT),))
    assert found_by(Company(id="x", name="a$b"), database, percent, plain) == ["percent"]


# --- Tables of one's own ---------------------------------------------------------------------------------------------


@attrs.frozen
class Own:
    """A platform's tables, whose names, types and missing values are not the library's."""

    database: Database
    metadata: sa.MetaData = attrs.field(factory=sa.MetaData)

    @property
    def text(self) -> sa.Text:
        return sa.Text(collation="C" if self.database is Database.POSTGRESQL else None)

    @property
    def instant(self) -> sa.types.TypeEngine[Any]:
        return sa.DateTime(timezone=True) if self.database is Database.POSTGRESQL else sa.BigInteger()

    def table(self, name: str, texts: str, instants: str, missing: str = "") -> sa.Table:
        """A table of texts and instants, of which some may be missing."""
        kinds = {**dict.fromkeys(texts.split(), self.text), **dict.fromkeys(instants.split(), self.instant)}
        columns = [sa.Column(one, kind, nullable=one in missing.split()) for one, kind in kinds.items()]
        return sa.Table(name, self.metadata, *columns)

    def end(self, column: sa.Column[Any]) -> sa.ColumnElement[Any]:
        """An end that may be missing."""
        never = (
            sa.literal(NO_END)
            if self.database is Database.SQLITE
            else sa.cast("infinity", sa.DateTime(timezone=True))
        )
        return sa.func.coalesce(column, never, type_=self.instant)

    def columns(self) -> dict[str, dict[str, sa.ColumnElement[Any]]]:
        """Where each column of the rows is."""
        cv = self.table("cv", "pk owner mode calling nick removed", "", "removed")
        for name in ("forum", "tailored", "switches", "month", "day"):
            cv.append_column(sa.Column(name, sa.Integer, nullable=False))
        block = self.table("cv_block", "cv firm family word", "set_at", "firm family word")
        sent = self.table(
            "cv_sent", "cv firm family box files", "sent_at back_at", "family box files back_at"
        )
        talk = self.table("cv_talk", "cv school", "given_at back_at", "back_at")
        chat = self.table("cv_chat", "cv firm", "began over", "over")
        share = self.table("cv_share", "cv whom why form", "start stop")
        return {
            "resumes": {
                "id": cv.c.pk,
                "candidate": cv.c.owner,
                "visibility": cv.c.mode,
                "name_display": cv.c.calling,
                "in_community": cv.c.forum > 0,
                "nickname": cv.c.nick,
                "personalised_recommendation": cv.c.tailored > 0,
                "resume_permission": cv.c.switches.bitwise_and(1) > 0,
                "chat_permission": cv.c.switches.bitwise_and(2) > 0,
                "exists": cv.c.removed.is_(None),
                "born": cv.c.month * 31 + cv.c.day,
            },
            "blocks": {
                "resume": block.c.cv,
                "company": block.c.firm,
                "group": block.c.family,
                "keyword": block.c.word,
                "at": block.c.set_at,
            },
            "applications": {
                "resume": sent.c.cv,
                "company": sent.c.firm,
                "group": sent.c.family,
                "mailbox": sent.c.box,
                "at": sent.c.sent_at,
                "withdrawn": self.end(sent.c.back_at),
                "carries": sent.c.files.is_not(None),
            },
            "talks": {
                "resume": talk.c.cv,
                "school": talk.c.school,
                "at": talk.c.given_at,
                "withdrawn": self.end(talk.c.back_at),
            },
            "conversations": {
                "resume": chat.c.cv,
                "company": chat.c.firm,
                "since": chat.c.began,
                "until": self.end(chat.c.over),
            },
            "consents": {
                "resume": share.c.cv,
                "recipient": share.c.whom,
                "purpose": share.c.why,
                "sharing": share.c.form,
                "begins": share.c.start,
                "void_from": share.c.stop,
            },
        }

    def at(self, value: int) -> Any:
        """An instant as these tables write it; None for one that never comes."""
        if value == NO_END:
            return None
        return EPOCH + timedelta(microseconds=value) if self.database is Database.POSTGRESQL else value

    def fill(self, connection: sa.Connection, written: Iterable[Stored]) -> None:
        """Write rows as this platform does."""
        self.metadata.create_all(connection)
        rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in self.metadata.tables}
        for one in written:
            cv, at = one.document, self.at
            switches = cv.resume_permission + 2 * cv.chat_permission
            removed = None if cv.exists else "yes"
            numbers = (
                cv.in_community,
                cv.personalised_recommendation,
                switches,
                cv.born // 31,
                cv.born % 31,
            )
            rows["cv"].append(
                (cv.id, cv.candidate, cv.visibility, cv.name_display, cv.nickname, removed, *numbers)
            )
            rows["cv_block"] += [(b.resume, b.company, b.group, b.keyword, at(b.at)) for b in one.blocks]
            rows["cv_sent"] += [
                (
                    a.resume,
                    a.company,
                    a.group,
                    a.mailbox,
                    "f" if a.carries else None,
                    at(a.at),
                    at(a.withdrawn),
                )
                for a in one.applications
            ]
            rows["cv_talk"] += [(t.resume, t.school, at(t.at), at(t.withdrawn)) for t in one.talks]
            rows["cv_chat"] += [(c.resume, c.company, at(c.since), at(c.until)) for c in one.conversations]
            rows["cv_share"] += [
                (c.resume, c.recipient, c.purpose, c.sharing, at(c.begins), at(c.void_from))
                for c in one.consents
            ]
        for name, values in ((name, values) for name, values in rows.items() if values):
            table = self.metadata.tables[name]
            connection.execute(
                sa.insert(table), [dict(zip(table.c.keys(), row, strict=True)) for row in values]
            )


@pytest.mark.parametrize("database", DATABASES)
def test_LAW_8_tables_of_ones_own_give_what_is_shown(database: Database) -> None:
    """LAW-8: for every viewer, whatever a platform's tables look like; in any time zone of the session."""
    own = Own(database)
    tables = tables_of(database, own.columns())
    with connected(database) as connection:
        own.fill(connection, map(stored, RESUMES))
        if database is Database.POSTGRESQL:
            connection.execute(sa.text("SET TIME ZONE 'America/St_Johns'"))
        rows = tables.sources["resumes"]
        for viewer in some_of(QUESTIONS, 3):
            where = visible_to(viewer, tables, at=AT)
            ids = {*connection.execute(sa.select(rows.c.pk).where(where)).scalars()}
            assert ids == shown_of(viewer, RESUMES)


@pytest.mark.skipif(not POSTGRESQL, reason=NOT_TRIED)
def test_APPLY_6_an_hour_that_a_session_has_twice_is_two_hours() -> None:
    """APPLY-6: an application of the second time lifts no block at an instant of the first, when clocks go back between them."""
    first = datetime(2026, 11, 1, 4, tzinfo=UTC)  # 01:30 in St. John's; from 04:30 on it is 01:00 again
    sent = Application(company="c-1", at=first + timedelta(minutes=45))
    blocks = (CompanyBlock(company="c-1", at=first - timedelta(days=1)),)
    viewer = attrs.evolve(people.recruiter, company=Company(id="c-1", name="第一医院"))
    own = Own(Database.POSTGRESQL)
    tables = tables_of(Database.POSTGRESQL, own.columns())
    with connected(Database.POSTGRESQL) as connection:
        own.fill(connection, [rows_of(id="r-1", blocks=blocks, applications=(sent,))])
        connection.execute(sa.text("SET TIME ZONE 'America/St_Johns'"))
        for at, ids in ((first, []), (sent.at, ["r-1"])):
            where = visible_to(viewer, tables, at=at)
            found = connection.execute(sa.select(tables.sources["resumes"].c.pk).where(where))
            assert [*found.scalars()] == ids


class Mapped(Own):
    """The same tables, given by the attributes of the classes of an ORM."""

    def columns(self) -> dict[str, dict[str, sa.ColumnElement[Any]]]:
        """Where each column of the rows is."""
        columns = super().columns()
        classes = {name: type(name, (), {}) for name in self.metadata.tables}
        for name, table in self.metadata.tables.items():
            registry().map_imperatively(classes[name], table, primary_key=[*table.c])

        def attribute(one: sa.Column[Any]) -> Any:
            return getattr(classes[one.table.key], one.key)

        def mapped(one: Any, **_: object) -> Any:
            return attribute(one).__clause_element__() if isinstance(one, sa.Column) else None

        rebuilt: Any = replacement_traverse

        return {
            relation: {
                name: attribute(one) if isinstance(one, sa.Column) else rebuilt(one, {}, mapped)
                for name, one in given.items()
            }
            for relation, given in columns.items()
        }


@pytest.mark.parametrize("database", DATABASES)
def test_LAW_8_attributes_of_an_orm_give_what_is_shown(database: Database) -> None:
    """LAW-8, BLOCK-1: an attribute is the column that it stands for: in a table of its own, and compared with rows of its own resume."""
    own = Mapped(database)
    tables = tables_of(database, own.columns())
    with connected(database) as connection:
        own.fill(connection, map(stored, RESUMES))
        ids = tables.columns["resumes"]["id"]
        for viewer in some_of(QUESTIONS, 11):
            found = connection.execute(sa.select(ids).where(visible_to(viewer, tables, at=AT)))
            assert {*found.scalars()} == shown_of(viewer, RESUMES)


@pytest.mark.parametrize("database", DATABASES)
def test_BLOCK_3_a_filter_of_an_orm_holds_of_its_aliases(database: Database) -> None:
    """BLOCK-3: `with_loader_criteria` copies the expression for an alias of the mapped class, with its list of clients."""
    own = Mapped(database)
    tables = tables_of(database, own.columns())
    mapped = sa.inspect(tables.columns["resumes"]["id"])._annotations["parententity"].class_
    with connected(database) as connection:
        own.fill(connection, map(stored, RESUMES))
        for viewer in (headhunter(*COMPANIES[:3]), headhunter(*OTHERS, COMPANIES[0], *LONG)):
            where = visible_to(viewer, tables, at=AT)
            option = with_loader_criteria(mapped, where, include_aliases=True)
            found = Session(connection).scalars(sa.select(aliased(mapped).pk).options(option))
            assert {*found} == shown_of(viewer, RESUMES)


def refused(database: Database, relation: str, name: str, column: sa.ColumnElement[Any]) -> list[str]:
    """What is said where one column is another."""
    columns = Own(database).columns()
    columns[relation][name] = column
    with pytest.raises(InvalidValue) as refusal:
        tables_of(database, columns)
    return [str(problem) for problem in refusal.value.problems]


def column(kind: sa.types.TypeEngine[Any], *, nullable: bool = False) -> sa.Column[Any]:
    """A column of the table of blocks."""
    return sa.Column("odd", kind, nullable=nullable)


_AWARE = (
    "blocks.at: expected microseconds since 1970 as a BIGINT or a timestamp with time zone and microseconds"
)
_LETTERS = "expected a collation that distinguishes all characters, such as C or BINARY"
_WRONG: list[tuple[Database, str, str, sa.types.TypeEngine[Any], str]] = [
    (Database.POSTGRESQL, "blocks", "at", sa.DateTime(), _AWARE),
    (Database.POSTGRESQL, "blocks", "at", postgresql.TIMESTAMP(timezone=True, precision=0), _AWARE),
    (Database.POSTGRESQL, "blocks", "at", sa.Integer(), _AWARE),
    (Database.POSTGRESQL, "blocks", "at", sa.Date(), _AWARE),
    (
        Database.SQLITE,
        "blocks",
        "at",
        sa.DateTime(timezone=True),
        "blocks.at: expected microseconds since 1970 as a BIGINT",
    ),
    (Database.SQLITE, "blocks", "company", sa.Text(collation="NOCASE"), f"blocks.company: {_LETTERS}"),
    (Database.POSTGRESQL, "blocks", "keyword", sa.Text(collation="und-x-icu"), f"blocks.keyword: {_LETTERS}"),
    (
        Database.POSTGRESQL,
        "applications",
        "mailbox",
        postgresql.CITEXT(),
        "applications.mailbox: expected a text that is compared with regard to case",
    ),
]


@each(("database", "relation", "name", "kind", "said"), _WRONG)
def test_columns_that_would_answer_wrongly_are_refused(
    database: Database, relation: str, name: str, kind: sa.types.TypeEngine[Any], said: str
) -> None:
    """Times without a zone or in whole seconds, and texts compared loosely, are refused by name; so is an attribute of such a column."""
    table = sa.Table("odd", sa.MetaData(), column(kind))
    assert said in refused(database, relation, name, table.c.odd)
    assert said in refused(database, relation, name, _attribute_of(table))


@pytest.mark.parametrize("database", Database)
@pytest.mark.parametrize("relation", Relation)
def test_every_instant_of_an_act_is_exact(database: Database, relation: Relation) -> None:
    """Every number in the row of an act is an instant: 32 bits have no room for it, and without a zone it is none, but with one on PostgreSQL."""
    for field in attrs.fields(ROW_OF[relation]):
        if field.type is int:
            for kind in (sa.Integer(), sa.DateTime()):
                table = sa.Table("odd", sa.MetaData(), column(kind))
                found = refused(database, relation.value, field.name, table.c.odd)
                exact = f"{relation.value}.{field.name}: expected microseconds since 1970 as a BIGINT"
                assert any(problem.startswith(exact) for problem in found)
            aware = sa.Table("odd", sa.MetaData(), column(sa.DateTime(timezone=True)))
            found = refused(database, relation.value, field.name, aware.c.odd)
            is_wrong = any(problem.startswith(f"{relation.value}.{field.name}: ") for problem in found)
            assert is_wrong is (database is Database.SQLITE)


@pytest.mark.parametrize("collation", ["C", "POSIX", "C.UTF-8", "C.utf8", "ucs_basic"])
def test_a_collation_that_distinguishes_all_characters_is_right(collation: str) -> None:
    """A text is compared by its characters under any of these names, so a column with one of them is not refused for it."""
    table = sa.Table("odd", sa.MetaData(), column(sa.Text(collation=collation)))
    found = refused(Database.POSTGRESQL, "blocks", "company", table.c.odd)
    assert not any(problem.startswith("blocks.company") for problem in found)


def _attribute_of(table: sa.Table) -> Any:
    mapped: Any = type("Odd", (), {})
    registry().map_imperatively(mapped, table, primary_key=[table.c.odd])
    return mapped.odd


def test_a_column_that_may_be_missing_is_refused() -> None:
    """What a row cannot leave out must not be NULL: a comparison with it would be neither true nor false."""
    table = sa.Table("odd", sa.MetaData(), column(sa.BigInteger(), nullable=True))
    said = (
        "blocks.at: expected a column that is NOT NULL, or an expression that is known to be never NULL, such as "
        "coalesce(…) with a value or such a column among its arguments"
    )
    assert said in refused(Database.SQLITE, "blocks", "at", table.c.odd)
    assert said in refused(Database.SQLITE, "blocks", "at", _attribute_of(table))


def test_everything_that_is_wrong_is_listed_at_once() -> None:
    """Relations and columns that are missing, unknown or of two tables are listed together."""
    columns = Own(Database.SQLITE).columns()
    del columns["talks"]
    del columns["blocks"]["keyword"], columns["conversations"]["until"]
    columns["blocks"]["word"] = columns["consents"]["purpose"]
    columns["chats"] = {}
    with pytest.raises(InvalidValue) as refusal:
        tables_of(Database.SQLITE, columns)
    assert [str(problem) for problem in refusal.value.problems] == [
        "chats: expected one of resumes, blocks, applications, talks, conversations, consents",
        "blocks.word: expected one of resume, company, group, keyword, at",
        "blocks.keyword: expected the column or expression that gives it",
        "talks: expected the columns of its rows",
        "conversations.until: expected the column or expression that gives it",
        "blocks: expected the columns of one table, got those of 2",
    ]


def test_rows_are_written_into_ready_made_tables_alone() -> None:
    """Rows are neither written nor erased in tables of one's own: that of the resumes themselves may be among them."""
    own = Own(Database.SQLITE)
    tables = tables_of(Database.SQLITE, own.columns())
    with connected(Database.SQLITE) as connection:
        for change in (write, erase):
            with pytest.raises(TypeError, match="the source of resumes to be a table as tables_for makes it"):
                change(connection, tables, [])


def test_nothing_is_erased_where_one_table_is_another() -> None:
    """A subquery, or a column more, is found before anything is deleted: rows of half the tables would stay."""
    ready = tables_for(sa.MetaData(), Database.SQLITE)
    sources = {**ready.sources}
    found = sa.select(*ready.columns["consents"].values()).subquery()
    wider = sa.Table(
        "wider", sa.MetaData(), *(sa.Column(name, sa.Text) for name in (*found.c.keys(), "text"))
    )
    with connected(Database.SQLITE) as connection:
        for other in (found, wider):
            columns = {name: {**one} for name, one in ready.columns.items()}
            columns["consents"] = {name: other.c[name] for name in columns["consents"]}
            tables = attrs.evolve(ready, sources={**sources, "consents": other}, columns=columns)
            with pytest.raises(
                TypeError, match="the source of consents to be a table as tables_for makes it"
            ):
                erase(connection, tables, ["r-1"])  # there is no table yet, so a deletion would fail


def test_the_instant_needs_a_time_zone() -> None:
    """An instant without a time zone is refused as it is for a view."""
    tables = tables_for(sa.MetaData(), Database.SQLITE)
    with pytest.raises(InvalidValue, match="time zone"):
        visible_to(VIEWERS[0], tables, at=AT.replace(tzinfo=None))
