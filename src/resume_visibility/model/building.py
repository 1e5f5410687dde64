"""How the model's classes are built: frozen, slotted, silent in `repr`, and checked against their own annotations.

The annotation of a field is its whole declaration. It says what is accepted here, how JSON spells it (codec), and
whether a view must search it for contact details (projection): `str` is free text, whoever wrote it; `Id` is an opaque
name that a machine gave. An annotation that this module does not know fails at import (LAW-5).
"""

import re
import types
from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import datetime
from enum import Enum
from functools import cache, partial
from itertools import islice
from typing import Annotated, Any, TypeAlias, TypeGuard, Union, cast, get_args, get_origin

import attrs

from ..errors import MOST_PROBLEMS, InvalidValue, Problem
from .arguments import a, expect, expect_int, mistake
from .instants import INSTANT_IN_PYTHON, utc_of
from .silent import Silent

Check: TypeAlias = Callable[[object], Iterable[Problem]]

_OPAQUE = "opaque"
Id: TypeAlias = Annotated[str, _OPAQUE]
"""An opaque name given by the platform: 1 to 64 characters A-Z a-z 0-9 . _ -, never something that a person wrote."""

ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
is_id = ID.fullmatch
NOT_TEXT = re.compile("[\0\ud800-\udfff]")
"""Characters that no text holds: NUL, and half of a character outside the basic plane."""

MOST_CHARACTERS = 20_000
"""The most characters of one text; a long description has a tenth of it. The cost of a view grows with its texts."""
MOST_ITEMS = 200
"""The most items of one list or set, unless its field says otherwise."""
LEAST_WHOLE, GREATEST_WHOLE = -(2**63), 2**63 - 1
"""The limits of a whole number, unless its field says otherwise: databases, search indexes and other writers of JSON hold these."""
MOST_ACTS = 10_000
"""The most items of a list of a candidate's acts over the years: applications, conversations, consents, blocks."""

_EXPECTED: dict[object, str] = {
    str: "text that is not blank, without NUL or lone surrogates",
    Id: "an opaque id: text of 1 to 64 characters A-Z a-z 0-9 . _ -",
    int: "a whole number",
    bool: "true or false",
    datetime: "an instant with its time zone, such as 2026-07-01T08:00:00+08:00",
}
_INSTANTS = (datetime, datetime | None)


class Choice(Enum):
    """The base of every enumeration. It is hashed by identity, as it is compared, and in C rather than Python."""


# Not in the class: pyright takes an override without a type for a hole in the types of every member.
Choice.__hash__ = object.__hash__  # type: ignore[method-assign]  # equal, and in C


class Uncheckable(TypeError):
    """A class that cannot be checked: a field has a type without a check, or `_problems` returns something other than problems. It is a
    mistake of the program, whatever the document.
    """


class Checked(Silent):
    """The base of every class of the model: checked when built, silent in `repr`.

    Raises (each subclass, when built): InvalidValue, with every problem at once. Problems of fields together follow once each is right.
    """

    __slots__ = ()

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        if problems := [*unread_metadata(cls)]:
            raise TypeError("; ".join(problems))

    def __attrs_post_init__(self) -> None:
        cls: Any = type(self)
        problems = [p.under(name) for name, check in _checks(cls) for p in check(getattr(self, name))]
        if not problems:
            # In UTC, because instants of one time zone with summer time are compared by the clock on the wall.
            for name in dated(cls):
                if (given := getattr(self, name)) is None:
                    continue
                if (at := utc_of(given)) is None:  # the time zone gives another offset each time
                    problems.append(Problem(name, f"expected {INSTANT_IN_PYTHON}"))
                object.__setattr__(self, name, at)
            problems = problems or _given(self)
        if problems:
            raise InvalidValue(cls.__name__, problems)

    def _problems(self) -> Iterable[Problem]:
        """The problems that remain though each field is right alone, and keeps to its `Limits`.

        The docstring of an override states in a sentence, for a schema, what it requires beyond the `Limits` of the fields.
        """
        return ()


