"""Records and notices: what is kept of an answer, and what the candidate is told."""

import pickle
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, cast

import attrs
import pytest
from hypothesis import given, settings

from resume_visibility import (
    FULLY_VERIFIED,
    POLICY_2023_04,
    PUBLIC,
    AccessRecord,
    Action,
    Application,
    Basics,
    CareerStage,
    Clause,
    CommunityMember,
    Company,
    CompanyBlock,
    Consent,
    Contact,
    Email,
    Gender,
    Headhunter,
    InvalidValue,
    Kind,
    Language,
    Mailbox,
    MobileNumber,
    NameDisplay,
    Owner,
    Part,
    PersonName,
    Policy,
    Profile,
    Recipient,
    Recommender,
    RecordedCompany,
    Recruiter,
    Resume,
    Settings,
    ShareForm,
    Viewer,
    Visibility,
    Visitor,
    YearMonth,
    dump_record,
    explain,
    notice_of,
    record_of,
    view_for,
)
from resume_visibility.testing import Case, cases, twin

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


def recorded(viewer: Viewer, resume: Resume = RESUME, at: datetime = NOW) -> AccessRecord:
    """The record of what `view_for` answers."""
    return record_of(viewer, resume, view_for(viewer, resume, at=at), at=at)


@given(cases())
def test_NOTICE_1_every_answer_has_a_record(case: Case) -> None:
    """Any viewer, resume and instant: a record says who, when, what for, and what came of it."""
    view = view_for(case.viewer, case.resume, at=case.at)
    record = record_of(case.viewer, case.resume, view, at=case.at)
    facts = explain(case.viewer, case.resume, at=case.at).facts
    assert (record.kind, record.action, record.at) == (facts.kind, case.viewer.action, case.at)
    assert record.granted is (view is not None)
    assert record.withheld == (frozenset(Part) if view is None else view.withheld)
    assert record.shown == frozenset(Part) - record.withheld
    assert (record.resume, record.policy) == (case.resume.id, POLICY_2023_04.version)
    assert hash(record) == hash(record_of(case.viewer, case.resume, view, at=case.at))


@given(cases())
def test_NOTICE_1_the_clauses_are_those_that_explain_names(case: Case) -> None:
    """A record names the clauses that granted the action and the parts, or that refused, as `explain` does."""
    record, explanation = (
        recorded(case.viewer, case.resume, case.at),
        explain(case.viewer, case.resume, at=case.at),
    )
    assert record.clauses[: len(explanation.clauses)] == explanation.clauses
    given_by = {
        clause
        for ruling in explanation.rulings
        if ruling.given and (not isinstance(ruling.item, Action) or ruling.item is record.action)
        for clause in ruling.clauses
    }
    assert set(record.clauses) == (given_by if record.granted else set(explanation.clauses))


@given(cases())
def test_LAW_1_records_of_resumes_that_differ_in_what_is_withheld_are_equal(case: Case) -> None:
    """What the viewer is not granted makes no difference to the record, in any form of it."""
    record, same = recorded(case.viewer, case.resume, case.at), recorded(case.viewer, twin(case), case.at)
    assert record == same
    assert repr(record) == repr(same)
    assert dump_record(record) == dump_record(same)


@given(cases())
def test_NOTICE_1_a_record_holds_none_of_the_values_shown(case: Case) -> None:
    """Every value of the resume changed, the opaque ids and what decides kept: the record is the same."""
    basics = case.resume.basics
    other = attrs.evolve(
        case.other,
        **{
            name: getattr(case.resume, name)
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
            ]
        },
        basics=attrs.evolve(
            case.other.basics, profile=attrs.evolve(case.other.basics.profile, born=basics.profile.born)
        ),
    )
    assert recorded(case.viewer, case.resume, case.at) == recorded(case.viewer, other, case.at)


