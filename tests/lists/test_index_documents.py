"""SEARCH-1: what an index may hold of a resume, made from the grant."""

from datetime import UTC, datetime, timedelta
from typing import Any

import attrs
import pytest
from engines import FIELDS
from hypothesis import given
from hypothesis import strategies as st

from people import (
    AT,
    DAY,
    MAIL,
    NUMBER,
    applied,
    headhunter,
    line,
    owner,
    recruiter,
    resume,
    stranger,
    with_settings,
)
from resume_visibility import (
    POLICY_2023_04,
    Action,
    Channel,
    CompanyBlock,
    Headhunter,
    InvalidValue,
    Language,
    NameDisplay,
    Part,
    Policy,
    Recruiter,
    Resume,
    Viewer,
    Visibility,
    view_for,
    view_to_dict,
)
from resume_visibility.lists.documents import LISTS, Reader
from resume_visibility.lists.fields import SEARCHED_PARTS, leaf_fields
from resume_visibility.lists.searching import document_key, index_documents
from resume_visibility.lists.tokens import terms
from resume_visibility.model import Conversation, YearMonth
from resume_visibility.model.building import fields_of
from resume_visibility.model.shown import ShownSections
from resume_visibility.policy import Grant, Readings, Standing, ViewerKind
from resume_visibility.testing import Case, cases, resumes, twin

SEARCHING = [attrs.evolve(one, action=Action.SEARCH) for one in (recruiter, stranger, headhunter)]
APPLIED_LISTED = Policy("applied-listed", readings=Readings(lists_follow_visibility=False))
MAIL_SHOWN = Policy("mail-shown", readings=Readings(email_is_relayed=False))
POLICIES = st.sampled_from([POLICY_2023_04, APPLIED_LISTED, MAIL_SHOWN])
instants = st.sampled_from([AT, datetime(2015, 1, 1, tzinfo=UTC), datetime(2026, 6, 30, 17, tzinfo=UTC)])


def documents(asked: Resume, policy: Policy = POLICY_2023_04, at: datetime = AT) -> dict[str, Any]:
    """The documents of a resume in Chinese, by key."""
    return {one.key: one for one in index_documents(asked, language=Language.ZH, at=at, policy=policy)}


@given(resumes(), instants, st.sampled_from(Language))
def test_SEARCH_1_there_is_one_document_or_none(asked: Resume, at: datetime, language: Language) -> None:
    """Under the rules as they are, all who find a resume search the same document of it, applied or not."""
    found = index_documents(asked, language=language, at=at)
    assert len(found) <= 1
    for document in found:
        kinds = {reader.kind for reader in document.readers}
        assert {reader.standing for reader in document.readers} == {*Standing} - {Standing.BLOCKED}
        assert kinds == (
            {ViewerKind.HEADHUNTER}
            if asked.settings.visibility is Visibility.HEADHUNTERS
            else {ViewerKind.RECRUITER, ViewerKind.HEADHUNTER}
        )


@given(cases(), st.sampled_from(LISTS), POLICIES)
def test_LAW_8_a_viewer_has_a_document_where_they_find_the_resume(
    case: Case[Resume], action: Action, policy: Policy
) -> None:
    """Under any reading, who is shown a resume in a list has a document of it, which names them; who is not has none."""
    viewer = attrs.evolve(case.viewer, action=action)
    key = document_key(viewer, case.document, at=case.at, policy=policy)
    shown = view_for(viewer, case.document, at=case.at, policy=policy)
    assert (key is None) is (shown is None)
    if key is not None:
        document = documents(case.document, policy, case.at)[key]
        kind = ViewerKind.RECRUITER if isinstance(viewer, Recruiter) else ViewerKind.HEADHUNTER
        assert any(reader.kind is kind and reader.action is action for reader in document.readers)


@given(cases(), st.sampled_from(LISTS), POLICIES)
def test_SEARCH_1_a_document_holds_what_its_readers_are_shown(
    case: Case[Resume], action: Action, policy: Policy
) -> None:
    """Every value in it stands in the view of each viewer who searches it, under the same path."""
    asked = attrs.evolve(case.document, virtual_numbers=())
    viewer = attrs.evolve(case.viewer, action=action, language=Language.ZH)
    key = document_key(viewer, asked, at=case.at, policy=policy)
    view = view_for(viewer, asked, at=case.at, policy=policy)
    if key is None or view is None:
        return
    plain = view_to_dict(view)
    for field in documents(asked, policy, case.at)[key].fields:
        shown = list(at_path(plain, field.path.split(".")))
        # JSON leaves out what has its default, such as a salary in CNY.
        assert shown == list(field.values) or field.path == "sections.intention.salary.currency", field.path


