"""What an export is: views made to be exported, in a file that says what it is (EXPORT-1)."""

import importlib.util
import io
import os
import stat
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Any

import attrs
import pytest
from exporters import EXPORTING, FAILED, HIDDEN, ONE, TWO, leaves, rows, run, sheets, table
from openpyxl import load_workbook

import resume_visibility.exports.files as files
from each import each
from people import AT, DAY, applied, form, line, owner, recruiter, resume, visitor, with_settings
from resume_visibility import (
    AccessRecord,
    Action,
    InvalidValue,
    KeywordBlock,
    Language,
    Part,
    Problem,
    Resume,
    ResumeView,
    ShownSections,
    Viewer,
    record_of,
    view_for,
    view_to_dict,
)
from resume_visibility.exports.columns import Column, cells_of, columns_of
from resume_visibility.exports.exporting import Exported, Unloaded
from resume_visibility.exports.files import MAX_SHEET_ROWS, Format
from resume_visibility.exports.rows import row_of
from resume_visibility.model import Additional, Basics, Document, Period, Profile, Words, YearMonth, follows

EVERY = pytest.mark.parametrize("kind", Format)


def viewed(viewer: Viewer, one: Resume) -> ResumeView:
    """The view of a resume that is shown."""
    view = view_for(viewer, one, at=AT)
    assert view is not None
    return view


def test_EXPORT_1_a_row_says_what_it_is(tmp_path: Path) -> None:
    """Each row carries its instant to the microsecond, the policy's version, the clauses and the ends of validity."""
    at = datetime.fromisoformat("2026-06-01T20:00:00.000001+08:00")
    run(tmp_path / "out", [ONE], at=at)
    [row] = rows(tmp_path / "out")
    assert {key: value for key, value in row.items() if key != "view"} == {
        "id": "r-1",
        "exported_at": "2026-06-01T12:00:00.000001Z",
        "policy": "2023-04",
        "clauses": ["APPLY-3", "MODE-1", "NAME-1", "PARTS-1", "PHONE-2"],
        "view_until": "2026-06-01T14:00:00.000001Z",
        "number_until": "2026-06-02T12:00:00Z",
    }


def test_EXPORT_1_the_clauses_are_those_of_the_record(tmp_path: Path) -> None:
    """A row names, sorted, the clauses that gave the export and what is in it, as its record does."""
    kept = list[AccessRecord]()
    run(tmp_path / "out", [ONE], records=kept.extend)
    [row], [record] = rows(tmp_path / "out"), kept
    assert row["clauses"] == sorted(clause.value for clause in record.clauses)
    assert "MODE-1" in row["clauses"]


def test_EXPORT_1_a_row_holds_the_whole_view(tmp_path: Path) -> None:
    """A line of JSON holds the view as `view_to_dict` makes it."""
    run(tmp_path / "out", [ONE])
    [row] = rows(tmp_path / "out")
    assert row["view"] == view_to_dict(viewed(EXPORTING, ONE))


@EVERY
def test_EXPORT_1_who_holds_a_copy_is_on_record(kind: Format, tmp_path: Path) -> None:
    """Each resume in the file, and no other, has its access record, given before the file is there."""
    kept = list[AccessRecord]()

    def take(records: Any) -> None:
        assert not (tmp_path / "out").exists()
        kept.extend(records)

    run(tmp_path / "out", kind=kind, records=take)
    assert kept == [record_of(EXPORTING, one, view_for(EXPORTING, one, at=AT), at=AT) for one in (ONE, TWO)]


def test_EXPORT_1_records_that_nobody_takes_stop_the_export(tmp_path: Path) -> None:
    """Where a record would be lost, there is no file, and the export can be continued."""
    with pytest.raises(TypeError, match="expected records to take every record"):
        run(tmp_path / "out", records=next)
    assert not (tmp_path / "out").exists()
    assert run(tmp_path / "out", continued=True).written == 2


@pytest.mark.parametrize("action", [action for action in Action if action is not Action.EXPORT])
def test_EXPORT_1_a_viewer_who_does_something_else_exports_nothing(action: Action, tmp_path: Path) -> None:
    """Whoever asks for another action than to export gets a clear error, and no file."""
    with pytest.raises(InvalidValue) as caught:
        run(tmp_path / "out", viewer=attrs.evolve(recruiter, action=action))
    assert caught.value.problems == (Problem("viewer.action", "expected export"),)
    assert [*tmp_path.iterdir()] == []


