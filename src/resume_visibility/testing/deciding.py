"""Questions that one thing alone decides: with all else as it should be, the viewer is shown the document.

By chance, a block or a withdrawal that decides is seldom drawn: mostly something else closes the document, too, or somebody asks whom it
does not concern. Service code that forgets it would seldom be found.
"""

from collections.abc import Callable
from datetime import datetime
from itertools import cycle
from random import Random
from typing import Any, TypeAlias

import attrs

from ..model.campus import CampusForm
from ..model.consents import ShareForm
from ..model.language import Language
from ..model.parts import Part
from ..model.settings import Account, CompanyBlock, KeywordBlock, NameDisplay, Settings, Visibility
from ..model.values import Email, YearMonth
from ..model.viewers import FULLY_VERIFIED, Action, Verification, Viewer, Visitor
from . import asking, deeds
from .asking import ACME, CLOUD, GLOBEX, UNITS, Question, with_acts_beside
from .cast import MAILBOXES, PURPOSES, RECIPIENTS
from .states import D

_YOUNG, _OLD = YearMonth(2010, 6), YearMonth(2000, 12)
"""Months of birth: somebody is below sixteen at every instant of a case, or above it."""
_OF_AGE: list[tuple[YearMonth | None, int | None]] = [*[(_OLD, None)] * 4, (None, 18), (_OLD, 18)]
"""How it is known that somebody is of age: by the month of birth, a verified age, or both."""
_FEW = frozenset({Part.STRENGTHS, Part.AVATAR})
_PIECES = frozenset({Part.LATEST_POSITION, Part.REGION})

_Thing: TypeAlias = Callable[[Question], Question]


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
    *[lambda one: one.blocked(KeywordBlock, keyword="ＡＣＭＥ")] * 2,
    *[lambda one: one.blocked(KeywordBlock, keyword="阿克米科技")] * 2,
]
_SIGN_IN: list[_Thing] = [
    lambda one: one.by(signed_in=False),
    lambda one: one.by(verified=FULLY_VERIFIED - {Verification.EMPLOYMENT}),
]
_APPLICATIONS: list[_Thing] = [
    *[lambda one: one.sent(withdrawn=one.at)] * 3,
    lambda one: one.sent(withdrawn=one.at + one.unit),
    *[lambda one: one.sent(units=1)] * 3,
    lambda one: one.sent().blocked(CompanyBlock, -1, company=ACME.id),
    lambda one: one.sent().blocked(CompanyBlock, -2, company=ACME.id),
    *[lambda one: one.sent(company=CLOUD.id)] * 4,
    *[lambda one: one.sent(company=CLOUD.id, group=CLOUD.group)] * 5,
    *[lambda one: one.sent(company=deeds.in_capitals(ACME.id))] * 2,
]
_MAILED: list[_Thing] = [
    *[deeds.with_files] * 3,
    *[lambda one: one.blocked(CompanyBlock, company=ACME.id)] * 2,
    *[lambda one: one.sent(mailbox=Email(MAILBOXES[1]))] * 2,
]
_NOTHING: list[_Thing] = [lambda one: one] * 2
_CLIENTS: list[_Thing] = [
    lambda one: one.by(clients=(GLOBEX,)).blocked(CompanyBlock, company=GLOBEX.id),
    lambda one: one.by(agency=GLOBEX, clients=(CLOUD,)).blocked(
        CompanyBlock, company=ACME.id, group=CLOUD.group
    ),
    lambda one: one.by(clients=(CLOUD,)).blocked(KeywordBlock, keyword="云"),
    lambda one: one.by(clients=(GLOBEX,)).blocked(KeywordBlock, keyword="ＧＬＯＢＥＸ"),
    lambda one: one.by(clients=None).blocked(CompanyBlock, company=GLOBEX.id),
]
_AGENCIES: list[_Thing] = [
    *[lambda one: one.by(clients=(GLOBEX,))] * 2,
    *[lambda one: one.by(clients=None)] * 2,
]
_CONSENTS: list[_Thing] = [
    *[lambda one: one.consented(begins=1, ends=2)] * 2,
    *[lambda one: one.consented(begins=-2, ends=0)] * 2,
    *[lambda one: one.consented(withdrawn=one.at)] * 2,
    lambda one: one.consented(withdrawn=one.at + one.unit),
    *[lambda one: one.consented(purpose=PURPOSES[1])] * 3,
    lambda one: one.consented(recipient=RECIPIENTS[1], form=ShareForm.SHARE),
    lambda one: one.consented(recipient=deeds.in_capitals(RECIPIENTS[0]), form=ShareForm.SHARE),
]
_TALKS: list[_Thing] = [
    *[lambda one: one.met(required=False)] * 2,
    lambda one: one.met(withdrawn=one.at),
    lambda one: one.met(withdrawn=one.at + one.unit),
    lambda one: one.by(signed_in=False),
    lambda one: one.by(verified=False),
]
_HANDED_IN: list[_Thing] = [
    *[lambda one: one.of(withdrawn=one.at)] * 3,
    lambda one: one.of(withdrawn=one.at + one.unit),
    lambda one: one.of(handed_in=one.at + one.unit),
    lambda one: one.of(handed_in=None),
    lambda one: one.of(handed_in=one.at).blocked(CompanyBlock, company=ACME.id),
    lambda one: one.of(company=GLOBEX.id),
    lambda one: one.of(company=deeds.in_capitals(ACME.id)),
]


