"""The command line is stopped with Ctrl-C, or cannot write: no traceback, no English where Chinese was asked for, no half of a file."""

import io
import json
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from errno import EACCES, EBADF, EDQUOT, EFBIG, EIO, ENOSPC, EROFS, EXDEV
from pathlib import Path
from typing import Any

import pytest

from resume_visibility.__main__ import BAD_INPUT, INTERRUPTED, NOT_WRITTEN, SHOWN, main, run
from resume_visibility.cli.arguments import COMMANDS
from test_chinese_commands import AT, DATA, ENGINEER, FORM, GRADUATE, PRINTED, english_in

VIEWER = DATA / "viewers" / "acme-recruiter.json"
EXPORT = f"export ../resumes.jsonl --as {VIEWER} --format csv {AT} --out "
EVERY = {
    **{command: PRINTED[command] for command in ("explain", "audience", "who-sees", "verify", "compare")},
    **{command: PRINTED[command] for command in ("records", "difference", "settings", "text", "matrix")},
    "view": f"view {ENGINEER} --as owner",
    "missing": f"missing {FORM}",
    "schema": "schema view",
    "book": "book -o book.html",
    "export": f"{EXPORT}export.csv",
}
"""Each command once."""
PLACES = {
    "view": "view_for",
    "explain": "explain",
    "audience": "audience_lines",
    "records": "read_records",
    "book": "write_book",
    "export": "run_export",
    "difference": "diff_lines",
    "settings": "diff_lines",
    "missing": "missing",
    "who-sees": "who_sees_lines",
    "verify": "verify",
    "compare": "compare_lines",
    "text": "text_lines",
    "matrix": "matrix",
    "schema": "schema_of",
}
"""What each command calls."""


@pytest.fixture(autouse=True)
def in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let each command run where it may write, and read two resumes."""
    lines = (json.dumps(json.loads(path.read_bytes())) for path in (ENGINEER, GRADUATE))
    (tmp_path / "resumes.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "out").mkdir()
    monkeypatch.chdir(tmp_path / "out")


@pytest.fixture(autouse=True)
def stoppable() -> Iterator[None]:
    """Let Ctrl-C reach what is started here, also where a shell that runs the tests in the background keeps it away."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def started(command: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """The exit code of a command that is the process's own."""
    monkeypatch.setattr(sys, "argv", ["resume_visibility", *shlex.split(command)])
    return run()


def stopping(*_: object, **__: object) -> Any:
    """Stand for what runs when somebody presses Ctrl-C."""
    raise KeyboardInterrupt


def test_every_command_is_tried() -> None:
    """Each command there is can be stopped here."""
    assert EVERY.keys() == PLACES.keys() == COMMANDS.keys()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_is_stopped_in_silence(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Ctrl-C ends any command with the code that a shell gives for it, says nothing, and leaves no file."""
    monkeypatch.setattr(f"resume_visibility.__main__.{PLACES[command]}", stopping)
    assert started(EVERY[command], monkeypatch) == INTERRUPTED
    assert capsys.readouterr() == ("", "")
    assert list(Path().iterdir()) == []


def test_the_prompt_is_left_in_silence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """So does Ctrl-C while a text is typed."""

    class Typed(io.StringIO):
        read = stopping

    monkeypatch.setattr(sys, "stdin", Typed())
    assert started("text", monkeypatch) == INTERRUPTED
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(os.name != "posix", reason="needs signals of POSIX")
@pytest.mark.parametrize("command", ["text", "verify", "book -o book.html --language zh"])
def test_a_process_is_stopped_in_silence(command: str) -> None:
    """A process that gets the signal of Ctrl-C ends with that code, and no traceback."""
    started = subprocess.Popen(
        [sys.executable, "-c", f"{_READY}", *shlex.split(command)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert started.stdout is not None
    assert started.stdout.readline() == b"ready\n"
    started.send_signal(signal.SIGINT)
    out, err = started.communicate(timeout=60)
    assert (started.returncode, out, err) == (INTERRUPTED, b"", b"")
    assert list(Path().iterdir()) == []


_READY = """
import sys, threading
from resume_visibility.__main__ import run
threading.Timer(0.05, lambda: print("ready", flush=True)).start()
sys.exit(run())
"""


@pytest.mark.skipif(os.name != "posix", reason="needs signals of POSIX")
@pytest.mark.parametrize("ignored", [False, True])
def test_a_process_is_stopped_while_it_starts(ignored: bool) -> None:
    """Ctrl-C while the library is imported ends the process in silence, too; one that ignores it goes on."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import signal\nif {ignored}: signal.signal(signal.SIGINT, signal.SIG_IGN)\n{_STARTING}",
            "matrix",
        ],
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    assert done.returncode == (SHOWN if ignored else -signal.SIGINT)


