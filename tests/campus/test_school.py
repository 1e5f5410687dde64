"""What a student's own school is shown of what was handed in at an online talk: forms and online resumes (CAMPUS-2)."""

from datetime import datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import attrs
import pytest

import people
from agreed import explain, view_for
from each import each
from pace import some_of
from people import AT, DAY
from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    CampusForm,
    Company,
    CompanyBlock,
    FormView,
    Language,
    NameDisplay,
    Part,
    Recruiter,
    Resume,
    ResumeView,
    School,
    Visibility,
    dump_view,
    load_form,
    view_to_dict,
)
from resume_visibility.model import (
    Account,
    Application,
    Delivery,
    Document,
    Gender,
    OnlineTalk,
    PostalAddress,
    Remarks,
)
from resume_visibility.model.parts import PARTS_OF
from resume_visibility.policy import Clause
from resume_visibility.testing import Case
from resume_visibility.testing.bare import bare_twin
from work import calls_of

SCHOOL = School(id="fudan", signed_in=True, verified=True)
OTHER = attrs.evolve(SCHOOL, id="north-example-university")
HANDED = AT - DAY
TALK = OnlineTalk(school="fudan", delivery=Delivery(at=HANDED, position="管理培训生"), school_requires=True)
SENT = Application(company="acme", at=HANDED, attachments=frozenset({"file-1"}), talk=TALK)
RESUME = people.resume(
    applications=(SENT,),
    virtual_numbers=(people.line("one"),),
    strengths="张三丰，13912345678，微信 sanfeng88",
)
EXAMPLE = load_form((Path(__file__).parents[2] / "examples" / "data" / "campus-form.json").read_bytes())
FORM = attrs.evolve(EXAMPLE, handed_in=HANDED, talk=TALK)

CONTACT = {Part.MOBILE, Part.EMAIL, Part.MESSENGER, Part.NATIONAL_ID}
NOT_OF_RESUME = CONTACT | {
    Part.AVATAR,
    Part.HOMEPAGE,
    Part.VIRTUAL_NUMBER,
    Part.ATTACHMENTS,
    Part.VIDEO,
    Part.IP_REGION,
}
OF_OTHERS = {Part.FAMILY, Part.RELATIVES, Part.EMERGENCY_NAME, Part.EMERGENCY_PHONE}
NOT_OF_FORM = CONTACT | OF_OTHERS | {Part.PHOTO, Part.LANDLINE, Part.POSTAL_ADDRESS}


def of_resume(resume: Resume = RESUME, school: School = SCHOOL, at: datetime = AT) -> ResumeView | None:
    """What the school is shown of a resume."""
    return view_for(school, resume, at=at)


def of_form(form: CampusForm = FORM, school: School = SCHOOL, at: datetime = AT) -> FormView | None:
    """What the school is shown of a form."""
    return view_for(school, form, at=at)


def called(form: CampusForm, display: NameDisplay) -> CampusForm:
    """The form of somebody who chose how to be called."""
    return attrs.evolve(form, settings=attrs.evolve(form.settings, name_display=display))


def test_CAMPUS_2_of_a_resume_the_school_is_shown_display_name_sections_and_delivery() -> None:
    """No contact, no file, no picture, no region: whatever the resume has of them."""
    view = of_resume()
    assert view is not None
    assert view.withheld == NOT_OF_RESUME
    assert view.actions == {Action.VIEW}
    assert not view.contact.channels
    assert (view.contact.mobile, view.contact.email, view.contact.virtual_number) == (None, None, None)
    assert (view.sections.avatar, view.sections.attachments, view.sections.video) == (None, (), None)
    assert view.sections.delivery == (TALK.delivery,)
    assert view.sections.work == RESUME.work


def test_CAMPUS_2_of_a_form_the_school_is_shown_display_name_sections_and_delivery() -> None:
    """No contact, no other people's data, no photo."""
    view = of_form(called(FORM, NameDisplay.REAL))
    assert view is not None
    assert view.withheld == NOT_OF_FORM
    assert view.actions == {Action.VIEW}
    assert view.sections.delivery == TALK.delivery
    assert (view.display_name, view.sections.name, view.sections.english_name) == (
        "林嘉怡",
        "林嘉怡",
        "Joy Lin",
    )
    assert view.sections.education == FORM.education


