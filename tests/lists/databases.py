"""The databases that the tests ask: SQLite always, and PostgreSQL where its address is given."""

import os

import pytest
import sqlalchemy as sa

from resume_visibility.lists.sql import Database

_ADDRESS = "RESUME_VISIBILITY_POSTGRES"

POSTGRESQL = os.environ.get(_ADDRESS, "")
"""The address of a PostgreSQL that the tests may write into, postgresql://…; `.ci/postgres start` prints that of its own."""

NOT_TRIED = f"NOT TRIED ON POSTGRESQL: {_ADDRESS} is not set"
"""Why a test is skipped: said at the end of each run."""

DATABASES = [
    pytest.param(Database.SQLITE, id="sqlite"),
    pytest.param(
        Database.POSTGRESQL,
        id="postgresql",
        marks=pytest.mark.skipif(not POSTGRESQL, reason=NOT_TRIED),
    ),
]


def engine_of(database: Database, **options: object) -> sa.Engine:
    """An engine of its own for one test; what is written in PostgreSQL is in a schema that no other connection sees."""
    sqlite = database is Database.SQLITE
    address = "sqlite://" if sqlite else POSTGRESQL.replace("postgresql://", "postgresql+psycopg://", 1)
    return sa.create_engine(address, **options)
