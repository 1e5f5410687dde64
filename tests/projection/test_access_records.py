"""Records: what is kept of an answer, and that it is kept of that answer alone."""

import pickle
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, cast

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import people
from pace import examples
from people import with_settings
from resume_visibility import (
    FULLY_VERIFIED,
    POLICY_2023_04,
    AccessRecord,
    Action,
    CampusForm,
    CommunityMember,
    Company,
    CompanyBlock,
    Headhunter,
    InvalidValue,
    Language,
    Mailbox,
    NameDisplay,
    Owner,
    Part,
    Policy,
    Recipient,
    Recommender,
    RecordedCompany,
    Recruiter,
    Resume,
    ResumeView,
    ResumeVisibilityError,
    School,
    Settings,
    SupportAgent,
    SupportCase,
    Viewer,
    ViewRefused,
    Visibility,
    Visitor,
    dump_record,
    explain,
    load_record,
    notice_of,
    record_of,
    view_for,
)
from resume_visibility.model import (
    PUBLIC,
    Application,
    Attachment,
    Basics,
    CareerStage,
    Consent,
    Contact,
    Conversation,
    Document,
    Email,
    Gender,
    MobileNumber,
    PersonName,
    PhoneNumber,
    Profile,
    ShareForm,
    VirtualNumber,
    YearMonth,
)
from resume_visibility.model.parts import PARTS_OF
from resume_visibility.policy import (
    CLOSES,
    GIVES,
    V2023_04,
    Clause,
    Facts,
    Grant,
    Readings,
    Refusal,
    ViewerKind,
)
from resume_visibility.policy.clauses import GRANTING_CLAUSES, NEVER_REFUSING_CLAUSES
from resume_visibility.policy.decisions import Decision, Item
from resume_visibility.testing import Case, cases, form_cases, twin

NOW = datetime(2026, 6, 1, tzinfo=UTC)
ACME = Company(id="acme", name="阿克米科技有限公司")
RECRUITER = Recruiter(id="user-1", company=ACME, signed_in=True, verified=FULLY_VERIFIED)
RESUME = Resume(
    id="resume-1",
    candidate="candidate-1",
    revision="rev-7",
    basics=Basics(
        name=PersonName("张三丰"),
        profile=Profile(
            gender=Gender.MALE,
            born=YearMonth(1990, 2),
            work_started=2012,
            residence="上海",
            stage=CareerStage.WORKING,
        ),
        contact=Contact(mobile=MobileNumber("+8613912345678")),
    ),
    settings=Settings(
        visibility=Visibility.PUBLIC,
        resume_permission=True,
        chat_permission=True,
        nickname=NameDisplay.HONORIFIC,
        blocks=(CompanyBlock(company="globex", at=NOW),),
    ),
    consents=tuple(
        Consent(
            recipient=recipient,
            recipient_name="某某教育科技有限公司",
            recipient_contact="400 客服",
            purpose="courses",
            method="电话",
            parts=frozenset({Part.REGION}),
            begins=NOW,
            ends=NOW + timedelta(days=9),
            form=form,
        )
        for recipient, form in (("school-x", ShareForm.SHARE), (PUBLIC, ShareForm.DISCLOSURE))
    ),
)


def record_for(viewer: Viewer, asked: Resume | CampusForm = RESUME, at: datetime = NOW) -> AccessRecord:
    """The record of what `view_for` answers."""
    document: Any = asked
    return record_of(viewer, document, view_for(viewer, document, at=at), at=at)


def question_of(case: Case[Resume] | Case[CampusForm]) -> tuple[Viewer, Resume | CampusForm, datetime]:
    """Who asks for what, when."""
    return case.viewer, case.document, case.at


