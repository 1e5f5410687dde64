"""Which fields a view has to search for secrets, and which enter as they are."""

import pytest

from resume_visibility import Gender, Id, Language, MobileNumber, YearMonth
from resume_visibility.projection.contacts import ALL_DETAILS
from resume_visibility.projection.projectors import projector_of
from resume_visibility.projection.redactor import Redactor


@pytest.mark.parametrize("annotation", [Gender, tuple[Gender, ...], Gender | None, int, YearMonth, Id])
def test_what_cannot_hold_text_enters_as_it_is(annotation: object) -> None:
    """A field that no person can write text into is shared with the view, alone, optional or in a tuple."""
    assert projector_of(annotation) is None


@pytest.mark.parametrize("annotation", [str, tuple[str, ...], str | None])
def test_what_can_hold_text_is_searched(annotation: object) -> None:
    """A field of text is searched, alone, optional or in a tuple."""
    assert projector_of(annotation) is not None


def test_a_number_told_one_piece_an_item_is_found() -> None:
    """CONTACT-2: a list of short texts is read as one, too, since a number can be spread over its items."""
    redactor = Redactor(
        hidden=ALL_DETAILS,
        numbers=(MobileNumber("+8613912345678"),),
        emails=(),
        name=None,
        language=Language.ZH,
    )
    project = projector_of(tuple[str, ...])
    assert project is not None
    spread, plain = ("上海", "139", "1234", "5678"), ("上海", "杭州")
    assert "1234" not in "".join(project(spread, redactor))
    assert project(plain, redactor) is plain


def test_an_address_told_one_piece_an_item_is_found() -> None:
    """CONTACT-2: so is an address, of which no item is one."""
    redactor = Redactor(hidden=ALL_DETAILS, numbers=(), emails=(), name=None, language=Language.ZH)
    project = projector_of(tuple[str, ...])
    assert project is not None
    told = "".join(project(("lena.vasquez", "@", "example.com"), redactor))
    assert ("lena" in told, "example" in told) == (False, False)
