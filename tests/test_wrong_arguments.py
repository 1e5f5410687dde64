"""Whatever is called with an argument of a wrong type says which argument it is and what would be right, and no value of it."""

import inspect
import traceback
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import sqlalchemy as sa

import people
import resume_visibility
from each import each
from resume_visibility import (
    POLICY_2023_04,
    AccessRecord,
    Action,
    Company,
    CompanyBlock,
    Language,
    Part,
    Recruiter,
    ResumeVisibilityError,
    Settings,
    book,
    dump_resume,
    exports,
    interchange,
    lists,
    model,
    notice_of,
    policy,
    record_of,
    schemas,
    testing,
    text,
    view_for,
)
from resume_visibility.lists import batches, sql
from resume_visibility.model import Document
from resume_visibility.policy.facts import VIEWER_FACTS

SECRET = "13987651234"
WRONG: tuple[Any, ...] = (None, 7, SECRET, SECRET.encode(), [SECRET], {"name": SECRET}, object())
"""Of each kind one, with a value that nobody should be shown."""

RESUME, VIEWER, AT = people.resume(), people.stranger, people.AT
FORM = people.form()
VIEW = view_for(people.owner, RESUME, at=AT)
RECORD = record_of(people.owner, RESUME, VIEW, at=AT)
CONDITION, STORED = lists.condition_for(VIEWER, at=AT), lists.stored(RESUME)
METADATA = sa.MetaData()
TABLES = sql.tables_for(METADATA, sql.Database.SQLITE)
ENGINE = sa.create_engine("sqlite://")
STATEMENT = POLICY_2023_04.statements[0]
CASE: Any = testing.Case(viewer=VIEWER, document=RESUME, at=AT, other=RESUME)

ROOMS: dict[str, Any] = {
    "": resume_visibility,
    "book": book,
    "exports": exports,
    "interchange": interchange,
    "lists": lists,
    "lists.batches": batches,
    "lists.sql": sql,
    "model": model,
    "policy": policy,
    "schemas": schemas,
    "testing": testing,
    "text": text,
}

RIGHT: dict[str, Any] = {
    "accounts": ("青鸟坐标",),
    "action": Action.SEARCH,
    "address": "https://example.com",
    "after": RESUME,
    "at": AT,
    "batches": [],
    "before": RESUME,
    "blocks": [CompanyBlock(company="acme", at=AT)],
    "by": {"a": "b"},
    "candidate": "c-1",
    "case": CASE,
    "changed": STATEMENT,
    "closed": lambda case: False,
    "closes": {},
    "columns": {name: dict(columns) for name, columns in TABLES.columns.items()},
    "companies": [Company(id="acme", name="Acme")],
    "compared_with": POLICY_2023_04,
    "trial": True,
    "condition": CONDITION,
    "connection": ENGINE.connect(),
    "continued": False,
    "database": sql.Database.SQLITE,
    "document": Document.RESUME,
    "dumps": lambda plain: b"{}",
    "end": None,
    "facets": [],
    "fetch": lambda after: [],
    "fields": [],
    "findings": (),
    "forbidden": lambda case: frozenset(),
    "form": FORM,
    "found": lambda *_: [],
    "gives": {},
    "hidden": text.CONTACTS,
    "id": "r-1",
    "ids": ["r-1"],
    "ignored": (),
    "items": frozenset(),
    "kind": exports.Format.JSONL,
    "known": text.NOTHING,
    "language": Language.ZH,
    "languages": (Language.ZH,),
    "lenient": False,
    "metadata": sa.MetaData(),
    "moment": "2019-07",
    "most": 10_000,
    "n": 1,
    "name": "x",
    "names": ["张三丰"],
    "near": RESUME,
    "new": POLICY_2023_04,
    "new_settings": Settings(),
    "notice": notice_of(RECORD, RESUME.settings, language=Language.ZH),
    "of": resume_visibility.Resume,
    "old": POLICY_2023_04,
    "out": Path("/nowhere/out.jsonl"),
    "page": lambda *_: [],
    "part": Part.WORK,
    "parts": frozenset({Part.WORK}),
    "patch": {},
    "policy": POLICY_2023_04,
    "prefix": "other_",
    "record": RECORD,
    "records": list[AccessRecord]().extend,
    "resume": RESUME,
    "resumes": [],
    "revision": "8f1c",
    "salt": "a",
    "seed": 0,
    "settings": Settings(),
    "show": view_for,
    "shown": (),
    "size": 1,
    "sort": [],
    "start": "2019-07",
    "stated": False,
    "statements": [STATEMENT],
    "limits": model.Limits(),
    "stored": STORED,
    "subject": schemas.Subject.RESUME,
    "tables": TABLES,
    "target": resume_visibility.Resume,
    "text": "x",
    "texts": ["x"],
    "values": "x",
    "view": VIEW,
    "withholds": {},
    "viewer": VIEWER,
    "whole": False,
}
"""For each name of an argument what is right there, unless a function says otherwise."""

