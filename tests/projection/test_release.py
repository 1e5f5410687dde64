"""The release point, case by case: NAME-1, NAME-2, PHONE-1 to PHONE-3, CONTACT-1 and CONTACT-2, OWNER-1."""

import gc
import re
import sys
import threading
import types
import weakref
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import attrs
import pytest

from each import each
from filled import there
from people import (
    AT,
    DAY,
    HOME,
    MAIL,
    NUMBER,
    applied,
    delivered,
    headhunter,
    line,
    mailbox,
    owner,
    recruiter,
    resume,
    stranger,
    visitor,
    with_contact,
    with_settings,
)
from resume_visibility import (
    POLICY_2023_04,
    Channel,
    Company,
    InvalidValue,
    Language,
    NameDisplay,
    Part,
    Policy,
    Resume,
    ResumeView,
    ShownSections,
    Viewer,
    Visibility,
    view_for,
)
from resume_visibility.model import (
    Additional,
    AgeVerified,
    Attachment,
    Contact,
    Email,
    Gender,
    MobileNumber,
    PersonName,
    PortfolioLink,
    Url,
    YearMonth,
)
from resume_visibility.model.building import Checked, fields_of
from resume_visibility.model.instants import FIRST, LAST
from resume_visibility.model.own import GOVERNING
from resume_visibility.policy import Readings
from resume_visibility.policy.index import first_instant_of_age, index_of
from resume_visibility.projection import sections
from resume_visibility.projection.projectors import projector_of

TWO_HOURS = timedelta(hours=2)
HONORIFIC = with_settings(resume(), name_display=NameDisplay.HONORIFIC)


def see(viewer: Viewer, whole: Resume, at: datetime = AT) -> ResumeView:
    """The view, where there is one."""
    view = view_for(viewer, whole, at=at)
    assert view is not None
    return view


# --- Names -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("viewer", [recruiter, stranger, headhunter, mailbox])
def test_the_honorific_holds_for_everybody_else(viewer: Viewer) -> None:
    """NAME-1: with the honorific on, nobody but the owner is stated the name, applied-to companies included."""
    whole = attrs.evolve(HONORIFIC, applications=(applied, delivered))
    assert see(viewer, whole).display_name == "张先生"
    assert see(attrs.evolve(viewer, language=Language.EN), whole).display_name == "Mr. Zhang"
    assert see(owner, whole).display_name == "张三丰"


def test_the_real_name_is_shown_otherwise() -> None:
    """NAME-1: with the honorific off, the real name is shown in either language."""
    assert see(recruiter, resume()).display_name == "张三丰"
    assert see(attrs.evolve(recruiter, language=Language.EN), resume()).display_name == "张三丰"


@pytest.mark.parametrize(("gender", "called"), [(Gender.FEMALE, "张女士"), (Gender.UNKNOWN, "张先生/女士")])
def test_the_honorific_follows_the_gender(gender: Gender, called: str) -> None:
    """NAME-3: the honorific is that of the gender, or both where it is unknown."""
    basics = HONORIFIC.basics
    profile = attrs.evolve(basics.profile, gender=gender)
    assert (
        see(recruiter, attrs.evolve(HONORIFIC, basics=attrs.evolve(basics, profile=profile))).display_name
        == called
    )


def test_the_real_name_is_nowhere_else_under_the_honorific() -> None:
    """NAME-4: free text, titles and file names say the name no more, and the owner still reads it all."""
    whole = attrs.evolve(
        HONORIFIC,
        strengths="我是张三丰",
        work=(attrs.evolve(HONORIFIC.work[0], position="张 三 丰的助理", skills=("张三丰拳", "Go")),),
        additional=(Additional(topic="张三丰", description="张_三_丰"),),
        attachments=(Attachment(id="file-1", file_name="张三丰.pdf"),),
        applications=(applied,),
    )
    view = see(recruiter, whole)
    assert view.sections.strengths == "我是[姓名已隐藏]"
    assert view.sections.work[0].position == "[姓名已隐藏]的助理"
    assert view.sections.work[0].skills == ("[姓名已隐藏]拳", "Go")
    assert view.sections.additional[0].topic == "[姓名已隐藏]"
    assert view.sections.attachments[0].file_name == "[姓名已隐藏].pdf"
    assert see(owner, whole).sections.strengths == "我是张三丰"
    assert (
        see(attrs.evolve(recruiter, language=Language.EN), whole).sections.strengths == "我是[name withheld]"
    )


def test_a_view_is_fresh_for_two_hours() -> None:
    """NAME-2: no view may be kept for longer than two hours."""
    assert see(recruiter, resume()).fresh_until == AT + TWO_HOURS


@pytest.mark.parametrize("ends", [timedelta(microseconds=1), timedelta(minutes=119), TWO_HOURS])
def test_a_view_is_fresh_no_longer_than_its_number(ends: timedelta) -> None:
    """PHONE-3: a view with a virtual number is fresh until the binding ends, where that is earlier."""
    view = see(recruiter, resume(virtual_numbers=(line("one", ends=ends),)))
    assert view.fresh_until == AT + ends
    assert view.contact.virtual_number is not None
    assert view.contact.virtual_number.valid_until == AT + ends


