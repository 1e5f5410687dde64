"""Forms: every text gives an answer, and nobody learns from a text what belongs to other people (CAMPUS-2)."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from odd_texts import answered, codes_and, encoded, filled, filled_as, is_left_of, texts_of
from oracle import SECTIONS_OF_THE_STUDENT
from resume_visibility import (
    FULLY_VERIFIED,
    CampusForm,
    Company,
    FormView,
    NameDisplay,
    Owner,
    Recruiter,
    School,
    Viewer,
    Visitor,
    dump_form,
    load_form,
    view_for,
)
from resume_visibility.model import Email, MobileNumber, PersonName, PhoneNumber, Relative, Remarks
from resume_visibility.model.building import fields_of

EXAMPLE = load_form((Path(__file__).parents[2] / "examples" / "data" / "campus-form.json").read_bytes())
FORM = attrs.evolve(EXAMPLE, settings=attrs.evolve(EXAMPLE.settings, name_display=NameDisplay.REAL))
AT = datetime(2026, 4, 1, tzinfo=UTC)
SCHOOL = School(id="south-example-university", signed_in=True, verified=True)
COMPANY = Recruiter(
    id="u-1", company=Company(name="珠江", id=FORM.company), signed_in=True, verified=FULLY_VERIFIED
)
VIEWERS: list[Viewer] = [Owner(candidate=FORM.candidate), COMPANY, SCHOOL, Visitor()]
RELATIVE = "王秀英"
EMERGENCY = "13700001111"


def form(text: str = "x", **basics: Any) -> CampusForm:
    """The example, whose emergency contact has a mobile number, with that text in each field of its sections."""
    sections: dict[str, Any] = {
        name: filled_as(kind, getattr(FORM, name), text)
        for name, kind in fields_of(CampusForm)
        if name in SECTIONS_OF_THE_STUDENT
    }
    given_ = {"emergency_name": RELATIVE, "emergency_phone": PhoneNumber(f"+86{EMERGENCY}"), **basics}
    profile = filled(FORM.basics.profile, text)
    return attrs.evolve(
        FORM,
        **{
            **sections,
            "basics": attrs.evolve(FORM.basics, profile=profile, **given_),
            "family": (Relative(name=RELATIVE), Relative(name="Lin Guodong")),
            "remarks": Remarks(source=text, self_assessment=text),
        },
    )


def seen(form: CampusForm, viewer: Viewer = SCHOOL) -> FormView:
    """The form as this viewer sees it; afresh, since a copy keeps nothing."""
    view = view_for(viewer, attrs.evolve(form), at=AT)
    assert view is not None
    return view


def left(text: str, **basics: Any) -> str:
    """The self-assessment as the school sees it."""
    whole = attrs.evolve(form(**basics), remarks=Remarks(self_assessment=text))
    remarks = seen(whole).sections.remarks
    assert remarks is not None
    return str(remarks.self_assessment)


def reaches(secret: str, whole: CampusForm) -> list[str]:
    """The texts in which the school sees a secret."""
    return [text for text in texts_of(seen(whole)) if secret in text]


SECRETS = (RELATIVE, *encoded(RELATIVE), EMERGENCY, *encoded(EMERGENCY), "Lin Guodong", "Lin%20Guodong")


@settings(max_examples=10)
@given(codes_and(*SECRETS))
def test_LAW_6_whatever_form_loads_is_answered(text: str) -> None:
    """Codes, controls, directions and marks in every field: every viewer gets a view that can be dumped, or None."""
    whole = load_form(dump_form(form(text)))
    assert [answered(viewer, whole, AT) for viewer in VIEWERS] == [True, True, True, False]


@given(codes_and(*SECRETS, marks=False))
def test_nothing_decoded_is_shown(text: str) -> None:
    """NAME-4, CONTACT-2: a view's text is the candidate's own, with marks in the place of some of it."""
    assert is_left_of(left(text), text)


@pytest.mark.parametrize(
    "text", ["妈：\\u{}", "C:\\u{}\\cv", "\\x{}", "%20%{}", "%{}", "&#{}", "&#x{};", "%u{}"]
)
def test_PHONE_1_the_emergency_number_behind_what_looks_like_a_code(text: str) -> None:
    """It goes, though the code takes its first digits."""
    assert reaches(EMERGENCY, form(text.format(EMERGENCY))) == []


@given(st.text("\\%&#;uxU{} 0123456789adE", max_size=12), st.text("\\%&#;ux{} 0123456789ad", max_size=12))
def test_PHONE_1_the_emergency_number_is_looked_for_as_it_is_written(before: str, behind: str) -> None:
    """Whatever code stands around it."""
    assert EMERGENCY not in left(f"{before}{EMERGENCY}{behind}")


@pytest.mark.parametrize(
    "text", ["我妈：88887777", "我妈 8888-7777", "妈妈八八八八七七七七", "010-88887777", "母亲(010)88887777"]
)
@pytest.mark.parametrize("extension", [None, "123"])
def test_CAMPUS_2_the_emergency_number_without_its_area_code(text: str, extension: str | None) -> None:
    """As it is dialled at home, with its extension or without one, it does not reach the school."""
    phone = PhoneNumber("+861088887777", extension)
    for typed in (text, f"{text}转123", f"{text} 分机 123"):
        shown = left(f"{typed}，谢谢", emergency_phone=phone)
        assert not any(map(str.isdigit, shown))
        assert "七七" not in shown
        assert shown.endswith("，谢谢")


@given(
    st.sampled_from(["+8610{}", "+86755{}", "+1212{}", "+44207{}", "+8522{}"]),
    st.integers(2 * 10**6, 10**7 - 1),
    st.sampled_from(["", "ext. 77", "转77"]),
)
def test_CAMPUS_2_any_emergency_number_without_its_area_code(e164: str, local: int, behind: str) -> None:
    """Whatever country it is of."""
    phone = PhoneNumber(e164.format(local), "77" if behind else None)
    shown = left(f"我妈：{local} {behind}。", emergency_phone=phone)
    assert str(local) not in shown
    assert "77。" not in shown


@pytest.mark.parametrize(
    "text", ["2018-2022", "2019年3月至2021年7月，共888人", "8888、7777", "编号 10288887"]
)
def test_figures_that_are_not_the_number_stay(text: str) -> None:
    """Figures that share some digits with a number without its area code are no number."""
    if text != "8888、7777":
        assert left(text, emergency_phone=PhoneNumber("+861088887777")) == text
    prose = "有8888人参加，其后又有7777人"
    assert left(prose, emergency_phone=PhoneNumber("+861088887777")) == prose


@pytest.mark.parametrize(
    ("english_name", "shown"),
    [
        ("Joyce, daughter of Lin Guodong", "Joyce, daughter of [姓名已隐藏]"),
        ("Joyce (mother: 王秀英)", "Joyce (mother: [姓名已隐藏])"),
        ("Joyce 王秀英", "Joyce [姓名已隐藏]"),
        ("Joyce Lin%20Guodong", "Joyce [姓名已隐藏]"),
        ("Joyce Lin", "Joyce Lin"),
        ("Lin Guodonghua", "Lin Guodonghua"),
        ("Lin Guodong", "Lin Guodong"),
    ],
)
def test_CAMPUS_2_a_relative_in_the_english_name(english_name: str, shown: str) -> None:
    """It goes; the candidate's own name stays, though it be the relative's as well."""
    assert seen(form(english_name=english_name)).sections.english_name == shown


@pytest.mark.parametrize(
    ("english_name", "text"),
    [
        ("Joyce, daughter of Lin Guodong", "call Joyce, daughter of Lin Guodong"),
        ("Joyce 王秀英", "我是Joyce 王秀英"),
    ],
)
def test_CAMPUS_2_a_relative_in_the_own_name_is_not_shown_elsewhere(english_name: str, text: str) -> None:
    """What is withheld of the candidate's own name is withheld where that name is written."""
    shown = left(text, english_name=english_name)
    assert "Guodong" not in shown
    assert RELATIVE not in shown