@pytest.mark.parametrize(
    ("gender", "chinese", "english"),
    [
        (Gender.FEMALE, "林女士", "Ms. Lin"),
        (Gender.MALE, "林先生", "Mr. Lin"),
        (Gender.UNKNOWN, "林先生/女士", "Mr./Ms. Lin"),
    ],
)
def test_NAME_1_the_school_is_shown_the_honorific_of_a_form(
    gender: Gender, chinese: str, english: str
) -> None:
    """With the honorific on, the school reads it in its language, and neither the name nor the English name."""
    profile = attrs.evolve(FORM.basics.profile, gender=gender)
    form = attrs.evolve(FORM, basics=attrs.evolve(FORM.basics, profile=profile))
    for language, expected in ((Language.ZH, chinese), (Language.EN, english)):
        view = of_form(called(form, NameDisplay.HONORIFIC), attrs.evolve(SCHOOL, language=language))
        assert view is not None
        assert view.display_name == expected
        assert (view.sections.name, view.sections.english_name) == (None, None)
        assert {Part.NAME, Part.ENGLISH_NAME} <= view.withheld
        assert "林嘉怡" not in dump_view(view).decode()
        assert "Joy Lin" not in dump_view(view).decode()


def test_NAME_1_the_school_is_shown_the_honorific_of_a_resume() -> None:
    """The name is neither the display name nor in a text."""
    view = of_resume(people.with_settings(RESUME, name_display=NameDisplay.HONORIFIC))
    assert view is not None
    assert view.display_name == "张先生"
    assert view.sections.strengths == "[姓名已隐藏]，[电话已隐藏]，微信 [社交账号已隐藏]"


def test_CAMPUS_1_the_company_is_shown_the_real_name_of_a_form() -> None:
    """The honorific holds for the school alone: the company is shown the form whole."""
    company = Recruiter(
        id="u", company=Company(id=FORM.company, name="珠江"), signed_in=True, verified=FULLY_VERIFIED
    )
    view = view_for(company, called(FORM, NameDisplay.HONORIFIC), at=AT)
    assert view is not None
    assert (view.display_name, view.sections.name) == ("林嘉怡", "林嘉怡")
    assert view.withheld == frozenset()


@pytest.mark.parametrize(
    "school",
    [
        OTHER,
        attrs.evolve(SCHOOL, signed_in=False),
        attrs.evolve(SCHOOL, verified=False),
        *(attrs.evolve(SCHOOL, action=action) for action in Action if action is not Action.VIEW),
    ],
)
def test_CAMPUS_2_to_nobody_else(school: School) -> None:
    """Another school, one that is not signed in or not verified, and any action but viewing get nothing."""
    assert of_resume(school=school) is None
    assert of_form(school=school) is None


NOT_REQUIRED = attrs.evolve(TALK, school_requires=False)


@pytest.mark.parametrize(
    ("sent", "form"),
    [
        (attrs.evolve(SENT, talk=None), attrs.evolve(FORM, talk=None)),
        (attrs.evolve(SENT, talk=NOT_REQUIRED), attrs.evolve(FORM, talk=NOT_REQUIRED)),
        (
            attrs.evolve(SENT, at=AT + timedelta(seconds=1)),
            attrs.evolve(FORM, handed_in=AT + timedelta(seconds=1)),
        ),
        (attrs.evolve(SENT, withdrawn=AT), attrs.evolve(FORM, withdrawn=AT)),
    ],
    ids=["not at a talk", "not required", "not yet", "withdrawn"],
)
def test_CAMPUS_2_only_where_the_school_requires_what_was_handed_in(
    sent: Application, form: CampusForm
) -> None:
    """Not without a talk, nor where the school does not require it, nor before, nor once it was withdrawn (APPLY-8)."""
    assert of_resume(attrs.evolve(RESUME, applications=(sent,))) is None
    assert of_form(form) is None


def test_APPLY_8_the_school_is_shown_it_until_it_is_withdrawn() -> None:
    """A view of what is withdrawn later is fresh until then."""
    end = AT + timedelta(minutes=30)
    resume_view = of_resume(attrs.evolve(RESUME, applications=(attrs.evolve(SENT, withdrawn=end),)))
    form_view = of_form(attrs.evolve(FORM, withdrawn=end))
    assert resume_view is not None
    assert form_view is not None
    assert resume_view.fresh_until == form_view.fresh_until == end


