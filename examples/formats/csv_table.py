"""A table in CSV."""

import csv
from io import StringIO
from typing import Any


def rows_of(table: str) -> list[dict[str, Any]]:
    """The rows of a table. No sign in a field ends a row but the ends of lines of CSV: texts from word processors hold others."""
    return list(csv.DictReader(StringIO(table, newline="")))
