"""One resume as four viewers see it: `python examples/four_viewers.py`."""

from pathlib import Path

from resume_visibility import (
    FULLY_VERIFIED,
    Company,
    Owner,
    Recruiter,
    Viewer,
    load_resume,
    view_for,
)

DATA = Path(__file__).parent / "data"


def recruiter(company: Company) -> Recruiter:
    """A recruiter as the platform knows them once they have signed in and passed every verification."""
    return Recruiter(id="u-7", company=company, signed_in=True, verified=FULLY_VERIFIED)


def main() -> None:
    """Print what each of them gets of the name, the ways to reach the candidate, and the parts withheld."""
    resume = load_resume((DATA / "engineer.json").read_bytes())
    viewers: dict[str, Viewer] = {
        "the candidate": Owner(candidate=resume.candidate),
        "a company applied to": recruiter(Company(id="co-acme-cn", name="艾克美（中国）科技有限公司")),
        "any other company": recruiter(Company(id="co-initech", name="英尼科技有限公司")),
        "a blocked company": recruiter(Company(id="co-yunshu-sh", name="云枢信息技术（上海）有限公司")),
    }
    for who, viewer in viewers.items():
        view = view_for(viewer, resume)
        if view is None:
            print(f"{who}: not shown")
            continue
        channels = ", ".join(sorted(channel.value for channel in view.contact.channels)) or "none"
        withheld = ", ".join(sorted(part.value for part in view.withheld)) or "nothing"
        print(f"{who}: {view.display_name}; channels: {channels}; withheld: {withheld}")


if __name__ == "__main__":
    main()
