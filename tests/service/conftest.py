"""One service for the tests that leave it as it is, and one of its own for each that changes it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import DATABASES
from world import World, world_of


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """A service whose resumes nobody changes."""
    with world_of(tmp_path_factory.mktemp("shared")) as made:
        yield made


@pytest.fixture(params=DATABASES)
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """A service of one's own, on each database."""
    with world_of(tmp_path, request.param, resumes=30) as made:
        yield made
