"""What a view of a form holds: redacted, fresh for two hours, quiet; and nothing of the model left unclassified."""

import copy
import pickle
from datetime import UTC, datetime, timedelta, timezone
from operator import attrgetter
from pathlib import Path
from typing import Any
from unittest.mock import patch

import attrs
import pytest

from resume_visibility import (
    FULLY_VERIFIED,
    POLICY_2023_04,
    Action,
    CampusForm,
    Company,
    FormView,
    InvalidValue,
    Language,
    NameDisplay,
    Owner,
    Part,
    Policy,
    Recruiter,
    School,
    ShownForm,
    load_form,
    view_for,
)
from resume_visibility.model import CampusBasics, Document, Email, PersonName, PhoneNumber, Relative, Remarks
from resume_visibility.model.building import fields_of
from resume_visibility.model.own import FORM_GOVERNING
from resume_visibility.model.parts import PARTS_OF
from resume_visibility.policy import V2023_04, Readings
from resume_visibility.policy.clauses import Clause
from resume_visibility.policy.decisions import Decision, Grant, Item
from resume_visibility.policy.facts import Facts
from resume_visibility.projection import forms

PATH = Path(__file__).parents[2] / "examples" / "data" / "campus-form.json"
FORM = load_form(PATH.read_bytes())
NAMED = attrs.evolve(FORM, settings=attrs.evolve(FORM.settings, name_display=NameDisplay.REAL))
AT = datetime(2026, 4, 1, tzinfo=UTC)
LAST = datetime.max.replace(tzinfo=UTC)
SCHOOL = School(id="south-example-university", signed_in=True, verified=True)
OWNER = Owner(candidate=FORM.candidate)
RECRUITER = Recruiter(
    id="u-1", company=Company(name="珠江", id=FORM.company), signed_in=True, verified=FULLY_VERIFIED
)


def saying(text: str, **basics: Any) -> CampusForm:
    """The example with this self-assessment, of somebody who shows the real name."""
    return attrs.evolve(
        NAMED, remarks=Remarks(self_assessment=text), basics=attrs.evolve(FORM.basics, **basics)
    )


def assessment(viewer: School | Owner | Recruiter, form: CampusForm, policy: Policy = POLICY_2023_04) -> str:
    """The self-assessment as this viewer sees it."""
    view = view_for(viewer, form, at=AT, policy=policy)
    assert view is not None
    assert view.sections.remarks is not None
    assert view.sections.remarks.self_assessment is not None
    return view.sections.remarks.self_assessment


def withholding(*parts: Part) -> Policy:
    """A policy that shows everybody everything but these parts."""

    def decide(facts: Facts, readings: Readings) -> Decision:
        shown = PARTS_OF[Document.FORM] - set(parts)
        items: list[Item] = [*sorted(shown, key=attrgetter("value")), Action.VIEW]
        return Grant(
            document=Document.FORM,
            parts=shown,
            channels=frozenset(),
            actions=frozenset({Action.VIEW}),
            given=tuple((item, (Clause.CAMPUS_1,)) for item in items),
            refused=(),
        )

    return Policy("test", ruleset=attrs.evolve(V2023_04, version="test", decide=decide))


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("联系 13600138111", "联系 [电话已隐藏]"),
        ("写信到 tutor@example.org", "写信到 [邮箱已隐藏]"),
        ("身份证 11010519491231002X", "身份证 [证件号已隐藏]"),
        ("我的手机 13800139526", "我的手机 [电话已隐藏]"),
        ("编码138啊0013啊9526", "编码[电话已隐藏]"),
        ("写信给 linjiayi at example com", "写信给 [邮箱已隐藏]"),
        ("紧急时打 1-3-9-0-0-1-3-8-8-7-7", "紧急时打 [电话已隐藏]"),
        ("叔叔林 国 梁在贵行", "叔叔[姓名已隐藏]在贵行"),
        ("叔叔林国[姓名已隐藏]梁在贵行", "叔叔[姓名已隐藏]在贵行"),
        ("叔叔林国林国梁梁在贵行", "叔叔[姓名已隐藏]在贵行"),
        ("没有什么", "没有什么"),
    ],
)
def test_CONTACT_2_the_school_gets_no_typed_details(typed: str, seen: str) -> None:
    """Details typed into a text, whoever's they are, are the company's and the owner's alone, and so are other people's names."""
    assert assessment(SCHOOL, saying(typed)) == seen
    assert assessment(RECRUITER, saying(typed)) == assessment(OWNER, saying(typed)) == typed


