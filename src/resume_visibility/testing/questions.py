"""Questions: who asks for which resume or form, and when, drawn together."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from types import NoneType
from typing import Any, Generic, TypeVar, overload

import attrs
from hypothesis import strategies as st

from ..model.arguments import expect
from ..model.campus import CampusForm
from ..model.resume import Resume, expect_resume
from ..model.viewers import Action, Viewer
from .cast import FAMILIES, instants
from .form_strategies import forms
from .resume_strategies import resumes
from .viewer_strategies import viewers

D = TypeVar("D", bound=Resume | CampusForm)
_R = TypeVar("_R", bound=Resume[Any])


@attrs.frozen(kw_only=True)
class Case(Generic[D]):
    """One question: who asks for which document, and when; with a stranger's document, to find out what must not matter.

    Args:
        viewer: who asks.
        document: the resume or form that is asked for.
        at: the instant.
        other: another candidate's document, of the same shape; `twin` takes the withheld values from it.
    """

    viewer: Viewer
    document: D
    at: datetime
    other: D


@overload
def cases(*, action: Action | None = None) -> st.SearchStrategy[Case[Resume]]: ...
@overload
def cases(*, action: Action | None = None, of: type[_R]) -> st.SearchStrategy[Case[_R]]: ...
def cases(*, action: Action | None = None, of: type[Resume[Any]] = Resume) -> st.SearchStrategy[Case[Any]]:
    """Draw a viewer and a resume together, so that owners, applicants and blocked companies really meet.

    Args:
        action: the action of every viewer, for code that serves one action; every action is drawn, unless given.
        of: the class of the resumes, if they have sections or fields of their own.
    """
    expect_resume(of)
    expect("action", action, Action, NoneType)
    return _cases(partial(resumes, of=of), action)


def form_cases(*, action: Action | None = None) -> st.SearchStrategy[Case[CampusForm]]:
    """Draw a viewer and a form together, so that companies, schools and owners really meet their forms.

    Args:
        action: the action of every viewer; every action is drawn, unless given.
    """
    expect("action", action, Action, NoneType)
    return _cases(forms, action)


@st.composite
def _cases(draw: st.DrawFn, documents: Callable[..., st.SearchStrategy[D]], action: Action | None) -> Case[D]:
    document, other = draw(documents(salt="a")), draw(documents(salt="b"))
    basics: Any = other.basics
    for family in FAMILIES:
        if document.basics.name in family:  # a missing name is in none
            basics = attrs.evolve(basics, name=family[draw(st.integers(0, 1))])
    return Case(
        viewer=draw(viewers(near=document, action=action)),
        document=document,
        at=draw(instants),
        other=attrs.evolve(other, basics=basics),
    )
