"""Reads right JSON at once: the way of nearly every document. Everything else is left to `structuring`.

A reader checks each field once and builds the object without its constructor, which would check all fields again. The object
itself checks its fields together. Anything unusual raises `Unsure`, or another error: the caller then reads the document again
in the way that explains errors, and only that way decides. So a reader may be stricter than that way, and never more generous.
"""

import json
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, TypeAlias, TypeVar, cast, get_args, get_origin

import attrs

from ..model.building import (
    MOST_CHARACTERS,
    MOST_ITEMS,
    beside_none,
    checks_beyond_types,
    fields_of,
    is_collection,
    is_enumeration,
    most_items,
    names_of,
    stated_in_json,
)
from ..model.viewers import KINDS, Viewer
from .expecting import discriminator_of
from .leaves import (
    LEAVES,
    WEIGHT,
    Look,
    Reader,
    Unsure,
    careful,
    choice,
    measured,
    new,
    sound,
    spelled,
    text_reader,
)
from .parsing import MAX_BYTES, JsonDocument, excess, is_too_large
from .spelling import SPELLED

_T = TypeVar("_T")


@cache
def reader_of(annotation: Any, look: Look | None, most: int = MOST_ITEMS) -> Reader:
    """Make the reader of a value of this annotation.

    Args:
        annotation: the annotation of a field, or a class of the model.
        look: a further check of its texts.
        most: the most items of a list or set.
    """
    if annotation == Viewer:
        return _viewer(look)
    if annotation in LEAVES:
        return LEAVES[annotation]
    if annotation is str:
        return text_reader(look)
    if annotation in SPELLED:
        return spelled(annotation, look)
    if is_enumeration(annotation):
        return choice(annotation)
    if is_collection(annotation):
        return _sequence(annotation, look, most)
    members = beside_none(annotation)
    return _one_of(members, look) if len(members) > 1 else _record(annotation, look)


_DECODE = json.JSONDecoder().decode


def at_once(document: JsonDocument, target: type[_T]) -> _T | None:
    """Read a document in which nothing is wrong; None if it must be read again."""
    annotation: Any = target
    try:
        if type(document) is dict:
            sizes: list[int] = []
            read = cast("_T", reader_of(annotation, measured)(document, sizes))
            return read if sum(sizes) < MAX_BYTES or not excess(document) else None
        if type(document) not in (bytes, str) or is_too_large(cast("bytes | str", document)):
            return None
        text = document.decode() if type(document) is bytes else cast("str", document)
        # UTF-8 bytes hold no surrogate, and JSON no NUL, unless they are escaped.
        odd = ("\\" in text and "\\u" in text) or (type(document) is str and not text.isascii())
        keys: list[int] = []
        loaded = reader_of(annotation, careful if odd else None)(_DECODE(text.removeprefix("\ufeff")), keys)
        return cast("_T", loaded) if sum(keys) == _keys_in(text) else None
    except Exception:  # whatever is wrong, the other way will explain it
        return None


def _keys_in(text: str) -> int:
    """Count the keys in a text of JSON, or more: an escaped quotation mark before a colon in a string counts, too."""
    tabbed = "\t" in text or "\r" in text  # strings hold these only in escapes
    if tabbed or " :" in text or "\n:" in text:
        return len(_KEY.findall(text))
    return text.count('":')


_KEY = re.compile(r'"[ \t\n\r]*:')


def _sequence(annotation: Any, look: Look | None, most: int) -> Reader:
    kind, read = get_origin(annotation), reader_of(get_args(annotation)[0], look)
    weight = WEIGHT if look is measured else 0
    taken = (list, tuple) if kind is tuple else (list, tuple, set, frozenset)

    def items(value: Any, keys: list[int]) -> Any:
        if type(value) not in taken or len(value) > most:
            raise Unsure
        found = kind([read(one, keys) for one in value])
        if len(found) < len(value):  # a set with an item twice
            raise Unsure
        keys.append(len(found) * weight)
        return found

    return items