@pytest.mark.parametrize("visibility", Visibility)
def test_CAMPUS_2_whatever_the_visibility(visibility: Visibility) -> None:
    """The four modes do not govern what was handed in at a talk; the gates do (GATE-1)."""
    chosen = people.with_settings(RESUME, visibility=visibility)
    assert of_resume(chosen) is not None
    assert of_resume(people.with_settings(chosen, resume_permission=False)) is None


def test_BLOCK_1_a_block_of_the_company_closes_nothing_to_the_school() -> None:
    """A block is of a company; the school is none."""
    blocks = (CompanyBlock(company="acme", at=AT),)
    assert of_resume(people.with_settings(RESUME, blocks=blocks)) is not None


def test_CAMPUS_2_the_delivery_says_no_withheld_name_or_number() -> None:
    """The position of a record is text like any other (CONTACT-2, NAME-4)."""
    delivery = Delivery(at=HANDED, position="管培生，张三丰 13912345678")
    resume = attrs.evolve(
        people.with_settings(RESUME, name_display=NameDisplay.HONORIFIC),
        applications=(attrs.evolve(SENT, talk=attrs.evolve(TALK, delivery=delivery)),),
    )
    view = of_resume(resume)
    assert view is not None
    assert [one.position for one in view.sections.delivery] == ["管培生，[姓名已隐藏] [电话已隐藏]"]


@pytest.mark.parametrize("document", Document)
def test_CAMPUS_2_a_decision_of_the_school_cites_it(document: Document) -> None:
    """What is granted is granted by CAMPUS-2; what is withheld names the clause that would have had to give it."""
    asked: Resume | CampusForm = RESUME if document is Document.RESUME else FORM
    explanation = explain(SCHOOL, asked, at=AT)
    assert explanation.clauses == (Clause.CAMPUS_2,)
    given = {ruling.item: ruling.clauses for ruling in explanation.rulings if ruling.given}
    parts = {item: clauses for item, clauses in given.items() if isinstance(item, Part)}
    assert set(parts.values()) <= {(Clause.CAMPUS_2,), (Clause.NAME_1,)}
    assert PARTS_OF[document] - parts.keys() == {
        ruling.item for ruling in explanation.rulings if not ruling.given and isinstance(ruling.item, Part)
    }


def test_CAMPUS_2_the_json_of_a_view_for_the_school() -> None:
    """The JSON has the display name, the action and the delivery, and no key of what is withheld."""
    view = of_form()
    assert view is not None
    plain = view_to_dict(view)
    assert (plain["display_name"], plain["action"]) == ("林女士", "view")
    assert plain["sections"]["delivery"] == {"at": "2026-05-31T12:00:00Z", "position": "管理培训生"}
    assert not plain["sections"].keys() & {part.value for part in view.withheld}


HOME = PostalAddress(address="上海市徐汇区漕溪北路398号2501室", postcode="200030")
ABROAD = PostalAddress(address="398 Caoxi North Road (Block B), Flat 2501, Shanghai", postcode="SW1A 1AA")
IN_MARCH = PostalAddress(address="上海", postcode="201203")

PLAZA = PostalAddress(address="浙江省杭州市西湖区文三路478号华星时代广场B座1203室")
YARD = PostalAddress(address="北京市海淀区中关村大街1号院2号楼3单元401")
DORMITORY, ESTATE = PostalAddress(address="东北大学3舍512"), PostalAddress(address="上海市幸福小区3栋502")
ROOM = PostalAddress(address="Room 301, Building 5, Phase 2, Sunshine Garden, Pudong")
STREET = PostalAddress(address="No. 88, Zhongshan Road, Huangpu District, Shanghai")


def said_to_school(text: str, home: PostalAddress | None) -> str | None:
    """What the school reads of a self-assessment, where this is the postal address."""
    contact = attrs.evolve(FORM.basics.contact, postal_address=home)
    basics = attrs.evolve(FORM.basics, contact=contact)
    view = of_form(attrs.evolve(FORM, basics=basics, remarks=Remarks(self_assessment=text)))
    assert view is not None
    assert view.sections.remarks is not None
    return view.sections.remarks.self_assessment


GONE = "[联系方式已隐藏]"


