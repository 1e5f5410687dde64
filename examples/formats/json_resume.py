"""JSON Resume, into the library's own sections alone: for a platform that has no sections for the rest, and wants none.

`read_json_resume` of the library keeps everything. Here volunteering, publications and interests become topics of 附加信息. Accounts
elsewhere have no place, because a text there would show them to everybody (CONTACT-1); nor have what other people wrote, the street and
dates without a month.
"""

from json_document import plain
from shown import SAMPLES, show

from resume_visibility import Resume
from resume_visibility.interchange import (
    Constant,
    Each,
    FieldMapping,
    From,
    Read,
    lines,
    month_in,
    number_in,
    period_in,
)
from resume_visibility.model import Degree

_DEGREES = {
    "associate": Degree.ASSOCIATE,
    "bachelor": Degree.BACHELOR,
    "master": Degree.MASTER,
    "ph.d.": Degree.DOCTOR,
}


def _degree(kind: str) -> Degree | None:
    return _DEGREES.get(kind.casefold())


def _lines(paths: str) -> From:
    return From(*paths.split(), by=lines)


def _topic(topic: str, paths: str) -> Each:
    return Each(topic, {"custom_topic": Constant(topic), "description": _lines(paths)})


_PERIOD = From("startDate", "endDate", by=period_in)

MAPPING: FieldMapping[Resume] = FieldMapping(
    Resume,
    {
        "basics.name.full": "basics.name",
        "basics.contact.mobile": From("basics.phone", by=number_in),
        "basics.contact.email": "basics.email",
        "basics.contact.homepage": "basics.url",
        "basics.profile.residence": "basics.location.city",
        "highlights": "basics.label",
        "strengths": "basics.summary",
        "work": Each(
            "work",
            {
                "company": "name",
                "period": _PERIOD,
                "position": "position",
                "description": _lines("description location url summary highlights[]"),
            },
        ),
        "projects": Each(
            "projects",
            {
                "name": "name",
                "period": _PERIOD,
                "company": "entity",
                "description": _lines("description highlights[] keywords[] roles[] type url"),
            },
        ),
        "education": Each(
            "education",
            {
                "school": "institution",
                "degree": From("studyType", by=_degree),
                "period": _PERIOD,
                "major": "area",
                "major_description": _lines("studyType score courses[] url"),
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
            _topic("volunteer", "organization position startDate endDate url summary highlights[]"),
            _topic("publications", "name publisher releaseDate url summary"),
            _topic("interests", "name keywords[]"),
        ),
    },
    lenient=True,
)


def read(document: bytes, candidate: str) -> Read[Resume]:
    """A resume of a document, for the candidate who brought it."""
    return MAPPING.read(plain(document), id=f"resume-of-{candidate}", candidate=candidate)


if __name__ == "__main__":
    show(read((SAMPLES / "json-resume.json").read_bytes(), "c-1"))
