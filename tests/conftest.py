"""How the tests run here: the same draws every time, and no deadline."""

import gc

from hypothesis import settings

import pace

MANY = {"same": 60, "whole": 200, "anew": 2000}

for name, many in MANY.items():
    settings.register_profile(name, deadline=None, max_examples=many)
for name in ("same", "whole"):
    settings.register_profile(name, settings.get_profile(name), derandomize=True, database=None)
settings.load_profile(pace.SUITE)


def pytest_collection_finish() -> None:
    """What was imported and collected stays to the end: a collector that goes through it again and again takes a quarter of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
