"""Ways to break the laws, for proving that each law can fail."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from resume_visibility import Resume, Viewer
from resume_visibility.testing import Case, cases

Show = Callable[[Viewer, Resume, datetime], Any]


def assert_caught(law: Callable[[Any, Case], None], leaky: Show, why: str) -> None:
    """The law is broken by some case, for that reason."""

    @settings(max_examples=500, phases=[Phase.generate], report_multiple_bugs=False)
    @given(cases())
    def hold(case: Case) -> None:
        law(leaky, case)

    with pytest.raises(AssertionError, match=why):
        hold()