OTHERWISE: dict[str, dict[str, Any]] = {
    "load_form": {"document": {}},
    "load_record": {"document": {}},
    "load_resume": {"document": dump_resume(RESUME), "findings": b""},
    "load_settings": {"document": {}},
    "load_viewer": {"document": {}},
    "read_json_resume": {"document": {}},
    "check_query": {"viewer": Recruiter(id="u", company=Company(name="Acme"), action=Action.SEARCH)},
    "FieldMapping": {"fields": {}, "row": None},
    "page_of": {"after": "r-1"},
    "Names": {"names": ["张三丰"]},
    "tightened": {"document": RESUME},
    "with_findings": {"findings": b""},
    "write": {"stored": [STORED]},
    "export": {"viewer": Recruiter(id="u", company=Company(name="Acme"), action=Action.EXPORT)},
    "Known": {
        "numbers": (),
        "lines": (),
        "emails": (),
        "homepages": (),
        "accounts": (),
        "names": text.Names(()),
    },
}

TAKES_ANY = {
    ("lines", "values"): "its error is a ValueError: a mapping calls it with what rows hold",
    ("FieldMapping", "row"): "a type of rows may be anything",
    ("Names", "whole"): "true or false, as whatever Python takes for it",
    ("export", "continued"): "likewise",
}
"""The arguments whose types are not looked at, and why."""

RIGHT_TOO: dict[tuple[str, str], tuple[Any, ...]] = {
    ("cache_control", "view"): (None,),
    ("notice_of", "name"): (None, SECRET),
    ("record_of", "view"): (None,),
    ("stale", "before"): (None,),
    ("stale", "after"): (None,),
    ("viewers", "near"): (None,),
    ("load_resume", "findings"): (None, SECRET.encode()),
    ("read_json_resume", "document"): ({"name": SECRET},),
    ("follows", "part"): (None,),
    ("FieldMapping", "ignored"): ([SECRET],),
    ("words", "values"): (None, SECRET),
    ("month_in", "moment"): (None, SECRET),
    ("period_in", "start"): (None, SECRET),
    ("period_in", "end"): (None, SECRET),
    ("redact", "hidden"): (None, [SECRET]),
    ("hide", "hidden"): ([SECRET],),
    ("page_of", "after"): (None, SECRET),
    ("with_findings", "findings"): (None, SECRET.encode()),
    ("with_settings", "revision"): (SECRET,),
    ("views_for", "resumes"): ([SECRET],),
    ("export", "resumes"): ([SECRET],),
}
"""What of the wrong values is right: a tag may be any text of one's own, and what is no resume is a `Failed` of its row, or is refused when
it comes to be read.
"""

TEXTS = {"address", "candidate", "id", "prefix", "salt", "text"}
NUMBERS = {"most", "n", "seed", "size"}
LISTS = {"ids", "names", "shown", "texts"}

OPTIONAL = {"at", "parts", "action", "candidate"}
"""Whatever has None for nothing."""
REQUIRES = {"index_batches", "microseconds", "read_json_resume", "tightened"}
"""The functions that require them."""


