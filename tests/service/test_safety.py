"""What a security reviewer asks of the example service's pages."""

import asyncio
import os
import re
import stat
import sys
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Any

import attrs
import pytest
import sqlalchemy as sa
import uvicorn
from databases import DATABASES
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from world import AT, BLOCKED_COMPANY, ENGINEER, ORIGIN, Browser, World, one_for_all, one_for_each

from resume_visibility import Resume, load_record
from resume_visibility.model import Work
from service import mine, recruiting
from service.__main__ import main
from service.app import app_of

shared = pytest.fixture(scope="module")(one_for_all)
world = pytest.fixture(params=DATABASES)(one_for_each)

ROUTES = [*recruiting.router.routes, *mine.router.routes]
POSTS = ["/sign-in", "/sign-out"]
POSTS += sorted(one.path for one in ROUTES if isinstance(one, APIRoute) and "POST" in (one.methods or ()))
PAGES = [
    "/",
    "/search",
    "/inbox",
    "/exports",
    f"/resumes/{ENGINEER}",
    f"/resumes/{ENGINEER}/chat",
    "/missing",
]
MINE = ["/me", "/me/others", "/me/settings", "/me/viewers", "/me/grants", "/me/copy"]


def test_every_form_is_listed() -> None:
    """The forms that the next tests go through are all there are."""
    assert POSTS == [
        "/sign-in",
        "/sign-out",
        "/exports",
        "/me/grants",
        "/me/grants/withdraw",
        "/me/settings",
        "/me/settings/preview",
    ]


def test_no_form_is_taken_from_elsewhere(shared: World) -> None:
    """Without the token, with that of another session, or from another site, nothing that changes anything is done."""
    other = shared.browser().csrf()
    for account in ("wang", "ouyang"):
        browser = shared.browser().sign_in(account)
        own = browser.csrf()
        for path in POSTS:
            forms = [{}, {"csrf": ""}, {"csrf": other}, {"csrf": "é"}]
            assert {browser.client.post(path, data=form).status_code for form in forms} == {403}, path
            for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}):
                answer = browser.client.post(path, data={"csrf": own}, headers=headers)
                assert answer.status_code == 403, path
        assert browser.csrf() == own


@pytest.mark.parametrize(
    "kind",
    [
        *(f"multipart/form-data; boundary=x; charset={one}" for one in ("utf-8", "unicode_escape", "idna")),
        *(
            "multipart/form-data; boundary=x; charset*=undefined",
            'multipart/form-data; boundary=x; charset="a\0b"',
        ),
        "multipart/form-data",
        "application/json",
    ],
)
def test_LAW_6_a_form_of_another_kind_is_not_read(shared: World, kind: str) -> None:
    """A form that says how it is encoded, which may be an encoding that fails, or one in which half of a character is written."""
    for account in ("wang", "ouyang"):
        browser = shared.browser().sign_in(account)
        fields = {"csrf": browser.csrf(), "kind": "csv", "q": "\\ud800", "company": ".." * 40, "days": "1"}
        part = '--x\r\nContent-Disposition: form-data; name="{}"\r\n\r\n{}\r\n'
        form = "".join(part.format(*field) for field in fields.items()) + "--x--\r\n"
        for path in POSTS:
            answer = browser.client.post(path, content=form, headers={"Content-Type": kind})
            assert answer.status_code == 403, path
        rooms = {browser.get(path).status_code for path in ("/", "/exports", *MINE)}
        assert rooms == {200, 404}


def test_nobody_without_a_session_sends_a_form(shared: World) -> None:
    """A browser without a cookie cannot guess a token: there is none for it."""
    client = TestClient(shared.app, base_url=ORIGIN)
    assert client.post("/sign-in", data={"csrf": "", "account": "wang"}).status_code == 403


def test_the_cookie_is_for_the_server_alone(shared: World) -> None:
    """No script reads it, no plain connection carries it, no other site sends it with a form, and no other host sets it."""
    cookie = shared.browser().get("/").headers["set-cookie"]
    assert cookie.startswith("__Host-session=")
    flags = {flag.strip().lower().split("=")[0] for flag in cookie.split(";")[1:]}
    assert {"httponly", "secure", "samesite", "path", "max-age"} <= flags
    assert "domain" not in flags
    language = shared.browser().get("/?lang=en").headers.get_list("set-cookie")
    assert all("Secure" in one and "HttpOnly" in one for one in language)


