"""The rules of `docs/how-to/caches.md`: a service that breaks one breaks a law, and one that keeps them keeps all laws."""

import asyncio
import contextvars
import re
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import attrs
import httpx
import pytest
from hishel import CacheOptions, SqliteStorage
from hishel.httpx import CacheTransport
from hypothesis import Phase, given, settings
from litestar import Litestar, get
from litestar.testing import TestClient
from view_cache import ViewCache

from pace import examples
from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    Company,
    Owner,
    Recruiter,
    Resume,
    Settings,
    Viewer,
    Visibility,
    cache_control,
    dump_resume,
    dump_view,
    dump_viewer,
    view_for,
)
from resume_visibility.model import Application
from resume_visibility.testing import (
    ALL_LAWS,
    Case,
    cases,
    check_noninterference,
    check_one_nothing,
    check_unreachable,
    form_cases,
)

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "caches.md").read_text(encoding="utf-8")
DAY = timedelta(days=1)
Show = Callable[[Viewer, Resume, datetime], Any]
Law = Callable[[Show, Case[Resume]], None]


def digest(resume: Resume) -> str:
    """A name for one state of a resume."""
    return sha256(dump_resume(attrs.evolve(resume, revision="0"))).hexdigest()


def earlier(viewer: Viewer, resume: Resume, at: datetime) -> Iterator[tuple[Viewer, Resume, datetime]]:
    """What a service was asked before: by the owner, for another action, a day ago, and of the resume as it was then."""
    yield Owner(candidate=resume.candidate), resume, at
    yield attrs.evolve(viewer, action=Action.VIEW), resume, at
    yield viewer, resume, at - DAY
    opened = Settings(visibility=Visibility.PUBLIC, resume_permission=True, chat_permission=True)
    yield viewer, attrs.evolve(resume, settings=opened, deleted=False), at


def ended(case: Case[Resume]) -> Case[Resume]:
    """The same case, asked by a company to which the candidate withdrew an application this morning."""
    acme = Company(id="acme", name="艾克美科技有限公司")
    withdrawn = Application(company="acme", at=case.at - 9 * DAY, withdrawn=case.at - DAY / 2)
    resume = attrs.evolve(
        case.document, applications=(withdrawn,), conversations=(), settings=Settings(resume_permission=True)
    )
    viewer = Recruiter(id="u-1", company=acme, signed_in=True, verified=FULLY_VERIFIED)
    return attrs.evolve(case, document=resume, viewer=viewer)


# --- A cache of views in the service ---------------------------------------------------------------------------------


class WithoutViewer(ViewCache):
    """Gives whoever asks what the first was given."""

    def key(self, viewer: Viewer, resume: Resume) -> str:
        return f"{resume.id} {resume.revision}"


class ByViewersId(ViewCache):
    """Takes a viewer for the same whatever they are about to do."""

    def key(self, viewer: Viewer, resume: Resume) -> str:
        return f"{getattr(viewer, 'id', type(viewer))} {resume.id} {resume.revision}"


class WithoutRevision(ViewCache):
    """Takes a resume for the same whatever the candidate changed."""

    def key(self, viewer: Viewer, resume: Resume) -> str:
        return f"{dump_viewer(viewer)!r} {resume.id}"


class Endless(ViewCache):
    """Takes a view for as good on the next day."""

    def body(self, viewer: Viewer, resume: Resume, at: datetime) -> bytes | None:
        return self._kept.get(self.key(viewer, resume), (at, None))[1] or super().body(viewer, resume, at)


def kept_in(kind: type[ViewCache]) -> Show:
    """A service with such a cache, asked after others were."""

    def show(viewer: Viewer, resume: Resume, at: datetime) -> bytes | None:
        cache = kind()
        for question in (*earlier(viewer, resume, at), (viewer, resume, at)):
            who, asked, when = question
            body = cache.body(who, attrs.evolve(asked, revision=digest(asked)), when)
        return body

    return show


def kept_by_litestar(viewer: Viewer, resume: Resume, at: datetime) -> bytes | None:
    """What a viewer gets of a handler with `cache=True`, which Litestar keeps by its address alone, after the owner."""
    who: Viewer = Owner(candidate=resume.candidate)

    @get("/", cache=True, sync_to_thread=False)
    def page() -> bytes:
        view = view_for(who, resume, at=at)
        return dump_view(view) if view else b""

    with TestClient(Litestar([page], logging_config=None)) as client:
        client.get("/")
        who = viewer
        return client.get("/").content or None


