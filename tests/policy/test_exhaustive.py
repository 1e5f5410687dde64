"""Every decision there is, against the independent reference."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from typing import Never

import attrs
import pytest

import oracle
from resume_visibility import (
    FULLY_VERIFIED,
    Account,
    Action,
    Application,
    Basics,
    CareerStage,
    Channel,
    Company,
    CompanyBlock,
    Contact,
    Email,
    Gender,
    Headhunter,
    Mailbox,
    MobileNumber,
    NameDisplay,
    Owner,
    Part,
    PersonName,
    Profile,
    Recruiter,
    Resume,
    Settings,
    Viewer,
    Visibility,
    Visitor,
    YearMonth,
    explain,
    view_for,
)
from resume_visibility.policy.facts import Facts, Kind, Standing
from resume_visibility.policy.grants import Decision, Grant, Refusal
from resume_visibility.policy.table import CASES, case_of

NUMBER_OF_CASES = 14_080
"""110 halves that a viewer can bring, times 128 that a resume can."""

AT = datetime(2024, 6, 1, 12, tzinfo=UTC)
EARLIER = datetime(2024, 1, 1, tzinfo=UTC)
BOX = Email("jobs@example.com")
ITEMS = (*Part, *Channel, *Action)


def plain(facts: Facts) -> oracle.PlainFacts:
    return oracle.PlainFacts(
        kind=facts.kind.value,
        action=facts.action.value,
        qualified=facts.qualified,
        standing=facts.standing.value,
        visibility=facts.visibility.value,
        name_display=facts.name_display.value,
        resume_permission=facts.resume_permission,
        chat_permission=facts.chat_permission,
        exists=facts.exists,
        of_age=facts.of_age,
    )


def values(items: frozenset[Part] | frozenset[Channel] | frozenset[Action]) -> frozenset[str]:
    return frozenset(item.value for item in items)


def decided(decision: Decision) -> oracle.Expected | None:
    if isinstance(decision, Refusal):
        return None
    return oracle.Expected(values(decision.parts), values(decision.channels), values(decision.actions))


def possible(kind: Kind, qualified: bool, standing: Standing) -> bool:
    """Whether some viewer of this kind has this qualification and this standing."""
    match kind:
        case Kind.OWNER:
            return qualified and standing is Standing.NONE
        case Kind.VISITOR:
            return not qualified and standing is Standing.NONE
        case Kind.MAILBOX:
            return not qualified
        case Kind.RECRUITER | Kind.HEADHUNTER:
            return True


def viewers() -> Iterator[Viewer]:
    """A viewer for every half of the facts that a viewer brings."""
    for action in Action:
        yield Owner(candidate="c", action=action)
        yield Owner(candidate="another", action=action)  # whom the policy takes for a visitor
        yield Visitor(action=action)
        for standing in Standing:
            company = Company(name="某公司", id=standing.value)
            yield Mailbox(company=company, address=BOX, action=action)
            for qualified in (False, True):
                verified = FULLY_VERIFIED if qualified else frozenset[Never]()
                yield Recruiter(id="r", company=company, signed_in=True, verified=verified, action=action)
                yield Headhunter(id="h", agency=company, signed_in=qualified, action=action)


def resumes() -> Iterator[Resume]:
    """A resume for every half of the facts that a resume brings; to each every standing is possible."""
    bare = Resume(
        id="cv",
        candidate="c",
        basics=Basics(
            name=PersonName("张三丰"),
            profile=Profile(
                gender=Gender.MALE,
                born=YearMonth(1990, 1),
                work_started=2012,
                residence="上海",
                stage=CareerStage.WORKING,
            ),
            contact=Contact(mobile=MobileNumber("+8613800138000")),
        ),
        applications=(
            Application(company="applied", at=EARLIER, mailbox=BOX),
            Application(
                company="applied_with_attachments", at=EARLIER, mailbox=BOX, attachments=frozenset({"pdf"})
            ),
        ),
    )
    child = attrs.evolve(
        bare,
        basics=attrs.evolve(bare.basics, profile=attrs.evolve(bare.basics.profile, born=YearMonth(2010, 1))),
    )
    block = CompanyBlock(company="blocked", at=EARLIER)
    both = (False, True)
    for visibility, name_display, permission, chat in product(Visibility, NameDisplay, both, both):
        settings = Settings(
            visibility=visibility,
            name_display=name_display,
            resume_permission=permission,
            chat_permission=chat,
            blocks=(block,),
        )
        for person in (bare, child):
            yield attrs.evolve(person, settings=settings)
            yield attrs.evolve(person, settings=settings, deleted=True)
            yield attrs.evolve(person, settings=settings, account=Account.CLOSED)


def test_the_table_holds_the_stated_number_of_cases() -> None:
    """The number of cases is known, and no case is there twice."""
    assert len(CASES) == NUMBER_OF_CASES
    assert len({case.facts for case in CASES}) == NUMBER_OF_CASES


def test_the_table_holds_every_combination_that_can_be() -> None:
    """Every combination of the facts that a viewer and a resume can make is in the table, and no other."""
    both = (False, True)
    combinations = {
        Facts(
            kind=kind,
            action=action,
            qualified=qualified,
            standing=standing,
            visibility=visibility,
            name_display=name_display,
            resume_permission=permission,
            chat_permission=chat,
            exists=exists,
            of_age=of_age,
        )
        for kind, qualified, standing in product(Kind, both, Standing)
        if possible(kind, qualified, standing)
        for action, visibility, name_display in product(Action, Visibility, NameDisplay)
        for permission, chat, exists, of_age in product(both, both, both, both)
    }
    assert {case.facts for case in CASES} == combinations


def test_every_decision_is_the_references() -> None:
    """In every case the table gives the parts, the channels and the actions that the reference gives."""
    assert [case.facts for case in CASES if decided(case.decision) != reference(case.facts)] == []


def reference(facts: Facts) -> oracle.Expected | None:
    return oracle.expected_for_facts(plain(facts))


def test_the_reference_is_neither_always_empty_nor_always_full() -> None:
    """Of every kind but the visitor's some are shown something and some nothing, and no item is always or never given."""
    answers = [(case.facts, reference(case.facts)) for case in CASES]
    for kind in Kind:
        shown = {answer is not None for facts, answer in answers if facts.kind is kind}
        assert shown == ({False} if kind is Kind.VISITOR else {False, True})
    grants = [answer for _, answer in answers if answer is not None]
    always = oracle.ONLINE_RESUME | {"view"}
    for part in values(frozenset(Part)):
        assert {part in grant.parts for grant in grants} == ({True} if part in always else {False, True})
    for channel in values(frozenset(Channel)):
        assert {channel in grant.channels for grant in grants} == {False, True}
    for action in values(frozenset(Action)) - {"chat", "view"}:
        assert {action in grant.actions for grant in grants} == {False, True}
    assert len(set(grants)) > 20


