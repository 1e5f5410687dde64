"""Which fields a view has to search for secrets, and which enter as they are."""

import pytest

from resume_visibility import Gender, Id, YearMonth
from resume_visibility.projection.text import projector_of


@pytest.mark.parametrize("annotation", [Gender, tuple[Gender, ...], Gender | None, int, YearMonth, Id])
def test_what_cannot_hold_text_enters_as_it_is(annotation: object) -> None:
    """A field that no person can write text into is shared with the view, alone, optional or in a tuple."""
    assert projector_of(annotation) is None


@pytest.mark.parametrize("annotation", [str, tuple[str, ...], str | None])
def test_what_can_hold_text_is_searched(annotation: object) -> None:
    """A field of text is searched, alone, optional or in a tuple."""
    assert projector_of(annotation) is not None
