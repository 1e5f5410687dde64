"""Lists: the policy's own condition in the database, words and filters in the index, and pages that give nothing more away."""

import logging
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any, Self

import attrs
import sqlalchemy as sa

from resume_visibility import (
    Action,
    CommunityMember,
    Headhunter,
    InvalidResume,
    Mailbox,
    Part,
    Recipient,
    Recruiter,
    Resume,
    ResumeView,
    School,
    SupportAgent,
    Viewer,
)
from resume_visibility.lists import check_query, microseconds, page_of, searchable, terms
from resume_visibility.lists.sql import visible_to

from .index import FACETS, STARTED, TITLES
from .store import Store, loaded

LOG = logging.getLogger(__name__)
SIZE = 20
_LONGEST = 100
_MOST_VALUES = 8


@attrs.frozen(kw_only=True)
class Query:
    """What somebody asks of a list.

    Args:
        words: all of which are sought.
        filters: by the names of `FACETS`.
        years: of work, at least.
    """

    words: str = ""
    filters: Mapping[str, str] = attrs.field(factory=dict)
    years: int | None = None

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Self:
        """What stands in the address of a page, or in a form; whatever else stands there is left out."""
        typed = {name: str(value).replace("\0", "")[:_LONGEST] for name, value in given.items()}
        years = typed.get("years", "")
        return cls(
            words=typed.get("q", ""),
            filters={name: typed[name] for name in FACETS if typed.get(name)},
            years=int(years) if years.isascii() and years.isdigit() and len(years) <= 2 else None,
        )

    def plain(self) -> dict[str, str]:
        """As it stands in an address."""
        years = {} if self.years is None else {"years": str(self.years)}
        return {**({"q": self.words} if self.words else {}), **self.filters, **years}


@attrs.frozen(kw_only=True)
class Found:
    """One page of a list.

    Args:
        views: made for the action of the viewer.
        resumes: that they are of, for their records.
        ranks: by which they stand in their order.
        following: where the next page goes on; None on the last.
    """

    views: tuple[ResumeView, ...]
    resumes: tuple[Resume, ...]
    ranks: tuple[int, ...]
    following: str | None


@attrs.frozen(kw_only=True)
class Listing:
    """A list of what a viewer is shown, in an order.

    Args:
        store: that it is of.
        viewer: who asks, and what for.
        at: the instant.
        rank: what the list is sorted by.
        name: what it is sorted by where ranks are equal: the id of the views.
        where: which of all that are shown.
        narrowed: by words or filters, which documents of the index are asked for.
    """

    store: Store
    viewer: Viewer
    at: datetime
    rank: sa.ColumnElement[int]
    name: sa.ColumnElement[str]
    where: sa.ColumnElement[bool] = attrs.field(factory=sa.true)
    narrowed: bool = False
    _shown: sa.ColumnElement[bool] = attrs.field(init=False)

    @_shown.default
    def _visible(self) -> sa.ColumnElement[bool]:
        return visible_to(self.viewer, self.store.lists, at=self.at)

    def page(self, after: str | None, parts: Collection[Part] | None = None) -> Found:
        """The page behind a place in the list, or the first.

        Args:
            after: the `following` of the page before. The rank is in it, so that nobody learns that of a resume by asking.
            parts: that a row shows; whole views, unless given.
        """
        met: dict[str, tuple[int, Resume]] = {}

        def fetch(last: str | None) -> Iterator[Resume]:
            return self._behind(_place(after) if last is None else (met[last][0], last), met)

        page = page_of(self.viewer, fetch, size=SIZE, at=self.at, parts=parts)
        for one in page.failed:
            LOG.error("the row of a list failed: %s", one.error)
        views = page.views
        return Found(
            views=views,
            resumes=tuple(met[view.id][1] for view in views),
            ranks=tuple(met[view.id][0] for view in views),
            following=None if page.following is None else f"{met[page.following][0]}.{page.following}",
        )

    def _behind(self, place: tuple[int, str] | None, met: dict[str, tuple[int, Resume]]) -> Iterator[Resume]:
        while True:
            rows = self._rows(place)
            for rank, name, document in rows:
                place = (rank, name)
                try:
                    met[name] = rank, loaded(document)
                except InvalidResume as error:  # a fault of the store, and not of whoever asks
                    LOG.error("resume %s does not load: %s", name, error)
                    continue
                yield met[name][1]
            if len(rows) <= SIZE:
                return

    def _rows(self, behind: tuple[int, str] | None) -> list[Any]:
        resumes = self.store.resumes
        asked = self.select(self.rank.label("rank"), self.name, resumes.c.document)
        asked = asked.join(resumes, resumes.c.id == self.store.lists.sources["resumes"].c.id)
        if behind is not None:
            rank, name = sa.literal(behind[0], sa.BigInteger), behind[1]
            asked = asked.where(sa.or_(self.rank > rank, sa.and_(self.rank == rank, self.name > name)))
        with self.store.reading() as connection:
            return [*connection.execute(asked.order_by(sa.text("rank"), self.name).limit(SIZE + 1))]

    def select(self, *columns: sa.ColumnElement[Any], documents: bool = False) -> sa.Select[Any]:
        """All that is in the list; joined to the documents of the index where it is narrowed by them, or where that is asked for."""
        listed = self.store.lists.sources["resumes"]
        asked = sa.select(*columns).select_from(listed)
        if self.narrowed or documents:
            index = self.store.index
            searched = sa.and_(index.documents.c.resume == listed.c.id, index.of(self.viewer.language))
            asked = asked.join(index.documents, searched)
        return asked.where(self._shown, self.where)


