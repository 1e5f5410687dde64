"""Raw data of every shape, as the library and the independent reference judge it."""

from collections import Counter
from datetime import UTC, datetime, timedelta, timezone

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import oracle
from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    Application,
    Attachment,
    Basics,
    CareerStage,
    Channel,
    Company,
    CompanyBlock,
    Contact,
    Email,
    Gender,
    Headhunter,
    KeywordBlock,
    Language,
    Mailbox,
    MobileNumber,
    NameDisplay,
    Owner,
    Part,
    PersonName,
    PhoneNumber,
    Profile,
    Recruiter,
    Resume,
    Settings,
    Standing,
    Viewer,
    VirtualNumber,
    Visibility,
    Visitor,
    YearMonth,
    view_for,
)
from resume_visibility.policy.table import case_of

NOW = datetime(2024, 6, 1, tzinfo=UTC)
ZONES = (UTC, oracle.BEIJING, timezone(timedelta(hours=-10)), timezone(timedelta(hours=5, minutes=45)))

# Few values each, so that they meet often.
instants = st.builds(
    lambda hours, microseconds, zone: (NOW + timedelta(hours=hours, microseconds=microseconds)).astimezone(
        zone
    ),
    st.integers(-3, 3),
    st.integers(-1, 1),
    st.sampled_from(ZONES),
)
moments = instants | st.just(NOW + timedelta(hours=4))
ids = st.sampled_from(["a", "a", "b"])
groups = st.none() | st.sampled_from(["g", "h"])
words = st.sampled_from(
    ["甲", "乙丙", "丙", "ACME", "ａｃｍｅ", "c\u200bm", "ß", "SS", " 甲 ", "\u200b", "華", "华"]
)
boxes = st.sampled_from([Email("jobs@a.example"), Email("JOBS@a.example"), Email("hr@a.example")])
files = st.sampled_from([frozenset(names) for names in ((), ("one",), ("one", "two"), ("gone",))])

companies = st.builds(
    Company,
    name=st.lists(words, min_size=1, max_size=3).map("".join),
    id=st.sampled_from(["a", "a", "b", None]),
    aliases=st.lists(words, max_size=2).map(tuple),
    group=groups,
)
viewers: st.SearchStrategy[Viewer] = st.one_of(
    st.builds(
        Recruiter,
        id=st.just("r"),
        company=companies,
        signed_in=st.sampled_from([True, True, False]),
        verified=st.sampled_from([FULLY_VERIFIED] * 3 + [FULLY_VERIFIED - {v} for v in FULLY_VERIFIED]),
        action=st.sampled_from(Action),
        language=st.sampled_from(Language),
    ),
    st.builds(
        Headhunter,
        id=st.just("h"),
        agency=companies,
        client=st.none() | companies,
        signed_in=st.sampled_from([True, True, False]),
        action=st.sampled_from(Action),
        language=st.sampled_from(Language),
    ),
    st.builds(Mailbox, company=companies, address=boxes, action=st.sampled_from(Action)),
    st.builds(Owner, candidate=st.sampled_from(["me", "you"]), action=st.sampled_from(Action)),
    st.builds(Visitor, action=st.sampled_from(Action)),
)
blocks = st.builds(CompanyBlock, company=ids, at=instants, group=groups) | st.builds(
    KeywordBlock, keyword=words.filter(lambda keyword: keyword != "\u200b"), at=instants, group=groups
)
applications = st.builds(Application, company=ids, at=instants, mailbox=st.none() | boxes, attachments=files)
names = st.sampled_from(
    [
        PersonName("张三"),
        PersonName("张三丰"),
        PersonName("欧阳"),
        PersonName("欧阳修"),
        PersonName("司马相如"),
        PersonName("阿"),
        PersonName("买买提·艾力"),
        PersonName("Lena Vasquez"),
        PersonName("Lena Vasquez", surname="Vasquez", romanised_surname="Vasquez"),
        PersonName("张三丰", romanised_surname="Zhang"),
        PersonName("张三丰", surname="三丰"),
    ]
)


