"""One viewer who asks for many resumes at one instant: what concerns the viewer alone is found once, and the decisions are the same."""

from datetime import datetime

from ..model.births import born_by, latest_birth
from ..model.campus import CampusForm
from ..model.names import folded
from ..model.parts import Document
from ..model.resume import Resume
from ..model.settings import Block, CompanyBlock
from ..model.viewers import Viewer
from .decisions import Entry, Refusal
from .facts import CandidateFacts, ViewerFacts, ViewerKind
from .index import halves_key, halves_of
from .situation import Situation, companies_of, request_of
from .table import Case, Policy, case_of, end_of_freshness, is_document, make_case


class Asker:
    """Makes the cases of one viewer at one instant, in UTC. If anything is shown, the case equals that of `case_of`.

    Most resumes are closed to a viewer whatever their company did, or hold no act that concerns it: the viewer stands in the
    same way to all of these.
    """

    __slots__ = (
        "_at",
        "_company_ids",
        "_entries",
        "_folded_names",
        "_fresh_until",
        "_is_owner",
        "_latest_birth",
        "_policy",
        "_request",
        "_situation",
        "_viewer",
    )

    def __init__(self, viewer: Viewer, at: datetime, policy: Policy) -> None:
        self._viewer, self._at, self._policy = viewer, at, policy
        self._request = request_of(viewer, Document.RESUME, policy.readings)
        self._is_owner = self._request.kind is ViewerKind.OWNER
        self._latest_birth = latest_birth(at, policy.ruleset.age)
        self._fresh_until = end_of_freshness(at, policy.ruleset.most_fresh)
        companies = companies_of(viewer, policy.readings)
        self._company_ids = frozenset(
            [id_ for company in companies for id_ in (company.id, company.group) if id_ is not None]
        )
        self._folded_names = "\n".join(  # no keyword holds a line break
            [folded(name) for company in companies for name in (company.name, *company.aliases)]
        )
        self._situation = Situation(ViewerFacts(*self._request), companies[0]) if companies else None
        self._entries: dict[object, tuple[Entry, ...]] = {}

    def case(self, asked: Resume | CampusForm) -> Case | None:
        """The case of the viewer and a resume or form; None if nothing of it is shown.

        Raises:
            TypeError: `asked` is neither a resume nor a form.
            UndecidedCase: as for `case_of`.
        """
        if self._is_owner or not isinstance(asked, Resume) or not is_document(asked):
            return drop_refused(case_of(self._viewer, asked, self._at, self._policy))
        key = halves_key(asked)
        entries = self._entries.get(key)
        if entries is None:
            entries = self._entries[key] = self._find_entries(halves_of(asked))
        if not entries:
            return None
        situation = self._situation
        if situation is None or not self._has_no_act_of_interest(asked):
            return drop_refused(case_of(self._viewer, asked, self._at, self._policy))
        entry = entries[born_by(asked.basics.profile.born, asked.age_verified) <= self._latest_birth]
        if isinstance(entry.decision, Refusal):
            return None
        return make_case(entry, entry.decision, situation, asked, self._at, self._fresh_until, self._policy)

    def _find_entries(self, halves: tuple[CandidateFacts, CandidateFacts]) -> tuple[Entry, ...]:
        """The entries for candidates with these halves who did nothing that concerns the viewer: not surely of age, and of age. There
        are none if the viewer is refused whatever was done.
        """
        if self._policy.closed_to(self._request).issuperset(halves):
            return ()
        row = self._policy.row(ViewerFacts(*self._request))
        return tuple([row[half] for half in halves])

    def _has_no_act_of_interest(self, resume: Resume) -> bool:
        """Whether a candidate did nothing that concerns any of the companies, by id, group or name; False, too, if it would take long
        to find out.
        """
        blocks, applications, chats = resume.settings.blocks, resume.applications, resume.conversations
        if not (blocks or applications or chats):
            return True
        if len(blocks) + len(applications) + len(chats) > _MAX_ACTS:
            return False
        ids = self._company_ids
        for application in applications:
            if application.company in ids or application.group in ids:
                return False
        for chat in chats:
            if chat.company in ids:
                return False
        return not (blocks and any(map(self._blocks_viewer, blocks)))

    def _blocks_viewer(self, block: Block) -> bool:
        if block.group in self._company_ids:
            return True
        if isinstance(block, CompanyBlock):
            return block.company in self._company_ids
        return folded(block.keyword) in self._folded_names


_MAX_ACTS = 100
"""At most so many acts are gone through for each list; more acts are laid out once, to be looked up."""


def drop_refused(case: Case) -> Case | None:
    """The case itself if something is shown in it; else None."""
    return None if isinstance(case.decision, Refusal) else case
