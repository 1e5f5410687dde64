"""Where values come from, as a mapping says it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import attrs


@attrs.frozen(init=False, eq=False)
class From:
    """A value that is made of others.

    Args:
        paths: one or more, in the row; through a list ("tags[].name") it is the list of all there are.
        by: makes the value, of one argument for each path, None for what is missing; it is not asked where all are. None of it: the
            values have no place. Or a table, by which one value is looked up. What it gets counts as placed, with all that is in it.
            What it raises is never shown: the value does not fit.
    """

    paths: tuple[str, ...]
    by: "Callable[..., object] | Mapping[Any, object]"

    def __init__(self, *paths: str, by: "Callable[..., object] | Mapping[Any, object]") -> None:
        self.__attrs_init__(paths, by)


@attrs.frozen(eq=False)
class Constant:
    """A value that every row has, though none says so.

    Args:
        value: as JSON or Python has it. An item or object in which there is nothing else is left out.
    """

    value: object


@attrs.frozen(eq=False)
class Each:
    """The items of a list, one made of each item of a list in the row.

    Args:
        path: of the list: "jobs"; "firms[].posts" for those of every firm, where "^name" is then the firm's. What is no list counts as a
            list of one: "" is the row itself.
        fields: what the fields of an item are made of, or the item itself where it is a single value; paths are seen from the item.
    """

    path: str
    fields: "Fields | str | From" = ""


Source: TypeAlias = str | From | Constant | Each | Sequence[Each]
"""Where a value comes from: a path such as "user.name" (by attribute or key, through a list "jobs[].title"), or one of the others."""
Fields: TypeAlias = Mapping[str, Source]
"""For paths of the library, such as "basics.name.full", where they come from."""
