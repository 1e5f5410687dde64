"""LAW-5: what no rule names is withheld."""

from contextlib import nullcontext
from datetime import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

import people
from leaks import assert_caught
from pace import examples
from resume_visibility import POLICY_2023_04, CampusForm, Resume, Viewer, Visitor, view_for
from resume_visibility.policy.decisions import Grant
from resume_visibility.policy.table import case_of
from resume_visibility.testing import Case, cases, check_default_deny, form_cases
from shows import show

GRANTED = {
    (entry.facts.document, entry.facts.kind, entry.facts.action)
    for entry in POLICY_2023_04.entries()
    if isinstance(entry.decision, Grant)
}


@given(cases())
def test_default_deny(case: Case[Resume]) -> None:
    """LAW-5: a viewer or an action that no clause names gets nothing."""
    check_default_deny(show, case)


def test_something_for_everybody_is_caught() -> None:
    """LAW-5 can fail: code that shows everybody that there is a resume, if nothing more, gets caught."""

    def leaky(viewer: Viewer, resume: Resume, at: datetime) -> object:
        return view_for(viewer, resume, at=at) or resume.id

    assert_caught(check_default_deny, leaky, "shown, and no clause grants it")


def test_a_visitor_is_named_by_no_clause() -> None:
    """LAW-5: whoever shows a visitor anything, of resumes or of forms, gets caught."""
    for document in (people.resume(), people.form()):
        case: Case[Resume | CampusForm] = Case(
            viewer=Visitor(), document=document, at=people.AT, other=document
        )
        check_default_deny(lambda *_: None, case)
        with pytest.raises(AssertionError, match="no clause grants"):
            check_default_deny(lambda *_: "a hit", case)


@pytest.mark.parametrize("viewer", [people.recruiter, people.headhunter, people.member])
def test_who_is_not_signed_in_is_named_by_no_clause(viewer: Any) -> None:
    """LAW-5: whoever shows anything to somebody who signs in, before that, gets caught."""
    resume = people.resume()
    unknown = attrs.evolve(viewer, signed_in=False)
    case = Case(viewer=unknown, document=resume, at=people.AT, other=resume)
    check_default_deny(lambda *_: None, case)
    with pytest.raises(AssertionError, match="no clause grants"):
        check_default_deny(lambda *_: "a hit", case)
    check_default_deny(lambda *_: "a hit", attrs.evolve(case, viewer=viewer))


@settings(max_examples=examples(300))
@given(cases() | form_cases())
def test_what_no_case_grants_is_caught(case: Case[Any]) -> None:
    """LAW-5: whoever shows a resume or form for an action that no case of the policy grants that kind of viewer, gets caught."""
    facts = case_of(case.viewer, case.document, case.at).facts
    granted = (facts.document, facts.kind, facts.action) in GRANTED and getattr(
        case.viewer, "signed_in", True
    )
    with nullcontext() if granted else pytest.raises(AssertionError, match="no clause grants"):
        check_default_deny(lambda *_: "a hit", case)