def test_every_item_is_given_or_refused_and_says_why() -> None:
    """In every grant each item is given or refused, never both, and cites a clause; so does every refusal."""
    for case in CASES:
        decision = case.decision
        if isinstance(decision, Refusal):
            assert decision.refused_by
            continue
        given, refused = dict(decision.given), dict(decision.refused)
        assert len(given) + len(refused) == len(decision.given) + len(decision.refused) == len(ITEMS)
        assert given.keys() | refused.keys() == set(ITEMS)
        assert given.keys() == decision.parts | decision.channels | decision.actions
        assert all(given.values())
        assert all(refused.values())


def test_every_grant_holds_the_action_it_was_asked_for() -> None:
    """What is shown for an action is shown to somebody who may take that action."""
    grants = [case for case in CASES if isinstance(case.decision, Grant)]
    assert all(
        case.facts.action in case.decision.actions for case in grants if isinstance(case.decision, Grant)
    )


@pytest.fixture(scope="module")
def realised() -> list[tuple[Viewer, Resume]]:
    """A viewer and a resume for every case there is."""
    return list(product(viewers(), resumes()))


def test_every_case_can_happen(realised: list[tuple[Viewer, Resume]]) -> None:
    """Each case is made by some viewer of some resume, and the facts are those that the reference finds."""
    seen = set()
    for viewer, resume in realised:
        case = case_of(viewer, resume, AT)
        assert plain(case.facts) == oracle.plain_facts(viewer, resume, AT)
        seen.add(case.facts)
    assert seen == {case.facts for case in CASES}


def test_every_view_is_of_what_was_granted(realised: list[tuple[Viewer, Resume]]) -> None:
    """In every case `view_for` shows, withholds and opens exactly what the reference says, or nothing."""
    for viewer, resume in realised:
        view, expected = view_for(viewer, resume, at=AT), oracle.expected(viewer, resume, AT)
        assert (view is None) == (expected is None)
        if view is not None and expected is not None:
            assert values(frozenset(Part) - view.withheld) == expected.parts
            assert values(view.contact.channels) == expected.channels
            assert values(view.actions) == expected.actions
            assert view.display_name == oracle.display_name(viewer, resume)


def test_every_explanation_agrees_with_the_view(realised: list[tuple[Viewer, Resume]]) -> None:
    """In every case `explain` says of each item what the reference decided on it."""
    for viewer, resume in realised[::7]:
        explanation, expected = explain(viewer, resume, at=AT), oracle.expected(viewer, resume, AT)
        assert explanation.shown == (expected is not None)
        if expected is not None:
            given = {ruling.item for ruling in explanation.rulings if ruling.given}
            assert values(frozenset(i for i in given if isinstance(i, Part))) == expected.parts
            assert values(frozenset(i for i in given if isinstance(i, Channel))) == expected.channels
            assert values(frozenset(i for i in given if isinstance(i, Action))) == expected.actions
