"""Every section: how it is read from a resume and enters a view. A field of the model that nobody classified stops the
import (LAW-5).
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias, cast, get_args, get_origin

from ..model.building import fields_of, is_model, members_of
from ..model.parts import PARTS_OF, Document, Part
from ..model.resume import Resume
from ..model.sections import Basics, Contact, Profile
from ..model.settings import Delivery
from ..model.values import Url
from ..policy.situation import latest_position
from .projectors import Projector, as_one, projector_of
from .redactor import Redactor
from .view import ShownSections

Collector: TypeAlias = Callable[[Any, list[str]], None]
Gatherer: TypeAlias = Callable[[Resume, frozenset[str]], tuple[dict[str, Any], list[str]]]


@cache
def collector_of(annotation: object) -> Collector:
    """How to gather the texts of a value of this annotation, other than None, that `projector_of` looks into one by one.
    A list of texts is also one text.
    """
    return cast(
        "Collector", _made("collect(value, found)", _reading(annotation, "value", names := _names()), names)
    )


def _gatherer_of(sections: Iterable["Section"]) -> Gatherer:
    """How to gather what is filled in of some sections, with the attachments of these ids alone, and all its texts."""
    names = _names()
    lines = ["shown, found = {}, []"]
    for section in sections:
        lines.append(f"value = resume.{section.path}")
        shown = [f"shown[{section.name!r}] = value"]
        if section.part is Part.ATTACHMENTS:
            shown.insert(
                0, "value = tuple([attachment for attachment in value if attachment.id in attachments])"
            )
        lines += _within("if value:", iter([*shown, *_reading(section.kind, "value", names)]))
    lines.append("return shown, found")
    return cast("Gatherer", _made("gather(resume, attachments)", iter(lines), names))


def _names() -> dict[str, object]:
    return {"as_one": as_one}


def _made(signature: str, body: Iterator[str], names: dict[str, object]) -> object:
    """Straight code, made once: going from reader to reader costs three times as much."""
    source = "\n".join(_within(f"def {signature}:", body))
    exec(source, names)  # of the names of the model alone
    return names[signature.partition("(")[0]]


def _reading(annotation: object, at: str, names: dict[str, object]) -> Iterator[str]:
    """The lines of code that read the texts of a value of this annotation, which stands at `at`."""
    if projector_of(annotation) is None or annotation is Url:
        return
    members = [member for member in members_of(annotation) if member is not type(None)]
    if annotation is str:
        yield f"found.append({at})"
    elif annotation == tuple[str, ...]:
        yield f"if {at}:"
        yield f"    found += {at}"
        yield f"    found.append(as_one({at}))"
    elif get_origin(annotation) is tuple:
        item = f"item{len(names)}"
        names[item] = None
        yield from _within(f"for {item} in {at}:", _reading(get_args(annotation)[0], item, names))
    elif len(members) > 1:
        for member in members:
            kind = f"Type{len(names)}"
            names[kind] = member
            yield from _within(f"if type({at}) is {kind}:", _reading(member, at, names))
    elif members[0] is not annotation:
        yield from _within(f"if {at} is not None:", _reading(members[0], at, names))
    else:
        fields = fields_of(cast("type[object]", annotation))
        texts = [f"{at}.{name}, " for name, kind in fields if kind is str]
        yield f"found += ({''.join(texts)})"
        for name, kind in fields:
            if kind is not str:
                yield from _reading(kind, f"{at}.{name}", names)


def _within(head: str, body: Iterator[str]) -> Iterator[str]:
    yield head
    yield from (f"    {line}" for line in (*body, "pass"))


def _residence(profile: Profile) -> str:
    return profile.residence


PIECES: tuple[tuple[Part, str, Callable[[Any], str | None]], ...] = (
    (Part.LATEST_POSITION, Part.WORK.value, latest_position),
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
    "community",
}
"""The fields of a resume that decide, and are never shown."""

_ELSEWHERE = {Part.DISPLAY_NAME, Part.VIRTUAL_NUMBER, Part.MESSENGER, Part.NATIONAL_ID}
"""The parts that are no field of the model: made from others, or found in text."""

_OF_CASE = {Part.DELIVERY.value: tuple[Delivery, ...]}
"""The parts that the case states, because what is shown of them depends on who asks."""


class Section(NamedTuple):
    """How a section is found in a resume, how its texts are looked at together, and how it enters a view."""

    part: Part
    name: str
    path: str
    kind: object
    collect: Collector
    project: Projector | None
    links: bool
    """Whether something in it is more than text, and has to be looked at by itself."""

    def texts(self, value: Any) -> list[str]:
        """What is written in the section."""
        found: list[str] = []
        self.collect(value, found)
        return found


def _links(annotation: object) -> bool:
    if annotation is Url:
        return True
    if get_origin(annotation) is tuple or len(members_of(annotation)) > 1:
        return any(map(_links, get_args(annotation)))
    return is_model(annotation) and any(
        _links(kind) for _, kind in fields_of(cast("type[object]", annotation))
    )


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
        (sources.keys() | pieces | _OF_CASE.keys()) ^ shown.keys()
        | {part.value for part in PARTS_OF[Document.RESUME]} ^ classified
        | _GOVERNING - root.keys()
    ):
        raise TypeError(
            f"{name} is not classified: give it a Part, a field of ShownSections, or a place in _GOVERNING"
        )
    for name, (_, kind) in sources.items():
        if shown[name] not in (kind, kind | None):
            raise TypeError(f"ShownSections.{name} is declared other than in the model")
    return {
        name: Section(Part(name), name, path, kind, collector_of(kind), projector_of(kind), _links(kind))
        for name, (path, kind) in sources.items()
    }


SECTIONS = sections()


class _Plan(NamedTuple):
    """What to read for some parts: all of it at once."""

    gather: Gatherer
    sections: tuple[Section, ...]
    links: tuple[Section, ...]
    pieces: tuple[tuple[str, str, Callable[[Resume], Any], Callable[[Any], str | None]], ...]


@lru_cache(maxsize=512)  # by what is granted; nothing of a resume is in it
def _plan(parts: frozenset[Part]) -> _Plan:
    granted = tuple(section for section in SECTIONS.values() if section.part in parts)
    return _Plan(
        gather=_gatherer_of(granted),
        sections=granted,
        links=tuple(section for section in granted if section.links),
        pieces=tuple(
            (part.value, name, attrgetter(SECTIONS[name].path), piece_of)
            for part, name, piece_of in PIECES
            if part in parts
        ),
    )


def texts_of(resume: Resume) -> list[str]:
    """Everything that is written in a resume's sections, whoever may see it."""
    _, found = _plan(frozenset(Part)).gather(resume, frozenset(one.id for one in resume.attachments))
    return found


