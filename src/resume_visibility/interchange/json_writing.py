"""JSON Resume, written from a view: what its viewer is shown, and nothing else."""

from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs

from ..model.arguments import expect
from ..model.building import names_of
from ..model.rechecking import checked
from ..model.silent import Silent
from ..model.values import YearMonth
from ..projection.view import ResumeView
from ..text.kinds import EVERY_MARK
from .json_fields import DERIVED, LOCATION, META, SECTIONS, degree_in, proficiency_in, towns_in
from .partial_dates import PartialDate
from .texts import number_in

Json: TypeAlias = dict[str, Any]


@attrs.frozen(repr=False)
class Written(Silent):
    """A document of another kind that was written from a view.

    Args:
        document: plain dicts, lists and texts.
        unplaced: the paths in `view.sections` of all that it has no place for.
    """

    document: Json
    unplaced: tuple[str, ...]


def write_json_resume(view: ResumeView[Any]) -> Written:
    """Write a view in the format of JSON Resume: what this viewer sees, and nothing else (LAW-2).

    The owner of a `JsonResume` gets back the document that was read. Later changes by the candidate go out as they are now. A link of
    which something is withheld is no link any more, and is left out.

    Args:
        view: that was made for the one who gets it, of a `JsonResume` or any other resume.

    Raises:
        TypeError: `view` is no view of a resume.
        InvalidValue: a field of the view, which nobody checked as it was built or unpickled, is of a type that cannot be written.
    """
    expect("view", view, ResumeView)
    return checked(view, _write)


def _write(view: ResumeView[Any]) -> Written:
    shown = view.sections
    meta = _item(getattr(shown, "meta", None), META)
    lists = {
        name: [item for one in getattr(shown, name, ()) if (item := _item(one, table))]
        for name, table in SECTIONS.items()
    }
    basics = _basics(view)
    document = {
        "$schema": meta.pop("$schema", None),
        "basics": _drop_empty(basics | {"profiles": lists.pop("profiles")}),
        **lists,
        "meta": meta,
    }
    # Of two writings of a contact detail, such as several numbers beside the mobile number, the other one has no place.
    written = {f"{key}_as_written": basics[key] for key in ("phone", "email", "url")}
    lost = [name for name, value in written.items() if getattr(shown, name, None) not in (None, value)]
    return Written(_drop_empty(document), (*_unplaced(shown), *lost))


def _basics(view: ResumeView[Any]) -> Json:
    shown, contact = view.sections, view.contact
    phone: str | None = getattr(shown, "phone_as_written", None)
    if contact.mobile is not None and (phone is None or number_in(phone) != contact.mobile.e164):
        phone = contact.mobile.e164
    return {
        "name": view.display_name,
        "label": shown.highlights,
        "image": getattr(shown, "image", None),
        "email": contact.email.address if contact.email else getattr(shown, "email_as_written", None),
        "phone": phone,
        "url": contact.homepage.address if contact.homepage else getattr(shown, "url_as_written", None),
        "summary": shown.strengths,
        "location": _location(shown),
    }


def _location(shown: Any) -> Json:
    written = _item(shown.profile, LOCATION)
    residence = shown.profile.residence if shown.profile else shown.region
    # There is no residence if it could not be made of the two: one was no text, or both were too long for one.
    if residence is not None and residence != towns_in(written.get("city"), written.get("region")):
        written = {key: value for key, value in written.items() if key not in ("city", "region")}
        written["city"] = residence
    return _drop_empty(written)


def _item(one: Any, fields: dict[str, str]) -> Json:
    """An item by its keys. If the library's own field and the document's writing differ, the library's field counts."""
    written = {
        keys.split()[0].removesuffix("[]"): _plain(getattr(one, name, None)) for name, keys in fields.items()
    }
    if any(mark in (written.get("url") or "") for mark in EVERY_MARK):
        del written["url"]
    if (period := getattr(one, "period", None)) is not None:
        written["startDate"] = _date(getattr(one, "exact_start", None), period.start)
        written["endDate"] = _date(getattr(one, "exact_end", None), period.end)
    if (month := getattr(one, "date", None)) is not None:
        written["date"] = _date(getattr(one, "exact_date", None), month)
    for key, name, parse in (
        ("studyType", "degree", degree_in),
        ("level", "proficiency", proficiency_in),
    ):
        choice = getattr(one, name, None)
        if choice is not None and parse(written.get(key) or "") is not choice:
            written[key] = choice.value
    return _drop_empty(written)


def _plain(value: Any) -> Any:
    match value:
        case PartialDate():
            return value.spelled
        case tuple():
            return list(value)
        case _:
            return value


def _date(exact: PartialDate | None, month: YearMonth | None) -> str | None:
    if month is None:
        return None
    same = exact is not None and exact.year_month == month
    return (exact if exact is not None and same else PartialDate(month.year, month.month)).spelled


def _drop_empty(values: Json) -> Json:
    return {name: value for name, value in values.items() if value not in (None, [], {})}


_PLACED_FIELDS = {
    *("strengths", "highlights", "meta", "image", "region", "phone_as_written", "email_as_written"),
    "url_as_written",
}


def _unplaced(shown: Any) -> Iterator[str]:
    """The paths of values that are shown and have no key."""
    for name, value in _present(shown):
        if name == "profile":
            yield from (
                f"{name}.{field}" for field, _ in _present(value) if field not in LOCATION.keys() | DERIVED
            )
        elif name in SECTIONS:
            for i, item in enumerate(value):
                placed = SECTIONS[name].keys() | DERIVED
                yield from (f"{name}[{i}].{field}" for field, _ in _present(item) if field not in placed)
        elif name not in _PLACED_FIELDS and not (name == "latest_position" and shown.work):
            yield name


def _present(record: Any) -> Iterator[tuple[str, Any]]:
    """The fields in which there is something."""
    for name in names_of(type(record)):
        value = getattr(record, name)
        if value not in (None, ()):
            yield name, value
