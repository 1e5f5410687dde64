"""JSON Resume (jsonresume.org), read into a resume and written from a view. What has no place is named, and never guessed.

Nothing is made up on the way: a year without its month is no month, a number without its country is no number that can be
dialled, and what one's own address is stays out of every section that others see.
"""

import json
import re
from typing import Any, TypeAlias

import attrs

from ..model.building import Id, expect
from ..model.choices import Degree
from ..model.resume import Resume
from ..model.values import Period, YearMonth
from ..projection.view import ResumeView
from .mapping import FieldMapping, Read
from .sources import Constant, Each, From
from .texts import lines, month_in, number_in, period_in, words

Json: TypeAlias = dict[str, Any]


@attrs.frozen(repr=False)
class Written:
    """A document of another kind that was written from a view.

    Args:
        document: plain dicts, lists and texts.
        unplaced: the parts of the view that it has no place for.
    """

    document: Json
    unplaced: tuple[str, ...]


def read_json_resume(document: bytes | str | Json, *, id: Id, candidate: Id) -> Read[Resume]:  # noqa: A002  # the field's name
    """Read a resume in the format of JSON Resume.

    Texts go where the policy knows such a text. Volunteering, publications, interests and profiles become topics of
    附加信息, whose texts are redacted as all texts are. What other people wrote (references), where somebody lives, a telephone number
    that is not international, and dates without a month have no place: `Read.unplaced` names their paths. What the format was before
    its version 1 (`company`, `website`, `gpa`) is read as well.

    Args:
        document: UTF-8 bytes, text, or a dict such as `json.loads` makes of them.
        id: of the resume, which the platform gives.
        candidate: the owner's id, likewise.

    Raises:
        ValueError: `document` is no JSON of an object.
        TypeError: it is none of the three.
        InvalidValue: an id is none, or the whole is more than a resume may hold.
    """
    return _MAPPING.read(_object_of(document), id=id, candidate=candidate)


def write_json_resume(view: ResumeView) -> Written:
    """Write a view in the format of JSON Resume: what this viewer sees, and nothing else (LAW-2).

    Args:
        view: that was made for the one who gets it.

    Raises:
        TypeError: `view` is no view of a resume.
    """
    expect(view, ResumeView)
    shown, contact = view.sections, view.contact
    basics = {
        "name": view.display_name,
        "label": shown.highlights,
        "email": contact.email and contact.email.address,
        "phone": contact.mobile and contact.mobile.e164,
        "url": contact.homepage and contact.homepage.address,
        "summary": shown.strengths,
        "location": _filled({"city": shown.profile and shown.profile.residence}),
    }
    document = {
        "basics": _filled(basics),
        "work": [
            _filled(
                {
                    "name": one.company,
                    "position": one.position,
                    **_dates(one.period),
                    "summary": one.description,
                }
            )
            for one in shown.work
        ],
        "education": [
            _filled(
                {
                    "institution": one.school,
                    "area": one.major,
                    "studyType": one.degree and one.degree.value,
                    **_dates(one.period),
                }
            )
            for one in shown.education
        ],
        "awards": [
            _filled({"title": one.name, "date": one.date and _spelled(one.date)}) for one in shown.awards
        ],
        "certificates": [
            _filled({"name": one.name, "date": one.date and _spelled(one.date)}) for one in shown.certificates
        ],
        "skills": [
            _filled({"name": one.name, "level": one.proficiency and one.proficiency.value})
            for one in shown.skills
        ],
        "projects": [
            _filled(
                {
                    "name": one.name,
                    "entity": one.company,
                    **_dates(one.period),
                    "description": one.description,
                }
            )
            for one in shown.projects
        ],
    }
    # The region and the latest position are pieces of sections that have their places.
    placed = {"profile", "region", "strengths", "highlights", "latest_position", *document}
    unplaced = (
        field.name
        for field in attrs.fields(type(shown))
        if field.name not in placed and getattr(shown, field.name) not in (None, ())
    )
    return Written(_filled(document), tuple(unplaced))


# --- Reading ---------------------------------------------------------------------------------------------------------


def _object_of(document: bytes | str | Json) -> Json:
    """The object that a document is; nothing of it is in an error (LAW-7)."""
    expect(document, bytes, str, dict)
    if not isinstance(document, dict):
        try:
            document = json.loads(document)
        except (ValueError, RecursionError):
            document = None  # type: ignore[assignment]  # raised below, so that the error holds nothing of the document
        if not isinstance(document, dict):
            raise ValueError("expected JSON of an object")
    return document


def _towns(*towns: str | None) -> str:
    return ", ".join(town for town in towns if town)


_DEGREES = {
    "associate": Degree.ASSOCIATE,
    "bachelor": Degree.BACHELOR,
    "master": Degree.MASTER,
    "mba": Degree.MBA,
    "phd": Degree.DOCTOR,
    "doctor": Degree.DOCTOR,
    "doctorate": Degree.DOCTOR,
}


def _degree(kind: str) -> Degree | None:
    return _DEGREES.get(re.sub(r"[^a-z]", "", kind.partition(" ")[0].casefold()).removesuffix("s"))


_PERIOD = From("startDate", "endDate", by=period_in)


def _lines(paths: str) -> From:
    return From(*paths.split(), by=lines)


def _topic(topic: str, paths: str) -> Each:
    return Each(topic, {"custom_topic": Constant(topic.rpartition(".")[2]), "description": _lines(paths)})


_MAPPING: FieldMapping[Resume] = FieldMapping(
    Resume,
    {
        "basics.name.full": "basics.name",
        "basics.contact.mobile": From("basics.phone", by=number_in),
        "basics.contact.email": "basics.email",
        "basics.contact.homepage": From("basics.url", "basics.website", by=words),
        "basics.profile.residence": From("basics.location.city", "basics.location.region", by=_towns),
        "highlights": "basics.label",
        "strengths": "basics.summary",
        "work": Each(
            "work",
            {
                "company": From("name", "company", by=words),
                "period": _PERIOD,
                "position": "position",
                "description": _lines("description location url website summary highlights[]"),
            },
        ),
        "projects": Each(
            "projects",
            {
                "name": "name",
                "period": _PERIOD,
                "company": "entity",
                "description": _lines("description summary highlights[] keywords[] roles[] type url"),
            },
        ),
        "education": Each(
            "education",
            {
                "school": "institution",
                "degree": From("studyType", by=_degree),
                "period": _PERIOD,
                "major": "area",
                "major_description": _lines("studyType score gpa courses[] url"),
            },
        ),
        "awards": Each("awards", {"name": "title", "date": From("date", by=month_in)}),
        "certificates": Each("certificates", {"name": "name", "date": From("date", by=month_in)}),
        "skills": (
            Each("skills", {"name": "name"}),
            Each("skills[].keywords", {"name": ""}),
            Each("languages", {"name": "language"}),
        ),
        "additional": (
            _topic("basics.profiles", "network username url"),
            _topic("volunteer", "organization position startDate endDate url website summary highlights[]"),
            _topic("publications", "name publisher releaseDate url website summary"),
            _topic("interests", "name keywords[] summary"),
        ),
    },
    lenient=True,
)


# --- Writing ---------------------------------------------------------------------------------------------------------


def _filled(values: Json) -> Json:
    return {name: value for name, value in values.items() if value not in (None, [], {})}


def _spelled(month: YearMonth) -> str:
    return f"{month.year:04}-{month.month:02}"


def _dates(period: Period | None) -> Json:
    if period is None:
        return {}
    return {"startDate": _spelled(period.start), "endDate": period.end and _spelled(period.end)}
