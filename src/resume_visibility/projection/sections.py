"""Every section: how it is read from a resume and enters a view. A field of the model that nobody classified stops the
import (LAW-5).
"""

from collections.abc import Callable, Collection, Iterable
from functools import cache, lru_cache
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias, cast, get_args, get_origin

from ..model.building import fields_of, is_model, members_of
from ..model.parts import Part
from ..model.resume import Resume
from ..model.sections import Basics, Contact, Profile, Work
from .text import Projector, Redactor, projector_of
from .view import ShownSections

Collector: TypeAlias = Callable[[Collection[Any], list[str | None]], object]


@cache
def collector_of(annotation: object) -> Collector | None:
    """How to gather the texts of several values of this annotation, none of them None, which `projector_of` knows; None
    where text is not all that may have to be left out.
    """
    if annotation is str:
        return lambda texts, found: found.extend(texts)
    if get_origin(annotation) is tuple:
        collect = collector_of(get_args(annotation)[0])
        return collect and (lambda lists, found: collect(tuple(chain.from_iterable(lists)), found))
    members = [member for member in members_of(annotation) if member is not type(None)]
    if len(members) == 1 and members[0] is not annotation:
        return collector_of(members[0])
    return _gatherer(cast("type[object]", annotation)) if is_model(annotation) else None


def _gatherer(model: type[object]) -> Collector | None:
    open_fields = [(name, kind) for name, kind in fields_of(model) if projector_of(kind)]
    texts = [name for name, kind in open_fields if kind in (str, str | None)]
    others = [(name, collector_of(kind)) for name, kind in open_fields if name not in texts]
    readers = [(attrgetter(name), collect) for name, collect in others if collect is not None]
    if not texts or len(readers) < len(others):
        return None
    read = attrgetter(*texts)
    # Several texts of one record are read as a tuple.
    spread: Callable[[Iterable[Any]], Iterable[Any]] = chain.from_iterable if len(texts) > 1 else iter

    def gather(records: Collection[Any], found: list[str | None]) -> None:
        found.extend(spread(map(read, records)))
        for reader, collect in readers:
            if values := tuple(filter(None, map(reader, records))):
                collect(values, found)

    return gather


def _latest_position(work: tuple[Work, ...]) -> str | None:
    """COMMUNITY-1: of the most recent work experience: what still goes on first, then the latest end, then the start."""
    return max(work, key=_recency).position if work else None


def _recency(work: Work) -> tuple[int, int]:
    period = work.period
    return (_STILL if period.end is None else period.end.index, period.start.index)


_STILL = 10**6  # later than any month


def _residence(profile: Profile) -> str:
    return profile.residence


PIECES: tuple[tuple[Part, str, Callable[[Any], str | None]], ...] = (
    (Part.LATEST_POSITION, Part.WORK.value, _latest_position),
    (Part.REGION, Part.PROFILE.value, _residence),
)
"""The parts that are a piece of a section: which one, and how they are taken from it."""

_GOVERNING = {
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
    "account",
    "deleted",
}
"""The fields of a resume that decide, and are never shown."""

_ELSEWHERE = {Part.DISPLAY_NAME, Part.VIRTUAL_NUMBER, Part.MESSENGER, Part.NATIONAL_ID}
"""The parts that are no field of the model: made from others, or found in text."""


class Section(NamedTuple):
    """How a section is found in a resume, told to be clean at one look, and redacted where it is not."""

    part: Part
    name: str
    path: str
    collect: Collector | None
    project: Projector | None

    def redacted(self, value: Any, redactor: Redactor) -> Any:
        """The section's value without what is withheld; the same object where there was nothing."""
        if self.project is None:
            return value
        if self.collect is not None:
            texts: list[str | None] = []
            self.collect((value,), texts)
            if redactor.clean(texts):
                return value
        return self.project(value, redactor)


def sections() -> dict[str, Section]:
    """Every section by its name; an unclassified field of the model stops the import (LAW-5)."""
    root, basics = dict(fields_of(Resume)), dict(fields_of(Basics))
    shown, contact = dict(fields_of(ShownSections)), dict(fields_of(Contact))
    sources: dict[str, tuple[str, Any]] = {
        **{name: (name, kind) for name, kind in root.items() if name not in _GOVERNING},
        **{name: (f"basics.{name}", basics[name]) for name in basics.keys() - {"name", "contact"}},
    }
    pieces = {part.value for part, _, _ in PIECES}
    classified = {*shown, "name", *contact, *(part.value for part in _ELSEWHERE)}
    for name in (
        (sources.keys() | pieces) ^ shown.keys()
        | {part.value for part in Part} ^ classified
        | _GOVERNING - root.keys()
    ):
        raise TypeError(
            f"{name} is not classified: give it a Part, a field of ShownSections, or a place in _GOVERNING"
        )
    for name, (_, kind) in sources.items():
        if shown[name] not in (kind, kind | None):
            raise TypeError(f"ShownSections.{name} is declared other than in the model")
    return {
        name: Section(Part(name), name, path, collector_of(kind), projector_of(kind))
        for name, (path, kind) in sources.items()
    }


SECTIONS = sections()


class _Plan(NamedTuple):
    """What to read for some parts: all of it at once."""

    read: Callable[[Resume], tuple[Any, ...]]
    collectors: tuple[tuple[str, Collector | None], ...]
    sections: tuple[Section, ...]
    uncollected: tuple[Section, ...]
    pieces: tuple[tuple[str, str, Callable[[Resume], Any], Callable[[Any], str | None]], ...]


@lru_cache(maxsize=512)  # by what is granted; nothing of a resume is in it
def _plan(parts: frozenset[Part]) -> _Plan:
    granted = tuple(section for section in SECTIONS.values() if section.part in parts)
    return _Plan(
        # Two paths more, so that there is always a tuple to read.
        read=attrgetter(*(section.path for section in granted), "id", "id"),
        collectors=tuple((section.name, section.collect) for section in granted),
        sections=granted,
        uncollected=tuple(section for section in granted if section.collect is None),
        pieces=tuple(
            (part.value, name, attrgetter(SECTIONS[name].path), piece_of)
            for part, name, piece_of in PIECES
            if part in parts
        ),
    )


def shown_sections(
    parts: frozenset[Part], resume: Resume, attachments: frozenset[str], redactor: Redactor
) -> ShownSections:
    """The sections granted, without what the redactor takes out.

    Args:
        parts: granted.
        resume: to be shown.
        attachments: the ids of those that may be shown, where attachments are.
        redactor: for the same grant.
    """
    plan = _plan(parts)
    shown: dict[str, Any] = {}
    texts: list[str | None] = []
    for (name, collect), value in zip(plan.collectors, plan.read(resume), strict=False):
        if value:
            shown[name] = value
            if collect is not None:
                collect((value,), texts)
    if "attachments" in shown:
        shown["attachments"] = tuple(one for one in shown["attachments"] if one.id in attachments)
    # Most sections are clean, and often all of them at once.
    for section in plan.uncollected if redactor.clean(texts) else plan.sections:
        if section.name in shown:
            shown[section.name] = section.redacted(shown[section.name], redactor)
    for name, whole_name, read_whole, piece_of in plan.pieces:
        if whole_name in shown:
            shown[name] = piece_of(shown[whole_name])
        elif piece := piece_of(read_whole(resume)):
            shown[name] = redactor(piece)
    return ShownSections(**shown)
