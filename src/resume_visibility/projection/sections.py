"""Every section: how it is read from a resume and enters a view. A field of the model that nobody classified stops the
import (LAW-5).
"""

from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias, cast, get_args, get_origin

from ..model.building import beside_none, fields_of
from ..model.complete import complete
from ..model.own import BESIDE_SECTIONS, GOVERNING, places_of, shown_of
from ..model.parts import PIECES, Document, Part
from ..model.resume import Resume
from ..model.sections import Contact
from ..model.settings import Delivery
from ..model.shown import ShownSections
from ..model.values import Url
from ..policy.situation import latest_position
from ..text.kinds import Tag
from .confining import Confiner, ShowsPart, check_following, confiner_of
from .projectors import DROPPED, Projector, check_classified, projector_of
from .redactor import Findings, Redactor, join_all

Collector: TypeAlias = Callable[[Any, list[str], list[str]], None]
"""Puts the texts of a value and the targets of its links into two lists."""


@cache
def collector_of(annotation: object) -> Collector | None:
    """Make the function that gathers the texts and links of a value that `projector_of` looks into; None if it looks into nothing.
    A list of texts also counts as one text.
    """
    if projector_of(annotation) is None:
        return None
    if annotation is str:
        return lambda text, texts, links: texts.append(text)
    if annotation is Url:
        return lambda url, texts, links: links.append(url.address)
    if annotation == tuple[str, ...]:
        return lambda lines, texts, links: texts.extend(
            lines if len(lines) == 1 else (*lines, join_all(lines))
        )
    if get_origin(annotation) is tuple:
        return _collector_of_items(cast("Collector", collector_of(get_args(annotation)[0])))
    members = beside_none(annotation)
    if len(members) > 1:
        by_type = {member: collector_of(member) or (lambda *_: None) for member in members}
        return lambda value, texts, links: by_type[type(value)](value, texts, links)
    if members[0] is not annotation:
        return collector_of(members[0])
    return _collector_of_fields(cast("type[object]", annotation))


def _collector_of_items(collect: Collector) -> Collector:
    def collect_items(items: tuple[Any, ...], texts: list[str], links: list[str]) -> None:
        for item in items:
            collect(item, texts, links)

    return collect_items


_TEXT_TYPES = (str, str | None)


def _collector_of_fields(cls: type[object]) -> Collector:
    fields = [(name, kind, collector_of(kind)) for name, kind in fields_of(cls)]
    plain = [name for name, kind, _ in fields if kind in _TEXT_TYPES]
    plain = plain if len(plain) > 1 else []  # several are read at once, a single one like a nested value
    nested = [(name, collect) for name, _, collect in fields if collect is not None and name not in plain]
    read = attrgetter(*plain) if plain else lambda _: ()

    def collect_fields(record: Any, texts: list[str], links: list[str]) -> None:
        texts += filter(None, read(record))
        for name, collect in nested:
            value = getattr(record, name)
            if value:
                collect(value, texts, links)

    return collect_fields


_TAKING: dict[Part, Callable[[Any], str | None]] = {
    Part.LATEST_POSITION: latest_position,
    Part.REGION: attrgetter("residence"),
}
PIECE_SOURCES = tuple((piece, PIECES[piece].value, take) for piece, take in complete(_TAKING, PIECES).items())
"""The parts that are a piece of a section, each with that section and how the piece is taken from it."""

_PARTS_WITHOUT_FIELD = {Part.DISPLAY_NAME, Part.VIRTUAL_NUMBER, Part.MESSENGER, Part.NATIONAL_ID}
"""The parts that are no field of the model: they are made from fields, or found in text."""

_CASE_FIELDS = {Part.DELIVERY.value: tuple[Delivery, ...]}
"""The parts that the case states, because what is shown of them depends on who asks."""


class Section(NamedTuple):
    """How a section is found in a resume, how its texts are gathered, and how it enters a view.

    Args:
        part: whoever is granted it sees the section; None for the owner alone.
        name: the name of the section.
        read: finds it in a resume.
        collect: gathers its texts and links; None if it has none.
        project: takes out what is withheld; not called if nothing can be withheld.
        confine: leaves out the fields that follow a part of their own; None where there are none.
    """

    part: Part | None
    name: str
    read: Callable[[Any], Any]
    collect: Collector | None
    project: Projector
    confine: Confiner | None


@cache
def sections_of(cls: Any) -> tuple[Section, ...]:
    """Every section of a resume of that class: `Resume`, or one with sections of its own."""
    return tuple(
        Section(
            place.part,
            name,
            attrgetter(place.path),
            collector_of(place.kind),
            cast("Projector", projector_of(place.kind)),
            confiner_of(place.kind),
        )
        for name, place in places_of(cls).items()
    )


