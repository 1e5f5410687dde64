"""Exports: made beside the requests, continued after a crash, and removed when they have been there long enough."""

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_hex
from typing import Any

import attrs
import sqlalchemy as sa

from resume_visibility import Action, InvalidValue, Language, Resume, Viewer, dump_viewer, load_viewer
from resume_visibility.exports import Format, Unloaded, export

from .search import Query, exportable, search
from .store import Store, when

LOG = logging.getLogger(__name__)
KEPT = timedelta(hours=1)
GIVEN_UP = timedelta(days=1)
"""An export that runs for so long has stopped, or cannot be continued: it was begun under another policy."""
_EACH = 20


class Exporter:
    """Makes the files, one after the other.

    Args:
        store: with the table of exports.
        folder: of the files; only this service may read it.
        pool: makes them beside the requests.
        clock: now, aware.
    """

    def __init__(self, store: Store, folder: Path, pool: Executor, clock: Callable[[], datetime]) -> None:
        self._store, self._table, self._folder = store, store.exports, folder
        self._pool, self._clock = pool, clock
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def begin(self, account: str, viewer: Viewer, query: Query, kind: Format, at: datetime) -> str:
        """Put an export on the list, and make it when its turn comes.

        Args:
            account: whose file it is.
            viewer: to whom it goes.
            query: what it is of.
            kind: of file.
            at: the instant at which it was asked for; who asks, and who may be exported, is judged when it is made.
        """
        exporting = attrs.evolve(viewer, action=Action.EXPORT)
        id_ = token_hex(16)
        row = {
            "id": id_,
            "account": account,
            "role": _role(viewer),
            "viewer": dump_viewer(exporting).decode(),
            "query": query.plain(),
            "kind": kind.value,
            "at": when(at),
            "state": "running",
            "done": 0,
            "total": 0,
        }
        with self._store.writing() as connection:
            connection.execute(sa.insert(self._table), row)
        self._pool.submit(self.make, id_)
        return id_

    def carry_on(self) -> None:
        """Go on with what was running when the service was stopped, or killed; what nobody will go on with is removed."""
        self.tidy(self._clock())
        with self._store.reading() as connection:
            ids = [*connection.scalars(sa.select(self._table.c.id).where(self._table.c.state == "running"))]
        for id_ in ids:
            self._pool.submit(self.make, id_)

    def stop(self) -> None:
        """Begin no other; what waits is made when the service is started again."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def of(self, account: str, viewer: Viewer, now: datetime) -> list[sa.Row[Any]]:
        """The exports of an account in one of its roles, the latest first; files that were there long enough are removed.

        Args:
            account: whose they are.
            viewer: in which role.
            now: the instant.
        """
        table = self._table
        self.tidy(now)
        with self._store.reading() as connection:
            asked = sa.select(table).where(table.c.account == account, table.c.role == _role(viewer))
            return [*connection.execute(asked.order_by(table.c.at.desc()).limit(20))]

    def tidy(self, now: datetime) -> None:
        """Remove the files that were there long enough, and what is left of exports that were never finished.

        Args:
            now: the instant.
        """
        table = self._table
        old_enough = table.c.at < when(now - KEPT)
        given_up = sa.and_(table.c.state == "running", table.c.at < when(now - GIVEN_UP))
        with self._store.writing() as connection:
            # A file that is there is whole: the service stopped before it was noted, and nobody would note it any more.
            running = connection.execute(sa.select(table).where(table.c.state == "running", old_enough))
            unnoted = [one.id for one in running if self.file(one).exists()]
            done = sa.and_(sa.or_(table.c.state == "done", table.c.id.in_(unnoted)), old_enough)
            for old, state in ((done, "removed"), (given_up, "failed")):
                for id_ in connection.scalars(sa.select(table.c.id).where(old)):
                    self._remove(id_)
                connection.execute(sa.update(table).where(old).values(state=state))

    def _remove(self, id_: str) -> None:
        """Remove the file, and the journal that holds what it was made of (LAW-2)."""
        for one in self._folder.glob(f"{id_}.*"):
            one.unlink(missing_ok=True)

    def file(self, row: sa.Row[Any]) -> Path:
        """Where the file of an export is."""
        return self._folder / f"{row.id}.{row.kind}"

    def make(self, id_: str) -> None:
        """Make a file, or go on with it: what was written before stays as it was written then, and the rest is judged now.

        Args:
            id_: of the export.
        """
        with self._store.reading() as connection:
            row = connection.execute(sa.select(self._table).where(self._table.c.id == id_)).one()
        if row.role not in map(_role, map(load_viewer, self._store.roles_of(row.account))):
            LOG.warning("export %s is of a role that the account no longer has", id_)
            self._remove(id_)
            self._note(id_, state="failed")
            return
        viewer, at = load_viewer(row.viewer), self._clock()
        searching = attrs.evolve(viewer, action=Action.SEARCH)
        try:
            ids = exportable(search(self._store, searching, Query.of(row.query), at))
            self._note(id_, total=len(ids))
            made = export(
                viewer,
                self._looked_at(id_, ids),
                self.file(row),
                kind=Format(row.kind),
                records=self._store.keep,
                at=at,
                continued=True,
            )
        except InvalidValue as error:  # another process has it, or it was begun under another policy
            LOG.warning("export %s is not made here: %s", id_, error)
            return
        except Exception as error:  # its message may hold what was written
            LOG.error("export %s failed: %s", id_, type(error).__name__)
            self._remove(id_)  # nobody goes on with it
            self._note(id_, state="failed")
            return
        # The number of those in the file: another number would say how many are not in it (LAW-3).
        self._note(id_, state="done", done=made.written, total=made.written)

    def _looked_at(self, id_: str, ids: list[str]) -> Iterator[Resume | Unloaded]:
        for number, one in enumerate(ids):
            if number % _EACH == 0:
                self._note(id_, done=number)
            try:
                resume = self._store.resume(one)
            except InvalidValue as error:
                yield Unloaded(where=one, problems=error.problems)
            else:
                if resume is not None:
                    yield resume

    def _note(self, id_: str, **values: object) -> None:
        with self._store.writing() as connection:
            connection.execute(sa.update(self._table).where(self._table.c.id == id_).values(values))


def _role(viewer: Viewer) -> str:
    """In which role somebody acts, whatever they do and in which language."""
    return dump_viewer(attrs.evolve(viewer, action=Action.EXPORT, language=Language.ZH)).decode()
