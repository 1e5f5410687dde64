"""LAW-5: what no rule names is withheld."""

from datetime import datetime

import pytest
from hypothesis import given

import people
from leaks import assert_caught
from resume_visibility import CampusForm, Resume, Viewer, Visitor, view_for
from resume_visibility.testing import Case, cases, check_default_deny
from resume_visibility.testing.laws import show


@given(cases())
def test_default_deny(case: Case[Resume]) -> None:
    """LAW-5: a viewer or an action that no clause names gets nothing."""
    check_default_deny(show, case)


def test_something_for_everybody_is_caught() -> None:
    """LAW-5 can fail: code that tells everybody that there is a resume, if nothing more, gets caught."""

    def leaky(viewer: Viewer, resume: Resume, at: datetime) -> object:
        return view_for(viewer, resume, at=at) or resume.id

    assert_caught(check_default_deny, leaky, "something was shown that no clause grants")


def test_a_visitor_is_named_by_no_clause() -> None:
    """LAW-5: whoever shows a visitor anything, of resumes or of forms, gets caught."""
    for document in (people.resume(), people.form()):
        case: Case[Resume | CampusForm] = Case(
            viewer=Visitor(), document=document, at=people.AT, other=document
        )
        check_default_deny(lambda *_: None, case)
        with pytest.raises(AssertionError, match="no clause grants"):
            check_default_deny(lambda *_: "a hit", case)
