"""The policy, clause by clause, as one pure function from facts to a decision. Every rule is in this file.

Nothing is granted but by a `Permit` that a clause below yields: what no clause names is withheld (LAW-5), and
no rule can grant by the absence of something.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import assert_never

from ..model.parts import Channel, Part, with_pieces
from ..model.settings import NameDisplay, Visibility
from ..model.viewers import Action
from .clauses import Clause
from .facts import Facts, Kind, Sharing, Standing
from .grants import Decision, Grant, Item, Permit, Refusal
from .readings import Readings

LISTS = frozenset({Action.RECOMMEND, Action.SEARCH})
OPENING = frozenset({Action.VIEW})
COPYING = frozenset({Action.EXPORT})
TALKING = frozenset({Action.CHAT})
APPLIED = (Standing.APPLIED, Standing.APPLIED_WITH_ATTACHMENTS)

ONLINE = with_pieces(
    frozenset(
        {
            Part.DISPLAY_NAME,
            Part.AVATAR,
            Part.PROFILE,
            Part.STRENGTHS,
            Part.HIGHLIGHTS,
            Part.INTENTION,
            Part.WORK,
            Part.PROJECTS,
            Part.EDUCATION,
            Part.AWARDS,
            Part.CAMPUS_POSITIONS,
            Part.CERTIFICATES,
            Part.SKILLS,
            Part.TRAINING,
            Part.PORTFOLIO,
            Part.ADDITIONAL,
        }
    )
)
"""What 二(一)3(1)a lists, less what has a rule of its own."""

IN_CHAT = frozenset({Part.DISPLAY_NAME, Part.AVATAR, Part.IP_REGION})
IN_COMMUNITY = IN_CHAT | {Part.LATEST_POSITION}
RECOMMENDED_BY = with_pieces(
    frozenset({Part.PROFILE, Part.HIGHLIGHTS, Part.INTENTION, Part.WORK, Part.EDUCATION})
)
SHAREABLE = ONLINE | frozenset(
    {
        Part.MOBILE,
        Part.EMAIL,
        Part.HOMEPAGE,
        Part.MESSENGER,
        Part.ATTACHMENTS,
        Part.VIDEO,
        Part.IP_REGION,
    }
)
"""What consent can name. The real name has a rule of its own, a virtual number is nobody else's, and NAME-1 knows no exception."""


def decide(facts: Facts, readings: Readings) -> Decision:
    """What the policy gives for these facts.

    Args:
        facts: any combination.
        readings: what the platform chose where the rules leave a choice.

    Returns:
        A grant, or a refusal with the clauses that refused.
    """
    closed = tuple(_gates(facts))
    if closed:
        return Refusal(closed)
    permits = tuple(_permits(facts, readings))
    given: defaultdict[Item, list[Clause]] = defaultdict(list)
    for permit in permits:
        for action in permit.actions if permit.opens else ():
            given[action].append(permit.clause)
    if facts.action not in given:
        return Refusal((_closest(facts),))
    for permit in permits:
        for item in permit.items if facts.action in permit.actions else ():
            given[item].append(permit.clause)
    return Grant(
        parts=frozenset(item for item in given if isinstance(item, Part)),
        channels=frozenset(item for item in given if isinstance(item, Channel)),
        actions=frozenset(item for item in given if isinstance(item, Action)),
        given=tuple((item, _distinct(given[item])) for item in _ITEMS if item in given),
        refused=tuple((item, (_withholds(item, facts, readings),)) for item in _ITEMS if item not in given),
    )


_ITEMS: tuple[Item, ...] = (*Part, *Channel, *Action)


def _distinct(clauses: list[Clause]) -> tuple[Clause, ...]:
    return tuple(dict.fromkeys(clauses))


def _gates(facts: Facts) -> Iterator[Clause]:
    """Section 3: what must hold before anything else is looked at."""
    owner = facts.kind is Kind.OWNER
    company = facts.kind in (Kind.RECRUITER, Kind.HEADHUNTER)
    if not facts.exists:
        yield Clause.GATE_2
    if not facts.resume_permission and not owner:
        yield Clause.GATE_1
    if not facts.of_age and not owner:
        yield Clause.GATE_3
    if not facts.qualified and company:
        yield Clause.GATE_4
    if facts.standing is Standing.BLOCKED:
        yield Clause.BLOCK_1


