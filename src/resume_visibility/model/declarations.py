"""Checks what a platform declares of its own: everything is classified, and nothing of the library's is loosened (LAW-5)."""

from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from inspect import getattr_static
from itertools import chain
from operator import attrgetter
from types import FunctionType, MemberDescriptorType, NoneType, WrapperDescriptorType
from typing import Any, get_args, get_origin

import attrs

from . import sections
from .building import (
    FOLLOWS,
    NOT_TEXT,
    Checked,
    Id,
    beside_none,
    fields_of,
    is_enumeration,
    is_model,
    members_of,
    names_of,
    required_of,
    resolve,
    unchecked_limits,
    unread_metadata,
)
from .own import BESIDE_SECTIONS, CLOSED, FOLLOWED, GOVERNING, placed_alone, shown_of
from .parts import PARTS_OF, PIECES, Document
from .regions import IpRegion
from .shown import ShownSections
from .values import Url, YearMonth


def check_own(cls: Any, library: Any) -> None:
    """Check that a resume with sections of its own is classified as a whole, and loosens nothing of the library's (LAW-5).

    Raises:
        TypeError: something is wrong; the error lists everything.
    """
    shown = shown_of(cls)
    problems = [*dict.fromkeys((*_unresolved(cls), *_unresolved(shown)))] or [
        *_of_the_shown(shown),
        *_of_the_resume(cls, library, shown),
    ]
    if problems:
        raise TypeError(f"{cls.__name__} is not classified: {'; '.join(problems)}")


def _unresolved(cls: Any, holders: tuple[Any, ...] = ()) -> Iterator[str]:
    """The names for which no class is found, and the classes that hold themselves: a walk through one would have no bound (LAW-6)."""
    try:
        resolve(cls)
    except NameError as error:
        yield f"{cls.__name__} names {error.name}, which is not there when it is declared"
        return
    for _, kind in fields_of(cls):
        for one in _classes_in(kind):
            if one in (*holders, cls):
                yield f"{one.__name__} is expected not to hold itself, nor to be in what it holds"
            else:
                yield from _unresolved(one, (*holders, cls))


def _classes_in(kind: Any) -> Iterator[Any]:
    for member in members_of(kind):
        if is_model(member):
            yield member
        elif get_origin(member) is tuple:
            yield from _classes_in(get_args(member)[0])


def _of_the_shown(shown: type[ShownSections]) -> Iterator[str]:
    yield from _built_otherwise(shown, ShownSections)
    library = dict(fields_of(ShownSections))
    for name, kind in fields_of(shown):
        field = attrs.fields_dict(shown)[name]
        if name in library:
            if not _narrows(kind, library[name]):
                yield f"{shown.__name__}.{name} is expected to hold what ShownSections.{name} holds, or more of it"
            if FOLLOWS in field.metadata:
                yield f"{shown.__name__}.{name} is the library's, and follows its own part"
        elif name in {part.value for part in PARTS_OF[Document.RESUME]}:
            yield f"{shown.__name__}.{name} is expected to have a name that no part of the policy has"
        if field.default not in (None, ()):
            yield f"{shown.__name__}.{name} is expected to be None or () where it is withheld"


def _of_the_resume(cls: Any, library: Any, shown: type[ShownSections]) -> Iterator[str]:
    yield from _built_otherwise(cls, library)
    before, now, seen = dict(fields_of(library)), dict(fields_of(cls)), dict(fields_of(shown))
    fields, theirs = attrs.fields_dict(cls), attrs.fields_dict(library)
    for name in sorted(theirs.keys() - before.keys()):  # what no document holds: the memo
        if fields[name] != theirs[name]:
            yield f"{cls.__name__}.{name} is expected to be as in Resume"
    narrows_basics = _narrows(now.get("basics"), before["basics"])  # a field that nobody can give is in none
    for name in sorted(GOVERNING):
        whole = narrows_basics if name == "basics" else fields[name] == theirs[name]
        if not whole:
            yield f"{cls.__name__}.{name} decides, and is expected to be as in Resume"
    for name, kind in now.items():
        where = f"{cls.__name__}.{name}"
        if name in GOVERNING:
            continue
        if name not in seen:
            hint = ": derive from Resume[YourSections]" if shown is ShownSections else ""
            yield f"{where} is expected to have a field of the same name in {shown.__name__}{hint}"
        elif seen[name] != kind:
            hint = "" if name in vars(shown).get("__annotations__", {}) else ": declare it there as well"
            yield f"{where} is expected to be of the type of {shown.__name__}.{name}{hint}"
        elif name in before and not _narrows(kind, before[name]):
            yield f"{where} is expected to hold what Resume.{name} holds, or more of it"
        if fields[name].default not in (None, ()):
            yield f"{where} is expected to be None or () where it is missing"
        if FOLLOWS in fields[name].metadata:
            yield f"{where} is expected to say in {shown.__name__} what it follows"
        yield from _unfit(kind, where)
    of_basics = set[str]()
    if narrows_basics:
        yield from _of_basics(now["basics"], before["basics"], seen, shown)
        of_basics = {*names_of(now["basics"])}
        yield from (
            f"{now['basics'].__name__}.{name} is in {cls.__name__} already"
            for name in sorted(of_basics & now.keys())
        )
    for name in (part.value for part in PIECES if part.value in now.keys() | of_basics):
        yield f"{shown.__name__}.{name} is made of another section, and is expected to be none in {cls.__name__}"
    for name in sorted(seen.keys() - now.keys() - of_basics - dict(fields_of(ShownSections)).keys()):
        yield f"{shown.__name__}.{name} is expected to have a field of the same name in {cls.__name__}"


