"""Who asks, as they are shown a resume: each function puts a question to somebody of one kind."""

from ..model.consents import PUBLIC
from ..model.resume import CommunityProfile
from ..model.settings import Conversation, Visibility
from ..model.values import Email
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
from .cast import MAILBOXES, PURPOSES, RECIPIENTS, SCHOOLS
from .posed import ACME, GLOBEX, Question


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
