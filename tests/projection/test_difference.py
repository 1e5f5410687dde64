"""The difference that new settings make."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resume_visibility import (
    Action,
    CampusForm,
    Channel,
    CommunityMember,
    Company,
    CompanyBlock,
    Difference,
    Headhunter,
    InvalidValue,
    KeywordBlock,
    Mailbox,
    NameDisplay,
    Part,
    Recommender,
    Recruiter,
    Resume,
    Settings,
    StandsFor,
    SupportAgent,
    Viewer,
    Visibility,
    Visitor,
    difference,
    load_form,
    load_resume,
    view_for,
)
from resume_visibility.cli.whom import viewers_in_words
from resume_visibility.model import Application, Attachment, Consent, Conversation, Document, Email
from resume_visibility.model.building import MOST_ACTS
from resume_visibility.model.language import Words
from resume_visibility.model.parts import PARTS_OF
from resume_visibility.model.settings import Block
from resume_visibility.policy import Facts, Readings, ViewerKind
from resume_visibility.policy.decisions import Decision, Item
from resume_visibility.policy.situation import company_of, covered_by
from resume_visibility.policy.table import Policy, given_by_any_action
from resume_visibility.policy.v2023_04 import V2023_04
from resume_visibility.projection.difference import NO_NAMES, _unfitting_name
from resume_visibility.testing import Case, cases
from resume_visibility.testing.acts import settings as any_settings
from resume_visibility.testing.cast import COMPANIES
from work import calls_of

NOW = datetime(2026, 6, 1, tzinfo=UTC)
OPEN = Settings(
    visibility=Visibility.PUBLIC,
    name_display=NameDisplay.REAL,
    resume_permission=True,
    chat_permission=True,
    personalised_recommendation=True,
    nickname=NameDisplay.REAL,
)
RESUME = attrs.evolve(
    load_resume(
        {
            "id": "resume-1",
            "candidate": "candidate-1",
            "community": {"id": "member-1"},
            "basics": {
                "name": {"full": "张三丰"},
                "profile": {
                    "gender": "male",
                    "born": "1990-02",
                    "work_started": 2012,
                    "residence": "上海",
                    "stage": "working",
                },
                "contact": {"mobile": "+8613912345678"},
            },
        }
    ),
    settings=OPEN,
)


def everything_given(
    viewer: Viewer, resume: Resume, at: datetime = NOW
) -> tuple[frozenset[Item], frozenset[str]]:
    """What a viewer has of a resume by any action, and which attachments, read off the views."""
    items: set[Item] = set()
    files: set[str] = set()
    for action in Action:
        view = view_for(attrs.evolve(viewer, action=action), resume, at=at)
        if view is not None:
            items |= {*(PARTS_OF[Document.RESUME] - view.withheld), *view.contact.channels, *view.actions}
            files |= {attachment.id for attachment in view.sections.attachments}
    return frozenset(items), frozenset(files)


def differences(resume: Resume, new: Settings, *, at: datetime = NOW, **more: Any) -> list[Difference]:
    """The differences, as a list."""
    return list(difference(resume, new, at=at, **more))


def recruiters_of(found: list[Difference], id_: str) -> list[Difference]:
    """Those of a recruiter of one company."""
    return [one for one in found if isinstance(one.viewer, Recruiter) and one.viewer.company.id == id_]


@given(cases(), any_settings())
def test_OWNER_1_a_difference_is_true(case: Case[Resume], new: Settings) -> None:
    """Applying the new settings and viewing gives exactly the gain and loss that were stated."""
    after = attrs.evolve(case.document, settings=new)
    for found in difference(case.document, new, at=case.at):
        (items, files), (new_items, new_files) = (
            everything_given(found.viewer, resume, case.at) for resume in (case.document, after)
        )
        assert (found.shown_before, found.shown_after) == (bool(items), bool(new_items))
        assert (found.gained, found.lost) == (new_items - items, items - new_items)
        assert (found.files_gained, found.files_lost) == (new_files - files, files - new_files)
        assert found.gained or found.lost or found.files_gained or found.files_lost


@given(cases(), any_settings())
def test_OWNER_1_a_difference_is_whole(case: Case[Resume], new: Settings) -> None:
    """Whoever asks: what changes for them was stated for a viewer who has and gets the same."""
    viewer, company = case.viewer, company_of(case.viewer)
    if (
        isinstance(viewer, Mailbox)
        and company is not None
        and not any(
            sent.company == company.id and sent.mailbox == viewer.address
            for sent in case.document.applications
        )
    ):
        return  # nothing was ever delivered there
    after = attrs.evolve(case.document, settings=new)
    before_items, before_files = everything_given(viewer, case.document, case.at)
    after_items, after_files = everything_given(viewer, after, case.at)
    if (before_items, before_files) == (after_items, after_files):
        return
    changes = [
        (found.gained, found.lost, found.files_gained, found.files_lost)
        for found in difference(case.document, new, companies=COMPANIES, at=case.at)
        if type(found.viewer) is type(viewer)
    ]
    change = (
        after_items - before_items,
        before_items - after_items,
        after_files - before_files,
        before_files - after_files,
    )
    assert change in changes


@settings(max_examples=50)
@given(cases())
def test_OWNER_1_without_a_change_there_is_no_difference(case: Case[Resume]) -> None:
    """The settings as they are change nothing for anybody."""
    assert difference(case.document, case.document.settings, at=case.at) == ()


@settings(max_examples=50)
@given(cases())
def test_LAW_6_a_difference_is_the_same_each_time(case: Case[Resume]) -> None:
    """Asked twice, it is stated twice the same; its value can be hashed."""
    new = attrs.evolve(case.document.settings, visibility=Visibility.PRIVATE)
    first = difference(case.document, new, at=case.at)
    assert hash(first) == hash(difference(case.document, new, at=case.at))


def test_MODE_4_going_private_takes_all_from_everybody_who_was_not_applied_to() -> None:
    """Recruiters, headhunters and companies that cannot be identified lose everything; the community keeps what it has."""
    found = differences(RESUME, attrs.evolve(OPEN, visibility=Visibility.PRIVATE))
    assert {type(one.viewer) for one in found} == {Recruiter, Headhunter}
    assert {one.stands_for for one in found} == {StandsFor.OTHERS, StandsFor.UNIDENTIFIED}
    assert all(one.shown_before and not one.shown_after and not one.gained for one in found)


def test_GATE_1_the_switch_takes_all_from_all() -> None:
    """With the resume permission off, the community, the recommender and the platform's staff lose everything, too."""
    found = differences(RESUME, attrs.evolve(OPEN, resume_permission=False))
    assert {type(one.viewer) for one in found} == {
        Recruiter,
        Headhunter,
        CommunityMember,
        Recommender,
        SupportAgent,
    }
    assert not any(one.shown_after for one in found)


