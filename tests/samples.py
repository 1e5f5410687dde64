"""Samples of every class of the model, made by introspection and full of canaries; and a search for canaries."""

import copy
import pickle
import types
from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Any, cast, get_args, get_origin

import attrs
import pytest

import resume_visibility
from resume_visibility import (
    CampusForm,
    InvalidResume,
    InvalidValue,
    InvalidViewer,
    Resume,
    Viewer,
    load_resume,
    load_viewer,
)
from resume_visibility.model import Document, Email, IpRegion, MobileNumber, Url, YearMonth
from resume_visibility.model.building import Id, fields_of, is_model, members_of, stated_in_json
from resume_visibility.policy import V2023_04

PACKAGE = Path(resume_visibility.__file__).parent
EXAMPLES = Path(__file__).parents[1] / "examples" / "data"
FORMS = (EXAMPLES / "campus-form.json",)
RESUMES = tuple(path for path in sorted(EXAMPLES.glob("*.json")) if path not in FORMS)
VIEWERS = tuple(sorted((EXAMPLES / "viewers").glob("*.json")))

CANARIES = ("canary", "3987651234", "76543210", "1876543", "98765432")
"""What no error, message or representation may hold; compared without regard to case."""

SPELLED: dict[object, Any] = {
    MobileNumber: "+8613987651234",
    Email: "canary.box@example.com",
    Url: "https://canary.example.com/me",
    YearMonth: "2019-07",
    IpRegion: "CN-GD",
    datetime: "2026-05-06T12:15:42Z",
    bool: True,
    int: 5,
    Id: "canary-id",
}
CHOSEN: dict[tuple[str, str], Any] = {
    ("PersonName", "full"): "Canary Quill",
    ("PersonName", "surname"): "Quill",
    ("PersonName", "romanised_surname"): "Canaryson",
    ("PhoneNumber", "e164"): "+86218765432",
    ("PhoneNumber", "extension"): "98765432",
    ("MonthlySalary", "low"): 76543210,
    ("MonthlySalary", "high"): 76543210,
    ("Profile", "work_started"): 2014,
    ("Period", "end"): "2020-01",
    ("VirtualNumber", "valid_until"): "2099-12-31T16:00:00Z",
    ("Conversation", "until"): "2099-12-31T16:00:00Z",
    ("Consent", "ends"): "2099-12-31T16:00:00Z",
    ("SupportCase", "closed"): "2099-12-31T16:00:00Z",
    ("SupportCase", "complainant"): "another-candidate",
    ("CommunityProfile", "id"): "canary-member",
    ("CommunityProfile", "avatar"): "canary-face",
    ("CampusForm", "handed_in"): "2026-05-06T12:15:42Z",
    ("CampusForm", "withdrawn"): "2099-12-31T16:00:00Z",
}
BUILT: dict[object, Any] = {
    MobileNumber: MobileNumber("+8613987651234"),
    Email: Email("canary.box@example.com"),
    Url: Url("https://canary.example.com/me"),
    YearMonth: YearMonth(2019, 7),
    IpRegion: IpRegion("CN-GD"),
    datetime: datetime.fromisoformat("2026-05-06T12:15:42Z"),
}


def models(annotation: Any) -> set[type[Any]]:
    """Every class of the model that a value of this annotation can hold."""
    if is_model(annotation):
        inner = (models(kind) for _, kind in fields_of(annotation))
        return {annotation}.union(*inner)
    return set().union(*map(models, get_args(annotation)))


MODEL = sorted(models(Resume) | models(CampusForm) | models(Viewer), key=lambda cls: cls.__name__)
"""Every class of the model."""


def attribute(cls: type[Any], name: str) -> Any:
    """The attrs attribute of a class of the model."""
    return attrs.fields_dict(cls)[name]


def required(cls: type[Any]) -> list[str]:
    """The fields that JSON of a class cannot do without."""
    stated = stated_in_json(cls)
    return [
        name for name, _ in fields_of(cls) if attribute(cls, name).default is attrs.NOTHING or name in stated
    ]


def optional(cls: type[Any]) -> list[str]:
    """The fields that JSON of a class can do without."""
    needed = required(cls)
    return [name for name, _ in fields_of(cls) if name not in needed]


def _asked_for() -> Iterator[tuple[type[Any], str]]:
    """The fields that the policy requires (必填), each with the class that has it."""
    roots: dict[Document, type[Any]] = {Document.RESUME: Resume, Document.FORM: CampusForm}
    for document, root in roots.items():
        for path in V2023_04.required[document]:
            *outer, last = path.split(".")
            cls = root
            for name in outer:
                kind = dict(fields_of(cls))[name]
                item = get_args(kind)[0] if get_origin(kind) is tuple else kind
                (cls,) = (cast("type[Any]", one) for one in members_of(item) if one is not types.NoneType)
            assert last in dict(fields_of(cls))
            yield cls, last


ASKED_FOR = frozenset(_asked_for())


def needed(cls: type[Any], name: str) -> str:
    """How the reference of JSON calls a field: required, required of what is published, or optional."""
    if name in required(cls):
        return "必填"
    return "发布必填" if (cls, name) in ASKED_FOR else "选填"