def _given(built: Checked) -> list[Problem]:
    """The problems that an object finds in its fields together."""
    given: Any = built._problems()
    problems = [] if given is None else list(islice(given, MOST_PROBLEMS))
    if given is None or not all(type(problem) is Problem for problem in problems):
        raise Uncheckable(f"{type(built).__name__}._problems is expected to give Problems")
    return problems


@cache
def dated(cls: Any) -> tuple[str, ...]:
    """The names of the fields that are instants."""
    return tuple(name for name, annotation in fields_of(cls) if annotation in _INSTANTS)


@cache
def _checks(cls: Any) -> tuple[tuple[str, Check], ...]:
    resolve(cls)
    most, limited = most_items(cls), _limits_checked(cls)
    return tuple(
        (name, _within(limited.get(name), check_of(annotation, most.get(name, MOST_ITEMS))))
        for name, annotation in fields_of(cls)
    )


def _within(limit: Check | None, check: Check) -> Check:
    return check if limit is None else lambda value: tuple(check(value)) or limit(value)


@cache
def checks_beyond_types(cls: Any) -> tuple[Callable[[Any], Iterable[Problem]], ...]:
    """What else is asked of an object each field of which is of the right type: that its values keep to their limits, and then that they
    go together.
    """
    limited = tuple(_limits_checked(cls).items())
    by_limits = (partial(_beyond_limits, limited),) if limited else ()
    return (*by_limits, cls._problems) if cls._problems is not Checked._problems else by_limits


def _beyond_limits(limited: tuple[tuple[str, Check], ...], built: object) -> Iterable[Problem]:
    """The problems of the first value that is beyond its limits."""
    for name, limit in limited:
        if problems := limit(getattr(built, name)):
            return problems
    return ()


def _limits_checked(cls: type[object]) -> dict[str, Check]:
    """The check of the limits of each field that has any; it gets values of the right type."""
    limits = limits_of(cls)
    checks = {name: _limit_check(annotation, limits[name]) for name, annotation in fields_of(cls)}
    return {name: check for name, check in checks.items() if check is not None}


def _limit_check(annotation: object, limits: "Limits") -> Check | None:
    """The check of some limits; None if there are none, or values of this annotation have none."""
    kind, *others = beside_none(annotation)
    if limits == NO_LIMITS or others:
        return None
    wrong = (Problem("", limits.expectation),)
    if is_collection(kind):
        check = _limit_check(get_args(kind)[0], limits)
        return None if check is None else partial(_each_within, check)
    if kind in (str, Id):
        longest, like = limits.longest or MOST_CHARACTERS, (limits.like or _ANYTHING).fullmatch
        return partial(_text_within, wrong, longest, like)
    if kind is int:
        least = LEAST_WHOLE if limits.least is None else limits.least
        greatest = GREATEST_WHOLE if limits.greatest is None else limits.greatest
        return partial(_whole_within, wrong, least, greatest)
    return None


def _each_within(check: Check, items: Any) -> tuple[Problem, ...]:
    return tuple([p.under(f"[{i}]") for i, item in enumerate(items) for p in check(item)])


def _text_within(
    wrong: tuple[Problem, ...], longest: int, like: Callable[[str], object], text: Any
) -> tuple[Problem, ...]:
    return () if text is None or (len(text) <= longest and like(text)) else wrong


def _whole_within(wrong: tuple[Problem, ...], least: int, greatest: int, number: Any) -> tuple[Problem, ...]:
    return () if number is None or least <= number <= greatest else wrong


_ANYTHING = re.compile(".*", re.DOTALL)


def resolve(cls: type[Any]) -> None:
    """Find the types that a class names by strings, for example under `from __future__ import annotations`.

    Raises:
        NameError: a type is not found.
    """
    if any(isinstance(kind, str) for _, kind in fields_of(cls)):
        attrs.resolve_types(cls)


def fields_of(cls: type[object]) -> tuple[tuple[str, Any], ...]:
    """The fields that a constructor of the model takes, with their annotations."""
    return tuple((field.name, field.type) for field in _attributes(cls) if field.init)


def names_of(cls: type[object]) -> tuple[str, ...]:
    """The names of the fields that a constructor of the model takes."""
    return tuple(field.name for field in _attributes(cls) if field.init)


