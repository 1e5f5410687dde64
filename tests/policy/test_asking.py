"""One viewer who asks for many: what is worked out once decides as it does for each alone (LAW-8)."""

from datetime import datetime
from typing import Any
from unittest.mock import patch

import attrs
import populations
from hypothesis import given, settings
from hypothesis import strategies as st
from populations import LOOSENED, QUESTIONS

import people
from each import each
from pace import examples, some_of
from policies import policy_of
from resume_visibility import (
    FULLY_VERIFIED,
    POLICY_2023_04,
    Action,
    Company,
    CompanyBlock,
    Headhunter,
    KeywordBlock,
    Owner,
    Policy,
    Resume,
    Viewer,
)
from resume_visibility.model import Application, Block, Conversation
from resume_visibility.policy import V2023_04, Readings, Standing, asking
from resume_visibility.policy.asking import Asker, drop_refused
from resume_visibility.policy.decisions import Decision, Grant, decision_key
from resume_visibility.policy.facts import CANDIDATE_FACTS, VIEWER_FACTS, Facts, ViewerKind
from resume_visibility.policy.situation import Request
from resume_visibility.policy.table import case_of, given_by_any_action
from resume_visibility.testing import Case, cases, form_cases

RESUMES = populations.resumes("asking", 8)
CLIENT = Company(id="client", name="客户集团有限公司", aliases=("客户", "Kunde & Co"), group="holding")
HUNTER = Headhunter(
    id="h",
    agency=people.ACME,
    clients=(CLIENT,),
    signed_in=True,
    verified=FULLY_VERIFIED,
    action=Action.SEARCH,
)


def ask_alone(viewer: Viewer, asked: Any, at: datetime, policy: Policy = POLICY_2023_04) -> Any:
    """The case of one resume or form that is asked for alone; None where nothing is shown."""
    return drop_refused(case_of(viewer, asked, at, policy))


@settings(max_examples=examples(150))
@given(cases() | form_cases())
def test_LAW_8_a_case_of_many_is_the_case_of_one(case: Case[Any]) -> None:
    """LAW-8: whoever asks for whatever, the same is shown, for as long."""
    asker = Asker(case.viewer, case.at, POLICY_2023_04)
    assert asker.case(case.document) == ask_alone(case.viewer, case.document, case.at)


@each(("place", "readings"), enumerate(LOOSENED))
def test_LAW_8_under_every_reading_likewise(place: int, readings: Readings) -> None:
    """LAW-8: a reading by which other companies or other acts have a part in it is kept to, by viewers spread over all."""
    policy = policy_of(readings)
    for viewer in some_of(QUESTIONS[place % 3 :], 3):
        asker = Asker(viewer, populations.AT, policy)
        for resume in RESUMES:
            assert asker.case(resume) == ask_alone(viewer, resume, populations.AT, policy)


@settings(max_examples=examples(150))
@given(cases() | form_cases(), st.sampled_from([Readings(), *LOOSENED]))
def test_LAW_8_what_any_action_gives_is_what_each_of_them_gives(case: Case[Any], readings: Readings) -> None:
    """LAW-8: where a viewer is asked about for every action at once, each grant and each file is that of the action alone."""
    policy = policy_of(readings)
    alone = [
        case_of(attrs.evolve(case.viewer, action=action), case.document, case.at, policy) for action in Action
    ]
    grants, files = given_by_any_action(case.viewer, case.document, case.at, policy)
    assert [*map(decision_key, grants)] == [
        decision_key(one.decision) for one in alone if isinstance(one.decision, Grant)
    ]
    assert files == frozenset(file for one in alone for file in one.attachments)


def test_APPLY_2_of_any_action_the_files_that_were_sent_are_shown_and_no_others() -> None:
    """APPLY-2: a company is shown the file that was sent to it, of two that the resume holds; the owner is shown both."""
    first = people.resume().attachments[0]
    resume = people.resume(
        attachments=(first, attrs.evolve(first, id="another")), applications=(people.applied,)
    )
    assert people.applied.attachments == {first.id}
    for viewer, shown in ((people.recruiter, {first.id}), (people.owner, {first.id, "another"})):
        assert given_by_any_action(viewer, resume, people.AT, POLICY_2023_04)[1] == shown


def resume_blocking(*blocks: Block) -> Resume:
    """A resume that is shown to whoever is not blocked."""
    return people.with_settings(people.resume(), blocks=blocks)


def test_most_resumes_are_decided_without_their_acts_being_laid_out() -> None:
    """Where nothing concerns the viewer's company or clients, the acts are not laid out to be looked up."""
    others = KeywordBlock(keyword="环球", at=people.AT), CompanyBlock(company="globex", at=people.AT)
    resume = attrs.evolve(
        resume_blocking(*others),
        applications=(Application(company="globex", group="globex-group", at=people.AT),),
        conversations=(Conversation(company="globex", since=people.AT),),
    )
    with patch.object(asking, "case_of", wraps=case_of) as laid_out:
        assert Asker(HUNTER, people.AT, POLICY_2023_04).case(resume) is not None
    laid_out.assert_not_called()


