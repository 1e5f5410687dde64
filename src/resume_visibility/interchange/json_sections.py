"""A resume that holds all that JSON Resume knows: the library's sections with fields more, and sections of the format's own.

Each follows the part of the policy that is right for it. A field that no part fits is for the owner alone (LAW-5). Links are texts:
what a link gives away is found as in any text, and a job is not left out with its link.
"""

import attrs

from ..model.building import LIVES, Checked
from ..model.own import follows
from ..model.parts import Part
from ..model.resume import Resume
from ..model.sections import Award, Basics, Certificate, Education, Profile, Project, Skill, Work
from ..model.shown import ShownSections
from .partial_dates import PartialDate

# --- Sections of the library, with fields more -----------------------------------------------------------------------


@attrs.frozen(kw_only=True, repr=False)
class JsonProfile(Profile):
    """个人信息 with the whole of `basics.location`. Address and postal code are for the owner alone, also in texts; the town is not."""

    city: str | None = None
    region: str | None = None
    country_code: str | None = None
    address: str | None = attrs.field(default=None, metadata={**follows(None), LIVES: True})
    postal_code: str | None = attrs.field(default=None, metadata={**follows(None), LIVES: True})


@attrs.frozen(kw_only=True, repr=False)
class JsonBasics(Basics):
    """个人信息 with a `JsonProfile`."""

    profile: JsonProfile = attrs.field(factory=JsonProfile)


@attrs.frozen(kw_only=True, repr=False)
class JsonWork(Work):
    """工作经验: `work`. Its summary is the description; `business` is what the company does."""

    exact_start: PartialDate | None = None
    exact_end: PartialDate | None = None
    location: str | None = None
    business: str | None = None
    url: str | None = None
    highlights: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class JsonProject(Project):
    """项目经验: `projects`. Its entity is the company."""

    exact_start: PartialDate | None = None
    exact_end: PartialDate | None = None
    type: str | None = None
    url: str | None = None
    highlights: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class JsonEducation(Education):
    """教育经历: `education`. Its area is the major."""

    exact_start: PartialDate | None = None
    exact_end: PartialDate | None = None
    study_type: str | None = None
    score: str | None = None
    url: str | None = None
    courses: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class JsonAward(Award):
    """校内荣誉: `awards`. Its title is the name."""

    exact_date: PartialDate | None = None
    awarder: str | None = None
    summary: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class JsonCertificate(Certificate):
    """证书: `certificates`."""

    exact_date: PartialDate | None = None
    issuer: str | None = None
    url: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class JsonSkill(Skill):
    """技能: `skills`."""

    level: str | None = None
    keywords: tuple[str, ...] = ()


# --- Sections of the format's own ------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True, repr=False)
class JsonVolunteer(Checked):
    """志愿服务: `volunteer`."""

    organization: str | None = None
    position: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    url: str | None = None
    summary: str | None = None
    highlights: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class JsonPublication(Checked):
    """发表的作品: `publications`."""

    name: str | None = None
    publisher: str | None = None
    released: PartialDate | None = None
    url: str | None = None
    summary: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class JsonLanguage(Checked):
    """语言: `languages`."""

    language: str | None = None
    fluency: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class JsonInterest(Checked):
    """兴趣: `interests`."""

    name: str | None = None
    keywords: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class JsonAccount(Checked):
    """An account elsewhere (其他平台的账号): `basics.profiles`.

    A username beside its network is an account, though neither of them is one alone. It follows the part of messenger accounts typed into
    a text (CONTACT-2). So does the link: it leads to the account, and often spells its username.
    """

    network: str | None = None
    username: str | None = attrs.field(default=None, metadata=follows(Part.MESSENGER))
    url: str | None = attrs.field(default=None, metadata=follows(Part.MESSENGER))


@attrs.frozen(kw_only=True, repr=False)
class JsonReference(Checked):
    """A text about the candidate by somebody else (推荐信): `references`."""

    name: str | None = None
    reference: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class JsonMeta(Checked):
    """The document's own data about itself: `meta`, and the address of its `$schema`."""

    schema: str | None = None
    canonical: str | None = None
    version: str | None = None
    last_modified: str | None = None


# --- The whole -------------------------------------------------------------------------------------------------------


@attrs.frozen(kw_only=True, repr=False)
class JsonSections(ShownSections):
    """The sections of a view of a `JsonResume`, with the part of the policy that each section of its own follows.

    An account elsewhere is a way around the platform, as the homepage is (CONTACT-1). Other people's words, a picture somewhere else and
    the address of the whole document follow nothing: they are for the owner alone (LAW-5).
    """

    profile: JsonProfile | None = None
    work: tuple[JsonWork, ...] = ()
    projects: tuple[JsonProject, ...] = ()
    education: tuple[JsonEducation, ...] = ()
    awards: tuple[JsonAward, ...] = ()
    certificates: tuple[JsonCertificate, ...] = ()
    skills: tuple[JsonSkill, ...] = ()
    volunteer: tuple[JsonVolunteer, ...] = attrs.field(default=(), metadata=follows(Part.WORK))
    publications: tuple[JsonPublication, ...] = attrs.field(default=(), metadata=follows(Part.PORTFOLIO))
    languages: tuple[JsonLanguage, ...] = attrs.field(default=(), metadata=follows(Part.SKILLS))
    interests: tuple[JsonInterest, ...] = attrs.field(default=(), metadata=follows(Part.ADDITIONAL))
    profiles: tuple[JsonAccount, ...] = attrs.field(default=(), metadata=follows(Part.HOMEPAGE))
    phone_as_written: str | None = attrs.field(default=None, metadata=follows(Part.MOBILE))
    email_as_written: str | None = attrs.field(default=None, metadata=follows(Part.EMAIL))
    url_as_written: str | None = attrs.field(default=None, metadata=follows(Part.HOMEPAGE))
    references: tuple[JsonReference, ...] = ()
    image: str | None = None
    meta: JsonMeta | None = None


@attrs.frozen(kw_only=True, repr=False)
class JsonResume(Resume[JsonSections]):
    """A resume (在线简历) that holds all that JSON Resume knows.

    Args:
        phone_as_written: the phone, if the mobile number does not say the same: there is none, or it was written in another way.
        email_as_written: a text that is no e-mail address to the library.
        url_as_written: a text that is no web address.
    """

    basics: JsonBasics = attrs.field(factory=JsonBasics)
    work: tuple[JsonWork, ...] = ()
    projects: tuple[JsonProject, ...] = ()
    education: tuple[JsonEducation, ...] = ()
    awards: tuple[JsonAward, ...] = ()
    certificates: tuple[JsonCertificate, ...] = ()
    skills: tuple[JsonSkill, ...] = ()
    volunteer: tuple[JsonVolunteer, ...] = ()
    publications: tuple[JsonPublication, ...] = ()
    languages: tuple[JsonLanguage, ...] = ()
    interests: tuple[JsonInterest, ...] = ()
    profiles: tuple[JsonAccount, ...] = ()
    phone_as_written: str | None = None
    email_as_written: str | None = None
    url_as_written: str | None = None
    references: tuple[JsonReference, ...] = ()
    image: str | None = None
    meta: JsonMeta | None = None
