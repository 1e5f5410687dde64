"""LAW-6: any viewer and any valid resume give an answer, the same one each time."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leaks import Law, assert_caught
from pace import examples
from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    CommunityMember,
    Language,
    Owner,
    Resume,
    School,
    Viewer,
    dump_view,
    view_for,
)
from resume_visibility.testing import ALL_LAWS, Case, cases, check_pure, form_cases, resumes, viewers
from resume_visibility.testing.asked_before import asked_before
from shows import show


@given(cases())
def test_pure(case: Case[Resume]) -> None:
    """LAW-6: the same answer each time, whatever was asked in between."""
    check_pure(show, case)


@given(viewers(), resumes(), st.datetimes(timezones=st.timezones() | st.just(UTC)))
def test_total(viewer: Viewer, resume: Resume, at: datetime) -> None:
    """LAW-6: no viewer, resume and instant, in whatever time zone, raise anything."""
    seen = view_for(viewer, resume, at=at)
    known_there = resume.community if isinstance(viewer, CommunityMember) else resume
    assert seen is None or (known_there is not None and seen.id == known_there.id)


def test_a_counter_is_caught() -> None:
    """LAW-6 can fail: an answer that depends on how often it was asked gets caught."""
    asked = count()

    def leaky(viewer: Viewer, resume: Resume, at: datetime) -> object:
        return view_for(viewer, resume, at=at), next(asked)

    assert_caught(check_pure, leaky, "the second answer differs")


def test_an_answer_by_identity_is_caught() -> None:
    """LAW-6 can fail: an answer that depends on which of two equal resumes was asked for gets caught."""

    def leaky(viewer: Viewer, resume: Resume, at: datetime) -> object:
        return view_for(viewer, resume, at=at), id(resume)

    assert_caught(check_pure, leaky, "an equal document is answered otherwise")


def _without_verification(viewer: Any, at: datetime) -> object:
    everything = True if isinstance(viewer, School) else FULLY_VERIFIED
    return (attrs.evolve(viewer, verified=everything) if hasattr(viewer, "verified") else viewer), at


FORGOTTEN: dict[str, Callable[[Any, datetime], object]] = {
    "viewer": lambda viewer, at: at,
    "language": lambda viewer, at: (attrs.evolve(viewer, language=Language.ZH), at),
    "action": lambda viewer, at: (attrs.evolve(viewer, action=Action.VIEW), at),
    "verification": _without_verification,
    "instant": lambda viewer, at: viewer,
}
"""What the key of a cache forgets, by what it holds of the question."""


@pytest.mark.parametrize("strategy", [cases, form_cases])
@pytest.mark.parametrize("forgotten", [*FORGOTTEN])
def test_an_answer_that_is_kept_for_somebody_else_is_caught(strategy: Any, forgotten: str) -> None:
    """LAW-6 can fail: a cache whose key holds the state of a document and not the whole question gets caught."""
    kept: dict[object, bytes | None] = {}

    def leaky(viewer: Viewer, document: Any, at: datetime) -> object:
        key = document.id, document.revision, FORGOTTEN[forgotten](viewer, at)
        if key not in kept:
            view = view_for(viewer, document, at=at)
            kept[key] = None if view is None else dump_view(view)
        return kept[key]

    assert_caught(check_pure, leaky, "what was asked before makes a difference", strategy())


def states_of(law: Law, case: Case[Resume]) -> set[str]:
    """The revisions of the resumes for which a law asks, but for those of the case."""
    asked: set[str] = set()

    def noting(viewer: Viewer, resume: Resume, at: datetime) -> object:
        asked.add(resume.revision)
        return show(viewer, resume, at)

    law(noting, case)
    return asked - {case.document.revision, case.other.revision}


@settings(max_examples=examples(20))
@given(cases())
def test_what_was_asked_before_is_asked_of_a_state_of_its_own(case: Case[Resume]) -> None:
    """LAW-6 finds a wrong cache among other laws, too: none of them asked for that state, which the cache would know by then."""
    others = set[str]().union(*(states_of(law, case) for law in ALL_LAWS if law is not check_pure))
    assert others.isdisjoint(states_of(check_pure, case))


@given(cases())
def test_what_was_asked_before_differs_in_one_thing(case: Case[Resume]) -> None:
    """A cache that forgets who asks, or any field of the viewer, or when, is asked the wrong way first."""
    asked = [*asked_before(case)]
    at_once = [viewer for viewer, at in asked if at == case.at]
    assert at_once[0] == Owner(candidate=case.document.candidate)
    names = [*attrs.fields_dict(type(case.viewer))]
    differing = [
        [name for name in names if getattr(viewer, name) != getattr(case.viewer, name)]
        for viewer in at_once[1:]
    ]
    assert differing[: len(names)] == [[name] for name in names]
    # Then by one name of a company, or by its group, where that decides.
    assert all(one in (["company"], ["agency"], ["clients"]) for one in differing[len(names) :])
    (_, yesterday), *ends = [(viewer, at) for viewer, at in asked if at != case.at]
    assert yesterday == case.at - timedelta(days=1)
    for viewer, at in ends:
        view = view_for(viewer, case.document, at=at)
        assert viewer == case.viewer
        assert view is not None
        assert at < view.fresh_until <= case.at


@settings(max_examples=examples(20))
@given(cases())
def test_nothing_was_asked_before_the_first_instant(case: Case[Resume]) -> None:
    """LAW-6: of the first day there is no day before."""
    first = attrs.evolve(case, at=datetime.min.replace(tzinfo=UTC) + timedelta(hours=1))
    assert {at for _, at in asked_before(first)} == {first.at}
