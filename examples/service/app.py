"""The application: sign-in, the pages, and what every answer carries."""

import logging
import os
import traceback
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path

import anyio
import attrs
from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from . import mine, recruiting
from .demo import clock
from .exporting import Exporter
from .service import HERE, Asked, Form, Service, go, page, signed_in, who_asks
from .store import Store

LOG = logging.getLogger(__name__)
THREADS = 16
"""As many as the database has connections."""

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}


class Careful:
    """Gives every answer the headers that it lacks, and a fault of the service an answer that says nothing more.

    Args:
        app: that answers.
        secure: whether browsers reach the service by HTTPS alone.
    """

    def __init__(self, app: ASGIApp, secure: bool) -> None:
        self._app = app
        self._headers = {**HEADERS, **({"Strict-Transport-Security": "max-age=31536000"} if secure else {})}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""

        async def careful(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
                begun.append(True)
            await send(message)

        begun: list[bool] = []
        try:
            await self._app(scope, receive, careful)
        except Exception as error:
            # Its message may hold what a candidate wrote, so the log has its kind and its place.
            frames = "".join(traceback.format_tb(error.__traceback__))
            LOG.error("%s\n%s", type(error).__name__, frames)
            if not begun:
                await Response("500", 500)(scope, receive, careful)


def app_of(service: Service) -> FastAPI:
    """The application around a service.

    Args:
        service: whose pages it has.
    """

    @asynccontextmanager
    async def running(_: FastAPI) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        service.exporter.carry_on()
        yield
        service.exporter.stop()

    app = FastAPI(lifespan=running, openapi_url=None, redirect_slashes=False)
    app.state.service = service
    host = service.origin.split("//", 1)[1].rsplit(":", 1)[0]
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=[host])
    app.add_middleware(Careful, secure=service.secure)
    app.mount("/static", StaticFiles(directory=HERE / "static"), name="static")
    app.include_router(recruiting.router)
    app.include_router(mine.router)
    app.add_api_route("/", start, methods=["GET"])
    app.add_api_route("/sign-in", sign_in, methods=["POST"])
    app.add_api_route("/sign-out", sign_out, methods=["POST"])
    app.add_exception_handler(StarletteHTTPException, refused)
    app.add_exception_handler(RequestValidationError, refused)
    return app


def made() -> FastAPI:
    """The application of this process, as its environment says: for uvicorn, which makes one in each of its processes."""
    store = Store(os.environ["SERVICE_DATABASE"])
    now = clock(store)
    exporter = Exporter(store, Path(os.environ["SERVICE_FILES"]), ThreadPoolExecutor(1, "export"), now)
    return app_of(Service(store, exporter, now, os.environ["SERVICE_ORIGIN"]))


def start(request: Request, who: Asked) -> Response:
    """Where somebody signs in, or what is there for them. STUB: whoever comes here may choose who to be."""
    store, token = who.service.store, who.token
    if not token:  # the form of sign-in needs one
        token = store.open_session(None, None, who.service.clock())
    shown = page(request, attrs.evolve(who, token=token), "start.html", accounts=store.people())
    return shown if who.token else signed_in(who.service, shown, token)


def sign_in(who: Asked, form: Form) -> Response:
    """Sign in, or act in another role: by a new session, so that nobody knows its secret from before."""
    store, account, role = who.service.store, str(form.get("account", "")), str(form.get("role", "0"))
    roles = store.roles_of(account) if account in store.people() else []
    if not (roles and role.isascii() and role.isdigit() and len(role) < 3):
        raise HTTPException(404)
    store.close_session(who.token)
    token = store.open_session(
        account, roles[int(role) if int(role) < len(roles) else 0], who.service.clock()
    )
    return signed_in(who.service, forgetting(go("/")), token)


def sign_out(who: Asked, form: Form) -> Response:
    """Sign out: the session ends here, and not only in the browser."""
    who.service.store.close_session(who.token)
    response = forgetting(go("/"))
    response.delete_cookie(who.service.cookie, secure=who.service.secure, httponly=True, samesite="lax")
    return response


def forgetting(response: RedirectResponse) -> RedirectResponse:
    """The same answer, which asks the browser to forget the views that it kept: the next to sign in may be somebody else."""
    response.headers["Clear-Site-Data"] = '"cache"'
    return response


def refused(request: Request, error: Exception) -> Response:
    """The page of an error: the same for whatever is not shown and whatever is not there, with nothing of what was asked."""
    status = error.status_code if isinstance(error, StarletteHTTPException) else 404
    if request.scope["path"].startswith("/api/"):
        return Response(status_code=status)
    return page(request, who_asks(request), "refused.html", status=status, code=status)
