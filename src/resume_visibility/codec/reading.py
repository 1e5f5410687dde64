"""JSON that is right, read at once: the way of nearly every document. What is not right is left to `structuring`.

A reader checks each field once and builds the object without its constructor, which would check all of them again; what
fields have to be together is asked of the object itself. Whatever is unusual raises `Unsure`, or anything else: the
caller then reads the document again in the way that explains, and that way alone decides. So a reader may be stricter
than it, and never more generous.
"""

import json
import re
from collections.abc import Callable
from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, TypeAlias, TypeVar, cast, get_args, get_origin

import attrs

from ..model.building import (
    MOST_CHARACTERS,
    MOST_ITEMS,
    NOT_TEXT,
    Checked,
    fields_of,
    members_of,
    most_items,
    stated_in_json,
)
from ..model.viewers import Viewer
from .leaves import LEAVES, Reader, Unsure, careful_text, choice, new, plain_text, spelled, together
from .parsing import MAX_BYTES, Document, is_too_large
from .spelling import KINDS, SPELLED

_T = TypeVar("_T")


@cache
def reader_of(annotation: Any, careful: bool, most: int = MOST_ITEMS) -> Reader:
    """How to read a value of this annotation.

    Args:
        annotation: of a field, or a class of the model.
        careful: whether strings may hold NUL or lone surrogates.
        most: how many items a list or set may have.
    """
    if annotation == Viewer:
        return _viewer(careful)
    if annotation in LEAVES:
        return LEAVES[annotation]
    if annotation is str:
        return careful_text if careful else plain_text
    if annotation in SPELLED:
        return spelled(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return choice(annotation)
    if get_origin(annotation) in (tuple, frozenset):
        return _sequence(annotation, reader_of(get_args(annotation)[0], careful), most)
    members = [member for member in members_of(annotation) if member is not NoneType]
    return _one_of(members, careful) if len(members) > 1 else _record(annotation, careful)


_DECODE = json.JSONDecoder().decode


def at_once(document: Document, target: type[_T]) -> _T | None:
    """What a document says, where there is nothing to say against it; None where it has to be looked at again.

    Args:
        document: of any kind, and as long as it likes.
        target: what it should be.
    """
    annotation: Any = target
    try:
        if type(document) is dict:
            if is_too_large(document):
                return None
            return cast("_T", reader_of(annotation, True)(document, []))
        if len(document) > MAX_BYTES:
            return None
        text = document.decode() if type(document) is bytes else cast("str", document)
        # Bytes that are UTF-8 hold no surrogate, and JSON no NUL, unless they are escaped.
        careful = "\\u" in text or (type(document) is str and not text.isascii())
        keys: list[int] = []
        loaded = reader_of(annotation, careful)(_DECODE(text.removeprefix("\ufeff")), keys)
        return cast("_T", loaded) if sum(keys) == _keys_in(text) else None
    except Exception:  # whatever is wrong, the way that explains will say it
        return None


def _keys_in(text: str) -> int:
    """How many keys a text of JSON spells, or more: in a string, an escaped quotation mark before a colon counts, too."""
    tabbed = "\t" in text or "\r" in text  # which strings hold only in escapes
    if " :" in text or "\n:" in text or tabbed:
        return len(_KEY.findall(text))
    return text.count('":')


_KEY = re.compile(r'"[ \t\n\r]*:')


def _sequence(annotation: Any, read: Reader, most: int) -> Reader:
    kind = get_origin(annotation)
    taken = (list, tuple) if kind is tuple else (list, tuple, set, frozenset)

    def items(value: Any, keys: list[int]) -> Any:
        if type(value) not in taken or len(value) > most:
            raise Unsure
        found = kind([read(one, keys) for one in value])
        if len(found) < len(value):  # a set with an item twice
            raise Unsure
        return found

    return items


def _one_of(members: list[Any], careful: bool) -> Reader:
    """A union of classes, distinguished by the keys that only one of them has."""
    readers = {member: reader_of(member, careful) for member in members}
    names = {member: {name for name, _ in fields_of(member)} for member in readers}
    keys_of = [
        (name, readers[member])
        for member in readers
        for name in names[member].difference(*(names[other] for other in readers if other is not member))
    ]

    def read(value: Any, keys: list[int]) -> Any:
        if type(value) in readers:
            return value
        [one] = {reader for name, reader in keys_of if name in value}
        return one(value, keys)

    return read


def _viewer(careful: bool) -> Reader:
    classes: dict[str, Any] = {**KINDS}
    readers = {kind: reader_of(cls, careful) for kind, cls in classes.items()}

    def read(value: Any, keys: list[int]) -> Any:
        if type(value) is not dict:
            raise Unsure
        rest = value.copy()
        read = readers[rest.pop("kind")]
        keys.append(1)
        return read(rest, keys)

    return read


def _record(cls: type[Any], careful: bool) -> Reader:
    texts, needed, optional = _fields(cls, careful)
    unnamed = [field for field in attrs.fields(cls) if not field.init]
    factories: list[Any] = [field.default for field in unnamed]
    made = [(getattr(cls, f.name).__set__, one.factory) for f, one in zip(unnamed, factories, strict=True)]
    least = len(texts) + len(needed)
    checked = cls._problems is not Checked._problems
    odd = NOT_TEXT.search if careful else None

    def read(value: Any, keys: list[int]) -> Any:
        if type(value) is not dict:
            if type(value) is cls:
                return value
            raise Unsure
        built, given = new(cls), least
        for name, put in texts:
            one = value[name]
            if type(one) is not str or not one or one.isspace() or len(one) > MOST_CHARACTERS:
                raise Unsure
            if odd is not None and odd(one):
                raise Unsure
            put(built, one)
        for name, put, read in needed:
            put(built, read(value[name], keys))
        for name, put, read, default in optional:
            if name in value:
                given += 1
                one = value[name]
                put(built, None if one is None and default is None else read(one, keys))
            else:
                put(built, default)
        if given < len(value):
            raise Unsure
        keys.append(given)
        for put, make in made:
            put(built, make())
        return together(built) if checked else built

    return read


_Put: TypeAlias = Callable[[Any, Any], None]
_Fields: TypeAlias = tuple[
    list[tuple[str, _Put]], list[tuple[str, _Put, Reader]], list[tuple[str, _Put, Reader, object]]
]


def _fields(cls: type[Any], careful: bool) -> _Fields:
    """The fields that a document names: texts, others that it has to name, and those with a default.

    An object that has no constructor is filled by the descriptors of its slots. Only a field whose default is None
    takes null.
    """
    texts, needed, optional = [], [], []
    stated, most = stated_in_json(cls), most_items(cls)
    for name, kind in fields_of(cls):
        put: _Put = getattr(cls, name).__set__
        default: Any = attrs.fields_dict(cls)[name].default
        if default is not attrs.NOTHING and name not in stated:
            if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class, whatever its stub says
                default = default.factory()  # frozen, as every default of the model, and so one for all
            members = [member for member in members_of(kind) if member is not NoneType]
            read = reader_of(members[0] if len(members) == 1 else kind, careful, most.get(name, MOST_ITEMS))
            optional.append((name, put, read, default))
        elif kind is str:
            texts.append((name, put))
        else:
            needed.append((name, put, reader_of(kind, careful, most.get(name, MOST_ITEMS))))
    return texts, needed, optional
