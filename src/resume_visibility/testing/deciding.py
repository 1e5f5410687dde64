"""Questions that one thing alone decides: with all else as it should be, the viewer is shown the document.

By chance, a block or a withdrawal that decides is seldom drawn: mostly something else closes the document, too, or somebody asks whom it
does not concern. Service code that forgets it would seldom be found.
"""

from collections.abc import Callable
from datetime import datetime
from itertools import cycle
from random import Random
from typing import TypeAlias, TypeVar

import attrs

from ..model.campus import CampusForm
from ..model.consents import PUBLIC, ShareForm
from ..model.language import Language
from ..model.resume import Resume
from ..model.sections import Attachment
from ..model.settings import Account, CompanyBlock, KeywordBlock, Visibility
from ..model.values import Email, YearMonth
from ..model.viewers import (
    FULLY_VERIFIED,
    Action,
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
    Verification,
    Viewer,
    Visitor,
)
from .cast import MAILBOXES, PURPOSES, RECIPIENTS, SCHOOLS
from .posed import ACME, CLOUD, DAY, GLOBEX, Question

_D = TypeVar("_D", bound=Resume | CampusForm)
_YOUNG, _OLD = YearMonth(2010, 6), YearMonth(2000, 12)
"""Months of birth: somebody is below sixteen at every instant of a case, or above it."""

_Thing: TypeAlias = Callable[[Question], Question]


def _recruiter(one: Question) -> Question:
    return one.asked_by(Recruiter, id="user-1", company=ACME, signed_in=True, verified=FULLY_VERIFIED)


def _headhunter(one: Question) -> Question:
    return one.asked_by(
        Headhunter, id="user-1", agency=ACME, clients=(), signed_in=True, verified=FULLY_VERIFIED
    )


def _mailbox(one: Question) -> Question:
    address = Email(MAILBOXES[0])
    return one.asked_by(Mailbox, company=ACME, address=address).sent(mailbox=address)


def _recipient(one: Question) -> Question:
    return one.asked_by(Recipient, id=RECIPIENTS[0], purpose=PURPOSES[0]).consented()


def _everybody(one: Question) -> Question:
    return one.asked_by(Recipient, id=PUBLIC, purpose=PURPOSES[0]).consented()


def _school(one: Question) -> Question:
    return one.asked_by(School, id=SCHOOLS[0], signed_in=True, verified=True).met()


def _community_member(one: Question) -> Question:
    return one.asked_by(CommunityMember, id="user-1", signed_in=True)


def _recommender(one: Question) -> Question:
    return one.asked_by(Recommender)


def _owner(one: Question) -> Question:
    return one.asked_by(Owner, candidate=one.document.candidate)


def _visitor(one: Question) -> Question:
    return one


def _support_agent(one: Question) -> Question:
    case = SupportCase(id="case-1", opened=one.at - DAY, complainant=one.document.candidate)
    return one.asked_by(SupportAgent, id="user-1", case=case, signed_in=True)


def _with_files(one: Question) -> Question:
    (sent,) = one.document.applications
    files = one.document.attachments or (Attachment(id="file-1"),)
    with_files = attrs.evolve(sent, attachments=frozenset(file.id for file in files))
    return one.of(attachments=files, applications=(with_files,))


def _sent_with_files(one: Question) -> Question:
    return _with_files(one.sent())


