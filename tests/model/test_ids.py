"""No id of a resume or form is made of a telephone number that a view withholds (PHONE-1)."""

from collections.abc import Callable, Iterator
from types import NoneType
from typing import Any, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_visibility import CampusForm, InvalidValue, Resume, load_form, load_resume
from resume_visibility.model.building import Id, fields_of, is_model, members_of
from samples import changed, spelled

PathTo = tuple[str | int, ...]


def ids_of(annotation: Any, value: Any, path: PathTo = ()) -> Iterator[PathTo]:
    """Where the ids of a document stand, read from the annotations of its class."""
    members = [member for member in members_of(annotation) if member is not NoneType]
    if get_origin(annotation) in (tuple, frozenset):
        for index, item in enumerate(value):
            yield from ids_of(get_args(annotation)[0], item, (*path, index))
    elif Id in members:
        yield path
    elif isinstance(value, dict):
        for member in members:
            if is_model(member):
                for name, kind in fields_of(member):
                    if name in value:
                        yield from ids_of(kind, value[name], (*path, name))


def written(path: PathTo) -> str:
    """A path as problems spell it."""
    return "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).removeprefix(".")


LOADERS: list[tuple[type[Any], Callable[[Any], object]]] = [(Resume, load_resume), (CampusForm, load_form)]
PLACES = [
    (load, spelled(cls), path) for cls, load in LOADERS for path in dict.fromkeys(ids_of(cls, spelled(cls)))
]


def paths_of_problems(load: Callable[[Any], object], document: Any) -> list[str]:
    """Where a document is refused."""
    with pytest.raises(InvalidValue) as caught:
        load(document)
    return [problem.path for problem in caught.value.problems if "number" in problem.expected]


def test_the_places_of_ids() -> None:
    """The search for places finds those that are shown, and those that go into records alone."""
    found = {written(path) for _, _, path in PLACES}
    shown = {"id", "basics.avatar", "video.id", "attachments[0].id", "portfolio[0].image", "basics.photo"}
    recorded = {"candidate", "revision", "company", "consents[0].recipient", "consents[0].purpose"}
    assert found > shown | recorded | {"applications[0].attachments[0]", "settings.blocks[0].company"}


@pytest.mark.parametrize(("load", "document", "path"), PLACES, ids=[written(path) for _, _, path in PLACES])
def test_PHONE_1_no_id_is_made_of_the_number(
    load: Callable[[Any], object], document: Any, path: PathTo
) -> None:
    """Every id in a resume or form, shown or only recorded, is refused with the candidate's number in it."""
    assert written(path) in paths_of_problems(load, changed(document, path, "u-13987651234"))


@given(st.data())
def test_PHONE_1_however_the_number_is_divided(data: st.DataObject) -> None:
    """What stands between the digits hides no number, and neither does writing it backwards."""
    load, document, path = data.draw(st.sampled_from(PLACES))
    between = st.text("aZ._-", max_size=3)
    digits = data.draw(st.sampled_from(["13987651234", "43215678931"]))
    one = "".join(data.draw(between) + digit for digit in digits)
    assert written(path) in paths_of_problems(load, changed(document, path, one))


def test_PHONE_1_numbers_of_a_form() -> None:
    """A form's landline and the emergency contact's number are kept out of its ids as well."""
    document = spelled(CampusForm)
    for path in (("basics", "contact", "landline"), ("basics", "emergency_phone")):
        one = changed(changed(document, path, {"e164": "+862011112222"}), ("revision",), "r2011112222")
        assert paths_of_problems(load_form, one) == ["revision"]


def test_a_short_number_is_not_found_by_chance() -> None:
    """Four digits of a small country stand in many ids; with the country code they are looked for all the same."""
    document = changed(spelled(Resume), ("basics", "contact", "mobile"), "+6834321")
    assert load_resume(changed(document, ("id",), "r-54321")).id == "r-54321"
    assert paths_of_problems(load_resume, changed(document, ("id",), "r-683-4321")) == ["id"]


@pytest.mark.parametrize(
    ("salary", "path"),
    [
        ({"low": 91234567}, "intention.salary.low"),
        ({"low": 0, "high": 76543219}, "intention.salary.high"),
        ({"low": 91234567, "high": 91234568}, "intention.salary.low"),
    ],
)
def test_PHONE_1_no_salary_is_the_number(salary: dict[str, int], path: str) -> None:
    """A number of eight digits is refused as a salary, forwards and backwards; any other salary is fine."""
    document = changed(spelled(Resume), ("basics", "contact", "mobile"), "+85291234567")
    assert paths_of_problems(load_resume, changed(document, ("intention", "salary"), salary)) == [path]
    other = changed(document, ("intention", "salary"), {"low": 91234566, "high": 99999999})
    assert load_resume(other).intention is not None
