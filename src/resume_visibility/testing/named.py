"""The viewers whom the clauses of the policy name, with the actions, for the law of default deny (LAW-5)."""

from typing import Any

from ..model.complete import complete
from ..model.parts import Document
from ..model.viewers import Action
from ..policy.facts import CANDIDATE_FACTS, ViewerKind
from ..policy.situation import Request
from ..policy.table import case_of
from .questions import Case

_NO_ACTIONS = frozenset[Action]()
_ALL_ACTIONS = frozenset(Action)
_ALL_BUT_CHAT = _ALL_ACTIONS - {Action.CHAT}
_VIEW_AND_EXPORT = frozenset({Action.VIEW, Action.EXPORT})
_RESUME_ACTIONS = {
    ViewerKind.OWNER: _ALL_BUT_CHAT,
    ViewerKind.RECRUITER: _ALL_ACTIONS,
    ViewerKind.HEADHUNTER: _ALL_ACTIONS,
    ViewerKind.MAILBOX: _ALL_BUT_CHAT,
    ViewerKind.COMMUNITY_MEMBER: _ALL_BUT_CHAT,
    ViewerKind.RECOMMENDER: _ALL_BUT_CHAT,
    ViewerKind.RECIPIENT: _ALL_BUT_CHAT,
    ViewerKind.SCHOOL: _ALL_BUT_CHAT,
    ViewerKind.SUPPORT_AGENT: _ALL_BUT_CHAT,
    ViewerKind.VISITOR: _NO_ACTIONS,
}
_FORM_ACTIONS = {
    ViewerKind.OWNER: _VIEW_AND_EXPORT,
    ViewerKind.RECRUITER: _VIEW_AND_EXPORT,
    ViewerKind.HEADHUNTER: _NO_ACTIONS,
    ViewerKind.MAILBOX: _NO_ACTIONS,
    ViewerKind.COMMUNITY_MEMBER: _NO_ACTIONS,
    ViewerKind.RECOMMENDER: _NO_ACTIONS,
    ViewerKind.RECIPIENT: _NO_ACTIONS,
    ViewerKind.SCHOOL: frozenset({Action.VIEW}),
    ViewerKind.SUPPORT_AGENT: _NO_ACTIONS,
    ViewerKind.VISITOR: _NO_ACTIONS,
}
NAMED_ACTIONS = complete(
    {
        Document.RESUME: complete(_RESUME_ACTIONS, ViewerKind),
        Document.FORM: complete(_FORM_ACTIONS, ViewerKind),
    },
    Document,
)
"""The actions for which some clause names each kind of viewer, by document. A new kind has no entry, and stops the import."""


def is_named_by_clause(case: Case[Any]) -> bool:
    """Whether a clause names this kind of viewer for this action, and the viewer is signed in, if such viewers can be."""
    if not getattr(case.viewer, "signed_in", True):
        return False
    facts = case_of(case.viewer, case.document, case.at, case.policy).facts
    if case.viewer.action in NAMED_ACTIONS[facts.document][facts.kind]:
        return True
    # A policy of one's own may name others; who has nothing to be verified by, such as a visitor, is named as they are.
    requests = [Request(facts.document, facts.kind, facts.action, qualified=one) for one in (True, False)]
    every = len(CANDIDATE_FACTS[facts.document])
    return any(len(case.policy.closed_to(request)) < every for request in requests)
