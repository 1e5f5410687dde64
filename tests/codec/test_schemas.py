"""The schemas say what the loaders take: held to it by a validator, document by document and value by value."""

import copy
import json
import re
import sys
from collections.abc import Hashable, Iterator
from datetime import UTC, datetime
from enum import Enum
from functools import cache, partial
from inspect import cleandoc
from typing import Any, get_args, get_origin

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from each import each
from resume_visibility import (
    AccessRecord,
    CampusForm,
    FormView,
    Owner,
    Resume,
    ResumeView,
    Settings,
    ShownSections,
    Viewer,
    dump_form,
    dump_record,
    dump_resume,
    dump_view,
    dump_viewer,
    load_form,
    load_resume,
    load_viewer,
    record_of,
    view_for,
    view_to_dict,
)
from resume_visibility.__main__ import main
from resume_visibility.codec.definitions import Definitions
from resume_visibility.codec.loading import explained
from resume_visibility.codec.parsing import Refused
from resume_visibility.codec.spelling import BLANKS
from resume_visibility.codec.unstructuring import plain_of
from resume_visibility.model import Email, Gender, IpRegion, MobileNumber, PhoneNumber, Url, YearMonth
from resume_visibility.model.building import (
    MOST_CHARACTERS,
    Checked,
    Choice,
    Id,
    fields_of,
    members_of,
    most_items,
)
from resume_visibility.model.viewers import KINDS
from resume_visibility.schemas import (
    DOCUMENT_SCHEMA,
    VIEW_SCHEMA,
    Subject,
    openapi_components,
    schema_of,
)
from resume_visibility.testing import CORPUS_NOW, Case, cases, corpus, form_cases
from samples import EXAMPLES, FORMS, RESUMES, SPELLED, VIEWERS, full, models, required, spelled

AT = datetime(2026, 7, 1, tzinfo=UTC)
RECORD = {
    "document": "resume",
    "document_id": "resume-1",
    "viewer": "user-1",
    "kind": "recruiter",
    "company": {"name": "Canary", "id": "acme"},
    "action": "view",
    "conversing": True,
    "at": "2026-06-01T00:00:00Z",
    "granted": True,
    "clauses": ["MODE-1"],
    "policy": "2023-04",
    "digest": "0" * 64,
    "shown": ["display_name"],
    "withheld": ["mobile"],
}
READ = sorted(
    {*models(Resume), *models(CampusForm), *models(Viewer), *models(AccessRecord)} - SPELLED.keys(),
    key=lambda cls: cls.__name__,
)
"""Every class that a loader makes of an object."""


def sample(cls: type[Any]) -> dict[str, Any]:
    """A document of one class that loads, with nearly every field given."""
    return copy.deepcopy(RECORD) if cls is AccessRecord else {**spelled(cls)}


def _like(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    # In ECMAScript, whose patterns these are, $ is the end and nothing else.
    if isinstance(instance, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), instance):
        yield ValidationError("unlike")


DRAFT: Any = Draft202012Validator
_extend: Any = extend  # which its stub leaves untyped
VALIDATOR: Any = _extend(DRAFT, {"pattern": _like})


META: Any = DRAFT(DRAFT.META_SCHEMA)
"""The validator of schemas."""


@cache
def of_subject(subject: Subject) -> Any:
    """The validator of a document."""
    return VALIDATOR(schema_of(subject))


@cache
def of_class(cls: Hashable) -> Any:
    """The validator of one class that a loader makes, or of any annotation."""
    definitions = Definitions("#/$defs/", ShownSections)
    root = definitions.of(cls, False)
    return VALIDATOR({**root, "$defs": definitions.made})


def loads(cls: Any, document: Any) -> bool:
    """Whether the loader takes a document for an object of a class; a viewer's kind is not its own field."""
    plain = {key: one for key, one in document.items() if key != "kind" or cls not in KINDS.values()}
    return not isinstance(explained(plain, cls), Refused)


def valid(cls: Any, document: dict[str, Any]) -> bool:
    """Whether the schema takes a document of a class, to which a viewer's kind is added."""
    kinds = [kind for kind, viewer in KINDS.items() if viewer is cls]
    return bool(of_class(cls).is_valid({**document, "kind": kinds[0]} if kinds else document))


