"""Conditions as SQL for SQLite and PostgreSQL: an ordinary SQLAlchemy expression. Needs the extra `resume-visibility[sql]`.

SQLAlchemy is imported here alone, and in `nulls`, which nothing else imports.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from enum import Enum
from itertools import combinations, product
from typing import Any, NamedTuple, TypeAlias, assert_never

import attrs

try:
    import sqlalchemy as sa
except ModuleNotFoundError as error:
    raise ModuleNotFoundError(
        "expected the extra: pip install 'resume-visibility[sql]'", name=error.name
    ) from None
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.dialects.postgresql import ARRAY, CITEXT
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql import visitors
from sqlalchemy.sql.base import _de_clone
from sqlalchemy.sql.util import ClauseAdapter

from ..errors import InvalidValue, Problem
from ..model.arguments import expect, expect_each, expect_kind, mistake
from ..model.instants import LAST
from ..model.parts import Document
from ..model.viewers import Viewer
from ..policy.table import DEFAULT_POLICY, Policy
from .alike import Alike, Leaf, group, split
from .conditions import (
    After,
    All,
    Always,
    Condition,
    Has,
    In,
    Later,
    Never,
    Not,
    PartOf,
    Some,
    UpTo,
    Value,
    condition_error,
    count_keyword_chars,
)
from .deriving import condition_for
from .nulls import may_be_null
from .rows import EPOCH, ROW_OF, DocumentRow, Relation, Row, Stored, microseconds

__all__ = ["Database", "Tables", "expression", "tables_for", "tables_of", "visible_to", "write"]

Truth: TypeAlias = sa.ColumnElement[bool]


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
            a time without its zone or in whole seconds, a text that is compared without regard to case or accents, also
            inside a cast or a type of one's own; or its type is none of those that the row's field has.
    """
    expect("database", database, Database)
    columns = _expect_columns(columns)
    problems = list(_table_problems(database, columns))
    sources: dict[str, sa.FromClause] = {}
    for name, relation_columns in columns.items():
        found = {source for column in relation_columns.values() for source in _sources(column)}
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
    source = column.table if isinstance(column, sa.ColumnClause) else None
    while isinstance(source, sa.Alias):
        source = source.element
    return isinstance(source, sa.TableClause)


def _is_silent_on_collation(database: Database, column: sa.ColumnElement[Any]) -> bool:
    """Whether a text of SQLite may be compared in another way than by its characters, and nothing here says so."""
    kind = _database_type(column.type, database)
    stated = isinstance(column, sa.Column) and isinstance(kind, sa.String) and kind.collation is not None
    return database is Database.SQLITE and _is_text(column, database) and not stated


def visible_to(
    viewer: Viewer,
    tables: Tables,
    document: Document = Document.RESUME,
    *,
    at: datetime | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> Truth:
    """Give the resumes that this viewer is shown, as an expression for `select(…).where(…)` (LAW-8).

        select(resumes.c.id).where(visible_to(viewer, tables, at=at))

    Args:
        viewer: who asks, and what for: `Action.SEARCH` for a search.
        tables: where the rows are; the statement selects from the table of resumes, or the alias that they were made of.
        document: whether the tables hold resumes or forms.
        at: the instant, aware, to the microsecond; now, unless given. One expression is of one instant.
        policy: that decides.

    Raises:
        TypeError: `viewer` is no viewer, or `policy` no policy.
        InvalidValue: `at` has no time zone.
    """
    return expression(condition_for(viewer, document, at=at, policy=policy), tables)


def expression(condition: Condition, tables: Tables) -> Truth:
    """A condition as an expression over the table of resumes.

    Args:
        condition: as `condition_for` gives it.
        tables: where the rows are.
    """
    expect("tables", tables, Tables)
    looks_up_keywords = count_keyword_chars(condition) <= _MAX_LOOKED_UP_CHARS
    return _Translator(tables, DOCUMENTS, None, looks_up_keywords).translate(condition)


def write(connection: sa.Connection, tables: Tables, stored: Iterable[Stored]) -> None:
    """Write the rows of resumes in place of their old rows, in the transaction of the connection.

    Args:
        connection: to the database.
        tables: ready-made ones; a platform writes the rows of tables of its own itself.
        stored: the rows, as `stored` gives them; each resume at most once.

    Raises:
        TypeError: the rows of a relation are not in a table, but for example in a subquery.
        sqlalchemy.exc.IntegrityError: the rows of one resume are given twice.
    """
    if not hasattr(connection, "execute"):
        raise mistake("connection", "a Connection", connection)
    expect("tables", tables, Tables)
    written = expect_each("stored", stored, Stored)
    ids = [resume_rows.document.id for resume_rows in written]
    for name in _ROW_OF:
        table = tables.sources[name]
        if not isinstance(table, sa.Table):
            raise mistake(f"the source of {name}", "a table", table)
        key = tables.columns[name]["id" if name == DOCUMENTS else "resume"]
        for chunk in _chunks(ids):
            connection.execute(sa.delete(table).where(key.in_(chunk)))
        rows = [
            attrs.asdict(row)
            for resume_rows in written
            for row in ((resume_rows.document,) if name == DOCUMENTS else resume_rows.rows(Relation(name)))
        ]
        if rows:
            connection.execute(sa.insert(table), rows)


def _chunks(ids: list[str], size: int = 10_000) -> Iterator[list[str]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))


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


