"""Virtual numbers and extensions in text: whoever is shown one of them is shown no other (PHONE-2)."""

from datetime import timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import people
from filled import there
from odd_texts import texts_of
from people import AT, DAY
from resume_visibility import Owner, Part, Recipient, Resume, Viewer, view_for, view_to_dict
from resume_visibility.model import Consent, PhoneNumber, VirtualNumber

READER = Recipient(id="partner", purpose="course")
TRUNK = "+862155667788"


def bind_number(name: str, number: PhoneNumber, company: str | None = None, **changes: Any) -> VirtualNumber:
    """A virtual number that works now."""
    return attrs.evolve(people.line(name, company), number=number, **changes)


def resume_granting(text: str, *bindings: VirtualNumber, parts: frozenset[Part] = frozenset()) -> Resume:
    """A resume with that text, whose real number is granted to a company, and to the reader the parts of a consent."""
    consent = Consent(
        recipient="partner",
        recipient_name="某培训学校",
        recipient_contact="某街一号",
        purpose="course",
        method="接口",
        parts=parts,
        begins=AT - DAY,
        ends=AT + DAY,
    )
    work = attrs.evolve(people.resume().work[0], description=text)
    return people.resume(
        work=(work,),
        virtual_numbers=bindings,
        applications=(people.applied,),
        consents=(consent,) if parts else (),
    )


def shown_description(resume: Resume, viewer: Viewer = people.recruiter) -> str:
    """The description as this viewer sees it."""
    view = view_for(viewer, attrs.evolve(resume), at=AT)
    assert view is not None
    return there(view.sections.work[0].description)


OTHER = bind_number("other", PhoneNumber("+8617012345678"), "globex")


def assert_gone(shown: str) -> None:
    """No digit is left, of whichever number, and the rest is."""
    assert shown.startswith("号码")
    assert shown.endswith("[电话已隐藏]。")
    assert not any(map(str.isdigit, shown))


WRITTEN = [
    "17012345678",
    "+86 170 1234 5678",
    "一七零一二三四五六七八",
    "170-1234-5678",
    "%3170123\u200b45678",
    "\\u17012345678",
]


@pytest.mark.parametrize("text", WRITTEN)
def test_PHONE_2_a_number_bound_to_another_company(text: str) -> None:
    """The company that sees the real number does not read another company's virtual number in the text."""
    assert_gone(shown_description(resume_granting(f"号码{text}。", OTHER)))


@pytest.mark.parametrize("text", WRITTEN)
def test_SHARE_1_a_consent_that_names_the_mobile_number_alone(text: str) -> None:
    """It names no virtual number, and so none is read in the work that it names as well."""
    for number in (OTHER, attrs.evolve(OTHER, company=None)):
        named = resume_granting(f"号码{text}。", number, parts=frozenset({Part.MOBILE, Part.WORK}))
        assert_gone(shown_description(named, READER))


def test_PHONE_2_the_number_that_is_shown_stays() -> None:
    """The binding that fits is shown, and so it may stand in the text; it is withheld from whom it does not fit."""
    own = bind_number("own", PhoneNumber("+8617099998888"), "acme")
    resume = resume_granting("打17099998888或17012345678", own, OTHER)
    assert shown_description(resume) == "打17099998888或[电话已隐藏]"
    assert shown_description(resume, people.owner) == "打17099998888或17012345678"


@pytest.mark.parametrize(
    "changes",
    [
        {"valid_from": AT - 2 * DAY, "valid_until": AT},
        {"valid_from": AT + timedelta(seconds=1)},
    ],
)
def test_PHONE_2_a_number_that_does_not_work_now(changes: dict[str, Any]) -> None:
    """A binding that is over, or is to come, is shown to nobody, and so it is in no text."""
    own = bind_number("own", PhoneNumber("+8617099998888"), "acme", **changes)
    assert shown_description(resume_granting("打17099998888", own)) == "打[电话已隐藏]"


SHARED = (
    bind_number("own", PhoneNumber(TRUNK, "0111"), "acme"),
    bind_number("other", PhoneNumber(TRUNK, "0222"), "globex"),
)


