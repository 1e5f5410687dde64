"""Views, records and cases that nobody checked as they were built: whatever takes one says which field of it is wrong."""

import pickle
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from each import each
from people import AT, form, owner, recruiter, resume, visitor
from resume_visibility import (
    AccessRecord,
    InvalidValue,
    Language,
    Settings,
    ViewRefused,
    cache_control,
    dump_record,
    dump_view,
    notice_of,
    record_of,
    view_for,
    view_to_dict,
)
from resume_visibility.codec import dumping
from resume_visibility.interchange import write_json_resume
from resume_visibility.lists import views_for
from resume_visibility.model import Company, Part
from resume_visibility.projection.form_view import FormView
from resume_visibility.projection.view import ResumeView
from resume_visibility.testing import Case

RESUME, FORM = resume(), form()
VIEW: Any = view_for(owner, RESUME, at=AT)
FORM_VIEW: Any = view_for(recruiter, FORM, at=AT)
RECORD = record_of(recruiter, RESUME, view_for(recruiter, RESUME, at=AT), at=AT)
SECRET = "13987651234"
WRONG: tuple[Any, ...] = (None, 7, SECRET, SECRET.encode(), [SECRET], {"name": SECRET}, object(), [object()])

USES: dict[str, Callable[[Any], object]] = {
    "dump_view": dump_view,
    "view_to_dict": view_to_dict,
    "cache_control": lambda view: cache_control(view, at=AT),
    "record_of": lambda view: (
        record_of(owner, RESUME, view, at=AT)
        if type(view) is ResumeView
        else record_of(recruiter, FORM, view, at=AT)
    ),
    "write_json_resume": lambda view: write_json_resume(view) if type(view) is ResumeView else None,
}
"""Whatever takes a view."""


def field_names(kind: Any) -> list[str]:
    """The names of the fields of a class."""
    return [field.name for field in attrs.fields(kind)]


def error_of(use: Callable[[Any], object], value: Any) -> ValueError | None:
    """The error of the library that a use of a value raises, if it raises any. `ViewRefused` is a ValueError, too."""
    try:
        use(value)
    except (InvalidValue, ViewRefused) as error:
        return error
    return None


def fails_well(use: Callable[[Any], object], value: Any, path: str) -> bool:
    """Whether a use of a value fails, if it does, by an error of the library; one for a wrong type names the path and no value."""
    error = error_of(use, value)
    if isinstance(error, InvalidValue):
        assert error.subject == type(value).__name__
        assert any(problem.path.startswith(path) for problem in error.problems), error.problems
    if error is not None:
        assert SECRET not in f"{error}{error!r}{error.__dict__}"
        assert error.__cause__ is None
        assert error.__context__ is None
    return error is not None


@each(("use", "view"), [(use, view) for use in USES for view in (VIEW, FORM_VIEW)])
def test_a_field_of_a_wrong_type_is_named(use: str, view: Any) -> None:
    """Each field of a view, of its sections and of its contact, with each wrong value: no bare error of Python is raised."""
    failed = 0
    for name in field_names(type(view)):
        for wrong in WRONG:
            failed += fails_well(USES[use], attrs.evolve(view, **{name: wrong}), name)
    for outer in ("sections", "contact") if type(view) is ResumeView else ("sections",):
        inner = getattr(view, outer)
        for name in field_names(type(inner)):
            for wrong in WRONG:
                changed = attrs.evolve(view, **{outer: attrs.evolve(inner, **{name: wrong})})
                failed += fails_well(USES[use], changed, f"{outer}.{name}")
    if use != "write_json_resume" or type(view) is ResumeView:
        assert failed > 5


@each("use", USES)
def test_a_field_that_a_pickle_lacks_is_named(use: str) -> None:
    """A view that was pickled before it had a field does not fail with an `AttributeError`."""
    for name in field_names(ResumeView):
        old = pickle.loads(pickle.dumps(VIEW))
        object.__delattr__(old, name)
        fails_well(USES[use], old, name)