def at_path(plain: Any, names: list[str]) -> Any:
    """The values at a path in the JSON of a view."""
    if isinstance(plain, list):
        for item in plain:
            yield from at_path(item, names)
    elif names:
        yield from at_path(plain.get(names[0]), names[1:]) if isinstance(plain, dict) else ()
    elif plain is not None:
        yield plain


@given(cases(action=Action.SEARCH), st.sampled_from(Language))
def test_LAW_1_what_a_searcher_is_not_shown_makes_no_difference_to_a_document(
    case: Case[Resume], language: Language
) -> None:
    """A twin that differs only in what is withheld from somebody who finds the resume has the same documents."""
    if document_key(case.viewer, case.document, at=case.at) is not None:
        one, other = (index_documents(r, language=language, at=case.at) for r in (case.document, twin(case)))
        assert one == other
        assert repr(one) == repr(other)


@given(cases())
def test_SEARCH_1_acts_are_for_the_filter(case: Case[Resume]) -> None:
    """Blocks, applications, conversations and consents make no difference to a document, nor does who chats."""
    mine, other = case.document, case.other
    settings = attrs.evolve(mine.settings, blocks=other.settings.blocks, chat_permission=True)
    acted = attrs.evolve(
        mine,
        settings=settings,
        applications=tuple(attrs.evolve(one, attachments=frozenset()) for one in other.applications),
        conversations=other.conversations,
        consents=other.consents,
        attachments=(),
        video=None,
        ip_region=None,
        revision="another",
    )
    assert documents(mine, at=case.at) == documents(acted, at=case.at)


def test_SEARCH_1_what_varies_by_viewer_or_instant_is_left_out() -> None:
    """No action, channel, number, address, file, picture, month of birth or end of freshness is in a document."""
    whole = resume(virtual_numbers=(line("vn-1"),), highlights=f"电话 {NUMBER} 或 +862100000000")
    (document,) = documents(whole).values()
    text = str(document.content())
    for left_out in (
        NUMBER,
        MAIL,
        "862100000000",
        "avatar-1",
        "file-1",
        "video-1",
        "image-1",
        "example.com",
        "1990",
    ):
        assert left_out not in text
    assert not {field.path.split(".")[0] for field in document.fields} - {"display_name", "sections"}
    assert not any(channel.value in document.content() for channel in Channel)


def test_SEARCH_1_somebody_decides_what_of_a_person_is_searched() -> None:
    """A new field of 个人信息 is searched only if somebody writes it here; otherwise it goes into `_FILTER_ONLY_FIELDS`."""
    found = {
        path.removeprefix("sections.profile.") for path in FIELDS if path.startswith("sections.profile.")
    }
    decided = {"gender", "political_status", "residence", "stage", "work_started"}
    assert found == decided, (
        "write a new field in _FILTER_ONLY_FIELDS of lists/fields.py, or here if it may be searched"
    )


def test_SEARCH_1_a_document_serves_keywords_and_figures() -> None:
    """职位、行业、工作年限: words have terms, and figures and choices are as the view has them."""
    (document,) = documents(resume()).values()
    content = document.content()
    assert content["terms"]["sections.work.position"] == ["工程", "程师"]
    assert content["values"]["sections.profile.work_started"] == [2012]
    assert content["values"]["sections.intention.cities"] == ["上海", "杭州"]
    assert content["values"]["sections.education.degree"] == ["bachelor"]
    assert "sections.education.degree" not in content["terms"]
    assert content["values"]["sections.work.period.end"] == ["2022-08"]
    named = {name: content[name] for name in content if name not in ("values", "terms")}
    assert named == {"resume": "r-1", "language": "zh", "key": "sections+name", "policy": "2023-04"}


def test_SEARCH_1_marks_are_no_words() -> None:
    """Who looks for 电话销售 does not find everybody whose text has a telephone number taken out of it."""
    (document,) = documents(resume(highlights=f"销售 {NUMBER}")).values()
    (field,) = [field for field in document.fields if field.path == "sections.highlights"]
    assert field.values == ("销售 [电话已隐藏]",)
    assert field.terms == ("销售",)


@pytest.mark.parametrize(
    ("display", "key", "name"),
    [(NameDisplay.REAL, "sections+name", "张三丰"), (NameDisplay.HONORIFIC, "sections", "张先生")],
)
def test_NAME_1_the_name_is_searched_as_it_is_shown(display: NameDisplay, key: str, name: str) -> None:
    """A name that is not shown is in no document, and its key says which name is."""
    (document,) = documents(with_settings(resume(highlights="我是张三丰"), name_display=display)).values()
    assert document.key == key
    assert document.content()["values"]["display_name"] == [name]
    assert ("三丰" in str(document.content())) is (display is NameDisplay.REAL)


