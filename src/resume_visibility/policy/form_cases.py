"""How a viewer stands to a campus or company-made form: the only code that looks at a form's raw data to decide something."""

from datetime import datetime
from typing import assert_never

from ..model.campus import CampusForm
from ..model.instants import instant
from ..model.viewers import (
    FULLY_VERIFIED,
    CommunityMember,
    Headhunter,
    Mailbox,
    Owner,
    Recipient,
    Recommender,
    Recruiter,
    School,
    Viewer,
    Visitor,
)
from .forms import FormCase, FormFacts, FormKind
from .index import Governing, governing
from .readings import Readings
from .standing import blocked_since, outlasts
from .table import POLICY_2023_04, VIEWERS, Policy, misuse


def form_case_of(viewer: Viewer, form: CampusForm, at: datetime, policy: Policy = POLICY_2023_04) -> FormCase:
    """The case that a viewer makes of a form at an instant: the facts, and the decision on them.

    Args:
        viewer: who asks, and what for.
        form: asked for.
        at: aware.
        policy: that decides.

    Returns:
        A case of the policy: deciding is total (LAW-6).

    Raises:
        TypeError: `viewer` is no viewer, `form` no form or `policy` no policy; a view is no form.
    """
    if type(form) is not CampusForm or type(viewer) not in VIEWERS or type(policy) is not Policy:
        raise misuse(viewer, form, CampusForm, policy)
    index = governing(form)
    half = index.grown if at >= index.sixteen_from else index.young
    facts = _viewer_facts(viewer, form, index, at, policy.readings)
    return policy.form_case(
        facts._replace(
            resume_permission=half.resume_permission,
            exists=half.exists,
            of_age=half.of_age,
        )
    )


def _viewer_facts(
    viewer: Viewer, form: CampusForm, index: Governing, at: datetime, readings: Readings
) -> FormFacts:
    match viewer:
        case Owner():
            if viewer.candidate == form.candidate:
                return FormFacts(FormKind.OWNER, viewer.action, qualified=True)
            return FormFacts(FormKind.OTHER, viewer.action)
        case Recruiter():
            acts = _handing_in(form, at) if viewer.company.id == form.company else ()
            blocked = blocked_since(viewer.company, index, at, readings)
            return FormFacts(
                FormKind.RECRUITER,
                viewer.action,
                viewer.signed_in and viewer.verified == FULLY_VERIFIED,
                addressed=bool(acts),
                blocked=blocked is not None and not outlasts(blocked, acts, at, readings),
            )
        case School():
            qualified = viewer.signed_in and viewer.verified
            talk = form.talk
            if talk is None or talk.school != viewer.id:
                return FormFacts(FormKind.SCHOOL, viewer.action, qualified)
            return FormFacts(
                FormKind.SCHOOL,
                viewer.action,
                qualified,
                addressed=talk.delivery.at <= at and bool(_handing_in(form, at)),
                school_requires=talk.school_requires,
            )
        case Headhunter() | Mailbox() | CommunityMember() | Recommender() | Recipient() | Visitor():
            return FormFacts(FormKind.OTHER, viewer.action)
        case _:
            assert_never(viewer)


def _handing_in(form: CampusForm, at: datetime) -> tuple[datetime, ...]:
    """The act of handing in, once it was done (APPLY-6)."""
    return (instant(form.handed_in),) if form.handed_in is not None and form.handed_in <= at else ()
