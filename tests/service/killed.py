"""Does one thing to a service's database again and again, and is killed on the way each time but the last.

    killed.py DATABASE FILES save           at its first statement, at its second … until it comes to its end
    killed.py DATABASE FILES export 1 7 …   when the export has looked at so many resumes

Each time it prints a line of JSON: whether it was killed, and a digest of everything in the database.
"""

import hashlib
import json
import os
import signal
import sqlite3
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import attrs
import sqlalchemy as sa
from world import AT, ENGINEER

from resume_visibility import AccessRecord, Resume, patch_settings
from service.exporting import Exporter
from service.store import Store


class Countdown:
    """Kills this process, as nothing can catch, when it is called so often."""

    def __init__(self, number: int) -> None:
        self.left = number

    def __call__(self, *_: object) -> None:
        """Once more."""
        self.left -= 1
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


def closed(resume: Resume) -> Resume:
    """The same resume, for nobody else, and with another text."""
    settings = patch_settings(resume.settings, {"resume_permission": False})
    return attrs.evolve(resume, settings=settings, strengths="改过的优势")


def save(store: Store, countdown: Countdown) -> None:
    """Save, killed before a statement or before what was written is kept."""
    for moment in ("before_cursor_execute", "commit"):
        sa.event.listen(store.engine, moment, countdown)
    store.save(ENGINEER, closed, AT)


class Watched(Store):
    """A store that counts each resume that is asked for, and each time before and after records are kept."""

    countdown: Countdown

    def resume(self, id_: str) -> Resume | None:
        """As the store has it."""
        self.countdown()
        return super().resume(id_)

    def keep(self, records: Iterable[AccessRecord]) -> None:
        """As the store does."""
        self.countdown()
        super().keep(records)
        self.countdown()


def attempt(database: str, files: str, what: str, number: int) -> bool:
    """Do it in a process of its own; whether that was killed."""
    child = os.fork()
    if child == 0:
        store = Watched(database)
        store.countdown = Countdown(number)
        if what == "save":
            save(store, store.countdown)
        else:
            with ThreadPoolExecutor(1) as pool:
                Exporter(store, Path(files), pool, lambda: AT).carry_on()
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert status in (0, signal.SIGKILL), status
    return status == signal.SIGKILL


def digest(database: str) -> str:
    """Of everything in the database, the tables of the full text too."""
    connection = sqlite3.connect(database.removeprefix("sqlite:///"))
    names = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
    ]
    rows = [sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"'))) for name in names]
    connection.close()
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def main() -> None:
    """The command."""
    database, files, what, *numbers = sys.argv[1:]
    print(json.dumps([False, digest(database)]))
    for number in map(int, numbers) if numbers else count(1):
        killed = attempt(database, files, what, number)
        print(json.dumps([killed, digest(database)]))
        if not killed:
            break


if __name__ == "__main__":
    main()