@given(cases(), form_cases())
def test_NOTICE_1_every_answer_has_a_record(case: Case[Resume], form_case: Case[CampusForm]) -> None:
    """Any viewer, document and instant: a record says who, when, what for, and with what result."""
    for viewer, asked, at in (question_of(case), question_of(form_case)):
        view = view_for(viewer, asked, at=at)
        record = record_for(viewer, asked, at)
        facts = explain(viewer, asked, at=at).facts
        parts = PARTS_OF[facts.document]
        assert (record.kind, record.action, record.at) == (facts.kind, viewer.action, at)
        assert record.granted is (view is not None)
        assert record.withheld == (parts if view is None else view.withheld)
        assert record.shown == parts - record.withheld
        assert record.clauses
        assert (record.document, record.document_id) == (facts.document, asked.id)
        assert (record.conversing, record.policy) == (facts.conversing, POLICY_2023_04.version)
        assert hash(record) == hash(record_for(viewer, asked, at))


@given(cases())
def test_NOTICE_1_the_clauses_are_those_that_explain_names(case: Case[Resume]) -> None:
    """A record names the clauses that granted the action and the parts, or that refused, as `explain` does."""
    record, explanation = (
        record_for(case.viewer, case.document, case.at),
        explain(case.viewer, case.document, at=case.at),
    )
    assert record.clauses[: len(explanation.clauses)] == explanation.clauses
    given_by = {
        clause
        for ruling in explanation.rulings
        if ruling.given and (not isinstance(ruling.item, Action) or ruling.item is record.action)
        for clause in ruling.clauses
    }
    assert set(record.clauses) == (given_by if record.granted else set(explanation.clauses))


@given(cases(), form_cases())
def test_LAW_1_records_of_what_differs_in_what_is_withheld_are_equal(
    case: Case[Resume], form_case: Case[CampusForm]
) -> None:
    """What the viewer is not granted makes no difference to the record, in any form of it."""
    for (viewer, asked, at), other in (
        (question_of(case), twin(case)),
        (question_of(form_case), twin(form_case)),
    ):
        same_state = attrs.evolve(other, revision=asked.revision)  # of which a record keeps a digest
        record, same = record_for(viewer, asked, at), record_for(viewer, same_state, at)
        assert record == same
        assert repr(record) == repr(same)
        assert dump_record(record) == dump_record(same)


@given(cases())
def test_NOTICE_1_a_record_holds_none_of_the_values_shown(case: Case[Resume]) -> None:
    """Every value of the resume changed, the opaque ids and what decides kept: the record is the same."""
    basics = case.document.basics
    other = attrs.evolve(
        case.other,
        **{
            name: getattr(case.document, name)
            for name in [
                "id",
                "candidate",
                "revision",
                "settings",
                "applications",
                "virtual_numbers",
                "conversations",
                "consents",
                "account",
                "deleted",
                "attachments",
                "community",
                "age_verified",
            ]
        },
        basics=attrs.evolve(
            case.other.basics, profile=attrs.evolve(case.other.basics.profile, born=basics.profile.born)
        ),
    )
    assert record_for(case.viewer, case.document, case.at) == record_for(case.viewer, other, case.at)


def test_NOTICE_1_the_digest_is_of_the_version_and_not_of_the_content() -> None:
    """Another revision or id has another digest; other content of the same revision has the same."""
    digest = record_for(RECRUITER).digest
    assert record_for(RECRUITER, attrs.evolve(RESUME, strengths="别的")).digest == digest
    assert record_for(RECRUITER, attrs.evolve(RESUME, revision="rev-8")).digest != digest
    assert record_for(RECRUITER, attrs.evolve(RESUME, id="resume-2")).digest != digest
    assert record_for(RECRUITER, attrs.evolve(RESUME, id="resume-1rev", revision="-7")).digest != digest


def test_NOTICE_1_the_instant_is_in_utc_to_the_microsecond() -> None:
    """However the instant was given, the record has it in UTC."""
    beijing = timezone(timedelta(hours=8))
    record = record_for(RECRUITER, at=datetime(2026, 6, 1, 8, 0, 0, 7, tzinfo=beijing))
    assert record.at.isoformat() == "2026-06-01T00:00:00.000007+00:00"


