"""Records, notices and settings in JSON: strict, whole, silent."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resume_visibility import (
    AccessRecord,
    CampusForm,
    InvalidRecord,
    InvalidSettings,
    InvalidValue,
    Language,
    Resume,
    Settings,
    dump_notice,
    dump_record,
    dump_resume,
    load_record,
    load_settings,
    notice_of,
    record_of,
    view_for,
)
from resume_visibility.model import Document
from resume_visibility.testing import Case, cases, form_cases, resumes

RECORD = {
    "kind": "recruiter",
    "viewer": "user-1",
    "company": {"name": "阿克米科技有限公司", "id": "acme"},
    "action": "view",
    "at": "2026-06-01T00:00:00.000007Z",
    "granted": True,
    "clauses": ["MODE-1", "NAME-1"],
    "shown": ["display_name"],
    "withheld": ["mobile"],
    "policy": "2023-04",
    "document": "resume",
    "document_id": "resume-1",
    "digest": "0" * 64,
}


FORM_RECORD = {
    **RECORD,
    "document": "form",
    "document_id": "form-1",
    "clauses": ["CAMPUS-1"],
    "shown": ["education"],
    "withheld": [],
}


def recorded(case: Case[Resume] | Case[CampusForm]) -> AccessRecord:
    """The record of a case."""
    document: Any = case.document
    return record_of(case.viewer, document, view_for(case.viewer, document, at=case.at), at=case.at)


@given(cases(), form_cases())
def test_NOTICE_1_a_record_loads_again(case: Case[Resume], form_case: Case[CampusForm]) -> None:
    """What was dumped is loaded as the same record, of a resume or of a form."""
    for record, document in ((recorded(case), Document.RESUME), (recorded(form_case), Document.FORM)):
        assert load_record(dump_record(record)) == record
        assert record.document is document


def test_NOTICE_1_a_record_is_spelled_in_full() -> None:
    """The JSON of a record names everything that it holds, and loads from bytes, text and dict alike."""
    record = load_record(json.dumps(RECORD))
    assert load_record(RECORD) == load_record(json.dumps(RECORD).encode()) == record
    assert json.loads(dump_record(record)) == RECORD


def test_NOTICE_1_a_record_of_a_form_is_strict() -> None:
    """Its `document` says that it is of a form; what a form has not is refused in it."""
    record = load_record(FORM_RECORD)
    assert (record.document, record.document_id) == (Document.FORM, "form-1")
    assert json.loads(dump_record(record)) == {k: v for k, v in FORM_RECORD.items() if k != "withheld"}
    for change, path in (
        ({"form": "form-1"}, ""),
        ({"purpose": "courses"}, "purpose"),
        ({"kind": "recommender"}, "company"),
        ({"shown": ["strengths"]}, "shown"),
        ({"withheld": ["education"]}, "withheld"),
        ({"document": None}, "document"),
        ({"document": "resume", "shown": ["family"]}, "shown"),
        ({"document_id": "form 1"}, "document_id"),
    ):
        with pytest.raises(InvalidRecord) as raised:
            load_record({**FORM_RECORD, **change})
        assert [problem.path for problem in raised.value.problems] == [path]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"kind": "spy"}, "kind"),
        ({"granted": "true"}, "granted"),
        ({"clauses": ["MODE-9"]}, "clauses[0]"),
        ({"shown": ["mobile"]}, "withheld"),
        ({"at": "2026-06-01"}, "at"),
        ({"company": {"id": "acme"}}, "company.name"),
        ({"digest": "abc"}, "digest"),
        ({"extra": 1}, ""),
        ({"clauses": ["BLOCK-1"]}, "clauses"),
        ({"clauses": ["MODE-1", "GATE-2"]}, "clauses"),
        ({"granted": False, "shown": []}, "clauses"),
        ({"kind": "school"}, "company"),
        ({"kind": "support_agent"}, "company"),
        ({"support_case": "case-1"}, "support_case"),
        ({"kind": "mailbox", "conversing": True}, "conversing"),
        ({"shown": ["family"]}, "shown"),
        ({"company": {"name": "某" * 201}}, "company.name"),
        ({"company": {"name": "某" * 1_000_000}}, "company.name"),
        ({"company": {"name": "某\n公司"}}, "company.name"),
        ({"client": {"name": "客户"}}, ""),
        ({"resume": "resume-1"}, ""),
    ],
)
def test_a_record_is_loaded_strictly(change: dict[str, Any], path: str) -> None:
    """Nothing is coerced and nothing dropped; the path of what is wrong is stated."""
    with pytest.raises(InvalidRecord) as raised:
        load_record({**RECORD, **change})
    assert path in [problem.path for problem in raised.value.problems]


@pytest.mark.parametrize(
    "name", ["document", "document_id", "kind", "action", "at", "granted", "clauses", "policy", "digest"]
)
def test_what_a_record_needs_is_required(name: str) -> None:
    """A record without one of the fields that every record has is none."""
    with pytest.raises(InvalidRecord) as raised:
        load_record({key: value for key, value in RECORD.items() if key != name})
    assert name in [problem.path for problem in raised.value.problems]


@pytest.mark.parametrize("load", [load_record, load_settings])
@pytest.mark.parametrize("document", [b"\xff", "[", "[]", "null"])
def test_what_is_no_object_is_invalid(load: Callable[[Any], object], document: Any) -> None:
    """Broken JSON and other values are bad input."""
    with pytest.raises(InvalidValue):
        load(document)


@pytest.mark.parametrize("load", [load_record, load_settings])
def test_what_is_no_document_is_a_type_error(load: Callable[[Any], object]) -> None:
    """Anything but bytes, text and dict is a programmer's mistake."""
    with pytest.raises(TypeError, match="expected document to be bytes, a str or a dict"):
        load(7)