@EVERY
def test_LAW_3_what_is_not_shown_leaves_no_trace(kind: Format, tmp_path: Path) -> None:
    """LAW-3: the file is the same whether or not a resume that is not shown, or did not load, was among those asked for."""
    run(tmp_path / "with", [ONE, HIDDEN, FAILED, TWO], kind)
    run(tmp_path / "without", [ONE, TWO], kind)
    if kind is Format.XLSX:
        assert sheets(tmp_path / "with") == sheets(tmp_path / "without")
    else:
        assert (tmp_path / "with").read_bytes() == (tmp_path / "without").read_bytes()


def test_the_platform_learns_what_came_of_it(tmp_path: Path) -> None:
    """The answer counts what was written, not shown and repeated, and holds what failed, in the order of the input."""
    other = Unloaded(where="line 9", problems=(Problem("id", "required, but missing"),))
    done = run(tmp_path / "out", [ONE, FAILED, HIDDEN, ONE, HIDDEN, other])
    assert done == Exported(written=1, not_shown=1, repeated=2, failed=(FAILED, other))


def test_what_nobody_is_shown_is_an_empty_file(tmp_path: Path) -> None:
    """A viewer who may export nothing gets a file without rows, as for no resumes at all."""
    asking = attrs.evolve(visitor, action=Action.EXPORT)
    assert run(tmp_path / "out", viewer=asking) == Exported(written=0, not_shown=3, repeated=0, failed=())
    assert (tmp_path / "out").read_bytes() == b""


def test_EXPORT_1_a_later_block_recalls_nothing(tmp_path: Path) -> None:
    """What was written before a run was stopped stays, though the candidate blocked since; what was not is not written."""
    blocks = (KeywordBlock(keyword="艾可美", at=AT + DAY),)

    def stopped() -> Any:
        yield ONE
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(tmp_path / "out", stopped())
    later = [with_settings(one, blocks=blocks) for one in (ONE, TWO)]
    assert run(tmp_path / "out", later, continued=True).written == 1
    assert [row["id"] for row in rows(tmp_path / "out")] == ["r-1"]


