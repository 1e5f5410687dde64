"""The facts that decide: a finite record of how one viewer stands to one resume or form at one instant."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from operator import attrgetter
from typing import NamedTuple, assert_never

import attrs

from ..model.building import Choice
from ..model.parts import Document
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
    SCHOOL = "school"
    SUPPORT_AGENT = "support_agent"
    VISITOR = "visitor"

    @property
    def has_company(self) -> bool:
        """Whether this kind of viewer belongs to a company, which has a standing."""
        return self in (Kind.RECRUITER, Kind.HEADHUNTER, Kind.MAILBOX)


class Standing(Choice):
    """How the viewer's company, or school, stands to the resume or form (BLOCK-1..4, APPLY-1..8, CAMPUS-1, CAMPUS-2)."""

    NONE = "none"
    BLOCKED = "blocked"
    APPLIED = "applied"
    """It was applied to, or handed a form; to a school, at a talk of its own, where it requires that."""
    APPLIED_WITH_ATTACHMENTS = "applied_with_attachments"


class Sharing(Choice):
    """What lets a recipient have something: nothing in force, the candidate's consent of some form, or an order."""

    NONE = "none"
    SHARED = "shared"
    PARTNER = "partner"
    TRANSFERRED = "transferred"
    DISCLOSED = "disclosed"
    ORDERED = "ordered"


class Concern(Choice):
    """How the open case of a support agent concerns the candidate (SUPPORT-1)."""

    NONE = "none"
    COMPLAINANT = "complainant"
    COMPLAINED_OF = "complained_of"


@attrs.frozen(kw_only=True)
class Facts:
    """Everything a decision depends on, and nothing else: enums and booleans.

    A fact that does not concern a kind of viewer, or a form, is set to its default.

    Args:
        document: what is asked for.
        kind: of the viewer; an owner of another resume is a visitor.
        action: what the viewer is about to do.
        qualified: signed in and verified as their kind requires (GATE-4).
        standing: of the viewer's company or school to the resume or form.
        conversing: a conversation with the viewer's company is running (CHAT-1).
        nickname: how the candidate is called in the community; None for one who is not in it (COMMUNITY-1).
        personalised: recommendation may use more than the intention (RECOMMEND-1).
        sharing: what lets a recipient have something (SHARE-1 to SHARE-3).
        concern: of the support agent's open case (SUPPORT-1).
        visibility: the candidate's mode; of a form, private.
        name_display: the real name or the honorific.
        resume_permission: not switched off (GATE-1).
        chat_permission: not switched off (GATE-1).
        exists: neither deleted nor of a closed account (GATE-2).
        of_age: surely of age at that instant (GATE-3).
    """

    document: Document
    kind: Kind
    action: Action
    qualified: bool
    standing: Standing
    conversing: bool
    nickname: NameDisplay | None
    personalised: bool
    sharing: Sharing
    concern: Concern
    visibility: Visibility
    name_display: NameDisplay
    resume_permission: bool
    chat_permission: bool
    exists: bool
    of_age: bool


class ViewerFacts(NamedTuple):
    """The half of the facts that the viewer brings."""

    document: Document
    kind: Kind
    action: Action
    qualified: bool = False
    standing: Standing = Standing.NONE
    conversing: bool = False
    nickname: NameDisplay | None = None
    personalised: bool = False
    sharing: Sharing = Sharing.NONE
    concern: Concern = Concern.NONE


class CandidateFacts(NamedTuple):
    """The half of the facts that the resume or form brings at an instant."""

    visibility: Visibility
    name_display: NameDisplay
    resume_permission: bool
    chat_permission: bool
    exists: bool
    of_age: bool


_BOTH = (False, True)
_COMPANY_STANDINGS = (Standing.NONE, Standing.BLOCKED, Standing.APPLIED)
_SCHOOL_STANDINGS = (Standing.NONE, Standing.APPLIED)


