"""The pages of those who look at resumes of others: search, inbox, one resume, chat, community, exports."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse

from resume_visibility import (
    Action,
    CommunityMember,
    Part,
    ResumeView,
    cache_control,
    dump_view,
    record_of,
    view_to_dict,
)
from resume_visibility.exports import Format
from resume_visibility.lists import searchable

from .search import Found, Listing, Query, facets, inbox, members, search
from .service import Asked, Form, Who, go, not_shown, page

router = APIRouter()
_ROW = (Part.DISPLAY_NAME, Part.INTENTION, Part.LATEST_POSITION)
"""What a row of the inbox shows, and with more a row of a search."""


def listed(who: Who, listing: Listing, after: str | None, parts: Collection[Part] | None = None) -> Found:
    """One page of a list, once every row of it is on record: with the parts that stand in a row, and no others (NOTICE-1)."""
    found = listing.page(after, parts)
    asked = zip(found.resumes, found.views, strict=True)
    who.service.store.keep(record_of(listing.viewer, resume, view, at=listing.at) for resume, view in asked)
    return found


def searched(who: Who, query: Query, at: datetime) -> Listing:
    """What somebody finds; for whoever has no search there is no such page."""
    viewer = who.to(Action.SEARCH)
    if not searchable(viewer):
        raise not_shown()
    return search(who.service.store, viewer, query, at)


@router.get("/search")
def search_page(request: Request, who: Asked) -> Response:
    """Words, filters, counts, and a page of rows."""
    at, query = who.service.clock(), Query.of(request.query_params)
    listing = searched(who, query, at)
    found = listed(who, listing, request.query_params.get("after"), (*_ROW, Part.REGION, Part.EDUCATION))
    rows = [view_to_dict(view) for view in found.views]
    return page(
        request, who, "search.html", query=query, rows=rows, following=found.following, facets=facets(listing)
    )


@router.get("/api/search")
def search_api(request: Request, who: Asked) -> Response:
    """The same as JSON."""
    listing = searched(who, Query.of(request.query_params), who.service.clock())
    found = listed(who, listing, request.query_params.get("after"))
    body = {
        "views": [view_to_dict(view) for view in found.views],
        "following": found.following,
        "facets": facets(listing),
    }
    return Response(orjson.dumps(body), media_type="application/json")


@router.get("/inbox")
def inbox_page(request: Request, who: Asked) -> Response:
    """Applications to the company, the latest first; or what a recipient, school or agent is given."""
    listing = inbox(who.service.store, who.to(Action.VIEW), who.service.clock())
    if listing is None:
        raise not_shown()
    found = listed(who, listing, request.query_params.get("after"), _ROW)
    sent = [
        datetime.fromtimestamp(-rank / 1e6, who.service.clock().tzinfo) if rank else None
        for rank in found.ranks
    ]
    rows = [(view_to_dict(view), at) for view, at in zip(found.views, sent, strict=True)]
    return page(request, who, "inbox.html", rows=rows, following=found.following)


def one(who: Who, id_: str, action: Action) -> ResumeView:
    """The view of one resume. The community is shown nobody by the id of a resume: that would join the two (LAW-9)."""
    viewer = who.to(action)
    if isinstance(viewer, CommunityMember):
        raise not_shown()
    resume = who.service.found(who.service.store.resume, id_)
    view = who.service.answer(viewer, resume, who.service.clock())
    if view is None:
        raise not_shown()
    return view


def as_json(who: Who, view: ResumeView) -> Response:
    """A view as JSON, which the browser of whoever asked, and nobody else, may keep until it is no longer fresh."""
    kept = {"Cache-Control": cache_control(view, at=who.service.clock()), "Vary": "Cookie"}
    return Response(dump_view(view, dumps=orjson.dumps), media_type="application/json", headers=kept)


@router.get("/resumes/{id_}")
def resume_page(id_: str, request: Request, who: Asked) -> Response:
    """One resume, opened."""
    view = one(who, id_, Action.VIEW)
    return page(request, who, "resume.html", view=view_to_dict(view))


@router.get("/api/resumes/{id_}")
def resume_api(id_: str, who: Asked) -> Response:
    """The same as JSON."""
    return as_json(who, one(who, id_, Action.VIEW))


@router.get("/resumes/{id_}/chat")
def chat_page(id_: str, request: Request, who: Asked) -> Response:
    """The header of a chat. STUB: there are no messages."""
    view = one(who, id_, Action.CHAT)
    return page(request, who, "chat.html", view=view_to_dict(view))


@router.get("/api/resumes/{id_}/chat")
def chat_api(id_: str, who: Asked) -> Response:
    """The same as JSON."""
    return as_json(who, one(who, id_, Action.CHAT))


# --- Community -------------------------------------------------------------------------------------------------------


def member(who: Who, id_: str) -> ResumeView:
    """How somebody appears in the community; it is looked up by the id that they have there, and by no other."""
    viewer = who.to(Action.VIEW)
    if not isinstance(viewer, CommunityMember):
        raise not_shown()
    resume = who.service.found(who.service.store.member, id_)
    view = who.service.answer(viewer, resume, who.service.clock())
    if view is None:
        raise not_shown()
    return view


@router.get("/community")
def community_page(request: Request, who: Asked) -> Response:
    """Who appears in the community."""
    viewer = who.to(Action.VIEW)
    if not isinstance(viewer, CommunityMember):
        raise not_shown()
    listing = members(who.service.store, viewer, who.service.clock())
    found = listed(who, listing, request.query_params.get("after"), (Part.DISPLAY_NAME,))
    rows = [view_to_dict(view) for view in found.views]
    return page(request, who, "community.html", rows=rows, following=found.following)


@router.get("/community/{id_}")
def member_page(id_: str, request: Request, who: Asked) -> Response:
    """The page of one member."""
    view = member(who, id_)
    return page(request, who, "member.html", view=view_to_dict(view))


@router.get("/api/community/{id_}")
def member_api(id_: str, who: Asked) -> Response:
    """The same as JSON."""
    return as_json(who, member(who, id_))


# --- Exports ---------------------------------------------------------------------------------------------------------


@router.post("/exports")
def begin_export(who: Asked, form: Form) -> Response:
    """Begin to export what was found."""
    at, query = who.service.clock(), Query.of(form)
    listing = searched(who, query, at)
    try:
        kind = Format(form.get("kind"))
    except ValueError:
        raise not_shown() from None
    who.service.exporter.begin(who.account or "", listing.viewer, query, kind, at)
    return go("/exports")


def own_exports(who: Who) -> list[Any]:
    """The exports of whoever asks; those of another role of theirs are another company's."""
    viewer = who.to(Action.SEARCH)
    if who.account is None or not searchable(viewer):
        raise not_shown()
    return who.service.exporter.of(who.account, viewer, who.service.clock())


@router.get("/exports")
def exports_page(request: Request, who: Asked) -> Response:
    """The exports, and how far each is."""
    rows = [
        {"id": row.id, "kind": row.kind, "state": row.state, "done": row.done, "total": row.total}
        | {"at": datetime.fromisoformat(row.at), "query": row.query}
        for row in own_exports(who)
    ]
    fragment = request.headers.get("x-fragment") == "1"
    running = any(row["state"] == "running" for row in rows)
    return page(request, who, "_exports.html" if fragment else "exports.html", rows=rows, running=running)


@router.get("/exports/{id_}/file")
def export_file(id_: str, who: Asked) -> Response:
    """The file of an export."""
    for row in own_exports(who):
        path: Path = who.service.exporter.file(row)
        if row.id == id_ and row.state == "done" and path.exists():
            return FileResponse(path, filename=f"resumes.{row.kind}", media_type="application/octet-stream")
    raise not_shown()
