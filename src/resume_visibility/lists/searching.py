"""What an index may hold of a resume, and what a query may ask: a list gives away no more than the view behind it (SEARCH-1).

A document is made from the grant, and not from the view of some viewer, whom the candidate may have blocked. So it is the same
for everybody who has the grant. The filter says who may find it, and at which instant.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import product
from typing import Any

from ..errors import Problem, QueryRefused
from ..model.arguments import expect, expect_iterable, is_text
from ..model.instants import LAST, instant
from ..model.language import Language
from ..model.own import shown_of
from ..model.parts import Document, Part
from ..model.resume import Resume, expect_resume
from ..model.viewers import Headhunter, Recruiter, Viewer, expect_viewer
from ..policy.decisions import Grant, Refusal
from ..policy.facts import Standing, ViewerFacts, ViewerKind
from ..policy.index import first_instant_of_age, half_at, index_of
from ..policy.situation import request_of
from ..policy.table import DEFAULT_POLICY, Policy, case_of
from ..projection.redactor import TYPED_PARTS
from ..projection.release import Projected, project_grant
from ..text import MARKS
from .documents import LISTS, IndexDocument, IndexedField, Reader
from .fields import SEARCHED_PARTS, searched_fields, values_in
from .tokens import terms

# --- Documents -------------------------------------------------------------------------------------------------------

_READERS = tuple(
    (
        ViewerFacts(Document.RESUME, kind, action, qualified=True, standing=standing, conversing=conversing),
        Reader(action, kind, standing, conversing),
    )
    for action, kind, standing, conversing in product(
        LISTS, (ViewerKind.RECRUITER, ViewerKind.HEADHUNTER), Standing, (False, True)
    )
)
"""Everybody who can have a list, with their half of the facts."""

_DOCUMENT_PARTS = SEARCHED_PARTS | TYPED_PARTS
"""The parts that make a difference to a document: the parts that it holds, and those that may be typed into its texts."""


def index_documents(
    resume: Resume, *, language: Language, at: datetime | None = None, policy: Policy = DEFAULT_POLICY
) -> tuple[IndexDocument, ...]:
    """Make what an index may hold of a resume: one document for all viewers who are shown the same of it (SEARCH-1).

    Under the present rules there is one document, or none if nobody finds the resume. Other readings can give more.

    Args:
        resume: to be found.
        language: of the documents.
        at: aware; now, unless given.
        policy: that decides.

    Returns:
        The documents, by key.

    Raises:
        TypeError: `resume` is no resume, `language` no language, or `policy` no policy.
        InvalidValue: `at` has no time zone.
    """
    expect("resume", resume, Resume)
    expect("language", language, Language)
    expect("policy", policy, Policy)
    at, index = instant(at), index_of(resume)
    age = policy.ruleset.age
    candidate_facts, of_age_at = half_at(index, at, age), first_instant_of_age(index.born, age)
    grants: dict[frozenset[Part], Grant] = {}
    readers: defaultdict[frozenset[Part], set[Reader]] = defaultdict(set)
    for viewer, reader in _READERS:
        decision = policy.row(viewer)[candidate_facts].decision
        if isinstance(decision, Grant):
            parts = decision.parts & _DOCUMENT_PARTS
            grants.setdefault(parts, decision)
            readers[parts].add(reader)
    documents = (
        IndexDocument(
            resume=resume.id,
            language=language,
            key=_document_key(parts),
            parts=parts,
            readers=frozenset(readers[parts]),
            policy=policy.version,
            until=LAST if of_age_at is None or at >= of_age_at else of_age_at,
            fields=tuple(_fields(parts, project_grant(grant, resume, language, policy))),
        )
        for parts, grant in grants.items()
    )
    return tuple(sorted(documents, key=lambda document: document.key))


def document_key(
    viewer: Viewer, resume: Resume, *, at: datetime | None = None, policy: Policy = DEFAULT_POLICY
) -> str | None:
    """Find which document of a resume a viewer searches: a filter that runs in a database has to agree with it (LAW-8).

    Args:
        viewer: who asks, for `SEARCH` or `RECOMMEND`.
        resume: that may be found.
        at: aware; now, unless given.
        policy: that decides.

    Returns:
        Its key; None if `view_for` shows nothing, or if the viewer has no lists.

    Raises:
        TypeError: `viewer` is no viewer, `resume` no resume, or `policy` no policy.
        InvalidValue: `at` has no time zone.
    """
    expect("resume", resume, Resume)
    case = case_of(viewer, resume, instant(at), policy)
    if isinstance(case.decision, Refusal) or not isinstance(viewer, (Recruiter, Headhunter)):
        return None
    if viewer.action not in LISTS or not case.facts.qualified:
        return None
    return _document_key(case.decision.parts & _DOCUMENT_PARTS)


def _document_key(parts: frozenset[Part]) -> str:
    added = sorted(f"+{part.value}" for part in parts - SEARCHED_PARTS)
    missing = sorted(f"-{part.value}" for part in SEARCHED_PARTS - parts)
    return "".join(("sections", *added, *missing))


_MARK_PATTERN = re.compile("|".join(re.escape(mark) for marks in MARKS.values() for mark in marks.values()))


def _fields(parts: frozenset[Part], shown: Projected) -> Iterator[IndexedField]:
    kind: Any = type(shown.sections)
    for path, searched in searched_fields(kind).items():
        if not parts.issuperset(searched.parts):
            continue
        section = (
            shown.display_name if searched.section is None else getattr(shown.sections, searched.section)
        )
        values = tuple(values_in(section, searched.names))
        if values:
            texts = values if searched.is_text else ()
            # A search for 电话销售 must not find everybody whose text has a number taken out of it.
            found_terms = (term for text in texts for term in terms(_MARK_PATTERN.sub(" ", str(text))))
            yield IndexedField(path, values, tuple(found_terms))


# --- Questions -------------------------------------------------------------------------------------------------------

_PATH_PATTERN = re.compile(r"[a-z_]{1,40}(?:\.[a-z_]{1,40}){0,5}")


def searchable(
    viewer: Viewer, *, policy: Policy = DEFAULT_POLICY, of: type[Resume[Any]] = Resume
) -> frozenset[str]:
    """The fields that a viewer may search, filter, sort and count by: the fields of those parts that they are shown of every resume
    in their list (SEARCH-1).

    Args:
        viewer: who asks, for `SEARCH` or `RECOMMEND`.
        policy: that decides.
        of: the class of the resumes, where they have sections or fields of their own.

    Returns:
        Their paths in the JSON of a view; none for a viewer who has no list.

    Raises:
        TypeError: `viewer` is no viewer, `policy` no policy, or `of` no class of resumes.
    """
    expect_resume(of)
    expect_viewer(viewer)
    expect("policy", policy, Policy)
    request = request_of(viewer, Document.RESUME, policy.readings)
    if not request.qualified:
        return frozenset()
    decisions = {
        entry.decision
        for viewer_facts, reader in _READERS
        if reader.kind is request.kind and reader.action is request.action
        for entry in policy.row(viewer_facts).values()
    }
    shown = [decision.parts for decision in decisions if isinstance(decision, Grant)]
    parts = frozenset.intersection(*shown) if shown else frozenset[Part]()
    kind: Any = of
    sections: Any = shown_of(kind)
    fields = searched_fields(sections)
    return frozenset(path for path, searched in fields.items() if parts.issuperset(searched.parts))


def check_query(
    viewer: Viewer,
    *,
    fields: Iterable[str],
    sort: Iterable[str] = (),
    facets: Iterable[str] = (),
    policy: Policy = DEFAULT_POLICY,
    of: type[Resume[Any]] = Resume,
) -> None:
    """Refuse a query of a list if it uses fields that this viewer is not shown, or fields that are for the filter (SEARCH-1).

    A field that is not shown is refused like one that does not exist, so that a refusal reveals nothing.

    Args:
        viewer: who asks, for `SEARCH` or `RECOMMEND`.
        fields: the paths that are searched and filtered by, such as sections.work.position.
        sort: the paths that the list is sorted and ranked by.
        facets: the paths whose values are counted.
        policy: that decides.
        of: the class of the resumes, as for `searchable`.

    Raises:
        QueryRefused: a path is not in `searchable`, or the viewer's action makes no list; it names every such path.
        TypeError: `viewer` is no viewer, `policy` no policy, `of` no class of resumes, or one of the three a text where a
            list belongs.
    """
    allowed = searchable(viewer, policy=policy, of=of)
    problems = []
    if viewer.action not in LISTS:
        problems.append(Problem("viewer.action", "expected search or recommend"))
    for name, paths in (("fields", fields), ("sort", sort), ("facets", facets)):
        expect_iterable(name, paths, "a list of paths")
        for i, path in enumerate(paths):
            if not _is_allowed(allowed, path):
                problems.append(Problem(_problem_path(name, i, path), _EXPECTED_PATH))
    if problems:
        raise QueryRefused(problems)


_EXPECTED_PATH = (
    "expected the path of a field that is shown in every resume of this list; searchable(viewer) has them"
)


def _is_allowed(allowed: frozenset[str], path: object) -> bool:
    return is_text(path) and path in allowed  # something that is no text may have no hash


def _problem_path(name: str, i: int, path: object) -> str:
    # Something that does not look like a path may be a search text that somebody typed (LAW-7).
    return path if is_text(path) and _PATH_PATTERN.fullmatch(path) else f"{name}[{i}]"