def test_a_number_that_is_not_shown_ages_no_view() -> None:
    """PHONE-3: a binding that the view does not show has no say in how long it is fresh."""
    soon = timedelta(minutes=1)
    assert (
        see(recruiter, resume(virtual_numbers=(line("one", "globex", ends=soon),))).fresh_until
        == AT + TWO_HOURS
    )
    hidden = with_settings(resume(virtual_numbers=(line("one", ends=soon),)), visibility=Visibility.CHAT_ONLY)
    assert see(recruiter, hidden).fresh_until == AT + TWO_HOURS


# --- Numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", ["+8613912345678", "+442071838750", "+12025550123"])
def test_the_real_number_is_taken_out_of_text(number: str) -> None:
    """PHONE-1: typed into text in any width or spacing, the candidate's own number is not shown where it is withheld."""
    digits = MobileNumber(number).writings[0]
    wide = digits.translate({ord("0") + i: ord("０") + i for i in range(10)})
    spaced = "-".join(digits)
    text = f"甲{digits}乙{wide}丙{spaced}丁"
    view = see(stranger, with_contact(resume(strengths=text), mobile=MobileNumber(number)))
    assert view.sections.strengths is not None
    for hidden in (digits, wide, spaced, digits[-6:]):
        assert hidden not in view.sections.strengths
    for kept in "甲乙丙丁":
        assert kept in view.sections.strengths


NUMBERS = [
    ("company before anyone", [line("a", ends=2 * DAY), line("b", "acme")], "b"),
    ("the latest end", [line("a"), line("b", ends=2 * DAY), line("c")], "b"),
    ("then the id", [line("b"), line("a"), line("c")], "a"),
    ("the latest end of the company's", [line("a", "acme"), line("b", "acme", ends=2 * DAY)], "b"),
    ("another company's never", [line("a", "globex")], None),
    ("nor where it ends last", [line("b"), line("a", "globex", ends=2 * DAY)], "b"),
    ("not yet valid", [line("a", starts=timedelta(microseconds=1))], None),
    ("valid from now", [line("a", starts=timedelta(0))], "a"),
    ("no longer valid", [line("a", ends=timedelta(0))], None),
    ("not valid for long", [line("a", starts=-3 * DAY, ends=-DAY)], None),
    ("one of them no longer valid", [line("a", starts=-3 * DAY, ends=-DAY), line("b")], "b"),
    ("valid a moment longer", [line("a", ends=timedelta(microseconds=1))], "a"),
    ("none", [], None),
]


@pytest.mark.parametrize(
    ("lines", "chosen"), [case[1:] for case in NUMBERS], ids=[case[0] for case in NUMBERS]
)
def test_PHONE_2_the_binding_that_fits_is_shown(lines: list[Any], chosen: str | None) -> None:
    """Bound to the viewer's company before bound to anyone; then the latest end; then the id; else none."""
    number = next((one.number for one in lines if one.id == chosen), None)
    for bound in (lines, lines[::-1]):
        contact = see(recruiter, resume(virtual_numbers=tuple(bound))).contact
        assert Channel.VIRTUAL_NUMBER in contact.channels
        assert contact.mobile is None
        assert (contact.virtual_number and contact.virtual_number.number) is number


def test_a_company_without_an_id_gets_the_number_for_anyone() -> None:
    """PHONE-2: a viewer whose company cannot be identified is shown only what anyone is shown."""
    unknown = attrs.evolve(recruiter, company=Company(name="无从识别"))
    contact = see(unknown, resume(virtual_numbers=(line("a", "acme", ends=2 * DAY), line("b")))).contact
    assert contact.virtual_number is not None
    assert contact.virtual_number.number.extension == line("b").number.extension


def test_the_agency_of_a_headhunter_is_who_a_binding_is_for() -> None:
    """PHONE-2: a headhunter is shown what is bound to the agency, not to a client."""
    lines = (line("a", "globex"), line("b", "acme", ends=2 * DAY))
    contact = see(
        attrs.evolve(headhunter, clients=(recruiter.company,)), resume(virtual_numbers=lines)
    ).contact
    assert contact.virtual_number is not None
    assert contact.virtual_number.number is lines[0].number


def test_the_number_of_a_view_is_chosen_when_it_is_viewed() -> None:
    """PHONE-2: the same resume shows another binding later, whatever was shown before."""
    whole = resume(virtual_numbers=(line("a", ends=DAY), line("b", starts=DAY, ends=2 * DAY)))
    first, later = see(recruiter, whole), see(recruiter, whole, AT + DAY)
    assert first.contact.virtual_number is not None
    assert later.contact.virtual_number is not None
    assert first.contact.virtual_number.number is whole.virtual_numbers[0].number
    assert later.contact.virtual_number.number is whole.virtual_numbers[1].number


