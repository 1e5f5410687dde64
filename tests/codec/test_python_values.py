"""A dict of one's own: values that Python has are taken beside their spelling in JSON, and mean the same."""

import types
from datetime import UTC, date, datetime, timedelta, timezone
from enum import Enum
from typing import Any, get_args, get_origin

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from resume_visibility import (
    AccessRecord,
    CampusForm,
    InvalidValue,
    Part,
    Resume,
    Settings,
    Viewer,
    Visibility,
    load_form,
    load_record,
    load_resume,
    load_settings,
    load_viewer,
)
from resume_visibility.codec.loading import explained
from resume_visibility.model import PortfolioImage, Skill, Work, YearMonth
from resume_visibility.model.building import fields_of, is_model, members_of
from resume_visibility.model.viewers import KINDS
from samples import BUILT, changed, full, refused, spelled

VIEWER: Any = Viewer


def python(annotation: Any, value: Any, draw: Any) -> Any:
    """A document in which some values are what Python has for them."""
    members = [member for member in members_of(annotation) if member is not types.NoneType]
    if get_origin(annotation) in (tuple, frozenset):
        items = [python(get_args(annotation)[0], item, draw) for item in value]
        as_set = [set, frozenset] if get_origin(annotation) is frozenset else []
        return draw(st.sampled_from([list, tuple, *as_set]))(items)
    if len(members) > 1:
        [annotation] = [one for one in members if set(value) == {name for name, _ in fields_of(one)}]  # type: ignore[arg-type]  # classes of the model
    elif members[0] is not annotation:
        return python(members[0], value, draw)
    if annotation is YearMonth:
        return draw(
            st.sampled_from(
                [value, date.fromisoformat(f"{value}-17"), YearMonth(*map(int, value.split("-")))]
            )
        )
    if annotation is datetime:
        at = datetime.fromisoformat(value)
        return draw(st.sampled_from([value, at, at.astimezone(timezone(timedelta(hours=8)))]))
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return draw(st.sampled_from([value, annotation(value)]))
    if annotation in BUILT:
        return draw(st.sampled_from([value, BUILT[annotation]]))
    if is_model(annotation):
        return {
            name: python(kind, value[name], draw) for name, kind in fields_of(annotation) if name in value
        }
    return value


@given(st.data())
def test_python_values_mean_what_their_spelling_means(data: st.DataObject) -> None:
    """A resume, form or viewer of enumerations, dates, instants, tuples and sets is the one that JSON spells."""
    kind = data.draw(st.sampled_from(sorted(KINDS)))
    for cls, load, more in (
        (Resume, load_resume, {}),
        (CampusForm, load_form, {}),
        (KINDS[kind], load_viewer, {"kind": kind}),
    ):
        plain = spelled(cls)
        given = python(cls, plain, data.draw) | more
        assert load(given) == load(plain | more) == explained(given, VIEWER if more else cls)


def test_a_record_of_python_values() -> None:
    """A row of an access log, as an ORM gives it, loads."""
    row = {
        "kind": "recruiter",
        "company": {"name": "Acme", "id": "acme"},
        "action": "view",
        "at": datetime(2026, 6, 1, tzinfo=UTC),
        "granted": True,
        "clauses": ("MODE-1",),
        "policy": "2023-04",
        "document": "resume",
        "document_id": "r-1",
        "digest": "0" * 64,
        "shown": {Part.WORK},
    }
    record = load_record(row)
    assert isinstance(record, AccessRecord)
    assert record.shown == {Part.WORK}


def test_objects_of_the_model() -> None:
    """An object of the model stands for the JSON object that spells it."""
    resume = load_resume(full())
    given = {field.name: getattr(resume, field.name) for field in attrs.fields(Resume) if field.init}
    assert load_resume(given) == explained(given, Resume) == resume
    assert load_settings({"visibility": Visibility.PUBLIC, "blocks": ()}) == Settings(
        visibility=Visibility.PUBLIC
    )


@pytest.mark.parametrize(
    ("path", "bad"),
    [
        (("basics", "profile", "born"), datetime(2019, 7, 1, tzinfo=UTC)),
        (("basics", "profile", "born"), date(1899, 7, 1)),
        (("applications", 0, "at"), datetime(2019, 7, 1)),
        (("applications", 0, "at"), date(2019, 7, 1)),
        (("basics", "profile", "gender"), Visibility.PUBLIC),
        (("strengths",), Visibility.PUBLIC),
        (("work", 0), PortfolioImage(image="a")),
        (("skills",), {"a"}),
        (("basics", "contact", "mobile"), YearMonth(2019, 7)),
    ],
)
def test_what_stands_for_something_else(path: tuple[str | int, ...], bad: Any) -> None:
    """A value of another type, an instant without a time zone and a set where order counts are refused."""
    [(where, _)] = refused(changed(full(), path, bad))
    assert where == "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path).removeprefix(
        "."
    )


def test_a_list_where_a_tuple_belongs() -> None:
    """A class of the model, given a list, says that it wants a tuple, and of what."""
    resume = load_resume(full())
    with pytest.raises(InvalidValue, match="work: expected a tuple, each item a Work"):
        attrs.evolve(resume, work=[*resume.work])  # type: ignore[arg-type]  # the mistake is meant
    assert {type(work) for work in resume.work} == {Work}
    with pytest.raises(InvalidValue, match="skills: expected a tuple, each item a Skill"):
        attrs.evolve(resume, skills={*()})  # type: ignore[arg-type]  # likewise
    assert {type(skill) for skill in resume.skills} == {Skill}
