"""The type of what goes in decides the type of what comes out. Checked by mypy, never run."""

from typing import assert_type

from resume_visibility import (
    CampusForm,
    FormView,
    Owner,
    Resume,
    ResumeView,
    School,
    Viewer,
    dump_view,
    explain,
    load_form,
    view_for,
    view_to_dict,
)
from resume_visibility.policy import Explanation


def overloads(viewer: Viewer, resume: Resume, form: CampusForm, either: Resume | CampusForm) -> None:
    assert_type(view_for(viewer, resume), ResumeView | None)
    assert_type(view_for(viewer, form), FormView | None)
    assert_type(view_for(viewer, either), ResumeView | FormView | None)
    assert_type(explain(viewer, resume), Explanation)
    assert_type(explain(viewer, form), Explanation)
    assert_type(load_form(b""), CampusForm)
    assert_type(view_for(School(id="s"), form), FormView | None)


def dumped(view: ResumeView | FormView) -> None:
    assert_type(dump_view(view), bytes)
    view_to_dict(view)


def misuse(owner: Owner, form: CampusForm, view: FormView, resume_view: ResumeView) -> None:
    view_for(owner, view)  # type: ignore[call-overload]
    view_for(owner, resume_view)  # type: ignore[call-overload]
    view_for(form, owner)  # type: ignore[call-overload]
    explain(owner, view)  # type: ignore[arg-type]
    view.sections = view.sections  # type: ignore[misc]
    view.sections.work  # type: ignore[attr-defined]  # noqa: B018
    FormView()  # type: ignore[call-arg]
