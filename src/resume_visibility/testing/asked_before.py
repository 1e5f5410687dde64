"""Questions that a service was asked before: code that keeps its answers must not give them to somebody else."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final

import attrs
from hypothesis.vendor.pretty import pretty

from ..model.building import names_of
from ..model.consents import PUBLIC
from ..model.instants import FIRST
from ..model.language import Language
from ..model.values import Email
from ..model.viewers import (
    COMPANY_FIELDS,
    FULLY_VERIFIED,
    Action,
    Company,
    Headhunter,
    Owner,
    Recipient,
    School,
    SupportCase,
    Viewer,
)
from ..policy.decisions import Grant
from ..policy.table import case_of
from ..projection.recording import instants_in
from ..projection.release import view_for
from .cast import COMPANIES, MAILBOXES, PURPOSES, RECIPIENTS, SCHOOLS
from .questions import Case

_DAY: Final = timedelta(days=1)


def asked_before(case: Case[Any]) -> Iterator[tuple[Viewer, datetime]]:
    """Questions about the document of a case that differ from its own in one thing: who asks, one field of the viewer, or when.

    Of what a field may hold instead, something is chosen with which the viewer is shown something else, if there is anything.
    """
    viewer: Any = case.viewer
    random = Random(case.document.revision)
    yield Owner(candidate=case.document.candidate), case.at
    for name in names_of(type(viewer)):
        value = getattr(viewer, name)
        others = [attrs.evolve(viewer, **{name: one}) for one in _values_of(case, name) if one != value]
        yield random.choice([one for one in others if _is_shown_otherwise(case, one)] or others), case.at
    # Each by itself: a key may lack just the aliases.
    yield from ((one, case.at) for one in _called_otherwise(viewer) if _is_shown_otherwise(case, one))
    if case.at - FIRST > _DAY:
        yield viewer, case.at - _DAY
    yield from ((viewer, at) for at in _just_before_an_end(case))


def ask_before(show: Callable[[Viewer, Any, datetime], Any], case: Case[Any], what: Any) -> None:
    """Ask a service those questions about a document or a list.

    Raises:
        Exception: the service failed. The error notes who asked, because the printed case does not have this question.
    """
    for viewer, at in asked_before(case):
        try:
            show(viewer, what, at)
        except Exception as error:
            error.add_note(f"LAW-6: the service failed where {pretty(viewer)} asks at {at}")
            raise


def _is_shown_otherwise(case: Case[Any], viewer: Viewer) -> bool:
    """Whether another viewer is shown the document, and not just what the viewer of the case is shown."""
    mine, theirs = (case_of(one, case.document, case.at, case.policy) for one in (case.viewer, viewer))
    return isinstance(theirs.decision, Grant) and theirs != mine._replace(facts=theirs.facts)


def _values_of(case: Case[Any], name: str) -> list[Any]:
    """What a field of the viewer may hold; one of these at least is not what it holds."""
    viewer: Any = case.viewer
    match name:
        case "language":
            return [*Language]
        case "action":
            return [Action.CHAT if viewer.action is Action.VIEW else Action.VIEW]
        case "signed_in":
            return [True, False]
        case "verified" if isinstance(viewer, School):
            return [True, False]
        case "verified":
            return [frozenset() if viewer.verified else FULLY_VERIFIED]
        case "company" | "agency":
            return [*COMPANIES]
        case "clients":
            return [None, (), *((one,) for one in COMPANIES)]
        case "address":
            return [*map(Email, MAILBOXES)]
        case "purpose":
            return [*PURPOSES]
        case "case":
            return [None, *_support_cases(case)]
        case _:  # an id
            return [*_recipients(viewer), "somebody", "somebody-else"]


def _called_otherwise(viewer: Any) -> Iterator[Viewer]:
    """The same viewer before their company, or one of its clients, got its name, its other names or its group."""
    if field := COMPANY_FIELDS.get(type(viewer)):
        for company in _before(getattr(viewer, field)):
            yield attrs.evolve(viewer, **{field: company})
    if isinstance(viewer, Headhunter):
        clients = viewer.clients or ()
        for place, client in enumerate(clients):
            for company in _before(client):
                yield attrs.evolve(viewer, clients=(*clients[:place], company, *clients[place + 1 :]))


def _before(company: Company) -> Iterator[Company]:
    for before in ({"name": "原名有限公司"}, {"aliases": ()}, {"group": None}):
        changed: dict[str, Any] = before
        yield attrs.evolve(company, **changed)


def _support_cases(case: Case[Any]) -> Iterator[SupportCase]:
    candidate = case.document.candidate
    yield SupportCase(id="another-case", opened=FIRST, complainant=candidate)
    yield SupportCase(id="another-case", opened=FIRST, complained_of=frozenset({candidate}))


def _recipients(viewer: Viewer) -> tuple[str, ...]:
    """The ids that decide for viewers of this kind."""
    if isinstance(viewer, Recipient):
        return (*RECIPIENTS, PUBLIC)
    return SCHOOLS if isinstance(viewer, School) else ()


def _just_before_an_end(case: Case[Any]) -> Iterator[datetime]:
    """The instant before the last change, where a view of then is no longer fresh: something ended that it showed (NAME-2)."""
    changes = [one for one in instants_in(case.document, case.viewer) if FIRST < one <= case.at]
    if changes:
        then = max(changes) - datetime.resolution
        view = view_for(case.viewer, case.document, at=then, policy=case.policy)
        if view is not None and view.fresh_until <= case.at:
            yield then
