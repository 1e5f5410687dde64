"""The policies that the command line takes."""

from importlib import import_module
from typing import Any

from ..errors import InvalidValue, Problem
from ..model.resume import Resume, expect_resume
from ..policy.table import POLICIES, Policy


def policy_of(written: str) -> Policy:
    """The policy that is meant: one of this library by its version, or one of the caller's own.

    Args:
        written: a version, or `package.module:NAME`, which is imported.

    Raises:
        InvalidValue: it is neither.
    """
    by_version = {policy.version: policy for policy in POLICIES}
    found = by_version.get(written) or _imported(written)
    if type(found) is Policy:
        return found
    expected = f"expected {', '.join(by_version)}, or package.module:NAME of a Policy that can be imported"
    raise InvalidValue("policy", [Problem("", expected)])


def class_of(written: str | None) -> type[Resume[Any]]:
    """The class of resumes that is meant: one of the caller's own, or the library's where none is named.

    Args:
        written: `package.module:NAME`, which is imported; None for the library's.

    Raises:
        InvalidValue: it is no class of resumes.
    """
    found = Resume if written is None else _imported(written)
    try:
        expect_resume(found)
    except TypeError:
        expected = "expected package.module:NAME of a class of resumes that can be imported"
        raise InvalidValue("class", [Problem("", expected)]) from None
    of: type[Resume[Any]] = found
    return of


def _imported(written: str) -> Any:
    module, colon, name = written.partition(":")
    try:
        return getattr(import_module(module), name, None) if colon and module[:1] not in ("", ".") else None
    except ImportError:
        return None