def _permits(facts: Facts, readings: Readings) -> Iterator[Permit]:
    """Who is given what, once every gate is open."""
    match facts.kind:
        case Kind.OWNER:
            yield Permit(Clause.OWNER_1, OPENING | COPYING, frozenset(Part), opens=True)
        case Kind.RECRUITER | Kind.HEADHUNTER:
            yield from _by_visibility(facts, readings)
            yield from _by_application(facts, readings)
            yield from _by_conversation(facts)
        case Kind.MAILBOX:
            yield from _by_delivery(facts, readings)
        case Kind.COMMUNITY_MEMBER:
            yield from _in_community(facts)
        case Kind.RECOMMENDER:
            parts = RECOMMENDED_BY if facts.personalised else frozenset({Part.INTENTION})
            yield Permit(Clause.RECOMMEND_1, OPENING, parts, opens=True)
        case Kind.RECIPIENT:
            yield from _by_consent(facts)
        case Kind.VISITOR:
            return
        case _:
            assert_never(facts.kind)


def _by_visibility(facts: Facts, readings: Readings) -> Iterator[Permit]:
    """MODE-1 to MODE-4, to somebody who is neither blocked nor unknown."""
    everything = LISTS | OPENING | COPYING
    match facts.visibility:
        case Visibility.PUBLIC:
            yield from _public(facts, readings, Clause.MODE_1, everything, _EVERY_PUBLIC_CHANNEL)
        case Visibility.CHAT_ONLY:
            yield from _public(facts, readings, Clause.MODE_2, LISTS | OPENING, frozenset({Channel.CHAT}))
        case Visibility.HEADHUNTERS:
            if facts.kind is Kind.HEADHUNTER:
                yield from _public(facts, readings, Clause.MODE_3, everything, _EVERY_PUBLIC_CHANNEL)
        case Visibility.PRIVATE:
            return
        case _:
            assert_never(facts.visibility)


_EVERY_PUBLIC_CHANNEL = frozenset({Channel.EMAIL, Channel.CHAT, Channel.VIRTUAL_NUMBER})


def _public(
    facts: Facts, readings: Readings, clause: Clause, actions: frozenset[Action], channels: frozenset[Channel]
) -> Iterator[Permit]:
    yield Permit(clause, actions, ONLINE, opens=True)
    yield Permit(Clause.APPLY_3, actions, frozenset({Part.VIDEO}))
    yield from _reaching(facts, readings, clause, actions, channels)


def _by_application(facts: Facts, readings: Readings) -> Iterator[Permit]:
    """APPLY-1 to APPLY-3 and APPLY-5, whatever the visibility."""
    if facts.standing in APPLIED:
        extra = COPYING if readings.lists_follow_visibility else COPYING | LISTS
        actions = OPENING | extra
        yield Permit(Clause.APPLY_1, OPENING, ONLINE, opens=True)
        yield Permit(Clause.APPLY_5, extra, ONLINE, opens=True)
        yield Permit(Clause.APPLY_3, actions, frozenset({Part.VIDEO}))
        yield from _reaching(facts, readings, Clause.APPLY_1, actions, frozenset(Channel))
        if facts.standing is Standing.APPLIED_WITH_ATTACHMENTS:
            yield Permit(Clause.APPLY_2, actions, frozenset({Part.ATTACHMENTS}))


def _by_delivery(facts: Facts, readings: Readings) -> Iterator[Permit]:
    """APPLY-4: the online resume, no channel, and nothing that cannot be redacted."""
    if facts.standing in APPLIED:
        yield Permit(Clause.APPLY_4, OPENING, ONLINE, opens=True)
        yield from _name(facts.name_display, OPENING)
        if not readings.mailbox_waits:
            yield Permit(Clause.APPLY_4, OPENING, frozenset({Part.VIDEO}))
            if facts.standing is Standing.APPLIED_WITH_ATTACHMENTS:
                yield Permit(Clause.APPLY_4, OPENING, frozenset({Part.ATTACHMENTS}))


def _reaching(
    facts: Facts, readings: Readings, clause: Clause, actions: frozenset[Action], channels: frozenset[Channel]
) -> Iterator[Permit]:
    """The channels that the candidate keeps open, what is shown for each of them, and the name."""
    yield from _name(facts.name_display, actions)
    if Channel.CHAT in channels and facts.chat_permission:
        yield Permit(clause, actions, frozenset({Channel.CHAT}))
        yield from _chatting(facts)
    if Channel.EMAIL in channels:
        yield Permit(clause, actions, frozenset({Channel.EMAIL}))
        yield Permit(Clause.CONTACT_1, actions, frozenset({Part.EMAIL, Part.HOMEPAGE}))
    elif not readings.homepage_goes_with_email:
        yield Permit(Clause.CONTACT_1, actions, frozenset({Part.HOMEPAGE}))
    if Channel.VIRTUAL_NUMBER in channels:
        yield Permit(clause, actions, frozenset({Channel.VIRTUAL_NUMBER}))
        yield Permit(Clause.PHONE_2, actions, frozenset({Part.VIRTUAL_NUMBER}))
    if Channel.MOBILE in channels:
        yield Permit(clause, actions, frozenset({Channel.MOBILE, Part.MOBILE, Part.MESSENGER}))


