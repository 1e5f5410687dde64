"""Records of the rows of a list: what a row showed, and no more, is on record (NOTICE-1)."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people import AT, recruiter, resume
from resume_visibility import AccessRecord, Part, record_of, view_for
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
    record = record_of(case.viewer, case.document, row, at=case.at, parts=parts)
    whole = view_for(case.viewer, case.document, at=case.at)
    of_whole = record_of(case.viewer, case.document, whole, at=case.at)
    assert record.shown == of_whole.shown & parts
    assert record.withheld == PARTS_OF[record.document] - record.shown
    assert set(record.clauses) <= set(of_whole.clauses)
    assert record.granted is (row is not None)


def record_for(row: Any, parts: frozenset[Part] | None) -> AccessRecord:
    """The record of a row for a recruiter."""
    return record_of(recruiter, resume(), row, at=AT, parts=parts)


def test_NOTICE_1_a_row_is_no_view_and_a_view_no_row() -> None:
    """NOTICE-1: a record cannot say that more was shown than was, or less."""
    row, view = row_of(recruiter, resume(), AT, ROW), view_for(recruiter, resume(), at=AT)
    assert record_for(row, ROW).shown == ROW
    for shown, parts in ((row, None), (view, ROW), (row, ROW - {Part.WORK}), (row, ROW | {Part.EDUCATION})):
        with pytest.raises(ValueError, match="another view"):
            record_for(shown, parts)


def test_a_part_that_is_none_is_refused() -> None:
    """Parts are asked for by their members."""
    parts: Any = ["work"]
    with pytest.raises(TypeError, match="Part"):
        record_for(None, parts)
