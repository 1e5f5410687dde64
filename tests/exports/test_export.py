"""What an export is: views made to be exported, in a file that says what it is (EXPORT-1)."""

import importlib.util
import io
import json
import os
import re
import stat
from datetime import datetime
from itertools import product
from pathlib import Path
from typing import Any

import attrs
import pytest
from exporters import EXPORTING, FAILED, HIDDEN, ONE, TWO, missing, rows, run, sheets, table
from openpyxl import load_workbook

import resume_visibility.exports.files as files
from each import each
from people import AT, DAY, applied, form, line, owner, recruiter, resume, visitor, with_settings
from resume_visibility import (
    AccessRecord,
    Action,
    CampusForm,
    InvalidValue,
    KeywordBlock,
    Language,
    Owner,
    Part,
    Problem,
    Resume,
    ResumeView,
    ShownSections,
    Viewer,
    dump_resume,
    load_resume,
    record_of,
    view_for,
    view_to_dict,
)
from resume_visibility.exports.cells import lines_of, text_of
from resume_visibility.exports.columns import Column, cells_of, columns_of
from resume_visibility.exports.exporting import Exported, Unloaded
from resume_visibility.exports.files import MAX_SHEET_ROWS, Format
from resume_visibility.exports.rows import row_of
from resume_visibility.exports.words import CHOICES, named_choices
from resume_visibility.model import (
    Additional,
    Award,
    Basics,
    Checked,
    CompanyNature,
    Degree,
    Document,
    Intention,
    JobType,
    Period,
    Profile,
    Words,
    Work,
    YearMonth,
    follows,
)
from resume_visibility.model.building import Choice
from resume_visibility.policy.field_words import named_fields

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


