"""JSON Schema 2020-12 of what the library reads and writes, made from the same types as its readers.

The reader refuses whatever a schema refuses. The descriptions state what the reader requires beyond the schema: for each class,
the docstring of its `_problems`.
"""

from typing import Any

from ..model.arguments import expect
from ..model.building import Choice
from ..model.campus import CampusForm
from ..model.complete import complete
from ..model.own import shown_of
from ..model.resume import Resume, expect_resume
from ..model.settings import Settings
from ..model.viewers import KINDS, Viewer
from ..projection.form_view import FormView
from ..projection.records import AccessRecord
from ..projection.view import ResumeView
from .definitions import Definitions, Schema, in_a_line
from .dumping import VIEW_SCHEMA
from .parsing import MAX_BYTES

DOCUMENT_SCHEMA = "1"
"""The version of the schemas of documents that are read; `VIEW_SCHEMA` is the version for views."""


class Subject(Choice):
    """A kind of document that has a schema."""

    RESUME = "resume"
    SETTINGS = "settings"
    VIEWER = "viewer"
    FORM = "form"
    VIEW = "view"
    FORM_VIEW = "form_view"
    RECORD = "record"


_ROOT_CLASSES: dict[Subject, Any] = {
    Subject.RESUME: Resume,
    Subject.SETTINGS: Settings,
    Subject.VIEWER: Viewer,
    Subject.FORM: CampusForm,
    Subject.VIEW: ResumeView,
    Subject.FORM_VIEW: FormView,
    Subject.RECORD: AccessRecord,
}
_ROOTS = complete(_ROOT_CLASSES, Subject)
_VIEWS = (Subject.VIEW, Subject.FORM_VIEW)

_READ = f"""What this schema refuses does not load. The loader asks more where a description says so, and of every
document that no key comes twice, that no whole number has a fraction (1.0), that no text holds half of a
character (a lone surrogate), that a day is in the calendar, and that there are at most {MAX_BYTES} bytes."""
_WRITTEN = """What a view is written as. A part in `withheld` has no key in `sections` and `contact`; every other part has
one, null or an empty list where the candidate gave nothing. Marks of redaction may make a text longer than it was."""


def schema_of(subject: Subject, *, of: type[Resume[Any]] = Resume) -> Schema:
    """The schema of a document, in JSON Schema 2020-12.

    Args:
        subject: the kind of the document.
        of: the class of the resumes, if they have sections or fields of their own.

    Returns:
        Plain dicts, lists, strings, numbers and booleans, fresh each time.

    Raises:
        TypeError: `subject` is not a subject, or `of` not a class of resumes.
    """
    expect("subject", subject, Subject)
    expect_resume(of)
    written = subject in _VIEWS
    definitions = _definitions("#/$defs/", of)
    root = definitions.of(of if subject is Subject.RESUME else _ROOTS[subject], written)
    own = "" if of is Resume or subject not in (Subject.RESUME, Subject.VIEW) else f":{of.__name__}"
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:resume-visibility:{subject.value}:{VIEW_SCHEMA if written else DOCUMENT_SCHEMA}{own}",
        "description": in_a_line(_WRITTEN if written else _READ),
        **root,
        "$defs": definitions.made,
    }


def openapi_components(*, of: type[Resume[Any]] = Resume) -> Schema:
    """Give every definition of every schema, as a part of an OpenAPI 3.1 document: `{"components": {"schemas": {…}}}`.

    Args:
        of: the class of the resumes, if they have sections or fields of their own.

    Returns:
        Plain dicts, lists, strings, numbers and booleans, fresh each time.

    Raises:
        TypeError: `of` is no class of resumes.
    """
    expect_resume(of)
    definitions = _definitions("#/components/schemas/", of)
    for subject, root in _ROOTS.items():
        definitions.of(of if subject is Subject.RESUME else root, subject in _VIEWS)
    definitions.made["Viewer"]["discriminator"] = {
        "propertyName": "kind",
        "mapping": {kind: f"{definitions.place}{cls.__name__}" for kind, cls in KINDS.items()},
    }
    return {"components": {"schemas": definitions.made}}


def _definitions(place: str, of: Any) -> Definitions:
    return Definitions(place, shown_of(of))