@attrs.frozen
class Limits:
    """The limits of a text or whole number, in addition to its annotation. They are checked when an object is built, and a schema states
    them.

    Args:
        like: a pattern for the whole text. A schema repeats it, so it holds only what every language reads alike: characters, sets such
            as [a-z], groups as (...) and (?:...), |, ^, the quantifiers *, +, ?, {2}, {2,} and {2,5}, each also with ? behind it,
            a backslash before a sign, and the escapes \\t, \\n, \\r, \\f, \\v, \\xff and \\uffff. It has no flags.
        longest: the most characters of a text.
        least: the smallest whole number.
        greatest: the greatest whole number.
        expected: what is right, for the error, such as "a year from 1900 to 2200"; made of the other limits, unless given.

    Raises:
        TypeError: a limit is of another type, or too small; or a pattern holds what other languages read in another way.
    """

    like: re.Pattern[str] | None = None
    longest: int | None = None
    least: int | None = None
    greatest: int | None = None
    expected: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.expected is not None:
            expect("expected", self.expected, str)
        if self.like is not None and not isinstance(self.like, re.Pattern):
            raise mistake("like", "a pattern of re", self.like)
        if self.like is not None and (other := _other_syntax_in(self.like)):
            raise mistake("like", "a pattern that every language reads alike", self.like, f"one with {other}")
        if self.longest is not None:
            expect_int("longest", self.longest, least=1)
        for name, limit in (("least", self.least), ("greatest", self.greatest)):
            if limit is not None:
                expect_int(name, limit)
        if self.least is not None and self.greatest is not None:
            expect_int("greatest", self.greatest, least=self.least)

    @property
    def expectation(self) -> str:
        """What is right, as an error says it."""
        if self.expected is not None:
            return f"expected {self.expected}"
        if self.like is not None:
            return f"expected text like {self.like.pattern}"
        if self.longest is not None:
            return f"expected at most {self.longest} characters"
        ends = (("at least", self.least), ("at most", self.greatest))
        within = " and ".join(f"{word} {end}" for word, end in ends if end is not None)
        return f"expected a whole number of {within}"


NO_LIMITS = Limits()


def _other_syntax_in(pattern: re.Pattern[Any]) -> str:
    """What a pattern holds that other languages read in another way, or not at all; empty if there is nothing."""
    if not isinstance(pattern.pattern, str):
        return "bytes"
    if pattern.flags != re.UNICODE:
        return "flags"
    for token in _TOKEN.findall(pattern.pattern):
        in_set = token[0] == "["
        for letter in re.findall(r"\\(.)", token, re.DOTALL):
            if letter not in (_ESCAPES_IN_SET if in_set else _ESCAPES):
                return f"\\{letter}"
    left = _TOKEN.sub(lambda one: "*" if one[0][0] == "{" else "_", pattern.pattern)
    other = _OTHER_SIGNS.search(left)
    return other[0] if other else ""


_TOKEN = re.compile(r"\\.|\[\^?+(?:\\.|[^\]\\])+\]|\{[0-9]+(?:,[0-9]*)?\}", re.DOTALL)
"""An escape, a set of characters, or a count."""
_ESCAPES = r"^$\.*+?()[]{}|/tnrfvxu"
_ESCAPES_IN_SET = f"{_ESCAPES}-"
_OTHER_SIGNS = re.compile(r"\(\?(?!:)|(?<=[*+?])\+|\[\^?\]|[\[\]{}.$]")


def declared(
    *, stated: bool = False, most: int = MOST_ITEMS, limits: Limits = NO_LIMITS
) -> dict[str, int | bool | Limits]:
    """Make the metadata of a field: what it says beside its annotation. With a part, write `{**follows(…), **declared(…)}`.

    Args:
        stated: whether a whole JSON document must name it, though it has a default in Python: a partial document would
            lose it silently.
        most: the most items of a list or set.
        limits: the limits of a text or whole number, or of each in a list.

    Returns:
        The metadata.

    Raises:
        TypeError: `stated` is not a bool, `most` not an int of at least 1, or `limits` are not `Limits`.
    """
    expect("stated", stated, bool)
    expect_int("most", most, least=1)
    expect("limits", limits, Limits)
    return {"stated": stated, "most": most, "limits": limits}