def _sources(found_in: sa.ColumnElement[Any] | sa.FromClause) -> list[sa.FromClause]:
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
    if field.name in _INSTANT_COLUMNS:
        # A cast gives a time no zone of its own, and no microseconds; neither does one inside a function, such as coalesce.
        casts = [one for one in visitors.iterate(column) if isinstance(one, (sa.Cast, sa.TypeCoerce))]
        layers = [layer for one in (column, *casts) for layer in _layers(one)]
        kinds = [one for layer in layers for one in (layer.type, _database_type(layer.type, database))]
        times = [one for one in kinds if isinstance(one, (sa.DateTime, sa.Date))]
        if not all(_is_exact(one, database) for one in (kind, *times)):
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
    if path not in _NULLABLE_COLUMNS and may_be_null(column):
        yield Problem(path, _MAY_BE_NULL)


_MAY_BE_NULL = (
    "expected a column that is NOT NULL, or an expression that is known to be never NULL, such as coalesce(…) "
    "with a value or such a column among its arguments"
)


def _is_exact(kind: sa.types.TypeEngine[Any], database: Database) -> bool:
    """Whether instants of a type are compared alike in every session, to the microsecond."""
    is_aware = (
        isinstance(kind, sa.DateTime)
        and kind.timezone
        and database is Database.POSTGRESQL
        and getattr(kind, "precision", None) in (None, 6)
    )
    return is_aware or isinstance(kind, sa.BigInteger)


def _text_problems(database: Database, path: str, column: sa.ColumnElement[Any]) -> Iterator[Problem]:
    # A column keeps its collation inside an expression, also inside one with a type of its own.
    parts = [one for one in visitors.iterate(column) if isinstance(one, sa.ColumnElement)]
    kinds = [_database_type(one.type, database) for one in parts]
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
    parts = [one for one in visitors.iterate(column) if isinstance(one, sa.ColumnElement)]
    return not any(_writes_otherwise(one.type, database) for one in parts)


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
    kind = kind.dialect_impl(_DIALECTS[database])
    while isinstance(kind, sa.types.TypeDecorator):
        kind = kind.impl_instance
    return kind


_DIALECTS: dict[Database, sa.Dialect] = {
    Database.SQLITE: sqlite.dialect(),
    Database.POSTGRESQL: postgresql.dialect(),  # type: ignore[no-untyped-call]  # SQLAlchemy has no type for it
}


def _layers(column: sa.ColumnElement[Any]) -> Iterator[sa.ColumnElement[Any]]:
    """An expression, and what stands in its labels and casts."""
    yield column
    while isinstance(column, (sa.Label, sa.Cast, sa.TypeCoerce)):
        column = column.element if isinstance(column, sa.Label) else column.clause
        yield column


# --- Conditions ------------------------------------------------------------------------------------------------------


