"""The command `audience` forgets nobody to whom a resume or form is shown, and names the rules by which it is."""

from pathlib import Path

import attrs
import pytest
from hypothesis import assume, given

from people import AT, applied, form, recruiter, resume, with_settings
from resume_visibility import (
    POLICY_2023_04,
    Action,
    CampusForm,
    Owner,
    Part,
    Policy,
    Resume,
    Visibility,
)
from resume_visibility.cli.audience import _given, _viewers, audience_lines
from resume_visibility.model.language import Language
from resume_visibility.policy import Clause, Readings
from resume_visibility.testing import Case, cases, form_cases

DATA = Path(__file__).parents[1] / "examples" / "data"


def lines(asked: Resume | CampusForm, policy: Policy = POLICY_2023_04) -> list[str]:
    return list(audience_lines(asked, AT, policy, Language.EN))


@given(cases())
def test_nobody_is_forgotten_who_is_shown_a_resume(case: Case[Resume]) -> None:
    """Whoever is given something is of the kind of a viewer of the audience who is given at least as much."""
    _nobody_is_forgotten(case)


@given(form_cases())
def test_nobody_is_forgotten_who_is_shown_a_form(case: Case[CampusForm]) -> None:
    """Whoever is given something is of the kind of a viewer of the audience who is given at least as much."""
    _nobody_is_forgotten(case)


def _nobody_is_forgotten(case: Case[Resume] | Case[CampusForm]) -> None:
    items, _, _ = _given(case.viewer, case.document, case.at, POLICY_2023_04)
    assume(items)
    audience = _viewers(case.document, case.at, POLICY_2023_04)
    alike = [one for one, _ in audience if type(one) is type(case.viewer)]
    assert any(items <= _given(one, case.document, case.at, POLICY_2023_04)[0] for one in alike)


@given(cases())
def test_nobody_is_listed_who_is_shown_nothing(case: Case[Resume]) -> None:
    """Each viewer of the audience but the owner is given something, by a clause."""
    for viewer, _ in _viewers(case.document, case.at, POLICY_2023_04):
        items, _, clauses = _given(viewer, case.document, case.at, POLICY_2023_04)
        assert isinstance(viewer, Owner) or (items and clauses)


def test_the_rules_are_those_that_give() -> None:
    """A clause that withholds something from a viewer is not among those by which they are shown the rest."""
    items, files, clauses = _given(
        recruiter,
        attrs.evolve(with_settings(resume(), visibility=Visibility.PRIVATE), applications=(applied,)),
        AT,
        POLICY_2023_04,
    )
    assert Part.MOBILE in items
    assert Action.SEARCH not in items
    assert files == {"file-1"}
    assert clauses == (
        *(Clause.APPLY_1, Clause.APPLY_2, Clause.APPLY_3, Clause.APPLY_5),
        *(Clause.NAME_1, Clause.PHONE_2, Clause.CHAT_1),
    )


@pytest.mark.parametrize(
    "asked", [resume(deleted=True), attrs.evolve(form(), deleted=True)], ids=["resume", "form"]
)
def test_GATE_2_nobody_is_the_audience_of_what_is_deleted(asked: Resume | CampusForm) -> None:
    """Of a deleted resume nobody is listed, the owner included."""
    assert lines(asked) == ["not shown"]


def test_GATE_1_the_owner_alone_is_the_audience_of_what_is_switched_off() -> None:
    """With the resume permission off the owner is listed, and that nobody else is shown anything."""
    off = lines(with_settings(resume(), resume_permission=False))
    assert [line for line in off if not line.startswith(" ")] == [
        "owner",
        "nobody else is shown anything",
        "OWNER-1: the owner sees everything and may take a copy (本人)",
    ]


def test_who_is_given_the_same_is_listed_together() -> None:
    """The audience is of the policy that decides: under another reading a group is as its company, and stands beside it."""
    sent = resume(applications=(attrs.evolve(applied, group="g"),))
    wide = Policy("wide", readings=Readings(application_stays_with_company=False))
    group, company = "recruiter of other companies of group g", "recruiter of company acme of group g"
    alone, beside = lines(sent), lines(sent, wide)
    assert alone[alone.index(company) + 1].startswith("  by: MODE-1, PARTS-1, APPLY-1")
    assert abs(beside.index(group) - beside.index(company)) == 1
