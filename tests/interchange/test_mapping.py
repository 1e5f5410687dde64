"""Mappings: what the library accepts is what they build, nothing is lost without its path, and errors have the row's own paths."""

import json
import re
import sqlite3
from collections import defaultdict, namedtuple
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from traceback import walk_tb
from types import SimpleNamespace
from typing import Annotated, Any, Literal, NewType, TypedDict

import attrs
import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mapped import as_objects, fields_for, renamed_document

from each import each
from own import OurResume
from resume_visibility import (
    InvalidForm,
    InvalidResume,
    InvalidValue,
    Resume,
    Settings,
    Visibility,
    dump_form,
    dump_resume,
    load_settings,
)
from resume_visibility.interchange import (
    Constant,
    Each,
    FieldMapping,
    From,
    Read,
    lines,
    month_in,
    number_in,
    period_in,
    words,
)
from resume_visibility.model import (
    CampusForm,
    CompanyBlock,
    Gender,
    MobileNumber,
    MonthlySalary,
    Period,
    PortfolioImage,
    PortfolioLink,
    Url,
    Work,
    YearMonth,
)
from resume_visibility.model.own import GOVERNING
from resume_visibility.testing import forms, resumes
from samples import found_in

Fields = dict[str, Any]
IDS: Fields = {"id": "id", "candidate": "candidate"}


def read(fields: Fields, row: object, /, **options: Any) -> Read[Resume]:
    """A resume of a row that has no ids."""
    return FieldMapping(Resume, fields, **options).read(row, id="r-1", candidate="c-1")


def wrong(fields: Fields, **options: Any) -> dict[str, str]:
    """What is wrong with a mapping, by path."""
    with pytest.raises(InvalidValue) as caught:
        FieldMapping(Resume, fields, **options)
    assert caught.value.subject == "mapping"
    return {problem.path: problem.expected for problem in caught.value.problems}


def refused(fields: Fields, row: object, /, **options: Any) -> list[str]:
    """What is wrong with a row."""
    with pytest.raises(InvalidResume) as caught:
        read(fields, row, **options)
    return [str(problem) for problem in caught.value.problems]


# --- Laws ------------------------------------------------------------------------------------------------------------

OWN: FieldMapping[Resume] = FieldMapping(Resume, fields_for(Resume, str))
_marks = st.text(st.characters(exclude_categories=["Cs"], exclude_characters=".^[]"), max_size=5)
_names = _marks.map(lambda mark: lambda name: f"{mark}{name}{mark}")


@given(resumes())
def test_a_mapping_of_the_librarys_own_names_is_the_identity(resume: Resume) -> None:
    """What a resume is written as, and the resume itself, are read back as the resume, and nothing is left over."""
    plain = json.loads(dump_resume(resume))
    assert OWN.read(plain) == Read(resume, ())
    assert OWN.read(resume).resume == resume


@given(resumes(of=OurResume))
def test_sections_of_ones_own_are_mapped_as_any(resume: OurResume) -> None:
    """A class with sections and fields of a platform's own is mapped by the same paths, and read back as it was."""
    mapping = FieldMapping(OurResume, fields_for(OurResume, str), row=OurResume)
    assert mapping.read(json.loads(dump_resume(resume))) == Read(resume, ())
    assert mapping.read(resume).resume == resume
    with pytest.raises(InvalidResume):
        mapping.read({})


@given(forms())
def test_forms_are_mapped_as_resumes_are(form: CampusForm) -> None:
    """A mapping is of any class of the model: the second kind of resume is read back as well."""
    mapping = FieldMapping(CampusForm, fields_for(CampusForm, str))
    assert mapping.read(json.loads(dump_form(form))).resume == form
    with pytest.raises(InvalidForm):
        mapping.read({"id": 1})


def test_a_class_of_no_model_is_named() -> None:
    """A target that is no class of the model is refused: a class by its name, and anything else by its type."""
    with pytest.raises(TypeError, match=r"got the class dict$"):
        FieldMapping(dict, {})
    with pytest.raises(TypeError, match=r"got int$"):
        FieldMapping(5, {})  # type: ignore[arg-type]  # what must be refused


def test_what_is_wrong_with_one_path_is_said_once() -> None:
    """A value of the row that two fields are made of is wrong in one place."""
    mapping = FieldMapping(Resume, {"id": "number", "candidate": "number"})
    with pytest.raises(InvalidValue) as caught:
        mapping.read({"number": 7})
    assert [problem.path for problem in caught.value.problems] == ["number"]


@given(resumes(), _names)
def test_what_is_renamed_comes_back(resume: Resume, renamed: Callable[[str], str]) -> None:
    """Whatever a platform calls the fields, and whether they are keys or attributes, the same resume is built."""
    plain = json.loads(dump_resume(resume))
    mapping = FieldMapping(Resume, fields_for(Resume, renamed))
    assert mapping.read(renamed_document(Resume, plain, renamed)) == Read(resume, ())
    assert mapping.read(as_objects(Resume, plain, renamed)) == Read(resume, ())


