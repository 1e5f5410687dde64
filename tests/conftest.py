"""How Hypothesis runs here: the same draws every time, and no deadline, since machines differ.

`HYPOTHESIS=thorough` draws anew each time, and many more.
"""

import os

from hypothesis import HealthCheck, settings

SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]  # whole resumes are large

settings.register_profile(
    "same", derandomize=True, deadline=None, max_examples=80, database=None, suppress_health_check=SLOW
)
settings.register_profile("thorough", deadline=None, max_examples=2000, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS", "same"))
