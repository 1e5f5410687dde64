"""The laws, over the HTTP endpoints of the example service: what leaves is status, headers and body."""

from collections.abc import Iterator
from datetime import datetime
from operator import is_
from typing import Any

import pytest
from hypothesis import Phase, assume, given, settings
from world import Browser, World, world_of

from pace import examples
from resume_visibility import (
    Action,
    CommunityMember,
    Headhunter,
    Recipient,
    Recruiter,
    Resume,
    School,
    SupportAgent,
    Viewer,
)
from resume_visibility.testing import (
    ALL_LAWS,
    Case,
    cases,
    check_list_noninterference,
    check_lists_agree,
    check_noninterference,
    check_one_nothing,
    check_unreachable,
)
from service.index import FACETS

BROWSERS: dict[World, Browser] = {}
HELD: dict[World, tuple[datetime, tuple[Resume, ...]]] = {}
"""What was written last, and when."""
some = settings(max_examples=examples(8), derandomize=True, database=None, phases=[Phase.generate])


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One service for all cases; it holds the resumes of the case alone."""
    with world_of(tmp_path_factory.mktemp("laws"), resumes=1) as made:
        BROWSERS[made] = made.browser()
        with BROWSERS[made].client:
            yield made


def asking(world: World, viewer: Viewer, resumes: tuple[Resume, ...], at: datetime) -> Browser:
    """The viewer's browser, at that instant, where these are all the resumes there are. What is asked for again is not written again: what
    the service keeps from one question to the next, it keeps.
    """
    world.clock.at = at
    when, held = HELD.get(world, (None, ()))
    if when != at or len(held) != len(resumes) or not all(map(is_, held, resumes)):
        world.holds(resumes)
        HELD[world] = at, resumes
    return BROWSERS[world].become(viewer)


def left(browser: Browser, path: str) -> dict[str, Any] | None:
    """Everything that leaves; None is the answer that a resume gets that does not exist, to the last header."""
    response = browser.get(path)
    answer = {"status": response.status_code, "headers": dict(response.headers), "body": response.text}
    if response.status_code == 404:
        folder = path.split("/r")[0] if path.startswith("/api") else ""
        missing = browser.get(f"{folder}/resumes/there-is-none")
        assert answer == {"status": 404, "headers": dict(missing.headers), "body": missing.text}
        return None
    assert response.status_code == 200
    return answer


def opened(world: World, form: str = "/api/resumes/{id}") -> Any:
    """The endpoint of one resume; for the community, that of one member."""

    def show(viewer: Viewer, resume: Resume, at: datetime) -> dict[str, Any] | None:
        browser = asking(world, viewer, (resume,), at)
        if isinstance(viewer, CommunityMember):
            member = "nobody" if resume.community is None else resume.community.id
            return left(browser, f"/api/community/{member}")
        return left(browser, form.format(id=resume.id))

    return show


@settings(some, max_examples=examples(12))
@given(cases(action=Action.VIEW))
def test_the_detail_keeps_every_law(world: World, case: Case[Resume]) -> None:
    """What leaves when a resume is opened, as JSON, keeps every law; so does the community."""
    for law in ALL_LAWS:
        law(opened(world), case)


@some
@given(cases(action=Action.VIEW))
def test_the_page_keeps_what_is_withheld(world: World, case: Case[Resume]) -> None:
    """The page in HTML shows nothing of what is withheld, and a refusal is the page of what does not exist."""
    assume(not isinstance(case.viewer, CommunityMember))
    show = opened(world, "/resumes/{id}")
    check_noninterference(show, case)
    check_unreachable(show, case)
    check_one_nothing(show, case)


@some
@given(cases(action=Action.CHAT))
def test_the_header_of_a_chat_keeps_every_law(world: World, case: Case[Resume]) -> None:
    """What stands above a chat keeps every law."""
    assume(not isinstance(case.viewer, CommunityMember))
    for law in ALL_LAWS[:-1]:
        law(opened(world, "/api/resumes/{id}/chat"), case)


@some
@given(cases(action=Action.SEARCH))
def test_the_search_keeps_every_law(world: World, case: Case[Resume]) -> None:
    """A row, the counts beside it, and the place where a next page begins keep every law, all together."""

    def show(viewer: Viewer, resume: Resume, at: datetime) -> Any:
        browser = asking(world, viewer, (resume,), at)
        response = browser.get("/api/search")
        if response.status_code == 404:
            return None
        found = response.json()
        if not found["views"]:
            counts: dict[str, list[str]] = {name: [] for name in FACETS}
            assert found == {"views": [], "following": None, "facets": counts}
            return None
        return found

    for law in ALL_LAWS[:-1]:
        law(show, case)


@some
@given(cases(action=Action.EXPORT))
def test_the_export_keeps_what_is_withheld(world: World, case: Case[Resume]) -> None:
    """A file shows nothing of what is withheld, and a resume that is not exported is not in it."""

    def show(viewer: Viewer, resume: Resume, at: datetime) -> str | None:
        browser = asking(world, viewer, (resume,), at)
        began = browser.post("/exports", {"kind": "jsonl"})
        if began.status_code == 404:
            return None
        path = began.text.split('href="/exports/')[1].split('"')[0]
        return browser.get(f"/exports/{path}").text or None

    check_noninterference(show, case)
    check_unreachable(show, case)
    check_one_nothing(show, case)


@some
@given(cases(action=Action.SEARCH))
def test_the_search_agrees_with_the_views(world: World, case: Case[Resume]) -> None:
    """LAW-8: a search finds exactly what is shown to whoever searches."""
    assume(isinstance(case.viewer, (Recruiter, Headhunter)))

    def found(viewer: Viewer, resumes: tuple[Resume, ...], at: datetime) -> list[str]:
        response = asking(world, viewer, resumes, at).get("/api/search")
        return [view["id"] for view in response.json()["views"]] if response.status_code == 200 else []

    check_lists_agree(found, case)


@some
@given(cases(action=Action.SEARCH))
def test_a_page_of_the_search_tells_nothing_of_what_is_withheld(world: World, case: Case[Resume]) -> None:
    """LAW-1, LAW-3: the order of the rows, the counts beside them and the next page say nothing of what is withheld or not shown."""
    assume(isinstance(case.viewer, (Recruiter, Headhunter)))

    def page(viewer: Viewer, resumes: tuple[Resume, ...], at: datetime) -> Any:
        response = asking(world, viewer, resumes, at).get("/api/search")
        return response.status_code, dict(response.headers), response.text

    check_list_noninterference(page, case)


@some
@given(cases(action=Action.VIEW))
def test_what_was_granted_is_listed(world: World, case: Case[Resume]) -> None:
    """LAW-8: a recipient, a school and a support agent are listed exactly what they are shown."""
    assume(isinstance(case.viewer, (Recipient, School, SupportAgent)))

    def found(viewer: Viewer, resumes: tuple[Resume, ...], at: datetime) -> list[str]:
        page = asking(world, viewer, resumes, at).get("/inbox").text
        return [one.split('"')[0] for one in page.split('href="/resumes/')[1:]]

    check_lists_agree(found, case)
