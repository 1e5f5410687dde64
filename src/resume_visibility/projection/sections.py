"""Every section: how it is read from a resume and enters a view. A field of the model that nobody classified stops the
import (LAW-5).
"""

from collections.abc import Callable
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias, cast, get_args, get_origin

from ..model.building import fields_of, is_model, members_of
from ..model.parts import Part
from ..model.resume import Resume
from ..model.sections import Basics, Contact, Profile, Work
from .text import Projector, Redactor, projector_of
from .view import ShownSections

Collector: TypeAlias = Callable[[Any, list[str | None]], object]


@cache
def collector_of(annotation: object) -> Collector | None:
    """How to gather the texts of values of this annotation, which `projector_of` knows; None where text is not all that
    may have to be left out.
    """
    members = [member for member in members_of(annotation) if member is not type(None)]
    if annotation is str:
        return lambda text, texts: texts.append(text)
    if get_origin(annotation) is tuple:
        collect = collector_of(get_args(annotation)[0])
        return None if collect is None else lambda items, texts: [collect(item, texts) for item in items]
    if len(members) == 1 and members[0] is not annotation:
        return collector_of(members[0])
    if not is_model(annotation):
        return None
    fields = {name: kind for name, kind in fields_of(cast("type[object]", annotation)) if projector_of(kind)}
    plain = [name for name, kind in fields.items() if kind in (str, str | None)]
    rest = [(name, collector_of(kind)) for name, kind in fields.items() if name not in plain]
    if not plain or not all(collect for _, collect in rest):
        return None
    read = attrgetter(*plain)
    several = len(plain) > 1

    def gather(record: Any, texts: list[str | None]) -> None:
        found: Any = read(record)  # a tuple of several, or one alone
        texts += found if several else (found,)
        for name, collect in rest:
            if value := getattr(record, name):
                collect(value, texts)  # type: ignore[misc]  # none of them is None, as was just made sure of

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
    path: str
    collect: Collector | None
    project: Projector | None

    def redacted(self, value: Any, redactor: Redactor) -> Any:
        """The section's value without what is withheld; the same object where there was nothing."""
        if self.project is None:
            return value
        if self.collect is not None:
            texts: list[str | None] = []
            self.collect(value, texts)
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
        name: Section(Part(name), path, collector_of(kind), projector_of(kind))
        for name, (path, kind) in sources.items()
    }


SECTIONS = sections()


class _Plan(NamedTuple):
    """What to read for some parts: all of it at once."""

    read: Callable[[Resume], tuple[Any, ...]]
    sections: tuple[Section, ...]


@lru_cache(maxsize=512)  # by what is granted; nothing of a resume is in it
def _plan(parts: frozenset[Part]) -> _Plan:
    granted = tuple(section for section in SECTIONS.values() if section.part in parts)
    # Two paths more, so that there is always a tuple to read.
    return _Plan(attrgetter(*(section.path for section in granted), "id", "id"), granted)


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
    found = [
        (section, value) for section, value in zip(plan.sections, plan.read(resume), strict=False) if value
    ]
    texts: list[str | None] = []
    for section, value in found:
        if section.collect is not None:
            section.collect(value, texts)
    clean = redactor.clean(texts)  # most sections are, and often all of them at once
    shown: dict[str, Any] = {}
    for section, value in found:
        if section.part is Part.ATTACHMENTS:
            value = tuple(attachment for attachment in value if attachment.id in attachments)
        untouched = clean and section.collect is not None
        shown[section.part.value] = value if untouched else section.redacted(value, redactor)
    for part, name, piece_of in PIECES:
        if part in parts:
            whole = shown.get(name)
            piece = piece_of(attrgetter(SECTIONS[name].path)(resume) if whole is None else whole)
            shown[part.value] = redactor(piece) if whole is None and piece is not None else piece
    return ShownSections(**shown)
