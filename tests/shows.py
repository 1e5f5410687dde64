"""`view_for`, as the laws call what they check."""

from datetime import datetime

from resume_visibility import CampusForm, FormView, Resume, ResumeView, Viewer, view_for


def show(viewer: Viewer, document: Resume | CampusForm, at: datetime) -> ResumeView | FormView | None:
    """The view of a document at an instant."""
    return view_for(viewer, document, at=at)