def test_a_wrong_field_deep_in_a_view_is_named_by_its_path() -> None:
    """An item that was changed behind its check is found at its place."""
    view = pickle.loads(pickle.dumps(VIEW))
    object.__setattr__(view.sections.work[0], "period", SECRET)
    with pytest.raises(InvalidValue, match=r"sections\.work\[0\]\.period: expected a Period"):
        dump_view(view)


def test_a_row_of_a_wrong_type_is_named() -> None:
    """The record of a row whose `omitted` names no parts says so."""
    row: Any = next(views_for(recruiter, [RESUME], at=AT, parts=(Part.WORK,)))
    with pytest.raises(InvalidValue, match=r"omitted: expected a frozenset, each item a member of Part"):
        record_of(recruiter, RESUME, attrs.evolve(row, omitted=("work",)), at=AT)


def test_an_error_of_the_program_stays_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that no field explains is raised as it is, such as that of an accelerator."""

    def broken(plain: Any) -> bytes:
        raise RuntimeError("the accelerator is broken")

    with pytest.raises(RuntimeError, match="the accelerator is broken"):
        dump_view(VIEW, dumps=broken)
    monkeypatch.setattr(dumping, "writer_of", lambda cls: broken)
    with pytest.raises(RuntimeError, match="the accelerator is broken"):
        view_to_dict(VIEW)


def test_an_error_of_a_function_of_ones_own_is_raised_at_once() -> None:
    """A function that writes elsewhere, and fails, is not called again: half of a view would stand there twice, and no error."""
    written: list[Any] = []

    def failing_once(plain: Any) -> bytes:
        written.append(plain)
        if len(written) == 1:
            raise OSError("the disk is full")
        return b""

    with pytest.raises(OSError, match="the disk is full") as caught:
        dump_view(VIEW, dumps=failing_once)
    assert len(written) == 1
    assert caught.value.__context__ is None


def test_a_record_that_was_unpickled_is_checked_likewise() -> None:
    """A record whose fields were changed behind their check names the field where it is written or made a notice of."""
    for name in field_names(AccessRecord):
        for wrong in (7, SECRET, [SECRET], object()):
            record = pickle.loads(pickle.dumps(RECORD))
            object.__setattr__(record, name, wrong)
            fails_well(dump_record, record, name)
            # What the notice itself refuses is named by its own field.
            error_of(lambda one: notice_of(one, Settings(), language=Language.ZH), record)


CASE: dict[str, Any] = {"viewer": recruiter, "document": RESUME, "at": AT, "other": resume(id="r-2")}


@each(
    ("name", "wrong"),
    [(name, wrong) for name in (*CASE, "policy") for wrong in WRONG]
    + [("other", FORM), ("document", FORM), ("document", VIEW), ("viewer", Company(name="阿克米"))],
)
def test_a_case_of_a_wrong_type_cannot_be_built(name: str, wrong: Any) -> None:
    """A question of the laws is checked when it is made: a law would end in an error of Python, or hold."""
    wrong_name = "other" if wrong is FORM else name
    with pytest.raises(TypeError, match=f"expected {wrong_name} to be") as caught:
        Case(**{**CASE, name: wrong})
    assert SECRET not in str(caught.value)


def test_a_case_needs_an_instant_with_a_time_zone() -> None:
    """The instant of a question of the laws has a time zone."""
    with pytest.raises(InvalidValue, match="expected an instant with its time zone"):
        Case(**{**CASE, "at": AT.replace(tzinfo=None)})
    assert Case(**{**CASE, "viewer": visitor}).viewer is visitor


def test_a_view_of_a_form_is_one() -> None:
    """The two views of this page are right."""
    for view in (VIEW, FORM_VIEW):
        assert all(map(USES["dump_view"], [view]))
    assert type(FORM_VIEW) is FormView
