"""JSON out: resumes and viewers so that they can be loaded again, views so that only what is shown is spelled.

A view cannot be loaded from JSON: a view is released by `view_for`, and a loaded one would be a claim that nobody checked.
"""

import json
from collections.abc import Callable
from typing import Any, TypeAlias

from ..errors import InvalidForm, InvalidResume, InvalidSettings, InvalidValue, InvalidViewer
from ..model.arguments import expect, expect_function, mistake
from ..model.campus import CampusForm
from ..model.own import own_sections
from ..model.rechecking import checked
from ..model.resume import Resume
from ..model.settings import Settings
from ..model.viewers import KIND_NAMES, Viewer, expect_viewer
from ..projection.form_view import FormView
from ..projection.notices import Notice
from ..projection.records import AccessRecord
from ..projection.view import ResumeView
from .parsing import MAX_BYTES, TOO_LARGE
from .unstructuring import plain_of, writer_of

Dumps: TypeAlias = Callable[[Any], bytes]
"""Makes UTF-8 JSON of plain dicts, lists, strings, numbers and booleans, as `orjson.dumps` does."""

VIEW_SCHEMA = "1"
"""The version of the schema by which views are written; the JSON of each view states it."""


# Kept, because making it takes as long as writing a short view. The values are trees, so nothing looks for circles.
_ENCODE = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":")
).encode


def compact(plain: Any) -> bytes:
    """JSON by the standard library: UTF-8, no spaces, keys in the order given."""
    return _ENCODE(plain).encode()


def dump_view(view: ResumeView | FormView, *, dumps: Dumps = compact) -> bytes:
    """Write a view as JSON. A withheld part has no key; a shown part has one, null or empty if the candidate gave nothing.

    `display_name` always has a key: null where no name is shown.

    Args:
        view: from `view_for`.
        dumps: an accelerator that writes the same bytes, such as `orjson.dumps`.

    Raises:
        TypeError: `view` is not a view, or `dumps` no function that returns bytes.
        InvalidValue: a field of the view, which nobody checked as it was built or unpickled, is of a type that cannot be written.
    """
    expect_function("dumps", dumps)
    expect("view", view, ResumeView, FormView)
    return checked(view, lambda one: _written(dumps, _plain_view(one)))


def dump_resume(resume: Resume, *, dumps: Dumps = compact) -> bytes:
    """Write a resume as JSON that `load_resume` reads back: everything, for its owner or the platform's own store (OWNER-1).

    Args:
        resume: all of it is written.
        dumps: as for `dump_view`.

    Raises:
        InvalidResume: it takes more bytes than `load_resume` reads: stored, it would be lost.
        TypeError: `resume` is not a resume, or `dumps` no function that returns bytes.
    """
    return _read_again(_dumped("resume", resume, Resume, dumps), InvalidResume, "resume")


def dump_form(form: CampusForm, *, dumps: Dumps = compact) -> bytes:
    """Write a form as JSON that `load_form` reads back: everything, for its owner or the platform's own store (OWNER-1).

    Args:
        form: all of it is written.
        dumps: as for `dump_view`.

    Raises:
        InvalidForm: it takes more bytes than `load_form` reads: stored, it would be lost.
        TypeError: `form` is not a form, or `dumps` no function that returns bytes.
    """
    return _read_again(_dumped("form", form, CampusForm, dumps), InvalidForm, "form")


def dump_settings(settings: Settings, *, dumps: Dumps = compact) -> bytes:
    """Write a candidate's settings as JSON that `load_settings` reads back: for a column of their own in the platform's store.

    Args:
        settings: all of them are written, also the companies that the candidate blocked.
        dumps: as for `dump_view`.

    Raises:
        InvalidSettings: they take more bytes than `load_settings` reads: stored, they would be lost.
        TypeError: `settings` are not settings, or `dumps` is no function that returns bytes.
    """
    return _read_again(_dumped("settings", settings, Settings, dumps), InvalidSettings, "settings")


