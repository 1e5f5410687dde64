"""Wherever the candidate can type, what is withheld is taken out: one text at a time, all others clean."""

from collections.abc import Iterator
from typing import Any, get_args

import attrs
import pytest

from people import AT, DAY, NUMBER, applied, recruiter, resume, stranger, with_settings
from resume_visibility import (
    CommunityMember,
    NameDisplay,
    Part,
    Policy,
    Recipient,
    Resume,
    ShownSections,
    Viewer,
    Visibility,
    view_for,
)
from resume_visibility.model import CampusProfile, Consent, PersonName, Profile, Url
from resume_visibility.model.building import Id, fields_of, is_model, members_of
from resume_visibility.model.own import placed_alone
from resume_visibility.policy import Readings
from resume_visibility.projection.form_view import ShownForm
from samples import built, models

NAME = "张三丰"
LATIN = "Lena Vasquez"
CLOSED = with_settings(
    resume(applications=(applied,)), visibility=Visibility.CHAT_ONLY, name_display=NameDisplay.HONORIFIC
)
SECTIONS = dict(fields_of(ShownSections)).keys() & dict(fields_of(Resume)).keys()
"""The sections of a resume that a view may have, avatar and profile apart."""
WITHOUT_TEXT = {"avatar", "video", "ip_region"}
"""The sections in which nobody can type anything."""


def fill(value: Any) -> Any:
    """The value with a sample in each field that is missing."""
    if isinstance(value, tuple):
        return tuple(map(fill, value))
    if not is_model(type(value)):
        return value
    fields = {name: getattr(value, name) for name, _ in fields_of(type(value))}
    return built(
        type(value), **{name: fill(found) for name, found in fields.items() if found not in (None, ())}
    )


SAMPLES = built(Resume)
EVERYTHING_FILLED = attrs.evolve(
    CLOSED,
    basics=attrs.evolve(CLOSED.basics, profile=fill(CLOSED.basics.profile)),
    **{name: fill(getattr(CLOSED, name) or getattr(SAMPLES, name)) for name in SECTIONS},
)
"""Nothing of a section is missing in it: a new section is tried, and a new field of one."""


def plant_secret(value: Any, annotation: object, secret: str) -> Iterator[Any]:
    """The value with a secret in one of its texts, for each of them."""
    if annotation is not None and Id in members_of(annotation):
        return
    match value:
        case str():
            yield f"{value} {secret}"
        case Url():
            if secret.isdecimal():
                yield Url(f"{value.address}/{secret}")
        case tuple():
            for place, item in enumerate(value):
                for new in plant_secret(item, None, secret):
                    yield (*value[:place], new, *value[place + 1 :])
        case _ if is_model(type(value)):
            for name, kind in fields_of(type(value)):
                for new in plant_secret(getattr(value, name), kind, secret):
                    yield attrs.evolve(value, **{name: new})
        case _:
            return


MISSING: dict[str, Any] = {name: attrs.fields_dict(Resume)[name].default for name in SECTIONS}
ALL_MISSING = attrs.evolve(EVERYTHING_FILLED, **MISSING)


def rename_candidate(whole: Resume, full: str) -> Resume:
    """The same resume of somebody of that name."""
    return attrs.evolve(whole, basics=attrs.evolve(whole.basics, name=PersonName(full)))


def plant_everywhere(secret: str, around: Resume) -> Iterator[tuple[str, Resume]]:
    """The resume with a secret in one text of one section, for each of them."""
    root = dict(fields_of(Resume))
    for name in SECTIONS - WITHOUT_TEXT:
        for new in plant_secret(getattr(EVERYTHING_FILLED, name), root[name], secret):
            yield name, attrs.evolve(around, **{name: new})
    basics = around.basics
    for new in plant_secret(basics.profile, None, secret):
        yield "profile", attrs.evolve(around, basics=attrs.evolve(basics, profile=new))


def texts_in(found: object) -> Iterator[str]:
    """Every text of a view."""
    match found:
        case str():
            yield found
        case tuple() | frozenset():
            for item in found:
                yield from texts_in(item)
        case _ if is_model(type(found)):
            for name, _ in fields_of(type(found)):
                yield from texts_in(getattr(found, name))
        case _:
            return


