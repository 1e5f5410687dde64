"""Every single step by which a candidate, or their platform, shows less."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, assert_never

import attrs

from ..model.arguments import expect
from ..model.campus import CampusForm
from ..model.resume import Resume
from ..model.settings import TIGHTER, Account, CompanyBlock, NameDisplay, Settings
from ..model.viewers import Viewer, expect_viewer
from ..policy.situation import company_of
from .states import D, as_own_state


def tightened(document: D, viewer: Viewer, at: datetime) -> Iterator[D]:
    """The resume or form after each single step towards more privacy, each under a revision of its own.

    Args:
        document: the resume or form before the step.
        viewer: a viewer whose company is blocked in one of the steps.
        at: the instant of the block.
    """
    expect("document", document, Resume, CampusForm)
    expect_viewer(viewer)
    expect("at", at, datetime)
    return map(as_own_state, _tightened(document, viewer, at))


def _tightened(document: D, viewer: Viewer, at: datetime) -> Iterator[D]:
    for settings in _tightened_settings(document.settings, viewer, at):
        yield attrs.evolve(document, settings=settings)
    yield attrs.evolve(document, account=Account.CLOSED)
    yield attrs.evolve(document, deleted=True)
    for acts in _act_withdrawals(document):
        yield attrs.evolve(document, **acts)


def _tightened_settings(settings: Settings, viewer: Viewer, at: datetime) -> Iterator[Settings]:
    changes: list[dict[str, Any]] = [
        *({"visibility": tighter} for tighter in TIGHTER[settings.visibility]),
        {"name_display": NameDisplay.HONORIFIC},
        {"resume_permission": False},
        {"chat_permission": False},
        {"personalised_recommendation": False},
        {"nickname": NameDisplay.HONORIFIC},
    ]
    company = company_of(viewer)
    if company is not None and company.id is not None:
        changes.append({"blocks": (*settings.blocks, CompanyBlock(company=company.id, at=at))})
    for change in changes:
        yield attrs.evolve(settings, **change)


def _act_withdrawals(document: Resume | CampusForm) -> Iterator[dict[str, Any]]:
    """The acts that the candidate may take back, as changed fields of the document."""
    match document:
        case Resume():
            yield {"community": None}
            for name in ("applications", "consents"):
                acts = getattr(document, name)
                yield from ({name: acts[:i] + acts[i + 1 :]} for i in range(len(acts)))
            yield {"conversations": ()}
        case CampusForm():
            yield {"talk": None}
            yield {"handed_in": None, "talk": None, "withdrawn": None}
            if document.handed_in is not None:
                yield {"withdrawn": document.handed_in}
            if document.talk is not None:
                yield {"talk": attrs.evolve(document.talk, school_requires=False)}
        case _:
            assert_never(document)
