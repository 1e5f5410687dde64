"""Conditions: what they mean, that they are written as short as can be, and their sentences."""

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import get_args
from unittest.mock import patch

import attrs
import populations
import pytest
from hypothesis import given
from hypothesis import strategies as st
from populations import VIEWERS, asking

import people
from each import each
from resume_visibility import (
    FULLY_VERIFIED,
    POLICY_2023_04,
    Action,
    CampusForm,
    Company,
    CompanyBlock,
    KeywordBlock,
    NameDisplay,
    Policy,
    Recruiter,
    Resume,
    Settings,
    SupportAgent,
    Viewer,
    Visibility,
    Visitor,
)
from resume_visibility.lists import conditions as meaning
from resume_visibility.lists.conditions import (
    ALWAYS,
    NEVER_HOLDS,
    After,
    All,
    Condition,
    Has,
    In,
    Later,
    Not,
    PartOf,
    Some,
    UpTo,
    count_keyword_chars,
    every,
    has,
    holds,
    needs_related_rows,
    negate,
    sentence,
    some,
)
from resume_visibility.lists.deriving import _ConditionBuilder, condition_for
from resume_visibility.lists.rows import BlockRow, Relation, Stored, stored
from resume_visibility.model import Application, Document
from work import calls_of

STORED = [stored(resume) for resume in populations.resumes("conditions", 60)]

_OF_ACME, _OF_NAMES = In("company", frozenset({"acme"})), PartOf("keyword", ("acmewide", "𠮷野家"))
_AT_ANY_TIME = UpTo("at", 10**17)
_OF_BLOCKS: list[Condition] = [
    *(ALWAYS, NEVER_HOLDS, _OF_ACME, _OF_NAMES, _AT_ANY_TIME),
    *(All((_OF_ACME, _AT_ANY_TIME)), All((_AT_ANY_TIME, Not(_OF_NAMES)))),
    *(Some((_OF_ACME, _OF_NAMES)), Some((_OF_ACME, _AT_ANY_TIME))),
]
_blocks = st.sampled_from(_OF_BLOCKS)
_applications = st.sampled_from(
    [ALWAYS, In("company", frozenset({"acme", "globex"})), In("carries", frozenset({True}))]
)
_simple: st.SearchStrategy[Condition] = st.one_of(
    st.sampled_from(
        [ALWAYS, NEVER_HOLDS, In("exists", frozenset({True})), UpTo("born", 24_000), After("born", 23_000)]
    ),
    st.builds(In, st.just("visibility"), st.frozensets(st.sampled_from(["public", "private"]), min_size=1)),
    st.builds(
        Has,
        st.just(Relation.BLOCKS),
        _blocks,
        st.builds(Later, st.just(Relation.APPLICATIONS), _applications, st.booleans()),
    ),
    st.builds(Has, st.just(Relation.APPLICATIONS), _applications, st.none()),
)
conditions: st.SearchStrategy[Condition] = st.recursive(
    _simple,
    lambda inner: st.one_of(
        st.builds(lambda of: All(tuple(of)), st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda of: Some(tuple(of)), st.lists(inner, min_size=1, max_size=3)),
        st.builds(Not, inner),
    ),
    max_leaves=6,
)
lists = st.lists(conditions, max_size=4)


def test_every_viewer_asks_for_lists() -> None:
    """Lists are compared with views for each class of viewer."""
    assert {type(viewer) for viewer in VIEWERS} == {*get_args(Viewer)}


@given(lists)
def test_every_holds_where_each_does(of: list[Condition]) -> None:
    """However short it is written, all of them hold where each holds."""
    for one in STORED[:5]:
        assert holds(every(of), one) is all(holds(condition, one) for condition in of)


@given(lists)
def test_some_holds_where_any_does(of: list[Condition]) -> None:
    """However short it is written, some of them hold where one holds."""
    for one in STORED[:5]:
        assert holds(some(of), one) is any(holds(condition, one) for condition in of)


@given(conditions)
def test_the_opposite_holds_where_it_does_not(condition: Condition) -> None:
    """One of the two holds, and never both."""
    for one in STORED[:5]:
        assert holds(negate(condition), one) is not holds(condition, one)


@given(_blocks, _applications)
def test_a_row_that_cannot_be_is_written_shorter(where: Condition, by: Condition) -> None:
    """`has` means what `Has` does."""
    for later in (None, Later(Relation.APPLICATIONS, by), Later(Relation.APPLICATIONS, NEVER_HOLDS)):
        short, long = has(Relation.BLOCKS, where, later), Has(Relation.BLOCKS, where, later)
        assert all(holds(short, one) is holds(long, one) for one in STORED)


@given(conditions)
def test_a_sentence_is_one_line(condition: Condition) -> None:
    """Every condition has a sentence of one line."""
    said = sentence(condition)
    assert said
    assert "\n" not in said


