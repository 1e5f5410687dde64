"""A table in CSV, read so that nothing of it is lost: no column twice, of which one would be lost."""

import csv
from io import StringIO
from typing import Any


def rows_of(table: str) -> list[dict[str, Any]]:
    """The rows of a table. No sign in a field ends a row but the ends of lines of CSV: texts from word processors hold others."""
    reader = csv.DictReader(StringIO(table, newline=""))
    names = reader.fieldnames or ()
    if len({*names}) < len(names):
        raise ValueError("expected each column once; one came twice")
    return list(reader)
