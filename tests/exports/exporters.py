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
from resume_visibility import AccessRecord, Action, CampusForm, Language, Resume, Viewer, Visibility
from resume_visibility.exports.columns import Column, cells_of
from resume_visibility.exports.exporting import Exported, Unloaded, export
from resume_visibility.exports.files import Format
from resume_visibility.exports.rows import Row
from resume_visibility.exports.words import CHOICES
from resume_visibility.model import Words

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


def exported_or_nothing(kind: Format, of: type[Resume[Any]] | type[CampusForm], folder: Path) -> Any:
    """An endpoint that exports one resume or form and returns what is in the file; None where nothing is in it."""

    def show(viewer: Viewer, one: Resume | CampusForm, at: datetime) -> Any:
        out = folder / "out"
        done = run(out, [one], kind, viewer=viewer, of=of, at=at)
        read = sheets(out) if kind is Format.XLSX else out.read_bytes()
        out.unlink()
        return read if done.written else None

    return show


def leaves(value: Any, language: Language = Language.EN) -> list[str]:
    """Every text and number in plain values; the answers yes and no as a table writes them."""
    match value:
        case dict():
            return [leaf for one in value.values() for leaf in leaves(one, language)]
        case list():
            return [leaf for one in value for leaf in leaves(one, language)]
        case bool():
            return [(Words("yes", "是") if value else Words("no", "否")).said(language)]
        case None:
            return []
        case _:
            return [str(value)]


def missing(view: Any, row: Row, columns: Iterable[Column], language: Language) -> list[str]:
    """The texts, numbers and answers of a view that are in no cell of its row. In Chinese, a choice is there in words."""
    cells = "\n".join(map(str, cells_of(row, columns, language)))
    words = [one for one in CHOICES.values() if language is Language.ZH]
    return [
        leaf
        for leaf in leaves(view, language)
        if leaf not in cells and not any(one[leaf] in cells for one in words if leaf in one)
    ]


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
