"""How long an answer may be kept."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from people import AT, form, owner, recruiter, resume, stranger
from resume_visibility import (
    InvalidValue,
    cache_control,
    view_for,
)

SECOND = timedelta(seconds=1)
END = AT + timedelta(hours=2)


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (AT, "private, max-age=7200, must-revalidate"),
        (AT + timedelta(microseconds=1), "private, max-age=7199, must-revalidate"),
        (END - SECOND, "private, max-age=1, must-revalidate"),
        (END - SECOND / 2, "no-store"),
        (END, "no-store"),
        (END + SECOND, "no-store"),
    ],
)
def test_NAME_2_a_view_may_be_kept_until_it_is_no_longer_fresh(at: datetime, expected: str) -> None:
    """By its viewer alone, for the whole seconds that are left, and not at all where none is left."""
    for view in (view_for(owner, resume(), at=AT), view_for(owner, form(), at=AT)):
        assert view is not None
        assert cache_control(view, at=at) == expected
        assert cache_control(view.fresh_until, at=at) == expected


def test_NAME_2_no_view_is_kept_for_longer_than_two_hours() -> None:
    """A clock that is behind makes it no longer."""
    view = view_for(owner, resume(), at=AT)
    for kept in (view, END):
        assert cache_control(kept, at=AT - timedelta(days=1)) == "private, max-age=7200, must-revalidate"


def test_LAW_3_what_is_not_shown_is_not_kept() -> None:
    """Whatever the reason and whenever, nothing is kept of an answer without a view."""
    assert cache_control(None) == cache_control(None, at=AT) == "no-store"


def test_without_an_instant_it_is_now() -> None:
    """An answer that is sent at once needs no instant."""
    view = view_for(stranger, resume())
    assert cache_control(view) in {f"private, max-age={left}, must-revalidate" for left in range(7100, 7200)}


def test_what_is_no_view_is_a_mistake() -> None:
    """A resume has no end of freshness, and an instant without its zone is none."""
    whole: Any = resume()
    with pytest.raises(
        TypeError, match="expected view to be a ResumeView, a FormView or a datetime, got Resume"
    ):
        cache_control(whole)
    with pytest.raises(InvalidValue):
        cache_control(view_for(recruiter, whole, at=AT), at=datetime(2026, 7, 1))
    with pytest.raises(InvalidValue, match="view: expected an instant with its time zone"):
        cache_control(datetime(2026, 7, 1))
