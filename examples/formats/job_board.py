"""A job board's tables: candidates, and rows of their jobs and schools that refer to them, as a data warehouse exports them."""

from pathlib import Path
from typing import Any

from csv_table import rows_of
from shown import SAMPLES, show

from resume_visibility import Resume
from resume_visibility.interchange import (
    Constant,
    Each,
    FieldMapping,
    From,
    Read,
    month_in,
    number_in,
    period_in,
)
from resume_visibility.model import Degree, JobType

_DEGREES = {
    "BSc": Degree.BACHELOR,
    "BA": Degree.BACHELOR,
    "MSc": Degree.MASTER,
    "MBA": Degree.MBA,
    "PhD": Degree.DOCTOR,
}
_MODES = {"0": "public", "1": "private"}  # any other word is an error: it may mean that the resume is hidden
_TYPES = {"permanent": JobType.FULL_TIME, "part-time": JobType.PART_TIME, "internship": JobType.INTERNSHIP}

MAPPING: FieldMapping[Resume] = FieldMapping(
    Resume,
    {
        "id": "candidate_no",
        "candidate": "account",
        "basics.name.full": "full_name",
        "basics.name.surname": "last_name",
        "basics.profile.born": From("dob", by=month_in),
        "basics.profile.residence": "town",
        "basics.contact.mobile": From("phone", by=number_in),
        "basics.contact.email": "email",
        "strengths": "about_me",
        "intention.position": "wanted_title",
        "intention.salary.low": From("wanted_monthly", by=int),
        "intention.salary.currency": Constant("GBP"),
        "intention.job_type": From("wanted_type", by=_TYPES),
        "work": Each(
            "jobs",
            {
                "company": "employer",
                "position": "title",
                "period": From("from_date", "to_date", by=period_in),
                "job_type": From("contract", by=_TYPES),
                "description": "duties",
            },
        ),
        "education": Each(
            "schools",
            {
                "school": "institution",
                "degree": From("award", by=_DEGREES),
                "major": "subject",
                "period": From("from_date", "to_date", by=period_in),
            },
        ),
        "settings.visibility": From("hidden", by=_MODES),
        "settings.blocks": Each("blocked", {"keyword": "company_name", "at": "blocked_at"}),
    },
    ignored=("jobs[].candidate_no", "schools[].candidate_no", "blocked[].candidate_no"),
)


def _table(file: Path) -> list[dict[str, Any]]:
    return rows_of(file.read_text(encoding="utf-8"))


def documents(folder: Path) -> list[dict[str, Any]]:
    """The rows of all candidates, each with its rows of the other tables."""
    rows = _table(folder / "candidates.csv")
    candidates = {row["candidate_no"]: row for row in rows}
    if len(candidates) < len(rows):  # which of the two is hidden, and has the blocks?
        raise ValueError("expected each candidate once; one came twice")
    for name in ("jobs", "schools", "blocked"):
        for row in candidates.values():
            row[name] = []
        for row in _table(folder / f"{name}.csv"):
            candidates[row["candidate_no"]][name].append(row)
    return list(candidates.values())


def read(folder: Path) -> list[Read[Resume]]:
    """The resumes of all candidates."""
    return [MAPPING.read(row) for row in documents(folder)]


if __name__ == "__main__":
    for one in read(SAMPLES / "job-board"):
        show(one)
