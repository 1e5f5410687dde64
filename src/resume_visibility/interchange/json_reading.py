"""JSON Resume (jsonresume.org), read into a resume. What has no place is named, and nothing is made up."""

import json
from collections.abc import Callable
from typing import Any

import attrs

from ..codec.parsing import MAX_BYTES, Refused, is_too_large
from ..errors import InvalidResume, InvalidValue, Problem
from ..model.arguments import expect
from ..model.building import Id
from ..model.values import Email, MobileNumber, Period, Url, YearMonth
from .json_fields import DATES, HOME, LOCATION, META, SECTIONS, degree_in, proficiency_in, towns_in
from .json_sections import JsonResume
from .mapping import FieldMapping, Read, answer_of, read_or_refuse
from .partial_dates import date_in
from .sources import Each, Fields, From, Source
from .texts import lines, number_in, period_in, words


def read_json_resume(
    document: bytes | str | dict[str, Any],
    *,
    id: Id,  # noqa: A002  # the field's name
    candidate: Id,
) -> Read[JsonResume]:
    """Read a resume in the format of JSON Resume.

    Everything that its schema knows has a place. A value that should be a text and is none, a date that does not exist, and a key that the
    schema does not know have no place: `Read.unplaced` names their paths. Keys from before version 1 of the format (`company`, `website`,
    `picture`, `gpa`) are read, too.

    Args:
        document: UTF-8 bytes, text, or a dict such as `json.loads` makes of them.
        id: of the resume, which the platform gives.
        candidate: the owner's id, likewise.

    Raises:
        InvalidResume: `document` is no JSON of an object, or longer than any document of a resume may be; or its name, address or
            postcode does not fit: left out, it would not be looked for in texts (NAME-4, LAW-5).
        TypeError: `document` is neither bytes, a text nor a dict.
        InvalidValue: an id is not an id, a key comes twice, or the whole is more than a resume may hold.
    """
    read = _read(document, {"id": id, "candidate": candidate})
    del document, id, candidate  # no error holds anything of them, nor do the variables of its frames (LAW-7)
    if read is None:
        raise InvalidResume(
            "resume", [Problem("", f"expected JSON of an object, of at most {MAX_BYTES} bytes")]
        )
    return answer_of(read, JsonResume)


def _read(
    document: bytes | str | dict[str, Any], given: dict[str, object]
) -> Read[JsonResume] | Refused | Exception | None:
    """Read a document, or say why it is refused; None if it is no object."""
    try:
        expect("document", document, bytes, str, dict)
    except TypeError as error:
        return Refused(mistake=str(error))
    found: object = document
    if not isinstance(document, dict):
        try:
            text = document.removeprefix("\ufeff") if isinstance(document, str) else document
            found = json.loads(text, object_pairs_hook=_once) if len(text) <= MAX_BYTES else None
        except _Again:
            return Refused((Problem("", "expected each key once; one came twice"),))
        except (ValueError, RecursionError):
            return None
    if not isinstance(found, dict) or is_too_large(found):
        return None
    read = read_or_refuse(_MAPPING, found, given)
    return _settled(read) if isinstance(read, Read) else read


class _Again(Exception):
    """A key came twice in one object."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object, so that no value is lost because its key is repeated."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Again
    return found


def _settled(read: Read[JsonResume]) -> Read[JsonResume]:
    """The same resume, with a residence if only the city or only the region could be read."""
    resume, basics = read.resume, read.resume.basics
    profile = basics.profile
    if profile.residence is not None or (profile.city is None) is (profile.region is None):
        return read
    profile = attrs.evolve(profile, residence=towns_in(profile.city, profile.region))
    return attrs.evolve(read, resume=attrs.evolve(resume, basics=attrs.evolve(basics, profile=profile)))


def _fields(table: dict[str, str], **made: From) -> Fields:
    return {name: _source(name, keys.split()) for name, keys in table.items()} | made


def _source(name: str, keys: list[str]) -> Source:
    if name in DATES:
        return From(*keys, by=date_in)
    return keys[0] if len(keys) == 1 else From(*keys, by=lines)


def _month(text: str) -> YearMonth | None:
    date = date_in(text)
    return None if date is None else date.year_month


def _period(start: str | None, end: str | None) -> Period | None:
    # An end without a month may be a year, or a word for today.
    return period_in(start and _month(start), end and (_month(end) or end))


def _together(*values: object) -> str | None:
    return words(*map(lines, values))


def _number(phone: object) -> str:
    return number_in(lines(phone) or "")


def _unless(kind: type[MobileNumber | Email | Url]) -> Callable[..., str | None]:
    def as_written(*values: object) -> str | None:
        text = _together(*values) or ""
        try:
            kind(text)
        except InvalidValue:
            return text
        return None

    return as_written


_PERIOD = {"period": From("startDate", "endDate", by=_period)}
_DATE = {"date": From("date", by=_month)}
_ALSO: dict[str, dict[str, From]] = {
    "work": _PERIOD,
    "projects": _PERIOD,
    "education": _PERIOD | {"degree": From("studyType", by=degree_in)},
    "awards": _DATE,
    "certificates": _DATE,
    "skills": {"proficiency": From("level", by=proficiency_in)},
}
_MAPPING: FieldMapping[JsonResume] = FieldMapping(
    JsonResume,
    {
        "basics.name.full": "basics.name",
        # What texts are searched for is also read from numbers and lists: left out, it would stay in the texts (PHONE-1, LAW-5).
        "basics.contact.mobile": From("basics.phone", by=_number),
        "basics.contact.email": From("basics.email", by=lines),
        "basics.contact.homepage": From("basics.url", "basics.website", by=_together),
        "basics.profile.residence": From("basics.location.city", "basics.location.region", by=towns_in),
        **{f"basics.profile.{name}": f"basics.location.{key}" for name, key in LOCATION.items()},
        **{f"basics.profile.{name}": From(f"basics.location.{LOCATION[name]}", by=lines) for name in HOME},
        "phone_as_written": From("basics.phone", by=_unless(MobileNumber)),
        "email_as_written": From("basics.email", by=_unless(Email)),
        "url_as_written": From("basics.url", "basics.website", by=_unless(Url)),
        "image": From("basics.image", "basics.picture", by=lines),
        "highlights": "basics.label",
        "strengths": "basics.summary",
        "profiles": Each(
            "basics.profiles",
            _fields(SECTIONS["profiles"], username=From("username", by=lines), url=From("url", by=lines)),
        ),
        **{
            name: Each(name, _fields(table, **_ALSO.get(name, {})))
            for name, table in SECTIONS.items()
            if name != "profiles"
        },
        **{f"meta.{name}": key if name == "schema" else f"meta.{key}" for name, key in META.items()},
    },
    lenient=True,
)
