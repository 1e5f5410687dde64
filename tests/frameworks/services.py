"""The programs of `examples/frameworks` that answer requests, asked alike whatever they are made with."""

import warnings
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from resume_visibility import Resume, Viewer, cache_control, load_resume, view_for

ENGINEER = load_resume((Path(__file__).parents[2] / "examples" / "data" / "engineer.json").read_bytes())


class Answer(NamedTuple):
    """An answer of a service: all that leaves it."""

    status: int
    headers: dict[str, str]
    body: bytes


class Here:
    """One of the programs, in this process."""

    def __init__(self, name: str) -> None:
        self.name, self.said = name, ""
        self.program: Any = import_module(f"{name}_app")
        match name:
            case "fastapi":
                from fastapi.testclient import TestClient as OfStarlette

                self.client: Any = OfStarlette(self.program.app)
            case "litestar":
                from litestar.testing import TestClient as OfLitestar

                self.client = OfLitestar(self.program.app)
            case _:
                from django.test import Client

                self.client = Client(raise_request_exception=False)

    def put(self, resume: Resume) -> None:
        """Store a resume, of which no page is kept."""
        if self.name == "django":
            from django.core.cache import cache

            cache.clear()
            self.program.StoredResume(id=resume.id, resume=resume).save()
        else:
            self.program.RESUMES[resume.id] = resume

    def stored(self, id_: str) -> Resume:
        """The resume as it is stored."""
        if self.name == "django":
            found: Resume = self.program.StoredResume.objects.get(id=id_).resume
            return found
        kept: Resume = self.program.RESUMES[id_]
        return kept

    def spoil(self, text: str) -> None:
        """Store what is no resume in the place of every resume."""
        with self.program.connection.cursor() as cursor:
            cursor.execute("UPDATE resumes_storedresume SET resume = %s", [text])

    def sign_in(self, session: str, viewer: Viewer) -> None:
        """Let somebody be whom a session stands for."""
        self.program.SESSIONS[session] = viewer

    def set_clock(self, at: datetime | None) -> None:
        """The instant at which everything is asked from now on; none for the real one."""
        self.program.view_for = partial(view_for, at=at)
        said = self.said
        self.program.cache_control = (lambda _: said) if said else partial(cache_control, at=at)

    def cache_pages(self, said: str = "") -> None:
        """Put Django's own cache of pages before the program, which says this of each view, or what the library says."""
        from django.conf import settings
        from django.test import Client

        caches = ("UpdateCacheMiddleware", "FetchFromCacheMiddleware")
        settings.MIDDLEWARE = [f"django.middleware.cache.{name}" for name in caches]
        self.client, self.said = Client(), said

    def ask(self, method: str, path: str, session: str, body: bytes = b"") -> Answer:
        """What a client with that session is answered."""
        self.client.cookies.clear()
        if session:
            self.client.cookies["session"] = session
        sent = ({"data": body} if self.name == "django" else {"content": body}) if body else {}
        answer = getattr(self.client, method)(path, **sent)
        headers = {name.lower(): value for name, value in answer.headers.items()}
        return Answer(answer.status_code, headers, answer.content)

    def document(self) -> dict[str, Any]:
        """The OpenAPI document."""
        path = "/openapi.json" if self.name == "fastapi" else "/schema/openapi.json"
        document: dict[str, Any] = self.client.get(path).json()
        return document


_here: list[Here] = []  # in a process of its own


def _start(name: str) -> None:
    warnings.simplefilter("error")
    _here.append(Here(name))


def _do(what: str, *arguments: Any) -> Any:
    return getattr(_here[0], what)(*arguments)


class Elsewhere:
    """The same, in a process of its own: Django is configured once for a whole process."""

    def __init__(self, name: str, process: ProcessPoolExecutor) -> None:
        self.name = name
        self._process = process

    def __getattr__(self, what: str) -> Any:
        return lambda *arguments: self._process.submit(_do, what, *arguments).result()


Service = Here | Elsewhere


@contextmanager
def running(name: str) -> Iterator[Service]:
    """One of the programs, ready to be asked: `fastapi`, `litestar` or `django`."""
    if name == "django":
        with ProcessPoolExecutor(1, get_context("spawn"), _start, (name,)) as process:
            yield Elsewhere(name, process)
    else:
        service = Here(name)
        with service.client:
            yield service
