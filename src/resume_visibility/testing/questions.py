"""Questions: who asks for which resume or form, and when, drawn together."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from random import Random
from types import NoneType
from typing import Any, Generic, TypeVar, overload

import attrs
from hypothesis import strategies as st

from ..model.arguments import expect, mistake
from ..model.campus import CampusForm
from ..model.instants import instant
from ..model.resume import Resume, expect_resume
from ..model.values import YearMonth
from ..model.viewers import (
    COMPANY_FIELDS,
    Action,
    CommunityMember,
    Headhunter,
    Recruiter,
    SupportAgent,
    Viewer,
    expect_viewer,
)
from ..policy.table import DEFAULT_POLICY, Policy
from .cast import FAMILIES, instants
from .deciding import decided_by_one_thing
from .form_strategies import forms
from .resume_strategies import resumes
from .states import D, as_own_state, written
from .viewer_strategies import viewers

_R = TypeVar("_R", bound=Resume[Any])


@attrs.frozen(kw_only=True)
class Case(Generic[D]):
    """One question: who asks for which document, and when; with a stranger's document, to find out what must not matter.

    Args:
        viewer: who asks.
        document: the resume or form that is asked for.
        at: the instant.
        other: another candidate's document, of the same shape; `twin` takes the withheld values from it.
        policy: what the viewer is granted is judged by it; it has to be the one by which the code under test decides.

    Raises:
        TypeError: a field is of another type, or one of the documents is a resume and the other is a form.
        InvalidValue: `at` has no time zone.
    """

    viewer: Viewer
    document: D
    at: datetime
    other: D
    policy: Policy = DEFAULT_POLICY

    def __attrs_post_init__(self) -> None:
        expect_viewer(self.viewer)
        expect("document", self.document, Resume, CampusForm)
        expect("other", self.other, Resume if isinstance(self.document, Resume) else CampusForm)
        expect("policy", self.policy, Policy)
        if self.at is None:  # which would be now
            raise mistake("at", "a datetime", self.at)
        instant(self.at)

    def _repr_pretty_(self, printer: Any, _: bool) -> None:
        """Print the case for a failing test, with the short values first.

        Hypothesis would print every field of the policy, and for the instant the code that drew it.

        Args:
            printer: of Hypothesis, which took the protocol from IPython.
        """
        with printer.group(4, "Case("):
            for name in ("viewer", "at", "policy", "document", "other"):
                printer.break_()
                printer.text(f"{name}=")
                value = getattr(self, name)
                if name in ("at", "policy"):
                    printer.text(repr(value))
                else:
                    printer.pretty(value)
                printer.text(",")
        printer.break_()
        printer.text(")")


@overload
def cases(
    *, action: Action | None = None, policy: Policy = DEFAULT_POLICY
) -> st.SearchStrategy[Case[Resume]]: ...
@overload
def cases(
    *, action: Action | None = None, of: type[_R], policy: Policy = DEFAULT_POLICY
) -> st.SearchStrategy[Case[_R]]: ...
def cases(
    *, action: Action | None = None, of: type[Resume[Any]] = Resume, policy: Policy = DEFAULT_POLICY
) -> st.SearchStrategy[Case[Any]]:
    """Draw a viewer and a resume together, so that owners, applicants and blocked companies really meet.

    Args:
        action: the action of every viewer, for code that serves one action; every action is drawn, unless given.
        of: the class of the resumes, if they have sections or fields of their own.
        policy: by which the code under test decides. Some candidates are about as old as it requires.
    """
    expect_resume(of)
    expect("action", action, Action, NoneType)
    expect("policy", policy, Policy)
    return _cases(partial(resumes, of=of), action, policy)


def form_cases(
    *, action: Action | None = None, policy: Policy = DEFAULT_POLICY
) -> st.SearchStrategy[Case[CampusForm]]:
    """Draw a viewer and a form together, so that companies, schools and owners really meet their forms.

    Args:
        action: the action of every viewer; every action is drawn, unless given.
        policy: as for `cases`.
    """
    expect("action", action, Action, NoneType)
    expect("policy", policy, Policy)
    return _cases(forms, action, policy)


@st.composite
def _cases(
    draw: st.DrawFn, documents: Callable[..., st.SearchStrategy[D]], action: Action | None, policy: Policy
) -> Case[D]:
    document, other = (draw(documents(salt=salt)) for salt in "ab")
    basics: Any = other.basics
    for family in FAMILIES:
        if document.basics.name in family:  # a missing name is in none
            basics = attrs.evolve(basics, name=next(one for one in family if one != document.basics.name))
    at = draw(instants)
    # A view that is kept is not for an earlier instant, so each state is asked for at one instant alone.
    asked = at.isoformat()
    # Choices that differ from case to case: Hypothesis repeats most of what it draws, with a change in another place.
    random = Random(written(document) + written(other) + asked.encode())
    if random.random() < _DECIDED_BY_ONE_THING:
        viewer, document = decided_by_one_thing(random, document, at, action)
    else:
        viewer = draw(viewers(near=document, action=action))
    if random.random() < _OF_ONE_NUMBER:
        viewer = _numbered_alike(random, viewer, document)
    return Case(
        viewer=viewer,
        document=as_own_state(_of_age_near(document, policy), asked),
        at=at,
        other=as_own_state(_of_age_near(attrs.evolve(other, basics=basics), policy), asked),
        policy=policy,
    )


_DECIDED_BY_ONE_THING = 0.83
_OF_ONE_NUMBER = 0.15
_COMPANY_OF_ONE_NUMBER = 0.4


def _numbered_alike(random: Random, viewer: Any, document: Resume | CampusForm) -> Any:
    """The same viewer, or one of a company, under the id of the candidate or document, as where each table counts its rows: to nobody here
    it gives anything.
    """
    field = COMPANY_FIELDS.get(type(viewer))
    if field and random.random() < _COMPANY_OF_ONE_NUMBER:
        company = attrs.evolve(getattr(viewer, field), id=random.choice([document.candidate, document.id]))
        return attrs.evolve(viewer, **{field: company})
    if isinstance(viewer, (Recruiter, Headhunter, CommunityMember, SupportAgent)):
        return attrs.evolve(viewer, id=random.choice([document.candidate, document.id]))
    return viewer


def _of_age_near(document: D, policy: Policy) -> D:
    """The same document with every age moved, as far as the policy's own age differs from that for which documents are drawn, and as far
    as a document can state such an age.
    """
    anything: Any = document
    basics, verified = anything.basics, anything.age_verified
    born = basics.profile.born
    years = policy.ruleset.age - DEFAULT_POLICY.ruleset.age
    if born is not None:
        years = min(years, born.year - FIRST_YEAR)
    if verified is not None:
        years = min(years, GREATEST_AGE - verified.age)
    if years == 0:
        return document
    if born is not None:
        profile = attrs.evolve(basics.profile, born=YearMonth(born.year - years, born.month))
        basics = attrs.evolve(basics, profile=profile)
    if verified is not None:
        verified = attrs.evolve(verified, age=verified.age + years)
    older: D = attrs.evolve(anything, basics=basics, age_verified=verified)
    return older


FIRST_YEAR, GREATEST_AGE = 1900, 150
"""The limits of a year and of a verified age in documents."""
