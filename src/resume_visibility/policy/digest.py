"""Digests of what a policy decides and states: another digest means that its rules were changed, whatever its version says."""

import json
from collections.abc import Iterable
from functools import cache
from hashlib import sha256

import attrs

from ..model.building import Choice
from ..model.parts import Document
from ..model.viewers import Action
from .decisions import Decision, Refusal
from .facts import VIEWER_FACTS, Sharing
from .table import Policy


def digest_of_decisions(policy: Policy, document: Document, action: Action) -> str:
    """SHA-256, in hexadecimal, of every decision of a policy on an action, and of what its ruleset holds beside the decisions. Decisions
    that were not made before are made now.

    Raises:
        TypeError: the ruleset returned something else than a decision, or cites a clause without a text.
    """
    ruleset = policy.ruleset
    sharing = (f"{kind.name}:{ruleset.sharing[kind].name}" for kind in Sharing if kind in ruleset.sharing)
    beside = (str(ruleset.age), str(ruleset.most_fresh), _spelled(ruleset.shareable), *sharing)
    digest = sha256(" ".join(beside).encode())
    spelled = cache(_spelled_decision)  # equal decisions are one object
    for viewer in VIEWER_FACTS:
        if viewer.document is document and viewer.action is action:
            for entry in policy.row(viewer).values():
                digest.update(spelled(entry.decision).encode())
    return digest.hexdigest()


def digest_of_policy(policy: Policy) -> str:
    """SHA-256, in hexadecimal, of every decision of a policy, of what its ruleset holds beside the decisions, of its readings and of its
    kinds of account: of whatever decides what anybody is shown. Its version and who confirmed it are not in it.

    Raises:
        TypeError: the ruleset returned something else than a decision, or cites a clause without a text.
    """
    asked = [(document, action) for document in Document for action in Action]
    decided = [digest_of_decisions(policy, document, action) for document, action in asked]
    chosen = [f"{name}:{value}" for name, value in attrs.asdict(policy.readings).items()]
    return sha256(json.dumps([decided, chosen, sorted(policy.accounts)]).encode()).hexdigest()


def digest_of_texts(policy: Policy) -> str:
    """SHA-256, in hexadecimal, of every text that a policy has beside its decisions: what each rule states and quotes, the readings with
    both sides, the safety statements, the edition, and the required fields. The order of rules and statements is not in it.

    Raises:
        TypeError: a rule has no text.
    """
    rules, ruleset = policy.rules, policy.ruleset
    texts = {
        "rules": {rule: attrs.astuple(text, recurse=False) for rule, text in rules.items()},
        "readings": {one.id: attrs.astuple(one, recurse=False) for one in ruleset.readings()},
        "statements": {one.name: (sorted(one.rules), one.words) for one in policy.statements},
        "edition": ruleset.edition.words,
        "required": {document.value: sorted(paths) for document, paths in ruleset.required.items()},
    }
    return sha256(json.dumps(texts, sort_keys=True).encode()).hexdigest()


def _spelled_decision(decision: Decision) -> str:
    """A decision in words. Rules of one's own may collect items and clauses in a set, which has another order in each process."""
    if isinstance(decision, Refusal):
        return f"\nrefused {_spelled(decision.refused_by)}"
    shown = (_spelled(items) for items in (decision.parts, decision.channels, decision.actions))
    cited = (
        "; ".join(sorted(f"{_spelled([item])} {_spelled(clauses)}" for item, clauses in pairs))
        for pairs in (decision.given, decision.refused)
    )
    return f"\ngranted {' | '.join((*shown, *cited))}"


def _spelled(choices: Iterable[Choice]) -> str:
    return " ".join(sorted(f"{type(choice).__name__}.{choice.name}" for choice in choices))
