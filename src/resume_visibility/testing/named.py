"""The viewers whom the clauses of the policy name, with the actions, for the law of default deny (LAW-5)."""

from ..model.complete import complete
from ..model.parts import Document
from ..model.viewers import Action
from ..policy.facts import Kind

_NOTHING = frozenset[Action]()
_EVERYTHING = frozenset(Action)
_ALL_BUT_CHAT = _EVERYTHING - {Action.CHAT}
_OWN = frozenset({Action.VIEW, Action.EXPORT})
_ON_RESUMES = {
    Kind.OWNER: _ALL_BUT_CHAT,
    Kind.RECRUITER: _EVERYTHING,
    Kind.HEADHUNTER: _EVERYTHING,
    Kind.MAILBOX: _ALL_BUT_CHAT,
    Kind.COMMUNITY_MEMBER: _ALL_BUT_CHAT,
    Kind.RECOMMENDER: _ALL_BUT_CHAT,
    Kind.RECIPIENT: _ALL_BUT_CHAT,
    Kind.SCHOOL: _ALL_BUT_CHAT,
    Kind.SUPPORT_AGENT: _ALL_BUT_CHAT,
    Kind.VISITOR: _NOTHING,
}
_ON_FORMS = {
    Kind.OWNER: _OWN,
    Kind.RECRUITER: _OWN,
    Kind.HEADHUNTER: _NOTHING,
    Kind.MAILBOX: _NOTHING,
    Kind.COMMUNITY_MEMBER: _NOTHING,
    Kind.RECOMMENDER: _NOTHING,
    Kind.RECIPIENT: _NOTHING,
    Kind.SCHOOL: frozenset({Action.VIEW}),
    Kind.SUPPORT_AGENT: _NOTHING,
    Kind.VISITOR: _NOTHING,
}
NAMED = {
    Document.RESUME: complete(_ON_RESUMES, Kind, "testing/named.py"),
    Document.FORM: complete(_ON_FORMS, Kind, "testing/named.py"),
}
"""The actions for which some clause names each kind of viewer, by document. A new kind has no entry, and stops the import."""
