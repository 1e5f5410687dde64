"""The rows of one list: of each resume a few parts, as they are in its whole view."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple, cast

import attrs

from ..model.campus import CampusForm
from ..model.language import Language
from ..model.own import shown_of
from ..model.parts import Channel, Part
from ..model.resume import Resume
from ..model.shown import ShownSections
from ..model.viewers import Viewer
from ..policy.asking import Asker
from ..policy.decisions import Decision, Grant
from ..policy.table import Case, Policy
from .confining import Confiner
from .form_view import FormView
from .names import called
from .release import Projected, released, view_in
from .sections import PIECES, Collector, sections_of
from .sieve import Sieve
from .view import ResumeView, ShownContact

_OTHERWISE = frozenset(
    {Part.MOBILE, Part.VIRTUAL_NUMBER, Part.EMAIL, Part.HOMEPAGE, Part.ATTACHMENTS, Part.DELIVERY}
)
"""The parts of which more than what is written in a section decides what is shown."""


class _Whole(NamedTuple):
    """A section that a row shows whole: how it is read, how its texts are gathered, and what is left out of it."""

    name: str
    read: Callable[[Any], Any]
    collect: Collector | None
    confine: Confiner | None


class _Piece(NamedTuple):
    """A piece of a section: how the section is read, and the piece taken from it."""

    name: str
    read: Callable[[Any], Any]
    take: Callable[[Any], str | None]


@attrs.frozen(eq=False, repr=False)
class _Plan:
    """How the rows of all are made of whom the same is granted: a closed list of what is read. Nothing of a resume is in it.

    Args:
        parts: that are granted and wanted.
        contact: the channels that are granted.
        real: whether the display name is the real one.
        language: of an honorific.
        in_community: whether the candidates are shown there.
        accounts: further kinds of messenger account that are looked for, as the policy names them.
        wholes: the sections that are shown whole.
        pieces: of others.
        sections: makes those that are shown.
    """

    parts: frozenset[Part]
    contact: ShownContact
    real: bool
    language: Language
    in_community: bool
    accounts: tuple[str, ...]
    wholes: tuple[_Whole, ...]
    pieces: tuple[_Piece, ...]
    sections: Callable[..., ShownSections]


@lru_cache(maxsize=512)  # by what is granted and wanted; nothing of a resume is in it
def _plan(
    kind: Any,
    parts: frozenset[Part],
    channels: frozenset[Channel],
    real: bool,
    language: Language,
    in_community: bool,
    accounts: tuple[str, ...],
) -> _Plan | None:
    """How to make a row of some parts; None where it needs more than sections. The same for the same, as long as it is kept."""
    if not parts.isdisjoint(_OTHERWISE):
        return None
    sections = sections_of(kind)
    by_name = {section.name: section.read for section in sections}
    return _Plan(
        parts,
        ShownContact(channels=channels),
        real,
        language,
        in_community,
        accounts,
        tuple(
            [_Whole(one.name, one.read, one.collect, one.confine) for one in sections if one.part in parts]
        ),
        tuple([_Piece(part.value, by_name[whole], take) for part, whole, take in PIECES if part in parts]),
        shown_of(kind),
    )


_STOPPED = Projected(None, ShownSections(), ShownContact())
"""Stands for a row of which something may be hidden: it is made as any view is."""

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Begun(NamedTuple):
    """A row of which the texts are still to be looked at.

    Args:
        position: of the resume or form in the list.
        case: that the viewer makes of it.
        asked: the resume or form.
        plan: how it is made; None where it is made as any view is.
        row: what it shows, where it was made before.
        name: how the candidate is called, where that is shown.
        shown: the sections.
        texts: in them.
        has_links: whether there are links in them, too.
    """

    position: int
    case: Case
    asked: Any
    plan: _Plan | None
    row: Projected | None = None
    name: str | None = None
    shown: Mapping[str, Any] = _NOTHING
    texts: Sequence[str] = ()
    has_links: bool = False

    def __repr__(self) -> str:
        return f"<Begun {self.position}>"


_MOST_PLANS = 64
"""Consents confine the grant of each resume to parts of its own; such grants are not kept as long as the list."""


class Rows:
    """Makes the rows of one list, each in two steps, between which the texts of many can be looked at together.

    Args:
        viewer: who asks, what for, and in which language.
        at: the instant of all rows, in UTC.
        policy: that decides.
        only: the parts that are wanted.
    """

    __slots__ = ("_asker", "_only", "_plans", "_policy", "_sieve", "_viewer")

    def __init__(self, viewer: Viewer, at: datetime, policy: Policy, only: frozenset[Part]) -> None:
        self._viewer, self._policy, self._only = viewer, policy, only
        self._asker = Asker(viewer, at, policy)
        self._sieve = Sieve(policy.accounts)
        self._plans: dict[tuple[Decision, type[Any]], _Plan | None] = {}

    def begin(self, position: int, asked: Resume[Any] | CampusForm) -> Begun | None:
        """The row of a resume or form as far as it can be made without a look at its texts; None where it is not shown.

        Args:
            position: of the resume or form in the list.
            asked: the resume or form.
        """
        case = self._asker.case(asked)
        if case is None:
            return None
        if isinstance(asked, CampusForm) or (plan := self._plan_of(case, type(asked))) is None:
            return Begun(position, case, asked, None)
        row: Projected | None = asked.memo.kept(plan)
        if row is not None:
            return Begun(position, case, asked, plan, row)
        name = None
        if Part.DISPLAY_NAME in plan.parts:
            name = called(asked.basics, plan.language, real=plan.real, in_community=plan.in_community)
        shown: dict[str, Any] = {Part.AVATAR.value: case.avatar} if Part.AVATAR in plan.parts else {}
        texts: list[str] = []
        links: list[str] = []
        for part, read, take in plan.pieces:
            if piece := take(read(asked)):
                shown[part] = piece
                texts.append(piece)
        for part, read, collect, confine in plan.wholes:
            value = read(asked)
            if value is None or (type(value) is tuple and not value):
                continue
            if collect is not None:
                collect(value, texts, links)
            shown[part] = value if confine is None else confine(value, plan.parts.__contains__)
        return Begun(position, case, asked, plan, None, name, shown, texts, bool(links))

    def _plan_of(self, case: Case, kind: Any) -> _Plan | None:
        known = case.decision, kind
        if known not in self._plans:
            if len(self._plans) >= _MOST_PLANS:
                self._plans.clear()
            grant = cast("Grant", case.decision)
            self._plans[known] = _plan(
                kind,
                grant.parts & self._only,
                grant.channels,
                Part.NAME in grant.parts,
                self._viewer.language,
                case.in_community,
                self._policy.accounts,
            )
        return self._plans[known]

    def look_at(self, begun: Iterable[Begun]) -> None:
        """Look at the texts of some rows together."""
        texts = [text for one in begun for text in one.texts]
        self._sieve.look_at([*texts, *[one.name for one in begun if one.name is not None]])

    def finish(self, begun: Begun) -> ResumeView[Any] | FormView:
        """A row that was begun."""
        _, case, asked, plan, row, name, shown, texts, has_links = begun
        if plan is not None and row is None:
            row = _STOPPED
            if not has_links and self._sieve.passes(name, texts, asked):
                row = Projected(name, plan.sections(**shown), plan.contact)
            asked.memo.keep(plan, row)
        grant = cast("Grant", case.decision)
        if row is None or row is _STOPPED:
            return view_in(case, grant, self._viewer, asked, self._policy, self._only)
        return released(case, grant, self._viewer, self._policy, row)
