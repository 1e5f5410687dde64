"""What a lenient mapping never leaves out: fields that decide who sees something, and the names and postal addresses to look for in texts
(LAW-5, NAME-4, CAMPUS-2).
"""

from collections.abc import Collection, Iterator
from functools import cache
from itertools import starmap
from types import NoneType
from typing import Any, TypeAlias, get_args, get_origin

from ..codec.parsing import MANY
from ..errors import Problem
from ..model.building import classes_in, fields_of, is_collection, is_model, lives_in, members_of, names_of
from ..model.campus import CampusForm
from ..model.campus_basics import CampusBasics, PostalAddress
from ..model.campus_sections import Relative
from ..model.names import PersonName, visible
from ..model.own import FORM_GOVERNING, GOVERNING
from ..model.resume import Resume
from ..model.settings import Block
from ..model.viewers import Company, Viewer
from .nodes import ITEMS
from .trees import Branch, Tree, Value

_RESUME_FIELDS, _FORM_FIELDS = GOVERNING - {"basics"}, FORM_GOVERNING - {"basics"}
_DECIDING_CLASSES = classes_in(Viewer).union(
    *(
        classes_in(kind)
        for cls, governing in ((Resume, _RESUME_FIELDS), (CampusForm, _FORM_FIELDS))
        for name, kind in fields_of(cls)
        if name in governing
    )
)
"""The classes of settings, acts and viewers, and of everything in them. Without its group a block shows more; so does a conversation
without its end, and a headhunter without one of the clients."""


def deciding_fields(target: Any) -> frozenset[str]:
    """The fields that decide who sees something. If such a field does not fit, nobody knows what the candidate, or the platform, meant."""
    if target in _DECIDING_CLASSES:
        return frozenset(names_of(target))
    if issubclass(target, Resume):
        return _RESUME_FIELDS
    return _FORM_FIELDS if issubclass(target, CampusForm) else frozenset()


