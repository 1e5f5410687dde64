"""Ways to break the laws, for proving that each law can fail."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis.strategies import SearchStrategy

from resume_visibility.testing import Case, cases

Law = Callable[[Any, Case[Any]], None]


def assert_caught(
    law: Law, leaky: Callable[..., object], why: str, drawn: SearchStrategy[Case[Any]] | None = None
) -> None:
    """The law is broken by some case, of a resume unless cases are given, for that reason."""

    @settings(max_examples=500, phases=[Phase.generate], report_multiple_bugs=False)
    @given(cases() if drawn is None else drawn)
    def hold(case: Case[Any]) -> None:
        law(leaky, case)

    with pytest.raises(AssertionError, match=why):
        hold()
