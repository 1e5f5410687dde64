"""The texts of a resume that follow a contact detail, as somebody wrote it into an own section or field (PHONE-1, CONTACT-2).

The details in these texts are looked for in all other texts, as the details of `Contact` are.
"""

from collections.abc import Callable
from functools import cache, partial
from operator import attrgetter
from typing import Any, NamedTuple, TypeAlias, get_args, get_origin

from ..model.building import beside_none, fields_of, is_model, lives_in
from ..model.own import placed_alone, places_of
from ..model.parts import Part
from ..model.resume import Resume
from ..model.values import Url
from ..text.kinds import Kind

_KIND_OF_PART = {
    Part.MOBILE: Kind.PHONE,
    Part.EMAIL: Kind.EMAIL,
    Part.HOMEPAGE: Kind.HOMEPAGE,
    Part.MESSENGER: Kind.MESSENGER,
}

ADDRESS = (Kind.CLAUSE,)
"""The kinds of a text that says where somebody lives."""


class DetailText(NamedTuple):
    """A text that follows a contact detail.

    Args:
        kinds: the kinds of the details that it follows; the kind of the field itself comes first.
        text: as it is written.
    """

    kinds: tuple[Kind, ...]
    text: str

    def __repr__(self) -> str:
        return "<DetailText>"


_Gatherer: TypeAlias = Callable[[Any, list[DetailText]], None]


def detail_texts_in(resume: Resume[Any]) -> tuple[DetailText, ...]:
    """Find every text of a resume that follows a contact detail or says where somebody lives. The library's own sections have none."""
    cls: Any = type(resume)
    gathered: list[DetailText] = []
    for read, gather in _gatherers_of(cls):
        value = read(resume)
        if value is not None:
            gather(value, gathered)
    return tuple(gathered)


@cache
def _gatherers_of(cls: Any) -> tuple[tuple[Callable[[Any], Any], _Gatherer], ...]:
    gatherers = (
        (attrgetter(place.path), _gatherer_of(place.kind, _add_kind(place.part, ())))
        # If there are very many details, only the first ones are looked for: so lists come last.
        for place in sorted(places_of(cls).values(), key=lambda place: get_origin(place.kind) is tuple)
    )
    return tuple([(read, gather) for read, gather in gatherers if gather is not None])


def _add_kind(part: Part | None, kinds: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """Put the kind of a part before other kinds. A part that is no contact detail adds none."""
    kind = None if part is None else _KIND_OF_PART.get(part)
    return kinds if kind is None else tuple(dict.fromkeys((kind, *kinds)))


@cache
def _gatherer_of(annotation: object, kinds: tuple[Kind, ...]) -> _Gatherer | None:
    """Make the function that gathers the texts of a value that follow a contact detail; None if there can be none. The kinds are those of
    the details that the value itself follows.
    """
    if annotation in _TO_TEXT:
        to_text = _TO_TEXT[annotation]
        return (lambda value, gathered: gathered.append(DetailText(kinds, to_text(value)))) if kinds else None
    if get_origin(annotation) is tuple:
        return _gatherer_of_items(_gatherer_of(get_args(annotation)[0], kinds))
    members = beside_none(annotation)
    if len(members) > 1:
        gatherers = {member: gather for member in members if (gather := _gatherer_of(member, kinds))}
        return partial(_gather_any_of, gatherers) if gatherers else None
    if members[0] is not annotation:
        return _gatherer_of(members[0], kinds)
    return _gatherer_of_fields(annotation, kinds) if is_model(annotation) else None


_TO_TEXT: dict[object, Callable[[Any], str]] = {
    str: str,
    int: str,
    Url: lambda url: url.address,
    tuple[str, ...]: "\n".join,
}


def _gather_any_of(gatherers: dict[type[Any], _Gatherer], value: Any, gathered: list[DetailText]) -> None:
    gather = gatherers.get(type(value))
    if gather is not None:  # the other members of a union hold no such text
        gather(value, gathered)


def _gatherer_of_items(gather: _Gatherer | None) -> _Gatherer | None:
    if gather is None:
        return None

    def gather_items(items: tuple[Any, ...], gathered: list[DetailText]) -> None:
        for item in items:
            gather(item, gathered)

    return gather_items


def _gatherer_of_fields(cls: Any, kinds: tuple[Kind, ...]) -> _Gatherer | None:
    part_of, homes = placed_alone(cls), lives_in(cls)
    found = [
        (name, gather)
        for name, kind in fields_of(cls)
        if (gather := _gatherer_of(kind, ADDRESS if name in homes else _add_kind(part_of.get(name), kinds)))
    ]

    def gather_fields(record: Any, gathered: list[DetailText]) -> None:
        for name, gather in found:
            value = getattr(record, name)
            if value is not None:
                gather(value, gathered)

    return gather_fields if found else None
