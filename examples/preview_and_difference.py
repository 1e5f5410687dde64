"""Before the candidate saves: the resume as others see it, and whom new settings would show more or less.

Run it with `python examples/preview_and_difference.py`.
"""

from datetime import UTC, datetime
from pathlib import Path

import attrs

from resume_visibility import (
    FULLY_VERIFIED,
    Company,
    Difference,
    Headhunter,
    NameDisplay,
    Recruiter,
    StandsFor,
    Visibility,
    difference,
    load_resume,
    preview,
)

DATA = Path(__file__).parent / "data"
NOW = datetime(2026, 6, 1, tzinfo=UTC)

ACME = Company(id="co-acme-cn", name="艾克米软件（中国）有限公司")
STRANGER = Company(id="co-initech", name="英尼科技有限公司")


def told(found: Difference) -> str:
    """One line of what a page of settings would say."""
    match found.viewer:
        case Recruiter(company=company) | Headhunter(agency=company, client=None):
            whose = company.id if found.stands_for is StandsFor.ITSELF else found.stands_for.value
        case Headhunter(client=Company(id=client)):
            whose = f"for {client or found.stands_for.value}"
        case _:
            whose = found.stands_for.value
    gained = ", ".join(sorted(item.value for item in found.gained)) or "nothing"
    return f"{type(found.viewer).__name__} ({whose}): {gained} more, {len(found.lost)} less"


def main() -> None:
    """Look through a recruiter's eyes, then weigh a change."""
    resume = load_resume((DATA / "engineer.json").read_bytes())
    recruiter = Recruiter(id="anybody", company=STRANGER, signed_in=True, verified=FULLY_VERIFIED)
    view = preview(resume, as_=recruiter, at=NOW)
    print("to a recruiter you are", "not there" if view is None else view.display_name)

    new = attrs.evolve(
        resume.settings, visibility=Visibility.HEADHUNTERS, name_display=NameDisplay.REAL, nickname=None
    )
    # The platform knows more of companies than a resume does: their names decide where keywords are blocked.
    for found in difference(resume, new, companies=(ACME,), at=NOW):
        print(told(found))


if __name__ == "__main__":
    main()
