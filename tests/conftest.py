"""How the tests run here: the same draws every time, and no deadline."""

import gc
import sys
from pathlib import Path

from hypothesis import settings
from hypothesis.internal.conjecture import providers

import pace

MANY = {"same": 60, "whole": 200, "anew": 2000}

for name, many in MANY.items():
    settings.register_profile(name, deadline=None, max_examples=many)
for name in ("same", "whole"):
    settings.register_profile(name, settings.get_profile(name), derandomize=True, database=None)
settings.load_profile(pace.SUITE)
# Hypothesis draws constants from the modules that are imported at the moment: which, depends on the tests that ran before in the
# same process. Without them, a test has the same draws alone, in any order and on any number of cores.
NO_CONSTANTS = providers._local_constants  # no setting turns them off
providers._get_local_constants = lambda: NO_CONSTANTS


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """What only tests import holds no test: to look for examples in its docstrings would import it a second time, by another name."""
    return True if collection_path.is_file() and not collection_path.name.startswith("test_") else None


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: a collector that goes through it again and again takes a quarter of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_sessionfinish() -> None:
    """What was measured is written before a worker hands its results over. A worker that takes ten seconds to end after that is killed, and
    coverage writes when Python ends.
    """
    gc.collect()
    gc.freeze()  # pytest collects once more
    if "coverage" in sys.modules and (measuring := sys.modules["coverage"].Coverage.current()) is not None:
        measuring.stop()
        measuring.save()
