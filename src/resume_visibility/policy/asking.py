"""One viewer who asks for many resumes at one instant: what concerns the viewer alone is found once, and the decisions are the same."""

from datetime import datetime

from ..model.births import born_by, latest_birth
from ..model.campus import CampusForm
from ..model.names import folded
from ..model.parts import Document
from ..model.resume import Resume
from ..model.settings import Block, CompanyBlock
from ..model.viewers import Viewer
from .decisions import Refusal
from .facts import Kind, ViewerFacts
from .index import Choices, choices_of, chosen_in, halves_of
from .situation import Situation, asking_of, companies_of
from .table import Case, Entry, Policy, case_of, fresh_from, is_document, learnt


class Asker:
    """Makes the cases of one viewer at one instant. If anything is shown, the case equals that of `case_of`.

    Most resumes are closed to a viewer whatever their company did, or hold no act that concerns it: the viewer stands in the
    same way to all of these.

    Args:
        viewer: who asks, and what for.
        at: aware, in UTC.
        policy: that decides.
    """

    __slots__ = (
        "_asking",
        "_at",
        "_entries",
        "_fresh",
        "_grown",
        "_ids",
        "_is_owner",
        "_names",
        "_policy",
        "_situation",
        "_viewer",
    )

    def __init__(self, viewer: Viewer, at: datetime, policy: Policy) -> None:
        self._viewer, self._at, self._policy = viewer, at, policy
        self._asking = asking_of(viewer, Document.RESUME, policy.readings)
        self._is_owner = self._asking.kind is Kind.OWNER
        self._grown = latest_birth(at, policy.ruleset.age)
        self._fresh = fresh_from(at, policy.ruleset.most_fresh)
        companies = companies_of(viewer, policy.readings)
        self._ids = frozenset(
            [one for company in companies for one in (company.id, company.group) if one is not None]
        )
        self._names = "\n".join(  # no keyword holds a line break
            [folded(name) for company in companies for name in (company.name, *company.aliases)]
        )
        self._situation = Situation(ViewerFacts(*self._asking), companies[0]) if companies else None
        self._entries: dict[object, tuple[Entry, ...]] = {}

    def case(self, asked: Resume | CampusForm) -> Case | None:
        """The case of the viewer and a resume or form; None if nothing of it is shown.

        Args:
            asked: the resume or form.

        Raises:
            TypeError: `asked` is neither a resume nor a form.
            UndecidedCase: as for `case_of`.
        """
        if self._is_owner or not isinstance(asked, Resume) or not is_document(asked):
            return granted(case_of(self._viewer, asked, self._at, self._policy))
        chosen = chosen_in(asked)
        entries = self._entries.get(chosen)
        if entries is None:
            entries = self._entries[chosen] = self._open(choices_of(asked))
        if not entries:
            return None
        situation = self._situation
        if situation is None or not self._is_apart(asked):
            return granted(case_of(self._viewer, asked, self._at, self._policy))
        entry = entries[born_by(asked.basics.profile.born, asked.age_verified) <= self._grown]
        if isinstance(entry.decision, Refusal):
            return None
        return learnt(entry, entry.decision, situation, asked, self._at, self._fresh, self._policy)

    def _open(self, choices: Choices) -> tuple[Entry, ...]:
        """The entries for candidates with these choices who did nothing that concerns the viewer: not surely of age, and of age. There
        are none if the viewer is refused whatever was done.
        """
        halves = halves_of(choices)
        if self._policy.closed_to(self._asking).issuperset(halves):
            return ()
        row = self._policy.row(ViewerFacts(*self._asking))
        return tuple([row[half] for half in halves])

    def _is_apart(self, resume: Resume) -> bool:
        """Whether a candidate did nothing that concerns any of the companies, by id, group or name; False, too, if it would take long
        to find out.
        """
        blocks, applications, talking = resume.settings.blocks, resume.applications, resume.conversations
        if not (blocks or applications or talking):
            return True
        if len(blocks) + len(applications) + len(talking) > _FEW:
            return False
        ids = self._ids
        for sent in applications:
            if sent.company in ids or sent.group in ids:
                return False
        for talk in talking:
            if talk.company in ids:
                return False
        return not (blocks and any(map(self._meets, blocks)))

    def _meets(self, block: Block) -> bool:
        if block.group in self._ids:
            return True
        if isinstance(block, CompanyBlock):
            return block.company in self._ids
        return folded(block.keyword) in self._names


_FEW = 100
"""At most so many acts are gone through for each list; more acts are laid out once, to be looked up."""


def granted(case: Case) -> Case | None:
    """The case itself if something is shown in it; else None."""
    return None if isinstance(case.decision, Refusal) else case
