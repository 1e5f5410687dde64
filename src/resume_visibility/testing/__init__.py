"""For the test suites of services: made-up resumes, resumes and viewers that really meet, and the laws to hold one's code to.

    @given(cases())
    def test_our_endpoint_keeps_the_promise(case):
        check_noninterference(our_endpoint, case)

All but `corpus`, `companies` and `CORPUS_NOW` needs Hypothesis: the extra `resume-visibility[testing]`. Hypothesis lives
here alone. So the file of each name is imported when the name is first asked for, as those of the package are.
"""

from importlib import import_module
from typing import Any

_HOMES = {
    "form_laws": """
        ALL_FORM_LAWS check_form_default_deny check_form_monotone check_form_noninterference
        check_form_one_nothing check_form_pure check_form_quiet check_form_unreachable form_twin
        tightened_form
    """,
    "forms": "FormCase form_cases form_viewers forms",
    "invented.corpus": "corpus",
    "invented.firms": "companies",
    "invented.moments": "CORPUS_NOW",
    "laws": """
        ALL_LAWS check_default_deny check_monotone check_noninterference check_one_nothing check_pure
        check_quiet check_unlinkable check_unreachable tightened twin
    """,
    "questions": "Case cases",
    "strategies": "resumes viewers",
}
"""Every name of this room, under the module that it is in; type checkers read `__init__.pyi`."""

_HOME_OF = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = sorted(_HOME_OF)


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOME_OF[name]}", __name__), name)
    globals()[name] = value  # so that it is looked for once
    return value


def __dir__() -> list[str]:
    return [*globals(), *__all__]