@pytest.mark.parametrize(
    ("part", "address"),
    [
        (Part.MOBILE, "13800139526@139.com"),
        (Part.EMERGENCY_PHONE, "13900138877@139.com"),
        (Part.NATIONAL_ID, "11010519491231002X@example.com"),
        (Part.FAMILY, "chen.guodong@example.com"),
    ],
)
def test_CAMPUS_2_an_address_shows_nothing_that_is_withheld(part: Part, address: str) -> None:
    """PHONE-1, CAMPUS-2: under a policy that shows the address, one that holds a withheld number or name is left out, and any other is
    shown.
    """
    contact = attrs.evolve(FORM.basics.contact, email=Email(address))
    form = saying("没有什么", contact=contact)
    form = attrs.evolve(form, family=(Relative(name="Chen Guodong"),))
    for policy, shown in ((withholding(part), None), (withholding(Part.RELATIVES), contact.email)):
        view = view_for(SCHOOL, form, at=AT, policy=policy)
        assert view is not None
        assert view.sections.email == shown


def test_the_language_of_the_marks_is_the_viewers() -> None:
    """Marks are in the viewer's language."""
    english = attrs.evolve(SCHOOL, language=Language.EN)
    assert (
        assessment(english, saying("父亲林国栋，电话 13600138111"))
        == "父亲[name withheld]，电话 [phone withheld]"
    )


def test_CONTACT_2_a_policy_names_further_accounts_for_forms() -> None:
    """A kind of account that the policy names is taken out of what the school sees, and views of policies do not mix."""
    form = saying("青鸟坐标：qwzxab12 欢迎来访")
    named = Policy("named", accounts=("青鸟坐标",))
    assert "qwzxab12" not in assessment(SCHOOL, form, named)
    assert assessment(SCHOOL, form, Policy("named", accounts=("别的号",))) != assessment(SCHOOL, form, named)


@pytest.mark.parametrize(
    ("part", "typed", "seen"),
    [
        (Part.NAME, "我是林嘉怡", "我是[姓名已隐藏]"),
        (Part.ENGLISH_NAME, "call me Joy Lin", "call me [姓名已隐藏]"),
        (Part.EMERGENCY_NAME, "父亲林国栋", "父亲[姓名已隐藏]"),
        (Part.FAMILY, "母亲钟慧", "母亲[姓名已隐藏]"),
        (Part.RELATIVES, "叔叔林国梁", "叔叔[姓名已隐藏]"),
        (Part.MOBILE, "打 138 0013 9526", "打 [电话已隐藏]"),
        (Part.LANDLINE, "打 020-3999-0000", "打 [电话已隐藏]"),
        (Part.EMERGENCY_PHONE, "打 13900138877", "打 [电话已隐藏]"),
        (Part.EMAIL, "写 linjiayi@example.com", "写 [邮箱已隐藏]"),
        (Part.POSTAL_ADDRESS, "家住大学城外环东路某号6栋502", "家住[联系方式已隐藏]"),
    ],
)
def test_what_any_policy_withholds_is_taken_out_of_text(part: Part, typed: str, seen: str) -> None:
    """Whatever part a policy withholds, a name, number or address in it is found in no text that it shows."""
    form = saying(typed)
    view = view_for(OWNER, form, at=AT, policy=withholding(part))
    assert view is not None
    assert assessment(OWNER, form, withholding(part)) == seen
    assert not getattr(view.sections, part.value)


@pytest.mark.parametrize("part", [Part.MOBILE, Part.LANDLINE, Part.EMERGENCY_PHONE])
def test_a_number_that_is_granted_is_shown_as_it_is(part: Part) -> None:
    """Of the numbers of a form, those that a policy shows are shown whole, whichever it withholds."""
    view = view_for(OWNER, FORM, at=AT, policy=withholding(part))
    assert view is not None
    numbers = {
        Part.MOBILE: FORM.basics.contact.mobile,
        Part.LANDLINE: FORM.basics.contact.landline,
        Part.EMERGENCY_PHONE: FORM.basics.emergency_phone,
    }
    for one, number in numbers.items():
        assert getattr(view.sections, one.value) == (None if one is part else number)


