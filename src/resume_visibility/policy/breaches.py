"""How a statement on a policy is checked: what must not be given, what a grant says of itself, and what tightening does."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import TypeAlias

from ..model.parts import Channel, Part, with_pieces
from ..model.settings import NameDisplay, Visibility
from ..model.viewers import Action
from .clauses import Clause
from .facts import RESUME_FACTS, VIEWER_FACTS, Facts, Kind, Standing, join
from .grants import Grant
from .space import BITS, ITEMS, LISTS, OPENED, Case, Items, Space, items_in, names

Search: TypeAlias = Callable[[Space], Iterator[tuple[Facts, str]]]
"""Finds the cases in which a statement is not kept, each with what is wrong there."""

ALL: Items = frozenset(ITEMS)
NOTHING: Items = frozenset()
CHANNELS: Items = frozenset(Channel)
NUMBERS: Items = frozenset({Part.MOBILE, Part.MESSENGER, Channel.MOBILE})
CHAT: Items = frozenset({Channel.CHAT, Action.CHAT})
IN_CHAT: Items = frozenset({Part.DISPLAY_NAME, Part.NAME, Part.AVATAR, Part.IP_REGION}) | CHAT | set(Action)
VIEWING: Items = frozenset({Action.VIEW})
IN_COMMUNITY: Items = VIEWING | {
    *(Part.DISPLAY_NAME, Part.NAME, Part.AVATAR, Part.LATEST_POSITION, Part.IP_REGION),
}
RECOMMENDED_BY: Items = VIEWING | with_pieces(
    frozenset({Part.PROFILE, Part.HIGHLIGHTS, Part.INTENTION, Part.WORK, Part.EDUCATION})
)
SHARED: Items = VIEWING | (frozenset(Part) - {Part.NATIONAL_ID, Part.VIRTUAL_NUMBER})
DELIVERED: Items = CHANNELS | {
    *(Part.MOBILE, Part.MESSENGER, Part.EMAIL, Part.HOMEPAGE, Part.VIRTUAL_NUMBER),
}


def never(forbidden: Callable[[Case], Items]) -> Search:
    """A statement that some items are not given."""

    def search(space: Space) -> Iterator[tuple[Facts, str]]:
        for case in space.grants:
            given = case.given & forbidden(case)
            if given:
                yield join(case.viewer, case.resume), f"it gives {', '.join(names(given))}"

    return search


def when(closed: Callable[[Case], bool], items: Items = ALL) -> Search:
    """A statement that in some cases certain items, or all, are not given."""
    return never(lambda case: items if closed(case) else NOTHING)


def _named_actions(case: Case) -> frozenset[Action]:
    """The actions that some rule names for this kind of viewer in this case, every gate being open."""
    viewer = case.viewer
    if viewer.kind is Kind.OWNER:
        return OPENED
    if not case.company:
        return frozenset() if viewer.kind is Kind.VISITOR else frozenset({Action.VIEW})
    named = case.opened_by_application if case.applied else frozenset[Action]()
    if case.public:
        named |= LISTS | {Action.VIEW}
        named |= set() if case.resume.visibility is Visibility.CHAT_ONLY else {Action.EXPORT}
    if case.public or case.applied or viewer.conversing:
        named |= {Action.CHAT}
    return named


def unnamed(case: Case) -> Items:
    """What may not be given because no rule names the action, or that action among those one may take (LAW-5)."""
    named = _named_actions(case)
    return frozenset(Action) - named if case.viewer.action in named else ALL


def chat_only(case: Case) -> Items:
    """What MODE-2 does not open, to a company without an application."""
    if case.resume.visibility is not Visibility.CHAT_ONLY or not case.company:
        return NOTHING
    reached = NOTHING if case.by_application else CHANNELS - {Channel.CHAT}
    return reached if case.applied else reached | {Action.EXPORT}


def closed_mode(case: Case) -> Items:
    """What MODE-3 and MODE-4 keep from a company to which they are not public."""
    if case.applied or not case.company:
        return NOTHING
    return ALL - IN_CHAT if case.viewer.conversing and case.viewer.action is Action.CHAT else ALL


def honorific(case: Case) -> bool:
    """Whether the candidate hides the real name from this viewer (NAME-1, COMMUNITY-1)."""
    if case.viewer.kind is Kind.COMMUNITY_MEMBER:
        return case.viewer.nickname is not NameDisplay.REAL
    return case.viewer.kind is not Kind.OWNER and case.resume.name_display is NameDisplay.HONORIFIC


def contact_without_email(case: Case) -> Items:
    """What goes with the e-mail channel, where that channel is not open (CONTACT-1)."""
    if case.viewer.kind is Kind.OWNER or case.consented or Channel.EMAIL in case.given:
        return NOTHING
    if case.company and not case.readings.homepage_goes_with_email:
        return frozenset({Part.EMAIL})
    return frozenset({Part.EMAIL, Part.HOMEPAGE})


def half_a_virtual_number(case: Case) -> Items:
    """The virtual number or its channel, where the other is missing (PHONE-2)."""
    whole = (Part.VIRTUAL_NUMBER in case.given) == (Channel.VIRTUAL_NUMBER in case.given)
    if case.viewer.kind is Kind.OWNER or whole:
        return NOTHING
    return frozenset({Part.VIRTUAL_NUMBER, Channel.VIRTUAL_NUMBER})


def holds_attachments(case: Case) -> bool:
    """Whether something may give attachments (APPLY-2, APPLY-4)."""
    return (
        case.viewer.kind is Kind.OWNER
        or case.consented
        or (
            case.viewer.standing is Standing.APPLIED_WITH_ATTACHMENTS
            and (case.by_application or case.delivered)
        )
    )


def shows_video(case: Case) -> bool:
    """Whether something may give the video (APPLY-3, APPLY-4)."""
    return (
        case.viewer.kind is Kind.OWNER
        or case.consented
        or case.by_application
        or case.delivered
        or (case.public and case.viewer.action is not Action.CHAT)
    )


def location(case: Case) -> Items:
    """The IP region, to whom no rule gives it."""
    kind, action = case.viewer.kind, case.viewer.action
    if kind in (Kind.OWNER, Kind.COMMUNITY_MEMBER) or case.consented:
        return NOTHING
    return NOTHING if case.company and action is Action.CHAT else frozenset({Part.IP_REGION})


def each_grant(wrong: Callable[[Grant], str]) -> Search:
    """A statement on what a grant says of itself, looked at once per distinct grant."""

    def search(space: Space) -> Iterator[tuple[Facts, str]]:
        once = cache(lambda grant: wrong(grant))
        for case in space.grants:
            found = once(case.grant)
            if found:
                yield join(case.viewer, case.resume), found

    return search


def uncited(grant: Grant) -> str:
    """Which items are given without a clause that grants."""
    cited = {item for item, clauses in grant.given if clauses and Clause.DEFAULT_DENY not in clauses}
    missing = (grant.parts | grant.channels | grant.actions) ^ cited
    return f"no clause that grants is cited for what is given: {', '.join(names(missing))}" if missing else ""


def unreasoned(grant: Grant) -> str:
    """Which items are refused without a clause that does."""
    cited = {item for item, clauses in grant.refused if clauses}
    missing = (ALL - (grant.parts | grant.channels | grant.actions)) ^ cited
    return f"no clause is cited for what is refused: {', '.join(names(missing))}" if missing else ""


def withheld(grant: Grant) -> str:
    """Which parts are both given and withheld, or neither."""
    wrong = grant.withheld ^ (frozenset(Part) - grant.parts)
    return f"it is both given and withheld, or neither: {', '.join(names(wrong))}" if wrong else ""


def silent_refusals(space: Space) -> Iterator[tuple[Facts, str]]:
    """The refusals that cite nothing."""
    for viewer, half, refusal in space.refusals:
        if not refusal.refused_by:
            yield join(viewer, half), "it refuses and cites no clause"


def owner(space: Space) -> Iterator[tuple[Facts, str]]:
    """The cases in which the owner is not given everything (OWNER-1)."""
    everything = sum(BITS[part] for part in Part) | sum(BITS[action] for action in OPENED)
    for viewer, row in space.given.items():
        if viewer.kind is Kind.OWNER and viewer.action in OPENED:
            for half, given in zip(RESUME_FACTS, row, strict=True):
                if half.exists and everything & ~given:
                    missing = ", ".join(names(items_in(everything & ~given)))
                    yield join(viewer, half), f"the owner is not given {missing}"


def actions(space: Space) -> Iterator[tuple[Facts, str]]:
    """The cases in which the actions named are not those decided so for the same facts (LAW-8)."""
    decided_on = sum(BITS[action] for action in Action)
    for viewer, row in space.given.items():
        rows = [(BITS[action], space.given[viewer._replace(action=action)]) for action in Action]
        for place, given in enumerate(row):
            if given:
                may = sum(bit for bit, other in rows if other[place])
                wrong = (given & decided_on) ^ may
                if wrong:
                    found = (
                        f"the actions named and those decided on differ: {', '.join(names(items_in(wrong)))}"
                    )
                    yield join(viewer, RESUME_FACTS[place]), found


# --- Tightening ------------------------------------------------------------------------------------------------------

_PLACES = {half: place for place, half in enumerate(RESUME_FACTS)}


def tighter_viewers(field: str, *steps: tuple[object, object]) -> Search:
    """A statement that a step of a field of the viewer's half never gives an item more."""
    pairs = [
        (viewer, viewer._replace(**{field: tight}))  # type: ignore[arg-type]  # each step is of its field's type
        for viewer in VIEWER_FACTS
        for loose, tight in steps
        if getattr(viewer, field) is loose
    ]
    known = frozenset(VIEWER_FACTS)
    pairs = [(loose, tight) for loose, tight in pairs if tight in known]

    def search(space: Space) -> Iterator[tuple[Facts, str]]:
        for loose, tight in pairs:
            for half, more, less in zip(RESUME_FACTS, space.given[loose], space.given[tight], strict=True):
                if less & ~more:
                    yield join(loose, half), _gains(field, getattr(tight, field), less & ~more)

    return search


def tighter_resumes(field: str, *steps: tuple[object, object]) -> Search:
    """The same of a field of the resume's half."""
    pairs = [
        (place, _PLACES[half._replace(**{field: tight})])  # type: ignore[arg-type]  # as above
        for place, half in enumerate(RESUME_FACTS)
        for loose, tight in steps
        if getattr(half, field) is loose
    ]

    def search(space: Space) -> Iterator[tuple[Facts, str]]:
        for viewer, row in space.given.items():
            for loose, tight in pairs:
                gained = row[tight] & ~row[loose]
                if gained:
                    found = _gains(field, getattr(RESUME_FACTS[tight], field), gained)
                    yield join(viewer, RESUME_FACTS[loose]), found

    return search


def _gains(field: str, tight: object, gained: int) -> str:
    told = str(getattr(tight, "value", tight)).lower()
    return f"{field} changed to {told} would give {', '.join(names(items_in(gained)))} in addition"