def test_NOTICE_1_without_an_instant_it_is_now() -> None:
    """A record made right after a view, both without an instant, is of now."""
    before = datetime.now(UTC)
    record = record_of(RECRUITER, RESUME, view_for(RECRUITER, RESUME))
    assert before <= record.at <= datetime.now(UTC)


CASE = SupportCase(id="case-1", opened=NOW, complainant="candidate-1")


@pytest.mark.parametrize(
    ("viewer", "kind", "own", "company", "purpose", "case"),
    [
        (RECRUITER, ViewerKind.RECRUITER, "user-1", ACME, None, None),
        (Headhunter(id="h-1", agency=ACME), ViewerKind.HEADHUNTER, "h-1", ACME, None, None),
        (
            Headhunter(id="h-1", agency=ACME, clients=(Company(name="客户"),)),
            ViewerKind.HEADHUNTER,
            "h-1",
            ACME,
            None,
            None,
        ),
        (
            Mailbox(company=ACME, address=Email("hr@acme.example.com")),
            ViewerKind.MAILBOX,
            None,
            ACME,
            None,
            None,
        ),
        (Owner(candidate="candidate-1"), ViewerKind.OWNER, "candidate-1", None, None, None),
        (Owner(candidate="candidate-2"), ViewerKind.VISITOR, "candidate-2", None, None, None),
        (CommunityMember(id="c-1"), ViewerKind.COMMUNITY_MEMBER, "c-1", None, None, None),
        (Recommender(), ViewerKind.RECOMMENDER, None, None, None, None),
        (
            Recipient(id="school-x", purpose="courses"),
            ViewerKind.RECIPIENT,
            "school-x",
            None,
            "courses",
            None,
        ),
        (School(id="fudan", signed_in=True, verified=True), ViewerKind.SCHOOL, "fudan", None, None, None),
        (SupportAgent(id="s-1", case=CASE), ViewerKind.SUPPORT_AGENT, "s-1", None, None, "case-1"),
        (SupportAgent(id="s-1"), ViewerKind.SUPPORT_AGENT, "s-1", None, None, None),
        (Visitor(), ViewerKind.VISITOR, None, None, None, None),
    ],
)
def test_NOTICE_1_who(
    viewer: Viewer,
    kind: ViewerKind,
    own: str | None,
    company: Company | None,
    purpose: str | None,
    case: str | None,
) -> None:
    """A record names the kind of viewer, their own id, the company they act for, and the support agent's case."""
    record = record_for(viewer)
    assert (record.kind, record.viewer, record.purpose, record.support_case) == (kind, own, purpose, case)
    assert record.company == (company and RecordedCompany(name=company.name, id=company.id))


def _see(viewer: Viewer = RECRUITER, resume: Resume = RESUME, at: datetime = NOW) -> Any:
    return view_for(viewer, resume, at=at)


APPLIED = attrs.evolve(RESUME, applications=(Application(company="acme", at=NOW),))
BLOCKED = attrs.evolve(
    RESUME, settings=attrs.evolve(RESUME.settings, blocks=(CompanyBlock(company="acme", at=NOW),))
)


GLOBEX = attrs.evolve(RECRUITER, company=Company(id="globex-cn", name="环球实业有限公司"))
WITH_NUMBERS = attrs.evolve(
    RESUME,
    virtual_numbers=tuple(
        VirtualNumber(
            id=f"line-{company}",
            candidate="candidate-1",
            number=PhoneNumber("+862100000000", extension=extension),
            valid_from=NOW,
            valid_until=NOW + timedelta(hours=1),
            company=company,
        )
        for company, extension in (("acme", "0001"), ("globex-cn", "0002"))
    ),
)


@pytest.mark.parametrize(
    ("view", "resume", "at"),
    [
        (None, RESUME, NOW),
        (_see(), BLOCKED, NOW),
        (_see(), attrs.evolve(RESUME, id="resume-2"), NOW),
        (_see(), APPLIED, NOW),
        (_see(resume=APPLIED), RESUME, NOW),
        (_see(Owner(candidate="candidate-1")), RESUME, NOW),
        (_see(resume=attrs.evolve(RESUME, strengths="稳重")), RESUME, NOW),
        (_see(resume=with_settings(RESUME, visibility=Visibility.CHAT_ONLY)), RESUME, NOW),
    ],
)
def test_NOTICE_1_a_view_that_cannot_be_this_viewers_is_refused(
    view: Any, resume: Resume, at: datetime
) -> None:
    """No record is made of a view that this viewer cannot have had of this resume at that instant."""
    with pytest.raises(ViewRefused, match="this answer is not recorded"):
        record_of(RECRUITER, resume, view, at=at)


