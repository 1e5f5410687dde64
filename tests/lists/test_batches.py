"""Documents of an index from batches of Arrow: what `index_documents` gives, and problems in rows of their own (SEARCH-1)."""

import json
from datetime import UTC, datetime
from typing import Any

import attrs
import pyarrow as pa
import pytest

import people
from resume_visibility import InvalidValue, Language, Policy, Resume, dump_resume
from resume_visibility.lists import index_documents
from resume_visibility.lists.batches import DOCUMENTS, RESUMES, index_batches
from resume_visibility.model import YearMonth
from resume_visibility.policy import V2023_04, Readings
from resume_visibility.testing import CORPUS_NOW, corpus

RESUMES_OF_PEOPLE = list(corpus(60, seed=11))


def batch_of(*documents: str | None, **more: list[Any]) -> pa.RecordBatch:
    """A batch of documents, by their places."""
    ids = [f"row-{place}" for place in range(len(documents))]
    return pa.RecordBatch.from_pydict({"id": ids, "document": list(documents), **more})


def written(resume: Resume) -> str:
    """A resume as JSON."""
    return dump_resume(resume).decode()


def rows(*batches: pa.RecordBatch, at: datetime = CORPUS_NOW, **changes: Any) -> list[dict[str, Any]]:
    """The rows that batches give."""
    return [row for batch in index_batches(batches, at=at, **changes) for row in batch.to_pylist()]


def test_a_row_is_a_document() -> None:
    """Each document of each resume is a row, with what an index may hold of it."""
    found = rows(batch_of(*map(written, RESUMES_OF_PEOPLE)))
    wanted = [
        document
        for resume in RESUMES_OF_PEOPLE
        for language in Language
        for document in index_documents(resume, language=language, at=CORPUS_NOW)
    ]
    assert [(row["resume"], row["language"], row["key"]) for row in found] == [
        (one.resume, one.language.value, one.key) for one in wanted
    ]
    assert [json.loads(row["content"])["values"] for row in found] == [
        one.content()["values"] for one in wanted
    ]
    assert all(row["problem"] is None for row in found)
    assert 0 < len({row["resume"] for row in found}) < len(RESUMES_OF_PEOPLE)


def test_LAW_6_what_cannot_be_loaded_stops_nothing() -> None:
    """LAW-6: a broken resume is a row with its problems and no document; the others are as they are."""
    good = written(RESUMES_OF_PEOPLE[0])
    found = rows(batch_of(good, '{"id": 13912345678}', None, "no JSON"))
    assert {row["id"] for row in found if row["problem"] is None} <= {"row-0"}
    broken = {row["id"]: row["problem"] for row in found if row["problem"] is not None}
    assert set(broken) == {"row-1", "row-2", "row-3"}
    assert "expected" in broken["row-1"]
    assert "139" not in broken["row-1"]


def test_a_row_without_an_id_gives_rows_without_one() -> None:
    """The platform's id may be missing: the column of ids has none that is missing, and the other columns are as they are."""
    batch = batch_of(written(RESUMES_OF_PEOPLE[0]), "no JSON")
    nameless = batch.set_column(0, "id", pa.array([None, None], pa.string()))
    without_id = [{**row, "id": ""} for row in rows(batch)]
    assert rows(nameless) == without_id
    assert len(without_id) > 1


def test_LAW_6_a_policy_that_fails_stops_nothing() -> None:
    """LAW-6: whatever goes wrong with one resume is named by its kind alone."""

    def broken(*_: object) -> Any:
        raise ZeroDivisionError("13912345678")

    policy = Policy("broken", ruleset=attrs.evolve(V2023_04, decide=broken))
    found = rows(batch_of(written(RESUMES_OF_PEOPLE[0])), policy=policy)
    assert [row["problem"] for row in found] == ["ZeroDivisionError"]


def test_batches_stay_batches() -> None:
    """One batch in, one batch out, each of the schema; nothing is read before it is asked for."""
    read: list[int] = []

    def source() -> Any:
        for place, resume in enumerate(RESUMES_OF_PEOPLE[:3]):
            read.append(place)
            yield batch_of(written(resume), more=[1])

    found = index_batches(source(), at=CORPUS_NOW)
    assert read == []
    first = next(found)
    assert (read, first.schema) == ([0], DOCUMENTS)
    assert len(list(found)) == 2


def test_the_digest_is_of_what_is_indexed() -> None:
    """A document under another version of the policy that indexes the same has the same digest."""
    batch = batch_of(*map(written, RESUMES_OF_PEOPLE[:20]))
    old, new = rows(batch), rows(batch, policy=Policy("2030-01"))
    assert [row["digest"] for row in old] == [row["digest"] for row in new]
    assert {row["policy"] for row in new} == {"2030-01"}
    assert len({row["digest"] for row in old}) == len({row["content"] for row in old})