def _of_basics(
    cls: type[Any], library: type[Any], seen: dict[str, Any], shown: type[ShownSections]
) -> Iterator[str]:
    yield from _built_otherwise(cls, library)
    fields, theirs = attrs.fields_dict(cls), attrs.fields_dict(library)
    for name, kind in fields_of(cls):
        where = f"{cls.__name__}.{name}"
        if name in BESIDE_SECTIONS:
            if fields[name] != theirs[name]:
                yield f"{where} is expected to be as in Basics"
        else:
            if fields[name].default not in (None, (), attrs.Factory(kind)):
                default = f"attrs.field(factory={kind.__name__})" if isinstance(kind, type) else "None or ()"
                yield f"{where} is expected to be empty where it is missing, by the default {default}"
            if FOLLOWS in fields[name].metadata:
                yield f"{where} is expected to say in {shown.__name__} what it follows"
            if seen.get(name) not in (kind, kind | None):
                yield f"{where} is expected to be of the type of a shown section of the same name"
            yield from _unfit(kind, where)


def _built_otherwise(cls: type[Any], library: type[Any]) -> Iterator[str]:
    """What makes a class more than a frozen and silent record of its fields."""
    fields = {field.name for field in attrs.fields(cls)}
    slotted = all(isinstance(getattr_static(cls, name, None), MemberDescriptorType) for name in fields)
    # What is in no field is neither filled where an object is loaded or redacted, nor looked at: a kept hash, or what a base has.
    slots = {
        name
        for one in cls.__mro__
        for name, kept in vars(one).items()
        if isinstance(kept, MemberDescriptorType)
    }
    otherwise = (
        cls.__repr__ is not library.__repr__
        or getattr_static(cls, "__setattr__") is not getattr_static(ShownSections, "__setattr__")
        or not slotted
        or slots - fields
        or hasattr(object.__new__(cls), "__dict__")
    )
    if otherwise:
        yield f"{cls.__name__} is expected to be made by {_MAKER}"
    for name in sorted(_kept(library)):
        if getattr_static(cls, name, None) is not getattr_static(library, name, None):
            yield f"{cls.__name__}.{name} is expected to be as in {library.__name__}"
    if "__attrs_init__" in vars(cls):  # the name that attrs gives its own __init__ if there is another
        yield f"{cls.__name__}.__init__ is expected to be as attrs makes it: what else is asked goes into _problems"
    for name in () if otherwise else ("__eq__", "__hash__"):  # another decorator makes these otherwise, too
        if not _is_made_by_attrs(vars(cls).get(name)):
            yield f"{cls.__name__}.{name} is expected to be as attrs makes it: what is recorded and written is compared by its fields"
    yield from (*unread_metadata(cls), *unchecked_limits(cls))
    theirs = attrs.fields_dict(library) if attrs.has(library) else {}
    for field in attrs.fields(cls):
        if field != theirs.get(field.name) and not _is_plain(field):
            plain = "given by its name, kept and compared as it is, and checked in _problems"
            yield f"{cls.__name__}.{field.name} is expected to be a plain field: {plain}"
        if field.metadata.get(FOLLOWS) not in (None, *FOLLOWED):
            yield f"{cls.__name__}.{field.name} follows what nothing can follow"


_MAKER = "attrs.frozen(kw_only=True, repr=False)"


def _is_made_by_attrs(method: object) -> bool:
    return isinstance(method, FunctionType) and method.__code__.co_filename.startswith("<attrs generated")


def _is_plain(field: "attrs.Attribute[Any]") -> bool:
    renamed, changed = field.alias != field.name, field.converter is not None
    checked = field.validator is not None  # no loader would run it
    return field.init and not (renamed or changed or checked) and _COMPARED(field) == (True, None)


_COMPARED = attrgetter("eq", "eq_key")


def _kept(library: type[Any]) -> frozenset[str]:
    """The methods that a subclass must not change: an item may check more, a resume may not check less."""
    own = {name for name, value in vars(library).items() if isinstance(value, FunctionType)}
    return frozenset(
        {name for name in own if not name.startswith("__")} - ({"_problems"} if library is Checked else set())
        | _ANSWERS
    )


_ANSWERS = {
    "__new__",
    "__attrs_pre_init__",
    "__attrs_post_init__",
    "__getattribute__",
    "__getattr__",
    "__bool__",
    "__len__",
    "__str__",
    "__format__",
    "__rich_repr__",
}
"""With these an object could be unchecked (also when it is loaded alone), claim to be empty and so not be redacted, or print itself.
"""