_VIEWERS_OF_RESUMES = (
    asking.recruiter,
    asking.headhunter,
    asking.mailbox,
    asking.recipient,
    asking.everybody,
    asking.school,
)
_OTHERS = (
    asking.owner,
    asking.owner,
    asking.visitor,
    asking.support_agent,
    asking.community_member,
    asking.recommender,
    asking.recommender,
)
_OF_RESUMES: list[tuple[_Thing, _Thing]] = [
    *zip(cycle(_VIEWERS_OF_RESUMES), _GATES),
    *((asking.recruiter, thing) for thing in (*_BLOCKS, *_SIGN_IN, *_APPLICATIONS, *_NOTHING)),
    *((asking.recruiter, thing) for thing in (Question.sent, deeds.sent_with_files) for _ in _NOTHING),
    *(
        (asking.headhunter, thing)
        for thing in (
            *_CLIENTS,
            *_AGENCIES,
            *_SIGN_IN,
            *_NOTHING,
            *[deeds.sent_with_files] * 3,
            *[Question.sent] * 3,
        )
    ),
    *((asking.mailbox, thing) for thing in (*_MAILED, *_NOTHING)),
    *((asking.recipient, thing) for thing in (*_CONSENTS, *_NOTHING)),
    *[(asking.everybody, Question.consented)] * 5,
    (asking.everybody, lambda one: one.consented(recipient=RECIPIENTS[0], form=ShareForm.SHARE)),
    *((asking.school, thing) for thing in (*_TALKS, *_NOTHING)),
    *((other, thing) for other in _OTHERS for thing in _NOTHING),
    *((other, _SIGN_IN[0]) for other in (asking.community_member, asking.support_agent)),
    (asking.support_agent, lambda one: one.by(case=None)),
    *[(asking.support_agent, deeds.closed)] * 2,
    (asking.recruiter, deeds.met_at_school_of_that_id),
    *[(asking.school, deeds.sent_to_company_of_that_id)] * 3,
    (asking.recipient, lambda one: deeds.sent_to_company_of_that_id(one.consented(purpose=PURPOSES[1]))),
    (asking.owner, lambda one: one.of(deleted=True)),
    *[(asking.recommender, lambda one: one.chosen(personalised_recommendation=True))] * 3,
]
_OF_FORMS: list[tuple[_Thing, _Thing]] = [
    *zip(cycle((asking.recruiter, asking.school)), _GATES),
    *((asking.recruiter, thing) for thing in (*_BLOCKS, *_SIGN_IN, *_HANDED_IN, *_NOTHING)),
    *(
        (asking.school, thing) for thing in (*_TALKS, *_NOTHING, *_NOTHING)
    ),  # no other is shown a part of a form
    *[(asking.owner_of_that_number, lambda one: one)] * 2,
]
"""Who asks, and the one thing that decides. What ordinary cases seldom hold is there more than once."""


def _under_honorific(one: Question) -> Question:
    return one.chosen(name_display=NameDisplay.HONORIFIC)


def _chat_only(one: Question) -> Question:
    return one.chosen(visibility=Visibility.CHAT_ONLY)


_COMPANIES = (asking.recruiter, asking.recruiter, *asking.AGENCIES)
_LISTS = (Action.SEARCH, Action.RECOMMEND)
_IN_LISTS: list[tuple[_Thing, Action]] = [
    *[(_under_honorific, action) for action in (Action.SEARCH, Action.RECOMMEND, Action.EXPORT)] * 2,
    *((_chat_only, action) for action in (Action.SEARCH, Action.RECOMMEND, Action.VIEW)),
]
"""How companies are shown a resume beside the page of it: there, code of its own decides what leaves."""