def test_LAW_5_a_policy_that_shows_something_to_visitors_has_them_in_a_difference() -> None:
    """By a policy of one's own, whoever is shown a public resume without being known loses it, too, when the candidate goes private."""

    def decide(facts: Facts, readings: Readings) -> Decision:
        is_visitor = facts.kind is ViewerKind.VISITOR and facts.document is Document.RESUME
        as_whom = attrs.evolve(facts, kind=ViewerKind.RECRUITER, qualified=True) if is_visitor else facts
        return V2023_04.decide(as_whom, readings)

    own = Policy("own", ruleset=attrs.evolve(V2023_04, version="own", decide=decide))
    new = attrs.evolve(OPEN, visibility=Visibility.PRIVATE)
    [found] = (one for one in differences(RESUME, new, policy=own) if isinstance(one.viewer, Visitor))
    assert (found.shown_before, found.shown_after) == (True, False)
    assert Part.WORK in found.lost
    assert not any(isinstance(one.viewer, Visitor) for one in differences(RESUME, new))


def test_NAME_1_the_honorific_takes_the_name() -> None:
    """Turning the honorific on withholds the real name, and nothing else, from companies, and from staff who handle a case
    against the candidate; a complainant's case names the name (SUPPORT-1).
    """
    found = differences(RESUME, attrs.evolve(OPEN, name_display=NameDisplay.HONORIFIC))
    assert {one.lost for one in found} == {frozenset({Part.NAME})}
    assert {type(one.viewer) for one in found} == {Recruiter, Headhunter, SupportAgent}
    agents = [one.viewer for one in found if isinstance(one.viewer, SupportAgent)]
    assert [agent.case and agent.case.complainant for agent in agents] == [None]


