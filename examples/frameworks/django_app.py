"""A model of resumes, their page and the candidate's settings with Django: `python examples/frameworks/django_app.py`."""

import logging
from pathlib import Path
from uuid import uuid4

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection, models, transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_http_methods

from resume_visibility import (
    InvalidResume,
    InvalidSettings,
    Owner,
    Resume,
    ResumeView,
    Viewer,
    Visitor,
    cache_control,
    dump_resume,
    dump_view,
    load_resume,
    load_viewer,
    patch_settings,
    view_for,
    with_settings,
)

LOG = logging.getLogger(__name__)
DATA = Path(__file__).parents[1] / "data"
SESSIONS: dict[str, Viewer] = {  # your sessions
    name: load_viewer((DATA / "viewers" / f"{name}.json").read_bytes())
    for name in ("owner", "initech-recruiter", "blocked-recruiter")
}
settings.configure(  # your project has these
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["127.0.0.1", "testserver"],
    DATABASES={
        "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "file:resumes?mode=memory&cache=shared"}
    },
)
django.setup()


class ResumeField(models.Field):
    """A column of JSON that is a `Resume` in Python; no form and no admin page edits it."""

    def get_internal_type(self) -> str:
        return "TextField"

    def from_db_value(self, value: str, *_: object) -> Resume:
        return load_resume(value)

    def get_prep_value(self, value: Resume) -> str:
        return dump_resume(value).decode()


class StoredResume(models.Model):
    """A row for each resume."""

    id = models.CharField(primary_key=True, max_length=128)
    resume = ResumeField(editable=False)

    class Meta:
        app_label = "resumes"


def who_asks(request: HttpRequest) -> Viewer:
    """The viewer, from the platform's own session, and never from what a browser says of itself."""
    return SESSIONS.get(request.COOKIES.get("session", ""), Visitor())


def found(rows: "models.QuerySet[StoredResume]", resume_id: str) -> StoredResume | None:
    """A stored resume; None where there is none. One that does not load is as none: an answer of its own would say that there is one."""
    try:
        row: StoredResume | None = rows.filter(id=resume_id).first()
    except InvalidResume as error:  # it holds no value of what is stored
        LOG.error("resume %s: %s", resume_id, error)
        return None
    return row


def answer(view: ResumeView | None) -> HttpResponse:
    """A view as its viewer may have it; None is answered as a resume that does not exist."""
    return HttpResponse(
        dump_view(view) if view else b"",
        content_type="application/json",
        status=200 if view else 404,
        headers={"Cache-Control": cache_control(view), "Vary": "Cookie"},
    )


@require_http_methods(["GET"])
def page(request: HttpRequest, resume_id: str) -> HttpResponse:
    """What whoever asks may see of a resume."""
    row = found(StoredResume.objects.all(), resume_id)
    return answer(view_for(who_asks(request), row.resume) if row else None)


@require_http_methods(["PATCH"])
@transaction.atomic
def change(request: HttpRequest, resume_id: str) -> HttpResponse:
    """Change some settings by a JSON Merge Patch; only the owner can, and sees the resume as it is then."""
    row = found(StoredResume.objects.select_for_update(), resume_id)
    viewer = who_asks(request)
    if row is None or not isinstance(viewer, Owner) or viewer.candidate != row.resume.candidate:
        return answer(None)  # before the body is judged: no error says that there is a resume
    try:
        chosen = patch_settings(row.resume.settings, request.body)
        row.resume = with_settings(row.resume, chosen, revision=uuid4().hex)
    except InvalidSettings as error:  # every problem with its path; no value of the body is in it
        return JsonResponse({"problems": [problem._asdict() for problem in error.problems]}, status=422)
    row.save()
    return answer(view_for(viewer, row.resume))


urlpatterns = [path("resumes/<str:resume_id>", page), path("resumes/<str:resume_id>/settings", change)]

with connection.schema_editor() as schema:  # your project has migrations
    schema.create_model(StoredResume)
StoredResume(id="r-20260412-7f3a", resume=load_resume((DATA / "engineer.json").read_bytes())).save()

if __name__ == "__main__":
    call_command("runserver", "127.0.0.1:8000", use_reloader=False)
