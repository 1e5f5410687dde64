"""Explanations agree with what is shown, cite a clause for everything, and say nothing personal."""

from datetime import UTC, datetime
from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from pace import examples
from people import (
    AT,
    DAY,
    HOME,
    MAIL,
    NUMBER,
    applied,
    delivered,
    headhunter,
    line,
    mailbox,
    owner,
    recruiter,
    resume,
    stranger,
    visitor,
    with_settings,
)
from resume_visibility import (
    Action,
    Application,
    Change,
    Channel,
    Clause,
    CommunityMember,
    CompanyBlock,
    Consent,
    Conversation,
    Document,
    Explanation,
    InvalidValue,
    Kind,
    NameDisplay,
    Part,
    Policy,
    Readings,
    Recipient,
    Recommender,
    Resume,
    ResumeView,
    Standing,
    Viewer,
    Visibility,
    explain,
    view_for,
)
from resume_visibility.model.parts import PARTS_OF
from resume_visibility.policy.situation import company_of
from resume_visibility.testing import Case, cases


def told(explanation: Explanation, kind: type[Any], *, given: bool) -> frozenset[Any]:
    """The parts, channels or actions that an explanation says are given, or refused."""
    return frozenset(
        one.item for one in explanation.rulings if isinstance(one.item, kind) and one.given is given
    )


@given(cases())
def test_an_explanation_agrees_with_the_view(case: Case) -> None:
    """What is explained is what is shown: parts, channels and actions, given and refused."""
    explanation = explain(case.viewer, case.resume, at=case.at)
    view = view_for(case.viewer, case.resume, at=case.at)
    assert explanation.shown is (view is not None)
    if view is None:
        assert explanation.rulings == ()
        return
    assert told(explanation, Part, given=False) == view.withheld
    assert told(explanation, Part, given=True) == PARTS_OF[Document.RESUME] - view.withheld
    assert told(explanation, Channel, given=True) == view.contact.channels
    assert told(explanation, Channel, given=False) == frozenset(Channel) - view.contact.channels
    assert told(explanation, Action, given=True) == view.actions
    assert told(explanation, Action, given=False) == frozenset(Action) - view.actions


@given(cases())
def test_everything_cites_a_clause(case: Case) -> None:
    """Every item is ruled on once, by at least one clause, each named once; so is the decision."""
    explanation = explain(case.viewer, case.resume, at=case.at)
    assert explanation.clauses
    assert all(isinstance(clause, Clause) for clause in explanation.clauses)
    items = [ruling.item for ruling in explanation.rulings]
    assert len(set(items)) == len(items)
    for ruling in explanation.rulings:
        assert ruling.clauses
        assert len(set(ruling.clauses)) == len(ruling.clauses)


def changed(case: Case, change: Change) -> Resume:
    """The resume after a change that an explanation names."""
    chosen, to = case.resume.settings, change.to
    company = company_of(case.viewer)
    made: dict[str, Any]
    match change.setting:
        case "visibility":
            made = {"visibility": Visibility(to)}
        case "name_display":
            made = {"name_display": NameDisplay(to)}
        case "nickname":
            made = {"nickname": None if to == "none" else NameDisplay(to)}
        case "blocks" if to == "none":
            made = {"blocks": ()}
        case "blocks":
            assert company is not None
            assert company.id is not None
            made = {"blocks": (*chosen.blocks, CompanyBlock(company=company.id, at=case.at))}
        case _:
            made = {change.setting: {"true": True, "false": False}[to]}
    return attrs.evolve(case.resume, settings=attrs.evolve(chosen, **made))


def items(view: ResumeView | None) -> frozenset[Any]:
    """Everything that a view gives."""
    return (
        frozenset()
        if view is None
        else PARTS_OF[Document.RESUME] - view.withheld | view.contact.channels | view.actions
    )


@settings(max_examples=examples(40))
@given(cases())
def test_the_changes_are_true(case: Case) -> None:
    """Making a change that is named has exactly the effect that is told."""
    before = items(view_for(case.viewer, case.resume, at=case.at))
    for change in explain(case.viewer, case.resume, at=case.at).changes:
        view = view_for(case.viewer, changed(case, change), at=case.at)
        assert change.shown is (view is not None)
        assert change.gained == items(view) - before
        assert change.lost == before - items(view)
        assert change.gained or change.lost


