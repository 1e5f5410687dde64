"""A platform's own resume: three sections and five fields more, declared in its own code: `python examples/own_sections.py`.

What an engineer would copy is between the two lines; below it, a recruiter and the owner look at one resume.
"""

import json
from datetime import UTC, datetime
from pathlib import Path

import attrs

from resume_visibility import (
    Owner,
    Part,
    Resume,
    ShownSections,
    load_resume,
    load_viewer,
    view_for,
    view_to_dict,
)
from resume_visibility.model import Basics as LibraryBasics
from resume_visibility.model import Checked, Education, Id, Period, Profile, Url, Work, YearMonth, follows

# --- The declaration -------------------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True, repr=False)
class OurWork(Work):
    department: str | None = None
    leaving: str | None = attrs.field(default=None, metadata=follows(None))  # 离职原因: for the owner alone


@attrs.frozen(kw_only=True, repr=False)
class OurEducation(Education):
    thesis: str | None = None
    grade: int | None = None


@attrs.frozen(kw_only=True, repr=False)
class OurProfile(Profile):
    hometown: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class OurBasics(LibraryBasics):
    profile: OurProfile = attrs.field(factory=OurProfile)


@attrs.frozen(kw_only=True, repr=False)
class Volunteering(Checked):
    organisation: str | None = None
    period: Period | None = None
    summary: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Publication(Checked):
    title: str
    date: YearMonth | None = None
    link: Url | None = None


@attrs.frozen(kw_only=True, repr=False)
class Import(Checked):
    system: Id
    note: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class OurSections(ShownSections):
    profile: OurProfile | None = None
    work: tuple[OurWork, ...] = ()
    education: tuple[OurEducation, ...] = ()
    volunteering: tuple[Volunteering, ...] = attrs.field(default=(), metadata=follows(Part.WORK))
    publications: tuple[Publication, ...] = attrs.field(default=(), metadata=follows(Part.EDUCATION))
    imported: Import | None = None  # follows nothing: for the owner alone


@attrs.frozen(kw_only=True, repr=False)
class OurResume(Resume[OurSections]):
    basics: OurBasics = attrs.field(factory=OurBasics)
    work: tuple[OurWork, ...] = ()
    education: tuple[OurEducation, ...] = ()
    volunteering: tuple[Volunteering, ...] = ()
    publications: tuple[Publication, ...] = ()
    imported: Import | None = None


# --- One resume, as two see it ---------------------------------------------------------------------------------------

DATA = Path(__file__).parent / "data"
AT = datetime(2026, 7, 1, tzinfo=UTC)


def main() -> None:
    """Print what of the platform's own a recruiter sees, and what the owner."""
    document = json.loads((DATA / "engineer.json").read_bytes())
    document["work"][0] |= {"department": "交易系统部", "leaving": "与主管意见不合"}
    document["volunteering"] = [{"organisation": "红十字会", "summary": "报名请打 13800138000"}]
    document["imported"] = {"system": "old-board", "note": "2024 年导入"}
    resume = load_resume(document, of=OurResume)
    recruiter = load_viewer((DATA / "viewers" / "initech-recruiter.json").read_bytes())
    for viewer in (recruiter, Owner(candidate=resume.candidate)):
        view = view_for(viewer, resume, at=AT)
        assert view is not None  # both are shown it
        shown = view_to_dict(view)["sections"]
        print(type(viewer).__name__)
        print("  department, leaving:", view.sections.work[0].department, view.sections.work[0].leaving)
        print("  volunteering:", shown["volunteering"])
        print("  imported:", shown.get("imported"))


if __name__ == "__main__":
    main()
