"""The fields of a resume or form that the policy requires and nobody filled in: a check at publication, and no wall before loading."""

from collections.abc import Iterator
from typing import Any

from ..model.arguments import expect
from ..model.campus import CampusForm
from ..model.resume import Resume
from .situation import document_of
from .table import DEFAULT_POLICY, Policy


def missing(resume: Resume | CampusForm, *, policy: Policy = DEFAULT_POLICY) -> tuple[str, ...]:
    """Find the required fields (必填, 二(一)3(1)a and b) that a resume or form lacks. The platform has to ask when it is published.

    A section that is not filled in requires nothing. A missing field changes a view only in that its value is not there.

    Args:
        resume: as it is now, or a form.
        policy: whose ruleset names the required fields.

    Returns:
        Their paths, such as `basics.name` and `work[0].company`, in the policy's order; empty where nothing is missing.

    Raises:
        TypeError: `resume` is neither a resume nor a form, or `policy` no policy.
    """
    expect("resume", resume, Resume, CampusForm)
    expect("policy", policy, Policy)
    required = policy.ruleset.required[document_of(resume)]
    return tuple(path for field in required for path in _find_missing(resume, field.split("."), ""))


def _find_missing(value: Any, names: list[str], path: str) -> Iterator[str]:
    if isinstance(value, tuple) and names:
        for i, item in enumerate(value):
            yield from _find_missing(item, names, f"{path}[{i}]")
    elif names and value is not None:
        inner_path = f"{path}.{names[0]}" if path else names[0]
        yield from _find_missing(getattr(value, names[0]), names[1:], inner_path)
    elif not names and (value is None or value == ()):
        yield path