_PLACE = re.compile(r"(-?[0-9]{1,18})\.([A-Za-z0-9._-]{1,64})")


def _place(after: str | None) -> tuple[int, str] | None:
    found = _PLACE.fullmatch(after or "")
    return (int(found[1]), found[2]) if found else None


def search(store: Store, viewer: Viewer, query: Query, at: datetime) -> Listing:
    """What somebody finds.

    Args:
        store: searched.
        viewer: who asks, for `SEARCH`.
        query: likewise.
        at: the instant.

    Raises:
        QueryRefused: the viewer has no list, or is not shown what the query touches.
    """
    started = [] if query.years is None else [STARTED]
    check_query(
        viewer,
        fields=[*searchable(viewer), *(FACETS[name] for name in query.filters), *started],
        sort=TITLES,
        facets=FACETS.values(),
    )
    index = store.index
    rank: sa.ColumnElement[int] = sa.literal(0)
    asked = [index.has(FACETS[name], value) for name, value in query.filters.items()]
    if query.years is not None:
        asked.append(index.started_by(at.year - query.years))
    if query.words.strip():
        sought = terms(query.words)
        asked.append(index.holds(sought) if sought else sa.false())
        rank = sa.case((index.holds(sought, titles=True), 0), else_=1) if sought else rank
    return Listing(
        store=store,
        viewer=viewer,
        at=at,
        rank=rank,
        name=store.lists.sources["resumes"].c.id,
        where=sa.and_(sa.true(), *asked),
        narrowed=bool(asked),
    )


def facets(found: Listing) -> dict[str, list[tuple[str, int]]]:
    """How many of all that are found have each value, the most frequent first.

    Args:
        found: by a search.
    """
    values, documents = found.store.index.values, found.store.index.documents
    number = sa.func.count().label("number")
    asked = (
        sa.select(values.c.path, values.c.value, number)
        .where(values.c.document.in_(found.select(documents.c.id, documents=True)))
        .where(values.c.path.in_(FACETS.values()))
        .group_by(values.c.path, values.c.value)
        .order_by(number.desc(), values.c.value)
    )
    with found.store.reading() as connection:
        rows = [*connection.execute(asked)]
    return {
        name: [(value, count) for held, value, count in rows if held == path][:_MOST_VALUES]
        for name, path in FACETS.items()
    }


def exportable(found: Listing) -> list[str]:
    """The ids of all that are found and that the viewer may export.

    Args:
        found: by a search.
    """
    exporting = attrs.evolve(found.viewer, action=Action.EXPORT)
    asked = found.select(found.name).where(visible_to(exporting, found.store.lists, at=found.at))
    with found.store.reading() as connection:
        return [*connection.scalars(asked.order_by(found.name))]


def inbox(store: Store, viewer: Viewer, at: datetime) -> Listing | None:
    """What a viewer is shown because somebody sent or gave it to them; None for whoever is sent nothing.

    An application opens a resume and not the search, so this list asks for `VIEW`.

    Args:
        store: that it is in.
        viewer: who asks.
        at: the instant.
    """
    listed, sent = store.lists.sources["resumes"], store.lists.sources["applications"]
    found = Listing(store=store, viewer=viewer, at=at, rank=sa.literal(0), name=listed.c.id)
    match viewer:
        case Recruiter(company=company) | Headhunter(agency=company) | Mailbox(company=company):
            now = microseconds(at)
            mine = sa.and_(sent.c.company == company.id, sent.c.at <= now, now < sent.c.withdrawn)
            if isinstance(viewer, Mailbox):  # what was sent elsewhere, and when, is not for it
                mine = sa.and_(mine, sent.c.mailbox == viewer.address.address.casefold())
            latest = sa.select(sa.func.max(sent.c.at)).where(mine, sent.c.resume == listed.c.id)
            return attrs.evolve(
                found,
                where=listed.c.id.in_(sa.select(sent.c.resume).where(mine)),
                rank=-latest.correlate(listed).scalar_subquery(),
            )
        case Recipient() | School() | SupportAgent():
            return found
        case _:
            return None


def members(store: Store, viewer: CommunityMember, at: datetime) -> Listing:
    """Who appears in the community, by the ids that they have there: another order would lead to their resumes (LAW-9).

    Args:
        store: that they are in.
        viewer: who asks.
        at: the instant.
    """
    name = store.resumes.c.community
    return Listing(store=store, viewer=viewer, at=at, rank=sa.literal(0), name=name, where=name.is_not(None))
