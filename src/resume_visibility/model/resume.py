"""The online resume with the settings and acts that govern it."""

from collections import defaultdict
from collections.abc import Iterator
from operator import attrgetter
from typing import Generic

import attrs

from ..errors import Problem
from .arguments import Extensible, is_kind_of, mistake
from .births import contradicted
from .building import MOST_ACTS, Checked, Id, declared
from .consents import Consent
from .declarations import check_own
from .ids import every_id, ids_in, ids_with, reads_as
from .memo import Memo
from .own import places_of
from .regions import IpRegion
from .sections import (
    Additional,
    Attachment,
    Award,
    Basics,
    CampusPosition,
    Certificate,
    Education,
    Intention,
    PortfolioItem,
    Project,
    Skill,
    Training,
    Video,
    Work,
)
from .settings import Account, AgeVerified, Application, Conversation, Settings, VirtualNumber
from .shown import S

_LONG_ENOUGH = 4


@attrs.frozen(kw_only=True, repr=False)
class CommunityProfile(Checked):
    """The community's (同行社区) own data of the candidate: nothing of it leads to the resume (COMMUNITY-1, LAW-9).

    Args:
        id: the candidate's id there, which the platform gives for the community alone.
        avatar: the candidate's picture there, which they change there; None shows none.
    """

    id: Id
    avatar: Id | None = None


@attrs.frozen(kw_only=True, repr=False)
class Resume(Checked, Extensible, Generic[S]):
    """在线简历: everything a candidate filled in, chose and did. Withheld from everybody until a view is asked for.

    A subclass may have sections and fields of a platform's own; in brackets it names the class of the shown sections.

    Args:
        id: the resume's id.
        candidate: the owner's id (求职者用户).
        basics: 个人信息; like every other section, it may be empty.
        settings: the most private ones, unless given.
        applications: in any order.
        conversations: with companies and agencies, running or not.
        consents: given by the candidate, in force or not, and orders of the law.
        ip_region: where the candidate was last (IP 归属地).
        identity_verified: 实名认证 is done (OWNER-2).
        age_verified: an age that the platform verified, if it did (GATE-3).
        revision: an opaque name for this state of the resume, for records (NOTICE-1).
        virtual_numbers: none for another candidate, none that collide (PHONE-3).
        community: the community's own data of the candidate; None keeps them out of it (COMMUNITY-1).
        account: if it is closed, the resume is shown to nobody (GATE-2).
        deleted: whether it is deleted; then it is shown to nobody (GATE-2).
    """

    id: Id
    candidate: Id
    basics: Basics = attrs.field(factory=Basics)
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
    settings: Settings = attrs.field(factory=Settings)
    applications: tuple[Application, ...] = attrs.field(default=(), metadata=declared(most=MOST_ACTS))
    virtual_numbers: tuple[VirtualNumber, ...] = ()
    conversations: tuple[Conversation, ...] = attrs.field(default=(), metadata=declared(most=MOST_ACTS))
    consents: tuple[Consent, ...] = attrs.field(default=(), metadata=declared(most=MOST_ACTS))
    ip_region: IpRegion | None = None
    identity_verified: bool = False
    age_verified: AgeVerified | None = None
    revision: Id = "0"
    community: CommunityProfile | None = None
    account: Account = Account.OPEN
    deleted: bool = False
    memo: Memo = attrs.field(factory=Memo, init=False, eq=False)

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        check_own(cls, Resume)

    def _problems(self) -> Iterator[Problem]:
        """No id comes twice in a list or contains the mobile number, and no id of `community` is an id of the resume. Each virtual
        number is the candidate's, differs from their own number, and does not collide with another one.
        """
        yield from _repeated("attachments", [attachment.id for attachment in self.attachments])
        yield from _repeated("virtual_numbers", [binding.id for binding in self.virtual_numbers])
        yield from contradicted(self.basics.profile.born, self.age_verified)
        mobile = self.basics.contact.mobile
        for i, binding in enumerate(self.virtual_numbers):
            if binding.candidate != self.candidate:
                yield Problem(f"virtual_numbers[{i}].candidate", "expected the candidate of this resume")
            if mobile is not None and reads_as(mobile, binding.number):
                yield Problem(
                    f"virtual_numbers[{i}].number", "expected a number other than the candidate's own"
                )
        ids = every_id(self)
        for path in ids_with([mobile], self, ids):
            yield Problem(path, "expected an id or a number without the candidate's mobile number in it")
        if self.community is not None:
            yield from self._joining_ids(self.community, ids)
        bound: defaultdict[str, list[VirtualNumber]] = defaultdict(list)
        for i, binding in enumerate(self.virtual_numbers):
            if any(binding.collides(other) for other in bound[binding.number.e164]):
                yield Problem(
                    f"virtual_numbers[{i}]", "expected a number not bound twice for one scope and time"
                )
            bound[binding.number.e164].append(binding)

    def _joining_ids(self, community: CommunityProfile, ids: list[str]) -> Iterator[Problem]:
        # With an id that both have, the community's data of a candidate could be joined to the resume (LAW-9).
        own = [
            (path, _bare(one)) for path, one in (("id", community.id), ("avatar", community.avatar)) if one
        ]
        lines = _bare("\n".join(ids))
        every = lines.split("\n")
        if all(lines.count(one) == 1 == sum(map(one.__contains__, every)) for _, one in own):
            return  # each is found only as itself
        elsewhere = {self.id, self.candidate, self.revision}
        for place in places_of(type(self)).values():
            elsewhere.update(ids_in(place.kind, attrgetter(place.path)(self)))
        for path, one in own:
            if any(_leads_to(one, other) for other in map(_bare, elsewhere)):
                yield Problem(
                    f"community.{path}",
                    "expected an id of the community's own, with no other in it, and in no other",
                )


def expect_resume(kind: object) -> None:
    """Refuse anything that is no class of resumes.

    Raises:
        TypeError: it is neither `Resume` nor a subclass of it that attrs made.
    """
    if not is_kind_of(kind, Resume):
        raise mistake("of", "Resume or a subclass made by attrs.frozen(kw_only=True, repr=False)", kind)


def _bare(ids: str) -> str:
    """Ids without what does not distinguish them: case, dots and dashes."""
    return ids.lower().translate(_NO_SIGNS)


_NO_SIGNS = str.maketrans("", "", "._-")


def _leads_to(one: str, other: str) -> bool:
    # A short id is in many other ids by chance.
    shorter, longer = sorted((one, other), key=len)
    return one == other or (len(shorter) >= _LONG_ENOUGH and shorter in longer)


def _repeated(name: str, ids: list[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for i, one in enumerate(ids):
        if one in seen:
            yield Problem(f"{name}[{i}].id", "expected an id that no other item has")
        seen.add(one)