def test_NOTICE_1_the_digest_tells_versions_apart_and_knows_no_content() -> None:
    """Another revision or id has another digest; other content of the same revision has the same."""
    digest = recorded(RECRUITER).digest
    assert recorded(RECRUITER, attrs.evolve(RESUME, strengths="别的")).digest == digest
    assert recorded(RECRUITER, attrs.evolve(RESUME, revision="rev-8")).digest != digest
    assert recorded(RECRUITER, attrs.evolve(RESUME, id="resume-2")).digest != digest
    assert recorded(RECRUITER, attrs.evolve(RESUME, id="resume-1rev", revision="-7")).digest != digest


def test_NOTICE_1_the_instant_is_in_utc_to_the_microsecond() -> None:
    """However the instant was given, the record has it in UTC."""
    beijing = timezone(timedelta(hours=8))
    record = recorded(RECRUITER, at=datetime(2026, 6, 1, 8, 0, 0, 7, tzinfo=beijing))
    assert record.at.isoformat() == "2026-06-01T00:00:00.000007+00:00"


def test_NOTICE_1_without_an_instant_it_is_now() -> None:
    """A record made right after a view, both without an instant, is of now."""
    before = datetime.now(UTC)
    record = record_of(RECRUITER, RESUME, view_for(RECRUITER, RESUME))
    assert before <= record.at <= datetime.now(UTC)


@pytest.mark.parametrize(
    ("viewer", "kind", "own", "company", "client", "purpose"),
    [
        (RECRUITER, Kind.RECRUITER, "user-1", ACME, None, None),
        (Headhunter(id="h-1", agency=ACME), Kind.HEADHUNTER, "h-1", ACME, None, None),
        (
            Headhunter(id="h-1", agency=ACME, client=Company(name="客户")),
            Kind.HEADHUNTER,
            "h-1",
            ACME,
            Company(name="客户"),
            None,
        ),
        (Mailbox(company=ACME, address=Email("hr@acme.example.com")), Kind.MAILBOX, None, ACME, None, None),
        (Owner(candidate="candidate-1"), Kind.OWNER, "candidate-1", None, None, None),
        (Owner(candidate="candidate-2"), Kind.VISITOR, "candidate-2", None, None, None),
        (CommunityMember(id="c-1"), Kind.COMMUNITY_MEMBER, "c-1", None, None, None),
        (Recommender(), Kind.RECOMMENDER, None, None, None, None),
        (Recipient(id="school-x", purpose="courses"), Kind.RECIPIENT, "school-x", None, None, "courses"),
        (Visitor(), Kind.VISITOR, None, None, None, None),
    ],
)
def test_NOTICE_1_who(
    viewer: Viewer,
    kind: Kind,
    own: str | None,
    company: Company | None,
    client: Company | None,
    purpose: str | None,
) -> None:
    """A record names the kind of viewer, their own id, and the companies they act for."""
    record = recorded(viewer)
    assert (record.kind, record.viewer, record.purpose) == (kind, own, purpose)
    assert record.company == (company and RecordedCompany(name=company.name, id=company.id))
    assert record.client == (client and RecordedCompany(name=client.name, id=client.id))


def _of(viewer: Viewer = RECRUITER, resume: Resume = RESUME, at: datetime = NOW) -> Any:
    return view_for(viewer, resume, at=at)


APPLIED = attrs.evolve(RESUME, applications=(Application(company="acme", at=NOW),))
BLOCKED = attrs.evolve(
    RESUME, settings=attrs.evolve(RESUME.settings, blocks=(CompanyBlock(company="acme", at=NOW),))
)