@each(("before", "cut"), [(before, cut) for before in range(4) for cut in (3, 4, 7, 8)])
def test_PHONE_1_a_number_in_two_items_of_a_list_goes_and_nothing_else(before: int, cut: int) -> None:
    """PHONE-1, CONTACT-2: from its first digit to its last, wherever in the list; the words beside it, and the other items, stay."""
    number, mark = "13987651234", "[电话已隐藏]"
    cities = (*"甲乙丙"[:before], f"电话{number[:cut]}", f"{number[cut:]}宁波", "苏州")
    asked = resume(intention=attrs.evolve(there(resume().intention), cities=cities))
    view = view_for(recruiter, asked, at=AT)
    assert view is not None
    shown = there(view.sections.intention).cities
    assert shown == (*"甲乙丙"[:before], f"电话{mark}", f"{mark}宁波", "苏州")


# --- E-mail, homepage, links -----------------------------------------------------------------------------------------


NOT_RELAYED = Policy("not-relayed", readings=Readings(email_is_relayed=False))


def test_an_address_that_is_not_there_is_absent() -> None:
    """CONTACT-1: where the candidate gave none, the channel is named and the address absent."""
    whole = with_contact(resume(applications=(applied,)), email=None, homepage=None)
    contact = see(recruiter, whole).contact
    assert (contact.email, contact.homepage) == (None, None)
    assert Channel.EMAIL in contact.channels


@pytest.mark.parametrize("address", [f"{NUMBER}@139.com", f"{NUMBER}@qq.com", f"me.{NUMBER}@example.com"])
def test_an_address_made_of_the_number_is_withheld_with_it(address: str) -> None:
    """PHONE-1: an e-mail address that spells the mobile number is shown only to those who are shown the number."""
    whole = with_contact(resume(applications=(applied,)), email=Email(address))
    assert see(stranger, whole).contact.email is None
    assert see(recruiter, whole).contact.email == Email(address)


@pytest.mark.parametrize("address", ["lin13800138000@example.com", "138-0013-8000.lin@example.com", MAIL])
def test_an_address_made_of_any_number_is_withheld_with_numbers(address: str) -> None:
    """PHONE-1: so is one that spells another mobile number, among whatever letters, where the address is shown and numbers are not."""
    whole = with_contact(resume(strengths=f"写给 {address} 即可"), email=Email(address))
    view = view_for(stranger, whole, at=AT, policy=NOT_RELAYED)
    assert view is not None
    assert view.contact.email == (Email(MAIL) if address == MAIL else None)
    assert (address in (view.sections.strengths or "")) == (address == MAIL)


def test_an_address_made_of_the_number_leaves_the_mark_of_any_address() -> None:
    """LAW-1: what is left of the candidate's own address in text does not give away what the address is made of."""
    texts = set()
    for address in (f"{NUMBER}@139.com", MAIL):
        text = f"写给 {address} 即可"
        whole = with_settings(resume(strengths=text), visibility=Visibility.CHAT_ONLY)
        whole = attrs.evolve(whole, work=(attrs.evolve(whole.work[0], skills=(text, "Go")),))
        sections = see(stranger, with_contact(whole, email=Email(address))).sections
        texts |= {sections.strengths, *sections.work[0].skills}
    assert texts == {"写给 [邮箱已隐藏] 即可", "Go"}


@pytest.mark.parametrize(
    "address",
    [
        f"https://example.com/{NUMBER}",
        f"https://{NUMBER}.example.com/",
        "https://example.com/139-1234-5678",
        "https://example.com/?t=%31%33%39%31%32%33%34%35%36%37%38",
    ],
)
def test_a_link_made_of_the_number_is_withheld_with_it(address: str) -> None:
    """PHONE-1: a homepage or a link that spells the mobile number is shown only to those who are shown the number."""
    link = PortfolioLink(link=Url(address), description="主页")
    whole = with_contact(resume(applications=(applied,), portfolio=(link,)), homepage=Url(address))
    assert see(stranger, whole).contact.homepage is None
    assert see(stranger, whole).sections.portfolio == ()
    assert see(recruiter, whole).contact.homepage == Url(address)
    assert see(recruiter, whole).sections.portfolio == (link,)


def test_an_address_made_of_a_short_number_is_withheld_with_it() -> None:
    """PHONE-1: seven digits are a number, in the candidate's address and in a link as well."""
    link = PortfolioLink(link=Url("https://example.com/6111234"), description="主页")
    whole = with_contact(
        resume(applications=(applied,), portfolio=(link,)),
        mobile=MobileNumber("+3546111234"),
        email=Email("6111234@example.com"),
        homepage=link.link,
    )
    hidden, open_to = see(stranger, whole), see(recruiter, whole)
    assert (hidden.contact.email, hidden.contact.homepage, hidden.sections.portfolio) == (None, None, ())
    assert (open_to.contact.email, open_to.contact.homepage) == (Email("6111234@example.com"), link.link)
    assert open_to.sections.portfolio == (link,)


