"""JSON Resume (jsonresume.org), read into a resume. What has no place is named, and nothing is made up."""

from collections.abc import Callable
from contextlib import suppress
from math import inf
from typing import Any

import attrs

from ..codec.parsing import Refused, excess, parse_text, refused, stored_as
from ..errors import InvalidValue
from ..model.arguments import mistake
from ..model.building import NOT_TEXT, Id
from ..model.values import Email, MobileNumber, Period, Url, YearMonth
from .json_fields import DATE_FIELDS, HOME, LOCATION, META, SECTIONS, degree_in, proficiency_in, towns_in
from .json_sections import JsonResume
from .mapping import FieldMapping, Read, read_or_refuse, result_or_raise
from .nodes import safe_name
from .partial_dates import PartialDate, date_in
from .refusing import MOST_VALUES
from .sources import Each, Fields, From, InPart, Source
from .texts import lines, number_in, period_in, words


def read_json_resume(
    document: bytes | str | dict[str, Any],
    *,
    id: Id,  # noqa: A002  # the field's name
    candidate: Id,
) -> Read[JsonResume]:
    """Read a resume in the format of JSON Resume.

    Everything that its schema knows has a place. `Read.unplaced` names the paths of what has none: a value that should be a text and is
    not, a date that does not exist, a date with a time of day (the day is read), a key that the schema does not know. Keys from before
    version 1 of the format (`company`, `website`, `picture`, `gpa`) are read, too.

    Args:
        document: UTF-8 bytes, text, or a dict such as `json.loads` makes of them.
        id: of the resume, which the platform gives.
        candidate: the owner's id, likewise.

    Raises:
        InvalidResume: `document` is no JSON of an object, or longer than any document of a resume may be, or has more than 40,000 keys and
            values (LAW-6); a key comes twice; an id is no id; or its name, address or postcode does not fit: left out, it would not be
            looked for in texts (NAME-4, LAW-5).
        TypeError: `document` is neither bytes, a text nor a dict.
    """
    read = _read_document(document, {"id": id, "candidate": candidate})
    del document, id, candidate  # no error holds anything of them, nor do the variables of its frames (LAW-7)
    return result_or_raise(read, JsonResume)


def _read_document(
    document: bytes | str | dict[str, Any], given: dict[str, object]
) -> Read[JsonResume] | Refused | Exception:
    """Read a document, or say why it is refused."""
    kind = stored_as(document, dict, bytes, str)
    if kind is None:
        return Refused(mistake=str(mistake("document", "bytes, a str or a dict", document)))
    parsed: Any = document
    # Of a subclass, what it holds.
    parsed = dict(dict.items(parsed)) if kind is dict else kind.__getitem__(parsed, slice(None))
    if kind is not dict:
        try:
            parsed = parse_text(parsed, object_pairs_hook=_make_object, parse_int=_make_number)
        except _DuplicateKey:
            return refused("each key once; one came twice")
    if isinstance(parsed, Refused):
        return parsed
    if not isinstance(parsed, dict):
        return refused("a JSON object with keys such as basics and work")
    if too_much := excess(parsed, MOST_VALUES):
        return refused(too_much)
    read = read_or_refuse(_MAPPING, _with_readable_details(parsed), given)
    return _complete_residence(read) if isinstance(read, Read) else read


_DETAILS, _DETAILS_OF_ACCOUNT = ("phone", "email", "url", "website"), ("username", "url")


def _with_readable_details(document: dict[str, Any]) -> dict[str, Any]:
    """The document, with contact details that hold no NUL and no lone surrogate: left out, they would not be looked for (PHONE-1)."""
    basics = document.get("basics")
    if not isinstance(basics, dict):
        return document
    readable = _readable(basics, _DETAILS)
    if isinstance(accounts := basics.get("profiles"), list):
        readable["profiles"] = [
            {**one, **_readable(one, _DETAILS_OF_ACCOUNT)} if isinstance(one, dict) else one
            for one in accounts
        ]
    return {**document, "basics": {**basics, **readable}}


