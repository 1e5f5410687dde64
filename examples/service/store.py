"""What the service keeps: resumes with the rows they are listed by, records, sessions, exports. SQLite or PostgreSQL."""

import hashlib
import secrets
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime, timedelta
from functools import lru_cache
from threading import Lock
from typing import Any, NamedTuple

import attrs
import orjson
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from resume_visibility import (
    AccessRecord,
    Language,
    Resume,
    Settings,
    dump_record,
    dump_resume,
    load_record,
    load_resume,
    notice_of,
)
from resume_visibility.lists import stored
from resume_visibility.lists.sql import Database, tables_for, write

from .index import Index
from .words import Words

SESSION = timedelta(hours=12)
_AT_ONCE = 500
_MOST_NOTICES = 500


@lru_cache(maxsize=4096)
def loaded(document: str) -> Resume:
    """A stored resume. What was computed of it once is kept with it; its key is all of its text, so that it is never an old one."""
    return load_resume(document)


def when(at: datetime) -> str:
    """An instant as text that sorts by time: it is in UTC, and always to the microsecond."""
    return at.isoformat(timespec="microseconds")


class Session(NamedTuple):
    """Who signed in: the account, its names and roles now, and the role that was chosen; nobody may have signed in yet."""

    account: str | None
    names: list[str] | None
    roles: list[str] | None
    role: str | None


