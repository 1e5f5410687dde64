"""JSON in. It is strict: nothing is dropped, nothing is guessed, and every problem is listed at once with its path.

An error holds no value from the input, in its text, its traceback or its context (LAW-7): it is raised where the input
is no longer in reach.
"""

import re
from collections.abc import Iterable
from typing import Any, TypeVar, cast, overload

import attrs

from .. import model, projection  # by which annotations name what no resume needs
from ..errors import (
    InvalidForm,
    InvalidRecord,
    InvalidResume,
    InvalidSettings,
    InvalidValue,
    InvalidViewer,
    Problem,
)
from ..model.arguments import expect
from ..model.building import Uncheckable, names_of, stated_in_json
from ..model.memo import STORED
from ..model.resume import Resume, expect_resume
from ..model.settings import Settings
from ..model.viewers import Viewer
from .parsing import JsonDocument, Object, Refused, parse, stored_as, with_text_keys
from .reading import at_once

_T = TypeVar("_T")
_R = TypeVar("_R", bound=Resume[Any])


@overload
def load_resume(document: JsonDocument, *, findings: bytes | None = None) -> Resume: ...
@overload
def load_resume(document: JsonDocument, *, of: type[_R], findings: bytes | None = None) -> _R: ...
def load_resume(
    document: JsonDocument, *, of: type[Resume[Any]] = Resume, findings: bytes | None = None
) -> Resume[Any]:
    """Read a resume from JSON.

    Args:
        document: UTF-8 bytes, text, or a dict such as `json.loads` makes of them. The values of a dict may also be Python's: members
            of the library's enumerations, dates for months, aware datetimes, tuples.
        of: the class of the resume, if it has sections or fields of its own.
        findings: the result of `dump_findings` for it, from the platform's own store and from nowhere else: the first view then
            takes a fraction of the time. Findings of another resume, or of another version of the library, are not used.

    Raises:
        InvalidResume: with every problem at once (of more than 1000, the first), and no value of the document. If `of` was not given,
            and there are keys that the library does not know, a note says how to give it.
        TypeError: `document` is neither bytes, a text nor a dict, `of` not a class of resumes, or `findings` not bytes.
    """
    loaded, is_own = _resume(document, of, findings), of is not Resume
    del document, of, findings
    try:
        return loaded_or_raise(loaded, InvalidResume, "resume")
    except InvalidResume as error:
        if not is_own and has_unknown_keys(error.problems):
            error.add_note(OF_HINT)
        raise


def _resume(document: JsonDocument, of: type[Resume[Any]], findings: bytes | None) -> Resume[Any] | Refused:
    try:
        expect_resume(of)
        if findings is not None:
            expect("findings", findings, bytes)
    except TypeError as error:
        return Refused(mistake=str(error))
    loaded = read_document(document, of)
    if findings and not isinstance(loaded, Refused):
        loaded.memo.get(STORED, lambda: findings)
    return loaded


OF_HINT = (
    "if these are sections or fields of your own, name the class of the resume: load_resume(…, of=YourResume); "
    "for one that read_json_resume read, of=JsonResume; load_form reads a campus or company-made form"
)
"""The note of an error about keys that the library does not know, where no class was named."""


def has_unknown_keys(problems: Iterable[Problem]) -> bool:
    """Whether a document has keys that its class does not know, and that resemble none of its own."""
    return any(_UNKNOWN_KEYS.match(problem.expected) for problem in problems)


_UNKNOWN_KEYS = re.compile("expected known keys; [0-9]+ unknown(?:;|: [^;]* more;)")


def load_form(document: JsonDocument) -> "model.CampusForm":
    """Read a campus or company-made form from JSON.

    Args:
        document: as for `load_resume`.

    Raises:
        InvalidForm: with every problem at once (of more than 1000, the first), and no value of the document.
        TypeError: `document` is neither bytes, a text nor a dict.
    """
    from ..model.campus import CampusForm  # which no resume needs

    loaded = read_document(document, CampusForm)
    del document
    return loaded_or_raise(loaded, InvalidForm, "form")


def is_form(document: JsonDocument) -> bool:
    """Whether a document states that it is a form: it names a company, and a resume never does."""
    parsed: Any = parse(document)
    return stored_as(parsed, dict) is not None and "company" in with_text_keys(parsed)