def test_an_address_made_of_the_name_is_an_address() -> None:
    """CONTACT-1: where the address is shown, so is one with the name and a few digits in it."""
    email = Email("lena.vasquez88@example.com")
    whole = attrs.evolve(HONORIFIC, basics=attrs.evolve(HONORIFIC.basics, name=PersonName("Lena Vasquez")))
    view = view_for(stranger, with_contact(whole, email=email), at=AT, policy=NOT_RELAYED)
    assert view is not None
    assert view.contact.email == email


@pytest.mark.parametrize("path", ["lena-vasquez", "LenaVasquez/", "?u=Lena%20Vasquez"])
def test_CONTACT_1_a_homepage_made_of_the_name_is_a_homepage(path: str) -> None:
    """CONTACT-1, NAME-4: a company applied to is shown the homepage whole, under the honorific, too, and whatever the name is."""
    home = Url(f"https://example.com/{path}")
    sent = with_contact(attrs.evolve(HONORIFIC, applications=(applied,)), homepage=home)
    for name in ("Lena Vasquez", "张三丰"):
        whole = attrs.evolve(sent, basics=attrs.evolve(sent.basics, name=PersonName(name)))
        assert (see(recruiter, whole).contact.homepage, see(stranger, whole).contact.homepage) == (home, None)


@pytest.mark.parametrize("viewer", [stranger, recruiter, owner])
def test_NAME_4_another_link_made_of_the_name_is_left_out(viewer: Viewer) -> None:
    """NAME-4: under the honorific nobody but the owner is shown it, also a company that is shown the homepage whole."""
    link = PortfolioLink(link=Url("https://example.com/works/lena-vasquez"), description="主页")
    named = attrs.evolve(HONORIFIC, portfolio=(link,), applications=(applied,))
    whole = attrs.evolve(named, basics=attrs.evolve(named.basics, name=PersonName("Lena Vasquez")))
    assert see(viewer, whole).sections.portfolio == ((link,) if viewer is owner else ())


def test_NAME_4_in_a_text_the_name_is_taken_out_of_an_address_that_is_shown() -> None:
    """NAME-4: an address among the contact details is whole or nothing, as the homepage is; a text is redacted, with both in it."""
    email, home = Email("lena.vasquez88@example.com"), Url("https://example.com/lena-vasquez")
    text = f"邮箱 {email.address}，主页 {home.address}"
    sent = with_contact(
        attrs.evolve(HONORIFIC, applications=(applied,), strengths=text), email=email, homepage=home
    )
    view = see(
        recruiter, attrs.evolve(sent, basics=attrs.evolve(sent.basics, name=PersonName("Lena Vasquez")))
    )
    assert (view.contact.email, view.contact.homepage) == (email, home)
    assert view.sections.strengths == "邮箱 [姓名已隐藏]88@example.com，主页 https://example.com/[姓名已隐藏]"


def test_a_policy_names_further_accounts() -> None:
    """CONTACT-2: a kind of account that the policy names is taken out of a resume, and views of policies do not mix."""
    whole = resume(strengths="青鸟坐标：qwzxab12 欢迎来访")
    named = view_for(stranger, whole, at=AT, policy=Policy("named", accounts=("青鸟坐标",)))
    other = view_for(stranger, attrs.evolve(whole), at=AT, policy=Policy("other", accounts=("别的号",)))
    assert named is not None
    assert other is not None
    assert "qwzxab12" not in str(named.sections.strengths)
    assert other.sections.strengths != named.sections.strengths


@pytest.mark.parametrize("viewer", [stranger, recruiter, owner])
def test_a_link_made_of_the_address_follows_the_address(viewer: Viewer) -> None:
    """CONTACT-2: a link that spells the candidate's own address is shown exactly where the address is."""
    link = PortfolioLink(link=Url("https://sanfeng.private.example.com/"), description="主页")
    view = see(viewer, resume(portfolio=(link,), applications=(applied,)))
    assert (
        (view.sections.portfolio == (link,)) is (view.contact.email is not None) is (viewer is not stranger)
    )


@pytest.mark.parametrize("address", ["https://example.com/13800138000", "https://wa.me/8613800138000"])
def test_a_link_gives_nobodys_number_away(address: str) -> None:
    """CONTACT-2: a link made of a number is withheld where numbers are, also where it is not the candidate's."""
    link = PortfolioLink(link=Url(address), description="主页")
    whole = with_contact(resume(portfolio=(link,)), homepage=Url(address))
    assert (see(stranger, whole).contact.homepage, see(stranger, whole).sections.portfolio) == (None, ())


@pytest.mark.parametrize("viewer", [stranger, recruiter, owner])
@pytest.mark.parametrize("typed", [MAIL, HOME])
def test_the_address_in_text_follows_the_address(viewer: Viewer, typed: str) -> None:
    """CONTACT-2: the candidate's own address and homepage typed into text are shown exactly where they are a part."""
    view = see(viewer, resume(strengths=f"写给 {typed} 即可", applications=(applied,)))
    text = view.sections.strengths
    assert text is not None
    assert (typed in text) is (view.contact.email is not None) is (viewer is not stranger)
    assert text.startswith("写给")


