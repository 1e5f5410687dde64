"""Conditions as filters of Elasticsearch and OpenSearch, read by an evaluator that knows nothing of conditions (LAW-8)."""

import json
from typing import Any

import attrs
import populations
import pytest
from elastic_reader import fits, matches
from populations import AT, LOOSENED, QUESTIONS

from each import each
from pace import some_of
from policies import policy_of
from resume_visibility import (
    FULLY_VERIFIED,
    POLICY_2023_04,
    Action,
    Company,
    CompanyBlock,
    Headhunter,
    InvalidValue,
    Policy,
    Recruiter,
    Resume,
    Viewer,
    is_shown,
    with_settings,
)
from resume_visibility.lists import stale
from resume_visibility.lists.conditions import ALWAYS, NEVER_HOLDS, Not
from resume_visibility.lists.deriving import condition_for
from resume_visibility.lists.elastic import elastic_document, elastic_filter, elastic_mapping
from resume_visibility.lists.rows import Relation, stored
from resume_visibility.model import Application, Document
from resume_visibility.policy import Readings

RESUMES = [(resume, elastic_document(stored(resume))) for resume in populations.resumes("elastic", 400)]
FORMS = [(form, elastic_document(stored(form))) for form in populations.forms("elastic", 200)]


def agrees(viewer: Viewer, document: Document, policy: Policy = POLICY_2023_04) -> bool:
    """Whether the filter finds what is shown."""
    query = elastic_filter(condition_for(viewer, document, at=AT, policy=policy))
    return all(
        matches(query, written) is is_shown(viewer, asked, at=AT, policy=policy)
        for asked, written in (RESUMES if document is Document.RESUME else FORMS)
    )


@each(("viewer", "document"), [(viewer, document) for viewer in QUESTIONS for document in Document])
def test_LAW_8_a_filter_finds_what_is_shown(viewer: Viewer, document: Document) -> None:
    """LAW-8: for every viewer and action, of resumes and of forms."""
    assert agrees(viewer, document)


@each(
    ("readings", "viewer", "document"),
    some_of(
        [
            (readings, viewer, document)
            for readings in LOOSENED
            for viewer in QUESTIONS
            for document in Document
        ],
        53,
    ),
)
def test_LAW_8_a_filter_finds_what_is_shown_under_every_reading(
    readings: Readings, viewer: Viewer, document: Document
) -> None:
    """LAW-8: and so with each reading loosened."""
    assert agrees(viewer, document, policy_of(readings))


def test_BLOCK_1_a_block_is_in_the_fields_of_the_filter_and_stale_does_not_name_them() -> None:
    """BLOCK-1: the filter reads the document as it was written, so these fields are written whatever `stale` says."""
    company = Company(id="co-new", name="新公司")
    viewer = Recruiter(id="u", company=company, signed_in=True, verified=FULLY_VERIFIED, action=Action.SEARCH)
    query = elastic_filter(condition_for(viewer, at=AT))
    shown = [(one, document) for one, document in RESUMES if is_shown(viewer, one, at=AT)]
    assert shown
    for before, document in shown:
        blocks = (*before.settings.blocks, CompanyBlock(company="co-new", at=AT))
        after = with_settings(before, attrs.evolve(before.settings, blocks=blocks), revision="blocked")
        assert stale(before, after, at=AT) == ()
        assert matches(query, document)
        assert not matches(query, elastic_document(stored(after)))


def crowded(sent: int, blocked: int, group: str | None = None) -> Resume:
    """A resume with so many applications and blocks of as many companies, all of one instant."""
    blocks = tuple(CompanyBlock(company=f"co-{n}", group=group, at=AT) for n in range(blocked))
    applications = tuple(Application(company=f"co-{n}", group=group, at=AT) for n in range(sent))
    (one, _), *_ = RESUMES
    settings = attrs.evolve(one.settings, blocks=blocks)
    return attrs.evolve(one, settings=settings, applications=applications, conversations=(), consents=())


def test_documents_fit_the_mapping() -> None:
    """Every document has the fields of the mapping and no other, each of its type; all of it is JSON."""
    mapping = elastic_mapping()
    assert mapping["dynamic"] == "strict"
    for _, written in (*RESUMES, *FORMS):
        assert fits(mapping, json.loads(json.dumps(written)))


def test_a_document_holds_no_more_than_an_index_takes() -> None:
    """A resume whose blocks and applications are too many to be compared is refused, with its number and nothing of it."""
    many = crowded(100, 100, group="group-1")
    with pytest.raises(InvalidValue, match="expected at most 10000 in one document, got 20200"):
        elastic_document(stored(many))