_NAME_FIELDS = (
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
def _name_paths(kind: Any) -> tuple[tuple[_Steps, bool], ...]:
    """The ways to every such name or address in a value of an annotation, through fields and items, and whether it is an address."""
    if is_collection(kind):
        return tuple(((ITEMS, *steps), is_address) for steps, is_address in _name_paths(get_args(kind)[0]))
    paths: list[tuple[_Steps, bool]] = []
    members: list[Any] = [member for member in members_of(kind) if is_model(member)]
    for member in members:
        paths += [((name,), cls is PostalAddress) for cls, name in _NAME_FIELDS if issubclass(member, cls)]
        paths += [((name,), True) for name in sorted(lives_in(member))]
        for name, inner in fields_of(member):
            paths += [((name, *steps), is_address) for steps, is_address in _name_paths(inner)]
    return tuple(paths)


_CLOSING_CLASSES = (Company, *get_args(Block))
"""The classes of items that close something: without a client whom the candidate blocked, or a block, more is shown (BLOCK-2, BLOCK-3)."""


@cache
def _closing_lists(kind: Any) -> tuple[tuple[_Steps, bool], ...]:
    """The ways to every list of such items, and whether None there means something else than an empty list."""
    paths: list[tuple[_Steps, bool]] = []
    for name, inner in (
        field for member in members_of(kind) if is_model(member) for field in fields_of(member)
    ):
        for list_ in (member for member in members_of(inner) if get_origin(member) is tuple):
            if set(members_of(get_args(list_)[0])) & {*_CLOSING_CLASSES}:
                paths.append(((name,), NoneType in members_of(inner)))
        paths += [((name, *steps), optional) for steps, optional in _closing_lists(inner)]
    return tuple(paths)


def blank_item_problems(target: Any, root: Branch) -> Iterator[Problem]:
    """The problems of clients and blocks that are blank in the row, or whose list is missing beside another list that is there, or is a
    text: they say nothing, and more would be shown without them.
    """
    for steps, optional in _closing_lists(target):
        for _, tree, _ in _trees_at(root, steps):
            if isinstance(tree, Branch) and tree.is_present:
                # Of several columns some may be empty. If all are, nobody knows whether there is a client.
                allowed = () if optional and not tree.parts else tree.columns
                # If a function of the mapping returns None, it leaves the value out on purpose.
                blank = (
                    item
                    for item in tree.empty
                    if item not in allowed
                    and (isinstance(item, Branch) or all(node.found is None for node in item.nodes))
                )
                expected = "expected a company or block that is not blank"
                found = {node.path: expected for item in blank for node in item.nodes}
                # Of several lists, one that is missing is no empty one.
                lost = f"required for {'.'.join(steps)}, but missing"
                found |= {node.path: lost for node in tree.nodes if node.found is None}
                # A text of several words would be one word, that is in no name.
                found |= {node.path: _A_LIST for node in tree.nodes if isinstance(node.found, str)}
                yield from starmap(Problem, found.items())


_A_LIST = "expected a list, and no text: a function may split it"


def refused_names(target: Any, root: Branch, refused_paths: Collection[str]) -> frozenset[str]:
    """The refused paths because of which there is no name or address: of the values that make it, or of what they are in.

    Args:
        target: the class of the document.
        root: the document.
        refused_paths: the paths in the row of everything that was refused.
    """
    return frozenset(
        one.path
        for steps, is_address in _name_paths(target)
        for _, tree, _ in _trees_at(root, steps)
        if not tree.is_present
        for node in tree.nodes
        for one in node.around()
        if one.path in refused_paths and _is_seen(one.value, in_figures=is_address and one is node)
    )


def is_name_lost(target: Any, root: Branch, removed: Collection[Tree]) -> bool:
    """Whether a name or address that can be seen would be lost with what is left out.

    Args:
        target: the class of the document.
        root: the document.
        removed: the parts that would be left out of it.
    """
    ids = {*map(id, removed)}
    return any(
        not ids.isdisjoint(map(id, trees))
        and any(_is_seen(value, in_figures=is_address) for value in _values_at(last.plain(), rest))
        for steps, is_address in _name_paths(target)
        for trees, last, rest in _trees_at(root, steps)
    )


def _trees_at(tree: Tree, steps: _Steps) -> Iterator[tuple[tuple[Tree, ...], Tree, _Steps]]:
    """Every tree on a way, the last of them, and the steps that lead on inside its value."""
    if isinstance(tree, Value) or not steps:
        yield (tree,), tree, steps
        return
    for name, part in (*tree.parts.items(), *((ITEMS, item) for item in tree.empty)):
        if name == steps[0] or (tree.is_list and steps[0] == ITEMS):
            for trees, last, rest in _trees_at(part, steps[1:]):
                yield (tree, *trees), last, rest


def _values_at(value: Any, steps: _Steps) -> Iterator[object]:
    """The values at the end of some steps in a plain value or an object of the model. A text in place of an object with the name counts."""
    if not steps or (len(steps) == 1 and isinstance(value, str)):
        yield value
    elif steps[0] == ITEMS:
        for item in value if isinstance(value, MANY) else ():
            yield from _values_at(item, steps[1:])
    else:
        inner = value.get(steps[0]) if isinstance(value, dict) else getattr(value, steps[0], None)
        yield from _values_at(inner, steps[1:])


def _is_seen(written: object, *, in_figures: bool) -> bool:
    """Whether anything was written that somebody could see in a text, too: at any depth, anything but what is known to say nothing.

    Args:
        written: what stands in the place of a name or address.
        in_figures: whether a number says something: a postcode may be one, a name is none.
    """
    pending = [written]
    while pending:
        match pending.pop():
            case None | bool():
                pass
            case str(text):
                if visible(text):
                    return True
            case int() | float() as number:
                if in_figures and number == number:  # pandas writes a missing number as NaN
                    return True
            case dict() as collection:
                pending += collection.values()
            case list() | tuple() | set() | frozenset() as collection:
                pending += collection
            case _:  # such as bytes, or an object of one's own: nobody knows that it says nothing
                return True
    return False
