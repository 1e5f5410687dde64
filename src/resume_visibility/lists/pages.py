"""Pages of a list. They give away nothing about resumes that are not shown."""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, overload

import attrs

from ..model.arguments import expect, expect_each, expect_function, expect_int, expect_iterable
from ..model.campus import CampusForm
from ..model.instants import instant
from ..model.parts import Part
from ..model.resume import Resume
from ..model.shown import S
from ..model.viewers import CommunityMember, Viewer, expect_viewer
from ..policy.table import DEFAULT_POLICY, Policy
from ..projection.form_view import FormView
from ..projection.view import ResumeView
from .many import Failed, View, views_for

if TYPE_CHECKING:
    from typing_extensions import TypeVar

    V = TypeVar("V", bound=ResumeView[Any] | FormView, default=ResumeView, covariant=True)
else:
    from typing import TypeVar

    V = TypeVar("<views>", covariant=True)  # as `S` has: no class of a platform's own can have this name


@attrs.frozen
class Page(Generic[V]):
    """One page of a list. It states neither how many resumes there are nor how many are not shown.

    Args:
        views: at most as many as were asked for.
        following: the id of the last view, if at least one more is shown; pass it as `after` for the next page.
        failed: the resumes that failed, by their place among those that were fetched; for the service's log.
    """

    views: tuple[V, ...]
    following: str | None
    failed: tuple[Failed, ...] = ()


@overload
def page_of(
    viewer: Viewer,
    fetch: Callable[[str | None], Iterable[Resume[S]]],
    *,
    size: int,
    after: str | None = None,
    at: datetime | None = None,
    parts: Collection[Part] | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> Page[ResumeView[S]]: ...
@overload
def page_of(
    viewer: Viewer,
    fetch: Callable[[str | None], Iterable[CampusForm]],
    *,
    size: int,
    after: str | None = None,
    at: datetime | None = None,
    parts: Collection[Part] | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> Page[FormView]: ...
@overload
def page_of(
    viewer: Viewer,
    fetch: Callable[[str | None], Iterable[Resume[S] | CampusForm]],
    *,
    size: int,
    after: str | None = None,
    at: datetime | None = None,
    parts: Collection[Part] | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> Page[View[S]]: ...
def page_of(
    viewer: Viewer,
    fetch: Callable[[str | None], Iterable[Resume[S] | CampusForm]],
    *,
    size: int,
    after: str | None = None,
    at: datetime | None = None,
    parts: Collection[Part] | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> Page[View[S]]:
    """One page of what this viewer is shown. It is full unless it is the last, however many resumes are not shown (LAW-8).

    A page begins after an id that the viewer has seen, and not at a number of rows: such a number would show how many resumes
    before it are not shown.

    Args:
        viewer: who asks, and what for.
        fetch: gives the resumes of the list after an id, in the order of the list; for None, from its beginning. It may give all, or
            the next few: it is called again, with the last id, until the page is full or nothing comes. An iterator is read only as
            far as the page needs. Filter the resumes with `condition_for`. Compare with the id, and do not look it up: a viewer may
            send that of any resume, and a look-up says where it stands in the list (LAW-3). An id is one of a view: for a member of the
            community, the one that the candidate has there (LAW-9). The list ends if nothing that was fetched has one.
        size: how many views a page has; at least 1.
        after: the `following` of the page before; None for the first page.
        at: as for `views_for`.
        parts: as for `views_for`.
        policy: as for `views_for`.

    Raises:
        ValueError: `size` is below 1, or `fetch` gives a resume again, or that of `after`.
        TypeError: as for `views_for`, `fetch` cannot be called, or `size` is no int.
        InvalidValue: as for `views_for`.
    """
    expect_viewer(viewer)
    expect_function("fetch", fetch, "a function of an id")
    expect_int("size", size)
    if size < 1:
        raise ValueError(f"expected a size of at least 1, got {size}")
    if after is not None:
        expect("after", after, str)
    expect("policy", policy, Policy)
    wanted = None if parts is None else expect_each("parts", parts, Part)  # once for all fetches
    at = instant(at)
    views: list[View[S]] = []
    failed: list[Failed] = []
    read = _ResumesRead(viewer, after)
    while True:
        count, fetched = read.count, read.noted(fetch(after))
        for one in views_for(viewer, fetched, at=at, parts=wanted, policy=policy):
            if isinstance(one, Failed):
                failed.append(attrs.evolve(one, position=count + one.position))
            elif len(views) == size:
                return Page(tuple(views), views[-1].id, tuple(failed))
            else:
                views.append(one)
        after = read.end_fetch(fetched)
        if after is None:
            return Page(tuple(views), None, tuple(failed))


class _ResumesRead:
    """The resumes that were read for a page.

    Args:
        viewer: who asks.
        after: the id behind which the page begins, if it is not the first.

    Attributes:
        count: how many there are, with what is no resume.
    """

    def __init__(self, viewer: Viewer, after: str | None) -> None:
        self.count = 0
        self._is_in_community = isinstance(viewer, CommunityMember)
        self._ids: list[str] = []
        self._earlier_ids: set[str] = set() if after is None else {after}

    def noted(self, fetched: Any) -> Iterable[Any]:
        """The resumes of one fetch, which are noted when they are read; those of a list at `end_fetch`, when all are."""
        expect_iterable("what fetch returns", fetched, "a list of resumes or forms")
        if not isinstance(fetched, (list, tuple)):
            return map(self._note, fetched)
        for one in fetched if self._earlier_ids else ():
            self._expect_new(one)
        return fetched

    def end_fetch(self, fetched: Iterable[Any]) -> str | None:
        """The id behind which to go on; None if nothing that the fetch gave has one."""
        for one in fetched if isinstance(fetched, (list, tuple)) else ():
            self._note(one)
        last = self._ids[-1] if self._ids else None
        self._earlier_ids.update(self._ids)
        self._ids.clear()
        return last

    def _note(self, one: Any) -> Any:
        self._expect_new(one)
        self.count += 1
        if (found := self._id_of(one)) is not None:
            self._ids.append(found)
        return one

    def _id_of(self, one: Any) -> str | None:
        """The id that a view of it has for this viewer. In the community, whoever does not take part has none."""
        if not isinstance(one, (Resume, CampusForm)):
            return None
        if not self._is_in_community:
            return one.id
        return one.community.id if isinstance(one, Resume) and one.community is not None else None

    def _expect_new(self, one: Any) -> None:
        if self._id_of(one) in self._earlier_ids:
            raise ValueError(
                "expected fetch to give the resumes after the id; it gave one that it had given before"
            )