def test_a_document_holds_what_an_index_with_another_limit_takes() -> None:
    """Where the limit of the index is another one, the document may carry as many."""
    rows = stored(crowded(3, 4, group="group-1"))
    assert len(elastic_document(rows, most=3 + 4 + 2 * 12)["blocks"]) == 4
    with pytest.raises(InvalidValue, match="expected at most 30 in one document, got 31"):
        elastic_document(rows, most=30)
    wrong: Any = "30"
    with pytest.raises(TypeError, match="expected most to be an int, got str"):
        elastic_document(rows, most=wrong)


def test_the_rows_of_a_document_are_counted_as_they_stand_in_it() -> None:
    """The limit counts each row that is written, also those that others carry, and none that is too early to be carried."""
    many = 0
    for asked, written in some_of(RESUMES, 7):
        rows = [row for relation in Relation for row in written[relation.value]]
        count = sum(1 + len(row.get("not_earlier", ())) for row in rows)
        assert elastic_document(stored(asked), most=count) == written
        with pytest.raises(InvalidValue, match=f"expected at most {count - 1} in one document, got {count}"):
            elastic_document(stored(asked), most=count - 1)
        many += any(row.get("not_earlier") == [] for row in rows)
    assert many > 3


def test_LAW_8_a_row_carries_what_may_concern_its_company_alone() -> None:
    """Many applications and blocks of other companies, of no group, make no document too heavy."""
    written = elastic_document(stored(crowded(10_000 // 4, 10_000 // 4)))
    carried = [[other["company"] for other in row["not_earlier"]] for row in written["blocks"]]
    assert carried == [[row["company"]] for row in written["blocks"]]


@each(("sent_to", "blocked", "carried"), [(None, "g", True), ("g", None, True), (None, None, False)])
def test_LAW_8_a_row_carries_what_names_a_group(
    sent_to: str | None, blocked: str | None, carried: bool
) -> None:
    """A group, of the one or the other, may be any company's: then the row is carried."""
    bare = crowded(0, 0)
    blocks = (CompanyBlock(company="co-2", group=blocked, at=AT),)
    sent = (Application(company="co-1", group=sent_to, at=AT),)
    one = attrs.evolve(bare, settings=attrs.evolve(bare.settings, blocks=blocks), applications=sent)
    written = elastic_document(stored(one))
    for relation in ("blocks", "applications"):
        assert [len(row["not_earlier"]) for row in written[relation]] == [carried]


def test_a_filter_looks_for_no_more_than_a_query_takes() -> None:
    """A company of too many long names is refused: nothing is left out of what is looked for."""
    company = Company(
        id="x", name="x", aliases=tuple(chr(0x4E00 + n) * 2 + "甲乙丙丁" * 49 for n in range(50))
    )
    names = tuple("".join(chr(0x4E00 + (n * 211 + k) % 20_000) for k in range(60)) for n in range(50))
    company = Company(id="x", name="x", aliases=names)
    viewer = Recruiter(id="u", company=company, signed_in=True, verified=FULLY_VERIFIED, action=Action.SEARCH)
    with pytest.raises(InvalidValue, match="at most 65536 words"):
        elastic_filter(condition_for(viewer, at=AT))


def test_LAW_6_a_filter_has_seven_leaf_queries_a_client() -> None:
    """A headhunter with many clients has a filter as long as the page says: an engine takes some thousand leaf queries."""

    def leaves(query: Any) -> int:
        if isinstance(query, list):
            return sum(map(leaves, query))
        if not isinstance(query, dict):
            return 0
        return sum((name in ("terms", "term", "range")) or leaves(value) for name, value in query.items())

    def of_clients(number: int) -> int:
        clients = tuple(
            Company(id=f"c-{one}", name=f"客户{one}", aliases=(f"别名{one}",), group=f"g-{one}")
            for one in range(number)
        )
        viewer = Headhunter(
            id="h", agency=clients[0], clients=clients[1:], signed_in=True, verified=FULLY_VERIFIED
        )
        return leaves(elastic_filter(condition_for(viewer, at=AT)))

    assert [of_clients(number) - of_clients(1) for number in (2, 12, 102)] == [7, 77, 707]
    assert of_clients(1) < 30


def test_always_and_never() -> None:
    """What always and never holds, and their opposites."""
    found = [elastic_filter(one) for one in (ALWAYS, NEVER_HOLDS, Not(ALWAYS), Not(NEVER_HOLDS))]
    assert [matches(query, {}) for query in found] == [True, False, False, True]
