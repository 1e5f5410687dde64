"""A rebuild of an index, batch by batch: a pure function of Arrow batches. Needs the extra `resume-visibility[arrow]`.

Spark runs it with `mapInArrow`; so can everything else that passes batches of Arrow. PyArrow is imported here alone.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

try:
    import pyarrow as pa
except ModuleNotFoundError as error:
    raise ModuleNotFoundError("expected the extra resume-visibility[arrow]", name=error.name) from None

from ..codec.loading import load_resume
from ..errors import InvalidValue, Problem
from ..model.arguments import expect, expect_each, expect_iterable, expect_kind
from ..model.instants import LAST, instant
from ..model.language import Language
from ..model.resume import Resume, expect_resume
from ..policy.table import DEFAULT_POLICY, Policy
from .documents import IndexDocument
from .searching import index_documents

__all__ = ["DOCUMENTS", "RESUMES", "index_batches"]

RESUMES = pa.schema([pa.field("id", pa.string()), pa.field("document", pa.string())])
"""The columns of a batch of resumes: the platform's id of each row, and the JSON of the resume. It may have more columns."""

_READER = [
    pa.field("action", pa.string()),
    pa.field("kind", pa.string()),
    pa.field("standing", pa.string()),
    pa.field("conversing", pa.bool_()),
]
DOCUMENTS = pa.schema(
    [
        pa.field("id", pa.string(), nullable=False),
        pa.field("problem", pa.string()),
        pa.field("resume", pa.string()),
        pa.field("language", pa.string()),
        pa.field("key", pa.string()),
        pa.field("readers", pa.list_(pa.struct(_READER))),
        pa.field("policy", pa.string()),
        pa.field("until", pa.timestamp("us", tz="UTC")),
        pa.field("digest", pa.string()),
        pa.field("content", pa.string()),
    ]
)
"""The columns of a batch of documents: a row for each document, and a row with a problem alone for each resume that failed.

`readers` are those for whom it is, in a fixed order. `digest` is of what is indexed and for whom, whichever version of the policy decided:
a document with the same digest need not be written again. `until` is the first instant at which it must be written again, if there is one.
`content` is JSON of `values` and `terms`.
"""

_MAX_PROBLEMS = 20


def index_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    at: datetime,
    languages: tuple[Language, ...] = tuple(Language),
    policy: Policy = DEFAULT_POLICY,
    of: type[Resume[Any]] = Resume,
) -> Iterator[pa.RecordBatch]:
    """Make the documents of an index for batches of resumes: one batch of documents for each batch of resumes (SEARCH-1).

    A resume that cannot be loaded or projected is a row with a problem, and stops nothing. A row states no personal value.

    Args:
        batches: of `RESUMES`.
        at: the instant of the rebuild, aware: the same for all batches.
        languages: of the documents.
        policy: that decides.
        of: the class of the resumes, where they have sections or fields of their own.

    Returns:
        Batches of `DOCUMENTS`.

    Raises:
        InvalidValue: a batch lacks a column of `RESUMES`, has two of that name, or one of another type; or `at` has no time zone.
        TypeError: `policy` is no policy, `of` no class of resumes, `at` no datetime, one of `languages` no language, or one of
            `batches` no batch.
    """
    expect("policy", policy, Policy)
    expect_resume(of)
    languages = expect_each("languages", languages, Language)
    expect_iterable("batches", batches, "a list of batches of Arrow")
    expect_kind("at", at, datetime)
    now = instant(at)
    for batch in batches:
        expect_kind("each of batches", batch, pa.RecordBatch)
        wrong_columns = [name for name in RESUMES.names if not _is_text_column(batch.schema, name)]
        if wrong_columns:
            raise InvalidValue(
                "batch",
                [Problem(name, "expected a column of texts, and one alone") for name in wrong_columns],
            )
        ids, documents = (batch.column(name).to_pylist() for name in RESUMES.names)
        rows = [
            row
            for id_, document in zip(ids, documents, strict=True)
            for row in _document_rows(id_, document, now, languages, policy, of)
        ]
        yield pa.RecordBatch.from_pylist(rows, schema=DOCUMENTS)


def _is_text_column(schema: pa.Schema, name: str) -> bool:
    """Whether there is one column of that name, and of texts; the column of documents may hold bytes, too."""
    places = schema.get_all_field_indices(name)
    kinds = [schema.field(place).type for place in places]
    kinds = [kind.value_type if pa.types.is_dictionary(kind) else kind for kind in kinds]
    return len(kinds) == 1 and any(
        has_type(kinds[0]) for has_type in (*_TEXT_CHECKS, *(_BYTES_CHECKS if name == "document" else ()))
    )


_TEXT_CHECKS = (pa.types.is_string, pa.types.is_large_string, pa.types.is_null)
_BYTES_CHECKS = (pa.types.is_binary, pa.types.is_large_binary)


def _document_rows(
    row: str | None,
    document: str | bytes | None,
    at: datetime,
    languages: tuple[Language, ...],
    policy: Policy,
    of: type[Resume[Any]],
) -> list[dict[str, Any]]:
    id_column = {"id": row or ""}
    try:
        resume = load_resume(document or "", of=of)
        indexed = [
            document_
            for language in languages
            for document_ in index_documents(resume, language=language, at=at, policy=policy)
        ]
    except InvalidValue as error:
        problems = "; ".join(map(str, error.problems[:_MAX_PROBLEMS]))
        return [{**id_column, "problem": f"{type(error).__name__}: {problems}"}]
    except Exception as error:  # any error concerns one resume alone
        return [{**id_column, "problem": type(error).__name__}]
    return [{**id_column, **_document_columns(document_)} for document_ in indexed]


def _document_columns(document: IndexDocument) -> dict[str, Any]:
    parts = document.content()
    content = json.dumps(
        {name: parts[name] for name in ("values", "terms")}, ensure_ascii=False, sort_keys=True
    )
    readers = sorted(
        (one.action.value, one.kind.value, one.standing.value, one.conversing) for one in document.readers
    )
    return {
        "resume": document.resume,
        "language": document.language.value,
        "key": document.key,
        "readers": [dict(zip([field.name for field in _READER], one, strict=True)) for one in readers],
        "policy": document.policy,
        "until": None if document.until == LAST else document.until,
        "digest": hashlib.sha256(f"{readers} {content}".encode()).hexdigest(),
        "content": content,
    }
