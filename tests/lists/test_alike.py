"""Conditions on rows that differ in their texts alone are answered by one query (BLOCK-3, LAW-8)."""

from collections.abc import Callable

import pytest
import sqlalchemy as sa
from populations import AT, COMPANIES

from resume_visibility import FULLY_VERIFIED, Action, Company, Headhunter
from resume_visibility.lists.alike import Alike, Leaf, group
from resume_visibility.lists.conditions import ALWAYS, All, Has, In, Later, Not, PartOf, Some, UpTo
from resume_visibility.lists.rows import Relation
from resume_visibility.lists.sql import Database, tables_for, visible_to

TEXTS = {"blocks": {"company", "group", "keyword"}, "applications": {"company"}}


def company_is(name: str) -> In:
    return In("company", frozenset({name}))


def blocked(name: str, sent_to: str | None = None) -> Has:
    later = Later(Relation.APPLICATIONS, All((company_is(sent_to or name), UpTo("at", 9))))
    return Has(Relation.BLOCKS, company_is(name), later)


def leaves_of(name: str, sent_to: str | None = None) -> tuple[Leaf, ...]:
    return (
        (Relation.BLOCKS, company_is(name)),
        (Relation.APPLICATIONS, company_is(sent_to or name)),
    )


def test_BLOCK_3_conditions_that_differ_in_their_texts_are_one() -> None:
    """BLOCK-3: the texts of each stay together, so that an application to one client lifts no block of another."""
    found = group([blocked("a"), blocked("b"), blocked("c", sent_to="d")], TEXTS)
    leaves = (leaves_of("a"), leaves_of("b"), leaves_of("c", sent_to="d"))
    assert found == [Alike(first=blocked("a"), leaves=leaves)]


def test_conditions_that_are_equal_are_one() -> None:
    """Nothing differs, so there is nothing to list: an alternative of two clients of one group can be the same."""

    def either(name: str) -> Has:
        return Has(Relation.BLOCKS, Some((In("group", frozenset({"g"})), company_is(name))))

    by_group, by_company = group([either("a"), either("b")], {**TEXTS, "blocks": {"company"}})
    assert by_group == Has(Relation.BLOCKS, In("group", frozenset({"g"})))
    assert isinstance(by_company, Alike)


def keyword_in(*names: str) -> PartOf:
    return PartOf("keyword", names)


@pytest.mark.parametrize(
    "denying",
    [
        lambda name: Has(Relation.BLOCKS, Not(keyword_in(name))),
        lambda name: Has(Relation.BLOCKS, All((keyword_in(name), Not(keyword_in(name))))),
        lambda name: Has(Relation.APPLICATIONS, company_is("a"), Later(Relation.BLOCKS, keyword_in(name))),
        lambda name: Has(
            Relation.APPLICATIONS, company_is(name), Later(Relation.BLOCKS, Some((keyword_in(name), ALWAYS)))
        ),
    ],
)
def test_BLOCK_2_conditions_that_deny_a_keyword_stay_apart(denying: Callable[[str], Has]) -> None:
    """BLOCK-2: a list has a row for each keyword. One of them is enough to find a block, and not to say that there is none."""
    assert group([denying("a"), denying("b")], TEXTS) == [denying("a"), denying("b")]


def test_texts_that_are_equal_in_one_alone_stay_apart() -> None:
    """One text of a list cannot stand for two."""

    def either(name: str, other: str) -> Has:
        return Has(Relation.BLOCKS, All((company_is(name), Some((company_is(other), UpTo("at", 9))))))

    same, different = either("a", "a"), either("a", "b")
    assert group([same, different], TEXTS) == [same, different]


@pytest.mark.parametrize(
    "other",
    [
        Has(Relation.APPLICATIONS, company_is("b")),
        Has(Relation.BLOCKS, In("company", frozenset({"b", "c"}))),
        Has(Relation.BLOCKS, In("group", frozenset({"b"}))),
        Has(Relation.BLOCKS, PartOf("company", ("b",))),
        Has(Relation.BLOCKS, Not(company_is("b"))),
        Has(Relation.BLOCKS, All((company_is("b"), UpTo("at", 9)))),
        Has(Relation.BLOCKS, ALWAYS),
        Has(Relation.BLOCKS, company_is("b"), Later(Relation.APPLICATIONS, company_is("b"))),
    ],
)
def test_conditions_that_differ_in_more_stay_apart(other: Has) -> None:
    """Only those of one form are one."""
    one = Has(Relation.BLOCKS, company_is("a"))
    assert group([one, other], TEXTS) == [one, other]


def test_later_rows_of_another_instant_stay_apart() -> None:
    """APPLY-6: whether a row of the same instant counts is no text."""
    strict = Has(Relation.BLOCKS, company_is("a"), Later(Relation.APPLICATIONS, company_is("a")))
    same = Has(Relation.BLOCKS, company_is("b"), Later(Relation.APPLICATIONS, company_is("b"), or_same=True))
    assert group([strict, same], TEXTS) == [strict, same]


def test_later_rows_of_another_relation_stay_apart() -> None:
    """An application lifts a block, and a talk does not."""
    first = Has(Relation.BLOCKS, company_is("a"), Later(Relation.APPLICATIONS, UpTo("at", 9)))
    second = Has(Relation.BLOCKS, company_is("b"), Later(Relation.TALKS, UpTo("at", 9)))
    assert group([first, second], TEXTS) == [first, second]


def test_alternatives_are_grouped_apart() -> None:
    """One index answers each: the company, or a keyword in its name."""

    def either(name: str) -> Has:
        return Has(
            Relation.BLOCKS, All((Some((company_is(name), PartOf("keyword", (name,)))), UpTo("at", 9)))
        )

    by_company, by_keyword = group([either("a"), either("b")], TEXTS)
    assert isinstance(by_company, Alike)
    assert isinstance(by_keyword, Alike)
    assert by_company.leaves[0] == ((Relation.BLOCKS, company_is("a")),)
    assert by_keyword.leaves == tuple(((Relation.BLOCKS, PartOf("keyword", (name,))),) for name in "ab")


@pytest.mark.parametrize("leaf", [company_is, lambda name: PartOf("company", (name,))])
def test_a_column_that_no_list_can_hold_keeps_its_texts(leaf: Callable[[str], In | PartOf]) -> None:
    """A type of one's own may write a text in another way, which a list does not know."""
    one, other = Has(Relation.BLOCKS, leaf("a")), Has(Relation.BLOCKS, leaf("b"))
    assert group([one, other], {**TEXTS, "blocks": {"group"}}) == [one, other]


@pytest.mark.parametrize("database", Database)
def test_a_statement_does_not_grow_with_the_clients(database: Database) -> None:
    """So the database is asked as quickly about hundreds of clients as about one."""

    def length(clients: int) -> int:
        asking = Headhunter(
            id="h",
            agency=COMPANIES[3],
            clients=tuple(
                Company(id=f"client-{number}", name=f"客户{number}", group=f"g-{number % 9}")
                for number in range(clients)
            ),
            signed_in=True,
            verified=FULLY_VERIFIED,
            action=Action.SEARCH,
        )
        where = visible_to(asking, tables_for(sa.MetaData(), database), at=AT)
        dialect = sa.make_url(f"{database.value}://").get_dialect()()
        return len(str(where.compile(dialect=dialect)))

    assert length(500) == length(3)
