"""A difference misses nobody: it is held to a search through every viewer that there could be."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import product

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import people
from resume_visibility import (
    FULLY_VERIFIED,
    POLICY_2023_04,
    Action,
    Company,
    CompanyBlock,
    Difference,
    Headhunter,
    KeywordBlock,
    Mailbox,
    NameDisplay,
    Part,
    Policy,
    Recruiter,
    Resume,
    Settings,
    Viewer,
    Visibility,
    difference,
)
from resume_visibility.model import Application
from resume_visibility.policy import Readings
from resume_visibility.policy.decisions import items_of
from resume_visibility.policy.situation import company_of
from resume_visibility.policy.table import case_of
from resume_visibility.testing import resumes
from resume_visibility.testing.acts import settings as all_settings
from resume_visibility.testing.cast import NOW

LOOSE = Policy(
    "loose",
    readings=Readings(
        client_blocks_headhunter=False,
        unidentified_company_is_blocked=False,
        application_stays_with_company=False,
        future_block_holds=False,
        block_holds_at_same_instant=False,
    ),
)


def companies_of(resume: Resume, new: Settings) -> list[Company]:
    """Every company that the two settings may treat differently, and one that they treat alike."""
    blocks = (*resume.settings.blocks, *new.blocks)
    acts = [getattr(act, "company", None) for act in (*blocks, *resume.applications, *resume.conversations)]
    ids = dict.fromkeys([*acts, "nobody-else"])
    groups = dict.fromkeys([None, *(act.group for act in (*blocks, *resume.applications))])
    keywords = list(dict.fromkeys(b.keyword for b in blocks if isinstance(b, KeywordBlock)))
    names = ["㐀", *keywords, "".join(keywords)] if keywords else ["㐀"]
    return [Company(id=id_, name=name, group=group) for id_, name, group in product(ids, names, groups)]


def viewers_of(resume: Resume, new: Settings) -> Iterator[Viewer]:
    """Recruiters and mailboxes of every company, and headhunters of every agency and client."""
    every = companies_of(resume, new)
    for company in every:
        yield Recruiter(id="r", company=company, signed_in=True, verified=FULLY_VERIFIED)
        for application in resume.applications:
            if application.mailbox is not None:
                yield Mailbox(company=company, address=application.mailbox)
        for clients in (None, (), *((client,) for client in every[::3])):
            yield Headhunter(id="h", agency=company, clients=clients, signed_in=True, verified=FULLY_VERIFIED)


def everything_given(viewer: Viewer, resume: Resume, at: datetime, policy: Policy) -> tuple[object, ...]:
    cases = [case_of(attrs.evolve(viewer, action=action), resume, at, policy) for action in Action]
    items = frozenset(item for case in cases for item in items_of(case.decision))
    return items, frozenset(file for case in cases for file in case.attachments)


def key_of_viewer(viewer: Viewer, resume: Resume, new: Settings) -> tuple[object, ...]:
    """The kind of viewer, and the company whose acts count: by its id, where anything names it."""
    company = company_of(viewer)
    acts = (*resume.settings.blocks, *new.blocks, *resume.applications, *resume.conversations)
    named = {getattr(act, "company", None) for act in acts}
    return type(viewer), company.id if company is not None and company.id in named else None


def key_of_effect(resume: Resume, new: Settings, found: Difference) -> tuple[object, ...]:
    return (
        *key_of_viewer(found.viewer, resume, new),
        found.gained,
        found.lost,
        found.files_gained,
        found.files_lost,
    )


@settings(max_examples=40)
@given(resume=resumes(), new=all_settings(), policy=st.sampled_from([POLICY_2023_04, POLICY_2023_04, LOOSE]))
def test_no_viewer_is_missed(resume: Resume, new: Settings, policy: Policy) -> None:
    """What changes for any company, mailbox or headhunter, whoever their clients, is among the differences."""
    found = {key_of_effect(resume, new, one) for one in difference(resume, new, at=NOW, policy=policy)}
    changed = attrs.evolve(resume, settings=new)
    for viewer in viewers_of(resume, new):
        before, files_before = everything_given(viewer, resume, NOW, policy)
        after, files_after = everything_given(viewer, changed, NOW, policy)
        if (before, files_before) != (after, files_after):
            gained, lost = after - before, before - after  # type: ignore[operator]  # both are sets
            files = files_after - files_before, files_before - files_after  # type: ignore[operator]  # likewise
            assert (*key_of_viewer(viewer, resume, new), gained, lost, *files) in found


@settings(max_examples=40)
@given(resume=resumes(), new=all_settings())
def test_each_difference_is_true(resume: Resume, new: Settings) -> None:
    """Each viewer of a difference really gains and loses what it says."""
    changed = attrs.evolve(resume, settings=new)
    for one in difference(resume, new, at=NOW):
        before, files_before = everything_given(one.viewer, resume, NOW, POLICY_2023_04)
        after, files_after = everything_given(one.viewer, changed, NOW, POLICY_2023_04)
        assert (one.gained, one.lost) == (after - before, before - after)  # type: ignore[operator]  # both are sets
        assert one.files_gained == files_after - files_before  # type: ignore[operator]  # likewise
        assert one.files_lost == files_before - files_after  # type: ignore[operator]  # likewise


def test_a_company_that_left_its_group_is_not_missed() -> None:
    """The block of the group meets it no more, so it loses the name, which those who are still in the group have not seen."""
    block = CompanyBlock(company="acme", at=NOW, group="acme-group")
    after = Settings(visibility=Visibility.PUBLIC, resume_permission=True, name_display=NameDisplay.HONORIFIC)
    before = attrs.evolve(after, name_display=NameDisplay.REAL, blocks=(block,))
    sent = Application(company="cloud", at=NOW - timedelta(days=3), group="acme-group")
    resume = people.resume(settings=before, applications=(sent,))
    lost = {
        one.viewer.company.group: one.lost
        for one in difference(resume, after, at=NOW)
        if isinstance(one.viewer, Recruiter) and one.viewer.company.id == "cloud"
    }
    assert lost == {"acme-group": frozenset(), None: {Part.NAME}}


def test_a_client_that_a_block_meets_closes_an_agency_that_was_applied_to() -> None:
    """The headhunters of an agency lose everything when one of their clients is blocked, and the difference says so."""
    blocked = CompanyBlock(company="old", at=NOW)
    before = Settings(visibility=Visibility.PUBLIC, resume_permission=True, blocks=(blocked,))
    after = attrs.evolve(before, blocks=(blocked, CompanyBlock(company="client", at=NOW)))
    applied = Application(company="agency", at=NOW - timedelta(1))
    resume = people.resume(settings=before, applications=(applied,))
    lost = [
        one
        for one in difference(resume, after, at=NOW)
        if isinstance(one.viewer, Headhunter) and one.viewer.agency.id == "agency"
    ]
    assert [(one.shown_before, one.shown_after, bool(one.files_lost)) for one in lost] == [
        (True, False, False)
    ]
    assert Part.VIRTUAL_NUMBER in lost[0].lost
