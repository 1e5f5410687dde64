"""Every text and every list has a limit that real resumes never meet, and the reference states each."""

import re
from pathlib import Path
from types import NoneType
from typing import Any, get_origin

import attrs
import pytest

from filled import there
from resume_visibility import (
    CampusForm,
    Company,
    InvalidResume,
    InvalidValue,
    Resume,
    Settings,
    load_form,
    load_resume,
)
from resume_visibility.codec.parsing import MAX_BYTES
from resume_visibility.errors import MOST_PROBLEMS
from resume_visibility.model import Application
from resume_visibility.model.building import (
    MOST_ACTS,
    MOST_CHARACTERS,
    MOST_ITEMS,
    check_of,
    fields_of,
    members_of,
    most_items,
)
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


def test_the_error_of_a_long_text_holds_none_of_it() -> None:
    """LAW-7: a text that is too long is not repeated."""
    with pytest.raises(InvalidResume) as caught:
        load_resume(full() | {"highlights": "canary" * MOST_CHARACTERS})
    assert "canary" not in str(caught.value)
