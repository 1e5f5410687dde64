"""The laws over every viewer, every form and every instant."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from resume_visibility import CampusForm, FormView, Owner, Viewer, view_to_dict
from resume_visibility.testing import (
    ALL_FORM_LAWS,
    FormCase,
    check_form_default_deny,
    check_form_monotone,
    check_form_noninterference,
    check_form_one_nothing,
    check_form_pure,
    check_form_quiet,
    check_form_unreachable,
    form_cases,
)
from resume_visibility.testing.form_laws import show_form


@pytest.mark.parametrize("law", ALL_FORM_LAWS, ids=lambda law: law.__name__)
def test_LAW_1_to_7_of_forms(law: Callable[[Any, FormCase], None]) -> None:
    """`view_for` keeps every law on forms."""

    @given(form_cases())
    def holds(case: FormCase) -> None:
        law(show_form, case)

    holds()


@given(form_cases())
def test_laws_of_forms_hold_for_what_a_service_makes_of_a_view(case: FormCase) -> None:
    """The laws take any code around `view_for`."""

    def show(viewer: Viewer, form: CampusForm, at: datetime) -> Any:
        view = show_form(viewer, form, at)
        return None if view is None else view_to_dict(view)

    check_form_noninterference(show, case)
    check_form_unreachable(show, case)
    check_form_pure(show, case)


def everything(viewer: Viewer, form: CampusForm, at: datetime) -> Any:
    return form


def told_why(viewer: Viewer, form: CampusForm, at: datetime) -> Any:
    return show_form(viewer, form, at) or "blocked"


def speaking(viewer: Viewer, form: CampusForm, at: datetime) -> Any:
    return form.basics.name.full


class Counting:
    """Answers otherwise each time."""

    count = 0

    def __call__(self, viewer: Viewer, form: CampusForm, at: datetime) -> Any:
        self.count += 1
        return self.count


def loosening(viewer: Viewer, form: CampusForm, at: datetime) -> FormView | None:
    """Shows more while the permission is off."""
    asked = form.settings.resume_permission
    return show_form(viewer if asked else Owner(candidate=form.candidate), form, at)


def whether_shown(viewer: Viewer, form: CampusForm, at: datetime) -> Any:
    """Says no more than that a form is shown, and nothing of what is withheld."""
    return None if show_form(viewer, form, at) is None else "shown"


@given(form_cases())
def test_LAW_4_of_forms_holds_for_what_does_not_say_what_it_withholds(case: FormCase) -> None:
    """Of an answer that claims nothing, only its texts are compared."""
    check_form_monotone(whether_shown, case)


def plainly_loosening(viewer: Viewer, form: CampusForm, at: datetime) -> Any:
    """Shows more while the permission is off, as text in which nothing says what is withheld."""
    view = loosening(viewer, form, at)
    return None if view is None else str(view.sections.remarks and view.sections.remarks.self_assessment)


@pytest.mark.parametrize(
    ("law", "broken"),
    [
        (check_form_noninterference, everything),
        (check_form_unreachable, everything),
        (check_form_one_nothing, told_why),
        (check_form_monotone, loosening),
        (check_form_monotone, plainly_loosening),
        (check_form_default_deny, everything),
        (check_form_pure, Counting()),
        (check_form_quiet, speaking),
    ],
    ids=lambda one: getattr(one, "__name__", "counting"),
)
def test_laws_of_forms_find_what_breaks_them(law: Callable[[Any, FormCase], None], broken: Any) -> None:
    """Each law raises on code that breaks it."""

    @settings(phases=[Phase.generate])  # nobody reads the case that breaks it
    @given(form_cases())
    def holds(case: FormCase) -> None:
        law(broken, case)

    with pytest.raises(AssertionError):
        holds()
