"""The safety statements find what is wrong with a policy, and only that."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache

import attrs
import pytest
from resume_visibility.policy.grants import Decision, Grant, Item, Refusal
from resume_visibility.policy.rules import decide

from resume_visibility.model.parts import Channel, Part
from resume_visibility.model.settings import NameDisplay, Visibility
from resume_visibility.model.viewers import Action
from resume_visibility.policy.clauses import Clause
from resume_visibility.policy.explanation import items_of
from resume_visibility.policy.facts import VIEWER_FACTS, Facts, Kind, Sharing, Standing
from resume_visibility.policy.readings import STRICT, Readings
from resume_visibility.policy.statements import STATEMENTS
from resume_visibility.policy.table import POLICY_2023_04, Policy
from resume_visibility.policy.verification import CaseDifference, Violation, compare, in_words, verify

ITEMS: tuple[Item, ...] = (*Part, *Channel, *Action)
When = Callable[[Facts], bool]
Spoil = Callable[[Facts, Decision], Decision]

COMPANIES = (Kind.RECRUITER, Kind.HEADHUNTER)
APPLIED = (Standing.APPLIED, Standing.APPLIED_WITH_ATTACHMENTS)
READINGS = tuple(attrs.fields_dict(Readings))


def grant(items: Iterable[Item]) -> Grant:
    """A grant of these items that says of itself what it should."""
    held = frozenset(items)
    return Grant(
        parts=frozenset(item for item in held if isinstance(item, Part)),
        channels=frozenset(item for item in held if isinstance(item, Channel)),
        actions=frozenset(item for item in held if isinstance(item, Action)),
        given=tuple((item, (Clause.MODE_1,)) for item in ITEMS if item in held),
        refused=tuple((item, (Clause.CONTACT_2,)) for item in ITEMS if item not in held),
    )


def adding(*items: Item) -> Spoil:
    """Give these items too, and show the resume for it."""
    return lambda facts, decision: grant({*items_of(decision), facts.action, *items})


def dropping(*items: Item) -> Spoil:
    """Give all but these items, of what is given."""
    return lambda _, decision: grant(items_of(decision) - set(items)) if items_of(decision) else decision


def refusing(_: Facts, __: Decision) -> Decision:
    return Refusal((Clause.DEFAULT_DENY,))


def silent(_: Facts, decision: Decision) -> Decision:
    return Refusal(()) if isinstance(decision, Refusal) else decision


def unreasoned(_: Facts, decision: Decision) -> Decision:
    """Cite no clause for what is refused."""
    return attrs.evolve(decision, refused=()) if isinstance(decision, Grant) else decision


def unasked(_: Facts, decision: Decision) -> Decision:
    """Give a part that no clause was asked about."""
    if not isinstance(decision, Grant):
        return decision
    given = tuple(told for told in decision.given if told[0] is not Part.REGION)
    return attrs.evolve(decision, parts=decision.parts | {Part.REGION}, given=given)


def wrong_complement(_: Facts, decision: Decision) -> Decision:
    if isinstance(decision, Grant):
        decision = attrs.evolve(decision)
        object.__setattr__(decision, "withheld", decision.withheld - {Part.NATIONAL_ID})
    return decision


def by_default(_: Facts, decision: Decision) -> Decision:
    """Cite the clause that denies for something that is given."""
    if not isinstance(decision, Grant):
        return decision
    item, _clauses = decision.given[0]
    return attrs.evolve(decision, given=((item, (Clause.DEFAULT_DENY,)), *decision.given[1:]))


def uncited(_: Facts, decision: Decision) -> Decision:
    """Cite no clause for one item that is given."""
    if not isinstance(decision, Grant):
        return decision
    item, _clauses = decision.given[0]
    return attrs.evolve(decision, given=((item, ()), *decision.given[1:]))


@cache
def real() -> dict[Facts, Decision]:
    """What the real policy decides, in every case."""
    return {case.facts: case.decision for case in POLICY_2023_04.cases()}


def faulty(where: When, spoil: Spoil, readings: Readings = STRICT) -> Policy:
    """The policy of the rules, spoiled in some cases."""

    def rules(facts: Facts, readings: Readings) -> Decision:
        known = readings == STRICT  # those decisions are made already
        decision = real()[facts] if known else decide(facts, readings)
        return spoil(facts, decision) if where(facts) else decision

    policy = Policy("faulty", readings, rules)
    if readings == STRICT:
        # Where a viewer meets no fault, the policy keeps the decisions that the real one made.
        for viewer in VIEWER_FACTS:
            row = POLICY_2023_04.row(viewer)
            if not any(where(case.facts) for case in row.values()):
                policy._rows[viewer] = row
    return policy


def of(*kinds: Kind, action: Action | None = None) -> When:
    return lambda f: f.kind in kinds and action in (None, f.action)


def ready(f: Facts) -> bool:
    """Whether every gate is open."""
    gates = f.exists and f.resume_permission and f.of_age and f.standing is not Standing.BLOCKED
    return gates and (f.qualified or f.kind not in COMPANIES)


def granted(where: When) -> When:
    """Where the rules give something."""
    return lambda f: where(f) and isinstance(real()[f], Grant)


FAULTS: tuple[tuple[str, str, When, Spoil], ...] = (
    # The statement that has to name it, what is wrong, where, and how.
    (
        "real number",
        "shown in every public view",
        granted(lambda f: f.kind in COMPANIES and f.standing is Standing.NONE),
        adding(Part.MOBILE),
    ),
    (
        "real number",
        "its channel opened by a public resume",
        granted(lambda f: f.kind is Kind.HEADHUNTER and f.standing is Standing.NONE),
        adding(Channel.MOBILE),
    ),
    (
        "real number",
        "messenger accounts shown in lists",
        granted(of(*COMPANIES, action=Action.SEARCH)),
        adding(Part.MESSENGER),
    ),
    ("real number", "told to the recommender", granted(of(Kind.RECOMMENDER)), adding(Part.MOBILE)),
    (
        "blocked",
        "a blocked company reads a public resume",
        lambda f: f.standing is Standing.BLOCKED and f.kind is Kind.RECRUITER and f.action is Action.VIEW,
        adding(Part.STRENGTHS),
    ),
    (
        "blocked",
        "a conversation outlives the block",
        lambda f: f.standing is Standing.BLOCKED and f.conversing and f.action is Action.CHAT,
        adding(Channel.CHAT),
    ),
    (
        "blocked",
        "a mailbox outlives the block",
        lambda f: f.standing is Standing.BLOCKED and f.kind is Kind.MAILBOX and f.action is Action.VIEW,
        adding(Part.WORK),
    ),
    (
        "resume permission",
        "applications pass it",
        lambda f: not f.resume_permission and f.standing in APPLIED and f.kind in COMPANIES,
        adding(Part.WORK),
    ),
    (
        "resume permission",
        "the recommender passes it",
        lambda f: not f.resume_permission and f.kind is Kind.RECOMMENDER,
        adding(Part.INTENTION),
    ),
    (
        "chat permission",
        "a conversation goes on",
        lambda f: not f.chat_permission and f.conversing and ready(f) and f.action is Action.CHAT,
        adding(Channel.CHAT),
    ),
    (
        "chat permission",
        "applications open the channel",
        lambda f: (
            not f.chat_permission
            and f.standing in APPLIED
            and f.kind is Kind.RECRUITER
            and f.action is Action.VIEW
        ),
        adding(Channel.CHAT),
    ),
    (
        "gone",
        "the owner sees a deleted resume",
        lambda f: not f.exists and f.kind is Kind.OWNER and f.action is Action.VIEW,
        adding(*Part),
    ),
    (
        "gone",
        "consent outlives the account",
        lambda f: not f.exists and f.sharing is Sharing.ORDERED and f.action is Action.VIEW,
        adding(Part.WORK),
    ),
    (
        "under sixteen",
        "the community shows children",
        lambda f: not f.of_age and f.kind is Kind.COMMUNITY_MEMBER and f.nickname is not None,
        adding(Part.AVATAR),
    ),
    (
        "verified",
        "an unverified recruiter reads",
        lambda f: not f.qualified and f.kind is Kind.RECRUITER and f.visibility is Visibility.PUBLIC,
        adding(Part.WORK),
    ),
    (
        "verified",
        "a headhunter who is not signed in reads",
        lambda f: not f.qualified and f.kind is Kind.HEADHUNTER and f.visibility is Visibility.PUBLIC,
        adding(Part.WORK),
    ),
    (
        "visitor",
        "public is public to everybody",
        lambda f: (
            f.kind is Kind.VISITOR
            and f.visibility is Visibility.PUBLIC
            and ready(f)
            and f.action is Action.VIEW
        ),
        adding(Part.STRENGTHS),
    ),
    (
        "named actions",
        "the recommender exports",
        lambda f: f.kind is Kind.RECOMMENDER and ready(f) and f.action is Action.EXPORT,
        adding(Part.INTENTION),
    ),
    (
        "named actions",
        "the owner chats",
        lambda f: f.kind is Kind.OWNER and f.exists and f.action is Action.CHAT,
        adding(*Part),
    ),
    (
        "named actions",
        "a mailbox exports",
        lambda f: f.kind is Kind.MAILBOX and f.standing in APPLIED and ready(f) and f.action is Action.EXPORT,
        adding(Part.WORK),
    ),
    (
        "named actions",
        "an application opens lists",
        lambda f: (
            f.kind is Kind.RECRUITER
            and f.standing in APPLIED
            and ready(f)
            and f.visibility is Visibility.PRIVATE
            and f.action is Action.SEARCH
        ),
        adding(Part.WORK),
    ),
    (
        "named actions",
        "chat with anybody, without a conversation",
        lambda f: (
            f.kind is Kind.RECRUITER
            and f.standing is Standing.NONE
            and ready(f)
            and f.chat_permission
            and f.visibility is Visibility.HEADHUNTERS
            and f.action is Action.CHAT
        ),
        adding(Channel.CHAT),
    ),
    ("cited", "an item without its clause", granted(of(Kind.HEADHUNTER)), uncited),
    ("cited", "an item given by the clause that denies", granted(of(Kind.MAILBOX)), by_default),
    (
        "cited",
        "a part that no clause was asked about",
        granted(of(Kind.RECRUITER, action=Action.VIEW)),
        unasked,
    ),
    ("reasons", "what is refused has no reason", granted(of(Kind.RECRUITER)), unreasoned),
    ("refusals", "silent", of(Kind.RECRUITER), silent),
    ("withheld", "national ID is not told to be withheld", granted(of(Kind.MAILBOX)), wrong_complement),
    (
        "honorific",
        "an application shows the name",
        granted(
            lambda f: (
                f.standing in APPLIED and f.name_display is NameDisplay.HONORIFIC and f.action is Action.VIEW
            )
        ),
        adding(Part.NAME),
    ),
    ("honorific", "the chat shows the name", granted(lambda f: f.action is Action.CHAT), adding(Part.NAME)),
    (
        "honorific",
        "the community follows the resume",
        granted(lambda f: f.kind is Kind.COMMUNITY_MEMBER and f.name_display is NameDisplay.REAL),
        adding(Part.NAME),
    ),
    (
        "honorific",
        "an order shows the name",
        granted(lambda f: f.sharing is Sharing.ORDERED),
        adding(Part.NAME),
    ),
    (
        "attachments",
        "with any application",
        granted(lambda f: f.standing is Standing.APPLIED and f.kind in COMPANIES and f.action is Action.VIEW),
        adding(Part.ATTACHMENTS),
    ),
    (
        "attachments",
        "in lists",
        granted(lambda f: f.standing is Standing.APPLIED_WITH_ATTACHMENTS and f.action is Action.SEARCH),
        adding(Part.ATTACHMENTS),
    ),
    (
        "attachments",
        "to a mailbox that should wait",
        granted(lambda f: f.standing is Standing.APPLIED_WITH_ATTACHMENTS and f.kind is Kind.MAILBOX),
        adding(Part.ATTACHMENTS),
    ),
    ("video", "in the chat", granted(of(*COMPANIES, action=Action.CHAT)), adding(Part.VIDEO)),
    ("video", "to a mailbox that should wait", granted(of(Kind.MAILBOX)), adding(Part.VIDEO)),
    ("video", "in the community", granted(of(Kind.COMMUNITY_MEMBER)), adding(Part.VIDEO)),
    (
        "chat only",
        "a copy may be taken",
        lambda f: (
            f.kind in COMPANIES
            and f.visibility is Visibility.CHAT_ONLY
            and f.standing is Standing.NONE
            and ready(f)
            and f.action in (Action.VIEW, Action.EXPORT)
        ),
        adding(Action.VIEW, Action.EXPORT),
    ),
    (
        "chat only",
        "e-mail is open",
        granted(
            lambda f: f.kind in COMPANIES and f.visibility is Visibility.CHAT_ONLY and f.action is Action.VIEW
        ),
        adding(Channel.EMAIL, Part.EMAIL),
    ),
    (
        "chat only",
        "a virtual number is shown",
        granted(
            lambda f: (
                f.kind in COMPANIES and f.visibility is Visibility.CHAT_ONLY and f.standing is Standing.NONE
            )
        ),
        adding(Channel.VIRTUAL_NUMBER, Part.VIRTUAL_NUMBER),
    ),
    (
        "headhunters only",
        "recruiters find it",
        lambda f: (
            f.kind is Kind.RECRUITER
            and f.visibility is Visibility.HEADHUNTERS
            and f.standing is Standing.NONE
            and ready(f)
            and f.action is Action.SEARCH
        ),
        adding(Part.INTENTION),
    ),
    (
        "private",
        "a conversation opens the resume",
        lambda f: (
            f.kind in COMPANIES
            and f.visibility is Visibility.PRIVATE
            and f.conversing
            and f.standing is Standing.NONE
            and ready(f)
            and f.action is Action.VIEW
        ),
        adding(Part.WORK),
    ),
    (
        "private",
        "headhunters view it",
        lambda f: (
            f.kind is Kind.HEADHUNTER
            and f.visibility is Visibility.PRIVATE
            and f.standing is Standing.NONE
            and ready(f)
            and f.action is Action.VIEW
        ),
        adding(Part.WORK),
    ),
    (
        "private",
        "a conversation shows more than the chat",
        granted(
            lambda f: (
                f.conversing
                and f.visibility is Visibility.PRIVATE
                and f.action is Action.CHAT
                and f.standing is Standing.NONE
            )
        ),
        adding(Part.WORK),
    ),
    ("mailbox", "gets the chat", granted(of(Kind.MAILBOX)), adding(Channel.CHAT)),
    ("mailbox", "gets the e-mail address", granted(of(Kind.MAILBOX)), adding(Part.EMAIL)),
    (
        "delivery",
        "nothing was delivered",
        lambda f: (
            f.kind is Kind.MAILBOX
            and f.standing is Standing.NONE
            and f.visibility is Visibility.PUBLIC
            and ready(f)
            and f.action is Action.VIEW
        ),
        adding(Part.WORK),
    ),
    (
        "e-mail",
        "the address without the channel",
        granted(lambda f: f.kind in COMPANIES and f.visibility is Visibility.CHAT_ONLY),
        adding(Part.EMAIL),
    ),
    (
        "e-mail",
        "the homepage without the channel",
        granted(lambda f: f.kind in COMPANIES and f.visibility is Visibility.CHAT_ONLY),
        adding(Part.HOMEPAGE),
    ),
    ("e-mail", "to the recommender", granted(of(Kind.RECOMMENDER)), adding(Part.HOMEPAGE)),
    (
        "virtual number",
        "the number without the channel",
        granted(lambda f: f.kind in COMPANIES and f.visibility is Visibility.CHAT_ONLY),
        adding(Part.VIRTUAL_NUMBER),
    ),
    (
        "virtual number",
        "the channel without the number",
        granted(lambda f: f.kind in COMPANIES and f.visibility is Visibility.PUBLIC),
        dropping(Part.VIRTUAL_NUMBER),
    ),
    (
        "national id",
        "by an application",
        granted(lambda f: f.standing in APPLIED and f.kind in COMPANIES),
        adding(Part.NATIONAL_ID),
    ),
    (
        "national id",
        "by an order of the law",
        granted(lambda f: f.sharing is Sharing.ORDERED),
        adding(Part.NATIONAL_ID),
    ),
    ("IP region", "in a public resume", granted(of(*COMPANIES, action=Action.VIEW)), adding(Part.IP_REGION)),
    ("in chat", "the resume comes along", granted(of(*COMPANIES, action=Action.CHAT)), adding(Part.WORK)),
    (
        "in chat",
        "every channel comes along",
        granted(lambda f: f.action is Action.CHAT and f.standing in APPLIED),
        adding(Channel.EMAIL, Part.EMAIL),
    ),
    ("community", "all of the work", granted(of(Kind.COMMUNITY_MEMBER)), adding(Part.WORK)),
    (
        "joined",
        "candidates who did not join",
        lambda f: (
            f.kind is Kind.COMMUNITY_MEMBER
            and f.nickname is None
            and f.qualified
            and ready(f)
            and f.action is Action.VIEW
        ),
        adding(Part.AVATAR),
    ),
    (
        "joined",
        "members who did not sign in",
        lambda f: (
            f.kind is Kind.COMMUNITY_MEMBER
            and f.nickname is not None
            and not f.qualified
            and ready(f)
            and f.action is Action.VIEW
        ),
        adding(Part.AVATAR),
    ),
    (
        "recommender",
        "projects too",
        granted(lambda f: f.kind is Kind.RECOMMENDER and f.personalised),
        adding(Part.PROJECTS),
    ),
    (
        "recommender",
        "the name too",
        granted(lambda f: f.kind is Kind.RECOMMENDER and f.personalised),
        adding(Part.DISPLAY_NAME),
    ),
    (
        "impersonal",
        "education all the same",
        granted(lambda f: f.kind is Kind.RECOMMENDER),
        adding(Part.EDUCATION),
    ),
    ("recipient", "a channel by consent", granted(of(Kind.RECIPIENT)), adding(Channel.EMAIL)),
    ("recipient", "the virtual number by consent", granted(of(Kind.RECIPIENT)), adding(Part.VIRTUAL_NUMBER)),
    (
        "consent",
        "none needed",
        lambda f: (
            f.kind is Kind.RECIPIENT and f.sharing is Sharing.NONE and ready(f) and f.action is Action.VIEW
        ),
        adding(Part.WORK),
    ),
    ("owner", "a part is kept from them", of(Kind.OWNER), dropping(Part.VIDEO)),
    ("owner", "no copy may be taken", of(Kind.OWNER, action=Action.EXPORT), refusing),
    (
        "owner",
        "the resume permission holds for them",
        lambda f: f.kind is Kind.OWNER and not f.resume_permission,
        refusing,
    ),
    (
        "actions agree",
        "a list promises an export that is refused",
        granted(
            lambda f: (
                f.kind is Kind.RECRUITER
                and f.action is Action.SEARCH
                and f.visibility is Visibility.CHAT_ONLY
            )
        ),
        adding(Action.EXPORT),
    ),
    (
        "actions agree",
        "a view is silent on the chat",
        granted(of(Kind.RECRUITER, action=Action.VIEW)),
        dropping(Action.CHAT),
    ),
    (
        "actions agree",
        "an action is shown and not told",
        granted(of(Kind.HEADHUNTER, action=Action.EXPORT)),
        dropping(Action.EXPORT),
    ),
    (
        "going private",
        "chat only shows projects, public does not",
        granted(lambda f: f.kind in COMPANIES and f.visibility is Visibility.PUBLIC),
        dropping(Part.PROJECTS),
    ),
    (
        "going private",
        "headhunters get more from their mode",
        granted(
            lambda f: (
                f.kind is Kind.HEADHUNTER
                and f.visibility is Visibility.PUBLIC
                and f.standing is Standing.NONE
                and f.action is Action.EXPORT
            )
        ),
        dropping(Part.VIDEO),
    ),
    (
        "turning the honorific on",
        "the real name comes without the work",
        granted(lambda f: f.name_display is NameDisplay.REAL),
        dropping(Part.WORK),
    ),
    (
        "switching the resume permission off",
        "the avatar is shown while it is off",
        lambda f: f.kind is Kind.OWNER and f.resume_permission,
        dropping(Part.AVATAR),
    ),
    (
        "switching the chat permission off",
        "e-mail only without the chat",
        granted(lambda f: f.kind in COMPANIES and f.chat_permission),
        dropping(Part.EMAIL, Part.HOMEPAGE, Channel.EMAIL),
    ),
    (
        "deleting",
        "more of the dead than of the living",
        lambda f: f.kind is Kind.HEADHUNTER and not f.exists,
        adding(Part.WORK),
    ),
    (
        "being younger",
        "the owner gets less when grown",
        of(Kind.OWNER),
        lambda f, d: grant(items_of(d) - {Part.VIDEO}) if f.of_age and items_of(d) else d,
    ),
    (
        "signing out",
        "an open door for whoever is not signed in",
        lambda f: f.kind is Kind.HEADHUNTER and not f.qualified and f.action is Action.VIEW,
        adding(Part.WORK),
    ),
    (
        "blocking",
        "a block opens the resume",
        lambda f: (
            f.kind is Kind.RECRUITER and f.standing is Standing.BLOCKED and f.visibility is Visibility.PRIVATE
        ),
        adding(Part.WORK),
    ),
    (
        "taking an application back",
        "an application hides the portfolio",
        granted(lambda f: f.standing in APPLIED and f.kind in COMPANIES),
        dropping(Part.PORTFOLIO),
    ),
    (
        "taking an application back",
        "attachments hide the video",
        granted(lambda f: f.standing is Standing.APPLIED_WITH_ATTACHMENTS),
        dropping(Part.VIDEO),
    ),
    (
        "ending a conversation",
        "while talking the resume is hidden",
        granted(lambda f: f.conversing and f.action is Action.VIEW),
        dropping(Part.STRENGTHS),
    ),
    (
        "hiding the nickname",
        "an avatar for the modest alone",
        granted(lambda f: f.nickname is NameDisplay.REAL),
        dropping(Part.AVATAR),
    ),
    (
        "switching personalisation off",
        "the intention for the impersonal alone",
        granted(lambda f: f.personalised),
        dropping(Part.INTENTION),
    ),
    (
        "withdrawing consent",
        "withdrawal opens what consent closed",
        lambda f: (
            f.kind is Kind.RECIPIENT and f.sharing is Sharing.NONE and f.action is Action.VIEW and ready(f)
        ),
        adding(Part.VIRTUAL_NUMBER),
    ),
)


@cache
def found(fault: int) -> tuple[Violation, ...]:
    _, _, where, spoil = FAULTS[fault]
    return verify(faulty(where, spoil))


@pytest.mark.exhaustive
@pytest.mark.parametrize("fault", range(len(FAULTS)), ids=[f"{name}: {what}" for name, what, *_ in FAULTS])
def test_each_faulty_policy_is_found(fault: int) -> None:
    """The statement that a faulty policy breaks is named, with a case that shows it, and words for both."""
    name, _, where, _ = FAULTS[fault]
    violations = {violation.statement.name: violation for violation in found(fault)}
    assert name in violations
    violation = violations[name]
    assert violation.cases >= 1
    text = str(violation)
    assert text.startswith(f"{name} ({', '.join(violation.statement.rules)}): {violation.statement.words}.")
    assert in_words(violation.facts) in text
    assert violation.found in text
    if name in {"real number", "blocked", "private", "honorific", "attachments", "community"}:
        assert where(violation.facts)


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("name", "what", "told"),
    [
        (
            "taking an application back",
            "attachments hide the video",
            "standing changed to applied would give part video in addition",
        ),
        (
            "going private",
            "headhunters get more from their mode",
            "visibility changed to headhunters would give part video in addition",
        ),
    ],
)
def test_what_tightening_would_give_is_named_alone(name: str, what: str, told: str) -> None:
    """LAW-4: a violation tells the step, and exactly the items that it would give in addition."""
    fault = next(place for place, fault in enumerate(FAULTS) if fault[:2] == (name, what))
    assert {one.statement.name: one.found for one in found(fault)}[name] == told


def test_faults_do_not_hide_each_other() -> None:
    """A policy that has every fault, each in few of its cases, breaks most statements, and words say each."""
    spoiled: dict[Facts, Spoil] = {}
    for _, _, where, fault in FAULTS:
        fitting = [facts for facts in real() if where(facts) and facts not in spoiled]
        spoiled |= dict.fromkeys(fitting[:: 1 + len(fitting) // 40], fault)
    violations = verify(faulty(spoiled.__contains__, lambda facts, decision: spoiled[facts](facts, decision)))
    assert len(violations) > len(STATEMENTS) * 3 // 4
    for violation in violations:
        assert str(violation).startswith(f"{violation.statement.name} (")
        assert in_words(violation.facts) in str(violation)


@pytest.mark.exhaustive
def test_a_single_case_is_enough() -> None:
    """A policy that is wrong in one case is found, with that case."""
    where = granted(of(Kind.RECRUITER, action=Action.VIEW))
    wrong = next(case.facts for case in POLICY_2023_04.cases() if where(case.facts))
    violations = verify(faulty(lambda f: f == wrong, adding(Part.NATIONAL_ID)))
    assert {one.statement.name: one.cases for one in violations}["national id"] == 1
    assert {one.facts for one in violations if one.statement.name == "national id"} == {wrong}


def test_each_statement_has_a_faulty_policy() -> None:
    """Every statement is broken by some faulty policy here, and there are more than thirty-five of them."""
    assert {name for name, *_ in FAULTS} == {statement.name for statement in STATEMENTS}
    assert len(FAULTS) >= 35


def test_statements_are_told_apart_and_cite_rules() -> None:
    """Every statement has a name of its own, a rule, and one line of words."""
    assert len({statement.name for statement in STATEMENTS}) == len(STATEMENTS)
    for statement in STATEMENTS:
        assert statement.rules
        assert "\n" not in statement.words
        assert statement.name in repr(statement)


def test_the_policy_is_safe() -> None:
    """The policy of April 2023 keeps every statement."""
    assert verify(POLICY_2023_04) == ()


@pytest.mark.exhaustive
@pytest.mark.parametrize("reading", READINGS)
def test_another_choice_of_a_reading_is_no_violation(reading: str) -> None:
    """A platform that chooses one reading otherwise breaks no statement."""
    assert verify(Policy("own", Readings(**{reading: False}))) == ()


def test_every_reading_otherwise_is_no_violation() -> None:
    """A platform that chooses every reading otherwise breaks no statement."""
    assert verify(Policy("own", Readings(**dict.fromkeys(READINGS, False)))) == ()


@pytest.mark.exhaustive
@pytest.mark.parametrize(
    ("reading", "statement", "where", "spoil"),
    [
        ("mailbox_waits", "attachments", lambda f: f.standing is Standing.APPLIED, adding(Part.ATTACHMENTS)),
        (
            "lists_follow_visibility",
            "named actions",
            lambda f: f.standing is Standing.NONE and f.action is Action.SEARCH,
            adding(Part.WORK),
        ),
        (
            "homepage_goes_with_email",
            "e-mail",
            granted(lambda f: f.visibility is Visibility.CHAT_ONLY and f.kind in COMPANIES),
            adding(Part.EMAIL),
        ),
    ],
)
def test_another_choice_excuses_no_more_than_it_says(
    reading: str, statement: str, where: When, spoil: Spoil
) -> None:
    """Under another reading a faulty rule is still found."""
    policy = faulty(where, spoil, Readings(**{reading: False}))
    assert statement in {violation.statement.name for violation in verify(policy)}


@pytest.mark.exhaustive
@pytest.mark.parametrize("reading", ["mailbox_waits", "homepage_goes_with_email", "lists_follow_visibility"])
def test_a_reading_that_the_rules_ignore_is_found(reading: str) -> None:
    """Rules that show what their readings withhold break a statement."""
    loose = Readings(**{reading: False})
    assert verify(Policy("own", STRICT, lambda facts, _: decide(facts, loose)))


def test_violation_holds_no_personal_data_and_says_what_is_unusual() -> None:
    """A counterexample is told in words: who, what for, and what is unusual about the resume."""
    facts = Facts(
        kind=Kind.RECRUITER,
        action=Action.VIEW,
        qualified=True,
        standing=Standing.BLOCKED,
        conversing=True,
        nickname=None,
        personalised=False,
        sharing=Sharing.NONE,
        visibility=Visibility.PRIVATE,
        name_display=NameDisplay.HONORIFIC,
        resume_permission=False,
        chat_permission=False,
        exists=False,
        of_age=False,
    )
    assert in_words(facts) == (
        "recruiter, signed in and verified, of a blocked company, in a running conversation, to view a resume of mode"
        " private, with the honorific on, the resume permission off, the chat permission off, deleted or of a closed"
        " account, of somebody not surely sixteen"
    )


@pytest.mark.exhaustive
def test_every_case_reads_otherwise() -> None:
    """No two cases are told in the same words."""
    told = [in_words(case.facts) for case in POLICY_2023_04.cases()]
    assert len(set(told)) == len(told)


# --- Comparing -------------------------------------------------------------------------------------------------------


@pytest.mark.exhaustive
def test_compare_finds_nothing_between_equals() -> None:
    """Two policies of the same rules and readings do not differ."""
    comparison = compare(POLICY_2023_04, Policy("again"))
    assert (comparison.more, comparison.less, comparison.readings) == ((), (), ())
    assert str(comparison).splitlines() == [
        "readings that differ: none",
        "shows more in 0 cases",
        "shows less in 0 cases",
    ]


@pytest.mark.exhaustive
def test_compare_lists_exactly_the_cases_that_show_more() -> None:
    """Where a reading gives a mailbox the video, exactly those cases are listed, with what is gained."""
    comparison = compare(POLICY_2023_04, Policy("own", Readings(mailbox_waits=False)))
    expected = {
        case.facts: {Part.VIDEO, Part.ATTACHMENTS}
        if case.facts.standing is Standing.APPLIED_WITH_ATTACHMENTS
        else {Part.VIDEO}
        for case in POLICY_2023_04.cases()
        if case.facts.kind is Kind.MAILBOX and isinstance(case.decision, Grant)
    }
    assert {difference.facts: difference.gained for difference in comparison.more} == expected
    assert len(comparison.more) == len(expected)
    assert (comparison.less, comparison.readings) == ((), ("mailbox_waits",))


@pytest.mark.exhaustive
def test_compare_is_the_other_way_round_from_the_other_side() -> None:
    """What one policy gains over the other, the other loses to it."""
    loose = Policy("own", Readings(lists_follow_visibility=False))
    there, back = compare(POLICY_2023_04, loose), compare(loose, POLICY_2023_04)
    assert there.less == back.more == ()
    assert [(d.facts, d.gained) for d in there.more] == [(d.facts, d.lost) for d in back.less]


def test_compare_tells_gains_and_losses_of_one_case() -> None:
    """A case that gains one part and loses another is in both lists, and says so in words."""
    where = granted(lambda f: f.kind is Kind.RECOMMENDER and f.personalised)

    def swap(facts: Facts, decision: Decision) -> Decision:
        return grant(items_of(decision) - {Part.WORK} | {Part.PROJECTS})

    comparison = compare(POLICY_2023_04, faulty(where, swap))
    changed = [case.facts for case in POLICY_2023_04.cases() if where(case.facts)]
    for differences in (comparison.more, comparison.less):
        assert [difference.facts for difference in differences] == changed
        assert {(d.gained, d.lost) for d in differences} == {
            (frozenset({Part.PROJECTS}), frozenset({Part.WORK}))
        }
    line = str(comparison.more[0])
    assert line.startswith("recommender, personalisation on, to view a resume of mode ")
    assert line.endswith(": +part projects -part work")
    assert f"  {line}" in str(comparison).splitlines()


@pytest.mark.exhaustive
def test_compare_sees_a_view_that_opens_and_one_that_closes() -> None:
    """A refusal that becomes a grant gains all that it gives, and the other way round."""
    gone = faulty(of(Kind.OWNER), refusing)
    lost = compare(POLICY_2023_04, gone).less
    assert {difference.lost for difference in lost} == {frozenset((*Part, Action.VIEW, Action.EXPORT))}
    assert compare(gone, POLICY_2023_04).more == tuple(
        CaseDifference(difference.facts, difference.lost, difference.gained) for difference in lost
    )


@pytest.mark.exhaustive
def test_compare_names_the_readings_on_standing_which_no_case_shows() -> None:
    """A reading on blocks moves resumes from one case to another; it is named, and no case differs."""
    comparison = compare(POLICY_2023_04, Policy("own", Readings(future_block_holds=False)))
    assert (comparison.more, comparison.less) == ((), ())
    assert comparison.readings == ("future_block_holds",)


@pytest.mark.exhaustive
def test_checking_asks_the_rules_about_each_case_once() -> None:
    """To verify a policy and to compare it with another asks its rules about no case more often than twice."""
    asked = Counter[Facts]()

    def rules(facts: Facts, readings: Readings) -> Decision:
        asked[facts] += 1
        return POLICY_2023_04.decision_on(facts)

    fresh = Policy("fresh", rules=rules)
    verify(fresh)
    compare(POLICY_2023_04, fresh)
    assert max(asked.values()) <= 2  # twice where it is told what a conversation adds
    assert asked.keys() == {case.facts for case in POLICY_2023_04.cases()}
