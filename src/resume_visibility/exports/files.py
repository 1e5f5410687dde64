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
from ..model.campus import CampusForm
from ..model.language import Language, Words
from ..model.resume import Resume
from ..policy.clauses import Clause
from ..policy.table import Policy
from .cells import Cell
from .columns import EXPERIENCE, cells_of, columns_of, experiences_of, heading_of
from .defusing import defuse, split_for_workbook
from .disk import export_error
from .rows import Row


class Format(Choice):
    """The kind of file of an export."""

    JSONL = "jsonl"
    """JSON lines: one object a line, for programs."""
    CSV = "csv"
    """A table in UTF-8 that Excel reads, too (RFC 4180)."""
    XLSX = "xlsx"
    """A workbook for Excel; needs the extra `excel`."""


MAX_SHEET_ROWS = 1_048_576
"""The rows that a sheet of a workbook holds."""


@attrs.frozen(kw_only=True)
class FileInfo:
    """The statements of an export about itself as a whole, and their language.

    Args:
        of: the class of the resumes, or of the forms.
        at: the instant at which it was begun, as it is written.
        policy: the policy that decided.
        language: the viewer's language.
        for_owner: whether the viewer is an owner.
    """

    of: type[Resume[Any]] | type[CampusForm]
    at: str
    policy: Policy
    language: Language
    for_owner: bool


def check_format(kind: Format) -> None:
    """Check that files of a kind can be written here.

    Raises:
        InvalidValue: the package that writes them is not installed.
    """
    if kind is Format.XLSX and find_spec("openpyxl") is None:
        raise export_error("kind", "expected jsonl or csv, or for xlsx the extra resume-visibility[excel]")


def write(rows: Iterable[Row], file: BinaryIO, kind: Format, info: FileInfo) -> None:
    """Write the rows of an export as a file.

    Raises:
        OSError: it cannot be written.
    """
    match kind:
        case Format.JSONL:
            file.writelines(map(_line_of, rows))
        case Format.CSV:
            _write_table(rows, file, info)
        case Format.XLSX:
            _write_workbook(rows, file, info)
        case _:
            assert_never(kind)


_OTHER_LINE_ENDS = tuple((sign.encode(), f"\\u{ord(sign):04x}".encode()) for sign in "\x85\u2028\u2029")
"""The ends of a line that JSON leaves as they are, in UTF-8 and escaped: some readers of lines, such as that of Node.js, would end one."""


def _line_of(row: Row) -> bytes:
    line = compact(row)
    for sign, escaped in _OTHER_LINE_ENDS:
        line = line.replace(sign, escaped)
    return line + b"\n"


def _write_table(rows: Iterable[Row], file: BinaryIO, info: FileInfo) -> None:
    text = io.TextIOWrapper(file, "utf-8-sig", newline="")  # with the mark by which Excel knows UTF-8
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    columns = columns_of(info.of, for_owner=info.for_owner)
    writer.writerow(column.heading.said(info.language) for column in columns)
    for row in rows:
        writer.writerow(defuse(str(cell)) for cell in cells_of(row, columns, info.language))
    text.detach()


_RESUMES, _FORMS = Words("Resumes", "简历"), Words("Forms", "定制化简历")
_EXPERIENCE, _ABOUT = Words("Experience", "经历"), Words("About", "说明")
_VALIDITY = (
    Words("validity", "有效期"),
    Words(
        "each row says until when what it shows, and its virtual number, are valid",
        "每行写明其展示内容和虚拟号码的有效期",
    ),
)


def _write_workbook(rows: Iterable[Row], file: BinaryIO, info: FileInfo) -> None:
    from openpyxl import Workbook

    language = info.language
    columns = columns_of(info.of, for_owner=info.for_owner)
    workbook = Workbook(write_only=True)

    def texts(words: Iterable[Words]) -> list[str]:
        return [one.said(language) for one in words]

    title = _FORMS if issubclass(info.of, CampusForm) else _RESUMES
    main = _Sheets(workbook, title.said(language), texts(column.heading for column in columns))
    experience = _Sheets(workbook, _EXPERIENCE.said(language), texts(EXPERIENCE))
    cited = set[str]()
    instants = list[str]()  # the first and the last one: a run that was stopped goes on at another instant
    for row in rows:
        main.append(cells_of(row, columns, language))
        for cells in experiences_of(row, info.of, language):
            experience.append(cells)
        cited.update(row["clauses"])
        instants = [*instants[:1], row["exported_at"]]
    times = sorted({*instants}) or [info.at]
    sheet = _Sheets(workbook, _ABOUT.said(language), [heading_of("exported_at").said(language), *times])
    sheet.append([heading_of("policy").said(language), info.policy.version])
    sheet.append(texts(_VALIDITY))
    for name in sorted(cited):
        text = info.policy.texts[Clause(name)]
        sheet.append([heading_of("clauses").said(language), name, text.gist.said(language)])
    workbook.save(file)


class _Sheets:
    """One table of a workbook, over as many sheets as it takes."""

    __slots__ = ("_count", "_headings", "_rows_left", "_sheet", "_title", "_workbook")

    def __init__(self, workbook: Any, title: str, headings: Sequence[Cell]) -> None:
        self._workbook, self._title, self._headings = workbook, title, headings
        self._count, self._rows_left = 0, 0
        self._add_sheet()

    def append(self, cells: Sequence[Cell]) -> None:
        """Write a row. A text that is too long for its cell goes on in the next row, under the same id."""
        columns = [_split_cell(cell) for cell in cells]
        for number, pieces in enumerate(zip_longest(*columns)):
            if self._rows_left == 0:
                self._add_sheet()
            self._write_row([columns[0][0], *pieces[1:]] if number else list(pieces))  # an id is one piece

    def _add_sheet(self) -> None:
        self._count += 1
        self._sheet = self._workbook.create_sheet(
            self._title if self._count == 1 else f"{self._title} {self._count}"
        )
        self._sheet.freeze_panes = "B2"
        self._rows_left = MAX_SHEET_ROWS
        self._write_row(self._headings)

    def _write_row(self, cells: Iterable[Cell | None]) -> None:
        from openpyxl.cell import WriteOnlyCell

        written = []
        for value in cells:
            cell = WriteOnlyCell(self._sheet, value=value)
            if isinstance(value, str):
                cell.data_type = "s"  # whatever it begins with, it is text
                cell.quotePrefix = defuse(value) != value  # and stays so when somebody edits it
            written.append(cell)
        self._sheet.append(written)
        self._rows_left -= 1


def _split_cell(cell: Cell) -> list[Cell]:
    return [cell] if isinstance(cell, int) else [*split_for_workbook(cell)]
