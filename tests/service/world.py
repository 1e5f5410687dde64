"""The example service in one process, for tests: a small corpus, a clock that stands, and browsers that sign in."""

import re
from collections.abc import Iterable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import attrs
import pytest
import sqlalchemy as sa
from databases import POSTGRESQL
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from resume_visibility import Resume, Viewer, dump_viewer
from resume_visibility.lists.sql import Database
from service import demo
from service.app import app_of
from service.exporting import Exporter
from service.service import Service
from service.store import Store

AT = datetime(2026, 7, 1, 3, tzinfo=UTC)
LATE = datetime(9000, 1, 1, tzinfo=UTC)
ORIGIN = "https://testserver"
ENGINEER, NURSE = "r-20260412-7f3a", "r-20260318-c210"
BLOCKED_COMPANY = 2
"""The role of wang in which a company is acted for that the engineer blocked; 0 was applied to, and 1 is any other."""


class AtOnce(Executor):
    """Does what it is given before it returns."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Do it."""
        done: Future[Any] = Future()
        done.set_result(fn(*args, **kwargs))
        return done


@attrs.define
class Clock:
    """A clock that stands where it is put."""

    at: datetime = AT

    def __call__(self) -> datetime:
        """The instant."""
        return self.at


@attrs.frozen
class Browser:
    """Somebody's browser."""

    client: TestClient
    store: Store
    clock: Clock

    def get(self, path: str, **more: Any) -> Response:
        """Open a page."""
        return self.client.get(path, **more)

    def csrf(self) -> str:
        """The token of this session, as its first page has it."""
        found = re.search(r'name="csrf" value="([0-9a-f]{64})"', self.get("/").text)
        assert found is not None
        return found[1]

    def post(self, path: str, form: dict[str, Any], **more: Any) -> Response:
        """Send a form, as a page of the service would."""
        return self.client.post(path, data={"csrf": self.csrf(), **form}, **more)

    def sign_in(self, account: str, role: int = 0) -> "Browser":
        """Sign in by the form of the first page."""
        assert self.post("/sign-in", {"account": account, "role": str(role)}).status_code == 200
        return self

    def become(self, viewer: Viewer) -> "Browser":
        """Be any viewer, without a form, in one session that does not end."""
        role, sessions = dump_viewer(viewer).decode(), self.store.sessions
        row = {"id": "anybody", "names": ["某人", "somebody"], "roles": [role]}
        token = self.client.cookies.get("__Host-session") or self.store.open_session("anybody", role, LATE)
        with self.store.writing() as connection:
            connection.execute(sa.delete(self.store.accounts).where(self.store.accounts.c.id == "anybody"))
            connection.execute(sa.insert(self.store.accounts), row)
            connection.execute(sa.update(sessions).where(sessions.c.account == "anybody").values(role=role))
        self.client.cookies = {"__Host-session": token, "language": viewer.language.value}
        return self


@attrs.frozen(eq=False)
class World:
    """A service, and what tests need of it."""

    store: Store
    service: Service
    clock: Clock
    app: FastAPI

    def browser(self) -> Browser:
        """A browser in which nobody has signed in."""
        client = TestClient(
            self.app, base_url=ORIGIN, headers={"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"}
        )
        return Browser(client, self.store, self.clock)

    def holds(self, resumes: Iterable[Resume]) -> None:
        """Hold these resumes, and no others."""
        kept = {one.name for one in (self.store.accounts, self.store.sessions, self.store.notes)}
        with self.store.writing() as connection:
            for table in reversed(self.store.resumes.metadata.sorted_tables):
                if table.name not in kept:
                    connection.execute(sa.delete(table))
            if self.store.database is Database.SQLITE:
                connection.exec_driver_sql("DELETE FROM words")
        kept_resumes = [*resumes]
        assert sum(self.store.put(kept_resumes, self.clock())) == len(kept_resumes)


def address_of(database: Database, folder: Path) -> str:
    """A database of its own: a file, or a schema of PostgreSQL."""
    if database is Database.SQLITE:
        return f"sqlite:///{folder / 'service.db'}"
    schema = f"service_{uuid4().hex}"
    engine = sa.create_engine(
        POSTGRESQL.replace("postgresql:", "postgresql+psycopg:", 1), poolclass=sa.NullPool
    )
    with engine.begin() as connection:
        connection.execute(sa.schema.CreateSchema(schema))
    return f"{POSTGRESQL}&options=-csearch_path%3D{schema}"


@contextmanager
def world_of(folder: Path, database: Database = Database.SQLITE, *, resumes: int = 60) -> Iterator[World]:
    """A service with a small corpus."""
    store, clock = Store(address_of(database, folder)), Clock()
    if database is Database.SQLITE:  # what a test wrote need not outlast a power cut
        sa.event.listen(
            store.engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous = OFF")
        )
        store.engine.dispose()
    assert [*demo.load(store, resumes)]
    service = Service(store, Exporter(store, folder / "exports", AtOnce(), clock), clock, ORIGIN)
    yield World(store, service, clock, app_of(service))
    if database is Database.POSTGRESQL:
        with store.engine.begin() as connection:
            own = connection.scalar(sa.text("SELECT current_schema()"))
            connection.execute(sa.schema.DropSchema(own, cascade=True))
    store.engine.dispose()


def one_for_all(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A service whose resumes nobody changes: a fixture for the tests of a file."""
    with world_of(tmp_path_factory.mktemp("shared")) as made:
        yield made


def one_for_each(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """A service of one's own, on each database: a fixture for a test that changes it."""
    with world_of(tmp_path, request.param, resumes=30) as made:
        yield made
