"""Raw data of every shape, as the library and the independent reference judge it."""

import dataclasses
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import oracle
from pace import examples
from resume_visibility import (
    FULLY_VERIFIED,
    PUBLIC,
    Action,
    Application,
    Attachment,
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
    KeywordBlock,
    Language,
    LegalOrder,
    Mailbox,
    MobileNumber,
    NameDisplay,
    Owner,
    Part,
    PersonName,
    PhoneNumber,
    Profile,
    Recipient,
    Recommender,
    Recruiter,
    Resume,
    Settings,
    ShareForm,
    Sharing,
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

purposes = st.sampled_from(["course", "course", "advertising"])
recipients = st.sampled_from(["school", "school", "partner", PUBLIC])
mostly_viewing = st.sampled_from([Action.VIEW] * 4 + list(Action))
askers = st.builds(Recipient, id=recipients, purpose=purposes, action=mostly_viewing)

companies = st.builds(
    Company,
    name=st.lists(words, min_size=1, max_size=3).map("".join).filter(lambda name: name.strip("\u200b")),
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
    st.builds(CommunityMember, id=st.just("m"), signed_in=st.booleans(), action=st.sampled_from(Action)),
    st.builds(Recommender, action=st.sampled_from(Action)),
    askers,
    st.builds(Visitor, action=st.sampled_from(Action)),
)
blocks = st.builds(CompanyBlock, company=ids, at=instants, group=groups) | st.builds(
    KeywordBlock, keyword=words.filter(lambda keyword: keyword != "\u200b"), at=instants, group=groups
)
applications = st.builds(Application, company=ids, at=instants, mailbox=st.none() | boxes, attachments=files)


@st.composite
def conversations(draw: st.DrawFn) -> Conversation:
    since = draw(instants)
    until = draw(st.none() | instants)
    return Conversation(
        company=draw(ids), since=since, until=None if until is None or until <= since else until
    )


@st.composite
def consents(draw: st.DrawFn) -> Consent:
    begins = draw(instants) - timedelta(hours=2)
    lasts = draw(st.sampled_from([timedelta(days=1), timedelta(hours=3), timedelta(microseconds=1)]))
    recipient = draw(recipients)
    forms = [ShareForm.SHARE, ShareForm.PARTNER, ShareForm.TRANSFER]
    order = LegalOrder(basis="某法", reference="一", date=begins)
    return Consent(
        recipient=recipient,
        recipient_name="某机构",
        recipient_contact="某街一号",
        purpose=draw(purposes),
        method="接口",
        parts=draw(st.frozensets(st.sampled_from(Part), max_size=5) | st.just(frozenset({Part.NATIONAL_ID}))),
        begins=begins,
        ends=begins + lasts,
        withdrawn=draw(st.none() | st.none() | instants),
        form=ShareForm.DISCLOSURE if recipient == PUBLIC else draw(st.sampled_from(forms)),
        order=draw(st.sampled_from([None, None, None, order])),
    )


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
        personalised_recommendation=st.booleans(),
        nickname=st.none() | st.sampled_from(NameDisplay),
        blocks=st.just(()) | st.lists(blocks, max_size=2).map(tuple),
    ),
    applications=st.just(()) | st.lists(applications, min_size=2, max_size=5).map(tuple),
    virtual_numbers=bindings(),
    conversations=st.lists(conversations(), max_size=2).map(tuple),
    deleted=st.sampled_from([False] * 9 + [True]),
)
asked = st.tuples(
    askers,
    st.builds(
        lambda bare, given: attrs.evolve(bare, consents=tuple(given)),
        resumes.filter(lambda bare: bare.settings.resume_permission and not bare.deleted),
        st.lists(consents(), min_size=2, max_size=5),
    ),
)
pairs: st.SearchStrategy[tuple[Viewer, Resume]] = st.tuples(viewers, resumes) | asked


@settings(max_examples=examples(200))
@given(pair=pairs, at=moments)
def test_facts_are_the_references(pair: tuple[Viewer, Resume], at: datetime) -> None:
    """Of any viewer and resume the facts that decide are those that the reference finds."""
    viewer, resume = pair
    facts = case_of(viewer, resume, at).facts
    found = oracle.plain_facts(viewer, resume, at)
    # Every field, and its plain value.
    assert {name: getattr(v, "value", v) for name, v in attrs.asdict(facts).items()} == dataclasses.asdict(
        found
    )


@settings(max_examples=examples(200))
@given(pair=pairs, at=moments)
def test_views_are_the_references(pair: tuple[Viewer, Resume], at: datetime) -> None:
    """Of any viewer and resume the view shows the parts, attachments, name and number that the reference gives."""
    viewer, resume = pair
    view, expected = view_for(viewer, resume, at=at), oracle.expected(viewer, resume, at)
    assert (view is None) == (expected is None)
    if view is None or expected is None:
        return
    assert {part.value for part in frozenset(Part) - view.withheld} == expected.parts
    assert {channel.value for channel in view.contact.channels} == expected.channels
    assert {action.value for action in view.actions} == expected.actions
    assert {a.id for a in view.sections.attachments} == oracle.attachment_ids(viewer, resume, at)
    assert view.display_name == oracle.display_name(viewer, resume, at)
    if not isinstance(viewer, Owner):
        binding = oracle.virtual_number(viewer, resume, at)
        line = view.contact.virtual_number
        assert (line is None) == (binding is None)
        if line is not None and binding is not None:
            assert (line.number, line.valid_until) == (binding.number, binding.valid_until)
            assert Channel.VIRTUAL_NUMBER in view.contact.channels
        assert view.fresh_until == oracle.fresh_until(viewer, resume, at)


@pytest.mark.exhaustive
def test_the_examples_reach_every_standing() -> None:
    """The generated viewers and resumes make every standing and every form of sharing, shown and not."""
    seen: Counter[object] = Counter()

    def count(pair: tuple[Viewer, Resume], at: datetime) -> None:
        viewer, resume = pair
        seen[oracle.standing(viewer, resume, at)] += 1
        seen[oracle.conversing(viewer, resume, at), "conversing"] += 1
        seen[oracle.sharing(viewer, resume, at), "sharing"] += 1
        seen[oracle.expected(attrs.evolve(viewer, action=Action.VIEW), resume, at) is not None] += 1

    for several in (st.tuples(viewers, resumes), asked):
        settings(max_examples=examples(500))(given(pair=several, at=moments)(count))()
    wanted = [standing.value for standing in Standing] + [True, False]
    kinds = [(True, "conversing"), *((sharing.value, "sharing") for sharing in Sharing)]
    assert [answer for answer in (*wanted, *kinds) if not seen[answer]] == [], seen
