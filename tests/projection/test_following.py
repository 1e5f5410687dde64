"""What a field of the library's own follows is heard by every view, or stops the import (LAW-5)."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import GenericAlias
from typing import Any

import attrs
import pytest

import resume_visibility
from processes import UNMEASURED
from resume_visibility import CampusForm, Part, Resume, ShownSections
from resume_visibility.model import Basics, Checked, Period, Work, follows
from resume_visibility.model.building import classes_in, fields_of
from resume_visibility.model.own import GOVERNING
from resume_visibility.projection import confining, forms, sections
from resume_visibility.projection.confining import check_following, confiner_of
from resume_visibility.projection.form_view import ShownForm
from resume_visibility.testing import extended

TEXT: Any = str | None


def make_item(default: Any = None, **metadata: Any) -> Any:
    """A class of items with one text."""
    how: Any = {"frozen": True, "slots": True, "kw_only": True, "repr": False}
    return attrs.make_class(
        "Item", {"name": attrs.field(type=TEXT, default=default, metadata=metadata)}, bases=(Checked,), **how
    )


def test_LAW_5_what_is_heard_is_left_alone() -> None:
    """A field of a section may follow a part, or nothing and be the owner's."""
    check_following(
        [GenericAlias(tuple, (make_item(**follows(Part.MOBILE)), ...)), make_item(**follows(None)) | None],
        [str, Period],
    )


@pytest.mark.parametrize("beside", [False, True])
def test_LAW_5_where_nobody_listens_nothing_follows(beside: bool) -> None:
    """A field that is shown by another way than with its section would be shown whatever it follows."""
    one = make_item(**follows(Part.MOBILE))
    with pytest.raises(TypeError, match=r"Item\.name is shown elsewhere, too, .*: take follows\(…\) away"):
        check_following(
            [one | None], [GenericAlias(tuple, (one, ...))] if beside else [], *(() if beside else (one,))
        )


def test_LAW_5_what_nothing_can_follow_is_refused() -> None:
    """A part that is granted in the community, or a word that is no part, is none that a field can follow."""
    for part in (Part.REGION, "mobile"):
        with pytest.raises(TypeError, match=r"Item\.name follows what nothing can follow"):
            check_following([make_item(follows=part)], [])


def test_LAW_5_what_is_withheld_is_empty() -> None:
    """A field that follows a part has nothing in it where that part is withheld."""
    with pytest.raises(TypeError, match=r"Item\.name is expected to be None or \(\) where it is withheld"):
        check_following([make_item("something", **follows(Part.MOBILE))], [])


def make_class(name: str, **fields: tuple[Any, Any]) -> Any:
    """A class with some fields: the annotation of each, and what it follows, where it follows anything."""
    how: Any = {"frozen": True, "slots": True, "kw_only": True, "repr": False}
    attributes = {
        one: attrs.field(type=kind, default=None, metadata=follows(part) if part is not ... else {})
        for one, (kind, part) in fields.items()
    }
    return attrs.make_class(name, attributes, bases=(Checked,), **how)


LEAF = make_class("Leaf", seen=(TEXT, ...), unseen=(TEXT, None))
BRANCH = make_class("Branch", seen=(TEXT, ...), leaf=(LEAF | None, ...))
UNSEEN = LEAF(unseen="x")


def confine_for(kind: Any, value: Any, *, owned: bool = False) -> Any:
    """What is left of a value for whom nothing is shown that is for the owner alone, or everything."""
    confine = confiner_of(kind)
    assert confine is not None
    return confine(value, lambda _: owned)


def test_LAW_1_where_nothing_is_left_nothing_is_shown() -> None:
    """An empty item, or value, would say that something is withheld; so would one in which another is empty."""
    items = (UNSEEN, LEAF(seen="y", unseen="x"), LEAF())
    assert confine_for(GenericAlias(tuple, (LEAF, ...)), items) == (LEAF(seen="y"),)
    assert confine_for(LEAF | None, UNSEEN) is None
    assert confine_for(BRANCH | None, BRANCH(leaf=UNSEEN)) is None
    assert confine_for(BRANCH | None, BRANCH(seen="y", leaf=UNSEEN)) == BRANCH(seen="y")


@pytest.mark.parametrize("leaf", [None, LEAF(), UNSEEN])
def test_LAW_1_what_is_withheld_further_in_makes_no_difference(leaf: Any) -> None:
    """An item goes whether what it could hold is not there, is empty, or is withheld; beside others nothing of it stays."""
    boughs = GenericAlias(tuple, (BRANCH, ...))
    assert confine_for(boughs, (BRANCH(leaf=leaf), BRANCH(seen="y", leaf=leaf))) == (BRANCH(seen="y"),)
    assert confine_for(BRANCH | None, BRANCH(leaf=leaf)) is None


