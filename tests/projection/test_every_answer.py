"""Whatever text a resume holds, every viewer gets an answer, in which nothing stands that was found or decoded."""

from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import people
from odd_texts import answered, codes_and, encoded, filled, filled_as, is_left_of, texts_of
from people import AT, DAY, NUMBER
from resume_visibility import (
    Action,
    CommunityMember,
    Language,
    NameDisplay,
    Part,
    Recipient,
    Recommender,
    Resume,
    ResumeView,
    School,
    Viewer,
    Visibility,
    dump_resume,
    load_resume,
    view_for,
)
from resume_visibility.model import Consent, PersonName, PortfolioLink, Url
from resume_visibility.model.building import fields_of
from resume_visibility.model.own import GOVERNING

CONSENT = Consent(
    recipient="partner",
    recipient_name="某培训学校",
    recipient_contact="某街一号",
    purpose="course",
    method="接口",
    parts=frozenset(Part) - {Part.NAME, Part.MOBILE, Part.EMAIL},
    begins=AT - DAY,
    ends=AT + DAY,
)
VIEWERS: list[Viewer] = [
    people.owner,
    people.recruiter,
    people.stranger,
    attrs.evolve(people.stranger, language=Language.EN),
    attrs.evolve(people.stranger, action=Action.SEARCH),
    attrs.evolve(people.stranger, action=Action.CHAT),
    people.headhunter,
    people.mailbox,
    CommunityMember(id="m-1", signed_in=True, action=Action.VIEW),
    Recommender(),
    Recipient(id="partner", purpose="course"),
    School(id="s-1", signed_in=True, verified=True),
    people.visitor,
]
NAMES = (
    "张三丰",
    "Li Wei",
    "㍿",
    "株式会社",
    "隐藏",
    "\u202e张三",
    "%E5%BC%A0",
    "&#24352;",
    "\\u5f20",
    "\ufffd",
    "🆔",
    "ﬁ Lee",
)
NAMED = st.sampled_from(NAMES)


def resume_of(name: str, **changes: Any) -> Resume:
    """A resume of somebody of that name, who shows the honorific and applied to one company."""
    whole = people.resume(applications=(people.applied, people.delivered), consents=(CONSENT,))
    whole = people.with_settings(whole, name_display=NameDisplay.HONORIFIC, nickname=NameDisplay.HONORIFIC)
    return attrs.evolve(whole, basics=attrs.evolve(whole.basics, name=PersonName(name)), **changes)


def fresh_view(viewer: Viewer, whole: Resume) -> ResumeView | None:
    """The view, afresh, since a copy keeps nothing."""
    return view_for(viewer, attrs.evolve(whole), at=AT)


def shown_strengths(text: str, name: str = "张三丰", viewer: Viewer = people.stranger) -> str:
    """The strengths as a recruiter sees them."""
    view = fresh_view(viewer, resume_of(name, strengths=text))
    assert view is not None
    assert view.sections.strengths is not None
    return view.sections.strengths


def fill_every_field(whole: Resume, text: str) -> Resume:
    """The resume with that text in each field of its sections."""
    sections: dict[str, Any] = {
        name: filled_as(kind, getattr(whole, name), text)
        for name, kind in fields_of(Resume)
        if name not in GOVERNING
    }
    basics = attrs.evolve(whole.basics, profile=filled(whole.basics.profile, text))
    return attrs.evolve(whole, basics=basics, **sections | {"strengths": text, "highlights": text})


@settings(max_examples=10)
@given(NAMED, st.data())
def test_LAW_6_whatever_loads_is_answered(name: str, data: st.DataObject) -> None:
    """Codes, controls, directions and marks in every field: every viewer gets a view that can be dumped, or None."""
    text = data.draw(codes_and(name, *encoded(name), NUMBER, people.MAIL))
    whole = load_resume(dump_resume(fill_every_field(resume_of(name), text)))
    assert sum(answered(viewer, whole, AT) for viewer in VIEWERS) > 6


