"""The viewers whom the clauses of the policy name, with the actions, for the law of default deny (LAW-5)."""

from typing import Any

from ..model.complete import complete
from ..model.parts import Document
from ..model.viewers import Action
from ..policy.facts import CANDIDATE_FACTS, FORM_VIEWER_KINDS, ViewerKind
from ..policy.situation import Request
from ..policy.table import case_of
from .questions import Case

_VIEW = frozenset({Action.VIEW})
_VIEW_AND_EXPORT = frozenset({Action.VIEW, Action.EXPORT})
_OF_COMPANIES = frozenset({Action.RECOMMEND, Action.SEARCH, Action.VIEW, Action.EXPORT, Action.CHAT})
# Each action by its name: no clause names a new one until somebody writes it here.
_RESUME_ACTIONS = {
    ViewerKind.OWNER: _VIEW_AND_EXPORT,
    ViewerKind.RECRUITER: _OF_COMPANIES,
    ViewerKind.HEADHUNTER: _OF_COMPANIES,
    ViewerKind.MAILBOX: _VIEW,
    ViewerKind.COMMUNITY_MEMBER: _VIEW,
    ViewerKind.RECOMMENDER: _VIEW,
    ViewerKind.RECIPIENT: _VIEW,
    ViewerKind.SCHOOL: _VIEW,
    ViewerKind.SUPPORT_AGENT: _VIEW,
    ViewerKind.VISITOR: frozenset[Action](),
}
_FORM_ACTIONS = {
    ViewerKind.OWNER: _VIEW_AND_EXPORT,
    ViewerKind.RECRUITER: _VIEW_AND_EXPORT,
    ViewerKind.SCHOOL: _VIEW,
    **{kind: frozenset[Action]() for kind in ViewerKind if kind not in FORM_VIEWER_KINDS},
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