@settings(max_examples=examples(40))
@given(cases())
def test_no_change_is_left_out(case: Case) -> None:
    """A single change of a setting that makes a difference is named."""
    named = {(change.setting, change.to) for change in explain(case.viewer, case.resume, at=case.at).changes}
    before = items(view_for(case.viewer, case.resume, at=case.at))
    tries = [("visibility", one.value) for one in Visibility] + [
        ("name_display", one.value) for one in NameDisplay
    ]
    tries += [(name, to) for name in ("resume_permission", "chat_permission") for to in ("true", "false")]
    for setting, to in tries:
        other = changed(case, Change(setting, to, True, frozenset(), frozenset(), frozenset(), frozenset()))
        differs = items(view_for(case.viewer, other, at=case.at)) != before
        assert ((setting, to) in named) is differs


@pytest.mark.parametrize(
    ("viewer", "chosen", "named"),
    [
        (
            CommunityMember(id="m", signed_in=True),
            {"nickname": NameDisplay.HONORIFIC},
            {("nickname", "real"), ("resume_permission", "false")},
        ),
        (
            Recommender(),
            {"personalised_recommendation": False},
            {("personalised_recommendation", "true"), ("resume_permission", "false")},
        ),
        (
            recruiter,
            {"visibility": Visibility.PRIVATE, "blocks": (CompanyBlock(company="acme", at=AT),)},
            {("blocks", "none")},
        ),
    ],
)
def test_a_setting_that_few_viewers_meet_is_named(
    viewer: Viewer, chosen: dict[str, Any], named: set[tuple[str, str]]
) -> None:
    """A nickname, personalisation and blocks are changes like the others, for whom they concern."""
    whole = with_settings(resume(applications=(applied,)), **chosen)
    assert {(change.setting, change.to) for change in explain(viewer, whole, at=AT).changes} == named


@given(cases())
def test_an_explanation_says_nothing_personal(case: Case) -> None:
    """LAW-7: no name, number, address, text, id or instant of the candidate or the viewer is in an explanation."""
    text = repr(explain(case.viewer, case.resume, at=case.at))
    whole, contact = case.resume, case.resume.basics.contact
    personal = [whole.basics.name.full, contact.mobile.e164[3:], whole.id, whole.candidate, whole.highlights]
    personal += [one.address for one in (contact.email, contact.homepage) if one is not None]
    personal += ["acme", "globex", "user-1", "user-2", "datetime", "course-", "partner'"]
    assert [one for one in personal if one and one in text] == []


PRIVATE = with_settings(resume(), visibility=Visibility.PRIVATE)
HIDDEN = with_settings(resume(), resume_permission=False)
BLOCKED = with_settings(resume(), blocks=(CompanyBlock(company="acme", at=AT),))


@pytest.mark.parametrize(
    ("viewer", "whole", "clauses"),
    [
        (recruiter, resume(), (Clause.MODE_1,)),
        (recruiter, with_settings(resume(), visibility=Visibility.CHAT_ONLY), (Clause.MODE_2,)),
        (headhunter, with_settings(resume(), visibility=Visibility.HEADHUNTERS), (Clause.MODE_3,)),
        (recruiter, with_settings(resume(), visibility=Visibility.HEADHUNTERS), (Clause.MODE_3,)),
        (recruiter, PRIVATE, (Clause.MODE_4,)),
        (headhunter, PRIVATE, (Clause.MODE_4,)),
        (recruiter, attrs.evolve(PRIVATE, applications=(applied,)), (Clause.APPLY_1,)),
        (recruiter, attrs.evolve(resume(), applications=(applied,)), (Clause.MODE_1, Clause.APPLY_1)),
        (mailbox, attrs.evolve(PRIVATE, applications=(delivered,)), (Clause.APPLY_4,)),
        (mailbox, PRIVATE, (Clause.APPLY_4,)),
        (recruiter, BLOCKED, (Clause.BLOCK_1,)),
        (recruiter, HIDDEN, (Clause.GATE_1,)),
        (recruiter, attrs.evolve(BLOCKED, deleted=True), (Clause.GATE_2, Clause.BLOCK_1)),
        (attrs.evolve(recruiter, signed_in=False), resume(), (Clause.GATE_4,)),
        (owner, HIDDEN, (Clause.OWNER_1,)),
        (visitor, resume(), (Clause.DEFAULT_DENY,)),
    ],
)
def test_the_clauses_that_decide(viewer: Viewer, whole: Resume, clauses: tuple[Clause, ...]) -> None:
    """A decision names every clause that granted it, or every one that refused it."""
    assert explain(viewer, whole, at=AT).clauses == clauses


