"""The texts of a resume that follow a contact detail: an own section or field holds one as somebody wrote it (PHONE-1, CONTACT-2).

What is withheld as a field is looked for in all other texts, as the details of `Contact` are.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple, TypeAlias, get_args, get_origin

from ..model.building import fields_of, is_model, members_of
from ..model.own import placed_alone, places_of
from ..model.parts import Part
from ..model.resume import Resume
from ..model.sections import Contact
from ..model.values import Url
from ..text.kinds import Kind

_KINDS = {Part.MOBILE: Kind.PHONE, Part.EMAIL: Kind.EMAIL, Part.HOMEPAGE: Kind.HOMEPAGE}


class Told(NamedTuple):
    """A text that follows a contact detail.

    Args:
        kinds: of the details that it follows, that of the field itself first.
        text: as it is written.
    """

    kinds: tuple[Kind, ...]
    text: str

    def __repr__(self) -> str:
        return "<Told>"


_Teller: TypeAlias = Callable[[Any, list[Told]], None]


def told_in(resume: Resume[Any]) -> tuple[Told, ...]:
    """Every text of a resume that follows a contact detail; of the library's own sections none does.

    Args:
        resume: whose texts they are.
    """
    kind: Any = type(resume)
    told: list[Told] = []
    for path, tell in _tellers_of(kind):
        value: Any = resume
        for name in path:
            value = getattr(value, name)
        if value is not None:
            tell(value, told)
    return tuple(told)


Details: TypeAlias = dict[Kind, list[tuple[str, tuple[Kind, ...]]]]
"""Details by their kind, each with its tags, as `Known` takes them."""


def details_in(told: tuple[Told, ...], contact: Contact) -> Details:
    """The details in some texts, the longest writing of a number first.

    Args:
        told: the texts.
        contact: the details that are known anyway, and follow nothing else.
    """
    if not told:
        return {}
    from .details import details_of  # which hardly any resume needs

    return details_of(told, contact)


@cache
def _tellers_of(cls: Any) -> tuple[tuple[list[str], _Teller], ...]:
    every = (
        (place.path.split("."), _teller_of(place.kind, _also(place.part, ())))
        for place in places_of(cls).values()
    )
    return tuple([(path, tell) for path, tell in every if tell is not None])


def _also(part: Part | None, kinds: tuple[Kind, ...]) -> tuple[Kind, ...]:
    """Some kinds behind that of a part; a part that is no contact detail adds none."""
    kind = None if part is None else _KINDS.get(part)
    return kinds if kind is None else tuple(dict.fromkeys((kind, *kinds)))


@cache
def _teller_of(annotation: object, kinds: tuple[Kind, ...]) -> _Teller | None:
    """How to gather the texts of a value that follow a contact detail; None where none does.

    Args:
        annotation: of the value.
        kinds: of the details that the value itself follows.
    """
    if annotation in _WRITTEN:
        spelled = _WRITTEN[annotation]
        return (lambda value, told: told.append(Told(kinds, spelled(value)))) if kinds else None
    if get_origin(annotation) is tuple:
        return _of_each(_teller_of(get_args(annotation)[0], kinds))
    members = [member for member in members_of(annotation) if member is not type(None)]
    if len(members) > 1:
        tellers = {member: tell for member in members if (tell := _teller_of(member, kinds))}
        return (lambda value, told: tellers.get(type(value), _nothing)(value, told)) if tellers else None
    if members[0] is not annotation:
        return _teller_of(members[0], kinds)
    return _of_fields(annotation, kinds) if is_model(annotation) else None


_WRITTEN: dict[object, Callable[[Any], str]] = {
    str: str,
    int: str,
    Url: lambda url: url.address,
    tuple[str, ...]: "\n".join,
}


def _nothing(_value: object, _told: list[Told]) -> None:
    """Of other members of a union there is nothing to tell."""


def _of_each(tell: _Teller | None) -> _Teller | None:
    if tell is None:
        return None

    def of_each(items: tuple[Any, ...], told: list[Told]) -> None:
        for item in items:
            tell(item, told)

    return of_each


def _of_fields(cls: Any, kinds: tuple[Kind, ...]) -> _Teller | None:
    alone = placed_alone(cls)
    found = [
        (name, tell)
        for name, kind in fields_of(cls)
        if (tell := _teller_of(kind, _also(alone.get(name), kinds)))
    ]

    def of_fields(record: Any, told: list[Told]) -> None:
        for name, tell in found:
            value = getattr(record, name)
            if value is not None:
                tell(value, told)

    return of_fields if found else None