@pytest.mark.parametrize("language", Language)
def test_NAME_1_each_language_has_a_document_of_its_own(language: Language) -> None:
    """The display name is that of the language, and the document says which it is."""
    (document,) = index_documents(
        with_settings(resume(), name_display=NameDisplay.HONORIFIC), language=language, at=AT
    )
    shown = {Language.ZH: "张先生", Language.EN: "Mr. Zhang"}
    assert document.language is language
    assert document.content()["values"]["display_name"] == [shown[language]]


def test_APPLY_5_a_reading_that_lists_applicants_makes_a_second_document() -> None:
    """Where an application opens lists, those applied to search texts with the number in them, and nobody else does."""
    whole = resume(highlights=f"电话 {NUMBER}", applications=(applied,))
    found = documents(whole, APPLIED_LISTED)
    assert [*found] == ["sections+email+homepage+messenger+mobile+name", "sections+name"]
    keys = [document_key(one, whole, at=AT, policy=APPLIED_LISTED) for one in SEARCHING]
    assert keys == ["sections+email+homepage+messenger+mobile+name", "sections+name", "sections+name"]
    holds = {key: NUMBER in str(document.content()) for key, document in found.items()}
    assert holds == {"sections+email+homepage+messenger+mobile+name": True, "sections+name": False}
    readers = [document.readers for document in found.values()]
    assert readers[0].isdisjoint(readers[1])
    assert Reader(Action.SEARCH, ViewerKind.RECRUITER, Standing.APPLIED, False) in readers[0]


def test_PARTS_1_a_key_names_the_sections_that_are_not_shown() -> None:
    """A policy that shows recruiters less than headhunters makes two documents, of which one has no work in it."""

    def decide(facts: Any, readings: Readings) -> Any:
        decision = POLICY_2023_04.ruleset.decide(facts, readings)
        if facts.kind is ViewerKind.RECRUITER and isinstance(decision, Grant):
            return attrs.evolve(
                decision,
                parts=decision.parts - {Part.WORK},
                given=tuple(one for one in decision.given if one[0] is not Part.WORK),
            )
        return decision

    policy = Policy("less", ruleset=attrs.evolve(POLICY_2023_04.ruleset, decide=decide))
    found = documents(resume(), policy)
    assert [*found] == ["sections+name", "sections+name-work"]
    paths = {key: {field.path for field in document.fields} for key, document in found.items()}
    assert "sections.work.company" in paths["sections+name"]
    assert not any(path.startswith("sections.work.") for path in paths["sections+name-work"])
    assert "sections.latest_position" in paths["sections+name-work"]


@pytest.mark.parametrize(
    "changes",
    [
        {"settings": {"visibility": Visibility.PRIVATE}},
        {"settings": {"resume_permission": False}},
        {"deleted": True},
    ],
)
def test_GATE_1_GATE_2_nobody_finds_what_is_closed(changes: dict[str, Any]) -> None:
    """A private, switched off or deleted resume has no document."""
    closed = with_settings(resume(), **changes.pop("settings", {}))
    assert documents(attrs.evolve(closed, **changes)) == {}


def test_GATE_3_nobody_finds_a_child() -> None:
    """Before they are surely sixteen a candidate has no document; from that instant on they have."""
    basics = resume().basics
    young = resume(basics=attrs.evolve(basics, profile=attrs.evolve(basics.profile, born=YearMonth(2010, 5))))
    grown = datetime(2026, 5, 31, 16, tzinfo=UTC)
    assert documents(young, at=grown - timedelta(microseconds=1)) == {}
    assert [*documents(young, at=grown)] == ["sections+name"]


def test_a_document_of_a_child_says_until_when_it_holds() -> None:
    """GATE-3: where a policy shows children, their document has to be written again when they come of age."""
    basics = resume().basics
    young = resume(basics=attrs.evolve(basics, profile=attrs.evolve(basics.profile, born=YearMonth(2010, 5))))

    def decide(facts: Any, readings: Readings) -> Any:
        return POLICY_2023_04.ruleset.decide(attrs.evolve(facts, of_age=True), readings)

    policy = Policy("all-ages", ruleset=attrs.evolve(POLICY_2023_04.ruleset, decide=decide))
    (document,) = documents(young, policy, AT - 2 * DAY).values()
    assert document.until == datetime(2026, 5, 31, 16, tzinfo=UTC)
    assert documents(young, policy, document.until)["sections+name"].until == datetime.max.replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "viewer",
    [
        attrs.evolve(recruiter, action=Action.VIEW),
        attrs.evolve(recruiter, action=Action.EXPORT),
        attrs.evolve(stranger, action=Action.SEARCH, signed_in=False),
        attrs.evolve(headhunter, action=Action.SEARCH, verified=frozenset()),
    ],
)
def test_GATE_4_only_who_is_verified_has_lists(viewer: Recruiter | Headhunter) -> None:
    """Nobody else searches a document, and viewing is no list."""
    assert document_key(viewer, resume(applications=(applied,)), at=AT) is None


