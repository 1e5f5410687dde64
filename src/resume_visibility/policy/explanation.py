"""Why a view shows what it shows: for the platform's own staff, never for the viewer (LAW-3)."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal, TypeAlias, TypeVar

import attrs

from ..model.building import MOST_ACTS, Choice
from ..model.campus import CampusForm
from ..model.consents import Consent
from ..model.instants import LAST, instant
from ..model.memo import unchecked
from ..model.resume import Resume
from ..model.settings import Application, CompanyBlock, NameDisplay, Settings, Visibility
from ..model.viewers import Action, Recipient, School, Viewer
from .acts import Act, acts_of
from .clauses import Clause
from .decisions import ITEMS, ITEMS_OF, Decision, Grant, Item, Refusal, items_of
from .facts import Facts
from .index import with_other_acts, with_other_settings
from .situation import company_of
from .table import DEFAULT_POLICY, Case, Policy, case_of, is_shown


@attrs.frozen
class Ruling:
    """What was decided on one item, and by which clauses.

    Args:
        item: a part, a channel or an action.
        given: whether the viewer is given it.
        clauses: those that gave it, or those that withhold it.
    """

    item: Item
    given: bool
    clauses: tuple[Clause, ...]


class BlockChange(Choice):
    """What a candidate may do about blocks."""

    BLOCKED = "blocked"
    """One block more, of the viewer's company, if there is room."""
    NONE = "none"
    """No block is left."""


class ActChange(Choice):
    """What a candidate may do about what they did for this viewer."""

    WITHDRAWN = "withdrawn"
    """Every application, consent or handing in for the viewer that counts is withdrawn (APPLY-8, SHARE-1)."""
    ENDED = "ended"
    """Every conversation with the viewer's company that runs is ended (CHAT-1)."""


Setting: TypeAlias = Literal[
    "visibility",
    "name_display",
    "nickname",
    "resume_permission",
    "chat_permission",
    "personalised_recommendation",
    "blocks",
    "applications",
    "handed_in",
    "consents",
    "conversations",
]
"""A field of `Settings`, and then of a resume or form, that the candidate may change and that may change what is shown."""
NewValue: TypeAlias = Visibility | NameDisplay | bool | BlockChange | ActChange
"""What a setting becomes: its new value, or what is done about blocks or acts."""


@attrs.frozen
class Change:
    """The effect of one change by the candidate.

    Args:
        setting: the field that is changed.
        to: its new value; of "blocks" a `BlockChange`, and of what the candidate did an `ActChange`.
        shown: whether the resume or form would be shown then.
        gained: items that would be given in addition.
        lost: items that would no longer be given.
        files_gained: the ids of the attachments that would be shown in addition.
        files_lost: those that would no longer be.
    """

    setting: Setting
    to: NewValue
    shown: bool
    gained: frozenset[Item]
    lost: frozenset[Item]
    files_gained: frozenset[str]
    files_lost: frozenset[str]


@attrs.frozen
class Explanation:
    """A decision with its reasons. It holds facts, clauses, settings and the instants of acts, and nothing that a person wrote (LAW-7).

    Args:
        shown: whether there is a view.
        clauses: that granted, or that refused.
        facts: everything that the decision depended on.
        acts: what the candidate did about this viewer, and when; also what no longer counts. Printed, they show nothing.
        rulings: per part, channel and action, those given first; empty where nothing is shown.
        other_actions: where nothing is shown for the action asked about, the actions for which something is, such as a chat that runs.
        changes: single changes by the candidate that would alter the decision: of the settings, and of what they did for the viewer.
        policy: the version of the policy that decided.
    """

    shown: bool
    clauses: tuple[Clause, ...]
    facts: Facts
    acts: tuple[Act, ...]
    rulings: tuple[Ruling, ...]
    other_actions: tuple[Action, ...]
    changes: tuple[Change, ...]
    policy: str


def explain(
    viewer: Viewer,
    resume: Resume | CampusForm,
    *,
    at: datetime | None = None,
    policy: Policy = DEFAULT_POLICY,
) -> Explanation:
    """Explain what this viewer is shown, from the same facts and the same table as `view_for`.

    Args:
        viewer: as for `view_for`.
        resume: as for `view_for`: a resume or a form.
        at: the instant asked about, aware; now, unless given.
        policy: as for `view_for`.

    Raises:
        TypeError: `viewer` is no viewer, `policy` no policy, or `resume` neither a resume nor a form.
        InvalidValue: `at` has no time zone.
    """
    moment = instant(at)
    case = case_of(viewer, resume, moment, policy)
    decision = case.decision
    others = [] if isinstance(decision, Grant) else [attrs.evolve(viewer, action=action) for action in Action]
    return Explanation(
        shown=isinstance(decision, Grant),
        clauses=decision.refused_by if isinstance(decision, Refusal) else decision.clauses_for(viewer.action),
        facts=case.facts,
        acts=acts_of(viewer, resume, moment, policy.readings),
        rulings=tuple(_rulings_of(decision)),
        other_actions=tuple(one.action for one in others if is_shown(one, resume, at=moment, policy=policy)),
        changes=tuple(_changes_of(case, viewer, resume, moment, policy)),
        policy=policy.version,
    )