FOLLOWS = "follows"
"""The metadata key that names the part of the policy that a field follows."""

LIVES = "lives"
"""The metadata key of a field that says where the candidate lives: it is looked for in every text."""

_READ = frozenset({FOLLOWS, LIVES, *declared()})
"""The metadata keys that are read."""


def unread_metadata(cls: type[object]) -> Iterator[str]:
    """Find metadata of a class that nothing reads: a misspelt `follows` would show a field to everybody (LAW-5)."""
    for field in _attributes(cls):
        for key in sorted(map(repr, field.metadata.keys() - _READ)):
            yield f"{cls.__name__}.{field.name} has the metadata {key}, which nothing reads: write follows(…) or declared(…)"


def unchecked_limits(cls: type[object]) -> Iterator[str]:
    """Find limits of a class that nothing checks, though a schema may state them: the type of the field cannot have them."""
    limited, lists = _limits_checked(cls), most_items(cls)
    for field in _attributes(cls):
        where = f"{cls.__name__}.{field.name} is expected to be"
        if field.metadata.get("limits", NO_LIMITS) != NO_LIMITS and field.name not in limited:
            yield f"{where} a text, an id, a whole number or a list of these, as it has limits"
        if field.metadata.get("most", MOST_ITEMS) != MOST_ITEMS and field.name not in lists:
            yield f"{where} a list or set, as it has most: for the length of a text write Limits(longest=…)"


def stated_in_json(cls: type[object]) -> tuple[str, ...]:
    """The fields with a default that a JSON document must name."""
    return tuple(field.name for field in _attributes(cls) if field.metadata.get("stated", False))


def required_of(cls: type[object]) -> frozenset[str]:
    """The fields that a JSON document must name: they have no default, or are stated."""
    named = [field.name for field in _attributes(cls) if field.init and field.default is attrs.NOTHING]
    return frozenset((*named, *stated_in_json(cls)))


def most_items(cls: type[object]) -> dict[str, int]:
    """The most items of each list and set of a class, by name."""
    lists = [field for field in _attributes(cls) if any(map(is_collection, members_of(field.type)))]
    return {field.name: field.metadata.get("most", MOST_ITEMS) for field in lists}


def lives_in(cls: type[object]) -> frozenset[str]:
    """The fields that say where the candidate lives."""
    return frozenset(field.name for field in _attributes(cls) if field.metadata.get(LIVES, False))


def limits_of(cls: type[object]) -> dict[str, Limits]:
    """The limits of the fields of a class, by name."""
    return {field.name: field.metadata.get("limits", NO_LIMITS) for field in _attributes(cls)}


def _attributes(cls: type[object]) -> tuple["attrs.Attribute[Any]", ...]:
    return tuple(attrs.fields(cast("type[attrs.AttrsInstance]", cls)))


def is_model(annotation: object) -> TypeGuard[type[Any]]:
    """Whether an annotation is one class of the model."""
    return isinstance(annotation, type) and attrs.has(annotation)


def is_enumeration(annotation: object) -> TypeGuard[type[Enum]]:
    """Whether an annotation is one enumeration."""
    return isinstance(annotation, type) and issubclass(annotation, Enum)


def is_collection(annotation: object) -> bool:
    """Whether an annotation is that of a list or set."""
    return get_origin(annotation) in (tuple, frozenset)


def members_of(annotation: object) -> tuple[object, ...]:
    """The alternatives of a union, or the annotation alone."""
    return get_args(annotation) if get_origin(annotation) in (Union, types.UnionType) else (annotation,)


def beside_none(annotation: object) -> tuple[Any, ...]:
    """The alternatives of a union without None, or the annotation alone."""
    return tuple(member for member in members_of(annotation) if member is not types.NoneType)


