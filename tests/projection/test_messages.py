"""What a candidate wrote outside the resume is redacted as the resume is (CONTACT-2, PHONE-1, NAME-4)."""

from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pace import examples
from people import AT, applied, form, line, owner, recruiter, resume, stranger, visitor, with_settings
from resume_visibility import (
    CampusForm,
    InvalidValue,
    Language,
    NameDisplay,
    Resume,
    Viewer,
    text_for,
    view_for,
)
from resume_visibility.model.building import MOST_CHARACTERS
from resume_visibility.model.campus_sections import Remarks
from resume_visibility.testing import Case, cases, form_cases
from samples import CANARIES, found_in

DETAILS = (
    "138 0013 8000",
    "一三九一二三四五六七八",
    "zhang_88",
    "微信",
    "张三丰",
    "尾号5678",
    "邮箱 lin＠example.com",
    "5678，",
    "020-99990000",
    "\n",
)
TEXTS = st.lists(st.sampled_from(DETAILS), max_size=6).map("，".join) | st.text(max_size=60)


def is_text(text: str) -> bool:
    """Whether a resume may hold a text."""
    return bool(text.strip()) and "\0" not in text and not any("\ud800" <= char <= "\udfff" for char in text)


@settings(max_examples=examples(60))
@given(cases(), form_cases(), st.data())
def test_CONTACT_2_a_message_is_redacted_as_a_text_of_the_resume(
    case: Case[Resume], of_form: Case[CampusForm], data: st.DataObject
) -> None:
    """CONTACT-2: a viewer reads of a message what they would read if it stood in the resume, where that text is shown."""
    typed = [one for one in (case.document.strengths, case.document.highlights) if one]
    text = data.draw(st.sampled_from([*typed, "你好"]) | TEXTS.filter(is_text))
    view = view_for(case.viewer, attrs.evolve(case.document, strengths=text), at=case.at)
    message = text_for(case.viewer, case.document, text, at=case.at)
    assert (message is None) is (view is None)
    if view is not None and view.sections.strengths is not None:
        assert message == view.sections.strengths
    remarks = attrs.evolve(of_form.document, remarks=Remarks(self_assessment=text))
    form_seen = view_for(of_form.viewer, remarks, at=of_form.at)
    message = text_for(of_form.viewer, of_form.document, text, at=of_form.at)
    assert (message is None) is (form_seen is None)
    if form_seen is not None and form_seen.sections.remarks is not None:
        assert message == form_seen.sections.remarks.self_assessment


@pytest.mark.parametrize(
    ("viewer", "shown"),
    [
        (stranger, "我是[姓名已隐藏]，电话[电话已隐藏]，微信[社交账号已隐藏]"),
        (
            attrs.evolve(stranger, language=Language.EN),
            "我是[name withheld]，电话[phone withheld]，微信[account withheld]",
        ),
        (owner, "我是张三丰，电话一三九一二三四五六七八，微信zhang_88"),
        (visitor, None),
    ],
)
def test_LAW_3_a_message_follows_the_grant(viewer: Viewer, shown: str | None) -> None:
    """LAW-3: what the viewer is not granted is hidden in the viewer's language; whoever is not shown the resume reads nothing."""
    honorific = with_settings(resume(), name_display=NameDisplay.HONORIFIC)
    assert text_for(viewer, honorific, "我是张三丰，电话一三九一二三四五六七八，微信zhang_88", at=AT) == shown


def test_APPLY_1_a_company_applied_to_reads_the_number() -> None:
    """APPLY-1: the real number is shown in the resume, and so it is in a message."""
    sent = resume(applications=(applied,))
    assert text_for(recruiter, sent, "我的电话 13912345678", at=AT) == "我的电话 13912345678"


@pytest.mark.parametrize("viewer", [stranger, recruiter, owner])
def test_PHONE_2_virtual_numbers_in_a_message_are_those_in_the_resume(viewer: Viewer) -> None:
    """PHONE-2: the number to dial is shown where a text of the resume shows it, and no other."""
    bound = resume(applications=(applied,), virtual_numbers=(line("a"), line("b", "acme")))
    text = "，".join(f"打 {one.number.e164} 转 {one.number.extension}" for one in bound.virtual_numbers)
    view = view_for(viewer, attrs.evolve(bound, strengths=text), at=AT)
    assert view is not None
    assert text_for(viewer, bound, text, at=AT) == view.sections.strengths


def test_LAW_7_a_message_is_not_kept() -> None:
    """LAW-7: nothing of a message stays with the resume, however many there are."""
    asked: Any = resume()
    view_for(stranger, asked, at=AT)
    weight = asked.memo._weight
    for number in range(50):
        assert text_for(stranger, asked, f"第 {number} 条：电话 13912345678", at=AT) is not None
    assert asked.memo._weight == weight


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_a_message_without_a_word_stays(text: str) -> None:
    """A blank message is shown as it is: there is nothing in it."""
    assert text_for(stranger, resume(), text, at=AT) == text
    assert text_for(visitor, form(), text, at=AT) is None


class Marked(str):
    """A text as a template has it, with an answer of its own."""

    __slots__ = ()

    def strip(self, chars: str | None = None, /) -> str:
        """Nothing is left."""
        return ""


@pytest.mark.parametrize("asked", [resume(), form()], ids=["resume", "form"])
def test_a_text_of_a_subclass_is_what_it_says(asked: Any) -> None:
    """Texts of templates are of subclasses of `str`: they are redacted, and come back as plain ones."""
    assert text_for(stranger, resume(), Marked("电话 13912345678"), at=AT) == "电话 [电话已隐藏]"
    assert type(text_for(recruiter, asked, Marked("你好"), at=AT)) is str


def test_LAW_6_a_blank_message_of_any_length_is_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """LAW-6: a blank may be longer than any text of a resume; nothing is looked for in it."""
    from resume_visibility.projection import messages

    monkeypatch.setattr(messages, "Redactor", None)
    text = "\u3000" * (MOST_CHARACTERS + 1)
    assert text_for(stranger, resume(), text, at=AT) is text


@pytest.mark.parametrize("text", [CANARIES[0] * MOST_CHARACTERS, f"{CANARIES[0]}\0", f"{CANARIES[0]}\ud800"])
def test_LAW_7_what_no_resume_could_hold_is_refused(text: str) -> None:
    """A text of any length would take any time. Neither the error nor what can be reached from it has the message."""
    with pytest.raises(InvalidValue) as caught:
        text_for(stranger, resume(), text, at=AT)
    assert caught.value.subject == "text"
    assert found_in(caught.value) == []
