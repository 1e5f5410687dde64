"""The sections as a view shows them. Their contents were checked before anything was taken out of them."""

from typing import TYPE_CHECKING

import attrs

from .building import Id
from .regions import IpRegion
from .sections import (
    Additional,
    Attachment,
    Award,
    CampusPosition,
    Certificate,
    Education,
    Intention,
    PortfolioItem,
    Profile,
    Project,
    Skill,
    Training,
    Video,
    Work,
)
from .settings import Delivery
from .silent import Silent

if TYPE_CHECKING:
    from typing_extensions import TypeVar  # every type checker brings its stub along
else:
    from typing import TypeVar


@attrs.frozen(kw_only=True, repr=False)
class ShownSections(Silent):
    """The sections that this viewer sees, redacted; a withheld one and a missing one look the same here.

    `ResumeView.withheld` lists which were withheld, from the grant alone.
    """

    avatar: Id | None = None
    profile: Profile | None = None
    strengths: str | None = None
    highlights: str | None = None
    intention: Intention | None = None
    work: tuple[Work, ...] = ()
    projects: tuple[Project, ...] = ()
    education: tuple[Education, ...] = ()
    awards: tuple[Award, ...] = ()
    campus_positions: tuple[CampusPosition, ...] = ()
    certificates: tuple[Certificate, ...] = ()
    skills: tuple[Skill, ...] = ()
    training: tuple[Training, ...] = ()
    portfolio: tuple[PortfolioItem, ...] = ()
    additional: tuple[Additional, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    video: Video | None = None
    ip_region: IpRegion | None = None
    latest_position: str | None = None
    region: str | None = None
    delivery: tuple[Delivery, ...] = ()


if TYPE_CHECKING:
    S = TypeVar("S", bound=ShownSections, default=ShownSections, covariant=True)
else:
    # cattrs puts the argument wherever a class has the parameter's name: no class of a platform's own can have this name.
    S = TypeVar("<sections>", covariant=True)
