"""Acts that the viewer knows nothing of: others beside them, and the same at other instants, make no difference (LAW-1)."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any, Final, cast

import attrs

from ..model.building import MOST_ACTS, dated
from ..model.campus import CampusForm
from ..model.consents import PUBLIC, Consent
from ..model.ids import ids_in
from ..model.instants import FIRST, LAST
from ..model.parts import Part
from ..model.resume import Resume
from ..model.settings import Application, CompanyBlock, Conversation, Delivery, NoticeChannel, OnlineTalk
from ..model.viewers import Company, Mailbox, Owner, Recipient, School, SupportAgent, Viewer
from ..policy.facts import ViewerKind
from ..policy.readings import Readings
from ..policy.situation import companies_of, company_of
from .states import D, as_own_state


def add_unrelated_acts(document: D, viewer: Viewer, kind: ViewerKind, at: datetime, readings: Readings) -> D:
    """The same document with other choices, and with one more act of each kind towards nobody: the id is that of the document, or
    begins like it if the viewer is called so. The acts end soon: until when a view is fresh must not follow from them.

    Args:
        document: the resume or form that is asked for.
        viewer: who asks.
        kind: the kind of the viewer; an owner is shown their own acts, so nothing is changed.
        at: the instant at which the viewer asks.
        readings: those of the policy that decides.
    """
    if kind is ViewerKind.OWNER:
        return document
    nobody, settings = document.id, document.settings
    if nobody in ids_in(type(viewer), viewer):  # numbers of two tables are alike
        nobody = f"{nobody[:_MAX_STEM_LENGTH]}-x"
    notices = frozenset(NoticeChannel) - settings.notices
    blocks = settings.blocks
    # For companies that cannot be identified, the first block decides (BLOCK-4).
    if blocks or company_of(viewer) is None or companies_of(viewer, readings):
        blocks = _add_act(blocks, CompanyBlock(company=nobody, at=blocks[0].at if blocks else FIRST))
    new_settings: dict[str, Any] = {"notices": notices, "blocks": blocks}
    if kind is not ViewerKind.RECOMMENDER:
        new_settings["personalised_recommendation"] = not settings.personalised_recommendation
    changed: dict[str, Any] = {"settings": attrs.evolve(settings, **new_settings)}
    if isinstance(document, CampusForm) and document.talk is not None and kind is not ViewerKind.SCHOOL:
        changed["talk"] = attrs.evolve(document.talk, school=nobody)
    named = isinstance(viewer, (Owner, SupportAgent))  # they name the candidate, by an id that no view shows
    if not named:
        changed["candidate"] = nobody
    if isinstance(document, Resume):
        if not named:
            lines = (attrs.evolve(line, candidate=nobody) for line in document.virtual_numbers)
            changed["virtual_numbers"] = tuple(lines)
        soon = LAST if LAST - at < _SOON else at + _SOON
        met = OnlineTalk(school=nobody, delivery=Delivery(at=FIRST, position="another"))
        sent = Application(company=nobody, at=FIRST, withdrawn=soon, talk=met)
        changed["applications"] = _add_act(document.applications, sent)
        talk = Conversation(company=nobody, since=FIRST, until=soon)
        changed["conversations"] = _add_act(document.conversations, talk)
        if nobody != PUBLIC:
            changed["consents"] = _add_act(document.consents, _consent(nobody, soon))
    # The revision changes, too: code that shows it, as in an ETag, shows that something was done.
    return as_own_state(cast("D", attrs.evolve(cast("Any", document), **changed)))


_MAX_STEM_LENGTH = 62  # of the 64 characters of an id
_SOON = timedelta(minutes=1)


def _add_act(acts: tuple[Any, ...], act: object) -> tuple[Any, ...]:
    return (*acts, act) if len(acts) < MOST_ACTS else acts


def _consent(recipient: str, ends: datetime) -> Consent:
    return Consent(
        recipient=recipient,
        recipient_name="another",
        recipient_contact="another",
        purpose="another",
        method="another",
        parts=frozenset({Part.NAME}),
        begins=FIRST,
        ends=ends,
    )


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
    address = sent.mailbox.folded if sent.mailbox else None
    return not isinstance(viewer, Mailbox) or address == viewer.address.folded


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
