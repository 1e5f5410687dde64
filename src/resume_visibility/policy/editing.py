"""The fields that the owner may edit directly, before and after identity verification (OWNER-2)."""

from datetime import datetime

from ..model.arguments import expect
from ..model.building import Choice
from ..model.instants import instant
from ..model.resume import Resume
from ..model.viewers import Owner
from .decisions import Grant
from .table import DEFAULT_POLICY, Policy, case_of


class Field(Choice):
    """A field that an owner fills in or chooses; the value is its path in a resume and in its JSON.

    What others do or give is no field, because nobody edits it: applications received, virtual numbers, conversations, the IP region,
    a verified age, the state of the account. Nor is the community's own data. Consents are given and withdrawn, not edited.
    """

    NAME = "basics.name"
    GENDER = "basics.profile.gender"
    BORN = "basics.profile.born"
    WORK_STARTED = "basics.profile.work_started"
    RESIDENCE = "basics.profile.residence"
    STAGE = "basics.profile.stage"
    POLITICAL_STATUS = "basics.profile.political_status"
    MOBILE = "basics.contact.mobile"
    EMAIL = "basics.contact.email"
    HOMEPAGE = "basics.contact.homepage"
    AVATAR = "basics.avatar"
    STRENGTHS = "strengths"
    HIGHLIGHTS = "highlights"
    INTENTION = "intention"
    WORK = "work"
    PROJECTS = "projects"
    EDUCATION = "education"
    AWARDS = "awards"
    CAMPUS_POSITIONS = "campus_positions"
    CERTIFICATES = "certificates"
    SKILLS = "skills"
    TRAINING = "training"
    PORTFOLIO = "portfolio"
    ADDITIONAL = "additional"
    ATTACHMENTS = "attachments"
    VIDEO = "video"
    SETTINGS = "settings"


VERIFIED = frozenset({Field.NAME, Field.GENDER, Field.BORN, Field.MOBILE})
"""The fields that identity verification confirms, and so fixes; a change has to be verified anew (OWNER-2)."""


def editable(
    resume: Resume, *, at: datetime | None = None, policy: Policy = DEFAULT_POLICY
) -> frozenset[Field]:
    """The fields that the owner may edit directly; none if not even the owner is shown the resume (GATE-2).

    Args:
        resume: as it is at that instant.
        at: the instant asked about, aware; now, unless given.
        policy: that decides whether the owner is shown the resume.

    Raises:
        TypeError: `resume` is no resume, or `policy` no policy.
        InvalidValue: `at` has no time zone.
    """
    expect("resume", resume, Resume)
    case = case_of(Owner(candidate=resume.candidate), resume, instant(at), policy)
    if not isinstance(case.decision, Grant):
        return frozenset()
    return frozenset(Field) - (VERIFIED if resume.identity_verified else frozenset())
