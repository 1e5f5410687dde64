"""The matrix says what `view_for` does, cell by cell, and fits a terminal."""

from datetime import timedelta
from itertools import product
from typing import Any

import attrs
import pytest

from people import (
    AT,
    DAY,
    applied,
    delivered,
    headhunter,
    line,
    mailbox,
    owner,
    recruiter,
    resume,
    visitor,
    with_settings,
)
from resume_visibility import (
    Action,
    Channel,
    CommunityMember,
    CompanyBlock,
    Consent,
    Conversation,
    NameDisplay,
    Part,
    Recipient,
    Recommender,
    Resume,
    Viewer,
    Visibility,
    view_for,
)
from resume_visibility.policy.facts import VIEWER_FACTS
from resume_visibility.policy.matrix import ROWS, matrix

WHOLE = resume(virtual_numbers=(line("one"),))
BARE = attrs.evolve(applied, attachments=frozenset())
GLOBEX = attrs.evolve(applied, company="globex")
GLOBEX_BARE = attrs.evolve(GLOBEX, attachments=frozenset())
TALK = tuple(Conversation(company=company, since=AT - DAY) for company in ("acme", "globex"))
BLOCKS = tuple(CompanyBlock(company=company, at=AT) for company in ("acme", "globex"))
CONSENT = Consent(
    recipient="course",
    recipient_name="某某教育",
    recipient_contact="客服",
    purpose="course",
    method="电话",
    parts=frozenset(Part),
    begins=AT - DAY,
    ends=AT + DAY,
)
course = Recipient(id="course", purpose="course")


def having(**changes: Any) -> Resume:
    """The resume of the matrix, with this in addition."""
    return attrs.evolve(WHOLE, **changes)


blocked = having(settings=attrs.evolve(WHOLE.settings, blocks=BLOCKS), conversations=TALK)
CASES: list[tuple[str, Viewer, Resume]] = [
    ("owner", owner, WHOLE),
    ("recruiter", recruiter, WHOLE),
    ("  applied to", recruiter, having(applications=(BARE,))),
    ("  + attachments", recruiter, having(applications=(applied,))),
    ("  conversing", recruiter, having(conversations=TALK)),
    ("  blocked", recruiter, blocked),
    ("  not verified", attrs.evolve(recruiter, verified=frozenset()), WHOLE),
    ("headhunter", headhunter, WHOLE),
    ("  applied to", headhunter, having(applications=(GLOBEX_BARE,))),
    ("  + attachments", headhunter, having(applications=(GLOBEX,))),
    ("  conversing", headhunter, having(conversations=TALK)),
    ("  blocked", headhunter, blocked),
    ("  not signed in", attrs.evolve(headhunter, signed_in=False), WHOLE),
    ("mailbox", mailbox, having(applications=(delivered,))),
    ("  blocked", mailbox, attrs.evolve(blocked, applications=(delivered,))),
    ("community", CommunityMember(id="m", signed_in=True), with_settings(WHOLE, nickname=NameDisplay.REAL)),
    ("recommender", Recommender(), WHOLE),
    ("  impersonal", Recommender(), with_settings(WHOLE, personalised_recommendation=False)),
    ("recipient", course, having(consents=(CONSENT,))),
    ("  no consent", course, WHOLE),
    ("visitor", visitor, WHOLE),
]

LINES = matrix().splitlines()
ROWS_TOLD = LINES[1 : 1 + len(ROWS)]


def test_every_row_has_a_case() -> None:
    """Each row of the matrix is held against a concrete viewer and resume below."""
    assert [label for label, _, _ in CASES] == [label for label, _ in ROWS]
    assert len(LINES[1 : LINES.index("")]) == len(CASES)


def test_every_row_is_a_case_of_the_policy() -> None:
    """What a viewer of the matrix brings is one of the halves that a viewer can bring."""
    assert [label for label, viewer in ROWS if viewer not in VIEWER_FACTS] == []


def cell(row: int, column: int) -> str:
    """A cell as it is printed."""
    return ROWS_TOLD[row][16 + 16 * column : 32 + 16 * column].strip()


@pytest.mark.parametrize(("row", "column"), [*product(range(len(CASES)), range(len(Visibility)))])
def test_every_cell_is_what_is_shown(row: int, column: int) -> None:
    """A cell tells the actions, channels, files and number of parts of the view, or that there is none."""
    label, viewer, whole = CASES[row]
    assert ROWS_TOLD[row].startswith(label)
    there = with_settings(whole, visibility=list(Visibility)[column])
    view = None
    for action in (Action.VIEW, Action.CHAT):
        view = view or view_for(attrs.evolve(viewer, action=action), there, at=AT)
    if view is None:
        assert cell(row, column) == "-"
        return
    shown = frozenset(Part) - view.withheld
    letters = "".join(
        letter if action in view.actions else "."
        for action, letter in (
            (Action.RECOMMEND, "R"),
            (Action.SEARCH, "S"),
            (Action.VIEW, "V"),
            (Action.EXPORT, "X"),
            (Action.CHAT, "C"),
        )
    )
    reached = "".join(
        letter if there_is else "."
        for letter, there_is in (
            ("c", Channel.CHAT in view.contact.channels),
            ("e", Channel.EMAIL in view.contact.channels),
            ("n", Channel.VIRTUAL_NUMBER in view.contact.channels),
            ("m", Channel.MOBILE in view.contact.channels),
            ("a", Part.ATTACHMENTS in shown),
            ("f", Part.VIDEO in shown),
        )
    )
    told_letters, told_reached, told_parts = cell(row, column).split()
    assert (told_letters, told_reached) == (letters, reached)
    assert int(told_parts) == len(shown)


@pytest.mark.parametrize(("row", "column"), [*product(range(len(CASES)), range(len(Visibility)))])
def test_every_action_of_a_cell_can_be_taken(row: int, column: int) -> None:
    """An action is in a cell exactly where asking for it gives a view, if the cell is not empty."""
    _, viewer, whole = CASES[row]
    there = with_settings(whole, visibility=list(Visibility)[column])
    told = "" if cell(row, column) == "-" else cell(row, column).split()[0]
    for action, letter in zip(
        (Action.RECOMMEND, Action.SEARCH, Action.VIEW, Action.EXPORT, Action.CHAT), "RSVXC", strict=True
    ):
        view = view_for(attrs.evolve(viewer, action=action), there, at=AT + timedelta(minutes=1))
        assert (view is not None) is (letter in told)


def test_the_matrix_fits_a_terminal() -> None:
    """No line is wider than 80 columns, or ends in spaces."""
    assert max(map(len, LINES)) <= 80
    assert all(line == line.rstrip() for line in LINES)


def test_the_columns_are_the_modes() -> None:
    """The head of the table names the four modes, each above its column."""
    assert LINES[0].split() == [visibility.value for visibility in Visibility]
    for column, visibility in enumerate(Visibility):
        assert LINES[0][16 + 16 * column :].startswith(visibility.value)


def test_every_letter_is_explained() -> None:
    """The legend tells every letter that a cell may hold."""
    legend = " ".join(LINES[LINES.index("") :])
    for letter in "RSVXCcenmaf-":
        assert f" {letter} " in f" {legend} "
