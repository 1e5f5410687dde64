"""`view_for` and `explain`, of questions that the independent reference answers in the same way."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, TypeVar

import attrs

import oracle
import resume_visibility
from resume_visibility import POLICY_2023_04, CampusForm, Part, Policy, Resume, ResumeView, Viewer
from resume_visibility.model.instants import instant
from resume_visibility.policy import V2023_04, Facts, Grant, ViewerKind
from resume_visibility.policy.table import case_of

NAMES = tuple(field.name for field in attrs.fields(Facts))
_F = TypeVar("_F", bound=Callable[..., object])


def plainly(facts: Facts) -> dict[str, object]:
    """Every fact, as its plain value."""
    fields = {name: getattr(facts, name) for name in NAMES}
    return {name: getattr(fact, "value", fact) for name, fact in fields.items()}


def agree(
    viewer: Viewer, document: Resume | CampusForm, at: datetime, policy: Policy = POLICY_2023_04
) -> Any:
    """The view, once facts, decision and all that is learnt on the way were found to be those of the reference."""
    question = viewer, document, at, policy.readings
    case, expected = case_of(viewer, document, instant(at), policy), oracle.expected(*question)
    view: Any = resume_visibility.view_for(viewer, document, at=at, policy=policy)
    assert plainly(case.facts) == vars(oracle.plain_facts(*question))
    assert isinstance(case.decision, Grant) == (view is not None) == (expected is not None)
    if expected is None or not isinstance(case.decision, Grant):
        return view
    assert {part.value for part in case.decision.parts} == expected.parts
    assert {channel.value for channel in case.decision.channels} == expected.channels
    assert {action.value for action in case.decision.actions} == expected.actions
    assert case.attachments == oracle.attachment_ids(*question)
    assert case.deliveries == oracle.deliveries(*question)
    assert case.id == view.id == oracle.shown_id(*question)
    if Part.AVATAR in case.decision.parts:
        assert case.avatar == oracle.shown_avatar(*question)
    assert (view.withheld, view.actions) == (case.decision.withheld, case.decision.actions)
    assert view.display_name == oracle.display_name(*question)
    deliveries, line = view.sections.delivery, None
    if isinstance(view, ResumeView):
        assert view.contact.channels == case.decision.channels
        assert {a.id for a in view.sections.attachments} == case.attachments
        assert view.sections.avatar == oracle.shown_avatar(*question)
        line = view.contact.virtual_number
    else:
        deliveries = (deliveries,) if deliveries else ()
    assert [one.at for one in deliveries] == [one.at for one in case.deliveries]
    if case.facts.kind is ViewerKind.OWNER:
        assert case.virtual_numbers == getattr(document, "virtual_numbers", ())
        return view
    bound = oracle.virtual_number(*question)
    assert (case.virtual_number, case.virtual_numbers) == (bound, ())
    assert (line and (line.number, line.valid_until)) == (bound and (bound.number, bound.valid_until))
    assert case.fresh_until == view.fresh_until == oracle.fresh_until(*question)
    return view


def _of_both(asked: _F) -> _F:
    """The same function, which first asks the reference as well; not where other rules decide than those of April 2023."""

    @wraps(asked)
    def both(viewer: Any, document: Any, *, at: Any, policy: Policy = POLICY_2023_04) -> object:
        if policy.ruleset is V2023_04:
            agree(viewer, document, at, policy)
        return asked(viewer, document, at=at, policy=policy)

    both_too: Any = both
    answer: _F = both_too
    return answer


view_for = _of_both(resume_visibility.view_for)
explain = _of_both(resume_visibility.explain)
