"""LAW-6: any viewer and any valid resume give an answer, the same one each time."""

from datetime import UTC, datetime
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from leaks import assert_caught
from resume_visibility import CommunityMember, Resume, Viewer, view_for
from resume_visibility.testing import Case, cases, check_pure, resumes, viewers
from resume_visibility.testing.laws import show


@given(cases())
def test_pure(case: Case[Resume]) -> None:
    """LAW-6: the same answer each time, whatever was asked in between."""
    check_pure(show, case)


@given(viewers(), resumes(), st.datetimes(timezones=st.timezones() | st.just(UTC)))
def test_total(viewer: Viewer, resume: Resume, at: datetime) -> None:
    """LAW-6: no viewer, resume and instant, in whatever time zone, raise anything."""
    seen = view_for(viewer, resume, at=at)
    known_there = resume.community if isinstance(viewer, CommunityMember) else resume
    assert seen is None or (known_there is not None and seen.id == known_there.id)


def test_a_counter_is_caught() -> None:
    """LAW-6 can fail: an answer that depends on how often it was asked gets caught."""
    asked = count()

    def leaky(viewer: Viewer, resume: Resume, at: datetime) -> object:
        return view_for(viewer, resume, at=at), next(asked)

    assert_caught(check_pure, leaky, "the second answer differs")


def test_an_answer_by_identity_is_caught() -> None:
    """LAW-6 can fail: an answer that depends on which of two equal resumes was asked for gets caught."""

    def leaky(viewer: Viewer, resume: Resume, at: datetime) -> object:
        return view_for(viewer, resume, at=at), id(resume)

    assert_caught(check_pure, leaky, "an equal document is answered otherwise")
