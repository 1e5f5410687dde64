"""The laws over every viewer, every form and every instant."""

from collections import Counter
from datetime import datetime
from itertools import count
from typing import Any

import pytest
from hypothesis import given

from draws import draws_of
from filled import name_of, number_of
from leaks import Law, assert_caught
from resume_visibility import CampusForm, FormView, Owner, Part, Recruiter, School, Viewer, view_for
from resume_visibility.testing import (
    ALL_LAWS,
    Case,
    check_default_deny,
    check_monotone,
    check_noninterference,
    check_one_nothing,
    check_pure,
    check_quiet,
    check_unlinkable,
    check_unreachable,
    form_cases,
    twin,
)
from shows import show

answers = count()


@given(form_cases())
def test_every_law_of_forms(case: Case[CampusForm]) -> None:
    """LAW-1 to LAW-7, LAW-9: `view_for` keeps every law on forms."""
    for law in ALL_LAWS:
        law(show, case)


def everything(viewer: Viewer, form: CampusForm, at: datetime) -> Any:
    return form


def giving_a_reason(viewer: Viewer, form: CampusForm, at: datetime) -> Any:
    return show(viewer, form, at) or "blocked"


def speaking(viewer: Viewer, form: CampusForm, at: datetime) -> Any:
    return name_of(form)


def counting(viewer: Viewer, form: CampusForm, at: datetime) -> Any:
    return next(answers)


def loosening(viewer: Viewer, form: CampusForm, at: datetime) -> FormView | None:
    """Shows more while the permission is off."""
    asked = form.settings.resume_permission
    return view_for(viewer if asked else Owner(candidate=form.candidate), form, at=at)


LOOSE = "a tightening (shows|is not in force)"
"""The first of two cases may be one in which the permission is off before, too."""


def plainly_loosening(viewer: Viewer, form: CampusForm, at: datetime) -> Any:
    """Shows more while the permission is off, as text in which nothing says what is withheld."""
    view = loosening(viewer, form, at)
    return None if view is None else str(view.sections.remarks and view.sections.remarks.self_assessment)


def calling(viewer: Viewer, form: CampusForm, at: datetime) -> Any:
    """Adds the number to what is shown, and nothing where nothing is."""
    return (view := show(viewer, form, at)) and (view, number_of(form).removeprefix("+86"))


def naming_the_school(viewer: Viewer, form: CampusForm, at: datetime) -> Any:
    """Says to a company at whose talk the form was handed in."""
    view = show(viewer, form, at)
    return view and (view, form.talk and form.talk.school if isinstance(viewer, Recruiter) else None)


def whether_shown(viewer: Viewer, form: CampusForm, at: datetime) -> Any:
    """Says no more than that a form is shown, and nothing of what is withheld."""
    return None if show(viewer, form, at) is None else "shown"


@given(form_cases())
def test_LAW_4_of_forms_holds_for_what_does_not_say_what_it_withholds(case: Case[CampusForm]) -> None:
    """Of an answer that claims nothing, only its texts are compared."""
    check_monotone(whether_shown, case)


@pytest.mark.parametrize(
    ("law", "broken", "why"),
    [
        (check_noninterference, everything, "a withheld value makes a difference"),
        (check_noninterference, calling, "a withheld value makes a difference"),
        (check_noninterference, naming_the_school, "a withheld value makes a difference"),
        (check_unreachable, everything, "a withheld value can be reached"),
        (check_unreachable, calling, "a withheld value can be reached"),
        (check_one_nothing, giving_a_reason, "a refusal differs"),
        (check_monotone, loosening, LOOSE),
        (check_monotone, plainly_loosening, LOOSE),
        (check_default_deny, everything, "no clause grants"),
        (check_pure, counting, "the second answer differs"),
        (check_quiet, speaking, "holds personal data"),
        (check_unlinkable, giving_a_reason, "in the community"),
    ],
)
def test_laws_of_forms_find_what_breaks_them(law: Law, broken: Any, why: str) -> None:
    """Each law raises on code that breaks it."""
    assert_caught(law, broken, why, form_cases())


def test_schools_are_shown_forms_whose_twins_differ() -> None:
    """The draws are not degenerate: schools, who are not shown all, are shown forms, and with them withheld values vary."""
    varied: Counter[str] = Counter()
    for case in draws_of(form_cases(), 300):
        view = view_for(case.viewer, case.document, at=case.at)
        if view is not None and isinstance(case.viewer, School):
            mine, theirs = case.document.basics, twin(case).basics
            varied.update(
                number=mine.contact.mobile != theirs.contact.mobile,
                photo=mine.photo != theirs.photo,
                name=mine.name != theirs.name,
                named=Part.NAME not in view.withheld,
            )
    assert min(varied["number"], varied["photo"]) >= 12
    assert varied["name"] >= 2
    assert varied["named"] >= 2
