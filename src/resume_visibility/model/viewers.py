"""The viewers: who asks, and what for; a closed union. Every default is the one that is shown least."""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import get_args

import attrs

from ..errors import Problem
from .arguments import mistake
from .building import Checked, Choice, Id, Limits, classes_in, declared, fields_of
from .complete import complete
from .instants import FIRST
from .language import Language
from .names import LONGEST_COMPANY_NAME, is_longer, one_line, unseen
from .values import Email

_MOST_ALIASES = 50
MOST_CLIENTS = 500
_MOST_CONCERNED = 50
_NAMED = Limits(longest=LONGEST_COMPANY_NAME)


class Action(Choice):
    """What the viewer is about to do with the resume."""

    RECOMMEND = "recommend"
    """Be recommended the resume (推荐)."""
    SEARCH = "search"
    """Find it in a list (搜索)."""
    VIEW = "view"
    """Open it (查看)."""
    EXPORT = "export"
    """Take a copy out (导出)."""
    CHAT = "chat"
    """Talk with the candidate (在线沟通)."""


class Verification(Choice):
    """A check by the platform of a recruiter or headhunter (实名认证): without all three, nothing is shown (GATE-4)."""

    COMPANY = "company"
    """The company; for a headhunter, the agency."""
    EMPLOYMENT = "employment"
    """That they work for it; for a headhunter, that the agency engages them."""
    IDENTITY = "identity"
    """Who they are."""


FULLY_VERIFIED = frozenset(Verification)
"""Every verification there is."""


@attrs.frozen(kw_only=True, repr=False)
class Company(Checked):
    """A company as the platform knows it, to be compared with the blocked ones.

    Blocked keywords are looked for in every name, so the names have a limit. None is cut off, because a block must not miss the
    rest of a name.

    Args:
        name: the registered name, which a notice shows: one line, without controls and signs of direction; at most 200
            characters after NFKC.
        id: None if the platform cannot identify the company (BLOCK-4).
        aliases: brand and short names; at most 50, each at most 200 characters after NFKC.
        group: the id of the group of companies it belongs to.
    """

    name: str = attrs.field(metadata=declared(limits=_NAMED))
    id: Id | None = None
    aliases: tuple[str, ...] = attrs.field(default=(), metadata=declared(most=_MOST_ALIASES, limits=_NAMED))
    group: Id | None = None

    def _problems(self) -> Iterator[Problem]:
        """`name` is one line in which something can be seen, and no name has more characters after NFKC."""
        yield from one_line(self.name)
        yield from unseen("name", self.name)
        names = {"name": self.name, **{f"aliases[{i}]": alias for i, alias in enumerate(self.aliases)}}
        for path, name in names.items():
            if is_longer(name, LONGEST_COMPANY_NAME):
                yield Problem(path, f"expected at most {LONGEST_COMPANY_NAME} characters")


@attrs.frozen(kw_only=True, repr=False)
class Owner(Checked):
    """The candidate (求职者用户), looking at a resume of their own (OWNER-1)."""

    candidate: Id
    action: Action = Action.VIEW
    language: Language = Language.ZH


@attrs.frozen(kw_only=True, repr=False)
class Recruiter(Checked):
    """A recruiting user (招聘者用户) of the one company they act for now.

    Args:
        id: the recruiter's id.
        company: the company for which they act.
        signed_in: whether they have signed in; if not, they are shown nothing (GATE-4).
        verified: what the platform verified of the company, the employment and the identity; unless it is `FULLY_VERIFIED`, they
            are shown nothing (GATE-4).
        action: what they are about to do.
        language: of the marks in what they are shown.
    """

    id: Id
    company: Company
    signed_in: bool = False
    verified: frozenset[Verification] = frozenset()
    action: Action = Action.VIEW
    language: Language = Language.ZH


@attrs.frozen(kw_only=True, repr=False)
class Headhunter(Checked):
    """One of the platform's own headhunters (51Job 平台猎头), who works for an agency and its clients (BLOCK-3).

    Args:
        id: the headhunter's id.
        agency: the agency for which they work.
        clients: every company for which the platform knows that the agency works, not only those of this search; at most 500.
            Empty if the platform knows that there is none; None if it does not know, which counts as a company
            that cannot be identified (BLOCK-4).
        signed_in: whether they have signed in.
        verified: what the platform verified of the agency, the engagement and the identity (GATE-4).
    """

    id: Id
    agency: Company
    clients: tuple[Company, ...] | None = attrs.field(default=None, metadata=declared(most=MOST_CLIENTS))
    signed_in: bool = False
    verified: frozenset[Verification] = frozenset()
    action: Action = Action.VIEW
    language: Language = Language.ZH


@attrs.frozen(kw_only=True, repr=False)
class Mailbox(Checked):
    """A company's e-mail address to which an application was delivered; nobody has signed in (APPLY-4)."""

    company: Company
    address: Email
    action: Action = Action.VIEW
    language: Language = Language.ZH


@attrs.frozen(kw_only=True, repr=False)
class CommunityMember(Checked):
    """A user of the community (同行社区), who sees how the candidate appears there (COMMUNITY-1)."""

    id: Id
    signed_in: bool = False
    action: Action = Action.VIEW
    language: Language = Language.ZH


