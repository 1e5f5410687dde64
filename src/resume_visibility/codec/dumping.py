"""JSON out: resumes and viewers so that they load again, views so that only what is shown is spelled.

There is no way back from JSON to a view: a view is released by `view_for`, and a loaded one would be a claim that
nobody checked.

What cattrs makes of a class is made when the first object of it is written, and cattrs is imported then: a process
that writes nothing does not wait for it.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache, lru_cache, partial
from operator import attrgetter
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeAlias, get_args, get_origin

import attrs

from ..model.building import Choice, Id, expect, fields_of, is_model, members_of, stated_in_json
from ..model.campus import CampusForm
from ..model.own import own_sections
from ..model.resume import Resume
from ..model.settings import Settings
from ..model.shown import ShownSections
from ..model.values import YearMonth
from ..model.viewers import Viewer
from ..projection.form_view import FormView, ShownForm
from ..projection.notices import Notice
from ..projection.records import AccessRecord
from ..projection.view import ResumeView, ShownContact
from .spelling import KINDS, SPELLED

if TYPE_CHECKING:
    from cattrs import Converter

Dumps: TypeAlias = Callable[[Any], bytes]
"""Makes UTF-8 JSON of plain dicts, lists, strings, numbers and booleans, as `orjson.dumps` does."""

VIEW_SCHEMA = "1"
"""The version of the schema that a view is written by; the JSON of each view says it."""


# Kept, because making one takes as long as a short view; what is written is a tree, so nothing looks for circles.
_ENCODE = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":")
).encode


def compact(plain: Any) -> bytes:
    """JSON by the standard library: UTF-8, no spaces, keys in the order given."""
    return _ENCODE(plain).encode()


def dump_view(view: ResumeView | FormView, *, dumps: Dumps = compact) -> bytes:
    """A view as JSON: parts withheld have no key; parts shown have one, null or empty where the candidate gave nothing.

    Args:
        view: from `view_for`.
        dumps: an accelerator that writes the same bytes, such as `orjson.dumps`.

    Raises:
        TypeError: `view` is none.
    """
    return dumps(view_to_dict(view))


def dump_resume(resume: Resume, *, dumps: Dumps = compact) -> bytes:
    """A resume as JSON that `load_resume` reads back: everything, for its owner or the platform's own store (OWNER-1).

    Args:
        resume: all of it is written.
        dumps: as for `dump_view`.

    Raises:
        TypeError: `resume` is none.
    """
    expect(resume, Resume)
    return dumps(plain_of(resume))


def dump_form(form: CampusForm, *, dumps: Dumps = compact) -> bytes:
    """A form as JSON that `load_form` reads back: everything, for its owner or the platform's own store (OWNER-1).

    Args:
        form: all of it is written.
        dumps: as for `dump_view`.

    Raises:
        TypeError: `form` is none.
    """
    expect(form, CampusForm)
    return dumps(plain_of(form))


def dump_settings(settings: Settings, *, dumps: Dumps = compact) -> bytes:
    """A candidate's settings as JSON that `load_settings` reads back: for a column of their own in the platform's store.

    Args:
        settings: all of them are written, the companies that the candidate blocked as well.
        dumps: as for `dump_view`.

    Raises:
        TypeError: `settings` are none.
    """
    expect(settings, Settings)
    return dumps(plain_of(settings))


def dump_viewer(viewer: Viewer, *, dumps: Dumps = compact) -> bytes:
    """A viewer as JSON that `load_viewer` reads back.

    Args:
        viewer: of any kind.
        dumps: as for `dump_view`.

    Raises:
        TypeError: `viewer` is none.
    """
    if type(viewer) not in _KIND_OF:
        raise TypeError(f"expected a viewer, got a {type(viewer).__name__}")
    return dumps({"kind": _KIND_OF[type(viewer)], **plain_of(viewer)})


def dump_record(record: AccessRecord, *, dumps: Dumps = compact) -> bytes:
    """An access record as JSON that `load_record` reads back.

    Args:
        record: from `record_of`.
        dumps: as for `dump_view`.

    Raises:
        TypeError: `record` is none.
    """
    expect(record, AccessRecord)
    return dumps(plain_of(record))


def dump_notice(notice: Notice, *, dumps: Dumps = compact) -> bytes:
    """A notice as JSON, for whatever tells the candidate; there is no way back: a notice is made of a record.

    Args:
        notice: from `notice_of`.
        dumps: as for `dump_view`.

    Raises:
        TypeError: `notice` is none.
    """
    expect(notice, Notice)
    return dumps(plain_of(notice))


def view_to_dict(view: ResumeView | FormView) -> dict[str, Any]:
    """A view as plain dicts, lists, strings, numbers and booleans: what `dump_view` writes, with the version of its schema.

    Args:
        view: from `view_for`.

    Raises:
        TypeError: `view` is none.
    """
    expect(view, ResumeView, FormView)
    if type(view) is FormView:
        form: dict[str, Any] = _writer(FormView)(view)
        for part in form["withheld"]:
            form["sections"].pop(part, None)
        form["schema"] = VIEW_SCHEMA
        return form
    plain: dict[str, Any] = _writer(ResumeView)(view)
    shown: Any = type(view.sections)
    for name, part in own_sections(shown).items():
        # What is for the owner alone has a key where there is something: from a view nobody could tell whose it is.
        if part in view.withheld if part is not None else not plain["sections"][name]:
            del plain["sections"][name]
    sections, contact = plain["sections"], plain["contact"]
    for part in plain["withheld"]:
        sections.pop(part, None)
        contact.pop(part, None)
    if "virtual_number" not in contact:
        del contact["virtual_numbers"]
    plain["schema"] = VIEW_SCHEMA
    return plain


_KIND_OF: dict[type[Viewer], str] = {cls: kind for kind, cls in KINDS.items()}


def _instant(at: datetime) -> str:
    return (at if at.tzinfo is UTC else at.astimezone(UTC)).isoformat()[: -len("+00:00")] + "Z"


def _is_sequence(kind: object) -> bool:
    return get_origin(kind) in (tuple, frozenset)


def _unless_none(kind: object) -> Any:
    """What a field that may be None is else; None where it may not be, or be of several kinds."""
    kinds = [member for member in members_of(kind) if member is not NoneType]
    return kinds[0] if len(kinds) == 1 and kinds[0] is not kind else None


def _is_optional(kind: object) -> bool:
    return _unless_none(kind) is not None


def _is_choice(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Choice)


def _spells_what_is_empty(kind: Any) -> bool:
    shown = isinstance(kind, type) and issubclass(kind, ShownSections)
    return shown or kind in (ShownContact, ResumeView, ShownForm, FormView)


def _sequence(kind: Any, converter: "Converter") -> Callable[[Any], list[Any]]:
    item = get_args(kind)[0]
    if get_origin(kind) is frozenset:
        return (lambda items: list(_spelled_set(items))) if _is_choice(item) else sorted
    if item in (str, Id):
        return list
    spell = converter.get_unstructure_hook(item)
    return lambda items: [spell(one) for one in items]


@lru_cache(maxsize=512)  # sets of choices come from grants, so there are few, and nothing personal is in them
def _spelled_set(choices: frozenset[Choice]) -> tuple[str, ...]:
    return tuple(sorted(choice.value for choice in choices))


@cache
def _converter() -> "Converter":
    from cattrs import Converter
    from cattrs.fns import identity
    from cattrs.gen import make_dict_unstructure_fn, override

    converter = Converter()

    def without_defaults(cls: type[Any]) -> Callable[[Any], dict[str, Any]]:
        # What is None is left out, so that nothing else is written of a field that may be.
        fields: dict[str, Any] = {
            name: override(unstruct_hook=converter.get_unstructure_hook(kind))
            for name, optional in fields_of(cls)
            if (kind := _unless_none(optional)) is not None and attrs.fields_dict(cls)[name].default is None
        }
        fields |= {name: override(omit_if_default=False) for name in stated_in_json(cls)}
        return make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True, **fields)

    def optional(kind: object) -> Callable[[Any], Any]:
        spell = converter.get_unstructure_hook(_unless_none(kind))
        # What is written as it is, cattrs does not call a function for.
        return spell if spell is identity else lambda value: None if value is None else spell(value)

    converter.register_unstructure_hook_factory(is_model, without_defaults)
    converter.register_unstructure_hook_factory(
        _spells_what_is_empty,
        lambda cls: make_dict_unstructure_fn(cls, converter),
    )
    converter.register_unstructure_hook_factory(_is_optional, optional)
    converter.register_unstructure_hook_factory(_is_sequence, partial(_sequence, converter=converter))
    converter.register_unstructure_hook_func(_is_choice, attrgetter("_value_"))  # what `value` reads, in C
    converter.register_unstructure_hook(datetime, _instant)
    converter.register_unstructure_hook(YearMonth, _year_month)
    for cls, field in SPELLED.items():
        converter.register_unstructure_hook(cls, attrgetter(field))
    return converter


@cache
def _writer(cls: type[Any]) -> Callable[[Any], Any]:
    return _converter().get_unstructure_hook(cls)


def plain_of(value: object) -> Any:
    """An object of the model as plain dicts, lists, strings, numbers and booleans.

    Args:
        value: what a field or a loader would take.
    """
    kind: Any = type(value)
    return _writer(kind)(value)


_YEARS = {year: f"{year}-" for year in range(1900, 2201)}
_MONTHS = [f"{month:02}" for month in range(13)]


def _year_month(month: YearMonth) -> str:
    return _YEARS[month.year] + _MONTHS[month.month]
