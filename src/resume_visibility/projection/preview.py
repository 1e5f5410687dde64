"""For the owner: a resume as others see it, and what a change of the settings would do, before it is saved."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import product

import attrs

from ..model.building import Choice, Id, expect
from ..model.instants import instant
from ..model.names import folded, in_line
from ..model.resume import Resume
from ..model.settings import Application, Block, CompanyBlock, KeywordBlock, Settings
from ..model.viewers import (
    FULLY_VERIFIED,
    Action,
    CommunityMember,
    Company,
    Headhunter,
    Mailbox,
    Recipient,
    Recommender,
    Recruiter,
    Viewer,
)
from ..policy.decisions import Item, items_of
from ..policy.table import POLICY_2023_04, Policy, case_of
from .release import view_for
from .view import ResumeView


class StandsFor(Choice):
    """Whom a viewer of a difference stands for."""

    ITSELF = "itself"
    """The company, mailbox or recipient that it names, the community, the recommender."""
    OTHERS = "others"
    """Every company that nothing here names."""
    KEYWORD = "keyword"
    """The companies whose name is, or holds, the keyword that is its company's name."""
    GROUP = "group"
    """The other companies of its company's group."""
    UNIDENTIFIED = "unidentified"
    """The companies that the platform cannot identify (BLOCK-4)."""


@attrs.frozen(kw_only=True)
class Difference:
    """What new settings change for one kind of viewer, over everything that the viewer can do.

    Args:
        viewer: who would ask; signed in and verified.
        stands_for: whom it stands for.
        shown_before: whether there is any action for which the resume is shown now.
        shown_after: whether there would be.
        gained: the parts, channels and actions that the viewer would have in addition, by some action.
        lost: those that the viewer would have by no action any more.
        files_gained: the ids of the attachments that would be shown in addition: which ones a company sees depends on
            whether it was blocked since each was sent.
        files_lost: those that would no longer be.
    """

    viewer: Viewer
    stands_for: StandsFor
    shown_before: bool
    shown_after: bool
    gained: frozenset[Item]
    lost: frozenset[Item]
    files_gained: frozenset[Id]
    files_lost: frozenset[Id]


def preview(
    resume: Resume, *, as_: Viewer, at: datetime | None = None, policy: Policy = POLICY_2023_04
) -> ResumeView | None:
    """A candidate's own resume as somebody else sees it (预览). It is what `view_for` gives them: there is no second door.

    Args:
        resume: the candidate's own; that they are signed in as its owner is for the service to know.
        as_: whose eyes to look through.
        at: as for `view_for`.
        policy: as for `view_for`.

    Raises:
        TypeError: `as_` is no viewer, `resume` no resume, or `policy` no policy.
        InvalidValue: `at` has no time zone.
    """
    expect(resume, Resume)
    return view_for(as_, resume, at=at, policy=policy)


def difference(
    resume: Resume,
    new_settings: Settings,
    *,
    companies: Iterable[Company] = (),
    at: datetime | None = None,
    policy: Policy = POLICY_2023_04,
) -> tuple[Difference, ...]:
    """What new settings would show in addition, and withhold, viewer by viewer: those for whom anything changes.

    Asked for, each through the same table as `view_for`, signed in and verified, for every action:

    - as recruiter, as headhunter, and as headhunter's client: every company that the old or the new blocks, the
      applications, the conversations or `companies` name; a company called as a blocked keyword; one of a group that a
      block or an application names; one that nothing names; and one that the platform cannot tell (BLOCK-4);
    - every mailbox that an application was delivered to;
    - every recipient and purpose of a consent;
    - a member of the community, and the recommender of jobs.

    The owner sees everything before and after; visitors and those who are not verified see nothing. Not told: what
    a shown text holds. A company that the resume names by its id alone is taken to have no name that a keyword fits,
    and the group that its blocks and applications tell: give it in `companies` where more is known.

    Args:
        resume: as it is.
        new_settings: that would take the place of its settings.
        companies: as the platform knows them, with names, aliases and groups; those with an id.
        at: the instant asked about, aware; now, unless given.
        policy: that decides.

    Raises:
        TypeError: `resume` is no resume, `new_settings` no settings, one of `companies` no company or `policy` no policy.
        InvalidValue: `at` has no time zone.
    """
    moment = instant(at)
    expect(resume, Resume)
    expect(new_settings, Settings)
    known = tuple(companies)
    for company in known:
        expect(company, Company)
    changed = attrs.evolve(resume, settings=new_settings)
    blocks = tuple(dict.fromkeys((*resume.settings.blocks, *new_settings.blocks)))
    differences = (
        _between(viewer, stands_for, resume, changed, moment, policy)
        for viewer, stands_for in _viewers(resume, blocks, known)
    )
    return tuple(found for found in differences if found is not None)


