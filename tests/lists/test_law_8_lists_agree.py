"""LAW-8: a resume is in a viewer's list exactly when `view_for` shows it to that viewer for that action."""

from datetime import datetime, timedelta
from functools import cache

import attrs
import populations
from hypothesis import given, settings
from hypothesis import strategies as st
from populations import AT, LOOSENED, QUESTIONS, VIEWERS

from each import each
from leaks import assert_caught
from pace import examples, some_of
from policies import policy_of
from resume_visibility import (
    POLICY_2023_04,
    CampusForm,
    Policy,
    Resume,
    SupportAgent,
    Viewer,
    is_shown,
    view_for,
)
from resume_visibility.lists.conditions import NEVER_HOLDS, holds
from resume_visibility.lists.deriving import condition_for
from resume_visibility.lists.rows import Stored, stored
from resume_visibility.model import Document
from resume_visibility.policy import V2023_04, Facts, Grant, Readings, Refusal
from resume_visibility.policy.decisions import Decision
from resume_visibility.policy.facts import CANDIDATE_FACTS, VIEWER_FACTS, ViewerFacts
from resume_visibility.policy.situation import company_of, document_of, request_of
from resume_visibility.testing import Case, cases, check_lists_agree, form_cases

_NUMBER = len(some_of(range(2000), 3))


