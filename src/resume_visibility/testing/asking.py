"""Questions that are put together step by step: who asks, what the candidate chose and did, and acts beside the one that decides."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any

import attrs

from ..model.campus import CampusForm
from ..model.consents import PUBLIC, Consent, ShareForm
from ..model.parts import PARTS_OF, Document, Part
from ..model.resume import CommunityProfile, Resume
from ..model.settings import (
    AgeVerified,
    Application,
    Block,
    CompanyBlock,
    Conversation,
    Delivery,
    KeywordBlock,
    OnlineTalk,
    Visibility,
)
from ..model.values import Email, YearMonth
from ..model.viewers import (
    FULLY_VERIFIED,
    CommunityMember,
    Headhunter,
    Mailbox,
    Owner,
    Recipient,
    Recommender,
    Recruiter,
    School,
    SupportAgent,
    SupportCase,
)
from .cast import COMPANIES, MAILBOXES, PROSE, PURPOSES, RECIPIENTS, SCHOOLS

ACME, CLOUD, GLOBEX, _ = COMPANIES
DAY = timedelta(days=1)
UNITS = (DAY, DAY, timedelta(hours=1), timedelta(minutes=1))
"""How far acts lie from the instant of a question. Code that reads the clock of another time zone, or forgets the hour, is found."""


@attrs.frozen
class Question:
    """A question, and how it is changed. Whatever is not changed shows the document.

    Args:
        viewer: who asks.
        document: the resume or form.
        at: the instant.
        unit: how long before or after it something was done, unless it was done several times as long before or after.
    """

    viewer: Any
    document: Any
    at: datetime
    unit: timedelta

    def asked_by(self, kind: Any, **values: Any) -> "Question":
        """The same question of another viewer: in the same language, and for the same action."""
        intent = {"action": self.viewer.action, "language": self.viewer.language}
        return attrs.evolve(self, viewer=kind(**intent, **values))

    def by(self, **values: Any) -> "Question":
        """The same question of a viewer with other values."""
        return attrs.evolve(self, viewer=attrs.evolve(self.viewer, **values))

    def of(self, **values: Any) -> "Question":
        """The same question of a document with other values."""
        changed = {name: value for name, value in values.items() if value is not getattr(self.document, name)}
        return attrs.evolve(self, document=attrs.evolve(self.document, **changed)) if changed else self

    def chosen(self, **values: Any) -> "Question":
        """The same question of a document with other settings."""
        settings = self.document.settings
        changed = {name: value for name, value in values.items() if value is not getattr(settings, name)}
        return self.of(settings=attrs.evolve(settings, **changed)) if changed else self

    def aged(self, born: YearMonth | None, years: int | None = None, units: int = 0) -> "Question":
        """The same question of a candidate whose age is stated so, or was verified so many units later."""
        profile = attrs.evolve(self.document.basics.profile, born=born)
        verified = None if years is None else AgeVerified(age=years, at=self.at + units * self.unit)
        return self.of(basics=attrs.evolve(self.document.basics, profile=profile), age_verified=verified)

    def blocked(self, block: Callable[..., Block], units: int = 0, **values: Any) -> "Question":
        """The same question of a candidate who blocked a company, so many units later."""
        return self.chosen(blocks=(block(at=self.at + units * self.unit, **values),))

    def sent(self, units: int = -1, **values: Any) -> "Question":
        """The same question of a resume that was sent to a company, so many units later, and is not public."""
        given = {"company": ACME.id, "at": self.at + units * self.unit, **values}
        return self.chosen(visibility=Visibility.PRIVATE).of(applications=(Application(**given),))

    def met(self, *, required: bool = True, withdrawn: datetime | None = None) -> "Question":
        """The same question of what was handed in at a talk of the school that asks."""
        at, is_form = self.at - self.unit, isinstance(self.document, CampusForm)
        written = (
            getattr(self.document.remarks, "self_assessment", None) if is_form else self.document.highlights
        )
        talk = OnlineTalk(
            school=self.viewer.id,
            delivery=Delivery(at=at, position=written or PROSE[0]),  # details are typed into it, too
            school_requires=required,
        )
        if is_form:
            return self.of(handed_in=at, talk=talk, withdrawn=withdrawn)
        return self.sent(talk=talk, withdrawn=withdrawn)

    def consented(self, begins: int = -1, ends: int = 1, **values: Any) -> "Question":
        """The same question of a candidate who consented to the recipient that asks, so many units later."""
        is_public = self.viewer.id == PUBLIC
        given = {
            "recipient": self.viewer.id,
            "recipient_name": "某某教育科技有限公司",
            "recipient_contact": "400 客服",
            "purpose": self.viewer.purpose,
            "method": "电话沟通",
            "parts": frozenset({Part.NAME, Part.REGION}),
            "begins": self.at + begins * self.unit,
            "ends": self.at + ends * self.unit,
            "form": ShareForm.DISCLOSURE if is_public else ShareForm.SHARE,
            **values,
        }
        return self.of(consents=(Consent(**given),))


def recruiter(one: Question) -> Question:
    return one.asked_by(Recruiter, id="user-1", company=ACME, signed_in=True, verified=FULLY_VERIFIED)


def headhunter(one: Question) -> Question:
    return one.asked_by(
        Headhunter, id="user-1", agency=ACME, clients=(), signed_in=True, verified=FULLY_VERIFIED
    )


def agency_with_clients(one: Question) -> Question:
    return headhunter(one).by(clients=(GLOBEX,))


def agency_of_unknown_clients(one: Question) -> Question:
    return headhunter(one).by(clients=None)


AGENCIES = (headhunter, agency_with_clients, agency_of_unknown_clients)


def mailbox(one: Question) -> Question:
    address = Email(MAILBOXES[0])
    return one.asked_by(Mailbox, company=ACME, address=address).sent(mailbox=address)


def recipient(one: Question) -> Question:
    return one.asked_by(Recipient, id=RECIPIENTS[0], purpose=PURPOSES[0]).consented()


def everybody(one: Question) -> Question:
    return one.asked_by(Recipient, id=PUBLIC, purpose=PURPOSES[0]).consented()


def school(one: Question) -> Question:
    return one.asked_by(School, id=SCHOOLS[0], signed_in=True, verified=True).met()


def community_member(one: Question) -> Question:
    return one.asked_by(CommunityMember, id="user-1", signed_in=True)


def recommender(one: Question) -> Question:
    return one.asked_by(Recommender)


def owner(one: Question) -> Question:
    return one.asked_by(Owner, candidate=one.document.candidate)


def owner_of_that_number(one: Question) -> Question:
    """Another candidate, whose number is that of the document: each table counts its rows."""
    return one.asked_by(Owner, candidate=one.document.id)


def visitor(one: Question) -> Question:
    return one


def support_agent(one: Question) -> Question:
    case = SupportCase(id="case-1", opened=one.at - one.unit, complainant=one.document.candidate)
    return one.asked_by(SupportAgent, id="user-1", case=case, signed_in=True)


def in_community(one: Question) -> Question:
    community = one.document.community or CommunityProfile(id="member-1", avatar="face-1")
    return one.of(community=community)


def complained_of(one: Question) -> Question:
    concerned = frozenset({one.document.candidate})
    return one.by(case=SupportCase(id="case-1", opened=one.at - one.unit, complained_of=concerned))


def conversing(one: Question) -> Question:
    running = Conversation(company=str(ACME.id), since=one.at - one.unit)
    return one.chosen(visibility=Visibility.PRIVATE).of(conversations=(running,))


_BESIDE = 0.16


def with_acts_beside(random: Random, one: Question) -> Question:
    """The same question, after some acts that decide nothing: each before or after the others of its list."""
    settings = one.document.settings
    if (
        getattr(one.viewer, "clients", ()) is not None
    ):  # an unknown client could be whoever is blocked (BLOCK-4)
        one = one.chosen(blocks=_mixed(random, settings.blocks, _blocks(one)))
    if isinstance(one.document, Resume):
        over = {name: _mixed(random, getattr(one.document, name), acts) for name, acts in _acts(one)}
        one = one.of(**over)
    return one


def _mixed(random: Random, acts: tuple[Any, ...], beside: tuple[Any, ...]) -> tuple[Any, ...]:
    for act in beside:
        if random.random() < _BESIDE:
            acts = (act, *acts) if random.random() < 0.5 else (*acts, act)
    return acts


def _blocks(one: Question) -> tuple[Any, ...]:
    """Blocks of nobody who asks."""
    return CompanyBlock(company="elsewhere", at=one.at - DAY), KeywordBlock(
        keyword="无此公司", at=one.at + DAY
    )


def _acts(one: Question) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """The acts of a resume that are over, not yet done, or towards another company, by the name of their list."""
    began, ended = one.at - 3 * DAY, one.at - 2 * DAY
    files = frozenset(file.id for file in one.document.attachments)
    withdrawn = Application(company=str(ACME.id), at=began, withdrawn=ended, attachments=files)
    sent = Application(company=str(ACME.id), at=one.at + DAY)
    yield "applications", (withdrawn, sent, Application(company=str(GLOBEX.id), at=began))
    yield "conversations", (Conversation(company=str(ACME.id), since=began, until=ended),)
    if isinstance(one.viewer, Recipient):
        every = PARTS_OF[Document.RESUME]
        (given,) = one.document.consents
        ended_itself = attrs.evolve(given, parts=every, begins=began, ends=ended)
        taken_back = attrs.evolve(given, parts=every, begins=began, withdrawn=ended)
        yield (
            "consents",
            (ended_itself, taken_back) * 3,
        )  # recipients are few, so that each act of theirs has several chances
