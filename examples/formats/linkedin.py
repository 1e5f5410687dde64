"""LinkedIn: the archive of CSV files that members download of themselves."""

from pathlib import Path
from typing import Any
from zipfile import Path as ZipPath

from csv_table import rows_of
from shown import SAMPLES, show

from resume_visibility.interchange import (
    Constant,
    Each,
    FieldMapping,
    From,
    JsonResume,
    Read,
    lines,
    month_in,
    number_in,
    period_in,
    words,
)
from resume_visibility.model import Proficiency

_LEVELS = {
    "Elementary proficiency": Proficiency.BASIC,
    "Limited working proficiency": Proficiency.GOOD,
    "Professional working proficiency": Proficiency.SKILLED,
    "Full professional proficiency": Proficiency.SKILLED,
    "Native or bilingual proficiency": Proficiency.EXPERT,
}
_PERIOD = From("Started On", "Finished On", by=period_in)


def _named(listed: str) -> list[tuple[str, str]]:
    """The values of a cell such as [PORTFOLIO:https://example.com,BLOG:…] with what each is called; a handle has no name."""
    parts = (
        one.rpartition(":") if "//" not in one else one.partition(":")
        for one in listed.strip("[]").split(",")
    )
    return [(name, value.strip()) for name, _, value in parts if value.strip()]


def _accounts(handles: str | None, messengers: str | None) -> list[dict[str, str]]:
    named = [("Twitter", one) for _, one in _named(handles or "")] + _named(messengers or "")
    return [{"network": name or "?", "username": value} for name, value in named]


def _websites(listed: str) -> str | None:
    return lines([value for _, value in _named(listed)])


MAPPING: FieldMapping[JsonResume] = FieldMapping(
    JsonResume,
    {
        "basics.name.full": From("Profile[0].First Name", "Profile[0].Last Name", by=words),
        "basics.name.surname": "Profile[0].Last Name",
        "basics.profile.residence": "Profile[0].Geo Location",
        "basics.profile.address": "Profile[0].Address",
        "basics.profile.postal_code": From("Profile[0].Zip Code", by=lines),
        "basics.contact.email": "Email Addresses[0].Email Address",
        "basics.contact.mobile": From("PhoneNumbers[0].Number", by=number_in),
        # All of them, so that texts are searched for each.
        "phone_as_written": From("PhoneNumbers[].Number", by=lines),
        "email_as_written": From("Email Addresses[].Email Address", by=lines),
        "url_as_written": From("Profile[0].Websites", by=_websites),
        "profiles": From("Profile[0].Twitter Handles", "Profile[0].Instant Messengers", by=_accounts),
        "highlights": "Profile[0].Headline",
        "strengths": "Profile[0].Summary",
        "intention.industry": "Profile[0].Industry",
        "work": Each(
            "Positions",
            {
                "company": "Company Name",
                "position": "Title",
                "period": _PERIOD,
                "description": From("Description", "Location", by=lines),
            },
        ),
        "projects": Each(
            "Projects",
            {"name": "Title", "period": _PERIOD, "description": From("Description", "Url", by=lines)},
        ),
        "education": Each(
            "Education",
            {
                "school": "School Name",
                "period": From("Start Date", "End Date", by=period_in),
                "major_description": From("Degree Name", "Notes", "Activities", by=lines),
            },
        ),
        "certificates": Each("Certifications", {"name": "Name", "date": From("Started On", by=month_in)}),
        "awards": Each("Honors", {"name": "Title", "date": From("Issued On", by=month_in)}),
        "skills": (
            Each("Skills", {"name": "Name"}),
            Each("Languages", {"name": "Name", "proficiency": From("Proficiency", by=_LEVELS)}),
        ),
        "additional": Each(
            "Volunteering",
            {
                "custom_topic": Constant("volunteering"),
                "description": From(
                    *("Company Name", "Role", "Cause", "Started On", "Finished On", "Description"), by=lines
                ),
            },
        ),
    },
    lenient=True,
)


_READ = {
    *("Profile", "Email Addresses", "PhoneNumbers", "Positions", "Projects", "Education"),
    *("Certifications", "Honors", "Skills", "Languages", "Volunteering"),
}
"""The files that the mapping reads."""


def tables(archive: Path | ZipPath) -> dict[str, Any]:
    """The rows of the CSV files of an archive, or of the folder that it was unpacked to. A service limits what it unpacks.

    Other files are named and not opened: they hold messages and contacts, which are data of other people.
    """
    files = {file.name.removesuffix(".csv"): file for file in archive.iterdir() if file.name.endswith(".csv")}
    return {
        name: rows_of(files[name].read_text(encoding="utf-8-sig")) if name in _READ else True
        for name in sorted(files)
    }


def read(archive: Path | ZipPath) -> Read[JsonResume]:
    """A resume of an archive: `zipfile.Path(...)` of what was downloaded."""
    return MAPPING.read(tables(archive), id="r-1", candidate="c-1")


if __name__ == "__main__":
    show(read(SAMPLES / "linkedin"))