@pytest.mark.parametrize("visibility", [Visibility.PUBLIC, Visibility.CHAT_ONLY])
@pytest.mark.parametrize("policy", [POLICY_2023_04, NOT_RELAYED])
def test_the_address_in_text_is_shown_where_mail_is_not_relayed(
    visibility: Visibility, policy: Policy
) -> None:
    """CONTACT-2: what was typed into text follows the policy that decides on the address."""
    whole = with_settings(resume(strengths=f"写给{MAIL}即可"), visibility=visibility)
    view = view_for(stranger, whole, at=AT, policy=policy)
    assert view is not None
    where_shown = visibility is Visibility.PUBLIC and policy is NOT_RELAYED
    assert (MAIL in (view.sections.strengths or "")) is where_shown


def test_the_name_that_is_shown_gives_no_number_away() -> None:
    """PHONE-1: a mobile number entered as a name, or as a surname, is in no display name."""
    basics = attrs.evolve(resume().basics, name=PersonName(f"张{NUMBER}", surname=NUMBER))
    for whole in (resume(basics=basics), attrs.evolve(HONORIFIC, basics=basics)):
        name = see(stranger, whole).display_name
        assert name is not None
        assert NUMBER not in name


# --- Sections --------------------------------------------------------------------------------------------------------


def test_sections_without_anything_withheld_are_the_very_same_objects() -> None:
    """Nothing is copied where nothing is withheld: the view shares the model's own values."""
    whole = resume(applications=(applied,))
    view = see(recruiter, whole)
    same = [
        name.name
        for name in attrs.fields(ShownSections)
        if name.name in {f.name for f in attrs.fields(Resume)}
    ]
    for name in same:
        if name != "attachments":
            assert getattr(view.sections, name) is getattr(whole, name), name
    assert view.sections.profile is whole.basics.profile
    assert view.contact.mobile is whole.basics.contact.mobile
    assert view.sections.attachments[0] is whole.attachments[0]


def test_only_what_holds_a_secret_is_made_anew() -> None:
    """Of a section with one item to redact, the other items are the very same objects."""
    items = (
        Additional(topic="爱好", description="马拉松"),
        Additional(topic="其他", description=f"打 {NUMBER}"),
    )
    seen = see(stranger, resume(additional=items)).sections.additional
    assert seen[0] is items[0]
    assert seen[1].topic == "其他"
    assert NUMBER not in there(seen[1].description)


def test_missing_sections_are_missing_in_the_view() -> None:
    """A resume of the required section alone is shown, with nothing in the others."""
    bare = Resume(id="r-1", candidate="c-1", basics=resume().basics, settings=resume().settings)
    view = see(recruiter, bare)
    assert view.sections.strengths is None
    assert view.sections.work == ()
    assert Part.STRENGTHS not in view.withheld


def test_the_owner_sees_everything_unredacted() -> None:
    """OWNER-1: the owner reads every section as it was written."""
    whole = with_settings(
        resume(strengths=f"张三丰 {NUMBER} {MAIL} 微信 sanfeng88"),
        visibility=Visibility.PRIVATE,
        name_display=NameDisplay.HONORIFIC,
        resume_permission=False,
    )
    view = see(owner, whole)
    assert view.withheld == frozenset()
    assert view.sections.strengths is whole.strengths
    assert view.display_name == "张三丰"
    assert view.contact.email is whole.basics.contact.email


# --- Arguments -------------------------------------------------------------------------------------------------------


def test_a_view_is_no_resume() -> None:
    """Passing a view where a resume belongs is a TypeError that says what came."""
    with pytest.raises(TypeError, match="expected resume to be a Resume or a CampusForm, got ResumeView"):
        view_for(recruiter, see(recruiter, resume()), at=AT)  # type: ignore[call-overload]  # what must be refused


class _Subclass(Resume):
    """A class of somebody else's that says it is a resume."""


@pytest.mark.parametrize("junk", [None, "r-1", {}, resume().basics, object(), Resume, recruiter])
def test_junk_is_no_resume(junk: Any) -> None:
    """Whatever is not exactly a Resume is a TypeError, which does not repeat its value."""
    with pytest.raises(
        TypeError, match=r"^expected resume to be a Resume or a CampusForm, got (the class )?\w+$"
    ):
        view_for(recruiter, junk, at=AT)


def test_a_subclass_is_no_resume() -> None:
    """What merely derives from Resume could answer otherwise, so it is refused, too."""
    fields = {one.name: getattr(resume(), one.name) for one in attrs.fields(Resume) if one.init}
    with pytest.raises(TypeError, match="expected resume to be a Resume or a CampusForm, got _Subclass"):
        view_for(recruiter, _Subclass(**fields), at=AT)