def test_LAW_1_what_cannot_be_missing_stays_empty() -> None:
    """A value that is always there says nothing by being there."""
    assert confine_for(LEAF, UNSEEN) == LEAF()


def test_OWNER_1_who_is_shown_everything_is_shown_what_is_empty() -> None:
    """Nothing is left out for them: a value stays the object that it is."""
    items = (UNSEEN, LEAF())
    assert confine_for(GenericAlias(tuple, (LEAF, ...)), items, owned=True) is items
    whole = BRANCH(leaf=LEAF())
    assert confine_for(BRANCH | None, whole, owned=True) is whole


@pytest.mark.parametrize(("cls", "name"), sorted(confining._SHOWN_ELSEWHERE, key=str))
def test_LAW_5_what_is_read_out_of_a_section_goes_with_it(
    monkeypatch: pytest.MonkeyPatch, cls: Any, name: str
) -> None:
    """The latest position, the region and the honorific would show what a field withholds."""
    monkeypatch.setattr(confining, "placed_alone", lambda one: {name: None} if one is cls else {})
    with pytest.raises(TypeError, match=rf"{cls.__name__}\.{name} is shown elsewhere, too"):
        sections.check_sections()


OF_RESUMES = sorted(classes_in(Resume) | {ShownSections}, key=str)
OF_FORMS = sorted(classes_in(CampusForm) | {ShownForm}, key=str)


def classes_in_sections_alone() -> set[Any]:
    """The classes that are in sections of a resume and nowhere else."""
    root = dict(fields_of(Resume))
    shown = {cls for name, kind in fields_of(ShownSections) if name != "delivery" for cls in classes_in(kind)}
    governing = {cls for name in GOVERNING - {"basics"} for cls in classes_in(root[name])}
    contact = {cls for name in ("name", "contact") for cls in classes_in(dict(fields_of(Basics))[name])}
    return shown - governing - contact - {cls for cls in shown if not fields_of(cls)}


@pytest.mark.parametrize("cls", OF_RESUMES, ids=lambda one: one.__name__)
def test_LAW_5_every_class_of_a_resume_is_looked_at(monkeypatch: pytest.MonkeyPatch, cls: Any) -> None:
    """Whatever class of a resume says that a field follows a part, it is in a section alone, or stops the import."""
    name = next(name for name, _ in fields_of(cls) if (cls, name) not in confining._SHOWN_ELSEWHERE)
    monkeypatch.setattr(confining, "placed_alone", lambda one: {name: Part.MOBILE} if one is cls else {})
    if cls in classes_in_sections_alone():
        try:
            sections.check_sections()
        except TypeError as error:
            assert "is expected to be None or ()" in str(error)  # noqa: PT017  # one of the two
    else:
        with pytest.raises(TypeError, match=rf"{cls.__name__}\.{name} is shown elsewhere, too"):
            sections.check_sections()


@pytest.mark.parametrize("cls", OF_FORMS, ids=lambda one: one.__name__)
def test_LAW_5_no_field_of_a_form_follows_a_part(monkeypatch: pytest.MonkeyPatch, cls: Any) -> None:
    """A view of a form asks no field what it follows, so that none may say it."""
    name = fields_of(cls)[0][0]
    monkeypatch.setattr(confining, "placed_alone", lambda one: {name: None} if one is cls else {})
    with pytest.raises(TypeError, match=rf"{cls.__name__}\.{name} is shown elsewhere, too"):
        forms._classify_sections()


def test_LAW_1_the_laws_know_what_a_field_of_the_librarys_follows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A field that follows a part is another's in the twin of a resume, and a secret, where the part is withheld."""
    monkeypatch.setattr(extended, "placed_alone", lambda one: {"company": Part.MOBILE} if one is Work else {})
    monkeypatch.setattr(extended, "_has_own_fields", extended._has_own_fields.__wrapped__)
    mine, other = (Resume(id="r-1", candidate="c-1", work=(Work(company=name),)) for name in ("甲", "乙"))
    assert extended.exchange_own_fields(mine, other, lambda _: False) == other
    assert extended.exchange_own_fields(mine, other, lambda _: True) == mine
    assert list(extended.own_secrets(mine, lambda _: False)) == ["甲"]
    assert list(extended.own_secrets(mine, lambda _: True)) == []


# A field of the library's own that is added, in a copy of the package

