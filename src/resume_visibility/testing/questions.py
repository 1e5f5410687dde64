"""Questions: who asks for which resume, when, drawn together."""

from datetime import datetime

import attrs
from hypothesis import strategies as st

from ..model.resume import Resume
from ..model.viewers import Action, Viewer
from .cast import FAMILIES, instants
from .strategies import resumes, viewers


@attrs.frozen(kw_only=True)
class Case:
    """One question: who asks for which resume, when; and a stranger's resume, to tell what may not matter.

    Args:
        viewer: who asks.
        resume: asked for.
        at: the instant.
        other: another candidate's resume, of the same shape; `twin` takes from it what is withheld.
    """

    viewer: Viewer
    resume: Resume
    at: datetime
    other: Resume


@st.composite
def cases(draw: st.DrawFn, *, action: Action | None = None) -> Case:
    """A viewer and a resume drawn together, so that owners, applicants and blocked companies really meet.

    Args:
        draw: Hypothesis's.
        action: what every viewer is about to do, for code that serves one action; every action is drawn, unless given.
    """
    resume, other = draw(resumes(salt="a")), draw(resumes(salt="b"))
    (family,) = (family for family in FAMILIES if resume.basics.name in family)
    named = attrs.evolve(other.basics, name=family[draw(st.integers(0, 1))])
    return Case(
        viewer=draw(viewers(near=resume, action=action)),
        resume=resume,
        at=draw(instants),
        other=attrs.evolve(other, basics=named),
    )
