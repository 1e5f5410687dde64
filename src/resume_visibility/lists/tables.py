"""The tables in which a platform keeps the rows of resumes, or of forms: ready-made ones, and what own ones have to be.

They are public in `resume_visibility.lists.sql`, which alone imports this module.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import Any

import attrs
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import CITEXT
from sqlalchemy.sql import visitors

from ..errors import InvalidValue, Problem
from ..model.arguments import expect, expect_each, expect_kind, expect_texts, mistake
from .nulls import may_be_null, own_type, selected_as
from .rows import ROW_OF, DocumentRow, Relation, Row, Stored
from .zones import Time, time_of


class Database(Enum):
    """The databases that are known to give the same answers as the library."""

    SQLITE = "sqlite"
    POSTGRESQL = "postgresql"


DOCUMENTS = "resumes"
"""The name of the table of resumes or forms; `Relation` names the others."""

_ROW_OF: dict[str, type[Row]] = {DOCUMENTS: DocumentRow, **{one.value: row for one, row in ROW_OF.items()}}

_INSTANT_COLUMNS = frozenset({"at", "withdrawn", "since", "until", "begins", "void_from"})
_NULLABLE_COLUMNS = frozenset(
    {"blocks.company", "blocks.group", "blocks.keyword", "applications.group", "applications.mailbox"}
)
_BYTEWISE_COLLATIONS = frozenset({None, "C", "POSIX", "C.UTF-8", "C.utf8", "ucs_basic", "BINARY"})
"""The collations by which texts are equal only if all their characters are."""


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Tables:
    """The tables in which a platform keeps the rows of resumes, or of forms. Made by `tables_for` or `tables_of`.

    Args:
        database: the database that they are in.
        sources: the table, alias or subquery of each relation, by name.
        columns: the columns of each, by the names that rows have.
        collated: the names of the columns of each that do not say how their texts are compared, so that a statement says it.
        listed: the names of the columns of each that can be compared with the texts of a list, and quickly.
    """

    database: Database
    sources: Mapping[str, sa.FromClause]
    columns: Mapping[str, Mapping[str, sa.ColumnElement[Any]]]
    collated: Mapping[str, frozenset[str]]
    listed: Mapping[str, frozenset[str]]


def tables_for(metadata: sa.MetaData, database: Database, *, prefix: str = "") -> Tables:
    """Ready-made tables, with the indexes that the conditions use.

    Args:
        metadata: the tables are added to it.
        database: the tables will be made in it.
        prefix: of the tables' names, if one database holds resumes and forms.
    """
    expect_kind("metadata", metadata, sa.MetaData)
    expect("database", database, Database)
    expect_kind("prefix", prefix, str)
    tables = {name: _table(metadata, database, f"{prefix}{name}", name) for name in _ROW_OF}
    return tables_of(database, {name: dict(table.columns) for name, table in tables.items()})


def tables_of(database: Database, columns: Mapping[str, Mapping[str, sa.ColumnElement[Any]]]) -> Tables:
    """Use tables of one's own: for each relation, the column or expression that gives each column of its rows.

    Args:
        database: that they are in.
        columns: by the name of the relation (`resumes`, `blocks`, …), then by the name of the row's field. All
            columns of one relation are of one table, alias or subquery. An expression is known to be never NULL, except for what a
            row may leave out: `coalesce` makes it so, and a missing end is coalesced to `NO_END`. A function, operator or
            literal SQL that the library does not know may be NULL.

    Raises:
        InvalidValue: relations or columns are missing or unknown, or a column would answer wrongly: one that may be NULL,
            a time without its zone or in whole seconds, or made of a text or with an interval, which depends on the session; a text that
            is compared without regard to case or accents, also inside a cast, a function, a subquery or a type of one's own; or its type
            is none of those that the row's field has.
    """
    expect("database", database, Database)
    columns = _expect_columns(columns)
    problems = list(_table_problems(database, columns))
    sources: dict[str, sa.FromClause] = {}
    for name, relation_columns in columns.items():
        found = {source for column in relation_columns.values() for source in sources_of(column)}
        if len(found) == 1:
            (sources[name],) = found
        elif name in _ROW_OF:
            problems.append(Problem(name, f"expected the columns of one table, got those of {len(found)}"))
    if problems:
        raise InvalidValue("Tables", problems)
    return Tables(
        database=database,
        sources=sources,
        columns=columns,
        collated=_names(columns, lambda _, column: _is_silent_on_collation(database, column)),
        listed=_names(columns, lambda name, column: _can_be_listed(database, name, column)),
    )


def _names(
    columns: Mapping[str, Mapping[str, sa.ColumnElement[Any]]],
    are: Callable[[str, sa.ColumnElement[Any]], bool],
) -> dict[str, frozenset[str]]:
    return {
        relation: frozenset(name for name, column in named.items() if are(name, column))
        for relation, named in columns.items()
    }


def _can_be_listed(database: Database, name: str, column: sa.ColumnElement[Any]) -> bool:
    """Whether a column can be compared with the texts of a list, and quickly."""
    if name == "keyword" and database is Database.SQLITE and not _is_of_a_table(column):
        # Without an index, SQLite goes through all blocks for each of the thousands of keywords in a name.
        return False
    kind = _database_type(column.type, database)
    is_text = isinstance(kind, sa.String) and not isinstance(kind, sa.Enum)
    return is_text and _is_written_as_it_is(database, column)


def _is_of_a_table(column: sa.ColumnElement[Any]) -> bool:
    """Whether an index can find a column; SQLite makes one for a statement where a table has none."""
    return isinstance(_table_of(column), sa.TableClause)


def is_indexed(column: sa.ColumnElement[Any]) -> bool:
    """Whether the table of a column says that it has an index that begins with it."""
    table = _table_of(column)
    indexes = table.indexes if isinstance(table, sa.Table) else ()
    return any([*index.columns.keys()][:1] == [getattr(column, "key", None)] for index in indexes)


def _table_of(column: sa.ColumnElement[Any]) -> sa.FromClause | None:
    source = column.table if isinstance(column, sa.ColumnClause) else None
    while isinstance(source, sa.Alias):
        source = source.element
    return source


def _is_silent_on_collation(database: Database, column: sa.ColumnElement[Any]) -> bool:
    """Whether a text of SQLite may be compared in another way than by its characters, and nothing here says so."""
    kind = _database_type(column.type, database)
    stated = isinstance(column, sa.Column) and isinstance(kind, sa.String) and kind.collation is not None
    return database is Database.SQLITE and _is_text(column, database) and not stated


def write(connection: sa.Connection, tables: Tables, stored: Iterable[Stored]) -> None:
    """Write the rows of resumes in place of their old rows, in the transaction of the connection.

    The one row of a resume is deleted first and written last: if the connection commits each statement, a resume of which only half is
    written is in no list, and never in a list without its blocks (BLOCK-1). That holds while nobody else writes or erases the resume: two
    who may do so at once need a transaction each.

    Args:
        connection: to the database.
        tables: ready-made ones; a platform writes the rows of tables of its own itself.
        stored: the rows, as `stored` gives them; each resume at most once.

    Raises:
        TypeError: the rows of a relation are not in a ready-made table, but for example in a subquery; nothing is deleted then.
        sqlalchemy.exc.IntegrityError: the rows of one resume are given twice, or another transaction wrote them meanwhile.
        sqlalchemy.exc.OperationalError: this transaction and another waited for each other, and PostgreSQL stopped this one.
    """
    ready_made = _expect_ready_made(connection, tables)
    written = expect_each("stored", stored, Stored)
    _delete_rows(connection, ready_made, [resume_rows.document.id for resume_rows in written])
    for name, table in reversed(ready_made.items()):
        rows = [attrs.asdict(row) for resume_rows in written for row in _rows_in(resume_rows, name)]
        if rows:
            connection.execute(sa.insert(table), rows)


def erase(connection: sa.Connection, tables: Tables, ids: Iterable[str]) -> None:
    """Delete the rows of resumes that are erased, or that cannot be loaded any more, in the transaction of the connection.

    Such rows may be older than the last block. A company that was blocked since then would still find the resume in counts.

    Args:
        connection: to the database.
        tables: as for `write`.
        ids: of the resumes; those that have no rows change nothing.

    Raises:
        TypeError: as for `write`, or one of `ids` is no str.
        sqlalchemy.exc.OperationalError: as for `write`.
    """
    ready_made = _expect_ready_made(connection, tables)
    erased = [*expect_texts("ids", ids)]
    _delete_rows(connection, ready_made, erased)
    # PostgreSQL shows each statement what was committed before it. So another transaction may have written a resume between two of them,
    # and some of its rows stay. Once its one row is locked, nobody else can write it until this transaction ends: all of its rows go.
    key = ready_made[DOCUMENTS].columns["id"]
    for some in _parts_of(erased):
        written = connection.scalars(sa.select(key).where(key.in_(some)).with_for_update()).all()
        if written:
            _delete_rows(connection, ready_made, written)


def outdated(connection: sa.Connection, tables: Tables, stored: Iterable[Stored]) -> tuple[str, ...]:
    """Find the resumes whose rows are not what `stored` gives now: nobody wrote them since a change, or only some of them (LAW-8).

    Ask at night, over some resumes at a time, and write the found ones again. Load them in the transaction that asks, or one that is
    written meanwhile is found as well. An order of rows means nothing.

    Args:
        connection: to the database; nothing is written.
        tables: as for `write`.
        stored: the rows, as `stored` gives them; each resume at most once.

    Returns:
        The ids, in the order given.

    Raises:
        TypeError: as for `write`.
    """
    ready_made = _expect_ready_made(connection, tables)
    expected = {one.document.id: one for one in expect_each("stored", stored, Stored)}
    there: dict[str, Counter[tuple[Any, ...]]] = {id_: Counter() for id_ in expected}
    for name, table in ready_made.items():
        fields = [field.name for field in attrs.fields(_ROW_OF[name])]
        key = fields.index("id" if name == DOCUMENTS else "resume")
        for some in _parts_of([*expected]):
            columns = [table.columns[field] for field in fields]
            for row in connection.execute(sa.select(*columns).where(columns[key].in_(some))):
                there[row[key]][name, *row] += 1
    return tuple(
        id_
        for id_, one in expected.items()
        if there[id_]
        != Counter((name, *attrs.astuple(row)) for name in _ROW_OF for row in _rows_in(one, name))
    )


def _rows_in(stored: Stored, name: str) -> Sequence[Row]:
    """The rows of a resume that stand in one table."""
    return (stored.document,) if name == DOCUMENTS else stored.rows(Relation(name))


def _expect_ready_made(connection: object, tables: Tables) -> dict[str, sa.Table]:
    """The tables by name, that of the resumes first, if nothing is in them but rows: a platform may keep the resume itself in a table of
    its own.
    """
    if not hasattr(connection, "execute"):
        raise mistake("connection", "a Connection", connection)
    expect("tables", tables, Tables)
    found: dict[str, sa.Table] = {}
    for name in _ROW_OF:
        source, columns = tables.sources[name], tables.columns[name]
        if not isinstance(source, sa.Table) or not _holds_rows_alone(source, columns):
            raise mistake(f"the source of {name}", "a table as tables_for makes it", source)
        found[name] = source
    return found


def _holds_rows_alone(table: sa.Table, columns: Mapping[str, sa.ColumnElement[Any]]) -> bool:
    are_named = (isinstance(one, sa.Column) and one.name == field for field, one in columns.items())
    return len(table.columns) == len(columns) and all(are_named)


def _delete_rows(connection: sa.Connection, ready_made: Mapping[str, sa.Table], ids: Sequence[str]) -> None:
    """Delete the rows of some resumes, the one row of each first: without it a resume is in no list."""
    for name, table in ready_made.items():
        key = table.columns["id" if name == DOCUMENTS else "resume"]
        for some in _parts_of(ids):
            connection.execute(sa.delete(table).where(key.in_(some)))


def _parts_of(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Some ids, as many as one statement names."""
    return (ids[start : start + _MOST_DELETED] for start in range(0, len(ids), _MOST_DELETED))


