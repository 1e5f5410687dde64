"""What the functions and tables of mappings take, in the words of an error."""

from collections.abc import Callable, Hashable, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any

from ..codec.loading import load_form, load_record, load_resume, load_settings, load_viewer
from .texts import TEXTS, lines, month_in, number_in, period_in, words

_TAKEN: dict[Callable[..., Any], str] = {
    lines: TEXTS,
    words: "text",
    number_in: "text",
    month_in: "a date or text",
    period_in: "dates or texts",
    int: "a whole number",
    date.fromisoformat: "a date, such as 2019-07-31",
    datetime.fromisoformat: "an instant, such as 2019-07-31T08:00:00+08:00",
    **dict.fromkeys(
        (load_form, load_record, load_resume, load_settings, load_viewer), "bytes, text or a dict"
    ),
}
"""What the functions take that mappings often use. Their names say nothing to whoever wrote a row."""


def expected_by(by: Any) -> str:
    """Say what a function or table of a mapping expects."""
    if isinstance(by, type) and issubclass(by, Enum):
        by = {member.value: member for member in by}
    if isinstance(by, Mapping) and by:
        return f"expected one of {', '.join(map(str, by))}"
    if isinstance(by, Hashable) and by in _TAKEN:
        return f"expected {_TAKEN[by]}"
    name = getattr(by, "__name__", None)
    known = isinstance(name, str) and name.isidentifier()
    return f"expected a value that the function {name if known else 'in `by`'} takes"