@given(NAMED, st.data())
def test_nothing_decoded_is_shown(name: str, data: st.DataObject) -> None:
    """NAME-4, CONTACT-2: a view's text is the candidate's own, with marks in the place of some of it."""
    text = data.draw(codes_and(name, *encoded(name), NUMBER, *encoded(NUMBER), people.MAIL, marks=False))
    assert is_left_of(shown_strengths(text, name), text)


@given(NAMED, st.data())
def test_an_answer_depends_on_no_other_text(name: str, data: st.DataObject) -> None:
    """LAW-6: what is left of a text is the same, whichever text was looked at before."""
    one, two = (data.draw(codes_and(name, *encoded(name), "三丰", "株式")) for _ in range(2))
    views = [
        fresh_view(people.stranger, resume_of(name, strengths=first, highlights=second))
        for first, second in ((one, two), (two, one))
    ]
    assert views[0] is not None
    assert views[1] is not None
    assert (views[0].sections.strengths, views[0].sections.highlights) == (
        views[1].sections.highlights,
        views[1].sections.strengths,
    )


@pytest.mark.parametrize("spelled", sorted(encoded("张三丰")))
@pytest.mark.parametrize("beside", ["%00", "&#0;", "\\u0000", "%ED%A0%80", "\\ud800", "&#xd800;"])
def test_an_encoded_name_beside_what_is_no_text(spelled: str, beside: str) -> None:
    """LAW-6: in a description, which a section checks when it is built, that is an answer as any other."""
    work = attrs.evolve(people.resume().work[0], description=f"{spelled} {beside}")
    view = fresh_view(people.stranger, resume_of("张三丰", work=(work,)))
    assert view is not None
    assert view.sections.work[0].description == f"[姓名已隐藏] {beside}"


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Li Wei", "MrLi%20Wei", "Mr[姓名已隐藏]"),
        ("Li Wei", "MrLi Wei", "Mr[姓名已隐藏]"),
        ("Li Wei", "LiWeiCV.pdf", "[姓名已隐藏]CV.pdf"),
        ("Li Wei", "Li%20Weicv Li Wei", "Li%20Weicv [姓名已隐藏]"),
        ("Li Wei", "ali weigh", "ali weigh"),
        ("张三丰", "[电话已隐藏]，张三丰", "[电话已隐藏]，[姓名已隐藏]"),
        ("张三丰", "微信张三丰：zhang_88", "微信[姓名已隐藏]：[社交账号已隐藏]"),
        ("隐藏", "隐藏于张三 [电话已隐藏]", "[姓名已隐藏]于张三 [电话已隐藏]"),
        ("㍿", "㍿ x", "[姓名已隐藏] x"),
        ("㍿", "株式会社 x", "[姓名已隐藏] x"),
        ("株式会社", "㍿ x", "[姓名已隐藏] x"),
    ],
)
def test_NAME_4_what_was_found_goes_and_a_mark_stays(name: str, text: str, left: str) -> None:
    """A name that is decoded goes from what encodes it; a mark stays once it is put; ㍿ is read as what it stands for."""
    assert shown_strengths(text, name) == left


@pytest.mark.parametrize("spelled", sorted(encoded("张三丰")))
@pytest.mark.parametrize("around", ["{}", "简历{}.pdf", "100%{}", "C:\\{}\\cv", "&{}", "%20{}"])
def test_NAME_4_an_encoded_name_goes(spelled: str, around: str) -> None:
    """However it is encoded, and whatever code stands before it."""
    assert shown_strengths(around.format(spelled)) == around.format("[姓名已隐藏]")


SPELLINGS = (
    "手机号\\u{}", "C:\\u{}\\cv", "\\x{}", "%20%{}", "%{}", "&#{}", "&#{};", "&#x{};", "\\U{}", "\\u{{{}}}", "%u{}", "a&{}b", "%E5%{}%20",
)  # fmt: skip


@pytest.mark.parametrize("text", SPELLINGS)
@pytest.mark.parametrize("visibility", [one for one in Visibility if one is not Visibility.PRIVATE])
def test_PHONE_1_the_own_number_behind_what_looks_like_a_code(text: str, visibility: Visibility) -> None:
    """In every public mode the number goes, though the code takes its first digits."""
    whole = people.with_settings(resume_of("张三丰", strengths=text.format(NUMBER)), visibility=visibility)
    view = fresh_view(people.headhunter, whole)
    assert view is not None
    assert [text for text in texts_of(view) if NUMBER in text] == []


