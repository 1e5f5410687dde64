"""Contact details typed into free text, found whatever their disguise and redacted (CONTACT-2)."""

from resume_visibility.projection.contacts.details import (
    ALL_DETAILS,
    HOMEPAGE_MARK,
    MARKS,
    NAME_MARK,
    ROUNDS,
    Detail,
    holds_mark,
    mark_places,
    merged,
    spliced,
)
from resume_visibility.projection.contacts.folding import Folded, fold
from resume_visibility.projection.contacts.guard import carries, look_at
from resume_visibility.projection.contacts.links import link_gives_contact
from resume_visibility.projection.contacts.own import own_spans, redact_own
from resume_visibility.projection.contacts.own_lines import Line
from resume_visibility.projection.contacts.redaction import detail_spans, redact
from resume_visibility.projection.contacts.survey import suspects

__all__ = [
    "ALL_DETAILS",
    "HOMEPAGE_MARK",
    "MARKS",
    "NAME_MARK",
    "ROUNDS",
    "Detail",
    "Folded",
    "Line",
    "carries",
    "detail_spans",
    "fold",
    "holds_mark",
    "link_gives_contact",
    "look_at",
    "mark_places",
    "merged",
    "own_spans",
    "redact",
    "redact_own",
    "spliced",
    "suspects",
]