@pytest.mark.parametrize(
    "text",
    [
        "021-55667788转0222",
        "021-55667788 ext. 0222",
        "+86 21 5566 7788，分机号：0 2 2 2。",
        "转0222，021-55667788",
        "分机0222，总机(021)55667788",
        "55667788转0222",
    ],
)
def test_PHONE_2_another_extension_of_the_number_that_is_shown(text: str) -> None:
    """Where the viewer is shown a number with one extension, the same number with another is withheld."""
    shown = shown_description(resume_granting(text, *SHARED))
    assert "[电话已隐藏]" in shown
    assert "222" not in shown.replace(" ", "")


@pytest.mark.parametrize("text", ["021-55667788转0111", "021-55667788"])
def test_PHONE_2_the_number_that_is_shown_stays_with_its_extension(text: str) -> None:
    """It stays as it is written, though others share it."""
    assert shown_description(resume_granting(text, *SHARED)) == text


@pytest.mark.parametrize(
    "text",
    [
        "{}转0222",
        "{} 转 0222",
        "{}（分机0222）",
        "{} ext.0222",
        "{} x0222",
        "{}#0222",
        "{}转接：0222",
        "{}转零二二二",
    ],
)
@pytest.mark.parametrize("number", ["021-55667788", "13800004321", people.NUMBER])
def test_PHONE_2_no_extension_stays_behind_the_mark(text: str, number: str) -> None:
    """Number and extension are inseparable, whosever number it is."""
    work = attrs.evolve(people.resume().work[0], description=text.format(number) + "，谢谢")
    assert (
        shown_description(people.resume(work=(work,)), people.stranger).rstrip("）") == "[电话已隐藏]，谢谢"
    )


@given(
    st.integers(0, 9999),
    st.integers(10**7, 10**8 - 1),
    st.sampled_from(["{n}转{e}", "{n} ext {e}", "{n}-{e}", "{n}，{e}", "{e}，{n}", "打{n}，再拨{e}", "{n}"]),
    st.sampled_from(["021{}", "+8621{}", "(021) {}", "0086-21-{}", "{}"]),
)
def test_PHONE_2_a_withheld_number_goes_with_its_extension(
    extension: int, local: int, text: str, written: str
) -> None:
    """In whatever way it is written, neither the number nor the extension beside it is left."""
    number = PhoneNumber(f"+8621{local}", f"{extension:04}")
    typed = text.format(n=written.format(local), e=number.extension)
    shown = shown_description(resume_granting(f"电话：{typed}。", bind_number("other", number, "globex")))
    assert str(local) not in shown
    assert str(number.extension) not in shown


def test_OWNER_1_the_owner_sees_every_virtual_number() -> None:
    """Those bound to a company too, and those that do not work now; nobody else sees the list."""
    bindings = (
        people.line("a"),
        people.line("b", "acme"),
        people.line("c", "globex", starts=DAY, ends=2 * DAY),
    )
    resume = people.resume(virtual_numbers=bindings, applications=(people.applied,))
    view = view_for(people.owner, resume, at=AT)
    assert view is not None
    assert view.contact.virtual_numbers == bindings
    assert view_to_dict(view)["contact"]["virtual_numbers"][1]["company"] == "acme"
    for viewer in (people.recruiter, people.stranger, people.headhunter):
        other = view_for(viewer, resume, at=AT)
        assert other is not None
        assert other.contact.virtual_numbers == ()
        held = set(texts_of(other))
        assert all(one.id not in held for one in bindings)


def test_OWNER_1_nothing_is_withheld_from_the_owner() -> None:
    """The owner's view says that nothing is withheld, and that is so: whatever the mode."""
    resume = people.resume(virtual_numbers=(people.line("b", "acme"),))
    view = view_for(Owner(candidate="c-1"), resume, at=AT)
    assert view is not None
    assert view.withheld == frozenset()
    assert "withheld: nothing" in repr(view)
    assert view.contact.virtual_numbers == resume.virtual_numbers
