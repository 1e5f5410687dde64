"""What the programs with FastAPI, Litestar and Django promise, asked as their clients ask."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any, Literal

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import Phase, given, settings
from jsonschema import Draft202012Validator
from pydantic import BaseModel
from services import ENGINEER, Answer, Service, running
from view_cache import ViewCache

from pace import examples
from resume_visibility import (
    Owner,
    Resume,
    ResumeView,
    Viewer,
    dump_view,
    load_viewer,
    patch_settings,
    view_for,
)
from resume_visibility.testing import ALL_LAWS, Case, cases

AT = datetime(2026, 7, 1, tzinfo=UTC)
PAGE = f"/resumes/{ENGINEER.id}"
VIEWERS = {
    name: load_viewer(
        (Path(__file__).parents[2] / "examples" / "data" / "viewers" / f"{name}.json").read_bytes()
    )
    for name in ("owner", "initech-recruiter", "blocked-recruiter")
}
SECRET = "13800138000-geheim"


@pytest.fixture(scope="module", params=["fastapi", "litestar", "django"])
def started(request: pytest.FixtureRequest) -> Iterator[Service]:
    """Each of the programs, once."""
    with running(request.param) as service:
        yield service


@pytest.fixture
def service(started: Service) -> Service:
    """Each of the programs, with the resume as it was, at one instant."""
    started.put(ENGINEER)
    started.set_clock(AT)
    return started


def test_what_is_shown_is_the_view(service: Service) -> None:
    """The body is what `dump_view` writes of the view of whoever's session it is, and says that it is JSON."""
    for name in ("owner", "initech-recruiter"):
        view = view_for(VIEWERS[name], ENGINEER, at=AT)
        assert view is not None
        answer = service.ask("get", PAGE, name)
        assert (answer.status, answer.body) == (200, dump_view(view))
        assert answer.headers["content-type"] == "application/json"


def test_NAME_2_a_view_says_for_how_long_it_may_be_kept_and_by_whom(service: Service) -> None:
    """Its viewer alone may keep it, for two hours, and by the session that it was asked with."""
    headers = service.ask("get", PAGE, "initech-recruiter").headers
    assert headers["cache-control"] == "private, max-age=7200, must-revalidate"
    assert headers["vary"] == "Cookie"
    assert not {"etag", "last-modified", "expires"} & {*headers}


def test_LAW_3_whatever_is_not_shown_is_answered_as_what_does_not_exist(service: Service) -> None:
    """Blocked, signed out, or no such resume: the same status, headers and body."""
    answers = [
        service.ask("get", path, session)
        for path in (PAGE, "/resumes/none")
        for session in ("blocked-recruiter", "nobody", "")
    ]
    assert (answers[0].status, answers[0].body) == (404, b"")
    assert answers[0].headers["cache-control"] == "no-store"
    assert answers == [answers[0]] * 6


def test_the_owner_changes_settings(service: Service) -> None:
    """A change holds for the next who asks, and the owner is answered with the resume as it is then."""
    assert service.ask("get", PAGE, "initech-recruiter").status == 200
    answer = service.ask("patch", f"{PAGE}/settings", "owner", b'{"visibility": "private"}')
    assert (answer.status, json.loads(answer.body)["display_name"]) == (200, "欧阳思远")
    assert service.ask("get", PAGE, "initech-recruiter").status == 404


def test_NOTICE_1_changed_settings_are_another_state_of_the_resume(service: Service) -> None:
    """Records, views that are kept and indices go by the revision: under the same one, whoever was blocked would go on being shown it."""
    cache, viewer = ViewCache(), VIEWERS["initech-recruiter"]
    before = service.stored(ENGINEER.id)
    assert cache.body(viewer, before, AT) is not None
    block = {"company": "co-initech", "at": AT.isoformat()}
    service.ask("patch", f"{PAGE}/settings", "owner", json.dumps({"blocks": [block]}).encode())
    after = service.stored(ENGINEER.id)
    assert after.revision != before.revision
    assert cache.body(viewer, after, AT) is None


