"""How fast lists are: the derived condition against hand-written SQL, on 100,000 resumes, a million blocks and applications.

    python tests/benchmarks/lists.py [--resumes 100000] [--postgresql postgresql://…]

A program, not a test. Ratios within one run, each the least of several.
"""

import argparse
import json
import random
import re
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import attrs
import sqlalchemy as sa
from sqlalchemy.dialects import sqlite

from resume_visibility import (
    FULLY_VERIFIED,
    POLICY_2023_04,
    Action,
    Company,
    Headhunter,
    Part,
    Policy,
    Recruiter,
    Resume,
    Viewer,
    dump_findings,
    dump_resume,
    dump_view,
    is_shown,
    load_resume,
)
from resume_visibility.lists import page_of, views_for
from resume_visibility.lists.deriving import condition_for
from resume_visibility.lists.rows import NO_END, microseconds
from resume_visibility.lists.sql import Database, Tables, tables_for, visible_to
from resume_visibility.model.births import YEAR, latest_birth
from resume_visibility.model.names import folded
from resume_visibility.testing import companies, corpus

EACH, COMPANIES = 10, 300
AT = datetime(2026, 7, 1, tzinfo=UTC)
NOW = microseconds(AT)
ACME = Company(id="co-7", name="英尼科技有限公司", aliases=("英尼",), group="g-1")
VIEWERS = {
    action: Recruiter(id="u-7", company=ACME, signed_in=True, verified=FULLY_VERIFIED, action=action)
    for action in (Action.SEARCH, Action.VIEW)
}


def rows(table: str, resumes: int) -> Iterator[dict[str, Any]]:
    """The rows of one table, the same for the same table."""
    draw = random.Random(table)
    for number in range(resumes):
        resume = f"r-{number}"
        if table == "resumes":
            yield {
                "id": resume,
                "candidate": f"c-{number}",
                "visibility": draw.choice(("public", "chat_only", "headhunters", "private")),
                "name_display": draw.choice(("real", "honorific")),
                "in_community": draw.random() < 0.5,
                "nickname": "honorific",
                "personalised_recommendation": True,
                "resume_permission": draw.random() < 0.95,
                "chat_permission": True,
                "exists": draw.random() < 0.97,
                "born": draw.randrange(1965 * YEAR, 2011 * YEAR),
            }
        for _ in range(EACH) if table in ("blocks", "applications") else ():
            at = NOW - draw.randrange(1, 10**13)
            company = f"co-{draw.randrange(COMPANIES)}"
            if table == "applications":
                yield {
                    "resume": resume,
                    "company": company,
                    "group": None,
                    "mailbox": None,
                    "at": at,
                    "withdrawn": NO_END if draw.random() < 0.95 else at + 1,
                    "carries": draw.random() < 0.5,
                }
            else:
                by_id = draw.random() < 0.7
                yield {
                    "resume": resume,
                    "company": company if by_id else None,
                    "group": "g-1" if draw.random() < 0.002 else None,
                    "keyword": None if by_id else draw.choice(_KEYWORDS),
                    "at": at,
                }


_KEYWORDS = ("英尼", *(f"公司{number}" for number in range(1000)))


def fill(connection: sa.Connection, tables: Tables, metadata: sa.MetaData, resumes: int) -> None:
    """Make the tables anew."""
    metadata.drop_all(connection)
    metadata.create_all(connection)
    for name, table in tables.sources.items():
        portion: list[dict[str, Any]] = []
        for row in rows(name, resumes):
            portion.append(row)
            if len(portion) == 20_000:
                connection.execute(sa.insert(table), portion)  # type: ignore[arg-type]  # a table
                portion = []
        if portion:
            connection.execute(sa.insert(table), portion)  # type: ignore[arg-type]  # a table
    connection.commit()
    connection.execute(sa.text("ANALYZE"))
    connection.commit()


_APPLIED = """company = 'co-7' AND at <= {now} AND withdrawn > {now}"""
_LIFTED = """NOT EXISTS (SELECT 1 FROM applications a WHERE a.resume = b.resume AND a.company = 'co-7'
    AND a.at > b.at AND a.at <= {now} AND a.withdrawn > {now})"""
_OPEN = """resume_permission AND "exists" AND born <= {born}"""
_MODE = """visibility IN ('public', 'chat_only')"""
_APPLICANTS = """id IN (SELECT resume FROM applications a WHERE {applied} AND NOT EXISTS (SELECT 1 FROM blocks b
    WHERE b.resume = a.resume AND b.at >= a.at AND (b.company = 'co-7' OR b."group" = 'g-1' OR b.keyword {pieces})))"""