@each(
    "block",
    [
        CompanyBlock(company="client", at=people.AT),
        CompanyBlock(company="globex", group="holding", at=people.AT),
        KeywordBlock(keyword="客户", at=people.AT),
        KeywordBlock(keyword="集团-有限", at=people.AT),
        KeywordBlock(keyword="kunde", at=people.AT),
        KeywordBlock(keyword="globex", group="holding", at=people.AT),
    ],
)
def test_BLOCK_3_a_block_of_a_client_is_kept_to_in_a_list(block: Block) -> None:
    """BLOCK-3: by id, by group and by a word in a name or an alias, among blocks of others."""
    other = CompanyBlock(company="globex", at=people.AT)
    assert Asker(HUNTER, people.AT, POLICY_2023_04).case(resume_blocking(other, block)) is None


@each("others", [0, 40])
def test_BLOCK_2_the_latest_of_several_words_in_a_name_counts(others: int) -> None:
    """BLOCK-2, APPLY-6: an application lifts the earlier words, and not the later one at the end of the name, among few or many."""
    earlier = ("艾可", "可美", "美科", "科技", "技有", "有限", "限公")
    blocks = (
        *(KeywordBlock(keyword=word, at=people.AT - (3 + i) * people.DAY) for i, word in enumerate(earlier)),
        *(KeywordBlock(keyword=f"别处{i}", at=people.AT - 9 * people.DAY) for i in range(others)),
    )
    sent = (Application(company="acme", at=people.AT - 2 * people.DAY),)
    latest = KeywordBlock(keyword="公司", at=people.AT - people.DAY)
    lifted = attrs.evolve(resume_blocking(*blocks), applications=sent)
    blocked = attrs.evolve(resume_blocking(latest, *blocks), applications=sent)
    assert ask_alone(people.recruiter, lifted, people.AT) is not None
    assert ask_alone(people.recruiter, blocked, people.AT) is None


def test_CHAT_1_a_conversation_is_seen_in_a_list() -> None:
    """CHAT-1: while the company talks with the candidate, the channel and the region are shown."""
    talks = Conversation(company="globex", since=people.AT - people.DAY)
    resume = people.resume(conversations=(talks,))
    expected = ask_alone(people.stranger, resume, people.AT)
    assert expected.facts.conversing
    assert Asker(people.stranger, people.AT, POLICY_2023_04).case(resume) == expected


def test_APPLY_7_an_application_to_the_group_is_seen_in_a_list_where_that_is_the_reading() -> None:
    """APPLY-7: where an application counts for the group, it does for a company that it does not name."""
    policy = Policy("groups", readings=Readings(application_stays_with_company=False))
    sister = attrs.evolve(
        people.stranger, company=attrs.evolve(people.stranger.company, id="sister", group="holding")
    )
    sent = Application(company="acme", group="holding", at=people.AT - people.DAY)
    resume = people.resume(applications=(sent,), conversations=())
    expected = ask_alone(sister, resume, people.AT, policy)
    assert expected.facts.standing is Standing.APPLIED
    assert Asker(sister, people.AT, policy).case(resume) == expected


def test_whose_resume_it_is_is_asked_first() -> None:
    """An owner who asks for another's resume is a visitor, though a policy showed visitors more than owners."""

    def turned(facts: Facts, readings: Readings) -> Decision:
        kind = {ViewerKind.OWNER: ViewerKind.VISITOR, ViewerKind.VISITOR: ViewerKind.OWNER}.get(
            facts.kind, facts.kind
        )
        return V2023_04.decide(attrs.evolve(facts, kind=kind), readings)

    policy = Policy("turned", ruleset=attrs.evolve(V2023_04, decide=turned))
    other = Owner(candidate="somebody-else")
    expected = ask_alone(other, people.resume(), people.AT, policy)
    assert expected.facts.kind is ViewerKind.VISITOR
    assert Asker(other, people.AT, policy).case(people.resume()) == expected


def test_very_many_acts_are_laid_out_to_be_looked_up() -> None:
    """A candidate who blocked hundreds is not gone through for each list."""
    many = [CompanyBlock(company=f"other-{number}", at=people.AT) for number in range(300)]
    resume = resume_blocking(*many)
    with patch.object(asking, "case_of", wraps=case_of) as laid_out:
        assert Asker(HUNTER, people.AT, POLICY_2023_04).case(resume) == ask_alone(HUNTER, resume, people.AT)
    laid_out.assert_called_once()


def test_what_is_closed_is_refused_however_the_viewer_stands() -> None:
    """A half of the facts is closed to a kind of viewer exactly where each of its cases is refused."""
    for viewer in VIEWER_FACTS:
        asked = Request(*viewer[:4])
        shown = {
            half
            for other in VIEWER_FACTS
            if other[:4] == viewer[:4]
            for half, entry in POLICY_2023_04.row(other).items()
            if isinstance(entry.decision, Grant)
        }
        assert POLICY_2023_04.closed_to(asked) == {*CANDIDATE_FACTS[asked.document]} - shown
