"""How long whoever receives a view may keep it, in the words of HTTP (RFC 9111)."""

from datetime import datetime, timedelta

from ..model.arguments import expect
from ..model.instants import instant
from ..projection.form_view import FormView
from ..projection.view import ResumeView

_LONGEST = timedelta(hours=2)
"""For which any view may be kept (NAME-2), whatever the clock of the one who answers says."""


def cache_control(view: ResumeView | FormView | None, *, at: datetime | None = None) -> str:
    """The `Cache-Control` of an answer: its viewer alone may keep a view, until it is no longer fresh (NAME-2).

    Where nothing is shown, nothing is kept, for whatever reason it is not shown (LAW-3).

    Args:
        view: from `view_for`.
        at: the instant of the answer, aware; now, unless given.

    Returns:
        `private, max-age=…, must-revalidate`, in whole seconds that are left at `at`; where none is left, or there is no
        view, `no-store`.

    Raises:
        TypeError: `view` is no view.
        InvalidValue: `at` has no time zone.
    """
    if view is None:
        return "no-store"
    expect("view", view, ResumeView, FormView)
    left = min(view.fresh_until - instant(at), _LONGEST)
    seconds = left // timedelta(seconds=1)
    return f"private, max-age={seconds}, must-revalidate" if seconds > 0 else "no-store"
