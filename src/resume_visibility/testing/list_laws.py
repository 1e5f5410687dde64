"""The laws of lists as functions. They take code that lists resumes or forms, and a case, and raise AssertionError if one is broken."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, Final, TypeAlias, cast

import attrs

from ..model.arguments import expect, expect_function
from ..model.resume import Resume
from ..model.viewers import Owner, SupportAgent, Viewer
from ..policy.table import is_shown
from .asked_before import ask_before
from .bare import bare_twin
from .leaving import expect_same
from .questions import Case
from .states import D, as_own_state
from .tightening import tightened
from .twins import twin

Lists: TypeAlias = Callable[[Viewer, tuple[D, ...], datetime], Iterable[str]]
Page: TypeAlias = Callable[[Viewer, tuple[D, ...], datetime], Any]

_FUNCTION: Final = "a function of viewer, documents and instant"


def check_lists_agree(found: Lists[D], case: Case[D]) -> None:
    """LAW-8: a list holds exactly the documents that are shown to its viewer for its action.

    Args:
        found: the list of a service: from viewer, documents and instant, it gives the ids of the listed documents. It writes the
            documents to the place from which it lists, and then asks.
        case: a question; its document and the stranger's are listed.

    Raises:
        AssertionError: the law is broken.
        ValueError: both documents of the case have one id, so that a list cannot say which of them it holds.
    """
    expect_function("found", found, _FUNCTION)
    expect("case", case, Case)
    if case.document.id == case.other.id:
        raise ValueError("case.other.id: expected another id than that of case.document")
    documents = (case.document, case.other)
    wanted = [one.id for one in documents if is_shown(case.viewer, one, at=case.at, policy=case.policy)]
    if sorted(found(case.viewer, documents, case.at)) != sorted(wanted):
        raise AssertionError("LAW-8: a list differs from the views")


def check_list_noninterference(page: Page[D], case: Case[D]) -> None:
    """LAW-1, LAW-3 and LAW-6 of lists: neither a withheld value, nor a document that is not shown, nor what was asked before makes a
    difference to a page of a list: to its order, its counts, or the place where the next page begins.

    Args:
        page: the list of a service, as for `check_lists_agree`. It returns whatever leaves the service: rows, counts, what leads
            to the next page. It may be given no documents at all, or some ten.
        case: a question. Its document is listed beside others that look the same to the viewer, and beside some that are not shown.

    Raises:
        AssertionError: the law is broken.
    """
    expect_function("page", page, _FUNCTION)
    expect("case", case, Case)

    def left(documents: tuple[D, ...]) -> Any:
        return page(case.viewer, documents, case.at)

    document = case.document
    if not _is_shown(case, document):
        expect_same(left(()), left(rows_of(case, document, document)), _NOT_SHOWN)
        _expect_own_answer(page, case, rows_of(case, document), left(()))
        return
    other = twin(case)
    bare = bare_twin(case, other)
    first, second, third = rows_of(case, document, other, bare)
    seen = left((first, second, third))
    closed = (one for one in tightened(document, case.viewer, case.at) if not _is_shown(case, one))
    hidden = rows_of(case, *closed, first=3)
    expect_same(seen, left((*hidden[::2], first, second, *hidden[1::2], third)), _NOT_SHOWN)
    if isinstance(case.viewer, Owner):  # nothing is withheld from them, and they may be shown the revision
        return
    # Whatever rows are sorted by: if it is not the same in all three, they stand in another order now.
    moved = left(rows_of(case, bare, bare, document))
    expect_same(seen, moved, "LAW-1: a withheld value makes a difference to a list")
    _expect_own_answer(page, case, (first,), left((first,)))


def _expect_own_answer(page: Page[D], case: Case[D], rows: tuple[D, ...], expected: Any) -> None:
    """LAW-6: whoever asked for the same list before, its viewer gets what is theirs."""
    state = as_own_state(rows[0], "asked before")
    ask_before(page, attrs.evolve(case, document=state), (state,))
    seen = page(case.viewer, (state,), case.at)
    expect_same(expected, seen, "LAW-6: what was asked before makes a difference to a list")


_NOT_SHOWN: Final = "LAW-3: what is not shown makes a difference to a list"


def _is_shown(case: Case[D], document: D) -> bool:
    return is_shown(case.viewer, document, at=case.at, policy=case.policy)


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
