"""The viewers whom the clauses of the policy name, with the actions, for the law of default deny (LAW-5)."""

from ..model.complete import complete
from ..model.parts import Document
from ..model.viewers import Action
from ..policy.facts import ViewerKind

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
        Document.RESUME: complete(_RESUME_ACTIONS, ViewerKind, "testing/named.py"),
        Document.FORM: complete(_FORM_ACTIONS, ViewerKind, "testing/named.py"),
    },
    Document,
    "testing/named.py",
)
"""The actions for which some clause names each kind of viewer, by document. A new kind has no entry, and stops the import."""
