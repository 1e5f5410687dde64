"""JSON in. Strict: nothing is coerced, nothing is dropped, and every problem is told at once with its path.

An error holds no value from the input, in its text, its traceback or its context (LAW-7): problems are gathered as
data, and the error is raised where the input is no longer in reach.
"""

import json
import re
from collections.abc import Callable, Iterable
from datetime import datetime
from difflib import get_close_matches
from enum import Enum
from functools import partial
from operator import eq
from typing import Any, TypeAlias, TypeVar, cast, get_args, get_origin

import cattrs
from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn

from ..errors import (
    InvalidForm,
    InvalidRecord,
    InvalidResume,
    InvalidSettings,
    InvalidValue,
    InvalidViewer,
    Problem,
)
from ..model.building import Id, check_of, expected_for, fields_of, is_model, members_of
from ..model.campus import CampusForm
from ..model.regions import IpRegion
from ..model.resume import Resume
from ..model.settings import Settings
from ..model.values import Email, MobileNumber, Url, YearMonth
from ..model.viewers import (
    CommunityMember,
    Headhunter,
    Mailbox,
    Owner,
    Recipient,
    Recommender,
    Recruiter,
    School,
    Viewer,
    Visitor,
)
from ..projection.records import AccessRecord, FormRecord

_T = TypeVar("_T")
Document: TypeAlias = bytes | str | dict[str, Any]

MAX_BYTES = 8 * 1024 * 1024
"""A document of more is refused unread."""

KINDS: dict[str, type[Viewer]] = {
    "owner": Owner,
    "recruiter": Recruiter,
    "headhunter": Headhunter,
    "mailbox": Mailbox,
    "community_member": CommunityMember,
    "recommender": Recommender,
    "recipient": Recipient,
    "school": School,
    "visitor": Visitor,
}
"""The `kind` of each viewer in JSON."""

SPELLED: dict[type[object], str] = {MobileNumber: "e164", Email: "address", Url: "address", IpRegion: "code"}
"""Values that JSON spells as one string."""

_MOST_HINTS = 20  # of more unknown keys, none is a slip of the pen

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT(?!24)\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d:\d\d)", re.ASCII)
_YEAR_MONTH = re.compile(r"(\d{4})-(\d\d)", re.ASCII)


def load_resume(document: Document) -> Resume:
    """Read a resume from JSON.

    Args:
        document: UTF-8 bytes, text, or what `json.loads` makes of them; at most 8 MiB.

    Raises:
        InvalidResume: with every problem at once, and nothing of the document.
        TypeError: `document` is none of the three.
    """
    loaded = _load(document, Resume)
    del document
    if isinstance(loaded, Resume):
        return loaded
    raise InvalidResume("resume", loaded)


def load_form(document: Document) -> CampusForm:
    """Read a campus or company-made form from JSON.

    Args:
        document: as for `load_resume`.

    Raises:
        InvalidForm: with every problem at once, and nothing of the document.
        TypeError: `document` is none of the three.
    """
    loaded = _load(document, CampusForm)
    del document
    if isinstance(loaded, CampusForm):
        return loaded
    raise InvalidForm("form", loaded)


def is_form(document: Document) -> bool:
    """Whether a document says that it is a form: it names a company, as a resume never does.

    Args:
        document: as for `load_resume`.
    """
    parsed = _parse(document)
    return isinstance(parsed, dict) and "company" in parsed


def load_viewer(document: Document) -> Viewer:
    """Read a viewer from JSON; its `kind` tells which.

    Args:
        document: as for `load_resume`.

    Raises:
        InvalidViewer: with every problem at once, and nothing of the document.
        TypeError: `document` is none of the three.
    """
    loaded = _load(document, cast("type[Viewer]", Viewer))
    del document
    if isinstance(loaded, tuple):
        raise InvalidViewer("viewer", loaded)
    return loaded


def load_settings(document: Document) -> Settings:
    """Read a candidate's settings from JSON, as a resume holds them: to see what they would change (`difference`).

    Args:
        document: as for `load_resume`.

    Raises:
        InvalidSettings: with every problem at once, and nothing of the document.
        TypeError: `document` is none of the three.
    """
    loaded = _load(document, Settings)
    del document
    if isinstance(loaded, Settings):
        return loaded
    raise InvalidSettings("settings", loaded)


def load_record(document: Document) -> AccessRecord | FormRecord:
    """Read an access record from JSON (NOTICE-1); one with a `form` is of a form.

    Args:
        document: as for `load_resume`.

    Raises:
        InvalidRecord: with every problem at once, and nothing of the document.
        TypeError: `document` is none of the three.
    """
    loaded = _load(document, cast("type[AccessRecord | FormRecord]", AccessRecord | FormRecord))
    del document
    if isinstance(loaded, tuple):
        raise InvalidRecord("record", loaded)
    return loaded


