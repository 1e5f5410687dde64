"""The command `book`, and the place to which it writes."""

import argparse
import os
from collections.abc import Iterator
from contextlib import contextmanager
from os.path import realpath
from pathlib import Path
from shutil import copymode
from typing import BinaryIO

from ..book.making import BookWriter
from ..book.page import page_of
from ..exports.disk import leftover_files, replacing
from ..model.language import Language
from ..policy.table import Policy
from ..policy.verification import Violation
from .confirming import with_confirmations
from .documents import path_of
from .exports import NotWritten
from .policies import is_trial, policies_of


def write_book(options: argparse.Namespace, language: Language) -> tuple[Policy, tuple[Violation, ...]]:
    """Make the book, and write it over any file that is there, as a whole or not at all; a device or a pipe gets it as well.

    Returns:
        The policy of the book, and the safety statements that it does not keep.

    Raises:
        InvalidValue: a policy is no policy, or the file of confirmations is none.
        OSError: the path is no possible path, or the file of confirmations cannot be read.
        NotWritten: the page cannot be written.
    """
    policy, compared = policies_of({"--policy": options.policy, "--compare-with": options.compare_with})
    if options.confirmed is not None:
        policy = with_confirmations(policy, options.policy, options.confirmed)
    out = path_of(options.out)
    writer = BookWriter(policy, compared, language, trial=is_trial(options.policy))
    try:
        # Opened before the book is made, which takes seconds.
        with _opened(out) as file:
            file.write(page_of(writer).encode())
    except OSError as error:
        raise NotWritten(options.out) from error
    return policy, writer.violations  # the page states them: they are found once


@contextmanager
def _opened(out: Path) -> Iterator[BinaryIO]:
    """What is written takes the place of the file, once it is whole. A device or a pipe gets it at once."""
    if out.exists() and not out.is_file():
        with out.open("ab") as file:
            yield file
        return
    path = Path(realpath(out))
    for leftover in leftover_files(path):  # of a run that was ended while it made the book
        leftover.unlink(missing_ok=True)
    existed = path.exists()
    if existed:
        path.open("ab").close()  # a file that may not be written is not replaced either
    with replacing(path, may_replace=True) as (file, new):
        yield file
        # A book holds nobody's data: whoever could read the file still can, and a new one is as readable as any.
        if existed:
            copymode(path, new)
        else:
            new.chmod(0o666 & ~_mask())


def _mask() -> int:
    """The permissions that new files of this process do not have. Only a change of it says what it was."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