@pytest.mark.parametrize(
    "junk", [None, "recruiter", {}, resume(), object(), type(recruiter), recruiter.company]
)
def test_junk_is_no_viewer(junk: Any) -> None:
    """Whatever is no viewer is a TypeError, which does not repeat its value."""
    with pytest.raises(
        TypeError, match=r"^expected viewer to be a Viewer, such as a Recruiter, got (the class )?\w+$"
    ):
        view_for(junk, resume(), at=AT)


def test_a_naive_instant_is_refused() -> None:
    """An instant without its time zone is an InvalidValue. The example in it is one that Python takes: a text would be refused, too."""
    with pytest.raises(InvalidValue, match="time zone") as refused:
        view_for(recruiter, resume(), at=datetime(2026, 6, 1))
    [problem] = refused.value.problems
    example = eval(problem.expected.partition("such as ")[2], {"datetime": datetime, "UTC": UTC})
    view_for(recruiter, resume(), at=example)


@pytest.mark.parametrize("junk", [date(2026, 6, 1), "2026-06-01T00:00:00Z", 1780000000, 0])
def test_what_is_no_instant_is_refused(junk: Any) -> None:
    """An instant that is no datetime is a TypeError, zero included."""
    with pytest.raises(TypeError, match="expected at to be a datetime"):
        view_for(recruiter, resume(), at=junk)


FARTHEST = [timezone(timedelta(hours=14)), timezone(timedelta(hours=-23, minutes=-59, seconds=-59)), UTC]


@pytest.mark.parametrize("zone", [*FARTHEST, timezone(timedelta(hours=23, minutes=59, microseconds=1))])
@pytest.mark.parametrize("moment", [datetime.min, datetime.max])
def test_the_first_and_the_last_instant_are_answered(moment: datetime, zone: timezone) -> None:
    """LAW-6: the ends of time are instants like any other, in whatever zone."""
    whole = resume(virtual_numbers=(line("one"),))
    view = see(owner, whole, moment.replace(tzinfo=zone))
    assert view.fresh_until.tzinfo is UTC
    assert (view_for(recruiter, whole, at=moment.replace(tzinfo=zone)) is None) is (moment is datetime.min)


@pytest.mark.parametrize("before", [timedelta(0), timedelta(hours=1), TWO_HOURS, timedelta(hours=3)])
def test_freshness_ends_with_time(before: timedelta) -> None:
    """NAME-2: in the last two hours of time a view is fresh until their end."""
    last = datetime.max.replace(tzinfo=UTC)
    assert see(owner, resume(), last - before).fresh_until == min(
        last - before + min(before, TWO_HOURS), last
    )


@pytest.mark.parametrize("zone", FARTHEST)
def test_the_zone_of_an_instant_does_not_matter(zone: timezone) -> None:
    """LAW-6: the same instant in another zone gives the same view."""
    whole = resume(applications=(applied,), virtual_numbers=(line("one"),))
    assert see(recruiter, whole, AT.astimezone(zone)) == see(recruiter, whole, AT)


def test_without_an_instant_it_is_now() -> None:
    """`at` defaults to now, which is the only look at a clock."""
    before = datetime.now(UTC)
    view = view_for(owner, resume())
    assert view is not None
    assert before + TWO_HOURS <= view.fresh_until <= datetime.now(UTC) + TWO_HOURS


def test_a_visitor_sees_nothing() -> None:
    """LAW-5: no rule names a visitor."""
    assert view_for(visitor, resume(), at=AT) is None


def test_too_young_is_not_shown() -> None:
    """GATE-3: somebody who is not surely sixteen is shown to nobody but themselves."""
    basics = attrs.evolve(
        resume().basics, profile=attrs.evolve(resume().basics.profile, born=YearMonth(2010, 6))
    )
    assert view_for(recruiter, resume(basics=basics), at=AT) is None
    assert view_for(owner, resume(basics=basics), at=AT) is not None


def resume_without_birth(**changes: Any) -> Resume:
    """The resume without a month of birth."""
    basics = resume().basics
    return resume(
        basics=attrs.evolve(basics, profile=attrs.evolve(basics.profile, born=None)),
        **changes,
    )


def test_GATE_3_who_has_no_month_of_birth_is_not_shown() -> None:
    """GATE-3: without a month of birth nobody is surely sixteen, at no instant."""
    for at in (AT, datetime.max.replace(tzinfo=UTC)):
        assert view_for(recruiter, resume_without_birth(), at=at) is None
    assert view_for(owner, resume_without_birth(), at=AT) is not None


@each(("age", "year"), [(16, 2024), (15, 2025), (12, 2028), (18, 2022)])
def test_GATE_3_a_verified_age_is_a_birth_at_the_latest(age: int, year: int) -> None:
    """GATE-3: of that age on a day in Beijing, sixteen on the same day of another year, from its first instant on."""
    verified = AgeVerified(age=age, at=datetime(2024, 5, 3, 6, tzinfo=UTC))
    first = datetime(year, 5, 2, 16, tzinfo=UTC)
    known = resume_without_birth(age_verified=verified, applications=(applied,))
    assert view_for(stranger, known, at=first - timedelta(microseconds=1)) is None
    assert view_for(stranger, known, at=first) is not None


