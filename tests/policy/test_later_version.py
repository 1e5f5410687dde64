"""A later version of the policy, made of the first: the proof that a ruleset is a value."""

from collections.abc import Iterator

import attrs
import pytest

from people import AT, owner, recruiter, resume, stranger
from resume_visibility import (
    POLICY_2023_04,
    Action,
    Policy,
    Recommender,
    Visibility,
    explain,
    record_of,
    view_for,
)
from resume_visibility.errors import InvalidValue
from resume_visibility.model import YearMonth
from resume_visibility.model.language import Words
from resume_visibility.model.parts import Part
from resume_visibility.policy import Clause, ClauseText, Readings, compare, verify
from resume_visibility.policy.decisions import Permit
from resume_visibility.policy.facts import Facts, Standing, ViewerKind
from resume_visibility.policy.statements import ALL, Statement, cited_lawfully, revised, when
from resume_visibility.policy.v2023_04 import V2023_04
from resume_visibility.policy.v2023_04.citations import CLOSES, GIVES, WITHHOLDS
from resume_visibility.policy.v2023_04.rules import RULES

# --- The later version ------------------------------------------------------------------------------------------------


def later_permits(facts: Facts, readings: Readings) -> Iterator[Permit]:
    """What the clauses give: MODE-1 no export to recruiters, RECOMMEND-1 the skills as well; the others as before."""
    for permit in RULES.permits(facts, readings):
        match permit.clause:
            case Clause.MODE_1 if facts.kind is ViewerKind.RECRUITER:
                yield attrs.evolve(permit, actions=permit.actions - {Action.EXPORT})
            case Clause.RECOMMEND_1 if facts.personalised:
                yield attrs.evolve(permit, items=permit.items | {Part.SKILLS})
            case _:
                yield permit


(ASKED,) = GIVES[Clause.RECOMMEND_1]
READ = ASKED.items | {Part.SKILLS}
GISTS = {
    Clause.GATE_3: Words(
        "who is not surely eighteen is shown to nobody but themselves",
        "不能确定已满十八周岁，除本人外任何人都看不到",
    ),
    Clause.MODE_1: Words(
        "public, with e-mail, chat and virtual number; only headhunters export", "公开简历：只有猎头可以导出"
    ),
    Clause.RECOMMEND_1: Words(
        "the recommender of jobs reads six sections, or the intention alone",
        "求职推荐读取六个栏目，或只读求职意向",
    ),
}
STATEMENTS = (
    Statement(
        "no copies",
        ("MODE-1",),
        Words(
            "a recruiter exports no public resume without an application", "未投递时，招聘者不能导出公开简历"
        ),
        when(
            lambda case: (
                (case.viewer.kind, case.viewer.standing) == (ViewerKind.RECRUITER, Standing.NONE)
                and case.candidate.visibility is Visibility.PUBLIC
            ),
            frozenset({Action.EXPORT}),
        ),
    ),
    Statement(
        "recommender",
        ("RECOMMEND-1",),
        Words(
            "the recommender is given six sections at most, without name and contact",
            "求职推荐最多得到六个栏目，不含姓名和联系方式",
        ),
        when(lambda case: case.viewer.kind is ViewerKind.RECOMMENDER, ALL - READ),
    ),
    Statement(
        "citations",
        ("LAW-5",),
        Words(
            "a clause is cited only for what it gives, withholds or refuses",
            "规则只为其给出、不予展示或拒绝的内容被引用",
        ),
        cited_lawfully({**GIVES, Clause.RECOMMEND_1: (ASKED._replace(items=READ),)}, WITHHOLDS, CLOSES),
    ),
)
V2030_01 = attrs.evolve(
    V2023_04,
    version="2030-01",
    decide=attrs.evolve(RULES, permits=later_permits),
    age=18,
    texts=lambda chosen: {
        **V2023_04.texts(chosen),
        **{clause: attrs.evolve(V2023_04.texts(chosen)[clause], gist=gist) for clause, gist in GISTS.items()},
    },
    statements=lambda chosen: revised(V2023_04.statements(chosen), *STATEMENTS),
)

# --- What it promises ----------------------------------------------------------------------------------------------

