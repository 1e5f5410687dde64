"""What an index may hold of one resume, as a value (SEARCH-1)."""

from datetime import datetime
from typing import Any

import attrs

from ..model.building import Id
from ..model.language import Language
from ..model.parts import Part
from ..model.silent import Silent
from ..model.viewers import Action
from ..policy.facts import Standing, ViewerKind
from .fields import Scalar

LISTS = (Action.RECOMMEND, Action.SEARCH)
"""The actions whose result is a list."""


@attrs.frozen
class Reader:
    """Somebody for whom a document is made, by how they stand to the resume; always verified (GATE-4).

    Args:
        action: the action whose result is the list.
        kind: recruiter or headhunter.
        standing: of their company to the resume.
        conversing: a conversation with their company is running.
    """

    action: Action
    kind: ViewerKind
    standing: Standing
    conversing: bool


@attrs.frozen(repr=False)
class IndexedField(Silent):
    """One field of a document.

    Args:
        path: in the JSON of a view, such as sections.work.position.
        values: as in the JSON of a view, and in its order: to filter, sort and count by.
        terms: of a text, in its order: for search. The marks that redaction leaves give no terms.
    """

    path: str
    values: tuple[Scalar, ...]
    terms: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class IndexDocument(Silent):
    """What an index may hold of one resume, in one language, for viewers who are shown the same of it (SEARCH-1).

    Args:
        resume: the resume's id.
        language: of the display name, and of the marks in redacted texts.
        key: a different one for each document of one resume and language; it says what is shown: `sections`, then + and each
            further part that changes the texts, then - and each section that is not shown.
        parts: the parts that it was made from.
        readers: for whom it is. A filter that lets a viewer find the resume takes the document that names them.
        policy: the version that decided; a document of another version has to be written again.
        until: aware, in UTC; the first instant at which it has to be written again though the resume has not changed, because the
            candidate comes of age (GATE-3).
        fields: those with a value, by path.
    """

    resume: Id
    language: Language
    key: str
    parts: frozenset[Part]
    readers: frozenset[Reader]
    policy: str
    until: datetime
    fields: tuple[IndexedField, ...]

    def __repr__(self) -> str:
        return f"<IndexDocument {self.key}, policy {self.policy}>"

    def content(self) -> dict[str, Any]:
        """What to put into an index, as plain dicts, lists, strings, numbers and booleans."""
        return {
            "resume": self.resume,
            "language": self.language.value,
            "key": self.key,
            "policy": self.policy,
            "values": {field.path: list(field.values) for field in self.fields},
            "terms": {field.path: list(field.terms) for field in self.fields if field.terms},
        }
