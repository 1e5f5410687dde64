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
from .facts import RESUME_FACTS, VIEWER_FACTS, Facts, Kind, ResumeFacts, Standing, join
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


def _tabulate() -> dict[tuple[Kind, Action, bool, Standing], dict[ResumeFacts, Case]]:
    distinct: dict[
        object, Decision
    ] = {}  # equal grants are one object, so that projections can be shared by grant

    def case(facts: Facts) -> Case:
        decision = decide(facts)
        return Case(facts, distinct.setdefault(attrs.astuple(decision, recurse=False), decision))

    return {
        key: {other: case(join(half, other)) for other in RESUME_FACTS.values()}
        for key, half in VIEWER_FACTS.items()
    }


_ROWS = _tabulate()

CASES: tuple[Case, ...] = tuple(case for row in _ROWS.values() for case in row.values())
"""Every case there is."""


def decision_on(facts: Facts) -> Decision:
    """The kept decision for these facts.

    Raises:
        KeyError: no viewer and no resume make these facts.
    """
    half = RESUME_FACTS[
        facts.visibility,
        facts.name_display,
        facts.resume_permission,
        facts.chat_permission,
        facts.exists,
        facts.of_age,
    ]
    return _ROWS[facts.kind, facts.action, facts.qualified, facts.standing][half].decision


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
    index, standing, qualified = governing(resume), Standing.NONE, False
    match viewer:
        case Recruiter():
            kind = Kind.RECRUITER
            qualified = viewer.signed_in and viewer.verified == FULLY_VERIFIED
            standing = standing_of(viewer.company, index, at)
        case Headhunter():
            kind, qualified = Kind.HEADHUNTER, viewer.signed_in
            standing = standing_of(viewer.agency, index, at)
            # A client that was applied to opens nothing to its headhunter (APPLY-7), but a blocked one closes (BLOCK-3).
            if viewer.client is not None and standing_of(viewer.client, index, at) is Standing.BLOCKED:
                standing = Standing.BLOCKED
        case Mailbox():
            kind = Kind.MAILBOX
            standing = standing_of(viewer.company, index, at, viewer.address.address.casefold())
        case Owner():
            qualified = viewer.candidate == resume.candidate
            kind = Kind.OWNER if qualified else Kind.VISITOR
        case Visitor():
            kind = Kind.VISITOR
        case _:
            _reject(viewer)
    half = index.grown if at >= index.sixteen_from else index.young
    return _ROWS[kind, viewer.action, qualified, standing][half]


def _reject(viewer: Never) -> NoReturn:
    raise TypeError(f"expected a viewer, got a {type(viewer).__name__}")
