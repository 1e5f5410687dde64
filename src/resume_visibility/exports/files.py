"""The files of an export: JSON lines, CSV, and a workbook for Excel."""

import csv
import io
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from itertools import zip_longest
from typing import Any, BinaryIO, assert_never

import attrs

from ..codec.dumping import compact
from ..model.building import Choice
from ..model.language import Language, Words
from ..model.parts import Document
from ..model.resume import Resume
from ..policy.clauses import Clause
from ..policy.table import Policy
from .cells import Cell
from .columns import EXPERIENCE, cells_of, columns_of, experiences_of, headed
from .defusing import defused, in_workbook
from .disk import unfit
from .rows import Row


class Format(Choice):
    """The kind of file of an export."""

    JSONL = "jsonl"
    """JSON lines: one object a line, for programs."""
    CSV = "csv"
    """A table in UTF-8 that Excel reads, too (RFC 4180)."""
    XLSX = "xlsx"
    """A workbook for Excel; needs the extra `excel`."""


MOST_ROWS = 1_048_576
"""The rows that a sheet of a workbook holds."""


@attrs.frozen(kw_only=True)
class About:
    """The statements of an export about itself as a whole, and their language.

    Args:
        document: whether its rows are resumes or forms.
        of: the class of the resumes.
        at: the instant at which it was begun, as it is written.
        policy: the policy that decided.
        language: the viewer's language.
    """

    document: Document
    of: type[Resume[Any]]
    at: str
    policy: Policy
    language: Language


def check_format(kind: Format) -> None:
    """Check that files of a kind can be written here.

    Args:
        kind: of the file.

    Raises:
        InvalidValue: the package that writes them is not installed.
    """
    if kind is Format.XLSX and find_spec("openpyxl") is None:
        raise unfit(
            "format", "expected jsonl or csv, or for xlsx the extra: pip install 'resume-visibility[excel]'"
        )


def write(rows: Iterable[Row], file: BinaryIO, kind: Format, about: About) -> None:
    """Write the rows of an export as a file.

    Args:
        rows: in the order of the file.
        file: a file that is open for writing.
        kind: the kind of file.
        about: the statements of the export about itself.

    Raises:
        OSError: it cannot be written.
    """
    match kind:
        case Format.JSONL:
            file.writelines(compact(row) + b"\n" for row in rows)
        case Format.CSV:
            _write_table(rows, file, about)
        case Format.XLSX:
            _write_workbook(rows, file, about)
        case _:
            assert_never(kind)


def _write_table(rows: Iterable[Row], file: BinaryIO, about: About) -> None:
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")  # with the mark by which Excel knows UTF-8
    table = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    columns = columns_of(about.document, about.of)
    table.writerow(column.heading.said(about.language) for column in columns)
    for row in rows:
        table.writerow(defused(str(cell)) for cell in cells_of(row, columns, about.language))
    text.detach()


_PEOPLE = {Document.RESUME: Words("Resumes", "简历"), Document.FORM: Words("Forms", "定制化简历")}
_PLACES, _ABOUT = Words("Experience", "经历"), Words("About", "说明")
_VALIDITY = (
    Words("validity", "有效期"),
    Words(
        "each row says until when what it shows, and its virtual number, are valid",
        "每份简历一行，各有其展示内容和虚拟号码的有效期",
    ),
)


def _write_workbook(rows: Iterable[Row], file: BinaryIO, about: About) -> None:
    from openpyxl import Workbook

    document, language = about.document, about.language
    columns = columns_of(document, about.of)
    workbook = Workbook(write_only=True)

    def said(words: Iterable[Words]) -> list[str]:
        return [one.said(language) for one in words]

    people = _Sheets(workbook, _PEOPLE[document].said(language), said(column.heading for column in columns))
    places = _Sheets(workbook, _PLACES.said(language), said(EXPERIENCE))
    cited = set[str]()
    instants = list[str]()  # the first and the last one: a run that was stopped goes on at another instant
    for row in rows:
        people.append(cells_of(row, columns, language))
        for cells in experiences_of(row, document, about.of, language):
            places.append(cells)
        cited.update(row["clauses"])
        instants = [*instants[:1], row["exported_at"]]
    made = sorted({*instants}) or [about.at]
    sheet = _Sheets(workbook, _ABOUT.said(language), [headed("exported_at").said(language), *made])
    sheet.append([headed("policy").said(language), about.policy.version])
    sheet.append(said(_VALIDITY))
    for name in sorted(cited):
        text = about.policy.texts[Clause(name)]
        sheet.append([headed("clauses").said(language), name, text.gist.said(language)])
    workbook.save(file)


class _Sheets:
    """One table of a workbook, over as many sheets as it takes."""

    __slots__ = ("_count", "_headings", "_left", "_sheet", "_title", "_workbook")

    def __init__(self, workbook: Any, title: str, headings: Sequence[Cell]) -> None:
        self._workbook, self._title, self._headings = workbook, title, headings
        self._count, self._left = 0, 0
        self._begin()

    def append(self, cells: Sequence[Cell]) -> None:
        """Write a row. A text that is too long for its cell goes on in the next row, under the same id."""
        columns = [_pieces(cell) for cell in cells]
        for more, pieces in enumerate(zip_longest(*columns)):
            if self._left == 0:
                self._begin()
            self._put([columns[0][0], *pieces[1:]] if more else list(pieces))  # an id is one piece

    def _begin(self) -> None:
        self._count += 1
        self._sheet = self._workbook.create_sheet(
            self._title if self._count == 1 else f"{self._title} {self._count}"
        )
        self._sheet.freeze_panes = "B2"
        self._left = MOST_ROWS
        self._put(self._headings)

    def _put(self, cells: Iterable[Cell | None]) -> None:
        from openpyxl.cell import WriteOnlyCell

        written = []
        for value in cells:
            cell = WriteOnlyCell(self._sheet, value=value)
            if isinstance(value, str):
                cell.data_type = "s"  # whatever it begins with, it is text
                cell.quotePrefix = defused(value) != value  # and stays so when somebody edits it
            written.append(cell)
        self._sheet.append(written)
        self._left -= 1


def _pieces(cell: Cell) -> list[Cell]:
    return [cell] if isinstance(cell, int) else [*in_workbook(cell)]
