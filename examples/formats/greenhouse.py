"""An applicant tracking system, as Greenhouse has it: a candidate with lists of ways to reach them."""

from json_document import plain
from shown import SAMPLES, show

from resume_visibility.interchange import (
    Each,
    FieldMapping,
    From,
    JsonResume,
    Read,
    lines,
    number_in,
    period_in,
    words,
)
from resume_visibility.model import Degree

_DEGREES = {
    "High School": Degree.HIGH_SCHOOL,
    "Associate's Degree": Degree.ASSOCIATE,
    "Bachelor's Degree": Degree.BACHELOR,
    "Master's Degree": Degree.MASTER,
    "Master of Business Administration (M.B.A.)": Degree.MBA,
    "Doctor of Philosophy (Ph.D.)": Degree.DOCTOR,
}

# Of a class that has accounts elsewhere: a text of 附加信息 would show them to everybody (CONTACT-1).
MAPPING: FieldMapping[JsonResume] = FieldMapping(
    JsonResume,
    {
        "id": From("id", by=str),
        "candidate": From("id", by=lambda number: f"candidate-{number}"),
        "basics.name.full": From("first_name", "last_name", by=words),
        "basics.name.surname": "last_name",
        "basics.profile.address": From("addresses[].value", by=lines),
        "basics.contact.email": "email_addresses[0].value",
        "basics.contact.mobile": From("phone_numbers[0].value", by=number_in),
        "basics.contact.homepage": "website_addresses[0].value",
        "highlights": "title",
        "work": Each(
            "employments",
            {
                "company": "company_name",
                "position": "title",
                "period": From("start_date", "end_date", by=period_in),
            },
        ),
        "education": Each(
            "educations",
            {
                "school": "school_name",
                "degree": From("degree", by=_DEGREES),
                "major": "discipline",
                "period": From("start_date", "end_date", by=period_in),
            },
        ),
        "skills": Each("tags", {"name": ""}),
        "profiles": Each("social_media_addresses", {"url": "value"}),
        # All of them, so that texts are searched for each.
        "phone_as_written": From("phone_numbers[].value", by=lines),
        "email_as_written": From("email_addresses[].value", by=lines),
        "url_as_written": From("website_addresses[].value", by=lines),
    },
    # The files are at addresses that expire: the platform stores them first, and gives each an id of its own.
    ignored=(
        "created_at",
        "updated_at",
        "last_activity",
        "is_private",
        "application_ids",
        "applications",
        "attachments",
    ),
    lenient=True,
)


def read(document: bytes) -> Read[JsonResume]:
    """A resume of a candidate."""
    return MAPPING.read(plain(document))


if __name__ == "__main__":
    show(read((SAMPLES / "greenhouse.json").read_bytes()))
