"""Many resumes at once: the views of a list, or rows of some parts of them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, TypeAlias, TypeVar, cast, overload

import attrs

from ..model.arguments import expect, expect_each, expect_iterable
from ..model.campus import CampusForm
from ..model.instants import instant
from ..model.parts import Part
from ..model.resume import Resume
from ..model.shown import S
from ..model.viewers import Viewer, expect_viewer
from ..policy.asking import Asker
from ..policy.decisions import Grant
from ..policy.table import DEFAULT_POLICY, Policy
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

    A resume that is not shown has nothing in its place. One that fails is reported, and stops nothing.

    Args:
        viewer: who asks, and what for: `Action.SEARCH` for a search.
        resumes: the resumes or forms; they are read only as far as views are taken. With `parts`, a list or tuple is read at most a few
            hundred ahead, because its texts are looked at together.
        at: the instant of all the views, aware, to the microsecond; the instant at which the first is asked for, unless given.
        parts: those that a row needs, for views that cost less. Each is as in the whole view, with what is a piece of it. Other parts
            are not in the view, nor are fields of one's own that follow them. `withheld` states what the policy withholds, as in the whole
            view.
        policy: that decides.

    Returns:
        An iterator of views and failures.

    Raises:
        TypeError: `viewer` is no viewer, `policy` no policy, or one of `parts` no part.
        InvalidValue: `at` has no time zone.
    """
    expect_viewer(viewer)
    expect("policy", policy, Policy)
    expect_iterable("resumes", resumes, "a list of resumes or forms")
    wanted_parts = None if parts is None else frozenset(expect_each("parts", parts, Part))
    return _views(viewer, resumes, None if at is None else instant(at), policy, wanted_parts)


def _views(
    viewer: Viewer,
    resumes: Iterable[Resume[Any] | CampusForm],
    at: datetime | None,
    policy: Policy,
    wanted_parts: frozenset[Part] | None,
) -> Iterator[View[Any] | Failed]:
    at = instant(at)
    if wanted_parts is not None:
        yield from _row_views(Rows(viewer, at, policy, wanted_parts), resumes)
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


_FIRST_BATCH_SIZE, _MAX_BATCH_SIZE = 4, 256
"""So many resumes of a list are begun together, so that their texts can be looked at together. They are few at first, so that the
first row comes soon.
"""


def _row_views(rows: Rows, resumes: Iterable[Resume[Any] | CampusForm]) -> Iterator[View[Any] | Failed]:
    start = 0
    for batch in _batches(resumes):
        begun: list[View[Any] | UnfinishedRow | Failed] = []
        for position, resume in enumerate(batch, start):
            try:
                row_begun = rows.begin(position, resume)
            except Exception as error:  # any error concerns one resume alone
                begun.append(Failed(position, type(error).__name__))
            else:
                if row_begun is not None:
                    begun.append(row_begun)
        start += len(batch)
        with suppress(Exception):  # the row that it concerns reports it
            rows.look_at([row_begun for row_begun in begun if type(row_begun) is UnfinishedRow])
        for row in begun:
            if not isinstance(row, UnfinishedRow):
                yield row
                continue
            try:
                view = rows.finish(row)
            except Exception as error:  # any error concerns one resume alone
                yield Failed(row.position, type(error).__name__)
            else:
                yield view


def _batches(resumes: Iterable[_T]) -> Iterator[Sequence[_T]]:
    """The resumes that are begun together: several of a list or tuple; one at a time of anything else, when it is asked for."""
    if not isinstance(resumes, (list, tuple)):
        for one in resumes:
            yield (one,)
        return
    start, size = 0, _FIRST_BATCH_SIZE
    while batch := resumes[start : start + size]:
        yield batch
        start, size = start + size, min(2 * size, _MAX_BATCH_SIZE)