def _readable(found: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    """The values under some keys that hold a character that no text may hold, as texts without it."""
    readable = {}
    for key in found.keys() & keys:
        with suppress(ValueError):  # such as infinity, which no text holds
            if NOT_TEXT.search(text := _all_in(found[key]) or ""):
                readable[key] = NOT_TEXT.sub("", text).strip()
    return readable


class _DuplicateKey(Exception):
    """A key came twice in one object."""


def _make_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object, so that no value is lost because its key is repeated."""
    made = dict(pairs)
    if len(made) < len(pairs):
        raise _DuplicateKey
    return made


def _make_number(digits: str) -> float:
    """Make a whole number. Python reads no more than a few thousand digits: a number with so many is none that anybody can use."""
    return int(digits) if len(digits) <= _MOST_DIGITS else inf


_MOST_DIGITS = 300


def _complete_residence(read: Read[JsonResume]) -> Read[JsonResume]:
    """The same resume, with a residence if only the city or only the region could be read."""
    resume, basics = read.resume, read.resume.basics
    profile = basics.profile
    if profile.residence is not None or (profile.city is None) is (profile.region is None):
        return read
    profile = attrs.evolve(profile, residence=towns_in(profile.city, profile.region))
    return attrs.evolve(read, resume=attrs.evolve(resume, basics=attrs.evolve(basics, profile=profile)))


def _field_sources(table: dict[str, str], **derived: From) -> Fields:
    return {name: _field_source(name, keys.split()) for name, keys in table.items()} | derived


def _field_source(name: str, keys: list[str]) -> Source:
    if name in DATE_FIELDS:
        return From(*keys, by=_date)
    return keys[0] if len(keys) == 1 else From(*keys, by=lines)


def _date(text: str) -> PartialDate | InPart | None:
    date = date_in(text)
    return InPart(date) if date is not None and ":" in text else date  # a time of day


def _month(text: str) -> YearMonth | None:
    date = date_in(text)
    return None if date is None else date.year_month


def _period(start: str | None, end: str | None) -> Period | None:
    # An end without a month may be a year, or a word for today.
    return period_in(start and _month(start), end and (_month(end) or end))


def _all_in(*values: object) -> str | None:
    """Every text and number in some values, at any depth, on lines of their own; None if there is none. A key that does not look like the
    name of a field may be a detail itself, as in {"138-0013-8000": "home"}.
    """
    found: list[object] = []
    pending = [*reversed(values)]
    while pending:
        match pending.pop():
            case dict() as inner:
                details = (key for key in inner if safe_name(key) != key)
                pending += reversed([*details, *inner.values()])
            case list() | tuple() as inner:
                pending += reversed(inner)
            case bool():
                pass
            case one:
                found.append(one)
    return lines(*found)


def _together(*values: object) -> str | None:
    return words(*map(_all_in, values))


def _number(phone: object) -> str:
    return number_in(_all_in(phone) or "")


def _text_unless_valid(kind: type[MobileNumber | Email | Url]) -> Callable[..., str | None]:
    def as_written(*values: object) -> str | None:
        text = _together(*values) or ""
        try:
            kind(text)
        except InvalidValue:
            return text
        return None

    return as_written


_PERIOD_SOURCE = {"period": From("startDate", "endDate", by=_period)}
_DATE_SOURCE = {"date": From("date", by=_month)}
_DERIVED_SOURCES: dict[str, dict[str, From]] = {
    "work": _PERIOD_SOURCE,
    "projects": _PERIOD_SOURCE,
    "education": _PERIOD_SOURCE | {"degree": From("studyType", by=degree_in)},
    "awards": _DATE_SOURCE,
    "certificates": _DATE_SOURCE,
    "skills": {"proficiency": From("level", by=proficiency_in)},
}
_MAPPING: FieldMapping[JsonResume] = FieldMapping(
    JsonResume,
    {
        "basics.name.full": "basics.name",
        # What texts are searched for is read from any type of JSON: left out, it would stay in the texts (PHONE-1, LAW-5).
        "basics.contact.mobile": From("basics.phone", by=_number),
        "basics.contact.email": From("basics.email", by=_all_in),
        "basics.contact.homepage": From("basics.url", "basics.website", by=_together),
        "basics.profile.residence": From("basics.location.city", "basics.location.region", by=towns_in),
        **{f"basics.profile.{name}": f"basics.location.{key}" for name, key in LOCATION.items()},
        **{f"basics.profile.{name}": From(f"basics.location.{LOCATION[name]}", by=lines) for name in HOME},
        "phone_as_written": From("basics.phone", by=_text_unless_valid(MobileNumber)),
        "email_as_written": From("basics.email", by=_text_unless_valid(Email)),
        "url_as_written": From("basics.url", "basics.website", by=_text_unless_valid(Url)),
        "image": From("basics.image", "basics.picture", by=lines),
        "highlights": "basics.label",
        "strengths": "basics.summary",
        "profiles": Each(
            "basics.profiles",
            _field_sources(
                SECTIONS["profiles"], username=From("username", by=_all_in), url=From("url", by=_all_in)
            ),
        ),
        **{
            name: Each(name, _field_sources(table, **_DERIVED_SOURCES.get(name, {})))
            for name, table in SECTIONS.items()
            if name != "profiles"
        },
        **{f"meta.{name}": key if name == "schema" else f"meta.{key}" for name, key in META.items()},
    },
    lenient=True,
)