def test_COMMUNITY_1_the_nickname_makes_a_difference_to_the_community_alone() -> None:
    """The nickname is a choice of its own: with the honorific the community is still shown the candidate."""
    [found] = differences(RESUME, attrs.evolve(OPEN, nickname=NameDisplay.HONORIFIC))
    assert (found.viewer, found.stands_for) == (
        CommunityMember(id="someone", signed_in=True),
        StandsFor.ITSELF,
    )
    assert (found.shown_before, found.shown_after) == (True, True)
    assert (found.gained, found.lost) == (frozenset(), frozenset({Part.NAME}))


def test_COMMUNITY_1_whoever_is_not_in_it_has_no_difference_there() -> None:
    """Without a profile of the community, the nickname changes nothing for anybody."""
    outside = attrs.evolve(RESUME, community=None)
    assert differences(outside, attrs.evolve(OPEN, nickname=NameDisplay.HONORIFIC)) == []


def test_RECOMMEND_1_personalisation_makes_a_difference_to_the_recommender_alone() -> None:
    """Switching it off leaves the recommender the intention."""
    [found] = differences(RESUME, attrs.evolve(OPEN, personalised_recommendation=False))
    assert found.viewer == Recommender()
    assert found.shown_after
    assert Part.INTENTION not in found.lost
    assert Part.PROFILE in found.lost


def test_BLOCK_1_a_block_makes_a_difference_to_its_company_and_to_the_unidentified() -> None:
    """Blocking one company shuts it out, its headhunters and those who hunt for it, and the unknown (BLOCK-3, BLOCK-4)."""
    found = differences(RESUME, attrs.evolve(OPEN, blocks=(CompanyBlock(company="acme", at=NOW),)))
    assert {one.stands_for for one in found} == {StandsFor.ITSELF, StandsFor.UNIDENTIFIED}
    assert not any(one.shown_after for one in found)
    assert len(recruiters_of(found, "acme")) == 1
    assert any(
        isinstance(one.viewer, Headhunter) and [client.id for client in one.viewer.clients or ()] == ["acme"]
        for one in found
    )


def test_BLOCK_2_a_keyword_makes_a_difference_to_a_company_called_so() -> None:
    """A blocked keyword shuts out companies of that name."""
    found = differences(RESUME, attrs.evolve(OPEN, blocks=(KeywordBlock(keyword="云枢", at=NOW),)))
    named = [one for one in found if one.stands_for is StandsFor.KEYWORD]
    assert {company.name for one in named if (company := company_of(one.viewer)) and company.id} >= {"云枢"}
    assert not any(one.shown_after for one in named)


def test_BLOCK_2_a_group_makes_a_difference_to_another_company_of_it() -> None:
    """A block of a group shuts out its other companies."""
    blocks = (CompanyBlock(company="acme", at=NOW, group="acme-group"),)
    found = differences(RESUME, attrs.evolve(OPEN, blocks=blocks))
    of_group = [
        one for one in found if one.stands_for is StandsFor.GROUP and isinstance(one.viewer, Recruiter)
    ]
    assert [(company_of(one.viewer) or Company(name="?")).group for one in of_group] == ["acme-group"]


def test_BLOCK_2_a_group_makes_a_difference_to_the_company_applied_to() -> None:
    """A block of a sister company and its group shuts out the company of that group that was applied to."""
    sent = Application(company="acme", at=NOW - timedelta(days=1), group="acme-group")
    blocks = (CompanyBlock(company="acme-sister", at=NOW, group="acme-group"),)
    found = differences(attrs.evolve(RESUME, applications=(sent,)), attrs.evolve(OPEN, blocks=blocks))
    assert recruiters_of(found, "acme") != []