def test_nothing_is_said_twice() -> None:
    """What is among the conditions twice is written once, and what holds in any case not at all."""
    one, other = UpTo("born", 1), In("exists", frozenset({True}))
    assert every((one, ALWAYS, All((other, one)))) == All((one, other))
    assert some((one, NEVER_HOLDS, Some((other, one)))) == Some((one, other))
    assert every((one, one)) == some((one, one)) == one
    assert (every(()), some(())) == (ALWAYS, NEVER_HOLDS)


def test_of_hundreds_none_is_said_twice_either() -> None:
    """However many conditions there are, as a headhunter's clients, each is written once, in its order."""
    many = [UpTo("born", number) for number in range(500)]
    assert some([*many, *reversed(many)]) == Some(tuple(many))
    assert every([*many, *reversed(many)]) == All(tuple(many))


def test_what_looks_elsewhere() -> None:
    """A condition needs other rows where any part of it does."""
    one, row = UpTo("born", 1), Has(Relation.TALKS, ALWAYS)
    near: list[Condition] = [one, ALWAYS, Not(one), All((one,)), Some((one, one))]
    far: list[Condition] = [row, Not(row), All((one, row)), Some((row, one))]
    assert [*map(needs_related_rows, (*near, *far))] == [False] * len(near) + [True] * len(far)


def test_every_name_is_looked_up() -> None:
    """The cost of a condition counts the names in every part of it, each once: also those of the rows that undo others."""
    named = PartOf("keyword", ("甲乙", "丙"))
    parts: list[Condition] = [
        named,
        Not(named),
        All((ALWAYS, named)),
        Some((named, named)),
        Has(Relation.BLOCKS, named),
        Has(Relation.APPLICATIONS, ALWAYS, Later(Relation.BLOCKS, named)),
    ]
    # Of 甲乙 the texts 甲, 乙 and 甲乙, of 丙 that one.
    assert [*map(count_keyword_chars, parts)] == [5] * len(parts)
    assert count_keyword_chars(Has(Relation.TALKS, ALWAYS)) == count_keyword_chars(UpTo("born", 1)) == 0


AT = datetime(2026, 7, 1, tzinfo=UTC)
ACME = Company(id="acme", name="艾可美科技", group="g-1")


@each(
    ("action", "said"),
    [
        (
            Action.SEARCH,
            (
                "visibility is 'chat_only' or 'public' and resume_permission is true and exists is true and born is at "
                "most 747905 and no (row of blocks where (company is 'acme' or group is 'g-1' or keyword stands in "
                "'艾可美科技'), with no later row of applications where (company is 'acme' and at is at most "
                "1782864000000000 and withdrawn is later than 1782864000000000))"
            ),
        ),
        (
            Action.EXPORT,
            (
                "resume_permission is true and exists is true and born is at most 747905 and no (row of blocks where "
                "(company is 'acme' or group is 'g-1' or keyword stands in '艾可美科技'), with no later row of applications "
                "where (company is 'acme' and at is at most 1782864000000000 and withdrawn is later than "
                "1782864000000000)) and (visibility is 'public' or some (row of applications where (company is 'acme' and "
                "at is at most 1782864000000000 and withdrawn is later than 1782864000000000), with no not earlier row of "
                "blocks where (company is 'acme' or group is 'g-1' or keyword stands in '艾可美科技')))"
            ),
        ),
    ],
)
def test_LAW_8_a_condition_is_what_an_engineer_would_write(action: Action, said: str) -> None:
    """What a recruiter may search and export, as a sentence: nothing in it that makes no difference."""
    viewer = Recruiter(id="u", company=ACME, signed_in=True, verified=FULLY_VERIFIED, action=action)
    assert sentence(condition_for(viewer, at=AT)) == said


def test_sentences_of_the_plain_conditions() -> None:
    """Always, never, and the opposite of what is in the one row."""
    found = [
        sentence(one) for one in (ALWAYS, NEVER_HOLDS, Not(UpTo("born", 1)), Has(Relation.TALKS, ALWAYS))
    ]
    assert found == ["always", "never", "not (born is at most 1)", "some (row of talks)"]
    later = Has(Relation.BLOCKS, ALWAYS, Later(Relation.APPLICATIONS, ALWAYS))
    assert sentence(later) == "some (row of blocks, with no later row of applications)"


@pytest.mark.parametrize("document", list(Document))
def test_a_condition_names_columns_that_there_are(document: Document) -> None:
    """Every column that a condition names is a field of the row that it is about."""
    asked: Resume | CampusForm
    asked = populations.resume("c", 1) if document is Document.RESUME else populations.form("c", 1)
    rows = stored(asked)
    for viewer in VIEWERS:
        for one in asking(viewer):
            holds(condition_for(one, document, at=AT), rows)


def test_LAW_5_the_row_of_a_form_states_no_setting_that_forms_do_not_have() -> None:
    """LAW-5: whatever a form's settings say, its row is private, without a nickname, a recommendation or a chat."""
    asked = populations.form("c", 1)
    whole = Settings(
        visibility=Visibility.PUBLIC,
        nickname=NameDisplay.REAL,
        personalised_recommendation=True,
        chat_permission=True,
    )
    row = stored(attrs.evolve(asked, settings=whole)).document
    assert (row.visibility, row.nickname) == ("private", "honorific")
    assert (row.personalised_recommendation, row.chat_permission) == (False, False)