@pytest.mark.parametrize(
    ("home", "text", "expected"),
    [
        (HOME, "来信请寄上海市徐汇区漕溪北路398号2501室，邮编200030。", f"来信请寄{GONE}，邮编{GONE}。"),
        (HOME, "家住漕溪北路398号", f"家住{GONE}"),
        (HOME, "家住徐汇区 漕溪北路３９８号", f"家住{GONE}"),
        (HOME, "家住漕溪北路&#51;98号", f"家住{GONE}"),
        (HOME, "邮编二〇〇〇三〇，或2 0 0 0 3 0", f"邮编{GONE}，或{GONE}"),
        (HOME, "家住漕溪北路398，近地铁", f"家住{GONE}，近地铁"),
        (HOME, "漕溪北路398家里", f"{GONE}家里"),
        (HOME, "（漕溪北路398）号称，漕溪北路三百九十八 三年", f"（{GONE}）号称，{GONE} 三年"),
        (HOME, "家住漕溪北路三九八号，即漕溪北路三百九十八号", f"家住{GONE}，即{GONE}"),
        (HOME, "家住漕溪北路叁玖捌号2501", f"家住{GONE}"),
        (HOME, "家住漕溪北路\n第398号", f"家住{GONE}"),
        (HOME, "家住漕溪北路#398，即398号漕溪北路", f"家住{GONE}，即{GONE}"),
        (HOME, "住徐汇漕溪北路398[姓名已隐藏]号", f"住徐汇{GONE}"),
        (PLAZA, "家住文三路478号华星时代广场B座1203室。", f"家住{GONE}。"),
        (PLAZA, "华星时代广场B1203，即华星时代广场1203", f"{GONE}，即{GONE}"),
        (PLAZA, "文三路478 B座1203", GONE),
        (PLAZA, "西湖区文三路四百七十八号", GONE),
        (YARD, "中关村大街一号院2号楼，即中关村大街1号院2号楼3单元401", f"{GONE}，即{GONE}"),
        (DORMITORY, "住东北大学三舍512，即东北大学3舍", f"住{GONE}，即{GONE}"),
        (ESTATE, "幸福小区3栋502", GONE),
        (ROOM, "Room 301, Building 5; building 5 / phase 2", f"{GONE}; {GONE}"),
        (ROOM, "Phase 2 Sunshine Garden", GONE),
        (PostalAddress(address="Broadway 2712"), "2712 Broadway", GONE),
        *(
            (PostalAddress(address=one), f"at {one}", f"at {GONE}")
            for one in ("12 Church Street", "7 High St", "9 Oak Drive NW", "Goethestr. 7", "Storgatan 4")
        ),
        *(
            (PostalAddress(address=one), f"住{one}", f"住{GONE}")
            for one in ("ул. Ленина, д. 5", "Невский проспект, 28", "Οδός Ερμού 12", "1-2-3 Ginza")
        ),
        *(
            (
                PostalAddress(address="上海", postcode=code),
                f"at {code}, {code.replace(' ', '')}",
                f"at {GONE}, {GONE}",
            )
            for code in ("1012 AB", "d02 af30", "SW1A 1AA", "K1A 0B1")
        ),
        (PostalAddress(address="外滩18号"), "住外滩18号", f"住{GONE}"),
        (PostalAddress(address="北京大学第三医院家属院南院"), "住北京大学第三医院 家属院南院", f"住{GONE}"),
        (PostalAddress(address="东京都新宿区西新宿2-8-1"), "东京都新宿区西新宿2-8-1附近", f"{GONE}附近"),
        (PostalAddress(address="东四十条甲22"), "住东四十条甲22附近", f"住{GONE}附近"),
        (PostalAddress(address="幸福里小区6栋1单元402"), "住6栋1单元402", f"住{GONE}"),
        (
            PostalAddress(address="Rose Cottage, Church Lane, Little Whinging, Surrey"),
            "Rose Cottage, Church Lane, Little Whinging, Surrey",
            GONE,
        ),
        (PostalAddress(address="5, Baker Street"), "at 5, Baker Street", f"at {GONE}"),
        (
            PostalAddress(address="中山路12号", postcode="94105"),
            "12号中山路附近，94105 in town",
            f"{GONE}附近，{GONE} in town",
        ),
        (PostalAddress(address="上海", postcode="SE-111 22"), "SE-111 22, 11122", f"SE-{GONE}, {GONE}"),
        (STREET, "at 88 Zhongshan Road, or Zhongshan Road No. 88", f"at {GONE}, or {GONE}"),
        (ABROAD, "Write to 398 Caoxi North Road, sw1a 1aa.", f"Write to {GONE}, {GONE}."),
        (IN_MARCH, "邮编201203，2012.03入学", f"邮编{GONE}，2012.03入学"),
    ],
)
def test_CAMPUS_2_the_postal_address_is_in_no_text(home: PostalAddress, text: str, expected: str) -> None:
    """The school reads neither the address, nor its street and number, nor the postcode, however they are written."""
    assert said_to_school(text, home) == expected


