"""A view in models of pydantic is what `view_for` released, and is written as `dump_view` writes it."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_view import VIEW, Hit, View

from pace import examples
from people import AT, owner, recruiter, resume, stranger
from resume_visibility import Resume, ResumeView, dump_view, view_for, view_to_dict
from resume_visibility.schemas import Subject, schema_of
from resume_visibility.testing import Case, cases

HIT = Draft202012Validator(Hit.model_json_schema(mode="serialization"))
OURS = Draft202012Validator(schema_of(Subject.VIEW))
PYDANTICS = Draft202012Validator(VIEW.json_schema(mode="serialization"))


def a_view() -> ResumeView:
    """A view with a name in it."""
    view = view_for(owner, resume(), at=AT)
    assert view is not None
    return view


def test_a_view_goes_in_and_comes_out_as_itself() -> None:
    """Validating takes the very object: nothing is copied, and nothing is read again."""
    view = a_view()
    assert VIEW.validate_python(view) is view
    assert Hit(position=1, view=view).view is view


@settings(max_examples=examples(20))
@given(cases())
def test_it_is_written_as_the_library_writes_it(case: Case[Resume]) -> None:
    """Alone or in a model, in JSON or in Python, what pydantic writes of a view is what `dump_view` writes."""
    view = view_for(case.viewer, case.document, at=case.at)
    if view is not None:
        hit = Hit(position=1, view=view)
        assert VIEW.dump_json(view) == dump_view(view)
        assert hit.model_dump() == {"position": 1, "view": view_to_dict(view)}
        assert hit.model_dump_json().encode() == b'{"position":1,"view":' + dump_view(view) + b"}"
        assert [*HIT.iter_errors(hit.model_dump())] == []
        assert [*PYDANTICS.iter_errors(view_to_dict(view))] == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"display_name": 7},
        {"fresh_until": "tomorrow"},
        {"withheld": ["nobody"]},
        {"mobile": "+8613912345678"},
        {"contact": {"channels": ["pigeon"]}},
        {"sections": {"work": [{"company": ""}]}},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_the_schema_refuses_what_the_librarys_own_refuses(wrong: dict[str, object]) -> None:
    """Without its references the schema says the same: what is no view is none to both."""
    document = {**view_to_dict(a_view()), **wrong}
    assert not OURS.is_valid(document)
    assert not PYDANTICS.is_valid(document)
    assert "$ref" not in json.dumps(VIEW.json_schema())


def test_LAW_7_an_error_of_pydantic_holds_nothing_of_what_it_was_given() -> None:
    """JSON is no view, and the error that says so repeats none of it; a model without the setting would."""
    document: Any = view_to_dict(a_view())
    for wrong in (lambda: VIEW.validate_python(document), lambda: Hit(position=1, view=document)):
        with pytest.raises(ValidationError) as caught:
            wrong()
        assert "张三丰" not in str(caught.value)

    class Talkative(BaseModel):
        view: View

    with pytest.raises(ValidationError, match="input_value"):
        Talkative.model_validate({"view": document})


def test_LAW_7_a_model_around_a_view_says_nothing_of_it() -> None:
    """The representation of a model is made of those of its fields, and that of a view is silent."""
    assert "张三丰" not in repr(Hit(position=1, view=a_view()))


def test_two_viewers_have_two_views() -> None:
    """One model of pydantic holds whatever each viewer is shown."""
    shown = [view_for(viewer, resume(), at=AT) for viewer in (owner, stranger, recruiter)]
    rows = TypeAdapter(list[View | None]).dump_python(shown)
    assert rows == [None if view is None else view_to_dict(view) for view in shown]
