"""Documents of others, read so that whatever nobody took is named by its path."""

import json
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from ..errors import InvalidValue
from ..model.building import expect

Json: TypeAlias = dict[str, Any]

_NAME = re.compile(r"[$A-Za-z_]{1,30}")


def object_of(document: bytes | str | Json) -> Json:
    """The object that a document is; nothing of it is in an error (LAW-7).

    Args:
        document: UTF-8 bytes, text, or an object.

    Raises:
        ValueError: it is no JSON of an object.
        TypeError: it is none of the three.
    """
    expect(document, bytes, str, dict)
    if not isinstance(document, dict):
        try:
            document = json.loads(document)
        except (ValueError, RecursionError):
            document = None  # type: ignore[assignment]  # raised below, so that the error holds nothing of the document
        if not isinstance(document, dict):
            raise ValueError("expected JSON of an object")
    return document


class Node:
    """An object of a document, which knows what of it was placed."""

    def __init__(self, values: object, path: str = "", *, of_list: bool = False) -> None:
        self._path, self._of_list = path, of_list
        self._values: Json = values if isinstance(values, dict) else {}
        self._left: dict[str, object] = dict(self._values) if isinstance(values, dict) else {"": values}
        self._inner: list[Node] = []

    def text(self, key: str) -> str | None:
        """A text, with every character that it has; None where there is none."""
        found = self._values.get(key)
        if not isinstance(found, str) or not found.strip() or "\0" in found:
            return None
        try:
            found.encode()
        except UnicodeEncodeError:  # half a character
            return None
        self._left.pop(key)
        return found

    def value(self, key: str, made: Any) -> Any:
        """A value that is made of a text; None, and the text left, where it cannot be."""
        found = self.text(key)
        if found is None:
            return None
        try:
            return made(found)
        except InvalidValue:
            self._left[key] = found
            return None

    def has(self, key: str) -> bool:
        """Whether something under a key was not placed."""
        return self._left.get(key) not in (None, "", [], {})

    def give_back(self, *keys: str) -> None:
        """Count what is under some keys as not placed."""
        self._left |= {key: self._values[key] for key in keys if key in self._values}

    def lines(self, *keys: str) -> list[str]:
        """The texts under some keys, and those of lists of texts."""
        found: list[str] = []
        for key in keys:
            if isinstance(self._values.get(key), list):
                items = {str(i): one for i, one in enumerate(self._values[key])}
                inner = Node(items, self._under(key), of_list=True)
                found += [text for i in inner._values if (text := inner.text(i)) is not None]
                self._left.pop(key)
                self._inner.append(inner)
            elif (text := self.text(key)) is not None:
                found.append(text)
        return found

    def node(self, key: str) -> "Node":
        """The object under a key; an empty one where there is none."""
        inner = Node(self._values.get(key, {}), self._under(key))
        self._left.pop(key, None)
        self._inner.append(inner)
        return inner

    def nodes(self, key: str) -> list["Node"]:
        """The objects in the list under a key."""
        found = self._values.get(key)
        if not isinstance(found, list):
            return []
        self._left.pop(key, None)
        made = [Node(one, f"{self._under(key)}[{i}]") for i, one in enumerate(found)]
        self._inner += made
        return made

    def unplaced(self) -> Iterator[str]:
        """The paths of all values that nobody took. An empty text, list or object holds nothing to be placed."""
        for key, found in self._left.items():
            if found not in (None, "", [], {}):
                yield self._under(key)
        for inner in self._inner:
            yield from inner.unplaced()

    def _under(self, key: str) -> str:
        if self._of_list:
            return f"{self._path}[{key}]"
        # What looks like no name may be what somebody typed (LAW-7).
        named = key if not key or _NAME.fullmatch(key) else "(a key)"
        return ".".join(part for part in (self._path, named) if part)
