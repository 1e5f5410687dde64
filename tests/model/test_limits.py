"""Every text and every list has a limit that real resumes never meet, and the reference states each."""

import re
from pathlib import Path
from types import NoneType
from typing import Any, get_origin

import attrs
import pytest
from hypothesis import given

from filled import there
from resume_visibility import (
    CampusForm,
    Company,
    InvalidResume,
    InvalidValue,
    Part,
    Problem,
    Resume,
    Settings,
    ShownSections,
    load_form,
    load_resume,
)
from resume_visibility.codec.parsing import MAX_BYTES
from resume_visibility.codec.reading import at_once
from resume_visibility.errors import MOST_PROBLEMS
from resume_visibility.model import Application, Checked, Limits, YearMonth, declared, follows
from resume_visibility.model.building import (
    MOST_ACTS,
    MOST_CHARACTERS,
    MOST_ITEMS,
    check_of,
    fields_of,
    members_of,
    most_items,
)
from resume_visibility.testing import Case, cases
from samples import EXAMPLES, MODEL, built, changed, full, models, refused, spelled

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "json.md").read_text(encoding="utf-8")
CLASSES = sorted({*MODEL, *models(CampusForm)}, key=lambda cls: cls.__name__)
TEXTS = [(cls, name) for cls in CLASSES for name, kind in fields_of(cls) if str in members_of(kind)]
LISTS = [(cls, name, most) for cls in CLASSES for name, most in most_items(cls).items()]


def problems(cls: type[Any], **given: Any) -> set[tuple[str, str]]:
    """What is wrong with an object, every other field of which is right."""
    with pytest.raises(InvalidValue) as caught:
        built(cls, **given)
    return {(problem.path, problem.expected) for problem in caught.value.problems}


@pytest.mark.parametrize(("cls", "name"), TEXTS, ids=lambda one: getattr(one, "__name__", one))
def test_every_text_has_a_limit(cls: type[Any], name: str) -> None:
    """No text of any class is longer than all may be."""
    expected = f"expected at most {MOST_CHARACTERS} characters"
    assert problems(cls, **{name: "x" * (MOST_CHARACTERS + 1)}) == {(name, expected)}


def test_a_text_may_be_as_long_as_that() -> None:
    """A description of just the greatest length loads, of one character more it does not, as JSON and as a dict."""
    path = ("work", 0, "description")
    fits, longer = (changed(full(), path, "汉" * (MOST_CHARACTERS + more)) for more in (0, 1))
    assert len(there(load_resume(fits).work[0].description)) == MOST_CHARACTERS
    assert refused(longer) == [("work[0].description", f"expected at most {MOST_CHARACTERS} characters")]


@pytest.mark.parametrize(("cls", "name", "most"), LISTS, ids=lambda one: getattr(one, "__name__", one))
def test_every_list_has_a_limit(cls: type[Any], name: str, most: int) -> None:
    """No list or set of any class has more items than it may have; what is in them is then not looked at."""
    kind = dict(fields_of(cls))[name]
    [origin] = filter(None, map(get_origin, members_of(kind)))
    many = origin(range(most + 1))
    assert problems(cls, **{name: many}) == {(name, f"expected at most {most} items")}
    assert [*check_of(kind, most)(origin(range(most)))] != [*check_of(kind, most)(many)]


@pytest.mark.parametrize(("cls", "load"), [(Resume, load_resume), (CampusForm, load_form)])
def test_every_list_of_a_document_has_a_limit(cls: type[Any], load: Any) -> None:
    """A document with one item too many in a list is refused at the path of the list, and all such lists at once."""
    document = spelled(cls)
    for name, most in most_items(cls).items():
        document[name] = [None] * (most + 1)
    with pytest.raises(InvalidValue) as caught:
        load(document)
    assert {(p.path, p.expected) for p in caught.value.problems} == {
        (name, f"expected at most {most} items") for name, most in most_items(cls).items()
    }