TOWNS = (
    ("浙江省", "杭州市", "西湖区"),
    ("四川省", "凉山彝族自治州", "西昌市"),
    ("苏州市", "苏州工业园区"),
    ("浙江省", "宁波", "五常街道", "骆家庄社区"),
)
STREETS = ("文三路478号", "航天大道一段78号", "县前街15号", "市民街8号")


@each(
    ("before", "sign", "towns", "street", "more"),
    some_of(
        [
            *product(
                ("", "收件地址：", "310012 ", "中国"),
                ("", " ", "，", ", ", "-", "·"),
                TOWNS,
                STREETS,
                ("", "（近西溪）"),
            )
        ],
        5,
    ),
)
def test_CAMPUS_2_a_street_begins_wherever_a_division_ends(
    before: str, sign: str, towns: tuple[str, ...], street: str, more: str
) -> None:
    """Whatever stands before the street, and parts the divisions from each other."""
    home = PostalAddress(address=before + sign.join((*towns, more + street)))
    assert said_to_school(f"家住{street}", home) == f"家住{GONE}"
    assert said_to_school(f"家住{street}附近", home) == f"家住{GONE}附近"


@pytest.mark.parametrize("sign", [" ", "*", "★", "-"])
@pytest.mark.parametrize(
    "address",
    [
        "合肥市蜀山区黄山路四百四十三号",
        "杭州市西湖区文三路478号华星广场B座1203室",
        "文化路97号院5号楼2单元301",
    ],
)
def test_CAMPUS_2_an_address_that_is_spelled_out_is_found_whole(address: str, sign: str) -> None:
    """With a sign between its characters, the numerals and what they number are read as well."""
    assert said_to_school(f"住{sign.join(address)}。", PostalAddress(address=address)) == f"住{GONE}。"


@pytest.mark.parametrize("sign", [".", ". ", "、", "，", "：", ") ", " - ", "\n"])
def test_CAMPUS_2_the_number_of_a_line_is_not_that_of_the_street_behind_it(sign: str) -> None:
    """LAW-1: a sign parts the two."""
    baker = PostalAddress(address="5 Baker Street, London")
    for text, home in (
        (f"排名第1{sign}人民路小学支教", PostalAddress(address="人民路1号")),
        (f"项目88{sign}建国路", PostalAddress(address="建国路88号")),
        (f"5{sign}Baker Street Boys", baker),
    ):
        assert said_to_school(text, home) == text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("100000", "服务100000用户"),
        ("100000", "日活 100000"),
        ("10001", "处理 10001 条"),
        ("10001", "handled 10001 rows"),
        ("310012", "营收¥310012"),
        ("310012", "310012+ 人"),
    ],
)
def test_CAMPUS_2_an_amount_is_no_postcode(code: str, text: str) -> None:
    """LAW-1: a round one, or one that counts something, where neither a word nor a town says what it is."""
    assert said_to_school(text, PostalAddress(address="北京市海淀区", postcode=code)) == text
    for before in ("邮编", "Post Code ", "北京，"):
        found = said_to_school(f"{before}{code}", PostalAddress(address="北京市海淀区", postcode=code))
        assert found == f"{before}{GONE}"