class Store:
    """A database with its tables, which are made where they are missing.

    Args:
        url: of SQLite or PostgreSQL, as SQLAlchemy writes it.
    """

    def __init__(self, url: str) -> None:
        self.engine = _engine(url)
        self.database = Database(self.engine.dialect.name)
        self._turn = Lock() if self.database is Database.SQLITE else nullcontext()
        self._insert: Any = sqlite.insert if self.database is Database.SQLITE else postgresql.insert
        metadata = sa.MetaData()
        self.lists = tables_for(metadata, self.database, prefix="listed_")
        self.index = Index(metadata, self.database)
        self.resumes = sa.Table(
            "resumes",
            metadata,
            sa.Column("id", sa.Text, primary_key=True),
            sa.Column("candidate", sa.Text, nullable=False, index=True),
            sa.Column("community", sa.Text, unique=True),
            sa.Column("document", sa.Text, nullable=False),
        )
        self.records = sa.Table(
            "records",
            metadata,
            sa.Column("digest", sa.Text, primary_key=True),
            sa.Column("resume", sa.Text, nullable=False),
            sa.Column("at", sa.Text, nullable=False),
            sa.Column("noticed", sa.Text),
            sa.Column("record", sa.Text, nullable=False),
            sa.Index("records_of_resume", "resume", "noticed", "at"),
        )
        self.accounts = sa.Table(
            "accounts",
            metadata,
            sa.Column("id", sa.Text, primary_key=True),
            sa.Column("names", sa.JSON, nullable=False),
            sa.Column("roles", sa.JSON, nullable=False),
        )
        self.sessions = sa.Table(
            "sessions",
            metadata,
            sa.Column("digest", sa.Text, primary_key=True),
            sa.Column("account", sa.Text),
            sa.Column("role", sa.Text),
            sa.Column("ends", sa.Text, nullable=False),
        )
        self.exports = sa.Table(
            "exports",
            metadata,
            sa.Column("id", sa.Text, primary_key=True),
            sa.Column("account", sa.Text, nullable=False, index=True),
            sa.Column("role", sa.Text, nullable=False),
            sa.Column("viewer", sa.Text, nullable=False),
            sa.Column("query", sa.JSON, nullable=False),
            sa.Column("kind", sa.Text, nullable=False),
            sa.Column("at", sa.Text, nullable=False),
            sa.Column("state", sa.Text, nullable=False),
            sa.Column("done", sa.Integer, nullable=False),
            sa.Column("total", sa.Integer, nullable=False),
        )
        self.notes = sa.Table(
            "notes",
            metadata,
            sa.Column("name", sa.Text, primary_key=True),
            sa.Column("note", sa.Text, nullable=False),
        )
        with self.writing() as connection:
            metadata.create_all(connection)

    def reading(self) -> AbstractContextManager[sa.Connection]:
        """A connection to read by, in one transaction."""
        return self.engine.connect()

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A connection to write by: all of it is kept at its end, or nothing."""
        # SQLite has one writer: whoever waits for a lock of the process is next, and whoever waits for the file's asks now and then.
        with self._turn, self.engine.execution_options(writes=True).begin() as connection:
            yield connection

    # --- Resumes -----------------------------------------------------------------------------------------------------

    def resume(self, id_: str) -> Resume | None:
        """The resume of this id."""
        return self._one(self.resumes.c.id, id_)

    def member(self, id_: str) -> Resume | None:
        """The resume of a member of the community, by the id that they have there."""
        return self._one(self.resumes.c.community, id_)

    def ids_of(self, candidate: str) -> list[str]:
        """The ids of the resumes of a candidate."""
        asked = sa.select(self.resumes.c.id).where(self.resumes.c.candidate == candidate)
        with self.reading() as connection:
            return [*connection.scalars(asked.order_by(self.resumes.c.id))]

    def _one(self, name: sa.Column[Any], id_: str) -> Resume | None:
        if "\0" in id_:  # which PostgreSQL takes in no text
            return None
        with self.reading() as connection:
            document = connection.scalar(sa.select(self.resumes.c.document).where(name == id_))
        return None if document is None else loaded(document)

    def save(self, id_: str, change: Callable[[Resume], Resume], at: datetime) -> Resume:
        """Change a resume, with the rows and the documents that follow from it, in one transaction.

        Args:
            id_: of a resume that is there.
            change: makes the new one of the one that is there now; what it raises leaves all as it was.
            at: the instant.
        """
        with self.writing() as connection:
            now = sa.select(self.resumes.c.document).where(self.resumes.c.id == id_).with_for_update()
            after = change(load_resume(connection.execute(now).scalar_one()))
            after = attrs.evolve(after, revision=secrets.token_hex(8))
            self._write(connection, [after], at)
        return after

    def put(self, resumes: Iterable[Resume], at: datetime) -> Iterator[int]:
        """Write resumes as they are, from elsewhere: a portion in each transaction, and how many it were."""
        waiting: list[Resume] = []
        for resume in resumes:
            waiting.append(resume)
            if len(waiting) == _AT_ONCE:
                yield self._put(waiting, at)
                waiting = []
        if waiting:
            yield self._put(waiting, at)

    def _put(self, resumes: Sequence[Resume], at: datetime) -> int:
        with self.writing() as connection:
            self._write(connection, resumes, at)
        return len(resumes)

    def _write(self, connection: sa.Connection, resumes: Sequence[Resume], at: datetime) -> None:
        insert = self._insert(self.resumes)
        replaced = {name: insert.excluded[name] for name in ("candidate", "community", "document")}
        connection.execute(
            insert.on_conflict_do_update(index_elements=["id"], set_=replaced),
            [
                {
                    "id": one.id,
                    "candidate": one.candidate,
                    "community": None if one.community is None else one.community.id,
                    "document": dump_resume(one, dumps=orjson.dumps).decode(),
                }
                for one in resumes
            ],
        )
        write(connection, self.lists, map(stored, resumes))
        self.index.write(connection, resumes, at)

    # --- Records -----------------------------------------------------------------------------------------------------

    def keep(self, records: Iterable[AccessRecord]) -> None:
        """Keep access records, all of them, before it returns; those that it has already are passed over."""
        written = ((record, dump_record(record, dumps=orjson.dumps)) for record in records)
        rows = [
            {
                "digest": hashlib.sha256(text).hexdigest(),
                "resume": record.document_id,
                "at": when(record.at),
                "noticed": _noticed(record),
                "record": text.decode(),
            }
            for record, text in written
        ]
        if rows:
            with self.writing() as connection:
                connection.execute(self._insert(self.records).on_conflict_do_nothing(), rows)

    def noticed_of(self, resume: str) -> list[AccessRecord]:
        """The records of which the candidate gets a notice, of those that say the same of one day the last, the latest first."""
        records = self.records
        last = sa.func.max(records.c.at).label("at")
        asked = sa.select(records.c.noticed, last).where(
            records.c.resume == resume, records.c.noticed.is_not(None)
        )
        days = asked.group_by(records.c.noticed).order_by(last.desc()).limit(_MOST_NOTICES).subquery()
        same = sa.and_(records.c.noticed == days.c.noticed, records.c.at == days.c.at)
        found = sa.select(records.c.record).join(days, same).where(records.c.resume == resume)
        with self.reading() as connection:
            return [load_record(one) for one in connection.scalars(found.order_by(records.c.at.desc()))]

    # --- Accounts and sessions -----------------------------------------------------------------------------------------

    def people(self) -> dict[str, list[str]]:
        """The names of every account, by its id: for the stub of sign-in."""
        asked = sa.select(self.accounts.c.id, self.accounts.c.names).order_by(self.accounts.c.id)
        with self.reading() as connection:
            return {one.id: one.names for one in connection.execute(asked)}

    def roles_of(self, account: str) -> list[str]:
        """The roles that an account has now; none of one that is gone."""
        asked = sa.select(self.accounts.c.roles).where(self.accounts.c.id == account)
        with self.reading() as connection:
            return connection.scalar(asked) or []

    def open_session(self, account: str | None, role: str | None, at: datetime) -> str:
        """A new session, by a secret that only the browser keeps: the database has a digest of it. It holds the role itself: its place
        among the roles of the account is another role's when somebody changes employer.
        """
        token = secrets.token_urlsafe(32)
        row = {"digest": _digest(token), "account": account, "role": role, "ends": when(at + SESSION)}
        with self.writing() as connection:
            connection.execute(sa.delete(self.sessions).where(self.sessions.c.ends <= when(at)))
            connection.execute(sa.insert(self.sessions), row)
        return token

    def session(self, token: str, at: datetime) -> Session | None:
        """Who signed in, where the session has not ended."""
        sessions, accounts = self.sessions, self.accounts
        asked = (
            sa.select(accounts.c.id, accounts.c.names, accounts.c.roles, sessions.c.role)
            .select_from(sessions.outerjoin(accounts, accounts.c.id == sessions.c.account))
            .where(sessions.c.digest == _digest(token), sessions.c.ends > when(at))
        )
        with self.reading() as connection:
            found = connection.execute(asked).one_or_none()
        return None if found is None else Session(*found)

    def close_session(self, token: str) -> None:
        """End a session."""
        with self.writing() as connection:
            connection.execute(sa.delete(self.sessions).where(self.sessions.c.digest == _digest(token)))


def _noticed(record: AccessRecord) -> str | None:
    """What is said of a record, of which day and parts; None where nothing is, whatever the candidate chooses (NOTICE-1)."""
    notice = notice_of(record, Settings(), language=Language.ZH)
    if notice is None:
        return None
    parts = sorted(part.value for part in notice.parts)
    who = (
        "company" if record.company is not None else record.kind.value
    )  # one may be called as another's id is
    return " ".join([Words(Language.ZH).moment(notice.at)[:10], who, notice.text, *parts])


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _engine(url: str) -> sa.Engine:
    address = sa.make_url(url)
    if address.drivername == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
    # Errors must not print what was written: it is personal.
    engine = sa.create_engine(address, hide_parameters=True, pool_size=16, max_overflow=0)
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _connected)
        sa.event.listen(engine, "begin", _begin)
    return engine


def _connected(connection: Any, _: object) -> None:
    connection.isolation_level = (
        None  # transactions begin where SQLAlchemy says, and not where sqlite3 guesses
    )
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "busy_timeout = 30000",
        "mmap_size = 268435456",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    # Whoever is going to write waits for the lock now: SQLite refuses to wait for it later.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
