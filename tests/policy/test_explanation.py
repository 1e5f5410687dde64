"""Explanations agree with what is shown, cite a clause for everything, and say nothing personal."""

from datetime import UTC, datetime
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from people import (
    AT,
    HOME,
    MAIL,
    NUMBER,
    applied,
    delivered,
    headhunter,
    line,
    mailbox,
    owner,
    recruiter,
    resume,
    stranger,
    visitor,
    with_settings,
)
from resume_visibility import (
    Action,
    Change,
    Channel,
    Clause,
    CompanyBlock,
    Explanation,
    InvalidValue,
    Kind,
    NameDisplay,
    Part,
    Resume,
    ResumeView,
    Standing,
    Viewer,
    Visibility,
    explain,
    view_for,
)
from resume_visibility.policy.standing import company_of
from resume_visibility.testing import Case, cases


def told(explanation: Explanation, kind: type[Any], *, given: bool) -> frozenset[Any]:
    """The parts, channels or actions that an explanation says are given, or refused."""
    return frozenset(
        one.item for one in explanation.rulings if isinstance(one.item, kind) and one.given is given
    )


@given(cases())
def test_an_explanation_agrees_with_the_view(case: Case) -> None:
    """What is explained is what is shown: parts, channels and actions, given and refused."""
    explanation = explain(case.viewer, case.resume, at=case.at)
    view = view_for(case.viewer, case.resume, at=case.at)
    assert explanation.shown is (view is not None)
    if view is None:
        assert explanation.rulings == ()
        return
    assert told(explanation, Part, given=False) == view.withheld
    assert told(explanation, Part, given=True) == frozenset(Part) - view.withheld
    assert told(explanation, Channel, given=True) == view.contact.channels
    assert told(explanation, Channel, given=False) == frozenset(Channel) - view.contact.channels
    assert told(explanation, Action, given=True) == view.actions
    assert told(explanation, Action, given=False) == frozenset(Action) - view.actions


@given(cases())
def test_everything_cites_a_clause(case: Case) -> None:
    """Every item is ruled on once, by at least one clause, each named once; so is the decision."""
    explanation = explain(case.viewer, case.resume, at=case.at)
    assert explanation.clauses
    assert all(isinstance(clause, Clause) for clause in explanation.clauses)
    items = [ruling.item for ruling in explanation.rulings]
    assert len(set(items)) == len(items)
    for ruling in explanation.rulings:
        assert ruling.clauses
        assert len(set(ruling.clauses)) == len(ruling.clauses)


def changed(case: Case, change: Change) -> Resume:
    """The resume after a change that an explanation names."""
    chosen, to = case.resume.settings, change.to
    company = company_of(case.viewer)
    made: dict[str, Any]
    match change.setting:
        case "visibility":
            made = {"visibility": Visibility(to)}
        case "name_display":
            made = {"name_display": NameDisplay(to)}
        case "nickname":
            made = {"nickname": None if to == "none" else NameDisplay(to)}
        case "blocks" if to == "none":
            made = {"blocks": ()}
        case "blocks":
            assert company is not None
            assert company.id is not None
            made = {"blocks": (*chosen.blocks, CompanyBlock(company=company.id, at=case.at))}
        case _:
            made = {change.setting: {"true": True, "false": False}[to]}
    return attrs.evolve(case.resume, settings=attrs.evolve(chosen, **made))


def items(view: ResumeView | None) -> frozenset[Any]:
    """Everything that a view gives."""
    return (
        frozenset()
        if view is None
        else frozenset(Part) - view.withheld | view.contact.channels | view.actions
    )


@settings(max_examples=60)
@given(cases())
def test_the_changes_are_true(case: Case) -> None:
    """Making a change that is named has exactly the effect that is told."""
    before = items(view_for(case.viewer, case.resume, at=case.at))
    for change in explain(case.viewer, case.resume, at=case.at).changes:
        view = view_for(case.viewer, changed(case, change), at=case.at)
        assert change.shown is (view is not None)
        assert change.gained == items(view) - before
        assert change.lost == before - items(view)
        assert change.gained or change.lost


@settings(max_examples=60)
@given(cases())
def test_no_change_is_left_out(case: Case) -> None:
    """A single change of a setting that makes a difference is named."""
    named = {(change.setting, change.to) for change in explain(case.viewer, case.resume, at=case.at).changes}
    before = items(view_for(case.viewer, case.resume, at=case.at))
    tries = [("visibility", one.value) for one in Visibility] + [
        ("name_display", one.value) for one in NameDisplay
    ]
    tries += [(name, to) for name in ("resume_permission", "chat_permission") for to in ("true", "false")]
    for setting, to in tries:
        other = changed(case, Change(setting, to, True, frozenset(), frozenset()))
        differs = items(view_for(case.viewer, other, at=case.at)) != before
        assert ((setting, to) in named) is differs


