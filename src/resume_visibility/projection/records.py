"""The record that each request for a view leaves (NOTICE-1).

A record may be kept for years: of the candidate it holds opaque ids, and none of the values shown or withheld.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import TypeAlias

import attrs

from ..errors import Problem
from ..model.building import Checked, Id
from ..model.names import told
from ..model.parts import Part
from ..model.viewers import Action
from ..policy.clauses import Clause
from ..policy.facts import Kind
from ..policy.forms import FormKind, FormPart

Parts: TypeAlias = frozenset[Part] | frozenset[FormPart]
"""The parts of a resume, or of a form."""

_DIGEST = re.compile(r"[0-9a-f]{64}")


@attrs.frozen(kw_only=True, repr=False)
class RecordedCompany(Checked):
    """A company as a record names it: by its name then, and its id where the platform could tell which it is."""

    name: str
    id: Id | None = None

    def _problems(self) -> Iterator[Problem]:
        yield from told("name", self.name)


@attrs.frozen(kw_only=True, repr=False)
class _Record(Checked):
    """What the records of resumes and of forms have in common."""

    viewer: Id | None = None
    company: RecordedCompany | None = None
    action: Action
    at: datetime
    granted: bool
    clauses: tuple[Clause, ...]
    policy: str
    digest: str

    def _problems(self) -> Iterator[Problem]:
        if not self.clauses:
            yield Problem("clauses", "expected at least one")
        if not _DIGEST.fullmatch(self.digest):
            yield Problem("digest", "expected 64 hexadecimal digits in lower case")

    def _contradictions(self, shown: Parts, withheld: Parts) -> Iterator[Problem]:
        if shown & withheld:
            yield Problem("withheld", "expected no part that was shown")
        if shown and not self.granted:
            yield Problem("shown", "expected no part where nothing was granted")


@attrs.frozen(kw_only=True, repr=False)
class AccessRecord(_Record):
    """Who asked for which resume, when, what for, and what came of it. Made by `record_of`; for the platform alone.

    Args:
        viewer: the viewer's own id, where that kind has one.
        company: the one that the viewer acts for; a headhunter's agency.
        action: what the viewer was about to do.
        at: when, in UTC.
        granted: whether there was a view.
        clauses: that granted the action and what was shown for it, or that refused.
        policy: the version of the policy that decided.
        digest: SHA-256 of the resume's id and revision, in hexadecimal; of no content, which could be guessed from it.
        kind: of the viewer; somebody else's owner is a visitor.
        client: the company that a headhunter acts for, if any.
        purpose: what a recipient asks for.
        resume: the resume's id.
        shown: the parts shown, whether or not the resume had anything in them.
        withheld: the parts not shown, likewise.
    """

    kind: Kind
    client: RecordedCompany | None = None
    purpose: Id | None = None
    resume: Id
    shown: frozenset[Part] = frozenset()
    withheld: frozenset[Part] = frozenset()

    def _problems(self) -> Iterator[Problem]:
        yield from super()._problems()
        yield from self._contradictions(self.shown, self.withheld)
        if (self.company is not None) is not self.kind.has_company:
            yield Problem(
                "company", "expected one for a recruiter, headhunter or mailbox, and only for these"
            )
        if self.client is not None and self.kind is not Kind.HEADHUNTER:
            yield Problem("client", "expected one for a headhunter only")
        if (self.purpose is not None) is not (self.kind is Kind.RECIPIENT):
            yield Problem("purpose", "expected one for a recipient, and only for one")


@attrs.frozen(kw_only=True, repr=False)
class FormRecord(_Record):
    """The same of a campus or company-made form.

    Args:
        viewer: as in `AccessRecord`, and so are those down to `digest`.
        company: likewise.
        action: likewise.
        at: likewise.
        granted: likewise.
        clauses: likewise.
        policy: likewise.
        digest: likewise, of the form's id and revision.
        kind: of the viewer, as a form tells them apart.
        form: the form's id.
        shown: the parts shown, whether or not the form had anything in them.
        withheld: the parts not shown, likewise.
    """

    kind: FormKind
    form: Id
    shown: frozenset[FormPart] = frozenset()
    withheld: frozenset[FormPart] = frozenset()

    def _problems(self) -> Iterator[Problem]:
        yield from super()._problems()
        yield from self._contradictions(self.shown, self.withheld)
        if self.company is None and self.kind is FormKind.RECRUITER:
            yield Problem("company", "expected one for a recruiter")
