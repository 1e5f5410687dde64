"""The command `export`: the resumes that it reads, and where it writes."""

import argparse
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from functools import partial
from os.path import lexists, realpath
from pathlib import Path
from stat import S_ISREG
from typing import Any, BinaryIO, TypeAlias

import attrs

from ..codec.dumping import dump_record
from ..codec.loading import is_form, load_form, load_resume, load_viewer
from ..codec.parsing import MAX_BYTES
from ..errors import InvalidForm, InvalidResume, InvalidValue, Problem
from ..exports.disk import export_error, journal_path, leftover_files, name_problem, replacing
from ..exports.exporting import Exported, Unloaded, export
from ..exports.files import Format
from ..model.campus import CampusForm
from ..model.language import Words
from ..model.names import normal
from ..model.parts import Document
from ..model.resume import Resume
from ..model.viewers import Action
from ..projection.records import AccessRecord
from .documents import loaded, path_of, read_file
from .policies import class_of, policies_of
from .terminal import in_one_line

_Input: TypeAlias = Resume | CampusForm | Unloaded
_Loader: TypeAlias = Callable[[bytes, str], _Input]


class NotWritten(Exception):
    """Something cannot be written. Its cause is the error of the system.

    Args:
        path: the path of the file to write, as it was given.
        can_continue: whether the same command with --continue continues.
    """

    def __init__(self, path: str, *, can_continue: bool = False) -> None:
        super().__init__()
        self.path, self.can_continue = path, can_continue


def run_export(options: argparse.Namespace) -> Exported:
    """Run the command.

    Raises:
        OSError: something cannot be read.
        InvalidValue: the export is not possible as requested.
        NotWritten: something cannot be written.
    """
    viewer = attrs.evolve(loaded(_read_viewer(options.viewer), load_viewer), action=Action.EXPORT)
    of: type[Resume[Any]] | type[CampusForm] = class_of(options.of)
    if options.document == Document.FORM.value:
        if options.of is not None:
            raise InvalidValue("class", [Problem("--class", "expected no class: all forms are of one")])
        of = CampusForm
    [policy] = policies_of({"--policy": options.policy})
    source, out = path_of(options.resumes), path_of(options.out)
    records_path = path_of(f"{options.out}.records.jsonl" if options.records is None else options.records)
    for name, path in (("out", out), ("records", records_path)):
        if problem := name_problem(path):
            raise export_error(name, problem)
    journal = _real_path(journal_path(out))
    if _real_path(records_path) in (_real_path(out), journal):
        raise export_error("records", "expected another file than out, or its journal")
    leftovers = [*leftover_files(out), *leftover_files(records_path)]
    if {*map(_real_path, (source, path_of(options.viewer)))} & {journal, *map(_real_path, leftovers)}:
        raise export_error(
            "out", "expected another file: a file made next to it has the name of a file that is read"
        )
    if lexists(records_path) and not (options.continued and _is_file(records_path)):
        error = export_error("records", "expected a file that does not exist yet")
        error.add_note(f"  {in_one_line(str(records_path))}")  # which may have its name from --out
        raise error
    with ExitStack() as stack:
        load = partial(_load_document, of)
        resumes = _open_resumes(source, load, stack)  # opened first: an export does not begin without input
        try:
            return export(
                viewer,
                resumes,
                out,
                kind=Format(options.format),
                records=lambda records: _write_records(records, records_path, out),
                at=options.at,
                continued=options.continued,
                of=of,
                policy=policy,
            )
        except OSError as error:
            raise _not_written(options.out, out) from error


def _not_written(path: str, out: Path) -> NotWritten:
    return NotWritten(path, can_continue=out.parent.is_dir())


def _read_viewer(path: str) -> bytes:
    try:
        return read_file(path)
    except FileNotFoundError as error:
        error.add_note(NO_SHORT_FORM_HINT.en)
        raise


NO_SHORT_FORM_HINT = Words(
    "--as takes a file with a viewer in JSON: an export has no short form of it",
    "--as 需要一个含有查看者的 JSON 文件：导出不能用简写",
)


def _real_path(path: Path) -> str:
    """One spelling for all ways to write the path of a file. Paths that some system takes for the same are the same."""
    return normal("NFC", realpath(path)).casefold()


