"""Before the candidate saves: the resume as others see it, and whom new settings would show more or less.

Run it with `python examples/preview_and_difference.py`.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import assert_never

import attrs

from resume_visibility import (
    FULLY_VERIFIED,
    CommunityMember,
    Company,
    Difference,
    Headhunter,
    Mailbox,
    NameDisplay,
    Owner,
    Recipient,
    Recommender,
    Recruiter,
    School,
    SupportAgent,
    Visibility,
    Visitor,
    difference,
    load_resume,
    view_for,
)

DATA = Path(__file__).parent / "data"
NOW = datetime(2026, 7, 1, tzinfo=UTC)

INITECH = Company(id="co-initech", name="英尼科技有限公司")

# The platform knows more of companies than a resume does: their names decide where keywords are blocked.
KNOWN = (
    Company(id="co-acme-cn", name="艾克美（中国）科技有限公司", group="grp-acme"),
    Company(id="co-boyue", name="上海伯乐猎头咨询有限公司"),
    Company(id="co-xinghe", name="星河智算科技有限公司"),
    Company(id="co-yunshu-sh", name="云枢信息技术（上海）有限公司", group="grp-yunshu"),
)


def called(company: Company, others: Company) -> str:
    """A company of a difference, as the candidate would call it; `others` stands for all that are not named."""
    if company.id is None:
        return "a company that cannot be identified"
    if company.id != others.id:
        names = {known.id: known.name for known in KNOWN}
        return names.get(company.id) or f"company {company.id}"
    if company.name != others.name:
        return f"a company with {company.name} in its name"
    return "any other company" if company.group is None else f"another company of {company.group}"


def who(found: Difference) -> str:
    """Whom a difference is about."""
    match found.viewer:
        case Recruiter(company=company):
            return f"a recruiter of {called(company, found.others)}"
        case Headhunter(clients=(Company() as client, *_)):
            return f"a headhunter for {called(client, found.others)}"
        case Headhunter(agency=agency, clients=None):
            return f"a headhunter of {called(agency, found.others)}, whose clients are unknown"
        case Headhunter(agency=agency):
            return f"a headhunter of {called(agency, found.others)}"
        case Mailbox(company=company):
            return f"the mailbox of {called(company, found.others)}"
        case Recipient(id=recipient):
            return f"the recipient {recipient}"
        case CommunityMember():
            return "the community"
        case School(id=school):
            return f"the school {school}"
        case SupportAgent():
            return "a support agent who handles a case"
        case Recommender():
            return "the recommender of jobs"
        case Owner() | Visitor():
            return "nobody for whom settings change anything"
        case _:
            assert_never(found.viewer)


def described(found: Difference) -> str:
    """One line of what a page of settings would say."""
    gained = ", ".join(sorted(item.value for item in found.gained)) or "nothing"
    return f"{who(found)}: {gained} more, {len(found.lost)} less"


def main() -> None:
    """Look through a recruiter's eyes, then weigh a change."""
    resume = load_resume((DATA / "engineer.json").read_bytes())
    recruiter = Recruiter(id="u-7", company=INITECH, signed_in=True, verified=FULLY_VERIFIED)
    view = view_for(recruiter, resume, at=NOW)
    print("to a recruiter you are", "not there" if view is None else view.display_name)

    new = attrs.evolve(
        resume.settings,
        visibility=Visibility.HEADHUNTERS,
        name_display=NameDisplay.REAL,
        nickname=NameDisplay.REAL,
    )
    for found in difference(resume, new, companies=KNOWN, at=NOW):
        print(described(found))


if __name__ == "__main__":
    main()
