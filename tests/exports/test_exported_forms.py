"""Forms are exported as resumes are, in tables of their own (EXPORT-1)."""

import json
from pathlib import Path
from typing import Any

import attrs
import pytest
from exporters import rows, run, sheets, table

from people import AT, form, owner, recruiter, resume
from resume_visibility import (
    AccessRecord,
    Action,
    CampusForm,
    InvalidValue,
    Language,
    dump_form,
    dump_resume,
    dump_viewer,
    load_form,
)
from resume_visibility.__main__ import BAD_INPUT, SHOWN, main
from resume_visibility.exports.files import Format
from resume_visibility.model import Document as Of
from resume_visibility.model import Internship, YearMonth

EXAMPLE = load_form((Path(__file__).parents[2] / "examples" / "data" / "campus-form.json").read_bytes())
COMPANY = attrs.evolve(
    recruiter,
    company=attrs.evolve(recruiter.company, id=EXAMPLE.company),
    action=Action.EXPORT,
    language=Language.EN,
)


def of_forms(out: Path, forms: list[CampusForm], kind: Format = Format.JSONL, **changes: Any) -> Any:
    """An export of forms to their company."""
    return run(out, forms, kind, **{"viewer": COMPANY, "of": CampusForm, **changes})


def test_EXPORT_1_a_form_is_exported_and_on_record(tmp_path: Path) -> None:
    """The row of a form says what it is, as that of a resume does, and has its record."""
    kept = list[AccessRecord]()
    assert of_forms(tmp_path / "out", [EXAMPLE], records=kept.extend).written == 1
    [row], [record] = rows(tmp_path / "out"), kept
    assert (row["id"], row["policy"], row["number_until"]) == (EXAMPLE.id, "2023-04", None)
    assert row["clauses"] == sorted(clause.value for clause in record.clauses)
    assert (record.document, record.document_id) == (Of.FORM, EXAMPLE.id)


def test_LAW_3_a_form_that_is_not_shown_leaves_no_trace(tmp_path: Path) -> None:
    """A form for another company is not in the file."""
    assert of_forms(tmp_path / "out", [form(), EXAMPLE]).not_shown == 1
    assert [row["id"] for row in rows(tmp_path / "out")] == [EXAMPLE.id]


def test_a_table_of_forms_has_its_own_columns(tmp_path: Path) -> None:
    """A form has the columns of a form."""
    of_forms(tmp_path / "out", [EXAMPLE], Format.CSV)
    [row] = table(tmp_path / "out")
    assert row["english_name"] == "Joy Lin"
    assert row["landline"] == "'+862039990000 ext. 12"
    assert row["desired_places"] == "广州, 深圳"
    assert row["relatives"].splitlines()[:2] == ["employed: yes", "people: name: 林国梁"]
    assert "work" not in row


def test_a_workbook_of_forms_has_its_experiences(tmp_path: Path) -> None:
    """Internships, practice, projects, education, posts and training have a row each, with what they lasted."""
    of_forms(tmp_path / "out", [EXAMPLE], Format.XLSX)
    read = sheets(tmp_path / "out")
    assert [*read] == ["Forms", "Experience", "About"]
    assert [row[2:7] for row in read["Experience"][1:]] == [
        ("internships", "2025-07", "2025-09", "珠江示例银行番禺支行", "对公客户经理助理"),
        ("practice", "2024-07", "2024-08", "校团委实践部", "队长"),
        ("projects", "2025-09", "2025-12", "华南示例大学新闻与传播学院", "组长"),
        ("education", "2022-09", "2026-06", "华南示例大学", "广告学"),
        ("school_posts", "2023-09", "2024-06", "学生会", "外联部部长"),
        ("training", "2025-03", "2025-05", "某某教育", "证券从业资格"),
    ]


@pytest.mark.parametrize(
    ("months", "cells"),
    [
        ({}, (None, None)),
        ({"started": YearMonth(2025, 1)}, ("2025-01", None)),
        ({"ended": YearMonth(2025, 2)}, (None, "2025-02")),
    ],
)
def test_an_experience_may_leave_its_months_out(
    months: dict[str, Any], cells: tuple[str | None, ...], tmp_path: Path
) -> None:
    """Where a form does not say from when or until when something lasted, the cell is empty."""
    one = attrs.evolve(EXAMPLE, practice=(), internships=(Internship(company="某银行", **months),))
    of_forms(tmp_path / "out", [one], Format.XLSX)
    assert sheets(tmp_path / "out")["Experience"][1][2:6] == ("internships", *cells, "某银行")


def test_an_export_of_forms_is_not_continued_with_resumes(tmp_path: Path) -> None:
    """What was begun with forms goes on with forms."""

    def stopped() -> Any:
        yield EXAMPLE
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        of_forms(tmp_path / "out", stopped())
    with pytest.raises(InvalidValue, match="of: expected the same as in the export that was begun"):
        run(tmp_path / "out", viewer=COMPANY, continued=True)


def test_the_command_exports_forms(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--document form` the command reads forms, and reports what is a resume."""
    mine = attrs.evolve(owner, candidate=EXAMPLE.candidate)
    for name, viewer in (("company", COMPANY), ("owner", mine)):
        (tmp_path / name).write_bytes(dump_viewer(viewer))
    (tmp_path / "forms.jsonl").write_bytes(dump_form(EXAMPLE))
    asked = ["export", str(tmp_path / "forms.jsonl"), "--format", "jsonl", "--document", "form"]
    for name in ("company", "owner"):
        out = str(tmp_path / f"{name}.jsonl")
        assert main([*asked, "--as", str(tmp_path / name), "--out", out, "--at", AT.isoformat()]) == SHOWN
    (tmp_path / "forms.jsonl").write_bytes(dump_resume(resume()))
    assert main([*asked, "--as", str(tmp_path / "owner"), "--out", str(tmp_path / "none")]) == BAD_INPUT
    assert "line 1: company: required, but missing" in capsys.readouterr().err
    broken = {**json.loads(dump_form(EXAMPLE)), "handed_in": "canary"}
    (tmp_path / "forms.jsonl").write_text(json.dumps(broken), encoding="utf-8")
    assert main([*asked, "--as", str(tmp_path / "owner"), "--out", str(tmp_path / "none")]) == BAD_INPUT
    assert "line 1: handed_in: expected an instant" in capsys.readouterr().err