def test_bad_input_is_answered_with_every_problem_and_no_value(
    service: Service, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    """LAW-7: paths and what would be right there; nothing of the body comes back, or gets into a log."""
    body = json.dumps({"visibility": SECRET, "blocks": [{"company": SECRET, "at": SECRET}]}).encode()
    answer = service.ask("patch", f"{PAGE}/settings", "owner", body)
    assert answer.status == 422
    problems = json.loads(answer.body)["problems"]
    assert [problem["path"] for problem in problems] == ["visibility", "blocks[0].at"]
    assert problems[0]["expected"] == "expected one of public, chat_only, headhunters, private"
    assert SECRET not in "".join([str(answer), caplog.text, *capfd.readouterr()])
    assert service.ask("patch", f"{PAGE}/settings", "owner", b"{").status == 422


SINCE = "2026-07-01T00:00:00Z"
AS_MANY_AS_LOAD = [{"keyword": f"{'很' * 90}{i:04}", "at": SINCE} for i in range(6615)]
"""Blocks of which settings can be loaded, and no resume."""


@pytest.mark.parametrize(
    ("blocks", "path"),
    [
        ([{"company": "co-13800138000", "at": SINCE}], "settings.blocks[0].company"),
        (AS_MANY_AS_LOAD, ""),
    ],
    ids=["id", "size"],
)
def test_LAW_6_settings_that_do_not_go_with_the_resume_are_refused(
    service: Service, blocks: list[dict[str, str]], path: str
) -> None:
    """What is right alone, and could not be loaded again with the rest, is bad input and no fault of the service."""
    body = json.dumps({"blocks": blocks}, ensure_ascii=False, separators=(",", ":")).encode()
    assert patch_settings(ENGINEER.settings, body).blocks
    answer = service.ask("patch", f"{PAGE}/settings", "owner", body)
    assert answer.status == 422
    assert [problem["path"] for problem in json.loads(answer.body)["problems"]] == [path]
    assert service.stored(ENGINEER.id) == ENGINEER


def test_what_fastapi_itself_says_of_bad_input_repeats_it() -> None:
    """The reason to read the body as bytes: a model of pydantic in the place of it comes back with the value in it."""

    class Patch(BaseModel):
        visibility: Literal["public"]

    app = FastAPI()

    @app.patch("/settings")
    def change(patch: Patch) -> None: ...

    answer = TestClient(app).patch("/settings", json={"visibility": SECRET})
    assert (answer.status_code, SECRET in answer.text) == (422, True)


def test_LAW_3_settings_of_others_are_as_those_that_do_not_exist(service: Service) -> None:
    """Whoever is not the owner is answered alike, whether there is a resume or not, and whether the body is right or not."""
    service.sign_in("another", Owner(candidate="c-73306"))
    answers = [
        service.ask("patch", f"{path}/settings", session, body)
        for path in (PAGE, "/resumes/none")
        for session in ("initech-recruiter", "another", "")
        for body in (b'{"visibility": "public"}', b"{")
    ]
    assert answers == [service.ask("get", "/resumes/none", "")] * 12


@pytest.mark.parametrize("name", ["fastapi", "litestar"])
def test_the_openapi_document_says_what_a_view_is(name: str) -> None:
    """The schema that it names for the answer takes every real answer, and no other."""
    with running(name) as service:
        service.put(ENGINEER)
        document = service.document()
        answers = document["paths"]["/resumes/{resume_id}"]["get"]["responses"]
        schema = answers["200"]["content"]["application/json"]["schema"]
        validator = Draft202012Validator({**document, **schema})
        for session in ("owner", "initech-recruiter"):
            view = json.loads(service.ask("get", PAGE, session).body)
            assert [*validator.iter_errors(view)] == []
            assert not validator.is_valid({**view, "display_name": 7})
            assert not validator.is_valid({**view, "mobile": "+8613800138000"})
        assert "404" in answers
        for place in {*re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(document))}:
            assert isinstance(reduce(getitem, place.split("/"), document), dict), place


def test_LAW_3_a_stored_resume_that_does_not_load_is_as_none(capfd: pytest.CaptureFixture[str]) -> None:
    """LAW-3: the fault is the service's. Its answers are those for a resume that does not exist; its log names the path, and no value."""
    with running("django") as service:
        service.spoil(json.dumps({"id": "r-1", "strengths": {"secret": SECRET}}))
        for method, path in (("get", PAGE), ("patch", f"{PAGE}/settings")):
            for viewer in ("initech-recruiter", "owner"):
                answer: Answer = service.ask(method, path, viewer)
                assert answer == service.ask(method, path.replace(ENGINEER.id, "none"), viewer)
                assert answer.status == 404
    said = capfd.readouterr().err
    assert said.count("strengths: expected text") == 4
    assert SECRET not in said


def laws_over_http(service: Service, cases_of_each: int = 8) -> None:
    """Hold what leaves a service to every law: an answer is nothing where a resume that does not exist is answered so."""

    def leaves(viewer: Viewer, resume: Resume, at: datetime) -> Answer | None:
        service.set_clock(at)
        service.put(resume)
        service.sign_in("case", Owner(candidate=resume.candidate))
        service.ask("get", f"/resumes/{resume.id}", "case")  # which no cache may give to the next
        service.sign_in("case", viewer)
        answer: Answer = service.ask("get", f"/resumes/{resume.id}", "case")
        return None if answer == service.ask("get", "/resumes/none", "case") else answer

    # The first answer that breaks a law is enough: nobody reads a smaller one.
    @settings(max_examples=examples(cases_of_each), phases=[Phase.generate], report_multiple_bugs=False)
    @given(cases())
    def hold(case: Case[Any]) -> None:
        for law in ALL_LAWS:
            law(leaves, case)

    hold()


def test_the_laws_hold_of_what_leaves_over_http(started: Service) -> None:
    """Status, headers and body of what a client is answered keep every law."""
    laws_over_http(started)


def test_a_cache_of_django_keeps_no_view() -> None:
    """`UpdateCacheMiddleware` takes each answer for what it is: its viewer's alone."""
    with running("django") as service:
        service.cache_pages()
        laws_over_http(service, 4)


def test_a_cache_of_django_would_hand_a_view_to_the_next() -> None:
    """The same cache keeps a view that does not say whose it is, and so breaks a law."""
    with running("django") as service:
        service.cache_pages("max-age=7200")
        with pytest.raises(AssertionError):
            laws_over_http(service)


def test_a_program_that_shows_too_much_breaks_a_law(monkeypatch: pytest.MonkeyPatch) -> None:
    """The laws read what a client is answered: a program that shows everybody the owner's view is found."""

    def owners(_: Viewer, resume: Resume, *, at: datetime) -> ResumeView | None:
        return view_for(Owner(candidate=resume.candidate), resume, at=at)

    monkeypatch.setattr("services.view_for", owners)
    with running("fastapi") as service, pytest.raises(AssertionError):
        laws_over_http(service)