_GATES: list[_Thing] = [
    lambda one: one.of(account=Account.CLOSED),
    *[lambda one: one.of(deleted=True)] * 3,
    *[lambda one: one.chosen(resume_permission=False)] * 3,
    lambda one: one.aged(_YOUNG),
    *[lambda one: one.aged(None, 16, -1)] * 3,
    lambda one: one.aged(None, 16, 1),
    lambda one: one.aged(None, 15, -1),
]
_BLOCKS: list[_Thing] = [
    lambda one: one.blocked(CompanyBlock, 1, company=ACME.id),
    lambda one: one.blocked(CompanyBlock, company=CLOUD.id, group=CLOUD.group),
    *[lambda one: one.blocked(KeywordBlock, keyword="云", group=CLOUD.group)] * 5,
]
_SIGN_IN: list[_Thing] = [
    lambda one: one.by(signed_in=False),
    lambda one: one.by(verified=FULLY_VERIFIED - {Verification.EMPLOYMENT}),
]
_APPLICATIONS: list[_Thing] = [
    *[lambda one: one.sent(withdrawn=one.at)] * 3,
    lambda one: one.sent(withdrawn=one.at + DAY),
    lambda one: one.sent(days=1),
    lambda one: one.sent().blocked(CompanyBlock, -1, company=ACME.id),
    lambda one: one.sent().blocked(CompanyBlock, -2, company=ACME.id),
    *[lambda one: one.sent(company=CLOUD.id)] * 4,
    *[lambda one: one.sent(company=CLOUD.id, group=CLOUD.group)] * 5,
]
_MAILED: list[_Thing] = [
    *[_with_files] * 3,
    *[lambda one: one.blocked(CompanyBlock, company=ACME.id)] * 2,
]
_NOTHING: list[_Thing] = [lambda one: one] * 2
_CLIENTS: list[_Thing] = [
    lambda one: one.by(clients=(GLOBEX,)).blocked(CompanyBlock, company=GLOBEX.id),
    lambda one: one.by(clients=(CLOUD,)).blocked(KeywordBlock, keyword="云"),
    lambda one: one.by(clients=None).blocked(CompanyBlock, company=GLOBEX.id),
]
_CONSENTS: list[_Thing] = [
    *[lambda one: one.consented(begins=1, ends=2)] * 2,
    *[lambda one: one.consented(begins=-2, ends=0)] * 2,
    *[lambda one: one.consented(withdrawn=one.at)] * 2,
    lambda one: one.consented(withdrawn=one.at + DAY),
    lambda one: one.consented(purpose=PURPOSES[1]),
    lambda one: one.consented(recipient=RECIPIENTS[1], form=ShareForm.SHARE),
]
_TALKS: list[_Thing] = [
    *[lambda one: one.met(required=False)] * 2,
    lambda one: one.met(withdrawn=one.at),
    lambda one: one.met(withdrawn=one.at + DAY),
    lambda one: one.by(signed_in=False),
    lambda one: one.by(verified=False),
]
_HANDED_IN: list[_Thing] = [
    *[lambda one: one.of(withdrawn=one.at)] * 3,
    lambda one: one.of(withdrawn=one.at + DAY),
    lambda one: one.of(handed_in=one.at + DAY),
    lambda one: one.of(handed_in=None),
    lambda one: one.of(handed_in=one.at).blocked(CompanyBlock, company=ACME.id),
    lambda one: one.of(company=GLOBEX.id),
]

_VIEWERS_OF_RESUMES = (_recruiter, _headhunter, _mailbox, _recipient, _everybody, _school)
_OTHERS = (_owner, _owner, _visitor, _support_agent, _community_member, _recommender, _recommender)
_OF_RESUMES: list[tuple[_Thing, _Thing]] = [
    *zip(cycle(_VIEWERS_OF_RESUMES), _GATES),
    *((_recruiter, thing) for thing in (*_BLOCKS, *_SIGN_IN, *_APPLICATIONS, *_NOTHING)),
    *((_recruiter, thing) for thing in (Question.sent, _sent_with_files) for _ in _NOTHING),
    *((_headhunter, thing) for thing in (*_CLIENTS, *_SIGN_IN, *_NOTHING, _sent_with_files, Question.sent)),
    *((_mailbox, thing) for thing in (*_MAILED, *_NOTHING)),
    *((_recipient, thing) for thing in (*_CONSENTS, *_NOTHING)),
    *[(_everybody, Question.consented)] * 5,
    (_everybody, lambda one: one.consented(recipient=RECIPIENTS[0], form=ShareForm.SHARE)),
    *((_school, thing) for thing in (*_TALKS, *_NOTHING)),
    *((asking, thing) for asking in _OTHERS for thing in _NOTHING),
    *((asking, _SIGN_IN[0]) for asking in (_community_member, _support_agent)),
    (_support_agent, lambda one: one.by(case=None)),
    *[(_recommender, lambda one: one.chosen(personalised_recommendation=True))] * 3,
]
_OF_FORMS: list[tuple[_Thing, _Thing]] = [
    *zip(cycle((_recruiter, _school)), _GATES),
    *((_recruiter, thing) for thing in (*_BLOCKS, *_SIGN_IN, *_HANDED_IN, *_NOTHING)),
    *((_school, thing) for thing in (*_TALKS, *_NOTHING)),
]
"""Who asks, and the one thing that decides. What ordinary cases seldom hold is there more than once."""


def decided_by_one_thing(
    random: Random, document: _D, at: datetime, action: Action | None
) -> tuple[Viewer, _D]:
    """Change a document, and choose who asks for it, so that one thing alone decides whether it is shown.

    Args:
        random: makes the choices.
        document: a resume or form.
        at: the instant at which it is asked for.
        action: of the viewer; most view, unless it is given.
    """
    of_forms = isinstance(document, CampusForm)
    chosen = random.choice([*Action, *[Action.VIEW] * 15]) if action is None else action
    asked = Question(Visitor(action=chosen, language=random.choice([*Language])), document, at)
    asking, thing = random.choice(_OF_FORMS if of_forms else _OF_RESUMES)
    question = thing(asking((_open_form if of_forms else _open_resume)(asked)))
    return question.viewer, question.document


def _open_resume(one: Question) -> Question:
    one = one.chosen(visibility=Visibility.PUBLIC).of(applications=(), consents=())
    return _open(one)


def _open_form(one: Question) -> Question:
    one = one.of(company=ACME.id, handed_in=one.at - DAY, withdrawn=None, talk=None)
    return _open(one)


def _open(one: Question) -> Question:
    one = one.chosen(resume_permission=True, blocks=())
    return one.of(account=Account.OPEN, deleted=False).aged(_OLD)