def check_sections() -> None:
    """Check that every field and part of the library's resume, and every field of its view, is classified (LAW-5).

    Raises:
        TypeError: a field or part is not classified.
    """
    root = dict(fields_of(Resume))
    basics = dict(fields_of(root["basics"]))
    sources = {name: kind for name, kind in root.items() if name not in GOVERNING}
    sources |= {name: basics[name] for name in basics.keys() - BESIDE_SECTIONS}
    check_classified(
        Document.RESUME,
        Resume,
        ShownSections,
        sources,
        governing=GOVERNING,
        derived=(*(part.value for part in PIECES), *_CASE_FIELDS),
        beside=("name", *dict(fields_of(Contact)), *(part.value for part in _PARTS_WITHOUT_FIELD)),
    )
    for kind in sources.values():
        projector_of(kind)
    governing = [kind for name, kind in root.items() if name in GOVERNING - {"basics"}]
    others = [*(basics[name] for name in BESIDE_SECTIONS), *governing, *_CASE_FIELDS.values()]
    check_following(sources.values(), others, Resume, root["basics"], ShownSections)


check_sections()


class FilledSection(NamedTuple):
    """A section that is filled in: its value, its texts and the targets of its links."""

    section: Section
    value: Any
    texts: list[str]
    links: list[str]

    def __repr__(self) -> str:
        return "<FilledSection>"


def filled_sections(resume: Resume[Any]) -> dict[str, FilledSection]:
    """Every section of a resume in which there is anything, by its name."""
    found = {}
    for section in sections_of(cast("Any", type(resume))):
        value = section.read(resume)
        if value or (value is not None and value != ()):  # quick test first: most values are true
            filled = found[section.name] = FilledSection(section, value, [], [])
            if section.collect is not None:
                section.collect(value, filled.texts, filled.links)
    return found


def scan_texts(
    resume: Resume[Any], findings: Findings, only: frozenset[Part] | None, *more_texts: str
) -> dict[str, frozenset[Tag]]:
    """Find what the texts of a resume give away, or those of the parts that are wanted. Further texts are looked at together with them.

    Returns:
        What each section gives away, by its name; without the sections that give nothing away. A section that gives away only
        what is granted is shared as it is.
    """
    sections = resume.memo.of(filled_sections, resume)
    chosen = [one for one in sections.values() if only is None or one.section.part in only]
    by_text = findings.look_at([*more_texts, *[text for one in chosen for text in one.texts]])
    given_away = {}
    for section, _, texts, links in chosen:
        tags = [tag for text in texts if text in by_text for found in by_text[text] for tag in found.tags]
        tags += [tag for link in links for tag in findings.of_link(link)]
        if tags:
            given_away[section.name] = frozenset(tags)
    return given_away


@lru_cache(maxsize=512)  # by what is granted; nothing of a resume is in it
def _granted_sections(
    cls: Any, parts: frozenset[Part], owned: bool
) -> tuple[frozenset[str], dict[str, Confiner], ShowsPart]:
    """The names of the sections that are shown, what leaves fields out of some of them, and whether a part is shown."""

    def shows(part: Part | None) -> bool:
        return owned if part is None else part in parts

    sections = [section for section in sections_of(cls) if shows(section.part)]
    confiners = {section.name: section.confine for section in sections if section.confine is not None}
    return frozenset([section.name for section in sections]), confiners, shows


def shown_sections(
    parts: frozenset[Part],
    resume: Resume[Any],
    given_away: Mapping[str, frozenset[Tag]],
    attachments: frozenset[str],
    avatar: str | None,
    deliveries: tuple[Delivery, ...],
    redactor: Redactor,
    *,
    owned: bool,
) -> ShownSections:
    """The sections granted, without what the redactor for the same grant takes out. To the owner, also what follows no part.

    Attachments, avatar and deliveries are those that may be shown. What the sections give away is from `scan_texts`.
    """
    kind: Any = type(resume)
    filled = resume.memo.of(filled_sections, resume)
    names, confiners, shows = _granted_sections(kind, parts, owned)
    shown: dict[str, Any] = {name: item.value for name, item in filled.items() if name in names}
    for name in confiners.keys() & shown.keys():
        shown[name] = confiners[name](shown[name], shows)
    for part, section_name, piece_of in PIECE_SOURCES:
        if part in parts and section_name in filled and (piece := piece_of(filled[section_name].value)):
            shown[part.value] = redactor(piece)
    if files := shown.get(Part.ATTACHMENTS.value):
        shown[Part.ATTACHMENTS.value] = tuple([item for item in files if item.id in attachments])
    for name, tags in given_away.items():
        if shown.get(name) is not None and not redactor.hidden.isdisjoint(tags):
            redacted = filled[name].section.project(redactor, shown.pop(name))
            if redacted is not DROPPED:
                # Confine it again: an item may be empty now, without its link.
                shown[name] = confiners[name](redacted, shows) if name in confiners else redacted
    if Part.AVATAR in parts:
        shown[Part.AVATAR.value] = avatar
    if deliveries and Part.DELIVERY in parts:
        shown[Part.DELIVERY.value] = _project_deliveries(redactor, deliveries)
    return shown_of(kind)(**shown)


_project_deliveries = cast("Projector", projector_of(_CASE_FIELDS[Part.DELIVERY.value]))