_MOST_DELETED = 10_000
"""The most resumes of which one statement finds or deletes the rows."""


def _expect_columns(columns: object) -> dict[str, dict[str, sa.ColumnElement[Any]]]:
    expected = "a dict of columns for each relation"
    if not isinstance(columns, Mapping):
        raise mistake("columns", expected, columns)
    for relation_columns in columns.values():
        if not isinstance(relation_columns, Mapping):
            raise mistake("each of columns", "a dict of columns", relation_columns)
    return {
        name: {field: _expect_column(column) for field, column in relation_columns.items()}
        for name, relation_columns in columns.items()
    }


def _expect_column(column: Any) -> sa.ColumnElement[Any]:
    """The column or expression that an attribute of an ORM stands for. The attribute itself can be neither checked nor aliased."""
    inner = column
    while not isinstance(inner, sa.ColumnElement):
        if isinstance(inner, type) or not hasattr(inner, "__clause_element__"):
            raise mistake("each column", "a column or expression of SQLAlchemy", column)
        inner = inner.__clause_element__()
    return inner


# --- Tables ----------------------------------------------------------------------------------------------------------


def _table(metadata: sa.MetaData, database: Database, name: str, relation: str) -> sa.Table:
    fields = attrs.fields(_ROW_OF[relation])
    columns = [
        sa.Column(
            field.name,
            _column_type(database, field.type),
            nullable=f"{relation}.{field.name}" in _NULLABLE_COLUMNS,
            primary_key=field.name == "id",
        )
        for field in fields
    ]
    indexes = [sa.Index(f"{name}_{'_'.join(keys)}", *keys) for keys in _INDEXES[relation]]
    return sa.Table(name, metadata, *columns, *indexes)


