"""What a lenient mapping never leaves out: fields that decide who sees something, and the names and postal addresses to look for in texts
(LAW-5, NAME-4, CAMPUS-2).
"""

from collections.abc import Collection, Iterator
from functools import cache
from types import NoneType
from typing import Any, TypeAlias, cast, get_args, get_origin

from ..errors import Problem
from ..model.building import classes_in, fields_of, is_model, lives_in, members_of
from ..model.campus import CampusForm
from ..model.campus_basics import CampusBasics, PostalAddress
from ..model.campus_sections import Relative
from ..model.names import PersonName, visible
from ..model.own import GOVERNING
from ..model.resume import Resume
from ..model.settings import Block
from ..model.viewers import Company, Viewer
from .placing import Branch, Tree, Value
from .rows import ITEMS

_OF_RESUME = GOVERNING - {"basics"}
_OF_FORM = _OF_RESUME | {"company", "handed_in", "talk", "withdrawn"}
_ACTS = classes_in(Viewer).union(
    *(
        classes_in(kind)
        for cls, governing in ((Resume, _OF_RESUME), (CampusForm, _OF_FORM))
        for name, kind in fields_of(cls)
        if name in governing
    )
)
"""The classes of settings, acts and viewers, and of everything in them. Without its group a block shows more; so does a conversation
without its end, and a headhunter without one of the clients."""


def deciding_in(target: Any) -> frozenset[str]:
    """The fields that decide who sees something. If such a field does not fit, nobody knows what the candidate, or the platform, meant.

    Args:
        target: a class of the model.
    """
    if target in _ACTS:
        return frozenset(name for name, _ in fields_of(target))
    if issubclass(target, Resume):
        return _OF_RESUME
    return _OF_FORM if issubclass(target, CampusForm) else frozenset()


_NAMES = (
    (PersonName, "full"),
    (CampusBasics, "english_name"),
    (CampusBasics, "emergency_name"),
    (Relative, "name"),
    (PostalAddress, "address"),
    (PostalAddress, "postcode"),
)
"""The names and addresses that are looked for in all other texts of the candidate (NAME-4, CAMPUS-2). Nothing else finds them there."""

_Steps: TypeAlias = tuple[str, ...]


@cache
def _names_in(kind: Any) -> tuple[_Steps, ...]:
    """The ways to every such name or address in a value of an annotation, through fields and items."""
    if get_origin(kind) in (tuple, frozenset):
        return tuple((ITEMS, *steps) for steps in _names_in(get_args(kind)[0]))
    found: list[_Steps] = []
    members: list[Any] = [member for member in members_of(kind) if is_model(member)]
    for member in members:
        found += [(name,) for cls, name in _NAMES if issubclass(member, cls)]
        found += [(name,) for name in sorted(lives_in(member))]
        found += [(name, *steps) for name, inner in fields_of(member) for steps in _names_in(inner)]
    return tuple(found)


_CLOSING = (Company, *get_args(Block))
"""The classes of items that close something: without a client whom the candidate blocked, or a block, more is shown (BLOCK-2, BLOCK-3)."""


@cache
def _closing_in(kind: Any) -> tuple[tuple[_Steps, bool], ...]:
    """The ways to every list of such items, and whether None there means something else than an empty list."""
    found: list[tuple[_Steps, bool]] = []
    for name, inner in (
        one for member in members_of(kind) if is_model(member) for one in fields_of(cast("type", member))
    ):
        for list_ in (member for member in members_of(inner) if get_origin(member) is tuple):
            if set(members_of(get_args(list_)[0])) & {*_CLOSING}:
                found.append(((name,), NoneType in members_of(inner)))
        found += [((name, *steps), optional) for steps, optional in _closing_in(inner)]
    return tuple(found)


def unread_in(target: Any, root: Branch) -> Iterator[Problem]:
    """The problems of blank clients and blocks in the row: they say nothing, and more would be shown without them.

    Args:
        target: the class of the document.
        root: the document.
    """
    for steps, optional in _closing_in(target):
        for _, end, _ in _ways(root, steps):
            if isinstance(end, Branch) and end.there:
                # Of several columns some may be empty. If all are, nobody knows whether there is a client.
                left = () if optional and not end.parts else end.columns
                # If a function of the mapping returns None, it leaves the value out on purpose.
                blank = (
                    one
                    for one in end.empty
                    if one not in left and (isinstance(one, Branch) or _is_nothing(one))
                )
                nodes = [node for item in blank for node in item.nodes]
                if optional:  # one of several lists is missing
                    nodes += [node for node in end.nodes if node.found is None]
                yield from (
                    Problem(node.path, "expected a company or block that is not blank") for node in nodes
                )


def _is_nothing(value: Value) -> bool:
    return all(node.found is None for node in value.nodes)


def refuses_name(target: Any, root: Branch, wrong: Collection[str]) -> bool:
    """Whether there is no name or address because the values that make it, or what they are in, were refused.

    Args:
        target: the class of the document.
        root: the document.
        wrong: the paths in the row of everything that was refused.
    """
    return any(
        not end.there
        and any(one.path in wrong and _is_seen(one.value) for node in end.nodes for one in node.around())
        for steps in _names_in(target)
        for _, end, _ in _ways(root, steps)
    )


def loses_name(target: Any, root: Branch, gone: Collection[Tree]) -> bool:
    """Whether a visible name or address would be lost with what is left out.

    Args:
        target: the class of the document.
        root: the document.
        gone: the parts that would be left out of it.
    """
    ids = {*map(id, gone)}
    return any(
        not ids.isdisjoint(map(id, way)) and any(map(_is_seen, _inside(end.plain(), rest)))
        for steps in _names_in(target)
        for way, end, rest in _ways(root, steps)
    )


def _ways(tree: Tree, steps: _Steps) -> Iterator[tuple[tuple[Tree, ...], Tree, _Steps]]:
    """Every tree on a way, the last of them, and the steps that lead on inside its value."""
    if isinstance(tree, Value) or not steps:
        yield (tree,), tree, steps
        return
    for name, part in (*tree.parts.items(), *((ITEMS, item) for item in tree.empty)):
        if name == steps[0] or (tree.is_list and steps[0] == ITEMS):
            for way, end, rest in _ways(part, steps[1:]):
                yield (tree, *way), end, rest


def _inside(value: Any, steps: _Steps) -> Iterator[object]:
    """The values at the end of some steps in a plain value or an object of the model. A text in place of an object with the name counts."""
    if not steps or (len(steps) == 1 and isinstance(value, str)):
        yield value
    elif steps[0] == ITEMS:
        for item in value if isinstance(value, _MANY) else ():
            yield from _inside(item, steps[1:])
    else:
        inner = value.get(steps[0]) if isinstance(value, dict) else getattr(value, steps[0], None)
        yield from _inside(inner, steps[1:])


_MANY = (list, tuple, set, frozenset)


def _is_seen(name: object) -> bool:
    """Whether something visible was written: a text, or any text in a value, at any depth."""
    pending = [name]
    while pending:
        match pending.pop():
            case str(text) if visible(text):
                return True
            case dict() as held:
                pending += held.values()
            case list() | tuple() | set() | frozenset() as held:
                pending += held
            case _:
                pass
    return False
