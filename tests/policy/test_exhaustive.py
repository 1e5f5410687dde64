"""Every decision there is, against the independent reference."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import product
from typing import Any, Never

import attrs
import pytest

import oracle
from pace import some_of
from resume_visibility import (
    FULLY_VERIFIED,
    PUBLIC,
    Account,
    Action,
    Application,
    Basics,
    CareerStage,
    Channel,
    CommunityMember,
    Company,
    CompanyBlock,
    Consent,
    Contact,
    Conversation,
    Email,
    Gender,
    Headhunter,
    LegalOrder,
    Mailbox,
    MobileNumber,
    NameDisplay,
    Owner,
    Part,
    PersonName,
    Profile,
    Recipient,
    Recommender,
    Recruiter,
    Resume,
    Settings,
    ShareForm,
    Sharing,
    Viewer,
    Visibility,
    Visitor,
    YearMonth,
    explain,
    view_for,
)
from resume_visibility.policy.facts import Facts, Kind, Standing
from resume_visibility.policy.grants import Decision, Grant, Refusal
from resume_visibility.policy.table import POLICY_2023_04, case_of

CASES = tuple(POLICY_2023_04.cases())
NUMBER_OF_CASES = 33_280
"""260 halves that a viewer can bring, times 128 that a resume can."""

AT = datetime(2024, 6, 1, 12, tzinfo=UTC)
EARLIER = datetime(2024, 1, 1, tzinfo=UTC)
LATER = datetime(2025, 1, 1, tzinfo=UTC)
BOTH = (False, True)
BOX = Email("jobs@example.com")
ITEMS = (*Part, *Channel, *Action)


def plain(facts: Facts) -> oracle.PlainFacts:
    return oracle.PlainFacts(
        kind=facts.kind.value,
        action=facts.action.value,
        qualified=facts.qualified,
        standing=facts.standing.value,
        conversing=facts.conversing,
        nickname=None if facts.nickname is None else facts.nickname.value,
        personalised=facts.personalised,
        sharing=facts.sharing.value,
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


def possible(facts: Facts) -> bool:
    """Whether some viewer and some resume make these facts: what does not concern a kind is at its least."""
    kind = facts.kind
    company = kind in (Kind.RECRUITER, Kind.HEADHUNTER)
    return (
        (facts.qualified or kind not in (Kind.OWNER, Kind.RECOMMENDER))
        and (not facts.qualified or kind not in (Kind.VISITOR, Kind.MAILBOX, Kind.RECIPIENT))
        and (facts.standing is Standing.NONE or company or kind is Kind.MAILBOX)
        and (not facts.conversing or company)
        and (facts.nickname is None or kind is Kind.COMMUNITY_MEMBER)
        and (not facts.personalised or kind is Kind.RECOMMENDER)
        and (facts.sharing is Sharing.NONE or kind is Kind.RECIPIENT)
    )


def viewers() -> Iterator[Viewer]:
    """A viewer for every half of the facts that a viewer brings, given a resume of `resumes`."""
    for action in Action:
        yield Owner(candidate="c", action=action)
        yield Owner(candidate="another", action=action)  # whom the policy takes for a visitor
        yield Visitor(action=action)
        yield Recommender(action=action)
        for recipient in (*(form.value for form in ShareForm), "court", "nobody"):
            asker = PUBLIC if recipient == "disclosure" else recipient
            yield Recipient(id=asker, purpose="course", action=action)
        for signed_in in BOTH:
            yield CommunityMember(id="m", signed_in=signed_in, action=action)
        for standing, talking in product(Standing, BOTH):
            company = Company(name="某公司", id=standing.value + ("-talking" if talking else ""))
            yield Mailbox(company=company, address=BOX, action=action)
            for qualified in BOTH:
                verified = FULLY_VERIFIED if qualified else frozenset[Never]()
                yield Recruiter(id="r", company=company, signed_in=True, verified=verified, action=action)
                yield Headhunter(id="h", agency=company, signed_in=qualified, action=action)


def applications() -> Iterator[Application]:
    for talking in ("", "-talking"):
        yield Application(company=f"applied{talking}", at=EARLIER, mailbox=BOX)
        yield Application(
            company=f"applied_with_attachments{talking}",
            at=EARLIER,
            mailbox=BOX,
            attachments=frozenset({"pdf"}),
        )


def consents() -> Iterator[Consent]:
    """To a recipient of every form; what each names differs."""
    named = frozenset({Part.PROFILE, Part.NAME, Part.NATIONAL_ID, Part.VIRTUAL_NUMBER})
    one = Consent(
        recipient="share",
        recipient_name="某机构",
        recipient_contact="某街一号",
        purpose="course",
        method="接口",
        parts=named,
        begins=EARLIER,
        ends=LATER,
    )
    order = LegalOrder(basis="某法第一条", reference="第1号", date=EARLIER)
    yield one
    yield attrs.evolve(one, recipient="partner", form=ShareForm.PARTNER, parts=frozenset({Part.REGION}))
    yield attrs.evolve(one, recipient="transfer", form=ShareForm.TRANSFER, parts=frozenset(Part))
    yield attrs.evolve(one, recipient=PUBLIC, form=ShareForm.DISCLOSURE, parts=frozenset({Part.WORK}))
    yield attrs.evolve(one, recipient="court", order=order, parts=frozenset({Part.MOBILE, Part.EMAIL}))
    yield attrs.evolve(one, recipient="nobody", withdrawn=AT)


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
        applications=tuple(applications()),
        conversations=tuple(
            Conversation(company=f"{standing.value}-talking", since=EARLIER) for standing in Standing
        ),
        consents=tuple(consents()),
    )
    child = attrs.evolve(
        bare,
        basics=attrs.evolve(bare.basics, profile=attrs.evolve(bare.basics.profile, born=YearMonth(2010, 1))),
    )
    blocks = tuple(CompanyBlock(company=company, at=EARLIER) for company in ("blocked", "blocked-talking"))
    # The nickname and personalisation meet each of the other choices at every other resume.
    ways = tuple(product((None, *NameDisplay), BOTH))
    for visibility, name_display, permission, chat in product(Visibility, NameDisplay, BOTH, BOTH):
        for nickname, personalised in ways:
            settings = Settings(
                visibility=visibility,
                name_display=name_display,
                resume_permission=permission,
                chat_permission=chat,
                personalised_recommendation=personalised,
                nickname=nickname,
                blocks=blocks,
            )
            for person in (bare, child):
                yield attrs.evolve(person, settings=settings)
                yield attrs.evolve(person, settings=settings, deleted=True)
                if nickname is None:
                    yield attrs.evolve(person, settings=settings, account=Account.CLOSED)


@pytest.mark.exhaustive
def test_the_table_holds_the_stated_number_of_cases() -> None:
    """The number of cases is known, and no case is there twice."""
    assert len(CASES) == NUMBER_OF_CASES
    assert len({case.facts for case in CASES}) == NUMBER_OF_CASES


@pytest.mark.exhaustive
def test_the_table_holds_every_combination_that_can_be() -> None:
    """Every combination of the facts that a viewer and a resume can make is in the table, and no other."""
    fields = {
        "kind": Kind,
        "action": Action,
        "qualified": BOTH,
        "standing": Standing,
        "conversing": BOTH,
        "nickname": (None, *NameDisplay),
        "personalised": BOTH,
        "sharing": Sharing,
    }
    bare: dict[str, Any] = {
        "visibility": Visibility.PUBLIC,
        "name_display": NameDisplay.REAL,
        **dict.fromkeys(("resume_permission", "chat_permission", "exists", "of_age"), True),
    }
    halves = [dict(zip(fields, choice, strict=True)) for choice in product(*fields.values())]
    brought = [half for half in halves if possible(Facts(**half, **bare))]
    combinations = {
        Facts(
            **half,
            visibility=visibility,
            name_display=name_display,
            resume_permission=permission,
            chat_permission=chat,
            exists=exists,
            of_age=of_age,
        )
        for half in brought
        for visibility, name_display in product(Visibility, NameDisplay)
        for permission, chat, exists, of_age in product(BOTH, BOTH, BOTH, BOTH)
    }
    assert {case.facts for case in CASES} == combinations


@pytest.mark.exhaustive
def test_every_decision_is_the_references() -> None:
    """In every case the table gives the parts, the channels and the actions that the reference gives."""
    assert [case.facts for case in CASES if decided(case.decision) != reference(case.facts)] == []


def reference(facts: Facts) -> oracle.Expected | None:
    return oracle.expected_for_facts(plain(facts))


@pytest.mark.exhaustive
def test_the_reference_is_neither_always_empty_nor_always_full() -> None:
    """Of every kind but the visitor's some are shown something and some nothing, and no item is always or never given."""
    answers = [(case.facts, reference(case.facts)) for case in CASES]
    for kind in Kind:
        shown = {answer is not None for facts, answer in answers if facts.kind is kind}
        assert shown == ({False} if kind is Kind.VISITOR else {False, True})
    grants = [answer for _, answer in answers if answer is not None]
    for part in values(frozenset(Part)):
        assert {part in grant.parts for grant in grants} == {False, True}
    for channel in values(frozenset(Channel)):
        assert {channel in grant.channels for grant in grants} == {False, True}
    for action in values(frozenset(Action)):
        assert {action in grant.actions for grant in grants} == {False, True}
    assert len(set(grants)) > 20


