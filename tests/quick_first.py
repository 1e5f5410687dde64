"""For `mutants.py`, a plugin of pytest: quick tests run first, and a test that fails or does not come to its end ends the run.

It is copied beside the mutated source, so that it is the same whichever checkout's tests are run. How long each test took
where nothing was mutated lies in the file that `SECONDS_OF_TESTS` names; where there is none yet, it is written.
"""

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import Phase, settings

KEPT = Path(os.environ.get("SECONDS_OF_TESTS", os.devnull))
SECONDS: dict[str, float] = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.is_file() else {}
MEASURED: dict[str, float] = {}
PATIENCE = 60
"""How many seconds of the processor a test may take beyond twenty times what it took: a busy machine is no failure."""


def pytest_configure() -> None:
    """What breaks a property is enough: no smaller example of it, and no other."""
    unshrunk = (Phase.explicit, Phase.reuse, Phase.generate)
    settings.register_profile("unshrunk", settings(), phases=unshrunk, report_multiple_bugs=False)
    settings.load_profile("unshrunk")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Quick ones first, and those that are as quick in the order in which they stand."""
    items.sort(key=lambda item: round(SECONDS.get(item.nodeid, 0.0), 2))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """A mutant may never end: no answer is a failure."""
    if not SECONDS:
        return (yield)
    signal.signal(signal.SIGPROF, lambda *_: os._exit(1))
    signal.setitimer(signal.ITIMER_PROF, PATIENCE + 20 * SECONDS.get(item.nodeid, 0.0))
    try:
        return (yield)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Keep how long it took, with what was set up for it."""
    MEASURED[report.nodeid] = MEASURED.get(report.nodeid, 0.0) + report.duration


def pytest_sessionfinish() -> None:
    """Write it, unless it was known."""
    if not SECONDS:
        KEPT.write_text(json.dumps(MEASURED), encoding="utf-8")