# --- Caches between the service and its viewers, which follow RFC 9111 ------------------------------------------------


def http(
    viewer: Viewer,
    resume: Resume,
    at: datetime,
    shared: bool,
    stale: bool,
    headers_of: Callable[[Any, datetime], dict[str, str]],
) -> Any:
    """What a viewer gets through a cache, after the owner and, a day ago, the viewer got the same address through it."""
    asking = {
        "owner": (Owner(candidate=resume.candidate), at),
        "then": (viewer, at - DAY),
        "now": (viewer, at),
    }
    if shared:
        del asking["then"]
    session = ""

    def service(request: httpx.Request) -> httpx.Response:
        who, when = asking[session]
        view = view_for(who, resume, at=when) if request.url.path == "/resumes/1" else None
        sent = datetime.now(UTC) - (at - when)
        headers = {"Date": format_datetime(sent, usegmt=True), **headers_of(view, when)}
        return httpx.Response(200 if view else 404, headers=headers, content=dump_view(view) if view else b"")

    cache = CacheTransport(
        httpx.MockTransport(service),
        SqliteStorage(connection=sqlite3.connect(":memory:", check_same_thread=False)),
        rfc=CacheOptions(shared=shared, allow_stale=stale),
    )
    with httpx.Client(transport=cache, base_url="http://service.example") as client:
        for session in asking:
            cookie = {"Cookie": f"session={'owner' if session == 'owner' else 'viewer'}"}
            got = client.get("/resumes/1", headers=cookie)
        missing = client.get("/resumes/2", headers=cookie)
    return None if leaving(got) == leaving(missing) else leaving(got)


def leaving(answer: httpx.Response) -> tuple[int, list[tuple[str, str]], bytes]:
    """All of an answer but what says when it was sent."""
    headers = sorted((name, value) for name, value in answer.headers.items() if name not in ("date", "age"))
    return answer.status_code, headers, answer.content


def right(view: Any, at: datetime) -> dict[str, str]:
    """The headers as the page asks for them."""
    return {"Cache-Control": cache_control(view, at=at), "Vary": "Cookie"}


def public(view: Any, at: datetime) -> dict[str, str]:
    """Without a word of who may keep it."""
    return {"Cache-Control": "max-age=7200"} if view else right(view, at)


def without_vary(view: Any, at: datetime) -> dict[str, str]:
    """As if a browser had one user."""
    return {"Cache-Control": cache_control(view, at=at)}


def without_revalidation(view: Any, at: datetime) -> dict[str, str]:
    """As if no cache would ever hand out what is too old."""
    return {**right(view, at), "Cache-Control": cache_control(view, at=at).removesuffix(", must-revalidate")}


def through(
    headers_of: Callable[[Any, datetime], dict[str, str]], *, shared: bool = False, stale: bool = False
) -> Show:
    """A service with such headers, behind a cache that several people share, or that of one browser."""
    return lambda viewer, resume, at: http(viewer, resume, at, shared, stale, headers_of)


# --- What else leaves ------------------------------------------------------------------------------------------------


def tagged(viewer: Viewer, resume: Resume, at: datetime) -> tuple[str, bytes] | None:
    """An ETag of what is stored."""
    view = view_for(viewer, resume, at=at)
    return (digest(resume), dump_view(view)) if view else None


def not_modified(viewer: Viewer, resume: Resume, at: datetime) -> tuple[int, bytes]:
    """A conditional request that is answered before anybody decides: whoever asks sends the ETag of yesterday."""
    return 304, b""


def forbidden(viewer: Viewer, resume: Resume, at: datetime) -> tuple[int, bytes]:
    """403 where there is a resume, and 404 where there is none."""
    view = view_for(viewer, resume, at=at)
    return (200, dump_view(view)) if view else (403, b"")


def logged(line: Callable[[Resume], str]) -> Show:
    """What leaves by the answer, and by the log: nothing where both are as for a resume that does not exist."""

    def show(viewer: Viewer, resume: Resume, at: datetime) -> tuple[bytes | None, str] | None:
        view = view_for(viewer, resume, at=at)
        log = f"GET /resumes/… {line(resume) if view is None else 200}"
        return None if log == "GET /resumes/… 404" else (dump_view(view) if view else None, log)

    return show


# --- Who asks, in a service that answers several at once --------------------------------------------------------------

in_context: contextvars.ContextVar[Viewer] = contextvars.ContextVar("who asks")
for_all: list[Viewer] = []


