"""HR Open: the candidate of its recruiting standard in JSON (4.x), a person and their profiles."""

from json_document import plain
from shown import SAMPLES, show

from resume_visibility.interchange import (
    Each,
    FieldMapping,
    From,
    JsonResume,
    Read,
    lines,
    month_in,
    number_in,
    period_in,
)
from resume_visibility.model import Degree, Gender, JobType, Period

_DEGREES = {
    "GED or Equivalent": Degree.HIGH_SCHOOL,
    "High School": Degree.HIGH_SCHOOL,
    "College - Associates": Degree.ASSOCIATE,
    "College - Bachelor of Science": Degree.BACHELOR,
    "College - Master of Science": Degree.MASTER,
    "College - Master of Business Administration": Degree.MBA,
    "College - Doctorate": Degree.DOCTOR,
}
_TYPES = {"FullTime": JobType.FULL_TIME, "PartTime": JobType.PART_TIME}


def _period(start: str | None, end: str | None, current: bool | None) -> Period | None:
    return None if current is False and end is None else period_in(start, end)


_PERIOD = From("start", "end", "current", by=_period)

MAPPING: FieldMapping[JsonResume] = FieldMapping(
    JsonResume,
    {
        "basics.name.full": "person.name.formattedName",
        "basics.name.surname": "person.name.family",
        "basics.profile.gender": From("person.gender", by={"Male": Gender.MALE, "Female": Gender.FEMALE}),
        "basics.profile.born": From("person.birthDate", by=month_in),
        "basics.profile.residence": "person.communication.address[0].city",
        "basics.profile.address": From("person.communication.address[].line", by=lines),
        "basics.profile.postal_code": From("person.communication.address[].postalCode", by=lines),
        "basics.contact.email": "person.communication.email[0].address",
        "basics.contact.mobile": From("person.communication.phone[0].formattedNumber", by=number_in),
        # All of them, so that texts are searched for each.
        "phone_as_written": From("person.communication.phone[].formattedNumber", by=lines),
        "email_as_written": From("person.communication.email[].address", by=lines),
        "profiles": Each("person.communication.web", {"network": "name", "url": "url"}),
        "basics.contact.homepage": "person.communication.web[0].url",
        "highlights": "profiles[0].objective",
        "strengths": "profiles[0].executiveSummary",
        "intention.position": "profiles[0].positionPreferences[0].positionTitles[0]",
        "intention.cities": "profiles[0].positionPreferences[0].locations[].referenceLocation.city",
        "intention.job_type": From(
            "profiles[0].positionPreferences[0].positionScheduleTypeCodes[0]", by=_TYPES
        ),
        "work": Each(
            "profiles[0].employment[].positionHistories",
            {
                "company": "^organization.name",
                "position": "title",
                "period": _PERIOD,
                "description": From("descriptions[]", "^descriptions[]", by=lines),
            },
        ),
        "education": Each(
            "profiles[0].education",
            {
                "school": "institution.name",
                "degree": From("educationLevelCodes[0].name", by=_DEGREES),
                "period": _PERIOD,
                "major": "educationDegrees[0].specializations[0].name",
                "major_description": From("educationDegrees[0].name", "descriptions[]", by=lines),
            },
        ),
        "certificates": Each(
            "profiles[0].certifications", {"name": "name", "date": From("firstIssued", by=month_in)}
        ),
        "skills": Each("profiles[0].qualifications", {"name": "competencyName"}),
    },
    ignored=("documentId", "person.id", "profiles[].profileId", "profiles[].associatedPositionOpenings"),
    lenient=True,
)


def read(document: bytes) -> Read[JsonResume]:
    """A resume of a candidate, as it is exchanged."""
    return MAPPING.read(plain(document), id="r-1", candidate="c-1")


if __name__ == "__main__":
    show(read((SAMPLES / "hr-open.json").read_bytes()))