def definitions_of_class(cls: Any) -> dict[str, Any]:
    """The definition of one class."""
    made: dict[str, Any] = of_class(cls).schema["$defs"][cls.__name__]
    return made


def refs(value: Any) -> Iterator[str]:
    """Every reference in a schema."""
    if isinstance(value, dict):
        for key, one in value.items():
            if key == "$ref":
                yield one
            else:
                yield from refs(one)
    elif isinstance(value, list):
        for one in value:
            yield from refs(one)


def definitions_of(subject: Subject) -> dict[str, Any]:
    """The definitions of a document's schema."""
    made: dict[str, Any] = schema_of(subject)["$defs"]
    return made


@pytest.mark.parametrize("subject", Subject)
def test_every_schema_is_one(subject: Subject) -> None:
    """Each is valid by the meta-schema of 2020-12, is named by subject and version, and refers to all that it defines, and no more."""
    schema = schema_of(subject)
    META.validate(schema)
    assert schema["$schema"] == DRAFT.META_SCHEMA["$id"]
    version = VIEW_SCHEMA if subject in (Subject.VIEW, Subject.FORM_VIEW) else DOCUMENT_SCHEMA
    assert schema["$id"] == f"urn:resume-visibility:{subject.value}:{version}"
    assert {ref.removeprefix("#/$defs/") for ref in refs(schema)} == schema["$defs"].keys()
    assert json.loads(json.dumps(schema)) == schema


def test_openapi_has_the_same_definitions() -> None:
    """The components of OpenAPI are the definitions of all subjects, one for each name, under references of OpenAPI."""
    place = "#/components/schemas/"
    made = openapi_components()["components"]["schemas"]
    assert made["Viewer"].pop("discriminator") == {
        "propertyName": "kind",
        "mapping": {kind: place + cls.__name__ for kind, cls in KINDS.items()},
    }
    assert {"Text", "Id", "Instant", "Month", "ShownText", "Viewer"} <= made.keys()
    assert made.keys().isdisjoint(
        {"ShownId", "ShownInstant", "ShownMonth"}
    )  # which views write as documents do
    assert {ref.removeprefix(place) for ref in refs(made)} <= made.keys()
    here = json.loads(json.dumps(made).replace(place, "#/$defs/"))
    every = [definitions_of(subject) for subject in Subject]
    for definitions in every:
        assert definitions == {name: here[name] for name in definitions}
    assert set().union(*every) == made.keys()
    META.validate({"$defs": here})


def test_schemas_are_fresh() -> None:
    """A schema is the caller's own: to change it changes no later one."""
    for make in (partial(schema_of, Subject.RESUME), openapi_components):
        first = make()
        expected = json.dumps(first)
        pending: list[Any] = [first]
        while pending:
            one = pending.pop()
            pending += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
            if isinstance(one, (dict, list)):
                one.clear()
        assert json.dumps(make()) == expected


def test_what_is_no_subject_is_refused() -> None:
    """A name is no subject: `Subject("view")` is."""
    with pytest.raises(
        TypeError, match=r"expected subject to be a Subject, such as Subject\.RESUME, got str"
    ):
        schema_of("view")  # type: ignore[arg-type]  # what must be refused


def test_patterns_are_those_of_every_language() -> None:
    """No pattern looks around, or has a class that languages read in different ways."""
    made = openapi_components()
    patterns = re.findall(r'"pattern": ("(?:[^"\\]|\\.)*")', json.dumps(made))
    assert len(patterns) > 5
    for pattern in map(json.loads, patterns):
        assert not re.search(r"\(\?[^:]|\\[dDsSwWbBAZzpPu1-9]", pattern), pattern


def test_blanks_are_those_of_the_loader() -> None:
    """What a text is blank with is what Python calls a space."""
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert re.findall(f"[{BLANKS}]", every) == [char for char in every if char.isspace()]