def classes_in(annotation: Any) -> frozenset[Any]:
    """Every class of the model in a value of an annotation, at any depth."""
    found, waiting = set[Any](), [annotation]
    while waiting:
        one = waiting.pop()
        if get_origin(one) is Annotated or one in found:
            continue
        if is_model(one):
            found.add(one)
            waiting += [kind for _, kind in fields_of(one)]
        else:
            waiting += get_args(one)
    return frozenset(found)


def expected_for(annotation: object, *, in_json: bool = True) -> str:
    """Describe in words what a value of this annotation looks like: as JSON spells it, or as Python has it, where a text in the place of
    a member, an instant or an address is refused: so say how one is made.

    Raises:
        Uncheckable: no check is known for this annotation.
    """
    if annotation is datetime and not in_json:
        return INSTANT_IN_PYTHON
    if annotation in _EXPECTED:
        return _EXPECTED[annotation]
    if is_enumeration(annotation):
        if not in_json:
            return f"a member of {annotation.__name__}, such as {annotation.__name__}.{next(iter(annotation)).name}"
        return "one of " + ", ".join(str(member.value) for member in annotation)
    if is_model(annotation):
        fields = _attributes(annotation)
        if in_json or any(field.kw_only for field in fields):
            return a(annotation)
        return f"{a(annotation)}: {annotation.__name__}({', '.join(field.name for field in fields)})"
    origin = get_origin(annotation)
    if origin is tuple or origin is frozenset:
        return f"a {origin.__name__}, each item {expected_for(get_args(annotation)[0], in_json=in_json)}"
    if len(members_of(annotation)) > 1:
        return " or ".join(expected_for(member, in_json=in_json) for member in beside_none(annotation))
    raise Uncheckable(f"a field of type {annotation} has no check: add one to model/building.py")


def check_of(annotation: object, most: int = MOST_ITEMS) -> Check:
    """Make the check that a field of this annotation goes through when its class is built.

    Args:
        annotation: the annotation of the field.
        most: the most items of a list or set.

    Raises:
        Uncheckable: no check is known for this annotation.
    """
    expected = expected_for(annotation, in_json=False)
    wrong = (Problem("", f"expected {expected}"),)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (tuple, frozenset):
        return _each(cast("type[Collection[object]]", origin), check_of(arguments[0]), wrong, most)
    if annotation is str:
        return partial(_text, wrong)
    if annotation == Id:
        return lambda v: () if type(v) is str and is_id(v) else wrong
    if annotation is datetime:
        return lambda v: () if utc_of(v) is not None else wrong
    if annotation is int:
        return partial(_whole, wrong)
    members = members_of(annotation)
    if len(members) > 1:
        inner = [check_of(member, most) for member in beside_none(annotation)]
        optional = types.NoneType in members
        if len(inner) == 1:
            [only] = inner
            return lambda v: () if v is None else only(v)
        return lambda v: () if (v is None and optional) or any(not tuple(c(v)) for c in inner) else wrong
    exact = cast("type[object]", annotation)
    return lambda v: () if type(v) is exact else wrong


_TOO_LONG = (Problem("", f"expected at most {MOST_CHARACTERS} characters"),)


def _text(wrong: tuple[Problem, ...], value: object) -> tuple[Problem, ...]:
    if type(value) is not str or not value.strip() or NOT_TEXT.search(value):
        return wrong
    return _TOO_LONG if len(value) > MOST_CHARACTERS else ()


_TOO_GREAT = (Problem("", "expected a whole number of at most 64 bits"),)


def _whole(wrong: tuple[Problem, ...], value: object) -> tuple[Problem, ...]:
    if type(value) is not int:
        return wrong
    return () if LEAST_WHOLE <= value <= GREATEST_WHOLE else _TOO_GREAT


def _each(kind: type[Collection[object]], check: Check, wrong: tuple[Problem, ...], most: int) -> Check:
    too_many = (Problem("", f"expected at most {most} items"),)

    def checked(items: Any) -> Iterable[Problem]:
        if type(items) is not kind:
            return wrong
        if len(items) > most:
            return too_many
        problems = (p.under(f"[{i}]") for i, item in enumerate(items) for p in check(item))
        return tuple(islice(problems, MOST_PROBLEMS))

    return checked
