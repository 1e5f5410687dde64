"""The command `book`, and the place to which it writes."""

import argparse
from os.path import realpath
from pathlib import Path
from shutil import copymode

from ..book.making import BookWriter
from ..book.page import page_of
from ..exports.disk import replacing
from ..model.language import Language
from ..policy.table import Policy
from ..policy.verification import Violation
from .confirming import with_confirmations
from .exports import NotWritten
from .policies import is_trial, policies_of
from .viewers import path_of


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
    try:
        existed = out.exists()
        file = out.open("ab")  # before the book is made, which takes seconds
        try:
            with file:
                can_replace = out.is_file()
                writer = BookWriter(policy, compared, language, trial=is_trial(options.policy))
                page = page_of(writer).encode()
                if not can_replace:  # a device or a pipe: its reader goes at the first end
                    file.write(page)
            if can_replace:
                _replace(Path(realpath(out)), page)
        except BaseException:
            if not existed:
                Path(realpath(out)).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise NotWritten(options.out) from error
    return policy, writer.violations  # the page states them: they are found once


def _replace(path: Path, page: bytes) -> None:
    """Write a page in the place of a file that is there."""
    with replacing(path, may_replace=True) as (file, new):
        copymode(path, new)  # a book holds nobody's data: whoever could read the file still can
        file.write(page)
