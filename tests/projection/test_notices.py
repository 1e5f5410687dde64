"""Notices: what the candidate learns of who looked, by the channels that they left on (NOTICE-1, NOTICE-2)."""

from itertools import chain, combinations
from typing import Any, cast

import attrs
import pytest
from hypothesis import given
from hypothesis.strategies import text

from people import ACME, AT, DAY, GLOBEX, OPEN, headhunter, mailbox, member, owner, recruiter, resume, visitor
from resume_visibility import (
    AccessRecord,
    Action,
    CampusForm,
    Language,
    Notice,
    NoticeChannel,
    Policy,
    Recipient,
    Recommender,
    Resume,
    School,
    Settings,
    SupportAgent,
    SupportCase,
    Viewer,
    dump_notice,
    dump_record,
    notice_of,
    record_of,
    view_for,
)
from resume_visibility.model import (
    PUBLIC,
    Application,
    Consent,
    Conversation,
    Delivery,
    Document,
    OnlineTalk,
    ShareForm,
)
from resume_visibility.model.names import LONGEST_COMPANY_NAME, one_line, unseen
from resume_visibility.model.parts import PARTS_OF, Part
from resume_visibility.policy import Readings, ViewerKind
from resume_visibility.testing import Case, cases, form_cases

CONVERSATION = Conversation(company="acme", since=AT - DAY, until=AT + DAY)
TALK = OnlineTalk(school="fudan", delivery=Delivery(at=AT - DAY, position="工程师"), school_requires=True)
RESUME = resume(
    applications=(
        Application(company="acme", at=AT - DAY, mailbox=mailbox.address),
        Application(company="globex", at=AT - DAY, talk=TALK),
    ),
    consents=tuple(
        Consent(
            recipient=recipient,
            recipient_name="某某教育科技有限公司",
            recipient_contact="400 客服",
            purpose="courses",
            method="电话",
            parts=frozenset({Part.REGION}),
            begins=AT - DAY,
            ends=AT + DAY,
            form=form,
        )
        for recipient, form in (("academy", ShareForm.SHARE), (PUBLIC, ShareForm.DISCLOSURE))
    ),
)
ACADEMY = Recipient(id="academy", purpose="courses")
SCHOOL = School(id="fudan", signed_in=True, verified=True)
SUPPORT = SupportAgent(
    id="s-1", case=SupportCase(id="case-1", opened=AT - DAY, complainant="c-1"), signed_in=True
)
NO_NOTICES_TO_OTHERS = Policy("unsaid", readings=Readings(headhunters_and_schools_make_notices=False))
NOTICES_OF_LISTS = Policy("lists", readings=Readings(lists_make_no_notices=False))


def record_for(viewer: Viewer, whole: Resume = RESUME) -> AccessRecord:
    """The record of what `view_for` answers."""
    return record_of(viewer, whole, view_for(viewer, whole, at=AT), at=AT)


def notice_text(viewer: Viewer, whole: Resume = RESUME, language: Language = Language.ZH) -> str | None:
    """The sentence that the candidate gets of a view; None where there is none."""
    notice = notice_of(record_for(viewer, whole), whole.settings, language=language)
    return None if notice is None else notice.text


@given(cases(), form_cases())
def test_NOTICE_1_there_is_a_notice_of_each_granted_view_by_somebody_else(
    case: Case[Resume], form_case: Case[CampusForm]
) -> None:
    """A notice of companies, recipients and schools; none of refusals, lists, the owner, the platform and the community."""
    for viewer, asked, at in (
        (case.viewer, case.document, case.at),
        (form_case.viewer, form_case.document, form_case.at),
    ):
        document: Any = asked
        record = record_of(viewer, document, view_for(viewer, document, at=at), at=at)
        notice = notice_of(record, asked.settings, language=Language.EN)
        somebody = record.kind.has_company or record.kind in (ViewerKind.RECIPIENT, ViewerKind.SCHOOL)
        looked = record.action not in (Action.RECOMMEND, Action.SEARCH)
        channels = asked.settings.notices
        assert (notice is not None) is (record.granted and somebody and looked and bool(channels))
        if notice is not None:
            assert (notice.document, notice.document_id) == (record.document, asked.id)
            assert (notice.action, notice.at, notice.parts) == (record.action, record.at, record.shown)
            assert notice.channels == channels