def callables() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public function, and the classes that check what they are given."""
    for room in ROOMS.values():
        for name in room.__all__:
            one = getattr(room, name)
            if inspect.isfunction(one) or name in ("FieldMapping", "Names", "Known"):
                yield name, one


def arguments(name: str, call: Callable[..., Any]) -> dict[str, Any]:
    """What is right for each argument of a function."""
    right = RIGHT | OTHERWISE.get(name, {})
    return {one: right[one] for one in inspect.signature(call).parameters if one in right}


def called(call: Callable[..., Any], given: Mapping[str, Any]) -> None:
    """Call a function, and take from an iterator what it gives."""
    parameters = inspect.signature(call).parameters.values()
    kinds: set[Any] = {inspect.Parameter.POSITIONAL_ONLY, inspect.Parameter.VAR_POSITIONAL}
    if inspect.Parameter.VAR_POSITIONAL in {one.kind for one in parameters}:
        kinds.add(
            inspect.Parameter.POSITIONAL_OR_KEYWORD
        )  # an argument before a list of them has a place, too
    by_place = [given[one.name] for one in parameters if one.kind in kinds]
    made = call(*by_place, **{one.name: given[one.name] for one in parameters if one.kind not in kinds})
    if isinstance(made, Iterator):
        list(made)


CASES = [
    (name, call, argument, wrong)
    for name, call in dict(callables()).items()
    for argument in arguments(name, call)
    for wrong in WRONG
    if (name, argument) not in TAKES_ANY
    and wrong not in RIGHT_TOO.get((name, argument), ())
    and not (wrong is None and argument in OPTIONAL and name not in REQUIRES)
    and not any(
        type(wrong) is kind and argument in of for kind, of in ((str, TEXTS), (int, NUMBERS), (list, LISTS))
    )
]


def test_every_argument_has_a_right_value() -> None:
    """A new argument is looked at as well."""
    for name, call in callables():
        assert not inspect.signature(call).parameters.keys() - arguments(name, call).keys(), name
    assert len(CASES) > 1000


@each(("name", "call", "argument", "wrong"), CASES)
def test_LAW_7_a_wrong_argument_is_named_and_not_repeated(
    name: str, call: Callable[..., Any], argument: str, wrong: Any
) -> None:
    """It is the library's own error or a TypeError, in the library's words."""
    with pytest.raises((TypeError, ResumeVisibilityError)) as caught:
        called(call, arguments(name, call) | {argument: wrong})
    message = "".join(traceback.format_exception_only(caught.value))
    assert SECRET not in message
    assert "expected " in message or "required, but missing" in message
    if type(caught.value) is TypeError:
        assert f"expected {argument} to be " in message.replace("each of ", "")
        item = SECRET if type(wrong) in (list, dict) else wrong
        assert message.rstrip().split(", got ")[-1] in {"None", type(wrong).__name__, type(item).__name__}


SEARCHING = Recruiter(id="u", company=Company(name="Acme"), action=Action.SEARCH)
NUMBER: Any = 7
CLASS: Any = dict
BYTES: Any = bytearray(b"r")
SHOWN: Any = VIEW
SOUGHT = lists.All((lists.Always(), {"name": SECRET}))  # type: ignore[arg-type]  # what must be refused

A_PAIR = 'a pair of a str and a tuple of its tags, such as ("13900139000", (Kind.PHONE,))'
WITHIN: list[tuple[Callable[..., Any], str]] = [
    (
        lambda w: text.Known(numbers=(w,)),
        f"each of numbers to be {A_PAIR}, got str",
    ),
    (
        lambda w: text.Known(emails=((NUMBER, ()),)),
        f"each of emails to be {A_PAIR}, got a tuple of int, tuple",
    ),
    (lambda w: text.Known(lines=(w,)), "each of lines to be a Line, got str"),
    (lambda w: text.find_among([w, NUMBER]), "each of texts to be a str, got int"),
    (lambda w: text.Names([NUMBER, w]), "each of names to be a str, got int"),
    (lambda w: text.find(w, accounts=(NUMBER,)), "each of accounts to be a str, got int"),
    (
        lambda w: text.redact(w, hidden={NUMBER}),
        "each of hidden to be a Kind, such as Kind.PHONE, or a tag of your own, got int",
    ),
    (lambda w: text.hide(w, [w]), "each of findings to be a Finding, got str"),
    (lambda w: lists.sentence(SOUGHT), "condition to be a Condition, got dict"),
    (lambda w: lists.holds(SOUGHT, STORED), "condition to be a Condition, got dict"),
    (lambda w: lists.elastic_filter(SOUGHT), "condition to be a Condition, got dict"),
    (lambda w: sql.expression(SOUGHT, TABLES), "condition to be a Condition, got dict"),
    (
        lambda w: sql.tables_of(TABLES.database, {w: {}, "a": {"b": w}}),
        "each column to be a column or expression of SQLAlchemy, got str",
    ),
    (
        lambda w: lists.page_of(SEARCHING, lambda after: w, size=1),
        "what fetch returns to be a list of resumes or forms, got str",
    ),
    (
        lambda w: lists.page_of(SEARCHING, lambda after: MappingProxyType({w: w}), size=1),
        "what fetch returns to be a list of resumes or forms, got mappingproxy",
    ),
    (
        lambda w: lists.page_of(SEARCHING, lambda after: BYTES, size=1),
        "what fetch returns to be a list of resumes or forms, got bytearray",
    ),
    (lambda w: model.Words("a", "b").said(w), "language to be a Language, such as Language.ZH, got str"),
    (
        lambda w: interchange.FieldMapping(resume_visibility.Resume, {}).read(None, id="r", candidate="c"),
        "row to be an object with attributes or keys, got None",
    ),
    (
        lambda w: interchange.FieldMapping(resume_visibility.Resume, {"strengths": "a"}).read(
            w, id="r", candidate="c"
        ),
        "row to be an object with attributes or keys, got str",
    ),
    (
        lambda w: schemas.schema_of(schemas.Subject.RESUME, of=CLASS),
        "of to be Resume or a subclass made by attrs.frozen(kw_only=True, repr=False), got the class dict",
    ),
    (lambda w: lists.stale(w, None), "before to be a Resume or None, got str"),
    (lambda w: resume_visibility.dump_view(SHOWN, dumps=w), "dumps to be a function, got str"),
]
"""What is wrong inside of an argument, or in the arguments of a method, and what is said of it."""


@each(("call", "expected"), WITHIN)
def test_LAW_7_what_is_wrong_inside_an_argument_is_named(call: Callable[..., Any], expected: str) -> None:
    """The argument is named, and the type of what is wrong in it."""
    with pytest.raises(TypeError) as caught:
        call(SECRET)
    assert str(caught.value) == f"expected {expected}"


@pytest.mark.parametrize(
    ("fields", "problems"),
    [
        ({7: "a"}, ["the whole: expected a dict, whose keys are paths of the library"]),
        ({"strengths": 7}, ["strengths: expected a path, From or Constant: it is a single value"]),
        (
            {"strengths": interchange.Each("x", {})},
            ["strengths: expected a path, From or Constant: it is a single value"],
        ),
        ({"work": 7}, ["work: expected a path, From, Constant, Each or several Each: it is a list"]),
        ({"work": [7]}, ["work: expected a path, From, Constant, Each or several Each: it is a list"]),
        (
            {"work.company": "firm"},
            ['work: expected no path into it: it is a list, such as Each("jobs", {"company": …})'],
        ),
        ({"strengths.first": "x"}, ["strengths: expected no path into it: it is a single value"]),
        (
            {"intention.salary.low": interchange.Constant("x"), "intention.salary.high": "h"},
            ["intention.salary.low: expected a whole number as the constant"],
        ),
        (
            {"basics.profile.gender": interchange.From("sex", by={"m": "man"})},
            ["basics.profile.gender: expected one of male, female, unknown as each value of the table"],
        ),
        ({"strengths": "^about"}, ['strengths: expected a path, such as "user.name", without ^']),
        (
            {"work": interchange.Each("jobs", {"company": "^^firm"})},
            ['work[].company: expected a path, such as "user.name", with at most 1 ^'],
        ),
        ({"work": interchange.Each(NUMBER, {})}, ['work: expected the path of a list, such as "jobs"']),
        (
            {"work": interchange.Each("jobs", NUMBER)},
            ["work[]: expected a dict, whose keys are paths of the library"],
        ),
        (
            {"strengths": interchange.From(NUMBER, by=str)},
            ['strengths: expected a path, such as "user.name"'],
        ),
    ],
)
def test_what_is_wrong_in_a_mapping_is_named_by_its_field(fields: Any, problems: list[str]) -> None:
    """Sources are data: all that is wrong is reported at once."""
    with pytest.raises(resume_visibility.InvalidValue) as caught:
        interchange.FieldMapping(resume_visibility.Resume, fields)
    assert [*map(str, caught.value.problems)] == problems


def test_two_fields_of_one_path_are_both_named() -> None:
    """What is missing is named by the field, too."""
    mapping = interchange.FieldMapping(resume_visibility.Resume, {"id": "no", "candidate": "no"})
    with pytest.raises(resume_visibility.InvalidResume) as caught:
        mapping.read({})
    assert [*map(str, caught.value.problems)] == [
        "no: required for id, but missing",
        "no: required for candidate, but missing",
    ]


def test_LAW_7_facts_that_are_none_are_not_repeated() -> None:
    """Of what is no fact the type alone is in the message."""
    wrong: Any = SECRET
    with pytest.raises(policy.UndecidedCase, match=" action str") as caught:
        POLICY_2023_04.row(VIEWER_FACTS[0]._replace(action=wrong))
    assert SECRET not in str(caught.value)


class _Text(str):
    """As frameworks have them: text that is marked as safe."""

    __slots__ = ()


def test_a_text_of_another_class_is_a_text() -> None:
    """It is looked at as any other."""
    assert text.find_among(["a", _Text("b")]) == {"a": (), "b": ()}


class _Lazy:
    """As the lazy objects of web frameworks are: it says that it is a text, and is none."""

    __class__ = property(lambda _: str)


@each(
    "call",
    [
        lambda lazy: resume_visibility.text.find(lazy),
        lambda lazy: resume_visibility.text.redact(lazy),
        lambda lazy: resume_visibility.text.find_in_link(lazy),
        lambda lazy: resume_visibility.lists.terms(lazy),
        lambda lazy: resume_visibility.interchange.number_in(lazy),
        lambda lazy: resume_visibility.interchange.month_in(lazy),
        lambda lazy: resume_visibility.interchange.period_in(lazy),
        lambda lazy: resume_visibility.interchange.words(lazy),
        lambda lazy: resume_visibility.text.Known(numbers=((lazy, ()),)),
        lambda lazy: resume_visibility.text.redact("", accounts=(lazy,)),
    ],
)
def test_an_object_that_only_says_that_it_is_a_text_is_none(call: Callable[[Any], object]) -> None:
    """The error of this library names the argument and the type; none comes from further within."""
    with pytest.raises(TypeError, match=r"^expected .* got .*_Lazy"):
        call(_Lazy())


def test_a_number_that_python_does_not_spell_is_no_text() -> None:
    """Nor does such a key stop the reading of a row."""
    with pytest.raises(ValueError, match=r"^expected texts, numbers and lists of them$"):
        resume_visibility.interchange.lines(10**5000)
    mapping = resume_visibility.interchange.FieldMapping(resume_visibility.Resume, {"strengths": "a"})
    row: dict[Any, Any] = {"a": "x", 10**5000: 1}
    assert mapping.read(row, id="r-1", candidate="c-1").unplaced == ("(a key)",)
