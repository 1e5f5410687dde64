"""The document that lacks what a viewer is not granted: whether there is something, and how much, must not matter."""

from typing import Any, TypeVar, cast

import attrs

from ..model.building import names_of
from ..model.instants import FIRST
from ..model.parts import Part
from ..model.resume import Resume
from ..model.settings import AgeVerified
from ..model.values import YearMonth
from ..policy.facts import ViewerKind
from ..policy.table import case_of
from .extended import exchange_own_fields
from .in_part import without_in_part
from .invented.lacking import default_of
from .leaving import document_texts
from .questions import GREATEST_AGE, Case
from .replacing import replace_text
from .states import D, as_own_state
from .twins import shown_of_profile
from .withheld import field_values, shown_parts_of, withheld_from

_T = TypeVar("_T")


def bare_twin(case: Case[D], twin: D) -> D:
    """Make a document that lacks what the case's viewer is not granted.

    Values that are typed into a text that is shown stay: without them nobody would know whose they are.
    """
    withheld = withheld_from(case)
    document = _without_profile(case, twin) if Part.PROFILE in withheld else twin
    document = without_in_part(case, document)
    if isinstance(document, Resume):
        document = exchange_own_fields(document, None, shown_parts_of(case))
    if Part.DELIVERY in withheld:
        document = _without_talks(case, document)
    missing = withheld - {Part.PROFILE}
    if Part.DISPLAY_NAME not in withheld:
        missing -= {Part.NAME}
    if Part.LATEST_POSITION not in withheld:
        missing -= {Part.WORK}
    if missing >= _PEOPLE:
        document = _naming_one_person(document)
    texts = "\0".join(document_texts(_without_parts(document, missing)))
    typed = {part for part, values in field_values(document) if any(value in texts for value in values)}
    return as_own_state(_without_parts(document, missing - typed))


_PEOPLE = frozenset({Part.FAMILY, Part.RELATIVES, Part.EMERGENCY_NAME})
"""The parts of a form that hold names of other people."""


def _naming_one_person(document: D) -> D:
    """The same document with the emergency contact in its texts in place of all other people, who are in no field any more; as it is if
    there is no such contact.
    """
    contact = getattr(document.basics, "emergency_name", None)
    if contact is None:
        return document
    named = [value for part, values in field_values(document) if part in _PEOPLE for value in values]
    document = _without_parts(document, _PEOPLE - {Part.EMERGENCY_NAME})
    for name in named:
        document = replace_text(document, name, contact)
    return document


def _without_parts(document: D, parts: frozenset[Part]) -> D:
    """The same document without the values of some parts."""
    anything: Any = document
    names = {part.value for part in parts}
    basics = _without(anything.basics, names)
    basics = attrs.evolve(basics, contact=_without(basics.contact, names))
    return cast("D", attrs.evolve(_without(anything, names), basics=basics))


def _without(record: _T, names: set[str]) -> _T:
    """The same record with the defaults of the fields that have one of these names."""
    defaults = {name: default_of(record, name) for name in names_of(type(record)) if name in names}
    return cast("_T", attrs.evolve(cast("Any", record), **defaults))


def _without_profile(case: Case[D], document: D) -> D:
    """The same document with nothing in its profile but what is shown elsewhere. Whether somebody is of age decides (GATE-3): that it was
    verified stands for the month of birth, unless that makes a difference, as with somebody who is not of age.
    """
    anything: Any = document
    profile = anything.basics.profile
    bare = attrs.evolve(
        _without(profile, {*names_of(type(profile))}), **shown_of_profile(profile, withheld_from(case))
    )

    def with_birth(born: YearMonth | None, verified: AgeVerified | None) -> D:
        basics = attrs.evolve(anything.basics, profile=attrs.evolve(bare, born=born))
        return cast("D", attrs.evolve(anything, basics=basics, age_verified=verified))

    age = min(case.policy.ruleset.age, GREATEST_AGE)
    unborn = with_birth(None, AgeVerified(age=age, at=FIRST))
    before, after = (case_of(case.viewer, one, case.at, case.policy).facts for one in (document, unborn))
    return unborn if before == after else with_birth(profile.born, anything.age_verified)


def _without_talks(case: Case[D], document: D) -> D:
    """The same document as if it was handed in at no talk; to a school, it stays, because it decides (CAMPUS-2)."""
    anything: Any = document
    if case_of(case.viewer, case.document, case.at, case.policy).facts.kind is ViewerKind.SCHOOL:
        return document
    if isinstance(document, Resume):
        sent = tuple(attrs.evolve(one, talk=None) for one in document.applications)
        return cast("D", attrs.evolve(anything, applications=sent))
    return cast("D", attrs.evolve(anything, talk=None))
