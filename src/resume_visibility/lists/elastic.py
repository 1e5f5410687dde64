"""Conditions as filters of Elasticsearch and OpenSearch: plain dicts, for documents that carry the rows of a resume.

A query cannot compare related rows there. So each row carries the rows of the other relation that are not earlier than it and
may concern the same company. It also carries whether they are of the same instant. So the comparison is made when the document
is written.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias, cast

import attrs

from ..errors import InvalidValue, Problem
from ..model.arguments import expect, expect_int
from ..model.silent import Silent
from .conditions import (
    After,
    All,
    Always,
    Condition,
    Has,
    In,
    Later,
    Never,
    Not,
    PartOf,
    Some,
    UpTo,
    condition_error,
    count_keyword_chars,
    keywords_in,
)
from .rows import ROW_OF, ApplicationRow, BlockRow, DocumentRow, Relation, Row, Stored, at_of

Json: TypeAlias = dict[str, Any]

NOT_EARLIER = "not_earlier"
"""The field of a row with the rows of the other relation that are not earlier than it."""

SAME_INSTANT = "same_instant"
"""The field of such a carried row: whether it is of the same instant."""

_COUNTERPART = {Relation.BLOCKS: Relation.APPLICATIONS, Relation.APPLICATIONS: Relation.BLOCKS}
"""The relations whose rows are compared with each other (APPLY-6)."""

MAX_NESTED_ROWS = 10_000
"""The most rows that a document may carry: the limit of both engines, unless `index.mapping.nested_objects.limit` is raised."""

MAX_TERMS = 65_536
"""The most values that a query may look for in one field: the limit of both engines, unless `index.max_terms_count` is raised."""

MAX_SOUGHT_CHARS = 16_000_000
"""The most characters of the values that a query looks for in the names of companies: an engine takes 100 MB."""


def elastic_mapping() -> Json:
    """The mapping of the fields that a filter reads: the `properties` of an index."""
    properties = _properties(DocumentRow)
    for relation, row in ROW_OF.items():
        properties[relation.value] = {"type": "nested", "properties": _properties(row)}
    for relation, other in _COUNTERPART.items():
        carried = {**_properties(ROW_OF[other]), SAME_INSTANT: {"type": "boolean"}}
        properties[relation.value]["properties"][NOT_EARLIER] = {"type": "nested", "properties": carried}
    return {"dynamic": "strict", "properties": properties}


def elastic_document(stored: Stored, *, most: int = MAX_NESTED_ROWS) -> Json:
    """Give the fields of one resume or form that a filter reads. Write them together with the rest of its document.

    Args:
        stored: the rows, as `stored` gives them.
        most: the most rows that a document may carry, if the index has another limit.

    Raises:
        InvalidValue: the document would carry more rows than that.
        TypeError: `most` is no int.
    """
    expect("stored", stored, Stored)
    expect_int("most", most)
    compared = {relation: _index_rows(stored.rows(other)) for relation, other in _COUNTERPART.items()}
    carried = sum(len(stored.rows(relation)) for relation in Relation)
    for relation, others in compared.items():  # before they are written: there may be 100 million
        carried += sum(
            len(rows) - start for row in stored.rows(relation) for rows, start in others.comparable(row)
        )
    if carried > most:
        problem = Problem("rows", f"expected at most {most} in one document, got {carried}")
        raise InvalidValue("document of an index", [problem])
    document: Json = attrs.asdict(stored.document)
    for relation in Relation:
        document[relation.value] = [
            _row(row) | (_carried_rows(row, compared[relation]) if relation in compared else {})
            for row in stored.rows(relation)
        ]
    return document


@attrs.frozen(eq=False, repr=False)
class _ComparedRows(Silent):
    """The rows of one relation, as those of the other relation are compared with them. Each list is in the order of its instants.

    Args:
        all_rows: the rows.
        by_company: the rows that concern one company alone, by its id; under None, the rows that may concern any company.
    """

    all_rows: list[Row]
    by_company: dict[str | None, list[Row]]

    def comparable(self, row: Row) -> Iterator[tuple[list[Row], int]]:
        """The rows that may concern the same company as this row. Each list comes with the place from which they are not earlier.

        No query compares other rows with this one: they are of another company, and neither names more than its own.
        """
        company = _single_company(row)
        lists = (self.by_company.get(one, []) for one in (None, company))
        for rows in (self.all_rows,) if company is None else lists:
            yield rows, bisect_left(rows, at_of(row), key=at_of)


def _index_rows(rows: Iterable[Row]) -> _ComparedRows:
    ordered = sorted(rows, key=at_of)
    by_company: defaultdict[str | None, list[Row]] = defaultdict(list)
    for row in ordered:
        by_company[_single_company(row)].append(row)
    return _ComparedRows(ordered, dict(by_company))


def _single_company(row: Row) -> str | None:
    """The one company that a row concerns; None if it names a group or a keyword, and so may concern any company."""
    compared = cast("BlockRow | ApplicationRow", row)  # no other rows are compared
    return compared.company if compared.group is None else None


def _carried_rows(row: Row, compared: _ComparedRows) -> Json:
    return {
        NOT_EARLIER: [
            {**_row(other), SAME_INSTANT: at_of(other) == at_of(row)}
            for rows, start in compared.comparable(row)
            for other in rows[start:]
        ]
    }


def elastic_filter(condition: Condition) -> Json:
    """Write a condition as a query, for use as a filter: it does not add to the score (LAW-8, SEARCH-1).

    Args:
        condition: as `condition_for` gives it.

    Raises:
        InvalidValue: the names of the viewer's companies are so long that they contain more texts than a query takes.
    """
    if count_keyword_chars(condition) > MAX_SOUGHT_CHARS:
        raise _too_many_error("characters", MAX_SOUGHT_CHARS)
    return _query(condition, "")


def _query(condition: Condition, path: str) -> Json:
    match condition:
        case Always():
            return {"match_all": {}}
        case Never():
            return {"match_none": {}}
        case In(column, values):
            return {"terms": {f"{path}{column}": sorted(values, key=str)}}
        case UpTo(column, most):
            return {"range": {f"{path}{column}": {"lte": most}}}
        case After(column, than):
            return {"range": {f"{path}{column}": {"gt": than}}}
        case PartOf(column, texts):
            keywords = keywords_in(texts)
            if len(keywords) > MAX_TERMS:
                raise _too_many_error("words", MAX_TERMS)
            return {"terms": {f"{path}{column}": sorted(keywords)}}
        case All(of):
            return {"bool": {"filter": [_query(one, path) for one in of]}}
        case Some(of):
            return {"bool": {"should": [_query(one, path) for one in of], "minimum_should_match": 1}}
        case Not(one):
            return {"bool": {"must_not": [_query(one, path)]}}
        case Has(relation, where, unless):
            row = _query(where, f"{relation.value}.")
            if unless is not None:
                row = {"bool": {"filter": [row], "must_not": [_not_earlier_query(relation, unless)]}}
            return {"nested": {"path": relation.value, "query": row}}
        case _:
            raise condition_error(condition)


def _not_earlier_query(relation: Relation, later: Later) -> Json:
    path = f"{relation.value}.{NOT_EARLIER}"
    filters = [_query(later.where, f"{path}.")]
    if not later.or_same:
        filters.append({"term": {f"{path}.{SAME_INSTANT}": False}})
    return {"nested": {"path": path, "query": {"bool": {"filter": filters}}}}


def _too_many_error(unit: str, most: int) -> InvalidValue:
    return InvalidValue(
        "filter", [Problem("names", f"expected names in which at most {most} {unit} can stand")]
    )


def _properties(row: type[Row]) -> Json:
    types = {bool: "boolean", int: "long"}
    return {
        field.name: {"type": types.get(field.type, "keyword")}
        for field in attrs.fields(row)
        if field.name != "resume"
    }


def _row(row: Row) -> Json:
    return {
        name: value for name, value in attrs.asdict(row).items() if name != "resume" and value is not None
    }