def spelled(annotation: Any, of: str = "", name: str = "") -> Any:
    """JSON of a value of this annotation, every field given, every text a canary."""
    if (of, name) in CHOSEN:
        return CHOSEN[of, name]
    if annotation in SPELLED:
        return SPELLED[annotation]
    if annotation is str:
        return f"canary {name}"
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return next(iter(annotation)).value
    if get_origin(annotation) in (tuple, frozenset):
        return [spelled(member, of, name) for member in members_of(get_args(annotation)[0])]
    if is_model(annotation):
        return {field: spelled(kind, annotation.__name__, field) for field, kind in fields_of(annotation)}
    member = next(m for m in members_of(annotation) if m is not types.NoneType)
    if member is annotation:
        raise TypeError(f"no sample of {annotation}, for {of}.{name}: give one in tests/samples.py")
    return spelled(member, of, name)


def full() -> dict[str, Any]:
    """The JSON of a resume with every field given, every text a canary."""
    return cast("dict[str, Any]", spelled(Resume))


def places(annotation: Any, value: Any, path: str = "") -> Iterator[tuple[type[Any], str, dict[str, Any]]]:
    """Every object in a document, with the class it stands for and its path."""
    if annotation in SPELLED:
        return
    if get_origin(annotation) in (tuple, frozenset):
        for index, item in enumerate(value):
            yield from places(get_args(annotation)[0], item, f"{path}[{index}]")
    elif is_model(annotation):
        yield annotation, path, value
        for name, kind in fields_of(annotation):
            if name in value:
                yield from places(kind, value[name], f"{path}.{name}" if path else name)
    else:
        for member in members_of(annotation):
            if (
                is_model(member)
                and isinstance(value, dict)
                and set(value) >= set(required(cast("Any", member)))
            ):
                yield from places(member, value, path)


def built(cls: type[Any], **given: Any) -> Any:
    """An object of a class of the model, every field given, every text a canary."""
    if cls in BUILT and not given:
        return BUILT[cls]
    fields = {
        name: given[name] if name in given else _built(kind, cls, name) for name, kind in fields_of(cls)
    }
    return cls(**fields)


def _built(annotation: Any, of: type[Any], name: str) -> Any:
    if annotation is YearMonth and (of.__name__, name) in CHOSEN:
        return YearMonth(2020, 1)
    if annotation is datetime and (of.__name__, name) in CHOSEN:
        return datetime.fromisoformat(CHOSEN[of.__name__, name])
    if annotation in BUILT:
        return BUILT[annotation]
    if annotation is int and of is YearMonth:
        return 7 if name == "month" else 2019
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return next(iter(annotation))
    if get_origin(annotation) in (tuple, frozenset):
        items = [_built(member, of, name) for member in members_of(get_args(annotation)[0])]
        return get_origin(annotation)(items)
    if is_model(annotation):
        return built(annotation)
    if len(members_of(annotation)) > 1:
        return _built(next(m for m in members_of(annotation) if m is not types.NoneType), of, name)
    return spelled(annotation, of.__name__, name)


def changed(document: Any, path: tuple[str | int, ...], value: Any) -> Any:
    """A copy of a document with one node replaced."""
    if not path:
        return value
    new = copy.deepcopy(document)
    inner = new
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return new


def nodes(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of every node of a document."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from nodes(item, (*path, key))


def refused(document: Any, load: Any = load_resume) -> list[tuple[str, str]]:
    """The problems of a document that does not load, once its error was found to hold nothing of it."""
    with pytest.raises(InvalidValue) as caught:
        load(document)
    assert type(caught.value) is (InvalidViewer if load is load_viewer else InvalidResume)
    assert found_in(caught.value) == []
    return [(problem.path, problem.expected) for problem in caught.value.problems]


def found_in(error: BaseException) -> list[str]:
    """The canaries that can be found in an error, its chain, its pickle, or the frames of the package it went through."""
    texts = [str(error), repr(error), repr(pickle.dumps(error)), *getattr(error, "__notes__", ())]
    roots: list[Any] = [error.args, vars(error), error.__cause__, error.__context__]
    trace = error.__traceback__
    while trace is not None:
        if Path(trace.tb_frame.f_code.co_filename).is_relative_to(PACKAGE):
            roots += trace.tb_frame.f_locals.values()
        trace = trace.tb_next
    texts += strings_in(roots)
    return [canary for canary in CANARIES if any(canary in text.casefold() for text in texts)]


def strings_in(root: Any) -> Iterator[str]:
    """Every text that can be reached from an object, through its items and attributes."""
    pending, seen = [root], dict[int, Any]()
    while pending:
        one = pending.pop()
        if id(one) in seen:
            continue
        seen[id(one)] = one
        match one:
            case str() | bytes() | int() | float():
                yield repr(one) if not isinstance(one, str) else one
            case dict():
                pending += [*one.keys(), *one.values()]
            case list() | tuple() | set() | frozenset():
                pending += one
            case type() | types.FunctionType() | types.ModuleType():
                pass
            case _:
                slots = [name for cls in type(one).__mro__ for name in getattr(cls, "__slots__", ())]
                pending += [getattr(one, name) for name in slots if hasattr(one, name)]
                pending += getattr(one, "__dict__", {}).values()
                if isinstance(one, BaseException):
                    pending += [one.args, one.__cause__, one.__context__]
