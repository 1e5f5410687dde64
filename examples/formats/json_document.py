"""JSON of others, read as strictly as the library reads its own: no key twice, of which one would be lost, and no more than fits a resume.

The mapping limits the number of its values.
"""

import json
from typing import Any

MOST_BYTES = 2 * 1024 * 1024
"""As many as a document of a resume may have."""


def plain(document: bytes) -> Any:
    """What a document says; what is raised where it says nothing holds none of it."""
    if len(document) > MOST_BYTES:
        raise ValueError(f"expected at most {MOST_BYTES} bytes")
    try:
        return json.loads(document, object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        wrong = str(error) if isinstance(error, _Again) else "expected JSON"
    raise ValueError(wrong)


class _Again(ValueError):
    """A key came twice in one object."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Again("expected each key once; one came twice")
    return found