@pytest.mark.exhaustive
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


@pytest.mark.exhaustive
def test_every_grant_holds_the_action_it_was_asked_for() -> None:
    """What is shown for an action is shown to somebody who may take that action."""
    grants = [case for case in CASES if isinstance(case.decision, Grant)]
    assert all(
        case.facts.action in case.decision.actions for case in grants if isinstance(case.decision, Grant)
    )


@pytest.mark.exhaustive
def test_LAW_8_who_may_do_something_is_decided_so_when_they_do_it() -> None:
    """In every case the actions told are exactly those for which the same viewer is shown the same resume."""
    shown = {case.facts for case in CASES if isinstance(case.decision, Grant)}
    for case in CASES:
        if isinstance(case.decision, Grant):
            may = {action for action in Action if attrs.evolve(case.facts, action=action) in shown}
            assert case.decision.actions == may


@pytest.fixture(scope="module")
def realised() -> list[tuple[Viewer, Resume]]:
    """A viewer and a resume for every case there is."""
    return list(product(viewers(), resumes()))


@pytest.mark.exhaustive
def test_every_case_can_happen(realised: list[tuple[Viewer, Resume]]) -> None:
    """Each case is made by some viewer of some resume, and the facts are those that the reference finds."""
    seen = set()
    for viewer, resume in realised:
        case = case_of(viewer, resume, AT)
        assert plain(case.facts) == oracle.plain_facts(viewer, resume, AT)
        seen.add(case.facts)
    assert seen == {case.facts for case in CASES}


