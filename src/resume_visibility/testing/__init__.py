"""For the test suites of services: resumes, forms and viewers that really meet, and the laws to hold one's own code to.

    @given(cases())
    def test_our_endpoint_keeps_the_promise(case):
        check_noninterference(our_endpoint, case)

Needs Hypothesis: the extra `resume-visibility[testing]`. Hypothesis lives here alone.
"""

from .forms import forms
from .laws import (
    ALL_LAWS,
    check_default_deny,
    check_monotone,
    check_noninterference,
    check_one_nothing,
    check_pure,
    check_quiet,
    check_unlinkable,
    check_unreachable,
)
from .questions import Case, cases, form_cases
from .resumes import resumes
from .tightening import tightened
from .viewers import viewers
from .withheld import twin

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
    "check_unlinkable",
    "check_unreachable",
    "form_cases",
    "forms",
    "resumes",
    "tightened",
    "twin",
    "viewers",
]