def test_the_facts_are_told() -> None:
    """An explanation tells the kind of the viewer and how their company stands."""
    facts = explain(recruiter, resume(applications=(applied,)), at=AT).facts
    assert (facts.kind, facts.standing) == (Kind.RECRUITER, Standing.APPLIED_WITH_ATTACHMENTS)


def test_why_the_number_is_not_shown() -> None:
    """PHONE-1: the real number is withheld by the clause about it, and given by the application."""
    withheld = {one.item: one.clauses for one in explain(stranger, resume(), at=AT).rulings}
    granted = {
        one.item: one.clauses for one in explain(recruiter, resume(applications=(applied,)), at=AT).rulings
    }
    assert withheld[Part.MOBILE] == (Clause.PHONE_1,)
    assert granted[Part.MOBILE] == (Clause.APPLY_1,)


def test_an_explanation_of_a_full_resume_is_silent() -> None:
    """LAW-7: nothing of a resume with virtual numbers and typed-in secrets is in its explanation."""
    whole = resume(strengths=f"张三丰 {NUMBER}", virtual_numbers=(line("one"),), applications=(applied,))
    text = f"{explain(recruiter, whole, at=AT)!r} {explain(recruiter, whole, at=AT)}"
    assert [one for one in ("张三丰", NUMBER, MAIL, HOME, "862100000000", "acme", "u-1") if one in text] == []


def test_explaining_takes_what_viewing_takes() -> None:
    """A view is no resume and a naive instant no instant here, either; without an instant it is now."""
    view = view_for(owner, resume(), at=AT)
    with pytest.raises(TypeError, match="got a ResumeView"):
        explain(owner, view, at=AT)  # type: ignore[arg-type]  # what must be refused
    with pytest.raises(TypeError, match="expected a viewer"):
        explain("owner", resume(), at=AT)  # type: ignore[arg-type]  # what must be refused
    with pytest.raises(InvalidValue):
        explain(owner, resume(), at=datetime(2026, 6, 1))
    assert explain(owner, resume()) == explain(owner, resume(), at=datetime.now(UTC))


RECIPIENT = Recipient(id="school", purpose="course")
PROFILE_ALONE = Consent(
    recipient="school",
    recipient_name="某培训学校",
    recipient_contact="某街一号",
    purpose="course",
    method="接口",
    parts=frozenset({Part.PROFILE}),
    begins=AT - DAY,
    ends=AT + DAY,
)
BARE_APPLICATION = Application(company="acme", at=AT - DAY)
TALK = Conversation(company="acme", since=AT - DAY)
NEVER_TYPED = {Clause.CONTACT_2: {Part.MESSENGER, Part.NATIONAL_ID}}
NUMBER_KEPT = {Clause.PHONE_1: {Part.MOBILE, Channel.MOBILE}}
NO_CHAT = {Clause.CHAT_1: {Action.CHAT}}
FOR_OTHERS = {Clause.CHAT_1: {Part.IP_REGION}, Clause.CAMPUS_2: {Part.DELIVERY}}


