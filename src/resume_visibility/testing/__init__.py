"""For the test suites of services: resumes and viewers that really meet, and the laws to hold one's own code to.

    @given(cases())
    def test_our_endpoint_keeps_the_promise(case):
        check_noninterference(our_endpoint, case)

Needs Hypothesis: the extra `resume-visibility[testing]`. Hypothesis lives here alone.
"""

from .form_laws import (
    ALL_FORM_LAWS,
    check_form_default_deny,
    check_form_monotone,
    check_form_noninterference,
    check_form_one_nothing,
    check_form_pure,
    check_form_quiet,
    check_form_unreachable,
    form_twin,
    tightened_form,
)
from .forms import FormCase, form_cases, form_viewers, forms
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
    tightened,
    twin,
)
from .questions import Case, cases
from .strategies import resumes, viewers

__all__ = [
    "ALL_FORM_LAWS",
    "ALL_LAWS",
    "Case",
    "FormCase",
    "cases",
    "check_default_deny",
    "check_form_default_deny",
    "check_form_monotone",
    "check_form_noninterference",
    "check_form_one_nothing",
    "check_form_pure",
    "check_form_quiet",
    "check_form_unreachable",
    "check_monotone",
    "check_noninterference",
    "check_one_nothing",
    "check_pure",
    "check_quiet",
    "check_unlinkable",
    "check_unreachable",
    "form_cases",
    "form_twin",
    "form_viewers",
    "forms",
    "resumes",
    "tightened",
    "tightened_form",
    "twin",
    "viewers",
]
