"""Everybody who may see one resume or form: what `audience` prints."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

import attrs

from ..model.campus import CampusForm
from ..model.language import Language, Words
from ..model.resume import Resume
from ..model.viewers import Action, Owner, Viewer
from ..policy.clauses import Clause
from ..policy.decisions import Grant, Item, items_of
from ..policy.facts import ViewerKind
from ..policy.table import Policy, case_of
from ..policy.words import NO_CLAUSE, WORDS
from ..projection.difference import difference
from .printing import item_list
from .whom import viewers_in_words
from .words import COLON, COMMA, SHOWN_WORDS, clause_in_words

_BY = Words("by", "依据")
_GIVEN = Words("given", "")
"""Before a list of items; in Chinese the group of the items says enough."""


def audience_lines(
    asked: Resume | CampusForm, at: datetime, policy: Policy, language: Language
) -> Iterator[str]:
    """The lines of `audience`: everybody who is shown anything, what they are given by any action, and by which clauses. Viewers who
    are given the same by the same clauses are listed together.
    """
    groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    cited: dict[Clause, None] = {}
    for viewer, words in _viewers(asked, at, policy):
        items, files, clauses = _given(viewer, asked, at, policy)
        if items:
            cited |= dict.fromkeys(clauses)
            ids = COMMA.said(language).join(clause.value for clause in clauses) or NO_CLAUSE.said(language)
            by = f"  {_BY.said(language)}{COLON.said(language)}{ids}"
            groups[by, *item_list(_GIVEN, items, files, language)].append(words.said(language))
    if not groups:
        yield SHOWN_WORDS[False].said(language)
        return
    for lines, viewers in groups.items():
        yield from (*viewers, *lines)
    yield Words("nobody else is shown anything", "其他任何人都看不到").said(language)
    for clause in cited:
        yield clause_in_words(clause, policy, language)


def _viewers(asked: Resume | CampusForm, at: datetime, policy: Policy) -> Iterator[tuple[Viewer, Words]]:
    """The owner, then everybody else to whom something is shown: whoever would lose it if the candidate switched the resume off."""
    yield Owner(candidate=asked.candidate), WORDS[ViewerKind.OWNER]
    closed = attrs.evolve(asked.settings, resume_permission=False)  # which leaves nothing to them (GATE-1)
    for found in difference(asked, closed, at=at, policy=policy):
        yield found.viewer, viewers_in_words(found)


def _given(
    viewer: Viewer, asked: Resume | CampusForm, at: datetime, policy: Policy
) -> tuple[frozenset[Item], frozenset[str], tuple[Clause, ...]]:
    """The items, attachments and clauses by which a viewer is shown anything, by any action."""
    items, files, clauses = frozenset[Item](), frozenset[str](), dict[Clause, None]()
    for action in Action:
        case = case_of(attrs.evolve(viewer, action=action), asked, at, policy)
        if isinstance(case.decision, Grant):
            given = items_of(case.decision)
            items |= given
            files |= case.attachments
            clauses |= dict.fromkeys(clause for item in given for clause in case.decision.clauses_for(item))
    return items, files, tuple(one for one in policy.texts if one in clauses)