@pytest.mark.parametrize("around", [EVERYTHING_FILLED, ALL_MISSING], ids=["all sections", "one section"])
@pytest.mark.parametrize(
    ("secret", "withheld_from"), [(NAME, recruiter), (NAME, stranger), (LATIN, stranger), (NUMBER, stranger)]
)
def test_one_text_alone_gives_nothing_away(secret: str, withheld_from: Viewer, around: Resume) -> None:
    """NAME-4, CONTACT-2: the name and the number are taken out of each text of each section, whatever else there is."""
    reached = set()
    person = rename_candidate(around, LATIN) if secret == LATIN else around
    for name, whole in plant_everywhere(secret, person):
        view = view_for(withheld_from, whole, at=AT)
        assert view is not None
        assert [text for text in texts_in(view) if secret in text] == [], name
        reached.add(name)
    assert reached == {*(SECTIONS - WITHOUT_TEXT), "profile"}


@pytest.mark.parametrize("secret", [NAME, NUMBER])
def test_a_piece_of_a_section_alone_gives_nothing_away(secret: str) -> None:
    """CONTACT-2, NAME-4: nor does a piece that is shown without its section: the latest position, the region."""
    work = (attrs.evolve(CLOSED.work[0], position=f"工程师 {secret}"),)
    profile = attrs.evolve(CLOSED.basics.profile, residence=f"上海 {secret}")
    consent = Consent(
        recipient="school",
        recipient_name="某培训学校",
        recipient_contact="某街一号",
        purpose="course",
        method="接口",
        parts=frozenset({Part.REGION, Part.LATEST_POSITION}),
        begins=AT - DAY,
        ends=AT + DAY,
    )
    whole = attrs.evolve(
        with_settings(CLOSED, nickname=NameDisplay.HONORIFIC),
        work=work,
        basics=attrs.evolve(CLOSED.basics, profile=profile),
        consents=(consent,),
    )
    shows_position = Policy("position", readings=Readings(community_hides_position=False))
    member = view_for(CommunityMember(id="m", signed_in=True), whole, at=AT, policy=shows_position)
    school = view_for(Recipient(id="school", purpose="course"), whole, at=AT)
    assert member is not None
    assert school is not None
    for found in (member.sections.latest_position, school.sections.latest_position):
        assert found is not None
        assert (found.startswith("工程师 ["), secret in found) == (True, False)
    assert school.sections.region is not None
    assert school.sections.region.startswith("上海 [")
    assert (member.sections.work, school.sections.profile) == ((), None)


GIVEN_BY_THE_PLATFORM = {
    "PortfolioImage.image",
    "Attachment.id",
    "Video.id",
    "ShownSections.avatar",
    "ShownForm.photo",
}
"""The ids in the sections of a view: files and pictures, under the names that the platform stores them under."""


def test_CONTACT_2_nobody_types_an_id() -> None:
    """An `Id` is shown as it is, and nothing is looked for in it: a new one is named here if the platform gives it. What somebody types
    is a `str`.
    """
    found = {
        f"{cls.__name__}.{name}"
        for cls in models(ShownSections) | models(ShownForm)
        for name, kind in fields_of(cls)
        if any(Id == one for member in members_of(kind) for one in (member, *get_args(member)))
    }
    assert found == GIVEN_BY_THE_PLATFORM, (
        "what somebody types is a str; what the platform gives is named here"
    )


SHOWN_WITH_THE_PERSON: dict[type[Any], set[str]] = {
    Profile: {"gender", "born", "work_started", "residence", "stage", "political_status"},
    CampusProfile: {
        *("gender", "born", "desired_places", "political_status", "household_registration", "residence"),
    },
}
"""The fields of 个人信息 and of 个人基本信息 that are shown to whoever sees these, as the policy lists them."""


@pytest.mark.parametrize("cls", SHOWN_WITH_THE_PERSON)
def test_LAW_5_somebody_decides_who_sees_what_of_a_person(cls: type[Any]) -> None:
    """Recruiters, headhunters, schools and the recommender see these particulars. A new one is for fewer, by `metadata=follows(…)` in
    the model, or is written here.
    """
    with_the_rest = {name for name, _ in fields_of(cls)} - placed_alone(cls).keys()
    assert with_the_rest == SHOWN_WITH_THE_PERSON[cls], "decide who sees it: see docs/how-to/extend.md"
