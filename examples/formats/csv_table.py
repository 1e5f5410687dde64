"""A table in CSV, read so that nothing of it is lost: no column twice, of which one would be lost."""

import csv
from io import StringIO
from typing import Any


def rows_of(table: str) -> list[dict[str, Any]]:
    """The rows of a table. No sign in a field ends a row but the ends of lines of CSV: texts from word processors hold others."""
    reader = csv.DictReader(StringIO(table, newline=""))
    columns: dict[str, list[str]] = {}
    for number, name in enumerate(reader.fieldnames or (), 1):
        columns.setdefault(name.strip() and name, []).append(str(number))
    for name, numbers in columns.items():
        if len(numbers) > 1:
            # Not the name itself: a table without a line of names begins with the values of a person.
            wrong = f"columns {', '.join(numbers)} have {'the same' if name else 'no'} name"
            raise ValueError(f"expected a name of its own for each column; {wrong}")
    return list(reader)