_INDEXES: dict[str, tuple[tuple[str, ...], ...]] = {
    DOCUMENTS: (("candidate",),),
    "blocks": (
        ("company", "resume", "at"),
        ("group", "resume", "at"),
        ("keyword", "resume", "at"),
        ("resume", "at"),
    ),
    "applications": (("company", "resume", "at"), ("group", "resume", "at"), ("resume", "company", "at")),
    "talks": (("school", "resume"), ("resume",)),
    "conversations": (("company", "resume"), ("resume",)),
    "consents": (("recipient", "purpose", "resume"), ("resume",)),
}


def _column_type(database: Database, annotation: object) -> sa.types.TypeEngine[Any]:
    if annotation is bool:
        return sa.Boolean()
    if annotation is int:
        return sa.BigInteger()
    return sa.Text(collation="C" if database is Database.POSTGRESQL else "BINARY")


def sources_of(found_in: sa.ColumnElement[Any] | sa.FromClause) -> list[sa.FromClause]:
    """The tables that an expression or another table is made of."""
    return list(found_in._from_objects)  # there is no public name for it


def _table_problems(
    database: Database, columns: Mapping[str, Mapping[str, sa.ColumnElement[Any]]]
) -> Iterator[Problem]:
    yield from (
        Problem(name, f"expected one of {', '.join(_ROW_OF)}") for name in columns if name not in _ROW_OF
    )
    for name, row in _ROW_OF.items():
        given = columns.get(name)
        if given is None:
            yield Problem(name, "expected the columns of its rows")
            continue
        fields = {field.name: field for field in attrs.fields(row)}
        yield from (
            Problem(f"{name}.{other}", f"expected one of {', '.join(fields)}")
            for other in given
            if other not in fields
        )
        for field in fields:
            if field not in given:
                yield Problem(f"{name}.{field}", "expected the column or expression that gives it")
            else:
                yield from _column_problems(database, f"{name}.{field}", fields[field], given[field])