def test_what_is_missing_withholds_nothing() -> None:
    """A form without the optional parts is shown all the same, by every policy."""
    basics = {"emergency_name": None, "emergency_phone": None, "photo": None}
    contact = attrs.evolve(FORM.basics.contact, landline=None, postal_address=None)
    form = saying("没有什么", contact=contact, **basics)
    form = attrs.evolve(form, relatives=None, family=(Relative(relation="父亲"),), talk=None)
    for policy in (POLICY_2023_04, withholding(*PARTS_OF[Document.FORM]), withholding(Part.LANDLINE)):
        view = view_for(RECRUITER, form, at=AT, policy=policy)
        assert view is not None
        assert view.sections.landline is None
    empty = withholding(*PARTS_OF[Document.FORM])
    assert view_for(RECRUITER, form, at=AT, policy=empty) == view_for(RECRUITER, FORM, at=AT, policy=empty)


def test_a_name_that_holds_another_is_shown_whole() -> None:
    """张三丰 keeps his name in the school's view though his father 张三 is not shown."""
    form = attrs.evolve(
        NAMED,
        basics=attrs.evolve(FORM.basics, name=PersonName("张三丰"), emergency_name="张三"),
        remarks=Remarks(self_assessment="张三的儿子"),
    )
    view = view_for(SCHOOL, form, at=AT)
    assert view is not None
    assert view.sections.name == "张三丰"
    assert assessment(SCHOOL, form) == "[姓名已隐藏]的儿子"


def test_a_number_too_short_to_be_recognised_is_not_taken_out() -> None:
    """An emergency number of few digits does not make every year of a text a telephone number."""
    form = saying("2023 年获奖，见 8522023", emergency_phone=PhoneNumber("+8522023"))
    assert assessment(SCHOOL, form).startswith("2023 年获奖，见 [电话已隐藏]")


@pytest.mark.parametrize("viewer", [OWNER, RECRUITER, SCHOOL])
def test_NAME_2_a_form_view_is_fresh_for_two_hours(viewer: Owner | Recruiter | School) -> None:
    """A view is fresh for two hours from its instant, in UTC, and in the last two hours of time until their end."""
    beijing = AT.astimezone(timezone(timedelta(hours=8)))
    for at in (AT, beijing):
        view = view_for(viewer, FORM, at=at)
        assert view is not None
        assert view.fresh_until == AT + timedelta(hours=2)
        assert view.fresh_until.tzinfo is UTC
    view = view_for(viewer, FORM, at=LAST)
    assert view is not None
    assert view.fresh_until == LAST


def test_without_an_instant_it_is_now() -> None:
    """Unless given, the instant is now."""
    view = view_for(OWNER, FORM)
    assert view is not None
    assert timedelta(hours=1) < view.fresh_until - datetime.now(UTC) <= timedelta(hours=2)
    with pytest.raises(InvalidValue, match="time zone"):
        view_for(OWNER, FORM, at=datetime(2026, 4, 1))


def test_a_view_is_a_quiet_value() -> None:
    """A view is frozen, hashable, equal to another of the same, survives copy and pickle, and its repr shows no data."""
    view, again = view_for(SCHOOL, FORM, at=AT), view_for(SCHOOL, attrs.evolve(FORM), at=AT)
    assert isinstance(view, FormView)
    assert view == again == copy.deepcopy(view) == pickle.loads(pickle.dumps(view))
    assert hash(view) == hash(again)
    assert repr(view) == (
        "<FormView to view, policy 2023-04, may view; withheld: email, emergency_name, emergency_phone, english_name, "
        "family, landline, messenger, mobile, name, national_id, photo, postal_address, relatives>"
    )
    assert (
        repr(view_for(OWNER, FORM, at=AT))
        == "<FormView to view, policy 2023-04, may export, view; withheld: nothing>"
    )
    assert repr(view.sections) == "<ShownForm>" or "object at" in repr(view.sections)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        view.id = "other"  # type: ignore[misc]  # what must be refused


