"""Somebody's choices and acts: settings, applications, conversations, consents, and virtual numbers."""

from collections.abc import Sequence
from datetime import timedelta

from ...model.consents import PUBLIC, Consent, LegalOrder, ShareForm
from ...model.parts import Part
from ...model.settings import (
    Application,
    Block,
    CompanyBlock,
    Conversation,
    Delivery,
    KeywordBlock,
    NameDisplay,
    NoticeChannel,
    OnlineTalk,
    Settings,
    VirtualNumber,
    Visibility,
)
from ...model.values import Email, PhoneNumber
from .drawing import CORPUS_NOW, Draw, Weighted, after, ago
from .firms import Firm, firms
from .history import Job
from .people import Person
from .tables import RECIPIENTS, SCHOOL_IDS

_VISIBILITIES = Weighted.of(
    [
        (Visibility.PUBLIC, 45),
        (Visibility.CHAT_ONLY, 20),
        (Visibility.HEADHUNTERS, 10),
        (Visibility.PRIVATE, 25),
    ]
)
_NOTICES = Weighted.of(
    [
        (frozenset(NoticeChannel), 62),
        (frozenset({NoticeChannel.APP}), 24),
        (frozenset({NoticeChannel.APP, NoticeChannel.WECHAT}), 9),
        (frozenset(), 5),
    ]
)
_APPLICATIONS = Weighted.of([((0, 0), 42), ((1, 3), 34), ((4, 9), 19), ((10, 30), 5)])
_CONVERSATIONS = Weighted.of([((0, 0), 52), ((1, 2), 34), ((3, 6), 14)])
_YEAR_DAYS = 365


def _display(draw: Draw, honorific: float) -> NameDisplay:
    return NameDisplay.HONORIFIC if draw.chance(honorific) else NameDisplay.REAL


def settings(draw: Draw, past_jobs: Sequence[Job], firms: Sequence[Firm]) -> Settings:
    """Somebody's settings: most resumes can be found, and many block the company that the candidate works for."""
    return Settings(
        visibility=draw.weighted(_VISIBILITIES),
        name_display=_display(draw, 0.4),
        resume_permission=draw.chance(0.96),
        chat_permission=draw.chance(0.95),
        personalised_recommendation=draw.chance(0.7),
        nickname=_display(draw, 0.75),
        blocks=tuple(_blocks(draw, past_jobs, firms)) if draw.chance(0.24) else (),
        notices=draw.weighted(_NOTICES),
    )


def _blocks(draw: Draw, past_jobs: Sequence[Job], firms: Sequence[Firm]) -> list[Block]:
    blocked = [job.firm for job in past_jobs[: draw.between(1, 2)]]
    if not blocked or draw.chance(0.3):
        blocked.append(draw.one_of(firms))
    return [_block(draw, firm) for firm in blocked]


def _block(draw: Draw, firm: Firm) -> Block:
    at, group = ago(draw, 2 * _YEAR_DAYS), firm.company.group if draw.chance(0.4) else None
    if draw.chance(0.35):
        return KeywordBlock(keyword=firm.brand, at=at, group=group)
    return CompanyBlock(company=firm.id, at=at, group=group)


def choose_firms(draw: Draw, person: Person) -> list[Firm]:
    """The companies to which somebody applies, and with which they talk: most are of their trade, some are agencies."""
    kinds = firms()
    trade_firms = [firm for kind in person.trade.firms for firm in kinds[kind]]
    return [draw.one_of(kinds["agency"] if draw.chance(0.08) else trade_firms) for _ in range(6)]


def applications(
    draw: Draw, person: Person, firms: Sequence[Firm], files: Sequence[str], position: str
) -> list[Application]:
    """The applications of the last year."""
    return [
        _application(draw, person, draw.one_of(firms), files, position)
        for _ in range(draw.between(*draw.weighted(_APPLICATIONS)))
    ]


def _application(draw: Draw, person: Person, firm: Firm, files: Sequence[str], position: str) -> Application:
    at = ago(draw, _YEAR_DAYS)
    talk = None
    if person.years < 1 and person.age >= 18 and draw.chance(0.3):
        talk = OnlineTalk(
            school=draw.one_of(SCHOOL_IDS),
            delivery=Delivery(at=at, position=position),
            school_requires=draw.chance(0.6),
        )
    return Application(
        company=firm.id,
        at=at,
        mailbox=Email(f"hr@{firm.host}") if draw.chance(0.08) else None,
        attachments=frozenset(draw.some(files, 1)) if files and draw.chance(0.6) else frozenset(),
        group=firm.company.group if draw.chance(0.8) else None,
        withdrawn=after(draw, at) if draw.chance(0.05) else None,
        talk=talk,
    )


def conversations(draw: Draw, firms: Sequence[Firm]) -> list[Conversation]:
    """The conversations of the last half year; most have ended."""
    found = []
    for _ in range(draw.between(*draw.weighted(_CONVERSATIONS))):
        since = ago(draw, _YEAR_DAYS // 2)
        until = after(draw, since) if draw.chance(0.6) else None
        found.append(Conversation(company=draw.one_of(firms).id, since=since, until=until))
    return found


def virtual_numbers(
    draw: Draw, key: str, candidate: str, mode: Visibility, sent: Sequence[Application]
) -> list[VirtualNumber]:
    """A number for anybody if the visibility allows one, and some numbers for companies that were applied to."""
    companies: list[str | None] = []
    if mode in (Visibility.PUBLIC, Visibility.HEADHUNTERS) and draw.chance(0.7):
        companies.append(None)
    companies += [application.company for application in sent[:2] if draw.chance(0.3)]
    found = []
    for i, company in enumerate(companies):
        start = ago(draw, _YEAR_DAYS // 2)
        ends = after(draw, start) if draw.chance(0.15) else CORPUS_NOW + timedelta(days=draw.between(7, 180))
        # It contains no mobile number, whatever the digits: the first digit after 95010 never begins one.
        digits = f"{draw.between(2, 9)}{draw.digits(5)}{i}"
        number = PhoneNumber(f"+8695010{digits}", extension=draw.digits(4))
        found.append(
            VirtualNumber(
                id=f"vn-{key}-{i}",
                candidate=candidate,
                number=number,
                valid_from=start,
                valid_until=ends,
                company=company,
            )
        )
    return found


def consents(draw: Draw) -> list[Consent]:
    """A consent for a few people; seldom an order of the law in its place."""
    if not draw.chance(0.08):
        return []
    recipient, name, contact, purpose, method, parts, form = draw.one_of(RECIPIENTS)
    begins, order = ago(draw, _YEAR_DAYS), None
    if recipient != PUBLIC and draw.chance(0.04):
        order = LegalOrder(
            basis="民事诉讼法，人民法院调查取证",
            reference=f"（2026）某法调令第 {draw.between(1, 900)} 号",
            date=begins - timedelta(days=3),
        )
    return [
        Consent(
            recipient=recipient,
            recipient_name=name,
            recipient_contact=contact,
            purpose=purpose,
            method=method,
            parts=frozenset(Part(part) for part in parts),
            begins=begins,
            ends=begins + timedelta(days=draw.between(30, 2 * _YEAR_DAYS)),
            withdrawn=after(draw, begins) if order is None and draw.chance(0.15) else None,
            form=ShareForm(form),
            order=order,
        )
    ]
