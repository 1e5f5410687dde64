"""A view says what it was made for: what was made to be viewed is no export (EXPORT-1)."""

from pathlib import Path

import attrs
import pytest
from hypothesis import given

from people import AT, applied, headhunter, owner, recruiter, resume, stranger, with_settings
from resume_visibility import (
    Action,
    CampusForm,
    Resume,
    Viewer,
    ViewRefused,
    Visibility,
    dump_view,
    load_form,
    record_of,
    view_for,
    view_to_dict,
)
from resume_visibility.model import Conversation
from resume_visibility.testing import Case, cases, form_cases

WHOLE = resume(applications=(applied,), conversations=(Conversation(company="acme", since=AT),))
FORM = load_form((Path(__file__).parents[2] / "examples" / "data" / "campus-form.json").read_bytes())
CHAT_ONLY = with_settings(WHOLE, visibility=Visibility.CHAT_ONLY)


@given(cases(), form_cases())
def test_EXPORT_1_a_view_says_what_it_was_made_for(case: Case[Resume], form_case: Case[CampusForm]) -> None:
    """The action asked for is in every view, of a resume or a form, and in its JSON, and is one that the viewer may do."""
    for viewer, view in (
        (case.viewer, view_for(case.viewer, case.document, at=case.at)),
        (form_case.viewer, view_for(form_case.viewer, form_case.document, at=form_case.at)),
    ):
        if view is not None:
            assert view.action is viewer.action
            assert view.action in view.actions
            assert view_to_dict(view)["action"] == viewer.action.value
            assert f"to {view.action.value}, " in repr(view)


@pytest.mark.parametrize("viewer", [recruiter, stranger, headhunter, owner])
def test_EXPORT_1_views_for_different_actions_differ(viewer: Viewer) -> None:
    """A view made to be viewed is another than that of an export, also where both show the same, and is written otherwise."""
    seen = view_for(viewer, WHOLE, at=AT)
    copied = view_for(attrs.evolve(viewer, action=Action.EXPORT), WHOLE, at=AT)
    assert seen is not None
    assert copied is not None
    assert (seen.sections, seen.contact) == (copied.sections, copied.contact)
    assert seen != copied
    assert dump_view(seen) != dump_view(copied)


@pytest.mark.parametrize("viewer", [stranger, headhunter])
def test_MODE_2_a_resume_that_may_be_viewed_has_no_view_for_an_export(viewer: Viewer) -> None:
    """Under 仅在线沟通 there is a view to be viewed, none to be exported, and no record of an export of the first."""
    copying = attrs.evolve(viewer, action=Action.EXPORT)
    seen = view_for(viewer, CHAT_ONLY, at=AT)
    assert seen is not None
    assert Action.EXPORT not in seen.actions
    assert view_for(copying, CHAT_ONLY, at=AT) is None
    with pytest.raises(ViewRefused, match="the resume is not shown to this viewer, but a view was given"):
        record_of(copying, CHAT_ONLY, seen, at=AT)


@pytest.mark.parametrize("action", Action)
def test_EXPORT_1_no_view_is_recorded_as_of_another_action(action: Action) -> None:
    """The record of an action takes the view that was made for it, and of no other action."""
    asking = attrs.evolve(recruiter, action=action)
    for other in Action:
        view = view_for(attrs.evolve(recruiter, action=other), WHOLE, at=AT)
        assert view is not None
        if other is action:
            assert record_of(asking, WHOLE, view, at=AT).action is action
        else:
            with pytest.raises(ViewRefused, match="this answer is not recorded"):
                record_of(asking, WHOLE, view, at=AT)
