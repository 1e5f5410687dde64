"""Many resumes at once: rows of a list, and pages that give away nothing about resumes that are not shown."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, Generic, TypeAlias, TypeVar, cast, overload

import attrs

from ..model.arguments import expect, expect_each, expect_function, expect_int, expect_iterable, mistake
from ..model.campus import CampusForm
from ..model.instants import instant
from ..model.parts import Part
from ..model.resume import Resume
from ..model.shown import S
from ..model.viewers import Viewer
from ..policy.asking import Asker
from ..policy.decisions import Grant
from ..policy.table import DEFAULT_POLICY, VIEWERS, Policy
from ..projection.form_view import FormView
from ..projection.release import view_from
from ..projection.rows import Rows, UnfinishedRow
from ..projection.view import ResumeView

_T = TypeVar("_T")
View: TypeAlias = ResumeView[S] | FormView


@attrs.frozen
class Failed:
    """A resume of a list that raised an error: it is left out, and the others are shown (LAW-6).

    Args:
        position: its place among the given resumes, from 0.
        error: the kind of the error, by the name of its class; never its message.
    """

    position: int
    error: str


@overload
def views_for(
    viewer: Viewer,
    resumes: Iterable[Resume[S]],
    *,
    at: datetime | None = None,
    parts: Collection[Part] | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> Iterator[ResumeView[S] | Failed]: ...
@overload
def views_for(
    viewer: Viewer,
    resumes: Iterable[CampusForm],
    *,
    at: datetime | None = None,
    parts: Collection[Part] | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> Iterator[FormView | Failed]: ...
@overload
def views_for(
    viewer: Viewer,
    resumes: Iterable[Resume[S] | CampusForm],
    *,
    at: datetime | None = None,
    parts: Collection[Part] | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> Iterator[View[S] | Failed]: ...
def views_for(
    viewer: Viewer,
    resumes: Iterable[Resume[S] | CampusForm],
    *,
    at: datetime | None = None,
    parts: Collection[Part] | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> Iterator[View[S] | Failed]:
    """Show many resumes to one viewer: a view of each resume that is shown, in their order, one at a time (LAW-8).

    Nothing stands for a resume that is not shown. One that fails is reported, and stops nothing.

    Args:
        viewer: who asks, and what for: `Action.SEARCH` for a search.
        resumes: the resumes or forms; they are read only as far as views are taken. With `parts`, a list or tuple is read at most a few
            hundred ahead, because its texts are looked at together.
        at: the instant of all the views, aware, to the microsecond; the instant at which the first is asked for, unless given.
        parts: those that a row needs, for views that cost less. Each is as in the whole view. Other parts are not in the view, nor
            are fields of one's own that follow them. `withheld` states what the policy withholds, as in the whole view.
        policy: that decides.

    Returns:
        An iterator of views and failures.

    Raises:
        TypeError: `viewer` is no viewer, `policy` no policy, or one of `parts` no part.
        InvalidValue: `at` has no time zone.
    """
    if type(viewer) not in VIEWERS:
        raise mistake("viewer", "a Viewer", viewer)
    expect("policy", policy, Policy)
    expect_iterable("resumes", resumes, "a list of resumes or forms")
    only = None if parts is None else frozenset(expect_each("parts", parts, Part))
    return _views(viewer, resumes, None if at is None else instant(at), policy, only)


def _views(
    viewer: Viewer,
    resumes: Iterable[Resume[Any] | CampusForm],
    at: datetime | None,
    policy: Policy,
    only: frozenset[Part] | None,
) -> Iterator[View[Any] | Failed]:
    at = instant(at)
    if only is not None:
        yield from _rows(Rows(viewer, at, policy, only), resumes)
        return
    asker = Asker(viewer, at, policy)
    for position, resume in enumerate(resumes):
        try:
            case = asker.case(resume)
            view = (
                None
                if case is None
                else view_from(case, cast("Grant", case.decision), viewer, resume, policy)
            )
        except Exception as error:  # any error concerns one resume alone
            yield Failed(position, type(error).__name__)
        else:
            if view is not None:
                yield view


_FIRST, _MOST = 4, 256
"""So many resumes of a list are begun together, so that their texts can be looked at together. They are few at first, so that the
first row comes soon.
"""


def _rows(rows: Rows, resumes: Iterable[Resume[Any] | CampusForm]) -> Iterator[View[Any] | Failed]:
    start = 0
    for some in _together(resumes):
        made: list[View[Any] | UnfinishedRow | Failed] = []
        for position, resume in enumerate(some, start):
            try:
                one = rows.begin(position, resume)
            except Exception as error:  # any error concerns one resume alone
                made.append(Failed(position, type(error).__name__))
            else:
                if one is not None:
                    made.append(one)
        start += len(some)
        with suppress(Exception):  # the row that it concerns reports it
            rows.look_at([one for one in made if type(one) is UnfinishedRow])
        for row in made:
            if not isinstance(row, UnfinishedRow):
                yield row
                continue
            try:
                view = rows.finish(row)
            except Exception as error:  # any error concerns one resume alone
                yield Failed(row.position, type(error).__name__)
            else:
                yield view


def _together(resumes: Iterable[_T]) -> Iterator[Sequence[_T]]:
    """The resumes that are begun together: several of a list or tuple; one at a time of anything else, when it is asked for."""
    if not isinstance(resumes, (list, tuple)):
        yield from zip(resumes, strict=True)
        return
    start, size = 0, _FIRST
    while some := resumes[start : start + size]:
        yield some
        start, size = start + size, min(2 * size, _MOST)


@attrs.frozen
class Page(Generic[S]):
    """One page of a list. It states neither how many resumes there are nor how many are not shown.

    Args:
        views: at most as many as were asked for.
        following: the id of the last view, if at least one more is shown; pass it as `after` for the next page.
        failed: the resumes that failed, by their place among those that were fetched; for the service's log.
    """

    views: tuple[View[S], ...]
    following: str | None
    failed: tuple[Failed, ...] = ()


def page_of(
    viewer: Viewer,
    fetch: Callable[[str | None], Iterable[Resume[S] | CampusForm]],
    *,
    size: int,
    after: str | None = None,
    at: datetime | None = None,
    parts: Collection[Part] | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> Page[S]:
    """One page of what this viewer is shown. It is full unless it is the last, however many resumes are not shown (LAW-8).

    A page begins after an id that the viewer has seen, and not at a number of rows: such a number would show how many resumes
    before it are not shown.

    Args:
        viewer: who asks, and what for.
        fetch: gives the resumes of the list after an id, in the order of the list; for None, from its beginning. It may be
            endless: it is read only as far as the page needs. Filter the resumes with `condition_for`.
        size: how many views a page has; at least 1.
        after: the `following` of the page before; None for the first page.
        at: as for `views_for`.
        parts: as for `views_for`.
        policy: as for `views_for`.

    Raises:
        ValueError: `size` is below 1.
        TypeError: as for `views_for`, `fetch` cannot be called, or `size` is no int.
        InvalidValue: as for `views_for`.
    """
    expect_function("fetch", fetch, "a function of an id")
    expect_int("size", size)
    if size < 1:
        raise ValueError(f"expected a size of at least 1, got {size}")
    if after is not None:
        expect("after", after, str)
    fetched = fetch(after)
    expect_iterable("what fetch returns", fetched, "a list of resumes or forms")
    views: list[View[S]] = []
    failed: list[Failed] = []
    for one in views_for(viewer, fetched, at=at, parts=parts, policy=policy):
        if isinstance(one, Failed):
            failed.append(one)
        elif len(views) == size:
            return Page(tuple(views), views[-1].id, tuple(failed))
        else:
            views.append(one)
    return Page(tuple(views), None, tuple(failed))
