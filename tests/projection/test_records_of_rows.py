"""Records of the rows of a list: what a row showed, and no more, is on record (NOTICE-1)."""

from datetime import timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from people import AT, owner, recruiter, resume
from resume_visibility import Part, Policy, ViewRefused, record_of, view_for
from resume_visibility.lists import Failed, views_for
from resume_visibility.model import Document
from resume_visibility.model.parts import PARTS_OF
from resume_visibility.testing import Case, cases, form_cases

some_parts = st.frozensets(
    st.sampled_from(sorted(PARTS_OF[Document.RESUME], key=lambda part: part.value)), max_size=5
)
ROW = frozenset({Part.DISPLAY_NAME, Part.WORK})


def row_of(viewer: Any, asked: Any, at: Any, parts: frozenset[Part]) -> Any:
    """The row of a list with one resume or form; None where it is not shown."""
    rows = [*views_for(viewer, [asked], at=at, parts=parts)]
    assert not any(isinstance(one, Failed) for one in rows)
    return rows[0] if rows else None


@given(st.one_of(cases(), form_cases()), some_parts)
def test_NOTICE_1_a_row_is_recorded_with_the_parts_it_showed(case: Case[Any], parts: frozenset[Part]) -> None:
    """NOTICE-1: shown is what the whole view shows, as far as the row asked for it; everything else was not shown."""
    row = row_of(case.viewer, case.document, case.at, parts)
    record = record_of(case.viewer, case.document, row, at=case.at)
    whole = view_for(case.viewer, case.document, at=case.at)
    of_whole = record_of(case.viewer, case.document, whole, at=case.at)
    assert record.shown == of_whole.shown & parts
    assert record.withheld == PARTS_OF[record.document] - record.shown
    assert set(record.clauses) <= set(of_whole.clauses)
    assert record.granted is (row is not None)


def test_NOTICE_1_a_row_that_says_otherwise_is_refused() -> None:
    """NOTICE-1: a record cannot say that more was shown than was, or less."""
    row, view = row_of(recruiter, resume(), AT, ROW), view_for(recruiter, resume(), at=AT)
    assert view is not None
    assert record_of(recruiter, resume(), row, at=AT).shown == ROW
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
    assert record_of(**asked, view=row).shown == parts
    with pytest.raises(ViewRefused, match="no view of this viewer"):
        record_of(**asked | question, view=row)
