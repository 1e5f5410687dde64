"""LAW-7: no message, traceback or representation holds personal data."""

from datetime import datetime
from types import SimpleNamespace

import pytest
from hypothesis import given

from filled import name_of, number_of
from leaks import assert_caught
from resume_visibility import Resume, Viewer, view_for
from resume_visibility.lists import stored
from resume_visibility.testing import Case, cases, check_quiet
from resume_visibility.testing.withheld import personal_texts
from shows import show


@given(cases())
def test_quiet(case: Case[Resume]) -> None:
    """LAW-7: resumes, sections, viewers and views say nothing personal in their repr."""
    check_quiet(show, case)


@given(cases())
def test_LAW_7_nothing_is_printed_by_what_reads_fields(case: Case[Resume]) -> None:
    """LAW-7: rich, by which many print their tracebacks and logs, goes by the fields of an object unless it is asked not to."""
    pretty_repr = pytest.importorskip("rich.pretty").pretty_repr
    resume, view = case.document, view_for(case.viewer, case.document, at=case.at)
    asked = (
        resume,
        resume.basics,
        resume.basics.name,
        resume.work,
        resume.settings,
        stored(resume),
        case.viewer,
    )
    printed = pretty_repr((*asked, view, view and view.sections, view and view.contact))
    assert not any(value in printed for value in personal_texts(resume))


def test_a_talkative_representation_is_caught() -> None:
    """LAW-7 can fail: a response whose repr spells the name gets caught."""

    def leaky(viewer: Viewer, resume: Resume, at: datetime) -> object:
        return SimpleNamespace(full=name_of(resume))

    assert_caught(check_quiet, leaky, "a representation holds personal data(?! that)")


def test_a_talkative_dict_is_caught() -> None:
    """LAW-7 can fail: plain data that spells the name gets caught where the name is withheld."""

    def leaky(viewer: Viewer, resume: Resume, at: datetime) -> object:
        return {"full": name_of(resume)}

    assert_caught(check_quiet, leaky, "a representation holds personal data that is withheld")


def test_a_talkative_view_is_caught() -> None:
    """LAW-7 can fail: a message that spells the number beside the view gets caught."""

    def leaky(viewer: Viewer, resume: Resume, at: datetime) -> object:
        return f"{view_for(viewer, resume, at=at)} for {number_of(resume)}"

    assert_caught(check_quiet, leaky, "a representation holds personal data")