@given(cases())
def test_an_explanation_says_nothing_personal(case: Case) -> None:
    """LAW-7: no name, number, address, text, id or instant of the candidate or the viewer is in an explanation."""
    text = repr(explain(case.viewer, case.resume, at=case.at))
    whole, contact = case.resume, case.resume.basics.contact
    personal = [whole.basics.name.full, contact.mobile.e164[3:], whole.id, whole.candidate, whole.highlights]
    personal += [one.address for one in (contact.email, contact.homepage) if one is not None]
    personal += ["acme", "globex", "user-1", "user-2", "datetime", "course-", "partner'"]
    assert [one for one in personal if one and one in text] == []


PRIVATE = with_settings(resume(), visibility=Visibility.PRIVATE)
HIDDEN = with_settings(resume(), resume_permission=False)
BLOCKED = with_settings(resume(), blocks=(CompanyBlock(company="acme", at=AT),))


@pytest.mark.parametrize(
    ("viewer", "whole", "clauses"),
    [
        (recruiter, resume(), (Clause.MODE_1,)),
        (recruiter, with_settings(resume(), visibility=Visibility.CHAT_ONLY), (Clause.MODE_2,)),
        (headhunter, with_settings(resume(), visibility=Visibility.HEADHUNTERS), (Clause.MODE_3,)),
        (recruiter, with_settings(resume(), visibility=Visibility.HEADHUNTERS), (Clause.MODE_3,)),
        (recruiter, PRIVATE, (Clause.MODE_4,)),
        (recruiter, attrs.evolve(PRIVATE, applications=(applied,)), (Clause.APPLY_1,)),
        (recruiter, attrs.evolve(resume(), applications=(applied,)), (Clause.MODE_1, Clause.APPLY_1)),
        (mailbox, attrs.evolve(PRIVATE, applications=(delivered,)), (Clause.APPLY_4,)),
        (mailbox, PRIVATE, (Clause.APPLY_4,)),
        (recruiter, BLOCKED, (Clause.BLOCK_1,)),
        (recruiter, HIDDEN, (Clause.GATE_1,)),
        (recruiter, attrs.evolve(BLOCKED, deleted=True), (Clause.GATE_2, Clause.BLOCK_1)),
        (attrs.evolve(recruiter, signed_in=False), resume(), (Clause.GATE_4,)),
        (owner, HIDDEN, (Clause.OWNER_1,)),
        (visitor, resume(), (Clause.DEFAULT_DENY,)),
    ],
)
def test_the_clauses_that_decide(viewer: Viewer, whole: Resume, clauses: tuple[Clause, ...]) -> None:
    """A decision names every clause that granted it, or every one that refused it."""
    assert explain(viewer, whole, at=AT).clauses == clauses


def test_the_facts_are_told() -> None:
    """An explanation tells the kind of the viewer and how their company stands."""
    facts = explain(recruiter, resume(applications=(applied,)), at=AT).facts
    assert (facts.kind, facts.standing) == (Kind.RECRUITER, Standing.APPLIED_WITH_ATTACHMENTS)


def test_why_the_number_is_not_shown() -> None:
    """PHONE-1: the real number is withheld by the clause about it, and given by the application."""
    withheld = {one.item: one.clauses for one in explain(stranger, resume(), at=AT).rulings}
    granted = {
        one.item: one.clauses for one in explain(recruiter, resume(applications=(applied,)), at=AT).rulings
    }
    assert withheld[Part.MOBILE] == (Clause.PHONE_1,)
    assert granted[Part.MOBILE] == (Clause.APPLY_1,)


def test_an_explanation_of_a_full_resume_is_silent() -> None:
    """LAW-7: nothing of a resume with virtual numbers and typed-in secrets is in its explanation."""
    whole = resume(strengths=f"张三丰 {NUMBER}", virtual_numbers=(line("one"),), applications=(applied,))
    text = f"{explain(recruiter, whole, at=AT)!r} {explain(recruiter, whole, at=AT)}"
    assert [one for one in ("张三丰", NUMBER, MAIL, HOME, "862100000000", "acme", "u-1") if one in text] == []


def test_explaining_takes_what_viewing_takes() -> None:
    """A view is no resume and a naive instant no instant here, either; without an instant it is now."""
    view = view_for(owner, resume(), at=AT)
    with pytest.raises(TypeError, match="got a ResumeView"):
        explain(owner, view, at=AT)  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="expected a viewer"):
        explain("owner", resume(), at=AT)  # type: ignore[call-overload]
    with pytest.raises(InvalidValue):
        explain(owner, resume(), at=datetime(2026, 6, 1))
    assert explain(owner, resume()) == explain(owner, resume(), at=datetime.now(UTC))