def _narrows(kind: object, library: object) -> bool:
    """Whether an annotation holds what the library's holds, and in addition at most fields of one's own."""
    if get_origin(kind) is tuple and get_origin(library) is tuple:
        return _narrows(get_args(kind)[0], get_args(library)[0])
    own, theirs = members_of(kind), members_of(library)
    return len(own) == len(theirs) and all(
        one == other or (is_model(one) and is_model(other) and _extends(one, other))
        for one, other in zip(own, theirs, strict=True)
    )


def _extends(cls: Any, library: Any) -> bool:
    now = dict(fields_of(cls))
    return issubclass(cls, library) and all(
        name in now and _narrows(now[name], kind) for name, kind in fields_of(library)
    )


_SECTIONS = frozenset(
    cls for cls in vars(sections).values() if isinstance(cls, type) and cls.__module__ == sections.__name__
) - {sections.Basics, sections.Contact}


def _unfit(kind: Any, where: str) -> Iterator[str]:
    """The problems of an annotation that no section may have."""
    if get_origin(kind) is tuple and get_args(kind)[1:] == (...,):
        if {NoneType, datetime} & {*members_of(get_args(kind)[0])}:
            yield f"{where} is expected to have no None and no instant among its items"
        yield from _unfit(get_args(kind)[0], where)
        return
    members = beside_none(kind)
    if len(members) > 1:
        if not all(map(is_model, members)):
            yield f"{where} is expected to be of one type, or of several classes"
            return
        yield from _ambiguous(members, where)
    for member in members:
        if member is str or member == Id or member in (Url, *CLOSED) or member in _SECTIONS:
            continue
        if is_enumeration(member):
            if getattr_static(member, "value") is not vars(Enum)["value"] or not all(
                type(choice.value) is str and not NOT_TEXT.search(choice.value) for choice in member
            ):
                yield f"{where} is expected to have strings as the values of its enumeration"
            if not all(
                isinstance(getattr_static(member, name), WrapperDescriptorType) for name in _COMPARING
            ):
                yield f"{where} is expected to have an enumeration whose members are compared as Python does"
        elif is_model(member) and not member.__module__.startswith(f"{__package__}."):
            yield from _unfit_item(member)
        else:
            yield f"{where} is of a type that no section holds{_called(member)}; {_instead(member)}"


_COMPARING = ("__eq__", "__ne__")
"""The comparisons that members of an enumeration, and their values, must have from Python itself, which has them in C."""

_STRINGS = (Url, IpRegion, YearMonth)
"""The classes whose objects are strings in JSON."""


def _ambiguous(members: tuple[type[Any], ...], where: str) -> Iterator[str]:
    """The members of a union that JSON cannot distinguish, so that a stored value could not be loaded again, or that differ in a field."""
    kinds: dict[str, Any] = {}
    for name, kind in chain(*map(fields_of, members)):
        if kinds.setdefault(name, kind) != kind:
            yield f"{where} is expected to have one type of {name}, whichever class it is of"
    if sum(member in _STRINGS for member in members) > 1:
        yield f"{where} is expected to have one class at most that JSON spells as a string"
    objects = [member for member in members if member not in _STRINGS]
    for member in objects:
        others = {name for one in objects if one is not member for name in names_of(one)}
        if len(objects) > 1 and not required_of(member) - others:
            yield f"{where} is expected to require a field in {member.__name__} that none of its other classes has"


def _called(kind: Any) -> str:
    return f" ({kind.__name__})" if isinstance(kind, type) else ""


def _instead(kind: Any) -> str:
    """Say what to declare instead of a type that no section may hold."""
    if isinstance(kind, type) and issubclass(kind, Checked) and not is_model(kind):
        return f"write @{_MAKER} above the class {kind.__name__}"
    items = get_args(kind)
    if (get_origin(kind) or kind) in (list, set, frozenset, tuple) and len(items) < 2:
        return f"write tuple[{getattr(items[0], '__name__', 'X') if items else 'X'}, ...]"
    named = ", ".join(one.__name__ for one in (str, Url, *CLOSED))
    return f"expected {named}, Id, an enumeration of strings, or a subclass of Checked"


def _unfit_item(cls: Any) -> Iterator[str]:
    if not issubclass(cls, Checked):
        yield f"{cls.__name__} is expected to be a subclass of resume_visibility.model.Checked"
        return
    yield from _built_otherwise(cls, Checked)
    fields, alone = attrs.fields_dict(cls), placed_alone(cls)
    for base in cls.__mro__:
        if base in _SECTIONS:
            for field in attrs.fields(base):
                now = fields[field.name]
                if (now.default, now.metadata) != (field.default, field.metadata):
                    yield f"{cls.__name__}.{field.name} is the library's, and is expected to be as it is there"
        elif base not in Checked.__mro__ and base.__module__.startswith(f"{__package__}."):
            yield f"{cls.__name__} is expected to derive from Checked or a section, and from no other class of the library"
    for name, kind in fields_of(cls):
        yield from _unfit(kind, f"{cls.__name__}.{name}")
        if name in alone and fields[name].default not in (None, ()):
            yield f"{cls.__name__}.{name} is expected to be None or () where it is withheld"