def _one_of(members: tuple[Any, ...], look: Look | None) -> Reader:
    """A union of classes. They are distinguished by keys that only one of them has; one of them may be spelled as a string."""
    readers = {member: reader_of(member, look) for member in members}
    classes_for = discriminator_of(members)

    def read(value: Any, keys: list[int]) -> Any:
        if type(value) in readers:
            return value
        [kind] = classes_for(value)
        return readers[kind](value, keys)

    return read


def _viewer(look: Look | None) -> Reader:
    classes: dict[str, Any] = {**KINDS}
    readers = {kind: reader_of(cls, look) for kind, cls in classes.items()}
    weight = _weight(["kind"], look)

    def read(value: Any, keys: list[int]) -> Any:
        if type(value) is not dict:
            raise Unsure
        rest = value.copy()
        read = readers[rest.pop("kind")]
        keys.append(weight)
        return read(rest, keys)

    return read


def _weight(names: Iterable[str], look: Look | None) -> int:
    """The weight of a field: one, or the size of key and value."""
    return WEIGHT + max(map(len, names)) if look is measured else 1


def _record(cls: type[Any], look: Look | None) -> Reader:
    texts, others, optional_texts, optional = _fields(cls, look)
    unnamed = [field for field in attrs.fields(cls) if not field.init]
    made = [(getattr(cls, one.name).__set__, cast("Any", one.default).factory) for one in unnamed]
    every = len(texts) + len(others) + len(optional_texts) + len(optional)
    kind: Any = cls
    checks = checks_beyond_types(kind)
    weight = _weight(names_of(cls), look)

    def read(value: Any, keys: list[int]) -> Any:
        if type(value) is not dict:
            if type(value) is cls:
                return value
            raise Unsure
        built, missing = new(cls), 0
        for name, put in texts:
            one = value[name]
            if type(one) is not str or not one or one.isspace() or len(one) > MOST_CHARACTERS:
                raise Unsure
            if look is not None:
                look(one, keys)
            put(built, one)
        for name, put, read in others:
            put(built, read(value[name], keys))
        for name, put, default in optional_texts:
            if name not in value:
                missing += 1
                put(built, default)
                continue
            one = value[name]
            if type(one) is str and one and not one.isspace() and len(one) <= MOST_CHARACTERS:
                if look is not None:
                    look(one, keys)
            elif one is not None or default is not None:
                raise Unsure
            put(built, one)
        for name, put, default, read in optional:
            if name in value:
                one = value[name]
                put(built, None if one is None and default is None else read(one, keys))
            else:
                missing += 1
                put(built, default)
        if len(value) + missing != every:
            raise Unsure
        keys.append(len(value) * weight)
        for put, make in made:
            put(built, make())
        return sound(built, checks) if checks else built

    return read


_Put: TypeAlias = Callable[[Any, Any], None]
_Fields: TypeAlias = tuple[
    list[tuple[str, _Put]],
    list[tuple[str, _Put, Reader]],
    list[tuple[str, _Put, object]],
    list[tuple[str, _Put, object, Reader]],
]


def _fields(cls: type[Any], look: Look | None) -> _Fields:
    """The fields that a document has to name, texts and others, and the fields with a default, texts and others.

    An object without a call of its constructor is filled by the descriptors of its slots. Only a field whose default is None
    takes null.
    """
    found: _Fields = ([], [], [], [])
    texts, others, optional_texts, optional = found
    stated, most = stated_in_json(cls), most_items(cls)
    for name, kind in fields_of(cls):
        put: _Put = getattr(cls, name).__set__
        default: Any = attrs.fields_dict(cls)[name].default
        if default is attrs.NOTHING or name in stated:
            if kind is str:
                texts.append((name, put))
            else:
                others.append((name, put, reader_of(kind, look, most.get(name, MOST_ITEMS))))
            continue
        if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class, whatever its stub says
            default = default.factory()  # frozen, like every default of the model, and so one for all
        members = beside_none(kind)
        alone = members[0] if len(members) == 1 else kind
        if alone is str:
            optional_texts.append((name, put, default))
        else:
            optional.append((name, put, default, reader_of(alone, look, most.get(name, MOST_ITEMS))))
    return found
