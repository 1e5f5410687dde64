"""Records of the rows of a list: what a row showed, and no more, is on record (NOTICE-1)."""

from datetime import timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from each import each
from own import OurResume
from people import AT, HOME, MAIL, NUMBER, applied, form, line, owner, recruiter, resume, stranger
from resume_visibility import Part, Policy, ViewRefused, record_of, view_for
from resume_visibility.lists import Failed, views_for
from resume_visibility.model import Action, CampusForm, Document, Owner, PhoneNumber, Remarks
from resume_visibility.model.parts import PARTS_OF, with_pieces
from resume_visibility.testing import Case, cases, form_cases, twin

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
    """NOTICE-1: shown is what the whole view shows, as far as the row asked for it or for what it is a piece of; and nothing else but
    what somebody typed into a text that the row shows.
    """
    row = row_of(case.viewer, case.document, case.at, parts)
    record = record_of(case.viewer, case.document, row, at=case.at)
    whole = view_for(case.viewer, case.document, at=case.at)
    of_whole = record_of(case.viewer, case.document, whole, at=case.at)
    names = {Part.NAME, Part.DISPLAY_NAME}
    # A piece of a part comes with it where the part is granted; elsewhere it has to be asked for by itself.
    asked = (with_pieces(of_whole.shown & parts) & of_whole.shown) - names
    assert asked <= record.shown <= of_whole.shown
    assert row is None or record.shown - asked - names <= row.omitted
    assert record.withheld == PARTS_OF[record.document] - record.shown
    assert set(record.clauses) <= set(of_whole.clauses)
    assert record.granted is (row is not None)


@given(st.one_of(cases(), form_cases()), some_parts)
def test_NOTICE_1_a_name_in_a_row_is_on_record(case: Case[Any], parts: frozenset[Part]) -> None:
    """NOTICE-1: the name is on record as shown if the row shows it where there is one, be it as the name by which a candidate is
    called. Else it is there only if somebody typed it into a text that the row shows.
    """
    row = row_of(case.viewer, case.document, case.at, parts)
    if row is None:
        return
    of_whole = record_of(
        case.viewer, case.document, view_for(case.viewer, case.document, at=case.at), at=case.at
    )
    record = record_of(case.viewer, case.document, row, at=case.at)
    asked = Part.DISPLAY_NAME in parts or (isinstance(case.document, CampusForm) and Part.NAME in parts)
    assert (Part.NAME in record.shown - row.omitted) is (asked and Part.NAME in of_whole.shown)
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
    """NOTICE-1: a view that shows the real name and says that it omits it is the answer to no question."""
    view, row = view_for(owner, resume(), at=AT), row_of(owner, resume(), AT, ROW)
    for one in (view, row):
        assert one is not None
        false = attrs.evolve(one, omitted=one.omitted | {Part.NAME})
        with pytest.raises(ViewRefused, match="another view"):
            record_of(owner, resume(), false, at=AT)


TYPED = {
    Part.MOBILE: NUMBER,
    Part.EMAIL: MAIL,
    Part.HOMEPAGE: HOME,
    Part.NAME: "张三丰",
    Part.MESSENGER: "微信号 sanfeng_1990",
    Part.NATIONAL_ID: "身份证号 11010519491231002X",
    Part.VIRTUAL_NUMBER: "021 0000 0000 转 0097",
}
"""Details of our candidate, as people type them into a text."""


@each("part", TYPED)
def test_NOTICE_1_a_granted_detail_that_was_typed_into_a_text_of_a_row_is_on_record(part: Part) -> None:
    """NOTICE-1, CONTACT-2: a row that shows a detail in a text has shown it, whether or not the row was asked for it."""
    asked = resume(
        strengths=f"稳重 {TYPED[part]} 守时", virtual_numbers=(line("a"),), applications=(applied,)
    )
    strengths = frozenset({Part.STRENGTHS})
    for viewer in (owner, recruiter, stranger):
        row = row_of(viewer, asked, AT, strengths)
        shows = TYPED[part] in row.sections.strengths
        record = record_of(viewer, asked, row, at=AT)
        # The owner is shown every number, and one that was typed looks like a mobile number.
        alike = record.shown & {Part.MOBILE} if part is Part.VIRTUAL_NUMBER else frozenset()
        assert record.shown == (strengths | {part} | alike if shows else strengths)
        assert record.withheld == PARTS_OF[Document.RESUME] - record.shown
        # The clauses are those of what was shown.
        of_whole = record_of(viewer, asked, view_for(viewer, asked, at=AT), at=AT)
        assert set(record.clauses) <= set(of_whole.clauses)
        # Of a row without that text, nothing of it is on record.
        other = record_of(viewer, asked, row_of(viewer, asked, AT, frozenset({Part.HIGHLIGHTS})), at=AT)
        assert other.shown == {Part.HIGHLIGHTS}
    assert TYPED[part] in row_of(owner, asked, AT, strengths).sections.strengths


def test_NOTICE_1_several_typed_details_are_on_record_together() -> None:
    """NOTICE-1: each of several details in the texts of a row is on record; and so is what only all contact details together show."""
    asked = resume(strengths=f"{NUMBER}，{MAIL}", highlights="加我详聊：加V看朋友圈")
    parts = frozenset({Part.STRENGTHS, Part.HIGHLIGHTS})
    row = row_of(owner, asked, AT, parts)
    assert record_of(owner, asked, row, at=AT).shown >= parts | {Part.MOBILE, Part.EMAIL}


def test_NOTICE_1_other_peoples_data_in_the_texts_of_a_row_of_a_form_is_on_record() -> None:
    """NOTICE-1: in a text of a form, the name and number of an emergency contact are withheld with those fields, and are on record likewise."""
    asked = form(remarks=Remarks(self_assessment="请联系王小明 021-65432100"))
    basics = attrs.evolve(asked.basics, emergency_name="王小明", emergency_phone=PhoneNumber("+862165432100"))
    asked = attrs.evolve(asked, basics=basics)
    row = row_of(recruiter, asked, AT, frozenset({Part.REMARKS}))
    assert "王小明" in row.sections.remarks.self_assessment
    shown = record_of(recruiter, asked, row, at=AT).shown
    assert shown >= {Part.REMARKS, Part.EMERGENCY_NAME, Part.EMERGENCY_PHONE}
    assert Part.FAMILY not in shown


@given(st.one_of(cases(), form_cases()), some_parts)
def test_LAW_1_records_of_rows_of_what_differs_in_what_is_withheld_are_equal(
    case: Case[Any], parts: frozenset[Part]
) -> None:
    """LAW-1: what the viewer is not granted makes no difference to the record of a row, whatever stands in its texts."""
    same = attrs.evolve(twin(case), revision=case.document.revision)  # of which a record keeps a digest
    records = [
        record_of(case.viewer, one, row_of(case.viewer, one, case.at, parts), at=case.at)
        for one in (case.document, same)
    ]
    assert records[0] == records[1]


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
    with pytest.raises(ViewRefused, match="this answer is not recorded"):
        record_of(**asked | question, view=row)
