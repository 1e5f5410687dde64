"""Conditions as SQL for SQLite and PostgreSQL: an ordinary SQLAlchemy expression. Needs the extra `resume-visibility[sql]`.

SQLAlchemy is imported here, in `tables`, `nulls` and `zones` alone, which nothing else imports.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from enum import Enum
from itertools import product
from typing import Any, NamedTuple, TypeAlias, assert_never

import attrs

try:
    import sqlalchemy as sa
except ModuleNotFoundError as error:
    raise ModuleNotFoundError("expected the extra resume-visibility[sql]", name=error.name) from None
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.base import _de_clone
from sqlalchemy.sql.util import ClauseAdapter

from ..model.arguments import expect
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
    keywords_in,
)
from .deriving import condition_for
from .rows import EPOCH, Relation, microseconds
from .tables import (
    DOCUMENTS,
    Database,
    Tables,
    erase,
    is_indexed,
    outdated,
    sources_of,
    tables_for,
    tables_of,
    write,
)

__all__ = [
    "Database",
    "Tables",
    "erase",
    "expression",
    "outdated",
    "tables_for",
    "tables_of",
    "visible_to",
    "write",
]


Truth: TypeAlias = sa.ColumnElement[bool]


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
    return _Translator(tables, DOCUMENTS, None, _keywords_of(condition, tables)).translate(condition)


class _Keywords(Enum):
    """How the keywords that stand in the names of companies are found."""

    LISTED = "listed"
    """The statement has a list of all that can stand in the names."""
    WALKED = "walked"
    """From each character of a name, the database adds one more as long as any keyword begins so. Nothing grows with the keywords."""
    COMPARED = "compared"
    """The database compares every keyword with every name."""


def _keywords_of(condition: Condition, tables: Tables) -> _Keywords:
    chars = count_keyword_chars(condition)
    if tables.database is Database.SQLITE and is_indexed(tables.columns[Relation.BLOCKS.value]["keyword"]):
        return _Keywords.LISTED if chars <= _FEW_LISTED_CHARS else _Keywords.WALKED
    return _Keywords.LISTED if chars <= _MAX_LISTED_CHARS else _Keywords.COMPARED


@attrs.frozen(eq=False)
class _Translator:
    """Writes conditions on the rows of one relation as expressions.

    Args:
        tables: where the rows are.
        relation: the relation whose rows are meant.
        alias: the alias of its table; None for the table of resumes, which the statement selects from.
        keywords: how those in the names of a company are found.
        inner: the translations of the queries inside this one, by relation. Queries beside each other use the same alias, because
            neither refers to the other.
        columns: what stands for each column.
        listed: the texts of each condition whose texts are in a list.
        list_table: that list, if it stands beside the rows of this relation.
    """

    tables: Tables
    relation: str
    alias: sa.FromClause | None
    keywords: _Keywords
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
            # A plain column is found sooner by its key.
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
                return self.column("id").in_(self._matching_ids(condition))
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

    def _grouped(self, conditions: tuple[Condition, ...]) -> list[Condition | Alike]:
        """The conditions, with one in place of those on rows that differ in their texts alone."""
        on_rows = [one for one in conditions if isinstance(one, Has)]
        others = [one for one in conditions if not isinstance(one, Has)]
        return [*others, *(group(on_rows, self.tables.listed) if len(on_rows) > 1 else on_rows)]

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
            if self.keywords is _Keywords.WALKED:
                for at, (_, leaf) in enumerate(alike.leaves[0]):
                    if isinstance(leaf, PartOf):
                        found = self._walk(found, at)
                        table = found[at].table
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
                return keywords_in(texts) if self.keywords is _Keywords.LISTED else texts
            case _ as never:
                assert_never(never)

    def _listed_texts(self, condition: In | PartOf) -> "_ListColumn | None":
        return self.listed.get((Relation(self.relation), condition)) if self.listed else None

    def _is_listed(self, column: sa.ColumnElement[Any], listed: "_ListColumn") -> Truth:
        if self.list_table is not None:  # an index finds the rows
            return column == listed.column
        return self._is_listed_as_well(column, listed)

    def _is_part_of_listed(self, column: sa.ColumnElement[Any], listed: "_ListColumn") -> Truth:
        if self.keywords is _Keywords.COMPARED:
            return self._holds_keyword(listed.column, column)
        return self._is_listed_as_well(column, listed)

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
                self.tables, relation.value, alias, self.keywords, listed=self.listed
            )
        return self.inner[relation]

    def _tables(self) -> tuple[sa.FromClause, ...]:
        """The tables to which a subquery inside may refer. They are stated, because a guess can be wrong two levels down."""
        rows = self.tables.sources[self.relation] if self.alias is None else self.alias
        return (rows,) if self.list_table is None else (rows, self.list_table)

    def _part_of(self, column: sa.ColumnElement[Any], texts: tuple[str, ...]) -> Truth:
        """Look up every keyword that the texts can contain by an index, however many keywords there are."""
        if self.keywords is _Keywords.COMPARED:
            return sa.or_(*(self._holds_keyword(sa.literal(text), column) for text in texts))
        listed = sorted(keywords_in(texts) if self.keywords is _Keywords.LISTED else texts)
        if self.tables.database is Database.POSTGRESQL:
            return column == sa.any_(sa.literal(listed, ARRAY(sa.Text())))
        table = sa.func.json_each(json.dumps(listed, ensure_ascii=False)).table_valued("value")
        found = sa.type_coerce(table.c.value, sa.Text())
        return column.in_(
            sa.select(self._walk([found], 0)[0] if self.keywords is _Keywords.WALKED else found)
        )

    def _walk(self, columns: Sequence[sa.ColumnElement[str]], at: int) -> list[sa.ColumnElement[str]]:
        """A table with the same columns and, in the place of the name in one of them, everything in it with which a keyword begins, and
        a little more. From each character on, one more is added as long as the first keyword after what there is begins with it.
        """
        names = [f"text_{number}" for number in range(len(columns))]
        begun = sa.select(*(column.label(name) for name, column in zip(names, columns, strict=True)))
        starts = begun.cte(recursive=True, nesting=True)
        rest = starts.c[names[at]]
        shorter = (sa.func.substr(rest, 2) if name == names[at] else starts.c[name] for name in names)
        starts = starts.union_all(sa.select(*shorter).where(sa.func.length(rest) > 1))
        first = sa.select(*(starts.c[name] for name in names), sa.literal_column("1").label("length"))
        walked = first.cte(recursive=True, nesting=True)
        rest, length = walked.c[names[at]], walked.c.length
        found = sa.func.substr(rest, 1, length, type_=sa.Text())
        blocks = attrs.evolve(self, relation=Relation.BLOCKS.value, inner={}, columns={}, list_table=None)
        blocks = attrs.evolve(blocks, alias=self.tables.sources[blocks.relation].alias())
        keyword = blocks.column("keyword")
        following = sa.select(keyword).where(keyword > found).order_by(keyword).limit(1).correlate(walked)
        begins_so = sa.func.substr(following.scalar_subquery(), 1, length) == found
        longer = sa.select(*(walked.c[name] for name in names), length + 1)
        walked = walked.union_all(longer.where(length < sa.func.length(rest), begins_so))
        found = sa.func.substr(walked.c[names[at]], 1, walked.c.length, type_=sa.Text())
        texts = ((found if name == names[at] else walked.c[name]).label(name) for name in names)
        return [*sa.select(*texts).subquery().c]

    def _holds_keyword(self, text: sa.ColumnElement[str], keyword: sa.ColumnElement[Any]) -> Truth:
        position = sa.func.instr if self.tables.database is Database.SQLITE else sa.func.strpos
        return position(text, keyword) > 0


class _ListColumn(NamedTuple):
    """A column of a list of texts, and all its texts."""

    column: sa.ColumnElement[str]
    texts: Sequence[str]


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
        linter.edges.update(product(*(_de_clone(sources_of(one)) for one in (join.left, join.right))))
    first, second = (compiler.process(one, **options) for one in (join.left, join.right))
    return f"{first} CROSS JOIN {second}"


def _first_of(has: Has | Alike) -> Has:
    return has if isinstance(has, Has) else has.first


_MAX_LISTED_CHARS = 3_000_000
"""The most characters of the keywords in one statement: all in one name of 200 characters, or in 500 names of 30."""
_FEW_LISTED_CHARS = 100_000
"""More are walked: a list of them takes longer to make than to walk the names."""


_LAST_MICROSECOND = microseconds(LAST)


def _is_in(column: sa.ColumnElement[Any], values: list[Value]) -> Truth:
    if isinstance(column.type, sa.Boolean):
        return sa.or_(*(column if value else sa.not_(column) for value in values))
    return column == values[0] if len(values) == 1 else column.in_(values)
