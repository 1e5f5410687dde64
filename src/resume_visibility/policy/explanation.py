"""Why a view shows what it shows: for the platform's own staff, never for the viewer (LAW-3)."""

from collections.abc import Iterator
from datetime import datetime
from typing import overload

import attrs

from ..model.campus import CampusForm
from ..model.instants import instant
from ..model.resume import Resume
from ..model.settings import NameDisplay, Settings, Visibility
from ..model.viewers import Viewer
from .clauses import Clause
from .facts import Facts
from .form_explanation import FormExplanation, explain_form
from .grants import Decision, Grant, Item
from .reasons import SingleChange, blocked, changes_of, clauses_of, rulings_of, switched
from .table import POLICY_2023_04, Policy, case_of


@attrs.frozen
class Ruling:
    """What was decided on one item, and by which clauses."""

    item: Item
    given: bool
    clauses: tuple[Clause, ...]


@attrs.frozen
class Change:
    """What one change by the candidate would do.

    Args:
        setting: which one.
        to: its new value; of "blocks", that the viewer's company is blocked now, or that nobody is.
        shown: whether the resume would be shown then.
        gained: items that would be given in addition.
        lost: items that would no longer be given.
    """

    setting: str
    to: str
    shown: bool
    gained: frozenset[Item]
    lost: frozenset[Item]


@attrs.frozen
class Explanation:
    """A decision with its reasons. It holds facts, clauses and settings, and nothing that a person wrote (LAW-7).

    Args:
        shown: whether there is a view.
        clauses: that granted, or that refused.
        facts: everything that the decision depended on.
        rulings: per part, channel and action; empty where nothing is shown.
        changes: single changes of the candidate's settings that would alter the decision.
    """

    shown: bool
    clauses: tuple[Clause, ...]
    facts: Facts
    rulings: tuple[Ruling, ...]
    changes: tuple[Change, ...]


@overload
def explain(
    viewer: Viewer, resume: Resume, *, at: datetime | None = None, policy: Policy = POLICY_2023_04
) -> Explanation: ...
@overload
def explain(
    viewer: Viewer, resume: CampusForm, *, at: datetime | None = None, policy: Policy = POLICY_2023_04
) -> FormExplanation: ...
def explain(
    viewer: Viewer,
    resume: Resume | CampusForm,
    *,
    at: datetime | None = None,
    policy: Policy = POLICY_2023_04,
) -> Explanation | FormExplanation:
    """Why this viewer is shown what they are shown, from the same facts and the same table as `view_for`.

    Args:
        viewer: as for `view_for`.
        resume: as for `view_for`.
        at: the instant asked about, aware; now, unless given.
        policy: that decides.

    Raises:
        TypeError: `viewer` is no viewer, `policy` no policy, or `resume` neither a resume nor a form.
        InvalidValue: `at` has no time zone.
    """
    moment = instant(at)
    if isinstance(resume, CampusForm):
        return explain_form(viewer, resume, moment, policy)

    def decide(settings: Settings) -> Decision:
        return case_of(viewer, attrs.evolve(resume, settings=settings), moment, policy).decision

    case = case_of(viewer, resume, moment, policy)
    tried = _single_changes(viewer, resume.settings, moment)
    return Explanation(
        shown=isinstance(case.decision, Grant),
        clauses=clauses_of(case.decision, viewer.action),
        facts=case.facts,
        rulings=tuple(Ruling(*told) for told in rulings_of(case.decision)),
        changes=tuple(Change(*told) for told in changes_of(decide, items_of, resume.settings, tried)),
    )


def _single_changes(viewer: Viewer, settings: Settings, at: datetime) -> Iterator[SingleChange]:
    for visibility in Visibility:
        yield "visibility", visibility.value, attrs.evolve(settings, visibility=visibility)
    for display in NameDisplay:
        yield "name_display", display.value, attrs.evolve(settings, name_display=display)
    for nickname in (None, *NameDisplay):
        yield "nickname", nickname.value if nickname else "none", attrs.evolve(settings, nickname=nickname)
    yield from switched(settings, "resume_permission", "chat_permission", "personalised_recommendation")
    yield from blocked(settings, viewer, at)


def items_of(decision: Decision) -> frozenset[Item]:
    """Everything that a decision gives; nothing, where it refuses."""
    if isinstance(decision, Grant):
        return decision.parts | decision.channels | decision.actions
    return frozenset()