@EVERY
def test_the_file_is_for_its_owner_alone(kind: Format, tmp_path: Path) -> None:
    """Nobody but who ran the export reads the file, or the journal meanwhile; no journal is left."""

    def look(records: Any) -> None:
        assert [*records]
        assert stat.S_IMODE((tmp_path / "out.part").stat().st_mode) == 0o600

    old = os.umask(0)
    try:
        run(tmp_path / "out", kind=kind, records=look)
    finally:
        os.umask(old)
    assert [one.name for one in tmp_path.iterdir()] == ["out"]
    assert stat.S_IMODE((tmp_path / "out").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"viewer": "张三丰"}, "expected viewer to be a Viewer, got str"),
        ({"kind": "csv"}, "expected kind to be a Format, got str"),
        ({"policy": "2023-04"}, "expected policy to be a Policy, got str"),
        ({"document": "form"}, "expected document to be a Document, got str"),
        ({"out": "file.csv"}, "expected out to be a Path, got str"),
        (
            {"records": []},
            "expected records to be a function of records, such as list.extend, got list",
        ),
        ({"resumes": [form()]}, "expected each of resumes to be a Resume or Unloaded, got CampusForm"),
        ({"document": Document.FORM}, "expected each of resumes to be a CampusForm or Unloaded, got Resume"),
    ],
)
def test_mistakes_of_a_program_are_named(changes: dict[str, Any], message: str, tmp_path: Path) -> None:
    """LAW-7: what is of the wrong class is named by its class, and by nothing in it."""
    with pytest.raises(TypeError) as caught:
        run(**{"out": tmp_path / "out", **changes})
    assert str(caught.value) == message
    assert "resumes" in changes or changes == {"document": Document.FORM} or [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("name", ["", "a\0b"])
def test_what_is_no_path_is_refused(name: str, tmp_path: Path) -> None:
    """A path without a name, or with NUL in it, is no file to make."""
    with pytest.raises(InvalidValue, match="out: expected the path of a file"):
        run(Path(name))


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    """A file that is there is not written over, whether or not an export is to be continued."""
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    for continued in (False, True):
        with pytest.raises(InvalidValue, match="out: expected a file that is not there yet"):
            run(tmp_path / "out", continued=continued)
    assert (tmp_path / "out").read_text(encoding="utf-8") == "mine"
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_an_instant_without_a_time_zone_is_refused(tmp_path: Path) -> None:
    """The instant of an export has a time zone."""
    with pytest.raises(InvalidValue, match="expected an instant with its time zone"):
        run(tmp_path / "out", at=datetime(2026, 6, 1))


def test_an_export_is_made_now_unless_an_instant_is_given(tmp_path: Path) -> None:
    """Without an instant, each row of an export has the one at which it began."""
    run(tmp_path / "out", at=None)
    [one, two] = [datetime.fromisoformat(row["exported_at"]) for row in rows(tmp_path / "out")]
    assert one == two
    assert abs(one - datetime.now(one.tzinfo)) < DAY


# Tables


def test_a_table_can_be_read_by_excel_and_by_programs(tmp_path: Path) -> None:
    """CSV begins with the mark of UTF-8, quotes each cell, and ends its lines as RFC 4180 says."""
    run(tmp_path / "out", [ONE], Format.CSV)
    written = (tmp_path / "out").read_bytes()
    assert written.startswith('\ufeff"简历编号","称呼",'.encode())
    assert written.endswith(b'"\r\n')
    assert written.count(b"\r\n") == 2


def test_a_table_has_what_a_recruiter_reads(tmp_path: Path) -> None:
    """Each column is under its heading in the viewer's language."""
    english = attrs.evolve(EXPORTING, language=Language.EN)
    run(tmp_path / "out", [ONE, TWO], Format.CSV, viewer=english)
    [row, other] = table(tmp_path / "out")
    assert [
        row[name] for name in ("display_name", "expected_position", "expected_cities", "expected_salary_low")
    ] == [
        "张三丰",
        "架构师",
        "上海, 杭州",
        "40000",
    ]
    assert [row[name] for name in ("virtual_number", "number_until", "view_until", "policy")] == [
        f"'+862100000000 ext. {sum(map(ord, 'a')):04}",
        "2026-06-02T12:00:00Z",
        "2026-06-01T14:00:00Z",
        "2023-04",
    ]
    assert row["work"].splitlines()[:3] == [
        "company: 某软件公司",
        "period: 2018-03 – 2022-08",
        "position: 工程师",
    ]
    assert (row["strengths"], other["strengths"]) == ("稳重", "'=1+1")
    assert row["mobile"] == ""


def test_nothing_of_a_view_is_missing_from_a_table() -> None:
    """Each text, number and answer of a view is in some cell of its row."""
    full = resume(
        applications=(applied,),
        virtual_numbers=(line("a"), line("b", "acme")),
        work=(attrs.evolve(ONE.work[0], overseas=True, period=Period(YearMonth(2020, 1))),),
    )
    for viewer in (EXPORTING, attrs.evolve(owner, action=Action.EXPORT)):
        view = viewed(viewer, full)
        row = row_of(view, record_of(viewer, full, view, at=AT))
        cells = "\n".join(map(str, cells_of(row, columns_of(Document.RESUME, Resume))))
        assert [leaf for leaf in leaves(view_to_dict(view)) if leaf not in cells] == []


def test_headings_are_there_once() -> None:
    """No two columns have the same heading, in either language."""
    for language, document in product(Language, Document):
        headings = [column.heading.said(language) for column in columns_of(document, Resume)]
        assert len(set(headings)) == len(headings)


# Workbooks


def test_a_workbook_has_its_sheets(tmp_path: Path) -> None:
    """A workbook has a row for each resume, one for each experience, and what it says of itself."""
    run(tmp_path / "out", kind=Format.XLSX)
    read = sheets(tmp_path / "out")
    assert [*read] == ["简历", "经历", "说明"]
    assert [row[:2] for row in read["简历"]] == [("简历编号", "称呼"), ("r-1", "张三丰"), ("r-2", "张三丰")]
    assert [row[:5] for row in read["经历"]][:2] == [
        ("简历编号", "称呼", "栏目", "开始", "结束"),
        ("r-1", "张三丰", "工作经验", "2018-03", "2022-08"),
    ]
    assert len(read["经历"]) == 1 + 2 * 5
    assert [row[:2] for row in read["说明"]][:2] == [
        ("导出时间", "2026-06-01T12:00:00.000000Z"),
        ("隐私条款版本", "2023-04"),
    ]


def test_EXPORT_1_a_workbook_says_what_it_is(tmp_path: Path) -> None:
    """The last sheet states the instant, the policy, where the ends of validity are, and each clause with what it states."""
    run(tmp_path / "out", [ONE], Format.XLSX, viewer=attrs.evolve(EXPORTING, language=Language.EN))
    run(tmp_path / "rows", [ONE], viewer=attrs.evolve(EXPORTING, language=Language.EN))
    read = sheets(tmp_path / "out")
    assert [*read] == ["Resumes", "Experience", "About"]
    assert [row[0] for row in read["About"]][:4] == ["exported_at", "policy", "validity", "clauses"]
    assert [row[1] for row in read["About"][3:]] == rows(tmp_path / "rows")[0]["clauses"]
    assert all(row[2] for row in read["About"][3:])


def test_EXPORT_1_text_in_a_workbook_is_text(tmp_path: Path) -> None:
    """A text that looks like a formula, or an error, is text in a workbook, and stays so when it is edited; numbers are numbers."""
    odd = attrs.evolve(TWO, highlights="#N/A")
    run(tmp_path / "out", [odd], Format.XLSX)
    sheet = load_workbook(io.BytesIO((tmp_path / "out").read_bytes()))["简历"]
    cells = {cell.value: cell for cell in sheet[2]}
    assert (cells["=1+1"].data_type, cells["=1+1"].quotePrefix) == ("s", True)
    assert not cells["上海"].quotePrefix
    assert cells[40000].data_type == "n"


def test_a_text_too_long_for_a_cell_goes_on_below(tmp_path: Path) -> None:
    """A text that no cell holds goes on in the next row, under the same id, and is not lost."""
    long = resume(additional=tuple(Additional(topic="爱好", description=sign * 20_000) for sign in "一二三"))
    run(tmp_path / "out", [long], Format.XLSX)
    heading, *people = sheets(tmp_path / "out")["简历"]
    column = heading.index("附加信息")
    assert [row[0] for row in people] == ["r-1"] * len(people)
    assert len(people) > 1
    assert "".join(row[column] for row in people).count("三") == 20_000


def test_a_sheet_that_is_full_is_followed_by_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one sheet cannot hold is in another of the same headings."""
    assert MAX_SHEET_ROWS == 2**20
    monkeypatch.setattr(files, "MAX_SHEET_ROWS", 2)
    run(tmp_path / "out", [ONE, TWO], Format.XLSX)
    read = sheets(tmp_path / "out")
    assert [row[0] for row in read["简历"]] == ["简历编号", "r-1"]
    assert [row[0] for row in read["简历 2"]] == ["简历编号", "r-2"]


def test_a_workbook_needs_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without openpyxl a workbook is refused before anything is written, and the extra is named."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(files, "find_spec", lambda _: None)
    with pytest.raises(InvalidValue, match=r"pip install 'resume-visibility\[excel\]'"):
        run(tmp_path / "out", kind=Format.XLSX)
    assert [*tmp_path.iterdir()] == []
    assert run(tmp_path / "out", kind=Format.CSV).written == 2


@attrs.frozen(kw_only=True, repr=False)
class OddProfile(Profile):
    """A field of one's own with the name of another section."""

    policy: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class OddBasics(Basics):
    """With that profile."""

    profile: OddProfile = attrs.field(factory=OddProfile)


@attrs.frozen(kw_only=True, repr=False)
class OddSections(ShownSections):
    """Sections of one's own with names that a table has for something else."""

    withheld: str | None = attrs.field(default=None, metadata=follows(Part.WORK))
    policy: str | None = attrs.field(default=None, metadata=follows(Part.WORK))
    profile: OddProfile | None = None


@attrs.frozen(kw_only=True, repr=False)
class OddResume(Resume[OddSections]):
    """The resume."""

    basics: OddBasics = attrs.field(factory=OddBasics)
    withheld: str | None = None
    policy: str | None = None


@pytest.mark.parametrize("language", Language)
def test_a_section_of_ones_own_takes_no_heading_of_another_column(language: Language) -> None:
    """A name that the table has for something else stands with what it is in."""
    headings = [column.heading.said(language) for column in columns_of(Document.RESUME, OddResume)]
    assert len({*headings}) == len(headings)
    assert {"sections.withheld", "sections.policy", "profile.policy"} <= {*headings}


@each(
    ("number", "kind"), [(10**15 - 1, int), (10**15, str), (1 - 10**15, int), (-(10**15), str), (True, str)]
)
def test_EXPORT_1_a_number_is_text_where_a_spreadsheet_would_round_it(number: int, kind: type) -> None:
    """A number of one's own has up to nineteen digits, and a spreadsheet keeps fifteen: as text, it is what the candidate typed."""
    [cell] = cells_of({"n": number}, [Column(Words("number", "数"), ("n",))])
    assert type(cell) is kind
    assert str(cell) == ("yes" if number is True else str(number))