def test_CAMPUS_2_a_relative_in_the_name() -> None:
    """A relative in brackets behind the own name goes; 张三丰 keeps his, though his father is 张三."""
    assert (
        seen(form(name=PersonName(f"林晓雨（母亲{RELATIVE}）"))).sections.name == "林晓雨（母亲[姓名已隐藏]）"
    )
    father = attrs.evolve(form(name=PersonName("张三丰")), family=(Relative(name="张三"),))
    assert seen(father).sections.name == "张三丰"


@pytest.mark.parametrize(
    "address",
    [
        "11010519491231002X@example.com",
        "id110105199003071001@example.com",
        f"{EMERGENCY}@139.com",
        f"mum-{EMERGENCY}@example.com",
        "13800004321@163.com",
        "88887777@example.com",
        "lin.guodong@example.com",
    ],
)
def test_CAMPUS_2_an_address_of_somebody_else(address: str) -> None:
    """An address that holds a national ID, another person's number, or a relative's name, does not reach the school."""
    phone = PhoneNumber("+861088887777") if address.startswith("8888") else PhoneNumber(f"+86{EMERGENCY}")
    contact = attrs.evolve(FORM.basics.contact, email=Email(address))
    whole = form(contact=contact, emergency_phone=phone)
    assert [text for text in texts_of(seen(whole)) if address in text] == []
    assert [text for text in texts_of(seen(whole, COMPANY)) if address in text] == [address]


def test_an_address_of_the_own_number_is_no_other_persons() -> None:
    """Whoever is shown the candidate's own number is shown an address made of it."""
    contact = attrs.evolve(
        FORM.basics.contact, email=Email("13912345678@139.com"), mobile=MobileNumber("+8613912345678")
    )
    view = seen(form(contact=contact))
    assert (view.sections.mobile is None) == (view.sections.email is None)


def test_a_number_too_short_without_its_area_code_is_not_looked_for() -> None:
    """Six digits are met by chance; with its area code the number goes."""
    phone = PhoneNumber("+86755123456")
    assert left("编号123456，电话0755-123456", emergency_phone=phone) == "编号123456，电话[电话已隐藏]"
