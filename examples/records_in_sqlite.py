"""Every answer is recorded, and the candidate sees who looked: `python examples/records_in_sqlite.py`.

A view leaves the service only together with its record, in one function. The table holds no value that was shown; rows
can be kept as long as the law asks, and answer for the platform why anybody was shown anything.
"""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    Company,
    Language,
    Owner,
    Recruiter,
    Resume,
    ResumeView,
    Viewer,
    dump_record,
    load_record,
    load_resume,
    notice_of,
    record_of,
    view_for,
)
from resume_visibility.model import Document

DATA = Path(__file__).parent / "data"

SCHEMA = """
CREATE TABLE access (
    document TEXT NOT NULL, -- a resume, or a form, which may have the same id
    id TEXT NOT NULL,
    at TEXT NOT NULL,       -- ISO 8601 in UTC, always with microseconds: text that sorts by time
    granted INTEGER NOT NULL,
    record TEXT NOT NULL    -- JSON
);
CREATE INDEX access_by_document ON access (document, id, at);
"""


def show(store: sqlite3.Connection, viewer: Viewer, resume: Resume, at: datetime) -> ResumeView | None:
    """The only way in which this service shows a resume: what is shown is recorded, and what is refused as well."""
    view = view_for(viewer, resume, at=at)
    record = record_of(viewer, resume, view, at=at)
    row = (
        record.document.value,
        record.document_id,
        record.at.isoformat(timespec="microseconds"),
        record.granted,
        dump_record(record).decode(),
    )
    with store:  # committed before the view is handed on
        store.execute("INSERT INTO access VALUES (?, ?, ?, ?, ?)", row)
    return view


def who_viewed(store: sqlite3.Connection, resume: Resume) -> list[tuple[datetime, str]]:
    """谁看过我: when, and a sentence; of refusals and the candidate's own views there is no notice."""
    of_resume = "SELECT record FROM access WHERE document = ? AND id = ? AND granted ORDER BY at DESC"
    rows = store.execute(of_resume, (Document.RESUME.value, resume.id))
    notices = (notice_of(load_record(record), resume.settings, language=Language.ZH) for (record,) in rows)
    return [(notice.at, notice.text) for notice in notices if notice is not None]


def forget(store: sqlite3.Connection, before: datetime) -> None:
    """Delete what has been kept long enough."""
    with store:
        store.execute("DELETE FROM access WHERE at < ?", (before.isoformat(timespec="microseconds"),))


def a_day(store: sqlite3.Connection) -> None:
    """What became of one resume in a day."""
    store.executescript(SCHEMA)
    resume = load_resume((DATA / "engineer.json").read_bytes())
    acme = Company(id="co-acme-cn", name="艾克美（中国）科技有限公司")
    blocked = Company(id="co-yunshu-sh", name="云枢信息技术（上海）有限公司")
    viewers: tuple[Viewer, ...] = (
        Recruiter(id="u-7", company=acme, signed_in=True, verified=FULLY_VERIFIED, action=Action.SEARCH),
        Recruiter(id="u-7", company=acme, signed_in=True, verified=FULLY_VERIFIED),
        Recruiter(id="u-9", company=blocked, signed_in=True, verified=FULLY_VERIFIED),
        Owner(candidate=resume.candidate),
    )
    morning = datetime(2026, 7, 1, 1, tzinfo=UTC)
    for hour, viewer in enumerate(viewers):
        show(store, viewer, resume, morning + timedelta(hours=hour))
    for at, text in who_viewed(store, resume):
        print(f"{at:%Y-%m-%d %H:%M} UTC  {text}")
    kept, granted = store.execute("SELECT count(*), sum(granted) FROM access").fetchone()
    print(f"{kept} records kept, {granted} of a view")
    forget(store, before=morning + timedelta(days=3 * 365 + 1))
    print(f"{store.execute('SELECT count(*) FROM access').fetchone()[0]} records after three years")


if __name__ == "__main__":
    with closing(sqlite3.connect(":memory:")) as database:
        a_day(database)
