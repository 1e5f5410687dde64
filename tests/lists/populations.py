"""Populations made to disagree: few instants, so that many acts meet; child rows that differ; text that breaks quoting."""

import random
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import attrs

import people
from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    CampusForm,
    CommunityMember,
    Company,
    CompanyBlock,
    Headhunter,
    KeywordBlock,
    Mailbox,
    NameDisplay,
    Owner,
    Part,
    Recipient,
    Recommender,
    Recruiter,
    Resume,
    School,
    Settings,
    SupportAgent,
    SupportCase,
    Viewer,
    Visibility,
    Visitor,
)
from resume_visibility.model import (
    PUBLIC,
    Account,
    AgeVerified,
    Application,
    Block,
    CommunityProfile,
    Consent,
    Conversation,
    Delivery,
    Email,
    LegalOrder,
    OnlineTalk,
    ShareForm,
    YearMonth,
)
from resume_visibility.policy import Readings

_T = TypeVar("_T")

AT = datetime(2026, 6, 30, 16, tzinfo=UTC)
"""When everybody asks: the first of July in Beijing, when those born in June 2010 are surely sixteen."""

INSTANTS = (
    *tuple(AT + timedelta(microseconds=step) for step in (-2, -1, 0, 1)),
    AT - timedelta(days=30),
    AT - timedelta(days=1),
    AT + timedelta(days=1),
)
KEYWORDS = (
    "o'brien",
    'say "hi"',
    "100%",
    "a_b",
    "back\\slash",
    "𠮷野家",
    "💼works",
    "ｗｉｄｅ",
    "İstanbul",
    "ß",
    "acme",
)
"""Words of blocks: quotes, wildcards, backslashes, characters outside the basic plane, and letters that fold to two."""

COMPANIES = (
    Company(id="acme", name="O'Brien & Söhne 100% \\ 有限公司", aliases=("say “hi”", "A_B"), group="g-1"),
    Company(id="acme-2", name="艾可美云", aliases=("𠮷野家（中国）", "STRASSE ß"), group="g-1"),
    Company(id="Acme", name="ACME wide ＷＩＤＥ", group="g-2"),
    Company(id="globex", name="istanbul 💼 Works"),
    Company(name="Nobody knows o’brien", aliases=("无从识别",), group="g-2"),
    Company(name="完全未知"),
)
"""Companies that share groups and letters, two ids that differ by case alone, and two that cannot be identified."""

MAILBOXES = ("hr@acme.example", "HR@acme.example", "o'brien@acme.example", "jobs@globex.example")
CANDIDATES = ("c-1", "c-2", "c-3", "C-1")
SCHOOLS = ("s-1", "s-2", "S-1")
RECIPIENTS = ("r-1", "R-1", PUBLIC)
PURPOSES = ("p-1", "p-2")
BORN = (
    YearMonth(2010, 5),
    YearMonth(2010, 6),
    YearMonth(2010, 7),
    YearMonth(1990, 1),
    YearMonth(2009, 12),
    None,
)
VERIFIED = (
    AgeVerified(age=16, at=AT),
    AgeVerified(age=16, at=AT + timedelta(days=1)),
    AgeVerified(age=18, at=AT),
    None,
)
"""Of those without a month of birth."""


_RESUME = people.resume(virtual_numbers=())
_FORM = people.form()


class Draw:
    """Draws from a seed."""

    def __init__(self, seed: object) -> None:
        self._random = random.Random(str(seed))

    def one(self, of: Sequence[_T]) -> _T:
        return of[self._random.randrange(len(of))]

    def chance(self, share: float) -> bool:
        return self._random.random() < share

    def many(self, most: int) -> range:
        return range(self._random.randrange(most + 1))

    def maybe(self, of: Sequence[_T], share: float = 0.5) -> _T | None:
        return self.one(of) if self.chance(share) else None


