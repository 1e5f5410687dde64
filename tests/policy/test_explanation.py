"""Explanations agree with what is shown, cite a clause for everything, and say nothing personal."""

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import permutations
from typing import Any, TypeAlias, cast, get_args

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from filled import name_of, number_of
from pace import examples
from people import (
    AT,
    DAY,
    HOME,
    MAIL,
    NUMBER,
    OPEN,
    applied,
    delivered,
    form,
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
from policies import SILENT, UNCITED
from resume_visibility import (
    POLICY_2023_04,
    Action,
    CampusForm,
    Channel,
    CommunityMember,
    Company,
    CompanyBlock,
    FormView,
    Headhunter,
    InvalidValue,
    Mailbox,
    NameDisplay,
    Part,
    Policy,
    Recipient,
    Recommender,
    Recruiter,
    Resume,
    ResumeView,
    School,
    Settings,
    SupportAgent,
    SupportCase,
    Viewer,
    Visibility,
    explain,
    view_for,
)
from resume_visibility.model import (
    Application,
    Consent,
    Conversation,
    Delivery,
    Document,
    KeywordBlock,
    LegalOrder,
    OnlineTalk,
)
from resume_visibility.model.building import MOST_ACTS, fields_of
from resume_visibility.model.instants import LAST
from resume_visibility.model.parts import PARTS_OF
from resume_visibility.policy import (
    ActChange,
    ActKind,
    BlockChange,
    Clause,
    Concern,
    Readings,
    Sharing,
    Standing,
    ViewerKind,
)
from resume_visibility.policy.decisions import ITEMS_OF, Grant, Item, Refusal
from resume_visibility.policy.explanation import NewValue, Setting, _single_changes
from resume_visibility.policy.situation import company_of
from resume_visibility.policy.table import case_of
from resume_visibility.testing import Case, cases, form_cases
from work import calls_of

Question: TypeAlias = Case[Resume] | Case[CampusForm]
QUESTIONS: st.SearchStrategy[Question] = st.one_of(cases(), form_cases())


def see(viewer: Viewer, asked: Resume | CampusForm, at: datetime) -> ResumeView | FormView | None:
    """The view of a resume or a form."""
    return view_for(viewer, asked, at=at)


def items_of_view(view: ResumeView | FormView | None) -> frozenset[Item]:
    """Everything that a view gives."""
    match view:
        case None:
            return frozenset()
        case ResumeView():
            return PARTS_OF[Document.RESUME] - view.withheld | view.contact.channels | view.actions
        case FormView():
            return PARTS_OF[Document.FORM] - view.withheld | view.actions


def files_of_view(view: ResumeView | FormView | None) -> frozenset[str]:
    """The ids of the attachments that a view shows."""
    return (
        frozenset(file.id for file in view.sections.attachments)
        if isinstance(view, ResumeView)
        else frozenset()
    )


@given(QUESTIONS)
def test_an_explanation_agrees_with_the_view(question: Question) -> None:
    """What is explained is what is shown: parts, channels and actions, given and refused, of resumes and of forms."""
    asked = question.document
    explanation = explain(question.viewer, asked, at=question.at)
    view = see(question.viewer, asked, question.at)
    assert explanation.shown is (view is not None)
    if view is None:
        assert explanation.rulings == ()
        return
    there_are = frozenset(ITEMS_OF[Document.RESUME if isinstance(asked, Resume) else Document.FORM])
    assert {ruling.item for ruling in explanation.rulings if ruling.given} == items_of_view(view)
    assert {ruling.item for ruling in explanation.rulings if not ruling.given} == there_are - items_of_view(
        view
    )


@given(QUESTIONS)
def test_a_refusal_names_every_other_action_that_has_a_view(question: Question) -> None:
    """Whoever may not view a resume may be in a chat that shows who the candidate is: the explanation of the one names the other."""
    viewer, asked = question.viewer, question.document
    explanation = explain(viewer, asked, at=question.at)
    answers = {action: see(attrs.evolve(viewer, action=action), asked, question.at) for action in Action}
    possible = tuple(action for action, view in answers.items() if view is not None)
    assert explanation.other_actions == (() if explanation.shown else possible)


def test_CHAT_1_why_a_company_sees_nothing_but_the_chat() -> None:
    """MODE-4 refuses the view of a private resume, and the chat that runs shows the name, the avatar and the IP region."""
    chat = Conversation(company="acme", since=AT - DAY)
    private = with_settings(resume(conversations=(chat,)), visibility=Visibility.PRIVATE)
    refused = explain(recruiter, private, at=AT)
    assert (refused.clauses, refused.other_actions) == ((Clause.MODE_4,), (Action.CHAT,))
    colleague = attrs.evolve(
        recruiter, id="another", action=Action.CHAT
    )  # a conversation is one with the company
    assert explain(colleague, private, at=AT).shown
    blocked = with_settings(private, blocks=(CompanyBlock(company="acme", at=AT),))
    assert explain(recruiter, blocked, at=AT).other_actions == ()


@given(QUESTIONS)
def test_everything_cites_a_clause(question: Question) -> None:
    """Every item is ruled on once, by at least one clause, each named once; so is the decision."""
    explanation = explain(question.viewer, question.document, at=question.at)
    assert explanation.clauses
    assert all(isinstance(clause, Clause) for clause in explanation.clauses)
    ruled_on = [ruling.item for ruling in explanation.rulings]
    assert len(set(ruled_on)) == len(ruled_on)
    for ruling in explanation.rulings:
        assert ruling.clauses
        assert len(set(ruling.clauses)) == len(ruling.clauses)


def apply_change(question: Question, setting: Setting, to: NewValue) -> Resume | CampusForm:
    """The resume or form after a change that an explanation names."""
    asked = question.document
    if isinstance(to, ActChange):
        return undo(question, setting)
    chosen = asked.settings
    company = company_of(question.viewer)
    made: dict[str, Any] = {setting: to}
    if to is BlockChange.NONE:
        made = {"blocks": ()}
    if to is BlockChange.BLOCKED:
        assert company is not None
        assert company.id is not None
        made = {"blocks": (*chosen.blocks, CompanyBlock(company=company.id, at=question.at))}
    return attrs.evolve(asked, settings=attrs.evolve(chosen, **made))


def undo(question: Question, setting: Setting) -> Resume | CampusForm:
    """The resume or form after the candidate withdrew or ended what they did for this viewer."""
    viewer, asked, at = question.viewer, question.document, question.at
    if isinstance(asked, CampusForm):
        is_in_force = asked.handed_in is not None and asked.handed_in <= at < (asked.withdrawn or LAST)
        return attrs.evolve(asked, withdrawn=at) if is_in_force else asked
    company = company_of(viewer)
    own = {None} if company is None else {company.id}
    if setting == "conversations":
        return attrs.evolve(
            asked, conversations=tuple(c for c in asked.conversations if c.company not in own)
        )
    if setting == "consents":
        given = [
            attrs.evolve(one, withdrawn=at)
            if one.order is None
            and one.begins <= at < one.void_from
            and (one.recipient, one.purpose)
            == (getattr(viewer, "id", None), getattr(viewer, "purpose", None))
            else one
            for one in asked.consents
        ]
        return attrs.evolve(asked, consents=tuple(given))
    school = viewer.id if isinstance(viewer, School) else None
    sent = [
        attrs.evolve(one, withdrawn=at)
        if one.at <= at < (one.withdrawn or LAST)
        and (one.company in own or (one.talk is not None and one.talk.school == school))
        else one
        for one in asked.applications
    ]
    return attrs.evolve(asked, applications=tuple(sent))


@settings(max_examples=examples(25))
@given(QUESTIONS)
def test_the_changes_are_true(question: Question) -> None:
    """Making a change that is named has exactly the effect that is stated: on items, and on files."""
    before = see(question.viewer, question.document, question.at)
    for change in explain(question.viewer, question.document, at=question.at).changes:
        after = see(question.viewer, apply_change(question, change.setting, change.to), question.at)
        assert change.shown is (after is not None)
        assert change.gained == items_of_view(after) - items_of_view(before)
        assert change.lost == items_of_view(before) - items_of_view(after)
        assert change.files_gained == files_of_view(after) - files_of_view(before)
        assert change.files_lost == files_of_view(before) - files_of_view(after)
        assert change.gained or change.lost or change.files_gained or change.files_lost


@settings(max_examples=examples(25))
@given(QUESTIONS)
def test_no_change_is_left_out(question: Question) -> None:
    """A single change of a setting that makes a difference is named, and so is an act that is withdrawn or ended."""
    explanation = explain(question.viewer, question.document, at=question.at)
    named = {(change.setting, change.to) for change in explanation.changes}
    before = see(question.viewer, question.document, question.at)
    tries: list[tuple[Any, NewValue]] = [("visibility", one) for one in Visibility]
    tries += [(name, one) for name in ("name_display", "nickname") for one in NameDisplay]
    switches = ("resume_permission", "chat_permission", "personalised_recommendation")
    tries += [(name, to) for name in switches for to in (True, False)]
    tries += [("blocks", BlockChange.NONE)]
    is_form = isinstance(question.document, CampusForm)
    acts = ("handed_in",) if is_form else ("applications", "consents", "conversations")
    tries += [(name, _ACT_CHANGES[name]) for name in acts]
    for setting, to in tries:
        after = see(question.viewer, apply_change(question, setting, to), question.at)
        differs = (items_of_view(after), files_of_view(after)) != (
            items_of_view(before),
            files_of_view(before),
        )
        assert ((setting, to) in named) is differs


_ACT_CHANGES: dict[str, ActChange] = {
    "applications": ActChange.WITHDRAWN,
    "handed_in": ActChange.WITHDRAWN,
    "consents": ActChange.WITHDRAWN,
    "conversations": ActChange.ENDED,
}


def acts_named(viewer: Viewer, asked: Resume | CampusForm, policy: Policy = POLICY_2023_04) -> set[Setting]:
    """What the candidate did for this viewer and may undo, as an explanation names it."""
    changes = explain(viewer, asked, at=AT, policy=policy).changes
    return {change.setting for change in changes if isinstance(change.to, ActChange)}


def test_what_the_candidate_did_can_be_undone() -> None:
    """APPLY-8, SHARE-1: whoever is shown something by an application, a form, a consent or a conversation is named with its undoing."""
    private = with_settings(resume(applications=(applied,)), visibility=Visibility.PRIVATE)
    assert acts_named(recruiter, private) == {"applications"}
    later = attrs.evolve(applied, at=AT + DAY)
    assert acts_named(recruiter, attrs.evolve(private, applications=(later,))) == set()
    assert acts_named(attrs.evolve(recruiter, company=Company(id=None, name="某公司")), private) == set()
    keeping = Policy("keeping", readings=Readings(withdrawn_application_is_void=False))
    assert acts_named(recruiter, private, keeping) == set()
    to_group = Policy("group", readings=Readings(application_stays_with_company=False))
    grouped = attrs.evolve(private, applications=(attrs.evolve(applied, group="g"),))
    sister = attrs.evolve(recruiter, company=Company(id="sister", name="姊妹公司", group="g"))
    assert acts_named(sister, grouped, to_group) == {"applications"}
    chatting = attrs.evolve(recruiter, action=Action.CHAT)
    talking = attrs.evolve(private, applications=(), conversations=(Conversation(company="acme", since=AT),))
    assert acts_named(chatting, talking) == {"conversations"}
    sent = form(handed_in=AT)
    assert acts_named(recruiter, sent) == {"handed_in"}
    assert acts_named(recruiter, attrs.evolve(sent, withdrawn=AT)) == set()


def test_SHARE_2_an_order_is_not_the_candidates_to_withdraw() -> None:
    """SHARE-2: a consent is named with its withdrawal, an order of the law is not."""
    asking = Recipient(id="course", purpose="consultation")
    consent = Consent(
        recipient="course",
        recipient_name="某某教育",
        recipient_contact="400 客服",
        purpose="consultation",
        method="电话",
        parts=frozenset({Part.NAME}),
        begins=AT - DAY,
        ends=AT + DAY,
    )
    order = LegalOrder(basis="某法第一条", reference="第1号", date=AT - DAY)
    assert acts_named(asking, resume(consents=(consent,))) == {"consents"}
    assert acts_named(asking, resume(consents=(attrs.evolve(consent, order=order),))) == set()
    assert acts_named(attrs.evolve(asking, purpose="other"), resume(consents=(consent,))) == set()


def test_changes_are_of_the_policy_that_decides() -> None:
    """What a change would show follows the policy that was asked about: by a reading of it, another mode gives exports, too."""
    policy = Policy("own", readings=Readings(chat_only_forbids_export=False))
    exporting = attrs.evolve(stranger, action=Action.EXPORT)
    private = with_settings(resume(), visibility=Visibility.PRIVATE)
    opening = {
        version: {change.to for change in explain(exporting, private, at=AT, policy=policy).changes}
        for version, policy in (("own", policy), ("default", Policy("default")))
    }
    assert opening == {
        "own": {Visibility.PUBLIC, Visibility.CHAT_ONLY},
        "default": {Visibility.PUBLIC},
    }


def test_every_setting_is_tried() -> None:
    """An explanation tries a change of every setting that decides. Notices decide nothing."""
    tried = {setting for setting, _, _ in _single_changes(recruiter, OPEN, AT)}
    assert tried == {field.name for field in attrs.fields(Settings)} - {"notices"}


def test_a_change_is_of_a_field_of_the_settings() -> None:
    """Whoever has a change can make it; the channels of notices alone change nothing that is shown. The rest is what was done."""
    chosen, done = {name for name, _ in fields_of(Settings)}, {*_ACT_CHANGES}
    assert {*get_args(Setting), "notices"} == chosen | done
    assert done <= {name for document in (Resume, CampusForm) for name, _ in fields_of(document)}


def test_a_change_names_the_files() -> None:
    """A block between two applications takes the files of the first away; without the block they are shown again."""
    second = attrs.evolve(applied, at=AT - DAY / 4, attachments=frozenset({"file-2"}))
    both = resume(applications=(applied, second))
    whole = attrs.evolve(
        both,
        settings=attrs.evolve(both.settings, blocks=(CompanyBlock(company="acme", at=AT - DAY / 2),)),
    )
    (change,) = (
        change
        for change in explain(recruiter, whole, at=AT).changes
        if (change.setting, change.to) == ("blocks", BlockChange.NONE)
    )
    assert (change.gained, change.lost) == (frozenset(), frozenset())
    assert (change.files_gained, change.files_lost) == (frozenset({"file-1"}), frozenset())
    (blocked,) = (c for c in explain(recruiter, whole, at=AT).changes if c.to is BlockChange.BLOCKED)
    assert (blocked.shown, blocked.files_lost) == (False, frozenset({"file-2"}))


@pytest.mark.parametrize(
    ("viewer", "chosen", "named"),
    [
        (
            CommunityMember(id="m", signed_in=True),
            {"nickname": NameDisplay.HONORIFIC},
            {("nickname", NameDisplay.REAL), ("resume_permission", False)},
        ),
        (
            Recommender(),
            {"personalised_recommendation": False},
            {("personalised_recommendation", True), ("resume_permission", False)},
        ),
        (
            recruiter,
            {"visibility": Visibility.PRIVATE, "blocks": (CompanyBlock(company="acme", at=AT),)},
            {("blocks", BlockChange.NONE)},
        ),
    ],
)
def test_a_setting_that_few_viewers_meet_is_named(
    viewer: Viewer, chosen: dict[str, Any], named: set[tuple[Setting, NewValue]]
) -> None:
    """A nickname, personalisation and blocks are changes like the others, for whom they concern."""
    whole = with_settings(resume(applications=(applied,)), **chosen)
    assert {(change.setting, change.to) for change in explain(viewer, whole, at=AT).changes} == named


@given(QUESTIONS)
def test_an_explanation_says_nothing_personal(question: Question) -> None:
    """LAW-7: no name, number, address, text, id or instant of the candidate or the viewer is in an explanation."""
    asked = question.document
    text = repr(explain(question.viewer, asked, at=question.at))
    contact = asked.basics.contact
    personal: list[str | None] = [number_of(asked)[3:] or None, asked.id, asked.candidate]
    personal += [name_of(asked) or None]
    personal += [
        one.address for one in (contact.email, getattr(contact, "homepage", None)) if one is not None
    ]
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
        (recruiter, form(), (Clause.CAMPUS_1,)),
        (stranger, form(), (Clause.CAMPUS_1,)),
        (recruiter, form(deleted=True), (Clause.GATE_2,)),
        (headhunter, form(), (Clause.DEFAULT_DENY,)),
    ],
)
def test_the_clauses_that_decide(
    viewer: Viewer, whole: Resume | CampusForm, clauses: tuple[Clause, ...]
) -> None:
    """A decision names every clause that granted it, or every one that refused it."""
    assert explain(viewer, whole, at=AT).clauses == clauses


