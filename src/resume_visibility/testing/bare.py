"""A twin that has nothing where something is withheld: how much a candidate filled in is no more granted than what (LAW-1)."""

from typing import Any

import attrs

from ..model.parts import Part
from ..model.resume import Resume
from .invented.lacking import removable_paths, remove_value
from .questions import Case, D
from .withheld import twin

_PARTS = frozenset(part.value for part in Part)


def bare_twin(case: Case[D]) -> D:
    """Make a twin that lacks every value that its viewer is not granted, as far as nothing else depends on the value: a badge for a
    file, or a count of jobs, makes a difference then.

    Args:
        case: a question, with a stranger's document.

    Returns:
        A resume for a resume, a form for a form.
    """
    other: Any = case.other
    for path in [path for path in removable_paths(other) if path[-1] in _PARTS and _is_of_fields(path)]:
        other = remove_value(other, path)
    if isinstance(other, Resume):
        other = attrs.evolve(other, virtual_numbers=())
    return twin(attrs.evolve(case, other=other))


def _is_of_fields(path: tuple[str | int, ...]) -> bool:
    return len(path) == 1 or path[0] == "basics"
