"""Whether anything of a document is lost without a word, or made up: a value taken away or changed at a time, and looked for word by word."""

import copy
import re
from collections.abc import Callable, Iterator
from typing import Any

import attrs

from resume_visibility import Resume, Settings
from resume_visibility.interchange import Read
from resume_visibility.model import MobileNumber
from resume_visibility.model.building import fields_of, is_model

Reads = Callable[[Any], Read[Any]]


def leaves(value: Any, path: str = "") -> Iterator[tuple[str, list[str | int]]]:
    """Every single value of a document in which there is something: its path, and the keys that lead to it."""
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        here = f"{path}[{key}]" if isinstance(key, int) else f"{path}.{key}" if path else key
        if isinstance(inner, (dict, list)):
            yield from ((deeper, [key, *keys]) for deeper, keys in leaves(inner, here))
        elif inner not in (None, "", False, "false"):  # which say as little as what is missing
            yield here, [key]


def _left_out(inside: Any, key: str | int) -> None:
    if isinstance(inside, list):
        inside[int(key)] = None  # so that the others keep their places
    else:
        del inside[key]


def _changed(inside: Any, key: str | int) -> None:
    value = inside[key]
    inside[key] = f"{value}x" if isinstance(value, str) else not value if value is True else value + 1


def _differs(
    document: Any,
    keys: list[str | int],
    reads: Reads,
    read: Read[Any],
    change: Callable[[Any, str | int], None],
) -> bool:
    other = copy.deepcopy(document)
    inside = other
    for key in keys[:-1]:
        inside = inside[key]
    change(inside, keys[-1])
    try:
        return reads(other) != read
    except ValueError:  # it was needed
        return True


def lost(document: Any, reads: Reads, ignored: tuple[str, ...] = ()) -> list[str]:
    """The paths of values that make no difference, though nobody says that they have no place."""
    read = reads(copy.deepcopy(document))
    found = []
    for path, keys in leaves(document):
        named = [one for one in read.unplaced if path == one or path.startswith((f"{one}.", f"{one}["))]
        plain = re.sub(r"\[\d+\]", "[]", path)
        if named or any(plain == one or plain.startswith((f"{one}.", f"{one}[")) for one in ignored):
            continue
        if not any(_differs(document, keys, reads, read, change) for change in (_left_out, _changed)):
            found.append(path)
    return found


def texts(value: Any) -> Iterator[str]:
    """Every text of a resume that a person may have written."""
    for name, kind in fields_of(type(value)):
        inner = getattr(value, name)
        for one in inner if isinstance(inner, (tuple, frozenset)) else (inner,):
            if is_model(type(one)) and not isinstance(one, MobileNumber):
                yield from texts(one)
            elif isinstance(one, str) and "opaque" not in str(kind):
                yield one


def made_up(resume: Resume[Any], document: Any) -> list[str]:
    """The words of a resume that are nowhere in its document, in a value or key."""
    said = re.sub(r"[_.]", " ", repr(document).replace("\\n", " ")).casefold()
    resume = attrs.evolve(resume, settings=Settings())
    found = [word for text in texts(resume) for word in text.replace(",", " ").split()]
    return [word for word in found if re.sub(r"[_.]", " ", repr(word)[1:-1]).casefold() not in said]