@pytest.mark.parametrize(
    ("viewer", "chinese", "english"),
    [
        (recruiter, "艾可美科技有限公司查看了您的简历", "艾可美科技有限公司 viewed your resume"),
        (
            attrs.evolve(recruiter, action=Action.EXPORT),
            "艾可美科技有限公司导出了您的简历",
            "艾可美科技有限公司 exported your resume",
        ),
        (
            attrs.evolve(headhunter, clients=(ACME,)),
            "环球实业有限公司查看了您的简历",
            "环球实业有限公司 viewed your resume",
        ),
        (
            mailbox,
            "艾可美科技有限公司的招聘企业邮箱收到了您的简历",
            "艾可美科技有限公司 received your resume in its mailbox",
        ),
        (ACADEMY, "academy 查看了您的简历", "academy viewed your resume"),
        (attrs.evolve(ACADEMY, id=PUBLIC), "公众查看了您的简历", "the public viewed your resume"),
        (SCHOOL, "fudan 查看了您的简历", "fudan viewed your resume"),
    ],
)
def test_NOTICE_1_a_notice_is_a_sentence_in_either_language(
    viewer: Viewer, chinese: str, english: str
) -> None:
    """The candidate reads who did what."""
    assert [notice_text(viewer, language=language) for language in (Language.ZH, Language.EN)] == [
        chinese,
        english,
    ]


def named(viewer: Viewer, name: str | None, language: Language = Language.ZH) -> tuple[str, str]:
    """Whom the notice of a view names if the service knows this name, and its sentence."""
    notice = notice_of(record_for(viewer), OPEN, language=language, name=name)
    assert notice is not None
    assert notice.text.startswith(notice.company)
    return notice.company, notice.text.removeprefix(notice.company)


@pytest.mark.parametrize("viewer", [ACADEMY, SCHOOL], ids=["recipient", "school"])
def test_NOTICE_1_who_has_a_name_is_named_by_it(viewer: Viewer) -> None:
    """The candidate knows the name of the recipient that they named, and of their school, and no id: the record holds the id alone."""
    assert named(viewer, "复旦大学") == ("复旦大学", "查看了您的简历")
    assert named(viewer, "ACME") == ("ACME", " 查看了您的简历")
    assert named(viewer, "复旦大学", Language.EN) == ("复旦大学", " viewed your resume")
    assert "复旦" not in dump_record(record_for(viewer)).decode()
    assert named(viewer, "Fudan 大学") == ("Fudan 大学", "查看了您的简历")
    assert named(viewer, "复旦 A") == ("复旦 A", " 查看了您的简历")
    assert named(viewer, " 复旦\n") == ("复旦", "查看了您的简历")
    for nothing in (None, "", " \n", "\u200b", "\ud800\0"):
        assert named(viewer, nothing)[0] == record_for(viewer).viewer


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("长" * 20_000, "长" * LONGEST_COMPANY_NAME),
        ("长" * (LONGEST_COMPANY_NAME - 1) + " 名", "长" * (LONGEST_COMPANY_NAME - 1)),
        ("复\ud800旦\0", "复旦"),
    ],
)
def test_NOTICE_1_no_name_keeps_a_candidate_from_a_notice(name: str, shown: str) -> None:
    """A consent may name its recipient at length, and a service may have half a character: the notice is given all the same."""
    assert named(ACADEMY, name) == (shown, "查看了您的简历")


@pytest.mark.parametrize(
    ("viewer", "chinese", "english"),
    [
        (ACADEMY, "某接收方查看了您的简历", "a recipient viewed your resume"),
        (SCHOOL, "某高校查看了您的简历", "a school viewed your resume"),
    ],
    ids=["recipient", "school"],
)
def test_NOTICE_1_a_view_by_whom_the_record_does_not_name_makes_a_notice(
    viewer: Viewer, chinese: str, english: str
) -> None:
    """A stored record may lack the id of the recipient or school: the candidate learns of the view, by the name that the service gives."""
    record = attrs.evolve(record_for(viewer), viewer=None)
    for language, sentence in ((Language.ZH, chinese), (Language.EN, english)):
        for nothing in (None, "", "\u200b"):
            notice = notice_of(record, OPEN, language=language, name=nothing)
            assert notice is not None
            assert notice.text == sentence
    notice = notice_of(record, OPEN, language=Language.ZH, name="复旦大学")
    assert notice is not None
    assert notice.text == "复旦大学查看了您的简历"


