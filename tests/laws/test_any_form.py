"""Every law reads what leaves a service in whatever form: a view, plain data, JSON in bytes or text, an object."""

import json
from collections.abc import Callable
from datetime import datetime
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import people
from pace import examples
from resume_visibility import (
    Action,
    CampusForm,
    NameDisplay,
    Resume,
    ResumeView,
    Viewer,
    Visibility,
    dump_view,
    view_for,
    view_to_dict,
)
from resume_visibility.testing import (
    ALL_LAWS,
    Case,
    cases,
    check_monotone,
    check_quiet,
    check_unreachable,
    form_cases,
)
from resume_visibility.testing import laws as laws_of_cases


def to_ascii_json(view: Any) -> str:
    """JSON with every letter beyond ASCII escaped, as `json.dumps` writes it."""
    return json.dumps({"data": view_to_dict(view)})


@attrs.frozen(repr=False)
class Response:
    """What a framework makes of an answer: an object, with a representation of its own."""

    body: bytes

    def __repr__(self) -> str:
        return "<Response>"


WRITERS: dict[str, Callable[[Any], Any]] = {
    "dict": view_to_dict,
    "bytes": dump_view,
    "text inside more": to_ascii_json,
    "a list of one": lambda view: [view_to_dict(view)],
    "beside a status": lambda view: (200, dump_view(view)),
    "an object": lambda view: Response(dump_view(view)),
}
"""What services make of a view."""


def endpoint_writing(write: Callable[[Any], Any], show: Callable[..., Any] = view_for) -> Callable[..., Any]:
    """An endpoint that writes what it shows, so."""

    def endpoint(viewer: Viewer, asked: Resume | CampusForm, at: datetime) -> Any:
        view = show(viewer, asked, at=at)
        return None if view is None else write(view)

    return endpoint


@settings(max_examples=examples(4))
@given(cases(), form_cases())
def test_every_law_takes_what_a_service_makes_of_a_view(
    case: Case[Resume], form_case: Case[CampusForm]
) -> None:
    """Whatever form of a view leaves, `view_for` around which it is built keeps every law, of resumes and of forms."""
    for write, law in product(WRITERS.values(), ALL_LAWS):
        law(endpoint_writing(write), case)
        law(endpoint_writing(write), form_case)


def test_every_law_of_one_case_is_among_all_laws() -> None:
    """LAW-1 to LAW-7 and LAW-9 are run by whoever runs `ALL_LAWS`; LAW-8 asks for a list."""
    there_are = {value for name, value in vars(laws_of_cases).items() if name.startswith("check_")}
    assert {*ALL_LAWS} == there_are
    assert len(ALL_LAWS) == 8


def show_to_blocked(viewer: Viewer, resume: Resume, *, at: datetime) -> ResumeView | None:
    """Reads a block as an invitation."""
    settings = resume.settings
    if settings.blocks:
        settings = attrs.evolve(settings, blocks=(), visibility=Visibility.PUBLIC)
    return view_for(viewer, attrs.evolve(resume, settings=settings), at=at)


def case_of_mode(visibility: Visibility) -> Case[Resume]:
    """A recruiter who asks for a resume of this mode."""
    hidden = attrs.evolve(people.OPEN, visibility=visibility, name_display=NameDisplay.HONORIFIC)
    resume = people.resume(settings=hidden)
    return Case(viewer=people.recruiter, document=resume, at=people.AT, other=resume)


@pytest.mark.parametrize(
    ("mode", "why"),
    [
        (Visibility.PRIVATE, "a tightening shows the document"),
        (Visibility.CHAT_ONLY, "a tightening (opens a channel|shows a part)"),
    ],
)
@pytest.mark.parametrize("form", WRITERS)
def test_LAW_4_code_that_opens_is_caught_in_any_form(form: str, mode: Visibility, why: str) -> None:
    """LAW-4 can fail in any form of what leaves: a block that opens the resume, or more of it."""
    with pytest.raises(AssertionError, match=why):
        check_monotone(endpoint_writing(WRITERS[form], show_to_blocked), case_of_mode(mode))


@pytest.mark.parametrize(
    ("opened", "why"),
    [
        ({"withheld": []}, "a tightening shows a part"),
        ({"contact": {"channels": ["chat", "email"]}}, "a tightening opens a channel"),
        ({"actions": ["view", "export"]}, "a tightening allows an action"),
    ],
)
def test_LAW_4_each_claim_of_a_view_is_held(opened: dict[str, Any], why: str) -> None:
    """LAW-4 can fail by a part, a channel or an action alone, by what a view says of itself."""
    closed = {"withheld": ["mobile"], "contact": {"channels": ["chat"]}, "actions": ["view"]}

    def opening(_: Viewer, resume: Resume, __: datetime) -> Any:
        return closed | opened if resume.settings.blocks else closed

    with pytest.raises(AssertionError, match=why):
        check_monotone(opening, case_of_mode(Visibility.PUBLIC))


def test_LAW_4_text_of_the_services_own_shape_is_read() -> None:
    """LAW-4 can fail where nothing says what is shown: by a text that was not there before."""

    def always(viewer: Viewer, resume: Resume, at: datetime) -> Any:
        view = show_to_blocked(viewer, resume, at=at)
        return {"summary": [work.description for work in view.sections.work] if view else []}

    with pytest.raises(AssertionError, match="a tightening shows a text"):
        check_monotone(always, case_of_mode(Visibility.PRIVATE))


@pytest.mark.parametrize("law", [check_unreachable, check_quiet], ids=lambda law: law.__name__)
@pytest.mark.parametrize(
    "leaky",
    [
        lambda viewer, resume, at: {"name": resume.basics.name.full},
        lambda viewer, resume, at: json.dumps([resume.basics.name.full]),
        lambda viewer, resume, at: json.dumps({"n": {"n": resume.basics.name.full}}).encode(),
        lambda viewer, resume, at: (200, bytearray(resume.basics.contact.mobile.e164.encode())),
    ],
    ids=["dict", "escaped text", "escaped bytes", "bytes beside a status"],
)
def test_what_is_withheld_is_found_in_any_form(law: Any, leaky: Any) -> None:
    """LAW-2, LAW-7 can fail in any form of what leaves, and where JSON escapes every letter."""
    with pytest.raises(AssertionError, match="withheld"):
        law(leaky, case_of_mode(Visibility.PUBLIC))


@settings(max_examples=examples(10))
@given(cases())
def test_LAW_7_what_is_granted_may_be_in_plain_data(case: Case[Resume]) -> None:
    """LAW-7: a dict that spells what its viewer is granted is no representation of anything else."""

    def plain(viewer: Viewer, resume: Resume, at: datetime) -> Any:
        view = view_for(viewer, resume, at=at)
        return None if view is None else {"name": view.display_name, "contact": str(view.contact.mobile)}

    check_quiet(plain, case)


cases_of_one_action = st.sampled_from(Action).flatmap(
    lambda action: st.tuples(st.just(action), cases(action=action), form_cases(action=action))
)


@settings(max_examples=examples(15))
@given(cases_of_one_action)
def test_cases_of_one_action(drawn: tuple[Action, Case[Resume], Case[CampusForm]]) -> None:
    """Code that serves one action is held to the laws on cases of that action alone."""
    action, case, form_case = drawn
    assert case.viewer.action is form_case.viewer.action is action
