"""Says how long the receiver of a view may keep it, in the terms of HTTP (RFC 9111)."""

from datetime import datetime, timedelta

from ..model.arguments import expect
from ..model.instants import instant
from ..model.rechecking import checked
from ..policy.ruleset import MAX_FRESH_TIME
from .form_view import FormView
from .view import ResumeView


def cache_control(view: ResumeView | FormView | datetime | None, *, at: datetime | None = None) -> str:
    """Make the `Cache-Control` header of an answer: only its viewer may keep a view, until it is no longer fresh (NAME-2).

    If nothing is shown, nothing is kept, whatever the reason (LAW-3).

    Args:
        view: from `view_for`; or its `fresh_until`, where a cache keeps the bytes of the view beside that instant.
        at: the instant of the answer, aware; now, unless given.

    Returns:
        `private, max-age=…, must-revalidate`, with the whole seconds left at `at`; `no-store` if none are left, or there is no
        view.

    Raises:
        TypeError: `view` is no view and no datetime.
        InvalidValue: `at`, or the datetime in the place of the view, has no time zone, or a field of the view is of a wrong type.
    """
    if view is None:
        return "no-store"
    now = instant(at)
    if isinstance(view, datetime):
        time_left = instant(view, "view") - now
    else:
        expect("view", view, ResumeView, FormView, datetime)
        time_left = checked(view, lambda one: one.fresh_until - now)
    # No longer than any view, whatever the clock of the service says.
    seconds = min(time_left, MAX_FRESH_TIME) // timedelta(seconds=1)
    return f"private, max-age={seconds}, must-revalidate" if seconds > 0 else "no-store"
