"""How the tests run here: the same draws every time, no deadline, and the tracer of coverage where it measures something."""

import functools
import importlib
import os
import sys
from collections.abc import Callable, Iterator
from typing import Any

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

TRACED_EXAMPLES = 12
"""How many examples of a property the tracer sees. The rest goes the same ways, and `coverage report` would say if not."""


class Measuring:
    """Switches the tracer of coverage on while a test runs, and off for the rest: the tracer more than doubles its time.

    It sees the imports while tests are collected, every test but those marked as exhaustive, and of a property the first
    examples. A process that a test starts is not measured.
    """

    def __init__(self) -> None:
        self.tracer = sys.gettrace()

    @pytest.hookimpl(trylast=True)
    def pytest_collection_finish(self) -> None:
        self.tracer = sys.gettrace()
        if self.tracer is not None:
            sys.settrace(None)
            os.environ.pop("COVERAGE_PROCESS_CONFIG", None)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> Iterator[None]:
        return (yield from self.traced(item))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_call(self, item: pytest.Item) -> Iterator[None]:
        property_ = getattr(getattr(item, "obj", None), "hypothesis", None)
        if property_ is None or self.tracer is None:
            return (yield from self.traced(item))
        test = property_.inner_test
        property_.inner_test = self.first_examples(test)
        try:
            return (yield from self.traced(item))
        finally:
            property_.inner_test = test

    def traced(self, item: pytest.Item) -> Iterator[None]:
        """Go on with the tracer, unless the test is marked as exhaustive."""
        if self.tracer is None or item.get_closest_marker("exhaustive"):
            return (yield)
        sys.settrace(self.tracer)
        try:
            return (yield)
        finally:
            sys.settrace(None)

    def first_examples(self, test: Callable[..., Any]) -> Callable[..., Any]:
        """The same property, without the tracer once it has seen enough examples."""
        seen = 0

        @functools.wraps(test)
        def counted(*args: Any, **kwargs: Any) -> Any:
            nonlocal seen
            seen += 1
            if seen > TRACED_EXAMPLES:
                sys.settrace(None)
            return test(*args, **kwargs)

        return counted


def untraced(function: Callable[..., Any]) -> Callable[..., Any]:
    """The same function, without the tracer while it runs."""

    @functools.wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        tracer = sys.gettrace()
        sys.settrace(None)
        try:
            return function(*args, **kwargs)
        finally:
            sys.settrace(tracer)

    return run


def pytest_configure(config: pytest.Config) -> None:
    """Switch the tracer wherever tests run: in a worker of pytest-xdist, or here if there are none."""
    if hasattr(config, "workerinput") or not config.getoption("numprocesses", None):
        config.pluginmanager.register(Measuring())
        if sys.gettrace() is not None:
            # Every process compiles thousands of characters of patterns, in Python code that is not ours to measure.
            compiler = importlib.import_module("re._compiler")
            compiler.compile = untraced(compiler.compile)  # type: ignore[attr-defined]
