"""Exports for tests: whose resumes, to whom, and the file read back."""

import csv
import io
import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import attrs
from openpyxl import load_workbook

from people import AT, line, recruiter, resume, with_settings
from resume_visibility import AccessRecord, Action, CampusForm, Resume, Viewer, Visibility
from resume_visibility.exports.exporting import Exported, Unloaded, export
from resume_visibility.exports.files import Format
from resume_visibility.model import Document

EXPORTING = attrs.evolve(recruiter, action=Action.EXPORT)
ONE = resume(virtual_numbers=(line("a"),))
TWO = resume(id="r-2", candidate="c-2", strengths="=1+1")
HIDDEN = with_settings(resume(id="r-3", candidate="c-3", strengths="藏"), visibility=Visibility.PRIVATE)
FAILED = Unloaded(where="line 4", problems=())


def run(
    out: Path,
    resumes: Iterable[Resume | CampusForm | Unloaded] = (ONE, HIDDEN, TWO),
    kind: Format = Format.JSONL,
    **changes: Any,
) -> Exported:
    """An export to the recruiter, whose records nobody keeps."""
    given = {"at": AT, "records": list[AccessRecord]().extend, **changes}
    return export(given.pop("viewer", EXPORTING), resumes, out, kind=kind, **given)


def exported_or_nothing(kind: Format, document: Document, folder: Path) -> Any:
    """An endpoint that exports one resume or form and returns what is in the file; None where nothing is in it."""

    def show(viewer: Viewer, one: Resume | CampusForm, at: datetime) -> Any:
        out = folder / "out"
        done = run(out, [one], kind, viewer=viewer, document=document, at=at)
        read = sheets(out) if kind is Format.XLSX else out.read_bytes()
        out.unlink()
        return read if done.written else None

    return show


def leaves(value: Any) -> list[str]:
    """Every text and number in plain values; the answers yes and no as a table writes them."""
    match value:
        case dict():
            return [leaf for one in value.values() for leaf in leaves(one)]
        case list():
            return [leaf for one in value for leaf in leaves(one)]
        case bool():
            return ["yes" if value else "no"]
        case None:
            return []
        case _:
            return [str(value)]


def rows(out: Path) -> list[dict[str, Any]]:
    """The rows of JSON lines."""
    return [json.loads(text) for text in out.read_bytes().splitlines()]


def table(out: Path) -> list[dict[str, str]]:
    """The rows of CSV, by heading."""
    return [*csv.DictReader(io.StringIO(out.read_bytes().decode("utf-8-sig"), newline=""))]


def sheets(out: Path) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of each sheet of a workbook."""
    book = load_workbook(io.BytesIO(out.read_bytes()))
    return {sheet.title: [*sheet.iter_rows(values_only=True)] for sheet in book}
