"""Single cases of a policy, by their facts."""

from resume_visibility.policy import Facts
from resume_visibility.policy.decisions import Decision
from resume_visibility.policy.facts import CandidateFacts, ViewerFacts
from resume_visibility.policy.table import POLICY_2023_04, Policy


def split_facts(facts: Facts) -> tuple[ViewerFacts, CandidateFacts]:
    """The two halves of some facts."""
    return (
        ViewerFacts._make(getattr(facts, name) for name in ViewerFacts._fields),
        CandidateFacts._make(getattr(facts, name) for name in CandidateFacts._fields),
    )


def decision_on(facts: Facts, policy: Policy = POLICY_2023_04) -> Decision:
    """What a policy decides on some facts, from its table."""
    viewer, candidate = split_facts(facts)
    return policy.row(viewer)[candidate].decision