@given(text())
def test_NOTICE_1_a_name_cannot_change_the_sentence_around_it(name: str) -> None:
    """A name of a consent may be any text: in a notice it is one line, without signs of direction, and the rest stays as it is."""
    company, rest = named(ACADEMY, name)
    assert company
    assert list(one_line(company)) == []
    assert rest.strip() == "查看了您的简历"
    assert list(unseen("name", company)) == []


def test_NOTICE_1_only_who_is_known_by_an_id_gets_another_name() -> None:
    """A company keeps the name in the record, and the public is the public."""
    assert named(recruiter, "别家公司")[0] == ACME.name
    assert named(attrs.evolve(ACADEMY, id=PUBLIC), "某人")[0] == "公众"


def test_NOTICE_1_a_school_is_not_the_public() -> None:
    """A school whose id is the one of a disclosure to everybody is named as any other."""
    view = view_for(SCHOOL, RESUME, at=AT)
    record = attrs.evolve(record_of(SCHOOL, RESUME, view, at=AT), viewer=PUBLIC)
    notice = notice_of(record, RESUME.settings, language=Language.ZH)
    assert notice is not None
    assert (notice.company, notice.text) == (PUBLIC, "public 查看了您的简历")


@pytest.mark.parametrize("viewer", [owner, visitor, member, Recommender(), SUPPORT])
def test_NOTICE_1_nobody_is_notified_of_these(viewer: Viewer) -> None:
    """The own views, those of the platform's recommender and staff, the community's and refusals yield no notice."""
    assert notice_text(viewer) is None
    assert record_for(viewer).granted is (viewer is not visitor)


@pytest.mark.parametrize("action", [Action.RECOMMEND, Action.SEARCH])
def test_NOTICE_1_being_found_is_recorded_and_makes_no_notice(action: Action) -> None:
    """A list has a record for each resume in it, and the candidate gets no notice of it; a reading chooses otherwise."""
    record = record_for(attrs.evolve(recruiter, action=action))
    assert record.granted
    assert notice_of(record, OPEN, language=Language.ZH) is None
    assert notice_of(record, OPEN, language=Language.ZH, policy=NOTICES_OF_LISTS) is not None


@pytest.mark.parametrize("viewer", [headhunter, SCHOOL])
def test_NOTICE_1_headhunters_and_schools_are_a_reading(viewer: Viewer) -> None:
    """Their views make notices, unless the platform chooses otherwise; those of companies always do."""
    assert notice_text(viewer) is not None
    assert notice_of(record_for(viewer), OPEN, language=Language.ZH, policy=NO_NOTICES_TO_OTHERS) is None
    assert (
        notice_of(record_for(recruiter), OPEN, language=Language.ZH, policy=NO_NOTICES_TO_OTHERS) is not None
    )


CHAT = attrs.evolve(recruiter, action=Action.CHAT)


@pytest.mark.parametrize(
    ("language", "opened", "talked"),
    [
        (
            Language.ZH,
            "艾可美科技有限公司打开了与您在线沟通的窗口，尚未开始对话",
            "艾可美科技有限公司与您进行了在线沟通",
        ),
        (
            Language.EN,
            "艾可美科技有限公司 opened a chat with you and has not begun a conversation",
            "艾可美科技有限公司 chatted with you",
        ),
    ],
)
def test_CHAT_1_a_chat_without_a_conversation_is_called_what_it_is(
    language: Language, opened: str, talked: str
) -> None:
    """Before a conversation runs, the notice does not say that one took place; while one runs, it does."""
    assert notice_text(CHAT, language=language) == opened
    assert notice_text(CHAT, attrs.evolve(RESUME, conversations=(CONVERSATION,)), language) == talked


@pytest.mark.parametrize(
    ("conversation", "runs"),
    [
        (CONVERSATION, True),
        (attrs.evolve(CONVERSATION, company="globex"), False),
        (attrs.evolve(CONVERSATION, until=AT), False),
        (attrs.evolve(CONVERSATION, since=AT + DAY / 2), False),
    ],
)
def test_CHAT_1_a_record_says_whether_a_conversation_ran(conversation: Conversation, runs: bool) -> None:
    """With this company, at that instant."""
    record = record_for(CHAT, attrs.evolve(RESUME, conversations=(conversation,)))
    assert record.granted
    assert record.conversing is runs


