"""LAW-2: no withheld value can be reached from a view."""

from datetime import datetime

from hypothesis import given

from filled import number_of
from leaks import assert_caught
from resume_visibility import Resume, Viewer, view_for
from resume_visibility.testing import Case, cases, check_unreachable
from shows import show


@given(cases())
def test_unreachable(case: Case[Resume]) -> None:
    """LAW-2: not through the object graph, the repr, the JSON or the pickle."""
    check_unreachable(show, case)


def test_a_reference_to_the_resume_is_found() -> None:
    """LAW-2 can fail: a response that keeps the resume, however deep, gets caught."""

    def leaky(viewer: Viewer, resume: Resume, at: datetime) -> object:
        return {"view": view_for(viewer, resume, at=at), "later": [iter((resume,))]}

    assert_caught(check_unreachable, leaky, "can be reached")


def test_a_pickle_that_says_more_is_found() -> None:
    """LAW-2 can fail: text that only the pickle or the repr spells gets caught."""

    def leaky(viewer: Viewer, resume: Resume, at: datetime) -> object:
        return f"<resume of {number_of(resume)}>".encode()

    assert_caught(check_unreachable, leaky, "can be reached")
