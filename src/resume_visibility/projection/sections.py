"""Every section: how it is read from a resume and enters a view. A field of the model that nobody classified stops the
import (LAW-5).
"""

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias, cast, get_args, get_origin

from ..model.building import fields_of, members_of
from ..model.parts import Document, Part
from ..model.resume import Resume
from ..model.sections import Basics, Contact, Profile
from ..model.settings import Delivery
from ..model.values import Url
from ..policy.situation import latest_position
from .projectors import Projector, check_classified, projector_of
from .redactor import Findings, Redactor, as_one
from .view import ShownSections

Collector: TypeAlias = Callable[[Any, list[str], list[str]], None]
"""Puts the texts of a value and the targets of its links into two lists."""


@cache
def collector_of(annotation: object) -> Collector | None:
    """How to gather the texts and links of a value of this annotation that `projector_of` looks into; None where it looks
    into nothing. A list of texts is also one text.
    """
    if projector_of(annotation) is None:
        return None
    if annotation is str:
        return lambda text, texts, links: texts.append(text)
    if annotation is Url:
        return lambda url, texts, links: links.append(url.address)
    if annotation == tuple[str, ...]:
        return lambda lines, texts, links: texts.extend((*lines, as_one(lines)))
    if get_origin(annotation) is tuple:
        return _of_each(cast("Collector", collector_of(get_args(annotation)[0])))
    members = [member for member in members_of(annotation) if member is not type(None)]
    if len(members) > 1:
        by_type = {member: _of_fields(cast("type[object]", member)) for member in members}
        return lambda value, texts, links: by_type[type(value)](value, texts, links)
    return (
        collector_of(members[0])
        if members[0] is not annotation
        else _of_fields(cast("type[object]", annotation))
    )


def _of_each(collect: Collector) -> Collector:
    def of_each(items: tuple[Any, ...], texts: list[str], links: list[str]) -> None:
        for item in items:
            collect(item, texts, links)

    return of_each


_TEXT = (str, str | None)


def _of_fields(cls: type[object]) -> Collector:
    found = [(name, kind, collector_of(kind)) for name, kind in fields_of(cls)]
    plain = tuple(name for name, kind, _ in found if kind in _TEXT)
    nested = [(name, collect) for name, kind, collect in found if collect is not None and kind not in _TEXT]
    read = attrgetter(*plain) if len(plain) > 1 else lambda record: [getattr(record, name) for name in plain]

    def of_fields(record: Any, texts: list[str], links: list[str]) -> None:
        texts += filter(None, read(record))
        for name, collect in nested:
            value = getattr(record, name)
            if value:
                collect(value, texts, links)

    return of_fields


def _residence(profile: Profile) -> str | None:
    return profile.residence


PIECES: tuple[tuple[Part, str, Callable[[Any], str | None]], ...] = (
    (Part.LATEST_POSITION, Part.WORK.value, latest_position),
    (Part.REGION, Part.PROFILE.value, _residence),
)
"""The parts that are a piece of a section: which one, and how they are taken from it."""

_GOVERNING = frozenset(
    {
        "id",
        "candidate",
        "basics",
        "settings",
        "applications",
        "virtual_numbers",
        "conversations",
        "consents",
        "identity_verified",
        "revision",
        "age_verified",
        "account",
        "deleted",
        "community",
    }
)
"""The fields of a resume that decide, and are never shown."""

_ELSEWHERE = {Part.DISPLAY_NAME, Part.VIRTUAL_NUMBER, Part.MESSENGER, Part.NATIONAL_ID}
"""The parts that are no field of the model: made from others, or found in text."""

_OF_CASE = {Part.DELIVERY.value: tuple[Delivery, ...]}
"""The parts that the case states, because what is shown of them depends on who asks."""


class Section(NamedTuple):
    """How a section is found in a resume, how its texts are gathered, and how it enters a view."""

    part: Part
    name: str
    read: Callable[[Resume], Any]
    collect: Collector | None
    project: Projector | None


def sections() -> dict[str, Section]:
    """Every section by its name; an unclassified field of the model stops the import (LAW-5)."""
    root, basics = dict(fields_of(Resume)), dict(fields_of(Basics))
    sources: dict[str, tuple[str, Any]] = {
        **{name: (name, kind) for name, kind in root.items() if name not in _GOVERNING},
        **{name: (f"basics.{name}", basics[name]) for name in basics.keys() - {"name", "contact"}},
    }
    check_classified(
        Document.RESUME,
        Resume,
        ShownSections,
        {name: kind for name, (_, kind) in sources.items()},
        governing=_GOVERNING,
        derived=(*(part.value for part, _, _ in PIECES), *_OF_CASE),
        beside=("name", *dict(fields_of(Contact)), *(part.value for part in _ELSEWHERE)),
    )
    return {
        name: Section(Part(name), name, attrgetter(path), collector_of(kind), projector_of(kind))
        for name, (path, kind) in sources.items()
    }


SECTIONS = sections()


class Survey(NamedTuple):
    """What is filled in of a resume, and of what something may be withheld: found once, whoever asks."""

    sections: tuple[tuple[Section, Any], ...]
    touched: frozenset[str]
    """The sections of which anything may be withheld; the others are shared as they are."""


def survey(resume: Resume, findings: Findings, only: frozenset[Part] | None) -> Survey:
    """Find what the texts of a resume give away.

    Args:
        resume: to be shown, to whomever.
        findings: in its texts; what is found is kept there.
        only: the parts that are wanted; every one, unless given.
    """
    filled, written = [], []
    every: list[str] = []
    for section in SECTIONS.values():
        value = section.read(resume)
        if value is None or value == ():
            continue
        filled.append((section, value))
        if section.collect is not None and (only is None or section.part in only):
            texts: list[str] = []
            links: list[str] = []
            section.collect(value, texts, links)
            every += texts
            written.append((section.name, texts, links))
    findings.look_at(every)
    touched = frozenset(
        name
        for name, texts, links in written
        if any(map(findings.of, texts)) or any(map(findings.of_link, links))
    )
    return Survey(tuple(filled), touched)


def shown_sections(
    parts: frozenset[Part],
    surveyed: Survey,
    attachments: frozenset[str],
    avatar: str | None,
    deliveries: tuple[Delivery, ...],
    redactor: Redactor,
) -> ShownSections:
    """The sections granted, without what the redactor takes out.

    Args:
        parts: granted.
        surveyed: the resume to be shown.
        attachments: the ids of those that may be shown, where attachments are.
        avatar: the one that may be shown, where one is.
        deliveries: those that may be shown.
        redactor: for the same grant.
    """
    shown: dict[str, Any] = {}
    for section, value in surveyed.sections:
        for part, whole, piece_of in PIECES:
            if whole == section.name and part in parts and (piece := piece_of(value)):
                shown[part.value] = redactor(piece)
        if section.part not in parts:
            continue
        if section.part is Part.ATTACHMENTS:
            value = tuple([attachment for attachment in value if attachment.id in attachments])
        if section.project is not None and redactor.hidden and section.name in surveyed.touched:
            value = section.project(value, redactor)
        shown[section.name] = value
    if Part.AVATAR in parts:
        shown[Part.AVATAR.value] = avatar
    if deliveries and Part.DELIVERY in parts:
        shown[Part.DELIVERY.value] = _DELIVERIES(deliveries, redactor)
    return ShownSections(**shown)


_DELIVERIES = cast("Projector", projector_of(_OF_CASE[Part.DELIVERY.value]))
