"""For the test suites of services: made-up resumes, resumes and viewers that really meet, and the laws to check one's code by.

    @given(cases())
    def test_our_endpoint_keeps_the_promise(case):
        check_noninterference(our_endpoint, case)

Everything except `corpus`, `companies` and `CORPUS_NOW` needs Hypothesis: the extra `resume-visibility[testing]`. Hypothesis is
imported here alone. So the file of each name is imported when the name is first needed, as in the package.
"""

from typing import Any

from ..lazy import entrance

__all__, _find, _names = entrance(__name__, globals())
_NEED_NOTHING = {"CORPUS_NOW", "companies", "corpus"}


def __getattr__(name: str) -> Any:
    """Find the name, or say which extra is missing."""
    try:
        return _find(name)
    except ModuleNotFoundError as error:
        # Of an AttributeError, `from ... import` would say nothing.
        raise ModuleNotFoundError("expected the extra resume-visibility[testing]", name=error.name) from None


def __dir__() -> list[str]:
    """List what can be found: `help` and `inspect.getmembers` ask for every name that is listed."""
    from importlib.util import find_spec  # which an editor would offer, too

    missing = set() if find_spec("hypothesis") else {*__all__} - _NEED_NOTHING
    return [name for name in _names() if name not in missing]