def _block(draw: Draw) -> Block:
    group, at = draw.maybe(("g-1", "g-2"), 0.2), draw.one(INSTANTS)
    if draw.chance(0.5):
        return CompanyBlock(
            company=draw.one(("acme", "acme-2", "Acme", "globex", "other")), at=at, group=group
        )
    return KeywordBlock(keyword=draw.one((*KEYWORDS, "艾可美", "未见过")), at=at, group=group)


def settings(draw: Draw) -> Settings:
    return Settings(
        visibility=draw.one(tuple(Visibility)),
        name_display=draw.one(tuple(NameDisplay)),
        resume_permission=draw.chance(0.9),
        chat_permission=draw.chance(0.7),
        personalised_recommendation=draw.chance(0.5),
        nickname=draw.one(tuple(NameDisplay)),
        blocks=tuple(_block(draw) for _ in draw.many(2)),
    )


def _talk(draw: Draw) -> OnlineTalk:
    delivery = Delivery(at=draw.one(INSTANTS), position="工程师")
    return OnlineTalk(school=draw.one(SCHOOLS), delivery=delivery, school_requires=draw.chance(0.7))


def _application(draw: Draw) -> Application:
    at = draw.one(INSTANTS)
    later = [instant for instant in INSTANTS if instant >= at]
    address = draw.maybe(MAILBOXES, 0.4)
    return Application(
        company=draw.one(("acme", "acme-2", "Acme", "globex")),
        at=at,
        mailbox=None if address is None else Email(address),
        attachments=frozenset({"file"}) if draw.chance(0.5) else frozenset(),
        group=draw.maybe(("g-1", "g-2"), 0.3),
        withdrawn=draw.maybe(later, 0.3),
        talk=_talk(draw) if draw.chance(0.4) else None,
    )


def _conversation(draw: Draw) -> Conversation:
    since = draw.one(INSTANTS)
    later = [instant for instant in INSTANTS if instant > since]
    until = draw.one(later) if later and draw.chance(0.6) else None
    return Conversation(company=draw.one(("acme", "acme-2", "globex")), since=since, until=until)


def _consent(draw: Draw) -> Consent:
    begins = draw.one([instant for instant in INSTANTS if instant < INSTANTS[-1]])
    ends = draw.one([instant for instant in INSTANTS if instant > begins])
    recipient = draw.one(RECIPIENTS)
    forms = [form for form in ShareForm if form is not ShareForm.DISCLOSURE]
    order = LegalOrder(basis="刑事诉讼法", reference="第1号", date=begins) if draw.chance(0.2) else None
    return Consent(
        recipient=recipient,
        recipient_name="某人",
        recipient_contact="x",
        purpose=draw.one(PURPOSES),
        method="接口",
        parts=draw.one((frozenset(), frozenset({Part.NATIONAL_ID}), frozenset({Part.WORK, Part.NAME}))),
        begins=begins,
        ends=ends,
        withdrawn=draw.maybe(INSTANTS, 0.3),
        form=ShareForm.DISCLOSURE if recipient == PUBLIC else draw.one(forms),
        order=order,
    )


def resume(seed: object, place: int) -> Resume:
    """One resume of a population."""
    draw = Draw(f"{seed} {place}")
    born = draw.one(BORN)
    profile = attrs.evolve(_RESUME.basics.profile, born=born)
    name = f"r-{place}"
    return attrs.evolve(
        _RESUME,
        id=name,
        candidate=draw.one(CANDIDATES),
        basics=attrs.evolve(_RESUME.basics, profile=profile),
        settings=settings(draw),
        applications=tuple(_application(draw) for _ in draw.many(3)),
        conversations=tuple(_conversation(draw) for _ in draw.many(2)),
        consents=tuple(_consent(draw) for _ in draw.many(2)),
        community=CommunityProfile(id=f"m-{place}") if draw.chance(0.6) else None,
        age_verified=draw.one(VERIFIED) if born is None else None,
        account=Account.CLOSED if draw.chance(0.06) else Account.OPEN,
        deleted=draw.chance(0.06),
    )


