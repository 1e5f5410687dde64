"""Hypothesis strategies: viewers of every kind, who really meet the resume or form for which they ask."""

from datetime import timedelta
from functools import lru_cache
from itertools import product
from types import NoneType
from typing import Any, assert_never

from hypothesis import strategies as st

from ..model.arguments import expect
from ..model.campus import CampusForm
from ..model.consents import PUBLIC
from ..model.language import Language
from ..model.resume import Resume
from ..model.values import Email
from ..model.viewers import (
    FULLY_VERIFIED,
    Action,
    CommunityMember,
    Company,
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
from .cast import CANDIDATES, COMPANIES, MAILBOXES, NOW, PURPOSES, RECIPIENTS, SCHOOLS, any_of

# Made once: to make a strategy takes longer than to draw from it.
_CACHE_SIZE = 1000
_BY_ID = {company.id: company for company in COMPANIES}
_user_ids = st.sampled_from(["user-1", "user-2"])
_always, _signed_in = st.just(True), st.sampled_from([True, True, True, False])
_verified = st.sampled_from([FULLY_VERIFIED] * 5 + [FULLY_VERIFIED - {one} for one in Verification])


@lru_cache(_CACHE_SIZE)
def _support_cases(candidate: str) -> st.SearchStrategy[SupportCase]:
    """Cases of every kind; most are open, and are about that candidate."""
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


def _intent(action: Action | None, views: int = 5) -> dict[str, st.SearchStrategy[Any]]:
    """Actions of every kind (viewing is drawn more often than others), or the given one alone; and a language."""
    actions = [*Action, *[Action.VIEW] * views] if action is None else [action]
    return {"action": st.sampled_from(actions), "language": any_of(Language)}


def viewers(
    near: Resume | CampusForm | None = None, *, action: Action | None = None
) -> st.SearchStrategy[Viewer]:
    """Viewers of every kind, action and language; people are mostly signed in and verified.

    Args:
        near: a resume or form: its owner, and the companies, mailboxes and schools to which it went, are drawn more often than others.
        action: the action of all of them; every action is drawn, unless given.
    """
    expect("near", near, Resume, CampusForm, NoneType)
    expect("action", action, Action, NoneType)
    match near:
        case None:
            return _any_viewer(None, action)
        case Resume():
            return _any_viewer(near, action)
        case CampusForm():
            return _one_of(*_intended_viewers(near, action), _any_viewer(None, action))
        case _:
            assert_never(near)


def _intended_viewers(form: CampusForm, action: Action | None) -> list[st.SearchStrategy[Viewer]]:
    """The viewers for whom a form is meant: recruiters of its company, a school that its candidate met, and its owner."""
    schools = (form.talk.school,) if form.talk else SCHOOLS
    recruiters, acting, owners = _intended(_BY_ID[form.company], schools, form.candidate, action)
    return [recruiters, acting] * 3 + [owners]


@lru_cache(_CACHE_SIZE)
def _intended(
    company: Company, schools: tuple[str, ...], candidate: str, action: Action | None
) -> tuple[st.SearchStrategy[Viewer], ...]:
    intent = _intent(action, views=15)  # a school may only view
    verified = {"signed_in": _always, "verified": st.just(FULLY_VERIFIED)}
    return (
        st.builds(Recruiter, id=_user_ids, company=st.just(company), **verified, **intent),
        st.builds(School, id=st.sampled_from(schools), signed_in=_always, verified=_always, **intent),
        st.builds(Owner, candidate=st.just(candidate), **intent),
    )


def _any_viewer(near: Resume | None, action: Action | None) -> st.SearchStrategy[Viewer]:
    sent = () if near is None else near.applications
    met = tuple(_BY_ID[application.company] for application in sent)
    delivered = tuple((_BY_ID[one.company], one.mailbox) for one in sent if one.mailbox is not None)
    talks = tuple(one.talk.school for one in sent if one.talk is not None and one.talk.school_requires)
    asked = () if near is None else tuple((consent.recipient, consent.purpose) for consent in near.consents)
    recruiters = _recruiters(met, action)
    often = [recruiters, _headhunters(met, action), _mailboxes(delivered, action), _recipients(asked, action)]
    seldom = _other_viewers(None if near is None else near.candidate, talks, action)
    return _one_of(*often * 2, recruiters, *seldom)


@lru_cache(_CACHE_SIZE)
def _one_of(*strategies: st.SearchStrategy[Viewer]) -> st.SearchStrategy[Viewer]:
    """Draw from one of some strategies; from one that is there twice, twice as often."""
    return st.sampled_from(strategies).flatmap(lambda drawn: drawn)


@lru_cache(_CACHE_SIZE)
def _recruiters(related: tuple[Company, ...], action: Action | None) -> st.SearchStrategy[Viewer]:
    return st.builds(
        Recruiter,
        id=_user_ids,
        company=st.sampled_from([*COMPANIES, *related, *related]),
        signed_in=_signed_in,
        verified=_verified,
        **_intent(action),
    )


@lru_cache(_CACHE_SIZE)
def _headhunters(related: tuple[Company, ...], action: Action | None) -> st.SearchStrategy[Viewer]:
    company = st.sampled_from([*COMPANIES, *related, *related])
    none: st.SearchStrategy[tuple[Company, ...]] = st.just(())
    return st.builds(
        Headhunter,
        id=_user_ids,
        agency=st.sampled_from([*COMPANIES, *related * 8]),
        clients=st.one_of(none, none, none | st.none(), st.lists(company, min_size=1, max_size=2).map(tuple)),
        signed_in=_signed_in,
        verified=_verified,
        **_intent(action),
    )


@lru_cache(_CACHE_SIZE)
def _mailboxes(
    delivered: tuple[tuple[Company, Email], ...], action: Action | None
) -> st.SearchStrategy[Viewer]:
    met = st.sampled_from([*delivered * 16, *product(COMPANIES, map(Email, MAILBOXES))])
    return st.builds(
        lambda met, **intent: Mailbox(company=met[0], address=met[1], **intent), met, **_intent(action)
    )


@lru_cache(_CACHE_SIZE)
def _recipients(asked: tuple[tuple[str, str], ...], action: Action | None) -> st.SearchStrategy[Viewer]:
    met = st.sampled_from([*asked * 6, *product((*RECIPIENTS, PUBLIC), PURPOSES)])
    return st.builds(
        lambda met, **intent: Recipient(id=met[0], purpose=met[1], **intent), met, **_intent(action)
    )


@lru_cache(_CACHE_SIZE)
def _other_viewers(
    candidate: str | None, talks: tuple[str, ...], action: Action | None
) -> tuple[st.SearchStrategy[Viewer], ...]:
    owners = st.sampled_from([*CANDIDATES, *([] if candidate is None else [candidate] * 4)])
    schools = st.sampled_from([*SCHOOLS, *talks * 6])
    support_cases = _support_cases(candidate or CANDIDATES[0])
    intent = _intent(action)
    return (
        st.builds(Owner, candidate=owners, **intent),
        st.builds(Owner, candidate=owners, **intent),
        st.builds(CommunityMember, id=_user_ids, signed_in=_signed_in, **intent),
        st.builds(CommunityMember, id=_user_ids, signed_in=_always, **intent),
        st.builds(Recommender, **intent),
        st.builds(Recommender, **intent),
        st.builds(School, id=schools, signed_in=_always, verified=_always, **intent),
        st.builds(School, id=schools, signed_in=_signed_in, verified=_signed_in, **intent),
        st.builds(SupportAgent, id=_user_ids, case=support_cases, signed_in=_always, **intent),
        st.builds(SupportAgent, id=_user_ids, case=st.none() | support_cases, signed_in=_signed_in, **intent),
        st.builds(Visitor, **intent),
    )
