"""Reads what leaves a service in any form: a view, plain data, JSON in bytes or in text, or an object of its own. Compares such answers."""

import gc
import json
import types
from collections.abc import Iterator
from itertools import takewhile
from typing import Any, Final, NamedTuple

from ..codec.dumping import dump_view, view_to_dict
from ..model.building import is_model, names_of
from ..model.names import PersonName
from ..projection.form_view import FormView
from ..projection.view import ResumeView


class Claims(NamedTuple):
    """The claims of a view about itself, in the spelling of JSON."""

    withheld: frozenset[str]
    channels: frozenset[str]
    actions: frozenset[str]


def reachable_texts(root: object) -> Iterator[str | bytes]:
    """All text and bytes that can be reached from an object by the garbage collector."""
    seen: set[int] = set()
    pending = [root]
    while pending:
        found = pending.pop()
        if id(found) in seen or isinstance(found, (type, types.ModuleType, types.FunctionType)):
            continue
        seen.add(id(found))
        if isinstance(found, (str, bytes)):
            yield found
        pending.extend(gc.get_referents(found))


def leaves_of(seen: object) -> Iterator[object]:
    """The innermost values of plain data: lists and dicts are opened, and bytes and text that are JSON are read."""
    match seen:
        case dict():
            for key, value in seen.items():
                yield from leaves_of(key)
                yield from leaves_of(value)
        case list() | tuple() | set() | frozenset():
            for value in seen:
                yield from leaves_of(value)
        case str() | bytes() | bytearray():
            text = seen if isinstance(seen, str) else bytes(seen).decode("utf-8", "replace")
            yield text
            parsed = _parse_json(text)
            if parsed is not None:
                yield from leaves_of(parsed)
        case _:
            yield seen


def _parse_json(text: str) -> Any:
    """The value of a JSON text; None if it is no object or list of JSON."""
    if not text.lstrip().startswith(("{", "[")):
        return None
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def texts_in(seen: object) -> list[str]:
    """Every text in what left the service: in plain data, in its JSON, and in whatever an object of its own can reach."""
    texts: list[str] = []
    for leaf in leaves_of(seen):
        if isinstance(leaf, (ResumeView, FormView)):
            texts += texts_in(view_to_dict(leaf))
        for found in reachable_texts(leaf):
            texts += [text for text in leaves_of(found) if isinstance(text, str)]
    return texts


def objects_in(seen: object) -> list[object]:
    """The objects in what left the service that are no plain data, and so have their own representation."""
    plain = (str, int, float, type(None))
    return [leaf for leaf in leaves_of(seen) if type(leaf) not in plain]


def claims_of(seen: object) -> Claims | None:
    """The claims of all views in what left the service, taken together; None if there is no view.

    Args:
        seen: a view, or the result of `view_to_dict` or `dump_view`, alone or inside something else.
    """
    found = list(_claims_in(seen))
    if not found:
        return None
    return Claims(
        frozenset.intersection(*(one.withheld for one in found)),
        frozenset[str]().union(*(one.channels for one in found)),
        frozenset[str]().union(*(one.actions for one in found)),
    )


def _claims_in(seen: object) -> Iterator[Claims]:
    match seen:
        case ResumeView() | FormView():
            yield from _claims_in(view_to_dict(seen))
        case {"withheld": list() | tuple() as withheld, "actions": list() | tuple() as actions}:
            yield Claims(frozenset(withheld), _channels(seen), frozenset(actions))
        case dict():
            for value in seen.values():
                yield from _claims_in(value)
        case list() | tuple():
            for value in seen:
                yield from _claims_in(value)
        case str() | bytes() | bytearray():
            text = seen if isinstance(seen, str) else bytes(seen).decode("utf-8", "replace")
            yield from _claims_in(_parse_json(text))
        case _:
            for found in reachable_texts(seen):
                yield from _claims_in(found)


def _channels(view: object) -> frozenset[str]:
    match view:
        case {"contact": {"channels": list() | tuple() as channels}}:
            return frozenset(channels)
        case _:  # a form has none
            return frozenset()


def document_texts(value: object) -> Iterator[str]:
    """Every text of a resume or form, as it is written there; of a name only the whole, which is not in an honorific."""
    if isinstance(value, PersonName):
        yield value.full
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple | frozenset):
        for item in value:
            yield from document_texts(item)
    elif is_model(type(value)):
        for name in names_of(type(value)):
            yield from document_texts(getattr(value, name))


def joined_texts(seen: object) -> str:
    """Every text in what left the service, joined to one text."""
    return "\0".join(texts_in(seen))


def expect_same(seen: object, same: object, message: str) -> None:
    """Expect two answers to be equal and written alike.

    Args:
        seen: one of the values that left the service.
        same: the other.
        message: what is wrong if they differ.

    Raises:
        AssertionError: they differ.
    """
    is_equal = seen == same  # `!=` may say something else, of a text that only compares otherwise
    if not is_equal:
        raise AssertionError(f"{message}{_first_difference(seen, same)}")
    if repr(seen) != repr(same):
        raise AssertionError(f"{message}, by the repr{_first_difference(repr(seen), repr(same))}")


def expect_none(seen: object, message: str) -> None:
    """Expect that nothing is shown.

    Args:
        seen: the value that left the service.
        message: what is wrong if it is not None.

    Raises:
        AssertionError: it is not None.
    """
    if seen is not None:
        raise AssertionError(f"{message}: expected None, got {_written(seen)[: 2 * _AROUND]!r}")


def _first_difference(seen: object, same: object) -> str:
    """Both answers from a little before they begin to differ; empty if they are written alike."""
    one, other = _written(seen), _written(same)
    if one == other:
        return ""
    at = len([*takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))])
    around = slice(max(0, at - _AROUND), at + _AROUND)
    return f": {one[around]!r}, and {other[around]!r}"


_AROUND: Final = 40


def _written(seen: object) -> str:
    match seen:
        case str():
            return seen
        case bytes():
            return seen.decode("utf-8", "replace")
        case ResumeView() | FormView():  # whose repr shows nothing
            return dump_view(seen).decode()
        case _:
            return repr(seen)
