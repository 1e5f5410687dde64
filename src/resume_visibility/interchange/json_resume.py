"""JSON Resume (jsonresume.org), read into a resume and written from a view. What has no place is named, and never guessed.

Nothing is made up on the way: a year without its month is no month, a number without its country is no number that can be
dialled, and what one's own address is stays out of every section that others see.
"""

import re
from collections.abc import Iterable, Iterator

import attrs

from ..model.building import Id, expect
from ..model.choices import Degree
from ..model.names import PersonName
from ..model.resume import Resume
from ..model.sections import (
    Additional,
    Award,
    Basics,
    Certificate,
    Contact,
    Education,
    Profile,
    Project,
    Skill,
    Work,
)
from ..model.values import Email, MobileNumber, Period, Url, YearMonth
from ..projection.view import ResumeView
from .nodes import Json, Node, object_of


@attrs.frozen(repr=False)
class Read:
    """A resume that was read from a document of another kind.

    Args:
        resume: with whatever had a place. Its settings are the most private ones.
        unplaced: the paths of all values that had none; to be shown to the candidate, who can say where they belong.
    """

    resume: Resume
    unplaced: tuple[str, ...]


@attrs.frozen(repr=False)
class Written:
    """A document of another kind that was written from a view.

    Args:
        document: plain dicts, lists and texts.
        unplaced: the parts of the view that it has no place for.
    """

    document: Json
    unplaced: tuple[str, ...]


def read_json_resume(document: bytes | str | Json, *, id: Id, candidate: Id) -> Read:  # noqa: A002  # the field's name
    """Read a resume in the format of JSON Resume.

    Texts go where the policy knows such a text. Volunteering, publications, interests and profiles become topics of
    附加信息, whose texts are redacted as all texts are. What other people wrote (references), where somebody lives, a telephone number
    that is not international, and dates without a month have no place: `Read.unplaced` names their paths.

    Args:
        document: UTF-8 bytes, text, or a dict such as `json.loads` makes of them.
        id: of the resume, which the platform gives.
        candidate: the owner's id, likewise.

    Raises:
        ValueError: `document` is no JSON of an object.
        TypeError: it is none of the three.
        InvalidValue: an id is none, or the whole is more than a resume may hold.
    """
    reading = Node(object_of(document))
    basics = reading.node("basics")
    contact = Contact(
        mobile=basics.value("phone", lambda text: MobileNumber(re.sub(r"[\s().-]", "", text))),
        email=basics.value("email", Email),
        homepage=basics.value("url", Url),
    )
    place = basics.node("location")
    towns = [town for town in (place.text("city"), place.text("region")) if town]
    resume = Resume(
        id=id,
        candidate=candidate,
        basics=Basics(
            name=basics.value("name", PersonName),
            profile=Profile(residence=", ".join(towns) or None),
            contact=contact,
        ),
        highlights=basics.text("label"),
        strengths=basics.text("summary"),
        work=tuple(_work(one) for one in reading.nodes("work")),
        projects=tuple(_project(one) for one in reading.nodes("projects")),
        education=tuple(_education(one) for one in reading.nodes("education")),
        awards=tuple(
            Award(name=one.text("title"), date=one.value("date", _month)) for one in reading.nodes("awards")
        ),
        certificates=tuple(
            Certificate(name=one.text("name"), date=one.value("date", _month))
            for one in reading.nodes("certificates")
        ),
        skills=(
            *(Skill(name=name) for one in reading.nodes("skills") for name in one.lines("name", "keywords")),
            *(Skill(name=one.text("language")) for one in reading.nodes("languages")),
        ),
        additional=(
            *_topics("profiles", basics.nodes("profiles"), "network", "username", "url"),
            *_topics(
                "volunteer",
                reading.nodes("volunteer"),
                *("organization", "position", "startDate", "endDate", "url", "summary", "highlights"),
            ),
            *_topics(
                "publications",
                reading.nodes("publications"),
                *("name", "publisher", "releaseDate", "url", "summary"),
            ),
            *_topics("interests", reading.nodes("interests"), "name", "keywords"),
        ),
    )
    return Read(resume, tuple(reading.unplaced()))


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


_MONTH = re.compile(r"(\d{4})-(\d\d)(?:-\d\d)?")


def _month(text: str) -> YearMonth:
    found = _MONTH.fullmatch(text)
    return YearMonth(int(found[1]), int(found[2])) if found else YearMonth(0, 0)  # which is refused


def _period(one: Node) -> Period | None:
    start, end = one.value("startDate", _month), one.value("endDate", _month)
    if start is not None and (end is None or end.index >= start.index) and not one.has("endDate"):
        return Period(start, end)
    one.give_back("startDate", "endDate")
    return None


def _work(one: Node) -> Work:
    return Work(
        company=one.text("name"),
        period=_period(one),
        position=one.text("position"),
        description=_joined(one.lines("description", "location", "url", "summary", "highlights")),
    )


def _project(one: Node) -> Project:
    return Project(
        name=one.text("name"),
        period=_period(one),
        company=one.text("entity"),
        description=_joined(one.lines("description", "highlights", "keywords", "roles", "type", "url")),
    )


_DEGREES = {
    "associate": Degree.ASSOCIATE,
    "bachelor": Degree.BACHELOR,
    "master": Degree.MASTER,
    "mba": Degree.MBA,
    "phd": Degree.DOCTOR,
    "doctor": Degree.DOCTOR,
    "doctorate": Degree.DOCTOR,
}


def _education(one: Node) -> Education:
    kind = one.text("studyType")
    first = re.sub(r"[^a-z]", "", (kind or "").partition(" ")[0].casefold()).removesuffix("s")
    lines = one.lines("score", "courses", "url")
    return Education(
        school=one.text("institution"),
        degree=_DEGREES.get(first),
        period=_period(one),
        major=one.text("area"),
        major_description=_joined([kind, *lines] if kind else lines),
    )


def _topics(topic: str, nodes: Iterable[Node], *keys: str) -> Iterator[Additional]:
    for one in nodes:
        description = _joined(one.lines(*keys))
        if description is not None:
            yield Additional(custom_topic=topic, description=description)


def _joined(lines: list[str]) -> str | None:
    return "\n".join(lines) or None


# --- Writing ---------------------------------------------------------------------------------------------------------


def _filled(values: Json) -> Json:
    return {name: value for name, value in values.items() if value not in (None, [], {})}


def _spelled(month: YearMonth) -> str:
    return f"{month.year:04}-{month.month:02}"


def _dates(period: Period | None) -> Json:
    if period is None:
        return {}
    return {"startDate": _spelled(period.start), "endDate": period.end and _spelled(period.end)}
