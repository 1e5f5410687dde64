"""What a form may hold."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import attrs
import pytest

from resume_visibility import CampusForm, InvalidValue, NameDisplay, Visibility, load_form
from resume_visibility.model import (
    AgeVerified,
    CampusBasics,
    CampusContact,
    CampusProfile,
    CampusProject,
    Email,
    Gender,
    Internship,
    MobileNumber,
    PersonName,
    PhoneNumber,
    Practice,
    Relative,
    SchoolPost,
    YearMonth,
)

FORM = load_form((Path(__file__).parents[2] / "examples" / "data" / "campus-form.json").read_bytes())
EARLY, LATE = YearMonth(2024, 3), YearMonth(2024, 4)
PATCHES: list[tuple[Callable[[], object], str, str]] = [
    (lambda: Relative(name="\u200b"), "name", "that can be seen"),
    (lambda: Relative(name="\u00a8"), "name", "that can be seen"),  # NFKC makes it a space and an accent
    (lambda: attrs.evolve(FORM.basics, english_name="\u200d"), "english_name", "that can be seen"),
    (lambda: attrs.evolve(FORM.basics, emergency_name="\u200d"), "emergency_name", "that can be seen"),
    (lambda: Practice(started=LATE, ended=EARLY), "ended", "not before the start"),
    (lambda: Internship(started=LATE, ended=EARLY), "ended", "not before the start"),
    (lambda: SchoolPost(started=LATE, ended=EARLY), "ended", "not before the start"),
    (lambda: CampusProject(started=LATE, ended=EARLY), "ended", "not before the start"),
    (lambda: CampusProject(team_size=0), "team_size", "from 1 to 99999"),
    (lambda: CampusProject(team_size=100_000), "team_size", "from 1 to 99999"),
    (
        lambda: attrs.evolve(FORM.education[0], entered=YearMonth(2027, 1)),
        "graduated",
        "not before the start",
    ),
    (lambda: attrs.evolve(FORM, handed_in=None), "talk", "expected none in a form that was not handed in"),
    (lambda: attrs.evolve(FORM, id="f-138-0013-9526"), "id", "without a telephone number"),
    (lambda: with_photo("p.13900138877"), "basics.photo", "without a telephone number"),
]


def with_photo(photo: str | None) -> CampusForm:
    return attrs.evolve(FORM, basics=attrs.evolve(FORM.basics, photo=photo))


@pytest.mark.parametrize(("build", "path", "expected"), PATCHES)
def test_what_a_form_may_not_hold(build: Callable[[], object], path: str, expected: str) -> None:
    """What cannot be is stated where it is, and without the value."""
    with pytest.raises(InvalidValue) as caught:
        build()
    (problem,) = caught.value.problems
    assert problem.path == path
    assert expected in problem.expected


def test_what_a_form_may_hold() -> None:
    """The same month for both ends, either end alone, the bounds of a team, and no photo."""
    for cls in (Practice, Internship, SchoolPost, CampusProject):
        for started, ended in ((EARLY, EARLY), (LATE, None), (None, EARLY), (None, None)):
            cls(started=started, ended=ended)
    assert CampusProject(team_size=1) != CampusProject(team_size=99_999)
    assert with_photo(None).basics.photo is None


def test_the_least_form() -> None:
    """A form needs 个人基本信息 and the company; every default is the most private there is."""
    form = CampusForm(
        id="f-1",
        candidate="c-1",
        company="co-1",
        basics=CampusBasics(
            name=PersonName("张三丰"),
            english_name="Sanfeng",
            profile=CampusProfile(gender=Gender.MALE, born=YearMonth(2004, 1), desired_places=("上海",)),
            contact=CampusContact(email=Email("a@example.com"), mobile=MobileNumber("+8613800138000")),
        ),
    )
    settings = form.settings
    assert (form.handed_in, form.talk, form.education, form.languages) == (None, None, (), None)
    assert settings.resume_permission is False
    assert (settings.visibility, settings.name_display) == (Visibility.PRIVATE, NameDisplay.HONORIFIC)


def test_GATE_3_a_verified_age_that_the_month_of_birth_forbids_is_refused() -> None:
    """GATE-3: of a form, too, one of the two is wrong, and nobody can know which."""
    born = FORM.basics.profile.born
    assert born is not None
    at = datetime(born.year + 16, 12, 1, tzinfo=UTC)
    assert attrs.evolve(FORM, age_verified=AgeVerified(age=16, at=at)).age_verified is not None
    with pytest.raises(InvalidValue, match="age_verified: expected an age that the month of birth allows"):
        attrs.evolve(FORM, age_verified=AgeVerified(age=18, at=at))


def test_a_telephone_is_dialled_at_home_and_from_abroad() -> None:
    """A landline is found in text by its digits with and without the country code."""
    assert PhoneNumber("+862039990000", "12").writings == ("2039990000", "862039990000")
    assert PhoneNumber("+85221234567").writings == ("21234567", "85221234567")


def test_an_instant_needs_its_zone() -> None:
    """Handing in is an instant."""
    with pytest.raises(InvalidValue, match="time zone"):
        attrs.evolve(FORM, handed_in=datetime(2026, 3, 1))
    assert attrs.evolve(FORM, handed_in=datetime(2026, 3, 1, tzinfo=UTC)).handed_in is not None