def test_every_definition_says_what_it_is() -> None:
    """Each has a description, and no docstring describes a field that there is not."""
    for name, definition in openapi_components()["components"]["schemas"].items():
        assert definition["description"].strip(), name
    for subject in Subject:
        is_view = subject in (Subject.VIEW, Subject.FORM_VIEW)
        assert ("What a view is written as." in schema_of(subject)["description"]) is is_view
    for cls in READ:
        arguments = cleandoc(cls.__doc__ or "").partition("Args:")[2]
        described = {*re.findall(r"^ {4}(\w+): ", arguments, re.MULTILINE)}
        assert described <= {name for name, _ in fields_of(cls)}
        properties = definitions_of_class(cls)["properties"]
        assert described == {name for name, one in properties.items() if "description" in one}


def test_schemas_hold_nothing_of_a_person() -> None:
    """LAW-7: nothing of the people in the examples is in any schema."""
    text = json.dumps([schema_of(subject) for subject in Subject], ensure_ascii=False)
    for path in RESUMES:
        basics = load_resume(path.read_bytes()).basics
        for known in (basics.name, basics.contact.mobile, basics.contact.email):
            # A romanised surname is short, and may be in any word.
            assert known is None or attrs.astuple(known)[0] not in text


EXAMPLES_OF: list[tuple[Subject, str]] = [
    *((Subject.RESUME, path.name) for path in RESUMES),
    *((Subject.FORM, path.name) for path in FORMS),
    *((Subject.VIEWER, f"viewers/{path.name}") for path in VIEWERS),
    *((Subject.SETTINGS, f"settings/{path.name}") for path in sorted((EXAMPLES / "settings").glob("*.json"))),
]


@pytest.mark.parametrize(("subject", "name"), EXAMPLES_OF)
def test_every_example_is_valid(subject: Subject, name: str) -> None:
    """Each example of the documentation is what its schema says."""
    of_subject(subject).validate(json.loads((EXAMPLES / name).read_bytes()))


@each("subject", Subject)
def test_a_document_is_no_other(subject: Subject) -> None:
    """What is no object, an empty one, and one with a key or a kind that the loader does not know, is no document of any subject."""
    others: tuple[Any, ...] = (
        None,
        5,
        "canary",
        [],
        {},
        {"kind": "canary"},
        {"kind": "visitor", "canary": 1},
    )
    for other in others:
        assert not of_subject(subject).is_valid(other), other


def test_every_view_of_the_examples_is_valid() -> None:
    """Each viewer's view of each example is what the schema of views says, and so is its record."""
    seen = 0
    for path in (*RESUMES, *FORMS):
        load: Any = load_form if path in FORMS else load_resume
        document = load(path.read_bytes())
        subject = Subject.FORM_VIEW if path in FORMS else Subject.VIEW
        for viewer in (
            Owner(candidate=document.candidate),
            *(load_viewer(one.read_bytes()) for one in VIEWERS),
        ):
            view = view_for(viewer, document, at=AT)
            record = record_of(viewer, document, view, at=AT)
            of_subject(Subject.RECORD).validate(json.loads(dump_record(record)))
            if view is not None:
                seen += 1
                of_subject(subject).validate(view_to_dict(view))
    assert seen > 10


@given(cases())
def test_whatever_is_drawn_of_resumes_is_valid(case: Case[Resume]) -> None:
    """What is dumped of any resume, viewer, view and record is what the schemas say, and a view says its version."""
    of_subject(Subject.RESUME).validate(json.loads(dump_resume(case.document)))
    of_subject(Subject.SETTINGS).validate(plain_of(case.document.settings))
    of_subject(Subject.VIEWER).validate(json.loads(dump_viewer(case.viewer)))
    view = view_for(case.viewer, case.document, at=case.at)
    record = record_of(case.viewer, case.document, view, at=case.at)
    of_subject(Subject.RECORD).validate(json.loads(dump_record(record)))
    if view is not None:
        written = json.loads(dump_view(view))
        of_subject(Subject.VIEW).validate(written)
        assert written["schema"] == view_to_dict(view)["schema"] == VIEW_SCHEMA


@given(form_cases())
def test_whatever_is_drawn_of_forms_is_valid(case: Case[CampusForm]) -> None:
    """What is dumped of any form, its view and record is what the schemas say, and a view says its version."""
    of_subject(Subject.FORM).validate(json.loads(dump_form(case.document)))
    view = view_for(case.viewer, case.document, at=case.at)
    record = record_of(case.viewer, case.document, view, at=case.at)
    of_subject(Subject.RECORD).validate(json.loads(dump_record(record)))
    if view is not None:
        written = json.loads(dump_view(view))
        of_subject(Subject.FORM_VIEW).validate(written)
        assert written["schema"] == view_to_dict(view)["schema"] == VIEW_SCHEMA