def test_BLOCK_2_what_the_platform_knows_of_a_company_counts() -> None:
    """A company that is known by its id alone may have a name that a keyword meets; once the platform gives its name, that name counts."""
    resume = attrs.evolve(
        RESUME, applications=(Application(company="acme", at=NOW - timedelta(days=1), group="acme-group"),)
    )
    new = attrs.evolve(OPEN, blocks=(KeywordBlock(keyword="阿克米", at=NOW),))
    fitting, other = Company(id="acme", name="阿克米科技有限公司"), Company(id="acme", name="环球实业")
    assert [one.shown_after for one in recruiters_of(differences(resume, new), "acme")] == [False]
    assert [
        one.shown_after for one in recruiters_of(differences(resume, new, companies=[fitting]), "acme")
    ] == [False]
    assert recruiters_of(differences(resume, new, companies=[other]), "acme") == []


def test_BLOCK_2_no_keyword_fits_a_company_of_unknown_name() -> None:
    """Not even a keyword made of the character that stands for an unknown name, nor an id that was taken."""
    blocks = (KeywordBlock(keyword="\U000f0000", at=NOW), CompanyBlock(company="other-0", at=NOW))
    found = differences(RESUME, attrs.evolve(OPEN, blocks=blocks))
    assert StandsFor.OTHERS not in {one.stands_for for one in found}


def test_LAW_6_some_name_fits_no_keyword_however_many_there_are() -> None:
    """Though two settings hold all the keywords that they can, there is a name for a company of unknown name."""
    blocks = [KeywordBlock(keyword=name, at=NOW) for name in NO_NAMES[: 2 * MOST_ACTS]]
    assert _unfitting_name(blocks) == NO_NAMES[2 * MOST_ACTS]
    assert covered_by([blocks[-1]], [Company(name=_unfitting_name(blocks))])[0] == ()


def test_CHAT_1_a_company_in_conversation_keeps_the_chat() -> None:
    """Going private leaves the chat to whom the candidate talks with."""
    resume = attrs.evolve(RESUME, conversations=(Conversation(company="acme", since=NOW),))
    [found] = recruiters_of(differences(resume, attrs.evolve(OPEN, visibility=Visibility.PRIVATE)), "acme")
    assert found.shown_after
    assert Channel.CHAT not in found.lost
    assert Action.VIEW in found.lost


def test_APPLY_2_which_attachments_are_shown_is_stated() -> None:
    """A block between two applications takes the file of the first, though attachments are shown before and after."""
    resume = attrs.evolve(
        RESUME,
        attachments=(Attachment(id="old", file_name="旧.pdf"), Attachment(id="new", file_name="新.pdf")),
        applications=(
            Application(company="acme", at=NOW - timedelta(days=3), attachments=frozenset({"old"})),
            Application(company="acme", at=NOW - timedelta(days=1), attachments=frozenset({"new"})),
        ),
    )
    block = CompanyBlock(company="acme", at=NOW - timedelta(days=2))
    [found] = recruiters_of(differences(resume, attrs.evolve(OPEN, blocks=(block,))), "acme")
    assert (found.gained, found.lost) == (frozenset(), frozenset())
    assert (found.files_gained, found.files_lost) == (frozenset(), frozenset({"old"}))


def test_another_policy_is_followed() -> None:
    """The policy that is given decides."""
    lax = Policy("lax", readings=Readings(unidentified_company_is_blocked=False))
    blocks = (CompanyBlock(company="acme", at=NOW),)
    found = differences(RESUME, attrs.evolve(OPEN, blocks=blocks), policy=lax)
    assert {one.stands_for for one in found} == {StandsFor.ITSELF}


FORM = load_form((Path(__file__).parents[2] / "examples" / "data" / "campus-form.json").read_bytes())


