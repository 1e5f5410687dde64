"""Two engines that search index documents as the how-to says, so that tests can ask them."""

import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from weakref import finalize

import psycopg
import pytest
from databases import NOT_TRIED, POSTGRESQL

from resume_visibility.lists.documents import IndexDocument
from resume_visibility.lists.fields import searched_fields
from resume_visibility.lists.tokens import terms
from resume_visibility.model.shown import ShownSections

needs_server = pytest.mark.skipif(not POSTGRESQL, reason=NOT_TRIED)

FIELDS = searched_fields(ShownSections)
"""The fields of the library's own sections that may be searched."""
TEXTS = tuple(path for path, searched in FIELDS.items() if searched.is_text)
Row = tuple[str, str]
"""A resume's id, and the key of a document."""


class Query(NamedTuple):
    """What somebody asks of a list.

    Args:
        words: all of which have to be found.
        fields: in any of which each is sought.
        sort: by this field first; by rank alone where it is None.
        facet: the field whose values are counted; none where it is None.
    """

    words: str
    fields: tuple[str, ...] = TEXTS
    sort: str | None = None
    facet: str | None = None


class Answer(NamedTuple):
    """What a list answers: the ids in their order, how many there are, and how many of them have each value."""

    ids: list[str]
    how_many: int
    facets: list[tuple[str, int]]


class Engine(ABC):
    """An index of documents, and a search of it."""

    @abstractmethod
    def fill(self, documents: Iterable[IndexDocument]) -> None:
        """Hold these documents, and no others."""

    @abstractmethod
    def ask(self, query: Query, found: Sequence[Row]) -> Answer:
        """What a list answers about those that the filter lets the viewer find."""


def first(values: Sequence[object]) -> str | None:
    """What a document is sorted by."""
    return min(map(spelled, values), default=None)


def spelled(value: object) -> str:
    """A value as both engines sort and count it: numbers of one width, so that they sort as text."""
    return f"{value:012}" if type(value) is int else str(value)


class SQLite(Engine):
    """FTS5, with a column for each field, and a rank of our own in the place of BM25."""

    def __init__(self) -> None:
        self.db = sqlite3.connect(":memory:")
        finalize(self, self.db.close)
        self.column = {path: f"f{i}" for i, path in enumerate(TEXTS)}
        self.db.create_function("held", 2, held, deterministic=True)

    def fill(self, documents: Iterable[IndexDocument]) -> None:
        """Hold these documents, and no others."""
        columns = ", ".join(self.column.values())
        self.db.executescript(
            f"""
            DROP TABLE IF EXISTS words; DROP TABLE IF EXISTS vals; DROP TABLE IF EXISTS found;
            CREATE VIRTUAL TABLE words USING fts5(resume UNINDEXED, key UNINDEXED, {columns}, tokenize = 'ascii');
            CREATE TABLE vals (resume, key, path, value); CREATE TABLE found (resume, key);
            """
        )
        for document in documents:
            fields = {field.path: field for field in document.fields}
            texts = [" ".join(fields[path].terms) if path in fields else "" for path in TEXTS]
            marks = ", ".join("?" * (len(texts) + 2))
            self.db.execute(f"INSERT INTO words VALUES ({marks})", (document.resume, document.key, *texts))
            self.db.executemany(
                "INSERT INTO vals VALUES (?, ?, ?, ?)",
                [
                    (document.resume, document.key, path, spelled(value))
                    for path, field in fields.items()
                    for value in field.values
                ],
            )

    def ask(self, query: Query, found: Sequence[Row]) -> Answer:
        """What a list answers about those that the filter lets the viewer find."""
        sought = tuple(dict.fromkeys(terms(query.words)))
        if not sought:  # no engine is asked for nothing
            return Answer([], 0, [])
        columns = [self.column[path] for path in query.fields]
        match = " AND ".join(f'{{{" ".join(columns)}}} : "{term}"' for term in sought)
        rank = self.rank(columns)
        self.db.execute("DELETE FROM found")
        self.db.executemany("INSERT INTO found VALUES (?, ?)", found)
        rows = self.db.execute(
            f"""
            SELECT resume, key FROM words JOIN found USING (resume, key) WHERE words MATCH :match
            ORDER BY (SELECT min(value) FROM vals WHERE vals.resume = words.resume AND vals.key = words.key
                      AND path = :sort) NULLS LAST, {rank}, resume
            """,
            {"match": match, "sort": query.sort, "sought": " ".join(sought)},
        ).fetchall()
        self.db.execute("DELETE FROM found")
        self.db.executemany("INSERT INTO found VALUES (?, ?)", rows)
        counted = self.db.execute(
            """
            SELECT value, count(DISTINCT resume) FROM vals JOIN found USING (resume, key) WHERE path = ?
            GROUP BY value ORDER BY value
            """,
            (query.facet,),
        ).fetchall()
        return Answer([resume for resume, _ in rows], len(rows), counted)

    def rank(self, columns: list[str]) -> str:
        """In how many of the fields how many of the terms are: of the row alone."""
        return "-(" + " + ".join(f"held({column}, :sought)" for column in columns) + ")"


