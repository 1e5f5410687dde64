"""Every case of a policy, laid out so that checking all of them is quick."""

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from ..model.parts import Channel, Part
from ..model.settings import Visibility
from ..model.viewers import Action
from .explanation import items_of
from .facts import VIEWER_FACTS, Kind, ResumeFacts, Sharing, Standing, ViewerFacts
from .grants import Grant, Item, Refusal
from .readings import Readings
from .table import Policy

Items: TypeAlias = frozenset[Item]

APPLIED = (Standing.APPLIED, Standing.APPLIED_WITH_ATTACHMENTS)
COMPANIES = (Kind.RECRUITER, Kind.HEADHUNTER)
LISTS = frozenset({Action.RECOMMEND, Action.SEARCH})
OPENED = frozenset({Action.VIEW, Action.EXPORT})

ITEMS: tuple[Item, ...] = (*Part, *Channel, *Action)
BITS: dict[Item, int] = {item: 1 << place for place, item in enumerate(ITEMS)}


class Case(NamedTuple):
    """A case in which something is given, in halves, which are cheap to look at."""

    viewer: ViewerFacts
    resume: ResumeFacts
    grant: Grant
    given: Items
    readings: Readings

    @property
    def company(self) -> bool:
        """Whether a recruiter or headhunter asks: somebody of a company who signs in."""
        return self.viewer.kind in (Kind.RECRUITER, Kind.HEADHUNTER)

    @property
    def applied(self) -> bool:
        """Whether the candidate applied to the viewer's company, signed in."""
        return self.company and self.viewer.standing in APPLIED

    @property
    def by_application(self) -> bool:
        """Whether an application may show the resume for this action (APPLY-5)."""
        return self.applied and self.viewer.action in self.opened_by_application

    @property
    def opened_by_application(self) -> frozenset[Action]:
        """What an application is for."""
        return OPENED if self.readings.lists_follow_visibility else OPENED | LISTS

    @property
    def public(self) -> bool:
        """Whether the mode is public to this viewer."""
        to = (Kind.HEADHUNTER,) if self.resume.visibility is Visibility.HEADHUNTERS else COMPANIES
        return self.viewer.kind in to and self.resume.visibility is not Visibility.PRIVATE

    @property
    def consented(self) -> bool:
        """Whether a recipient asks who has consent or an order."""
        return self.viewer.kind is Kind.RECIPIENT and self.viewer.sharing is not Sharing.NONE

    @property
    def delivered(self) -> bool:
        """Whether a mailbox asks that may have what cannot be redacted (APPLY-4)."""
        return self.viewer.kind is Kind.MAILBOX and not self.readings.mailbox_waits


class Space:
    """Every case of a policy. What is given in a case is one whole number, a bit per item, so that comparing is cheap.

    Attributes:
        given: what is given, by the viewer's half and in the order of `RESUME_FACTS`.
        grants: the cases in which something is given.
        refusals: the other cases.
    """

    def __init__(self, policy: Policy) -> None:
        seen: dict[int, tuple[Items, int]] = {}  # by the identity of a decision, which the policy keeps
        self.given: dict[ViewerFacts, list[int]] = {}
        self.grants: list[Case] = []
        self.refusals: list[tuple[ViewerFacts, ResumeFacts, Refusal]] = []
        for viewer in VIEWER_FACTS:
            row = self.given[viewer] = []
            for half, case in policy.row(viewer).items():
                decision = case.decision
                told = seen.get(id(decision))
                if told is None:
                    items = items_of(decision)
                    told = seen[id(decision)] = (items, sum(BITS[item] for item in items))
                row.append(told[1])
                if isinstance(decision, Grant):
                    self.grants.append(Case(viewer, half, decision, told[0], policy.readings))
                else:
                    self.refusals.append((viewer, half, decision))


def items_in(bits: int) -> Items:
    """The items that a whole number stands for."""
    return frozenset(item for item, bit in BITS.items() if bits & bit)


def names(items: Iterable[Item]) -> list[str]:
    """The items in words, in one order."""
    found = set(items)
    return [f"{type(item).__name__.lower()} {item.value}" for item in ITEMS if item in found]
