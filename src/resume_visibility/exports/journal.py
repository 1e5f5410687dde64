"""The rows that an export has written so far. It can be stopped at any byte, and goes on without losing or repeating a resume.

A journal is lines of JSON: first a description of the export, then a line for each row with its record, then the digest of the
file made of them. Each line ends with its own digest. A run that was stopped may leave half a line; a power cut or an editor may
change one. Such a line is cut off, with what follows. The journal holds what the export shows, so only its owner may read it, and
it is removed when the export is there.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import ExitStack
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from ..codec.dumping import compact
from ..errors import InvalidValue, Problem
from .disk import export_error, is_own, make_private, open_file
from .rows import Row

RULESET = "ruleset"
"""The key of the digest of what was decided, in the head."""

_ROWS_PER_SYNC = 100
"""So many rows are written before the disk is asked to keep them: rows lost in a power cut are made again."""


class Entry(NamedTuple):
    """A line of the journal: a row, and its access record as plain values."""

    row: Row
    record: dict[str, Any]

    def __repr__(self) -> str:
        return "<Entry>"


class Journal:
    """The journal of one export. While it is open, no other run can open it.

    Args:
        path: the path of the journal.
        head: the description of the export, as plain values, without its instant.
        continued: whether the export may have been begun before.

    Raises:
        InvalidValue: another run has it open, or it is the journal of another export, or no journal.
        OSError: it cannot be read or written.
    """

    __slots__ = ("_file", "_path", "_unsynced", "begun_at", "file_digests", "ids", "latest_at")

    begun_at: str
    """The instant in the head; empty if the export has not begun."""
    latest_at: str
    """The latest written instant, in the head or in a row; empty if the export has not begun."""
    ids: set[str]
    """The ids of the written resumes."""
    file_digests: set[str]
    """The digests of the files made from it. If a run was stopped then, the last of them may not be in its place."""

    def __init__(self, path: Path, head: dict[str, Any], *, continued: bool) -> None:
        self._path, self._unsynced = path, 0
        self.begun_at, self.latest_at = "", ""
        self.ids, self.file_digests = set(), set()
        try:
            self._file = open_file(path, "a+b" if continued else "x+b")
        except FileExistsError:
            raise export_error(
                "out", f"expected no export that was begun: continue it, or remove {path.name}"
            ) from None
        with ExitStack() as cleanup:
            cleanup.callback(self._file.close)
            if not is_own(self._file):
                raise export_error("out", f"expected {path.name} to be a file of one's own, or not to exist")
            self._lock()
            self._read(head)
            cleanup.pop_all()

    def __enter__(self) -> "Journal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def begin(self, head: dict[str, Any]) -> None:
        """Write the first line of a journal that has none.

        Args:
            head: the description of the export, with its instant as `at`.
        """
        self._write({"export": 1, **head})
        self.sync()
        self.begun_at = self.latest_at = head["at"]

    def add(self, id_: str, entry: Entry) -> None:
        """Write a row."""
        self._write({"id": id_, "row": entry.row, "record": entry.record})
        self.ids.add(id_)
        self._unsynced += 1
        if self._unsynced >= _ROWS_PER_SYNC:
            self.sync()

    def entries(self) -> Iterator[Entry]:
        """Every row with its record, in the order in which they were written. Nothing may be written meanwhile."""
        self._file.seek(0)
        self._file.readline()
        for line in self._file:
            plain = json.loads(line)
            if "row" in plain:
                yield Entry(plain["row"], plain["record"])

    def end(self, digest: str) -> None:
        """Write which file was made from it, before that file is there."""
        self._write({"end": digest})
        self.sync()

    def remove(self) -> None:
        """Close and remove it: the export is there."""
        self._file.close()  # first, for systems that remove no open file
        self._path.unlink(missing_ok=True)

    def sync(self) -> None:
        """Wait until the disk has everything that was written."""
        os.fsync(self._file.fileno())
        self._unsynced = 0

    def _write(self, plain: dict[str, Any]) -> None:
        self._file.seek(0, os.SEEK_END)
        self._file.write(compact({**plain, _DIGEST_KEY: _digest_of(plain)}) + b"\n")
        self._file.flush()

    def _lock(self) -> None:
        # A lock of the system ends with its process, however the process ends; a file used as a lock would stay.
        locked_error = export_error("out", "expected a file that no other export is writing now")
        try:
            lock_module = import_module("fcntl")
        except ModuleNotFoundError:
            lock_module = import_module("msvcrt")
            try:
                self._file.seek(0)
                lock_module.locking(self._file.fileno(), lock_module.LK_NBLCK, 1)
            except OSError:
                raise locked_error from None
            return
        try:
            lock_module.flock(self._file, lock_module.LOCK_EX | lock_module.LOCK_NB)
        except BlockingIOError:
            raise locked_error from None

    def _read(self, head: dict[str, Any]) -> None:
        self._file.seek(0)
        first = self._file.readline()
        stated, end = _parse_line(first), 0
        if not (_is_head(stated) or _is_half_head(first, head)):
            raise export_error(
                "out", f"expected {self._path.name} to be the journal of an export, or not to exist"
            )
        if stated is not None:
            self._compare_head(stated, head)
            end = self._read_entries(len(first))
        make_private(self._file)  # a file that is no journal stays as it is
        self._file.truncate(end)

    def _compare_head(self, stated: dict[str, Any], head: dict[str, Any]) -> None:
        expected = (
            f"expected the same as in the export that was begun; remove {self._path.name} to start again"
        )
        others = [key for key, value in head.items() if stated.get(key) != value]
        if len(others) > 1:  # other readings decide otherwise, too
            others = [key for key in others if key != RULESET]
        if others:
            raise InvalidValue("export", [Problem(key, expected) for key in others])
        self.begun_at = self.latest_at = stated["at"]

    def _read_entries(self, end: int) -> int:
        """Read what is written, up to the first line that is not whole. Returns where that line begins."""
        for line in self._file:
            match _parse_line(line):
                case {"id": id_, "row": {"exported_at": at}} if id_ not in self.ids:
                    self.ids.add(id_)
                    self.latest_at = max(self.latest_at, at)
                case {"end": digest}:
                    self.file_digests.add(digest)
                case _:
                    break
            end += len(line)
        return end


_DIGEST_KEY = "sum"
"""The key of the digest of a line."""


def _digest_of(plain: dict[str, Any]) -> str:
    return hashlib.sha256(compact(plain)).hexdigest()


def _parse_line(line: bytes) -> dict[str, Any] | None:
    """The content of a line as it was written; None if the line is not whole, or another one."""
    if not line.endswith(b"\n"):
        return None
    try:
        plain = json.loads(line)
        is_whole = isinstance(plain, dict) and plain.pop(_DIGEST_KEY, None) == _digest_of(plain)
    except (ValueError, RecursionError):
        return None
    return plain if is_whole else None


def _is_head(plain: dict[str, Any] | None) -> bool:
    """Whether a line is the head of an export."""
    return plain is not None and plain.get("export") == 1


def _is_half_head(first: bytes, head: dict[str, Any]) -> bool:
    """Whether a line is half of the first line that an export writes: as far as it goes, it says the same."""
    start = compact({"export": 1, **head})[:-1]
    return not first.endswith(b"\n") and start.startswith(first[: len(start)])
