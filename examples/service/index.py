"""The full text: SQLite's FTS5, or a tsvector of PostgreSQL. What goes in and what may be asked, the library says (SEARCH-1)."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import accumulate
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import TSVECTOR

from resume_visibility import POLICY_2023_04, Language, Resume
from resume_visibility.lists import IndexDocument, index_documents
from resume_visibility.lists.sql import Database

TITLES = ("sections.intention.position", "sections.work.position")
"""What is found here stands first in a list. The rank looks at the row alone, and never at how rare a word is."""

STARTED = "sections.profile.work_started"
FACETS = {
    "city": "sections.intention.cities",
    "degree": "sections.education.degree",
    "job_type": "sections.intention.job_type",
    "search_status": "sections.intention.search_status",
}
"""What the page filters and counts by: the parameter, and the path in a view."""


class Index:
    """The documents of all resumes, in both languages.

    Args:
        metadata: that its tables are added to.
        database: that they are in.
    """

    def __init__(self, metadata: sa.MetaData, database: Database) -> None:
        self._sqlite = database is Database.SQLITE
        vectors = [] if self._sqlite else [sa.Column("titles", TSVECTOR), sa.Column("words", TSVECTOR)]
        self.documents = sa.Table(
            "documents",
            metadata,
            sa.Column("id", sa.Integer, primary_key=True),
            sa.Column("resume", sa.Text, nullable=False),
            sa.Column("language", sa.Text, nullable=False),
            sa.Column("policy", sa.Text, nullable=False),
            *vectors,
            sa.UniqueConstraint("resume", "language"),
        )
        self.values = sa.Table(
            "document_values",
            metadata,
            sa.Column("document", sa.Integer, primary_key=True),
            sa.Column("path", sa.Text, primary_key=True),
            sa.Column("value", sa.Text, primary_key=True),
            sa.Index("document_values_by_path", "path", "value", "document"),
            sqlite_with_rowid=False,
        )
        if self._sqlite:
            self._words = sa.table("words", sa.column("rowid"), sa.column("titles"), sa.column("others"))
            fts = "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(titles, others, tokenize = 'ascii')"
            sa.event.listen(self.documents, "after_create", sa.DDL(fts))  # type: ignore[no-untyped-call]  # SQLAlchemy has no type for it
        else:
            for name in ("titles", "words"):
                sa.Index(f"documents_{name}", self.documents.c[name], postgresql_using="gin")

    def write(self, connection: sa.Connection, resumes: Sequence[Resume], at: datetime) -> None:
        """Write the documents of resumes in place of those that are there, in the transaction of the connection.

        Args:
            connection: to the database.
            resumes: each at most once.
            at: the instant.
        """
        old = sa.select(self.documents.c.id).where(self.documents.c.resume.in_([one.id for one in resumes]))
        ids = connection.scalars(old).all()
        if self._sqlite:
            connection.execute(sa.delete(self._words).where(self._words.c.rowid.in_(ids)))
        connection.execute(sa.delete(self.values).where(self.values.c.document.in_(ids)))
        connection.execute(sa.delete(self.documents).where(self.documents.c.id.in_(ids)))
        made = [one for resume in resumes for one in _documents_of(resume, at)]
        if not made:
            return
        insert = sa.insert(self.documents).returning(self.documents.c.id, sort_by_parameter_order=True)
        numbered = [*zip(connection.scalars(insert, [*map(self._row, made)]), made, strict=True)]
        if self._sqlite:
            words = [{"rowid": id_, **_terms_of(one)} for id_, one in numbered]
            connection.execute(sa.insert(self._words), words)
        values = [
            {"document": id_, "path": field.path, "value": str(value)}
            for id_, one in numbered
            for field in one.fields
            if field.path in (STARTED, *FACETS.values())
            for value in dict.fromkeys(field.values)  # a city that stands there twice counts once
        ]
        if values:
            connection.execute(sa.insert(self.values), values)

    def _row(self, one: IndexDocument) -> dict[str, Any]:
        row = {"resume": one.resume, "language": one.language.value, "policy": one.policy}
        if self._sqlite:
            return row
        terms = _terms_of(one)
        return {**row, "titles": _fitting(terms["titles"]), "words": _fitting(" ".join(terms.values()))}

    def of(self, language: Language) -> sa.ColumnElement[bool]:
        """The documents that are searched: those of the language, made under the policy that decides now."""
        return sa.and_(
            self.documents.c.language == language.value, self.documents.c.policy == POLICY_2023_04.version
        )

    def holds(self, sought: Iterable[str], *, titles: bool = False) -> sa.ColumnElement[bool]:
        """Whether a document holds all of these terms.

        Args:
            sought: at least one, as `terms` gives them: letters and figures, and nothing to escape.
            titles: whether in the titles alone.
        """
        if self._sqlite:
            match = " AND ".join(f'"{term}"' for term in sought)
            found = sa.text("words MATCH :sought").bindparams(
                sa.bindparam("sought", f"titles : ({match})" if titles else match, unique=True)
            )
            return self.documents.c.id.in_(sa.select(self._words.c.rowid).where(found))
        column = self.documents.c["titles" if titles else "words"]
        query = sa.cast(" & ".join(f"'{term}'" for term in sought), sa.Text).op("::")(sa.text("tsquery"))
        return column.bool_op("@@")(query)

    def has(self, path: str, value: str) -> sa.ColumnElement[bool]:
        """Whether a document has a value."""
        held = sa.select(self.values.c.document).where(
            self.values.c.path == path, self.values.c.value == value
        )
        return self.documents.c.id.in_(held)

    def started_by(self, year: int) -> sa.ColumnElement[bool]:
        """Whether work was started in that year or before: years are of four figures, so that text sorts as numbers do."""
        held = sa.select(self.values.c.document).where(
            self.values.c.path == STARTED, self.values.c.value <= str(year)
        )
        return self.documents.c.id.in_(held)


def _documents_of(resume: Resume, at: datetime) -> Iterable[IndexDocument]:
    for language in Language:
        found = index_documents(resume, language=language, at=at)
        if len(found) > 1:  # a policy with such readings needs `readers` beside each document
            raise ValueError("expected one document for all who find a resume, as the rules have it")
        yield from found


_LONGEST_VECTOR = 1_048_575
_BESIDE = 5
"""In bytes, what a tsvector holds, and what it holds of each term beside the term: where it stands."""


def _fitting(terms: str) -> str:
    """Each term once, as far as there is room in a tsvector: what stands behind them is not found."""
    distinct = [*dict.fromkeys(terms.split())]
    ends = accumulate(len(one.encode()) + _BESIDE for one in distinct)
    return " ".join(distinct[: bisect_right([*ends], _LONGEST_VECTOR)])


def _terms_of(one: IndexDocument) -> dict[str, str]:
    titles = [term for field in one.fields if field.path in TITLES for term in field.terms]
    others = [term for field in one.fields if field.path not in TITLES for term in field.terms]
    return {"titles": " ".join(titles), "others": " ".join(others)}
