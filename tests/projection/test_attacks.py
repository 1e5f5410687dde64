"""Ways around the promise that somebody once found, each closed."""

import json
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import attrs
import pytest

from people import AT, DAY, HOME, NUMBER, OPEN, resume, stranger, with_contact
from resume_visibility import (
    Company,
    InvalidResume,
    InvalidValue,
    KeywordBlock,
    NameDisplay,
    Part,
    Policy,
    Recipient,
    Resume,
    School,
    Visibility,
    load_form,
    load_resume,
    view_for,
)
from resume_visibility.model import (
    Consent,
    Email,
    MobileNumber,
    PersonName,
    PhoneNumber,
    PortfolioLink,
    Url,
    VirtualNumber,
)
from resume_visibility.model.campus_sections import Relative, Remarks
from resume_visibility.policy import Readings

CHAT_ONLY = attrs.evolve(OPEN, name_display=NameDisplay.HONORIFIC, visibility=Visibility.CHAT_ONLY)
HONORIFIC = attrs.evolve(OPEN, name_display=NameDisplay.HONORIFIC)
FORM = load_form((Path(__file__).parents[2] / "examples/data/campus-form.json").read_bytes())
SCHOOL = School(id="south-example-university", signed_in=True, verified=True)
HANDED_IN_AT = datetime(2026, 4, 1, tzinfo=UTC)


def rename_candidate(whole: Resume, full: str) -> Resume:
    """The same resume of somebody else."""
    return attrs.evolve(whole, basics=attrs.evolve(whole.basics, name=PersonName(full)))


def shown_strengths(whole: Resume) -> str | None:
    """What a stranger reads of it."""
    view = view_for(stranger, whole, at=AT)
    assert view is not None
    return view.sections.strengths


def test_LAW_1_an_address_made_of_the_name_is_found_whole() -> None:
    """LAW-1: the name is taken out after the contacts, so that no half of an address is left."""
    texts = set()
    for domain in ("aaa.com", "bbb.com"):
        address = f"lena.vasquez@{domain}"
        whole = rename_candidate(resume(settings=CHAT_ONLY, strengths="write " + address), "Lena Vasquez")
        texts.add(shown_strengths(with_contact(whole, email=Email(address))))
    assert len(texts) == 1
    assert "zhang_88" not in str(
        shown_strengths(
            rename_candidate(resume(settings=CHAT_ONLY, strengths="加我 Wei Xin: zhang_88"), "Wei Xin")
        )
    )


def test_LAW_1_a_mark_does_not_give_away_the_name_of_a_relative() -> None:
    """LAW-1: where a withheld name is a part of the granted one, the granted one stays."""
    texts = set()
    for father in ("张三", "李四"):
        basics = attrs.evolve(FORM.basics, name=PersonName("张三丰"))
        remarks = Remarks(self_assessment="我是张三丰，")
        form = attrs.evolve(
            FORM,
            basics=basics,
            family=(Relative(name=father),),
            remarks=remarks,
            settings=attrs.evolve(FORM.settings, name_display=NameDisplay.REAL),
        )
        view = view_for(SCHOOL, form, at=HANDED_IN_AT)
        assert view is not None
        assert view.sections.remarks is not None
        texts.add(view.sections.remarks.self_assessment)
    assert texts == {"我是张三丰，"}


def test_CONTACT_1_the_homepage_is_withheld_in_text_and_links_too() -> None:
    """CONTACT-1: a withheld homepage is shown neither in text nor as a work."""
    link = PortfolioLink(link=Url(HOME))
    view = view_for(stranger, resume(settings=CHAT_ONLY, strengths="主页 " + HOME, portfolio=(link,)), at=AT)
    assert view is not None
    assert Part.HOMEPAGE in view.withheld
    assert view.sections.strengths == "主页 https://[主页已隐藏]"
    assert view.sections.portfolio == ()


def test_CAMPUS_2_an_address_made_of_the_emergency_number_is_withheld() -> None:
    """CAMPUS-2: an e-mail address does not give the emergency number away, where a platform shows it to the school."""
    contact = attrs.evolve(FORM.basics.contact, email=Email("13900139000@139.com"))
    basics = attrs.evolve(FORM.basics, emergency_phone=PhoneNumber("+8613900139000"), contact=contact)
    shows_contact = Policy("contact", readings=Readings(school_gets_no_contact=False))
    emails = []
    for form in (FORM, attrs.evolve(FORM, basics=basics)):
        view = view_for(SCHOOL, form, at=HANDED_IN_AT, policy=shows_contact)
        assert view is not None
        emails.append(view.sections.email)
    assert emails == [FORM.basics.contact.email, None]


def test_NAME_4_a_compatibility_ideograph_is_the_letter_it_stands_for() -> None:
    """NAME-4: a name written with U+F9E1 is found where text writes 李."""
    assert (
        shown_strengths(rename_candidate(resume(settings=HONORIFIC, strengths="我是李小龙"), "\uf9e1小龙"))
        == "我是[姓名已隐藏]"
    )