def test_every_part_is_a_section_or_typed() -> None:
    """Every part has its field in a view, and every field its part."""
    elsewhere = {Part.DISPLAY_NAME.value, Part.MESSENGER.value, Part.NATIONAL_ID.value}
    sections = {name for name, _ in fields_of(ShownForm)}
    assert sections | elsewhere == {part.value for part in PARTS_OF[Document.FORM]}
    assert not sections & elsewhere


# As if the field stood in the class itself, from which none may derive.
with patch.object(CampusForm, "__attrs_init_subclass__", lambda: None):

    @attrs.frozen(kw_only=True, repr=False)
    class _MoreForm(CampusForm):
        hobbies: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class _MoreBasics(CampusBasics):
    nickname: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class _MoreShown(ShownForm):
    hobbies: str | None = None


_PART = "give it a Part of its name in model/parts.py"


@pytest.mark.parametrize(
    ("name", "cls", "complaint"),
    [
        (
            "CampusForm",
            _MoreForm,
            f"hobbies is not classified: {_PART}, and a field of ShownForm in projection/form_view.py; or",
        ),
        ("CampusBasics", _MoreBasics, f"nickname is not classified: {_PART}, and a field of ShownForm in"),
        (
            "ShownForm",
            _MoreShown,
            f"hobbies is not classified: {_PART}, and a field of CampusForm in model/campus.py; or",
        ),
        (
            "FORM_GOVERNING",
            FORM_GOVERNING | {"gone"},
            "gone is not classified: remove it from what governs, in model/own.py",
        ),
        (
            "FORM_GOVERNING",
            FORM_GOVERNING - {"company"},
            f"company is not classified: {_PART}, and a field of ShownForm in",
        ),
    ],
)
def test_LAW_5_an_unclassified_field_of_a_form_stops_the_import(
    monkeypatch: pytest.MonkeyPatch, name: str, cls: Any, complaint: str
) -> None:
    """A field that nobody classified stops the import, with the files in which something has to be said of it."""
    monkeypatch.setattr(forms, name, cls)
    with pytest.raises(TypeError, match=complaint):
        forms._classify_sections()


def test_LAW_5_a_section_declared_otherwise_stops_the_import(monkeypatch: pytest.MonkeyPatch) -> None:
    """A section of the view is of the type that the model says."""

    @attrs.frozen(kw_only=True, repr=False)
    class Wrong(ShownForm):
        photo: int | None = None  # type: ignore[assignment]  # what must be refused

    monkeypatch.setattr(forms, "ShownForm", Wrong)
    with pytest.raises(TypeError, match=r"Wrong\.photo is declared other than in the model"):
        forms._classify_sections()


def test_NAME_4_the_longer_of_two_names_is_taken_out_whole() -> None:
    """Of two people withheld, of whom one's name begins the other's, nothing of the longer one is left."""
    family = (Relative(name="林国"), Relative(name="林国栋"))
    form = attrs.evolve(saying("父亲林国栋，叔叔林国，"), family=family)
    for people in (family, family[::-1]):
        assert assessment(SCHOOL, attrs.evolve(form, family=people)) == "父亲[姓名已隐藏]，叔叔[姓名已隐藏]，"


def test_LAW_1_a_mark_does_not_show_who_is_called_as_a_part_of_the_english_name() -> None:
    """The candidate's English name, which is granted, stays whole, whatever a relative is called."""
    form = saying("I am Joyce Lin, ", english_name="Joyce Lin")
    for name in ("Joyce", "Otto"):
        assert assessment(SCHOOL, attrs.evolve(form, family=(Relative(name=name),))) == "I am Joyce Lin, "


@pytest.mark.parametrize("field", ["actions", "withheld", "action"])
def test_the_representation_of_a_view_built_by_hand_never_fails(field: str) -> None:
    """A logger asks for it, whatever is in the view; it shows nothing of that."""
    view = view_for(OWNER, FORM, at=AT)
    assert view is not None
    wrong: dict[str, Any] = {field: None}
    assert repr(attrs.evolve(view, **wrong)) == "<FormView with fields that view_for does not give>"
