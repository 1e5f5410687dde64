"""A service that is killed, at any moment, loses nothing and keeps nothing half."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from datetime import timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest
import sqlalchemy as sa
from world import AT, ENGINEER, AtOnce, World, world_of

from processes import UNMEASURED
from resume_visibility import Resume, load_viewer
from resume_visibility.exports import Format, exporting
from resume_visibility.exports.rows import exported_at
from service import demo
from service.exporting import Exporter
from service.search import Query, exportable, search

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PATH = os.pathsep.join(str(one) for one in (ROOT / "examples", HERE, HERE.parent, HERE.parent / "lists"))


class Never(Executor):
    """Does nothing of what it is given: the service that took it was killed at once."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> "Future[Any]":
        """Do nothing."""
        return Future()


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """A service of one's own."""
    with world_of(tmp_path, resumes=40) as made:
        yield made


def killed(folder: Path, what: str, *numbers: int) -> list[tuple[bool, str]]:
    """What `killed.py` prints: the database at the beginning, and after each attempt."""
    command = [
        sys.executable,
        str(HERE / "killed.py"),
        f"sqlite:///{folder / 'service.db'}",
        str(folder / "exports"),
    ]
    ran = subprocess.run(
        [*command, what, *map(str, numbers)],
        env={**UNMEASURED, "PYTHONPATH": PATH},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr.decode()[-2000:]
    return [(was, digest) for was, digest in map(json.loads, ran.stdout.splitlines())]


def test_a_save_that_is_killed_is_whole_or_not_there(world: World, tmp_path: Path) -> None:
    """Killed before each statement of a save, everything is as it was before; and then it can be saved."""
    (_, before), *attempts, (was_killed, after) = killed(tmp_path, "save")
    assert len(attempts) > 10
    assert {*attempts} == {(True, before)}
    assert (was_killed, after == before) == (False, False)
    saved = world.store.resume(ENGINEER)
    assert saved is not None
    assert saved.strengths == "改过的优势"
    assert world.browser().sign_in("wang", 1).get(f"/resumes/{ENGINEER}").status_code == 404


def test_an_export_that_is_killed_goes_on(world: World, tmp_path: Path) -> None:
    """Killed at its beginning, in its middle, before and after its records are kept, an export holds every resume once, and so do the records."""
    store, role = world.store, demo.cast()["accounts"][0]["roles"][1]
    searching = load_viewer({**role, "action": "search"})
    wanted = exportable(search(store, searching, Query(), AT))
    assert len(wanted) > 10
    exporter = Exporter(store, tmp_path / "exports", Never(), world.clock)
    id_ = exporter.begin("wang", searching, Query(), Format.JSONL, AT)
    many = len(wanted)
    attempts = killed(tmp_path, "export", 1, many // 2, many, many + 1, many + 2, 10_000)
    assert [was for was, _ in attempts] == [False, *([True] * 5), False]
    (row,) = exporter.of("wang", searching, AT)
    assert (row.id, row.state, row.done) == (id_, "done", many)
    lines = map(json.loads, exporter.file(row).read_text(encoding="utf-8").splitlines())
    assert [line["id"] for line in lines] == wanted
    with store.reading() as connection:
        records = map(json.loads, connection.scalars(sa.select(store.records.c.record)))
        exported = [record["document_id"] for record in records if record["action"] == "export"]
    assert sorted(exported) == sorted(wanted)


def test_APPLY_8_an_export_that_goes_on_later_shows_no_number_of_a_withdrawn_application(
    world: World, tmp_path: Path
) -> None:
    """What is not written yet is judged when the service goes on, and not when the export was asked for."""
    searching = load_viewer({**demo.cast()["accounts"][0]["roles"][0], "action": "search"})
    exporter = Exporter(world.store, tmp_path / "exports", Never(), world.clock)
    exporter.begin("wang", searching, Query(), Format.JSONL, AT)
    withdrawn, now = AT + timedelta(minutes=10), AT + timedelta(minutes=20)

    def withdraw(resume: Resume) -> Resume:
        sent = tuple(attrs.evolve(one, withdrawn=withdrawn) for one in resume.applications)
        return attrs.evolve(resume, applications=sent)

    world.store.save(ENGINEER, withdraw, withdrawn)
    world.clock.at = now
    Exporter(world.store, tmp_path / "exports", AtOnce(), world.clock).carry_on()
    (row,) = exporter.of("wang", searching, now)
    rows = map(json.loads, exporter.file(row).read_text(encoding="utf-8").splitlines())
    (engineer,) = (one for one in rows if one["id"] == ENGINEER)
    assert "mobile" in engineer["view"]["withheld"]
    assert engineer["exported_at"] == exported_at(now)


def test_GATE_4_an_export_is_not_made_for_who_is_no_longer_verified(world: World, tmp_path: Path) -> None:
    """Who asked is judged when the file is made, too: of a role that the account no longer has, nothing is made or put on record."""
    role = demo.cast()["accounts"][0]["roles"][1]
    searching = load_viewer({**role, "action": "search"})
    Exporter(world.store, tmp_path / "exports", Never(), world.clock).begin(
        "wang", searching, Query(), Format.JSONL, AT
    )
    accounts = world.store.accounts
    with world.store.writing() as connection:
        unverified = [json.dumps({**role, "verified": ["company"]})]
        connection.execute(sa.update(accounts).where(accounts.c.id == "wang").values(roles=unverified))
    exporter = Exporter(world.store, tmp_path / "exports", AtOnce(), world.clock)
    exporter.carry_on()
    assert [row.state for row in exporter.of("wang", searching, AT)] == ["failed"]
    assert [*(tmp_path / "exports").iterdir()] == []
    with world.store.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(world.store.records)) == 0


def test_nothing_is_left_of_an_export_that_nobody_goes_on_with(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An export that was stopped, and can not be gone on with, is given up after a day, and its journal removed; before, it waits."""
    searching = load_viewer({**demo.cast()["accounts"][0]["roles"][1], "action": "search"})
    exporter = Exporter(world.store, tmp_path / "exports", AtOnce(), world.clock)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(exporting, "write", killed)
        with pytest.raises(KeyboardInterrupt):
            exporter.begin("wang", searching, Query(), Format.JSONL, AT)
    (journal,) = (tmp_path / "exports").iterdir()
    assert journal.name.endswith(".jsonl.part")
    plain = journal.read_bytes()
    journal.write_bytes(
        plain.replace(b'"policy":"2023-04"', b'"policy":"2022-01"')
    )  # it is of another policy
    for later, left in (
        (timedelta(0), [journal]),
        (timedelta(hours=23), [journal]),
        (timedelta(hours=25), []),
    ):
        world.clock.at = AT + later
        exporter.carry_on()
        assert [*(tmp_path / "exports").iterdir()] == left
    assert [row.state for row in exporter.of("wang", searching, world.clock.at)] == ["failed"]