_SHOWN_TO: list[tuple[_Thing, _Thing, Action]] = [
    *((asked_by, thing, action) for asked_by in _COMPANIES for thing, action in _IN_LISTS),
    *[(asked_by, _under_honorific, Action.VIEW) for asked_by in (*asking.AGENCIES, asking.AGENCIES[1])],
    *[(asked_by, _under_honorific, Action.EXPORT) for asked_by in asking.AGENCIES[1:]] * 2,
    *[(asked_by, _chat_only, action) for asked_by in asking.AGENCIES[1:] for action in _LISTS],
    *[(asked_by, asking.conversing, Action.CHAT) for asked_by in asking.AGENCIES[1:]],
    *[(asking.school, lambda one: one, Action.VIEW)] * 6,
    *[(asking.support_agent, lambda one: one, Action.VIEW)] * 4,
    *[(asking.support_agent, asking.complained_of, Action.VIEW)] * 5,
    *[(asking.community_member, asking.in_community, Action.VIEW)] * 9,
    *[(asking.recruiter, _chat_only, Action.CHAT)] * 4,
    *[(asking.recruiter, asking.conversing, Action.CHAT)] * 4,
    *[(asked_by, _chat_only, Action.CHAT) for asked_by in (asking.headhunter, *asking.AGENCIES)],
    *[(asked_by, asking.conversing, Action.CHAT) for asked_by in (asking.headhunter, *asking.AGENCIES)],
    *[(asking.recruiter, thing, Action.CHAT) for thing in deeds.CHATS] * 2,
    *((asking.headhunter, thing, Action.CHAT) for thing in deeds.CHATS),
    *[(asking.headhunter, lambda one: one.chosen(visibility=Visibility.HEADHUNTERS), Action.VIEW)] * 3,
    *[(asking.recommender, lambda one: one.chosen(personalised_recommendation=True), Action.VIEW)] * 5,
    *[(asking.recommender, lambda one: one.chosen(personalised_recommendation=False), Action.VIEW)] * 7,
    *[(asking.recipient, lambda one: one.consented(parts=_FEW), Action.VIEW)] * 4,
    *[(asking.recipient, lambda one: one.consented(parts=_PIECES), Action.VIEW)] * 3,
    *[(asking.mailbox, lambda one: one, Action.VIEW)] * 3,
    *[(asking.visitor, lambda one: one, Action.VIEW)] * 2,
    *[(asking.owner_of_that_number, lambda one: one, Action.VIEW)] * 4,  # a visitor, too
]
"""Who is shown a resume and not all of it, by which of their actions: code that gives away anything of the rest is found with them."""


def decided_by_one_thing(
    random: Random, document: D, at: datetime, action: Action | None
) -> tuple[Viewer, D]:
    """Change a document, and choose who asks for it, so that one thing alone decides whether it is shown.

    Args:
        random: makes the choices.
        document: a resume or form.
        at: the instant at which it is asked for.
        action: of the viewer; the one that shows the document, mostly to view it, unless it is given.
    """
    of_forms = isinstance(document, CampusForm)
    usual = random.choice([*Action, *[Action.VIEW] * 15])
    deciding = [(*one, usual) for one in (_OF_FORMS if of_forms else _OF_RESUMES)]
    asked_by, thing, wanted = random.choice(deciding if of_forms else deciding + _SHOWN_TO)
    chosen = wanted if action is None else action
    asked = Question(
        Visitor(action=chosen, language=random.choice([*Language])), document, at, random.choice(UNITS)
    )
    open_document = _open_form if of_forms else _open_resume
    question = with_acts_beside(random, thing(asked_by(open_document(asked, random))))
    return question.viewer, question.document


def _open_resume(one: Question, random: Random) -> Question:
    # A consent decides for recipients alone, who are given another.
    kept = one.document.consents[: random.choice((0, 0, 0, 1))]
    settings = attrs.evolve(one.document.settings, visibility=Visibility.PUBLIC)
    return _open(one, random, settings, applications=(), consents=kept)


def _open_form(one: Question, random: Random) -> Question:
    handed_in = {"company": ACME.id, "handed_in": one.at - one.unit, "withdrawn": None, "talk": None}
    return _open(one, random, one.document.settings, **handed_in)


def _open(one: Question, random: Random, settings: Settings, **values: Any) -> Question:
    opened = attrs.evolve(settings, resume_permission=True, blocks=())
    one = one.of(settings=opened, account=Account.OPEN, deleted=False, **values)
    return one.aged(*random.choice(_OF_AGE), -1)