@given(st.text("\\%&#;uxU{} 0123456789adE", max_size=12), st.text("\\%&#;ux{} 0123456789ad", max_size=12))
def test_PHONE_1_the_own_number_is_looked_for_as_it_is_written(before: str, behind: str) -> None:
    """Whatever code stands around it, the number does not stand in a view."""
    for number in (NUMBER, f"+86{NUMBER}", f"{NUMBER[:3]}-{NUMBER[3:7]}-{NUMBER[7:]}"):
        assert number not in shown_strengths(f"{before}{number}{behind}")


@given(st.sampled_from(sorted(encoded(NUMBER))), st.text("\\%&#;ux 09ad", max_size=6))
def test_PHONE_1_the_own_number_is_looked_for_as_it_is_read(spelled: str, behind: str) -> None:
    """However it is encoded, the number does not stand in a view."""
    assert spelled not in shown_strengths(f"号 {spelled} {behind}")


@pytest.mark.parametrize("text", ["x\\u13800004321", "%13800004321", "C:\\u110101199003071233"])
def test_CONTACT_2_any_number_behind_what_looks_like_a_code(text: str) -> None:
    """What is looked for is looked for as it is written as well: another person's number, too."""
    assert text[-9:] not in shown_strengths(text)


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Ada Li", "C:\\xada Li", "C:\\x[姓名已隐藏]"),
        ("Li Wei", "cv:\\nli wei", "cv:\\n[姓名已隐藏]"),
        ("Li Wei", "\\tLi Wei\\n", "\\t[姓名已隐藏]\\n"),
        ("Li Wei", "&ltLi Wei", "&lt[姓名已隐藏]"),
        ("Li Wei", "R&Dept; Li Wei", "R&Dept; [姓名已隐藏]"),
        ("Uli Wei", "C:\\uli wei", "C:\\[姓名已隐藏]"),
    ],
)
def test_NAME_4_a_name_behind_what_looks_like_a_code(name: str, text: str, left: str) -> None:
    """The letter of a code is read as a part of the code, and as a letter."""
    assert shown_strengths(text, name) == left


@pytest.mark.parametrize(
    "text",
    ["s%2561nfeng.example.com/me", "https%253A%252F%252Fsanfeng.example.com%252Fme", "\\xsanfeng.example.com/me",
     "\\u5adafeng.example.com/me", "&amp;#115;anfeng.example.com/me"],
)  # fmt: skip
def test_CONTACT_1_the_homepage_behind_a_code(text: str) -> None:
    """It goes where it is encoded twice over, and where the code takes its first letters."""
    home = text[2:] if text.startswith("\\u") else people.HOME.removeprefix("https://")
    whole = people.with_contact(resume_of("张三丰", strengths=f"见{text}。"), homepage=Url(f"https://{home}"))
    view = fresh_view(people.stranger, people.with_settings(whole, visibility=Visibility.CHAT_ONLY))
    assert view is not None
    assert view.sections.strengths is not None
    assert "/me" not in view.sections.strengths
    assert "[主页已隐藏]" in view.sections.strengths


@pytest.mark.parametrize("number", [one for one in encoded(NUMBER) if "\\" not in one])
def test_PHONE_1_a_link_that_encodes_the_own_number(number: str) -> None:
    """A link is shown whole or not at all, and not where it leads to the number, however often that is encoded."""
    link = PortfolioLink(link=Url(f"https://example.com/?n={number}"))
    view = fresh_view(people.stranger, resume_of("张三丰", portfolio=(link,)))
    assert view is not None
    assert view.sections.portfolio == ()


def test_PHONE_1_a_number_within_itself_many_times_over() -> None:
    """Where taking the number out leaves it standing again and again, the whole text goes."""
    text = f"{NUMBER[:5]} " * 9 + NUMBER + f" {NUMBER[5:]}" * 9
    assert shown_strengths(text) == "[电话已隐藏]"
