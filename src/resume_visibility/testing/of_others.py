"""Choices and acts of a candidate that concern nobody who asks: they make no difference to other viewers (LAW-1)."""

from datetime import datetime, timedelta
from typing import Any, cast

import attrs

from ..model.building import MOST_ACTS
from ..model.campus import CampusForm
from ..model.consents import PUBLIC, Consent
from ..model.ids import ids_in
from ..model.instants import FIRST, LAST
from ..model.parts import Part
from ..model.resume import Resume
from ..model.settings import Application, CompanyBlock, Conversation, Delivery, NoticeChannel, OnlineTalk
from ..model.viewers import Owner, SupportAgent, Viewer
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
