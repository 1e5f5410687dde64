"""What the laws take for withheld follows the view: nothing that is shown, and everything else."""

import attrs
import pytest
from hypothesis import given

import people
from filled import number_of
from resume_visibility import CampusForm, Owner, Recruiter, Resume, School, SupportAgent, SupportCase, Visitor
from resume_visibility.model import (
    Delivery,
    OnlineTalk,
    PhoneNumber,
    PostalAddress,
    Relative,
    Relatives,
    Remarks,
)
from resume_visibility.testing import Case, check_noninterference, check_unreachable, forms, twin
from resume_visibility.testing.bare import bare_twin
from resume_visibility.testing.leaving import texts_in
from resume_visibility.testing.withheld import secrets
from shows import show

WHOLE = people.resume(applications=(people.applied,), virtual_numbers=(people.line("one"),))
OTHER = attrs.evolve(WHOLE, id="r-2")
COMPLAINT = SupportCase(id="case-1", opened=people.AT - people.DAY, complainant=WHOLE.candidate)


def case(viewer: Owner | Recruiter | SupportAgent | Visitor) -> Case[Resume]:
    return Case(viewer=viewer, document=WHOLE, at=people.AT, other=OTHER)


def test_of_the_owner_nothing_is_withheld() -> None:
    """The owner's case has no secret, and its twin is the resume itself."""
    mine = case(Owner(candidate=WHOLE.candidate))
    assert list(secrets(mine)) == []
    assert twin(mine) == WHOLE


@pytest.mark.parametrize(
    ("viewer", "withheld"),
    [
        (Visitor(), True),
        (people.recruiter, False),
        (SupportAgent(id="agent", case=COMPLAINT, signed_in=True), False),
    ],
)
def test_a_number_is_a_secret_where_it_is_withheld(
    viewer: Recruiter | SupportAgent | Visitor, withheld: bool
) -> None:
    """The number is among the secrets of who is not shown it, and of nobody else."""
    number = number_of(WHOLE).removeprefix("+86")
    assert (number in list(secrets(case(viewer)))) is withheld


@pytest.mark.parametrize(
    "secret",
    [
        *(people.NUMBER, people.NUMBER[-8:], people.MAIL, people.HOME, "张三丰"),
        *("avatar-1", "video-1", "file-1", "file-2", people.line("one").number.e164),
    ],
)
def test_LAW_2_whichever_value_of_a_resume_leaves_is_found(secret: str) -> None:
    """LAW-2 can fail: code that says one thing of a resume to a visitor gets caught, whatever it is."""
    with pytest.raises(AssertionError, match="can be reached"):
        check_unreachable(lambda *_: secret, case(Visitor()))


FORM = people.form(
    id="form-a",
    basics=attrs.evolve(
        people.form().basics,
        photo="photo-1",
        emergency_name="周五常",
        emergency_phone=PhoneNumber("+8613700137000"),
        contact=attrs.evolve(
            people.form().basics.contact,
            landline=PhoneNumber("+862155512345"),
            postal_address=PostalAddress(address="长安路七号", postcode="710061"),
        ),
    ),
    family=(Relative(name="吴六奇"),),
    relatives=Relatives(people=(Relative(name="郑七弦"),)),
)


@pytest.mark.parametrize(
    "secret",
    [
        *(people.NUMBER, people.MAIL, "张三丰", "photo-1", "+862155512345", "长安路七号", "710061"),
        *("周五常", "13700137000", "吴六奇", "郑七弦"),
    ],
)
def test_LAW_2_whichever_value_of_a_form_leaves_is_found(secret: str) -> None:
    """LAW-2 can fail of forms: names of other people and the postal address are withheld with the rest."""
    asked = Case(viewer=Visitor(), document=FORM, at=people.AT, other=attrs.evolve(FORM, id="form-b"))
    with pytest.raises(AssertionError, match="can be reached"):
        check_unreachable(lambda *_: secret, asked)


@pytest.mark.parametrize("emergency", ["周五常", None])
@pytest.mark.parametrize("typed", ["吴六奇", "长安路七号", "无人"])
def test_LAW_1_a_twin_lacks_whatever_no_shown_text_holds(typed: str, emergency: str | None) -> None:
    """A name of somebody else in a text that the school sees stays, that of the emergency contact for all; so does an address."""
    handed_in = attrs.evolve(
        FORM,
        basics=attrs.evolve(FORM.basics, emergency_name=emergency),
        remarks=Remarks(self_assessment=f"认识{typed}。"),
        talk=OnlineTalk(
            school="school-1", delivery=Delivery(at=people.AT, position="管培生"), school_requires=True
        ),
        handed_in=people.AT - people.DAY,
    )
    school = School(id="school-1", signed_in=True, verified=True)
    other = attrs.evolve(handed_in, id="form-b", family=(), relatives=None)
    asked = Case(viewer=school, document=handed_in, at=people.AT, other=other)
    check_noninterference(show, asked)
    bare = bare_twin(asked, handed_in)
    is_named = typed == "吴六奇"
    assert (bare.family == FORM.family) is (is_named and not emergency)
    assert bare.relatives is None
    assert (bare.basics.emergency_name is not None) is (is_named and emergency is not None)
    assert (bare.basics.contact.postal_address is not None) is (typed == "长安路七号")
    assert bare.basics.contact.mobile is None
    assert bare.basics.photo is None


@given(forms())
def test_no_two_numbers_of_a_form_end_alike(form: CampusForm) -> None:
    """The end of a withheld number is a secret; were it that of a number that is shown, a right service would break the laws."""
    mobile, other = form.basics.contact.mobile, form.basics.emergency_phone
    assert mobile is None or other is None or mobile.e164[-8:] != other.e164[-8:]


@pytest.mark.parametrize("text", ["{no JSON", "[1, 2", "plain words"])
def test_what_looks_like_json_and_is_none_is_a_text(text: str) -> None:
    """A text that begins as JSON does is read as the text that it is."""
    assert text in texts_in(text)