def _of_resume(kind: Kind, action: Action) -> Iterator[ViewerFacts]:
    viewer = ViewerFacts(Document.RESUME, kind, action)
    match kind:
        case Kind.OWNER:
            yield viewer._replace(qualified=True)
        case Kind.RECRUITER | Kind.HEADHUNTER:
            for standing, qualified, conversing in product(Standing, _BOTH, _BOTH):
                yield viewer._replace(standing=standing, qualified=qualified, conversing=conversing)
        case Kind.MAILBOX:
            yield from (viewer._replace(standing=standing) for standing in Standing)
        case Kind.COMMUNITY_MEMBER:
            for qualified, nickname in product(_BOTH, (None, *NameDisplay)):
                yield viewer._replace(qualified=qualified, nickname=nickname)
        case Kind.RECOMMENDER:
            yield from (viewer._replace(qualified=True, personalised=chosen) for chosen in _BOTH)
        case Kind.RECIPIENT:
            yield from (viewer._replace(sharing=sharing) for sharing in Sharing)
        case Kind.SCHOOL:
            for qualified, standing in product(_BOTH, _SCHOOL_STANDINGS):
                yield viewer._replace(qualified=qualified, standing=standing)
        case Kind.SUPPORT_AGENT:
            for qualified, concern in product(_BOTH, Concern):
                yield viewer._replace(qualified=qualified, concern=concern)
        case Kind.VISITOR:
            yield viewer
        case _:
            assert_never(kind)


def _of_form(kind: Kind, action: Action) -> Iterator[ViewerFacts]:
    viewer = ViewerFacts(Document.FORM, kind, action)
    match kind:
        case Kind.OWNER:
            yield viewer._replace(qualified=True)
        case Kind.RECRUITER:
            for qualified, standing in product(_BOTH, _COMPANY_STANDINGS):
                yield viewer._replace(qualified=qualified, standing=standing)
        case Kind.SCHOOL:
            for qualified, standing in product(_BOTH, _SCHOOL_STANDINGS):
                yield viewer._replace(qualified=qualified, standing=standing)
        case _:  # no clause names anybody else
            yield viewer


VIEWER_FACTS = tuple(
    half
    for action, kind in product(Action, Kind)
    for half in (*_of_resume(kind, action), *_of_form(kind, action))
)
"""Every half that a viewer can bring: only companies and schools have a standing, only some kinds have to qualify."""

_OF_RESUMES = tuple(
    CandidateFacts(visibility, name_display, *switches)
    for visibility, name_display in product(Visibility, NameDisplay)
    for switches in product(_BOTH, _BOTH, _BOTH, _BOTH)
)
_OF_FORMS = tuple(
    CandidateFacts(Visibility.PRIVATE, name_display, permission, False, exists, of_age)
    for name_display, permission, exists, of_age in product(NameDisplay, _BOTH, _BOTH, _BOTH)
)

CANDIDATE_FACTS = {Document.RESUME: _OF_RESUMES, Document.FORM: _OF_FORMS}
"""Every half that a resume and a form can bring: the four modes and the chat do not govern a form (CAMPUS-1)."""

_AS_FIELDS = {half: half._asdict() for half in _OF_RESUMES}


@cache  # as many as there are halves of a viewer, and the same for every policy
def row_of(viewer: ViewerFacts) -> tuple[tuple[CandidateFacts, Facts], ...]:
    """Every half that the document can bring, each with the facts that it makes with a viewer's."""
    brought = viewer._asdict()
    return tuple((half, Facts(**brought, **_AS_FIELDS[half])) for half in CANDIDATE_FACTS[viewer.document])


def join(viewer: ViewerFacts, candidate: CandidateFacts) -> Facts:
    """The facts that two halves make."""
    return Facts(**viewer._asdict(), **candidate._asdict())


def halves(facts: Facts) -> tuple[ViewerFacts, CandidateFacts]:
    """The two halves of some facts."""
    return ViewerFacts._make(_viewer_half(facts)), CandidateFacts._make(_candidate_half(facts))


_viewer_half = attrgetter(*ViewerFacts._fields)
_candidate_half = attrgetter(*CandidateFacts._fields)