def acted(blocked: list[int], applied: list[int], or_same: bool) -> tuple[Condition, Stored]:
    """That a block has no later application, and the rows of a resume with blocks and applications at some hours."""
    hours = [AT + timedelta(hours=hour) for hour in range(max((*blocked, *applied), default=0) + 1)]
    asked = people.resume(
        settings=Settings(blocks=tuple(CompanyBlock(company="acme", at=hours[hour]) for hour in blocked)),
        applications=tuple(Application(company="acme", at=hours[hour]) for hour in applied),
    )
    where = In("company", frozenset({"acme"}))
    return Has(Relation.BLOCKS, where, Later(Relation.APPLICATIONS, where, or_same)), stored(asked)


hours_of_acts = st.lists(st.integers(0, 5), max_size=4)


@given(hours_of_acts, hours_of_acts, st.booleans())
def test_APPLY_6_a_row_counts_unless_another_is_later(
    blocked: list[int], applied: list[int], or_same: bool
) -> None:
    """A row of which a later one exists does not count; one of the same instant is later where the condition says so."""
    counts = [not any(sent > block or (or_same and sent == block) for sent in applied) for block in blocked]
    assert holds(*acted(blocked, applied, or_same)) is any(counts)


def test_LAW_6_rows_are_not_compared_in_pairs() -> None:
    """Three times as many rows are some three times the work, though the application after each block is the last of many."""
    few, many = (calls_of(partial(holds, *acted([*range(n)], [0] * n + [n], False))) for n in (50, 150))
    assert many < 4 * few


def test_misuse_is_a_type_error() -> None:
    """What is no viewer, no document or no policy is refused before anything is derived."""
    with pytest.raises(TypeError, match="expected viewer to be a Viewer"):
        condition_for("recruiter")  # type: ignore[arg-type]  # what must be refused
    with pytest.raises(TypeError, match="to be a Policy"):
        condition_for(Visitor(), policy="2023-04")  # type: ignore[arg-type]  # what must be refused
    with pytest.raises(TypeError, match="to be a Document"):
        condition_for(Visitor(), "resume")  # type: ignore[arg-type]  # what must be refused
    with pytest.raises(TypeError, match="to be a Resume or a CampusForm"):
        stored("resume")  # type: ignore[arg-type]  # what must be refused
    with pytest.raises(TypeError, match="to be a Policy"):
        stored(populations.resume("c", 1), policy=Policy)  # type: ignore[arg-type]  # what must be refused
    with pytest.raises(TypeError, match="expected condition to be a Condition, got str"):
        sentence("always")  # type: ignore[arg-type]  # what must be refused


def test_an_agent_without_a_case_finds_nobody() -> None:
    """SUPPORT-1: no case, no resume."""
    assert condition_for(SupportAgent(id="a", signed_in=True), at=AT) == NEVER_HOLDS


@pytest.mark.parametrize("name", ["weather", "standing", "sharing", "concern"])
def test_a_fact_that_no_rows_say_raises(name: str) -> None:
    """A fact that a later table has, and for which nobody stated what rows say, is never passed over."""
    saying = _ConditionBuilder(Visitor(), AT, POLICY_2023_04)
    with pytest.raises(TypeError, match=f"no rows say the fact {name} of a Visitor"):
        saying.state_fact(name, frozenset({True}), frozenset({True, False}))


@each("where", _OF_BLOCKS)
def test_rows_that_are_looked_up_are_those_that_fit(where: Condition) -> None:
    """What a condition means does not depend on how its rows are found."""
    condition = Has(Relation.BLOCKS, where, None)
    with patch.object(meaning, "_FEW_ROWS", 10**6):
        one_by_one = [holds(condition, one) for one in STORED]
    with patch.object(meaning, "_FEW_ROWS", 0):
        assert [holds(condition, one) for one in STORED] == one_by_one


def test_an_empty_keyword_stands_in_every_name() -> None:
    """No candidate can block it. Rows may be made by hand."""
    row = BlockRow(resume="r-1", company=None, group=None, keyword="", at=0)
    condition = Has(Relation.BLOCKS, PartOf("keyword", ("acme",)), None)
    assert holds(condition, attrs.evolve(STORED[0], blocks=(row,) * 100))


def test_LAW_6_many_blocks_and_many_companies_are_not_compared_one_by_one() -> None:
    """Twice the companies and twice the blocks are twice the work, and not four times."""

    def asked(n: int) -> int:
        blocks = tuple(KeywordBlock(keyword=f"{i:04}号", at=people.AT) for i in range(5 * n))
        rows = stored(people.with_settings(people.resume(), blocks=blocks))
        clients = tuple(Company(id=f"c-{i}", name=f"文{i}", aliases=(f"另{i}",)) for i in range(n))
        condition = condition_for(attrs.evolve(people.headhunter, clients=clients), at=people.AT)
        return calls_of(partial(holds, condition, rows))

    assert asked(200) < 3 * asked(100)