@cache
def rows_of(document: Document) -> list[tuple[Resume | CampusForm, Stored]]:
    """A population, each with its rows; fewer of forms."""
    if document is Document.RESUME:
        return [(one, stored(one)) for one in populations.resumes("agreement", _NUMBER)]
    return [(one, stored(one)) for one in populations.forms("agreement", _NUMBER * 3 // 5)]


def disagreeing(
    viewer: Viewer, document: Document, policy: Policy, number: int, at: datetime = AT
) -> list[str]:
    """The ids on which the condition and the view disagree."""
    condition = condition_for(viewer, document, at=at, policy=policy)
    return [
        asked.id
        for asked, rows in rows_of(document)[:number]
        if holds(condition, rows) is not is_shown(viewer, asked, at=at, policy=policy)
    ]


@given(cases())
def test_LAW_8_shown_is_having_a_view(case: Case[Resume]) -> None:
    """LAW-8: `is_shown` answers as `view_for` does, for every viewer and resume."""
    view = view_for(case.viewer, case.document, at=case.at)
    assert is_shown(case.viewer, case.document, at=case.at) is (view is not None)


@given(form_cases())
def test_LAW_8_shown_is_having_a_view_of_a_form(case: Case[CampusForm]) -> None:
    """LAW-8: `is_shown` answers as `view_for` does, for every viewer and form."""
    view = view_for(case.viewer, case.document, at=case.at)
    assert is_shown(case.viewer, case.document, at=case.at) is (view is not None)


def listed(viewer: Viewer, documents: tuple[Resume, ...] | tuple[CampusForm, ...], at: datetime) -> list[str]:
    """A list that is filtered by the condition."""
    return [one.id for one in documents if holds(condition_for(viewer, document_of(one), at=at), stored(one))]


@given(cases(), form_cases())
def test_LAW_8_the_condition_holds_of_what_is_shown(case: Case[Resume], of_form: Case[CampusForm]) -> None:
    """LAW-8: the condition holds of the stored rows exactly where the resume or form is shown, whoever is drawn."""
    check_lists_agree(listed, case)
    check_lists_agree(listed, of_form)


def test_LAW_8_a_list_that_forgets_blocks_is_caught() -> None:
    """LAW-8 can fail: a list that was made of resumes without their blocks."""

    def forgetful(viewer: Viewer, documents: tuple[Resume, ...], at: datetime) -> list[str]:
        return listed(viewer, tuple(unblocked(one) for one in documents), at)

    assert_caught(check_lists_agree, forgetful, "a list differs from the views")


def unblocked(resume: Resume) -> Resume:
    """A resume of which the blocks are lost."""
    return attrs.evolve(resume, settings=attrs.evolve(resume.settings, blocks=()))


@each(("viewer", "document"), [(viewer, document) for viewer in QUESTIONS for document in Document])
def test_LAW_8_lists_agree_on_hostile_populations(viewer: Viewer, document: Document) -> None:
    """LAW-8: of 400 resumes and 400 forms, every viewer and action is given exactly what is shown; of more, where the whole is asked for."""
    assert not disagreeing(viewer, document, POLICY_2023_04, len(some_of(range(2000), 5)))


@each(
    ("readings", "viewer", "document"),
    some_of(
        [
            (readings, viewer, document)
            for readings in LOOSENED
            for viewer in QUESTIONS
            for document in Document
        ],
        5,
    ),
)
def test_LAW_8_lists_agree_under_every_reading(
    readings: Readings, viewer: Viewer, document: Document
) -> None:
    """LAW-8: and so with every reading loosened, one at a time and all at once."""
    assert not disagreeing(viewer, document, policy_of(readings), 150)


@each("step", range(-2, 3))
def test_LAW_8_lists_agree_a_microsecond_before_and_after(step: int) -> None:
    """LAW-8: at the edge of an age, a consent, a block and an application, by the microsecond."""
    at = AT + timedelta(microseconds=step)
    for viewer in some_of(QUESTIONS, 7):
        assert not disagreeing(viewer, Document.RESUME, POLICY_2023_04, 300, at)


@each(("viewer", "document"), [(viewer, document) for viewer in QUESTIONS for document in Document])
def test_LAW_8_agreement_means_something(viewer: Viewer, document: Document) -> None:
    """No list is full, and none is empty but where the condition says that it always is."""
    among = rows_of(document)
    found = sum(is_shown(viewer, asked, at=AT) for asked, _ in among)
    assert found < len(among)
    assert (found == 0) is (condition_for(viewer, document, at=AT) == NEVER_HOLDS)


@each(("viewer", "document"), [(viewer, document) for viewer in QUESTIONS for document in Document])
def test_LAW_8_what_is_always_empty_has_its_reason(viewer: Viewer, document: Document) -> None:
    """A list is always empty because no case of the table shows anything to such a viewer, or because of what is known of
    this one: a company without an id that everybody's application passes by, or no open case.
    """
    asked = request_of(viewer, document, POLICY_2023_04.readings)
    shows = any(
        isinstance(entry.decision, Grant)
        for half in VIEWER_FACTS
        if half[: len(asked)] == asked
        for entry in POLICY_2023_04.row(half).values()
    )
    company = company_of(viewer)
    by_viewer = (company is not None and company.id is None) or isinstance(viewer, SupportAgent)
    if condition_for(viewer, document, at=AT) == NEVER_HOLDS:
        assert by_viewer or not shows
    else:
        assert shows


_GRANTS = {
    document: next(
        entry.decision
        for entry in POLICY_2023_04.entries()
        if entry.facts.document is document and isinstance(entry.decision, Grant)
    )
    for document in Document
}

_VALUES: dict[str, list[object]] = {
    name: sorted({getattr(half, name) for half in halves}, key=str)
    for halves in (VIEWER_FACTS, CANDIDATE_FACTS[Document.RESUME])
    for name in halves[0]._fields
    if name not in ("document", "action", "qualified")
}

terms = st.dictionaries(st.sampled_from(sorted(_VALUES)), st.integers(1, 62), max_size=3)
"""What has to hold together: of some facts, which of their values, as the bits of a number."""


def policy_showing(drawn: list[dict[str, int]]) -> Policy:
    """A policy that shows something where one of the terms holds, and says nothing sensible otherwise."""

    def decide(facts: Facts, _: Readings) -> Decision:
        holds_now = any(
            all(mask >> _VALUES[name].index(getattr(facts, name)) & 1 for name, mask in term.items())
            for term in drawn
        )
        return _GRANTS[facts.document] if holds_now else Refusal(())

    return Policy("drawn", ruleset=attrs.evolve(V2023_04, decide=decide))


@settings(max_examples=examples(60))
@given(st.lists(terms, max_size=3), st.sampled_from(QUESTIONS), st.sampled_from(Document))
def test_LAW_8_lists_agree_for_any_ruleset(
    drawn: list[dict[str, int]], viewer: Viewer, document: Document
) -> None:
    """LAW-8: the condition is derived from the table, whatever the rules make of it, and not from the rules as they are."""
    assert not disagreeing(viewer, document, policy_showing(drawn), 150)


def _on(name: str, values: frozenset[object]) -> Policy:
    """A policy that shows something where a fact has one of some values, and in no other case."""

    def decide(facts: Facts, _: Readings) -> Decision:
        return _GRANTS[facts.document] if getattr(facts, name) in values else Refusal(())

    return Policy("one fact", ruleset=attrs.evolve(V2023_04, decide=decide))


def _facts_of(viewer: Viewer) -> list[tuple[str, frozenset[object]]]:
    """Every fact that depends on the pair of this viewer and a resume, with each of its values and all but each."""
    asked = request_of(viewer, Document.RESUME, POLICY_2023_04.readings)
    halves = [half for half in VIEWER_FACTS if half[: len(asked)] == asked]
    found: list[tuple[str, frozenset[object]]] = []
    for name in ViewerFacts._fields[len(asked) :]:
        values = {getattr(half, name) for half in halves}
        for value in values if len(values) > 1 else ():
            found += [(name, frozenset({value})), (name, frozenset(values - {value}))]
    return found


@each(
    ("viewer", "name", "values"),
    [(viewer, name, values) for viewer in some_of(VIEWERS, 3) for name, values in _facts_of(viewer)],
)
def test_LAW_8_each_fact_is_said_of_rows(viewer: Viewer, name: str, values: frozenset[object]) -> None:
    """LAW-8: whatever a resume and a viewer are to each other, rows say it, each value of it apart."""
    assert not disagreeing(viewer, Document.RESUME, _on(name, values), 300)