def _between(
    viewer: Viewer, stands_for: StandsFor, old: Resume, new: Resume, at: datetime, policy: Policy
) -> Difference | None:
    before, files_before = _everything(viewer, old, at, policy)
    after, files_after = _everything(viewer, new, at, policy)
    if (before, files_before) == (after, files_after):
        return None
    return Difference(
        viewer=viewer,
        stands_for=stands_for,
        shown_before=bool(before),
        shown_after=bool(after),
        gained=after - before,
        lost=before - after,
        files_gained=files_after - files_before,
        files_lost=files_before - files_after,
    )


def _everything(
    viewer: Viewer, resume: Resume, at: datetime, policy: Policy
) -> tuple[frozenset[Item], frozenset[str]]:
    """What a viewer has of a resume by any action, and which attachments."""
    cases = [case_of(attrs.evolve(viewer, action=action), resume, at, policy) for action in Action]
    items = frozenset(item for case in cases for item in items_of(case.decision))
    return items, frozenset(file for case in cases for file in case.attachments)


def _viewers(
    resume: Resume, blocks: tuple[Block, ...], companies: Iterable[Company]
) -> Iterator[tuple[Viewer, StandsFor]]:
    named = _named(resume, blocks, companies)
    stranger = Company(id=_unused(named), name=_unfitting(blocks))
    for company, stands_for in _companies(resume, blocks, named, stranger):
        yield Recruiter(id="someone", company=company, signed_in=True, verified=FULLY_VERIFIED), stands_for
        yield _headhunter(company), stands_for
        if company is not stranger:
            yield _headhunter(stranger, company), stands_for
    others: list[Viewer] = [
        *(Mailbox(company=named[a.company], address=a.mailbox) for a in resume.applications if a.mailbox),
        *(Recipient(id=consent.recipient, purpose=consent.purpose) for consent in resume.consents),
        CommunityMember(id="someone", signed_in=True),
        Recommender(),
    ]
    yield from product(dict.fromkeys(others), (StandsFor.ITSELF,))


def _headhunter(agency: Company, *clients: Company) -> Headhunter:
    return Headhunter(id="someone", agency=agency, clients=clients, signed_in=True, verified=FULLY_VERIFIED)


def _companies(
    resume: Resume, blocks: tuple[Block, ...], named: dict[str, Company], stranger: Company
) -> Iterator[tuple[Company, StandsFor]]:
    yield stranger, StandsFor.OTHERS
    yield from product(named.values(), (StandsFor.ITSELF,))
    keywords = dict.fromkeys(block.keyword for block in blocks if isinstance(block, KeywordBlock))
    for keyword in keywords:
        yield attrs.evolve(stranger, name=in_line(keyword)), StandsFor.KEYWORD
    for group in dict.fromkeys(act.group for act in (*blocks, *resume.applications) if act.group is not None):
        yield attrs.evolve(stranger, group=group), StandsFor.GROUP
    yield attrs.evolve(stranger, id=None), StandsFor.UNIDENTIFIED


def _named(resume: Resume, blocks: tuple[Block, ...], companies: Iterable[Company]) -> dict[str, Company]:
    """The companies that anything names, by id, as far as they are known."""
    known = {company.id: company for company in companies if company.id is not None}
    groups: dict[str, str | None] = {}
    acts: list[CompanyBlock | Application] = [b for b in blocks if isinstance(b, CompanyBlock)]
    for act in (*acts, *resume.applications):
        groups[act.company] = groups.get(act.company) or act.group
    for conversation in resume.conversations:
        groups.setdefault(conversation.company, None)
    name = _unfitting(blocks)
    named = {id_: Company(id=id_, name=name, group=group) for id_, group in groups.items()}
    return named | known


def _unused(named: dict[str, Company]) -> str:
    """An id that no company has."""
    return next(id_ for n in range(len(named) + 1) if (id_ := f"other-{n}") not in named)


def _unfitting(blocks: tuple[Block, ...]) -> str:
    """A name that no blocked keyword is found in: one character, of those that mean nothing (private use)."""
    keywords = {folded(block.keyword) for block in blocks if isinstance(block, KeywordBlock)}
    return next(name for code in range(0xF0000, 0x110000) if (name := chr(code)) not in keywords)
