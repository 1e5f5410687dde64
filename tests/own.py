"""A platform's own resume, for tests: a section of each kind, and fields more in sections of the library."""

from __future__ import annotations  # as many platforms have it: annotations are strings then

from datetime import datetime
from enum import Enum

import attrs

from resume_visibility import Part, Resume, ShownSections
from resume_visibility.model import (
    Basics,
    Checked,
    Id,
    IpRegion,
    MonthlySalary,
    Period,
    Profile,
    Skill,
    Url,
    Work,
    YearMonth,
    declared,
    follows,
)


class Rhythm(Enum):
    """How often somebody volunteers."""

    WEEKLY = "weekly"
    NOW_AND_THEN = "now_and_then"


@attrs.frozen(kw_only=True, repr=False)
class OurWork(Work):
    """Work with four fields more: of its section, of the owner alone, of another part, and a list."""

    department: str | None = None
    leaving: str | None = attrs.field(default=None, metadata=follows(None))
    referee: str | None = attrs.field(default=None, metadata=follows(Part.EMAIL))
    tools: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class Volunteering(Checked):
    """A section of our own, with a field of each type."""

    badge: Id
    organisation: str | None = None
    period: Period | None = None
    summary: str | None = None
    site: Url | None = None
    rhythm: Rhythm | None = None
    hours: int | None = None
    paid: bool | None = None
    since: YearMonth | None = None
    seen: datetime | None = None
    spent: MonthlySalary | None = None
    region: IpRegion | None = None
    skills: tuple[Skill, ...] = ()
    private: tuple[str, ...] = attrs.field(default=(), metadata=follows(None))


@attrs.frozen(kw_only=True, repr=False)
class Paper(Checked):
    """One of two kinds of publication."""

    title: str
    journal: str


@attrs.frozen(kw_only=True, repr=False)
class Book(Checked):
    """The other kind."""

    title: str
    publisher: str


@attrs.frozen(kw_only=True, repr=False)
class OurProfile(Profile):
    """A profile with a field more."""

    hometown: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class OurBasics(Basics):
    """Basics with three sections more."""

    profile: OurProfile = attrs.field(factory=OurProfile)
    motto: str | None = None
    slogan: str | None = None
    creed: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class OurSections(ShownSections):
    """What a view shows of it."""

    profile: OurProfile | None = None
    motto: str | None = attrs.field(default=None, metadata=follows(Part.STRENGTHS))
    slogan: str | None = attrs.field(default=None, metadata=follows(Part.STRENGTHS))
    creed: str | None = attrs.field(default=None, metadata=follows(Part.STRENGTHS))
    work: tuple[OurWork, ...] = ()
    volunteering: tuple[Volunteering, ...] = attrs.field(default=(), metadata=follows(Part.WORK))
    publications: tuple[Paper | Book, ...] = attrs.field(default=(), metadata=follows(Part.EDUCATION))
    second_page: Url | None = attrs.field(default=None, metadata=follows(Part.HOMEPAGE))
    notes: str | None = None
    drafts: tuple[str, ...] = ()


@attrs.frozen(kw_only=True, repr=False)
class OurResume(Resume[OurSections]):
    """What goes in."""

    basics: OurBasics = attrs.field(factory=OurBasics)
    work: tuple[OurWork, ...] = ()
    volunteering: tuple[Volunteering, ...] = attrs.field(default=(), metadata=declared(most=3))
    publications: tuple[Paper | Book, ...] = ()
    second_page: Url | None = None
    notes: str | None = None
    drafts: tuple[str, ...] = ()
