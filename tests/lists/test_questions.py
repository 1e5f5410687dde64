"""SEARCH-1: what may be asked of a list."""

from typing import Any

import attrs
import pytest
from engines import FIELDS
from hypothesis import given
from hypothesis import strategies as st

from each import each
from people import AT, headhunter, mailbox, member, owner, recruiter, resume, stranger, visitor
from resume_visibility import POLICY_2023_04, Action, Part, Policy, Resume, Viewer, view_for, view_to_dict
from resume_visibility.errors import QueryRefused, ResumeVisibilityError
from resume_visibility.lists.documents import LISTS
from resume_visibility.lists.fields import values_in
from resume_visibility.lists.searching import check_query, searchable
from resume_visibility.policy import Grant, Readings
from resume_visibility.testing import Case, cases

SEARCHING = attrs.evolve(stranger, action=Action.SEARCH)
SHOWN = (
    "display_name",
    "sections.work.position",
    "sections.intention.industry",
    "sections.profile.work_started",
)
NOT_SHOWN = (
    "contact.mobile",
    "contact.email",
    "sections.video.id",
    "sections.attachments.file_name",
    "sections.ip_region",
)
FOR_THE_FILTER = (
    "settings.blocks",
    "settings.visibility",
    "applications.company",
    "candidate",
    "id",
    "revision",
    "born",
    "sections.profile.born",
    "basics.name.full",
)
NOWHERE = (
    "sections.shoe_size",
    "sections",
    "sections.work",
    "",
    "sections.work.position.",
    "SECTIONS.WORK.POSITION",
)


@pytest.mark.parametrize("action", LISTS)
@pytest.mark.parametrize("viewer", [recruiter, stranger, headhunter])
def test_SEARCH_1_what_everybody_is_shown_may_be_asked(viewer: Viewer, action: Action) -> None:
    """A verified recruiter or headhunter may search, sort and count by fields that every list shows."""
    check_query(attrs.evolve(viewer, action=action), fields=SHOWN, sort=SHOWN, facets=SHOWN)


@each("path", [*NOT_SHOWN, *FOR_THE_FILTER, *NOWHERE])
def test_SEARCH_1_nothing_else_may_be_asked(path: str) -> None:
    """What is not shown, what is for the filter and what there is not are refused, wherever they stand, in one way."""
    for place in ("fields", "sort", "facets"):
        asked: dict[str, Any] = {"fields": (), place: [path]}
        with pytest.raises(QueryRefused) as refused:
            check_query(SEARCHING, **asked)
        (problem,) = refused.value.problems
        with pytest.raises(QueryRefused) as unknown:
            check_query(SEARCHING, fields=["sections.shoe_size"])
        assert problem.expected == unknown.value.problems[0].expected
        assert problem.path in (path, f"{place}[0]")


def test_SEARCH_1_a_refusal_lists_all_at_once() -> None:
    """Every path that may not be asked is named, and none that may."""
    with pytest.raises(QueryRefused) as refused:
        check_query(SEARCHING, fields=["contact.mobile", SHOWN[0]], sort=["candidate"], facets=["nowhere"])
    assert [problem.path for problem in refused.value.problems] == ["contact.mobile", "candidate", "nowhere"]
    assert str(refused.value).startswith("this query is refused, 3 problem(s):\n  contact.mobile: expected")
    assert isinstance(refused.value, ResumeVisibilityError)


@each("typed", ["张三丰", "13912345678", "sanfeng@example.com", "Lena Vasquez", "a" * 500, 7, ["Lena"]])
def test_LAW_7_a_refusal_repeats_nothing_that_a_person_typed(typed: Any) -> None:
    """What does not look like a path is named by its place alone."""
    with pytest.raises(QueryRefused) as refused:
        check_query(SEARCHING, fields=["sections.work.position", typed])
    assert [problem.path for problem in refused.value.problems] == ["fields[1]"]
    assert str(typed) not in f"{refused.value!s} {refused.value!r} {refused.value.args}"


