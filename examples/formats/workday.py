"""An HR suite, similar to Workday: references with descriptors, and years apart from months."""

import re

from json_document import plain
from shown import SAMPLES, show

from resume_visibility.interchange import (
    Each,
    FieldMapping,
    From,
    JsonResume,
    Read,
    month_in,
    period_in,
)
from resume_visibility.model import Degree, Period, YearMonth


def _number(country: str | None, number: str | None) -> str | None:
    return None if country is None or number is None else f"+{country}{re.sub(r'[^0-9]', '', number)}"


def _period(
    year: int | None, month: int | None, to_year: int | None, to_month: int | None, current: bool | None
) -> Period | None:
    if year is None or month is None or (not current and (to_year is None or to_month is None)):
        return None
    end = None if current or to_year is None or to_month is None else YearMonth(to_year, to_month)
    return Period(YearMonth(year, month), end)


_DEGREES = {"Bachelor_Degree": Degree.BACHELOR, "Master_Degree": Degree.MASTER, "Doctorate": Degree.DOCTOR}

MAPPING: FieldMapping[JsonResume] = FieldMapping(
    JsonResume,
    {
        "id": "id",
        "candidate": "candidateID",
        "basics.name.full": "name.fullName",
        "basics.name.surname": "name.lastName",
        "basics.profile.born": From("personal.dateOfBirth", by=month_in),
        "basics.profile.residence": "contact.address.city",
        "basics.contact.email": "contact.email",
        "basics.contact.mobile": From("contact.phone.countryPhoneCode", "contact.phone.number", by=_number),
        "phone_as_written": "contact.phone.number",  # one without its country is looked for in texts, too
        "strengths": "resume.summary",
        "work": Each(
            "resume.jobHistory",
            {
                "company": "company.descriptor",
                "position": "jobTitle",
                "period": From(
                    "startYear", "startMonth", "endYear", "endMonth", "currentlyWorkHere", by=_period
                ),
                "description": "responsibilities",
            },
        ),
        "education": Each(
            "resume.education",
            {
                "school": "school.descriptor",
                "degree": From("degree.id", by=_DEGREES),
                "major": "fieldOfStudy.descriptor",
            },
        ),
        "certificates": Each(
            "resume.certifications", {"name": "certification.descriptor", "date": From("issued", by=month_in)}
        ),
        "skills": (
            Each("resume.skills", {"name": "descriptor"}),
            Each("resume.languages", {"name": "language.descriptor"}),
        ),
        "training": Each(
            "resume.training",
            {"course": "title", "institution": "provider", "period": From("from", "to", by=period_in)},
        ),
    },
    ignored=("href", "resume.skills[].id", "resume.languages[].language.id"),
    lenient=True,
)


def read(document: bytes) -> Read[JsonResume]:
    """A resume of a candidate."""
    return MAPPING.read(plain(document))


if __name__ == "__main__":
    show(read((SAMPLES / "workday.json").read_bytes()))
