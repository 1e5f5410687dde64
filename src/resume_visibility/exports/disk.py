"""Files that hold people's data: whole or not there, and for their owner alone."""

import errno
import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO, cast

from ..errors import InvalidValue, Problem


def open_file(path: Path, mode: str) -> BinaryIO:
    """Open a file, but no link to another one. If the file is made now, only its owner may read it.

    Raises:
        OSError: it cannot be opened.
    """
    return cast("BinaryIO", open(path, mode, opener=_open_private))


def is_own(file: BinaryIO) -> bool:
    """Whether an open file belongs to the user who runs this: whoever else made it can read whatever is written into it."""
    user = getattr(os, "geteuid", None)  # some systems know no owner by number
    return user is None or os.fstat(file.fileno()).st_uid == user()


def make_private(file: BinaryIO) -> None:
    """Let only its owner read an open file from now on."""
    if hasattr(os, "geteuid") and os.fstat(file.fileno()).st_mode & 0o077:
        os.fchmod(file.fileno(), 0o600)


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o600)


def export_error(path: str, expected: str) -> InvalidValue:
    """Make the error of an export that is not possible as requested."""
    return InvalidValue("export", [Problem(path, expected)])


def journal_path(out: Path) -> Path:
    """The path of the journal of an export."""
    return out.with_name(f"{out.name}.part")


@contextmanager
def replacing(path: Path, *, may_replace: bool) -> Iterator[tuple[BinaryIO, Path]]:
    """Write a new file beside a path, for its owner alone. It takes the path's place once it is whole and on the disk.

    Nobody can know its name before. So it is never the name of another file, such as the records of an export, or its input.

    Args:
        path: the path of the file in the end.
        may_replace: whether a file of the same making is there already and may be replaced.

    Raises:
        OSError: it cannot be written, or another file has been put there meanwhile; then nothing is replaced.
    """
    new = path.with_name(f"{path.name}.{token_hex(_TOKEN_LENGTH // 2)}.new")
    try:
        with open_file(new, "xb") as file:
            yield file, new
            file.flush()
            os.fsync(file.fileno())
        if may_replace:
            new.replace(path)
        else:
            _move_to_free_path(new, path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    with suppress(OSError):  # some systems open no folder, and keep its names in another way
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


_TOKEN_LENGTH = 16
_ADDED_BYTES = len(f".{'0' * _TOKEN_LENGTH}.new")
_USUAL_NAME_BYTES = 255


def name_problem(path: Path) -> str | None:
    """What is wrong with the name of a file to make. It may be too long: the file that is written beside it has a longer one.

    Returns:
        What would be right; None if nothing is wrong.
    """
    try:
        size = len(os.fsencode(path.name))
    except UnicodeEncodeError:
        size = 0
    if size == 0 or "\0" in path.name:
        return "expected the path of a file"
    try:
        most = os.pathconf(path.parent, "PC_NAME_MAX")
    except (OSError, AttributeError):  # no such folder, or no such question on this system
        most = _USUAL_NAME_BYTES
    most -= _ADDED_BYTES
    return f"expected a name of at most {most} bytes" if size > most else None


def leftover_files(path: Path) -> list[Path]:
    """The files that killed runs left beside a path, as far as the folder can be read: to be removed before a run makes anything."""
    leftover_name = re.compile(rf"{re.escape(path.name)}\.[0-9a-f]{{{_TOKEN_LENGTH}}}\.new")
    try:
        return [one for one in path.parent.iterdir() if leftover_name.fullmatch(one.name)]
    except OSError:
        return []


def _move_to_free_path(new: Path, path: Path) -> None:
    """Move a file to a place where nothing is. A file that was put there meanwhile is somebody's, and stays."""
    try:
        path.hardlink_to(new)
    except FileExistsError:
        raise
    except OSError:  # some file systems know no second name of a file
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        new.replace(path)
    else:
        new.unlink()


def digest_of(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