def _column_problems(
    database: Database, path: str, field: "attrs.Attribute[Any]", column: sa.ColumnElement[Any]
) -> Iterator[Problem]:
    kind = column.type
    time = time_of(column, lambda one: _database_type(one, database))
    if field.name in _INSTANT_COLUMNS:
        if not _is_exact(kind, time, database):
            aware = (
                " or a timestamp with time zone and microseconds" if database is Database.POSTGRESQL else ""
            )
            yield Problem(path, f"expected microseconds since 1970 as a BIGINT{aware}")
    elif field.type is bool or field.type is int:
        wanted, words = (
            (sa.Boolean, "true or false") if field.type is bool else (sa.Integer, "a whole number")
        )
        if not isinstance(_database_type(kind, database), wanted):
            yield Problem(path, f"expected a column or expression whose type is {words}")
    else:
        yield from _text_problems(database, path, column)
    if time is not Time.NONE and field.name not in _INSTANT_COLUMNS:
        yield Problem(
            path, "expected an expression that is the same whatever the time zone of the session is"
        )
    if path not in _NULLABLE_COLUMNS and may_be_null(column):
        yield Problem(path, _MAY_BE_NULL)


_MAY_BE_NULL = (
    "expected a column that is NOT NULL, or an expression that is known to be never NULL, such as coalesce(…) "
    "with a value or such a column among its arguments"
)


