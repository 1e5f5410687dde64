"""What a policy may be made of, beside its cases: constants that no case shows, and kinds of account."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
import pytest

import people
from people import AT
from resume_visibility import POLICY_2023_04, InvalidValue, Part, Policy, view_for
from resume_visibility.model.parts import Document
from resume_visibility.policy import V2023_04, Clause
from resume_visibility.policy.facts import Sharing

HOURS = timedelta(hours=2)
THEIRS: dict[Any, Any] = {**V2023_04.required}


def wrong_fields(**changed: Any) -> list[str]:
    """The fields of a ruleset that are wrong."""
    with pytest.raises(InvalidValue) as caught:
        attrs.evolve(V2023_04, **changed)
    return [problem.path for problem in caught.value.problems]


@pytest.mark.parametrize("edition", [None, "2023年4月版", date(2023, 4, 20)])
def test_a_ruleset_says_of_which_text_it_is(edition: Any) -> None:
    """The book that an officer signs says the text and its two days; a ruleset without them is refused."""
    assert wrong_fields(edition=edition) == ["edition"]
    of = V2023_04.edition
    assert (of.name, of.updated, of.in_force) == ("2023年4月版", date(2023, 4, 20), date(2023, 5, 4))
    assert of.words.zh == "2023年4月版，更新日期 2023-04-20，生效时间 2023-05-04"
    assert of.words.en == "2023年4月版, updated 2023-04-20, in force since 2023-05-04"


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"name": None}, ["name"]),
        *(({"name": name}, ["name"]) for name in ("", "2023年4月版\n2030年1月版", "\u202e版")),
        ({"updated": "2023-04-20"}, ["updated"]),
        ({"in_force": datetime(2023, 5, 4, tzinfo=UTC)}, ["in_force"]),
        ({"name": 1, "updated": None, "in_force": None}, ["name", "updated", "in_force"]),
    ],
)
def test_an_edition_has_a_name_and_two_days(changed: dict[str, Any], wrong: list[str]) -> None:
    """All that is wrong is named at once; an instant is no day, and a name cannot change the line in which it stands."""
    with pytest.raises(InvalidValue, match=r"^invalid Edition, ") as caught:
        attrs.evolve(V2023_04.edition, **changed)
    assert [problem.path for problem in caught.value.problems] == wrong


@pytest.mark.parametrize("age", [0, 15, -1, 16.0, True, None])
def test_GATE_3_no_ruleset_shows_anybody_below_sixteen(age: Any) -> None:
    """A ruleset may ask for a greater age than sixteen, and for no smaller one."""
    assert wrong_fields(age=age) == ["age"]
    assert attrs.evolve(V2023_04, age=18).age == 18


def test_GATE_3_a_ruleset_states_its_own_age() -> None:
    """The clause says the age that the ruleset has, wherever it is printed; its quotation stays that of the policy."""
    older = Policy("older", ruleset=attrs.evolve(V2023_04, version="older", age=18))
    gist = older.texts[Clause.GATE_3].gist
    assert gist.en.startswith("a person who is not surely 18 is shown to nobody but themselves")
    assert gist.zh == "不能确定已满 18 周岁的，除本人外任何人都看不到"
    assert POLICY_2023_04.texts[Clause.GATE_3].gist.zh == "不能确定已满 16 周岁的，除本人外任何人都看不到"
    assert older.texts[Clause.GATE_3].quotation == POLICY_2023_04.texts[Clause.GATE_3].quotation
    assert [clause for clause in Clause if older.texts[clause] != POLICY_2023_04.texts[clause]] == [
        Clause.GATE_3
    ]
    assert not any("{" in words for text in older.texts.values() for words in text.gist)


@pytest.mark.parametrize("most", [HOURS + timedelta(microseconds=1), timedelta(), timedelta(-1), 7200])
def test_NAME_2_no_ruleset_keeps_a_view_longer_than_two_hours(most: Any) -> None:
    """A view is fresh for some time, and for two hours at most."""
    assert wrong_fields(most_fresh=most) == ["most_fresh"]
    assert attrs.evolve(V2023_04, most_fresh=HOURS / 2).most_fresh == HOURS / 2


@pytest.mark.parametrize("part", [Part.NATIONAL_ID, Part.VIRTUAL_NUMBER, Part.DELIVERY, Part.FAMILY])
def test_SHARE_1_no_ruleset_lets_consent_name_what_none_can(part: Part) -> None:
    """A consent names no national ID number, no virtual number, no delivery and nothing of a form, under any ruleset."""
    assert wrong_fields(shareable=V2023_04.shareable | {part}) == ["shareable"]
    assert wrong_fields(shareable=[part]) == ["shareable"]
    assert attrs.evolve(V2023_04, shareable=frozenset()).shareable == frozenset()


@pytest.mark.parametrize("clause", [Clause.BLOCK_1, Clause.MODE_1, None, [], "SHARE-1"], ids=str)
def test_SHARE_1_every_kind_of_sharing_is_cited_by_a_clause_of_its_own(clause: Any) -> None:
    """A kind that has none made every view by such a consent raise, and one that has another is cited for what it does not give."""
    assert wrong_fields(sharing={**V2023_04.sharing, Sharing.PARTNER: clause}) == ["sharing"]
    assert wrong_fields(sharing={Sharing.SHARED: Clause.SHARE_1}) == ["sharing"]
    assert wrong_fields(sharing=clause) == ["sharing"]
    partner = {**V2023_04.sharing, Sharing.PARTNER: Clause.SHARE_1}
    assert attrs.evolve(V2023_04, sharing=partner).sharing == partner


@pytest.mark.parametrize(
    "required",
    [None, {}, {Document.RESUME: ()}, {**THEIRS, "resume": ()}]
    + [{**THEIRS, Document.FORM: paths} for paths in ("basics.name", ["basics.name"], (1,), None)],
    ids=str,
)
def test_every_document_has_paths_that_are_required(required: Any) -> None:
    """A text in the place of a tuple would be read letter by letter, and a document that is left out would raise when it is asked about."""
    assert wrong_fields(required=required) == ["required"]


def test_every_wrong_constant_is_named_at_once() -> None:
    """An error of a ruleset names all that is wrong."""
    assert wrong_fields(age=0, most_fresh=timedelta(), shareable=frozenset(Part)) == [
        "age",
        "most_fresh",
        "shareable",
    ]


@pytest.mark.parametrize("account", ["-", "[", ".*", "\\", "(?", "，", "_", "🐧"])
def test_CONTACT_2_a_kind_of_account_has_a_letter_or_digit(account: str) -> None:
    """Nothing else is the name of one; it would be found anywhere, or nowhere."""
    with pytest.raises(InvalidValue) as caught:
        Policy("ours", accounts=("脉脉号", account))
    assert [problem.path for problem in caught.value.problems] == ["accounts[1]"]
    assert caught.value.problems[0].expected == "expected a name with a letter or digit in it"


@pytest.mark.parametrize("account", ["a", "7", "号[", "-a-", "a.*", "号(?", "é", "²", "\\d", "🐧a"])
def test_LAW_6_no_kind_of_account_that_is_taken_makes_a_view_raise(account: str) -> None:
    """Whatever signs stand in the name beside a letter or digit, texts are looked at."""
    policy = Policy("ours", accounts=(account,))
    assert view_for(people.stranger, people.resume(strengths=f"{account}：zhang_88"), at=AT, policy=policy)
