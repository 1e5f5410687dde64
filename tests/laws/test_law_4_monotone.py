"""LAW-4: to tighten a setting never reveals more."""

from datetime import datetime
from typing import Any

import attrs
import pytest
from hypothesis import given

from leaks import assert_caught
from people import AT, DAY, OPEN, applied, delivered, form, recruiter, resume
from resume_visibility import (
    CampusForm,
    NameDisplay,
    Part,
    Resume,
    ResumeView,
    Settings,
    Viewer,
    Visibility,
    view_for,
)
from resume_visibility.model import Account, Consent, Conversation, Delivery, OnlineTalk
from resume_visibility.testing import Case, cases, check_monotone, form_cases, tightened
from shows import show


@given(cases())
def test_monotone(case: Case[Resume]) -> None:
    """LAW-4: a block, a permission off, the honorific on, an application less, a stricter mode: nothing is added."""
    check_monotone(show, case)


@given(cases())
def test_tightening_changes_the_resume(case: Case[Resume]) -> None:
    """LAW-4 is held on more than one thing: most tightenings are another resume."""
    tighter = list(tightened(case.document, case.viewer, case.at))
    same_state = [attrs.evolve(one, revision=case.document.revision) for one in tighter]
    assert len([one for one in same_state if one != case.document]) >= 2


def test_every_setting_has_a_step() -> None:
    """LAW-4 is held on every setting that decides: each is tightened on its own. Notices decide nothing."""
    open_settings = attrs.evolve(OPEN, personalised_recommendation=True, nickname=NameDisplay.REAL)
    names = [field.name for field in attrs.fields(Settings)]
    changed = {
        name
        for tighter in tightened(resume(settings=open_settings), recruiter, AT)
        for name in names
        if getattr(tighter.settings, name) != getattr(open_settings, name)
    }
    assert changed == {*names} - {"notices"}


def steps_of(document: Resume | CampusForm) -> list[dict[str, object]]:
    """What each step changes beside the settings."""
    besides = {"settings", "revision"}
    names = [field.name for field in attrs.fields(type(document)) if field.eq and field.name not in besides]
    steps = [
        {name: getattr(tighter, name) for name in names if getattr(tighter, name) != getattr(document, name)}
        for tighter in tightened(document, recruiter, AT)
    ]
    return [step for step in steps if step]


def test_every_act_on_a_resume_has_a_step() -> None:
    """LAW-4 is held on whatever may be taken back: each application and consent, the conversations, the community, the account."""
    one, other = (
        Consent(
            recipient=id_,
            recipient_name="示例合作伙伴",
            recipient_contact="privacy@example.com",
            purpose="p",
            method="接口",
            parts=frozenset({Part.WORK}),
            begins=AT - DAY,
            ends=AT + DAY,
        )
        for id_ in ("one", "other")
    )
    document = resume(
        applications=(applied, delivered),
        consents=(one, other),
        conversations=(Conversation(company="acme", since=AT - DAY),),
    )
    assert steps_of(document) == [
        {"account": Account.CLOSED},
        {"deleted": True},
        {"community": None},
        {"applications": (delivered,)},
        {"applications": (applied,)},
        {"consents": (other,)},
        {"consents": (one,)},
        {"conversations": ()},
    ]


def test_every_act_on_a_form_has_a_step() -> None:
    """LAW-4 is held on forms as well: on the handing in, its withdrawal, the talk, and what the school requires."""
    talk = OnlineTalk(
        school="school", delivery=Delivery(at=AT - DAY, position="工程师"), school_requires=True
    )
    document = form(talk=talk)
    assert steps_of(document) == [
        {"account": Account.CLOSED},
        {"deleted": True},
        {"talk": None},
        {"handed_in": None, "talk": None},
        {"withdrawn": document.handed_in},
        {"talk": attrs.evolve(talk, school_requires=False)},
    ]


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (Visibility.PUBLIC, {Visibility.CHAT_ONLY, Visibility.HEADHUNTERS, Visibility.PRIVATE}),
        (Visibility.CHAT_ONLY, {Visibility.PRIVATE}),
        (Visibility.HEADHUNTERS, {Visibility.PRIVATE}),
        (Visibility.PRIVATE, set()),
    ],
)
def test_every_stricter_mode_is_tried(mode: Visibility, expected: set[Visibility]) -> None:
    """LAW-4: modes tighten 公开 → 仅在线沟通 → 不公开 and 公开 → 对无忧猎头 → 不公开, one step at a time or two at once."""
    document = resume(settings=attrs.evolve(OPEN, visibility=mode))
    modes = {tighter.settings.visibility for tighter in tightened(document, recruiter, AT)}
    assert modes - {mode} == expected


def test_a_block_that_opens_is_caught() -> None:
    """LAW-4 can fail: code that reads a block as an invitation gets caught."""

    def leaky(viewer: Viewer, resume: Resume, at: datetime) -> ResumeView | None:
        if resume.settings.blocks:
            settings = attrs.evolve(resume.settings, blocks=(), visibility=Visibility.PUBLIC)
            return view_for(viewer, attrs.evolve(resume, settings=settings), at=at)
        return view_for(viewer, resume, at=at)

    assert_caught(check_monotone, leaky, "a tightening")


def test_an_honorific_that_opens_a_channel_is_caught() -> None:
    """LAW-4 can fail: code that shows more of those who hide their name gets caught."""

    def leaky(viewer: Viewer, resume: Resume, at: datetime) -> ResumeView | None:
        settings = resume.settings
        if settings.name_display is NameDisplay.HONORIFIC:
            settings = attrs.evolve(settings, visibility=Visibility.PUBLIC)
        return view_for(viewer, attrs.evolve(resume, settings=settings), at=at)

    assert_caught(check_monotone, leaky, "a tightening")


@pytest.mark.parametrize(
    ("strategy", "changed"),
    [
        *((strategy, changed) for strategy in (cases, form_cases) for changed in ("blocks", "name_display")),
        (cases, "personalised_recommendation"),
    ],
)
def test_a_tightening_that_is_not_in_force_is_caught(strategy: Any, changed: str) -> None:
    """LAW-4 can fail: code that goes on with the settings that it knew, whatever of them was changed, gets caught."""
    known: dict[object, Any] = {}
    default: Any = {changed: getattr(Settings(), changed)}

    def leaky(viewer: Viewer, document: Any, at: datetime) -> object:
        rest = attrs.evolve(document.settings, **default)
        first = known.setdefault(attrs.evolve(document, settings=rest, revision="0"), document.settings)
        settings = attrs.evolve(document.settings, **{changed: getattr(first, changed)})
        return view_for(viewer, attrs.evolve(document, settings=settings), at=at)

    assert_caught(check_monotone, leaky, "a tightening is not in force", strategy())
