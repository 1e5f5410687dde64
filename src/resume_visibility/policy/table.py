"""The policy, run over all facts once and kept. What is verified exhaustively is the very thing that runs."""

from datetime import datetime
from typing import Never, NoReturn

import attrs

from ..model.resume import Resume
from ..model.viewers import (
    FULLY_VERIFIED,
    Action,
    Headhunter,
    Mailbox,
    Owner,
    Recruiter,
    Viewer,
    Visitor,
)
from .facts import Facts, Kind, ResumeFacts, Standing, join, resume_facts, viewer_facts
from .grants import Decision
from .rules import decide
from .standing import governing, standing_of

POLICY = "2023-04"
"""The version of the policy that the table holds: 2023年4月版."""


@attrs.frozen(eq=False)
class Case:
    """Facts and the decision on them."""

    facts: Facts
    decision: Decision


_RESUME_INDEX = {facts: index for index, facts in enumerate(resume_facts())}


def _tabulate() -> dict[tuple[Kind, Action, bool, Standing], tuple[Case, ...]]:
    distinct: dict[
        object, Decision
    ] = {}  # equal grants are one object, so that projections can be shared by grant

    def decided(facts: Facts) -> Decision:
        decision = decide(facts)
        return distinct.setdefault(attrs.astuple(decision, recurse=False), decision)

    return {
        (half.kind, half.action, half.qualified, half.standing): tuple(
            Case(facts, decided(facts)) for facts in (join(half, other) for other in _RESUME_INDEX)
        )
        for half in viewer_facts()
    }


_ROWS = _tabulate()

CASES: tuple[Case, ...] = tuple(case for row in _ROWS.values() for case in row)
"""Every case there is."""


def decision_on(facts: Facts) -> Decision:
    """The kept decision for these facts.

    Raises:
        KeyError: no viewer and no resume make these facts.
    """
    half = ResumeFacts(
        visibility=facts.visibility,
        name_display=facts.name_display,
        resume_permission=facts.resume_permission,
        chat_permission=facts.chat_permission,
        exists=facts.exists,
        of_age=facts.of_age,
    )
    return _ROWS[facts.kind, facts.action, facts.qualified, facts.standing][_RESUME_INDEX[half]].decision


def case_of(viewer: Viewer, resume: Resume, at: datetime) -> Case:
    """The case that a viewer makes of a resume at an instant: the facts, and the decision on them.

    Args:
        viewer: who asks, and what for.
        resume: asked for.
        at: aware.

    Returns:
        A case of the table: deciding is total (LAW-6).

    Raises:
        TypeError: `viewer` is no viewer or `resume` no resume; a view is no resume.
    """
    if type(resume) is not Resume:
        raise TypeError(f"expected a Resume, got a {type(resume).__name__}")
    standing, qualified = Standing.NONE, False
    match viewer:
        case Recruiter():
            kind = Kind.RECRUITER
            qualified = viewer.signed_in and viewer.verified == FULLY_VERIFIED
            standing = standing_of(viewer.company, resume, at)
        case Headhunter():
            kind, qualified = Kind.HEADHUNTER, viewer.signed_in
            standing = standing_of(viewer.agency, resume, at)
            # A client that was applied to opens nothing to its headhunter (APPLY-7), but a blocked one closes (BLOCK-3).
            if viewer.client is not None and standing_of(viewer.client, resume, at) is Standing.BLOCKED:
                standing = Standing.BLOCKED
        case Mailbox():
            kind = Kind.MAILBOX
            standing = standing_of(viewer.company, resume, at, viewer.address.address.casefold())
        case Owner():
            qualified = viewer.candidate == resume.candidate
            kind = Kind.OWNER if qualified else Kind.VISITOR
        case Visitor():
            kind = Kind.VISITOR
        case _:
            _reject(viewer)
    young, grown, sixteen_from = resume.memo.get(case_of, lambda: _indices(resume))
    index = grown if at >= sixteen_from else young
    return _ROWS[kind, viewer.action, qualified, standing][index]


def _reject(viewer: Never) -> NoReturn:
    raise TypeError(f"expected a viewer, got a {type(viewer).__name__}")


def _indices(resume: Resume) -> tuple[int, int, datetime]:
    settings, index = resume.settings, governing(resume)
    young, grown = (
        _RESUME_INDEX[
            ResumeFacts(
                visibility=settings.visibility,
                name_display=settings.name_display,
                resume_permission=settings.resume_permission,
                chat_permission=settings.chat_permission,
                exists=index.exists,
                of_age=of_age,
            )
        ]
        for of_age in (False, True)
    )
    return young, grown, index.sixteen_from
