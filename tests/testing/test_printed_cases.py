"""What Hypothesis prints of a case that breaks a law: what an engineer needs to ask the same question again."""

import json
import re
from typing import Any

import attrs
import pytest
from hypothesis import Phase, given, settings

from each import each
from resume_visibility import Policy, view_for
from resume_visibility.policy import V2023_04
from resume_visibility.testing import (
    Case,
    cases,
    check_noninterference,
    check_one_nothing,
    check_unreachable,
    form_cases,
)

OURS = Policy("ours", ruleset=attrs.evolve(V2023_04, version="ours", age=18))


@each("strategy, document", [(cases, "Resume"), (form_cases, "CampusForm")])
def test_a_case_that_breaks_a_law_can_be_read(strategy: Any, document: str) -> None:
    """A failing test prints who asks, when, by which policy and for what, and no clause or reading of the policy."""
    broken: list[Case[Any]] = []

    @settings(max_examples=100, phases=[Phase.generate], report_multiple_bugs=False)
    @given(strategy(policy=OURS))
    def test(case: Case[Any]) -> None:
        broken.append(case)
        check_one_nothing(lambda *_: "a hit", case)

    with pytest.raises(AssertionError, match="a refusal differs from another") as caught:
        test()
    case, printed = broken[-1], "\n".join(caught.value.__notes__)
    kind = type(case.viewer).__name__
    assert f"viewer={kind}(" in printed
    assert f"at={case.at!r}," in printed
    assert "policy=<Policy ours>," in printed
    for name, one in (("document", case.document), ("other", case.other)):
        assert f"{name}={document}(id={one.id!r}," in printed
    assert "ruleset" not in printed


def _said(law: Any, leaky: Any) -> str:
    """The message of the first case that breaks the law."""

    @settings(max_examples=100, phases=[Phase.generate], report_multiple_bugs=False)
    @given(cases())
    def test(case: Case[Any]) -> None:
        law(leaky, case)

    with pytest.raises(AssertionError) as caught:
        test()
    return str(caught.value)


@each(
    "written, message",
    [
        (lambda files: json.dumps({"name": "Mr. Li", "files": files}).encode(), r'"files": \d+}\', and \''),
        (lambda files: {"name": "李先生", "files": files}, r"'files': \d+}\", and \""),
    ],
)
def test_LAW_1_a_law_says_where_two_answers_differ(written: Any, message: str) -> None:
    """A law that compares two answers prints the place from which they differ, with what stands before it."""

    def leaky(viewer: Any, resume: Any, at: Any) -> Any:
        return None if view_for(viewer, resume, at=at) is None else written(len(resume.attachments))

    said = _said(check_noninterference, leaky)
    assert said.startswith("LAW-1: a withheld value makes a difference: ")
    assert re.search(message, said)


def test_LAW_1_a_law_says_where_two_views_differ() -> None:
    """Of two views it prints their JSON, because the repr of a view shows nothing."""

    def leaky(viewer: Any, resume: Any, at: Any) -> Any:
        view = view_for(viewer, resume, at=at)
        return view and attrs.evolve(view, display_name=f"{len(resume.attachments)} files")

    assert " files" in _said(check_noninterference, leaky)


def test_LAW_1_what_is_written_alike_has_no_place() -> None:
    """Where two objects differ and are written alike, there is no place to print."""
    said = _said(check_noninterference, lambda *_: Unequal())
    assert said == "LAW-1: a withheld value makes a difference"


class Unequal:
    """An object that is equal to none, and looks like all others of its class."""

    def __eq__(self, other: object) -> bool:
        return False

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "<Unequal>"


def test_LAW_2_a_law_says_which_value_can_be_reached() -> None:
    """It prints the withheld value that it found."""

    def leaky(viewer: Any, resume: Any, at: Any) -> Any:
        return None if view_for(viewer, resume, at=at) is None else resume.basics.name.full

    assert re.fullmatch(r"LAW-2: a withheld value can be reached: '.+'", _said(check_unreachable, leaky))


def test_LAW_3_a_law_says_what_was_given_in_place_of_none() -> None:
    """It prints how the answer begins."""
    said = _said(check_one_nothing, lambda *_: (403, b"blocked"))
    assert said == "LAW-3: a refusal differs from another: expected None, got \"(403, b'blocked')\""


def test_LAW_1_a_law_says_where_two_representations_differ() -> None:
    """Of two equal objects it prints where they are written in another way."""

    def leaky(viewer: Any, resume: Any, at: Any) -> Any:
        return None if view_for(viewer, resume, at=at) is None else Equal(len(resume.attachments))

    pattern = r"LAW-1: a withheld value makes a difference, by the repr: '<Equal \d>', and '<Equal \d>'"
    assert re.fullmatch(pattern, _said(check_noninterference, leaky))


class Equal:
    """An object that is equal to all others of its class, and says in its representation what is in it."""

    def __init__(self, files: int) -> None:
        self.files = files

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Equal)

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return f"<Equal {self.files}>"
