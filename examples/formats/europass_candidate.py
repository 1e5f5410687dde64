"""Europass: the XML that its editor exports since 2020, a `Candidate` after HR-XML 3."""

from typing import Any

from html_text import plain_text
from shown import SAMPLES, show
from xml_document import document_of

from resume_visibility.interchange import (
    Each,
    FieldMapping,
    From,
    JsonResume,
    Read,
    lines,
    month_in,
    period_in,
    words,
)
from resume_visibility.model import Degree


def _period(start: str | None, end: str | None, current: str | None) -> Any:
    return period_in(start, end) if end is not None or current == "true" else None


def _number(country: str | None, number: str | None) -> str | None:
    return f"+{country}{number.lstrip('0')}" if country and number else None


# The levels of the European Qualifications Framework (EQF).
_LEVELS = {
    "4": Degree.HIGH_SCHOOL,
    "5": Degree.ASSOCIATE,
    "6": Degree.BACHELOR,
    "7": Degree.MASTER,
    "8": Degree.DOCTOR,
}
_JOBS, _SCHOOLS = "CandidateProfile.EmploymentHistory.", "CandidateProfile.EducationHistory."
_PHONE = "CandidatePerson.Telephone[0]"
_SKILLS = "CandidateProfile.PersonQualifications.PersonCompetency"

MAPPING: FieldMapping[JsonResume] = FieldMapping(
    JsonResume,
    {
        "basics.name.full": From(
            "CandidatePerson.PersonName.GivenName", "CandidatePerson.PersonName.FamilyName", by=words
        ),
        "basics.name.surname": "CandidatePerson.PersonName.FamilyName",
        "basics.profile.born": From("CandidatePerson.BirthDate", by=month_in),
        "basics.profile.residence": "CandidatePerson.Address[0].CityName",
        "basics.profile.address": From("CandidatePerson.Address[].AddressLine", by=lines),
        "basics.profile.postal_code": From("CandidatePerson.Address[].PostalCode", by=lines),
        "basics.contact.email": "CandidatePerson.Email[0].URI",
        "basics.contact.homepage": "CandidatePerson.Web[0].URI",
        "basics.contact.mobile": From(f"{_PHONE}.CountryDialing", f"{_PHONE}.DialNumber", by=_number),
        # All of them, so that texts are searched for each.
        "phone_as_written": From("CandidatePerson.Telephone[].DialNumber", by=lines),
        "email_as_written": From("CandidatePerson.Email[].URI", by=lines),
        "url_as_written": From("CandidatePerson.Web[].URI", by=lines),
        "strengths": From("CandidateProfile.ExecutiveSummary", by=plain_text),
        "work": Each(
            f"{_JOBS}EmployerHistory[].PositionHistory",
            {
                "company": "^OrganizationName",
                "position": "PositionTitle",
                "period": From(
                    "EmploymentPeriod.StartDate.FormattedDateTime",
                    "EmploymentPeriod.EndDate.FormattedDateTime",
                    "EmploymentPeriod.CurrentIndicator",
                    by=_period,
                ),
                "description": From("Description", by=plain_text),
            },
        ),
        "education": Each(
            f"{_SCHOOLS}EducationOrganizationAttendance",
            {
                "school": "OrganizationName",
                "degree": From("EducationLevelCode", by=_LEVELS),
                "period": From(
                    "AttendancePeriod.StartDate.FormattedDateTime",
                    "AttendancePeriod.EndDate.FormattedDateTime",
                    "AttendancePeriod.Ongoing",
                    by=_period,
                ),
                "major": "EducationDegree.DegreeName",
                "major_description": From("EducationDegree.OccupationalSkillsCovered", by=plain_text),
            },
        ),
        "skills": (
            Each("CandidatePerson.PrimaryLanguageCode", {"name": ""}),
            Each(_SKILLS, {"name": "CompetencyID"}),
        ),
        "additional": Each(
            "CandidateProfile.Others",
            {"custom_topic": "Title", "description": From("Other[].Title", "Other[].Description", by=lines)},
        ),
    },
    lenient=True,
)


def document(xml: bytes) -> dict[str, Any]:
    """The exported file, in which each way of communication stands under the name of its kind."""
    candidate = document_of(xml)
    person: dict[str, Any] = candidate["CandidatePerson"]
    ways = person.pop("Communication", [])
    for way in ways if isinstance(ways, list) else [ways]:
        person.setdefault(way.pop("ChannelCode", "Address"), []).append(way.get("Address", way))
    return candidate


def read(xml: bytes) -> Read[JsonResume]:
    """A resume of the exported file."""
    return MAPPING.read(document(xml), id="r-1", candidate="c-1")


if __name__ == "__main__":
    show(read((SAMPLES / "europass-candidate.xml").read_bytes()))
