"""Records of campus and company-made forms."""

from datetime import datetime, timedelta
from typing import Any

import attrs
import pytest

from people import AT, DAY, form, owner, recruiter
from resume_visibility import (
    AccessRecord,
    Action,
    CampusForm,
    InvalidRecord,
    InvalidValue,
    Language,
    Part,
    School,
    Settings,
    Viewer,
    ViewRefused,
    Visitor,
    dump_notice,
    dump_record,
    load_record,
    notice_of,
    record_of,
    view_for,
)
from resume_visibility.model import CampusAward, Delivery, Document, OnlineTalk, YearMonth
from resume_visibility.policy import Clause, ViewerKind

TALK = OnlineTalk(school="fudan", delivery=Delivery(at=AT - DAY, position="工程师"), school_requires=True)
FORM = form(talk=TALK, settings=Settings(resume_permission=True))
SCHOOL = School(id="fudan", signed_in=True, verified=True)


def record_for(viewer: Viewer, asked: CampusForm = FORM, at: datetime = AT) -> AccessRecord:
    """The record of what `view_for` answers."""
    return record_of(viewer, asked, view_for(viewer, asked, at=at), at=at)


@pytest.mark.parametrize(
    ("viewer", "kind", "text"),
    [
        (recruiter, ViewerKind.RECRUITER, "艾可美科技有限公司查看了您的简历"),
        (SCHOOL, ViewerKind.SCHOOL, "fudan 查看了您的简历"),
        (owner, ViewerKind.OWNER, None),
        (Visitor(), ViewerKind.VISITOR, None),
        (attrs.evolve(recruiter, signed_in=False), ViewerKind.RECRUITER, None),
    ],
)
def test_NOTICE_1_the_candidate_learns_who_viewed_a_form(
    viewer: Viewer, kind: ViewerKind, text: str | None
) -> None:
    """There is a notice of the company and of the school; of the owner and of refusals there is none."""
    record = record_for(viewer)
    notice = notice_of(record, FORM.settings, language=Language.ZH)
    assert record.kind is kind
    assert (notice and notice.text) == text


def test_NOTICE_1_the_notice_of_a_form_names_its_parts() -> None:
    """The JSON of the notice spells the parts of the form."""
    notice = notice_of(record_for(SCHOOL), FORM.settings, language=Language.EN)
    assert notice is not None
    assert (notice.document, notice.document_id) == (Document.FORM, "f-1")
    assert b'"delivery"' in dump_notice(notice)
    assert b'"family"' not in dump_notice(notice)


SPOKEN = attrs.evolve(FORM, awards=(CampusAward(date=YearMonth(2025, 5), name="张三丰，13912345678"),))


def _see(viewer: Viewer, asked: CampusForm = FORM) -> Any:
    return view_for(viewer, asked, at=AT)


@pytest.mark.parametrize(
    ("view", "at"),
    [
        (None, AT),
        (view_for(SCHOOL, FORM, at=AT), AT),
        (view_for(attrs.evolve(recruiter, action=Action.EXPORT), FORM, at=AT), AT),
        (view_for(attrs.evolve(recruiter, language=Language.EN), SPOKEN, at=AT), AT),
        (attrs.evolve(_see(recruiter), display_name="张先生"), AT),
        (attrs.evolve(_see(recruiter), sections=attrs.evolve(_see(recruiter).sections, name=None)), AT),
        (view_for(recruiter, FORM, at=AT), AT + timedelta(hours=2)),
        (view_for(recruiter, FORM, at=AT), AT - timedelta(microseconds=1)),
        (view_for(recruiter, attrs.evolve(FORM, id="f-2"), at=AT), AT),
    ],
)
def test_NOTICE_1_a_view_of_a_form_that_cannot_be_this_viewers_is_refused(view: Any, at: datetime) -> None:
    """No record is made of a view that this viewer cannot have had of this form at that instant."""
    with pytest.raises(ViewRefused, match="this answer is not recorded"):
        record_of(recruiter, FORM, view, at=at)


def test_NOTICE_1_a_view_that_was_not_to_be_given_is_refused() -> None:
    """Nor of a view where nothing is shown."""
    with pytest.raises(ViewRefused, match="not shown to this viewer, but a view was given"):
        record_of(Visitor(), FORM, view_for(recruiter, FORM, at=AT), at=AT)


def test_a_view_of_the_other_kind_is_a_type_error() -> None:
    """A form has no view of a resume."""
    with pytest.raises(TypeError, match="expected view to be a FormView or None, got CampusForm"):
        record_of(recruiter, FORM, FORM, at=AT)  # type: ignore[call-overload]  # what must be refused


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"company": None}, "company"),
        ({"withheld": frozenset({Part.NAME})}, "withheld"),
        ({"shown": frozenset({Part.VIRTUAL_NUMBER})}, "shown"),
        ({"document": Document.RESUME}, "shown"),
        ({"clauses": (Clause.GATE_1,)}, "clauses"),
        ({"granted": False}, "shown"),
        ({"digest": ""}, "digest"),
    ],
)
def test_a_forms_record_that_contradicts_itself_is_invalid(change: dict[str, Any], path: str) -> None:
    """What cannot be is refused when a record is built."""
    with pytest.raises(InvalidValue) as raised:
        attrs.evolve(record_for(recruiter), **change)
    assert path in [problem.path for problem in raised.value.problems]


def test_the_record_of_a_school_names_no_company() -> None:
    """A school acts for no company; a record that gives it one is refused when it is loaded."""
    written = dump_record(record_for(SCHOOL))
    assert b"company" not in written
    with pytest.raises(InvalidRecord) as raised:
        load_record(written[:-1] + b',"company":{"name":"Acme"}}')
    assert [problem.path for problem in raised.value.problems] == ["company"]


def test_a_record_of_another_kind_of_document_is_none() -> None:
    """JSON that names a document there is not is no record."""
    with pytest.raises(InvalidRecord):
        load_record(dump_record(record_for(recruiter)).replace(b'"form"', b'"letter"'))
