"""A naive, plainly correct reference for campus and company-made forms, in the order of the rules, with loops and no table.

Written from CAMPUS-1, CAMPUS-2, GATE-1 to GATE-4, BLOCK-1 to BLOCK-4 and APPLY-6, and not from the library's code. It
takes the library's input types and nothing else.
"""

import unicodedata
from datetime import datetime, timedelta, timezone

from resume_visibility import (
    Account,
    CampusForm,
    Company,
    CompanyBlock,
    Owner,
    Recruiter,
    School,
    Verification,
    Viewer,
)

BEIJING = timezone(timedelta(hours=8))

OF_CANDIDATE = frozenset(
    {
        *("name", "english_name", "profile", "email", "mobile", "landline", "postal_address", "photo"),
        *("education", "languages", "it_skills", "practice", "awards", "training", "internships"),
        *("certificates", "publications", "school_posts", "projects", "intellectual_property", "remarks"),
        "delivery",
    }
)
OF_OTHERS = frozenset({"emergency_name", "emergency_phone", "family", "relatives"})
EVERYTHING = OF_CANDIDATE | OF_OTHERS | {"typed_details"}


def expected(viewer: Viewer, form: CampusForm, at: datetime) -> tuple[frozenset[str], frozenset[str]] | None:
    """The parts this viewer is shown and the actions open to them; None is nothing."""
    if form.deleted or form.account is Account.CLOSED:  # GATE-2
        return None
    if isinstance(viewer, Owner) and viewer.candidate == form.candidate:  # OWNER-1
        return answer(viewer, EVERYTHING, {"view", "export"})
    if not form.settings.resume_permission:  # GATE-1
        return None
    if not surely_sixteen(form, at):  # GATE-3
        return None
    if form.handed_in is None or form.handed_in > at:  # a draft, or not handed in yet
        return None
    if isinstance(viewer, Recruiter):
        if not viewer.signed_in:  # GATE-4
            return None
        for one in Verification:
            if one not in viewer.verified:
                return None
        if viewer.company.id != form.company:  # CAMPUS-1
            return None
        for block in form.settings.blocks:  # BLOCK-1, APPLY-6
            if covers(block, viewer.company) and block.at >= form.handed_in:
                return None
        return answer(viewer, EVERYTHING, {"view", "export"})
    if isinstance(viewer, School):
        if not viewer.signed_in or not viewer.verified:  # GATE-4
            return None
        if form.talk is None or form.talk.school != viewer.id:  # CAMPUS-2
            return None
        if not form.talk.school_requires or form.talk.delivery.at > at:
            return None
        return answer(viewer, OF_CANDIDATE, {"view"})
    return None  # LAW-5


def answer(
    viewer: Viewer, parts: frozenset[str], actions: set[str]
) -> tuple[frozenset[str], frozenset[str]] | None:
    return (parts, frozenset(actions)) if viewer.action.value in actions else None


def surely_sixteen(form: CampusForm, at: datetime) -> bool:
    """GATE-3: from the first day of the month after the sixteenth birthday's, in Beijing."""
    born = form.basics.profile.born
    year, month = born.year + 16, born.month + 1
    if month == 13:
        year, month = year + 1, 1
    return at >= datetime(year, month, 1, tzinfo=BEIJING)


def covers(block: object, company: Company) -> bool:
    """BLOCK-2, BLOCK-4."""
    group = getattr(block, "group", None)
    if company.id is None or (group is not None and group == company.group):
        return True
    if isinstance(block, CompanyBlock):
        return block.company == company.id
    word = folded(str(getattr(block, "keyword", "")))
    return any(word in folded(name) for name in (company.name, *company.aliases))


def folded(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
