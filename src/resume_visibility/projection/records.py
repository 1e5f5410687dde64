"""The record that each request for a view leaves (NOTICE-1).

A record may be kept for years: of the candidate it holds opaque ids, and none of the values shown or withheld.
"""

import re
from collections.abc import Iterator
from datetime import datetime

import attrs

from ..errors import Problem
from ..model.building import Checked, Id, Limits, declared
from ..model.names import LONGEST_COMPANY_NAME, is_longer, one_line
from ..model.parts import PARTS_OF, Document, Part
from ..model.viewers import Action
from ..policy.clauses import GRANTING_CLAUSES, NEVER_REFUSING_CLAUSES, Clause
from ..policy.facts import ViewerKind
from ..policy.table import POLICIES

_DIGEST = Limits(like=re.compile(r"[0-9a-f]{64}"), expected="64 hexadecimal digits in lower case")


@attrs.frozen(kw_only=True, repr=False)
class RecordedCompany(Checked):
    """A company as a record names it: by its name then, and its id where the platform knew which it is."""

    name: str = attrs.field(metadata=declared(limits=Limits(longest=LONGEST_COMPANY_NAME)))
    id: Id | None = None

    def _problems(self) -> Iterator[Problem]:
        """`name` is one line, and as short after NFKC."""
        yield from one_line(self.name)
        if is_longer(self.name, LONGEST_COMPANY_NAME):
            yield Problem("name", f"expected at most {LONGEST_COMPANY_NAME} characters")


@attrs.frozen(kw_only=True, repr=False)
class AccessRecord(Checked):
    """Who asked for which resume or form, when, what for, and with what result. Made by `record_of`; for the platform alone.

    Args:
        document: what was asked for.
        document_id: its id.
        viewer: the viewer's own id, where that kind has one.
        kind: of the viewer; somebody else's owner is a visitor.
        company: the one that the viewer acts for; a headhunter's agency.
        purpose: what a recipient asks for.
        support_case: the id of the case that a support agent handles, if any (SUPPORT-1).
        action: what the viewer was about to do.
        conversing: a conversation with the viewer's company ran (CHAT-1).
        at: when, in UTC.
        granted: whether there was a view.
        clauses: those that granted the action and what was shown for it, or those that refused. There is at least one, and each can
            grant or refuse, unless a policy of one's own decided.
        policy: the version of the policy that decided.
        digest: SHA-256 of the id and revision, in hexadecimal; of no content, which could be guessed from it.
        shown: the parts shown, whether or not there was anything in them; for a row of some parts, also others of which a detail was in
            one of its texts.
        withheld: the parts not shown, whether or not there was anything in them.
    """

    document: Document
    document_id: Id
    viewer: Id | None = None
    kind: ViewerKind
    company: RecordedCompany | None = None
    purpose: Id | None = None
    support_case: Id | None = None
    action: Action
    conversing: bool = False
    at: datetime
    granted: bool
    clauses: tuple[Clause, ...]
    policy: str
    digest: str = attrs.field(metadata=declared(limits=_DIGEST))
    shown: frozenset[Part] = frozenset()
    withheld: frozenset[Part] = frozenset()

    def _problems(self) -> Iterator[Problem]:
        """`company`, `purpose`, `support_case` and `conversing` fit `kind`; `shown` and `withheld` fit `document` and
        `granted`; under a policy of the library, so do `clauses`.
        """
        yield from self._viewer_problems()
        yield from self._answer_problems()

    def _viewer_problems(self) -> Iterator[Problem]:
        if (self.company is not None) is not self.kind.has_company:
            yield Problem("company", "expected one for a viewer of a company, and only for one")
        if (self.purpose is not None) is not (self.kind is ViewerKind.RECIPIENT):
            yield Problem("purpose", "expected one for a recipient, and only for one")
        if self.support_case is not None and self.kind is not ViewerKind.SUPPORT_AGENT:
            yield Problem("support_case", "expected one for a support agent only")
        if self.conversing and self.kind not in (ViewerKind.RECRUITER, ViewerKind.HEADHUNTER):
            yield Problem("conversing", "expected false for whoever has no conversations")

    def _answer_problems(self) -> Iterator[Problem]:
        for name, parts in (("shown", self.shown), ("withheld", self.withheld)):
            if parts - PARTS_OF[self.document]:
                yield Problem(name, f"expected parts of a {self.document.value} alone")
        if self.shown & self.withheld:
            yield Problem("withheld", "expected no part that was shown")
        if self.shown and not self.granted:
            yield Problem("shown", "expected no part where nothing was granted")
        if self.policy not in _VERSIONS:
            return  # any clause may grant or refuse there, and even none: a record that cannot be made would be lost
        if not self.clauses:
            yield Problem("clauses", "expected at least one")
        elif self.granted and not GRANTING_CLAUSES.issuperset(self.clauses):
            yield Problem("clauses", "expected clauses that grant something, where something was granted")
        elif not self.granted and NEVER_REFUSING_CLAUSES.intersection(self.clauses):
            yield Problem("clauses", "expected clauses that refuse, where nothing was granted")


_VERSIONS = frozenset(policy.version for policy in POLICIES)
"""The policies of the library. A policy that is changed has a version of its own, and its rules cite what they will."""
