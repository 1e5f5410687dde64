"""Which fields a view has to search for secrets, and which enter as they are."""

import pytest

from resume_visibility import Language
from resume_visibility.model import Gender, Id, MobileNumber, YearMonth
from resume_visibility.projection.numbers import number_writings
from resume_visibility.projection.projectors import projector_of
from resume_visibility.projection.redactor import Findings, Redactor
from resume_visibility.text import CONTACTS, Kind, Known, Names, suspects


def redactor_of(*numbers: MobileNumber) -> Redactor:
    """What hides every contact detail, and these numbers."""
    known = Known(numbers=tuple(one for number in numbers for one in number_writings(number, Kind.PHONE)))
    return Redactor(findings=Findings(lambda: known, ()), hidden=CONTACTS, language=Language.ZH)


@pytest.mark.parametrize("annotation", [Gender, tuple[Gender, ...], Gender | None, int, YearMonth, Id])
def test_what_cannot_hold_text_enters_as_it_is(annotation: object) -> None:
    """A field that no person can write text into is shared with the view, alone, optional or in a tuple."""
    assert projector_of(annotation) is None


@pytest.mark.parametrize("annotation", [str, tuple[str, ...], str | None])
def test_what_can_hold_text_is_searched(annotation: object) -> None:
    """A field of text is searched, alone, optional or in a tuple."""
    assert projector_of(annotation) is not None


def test_a_number_given_one_piece_an_item_is_found() -> None:
    """CONTACT-2: a list of short texts is read as one, too, since a number can be spread over its items."""
    redactor = redactor_of(MobileNumber("+8613912345678"))
    project = projector_of(tuple[str, ...])
    assert project is not None
    spread, plain = ("上海", "139", "1234", "5678"), ("上海", "杭州")
    assert "1234" not in "".join(project(redactor, spread))
    assert project(redactor, plain) is plain


def test_an_address_given_one_piece_an_item_is_found() -> None:
    """CONTACT-2: so is an address, of which no item is one."""
    project = projector_of(tuple[str, ...])
    assert project is not None
    left = "".join(project(redactor_of(), ("lena.vasquez", "@", "example.com")))
    assert ("lena" in left, "example" in left) == (False, False)


@pytest.mark.parametrize(
    ("name", "text"), [("김철수", "김 철수"), ("สมชาย", "สมชาย"), ("😀", "😀"), ("张三丰", "张 三 丰")]
)
def test_a_text_with_nothing_but_the_name_is_looked_at(name: str, text: str) -> None:
    """NAME-4: in any script, beside texts of which no contact detail could be made."""
    assert text in suspects(["没有什么", text], Known(names=Names((name,))))
