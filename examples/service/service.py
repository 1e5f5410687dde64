"""What every page needs: who asks, what they are answered, and how a page is made."""

import hashlib
import hmac
import logging
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlencode

import attrs
import jinja2
from fastapi import Depends, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.datastructures import FormData

from resume_visibility import (
    Action,
    CommunityMember,
    Headhunter,
    InvalidResume,
    Language,
    Owner,
    Recruiter,
    Resume,
    ResumeView,
    Viewer,
    Visitor,
    load_viewer,
    record_of,
    view_for,
)

from .effects import kind_of
from .exporting import Exporter
from .store import SESSION, Store
from .words import Words

HERE = Path(__file__).parent
LOG = logging.getLogger(__name__)


@attrs.frozen
class Service:
    """The service: where things are kept, and what time it is.

    Args:
        store: the database.
        exporter: makes files.
        clock: now, aware.
        origin: of its pages, such as https://resumes.example.com.
    """

    store: Store
    exporter: Exporter
    clock: Callable[[], datetime]
    origin: str

    @property
    def secure(self) -> bool:
        """Whether browsers reach it by HTTPS alone."""
        return self.origin.startswith("https://")

    @property
    def cookie(self) -> str:
        """The name of the cookie of a session; with this prefix no other host and no plain page can set it."""
        return "__Host-session" if self.secure else "session"

    def found(self, find: Callable[[str], Resume | None], id_: str) -> Resume | None:
        """A stored resume; None where there is none. One that does not load is as none: that is a fault of the store, which the log says,
        and whoever asks learns nothing of it (LAW-3).

        Args:
            find: the store's way to a resume by this kind of id.
            id_: asked for.
        """
        try:
            return find(id_)
        except InvalidResume as error:
            LOG.error("resume %s does not load: %s", id_, error)
            return None

    def answer(self, viewer: Viewer, resume: Resume | None, at: datetime) -> ResumeView | None:
        """The only way in which this service shows a resume: the record is kept before the view leaves.

        Args:
            viewer: who asks, and what for.
            resume: asked for; None where there is none, which is answered as one that is not shown.
            at: the instant.
        """
        if resume is None:
            return None
        view = view_for(viewer, resume, at=at)
        try:
            self.store.keep([record_of(viewer, resume, view, at=at)])
        except Exception as error:
            if view is not None:
                raise
            # An error of the service would say that there is such a resume (LAW-3).
            LOG.error("the record of a refusal is not kept: %s", type(error).__name__)
        return view


@attrs.frozen(kw_only=True)
class Who:
    """Who sent a request, and to which service.

    Args:
        service: that answers.
        token: of the session; empty where there is none.
        account: that is signed in.
        names: of the account, in Chinese and English.
        roles: in which somebody may act.
        role: in which they act now, by its place.
        language: of the pages.
    """

    service: Service
    token: str = ""
    account: str | None = None
    names: tuple[str, ...] = ()
    roles: tuple[Viewer, ...] = (Visitor(),)
    role: int = 0
    language: Language = Language.ZH

    def to(self, action: Action) -> Viewer:
        """The viewer that they are, who is about to do something."""
        return attrs.evolve(self.roles[self.role], action=action, language=self.language)

    @property
    def csrf(self) -> str:
        """What a form of this session has to carry; it follows from the secret of the session, and does not give it away."""
        return hmac.new(self.token.encode(), b"csrf", hashlib.sha256).hexdigest() if self.token else ""

    @property
    def rooms(self) -> list[str]:
        """The pages that are for somebody in this role. Whether there is anything on them, the policy says."""
        match self.roles[self.role]:
            case Recruiter() | Headhunter():
                return ["/search", "/inbox", "/exports"]
            case Owner():
                return ["/me", "/me/others", "/me/settings", "/me/viewers", "/me/grants", "/me/copy"]
            case CommunityMember():
                return ["/community"]
            case Visitor():
                return []
            case _:
                return ["/inbox"]


def who_asks(request: Request) -> Who:
    """Who sent a request: from the session, and never from anything else that a browser says."""
    service: Service = request.app.state.service
    wanted = request.query_params.get("lang") or request.cookies.get("language")
    language = Language.EN if wanted == "en" else Language.ZH
    token = request.cookies.get(service.cookie, "")
    found = service.store.session(token, service.clock()) if token else None
    if found is None:
        return Who(service=service, language=language)
    roles = found.roles or []
    if found.role not in roles:  # nobody signed in, or the account no longer has the role
        return Who(service=service, token=token, language=language)
    return Who(
        service=service,
        token=token,
        account=found.account,
        names=tuple(found.names or ()),
        roles=tuple(map(_viewer, roles)),
        role=roles.index(found.role),
        language=language,
    )


@lru_cache(maxsize=1024)
def _viewer(document: str) -> Viewer:
    return load_viewer(document)


_FORM = "application/x-www-form-urlencoded"
"""The only kind of form that a page here sends. Another kind names its own encoding, in which half of a character can be written, and
which may be one that fails.
"""


async def posted(request: Request, who: Annotated[Who, Depends(who_asks)]) -> FormData:
    """The form of a request that changes something, once it was sent by a page of this service and of this session."""
    site = request.headers.get("sec-fetch-site", "same-origin")
    origin = request.headers.get("origin", who.service.origin)
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    form = await request.form(max_fields=200) if kind == _FORM else FormData()
    carried = str(form.get("csrf", ""))
    if site != "same-origin" or origin != who.service.origin or not who.token:
        raise HTTPException(403)
    if not hmac.compare_digest(carried.encode(), who.csrf.encode()):
        raise HTTPException(403)
    return form


Asked = Annotated[Who, Depends(who_asks)]
Form = Annotated[FormData, Depends(posted)]

# --- Pages -----------------------------------------------------------------------------------------------------------

_PAGES = jinja2.Environment(
    loader=jinja2.FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


_OTHER_LANGUAGE = {Language.ZH: Language.EN, Language.EN: Language.ZH}


def page(request: Request, who: Who, template: str, *, status: int = 200, **shown: Any) -> HTMLResponse:
    """A page. It is given plain data alone: a view as a dict, and never a resume.

    Args:
        request: to be answered.
        who: sent it.
        template: by its name.
        status: of HTTP.
        shown: what the template shows.
    """
    words = Words(who.language)
    other = _OTHER_LANGUAGE[who.language]
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "lang"]
    html = _PAGES.get_template(template).render(
        t=words,
        who=who,
        roles=[kind_of(one, words) for one in who.roles],
        path=request.scope["path"],  # `request.url` raises where an address is no UTF-8
        switch="?" + urlencode([*kept, ("lang", other.value)]),
        **shown,
    )
    response = HTMLResponse(html, status)
    if "lang" in request.query_params:
        response.set_cookie(
            "language", who.language.value, secure=who.service.secure, httponly=True, samesite="lax"
        )
    return response


def signed_in(service: Service, response: RedirectResponse | HTMLResponse, token: str) -> Response:
    """The same answer, with the cookie of a session."""
    response.set_cookie(
        service.cookie,
        token,
        max_age=int(SESSION.total_seconds()),
        secure=service.secure,
        httponly=True,
        samesite="lax",
    )
    return response


def go(address: str) -> RedirectResponse:
    """The page to see after something was done."""
    return RedirectResponse(address, 303)


def not_shown() -> HTTPException:
    """The one answer for what is not shown and for what is not there (LAW-3)."""
    return HTTPException(404)