_ANTI = """NOT EXISTS (SELECT 1 FROM blocks b WHERE b.resume = r.id
    AND (b.company = 'co-7' OR b."group" = 'g-1' OR b.keyword {pieces}) AND {lifted})"""
_THREE = " AND ".join(
    f"NOT EXISTS (SELECT 1 FROM blocks b WHERE b.resume = r.id AND {by} AND {{lifted}})"
    for by in ("b.company = 'co-7'", "b.\"group\" = 'g-1'", "b.keyword {pieces}")
)
_NOT_IN = "id NOT IN ({})".format(
    " UNION ALL ".join(
        f"SELECT resume FROM blocks b WHERE {by} AND {{lifted}}"
        for by in ("b.company = 'co-7'", "b.\"group\" = 'g-1'", "b.keyword {pieces}")
    )
)


def by_hand(database: Database, action: Action) -> dict[str, str]:
    """What an engineer would write, in several ways."""
    names = [folded(name) for name in (ACME.name, *ACME.aliases)]
    pieces = sorted({n[a:b] for n in names for a in range(len(n)) for b in range(a + 1, len(n) + 1)})
    listed = ", ".join(f"'{piece}'" for piece in pieces)
    filled = {
        "now": NOW,
        "born": latest_birth(AT, 16),
        "pieces": f"IN ({listed})" if database is Database.SQLITE else f"= ANY (ARRAY[{listed}])",
    }
    filled |= {"lifted": _LIFTED.format(**filled), "applied": _APPLIED.format(**filled)}
    who = _MODE if action is Action.SEARCH else f"({_MODE} OR {_APPLICANTS})"
    ways = {"NOT EXISTS": _ANTI, "three NOT EXISTS": _THREE, "NOT IN": _NOT_IN}
    return {
        name: f"SELECT id FROM resumes r WHERE {_OPEN} AND {who} AND {way}".format(**filled)
        for name, way in ways.items()
    }


def least(of: Callable[[], object], times: int = 5, clock: Callable[[], float] = time.process_time) -> float:
    """The least time that something takes this process, in seconds.

    Args:
        of: what to do.
        times: how often.
        clock: another, where others work for it, as a database does.
    """
    found = []
    for _ in range(times):
        start = clock()
        of()
        found.append(clock() - start)
    return min(found)


def run(connection: sa.Connection, query: sa.Executable) -> list[str]:
    """The ids that a query gives."""
    return [*connection.execute(query).scalars()]


def asked(connection: sa.Connection, tables: Tables, viewer: Viewer, page: int | None) -> list[str]:
    """The ids that a viewer is shown, from the derivation on."""
    resumes = tables.sources["resumes"]
    derived = sa.select(resumes.c.id).where(visible_to(viewer, tables, at=AT)).order_by(resumes.c.id)
    return run(connection, derived.limit(page))


def compared(connection: sa.Connection, database: Database, tables: Tables) -> None:
    """The derived query against the hand-written ones, for all ids and for the first page of fifty."""
    resumes = tables.sources["resumes"]
    for action, viewer in VIEWERS.items():
        for page in (None, 50):
            derived = sa.select(resumes.c.id).where(visible_to(viewer, tables, at=AT)).order_by(resumes.c.id)
            derived = derived.limit(page) if page else derived
            hand = {
                name: sa.text(f"{query} ORDER BY id" + (f" LIMIT {page}" if page else ""))
                for name, query in by_hand(database, action).items()
            }
            ids = run(connection, derived)
            times = {
                name: least(partial(run, connection, query), clock=time.perf_counter)
                for name, query in hand.items()
            }
            for name, query in hand.items():
                assert run(connection, query) == ids, name
            own = least(partial(run, connection, derived), clock=time.perf_counter)
            with_derivation = least(partial(asked, connection, tables, viewer, page), clock=time.perf_counter)
            best = min(times.values())
            each = ", ".join(f"{name} {value * 1e3:.1f}" for name, value in times.items())
            print(
                f"{database.value:10} {action.value:6} {'page' if page else 'all':4} {len(ids):6} ids: "
                f"derived {own * 1e3:.1f} ms (with derivation {with_derivation * 1e3:.1f}), "
                f"by hand {each}: {own / best:.2f} of the best"
            )


def of_headhunters(connection: sa.Connection, database: Database, tables: Tables) -> None:
    """All ids of a search by a headhunter, from the derivation on, by the number of clients."""
    for few in (1, 20, 100, len(CLIENTS)):
        viewer = attrs.evolve(HUNTER, clients=CLIENTS[:few])
        ids = asked(connection, tables, viewer, None)
        took = least(partial(asked, connection, tables, viewer, None), 3, clock=time.perf_counter)
        print(f"{database.value:10} headhunter with {few:3} clients: {len(ids):6} ids, {took * 1e3:.1f} ms")


