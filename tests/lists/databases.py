"""The databases that the tests ask: SQLite always, and PostgreSQL where its address is given."""

import os

import pytest
import sqlalchemy as sa

from resume_visibility.lists.sql import Database

_ADDRESS = "RESUME_VISIBILITY_POSTGRES"

POSTGRESQL = os.environ.get(_ADDRESS, "")
"""The address of a PostgreSQL that the tests may write into; `.ci/postgres start` starts one and prints it."""

DATABASES = [
    pytest.param(Database.SQLITE, id="sqlite"),
    pytest.param(
        Database.POSTGRESQL,
        id="postgresql",
        marks=pytest.mark.skipif(not POSTGRESQL, reason=f"NOT TRIED ON POSTGRESQL: {_ADDRESS} is not set"),
    ),
]


def engine_of(database: Database) -> sa.Engine:
    """An engine of its own for one test; what is written in PostgreSQL is in a schema that no other connection sees."""
    return sa.create_engine("sqlite://" if database is Database.SQLITE else POSTGRESQL)
