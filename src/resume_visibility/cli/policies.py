"""The policies that the command line takes."""

from importlib import import_module

from ..errors import InvalidValue, Problem
from ..policy.table import POLICY_2023_04, Policy


def policy_of(written: str) -> Policy:
    """The policy that is meant: the one of this library by its version, or one of the caller's own.

    Args:
        written: a version, or `package.module:NAME`, which is imported.

    Raises:
        InvalidValue: it is neither.
    """
    if written == POLICY_2023_04.version:
        return POLICY_2023_04
    module, colon, name = written.partition(":")
    if colon:
        try:
            found = getattr(import_module(module), name, None)
        except ImportError:
            found = None
        if type(found) is Policy:
            return found
    expected = f"expected {POLICY_2023_04.version}, or package.module:NAME of a Policy that can be imported"
    raise InvalidValue("policy", [Problem("", expected)])
