"""Questions that a service was asked before: code that keeps its answers must not give them to somebody else."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

import attrs

from ..model.instants import FIRST
from ..model.language import Language
from ..model.viewers import FULLY_VERIFIED, Action, Owner, School, Verification, Viewer
from .questions import Case

_DAY: Final = timedelta(days=1)


def asked_before(case: Case[Any]) -> Iterator[tuple[Viewer, datetime]]:
    """Questions about the document of a case that differ from its own in one thing: who asks, in which language, what for, how they are
    verified, or when.
    """
    viewer: Any = case.viewer
    yield Owner(candidate=case.document.candidate), case.at
    yield from (
        (attrs.evolve(viewer, language=one), case.at) for one in Language if one is not viewer.language
    )
    other_action = Action.CHAT if viewer.action is Action.VIEW else Action.VIEW
    yield attrs.evolve(viewer, action=other_action), case.at
    if hasattr(viewer, "verified"):
        everything = True if isinstance(viewer, School) else FULLY_VERIFIED
        nothing = False if isinstance(viewer, School) else frozenset[Verification]()
        yield attrs.evolve(viewer, verified=nothing if viewer.verified else everything), case.at
    if case.at - FIRST > _DAY:
        yield viewer, case.at - _DAY
