"""How the tests run here: the same draws every time, and no deadline."""

from hypothesis import settings

import pace

MANY = {"same": 60, "whole": 200, "anew": 2000}

for name, many in MANY.items():
    settings.register_profile(name, deadline=None, max_examples=many)
for name in ("same", "whole"):
    settings.register_profile(name, settings.get_profile(name), derandomize=True, database=None)
settings.load_profile(pace.SUITE)