def test_GATE_3_the_29th_of_february_comes_on_the_first_of_march() -> None:
    """GATE-3: where the year has no such day, the birthday is over on the first of March."""
    known = resume_without_birth(age_verified=AgeVerified(age=14, at=datetime(2024, 2, 29, 6, tzinfo=UTC)))
    first = datetime(2026, 2, 28, 16, tzinfo=UTC)
    assert first_instant_of_age(index_of(known).born, 16) == first
    assert view_for(stranger, known, at=first - timedelta(microseconds=1)) is None
    assert view_for(stranger, known, at=first) is not None


def test_GATE_3_where_nothing_is_known_no_instant_is() -> None:
    """GATE-3: without a month of birth and a verified age there is no instant from which a candidate is surely of age."""
    assert first_instant_of_age(index_of(resume_without_birth()).born, 16) is None


def test_GATE_3_a_verified_age_that_the_month_of_birth_forbids_is_refused() -> None:
    """GATE-3: of the two one is wrong, and nobody can know which; a month that allows it is fine."""
    basics = resume().basics
    for month, fine in ((4, True), (5, True), (6, False)):
        profile = attrs.evolve(basics.profile, born=YearMonth(2008, month))
        changes: dict[str, Any] = {
            "basics": attrs.evolve(basics, profile=profile),
            "age_verified": AgeVerified(age=16, at=datetime(2024, 5, 3, 6, tzinfo=UTC)),
        }
        if fine:
            assert view_for(stranger, resume(**changes), at=datetime(2024, 5, 3, 6, tzinfo=UTC)) is not None
        else:
            with pytest.raises(InvalidValue, match="age_verified: expected an age that the month of birth"):
                resume(**changes)


@each(("at", "when"), [(datetime(9999, 1, 1, tzinfo=UTC), LAST), (datetime(1, 1, 1, tzinfo=UTC), FIRST)])
def test_GATE_3_at_the_ends_of_the_calendar_too(at: datetime, when: datetime) -> None:
    """LAW-6: an age that was verified in the first year or the last makes no date that there is not."""
    known = resume_without_birth(age_verified=AgeVerified(age=1 if when is LAST else 150, at=at))
    assert first_instant_of_age(index_of(known).born, 16) == when
    assert (view_for(stranger, known, at=AT) is None) is (when is LAST)


# --- What is kept between calls --------------------------------------------------------------------------------------


def test_what_is_kept_does_not_outlive_the_resume() -> None:
    """Everything computed for a resume goes with it."""
    whole = resume(applications=(attrs.evolve(applied),), strengths=f"打 {NUMBER}")
    views = [view_for(viewer, whole, at=AT) for viewer in (owner, recruiter, stranger, headhunter)]
    gone: list[weakref.ref[Any]] = [
        weakref.ref(one) for one in (whole, whole.applications[0], index_of(whole))
    ]
    prepared = [one for one in gc.get_referents(whole.memo._kept) if type(one).__name__ == "Projected"]
    gone += [weakref.ref(one) for one in prepared]
    assert len(gone) >= 6
    del whole, prepared
    gc.collect()
    assert all(view is not None for view in views)
    assert [reference() for reference in gone] == [None] * len(gone)


def test_viewers_of_different_grants_never_share_redactions() -> None:
    """Asked in turns, each viewer gets what that viewer would get alone."""
    text = f"我是张三丰，电话 {NUMBER}，邮箱 {MAIL}"
    whole = attrs.evolve(HONORIFIC, strengths=text, applications=(applied, delivered))
    viewers: list[Viewer] = [owner, recruiter, stranger, headhunter, mailbox]
    viewers += [attrs.evolve(viewer, language=Language.EN) for viewer in viewers]
    alone = [view_for(viewer, attrs.evolve(whole), at=AT) for viewer in viewers]
    for order in (viewers, viewers[::-1], viewers[3:] + viewers[:3]):
        for viewer in order:
            assert view_for(viewer, whole, at=AT) == alone[viewers.index(viewer)]
    assert len(set(alone)) == len(
        {(view.display_name, view.sections, view.contact) for view in alone if view}
    )
    texts = {view.sections.strengths for view in alone if view}
    assert len(texts) >= 4


def test_what_is_kept_is_bounded() -> None:
    """Whatever viewers bring, a resume keeps only so much, and answers stay the same."""
    whole = resume(applications=(applied,))
    first = see(recruiter, whole)
    for i in range(700):
        company = attrs.evolve(recruiter.company, id=f"co-{i}", aliases=(f"别名{i}",))
        assert view_for(attrs.evolve(recruiter, company=company), whole, at=AT) is not None
    assert len(whole.memo._kept) <= 256
    assert see(recruiter, whole) == first


