"""The sources of values in a mapping."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import attrs

from .. import interchange as public  # by which an annotation names what stands further down


@attrs.frozen(init=False, eq=False)
class From:
    """A value that is made from other values.

    Args:
        paths: one or more, in the row; a path through a list ("tags[].name") gives the list of all values. Of several
            such paths, each list has None for a missing value: so values that belong together keep the same place.
        by: makes the value, from one argument for each path, None for a missing one; it is not called if all are missing. If it gives
            None, the values have no place. Or a table in which one value is looked up. Its arguments count as placed, with all that is
            in them. The problems of an `InvalidValue` that it raises, such as that of `load_settings`, are listed. Any other error that
            it raises is never shown: the value does not fit.
    """

    paths: tuple[str, ...]
    by: "Callable[..., object] | Mapping[Any, object]"

    def __init__(self, *paths: str, by: "Callable[..., object] | Mapping[Any, object]") -> None:
        self.__attrs_init__(paths, by)


@attrs.frozen(eq=False)
class InPart:
    """What a function made of values that hold more than has a place: they are named as without one.

    Args:
        value: for the field.
    """

    value: object


@attrs.frozen(eq=False)
class Constant:
    """A value that is the same for every row, and that no row states.

    Args:
        value: as in JSON or Python. An item or object with nothing else in it is left out.
    """

    value: object


@attrs.frozen(eq=False)
class Each:
    """The items of a list, each made from an item of a list in the row.

    Args:
        path: the path of the list: "jobs"; "firms[].posts" for the posts of every firm, where "^name" is the name of the firm. A value
            that is no list counts as a list of one, but a text where blocks or clients belong (BLOCK-2): "" is the row itself.
        fields: the sources of the fields of an item, or of the item itself if it is a single value; paths start from the item. Where items
            are of two classes, such as blocks of companies and of words, name the fields of both.
    """

    path: str
    fields: "public.Fields | str | From" = ""


Source: TypeAlias = str | From | Constant | Each | Sequence[Each]
"""The source of a value: a path such as "user.name" (by attribute or key, through a list "jobs[].title"), or one of the others."""
Fields: TypeAlias = Mapping[str, Source]
"""Paths of the library, such as "basics.name.full", with their sources."""