def test_who_has_no_lists_searches_no_document() -> None:
    """LAW-5: an owner is shown everything, and searches nothing."""
    assert document_key(owner, resume(), at=AT) is None


def test_BLOCK_1_a_blocked_company_has_no_document() -> None:
    """It is there all the same, for those who are not blocked, and even where their name is in the text."""
    blocks = (CompanyBlock(company="acme", at=AT - DAY), CompanyBlock(company="globex", at=AT - DAY))
    blocked = with_settings(resume(highlights="在环球实业有限公司工作"), blocks=blocks)
    assert [document_key(viewer, blocked, at=AT) for viewer in SEARCHING] == [None, None, None]
    assert "环球" in str(documents(blocked)["sections+name"].content())


def test_CHAT_1_a_conversation_opens_no_list() -> None:
    """Who talks with the candidate finds what everybody finds."""
    talking = resume(conversations=(Conversation(company="acme", since=AT - DAY),))
    private = with_settings(talking, visibility=Visibility.PRIVATE)
    assert document_key(SEARCHING[0], talking, at=AT) == "sections+name"
    assert document_key(SEARCHING[0], private, at=AT) is None


def test_LAW_7_a_document_shows_nothing_of_itself() -> None:
    """A representation of a document or a field holds its key, and nothing that a person wrote."""
    (document,) = documents(resume()).values()
    assert repr(document) == "<IndexDocument sections+name, policy 2023-04>"
    assert "张" not in repr(document.fields)


def test_LAW_5_every_field_is_of_a_part_that_was_named() -> None:
    """No path may be searched whose section was not named, and an annotation that nobody knows stops the import."""
    assert frozenset().union(*(searched.parts for searched in FIELDS.values())) == SEARCHED_PARTS
    with pytest.raises(TypeError, match=r"may .* be searched\?"):
        list(leaf_fields(float))


def test_SEARCH_1_the_sections_of_which_anything_is_searched() -> None:
    """Every online section may be searched, and the pieces of two of them; no file, video, avatar, region of the IP or delivery."""
    sections = {path.split(".")[1] for path in FIELDS if path != "display_name"}
    unsearched = {name for name, _ in fields_of(ShownSections)} - sections
    assert unsearched == {"avatar", "attachments", "video", "ip_region", "delivery"}, (
        "decide on a new section"
    )
    assert sections == {
        *("profile", "region", "strengths", "highlights", "intention", "work", "latest_position", "projects"),
        *("education", "awards", "campus_positions", "certificates", "skills", "training", "portfolio"),
        "additional",
    }


def test_the_terms_of_a_field_are_those_of_its_texts() -> None:
    """A field has the terms of each of its texts, one after the other, and none that no text has."""
    (document,) = documents(resume()).values()
    for field in document.fields:
        is_text = FIELDS[field.path].is_text
        assert field.terms == (tuple(t for text in field.values for t in terms(text)) if is_text else ())


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({"resume": "r-1"}, "expected resume to be a Resume, got str"),
        ({"language": "zh"}, "expected language to be a Language, such as Language.ZH, got str"),
        ({"policy": None}, "expected policy to be a Policy, got None"),
    ],
)
def test_what_is_no_resume_has_no_document(arguments: dict[str, Any], expected: str) -> None:
    """What does not belong is refused by its type."""
    given = {"resume": resume(), "language": Language.ZH, "at": AT, **arguments}
    with pytest.raises(TypeError, match=expected):
        index_documents(given.pop("resume"), **given)


def test_an_instant_has_a_time_zone() -> None:
    """An instant without one is refused."""
    with pytest.raises(InvalidValue, match="time zone"):
        index_documents(resume(), language=Language.ZH, at=datetime(2026, 1, 1))


def test_a_view_is_no_resume() -> None:
    """A key is asked for a resume alone."""
    viewer: Viewer = SEARCHING[0]
    view: Any = view_for(viewer, resume(), at=AT)
    with pytest.raises(TypeError, match="to be a Resume"):
        document_key(viewer, view, at=AT)