def test_signing_in_makes_a_new_session(shared: World) -> None:
    """Whoever knew the session before the sign-in has nothing, and after signing out nobody has."""
    browser = shared.browser()
    browser.get("/")
    before = browser.client.cookies["__Host-session"]
    browser.sign_in("ouyang")
    during = browser.client.cookies["__Host-session"]
    assert before != during
    browser.sign_in("ouyang", 1)
    known = TestClient(shared.app, base_url=ORIGIN, cookies={"__Host-session": during})
    assert known.get("/me").status_code == 404
    browser.sign_in("ouyang")
    during = browser.client.cookies["__Host-session"]
    browser.post("/sign-out", {})
    for token in (before, during):
        known = TestClient(shared.app, base_url=ORIGIN, cookies={"__Host-session": token})
        assert known.get("/me").status_code == 404


@pytest.mark.parametrize(("path", "form"), [("/sign-out", {}), ("/sign-in", {"account": "ouyang"})])
def test_who_signs_in_next_finds_nothing_in_the_browser(
    shared: World, path: str, form: dict[str, str]
) -> None:
    """When a session ends, the browser is asked to forget the answers that it kept."""
    answer = shared.browser().sign_in("wang").post(path, form, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["clear-site-data"] == '"cache"'


def test_a_session_ends(world: World) -> None:
    """After half a day somebody has to sign in again."""
    browser = world.browser().sign_in("ouyang")
    assert browser.get("/me").status_code == 200
    world.clock.at = AT.replace(day=AT.day + 1)
    assert browser.get("/me").status_code == 404


def test_no_role_is_taken_that_the_account_has_not(shared: World) -> None:
    """Of an account that has one role, another number is that role, and no account is none."""
    browser = shared.browser().sign_in("sunrise", 2)
    assert browser.get("/inbox").status_code == 200
    assert browser.post("/sign-in", {"account": "nobody", "role": "0"}).status_code == 404
    assert browser.post("/sign-in", {"account": "wang", "role": "x"}).status_code == 404


def test_NOTICE_1_nobody_acts_in_a_role_that_the_account_has_lost(world: World) -> None:
    """A recruiter who leaves one of two companies acts for neither until they choose again: their views would name the wrong one."""
    browser = world.browser().sign_in("wang", 1)
    assert browser.get(f"/resumes/{ENGINEER}").status_code == 200
    roles, table = world.store.roles_of("wang"), world.store.accounts
    left = table.update().where(table.c.id == "wang").values(roles=[roles[0], roles[2]])
    with world.store.writing() as connection:
        connection.execute(left)
    assert browser.get(f"/resumes/{ENGINEER}").status_code == 404
    assert browser.get("/search").status_code == 404
    with world.store.reading() as connection:
        records = map(load_record, connection.scalars(sa.select(world.store.records.c.record)))
        assert {(one.company.id if one.company else None, one.granted) for one in records} == {
            ("co-initech", True),
            (None, False),
        }
    assert browser.sign_in("wang", 0).get(f"/resumes/{ENGINEER}").status_code == 200


@pytest.fixture
def browsers(shared: World) -> dict[str, Browser]:
    """Somebody of each kind."""
    return {account: shared.browser().sign_in(account) for account in ("wang", "ouyang")}


def test_every_answer_is_careful(browsers: dict[str, Browser]) -> None:
    """Every page, also of an error, forbids scripts and styles of others and inside the page, frames, guessing and keeping."""
    for account, paths in (("wang", [*PAGES, "/static/style.css"]), ("ouyang", MINE)):
        for path in paths:
            headers = browsers[account].get(path).headers
            policy = headers["content-security-policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            assert "frame-ancestors 'none'" in policy
            assert headers["x-content-type-options"] == "nosniff"
            assert headers["cache-control"] == "no-store", path
            assert headers["strict-transport-security"].startswith("max-age=")


def test_no_page_has_a_script_or_style_inside(browsers: dict[str, Browser]) -> None:
    """The pages keep to the policy of their own headers."""
    for account, paths in (("wang", PAGES), ("ouyang", MINE)):
        for path in paths:
            page = browsers[account].get(path).text
            assert not re.search(r"<script(?![^>]*src=)|<style|\sstyle=|\son\w+=|javascript:", page), path


def test_json_is_kept_by_its_viewer_as_long_as_it_is_fresh(world: World) -> None:
    """What a program is given may be kept by the browser that asked, for two hours at most, and by nobody between."""
    browser = world.browser().sign_in("wang")
    headers = browser.get(f"/api/resumes/{ENGINEER}").headers
    assert headers["cache-control"] == "private, max-age=7200, must-revalidate"
    assert headers["vary"] == "Cookie"
    nearly = world.browser().sign_in("sunrise")
    resume = world.store.resume(ENGINEER)
    assert resume is not None
    world.clock.at = AT
    consent = attrs.evolve(resume.consents[0], ends=AT.replace(minute=5))
    world.store.save(ENGINEER, lambda now: attrs.evolve(now, consents=(consent,)), AT)
    assert (
        nearly.get(f"/api/resumes/{ENGINEER}").headers["cache-control"]
        == "private, max-age=300, must-revalidate"
    )


def test_what_is_not_shown_looks_like_what_is_missing(shared: World) -> None:
    """To the last byte and header: blocked, for others alone, and never there; as page and as JSON."""
    browser = shared.browser().sign_in("wang", BLOCKED_COMPANY)
    for folder in ("", "/api"):
        for tail in ("", "/chat"):
            withheld = browser.get(f"{folder}/resumes/{ENGINEER}{tail}")
            missing = browser.get(f"{folder}/resumes/r-none{tail}")
            assert withheld.status_code == missing.status_code == 404
            assert withheld.content == missing.content
            assert dict(withheld.headers) == dict(missing.headers)


def test_LAW_3_a_refusal_that_cannot_be_recorded_looks_like_what_is_missing(
    world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """When the database takes no records, as on a full disk, an error would say who is hidden; what would be shown is not shown."""

    def full(_: object) -> None:
        raise sa.exc.OperationalError("INSERT", {}, OSError("disk full"))

    browser = world.browser().sign_in("wang", BLOCKED_COMPANY)
    monkeypatch.setattr(world.store, "keep", full)
    for folder, tail in product(("", "/api"), ("", "/chat")):
        hidden, missing = (browser.get(f"{folder}/resumes/{one}{tail}") for one in (ENGINEER, "r-none"))
        assert (hidden.status_code, hidden.content, dict(hidden.headers)) == (
            *(404, missing.content),
            dict(missing.headers),
        )
    assert "OperationalError" in caplog.text
    assert "disk full" not in caplog.text
    shown = world.browser().sign_in("wang", 1).get(f"/resumes/{ENGINEER}")
    assert (shown.status_code, shown.text) == (500, "500")


def test_what_candidates_type_is_text(world: World) -> None:
    """Markup in a resume is shown as it was typed, and no page runs it."""
    typed = '<script>alert("x")</script><b onclick=x>'
    work = (Work(company=typed, position=typed, description=typed, skills=(typed,)),)
    world.store.save(ENGINEER, lambda now: attrs.evolve(now, work=work, strengths=typed), AT)
    recruiter, owner = world.browser().sign_in("wang", 1), world.browser().sign_in("ouyang")
    pages = [recruiter.get(f"/resumes/{ENGINEER}"), recruiter.get("/search"), *map(owner.get, MINE)]
    assert "&lt;script&gt;" in pages[0].text
    for page in pages:
        assert "<script>alert" not in page.text
        assert "<b onclick" not in page.text
    asked = recruiter.get("/search", params={"q": '"><script>alert(1)</script>', "city": "<b>"}).text
    assert "<script>alert" not in asked
    assert "<b>" not in asked


def test_a_place_in_a_list_is_no_question(shared: World) -> None:
    """Whatever stands in the place of a place is answered, and never with an error: it is no way to ask about a resume."""
    browser = shared.browser().sign_in("wang", 1)
    for after in ("x", "0.", "0.r-0-1' OR 1=1", "9" * 400, "-1.r", "0." + "r" * 65):
        assert browser.get("/api/search", params={"after": after}).status_code == 200
    everything = {"q": "%_\"' OR *", "years": "99", "degree": "none", "after": "0.r"}
    assert browser.get("/api/search", params=everything).json()["views"] == []


@pytest.mark.parametrize(("account", "role"), [("wang", 1), ("lin", 1)])
def test_LAW_6_no_address_makes_the_database_fail(world: World, account: str, role: int) -> None:
    """What no text of a database holds, and a place behind every number, are answered as anything that is not there."""
    browser = world.browser().sign_in(account, role)
    ids = ["/resumes/%00", "/api/resumes/r%00", "/resumes/%00/chat", "/community/%00", "/api/community/%00"]
    assert {browser.get(one).status_code for one in ids} == {404}
    for path in ("/search", "/api/search", "/inbox", "/community"):
        there = browser.get(path).status_code
        asked = ["city=%00", "degree=a%00b", "q=%00", *(f"after={sign}{'9' * 18}.a" for sign in ("", "-"))]
        assert {browser.get(f"{path}?{one}").status_code for one in asked} == {there}
    made = browser.post("/exports", {"kind": "csv", "city": "\0", "q": "\0"}).status_code
    assert made == browser.get("/exports").status_code


def test_another_host_is_refused(shared: World) -> None:
    """A page that reaches the service under another name, as in DNS rebinding, is refused."""
    assert shared.browser().get("/", headers={"Host": "evil.example"}).status_code == 400


def test_a_fault_gives_nothing_away(shared: World, caplog: pytest.LogCaptureFixture) -> None:
    """The answer to a fault, and the log of it, have its kind and its place, and no text of a resume."""

    typed = "欧阳思远 13800138000"

    def broken() -> None:
        raise ValueError(typed)

    app = app_of(attrs.evolve(shared.service, clock=broken))  # type: ignore[arg-type]  # it raises
    answer = TestClient(app, base_url=ORIGIN).get("/")
    assert (answer.status_code, answer.text) == (500, "500")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "ValueError" in caplog.text
    assert "欧阳思远" not in caplog.text


def test_LAW_3_a_stored_resume_that_does_not_load_is_our_fault(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    """LAW-3: opened, it is as none; in a list it is left out, the others are there. The log says which."""
    browser = world.browser().sign_in("wang", 1)
    before = {view["id"] for view in browser.get("/api/search").json()["views"]}
    with world.store.writing() as connection:
        broken = world.store.resumes.update().where(world.store.resumes.c.id == ENGINEER)
        connection.execute(broken.values(document="{}"))
    opened, missing = (browser.get(f"/resumes/{one}") for one in (ENGINEER, "r-none"))
    assert (
        (opened.status_code, opened.content)
        == (missing.status_code, missing.content)
        == (404, missing.content)
    )
    assert caplog.text.count(f"resume {ENGINEER} does not load") == 1
    assert browser.get("/community/m-q41852").status_code == 404
    assert {view["id"] for view in browser.get("/api/search").json()["views"]} >= before - {ENGINEER}
    assert f"resume {ENGINEER} does not load" in caplog.text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_candidate_learns_that_their_resume_does_not_load(
    world: World, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    """One of an older version, or a damaged one: each page of its candidate says so, and the log names the id and no personal value.
    Everybody else is answered as for a resume that does not exist.
    """
    table = world.store.resumes
    title = {"zh": "暂时无法读取您的简历", "en": "Your resume cannot be read at the moment"}[language]
    own, other = world.browser().sign_in("ouyang"), world.browser().sign_in("wang")
    forms = {path: {"csrf": own.csrf()} for path in POSTS if path.startswith("/me")}
    for path in ("/me", "/"):
        own.get(f"{path}?lang={language}")
    with world.store.reading() as connection:
        document = connection.scalar(sa.select(table.c.document).where(table.c.id == ENGINEER))
    assert document is not None
    for damaged in ("", document[: len(document) // 2], document.replace('"full":', '"whole":')):
        with world.store.writing() as connection:
            connection.execute(sa.update(table).where(table.c.id == ENGINEER).values(document=damaged))
        caplog.clear()
        answers = [own.get(path) for path in MINE]
        answers += [own.client.post(path, data=form) for path, form in forms.items()]
        assert {answer.status_code for answer in answers} == {500}
        assert all(title in answer.text for answer in answers)
        assert caplog.text.count(f"resume {ENGINEER} does not load") == len(answers)
        assert not re.search("欧阳|思远|138[0-9]{8}", caplog.text + "".join(one.text for one in answers))
        seen, missing = other.get(f"/resumes/{ENGINEER}"), other.get("/resumes/missing")
        assert (seen.status_code, seen.text) == (404, missing.text.replace("missing", ENGINEER))
    with world.store.writing() as connection:
        connection.execute(sa.update(table).where(table.c.id == ENGINEER).values(document=document))
    assert own.get("/me").status_code == 200


@pytest.mark.skipif(os.name != "posix", reason="no rights of files by mode")
def test_what_is_kept_is_for_its_owner_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder that others may read, too, nobody but the user who runs the service reads what it keeps."""
    tmp_path.chmod(0o755)
    command = ["service", "--data", str(tmp_path), "--resumes", "1"]
    monkeypatch.setattr(sys, "argv", command)
    monkeypatch.setattr(uvicorn, "run", lambda *_, **__: None)
    for name in ("SERVICE_DATABASE", "SERVICE_FILES", "SERVICE_ORIGIN"):
        monkeypatch.setenv(name, "")
    usual = os.umask(0o022)
    try:
        main()
    finally:
        os.umask(usual)
    kept = [file for file in tmp_path.iterdir() if file.is_file()]
    assert tmp_path / "service.db" in kept
    assert {stat.S_IMODE(file.stat().st_mode) & 0o077 for file in kept} == {0}


def test_errors_of_the_database_hold_no_value(shared: World) -> None:
    """What was about to be written is not in the message of an error: it is personal."""
    row = {"id": None, "candidate": "张三丰", "document": "13900000000"}
    with (
        pytest.raises(sa.exc.IntegrityError) as caught,
        shared.store.writing() as connection,
    ):
        connection.execute(shared.store.resumes.insert(), row)
    assert "张三丰" not in str(caught.value)
    assert "13900000000" not in str(caught.value)


@pytest.mark.parametrize(
    "path", ["/", "/search", "/missing", "/api/missing", f"/resumes/{ENGINEER}", "/search/", "/static"]
)
def test_LAW_6_an_address_that_is_no_utf_8_is_answered(shared: World, path: str) -> None:
    """An address may hold any bytes behind its question mark: a page is shown, or there is none, and no fault."""
    browser = shared.browser().sign_in("wang", 1)
    usual = browser.get(path)

    async def asked() -> int:
        cookie = f"__Host-session={browser.client.cookies['__Host-session']}"
        scope = {
            "type": "http",
            "method": "GET",
            "path": path,
            "raw_path": path.encode(),
            "root_path": "",
            "scheme": "https",
            "http_version": "1.1",
            "query_string": b"q=\xff&lang=\xae\x07",
            "headers": [(b"host", b"testserver"), (b"cookie", cookie.encode())],
        }
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b""}

        async def send(message: Any) -> None:
            sent.append(message)

        await shared.app(scope, receive, send)
        return int(sent[0]["status"])

    assert asyncio.run(asked()) == usual.status_code


def test_LAW_6_the_end_of_time_is_an_instant(world: World) -> None:
    """A store may say for ever by the last instant there is, which no clock of Beijing has: no page fails on it."""
    last = datetime.max.replace(tzinfo=UTC)

    def for_ever(now: Resume) -> Resume:
        number = attrs.evolve(now.virtual_numbers[0], valid_until=last, company=None)
        return attrs.evolve(
            now,
            virtual_numbers=(number,),
            consents=tuple(attrs.evolve(one, ends=last) for one in now.consents),
            settings=attrs.evolve(
                now.settings, blocks=tuple(attrs.evolve(one, at=last) for one in now.settings.blocks)
            ),
        )

    world.store.save(ENGINEER, for_ever, AT)
    pages = (
        ("wang", 1, [f"/resumes/{ENGINEER}", "/search"]),
        ("ouyang", 0, MINE),
        ("sunrise", 0, ["/inbox"]),
    )
    for account, role, paths in pages:
        browser = world.browser().sign_in(account, role)
        assert {browser.get(path).status_code for path in paths} == {200}
    assert "9999-12-31 23:59" in world.browser().sign_in("ouyang").get("/me").text
