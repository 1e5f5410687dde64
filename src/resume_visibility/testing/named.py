"""The viewers whom the clauses of the policy name, with the actions, for the law of default deny (LAW-5)."""

from ..model.complete import complete
from ..model.parts import Document
from ..model.viewers import Action
from ..policy.facts import Kind

_NO_ACTIONS = frozenset[Action]()
_ALL_ACTIONS = frozenset(Action)
_ALL_BUT_CHAT = _ALL_ACTIONS - {Action.CHAT}
_VIEW_AND_EXPORT = frozenset({Action.VIEW, Action.EXPORT})
_RESUME_ACTIONS = {
    Kind.OWNER: _ALL_BUT_CHAT,
    Kind.RECRUITER: _ALL_ACTIONS,
    Kind.HEADHUNTER: _ALL_ACTIONS,
    Kind.MAILBOX: _ALL_BUT_CHAT,
    Kind.COMMUNITY_MEMBER: _ALL_BUT_CHAT,
    Kind.RECOMMENDER: _ALL_BUT_CHAT,
    Kind.RECIPIENT: _ALL_BUT_CHAT,
    Kind.SCHOOL: _ALL_BUT_CHAT,
    Kind.SUPPORT_AGENT: _ALL_BUT_CHAT,
    Kind.VISITOR: _NO_ACTIONS,
}
_FORM_ACTIONS = {
    Kind.OWNER: _VIEW_AND_EXPORT,
    Kind.RECRUITER: _VIEW_AND_EXPORT,
    Kind.HEADHUNTER: _NO_ACTIONS,
    Kind.MAILBOX: _NO_ACTIONS,
    Kind.COMMUNITY_MEMBER: _NO_ACTIONS,
    Kind.RECOMMENDER: _NO_ACTIONS,
    Kind.RECIPIENT: _NO_ACTIONS,
    Kind.SCHOOL: frozenset({Action.VIEW}),
    Kind.SUPPORT_AGENT: _NO_ACTIONS,
    Kind.VISITOR: _NO_ACTIONS,
}
NAMED_ACTIONS = {
    Document.RESUME: complete(_RESUME_ACTIONS, Kind, "testing/named.py"),
    Document.FORM: complete(_FORM_ACTIONS, Kind, "testing/named.py"),
}
"""The actions for which some clause names each kind of viewer, by document. A new kind has no entry, and stops the import."""
