"""SEARCH-1: no question that is let through gives away anything of what the viewer is not shown, whatever the engine."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import attrs
import pytest
from engines import ENGINES, TEXTS, Bm25, Engine, Query, Row, SQLite
from hypothesis import given, settings
from hypothesis import strategies as st

from filled import name_of, number_of
from pace import examples
from people import NUMBER, resume, stranger, with_contact, with_settings
from resume_visibility import (
    FULLY_VERIFIED,
    POLICY_2023_04,
    Action,
    Headhunter,
    Language,
    Policy,
    Recruiter,
    Resume,
    Viewer,
    Visibility,
    view_for,
    view_to_dict,
)
from resume_visibility.lists.documents import IndexDocument
from resume_visibility.lists.searching import check_query, document_key, index_documents, searchable
from resume_visibility.lists.tokens import terms
from resume_visibility.model import MobileNumber
from resume_visibility.policy import Readings
from resume_visibility.testing import Case, cases, twin
from resume_visibility.testing.cast import COMPANIES, NOW, PROSE

APPLIED_LISTED = Policy("applied-listed", readings=Readings(lists_follow_visibility=False))
WORDS = (
    "架构",
    "设计",
    "负责系统",
    "team",
    "QPS 8000",
    "Python",
    "员工",
    "Go",
    "张先生",
    "vasquez",
    "手机",
    "example",
)

searchers = st.builds(
    Recruiter,
    id=st.just("u-1"),
    company=st.sampled_from(COMPANIES),
    signed_in=st.just(True),
    verified=st.just(FULLY_VERIFIED),
    action=st.sampled_from([Action.SEARCH, Action.RECOMMEND]),
) | st.builds(
    Headhunter,
    id=st.just("h-1"),
    agency=st.sampled_from(COMPANIES),
    clients=st.sampled_from([(), (COMPANIES[2],)]),
    signed_in=st.just(True),
    verified=st.just(FULLY_VERIFIED),
    action=st.sampled_from([Action.SEARCH, Action.RECOMMEND]),
)
everything = tuple(sorted(searchable(attrs.evolve(stranger, action=Action.SEARCH))))
queries = st.builds(
    Query,
    words=st.sampled_from(WORDS),
    fields=st.just(TEXTS) | st.lists(st.sampled_from(TEXTS), min_size=1, max_size=5, unique=True).map(tuple),
    sort=st.none() | st.sampled_from(everything),
    facet=st.none() | st.sampled_from(everything),
)


@cache
def engine_of(kind: type[Engine]) -> Engine:
    """One of each kind serves all tests."""
    return kind()


def documents_of(population: Iterable[Resume], policy: Policy = POLICY_2023_04) -> list[IndexDocument]:
    """Everything that an index holds of them."""
    return [
        one
        for each in population
        for one in index_documents(each, language=Language.ZH, at=NOW, policy=policy)
    ]


def found_by(viewer: Viewer, population: Iterable[Resume], policy: Policy = POLICY_2023_04) -> list[Row]:
    """What the filter lets a viewer find."""
    keys = [(each.id, document_key(viewer, each, at=NOW, policy=policy)) for each in population]
    return [(name, key) for name, key in keys if key is not None]


def answers(
    engine: Engine,
    viewer: Viewer,
    population: list[Resume],
    asked: Iterable[Query],
    policy: Policy = POLICY_2023_04,
) -> list[Any]:
    """What a viewer learns of a population by these questions."""
    engine.fill(documents_of(population, policy))
    found = found_by(viewer, population, policy)
    learned = []
    for query in asked:
        sort, facets = [query.sort] if query.sort else [], [query.facet] if query.facet else []
        check_query(viewer, fields=query.fields, sort=sort, facets=facets, policy=policy)
        learned.append(engine.ask(query, found))
    return learned


def other_world(viewer: Viewer, rows: list[Case[Resume]]) -> list[Resume]:
    """A population that differs only in what the viewer is not shown: more resumes that they do not find, too."""
    hidden = [case for case in rows if view_for(viewer, case.document, at=NOW) is None]
    more = [
        attrs.evolve(twin(case), id=f"{case.document.id}-{i}", community=None)
        for case in hidden
        for i in range(3)
    ]
    return [*map(twin, reversed(rows)), *more]


@st.composite
def populations(draw: st.DrawFn) -> tuple[Viewer, list[Case[Resume]]]:
    """A viewer, and resumes of which they find some."""
    viewer = draw(searchers)
    drawn = draw(st.lists(cases(action=Action.SEARCH), min_size=2, max_size=4))
    return viewer, [
        attrs.evolve(case, viewer=viewer, at=NOW, document=attrs.evolve(case.document, id=f"r-{i}"))
        for i, case in enumerate(drawn)
    ]


@pytest.mark.parametrize("kind", ENGINES)
@settings(max_examples=examples(25))
@given(populations(), st.lists(queries, min_size=8, max_size=8))
def test_SEARCH_1_no_question_gives_away_what_is_not_shown(
    kind: type[Engine], drawn: tuple[Viewer, list[Case[Resume]]], asked: list[Query]
) -> None:
    """Two populations that differ only in what a viewer is not shown give the same ids, order, counts and facets."""
    viewer, rows = drawn
    engine = engine_of(kind)
    asked = [*asked, *map(Query, personal(rows[0].document))]
    mine = answers(engine, viewer, [case.document for case in rows], asked)
    assert mine == answers(engine, viewer, other_world(viewer, rows), asked)


def personal(asked: Resume) -> tuple[str, ...]:
    """What somebody would look for who wants to know whose resume it is."""
    contact = asked.basics.contact
    number = number_of(asked).removeprefix("+86")
    email = "" if contact.email is None else contact.email.address
    return tuple(filter(None, (name_of(asked), number, number[:3], number[-4:], email)))


class Whole(SQLite):
    """An index of whole texts: as the candidate wrote them, whoever may find the resume."""

    def fill(self, documents: Iterable[IndexDocument]) -> None:
        """Hold what is in `written` beside what the documents hold."""
        super().fill(documents)
        for name, words in self.written.items():
            self.db.execute(
                f"UPDATE words SET {self.column['sections.strengths']} = ? WHERE resume = ?", (words, name)
            )

    def __init__(self, population: Iterable[Resume]) -> None:
        super().__init__()
        self.written = {one.id: " ".join(terms(one.strengths or "")) for one in population}


def test_an_index_of_whole_texts_is_caught() -> None:
    """SEARCH-1 can fail: where texts are indexed as they were written, a number that is withheld is found."""
    viewer = attrs.evolve(stranger, action=Action.SEARCH)
    one = resume(strengths=f"电话 {NUMBER}")
    other = with_contact(resume(strengths="电话 13900007777"), mobile=MobileNumber("+8613900007777"))
    query = [Query(NUMBER, ("sections.strengths",))]
    assert answers(Whole([one]), viewer, [one], query) != answers(Whole([other]), viewer, [other], query)
    assert answers(SQLite(), viewer, [one], query) == answers(SQLite(), viewer, [other], query)


def shown_texts(viewer: Viewer, asked: Resume, fields: Iterable[str], policy: Policy) -> set[str]:
    """The terms of what a viewer reads in some fields of their view; none where nothing is shown."""
    view = view_for(viewer, asked, at=NOW, policy=policy)
    plain = {} if view is None else view_to_dict(view)
    return {term for path in fields for text in _at(plain, path.split(".")) for term in terms(text)}


def _at(plain: Any, names: list[str]) -> list[str]:
    if isinstance(plain, list):
        return [text for item in plain for text in _at(item, names)]
    if not names:
        return [plain] if isinstance(plain, str) else []
    return _at(plain.get(names[0]), names[1:]) if isinstance(plain, dict) else []


@pytest.mark.parametrize("kind", ENGINES)
@settings(max_examples=examples(25))
@given(populations(), st.lists(queries, min_size=4, max_size=4), st.booleans())
def test_LAW_8_a_hit_is_what_the_view_behind_it_shows(
    kind: type[Engine], drawn: tuple[Viewer, list[Case[Resume]]], asked: list[Query], strict: bool
) -> None:
    """The hits are the resumes in whose view for this action all words stand, and no others, also where a reading shows
    the number to some who find the resume and not to others."""
    viewer, rows = drawn
    policy = POLICY_2023_04 if strict else APPLIED_LISTED
    population = [case.document for case in rows]
    asked = [*asked, *map(Query, personal(rows[0].document))]
    for query, answer in zip(asked, answers(engine_of(kind), viewer, population, asked, policy), strict=True):
        sought = {*terms(query.words)}
        expected = {
            each.id
            for each in population
            if sought and shown_texts(viewer, each, query.fields, policy) >= sought
        }
        assert {*answer.ids} == expected
        assert answer.how_many == len(expected)
        if query.facet is not None:
            assert all(count <= len(expected) for _, count in answer.facets)


CHINESE = {
    "护士": "ICU 护士，三年夜班",
    "架构": "后端架构师",
    "清结算": "负责清结算平台的重构",
    "ICU护士": "ICU 护士，三年夜班",
    "ＣＰＡ": "持有 CPA 证书",
    "C++": "熟悉 C++ 与 C#",
}


@pytest.mark.parametrize("kind", ENGINES)
def test_SEARCH_1_chinese_is_found_by_words_of_two_characters(kind: type[Engine]) -> None:
    """Six of six: each word finds the resume that has it, and no other, on every engine."""
    texts = sorted({*CHINESE.values()})
    population = [resume(id=f"r-{i}", highlights=text, strengths=None) for i, text in enumerate(texts)]
    engine, viewer = engine_of(kind), attrs.evolve(stranger, action=Action.SEARCH)
    query = [Query(word, ("sections.highlights",)) for word in CHINESE]
    learned = answers(engine, viewer, population, query)
    assert [answer.ids for answer in learned] == [[f"r-{texts.index(text)}"] for text in CHINESE.values()]


def of_rare_words() -> tuple[list[Resume], list[Resume]]:
    """Two resumes that everybody finds, alone and among many that nobody does, who all write one of their words."""
    shown = [
        resume(id="r-1", highlights="Go Go Go Rust", strengths=None),
        resume(id="r-2", highlights="Go Rust Rust Rust", strengths=None),
    ]
    blocked = with_settings(resume(highlights="Go"), visibility=Visibility.HEADHUNTERS)
    return shown, [*shown, *(attrs.evolve(blocked, id=f"r-{i}") for i in range(3, 9))]


@pytest.mark.parametrize("kind", ENGINES)
def test_SEARCH_1_rows_that_are_not_shown_move_no_rank(kind: type[Engine]) -> None:
    """Many resumes that the viewer does not find, full of a word, leave the order of those that they do."""
    viewer = attrs.evolve(stranger, action=Action.SEARCH)
    query = [Query("Go Rust", ("sections.highlights",))]
    alone, among = (answers(engine_of(kind), viewer, world, query) for world in of_rare_words())
    assert alone == among
    assert alone[0].how_many == 2


def test_the_rank_of_an_engine_as_it_comes_is_caught() -> None:
    """SEARCH-1 can fail: BM25 counts the rows that are not shown, and turns the order round."""
    viewer = attrs.evolve(stranger, action=Action.SEARCH)
    query = [Query("Go Rust", ("sections.highlights",))]
    some, more = of_rare_words()
    hidden_with_rust = [attrs.evolve(one, highlights="Rust") if one not in some else one for one in more]
    one, other = (answers(Bm25(), viewer, world, query) for world in (more, hidden_with_rust))
    assert one[0].ids == list(reversed(other[0].ids))
    one, other = (answers(SQLite(), viewer, world, query) for world in (more, hidden_with_rust))
    assert one == other


def test_the_words_of_the_questions_are_found() -> None:
    """The questions are none that everybody answers with nothing: half of them are about words that resumes have."""
    written = {term for text in PROSE for term in terms(text)}
    assert sum({*terms(word)} <= written for word in WORDS) >= len(WORDS) / 2