@pytest.mark.exhaustive
def test_every_view_is_of_what_was_granted(realised: list[tuple[Viewer, Resume]]) -> None:
    """In every case `view_for` shows, withholds and opens exactly what the reference says, or nothing."""
    for viewer, resume in realised:
        view, expected = view_for(viewer, resume, at=AT), oracle.expected(viewer, resume, AT)
        assert (view is None) == (expected is None)
        if view is not None and expected is not None:
            assert values(frozenset(Part) - view.withheld) == expected.parts
            assert values(view.contact.channels) == expected.channels
            assert values(view.actions) == expected.actions
            assert view.display_name == oracle.display_name(viewer, resume, AT)


@pytest.mark.exhaustive
def test_every_explanation_agrees_with_the_view(realised: list[tuple[Viewer, Resume]]) -> None:
    """`explain` says of each item what the reference decided on it, in one case of 211, spread over all."""
    for viewer, resume in some_of(realised, 211):
        explanation, expected = explain(viewer, resume, at=AT), oracle.expected(viewer, resume, AT)
        assert explanation.shown == (expected is not None)
        if expected is not None:
            given = {ruling.item for ruling in explanation.rulings if ruling.given}
            assert values(frozenset(i for i in given if isinstance(i, Part))) == expected.parts
            assert values(frozenset(i for i in given if isinstance(i, Channel))) == expected.channels
            assert values(frozenset(i for i in given if isinstance(i, Action))) == expected.actions
