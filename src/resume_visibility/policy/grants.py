"""What a decision can give: parts, channels, actions, and the clauses that gave or refused them."""

from typing import TypeAlias

import attrs

from ..model.parts import Channel, Part
from ..model.viewers import Action
from .clauses import Clause

Item: TypeAlias = Part | Channel | Action
"""What a clause can give or refuse."""


@attrs.frozen
class Permit:
    """What one clause gives.

    Args:
        clause: that gives it.
        actions: for which it gives it.
        items: the parts and channels given.
        opens: whether it also permits these actions, rather than adding to what another clause permits.
    """

    clause: Clause
    actions: frozenset[Action]
    items: frozenset[Part | Channel]
    opens: bool = False


@attrs.frozen(eq=False)
class Grant:
    """A decision to show: what, and for each item by which clauses. One object per distinct grant (see table).

    Args:
        parts: shown; everything else is withheld.
        channels: open.
        actions: everything this viewer may do, the action decided on among them.
        given: for each item given, the clauses that gave it.
        refused: for each item refused, the clauses that did.
    """

    parts: frozenset[Part]
    channels: frozenset[Channel]
    actions: frozenset[Action]
    given: tuple[tuple[Item, tuple[Clause, ...]], ...]
    refused: tuple[tuple[Item, tuple[Clause, ...]], ...]
    withheld: frozenset[Part] = attrs.field(init=False)
    """The parts not shown, whether or not the resume has anything in them."""

    @withheld.default
    def _withheld(self) -> frozenset[Part]:
        return frozenset(Part) - self.parts

    def only(self, parts: frozenset[Part], clause: Clause) -> "Grant":
        """This grant, of these parts alone.

        Args:
            parts: those named; one that the grant does not hold stays withheld.
            clause: that confines it.
        """
        lost = {item: (clause,) for item, _ in self.given if isinstance(item, Part) and item not in parts}
        return Grant(
            parts=self.parts & parts,
            channels=self.channels,
            actions=self.actions,
            given=tuple((item, clauses) for item, clauses in self.given if item not in lost),
            refused=(*self.refused, *lost.items()),
        )


@attrs.frozen(eq=False)
class Refusal:
    """A decision to show nothing, and every clause that refused."""

    refused_by: tuple[Clause, ...]


Decision: TypeAlias = Grant | Refusal