def _by_conversation(facts: Facts) -> Iterator[Permit]:
    """CHAT-1: while a conversation runs, whatever the visibility."""
    if facts.conversing and facts.chat_permission:
        yield from _chatting(facts)


def _chatting(facts: Facts) -> Iterator[Permit]:
    yield Permit(Clause.CHAT_1, TALKING, IN_CHAT | {Channel.CHAT}, opens=True)
    yield from _name(facts.name_display, TALKING)


def _in_community(facts: Facts) -> Iterator[Permit]:
    """COMMUNITY-1: for those who joined, under the nickname that they chose there."""
    if facts.qualified and facts.nickname is not None:
        yield Permit(Clause.COMMUNITY_1, OPENING, IN_COMMUNITY, opens=True)
        if facts.nickname is NameDisplay.REAL:
            yield Permit(Clause.COMMUNITY_1, OPENING, frozenset({Part.NAME}))


def _by_consent(facts: Facts) -> Iterator[Permit]:
    """SHARE-1 to SHARE-3: at most this much; the projection confines it to the parts that the consent names."""
    clause = _sharing_clause(facts.sharing)
    if clause is not None:
        yield Permit(clause, OPENING, SHAREABLE, opens=True)
        yield from _name(facts.name_display, OPENING)


def _sharing_clause(sharing: Sharing) -> Clause | None:
    match sharing:
        case Sharing.NONE:
            return None
        case Sharing.SHARED:
            return Clause.SHARE_1
        case Sharing.PARTNER:
            return Clause.SHARE_3
        case Sharing.TRANSFERRED | Sharing.DISCLOSED | Sharing.ORDERED:
            return Clause.SHARE_2
        case _:
            assert_never(sharing)


def _name(display: NameDisplay, actions: frozenset[Action]) -> Iterator[Permit]:
    """NAME-1: the real name, unless the candidate wants to be Mr./Ms. X to everybody else."""
    if display is NameDisplay.REAL:
        yield Permit(Clause.NAME_1, actions, frozenset({Part.NAME}))


def _closest(facts: Facts) -> Clause:
    """The clause to cite when no permit fits: the one that would have had to give it."""
    match facts.kind:
        case Kind.RECRUITER | Kind.HEADHUNTER if facts.action is not Action.CHAT:
            return _mode(facts)
        case Kind.RECRUITER | Kind.HEADHUNTER:
            return Clause.CHAT_1 if facts.chat_permission else Clause.GATE_1
        case Kind.MAILBOX:
            return Clause.APPLY_4
        case Kind.COMMUNITY_MEMBER:
            return Clause.COMMUNITY_1
        case Kind.RECIPIENT:
            return Clause.SHARE_1
        case _:
            return Clause.DEFAULT_DENY


def _mode(facts: Facts) -> Clause:
    return {
        Visibility.PUBLIC: Clause.MODE_1,
        Visibility.CHAT_ONLY: Clause.MODE_2,
        Visibility.HEADHUNTERS: Clause.MODE_3,
        Visibility.PRIVATE: Clause.MODE_4,
    }[facts.visibility]


def _withholds(item: Item, facts: Facts, readings: Readings) -> Clause:
    """The clause to cite for an item that a grant does not hold."""
    company = facts.kind in (Kind.RECRUITER, Kind.HEADHUNTER)
    match item:
        case Part.NAME:
            return Clause.NAME_1
        case Part.MESSENGER | Part.NATIONAL_ID:
            return Clause.CONTACT_2
        case Part.MOBILE | Channel.MOBILE:
            return Clause.APPLY_4 if facts.kind is Kind.MAILBOX else Clause.PHONE_1
        case Channel.CHAT | Action.CHAT if company and not facts.chat_permission:
            return Clause.GATE_1
        case Action() if company and item is not Action.CHAT:
            return _mode(facts)
        case _ if facts.action is Action.CHAT or item is Action.CHAT:
            return Clause.CHAT_1
        case Part.EMAIL | Part.HOMEPAGE if company:
            return Clause.CONTACT_1
        case Part.VIRTUAL_NUMBER if company:
            return Clause.PHONE_2
        case Part.ATTACHMENTS if company:
            return Clause.APPLY_2
        case Channel() if company:
            return _mode(facts)
        case _:
            return _KIND_CLAUSES.get(facts.kind, Clause.DEFAULT_DENY)


_KIND_CLAUSES = {
    Kind.MAILBOX: Clause.APPLY_4,
    Kind.COMMUNITY_MEMBER: Clause.COMMUNITY_1,
    Kind.RECOMMENDER: Clause.RECOMMEND_1,
    Kind.RECIPIENT: Clause.SHARE_1,
}