def at_once(page: Callable[[Viewer, Resume, datetime], Any]) -> Show:
    """What a viewer gets while the owner is answered at the same time."""

    async def both(viewer: Viewer, resume: Resume, at: datetime) -> Any:
        owner = Owner(candidate=resume.candidate)
        return await asyncio.gather(page(viewer, resume, at), page(owner, resume, at))

    return lambda viewer, resume, at: asyncio.run(both(viewer, resume, at))[0]


async def by_argument(viewer: Viewer, resume: Resume, at: datetime) -> Any:
    """Who asks is an argument, and stays so while the service waits for its database."""
    await asyncio.sleep(0)
    return await asyncio.to_thread(view_for, viewer, resume, at=at)


async def by_context(viewer: Viewer, resume: Resume, at: datetime) -> Any:
    """Who asks is kept with the task that answers."""
    in_context.set(viewer)
    await asyncio.sleep(0)
    return view_for(in_context.get(), resume, at=at)


async def by_global(viewer: Viewer, resume: Resume, at: datetime) -> Any:
    """Who asks is kept for all."""
    for_all[:] = [viewer]
    await asyncio.sleep(0)
    return view_for(for_all[0], resume, at=at)


BROKEN: list[tuple[int, Show, Law]] = [
    (1, kept_in(WithoutViewer), check_one_nothing),
    (1, kept_in(ByViewersId), check_one_nothing),
    (1, kept_by_litestar, check_one_nothing),
    (2, kept_in(WithoutRevision), check_one_nothing),
    (3, kept_in(Endless), check_one_nothing),
    (3, through(without_revalidation, stale=True), check_one_nothing),
    (4, through(public, shared=True), check_one_nothing),
    (5, through(without_vary), check_one_nothing),
    (6, tagged, check_noninterference),
    (6, not_modified, check_one_nothing),
    (7, forbidden, check_one_nothing),
    (7, logged(lambda resume: f"404 {resume.basics.contact}, {dump_resume(resume)!r}"), check_unreachable),
    (8, at_once(by_global), check_one_nothing),
]
KEPT: list[tuple[set[int], Show]] = [
    ({1, 2}, kept_in(ViewCache)),
    ({3, 5, 6}, through(right, stale=True)),
    ({4}, through(right, shared=True)),
    ({7}, logged(lambda _: "404")),
    ({8}, at_once(by_argument)),
    ({8}, at_once(by_context)),
]


def rules() -> list[int]:
    """The numbers of the rules of the page."""
    return [int(number) for number in re.findall(r"^### ([0-9]+)\. ", PAGE, flags=re.MULTILINE)]


def test_every_rule_is_broken_and_kept_here() -> None:
    """The page has the rules that are tried here, from 1 on, and no other."""
    assert rules() == [*range(1, len(rules()) + 1)]
    assert {rule for rule, _, _ in BROKEN} == set[int]().union(*(kept for kept, _ in KEPT)) == {*rules()}


@pytest.mark.parametrize(("rule", "show", "law"), BROKEN)
def test_whoever_breaks_a_rule_breaks_a_law(rule: int, show: Show, law: Law) -> None:
    """A service that breaks the rule is found by the law that the page names under it."""
    [said] = re.findall(rf"^### {rule}\. .*?(?=^##|\Z)", PAGE, flags=re.MULTILINE | re.DOTALL)
    assert law.__name__ in said

    @settings(max_examples=500, phases=[Phase.generate])
    @given(cases() | cases().map(ended))
    def hold(case: Case[Resume]) -> None:
        law(show, case)

    with pytest.raises(AssertionError):
        hold()


@pytest.mark.parametrize(("kept", "show"), KEPT)
def test_whoever_keeps_the_rules_keeps_every_law(kept: set[int], show: Show) -> None:
    """The same services with their rules kept break no law."""

    @settings(max_examples=examples(6), phases=[Phase.generate])
    @given(cases() | cases().map(ended))
    def hold(case: Case[Resume]) -> None:
        for law in ALL_LAWS:
            law(show, case)

    hold()


@pytest.mark.parametrize("strategy", [cases, form_cases])
def test_a_cache_that_lives_on_keeps_every_law(strategy: Any) -> None:
    """A cache that keeps the rules may be kept from case to case, as in production: each state has a revision of its own."""
    cache = ViewCache()

    @settings(max_examples=examples(30), phases=[Phase.generate])
    @given(strategy())
    def hold(case: Case[Any]) -> None:
        for law in ALL_LAWS:
            law(cache.body, case)

    hold()
