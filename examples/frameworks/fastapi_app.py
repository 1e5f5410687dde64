"""A resume's page and the candidate's settings with FastAPI: `uvicorn --app-dir examples/frameworks fastapi_app:app`."""

from pathlib import Path
from typing import Annotated, Any
from uuid import uuid4

from fastapi import Cookie, Depends, FastAPI, Request
from fastapi.responses import JSONResponse

from resume_visibility import (
    InvalidSettings,
    Owner,
    ResumeView,
    Viewer,
    Visitor,
    cache_control,
    dump_view,
    load_resume,
    load_viewer,
    patch_settings,
    view_for,
    with_settings,
)
from resume_visibility.schemas import openapi_components

DATA = Path(__file__).parents[1] / "data"
RESUMES = {one.id: one for one in [load_resume((DATA / "engineer.json").read_bytes())]}  # your store
SESSIONS: dict[str, Viewer] = {  # your sessions
    name: load_viewer((DATA / "viewers" / f"{name}.json").read_bytes())
    for name in ("owner", "initech-recruiter", "blocked-recruiter")
}


def who_asks(session: Annotated[str, Cookie()] = "") -> Viewer:
    """The viewer, from the platform's own session, and never from what a browser says of itself."""
    return SESSIONS.get(session, Visitor())


class ViewResponse(JSONResponse):
    """A view as its viewer may have it; None is answered as a resume that does not exist."""

    def __init__(self, view: ResumeView | None) -> None:
        headers = {"Cache-Control": cache_control(view), "Vary": "Cookie"}
        super().__init__(view, 200 if view else 404, headers)

    def render(self, content: Any) -> bytes:
        return dump_view(content) if content else b""


class Service(FastAPI):
    """The application, with the schemas of the library in its OpenAPI document."""

    def openapi(self) -> dict[str, Any]:
        document = super().openapi()
        document.setdefault("components", {}).setdefault("schemas", {}).update(
            openapi_components()["components"]["schemas"]
        )
        return document


app = Service(title="Resumes")
A_VIEW: dict[int | str, dict[str, Any]] = {
    200: {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/ResumeView"}}}},
    404: {"description": "Not shown, or there is none"},
}


@app.get("/resumes/{resume_id}", response_class=ViewResponse, status_code=200, responses=A_VIEW)
def page(resume_id: str, viewer: Annotated[Viewer, Depends(who_asks)]) -> ViewResponse:
    """What whoever asks may see of a resume."""
    resume = RESUMES.get(resume_id)
    return ViewResponse(view_for(viewer, resume) if resume else None)


@app.patch("/resumes/{resume_id}/settings", response_class=ViewResponse, status_code=200, responses=A_VIEW)
async def settings(
    resume_id: str, viewer: Annotated[Viewer, Depends(who_asks)], request: Request
) -> ViewResponse:
    """Change some settings by a JSON Merge Patch; only the owner can, and sees the resume as it is then."""
    body = await request.body()  # the last wait: nobody changes the settings between here and the end
    resume = RESUMES.get(resume_id)
    if resume is None or not isinstance(viewer, Owner) or viewer.candidate != resume.candidate:
        return ViewResponse(None)  # before the body is judged: no error says that there is a resume
    RESUMES[resume_id] = with_settings(resume, patch_settings(resume.settings, body), revision=uuid4().hex)
    return ViewResponse(view_for(viewer, RESUMES[resume_id]))


@app.exception_handler(InvalidSettings)  # not InvalidValue: a stored resume is not the viewer's fault
def refused(_: Request, error: InvalidSettings) -> JSONResponse:
    """Every problem, with its path and what would be right; no value of the body is in it."""
    return JSONResponse({"problems": [problem._asdict() for problem in error.problems]}, 422)