@each("viewer", [owner, mailbox, member, visitor, attrs.evolve(recruiter, signed_in=False)])
def test_LAW_5_who_has_no_list_may_ask_nothing(viewer: Viewer) -> None:
    """Nobody but verified recruiters and headhunters may search by anything."""
    asking = attrs.evolve(viewer, action=Action.SEARCH)
    assert searchable(asking) == frozenset()
    with pytest.raises(QueryRefused):
        check_query(asking, fields=["sections.work.position"])


def test_GATE_4_a_reading_lets_headhunters_search_who_have_but_signed_in() -> None:
    """Where headhunters need no verification, one who has signed in may search; one who has not may not."""
    policy = Policy("signed-in", readings=Readings(headhunters_are_verified=False))
    some = attrs.evolve(headhunter, action=Action.SEARCH, verified=frozenset())
    assert searchable(some, policy=policy) == searchable(SEARCHING)
    assert searchable(some) == frozenset()
    assert searchable(attrs.evolve(some, signed_in=False), policy=policy) == frozenset()


@pytest.mark.parametrize("action", [action for action in Action if action not in LISTS])
def test_viewing_is_no_list(action: Action) -> None:
    """Where a viewer is about to do something else than to search, the error says so."""
    with pytest.raises(QueryRefused, match=r"viewer\.action: expected search or recommend"):
        check_query(attrs.evolve(recruiter, action=action), fields=())


def test_SEARCH_1_what_only_some_cases_show_may_not_be_asked() -> None:
    """A policy that shows a section of chat-only resumes to nobody lets nobody search it, also in public ones."""

    def decide(facts: Any, readings: Readings) -> Any:
        decision = POLICY_2023_04.ruleset.decide(facts, readings)
        if facts.visibility.value == "chat_only" and isinstance(decision, Grant):
            given = tuple(cited for cited in decision.given if cited[0] is not Part.EDUCATION)
            return attrs.evolve(decision, parts=decision.parts - {Part.EDUCATION}, given=given)
        return decision

    policy = Policy("less", ruleset=attrs.evolve(POLICY_2023_04.ruleset, decide=decide))
    lost = searchable(SEARCHING) - searchable(SEARCHING, policy=policy)
    assert lost == {path for path in FIELDS if path.startswith("sections.education.")}


@given(cases(), st.sampled_from(LISTS))
def test_SEARCH_1_what_may_be_asked_is_shown(case: Case[Resume], action: Action) -> None:
    """Of every resume that a viewer finds, the parts of all fields that they may search are shown."""
    viewer = attrs.evolve(case.viewer, action=action)
    view = view_for(viewer, case.document, at=case.at)
    if view is not None:
        for path in searchable(viewer):
            assert FIELDS[path].parts.isdisjoint(view.withheld)


def test_every_path_is_one_of_the_view() -> None:
    """Each path names a key of a view's JSON, the last of which may be left out where the candidate gave nothing."""
    view = view_for(SEARCHING, resume(), at=AT)
    assert view is not None
    plain = view_to_dict(view)
    for path, searched in FIELDS.items():
        first, *rest = path.split(".")
        assert first in plain
        assert not rest or rest[0] in plain["sections"]
        if rest:
            list(values_in(getattr(view.sections, searched.section or ""), searched.names))


def test_a_text_is_no_list_of_paths() -> None:
    """A path alone, where a list belongs, is refused as a mistake of the program."""
    with pytest.raises(TypeError, match="expected sort to be a list of paths, got str"):
        check_query(SEARCHING, fields=(), sort="display_name")


@pytest.mark.parametrize(
    ("viewer", "policy", "expected"),
    [
        ("u-1", POLICY_2023_04, "expected viewer to be a Viewer, such as a Recruiter, got str"),
        (SEARCHING, None, "expected policy to be a Policy, got None"),
    ],
)
def test_what_is_no_viewer_asks_nothing(viewer: Any, policy: Any, expected: str) -> None:
    """What does not belong is refused by its type."""
    with pytest.raises(TypeError, match=expected):
        check_query(viewer, fields=(), policy=policy)
