"""What explanations of resumes and of forms are made of: why this was decided, and what would be decided otherwise."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any, Protocol, TypeAlias, TypeVar

import attrs

from ..model.settings import CompanyBlock, Settings
from ..model.viewers import Action, Viewer
from .clauses import Clause
from .grants import Refusal
from .standing import company_of

_D = TypeVar("_D")
_I = TypeVar("_I")
_I_co = TypeVar("_I_co", covariant=True)

SingleChange: TypeAlias = tuple[str, str, Settings]
"""A setting, its new value, and all settings with it."""


class Granting(Protocol[_I_co]):
    """A decision to show something, whatever the items of it are."""

    @property
    def given(self) -> tuple[tuple[_I_co, tuple[Clause, ...]], ...]:
        """For each item given, the clauses that gave it."""

    @property
    def refused(self) -> tuple[tuple[_I_co, tuple[Clause, ...]], ...]:
        """For each item refused, the clauses that did."""


def clauses_of(decision: Granting[object] | Refusal, action: Action) -> tuple[Clause, ...]:
    """The clauses that granted an action, or that refused."""
    return decision.refused_by if isinstance(decision, Refusal) else dict(decision.given)[action]


def rulings_of(decision: Granting[_I] | Refusal) -> Iterator[tuple[_I, bool, tuple[Clause, ...]]]:
    """Each item, whether it is given, and by which clauses; none where nothing is."""
    if not isinstance(decision, Refusal):
        yield from ((item, True, clauses) for item, clauses in decision.given)
        yield from ((item, False, clauses) for item, clauses in decision.refused)


def changes_of(
    decide: Callable[[Settings], _D],
    items: Callable[[_D], frozenset[_I]],
    settings: Settings,
    tried: Iterable[SingleChange],
) -> Iterator[tuple[str, str, bool, frozenset[_I], frozenset[_I]]]:
    """Of the changes tried, those that would alter the decision: whether it would show, what is gained and what lost.

    Args:
        decide: under which settings what.
        items: everything that a decision gives.
        settings: as they are.
        tried: each alone.
    """
    before = items(decide(settings))
    for setting, to, changed in tried:
        other = decide(changed)
        after = items(other)
        if after != before:
            yield setting, to, not isinstance(other, Refusal), after - before, before - after


def switched(settings: Settings, *names: str) -> Iterator[SingleChange]:
    """Each of these permissions switched on, and off."""
    for on in (True, False):
        for name in names:
            switch: dict[str, Any] = {name: on}
            yield name, str(on).lower(), attrs.evolve(settings, **switch)


def blocked(settings: Settings, viewer: Viewer, at: datetime) -> Iterator[SingleChange]:
    """The viewer's company blocked now, where it can be; and nobody blocked."""
    company = company_of(viewer)
    if company is not None and company.id is not None:
        block = CompanyBlock(company=company.id, at=at)
        yield "blocks", "blocked", attrs.evolve(settings, blocks=(*settings.blocks, block))
    yield "blocks", "none", attrs.evolve(settings, blocks=())
