"""What a view shows of the name and of the ways to reach the candidate, in one resume that types them everywhere."""

from datetime import timedelta

import attrs
import pytest

import people
from agreed import view_for
from people import AT, HOME, MAIL, NUMBER
from resume_visibility import (
    Action,
    Language,
    NameDisplay,
    Resume,
    ResumeView,
    Viewer,
    Visibility,
    dump_view,
)
from resume_visibility.model import (
    Application,
    Attachment,
    Email,
    PersonName,
    Url,
)

HOUR = timedelta(hours=1)
ZHANG = PersonName("张三丰")
APPLIED = (people.applied,)


def resume_of(
    name: PersonName = ZHANG,
    *,
    visibility: Visibility = Visibility.PUBLIC,
    display: NameDisplay = NameDisplay.HONORIFIC,
    applications: tuple[Application, ...] = (),
) -> Resume:
    whole = people.resume(
        strengths=f"我是张三丰，手机 {NUMBER}，邮箱 {MAIL}，微信 sanfeng_zhang",
        attachments=(Attachment(id="file-1", file_name="张三丰简历.pdf"),),
        virtual_numbers=(people.line("v", ends=HOUR),),
        applications=applications,
    )
    named = attrs.evolve(whole, basics=attrs.evolve(whole.basics, name=name))
    return people.with_settings(named, visibility=visibility, name_display=display)


AGENT = attrs.evolve(people.headhunter, agency=people.ACME)


def see(viewer: Viewer, of: Resume) -> ResumeView:
    view = view_for(viewer, of, at=AT)
    assert view is not None
    return view


def as_json(view: ResumeView) -> str:
    """The view in JSON."""
    return dump_view(view).decode()


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        (PersonName("张三"), "张先生", "Mr. 张"),
        (PersonName("欧阳修"), "欧阳先生", "Mr. 欧阳"),
        (PersonName("欧阳"), "欧先生", "Mr. 欧"),
        (PersonName("阿"), "先生", "Mr."),
        (PersonName("张三丰", romanised_surname="Zhang"), "张先生", "Mr. Zhang"),
    ],
)
def test_NAME_3_a_view_shows_the_surname_and_the_honorific(name: PersonName, zh: str, en: str) -> None:
    """A view calls the candidate by the surname that is recognised, in the viewer's language."""
    assert see(people.recruiter, resume_of(name)).display_name == zh
    assert see(attrs.evolve(people.recruiter, language=Language.EN), resume_of(name)).display_name == en


@pytest.mark.parametrize("applications", [(), APPLIED])
def test_NAME_4_the_real_name_is_nowhere_else_in_the_view(applications: tuple[Application, ...]) -> None:
    """While the honorific is shown the real name is neither in text nor in a file's name, applications included."""
    assert "三丰" not in as_json(see(people.recruiter, resume_of(applications=applications)))
    assert "张三丰" in as_json(
        see(people.recruiter, resume_of(applications=applications, display=NameDisplay.REAL))
    )


@pytest.mark.parametrize("viewer", [people.recruiter, AGENT])
@pytest.mark.parametrize("visibility", [Visibility.PUBLIC, Visibility.CHAT_ONLY])
def test_PHONE_1_the_real_number_is_in_no_public_view(viewer: Viewer, visibility: Visibility) -> None:
    """No public view holds the real number, masked, in part or in text; the applied-to company's and the owner's do."""
    for action in (Action.RECOMMEND, Action.SEARCH, Action.VIEW):
        view = see(attrs.evolve(viewer, action=action), resume_of(visibility=visibility))
        text = as_json(view) + repr(view)
        assert NUMBER[:6] not in text
        assert NUMBER[-4:] not in text
    for shown in (see(people.recruiter, resume_of(applications=APPLIED)), see(people.owner, resume_of())):
        assert shown.contact.mobile == resume_of().basics.contact.mobile
        assert NUMBER in (shown.sections.strengths or "")


def test_PHONE_3_a_view_is_fresh_no_longer_than_its_number() -> None:
    """A view with a virtual number is fresh no longer than the number works, and an export says how long that is."""
    view = see(attrs.evolve(people.recruiter, action=Action.EXPORT), resume_of())
    assert view.fresh_until == AT + HOUR
    assert view.contact.virtual_number is not None
    assert view.contact.virtual_number.valid_until == AT + HOUR
    assert see(people.recruiter, resume_of(visibility=Visibility.CHAT_ONLY)).fresh_until == AT + 2 * HOUR


def test_PHONE_3_the_owners_view_is_fresh_until_the_first_of_its_numbers_ends() -> None:
    """The owner sees every number, so the view is stale when the first of them ends; what is over already no longer counts."""
    minute = timedelta(minutes=1)
    numbers = (
        people.line("late"),
        attrs.evolve(people.line("soon", "acme"), valid_until=AT + 5 * minute),
        attrs.evolve(people.line("over", "globex"), valid_from=AT - 3 * HOUR, valid_until=AT - HOUR),
    )
    view = see(people.owner, attrs.evolve(resume_of(), virtual_numbers=numbers))
    assert view.fresh_until == AT + 5 * minute
    assert view.contact.virtual_numbers == numbers
    alone = see(people.owner, attrs.evolve(resume_of(), virtual_numbers=numbers[2:]))
    assert alone.fresh_until == AT + 2 * HOUR


def test_CONTACT_1_email_and_homepage_are_shown_by_an_application_alone() -> None:
    """In a public view the platform carries the mail; the company applied to is shown the address and the homepage."""
    for visibility in (Visibility.PUBLIC, Visibility.CHAT_ONLY):
        public = see(people.recruiter, resume_of(visibility=visibility)).contact
        assert (public.email, public.homepage) == (None, None)
    by_application = see(people.recruiter, resume_of(applications=APPLIED)).contact
    assert by_application.email == Email(MAIL)
    assert by_application.homepage == Url(HOME)
    agency = see(AGENT, resume_of(applications=APPLIED)).contact
    assert (agency.mobile, agency.email, agency.homepage) == (None, None, None)


def test_CONTACT_2_text_gives_away_what_the_grant_gives_and_no_more() -> None:
    """Of contact details typed into text a public view keeps nothing, an application to a company all."""
    kept = {
        "public": see(people.recruiter, resume_of()),
        "chat": see(people.recruiter, resume_of(visibility=Visibility.CHAT_ONLY)),
        "applied": see(people.recruiter, resume_of(applications=APPLIED)),
        "agency": see(AGENT, resume_of(applications=APPLIED)),
    }
    typed = (MAIL, NUMBER, "sanfeng_zhang")
    found = {how: [one in (view.sections.strengths or "") for one in typed] for how, view in kept.items()}
    assert found == {
        "public": [False, False, False],
        "chat": [False, False, False],
        "applied": [True, True, True],
        "agency": [False, False, False],
    }