def load_viewer(document: JsonDocument) -> Viewer:
    """Read a viewer from JSON; its `kind` names the kind of viewer.

    Args:
        document: as for `load_resume`.

    Raises:
        InvalidViewer: with every problem at once (of more than 1000, the first), and no value of the document.
        TypeError: `document` is neither bytes, a text nor a dict.
    """
    loaded: Viewer | Refused = read_document(document, cast("type[Viewer]", Viewer))
    del document
    return cast("Viewer", loaded_or_raise(loaded, InvalidViewer, "viewer"))


def load_settings(document: JsonDocument) -> Settings:
    """Read a candidate's settings from JSON, as a resume holds them: to find out what they would change (`difference`).

    Args:
        document: as for `load_resume`.

    Raises:
        InvalidSettings: with every problem at once (of more than 1000, the first), and no value of the document.
        TypeError: `document` is neither bytes, a text nor a dict.
    """
    loaded = read_document(document, Settings)
    del document
    return loaded_or_raise(loaded, InvalidSettings, "settings")


def patch_settings(settings: Settings, patch: JsonDocument) -> Settings:
    """Make new settings from a partial document: JSON Merge Patch (RFC 7396). Only the settings that it names are changed.

    A list is replaced as a whole, also `blocks`. null gives a setting its default, which is private; of `notices` it is every
    channel. `blocks` have to be a list, because a document that loses them would unblock companies.
    `difference(resume, patch_settings(resume.settings, patch))` says what the change would show, and to whom.

    Args:
        settings: the present ones; they are not changed.
        patch: as for `load_resume`; `{}` changes nothing.

    Raises:
        InvalidSettings: with every problem at once (of more than 1000, the first), and no value of the document.
        TypeError: `settings` are not settings, or `patch` is neither bytes, a text nor a dict.
    """
    loaded = _patched(settings, patch)
    del settings, patch
    return loaded_or_raise(loaded, InvalidSettings, "settings")


def _patched(settings: Settings, patch: JsonDocument) -> Settings | Refused:
    try:
        expect("settings", settings, Settings)
    except TypeError as error:
        return Refused(mistake=str(error))
    parsed = parse(patch, "patch")
    if isinstance(parsed, Refused):
        return parsed
    if stored_as(parsed, dict) is None:
        return _structured(parsed, Settings)
    given = with_text_keys(parsed)
    reset = {*names_of(Settings)} - {*stated_in_json(Settings)}
    whole = Object({name: getattr(settings, name) for name in names_of(Settings)})
    whole.repeated = given.repeated
    for key, value in given.items():
        if value is None and key in reset:
            del whole[key]
        else:
            whole[key] = value
    loaded = _structured(whole, Settings)
    if isinstance(loaded, Refused):
        return loaded
    return attrs.evolve(settings, **{name: getattr(loaded, name) for name in given})


def load_record(document: JsonDocument) -> "projection.AccessRecord":
    """Read an access record from JSON (NOTICE-1).

    Args:
        document: as for `load_resume`.

    Raises:
        InvalidRecord: with every problem at once (of more than 1000, the first), and no value of the document.
        TypeError: `document` is neither bytes, a text nor a dict.
    """
    from ..projection.records import AccessRecord  # which no view needs

    loaded = read_document(document, AccessRecord)
    del document
    return loaded_or_raise(loaded, InvalidRecord, "record")


def read_document(document: JsonDocument, target: type[_T]) -> _T | Refused:
    """Read a document, or list everything that is wrong with it."""
    loaded = at_once(document, target)
    return explained(document, target) if loaded is None else loaded


def explained(document: JsonDocument, target: type[_T]) -> _T | Refused:
    """Do what `read_document` does, always in the slow way. This way decides."""
    parsed = parse(document)
    return parsed if isinstance(parsed, Refused) else _structured(parsed, target)


def _structured(parsed: object, target: type[_T]) -> _T | Refused:
    from .structuring import CONVERTER  # not imported before there is an error to explain

    try:
        return CONVERTER.structure(parsed, target)
    except InvalidValue as error:
        return Refused(error.problems)
    except Uncheckable as error:
        return Refused(mistake=str(error))


def loaded_or_raise(loaded: _T | Refused, kind: type[InvalidValue], subject: str) -> _T:
    """Give what was loaded, or raise its error. The document has to be out of reach of the caller's frame by then (LAW-7).

    Raises:
        InvalidValue: of that class, with the problems of the document.
        TypeError: the program made a mistake.
    """
    if not isinstance(loaded, Refused):
        return loaded
    raise TypeError(loaded.mistake) if loaded.mistake else kind(subject, loaded.problems)
