"""Raw data of every shape, as the library and the independent reference judge it."""

import dataclasses
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, cast

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import oracle
from resume_visibility import (
    FULLY_VERIFIED,
    PUBLIC,
    Action,
    Application,
    Attachment,
    Basics,
    Block,
    CampusBasics,
    CampusContact,
    CampusForm,
    CampusProfile,
    CareerStage,
    CommunityMember,
    CommunityProfile,
    Company,
    CompanyBlock,
    Concern,
    Consent,
    Contact,
    Conversation,
    Delivery,
    Document,
    Email,
    Facts,
    Gender,
    Grant,
    Headhunter,
    KeywordBlock,
    Language,
    LegalOrder,
    Mailbox,
    MobileNumber,
    NameDisplay,
    NoticeChannel,
    OnlineTalk,
    Owner,
    Part,
    PersonName,
    PhoneNumber,
    Policy,
    Profile,
    Readings,
    Recipient,
    Recommender,
    Recruiter,
    Resume,
    ResumeView,
    School,
    Settings,
    ShareForm,
    Sharing,
    Standing,
    SupportAgent,
    SupportCase,
    Viewer,
    VirtualNumber,
    Visibility,
    Visitor,
    YearMonth,
    covered_by,
    notice_of,
    record_of,
    view_for,
)
from resume_visibility.model.names import folded
from resume_visibility.model.parts import PARTS_OF
from resume_visibility.policy.table import case_of, document_of

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
mostly = st.sampled_from([True] * 9 + [False])
ids = st.sampled_from(["a", "a", "b"])
groups = st.none() | st.sampled_from(["g", "h"])
words = st.sampled_from(
    [
        *("甲", "乙丙", "丙", "ACME", "ａｃｍｅ", "c\u200bm", "ß", "SS", " 甲 ", "\u200b", "華", "华"),
        *("McDonald's", "mcdonald’s", "a-c", "A–C", "ABC（集团）", "ａｂｃ集团", "•", "ー"),
    ]
)
boxes = st.sampled_from([Email("jobs@a.example"), Email("JOBS@a.example"), Email("hr@a.example")])
files = st.sampled_from([frozenset(names) for names in ((), ("one",), ("one", "two"), ("gone",))])

purposes = st.sampled_from(["course"] * 5 + ["advertising"])
recipients = st.sampled_from(["school", "school", PUBLIC])
mostly_viewing = st.sampled_from([Action.VIEW] * 4 + list(Action))
askers = st.builds(Recipient, id=recipients, purpose=purposes, action=mostly_viewing)

verified = st.sampled_from([FULLY_VERIFIED] * 6 + [FULLY_VERIFIED - {v} for v in FULLY_VERIFIED])
companies = st.builds(
    Company,
    name=st.lists(words, min_size=1, max_size=3).map("".join).filter(folded),
    id=st.sampled_from(["a", "a", "b", None]),
    aliases=st.lists(words, max_size=2).map(tuple),
    group=groups,
)
schools = st.builds(
    School,
    id=st.sampled_from(["s", "s", "s", "t"]),
    signed_in=mostly,
    verified=mostly,
    action=mostly_viewing,
    language=st.sampled_from(Language),
)


@st.composite
def cases(draw: st.DrawFn) -> SupportCase:
    opened = draw(instants)
    closed = draw(st.none() | st.none() | instants)
    complainant = draw(st.sampled_from(["me", "you", None]))
    concerned = {"me", "you"} - {complainant}
    return SupportCase(
        id="case",
        opened=opened,
        closed=None if closed is None or closed <= opened else closed,
        complainant=complainant,
        complained_of=frozenset(draw(st.sets(st.sampled_from(sorted(concerned))))),
    )


recruiters = st.builds(
    Recruiter,
    id=st.just("r"),
    company=companies,
    signed_in=mostly,
    verified=verified,
    action=st.sampled_from(Action),
    language=st.sampled_from(Language),
)
headhunters = st.builds(
    Headhunter,
    id=st.just("h"),
    agency=companies,
    clients=st.just(()) | st.none() | st.lists(companies, max_size=2).map(tuple),
    signed_in=mostly,
    verified=verified,
    action=st.sampled_from(Action),
    language=st.sampled_from(Language),
)
mailboxes = st.builds(Mailbox, company=companies, address=boxes, action=mostly_viewing)
agents = st.builds(
    SupportAgent,
    id=st.just("s"),
    case=st.none() | cases() | cases(),
    signed_in=mostly,
    action=mostly_viewing,
    language=st.sampled_from(Language),
)
others = st.one_of(
    st.builds(Owner, candidate=st.sampled_from(["me", "you"]), action=st.sampled_from(Action)),
    st.builds(CommunityMember, id=st.just("m"), signed_in=mostly, action=mostly_viewing),
    st.builds(Recommender, action=mostly_viewing),
    st.builds(Visitor, action=st.sampled_from(Action)),
)
viewers: st.SearchStrategy[Viewer] = st.one_of(
    recruiters, headhunters, mailboxes, agents, schools, askers, others
)
blocks = st.builds(CompanyBlock, company=ids, at=instants, group=groups) | st.builds(
    KeywordBlock, keyword=words.filter(folded), at=instants, group=groups
)
talks = st.builds(
    OnlineTalk,
    school=st.sampled_from(["s", "s", "s", "t"]),
    delivery=st.builds(Delivery, at=instants, position=st.sampled_from(["甲", "乙"])),
    school_requires=st.sampled_from([True, True, True, False]),
)