@pytest.mark.parametrize(
    ("viewer", "whole", "cited", "rest"),
    [
        (
            recruiter,
            with_settings(resume(), visibility=Visibility.CHAT_ONLY, name_display=NameDisplay.HONORIFIC),
            {
                Clause.NAME_1: {Part.NAME},
                Clause.CONTACT_1: {Part.EMAIL, Part.HOMEPAGE},
                Clause.PHONE_2: {Part.VIRTUAL_NUMBER},
                Clause.APPLY_2: {Part.ATTACHMENTS},
                Clause.MODE_2: {Channel.EMAIL, Channel.VIRTUAL_NUMBER, Action.EXPORT},
                **NUMBER_KEPT,
                **NEVER_TYPED,
                **FOR_OTHERS,
            },
            Clause.DEFAULT_DENY,
        ),
        (
            recruiter,
            attrs.evolve(
                with_settings(PRIVATE, chat_permission=False, name_display=NameDisplay.HONORIFIC),
                applications=(BARE_APPLICATION,),
            ),
            {
                Clause.NAME_1: {Part.NAME},
                Clause.CONTACT_2: {Part.NATIONAL_ID},
                Clause.APPLY_2: {Part.ATTACHMENTS},
                Clause.GATE_1: {Channel.CHAT, Action.CHAT},
                Clause.MODE_4: {Action.RECOMMEND, Action.SEARCH},
                **FOR_OTHERS,
            },
            Clause.DEFAULT_DENY,
        ),
        (
            attrs.evolve(recruiter, action=Action.CHAT),
            attrs.evolve(PRIVATE, conversations=(TALK,)),
            {
                Clause.MODE_4: set(Action) - {Action.CHAT},
                **NUMBER_KEPT,
                **NEVER_TYPED,
            },
            Clause.CHAT_1,
        ),
        (
            mailbox,  # which has no chat whatever the permission
            with_settings(resume(applications=(delivered,)), chat_permission=False),
            {**NEVER_TYPED, **NO_CHAT},
            Clause.APPLY_4,
        ),
        (
            CommunityMember(id="m", signed_in=True),
            with_settings(resume(), nickname=NameDisplay.HONORIFIC),
            {Clause.NAME_1: {Part.NAME}, **NUMBER_KEPT, **NEVER_TYPED, **NO_CHAT},
            Clause.COMMUNITY_1,
        ),
        (
            Recommender(),
            resume(),
            {Clause.NAME_1: {Part.NAME}, **NUMBER_KEPT, **NEVER_TYPED, **NO_CHAT},
            Clause.RECOMMEND_1,
        ),
        (
            RECIPIENT,
            resume(consents=(PROFILE_ALONE,)),
            {
                Clause.SHARE_1: {
                    *(set(Channel) - {Channel.MOBILE}),
                    *(set(Action) - {Action.VIEW, Action.CHAT}),
                    *(Part.VIRTUAL_NUMBER, Part.DELIVERY),
                },
                Clause.PHONE_1: {Channel.MOBILE},
                Clause.CONTACT_2: {Part.NATIONAL_ID},
                **NO_CHAT,
            },
            Clause.SHARE_3,
        ),
        (
            owner,
            resume(),
            {Clause.PHONE_1: {Channel.MOBILE}, **NO_CHAT},
            Clause.DEFAULT_DENY,
        ),
    ],
)
def test_what_is_withheld_cites_the_clause_about_it(
    viewer: Viewer, whole: Resume, cited: dict[Clause, set[Any]], rest: Clause
) -> None:
    """Each item withheld cites the one clause about it, else the clause that grants this viewer anything at all."""
    for ruling in explain(viewer, whole, at=AT).rulings:
        if not ruling.given:
            about = [clause for clause, items in cited.items() if ruling.item in items] or [rest]
            assert ruling.clauses == tuple(about), ruling.item


@pytest.mark.parametrize(
    ("viewer", "whole", "clauses"),
    [
        (recruiter, PRIVATE, Clause.CHAT_1),
        (headhunter, PRIVATE, Clause.CHAT_1),
        (recruiter, with_settings(resume(), chat_permission=False), Clause.GATE_1),
        (mailbox, resume(), Clause.APPLY_4),
        (CommunityMember(id="m", signed_in=True), resume(), Clause.COMMUNITY_1),
        (RECIPIENT, resume(), Clause.SHARE_1),
        (visitor, resume(), Clause.DEFAULT_DENY),
    ],
)
def test_a_chat_refused_cites_who_might_have_opened_it(
    viewer: Viewer, whole: Resume, clauses: Clause
) -> None:
    """Where a chat is refused, the clause is the one that would have had to open it to this viewer."""
    explanation = explain(attrs.evolve(viewer, action=Action.CHAT), whole, at=AT)
    assert (explanation.shown, explanation.clauses) == (False, (clauses,))


ONLINE = frozenset(
    {
        *(Part.DISPLAY_NAME, Part.AVATAR, Part.PROFILE, Part.REGION, Part.STRENGTHS, Part.HIGHLIGHTS),
        *(Part.INTENTION, Part.WORK, Part.LATEST_POSITION, Part.PROJECTS, Part.EDUCATION, Part.AWARDS),
        *(Part.CAMPUS_POSITIONS, Part.CERTIFICATES, Part.SKILLS, Part.TRAINING, Part.PORTFOLIO),
        Part.ADDITIONAL,
    }
)
OF_THEIR_OWN = {Clause.NAME_1: {Part.NAME}, Clause.APPLY_3: {Part.VIDEO}, Clause.CHAT_1: {Action.CHAT}}
OF_THEIR_CHANNELS = {Clause.PHONE_2: {Part.VIRTUAL_NUMBER}}
OF_A_MODE = {Clause.PARTS_1: ONLINE}


