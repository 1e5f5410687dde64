"""`python -m resume_visibility export`: what it reads, writes and prints."""

import io
import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from errno import EACCES
from pathlib import Path
from typing import Any

import attrs
import pytest
from exporters import EXPORTING, HIDDEN, ONE, TWO, rows, sheets, table

from people import AT, DAY, HOME, MAIL, NUMBER, form, recruiter
from processes import UNMEASURED
from resume_visibility import (
    AccessRecord,
    Language,
    Problem,
    dump_form,
    dump_record,
    dump_resume,
    dump_viewer,
    load_record,
    record_of,
    view_for,
)
from resume_visibility.__main__ import BAD_INPUT, NOT_WRITTEN, SHOWN, main
from resume_visibility.cli import exports
from resume_visibility.cli.problems import failure_lines
from resume_visibility.codec.parsing import MAX_BYTES
from resume_visibility.exports.exporting import Exported, Unloaded
from resume_visibility.exports.journal import Journal

BAD = (
    b'{"id": "r-9", "candidat": "c-9", "basics": {"name": {"full": "\xe5\xbc\xa0\xe4\xb8\x89\xe4\xb8\xb0"}}}'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a viewer who asks to view, and resumes in JSON lines: one shown, one not, one shown."""
    (tmp_path / "viewer.json").write_bytes(dump_viewer(recruiter))
    (tmp_path / "resumes.jsonl").write_bytes(b"\n".join(map(dump_resume, (ONE, HIDDEN, TWO))) + b"\n")
    return tmp_path


def exporting(
    folder: Path, *more: str, kind: str = "jsonl", resumes: str = "resumes.jsonl", out: str = "out"
) -> int:
    """The exit code of the command."""
    asked = ["export", str(folder / resumes), "--as", str(folder / "viewer.json"), "--format", kind]
    return main([*asked, "--out", str(folder / out), "--at", AT.isoformat(), *more])


def test_export_writes_a_file_and_its_records(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """EXPORT-1: the command writes what may be exported, and beside it who holds a copy; it prints how many were written, and no more."""
    assert exporting(folder) == SHOWN
    assert capsys.readouterr() == ("written: 2\n", "")
    assert [row["id"] for row in rows(folder / "out")] == ["r-1", "r-2"]
    kept = [load_record(text) for text in (folder / "out.records.jsonl").read_bytes().splitlines()]
    assert kept == [record_of(EXPORTING, one, view_for(EXPORTING, one, at=AT), at=AT) for one in (ONE, TWO)]


def test_export_takes_no_viewer_in_short(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who writes a viewer in short is answered, in both languages, that an export takes a file."""
    asked = ["export", str(folder), "--as", "owner", "--format", "csv", "--out", str(folder / "out")]
    assert main(asked) == BAD_INPUT
    assert capsys.readouterr().err.endswith("in JSON: an export has no short form of it\n")
    assert main([*asked, "--language", "zh"]) == BAD_INPUT
    assert capsys.readouterr().err.endswith("JSON 文件：导出不能用简写\n")


def test_export_writes_each_format(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--format` is the kind of the file."""
    assert exporting(folder, kind="csv", out="a.csv") == SHOWN
    assert exporting(folder, kind="xlsx", out="a.xlsx") == SHOWN
    assert [row["简历编号"] for row in table(folder / "a.csv")] == ["r-1", "r-2"]
    assert len(sheets(folder / "a.xlsx")["简历"]) == 3


def test_records_go_where_the_option_says(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--records` is the file of the records."""
    assert exporting(folder, "--records", str(folder / "kept")) == SHOWN
    assert len((folder / "kept").read_bytes().splitlines()) == 2
    assert not (folder / "out.records.jsonl").exists()


def test_a_folder_of_resumes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder is read file by file in the order of their names; what is named otherwise is none of it."""
    inside = folder / "resumes"
    inside.mkdir()
    for name, one in (("b.json", ONE), ("a.json", TWO), ("c.txt", HIDDEN)):
        (inside / name).write_bytes(dump_resume(one))
    assert exporting(folder, resumes="resumes") == SHOWN
    assert [row["id"] for row in rows(folder / "out")] == ["r-2", "r-1"]


def test_what_does_not_load_is_reported_and_stops_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """LAW-7: what is no resume is reported with its line and with what would be right; the rest is exported, and the code is 2."""
    lines = [
        BAD,
        b"",
        dump_resume(ONE),
        dump_form(form()),
        b" " * MAX_BYTES + dump_resume(TWO),
        b"{",
        dump_resume(TWO),
    ]
    (folder / "resumes.jsonl").write_bytes(b"\n".join(lines))
    assert exporting(folder) == BAD_INPUT
    out, err = capsys.readouterr()
    assert out == "written: 2\n"
    assert err.splitlines() == [
        "line 1: candidate: required, but missing, and 1 more",
        "line 4: the whole: expected a resume; forms are exported with --document form",
        "line 5: the whole: expected at most 2097152 bytes",
        "line 6: the whole: expected a JSON object; mistake at column 2",
    ]
    assert [one for one in ("张三丰", NUMBER, MAIL, HOME) if one in err] == []


def test_a_name_of_a_file_makes_no_line_of_its_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of a folder, and records that are in the way, are reported in one line each, whatever they are called."""
    (folder / "resumes").mkdir()
    (folder / "resumes" / "a\nwritten: 2\x1b[2J.json").write_bytes(BAD)
    (folder / "r\n").touch()
    assert exporting(folder, resumes="resumes") == BAD_INPUT
    assert capsys.readouterr().err == (
        "a\\u000awritten: 2\\u001b[2J.json: candidate: required, but missing, and 1 more\n"
    )
    assert exporting(folder, "--records", str(folder / "r\n"), resumes="resumes") == BAD_INPUT
    assert capsys.readouterr().err.endswith("r\\u000a\n")
    (folder / "o\nwritten: 2.part").write_bytes(b"no journal\n")
    out = ("--out", str(folder / "o\nwritten: 2"), "--records", str(folder / "records"))
    for go_on, words in (((), "continue it, or remove"), (("--continue",), "to be the journal of an export")):
        assert exporting(folder, *out, *go_on, resumes="resumes") == BAD_INPUT
        head, problem = capsys.readouterr().err.splitlines()
        assert head == "invalid export, 1 problem(s):"
        assert "o\\u000awritten: 2.part" in problem
        assert words in problem


INDENTED = json.dumps(json.loads(dump_resume(ONE)), indent=2).encode()
NO_LINES = {
    "a resume over many lines": INDENTED,
    "with a mark before it": b"\xef\xbb\xbf" + INDENTED,
    "with lines before it": b"\n\n" + INDENTED,
    "as Windows ends lines": INDENTED.replace(b"\n", b"\r\n"),
    "many, one after the other": INDENTED + b"\n" + INDENTED,
    "a list": b"[" + dump_resume(ONE) + b"," + dump_resume(TWO) + b"]",
    "a list over many lines": b"[\n" + INDENTED + b"\n]",
    "an empty list": b"[]",
}


@pytest.mark.parametrize("given", NO_LINES.values(), ids=NO_LINES)
def test_json_that_is_no_json_lines(given: bytes, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON in many lines, or a list, is reported once, and not line by line; nothing is begun."""
    (folder / "resumes.jsonl").write_bytes(given)
    assert exporting(folder) == BAD_INPUT
    assert capsys.readouterr() == (
        "",
        (
            "invalid resumes, 1 problem(s):\n"
            "  the whole: expected JSON lines, with a whole resume in each, or a folder with a .json file of each\n"
        ),
    )
    assert exporting(folder, "--language", "zh") == BAD_INPUT
    assert capsys.readouterr().err == (
        "多份简历有误，共 1 处：\n  整体：应为每行一份完整简历的 JSON lines 文件，或每份简历一个 .json 文件的文件夹\n"
    )
    assert {path.name for path in folder.iterdir()} == {"resumes.jsonl", "viewer.json"}


def test_a_first_line_that_is_cut_off(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A first line that is broken in another way stops nothing, as any other."""
    (folder / "resumes.jsonl").write_bytes(b'{"id": "r-1",\n' + dump_resume(TWO))
    assert exporting(folder) == BAD_INPUT
    assert capsys.readouterr().out == "written: 1\n"


def test_a_file_of_a_folder_that_cannot_be_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is no file, though its name is that of one, is reported by its name."""
    (folder / "resumes" / "a.json").mkdir(parents=True)
    (folder / "resumes" / "b.json").write_bytes(dump_resume(ONE))
    assert exporting(folder, resumes="resumes") == BAD_INPUT
    assert capsys.readouterr() == ("written: 1\n", "a.json: the whole: expected a file that can be read\n")


def test_LAW_6_a_pipe_in_a_folder_is_not_waited_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pipe with the name of a file has no writer: the command would wait without an end."""
    (folder / "resumes").mkdir()
    os.mkfifo(folder / "resumes" / "a.json")
    (folder / "resumes" / "b.json").write_bytes(dump_resume(ONE))
    assert exporting(folder, resumes="resumes") == BAD_INPUT
    assert capsys.readouterr() == ("written: 1\n", "a.json: the whole: expected a file that can be read\n")


def test_a_file_of_a_folder_that_the_system_does_not_give(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that may not be read, or is gone meanwhile, is reported by its name, and the others are exported."""
    (folder / "resumes").mkdir()
    (folder / "resumes" / "a.json").write_bytes(dump_resume(TWO))
    (folder / "resumes" / "b.json").write_bytes(dump_resume(ONE))

    def given(path: str) -> bytes:
        if path.endswith("a.json"):
            raise PermissionError(EACCES, "no permission", path)
        return Path(path).read_bytes()

    monkeypatch.setattr(exports, "read_file", given)
    assert exporting(folder, resumes="resumes") == BAD_INPUT
    assert capsys.readouterr() == ("written: 1\n", "a.json: the whole: expected a file that can be read\n")


def test_a_folder_without_resumes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder in which nothing is named .json is bad input, and nothing is written."""
    (folder / "resumes").mkdir()
    assert exporting(folder, resumes="resumes") == BAD_INPUT
    assert "expected a folder with files named .json" in capsys.readouterr().err
    assert not (folder / "out").exists()


def test_a_folder_that_cannot_be_read(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder in which nobody may look is named as one that cannot be read, and not as one without files."""
    inside = folder / "resumes"
    inside.mkdir()
    listed = Path.iterdir

    def denied(path: Path) -> Iterator[Path]:
        if path == inside:
            raise PermissionError(EACCES, os.strerror(EACCES), str(path))
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", denied)
    assert exporting(folder, resumes="resumes") == BAD_INPUT
    assert capsys.readouterr().err == f"cannot read {inside}: Permission denied\n"


@pytest.mark.parametrize("missing", ["resumes.jsonl", "viewer.json"])
def test_a_file_that_is_not_there(missing: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that cannot be read is named, and nothing is written."""
    (folder / missing).unlink()
    assert exporting(folder) == BAD_INPUT
    assert capsys.readouterr().err.startswith(f"cannot read {folder / missing}: ")
    assert not (folder / "out.part").exists()


def test_a_file_that_ends_in_an_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the resumes cannot be read to their end, the export stops, names the line, and can be continued."""

    def broken(_: object) -> Any:
        yield dump_resume(ONE)
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(exports, "read_lines", broken)
        assert exporting(folder) == BAD_INPUT
    assert "line 2: expected a file that can be read to its end" in capsys.readouterr().err
    assert not (folder / "out").exists()
    assert exporting(folder, "--continue") == SHOWN


@pytest.mark.parametrize("name", ["resumes", "out", "records"])
def test_a_path_that_cannot_be_one(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A path with a NUL in it is bad input like any other."""
    records = ["--records", "a\0b"] if name == "records" else []
    changed = {} if name == "records" else {name: "a\0b"}
    assert exporting(folder, *records, **changed) == BAD_INPUT
    assert capsys.readouterr().err.startswith("cannot read ")


@pytest.mark.parametrize("path", ["", ".", "/", "..", "inside"])
@pytest.mark.parametrize("more", [[], ["--continue"]])
def test_a_folder_is_no_file_to_make(
    path: str,
    more: list[str],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A folder in the place of the file, or of the records, is refused in a sentence, and nothing is made in its place."""
    (folder / "inside").mkdir()
    monkeypatch.chdir(folder)
    asked = [
        "export",
        "resumes.jsonl",
        "--as",
        "viewer.json",
        "--format",
        "jsonl",
        "--at",
        AT.isoformat(),
        *more,
    ]
    for named in (["--out", path], ["--out", "out", "--records", path]):
        assert main([*asked, *named]) in (BAD_INPUT, NOT_WRITTEN)
        assert capsys.readouterr().err.startswith(("invalid export", "cannot write"))
        assert not (folder / "out").exists()
        assert (folder / "inside").is_dir()


def test_an_output_that_cannot_be_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where the file cannot be written, the code is 1, and the command says which one and why."""
    assert exporting(folder, out="nowhere/out") == NOT_WRITTEN
    message = f"cannot write {folder / 'nowhere/out'}: No such file or directory\n"
    assert capsys.readouterr() == ("", message)


def test_records_that_cannot_be_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Then the records are named, and the command goes on once they can be."""
    kept = folder / "nowhere" / "kept"
    assert exporting(folder, "--records", str(kept)) == NOT_WRITTEN
    printed = capsys.readouterr().err
    assert printed.startswith(f"cannot write {kept}: No such file or directory; ")
    kept.parent.mkdir()
    assert exporting(folder, "--records", str(kept), "--continue") == SHOWN


def test_a_link_in_the_place_of_the_records(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One that leads nowhere is seen before anything is written, with --continue, too: no file could ever take its place."""
    (folder / "out.records.jsonl").symlink_to(folder / "nowhere")
    before = sorted(folder.iterdir())
    for more in ((), ("--continue",)):
        assert exporting(folder, *more) == BAD_INPUT
        assert "records: expected a file that does not exist yet" in capsys.readouterr().err
    assert sorted(folder.iterdir()) == before


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, 3))  # as /dev/null is, and not that itself


def _link(path: Path) -> None:
    (path.parent / "log").touch()
    path.symlink_to(path.parent / "log")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no such files")
@pytest.mark.parametrize("begun", [False, True], ids=["nothing is begun", "an export is begun"])
@pytest.mark.parametrize(
    "make", [_pipe, _device, _link], ids=["a pipe", "a device", "a link to an empty file"]
)
def test_what_is_no_file_is_not_replaced_by_the_records(
    make: Callable[[Path], None],
    begun: bool,
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With --continue, too, a device such as /dev/null stays one, and nobody waits for the writer of a pipe."""
    place = folder / "out.records.jsonl"
    if begun:
        monkeypatch.setattr("resume_visibility.cli.exports.dump_record", lambda _: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            exporting(folder)
        monkeypatch.undo()
    try:
        make(place)
    except PermissionError:
        pytest.skip("only root makes devices")
    before = place.lstat()
    assert exporting(folder, "--continue") == BAD_INPUT
    assert "records: expected a file that does not exist yet" in capsys.readouterr().err
    after = place.lstat()
    assert (after.st_mode, after.st_ino) == (before.st_mode, before.st_ino)


def test_nothing_is_written_over(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second run finds the file there, or the records, and leaves both; what was begun asks for --continue."""
    assert exporting(folder) == SHOWN
    before = (folder / "out").read_bytes(), (folder / "out.records.jsonl").read_bytes()
    assert exporting(folder) == BAD_INPUT
    assert "records: expected a file that does not exist yet" in capsys.readouterr().err
    assert exporting(folder, "--records", str(folder / "other")) == BAD_INPUT
    assert exporting(folder, "--continue") == BAD_INPUT
    assert capsys.readouterr().err.count("out: expected a file that does not exist yet") == 2
    assert before == ((folder / "out").read_bytes(), (folder / "out.records.jsonl").read_bytes())


LEFT = ".0123456789abcdef.new"
"""What a run that was killed may leave ends so."""
BESIDE = [
    "",
    ".part",
    ".new",
    ".part.new",
    ".new.new",
    ".tmp",
    "~",
    ".records.jsonl",
    ".records.jsonl.new",
    LEFT,
    f".records.jsonl{LEFT}",
]
"""What a name may have behind that of the file."""


def spellings(path: Path) -> dict[str, Path]:
    """Other ways to write the path of a file, which may not be there yet."""
    (path.parent / "inside").mkdir(exist_ok=True)
    (path.parent / "again").symlink_to(path.parent)
    (path.parent / "link").symlink_to(path)
    return {
        "as it is": path,
        "through a folder": path.parent / "inside" / ".." / path.name,
        "through a link to the folder": path.parent / "again" / path.name,
        "a link to it": path.parent / "link",
        "from here": Path(os.path.relpath(path)),
        "in other case": path.with_name(path.name.upper()),
    }


@pytest.mark.parametrize("which", ["out", "out.part"])
def test_records_are_not_the_file(which: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """EXPORT-1: the records have a file of their own, however its path is written: neither the file nor its journal."""
    for how, written in spellings(folder / which).items():
        for more in ([], ["--continue"]):
            before = sorted(folder.iterdir())
            assert exporting(folder, "--records", str(written), *more) == BAD_INPUT, how
            assert "records: expected another file than out, or its journal" in capsys.readouterr().err, how
            assert sorted(folder.iterdir()) == before, how


@pytest.mark.parametrize("beside", BESIDE)
def test_EXPORT_1_no_name_of_the_records_loses_them(
    beside: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the records are called, they are there when the file is, or nothing is; the name of either may be the longer one."""
    for out, kept in ((f"a{beside}", "a"), ("b", f"b{beside}")):
        before = sorted(folder.iterdir())
        code = exporting(folder, "--records", str(folder / kept), out=out)
        if code == BAD_INPUT:
            assert sorted(folder.iterdir()) == before
            continue
        assert code == SHOWN
        assert [row["id"] for row in rows(folder / out)] == ["r-1", "r-2"]
        kept_lines = (folder / kept).read_bytes().splitlines()
        assert [load_record(text).document_id for text in kept_lines] == ["r-1", "r-2"]


@pytest.mark.parametrize("beside", [one for one in BESIDE if one])
def test_what_is_read_stays(beside: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Resumes and viewer stay as they are, whatever they are called; so does a file that is nothing of the export's."""
    # What has the name of something left is taken for it, unless it is read.
    for named in ("resumes.jsonl", "viewer.json", *([] if beside.endswith(LEFT) else ["mine"])):
        out = f"out-{named}"
        source, asked = folder / f"{out}{beside}", ["--format", "jsonl", "--at", AT.isoformat()]
        read = (folder / named).read_bytes() if named != "mine" else b"mine"
        source.write_bytes(read)
        files = {"resumes.jsonl": folder / "resumes.jsonl", "viewer.json": folder / "viewer.json"} | {
            named: source
        }
        asked += ["--as", str(files["viewer.json"]), "--out", str(folder / out)]
        for more in ([], ["--continue"]):
            main(["export", str(files["resumes.jsonl"]), *asked, *more])
            assert source.read_bytes() == read
            assert named == "mine" or "remove" not in capsys.readouterr().err  # what is read is no journal


def test_what_a_killed_run_left_is_removed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A run that was killed while it made a file leaves that file under a name of its own; the next run to the same file removes it."""
    for name in ("out.0123456789abcdef.new", "out.records.jsonl.0123456789abcdef.new"):
        (folder / name).write_bytes(b"{")
    for name in ("out.0123456789abcdeg.new", "other.0123456789abcdef.new"):
        (folder / name).write_bytes(b"mine")
    assert exporting(folder) == SHOWN
    assert sorted(one.name for one in folder.iterdir() if one.name.endswith(".new")) == [
        "other.0123456789abcdef.new",
        "out.0123456789abcdeg.new",
    ]


@pytest.mark.parametrize("again", [(), ("--continue",)], ids=["anew", "continued"])
def test_a_second_run_leaves_the_first_its_files(
    again: tuple[str, ...], folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A run that is started while another one writes its records is refused, and takes nothing away from it."""
    second = list[int]()

    def dumped(record: AccessRecord) -> bytes:
        if not second:
            second.append(exporting(folder, *again))
        return dump_record(record)

    monkeypatch.setattr(exports, "dump_record", dumped)
    assert exporting(folder) == SHOWN
    assert second == [BAD_INPUT]
    assert "invalid export, 1 problem(s):\n  out: expected " in capsys.readouterr().err
    assert len((folder / "out.records.jsonl").read_bytes().splitlines()) == 2


def stop_before_the_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the command, and stop it when the records are written and the file is not."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Journal, "end", stop)
        with pytest.raises(KeyboardInterrupt):
            exporting(folder)


def test_a_run_that_was_stopped_goes_on(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """EXPORT-1: with --continue the same command goes on where a run was stopped, even one whose records were written."""
    stop_before_the_end(folder, monkeypatch)
    assert (folder / "out.records.jsonl").exists()
    assert exporting(folder, "--continue") == SHOWN
    assert exporting(folder, "--records", str(folder / "kept"), out="whole") == SHOWN
    assert (folder / "out").read_bytes() == (folder / "whole").read_bytes()
    assert (folder / "out.records.jsonl").read_bytes() == (folder / "kept").read_bytes()


def test_EXPORT_1_records_grow_where_a_run_goes_on_later(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped after its records were written, a run that goes on later leaves them as they are, and adds what came since."""
    stop_before_the_end(folder, monkeypatch)
    before = (folder / "out.records.jsonl").read_bytes()
    more = attrs.evolve(TWO, id="r-9")
    (folder / "resumes.jsonl").write_bytes(b"\n".join(map(dump_resume, (ONE, TWO, more))))
    assert exporting(folder, "--continue", "--at", (AT + DAY).isoformat()) == SHOWN
    after = (folder / "out.records.jsonl").read_bytes()
    assert after.startswith(before)
    assert [load_record(text).at for text in after.splitlines()] == [AT, AT, AT + DAY]


def test_records_of_something_else_stay(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --continue, a file in the place of the records that holds something else is not written over."""
    (folder / "kept").write_text("mine", encoding="utf-8")
    assert exporting(folder, "--continue", "--records", str(folder / "kept")) == BAD_INPUT
    assert (folder / "kept").read_text(encoding="utf-8") == "mine"
    assert not (folder / "out").exists()


@pytest.mark.parametrize("more", [b"mine\n", b"mine"])
def test_records_of_another_run_stay(more: bytes, folder: Path) -> None:
    """With --continue, records that begin as those of this run, and go on otherwise, are not written over: not a line is lost."""
    assert exporting(folder) == SHOWN
    first, *_ = (folder / "out.records.jsonl").read_bytes().splitlines(keepends=True)
    (folder / "kept").write_bytes(first + more)
    assert exporting(folder, "--continue", "--records", str(folder / "kept"), out="again") == BAD_INPUT
    assert (folder / "kept").read_bytes() == first + more
    assert not (folder / "again").exists()


class Terminal(io.StringIO):
    """What stands for a terminal."""

    def isatty(self) -> bool:
        """It is one."""
        return True


def test_a_terminal_gets_a_bar(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal a bar shows how many resumes were looked at, of how many, and not how many were shown."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert exporting(folder) == SHOWN
    assert "3/3" in terminal.getvalue()


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="there is no path of a pipe")
@pytest.mark.parametrize("terminal", [False, True])
def test_resumes_may_come_from_a_pipe(terminal: bool, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What can be read once is read once, with a bar or without."""
    left, right = os.pipe()
    os.write(right, (folder / "resumes.jsonl").read_bytes())
    os.close(right)
    if terminal:
        monkeypatch.setattr(sys, "stderr", Terminal())
    assert exporting(folder, resumes=f"/dev/fd/{left}") == SHOWN
    os.close(left)
    assert len(rows(folder / "out")) == 2


def test_a_terminal_without_the_extra_gets_no_bar(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where tqdm is not installed, the export is the same, without a bar."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setitem(sys.modules, "tqdm", None)
    assert exporting(folder) == SHOWN
    assert terminal.getvalue() == ""


def test_a_process_without_standard_error(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the process has no standard error at all, the export is the same."""
    monkeypatch.setattr(sys, "stderr", None)
    assert exporting(folder) == SHOWN


def test_a_run_that_is_killed_is_continued_by_a_process(folder: Path) -> None:
    """As a process: a file that its disk cannot hold is reported with the code 1, and --continue goes on to the same file."""
    command = [
        *(sys.executable, "-m", "resume_visibility", "export", str(folder / "resumes.jsonl")),
        *("--as", str(folder / "viewer.json"), "--format", "jsonl", "--at", AT.isoformat()),
    ]
    limited = 'trap "" XFSZ; ulimit -f 4; exec "$@"'  # files of two to four kilobytes
    done = subprocess.run(
        ["sh", "-c", limited, "sh", *command, "--out", str(folder / "out")],
        capture_output=True,
        check=False,
        # Python would keep what it compiled beside the source, cut off at the limit, and then fail wherever that is imported.
        env={**UNMEASURED, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert (done.returncode, done.stdout) == (NOT_WRITTEN, b"")
    assert done.stderr.decode().startswith(
        f"cannot write {folder / 'out'}: File too large; to go on, run the same command with --continue"
    )
    assert (folder / "out.part").stat().st_size > 0
    for out, more in (("out", ["--continue"]), ("whole", [])):
        subprocess.run([*command, "--out", str(folder / out), *more], check=True, env={**os.environ})
    assert (folder / "out").read_bytes() == (folder / "whole").read_bytes()


def test_what_is_passed_over_is_listed_line_by_line() -> None:
    """A resume with one problem is one line, and so is one with many; ids that came again are counted."""
    one, two = Problem("id", "required, but missing"), Problem("", "expected UTF-8")
    failed = (Unloaded(where="a", problems=(one,)), Unloaded(where="b", problems=(two, one)))
    done = Exported(written=0, not_shown=0, repeated=2, failed=failed)
    assert [*failure_lines(done, Language.EN)] == [
        "a: id: required, but missing",
        "b: the whole: expected UTF-8, and 1 more",
        "skipped, because an earlier one has the same id: 2",
    ]
    assert [*failure_lines(done, Language.ZH)] == [
        "a：id：必填，但缺失",
        "b：整体：应为 UTF-8 编码的文字，另有 1 处",
        "因编号与前面重复而跳过：2",
    ]


def test_LAW_6_a_name_too_long_for_the_records_is_refused_at_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The records have a longer name than the export, and the file beside them a longer one still: nothing is begun."""
    out = folder / ("x" * 225)
    before = {*folder.iterdir()}
    asked = ["export", str(folder / "resumes.jsonl"), "--format", "jsonl", "--out", str(out)]
    for language, said in (
        ("en", "records: expected a name of at most 234 bytes"),
        ("zh", "records：应为不超过 234 字节的文件名"),
    ):
        assert main([*asked, "--as", str(folder / "viewer.json"), "--language", language]) == BAD_INPUT
        assert said in capsys.readouterr().err
    assert {*folder.iterdir()} == before


@pytest.mark.parametrize(
    ("language", "hint"), [("en", "name their class: --class"), ("zh", "请写明简历的类：--class")]
)
def test_unknown_sections_are_answered_with_the_option_for_them(
    language: str, hint: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who has sections of their own, and forgets to name the class, is given the option once; and no file is in the way afterwards."""
    own = {**json.loads(dump_resume(ONE)), "volunteering": "x"}
    (folder / "resumes.jsonl").write_text(f"{json.dumps(own)}\n{json.dumps(own)}\n", encoding="utf-8")
    (folder / "own.json").write_text(json.dumps(own), encoding="utf-8")
    before = {*folder.iterdir()}
    assert exporting(folder, "--language", language) == BAD_INPUT
    assert capsys.readouterr().err.count(hint) == 1
    assert {*folder.iterdir()} == before
    classes = ("resume_visibility:Resume", True), ("resume_visibility.interchange:JsonResume", False)
    for more, hinted in (((), True), *((("--class", of), hinted) for of, hinted in classes)):
        asked = ["view", str(folder / "own.json"), "--as", "visitor", "--language", language, *more]
        assert main(asked) == BAD_INPUT
        assert (hint in capsys.readouterr().err) is hinted
    other_form = {**json.loads(dump_form(form())), "volunteering": "x"}
    (folder / "resumes.jsonl").write_text(f"{json.dumps(other_form)}\n", encoding="utf-8")
    assert exporting(folder, "--language", language, "--document", "form") == BAD_INPUT
    assert hint not in capsys.readouterr().err  # forms have no class but one


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "--class: expected no class: all forms are of one"),
        ("zh", "不写明类：所有定制化简历属于同一个类"),
    ],
)
def test_a_class_for_forms_is_refused(
    language: str, expected: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A class that would be ignored is refused, and nothing is written."""
    before = {*folder.iterdir()}
    more = ("--document", "form", "--class", "resume_visibility:Resume")
    assert exporting(folder, "--language", language, *more) == BAD_INPUT
    assert expected in capsys.readouterr().err
    assert {*folder.iterdir()} == before


def test_records_in_the_way_are_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The records have their name from the export: whoever did not choose it is shown it."""
    (folder / "out.records.jsonl").write_text("", encoding="utf-8")
    assert exporting(folder) == BAD_INPUT
    assert str(folder / "out.records.jsonl") in capsys.readouterr().err
