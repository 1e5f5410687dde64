"""An applicant tracking system, as Lever has it: an opportunity, with what was parsed of the resume."""

from json_document import plain
from shown import SAMPLES, show

from resume_visibility.interchange import Each, FieldMapping, From, JsonResume, Read, lines, number_in
from resume_visibility.model import Period, YearMonth


def _period(
    year: int | None, month: int | None, to_year: int | None, to_month: int | None, current: bool | None
) -> Period | None:
    if year is None or month is None:
        return None
    if current:
        return Period(YearMonth(year, month))
    return (
        None
        if to_year is None or to_month is None
        else Period(YearMonth(year, month), YearMonth(to_year, to_month))
    )


_PERIOD = From("start.year", "start.month", "end.year", "end.month", "isCurrent", by=_period)

# Of a class that has accounts elsewhere: a text of 附加信息 would show them to everybody (CONTACT-1).
MAPPING: FieldMapping[JsonResume] = FieldMapping(
    JsonResume,
    {
        "id": "id",
        "candidate": "contact",
        "basics.name.full": "name",
        "basics.profile.residence": "location",
        "basics.contact.email": "emails[0]",
        "basics.contact.mobile": From("phones[0].value", by=number_in),
        "highlights": "headline",
        "strengths": "resume.parsedData.summary",
        "work": Each(
            "resume.parsedData.positions",
            {
                "company": "org",
                "position": "title",
                "period": _PERIOD,
                "description": From("summary", "location", by=lines),
            },
        ),
        "education": Each(
            "resume.parsedData.schools",
            {
                "school": "org",
                "major": "field",
                "period": _PERIOD,
                "major_description": From("degree", "summary", by=lines),
            },
        ),
        "skills": Each("tags", {"name": ""}),
        "profiles": Each("links", {"url": ""}),
        # All of them, so that texts are searched for each.
        "phone_as_written": From("phones[].value", by=lines),
        "email_as_written": From("emails[]", by=lines),
    },
    ignored=(
        "createdAt",
        "updatedAt",
        "lastInteractionAt",
        "stage",
        "stageChanges",
        "owner",
        "origin",
        "resume.file",
    ),
    lenient=True,
)


def read(document: bytes) -> Read[JsonResume]:
    """A resume of an opportunity, whose `resume` was put into it."""
    return MAPPING.read(plain(document))


if __name__ == "__main__":
    show(read((SAMPLES / "lever.json").read_bytes()))
