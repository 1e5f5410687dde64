"""A row of an export: one view as plain values, with a statement of what it is (EXPORT-1)."""

from datetime import UTC, datetime
from typing import Any, TypeAlias

from ..codec.dumping import view_to_dict
from ..projection.form_view import FormView
from ..projection.records import AccessRecord
from ..projection.view import ResumeView

Row: TypeAlias = dict[str, Any]
"""Plain dicts, lists, strings, numbers and booleans, as JSON has them."""


def exported_at(at: datetime) -> str:
    """The instant of an export as it is written: in UTC, to the microsecond.

    Args:
        at: aware.
    """
    return at.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def row_of(view: ResumeView | FormView, record: AccessRecord) -> Row:
    """The row of one view: its instant, the policy's version, the clauses, the ends of validity, and the view (EXPORT-1)."""
    plain = view_to_dict(view)
    line = plain.get("contact", {}).get("virtual_number")
    return {
        "id": view.id,
        "exported_at": exported_at(record.at),
        "policy": view.policy,
        "clauses": sorted(clause.value for clause in record.clauses),
        "view_until": plain["fresh_until"],
        "number_until": line["valid_until"] if line else None,
        "view": plain,
    }