@st.composite
def applications(draw: st.DrawFn) -> Application:
    at, withdrawn = draw(instants), draw(st.none() | st.none() | instants)
    return Application(
        company=draw(ids),
        at=at,
        mailbox=draw(st.none() | boxes),
        attachments=draw(files),
        group=draw(groups),
        withdrawn=None if withdrawn is None or withdrawn < at else withdrawn,
        talk=draw(st.none() | talks | talks),
    )


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
    lasts = draw(st.sampled_from([*[timedelta(days=1)] * 4, timedelta(hours=3), timedelta(microseconds=1)]))
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
        order=draw(st.sampled_from([None, None, order])),
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
            born=st.sampled_from([YearMonth(1990, 1)] * 9 + [YearMonth(2008, 5), YearMonth(2008, 6)]),
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
        resume_permission=mostly,
        chat_permission=st.booleans(),
        personalised_recommendation=st.booleans(),
        nickname=st.sampled_from(NameDisplay),
        blocks=st.just(()) | st.lists(blocks, max_size=2).map(tuple),
        notices=st.sampled_from([frozenset(NoticeChannel)] * 3 + [frozenset()]),
    ),
    community=st.none()
    | st.builds(CommunityProfile, id=st.just("elsewhere"), avatar=st.sampled_from([None, "mask"])),
    applications=st.just(()) | st.lists(applications(), min_size=2, max_size=5).map(tuple),
    virtual_numbers=bindings(),
    conversations=st.lists(conversations(), max_size=2).map(tuple),
    deleted=st.sampled_from([False] * 9 + [True]),
)


@st.composite
def forms(draw: st.DrawFn) -> CampusForm:
    handed_in = draw(st.none() | instants | instants | instants)
    withdrawn = draw(st.none() | st.none() | instants)
    whole = draw(resumes)
    return CampusForm(
        id="form",
        candidate="me",
        company=draw(ids),
        basics=CampusBasics(
            name=whole.basics.name,
            english_name="Sanfeng",
            profile=CampusProfile(
                gender=whole.basics.profile.gender, born=whole.basics.profile.born, desired_places=("上海",)
            ),
            contact=CampusContact(email=Email("me@mail.example"), mobile=whole.basics.contact.mobile),
        ),
        settings=whole.settings,
        handed_in=handed_in,
        withdrawn=None if handed_in is None or withdrawn is None or withdrawn < handed_in else withdrawn,
        talk=None if handed_in is None else draw(st.none() | talks | talks),
        deleted=whole.deleted,
    )


def with_consents(resume: Resume, given: list[Consent]) -> Resume:
    return attrs.evolve(resume, consents=tuple(given))


Pair = tuple[Viewer, Resume | CampusForm]
asked = st.builds(with_consents, resumes, st.lists(consents(), min_size=3, max_size=6))
pairs: st.SearchStrategy[Pair] = st.sampled_from(
    [
        *[(recruiters, resumes), (headhunters, resumes), (mailboxes, resumes), (agents, resumes)],
        *[(schools, resumes), (schools, resumes), (others, resumes), (askers, asked), (askers, asked)],
        *[(recruiters, forms()), (schools, forms()), (viewers, forms())],
    ]
).flatmap(lambda met: st.tuples(*met))
"""A viewer and a resume or form, so drawn that they often meet."""

readings = st.just(Readings()) | st.sets(st.sampled_from(list(attrs.fields_dict(Readings)))).map(
    lambda loosened: Readings(**dict.fromkeys(loosened, False))
)
"""As the rules have them, and any loosened."""


def plainly(facts: Facts) -> dict[str, object]:
    """Every fact, as its plain value."""
    fields = attrs.asdict(facts, recurse=False)
    return {name: getattr(fact, "value", fact) for name, fact in fields.items()}


