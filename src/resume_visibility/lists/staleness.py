"""Finds the documents of an index that a change makes stale, and by when to write them again (SEARCH-1, NAME-2)."""

from collections.abc import Iterable, Iterator
from datetime import datetime

import attrs

from ..errors import InvalidValue, Problem
from ..model.arguments import expect
from ..model.building import Id
from ..model.instants import instant
from ..model.language import Language
from ..model.parts import Part
from ..model.resume import Resume
from ..policy.index import first_instant_of_age, index_of
from ..policy.table import DEFAULT_POLICY, Policy, end_of_freshness
from .documents import IndexDocument
from .searching import index_documents


@attrs.frozen(kw_only=True)
class Stale:
    """What to do with the documents of one resume in one language: all of it in one transaction, so that no search sees half of it.

    Args:
        resume: the resume's id.
        language: of the documents.
        write: the keys of the documents to write, from `index_documents` at that instant.
        delete: the keys of the documents to delete.
        since: aware, in UTC; the first instant at which to do it.
        by: aware, in UTC; the last instant at which to do it.
    """

    resume: Id
    language: Language
    write: tuple[str, ...]
    delete: tuple[str, ...]
    since: datetime
    by: datetime


def stale(
    before: Resume | None,
    after: Resume | None,
    *,
    at: datetime | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> tuple[Stale, ...]:
    """Find which documents a change of a resume makes stale, and by when they have to be written again.

    Whatever is taken back from somebody goes at once: the resume as a whole (visibility, permission, account, deletion), or a
    part of it. Everything else, also the name, has two hours, as long as a view may be kept (NAME-2). Blocks, applications,
    conversations and consents make nothing stale: they are for the filter.

    A new version of the policy makes every document stale; each document names its version.

    Args:
        before: the resume as it was; None where there was none.
        after: the resume as it is; None where there is none any more.
        at: aware, when it was changed; now, unless given.
        policy: that decides.

    Returns:
        By language: what to do now, and what to do when the candidate comes of age (GATE-3), if that is known only since the
        change. Empty if no document differs.

    Raises:
        TypeError: `before` or `after` is neither a resume nor None, or `policy` no policy.
        InvalidValue: they are two resumes, or `at` has no time zone.
    """
    for name, state in (("before", before), ("after", after)):
        expect(name, state, Resume, type(None))
    expect("policy", policy, Policy)
    moment = instant(at)
    states = [state for state in (before, after) if state is not None]
    if len({state.id for state in states}) > 1:
        raise InvalidValue("change", [Problem("after.id", "expected the id that the resume had before")])
    if not states:
        return ()
    return tuple(
        one
        for language in Language
        for one in _stale_in(states[0].id, before, after, language, moment, policy)
    )


def _stale_in(
    resume: Id,
    before: Resume | None,
    after: Resume | None,
    language: Language,
    at: datetime,
    policy: Policy,
) -> Iterator[Stale]:
    old, new = (_documents(one, language, at, policy) for one in (before, after))
    max_fresh = policy.ruleset.most_fresh
    if old != new:
        by = at if _takes_away(old, new) else end_of_freshness(at, max_fresh)
        yield _change(resume, language, old, new, at, by)
    upcoming = _coming_of_age(after, language, at, policy)
    if upcoming is not None and (old != new or upcoming != _coming_of_age(before, language, at, policy)):
        of_age, future = upcoming
        if future != new:
            # If nothing is taken back, the documents may be late: until they are written the resume is not found.
            by = of_age if _takes_away(new, future) else end_of_freshness(of_age, max_fresh)
            yield _change(resume, language, new, future, of_age, by)


def _documents(
    resume: Resume | None, language: Language, at: datetime, policy: Policy
) -> tuple[IndexDocument, ...]:
    return () if resume is None else index_documents(resume, language=language, at=at, policy=policy)


def _coming_of_age(
    resume: Resume | None, language: Language, at: datetime, policy: Policy
) -> tuple[datetime, tuple[IndexDocument, ...]] | None:
    """The instant at which the candidate comes of age, and the documents from then on; None if it is past or unknown."""
    of_age = None if resume is None else first_instant_of_age(index_of(resume).born, policy.ruleset.age)
    return None if of_age is None or of_age <= at else (of_age, _documents(resume, language, of_age, policy))


def _change(
    resume: Id,
    language: Language,
    old: tuple[IndexDocument, ...],
    new: tuple[IndexDocument, ...],
    since: datetime,
    by: datetime,
) -> Stale:
    new_keys = {document.key for document in new}
    return Stale(
        resume=resume,
        language=language,
        write=tuple(document.key for document in new if document not in old),
        delete=tuple(document.key for document in old if document.key not in new_keys),
        since=since,
        by=by,
    )


def _takes_away(old: Iterable[IndexDocument], new: Iterable[IndexDocument]) -> bool:
    """Whether somebody is shown less by the change, apart from the name, which has two hours (NAME-2)."""
    new_parts = {reader: document.parts for document in new for reader in document.readers}
    return any(
        reader not in new_parts or document.parts - new_parts[reader] - {Part.NAME}
        for document in old
        for reader in document.readers
    )