def _load(document: Document, target: type[_T]) -> _T | tuple[Problem, ...]:
    parsed = _parse(document)
    if isinstance(parsed, tuple):
        return parsed
    try:
        return _CONVERTER.structure(parsed, target)
    except InvalidValue as error:
        return error.problems


class _Object(dict[str, Any]):
    """A JSON object that remembers how many of its keys came twice."""

    repeated = 0


class _NotJson(Enum):
    """Stands for what JSON has no word for; no type accepts it."""

    NUMBER = "number"


def _object(pairs: list[tuple[str, Any]]) -> _Object:
    found = _Object(pairs)
    found.repeated = len(pairs) - len(found)
    return found


def _whole(digits: str) -> int | _NotJson:
    return int(digits) if len(digits) < 20 else _NotJson.NUMBER


def _parse(document: Document) -> Any | tuple[Problem, ...]:
    if isinstance(document, dict):
        return document
    if not isinstance(document, (bytes, str)):
        raise TypeError(f"expected bytes, str or dict, got a {type(document).__name__}")
    if len(document) > MAX_BYTES:
        return (Problem("", f"expected at most {MAX_BYTES} bytes"),)
    try:
        text = document.decode() if isinstance(document, bytes) else document
        return json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_object,
            parse_constant=lambda _: _NotJson.NUMBER,
            parse_int=_whole,
        )
    except UnicodeDecodeError:
        return (Problem("", "expected UTF-8"),)
    except RecursionError:
        return (Problem("", "expected JSON nested less deeply"),)
    except ValueError:
        return (Problem("", "expected JSON, an object"),)


def _wrong(expected: str) -> InvalidValue:
    return InvalidValue("value", [Problem("", f"expected {expected}")])


def _leaf(annotation: object) -> Callable[[object, object], Any]:
    """Takes what the model takes, and nothing that would have to be converted."""
    check = check_of(annotation)

    def structure(value: object, _: object) -> object:
        problems = tuple(check(value))
        if problems:
            raise InvalidValue("value", problems)
        return value

    return structure


def _structure_instant(value: object, _: object) -> datetime:
    if isinstance(value, str) and _INSTANT.fullmatch(value):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            pass
    raise _wrong(expected_for(datetime))


def _structure_year_month(value: object, _: object) -> YearMonth:
    matched = _YEAR_MONTH.fullmatch(value) if isinstance(value, str) else None
    if matched is not None and 1900 <= int(matched[1]) <= 2200 and 1 <= int(matched[2]) <= 12:
        return YearMonth(int(matched[1]), int(matched[2]))
    raise _wrong("a year and month, such as 2019-07, from 1900 to 2200")


def _spelled(cls: type[object]) -> Callable[[object, object], object]:
    def structure(value: object, _: object) -> object:
        if not isinstance(value, str):
            raise _wrong("a string")
        try:
            return cls(value)  # type: ignore[call-arg]  # every class of SPELLED takes its one string
        except InvalidValue as error:
            problems = [Problem("", problem.expected) for problem in error.problems]
        raise InvalidValue(cls.__name__, problems)

    return structure


def _enumeration(cls: type[Enum]) -> Callable[[object, object], Enum]:
    members: dict[object, Enum] = {member.value: member for member in cls}
    expected = expected_for(cls)

    def structure(value: object, _: object) -> Enum:
        if not isinstance(value, str) or value not in members:
            raise _wrong(expected)
        return members[value]

    return structure


def _sequence(annotation: Any) -> Callable[[object, object], object]:
    kind, item = get_origin(annotation), get_args(annotation)[0]

    def structure(value: object, _: object) -> object:
        if not isinstance(value, list):
            raise _wrong("a list")
        items, problems = [], []
        for index, one in enumerate(value):
            try:
                items.append(_CONVERTER.structure(one, item))
            except InvalidValue as error:
                problems += [problem.under(f"[{index}]") for problem in error.problems]
        if kind is frozenset and not problems and len(set(items)) < len(items):
            problems.append(Problem("", "expected no item twice"))
        if problems:
            raise InvalidValue("list", problems)
        return kind(items)

    return structure


