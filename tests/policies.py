"""Policies that the command line is asked about, by their place here."""

import attrs

from resume_visibility import Policy
from resume_visibility.policy import V2023_04, Facts, Readings
from resume_visibility.policy.decisions import Decision
from resume_visibility.policy.facts import Standing


def _blind(facts: Facts, readings: Readings) -> Decision:
    """The rules, but that a block is overlooked."""
    if facts.standing is Standing.BLOCKED:
        facts = attrs.evolve(facts, standing=Standing.NONE)
    return V2023_04.decide(facts, readings)


BLIND = Policy("blind", ruleset=attrs.evolve(V2023_04, decide=_blind))
EXPORTED = Policy("exported", readings=Readings(chat_only_forbids_export=False))
NO_POLICY = "a policy"
