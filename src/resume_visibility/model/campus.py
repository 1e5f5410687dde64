"""The campus or company-made form (企业校园招聘、企业定制化简历) with the settings and acts that govern it."""

from collections.abc import Iterator
from datetime import datetime

import attrs

from ..errors import Problem
from .births import contradicted
from .building import Checked, Id
from .campus_basics import CampusBasics
from .campus_sections import (
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
from .ids import every_id, ids_with
from .memo import Memo
from .settings import Account, AgeVerified, OnlineTalk, Settings


@attrs.frozen(kw_only=True, repr=False)
class CampusForm(Checked):
    """A campus or company-made form: filled in for one company, and withheld from everybody until a view is asked for.

    Args:
        id: the form's id.
        candidate: the owner's id (求职者用户).
        company: the id of the one company it was filled in for (CAMPUS-1).
        basics: 个人基本信息; as every other section, it may be empty.
        family: 家庭成员, other people's data.
        relatives: the part of 其他 that is other people's data.
        remarks: the rest of 其他.
        settings: permissions and blocks govern a form; the four modes do not (CAMPUS-1), and the honorific does for the
            school alone (CAMPUS-2, NAME-1).
        handed_in: the instant; None for a draft, which only the owner sees.
        withdrawn: the instant from which the handing in no longer counts, if the candidate withdrew it (APPLY-8).
        talk: the talk at which it was handed in, if at one; a draft was not.
        account: if it is closed, the form is shown to nobody (GATE-2).
        deleted: whether it is deleted; then it is shown to nobody (GATE-2).
        age_verified: an age that the platform verified, if it did (GATE-3).
        revision: an opaque name for this state of the form, for records (NOTICE-1).
    """

    id: Id
    candidate: Id
    company: Id
    basics: CampusBasics = attrs.field(factory=CampusBasics)
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
    settings: Settings = attrs.field(factory=Settings)
    handed_in: datetime | None = None
    withdrawn: datetime | None = None
    talk: OnlineTalk | None = None
    account: Account = Account.OPEN
    deleted: bool = False
    age_verified: AgeVerified | None = None
    revision: Id = "0"
    memo: Memo = attrs.field(factory=Memo, init=False, eq=False)

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        raise TypeError(
            f"expected {cls.__name__} not to derive from CampusForm: a form has no sections or fields of your own"
        )

    def _problems(self) -> Iterator[Problem]:
        """`talk` and `withdrawn` go with `handed_in`, `withdrawn` is not before it, and no id holds a telephone number."""
        if self.talk is not None and self.handed_in is None:
            yield Problem("talk", "expected none in a form that was not handed in")
        if self.withdrawn is not None and (self.handed_in is None or self.withdrawn < self.handed_in):
            yield Problem("withdrawn", "expected none before the form was handed in")
        yield from contradicted(self.basics.profile.born, self.age_verified)
        contact = self.basics.contact
        numbers = [contact.mobile, contact.landline, self.basics.emergency_phone]
        for path in ids_with(numbers, self, every_id(self)):
            yield Problem(path, "expected an id without a telephone number of the form in it")