@attrs.frozen(eq=False)
class _Translator:
    """Writes conditions on the rows of one relation as expressions.

    Args:
        tables: where the rows are.
        relation: the relation whose rows are meant.
        alias: the alias of its table; None for the table of resumes, which the statement selects from.
        looks_up_keywords: whether every keyword that the names of a company can contain is looked up; if not, all keywords are tried.
        inner: the translations of the queries inside this one, by relation. Queries beside each other use the same alias, because
            neither refers to the other.
        columns: what stands for each column.
        listed: the texts of each condition whose texts are in a list.
        list_table: that list, if it stands beside the rows of this relation.
    """

    tables: Tables
    relation: str
    alias: sa.FromClause | None
    looks_up_keywords: bool
    inner: dict[Relation, "_Translator"] = attrs.field(factory=dict)
    columns: dict[str, sa.ColumnElement[Any]] = attrs.field(factory=dict)
    listed: Mapping[Leaf, "_ListColumn"] = attrs.field(factory=dict)
    list_table: sa.FromClause | None = None

    def column(self, name: str) -> sa.ColumnElement[Any]:
        if name not in self.columns:
            self.columns[name] = self._make_column(name)
        return self.columns[name]

    def _make_column(self, name: str) -> sa.ColumnElement[Any]:
        column = self.tables.columns[self.relation][name]
        if self.alias is not None:
            direct: sa.ColumnElement[Any] | None = (
                self.alias.c.get(column.key) if isinstance(column, sa.Column) else None
            )
            column = ClauseAdapter(self.alias).traverse(column) if direct is None else direct
        # A table that was read from SQLite does not say how its texts are compared. An index serves a comparison that says so as well.
        return sa.collate(column, "BINARY") if name in self.tables.collated[self.relation] else column

    def translate(self, condition: Condition | Alike) -> Truth:
        match condition:
            case Always():
                return sa.true()
            case Never():
                return sa.false()
            case In(column, values):
                if listed := self._listed_texts(condition):
                    return self._is_listed(self.column(column), listed)
                return _is_in(self.column(column), sorted(values, key=str))
            case UpTo(column, most):
                return self.column(column) <= self._literal(column, most)
            case After(column, than):
                return self.column(column) > self._literal(column, than)
            case PartOf(column, texts):
                if listed := self._listed_texts(condition):
                    return self._is_part_of_listed(self.column(column), listed)
                return self._part_of(self.column(column), texts)
            case All(of):
                return sa.and_(*map(self.translate, of))
            case Alike() | Has():
                return self._has_any_row(condition)
            case Some(of):
                return sa.or_(*map(self.translate, self._grouped(of)))
            case Not(one):
                return self._translate_negated(one)
            case _:
                raise condition_error(condition)

    def _translate_negated(self, condition: Condition | Alike) -> Truth:
        match condition:
            case Alike() | Has():
                return self._has_no_row(condition)
            case Some(of):  # a chain of AND, because SQLite bounds how deep an expression nests
                return sa.and_(*map(self._translate_negated, self._grouped(of)))
            case _:
                return sa.not_(self.translate(condition))

    def _literal(self, column: str, value: int) -> sa.ColumnElement[Any]:
        kind = self.tables.columns[self.relation][column].type
        if isinstance(kind, sa.DateTime):
            # For an instant later than all others, the latest one that a database holds.
            at = min(value, _LAST_MICROSECOND)
            return sa.literal(EPOCH + timedelta(microseconds=at), sa.DateTime(timezone=True))
        return sa.literal(value, sa.BigInteger())

    def _grouped(self, conditions: Iterable[Condition]) -> list[Condition | Alike]:
        """The conditions, with one in place of those on rows that differ in their texts alone."""
        on_rows: list[Has] = []
        others: list[Condition | Alike] = []
        for one in conditions:
            if isinstance(one, Has):
                on_rows.append(one)
            else:
                others.append(one)
        return [*others, *(group(on_rows, self.tables.listed) if len(on_rows) > 1 else on_rows)]

    def _has_any_row(self, has: Has | Alike) -> Truth:
        return self.column("id").in_(self._matching_ids(has))

    def _has_no_row(self, has: Has | Alike) -> Truth:
        if self.tables.database is Database.SQLITE:
            # The rows are found once, by an index, and not once for each resume.
            return self.column("id").not_in(self._matching_ids(has))
        inner = self._translator_of(has)
        found = inner._rows(sa.literal_column("1")).where(
            inner.column("resume") == self.column("id"), inner._row_condition(_first_of(has))
        )
        return sa.not_(found.correlate(*self._tables()).exists())

    def _matching_ids(self, has: Has | Alike) -> sa.SelectBase:
        """The ids of the resumes that have such a row. The query refers to nothing outside."""
        if self.tables.database is Database.SQLITE and isinstance(has, Has):
            first, *others = map(self._select_ids, split(has))
            return sa.union_all(first, *others) if others else first
        return self._select_ids(has)

    def _select_ids(self, has: Has | Alike) -> sa.Select[Any]:
        inner = self._translator_of(has)
        return inner._rows(inner.column("resume")).where(inner._row_condition(_first_of(has)))

    def _rows(self, column: sa.ColumnElement[Any]) -> sa.Select[Any]:
        """The rows of this relation, with the list beside them if there is one."""
        rows, *listed = self._tables()
        found: sa.Select[Any] = sa.select(column)
        return found.select_from(_CrossJoin(listed[0], rows, sa.true()) if listed else rows)

    def _translator_of(self, has: Has | Alike) -> "_Translator":
        """What translates a condition on a row."""
        inner = self._inner_translator(_first_of(has).relation)
        if isinstance(has, Has):
            return inner
        table, columns = self._list_of(has)
        listed = dict(zip(has.leaves[0], columns, strict=True))
        return attrs.evolve(inner, inner={}, listed=listed, list_table=table)

    def _list_of(self, alike: Alike) -> "tuple[sa.FromClause, list[_ListColumn]]":
        """The texts of conditions that are alike as a table, and its columns."""
        rows = sorted({row for leaves in alike.leaves for row in product(*map(self._texts_of, leaves))})
        texts = [[row[at] for row in rows] for at in range(len(alike.leaves[0]))]
        table: sa.FromClause
        found: list[sa.ColumnElement[str]]
        if self.tables.database is Database.SQLITE:
            table = sa.func.json_each(json.dumps(rows, ensure_ascii=False)).table_valued("value")
            places: list[sa.ColumnElement[str]] = [
                sa.literal_column(f"'$[{at}]'") for at in range(len(texts))
            ]
            found = [sa.func.json_extract(table.c.value, place, type_=sa.Text()) for place in places]
        else:
            columns = [sa.column(f"text_{number}", sa.Text()) for number in range(len(texts))]
            unnested = sa.func.unnest(*map(_stated, texts)).table_valued(*columns).render_derived()
            table = sa.select(unnested).subquery()  # a function in its place would be listed twice in a copy
            found = [table.c[column.name] for column in columns]
        return table, [*map(_ListColumn, found, texts)]

    def _texts_of(self, leaf: Leaf) -> Iterable[str]:
        match leaf[1]:
            case In(_, values):
                return map(str, values)
            case PartOf(_, texts):
                return _keywords_in(texts) if self.looks_up_keywords else texts
            case _ as never:
                assert_never(never)

    def _listed_texts(self, condition: In | PartOf) -> "_ListColumn | None":
        return self.listed.get((Relation(self.relation), condition)) if self.listed else None

    def _is_listed(self, column: sa.ColumnElement[Any], listed: "_ListColumn") -> Truth:
        if self.list_table is not None:  # an index finds the rows
            return column == listed.column
        return self._is_listed_as_well(column, listed)

    def _is_part_of_listed(self, column: sa.ColumnElement[Any], listed: "_ListColumn") -> Truth:
        if self.looks_up_keywords:
            return self._is_listed_as_well(column, listed)
        return self._holds_keyword(listed.column, column)

    def _is_listed_as_well(self, column: sa.ColumnElement[Any], listed: "_ListColumn") -> Truth:
        """The text is that of the list. PostgreSQL cannot guess how few rows this leaves: it is given all texts of the list as well."""
        if self.tables.database is Database.SQLITE:
            return column == listed.column
        return sa.and_(column == listed.column, column == sa.any_(_stated(sorted({*listed.texts}))))

    def _row_condition(self, has: Has) -> Truth:
        """The condition on a matching row, which is in the alias of this translation."""
        where = self.translate(has.where)
        return where if has.unless is None else sa.and_(where, sa.not_(self._has_later_row(has.unless)))

    def _has_later_row(self, later: Later) -> Truth:
        inner = self._inner_translator(later.relation)
        at, later_at = self.column("at"), inner.column("at")
        found: sa.Select[Any] = sa.select(sa.literal_column("1")).where(
            inner.column("resume") == self.column("resume"),
            later_at >= at if later.or_same else later_at > at,
            inner.translate(later.where),
        )
        return found.correlate(*self._tables()).exists()

    def _inner_translator(self, relation: Relation) -> "_Translator":
        if relation not in self.inner:
            alias = self.tables.sources[relation.value].alias()
            self.inner[relation] = _Translator(
                self.tables, relation.value, alias, self.looks_up_keywords, listed=self.listed
            )
        return self.inner[relation]

    def _tables(self) -> tuple[sa.FromClause, ...]:
        """The tables to which a subquery inside may refer. They are stated, because a guess can be wrong two levels down."""
        rows = self.tables.sources[self.relation] if self.alias is None else self.alias
        return (rows,) if self.list_table is None else (rows, self.list_table)

    def _part_of(self, column: sa.ColumnElement[Any], texts: tuple[str, ...]) -> Truth:
        """Look up every keyword that the texts can contain by an index, however many keywords there are."""
        if not self.looks_up_keywords:
            return sa.or_(*(self._holds_keyword(sa.literal(text), column) for text in texts))
        keywords = sorted(_keywords_in(texts))
        if self.tables.database is Database.SQLITE:
            listed = sa.func.json_each(json.dumps(keywords, ensure_ascii=False)).table_valued("value")
            return column.in_(sa.select(listed.c.value))
        return column == sa.any_(_array(keywords))

    def _holds_keyword(self, text: sa.ColumnElement[str], keyword: sa.ColumnElement[Any]) -> Truth:
        position = sa.func.instr if self.tables.database is Database.SQLITE else sa.func.strpos
        return position(text, keyword) > 0


