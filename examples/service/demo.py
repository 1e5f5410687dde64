"""STUB. Who may sign in, which companies and recipients there are, and what time it is: all of it is made up.

A platform has its own accounts, company register and clock. Nothing else of this service knows that these are made up.
"""

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from resume_visibility import Company, load_resume, load_viewer
from resume_visibility.model import Headhunter, Mailbox, Recruiter
from resume_visibility.testing import companies, corpus

from .store import Store

HERE = Path(__file__).parent
BEGIN = datetime(2026, 7, 1, 2, tzinfo=UTC)
"""What time it is in the demonstration when its resumes are loaded: a day after everything that its people did."""

PEOPLE = ("engineer", "graduate", "nurse")


@cache
def cast() -> dict[str, Any]:
    """The accounts and recipients, as `demo.json` has them."""
    found: dict[str, Any] = json.loads((HERE / "demo.json").read_text("utf-8"))
    return found


@cache
def directory() -> dict[str, Company]:
    """Every company that the platform knows, by its id."""
    viewers = [load_viewer(role) for account in cast()["accounts"] for role in account["roles"]]
    found = {one.id: one for one in companies()}
    for viewer in viewers:
        match viewer:
            case Recruiter(company=company) | Mailbox(company=company):
                found[company.id] = company
            case Headhunter(agency=agency, clients=clients):
                found |= {one.id: one for one in (agency, *(clients or ()))}
            case _:  # is of no company
                pass
    return {id_: company for id_, company in found.items() if id_ is not None}


def load(store: Store, resumes: int) -> Iterator[int]:
    """Fill an empty database, and yield how many resumes are in; one that is filled stays as it is.

    Args:
        store: to be filled.
        resumes: how many of the corpus, beside those of the people in the examples.
    """
    with store.reading() as connection:
        if connection.scalar(sa.select(store.notes.c.note)) is not None:
            return
    people = (load_resume((HERE.parent / "data" / f"{one}.json").read_bytes()) for one in PEOPLE)
    done = 0
    for written in store.put(chain(people, corpus(resumes)), BEGIN):
        done += written
        yield done
    rows = [
        {"id": one["id"], "names": one["names"], "roles": [json.dumps(role) for role in one["roles"]]}
        for one in cast()["accounts"]
    ]
    with store.writing() as connection:
        connection.execute(sa.delete(store.accounts))
        connection.execute(sa.insert(store.accounts), rows)
        note = {"name": "loaded", "note": datetime.now(UTC).isoformat()}
        connection.execute(sa.insert(store.notes), note)


def clock(store: Store) -> Callable[[], datetime]:
    """The clock of the demonstration: it began at `BEGIN` when the resumes were loaded, and goes on. A platform has the real one.

    Args:
        store: that is loaded.
    """
    with store.reading() as connection:
        began = datetime.fromisoformat(connection.execute(sa.select(store.notes.c.note)).scalar_one())
    return lambda: BEGIN + (datetime.now(UTC) - began)
