"""JSON of others, read as strictly as the library reads its own: no key twice, of which one would be lost, and no more than fits a resume."""

import json
from typing import Any

MOST_BYTES = 2 * 1024 * 1024
"""As many as a document of a resume may have."""
MOST_VALUES = 40_000
"""Many times as many as a long resume has: each costs a mapping some kilobytes, and a megabyte can be half a million of them."""


def plain(document: bytes) -> Any:
    """What a document says; what is raised where it says nothing holds none of it."""
    if len(document) > MOST_BYTES:
        raise ValueError(f"expected at most {MOST_BYTES} bytes")
    wrong = f"expected at most {MOST_VALUES} values"
    try:
        found = json.loads(document, object_pairs_hook=_once)
        if _count(found) <= MOST_VALUES:
            return found
    except (ValueError, RecursionError) as error:
        wrong = str(error) if isinstance(error, _Again) else "expected JSON"
    raise ValueError(wrong)


def _count(document: Any) -> int:
    """How many values a document has, at any depth."""
    pending = [document]
    for one in pending:
        pending += one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
    return len(pending)


class _Again(ValueError):
    """A key came twice in one object."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Again("expected each key once; one came twice")
    return found
