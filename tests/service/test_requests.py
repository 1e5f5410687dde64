"""Requests that no page of the example service sends: whatever stands in their address, headers and body."""

import asyncio
from typing import Any, NamedTuple
from urllib.parse import quote, unquote, urlencode

import pytest
from fastapi.routing import APIRoute
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from world import BLOCKED_COMPANY, ENGINEER, LATE, NURSE, ORIGIN, World, one_for_all

from pace import examples
from service import mine, recruiting
from service.app import HEADERS
from service.service import Who

shared = pytest.fixture(scope="module")(one_for_all)
some = settings(max_examples=examples(150), derandomize=True, database=None, phases=[Phase.generate])

ROUTES = [*recruiting.router.routes, *mine.router.routes]
METHODS = {one.path: sorted(one.methods or ()) for one in ROUTES if isinstance(one, APIRoute)}
METHODS |= {
    "/": ["GET"],
    "/sign-in": ["POST"],
    "/sign-out": ["POST"],
    "/static/{id_}": ["GET", "HEAD"],
    "/{id_}": ["GET"],
}
POSTED = sorted(path for path, methods in METHODS.items() if "POST" in methods)
ACCOUNTS = [
    ("wang", 0),
    ("wang", 1),
    ("wang", BLOCKED_COMPANY),
    ("qian", 0),
    ("ouyang", 0),
    ("ouyang", 1),
    ("sunrise", 0),
    ("staff", 0),
]
PERSONAL = ["13800138000", "欧阳思远", "oysy_backend"]

ODD = [
    "",
    "\0",
    "../../etc/passwd",
    "%00",
    "a" * 3000,
    "-1",
    "9" * 30,
    "0.r",
    "1.x",
    "²",
    "٣",
    "'",
    '"',
    "\\",
    "\u202e",
    "\r\nX: y",
]
KNOWN = [
    "on",
    "public",
    "private",
    "real",
    "app",
    "csv",
    "xlsx",
    "sunrise-academy",
    "30",
    "0",
    "mobile",
    "wang",
    "co-initech",
    "en",
]
NAMES = [
    "q",
    "city",
    "years",
    "after",
    "lang",
    "kind",
    "company",
    "group",
    "unblock",
    "switches",
    "visibility",
    "notices",
    "revision",
]
NAMES += ["recipient", "days", "part", "place", "account", "role", "csrf"]
HEADS = [
    "If-None-Match",
    "If-Modified-Since",
    "Range",
    "Accept",
    "X-Fragment",
    "X-HTTP-Method-Override",
    "X-Forwarded-Host",
]
HEADS += ["Cookie", "Sec-Fetch-Site", "Origin", "Content-Type", "Content-Length", "Host"]

texts = st.one_of(st.sampled_from(ODD), st.sampled_from(KNOWN), st.text(max_size=20))
ids = st.one_of(st.sampled_from([ENGINEER, NURSE, "m-q41852", "r-none", "style.css"]), texts)
fields = st.lists(st.tuples(st.sampled_from(NAMES), texts), max_size=8)
queries = st.one_of(
    fields.map(lambda some: urlencode(some, errors="replace").encode()), st.binary(max_size=30)
)
values = [
    b"*",
    b"1",
    b"bytes=0-0,1-1",
    b"null",
    b"language=en",
    b"multipart/form-data; boundary=x; charset=idna",
    b"DELETE",
    b"testserver:[",
]
header_values = st.one_of(
    st.sampled_from(values), st.binary(max_size=10).map(lambda one: bytes(set(one) - {*b"\0\r\n"}))
)
headers = st.lists(st.tuples(st.sampled_from(HEADS).map(str.encode), header_values), max_size=3)


class Answer(NamedTuple):
    """What left."""

    status: int
    headers: dict[str, str]
    body: bytes


def answer(world: World, method: str, path: str, query: bytes, heads: Any, body: bytes = b"") -> Answer:
    """The answer to a request, as a server hands it to the application; nothing on the way makes it better."""
    sent: list[Any] = []
    scope = {
        "type": "http",
        "method": method,
        "path": unquote(path),
        "raw_path": path.encode(),
        "root_path": "",
        "scheme": "https",
        "http_version": "1.1",
        "query_string": query,
        "headers": [(name.lower(), value) for name, value in heads],
        "server": ("testserver", 443),
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(world.app(scope, receive, send))
    begun = {name.decode(): value.decode("latin-1") for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], begun, b"".join(one.get("body", b"") for one in sent[1:]))


def signed_in(world: World, account: str, role: int) -> tuple[str, list[tuple[bytes, bytes]]]:
    """The token of the forms of a new session, and the headers that its browser sends."""
    token = world.store.open_session(account, world.store.roles_of(account)[role], LATE)
    sent = {
        "Host": "testserver",
        "Origin": ORIGIN,
        "Sec-Fetch-Site": "same-origin",
        "Cookie": f"__Host-session={token}",
    }
    return Who(service=world.service, token=token).csrf, [
        (name.encode(), value.encode()) for name, value in sent.items()
    ]


@some
@given(st.data())
def test_LAW_6_no_request_makes_the_service_fail(shared: World, data: st.DataObject) -> None:
    """Every request has an answer that is no fault, carries the careful headers, and sets nobody's number or name into a header."""
    csrf, heads = signed_in(shared, *data.draw(st.sampled_from(ACCOUNTS)))
    route = data.draw(st.sampled_from(sorted(METHODS)) | st.sampled_from(POSTED))
    path = route.replace("{id_}", quote(data.draw(ids), safe="", errors="replace"))
    method = data.draw(st.sampled_from([*METHODS[route] * 6, "GET", "HEAD", "OPTIONS", "PUT", "TRACE"]))
    form = [("csrf", csrf), *data.draw(fields)] if data.draw(st.integers(0, 9)) else data.draw(fields)
    heads.append((b"Content-Type", b"application/x-www-form-urlencoded"))
    more = data.draw(headers)
    heads = [*more, *heads] if data.draw(st.booleans()) else [*heads, *more]  # of two alike, the first counts
    body = urlencode(form, errors="replace").encode() if method == "POST" else b""
    found = answer(shared, method, path, data.draw(queries), heads, body)
    assert found.status < 500
    assert {*map(str.lower, HEADERS)} <= {*found.headers}
    assert not any(one in str(found.headers) for one in PERSONAL)


@some
@given(st.data())
def test_LAW_3_no_request_tells_what_is_hidden_from_what_is_missing(
    shared: World, data: st.DataObject
) -> None:
    """Whatever the method, the headers and the rest of the address, a blocked company is answered for both alike, to the last byte."""
    _, heads = signed_in(shared, "wang", BLOCKED_COMPANY)
    folder = data.draw(
        st.sampled_from(
            ["/resumes/", "/api/resumes/", "/community/", "/api/community/", "/exports/", "//resumes/"]
        )
    )
    tail = data.draw(
        st.sampled_from(["", "/chat", "/file", "/", "//", "/..", "%2f", "%00", ".json", ";x", "?x"])
    )
    method = data.draw(st.sampled_from(["GET"] * 6 + ["HEAD", "OPTIONS", "POST", "PUT", "DELETE", "TRACE"]))
    query, more = data.draw(queries), data.draw(headers)
    one, other = (
        answer(shared, method, f"{folder}{id_}{tail}", query, [*heads, *more])
        for id_ in (ENGINEER, "r-20260412-none")
    )
    assert one == other
    assert one.status in (400, 404, 405)
