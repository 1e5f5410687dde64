"""For the test suites of services: resumes and viewers that really meet, and the laws to hold one's own code to.

    @given(cases())
    def test_our_endpoint_keeps_the_promise(case):
        check_noninterference(our_endpoint, case)

Needs Hypothesis: the extra `resume-visibility[testing]`. Hypothesis lives here alone.
"""

from .laws import (
    ALL_LAWS,
    check_default_deny,
    check_monotone,
    check_noninterference,
    check_one_nothing,
    check_pure,
    check_quiet,
    check_unreachable,
    tightened,
    twin,
)
from .strategies import Case, cases, resumes, viewers

__all__ = [
    "ALL_LAWS",
    "Case",
    "cases",
    "check_default_deny",
    "check_monotone",
    "check_noninterference",
    "check_one_nothing",
    "check_pure",
    "check_quiet",
    "check_unreachable",
    "resumes",
    "tightened",
    "twin",
    "viewers",
]
