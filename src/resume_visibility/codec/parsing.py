"""Parses a document into plain dicts, lists and strings: strictly, and with no value of it in any error."""

import json
import re
from enum import Enum
from typing import Any, NamedTuple, TypeAlias

from ..errors import Problem
from ..model.arguments import mistake
from ..model.building import GREATEST_WHOLE, LEAST_WHOLE

JsonDocument: TypeAlias = bytes | str | dict[str, Any]
"""A document in JSON: UTF-8 bytes, text, or what `json.loads` makes of them."""

MAX_BYTES = 2 * 1024 * 1024
"""A larger document is refused unread. The size of a dict is the number of its values and keys, and of the characters in them."""
TOO_LARGE = (Problem("", f"expected at most {MAX_BYTES} bytes"),)


class Refused(NamedTuple):
    """The reason why a document was not loaded, as data: the error is raised where the document is no longer in reach (LAW-7).

    Args:
        problems: the problems of the document.
        mistake: instead, a mistake of the program that passed it.
    """

    problems: tuple[Problem, ...] = ()
    mistake: str | None = None


def refused(expected: str) -> Refused:
    """A document that is refused as a whole.

    Args:
        expected: what would be right.
    """
    return Refused((Problem("", f"expected {expected}"),))


class Object(dict[Any, Any]):
    """A JSON object that remembers how many of its keys came twice."""

    repeated = 0


class _NotJson(Enum):
    """Stands for a value that is no JSON; no type accepts it."""

    NUMBER = "number"


def parse(document: JsonDocument, name: str = "document") -> Any | Refused:
    """Parse a document, or say why it is no document.

    Args:
        document: UTF-8 bytes, text, or what `json.loads` makes of them.
        name: the name of the argument.
    """
    kind = stored_as(document, dict, bytes, str)
    if kind is None:
        return Refused(mistake=str(mistake(name, "bytes, a str or a dict", document)))
    if kind is dict:
        return refused(too_much) if (too_much := excess(document)) else document
    data: bytes | str = kind.__getitem__(document, slice(None))  # of a subclass, what it holds
    return parse_text(
        data, object_pairs_hook=_object, parse_constant=lambda _: _NotJson.NUMBER, parse_int=_whole
    )


def is_too_large(data: bytes | str) -> bool:
    """Whether a document has more than `MAX_BYTES` bytes; a text, as it is stored in UTF-8."""
    if isinstance(data, str) and 4 * len(data) > MAX_BYTES and len(data) <= MAX_BYTES and not data.isascii():
        return len(data.encode(errors="surrogatepass")) > MAX_BYTES
    return len(data) > MAX_BYTES


def parse_text(data: bytes | str, **hooks: Any) -> Any | Refused:
    """Parse JSON, or say why it is none."""
    if is_too_large(data):
        return Refused(TOO_LARGE)
    try:
        text = data.decode() if isinstance(data, bytes) else data
        return json.loads(text.removeprefix("\ufeff"), **hooks)
    except UnicodeDecodeError:
        return refused("UTF-8")
    except RecursionError:
        return refused("JSON nested less deeply")
    except json.JSONDecodeError as error:
        is_path = isinstance(data, str) and _LIKE_A_PATH.fullmatch(data)
        if not text.strip():
            return refused("a JSON object; the document is empty")
        return refused(f"a JSON object; {_NO_PATH if is_path else _place(error)}")


def _place(error: json.JSONDecodeError) -> str:
    """The place where a text is no JSON. For a text of one line, as in a file of many documents, only the column."""
    if "\n" in error.doc.strip():
        return f"mistake at line {error.lineno}, column {error.colno}"
    return f"mistake at column {min(error.pos, len(error.doc.rstrip())) + 1}"


_LIKE_A_PATH = re.compile(r"[^\s{}\[\]\"]{1,300}\.json\s*")
_NO_PATH = "text is read as JSON, not as the path of a file; give what the file holds"
MANY: tuple[Any, ...] = (list, tuple, set, frozenset)
"""The types of which a list can be made."""


def excess(document: object, most_values: int = MAX_BYTES) -> str:
    """Say what a dict would have to hold, if it holds more than that, or itself; empty if it does not.

    Args:
        document: a dict that may hold lists, tuples, sets and dicts.
        most_values: the most keys and values that it may hold.
    """
    left, values_left = MAX_BYTES, most_values
    pending: list[Any] = [document]
    while pending and left >= 0 and values_left >= 0:
        one = pending.pop()
        left -= 1
        values_left -= 1
        if type(one) is str:  # as most are
            left -= len(one)
            continue
        kind = stored_as(one, str, dict, *MANY)
        if kind is str:
            left -= str.__len__(one)
        elif kind is dict:
            pending += dict.keys(one)
            pending += dict.values(one)
        elif kind is not None:
            pending += kind.__iter__(one)
    if left < 0:
        return f"at most {MAX_BYTES} values and characters"
    return f"at most {most_values} keys and values" if values_left < 0 else ""


def stored_as(value: object, *kinds: type[Any]) -> type[Any] | None:
    """Find how a value is stored. A subclass may say anything of itself, or fail; the methods of this type read what it holds.

    Args:
        value: of any type; one that only calls itself one of these is none.
        kinds: types without a common subclass.
    """
    # A loop: every value of a document that Python made comes here.
    own = type(value)
    for kind in kinds:
        if issubclass(own, kind):
            return kind
    return None


def with_text_keys(value: dict[Any, Any]) -> Object:
    """A dict as it is stored, with None for each key that is no string. A string of a subclass may equal any other, or fail when it is
    compared.
    """
    found = Object({key if type(key) is str else None: item for key, item in dict.items(value)})
    found.repeated = value.repeated if type(value) is Object else 0
    return found


def _object(pairs: list[tuple[str, Any]]) -> Object:
    found = Object(pairs)
    found.repeated = len(pairs) - len(found)
    return found


_LONGEST = len(str(LEAST_WHOLE))


def _whole(digits: str) -> int:
    # With more digits, any number that is too great will do: Python takes long to read so many.
    return int(digits) if len(digits) <= _LONGEST else GREATEST_WHOLE + 1
