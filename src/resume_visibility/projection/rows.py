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
from ..model.parts import Channel, Part, parts_in_row
from ..model.resume import Resume
from ..model.shown import ShownSections
from ..model.silent import Silent
from ..model.viewers import Viewer
from ..policy.asking import Asker
from ..policy.decisions import Grant
from ..policy.table import Case, Policy
from .confining import Confiner
from .form_view import FormView
from .names import name_of
from .release import Projected, make_view, view_from
from .sections import PIECE_SOURCES, Collector, sections_of
from .sieve import Sieve
from .view import ResumeView, ShownContact

_DECIDED_BY_MORE = frozenset(
    {Part.MOBILE, Part.VIRTUAL_NUMBER, Part.EMAIL, Part.HOMEPAGE, Part.ATTACHMENTS, Part.DELIVERY}
)
"""The parts for which more than the text of a section decides what is shown."""


# Plain tuples, because they are taken apart for each row: named ones take several times as long.
_SectionPlan: TypeAlias = tuple[str, Callable[[Any], Any], Collector | None, Confiner | None]
"""A section that a row shows whole: its name, how it is read, how its texts are gathered, and what is left out of it."""

_PiecePlan: TypeAlias = tuple[str, Callable[[Any], Any], Callable[[Any], str | None]]
"""A piece of a section: its name, how the section is read, and the piece taken from it."""


@attrs.frozen(eq=False, repr=False)
class _RowPlan(Silent):
    """How to make the rows of all resumes of which the same is granted: a closed list of what is read. It holds nothing of a resume.

    Args:
        parts: that are granted and wanted, with what is a piece of one of them.
        contact: the channels that are granted.
        real: whether the display name is the real one.
        language: of an honorific.
        in_community: whether the candidates are shown there.
        accounts: further kinds of messenger account that are looked for, as the policy names them.
        section_plans: the sections that are shown whole.
        piece_plans: the pieces of other sections.
        sections: makes the shown sections.
    """

    parts: frozenset[Part]
    contact: ShownContact
    real: bool
    language: Language
    in_community: bool
    accounts: tuple[str, ...]
    section_plans: tuple[_SectionPlan, ...]
    piece_plans: tuple[_PiecePlan, ...]
    sections: Callable[..., ShownSections]


@lru_cache(maxsize=512)  # by what is granted and wanted; nothing of a resume is in it
def _make_plan(
    kind: Any,
    parts: frozenset[Part],
    channels: frozenset[Channel],
    real: bool,
    language: Language,
    in_community: bool,
    accounts: tuple[str, ...],
) -> _RowPlan | None:
    """Plan a row of some parts; None if it needs more than sections. The same arguments give the same plan while it is kept."""
    if not parts.isdisjoint(_DECIDED_BY_MORE):
        return None
    sections = sections_of(kind)
    by_name = {section.name: section.read for section in sections}
    return _RowPlan(
        parts,
        ShownContact(channels=channels),
        real,
        language,
        in_community,
        accounts,
        # The avatar is that of the case: the community has one of its own (LAW-9).
        tuple(
            [
                (one.name, one.read, one.collect, one.confine)
                for one in sections
                if one.part in parts and one.part is not Part.AVATAR
            ]
        ),
        tuple([(part.value, by_name[name], read) for part, name, read in PIECE_SOURCES if part in parts]),
        shown_of(kind),
    )


_HAS_HIDDEN = "stopped"
"""Stands for a row in which something may be hidden: it is made like any view."""

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class UnfinishedRow(NamedTuple):
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
    plan: _RowPlan | None = None
    name: str | None = None
    shown: Mapping[str, Any] = _NOTHING
    texts: Sequence[str] = ()

    def __repr__(self) -> str:
        return f"<UnfinishedRow {self.position}>"


