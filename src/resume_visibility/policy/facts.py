"""The facts that decide: a finite record of how one viewer stands to one resume at one instant."""

from collections.abc import Iterator
from itertools import product

import attrs

from ..model.building import Choice
from ..model.settings import NameDisplay, Visibility
from ..model.viewers import Action


class Kind(Choice):
    """The kind of principal that asks."""

    OWNER = "owner"
    RECRUITER = "recruiter"
    HEADHUNTER = "headhunter"
    MAILBOX = "mailbox"
    VISITOR = "visitor"

    @property
    def has_company(self) -> bool:
        """Whether this kind of principal belongs to a company, which has a standing."""
        return self in (Kind.RECRUITER, Kind.HEADHUNTER, Kind.MAILBOX)


class Standing(Choice):
    """How the viewer's company stands to the resume (BLOCK-1..4, APPLY-1..7)."""

    NONE = "none"
    BLOCKED = "blocked"
    APPLIED = "applied"
    APPLIED_WITH_ATTACHMENTS = "applied_with_attachments"


@attrs.frozen(kw_only=True)
class Facts:
    """Everything a decision depends on, and nothing else: enums and booleans.

    Args:
        kind: of the viewer; an owner of another resume is a visitor.
        action: what the viewer is about to do.
        qualified: signed in and verified as their kind requires (GATE-4).
        standing: of the viewer's company to the resume.
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
    visibility: Visibility
    name_display: NameDisplay
    resume_permission: bool
    chat_permission: bool
    exists: bool
    of_age: bool


_BOTH = (False, True)


@attrs.frozen(eq=False)
class ViewerFacts:
    """The half of the facts that the viewer brings."""

    kind: Kind
    action: Action
    qualified: bool
    standing: Standing


def _viewer_facts() -> Iterator[ViewerFacts]:
    for action in Action:
        yield ViewerFacts(Kind.OWNER, action, True, Standing.NONE)
        yield ViewerFacts(Kind.VISITOR, action, False, Standing.NONE)
        for standing in Standing:
            yield ViewerFacts(Kind.MAILBOX, action, False, standing)
            for kind, qualified in product((Kind.RECRUITER, Kind.HEADHUNTER), _BOTH):
                yield ViewerFacts(kind, action, qualified, standing)


VIEWER_FACTS = {(half.kind, half.action, half.qualified, half.standing): half for half in _viewer_facts()}
"""Every half that a viewer can bring: only companies have a standing, only people of companies qualify."""


@attrs.frozen(eq=False)
class ResumeFacts:
    """The half of the facts that the resume brings at an instant."""

    visibility: Visibility
    name_display: NameDisplay
    resume_permission: bool
    chat_permission: bool
    exists: bool
    of_age: bool


RESUME_FACTS = {
    (visibility, name_display, *switches): ResumeFacts(visibility, name_display, *switches)
    for visibility, name_display in product(Visibility, NameDisplay)
    for switches in product(_BOTH, _BOTH, _BOTH, _BOTH)
}
"""Every half that a resume can bring, by its fields in their order."""


def join(viewer: ViewerFacts, resume: ResumeFacts) -> Facts:
    """The facts that two halves make."""
    return Facts(
        kind=viewer.kind,
        action=viewer.action,
        qualified=viewer.qualified,
        standing=viewer.standing,
        visibility=resume.visibility,
        name_display=resume.name_display,
        resume_permission=resume.resume_permission,
        chat_permission=resume.chat_permission,
        exists=resume.exists,
        of_age=resume.of_age,
    )
