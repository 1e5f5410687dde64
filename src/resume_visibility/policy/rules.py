"""The policy, clause by clause, as one pure function from facts to a decision. Every rule is in this file.

Nothing is granted but by a `Permit` that a clause below yields: what no clause names is withheld (LAW-5), and
no rule can grant by the absence of something.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import assert_never

from ..model.settings import NameDisplay, Visibility
from ..model.viewers import Action
from .clauses import Clause
from .facts import Facts, Kind, Standing
from .grants import Channel, Decision, Grant, Item, Part, Permit, Refusal

LISTS = frozenset({Action.RECOMMEND, Action.SEARCH})
OPENING = frozenset({Action.VIEW})
COPYING = frozenset({Action.EXPORT})

ONLINE = frozenset(
    {
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
"""What 二(一)3(1)a lists, less what has a rule of its own."""


def decide(facts: Facts) -> Decision:
    """What the policy gives for these facts.

    Args:
        facts: any combination.

    Returns:
        A grant, or a refusal with the clauses that refused.
    """
    closed = tuple(_gates(facts))
    if closed:
        return Refusal(closed)
    permits = tuple(_permits(facts))
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
        refused=tuple((item, (_withholds(item, facts),)) for item in _ITEMS if item not in given),
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


def _permits(facts: Facts) -> Iterator[Permit]:
    """Who is given what, once every gate is open."""
    match facts.kind:
        case Kind.OWNER:
            yield Permit(Clause.OWNER_1, OPENING | COPYING, frozenset(Part), opens=True)
        case Kind.RECRUITER | Kind.HEADHUNTER:
            yield from _by_visibility(facts)
            yield from _by_application(facts)
        case Kind.MAILBOX:
            yield from _by_delivery(facts)
        case Kind.VISITOR:
            return
        case _:
            assert_never(facts.kind)


def _by_visibility(facts: Facts) -> Iterator[Permit]:
    """MODE-1 to MODE-4, to somebody who is neither blocked nor unknown."""
    match facts.visibility:
        case Visibility.PUBLIC:
            yield from _public(facts, Clause.MODE_1, LISTS | OPENING | COPYING, _EVERY_PUBLIC_CHANNEL)
        case Visibility.CHAT_ONLY:
            yield from _public(facts, Clause.MODE_2, LISTS | OPENING, frozenset({Channel.CHAT}))
        case Visibility.HEADHUNTERS:
            if facts.kind is Kind.HEADHUNTER:
                yield from _public(facts, Clause.MODE_3, LISTS | OPENING | COPYING, _EVERY_PUBLIC_CHANNEL)
        case Visibility.PRIVATE:
            return
        case _:
            assert_never(facts.visibility)


_EVERY_PUBLIC_CHANNEL = frozenset({Channel.EMAIL, Channel.CHAT, Channel.VIRTUAL_NUMBER})


def _public(
    facts: Facts, clause: Clause, actions: frozenset[Action], channels: frozenset[Channel]
) -> Iterator[Permit]:
    yield Permit(clause, actions, ONLINE, opens=True)
    yield Permit(Clause.APPLY_3, actions, frozenset({Part.VIDEO}))
    yield from _reaching(facts, clause, actions, channels)


def _by_application(facts: Facts) -> Iterator[Permit]:
    """APPLY-1 to APPLY-3 and APPLY-5, whatever the visibility."""
    if facts.standing in (Standing.APPLIED, Standing.APPLIED_WITH_ATTACHMENTS):
        yield Permit(Clause.APPLY_1, OPENING, ONLINE, opens=True)
        yield Permit(Clause.APPLY_5, COPYING, ONLINE, opens=True)
        actions = OPENING | COPYING
        yield Permit(Clause.APPLY_3, actions, frozenset({Part.VIDEO}))
        yield from _reaching(facts, Clause.APPLY_1, actions, frozenset(Channel))
        if facts.standing is Standing.APPLIED_WITH_ATTACHMENTS:
            yield Permit(Clause.APPLY_2, actions, frozenset({Part.ATTACHMENTS}))


def _by_delivery(facts: Facts) -> Iterator[Permit]:
    """APPLY-4: the online resume, no channel, and nothing that cannot be redacted."""
    if facts.standing in (Standing.APPLIED, Standing.APPLIED_WITH_ATTACHMENTS):
        yield Permit(Clause.APPLY_4, OPENING, ONLINE, opens=True)
        yield from _name(facts, OPENING)


def _reaching(
    facts: Facts, clause: Clause, actions: frozenset[Action], channels: frozenset[Channel]
) -> Iterator[Permit]:
    """The channels that the candidate keeps open, what is shown for each of them, and the name."""
    open_channels = channels if facts.chat_permission else channels - {Channel.CHAT}
    yield Permit(clause, actions, open_channels)
    yield from _name(facts, actions)
    if Channel.EMAIL in open_channels:
        yield Permit(Clause.CONTACT_1, actions, frozenset({Part.EMAIL, Part.HOMEPAGE}))
    if Channel.VIRTUAL_NUMBER in open_channels:
        yield Permit(Clause.PHONE_2, actions, frozenset({Part.VIRTUAL_NUMBER}))
    if Channel.MOBILE in open_channels:
        yield Permit(clause, actions, frozenset({Part.MOBILE, Part.MESSENGER}))


def _name(facts: Facts, actions: frozenset[Action]) -> Iterator[Permit]:
    """NAME-1: the real name, unless the candidate wants to be Mr./Ms. X to everybody else."""
    if facts.name_display is NameDisplay.REAL:
        yield Permit(Clause.NAME_1, actions, frozenset({Part.NAME}))


def _closest(facts: Facts) -> Clause:
    """The clause to cite when no permit fits: the one that would have had to give it."""
    match facts.kind:
        case Kind.RECRUITER | Kind.HEADHUNTER if facts.action is not Action.CHAT:
            return _mode(facts)
        case Kind.MAILBOX:
            return Clause.APPLY_4
        case _:
            return Clause.DEFAULT_DENY


def _mode(facts: Facts) -> Clause:
    return {
        Visibility.PUBLIC: Clause.MODE_1,
        Visibility.CHAT_ONLY: Clause.MODE_2,
        Visibility.HEADHUNTERS: Clause.MODE_3,
        Visibility.PRIVATE: Clause.MODE_4,
    }[facts.visibility]


def _withholds(item: Item, facts: Facts) -> Clause:
    """The clause to cite for an item that a grant does not hold."""
    if facts.kind is Kind.MAILBOX and item is not Part.NAME and not isinstance(item, Action):
        return Clause.APPLY_4
    match item:
        case Part.NAME:
            return Clause.NAME_1
        case Part.MOBILE | Channel.MOBILE:
            return Clause.PHONE_1
        case Part.EMAIL | Part.HOMEPAGE:
            return Clause.CONTACT_1
        case Part.MESSENGER | Part.NATIONAL_ID:
            return Clause.CONTACT_2
        case Part.VIRTUAL_NUMBER:
            return Clause.PHONE_2
        case Part.ATTACHMENTS:
            return Clause.APPLY_2
        case Channel.CHAT if not facts.chat_permission:
            return Clause.GATE_1
        case Action.RECOMMEND | Action.SEARCH if facts.kind in (Kind.RECRUITER, Kind.HEADHUNTER):
            return _mode(facts)
        case Action.EXPORT | Channel.EMAIL | Channel.VIRTUAL_NUMBER | Channel.CHAT if (
            facts.kind is not Kind.OWNER
        ):
            return _mode(facts)
        case _:
            return Clause.DEFAULT_DENY
