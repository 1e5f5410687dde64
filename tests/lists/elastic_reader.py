"""A reader of the few clauses of Elasticsearch's query language that the filters use, written from its documentation.

It knows nothing of conditions. A document is matched field by field; a nested one stands for itself.
"""

from typing import Any

Json = dict[str, Any]


def matches(query: Json, document: Json, path: str = "") -> bool:
    """Whether a document matches a query.

    Args:
        query: of one clause.
        document: or the nested object that stands at a path.
        path: of that object; empty for the document.
    """
    ((clause, body),) = query.items()
    if clause == "match_all":
        return True
    if clause == "match_none":
        return False
    if clause == "bool":
        return _bool(body, document, path)
    if clause == "nested":
        inner = body["path"]
        assert inner.startswith(path), "a nested path is absolute"
        objects = document.get(inner.removeprefix(path).lstrip("."), [])
        return any(matches(body["query"], one, inner) for one in objects)
    ((field, wanted),) = body.items()
    name = field.removeprefix(path).lstrip(".")
    assert "." not in name, "a field of a nested object is reached by a nested query alone"
    if name not in document:  # a missing field matches no term and no range
        return False
    value = document[name]
    if clause == "term":
        return bool(value == wanted)
    if clause == "terms":
        assert len(wanted) <= 65_536
        return value in wanted
    assert clause == "range"
    bounds = {"lte": value <= wanted.get("lte", value), "gt": "gt" not in wanted or value > wanted["gt"]}
    assert set(wanted) <= set(bounds)
    return all(bounds.values())


def _bool(body: Json, document: Json, path: str) -> bool:
    assert set(body) <= {"filter", "should", "must_not", "minimum_should_match"}
    needed = [matches(one, document, path) for one in body.get("filter", [])]
    refused = [matches(one, document, path) for one in body.get("must_not", [])]
    some = [matches(one, document, path) for one in body.get("should", [])]
    return all(needed) and not any(refused) and sum(some) >= body.get("minimum_should_match", 0)


def fits(mapping: Json, document: Json) -> bool:
    """Whether a document has no field but those of a strict mapping, each of its type."""
    properties = mapping["properties"]
    return all(name in properties and _fits(properties[name], value) for name, value in document.items())


def _fits(kind: Json, value: Any) -> bool:
    if kind["type"] == "nested":
        return all(fits(kind, one) for one in value)
    return type(value) is {"keyword": str, "boolean": bool, "long": int}[kind["type"]]