def test_a_list_may_have_as_many() -> None:
    """A resume with just the greatest number of applications loads at once."""
    [given] = full()["applications"]
    sent = {name: value for name, value in given.items() if name != "talk"}
    assert len(load_resume(full() | {"applications": [sent] * MOST_ACTS}).applications) == MOST_ACTS
    many = {"applications": [sent] * (MOST_ACTS + 1)}
    assert refused(full() | many) == [("applications", f"expected at most {MOST_ACTS} items")]


def test_a_dict_has_a_limit() -> None:
    """A dict that holds more than a document may, in texts, in keys, in values or in itself, is refused unread."""
    ring: dict[str, Any] = {}
    ring["work"] = [ring]
    expected = [("", f"expected at most {MAX_BYTES} values and characters")]
    for large in (
        {"id": "a" * MAX_BYTES},
        {"a" * MAX_BYTES: 1},
        {"work": [0] * MAX_BYTES},
        {"work": ({*range(MAX_BYTES)},)},
        ring,
    ):
        assert refused(large) == expected
    almost = full() | {"strengths": "a" * (MAX_BYTES // 2)}
    assert refused(almost) == [("strengths", f"expected at most {MOST_CHARACTERS} characters")]


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.json")), ids=lambda path: path.stem)
def test_real_resumes_are_far_from_every_limit(path: Path) -> None:
    """An example has less than a hundredth of a document, and no list or text with a tenth of what it may have."""
    assert path.stat().st_size * 100 < MAX_BYTES
    loaded = (load_form if "company" in path.read_text(encoding="utf-8")[:200] else load_resume)(
        path.read_bytes()
    )
    for name, most in most_items(type(loaded)).items():
        assert len(getattr(loaded, name)) * 10 < most


def limits() -> dict[str, str]:
    """The table of limits in the reference."""
    section = PAGE.partition("\n### Limits\n")[2].partition("\n#")[0]
    return dict(re.findall(r"^\| ([^|]+) \| ([^|]+) \|$", section, flags=re.MULTILINE)[1:])


def test_the_reference_states_every_limit() -> None:
    """The table of limits has those that hold for all, and each that a field has of its own."""
    stated = limits()
    assert stated["a document"] == f"{MAX_BYTES} bytes; of a dict, as many values, keys and characters in all"
    assert stated["a text"] == f"{MOST_CHARACTERS} characters"
    assert stated["a list or set"] == f"{MOST_ITEMS} items"
    assert stated["the problems of an error"] == str(MOST_PROBLEMS)
    own = {f"`{cls.__name__}.{name}`": f"{most} items" for cls, name, most in LISTS if most != MOST_ITEMS}
    assert {field: most for field, most in stated.items() if most.endswith(" items") and "`" in field} == own


@pytest.mark.parametrize(
    ("field", "unit"),
    [(field, most) for field, most in limits().items() if field.startswith("`") and "characters" in most],
)
def test_the_limits_of_single_texts_are_as_stated(field: str, unit: str) -> None:
    """A text with a limit of its own is refused just beyond it."""
    cls_name, name = re.findall(r"\w+", field)[:2]
    [cls] = [one for one in CLASSES if one.__name__ == cls_name]
    most = int(unit.split()[0])
    alone: dict[str, Any] = {other: None for other, kind in fields_of(cls) if NoneType in members_of(kind)}
    assert {path for path, _ in problems(cls, **alone | {name: "9" * (most + 1)})} == {name}
    assert getattr(built(cls, **alone | {name: "9" * most}), name) == "9" * most


def test_a_class_states_what_it_takes() -> None:
    """The limits are read from the fields, so that a new list has one before anybody thinks of it."""

    @attrs.frozen(repr=False)
    class Plain(Application):
        """An application with one list more."""

        tags: tuple[str, ...] = ()

    assert most_items(Plain)["tags"] == MOST_ITEMS
    assert most_items(Settings) == {"blocks": MOST_ACTS, "notices": MOST_ITEMS}
    assert most_items(Company)["aliases"] == 50


@attrs.frozen(kw_only=True, repr=False)
class Licence(Checked):
    """An item with limits of every kind, and without a check of its own."""

    number: str | None = attrs.field(default=None, metadata=declared(limits=Limits(longest=8)))
    code: str | None = attrs.field(
        default=None, metadata=declared(limits=Limits(like=re.compile("[A-Z]{2}")))
    )
    level: int | None = attrs.field(default=None, metadata=declared(limits=Limits(least=1, greatest=5)))
    points: int | None = attrs.field(default=None, metadata=declared(limits=Limits(least=-2)))
    years: tuple[int, ...] = attrs.field(default=(), metadata=declared(limits=Limits(greatest=60)))
    kinds: tuple[str, ...] = attrs.field(
        default=(), metadata=declared(limits=Limits(longest=2, expected="a kind"))
    )


@attrs.frozen(kw_only=True, repr=False)
class ShownLicences(ShownSections):
    """The licences are shown with the work."""

    licences: tuple[Licence, ...] = attrs.field(default=(), metadata=follows(Part.WORK))


@attrs.frozen(kw_only=True, repr=False)
class Driver(Resume[ShownLicences]):
    """A resume with licences."""

    licences: tuple[Licence, ...] = ()


BEYOND: dict[str, tuple[Any, Any, str, str]] = {
    "number": ("9" * 9, "9" * 8, "number", "expected at most 8 characters"),
    "code": ("ABC", "AB", "code", "expected text like [A-Z]{2}"),
    "level": (6, 5, "level", "expected a whole number of at least 1 and at most 5"),
    "points": (-3, -2, "points", "expected a whole number of at least -2"),
    "years": ((60, 61), (60,), "years[1]", "expected a whole number of at most 60"),
    "kinds": (("ABC",), ("AB",), "kinds[0]", "expected a kind"),
}
"""For each field a value beyond its limits, one within them, the path of the problem, and what is expected there."""


@pytest.mark.parametrize("name", BEYOND)
def test_limits_are_checked_where_no_check_repeats_them(name: str) -> None:
    """A value beyond the limits that a field declares is refused: when it is built, and from JSON, which its schema refuses, too."""
    beyond, within, path, expected = BEYOND[name]
    given: dict[str, Any] = {name: beyond}
    with pytest.raises(InvalidValue) as caught:
        Licence(**given)
    assert caught.value.problems == (Problem(path, expected),)
    document = {"id": "r-1", "candidate": "c-1"}
    assert at_once(document | {"licences": [{name: beyond}]}, Driver) is None
    with pytest.raises(InvalidResume) as not_loaded:
        load_resume(document | {"licences": [{name: beyond}]}, of=Driver)
    assert not_loaded.value.problems == (Problem(f"licences[0].{path}", expected),)
    read = at_once(document | {"licences": [{name: within}]}, Driver)
    assert read is not None
    assert getattr(read.licences[0], name) == within


def test_a_limit_beside_what_has_none_checks_nothing() -> None:
    """Limits are of texts and whole numbers, and of lists of these: a month has none, whatever its field declares."""

    @attrs.frozen(repr=False)
    class Dated(Checked):
        """A month that declares a limit of texts."""

        month: YearMonth | None = attrs.field(metadata=declared(limits=Limits(longest=1)))

    assert Dated(YearMonth(2026, 1)).month == YearMonth(2026, 1)
    assert Dated(None).month is None


def test_a_wrong_type_and_a_limit_are_listed_together() -> None:
    """Each field is judged by itself, so one error lists both."""
    wrong: Any = "five"
    with pytest.raises(InvalidValue) as caught:
        Licence(number="9" * 9, level=wrong)
    assert [problem.path for problem in caught.value.problems] == ["number", "level"]


@given(cases(of=Driver))
def test_made_up_items_keep_to_their_limits(case: Case[Driver]) -> None:
    """Whoever tests a service with resumes of their own gets some, though a text is short and a number small."""
    for one in case.document.licences:
        assert len(one.number or "") <= 8
        assert one.level is None or 1 <= one.level <= 5


def test_the_error_of_a_long_text_holds_none_of_it() -> None:
    """LAW-7: a text that is too long is not repeated."""
    with pytest.raises(InvalidResume) as caught:
        load_resume(full() | {"highlights": "canary" * MOST_CHARACTERS})
    assert "canary" not in str(caught.value)