ADDED = """\
import json
from datetime import UTC, datetime

import resume_visibility.interchange.json_sections  # what the library itself extends
from own_sections import OurResume
from resume_visibility import FULLY_VERIFIED, Company, Owner, Recipient, Recruiter, Resume, load_resume, view_for

AT = datetime(2026, 7, 1, tzinfo=UTC)
CONSENT = {
    "recipient": "p-1",
    "recipient_name": "学堂",
    "recipient_contact": "学堂客服",
    "purpose": "course",
    "method": "接口",
    "parts": ["education"],
    "begins": "2026-01-01T00:00:00Z",
    "ends": "2027-01-01T00:00:00Z",
}
DOCUMENT = {
    "id": "r-1",
    "candidate": "c-1",
    "basics": {"profile": {"born": "1990-01"}},
    "settings": {"visibility": "public", "resume_permission": True, "blocks": []},
    "consents": [CONSENT],
    "work": [{"position": "护士"}],
    "education": [{"school": "某大学", "thesis_title": "护理"}],
}
company = Company(id="co-1", name="第七医院")
viewers = {
    "owner": Owner(candidate="c-1"),
    "recruiter": Recruiter(id="u-1", company=company, signed_in=True, verified=FULLY_VERIFIED),
    "recipient": Recipient(id="p-1", purpose="course"),
}


shown = {}
for kind, viewer in viewers.items():
    for of in (Resume, OurResume):
        view = view_for(viewer, load_resume(DOCUMENT, of=of), at=AT)
        shown[f"{kind} of {of.__name__}"] = [(one.school, one.thesis_title) for one in view.sections.education]
print(json.dumps(shown))
"""
"""Looks at a resume with the field that was added, as a resume of the library and as one that extends its section."""

DRAWN = """\
from hypothesis import HealthCheck, given, settings

from resume_visibility.testing import cases, check_noninterference
from shows import show


@settings(max_examples=20, database=None, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(cases())
def obeyed(case):
    check_noninterference(show, case)


obeyed()
"""
"""Draws resumes with the field that was added, and asks a law of each."""


def with_thesis_title(package: Path, annotation: str, how: str) -> None:
    """Copy the package, and add a field to 教育经历 as the page says it.

    Args:
        package: where the copy goes.
        annotation: of the field.
        how: its default, or the whole of its field.
    """
    shutil.copytree(
        Path(resume_visibility.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__")
    )
    file = package / "model" / "sections.py"
    text = file.read_text("utf-8")
    last, names = "    major_description: str | None = None\n", "from .names import PersonName\n"
    assert (text.count(last), text.count(names)) == (1, 1)
    text = text.replace(last, f"{last}    thesis_title: {annotation} = {how}\n")
    imports = f"from .following import follows\n{names}from .parts import Part\n"
    file.write_text(text.replace(names, imports), "utf-8")


def said_by(package: Path, program: str) -> "subprocess.CompletedProcess[str]":
    """What a program says that imports the copy."""
    tests = Path(__file__).parents[1]
    beside = (str(package.parent), str(tests), str(tests.parent / "examples"))
    return subprocess.run(
        [sys.executable, "-c", program],
        env={**UNMEASURED, "PYTHONPATH": os.pathsep.join(beside)},
        capture_output=True,
        encoding="utf-8",
    )


PARTS = ["None", "Part.WORK", "Part.EMAIL"]


@pytest.mark.parametrize("part", PARTS)
def test_LAW_5_a_field_that_is_added_is_shown_to_fewer_than_its_section(tmp_path: Path, part: str) -> None:
    """It takes one line, and holds where a class extends the section, too. A recruiter sees the work and no address; somebody whose
    consent names 教育经历 alone sees neither; and the owner sees all.
    """
    package = tmp_path / "resume_visibility"
    with_thesis_title(package, "str | None", f"attrs.field(default=None, metadata=follows({part}))")
    done = said_by(package, ADDED)
    assert done.returncode == 0, done.stderr
    whole, rest = [["某大学", "护理"]], [["某大学", None]]
    expected = {"owner": whole, "recruiter": whole if part == "Part.WORK" else rest, "recipient": rest}
    assert json.loads(done.stdout) == {
        f"{viewer} of {of}": seen for viewer, seen in expected.items() for of in ("Resume", "OurResume")
    }


@pytest.mark.parametrize("part", PARTS)
def test_LAW_1_a_field_that_is_added_is_drawn(tmp_path: Path, part: str) -> None:
    """The strategies fill it in, also where it is a contact detail and so no prose, and the laws hold of it."""
    package = tmp_path / "resume_visibility"
    with_thesis_title(package, "str | None", f"attrs.field(default=None, metadata=follows({part}))")
    done = said_by(package, DRAWN)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(
    ("annotation", "message"),
    [
        ("float", f"a field of type {float} has no check: add one to model/building.py"),
        (
            "dict[str, str]",
            "a field of type dict[str, str] has no check: add one to model/building.py",
        ),
        ("frozenset[str]", "how does frozenset[str] enter a view? say so in projection/projectors.py"),
    ],
)
def test_LAW_5_a_type_that_nobody_classified_stops_the_import(
    tmp_path: Path, annotation: str, message: str
) -> None:
    """It is not found out by the first document, or by the first that has something in the field."""
    package = tmp_path / "resume_visibility"
    with_thesis_title(package, f"{annotation} | None", "None")
    done = said_by(package, "from resume_visibility import dump_view, load_resume, view_for")
    assert done.stderr.endswith(f": {message}\n")
