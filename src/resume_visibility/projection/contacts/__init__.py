"""Contact details typed into free text, found whatever their disguise and redacted (CONTACT-2)."""

from resume_visibility.projection.contacts.details import (
    ALL_DETAILS,
    HOMEPAGE_MARK,
    MARKS,
    NAME_MARK,
    ROUNDS,
    Detail,
    holds_mark,
    without_marks,
)
from resume_visibility.projection.contacts.folding import Folded, fold
from resume_visibility.projection.contacts.guard import carries, look_at
from resume_visibility.projection.contacts.links import link_gives_contact
from resume_visibility.projection.contacts.own import redact_own
from resume_visibility.projection.contacts.redaction import redact
from resume_visibility.projection.contacts.survey import suspects

__all__ = [
    "ALL_DETAILS",
    "HOMEPAGE_MARK",
    "MARKS",
    "NAME_MARK",
    "ROUNDS",
    "Detail",
    "Folded",
    "carries",
    "fold",
    "holds_mark",
    "link_gives_contact",
    "look_at",
    "redact",
    "redact_own",
    "suspects",
    "without_marks",
]