def _record(cls: type[Any]) -> Callable[[Any, object], Any]:
    structure_fields = make_dict_structure_fn(cls, _CONVERTER, _cattrs_forbid_extra_keys=True)
    names = [name for name, _ in fields_of(cls)]

    def structure(value: Any, _: object) -> Any:
        if not isinstance(value, dict):
            raise _wrong(f"an object with {', '.join(names)}")
        problems: list[Problem] = []
        if isinstance(value, _Object) and value.repeated:
            problems.append(Problem("", f"expected each key once, {value.repeated} came again"))
        given = {
            key: item for key, item in dict.items(value) if isinstance(key, str)
        }  # as stored: no __missing__
        if len(given) < dict.__len__(value):
            problems.append(Problem("", "expected every key to be a string"))
        built = None
        try:
            built = structure_fields(given, cls)
        except ClassValidationError as error:
            for cause, note in error.group_exceptions()[0]:
                problems += _problems_in(cause, note.name)
            for stray in error.group_exceptions()[1]:
                problems += _problems_in(stray, "", names)
        if problems:
            raise InvalidValue(cls.__name__, problems)
        return built

    return structure


def _problems_in(cause: Exception, path: str, names: Iterable[str] = ()) -> list[Problem]:
    """What cattrs met, told without what it met."""
    match cause:
        case InvalidValue():
            return [problem.under(path) for problem in cause.problems]
        case KeyError():
            return [Problem(path, "required, but missing")]
        case ForbiddenExtraKeysError():
            # A key may be personal too, so it is not repeated; a known one that resembles it is told.
            strays = cause.extra_fields
            asked = strays if len(strays) <= _MOST_HINTS else ()
            meant = sorted({near for key in asked for near in get_close_matches(key, names, 1)})
            hint = f"; did you mean {', '.join(meant)}?" if meant else ""
            return [Problem("", f"expected no key but {', '.join(names)}; {len(strays)} unknown{hint}")]
        case _:  # to raise it on would take the input along
            return [Problem(path, f"expected what can be checked, met a {type(cause).__name__}")]


def _one_of(annotation: object) -> Callable[[Any, object], Any]:
    """A union of records, told apart by the one key that only one of them requires."""
    keys: dict[str, type[Any]] = {}
    for member in cast("tuple[type[Any], ...]", members_of(annotation)):
        others = {name for other in members_of(annotation) if other is not member for name in names_of(other)}
        keys |= {name: member for name in names_of(member) if name not in others}

    def structure(value: Any, _: object) -> Any:
        named = [keys[key] for key in dict.keys(value) if key in keys] if isinstance(value, dict) else []
        if len(named) != 1:
            raise _wrong(f"an object with {' or '.join(keys)}, and not both")
        return _CONVERTER.structure(value, named[0])

    return structure


def names_of(cls: object) -> tuple[str, ...]:
    """The names of a record's fields."""
    return tuple(name for name, _ in fields_of(cast("type[object]", cls)))


def _structure_viewer(value: Any, _: object) -> Viewer:
    kind = dict.get(value, "kind") if isinstance(value, dict) else None
    if type(kind) is not str or kind not in KINDS:
        raise InvalidValue("viewer", [Problem("kind", f"expected one of {', '.join(KINDS)}")])
    rest = _Object({key: item for key, item in dict.items(value) if key != "kind"})
    rest.repeated = getattr(value, "repeated", 0)
    return _CONVERTER.structure(rest, KINDS[kind])


def _structure_record(value: Any, _: object) -> AccessRecord | FormRecord:
    if isinstance(value, dict) and dict.__contains__(value, "form"):
        return _CONVERTER.structure(value, FormRecord)
    return _CONVERTER.structure(value, AccessRecord)


def _is_enum(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Enum)


def _is_union(annotation: object) -> bool:
    members = members_of(annotation)
    return len(members) > 1 and all(map(is_model, members))


def _is_sequence(annotation: object) -> bool:
    return get_origin(annotation) in (tuple, frozenset)


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter()
    converter.register_structure_hook_factory(is_model, _record)
    converter.register_structure_hook_factory(_is_enum, _enumeration)
    converter.register_structure_hook_factory(_is_sequence, _sequence)
    converter.register_structure_hook_factory(_is_union, _one_of)
    converter.register_structure_hook_func(lambda annotation: annotation == Viewer, _structure_viewer)
    converter.register_structure_hook_func(partial(eq, AccessRecord | FormRecord), _structure_record)
    converter.register_structure_hook(datetime, _structure_instant)
    converter.register_structure_hook(YearMonth, _structure_year_month)
    for spelled in SPELLED:
        converter.register_structure_hook(spelled, _spelled(spelled))
    for leaf in (str, int, bool):  # by class: cattrs asks its own converting hooks before any predicate
        converter.register_structure_hook(leaf, _leaf(leaf))
    converter.register_structure_hook_func(partial(eq, Id), _leaf(Id))
    return converter


_CONVERTER = _converter()