def dump_viewer(viewer: Viewer, *, dumps: Dumps = compact) -> bytes:
    """Write a viewer as JSON that `load_viewer` reads back.

    Args:
        viewer: of any kind.
        dumps: as for `dump_view`.

    Raises:
        InvalidViewer: it takes more bytes than `load_viewer` reads.
        TypeError: `viewer` is not a viewer, or `dumps` no function that returns bytes.
    """
    expect_function("dumps", dumps)
    return _read_again(_written(dumps, viewer_to_dict(viewer)), InvalidViewer, "viewer")


def viewer_to_dict(viewer: Viewer) -> dict[str, Any]:
    """Turn a viewer, of any size, into plain dicts, lists, strings, numbers and booleans, with its kind.

    Raises:
        TypeError: `viewer` is not a viewer.
    """
    expect_viewer(viewer)
    return {"kind": KIND_NAMES[type(viewer)], **checked(viewer, plain_of)}


def dump_record(record: AccessRecord, *, dumps: Dumps = compact) -> bytes:
    """Write an access record as JSON that `load_record` reads back.

    Args:
        record: from `record_of`.
        dumps: as for `dump_view`.

    Raises:
        TypeError: `record` is not a record, or `dumps` no function that returns bytes.
    """
    return _dumped("record", record, AccessRecord, dumps)


def dump_notice(notice: Notice, *, dumps: Dumps = compact) -> bytes:
    """Write a notice as JSON, for a service that informs the candidate. It cannot be loaded: a notice is made from a record.

    Args:
        notice: from `notice_of`.
        dumps: as for `dump_view`.

    Raises:
        TypeError: `notice` is not a notice, or `dumps` no function that returns bytes.
    """
    return _dumped("notice", notice, Notice, dumps)


def view_to_dict(view: ResumeView | FormView) -> dict[str, Any]:
    """Turn a view into plain dicts, lists, strings, numbers, booleans and None: what `dump_view` writes, with the version of its schema.

    Args:
        view: from `view_for`.

    Raises:
        TypeError: `view` is not a view.
        InvalidValue: as for `dump_view`.
    """
    expect("view", view, ResumeView, FormView)
    return checked(view, _plain_view)


def _plain_view(view: ResumeView | FormView) -> dict[str, Any]:
    if type(view) is FormView:
        form: dict[str, Any] = writer_of(FormView)(view)
        for part in (*form["withheld"], *form["omitted"]):
            form["sections"].pop(part, None)
        return _finish_view(form)
    plain: dict[str, Any] = writer_of(ResumeView)(view)
    shown: Any = type(view.sections)
    for name, part in own_sections(shown).items():
        # A section for the owner alone has a key only if there is something in it: a view does not say whose it is.
        missing = view.withheld | view.omitted
        if part in missing if part is not None else plain["sections"][name] in (None, []):
            del plain["sections"][name]
    sections, contact = plain["sections"], plain["contact"]
    for part in (*plain["withheld"], *plain["omitted"]):
        sections.pop(part, None)
        contact.pop(part, None)
    if "virtual_number" not in contact:
        del contact["virtual_numbers"]
    return _finish_view(plain)


def _finish_view(plain: dict[str, Any]) -> dict[str, Any]:
    if not plain["omitted"]:  # as of every view that is no row
        del plain["omitted"]
    plain["schema"] = VIEW_SCHEMA
    return plain


def _dumped(name: str, value: object, kind: type[object], dumps: Dumps) -> bytes:
    """An object of a class as JSON."""
    expect_function("dumps", dumps)
    expect(name, value, kind)
    return checked(value, lambda one: _written(dumps, plain_of(one)))


def _written(dumps: Dumps, plain: Any) -> bytes:
    """Plain values as JSON, by a function of the caller's."""
    written = dumps(plain)
    if type(written) is not bytes:
        got = type(written).__name__
        raise mistake(
            "dumps", "a function that returns bytes, such as orjson.dumps", dumps, f"one that returns {got}"
        )
    return written


def _read_again(written: bytes, kind: type[InvalidValue], subject: str) -> bytes:
    """A document that its loader reads back; one that is too large for that is refused."""
    if len(written) > MAX_BYTES:
        raise kind(subject, TOO_LARGE)
    return written
