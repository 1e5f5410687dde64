"""Raw data of every shape, as the library and the independent reference judge it."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta, timezone
from random import Random
from typing import Any, NamedTuple, TypeVar, cast

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import oracle
from agreed import agree
from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    CampusForm,
    CommunityMember,
    Company,
    CompanyBlock,
    Headhunter,
    KeywordBlock,
    Language,
    Mailbox,
    NameDisplay,
    NoticeChannel,
    Owner,
    Part,
    Policy,
    Recipient,
    Recommender,
    Recruiter,
    Resume,
    School,
    Settings,
    SupportAgent,
    SupportCase,
    Verification,
    Viewer,
    Visibility,
    Visitor,
    covered_by,
    notice_of,
    record_of,
    view_for,
)
from resume_visibility.model import (
    PUBLIC,
    AgeVerified,
    Application,
    Attachment,
    Basics,
    Block,
    CampusBasics,
    CampusContact,
    CampusProfile,
    CareerStage,
    CommunityProfile,
    Consent,
    Contact,
    Conversation,
    Delivery,
    Document,
    Email,
    Gender,
    LegalOrder,
    MobileNumber,
    OnlineTalk,
    PersonName,
    PhoneNumber,
    Profile,
    ShareForm,
    VirtualNumber,
    YearMonth,
)
from resume_visibility.model.names import folded
from resume_visibility.policy import Concern, Readings, Sharing, Standing, ViewerKind
from resume_visibility.policy.situation import document_of

NOW = datetime(2024, 6, 1, tzinfo=UTC)
ZONES = (UTC, oracle.BEIJING, timezone(timedelta(hours=-10)), timezone(timedelta(hours=5, minutes=45)))

T = TypeVar("T")


class Dice:
    """Draws viewers, resumes and forms of few values each, so that they meet often.

    All of a question hangs on one seed: a whole resume drawn choice by choice is too large for Hypothesis, which then
    throws away all but the smallest.
    """

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)

    def pick(self, *options: T) -> T:
        return self.random.choice(options)

    def pick_of(self, options: Iterable[T]) -> T:
        return self.random.choice(list(options))

    def likely(self) -> bool:
        return self.random.random() < 0.9

    def draw_some(self, draw: Callable[[], T], most: int) -> tuple[T, ...]:
        return tuple(draw() for _ in range(self.random.randint(0, most)))

    # --- Values ---

    def instant(self) -> datetime:
        moment = NOW + timedelta(hours=self.random.randint(-3, 3), microseconds=self.random.randint(-1, 1))
        return moment.astimezone(self.pick_of(ZONES))

    def instant_after(self, than: datetime) -> datetime | None:
        """An instant after another; often none."""
        found = self.instant()
        return found if found > than and self.pick(True, False) else None

    def id(self) -> str:
        return self.pick("a", "a", "b")

    def group(self) -> str | None:
        return self.pick(None, "g", "h")

    def word(self) -> str:
        return self.pick_of(word for word in WORDS if folded(word))

    def company(self) -> Company:
        return Company(
            name=self.word() + "".join(self.draw_some(lambda: self.pick_of(WORDS), 2)),
            id=self.pick("a", "a", "b", None),
            aliases=self.draw_some(lambda: self.pick_of(WORDS), 2),
            group=self.group(),
        )

    def block(self) -> Block:
        if self.pick(True, False):
            return CompanyBlock(company=self.id(), at=self.instant(), group=self.group())
        return KeywordBlock(keyword=self.word(), at=self.instant(), group=self.group())

    def talk(self) -> OnlineTalk | None:
        delivery = Delivery(at=self.instant(), position=self.pick("甲", "乙"))
        talk = OnlineTalk(school=self.pick("s", "s", "t"), delivery=delivery, school_requires=self.likely())
        return self.pick(None, talk, talk)

    def application(self) -> Application:
        at = self.instant()
        return Application(
            company=self.id(),
            at=at,
            mailbox=self.pick(None, *MAIL_ADDRESSES),
            attachments=self.pick(*map(frozenset[str], ((), ("one",), ("one", "two"), ("gone",)))),
            group=self.group(),
            withdrawn=self.instant_after(at),
            talk=self.talk(),
        )

    def conversation(self) -> Conversation:
        since = self.instant()
        return Conversation(company=self.id(), since=since, until=self.instant_after(since))

    def consent(self) -> Consent:
        begins = self.instant() - timedelta(hours=2)
        lasts = self.pick(timedelta(days=1), timedelta(hours=3), timedelta(microseconds=1))
        recipient, parts = self.pick_of(RECIPIENTS), set(self.draw_some(lambda: self.pick_of(Part), 5))
        order = LegalOrder(basis="某法", reference="一", date=begins)
        return Consent(
            recipient=recipient,
            recipient_name="某机构",
            recipient_contact="某街一号",
            purpose=self.pick_of(PURPOSES),
            method="接口",
            parts=frozenset(parts or {Part.NATIONAL_ID}),
            begins=begins,
            ends=begins + lasts,
            withdrawn=self.instant_after(begins),
            form=ShareForm.DISCLOSURE
            if recipient == PUBLIC
            else self.pick(ShareForm.SHARE, ShareForm.PARTNER, ShareForm.TRANSFER),
            order=self.pick(None, None, order),
        )

    def virtual_number(self, place: int) -> VirtualNumber:
        start = self.instant()
        lasts = self.pick(timedelta(microseconds=1), timedelta(hours=1), timedelta(days=1))
        return VirtualNumber(
            id=f"v{9 - place}",
            candidate="me",
            number=PhoneNumber(f"+861700000000{place}", self.pick(None, "12")),
            valid_from=start,
            valid_until=start + lasts,
            company=self.pick(None, "a", "b"),
        )

    def settings(self) -> Settings:
        return Settings(
            visibility=self.pick_of(Visibility),
            name_display=self.pick_of(NameDisplay),
            resume_permission=self.likely(),
            chat_permission=self.pick(True, True, False),
            personalised_recommendation=self.pick(True, False),
            nickname=self.pick_of(NameDisplay),
            blocks=self.draw_some(self.block, 2),
            notices=self.pick(frozenset(NoticeChannel), frozenset[NoticeChannel]()),
        )

    def born(self) -> YearMonth:
        young = YearMonth(2008, self.pick(5, 6))
        return YearMonth(1990, 1) if self.likely() else young

    # --- Who asks for what ---

    def viewer(self) -> Viewer:
        """Somebody of any kind; companies, schools and recipients are the most frequent."""
        intent: dict[str, Any] = {
            "action": self.pick(Action.VIEW, Action.VIEW, *Action),
            "language": self.pick_of(Language),
        }
        missing = frozenset() if self.likely() else frozenset({self.pick_of(Verification)})
        person: dict[str, Any] = {"signed_in": self.likely(), **intent}
        match self.random.randrange(16):
            case 0 | 1 | 2:
                return Recruiter(id="r", company=self.company(), verified=FULLY_VERIFIED - missing, **person)
            case 3 | 4:
                clients = self.pick(None, self.draw_some(self.company, 2), ())
                return Headhunter(
                    id="h",
                    agency=self.company(),
                    clients=clients,
                    verified=FULLY_VERIFIED - missing,
                    **person,
                )
            case 5 | 14:
                return Mailbox(company=self.company(), address=self.pick_of(MAIL_ADDRESSES), **intent)
            case 6 | 7:
                return School(id=self.pick("s", "s", "t"), verified=self.likely(), **person)
            case 8 | 9:
                return Recipient(id=self.pick_of(RECIPIENTS), purpose=self.pick_of(PURPOSES), **intent)
            case 10:
                return SupportAgent(id="s", case=self.case(), **person)
            case 11:
                return CommunityMember(id="m", **person)
            case 12:
                return Recommender(**intent)
            case 13:
                return Visitor(**intent)
            case _:
                return Owner(candidate=self.pick("me", "you"), **intent)

    def case(self) -> SupportCase | None:
        opened = self.instant()
        complainant, complained_of = self.pick(
            ("me", frozenset[str]()),
            ("you", frozenset({"me"})),
            (None, frozenset({"me", "you"})),
            (None, frozenset[str]()),
        )
        case = SupportCase(
            id="case",
            opened=opened,
            closed=self.instant_after(opened),
            complainant=complainant,
            complained_of=complained_of,
        )
        return self.pick(None, case, case, case)

    def resume(self) -> Resume:
        born = self.pick(self.born(), self.born(), self.born(), None)
        profile = Profile(
            gender=self.pick_of((*Gender, None)),
            born=born,
            work_started=2012,
            residence="上海",
            stage=CareerStage.WORKING,
        )
        contact = Contact(mobile=MobileNumber("+8613800138000"))
        return Resume(
            id="cv",
            candidate="me",
            basics=Basics(
                name=self.pick_of((*NAMES, None)),
                profile=profile,
                contact=contact,
                avatar=self.pick(None, "face"),
            ),
            attachments=(Attachment(id="one", file_name="1.pdf"), Attachment(id="two", file_name="2.pdf")),
            settings=self.settings(),
            applications=self.draw_some(self.application, 5),
            virtual_numbers=tuple(map(self.virtual_number, range(self.random.randint(0, 4)))),
            conversations=self.draw_some(self.conversation, 2),
            consents=self.draw_some(self.consent, 5),
            community=self.pick(None, CommunityProfile(id="elsewhere", avatar=self.pick(None, "mask"))),
            deleted=not self.likely(),
            age_verified=self.age_verified() if born is None else None,
        )

    def form(self) -> CampusForm:
        born = self.pick(self.born(), self.born(), self.born(), None)
        profile = CampusProfile(gender=self.pick_of((*Gender, None)), born=born, desired_places=("上海",))
        contact = CampusContact(email=Email("me@mail.example"), mobile=MobileNumber("+8613800138000"))
        handed_in = self.instant() if self.likely() else None
        return CampusForm(
            id="form",
            candidate="me",
            company=self.id(),
            basics=CampusBasics(
                name=self.pick_of((*NAMES, None)), english_name="Sanfeng", profile=profile, contact=contact
            ),
            settings=self.settings(),
            handed_in=handed_in,
            withdrawn=None if handed_in is None else self.instant_after(handed_in),
            talk=None if handed_in is None else self.talk(),
            deleted=not self.likely(),
            age_verified=self.age_verified() if born is None else None,
        )

    def age_verified(self) -> AgeVerified | None:
        """Mostly of somebody who is sixteen, or who will be within hours or has been for hours."""
        age = self.pick(15, 16, 16, 18)
        at = self.instant() + timedelta(days=self.pick(0, 0, 1, -1, 365, -365))
        return self.pick(None, AgeVerified(age=age, at=at), AgeVerified(age=age, at=at))

    def readings(self) -> Readings:
        """As the rules have them, or any of them loosened."""
        loosened = [name for name in attrs.fields_dict(Readings) if self.pick(True, False, False)]
        return self.pick(Readings(), Readings(**dict.fromkeys(loosened, False)))

    def question(self) -> "Question":
        document: Resume | CampusForm = self.form() if self.random.random() < 0.25 else self.resume()
        return Question(
            self.viewer(), document, self.pick(self.instant(), NOW + timedelta(hours=4)), self.readings()
        )


class Question(NamedTuple):
    """Who asks for what, when, under which readings."""

    viewer: Viewer
    document: Resume | CampusForm
    at: datetime
    readings: Readings


WORDS = (
    *("甲", "乙丙", "丙", "ACME", "ａｃｍｅ", "c\u200bm", "ß", "SS", " 甲 ", "\u200b", "華", "华"),
    *("McDonald's", "mcdonald’s", "a-c", "A–C", "ABC（集团）", "ａｂｃ集团", "•", "ー"),
)
MAIL_ADDRESSES = (Email("jobs@a.example"), Email("JOBS@a.example"), Email("hr@a.example"))
PURPOSES = (*["course"] * 5, "advertising")
RECIPIENTS = ("school", "school", PUBLIC)
NAMES = (
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
)

seeds = st.integers(0, 2**48)


@settings(max_examples=1000)
@given(seeds)
def test_answers_are_the_references(seed: int) -> None:
    """Of any viewer, document and readings the case holds the facts, the decision and all else that the reference finds, and
    the view shows it.
    """
    viewer, document, at, readings = Dice(seed).question()
    agree(viewer, document, at, Policy("drawn", readings=readings))


@settings(max_examples=300)
@given(seeds)
def test_NOTICE_1_2_notices_are_the_references(seed: int) -> None:
    """Of any viewer, document and readings the candidate is notified exactly where the reference says so."""
    question = viewer, document, at, readings = Dice(seed).question()
    policy = Policy("drawn", readings=readings)
    view: Any = view_for(viewer, document, at=at, policy=policy)
    record = record_of(viewer, cast("Any", document), view, at=at, policy=policy)
    notice = notice_of(record, document.settings, language=Language.EN, policy=policy)
    assert (notice is not None) == oracle.notified(*question)


@settings(max_examples=400)
@given(seeds)
def test_BLOCK_2_covered_by_is_the_references(seed: int) -> None:
    """The candidate is shown a company for a block exactly where the reference says that the block names it."""
    dice, by_name = Dice(seed), Readings(unidentified_company_is_blocked=False)
    company, block = dice.company(), dice.block()
    assert (covered_by([block], [company])[0] == (company,)) == oracle.covers(block, company, by_name)


def test_the_questions_reach_every_state() -> None:
    """What is drawn makes every standing, form of sharing and concern, by readings of both sides, shown and not."""
    seen: Counter[object] = Counter()
    for seed in range(2000):
        question = Dice(seed).question()
        viewer, document, at, _ = question
        which, facts = document_of(document), oracle.plain_facts(*question)
        shown, strict = oracle.expected(*question), oracle.expected(viewer, document, at)
        seen[which, facts.standing] += 1
        seen[which, facts.kind, shown is not None] += 1
        seen[facts.sharing, "sharing"] += 1
        seen[facts.concern, "concern"] += 1
        seen["conversing", facts.conversing] += 1
        seen["another reading", shown == strict] += 1
        seen["several deliveries", len(oracle.deliveries(*question)) > 1] += 1
        if shown is not None:
            seen["shortened", oracle.fresh_until(*question) < at + timedelta(hours=2)] += 1
    wanted: list[object] = [(Document.RESUME, standing.value) for standing in Standing]
    wanted += [(Document.FORM, standing) for standing in ("none", "blocked", "applied")]
    wanted += [(Document.RESUME, kind.value, shown) for kind in ViewerKind for shown in (True, False)]
    wanted += [(Document.FORM, kind, True) for kind in ("owner", "recruiter", "school")]
    wanted += [(sharing.value, "sharing") for sharing in Sharing]
    wanted += [(concern.value, "concern") for concern in Concern]
    wanted += [(name, True) for name in ("conversing", "several deliveries", "shortened")]
    wanted += [("another reading", False)]
    wanted.remove((Document.RESUME, "visitor", True))
    assert [state for state in wanted if not seen[state]] == [], f"`Dice` has to draw them; it drew {seen}"
