"""The same acts at other instants: only whoever an act was done towards knows when, and decisions follow from the order alone (LAW-1)."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, Final, cast

import attrs

from ..model.building import dated
from ..model.campus import CampusForm
from ..model.consents import Consent
from ..model.instants import FIRST
from ..model.resume import Resume
from ..model.settings import Application, Conversation
from ..model.viewers import Company, Mailbox, Recipient, School, Viewer
from ..policy.readings import Readings
from ..policy.situation import company_of
from .states import D

_EARLIER: Final = timedelta(days=400, hours=7)
"""Another year, month, day, weekday and hour."""


def at_other_times(document: D, viewer: Viewer, at: datetime, readings: Readings) -> D:
    """The same document, whose acts towards others than the viewer were done at other instants. All instants that decide keep their order,
    and those after `at` stay as they are.

    Args:
        document: a resume or form.
        viewer: who asks. They know when they were sent something, and nothing about when others were, or when they were blocked.
        at: the instant at which they ask.
        readings: those of the policy that decides.
    """
    anything: Any = document
    names = ("applications", "conversations", "consents") if isinstance(document, Resume) else ()
    acts = [*document.settings.blocks, *(act for name in names for act in getattr(document, name))]
    # A form is itself the act of handing it in.
    acts += [document] if isinstance(document, CampusForm) else []
    known, others = {at, *_deliveries(document, viewer)}, set[datetime]()
    for act in acts:
        (known if _is_known_to(viewer, act, readings) else others).update(
            one for one in _instants_of(act).values() if one <= at
        )
    moves = _moves(known, others - known)

    def moved(act: Any) -> Any:
        changes = {name: moves.get(one, one) for name, one in _instants_of(act).items()}
        return act if _is_known_to(viewer, act, readings) else attrs.evolve(act, **changes)

    changed = {name: tuple(map(moved, getattr(document, name))) for name in names}
    settings = attrs.evolve(document.settings, blocks=tuple(map(moved, document.settings.blocks)))
    changed_document = attrs.evolve(anything, settings=settings, **changed)
    return cast("D", moved(changed_document) if isinstance(document, CampusForm) else changed_document)


def _instants_of(act: Any) -> dict[str, datetime]:
    """The instants of an act, by the names of their fields."""
    kind: Any = type(act)
    return {name: one for name in dated(kind) if (one := getattr(act, name)) is not None}


def _deliveries(document: Resume | CampusForm, viewer: Viewer) -> Iterator[datetime]:
    """The instants of the deliveries, which decide for schools alone, and are shown to them."""
    if isinstance(viewer, School):
        sent = document.applications if isinstance(document, Resume) else (document,)
        yield from (one.talk.delivery.at for one in sent if one.talk is not None)


def _is_known_to(viewer: Viewer, act: Any, readings: Readings) -> bool:
    """Whether an act was done towards the viewer, or with them."""
    company = company_of(viewer)
    match act:
        case Application():
            return company is not None and _is_sent_to(viewer, company, act, readings)
        case Conversation():
            return company is not None and act.company == company.id
        case Consent():
            # No consent begins before the order of the law in its place.
            return act.order is not None or (isinstance(viewer, Recipient) and act.recipient == viewer.id)
        case CampusForm():
            return company is not None
        case _:
            return False


def _is_sent_to(viewer: Viewer, company: Company, sent: Application, readings: Readings) -> bool:
    if sent.company != company.id:
        of_group = not readings.application_stays_with_company and sent.group is not None
        return of_group and sent.group == company.group
    address = sent.mailbox.address.casefold() if sent.mailbox else None
    return not isinstance(viewer, Mailbox) or address == viewer.address.address.casefold()


def _moves(known: set[datetime], others: set[datetime]) -> Mapping[datetime, datetime]:
    """A new instant for each of the others, in the same order among them all; none where instants are too close to one another, or to
    the first that there is.
    """
    marks = sorted(known)
    moves = {}
    for one in others:
        place = bisect_left(marks, one)
        if place:
            moves[one] = marks[place - 1] + (one - marks[place - 1]) / 2
        elif one - FIRST > _EARLIER:
            moves[one] = one - _EARLIER
    in_order = [moves.get(one, one) for one in sorted(known | others)]
    return moves if all(one < later for one, later in pairwise(in_order)) else {}