def test_wrong_arguments_are_refused() -> None:
    """A programmer's mistake is a TypeError, an instant without its zone bad input."""
    with pytest.raises(TypeError, match="expected resume to be a Resume or a CampusForm, got Settings"):
        difference(cast("Any", OPEN), OPEN)
    with pytest.raises(TypeError, match="expected new_settings to be a Settings, got Resume"):
        difference(RESUME, cast("Any", RESUME))
    with pytest.raises(InvalidValue):
        difference(RESUME, OPEN, at=datetime(2026, 6, 1))  # what is tested
    for companies in (["acme"], "acme", [COMPANIES[0], None]):
        with pytest.raises(
            TypeError, match=r"companies to be (a list, each item )?a Company, got (str|None)"
        ):
            difference(RESUME, OPEN, companies=cast("Any", companies))
    with pytest.raises(TypeError, match="expected policy to be a Policy, got str"):
        difference(RESUME, OPEN, policy=cast("Any", "2023-04"))


def test_LAW_6_a_keyword_that_no_company_is_called_by_makes_a_difference() -> None:
    """A blocked word with a sign of direction in it has a difference, too, for the companies that it fits."""
    blocked = attrs.evolve(OPEN, blocks=(KeywordBlock(keyword="云\u202e计\n算", at=NOW),))
    found = [one.viewer for one in difference(RESUME, blocked, at=NOW) if one.stands_for is StandsFor.KEYWORD]
    assert {company.name for viewer in found if (company := company_of(viewer))} >= {"云计 算"}


NUMBERED = attrs.evolve(
    FORM,
    basics=attrs.evolve(
        FORM.basics,
        contact=attrs.evolve(FORM.basics.contact, mobile=RESUME.basics.contact.mobile),
    ),
)


@pytest.mark.parametrize("id_", ["co-13912345678", "87654321931", "1391234.5678"])
@pytest.mark.parametrize(
    "made",
    [
        lambda id_: CompanyBlock(company=id_, at=NOW),
        lambda id_: CompanyBlock(company="acme", at=NOW, group=id_),
        lambda id_: KeywordBlock(keyword="云", at=NOW, group=id_),
    ],
    ids=["company", "group", "group of a keyword"],
)
@pytest.mark.parametrize("asked", [RESUME, NUMBERED], ids=["resume", "form"])
def test_LAW_6_any_new_settings_have_a_difference(
    asked: Resume | CampusForm, made: Callable[[str], Block], id_: str
) -> None:
    """Settings that the candidate could not save, because an id in them holds their number, have a difference like any others."""
    whom = {}
    for one in (id_, "co-7"):
        found = difference(asked, attrs.evolve(OPEN, blocks=(made(one),)), at=NOW)
        whom[one] = [(d.stands_for, d.shown_before, d.shown_after, d.gained, d.lost) for d in found]
    assert whom[id_] == whom["co-7"] != []


def difference_of_many(number: int, to: Callable[[int], dict[str, Any]]) -> Callable[[], object]:
    """The difference for a resume with so many keywords that are blocked, and as many applications, by turns."""
    blocks = (KeywordBlock(keyword=f"k{i}x", at=NOW - timedelta(hours=2 * i)) for i in range(number))
    sent = (Application(**to(i), at=NOW - timedelta(hours=2 * i + 1)) for i in range(number))
    open_ = attrs.evolve(OPEN, blocks=tuple(blocks))
    crowded = attrs.evolve(RESUME, settings=open_, applications=tuple(sent))
    return lambda: difference(crowded, attrs.evolve(open_, visibility=Visibility.PRIVATE), at=NOW)


@pytest.mark.parametrize(
    "to",
    [
        lambda i: {"company": f"co-{i}"},
        lambda i: {"company": f"co-{i}", "group": f"group-{i}"},
        lambda _: {"company": "co-1"},
        lambda i: {"company": "co-1", "mailbox": Email(f"jobs-{i}@example.com")},
    ],
    ids=["companies", "groups", "one company", "mailboxes"],
)
def test_LAW_6_the_work_of_a_difference_grows_with_its_lists(to: Callable[[int], dict[str, Any]]) -> None:
    """Four times as many keywords and applications are some four times the work, and not sixteen times."""
    few, many = (calls_of(difference_of_many(number, to)) for number in (15, 60))
    assert many < 6 * few


WIDE = Policy("wide", readings=Readings(application_stays_with_company=False))
"""An application opens the resume to the whole group."""