def leaves(row: Any, path: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Every single value of a row: its path, what it is in, and its key there."""
    for key, value in row.items() if isinstance(row, dict) else enumerate(row):
        here = f"{path}[{key}]" if isinstance(key, int) else f"{path}.{key}" if path else key
        if isinstance(value, (dict, list)):
            yield from leaves(value, here)
        else:
            yield here, row, key


def at(row: Any, path: str) -> Any:
    """What is at a path of a row; a KeyError where there is nothing, but the last step may be what is missing."""
    steps = re.findall(r"[^.\[\]]+|\[\d+\]", path)
    for i, step in enumerate(steps):
        if step.startswith("["):
            row = row[int(step[1:-1])]
        elif i == len(steps) - 1:
            assert isinstance(row, dict)
            return row.get(step)
        else:
            row = row[step]
    return row


CANARY = "13987651234 canary@"
_wrongs = st.sampled_from([7.5, CANARY, {"canary": CANARY}, [CANARY]])


@given(resumes(), _names, st.data())
def test_every_error_has_the_path_of_a_place_in_the_row(
    resume: Resume, renamed: Callable[[str], str], data: st.DataObject
) -> None:
    """LAW-7: whatever is wrong with values of a row, each problem is at one that is wrong, or in what it is in, and holds none of them."""
    row = renamed_document(Resume, json.loads(dump_resume(resume)), renamed)
    found = list(leaves(row))
    broken = data.draw(st.lists(st.sampled_from(range(len(found))), min_size=1, max_size=4, unique=True))
    changed = []
    for i in broken:
        path, inside, key = found[i]
        inside[key] = data.draw(_wrongs)
        changed.append(path)
    mapping, error = FieldMapping(Resume, fields_for(Resume, renamed)), None
    try:
        mapping.read(row)
    except InvalidResume as caught:
        error = caught
    if error is None:  # a text may be any text
        assert all(at(row, path) == CANARY for path in changed)
        return
    assert "canary" not in str(error) + repr(error.__dict__)
    assert error.__cause__ is error.__context__ is None
    for problem in error.problems:
        at(row, problem.path)


@given(resumes(), st.data())
def test_a_lenient_mapping_leaves_out_what_is_wrong_and_names_it(resume: Resume, data: st.DataObject) -> None:
    """Of a row with something wrong in it, the rest is read, and what is not in the resume is named."""
    plain = json.loads(dump_resume(resume))
    found = [leaf for leaf in leaves(plain) if re.split(r"[.\[]", leaf[0])[0] not in GOVERNING - {"basics"}]
    path, inside, key = data.draw(st.sampled_from(found))
    inside[key] = CANARY if data.draw(st.booleans()) else 7.5
    got = FieldMapping(Resume, fields_for(Resume, str), lenient=True).read(plain)
    held = repr(attrs.asdict(got.resume))
    assert any(path.startswith(one) for one in got.unplaced) or repr(inside[key])[1:-1] in held


@given(resumes(), st.dictionaries(st.sampled_from(["a", "b", "c"]), st.integers(), min_size=1), st.data())
def test_what_nobody_mapped_is_named(resume: Resume, extra: dict[str, int], data: st.DataObject) -> None:
    """Every value that a row has and no field is mapped from is in `unplaced`, and nothing else is."""
    plain = json.loads(dump_resume(resume))
    mapped = {"": plain, "basics": plain["basics"]} | {
        f"{name}[{i}]": one for name in ("work", "skills") for i, one in enumerate(plain.get(name, ()))
    }
    place = data.draw(st.sampled_from(sorted(mapped)))
    mapped[place] |= extra
    assert set(OWN.read(plain).unplaced) == {f"{place}.{key}".removeprefix(".") for key in extra}


NO_FUNCTION: Any = 7
_faults: dict[str, tuple[Callable[[Fields], Fields], str]] = {
    "no such field": (lambda f: f | {"basics.nmae": "x"}, "basics.nmae"),
    "no such section": (lambda f: f | {"wrok": Each("jobs", {})}, "wrok"),
    "twice": (lambda f: f | {"basics.name": "x"}, "basics.name"),
    "required": (
        lambda f: {k: v for k, v in f.items() if k != "intention.salary.low"},
        "intention.salary.low",
    ),
    "into a value": (lambda f: f | {"strengths.first": "x"}, "strengths"),
    "no path": (lambda f: f | {"strengths": "a..b"}, "strengths"),
    "above the row": (lambda f: f | {"strengths": "^a"}, "strengths"),
    "a constant that does not fit": (lambda f: f | {"strengths": Constant(7)}, "strengths"),
    "a table that does not fit": (lambda f: f | {"strengths": From("x", by={"a": 7})}, "strengths"),
    "a table of two": (lambda f: f | {"strengths": From("x", "y", by={"a": "b"})}, "strengths"),
    "no function": (lambda f: f | {"strengths": From("x", by=NO_FUNCTION)}, "strengths"),
    "of nothing": (lambda f: f | {"strengths": From(by=str)}, "strengths"),
    "a function that does not fit": (lambda f: f | {"strengths": From("x", by=int)}, "strengths"),
    "no list": (lambda f: f | {"strengths": Each("x")}, "strengths"),
    "no items": (lambda f: f | {"awards": ("x",)}, "awards"),
    "fields of single values": (
        lambda f: f | {"intention.cities": Each("x", {"a": "b"})},
        "intention.cities",
    ),
    "of two kinds": (lambda f: f | {"portfolio": Each("x", {"description": "y"})}, "portfolio[]"),
    "of neither kind": (
        lambda f: f | {"portfolio": Each("x", {"image": "y", "link": "z", "lnik": "z"})},
        "portfolio[].lnik",
    ),
}


@given(st.sampled_from(sorted(_faults)), st.sampled_from(sorted(_faults)))
def test_every_bad_mapping_is_refused_when_it_is_made(one: str, other: str) -> None:
    """A field that does not exist, is mapped twice or from nothing, a value that does not fit: all at once, each by its path."""
    good = fields_for(Resume, str)
    for name in ("awards", "portfolio", "strengths", "intention.cities"):
        del good[name]
    (break_one, first), (break_other, second) = _faults[one], _faults[other]
    FieldMapping(Resume, good)
    found = wrong(break_other(break_one(good)))
    assert {first, second} == found.keys()


def test_of_two_kinds_a_mapping_says_which_fields_tell_them_apart() -> None:
    """What both classes have does not say which of them an item is."""
    found = wrong({"portfolio": Each("x", {"description": "y"})})
    assert found == {
        "portfolio[]": "expected the fields of PortfolioImage or PortfolioLink: at least one of image, link"
    }


# --- Rows of every kind ----------------------------------------------------------------------------------------------


@dataclass
class Post:
    """A job, as a platform's own class has it."""

    title: str
    began: date | None = None
    ended: date | None = None
    remark: str = ""


@dataclass
class Person:
    """A candidate, likewise."""

    full_name: str
    posts: list[Post] = field(default_factory=list)


@attrs.frozen
class AttrsPost:
    """The same, of attrs: slotted."""

    title: str
    began: date | None = None
    ended: date | None = None
    remark: str = ""


@attrs.frozen
class AttrsPerson:
    """The same, of attrs."""

    full_name: str
    posts: list[AttrsPost]


class PydanticPost(pydantic.BaseModel):
    """The same, of pydantic."""

    title: str
    began: date | None = None
    ended: date | None = None
    remark: str = ""


class PydanticPerson(pydantic.BaseModel):
    """The same, of pydantic."""

    full_name: str
    posts: list[PydanticPost]


class TypedPerson(TypedDict):
    """The same, of keys."""

    full_name: str
    posts: list[dict[str, Any]]


TupledPost = namedtuple("TupledPost", "title began ended remark")  # as rows of databases are
POSTS: Fields = {
    "basics.name.full": "full_name",
    "work": Each("posts", {"position": "title", "period.start": "began", "period.end": "ended"}),
}
ROWS: list[tuple[Any, object]] = [
    (Person, Person("李伟", [Post("工程师", date(2019, 7, 1), remark="x")])),
    (AttrsPerson, AttrsPerson("李伟", [AttrsPost("工程师", date(2019, 7, 1), remark="x")])),
    (
        PydanticPerson,
        PydanticPerson(
            full_name="李伟", posts=[PydanticPost(title="工程师", began=date(2019, 7, 1), remark="x")]
        ),
    ),
    (TypedPerson, {"full_name": "李伟", "posts": [{"title": "工程师", "began": "2019-07", "remark": "x"}]}),
    (None, SimpleNamespace(full_name="李伟", posts=(TupledPost("工程师", date(2019, 7, 1), None, "x"),))),
]


class OpenPerson(pydantic.BaseModel, extra="allow"):
    """A model that takes what it does not know."""

    full_name: str


class Loaded:
    """What a mapped class of an ORM is like: a descriptor, which asks the database for what is not held."""

    def __get__(self, instance: object, owner: type) -> Any:
        if instance is None:
            return self
        raise AssertionError("it was loaded")


@dataclass
class LazyPerson:
    """A dataclass that an ORM has mapped, and of which it loaded a part."""

    full_name: str
    letters: Any


LazyPerson.letters = Loaded()


class Tupled(namedtuple("Tupled", "full_name remark")):
    """A tuple with names that has room for more."""


class Rooted:
    """A class with room for more."""


@attrs.frozen
class Slotted(Rooted):
    """A class that has its fields in slots, and room for more."""

    full_name: str
    remark: str


def test_names_are_known_wherever_they_are_held() -> None:
    """Names in slots, tuples and instances are known; what is not loaded yet is not loaded to be named."""
    fields: Fields = {"basics.name.full": "full_name"}
    open_person = OpenPerson.model_validate({"full_name": "李伟", "remark": "x"})
    for row in (Tupled("李伟", "x"), Slotted("李伟", "x"), open_person):
        assert read(fields, row).unplaced == ("remark",)
    lazy = object.__new__(LazyPerson)
    lazy.__dict__["full_name"] = "李伟"
    assert read(fields, lazy).unplaced == ()


@each("kind, row", ROWS)
def test_attributes_and_keys_are_read_alike(kind: Any, row: object) -> None:
    """Dataclasses, attrs classes, pydantic models, dicts and tuples with names give the same resume, and the same paths."""
    got = read(POSTS, row, row=kind)
    assert got.resume.work == (Work(position="工程师", period=Period(YearMonth(2019, 7))),)
    assert got.unplaced == ("posts[0].remark",)


@each("kind", [kind for kind, _ in ROWS if kind is not None])
def test_names_and_types_are_checked_by_the_type_of_the_rows(kind: Any) -> None:
    """A name that rows do not have is refused before there is a row; so is a type that a field cannot take, where it is known."""
    bad = {"basics.name.full": "fullname", "strengths": "posts", "work": "full_name"}
    assert {*wrong(bad, row=kind)} == {"basics.name.full", "strengths", "work"}
    with pytest.raises(InvalidValue, match="ignored: expected a path in the row, and there is no nickname"):
        FieldMapping(Resume, {"strengths": "full_name"}, row=kind, ignored=("nickname",))


class Loose:
    """A class whose types say more or less."""

    anything: Any
    either: str | int
    files: list[Any] | tuple[Any, ...]
    mode: Literal["public", "private"]
    number: NewType("Number", str)  # type: ignore[valid-type]  # as classes have it
    known: Annotated[str, "a name"]
    cities: Sequence[str]
    bare: list  # type: ignore[type-arg]  # likewise
    mixed: Post | Person
    since: datetime

    @property
    def made(self) -> int:
        """A property, whose name is known."""
        return 1


class Lost:
    """A class one of whose types is there for checkers alone."""

    full_name: "Missing"  # type: ignore[name-defined]  # noqa: F821  # defined nowhere: that is tried


def _made_of_lost(name: "Missing") -> "Missing":  # type: ignore[name-defined]  # noqa: F821  # likewise
    return name


def test_what_types_do_not_say_is_no_mistake() -> None:
    """Where a type may be right, or says nothing, the row decides; the names of a class are known in any case."""
    fields: Fields = {
        "strengths": "anything.deep",
        "highlights": "either",
        "skills": Each("files", {"name": "name"}),
        "settings.visibility": "mode",
        "settings.blocks": Constant([]),
        "basics.avatar": "number",
        "basics.name.full": "known",
        "intention.cities": "cities",
        "intention.industry": "mixed.title",
        "work": "bare",
        "video.id": "made",
        "age_verified.at": "since",
        "age_verified.age": Constant(18),
        "additional": Each("known", {"description": ""}),
    }
    FieldMapping(Resume, fields, row=Loose)
    FieldMapping(Resume, fields | {"age_verified.at": "known", "basics.name.full": "anything"}, row=Loose)
    FieldMapping(Resume, fields_for(Resume, str), row=Resume)
    FieldMapping(Resume, {"strengths": "a.b", "work": "c"}, row=dict[str, Any])
    FieldMapping(Resume, {"strengths": "full_name", "highlights": "full_name.first"}, row=Lost)
    FieldMapping(Resume, {"strengths": From("full_name", by=_made_of_lost)})
    assert wrong({"strengths": "name"}, row=Lost).keys() == {"strengths"}


def test_types_that_do_not_fit_are_mistakes() -> None:
    """A list is no text, a text no list or month's number, items have names and lists have none, and what a function makes must fit."""

    def numbered(text: str) -> int:
        return len(text)

    fields: Fields = {
        "strengths": "cities",
        "highlights": From("known", by=numbered),
        "intention.cities": "known",
        "intention.industry": "cities.first",
        "basics.profile.born": "since",
        "basics.profile.work_started": "mode",
        "work": Each("mixed", {"position": "full_name", "company": "since"}),
        "skills": Each("cities", {"name": "nickname"}),
    }
    found = wrong(fields, row=Loose)
    assert found.keys() == {*fields} - {"work", "skills"} | {"work[].company", "skills[].name"}
    assert found["basics.profile.work_started"] == "expected a whole number, and its type is str"


def test_rows_of_sqlite_have_keys() -> None:
    """A row of `sqlite3` has keys, and is read as a dict is; what its query brought and nobody mapped is named."""
    with sqlite3.connect(":memory:") as database:
        database.row_factory = sqlite3.Row
        row = database.execute("select '李伟' as full_name, 'x' as remark").fetchone()
    got = read({"basics.name.full": "full_name", "strengths": "summary"}, row)
    assert got.resume.basics.name is not None
    assert (got.resume.strengths, got.unplaced) == (None, ("remark",))


class Manager:
    """What an ORM has for a list: it is asked for all."""

    def __init__(self, *rows: object) -> None:
        self.rows = rows
        self.asked = 0

    def all(self) -> list[object]:
        """The rows."""
        self.asked += 1
        return list(self.rows)


def test_a_list_that_is_asked_for_is_asked_once() -> None:
    """What has `all()` is a list, and the database is asked for it once, though two fields are mapped from it."""
    manager = Manager(Post("工程师"), Post("主管"))
    got = read(
        {"work": Each("posts", {"position": "title"}), "skills": Each("posts", {"name": "title"})},
        {"posts": manager},
    )
    assert (
        [one.position for one in got.resume.work]
        == [one.name for one in got.resume.skills]
        == ["工程师", "主管"]
    )
    assert manager.asked == 1
    none = Manager()
    assert read({"work": Each("posts", {}), "skills": Each("posts", {})}, {"posts": none}).unplaced == ()
    assert none.asked == 1


def test_a_way_back_is_no_value_that_was_lost() -> None:
    """A row that refers to the one that it is in, as rows of an ORM do, loses nothing by it; nor by what is private to it."""
    person = SimpleNamespace(full_name="李伟", _state="x")
    person.posts = [SimpleNamespace(title="工程师", person=person, number=0)]
    fields = {"basics.name.full": "full_name", "work": Each("posts", {"position": "title"})}
    assert read(fields, person).unplaced == ("posts[0].number",)
    assert read(fields, person, ignored=("posts[].number",)).unplaced == ()
    assert read(fields, person, ignored=("posts",)).unplaced == ()
    for once in (["posts"], iter(["posts"])):  # read once, for the check and for every row
        assert read(fields, person, ignored=once).unplaced == ()
    wrong = iter(["posts^"])
    with pytest.raises(InvalidValue, match="ignored: expected a path"):
        read(fields, person, ignored=wrong)


def test_an_attribute_that_is_not_there_is_a_mistake() -> None:
    """An object without an attribute that is mapped is no row of the kind that was meant; a key may be missing."""
    with pytest.raises(TypeError, match=r"^expected a row with titel, got Post$") as caught:
        read({"work": Each("posts", {"position": "titel"})}, Person("李伟", [Post("工程师")]))
    assert caught.value.__context__ is None
    assert read({"work": Each("posts", {"position": "titel"})}, {"posts": [{}]}).resume.work == ()


# --- Where values come from ------------------------------------------------------------------------------------------


def test_lists_in_lists_are_gone_through() -> None:
    """A list in the items of a list is gone through, and `^` is what it stands in; what stands around no item is named."""
    firms = [
        {"firm": "A", "posts": [{"title": "x"}, {"title": "y", "firm": "ignored"}]},
        {"firm": "B", "posts": []},
        {"firm": "C", "posts": {"title": "z"}},
    ]
    got = read(
        {"work": Each("firms[].posts", {"company": "^firm", "position": "title", "industry": "^^branch"})},
        {"firms": firms, "branch": "IT"},
    )
    assert [(one.company, one.position, one.industry) for one in got.resume.work] == [
        ("A", "x", "IT"),
        ("A", "y", "IT"),
        ("C", "z", "IT"),
    ]
    assert got.unplaced == ("firms[0].posts[1].firm", "firms[1].firm")


def test_columns_with_numbers_are_items() -> None:
    """A flat row, with a column for each item, is a list of as many as have something in them."""
    flat = {"公司1": "A", "职位1": "x", "公司2": "", "职位2": None, "公司3": "C"}
    jobs = [Each("", {"company": f"公司{n}", "position": f"职位{n}"}) for n in (1, 2, 3)]
    assert read({"work": jobs}, flat).resume.work == (Work(company="A", position="x"), Work(company="C"))
    assert wrong({"work": [Each("^", {"company": "x"})]}).keys() == {"work"}


def test_single_values_are_mapped_through_lists() -> None:
    """A path through a list gives one item for each; a table or function is asked for each."""
    row = {"cities": [{"name": "上海"}, {"name": " "}, {"name": "北京"}], "files": ["a", "b"]}
    got = read(
        {"intention.cities": "cities[].name", "skills": Each("files", {"name": From("", by=str.upper)})}, row
    )
    assert got.resume.intention is not None
    assert got.resume.intention.cities == ("上海", "北京")
    assert [one.name for one in got.resume.skills] == ["A", "B"]
    assert got.unplaced == ("cities[1].name",)


def test_several_lists_make_one() -> None:
    """Lists of a row that are one in the resume follow one another, each item of the class whose fields it has."""
    row = {"images": [{"file": "f-1", "about": "海报"}], "links": [{"to": "https://example.com/a"}]}
    portfolio = (Each("images", {"image": "file", "description": "about"}), Each("links", {"link": "to"}))
    assert read({"portfolio": portfolio}, row).resume.portfolio == (
        PortfolioImage(image="f-1", description="海报"),
        PortfolioLink(link=Url("https://example.com/a")),
    )


def test_of_constants_alone_nothing_is_made() -> None:
    """A constant stands beside what a row says; where a row says nothing, there is no item, and no object."""
    fields = {
        "additional": Each("clubs", {"custom_topic": Constant("社团"), "description": "name"}),
        "intention.salary.low": "wants",
        "intention.salary.currency": Constant("HKD"),
    }
    got = read(fields, {"clubs": [{"name": "吉他社"}, {"name": ""}, {}]})
    assert [(one.custom_topic, one.description) for one in got.resume.additional] == [("社团", "吉他社")]
    assert got.resume.intention is None


def test_settings_that_are_the_same_for_all_are_constants() -> None:
    """Settings may be constants; whatever a row lists as blocked is kept, and a row that does not say so is refused."""
    fields: Fields = {
        "settings.visibility": Constant(Visibility.PUBLIC),
        "settings.blocks": Each("blocked", {"company": "firm", "at": "since"}),
    }
    at = datetime(2026, 1, 1, tzinfo=UTC)
    public = Settings(visibility=Visibility.PUBLIC, blocks=(CompanyBlock(company="co-1", at=at),))
    assert read(fields, {"blocked": [{"firm": "co-1", "since": at}]}).resume.settings == public
    assert read(fields, {"blocked": []}).resume.settings == Settings(visibility=Visibility.PUBLIC)
    assert read(fields, {}).resume.settings == Settings()
    stated = fields | {"settings.visibility": "mode"}
    assert refused(stated, {"mode": "public"}) == ["blocked: required for settings.blocks, but missing"]
    assert wrong({"settings.visibility": "mode"}).keys() == {"settings.blocks"}


def test_functions_are_asked_where_there_is_something() -> None:
    """A function is asked when one of its values is there, with None for the others; of none there is none."""
    asked: list[tuple[object, ...]] = []

    def joined(*values: Any) -> str | None:
        asked.append(values)
        return lines(*values)

    fields = {"strengths": From("a", "b", "c[].d", by=joined)}
    assert read(fields, {"a": "x", "b": "", "c": [{"d": "y"}, {}]}).resume.strengths == "x\ny"
    assert read(fields, {"a": None}).resume.strengths is None
    assert asked == [("x", None, ["y"])]


def test_BLOCK_2_lists_of_one_function_stay_in_step() -> None:
    """BLOCK-2: of several lists, each has its place for what an item lacks: else a block would name another company, or another day."""

    def made(companies: list[str | None], words: list[str | None], days: list[str]) -> list[dict[str, str]]:
        return [
            {"at": f"{day}T00:00:00Z", **({"company": company} if company else {"keyword": word or ""})}
            for company, word, day in zip(companies, words, days, strict=True)
        ]

    rows = [
        {"word": "星河", "day": "2026-01-01"},
        {"firm": "co-1", "word": " ", "day": "2026-01-02"},
        {"firm": "co-2", "day": "2026-01-03"},
    ]
    fields = {"settings.blocks": From("rows[].firm", "rows[].word", "rows[].day", by=made)}
    blocks = read(fields, {"rows": rows}).resume.settings.blocks
    assert [(getattr(one, "company", getattr(one, "keyword", "")), one.at.day) for one in blocks] == [
        ("星河", 1),
        ("co-1", 2),
        ("co-2", 3),
    ]
    one_list = {"skills": From("tags[].name", "note", by=lambda names, _: [{"name": name} for name in names])}
    got = read(one_list, {"tags": [{"name": "a"}, {}, {"name": "b"}], "note": "x"})
    assert [one.name for one in got.resume.skills] == ["a", "b"]
    asked: list[object] = []
    both = {"strengths": From("a[].x", "b[].y", by=lambda *lists: asked.append(lists))}
    read(both, {"a": [{}, {}], "b": [{"y": 1}, {}]})
    assert asked == [(None, [1, None])]


def test_what_can_be_read_once_is_read_once_for_all() -> None:
    """A generator in a row is a list for each field that is made of it, and nothing is lost to the second."""
    fields = {
        "skills": Each("tags", {"name": ""}),
        "intention.cities": "tags",
        "strengths": From("tags", by=", ".join),
        "work": Each("jobs", {"company": "firm"}),
    }
    row = {"tags": iter(["a", "b"]), "jobs": ({"firm": firm} for firm in "AB")}
    got = read(fields, row)
    assert ([one.name for one in got.resume.skills], got.resume.strengths) == (["a", "b"], "a, b")
    assert got.resume.intention is not None
    assert (got.resume.intention.cities, [one.company for one in got.resume.work]) == (("a", "b"), ["A", "B"])
    assert got.unplaced == ()


class _Array:
    """What is in the place of a list in a row of pandas: its `all` says whether every item is true."""

    def __init__(self, items: list[Any]) -> None:
        self._items = items

    def __iter__(self) -> Iterator[Any]:
        return iter(self._items)

    def all(self) -> bool:
        """Whether every item is true."""
        return all(self._items)


def test_an_array_is_a_list() -> None:
    """A list in a column of Parquet is an array in pandas; it is no manager, though it has a method of that name."""
    row = {"tags": _Array(["a", "b"]), "jobs": _Array([{"firm": "A"}])}
    got = read({"intention.cities": "tags[]", "work": Each("jobs", {"company": "firm"})}, row)
    assert got.resume.intention is not None
    assert (got.resume.intention.cities, got.resume.work[0].company) == (("a", "b"), "A")
    assert got.unplaced == ()


class _AnyName(dict[str, Any]):
    """A dict that answers each name, as some packages make them: it has no names but its keys."""

    def __getattr__(self, name: str) -> "_AnyName":
        return self.get(name) or _AnyName()


def test_a_dict_that_answers_each_name_is_a_dict() -> None:
    """What can be read once is known by its class: an object may say yes to each question."""
    row = _AnyName(person=_AnyName(name="李伟"), jobs=[_AnyName(firm="A")])
    got = read({"basics.name.full": "person.name", "work": Each("jobs", {"company": "firm"})}, row)
    assert got.resume.basics.name is not None
    assert (got.resume.basics.name.full, got.resume.work[0].company) == ("李伟", "A")


def test_LAW_6_a_set_is_read_in_the_same_order_each_time() -> None:
    """LAW-6: a set of texts has another order in each process; what is read of it has one."""
    tags = {f"tag-{number:02}" for number in range(50)}
    fields: Fields = {"skills": Each("tags", {"name": ""}), "strengths": "tags[0]"}
    for row in ({"tags": tags}, {"tags": frozenset(tags)}):
        got = read(fields, row)
        assert [one.name for one in got.resume.skills] == sorted(tags)
        assert got.resume.strengths == "tag-00"


def test_a_column_that_is_wrong_for_two_fields_is_wrong_twice() -> None:
    """What a function refuses hides nothing that another field finds in the same column, but what is missing because of it."""
    fields: Fields = {"strengths": From("a", by=_fails), "highlights": "a", "video.id": From("a", by=_fails)}
    assert refused(fields, {"a": 7}) == [
        "a: expected a value that the function _fails takes",
        "a: expected text that is not blank, without NUL or lone surrogates",
    ]


def test_what_a_function_has_no_use_for_is_named() -> None:
    """Where a function makes nothing of values, they are not placed; where two fields are made of one value, it is."""
    fields: Fields = {"highlights": From("a", by=lambda text: None), "strengths": "b"}
    assert read(fields, {"a": "x", "b": "y"}).unplaced == ("a",)
    assert read(fields | {"strengths": "a"}, {"a": "x"}).unplaced == ()


def test_LAW_6_what_has_no_place_is_named_in_the_order_of_its_class() -> None:
    """LAW-6: an ORM fills an object in any order, and another one in the next process; the paths are named in one."""
    rows = [Filled(), Filled()]
    rows[0].first, rows[0].second, rows[0].further = "a", "b", "c"
    rows[1].further, rows[1].second, rows[1].first = "c", "b", "a"
    assert [read({"highlights": "text"}, row).unplaced for row in rows] == [
        ("first", "second", "further")
    ] * 2


class Filled:
    """A row whose values are set one by one."""

    text = "written"
    first = ""
    second = ""
    further = ""


# --- Errors ----------------------------------------------------------------------------------------------------------


def _fails(text: str) -> str:
    raise LookupError(text)


def test_LAW_7_errors_have_the_rows_paths_all_at_once_and_no_value() -> None:
    """LAW-7: what converters, tables and the codec refuse is listed at once, by the row's own paths, without a value."""
    row = {
        "sex": CANARY,
        "phone": CANARY,
        "about": CANARY,
        "note": "half \ud83d",
        "user": CANARY,
        "jobs": [{"from": "2020-01", "to": "2019-01"}, {"to": CANARY}, {"from": [CANARY]}],
        "year": 2019,
        "month": 13,
        "cities": ["上海", 7],
    }
    fields: Fields = {
        "basics.profile.gender": From("sex", by={"男": Gender.MALE, "女": Gender.FEMALE}),
        "basics.profile.born": From("year", "month", by=YearMonth),
        "basics.contact.mobile": "phone",
        "basics.name.full": "user.name",
        "strengths": From("about", by=_fails),
        "highlights": "note",
        "intention.cities": "cities",
        "work": Each("jobs", {"period.start": "from", "period.end": "to"}),
    }
    month = "a year and month, such as 2019-07, from 1900 to 2200"
    assert sorted(refused(fields, row)) == [
        "about: expected a value that the function _fails takes",
        "cities[1]: expected text that is not blank, without NUL or lone surrogates",
        "jobs[0].to: expected a month not before the start",
        "jobs[1].from: required for work[1].period.start, but missing",
        f"jobs[1].to: expected {month}",
        f"jobs[2].from: expected {month}",
        "month: expected a month from 1 to 12",
        "note: expected text without NUL or lone surrogates",
        "phone: expected a mobile number in E.164, such as +86 and eleven digits, no spaces",
        "sex: expected one of 男, 女",
        "user: expected an object with attributes or keys",
        "year: expected a month from 1 to 12",
    ]


def test_a_text_where_an_object_belongs_is_named() -> None:
    """A text with something in it is no object; a blank one is as missing as everything in it, and counts as no error."""
    assert refused({"strengths": "user.about"}, {"user": "x"}) == [
        "user: expected an object with attributes or keys"
    ]
    assert read({"strengths": "user.about"}, {"user": " "}).resume.strengths is None


class _Asked:
    """A function without a name, which no table takes as a key."""

    __hash__ = None  # type: ignore[assignment]  # as of any class with its own equality

    def __call__(self, text: str) -> str:
        return _fails(text)


@each(
    ("field", "by", "value", "expected"),
    [
        ("strengths", lines, {"a": "b"}, "texts, numbers and lists of them"),
        ("strengths", words, 7, "text"),
        ("strengths", number_in, 7, "text"),
        ("basics.profile.born", month_in, 7, "a date or text"),
        ("basics.profile.born", date.fromisoformat, "31/7/2019", "a date, such as 2019-07-31"),
        ("basics.profile.gender", Gender, "f", "one of male, female, unknown"),
        ("settings", load_settings, 7, "bytes, text or a dict"),
        ("strengths", datetime.fromisoformat, "?", "an instant, such as 2019-07-31T08:00:00+08:00"),
        ("strengths", str.upper, 7, "a value that the function upper takes"),
        ("strengths", _Asked(), 7, "a value that the function in `by` takes"),
    ],
)
def test_an_error_says_what_a_function_takes(field: str, by: Any, value: object, expected: str) -> None:
    """Of the library's functions and of Python's, their names would say nothing to whoever wrote the row: it is said what would be right."""
    assert refused({field: From("a", by=by)}, {"a": value}) == [f"a: expected {expected}"]


def test_what_several_values_of_a_function_have_to_be_is_said_of_each() -> None:
    """A function of several values names the places of all of them."""
    period: Fields = {"work": Each("", {"company": "co", "period": From("a", "b", by=period_in)})}
    low: Fields = {"intention.salary.low": From("a", by=int), "intention.salary.high": Constant(9)}
    assert refused(period, {"co": "A", "a": 2019, "b": "2020-01"}) == [
        "a: expected dates or texts",
        "b: expected dates or texts",
    ]
    assert refused(low, {"a": "seven"}) == ["a: expected a whole number"]


def test_a_function_without_a_name_is_called_a_converter() -> None:
    """The name of a function is part of its error, where it has one."""
    assert refused({"strengths": From("a", by=lambda text: _fails(text))}, {"a": "x"}) == [
        "a: expected a value that the function in `by` takes"
    ]


def test_LAW_7_a_table_that_grows_shows_no_value_of_an_earlier_row() -> None:
    """LAW-7: a table such as a defaultdict keeps what was looked up in it; an error has only the keys that the mapping was made with."""
    for keys, expected in (({"男": "male"}, "one of 男"), ({}, "a value that the function in `by` takes")):
        table = defaultdict(lambda: "unknown", keys)
        mapping = FieldMapping(Resume, IDS | {"basics.profile.gender": From("sex", by=table)})
        mapping.read({"id": "r-1", "candidate": "c-1", "sex": CANARY})
        assert CANARY in table
        with pytest.raises(InvalidResume) as caught:
            mapping.read({"id": "r-1", "candidate": "c-1", "sex": []})
        assert [str(one) for one in caught.value.problems] == [f"sex: expected {expected}"]


def test_what_a_function_made_is_named_by_its_place_in_it() -> None:
    """Of a list that a function made, an error names the item and its field beside the column, so that the wrong one of many is found."""

    def words(column: str, _: object) -> list[dict[str, str]]:
        return [{"keyword": word, "at": "2026-01-05T09:00:00+08:00"} for word in column.split(",")]

    fields = {
        "settings.blocks": From("words", "id", by=words),
        "intention.salary": From("pay", by=lambda _: {"low": 2, "high": 1}),
    }
    mapping = FieldMapping(Resume, fields)
    with pytest.raises(InvalidResume) as caught:
        mapping.read({"words": "星河,--", "id": 7, "pay": "2-1"}, id="r", candidate="c")
    expected = "[1].keyword: expected at least one letter, digit or other sign that is no punctuation"
    assert [*map(str, caught.value.problems)] == [
        "pay: high: expected an amount from low to 99999999",
        f"words: {expected}",
        f"id: {expected}",
    ]


def test_everything_that_a_loader_finds_in_a_column_is_listed_with_its_place() -> None:
    """A column may hold a document of the library: of that, every problem is listed, and where it is. A class has fields, and no places."""
    fields: Fields = {
        "settings": From("privacy", by=load_settings),
        "intention.salary": From("low", "high", by=lambda low, high: MonthlySalary(low=low, high=high)),
    }
    row = {"privacy": '{"visibility": "open", "nickname": "real"}', "low": -1, "high": 10**9}
    assert refused(fields, row) == [
        "privacy: visibility: expected one of public, chat_only, headhunters, private",
        "privacy: blocks: required, but missing",
        *(f"low: expected an amount from {bounds}" for bounds in ("0 to 99999999", "low to 99999999")),
        *(f"high: expected an amount from {bounds}" for bounds in ("0 to 99999999", "low to 99999999")),
    ]


def test_a_function_that_says_nothing_of_what_is_wrong_loses_no_value() -> None:
    """An error without a problem is an error: the value is not left out as if the function had returned None."""

    def silent(_: object) -> str:
        raise InvalidValue("text", [])

    assert refused({"strengths": From("a", by=silent)}, {"a": "x"}) == [
        "a: expected a value that the function silent takes"
    ]


def test_LAW_7_no_frame_of_the_library_holds_the_row() -> None:
    """LAW-7: an error that is logged with the local variables of its frames shows nothing of the row."""
    try:
        read({"basics.contact.mobile": "phone"}, {"phone": CANARY})
    except InvalidResume as error:
        frame = error.__traceback__
        while frame is not None:
            if "resume_visibility" in frame.tb_frame.f_code.co_filename.rpartition("/src/")[2]:
                assert CANARY not in repr(frame.tb_frame.f_locals)
            frame = frame.tb_next


@each(
    "fields, row, given_",
    [
        ({"strengths": "about.me"}, SimpleNamespace(about=SimpleNamespace(you="canary")), {}),
        ({"strengths": "about"}, {"about": "canary"}, {"nme": "canary"}),
        ({"strengths": "about"}, {"about": "canary"}, {"highlights": 1}),
    ],
)
def test_LAW_7_no_mistake_of_a_program_shows_the_row(fields: Fields, row: object, given_: Fields) -> None:
    """LAW-7: a name that is not there, and a field that is none, are reported without the row, in the frames of the library, too."""
    mapping = FieldMapping(Resume, {**fields, "id": Constant("r-1"), "candidate": Constant("c-1")})
    with pytest.raises((TypeError, InvalidResume)) as caught:
        mapping.read(row, **given_)
    assert found_in(caught.value) == []


def test_two_columns_of_one_name_are_named() -> None:
    """Where a row has two columns of one name, only the first can be read, and the name is reported."""
    database = sqlite3.connect(":memory:")
    database.row_factory = sqlite3.Row
    [row] = database.execute("SELECT 'a' AS own, 'b' AS own, 'c' AS other, NULL AS none")
    database.close()
    found = read({"strengths": "own", "highlights": "other"}, row)
    assert (found.resume.strengths, found.resume.highlights, found.unplaced) == ("a", "c", ("own",))


class Unloaded:
    """A row of an ORM whose text has to be fetched, and cannot be."""

    strengths = "canary"

    def __init__(self, error: Exception) -> None:
        self.error = error

    @property
    def id(self) -> str:
        """Fetch it."""
        raise self.error

    def all(self) -> list[object]:
        """Fetch the items."""
        raise self.error


@each("fields", [{"id": "id"}, {"id": "row.id"}, {"id": "no", "work": Each("row", {"company": "id"})}])
@each("lenient", [False, True])
def test_LAW_7_an_error_of_a_row_finds_nothing_in_the_frames_of_the_library(
    fields: Fields, lenient: bool
) -> None:
    """What a row raises itself goes on as it is, from where it was raised, and the library's frames on its way hold nothing."""
    error = ConnectionError("lost")
    unloaded = Unloaded(error)
    row = unloaded if "id" in fields.values() else {"no": "r-1", "row": unloaded, "text": "canary"}
    with pytest.raises(ConnectionError) as caught:
        FieldMapping(Resume, fields, lenient=lenient).read(row, candidate="canary")
    assert caught.value is error
    assert found_in(error) == []
    frames = [frame for frame, _ in walk_tb(error.__traceback__)]
    assert frames[-1].f_code.co_name in ("id", "all")
    assert frames[-1].f_locals


@each(
    "fields, row",
    [({"work": "jobs"}, {"jobs": [{}, {"a": 1}]}), ({}, {}), ({"ip_region": "ip"}, {"ip": "XX"})],
)
def test_an_id_is_never_made_up(fields: Fields, row: Fields) -> None:
    """A lenient mapping leaves out what does not fit, but no resume is without its id."""
    mapping = FieldMapping(Resume, {"id": "no", "candidate": "who", **fields}, lenient=True)
    with pytest.raises(InvalidResume) as caught:
        mapping.read(row | {"no": 7, "who": "c-1"})
    assert "\n  no: expected an opaque id" in str(caught.value)
    assert mapping.read(row | {"no": "r-1", "who": "c-1"}).resume.work == ()


def test_what_is_missing_in_a_list_without_items_is_an_error_with_a_path() -> None:
    """A path through a list that is empty leads nowhere: the error names what the list is in, and is never without a problem."""
    sent: Fields = {"company": From("to[].firm", by=lambda firms: firms[0]), "at": "on"}
    row = {"sent": [{"to": [], "on": "2026-01-01T00:00:00Z"}]}
    assert refused({"applications": Each("sent", sent)}, row) == [
        "sent[0]: required for applications[0].company, but missing"
    ]
    with pytest.raises(InvalidResume, match="the whole: required for id, but missing"):
        FieldMapping(Resume, {"id": From("ids[]", by=str)}).read({"ids": []}, candidate="c-1")


def test_any_class_of_the_model_is_read() -> None:
    """What is no resume and no form is read as well, and refused by its own name."""
    mapping = FieldMapping(CompanyBlock, {"company": "firm", "at": "since"})
    at = datetime(2026, 1, 1, tzinfo=UTC)
    assert mapping.read({"firm": "co-1", "since": at}).resume == CompanyBlock(company="co-1", at=at)
    with pytest.raises(InvalidValue, match=r"^invalid CompanyBlock, 1 problem") as caught:
        mapping.read({"firm": "co-1"})
    assert caught.value.problems[0].path == "since"


def test_what_a_row_does_not_have_is_given() -> None:
    """Required fields are mapped or given; what is given is a field, is not mapped, and is checked as a row is."""
    mapping = FieldMapping(Resume, {"id": "no"})
    assert mapping.read({"no": "r-1"}, candidate="c-1", deleted=True).resume.deleted
    for given_, expected in [
        ({}, r"expected candidate in the mapping, or as an argument: read\(row, candidate=…\)"),
        ({"candidate": "c-1", "id": "r-2"}, "expected arguments that are fields and not mapped, got id"),
        ({"candidate": "c-1", "nme": "x"}, "expected arguments that are fields and not mapped, got nme"),
    ]:
        with pytest.raises(TypeError, match=f"^{expected}$"):
            mapping.read({"no": "r-1"}, **given_)
    with pytest.raises(
        TypeError, match=r"^expected candidate and id .*, or as arguments: read\(row, candidate=…, id=…\)$"
    ):
        FieldMapping(Resume, {}).read({"no": "r-1"})
    fails = FieldMapping(Resume, {"id": From("no", by=_fails), "candidate": Constant("c-1")})
    with pytest.raises(
        InvalidResume, match=r"1 problem\(s\):\n  no: expected a value that the function _fails takes$"
    ):
        fails.read({"no": "r-1"})
    lenient = FieldMapping(Resume, {}, lenient=True)
    with pytest.raises(InvalidResume, match=r"\n  ip_region: expected"):
        lenient.read({}, id="r-1", candidate="c-1", ip_region="XX")
    with pytest.raises(InvalidResume, match=r"\n  candidate: expected an opaque id"):
        mapping.read({"no": "r-1"}, candidate="李 伟")


_SPAN: Fields = {
    "work": Each("jobs", {"company": "co", "period.start": "from", "period.end": From("to", by=month_in)})
}
_MONEY: Fields = {
    "intention.position": "job",
    "intention.salary.low": "low",
    "intention.salary.high": "high",
    "intention.salary.currency": From("in", by={"元": "CNY", "HK$": "HKD"}),
}


@each("end", ["2020-13", "2018-01", "2020-\0", 2020])
def test_leniently_no_job_goes_on_because_its_end_does_not_fit(end: object) -> None:
    """A period without its end goes on: if the end was refused, there is no period, and both months are named."""
    got = read(_SPAN, {"jobs": [{"co": "A", "from": "2019-01", "to": end}]}, lenient=True)
    assert [(one.company, one.period) for one in got.resume.work] == [("A", None)]
    assert got.unplaced == ("jobs[0].from", "jobs[0].to")
    plain = {"work": Each("jobs", {"company": "co", "period.start": "from", "period.end": "to"})}
    got = read(plain, {"jobs": [{"co": "A", "from": "2019-01", "to": end}]}, lenient=True)
    assert (got.resume.work[0].period, got.unplaced) == (None, ("jobs[0].from", "jobs[0].to"))
    going_on = read(_SPAN, {"jobs": [{"co": "A", "from": "2019-01", "to": None}]}, lenient=True)
    assert [one.period for one in going_on.resume.work] == [Period(YearMonth(2019, 1))]


@each("change", [{"in": "THB"}, {"in": 7}, {"high": 10}, {"high": "80k"}, {"low": -1}])
def test_leniently_an_amount_is_whole_or_left_out(change: Fields) -> None:
    """An amount in an unknown currency is none in CNY, and one whose upper end was refused is not open."""
    row: Fields = {"job": "x", "low": 20_000, "high": 30_000, "in": "HK$", **change}
    got = read(_MONEY, row, lenient=True)
    assert got.resume.intention is not None
    assert (got.resume.intention.position, got.resume.intention.salary) == ("x", None)
    assert got.unplaced == ("low", "high", "in")


def test_what_is_wrong_with_a_given_value_is_said_once_with_its_path() -> None:
    """What no row says has a path of the library, and the whole of it, down to the field that is wrong."""
    given_: Fields = {"id": "r 1", "candidate": "c-1", "settings": {"visibility": "public"}}
    with pytest.raises(InvalidResume) as caught:
        FieldMapping(Resume, {"work": Each("jobs", {"company": "firm"})}).read(
            {"jobs": [{"firm": 7}]}, **given_
        )
    assert [str(one) for one in caught.value.problems] == [
        "id: expected an opaque id: text of 1 to 64 characters A-Z a-z 0-9 . _ -",
        "jobs[0].firm: expected text that is not blank, without NUL or lone surrogates",
        "settings.blocks: required, but missing",
    ]
    fixed: Fields = {"company": "firm", "period.start": "since", "period.end": Constant("2019-01")}
    assert refused({"work": Each("jobs", fixed)}, {"jobs": [{"firm": "A", "since": "2019-02"}]}) == [
        "work[0].period.end: expected a month not before the start"
    ]


def test_leniently_objects_go_with_what_they_need() -> None:
    """Where a required value of an object or item does not fit, the object goes; the rest stays, and both are named."""
    row = {
        "jobs": [{"co": "A", "from": "2011", "to": "2012-01"}, {"co": "B", "from": "2013-01"}],
        "files": ["f/1", "f-2"],
    }
    fields: Fields = {
        "work": Each("jobs", {"company": "co", "period.start": "from", "period.end": "to"}),
        "attachments": Each("files", {"id": ""}),
        "video.id": "clip",
        "basics.contact.mobile": From("phone", by=MobileNumber),
    }
    got = read(fields, row | {"clip": "v 1", "phone": "12"}, lenient=True)
    assert [(one.company, one.period and one.period.start.year) for one in got.resume.work] == [
        ("A", None),
        ("B", 2013),
    ]
    assert [one.id for one in got.resume.attachments] == ["f-2"]
    assert got.resume.video is None
    assert got.unplaced == ("jobs[0].from", "jobs[0].to", "files[0]", "clip", "phone")


@each(
    "name",
    [
        "Li Wei 13912345678",
        "13912345678",
        "a" * 41,
        "li@example.com",
        7,
        "a１３９b",
        "a1b3c9d1e2",
        "尾号٥٦٧٨",
    ],
)
def test_LAW_7_keys_that_look_like_no_name_are_not_named(name: object) -> None:
    """LAW-7: a key that may be what somebody typed is counted, and not shown."""
    assert read({"strengths": "a"}, {name: "x"}).unplaced == ("(a key)",)


@each(
    "name",
    [
        "婚姻状况",
        "First Name",
        "@type",
        "updated_at",
        "公司2",
        "hr:Name",
        "work4_company",
        "工作经历1_公司",
        "p1_q2",
    ],
)
def test_keys_that_look_like_names_are(name: str) -> None:
    """Keys and columns are named in any script, those with a number in them, too."""
    assert read({"strengths": "a"}, {name: "x"}).unplaced == (name,)


@each("name", ["score_2024_06", "work[0]", "13912345678"])
@each("ignored", [True, False])
def test_what_is_ignored_is_ignored_however_it_is_called(name: str, *, ignored: bool) -> None:
    """A key that is not shown is ignored by its own name, and an item of a list by its index."""
    row = {name: "x"} if "[" not in name else {"work": ["x"]}
    fields: Fields = {"strengths": "a"} if "[" not in name else {"strengths": "work[1]"}
    found = read(fields, row, ignored=(name,) if ignored else ()).unplaced
    assert found == (() if ignored else ("work[0]" if "[" in name else "(a key)",))
