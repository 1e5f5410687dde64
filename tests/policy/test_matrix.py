"""The matrix says what `view_for` does, cell by cell, of resumes and of forms, and fits a terminal."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import attrs
import pytest

from people import (
    AT,
    DAY,
    applied,
    delivered,
    form,
    headhunter,
    line,
    mailbox,
    owner,
    recruiter,
    resume,
    stranger,
    visitor,
    with_settings,
)
from resume_visibility import (
    POLICY_2023_04,
    Action,
    CampusForm,
    Channel,
    CommunityMember,
    CompanyBlock,
    NameDisplay,
    Part,
    Recipient,
    Recommender,
    Resume,
    ResumeView,
    School,
    SupportAgent,
    SupportCase,
    Viewer,
    Visibility,
    view_for,
)
from resume_visibility.model import Consent, Conversation, Delivery, Document, OnlineTalk
from resume_visibility.model.language import Language
from resume_visibility.model.parts import PARTS_OF
from resume_visibility.policy import Grant, ViewerKind
from resume_visibility.policy.facts import VIEWER_FACTS, Concern, Sharing, Standing
from resume_visibility.policy.matrix import _ACTION_LETTERS, _ITEM_LETTERS, FORM_ROWS, ROWS, Row, matrix
from resume_visibility.policy.words import WORDS

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


def whole_with(**changes: Any) -> Resume:
    """The resume of the matrix, with this in addition."""
    return attrs.evolve(WHOLE, **changes)


TALK_AT_SCHOOL = OnlineTalk(
    school="s-1", school_requires=True, delivery=Delivery(at=AT - DAY, position="工程师")
)
school = School(id="s-1", signed_in=True, verified=True)


def agent_with_case(complainant: str, *complained_of: str) -> SupportAgent:
    """Who handles the case of one candidate about others."""
    case = SupportCase(
        id="case-1", opened=AT - DAY, complainant=complainant, complained_of=frozenset(complained_of)
    )
    return SupportAgent(id="a-1", signed_in=True, case=case)


blocked = whole_with(settings=attrs.evolve(WHOLE.settings, blocks=BLOCKS), conversations=TALK)
CASES: list[tuple[str, Viewer, Resume]] = [
    ("owner", owner, WHOLE),
    ("recruiter", recruiter, WHOLE),
    ("  applied to", recruiter, whole_with(applications=(BARE,))),
    ("  + attachments", recruiter, whole_with(applications=(applied,))),
    ("  conversing", recruiter, whole_with(conversations=TALK)),
    ("  blocked", recruiter, blocked),
    ("  not verified", attrs.evolve(recruiter, verified=frozenset()), WHOLE),
    ("headhunter", headhunter, WHOLE),
    ("  applied to", headhunter, whole_with(applications=(GLOBEX_BARE,))),
    ("  + attachments", headhunter, whole_with(applications=(GLOBEX,))),
    ("  conversing", headhunter, whole_with(conversations=TALK)),
    ("  blocked", headhunter, blocked),
    ("  not qualified", attrs.evolve(headhunter, signed_in=False), WHOLE),
    ("mailbox", mailbox, whole_with(applications=(delivered,))),
    ("  blocked", mailbox, attrs.evolve(blocked, applications=(delivered,))),
    ("community", CommunityMember(id="m", signed_in=True), with_settings(WHOLE, nickname=NameDisplay.REAL)),
    ("recommender", Recommender(), WHOLE),
    ("  switched off", Recommender(), with_settings(WHOLE, personalised_recommendation=False)),
    ("recipient", course, whole_with(consents=(CONSENT,))),
    ("  no consent", course, WHOLE),
    ("school", school, whole_with(applications=(attrs.evolve(BARE, talk=TALK_AT_SCHOOL),))),
    ("  no talk", school, WHOLE),
    ("support", agent_with_case("c-1"), WHOLE),
    ("  complained of", agent_with_case("c-2", "c-1"), WHOLE),
    ("  no case", SupportAgent(id="a-1", signed_in=True), WHOLE),
    ("visitor", visitor, WHOLE),
]

handed_in = form(talk=TALK_AT_SCHOOL)
blocking = form(settings=attrs.evolve(form().settings, blocks=BLOCKS[:1]))
FORM_CASES: list[tuple[str, Viewer, CampusForm]] = [
    ("owner", owner, handed_in),
    ("its company", recruiter, handed_in),
    ("  blocked", recruiter, blocking),
    ("  not verified", attrs.evolve(recruiter, verified=frozenset()), handed_in),
    ("another company", stranger, handed_in),
    ("school", school, handed_in),
    ("  no talk", school, form()),
    ("anybody else", visitor, handed_in),
]

LINES = matrix().splitlines()
END = LINES.index("")
RESUME_LINES = LINES[1:END]
FORM_LINES = LINES[END + 2 : LINES.index("", END + 1)]

ACTIONS = tuple(
    zip((Action.RECOMMEND, Action.SEARCH, Action.VIEW, Action.EXPORT, Action.CHAT), "RSVXC", strict=True)
)


def labels(rows: tuple[Row, ...]) -> list[str]:
    """The labels as they are printed."""
    return [row.label.en if row.usual_label is None else f"  {row.label.en}" for row in rows]


def test_every_row_has_a_case() -> None:
    """Each row of both matrices is held against a concrete viewer and a resume or form below."""
    assert [label for label, _, _ in CASES] == labels(ROWS)
    assert [label for label, _, _ in FORM_CASES] == labels(FORM_ROWS)
    assert (len(RESUME_LINES), len(FORM_LINES)) == (len(CASES), len(FORM_CASES))
    assert LINES[END + 1] == "form"


def test_every_row_is_a_case_of_the_policy() -> None:
    """What a viewer of a matrix brings is one of the halves that a viewer can bring, of the document of the matrix."""
    for rows, document in ((ROWS, Document.RESUME), (FORM_ROWS, Document.FORM)):
        assert [row.label for row in rows if row.viewer not in VIEWER_FACTS] == []
        assert {row.viewer.document for row in rows} == {document}


NEEDING_AN_ACT = (ViewerKind.MAILBOX, ViewerKind.RECIPIENT, ViewerKind.SCHOOL, ViewerKind.SUPPORT_AGENT)
"""Whoever is shown nothing but by an application, a consent, a talk or a case."""


def test_what_a_viewer_brings_is_said() -> None:
    """No row that stands alone, and no matrix, gives a kind of viewer what an application, a consent, a talk or a case gives them."""
    nothing = (Standing.NONE, Sharing.NONE, Concern.NONE)
    bare = {WORDS[kind].zh for kind in ViewerKind}
    viewers = [row.viewer for row in (*ROWS, *FORM_ROWS) if row.full_label(Language.ZH) in bare]
    assert {(viewer.standing, viewer.sharing, viewer.concern) for viewer in viewers} == {nothing}
    assumed = matrix(language=Language.ZH).partition("假定：")[2]
    assert all(WORDS[kind].zh in assumed for kind in NEEDING_AN_ACT)


def test_every_kind_of_viewer_has_a_row() -> None:
    """No kind of viewer is left out of the matrix of resumes; that of forms has everybody who is given something."""
    assert {row.viewer.kind for row in ROWS} == set(ViewerKind)
    given = {
        e.facts.kind
        for e in POLICY_2023_04.entries()
        if isinstance(e.decision, Grant) and e.facts.document is Document.FORM
    }
    assert given <= {row.viewer.kind for row in FORM_ROWS}


def printed_cells() -> Iterator[tuple[str, Viewer, Resume | CampusForm]]:
    """Every cell as it is printed, with the viewer and the resume or form that it is about."""
    for printed, (label, viewer, whole) in zip(RESUME_LINES, CASES, strict=True):
        assert printed.startswith(label), (
            f"the matrix has the row {printed}: write its case here, in the same order"
        )
        for column, visibility in enumerate(Visibility):
            there = with_settings(whole, visibility=visibility)
            yield printed[16 + 16 * column : 32 + 16 * column].strip(), viewer, there
    for printed, (label, viewer, handed) in zip(FORM_LINES, FORM_CASES, strict=True):
        assert printed.startswith(label)
        yield printed[16:].strip(), viewer, handed


CELLS = list(printed_cells())
NAMES = [
    f"{type(viewer).__name__}-{type(asked).__name__}-{place}"
    for place, (_, viewer, asked) in enumerate(CELLS)
]


@pytest.mark.parametrize(("cell", "viewer", "asked"), CELLS, ids=NAMES)
def test_every_cell_is_what_is_shown(cell: str, viewer: Viewer, asked: Resume | CampusForm) -> None:
    """A cell has the actions, channels, files and number of parts of the view, or says that there is none."""
    views = {
        action: view_for(attrs.evolve(viewer, action=action), asked, at=AT + timedelta(minutes=1))
        for action in Action
    }
    view = views[Action.VIEW] or views[Action.CHAT]
    if view is None:
        assert cell == "-"
        return
    document = Document.RESUME if isinstance(view, ResumeView) else Document.FORM
    shown = PARTS_OF[document] - view.withheld
    channels = view.contact.channels if isinstance(view, ResumeView) else frozenset()
    reached = (
        ("c", Channel.CHAT in channels),
        ("e", Channel.EMAIL in channels),
        ("n", Channel.VIRTUAL_NUMBER in channels),
        ("m", Channel.MOBILE in channels),
        ("a", Part.ATTACHMENTS in shown),
        ("f", Part.VIDEO in shown),
    )
    letters, marks, parts = cell.split()
    assert letters == "".join(letter if action in view.actions else "." for action, letter in ACTIONS)
    assert letters == "".join(letter if views[action] is not None else "." for action, letter in ACTIONS)
    assert marks == "".join(letter if there_is else "." for letter, there_is in reached)
    assert int(parts) == len(shown)


@pytest.mark.parametrize("language", Language)
def test_the_legend_explains_every_letter(language: Language) -> None:
    """Each letter of an action, channel or file is in the legend, in each language."""
    legend = matrix(language=language).rpartition("\n\n")[2]
    for letter in (*_ACTION_LETTERS.values(), *_ITEM_LETTERS.values()):
        assert re.search(rf"(^|  ){letter} ", legend, re.MULTILINE), (
            f"say in _LEGEND of policy/matrix.py what {letter} stands for"
        )


def test_the_matrix_fits_a_terminal() -> None:
    """No line is wider than 80 columns, or ends in spaces."""
    assert max(map(len, LINES)) <= 80
    assert all(line == line.rstrip() for line in LINES)


def test_the_columns_are_the_modes() -> None:
    """The head of the table names the four modes, each above its column."""
    assert LINES[0].split() == ["resume", *(visibility.value for visibility in Visibility)]
    for column, visibility in enumerate(Visibility):
        assert LINES[0][16 + 16 * column :].startswith(visibility.value)


def test_every_letter_is_explained() -> None:
    """The legend explains every letter that a cell may hold."""
    legend = " ".join(LINES[LINES.index("", END + 1) :])
    for letter in "RSVXCcenmaf-":
        assert f" {letter} " in f" {legend} "