def test_the_facts_are_stated() -> None:
    """An explanation states the kind of the viewer and how their company stands."""
    facts = explain(recruiter, resume(applications=(applied,)), at=AT).facts
    assert (facts.kind, facts.standing) == (ViewerKind.RECRUITER, Standing.APPLIED_WITH_ATTACHMENTS)


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
    with pytest.raises(TypeError, match="got ResumeView"):
        explain(owner, view, at=AT)  # type: ignore[arg-type]  # what must be refused
    with pytest.raises(TypeError, match="expected viewer to be a Viewer"):
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
TALK_AT_SCHOOL = OnlineTalk(
    school="s-1",
    school_requires=True,
    delivery=Delivery(at=AT - DAY, position="工程师"),
)
SUPPORT = SupportAgent(
    id="a-1",
    signed_in=True,
    case=SupportCase(id="case-1", complainant="c-1", opened=AT - DAY),
)
BARE_APPLICATION = Application(company="acme", at=AT - DAY)
TALK = Conversation(company="acme", since=AT - DAY)
NEVER_TYPED = {Clause.CONTACT_2: {Part.MESSENGER, Part.NATIONAL_ID}}
NUMBER_KEPT = {Clause.PHONE_1: {Part.MOBILE}}
DIAL_KEPT = {Clause.PHONE_1: {Part.MOBILE, Channel.MOBILE}}


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
                Clause.CHAT_1: {Part.IP_REGION},
                Clause.CAMPUS_2: {Part.DELIVERY},
                **DIAL_KEPT,
                **NEVER_TYPED,
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
                Clause.CHAT_1: {Part.IP_REGION},
                Clause.CAMPUS_2: {Part.DELIVERY},
            },
            Clause.DEFAULT_DENY,
        ),
        (
            attrs.evolve(recruiter, action=Action.CHAT),
            attrs.evolve(PRIVATE, conversations=(TALK,)),
            {
                Clause.MODE_4: set(Action) - {Action.CHAT},
                **DIAL_KEPT,
                **NEVER_TYPED,
            },
            Clause.CHAT_1,
        ),
        (
            mailbox,  # which has no chat whatever the permission
            with_settings(resume(applications=(delivered,)), chat_permission=False),
            {**NEVER_TYPED},
            Clause.APPLY_4,
        ),
        (
            CommunityMember(id="m", signed_in=True),
            with_settings(resume(), nickname=NameDisplay.HONORIFIC),
            {**NUMBER_KEPT, **NEVER_TYPED},
            Clause.COMMUNITY_1,
        ),
        (
            Recommender(),
            resume(),
            {**NUMBER_KEPT, **NEVER_TYPED},
            Clause.RECOMMEND_1,
        ),
        (
            RECIPIENT,
            resume(consents=(PROFILE_ALONE,)),
            {
                Clause.SHARE_1: {
                    *Channel,
                    *(set(Action) - {Action.VIEW}),
                    Part.VIRTUAL_NUMBER,
                    Part.DELIVERY,
                },
                Clause.CONTACT_2: {Part.NATIONAL_ID},
            },
            Clause.SHARE_3,
        ),
        (
            SUPPORT,
            resume(),
            {**NEVER_TYPED},
            Clause.SUPPORT_1,
        ),
        (
            owner,
            resume(),
            {},
            Clause.DEFAULT_DENY,
        ),
        (recruiter, form(), {}, Clause.CAMPUS_1),
        (
            School(id="s-1", signed_in=True, verified=True),
            form(talk=TALK_AT_SCHOOL),
            {Clause.PHONE_1: {Part.MOBILE}, **NEVER_TYPED},
            Clause.CAMPUS_2,
        ),
        (owner, form(), {}, Clause.DEFAULT_DENY),
    ],
)
def test_what_is_withheld_cites_the_clause_about_it(
    viewer: Viewer, whole: Resume | CampusForm, cited: dict[Clause, set[Any]], rest: Clause
) -> None:
    """Each item withheld cites the one clause about it, else the clause that grants this viewer anything at all."""
    for ruling in explain(viewer, whole, at=AT).rulings:
        if not ruling.given:
            about = [clause for clause, items in cited.items() if ruling.item in items] or [rest]
            assert ruling.clauses == tuple(about), ruling.item


