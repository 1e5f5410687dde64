"""A table in CSV, read so that nothing of it is lost or stands in a wrong column: no column twice, and a cell for each in each row."""

import csv
from io import StringIO
from typing import Any


def rows_of(table: str) -> list[dict[str, Any]]:
    """The rows of a table. No sign in a field ends a row but the ends of lines of CSV: texts from word processors hold others."""
    names, *rows = filter(None, csv.reader(StringIO(table, newline=""))) if table.strip() else ([],)
    columns: dict[str, list[str]] = {}
    for number, name in enumerate(names, 1):
        columns.setdefault(name.strip() and name, []).append(str(number))
    for name, numbers in columns.items():
        if len(numbers) > 1:
            # Not the name itself: a table without a line of names begins with the values of a person.
            wrong = f"columns {', '.join(numbers)} have {'the same' if name else 'no'} name"
            raise ValueError(f"expected a name of its own for each column; {wrong}")
    if any(len(row) != len(names) for row in rows):
        raise ValueError("expected a cell for each column, in each row")
    return [dict(zip(names, row, strict=True)) for row in rows]
