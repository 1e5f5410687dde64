"""Whether a clause of the policy names a viewer, with the action, for the law of default deny (LAW-5)."""

from typing import Any

from ..policy.facts import CANDIDATE_FACTS
from ..policy.situation import Request
from ..policy.table import case_of
from .questions import Case


def is_named_by_clause(case: Case[Any]) -> bool:
    """Whether a clause names this kind of viewer for this action, and the viewer is signed in, if such viewers can be."""
    if not getattr(case.viewer, "signed_in", True):
        return False
    facts = case_of(case.viewer, case.document, case.at, case.policy).facts
    # Who has nothing to be verified by, such as a visitor, is named as they are.
    requests = [Request(facts.document, facts.kind, facts.action, qualified=one) for one in (True, False)]
    every = len(CANDIDATE_FACTS[facts.document])
    return any(len(case.policy.closed_to(request)) < every for request in requests)
