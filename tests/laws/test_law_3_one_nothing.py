"""LAW-3: all the ways in which a resume is not shown look the same."""

from datetime import datetime

from hypothesis import given

from leaks import assert_caught
from resume_visibility import Resume, Viewer, explain, view_for
from resume_visibility.testing import Case, cases, check_one_nothing
from shows import show


@given(cases())
def test_one_nothing(case: Case[Resume]) -> None:
    """LAW-3: every refusal is the same None."""
    check_one_nothing(show, case)


def test_a_refusal_with_a_reason_is_caught() -> None:
    """LAW-3 can fail: code that gives the viewer a reason gets caught."""

    def leaky(viewer: Viewer, resume: Resume, at: datetime) -> object:
        return view_for(viewer, resume, at=at) or explain(viewer, resume, at=at).clauses

    assert_caught(check_one_nothing, leaky, "a refusal differs from another")