def test_threads_get_what_each_would_get_alone() -> None:
    """Many threads over one fresh resume give the same views as one."""
    whole = attrs.evolve(HONORIFIC, strengths=f"张三丰 {NUMBER}", applications=(applied, delivered))
    viewers: list[Viewer] = [owner, recruiter, stranger, headhunter, mailbox]
    expected = [view_for(viewer, attrs.evolve(whole), at=AT) for viewer in viewers]
    wrong: list[Viewer] = []
    ready = threading.Barrier(8)

    def ask() -> None:
        ready.wait()
        for _ in range(30):
            wrong.extend(
                viewer
                for viewer, view in zip(viewers, expected, strict=True)
                if view_for(viewer, whole, at=AT) != view
            )

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


# --- Unclassified fields ---------------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True, repr=False)
class _Unclassified(Checked):
    extra: bytes


@pytest.mark.parametrize(
    "annotation",
    [bytes, _Unclassified, tuple[_Unclassified, ...], _Unclassified | None, dict[str, str], str | int],
)
def test_an_annotation_that_nobody_classified_fails(annotation: object) -> None:
    """LAW-5: a field whose way into a view nobody said is a TypeError that names where to say it."""
    with pytest.raises(TypeError, match=r"how does .* enter a view\? say so in projection/projectors.py"):
        projector_of(annotation)


def with_fields(monkeypatch: pytest.MonkeyPatch, fields: Callable[[type[object]], object]) -> None:
    """The model has these fields, to those who ask when sections are classified."""
    for module in ("sections", "projectors"):
        monkeypatch.setattr(f"resume_visibility.projection.{module}.fields_of", fields)


@pytest.mark.parametrize("added", ["secret_part", "basics"])
def test_a_field_that_nobody_classified_fails(monkeypatch: pytest.MonkeyPatch, added: str) -> None:
    """LAW-5: a new field of the resume stops the import until it has a part or a place among what governs."""
    original = fields_of

    def extended(cls: type[object]) -> tuple[tuple[str, Any], ...]:
        found = original(cls)
        if cls is Resume:
            return (*found, ("secret_part", str))
        return found

    if added == "secret_part":
        with_fields(monkeypatch, extended)
    else:
        monkeypatch.setattr(sections, "GOVERNING", GOVERNING - {"settings"})
    with pytest.raises(TypeError, match="is not classified: give it a Part"):
        sections.check_sections()


@pytest.mark.parametrize("extended", [ShownSections, Contact])
def test_a_field_of_the_view_or_of_the_contact_that_nobody_classified_fails(
    monkeypatch: pytest.MonkeyPatch, extended: type[object]
) -> None:
    """LAW-5: a field more in the view, or among the contact details, stops the import until there is a part of that name."""
    original = fields_of

    def more(cls: type[object]) -> tuple[tuple[str, Any], ...]:
        return (*original(cls), ("fax", str)) if cls is extended else original(cls)

    with_fields(monkeypatch, more)
    with pytest.raises(TypeError, match="fax is not classified"):
        sections.check_sections()


def test_a_section_declared_otherwise_in_the_view_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """LAW-5: a section whose type in the view differs from the model's stops the import."""
    original = fields_of

    def changed(cls: type[object]) -> tuple[tuple[str, Any], ...]:
        return tuple(
            (name, bytes if cls is ShownSections and name == "strengths" else kind)
            for name, kind in original(cls)
        )

    with_fields(monkeypatch, changed)
    with pytest.raises(TypeError, match="strengths is declared other than in the model"):
        sections.check_sections()


def test_nothing_personal_stays_in_a_cache() -> None:
    """LAW-2: after a view, no function's cache and no pattern of the standard library's holds a name or an address."""
    whole = with_contact(
        attrs.evolve(
            with_settings(HONORIFIC, visibility=Visibility.CHAT_ONLY),
            basics=attrs.evolve(HONORIFIC.basics, name=PersonName("鱻龘靐")),
            strengths="鱻龘靐 quilted.canary@example.com",
        ),
        email=Email("quilted.canary@example.com"),
    )
    assert see(stranger, whole).sections.strengths is not None
    kept: list[object] = [cache for name, cache in vars(re).items() if name.startswith("_cache")]
    for name, module in list(sys.modules.items()):
        if name.startswith("resume_visibility"):
            kept += [one for one in vars(module).values() if hasattr(one, "cache_info")]
    assert len(kept) > 4
    held = [one.pattern if isinstance(one, re.Pattern) else one for root in kept for one in strings_in(root)]
    assert [
        one
        for one in held
        if isinstance(one, str)
        and ("鱻" in one or "quilted" in one or "quilted" in re.sub(r"\[.*?\]|\W", "", one))
    ] == []


def strings_in(cache: object) -> Iterator[object]:
    """The strings and patterns that a cache holds: keys and values, and what they are made of."""
    waiting, seen = [cache], set[int]()
    while waiting:
        found = waiting.pop()
        if id(found) in seen or isinstance(found, (type, types.ModuleType, types.FunctionType)):
            continue
        seen.add(id(found))
        if isinstance(found, (str, re.Pattern)):
            yield found
        waiting += gc.get_referents(found)