@attrs.frozen(kw_only=True, repr=False)
class Recommender(Checked):
    """The platform's own engine, which recommends jobs to the candidate (求职推荐, RECOMMEND-1)."""

    action: Action = Action.VIEW
    language: Language = Language.ZH


@attrs.frozen(kw_only=True, repr=False)
class Recipient(Checked):
    """Anybody else who gets something by consent or by an order of the law (SHARE-1 to SHARE-3).

    Args:
        id: the recipient's id; `PUBLIC` for what is disclosed to everybody.
        purpose: what they ask for; consent to another purpose gives nothing.
    """

    id: Id
    purpose: Id
    action: Action = Action.VIEW
    language: Language = Language.ZH


@attrs.frozen(kw_only=True, repr=False)
class School(Checked):
    """A school (高校) whose own rule asks for what its students hand in at an online talk (CAMPUS-2).

    Args:
        id: the school's id.
        signed_in: whether somebody has signed in for it.
        verified: whether the platform verified that they may act for it.
    """

    id: Id
    signed_in: bool = False
    verified: bool = False
    action: Action = Action.VIEW
    language: Language = Language.ZH


@attrs.frozen(kw_only=True, repr=False)
class SupportCase(Checked):
    """A complaint, report or appeal (投诉举报、申诉) that somebody of the platform's staff handles (SUPPORT-1).

    Args:
        id: the case's id.
        opened: the first instant at which it is open.
        closed: the first instant at which it is no longer open; None while it is open.
        complainant: the id of the candidate who complains, reports or appeals, if a candidate does.
        complained_of: the ids of the candidates whose resumes it concerns; at most 50, none of them the complainant.
    """

    id: Id
    opened: datetime
    closed: datetime | None = None
    complainant: Id | None = None
    complained_of: frozenset[Id] = attrs.field(default=frozenset(), metadata=declared(most=_MOST_CONCERNED))

    def _problems(self) -> Iterator[Problem]:
        """`closed` is after `opened`, and the complainant is not complained of."""
        if self.closed is not None and self.closed <= self.opened:
            yield Problem("closed", "expected an instant after opened")
        if self.complainant in self.complained_of:
            yield Problem("complained_of", "expected nobody who is the complainant as well")

    def is_open(self, at: datetime) -> bool:
        """Whether it is open at an instant: only then does it show anything."""
        return self.opened <= at and (self.closed is None or at < self.closed)


@attrs.frozen(kw_only=True, repr=False)
class SupportAgent(Checked):
    """Somebody of the platform's staff who handles a complaint, report or appeal (SUPPORT-1).

    Args:
        id: the agent's id.
        case: the case that the platform gave them; without one they see nothing.
        signed_in: whether they have signed in.
    """

    id: Id
    case: SupportCase | None = None
    signed_in: bool = False
    action: Action = Action.VIEW
    language: Language = Language.ZH


@attrs.frozen(kw_only=True, repr=False)
class Visitor(Checked):
    """Anybody else: not signed in, or another job seeker."""

    action: Action = Action.VIEW
    language: Language = Language.ZH


Viewer = (
    Owner
    | Recruiter
    | Headhunter
    | Mailbox
    | CommunityMember
    | Recommender
    | Recipient
    | School
    | SupportAgent
    | Visitor
)


def typical_viewers(candidate: Id) -> dict[str, Viewer]:
    """A viewer of each kind that is told apart by no id of its own, for a document of this candidate, by a short name. Who has to sign
    in has, and a support agent has a case that names the candidate.
    """
    complaint = SupportCase(id="some-case", opened=FIRST, complainant=candidate)
    complained_of = SupportCase(id="some-case", opened=FIRST, complained_of=frozenset({candidate}))
    return {
        "owner": Owner(candidate=candidate),
        "visitor": Visitor(),
        "community": CommunityMember(id="someone", signed_in=True),
        "recommender": Recommender(),
        "support:complainant": SupportAgent(id="someone", case=complaint, signed_in=True),
        "support:complained-of": SupportAgent(id="someone", case=complained_of, signed_in=True),
    }


KIND_NAMES: dict[type[Viewer], str] = {
    cls: re.sub("(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower() for cls in get_args(Viewer)
}
"""The name of the kind of each class of viewers: its `kind` in JSON, and what the policy knows it by."""
KINDS: dict[str, type[Viewer]] = {name: viewer for viewer, name in KIND_NAMES.items()}
"""The class of viewers of each name."""
VIEWERS = frozenset(KIND_NAMES)
_COMPANY_FIELDS: dict[type[Viewer], str] = {
    cls: name for cls in KIND_NAMES for name, annotation in fields_of(cls) if annotation is Company
}
# Whoever names a company in any way belongs to one: a company that may be missing would have no standing, and no block.
COMPANY_FIELDS = complete(_COMPANY_FIELDS, [cls for cls in KIND_NAMES if Company in classes_in(cls)])
"""The field of each class of viewers that holds the company they belong to: whoever has one has a standing (BLOCK-1)."""


def expect_viewer(viewer: object) -> None:
    """Refuse what is no viewer; a subclass of one is none.

    Raises:
        TypeError: it is of no class of `Viewer`.
    """
    if type(viewer) not in VIEWERS:
        raise mistake("viewer", "a Viewer, such as a Recruiter", viewer)