@pytest.mark.parametrize("viewer", [GLOBEX, attrs.evolve(RECRUITER, language=Language.EN)])
def test_NOTICE_1_another_companys_view_is_refused(viewer: Recruiter) -> None:
    """The view of another company, which has a virtual number of its own, is no view of this one; nor is one in another
    language.
    """
    theirs = view_for(viewer, WITH_NUMBERS, at=NOW)
    assert theirs is not None
    with pytest.raises(ViewRefused, match="another view than view_for gives this viewer"):
        record_of(RECRUITER, WITH_NUMBERS, theirs, at=NOW)


@pytest.mark.parametrize("action", [Action.SEARCH, Action.EXPORT])
def test_EXPORT_1_a_view_made_for_another_action_is_refused(action: Action) -> None:
    """What was made for viewing is not recorded as an export, nor as found by search (NOTICE-1)."""
    with pytest.raises(ViewRefused, match="another view than view_for gives this viewer"):
        record_of(attrs.evolve(RECRUITER, action=action), RESUME, _see(), at=NOW)


def _edited_views() -> Iterator[Any]:
    """The view with one thing after the other changed: every field of it, of its sections and of its contact."""
    view, full = _see(), _see(Owner(candidate="candidate-1"), people.resume(candidate="candidate-1"))
    assert full is not None
    other = attrs.evolve(full, action=Action.CHAT, policy="2022-01", fresh_until=NOW + timedelta(hours=9))
    for field in attrs.fields(ResumeView):
        if getattr(view, field.name) != getattr(other, field.name):
            yield attrs.evolve(view, **{field.name: getattr(other, field.name)})
    for piece in ("sections", "contact"):
        for field in attrs.fields(type(getattr(view, piece))):
            value = getattr(getattr(other, piece), field.name)
            if value != getattr(getattr(view, piece), field.name):
                yield attrs.evolve(view, **{piece: attrs.evolve(getattr(view, piece), **{field.name: value})})


@pytest.mark.parametrize("edited", list(_edited_views()))
def test_NOTICE_1_an_edited_view_is_refused(edited: ResumeView) -> None:
    """A view in which anything was changed, be it one field, is no answer, and is not recorded as one."""
    with pytest.raises(ViewRefused, match="this answer is not recorded"):
        record_of(RECRUITER, RESUME, edited, at=NOW)


def test_NOTICE_1_a_view_with_something_taken_out_is_refused() -> None:
    """Nor is a view recorded from which something was taken: the record would say that it was shown."""
    whole = people.resume(candidate="candidate-1")
    view = view_for(RECRUITER, whole, at=NOW)
    assert view is not None
    less = attrs.evolve(view, sections=attrs.evolve(view.sections, work=()))
    with pytest.raises(ViewRefused, match="another view than view_for gives this viewer"):
        record_of(RECRUITER, whole, less, at=NOW)


def test_NOTICE_1_a_view_of_another_policy_is_refused() -> None:
    """The policy that is named must be the one that the view was made under."""
    with pytest.raises(ViewRefused, match="another view"):
        record_of(RECRUITER, RESUME, _see(), at=NOW, policy=Policy("next"))


MOMENT = timedelta(microseconds=1)


def test_NAME_2_a_view_still_fresh_may_be_shown_and_recorded_again() -> None:
    """A view kept for nearly two hours has a record each time it is shown."""
    view = _see()
    assert record_of(RECRUITER, RESUME, view, at=NOW + timedelta(hours=2) - MOMENT).granted


