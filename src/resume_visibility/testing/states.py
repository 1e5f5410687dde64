"""Revisions for the states of a document: each state has one of its own, as on a platform."""

from hashlib import sha256
from typing import Any, Final, TypeVar, cast

import attrs

from ..codec.dumping import dump_form, dump_resume
from ..model.campus import CampusForm
from ..model.resume import Resume

D = TypeVar("D", bound=Resume | CampusForm)
"""A resume or form."""
_LETTERS: Final = str.maketrans("0123456789", "ghijklmnop")
"""An id that held a telephone number by chance would be refused."""


def written(document: Resume | CampusForm) -> bytes:
    """A document as JSON."""
    return dump_form(document) if isinstance(document, CampusForm) else dump_resume(document)


def as_own_state(document: D, salt: str = "") -> D:
    """The same document as another state: its revision follows from all that was in it, the old revision included.

    Code that keeps views by viewer, id and revision keeps the rules. It must not be given two documents under one revision.

    Args:
        document: a resume or form.
        salt: what else the revision follows from.
    """
    revision = sha256(written(document) + salt.encode()).hexdigest()[:32].translate(_LETTERS)
    return cast("D", attrs.evolve(cast("Any", document), revision=revision))