def difference_of_groups(number: int, *, blocked: bool, files: int) -> Callable[[], object]:
    """The difference for a resume that was sent to so many companies, and to as many that are of a group each, by turns."""
    names = [f"file-{i}" for i in range(files)]
    blocks = [
        CompanyBlock(company=f"sister-{i}", group=f"group-{i}", at=NOW - timedelta(hours=4 * i))
        for i in range(number if blocked else 0)
    ]
    sent = [
        Application(
            company=f"co-{i}",
            group=None if i % 2 else f"group-{i // 2}",
            at=NOW - timedelta(hours=i),
            attachments=frozenset(names[i % files : i % files + 1] if files else ()),
        )
        for i in range(2 * number)
    ]
    open_ = attrs.evolve(OPEN, blocks=tuple(blocks))
    attachments = tuple(Attachment(id=name, file_name=f"{name}.pdf") for name in names)
    crowded = attrs.evolve(RESUME, settings=open_, applications=tuple(sent), attachments=attachments)
    return lambda: difference(crowded, attrs.evolve(open_, resume_permission=False), at=NOW, policy=WIDE)


@pytest.mark.parametrize("blocked", [False, True], ids=["open", "blocked"])
@pytest.mark.parametrize("files", [0, 3])
def test_LAW_6_the_work_for_groups_that_were_applied_to_grows_with_them(*, blocked: bool, files: int) -> None:
    """Where an application opens the resume to the group, too, the work grows with companies and groups, and not with their product."""
    few, many = (calls_of(difference_of_groups(number, blocked=blocked, files=files)) for number in (15, 60))
    assert many < 6 * few


def test_APPLY_7_a_company_with_a_blocked_name_in_a_group_that_was_applied_to_is_not_missed() -> None:
    """It loses what the application to the group opened, and not only what any company of that name loses."""
    sent = Application(company="acme", at=NOW - timedelta(days=1), group="acme-group")
    new = attrs.evolve(OPEN, blocks=(KeywordBlock(keyword="云枢", at=NOW),))
    resume = attrs.evolve(RESUME, applications=(sent,))
    found = differences(resume, new, policy=WIDE)
    [other] = [
        one for one in found if isinstance(one.viewer, Recruiter) and one.stands_for is StandsFor.GROUP
    ]
    company = company_of(other.viewer)
    assert company is not None
    assert (company.name, company.group) == ("云枢", "acme-group")
    assert Part.MOBILE in other.lost
    assert not other.shown_after
    assert viewers_in_words(other, {}) == Words(
        "recruiter of companies of group acme-group whose name contains 云枢",
        "集团 acme-group 内名称含“云枢”的公司的招聘者",
    )
    assert StandsFor.GROUP not in {one.stands_for for one in differences(resume, new)}


@pytest.mark.parametrize("holds", [True, False])
def test_APPLY_6_a_block_of_the_instant_of_an_application_to_the_group(*, holds: bool) -> None:
    """Whether it takes away what the application opened follows the reading, for the companies of the group as well. An earlier block
    takes nothing away, and a later one takes it in any case: neither stands for the other.
    """
    readings = Readings(application_stays_with_company=False, block_holds_at_same_instant=holds)
    sent = Application(company="acme", at=NOW - timedelta(hours=1), group="acme-group")
    words = {"海岳": NOW - timedelta(hours=2), "云枢": sent.at, "天舟": NOW}
    new = attrs.evolve(OPEN, blocks=tuple(KeywordBlock(keyword=word, at=at) for word, at in words.items()))
    resume = attrs.evolve(RESUME, applications=(sent,))
    found = differences(resume, new, policy=Policy("other", readings=readings))
    of_group = [one for one in found if one.stands_for is StandsFor.GROUP and Part.MOBILE in one.lost]
    companies = [company_of(one.viewer) for one in of_group]
    assert {company.name for company in companies if company is not None} == {"云枢" if holds else "天舟"}