SUBSETS = [frozenset(some) for some in chain(*(combinations(NoticeChannel, n) for n in range(4)))]


@pytest.mark.parametrize(
    "left_on", SUBSETS, ids=lambda some: "+".join(sorted(c.value for c in some)) or "none"
)
def test_NOTICE_2_a_notice_goes_by_the_channels_left_on(left_on: frozenset[NoticeChannel]) -> None:
    """The notice names the channels that the candidate left on, and there is none where all are off."""
    record = record_for(recruiter)
    notice = notice_of(record, attrs.evolve(OPEN, notices=left_on), language=Language.ZH)
    assert (notice and notice.channels) == (left_on or None)


@given(cases())
def test_NOTICE_2_opting_out_stops_notices_and_never_records(case: Case[Resume]) -> None:
    """Whatever channels are on or off, the record is the same."""
    out = attrs.evolve(case.document, settings=attrs.evolve(case.document.settings, notices=frozenset()))
    records = [
        record_of(case.viewer, one, view_for(case.viewer, one, at=case.at), at=case.at)
        for one in (case.document, out)
    ]
    assert records[0] == records[1]
    assert notice_of(records[1], out.settings, language=Language.ZH) is None


def test_NOTICE_2_the_settings_are_those_of_now() -> None:
    """A channel switched off after the view is not used for its notice."""
    record = record_for(recruiter)
    only_app = attrs.evolve(OPEN, notices=frozenset({NoticeChannel.APP}))
    notice = notice_of(record, only_app, language=Language.ZH)
    assert notice is not None
    assert notice.channels == {NoticeChannel.APP}
    assert Settings().notices == frozenset(NoticeChannel)


@pytest.mark.parametrize("document", Document)
@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("conversing", [True, False])
@pytest.mark.parametrize("action", Action)
def test_NOTICE_1_every_action_has_words(
    action: Action, conversing: bool, language: Language, document: Document
) -> None:
    """There is a sentence for every action on every document in every language."""
    record = attrs.evolve(
        record_for(recruiter),
        action=action,
        conversing=conversing,
        document=document,
        shown=frozenset(),
        withheld=PARTS_OF[document],
    )
    notice = notice_of(record, OPEN, language=language, policy=NOTICES_OF_LISTS)
    assert notice is not None
    assert notice.text.startswith(ACME.name)
    assert len(notice.text) > len(ACME.name) + 5


def test_NOTICE_1_the_person_who_looked_is_not_named() -> None:
    """Neither the text nor the JSON of a notice holds the id of the recruiter, nor the ids of the companies."""
    notice = notice_of(record_for(recruiter), OPEN, language=Language.ZH)
    assert notice is not None
    for hidden in (recruiter.id, ACME.id or "", GLOBEX.id or ""):
        assert hidden not in notice.text
        assert f'"{hidden}"' not in dump_notice(notice).decode()


def test_a_notice_is_of_a_record_with_settings_in_a_language_under_a_policy() -> None:
    """What is none of the four is a TypeError that names both kinds."""
    record = record_for(recruiter)
    wrong: list[tuple[tuple[Any, Any, Any], str]] = [
        ((cast("Any", RESUME), OPEN, Language.ZH), "expected record to be an AccessRecord, got Resume"),
        ((record, RESUME, Language.ZH), "expected settings to be a Settings, got Resume"),
        ((record, OPEN, "zh"), "expected language to be a Language, such as Language.ZH, got str"),
    ]
    for (of, settings, language), message in wrong:
        with pytest.raises(TypeError, match=f"^{message}$"):
            notice_of(of, settings, language=language)
    with pytest.raises(TypeError, match=r"^expected policy to be a Policy, got Readings$"):
        notice_of(record, OPEN, language=Language.ZH, policy=cast("Any", Readings()))


def test_LAW_7_a_notice_is_silent() -> None:
    """Its representation says nothing."""
    notice = notice_of(record_for(recruiter), OPEN, language=Language.ZH)
    assert isinstance(notice, Notice)
    assert repr(notice) == str(notice) == "<Notice>"