@pytest.mark.parametrize("at", [NOW - MOMENT, NOW + timedelta(hours=2), NOW + timedelta(hours=2) + MOMENT])
def test_NAME_2_a_view_that_is_not_fresh_is_not_recorded(at: datetime) -> None:
    """At the end of its freshness a view is no longer fresh; before it was made, it was not there (NOTICE-1)."""
    with pytest.raises(ViewRefused, match="not fresh at that instant"):
        record_of(RECRUITER, RESUME, _see(), at=at)


def test_PHONE_3_a_view_is_not_recorded_after_its_number() -> None:
    """A view whose virtual number no longer works may not be shown, and so is not recorded."""
    view = view_for(RECRUITER, WITH_NUMBERS, at=NOW)
    assert record_of(RECRUITER, WITH_NUMBERS, view, at=NOW + timedelta(hours=1) - MOMENT).granted
    with pytest.raises(ViewRefused, match="this answer is not recorded"):
        record_of(RECRUITER, WITH_NUMBERS, view, at=NOW + timedelta(hours=1))


def test_NAME_2_a_view_that_was_kept_elsewhere_may_be_recorded() -> None:
    """A view that went through a cache is the same view, and so is one of the resume loaded again."""
    view = view_for(RECRUITER, RESUME, at=NOW)
    again = attrs.evolve(RESUME, id="".join(RESUME.id))
    assert again.id is not RESUME.id
    for kept in (pickle.loads(pickle.dumps(view)), view_for(RECRUITER, again, at=NOW)):
        assert record_of(RECRUITER, RESUME, kept, at=NOW) == record_for(RECRUITER)


HOUR = timedelta(hours=1)
OPENED = people.resume(candidate="candidate-1", attachments=(Attachment(id="f-1", file_name="简历.pdf"),))
SENT = Application(company="acme", at=NOW - HOUR)
SHARED = attrs.evolve(RESUME.consents[0], ends=NOW + 9 * HOUR)
PROVIDER = Recipient(id=SHARED.recipient, purpose=SHARED.purpose)
POST = Mailbox(company=ACME, address=Email("jobs@acme.example"))
LINE = WITH_NUMBERS.virtual_numbers[0]
BEGINNINGS: dict[str, tuple[Viewer, Any, Any]] = {
    "an application": (RECRUITER, {}, {"applications": (attrs.evolve(SENT, at=NOW + HOUR),)}),
    "another application": (
        RECRUITER,
        {"applications": (SENT,)},
        {"applications": (SENT, attrs.evolve(SENT, at=NOW + HOUR, attachments=frozenset({"f-1"})))},
    ),
    "an application to a mailbox": (
        POST,
        {"applications": (attrs.evolve(SENT, mailbox=POST.address),)},
        {
            "applications": (
                attrs.evolve(SENT, mailbox=POST.address),
                attrs.evolve(SENT, mailbox=POST.address, at=NOW + HOUR, attachments=frozenset({"f-1"})),
            )
        },
    ),
    "a conversation": (
        attrs.evolve(RECRUITER, action=Action.CHAT),
        {},
        {"conversations": (Conversation(company="acme", since=NOW + HOUR),)},
    ),
    "a consent to more": (
        PROVIDER,
        {"consents": (SHARED,)},
        {"consents": (SHARED, attrs.evolve(SHARED, begins=NOW + HOUR, parts=frozenset({Part.WORK})))},
    ),
    "a consent to the same": (
        PROVIDER,
        {"consents": (SHARED,)},
        {"consents": (SHARED, attrs.evolve(SHARED, begins=NOW + HOUR, ends=NOW + 1.5 * HOUR))},
    ),
    "a number": (
        RECRUITER,
        {},
        {"virtual_numbers": (attrs.evolve(LINE, valid_from=NOW + HOUR, valid_until=NOW + 9 * HOUR),)},
    ),
    "a number before another": (
        RECRUITER,
        {"virtual_numbers": (attrs.evolve(LINE, company=None, valid_until=NOW + 9 * HOUR),)},
        {
            "virtual_numbers": (
                attrs.evolve(LINE, company=None, valid_until=NOW + 9 * HOUR),
                attrs.evolve(
                    WITH_NUMBERS.virtual_numbers[1],
                    company="acme",
                    valid_from=NOW + HOUR,
                    valid_until=NOW + 2 * HOUR,
                ),
            )
        },
    ),
}
"""What begins in an hour: the viewer, what there is before, and what there is with it."""


