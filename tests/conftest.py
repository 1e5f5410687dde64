"""How the tests run here: the same draws every time, no deadline, and no tracer where it would only wait."""

import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

import pace

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]  # whole resumes are large
MANY = {"same": 60, "whole": 200, "anew": 2000}

for name, many in MANY.items():
    settings.register_profile(name, deadline=None, max_examples=many, suppress_health_check=SLOW)
for name in ("same", "whole"):
    settings.register_profile(name, settings.get_profile(name), derandomize=True, database=None)
settings.load_profile(pace.SUITE)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Run a test that is marked as exhaustive without the tracer of coverage.

    Such a test goes the same few ways tens of thousands of times. The other tests go each of them as well, so it
    measures nothing; the tracer would double its time.
    """
    tracer = sys.gettrace() if item.get_closest_marker("exhaustive") else None
    if tracer is None:
        return (yield)
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)