def test_SHARE_1_a_consent_ends_by_the_instant_and_not_by_the_clock_on_the_wall() -> None:
    """SHARE-1: where clocks go back, a withdrawal at half past one holds an hour before the second half past one."""
    zone = ZoneInfo("America/New_York")
    consent = Consent(
        recipient="x",
        recipient_name="n",
        recipient_contact="c",
        purpose="p",
        method="m",
        parts=frozenset({Part.MOBILE}),
        begins=datetime(2026, 11, 1, tzinfo=zone),
        ends=datetime(2026, 11, 1, 1, 15, tzinfo=zone, fold=1),
        withdrawn=datetime(2026, 11, 1, 1, 30, tzinfo=zone),
    )
    asked = Recipient(id="x", purpose="p")
    assert view_for(asked, resume(consents=(consent,)), at=datetime(2026, 11, 1, 5, 50, tzinfo=UTC)) is None


@pytest.mark.parametrize(
    "number",
    [
        PhoneNumber("+1" + NUMBER),
        PhoneNumber("+86" + NUMBER[::-1]),
        PhoneNumber("+86" + NUMBER[:7], extension=NUMBER[7:]),
        PhoneNumber("+86" + NUMBER[:3:-1], extension=NUMBER[3::-1]),
    ],
    ids=["abroad", "backwards", "extension", "backwards with its extension"],
)
def test_PHONE_3_no_virtual_number_reads_as_the_real_one(number: PhoneNumber) -> None:
    """PHONE-3: the digits of the real number are refused in a virtual one, whatever the country and the direction."""
    line = VirtualNumber(id="v", candidate="c-1", number=number, valid_from=AT - DAY, valid_until=AT + DAY)
    with pytest.raises(InvalidValue, match="other than the candidate's own"):
        resume(virtual_numbers=(line,))


def test_LAW_6_a_virtual_number_may_hold_few_digits_by_chance() -> None:
    """LAW-6: a number that has few digits at home is looked for with its country code, as it is in ids: Greenland's have six."""
    line = VirtualNumber(
        id="v",
        candidate="c-1",
        number=PhoneNumber("+8617022123456"),
        valid_from=AT - DAY,
        valid_until=AT + DAY,
    )
    own = MobileNumber("+299221234")
    assert with_contact(resume(virtual_numbers=(line,)), mobile=own).basics.contact.mobile == own


@pytest.mark.parametrize("name", ["Acme  Corp", "Acme\tCorp", "AcmeCorp", "Ac\u2800me Corp"])
def test_BLOCK_2_blanks_in_a_name_do_not_get_around_a_block(name: str) -> None:
    """BLOCK-2: a company is found by the letters of its names, whatever blanks are in it."""
    settings = attrs.evolve(OPEN, blocks=(KeywordBlock(keyword="Acme Corp", at=AT),))
    viewer = attrs.evolve(stranger, company=Company(id="q", name="某某", aliases=(name,)))
    assert view_for(viewer, resume(settings=settings), at=AT) is None


def test_NAME_3_a_blank_that_counts_as_a_letter_makes_no_name_longer() -> None:
    """NAME-3: a surname that is the name but for a filler is refused."""
    with pytest.raises(InvalidValue):
        PersonName("张三丰\u3164", surname="张三丰")


def test_LAW_6_names_keywords_and_lines_are_bounded() -> None:
    """LAW-6: what would be compared with everything has a length, and more is refused."""
    for build in (
        lambda: PersonName("哈" * 101),
        lambda: KeywordBlock(keyword="哈" * 101, at=AT),
    ):
        with pytest.raises(InvalidValue, match="at most 100"):
            build()
    line = VirtualNumber(
        id="v", candidate="c-1", number=PhoneNumber("+8695013000000"), valid_from=AT, valid_until=AT + DAY
    )
    lines = tuple(attrs.evolve(line, id=f"v{i}", company=f"c{i}") for i in range(201))
    with pytest.raises(InvalidValue, match="at most 200"):
        resume(virtual_numbers=lines)


def test_LAW_7_the_text_of_an_error_stays_short() -> None:
    """LAW-7: an error lists a hundred problems and counts the rest; `problems` holds them all."""
    with pytest.raises(InvalidResume) as caught:
        load_resume(json.dumps({"applications": [0] * 500}))
    assert len(caught.value.problems) > 500
    assert len(str(caught.value).splitlines()) == 102


def test_PHONE_1_a_number_of_seven_digits_is_long_enough() -> None:
    """PHONE-1: the shortest mobile numbers there are, such as Iceland's, are taken out by their digits at home."""
    whole = with_contact(
        resume(settings=CHAT_ONLY, strengths="电话 6111234"), mobile=MobileNumber("+3546111234")
    )
    assert "6111234" not in str(shown_strengths(whole))
    around = resume(settings=CHAT_ONLY, strengths="编号AB6111234X")
    assert "6111234" not in str(shown_strengths(with_contact(around, mobile=MobileNumber("+3546111234"))))


def test_PHONE_1_fewer_digits_than_a_number_has_stay_in_text() -> None:
    """PHONE-1: what is left of a number without its country is looked for where it is long enough not to be taken for another."""
    whole = resume(settings=CHAT_ONLY, strengths="编号 611234")
    assert shown_strengths(with_contact(whole, mobile=MobileNumber("+290611234"))) == "编号 611234"
