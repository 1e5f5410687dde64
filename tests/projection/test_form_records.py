"""Records of campus and company-made forms."""

from datetime import UTC, datetime, timedelta
from typing import Any

import attrs
import pytest

from resume_visibility import (
    FULLY_VERIFIED,
    AccessRecord,
    Action,
    CampusForm,
    Company,
    InvalidRecord,
    InvalidValue,
    Language,
    Owner,
    Part,
    Recruiter,
    School,
    Settings,
    Viewer,
    Visitor,
    dump_notice,
    dump_record,
    load_form,
    load_record,
    notice_of,
    record_of,
    view_for,
)
from resume_visibility.model import CampusAward, Document, YearMonth
from resume_visibility.policy import Clause, Kind

NOW = datetime(2026, 6, 1, tzinfo=UTC)
FORM = attrs.evolve(
    load_form(
        {
            "id": "form-1",
            "candidate": "candidate-1",
            "company": "acme",
            "basics": {
                "name": {"full": "林溪"},
                "english_name": "Creek Lin",
                "profile": {"gender": "female", "born": "2003-02", "desired_places": ["上海"]},
                "contact": {"email": "creek@example.edu", "mobile": "+8613712345678"},
            },
            "handed_in": "2026-05-01T00:00:00Z",
            "talk": {
                "school": "fudan",
                "delivery": {"at": "2026-05-01T00:00:00Z", "position": "工程师"},
                "school_requires": True,
            },
        }
    ),
    settings=Settings(resume_permission=True),
)
ACME = Company(id="acme", name="阿克米科技有限公司")
RECRUITER = Recruiter(id="user-1", company=ACME, signed_in=True, verified=FULLY_VERIFIED)
SCHOOL = School(id="fudan", signed_in=True, verified=True)


def recorded(viewer: Viewer, form: CampusForm = FORM, at: datetime = NOW) -> AccessRecord:
    """The record of what `view_for` answers."""
    return record_of(viewer, form, view_for(viewer, form, at=at), at=at)


@pytest.mark.parametrize(
    ("viewer", "kind", "text"),
    [
        (RECRUITER, Kind.RECRUITER, "阿克米科技有限公司查看了您的简历"),
        (SCHOOL, Kind.SCHOOL, "fudan查看了您的简历"),
        (Owner(candidate="candidate-1"), Kind.OWNER, None),
        (Visitor(), Kind.VISITOR, None),
        (attrs.evolve(RECRUITER, signed_in=False), Kind.RECRUITER, None),
    ],
)
def test_NOTICE_1_the_candidate_learns_who_viewed_a_form(
    viewer: Viewer, kind: Kind, text: str | None
) -> None:
    """There is a notice of the company and of the school; of the owner and of refusals there is none."""
    record = recorded(viewer)
    notice = notice_of(record, FORM.settings, Language.ZH)
    assert record.kind is kind
    assert (notice and notice.text) == text


def test_NOTICE_1_the_notice_of_a_form_names_its_parts() -> None:
    """The JSON of the notice spells the parts of the form."""
    notice = notice_of(recorded(SCHOOL), FORM.settings, Language.EN)
    assert notice is not None
    assert (notice.document, notice.document_id) == (Document.FORM, "form-1")
    assert b'"delivery"' in dump_notice(notice)
    assert b'"family"' not in dump_notice(notice)


SPOKEN = attrs.evolve(FORM, awards=(CampusAward(date=YearMonth(2025, 5), name="林溪，13712345678"),))


def _of(viewer: Viewer, form: CampusForm = FORM) -> Any:
    return view_for(viewer, form, at=NOW)


@pytest.mark.parametrize(
    ("view", "at"),
    [
        (None, NOW),
        (view_for(SCHOOL, FORM, at=NOW), NOW),
        (view_for(attrs.evolve(RECRUITER, action=Action.EXPORT), FORM, at=NOW), NOW),
        (view_for(attrs.evolve(RECRUITER, language=Language.EN), SPOKEN, at=NOW), NOW),
        (attrs.evolve(_of(RECRUITER), display_name="林女士"), NOW),
        (attrs.evolve(_of(RECRUITER), sections=attrs.evolve(_of(RECRUITER).sections, name=None)), NOW),
        (view_for(RECRUITER, FORM, at=NOW), NOW + timedelta(hours=2)),
        (view_for(RECRUITER, FORM, at=NOW), NOW - timedelta(microseconds=1)),
        (view_for(RECRUITER, attrs.evolve(FORM, id="form-2"), at=NOW), NOW),
    ],
)
def test_NOTICE_1_a_view_of_a_form_that_cannot_be_this_viewers_is_refused(view: Any, at: datetime) -> None:
    """No record is made of a view that this viewer cannot have had of this form at that instant."""
    with pytest.raises(ValueError, match="no view of this viewer"):
        record_of(RECRUITER, FORM, view, at=at)


def test_NOTICE_1_a_view_that_was_not_to_be_given_is_refused() -> None:
    """Nor of a view where nothing is shown."""
    with pytest.raises(ValueError, match="not shown, but a view was given"):
        record_of(Visitor(), FORM, view_for(RECRUITER, FORM, at=NOW), at=NOW)


def test_a_view_of_the_other_kind_is_a_type_error() -> None:
    """A form has no view of a resume."""
    with pytest.raises(TypeError, match="expected view to be a FormView or None, got a CampusForm"):
        record_of(RECRUITER, FORM, FORM, at=NOW)  # type: ignore[call-overload]  # what must be refused


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
        attrs.evolve(recorded(RECRUITER), **change)
    assert path in [problem.path for problem in raised.value.problems]


def test_the_record_of_a_school_names_no_company() -> None:
    """A school acts for no company; a record that gives it one is refused when it is loaded."""
    written = dump_record(recorded(SCHOOL))
    assert b"company" not in written
    with pytest.raises(InvalidRecord) as raised:
        load_record(written[:-1] + b',"company":{"name":"Acme"}}')
    assert [problem.path for problem in raised.value.problems] == ["company"]


def test_a_record_of_another_kind_of_document_is_none() -> None:
    """JSON that names a document there is not is no record."""
    with pytest.raises(InvalidRecord):
        load_record(dump_record(recorded(RECRUITER)).replace(b'"form"', b'"letter"'))