@pytest.mark.parametrize("name", BEGINNINGS)
def test_NAME_2_a_view_is_recorded_while_it_is_fresh_whatever_began(name: str) -> None:
    """A view that was kept is on record as it was decided, though something began since; and one made later, as it is then."""
    viewer, before, after = BEGINNINGS[name]
    was, now = attrs.evolve(OPENED, **before), attrs.evolve(OPENED, **after)
    view, later = view_for(viewer, now, at=NOW), view_for(viewer, now, at=NOW + HOUR)
    assert view == view_for(viewer, was, at=NOW)
    assert view is not None
    assert view.fresh_until == NOW + 2 * HOUR
    assert later is not None
    for at in (NOW + HOUR - MOMENT, NOW + HOUR, NOW + HOUR + MOMENT, NOW + 2 * HOUR - MOMENT):
        plain = record_of(viewer, was, view, at=at)
        assert record_of(viewer, now, view, at=at) == plain
    with pytest.raises(ViewRefused, match=r"not fresh at that instant|another view"):
        record_of(viewer, now, view, at=NOW + 2 * HOUR)
    if later != attrs.evolve(view, fresh_until=later.fresh_until):
        with pytest.raises(ViewRefused, match="this answer is not recorded"):
            record_of(viewer, now, later, at=NOW + HOUR - MOMENT)
    again = record_of(viewer, now, later, at=later.fresh_until - MOMENT)
    assert again.shown == record_of(viewer, now, later, at=NOW + HOUR).shown


@settings(max_examples=examples(300))
@given(st.one_of(cases(), form_cases()), st.floats(0, 1, exclude_max=True))
def test_NAME_2_every_view_is_recorded_while_it_is_fresh(case: Case[Any], part: float) -> None:
    """Whoever asks for whatever: at any instant at which the answer is fresh, it is on record as it was given."""
    view: Any = view_for(case.viewer, case.document, at=case.at)
    if view is None:
        return
    first = record_of(case.viewer, case.document, view, at=case.at)
    at = min(case.at + (view.fresh_until - case.at) * part, view.fresh_until - MOMENT)
    again = record_of(case.viewer, case.document, view, at=at)
    assert attrs.evolve(again, at=first.at) == first


def test_NOTICE_1_a_view_of_another_policy_is_recorded_by_that_policy() -> None:
    """NOTICE-1: a record says what the policy that decided shows, also of a view that is still fresh after something began."""
    policy = Policy("not-relayed", readings=Readings(email_is_relayed=False))
    viewer, _, after = BEGINNINGS["an application"]
    asked = attrs.evolve(OPENED, **after)
    view, usual = view_for(viewer, asked, at=NOW, policy=policy), view_for(viewer, asked, at=NOW)
    assert view is not None
    assert usual is not None
    assert view.withheld == usual.withheld - {Part.EMAIL} < usual.withheld
    for at in (NOW, NOW + HOUR):
        record = record_of(viewer, asked, view, at=at, policy=policy)
        assert record.withheld == view.withheld
        assert Part.EMAIL in record.shown


def test_LAW_6_few_changes_are_looked_at() -> None:
    """Where very much began since a view was made, it has to be made anew: the work has an end."""
    crowd = tuple(attrs.evolve(SENT, at=NOW + HOUR + i * MOMENT) for i in range(101))
    for many, possible in ((100, True), (101, False)):
        resume = attrs.evolve(OPENED, applications=crowd[:many])
        view = view_for(RECRUITER, resume, at=NOW)
        if possible:
            assert record_of(RECRUITER, resume, view, at=NOW + 1.5 * HOUR).granted
        else:
            with pytest.raises(ViewRefused, match="another view"):
                record_of(RECRUITER, resume, view, at=NOW + 1.5 * HOUR)


