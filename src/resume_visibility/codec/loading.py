"""JSON in. Strict: nothing is coerced, nothing is dropped, and every problem is told at once with its path.

An error holds no value from the input, in its text, its traceback or its context (LAW-7): it is raised where the input
is no longer in reach.
"""

from typing import TypeVar, cast

from ..errors import InvalidForm, InvalidRecord, InvalidResume, InvalidSettings, InvalidValue, InvalidViewer
from ..model.campus import CampusForm
from ..model.resume import Resume
from ..model.settings import Settings
from ..model.viewers import Viewer
from ..projection.records import AccessRecord
from .parsing import Document, Refused, parse
from .structuring import CONVERTER

_T = TypeVar("_T")


def load_resume(document: Document) -> Resume:
    """Read a resume from JSON.

    Args:
        document: UTF-8 bytes, text, or what `json.loads` makes of them; at most 8 MiB.

    Raises:
        InvalidResume: with every problem at once (of more than 1000, the first), and nothing of the document.
        TypeError: `document` is none of the three.
    """
    loaded = _load(document, Resume)
    del document
    if isinstance(loaded, Refused):
        raise _error(loaded, InvalidResume, "resume")
    return loaded


def load_form(document: Document) -> CampusForm:
    """Read a campus or company-made form from JSON.

    Args:
        document: as for `load_resume`.

    Raises:
        InvalidForm: with every problem at once (of more than 1000, the first), and nothing of the document.
        TypeError: `document` is none of the three.
    """
    loaded = _load(document, CampusForm)
    del document
    if isinstance(loaded, Refused):
        raise _error(loaded, InvalidForm, "form")
    return loaded


def is_form(document: Document) -> bool:
    """Whether a document says that it is a form: it names a company, as a resume never does.

    Args:
        document: as for `load_resume`.
    """
    parsed = parse(document)
    return isinstance(parsed, dict) and "company" in parsed


def load_viewer(document: Document) -> Viewer:
    """Read a viewer from JSON; its `kind` tells which.

    Args:
        document: as for `load_resume`.

    Raises:
        InvalidViewer: with every problem at once (of more than 1000, the first), and nothing of the document.
        TypeError: `document` is none of the three.
    """
    loaded: Viewer | Refused = _load(document, cast("type[Viewer]", Viewer))
    del document
    if isinstance(loaded, Refused):
        raise _error(loaded, InvalidViewer, "viewer")
    return loaded


def load_settings(document: Document) -> Settings:
    """Read a candidate's settings from JSON, as a resume holds them: to see what they would change (`difference`).

    Args:
        document: as for `load_resume`.

    Raises:
        InvalidSettings: with every problem at once (of more than 1000, the first), and nothing of the document.
        TypeError: `document` is none of the three.
    """
    loaded = _load(document, Settings)
    del document
    if isinstance(loaded, Refused):
        raise _error(loaded, InvalidSettings, "settings")
    return loaded


def load_record(document: Document) -> AccessRecord:
    """Read an access record from JSON (NOTICE-1).

    Args:
        document: as for `load_resume`.

    Raises:
        InvalidRecord: with every problem at once (of more than 1000, the first), and nothing of the document.
        TypeError: `document` is none of the three.
    """
    loaded = _load(document, AccessRecord)
    del document
    if isinstance(loaded, Refused):
        raise _error(loaded, InvalidRecord, "record")
    return loaded


def _load(document: Document, target: type[_T]) -> _T | Refused:
    parsed = parse(document)
    if isinstance(parsed, Refused):
        return parsed
    try:
        return CONVERTER.structure(parsed, target)
    except InvalidValue as error:
        return Refused(error.problems)


def _error(refused: Refused, kind: type[InvalidValue], subject: str) -> Exception:
    return TypeError(refused.mistake) if refused.mistake else kind(subject, refused.problems)