def shown_sections(
    parts: frozenset[Part],
    resume: Resume,
    attachments: frozenset[str],
    avatar: str | None,
    deliveries: tuple[Delivery, ...],
    redactor: Redactor,
) -> ShownSections:
    """The sections granted, without what the redactor takes out.

    Args:
        parts: granted.
        resume: to be shown.
        attachments: the ids of those that may be shown, where attachments are.
        avatar: the one that may be shown, where one is.
        deliveries: those that may be shown.
        redactor: for the same grant.
    """
    plan = _plan(parts)
    shown, found = plan.gather(resume, attachments)
    suspects = redactor.suspects(found)
    if suspects:
        redactor = redactor.clearing(frozenset(found) - suspects)
    for section in plan.sections if suspects else plan.links:
        value = shown.get(section.name)
        if value and section.project and (section.links or not suspects.isdisjoint(section.texts(value))):
            shown[section.name] = section.project(value, redactor)
    for name, whole_name, read_whole, piece_of in plan.pieces:
        if whole_name in shown:
            shown[name] = piece_of(shown[whole_name])
        elif piece := piece_of(read_whole(resume)):
            shown[name] = redactor(piece)
    if Part.AVATAR in parts:
        shown[Part.AVATAR.value] = avatar
    if deliveries:
        shown[Part.DELIVERY.value] = _DELIVERIES(deliveries, redactor)
    return ShownSections(**shown)


_DELIVERIES = cast("Projector", projector_of(_OF_CASE[Part.DELIVERY.value]))
