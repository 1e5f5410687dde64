"""What type checkers see of this room; `__init__.py` finds each name at run time."""

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
from .invented.corpus import corpus
from .invented.firms import companies
from .invented.moments import CORPUS_NOW
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
    "CORPUS_NOW",
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
    "companies",
    "corpus",
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
