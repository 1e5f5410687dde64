"""Sections and fields of a platform's own: which part of the policy each follows, and what it may hold.

A platform declares two classes: a subclass of `Resume` for what goes in, and a subclass of `ShownSections` for what a view shows.
The fields of the latter name the part of the policy that each follows. The table of the policy stays as it is. Anything that is not
classified stops the import of the module that declares it (LAW-5).
"""

from datetime import datetime
from functools import cache
from typing import Any, NamedTuple, get_args

import attrs

from .building import FOLLOWS, fields_of, names_of
from .following import FOLLOWED as FOLLOWED
from .following import follows as follows
from .parts import Part
from .regions import IpRegion
from .shown import ShownSections
from .values import MonthlySalary, Period, YearMonth

CLOSED = (int, bool, datetime, YearMonth, Period, MonthlySalary, IpRegion)
"""Types that cannot hold text. Enumerations cannot either, and no person writes an `Id`."""

GOVERNING = frozenset(
    {
        "id",
        "candidate",
        "basics",
        "settings",
        "applications",
        "virtual_numbers",
        "conversations",
        "consents",
        "identity_verified",
        "revision",
        "age_verified",
        "account",
        "deleted",
        "community",
    }
)
"""The fields of a resume that decide. They are never shown."""

FORM_GOVERNING = frozenset(
    {
        "id",
        "candidate",
        "company",
        "basics",
        "settings",
        "handed_in",
        "withdrawn",
        "talk",
        "revision",
        "age_verified",
        "account",
        "deleted",
    }
)
"""The fields of a form that decide. They are never shown; of the talk, the record of delivery is a part."""


BESIDE_SECTIONS = frozenset({"name", "contact"})
"""The fields of the basics that are no sections: a view has the display name and the ways to reach the candidate in their place."""


class Place(NamedTuple):
    """The place of a section in a resume and in the policy.

    Args:
        part: whoever is granted it sees the section; None for the owner alone.
        path: the attributes that lead to it from the resume.
        kind: the annotation of its field.
    """

    part: Part | None
    path: str
    kind: Any


def places_of(cls: Any) -> dict[str, Place]:
    """Every section of a resume, by name."""
    root, shown = dict(fields_of(cls)), shown_of(cls)
    basics = dict(fields_of(root["basics"]))
    paths = {name: (name, kind) for name, kind in root.items() if name not in GOVERNING}
    paths |= {name: (f"basics.{name}", kind) for name, kind in basics.items() if name not in BESIDE_SECTIONS}
    return {name: Place(part_followed(shown, name), path, kind) for name, (path, kind) in paths.items()}


@cache
def shown_of(cls: Any) -> type[ShownSections]:
    """The class of the sections that a view of such a resume shows."""
    for one in cls.__mro__:
        for base in vars(one).get("__orig_bases__", ()):
            for argument in get_args(base):
                if isinstance(argument, type) and issubclass(argument, ShownSections):
                    return argument
    return ShownSections


def part_followed(shown: type[ShownSections], name: str) -> Part | None:
    """The part of the policy that a section follows; None if it is for the owner alone."""
    if name in attrs.fields_dict(ShownSections):
        return Part(name)
    part: Part | None = attrs.fields_dict(shown)[name].metadata.get(FOLLOWS)
    return part


@cache
def own_sections(shown: Any) -> dict[str, Part | None]:
    """The sections of one's own that a view has, and the part that each follows."""
    library = attrs.fields_dict(ShownSections)
    return {name: part_followed(shown, name) for name in names_of(shown) if name not in library}


def placed_alone(cls: type[Any]) -> dict[str, Part | None]:
    """The fields of an item that follow a part of their own, and that part."""
    return {field.name: field.metadata[FOLLOWS] for field in attrs.fields(cls) if FOLLOWS in field.metadata}
