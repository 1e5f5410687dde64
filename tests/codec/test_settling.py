"""Other settings, and settings for a column of their own."""

import json
from typing import Any

import attrs
import pytest
from hypothesis import given

from people import AT, form, resume
from resume_visibility import (
    CampusForm,
    CompanyBlock,
    InvalidSettings,
    InvalidValue,
    Problem,
    Resume,
    Settings,
    dump_resume,
    dump_settings,
    load_settings,
    with_settings,
)
from resume_visibility.model import Project
from resume_visibility.model.building import MOST_CHARACTERS
from resume_visibility.testing import resumes


@given(resumes())
def test_settings_are_written_as_they_stand_in_a_resume(whole: Resume) -> None:
    """They load again, and are what `dump_resume` writes of them."""
    written = dump_settings(whole.settings)
    assert load_settings(written) == whole.settings
    assert json.loads(written) == json.loads(dump_resume(whole))["settings"]


def test_settings_that_are_the_defaults_say_that_nobody_is_blocked() -> None:
    """A document of settings names its blocks, so that one that lost them does not load."""
    assert dump_settings(Settings()) == b'{"blocks":[]}'


def test_what_is_no_settings_is_a_mistake() -> None:
    """A resume is more than its settings."""
    whole: Any = resume()
    with pytest.raises(TypeError, match="expected settings to be a Settings, got Resume"):
        dump_settings(whole)


@pytest.mark.parametrize("document", [resume(), form()], ids=lambda one: type(one).__name__)
def test_NOTICE_1_other_settings_are_another_state(document: Resume | CampusForm) -> None:
    """Nothing else of the document changes but the revision, by which records and kept views go."""
    blocked = Settings(blocks=(CompanyBlock(company="co-x", at=AT),))
    settled = with_settings(document, blocked, revision="r2")
    assert (settled.settings, settled.revision) == (blocked, "r2")
    assert with_settings(settled, document.settings, revision=document.revision) == document


def test_NOTICE_1_other_settings_under_the_same_revision_are_refused() -> None:
    """Records would call two states one."""
    with pytest.raises(InvalidValue) as caught:
        with_settings(resume(), Settings(), revision=resume().revision)
    assert caught.value.problems == (
        Problem("revision", "expected a revision that no earlier state had, such as uuid4().hex"),
    )


@pytest.mark.parametrize("document", [resume(), form()], ids=lambda one: type(one).__name__)
def test_a_revision_that_cannot_be_is_no_fault_of_the_settings(document: Resume | CampusForm) -> None:
    """A service answers for the revision and the candidate for the settings, so the errors differ; neither holds a value (LAW-7)."""
    mobile = document.basics.contact.mobile
    assert mobile is not None
    for revision in ("no id", f"r{mobile.e164.removeprefix('+')}"):
        with pytest.raises(InvalidValue) as caught:
            with_settings(document, Settings(), revision=revision)
        assert type(caught.value) is InvalidValue
        assert (caught.value.subject, [one.path for one in caught.value.problems]) == (
            type(document).__name__,
            ["revision"],
        )
        assert revision not in f"{caught.value}{caught.value!r}{caught.value.__context__!r}"


def test_settings_that_do_not_go_with_the_document_are_refused() -> None:
    """LAW-7: a block whose id holds the candidate's number names its place, and no value."""
    whole = resume()
    assert whole.basics.contact.mobile is not None
    digits = whole.basics.contact.mobile.e164.removeprefix("+")
    with pytest.raises(InvalidSettings) as caught:
        with_settings(whole, Settings(blocks=(CompanyBlock(company=f"co-{digits}", at=AT),)), revision="r2")
    assert [one.path for one in caught.value.problems] == ["settings.blocks[0].company"]
    assert digits not in f"{caught.value}{caught.value!r}{caught.value.__context__!r}"


def test_settings_with_which_a_document_could_not_be_loaded_again_are_refused() -> None:
    """OWNER-1: blocks of two megabytes are right by themselves, and too large beside a resume that is large itself."""
    project = Project(name="p", description="文" * MOST_CHARACTERS)
    whole = attrs.evolve(resume(), projects=(project,) * 34)
    with_settings(whole, Settings(), revision="r2")
    blocks = tuple(CompanyBlock(company=f"{i:064}", at=AT) for i in range(1000))
    with pytest.raises(InvalidSettings, match="expected at most 2097152 bytes"):
        with_settings(whole, Settings(blocks=blocks), revision="r2")
