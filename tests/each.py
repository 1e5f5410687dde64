"""One test that goes through many cases, where `pytest.mark.parametrize` would make a test of each."""

import functools
import inspect
from collections.abc import Callable, Iterable
from typing import Any

import pytest


def there_are(cases: Iterable[Any]) -> list[Any]:
    """The cases, of which there is one at least."""
    found = list(cases)
    assert found, "there is no case"
    return found


def each(
    names: str | tuple[str, ...], cases: Iterable[Any] | Callable[[], Iterable[Any]], **_: object
) -> Callable[[Callable[..., None]], Any]:
    """Run a test on every case, and report all that fail, each with the case.

    Thousands of cases of one promise are one test: pytest takes longer to keep the books of a test than to run the case.
    It is written as `pytest.mark.parametrize` is.

    Args:
        names: of the arguments that a case gives.
        cases: a value each, or a tuple where there are several names; or a function that makes them once the test runs: every
            worker imports every module, and runs some of the tests.
    """
    given = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    one = isinstance(names, str) and len(given) == 1
    make = None if isinstance(cases, Iterable) else cases  # the class of an enumeration is both
    kept = there_are(cases) if isinstance(cases, Iterable) else []

    def decorate(test: Callable[..., None]) -> Any:
        @functools.wraps(test)
        def every(**fixtures: Any) -> None:
            failed: list[BaseException] = []
            all_cases = there_are(make()) if make else kept
            for case in all_cases:
                arguments = dict(zip(given, (case,) if one else case, strict=True))
                try:
                    test(**arguments, **fixtures)
                except (Exception, pytest.fail.Exception) as error:
                    error.add_note(f"in the case {arguments!r}")
                    failed.append(error)
            if failed:
                raise BaseExceptionGroup(f"{len(failed)} of {len(all_cases)} cases fail", failed)

        parameters = inspect.signature(test).parameters.values()
        every.__signature__ = inspect.Signature([p for p in parameters if p.name not in given])  # type: ignore[attr-defined]  # pytest reads it
        return every

    return decorate
