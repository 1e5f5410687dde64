"""The text of a cell, in the viewer's language: a Chinese table has Chinese names of fields and Chinese words for choices."""

from collections.abc import Callable, Collection
from functools import cache
from typing import Any, TypeAlias, assert_never, get_args, get_origin

from ..codec.expecting import discriminator_of
from ..model.building import fields_of, is_model, members_of
from ..model.language import Language, Words
from ..model.values import Period, PhoneNumber
from .words import CHOICES, FIELDS

Cell: TypeAlias = str | int

_EXACT_LIMIT = 10**15
"""A spreadsheet keeps fifteen digits of a number, and shows others in the place of the rest."""


def cell_of(value: Any, kind: Any, language: Language) -> Cell:
    """The cell of a plain value.

    Args:
        value: as JSON has it.
        kind: the annotation of its field; a choice or field of one's own is written as JSON has it.
        language: the viewer's language.
    """
    return value if type(value) is int and abs(value) < _EXACT_LIMIT else text_of(value, kind, language)


def text_of(value: Any, kind: Any, language: Language) -> str:
    """The text of a plain value."""
    match value:
        case None:
            return ""
        case bool():
            return _SWITCH_WORDS[value].said(language)
        case str():
            return _words_for(kind, language).get(value, value)
        case [{}, *_]:
            return "\n\n".join(lines_of(item, item_of(kind), language) for item in value)
        case list():
            return _COMMA.said(language).join(text_of(item, item_of(kind), language) for item in value)
        # Other keys, which an item of one's own may have, are not lost. Nor are its names of fields, if it has these keys alone.
        case {"start": str(start), **rest} if rest.keys() <= {"end"} and _may_be(Period, kind, value):
            return f"{start} – {rest.get('end', _NOW.said(language))}".rstrip()
        case {"e164": number, **rest} if rest.keys() <= {"extension"} and _may_be(PhoneNumber, kind, value):
            return (
                f"{number} {_EXTENSION.said(language)} {rest['extension']}" if "extension" in rest else number
            )
        case dict():
            return lines_of(value, kind, language)
        case _:
            return str(value)


def lines_of(item: dict[str, Any], kind: Any, language: Language) -> str:
    """The text of an item, one field a line."""
    cls = _class_of(kind, item)
    kinds = dict(fields_of(cls)) if cls else {}
    names = _names_for(cls, language) if cls else {}
    colon = _COLON.said(language)
    return "\n".join(
        f"{names.get(key, key)}{colon}{text_of(value, kinds.get(key), language)}"
        for key, value in item.items()
    )


_COLON, _COMMA = Words(": ", "："), Words(", ", "、")
_SWITCH_WORDS = {True: Words("yes", "是"), False: Words("no", "否")}
_NOW, _EXTENSION = Words("", "至今"), Words("ext.", "转")


@cache
def item_of(kind: Any) -> Any:
    """The annotation of the items of a list.

    Args:
        kind: the annotation of the list; anything else has no items, and gives None.
    """
    for member in members_of(kind):
        if get_origin(member) in (tuple, frozenset):
            return get_args(member)[0]
    return None


@cache
def _words_for(kind: Any, language: Language) -> dict[str, str]:
    """The words for the choices that a field has, by code."""
    return _words_in(language, *(CHOICES[member] for member in members_of(kind) if member in CHOICES))


@cache
def _classes_in(kind: Any) -> Callable[[object], Collection[type[Any]]]:
    classes: list[Any] = [member for member in members_of(kind) if is_model(member)]
    return discriminator_of(classes)


def _class_of(kind: Any, item: dict[str, Any]) -> type[Any] | None:
    """The class of an item in plain values; None if its annotation does not say."""
    found = _classes_in(kind)(item)
    return next(iter(found)) if len(found) == 1 else None


def _may_be(cls: type[Any], kind: Any, item: dict[str, Any]) -> bool:
    """Whether an item is of a class, as far as its annotation says."""
    found = _class_of(kind, item)
    return found is None or issubclass(found, cls)


def _names_for(cls: type[Any], language: Language) -> dict[str, str]:
    """The names of the fields of a class, by key; a field of one's own has no other."""
    return _words_in(language, *(FIELDS[base] for base in cls.__mro__ if base in FIELDS))


def _words_in(language: Language, *chinese: dict[str, str]) -> dict[str, str]:
    """The first of these tables of Chinese words; none in English, where the codes are the words."""
    match language:
        case Language.ZH:
            return next(iter(chinese), {})
        case Language.EN:
            return {}
        case _:
            assert_never(language)
