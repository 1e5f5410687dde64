"""Rows that are half written, or that two write at once: no list shows more for it (BLOCK-1, LAW-8)."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from threading import Thread
from typing import Any
from uuid import uuid4

import attrs
import pytest
import sqlalchemy as sa
from databases import DATABASES, NOT_TRIED, POSTGRESQL, engine_of

from people import ACME, AT, OPEN, recruiter, resume
from resume_visibility import Action, CompanyBlock, is_shown
from resume_visibility.lists.rows import stored
from resume_visibility.lists.sql import Database, Tables, erase, tables_for, visible_to, write
from resume_visibility.model import Application

ASKING = attrs.evolve(recruiter, action=Action.SEARCH)
BLOCKING = resume(
    settings=attrs.evolve(OPEN, blocks=(CompanyBlock(company=ACME.id or "", at=AT),)),
    applications=(Application(company="co-9", at=AT),),
)
"""A resume that is public, of a candidate who blocked who asks."""

Change = Callable[[sa.Connection, Tables], None]


def write_it(connection: sa.Connection, tables: Tables) -> None:
    """Write its rows."""
    write(connection, tables, [stored(BLOCKING)])


def erase_it(connection: sa.Connection, tables: Tables) -> None:
    """Erase its rows."""
    erase(connection, tables, [BLOCKING.id])


class Stopped(Exception):
    """The service was stopped."""


def found(connection: sa.Connection, tables: Tables) -> list[str]:
    """The ids that the blocked company finds."""
    asked = sa.select(tables.sources["resumes"].c.id).where(visible_to(ASKING, tables, at=AT))
    return [*connection.scalars(asked)]


def rows_left(connection: sa.Connection, tables: Tables) -> dict[str, int]:
    """How many rows each table has that has any."""
    counted = {
        name: connection.scalar(sa.select(sa.func.count()).select_from(table)) or 0
        for name, table in tables.sources.items()
    }
    return {name: number for name, number in counted.items() if number}


def each_statement(connection: sa.Connection, before: Callable[[int], None]) -> Callable[[], None]:
    """Do something before each statement of a connection, given its number; what is returned ends that."""
    number = count()

    def about_to_execute(*_: Any) -> None:
        before(next(number))

    sa.event.listen(connection, "before_cursor_execute", about_to_execute)
    return lambda: sa.event.remove(connection, "before_cursor_execute", about_to_execute)


@pytest.mark.parametrize("database", DATABASES)
@pytest.mark.parametrize("change", [write_it, erase_it])
def test_BLOCK_1_rows_that_are_half_written_are_in_no_list(database: Database, change: Change) -> None:
    """BLOCK-1: wherever a connection stops that commits each statement, the blocked company finds nothing."""
    assert not is_shown(ASKING, BLOCKING, at=AT)
    metadata = sa.MetaData()
    tables = tables_for(metadata, database)
    engine = engine_of(database, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        if database is Database.POSTGRESQL:
            connection.execute(sa.text("SET search_path TO pg_temp"))
        metadata.create_all(connection)
        stops = 0
        for last in range(20):
            write_it(connection, tables)

            def stop(number: int, last: int = last) -> None:
                if number == last:
                    raise Stopped

            end = each_statement(connection, stop)
            with suppress(Stopped):
                change(connection, tables)
                stops -= 1
            end()
            stops += 1
            assert found(connection, tables) == []
        assert stops >= 6  # at least once in each table
    engine.dispose()


@contextmanager
def committed() -> Iterator[tuple[sa.Engine, Tables]]:
    """Tables that every connection of an engine sees, in a schema of PostgreSQL that is dropped in the end."""
    metadata = sa.MetaData(schema=f"writers_{uuid4().hex}")
    tables = tables_for(metadata, Database.POSTGRESQL)
    engine = engine_of(Database.POSTGRESQL, poolclass=sa.NullPool)
    with engine.begin() as connection:
        connection.execute(sa.schema.CreateSchema(str(metadata.schema)))
        metadata.create_all(connection)
    try:
        yield engine, tables
    finally:
        with engine.begin() as connection:
            connection.execute(sa.schema.DropSchema(str(metadata.schema), cascade=True))
        engine.dispose()


needs_server = pytest.mark.skipif(not POSTGRESQL, reason=NOT_TRIED)


@needs_server
def test_BLOCK_1_who_erases_leaves_no_resume_without_its_blocks() -> None:
    """BLOCK-1: whenever another transaction writes a resume while it is erased, all of its rows stay, or none."""
    with committed() as (engine, tables):
        whole = {"resumes": 1, "blocks": 1, "applications": 1}
        for moment in range(7):
            with engine.begin() as erasing:

                def meanwhile(number: int, moment: int = moment) -> None:
                    if number == moment:
                        with engine.begin() as writing:
                            write_it(writing, tables)

                end = each_statement(erasing, meanwhile)
                erase_it(erasing, tables)
                end()
            with engine.begin() as connection:
                assert found(connection, tables) == []
                assert rows_left(connection, tables) in (whole, {}), moment
                write_it(connection, tables)
                assert rows_left(connection, tables) == whole
                erase_it(connection, tables)


@needs_server
def test_BLOCK_1_who_erases_many_deletes_no_rows_of_whom_another_writes() -> None:
    """BLOCK-1: of several resumes, one that another transaction wrote early goes whole, and one that it wrote late stays whole."""
    early, late = BLOCKING, attrs.evolve(BLOCKING, id="r-late")
    with committed() as (engine, tables):
        for moment in range(7, 20):
            with engine.begin() as erasing:

                def meanwhile(number: int, moment: int = moment) -> None:
                    if number in (3, moment):
                        with engine.begin() as writing:
                            write(writing, tables, [stored(early if number == 3 else late)])

                end = each_statement(erasing, meanwhile)
                erase(erasing, tables, [early.id, late.id])
                end()
            with engine.begin() as connection:
                left = rows_left(connection, tables)
                assert left in ({"resumes": 1, "blocks": 1, "applications": 1}, {}), moment
                erase(connection, tables, [early.id, late.id])


@needs_server
def test_BLOCK_1_who_erases_waits_for_who_writes() -> None:
    """BLOCK-1: rows that are replaced while somebody waits to erase them are erased whole."""
    with committed() as (engine, tables):
        with engine.begin() as connection:
            write_it(connection, tables)
        with engine.connect() as writing, engine.connect() as erasing, engine.connect() as watching:
            process = erasing.scalar(sa.text("SELECT pg_backend_pid()"))
            erasing.rollback()
            write_it(writing, tables)

            def erase_and_commit() -> None:
                erase_it(erasing, tables)
                erasing.commit()

            other = Thread(target=erase_and_commit)
            other.start()
            waits = sa.text("SELECT count(*) FROM pg_locks WHERE pid = :process AND NOT granted")
            while other.is_alive() and not watching.scalar(waits, {"process": process}):
                watching.rollback()
            writing.commit()
            other.join()
            for table in tables.sources.values():
                assert watching.scalar(sa.select(sa.func.count()).select_from(table)) == 0