def _write_records(records: Iterable[AccessRecord], path: Path, out: Path) -> None:
    try:
        # Not earlier: until the export has its journal, they may be those of another run that is writing them.
        for leftover in leftover_files(path):
            leftover.unlink(missing_ok=True)
        may_replace = _is_file(path)
        with replacing(path, may_replace=may_replace) as (file, new):
            file.writelines(dump_record(record) + b"\n" for record in records)
            file.flush()
            # The records that are there may be of a run that was stopped: its rows stay, and their records come first again.
            if may_replace and not _starts_with_file(new, path):
                raise export_error("records", "expected a file that does not exist yet")
    except OSError as error:
        raise _not_written(str(path), out) from error


def _is_file(path: Path) -> bool:
    """Whether a file is there that may be the records of a run that was stopped: no link, device or pipe, which a file must not replace."""
    return lexists(path) and S_ISREG(path.lstat().st_mode)


def _starts_with_file(whole: Path, beginning: Path) -> bool:
    with whole.open("rb") as lines, beginning.open("rb") as first:
        return all(line == next(lines, None) for line in first)


def _open_resumes(source: Path, load: _Loader, stack: ExitStack) -> Iterable[_Input]:
    if source.is_dir():
        # `glob` finds nothing if it may not look.
        files = sorted(one for one in source.iterdir() if one.match("*.json"))
        if not files:
            raise InvalidValue("resumes", [Problem("", "expected a folder with files named .json")])
        return _with_bar(_load_files(files, load), lambda: len(files))
    file = stack.enter_context(source.open("rb"))
    with suppress(OSError):  # an error of reading is raised later, with the line
        if NOT_JSON_LINES.match(file.peek()):
            raise InvalidValue("resumes", [Problem("", _JSON_LINES)])
    return _with_bar(_load_lines(file, load), lambda: _count_lines(file))


NOT_JSON_LINES = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[|\{\s*\n)")
"""The beginning of a list, or of an object of several lines: each line would give an error of its own."""
_JSON_LINES = "expected JSON lines, with a whole resume in each, or a folder with a .json file of each"


def _with_bar(resumes: Iterable[_Input], count: Callable[[], int | None]) -> Iterable[_Input]:
    """The same resumes, with a progress bar on a terminal if the extra `progress` is installed."""
    if sys.stderr is None or not sys.stderr.isatty():
        return resumes
    try:
        from tqdm import tqdm
    except ModuleNotFoundError:
        return resumes
    return tqdm(resumes, total=count(), unit=" resumes", file=sys.stderr)


def _count_lines(file: BinaryIO) -> int | None:
    if not file.seekable():  # a pipe can be read once
        return None
    lines = sum(piece.count(b"\n") for piece in iter(lambda: file.read(1 << 20), b""))
    file.seek(0)
    return lines


def _load_files(files: Iterable[Path], load: _Loader) -> Iterator[_Input]:
    for file in files:
        try:
            # A pipe would wait for a writer that never comes.
            content = read_file(str(file)) if file.is_file() else None
        except OSError:
            content = None
        if content is None:
            yield _unloaded(file.name, "expected a file that can be read")
        else:
            yield load(content, file.name)


def _load_lines(file: BinaryIO, load: _Loader) -> Iterator[_Input]:
    number = 1
    try:
        for line in read_lines(file):
            if line.strip():
                yield load(line, f"line {number}")
            number += 1
    except OSError:  # not an error of writing
        problem = Problem(f"line {number}", "expected a file that can be read to its end")
        raise InvalidValue("resumes", [problem]) from None


def read_lines(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file. Of a line that is too long to be read as JSON, only enough is given to see that it is."""
    while line := file.readline(MAX_BYTES + 1):
        yield line
        while line and not line.endswith(b"\n"):
            line = file.readline(MAX_BYTES)


def _load_document(of: type[Resume[Any]] | type[CampusForm], content: bytes, where: str) -> _Input:
    try:
        return load_form(content) if issubclass(of, CampusForm) else load_resume(content, of=of)
    except (InvalidForm, InvalidResume) as error:
        if is_form(content) and of is not CampusForm:
            return _unloaded(where, "expected a resume; forms are exported with --document form")
        return Unloaded(where=where, problems=error.problems)


def _unloaded(where: str, expected: str) -> Unloaded:
    return Unloaded(where=where, problems=(Problem("", expected),))