@st.composite
def bindings(draw: st.DrawFn) -> tuple[VirtualNumber, ...]:
    made = []
    for i in range(draw(st.integers(0, 4))):
        start = draw(instants)
        end = draw(st.sampled_from([timedelta(microseconds=1), timedelta(hours=1), timedelta(days=1)]))
        made.append(
            VirtualNumber(
                id=f"v{9 - i}",
                candidate="me",
                number=PhoneNumber(f"+861700000000{i}", draw(st.sampled_from([None, "12"]))),
                valid_from=start,
                valid_until=start + end,
                company=draw(st.none() | ids),
            )
        )
    return tuple(made)


resumes = st.builds(
    Resume,
    id=st.just("cv"),
    candidate=st.just("me"),
    basics=st.builds(
        Basics,
        name=names,
        profile=st.builds(
            Profile,
            gender=st.sampled_from(Gender),
            born=st.sampled_from([YearMonth(1990, 1)] * 4 + [YearMonth(2008, 5), YearMonth(2008, 6)]),
            work_started=st.just(2012),
            residence=st.just("上海"),
            stage=st.just(CareerStage.WORKING),
        ),
        contact=st.just(Contact(mobile=MobileNumber("+8613800138000"))),
    ),
    attachments=st.just((Attachment(id="one", file_name="1.pdf"), Attachment(id="two", file_name="2.pdf"))),
    settings=st.builds(
        Settings,
        visibility=st.sampled_from(Visibility),
        name_display=st.sampled_from(NameDisplay),
        resume_permission=st.sampled_from([True, True, True, False]),
        chat_permission=st.booleans(),
        blocks=st.just(()) | st.lists(blocks, max_size=2).map(tuple),
    ),
    applications=st.just(()) | st.lists(applications, min_size=2, max_size=5).map(tuple),
    virtual_numbers=bindings(),
    deleted=st.sampled_from([False] * 9 + [True]),
)


@settings(max_examples=600, deadline=None)
@given(viewer=viewers, resume=resumes, at=moments)
def test_facts_are_the_references(viewer: Viewer, resume: Resume, at: datetime) -> None:
    """Of any viewer and resume the facts that decide are those that the reference finds."""
    facts = case_of(viewer, resume, at).facts
    found = oracle.plain_facts(viewer, resume, at)
    assert {
        "kind": facts.kind.value,
        "qualified": facts.qualified,
        "standing": facts.standing.value,
        "exists": facts.exists,
        "of_age": facts.of_age,
    } == {
        "kind": found.kind,
        "qualified": found.qualified,
        "standing": found.standing,
        "exists": found.exists,
        "of_age": found.of_age,
    }


@settings(max_examples=600, deadline=None)
@given(viewer=viewers, resume=resumes, at=moments)
def test_views_are_the_references(viewer: Viewer, resume: Resume, at: datetime) -> None:
    """Of any viewer and resume the view shows the parts, attachments, name and number that the reference gives."""
    view, expected = view_for(viewer, resume, at=at), oracle.expected(viewer, resume, at)
    assert (view is None) == (expected is None)
    if view is None or expected is None:
        return
    assert {part.value for part in frozenset(Part) - view.withheld} == expected.parts
    assert {channel.value for channel in view.contact.channels} == expected.channels
    assert {action.value for action in view.actions} == expected.actions
    assert {a.id for a in view.sections.attachments} == oracle.attachment_ids(viewer, resume, at)
    assert view.display_name == oracle.display_name(viewer, resume)
    if not isinstance(viewer, Owner):
        binding = oracle.virtual_number(viewer, resume, at)
        line = view.contact.virtual_number
        assert (line is None) == (binding is None)
        if line is not None and binding is not None:
            assert (line.number, line.valid_until) == (binding.number, binding.valid_until)
            assert Channel.VIRTUAL_NUMBER in view.contact.channels
        assert view.fresh_until == oracle.fresh_until(viewer, resume, at)


def test_the_examples_reach_every_standing() -> None:
    """The generated viewers and resumes make every standing, shown and not, more than once."""
    seen: Counter[object] = Counter()

    @settings(max_examples=800, deadline=None, derandomize=True, database=None)
    @given(viewer=viewers, resume=resumes, at=moments)
    def count(viewer: Viewer, resume: Resume, at: datetime) -> None:
        seen[oracle.standing(viewer, resume, at)] += 1
        seen[oracle.expected(attrs.evolve(viewer, action=Action.VIEW), resume, at) is not None] += 1

    count()
    assert all(seen[answer] >= 5 for answer in (*(standing.value for standing in Standing), True, False)), (
        seen
    )