@given(QUESTIONS)
def test_no_clause_withholds_what_it_says_is_given(question: Question) -> None:
    """NAME-1 withholds the real name only where the honorific is on, and PHONE-1 no way to dial from whom is given the number."""
    explanation = explain(question.viewer, question.document, at=question.at)
    given = {ruling.item for ruling in explanation.rulings if ruling.given}
    for ruling in explanation.rulings:
        if not ruling.given and Clause.NAME_1 in ruling.clauses:
            assert explanation.facts.name_display is NameDisplay.HONORIFIC
        if not ruling.given and Clause.PHONE_1 in ruling.clauses:
            assert Part.MOBILE not in given


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


def test_an_action_is_withheld_as_it_is_refused() -> None:
    """Why a view allows no chat or export, is what whoever asks for one is refused by: both are the answer to one question."""
    decisions = {entry.facts: entry.decision for entry in POLICY_2023_04.entries()}
    withheld = [
        (facts, action, decision.clauses_for(action))
        for facts, decision in decisions.items()
        if isinstance(decision, Grant)
        for action in set(Action) - decision.actions
    ]
    for facts, action, clauses in withheld:
        asked = decisions[attrs.evolve(facts, action=action)]
        assert isinstance(asked, Refusal)
        assert asked.refused_by == clauses, (facts, action)
    assert {facts.kind for facts, _, _ in withheld} == set(ViewerKind) - {ViewerKind.VISITOR}