class Bm25(SQLite):
    """What FTS5 does where no other rank is asked for: a rank by how often a word is in all rows, those not shown among them."""

    def rank(self, columns: list[str]) -> str:
        """By all rows."""
        return "bm25(words)"


def held(text: str, sought: str) -> int:
    """How many of the terms are in a text of terms."""
    return len({*text.split()} & {*sought.split()})


class PostgreSQL(Engine):
    """A `tsvector` of terms, each with the number of its field, ranked by `ts_rank`, which looks at nothing but the row."""

    def __init__(self) -> None:
        self.db: psycopg.Connection[Any] = psycopg.connect(POSTGRESQL)
        finalize(self, self.db.close)  # at the end of the process, too
        self.number = {path: i for i, path in enumerate(TEXTS)}

    def fill(self, documents: Iterable[IndexDocument]) -> None:
        """Hold these documents, and no others."""
        # Everything is temporary and never committed, so that the server stays as it was.
        self.db.rollback()
        self.db.execute('CREATE TEMPORARY TABLE words (resume text COLLATE "C", key text, words tsvector)')
        self.db.execute(
            'CREATE TEMPORARY TABLE vals (resume text, key text, path text, value text COLLATE "C")'
        )
        self.db.execute("CREATE INDEX ON words USING gin (words)")
        for document in documents:
            lexemes = [
                f"'{self.number[field.path]}:{term}':{min(place, 16383)}"
                for field in document.fields
                for place, term in enumerate(field.terms, 1)
            ]
            self.db.execute(
                "INSERT INTO words VALUES (%s, %s, %s::tsvector)",
                (document.resume, document.key, " ".join(lexemes)),
            )
            for field in document.fields:
                for value in field.values:
                    row = (document.resume, document.key, field.path, spelled(value))
                    self.db.execute("INSERT INTO vals VALUES (%s, %s, %s, %s)", row)

    def ask(self, query: Query, found: Sequence[Row]) -> Answer:
        """What a list answers about those that the filter lets the viewer find."""
        if not terms(query.words):
            return Answer([], 0, [])
        numbers = [self.number[path] for path in query.fields]
        match = " & ".join(
            "(" + " | ".join(f"'{number}:{term}'" for number in numbers) + ")" for term in terms(query.words)
        )
        ids, keys = [resume for resume, _ in found], [key for _, key in found]
        rows = self.db.execute(
            """
            SELECT resume, key FROM words JOIN unnest(%(ids)s::text[], %(keys)s::text[]) AS found (resume, key)
                USING (resume, key) WHERE words @@ %(match)s::tsquery
            ORDER BY (SELECT min(value) FROM vals WHERE vals.resume = words.resume AND vals.key = words.key
                      AND path = %(sort)s) NULLS LAST, ts_rank(words, %(match)s::tsquery) DESC, resume
            """,
            {"ids": ids, "keys": keys, "match": match, "sort": query.sort},
        ).fetchall()
        counted = self.db.execute(
            """
            SELECT value, count(DISTINCT resume) FROM vals
                JOIN unnest(%s::text[], %s::text[]) AS found (resume, key) USING (resume, key)
            WHERE path = %s GROUP BY value ORDER BY value
            """,
            ([resume for resume, _ in rows], [key for _, key in rows], query.facet),
        ).fetchall()
        return Answer([resume for resume, _ in rows], len(rows), counted)


ENGINES = (
    pytest.param(SQLite, id="sqlite"),
    pytest.param(PostgreSQL, id="postgresql", marks=needs_server),
)
"""Both, for tests that try each."""
