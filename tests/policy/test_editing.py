"""What the owner may edit, before and after identity verification."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, cast

import attrs
import pytest
from hypothesis import given

import people
from resume_visibility import Owner, Policy, Resume, dump_resume, editable, load_resume, view_for
from resume_visibility.model import Account
from resume_visibility.model.building import fields_of
from resume_visibility.model.sections import Basics, Contact, Profile
from resume_visibility.policy import V2023_04, Clause, Facts, Field, Readings, Refusal, ViewerKind
from resume_visibility.policy.decisions import Decision
from resume_visibility.testing import resumes

NOT_EDITED = {
    "id",
    "candidate",
    "applications",
    "virtual_numbers",
    "conversations",
    "community",
    "consents",
    "ip_region",
    "identity_verified",
    "age_verified",
    "revision",
    "account",
    "deleted",
}
"""What happens to a resume, rather than being edited."""


def paths(cls: type[object], prefix: str = "") -> Iterator[str]:
    """The paths of a resume, down to the fields that identity verification distinguishes."""
    for name, kind in fields_of(cls):
        if kind in (Basics, Profile, Contact):
            yield from paths(kind, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}"


def open_to_its_owner(resume: Resume) -> Resume:
    """The same resume, neither deleted nor of a closed account."""
    return attrs.evolve(resume, account=Account.OPEN, deleted=False)


def test_LAW_5_every_field_of_a_resume_is_classified() -> None:
    """A field that the model gains is either edited by its owner or named here as one that is not."""
    classified = sorted([*NOT_EDITED, *(field.value for field in Field)])
    assert classified == sorted(paths(Resume)), (
        "write a new field in Field of policy/editing.py, or in NOT_EDITED"
    )


@given(resumes())
def test_OWNER_2_before_verification_everything_filled_in_is_editable(resume: Resume) -> None:
    """Before identity verification the owner edits every field."""
    unverified = attrs.evolve(open_to_its_owner(resume), identity_verified=False)
    assert editable(unverified) == frozenset(Field)


@given(resumes())
def test_OWNER_2_after_verification_four_fields_are_fixed(resume: Resume) -> None:
    """After it, name, gender, birth and mobile number cannot be edited directly; everything else can."""
    verified = attrs.evolve(open_to_its_owner(resume), identity_verified=True)
    fixed = {Field.NAME, Field.GENDER, Field.BORN, Field.MOBILE}
    assert editable(verified) == frozenset(Field) - fixed


@given(resumes())
def test_GATE_2_what_the_owner_is_not_shown_is_not_edited(resume: Resume) -> None:
    """A deleted resume, or one of a closed account, has nothing to edit; any other has."""
    shown = view_for(Owner(candidate=resume.candidate), resume) is not None
    assert bool(editable(resume)) is shown
    assert not editable(attrs.evolve(resume, deleted=True))
    assert not editable(attrs.evolve(resume, account=Account.CLOSED))


def _closed_to_the_young(facts: Facts, readings: Readings) -> Decision:
    """The rules, but that nobody who is not of age is shown even their own resume."""
    if facts.kind is ViewerKind.OWNER and not facts.of_age:
        return Refusal((Clause.GATE_3,))
    return V2023_04.decide(facts, readings)


def test_OWNER_2_the_policy_that_is_given_says_whether_the_owner_is_shown_the_resume() -> None:
    """A policy of one's own may close it to its owner at one instant and not at another."""
    ours = Policy("ours", ruleset=attrs.evolve(V2023_04, version="ours", decide=_closed_to_the_young))
    young, grown = (datetime(year, 7, 1, tzinfo=UTC) for year in (2000, 2026))
    assert editable(people.resume(), at=grown, policy=ours) == editable(people.resume(), at=young)
    assert not editable(people.resume(), at=young, policy=ours)


def test_what_is_no_resume_is_a_type_error() -> None:
    """Anything but a resume is a programmer's mistake, and so is what is no policy."""
    with pytest.raises(TypeError, match="expected resume to be a Resume, got dict"):
        editable(cast("Any", {}))
    with pytest.raises(TypeError, match="expected policy to be a Policy, got str"):
        editable(people.resume(), policy=cast("Any", "2023-04"))


@given(resumes())
def test_OWNER_1_the_owners_copy_loads_again(resume: Resume) -> None:
    """The copy that an owner takes is everything, and is the same resume when it is loaded."""
    assert load_resume(dump_resume(resume)) == resume
