"""The law of lists as a function. It takes code that lists resumes or forms, and a case, and raises AssertionError if it is broken."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeAlias

from ..model.arguments import expect, expect_function
from ..model.viewers import Viewer
from ..policy.table import is_shown
from .questions import Case, D

Lists: TypeAlias = Callable[[Viewer, tuple[D, ...], datetime], Iterable[str]]


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
    expect_function("found", found, "a function of viewer, documents and instant")
    expect("case", case, Case)
    if case.document.id == case.other.id:
        raise ValueError("case.other.id: expected another id than that of case.document")
    documents = (case.document, case.other)
    wanted = [one.id for one in documents if is_shown(case.viewer, one, at=case.at, policy=case.policy)]
    assert sorted(found(case.viewer, documents, case.at)) == sorted(wanted), "a list differs from the views"