_MAX_PLANS = 64
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
        self._plans: dict[tuple[Grant, type[Any]], _RowPlan | None] = {}

    def begin(
        self, position: int, asked: Resume[Any] | CampusForm
    ) -> ResumeView[Any] | FormView | UnfinishedRow | None:
        """Make the row of a resume or form, or begin it if its texts are still to be looked at; None if it is not shown."""
        case = self._asker.case(asked)
        if case is None:
            return None
        grant: Any = case.decision  # a grant, where there is a case
        if isinstance(asked, CampusForm) or (plan := self._plan_of(case, grant, type(asked))) is None:
            return UnfinishedRow(position, case, grant, asked)
        # What the first row by this plan shows, made for any viewer: this row shows the same.
        kept: Any = asked.memo.kept(plan)
        if kept is None:
            name, shown, texts, links = _read_row(plan, case, asked)
            passes = False if links else self._sieve.passes_at_once(name, texts, asked)
            if passes:
                return self._make_row(case, grant, asked, plan, name, shown)
            if passes is None:
                return UnfinishedRow(position, case, grant, asked, plan, name, shown, texts)
            asked.memo.keep(plan, _HAS_HIDDEN)
        elif kept is not _HAS_HIDDEN:
            return make_view(case, grant, self._viewer, self._policy, kept, self._only)
        return UnfinishedRow(position, case, grant, asked)

    def _make_row(
        self,
        case: Case,
        grant: Grant,
        asked: Resume[Any],
        plan: _RowPlan,
        name: str | None,
        shown: Mapping[str, Any],
    ) -> ResumeView[Any]:
        projected = Projected(name, plan.sections(**shown), plan.contact)
        asked.memo.keep(plan, projected)
        return make_view(case, grant, self._viewer, self._policy, projected, self._only)

    def _plan_of(self, case: Case, grant: Grant, kind: Any) -> _RowPlan | None:
        key = grant, kind
        try:
            return self._plans[key]
        except KeyError:
            if len(self._plans) >= _MAX_PLANS:
                self._plans.clear()
        plan = self._plans[key] = _make_plan(
            kind,
            parts_in_row(grant.parts, self._only, grant.document),
            grant.channels,
            Part.NAME in grant.parts,
            self._viewer.language,
            case.in_community,
            self._policy.accounts,
        )
        return plan

    def look_at(self, rows: Iterable[UnfinishedRow]) -> None:
        """Look at the texts of some rows together."""
        texts = [text for row in rows for text in row.texts]
        self._sieve.look_at([*texts, *[row.name for row in rows if row.name is not None]])

    def finish(self, row: UnfinishedRow) -> ResumeView[Any] | FormView:
        """Finish a row that was begun."""
        _, case, grant, asked, plan, name, shown, texts = row
        if plan is not None:
            if self._sieve.passes(name, texts, asked):
                return self._make_row(case, grant, asked, plan, name, shown)
            asked.memo.keep(plan, _HAS_HIDDEN)
        return view_from(case, grant, self._viewer, asked, self._policy, self._only)


def _read_row(
    plan: _RowPlan, case: Case, asked: Resume[Any]
) -> tuple[str | None, dict[str, Any], list[str], list[str]]:
    """Read what a row shows if nothing is hidden: the name of the candidate, the sections, their texts and their links."""
    name = None
    if Part.DISPLAY_NAME in plan.parts:
        name = name_of(asked.basics, plan.language, real=plan.real, in_community=plan.in_community)
    shown: dict[str, Any] = {Part.AVATAR.value: case.avatar} if Part.AVATAR in plan.parts else {}
    texts, links = list[str](), list[str]()
    for part, read, piece_of in plan.piece_plans:
        if piece := piece_of(read(asked)):
            shown[part] = piece
            texts.append(piece)
    for part, read, collect, confine in plan.section_plans:
        value = read(asked)
        if value is None or (type(value) is tuple and not value):
            continue
        if collect is not None:
            collect(value, texts, links)
        shown[part] = value if confine is None else confine(value, plan.parts.__contains__)
    return name, shown, texts, links