@pytest.mark.parametrize("address", ["jobs@example.com", "Jobs@Example.com"])
@pytest.mark.parametrize("words", [("海岳", "云枢"), ("云枢", "海岳")], ids=["first", "second"])
def test_APPLY_4_a_mailbox_loses_what_was_sent_to_it_however_its_address_is_written(
    address: str, words: tuple[str, str]
) -> None:
    """A block later than the application takes it away, and an earlier one does not: neither stands for the other."""
    earlier, later = words
    sent = Application(company="acme", at=NOW - timedelta(days=1), mailbox=Email(address))
    new = attrs.evolve(
        OPEN,
        blocks=(
            KeywordBlock(keyword=earlier, at=NOW - timedelta(days=2)),
            KeywordBlock(keyword=later, at=NOW - timedelta(hours=1)),
        ),
    )
    found = differences(attrs.evolve(RESUME, applications=(sent,)), new)
    companies = [company_of(one.viewer) for one in found if isinstance(one.viewer, Mailbox)]
    assert [company.name for company in companies if company is not None] == [later]


CONSENT = Consent(
    recipient="academy",
    recipient_name="某某学院",
    recipient_contact="客服",
    purpose="course",
    method="电话",
    parts=frozenset({Part.NAME}),
    begins=NOW - timedelta(days=1),
    ends=NOW + timedelta(days=1),
)


def crowded(number: int) -> Resume:
    """A resume with so many of each: blocks by id, word and group, applications and mailboxes, conversations, and recipients."""
    before = [NOW - timedelta(hours=hour) for hour in range(1, 4 * number + 1)]
    words = [KeywordBlock(keyword=f"k{i}x", at=before[4 * i], group=f"group-{i}") for i in range(number)]
    ids = [CompanyBlock(company=f"blocked-{i}", at=before[4 * i + 1]) for i in range(number)]
    sent = [
        Application(company=f"co-{i}", at=before[4 * i + 2], mailbox=Email(f"jobs-{i}@example.com"))
        for i in range(number)
    ]
    return attrs.evolve(
        RESUME,
        settings=attrs.evolve(OPEN, blocks=(*words, *ids)),
        applications=tuple(sent),
        conversations=tuple(
            Conversation(company=f"chat-{i}", since=before[4 * i + 3]) for i in range(number)
        ),
        consents=tuple(attrs.evolve(CONSENT, recipient=f"academy-{i}") for i in range(number)),
    )


@pytest.mark.parametrize(
    "new",
    [attrs.evolve(OPEN, resume_permission=False), attrs.evolve(OPEN, visibility=Visibility.PRIVATE)],
    ids=["off", "without blocks"],
)
def test_LAW_6_whoever_stands_alike_is_decided_on_once(
    new: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A difference asks for as many decisions however many companies, mailboxes and recipients there are of each kind."""
    asked: list[object] = []

    def counted(*arguments: Any) -> object:
        asked.append(arguments)
        return given_by_any_action(*arguments)

    monkeypatch.setattr("resume_visibility.projection.difference.given_by_any_action", counted)
    decisions, listed = [], []
    for number in (5, 40):
        asked.clear()
        listed.append(len(difference(crowded(number), new, at=NOW)))
        decisions.append(len(asked))
    assert decisions[0] == decisions[1] > 0
    assert listed[1] > 4 * listed[0]  # each has a difference of its own


def test_LAW_6_groups_that_were_only_blocked_are_not_tried_with_each_company() -> None:
    """Where an application opens the resume to a whole group, groups that nobody applied to take no work for each company."""
    policy = Policy("wide", readings=Readings(application_stays_with_company=False))

    def work(number: int) -> int:
        resume = crowded(number)
        return calls_of(lambda: difference(resume, OPEN, at=NOW, policy=policy))

    assert work(60) < 5 * work(15)


@settings(max_examples=50)
@given(cases(), st.data())
def test_LAW_7_a_difference_is_silent(case: Case[Resume], data: st.DataObject) -> None:
    """Its representation holds kinds, items and opaque ids, and nothing that a person wrote."""
    found = repr(difference(case.document, data.draw(any_settings()), at=case.at))
    assert not any(company.name in found for company in COMPANIES)
    assert "@" not in found
