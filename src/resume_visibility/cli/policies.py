"""The policies, and the classes of resumes, that the command line takes."""

import sys
from collections.abc import Mapping
from contextlib import redirect_stdout
from importlib import import_module
from typing import Any, NamedTuple

import attrs

from ..codec.unknown import unknown
from ..errors import InvalidValue, Problem
from ..model.building import names_of
from ..model.resume import Resume, expect_resume
from ..policy.readings import Readings
from ..policy.table import POLICIES, Policy


def policies_of(named: Mapping[str, str]) -> list[Policy]:
    """Find the named policies: each is one of this library, by its version, or one of the caller's own.

    Args:
        named: for each argument a version, a version with readings changed to their alternative, such as `2023-04:mailbox_waits`, or
            `package.module:NAME`, which is imported.

    Raises:
        InvalidValue: a name is neither; the error lists each of them.
    """
    found = [_policy_of(argument, written) for argument, written in named.items()]
    problems = [one for one in found if isinstance(one, Problem)]
    if problems:
        raise InvalidValue("policy", problems)
    return [one for one in found if isinstance(one, Policy)]


def is_trial(written: str) -> bool:
    """Whether an argument names a version of this library with readings changed: nobody decides by it, it is only tried.

    Args:
        written: the argument.
    """
    version, colon, _ = written.partition(":")
    return bool(colon) and any(policy.version == version for policy in POLICIES)


def _policy_of(argument: str, written: str) -> Policy | Problem:
    by_version = {policy.version: policy for policy in POLICIES}
    version, colon, turned = written.partition(":")
    if version in by_version:
        return (
            _turned(argument, by_version[version], turned.replace("，", ",").split(","))
            if colon
            else by_version[version]
        )
    found = _import_named(written, f"{', '.join(by_version)}, or a policy of your own as package.module:NAME")
    if isinstance(found, str):
        return Problem(argument, f"expected {found}")
    if type(found.value) is Policy:
        return found.value
    return Problem(argument, f"expected a Policy, got {_kind_of(found.value)}")


def _turned(argument: str, policy: Policy, names: list[str]) -> Policy | Problem:
    """The policy with the alternative of some readings, each by its field, to see what they change."""
    fields = names_of(Readings)
    readings = policy.ruleset.readings()
    by_id = {reading.id: reading.changed_by for reading in readings if isinstance(reading.changed_by, str)}
    names = [by_id.get(name, name) for name in names]
    if strays := {*names} - {*fields}:
        listed = f"{unknown(strays, fields)}; known: {', '.join(fields)}"
        return Problem(argument, f"expected readings of {policy.version}, with a comma between two; {listed}")
    if twice := [name for name in fields if names.count(name) > 1]:
        return Problem(argument, f"expected each reading once; named twice: {', '.join(twice)}")
    # In the order of the readings: in whichever order they are named, it is one policy, and has one version.
    turned: dict[str, Any] = {name: not getattr(policy.readings, name) for name in fields if name in names}
    version = f"{policy.version}:{','.join(turned)}"
    return attrs.evolve(policy, version=version, readings=attrs.evolve(policy.readings, **turned))


def class_of(written: str | None) -> type[Resume[Any]]:
    """Find the named class of resumes: one of the caller's own, or the library's if none is named.

    Args:
        written: `package.module:NAME`, which is imported; None for the library's.

    Raises:
        InvalidValue: it is no class of resumes.
    """
    if written is None:
        return Resume
    found = _import_named(written, "a class of resumes, as package.module:NAME")
    if isinstance(found, str):
        raise InvalidValue("class", [Problem("--class", f"expected {found}")])
    try:
        expect_resume(found.value)
    except TypeError:
        wanted = "a class of resumes, made by attrs.frozen(kw_only=True, repr=False)"
        expected = f"expected {wanted}, got {_kind_of(found.value)}"
        raise InvalidValue("class", [Problem("--class", expected)]) from None
    of: type[Resume[Any]] = found.value
    return of


class _ImportedObject(NamedTuple):
    """The object under a name in a module. It may be anything."""

    value: Any


def _import_named(written: str, expected: str) -> _ImportedObject | str:
    """Find the object `package.module:NAME`, or say what would be right.

    Args:
        written: the text from the caller.
        expected: what would be right, if the text has another form.
    """
    module, colon, name = written.partition(":")
    if not colon or module[:1] in ("", "."):
        return expected
    try:
        # The output of a module belongs neither to the JSON of a command nor to its lines.
        with redirect_stdout(sys.stderr):
            found = getattr(import_module(module), name, _MISSING)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a module may do anything, even exit
        if isinstance(error, ModuleNotFoundError) and f"{module}.".startswith(f"{error.name}."):
            return "a module that is found: run the command in its folder, or put that in PYTHONPATH"
        kind = type(error).__name__
        return f"a module that can be imported, but it raised {kind}; to see where, run python -c 'import {module}'"
    return "a name that the module has" if found is _MISSING else _ImportedObject(found)


_MISSING = object()


def _kind_of(found: object) -> str:
    return f"the class {found.__name__}" if isinstance(found, type) else type(found).__name__
