"""A star import brings every public name to a type checker, as it does at run time. Checked by mypy, never run."""

# ruff: noqa: F403, F405  # a star import is what is looked at

from typing import assert_type

from resume_visibility import *
from resume_visibility.lists import *
from resume_visibility.text import *


def names(viewer: Viewer, resume: Resume) -> None:
    """Of several rooms."""
    assert_type(view_for(viewer, resume), ResumeView | None)
    assert_type(terms("a"), tuple[str, ...])
    assert_type(redact("a"), str)