def test_SEARCH_1_a_row_says_for_whom_it_is() -> None:
    """Where readings make several documents of a resume, the row of each names its readers, and no reader is named twice."""
    listed = Policy("applicants-listed", readings=Readings(lists_follow_visibility=False))
    found = rows(batch_of(*map(written, RESUMES_OF_PEOPLE)), policy=listed, languages=(Language.ZH,))
    wanted = [
        document.readers
        for resume in RESUMES_OF_PEOPLE
        for document in index_documents(resume, language=Language.ZH, at=CORPUS_NOW, policy=listed)
    ]
    named = [
        [(one["action"], one["kind"], one["standing"], one["conversing"]) for one in row["readers"]]
        for row in found
    ]
    assert named == [
        sorted((one.action.value, one.kind.value, one.standing.value, one.conversing) for one in readers)
        for readers in wanted
    ]
    assert len({row["resume"] for row in found}) < len(found)


def test_the_digest_is_of_the_readers_as_well() -> None:
    """A document with the same content for other readers has another digest, so that it is written again."""
    plain, listed = (
        rows(
            batch_of(*map(written, RESUMES_OF_PEOPLE)),
            policy=Policy(f"v-{choice}", readings=Readings(lists_follow_visibility=choice)),
        )
        for choice in (True, False)
    )
    before = {(row["resume"], row["language"], row["key"]): row for row in plain}
    other = [
        (before[key], row)
        for row in listed
        if (key := (row["resume"], row["language"], row["key"])) in before
    ]
    differing = [
        (old, new)
        for old, new in other
        if old["readers"] != new["readers"] and old["content"] == new["content"]
    ]
    assert differing
    assert all(old["digest"] != new["digest"] for old, new in differing)


def test_GATE_3_a_row_says_until_when_it_holds() -> None:
    """GATE-3: where a policy shows children, a row names the instant at which the document has to be written again, and no other does."""

    def decide(facts: Any, readings: Readings) -> Any:
        return V2023_04.decide(attrs.evolve(facts, of_age=True), readings)

    policy = Policy("all-ages", ruleset=attrs.evolve(V2023_04, decide=decide))
    basics = people.resume().basics
    young = people.resume(
        basics=attrs.evolve(basics, profile=attrs.evolve(basics.profile, born=YearMonth(2010, 5)))
    )
    of_age = datetime(2026, 5, 31, 16, tzinfo=UTC)
    for at, until in ((of_age - people.DAY, of_age), (of_age, None)):
        found = rows(batch_of(written(young)), at=at, policy=policy)
        assert [row["until"] for row in found] == [until] * len(Language)


def test_one_language_is_enough() -> None:
    """Documents are made in the languages that are asked for."""
    found = rows(batch_of(*map(written, RESUMES_OF_PEOPLE[:20])), languages=(Language.EN,))
    assert {row["language"] for row in found} == {"en"}


def test_misuse_is_refused() -> None:
    """A batch without the columns, an instant without a time zone, what is no policy or language."""
    with pytest.raises(InvalidValue, match="document: expected a column"):
        rows(pa.RecordBatch.from_pydict({"id": ["row-0"]}))
    with pytest.raises(InvalidValue, match="time zone"):
        rows(batch_of("{}"), at=CORPUS_NOW.replace(tzinfo=None))
    with pytest.raises(TypeError, match="to be a Policy"):
        rows(batch_of("{}"), policy="2023-04")
    with pytest.raises(TypeError, match="to be a Language"):
        rows(batch_of("{}"), languages=("zh",))
    assert RESUMES.names == ["id", "document"]


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("id", pa.array([1])),
        ("id", pa.array([["row-0"]])),
        ("id", pa.array([b"\xff"])),
        ("document", pa.array([7])),
        ("document", pa.array([{"id": "r-1"}])),
    ],
    ids=["number", "list", "bytes", "number of a document", "object"],
)
def test_LAW_6_a_column_of_another_type_is_refused(name: str, column: pa.Array) -> None:
    """LAW-6: before anything is read, because one such id would stop the batch in the middle."""
    columns = {"id": pa.array(["row-0"]), "document": pa.array(["{}"]), name: column}
    with pytest.raises(InvalidValue, match=f"{name}: expected a column of texts, and one alone"):
        rows(pa.RecordBatch.from_pydict(columns))


def test_LAW_6_two_columns_of_one_name_are_refused() -> None:
    """LAW-6: nobody could say which of them is meant."""
    text = pa.array(["{}"])
    with pytest.raises(InvalidValue, match="id: expected a column of texts, and one alone"):
        rows(pa.RecordBatch.from_arrays([text, text, text], names=["id", "id", "document"]))


@pytest.mark.parametrize(
    "kept",
    [
        lambda texts: texts,
        lambda texts: texts.cast(pa.large_string()),
        lambda texts: texts.dictionary_encode(),
        lambda texts: texts.cast(pa.binary()),
    ],
    ids=["string", "large_string", "dictionary", "binary"],
)
def test_texts_may_be_kept_in_any_way(kept: Any) -> None:
    """Spark, Parquet and others keep texts each in a way of its own; documents may be bytes as well."""
    plain = batch_of(*map(written, RESUMES_OF_PEOPLE[:5]))
    other = pa.RecordBatch.from_pydict({"id": plain.column("id"), "document": kept(plain.column("document"))})
    assert rows(other) == rows(plain)
