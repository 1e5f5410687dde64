"""Everybody who may see one resume or form, and who would see more or less of it: what `audience`, `difference` and `settings` print."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from typing import assert_never

import attrs

from ..model.campus import CampusForm
from ..model.language import Language, Words
from ..model.resume import CommunityProfile, Resume
from ..model.sections import Basics, Profile
from ..model.settings import Block, CompanyBlock, KeywordBlock, Settings
from ..model.values import YearMonth
from ..model.viewers import Owner, Viewer
from ..policy.clauses import Clause
from ..policy.decisions import Grant, Item, items_of
from ..policy.facts import ViewerKind
from ..policy.index import index_of
from ..policy.table import Policy, given_by_any_action
from ..policy.words import WORDS
from ..projection.difference import difference
from .printing import LESS_ITEMS, MORE_ITEMS, item_list
from .terminal import in_one_line
from .whom import viewers_in_words
from .words import BY, COLON, SHOWN_CHANGES, SHOWN_WORDS, clause_in_words, decided_in_words, ids_of

_ASSUMED = Words(
    "assumed: whoever has to sign in and be verified has; listed is what any action gives",
    "假定：须登录、认证的都已登录并通过认证；列出的是任何一种操作能得到的全部内容",
)
_LISTED_AS_BOTH = Words(
    "a resume does not say whether a company is an agency: each is listed as both",
    "简历不写明一家公司是不是猎头公司：两种都列出",
)
_BLOCKED = Words(
    "blocked by the candidate; of these, only those listed above with their id are shown anything",
    "求职者屏蔽了以下公司，其中只有以上写明编号的能看到",
)
_GIVEN = Words("given", "")
"""Before a list of items; in Chinese the group of the items says enough."""


def audience_lines(
    asked: Resume | CampusForm, at: datetime, policy: Policy, language: Language
) -> Iterator[str]:
    """The lines of `audience`: everybody who is shown anything, what they are given by any action, and by which clauses. Viewers who
    are given the same by the same clauses are listed together.
    """
    groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    lines_of: dict[object, tuple[str, ...]] = {}
    cited: dict[Clause, None] = {}
    for viewer, words in _viewers(asked, at, policy):
        given = grants, files = given_by_any_action(viewer, asked, at, policy)
        if given not in lines_of:  # few viewers are given anything else than all others
            items, clauses = _items_and_clauses(grants, policy)
            cited |= dict.fromkeys(clauses)
            by = f"  {BY.said(language)}{COLON.said(language)}{ids_of(clauses, language)}"
            lines_of[given] = (by, *item_list(_GIVEN, items, files, language)) if items else ()
        if lines := lines_of[given]:
            groups[lines].append(words.said(language))
    if not groups:
        yield SHOWN_WORDS[False].said(language)
    else:
        for lines, viewers in groups.items():
            yield from (*viewers, *lines)
        yield Words("nobody else is shown anything", "其他任何人都看不到").said(language)
        yield from _block_lines(asked.settings.blocks, language)
        yield _ASSUMED.said(language)
        if isinstance(asked, Resume):
            yield _LISTED_AS_BOTH.said(language)
    for clause in cited:
        yield clause_in_words(clause, policy, language)
    yield decided_in_words(policy, at, language)


def _block_lines(blocks: tuple[Block, ...], language: Language) -> Iterator[str]:
    """Whom the candidate blocks, whenever that was: a block with a later date counts at once (BLOCK-2)."""
    if blocks:
        yield _BLOCKED.said(language)
    for block in blocks:
        match block:
            case CompanyBlock(company=company):
                blocked = Words(f"company {company}", f"公司 {company}")
            case KeywordBlock(keyword=keyword):
                written = in_one_line(keyword)
                blocked = Words(f"companies whose name contains {written}", f"名称含“{written}”的公司")
            case _:
                assert_never(block)
        group = Words("", "")
        if block.group is not None:
            group = Words(f", and group {block.group}", f"，连同集团 {block.group}")
        yield Words(f"  {blocked.en}{group.en}", f"  {blocked.zh}{group.zh}").said(language)


def _viewers(asked: Resume | CampusForm, at: datetime, policy: Policy) -> Iterator[tuple[Viewer, Words]]:
    """The owner, then everybody else to whom something is shown: whoever would lose it if the candidate switched the resume off."""
    yield Owner(candidate=asked.candidate), WORDS[ViewerKind.OWNER]
    names = _names_of(asked)
    closed = attrs.evolve(asked.settings, resume_permission=False)  # which leaves nothing to them (GATE-1)
    for found in difference(asked, closed, at=at, policy=policy):
        yield found.viewer, viewers_in_words(found, names)


def _names_of(asked: Resume | CampusForm) -> dict[str, str]:
    """The names of recipients by their ids, as the candidate's consents have them."""
    return {one.recipient: in_one_line(one.recipient_name) for one in index_of(asked).given}


def _items_and_clauses(
    grants: tuple[Grant, ...], policy: Policy
) -> tuple[frozenset[Item], tuple[Clause, ...]]:
    """Everything that some grants give, and the clauses by which they do."""
    items = frozenset[Item]().union(*map(items_of, grants))
    clauses = {clause for grant in grants for item in items_of(grant) for clause in grant.clauses_for(item)}
    return items, tuple(one for one in policy.texts if one in clauses)


def any_resume(settings: Settings) -> Resume:
    """A resume that stands for any with these settings: of nobody, of a grown-up who is in the community and did nothing yet."""
    return Resume(
        id="any-resume",
        candidate="any-candidate",
        basics=Basics(profile=Profile(born=YearMonth(1990, 1))),
        community=CommunityProfile(id="member"),
        settings=settings,
    )


def diff_lines(
    asked: Resume | CampusForm, settings: Settings, at: datetime, policy: Policy, language: Language
) -> Iterator[str]:
    """The lines of `difference`: who would see more or less under other settings. Viewers who gain and lose the same are together."""
    groups: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    names = _names_of(asked)
    for found in difference(asked, settings, at=at, policy=policy):
        shown = SHOWN_CHANGES[found.shown_before, found.shown_after].said(language)
        gained = item_list(MORE_ITEMS, found.gained, found.files_gained, language)
        lost = item_list(LESS_ITEMS, found.lost, found.files_lost, language)
        groups[shown, *gained, *lost].append(viewers_in_words(found, names).said(language))
    if not groups:
        yield Words("no difference", "没有差异").said(language)
    for (shown, *lines), viewers in groups.items():
        yield from viewers
        yield f"  {shown}"
        yield from lines
    yield decided_in_words(policy, at, language)
