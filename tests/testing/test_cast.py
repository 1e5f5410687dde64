"""How the strategies draw several choices at once."""

import pytest

from resume_visibility.testing.cast import at_once


def test_choices_that_would_be_drawn_with_an_unequal_chance_are_refused() -> None:
    """Hypothesis draws evenly from 256 at most."""
    at_once(range(16), range(16))
    with pytest.raises(ValueError, match="expected at most 256 choices at once, got 272"):
        at_once(range(16), range(17))
