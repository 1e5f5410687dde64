"""The draws that the laws are held on are not degenerate: whatever decides is drawn, and both ways."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from functools import cache
from itertools import product
from types import NoneType
from typing import Any, get_type_hints

import attrs
from hypothesis.internal.conjecture.providers import HypothesisProvider

from draws import draws_of
from each import each
from filled import name_of, number_of, there
from resume_visibility import (
    Action,
    CampusForm,
    Language,
    NameDisplay,
    Part,
    Resume,
    ResumeView,
    ShownSections,
    Viewer,
    Visibility,
    view_for,
)
from resume_visibility.model import Consent, Gender
from resume_visibility.model.building import classes_in, fields_of, is_model, members_of
from resume_visibility.policy import Standing, ViewerKind
from resume_visibility.policy.facts import CandidateFacts, Sharing
from resume_visibility.policy.table import case_of
from resume_visibility.projection.names import honorific
from resume_visibility.testing import Case, cases, form_cases, forms, resumes, twin, viewers

DRAWS, ROUNDS = 700, 20
OFTEN = DRAWS // 75
SELDOM = 1
SWITCHES = [name for name, kind in get_type_hints(CandidateFacts).items() if kind is bool]


@cache
def drawn() -> tuple[tuple[Case[Resume], ResumeView | None], ...]:
    """What the laws would be run on, with what the viewer sees."""
    return tuple(
        (case, view_for(case.viewer, case.document, at=case.at))
        for case in draws_of(cases(), DRAWS, rounds=ROUNDS)
    )


@cache
def count_fact(fact: str) -> Counter[object]:
    """How often each value of a fact was drawn."""
    return Counter(getattr(case_of(case.viewer, case.document, case.at).facts, fact) for case, _ in drawn())


def as_many_are_drawn_as_asked_for() -> None:
    """No strategy runs dry: nearly all of the draws asked for are made."""
    assert len(drawn()) >= DRAWS * 9 // 10


@each(
    ("fact", "value"),
    [
        *product(["kind"], ViewerKind),
        *product(["conversing", "personalised"], [True, False]),
        *product(["action"], Action),
        *product(["visibility"], Visibility),
        *product(["name_display"], NameDisplay),
        *product(["qualified", *SWITCHES], [True, False]),
    ],
    ids=str,
)
def each_value_of_each_fact_is_drawn_often(fact: str, value: object) -> None:
    """Each value of each fact makes up one in 75 of the draws or more."""
    assert count_fact(fact)[value] >= OFTEN


@each("standing", Standing)
@each("kind", [kind for kind in ViewerKind if kind.has_company])
def each_standing_is_drawn_of_each_kind(kind: ViewerKind, standing: Standing) -> None:
    """Companies of every kind really meet the resume: applied to, with attachments, blocked, and strangers."""
    found = [case_of(case.viewer, case.document, case.at).facts for case, _ in drawn()]
    assert sum(facts.kind is kind and facts.standing is standing for facts in found) >= SELDOM


def consents_and_nicknames_are_drawn() -> None:
    """Recipients ask with and without consent in force, community members meet each nickname."""
    recipients = Counter(
        facts.sharing is Sharing.NONE
        for facts in (case_of(case.viewer, case.document, case.at).facts for case, _ in drawn())
        if facts.kind is ViewerKind.RECIPIENT
    )
    assert min(recipients[without] for without in (True, False)) >= SELDOM
    assert min(count_fact("nickname")[nickname] for nickname in NameDisplay) >= SELDOM


@each("kind", ViewerKind)
@each("shown", [True, False])
def each_kind_is_shown_and_refused(kind: ViewerKind, shown: bool) -> None:
    """Every kind of viewer is shown some resumes and refused others; a visitor is always refused."""
    met = sum(
        (view is not None) is shown and case_of(case.viewer, case.document, case.at).facts.kind is kind
        for case, view in drawn()
    )
    assert met == 0 if (kind is ViewerKind.VISITOR and shown) else met >= SELDOM


@each("part", Part)
@each("shown", [True, False])
def each_part_is_shown_and_withheld(part: Part, shown: bool) -> None:
    """Every part is both shown and withheld; what is withheld everywhere counts as withheld from refusals, too."""
    met = sum((view is not None and part not in view.withheld) is shown for _, view in drawn())
    assert met >= SELDOM


@each("section", [one.name for one in attrs.fields(ShownSections) if hasattr(Resume, one.name)])
def each_section_is_drawn(section: str) -> None:
    """No section of a resume is empty in all draws: the laws would hold of it whatever is done with it."""
    assert sum(bool(getattr(case.document, section)) for case, _ in drawn()) >= SELDOM


def both_name_displays_and_languages_are_shown() -> None:
    """Views show real names and honorifics, in both languages, of every gender."""
    views = [(case, view) for case, view in drawn() if view is not None]
    named = Counter((Part.NAME in view.withheld, case.viewer.language) for case, view in views)
    honorific_of = Counter(
        case.document.basics.profile.gender for case, view in views if Part.NAME in view.withheld
    )
    assert min(named[one] for one in product((True, False), Language)) >= SELDOM
    assert min(honorific_of[gender] for gender in Gender) >= SELDOM


def refusals_and_views_are_both_common() -> None:
    """At least an eighth of the draws are shown, and at least an eighth are not."""
    shown = sum(view is not None for _, view in drawn())
    assert DRAWS // 8 <= shown <= DRAWS * 7 // 8


def every_outcome_is_drawn() -> None:
    """Most of the distinct grants and refusals of the table turn up."""
    decisions = {id(case_of(case.viewer, case.document, case.at).decision) for case, _ in drawn()}
    assert len(decisions) >= 30


def virtual_numbers_are_shown_and_missing() -> None:
    """Where a virtual number is a channel, some views have a binding that fits and some have none."""
    lines = [
        view.contact.virtual_number
        for _, view in drawn()
        if view and Part.VIRTUAL_NUMBER not in view.withheld
    ]
    assert sum(line is None for line in lines) >= SELDOM
    assert sum(line is not None for line in lines) >= SELDOM


def secrets_are_typed_into_shown_text() -> None:
    """Numbers and names that the viewer is not granted are typed into sections that the viewer is shown."""
    numbers = names = 0
    for case, view in drawn():
        if view is None:
            continue
        text = str(attrs.astuple(case.document, filter=lambda field, _: field.name not in ("basics", "memo")))
        number, name = number_of(case.document)[3:], name_of(case.document)
        numbers += Part.MOBILE in view.withheld and bool(number) and number in text
        names += Part.NAME in view.withheld and bool(name) and name in text
    assert numbers >= OFTEN
    assert names >= OFTEN


def twins_differ_in_names_under_one_honorific() -> None:
    """LAW-1 is held on names, too: some twins have another name that is shown alike."""

    met = [
        (case.document, twin(case), case.viewer.language)
        for case, view in drawn()
        if view is not None and view.display_name and Part.NAME in view.withheld
    ]
    renamed = [one for one in met if one[0].basics.name != one[1].basics.name]
    assert len(renamed) >= SELDOM
    for resume, other, language in renamed:
        gender = resume.basics.profile.gender
        names = (there(one.basics.name) for one in (resume, other))
        assert len({honorific(name, gender, language) for name in names}) == 1


def some_addresses_are_made_of_the_number() -> None:
    """PHONE-1 is held on addresses made of the mobile number: they are drawn often, and so are consents that name the address
    and not the number.
    """
    resumes = [case.document for case, _ in drawn()]
    made = [one for one in resumes if (number_of(one)[3:] or "no number") in address_of(one)]
    named = [one for one in resumes if any(map(is_of_address_alone, one.consents))]
    assert min(len(made), len(named)) >= OFTEN


def address_of(resume: Resume) -> str:
    """The e-mail address; empty where there is none."""
    email = resume.basics.contact.email
    return "" if email is None else email.address


def is_of_address_alone(consent: Consent) -> bool:
    """Whether a consent gives the address without the number."""
    return Part.EMAIL in consent.parts and Part.MOBILE not in consent.parts


def note_fields(found: defaultdict[tuple[type[Any], str], set[object]], noted: list[Any]) -> None:
    """Note the values of every field of every class of the model in some documents and viewers, by their hashes."""
    pending: list[object] = [*noted]
    while pending:
        match pending.pop():
            case tuple() | frozenset() as items:
                pending += items
            case value if is_model(type(value)):
                for name, _ in fields_of(type(value)):
                    inner = getattr(value, name)
                    found[type(value), name].add(None if inner is None else hash(inner))
                    pending.append(inner)
            case _:
                pass


_SOUGHT = "a text may hold it, so it is never missing: without it nobody would know whose it is"
NOT_VARIED = {
    "CampusBasics.english_name": _SOUGHT,
    "CampusBasics.emergency_name": _SOUGHT,
    "CampusBasics.emergency_phone": _SOUGHT,
    "CampusContact.postal_address": _SOUGHT,
    "PostalAddress.address": _SOUGHT,
    "PostalAddress.postcode": _SOUGHT,
    "CampusForm.relatives": _SOUGHT,
    "Relatives.employed": _SOUGHT,
    "Relative.name": _SOUGHT,
    "Relative.relation": _SOUGHT,
    "Relative.employer": _SOUGHT,
    "Relative.position": _SOUGHT,
}
"""The fields that have one value in everything drawn, or are never missing, each with the reason."""


MOST_ROUNDS = 40


def every_field_takes_more_than_one_value() -> None:
    """Of every class in resumes, forms and viewers, every field has several values before long; an optional one is sometimes missing."""
    found: defaultdict[tuple[type[Any], str], set[object]] = defaultdict(set)
    met: list[Case[Any]] = [*(case for case, _ in drawn()), *draws_of(form_cases(), 50, rounds=1)]
    note_fields(found, [one for case in met for one in (case.viewer, case.document, case.other)])
    for number in range(ROUNDS, ROUNDS + MOST_ROUNDS):
        for documents, drawn_alone in ((Resume, resumes()), (Viewer, viewers()), (CampusForm, forms())):
            if unvaried(found, documents):
                note_fields(found, draws_of(drawn_alone, 50, rounds=1, first=number))
    every = unvaried(found, Resume, CampusForm, Viewer)
    assert not every, f"draw several values in testing/, or write in NOT_VARIED: {sorted(every)}"


def unvaried(found: Mapping[tuple[type[Any], str], set[object]], *documents: Any) -> set[str]:
    """The fields of some documents that do not vary and have to, or that do vary and are listed as not varied."""
    classes = set[type[Any]]().union(*map(classes_in, documents))
    alike = set()
    for cls in classes:
        for name, kind in fields_of(cls):
            values = found.get((cls, name), set())
            if len(values) < 2 or (NoneType in members_of(kind) and None not in values):
                alike.add(f"{cls.__name__}.{name}")
    return alike ^ {name for name in NOT_VARIED if name.split(".")[0] in {cls.__name__ for cls in classes}}


@each(
    "statistic",
    [
        as_many_are_drawn_as_asked_for,
        each_value_of_each_fact_is_drawn_often,
        each_standing_is_drawn_of_each_kind,
        consents_and_nicknames_are_drawn,
        each_kind_is_shown_and_refused,
        each_part_is_shown_and_withheld,
        each_section_is_drawn,
        both_name_displays_and_languages_are_shown,
        refusals_and_views_are_both_common,
        every_outcome_is_drawn,
        virtual_numbers_are_shown_and_missing,
        secrets_are_typed_into_shown_text,
        twins_differ_in_names_under_one_honorific,
        some_addresses_are_made_of_the_number,
        every_field_takes_more_than_one_value,
    ],
)
def test_whatever_decides_is_drawn_and_both_ways(statistic: Callable[[], None]) -> None:
    """One test, because what is drawn is the same for all: a worker that had one of several would draw it, too."""
    statistic()


def test_no_draw_depends_on_what_else_was_imported() -> None:
    """A test has the same draws alone and beside others: Hypothesis draws no constants of the modules that happen to be there."""
    there = HypothesisProvider(None)._local_constants
    assert [*there] == []