class _ListColumn(NamedTuple):
    """A column of a list of texts, and all its texts."""

    column: sa.ColumnElement[str]
    texts: Sequence[str]


def _array(texts: Sequence[str]) -> sa.ColumnElement[Any]:
    return sa.literal([*texts], ARRAY(sa.Text()))


def _stated(texts: Sequence[str]) -> sa.ColumnElement[Any]:
    """An array in the text of the statement. PostgreSQL may plan a prepared statement without its values, as if there were ten texts;
    then hundreds of clients take a minute.
    """
    return sa.bindparam(None, [*texts], ARRAY(sa.Text()), unique=True, literal_execute=True)


class _CrossJoin(sa.Join):
    """Two tables, the first of which is gone through. SQLite keeps this order, where statistics mislead it about columns with NULL."""

    inherit_cache = True


@compiles(_CrossJoin)
def _compile_cross_join(join: _CrossJoin, compiler: sa.Compiled, **options: Any) -> str:
    linter = options.get("from_linter")
    if linter is not None:  # it warns of tables that nothing joins
        # As SQLAlchemy does it: it knows a copy, such as that for an alias of a mapped class, by its original.
        linter.edges.update(product(*(_de_clone(_sources(one)) for one in (join.left, join.right))))
    first, second = (compiler.process(one, **options) for one in (join.left, join.right))
    return f"{first} CROSS JOIN {second}"


def _first_of(has: Has | Alike) -> Has:
    return has if isinstance(has, Has) else has.first


def _keywords_in(texts: Iterable[str]) -> set[str]:
    """Every keyword that stands in one of some texts."""
    return {text[a:b] for text in texts for a, b in combinations(range(len(text) + 1), 2)}


_MAX_LOOKED_UP_CHARS = 3_000_000
"""The most characters looked up in one statement: all keywords in one name of 200 characters, or in 500 names of 30."""


_LAST_MICROSECOND = microseconds(LAST)


def _is_in(column: sa.ColumnElement[Any], values: list[Value]) -> Truth:
    if isinstance(column.type, sa.Boolean):
        return sa.or_(*(column if value else sa.not_(column) for value in values))
    return column == values[0] if len(values) == 1 else column.in_(values)