def test_resumes_like_those_of_people_are_valid() -> None:
    """Of a corpus each resume is what its schema says, and its owner's view, too."""
    for resume in corpus(20, seed=7):
        of_subject(Subject.RESUME).validate(json.loads(dump_resume(resume)))
        view = view_for(Owner(candidate=resume.candidate), resume, at=CORPUS_NOW)
        if view is not None:
            of_subject(Subject.VIEW).validate(view_to_dict(view))


def test_marks_may_make_a_text_longer_than_a_document_may_have() -> None:
    """A view's text has no greatest length: what hides something can be longer than it was."""
    resume = load_resume((EXAMPLES / "engineer.json").read_bytes())
    number = resume.basics.contact.mobile
    text = " ".join(["13800138000"] * (MOST_CHARACTERS // 12))
    assert number is not None
    viewer = load_viewer((EXAMPLES / "viewers" / "mailbox.json").read_bytes())
    view = view_for(viewer, attrs.evolve(resume, strengths=text), at=AT)
    assert view is not None
    plain = view_to_dict(view)
    plain["sections"]["strengths"] += "x" * MOST_CHARACTERS  # whatever the marks are
    of_subject(Subject.VIEW).validate(plain)


VIEW = view_to_dict(
    view_for(Owner(candidate="c-58120"), load_resume((EXAMPLES / "engineer.json").read_bytes()), at=AT)  # type: ignore[arg-type]  # the owner's view is there
)


@pytest.mark.parametrize("key", VIEW)
def test_a_view_has_every_key(key: str) -> None:
    """A view without one of its keys is none, nor is one with a key more, or by another version of the schema."""
    view = of_subject(Subject.VIEW)
    assert view.is_valid(VIEW)
    assert not view.is_valid({name: one for name, one in VIEW.items() if name != key})
    assert not view.is_valid({**VIEW, key: {"canary": 1}})
    assert not view.is_valid({**VIEW, "canary": 1})
    assert not view.is_valid({**VIEW, "schema": "0"})


@each("cls", READ, ids=lambda cls: cls.__name__)
def test_keys(cls: Any) -> None:
    """The schema knows the keys that the loader knows, requires what it requires, and both refuse what lacks one or has one more."""
    schema = definitions_of_class(cls)
    own = ["kind"] if cls in KINDS.values() else []
    assert [*schema["properties"]] == own + [name for name, _ in fields_of(cls)]
    assert schema["required"] == own + required(cls)
    document = sample(cls)
    assert valid(cls, document)
    assert loads(cls, document)
    for name in required(cls):
        rest = {key: one for key, one in document.items() if key != name}
        assert not valid(cls, rest)
        assert not loads(cls, rest)
    assert not valid(cls, {**document, "canary": 1})
    assert not loads(cls, {**document, "canary": 1})
    others: tuple[Any, ...] = (None, [], "canary", 1)
    for other in others:
        assert not of_class(cls).is_valid(other)


@each("cls", READ, ids=lambda cls: cls.__name__)
def test_items(cls: type[Any]) -> None:
    """One item too many is refused by both, and so is an item twice in a set."""
    for name, most in most_items(cls).items():
        one = sample(cls)
        items = (one.get(name) or ["visitor"])[:1]
        assert f'"maxItems": {most}' in json.dumps(definitions_of_class(cls)["properties"][name])
        assert most > 200 or not valid(cls, {**one, name: items * (most + 1)}), name  # that take long
        assert not loads(cls, {**one, name: items * (most + 1)}), name
        kind = next(kind for field, kind in fields_of(cls) if field == name)
        if get_origin(kind) is frozenset:
            assert not valid(cls, {**one, name: items * 2}), name
            assert not loads(cls, {**one, name: items * 2}), name


@each("cls", READ, ids=lambda cls: cls.__name__)
def test_defaults(cls: type[Any]) -> None:
    """What a schema gives as a default is what a missing key means; where JSON can express it, a schema gives it."""
    expressed = {field.name for field in attrs.fields(cls) if isinstance(field.default, (str, int, Choice))}
    properties = definitions_of_class(cls)["properties"]
    assert {name for name, schema in properties.items() if "default" in schema} == expressed
    for name, schema in properties.items():
        if "default" in schema:
            document = {**sample(cls), name: schema["default"]}
            rest = {key: one for key, one in document.items() if key != name}
            assert valid(cls, document)
            assert explained(document, cls) == explained(rest, cls), name


WRONG: dict[object, list[Any]] = {
    str: ["", " \u3000\t", "\x1f", "canary\0", "x" * (MOST_CHARACTERS + 1), 5, ["canary"]],
    Id: ["", "a b", "x" * 65, "张", "a/b", "a\n", 5],
    int: ["5", 1.5, True],
    bool: ["true", 1, 0],
    datetime: [
        *("2023-05-04", "2023-05-04T08:00:00", "2023-05-04 08:00:00Z", "2023-05-04t08:00:00Z"),
        *("2023-13-04T08:00:00Z", "2023-05-32T08:00:00Z", "2023-05-04T24:00:00Z", "2023-05-04T08:60:00Z"),
        *("2023-05-04T08:00:60Z", "2023-05-04T08:00:00+24:00", "2023-05-04T08:00:00+08:60", "canary"),
        *("2023-05-04T08:00:00.1234567Z", "２023-05-04T08:00:00Z", 1683158400),
    ],
    YearMonth: [
        "2019-13",
        "2019-00",
        "1899-12",
        "2201-01",
        "2019-7",
        "2019-07\n",
        "２019-07",
        "2019",
        201907,
    ],
    MobileNumber: ["13800138000", "+8612800138000", "+86138001380001", "+123456", "+0123456789", "+86 138"],
    Email: [
        "canary",
        "a@b",
        "@example.com",
        "a b@example.com",
        "张@example.com",
        "a@" + "b.c" * 90,
        "a@-b.com",
    ],
    Url: [
        *(
            "example.com",
            "ftp://example.com",
            "https://",
            "https://a@b.com",
            "https://:80",
            "https:/example.com",
        ),
        *("https://example.com/a b", "https://example.com/" + "x" * 2048, 'https://example.com/"', "//a.com"),
    ],
    IpRegion: ["HK", "CN-gd", "cn-gd", "CN", "CN-XX", "XX", ""],
    Gender: ["", "canary", "MALE", "Male", 1],
}
"""Values that are wrong, and that schema and loader both refuse."""

RIGHT: dict[object, list[Any]] = {
    str: ["x", " x ", "\n\u3000x", "x" * MOST_CHARACTERS, "\U0001f600" * MOST_CHARACTERS],
    Id: ["a", "x" * 64, "A-Z.a_z-0.9"],
    int: [0, -1, 10**18, 2**63 - 1, -(2**63)],
    bool: [True, False],
    datetime: ["2024-02-29T23:59:59.123456-23:59", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"],
    YearMonth: ["1900-01", "1999-12", "2000-01", "2199-12", "2200-12"],
    MobileNumber: ["+8613800138000", "+1234567", "+123456789012345", "+8212345", "+852123456"],
    Email: ["a@b.co", "a..b@example.com", "a+b@x-y.example.com", "x" * 64 + "@example.com"],
    Url: ["HTTPS://例子.com/路?a=b#c", "http://[::1]:80/", "http://a", "https://a.com?x@y", "http://a/{|}"],
    IpRegion: ["CN-GD", "CN-HK", "SG"],
    Gender: ["male", "unknown"],
}
"""Values that both take."""

STRICTER: dict[object, list[Any]] = {
    str: ["\ud800", "canary\udfff"],  # half of a character, of which patterns of languages know nothing alike
    Id: [],
    int: [1.0, 5.0],  # JSON Schema calls it an integer
    bool: [],
    datetime: [
        *("2023-02-29T08:00:00Z", "2023-04-31T08:00:00Z", "0000-05-04T08:00:00Z"),  # no day of the calendar
        *("0001-01-01T00:00:00+08:00", "9999-12-31T23:59:59-08:00"),  # which UTC cannot write
    ],
    YearMonth: [],
    MobileNumber: [],
    Email: [],
    Url: ["https://example.com:port", "https://example.com:99999", "https://[example", "https://℀.com"],
    IpRegion: [],
    Gender: [],
}
"""Values that the schema takes and the loader refuses, with the reason."""


@cache
def holder(kind: Any) -> Any:
    """A class with one field of an annotation."""

    class Holder(Checked):
        value: Any = attrs.field()

        __attrs_post_init__ = Checked.__attrs_post_init__

    Holder.__annotations__["value"] = kind
    return attrs.frozen(Holder, repr=False, slots=True)


def agreed(kind: Any, value: Any) -> tuple[bool, bool]:
    """Whether the schema takes a value of this annotation, and whether the loader does."""
    cls = holder(kind)
    return valid(cls, {"value": value}), loads(cls, {"value": value})


KINDS_OF_VALUES = [*WRONG]


def test_every_kind_of_value_is_tried() -> None:
    """Every annotation in the model is one that is tried here, a list of these, or a class."""

    def leaves(kind: Any) -> Iterator[Any]:
        if get_origin(kind) in (tuple, frozenset):
            yield from leaves(get_args(kind)[0])
        elif len(members_of(kind)) > 1:
            for member in members_of(kind):
                yield from leaves(member)
        elif not (isinstance(kind, type) and issubclass(kind, Enum)):
            yield kind

    found = {leaf for cls in READ for _, kind in fields_of(cls) for leaf in leaves(kind)}
    assert found <= {*KINDS_OF_VALUES, type(None), *READ}
    assert WRONG.keys() == RIGHT.keys() == STRICTER.keys()


@pytest.mark.parametrize("kind", KINDS_OF_VALUES)
def test_values(kind: Any) -> None:
    """Wrong values are refused by both and right ones taken by both, but for those of which JSON Schema has no word."""
    for value in WRONG[kind]:
        assert agreed(kind, value) == (False, False), repr(value)
    for value in RIGHT[kind]:
        assert agreed(kind, value) == (True, True), repr(value)
    for value in STRICTER[kind]:
        assert agreed(kind, value) == (True, False), repr(value)
    assert agreed(kind, None) == (False, False)
    assert agreed(kind | None, None) == (True, True)


TRIED = st.one_of(
    st.text(max_size=12),
    *(
        st.sampled_from([str(one) for one in (*WRONG[kind], *RIGHT[kind]) if len(str(one)) < 300])
        for kind in KINDS_OF_VALUES
    ),
)


@pytest.mark.parametrize("kind", [str, Id, YearMonth, MobileNumber, Email, IpRegion, Gender, datetime, Url])
def test_values_that_are_nearly_right(kind: Any) -> None:
    """A value with a character changed, lost or added is refused by the loader wherever the schema refuses it, and the other way
    round but for what JSON Schema has no word for.
    """
    near = st.sampled_from([one for one in RIGHT[kind] if len(one) < 300])

    @given(
        near | TRIED,
        st.integers(0, 40),
        st.text(max_size=1) | st.sampled_from([*"0129-+:.@/TZ\n [%"]),
        st.booleans(),
    )
    def holds(value: str, place: int, char: str, lost: bool) -> None:
        changed = value[:place] + char + value[place + lost :]
        by_schema, by_loader = agreed(kind, changed)
        assert by_schema or not by_loader
        if kind not in (datetime, Url):
            assert by_schema is by_loader

    holds()


FIELDS = [(cls, name, kind) for cls in READ for name, kind in fields_of(cls)]


@each("cls, name, kind", FIELDS, ids=lambda one: getattr(one, "__name__", str(one)))
def test_every_field_refuses_what_is_wrong(cls: type[Any], name: str, kind: Any) -> None:
    """In each field a value of another kind is refused by both, wrong values of its own kind as well, and the loader refuses
    whatever the schema refuses.
    """
    members = [member for member in members_of(kind) if member is not type(None)]
    [leaf] = members if len(members) == 1 else [None]
    own = WRONG.get(leaf, [])
    # Without the other fields, unless it needs them: both would read these again and again.
    needed = {name, *definitions_of_class(cls).get("required", ())}
    short = {key: one for key, one in sample(cls).items() if key in needed}
    document = short if valid(cls, short) and loads(cls, short) else sample(cls)
    assert valid(cls, document)
    assert loads(cls, document)
    for value in [{"canary": 1}, [None], 0.5, *own]:
        by_schema, by_loader = valid(cls, {**document, name: value}), loads(cls, {**document, name: value})
        assert not by_schema, repr(value)
        assert not by_loader, repr(value)
    for value in [None, [], "canary", -1, 5, True, *RIGHT.get(leaf, [])]:
        if not valid(cls, {**document, name: value}):
            assert not loads(cls, {**document, name: value}), repr(value)


LIMITED: dict[tuple[str, str], tuple[list[Any], list[Any]]] = {
    ("AgeVerified", "age"): ([0, 151], [1, 150]),
    ("Profile", "work_started"): ([1899, 2201], [1900, 2200]),
    ("PersonName", "full"): (["x" * 101], ["x" * 100]),
    ("PersonName", "romanised_surname"): (["张", "a1", ""], ["Li"]),
    ("PhoneNumber", "e164"): (["+12345", "021-876"], ["+1234567"]),
    ("PhoneNumber", "extension"): (["123456789", "1a", ""], ["1"]),
    ("MonthlySalary", "low"): ([-1, 10**8], [0]),
    ("MonthlySalary", "high"): ([-1, 10**8], [10**8 - 1]),
    ("CampusProject", "team_size"): ([0, 100_000], [1, 99_999]),
    ("KeywordBlock", "keyword"): (["x" * 101], ["x" * 100]),
    ("Company", "name"): (["x" * 201], ["x" * 200]),
    ("Company", "aliases"): ([["x" * 201]], [["x" * 200]]),
    ("RecordedCompany", "name"): (["x" * 201], ["x" * 200]),
    ("AccessRecord", "digest"): (["0" * 63, "A" * 64], ["a" * 64]),
}
"""The fields with limits of their own: what is beyond them, and what is just within."""


def test_limits() -> None:
    """Beyond each limit both refuse, within it both take, and every field that declares one is tried."""
    classes = {cls.__name__: cls for cls in READ}
    for (of, name), (beyond, within) in LIMITED.items():
        cls = classes[of]
        document = sample(cls)
        if of == "PersonName" and name == "full":
            del document["surname"]
        for value in beyond:
            assert not valid(cls, {**document, name: value}), (of, name, value)
            assert not loads(cls, {**document, name: value}), (of, name, value)
        for value in within:
            assert valid(cls, {**document, name: value}), (of, name, value)
            loaded = explained({**document, name: value}, cls)
            problems = loaded.problems if isinstance(loaded, Refused) else ()
            assert name not in [problem.path for problem in problems], (of, name, value)
    said = {
        (cls.__name__, name)
        for cls in READ
        for name, schema in definitions_of_class(cls)["properties"].items()
        if re.search(r'"(?:pattern|maxLength|minimum)"', json.dumps(schema))
    }
    assert said == LIMITED.keys(), (
        "write in LIMITED what is beyond the limit of the new field, and just within"
    )


TOGETHER: dict[str, dict[str, Any]] = {
    "AccessRecord": {"granted": False},
    "Application": {"withdrawn": "2000-01-01T00:00:00Z"},
    "CampusBasics": {"emergency_name": "--"},
    "CampusEducation": {"entered": "2100-01"},
    "CampusForm": {"withdrawn": "2000-01-01T00:00:00Z"},
    "CampusProject": {"ended": "1900-01"},
    "Company": {"name": "two\nlines"},
    "Consent": {"ends": "2000-01-01T00:00:00Z"},
    "Conversation": {"until": "2000-01-01T00:00:00Z"},
    "Internship": {"ended": "1900-01"},
    "KeywordBlock": {"keyword": "--"},
    "LegalOrder": {"basis": "--"},
    "MonthlySalary": {"low": 5, "high": 4},
    "Period": {"end": "1900-01"},
    "PersonName": {"surname": "nobody"},
    "Practice": {"ended": "1900-01"},
    "RecordedCompany": {"name": "two\nlines"},
    "Relative": {"name": "--"},
    "Resume": {"attachments": [{"id": "a", "file_name": "a"}] * 2},
    "SchoolPost": {"ended": "1900-01"},
    "SupportCase": {"closed": "2000-01-01T00:00:00Z"},
    "VirtualNumber": {"valid_until": "2000-01-01T00:00:00Z"},
}
"""For each class whose loader is stricter than its schema, a change that only the loader refuses."""


def test_where_the_loader_is_stricter_the_description_says_so() -> None:
    """Every class whose fields are checked together is listed, is stricter than its schema, and says so."""
    checked = {cls.__name__: cls for cls in READ if "_problems" in vars(cls)}
    assert checked.keys() == TOGETHER.keys()
    for name, change in TOGETHER.items():
        cls = checked[name]
        document = {**sample(cls), **change}
        assert valid(cls, document), name
        assert not loads(cls, document), name
        assert "Beyond this schema: " in definitions_of_class(cls)["description"], name


@given(st.data())
def test_whatever_a_schema_refuses_does_not_load(data: st.DataObject) -> None:
    """In a whole document, whatever node is changed, a document that the schema refuses is refused by the loader."""
    subject, target, whole = data.draw(
        st.sampled_from(
            [
                (Subject.RESUME, Resume, full()),
                (Subject.FORM, CampusForm, spelled(CampusForm)),
                (Subject.SETTINGS, Settings, spelled(Settings)),
                (Subject.RECORD, AccessRecord, RECORD),
                *(
                    (Subject.VIEWER, Viewer, {"kind": kind, **spelled(viewer)})
                    for kind, viewer in KINDS.items()
                ),
            ]
        )
    )
    document: Any = copy.deepcopy(whole)
    inner = document
    while isinstance(inner, (dict, list)) and inner:
        key = data.draw(st.sampled_from([*inner] if isinstance(inner, dict) else range(len(inner))))
        if not isinstance(inner[key], (dict, list)) or data.draw(st.integers(0, 3)) == 0:
            wrong: Any = data.draw(
                st.sampled_from([None, {}, [], "canary", 0, True, "2019-07", [{}], "drop", "add"])
            )
            if wrong == "add" and isinstance(inner, dict):
                inner["canary"] = 1
            elif wrong == "drop":
                del inner[key]
            else:
                inner[key] = wrong
            break
        inner = inner[key]
    loaded = explained(document, target)
    assert of_subject(subject).is_valid(document) or isinstance(loaded, Refused)


@pytest.mark.parametrize("subject", Subject)
def test_the_command_prints_a_schema(subject: Subject, capsys: pytest.CaptureFixture[str]) -> None:
    """`schema SUBJECT` prints what `schema_of` makes."""
    assert main(["schema", subject.value]) == 0
    assert json.loads(capsys.readouterr().out) == schema_of(subject)


def test_the_command_prints_components(capsys: pytest.CaptureFixture[str]) -> None:
    """`schema --openapi` prints what `openapi_components` makes."""
    assert main(["schema", "--openapi"]) == 0
    assert json.loads(capsys.readouterr().out) == openapi_components()


@pytest.mark.parametrize("arguments", [[], ["canary"], ["view", "--openapi"]])
def test_the_command_takes_one_of_the_two(arguments: list[str]) -> None:
    """Neither a subject nor `--openapi`, another word, or both: the command says what there is, and exits with 2."""
    with pytest.raises(SystemExit) as caught:
        main(["schema", *arguments])
    assert caught.value.code == 2


def test_no_validator_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A schema is made without the validator that these tests hold it against."""
    monkeypatch.setitem(sys.modules, "jsonschema", None)
    assert schema_of(Subject.RECORD)["$defs"]


def test_views_have_schemas_of_their_own() -> None:
    """Every field of a view is a property, and what can be withheld is required nowhere."""
    for subject, cls in ((Subject.VIEW, ResumeView), (Subject.FORM_VIEW, FormView)):
        definitions = definitions_of(subject)
        names = [name for name, _ in fields_of(cls) if name != "omitted"]  # which a row alone has
        assert definitions[cls.__name__]["required"] == [*names, "schema"]
        sections = "ShownSections" if cls is ResumeView else "ShownForm"
        assert definitions[sections]["required"] == []
        assert "Text" not in definitions
    assert definitions_of(Subject.VIEW)["ShownContact"]["required"] == ["channels"]
    assert PhoneNumber.__name__ in definitions_of(Subject.VIEW)
