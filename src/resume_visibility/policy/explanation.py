"""Why a view shows what it shows: for the platform's own staff, never for the viewer (LAW-3)."""

from collections.abc import Iterator
from datetime import datetime

import attrs

from ..model.instants import instant
from ..model.resume import Resume
from ..model.settings import NameDisplay, Visibility
from ..model.viewers import Viewer
from .clauses import Clause
from .facts import Facts, Standing
from .grants import Decision, Grant, Item
from .table import case_of, decision_on


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
        setting: which one; "blocks" stands for blocking or unblocking the viewer's company.
        to: its new value.
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


def explain(viewer: Viewer, resume: Resume, *, at: datetime | None = None) -> Explanation:
    """Why this viewer is shown what they are shown, from the same facts and the same table as `view_for`.

    Args:
        viewer: as for `view_for`.
        resume: as for `view_for`.
        at: the instant asked about, aware; now, unless given.

    Raises:
        TypeError: `viewer` is no viewer or `resume` no resume.
        InvalidValue: `at` has no time zone.
    """
    moment = instant(at)
    case = case_of(viewer, resume, moment)
    without_blocks = attrs.evolve(resume, settings=attrs.evolve(resume.settings, blocks=()))
    unblocked = case_of(viewer, without_blocks, moment).facts
    decision = case.decision
    return Explanation(
        shown=isinstance(decision, Grant),
        clauses=_clauses(decision, case.facts),
        facts=case.facts,
        rulings=tuple(_rulings(decision)),
        changes=tuple(_changes(case.facts, unblocked, decision)),
    )


def _clauses(decision: Decision, facts: Facts) -> tuple[Clause, ...]:
    if isinstance(decision, Grant):
        return dict(decision.given)[facts.action]
    return decision.refused_by


def _rulings(decision: Decision) -> Iterator[Ruling]:
    if isinstance(decision, Grant):
        yield from (Ruling(item, True, clauses) for item, clauses in decision.given)
        yield from (Ruling(item, False, clauses) for item, clauses in decision.refused)


def _changes(facts: Facts, unblocked: Facts, decision: Decision) -> Iterator[Change]:
    before = items_of(decision)
    for setting, to, changed in (*_single_changes(facts), ("blocks", "unblocked", unblocked)):
        other = decision_on(changed)
        after = items_of(other)
        if after != before:
            yield Change(setting, to, isinstance(other, Grant), after - before, before - after)


def _single_changes(facts: Facts) -> Iterator[tuple[str, str, Facts]]:
    for visibility in Visibility:
        yield "visibility", visibility.value, attrs.evolve(facts, visibility=visibility)
    for name_display in NameDisplay:
        yield "name_display", name_display.value, attrs.evolve(facts, name_display=name_display)
    for on in (True, False):
        yield "resume_permission", str(on).lower(), attrs.evolve(facts, resume_permission=on)
        yield "chat_permission", str(on).lower(), attrs.evolve(facts, chat_permission=on)
    if facts.kind.has_company:
        yield "blocks", "blocked", attrs.evolve(facts, standing=Standing.BLOCKED)


def items_of(decision: Decision) -> frozenset[Item]:
    """Everything that a decision gives; nothing, where it refuses."""
    if isinstance(decision, Grant):
        return decision.parts | decision.channels | decision.actions
    return frozenset()