def form(seed: object, place: int) -> CampusForm:
    """One form of a population."""
    draw = Draw(f"{seed} form {place}")
    basics, born = _FORM.basics, draw.one(BORN)
    handed_in = draw.maybe(INSTANTS, 0.8)
    later = [instant for instant in INSTANTS if handed_in is not None and instant >= handed_in]
    return attrs.evolve(
        _FORM,
        id=f"f-{place}",
        candidate=draw.one(CANDIDATES),
        company=draw.one(("acme", "acme-2", "Acme", "globex")),
        basics=attrs.evolve(basics, profile=attrs.evolve(basics.profile, born=born)),
        age_verified=draw.one(VERIFIED) if born is None else None,
        settings=settings(draw),
        handed_in=handed_in,
        withdrawn=draw.one(later) if later and draw.chance(0.3) else None,
        talk=_talk(draw) if handed_in is not None and draw.chance(0.6) else None,
        account=Account.CLOSED if draw.chance(0.06) else Account.OPEN,
        deleted=draw.chance(0.06),
    )


def resumes(seed: object, number: int) -> tuple[Resume, ...]:
    """A population."""
    return tuple(resume(seed, place) for place in range(number))


def forms(seed: object, number: int) -> tuple[CampusForm, ...]:
    """A population of forms."""
    return tuple(form(seed, place) for place in range(number))


def _companies() -> list[Viewer]:
    found: list[Viewer] = []
    for company in COMPANIES:
        found.append(Recruiter(id="u", company=company, signed_in=True, verified=FULLY_VERIFIED))
        found += [
            Headhunter(id="h", agency=company, clients=clients, signed_in=True, verified=FULLY_VERIFIED)
            for clients in (None, (), (COMPANIES[1], COMPANIES[3]), (COMPANIES[4],))
        ]
        found += [Mailbox(company=company, address=Email(address)) for address in MAILBOXES[:2]]
    return found


_CASES = (
    SupportCase(id="k-1", opened=AT, complainant="c-1", complained_of=frozenset({"c-2", "c-3"})),
    SupportCase(id="k-2", opened=AT - timedelta(days=1), complained_of=frozenset({"c-2"})),
    SupportCase(id="k-3", opened=AT - timedelta(days=1), complainant="C-1"),
    SupportCase(id="k-4", opened=AT - timedelta(days=1), closed=AT, complainant="c-1"),
    SupportCase(id="k-5", opened=AT + timedelta(microseconds=1), complainant="c-1"),
)

VIEWERS: tuple[Viewer, ...] = (
    *_companies(),
    Recruiter(id="u", company=COMPANIES[0], signed_in=True),
    Headhunter(id="h", agency=COMPANIES[0], clients=(), signed_in=True),
    *(Owner(candidate=candidate) for candidate in CANDIDATES),
    CommunityMember(id="m", signed_in=True),
    CommunityMember(id="m"),
    Recommender(),
    *(Recipient(id=recipient, purpose=purpose) for recipient in RECIPIENTS for purpose in PURPOSES),
    *(School(id=school, signed_in=True, verified=True) for school in SCHOOLS),
    School(id="s-1", signed_in=True),
    *(SupportAgent(id="a", signed_in=True, case=case) for case in _CASES),
    SupportAgent(id="a", signed_in=True),
    SupportAgent(id="a", case=_CASES[0]),
    Visitor(),
)
"""Everybody who asks, of every kind."""


def asking(viewer: Viewer) -> tuple[Viewer, ...]:
    """The same viewer, for every action."""
    return tuple(attrs.evolve(viewer, action=action) for action in Action)


QUESTIONS = tuple(asked for viewer in VIEWERS for asked in asking(viewer))
"""Everybody, about to do everything."""

LOOSENED = (
    *(Readings(**{field.name: False}) for field in attrs.fields(Readings)),
    Readings(**{field.name: False for field in attrs.fields(Readings)}),
)
"""Each reading loosened alone, and all of them at once."""
