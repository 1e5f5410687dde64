"""Documents drawn from the schema that JSON Resume publishes, and what of a document says anything."""

import json
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

FOLDER = Path(__file__).parents[1] / "data" / "json_resume"
SAMPLES = sorted(FOLDER.glob("*.json"))
SCHEMA: dict[str, Any] = json.loads((FOLDER / "schema" / "schema.json").read_bytes())

_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=20)
_WRITTEN = st.sampled_from(
    ["李伟", "Ph.D.", "expert", "+8613912345678", "+86 139-1234-5678", "lena@example.com", "请打 13912345678"]
)
_LINKS = st.sampled_from(["https://example.com/lena", "missing.example.com", "mailto:lena@example.com"])
_NAMES = st.sampled_from(["Lena Vasquez", "李伟", "欧阳 思远"])
_DATES = (
    st.dates().map(str) | st.dates().map(lambda day: str(day)[:7]) | st.dates().map(lambda day: str(day)[:4])
)


def _drawn(schema: dict[str, Any], path: str = "") -> st.SearchStrategy[Any]:
    """Values of one part of the schema: a keyword of it that nobody knows here is an error."""
    match schema:
        case {"$ref": "#/definitions/iso8601"}:
            return _DATES.filter(lambda date: "1000" <= date < "3000")
        case {"type": "object", "properties": properties}:
            inner = {name: _drawn(one, f"{path}.{name}") for name, one in properties.items()}
            return st.fixed_dictionaries({}, optional=inner)
        case {"type": "array", "items": items}:
            return st.lists(_drawn(items, path), max_size=2)
        case {"type": "string", "format": "uri"}:
            return _LINKS | _WRITTEN
        case {"type": "string"}:
            return _NAMES if path == ".basics.name" else _WRITTEN | _TEXTS.filter(str.strip)
        case _:
            raise NotImplementedError(path)


DOCUMENTS: st.SearchStrategy[dict[str, Any]] = _drawn(SCHEMA)


def said(value: Any) -> Any:
    """A document without what says nothing: null, empty texts, lists and objects."""
    if isinstance(value, dict):
        inner = {key: said(one) for key, one in value.items()}
        return {key: one for key, one in inner.items() if one not in (None, "", [], {})}
    if isinstance(value, list):
        return [one for one in map(said, value) if one not in (None, "", [], {})]
    return value