def _is_exact(kind: sa.types.TypeEngine[Any], time: Time, database: Database) -> bool:
    """Whether instants are compared alike in every session, to the microsecond."""
    if time is Time.INSTANT:
        return database is Database.POSTGRESQL
    return time is Time.NONE and isinstance(_database_type(kind, database), sa.BigInteger)


def _text_problems(database: Database, path: str, column: sa.ColumnElement[Any]) -> Iterator[Problem]:
    # A column keeps its collation inside an expression, also inside one with a type of its own.
    kinds = [_database_type(one.type, database) for one in _expressions_in(column)]
    if any(isinstance(kind, CITEXT) for kind in kinds):
        yield Problem(path, "expected a text that is compared with regard to case")
    elif not _is_text(column, database):
        yield Problem(path, "expected a column or expression whose type is text")
    elif any(isinstance(kind, sa.String) and kind.collation not in _BYTEWISE_COLLATIONS for kind in kinds):
        yield Problem(path, "expected a collation that distinguishes all characters, such as C or BINARY")
    elif path == "blocks.keyword" and not _is_written_as_it_is(database, column):
        # The keywords that a name can contain are looked up as they are, in one text.
        yield Problem(path, "expected a type that writes a text as it is")


def _is_written_as_it_is(database: Database, column: sa.ColumnElement[Any]) -> bool:
    """Whether every text in an expression is written as it is, and not in another way, such as in cipher."""
    return not any(_writes_otherwise(one.type, database) for one in _expressions_in(column))


def _writes_otherwise(kind: sa.types.TypeEngine[Any], database: Database) -> bool:
    """Whether a type has a function of one's own that changes what is written, with whatever driver."""
    stored = kind.dialect_impl(_DIALECTS[database])
    for cls in (*type(kind).__mro__, *type(stored).__mro__):
        if not f"{cls.__module__}.".startswith("sqlalchemy.") and not _WRITING.isdisjoint(vars(cls)):
            return True
    return isinstance(stored, sa.types.TypeDecorator) and _writes_otherwise(stored.impl_instance, database)


_WRITING = frozenset({"process_bind_param", "bind_processor", "bind_expression"})


def _is_text(column: sa.ColumnElement[Any], database: Database) -> bool:
    return isinstance(_database_type(column.type, database), sa.String)


def _database_type(kind: sa.types.TypeEngine[Any], database: Database) -> sa.types.TypeEngine[Any]:
    """The type of such a column in a database: a type of one's own, or a variant, can be another type there."""
    return own_type(kind.dialect_impl(_DIALECTS[database]))


_DIALECTS: dict[Database, sa.Dialect] = {
    Database.SQLITE: sqlite.dialect(),
    Database.POSTGRESQL: postgresql.dialect(),  # type: ignore[no-untyped-call]  # SQLAlchemy has no type for it
}


def _expressions_in(column: sa.ColumnElement[Any]) -> Iterator[sa.ColumnElement[Any]]:
    """An expression, and all those that it is made of, also where a subquery selects it."""
    for one in visitors.iterate(column):
        if isinstance(one, sa.ColumnElement):
            yield one
            if isinstance(one, sa.ColumnClause):
                for base in selected_as(one):
                    yield from _expressions_in(base)
