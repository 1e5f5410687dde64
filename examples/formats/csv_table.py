"""A table in CSV, read so that nothing of it is lost or stands in a wrong column: no column twice, and a cell for each in each row."""

import csv
from io import StringIO
from typing import Any


def rows_of(table: str) -> list[dict[str, Any]]:
    """The rows of a table. No sign in a field ends a row but the ends of lines of CSV: texts from word processors hold others."""
    names, *rows = filter(None, csv.reader(StringIO(table, newline=""))) if table.strip() else ([],)
    if len({*names}) < len(names):
        raise ValueError("expected each column once; one came twice")
    if any(len(row) != len(names) for row in rows):
        raise ValueError("expected a cell for each column, in each row")
    return [dict(zip(names, row, strict=True)) for row in rows]
