"""Makes the rows of one list: a few parts of each resume, as they are in its whole view."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

import attrs

from ..model.campus import CampusForm
from ..model.language import Language
from ..model.own import shown_of
from ..model.parts import Channel, Part
from ..model.resume import Resume
from ..model.shown import ShownSections
from ..model.silent import Silent
from ..model.viewers import Viewer
from ..policy.asking import Asker
from ..policy.decisions import Grant
from ..policy.table import Case, Policy
from .confining import Confiner
from .form_view import FormView
from .names import called
from .release import released, view_in
from .sections import PIECES, Collector, Section, sections_of
from .sieve import Sieve
from .view import ResumeView, ShownContact

_OTHERWISE = frozenset(
    {Part.MOBILE, Part.VIRTUAL_NUMBER, Part.EMAIL, Part.HOMEPAGE, Part.ATTACHMENTS, Part.DELIVERY}
)
"""The parts for which more than the text of a section decides what is shown."""


# Plain tuples, because they are taken apart for each row: named ones take several times as long.
_Whole: TypeAlias = tuple[str, Callable[[Any], Any], Collector | None, Confiner | None]
"""A section that a row shows whole: its name, how it is read, how its texts are gathered, and what is left out of it."""

_Piece: TypeAlias = tuple[str, Callable[[Any], Any], Callable[[Any], str | None]]
"""A piece of a section: its name, how the section is read, and the piece taken from it."""


@attrs.frozen(eq=False, repr=False)
class _Plan(Silent):
    """How to make the rows of all resumes of which the same is granted: a closed list of what is read. It holds nothing of a resume.

    Args:
        parts: that are granted and wanted.
        is_named: whether one of them is the display name.
        contact: the channels that are granted.
        real: whether the display name is the real one.
        language: of an honorific.
        in_community: whether the candidates are shown there.
        accounts: further kinds of messenger account that are looked for, as the policy names them.
        wholes: the sections that are shown whole.
        pieces: the pieces of other sections.
        sections: makes the shown sections.
    """

    parts: frozenset[Part]
    is_named: bool
    contact: ShownContact
    real: bool
    language: Language
    in_community: bool
    accounts: tuple[str, ...]
    wholes: tuple[_Whole, ...]
    pieces: tuple[_Piece, ...]
    sections: Callable[..., ShownSections]


def _whole(section: Section) -> _Whole:
    return section.name, section.read, section.collect, section.confine


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
    """Plan a row of some parts; None if it needs more than sections. The same arguments give the same plan while it is kept."""
    if not parts.isdisjoint(_OTHERWISE):
        return None
    sections = sections_of(kind)
    by_name = {section.name: section.read for section in sections}
    return _Plan(
        parts,
        Part.DISPLAY_NAME in parts,
        ShownContact(channels=channels),
        real,
        language,
        in_community,
        accounts,
        # The avatar is that of the case: the community has one of its own (LAW-9).
        tuple([_whole(one) for one in sections if one.part in parts and one.part is not Part.AVATAR]),
        tuple([(part.value, by_name[whole], take) for part, whole, take in PIECES if part in parts]),
        shown_of(kind),
    )


_STOPPED = "stopped"
"""Stands for a row in which something may be hidden: it is made like any view."""

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class Begun(NamedTuple):
    """A row that is not made at once: it is made like any view, or one of its texts is still to be looked at.

    Args:
        position: of the resume or form in the list.
        case: of it and the viewer.
        grant: in it.
        asked: the resume or form.
        plan: how it is made; None if it is made like any view.
        name: how the candidate is called, where that is shown.
        shown: the sections.
        texts: the texts in the sections.
    """

    position: int
    case: Case
    grant: Grant
    asked: Any
    plan: _Plan | None = None
    name: str | None = None
    shown: Mapping[str, Any] = _NOTHING
    texts: Sequence[str] = ()

    def __repr__(self) -> str:
        return f"<Begun {self.position}>"


_MOST_PLANS = 64
"""So many plans are kept. Consents may give each resume a grant of its own, and such plans are not kept as long as the list."""


class Rows:
    """Makes the rows of one list. If each text of a row was looked at before, the row is made at once. Else it is made in two steps,
    so that the texts of many rows can be looked at together.

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
        self._plans: dict[tuple[Grant, type[Any]], _Plan | None] = {}

    def begin(
        self, position: int, asked: Resume[Any] | CampusForm
    ) -> ResumeView[Any] | FormView | Begun | None:
        """Make the row of a resume or form, or begin it if its texts are still to be looked at; None if it is not shown.

        Args:
            position: of the resume or form in the list.
            asked: the resume or form.
        """
        case = self._asker.case(asked)
        if case is None:
            return None
        grant: Any = case.decision  # a grant, where there is a case
        if isinstance(asked, CampusForm) or (plan := self._plan_of(case, grant, type(asked))) is None:
            return Begun(position, case, grant, asked)
        # The first row by this plan, made for any viewer: this row shows the same.
        first: Any = asked.memo.kept(plan)
        if first is None:
            name, shown, texts, links = _read(plan, case, asked)
            passes = False if links else self._sieve.passes_at_once(name, texts, asked)
            if passes:
                return self._first(case, grant, asked, plan, name, shown)
            if passes is None:
                return Begun(position, case, grant, asked, plan, name, shown, texts)
            asked.memo.keep(plan, _STOPPED)
        elif first is not _STOPPED:
            return released(
                case, grant, self._viewer, self._policy, first.display_name, first.sections, plan.contact
            )
        return Begun(position, case, grant, asked)

    def _first(
        self,
        case: Case,
        grant: Grant,
        asked: Resume[Any],
        plan: _Plan,
        name: str | None,
        shown: Mapping[str, Any],
    ) -> ResumeView[Any]:
        row = released(case, grant, self._viewer, self._policy, name, plan.sections(**shown), plan.contact)
        asked.memo.keep(plan, row)
        return row

    def _plan_of(self, case: Case, grant: Grant, kind: Any) -> _Plan | None:
        known = grant, kind
        try:
            return self._plans[known]
        except KeyError:
            if len(self._plans) >= _MOST_PLANS:
                self._plans.clear()
        plan = self._plans[known] = _plan(
            kind,
            grant.parts & self._only,
            grant.channels,
            Part.NAME in grant.parts,
            self._viewer.language,
            case.in_community,
            self._policy.accounts,
        )
        return plan

    def look_at(self, begun: Iterable[Begun]) -> None:
        """Look at the texts of some rows together."""
        texts = [text for one in begun for text in one.texts]
        self._sieve.look_at([*texts, *[one.name for one in begun if one.name is not None]])

    def finish(self, begun: Begun) -> ResumeView[Any] | FormView:
        """Finish a row that was begun."""
        _, case, grant, asked, plan, name, shown, texts = begun
        if plan is not None:
            if self._sieve.passes(name, texts, asked):
                return self._first(case, grant, asked, plan, name, shown)
            asked.memo.keep(plan, _STOPPED)
        return view_in(case, grant, self._viewer, asked, self._policy, self._only)


def _read(
    plan: _Plan, case: Case, asked: Resume[Any]
) -> tuple[str | None, dict[str, Any], list[str], list[str]]:
    """Read what a row shows if nothing is hidden: the name of the candidate, the sections, their texts and their links."""
    name = None
    if plan.is_named:
        name = called(asked.basics, plan.language, real=plan.real, in_community=plan.in_community)
    shown: dict[str, Any] = {Part.AVATAR.value: case.avatar} if Part.AVATAR in plan.parts else {}
    texts, links = list[str](), list[str]()
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
    return name, shown, texts, links