def _rulings_of(decision: Decision) -> Iterator[Ruling]:
    """What is given, then what is withheld, each in the order in which items are listed: a decision has them by its clauses."""
    if isinstance(decision, Grant):
        given, cited = items_of(decision), {item for item, _ in (*decision.given, *decision.refused)}
        ruled = [item for item in ITEMS if item in cited or item in ITEMS_OF[decision.document]]
        for is_given in (True, False):
            some = (item for item in ruled if (item in given) is is_given)
            yield from (Ruling(item, is_given, decision.clauses_for(item)) for item in some)


def _changes_of(
    case: Case, viewer: Viewer, asked: Resume | CampusForm, at: datetime, policy: Policy
) -> Iterator[Change]:
    """The single changes that would alter what is given, or which files are shown."""
    before, files_before = items_of(case.decision), case.attachments
    for setting, to, other in _other_documents(viewer, asked, at):
        other_case = case_of(viewer, other, at, policy)
        after, files_after = items_of(other_case.decision), other_case.attachments
        if (after, files_after) != (before, files_before):
            yield Change(
                setting=setting,
                to=to,
                shown=isinstance(other_case.decision, Grant),
                gained=after - before,
                lost=before - after,
                files_gained=files_after - files_before,
                files_lost=files_before - files_after,
            )


def _other_documents(
    viewer: Viewer, asked: Resume | CampusForm, at: datetime
) -> Iterator[tuple[Setting, NewValue, Resume | CampusForm]]:
    """A setting or an act, what becomes of it, and the resume or form as it is then."""
    for setting, to, settings in _single_changes(viewer, asked.settings, at):
        yield setting, to, with_other_settings(asked, settings)
    if isinstance(asked, CampusForm):
        if asked.handed_in is not None and asked.handed_in <= at < (asked.withdrawn or LAST):
            yield "handed_in", ActChange.WITHDRAWN, with_other_acts(asked, withdrawn=at)
        return
    company = company_of(viewer)
    if company is not None or isinstance(viewer, School):
        sent = tuple(
            _withdrawn(one, one.at, at) if _is_for(viewer, one) else one for one in asked.applications
        )
        yield "applications", ActChange.WITHDRAWN, with_other_acts(asked, applications=sent)
    if company is not None:
        others = tuple(chat for chat in asked.conversations if chat.company != company.id)
        yield "conversations", ActChange.ENDED, with_other_acts(asked, conversations=others)
    if isinstance(viewer, Recipient):
        # An order of the law is not the candidate's to withdraw.
        consents = tuple(
            _withdrawn(one, one.begins, at)
            if one.order is None and (one.recipient, one.purpose) == (viewer.id, viewer.purpose)
            else one
            for one in asked.consents
        )
        yield "consents", ActChange.WITHDRAWN, with_other_acts(asked, consents=consents)


_A = TypeVar("_A", Application, Consent)


def _withdrawn(act: _A, begins: datetime, at: datetime) -> _A:
    """The act as if it were withdrawn now, unless it was withdrawn before or is yet to come."""
    return attrs.evolve(act, withdrawn=at) if begins <= at < (act.withdrawn or LAST) else act


def _is_for(viewer: Viewer, sent: Application) -> bool:
    """Whether an application was sent to the viewer's company or group, or at a talk of their school."""
    if isinstance(viewer, School):
        return sent.talk is not None and sent.talk.school == viewer.id
    company = company_of(viewer)
    if company is None or company.id is None:
        return False
    return sent.company == company.id or (sent.group is not None and sent.group == company.group)


_SWITCHES: tuple[Setting, ...] = ("resume_permission", "chat_permission", "personalised_recommendation")


def _single_changes(
    viewer: Viewer, settings: Settings, at: datetime
) -> Iterator[tuple[Setting, NewValue, Settings]]:
    """A setting, its new value, and all settings with it."""
    for visibility in Visibility:
        yield "visibility", visibility, unchecked(settings, visibility=visibility)
    for display in NameDisplay:
        yield "name_display", display, unchecked(settings, name_display=display)
    for nickname in NameDisplay:
        yield "nickname", nickname, unchecked(settings, nickname=nickname)
    for is_on in (True, False):
        for name in _SWITCHES:
            switch: dict[str, Any] = {name: is_on}
            yield name, is_on, unchecked(settings, **switch)
    company = company_of(viewer)
    # Full settings have no room for another block: the candidate cannot set it either.
    if company is not None and company.id is not None and len(settings.blocks) < MOST_ACTS:
        block = CompanyBlock(company=company.id, at=at)
        yield "blocks", BlockChange.BLOCKED, unchecked(settings, blocks=(*settings.blocks, block))
    yield "blocks", BlockChange.NONE, unchecked(settings, blocks=())