@pytest.mark.parametrize(
    ("viewer", "whole", "cited", "rest"),
    [
        (recruiter, resume(), OF_A_MODE | OF_THEIR_OWN | OF_THEIR_CHANNELS, Clause.MODE_1),
        (
            headhunter,
            with_settings(resume(), visibility=Visibility.HEADHUNTERS),
            {**OF_A_MODE, **OF_THEIR_CHANNELS, Clause.NAME_1: {Part.NAME}, Clause.CHAT_1: {Action.CHAT}},
            Clause.MODE_3,
        ),
        (
            recruiter,
            with_settings(resume(), visibility=Visibility.CHAT_ONLY),
            OF_A_MODE | OF_THEIR_OWN,
            Clause.MODE_2,
        ),
        (
            recruiter,
            attrs.evolve(PRIVATE, applications=(applied,)),
            {
                Clause.APPLY_2: {Part.ATTACHMENTS},
                Clause.APPLY_5: {Action.EXPORT},
                **OF_THEIR_OWN,
                **OF_THEIR_CHANNELS,
            },
            Clause.APPLY_1,
        ),
        (
            attrs.evolve(recruiter, action=Action.CHAT),
            attrs.evolve(PRIVATE, conversations=(TALK,)),
            {Clause.NAME_1: {Part.NAME}},
            Clause.CHAT_1,
        ),
        (mailbox, resume(applications=(delivered,)), {Clause.NAME_1: {Part.NAME}}, Clause.APPLY_4),
        (
            CommunityMember(id="m", signed_in=True),
            with_settings(resume(), nickname=NameDisplay.REAL),
            {},
            Clause.COMMUNITY_1,
        ),
        (Recommender(), resume(), {}, Clause.RECOMMEND_1),
        (
            RECIPIENT,
            resume(consents=(attrs.evolve(PROFILE_ALONE, parts=frozenset({Part.NAME, Part.MOBILE})),)),
            {},
            Clause.SHARE_1,
        ),
        (owner, resume(), {}, Clause.OWNER_1),
    ],
)
def test_what_is_given_cites_the_clause_that_gives_it(
    viewer: Viewer, whole: Resume, cited: dict[Clause, set[Any]], rest: Clause
) -> None:
    """Each item given cites the one clause about it, else the clause that lets this viewer see anything at all."""
    for ruling in explain(viewer, whole, at=AT).rulings:
        if ruling.given:
            about = [clause for clause, items in cited.items() if ruling.item in items] or [rest]
            assert ruling.clauses == tuple(about), ruling.item


def test_what_is_given_twice_cites_both_clauses() -> None:
    """A public resume that was sent as well is given by the mode and by the application."""
    rulings = explain(recruiter, resume(applications=(applied,)), at=AT).rulings
    cited = {one.item: one.clauses for one in rulings if one.given}
    assert cited[Part.WORK] == (Clause.PARTS_1, Clause.APPLY_1)
    assert cited[Channel.EMAIL] == (Clause.MODE_1, Clause.APPLY_1)
    assert cited[Action.VIEW] == (Clause.MODE_1, Clause.APPLY_1)
    assert cited[Action.EXPORT] == (Clause.MODE_1, Clause.APPLY_5)
    assert cited[Action.SEARCH] == (Clause.MODE_1,)
    assert cited[Part.MOBILE] == (Clause.APPLY_1,)


def test_APPLY_4_what_does_not_wait_cites_the_delivery() -> None:
    """Where nothing waits for sign-in, attachments and video are given to the mailbox by the same clause."""
    policy = Policy("test", readings=Readings(mailbox_waits=False))
    rulings = explain(mailbox, resume(applications=(delivered,)), at=AT, policy=policy).rulings
    cited = {one.item: one.clauses for one in rulings if one.given}
    assert cited[Part.VIDEO] == cited[Part.ATTACHMENTS] == (Clause.APPLY_4,)
