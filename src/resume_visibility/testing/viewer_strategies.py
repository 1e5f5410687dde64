"""Hypothesis strategies: viewers of every kind, who really meet the resume or form that they ask for."""

from datetime import timedelta
from itertools import product
from typing import assert_never

from hypothesis import strategies as st

from ..model.campus import CampusForm
from ..model.language import Language
from ..model.resume import Resume
from ..model.values import Email
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
from .cast import CANDIDATES, COMPANIES, MAILBOXES, NOW, PURPOSES, RECIPIENTS, SCHOOLS, either

_who = st.sampled_from(["user-1", "user-2"])


def _support_cases(near: Resume | None) -> st.SearchStrategy[SupportCase]:
    """Cases of every kind; mostly open, and of the resume's candidate."""
    candidate = CANDIDATES[0] if near is None else near.candidate
    stranger = next(other for other in CANDIDATES if other != candidate)
    return st.builds(
        SupportCase,
        id=st.just("case-1"),
        opened=st.sampled_from([NOW - timedelta(days=3), NOW - timedelta(days=3), NOW]),
        closed=st.sampled_from([None, NOW + timedelta(days=2), NOW + timedelta(days=2, minutes=30)]),
        complainant=st.just(None),
        complained_of=st.sampled_from([*[frozenset({candidate})] * 3, frozenset({stranger})]),
    ) | st.builds(
        SupportCase,
        id=st.just("case-2"),
        opened=st.just(NOW - timedelta(days=3)),
        complainant=st.sampled_from([*[candidate] * 5, stranger]),
    )


def _actions(action: Action | None, views: int = 5) -> st.SearchStrategy[Action]:
    """Actions of every kind, viewing so many times more often than others; or that one alone."""
    return st.sampled_from([*Action, *[Action.VIEW] * views] if action is None else [action])


def viewers(
    near: Resume | CampusForm | None = None, *, action: Action | None = None
) -> st.SearchStrategy[Viewer]:
    """Viewers of every kind, action and language; people are mostly signed in and verified.

    Args:
        near: a resume or form: its owner and the companies, mailboxes and schools that it went to are drawn more often than others.
        action: what all of them are about to do; every action is drawn, unless given.
    """
    match near:
        case None:
            return _anybody(None, action)
        case Resume():
            return _anybody(near, action)
        case CampusForm():
            return st.sampled_from([*_meeting(near, action), _anybody(None, action)]).flatmap(
                lambda drawn: drawn
            )
        case _:
            assert_never(near)


def _meeting(form: CampusForm, action: Action | None) -> list[st.SearchStrategy[Viewer]]:
    """Those whom a form is for: everybody of its company, a school that its candidate met, and its owner."""
    (company,) = (company for company in COMPANIES if company.id == form.company)
    schools = [form.talk.school] if form.talk else SCHOOLS
    intent = {
        "action": _actions(action, views=15),
        "language": either(Language),
    }  # a school may do nothing else
    recruiters: st.SearchStrategy[Viewer] = st.builds(
        Recruiter,
        id=_who,
        company=st.just(company),
        signed_in=st.just(True),
        verified=st.just(FULLY_VERIFIED),
        **intent,
    )
    acting: st.SearchStrategy[Viewer] = st.builds(
        School, id=st.sampled_from(schools), signed_in=st.just(True), verified=st.just(True), **intent
    )
    owners: st.SearchStrategy[Viewer] = st.builds(Owner, candidate=st.just(form.candidate), **intent)
    return [recruiters, acting] * 3 + [owners]


def _anybody(near: Resume | None, action: Action | None) -> st.SearchStrategy[Viewer]:
    sent = () if near is None else near.applications
    by_id = {company.id: company for company in COMPANIES}
    met = [by_id[application.company] for application in sent]
    company = st.sampled_from([*COMPANIES, *met, *met])
    agencies = st.sampled_from([*COMPANIES, *met * 6])
    delivered = [(by_id[one.company], one.mailbox) for one in sent if one.mailbox is not None]
    owners = st.sampled_from([*CANDIDATES, *([] if near is None else [near.candidate] * 4)])
    signed_in = st.sampled_from([True, True, True, False])
    verified = st.sampled_from([FULLY_VERIFIED] * 5 + [FULLY_VERIFIED - {one} for one in Verification])
    intent = {"action": _actions(action), "language": either(Language)}
    talks = [one.talk.school for one in sent if one.talk is not None and one.talk.school_requires]
    schools = st.sampled_from([*SCHOOLS, *talks * 6])
    asked = [(consent.recipient, consent.purpose) for consent in near.consents] if near else []
    recruiters = st.builds(
        Recruiter, id=_who, company=company, signed_in=signed_in, verified=verified, **intent
    )
    headhunters = st.builds(
        Headhunter,
        id=_who,
        agency=agencies,
        clients=st.sampled_from([(), (), None]) | st.lists(company, min_size=1, max_size=2).map(tuple),
        signed_in=signed_in,
        verified=verified,
        **intent,
    )
    mailboxes = st.sampled_from(delivered * 16 + list(product(COMPANIES, map(Email, MAILBOXES)))).flatmap(
        lambda met: st.builds(Mailbox, company=st.just(met[0]), address=st.just(met[1]), **intent)
    )
    recipients = st.sampled_from(asked * 6 + list(product(RECIPIENTS, PURPOSES))).flatmap(
        lambda met: st.builds(Recipient, id=st.just(met[0]), purpose=st.just(met[1]), **intent)
    )
    seldom: list[st.SearchStrategy[Viewer]] = [
        st.builds(Owner, candidate=owners, **intent),
        st.builds(Owner, candidate=owners, **intent),
        st.builds(CommunityMember, id=_who, signed_in=signed_in, **intent),
        st.builds(CommunityMember, id=_who, signed_in=st.just(True), **intent),
        st.builds(Recommender, **intent),
        st.builds(Recommender, **intent),
        st.builds(School, id=schools, signed_in=st.just(True), verified=st.just(True), **intent),
        st.builds(School, id=schools, signed_in=signed_in, verified=signed_in, **intent),
        st.builds(SupportAgent, id=_who, case=_support_cases(near), signed_in=st.just(True), **intent),
        st.builds(
            SupportAgent, id=_who, case=st.none() | _support_cases(near), signed_in=signed_in, **intent
        ),
        st.builds(Visitor, **intent),
    ]
    often: list[st.SearchStrategy[Viewer]] = [recruiters, headhunters, mailboxes, recipients]
    return st.sampled_from([*often * 2, recruiters, *seldom]).flatmap(lambda drawn: drawn)
