"""How the tests run here: the same draws every time, no deadline, and no tracer where it would only wait.

`HYPOTHESIS=thorough` draws anew each time, and many more.
"""

import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]  # whole resumes are large

settings.register_profile(
    "same", derandomize=True, deadline=None, max_examples=80, database=None, suppress_health_check=SLOW
)
settings.register_profile("thorough", deadline=None, max_examples=2000, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS", "same"))


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
