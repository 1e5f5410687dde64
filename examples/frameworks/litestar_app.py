"""A resume's page and the candidate's settings with Litestar: `uvicorn --app-dir examples/frameworks litestar_app:app`."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from litestar import Litestar, Request, Response, get, patch
from litestar.openapi import OpenAPIConfig
from litestar.openapi.spec import OpenAPI, OpenAPIMediaType, OpenAPIResponse, Operation, Reference
from litestar.params import FromPath

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
AnyRequest = Request[Any, Any, Any]


def who_asks(request: AnyRequest) -> Viewer:
    """The viewer, from the platform's own session, and never from what a browser says of itself."""
    return SESSIONS.get(request.cookies.get("session", ""), Visitor())


def answer(view: ResumeView | None) -> Response[bytes]:
    """A view as its viewer may have it; None is answered as a resume that does not exist."""
    return Response(
        dump_view(view) if view else b"",
        status_code=200 if view else 404,
        media_type="application/json",
        headers={"Cache-Control": cache_control(view), "Vary": "Cookie"},
    )


@dataclass
class AnswersView(Operation):
    """The operation in the OpenAPI document: its answer is a view, by the library's own schema."""

    def __post_init__(self) -> None:
        view = OpenAPIMediaType(schema=Reference(ref="#/components/schemas/ResumeView"))
        self.responses = {
            "200": OpenAPIResponse(description="A view", content={"application/json": view}),
            "404": OpenAPIResponse(description="Not shown, or there is none"),
        }


class Document(OpenAPI):
    """The OpenAPI document, with the schemas of the library."""

    def to_schema(self) -> dict[str, Any]:
        document = super().to_schema()
        document["components"].setdefault("schemas", {}).update(openapi_components()["components"]["schemas"])
        return document


class WithSchemas(OpenAPIConfig):
    """Makes that document."""

    def to_openapi_schema(self) -> OpenAPI:
        return Document(**vars(super().to_openapi_schema()))


@get("/resumes/{resume_id:str}", operation_class=AnswersView, sync_to_thread=True)
def page(resume_id: FromPath[str], request: AnyRequest) -> Response[bytes]:
    """What whoever asks may see of a resume."""
    resume = RESUMES.get(resume_id)
    return answer(view_for(who_asks(request), resume) if resume else None)


@patch("/resumes/{resume_id:str}/settings", operation_class=AnswersView)
async def settings(resume_id: FromPath[str], request: AnyRequest) -> Response[bytes]:
    """Change some settings by a JSON Merge Patch; only the owner can, and sees the resume as it is then."""
    body = await request.body()  # the last wait: nobody changes the settings between here and the end
    viewer, resume = who_asks(request), RESUMES.get(resume_id)
    if resume is None or not isinstance(viewer, Owner) or viewer.candidate != resume.candidate:
        return answer(None)  # before the body is judged: no error says that there is a resume
    RESUMES[resume_id] = with_settings(resume, patch_settings(resume.settings, body), revision=uuid4().hex)
    return answer(view_for(viewer, RESUMES[resume_id]))


def refused(_: AnyRequest, error: InvalidSettings) -> Response[dict[str, Any]]:
    """Every problem, with its path and what would be right; no value of the body is in it."""
    return Response({"problems": [problem._asdict() for problem in error.problems]}, status_code=422)


app = Litestar(
    [page, settings],
    exception_handlers={
        InvalidSettings: refused
    },  # not InvalidValue: a stored resume is not the viewer's fault
    openapi_config=WithSchemas(title="Resumes", version="1"),
)