def test_NAME_2_nothing_is_recorded_that_has_ended_since() -> None:
    """A view of the state before a withdrawal or a block is none of the state after it, however fresh it says that it is (APPLY-8)."""
    sent = attrs.evolve(OPENED, applications=(SENT,))
    view = view_for(RECRUITER, sent, at=NOW)
    withdrawn = attrs.evolve(OPENED, applications=(attrs.evolve(SENT, withdrawn=NOW + HOUR),))
    blocked = with_settings(OPENED, blocks=(CompanyBlock(company="acme", at=NOW + HOUR),))
    for resume in (withdrawn, blocked):
        with pytest.raises(ViewRefused, match="this answer is not recorded"):
            record_of(RECRUITER, resume, view, at=NOW + 1.5 * HOUR)


@pytest.mark.parametrize("view", [RESUME, {}, "view"])
def test_what_is_no_view_is_a_type_error(view: Any) -> None:
    """A resume, a dict or a text in the place of the view is a programmer's mistake."""
    with pytest.raises(TypeError, match="expected view to be a ResumeView or None"):
        record_of(RECRUITER, RESUME, view, at=NOW)


def test_what_is_no_resume_or_viewer_is_a_type_error() -> None:
    """So is what is no resume, and what is no viewer."""
    with pytest.raises(TypeError, match="to be a Resume"):
        record_of(RECRUITER, cast("Any", _see()), _see(), at=NOW)
    with pytest.raises(TypeError, match="expected viewer to be a Viewer"):
        record_of(cast("Any", RESUME), RESUME, _see(), at=NOW)


@settings(max_examples=50)
@given(cases())
def test_LAW_7_records_notices_and_their_errors_are_silent(case: Case[Resume]) -> None:
    """No representation and no message holds personal data."""
    record = record_for(case.viewer, case.document, case.at)
    assert repr(record) == "<AccessRecord>"
    assert repr(notice_of(record, case.document.settings, language=Language.ZH)) in ("<Notice>", "None")
    wrong = None if record.granted else _see()
    with pytest.raises(ViewRefused, match="this answer is not recorded: the resume is ") as raised:
        record_of(case.viewer, case.document, wrong, at=case.at)
    assert isinstance(raised.value, ResumeVisibilityError)
    assert str(raised.value) in (
        "this answer is not recorded: the resume is shown to this viewer, but no view was given",
        "this answer is not recorded: the resume is not shown to this viewer, but a view was given",
    )


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"clauses": ()}, "clauses"),
        ({"clauses": (Clause.BLOCK_1,)}, "clauses"),
        ({"clauses": (Clause.MODE_1, Clause.GATE_2)}, "clauses"),
        ({"granted": False, "shown": frozenset()}, "clauses"),
        ({"withheld": frozenset(Part)}, "withheld"),
        ({"shown": frozenset({Part.FAMILY})}, "shown"),
        ({"withheld": frozenset({Part.EMERGENCY_PHONE})}, "withheld"),
        ({"document": Document.FORM}, "shown"),
        ({"granted": False}, "shown"),
        ({"digest": "A" * 64}, "digest"),
        ({"company": None}, "company"),
        ({"purpose": "courses"}, "purpose"),
        ({"support_case": "case-1"}, "support_case"),
        ({"kind": ViewerKind.VISITOR}, "company"),
        ({"kind": ViewerKind.SCHOOL}, "company"),
        ({"kind": ViewerKind.RECIPIENT, "company": None}, "purpose"),
        ({"kind": ViewerKind.MAILBOX, "conversing": True}, "conversing"),
    ],
)
def test_a_record_that_contradicts_itself_is_invalid(change: dict[str, Any], path: str) -> None:
    """What cannot be is refused when a record is built, and so when one is loaded."""
    with pytest.raises(InvalidValue) as raised:
        attrs.evolve(record_for(RECRUITER), **change)
    assert path in [problem.path for problem in raised.value.problems]


