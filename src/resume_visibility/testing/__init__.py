"""For the test suites of services: made-up resumes, resumes and viewers that really meet, and the laws to check one's code by.

    @given(cases())
    def test_our_endpoint_keeps_the_promise(case):
        check_noninterference(our_endpoint, case)

Everything except `corpus`, `companies` and `CORPUS_NOW` needs Hypothesis: the extra `resume-visibility[testing]`. Hypothesis is
imported here alone. So the file of each name is imported when the name is first needed, as in the package.
"""

from typing import Any

from ..lazy import entrance

__all__, _find, __dir__ = entrance(__name__, globals())


def __getattr__(name: str) -> Any:
    """Find the name, or say which extra is missing."""
    try:
        return _find(name)
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError("expected the extra resume-visibility[testing]", name=error.name) from None