def plan(connection: sa.Connection, database: Database, tables: Tables) -> None:
    """How the database goes about the derived query."""
    resumes = tables.sources["resumes"]
    query = sa.select(resumes.c.id).where(visible_to(VIEWERS[Action.SEARCH], tables, at=AT))
    compiled = query.compile(connection, compile_kwargs={"render_postcompile": True})
    word = "EXPLAIN QUERY PLAN" if database is Database.SQLITE else "EXPLAIN (COSTS OFF)"
    for row in connection.exec_driver_sql(f"{word} {compiled}", _parameters(compiled)):
        print("   ", row[-1])


def _parameters(compiled: Any) -> Any:
    values = compiled.params
    return tuple(values[name] for name in compiled.positiontup) if compiled.positiontup else values


CLIENTS = tuple(
    Company(id=f"co-{number}", name=f"第{number}号科技有限公司", aliases=(f"{number}号",))
    for number in range(500)
)


HUNTER = Headhunter(
    id="h-7", agency=ACME, clients=CLIENTS, signed_in=True, verified=FULLY_VERIFIED, action=Action.SEARCH
)


def alone() -> None:
    """What the derivation takes, for a recruiter and for a headhunter with hundreds of clients, and asking one by one."""
    engineer = load_resume((Path(__file__).parents[2] / "examples/data/engineer.json").read_bytes())
    viewer = VIEWERS[Action.VIEW]
    cold = least(lambda: condition_for(viewer, at=AT, policy=Policy("x")), 20)
    kept = least(lambda: [condition_for(viewer, at=AT, policy=POLICY_2023_04) for _ in range(1000)]) / 1000
    clients = least(lambda: condition_for(HUNTER, at=AT))
    one = least(lambda: [is_shown(viewer, engineer, at=AT) for _ in range(1000)]) / 1000
    print(
        f"derivation: {cold * 1e3:.1f} ms cold, {kept * 1e6:.0f} µs kept; with {len(CLIENTS)} clients {clients * 1e3:.1f} ms; "
        f"shown: {one * 1e6:.1f} µs a resume"
    )
    tables = tables_for(sa.MetaData(), Database.SQLITE)
    for few in (0, 20, len(CLIENTS)):
        asking = attrs.evolve(HUNTER, clients=CLIENTS[:few])
        made = least(partial(statement, asking, tables))
        print(f"statement for SQLite, headhunter with {few} clients: {made * 1e3:.1f} ms")


def statement(viewer: Viewer, tables: Tables) -> str:
    """The text of a statement for SQLite."""
    return str(visible_to(viewer, tables, at=AT).compile(dialect=sqlite.dialect()))


ROW = (Part.DISPLAY_NAME, Part.REGION, Part.INTENTION, Part.EDUCATION, Part.LATEST_POSITION)


ASKING = next(one for one in companies() if one.id == "co-retail-20")
"""Of the companies of the corpus, one that is blocked and applied to more often than most."""


COMPOUND = {
    "欧阳",
    "上官",
    "司马",
    "诸葛",
    "夏侯",
    "皇甫",
    "尉迟",
    "公孙",
    "慕容",
    "令狐",
    "东方",
    "司徒",
    "端木",
    "长孙",
    "宇文",
}


def by_hand_at(at: str) -> Callable[[dict[str, Any]], dict[str, Any] | None]:
    """How an engineer would make a row of five parts from the JSON of a resume, with the checks of a search.

    Args:
        at: the instant of the search, as JSON has it.
    """
    names = [folded(name) for name in (ASKING.name, *ASKING.aliases)]

    def row(document: dict[str, Any]) -> dict[str, Any] | None:
        settings, basics = document["settings"], document["basics"]
        profile = basics.get("profile", {})
        if (
            settings.get("visibility") not in ("public", "chat_only")
            or not settings.get("resume_permission")
            or document.get("deleted")
            or document.get("account") == "closed"
            or profile.get("born", "9999") > "2010-06"
        ):
            return None
        blocked = [
            block["at"]
            for block in settings["blocks"]
            if block.get("company") == ASKING.id
            or (ASKING.group and block.get("group") == ASKING.group)
            or ("keyword" in block and any(folded(block["keyword"]) in name for name in names))
        ]
        if blocked:
            sent = [
                one["at"]
                for one in document.get("applications", ())
                if one["company"] == ASKING.id and one["at"] <= at < one.get("withdrawn", "9999")
            ]
            if max(sent, default="") <= max(blocked):
                return None
        name, work = basics.get("name"), document.get("work", ())
        called = None if name is None else name["full"]
        if called and settings.get("name_display") != "real":
            surname = name.get("surname") or (
                "" if called.isascii() else called[: 1 + (called[:2] in COMPOUND)]
            )
            called = surname + {"male": "先生", "female": "女士"}.get(profile.get("gender"), "先生/女士")
        dated = len(work) == 1 or all("period" in one for one in work)
        return {
            "id": document["id"],
            "display_name": called,
            "region": profile.get("residence"),
            "intention": dict(document.get("intention", ())),
            "education": [dict(one) for one in document.get("education", ())],
            "latest_position": work[0].get("position") if work and dated else None,
        }

    return row


