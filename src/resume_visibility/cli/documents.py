"""The documents that the command line reads from files."""

from collections.abc import Callable
from errno import EINVAL
from functools import partial
from os import strerror
from pathlib import Path
from typing import Any, TypeVar

from ..codec.loading import (
    is_form,
    load_form,
    load_record,
    load_resume,
    load_settings,
    load_viewer,
    patch_settings,
)
from ..codec.parsing import MAX_BYTES
from ..errors import InvalidValue
from ..model.campus import CampusForm
from ..model.language import Words
from ..model.resume import Resume
from ..model.settings import Settings

_T = TypeVar("_T")


def read_file(path: str) -> bytes:
    """Read a file. Of a file that is too long to be read as JSON, only enough is read to see that it is.

    Raises:
        OSError: it cannot be read.
    """
    with path_of(path).open("rb") as file:
        try:
            return file.read(MAX_BYTES + 1)
        except OSError as error:
            error.filename = path  # the system names the file only if it cannot be opened
            raise


def read_asked(path: str, of: type[Resume[Any]]) -> Resume[Any] | CampusForm:
    """Read the resume or form that is asked about.

    Args:
        path: of the file.
        of: the class of resumes.

    Raises:
        OSError: the file cannot be read.
        InvalidValue: it holds neither.
    """
    document = read_file(path)
    return loaded(document, load_form) if is_form(document) else loaded(document, partial(load_resume, of=of))


def loaded(document: bytes, load: Callable[[bytes], _T]) -> _T:
    """Load a document; the error about one that is a document of another kind says which.

    Args:
        document: what the file holds.
        load: reads such a document.

    Raises:
        InvalidValue: it is no such document.
    """
    try:
        return load(document)
    except InvalidValue as error:
        for subject, (load_other, hint) in _OTHERS.items():
            if subject != error.subject and _is_loaded(document, load_other):
                error.__notes__ = [hint.en]  # other hints are about other mistakes
        raise


_OTHERS: dict[str, tuple[Callable[[bytes], object], Words]] = {
    "viewer": (load_viewer, Words("the file holds a viewer instead", "文件中的是一个查看者")),
    "settings": (load_settings, Words("the file holds settings instead", "文件中的是设置")),
    "resume": (load_resume, Words("the file holds a resume instead", "文件中的是一份简历")),
    "form": (
        load_form,
        Words("the file holds a campus or company-made form instead", "文件中的是一份定制化简历"),
    ),
    "record": (load_record, Words("the file holds an access record instead", "文件中的是一条访问记录")),
}
HELD_HINTS = tuple(hint for _, hint in _OTHERS.values())
"""What a file may hold in the place of another document."""


def _is_loaded(document: bytes, load: Callable[[bytes], object]) -> bool:
    try:
        load(document)
    except InvalidValue:
        return False
    return True


def new_settings(old: Settings, path: str, *, patch: bool) -> Settings:
    """Read settings; with `patch`, the file holds only what becomes otherwise than in the old ones.

    Raises:
        OSError: the file cannot be read.
        InvalidValue: the file holds no settings, or no patch of them.
    """
    return loaded(read_file(path), partial(patch_settings, old) if patch else load_settings)


def path_of(written: str) -> Path:
    """The path of an argument.

    Raises:
        OSError: it is no possible path.
    """
    if "\0" in written:
        raise OSError(EINVAL, strerror(EINVAL), written)
    return Path(written)