def test_EXPORT_1_no_text_ends_a_line_of_json(tmp_path: Path) -> None:
    """No sign that any reader of lines takes for the end of one parts a row, and the text is the same when it is read."""
    ends = "".join(sign for sign in map(chr, range(0x10000)) if len(f"a{sign}b".splitlines()) == 2)
    typed = "稳".join(f"重{ends}")
    run(tmp_path / "out", [attrs.evolve(ONE, strengths=typed)])
    [line] = (tmp_path / "out").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["view"]["sections"]["strengths"] == typed


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
        ({"viewer": "张三丰"}, "expected viewer to be a Viewer, such as a Recruiter, got str"),
        ({"kind": "csv"}, "expected kind to be a Format, such as Format.JSONL, got str"),
        ({"policy": "2023-04"}, "expected policy to be a Policy, got str"),
        (
            {"of": Document.FORM},
            "expected of to be CampusForm, Resume or a subclass of it made by attrs.frozen(kw_only=True, repr=False), got Document",
        ),
        ({"out": "file.csv"}, "expected out to be a Path, got str"),
        (
            {"records": []},
            "expected records to be a function of records, such as list.extend, got list",
        ),
        ({"resumes": [form()]}, "expected each of resumes to be a Resume or Unloaded, got CampusForm"),
        ({"of": CampusForm}, "expected each of resumes to be a CampusForm or Unloaded, got Resume"),
    ],
)
def test_mistakes_of_a_program_are_named(changes: dict[str, Any], message: str, tmp_path: Path) -> None:
    """LAW-7: what is of the wrong class is named by its class, and by nothing in it."""
    with pytest.raises(TypeError) as caught:
        run(**{"out": tmp_path / "out", **changes})
    assert str(caught.value) == message
    assert "resumes" in changes or changes == {"of": CampusForm} or [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("length", [200, 234, 235, 250, 255, 300])
def test_LAW_6_a_name_is_short_enough_or_refused(length: int, tmp_path: Path) -> None:
    """The file beside an export has a longer name. If no such name is possible, nothing is begun."""
    out = tmp_path / ("名" * 60 + "x" * (length - 180))
    if length <= 234:
        assert run(out).written == 2
        assert [*tmp_path.iterdir()] == [out]
    else:
        with pytest.raises(InvalidValue, match="out: expected a name of at most 234 bytes"):
            run(out)
        assert [*tmp_path.iterdir()] == []


def test_a_name_is_checked_where_a_system_does_not_state_its_limit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without an answer of the system, the usual limit holds."""
    monkeypatch.delattr(os, "pathconf")
    with pytest.raises(InvalidValue, match="out: expected a name of at most 234 bytes"):
        run(tmp_path / ("x" * 235))
    assert run(tmp_path / ("x" * 234)).written == 2


@pytest.mark.parametrize("name", ["", "a\0b", "a\ud800"])
def test_what_is_no_path_is_refused(name: str, tmp_path: Path) -> None:
    """A path without a name, with NUL in it, or in no encoding of the system, is no file to make."""
    with pytest.raises(InvalidValue, match="out: expected the path of a file"):
        run(Path(name))


def test_a_file_that_is_there_stays(tmp_path: Path) -> None:
    """A file that is there is not written over, whether or not an export is to be continued."""
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    for continued in (False, True):
        with pytest.raises(InvalidValue, match="out: expected a file that does not exist yet"):
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


def test_a_chinese_table_has_chinese_cells(tmp_path: Path) -> None:
    """In a Chinese table, fields, choices, answers, and signs between values are Chinese, not only the headings."""
    job = attrs.evolve(
        ONE.work[0],
        period=Period(YearMonth(2020, 1)),
        job_type=JobType.FULL_TIME,
        overseas=False,
        skills=("甲", "乙"),
    )
    one = resume(work=(job, job), virtual_numbers=(line("a"),))
    run(tmp_path / "out", [one], Format.CSV)
    [row] = table(tmp_path / "out")
    first, second = row["工作经验"].split("\n\n")
    assert first == second
    assert first.splitlines() == [
        "公司名称：某软件公司",
        "在职时间：2020-01 – 至今",
        "职位：工程师",
        f"工作描述：{job.description}",
        "工作类型：全职",
        "技能：甲、乙",
        "海外经历：否",
    ]
    assert row["期望的工作城市"] == "上海、杭州"
    assert row["虚拟号码"] == f"'+862100000000 转 {sum(map(ord, 'a')):04}"
    assert "邮箱地址" in row["不予展示的部分"].split("、")
    assert "导出" in row["可进行的操作"].split("、")
    run(tmp_path / "book", [one], Format.XLSX)
    assert sheets(tmp_path / "book")["经历"][1][-1] == "工作类型：全职\n技能：甲、乙\n海外经历：否"


@each("kind", sorted(CHOICES, key=str), ids=lambda kind: kind.__name__)
def test_each_choice_has_a_chinese_word_of_its_own(kind: type[Choice]) -> None:
    """A choice is written as a Chinese word in a Chinese table, and as in JSON in an English one; no two have the same word."""
    codes = [member.value for member in kind]
    words = [text_of(code, kind | None, Language.ZH) for code in codes]
    assert [text_of(code, kind | None, Language.EN) for code in codes] == codes
    assert len({*words}) == len(codes)
    assert all(re.search("[一-鿿]", word) or word == "MBA" for word in words)


def test_LAW_5_a_choice_without_a_word_stops_the_import() -> None:
    """A new choice, or a new field, is named with the file in which to write its word."""
    with pytest.raises(
        TypeError, match=r"nothing is said of Degree\.doctor: write it in exports/words\.py:\d+$"
    ):
        named_choices(Degree, "|".join(f"{one.value} x" for one in Degree if one is not Degree.DOCTOR))
    with pytest.raises(
        TypeError, match=r"nothing is said of Award\.date: write it in policy/field_words\.py:\d+$"
    ):
        named_fields(Award, "name 获得奖项名称")


def test_a_word_of_one_choice_is_not_used_for_another() -> None:
    """A code that two lists have is written with the word of the list that the field has; a text is never replaced."""
    assert text_of("other", Degree, Language.ZH) == text_of("other", CompanyNature, Language.ZH) == "其他"
    assert text_of("private", CompanyNature, Language.ZH) == "民营"
    assert text_of("private", str, Language.ZH) == text_of("private", None, Language.ZH) == "private"


class OwnBadge(Choice):
    """A choice of one's own."""

    GOLD = "gold"


@attrs.frozen(kw_only=True, repr=False)
class OwnWork(Work):
    """An item with a field and a choice of one's own."""

    badge: OwnBadge | None = None


def test_fields_and_choices_of_ones_own_keep_their_names() -> None:
    """The library has no Chinese word for what it does not know: it is written as in JSON, and nothing is lost."""
    item = {"company": "某公司", "badge": "gold", "unheard": {"start": "2020-01", "end": "2020-02"}}
    assert lines_of(item, OwnWork, Language.ZH) == "公司名称：某公司\nbadge：gold\nunheard：2020-01 – 2020-02"


@attrs.frozen(kw_only=True, repr=False)
class OwnShift(Checked):
    """An item with the keys of a period, but with texts in them."""

    start: str
    end: str | None = attrs.field(default=None)


@attrs.frozen(kw_only=True, repr=False)
class OwnNumber(Checked):
    """An item with the keys of a telephone number."""

    e164: str
    extension: int | None = None


@pytest.mark.parametrize(
    ("item", "kind", "written"),
    [
        ({"start": "09:00"}, OwnShift, "start：09:00"),
        ({"start": "09:00", "end": None}, OwnShift | None, "start：09:00\nend："),
        ([{"start": "09:00", "end": "17:00"}], tuple[OwnShift, ...], "start：09:00\nend：17:00"),
        ({"e164": "x", "extension": None}, OwnNumber, "e164：x\nextension："),
        ({"e164": "x", "owner": "y"}, None, "e164：x\nowner：y"),
        ({"start": "2020-01"}, Period | None, "2020-01 – 至今"),
    ],
)
def test_an_item_of_ones_own_is_no_period_because_of_its_keys(item: Any, kind: Any, written: str) -> None:
    """A shift that begins at nine has not lasted until today."""
    assert text_of(item, kind, Language.ZH) == written


@pytest.mark.parametrize("language", Language)
def test_nothing_of_a_view_is_missing_from_a_table(language: Language) -> None:
    """Each text, number and answer of a view is in some cell of its row."""
    full = resume(
        applications=(applied,),
        virtual_numbers=(line("a"), line("b", "acme")),
        work=(attrs.evolve(ONE.work[0], overseas=True, period=Period(YearMonth(2020, 1))),),
    )
    for viewer in (EXPORTING, attrs.evolve(owner, action=Action.EXPORT)):
        view = viewed(viewer, full)
        row = row_of(view, record_of(viewer, full, view, at=AT))
        assert missing(view_to_dict(view), row, columns_of(Resume, for_owner=True), language) == []


def test_headings_are_there_once() -> None:
    """No two columns have the same heading, in either language."""
    for language, of in product(Language, (Resume, CampusForm)):
        headings = [column.heading.said(language) for column in columns_of(of, for_owner=True)]
        assert len(set(headings)) == len(headings)


def test_the_page_lists_the_columns() -> None:
    """The page on exports names each column of a table of resumes, in both languages; of the sections it names the first and the last."""
    page = Path(__file__).parents[2].joinpath("docs/how-to/export.md").read_text(encoding="utf-8")
    table = page.partition("| columns | Chinese | hold |\n")[2].partition("\n\n")[0]
    rows = [line.split(" | ") for line in table.splitlines()[1:] if "`avatar` to `delivery`" not in line]
    english = [name for row in rows for name in re.findall(r"`(\w+)`", row[0])]
    chinese = [name for row in rows for name in row[1].split("、")]
    headings = [column.heading for column in columns_of(Resume, for_owner=True)]
    names = [heading.en for heading in headings]
    sections = names[names.index("avatar") : names.index("delivery") + 1]
    expected = [heading for heading in headings if heading.en not in sections]
    found = sorted(zip(english, chinese, strict=True))
    assert found == sorted(expected), "write a new column in the table of docs/how-to/export.md"


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
        ("导出时间（协调世界时）", "2026-06-01T12:00:00.000000Z"),
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
    with pytest.raises(InvalidValue, match=r"the extra resume-visibility\[excel\]"):
        run(tmp_path / "out", kind=Format.XLSX)
    assert [*tmp_path.iterdir()] == []
    assert run(tmp_path / "out", kind=Format.CSV).written == 2


@attrs.frozen(kw_only=True, repr=False)
class OddProfile(Profile):
    """A field of one's own with the name of another section, and one for the owner alone."""

    policy: str | None = None
    salary: str | None = attrs.field(default=None, metadata=follows(None))


@attrs.frozen(kw_only=True, repr=False)
class OddBasics(Basics):
    """With that profile."""

    profile: OddProfile = attrs.field(factory=OddProfile)


@attrs.frozen(kw_only=True, repr=False)
class OddIntention(Intention):
    """A field of one's own in the other section that has its fields in columns."""

    commute: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class OddSections(ShownSections):
    """Sections of one's own with names that a table has for something else."""

    withheld: str | None = attrs.field(default=None, metadata=follows(Part.WORK))
    policy: str | None = attrs.field(default=None, metadata=follows(Part.WORK))
    further_degree: Degree | None = attrs.field(default=None, metadata=follows(Part.EDUCATION))
    drafts: str | None = attrs.field(default=None, metadata=follows(None))
    profile: OddProfile | None = None
    intention: OddIntention | None = None


@attrs.frozen(kw_only=True, repr=False)
class OddResume(Resume[OddSections]):
    """The resume."""

    basics: OddBasics = attrs.field(factory=OddBasics)
    withheld: str | None = None
    policy: str | None = None
    further_degree: Degree | None = None
    drafts: str | None = None
    intention: OddIntention | None = None


def test_LAW_2_a_table_for_others_has_no_column_for_what_the_owner_alone_sees(tmp_path: Path) -> None:
    """Nobody else learns that the platform keeps such a field."""
    one = load_resume(json.loads(dump_resume(ONE)), of=OddResume)
    headings = {}
    for viewer in (EXPORTING, attrs.evolve(owner, action=Action.EXPORT)):
        out = tmp_path / type(viewer).__name__
        run(out, [one], Format.CSV, viewer=viewer, of=OddResume)
        [headings[type(viewer)]] = table(out)
    added = {*headings[Owner]} - {*headings[type(EXPORTING)]}
    assert added == {"salary", "drafts"}
    assert {"further_degree", "profile.policy"} <= {*headings[type(EXPORTING)]}


def test_resumes_of_another_class_are_answered_with_the_argument_for_it(tmp_path: Path) -> None:
    """Whoever forgets to name the class of their resumes is given the argument for it."""
    expected = "expected each of resumes to be a Resume or Unloaded, or of to be their class, got OddResume"
    with pytest.raises(TypeError, match=expected):
        run(tmp_path / "out", [load_resume(json.loads(dump_resume(ONE)), of=OddResume)])


def test_an_export_of_nothing_that_loads_makes_no_file(tmp_path: Path) -> None:
    """If no resume could be loaded, there is no file without rows that would be in the way of the next run."""
    kept = list[AccessRecord]()
    for kind in Format:
        done = run(tmp_path / "out", [FAILED, FAILED], kind, records=kept.extend)
        assert (done.written, len(done.failed)) == (0, 2)
        assert not [*tmp_path.iterdir(), *kept]
    assert run(tmp_path / "out", [FAILED, HIDDEN]).not_shown == 1
    assert [*tmp_path.iterdir()] == [tmp_path / "out"]


def test_a_section_of_ones_own_has_the_librarys_words_for_its_choices(tmp_path: Path) -> None:
    """In a Chinese table, a choice that the library knows is Chinese in a section of one's own, too."""
    document = {**json.loads(dump_resume(ONE)), "further_degree": "master"}
    one = load_resume(document, of=OddResume)
    run(tmp_path / "out", [one], Format.CSV, of=OddResume)
    [row] = table(tmp_path / "out")
    assert row["further_degree"] == "硕士"


def test_fields_of_ones_own_have_columns(tmp_path: Path) -> None:
    """A field of one's own in the profile or the intention is in the table, as each field of the library is."""
    document = json.loads(dump_resume(ONE))
    document["basics"]["profile"]["policy"] = "甲"
    document["intention"]["commute"] = "地铁"
    run(tmp_path / "out", [load_resume(document, of=OddResume)], Format.CSV, of=OddResume)
    [row] = table(tmp_path / "out")
    assert (row["profile.policy"], row["commute"]) == ("甲", "地铁")


@pytest.mark.parametrize("language", Language)
def test_a_section_of_ones_own_takes_no_heading_of_another_column(language: Language) -> None:
    """A name that the table has for something else stands with what it is in."""
    headings = [column.heading.said(language) for column in columns_of(OddResume, for_owner=True)]
    assert len({*headings}) == len(headings)
    assert {"sections.withheld", "sections.policy", "profile.policy"} <= {*headings}


@each(
    ("number", "kind"), [(10**15 - 1, int), (10**15, str), (1 - 10**15, int), (-(10**15), str), (True, str)]
)
def test_EXPORT_1_a_number_is_text_where_a_spreadsheet_would_round_it(number: int, kind: type) -> None:
    """A number of one's own has up to nineteen digits, and a spreadsheet keeps fifteen: as text, it is what the candidate typed."""
    [cell] = cells_of({"n": number}, [Column(Words("number", "数"), ("n",))], Language.EN)
    assert type(cell) is kind
    assert str(cell) == ("yes" if number is True else str(number))