@settings(max_examples=300)
@given(pair=pairs, at=moments, chosen=readings)
def test_cases_are_the_references(pair: Pair, at: datetime, chosen: Readings) -> None:
    """Of any viewer, document and readings the case holds the facts, the decision and all else that the reference finds."""
    viewer, document = pair
    case = case_of(viewer, document, at, Policy("drawn", readings=chosen))
    question = (viewer, document, at, chosen)
    assert plainly(case.facts) == dataclasses.asdict(oracle.plain_facts(*question))
    expected = oracle.expected(*question)
    assert isinstance(case.decision, Grant) == (expected is not None)
    if expected is None or not isinstance(case.decision, Grant):
        return
    assert {part.value for part in case.decision.parts} == expected.parts
    assert {channel.value for channel in case.decision.channels} == expected.channels
    assert {action.value for action in case.decision.actions} == expected.actions
    assert case.attachments == oracle.attachment_ids(*question)
    assert case.deliveries == oracle.deliveries(*question)
    assert case.id == oracle.shown_id(*question)
    if Part.AVATAR in case.decision.parts:
        assert case.avatar == oracle.shown_avatar(*question)
    if isinstance(viewer, Owner):
        assert case.virtual_numbers == getattr(document, "virtual_numbers", ())
    else:
        assert (case.virtual_number, case.virtual_numbers) == (oracle.virtual_number(*question), ())
        assert case.fresh_until == oracle.fresh_until(*question)


@settings(max_examples=150)
@given(pair=pairs, at=moments, chosen=readings)
def test_views_are_the_references(pair: Pair, at: datetime, chosen: Readings) -> None:
    """Of any viewer, document and readings the view shows the parts, name, number and end that the reference gives."""
    viewer, document = pair
    question, policy = (viewer, document, at, chosen), Policy("drawn", readings=chosen)
    view, expected = view_for(viewer, document, at=at, policy=policy), oracle.expected(*question)
    assert (view is None) == (expected is None)
    if view is None or expected is None:
        return
    assert {part.value for part in PARTS_OF[document_of(document)] - view.withheld} == expected.parts
    assert {action.value for action in view.actions} == expected.actions
    assert (view.id, view.display_name) == (oracle.shown_id(*question), oracle.display_name(*question))
    if not isinstance(viewer, Owner):
        assert view.fresh_until == oracle.fresh_until(*question)
    if not isinstance(view, ResumeView):
        return
    assert {channel.value for channel in view.contact.channels} == expected.channels
    assert {a.id for a in view.sections.attachments} == oracle.attachment_ids(*question)
    assert view.sections.avatar == oracle.shown_avatar(*question)
    binding, line = oracle.virtual_number(*question), view.contact.virtual_number
    if not isinstance(viewer, Owner):
        assert (line is None) == (binding is None)
        if line is not None and binding is not None:
            assert (line.number, line.valid_until) == (binding.number, binding.valid_until)


@settings(max_examples=150)
@given(pair=pairs, at=moments, chosen=readings)
def test_NOTICE_1_2_notices_are_the_references(pair: Pair, at: datetime, chosen: Readings) -> None:
    """Of any viewer, document and readings the candidate is notified exactly where the reference says so."""
    viewer, document = pair
    policy = Policy("drawn", readings=chosen)
    view: Any = view_for(viewer, document, at=at, policy=policy)
    record = record_of(viewer, cast("Any", document), view, at=at, policy=policy)
    notice = notice_of(record, document.settings, Language.EN, policy=policy)
    assert (notice is not None) == oracle.notified(viewer, document, at, chosen)


@given(word=words.filter(folded), company=companies, block=blocks)
def test_BLOCK_2_covered_by_is_the_references(word: str, company: Company, block: Block) -> None:
    """The candidate is shown a company for a block exactly where the reference says that the block names it."""
    by_name = Readings(unidentified_company_is_blocked=False)
    for one in (block, KeywordBlock(keyword=word, at=NOW)):
        assert (covered_by(one, [company]) == (company,)) == oracle.covers(one, company, by_name)


def test_the_examples_reach_every_standing() -> None:
    """The drawn viewers and documents make every standing, form of sharing and concern, shown and not."""
    seen: Counter[object] = Counter()

    def count(pair: Pair, at: datetime) -> None:
        viewer, document = pair
        which = document_of(document)
        seen[which, oracle.standing(viewer, document, at)] += 1
        seen[oracle.conversing(viewer, document, at), "conversing"] += 1
        seen[oracle.sharing(viewer, document, at), "sharing"] += 1
        seen[oracle.concern(viewer, document, at), "concern"] += 1
        seen[which, oracle.expected(attrs.evolve(viewer, action=Action.VIEW), document, at) is not None] += 1
        seen["withdrawn", oracle.fresh_until(viewer, document, at) < at + timedelta(hours=2)] += 1
        if isinstance(viewer, School):
            seen["deliveries", len(oracle.deliveries(viewer, document, at)) > 1] += 1

    settings(max_examples=1000)(given(pair=pairs, at=moments)(count))()
    wanted: list[object] = [(Document.RESUME, standing.value) for standing in Standing]
    wanted += [(Document.FORM, standing) for standing in ("none", "blocked", "applied")]
    wanted += [(document, shown) for document in Document for shown in (True, False)]
    wanted += [(True, "conversing"), *((sharing.value, "sharing") for sharing in Sharing)]
    wanted += [(concern.value, "concern") for concern in Concern]
    wanted += [("withdrawn", True), ("deliveries", True)]
    assert [answer for answer in wanted if not seen[answer]] == [], seen