@pytest.mark.parametrize(
    ("view", "resume", "at"),
    [
        (None, RESUME, NOW),
        (_of(), BLOCKED, NOW),
        (_of(), attrs.evolve(RESUME, id="resume-2"), NOW),
        (_of(), APPLIED, NOW),
        (_of(Owner(candidate="candidate-1")), RESUME, NOW),
        (attrs.evolve(_of(), policy="2022-01"), RESUME, NOW),
        (attrs.evolve(_of(), actions=frozenset({Action.VIEW})), RESUME, NOW),
        (attrs.evolve(_of(), contact=_of(Owner(candidate="candidate-1")).contact), RESUME, NOW),
        (_of(), RESUME, NOW - timedelta(microseconds=1)),
        (_of(), RESUME, NOW + timedelta(hours=2, microseconds=1)),
    ],
)
def test_NOTICE_1_a_view_that_cannot_be_this_viewers_is_refused(
    view: Any, resume: Resume, at: datetime
) -> None:
    """No record is made of a view that this viewer cannot have had of this resume at that instant."""
    with pytest.raises(ValueError, match="no view of this viewer"):
        record_of(RECRUITER, resume, view, at=at)


def test_NOTICE_1_a_view_of_another_policy_is_refused() -> None:
    """The policy that is named must be the one that the view was made under."""
    with pytest.raises(ValueError, match="another policy"):
        record_of(RECRUITER, RESUME, _of(), at=NOW, policy=Policy("next"))


def test_NAME_2_a_view_still_fresh_may_be_shown_and_recorded_again() -> None:
    """A view kept for up to two hours has a record each time it is shown."""
    view = _of()
    assert record_of(RECRUITER, RESUME, view, at=NOW + timedelta(hours=2)).granted


def test_NAME_2_a_view_that_was_kept_elsewhere_may_be_recorded() -> None:
    """A view that went through a cache is the same view, and so is one of the resume loaded again."""
    view = view_for(RECRUITER, RESUME, at=NOW)
    again = attrs.evolve(RESUME, id="".join(RESUME.id))
    assert again.id is not RESUME.id
    for kept in (pickle.loads(pickle.dumps(view)), view_for(RECRUITER, again, at=NOW)):
        assert record_of(RECRUITER, RESUME, kept, at=NOW) == recorded(RECRUITER)


@pytest.mark.parametrize("view", [RESUME, {}, "view"])
def test_what_is_no_view_is_a_type_error(view: Any) -> None:
    """A resume, a dict or a text in the place of the view is a programmer's mistake."""
    with pytest.raises(TypeError, match="expected view to be a ResumeView or None"):
        record_of(RECRUITER, RESUME, view, at=NOW)


def test_what_is_no_resume_or_viewer_is_a_type_error() -> None:
    """So is what is no resume, and what is no viewer."""
    with pytest.raises(TypeError, match="expected a Resume"):
        record_of(RECRUITER, cast("Any", _of()), _of(), at=NOW)
    with pytest.raises(TypeError, match="expected a viewer"):
        record_of(cast("Any", RESUME), RESUME, _of(), at=NOW)


@settings(max_examples=50)
@given(cases())
def test_LAW_7_records_notices_and_their_errors_are_silent(case: Case) -> None:
    """No representation and no message holds personal data."""
    record = recorded(case.viewer, case.resume, case.at)
    assert repr(record) == "<AccessRecord>"
    assert repr(notice_of(record, Language.ZH)) in ("<Notice>", "None")
    wrong = None if record.granted else _of()
    with pytest.raises(ValueError, match="no view of this viewer: the resume is ") as raised:
        record_of(case.viewer, case.resume, wrong, at=case.at)
    assert str(raised.value) in (
        "no view of this viewer: the resume is shown, but no view was given",
        "no view of this viewer: the resume is not shown, but a view was given",
    )


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"clauses": ()}, "clauses"),
        ({"withheld": frozenset(Part)}, "withheld"),
        ({"granted": False}, "shown"),
        ({"digest": "A" * 64}, "digest"),
        ({"company": None}, "company"),
        ({"client": RecordedCompany(name="客户")}, "client"),
        ({"purpose": "courses"}, "purpose"),
        ({"kind": Kind.VISITOR}, "company"),
        ({"kind": Kind.RECIPIENT, "company": None}, "purpose"),
    ],
)
def test_a_record_that_contradicts_itself_is_invalid(change: dict[str, Any], path: str) -> None:
    """What cannot be is refused when a record is built, and so when one is loaded."""
    with pytest.raises(InvalidValue) as raised:
        attrs.evolve(recorded(RECRUITER), **change)
    assert path in [problem.path for problem in raised.value.problems]


