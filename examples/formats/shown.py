"""What a recruiter is shown of a resume that was read, once its candidate published it; and what had no place in it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import attrs

from resume_visibility import (
    FULLY_VERIFIED,
    Company,
    Recruiter,
    Resume,
    ResumeView,
    Settings,
    Visibility,
    dump_view,
    view_for,
)
from resume_visibility.interchange import Read
from resume_visibility.model import AgeVerified

SAMPLES = Path(__file__).parent / "samples"
AT = datetime(2026, 7, 1, tzinfo=UTC)


def as_published(resume: Resume) -> ResumeView:
    """What a recruiter sees, when the candidate chose so and the platform knows that they are of age."""
    chosen = Settings(visibility=Visibility.PUBLIC, resume_permission=True, chat_permission=True)
    of_age = AgeVerified(age=18, at=datetime(2026, 1, 1, tzinfo=UTC))
    company = Company(id="co-initech", name="英尼科技有限公司")
    recruiter = Recruiter(id="u-7", company=company, signed_in=True, verified=FULLY_VERIFIED)
    view = view_for(recruiter, attrs.evolve(resume, settings=chosen, age_verified=of_age), at=AT)
    assert view is not None
    return view


def show(read: Read[Any]) -> None:
    """Print it."""
    print(dump_view(as_published(read.resume)).decode())
    print("without a place:", ", ".join(read.unplaced) or "nothing")
