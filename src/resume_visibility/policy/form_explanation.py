"""Why a view of a form shows what it shows: for the platform's own staff, never for the viewer (LAW-3)."""

from datetime import datetime

import attrs

from ..model.campus import CampusForm
from ..model.settings import Settings
from ..model.viewers import Viewer
from .clauses import Clause
from .form_cases import form_case_of
from .forms import FormDecision, FormFacts, FormGrant, FormItem
from .reasons import blocked, changes_of, clauses_of, rulings_of, switched
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

    def decide(settings: Settings) -> FormDecision:
        return form_case_of(viewer, attrs.evolve(form, settings=settings), at, policy).decision

    case = form_case_of(viewer, form, at, policy)
    tried = (*switched(form.settings, "resume_permission"), *blocked(form.settings, viewer, at))
    return FormExplanation(
        shown=isinstance(case.decision, FormGrant),
        clauses=clauses_of(case.decision, viewer.action),
        facts=case.facts,
        rulings=tuple(FormRuling(*told) for told in rulings_of(case.decision)),
        changes=tuple(FormChange(*told) for told in changes_of(decide, _items_of, form.settings, tried)),
    )


def _items_of(decision: FormDecision) -> frozenset[FormItem]:
    return decision.parts | decision.actions if isinstance(decision, FormGrant) else frozenset()
