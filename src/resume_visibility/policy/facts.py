"""The facts that decide: a finite record of how one viewer stands to one resume at one instant."""

from collections.abc import Iterator
from itertools import product
from operator import attrgetter
from typing import NamedTuple

import attrs

from ..model.building import Choice
from ..model.settings import NameDisplay, Visibility
from ..model.viewers import Action


class Kind(Choice):
    """The kind of viewer that asks."""

    OWNER = "owner"
    RECRUITER = "recruiter"
    HEADHUNTER = "headhunter"
    MAILBOX = "mailbox"
    COMMUNITY_MEMBER = "community_member"
    RECOMMENDER = "recommender"
    RECIPIENT = "recipient"
    VISITOR = "visitor"

    @property
    def has_company(self) -> bool:
        """Whether this kind of viewer belongs to a company, which has a standing."""
        return self in (Kind.RECRUITER, Kind.HEADHUNTER, Kind.MAILBOX)


class Standing(Choice):
    """How the viewer's company stands to the resume (BLOCK-1..4, APPLY-1..7)."""

    NONE = "none"
    BLOCKED = "blocked"
    APPLIED = "applied"
    APPLIED_WITH_ATTACHMENTS = "applied_with_attachments"


class Sharing(Choice):
    """What lets a recipient have something: nothing in force, the candidate's consent of some form, or an order."""

    NONE = "none"
    SHARED = "shared"
    PARTNER = "partner"
    TRANSFERRED = "transferred"
    DISCLOSED = "disclosed"
    ORDERED = "ordered"


@attrs.frozen(kw_only=True)
class Facts:
    """Everything a decision depends on, and nothing else: enums and booleans.

    Args:
        kind: of the viewer; an owner of another resume is a visitor.
        action: what the viewer is about to do.
        qualified: signed in and verified as their kind requires (GATE-4).
        standing: of the viewer's company to the resume.
        conversing: a conversation with the viewer's company is running (CHAT-1).
        nickname: how the candidate appears in the community; None for one who is not in it (COMMUNITY-1).
        personalised: recommendation may use more than the intention (RECOMMEND-1).
        sharing: what lets a recipient have something (SHARE-1 to SHARE-3).
        visibility: the candidate's mode.
        name_display: the real name or the honorific.
        resume_permission: not switched off (GATE-1).
        chat_permission: not switched off (GATE-1).
        exists: neither deleted nor of a closed account (GATE-2).
        of_age: surely sixteen at that instant (GATE-3).
    """

    kind: Kind
    action: Action
    qualified: bool
    standing: Standing
    conversing: bool
    nickname: NameDisplay | None
    personalised: bool
    sharing: Sharing
    visibility: Visibility
    name_display: NameDisplay
    resume_permission: bool
    chat_permission: bool
    exists: bool
    of_age: bool


class ViewerFacts(NamedTuple):
    """The half of the facts that the viewer brings; what does not concern their kind is left at its least."""

    kind: Kind
    action: Action
    qualified: bool = False
    standing: Standing = Standing.NONE
    conversing: bool = False
    nickname: NameDisplay | None = None
    personalised: bool = False
    sharing: Sharing = Sharing.NONE


class ResumeFacts(NamedTuple):
    """The half of the facts that the resume brings at an instant."""

    visibility: Visibility
    name_display: NameDisplay
    resume_permission: bool
    chat_permission: bool
    exists: bool
    of_age: bool


_BOTH = (False, True)


def _viewer_facts() -> Iterator[ViewerFacts]:
    for action in Action:
        yield ViewerFacts(Kind.OWNER, action, qualified=True)
        yield ViewerFacts(Kind.VISITOR, action)
        for standing in Standing:
            yield ViewerFacts(Kind.MAILBOX, action, standing=standing)
            for kind, qualified, conversing in product((Kind.RECRUITER, Kind.HEADHUNTER), _BOTH, _BOTH):
                yield ViewerFacts(kind, action, qualified, standing, conversing)
        for qualified, nickname in product(_BOTH, (None, *NameDisplay)):
            yield ViewerFacts(Kind.COMMUNITY_MEMBER, action, qualified, nickname=nickname)
        for personalised in _BOTH:
            yield ViewerFacts(Kind.RECOMMENDER, action, qualified=True, personalised=personalised)
        for sharing in Sharing:
            yield ViewerFacts(Kind.RECIPIENT, action, sharing=sharing)


VIEWER_FACTS = tuple(_viewer_facts())
"""Every half that a viewer can bring: only companies have a standing, only some kinds have to qualify."""

RESUME_FACTS = tuple(
    ResumeFacts(visibility, name_display, *switches)
    for visibility, name_display in product(Visibility, NameDisplay)
    for switches in product(_BOTH, _BOTH, _BOTH, _BOTH)
)
"""Every half that a resume can bring."""


_TOLD = {half: half._asdict() for half in RESUME_FACTS}


def row_of(viewer: ViewerFacts) -> Iterator[tuple[ResumeFacts, Facts]]:
    """Every half that a resume can bring, each with the facts that it makes with a viewer's."""
    brought = viewer._asdict()
    return ((half, Facts(**brought, **told)) for half, told in _TOLD.items())


def join(viewer: ViewerFacts, resume: ResumeFacts) -> Facts:
    """The facts that two halves make."""
    return Facts(**viewer._asdict(), **resume._asdict())


def halves(facts: Facts) -> tuple[ViewerFacts, ResumeFacts]:
    """The two halves of some facts."""
    return ViewerFacts._make(_viewer_half(facts)), ResumeFacts._make(_resume_half(facts))


_viewer_half = attrgetter(*ViewerFacts._fields)
_resume_half = attrgetter(*ResumeFacts._fields)
