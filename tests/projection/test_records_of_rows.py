"""Records of the rows of a list: what a row showed, and no more, is on record (NOTICE-1)."""

from datetime import timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from own import OurResume
from people import AT, owner, recruiter, resume
from resume_visibility import Part, Policy, ViewRefused, record_of, view_for
from resume_visibility.lists import Failed, views_for
from resume_visibility.model import Action, CampusForm, Document, Owner
from resume_visibility.model.parts import PARTS_OF, with_pieces
from resume_visibility.testing import Case, cases, form_cases

some_parts = st.frozensets(
    st.sampled_from(sorted(PARTS_OF[Document.RESUME], key=lambda part: part.value)), max_size=5
)
ROW = frozenset({Part.DISPLAY_NAME, Part.WORK})
SHOWN = ROW | {Part.NAME, Part.LATEST_POSITION}
"""What such a row of our candidate shows: the display name is the real name, and the latest position is in the work experience."""


def row_of(viewer: Any, asked: Any, at: Any, parts: frozenset[Part]) -> Any:
    """The row of a list with one resume or form; None where it is not shown."""
    rows = [*views_for(viewer, [asked], at=at, parts=parts)]
    assert not any(isinstance(one, Failed) for one in rows)
    return rows[0] if rows else None


@given(st.one_of(cases(), form_cases()), some_parts)
def test_NOTICE_1_a_row_is_recorded_with_the_parts_it_showed(case: Case[Any], parts: frozenset[Part]) -> None:
    """NOTICE-1: shown is what the whole view shows, as far as the row asked for it or for what it is a piece of; and nothing else."""
    row = row_of(case.viewer, case.document, case.at, parts)
    record = record_of(case.viewer, case.document, row, at=case.at)
    whole = view_for(case.viewer, case.document, at=case.at)
    of_whole = record_of(case.viewer, case.document, whole, at=case.at)
    names = {Part.NAME, Part.DISPLAY_NAME}
    assert record.shown - names == (of_whole.shown & with_pieces(parts)) - names
    assert record.withheld == PARTS_OF[record.document] - record.shown
    assert set(record.clauses) <= set(of_whole.clauses)
    assert record.granted is (row is not None)


@given(st.one_of(cases(), form_cases()), some_parts)
def test_NOTICE_1_a_name_in_a_row_is_on_record(case: Case[Any], parts: frozenset[Part]) -> None:
    """NOTICE-1: the name is on record as shown exactly if the row shows it where there is one, be it as the name by which a candidate is
    called.
    """
    row = row_of(case.viewer, case.document, case.at, parts)
    if row is None:
        return
    of_whole = record_of(
        case.viewer, case.document, view_for(case.viewer, case.document, at=case.at), at=case.at
    )
    record = record_of(case.viewer, case.document, row, at=case.at)
    asked = Part.DISPLAY_NAME in parts or (isinstance(case.document, CampusForm) and Part.NAME in parts)
    assert (Part.NAME in record.shown) is (asked and Part.NAME in of_whole.shown)
    assert not (row.display_name is not None and Part.DISPLAY_NAME not in record.shown)
    if case.document.basics.name is not None and row.display_name == case.document.basics.name.full:
        assert Part.NAME in record.shown


@pytest.mark.parametrize(
    ("parts", "named"), [(ROW, True), (ROW | {Part.NAME}, True), (frozenset({Part.NAME, Part.WORK}), False)]
)
def test_NOTICE_1_a_resume_shows_the_name_as_the_display_name_alone(
    parts: frozenset[Part], named: bool
) -> None:
    """NOTICE-1: a row that asked for the name, and not for what a candidate is called, shows no name and is recorded so."""
    row = row_of(owner, resume(), AT, parts)
    assert (row.display_name == "张三丰") is named
    assert (Part.NAME in record_of(owner, resume(), row, at=AT).shown) is named


def test_NOTICE_1_a_row_without_the_name_cannot_be_feigned() -> None:
    """NOTICE-1: a whole view that says that it omits the real name shows it all the same."""
    view = view_for(owner, resume(), at=AT)
    assert view is not None
    false = attrs.evolve(view, omitted=frozenset({Part.NAME}))
    assert record_of(owner, resume(), false, at=AT) == record_of(owner, resume(), view, at=AT)


@given(cases(of=OurResume), st.one_of(st.just(frozenset(Part)), some_parts))
def test_NOTICE_1_a_row_of_ones_own_class_is_on_record(case: Case[Any], parts: frozenset[Part]) -> None:
    """NOTICE-1: the row of an owner with every part, too, which lacks what only the owner's whole view has."""
    for viewer in (case.viewer, Owner(candidate=case.document.candidate, action=Action.VIEW)):
        row = row_of(viewer, case.document, case.at, parts)
        record = record_of(viewer, case.document, row, at=case.at)
        assert record.granted is (row is not None)


def test_NOTICE_1_a_row_that_says_otherwise_is_refused() -> None:
    """NOTICE-1: a record cannot say that more was shown than was, or less."""
    row, view = row_of(recruiter, resume(), AT, ROW), view_for(recruiter, resume(), at=AT)
    assert view is not None
    assert record_of(recruiter, resume(), row, at=AT).shown == SHOWN
    for false in (
        attrs.evolve(row, omitted=frozenset()),
        attrs.evolve(row, omitted=row.omitted - {Part.EDUCATION}),
        attrs.evolve(row, omitted=row.omitted | {Part.WORK}),
        attrs.evolve(row, omitted=row.omitted - {Part.EDUCATION}, withheld=row.withheld | {Part.EDUCATION}),
        attrs.evolve(view, omitted=frozenset({Part.WORK})),
    ):
        with pytest.raises(ViewRefused, match="another view"):
            record_of(recruiter, resume(), false, at=AT)


@pytest.mark.parametrize(
    "question",
    [
        {"viewer": owner},
        {"resume": resume(intention=None)},
        {"at": AT + timedelta(hours=3)},
        {"policy": Policy("2023-04-again")},
    ],
    ids=["viewer", "resume", "instant", "policy"],
)
def test_NOTICE_1_a_row_is_on_record_for_its_own_question_alone(question: dict[str, Any]) -> None:
    """NOTICE-1: a row of another viewer, resume, instant or policy is refused."""
    parts = ROW | {Part.INTENTION}
    asked: dict[str, Any] = {"viewer": recruiter, "resume": resume(), "at": AT}
    row = row_of(recruiter, resume(), AT, parts)
    assert record_of(**asked, view=row).shown == SHOWN | {Part.INTENTION}
    with pytest.raises(ViewRefused, match="no view of this viewer"):
        record_of(**asked | question, view=row)
