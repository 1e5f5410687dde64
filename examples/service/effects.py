"""What new settings would do, in words: who would see more, and who less. What changes, the library says."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import assert_never

import attrs

from resume_visibility import (
    Action,
    Channel,
    Company,
    Difference,
    Headhunter,
    Mailbox,
    Part,
    Recipient,
    Recruiter,
    School,
    StandsFor,
    Viewer,
)

from .demo import directory
from .words import Words


@attrs.frozen(kw_only=True)
class Effect:
    """What changes in the same way for some viewers.

    Args:
        who: they are.
        shown: whether the resume is shown to them: before, and after.
        gained: what they would have in addition.
        lost: what they would no longer have.
    """

    who: tuple[str, ...]
    shown: tuple[bool, bool]
    gained: tuple[str, ...]
    lost: tuple[str, ...]


def effects(found: Iterable[Difference], t: Words) -> list[Effect]:
    """The differences, those that are alike together; those who see more first.

    Args:
        found: by `difference`.
        t: the words.
    """
    alike: defaultdict[tuple[tuple[bool, bool], tuple[str, ...], tuple[str, ...]], dict[str, None]]
    alike = defaultdict(dict)
    for one in found:
        gained = (*_items(one.gained, t), *_files(one.files_gained, t))
        lost = (*_items(one.lost, t), *_files(one.files_lost, t))
        alike[(one.shown_before, one.shown_after), gained, lost][_who(one, t)] = None
    made = [
        Effect(who=tuple(who), shown=shown, gained=gained, lost=lost)
        for (shown, gained, lost), who in alike.items()
    ]
    return sorted(made, key=lambda one: (not one.gained, len(one.who)))


def _items(items: Collection[Part | Channel | Action], t: Words) -> list[str]:
    named = {Part: "part", Channel: "reach by", Action: "may"}
    return [t(key) for key in sorted(f"{named[type(one)]}.{one.value}" for one in items)]


def _files(ids: Collection[str], t: Words) -> list[str]:
    return [t("attachments of a number", number=len(ids))] if ids else []


def _called(company: Company, stands_for: StandsFor, t: Words) -> str:
    known = directory().get(company.id or "")
    match stands_for:
        case StandsFor.ITSELF:
            return t("company of id", id=company.id) if known is None else known.name
        case StandsFor.OTHERS:
            return t("any other company")
        case StandsFor.KEYWORD:
            return t("a company called", word=company.name)
        case StandsFor.GROUP:
            return t("a company of the group", group=company.group)
        case StandsFor.UNIDENTIFIED:
            return t("a company not identified")
        case _:
            assert_never(stands_for)


def _who(found: Difference, t: Words) -> str:
    match found.viewer:
        case Recruiter(company=company):
            return t("recruiter of", company=_called(company, found.stands_for, t))
        case Headhunter(clients=(Company() as client, *_)):
            return t("headhunter for", company=_called(client, found.stands_for, t))
        case Headhunter(agency=agency, clients=clients):
            key = "headhunter of unknown clients" if clients is None else "headhunter of"
            return t(key, company=_called(agency, found.stands_for, t))
        case Mailbox(company=company):
            return t("mailbox of", company=_called(company, found.stands_for, t))
        case _:
            return kind_of(found.viewer, t)


def kind_of(viewer: Viewer, t: Words) -> str:
    """A viewer as the pages call them.

    Args:
        viewer: of any kind.
        t: the words.
    """
    match viewer:
        case Recruiter(company=company):
            return t("recruiter of", company=company.name)
        case Headhunter(agency=company):
            return t("headhunter of", company=company.name)
        case Mailbox(company=company):
            return t("mailbox of", company=company.name)
        case Recipient(id=recipient) | School(id=recipient):
            return t("recipient", name=recipient)
        case _:
            return t(f"viewer.{type(viewer).__name__}")
