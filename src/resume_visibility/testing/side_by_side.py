"""Makes several documents of one, to be listed side by side: each is of a candidate of its own, and looks the same to the viewer."""

from typing import Any, cast

import attrs

from ..model.resume import Resume
from ..model.viewers import Owner, SupportAgent, Viewer
from .questions import Case
from .states import D, as_own_state


def rows_of(case: Case[D], *documents: D, first: int = 0) -> tuple[D, ...]:
    """The same documents with other ids, so that no two rows of a list share one: of a document and its candidate, and of files, virtual
    numbers and the community profile.

    Args:
        case: the question. An owner and a support agent name the candidate, whose id stays then.
        documents: resumes or forms that may be one another's twins.
        first: the number of the first row: ids follow from the numbers alone, so that they tell nothing of what stands in a row.
    """
    return tuple(_as_row(one, number, case.viewer) for number, one in enumerate(documents, first))


def _as_row(document: D, number: int, viewer: Viewer) -> D:
    anything: Any = document

    def named(id_: str) -> str:
        return f"{id_[:_MAX_STEM_LENGTH]}-{number}"

    is_named = isinstance(viewer, (Owner, SupportAgent))
    candidate = document.candidate if is_named else named(document.id)
    changed: dict[str, Any] = {"id": named(document.id), "candidate": candidate}
    if isinstance(document, Resume):
        changed["attachments"] = tuple(attrs.evolve(one, id=named(one.id)) for one in document.attachments)
        changed["applications"] = tuple(
            attrs.evolve(one, attachments=frozenset(map(named, one.attachments)))
            for one in document.applications
        )
        changed["virtual_numbers"] = tuple(
            attrs.evolve(line, id=named(line.id), candidate=candidate) for line in document.virtual_numbers
        )
        if document.community is not None:
            changed["community"] = attrs.evolve(document.community, id=named(document.community.id))
    return as_own_state(cast("D", attrs.evolve(anything, **changed)))


_MAX_STEM_LENGTH = 60  # of the 64 characters of an id
