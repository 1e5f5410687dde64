"""What a decision can give: parts, channels, actions, and the clauses that gave or refused them."""

from typing import TypeAlias

import attrs

from ..model.building import Choice
from ..model.viewers import Action
from .clauses import Clause


class Part(Choice):
    """A piece of a resume that is shown or withheld as one."""

    NAME = "name"
    """The real name; while it is withheld, the honorific is shown."""
    AVATAR = "avatar"
    PROFILE = "profile"
    MOBILE = "mobile"
    EMAIL = "email"
    HOMEPAGE = "homepage"
    VIRTUAL_NUMBER = "virtual_number"
    STRENGTHS = "strengths"
    HIGHLIGHTS = "highlights"
    INTENTION = "intention"
    WORK = "work"
    PROJECTS = "projects"
    EDUCATION = "education"
    AWARDS = "awards"
    CAMPUS_POSITIONS = "campus_positions"
    CERTIFICATES = "certificates"
    SKILLS = "skills"
    TRAINING = "training"
    PORTFOLIO = "portfolio"
    ADDITIONAL = "additional"
    ATTACHMENTS = "attachments"
    VIDEO = "video"
    MESSENGER = "messenger"
    """Messenger accounts that the candidate typed into text."""
    NATIONAL_ID = "national_id"
    """National ID numbers that the candidate typed into text."""


class Channel(Choice):
    """A way to reach the candidate."""

    CHAT = "chat"
    EMAIL = "email"
    VIRTUAL_NUMBER = "virtual_number"
    MOBILE = "mobile"


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


@attrs.frozen(eq=False)
class Refusal:
    """A decision to show nothing, and every clause that refused."""

    refused_by: tuple[Clause, ...]


Decision: TypeAlias = Grant | Refusal