_STARTING = """
import os, runpy, sys
class Pressed:
    def find_spec(self, name, *_):
        if name == "resume_visibility.cli.exports":
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Pressed())
runpy.run_module("resume_visibility", run_name="__main__")
"""


def stopped_in(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let Ctrl-C come where a file is written."""
    monkeypatch.setattr(place, stopping)


BOOKS: dict[str, bytes | None] = {"no book": None, "another book": b"old"}


@pytest.mark.parametrize("before", BOOKS.values(), ids=BOOKS)
@pytest.mark.parametrize("place", ["cli.pages.page_of", "exports.disk.os.fsync"])
@pytest.mark.parametrize(
    "error", [KeyboardInterrupt(), OSError(ENOSPC, "full")], ids=["Ctrl-C", "a full disk"]
)
def test_no_half_of_a_book_is_left(
    error: BaseException, place: str, before: bytes | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A book that is not whole is not there, and the one before it stays."""

    def fail(*_: object, **__: object) -> Any:
        raise error

    monkeypatch.setattr("resume_visibility.cli.pages.page_of", lambda *_, **__: "a page")
    if before is not None:
        Path("book.html").write_bytes(before)
    monkeypatch.setattr(f"resume_visibility.{place}", fail)
    code = started("book -o book.html", monkeypatch)
    assert code == (NOT_WRITTEN if isinstance(error, OSError) else INTERRUPTED)
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == (
        {} if before is None else {"book.html": before}
    )


def test_no_book_is_there_before_it_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that is killed can undo nothing: until the end the book has another name, and the next run removes it."""
    leftover = Path(f"book.html.{'0' * 16}.new")
    leftover.write_bytes(b"half")
    seen: list[list[str]] = []

    def page_of(*_: object, **__: object) -> str:
        seen.append([path.name for path in Path().iterdir()])
        return "a page"

    monkeypatch.setattr("resume_visibility.cli.pages.page_of", page_of)
    assert started("book -o book.html", monkeypatch) == SHOWN
    [[while_made]] = seen
    assert while_made not in ("book.html", leftover.name)
    assert [path.name for path in Path().iterdir()] == ["book.html"]


def test_a_new_book_is_as_readable_as_any_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """It holds nobody's data."""
    monkeypatch.setattr("resume_visibility.cli.pages.page_of", lambda *_, **__: "a page")
    Path("other").touch()
    assert started("book -o book.html", monkeypatch) == SHOWN
    assert Path("book.html").stat().st_mode == Path("other").stat().st_mode


def test_no_half_of_a_book_is_left_behind_a_link(monkeypatch: pytest.MonkeyPatch) -> None:
    """A link that led nowhere still leads nowhere after Ctrl-C."""
    monkeypatch.setattr("resume_visibility.cli.pages.page_of", stopping)
    Path("book.html").symlink_to("behind.html")
    assert started("book -o book.html", monkeypatch) == INTERRUPTED
    assert [path.name for path in Path().iterdir()] == ["book.html"]


@pytest.mark.parametrize(
    "place",
    [
        "exports.exporting.view_for",
        "exports.exporting.write",
        "exports.disk._move_to_free_path",
        "exports.disk.os.fsync",
        "cli.exports.dump_record",
    ],
)
def test_an_export_that_is_stopped_is_continued(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an export nothing is left but what is continued, and the file that then comes is whole."""
    assert started(f"{EXPORT}whole.csv", monkeypatch) == SHOWN
    with monkeypatch.context() as here:
        stopped_in(f"resume_visibility.{place}", here)
        assert started(f"{EXPORT}export.csv", here) == INTERRUPTED
    assert {path.name for path in Path().iterdir()} <= {
        "whole.csv",
        "whole.csv.records.jsonl",
        "export.csv.part",
        "export.csv.records.jsonl",
    }
    assert started(f"{EXPORT}export.csv --continue", monkeypatch) == SHOWN
    assert Path("export.csv").read_bytes() == Path("whole.csv").read_bytes()
    assert not Path("export.csv.part").exists()


# --- What cannot be written ------------------------------------------------------------------------------------------

CODES = (ENOSPC, EACCES, EROFS, EDQUOT, EFBIG, EIO, EBADF, EXDEV, None, 9999)


def failing(code: int | None) -> OSError:
    """An error of the system as Python raises it, in English."""
    return OSError("no code at all") if code is None else OSError(code, "some English sentence")


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> Callable[[int | None], None]:
    """What lets standard output fail with an error of the system."""

    def fails(code: int | None) -> None:
        class Failing(io.TextIOWrapper):
            def write(self, _: str) -> int:
                raise failing(code)

        monkeypatch.setattr(sys, "stdout", Failing(io.BytesIO(), encoding="utf-8"))

    return fails


@pytest.mark.parametrize("code", CODES)
def test_output_that_cannot_be_written_is_reported_in_chinese(
    code: int | None,
    full: Callable[[int | None], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whatever the system says of standard output, `--language zh` says it in Chinese."""
    full(code)
    assert started("matrix --language zh", monkeypatch) == NOT_WRITTEN
    printed = capsys.readouterr().err
    assert printed.startswith("无法写入标准输出：")
    assert english_in(printed) == []


def writes(command: str) -> Iterator[str]:
    """The places in which a command that writes a file can fail."""
    yield "exports.disk.open_file"
    yield "exports.disk.os.fsync"
    yield "exports.disk.Path.replace"
    if command == "export":
        yield "exports.journal.open_file"
        yield "exports.exporting.write"
        yield "cli.exports.dump_record"
    else:
        yield "cli.pages.Path.chmod"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize(
    ("command", "place"), [(command, place) for command in ("book", "export") for place in writes(command)]
)
def test_a_file_that_cannot_be_written_is_reported_in_chinese(
    command: str,
    place: str,
    code: int | None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Wherever a book or an export fails, and by whatever error, that is said in Chinese, and no half of a file is left."""
    if place.endswith("Path.replace") and command == "export":
        monkeypatch.setattr(Path, "hardlink_to", lambda *_: (_ for _ in ()).throw(failing(ENOSPC)))

    def fails(*_: object, **__: object) -> Any:
        raise failing(code)

    monkeypatch.setattr(f"resume_visibility.{place}", fails)
    monkeypatch.setattr("resume_visibility.cli.pages.page_of", lambda *_, **__: "a page")
    assert main([*shlex.split(EVERY[command]), "--language", "zh"]) == NOT_WRITTEN
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"无法写入 {command}.")
    assert english_in(err) == []
    assert not {"book.html", "export.csv"} & {path.name for path in Path().iterdir()}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
@pytest.mark.parametrize("command", [*EVERY.values(), "--help", "book -o /dev/full", f"{EXPORT}/dev/full"])
def test_a_full_disk_is_reported_in_chinese(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command whose output goes to a full disk says so in Chinese, and nothing else."""
    with Path("/dev/full").open("w", encoding="utf-8") as out:
        monkeypatch.setattr(sys, "stdout", out)
        code = started(f"{command} --language zh", monkeypatch)
    printed = capsys.readouterr().err
    if command == EVERY["missing"]:  # which prints nothing
        assert (code, printed) == (SHOWN, "")
        return
    assert re.fullmatch("无法写入(标准输出| /dev/full)：磁盘已满\n|导出有误.*\n.*\n", printed), printed
    assert code in (NOT_WRITTEN, BAD_INPUT)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
def test_a_process_with_a_full_disk_says_so_once() -> None:
    """Python adds nothing of its own when the process ends."""
    with Path("/dev/full").open("wb") as out:
        command = [sys.executable, "-m", "resume_visibility", "matrix", "--language", "zh"]
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr.decode()) == (NOT_WRITTEN, "无法写入标准输出：磁盘已满\n")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
def test_where_not_even_errors_can_be_written() -> None:
    """The exit code says that output could not be written, and there is no traceback."""
    with Path("/dev/full").open("wb") as out:
        for stdout in (out, subprocess.DEVNULL):
            done = subprocess.run(
                [sys.executable, "-m", "resume_visibility", "view", "none", "--as", "owner"],
                stdout=stdout,
                stderr=out,
                check=False,
            )
            assert done.returncode == NOT_WRITTEN


@pytest.mark.skipif(os.name != "posix", reason="needs a shell of POSIX")
def test_errors_are_never_printed_as_output() -> None:
    """A process without standard error says nothing of what is wrong, least of all where output belongs."""
    command = '"$0" -m resume_visibility view none --as owner 2>&-'
    done = subprocess.run(["sh", "-c", command, sys.executable], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (BAD_INPUT, b"")


def test_a_process_without_output_or_errors_is_stopped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where there is neither output nor standard error, a command still ends with its exit code."""
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["view", "none", "--as", "owner"]) == BAD_INPUT
    assert capsys.readouterr().out == ""
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["schema", "settings"]) == SHOWN
    monkeypatch.setattr("resume_visibility.__main__.matrix", stopping)
    assert started("matrix", monkeypatch) == INTERRUPTED