CLAUSES_OF_PARTS = {Clause.NAME_1: {Part.NAME}, Clause.APPLY_3: {Part.VIDEO}, Clause.CHAT_1: {Action.CHAT}}
CLAUSES_OF_CHANNELS = {Clause.PHONE_2: {Part.VIRTUAL_NUMBER}}
PUBLIC_CHANNELS = {Channel.CHAT, Channel.EMAIL, Channel.VIRTUAL_NUMBER}
ACTIONS_BUT_CHAT = set(Action) - {Action.CHAT}


@pytest.mark.parametrize(
    ("viewer", "whole", "cited", "rest"),
    [
        (
            recruiter,
            resume(),
            {**CLAUSES_OF_PARTS, **CLAUSES_OF_CHANNELS, Clause.MODE_1: PUBLIC_CHANNELS | ACTIONS_BUT_CHAT},
            Clause.PARTS_1,
        ),
        (
            headhunter,
            with_settings(resume(), visibility=Visibility.HEADHUNTERS),
            {**CLAUSES_OF_PARTS, **CLAUSES_OF_CHANNELS, Clause.MODE_3: PUBLIC_CHANNELS | ACTIONS_BUT_CHAT},
            Clause.PARTS_1,
        ),
        (
            recruiter,
            with_settings(resume(), visibility=Visibility.CHAT_ONLY),
            {**CLAUSES_OF_PARTS, Clause.MODE_2: {Channel.CHAT} | ACTIONS_BUT_CHAT},
            Clause.PARTS_1,
        ),
        (
            recruiter,
            attrs.evolve(PRIVATE, applications=(applied,)),
            {
                Clause.APPLY_2: {Part.ATTACHMENTS},
                Clause.APPLY_5: {Action.EXPORT},
                **CLAUSES_OF_PARTS,
                **CLAUSES_OF_CHANNELS,
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
        (
            School(id="s-1", signed_in=True, verified=True),
            resume(applications=(attrs.evolve(applied, talk=TALK_AT_SCHOOL),)),
            {Clause.NAME_1: {Part.NAME}},
            Clause.CAMPUS_2,
        ),
        (SUPPORT, resume(), {}, Clause.SUPPORT_1),
        (recruiter, form(), {}, Clause.CAMPUS_1),
        (
            School(id="s-1", signed_in=True, verified=True),
            form(talk=TALK_AT_SCHOOL),
            {Clause.NAME_1: {Part.NAME, Part.ENGLISH_NAME}},
            Clause.CAMPUS_2,
        ),
        (owner, form(), {}, Clause.OWNER_1),
        (owner, resume(), {}, Clause.OWNER_1),
    ],
)
def test_what_is_given_cites_the_clause_that_gives_it(
    viewer: Viewer, whole: Resume | CampusForm, cited: dict[Clause, set[Any]], rest: Clause
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


@pytest.mark.parametrize("room", [0, 1])
@pytest.mark.parametrize("asked", [resume(), form(handed_in=AT)], ids=["resume", "form"])
def test_LAW_6_full_settings_are_explained(asked: Resume | CampusForm, room: int) -> None:
    """With as many blocks as settings hold there is an explanation; another block is among the changes where there is room for it."""
    blocks = (CompanyBlock(company="globex", at=AT),) * (MOST_ACTS - room)
    full = attrs.evolve(asked, settings=attrs.evolve(asked.settings, blocks=blocks))
    blocked = [one.to for one in explain(recruiter, full, at=AT).changes if one.setting == "blocks"]
    assert blocked == [BlockChange.BLOCKED] * room


NUMBERED = Company(id=f"co-{NUMBER}", name="某公司")
"""A company in whose id stands the number that a resume or form withholds, as it can."""


@pytest.mark.parametrize("way", [str, lambda id_: id_[::-1], lambda id_: ".".join(id_)])
@pytest.mark.parametrize("asked", [resume(), form(handed_in=AT)], ids=["resume", "form"])
def test_LAW_6_any_id_of_a_viewer_is_explained(asked: Resume | CampusForm, way: Callable[[str], str]) -> None:
    """A viewer whose company no candidate could block, because its id holds their number, has an explanation like any other."""
    company = attrs.evolve(NUMBERED, id=way(NUMBERED.id or ""))
    viewers: list[Viewer] = [
        attrs.evolve(recruiter, company=company),
        attrs.evolve(headhunter, agency=company),
        attrs.evolve(headhunter, clients=(company,)),
        attrs.evolve(mailbox, company=company),
    ]
    for viewer in viewers:
        for action in Action:
            asking = attrs.evolve(viewer, action=action)
            explanation = explain(asking, asked, at=AT)
            assert explanation.shown is (view_for(asking, asked, at=AT) is not None)
            plain = explain(_with_another_company(asking), asked, at=AT)
            assert [
                (one.setting, one.to, one.shown, one.gained, one.lost) for one in explanation.changes
            ] == [(one.setting, one.to, one.shown, one.gained, one.lost) for one in plain.changes]


def _with_another_company(viewer: Any) -> Viewer:
    """The same viewer, of a company whose id holds nothing."""
    other = attrs.evolve(NUMBERED, id="co-7")
    if isinstance(viewer, Headhunter):
        clients = tuple(other for _ in viewer.clients or ())
        agency = other if viewer.agency.name == NUMBERED.name else viewer.agency
        return attrs.evolve(viewer, agency=agency, clients=clients)
    return cast("Viewer", attrs.evolve(viewer, company=other))


def test_LAW_7_a_case_says_nothing_of_whom_it_is() -> None:
    """LAW-7: a case holds the id, the avatar and the numbers, and a traceback may show it."""
    assert repr(case_of(recruiter, resume(), AT)) == "<Case>"


def test_LAW_6_to_explain_does_not_lay_out_what_is_the_same_again() -> None:
    """LAW-6: of all single changes but those of blocks, blocks and acts are the same: an explanation is a few views, and not twenty."""
    words = tuple(KeywordBlock(keyword=f"别家{i}", at=AT) for i in range(2_000))
    asked = with_settings(resume(applications=(applied,) * 500), blocks=words)
    clients = tuple(Company(id=f"client-{i}", name=f"客户公司第{i}分公司") for i in range(100))
    viewer = attrs.evolve(headhunter, clients=clients)

    def first_view() -> object:
        return view_for(viewer, attrs.evolve(asked), at=AT)

    def first_explanation() -> object:
        return explain(viewer, attrs.evolve(asked), at=AT)

    assert calls_of(first_explanation) < 8 * calls_of(first_view)


@pytest.mark.parametrize("asked", [resume(), form()], ids=["resume", "form"])
def test_LAW_6_a_policy_of_ones_own_is_explained_whatever_it_cites(asked: Resume | CampusForm) -> None:
    """LAW-6: where a ruleset of one's own gives or refuses something by no clause, the explanation names none, and has every item."""
    why = explain(stranger, asked, at=AT, policy=UNCITED)
    assert (why.shown, why.clauses) == (True, ())
    assert {ruling.item for ruling in why.rulings} == set(ITEMS_OF[why.facts.document])
    assert {ruling.item for ruling in why.rulings if ruling.given} == {Part.DISPLAY_NAME, Action.VIEW}
    assert {ruling.clauses for ruling in why.rulings} == {()}
    refused = explain(stranger, asked, at=AT, policy=SILENT)
    assert (refused.shown, refused.clauses, refused.rulings) == (False, (), ())


def acts(
    viewer: Viewer, asked: Resume | CampusForm, policy: Policy = POLICY_2023_04
) -> list[tuple[Any, ...]]:
    """The acts of an explanation, as tuples."""
    given = explain(viewer, asked, at=AT, policy=policy).acts
    return [(act.kind, act.since, act.until, *(() if act.client is None else (act.client,))) for act in given]


CONSENT = Consent(
    recipient="course-1",
    recipient_name="旭日",
    recipient_contact="privacy@sunrise.example.com",
    purpose="consultation",
    method="邮件",
    parts=frozenset({Part.NAME}),
    begins=AT - DAY,
    ends=AT + DAY,
)
ORDER = LegalOrder(basis="民事诉讼法", reference="2026-0417", date=AT - DAY)
FAIR = OnlineTalk(school="uni", delivery=Delivery(at=AT - DAY / 2, position="工程师"), school_requires=True)
FREE = Company(id="free", name="无关公司")
UNNAMED = attrs.evolve(recruiter, company=Company(name="无人知晓有限公司"))


@pytest.mark.parametrize(
    ("viewer", "asked", "expected"),
    [
        (recruiter, resume(applications=(applied,)), [(ActKind.APPLICATION, AT - DAY, None)]),
        (
            recruiter,
            resume(applications=(attrs.evolve(applied, withdrawn=AT - DAY / 2),)),
            [(ActKind.APPLICATION, AT - DAY, AT - DAY / 2)],
        ),
        (recruiter, resume(applications=(attrs.evolve(applied, at=AT + DAY),)), []),
        (stranger, resume(applications=(applied,)), []),
        (mailbox, resume(applications=(applied,)), []),
        (mailbox, resume(applications=(delivered,)), [(ActKind.APPLICATION, AT - DAY, None)]),
        (
            recruiter,
            resume(
                applications=(applied,),
                settings=attrs.evolve(
                    OPEN,
                    blocks=(
                        CompanyBlock(company="acme", at=AT - DAY * 2),
                        CompanyBlock(company="acme", at=AT - DAY / 2),
                    ),
                ),
            ),
            [(ActKind.APPLICATION, AT - DAY, None), (ActKind.BLOCK, AT - DAY / 2, None)],
        ),
        (
            UNNAMED,
            with_settings(
                resume(),
                blocks=(KeywordBlock(keyword="环球", at=AT), CompanyBlock(company="acme", at=AT - DAY)),
            ),
            [(ActKind.ANY_BLOCK, AT - DAY, None)],
        ),
        (
            attrs.evolve(headhunter, clients=(recruiter.company, Company(id="free", name="无关公司"))),
            with_settings(resume(), blocks=(CompanyBlock(company="acme", at=AT - DAY),)),
            [(ActKind.CLIENT_BLOCK, AT - DAY, None, 1)],
        ),
        *(
            (
                attrs.evolve(headhunter, clients=clients),
                with_settings(
                    resume(),
                    blocks=(
                        CompanyBlock(company="acme", at=AT - DAY),
                        CompanyBlock(company="free", at=AT - DAY / 2),
                    ),
                ),
                [
                    (ActKind.CLIENT_BLOCK, AT - DAY, None, clients.index(recruiter.company) + 1),
                    (ActKind.CLIENT_BLOCK, AT - DAY / 2, None, clients.index(FREE) + 1),
                ],
            )
            for clients in permutations((recruiter.company, Company(id="other", name="别家"), FREE))
        ),
        (
            attrs.evolve(headhunter, clients=(recruiter.company,)),
            resume(
                applications=(applied,),
                settings=attrs.evolve(OPEN, blocks=(CompanyBlock(company="acme", at=AT - DAY * 2),)),
            ),
            [(ActKind.CLIENT_BLOCK, AT - DAY * 2, AT - DAY, 1)],
        ),
        (
            recruiter,
            resume(
                applications=(
                    applied,
                    attrs.evolve(applied, at=AT - DAY * 1.5, withdrawn=AT - DAY * 1.2),
                    attrs.evolve(applied, at=AT - DAY * 3),
                    attrs.evolve(applied, at=AT + DAY),
                ),
                settings=attrs.evolve(OPEN, blocks=(CompanyBlock(company="acme", at=AT - DAY * 2),)),
            ),
            [
                (ActKind.APPLICATION, AT - DAY * 3, None),
                (ActKind.BLOCK, AT - DAY * 2, AT - DAY),
                (ActKind.APPLICATION, AT - DAY * 1.5, AT - DAY * 1.2),
                (ActKind.APPLICATION, AT - DAY, None),
            ],
        ),
        (
            recruiter,
            resume(
                applications=(applied,),
                settings=attrs.evolve(OPEN, blocks=(CompanyBlock(company="acme", at=AT - DAY),)),
            ),
            [(ActKind.APPLICATION, AT - DAY, None), (ActKind.BLOCK, AT - DAY, None)],
        ),
        (
            recruiter,
            resume(
                applications=(attrs.evolve(applied, at=AT + DAY),),
                settings=attrs.evolve(OPEN, blocks=(CompanyBlock(company="acme", at=AT - DAY),)),
            ),
            [(ActKind.BLOCK, AT - DAY, None)],
        ),
        (
            mailbox,
            resume(
                applications=(applied, delivered),
                settings=attrs.evolve(OPEN, blocks=(CompanyBlock(company="acme", at=AT - DAY * 2),)),
            ),
            [(ActKind.BLOCK, AT - DAY * 2, AT - DAY), (ActKind.APPLICATION, AT - DAY, None)],
        ),
        (
            attrs.evolve(headhunter, clients=(FREE, UNNAMED.company)),
            with_settings(resume(), blocks=(CompanyBlock(company="acme", at=AT - DAY),)),
            [(ActKind.ANY_BLOCK, AT - DAY, None, 2)],
        ),
        (
            attrs.evolve(headhunter, clients=None),
            with_settings(resume(), blocks=(CompanyBlock(company="acme", at=AT - DAY),)),
            [(ActKind.ANY_BLOCK, AT - DAY, None)],
        ),
        *(
            (SupportAgent(id="s", signed_in=True, case=case), resume(), expected)
            for case, expected in (
                (None, []),
                (SupportCase(id="k", opened=AT - DAY, complainant="c-1"), [(ActKind.CASE, AT - DAY, None)]),
                (
                    SupportCase(id="k", opened=AT - DAY, closed=AT, complained_of=frozenset({"c-1"})),
                    [(ActKind.CASE, AT - DAY, AT)],
                ),
                (SupportCase(id="k", opened=AT + DAY, complainant="c-1"), []),
                (SupportCase(id="k", opened=AT - DAY, complainant="c-2"), []),
            )
        ),
        (
            recruiter,
            resume(conversations=(Conversation(company="acme", since=AT - DAY, until=AT - DAY / 2),)),
            [(ActKind.CONVERSATION, AT - DAY, AT - DAY / 2)],
        ),
        (mailbox, resume(conversations=(Conversation(company="acme", since=AT - DAY),)), []),
        (
            Recipient(id="course-1", purpose="consultation"),
            resume(consents=(CONSENT, attrs.evolve(CONSENT, order=ORDER, withdrawn=AT - DAY / 2))),
            [(ActKind.CONSENT, AT - DAY, AT + DAY), (ActKind.ORDER, AT - DAY, AT - DAY / 2)],
        ),
        (Recipient(id="course-1", purpose="marketing"), resume(consents=(CONSENT,)), []),
        (
            School(id="uni", signed_in=True, verified=True),
            resume(applications=(attrs.evolve(applied, talk=FAIR),)),
            [(ActKind.APPLICATION, AT - DAY / 2, None)],
        ),
        (recruiter, form(withdrawn=AT), [(ActKind.HANDING_IN, AT - DAY, AT)]),
        (stranger, form(), []),
        (
            Recipient(id="course-1", purpose="consultation"),
            form(),
            [],
        ),
        (
            headhunter,
            attrs.evolve(
                form(), settings=attrs.evolve(OPEN, blocks=(CompanyBlock(company="globex", at=AT),))
            ),
            [],
        ),
        (visitor, resume(applications=(applied,)), []),
    ],
)
def test_the_acts_that_concern_a_viewer(
    viewer: Viewer, asked: Resume | CampusForm, expected: list[tuple[Any, ...]]
) -> None:
    """Whoever answers a candidate reads when they applied, consented or blocked, also where it counts no more."""
    assert acts(viewer, asked) == expected


def test_APPLY_7_and_APPLY_8_the_acts_are_those_of_the_policy_that_decides() -> None:
    """An application to the group is an act where it opens the resume to the group, and has no end where it cannot be withdrawn."""
    sent = attrs.evolve(applied, group="g", withdrawn=AT - DAY / 2)
    of_group = attrs.evolve(recruiter, company=Company(id="acme-2", name="艾可美二", group="g"))
    wide = Policy("wide", readings=Readings(application_stays_with_company=False))
    lasting = Policy("lasting", readings=Readings(withdrawn_application_is_void=False))
    alone = Policy("alone", readings=Readings(client_blocks_headhunter=False))
    whole = resume(
        applications=(sent,), settings=attrs.evolve(OPEN, blocks=(CompanyBlock(company="x", at=AT),))
    )
    assert acts(of_group, whole) == []
    assert acts(of_group, whole, wide) == [(ActKind.APPLICATION, AT - DAY, AT - DAY / 2)]
    same = attrs.evolve(recruiter, company=attrs.evolve(recruiter.company, group="g"))
    assert acts(same, whole, wide) == [(ActKind.APPLICATION, AT - DAY, AT - DAY / 2)]
    assert acts(recruiter, whole, lasting) == [(ActKind.APPLICATION, AT - DAY, None)]
    at_talk = resume(applications=(attrs.evolve(sent, talk=FAIR),))
    school = School(id="uni", signed_in=True, verified=True)
    assert acts(school, at_talk, lasting) == [(ActKind.APPLICATION, AT - DAY / 2, None)]
    assert acts(attrs.evolve(headhunter, clients=None), whole, alone) == []


@pytest.mark.parametrize("keyword", ["unknown", "now"])
def test_BLOCK_4_clients_that_are_unknown_are_called_nothing(keyword: str) -> None:
    """A word that the candidate blocked fits no name that the library made up: neither an act nor a decision says so."""
    policy = Policy("named", readings=Readings(unidentified_company_is_blocked=False))
    whole = with_settings(resume(), blocks=(KeywordBlock(keyword=keyword, at=AT - DAY),))
    viewer = attrs.evolve(headhunter, clients=None)
    assert explain(viewer, whole, at=AT, policy=policy).facts.standing is Standing.NONE
    assert acts(viewer, whole, policy) == []


def test_a_block_at_the_last_instant_is_of_its_company() -> None:
    """No instant of a block says by itself that a company cannot be identified."""
    whole = with_settings(
        resume(),
        blocks=(CompanyBlock(company="acme", at=LAST), CompanyBlock(company="globex", at=AT - DAY)),
    )
    assert acts(recruiter, whole) == [(ActKind.BLOCK, LAST, None)]


def test_APPLY_6_and_APPLY_8_a_block_ends_as_the_policy_that_decides_has_it() -> None:
    """What lifts a block at the same instant, or though it was withdrawn, lifts it in the list of acts as well; unknown clients
    are listed only where they count as blocked (BLOCK-4).
    """
    sent = attrs.evolve(applied, withdrawn=AT - DAY / 2)
    blocks = (CompanyBlock(company="acme", at=AT - DAY), KeywordBlock(keyword="unknown", at=AT - DAY))
    whole = resume(applications=(sent,), settings=attrs.evolve(OPEN, blocks=blocks))
    choices: tuple[tuple[dict[str, bool], Any], ...] = (
        ({}, None),
        ({"block_holds_at_same_instant": False}, None),
        ({"withdrawn_application_is_void": False}, None),
        ({"block_holds_at_same_instant": False, "withdrawn_application_is_void": False}, AT - DAY),
    )
    for chosen, until in choices:
        policy = Policy("test", readings=Readings(**chosen))
        assert (ActKind.BLOCK, AT - DAY, until) in acts(recruiter, whole, policy), chosen
    known = Policy("known", readings=Readings(unidentified_company_is_blocked=False))
    assert acts(attrs.evolve(headhunter, clients=None), whole, known) == []


@pytest.mark.parametrize("at", [AT, AT + DAY / 2])
@pytest.mark.parametrize("viewer", [recruiter, UNNAMED], ids=["named", "unnamed"])
def test_BLOCK_2_a_block_that_is_ahead_says_so(viewer: Viewer, at: Any) -> None:
    """A block dated in the future counts, and is not listed as if it began then; one of that very instant has begun."""
    blocked = with_settings(resume(), blocks=(CompanyBlock(company="acme", at=at),))
    [act] = explain(viewer, blocked, at=AT).acts
    assert (act.since, act.ahead) == (at, at > AT)


@given(QUESTIONS)
def test_the_acts_agree_with_the_facts(question: Question) -> None:
    """Where a fact rests on an act, that act is listed and counts at the instant."""
    explanation = explain(question.viewer, question.document, at=question.at)
    facts = explanation.facts
    now = {act.kind for act in explanation.acts if act.until is None or question.at < act.until}
    blocks = {ActKind.BLOCK, ActKind.CLIENT_BLOCK, ActKind.ANY_BLOCK}
    if facts.standing in (Standing.APPLIED, Standing.APPLIED_WITH_ATTACHMENTS):
        assert now & {ActKind.APPLICATION, ActKind.HANDING_IN}
    if isinstance(question.viewer, Recruiter | Headhunter | Mailbox):
        assert bool(now & blocks) is (facts.standing is Standing.BLOCKED)
    assert (ActKind.CASE in now) is (facts.concern is not Concern.NONE)
    if facts.conversing:
        assert ActKind.CONVERSATION in now
    assert (ActKind.ORDER in now) is (facts.sharing is Sharing.ORDERED)
    if facts.sharing not in (Sharing.NONE, Sharing.ORDERED):
        assert ActKind.CONSENT in now
