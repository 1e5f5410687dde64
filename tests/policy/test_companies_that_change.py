"""What a platform does when companies change keeps the promise: the steps are those of the how-to, whose own functions are run here."""

import doctest
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import people
from pace import examples
from people import AT, BOX, DAY
from resume_visibility import (
    FULLY_VERIFIED,
    Action,
    Company,
    CompanyBlock,
    Headhunter,
    KeywordBlock,
    Mailbox,
    Recruiter,
    Resume,
    Visibility,
    is_shown,
    view_for,
)
from resume_visibility.lists import condition_for, holds, stored
from resume_visibility.model import Application, Conversation

PAGE = Path(__file__).parents[2] / "docs/how-to/companies-that-change.md"
ANEW = "anew"
"""An id that nobody had before."""

Step: TypeAlias = Callable[[Resume, str, str], Resume]
Acting: TypeAlias = Recruiter | Headhunter | Mailbox

GROUPS = [None, "holding"]
NAMES = {"acme": "艾可美科技有限公司", "globex": "环球实业有限公司"}
FILES = people.resume().attachments

ids = st.sampled_from([*NAMES])
days = st.integers(-3, 1).map(lambda number: AT + number * DAY)
groups = st.sampled_from(GROUPS)
blocks = st.one_of(
    st.builds(CompanyBlock, company=ids, at=days, group=groups),
    st.builds(KeywordBlock, keyword=st.sampled_from(["艾可美", "环球"]), at=days, group=groups),
)
applications = st.builds(
    Application,
    company=ids,
    at=days,
    group=groups,
    mailbox=st.sampled_from([None, BOX]),
    attachments=st.sampled_from([frozenset(), frozenset({"file-1"})]),
)
companies = st.builds(lambda id_, group: Company(id=id_, name=NAMES[id_], group=group), ids, groups)
lines = st.lists(st.sampled_from([None, *NAMES]), unique=True).map(
    lambda some: tuple(people.line(f"vn-{one}", one) for one in some)
)
verified = {
    "signed_in": st.just(True),
    "verified": st.just(FULLY_VERIFIED),
    "action": st.sampled_from([Action.SEARCH, Action.VIEW, Action.CHAT]),
}
viewers: st.SearchStrategy[Acting] = st.one_of(
    st.builds(Recruiter, id=st.just("u-1"), company=companies, **verified),
    st.builds(
        Headhunter,
        id=st.just("h-1"),
        agency=companies,
        clients=st.lists(companies, max_size=2).map(tuple),
        **verified,
    ),
    st.builds(Mailbox, company=companies, address=st.just(BOX)),
)


@st.composite
def resumes(draw: st.DrawFn) -> Resume:
    """A resume with some blocks, applications, conversations and numbers, all of a few companies."""
    chats = st.builds(Conversation, company=ids, since=days)
    whole = people.resume(
        attachments=FILES,
        applications=tuple(draw(st.lists(applications, min_size=1, max_size=2))),
        conversations=tuple(draw(st.lists(chats, min_size=1, max_size=2))),
        virtual_numbers=draw(lines),
    )
    mode = draw(st.sampled_from([Visibility.PUBLIC, Visibility.PRIVATE]))
    return people.with_settings(whole, blocks=tuple(draw(st.lists(blocks, max_size=2))), visibility=mode)


@cache
def steps() -> dict[str, Any]:
    """The functions that the page defines, by their names."""
    names: dict[str, Any] = {}
    for example in doctest.DocTestParser().get_examples(PAGE.read_text(encoding="utf-8")):
        if example.source.startswith(("from ", "import ", "def ")):
            exec(example.source, names)  # which the page says that its reader runs
    return names


def step(name: str) -> Step:
    """One of these functions, given a resume, and the id or group that is gone and the one that stays."""
    found: Step = steps()[name]
    return found


def changed(viewer: Acting, change: Callable[[Company], Company]) -> Acting:
    """The viewer, as the platform states them after companies changed."""
    match viewer:
        case Headhunter(agency=agency, clients=clients):
            return attrs.evolve(viewer, agency=change(agency), clients=tuple(map(change, clients or ())))
        case _:
            return attrs.evolve(viewer, company=change(viewer.company))


def shown(viewer: Acting, resume: Resume) -> bool:
    """Whether the viewer is shown the resume; a list of the rows agrees (LAW-8)."""
    found = is_shown(viewer, resume, at=AT)
    assert holds(condition_for(viewer, at=AT), stored(resume)) is found
    return found


@given(resumes(), viewers, ids)
def test_BLOCK_2_a_new_name_opens_nothing_while_the_former_is_an_alias(
    resume: Resume, viewer: Acting, id_: str
) -> None:
    """Whoever is shown a resume under the new name of a company was shown it under the former one."""

    def rename(one: Company) -> Company:
        return attrs.evolve(one, name="全新名称有限公司", aliases=(one.name,)) if one.id == id_ else one

    assert shown(changed(viewer, rename), resume) is shown(viewer, resume)


@given(resumes(), viewers, ids)
def test_BLOCK_1_another_id_of_the_same_company_changes_no_answer(
    resume: Resume, viewer: Acting, id_: str
) -> None:
    """Once an id is replaced, the company with the new id gets the very views that it got before."""
    after = changed(viewer, lambda one: attrs.evolve(one, id=ANEW) if one.id == id_ else one)
    replaced = step("with_id")(resume, id_, ANEW)
    assert view_for(after, replaced, at=AT) == view_for(viewer, resume, at=AT)
    shown(after, replaced)


@given(resumes(), viewers, ids)
def test_BLOCK_1_a_successor_is_blocked_where_the_former_company_was(
    resume: Resume, viewer: Acting, id_: str
) -> None:
    """Nobody is shown more once the blocks are written, and whoever acts under the new id nothing that was blocked for the old one."""
    written = step("with_blocks_of")(resume, id_, ANEW)
    assert shown(viewer, resume) or not shown(viewer, written)
    after = changed(viewer, lambda one: attrs.evolve(one, id=ANEW) if one.id == id_ else one)
    assert shown(after, resume) or not shown(after, written)
    blocked = any(isinstance(one, CompanyBlock) and one.company == id_ for one in resume.settings.blocks)
    assert not (blocked and after != viewer and shown(after, written))


@given(resumes(), viewers)
def test_BLOCK_2_a_group_with_another_id_stays_blocked(resume: Resume, viewer: Acting) -> None:
    """Whoever is of a group that became another sees what they saw before, and nobody sees more."""
    written = step("with_blocks_of_group")(resume, "holding", ANEW)
    assert shown(viewer, written) is shown(viewer, resume)
    after = changed(viewer, lambda one: attrs.evolve(one, group=ANEW) if one.group == "holding" else one)
    assert shown(after, written) is shown(viewer, resume)


@settings(max_examples=examples(200))
@given(resumes(), viewers, ids)
def test_BLOCK_2_a_company_that_leaves_its_group_stays_blocked(
    resume: Resume, viewer: Acting, id_: str
) -> None:
    """A company that was blocked with its group sees no more after it left, and nobody else does."""
    written = step("with_blocks_of_member")(resume, "holding", id_)
    assert shown(viewer, resume) or not shown(viewer, written)
    left = changed(
        viewer, lambda one: attrs.evolve(one, group=None) if (one.id, one.group) == (id_, "holding") else one
    )
    assert shown(viewer, resume) or not shown(left, written)