@pytest.mark.parametrize(
    ("home", "text"),
    [
        (HOME, "上海市徐汇区人，学号12000301"),
        (HOME, "住3号楼"),
        (IN_MARCH, "来自上海"),
        (HOME, "漕溪北路，漕溪北路39800人，漕溪北路398米，3漕溪北路，9398号漕溪北路"),
        (HOME, "邮编030002"),
        (PLAZA, "在华星时代广场工作，1203室，B座1203室"),
        (PostalAddress(address="上海市徐汇区5号"), "徐汇区5号线"),
        (DORMITORY, "东北大学3年，东北大学512人，东北大学3月入学，东北大学30名"),
        (ROOM, "Phase 2 clinical trial in Building 5, next to Room 301"),
        (PostalAddress(address="Room 301"), "Room 301"),
        (PostalAddress(address="上海", postcode="1012 AB"), "1012 abroad, 21012 AB"),
        (PostalAddress(address="12 The Street"), "12 on the street"),
        (PostalAddress(address="1st Floor"), "1st floor"),
        (PostalAddress(address="12 Church Street"), "12 churches, 112 Church Street, Church Street"),
        *(
            (PostalAddress(address=one), f"in {one}")
            for one in ("San Francisco, CA, USA", "University of California, Berkeley")
        ),
        *((PostalAddress(address=one), one) for one in ("Zhejiang University", "华中科技大学同济医学院")),
        (PostalAddress(address="幸福里小区6栋1单元402"), "61402，6-1-402，6栋1402"),
        (PostalAddress(address="上海市黄浦区中山路12号"), "2012.12 中山路、中山路12家店、12 中山路小学"),
        (PostalAddress(address="东四十条甲22号"), "东四十条甲22家"),
        (PostalAddress(address="外滩18号"), "外滩18人，外滩，三楼18号"),
        (PostalAddress(address="Unit 5, 3rd Floor"), "on the 3rd floor"),
        (PostalAddress(address="复旦大学"), "复旦大学2026届"),
        (PostalAddress(address="复旦大学3号楼", postcode="1234"), "复旦大学2026届，1234"),
        (None, "漕溪北路398号，200030"),
    ],
)
def test_CAMPUS_2_a_town_or_a_school_is_no_postal_address(home: PostalAddress | None, text: str) -> None:
    """What a postal address shares with other texts stays: the town, the school, the number of a house alone."""
    assert said_to_school(text, home) == text


@pytest.mark.parametrize(
    "address", ["区1" * 9_999, "a1," * 6_000, "1(" * 9_000, "号1号" * 6_000, "一" * 19_000]
)
def test_LAW_6_a_postal_address_costs_no_more_the_longer_it_is(address: str) -> None:
    """Of an address that somebody made up, its beginning is looked for, and a few of its pieces."""

    def work(one: str) -> int:
        return calls_of(lambda: said_to_school("来信请寄 a1 区1", PostalAddress(address=one)))

    assert work(address) < 2 * work(address[:1000])


def test_CAMPUS_2_a_text_that_is_encoded_over_and_over_is_withheld_whole() -> None:
    """Nobody decodes it so often, to look for an address or for anything else."""
    shown = said_to_school("家住漕溪北路%" + "25" * 9 + "33398号", HOME)
    assert shown is not None
    assert "漕溪" not in shown


def test_CAMPUS_1_the_company_reads_the_postal_address_in_texts() -> None:
    """The company is shown the address, so nothing is taken out of its texts."""
    text = "来信请寄广州市番禺区大学城外环东路某号 6 栋 502，邮编510006"
    company = Recruiter(
        id="u", company=Company(id=FORM.company, name="珠江"), signed_in=True, verified=FULLY_VERIFIED
    )
    view = view_for(company, attrs.evolve(FORM, remarks=Remarks(self_assessment=text)), at=AT)
    assert view is not None
    assert view.sections.remarks == Remarks(self_assessment=text)


@pytest.mark.parametrize("viewer", [OTHER, people.recruiter], ids=["school", "recruiter"])
@pytest.mark.parametrize("asked", [RESUME, FORM], ids=["resume", "form"])
def test_CAMPUS_2_a_bare_twin_keeps_the_talk_where_it_decides(
    asked: Resume | CampusForm, viewer: School | Recruiter
) -> None:
    """For the laws: what a viewer is not shown is gone, but to a school the talk says whose student it is."""
    whole: Any = attrs.evolve(asked, account=Account.CLOSED)
    question: Case[Any] = Case(viewer=viewer, document=whole, other=whole, at=AT)
    bare = bare_twin(question, whole)
    talks = [bare.talk] if isinstance(bare, CampusForm) else [one.talk for one in bare.applications]
    assert talks == [TALK if isinstance(viewer, School) else None]
