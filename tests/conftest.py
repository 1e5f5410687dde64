"""How the tests run here: the same draws every time, and no deadline."""

from hypothesis import HealthCheck, settings

import pace

# The laws are about whole resumes, which are large and take long to draw: neither is a fault of a test.
LARGE = [HealthCheck.too_slow, HealthCheck.data_too_large]
MANY = {"same": 60, "whole": 200, "anew": 2000}

for name, many in MANY.items():
    settings.register_profile(
        name,
        deadline=None,
        max_examples=many,
        suppress_health_check=LARGE,  # reason: the laws are about whole resumes, which are large
    )
for name in ("same", "whole"):
    settings.register_profile(name, settings.get_profile(name), derandomize=True, database=None)
settings.load_profile(pace.SUITE)