@given(cases())
def test_NOTICE_1_the_candidate_is_told_of_each_granted_view_by_somebody_else(case: Case) -> None:
    """A notice for companies and recipients; none for refusals, the owner, the recommender and the community."""
    record = recorded(case.viewer, case.resume, case.at)
    notice = notice_of(record, Language.EN)
    told = record.granted and (record.kind.has_company or record.kind is Kind.RECIPIENT)
    assert (notice is not None) is told
    if notice is not None:
        assert (notice.resume, notice.action, notice.at) == (record.resume, record.action, record.at)
        assert notice.parts == record.shown


HEADHUNTER = Headhunter(id="h-1", agency=ACME, client=Company(id="globex-cn", name="环球"), signed_in=True)


@pytest.mark.parametrize(
    ("viewer", "chinese", "english"),
    [
        (RECRUITER, "阿克米科技有限公司查看了您的简历", "阿克米科技有限公司 viewed your resume"),
        (
            attrs.evolve(RECRUITER, action=Action.EXPORT),
            "阿克米科技有限公司导出了您的简历",
            "阿克米科技有限公司 exported your resume",
        ),
        (
            attrs.evolve(RECRUITER, action=Action.CHAT),
            "阿克米科技有限公司与您进行了在线沟通",
            "阿克米科技有限公司 chatted with you",
        ),
        (
            HEADHUNTER,
            "阿克米科技有限公司（受环球委托）查看了您的简历",
            "阿克米科技有限公司 (for 环球) viewed your resume",
        ),
        (
            Recipient(id="school-x", purpose="courses"),
            "school-x查看了您的简历",
            "school-x viewed your resume",
        ),
        (Recipient(id=PUBLIC, purpose="courses"), "公众查看了您的简历", "the public viewed your resume"),
    ],
)
def test_NOTICE_1_a_notice_is_a_sentence_in_either_language(
    viewer: Viewer, chinese: str, english: str
) -> None:
    """The candidate reads who did what."""
    texts = [notice_of(recorded(viewer), language) for language in (Language.ZH, Language.EN)]
    assert [notice and notice.text for notice in texts] == [chinese, english]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("action", Action)
def test_NOTICE_1_every_action_has_words(action: Action, language: Language) -> None:
    """There is a sentence for every action in every language."""
    notice = notice_of(attrs.evolve(recorded(RECRUITER), action=action), language)
    assert notice is not None
    assert notice.text.startswith(ACME.name)


def test_a_recipient_without_an_id_is_not_told_of() -> None:
    """A record loaded from elsewhere that names no recipient yields no notice rather than an empty one."""
    record = attrs.evolve(recorded(Recipient(id="school-x", purpose="courses")), viewer=None)
    assert notice_of(record, Language.ZH) is None


def test_NOTICE_1_a_refusal_is_recorded_with_its_clauses() -> None:
    """The platform keeps why somebody was shown nothing."""
    record = recorded(RECRUITER, BLOCKED)
    assert (record.granted, record.clauses, record.shown) == (False, (Clause.BLOCK_1,), frozenset())
    assert record.withheld == frozenset(Part)


def test_a_notice_is_of_a_record_in_a_language() -> None:
    """The name of a language, and a view in a record's place, are TypeErrors."""
    with pytest.raises(TypeError, match=r"^expected a Language, got a str$"):
        notice_of(recorded(RECRUITER), cast("Any", "zh"))
    with pytest.raises(TypeError, match=r"^expected an AccessRecord or a FormRecord, got a Resume$"):
        notice_of(cast("Any", RESUME), Language.ZH)