OLD, NEW = POLICY_2023_04, Policy("2030-01", ruleset=V2030_01)


def test_it_is_safe_by_statements_of_its_own() -> None:
    """Each version keeps its own statements; the first version's find what the later one shows more."""
    assert verify(NEW) == ()
    assert {said.name for said in NEW.statements} - {said.name for said in POLICY_2023_04.statements} == {
        "no copies"
    }
    mixed = Policy("mixed", ruleset=attrs.evolve(V2030_01, statements=V2023_04.statements))
    assert {violation.statement.name for violation in verify(mixed)} == {"recommender", "citations"}
    back = Policy("back", ruleset=attrs.evolve(V2023_04, statements=V2030_01.statements))
    assert [violation.statement.name for violation in verify(back)] == ["no copies"]


def test_both_live_in_one_process() -> None:
    """Of one resume each version shows what it says, asked in turns; a view and a record name the version."""
    whole, exporting = resume(), attrs.evolve(stranger, action=Action.EXPORT)
    for _ in range(2):
        assert view_for(exporting, whole, at=AT, policy=NEW) is None
        shown = view_for(exporting, whole, at=AT, policy=OLD)
        assert shown is not None
        assert shown.policy == "2023-04"
        reads = [view_for(Recommender(), whole, at=AT, policy=policy) for policy in (OLD, NEW)]
        assert [view.policy for view in reads if view is not None] == ["2023-04", "2030-01"]
        assert [Part.SKILLS in view.withheld for view in reads if view is not None] == [True, False]
    for policy in (OLD, NEW):
        view = view_for(recruiter, whole, at=AT, policy=policy)
        assert record_of(recruiter, whole, view, at=AT, policy=policy).policy == policy.version
        assert explain(recruiter, whole, at=AT, policy=policy).policy == policy.version


def test_its_age_is_its_own() -> None:
    """Somebody of seventeen is shown under the first version, and under the later one to nobody but themselves."""
    whole = resume()
    young = attrs.evolve(
        whole,
        basics=attrs.evolve(
            whole.basics,
            profile=attrs.evolve(whole.basics.profile, born=YearMonth(AT.year - 17, 1), work_started=AT.year),
        ),
    )
    assert view_for(recruiter, young, at=AT, policy=OLD) is not None
    assert view_for(recruiter, young, at=AT, policy=NEW) is None
    assert view_for(owner, young, at=AT, policy=NEW) is not None
    assert explain(recruiter, young, at=AT, policy=NEW).clauses == (Clause.GATE_3,)


def test_compare_says_in_words_what_changed() -> None:
    """The comparison names the three clauses with what they stated and state, and each case that changed."""
    comparison = compare(OLD, NEW)
    lines = str(comparison).splitlines()
    assert lines[:6] == [
        "readings that differ: none",
        "rules whose text differs:",
        *(
            f"  {clause.value}: was: {POLICY_2023_04.texts[clause].gist.en}; becomes: {gist.en}"
            for clause, gist in GISTS.items()
        ),
        "these differ, and are not compared case by case:",
    ]
    assert {(d.facts.kind, d.gained) for d in comparison.more} == {
        (ViewerKind.RECOMMENDER, frozenset({Part.SKILLS}))
    }
    assert {d.facts.kind for d in comparison.less} == {ViewerKind.RECRUITER}
    assert any(
        line == "  recommender, personalisation on, to view a resume of mode public: +part skills"
        for line in lines
    )
    assert any("to export a resume of mode public" in line and "-action export" in line for line in lines)


def test_a_ruleset_is_named_by_its_version() -> None:
    """The repr of a ruleset is its version, and not all of its texts."""
    assert repr(V2023_04) == "<Ruleset 2023-04>"


@pytest.mark.parametrize(("given", "missing"), [("source", "quotation"), ("quotation", "source")])
def test_a_place_has_the_words_that_stand_there(given: str, missing: str) -> None:
    """A clause names a place of the policy with its words, or neither: the book counts the places, and prints the words."""
    expected = f"{missing}: expected the {missing} beside the {given}, or neither"
    with pytest.raises(InvalidValue, match=expected):
        ClauseText(Words("something", "某事"), **{given: "二(一)4"})
