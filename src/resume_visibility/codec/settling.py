"""Another state of a document: a change by the candidate gets another revision."""

from typing import Any, TypeVar, cast

import attrs

from ..errors import InvalidSettings, InvalidValue, Problem
from ..model.arguments import expect
from ..model.campus import CampusForm
from ..model.resume import Resume
from ..model.settings import Settings
from .dumping import dump_form, dump_resume

_Document = TypeVar("_Document", bound=Resume[Any] | CampusForm)


def with_settings(resume: _Document, settings: Settings, *, revision: str) -> _Document:
    """Make a resume or form with other settings and another revision: records and kept views depend on it (NOTICE-1, NAME-2).

    Args:
        resume: the present state, or a form; it is not changed.
        settings: from `patch_settings` or `load_settings`.
        revision: an opaque name that no state of the document had before, such as `uuid4().hex`.

    Raises:
        InvalidSettings: the settings are valid, but do not fit the document, such as a block whose id contains the
            candidate's number; or the document would be too large to be loaded again.
        InvalidValue: `revision` is the present one of the document, no id, or has the candidate's number in it.
        TypeError: `resume` is no resume or form, `settings` are no settings, or `revision` is no str.
    """
    expect("resume", resume, Resume, CampusForm)
    expect("settings", settings, Settings)
    expect("revision", revision, str)
    if revision == resume.revision:
        raise InvalidValue(
            type(resume).__name__,
            [Problem("revision", "expected a revision that no earlier state had, such as uuid4().hex")],
        )
    try:
        changed = attrs.evolve(cast("Any", resume), settings=settings, revision=revision)
        dump_resume(changed) if isinstance(changed, Resume) else dump_form(changed)
    except InvalidValue as error:
        problems = error.problems
    else:
        return cast("_Document", changed)
    # Here no value of the document is in reach (LAW-7).
    if of_revision := [one for one in problems if one.path == "revision"]:
        raise InvalidValue(type(resume).__name__, of_revision)
    raise InvalidSettings("settings", problems)
