"""Why a view of a form shows what it shows: for the platform's own staff, never for the viewer (LAW-3)."""

from collections.abc import Iterator
from datetime import datetime

import attrs

from ..model.campus import CampusForm
from ..model.settings import CompanyBlock, Settings
from ..model.viewers import Viewer
from .clauses import Clause
from .form_cases import form_case_of
from .forms import FormDecision, FormFacts, FormGrant, FormItem
from .standing import company_of
from .table import Policy


@attrs.frozen
class FormRuling:
    """What was decided on one item of a form, and by which clauses."""

    item: FormItem
    given: bool
    clauses: tuple[Clause, ...]


@attrs.frozen
class FormChange:
    """What one change by the candidate would do.

    Args:
        setting: which one.
        to: its new value; of "blocks", that the viewer's company is blocked now, or that nobody is.
        shown: whether the form would be shown then.
        gained: items that would be given in addition.
        lost: items that would no longer be given.
    """

    setting: str
    to: str
    shown: bool
    gained: frozenset[FormItem]
    lost: frozenset[FormItem]


@attrs.frozen
class FormExplanation:
    """A decision on a form with its reasons. It holds facts, clauses and settings, and nothing that a person wrote (LAW-7).

    Args:
        shown: whether there is a view.
        clauses: that granted, or that refused.
        facts: everything that the decision depended on.
        rulings: per part and action; empty where nothing is shown.
        changes: single changes of the candidate's settings that would alter the decision.
    """

    shown: bool
    clauses: tuple[Clause, ...]
    facts: FormFacts
    rulings: tuple[FormRuling, ...]
    changes: tuple[FormChange, ...]


def explain_form(viewer: Viewer, form: CampusForm, at: datetime, policy: Policy) -> FormExplanation:
    """What `explain` answers for a form.

    Args:
        viewer: who asks.
        form: asked for.
        at: aware, in UTC.
        policy: that decides.
    """
    case = form_case_of(viewer, form, at, policy)
    decision = case.decision
    return FormExplanation(
        shown=isinstance(decision, FormGrant),
        clauses=_clauses(decision, case.facts),
        facts=case.facts,
        rulings=tuple(_rulings(decision)),
        changes=tuple(_changes(viewer, form, at, policy, _items_of(decision))),
    )


def _clauses(decision: FormDecision, facts: FormFacts) -> tuple[Clause, ...]:
    if isinstance(decision, FormGrant):
        return dict(decision.given)[facts.action]
    return decision.refused_by


def _rulings(decision: FormDecision) -> Iterator[FormRuling]:
    if isinstance(decision, FormGrant):
        yield from (FormRuling(item, True, clauses) for item, clauses in decision.given)
        yield from (FormRuling(item, False, clauses) for item, clauses in decision.refused)


def _changes(
    viewer: Viewer, form: CampusForm, at: datetime, policy: Policy, before: frozenset[FormItem]
) -> Iterator[FormChange]:
    for setting, to, changed in _single_changes(viewer, form.settings, at):
        other = form_case_of(viewer, attrs.evolve(form, settings=changed), at, policy).decision
        after = _items_of(other)
        if after != before:
            yield FormChange(setting, to, isinstance(other, FormGrant), after - before, before - after)


def _single_changes(viewer: Viewer, settings: Settings, at: datetime) -> Iterator[tuple[str, str, Settings]]:
    for on in (True, False):
        yield "resume_permission", str(on).lower(), attrs.evolve(settings, resume_permission=on)
    company = company_of(viewer)
    if company is not None and company.id is not None:
        block = CompanyBlock(company=company.id, at=at)
        yield "blocks", "blocked", attrs.evolve(settings, blocks=(*settings.blocks, block))
    yield "blocks", "none", attrs.evolve(settings, blocks=())


def _items_of(decision: FormDecision) -> frozenset[FormItem]:
    if isinstance(decision, FormGrant):
        return frozenset(item for item, _ in decision.given)
    return frozenset()