def test_NOTICE_1_a_new_clause_is_among_those_of_grants_or_of_refusals() -> None:
    """A record of a grant cites clauses that give, and one of a refusal none that never refuses. A new clause that refuses nothing
    goes into `NEVER_REFUSING_CLAUSES`; those here are cited for what is withheld alone.
    """
    assert frozenset(GIVES) == GRANTING_CLAUSES, "a clause that gives nothing goes into _REFUSING_CLAUSES"
    withheld_alone = {
        *(Clause.PHONE_1, Clause.CONTACT_1, Clause.CONTACT_2),
        *(Clause.SHARE_2, Clause.SHARE_3),
    }
    found = frozenset(Clause) - CLOSES.keys() - withheld_alone
    assert found == NEVER_REFUSING_CLAUSES, "a clause that refuses nothing goes into NEVER_REFUSING_CLAUSES"


def _decided_by(version: str, decide: Callable[[Facts, Readings], Decision]) -> Policy:
    """A policy of one's own."""
    return Policy(version, ruleset=attrs.evolve(V2023_04, version=version, decide=decide))


def _grant(facts: Facts, clauses: tuple[Clause, ...]) -> Grant:
    """A grant of the projects that cites these clauses, and none for the action."""
    return Grant(
        document=facts.document,
        parts=frozenset({Part.PROJECTS}),
        channels=frozenset(),
        actions=frozenset({facts.action}),
        given=((Part.PROJECTS, clauses), (facts.action, ())),
        refused=(),
    )


@pytest.mark.parametrize("asked", [RESUME, people.form()], ids=["resume", "form"])
@pytest.mark.parametrize(
    "clauses", [*((clause,) for clause in Clause), tuple(Clause), ()], ids=lambda one: f"{len(one)}{one[:1]}"
)
def test_NOTICE_1_a_policy_of_ones_own_has_a_record_whatever_it_cites(
    clauses: tuple[Clause, ...], asked: Any
) -> None:
    """NOTICE-1: whichever clause refuses or grants under a policy of one's own, or none, the answer is on record, and can be loaded."""
    for policy, granted in (
        (_decided_by("refuses", lambda *_: Refusal(clauses)), False),
        (_decided_by("grants", lambda facts, _: _grant(facts, clauses)), True),
    ):
        view = view_for(RECRUITER, asked, at=NOW, policy=policy)
        record = record_of(RECRUITER, asked, view, at=NOW, policy=policy)
        assert (record.granted, record.clauses) == (granted, clauses)
        assert record.shown == ({Part.PROJECTS} if granted else frozenset())
        assert load_record(dump_record(record)) == record


@pytest.mark.parametrize("asked", [RESUME, people.form()], ids=["resume", "form"])
def test_NOTICE_1_a_policy_of_ones_own_has_a_record_whatever_it_gives(asked: Any) -> None:
    """NOTICE-1: where a ruleset of one's own also gives parts that the document does not have, the record is of those that it has."""

    def decide(facts: Facts, _: Readings) -> Decision:
        some = _grant(facts, (Clause.OWNER_1,))
        given: list[tuple[Item, tuple[Clause, ...]]] = [*((part, (Clause.OWNER_1,)) for part in Part)]
        given.append((facts.action, ()))
        return attrs.evolve(some, parts=frozenset(Part), given=tuple(given))

    policy = _decided_by("all", decide)
    view = view_for(RECRUITER, asked, at=NOW, policy=policy)
    record = record_of(RECRUITER, asked, view, at=NOW, policy=policy)
    assert (record.shown, record.withheld) == (PARTS_OF[record.document], frozenset())
    assert load_record(dump_record(record)) == record


def test_NOTICE_1_a_refusal_is_recorded_with_its_clauses() -> None:
    """The platform keeps why somebody was shown nothing."""
    record = record_for(RECRUITER, BLOCKED)
    assert (record.granted, record.clauses, record.shown) == (False, (Clause.BLOCK_1,), frozenset())
    assert record.withheld == PARTS_OF[Document.RESUME]
