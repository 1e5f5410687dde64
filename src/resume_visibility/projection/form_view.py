"""What a viewer gets of a campus or company-made form: values that hold what is shown and nothing else (LAW-2)."""

from datetime import datetime

import attrs

from ..model.building import Id
from ..model.campus_basics import CampusProfile, PostalAddress
from ..model.campus_sections import (
    CampusAward,
    CampusCertificate,
    CampusEducation,
    CampusProject,
    CampusTraining,
    IntellectualProperty,
    Internship,
    ItSkill,
    LanguageAbility,
    Practice,
    Publication,
    Relative,
    Relatives,
    Remarks,
    SchoolPost,
)
from ..model.parts import Part
from ..model.settings import Delivery
from ..model.shown import ShownSections
from ..model.silent import Silent
from ..model.values import Email, MobileNumber, PhoneNumber
from ..model.viewers import Action
from .view import ResumeView, ShownContact, describe_view


@attrs.frozen(kw_only=True, repr=False)
class ShownForm(Silent):
    """The sections of a form that this viewer sees, redacted; a withheld one and a missing one look the same here.

    `FormView.withheld` lists which were withheld, from the grant alone.
    """

    name: str | None = None
    english_name: str | None = None
    profile: CampusProfile | None = None
    email: Email | None = None
    mobile: MobileNumber | None = None
    landline: PhoneNumber | None = None
    postal_address: PostalAddress | None = None
    emergency_name: str | None = None
    emergency_phone: PhoneNumber | None = None
    photo: Id | None = None
    education: tuple[CampusEducation, ...] = ()
    languages: LanguageAbility | None = None
    it_skills: tuple[ItSkill, ...] = ()
    practice: tuple[Practice, ...] = ()
    awards: tuple[CampusAward, ...] = ()
    family: tuple[Relative, ...] = ()
    training: tuple[CampusTraining, ...] = ()
    internships: tuple[Internship, ...] = ()
    certificates: tuple[CampusCertificate, ...] = ()
    publications: tuple[Publication, ...] = ()
    school_posts: tuple[SchoolPost, ...] = ()
    projects: tuple[CampusProject, ...] = ()
    intellectual_property: tuple[IntellectualProperty, ...] = ()
    relatives: Relatives | None = None
    remarks: Remarks | None = None
    delivery: Delivery | None = None


@attrs.frozen(kw_only=True, repr=False)
class FormView(Silent):
    """What one viewer sees of one form at one instant. Made by `view_for`; frozen, hashable, no form.

    Args:
        id: the form's id.
        display_name: the real name, or to the school "X先生" / "Ms. X" (NAME-1, CAMPUS-2); None where there is no name.
        sections: shown, redacted.
        action: what the view was made for; a view that was made for viewing is no export (EXPORT-1).
        actions: what the viewer may do, under the same facts.
        withheld: the parts not shown, whether or not the form has anything in them.
        fresh_until: aware, in UTC; the view must not be kept longer: at most two hours (NAME-2), and no longer than what it rests on,
            such as a form that was handed in and is withdrawn (APPLY-8).
        policy: the version of the policy it was made under.
        omitted: as in `ResumeView`.
    """

    id: Id
    display_name: str | None
    sections: ShownForm
    action: Action
    actions: frozenset[Action]
    withheld: frozenset[Part]
    fresh_until: datetime
    policy: str
    omitted: frozenset[Part] = frozenset()

    __repr__ = describe_view


VIEWS = (ResumeView, FormView)
CONTAINERS = (ShownSections, ShownContact, ShownForm)
"""The classes inside a view whose fields are parts: a part that is not shown has no key in JSON, and one that is shown always has."""