CONTACT = re.compile(
    r"1[3-9][0-9]{9}|[\w.+-]+@[\w-]+\.[a-z]+|微信|wechat|(?<![a-z])qq(?![a-z])", re.IGNORECASE
)


def without_details(row: dict[str, Any]) -> dict[str, Any]:
    """A row without the texts in which the pattern matches that an engineer would begin with."""
    for one in (row, row["intention"], *row["education"]):
        for name, value in one.items():
            if isinstance(value, str) and name != "id" and CONTACT.search(value):
                one[name] = None
    return row


def flat(view: Any) -> dict[str, Any]:
    """A row as it is written."""
    written = json.loads(dump_view(view))
    sections = written["sections"]
    return {
        "id": written["id"],
        "display_name": written["display_name"],
        "region": sections.get("region"),
        "intention": sections.get("intention") or {},
        "education": sections.get("education", []),
        "latest_position": sections.get("latest_position"),
    }


def spent(rows: Callable[[list[Resume]], Iterator[object]], unseen: list[Resume]) -> float:
    """How long it takes to make the rows of resumes that nobody was shown, in seconds."""
    return least(lambda: [*rows(unseen)], 1)


def many(number: int) -> None:
    """Rows of many resumes: of a corpus, never shown before, and shown again. The loops by hand make the same rows."""
    resumes = list(corpus(number, seed=3))
    stored = [(dump_resume(one), dump_findings(one)) for one in resumes]
    documents = [json.loads(document) for document, _ in stored]
    viewer = attrs.evolve(VIEWERS[Action.SEARCH], company=ASKING)
    by_hand, rows = by_hand_at("2026-07-01T00:00:00Z"), partial(views_for, viewer, at=AT, parts=ROW)
    made = [row for document in documents if (row := by_hand(document))]
    assert made == [*map(flat, rows(resumes))]
    assert made == [without_details(row) for row in made]
    hand = least(lambda: [by_hand(document) for document in documents])
    searched = least(lambda: [without_details(row) for one in documents if (row := by_hand(one))])
    again = least(lambda: [*rows(resumes)])
    first = min(spent(rows, [*map(attrs.evolve, resumes)]) for _ in range(3))
    kept = min(spent(rows, [load_resume(one, findings=found) for one, found in stored]) for _ in range(3))
    print(
        f"{number} resumes, {len(made)} shown: by hand {hand / number * 1e6:.1f} µs each, {searched / hand:.1f} times that with a pattern "
        f"of contact details; rows of five parts {first / hand:.1f} times at first, {kept / hand:.1f} with stored findings, {again / hand:.1f} again; "
        f"against the loop with the pattern {first / searched:.1f}, {kept / searched:.1f} and {again / searched:.1f}"
    )
    page = least(lambda: page_of(viewer, lambda _: resumes, size=50, at=AT, parts=ROW), 3)
    alone = least(lambda: [is_shown(viewer, load_resume(one), at=AT) for one, _ in stored], 1)
    print(
        f"a page of fifty {page * 1e3:.1f} ms; loading and asking one by one {alone / number * 1e3:.2f} ms each, "
        f"{alone / number * 1e5:.0f} s for 100,000"
    )


def main() -> None:
    """Measure, on SQLite and, where its address is given, on PostgreSQL."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--resumes", type=int, default=100_000)
    parser.add_argument("--postgresql", default="", help="the address of a server to write into")
    asked_for = parser.parse_args()
    alone()
    many(min(10_000, asked_for.resumes))
    urls = {Database.SQLITE: "sqlite://"}
    if asked_for.postgresql:
        urls[Database.POSTGRESQL] = asked_for.postgresql.replace("postgresql://", "postgresql+psycopg://", 1)
    for database, url in urls.items():
        metadata = sa.MetaData()
        tables = tables_for(metadata, database)
        with sa.create_engine(url).connect() as connection:
            fill(connection, tables, metadata, asked_for.resumes)
            compared(connection, database, tables)
            of_headhunters(connection, database, tables)
            plan(connection, database, tables)


if __name__ == "__main__":
    main()