@settings(max_examples=100)
@given(cases(), st.sampled_from(Language))
def test_NOTICE_1_a_notice_in_json_says_who_did_what_when(case: Case[Resume], language: Language) -> None:
    """The JSON of a notice has its sentence, its instant and its parts, and nothing of the person who looked."""
    record = recorded(case)
    notice = notice_of(record, case.document.settings, language=language)
    if notice is None:
        return
    plain = json.loads(dump_notice(notice))
    assert plain["text"] == notice.text
    assert plain["action"] == record.action.value
    assert plain["at"] == json.loads(dump_record(record))["at"]
    assert plain["parts"] == sorted(part.value for part in record.shown)
    assert plain["channels"] == sorted(channel.value for channel in case.document.settings.notices)
    assert list(plain) == [
        "document",
        "document_id",
        "company",
        "action",
        "at",
        "parts",
        "channels",
        "text",
    ]


def test_an_accelerator_writes_records_and_notices() -> None:
    """Both take what makes bytes of plain values."""
    record = load_record(RECORD)
    notice = notice_of(record, Settings(), language=Language.ZH)
    assert notice is not None
    assert dump_record(record, dumps=lambda plain: str(len(plain)).encode()) == b"13"
    assert dump_notice(notice, dumps=lambda plain: str(len(plain)).encode()) == b"8"


@settings(max_examples=100)
@given(resumes())
def test_settings_are_loaded_as_a_resume_holds_them(resume: Resume) -> None:
    """The settings of a resume's JSON load alone, too."""
    assert load_settings(json.loads(dump_resume(resume)).get("settings", {"blocks": []})) == resume.settings


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ({"visibility": "open", "blocks": []}, "visibility"),
        ({"resume_permission": 1, "blocks": []}, "resume_permission"),
        ({"blocks": [{"company": "acme"}]}, "blocks[0].at"),
        ({"visibilty": "public", "blocks": []}, ""),
        ({"visibility": "private"}, "blocks"),
        ({"blocks": None}, "blocks"),
    ],
)
def test_settings_are_loaded_strictly(document: dict[str, Any], path: str) -> None:
    """Nothing is coerced and nothing dropped; the path of what is wrong is stated."""
    with pytest.raises(InvalidSettings) as raised:
        load_settings(document)
    assert [problem.path for problem in raised.value.problems] == [path]


@pytest.mark.parametrize("load", [load_record, load_settings])
def test_LAW_7_errors_hold_nothing_of_the_document(load: Callable[[Any], object]) -> None:
    """Neither the message nor the context of an error repeats what was given."""
    with pytest.raises(InvalidValue) as raised:
        load({"kind": "秘密", "visibility": "秘密", "秘密": "秘密"})
    error = raised.value
    assert "秘密" not in f"{error} {error!r} {error.problems}"
    assert error.__context__ is None
    assert error.__cause__ is None
